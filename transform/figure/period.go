package figure

import (
	"slices"
	"strings"
	"unicode/utf8"

	"yiyuan"
	"yiyuan/transform/period"
	"yiyuan/transform/place"
)

// This file gives a fact its period: a flow over a span, or what stands at a day.

// withinOneYear tells of a span that lies in one year: 一季度, 1—9月.
func withinOneYear(p period.Period) bool {
	return p.Kind == period.During && p.Start.Year == p.End.Year
}

// overYears tells of a span of more than one year: 五年来, 2013年到2016年.
func overYears(p period.Period) bool {
	return p.Kind == period.During && p.Start.Year < p.End.Year
}

func (r *reader) settlePeriod(f *yiyuan.Fact, s *site, st statement) {
	if st.plan != "" {
		r.datedByPlan(f, st)
		return
	}
	if last := r.sameTime(f, s, st); last != nil && r.yearsGrown(s) < 2 {
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
	if !has && r.Report.Kind == "" && s.tok.q.Unit.Surface == "只" && r.countsDeeds(s, st, true) {
		p, has = period.Period{Kind: period.During, Start: r.Reference, End: r.Reference}, true
		if !r.dayTold.End.IsZero() && r.lastsFrom(r.dayTold) {
			p = r.dayTold // 周四两市低走。盘面上，上涨的仅300只
		}
	}
	if has && r.plannedSince(p) {
		p, has = period.Period{}, false
	}
	if has && r.Report.Kind == "" && r.Reference.Before(p.End) && r.buildsOn(f) {
		p = period.Period{Kind: period.AsOf, End: r.Reference} // “十四五”期间，将在现有27所院校的基础上扩大招生
	}
	if r.datedApart(f, s, st, p, has) {
		return
	}
	signed := r.signed(f, s, st)
	yearlyMean := f.Measure == "growth" && f.Base == "cagr" // is of its years, also of what stands at their end
	asOf := !signed && !yearlyMean && (r.stands(f, s, st, p, has) && !r.partOfFlow(f, s, st) || r.stoodAtOpening(f))
	if asOf && r.sentence.streak && r.aside != nil {
		p, has = r.aside.period, r.aside.has // 占有率连续五年居第一: that of now
	}
	if r.formerly(s) || r.oldValue(f, s) {
		f.PeriodKind = period.During
		if asOf {
			f.PeriodKind = period.AsOf
		}
		if year := baseYear(r.measuredAgainst(s), r.Reference); year > 0 {
			f.PeriodEnd = period.Year(year).End // 与2010年相比，平均受教育年限由8.2年提高到9.1年
			if !asOf {
				f.PeriodStart = period.Year(year).Start
			}
		} else if since := r.sentence.period.Start; r.sentence.since && r.Report.Kind == "" && since.Day > 1 {
			f.PeriodEnd = since // 自10月17日开通以来，客流由开通时的4000人次增至2万人次
			if !asOf {
				f.PeriodStart = since
			}
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
	if r.doneByDeadline(s, st, p) {
		asOf, p = false, period.Period{Kind: period.During, Start: r.Reference, End: p.End}
	}
	p = r.fitted(p, asOf, f, s, st)
	if year := period.Year(p.End.Year); r.topic.fair != "" && p.Start == year.Start && p.End != year.End && r.signedTogether(f) {
		p.Start = yiyuan.Date{} // since the fair began
	}
	f.PeriodKind, f.PeriodStart, f.PeriodEnd = p.Kind, r.sinceBase(f, s, p), p.End
	if p.Kind == "as_of" {
		f.PeriodStart = yiyuan.Date{}
	}
	if p.Kind == "" {
		f.PeriodKind = "none"
	}
	r.datedAlike(f, s)
}

// plannedSince tells of a sentence of the news on what is planned, with no time of its own, behind one on a span that is over: 上半年，实现产值6亿元。
// 镇里计划在河东征地300亩.
func (r *reader) plannedSince(p period.Period) bool {
	return r.Report.Kind == "" && !r.sentence.has && r.status() == "planned" && p.Kind == period.During && p.End.Before(r.Reference) &&
		p == r.line.period && !tellsDone(r.text[r.start:r.end]) && !holdsAny(r.text[r.start:r.end], dividends())
}

// doneByDeadline tells of how many the news says something is still to be done to, or will do it, by a day ahead: 年底前再关停12处, 月底前还将有6家投产.
func (r *reader) doneByDeadline(s *site, st statement, p period.Period) bool {
	if r.Report.Kind != "" || !r.sentence.has || p.Kind != period.AsOf || !r.Reference.Before(p.End) || s.tok.q.Kind != "count" || s.measure != "level" || s.arrived {
		return false
	}
	by := r.lastTime(s.tok.start)
	if by == nil || by.e.Role != period.Until || !strings.HasSuffix(by.text, "前") || r.status() == "actual" || standing[st.code] && st.code != "enterprise_count" {
		return false
	}
	return !hasWord(r.leftTokens, formingVerbs().words...) && (r.did(s) || strings.HasSuffix(join(s.left), "还将有"))
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
	if plan, ok := r.overPlanYears(f, s, st, p, has); ok {
		f.PeriodKind, f.PeriodStart, f.PeriodEnd = period.During, plan.Start, plan.End
		return true
	}
	if has && r.doneSinceBegun(f, s, p) {
		f.PeriodKind, f.PeriodEnd = period.AsOf, r.Reference
		return true
	}
	if has && r.doneByNow(s, st, p) {
		f.PeriodKind, f.PeriodEnd = period.AsOf, r.Reference
		if (r.sentence.has || p.Start == p.End) && !p.End.IsZero() && daysOf(period.Period{Kind: period.During, Start: p.End, End: r.Reference}) <= 2*longestMonth {
			f.PeriodEnd = p.End // 10月、11月入库2亿元；停产的已有29户
		}
		return true
	}
	if has && r.pricedNow(f, s, st, p) {
		f.PeriodKind, f.PeriodEnd = period.AsOf, r.Reference
		return true
	}
	if day := r.costStands(f, s, st); !day.IsZero() {
		f.PeriodKind, f.PeriodEnd = period.AsOf, day
		return true
	}
	if day := r.countedForTime(f, s); !day.IsZero() {
		f.PeriodKind, f.PeriodEnd = period.AsOf, day
		return true
	}
	if r.drawnUpForWorks(f, s) {
		f.PeriodKind, f.PeriodEnd = period.AsOf, r.Reference
		return true
	}
	if has && (r.comesLater(s, p) || r.willEachYear(s, p)) {
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

// willEachYear tells of what the news of a day says there will be of something in a year: 今天开港，年吞吐量将达2500万吨.
func (r *reader) willEachYear(s *site, p period.Period) bool {
	return p.Start.Year == p.End.Year && p.Start.Month == p.End.Month && s.measure == "level" && r.Report.Kind == "" && (r.status() == "forecast" || r.status() == "target") && strings.HasPrefix(strings.TrimLeft(join(s.nounPhrase), "、"), "年")
}

// drawnUpForWorks tells of what the news says is drawn up for works, which stands on its day: 园区规划面积12平方公里，计划总投资62亿元.
func (r *reader) drawnUpForWorks(f *yiyuan.Fact, s *site) bool {
	if r.Report.Kind != "" || r.Reference.IsZero() || f.Measure != "level" || r.sentence.has && r.timeBefore(s) {
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
	switch {
	case asOf:
	case r.sumsUpMonth(p, f):
		p.Start = period.Year(p.Start.Year).Start
	case endsQuarter(p) && (f.Base == "qoq" || r.besideLastQuarter(f, st)):
		p.Start = yiyuan.NewDate(p.End.Year, p.End.Month-2, 1) // 前三季度…，较上季度回升2点
	}
	if !asOf && r.openedYear(p, f) {
		p = r.yearOpened(p)
	}
	if !asOf && p.Start == p.End && f.Measure == "level" && r.yearReaches(s, st) {
		p.Start = period.Year(p.End.Year).Start
	}
	p = r.narrowed(p, s, st, f)
	switch {
	case f.Base == "cagr", !asOf && r.summedOverYears(f, st):
		p = r.averaged(p, s)
	case f.Base == "yoy" && p.Start.Year < p.End.Year && (f.Measure == "growth" || f.Measure == "change" && f.Unit != "pp") && r.yearly(s):
		p = p.Last()
	}
	switch {
	case asOf && r.stoodAtOpening(f):
		return p.Stock()
	case asOf && p == period.Year(r.Reference.Year-1) && r.elsewhereNow():
		return period.Period{Kind: period.AsOf, End: r.Reference}
	case asOf && (holdsAny(st.text, inStore()) || holdsAny(st.text, readOnDay()) || r.quoted(f, s, st, p, true)):
		if p = p.Stock(); r.Reference.Before(p.End) {
			return r.noLaterThanNews(p)
		}
		return p // 6月3日，库存838万吨; 昨日报收9.86元
	case asOf:
		if p = p.Stock(); st.time == "stock" && f.Unit == "CNY" && p.End.Before(r.Reference) {
			return p // 6月30日，总资产62亿元 is of that day
		}
		return r.noLaterThanNews(p)
	}
	if r.sentence.edge && p.Kind == period.AsOf && f.Measure == "level" && !(ofProducts[f.Indicator] && r.lead.YearToDate()) && (st.happened || st.newness || r.did(s)) {
		year, month := p.End.Year, p.End.Month // 三月底签约20个
		p = period.Period{Kind: period.During, Start: yiyuan.NewDate(year, month, 1), End: yiyuan.NewDate(year, month+1, 0)}
	}
	if !r.pricedOnDay(p, st) {
		p = r.flowOf(p)
	}
	p = r.upToNews(p, f, s, st)
	if p.Kind == period.During && p.Start == period.Year(p.End.Year).Start && r.ofDisaster() {
		p.Start = yiyuan.Date{}
	}
	if p == period.Year(p.End.Year) && r.takePart(f, s) {
		return period.Period{Kind: period.During, End: r.noLaterThanDay(p.End)} // the year in the name of a fair
	}
	return p
}

// elsewhereNow tells of a sentence of the news, with no time of its own, on another place than the one before it in its paragraph.
func (r *reader) elsewhereNow() bool {
	at := r.sentence.region
	if r.Report.Kind != "" || r.sentence.has || at == "" || r.status() != "actual" {
		return false
	}
	last := r.lastSince(r.lineStart, func(f *yiyuan.Fact) bool { return f.Start < r.start })
	return last != nil && last.RegionCode != at && !place.Contains(last.RegionCode, at) && !place.Contains(at, last.RegionCode)
}

// yearReaches tells of what the news says the year has come to on a day: 12月26日，机场年旅客吞吐量突破200万人次.
func (r *reader) yearReaches(s *site, st statement) bool {
	if r.Report.Kind != "" || st.text == "" || r.status() != "actual" {
		return false
	}
	name := join(s.left)
	at := strings.LastIndex(name, "年")
	if at < 1 || name[at-1] <= '9' || !holdsAny(name[at:], reachedInYear()) {
		return false
	}
	return startsWithAny(name[at+len("年"):], []string{st.text, st.head}) && st.head != "" || strings.HasPrefix(name[at:], st.text)
}

// reachedInYear are words for what a sum has come to.
var reachedInYear = phrases("reached in a year")

// endsQuarter tells of the first months of a year that end with its second, third or last quarter.
func endsQuarter(p period.Period) bool {
	return p.YearToDate() && p.End.Month > 3 && p.End.Month%3 == 0
}

// besideLastQuarter tells of an index that the next clause holds against the quarter before: 景气指数68.5，较上季度回升2.1.
func (r *reader) besideLastQuarter(f *yiyuan.Fact, st statement) bool {
	if f.Measure != "level" || !strings.HasSuffix(st.text, "指数") {
		return false
	}
	next := firstClause(strings.TrimLeft(r.text[f.End:r.end], "点，"))
	return strings.Contains(next, "上季度") || strings.Contains(next, "上一季度")
}

// sumsUpMonth tells of what the months of a year have come to, behind what the last of them has: 7月送电22亿千瓦时，累计132亿千瓦时.
func (r *reader) sumsUpMonth(p period.Period, f *yiyuan.Fact) bool {
	last := r.lastInSentence()
	if r.Report.Kind != "" || last == nil || !monthLong(p) || p.Start.Month == 1 || f.Measure != "level" {
		return false
	}
	if last.Unit != f.Unit || last.Measure != "level" || last.PeriodStart != p.Start || last.PeriodEnd != p.End || last.End > f.Start {
		return false
	}
	clause := r.text[last.End:f.Start]
	return startsWithAny(clause[lastPause(clause):], []string{"累计"}) && !strings.ContainsAny(clause, "；。")
}

// openedYear tells of what came about, or was aimed at, at the beginning of a year: it is of that, and not of its first day.
func (r *reader) openedYear(p period.Period, f *yiyuan.Fact) bool {
	if p.End.Month != 1 || p.End.Day != 1 || p.Kind != period.AsOf && p.Start != p.End {
		return false
	}
	return strings.Contains(r.text[r.start:max(r.start, f.Start)], "年初")
}

// stoodAtOpening tells of a price or level that is told right behind the 年初 at which it stood: 由年初的160元涨到210元, 年初是4800元.
func (r *reader) stoodAtOpening(f *yiyuan.Fact) bool {
	if f.Measure != "level" || f.Unit == "tonne" || f.Start < r.start {
		return false
	}
	said := r.text[r.start:f.Start]
	i := lastIndex(said, "年初")
	if i < 0 {
		return false
	}
	between := said[i+len("年初"):]
	return utf8.RuneCountInString(between) <= longestLead && startsWithAny(between, stoodAt()) && !holdsDigits(between)
}

// longestLead is how many characters lead at most from 年初 to what stood then, stoodAt how they begin.
const longestLead = 6

var stoodAt = phrases("stood at")

// yearOpened is the year that a 年初 opens, up to the day of the news where it is not over: 年初的雪灾造成损失6亿元.
func (r *reader) yearOpened(p period.Period) period.Period {
	year := period.Year(p.End.Year)
	if r.status() == "actual" && r.stillToEnd(year) && r.Report.Kind == "" {
		year.End = r.Reference
	}
	return year
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
	if p, has := r.inForce(); has && p == period.Year(p.End.Year) && p.End.Year+1 >= r.Reference.Year && !strings.Contains(r.text[r.start:f.Start], "原") {
		return false // the year before the one reported
	}
	if _, told := r.comparedYear(s); told {
		return false // 由上年同期的160万吨降至63万吨
	}
	if _, turns := r.beforeTurn(s); turns {
		return false // 由上年同期亏损6000万元转为盈利
	}
	year, _ := r.congressBefore(s)
	return year == 0 && !r.ownTimeBefore(s) && r.startsFromTo(s)
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

// ofDisaster tells of a sentence on what one disaster has done up to a day: the span begins with that, and not with the year.
func (r *reader) ofDisaster() bool {
	if r.Report.Kind != "" || !r.sentence.has || r.sentence.period.Kind != period.AsOf {
		return false
	}
	said := r.text[r.start:r.end]
	return holdsAny(said, disasters()) && holdsAny(said, disasterStrikes()) && !strings.Contains(said, "年")
}

// disasters are such as come upon a country, disasterStrikes words for what they do to it.
var disasters, disasterStrikes = phrases("disasters"), phrases("struck by a disaster")

// pricedOnDay tells of a price or an index at the end of a month or on a day, which sums nothing up: 截至7月末，价格指数为96点.
func (r *reader) pricedOnDay(p period.Period, st statement) bool {
	if p.Kind != period.AsOf || r.Report.Kind != "" || st.form != "index" && !endsWithAny(st.text, quotedPrices()) {
		return false
	}
	return slices.ContainsFunc(r.toks, func(t token) bool { return t.kind == time && endsWithAny(t.text, ofOneDay()) })
}

// ofOneDay are how the names of days, and of the ends of spans, end.
var ofOneDay = phrases("ends of days")

// quotedPrices are how the names of prices and rates end that are quoted.
var quotedPrices = phrases("quoted prices")

// datedLike gives a fact the time of another.
func datedLike(f, other *yiyuan.Fact) {
	f.PeriodKind, f.PeriodStart, f.PeriodEnd = other.PeriodKind, other.PeriodStart, other.PeriodEnd
}

// onlyToldThatDay tells of a statistic under a paragraph that began with the day on which it was given out: 国新办今天举行发布会。夏粮产量….
func (r *reader) onlyToldThatDay(f *yiyuan.Fact, st statement) bool {
	if r.Report.Kind != "" || r.sentence.has || st.time != "flow" || st.happened || !r.line.oneDay() {
		return false
	}
	crop := endsWithAny(st.text, []string{"总产量", "产量"}) && !strings.Contains(st.text, "日产")
	return (aggregate[f.Indicator] || crop) && !holdsAny(r.text[r.start:r.end], ceremonies())
}

// datedByTitle tells of the news in which only the headline names a span, of the running year.
func (r *reader) datedByTitle() bool {
	if r.Report.Kind != "" || r.sentence.has || r.line.has || !r.heading.has {
		return false
	}
	end := r.heading.period.End
	return end.Year == r.Reference.Year && end.Before(r.Reference) && r.status() == "actual"
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
	if day, ok := r.dayBehind(s); ok && (!r.sentence.has || r.goesOnIn(day, s)) {
		return day, true
	}
	if has && r.recursBeyond(s) && r.habitualHere() {
		return period.Period{Kind: period.None}, false
	}
	if has && s.rule == "change.to" && r.Report.Kind == "" && p == period.Year(r.Reference.Year-1) && r.fromYear(s) && r.yearOf(r.lastTime(s.tok.start)) == p.End.Year {
		return period.Period{Kind: period.During, Start: period.Year(r.Reference.Year).Start, End: r.Reference}, true // 由去年的11元跌到8元
	}
	if has && r.onlySinceCongress(s, p) {
		return period.Period{}, false
	}
	if has && (r.thereByNow(s, p) || r.thereSinceThen(s, p)) {
		return period.Period{Kind: period.AsOf, End: r.Reference}, true
	}
	return p, has
}

// timeHeads tells of a time in the clause of token i, behind which nothing but words stands up to it.
func (r *reader) timeHeads(i int) bool {
	for i--; i >= 0 && r.toks[i].kind == word; i-- {
	}
	return i >= 0 && r.toks[i].kind == time
}

// yearOf is the year that a time ends in, 0 where it is none.
func (r *reader) yearOf(t *token) int {
	p, _ := r.resolveTime(t.e)
	return p.End.Year
}

// readOnDay are words for what is read off on a day.
var readOnDay = phrases("read on a day")

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
	for k, t := range s.right {
		if t.kind == figure || t.kind == open && slices.ContainsFunc(s.right[k:], func(t token) bool { return t.kind == figure }) {
			break // 增长8%（9月份增长5%）
		}
		if t.kind == time && r.Report.Kind == "" {
			if due, ok := t.e.Due(r.periodContext()); ok {
				return due, true // 新增主变6月底前投运
			}
			if day, ok := r.comingDay(t.e, r.text[r.start:t.start], r.text[t.end:r.end]); ok {
				return day, true // 第二轮消费券将于6月10日发放
			}
		}
		if t.kind == time && (t.e.Day() || r.Report.Kind == "" && endsWithAny(t.text, []string{"月", "月份"}) && ruling[t.e.Role]) {
			return r.resolveTime(t.e)
		}
	}
	return period.Period{}, false
}

// goesOnIn tells of a month that the clause brings behind the figure and that is later than the time in force: 去年底办厂，头一批900吨6月份已运往国外.
func (r *reader) goesOnIn(month period.Period, s *site) bool {
	clause := firstClause(r.text[s.tok.end:r.end])
	return monthLong(month) && r.sentence.period.End.Before(month.Start) && !r.timeBefore(s) && strings.Contains(clause, "月") && tellsDone(clause)
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
		return r.heading.period, true
	}
	return period.Period{}, false
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

// overPeriod is what 环比 compares with: the quarter before where quarters are told, else the month.
func (r *reader) overPeriod() string {
	if p, ok := r.inForce(); ok && p.Kind == period.During && p.End.Month-p.Start.Month == 2 && p.Start.Year == p.End.Year {
		return "qoq"
	}
	return "mom"
}
