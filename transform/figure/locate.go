package figure

import (
	"cmp"
	"slices"
	"strings"

	"yiyuan/transform/indicator"
	"yiyuan/transform/period"
	"yiyuan/transform/place"
)

// This file follows where the text is: the places that a sentence names and what they rule.

// meetHeadPlace lets the place that a headline opens with own the items under it, in a digest that is of no one place:
// 贵州：60万岗位促就业.
func (r *reader) meetHeadPlace(line string) {
	r.heading.region = ""
	r.topic = topic{villageLine: -1}
	if name := r.villageOfTitle(line); name != "" {
		r.topic.title, r.topic.village = name, name
	} else if m := inTitle.FindStringSubmatch(line); m != nil {
		r.topic.title, r.topic.village = m[1], m[1]
	}
	if r.local() {
		r.heading.period, r.heading.has, r.scene, r.event = period.Period{}, false, "", ""
	}
	end := 0
	places := r.known.Scan(line)
	for k, m := range places {
		opens := strings.Trim(line[:m.Start], " 　*#【[视频]】") == ""
		code := r.regionOf(&m)
		switch {
		case r.heading.region != "":
			if between := line[end:m.Start]; between == "至" || between == "到" {
				r.heading.region = holderOf(r.heading.region, code) // of a line that goes on to another place
				return
			}
			if m.Start == end && place.Contains(r.heading.region, code) {
				r.heading.region = code
			}
			return
		case code == "" || m.Kind == place.KindGroup:
		case r.local() && (opens || settledIn(code, line[:m.Start], line[m.End:])):
			r.heading.region, end = code, m.End
			continue
		case opens && m.Kind == place.KindRegion && r.headsSection(line, places[k:]):
			last := lastInBreath(places[k:])
			r.heading.region = r.resolve(&last)
		case opens && m.Kind == place.KindRegion && strings.HasPrefix(line[m.End:], "：") && r.elsewhere(code):
			r.heading.region = code
		}
		if !r.local() {
			return
		}
	}
}

// settledIn tells of the one place that the words before it say something has settled or happened in: 百亿项目落户某市.
func settledIn(code, before, behind string) bool {
	if code >= "700000" || code == "100000" {
		return false
	}
	return endsWithAny(before, []string{"在", "落户"}) && !strings.HasPrefix(behind, "、")
}

// elsewhere tells of a place that neither holds the one the news is of nor lies in it.
func (r *reader) elsewhere(code string) bool {
	return !place.Contains(code, r.home) && !place.Contains(r.home, code)
}

// lastInBreath is the last of the places named in one breath with the first.
func lastInBreath(places []place.Match) place.Match {
	last := places[0]
	for _, m := range places[1:] {
		if m.Start == last.End {
			last = m
		}
	}
	return last
}

// headsSection tells of a headline within the news of one place that begins with another, in one breath, and a colon: 宁夏盐池：.
func (r *reader) headsSection(line string, places []place.Match) bool {
	last := lastInBreath(places)
	code := r.resolve(&last)
	return last.End > places[0].End && strings.HasPrefix(line[last.End:], "：") && code != "" && r.elsewhere(code)
}

func (r *reader) atLineStart() bool {
	if r.start == 0 {
		return true
	}
	before := strings.Trim(r.text[strings.LastIndexByte(r.text[:r.start], '\n')+1:r.start], " *\u3000！：，")
	return before == "" || before == "各位代表"
}

// goesOn tells of a sentence that names nothing before its first figure and so speaks of the one before it in its
// paragraph: 2019年为20亿元。
func (r *reader) goesOn() bool {
	if r.start == 0 || r.text[r.start-1] == '\n' {
		return false
	}
	for _, t := range r.toks {
		switch {
		case t.kind == figure:
			return true
		case t.kind == time, t.kind == comma, t.kind == blank:
		case t.kind != word || !t.is(reach|up|down|upto|downto) && !standings[t.text]:
			return false
		}
	}
	return false
}

// pointsBack tells of a sentence whose first figure is of what was told last: 到2025年，这个数字将达到56%.
func (r *reader) pointsBack(text string) bool {
	first := slices.IndexFunc(r.toks, func(t token) bool { return t.kind == figure })
	return first > 0 && r.Report.Kind == "" && holdsAny(r.text[r.start:r.toks[first].start], pointingBack())
}

var pointingBack = phrases("pointing back")

// standings are words for the place that what was told before takes: 位次由第五位上升到第二位.
var standings = map[string]bool{"位次": true, "排名": true, "名次": true, "由": true, "从": true}

// passNames keeps the companies and parks that a sentence of news without figures names: 该公司 may stand for them next.
func (r *reader) passNames(text string, start, end int) {
	if r.Report.Kind != "" || !holdsAny(text, namedThings()) {
		return
	}
	r.start, r.end = start, end
	r.cut(text, start, r.marks(text, nil, nil, r.known.Scan(text)))
	r.sentence, r.clause = scope{}, scope{}
	for i := range r.toks {
		r.remember(i)
	}
}

func (r *reader) resolve(m *place.Match) string {
	if m.Kind == place.KindGroup && len(m.Candidates) != 1 {
		code, _ := r.deictic(m.Text)
		return code
	}
	code := place.Resolve(*m, r.home, r.clause.region, r.sentence.region, r.line.region, r.scene)
	if r.Report.Kind != "" || len(m.Candidates) < 2 {
		return code
	}
	if code == "" {
		return r.meant[m.Text]
	}
	if r.meant == nil {
		r.meant = map[string]string{}
	}
	r.meant[m.Text] = code
	return code
}

// meetPlace takes the story to the place at token i, and lets one that opens a clause rule it, and one that opens the sentence the sentence.
func (r *reader) meetPlace(i int) {
	if r.excepted(i) || r.meetWholePark(i) {
		return
	}
	code := r.regionOf(r.toks[i].at)
	news := r.Report.Kind == ""
	if news && aidedAt(r.toks[i:]) > 0 || r.meetEnds(i) || r.onlyOrigin(i, code) {
		return
	}
	if r.onlyEnd(code, r.toks[i]) || r.homeOfPerson(r.toks[i:], code) {
		return
	}
	if news && !r.sharesHome(r.text[r.toks[i].end:r.end], code) {
		r.enterScene(i, code)
	}
	if news && r.passesThrough(i) || r.partnerOfTrade(i, code) {
		return
	}
	switch {
	case !r.opens(i):
		r.meetPlaceInside(i, code)
	case r.beginsName(i, code) || r.ownsNothing(i, code):
	default:
		r.rulesClause(i, code)
	}
}

// meetWholePark lets the 全区 that opens a clause under the name of a park be that park.
func (r *reader) meetWholePark(i int) bool {
	if r.toks[i].at.Text != "全区" || r.heading.kind != "park" || !r.opens(i) {
		return false
	}
	r.clause.subject, r.clause.kind = r.heading.subject, "park"
	r.sentence.subject, r.sentence.kind = r.heading.subject, "park"
	return true
}

// enterScene takes the scene of the news to the place at token i, or back to what holds the scene of a paragraph before.
func (r *reader) enterScene(i int, code string) {
	t := r.toks[i]
	if r.local() && t.at.Kind == place.KindRegion && !t.at.Full && r.branchOfFirm(i) {
		return
	}
	left, leftAt := r.scene, r.sceneAt
	beside := i > 0 && r.toks[i-1].kind == where && r.toks[i-1].end == t.start
	entered := r.enter(t.at, r.text[r.start:t.start], r.text[t.end:r.end], beside)
	came := endsWithAny(strings.TrimSuffix(r.text[r.start:r.toks[r.breathOf(i)].start], "了"), comingTo())
	if entered && came && r.scene == code {
		r.goesOnTo(code)
	}
	if entered || leftAt != r.lineStart && r.at == left && code == r.scene && place.Contains(code, left) {
		r.at = r.scene
	}
}

// comingTo are verbs for where a story goes next.
var comingTo = phrases("coming to")

// branchOfFirm tells of a place that the branch of a firm of the whole country is called by, which acts there and takes no story to it:
// 南昌局集团公司.
func (r *reader) branchOfFirm(i int) bool {
	name, kind, _ := r.entityAt(i)
	return kind == "enterprise" && startsWithAny(name[len(r.toks[i].text):], branchesOfFirms())
}

var branchesOfFirms = phrases("branches of firms")

// meetPlaceInside reads a place that opens no clause: the way or works it lies on, what it narrows, or who takes part.
func (r *reader) meetPlaceInside(i int, code string) {
	if r.reportsItself(i, code) {
		r.sentence.region = code
		if r.atLineStart() {
			r.line.region = code
		}
		return
	}
	r.meetWay(i)
	if r.meetStretch(i, code) || r.meetWorks(i, code) {
		return
	}
	if !r.narrows(i, code) && !r.happensAt(i, code) && !r.departsFrom(i, code) && !r.doneElsewhere(i, code) && !r.turnsTo(i, code) {
		r.meetPartner(i, code)
	}
}

// reportsItself tells of a province whose own body says what the sentence of the news tells: 据河南省水利厅统计，.
func (r *reader) reportsItself(i int, code string) bool {
	if r.Report.Kind != "" || !r.local() || !strings.HasSuffix(code, "0000") || code == "100000" || !r.toks[i].at.Full {
		return false
	}
	if i == 0 || r.toks[i-1].text != "据" || r.clauseStart(i) != i-1 {
		return false
	}
	return endsWithAny(firstClause(r.text[r.toks[i].end:r.end]), saying())
}

// saying ends a clause on who says what the next ones tell.
var saying = phrases("saying")

// beginsName tells of a place that begins a longer name, of the firm or port of the headline or of a firm, and lets that be told of.
func (r *reader) beginsName(i int, code string) bool {
	t := &r.toks[i]
	h := &r.heading
	if (h.kind == "enterprise" || h.kind == "other") && len(h.subject) > len(t.text) && strings.HasPrefix(r.text[t.start:r.end], h.subject) {
		r.nameSubject(h.subject, h.kind)
		return true
	}
	if code == "" || !r.partOfName(i, code) {
		return false
	}
	r.meetFirm(i)
	return true
}

// ownsNothing tells of a place at the head of a clause that is only held against, one of a list, or part of the name of a body.
func (r *reader) ownsNothing(i int, code string) bool {
	t := &r.toks[i]
	in := i > 0 && r.toks[i-1].text == "在"
	switch {
	case r.fieldOfRank(i, code) || r.gradeOfWider(i, code):
		return true
	case r.onlyField(code, t.end) || r.comesFrom(i, code):
		return true
	case code == "" || r.listed(i), t.at.Kind == place.KindGroup && r.onlyMeasures(i), code == "100000" && r.home != code && in:
		return true
	}
	return r.bodyAt(i, code)
}

// comesFrom tells of a place outside the one that the news is of, from which something has been got: 又从内蒙古买进240只羊.
func (r *reader) comesFrom(i int, code string) bool {
	if r.Report.Kind != "" || r.local() || i == 0 || r.toks[i-1].text != "从" || code == "" || !r.elsewhere(code) {
		return false
	}
	after := firstClause(r.text[r.toks[i].end:r.end])
	if at := strings.IndexAny(after, "0123456789"); at >= 0 {
		after = after[:at]
	}
	return holdsAny(after, gettingFrom())
}

// gettingFrom are verbs for getting things from elsewhere.
var gettingFrom = phrases("getting from elsewhere")

// bodyAt tells of the name of a firm or body that the place at token i begins, which acts for itself.
func (r *reader) bodyAt(i int, code string) bool {
	name, kind, _ := r.entityAt(i)
	switch {
	case name == "", kind == "park", kind == "area" && r.Report.Kind == "", strings.HasSuffix(name, "港"), kind == "industry" && r.Report.Kind == "":
		return false
	case i > 0 && r.toks[i-1].text == "经", kind == "institution" && r.toks[i].at.Full:
		return false
	}
	return !r.local() || code == "100000"
}

// rulesClause lets the place at token i own its clause, and more of the text by where it stands.
func (r *reader) rulesClause(i int, code string) {
	t := &r.toks[i]
	r.clause.region = code
	if code == "100000" && !r.local() {
		return
	}
	after := r.text[t.end:r.end]
	if r.Report.Kind == "" {
		r.sentence.region = code
		if r.current != nil && r.current.region != "" {
			moved := *r.current
			moved.region = "" // what it is goes on, where it was does not
			r.current = &moved
		}
		if (i == 0 || r.toks[i-1].text != "在") && !ownFigure(after) && !startsWithAny(after, publicWorks()) && !r.sharesHome(after, code) {
			r.takeLine(code) // 在葫芦岛，… holds for its sentence
		}
	} else if code == r.home && r.sentence.region != "" {
		r.sentence.region, r.sentence.named = code, 0 // 全市
	} else if r.sentence.region == "" && t.at.Full && !startsBody(after) {
		r.sentence.region, r.sentence.named = code, 0
		if r.clauseStart(i) > 0 {
			r.sentence.named = t.start
		}
	}
	if t.at.Kind == "park" {
		r.sentence.subject, r.sentence.kind = t.text, "park"
		r.line.subject, r.line.kind = r.sentence.subject, "park"
	} else if r.Report.Kind != "" || !strings.HasPrefix(r.clause.subject, t.text) {
		r.sentence.subject, r.line.subject = "", ""
	}
}

// sharesHome tells of a place whose clause only says how much of the place that the news is of it has: 昆明市保费占全省的43.9%.
func (r *reader) sharesHome(after, code string) bool {
	return !r.local() && code != r.home && place.Contains(r.home, code) && holdsAny(firstClause(after), sharesOfHome())
}

var sharesOfHome = phrases("shares of home")

// meetFronted lets the place whose body acts behind a clause that says what for own that clause too: 为了改善居民的住房，某区政府启动.
func (r *reader) meetFronted(text string) {
	if r.Report.Kind != "" || !startsWithAny(text, purposes()) {
		return
	}
	paused := false
	for i, t := range r.toks {
		switch {
		case t.kind == comma:
			paused = true
		case t.kind == stop || t.kind == semi || t.kind == where && !paused:
			return
		case t.kind == where && t.at.Kind == place.KindRegion && r.opens(i):
			if code := r.smallestFrom(i); code != "" && code != "100000" {
				r.sentence.region = code
			}
			return
		}
	}
}

// purposes begin a clause that says what is meant by the next one.
var purposes = phrases("purposes")

// smallestFrom is the smallest of the places named in one breath from token i on: 四川成都高新区.
func (r *reader) smallestFrom(i int) string {
	code, end := r.regionOf(r.toks[i].at), placesFrom(r.toks, i)
	if end < len(r.toks) && r.toks[end].is(conj) {
		return code // 福建福州和泉州
	}
	for _, t := range r.toks[i:end] {
		if at := r.regionOf(t.at); place.Contains(code, at) {
			code = at
		}
	}
	return code
}

// onlyOrigin tells of the place that some of those counted come from: 创业团队600家，其中香港团队300家.
func (r *reader) onlyOrigin(i int, code string) bool {
	if r.Report.Kind != "" || code == "" || i == 0 || !r.toks[i-1].is(among) || i+2 >= len(r.toks) {
		return false
	}
	if !startsWithAny(r.text[r.toks[i].end:r.end], groupsOfOrigin()) {
		return false
	}
	within := r.sentence.region
	if within == "" {
		within = r.at
	}
	return within != "" && within != "100000" && !place.Contains(within, code)
}

var groupsOfOrigin = phrases("groups of origin")

// excepted tells of a place that what is told does not hold for: 除西藏外, 除个别县以外.
func (r *reader) excepted(i int) bool {
	if !strings.HasPrefix(r.text[r.toks[r.clauseStart(i)].start:], "除") {
		return false
	}
	clause := firstClause(r.text[r.toks[i].end:r.end])
	return strings.HasSuffix(clause, "外") && !strings.HasSuffix(clause, "海外")
}

// startsBody tells of a place that only begins the name of a body: 清流县中医院, 泉州市第一中学.
func startsBody(after string) bool {
	n := 0
	for i := range after {
		if n++; n > 9 {
			after = after[:i]
			break
		}
	}
	if cut := strings.IndexAny(after, "，、。；"); cut >= 0 {
		after = after[:cut]
	}
	return holdsAny(after, bodies())
}

// happensAt lets the place that something happened in own the sentence of news that is of no one place: 今天在甘肃落幕.
func (r *reader) happensAt(i int, code string) bool {
	if r.Report.Kind != "" || !r.local() || code == "" || code == "100000" || i == 0 || onlyVenue(r.text[r.toks[i].end:r.end]) {
		return false
	}
	first := r.breathOf(i)
	if first == 0 || r.toks[first-1].text != "在" || r.sentence.region != "" && (first == i || !place.Contains(r.sentence.region, code)) {
		return false
	}
	if first < i && r.eventOfProvince(first) {
		r.at, r.scene = r.sentence.region, r.sentence.region
		return true
	}
	r.sentence.region, r.line.region = code, code
	return true
}

// doneElsewhere lets the place where those of another place have built or opened something own the sentence: 上海市在某县建起了40家工厂.
func (r *reader) doneElsewhere(i int, code string) bool {
	before := r.text[r.start:r.toks[r.breathOf(i)].start]
	if r.Report.Kind != "" || !strings.HasSuffix(trimAny(before, helpedPlaces()...), "在") {
		return false
	}
	if !r.builtAt(cmp.Or(r.clause.region, r.sentence.region), r.toks[i:i+1]) {
		return false
	}
	r.clause.region, r.sentence.region = code, code
	return true
}

// aidingDeeds are what people of one place do in another that stays there, helpedPlaces words for that before its name.
var aidingDeeds, helpedPlaces = phrases("deeds of helpers"), phrases("helped places")

// eventOfProvince tells of an event that the province named at token i, in whose city it is held, is called by: 央企入滇签约今天在云南昆明举行.
func (r *reader) eventOfProvince(i int) bool {
	t := &r.toks[i]
	code := r.regionOf(t.at)
	if !strings.HasSuffix(code, "0000") || wholeCity[code] {
		return false
	}
	event := r.text[r.start:t.start]
	for _, letter := range place.Letters(code) {
		if holdsAny(event, []string{"入" + letter, "来" + letter, letter + "商", letter + "企"}) {
			return true
		}
	}
	named := strings.LastIndex(event, t.text)
	return named >= 0 && !startsWithAny(event[named+len(t.text):], hostsOfEvents())
}

// hostsOfEvents are bodies of a province that hold an event without its being called by that: 福建省委举办的.
var hostsOfEvents = phrases("hosts of events")

// turnsTo lets the place that a clause of the news goes over to own its sentence: 靠花卉致富的还有云南元谋的一个村.
func (r *reader) turnsTo(i int, code string) bool {
	if r.Report.Kind != "" || code == "" || code == "100000" || i+1 >= len(r.toks) {
		return false
	}
	if r.toks[i+1].kind == where && r.toks[i+1].start == r.toks[i].end {
		return false
	}
	next, before := r.toks[i+1], r.text[r.start:r.toks[r.breathOf(i)].start]
	settled := next.kind == comma && endsWithAny(before, settling())
	if next.kind != comma && next.text != "的" || !endsWithAny(before, turningTo()) && !settled {
		return false
	}
	r.clause.region, r.sentence.region = code, code
	if settled {
		r.line.region = code
	}
	return true
}

var turningTo = phrases("turning to")

// breathOf is the first of the places named in one breath with that of token i: 浙江温州洞头区, 皖北小城界首.
func (r *reader) breathOf(i int) int {
	for i > 0 && r.toks[i-1].end == r.toks[i].start {
		switch {
		case r.toks[i-1].kind == where:
			i--
		case i > 1 && r.toks[i].kind == where && r.epithetBehindPlace(i-1):
			i -= 2
		default:
			return i
		}
	}
	return i
}

// epithetBehindPlace tells of what a smaller place is called right behind the wider: 皖北小城.
func (r *reader) epithetBehindPlace(j int) bool {
	wider := &r.toks[j-1]
	return wider.kind == where && wider.end == r.toks[j].start && slices.Contains(epithets(), r.toks[j].text)
}

// narrows lets the smaller place named in the same breath as the one that opens the clause take its place: 安徽淮北.
func (r *reader) narrows(i int, code string) bool {
	first := r.breathOf(i)
	if code == "" || first == i || !r.opens(first) || r.listed(i) {
		return false
	}
	wider := r.clause.region
	if r.sameLevel(i, wider, code) {
		code = holderOf(wider, code) // 太原忻州一体化经济区
		r.clause.region, r.sentence.region = code, code
		return true
	}
	if wider == "" || wider == code || !place.Contains(wider, code) {
		return false
	}
	r.clause.region = code
	if r.sentence.region == wider {
		r.sentence.region = code
	}
	if r.line.region == wider {
		r.line.region = code
	}
	return true
}

// sameLevel tells of two cities of one province named in one breath, the second by token i.
func (r *reader) sameLevel(i int, first, second string) bool {
	if r.Report.Kind != "" || !isCity(first) || !isCity(second) || first == second || first[:2] != second[:2] {
		return false
	}
	before := &r.toks[i-1]
	return before.kind == where && r.regionOf(before.at) == first && r.toks[i].at.Kind == place.KindRegion
}

// isCity tells of the code of a city of a province.
func isCity(code string) bool {
	return strings.HasSuffix(code, "00") && !strings.HasSuffix(code, "0000")
}

// meetPartner lets the place that others sign with own the sentence: 20家央企与某省签约50个项目.
func (r *reader) meetPartner(i int, code string) {
	if code == "" || r.Report.Kind != "" || r.sentence.region != "" || i == 0 || i+1 >= len(r.toks) {
		return
	}
	before, after := r.toks[i-1].text, r.toks[i+1].text
	if (before == "与" || before == "同" || before == "和") && (strings.HasPrefix(after, "签") || strings.HasPrefix(after, "合作")) {
		r.sentence.region, r.line.region = code, code
	}
}

// partOfName tells of the short name of a wider place at the head of a longer name: 福建 of 福建展化化工 in a county's story.
func (r *reader) partOfName(i int, code string) bool {
	at := r.toks[i].at
	if at.Full || at.Kind != place.KindRegion || code == r.home || !place.Contains(code, r.home) || i+1 >= len(r.toks) {
		return false
	}
	n := r.toks[i+1]
	if r.Report.Kind == "" && i+2 < len(r.toks) && isName(r.toks[i+2].text) {
		if hits := indicator.Industries(n.text); len(hits) > 0 && hits[0].End == len(n.text) {
			return false // 新疆煤炭储量
		}
	}
	return n.kind == word && n.class == 0 && (strings.HasPrefix(n.pos, "n") || len(n.text) == 3 && !strings.Contains("pduc", n.pos))
}

// gradeOfWider tells of the province or city that gives the grade of what a county or park counts, in a list of its own: 规上企业20家，江苏省
// 著名商标2件.
func (r *reader) gradeOfWider(i int, code string) bool {
	if r.Report.Kind != "" || r.local() || code == r.home || !place.Contains(code, r.home) || r.lastMeasured < 0 || i+1 >= len(r.toks) {
		return false
	}
	if before := &r.toks[max(i-1, 0)]; before.kind != comma && before.kind != dun && !before.is(among) {
		return false
	}
	thing := firstClause(r.text[r.toks[i].end:r.end])
	if n := strings.IndexAny(thing, "0123456789、"); n >= 0 {
		thing = thing[:n]
	}
	return holdsAny(thing, honours())
}

// onlyField tells of a 全国 in the news that ends there and is only the field in which a thing is the first: 全国首座, 全国最大的市场. So is the
// province of what is told: 某县在湖南率先实现.
func (r *reader) onlyField(code string, end int) bool {
	after := r.text[end:r.end]
	if r.Report.Kind != "" || !startsWithAny(after, firstOfAll()) && !startsWithAny(after, overTheField()) {
		return false
	}
	told := cmp.Or(r.sentence.region, r.at)
	return code == "100000" || code != told && place.Contains(code, told) // 在赣州，江西首个产业园
}

// gradeOfNation tells of a 全国 that is the grade of what the news of one place counts, behind what it has counted: 其中全国重点村2个.
func (r *reader) gradeOfNation(code string, rest []token) bool {
	return code == "100000" && r.Report.Kind == "" && !r.local() && r.lastMeasured >= 0 && holdsAny(join(rest), honours())
}

var honours = phrases("honours")

// listed tells of a place that is one of several or heads the members of a count or an area: 晋江、长乐、福安等17个县域, 四川等西部5个省份,
// 赣南等原中央苏区.
func (r *reader) listed(i int) bool {
	if i+2 < len(r.toks) && r.toks[i+1].kind == dun && r.toks[i+2].kind == where {
		return true
	}
	for j := i + 1; j+1 < len(r.toks) && r.toks[j].kind != comma && r.toks[j].kind != semi && !r.toks[j].is(event|newness|reach); j++ {
		if r.toks[j].text == "等" && r.headsSet(j+1, j == i+1) {
			return true
		}
	}
	return false
}

// headsSet tells of so many things behind 等, with no more than their sort before the number, or, right behind the place, of an area of several.
func (r *reader) headsSet(from int, besidePlace bool) bool {
	for j := from; j < min(len(r.toks), from+4); j++ {
		t := r.toks[j]
		if t.kind == figure {
			return t.q.Kind == "count"
		}
		if t.kind != word && t.kind != where || t.class != 0 && t.text != "在" {
			return false
		}
		if besidePlace && endsWithAny(t.text, areasOfSeveral()) {
			return true
		}
	}
	return false
}

var areasOfSeveral = phrases("areas of several")

// onlyMeasures tells of a 全省 that something is only held against: 全省第八, 在全省100个园区中排第五, 超过全省总量的三成.
func (r *reader) onlyMeasures(i int) bool {
	if i > 0 && outdoing[r.toks[i-1].text] {
		return true
	}
	if i > 0 && r.toks[i-1].kind == dun && i+2 < len(r.toks) && r.toks[i+1].text == "的" {
		if part := &r.toks[i+2]; part.kind == figure && part.q.Kind == "percent" {
			return true // 占全省的三分之二、全国的五分之一
		}
	}
	among := false
	for _, t := range r.toks[i+1:] {
		switch {
		case t.kind.pauses():
			return false
		case t.text == "中" || t.text == "当中" || t.text == "里":
			among = i > 0 && r.toks[i-1].text == "在"
		case t.kind == figure && t.q.Kind == "rank":
			return among || t.start == r.toks[i].end
		}
	}
	return false
}

// outdoing are verbs whose object is outdone, or of which something is a part.
var outdoing = map[string]bool{
	"超过": true, "超出": true, "超": true, "高于": true, "高出": true, "低于": true, "快于": true, "多于": true, "优于": true, "好于": true, "占": true,
	"约占": true, "领先": true,
}

// regionOf resolves a place that may own a figure: 中国 in a name (中国驰名商标) owns none, 全国 and 我国 do.
func (r *reader) regionOf(m *place.Match) string {
	code := r.resolve(m)
	if code == "100000" && m.Text != "全国" && m.Text != "我国" && r.home != "100000" {
		return ""
	}
	return code
}

// opens tells whether token i begins a clause, time expressions, quotes and light verbs aside, and what a place is called before its name
// (煤炭大省山西).
func (r *reader) opens(i int) bool {
	if r.Report.Kind == "" && r.toks[i].kind == where && strings.HasSuffix(r.text[r.start:r.toks[i].start], "——") {
		return true // 重大工程之一——福建莆田的工程
	}
	if r.toks[i].kind == where && (r.wholeOfIt(i) || r.mostOfAll(i)) {
		return true
	}
	for j := min(r.epithetFrom(i), r.describedFrom(i)) - 1; j >= 0; j-- {
		switch t := &r.toks[j]; t.kind {
		case comma, semi, stop:
			return true
		case time, blank, note, quote:
		case dun:
			return j > 0 && r.toks[j-1].kind == figure // 甲县突破450亿元、乙县突破380亿元
		case word:
			switch {
			case t.is(rank | copula | share):
				return false
			case t.is(among | conj | reach), light[t.text], t.text == "于", r.liesIn(j, i), r.pointsAtLying(j, i):
			default:
				return false
			}
		default:
			return false
		}
	}
	return true
}

// wholeOfIt tells of a place in the news behind whose name 全省 or the like follows, where no share is of it: 春运40天河南全省客运量.
func (r *reader) wholeOfIt(i int) bool {
	if r.Report.Kind != "" || i == 0 || i+1 >= len(r.toks) || r.toks[i+1].kind != where || r.toks[i+1].start != r.toks[i].end {
		return false
	}
	before := r.toks[i-1]
	owns := !before.is(share|rank|reach|copula|conj|faster|slower) && !measuredAgainstPlace[before.text] && before.kind != dun
	return strings.HasPrefix(r.toks[i+1].text, "全") && owns && r.clauseStart(i) < i && !r.placeInClause(i)
}

// measuredAgainstPlace are words before a place that another is measured against.
var measuredAgainstPlace = map[string]bool{"比": true, "较": true, "与": true, "和": true, "同": true}

// mostOfAll tells of a place that a clause of the news names as the one with the most or least: 增幅最高的富源县达37.8%.
func (r *reader) mostOfAll(i int) bool {
	return r.Report.Kind == "" && i > 1 && r.toks[i-1].text == "的" && strings.HasPrefix(r.toks[i-2].text, "最") && !r.placeInClause(i)
}

// placeInClause tells of another place before token i in its clause.
func (r *reader) placeInClause(i int) bool {
	return slices.ContainsFunc(r.toks[r.clauseStart(i):i], func(t token) bool { return t.kind == where })
}

// liesIn tells of the words from token j of the news on that the thing behind the place of token i lies there: 位于眉山的这家工厂, 坐落于绵阳城郊的.
func (r *reader) liesIn(j, i int) bool {
	if r.Report.Kind != "" || !startsWithAny(r.toks[j].text, lyingIn()) {
		return false
	}
	behind, in := r.text[r.toks[j].end:], r.toks[i].text
	if !strings.HasPrefix(behind, in) && !strings.HasPrefix(trimAhead(behind, "于", "在"), in) {
		return false
	}
	for k := i + 1; k < len(r.toks) && k <= i+3; k++ {
		if r.toks[k].text == "的" {
			return true
		}
	}
	return false
}

// pointsAtLying tells of a 这座 at token j before the words that say where the thing lies: 这座位于宁波的电站.
func (r *reader) pointsAtLying(j, i int) bool {
	return j+1 < i && slices.Contains(pointingAtOne(), r.toks[j].text) && (r.liesIn(j+1, i) || r.pointsAtLying(j+1, i))
}

var lyingIn, pointingAtOne = phrases("lying in"), phrases("pointing at one")

// describedFrom is where the words begin that tell at the head of a clause of the news what the place is like that owns it, i where there are
// none: 位于长江中游的江西是, 作为龙头的上海坚持.
func (r *reader) describedFrom(i int) int {
	if r.largestOf(i) {
		return r.clauseStart(i)
	}
	if r.Report.Kind != "" || i < 2 || !isRegion(&r.toks[i]) || r.toks[i-1].text != "的" || i+1 >= len(r.toks) {
		return i
	}
	if holder := &r.toks[i-2]; isRegion(holder) && place.Contains(r.regionOf(holder.at), r.regionOf(r.toks[i].at)) {
		return r.breathOf(i - 2) // 宁夏吴忠市的红寺堡区
	}
	if slices.Contains(aiding(), r.toks[i-2].text) {
		from := r.clauseStart(i)
		if !slices.ContainsFunc(r.toks[from:i], func(t token) bool { return receiving[t.text] }) {
			return from // 辽宁医疗队接管的武汉某医院
		}
	}
	next := r.toks[min(placesFrom(r.toks, i), len(r.toks)-1)]
	if next.kind != time && !(next.kind == word && (next.is(copula|reach) || next.text == "与" || startsWithAny(next.pos, []string{"v", "d"}))) {
		return i
	}
	from := r.clauseStart(i)
	words := r.text[r.toks[from].start:r.toks[i].start]
	if startsWithAny(words, describing()) || strings.HasSuffix(words, "所在的") || onlyDeeds(r.toks[from:i-1]) {
		return from
	}
	return i
}

// isRegion tells of a place of the table of places, and not of a park or several.
func isRegion(t *token) bool {
	return t.kind == where && t.at.Kind == place.KindRegion
}

// largestOf tells of words of the news before the place of token i that say of what it is the largest: 全国最大的小商品市场浙江义乌有.
func (r *reader) largestOf(i int) bool {
	if r.Report.Kind != "" || r.toks[i].kind != where || r.toks[i].at.Kind != place.KindRegion {
		return false
	}
	from := r.clauseStart(i)
	if i < from+3 || !strings.HasPrefix(r.toks[i-1].pos, "n") {
		return false
	}
	field, rest, said := strings.Cut(r.text[r.toks[from].start:r.toks[i].start], "最")
	return said && fieldsOfAll()[field] && strings.Contains(rest, "的")
}

// fieldsOfAll are what a thing is the largest of.
var fieldsOfAll = phraseSet("fields of all")

// aiding are verbs for what people of one place do for another.
var aiding = phrases("helping another place")

// onlyDeeds tells of words for what has been done, and by nobody else than the place they stand before: 刚刚脱贫摘帽 of 刚刚脱贫摘帽的黑龙江海伦市.
func onlyDeeds(toks []token) bool {
	return len(toks) > 0 && !slices.ContainsFunc(toks, func(t token) bool {
		return t.kind != word && t.kind != time && t.kind != blank || !t.is(event|verbal|exist) && !startsWithAny(t.pos, []string{"v", "d"})
	})
}

var describing = phrases("describing places")

// epithetFrom is where the noun phrase begins that a place is called by before its name, i where there is none.
func (r *reader) epithetFrom(i int) int {
	if r.toks[i].kind != where {
		return i
	}
	from := i
	for from > 0 {
		t := r.toks[from-1]
		describes := t.kind == word && (startsWithAny(t.pos, []string{"n", "a", "b"}) || strings.HasPrefix(t.pos, "vn"))
		does := t.is(event|verbal) && endsWithAny(r.toks[max(i-1, 0)].text, levelsOfPlaces())
		if !describes && !does && t.text != "第一" {
			break
		}
		from-- // 花椒种植第一大省
	}
	if from == i || !endsWithAny(r.text[r.toks[from].start:r.toks[i].start], epithets()) {
		return i
	}
	return from
}

// levelsOfPlaces end what a place is called by what it makes: 花椒种植第一大省.
var levelsOfPlaces = phrases("levels of places")

var epithets = phrases("epithets of places")

// takeLine lets a place own what its paragraph goes on to tell, where its sentence names no other beside it: 烟台22家，威海7家.
func (r *reader) takeLine(code string) {
	if r.owner != "" && !place.Contains(r.owner, code) && !place.Contains(code, r.owner) {
		r.line.region = r.ownedBefore
		return
	}
	r.line.region, r.owner = code, code
}

// wentThroughPlaces tells of a sentence of the news of one place that has gone through several inside it: what comes next is of the whole again.
// 甲县种植48万亩，乙县最多，达103万亩。脱毒种薯面积198万亩.
func (r *reader) wentThroughPlaces() bool {
	if r.Report.Kind != "" || r.local() {
		return false
	}
	first, several := "", false
	for k := len(r.out.Facts) - 1; k >= 0 && r.out.Facts[k].Start >= r.start; k-- {
		switch code := r.out.Facts[k].RegionCode; {
		case code == r.home, !place.Contains(r.home, code):
		case first == "":
			first = code
		default:
			several = several || code != first
		}
	}
	return several
}

// goesThroughPoints lets each of the points that the news goes through begin with the place the first began with: what the one before told of
// a county of the city is over. 一是…。东山县建成基地5个。二是….
func (r *reader) goesThroughPoints(text string) {
	switch {
	case r.Report.Kind != "":
	case strings.HasPrefix(text, "一是"):
		r.line.points.region, r.line.points.scene = r.line.region, r.scene
	case startsWithAny(text, laterPoints()):
		r.line.region, r.scene = r.line.points.region, r.line.points.scene
	}
}

// publicWorks are what a place gives its name to without becoming what the paragraph is of: 长沙机场扩建完成投资.
var publicWorks = phrases("public works")

var laterPoints = phrases("later points")

// toldOfPlace tells of a sentence in the news of no one place that has come to a place: 全国第二 is how that stands.
func (r *reader) toldOfPlace() bool {
	told := cmp.Or(r.sentence.region, r.line.region, r.at)
	return r.Report.Kind == "" && told != "" && told != "100000"
}

// fieldOfRank tells of the wider place that a rank is held in, and not of whose it is: 在全省排第二位.
func (r *reader) fieldOfRank(i int, code string) bool {
	if code == r.home && !(code == "100000" && r.toldOfPlace()) || code != r.home && !place.Contains(code, r.home) {
		return false
	}
	for _, t := range r.toks[i+1 : min(len(r.toks), i+4)] {
		if t.kind == figure {
			return t.q.Kind == "rank"
		}
		if !t.is(rank | reach | upto) {
			break
		}
	}
	return r.fieldAround(i)
}

// fieldAround tells of a wider place among whose things one is ranked: 在全省乡村产业集群里排第三.
func (r *reader) fieldAround(i int) bool {
	among := false
	for _, t := range r.toks[i+1:] {
		switch {
		case t.kind == figure:
			return among && t.q.Kind == "rank"
		case t.kind.pauses():
			return false
		case t.text == "里" || t.text == "中" || t.text == "内":
			among = true
		}
	}
	return false
}
