package figure

import (
	"strings"
	clock "time"

	"yiyuan"
	"yiyuan/transform/period"
)

// This file tells which time an expression means: of the year told before, of the running one, or to come.

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
	if c.Year == 0 && r.Told.Year != 0 && r.Told.Year < r.Reference.Year && !strings.Contains(r.text, "今年") {
		c.Year = r.Told.Year // 年初的雪灾, in what goes through a year that is over
	}
	if c.Year == 0 {
		c.Told = r.yearLastTold()
	}
	if r.Report.Summed && r.heading.has && r.heading.period == period.Year(r.Report.Reviewed) && r.heading.period.End.Before(c.Reference) {
		c.Reference = r.heading.period.End
	}
	return c
}

// yearLastTold is the whole year, over by now, that the paragraph of the news last told of, 0 for none: 2018年成交40亿元. 当年纳税5000万元.
func (r *reader) yearLastTold() int {
	if r.Report.Kind != "" {
		return 0
	}
	last := r.lastSince(r.lineStart, func(f *yiyuan.Fact) bool {
		return f.PeriodKind == period.During && f.PeriodEnd.Year < r.Reference.Year && f.PeriodStart == period.Year(f.PeriodEnd.Year).Start
	})
	if last == nil || last.PeriodEnd != period.Year(last.PeriodEnd.Year).End {
		return 0
	}
	return last.PeriodEnd.Year
}

var ruling = map[string]bool{"time": true, "since": true, "until": true, "span": true, "stock": true, "coming": true}

// monthTold is the whole month that the paragraph of the news has told of last, none where it has told of none.
func (r *reader) monthTold() period.Period {
	if r.Report.Kind != "" {
		return period.Period{}
	}
	told := r.lastSince(r.lineStart, func(f *yiyuan.Fact) bool {
		return f.PeriodKind == period.During && monthLong(period.Period{Kind: period.During, Start: f.PeriodStart, End: f.PeriodEnd})
	})
	if told == nil {
		return period.Period{}
	}
	return period.Period{Kind: period.During, Start: told.PeriodStart, End: told.PeriodEnd}
}

// resolveTime resolves an expression that says when; comparisons, names and habits are not of that kind.
func (r *reader) resolveTime(e *period.Expr) (period.Period, bool) {
	if !ruling[e.Role] {
		return period.Period{}, false
	}
	c := r.periodContext()
	if told := r.Told; told.Year != 0 && told.Year < r.Reference.Year && strings.HasPrefix(e.Text, "明年") && !strings.Contains(r.text, "今年") {
		c.Reference = told // of a year summed up at its end
	}
	if r.month.Kind != "" && startsWithAny(e.Text, []string{"本月", "当月"}) {
		return r.month, true
	}
	p, ok := e.Resolve(c)
	if told := r.monthTold(); ok && e.Text == "当月" && told.Kind != "" && told.End.Before(p.Start) {
		return told, true // 7月零售17万辆，今年以来110万辆。当月出口3万辆
	}
	if ok && e.Text == "上月" && r.sentence.has && p == r.sentence.period && !strings.HasPrefix(r.text[r.start:r.end], e.Text) {
		return monthsBefore(p, 1), true // 4月，产量增长6%，上月为5%, told in May
	}
	if last := r.lastInSentence(); ok && e.Text == "上周" && last != nil && last.PeriodStart == p.Start && last.PeriodEnd == p.End {
		return daysEarlier(p, daysOfWeek), true // 第33周（8月15日—21日）成交3126套，上周2754套
	}
	if n, lately := lastYears(e.Text); ok && lately && n == yearsOfPlan && (strings.HasSuffix(e.Text, "来") || strings.HasSuffix(e.Text, "间")) && r.planInHeadline().Kind != "" {
		return r.planInHeadline(), true // 五年来, under 某省“十一五”修路万里
	}
	if ok && r.isLatest(e, p, c.Current) && !startsWithAny(r.text[r.start:r.end], dividedByTime()) {
		p, ok = e.Latest(c)
	}
	if due, is := e.Due(c); is && ok && r.Report.Kind == "" && p.End.Year < r.Reference.Year && !tellsDone(firstClause(r.behind(e))) {
		p = due // 去年拉闸17次。新增主变6月底前投运
	}
	if next, is := e.Ahead(c); is && ok && r.Report.Kind == "" && (r.status() == "target" || r.status() == "planned") && p.End.Year < r.Reference.Year && next.Kind == p.Kind {
		p = next // 去年9月，一吨卖2万元。力争四季度产布90万米
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
	if ok && r.guessedAhead(e, p) {
		p.Start.Year, p.End.Year = p.Start.Year+1, p.End.Year+1 // 四季度PPI可能为7%
	}
	if ok && e.Role == period.Since && r.Report.Kind != "" && r.heading.has {
		p.End = r.sinceUpTo(p)
	}
	return p, ok
}

// guessedAhead tells of a span without a year that the clause behind it guesses at, though it is over in the year that it would be of.
func (r *reader) guessedAhead(e *period.Expr, p period.Period) bool {
	past := p.Kind == period.During && p.Start.Year == p.End.Year && p.End.Year == r.Reference.Year-1 && !strings.Contains(strings.ReplaceAll(e.Text, "半年", ""), "年")
	if r.Report.Kind != "" || !past || !r.Reference.Before(yiyuan.NewDate(r.Reference.Year, p.End.Month, p.End.Day)) {
		return false
	}
	return holdsAny(upToDigits(firstClause(r.behind(e))), guessing())
}

// planInHeadline is the five-year plan, running or just over, that the headline of the news names, none where it names none.
func (r *reader) planInHeadline() period.Period {
	p := r.heading.period
	if r.Report.Kind != "" {
		return period.Period{}
	}
	for _, year := range []int{r.Reference.Year - 1, r.Reference.Year} {
		plan, ok := r.planEnding(period.Year(year).End)
		if ok && yiyuan.NewDate(year, 11, 1).Before(r.Reference) {
			return plan // a byline below the headline ends its rule
		}
	}
	if !r.heading.has || p.Kind != period.During {
		return period.Period{}
	}
	if p.End.Year != p.Start.Year+yearsOfPlan-1 || p.End.Year < r.Reference.Year-1 || p.Start.Year >= r.Reference.Year {
		return period.Period{}
	}
	return p
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
	told, yearless, coming := r.sentence.has || r.line.has, !strings.Contains(strings.ReplaceAll(e.Text, "半年", ""), "年"), e.Role == period.Coming
	switch {
	case yearless && r.Reference.Year < p.End.Year && strings.Contains(e.Text, "月") && tellsDone(upToDigits(firstClause(r.behind(e)))):
		return true // 2000年扭亏。到3月末，已到位补贴3000万元
	case yearless && r.goesBackFromAims(p), e.Text == "全年" && !r.sentence.has && was != period.Year(was.End.Year) && r.Reference.Year < p.End.Year:
		return true // 三年内建成市场二期。一季度，成交38亿元
	case e.BareDay() && was.Kind == period.During && was.End.Month > was.Start.Month && was.End.Before(r.Reference):
		return true // 上半年增长7%。截至22日，20个省公布了数据
	case e.DayOnly() && was == period.Year(r.Reference.Year-1) && r.justGone(e):
		return true // 去年产量3万辆。5月2日，厂里停产
	case !told && e.DayOnly(), !told && !coming && r.heading.has && r.Reference.Before(p.Start):
		return true
	case !coming && yearless && strings.Contains(e.Text, "月") && r.stillToEnd(p) && r.status() == "actual":
		return true
	case yearless && !r.sentence.has && p.YearToDate() && p.End.Year == was.End.Year && was.End.Year < r.Reference.Year-1 && r.overThisYear(p) && r.status() == "actual":
		return true // “2019年那会儿要等半天。”前5个月，出口1万吨
	case yearless && (r.goesOnFromLastYear(e, p, was) || r.freshMonths(e, p, was)):
		return true
	case was.Start.Year != r.Reference.Year-1 || was.End.Year != was.Start.Year || p.End.Year != was.End.Year:
		return false
	case p.Kind == period.During:
		return was.Start.Month > clock.September && p.End.Month < clock.April && p.End.Before(was.Start)
	}
	if !yearless || e.Role != period.Until || was != period.Year(was.End.Year) && was.Start != was.End {
		return false
	}
	return r.Reference.Before(yiyuan.NewDate(r.Reference.Year, p.End.Month+2, p.End.Day))
}

// justGone tells of a day that is over by that of the news, within the last two months of it. Before March it may be of the year that is told of.
func (r *reader) justGone(e *period.Expr) bool {
	day, ok := e.Latest(r.periodContext())
	return ok && r.Reference.Month > clock.February && day.End.Year == r.Reference.Year && !r.Reference.Before(day.End) && daysOf(period.Period{Kind: period.During, Start: day.End, End: r.Reference}) <= 2*longestMonth
}

// overThisYear tells of months of an earlier year that are over in the running one too.
func (r *reader) overThisYear(p period.Period) bool {
	return !r.Reference.IsZero() && !r.Reference.Before(yiyuan.NewDate(r.Reference.Year, p.End.Month+1, 0))
}

// goesBackFromAims tells of the first months of a year that a sentence on what has been done begins with, behind one on years to come.
func (r *reader) goesBackFromAims(p period.Period) bool {
	if r.sentence.has || !p.YearToDate() || p.End.Year <= r.Reference.Year || r.sentence.status != "" {
		return false
	}
	sentence := r.text[r.start:r.end]
	return !holdsAny(sentence, expected())
}

// behind is what the sentence goes on with behind a time.
func (r *reader) behind(e *period.Expr) string {
	return strings.TrimLeft(r.text[min(r.start+e.End, r.end):r.end], "，")
}

// upToDigits is what a text says before its first digit.
func upToDigits(text string) string {
	if i := strings.IndexAny(text, "0123456789"); i >= 0 {
		return text[:i]
	}
	return text
}

// goesOnFromLastYear tells of the end of a month behind that of last year, in one sentence: 去年底有门店23家，到3月底开到61家; 去年底
// 办厂，头一批5月已运走.
func (r *reader) goesOnFromLastYear(e *period.Expr, p, was period.Period) bool {
	if !r.sentence.has || was.Kind != period.AsOf || was.End != period.Year(r.Reference.Year-1).End {
		return false
	}
	upTo := (e.Role == period.Until || e.Role == period.Coming) && p.Kind == period.AsOf
	return (upTo || monthLong(p) && r.overThisYear(p)) && p.End.Before(was.End) && r.status() == "actual"
}

// freshMonths tells of the first months of a year, just over, behind a sentence on the year before: 去年，产量占全国三成。1—7月，产值58亿元.
// Those of a review, 一季度…，二季度…, are of the year it tells of.
func (r *reader) freshMonths(e *period.Expr, p, was period.Period) bool {
	if r.sentence.has || r.heading.has || was != period.Year(r.Reference.Year-1) || r.status() != "actual" || strings.Contains(r.text[r.start:r.end], "下半年") {
		return false
	}
	if !p.YearToDate() || p.End.Year != was.End.Year || e.Role != period.Span && e.Role != period.Until {
		return false
	}
	end := yiyuan.NewDate(r.Reference.Year, p.End.Month+1, 0)
	if r.Reference.Before(end) || yiyuan.NewDate(end.Year, end.Month+fresh, end.Day).Before(r.Reference) {
		return false
	}
	return true
}

// fresh is how many months after their end the news tells of the first months of a year.
const fresh = 3

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
	return !r.heading.has && r.noYearTold(e) && r.status() == "actual" && !r.plansYear(e)
}

// plansYear tells of a 全年 that says what is planned for the running year: 全年计划实施项目26个.
func (r *reader) plansYear(e *period.Expr) bool {
	return means(r.text[r.start:r.end], []string{e.Text}, func(_, _, after string) bool {
		if goal := firstClause(after); holdsAny(goal, goalsOfYear()) && !holdsAny(goal, doneOf()) {
			return true // 全年收入230亿元的目标不变
		}
		if holdsAny(upToDigits(firstClause(after)), expected()) && r.Reference.Month > clock.March {
			return true // 全年来客预计能到9万人次, told in May
		}
		return startsWithAny(after, plannedFor()) || holdsAny(upToDigits(after), plansOfYear()) && !holdsAny(upToDigits(after), doneOf())
	})
}

// plansOfYear lead, at some distance behind a 全年, to what is planned for it.
var plansOfYear = phrases("plans of a year ahead")

// goalsOfYear stand behind what a year is to come to.
var goalsOfYear = phrases("goals of a year")

// plannedFor follow the year that something is planned for.
var plannedFor = phrases("planned for a year")

// noYearTold tells of a sentence and paragraph that have named no time but now or last year's: 现在桐庐的森林覆盖率超过70%，全年优良天数达345天.
func (r *reader) noYearTold(e *period.Expr) bool {
	if r.sentence.now && e.Text == "全年" && r.Reference.Month < clock.April {
		return true
	}
	return !r.sentence.has && (!r.line.has || r.line.now)
}

// countedForTime is the end of the time that a sentence of the news names behind those whom it goes on to tell of, zero where it names none so: 全县31家
// 陶瓷企业，前三季度产值9亿元; 据协会对80家企业的调查，8月开工率为七成.
func (r *reader) countedForTime(f *yiyuan.Fact, s *site) yiyuan.Date {
	if r.Report.Kind != "" || r.sentence.has || f.Measure != "level" || r.status() != "actual" || r.lastMeasured >= 0 {
		return yiyuan.Date{}
	}
	if len(s.right) == 0 || s.right[0].kind != word || hasWord(s.left, "了", "有") || endsWithAny(join(s.left), turnsToNow()) {
		return yiyuan.Date{}
	}
	if f.Indicator != "enterprise_count" && f.Indicator != "institution_count" && f.Indicator != "region_count" {
		return yiyuan.Date{}
	}
	paused := false
	for i := range r.toks {
		switch t := &r.toks[i]; {
		case t.start < s.tok.end:
		case t.kind == figure, t.kind == semi, t.kind == stop:
			return yiyuan.Date{}
		case t.kind == comma:
			paused = true
		case t.kind == time && ruling[t.e.Role]:
			p, ok := r.resolveTime(t.e)
			if !ok || !paused || !r.toks[i-1].kind.pauses() || r.Reference.Before(p.End) || p.Kind == period.During && (!withinOneYear(p) || p.Start == p.End) {
				return yiyuan.Date{}
			}
			return p.End
		}
	}
	return yiyuan.Date{}
}
