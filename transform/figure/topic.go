package figure

import (
	_ "embed"
	"regexp"
	"strings"
	"sync"
	"unicode/utf8"

	"yiyuan"
	"yiyuan/transform/number"
	"yiyuan/transform/period"
	"yiyuan/transform/place"
	"yiyuan/transform/search"
	"yiyuan/transform/tables"
)

// The news often says whose a figure is only once, sentences before: the fair that is held, the village that is visited, an area that
// is no unit of the register. Those three own what is told of them; a firm, park or place named in the clause goes first.

//go:embed areas.csv
var areasCSV string

func init() { tables.Register("areas.csv", &areasCSV) }

type area struct{ name, kind, code string }

var areas = sync.OnceValue(func() []area {
	var out []area
	for row := range tables.Rows(areasCSV, 3) {
		out = append(out, area{row[0], row[1], row[2]})
	}
	return out
})

// areasByName are the areas by their names, of which most texts hold none.
var areasByName = sync.OnceValue(func() *byFirst[area] {
	out := &byFirst[area]{}
	for _, a := range areas() {
		out.add(a.name, a)
	}
	return out
})

// topic is what the paragraphs of a story are about.
type topic struct {
	fair, village, title string // title: a village of the headline, which rules the whole story
	town                 string // the last town, township or street office
	villageLine          int    // the paragraph with a sentence that a village or town opens
	fairLine             int
	fairDays             period.Period // its days, where the news tells them or that it is over
	water                string        // a river or lake whose length or basin has been told
	area                 area
	areaLine, areaStart  int // the paragraph and the sentence that named it
}

var (
	fullFair = regexp.MustCompile(
		`(第[0-9一二三四五六七八九十百]+届|(19|20)\d\d年?(中国|全国|国际|世界|全球|[\p{Han}]{2}(?:全球|国际)|“)|首届|中国国际|中国[-－—―]+)` +
			`[^，。；：！？、\s]{0,24}?` +
			`(博览会|交易会|洽谈会|对洽会|展览会|推介会|大会|大赛|论坛|年会|峰会|展销会` +
			`|(?:旅游|文化|艺术|动漫|电影|音乐|美食|购物|消费|丰收|啤酒|戏剧)节` +
			`|(?:帆船|时装|科技|设计|活动|文化|艺术|合作|创业)周` +
			`|[航车书]展|[进消东广京高服投智数链文农]博会|[广京高]交会|服贸会|投洽会)` +
			`([\p{Han}]{2}峰会)?(暨[^，。；：！？、\s]{2,20}?(会|论坛|大赛|节))?”?`)
	shortFair = regexp.MustCompile(
		`[\p{Han}]{0,2}(进博会|消博会|服贸会|广交会|东博会|高交会|投洽会|京交会|智博会|数博会|链博会|农博会|西博会)` +
			`|[^，。；：！？“”、\s一场在从]{2,16}推介会上`)
	activity  = regexp.MustCompile(`“[^”，]{4,16}”(系列)?活动`)
	waterName = regexp.MustCompile(`([\p{Han}]{1,3}?[河江溪湖])(?:总长|全长|流域面积|水资源)`)
	inTitle   = regexp.MustCompile(`([\p{Han}]{2,4}村)(：|的巨变|[ 　])`)
)

var villageName = regexp.MustCompile(`(?:^|[，。的在])([\p{Han}]{2,4}村)(?:从|的|社会|人均|村民|集体|去年|今年|已|有|共|现)`)

// noVillage are characters of light words before 村集体, which no name of a village holds: 今年已为村集体增收.
const noVillage = "今已为给让使由对被把将向从与的"

// sorts are how words for sorts of villages end, which name none.
var sorts = phrases("sorts of villages")

// atFair are the words for what goes on at a fair.
var atFair = phrases("at a fair")

// assemblies are meetings of the members of a body, which are no fairs.
var assemblies = phrases("assemblies")

// meetThings keeps the fair or village that a sentence of the news names.
func (r *reader) meetThings(text string) {
	if r.Report.Kind != "" {
		return
	}
	if m := fullFair.FindString(text); m != "" && !endsWithAny(m, assemblies()) {
		r.topic.fair, r.topic.fairLine = m, r.lineStart
	} else if m := activity.FindString(text); m != "" && holdsAny(text, held()) { // “专家百县行”活动
		r.topic.fair, r.topic.fairLine = m, r.lineStart
	} else if m := shortFairIn(text); m != "" && (r.topic.fair == "" || r.topic.fairLine != r.lineStart && !sameFair(r.topic.fair, m)) {
		r.topic.fair, r.topic.fairLine = strings.TrimSuffix(strings.TrimPrefix(m, "在"), "上"), r.lineStart
	}
	if r.topic.fairLine == r.lineStart {
		r.meetFairPlace()
	}
	if m := villageIn(text); m != nil && !endsWithAny(m[1], sorts()) && !strings.ContainsAny(m[1], noVillage) {
		r.topic.village = m[1]
	}
	r.meetSettlement(text)
	r.meetCooperative(text)
}

// shortFairIn is the short name of a fair that a text holds. Few hold how one ends, which is sooner asked than the pattern.
func shortFairIn(text string) string {
	if !holdsAny(text, endsOfShortFairs()) {
		return ""
	}
	return shortFair.FindString(text)
}

var endsOfShortFairs = phrases("short names of fairs")

// villageIn finds a village that is told of, as villageName does.
func villageIn(text string) []string {
	if !search.Holds(text, "村") {
		return nil
	}
	return villageName.FindStringSubmatch(text)
}

// sameFair tells whether a short name may be of the fair named before: 东博会 of 第20届中国—东盟博览会.
func sameFair(full, short string) bool {
	runes := []rune(short)
	return len(runes) > 2 && strings.ContainsRune(full, runes[len(runes)-3])
}

// ownedByTopic gives a figure of the news that no firm, park or place of its clause owns to what the story is about.
func (r *reader) ownedByTopic(f *yiyuan.Fact, s *site, st statement) {
	if r.Report.Kind != "" || st.subject != "" || r.clause.subject != "" && r.clause.subject != r.person {
		return
	}
	text, clause := r.text[r.start:r.end], r.clauseAround(s.tok.start, s.tok.end)
	if f.SubjectKind != "region" {
		if a, ok := r.areaIn(clause); ok && a.code != "" && !strings.Contains(text, f.Subject) { // the owner of the sentence before is none here
			f.Subject, f.SubjectKind = a.name, a.kind
			r.placeInArea(f, a, clause)
		}
		return
	}
	a := r.areaOf(s, clause)
	if a.name != "" && (st.region == "" || st.region == f.RegionCode && st.region == "100000" || strings.Contains(clause, a.name)) {
		f.Subject, f.SubjectKind = a.name, a.kind
		r.placeInArea(f, a, clause)
		return
	}
	if name := r.settlement(text, st); name != "" {
		f.Subject = name
		code := r.countyOf(f.Subject)
		for _, site := range r.sites {
			if code == "" && site.name == f.Subject {
				code = site.code
			}
		}
		if code == "" && !strings.HasSuffix(r.scene, "00") && r.clause.region == "" && st.region == "" {
			code = r.scene // it lies where the story is
		}
		if code != "" && (f.RegionCode == "" || place.Contains(f.RegionCode, code)) {
			if region, ok := place.Lookup(code); ok {
				f.RegionCode, f.RegionName = code, region.Name
			}
		}
		return
	}
	if f.RegionCode == "100000" && f.Measure == "level" && givenByBody(f) {
		if body := bodyActing(text[:s.tok.start-r.start]); body != "" {
			f.Subject, f.SubjectKind = body, "institution"
			return
		}
	}
	if m := waterName.FindStringSubmatch(clause); m != nil {
		r.topic.water = m[1]
	}
	if w := r.topic.water; w != "" && r.clause.region == "" && waterName.MatchString(text[:s.tok.start-r.start]) {
		f.Subject, f.SubjectKind = w, "other"
		return
	}
	if r.ownedByFair(text, clause, st) {
		f.Subject, f.SubjectKind = r.topic.fair, "other"
		if region, ok := place.Lookup(r.event); ok && (f.RegionCode == "" || f.RegionCode == "100000" || r.hosted && f.RegionCode == r.home) {
			f.RegionCode, f.RegionName = region.Code, region.Name
		}
		r.datedByFair(f)
	}
}

// givenByBody tells of money or things that a body of the state may have given or sent.
func givenByBody(f *yiyuan.Fact) bool {
	if f.Indicator == "region_count" {
		return false
	}
	return f.Unit == "count" || f.Unit == "CNY" && f.Indicator != "other"
}

// meetFairDays keeps the days of a fair from the sentence that tells them, or that it is over: 20日，为期五天的博览会闭幕.
func (r *reader) meetFairDays(text string, exprs []period.Expr) {
	if r.topic.fair == "" || r.topic.fairLine != r.lineStart && !r.namesFairAgain(text) || holdsAny(text, []string{"将于", "将在"}) {
		return
	}
	if !holdsAny(text, held()) && !holdsAny(text, lastedFor()) && !holdsAny(text, closed()) {
		return
	}
	for i := range exprs {
		e := &exprs[i]
		p, ok := e.Resolve(period.Context{Reference: r.Reference, FromDay: true})
		if !ok || p.Kind != period.During || !e.Day() && p.Start != p.End && !strings.HasSuffix(e.Text, "日") {
			continue
		}
		if over := holdsAny(text, closed()); !over && p.Start == p.End || r.Reference.Before(p.End) {
			return
		} else if over && p.Start == p.End {
			p.Start = daysBefore(p.End, text)
		}
		r.topic.fairDays = p
		return
	}
}

// closed are words for the end of a fair, lastedFor for how long it was.
var closed, lastedFor = phrases("closed"), phrases("lasted for")

// fairIn tells of a text that names the fair, in full or by what it is.
func (r *reader) fairIn(text string) bool {
	return strings.Contains(text, r.topic.fair) || strings.Contains(text, "本届") || r.namesFairAgain(text)
}

// namesFairAgain tells of a text that speaks of the fair by what it is: 旅游节期间, 博览会共签约.
func (r *reader) namesFairAgain(text string) bool {
	name := []rune(strings.TrimRight(r.topic.fair, "”"))
	return len(name) > 3 && strings.Contains(text, string(name[len(name)-3:])) && endsWithAny(string(name), []string{"节", "会"})
}

// daysBefore is the first day of what lasted to a day, as many days as 为期 says; zero where nothing says so.
func daysBefore(last yiyuan.Date, text string) yiyuan.Date {
	_, after, ok := strings.Cut(text, "为期")
	if !ok {
		return yiyuan.Date{}
	}
	return firstOfDays(last, after)
}

// firstOfDays is the first of the days up to the last whose number the text begins with, zero where it begins with none.
func firstOfDays(last yiyuan.Date, text string) yiyuan.Date {
	n, ok := number.At(text, 0)
	if !ok || !strings.HasPrefix(text[n.End:], "天") {
		return yiyuan.Date{}
	}
	days, err := n.Value.Int64()
	if err != nil || days < 1 || days > longestDays {
		return yiyuan.Date{}
	}
	return yiyuan.DateOf(last.Time().AddDate(0, 0, 1-int(days)))
}

// longestDays is how many days a season or fair has at most whose days are counted.
const longestDays = 200

// meetFairLength finds when a fair that is known to be over began, where a clause opens with how long it was: 5天时间，接待观众4万人次.
func (r *reader) meetFairLength(text string) {
	days := &r.topic.fairDays
	if r.topic.fair == "" || days.End.IsZero() || !days.Start.IsZero() {
		return
	}
	for _, clause := range strings.FieldsFunc(text, func(c rune) bool { return strings.ContainsRune("，,；", c) }) {
		if first := firstOfDays(days.End, strings.TrimPrefix(clause, "短短")); !first.IsZero() {
			days.Start = first
			return
		}
	}
}

// datedByFair lets a fair that is over date what the story tells of it without a time of its own, or of its last day.
func (r *reader) datedByFair(f *yiyuan.Fact) {
	days := r.topic.fairDays
	if r.Report.Kind == "" && !r.sentence.has && f.Measure == "level" && f.PeriodEnd.Before(r.Reference) && wholeMonths(period.Period{Kind: f.PeriodKind, Start: f.PeriodStart, End: f.PeriodEnd}) && r.fairIn(r.text[r.start:r.end]) {
		f.PeriodStart, f.PeriodEnd = days.Start, r.Reference // not of what the text told of before the fair
	}
	if days.End.IsZero() || f.PeriodEnd != r.Reference && f.PeriodEnd != days.End {
		return
	}
	shown := (f.Measure == "level" && (f.Unit == "count" || f.Unit == "person") || f.Measure == "growth") && !days.Start.IsZero()
	switch {
	case f.PeriodKind == period.AsOf && shown:
		f.PeriodKind, f.PeriodStart, f.PeriodEnd = period.During, days.Start, days.End // who came and what was to be seen
	case f.PeriodKind == period.AsOf:
		f.PeriodEnd = days.End
	case f.PeriodKind == period.During && (f.PeriodStart.IsZero() || f.PeriodStart == f.PeriodEnd):
		f.PeriodStart, f.PeriodEnd = days.Start, days.End
	}
}

var (
	stateBodies = phrases("state bodies")
	bodyActs    = phrases("bodies' acts")
)

// bodyActing is the body, or those joined with it, that gives or sends what is told behind: 财政部、水利部紧急下拨.
func bodyActing(before string) string {
	for _, act := range bodyActs().words {
		end := strings.Index(before, act)
		if end < 0 {
			continue
		}
		lead := before[:end]
		for _, w := range actorsAfter().words {
			if i := strings.LastIndex(lead, w); i >= 0 {
				lead = lead[i+len(w):]
			}
		}
		first, last := -1, -1
		for _, b := range stateBodies().words {
			if i := strings.Index(lead, b); i >= 0 {
				if first < 0 || i < first {
					first = i
				}
				last = max(last, i+len(b))
			}
		}
		if first >= 0 && utf8.RuneCountInString(lead[last:]) < 20 {
			return lead[first:last]
		}
	}
	return ""
}

// actorsAfter are marks and words behind which the one who acts is named.
var actorsAfter = phrases("before those who act")

func (r *reader) ownedByFair(text, clause string, st statement) bool {
	fair := r.topic.fair
	again := r.namesFairAgain(text)
	if fair == "" || st.region != "" || r.topic.fairLine != r.lineStart && !again && !holdsAny(text, atFair()) {
		return false
	}
	if named := strings.Contains(clause, fair) || shortFair.MatchString(clause); !named && r.clause.region != "" {
		return false
	}
	if holdsAny(text, onlyHeard()) && !holdsAny(clause, atFair()) {
		return strings.Contains(text, "本届")
	}
	if again || st.code == "project_count" || st.code == "visitor_count" {
		return true
	}
	return holdsAny(text, atFair()) || strings.Contains(text, fair) && holdsAny(text, held())
}

// placeInArea takes the place that the table knows of the area which owns a figure, where nothing nearer is told.
func (r *reader) placeInArea(f *yiyuan.Fact, a area, clause string) {
	region, ok := place.Lookup(a.code)
	named := strings.Contains(clause, a.name)
	nearer := func(code string) bool { return code != "" && code != "100000" && !place.Contains(code, a.code) }
	switch {
	case !ok, nearer(r.clause.region) && !strings.Contains(clause, "组成"), !named && nearer(r.sentence.region):
	case !r.local() && strings.Contains(clause, "在"+a.name): // where a place goes to find what it tells of
	default:
		f.RegionCode, f.RegionName = region.Code, region.Name
	}
}

// placedByArea takes the place of the area whose name begins that of the owner, 长三角地区 of 长三角, where the clause names it.
func (r *reader) placedByArea(f *yiyuan.Fact, s *site) {
	if r.Report.Kind != "" || f.SubjectKind != "region" && f.SubjectKind != "park" {
		return
	}
	for _, a := range areasByName().ahead(f.Subject) {
		if a.code != "" && strings.HasPrefix(f.Subject, a.name) {
			if clause := r.clauseAround(s.tok.start, s.tok.end); strings.Contains(clause, a.name) {
				r.placeInArea(f, a, clause)
			}
			return
		}
	}
}

// areaOf is the area that opens the clause or one before it, in the sentence or else the paragraph, where no place has been named since.
func (r *reader) areaOf(s *site, clause string) area {
	before := r.saidBefore(s)
	inClause := false
	for rest, end := before, len(before); end >= 0; rest = before[:max(0, end)] {
		from := 0
		if end = strings.LastIndexAny(rest, "，；,;"); end >= 0 {
			_, size := utf8.DecodeRuneInString(rest[end:])
			from = end + size
		}
		if a, ok := r.areaIn(rest[from:]); ok {
			inClause = len(rest) == len(before)
			r.topic.area, r.topic.areaLine, r.topic.areaStart = a, r.lineStart, r.start
			break
		}
	}
	switch a := r.topic.area; {
	case a.name == "" || r.topic.areaLine != r.lineStart || !inClause && namesArea(clause):
	case inClause, r.clause.region == "" && (r.topic.areaStart == r.start || r.sentence.region == "" && r.owner == ""):
		return a
	}
	return area{}
}

// namesArea tells of a clause that speaks of several areas: 中部、西部地区.
func namesArea(clause string) bool {
	for i, starting := range areasByName().in(clause) {
		for _, a := range starting {
			if strings.HasPrefix(clause[i:], a.name) {
				return true
			}
		}
	}
	return false
}

// areaIn is the area that owns a clause: one at its head, behind a time or a wider place.
func (r *reader) areaIn(clause string) (area, bool) {
	const furthestArea = 36
	if !areasByName().mayBeIn(clause) {
		return area{}, false
	}
	for _, a := range areas() {
		i := strings.Index(clause[:min(len(clause), furthestArea+len(a.name))], a.name)
		if i < 0 || !r.leadsIn(clause[:i]) || startsWithAny(clause[i+len(a.name):], onlyNamesArea()) {
			continue
		}
		if rest := clause[i+len(a.name):]; a.kind != "region" && holdsAny(rest, onlyHeard()) && !strings.ContainsAny(rest, "0123456789") {
			continue // 国铁集团今天发布
		}
		return a, true
	}
	return area{}, false
}

// leadsIn tells of the words that may stand before the owner of a clause: a time, a 在, a wider place.
func (r *reader) leadsIn(lead string) bool {
	if i := strings.LastIndexAny(lead, "：:"); i >= 0 {
		_, size := utf8.DecodeRuneInString(lead[i:])
		lead = lead[i+size:]
	}
	lead = strings.Trim(lead, " 　*#")
	if whose, ok := strings.CutSuffix(lead, "的"); ok && len(r.known.Scan(whose)) == 1 {
		return true
	}
	if lead == "" || endsWithAny(lead, leadingToArea()) {
		return true
	}
	return utf8.RuneCountInString(lead) < 4 && len(r.known.Scan(lead)) == 1
}

// leadingToArea end what may stand before the area that owns a clause.
var leadingToArea = phrases("leading to an area")

// onlyNamesArea are what follows the name of an area that does not own what is told: a work or office of it, or one of several.
var onlyNamesArea = phrases("behind areas that own nothing")
