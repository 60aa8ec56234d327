package figure

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"yiyuan"
	"yiyuan/transform/period"
)

// This file gives a fact its period: a flow over a span, or what stands at a day.

// comesTo tells of a 至此 that opens the clauses up to the figure: 又建成两条，至此，铁路总里程达900公里.
func (r *reader) comesTo(s *site) bool {
	before := r.saidBefore(s)
	at := lastIndex(before, "至此")
	return at == 0 || at > 0 && endsWithAny(before[:at], []string{"，", ",", "；", ";"})
}

// wholeStanding tells of a part in the same unit of what stands: 公路总里程6000公里，其中高速公路160公里.
func (r *reader) wholeStanding(f *yiyuan.Fact, st statement) bool {
	whole := r.wholeFact()
	if whole == nil || st.happened || st.newness || f.Measure != "level" || whole.Start < r.start {
		return false
	}
	return whole.Measure == "level" && whole.PeriodKind == period.AsOf && whole.Unit == f.Unit && whole.Indicator == f.Indicator
}

// withinOneYear tells of a span that lies in one year: 一季度, 1—9月.
func withinOneYear(p period.Period) bool {
	return p.Kind == period.During && p.Start.Year == p.End.Year
}

// overYears tells of a span of more than one year: 五年来, 2013年到2016年.
func overYears(p period.Period) bool {
	return p.Kind == period.During && p.Start.Year < p.End.Year
}

// partOfWhatStands tells of a part of what is dated as it stands at a day.
func (r *reader) partOfWhatStands() bool {
	whole := r.wholeFact()
	return whole != nil && whole.PeriodKind == period.AsOf
}

// possessed are verbs for what one has at a day, whatever it is.
var possessed = []string{"拥有", "共有", "现有", "实有"}

// waysOpen are ways by what there is of them.
var waysOpen = phrases("ways open")

// stillThere tells of the people that a verb right before the figure says is left: 尚未脱贫的人口还有30万人.
func (r *reader) stillThere() bool {
	n := len(r.leftTokens)
	for n > 0 && r.leftTokens[n-1].is(reach) {
		n--
	}
	return n > 0 && slices.Contains(leftOver(), r.leftTokens[n-1].text)
}

var leftOver = phrases("left over")

// builtToo tells of one more way in a list of those that a verb before the first says were built in a span: 建成公路12公里、水泥路30公里.
func (r *reader) builtToo(s *site) bool {
	last := r.lastInSentence()
	return last != nil && last.Indicator == "length" && last.Measure == "level" && last.PeriodKind == period.During &&
		len(s.left) > 0 && s.left[0].kind == dun && !r.timeBefore(s) && !r.eventIn(s.left)
}

// begunUpToNow tells of the works that have been begun or ended by the end of a month, and not since the beginning of all: 截至5月底，开复工项目159个.
func (r *reader) begunUpToNow(s *site, st statement) bool {
	if r.Report.Kind != "" || st.code != "project_count" || !r.upToMonth() || r.summedUp(s) || hasWord(s.left, soFar()...) {
		return false
	}
	return hasWord(s.left, begunWorks()...) || r.partOfA(st.code) && r.wholeFact().PeriodKind == period.During
}

var begunWorks = phrases("begun works")

// builtByNow tells of what a sentence that began with a time long ago says is there at last: 自2019年起，…，目前已建成27个.
func (r *reader) builtByNow(s *site, st statement) bool {
	if !r.sentence.since || st.newness || s.tok.q.Kind != "count" || !r.leftStanding(s) {
		return false
	}
	return slices.ContainsFunc(r.toks, func(t token) bool { return t.kind == time && t.start < s.tok.start && t.e.Now() })
}

// tilled tells of land that the news, undated or up to a day, says is under a crop or a lease: 流转土地12万亩, 种植棉花30万亩.
func (r *reader) tilled(s *site) bool {
	p, has := r.inForce()
	return (!has || p.Kind == period.AsOf) && r.hasVerb(s, tillage)
}

var tillage = phrases("tillage")

// insured tells of the people in an insurance or on relief: 参加养老保险的职工2万人, 30万人参保.
func (r *reader) insured(s *site) bool {
	left, right := join(s.left), join(s.right[:clauseEnd(s.right)])
	switch {
	case holdsAny(left, socialInsurance()) && !holdsAny(left, []string{"发放", "受理", "办理"}), holdsAny(left, insuredPeople()):
		return true
	}
	return r.headsClause(s) && endsWithAny(strings.TrimRight(right, "。；;"), insuredPeople())
}

// insuredPeople are words for those who are in an insurance or a fund.
var insuredPeople = phrases("insured people")

// did tells of a verb of doing beside the figure: of what was done, not of what has since been there.
func (r *reader) did(s *site) bool {
	return r.verbBeside(s, func(w string) bool { return !slices.Contains(standingVerbs(), w) }) && !holdsAny(join(s.right), underWay())
}

// underWay are words for what is going on: 2000多个项目正全面推进.
var underWay = phrases("under way")

// leftStanding tells of a verb that leaves what it counts standing.
func (r *reader) leftStanding(s *site) bool {
	return r.hasVerb(s, standingVerbs)
}

// formed tells of what the years of a review have brought forth and still have: 五年来，培育形成6个产业集群, 建成创新平台420家. How many schools
// or villages were built in them is of the years.
func (r *reader) formed(s *site, st statement) bool {
	return r.verbBeside(s, func(w string) bool { return slices.Contains(formingVerbs(), w) || w == "建成" && grouping[st.code] })
}

// formedBy tells of those that the news says are to be brought forth by a year, and are there at its end: 到2025年，培育形成小巨人企业1万家.
func (r *reader) formedBy(s *site, st statement) bool {
	if r.Report.Kind != "" || r.status() == "actual" || !standing[st.code] || !r.sentence.has {
		return false
	}
	year := strconv.Itoa(r.sentence.period.End.Year) + "年"
	said := r.saidBefore(s)
	at := max(strings.LastIndex(said, "到"+year), strings.LastIndex(said, "至"+year))
	return at >= 0 && holdsAny(said[at:], formingVerbs())
}

// grouping are what firms come together in.
var grouping = map[string]bool{"platform_count": true, "cluster_count": true, "park_count": true, "chain_count": true}

var formingVerbs = phrases("forming verbs")

// hasVerb tells of a verb of a list beside the figure.
func (r *reader) hasVerb(s *site, list func() []string) bool {
	return r.verbBeside(s, func(w string) bool { return slices.Contains(list(), w) })
}

func (r *reader) verbBeside(s *site, is func(string) bool) bool {
	for _, t := range s.left {
		if t.kind == word && t.is(event) && !t.is(exist) && !attributive[t.text] && is(t.text) {
			return true
		}
	}
	for i, t := range s.right {
		if t.kind == comma || t.kind == figure && !r.listOn(s, i) {
			break
		}
		if t.kind == word && t.is(event) && !t.is(exist) && is(t.text) {
			return true
		}
	}
	return false
}

// standingVerbs are verbs whose outcome stands: 建成12个园区, 覆盖31个省.
var standingVerbs = phrases("standing verbs")

// reached are verbs that a number of things reaches and then stands at: 示范性高中达到8所.
var reached = map[string]bool{"达到": true, "达": true, "已达": true}

// tends are verbs for what is there already: 支持700家龙头企业壮大, 抓好86个产粮大县建设.
var tends = phrases("tending verbs")

// worked are areas by what was done with them in a span.
var worked = phrases("worked areas")

// workedArea tells of one, and of the land that statistics say was under a crop in a year: 2013年，棉花种植面积430万公顷.
func (r *reader) workedArea(s *site, st statement) bool {
	if endsWithAny(st.text, worked()) || endsWithAny(st.qualifier+st.text, worked()) || r.sownToo(s) || r.sameArea(st) {
		return true
	}
	if p, has := r.inForce(); !has || r.sentence.now || p != period.Year(p.Start.Year) || r.fromBefore(s) {
		return false
	}
	return endsWithAny(st.text, sown()) && !holdsAny(join(r.leftTokens), perennials())
}

// sameArea tells of a bare 面积 of a part of the place whose sown area the paragraph has just told: 全市种植马铃薯316万亩，…。安定区面积达102万亩.
func (r *reader) sameArea(st statement) bool {
	if st.text != "面积" || st.qualifier != "" || r.Report.Kind != "" {
		return false
	}
	for i := len(r.out.Facts) - 1; i >= 0 && r.out.Facts[i].Start >= r.lineStart; i-- {
		if last := &r.out.Facts[i]; last.Indicator == "area" && last.Measure == "level" {
			return last.PeriodKind == period.During && holdsAny(r.text[r.lineStart:r.start], sowing())
		}
	}
	return false
}

// sownToo tells of the area of one more crop behind one that was sown in a span: 粮食播种面积50万亩（小麦10万亩、玉米30万亩），蔬菜4万亩.
func (r *reader) sownToo(s *site) bool {
	told := r.saidBefore(s)
	if r.timeBefore(s) || r.eventIn(s.left) || !holdsAny(told, sowing()) || holdsAny(join(s.left), perennials()) && !strings.Contains(told, "播种") {
		return false
	}
	for i := len(r.out.Facts) - 1; i >= 0 && r.out.Facts[i].Start >= r.start; i-- {
		if last := &r.out.Facts[i]; last.Indicator == "area" && last.Measure == "level" {
			return last.PeriodKind == period.During
		}
	}
	return false
}

var (
	sowing     = phrases("sowing")
	sown       = phrases("sown areas")
	perennials = phrases("perennials")
)

// wages are what people are paid over a year, however far it has come.
var wages = phrases("wages")

// outlaid are sums that add up project by project: 截至目前投入7.4亿元 is what stands at that day, not of its year.
var outlaid = map[string]bool{"investment": true, "financing": true, "subsidy": true}

func (r *reader) settlePeriod(f *yiyuan.Fact, s *site, st statement) {
	if st.plan != "" {
		r.datedByPlan(f, st)
		return
	}
	if last := r.sameTime(f, s, st); last != nil {
		datedLike(f, last)
		if s.base != "" && f.PeriodKind == period.During {
			f.PeriodStart = r.sinceBase(f, s, period.Period{Kind: period.During, Start: f.PeriodStart, End: f.PeriodEnd}) // 分别比上年和2019年增长6%和31%
		}
		return
	}
	p, has := r.timeOf(s)
	if has && p == r.line.period && r.onlyToldThatDay(f, st) {
		p, has = r.heading.period, r.heading.has
	}
	if r.datedApart(f, s, st, p, has) {
		return
	}
	signed := r.signed(f, s, st)
	yearlyMean := f.Measure == "growth" && f.Base == "cagr" // is of its years, also of what stands at their end
	asOf := !signed && !yearlyMean && r.stands(f, s, st, p, has) && !r.partOfFlow(f, s, st)
	if asOf && r.sentence.streak && r.aside != nil {
		p, has = r.aside.period, r.aside.has // 占有率连续五年居第一: that of now
	}
	if r.formerly(s) || r.oldValue(f, s) {
		f.PeriodKind = period.During
		if asOf {
			f.PeriodKind = period.AsOf
		}
		return
	}
	if since, ok := r.sinceCongress(s); ok && !has {
		p, has = since, true
	}
	if signed {
		p, has = r.sinceUntold(s, p, has)
	}
	if !has || p.Kind == period.None {
		r.settleUndated(f, s, st, asOf, has)
		return
	}
	if r.Report.Kind == "" && r.status() == "target" {
		r.aimTime = p
	}
	p = r.fitted(p, asOf, f, s, st)
	f.PeriodKind, f.PeriodStart, f.PeriodEnd = p.Kind, r.sinceBase(f, s, p), p.End
	if p.Kind == "as_of" {
		f.PeriodStart = yiyuan.Date{}
	}
	if p.Kind == "" {
		f.PeriodKind = "none"
	}
	r.datedAlike(f, s)
}

// datedApart dates what the time in force does not: what has none, lasts longer, comes later or goes on through an event, and what is told against a
// plan gone by.
func (r *reader) datedApart(f *yiyuan.Fact, s *site, st statement, p period.Period, has bool) bool {
	if r.timeless(f, s, st) {
		f.PeriodKind = "none"
		return true
	}
	if r.lastsLonger(f, p, has) {
		return true
	}
	if r.drawnUpForWorks(f, s) {
		f.PeriodKind, f.PeriodEnd = period.AsOf, r.Reference
		return true
	}
	if has && r.comesLater(s, p) {
		f.PeriodKind = "none"
		return true
	}
	if has && r.duringEvent(s, p) {
		f.PeriodKind, f.PeriodStart = period.During, p.Start
		return true
	}
	if next, ok := r.planAfter(f); ok {
		f.PeriodKind, f.PeriodStart, f.PeriodEnd = next.Kind, next.Start, next.End
		return true
	}
	return false
}

// drawnUpForWorks tells of what the news says is drawn up for works, which stands on its day: 园区规划面积12平方公里，计划总投资62亿元.
func (r *reader) drawnUpForWorks(f *yiyuan.Fact, s *site) bool {
	if r.Report.Kind != "" || r.Reference.IsZero() || f.Measure != "level" || r.timeBefore(s) {
		return false
	}
	if of := &r.sentence; of.has && !of.now && !of.running {
		return false
	}
	name := join(trimReach(s.left))
	return endsWithAny(name, drawnUp()) || strings.HasSuffix(name, "计划总投资")
}

// fitted is the time in force, fitted to what the figure is of: a day for what stands, else the span that it ran over.
func (r *reader) fitted(p period.Period, asOf bool, f *yiyuan.Fact, s *site, st statement) period.Period {
	if !asOf && p.End.Year > 0 && ofYearsPlan(st) && !r.monthsTold(f, s) {
		p = period.Year(p.End.Year)
	}
	p = r.narrowed(p, s, st, f)
	switch {
	case f.Base == "cagr", !asOf && r.summedOverYears(f, st):
		p = r.averaged(p, s)
	case f.Base == "yoy" && p.Start.Year < p.End.Year && (f.Measure == "growth" || f.Measure == "change" && f.Unit != "pp") && r.yearly(s):
		p = p.Last()
	}
	switch {
	case asOf && r.onlyTitleDates(f):
		return period.Period{Kind: period.AsOf, End: r.Reference}
	case asOf && (holdsAny(st.text, inStore()) || holdsAny(st.text, readOnDay()) || r.quoted(f, s, st, p, true)):
		return p.Stock() // 6月3日，库存838万吨; 昨日报收9.86元
	case asOf:
		if p = p.Stock(); st.time == "stock" && f.Unit == "CNY" && p.End.Before(r.Reference) {
			return p // 6月30日，总资产62亿元 is of that day
		}
		return r.noLaterThanNews(p)
	}
	if r.sentence.edge && p.Kind == period.AsOf && f.Measure == "level" && (st.happened || st.newness || r.did(s)) {
		year, month := p.End.Year, p.End.Month // 三月底签约20个
		p = period.Period{Kind: period.During, Start: yiyuan.NewDate(year, month, 1), End: yiyuan.NewDate(year, month+1, 0)}
	}
	if !r.pricedOnDay(p, st) {
		p = r.flowOf(p)
	}
	p = r.upToNews(p, f, s, st)
	if p == period.Year(p.End.Year) && r.takePart(f, s) {
		return period.Period{Kind: period.During, End: r.noLaterThanDay(p.End)} // the year in the name of a fair
	}
	return p
}

// monthsTold tells of what the figure's own clause says has been done in months of a year, and the share that this is of the year's plan: 年度计划投资60
// 亿元，1—5月完成23亿元，占年度计划的38%.
func (r *reader) monthsTold(f *yiyuan.Fact, s *site) bool {
	if r.Report.Kind != "" || !r.sentence.has || !r.sentence.period.YearToDate() {
		return false
	}
	return f.Measure == "share" || r.timeBefore(s)
}

// oldValue tells of the first level of a change that the sentence of the news does not date: nothing says when it was so. 展陈面积由570平方米增加到
// 1200平方米.
func (r *reader) oldValue(f *yiyuan.Fact, s *site) bool {
	if r.Report.Kind != "" || r.sentence.has || f.Measure != "level" || f.Indicator == "duration" {
		return false
	}
	if told := &r.line; told.from > 0 || told.has && told.period.Start.Year != told.period.End.Year || r.status() != "actual" {
		return false
	}
	year, _ := r.congressBefore(s)
	return year == 0 && !r.ownTimeBefore(s) && r.startsFromTo(s) && !r.startsNow(s)
}

// datedAlike lets the level that another has come from stand or run over its year as that does: 由80万亩增加到95万亩.
func (r *reader) datedAlike(to *yiyuan.Fact, s *site) {
	if s.rule != "change.to" || outlaid[to.Indicator] && to.Unit == "CNY" {
		return
	}
	for i, next := len(r.out.Facts)-1, to.Start; i >= 0; i-- {
		from := &r.out.Facts[i]
		if from.Start < r.start || from.End > next || from.Unit != to.Unit || from.Measure != to.Measure {
			return
		}
		if !oneMovement(r.text[from.End:next], next == to.Start) {
			return
		}
		year := period.Year(from.PeriodEnd.Year)
		switch {
		case from.PeriodEnd != year.End:
			return
		case to.PeriodKind == period.AsOf && from.PeriodStart == year.Start:
			from.PeriodKind, from.PeriodStart = period.AsOf, yiyuan.Date{}
		case to.PeriodKind == period.During && from.PeriodKind == period.AsOf:
			from.PeriodKind, from.PeriodStart = period.During, year.Start
		}
		next = from.Start
	}
}

// oneMovement tells of words between two levels of one movement: those up to the second side hold no pause, those of one side are joined as a list.
func oneMovement(between string, turning bool) bool {
	if turning {
		return !strings.ContainsAny(between, "，；。、")
	}
	return between == "、" || between == "和" || between == "与"
}

// noLaterThanDay is a day, or that of the news where it comes before.
func (r *reader) noLaterThanDay(day yiyuan.Date) yiyuan.Date {
	if r.Reference.Before(day) {
		return r.Reference
	}
	return day
}

// summedOverYears tells of a mean of the years of a span, or of what a plan means to have summed up at its end.
func (r *reader) summedOverYears(f *yiyuan.Fact, st statement) bool {
	if f.Measure != "level" && st.form != "growth" || st.time != "flow" {
		return false
	}
	return r.averagedYearly() || st.cumulative && f.Measure == "level" && r.Report.Kind != "" && r.status() != "actual"
}

// flowOf is the span of a flow told as of a day. The 目前 of a report on a year that is over means that year: 比例由…调整为目前的….
func (r *reader) flowOf(p period.Period) period.Period {
	upToReport := r.Report.Kind != "" && r.Report.Reviewed == r.Reference.Year-1 && p.Kind == period.AsOf && p.End == r.Reference
	if upToReport && r.status() == "actual" {
		return period.Year(r.Report.Reviewed)
	}
	return p.Flow()
}

// pricedOnDay tells of a price or an index at the end of a month or on a day, which sums nothing up: 截至7月末，价格指数为96点.
func (r *reader) pricedOnDay(p period.Period, st statement) bool {
	if p.Kind != period.AsOf || r.Report.Kind != "" || st.form != "index" && !endsWithAny(st.text, quotedPrices()) {
		return false
	}
	return slices.ContainsFunc(r.toks, func(t token) bool { return t.kind == time && endsWithAny(t.text, []string{"末", "底", "日"}) })
}

// quotedPrices are how the names of prices and rates end that are quoted.
var quotedPrices = phrases("quoted prices")

// datedLike gives a fact the time of another.
func datedLike(f, other *yiyuan.Fact) {
	f.PeriodKind, f.PeriodStart, f.PeriodEnd = other.PeriodKind, other.PeriodStart, other.PeriodEnd
}

// sameTime is the fact before that the figure says more of, whose time is its own; nil where there is none.
func (r *reader) sameTime(f *yiyuan.Fact, s *site, st statement) *yiyuan.Fact {
	last := r.lastFact()
	if last == nil {
		return nil
	}
	switch {
	case r.turns == nil && last.Unit == f.Unit && last.Measure == f.Measure && r.inOneBreath() && !standsBeforeFlow(f, last, st):
		// 从2011年的1.9万元和6100元
	case f.Measure == "rank" && r.Report.Kind != "" && r.startsFromTo(s):
		return nil // 通车里程4556公里，由全国第8位跃居第1位
	case s.inherited && last.Start >= r.start && !r.movesQuote(f, last) && r.saysMoreOf(f, last, s, st) && !r.timeBefore(s):
	case r.moneyOfCounted(f, last, st) && !r.timeBefore(s): // 目前，签约项目88个，合同投资2900亿元
	case r.convertsLast(f, last): // 70亿元（折合10亿美元）
	case last.End == f.Start && last.Unit == "household" && f.Unit == "person" && last.PeriodKind != "none": // 带动2万户6万人
	case last.End+len("、") == f.Start && f.Indicator == "area" && st.text == "" && areaBehindCount(f, last):
	default:
		return nil
	}
	return last
}

// standsBeforeFlow tells of a flow behind something else that stands at a day.
func standsBeforeFlow(f, last *yiyuan.Fact, st statement) bool {
	return last.Indicator != f.Indicator && last.PeriodKind == period.AsOf && st.time == "flow"
}

// areaBehindCount tells of the area of what has been counted right before: 累计改造棚户区3万户、200万平方米.
func areaBehindCount(f, last *yiyuan.Fact) bool {
	return f.Measure == "level" && last.Measure == "level" && last.Indicator != "area"
}

// convertsLast tells of the sum told last in other money.
func (r *reader) convertsLast(f, last *yiyuan.Fact) bool {
	if r.Report.Kind != "" || f.Measure != "level" || last.Start < r.start || last.End > f.Start {
		return false
	}
	return convertsTo(r.text[last.End:f.Start])
}

// saysMoreOf tells of a figure without a name of its own by what it says of the one before: its growth, rank or rate, of the same span.
func (r *reader) saysMoreOf(f, last *yiyuan.Fact, s *site, st statement) bool {
	news := r.Report.Kind == ""
	if last.Indicator != f.Indicator {
		return news && f.Measure == "rank" && last.Measure == "share" // 占有率达到27%，居首位
	}
	moves, overYear, overMonths := f.Measure == "growth" || f.Measure == "change", f.Base == "yoy", f.Base == "mom" || f.Base == "qoq"
	switch {
	case s.rule == "share.plan": // 新增就业5万人，完成年度任务的95%
	case strings.HasPrefix(s.rule, "gap.") && (last.Base == "cagr" || strings.HasPrefix(last.Rule, "gap.")):
		// 年均增长12%，高于全国2.5个百分点
	case (overYear || news && overMonths) && s.rule != "change.net" && r.grows(f, last, st): // 交付住宅面积30万平方米，比上年增长8%
	case overYear && f.Measure == "growth" && r.growsByChange(f, last, st): // 面积增加7万公顷，增长1.5%
	case overMonths && last.PeriodKind == period.During && r.turns == nil && (last.Measure == "level" || last.Measure == "growth"):
		// 吞吐量300万标箱，日均环比增长7%
	case moves && last.Measure == "level" && endsWithAny(f.Base, comparedMarks()) && onlyComma(r.text[last.End:f.Start]):
		// 发生洪水21次，较常年偏多1.6倍
	case f.Measure == "rank" && last.Measure == "level" && last.PeriodKind == period.AsOf: // 面积26万亩，居全国之首
	case news && f.Measure == "rank" && (ofWholeYear(last) || last.Measure == "share"): // 人均GDP达到7万元，居全省第二
	case news && movesRate(f, last) && !r.onlyCompared(last): // 利率4.74%，同比下降0.57个百分点
	default:
		return false
	}
	return true
}

// growsByChange tells of a growth that says once more by how much what came in a span, or an area, has changed.
func (r *reader) growsByChange(f, last *yiyuan.Fact, st statement) bool {
	if last.Measure != "change" || f.Base != last.Base || !onlyComma(r.text[last.End:f.Start]) {
		return false
	}
	return st.time == "flow" || f.Indicator == "area" || r.changedInSpan(last)
}

// changedInSpan tells of a change of what the figure before it came to in the same span: 毕业生80万人，比上年增加4万人.
func (r *reader) changedInSpan(last *yiyuan.Fact) bool {
	n := len(r.out.Facts) - 2
	if n < 0 || last.PeriodKind != period.During {
		return false
	}
	level := &r.out.Facts[n]
	if level.Start < r.start || level.Measure != "level" || level.Indicator != last.Indicator {
		return false
	}
	return level.PeriodKind == last.PeriodKind && level.PeriodStart == last.PeriodStart && level.PeriodEnd == last.PeriodEnd
}

// onlyComma tells of a stretch between two figures in which one comma pauses and nothing else.
func onlyComma(between string) bool {
	return strings.Count(between, "，") == 1 && !strings.ContainsAny(between, "、；")
}

// convertsTo tells of what leads from a sum to the same in other money.
func convertsTo(between string) bool {
	return startsWithAny(between, converting()) && utf8.RuneCountInString(between) < 8
}

// converting stand before a sum in other money.
var converting = phrases("converting")

// ofWholeYear tells of a level of one whole year.
func ofWholeYear(f *yiyuan.Fact) bool {
	year := period.Year(f.PeriodEnd.Year)
	return f.Measure == "level" && f.PeriodKind == period.During && f.PeriodStart == year.Start && f.PeriodEnd == year.End
}

// onlyCompared tells of a figure of an earlier time that the next is compared with: the 20% of 较上年同期的20%下降9个百分点.
func (r *reader) onlyCompared(f *yiyuan.Fact) bool {
	end := r.Reference
	if p, has := r.inForce(); has {
		end = p.End
	}
	return f.PeriodEnd.Before(end) && endsWithAny(r.text[r.start:f.Start], ofEarlierTime())
}

// ofEarlierTime end the time that a figure compared with is of.
var ofEarlierTime = phrases("of an earlier time")

// movesRate tells of the points that a rate told last has moved since the year, quarter or month before.
func movesRate(f, last *yiyuan.Fact) bool {
	switch f.Base {
	case "", "yoy", "mom", "qoq":
		return f.Measure == "change" && f.Unit == "pp" && last.Unit == "percent" && last.Measure != "growth"
	}
	return false
}

// grows tells of how much the level told last has grown over the year in force: it is dated as that level is. What was lent or added to a
// stock is told of a span, and grows as it stands.
func (r *reader) grows(f, last *yiyuan.Fact, st statement) bool {
	p, has := r.inForce()
	if last.PeriodKind == period.During && (st.newness && st.time == "stock" || f.Indicator == "loans" || f.Indicator == "deposits") {
		return false
	}
	if !has || r.turns != nil || f.Measure != "growth" && f.Measure != "change" || last.Measure != "level" {
		return false
	}
	return last.PeriodKind != "none" && last.PeriodEnd == p.End && (p.Kind == period.AsOf || p.Start.Year == p.End.Year)
}

// moneyOfCounted tells of what the projects cost that the news has counted right before.
func (r *reader) moneyOfCounted(f, last *yiyuan.Fact, st statement) bool {
	if r.Report.Kind != "" || f.Indicator != "investment" || f.Measure != "level" {
		return false
	}
	if last.Start < r.start || last.Indicator != "project_count" || last.Measure != "level" || last.PeriodKind != period.During && !r.sentence.now {
		return false
	}
	return last.Status == r.status() && endsWithAny(st.text, costsOfProjects()) && !strings.Contains(st.text+st.qualifier, "完成")
}

// costsOfProjects are words for what the projects cost together that were signed or begun.
var costsOfProjects = phrases("costs of projects")

// onlyToldThatDay tells of a statistic under a paragraph that began with the day on which it was given out: 国新办今天举行发布会。夏粮产量….
func (r *reader) onlyToldThatDay(f *yiyuan.Fact, st statement) bool {
	if r.Report.Kind != "" || r.sentence.has || st.time != "flow" || st.happened || !r.line.oneDay() {
		return false
	}
	crop := endsWithAny(st.text, []string{"总产量", "产量"}) && !strings.Contains(st.text, "日产")
	return (aggregate[f.Indicator] || crop) && !holdsAny(r.text[r.start:r.end], ceremonies())
}

// datedByTitle tells of the news in which only the headline names a span, of the running year: what stands is told of today.
func (r *reader) datedByTitle() bool {
	if r.Report.Kind != "" || r.sentence.has || r.line.has || !r.heading.has {
		return false
	}
	end := r.heading.period.End
	return end.Year == r.Reference.Year && end.Before(r.Reference) && r.status() == "actual"
}

// onlyTitleDates tells of a share or of firms of such news, but for what stands in their books, which is of the span.
func (r *reader) onlyTitleDates(f *yiyuan.Fact) bool {
	if f.Measure != "share" && f.Indicator != "enterprise_count" || !r.datedByTitle() {
		return false
	}
	return !holdsAny(r.clauseAround(f.Start, f.End), inTheBooks())
}

// toldStanding tells of a number of the same kind in the sentence that stands at a day.
func (r *reader) toldStanding(code string) bool {
	last := r.lastInSentence()
	return last != nil && last.Indicator == code && last.PeriodKind == period.AsOf
}

// timeOf is the time a figure is of, before it is fitted to what is measured.
func (r *reader) timeOf(s *site) (period.Period, bool) {
	p, has := r.inForce()
	if own, ok := r.comparedYear(s); ok {
		return own, true
	}
	if before, ok := r.beforeTurn(s); ok {
		return before, true
	}
	if next, ok := r.turn(); ok {
		return next, true
	}
	if day, ok := r.dayBehind(s); ok && !r.sentence.has {
		return day, true
	}
	if has && r.recursBeyond(s) && r.habitualHere() {
		return period.Period{Kind: period.None}, false
	}
	if has && r.onlySinceCongress(s, p) {
		return period.Period{}, false
	}
	if has && r.hasByNow(s, p) {
		return period.Period{Kind: period.AsOf, End: r.Reference}, true
	}
	return p, has
}

// hasByNow tells of what the news says is there by now in a part of its sentence, behind a semicolon, that names no time, where the one in force is a year
// that is over: 去年新增商标41件；园区可容纳企业60家，已有49家签约.
func (r *reader) hasByNow(s *site, p period.Period) bool {
	if r.Report.Kind != "" || !r.sentence.has || p != period.Year(p.Start.Year) || !p.End.Before(r.Reference) || s.tok.start < r.start {
		return false
	}
	said := r.saidBefore(s)
	part := said[max(strings.LastIndex(said, "；"), strings.LastIndex(said, ";"), 0):]
	if part == said || !holdsAny(part[lastPause(part):], thereByNow()) || r.status() != "actual" {
		return false
	}
	return !slices.ContainsFunc(r.toks, func(t token) bool {
		return t.kind == time && t.start > s.tok.start-len(part) && t.start < s.tok.start && p.Start.Year == r.yearOf(&t)
	})
}

// yearOf is the year that a time ends in, 0 where it is none.
func (r *reader) yearOf(t *token) int {
	p, _ := r.resolveTime(t.e)
	return p.End.Year
}

// thereByNow are words for what is there by now, readOnDay for what is read off on a day.
var thereByNow, readOnDay = phrases("there by now"), phrases("read on a day")

// recursBeyond tells of a sentence whose time does not hold what it says comes every year: one that names none, or now, or from when on,
// 从今年起，每年新建幼儿园20所.
func (r *reader) recursBeyond(s *site) bool {
	if !r.sentence.has || r.sentence.now {
		return true
	}
	return r.sentence.since && r.Report.Kind != "" && r.status() != "actual" || r.yearOfOtherPart(s)
}

// yearOfOtherPart tells of a figure of a report in a part of its sentence, behind a semicolon, that names no time, where the one in force is but a year
// of another part: 到2010年达到1300公里；每年建设农村公路8000公里.
func (r *reader) yearOfOtherPart(s *site) bool {
	if p := r.sentence.period; r.Report.Kind == "" || !r.sentence.has || !p.Start.IsZero() && p.Start.Year != p.End.Year {
		return false
	}
	behind := false
	for _, t := range r.toks {
		switch {
		case t.start >= s.tok.start:
			return behind
		case t.kind == semi:
			behind = true
		case t.kind == time && ruling[t.e.Role]:
			behind = false
		}
	}
	return false
}

// dayBehind is the day or month that the verb behind a figure brings: 320个项目今天集中开工, 3条生产线今年6月投产.
func (r *reader) dayBehind(s *site) (period.Period, bool) {
	for _, t := range s.right {
		if t.kind == figure {
			break
		}
		if t.kind == time && (t.e.Day() || r.Report.Kind == "" && strings.HasSuffix(t.text, "月") && ruling[t.e.Role]) {
			return r.resolveTime(t.e)
		}
	}
	return period.Period{}, false
}

// takingOn are verbs for giving people work.
var takingOn = phrases("taking on")

// upToMonth tells of a 截至 that names a month or quarter as a whole: what has been laid out by then is of the year so far.
func (r *reader) upToMonth() bool {
	return r.sentence.toMonth || !r.sentence.has && r.line.toMonth
}

// qualities are what a place is ranked by where nothing is counted.
var qualities = phrases("qualities")

// yields are words for what is made within a span, of which a share is of the span too.
var yields = phrases("yields")

// withoutPer drops what a price is reckoned for: 比去年同期的每吨 of 比去年同期的每吨900元.
func withoutPer(toks []token) []token {
	for i := len(toks) - 1; i > 0 && i > len(toks)-4; i-- {
		if strings.HasPrefix(toks[i].text, "每") && toks[i-1].text == "的" {
			return toks[:i]
		}
	}
	return toks
}

// beforeBracket is what stands before the bracket whose first figure this is: 较一季度（8%）, 较2013年（产量8吨）; nothing where it is in
// none.
func (r *reader) beforeBracket(start int) []token {
	for i := range r.toks {
		if r.toks[i].start != start {
			continue
		}
		for i--; i >= 0 && (r.toks[i].kind == word || r.toks[i].kind == where || r.toks[i].kind == blank); i-- {
		}
		if i >= 0 && r.toks[i].kind == open {
			return r.toks[:i]
		}
		return nil
	}
	return nil
}

// summedYears is the number of years that the figure's own clause says a sum is of, 0 where it says none: 投资五年累计完成300亿元.
func (r *reader) summedYears(s *site) int {
	years := 0
	from, to := r.ownClause(s)
	for j := from; j < to; j++ {
		if n := r.yearsPassed(j); n > 0 && strings.HasPrefix(r.text[r.toks[j].end:], "累计") {
			years = n
		}
	}
	return years
}

// yearsGrown is the number of years that the figure's own clause says a growth took, 0 where it says none: 收入6100元，五年累计增长59.6%.
func (r *reader) yearsGrown(s *site) int {
	if s.measure != "growth" && s.measure != "change" {
		return 0
	}
	from, to := r.ownClause(s)
	for j := from; j < to; j++ {
		n, verb := r.yearsPassed(j), j+1
		for n > 1 && verb < to && slices.Contains(throughSpan(), r.toks[verb].text) {
			verb++
		}
		if n > 1 && verb < to && r.toks[verb].is(up|down) && !r.toks[verb].averages() {
			return n
		}
	}
	return 0
}

// throughSpan are words between the years of a span and what came about in them.
var throughSpan = phrases("through a span")

// yearsPassed is the number of years of a span passed over at j, 0 where there is none.
func (r *reader) yearsPassed(j int) int {
	if t := r.toks[j]; t.kind == figure && t.q.Kind == "duration" && t.q.Unit.Code == "year" && r.passed[j] {
		if n, err := t.q.Value.Int64(); err == nil && n > 1 && n <= 20 {
			return int(n)
		}
	}
	return 0
}

// timeBefore tells whether the figure has a time expression of its own in its clause.
func (r *reader) timeBefore(s *site) bool {
	for _, t := range r.leftTokens {
		if t.kind == time && ruling[t.e.Role] {
			return true
		}
	}
	return false
}

func (r *reader) inForce() (period.Period, bool) {
	switch {
	case r.sentence.has:
		return r.sentence.period, true
	case r.sentence.near:
		return period.Period{}, false
	case r.line.has && !r.aheadOfNews() && !(r.line.now && r.Report.Kind == ""):
		return r.line.period, true
	case r.heading.has:
		if r.Report.Kind == "" && r.leadEndsHeading() {
			return r.lead, true // 今年以来 in the headline of what goes on to tell 1—4月
		}
		return r.heading.period, true
	}
	return period.Period{}, false
}

// leadEndsHeading tells of a lead on months that are over, which begin as the span of the headline does that runs up to the day of the news.
func (r *reader) leadEndsHeading() bool {
	lead, title := &r.lead, &r.heading.period
	return lead.Kind == period.During && lead.Start == title.Start && title.End == r.Reference && lead.End.Before(r.Reference)
}

// inMonthsBefore tells of a paragraph of the news that names no time and follows one on months, or a year, that are over: its statistics
// are of these too.
func (r *reader) inMonthsBefore() bool {
	p := r.lineBefore.period
	if r.Report.Kind != "" || r.line.has || r.sentence.near || !r.lineBefore.has || p.Kind != period.During || !wholeMonths(p) {
		return false
	}
	lately := p.End.Year-p.Start.Year < 1 && r.Reference.Year-p.End.Year < 2 && !r.Reference.Before(p.End)
	return lately && r.status() == "actual"
}

// aheadOfNews tells of a time still to come that an earlier sentence of the news set: what has happened is not of it.
func (r *reader) aheadOfNews() bool {
	told := &r.line
	if r.Report.Kind != "" || told.running || !r.Reference.Before(told.period.End) {
		return false
	}
	return told.period.Start.Year != r.Reference.Year && r.status() == "actual"
}

// recurs tells of what something to come will yield year by year: 预计年发电量20亿千瓦时.
func (r *reader) recurs(s *site, st statement) bool {
	if r.Report.Kind != "" || r.timeBefore(s) {
		return false
	}
	if st.counter == "" && startsWithAny(st.text, yearByYear()) || hasWord(r.leftTokens, yearByYear()...) {
		return true
	}
	return holdsAny(join(r.leftTokens), yearlyWork())
}

// yearByYear are words for what comes every year, yearlyWork such as begin with the year what a plant does in it.
var yearByYear, yearlyWork = phrases("year by year"), phrases("yearly work of plants")

// habitual tells of a 每年 or 每月: what recurs has no date.
func (r *reader) habitual(s *site) bool {
	for _, t := range r.toks {
		if t.start >= s.tok.start {
			return false
		}
		if t.everyYear() {
			return true
		}
	}
	return false
}

// everyYear tells of a time that comes again: 每年, 每月, 一年下来.
func (t *token) everyYear() bool {
	return t.kind == time && t.e.Role == period.Recurring && startsWithAny(t.text, []string{"每", "一年"})
}

// habitualHere tells of one in the figure's own clause.
func (r *reader) habitualHere() bool {
	for _, t := range r.leftTokens {
		if t.averages() && r.heading.has {
			continue // 五年来平均每年增长9%
		}
		if t.everyYear() || t.kind == time && t.e.Role == period.Recurring && strings.HasPrefix(t.text, "日均") && r.meansAnyDay() {
			return true
		}
	}
	return false
}

// meansAnyDay tells of a 日均 that is no mean over the span of a heading, or over that of which a part is told: 1月…。其中，日均.
func (r *reader) meansAnyDay() bool {
	return !r.heading.has && !r.sentence.near && !(r.line.has && strings.HasPrefix(r.text[r.start:r.end], "其中"))
}

// overPeriod is what 环比 compares with: the quarter before where quarters are told, else the month.
func (r *reader) overPeriod() string {
	if p, ok := r.inForce(); ok && p.Kind == period.During && p.End.Month-p.Start.Month == 2 && p.Start.Year == p.End.Year {
		return "qoq"
	}
	return "mom"
}
