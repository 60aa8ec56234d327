package figure

import (
	"slices"
	"strconv"
	"strings"
	clock "time"
	"unicode/utf8"

	"yiyuan"
	"yiyuan/transform/period"
	"yiyuan/transform/unit"
)

// This file keeps which time is in force: of the heading, the paragraph and the sentence.

func (r *reader) periodContext() period.Context {
	c := period.Context{Reference: r.Reference, Term: r.Report.Term, FromDay: r.Report.Kind == "", Week: r.week}
	switch {
	case r.sentence.has:
		c.Current = r.sentence.period
	case r.line.has:
		c.Current = r.line.period
	case r.heading.has:
		c.Current = r.heading.period
	}
	if c.Current.Kind == "" && r.Report.Kind == "" {
		c.Before = r.lineBefore.period
	}
	c.Year = c.Current.End.Year
	if r.Report.Summed && r.heading.has && r.heading.period == period.Year(r.Report.Reviewed) && r.heading.period.End.Before(c.Reference) {
		c.Reference = r.heading.period.End
	}
	return c
}

var ruling = map[string]bool{"time": true, "since": true, "until": true, "span": true, "stock": true, "coming": true}

// resolveTime resolves an expression that says when; comparisons, names and habits are not of that kind.
func (r *reader) resolveTime(e *period.Expr) (period.Period, bool) {
	if !ruling[e.Role] {
		return period.Period{}, false
	}
	c := r.periodContext()
	p, ok := e.Resolve(c)
	if ok && r.isLatest(e, p, c.Current) {
		p, ok = e.Latest(c)
	}
	if ok && r.aheadOfReview(p) {
		c.Current, c.Year = period.Year(r.Report.Reviewed), r.Report.Reviewed
		if q, past := e.Resolve(c); past && !r.Reference.Before(q.Start) {
			p = q // 为九十年代开了好头。全年产值
		}
	}
	if ok && r.yearEnded(e) {
		p.End.Year = r.Reference.Year - 1
		if p.Kind == period.During {
			p = period.Year(p.End.Year)
		}
		return p, true
	}
	if ok && e.Role == period.Since && r.Report.Kind != "" && r.heading.has {
		p.End = r.sinceUpTo(p)
	}
	return p, ok
}

// sinceUpTo is up to when a time of a report runs that says since when: 7月份以来 in the review of a year ends with it, 从今年起 in the tasks of a
// year is up to its end.
func (r *reader) sinceUpTo(p period.Period) yiyuan.Date {
	told := r.heading.period
	switch {
	case r.heading.status == "actual" && p.Start.Year <= told.End.Year && p.End.Year > told.End.Year:
		return told.End
	case r.heading.status == "target" && p.Start == told.Start && p.End.Before(told.End):
		return told.End
	}
	return p.End
}

// isLatest tells of a time of the news without a year that is the last of its name, and not of the year told before it: a day, or a time to come,
// under a headline; months that would be ahead (截至目前，…1-12月完成投资, told in January); the first months of a year behind the last of the year before
// (去年12月23日达到峰值，1月12日回落); and a day just gone (2022年升至3.7万亿元；截至7月31日).
func (r *reader) isLatest(e *period.Expr, p, was period.Period) bool {
	if r.Report.Kind != "" {
		return false
	}
	told, yearless, coming := r.sentence.has || r.line.has, !strings.Contains(e.Text, "年"), e.Role == period.Coming
	switch {
	case !told && e.DayOnly(), !told && !coming && r.heading.has && r.Reference.Before(p.Start):
		return true
	case !coming && yearless && strings.Contains(e.Text, "月") && r.stillToEnd(p) && r.status() == "actual":
		return true
	case yearless && p.End.Year < r.Reference.Year && r.stillExpected(e):
		return true
	case yearless && (r.goesOnFromLastYear(e, p, was) || r.freshMonths(e, p, was)):
		return true
	case was.Start.Year != r.Reference.Year-1 || was.End.Year != was.Start.Year || p.End.Year != was.End.Year:
		return false
	case p.Kind == period.During:
		return was.Start.Month > clock.September && p.End.Month < clock.April && p.End.Before(was.Start)
	}
	if !yearless || e.Role != period.Until || was != period.Year(was.End.Year) {
		return false
	}
	return r.Reference.Before(yiyuan.NewDate(r.Reference.Year, p.End.Month+2, p.End.Day))
}

// stillExpected tells of months or quarters that are not over, and of which the words up to the next figure say what they will come to: 去年出口3000万元，
// 一季度预计可达900万元.
func (r *reader) stillExpected(e *period.Expr) bool {
	c := r.periodContext()
	if p, ok := e.Latest(c); !ok || p.Kind != period.During || p.End.Year != r.Reference.Year || p.End.Before(r.Reference) {
		return false
	}
	lead := upToDigits(firstClause(r.text[min(r.start+e.End, r.end):r.end]))
	return holdsAny(lead, expected()) && !tellsDone(lead)
}

// upToDigits is what a text says before its first digit.
func upToDigits(text string) string {
	if i := strings.IndexAny(text, "0123456789"); i >= 0 {
		return text[:i]
	}
	return text
}

// goesOnFromLastYear tells of the end of a month behind that of last year, in one sentence: 去年底有门店23家，到3月底开到61家.
func (r *reader) goesOnFromLastYear(e *period.Expr, p, was period.Period) bool {
	if !r.sentence.has || was.Kind != period.AsOf || was.End != period.Year(r.Reference.Year-1).End {
		return false
	}
	return (e.Role == period.Until || e.Role == period.Coming) && p.Kind == period.AsOf && p.End.Before(was.End) && r.status() == "actual"
}

// freshMonths tells of the first months of a year, just over, behind a sentence on the year before: 去年，产量占全国三成。1—7月，产值58亿元.
// Those of a review, 一季度…，二季度…, are of the year it tells of.
func (r *reader) freshMonths(e *period.Expr, p, was period.Period) bool {
	if r.sentence.has || r.heading.has || was != period.Year(r.Reference.Year-1) || r.status() != "actual" {
		return false
	}
	if !p.YearToDate() || p.End.Year != was.End.Year || e.Role != period.Span && e.Role != period.Until {
		return false
	}
	end := yiyuan.NewDate(r.Reference.Year, p.End.Month+1, 0)
	if r.Reference.Before(end) || yiyuan.NewDate(end.Year, end.Month+fresh, end.Day).Before(r.Reference) {
		return false
	}
	return !holdsAny(r.text[r.start:r.end], laterParts())
}

// fresh is how many months after their end the news tells of the first months of a year.
const fresh = 2

var laterParts = phrases("later parts of a year")

// stillToEnd tells of a span that is not over on the day of the news.
func (r *reader) stillToEnd(p period.Period) bool {
	return p.Kind == period.During && r.Reference.Before(p.End)
}

// aheadOfReview tells of a time that a span which is not over made one to come, in the review of a year: what has been done was done in that.
func (r *reader) aheadOfReview(p period.Period) bool {
	return r.Report.Kind != "" && r.Report.Reviewed > 0 && r.status() == "actual" && !r.Reference.IsZero() && r.Reference.Before(p.Start)
}

// yearTold is the last month in which the news says by a word that names no year what the year before came to.
var yearTold = map[string]clock.Month{"全年": clock.June, "年末": clock.March, "年底": clock.March, "过去一年": clock.June, "过去的一年": clock.June}

// yearEnded tells of a 全年 or 年末 in the news of the first months of a year, which publish what the year before came to.
func (r *reader) yearEnded(e *period.Expr) bool {
	if r.Report.Kind != "" || r.Reference.IsZero() || r.Reference.Month > yearTold[e.Text] {
		return false
	}
	return (!r.heading.has && r.noYearTold(e) || r.onReportedDay()) && r.status() == "actual" && !r.plansYear(e)
}

// plansYear tells of a 全年 that says what is planned for the running year: 全年计划实施项目26个.
func (r *reader) plansYear(e *period.Expr) bool {
	return means(r.text[r.start:r.end], []string{e.Text}, func(_, _, after string) bool {
		return startsWithAny(after, plannedFor()) || holdsAny(upToDigits(after), plansOfYear()) && !holdsAny(upToDigits(after), doneOf())
	})
}

// plansOfYear lead, at some distance behind a 全年, to what is planned for it.
var plansOfYear = phrases("plans of a year ahead")

// plannedFor follow the year that something is planned for.
var plannedFor = phrases("planned for a year")

// noYearTold tells of a sentence and paragraph that have named no time but now or last year's: 现在桐庐的森林覆盖率超过70%，全年优良天数达345天.
func (r *reader) noYearTold(e *period.Expr) bool {
	if r.sentence.now && e.Text == "全年" && r.Reference.Month < clock.April {
		return true
	}
	return !r.sentence.has && (!r.line.has || r.line.now || r.sinceLastYear())
}

// sinceLastYear tells of a paragraph that has spoken of 去年以来.
func (r *reader) sinceLastYear() bool {
	return r.line.since && r.line.period.Start.Year == r.Reference.Year-1
}

// onReportedDay tells of a sentence that has named but the day on which its figures were told: 局长今天说，全年产量达到80万吨.
func (r *reader) onReportedDay() bool {
	return r.onOneDay() && r.sentence.period.End.Year == r.Reference.Year
}

// keep takes over the time of another scope.
func (s *scope) keep(o scope) {
	s.period, s.has, s.stock, s.now, s.running = o.period, o.has, o.stock, o.now, o.running
	s.since, s.toMonth, s.streak, s.edge = o.since, o.toMonth, o.streak, o.edge
}

// putInForce gives the sentence its time. A second one may only end the span that the first began, 6月以来，截至目前, or begin
// the one that it ended: 截至6月底，今年以来.
func (r *reader) putInForce(p period.Period, e *period.Expr) {
	r.meetHoliday(p, e)
	was := r.sentence
	r.line.ofYear = r.line.ofYear || r.Report.Kind == "" && strings.HasPrefix(e.Text, "今年")
	r.sentence.period, r.sentence.has = p, true
	r.sentence.stock = e.Role == period.Stock || e.Role == period.Until
	r.sentence.toMonth = (e.Role == period.Until || r.investedBy(p, e)) && !e.Now() && endsWithAny(e.Text, partsOfYear())
	r.sentence.streak = false
	r.sentence.edge = r.Report.Kind == "" && e.Role == period.Stock && endsWithAny(e.Text, []string{"月初", "月底", "月末"})
	r.sentence.now, r.sentence.running, r.sentence.since = e.Now(), (e.Text == "今年" || e.Text == "年内") && r.Report.Kind == "", e.Role == period.Since
	from, to := was.period, p
	begins := yiyuan.Date{}
	if !was.has && p.Kind == period.AsOf {
		begins = r.begunBefore(p, e)
	}
	switch {
	case !begins.IsZero():
		from.Start, was.has = begins, true
	case r.sentence.since && was.stock, r.yearUpToDay(p, &was):
		from, to = p, was.period
	case !was.since || !r.sentence.stock:
		return
	}
	if !was.has || to.Kind != period.AsOf || from.Start.IsZero() || to.End.Before(from.Start) {
		return
	}
	r.sentence.period = period.Period{Kind: period.During, Start: from.Start, End: to.End}
	r.sentence.stock, r.sentence.now, r.sentence.since = false, false, true
}

// partsOfYear end the names of months, quarters and halves of a year.
var partsOfYear = phrases("parts of a year")

// begunBefore is since when the paragraph has told of what comes to so much on the day p, zero where it does not say: the year, 截至目前，新增就业
// 3000人，完成全年任务的80%; a year before, “十三五”以来，…。到2021年底，累计; or a day of this, 13日以来，…。截至17日.
func (r *reader) begunBefore(p period.Period, e *period.Expr) yiyuan.Date {
	begun, day := r.line.begun, r.dayBegun()
	switch {
	case begun.IsZero() && r.line.byYear && e.Now() && !slices.Contains(theseDays(), e.Text):
		return period.Year(p.End.Year).Start
	case !begun.IsZero() && !e.Now() && begun.Year < p.End.Year && p.End.Before(r.Reference):
		return begun
	case !day.IsZero() && e.Role == period.Until && day.Before(p.End) && !r.Reference.Before(p.End):
		return day
	}
	return yiyuan.Date{}
}

// investedBy tells of the end of a month that is over, by which the news says so much of a year's money was laid out: 到6月底完成投资12亿元.
func (r *reader) investedBy(p period.Period, e *period.Expr) bool {
	if e.Role != period.Coming || r.Report.Kind != "" || r.Reference.Before(p.End) {
		return false
	}
	return strings.Contains(r.text[r.start:r.end], "完成投资")
}

// theseDays mean now, and not all the time up to now: 眼下有在建项目19个.
var theseDays = phrases("these days")

// yearUpToDay tells of the year that the news names behind the day up to which it tells of it: 截至8月9日，2022年全省用电量.
func (r *reader) yearUpToDay(p period.Period, was *scope) bool {
	if r.Report.Kind != "" || r.lastMeasured >= 0 || !was.stock || was.now || was.period.Kind != period.AsOf {
		return false
	}
	return p == period.Year(was.period.End.Year)
}

// dayBegun is the day of the running year since when the paragraph of the news tells, zero where it names none.
func (r *reader) dayBegun() yiyuan.Date {
	from := r.line.period.Start
	if r.Report.Kind != "" || !r.line.has || !r.line.since || from.Day < 2 || from.Year != r.Reference.Year {
		return yiyuan.Date{}
	}
	return from
}

// inBrackets tells of a day that only repeats in brackets the time before it.
func (r *reader) inBrackets(i int) bool {
	return i > 1 && r.toks[i-1].kind == open && r.toks[i-2].kind == time && r.toks[i].e.DayOnly()
}

// printedDay lets the day printed behind 昨天 say which day it is: the stamp of a page may be a day off.
func (r *reader) printedDay(t *token) {
	p, ok := r.resolveTime(t.e)
	told := &r.sentence.period
	if r.sentence.since && ok {
		told.Start = p.Start
		return
	}
	if days := p.End.Time().Sub(told.End.Time()).Hours() / 24; !ok || p.Start != p.End || days > 2 || days < -2 {
		return
	}
	if told.Kind == period.During && told.Start == told.End {
		told.Start = p.End
	}
	told.End = p.End
}

// dayOn tells of a day before that of the news that something goes on from: 从昨天（7月2日）下午开始.
func (r *reader) dayOn(i int) bool {
	t := &r.toks[i]
	if r.Report.Kind != "" || !t.e.Day() || !r.begins(t) {
		return false
	}
	clause := withoutDay(firstClause(r.text[t.end:r.end]))
	at := strings.Index(clause, "开始")
	return at >= 0 && at <= len("上午八点") && !strings.ContainsAny(clause[:at], "0123456789")
}

// begun tells of a time that a later 以来 of its clause makes a beginning: 自2018年大桥开通以来.
func (r *reader) begun(i int) bool {
	for _, t := range r.toks[i+1:] {
		switch {
		case t.kind.pauses() || t.kind == figure:
			return false
		case t.text == "以来":
			return true
		}
	}
	return false
}

// meetTime puts the time at token i in force, unless it is a streak, dates nothing, or only says what a change began from.
func (r *reader) meetTime(i int) {
	switch {
	case r.endsStreak(i) || r.holdsRank(i) && r.startStreak(i) || r.throughDay(i):
	case r.notItsTime(i):
	case r.startStreak(i):
	case r.namesInPassing(i):
	case r.startsChange(i):
	case r.saidAgain(i):
	case r.describes(i) || r.heardOn(i) || r.givenOutOn(i):
	default:
		if p, ok := r.resolveTime(r.toks[i].e); ok {
			r.takeTime(i, p)
		}
	}
}

// notItsTime tells of a time that figures are compared with or reckoned for, or that dates none.
func (r *reader) notItsTime(i int) bool {
	t := &r.toks[i]
	if r.turnsFrom(i) || r.comparedWith(t) || r.isBase(i) || r.sentence.has && !r.datesFigures(i) {
		return true
	}
	before, after := r.text[r.start:t.start], r.text[t.end:r.end]
	if setsTasks(t.text, before, after) || r.sentence.has && strings.HasPrefix(t.text, "本年") && startsWithAny(after, namedOfYear()) {
		return true // 1—8月，本年到位资金
	}
	return datesNothing(t.text, before, after) || r.onlyBegan(t.text, before, after)
}

// namedOfYear stand behind a 本年 that is part of the name of what is told of some of its months.
var namedOfYear = phrases("named of a year")

// namesInPassing tells of a time in the name of a fair or batch or in a reason, and of one that goes on beside the time in force.
func (r *reader) namesInPassing(i int) bool {
	t := &r.toks[i]
	switch {
	case r.namesFair(t) || r.namesBatch(i) || r.namesClass(i) || r.inReason(i):
		return true
	case r.Report.Kind != "" && r.heading.has && (runsOn(t.text) || r.toldOfNoFigure(i)):
		return true
	}
	return r.sentence.has && !r.sentence.now && !r.onOneDay() && strings.HasPrefix(t.text, "连续")
}

// startsChange keeps the year that a change is told from, and tells whether the time at token i says no more than that.
func (r *reader) startsChange(i int) bool {
	t := &r.toks[i]
	only := r.startOnly(i)
	since := strings.HasPrefix(t.text, "自") || strings.HasSuffix(r.text[r.start:t.start], "自")
	if !r.begins(t) || !only && since {
		return false
	}
	if p, ok := r.resolveTime(t.e); ok {
		r.line.from = p.End.Year
		if since {
			r.line.from = p.Start.Year // 自2011年的68亿元
		}
	}
	return only
}

// saidAgain tells of a time that only says in other words which one is in force: 从2016年到2018年三年间, 截至今天（9月11日）.
func (r *reader) saidAgain(i int) bool {
	t := &r.toks[i]
	if !r.sentence.has {
		return false
	}
	if i > 0 && r.toks[i-1].kind == time && r.toks[i-1].end == t.start && endsWithAny(t.text, []string{"年间", "年来", "年里"}) {
		return true
	}
	if prev := &r.toks[max(i-1, 0)]; prev.text == "今年" && prev.end == t.start && t.e.Now() {
		return true // 今年截至目前
	}
	if r.inBrackets(i) {
		r.printedDay(t)
		return true
	}
	return false
}

// takeTime puts the time p of token i in force, for its sentence and for what that opens.
func (r *reader) takeTime(i int, p period.Period) {
	t := &r.toks[i]
	ahead, isAhead := r.comingDay(t.e, r.text[r.start:t.start], r.text[t.end:r.end])
	if isAhead {
		p = ahead
	}
	if end := r.datesUpTo(i); end > 0 && end != r.asideEnd {
		was := r.sentence
		r.aside, r.asideEnd = &was, end
	}
	if n, ok := lastYears(t.text); ok && strings.HasSuffix(t.text, "间") && r.sentence.has {
		if told := r.sentence.period; told == period.Year(told.End.Year) { // 2002年达到5993亿元，五年间提升了12个百分点
			p = period.Period{Kind: period.During, Start: yiyuan.NewDate(told.End.Year-n+1, 1, 1), End: told.End}
		}
	}
	given, ago := r.givenOut(i), r.Report.Kind == "" && t.e.Ago() && !r.opens(i)
	if r.sumsMonths(i, p) {
		p.Start = period.Year(p.Start.Year).Start
	}
	r.putInForce(p, t.e)
	r.sentence.ago = ago
	r.runsToNews(i, p)
	if given || r.opensPart(i) {
		r.opened = r.sentence
	}
	if t.start-r.start <= opening && (r.atLineStart() && (r.ofBoth || r.turnsToLastYear(r.text[r.start:r.end], p)) || r.turnsToTerm(t.text, p)) {
		r.ruleSection(p)
	}
	if t.start-r.start <= opening && r.turnsToComingTerm(r.text[r.start:r.end], p) {
		r.heading.period, r.heading.status = p, "target"
	}
	if isAhead && strings.HasSuffix(r.text[r.start:t.start], "定于") && r.sentence.status == "" {
		r.sentence.status = "planned"
	}
	r.statusByTime(i, p)
}

// opensPart tells of a time, behind its place or not, at the head of a sentence or of a part of it behind a semicolon.
func (r *reader) opensPart(i int) bool {
	if !r.opens(i) && !(i > 0 && (r.toks[i-1].kind == where && r.opens(i-1) || r.toks[i-1].text == "】")) {
		return false
	}
	return r.lastMeasured < 0 || i > 0 && r.toks[i-1].kind == semi
}

// runsToNews lets a time from which on something goes on run to the day of the news: 从昨天下午开始, 大桥开通以来.
func (r *reader) runsToNews(i int, p period.Period) {
	if r.dayOn(i) && r.sentence.period.Start == r.sentence.period.End && p.End.Before(r.Reference) {
		r.sentence.period.End, r.sentence.since = r.Reference, true
	}
	if r.begun(i) && !p.End.IsZero() && !r.Reference.Before(p.End) {
		start := p.Start
		if start.IsZero() {
			start = p.End
		}
		r.sentence.period = period.Period{Kind: period.During, Start: start, End: r.Reference}
		r.sentence.stock, r.sentence.since = false, true
	}
}

// statusByTime tells what has happened from what is aimed at, by the time p of token i.
func (r *reader) statusByTime(i int, p period.Period) {
	t := &r.toks[i]
	if t.e.Now() && r.Report.Kind == "" && !r.sentence.promise {
		r.sentence.status = "" // 预计开馆后…，目前已有130家签约
	}
	if r.goesBack(i, p) {
		r.sentence.status, r.sentence.promise = "", false // 预计带动投资100亿元，去年建成1.5万个
	}
	if r.sentence.status == "" && (r.wholeYearAhead(t, p) || r.aheadInPlan(t, p)) {
		r.sentence.status = "target"
	}
	if t.e.Role == period.Coming && t.e.Coming(r.periodContext()) && r.sentence.status == "" && r.Report.Kind == "" {
		r.sentence.status, r.sentence.coming = "target", true
	} else if r.sentence.coming && !r.sentence.period.End.IsZero() && !r.Reference.Before(r.sentence.period.End) {
		r.sentence.status, r.sentence.coming = "", false // 沉寂四年之后，今天重启
	}
}

// goesBack tells of a year gone by that opens a clause behind what was planned or expected, and of any span gone by behind a semicolon.
func (r *reader) goesBack(i int, p period.Period) bool {
	if r.Report.Kind != "" || r.sentence.status == "" || r.lastMeasured < 0 || i == 0 {
		return false
	}
	if p.Kind != period.During || p.End.IsZero() || !p.End.Before(r.Reference) {
		return false
	}
	return r.toks[i-1].kind == semi || r.toks[i-1].kind == comma && p.End.Year < r.Reference.Year
}

// sumsMonths tells of a month that a sum of the months so far is told under: 4月，预算收入累计完成3亿元.
func (r *reader) sumsMonths(i int, p period.Period) bool {
	if r.Report.Kind == "" && r.local() || !withinOneYear(p) || p.Start.Month != p.End.Month || !wholeMonths(p) {
		return false
	}
	for _, t := range r.toks[i+1:] {
		if t.kind == figure || t.kind == semi || t.kind == stop {
			return false
		}
		if t.text == "累计" || t.text == "累计完成" || t.text == "累计实现" {
			return true
		}
	}
	return false
}

// lastMonthOfAims is the last month in which the news speaks of the year as a whole as of what is to come.
const lastMonthOfAims = clock.August

// wholeYearAhead tells of the 全年 of the running year, in the news of a month that leaves most of the harvest or the work to come: 全年播种面积稳定在
// 500万亩以上.
func (r *reader) wholeYearAhead(t *token, p period.Period) bool {
	if r.Report.Kind != "" || t.text != "全年" || p != period.Year(r.Reference.Year) || r.Reference.Month > lastMonthOfAims {
		return false
	}
	sentence := r.text[r.start:r.end]
	if startsWithAny(r.text[t.end:r.end], planNames()) || tellsDone(sentence) {
		return false
	}
	return !holdsAny(sentence, expected()) && !holdsAny(sentence, []string{"占全年", "完成全年"})
}

// aheadInPlan tells of a five-year plan that the news speaks of while most of it is to come, and not of what has been done in it.
func (r *reader) aheadInPlan(t *token, p period.Period) bool {
	if r.Report.Kind != "" || !endsWithAny(t.text, []string{"五”期间", "五期间", "五”时期"}) || p.End.Year-r.Reference.Year < 2 {
		return false
	}
	sentence := r.text[r.start:r.end]
	return !tellsDone(sentence) && !holdsAny(sentence, expected()) && !holdsAny(sentence, ofOtherTimes())
}

// ofOtherTimes are words for another time than that of a five-year plan named beside it.
var ofOtherTimes = phrases("of other times than a plan's")

// runsOn tells of a 连续6个月, which the year of a report holds but which does not date what it tells.
func runsOn(text string) bool {
	return strings.HasPrefix(text, "连续") && (strings.HasSuffix(text, "月") || strings.HasSuffix(text, "季度"))
}

// toldOfNoFigure tells of a 连续两年 in a clause without figures, which dates none of those that follow: 连续两年遭遇大旱，总产量仍达到80万吨.
func (r *reader) toldOfNoFigure(i int) bool {
	if !strings.HasPrefix(r.toks[i].text, "连续") {
		return false
	}
	for _, t := range r.toks[i+1:] {
		if t.kind == figure || t.kind.pauses() {
			return t.kind != figure
		}
	}
	return true
}

// inReason tells of a time within a clause without figures that only gives a reason: 随着价格在9月份回升，; …增长8%，主要是今年多发了债券.
func (r *reader) inReason(i int) bool {
	first := r.clauseStart(i)
	if first > i-1 || !startsWithAny(r.text[r.toks[first].start:r.toks[i].start], reasons()) {
		return false
	}
	for j := first; j < len(r.toks) && !r.toks[j].kind.pauses(); j++ {
		if r.toks[j].kind == figure {
			return false
		}
	}
	return true
}

// reasons open a clause on why something is so.
var reasons = phrases("reasons")

// namesFair tells of the running year in the name of a fair that the news is of: 2021年服务贸易交易会吸引了300家企业.
func (r *reader) namesFair(t *token) bool {
	return r.yearOfFair(t.text, r.text[t.end:min(r.end, t.end+longestFair)])
}

// longestFair is how many bytes behind its year the name of a fair ends at most.
const longestFair = 75

// yearOfFair tells of the running year at the head of the name of a fair, which goes on with name.
func (r *reader) yearOfFair(year, name string) bool {
	if r.Report.Kind != "" || !endsWithAny(year, []string{"年", "季", "季度"}) || year[0] < '0' || year[0] > '9' {
		return false
	}
	if !strings.HasPrefix(year, strconv.Itoa(r.Reference.Year)) {
		return false
	}
	for _, g := range slices.Concat(gatherings(), oneDayEvents()) {
		if i := strings.Index(name, g); i >= 0 && endsFairsName(name[:i]) {
			return true
		}
	}
	return false
}

// endsFairsName tells of what stands between a year and a word for a fair that only names it: 中国国际服务贸易, not 我国共有企业参加.
func endsFairsName(between string) bool {
	return !strings.ContainsAny(between, "，的了在共0123456789") && !holdsAny(between, held()) && !strings.Contains(between, "参加")
}

// describes tells of a time that opens a clause which is but the name of a thing and says of it when it came: 去年投产的食品园，.
func (r *reader) describes(i int) bool {
	if r.Report.Kind != "" || !r.opens(i) || r.toks[i].e.Now() {
		return false
	}
	if i > 0 && r.toks[i-1].text == "在" || i+1 < len(r.toks) && r.toks[i+1].pos == "p" {
		return false
	}
	named := false
	for j := i + 1; j < len(r.toks); j++ {
		switch t := r.toks[j]; {
		case t.kind == comma:
			return named
		case t.kind == semi || t.kind == stop || t.kind == figure || t.kind == time:
			return false
		case t.text == "的" && !named:
			if named = r.toks[j-1].is(event) || r.toks[j-1].pos == "v"; !named {
				return false
			}
		case t.kind == word && named && j+1 < len(r.toks) && r.toks[j+1].kind != comma && leadsInto(&t):
			return false
		}
	}
	return false
}

// leadsInto tells of a verb or the like that says something of a thing, so that its name is over: 去年投产的食品园实现.
func leadsInto(t *token) bool {
	return t.is(event|up|down|reach) || t.pos == "v" || t.pos == "f"
}

// datesUpTo is where a time that is told in passing dates no more, 0 for any other: 在去年新建40个的基础上 dates the 40 alone,
// 在2013年下滑后 its own clause and 是2005年2255亿元的2倍 the level compared with.
func (r *reader) datesUpTo(i int) int {
	end := r.toks[i].end
	clause := firstClause(r.text[end:r.end])
	if r.foundedIn(i, clause) || endsWithAny(clause, overcome()) {
		return end + len(clause)
	}
	if r.Report.Kind != "" && strings.HasPrefix(r.toks[i].text, "连续") {
		return r.streakOver(i) // 连续九年丰收，新增商标22件
	}
	if i == 0 {
		return 0
	}
	if at := strings.Index(clause, "的基础上"); r.toks[i-1].text == "在" && at > 0 {
		return end + at // 在前三年平均每年增长14%的基础上继续增长
	}
	if r.toks[i-1].text == "在" && strings.HasSuffix(clause, "基础上") || r.toks[i-1].text == "继" && strings.HasSuffix(clause, "后") {
		return end + len(clause)
	}
	if i+3 >= len(r.toks) || !r.toks[i-1].is(copula) {
		return 0
	}
	level, of, times := &r.toks[i+1], &r.toks[i+2], &r.toks[i+3]
	if level.kind == figure && of.text == "的" && times.kind == figure && times.q.Unit.Code == "times" {
		return level.end
	}
	return 0
}

// overcome ends a clause on how it went before what the next tells: 在2012、2013年连续下滑后.
var overcome = phrases("overcome")

// foundedIn tells of the year, month or day, long over, that the news tells of the birth of a thing: 园区2006年获批设立，面积3万亩.
func (r *reader) foundedIn(i int, clause string) bool {
	t := &r.toks[i]
	if r.Report.Kind != "" || !endsWithAny(t.text, []string{"年", "月", "日"}) {
		return false
	}
	if len(clause) == r.end-t.end || strings.ContainsAny(clause, "0123456789") {
		return false
	}
	p, ok := r.resolveTime(t.e)
	return ok && r.longOver(p) && tellsFounding(r.text[r.start:t.start], clause)
}

// tellsFounding tells of a clause that says how a thing came to be, before its time or behind it, and not since when it has been there.
func tellsFounding(before, clause string) bool {
	clause = strings.TrimRight(clause, "。")
	return holdsAny(clause, founding()) && !strings.Contains(clause, "以来") || clause == "" && endsWithAny(before, founding())
}

// longOver tells of a time within a year that was over before the last began.
func (r *reader) longOver(p period.Period) bool {
	return p.Kind == period.During && p.Start.Year == p.End.Year && p.End.Year < r.Reference.Year-1
}

// onlyFounded tells of such a time p behind whose birth it dates, in a sentence without figures: 公司成立于2006年8月. What follows is of now.
func (r *reader) onlyFounded(p period.Period, before, after string) bool {
	named := before[lastPause(before):]
	return r.Report.Kind == "" && r.longOver(p) && named != "" && tellsFounding(named, firstClause(after))
}

// foundsOnly tells of a sentence that tells no more than such a birth.
func (r *reader) foundsOnly() bool {
	return r.lastMeasured < 0 && slices.ContainsFunc(r.toks, func(t token) bool {
		return t.kind == time && r.onlyFounded(r.sentence.period, r.text[r.start:t.start], r.text[t.end:r.end])
	})
}

// founding are words for how a thing came to be or to bear its name.
var founding = phrases("founding")

// goesIntoMonths tells of a sentence that gives the months of a span behind 其中, be the span its own or that of its paragraph: 一季度增长4%，
// 其中3月下降2%. What follows is of the span.
func (r *reader) goesIntoMonths(text string) bool {
	whole := &r.opened
	if strings.HasPrefix(text, "其中") {
		whole = &r.line
	}
	p, q := r.sentence.period, whole.period
	if !whole.has || p.Kind != period.During || q.Kind != period.During || p == q {
		return false
	}
	return !p.Start.Before(q.Start) && !q.End.Before(p.End) && strings.Contains(text, "其中")
}

// tellsMonthItself tells of a sentence on the 当月 at the end of the months that its paragraph goes through: 1—8月…。8月当月销售58万平方米.
func (r *reader) tellsMonthItself() bool {
	p, q := r.sentence.period, r.line.period
	if !r.line.has && r.heading.has {
		q = r.heading.period
	}
	if !monthLong(p) || !q.YearToDate() || p.End != q.End {
		return false
	}
	return slices.ContainsFunc(r.toks, func(t token) bool { return t.kind == time && strings.HasSuffix(t.text, "当月") })
}

// spanOfSentence is the time that a sentence is of: what it began with, where it ends with a sum or a month beside that.
func (r *reader) spanOfSentence() period.Period {
	if r.besideOpening() {
		return r.opened.period
	}
	return r.sentence.period
}

// besideOpening tells of a sentence of the news that began with a month and ends with the sum of the months up to it, or the other way round: 7月，
// 价格上涨5%，1—7月累计上涨4%. What follows is of what it began with.
func (r *reader) besideOpening() bool {
	p, q := r.opened.period, r.sentence.period
	if r.Report.Kind != "" || !r.opened.has || !r.sentence.has || p == q || p.End != q.End {
		return false
	}
	return monthLong(p) && q.YearToDate() || p.YearToDate() && monthLong(q)
}

// looksBack tells of a sentence of a report that ends with an earlier time than it began with, or than is in force, of
// which what follows is not: 人均达4万元，在2007年提前三年实现目标.
func (r *reader) looksBack() bool {
	if r.Report.Kind == "" || !r.sentence.has || r.sentence.period.End.IsZero() {
		return false
	}
	began := r.opened
	if !began.has {
		if began = r.line; !began.has {
			began = r.heading
		}
		if !began.has || !r.figureBeforeTime() {
			return false
		}
	}
	told := r.sentence.period
	if began.period.Kind != period.During {
		return false
	}
	start := began.period.Start
	return told.End.Before(start) || r.sentence.since && r.opened.has && told.Start.Before(start)
}

// aheadOfPlan tells of a sentence of a report about years behind the one it plans: 到2035年.
func (r *reader) aheadOfPlan() bool {
	return r.Report.Planned > 0 && r.sentence.has && r.sentence.period.End.Year > r.Report.Planned
}

// yearNamed tells whether the sentence names a year by its number.
func (r *reader) yearNamed(year int) bool {
	for _, t := range r.toks {
		if t.kind == time && strings.Contains(t.text, strconv.Itoa(year)) {
			return true
		}
	}
	return false
}

// figureBeforeTime tells of a sentence whose first figure stands before its first time.
func (r *reader) figureBeforeTime() bool {
	for i := range r.toks {
		switch r.toks[i].kind {
		case figure:
			return true
		case time:
			return false
		}
	}
	return false
}

// startOnly tells of a time that dates only where a change began: 从2014年的12.5%下降到0.8%.
func (r *reader) startOnly(i int) bool {
	if i+1 < len(r.toks) && r.toks[i+1].kind == figure || i+2 < len(r.toks) && r.toks[i+1].text == "的" && r.toks[i+2].kind == figure {
		return true
	}
	for j := i + 2; j+1 < len(r.toks) && j < i+farthestMoment; j++ {
		if r.toks[j].text == "的" && r.toks[j+1].kind == figure {
			return endsWithAny(r.toks[j-1].text, momentsOfStart()) // 从2020年起步时的3平方公里
		}
	}
	return false
}

// farthestMoment is how many words behind a time the moment that it tells of ends at most.
const farthestMoment = 6

// momentsOfStart end what is said of the moment at which something began: 起步时, 创建之初.
var momentsOfStart = phrases("moments of a start")

// datesFigures tells whether a time inside a clause dates the figures behind it, and does not only tell which things are
// meant: 累计淘汰2005年底前注册的车辆99万辆.
func (r *reader) datesFigures(i int) bool {
	if i == 0 || r.opens(i) {
		return true
	}
	if r.toks[i].text == "全年" && r.onOneDay() && !startsWithAny(r.text[r.toks[i].end:r.end], planNames()) {
		return true // 12月31日20时，港口全年吞吐量定格在528万标箱
	}
	switch p := r.toks[i-1]; {
	case p.kind == where, p.kind == figure, p.text == "】", p.kind == dun, p.kind == open, p.kind == blank, p.is(reach | upto | downto | turnto), dating[p.text]:
		return true
	case p.is(conj) && i > 1 && r.toks[i-2].kind != word:
		return true // 2010年和2011年, not 发展思路和年初的部署
	}
	for j := i + 1; j < len(r.toks) && j < i+3; j++ {
		if n := r.toks[j]; n.kind == figure || n.is(reach|up|down|upto|downto|copula) {
			return true
		}
	}
	return r.givenOut(i)
}

// givenOut tells of the span whose figures the news says were given out on a day: 26日，统计局公布了前8个月的经济运行情况.
func (r *reader) givenOut(i int) bool {
	if i == 0 || !r.onOneDay() || r.toks[i].e.Day() {
		return false
	}
	verb := i - 1
	if r.toks[verb].text == "了" && verb > 0 {
		verb--
	}
	return slices.Contains(givingOut(), r.toks[verb].text)
}

var givingOut = phrases("giving out figures")

var dating = map[string]bool{"由": true, "从": true, "自": true, "在": true, "于": true, "到": true, "至": true, "截至": true, "其中": true}

// comparedWith tells of a time that is only compared with: 与2022年同口径相比, 同去年相比.
func (r *reader) comparedWith(t *token) bool {
	before, after := r.text[r.start:t.start], r.text[t.end:r.end]
	if r.comparedToo(before) || endsInDescribedBase(before) || strings.HasSuffix(before, "在") && setsOutFrom(after) {
		return true
	}
	if endsWithAny(before, outdoingTimes()) && !startsWithAny(after, movingBehindTimes()) || endOfYear[t.text] && strings.HasSuffix(before, "超过") {
		return true // 高于年初目标, 涨幅低于2003年2个百分点
	}
	if endsWithAny(before, recoveringTo()) {
		return true
	}
	than := endsWithAny(before, []string{"比", "较"})
	if !than && !endsWithAny(before, []string{"与", "同", "和"}) {
		return false
	}
	after = after[:min(len(after), 24)]
	return than || startsWithAny(after, []string{"基础上", "的基础上", "基数"}) || holdsAny(after, heldAgainst())
}

// setsOutFrom tells of what stands behind a time at which something set out: 在2020年的基础上, 在上年增长9%的基础上 dates the rate.
func setsOutFrom(after string) bool {
	clause := firstClause(after)
	if strings.Contains(clause, "基础上") && !strings.ContainsAny(clause, "0123456789") {
		return true
	}
	return startsWithAny(after, onBases())
}

var (
	// outdoingTimes are words before a time that is outdone or not reached, and movingBehindTimes begin what is said of it where it is not.
	outdoingTimes, movingBehindTimes = phrases("outdoing times and rates"), phrases("moving behind times")
	// recoveringTo are words before a time whose level is reached again.
	recoveringTo = phrases("recovering to")
	// heldAgainst are words behind a time that is compared with.
	heldAgainst = phrases("held against")
	// onBases are words behind one that is built on.
	onBases = phrases("on bases")
)

// endsInDescribedBase tells of what leads up to a time compared with that is said what came after it, or that it was the best or worst:
// 比建州前的1981年增长3倍, 比历史上最好的1984年增长6%.
func endsInDescribedBase(before string) bool {
	clause := before[lastPause(before):]
	at := max(strings.LastIndex(clause, "比"), strings.LastIndex(clause, "较"))
	if at < 0 || strings.ContainsAny(clause[at:], "0123456789") {
		return false
	}
	return endsWithAny(before, describedTimes()) || strings.HasSuffix(clause, "的") && strings.Contains(clause[at:], "最")
}

// describedTimes end what is said of a time before it.
var describedTimes = phrases("describing a time")

// comparedToo tells of the second of two times compared with: 较一季度和1-5月分别提高.
func (r *reader) comparedToo(before string) bool {
	first := strings.TrimRight(before, "和、与及")
	return first != before && slices.ContainsFunc(r.toks, func(t token) bool {
		return t.end == r.start+len(first) && t.kind == time && (t.e.Role == period.Compared || r.comparedToo(r.text[r.start:t.start]))
	})
}

// onVisit tells of a sentence of the news on what a leader of the state said or saw: what came of it is told behind, and is of no such day.
func (r *reader) onVisit(text string) bool {
	return r.Report.Kind == "" && holdsAny(text, stateLeaders()) && holdsAny(text, visits()) && !holdsAny(text, []string{"时任", "工作期间"})
}

var visits, stateLeaders = phrases("visits"), phrases("state leaders")

// passBy keeps the time a sentence without figures puts in force.
func (r *reader) passBy(text string, exprs []period.Expr) {
	if r.onVisit(text) {
		r.line.period, r.line.has, r.line.now, r.line.running = period.Period{}, false, false, false
		return
	}
	if r.headsWhatIsToCome(text, exprs) {
		return
	}
	heard := 0 // where the clause on how the news was heard ends: 昨日，记者从市统计局了解到，
	for i := range exprs {
		if exprs[i].Start > heard+opening && !opensAfterHearsay(text[:exprs[i].Start]) {
			return
		}
		e := &exprs[i]
		if r.Report.Kind == "" && strings.HasSuffix(text, "：") && r.announcesAims(text, e) {
			return
		}
		if end := hearing(text, e); r.Report.Kind == "" && end > 0 {
			heard = end
			continue
		}
		before, behind := text[:e.Start], text[e.End:]
		if datesNothing(e.Text, before, behind) || r.onlyBegan(e.Text, before, behind) || r.Report.Kind != "" && (endOfYear[e.Text] || e.Day()) {
			continue // the day of one event is not that of a year's work
		}
		if _, ahead := r.comingDay(e, before, behind); ahead {
			return // nothing has happened on it
		}
		if p, ok := r.resolveTime(e); ok && r.turnsToComingTerm(text, p) {
			r.heading.period, r.heading.status = p, "target"
			return
		}
		if p, ok := r.resolveTime(e); ok && !r.afterReview(p) && !r.inPassing(p, e.Now()) && !r.onlyFounded(p, before, behind) {
			r.line.period, r.line.has, r.line.since = p, true, e.Role == period.Since
			if e.Role == period.Since && r.Report.Kind == "" && p.Start.Year+1 < r.Reference.Year {
				r.line.begun = p.Start
			}
			r.meetLead(p)
			r.passesEvent(text, p)
			if r.atLineStart() && (r.ofBoth || r.turnsToLastYear(text, p)) || r.turnsToTerm(e.Text, p) {
				r.ruleSection(p)
			}
			return
		}
	}
}

// headsWhatIsToCome lets the few words of the news that stand over what is expected or wanted of a time not over rule what their paragraph tells:
// 8月展望。预计…, 2019年预期。吞吐量1亿吨.
func (r *reader) headsWhatIsToCome(text string, exprs []period.Expr) bool {
	if r.Report.Kind != "" || len(exprs) != 1 {
		return false
	}
	e, topic := &exprs[0], strings.TrimRight(strings.TrimSpace(text[exprs[0].End:]), "。：:】")
	status := ""
	switch {
	case startsWithAny(topic, outlooks()):
		status = "forecast"
	case startsWithAny(topic, plansAhead()):
		status = "target"
	}
	if status == "" || utf8.RuneCountInString(text) > longestTopic || !headsTopic(text[:e.Start]) {
		return false
	}
	p, ok := e.Ahead(r.periodContext())
	if !ok {
		p, ok = r.resolveTime(e)
	}
	if !ok || p.Kind != period.During || !r.Reference.Before(p.End) {
		return false
	}
	r.line.period, r.line.has, r.line.status = p, true, status
	return true
}

// headsTopic tells of what stands before a time at the head of a topic: nothing, or the number of that.
func headsTopic(before string) bool {
	return strings.Trim(before, " 　【（(）)*、.．0123456789一二三四五六七八九十") == ""
}

// outlooks and plansAhead are what stands behind a time over what is expected or wanted of it.
var outlooks, plansAhead = phrases("outlooks"), phrases("plans ahead")

// inPassing tells of a part of a year that a work report names within a paragraph and goes on from to the work of the year: 目前, 从10月起, 截至11月末.
func (r *reader) inPassing(p period.Period, now bool) bool {
	if r.Report.Kind != period.WorkReport || !r.heading.has {
		return false
	}
	year := r.heading.period
	if year.Start.Year > p.End.Year || p.End.Year > year.End.Year || r.atLineStart() || p == period.Year(p.End.Year) {
		return now
	}
	upTo := p.Kind == period.AsOf && p.End.Before(period.Year(p.End.Year).End)
	return now || upTo || p.Kind == period.During && !p.Start.IsZero() && p.Start.Year == p.End.Year
}

// afterReview tells of a time to come in the review of a report: it may date its own sentence, and none behind it.
func (r *reader) afterReview(p period.Period) bool {
	return r.Report.Reviewed > 0 && r.heading.status == "actual" && !p.Start.IsZero() && p.Start.Year > r.Report.Reviewed
}

// endOfYear are times of a remark in passing: 年初部分指标回落，我们主动应对.
var endOfYear = map[string]bool{"年初": true, "年末": true, "年底": true, "岁末": true}

// turnsToLastYear tells of a paragraph by which a review of several years turns to its last: 刚刚过去的2022年，是….
func (r *reader) turnsToLastYear(text string, p period.Period) bool {
	h := r.heading.period
	if r.Report.Kind == "" || !r.heading.has || !overYears(h) || p != period.Year(h.End.Year) {
		return false
	}
	return holdsAny(text, introducingYear())
}

// introducingYear are words by which a review says what a year was like.
var introducingYear = phrases("introducing a year")

// turnsToTerm tells of a paragraph without figures by which a review of the year goes over to that of the term, whose paragraphs follow:
// “十三五”圆满收官。五年来，面对…. One that closes the review and gives thanks leads to none.
func (r *reader) turnsToTerm(said string, p period.Period) bool {
	last := r.Report.Reviewed
	byPlan := strings.Contains(said, "十") // “十三五”以来
	if r.Report.Kind != period.WorkReport || !byPlan && !strings.Contains(said, "年") || !r.termUpToReviewed(p) {
		return false
	}
	line, next, _ := strings.Cut(r.text[r.lineStart:], "\n")
	next, _, _ = strings.Cut(strings.TrimLeft(next, "\n \u3000"), "\n")
	if holdsAny(line, leadsToWork()) {
		return !holdsAny(line, closings())
	}
	if byPlan || holdsAny(line, closings()) || len(unit.Scan(line)) >= fewFigures {
		return false
	}
	ofYear := holdsAny(next, wordsOfReviewedYear()) || strings.Contains(next, strconv.Itoa(last)+"年是")
	return !ofYear && !holdsAny(next, closings()) && len(next) > shortTitle && strings.ContainsAny(next, "0123456789")
}

// termUpToReviewed tells of a span of three to six years that ends with the year a report reviews, where its review of the year is read.
func (r *reader) termUpToReviewed(p period.Period) bool {
	h, last := r.heading.period, r.Report.Reviewed
	if last == 0 || r.heading.status != "actual" || h != period.Year(last) {
		return false
	}
	return p.Kind == period.During && p.End == h.End && !p.Start.IsZero() && p.Start.Year <= last-2 && p.Start.Year >= last-5
}

// wordsOfReviewedYear are words for the one year that a report reviews.
var wordsOfReviewedYear = phrases("words of the reviewed year")

// turnsToComingTerm tells of a paragraph that opens with the plan for the years after those reviewed, and so leads from their
// review to what is aimed at: “十四五”时期是开启新征程的第一个五年.
func (r *reader) turnsToComingTerm(text string, p period.Period) bool {
	last := r.Report.Reviewed
	if r.Report.Kind != period.WorkReport || last == 0 || r.heading.status != "actual" {
		return false
	}
	if p.Start.Year != last+1 || p.End.Year != last+5 || !r.atLineStart() {
		return false
	}
	return strings.HasPrefix(strings.TrimLeft(text, "“\"*# "), "十") && strings.Contains(firstClause(text), "时期")
}

// leadsToWork are how a paragraph ends that leads to what was done.
var leadsToWork = phrases("leads to work done")

// fewFigures is how many numerals, years and names of plans among them, a paragraph has at most that only leads to others; shortTitle how many
// bytes a line has at least that tells something.
const fewFigures, shortTitle = 8, 150

// closings are words of the paragraphs that end a review.
var closings = phrases("closings of a review")

// ofEvent tells of a sentence of a report that names the day of one event: the work that its paragraph goes on to tell is of the year.
func (r *reader) ofEvent() bool { return r.Report.Kind != "" && r.sentence.oneDay() }

// oneDay tells of what happened on a day, and not of what stands at it.
func (s *scope) oneDay() bool {
	return s.has && !s.stock && s.period.Kind == period.During && s.period.Start == s.period.End
}

// ruleSection lets the time a paragraph opens with rule what follows, under a heading that names a span and its last year.
func (r *reader) ruleSection(p period.Period) {
	if p.Kind == period.During && (p.Start.Year == p.End.Year && p.End.Year == r.heading.period.End.Year || p.Start.Year < p.End.Year) {
		r.heading.period = p
	}
}

// turnsToYearsAims lets the aims of the coming year rule what follows them, under a heading over those of a whole term: 今年…，主要预期目标是….
// The year is named in their paragraph or opens the one before.
func (r *reader) turnsToYearsAims(start, end int) {
	h, year := r.heading.period, r.Report.Planned
	if year == 0 || r.heading.status != "target" || h.Kind != period.During || h.Start.Year == h.End.Year {
		return
	}
	if h.Start.Year > year || h.End.Year < year || !holdsAny(r.text[start:end], aimsOfYear()) {
		return
	}
	of := strconv.Itoa(year) + "年"
	told := r.text[r.lineStart:end]
	before := r.text[r.paragraphBefore():r.lineStart]
	if !holdsAny(told, []string{"今年", of}) && !startsWithAny(before, []string{"今年", of}) {
		return
	}
	if !holdsAny(told, []string{"今后五年", "未来五年", "五年内"}) && !strings.Contains(told, "到"+strconv.Itoa(h.End.Year)+"年") {
		r.heading.period = period.Year(year)
	}
}

// paragraphBefore is where the paragraph before that of the sentence begins.
func (r *reader) paragraphBefore() int {
	end := len(strings.TrimRight(r.text[:r.lineStart], " \n\u3000"))
	return strings.LastIndexByte(r.text[:end], '\n') + 1
}

var aimsOfYear = phrases("aims of the year")

// withinLine tells of a year named in the middle of a paragraph or section on several years that it lies in: what follows without a time of
// its own is of the paragraph's again.
func (r *reader) withinLine() bool {
	if r.Report.Kind == "" && (r.sentence.streak || r.inHoliday()) {
		return true
	}
	for _, t := range r.toks {
		if r.Report.Kind != "" && t.kind == time && (strings.HasPrefix(t.text, "连续") || strings.HasSuffix(r.text[r.start:t.start], "连续")) {
			return true // a streak dates its own sentence
		}
	}
	p, q := r.sentence.period, r.line.period
	if !r.line.has && r.heading.has && !r.atLineStart() {
		q = r.heading.period
	}
	if !overYears(q) || p.End.IsZero() {
		return false
	}
	return !q.End.Before(p.End) && p.End.Year > q.Start.Year && p.Start.Year != q.Start.Year
}

// endsHeading tells of the last day of the year that a report reviews, 年底, which dates the stock beside it: what the paragraph tells next
// is of the year.
func (r *reader) endsHeading() bool {
	p, h := r.sentence.period, r.heading.period
	if r.Report.Kind == "" || !r.heading.has || !withinOneYear(h) {
		return false
	}
	return r.sentence.stock && p.Kind == period.AsOf && p.End == h.End
}

// dueInYear tells of the end of a month by which one thing of the year is done, in the midst of a sentence: 水库九月底实现蓄水. What follows is of
// the year.
func (r *reader) dueInYear() bool {
	if r.Report.Kind != period.WorkReport || !r.heading.has || r.sentence.period.End.Year != r.heading.period.End.Year {
		return false
	}
	last := -1
	for i, t := range r.toks {
		if t.kind == time {
			last = i
		}
	}
	return last > 0 && !r.toks[last-1].kind.pauses() && endsWithAny(r.toks[last].text, monthsEnds()) && !startsWithAny(r.toks[last].text, upToDays())
}

var monthsEnds, upToDays = phrases("ends of months"), phrases("up to a day")

// yearsOf lets 五年 at the head of a clause of a review rule what follows: 五年累计完成投资….
func (r *reader) yearsOf(i int) {
	q := r.toks[i].q
	if q.Kind != "duration" || q.Unit.Code != "year" || r.Report.Reviewed == 0 || r.heading.status == "target" {
		return
	}
	if !r.opens(i) && !r.praisesYears(i) {
		return
	}
	if strings.HasSuffix(r.text[r.start:r.toks[i].start], "“") || startsWithAny(r.text[r.toks[i].end:], namedByYears()) {
		return
	}
	n, err := q.Value.Int64()
	if err != nil || n < 2 || n > 10 {
		return
	}
	first, last := period.Year(r.Report.Reviewed-int(n)+1), period.Year(r.Report.Reviewed)
	r.sentence.period, r.sentence.has = period.Period{Kind: period.During, Start: first.Start, End: last.End}, true
	if r.lastMeasured < 0 {
		r.opened = r.sentence
	}
}

// praisesYears tells of a sentence that only says what years the paragraph is of: 这是经济实力大幅提升的五年; “十三五”时期 before it says which.
func (r *reader) praisesYears(i int) bool {
	if r.sentence.has && overYears(r.sentence.period) || i == 0 || r.toks[i-1].text != "的" {
		return false
	}
	before, behind := r.text[r.start:r.toks[i].start], r.text[r.toks[i].end:r.end]
	return strings.Trim(behind, "。！* ") == "" && strings.Contains(before, "是")
}

// promises tells of a 建成投产后 that what follows waits for.
func (r *reader) promises(i int) bool {
	t := &r.toks[i]
	if t.is(expect) && strings.HasSuffix(t.text, "后") {
		return !holdsAny(r.text[t.end:r.end], []string{"已经", "已有", "现已"})
	}
	if t.text == "未来" && r.Report.Kind == "" {
		for j, n := range r.toks[i+1:] {
			if n.kind == comma && j > 0 || n.kind == stop || n.kind == semi || n.kind == figure {
				break
			}
			if n.text == "将" || n.text == "只" || strings.HasPrefix(n.text, "只需") || n.text == "可" {
				return true
			}
		}
	}
	if t.text == "即将" && i+1 < len(r.toks) && slices.Contains(awaited(), r.toks[i+1].text) {
		return true
	}
	if t.text == "后年" && i > 0 && slices.Contains(awaited(), r.toks[i-1].text) {
		return true // 投产|后年|可创税
	}
	if t.text != "后" && t.text != "之后" && t.text != "以后" || i == 0 || !slices.Contains(awaited(), r.toks[i-1].text) {
		return false
	}
	return r.waitsFor(i + 1)
}

// waitsFor tells whether what stands from token i on is said of the time to come.
func (r *reader) waitsFor(i int) bool {
	for _, n := range r.toks[i:] {
		if n.kind == stop {
			break
		}
		if n.is(expect) || strings.HasPrefix(n.text, "可") || startsWithAny(n.text, yearByYear()) {
			return true
		}
		switch n.text {
		case "能", "能够", "将", "即可":
			return true
		}
	}
	return false
}

// supposes tells of a word of the news that opens a clause and what follows from it, neither of which is so yet: 如果全部完成，会有6亿元收入.
func (r *reader) supposes(i int) bool {
	t := r.toks[i]
	if r.Report.Kind != "" || i > 0 && !r.toks[i-1].kind.pauses() || !startsWithAny(t.text, conditions()) {
		return false
	}
	return !startsWithAny(r.text[t.start:r.end], noConditions())
}

var conditions, noConditions = phrases("conditions"), phrases("conditions of no case")

// could tells of a 可 or 可满足 in the news that says what something will be good for.
func (r *reader) could(i int) bool {
	t := r.toks[i]
	if r.Report.Kind != "" || !strings.HasPrefix(t.text, "可") && t.text != "能" {
		return false
	}
	verb := strings.TrimPrefix(t.text, "可")
	if t.text == "可" || t.text == "能" {
		if i+1 == len(r.toks) || r.toks[i+1].kind != word {
			return false
		}
		verb = r.toks[i+1].text
	}
	before := r.text[r.start:t.start]
	return slices.Contains(couldDo(), verb) && !holdsAny(before, byYearOrDay()) && !tellsDone(before)
}

// byYearOrDay are words for what is done every year or day.
var byYearOrDay = phrases("by year or day")

var couldDo = phrases("could do")

// promisedBefore tells of a clause that ends in a 投运后, however it was cut into words.
func (r *reader) promisedBefore(i int) bool {
	before, ok := strings.CutSuffix(r.text[r.start:r.toks[i].start], "后")
	if !ok {
		return false
	}
	return endsWithAny(before, awaited()) && r.waitsFor(i+1)
}

// awaited are the events that what a project promises waits for.
var awaited = phrases("awaited")
