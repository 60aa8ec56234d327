package figure

import (
	"cmp"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"yiyuan"
	"yiyuan/transform/place"
)

// A report speaks of one place; the news goes from one to the next, and says 当地, 村里 or nothing at all of the one it has come to. The
// scene is the place where the story is: the last one it went to, by the head of a sentence or clause or after a 在, or a
// county it named in full. It is asked only where a sentence names no place of its own: in the news of no one place always, in that
// of a place within the paragraph that went there, and where the words are of something smaller. Resolving every mention to the
// nearest name before it was not taken: most names in the news are of where people and goods come from.

// meetScene follows the story through a sentence without figures.
func (r *reader) meetScene(text string) {
	if r.Report.Kind != "" {
		return
	}
	r.leaveForNation(text)
	r.goesToSite(text)
	first, end := 0, 0
	places := r.known.Scan(text)
	for k, m := range places {
		if m.Start < end {
			continue // the other end of a line
		}
		if last := r.leadsOn(text, places[k:]); last > 0 {
			end = last
			continue
		}
		beside := end == m.Start
		if !beside {
			first = m.Start
		}
		before := text[:m.Start]
		if strings.HasPrefix(strings.TrimPrefix(text[m.End:], siteBehind(text[m.End:])), "，") && strings.HasSuffix(text[:first], "的") {
			before = "" // 碧波万顷的湖北洪湖，, 闻名遐迩的苏州平江路，
		}
		was := r.scene
		if r.enter(&m, before, text[m.End:], beside); r.scene != was {
			r.goesOnTo(r.scene)
		}
		end = m.End
	}
	r.meetEvent(text)
}

// goesOnTo ends what the paragraph was told of where it goes on to another place than one in that.
func (r *reader) goesOnTo(code string) {
	if code != "" && !place.Contains(code, r.line.region) {
		r.line.region = ""
	}
}

// enter takes the story to a place named between before and after, next to another place or not, and tells whether it went.
func (r *reader) enter(m *place.Match, before, after string, beside bool) bool {
	code := r.resolve(m)
	if m.Kind != place.KindRegion && !(m.Kind == place.KindPark && r.goesIntoPark(code, before, beside)) {
		if m.Kind == place.KindGroup && code == "100000" && !startsWithAny(after, firstOfAll()) {
			r.scene = ""
		}
		return false
	}
	if code == "" || code == "100000" || !r.local() && !place.Contains(r.home, code) || r.speaksForHome(code, after) {
		return false
	}
	if whole := r.whereTheyMeet(before, after, code); whole != "" {
		r.scene, r.sceneAt = whole, r.lineStart
		return true
	}
	if strings.HasSuffix(before, "、") || startsWithAny(after, oneMore()) {
		return false // one of several
	}
	if ownFigure(after) || strings.Contains(before[lastPause(before):], "在") && onlyVenue(after) {
		return false
	}
	county := m.Full && !strings.HasSuffix(code, "00")
	if !county && !entersAt(before) && !(beside && place.Contains(r.scene, code)) && !strings.HasPrefix(after, "为例") {
		return false
	}
	r.scene, r.sceneAt = code, r.lineStart
	r.meetVillage(after, code)
	return county || r.local() || beside && !strings.HasSuffix(code, "00") && !startsWithAny(after, publicWorks())
}

// oneMore stand behind one of several places.
var oneMore = phrases("one more of a list")

// goesIntoPark tells of a park in the place of that code that the story goes into: at the head of a clause, or named in one breath with the
// place that holds it. One that bears the name of a wider place, 澄迈的海南生态软件园, takes it out of none.
func (r *reader) goesIntoPark(code, before string, beside bool) bool {
	within := r.scene != code && r.sceneAt == r.lineStart && place.Contains(code, r.scene)
	return code != "" && !within && (entersAt(before) || beside && place.Contains(r.scene, code))
}

// whereTheyMeet is the smallest place that holds the two at whose border something lies, the second of them code: 甲县和乙县的交界处.
func (r *reader) whereTheyMeet(before, after, code string) string {
	if !startsWithAny(after, meetingsOfPlaces()) {
		return ""
	}
	first := trimAny(before, "和", "与", "、", "同", "及")
	if first == before {
		return ""
	}
	places := r.known.Scan(first)
	if n := len(places); n > 0 && places[n-1].End == len(first) && places[n-1].Kind == place.KindRegion {
		if other := r.resolve(&places[n-1]); other != "" {
			return holderOf(other, code)
		}
	}
	return ""
}

var meetingsOfPlaces, partsOfProvinces = phrases("meetings of places"), phrases("parts of provinces")

// onlyVenue tells of a place where something of the whole country is only made known: 在北京揭晓, 在安徽召开新闻发布会.
func onlyVenue(after string) bool {
	for range 2 {
		if m := place.Scan(after[:min(len(after), 30)]); len(m) > 0 && m[0].Start == 0 {
			after = after[m[0].End:]
		}
	}
	if startsWithAny(after, announcing()) {
		return true
	}
	return startsWithAny(after, holdingMeetings()) && holdsAny(firstClause(after), meetingsOfPress())
}

// meetingsOfPress are meetings at which something is made known.
var meetingsOfPress = phrases("meetings of the press")

// holdingMeetings are verbs for holding a meeting.
var holdingMeetings = phrases("holding meetings")

// announcing are verbs of making known.
var announcing = phrases("announcing")

// ownFigure tells of a place in a list of places, whose own rate stands right behind it: 青浦区12.7%, 上海上涨0.6%, and not that of a part of
// it: 贵州省97%的农户.
func ownFigure(after string) bool {
	rest := strings.TrimLeft(trimAhead(after, movedBy().words...), " ")
	bare := strings.TrimLeft(rest, "0123456789.")
	if len(bare) == len(rest) || !startsWithAny(strings.TrimLeft(bare, " "), []string{"%", "％"}) {
		return false
	}
	return !startsWithAny(strings.TrimLeft(bare, " %％"), []string{"的", "以上的"})
}

// liesBehind tells of a 的 right behind a place, or behind a word for helping there: 在天津的项目, 在青海援建的学校.
func liesBehind(toks []token) bool {
	if len(toks) > 1 && aiding().has(toks[0].text) {
		toks = toks[1:]
	}
	return len(toks) > 0 && toks[0].text == "的"
}

// cameTo is the place before a figure that what is counted has come to from another: 北京企业在天津的项目, 从上海转到嘉兴的企业.
func (r *reader) cameTo(s *site) string {
	from := false
	for i, t := range s.left {
		if t.kind != where {
			continue
		}
		code := r.regionOf(t.at)
		if from && i > 0 && code != "" && code != "100000" {
			if endsWithAny(r.text[r.start:t.start], movingIn()) || s.left[i-1].text == "在" && liesBehind(s.left[i+1:]) {
				return code
			}
		}
		from = true
	}
	return ""
}

var movingIn = phrases("moving in")

// countsProvinces tells of so many provinces of the country, however many of them are named: 在北京、河北等14个省市.
func (r *reader) countsProvinces(f *yiyuan.Fact, s *site) bool {
	if f.Indicator != "region_count" || !r.local() {
		return false
	}
	if n, err := f.Value.Int64(); err != nil || n <= 2 {
		return false
	}
	provinces := strings.Contains(r.text[s.tok.start:min(r.end, s.tok.end+len("省"))], "省")
	return provinces && (r.sentence.region == "" || hasWord(s.left, "等"))
}

// countsBeyondScene tells of so many counties or provinces in the news of no one place that has last been to a county: they are the country's.
func (r *reader) countsBeyondScene(f *yiyuan.Fact) bool {
	if !r.local() || f.Indicator != "region_count" || r.clause.region != "" || r.sentence.region != "" || f.Unit == "rank" {
		return false
	}
	at := cmp.Or(r.line.region, r.at)
	small := at != "" && !strings.HasSuffix(at, "0000")
	if n, err := f.Value.Int64(); err == nil && n > 2 && f.Counter == "城市" && (small || wholeCity[at]) {
		return true // 168个城市, told after a city
	}
	if !small || strings.HasSuffix(f.Counter, "本县") {
		return false
	}
	return endsWithAny(f.Counter, countiesOrProvinces()) || strings.HasSuffix(f.ValueText, "省")
}

// countiesOrProvinces end what is counted that is one of them: 52个重点县.
var countiesOrProvinces = phrases("counties or provinces")

// oneOfMany is the place of a set that what is told of is one of: 园区是成都66个功能区之一, 某县是52个重点县之一.
func (r *reader) oneOfMany(f *yiyuan.Fact, s *site) string {
	rest := r.text[s.tok.end:r.end]
	if i := strings.IndexAny(rest, "，。；、"); i >= 0 {
		rest = rest[:i]
	}
	if !strings.HasSuffix(rest, "之一") {
		return ""
	}
	for i := len(s.left) - 1; i >= 0; i-- {
		switch t := s.left[i]; {
		case t.is(copula):
			if r.local() && endsWithAny(f.Counter, []string{"县", "县市"}) {
				return "100000"
			}
			return ""
		case t.kind == where && t.at.Kind == place.KindRegion:
			return r.regionOf(t.at)
		}
	}
	return ""
}

// holderOfSet is the country, in the news of no one place, where it counts areas of several provinces of which only some are named:
// 天津、重庆等5个试点地区, 四川等西部5个自贸试验区.
func (r *reader) holderOfSet(s *site, st *statement) string {
	if !r.local() || st.code != "region_count" && st.code != "park_count" || hasWord(s.left, "来自", "与") {
		return ""
	}
	end := len(s.left) - 1
	for last := max(0, end-3); end >= last && s.left[end].text != "等" && (s.left[end].kind == word || s.left[end].kind == where); end-- {
	}
	if end < 1 || s.left[end].text != "等" || s.left[end-1].kind != where {
		return ""
	}
	from := end - 1
	for from > 1 && (s.left[from-1].kind == dun || s.left[from-1].is(conj)) && s.left[from-2].kind == where {
		from -= 2
	}
	if slices.ContainsFunc(s.left[:from], func(t token) bool { return t.kind == where }) {
		return "" // 河南省宣布平舆、确山等14个县脱贫
	}
	all := r.holderOfAll(s.left[from:end])
	if from == end-1 && strings.HasSuffix(all, "0000") || all == "100000" {
		return "100000"
	}
	return ""
}

// placesTogether is how many tokens name places that a list joins and that own a figure together, from the first: 泰州、扬州和南通三市; 0 where
// there is no list or each of them owns it.
func (r *reader) placesTogether(toks []token) int {
	n, joined := 0, false
	for n < len(toks) && toks[n].kind == where && toks[n].at.Kind == place.KindRegion {
		if n++; n+1 < len(toks) && (toks[n].kind == dun || toks[n].is(conj) && toks[n].text != "与") && toks[n+1].kind == where {
			n, joined = n+1, true
		}
	}
	if !joined {
		return 0
	}
	apart := n < len(toks) && isName(toks[n].text)
	for _, t := range r.toks {
		switch {
		case t.start < toks[n-1].end:
		case t.is(share) && !t.is(each):
			apart = false // 甲县、乙县产量占一半
		case t.start == toks[n-1].end && summing().has(t.text): // 甲县、乙县合计23.7万亩
			return n
		case t.is(each | resp), strings.HasPrefix(t.text, "均"), t.start == toks[n-1].end && t.is(reach|up|down):
			return 0
		case t.kind == figure && apart:
			return 0
		case t.kind == figure:
			return n
		}
	}
	if apart {
		return 0
	}
	return n
}

// holderOfAll is the smallest place that holds all of those named: the country where they are of several provinces, unless home is among them.
func (r *reader) holderOfAll(toks []token) string {
	all, ofHome := "", false
	for _, t := range toks {
		if t.kind != where {
			continue
		}
		code := r.regionOf(t.at)
		ofHome = ofHome || place.Contains(r.home, code)
		switch {
		case all == "":
			all = code
		case all != "100000":
			if all = holderOf(all, code); all == "" {
				all = "100000"
			}
		}
	}
	if all == "100000" && ofHome {
		return r.home
	}
	return all
}

// withoutMainAreas leaves out the places that something is mostly found in: 以吴兴、南浔为主要区域的.
func (r *reader) withoutMainAreas(toks []token) []token {
	if len(toks) < 4 || toks[0].text != "以" || toks[1].kind != where {
		return toks
	}
	for i, t := range toks {
		if t.text == "的" {
			return toks[i+1:]
		}
	}
	return toks
}

// firstClause is a text up to its first comma.
func firstClause(text string) string {
	if i := strings.Index(text, "，"); i >= 0 {
		text = text[:i]
	}
	if i := strings.IndexByte(text, ','); i >= 0 {
		text = text[:i]
	}
	return text
}

// doneHere tells of a verb of what is done at the place that ends before token i: 签约 of 在四川成都集中签约.
func (r *reader) doneHere(i int) bool {
	for ; i < len(r.toks) && (r.toks[i].kind == where || r.toks[i].kind == word); i++ {
		if t := r.toks[i]; t.kind == word && t.text != "集中" && t.text != "正式" && t.text != "同时" {
			return t.is(event) && !t.is(exist) || begunAtPlace().has(t.text)
		}
	}
	return false
}

// begunAtPlace are verbs of what begins or is handed over at a place.
var begunAtPlace = phrases("begun at a place")

// local tells of news that is of no one place.
func (r *reader) local() bool { return r.home == "" || r.home == "100000" }

// renownedAtHome are words for those of a rank in the country, who come to a place from anywhere in it: 国内知名高校.
var renownedAtHome, soldInNation = phrases("renowned at home"), phrases("sold in the nation")

// deictic is what 全市 and 我省 mean: in the news of no one place they are of its scene, under the headline of another place of that.
func (r *reader) deictic(text string) (string, bool) {
	if text == "国内" && (r.event != "" && holdsAny(r.text[r.start:r.end], atFair()) || holdsAny(r.text[r.start:r.end], renownedAtHome())) {
		return "", false // guests and projects from inside the country, at a fair; 与12所国内知名高校签约
	}
	if text == "国内" && !r.local() && holdsAny(r.text[r.start:r.end], soldInNation()) {
		return "", false // 国内销售额, of what is made here
	}
	if c := r.onceCity; c != "" && wholeCities().has(text) && (r.home == c || r.local() && r.scene == c) {
		return c, true // 增城市去年…。全市…
	}
	if r.heading.region != "" && !r.local() {
		return place.Deictic(text, r.heading.region)
	}
	if c := r.sentence.region; text == "全市" && r.Report.Kind == "" && !r.local() && r.cityAbove(c) {
		return c, true // 茶是滨海的名片，全市…, in the news of a county of it
	}
	if c := r.sentence.region; r.Report.Kind == "" && c != "" && !place.Contains(r.home, c) && !place.Contains(c, r.home) {
		if code, ok := place.Deictic(text, c); ok {
			return code, true // 浙江绍兴入选试点，全市…, in the news of another place
		}
	}
	if code, ok := r.deicticElsewhere(text); ok {
		return code, true
	}
	if text == "全区" && r.Report.Kind == "" {
		if area := r.areaReporting(); area != "" {
			return area, true
		}
	}
	code, ok := place.Deictic(text, r.home)
	if !ok && r.local() && r.scene != "" && r.Report.Kind == "" {
		return place.Deictic(text, r.scene)
	}
	return code, ok
}

// wholeCities are words for the whole of the city that the text is of.
var wholeCities = phrases("whole cities")

// areaReporting is the 地区 whose bodies say what a sentence tells, which is what they mean by 全区: 据某地区棉麻公司统计，全区收购皮棉.
func (r *reader) areaReporting() string {
	for i := range r.toks {
		t := &r.toks[i]
		if t.kind == figure && r.counts(i) {
			return ""
		}
		if t.kind == where && t.at.Kind == place.KindRegion && (strings.HasSuffix(t.text, "地区") || strings.HasPrefix(r.text[t.end:r.end], "地区")) {
			if code := r.regionOf(t.at); strings.HasSuffix(code, "00") && !strings.HasSuffix(code, "0000") {
				return code
			}
		}
	}
	return ""
}

// cityAbove tells of the city that the place the news is of lies in.
func (r *reader) cityAbove(code string) bool {
	return code != r.home && isCity(code) && place.Contains(code, r.home)
}

// deicticElsewhere is what a 全省 means in news that has gone from the place it began with to another: 湖南….湘江…。全省….
func (r *reader) deicticElsewhere(text string) (string, bool) {
	if r.Report.Kind != "" {
		return "", false
	}
	for _, c := range []string{r.line.region, r.at, r.scene} {
		if c == "" || c == "100000" {
			continue
		}
		if place.Contains(r.home, c) || place.Contains(c, r.home) {
			return "", false
		}
		return place.Deictic(text, c)
	}
	return "", false
}

// entersAt tells whether a place named here is where the story goes: what stands before it in its sentence.
func entersAt(before string) bool {
	if clause := before[lastPause(before):]; strings.HasPrefix(clause, "在") && (strings.HasSuffix(clause, "的") || endsWithAny(clause, epithets())) {
		if !holdsAny(clause, []string{"来自", "出自"}) {
			return true // 在深度贫困县新疆皮山, 在石漠化片区的广西隆林
		}
	}
	before = strings.TrimSuffix(strings.TrimRight(trimAny(before, partsOfProvinces().words...), " 　*#“”"), "了")
	return before == "" || endsWithAny(before, movingTo()) || endsWithAny(before, []string{"，", ",", ":", "：", "；", "。", "（", "——"})
}

// lastPause is where the last clause of a text begins.
func lastPause(text string) int {
	_, end := lastMark(text)
	return end
}

// lastMark is where the mark stands that the last clause of a text begins behind, zeros where there is none.
func lastMark(text string) (start, end int) {
	for end := len(text); end > 0; {
		if end >= len("一") && text[end-len("一")]-0xE4 <= 0xE9-0xE4 {
			end -= len("一") // nearly every character is one of Han
			continue
		}
		c, size := utf8.DecodeLastRuneInString(text[:end])
		switch c {
		case '，', ',', '；', ';', '：', ':', '。':
			return end - size, end
		}
		end -= size
	}
	return 0, 0
}

// movingTo are words before the place that a sentence goes to.
var movingTo = phrases("moving to")

// nearby are words for the place that a story is at and that is smaller than the one it is about.
var nearby = sync.OnceValue(func() []string { return append(phrases("nearby")().words, villageLife().words...) })

// speaksNearby tells of a word for the place that a story is at; 重点园区 are those of a wider one.
func speaksNearby(text string) bool {
	return pointsAtSite(text) || opensWithSite(text) || means(text, nearby(), func(w, before, _ string) bool {
		return w != "园区" || !endsWithAny(before, ofWiderPlace())
	})
}

// ofWiderPlace are words before a 园区 that are those of a wider place.
var ofWiderPlace = phrases("of a wider place")

// opensWithSite tells of a clause that begins with what a zone, works or house is called by, and names none: the one told before is meant.
func opensWithSite(text string) bool {
	return means(text, sitesAlone(), func(_, before, _ string) bool {
		return trimAhead(before[lastPause(before):], aheadOfSite().words...) == ""
	})
}

// pointsAtSite tells of one zone, works or house of the place that a story is at, pointed at as told before: 这个面积不大的园区.
func pointsAtSite(text string) bool {
	return means(text, []string{"这个"}, func(_, _, after string) bool {
		return holdsAny(firstRunes(firstClause(after), farthestSite), sitesPointedAt())
	})
}

// farthestSite is how many characters behind 这个 what it points at ends at most.
const farthestSite = 12

// firstRunes is the first n characters of a text.
func firstRunes(text string, n int) string {
	for i := range text {
		if n == 0 {
			return text[:i]
		}
		n--
	}
	return text
}

var sitesPointedAt, sitesAlone = phrases("sites pointed at"), phrases("sites alone")

// villageLife are words that speak of a village without its name.
var villageLife = phrases("village life")

// atScene is the place of a sentence of the news that names none: a village's, that of a fair, or the scene.
func (r *reader) atScene(text string) string {
	if r.Report.Kind != "" {
		return ""
	}
	if v, ok := r.villageIn(text); ok {
		if v.county == "" && !strings.HasSuffix(r.scene, "00") {
			return r.scene // it lies where the story is
		}
		return v.county
	}
	if r.governs(text) {
		return ""
	}
	switch {
	case r.event != "" && holdsAny(text, atFair()):
		return r.event
	case r.scene == "" || r.local() && r.sceneAt != r.lineStart && (speaksOfNation(text) || holdsAny(text, statisticsOf())):
		return ""
	case r.local() || r.sceneAt == r.lineStart || speaksNearby(text) || r.tellsOfPerson(text):
		return r.scene
	}
	return ""
}

// tellsOfPerson tells of a sentence on someone of the place that a story is at, by name or as 他, and on no one who leads a wider one.
func (r *reader) tellsOfPerson(text string) bool {
	if holdsAny(text, leaders()) {
		return false
	}
	for _, t := range r.toks[:min(len(r.toks), 12)] {
		if t.kind == figure {
			break
		}
		if t.kind == word && (t.pos == "nr" || t.text == "他" || t.text == "她") {
			return true
		}
	}
	return holdsAny(text, households())
}

var leaders, households = phrases("leaders"), phrases("households of the story")

// governs tells of a sentence on what the party and government of the place that the news is of do: 市委、市政府实施 in the news of a city.
func (r *reader) governs(text string) bool {
	home, ok := place.Lookup(r.home)
	if !ok || r.local() {
		return false
	}
	_, size := utf8.DecodeLastRuneInString(home.Name)
	unit := home.Name[len(home.Name)-size:]
	return holdsAny(text, []string{unit + "委、" + unit + "政府", unit + "委" + unit + "政府"})
}

// movedBy stand between a place and its rate, aheadOfSite before a site that is called by what it is.
var movedBy, aheadOfSite = phrases("moved by"), phrases("ahead of a site")
