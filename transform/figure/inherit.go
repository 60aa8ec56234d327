package figure

import (
	"slices"
	"strings"

	"yiyuan"
	"yiyuan/transform/indicator"
)

// This file lets a figure without a name of its own speak of what was told before it.

// inherit lets a predicate without a noun phrase of its own speak of the statement before it.
func (r *reader) inherit(st statement, s *site) statement {
	if r.leavesGap(s) {
		r.current = r.previous
	}
	out := *r.current
	if counted := out.code == "region_count" || out.code == "enterprise_count"; counted {
		if limit, ok := limitOf(out.text, s); ok {
			limit.region, limit.subject, limit.subjectKind = st.region, st.subject, st.subjectKind
			return limit // 人均GDP超过15万元的城市有14座，甲市以19.8万元居首
		}
	}
	if out.code == "region_count" && s.measure == "rate" && s.tok.q.Kind == "percent" && s.namesPlace() && holdsAny(r.saidBefore(s), paces()) {
		s.measure = "growth" // 从增速看，西藏以6.5%领跑
	}
	if out.code == "region_count" && r.measuresPlaces(s) {
		out = r.measuredByPlace(s)
	}
	if out.code == "region_count" && s.measure == "level" && s.peopleOrFamilies() {
		if who, did := r.peopleWho(s, statement{region: out.region}); did && who.code != "population" {
			return who // 来自42个国家的1400多人参会
		}
		return statement{known: true, code: "population", form: "level", time: "stock", unit: "household", region: out.region} // those who live there
	}
	r.ofFastest(&out, s)
	part := strings.TrimPrefix(join(trimReach(withoutBrackets(s.nounPhrase))), "其中")
	if next := strings.Trim(part, "、和与及"); s.measure == "level" && s.tok.q.Kind == "count" && out.ofGrade(next) {
		return out
	}
	if half(part, s.tok.q) {
		out.qualifier = part
	}
	if st.region != "" {
		out.region = st.region
	}
	if out.leavesNumberTo(s) {
		return countedOnItsOwn(s, st, out)
	}
	if s.measure == "level" && r.countsOther(s, out.counter) {
		other := countedOnItsOwn(s, st, out)
		other.counter = measureOf(s.tok.q)
		return other
	}
	if s.measure == "change" && !fits(out.code, s.tok.q.Unit.Code) {
		return statement{region: out.region, subject: out.subject, subjectKind: out.subjectKind}
	}
	if s.measure == "level" {
		return r.inheritLevel(out, st, s)
	}
	return out
}

// ofFastest lets a pace be of the firm or branch that the clause before it says has the greatest: 甲银行净利润9亿元；乙银行增速最快，达5%.
func (r *reader) ofFastest(out *statement, s *site) {
	if s.tok.q.Kind != "percent" || !r.paceOfFirst(s) {
		return
	}
	said := strings.TrimSuffix(r.sinceLastFact(s), join(s.left))
	name := trimAhead(said[lastPause(strings.TrimRight(said, "，")):], "，", "；", "其中")
	for _, pace := range greatestPaces().words {
		name, _, _ = strings.Cut(name, pace)
	}
	if kindOfName(name) == "enterprise" {
		out.subject, out.subjectKind = name, "enterprise"
	} else if hits := indicator.Industries(name); len(hits) == 1 && hits[0].Start == 0 && hits[0].End == len(name) && money[out.code] {
		out.industry, out.qualifier = name, ""
	}
}

// inheritLevel lets a level speak of the statement before it as far as its unit can be of that.
func (r *reader) inheritLevel(out, st statement, s *site) statement {
	r.sumsUpNew(&out, s)
	out.existing = out.existing || st.existing || s.arrived
	out.happened = out.happened || st.happened
	if st.qualifier != "" {
		out.qualifier = st.qualifier
	}
	if firms := r.countedByFirm(out, s); firms != nil {
		return *firms
	}
	if fits(out.code, s.tok.q.Unit.Code) {
		return out
	}
	if s.tok.q.Kind == "count" && r.lastCount != nil {
		keep := *r.lastCount
		keep.region = out.region
		return keep
	}
	if sum := r.sumTold(s); sum != nil {
		keep := *sum
		keep.region = out.region
		return keep
	}
	if r.extentOfCounted(s) {
		long := *r.lastCount
		long.known, long.code, long.form, long.counter, long.measureWord = true, "length", "level", "", ""
		return long
	}
	if r.sumOfProjects(s, &out) {
		return out
	}
	return statement{
		region: out.region, subject: out.subject, subjectKind: out.subjectKind,
		qualifier: out.qualifier, industry: out.industry, sector: out.sector,
	}
}

// measuresPlaces tells of a growth, or of the rank of one, which is not of how many places there are: 28个城市中，甲市下降25%，排名第一.
func (r *reader) measuresPlaces(s *site) bool {
	if s.measure != "rank" {
		return s.measure == "growth"
	}
	last := r.lastInSentence()
	return last != nil && last.Measure == "growth"
}

// peopleOrFamilies tells of a number of people or of families: 1400人, 320户.
func (s *site) peopleOrFamilies() bool {
	return s.people() || s.tok.q.Unit.Code == "household" || s.tok.q.Unit.Surface == "户"
}

// leavesNumberTo tells of a number that stands right before a word, and is of that and not of what was told: 3个平台，服务80家企业.
func (st *statement) leavesNumberTo(s *site) bool {
	if s.measure != "level" || s.tok.q.Kind != "count" || len(s.right) == 0 || st.measureWord == measureOf(s.tok.q) {
		return false
	}
	switch next := s.right[0]; {
	case next.kind != word, next.is(conj), next.is(up|down) && endsInTime(s.left), st.code == "population" && s.people():
		return false
	case boundWords()[next.text] && st.of("visitor_count", "employment"):
		return !s.peopleOrVisits() // 参会客商800人以上
	}
	return true
}

// countedOnItsOwn is a number that has from the one before it only what became of the things counted.
func countedOnItsOwn(s *site, st, was statement) statement {
	return statement{
		code: countedBy(s.tok.q), time: "count", form: "level", region: st.region,
		happened: st.happened || was.happened, existing: st.existing,
	}
}

// countedByFirm is what the sentence has counted by a measure word that counts no people, where people have been told since: 企业386家，从业人员2.3万，
// 销售上亿元的7家.
func (r *reader) countedByFirm(out statement, s *site) *statement {
	if s.tok.q.Kind != "count" || out.code != "employment" && out.code != "population" || measureOf(s.tok.q) != "家" {
		return nil
	}
	for i := len(r.told) - 1; i >= 0; i-- {
		if t := &r.told[i]; t.measureWord == "家" {
			keep := *t
			keep.region = out.region
			return &keep
		}
	}
	return nil
}

// ofGrade makes what was counted of another grade, where that is all a member of a list says: 国家级示范社3家、省级20家.
func (st *statement) ofGrade(grade string) bool {
	if !ladder().has(grade) {
		return false
	}
	for _, was := range ladder().words {
		if strings.Contains(st.qualifier, was) {
			swap := strings.NewReplacer(was+"以上", grade, was, grade)
			st.qualifier, st.text = swap.Replace(st.qualifier), swap.Replace(st.text)
			return true
		}
	}
	return false
}

// ladder are the grades that bodies of the state award, from the highest down.
var ladder = phrases("ladder of grades")

// sumOfProjects reads the sum of projects told before, of which it says only that it is one: 42个项目签约，总额90亿元.
func (r *reader) sumOfProjects(s *site, st *statement) bool {
	named := ""
	for _, t := range s.left {
		if worth()[t.text] {
			named = t.text
		}
	}
	if s.tok.q.Kind != "amount" || st.code != "project_count" || named == "" {
		return false
	}
	st.known, st.code, st.form, st.time, st.text, st.head = true, "investment", "level", "flow", named, named
	if holdsAny(r.saidBefore(s), lentOrRaised()) {
		st.code = "financing"
	}
	st.qualifier, st.counter, st.measureWord = st.qualifier+st.counter, "", ""
	return true
}

// lentOrRaised are words for money that projects are lent and do not come to.
var lentOrRaised = phrases("lent or raised")

// countsOther tells of a measure word of one sort of things, which does not count those told before: 出版工程…，将出版30卷.
func (r *reader) countsOther(s *site, counter string) bool {
	m := measureOf(s.tok.q)
	hit, ok := indicator.Counted(counter, "")
	if !ok || s.tok.q.Kind != "count" || !thingMeasures()[m] && !prints[m] {
		return false
	}
	return hit.Entry.Measures != "" && !strings.Contains(hit.Entry.Measures, m)
}

// prints are the measure words of what is printed, shown or sung.
var prints = map[string]bool{"卷": true, "册": true, "部": true, "篇": true, "首": true, "集": true, "幅": true}

// measuredByPlace is what a sentence that has counted places tells of one of them: 浓度…, 28个城市中，甲市下降25%，排名第一. How many there are has not
// grown.
func (r *reader) measuredByPlace(s *site) statement {
	for i := len(r.told) - 1; i >= 0; i-- {
		if !strings.HasSuffix(r.told[i].code, "_count") {
			return r.told[i]
		}
	}
	from := r.lineStart
	if dividesBefore(r.text[r.lineStart:r.end]) {
		from = 0 // 从增速看，甲省以7%居首
	}
	grown := r.lastSince(from, func(f *yiyuan.Fact) bool { return f.Measure == "growth" })
	if grown != nil && money[grown.Indicator] && s.namesPlace() {
		return statement{known: true, code: grown.Indicator, form: "level", time: "flow", text: grown.IndicatorText, qualifier: grown.Qualifier, industry: grown.Industry}
	}
	return statement{}
}

// limitOf is the quantity by which the places or firms of a name are counted, where a figure of one of them can be of it: GDP of GDP超过1万亿元的城市.
func limitOf(counted string, s *site) (statement, bool) {
	hits := indicator.Terms(counted)
	if len(hits) == 0 || !startsWithAny(counted[hits[0].End:], passingSums()) && !startsWithAny(counted[hits[0].End:], passingBounds()) {
		return statement{}, false
	}
	t := hits[0].Entry
	if !money[t.Code] || s.measure == "level" && (s.tok.q.Kind != "amount" || !fits(t.Code, s.tok.q.Unit.Code)) {
		return statement{}, false
	}
	if s.measure != "level" && (s.measure != "growth" && s.measure != "rank" || !s.namesPlace()) {
		return statement{}, false
	}
	return statement{known: true, code: t.Code, form: t.Form, time: t.Time, text: t.Text, head: t.Text, qualifier: t.Qualifier, industry: t.Industry}, true
}

// leavesGap tells of a place with a figure that is not of the gap between two others, which was told last, but of that in which they are apart: 甲市GDP120亿元，
// 与乙市的差距扩大到30亿元。丙市100亿元.
func (r *reader) leavesGap(s *site) bool {
	if !endsWithAny(r.current.text, gapsBetween()) || r.previous == nil || r.previous.code == "" || !fits(r.previous.code, s.tok.q.Unit.Code) {
		return false
	}
	return s.namesPlace()
}

// namesPlace tells of a place before the figure.
func (s *site) namesPlace() bool {
	return slices.ContainsFunc(s.left, func(t token) bool { return isRegion(&t) })
}

// gapsBetween end words for how far two are apart.
var gapsBetween = phrases("gaps between")

// extentOfCounted tells of how long the things counted right before are together: 硬化道路9条6公里, 道路9条共6公里.
func (r *reader) extentOfCounted(s *site) bool {
	last, code := r.lastFact(), s.tok.q.Unit.Code
	if code != "m" && code != "km" || r.lastCount == nil {
		return false
	}
	if last == nil || last.Unit != "count" || last.Measure != "level" {
		return false
	}
	between := r.text[last.End:s.tok.start]
	return between == "" || between == "、" || altogether().has(between) // 断头路5条、7.8公里
}

// altogether stand between how many things there are and how long they are together.
var altogether = phrases("altogether")

// goesToPark lets a park that stands alone before its figure take over what was said of another: 甲开发区营收490亿元；乙工业园120亿元，全省第38位.
func (r *reader) goesToPark(s *site) {
	named := trimReach(withoutBrackets(s.nounPhrase))
	if s.measure != "level" || len(named) != 1 || named[0].kind != where || named[0].at.Kind != "park" || r.current.subjectKind != "park" {
		return
	}
	moved := *r.current
	moved.subject, moved.region = named[0].text, r.regionOf(named[0].at)
	r.current = &moved
}

// endsInTime tells of the time that a level is only compared with: 较2016年2.3万头增长9%.
func endsInTime(toks []token) bool {
	return len(toks) > 0 && toks[len(toks)-1].kind == time
}

// sumTold is the sum that the sentence has told of others: 拨付甲省3亿元，拨付乙、丙等8省5亿元.
func (r *reader) sumTold(s *site) *statement {
	for i := len(r.told) - 1; i >= 0 && s.tok.q.Kind == "amount"; i-- {
		if t := &r.told[i]; money[t.code] && len(s.left) == 0 {
			return t
		}
	}
	return nil
}
