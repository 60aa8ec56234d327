package figure

import (
	"cmp"
	"slices"
	"strings"

	"yiyuan/transform/period"
	"yiyuan/transform/place"
)

// This file follows where the text is: the places that its sentences name, what each of them rules, and how far.

// passNames keeps the companies and parks that a sentence of news without figures names: 该公司 may stand for them next.
func (r *reader) passNames(text string, exprs []period.Expr) {
	if r.Report.Kind != "" || !holdsAny(text, namedThings()) {
		return
	}
	r.cut(text, r.start, r.marks(text, exprs, nil, r.known.Scan(text)))
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
	if r.excepted(i) || r.widerWhole(i) || r.meetWholePark(i) || r.onlySetsOrComes(r.toks[i].end) {
		return
	}
	code := r.regionOf(r.toks[i].at)
	if isDistrict(code) && strings.HasSuffix(r.toks[i].text, "市") {
		r.onceCity = code
	}
	news := r.Report.Kind == ""
	if news && (r.onlyVenueElsewhere(i, code) || r.helpsHome(r.toks[i:], code) || r.speaksForHome(code, r.text[r.toks[i].end:r.end])) {
		return
	}
	if news && r.nationSpeaksAt(i) {
		r.sentence.region = "100000"
		return
	}
	if news && aidedAt(r.toks[i:]) > 0 || r.meetEnds(i) {
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

// onlySetsOrComes tells of a place, which ends at a byte, that has only set the task that is told of, 超过南京市下达的17万平方米任务, or that those have come from
// who build elsewhere: 浙江客商投资8亿元兴建的太康纺织城.
func (r *reader) onlySetsOrComes(at int) bool {
	after := r.text[at:r.end]
	return strings.HasPrefix(after, "下达的") || r.Report.Kind == "" && startsWithAny(after, investorsFrom())
}

// investorsFrom are those who come from a place to build elsewhere.
var investorsFrom = phrases("investors from elsewhere")

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
	if r.local() && strings.HasPrefix(r.text[r.start:t.start], "其中") {
		return // 其中，河南受旱4910万亩，山东3000万亩: the story stays with the whole
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

// isDistrict tells of a place that is a district by now.
func isDistrict(code string) bool {
	if code == "" || strings.HasSuffix(code, "00") {
		return false
	}
	of, ok := place.Lookup(code)
	return ok && strings.HasSuffix(of.Name, "区")
}

// comingTo are verbs for where a story goes next.
var comingTo = phrases("coming to")

// meetPlaceInside reads a place that opens no clause: the way or works it lies on, what it narrows, or who takes part.
func (r *reader) meetPlaceInside(i int, code string) {
	if r.reportsItself(i, code) {
		r.sentence.region = code
		r.takeLine(code)
		return
	}
	r.meetWay(i)
	if r.meetStretch(i, code) || r.meetWorks(i, code) || r.plantAt(i, code) {
		return
	}
	if !r.narrows(i, code) && !r.happensAt(i, code) && !r.departsFrom(i, code) && !r.doneElsewhere(i, code) && !r.fallsUpon(i, code) && !r.turnsTo(i, code) {
		r.meetPartner(i, code)
	}
}

// reportsItself tells of a place whose own body says what the sentence of the news tells: 据河南省水利厅统计，, 记者从上海保险同业公会了解到，.
func (r *reader) reportsItself(i int, code string) bool {
	if r.Report.Kind != "" || !r.local() || code == "" || code == "100000" || i == 0 || !learning[r.toks[i-1].text] {
		return false
	}
	clause := firstClause(r.text[r.toks[i].end:r.end])
	if strings.HasSuffix(code, "0000") && r.toks[i].at.Full && r.clauseStart(i) == i-1 && r.toks[i-1].text == "据" && endsWithAny(clause, saying()) {
		return true
	}
	at := r.clauseStart(i)
	if at != i-1 && !(at == i-2 && r.toks[at].text == "记者") {
		return false
	}
	for _, said := range learntFrom().words {
		if body, ok := strings.CutSuffix(clause, said); ok && endsWithAny(trimAny(body, tellingLately().words...), bodiesOfPlaces()) {
			return true
		}
	}
	return false
}

// learning lead to those from whom the news has what it tells.
var learning = map[string]bool{"据": true, "从": true, "根据": true}

// bodiesOfPlaces end the names of bodies that speak for the place they begin with.
var bodiesOfPlaces, learntFrom = phrases("bodies speaking for places"), phrases("learnt from")

// saying ends a clause on who says what the next ones tell.
var saying = phrases("saying")

// rulesClause lets the place at token i own its clause, and more of the text by where it stands.
func (r *reader) rulesClause(i int, code string) {
	t := &r.toks[i]
	r.clause.region = code
	if code == "100000" && !r.local() {
		if r.reportedOfNation(i) {
			r.sentence.region = code
		}
		return
	}
	after := r.text[t.end:r.end]
	if r.Report.Kind == "" {
		r.sentence.region = code
		r.goesElsewhere()
		if r.takesOn(i) && !startsWithAny(after, publicWorks()) && !startsWithAny(after, delegations()) && !r.sharesHome(after, code) {
			r.takeLine(code)
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

// goesElsewhere lets what the sentence has told go on elsewhere: what it is goes on, where it was does not.
func (r *reader) goesElsewhere() {
	if r.current != nil && r.current.region != "" {
		moved := *r.current
		moved.region = ""
		r.current = &moved
	}
}

// takesOn tells of a place that may own what comes behind its sentence: 在葫芦岛，… holds for that alone, and 其中萧山区占26% for one part of what the
// sentence has told.
func (r *reader) takesOn(i int) bool {
	if i == 0 {
		return true
	}
	if r.toks[i-1].text == "在" {
		return false
	}
	return !(r.toks[i-1].is(among) && r.partOf >= 0 && r.lastMeasured >= 0)
}

// reportedOfNation tells of a sentence in the news of one place that begins with who reports and goes on about the whole country, which the word at
// token i names first: 据行业协会统计，截至10月，国内建成….
func (r *reader) reportedOfNation(i int) bool {
	if r.Report.Kind != "" || r.lastMeasured >= 0 || r.sentence.region != "" || r.sentence.subject != "" || r.line.subject != "" {
		return false
	}
	reported := false
	for j := range r.toks[:i] {
		switch t := &r.toks[j]; {
		case t.kind == where:
			return false
		case t.kind == comma && j > 0:
			reported = reported || endsWithAny(r.text[r.start:t.start], learntFrom())
		}
	}
	return reported
}

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

// takeLine lets a place own what its paragraph goes on to tell, where its sentence names no other beside it: 烟台22家，威海7家.
func (r *reader) takeLine(code string) {
	if r.owner != "" && !place.Contains(r.owner, code) && !place.Contains(code, r.owner) {
		r.line.region = r.ownedBefore
		return
	}
	if r.Report.Kind == "" && r.owner == "100000" && r.owner != code && r.lastMeasured >= 0 {
		r.line.region = r.owner // 全国电厂存煤5650万吨；秦皇岛港存煤412万吨。…
		return
	}
	r.line.region, r.owner = code, code
}

// wentThroughPlaces tells of a sentence of the news of one place that has gone through several inside it: what comes next is of the whole again.
// 甲县种植48万亩，乙县最多，达103万亩。脱毒种薯面积198万亩.
func (r *reader) wentThroughPlaces() bool {
	if r.Report.Kind != "" {
		return false
	}
	if r.local() {
		return r.wentThroughProvinces()
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

// wentThroughProvinces tells of a sentence of the news of no one place that has gone through three provinces or more.
func (r *reader) wentThroughProvinces() bool {
	var seen []string
	for k := len(r.out.Facts) - 1; k >= 0 && r.out.Facts[k].Start >= r.start; k-- {
		f := &r.out.Facts[k]
		if f.SubjectKind != "region" || f.RegionCode == "" || f.RegionCode == "100000" || slices.Contains(seen, f.RegionCode[:2]) {
			continue
		}
		if seen = append(seen, f.RegionCode[:2]); len(seen) > 2 {
			return true
		}
	}
	return false
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

// delegations are what a place sends to a fair, of which the paragraph goes on to tell: 黑龙江省交易团.
var delegations = phrases("delegations")

var laterPoints = phrases("later points")

// toldOfPlace tells of a sentence in the news of no one place that has come to a place: 全国第二 is how that stands.
func (r *reader) toldOfPlace() bool {
	told := cmp.Or(r.sentence.region, r.line.region, r.at)
	return r.Report.Kind == "" && told != "" && told != "100000"
}

// overTheField are words for what a place does before or for all others: 在全国率先推出12项.
var overTheField = phrases("over the whole field")

// namedThings are in the names that passNames looks for.
var namedThings = phrases("named things")

// ofOneTown tells of the news of one city or county.
func (r *reader) ofOneTown() bool {
	return r.Report.Kind == "" && !r.local() && (!strings.HasSuffix(r.home, "0000") || wholeCity[r.home])
}

// wholeTowns are words for the town that is the middle of the place which the news is of.
var wholeTowns = phrases("whole towns")

// meetDeictic lets a word that points at a place at the head of a clause own it: 全市, 我省.
func (r *reader) meetDeictic(i int) {
	t := &r.toks[i]
	if r.ofOneTown() && startsWithAny(r.text[t.start:r.end], wholeTowns()) && r.opens(i) {
		r.goesElsewhere()
		r.clause.region, r.sentence.region = r.home, r.home // 主城区, told behind a district
		return
	}
	unit := t.text
	if whole := r.unitActing(i); whole != "" {
		unit = whole
	}
	if this, found := strings.CutPrefix(unit, "该"); found && r.Report.Kind == "" && !r.local() {
		unit = "全" + this // 该县, told behind a firm of it
	}
	code, ok := r.deictic(unit)
	if !ok || !r.opens(i) || r.onlyMeasures(i) || r.onlyField(code, t.end) {
		return
	}
	reported := code == "100000" && r.reportedOfNation(i)
	r.clause.region = code
	if code != "100000" || r.Report.Kind == "" && r.local() {
		r.sentence.region = code
		r.sentence.subject = ""
	} else if reported {
		r.sentence.region = code
	}
}

// unitActing is the word for the whole of the place whose bodies open a clause of the news by its unit alone, behind another place that the
// sentence has named: 全县, where 安康市出台措施后，县里对新办工厂….
func (r *reader) unitActing(i int) string {
	if r.Report.Kind != "" || r.local() || r.sentence.region == "" || r.sentence.region == r.home {
		return ""
	}
	text := r.text[r.toks[i].start:r.end]
	for _, unit := range unitsActing {
		if after, ok := strings.CutPrefix(text, unit); ok && startsWithAny(after, bodiesOfUnit()) {
			return "全" + unit
		}
	}
	return ""
}

// unitsActing are the units of places whose bodies a paper of one calls by that alone: 县里, 市财政.
var unitsActing = [...]string{"省", "市", "县", "区", "州", "旗"}

var bodiesOfUnit = phrases("bodies of a unit")

// tellingLately stand between a body and what it tells.
var tellingLately = phrases("telling lately")
