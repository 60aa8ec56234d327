package figure

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"yiyuan"
	"yiyuan/transform/period"
)

// This file tells which time of a sentence its paragraph goes on with.

// leaveForNext keeps the time of a sentence that its paragraph goes on with.
func (r *reader) leaveForNext(text string) {
	if r.wentThroughPlaces() || r.brokenDown(text) {
		r.line.region, r.owner, r.scene, r.at = "", "", "", ""
	}
	if r.partsOfMonth(text) && r.sentence.period == r.monthItself.period {
		return
	}
	r.monthItself = scope{}
	switch {
	case captionOf(text):
	case r.onVisit(text):
		r.line.period, r.line.has, r.line.now, r.line.running = period.Period{}, false, false, false
	case r.onNewYearGone():
	case r.endsAhead():
		if r.opened.has {
			r.line.keep(r.opened)
		}
	case r.Report.Kind == "" && r.lastMeasured < 0 && r.opened.has:
		r.line.keep(r.opened) // 上半年出口降幅收窄，部分商品6月恢复增长
	case r.goesIntoMonths(text) && strings.HasPrefix(text, "其中"):
	case r.tellsMonthItself():
		r.monthItself.keep(r.sentence)
	case r.besideOpening(), r.opened.has && (r.daysWithinLine() || r.monthsBack()):
		r.line.keep(r.opened)
	case r.looksBack() || r.goesIntoMonths(text) || r.contrastsEarlier() || r.endsOnStreak():
		if r.opened.has {
			r.line.keep(r.opened)
		}
	case r.rulesParagraph():
		if r.sumsUpLine() {
			r.lineMonth = r.line.period
			r.line.keep(r.sentence)
			return
		}
		r.line.keep(r.sentence)
		r.rulesStory()
	}
}

// partsOfMonth tells of a sentence on the parts of what the one before told of a month alone: 7月当月进出口2.7万亿元。其中，出口1.5万亿元.
func (r *reader) partsOfMonth(text string) bool {
	return r.monthItself.has && r.Report.Kind == "" && r.start > r.lineStart && strings.HasPrefix(text, "其中")
}

// onNewYearGone tells of a sentence on a day of the spring festival, told weeks later, when what follows is of other days: 正月初八，…；两周后，….
func (r *reader) onNewYearGone() bool {
	p := r.sentence.period
	if r.Report.Kind != "" || !r.sentence.has || p.Start != p.End || daysOf(period.Period{Kind: period.During, Start: p.End, End: r.Reference}) <= longestHoliday {
		return false
	}
	return slices.ContainsFunc(r.toks, func(t token) bool { return t.kind == time && t.e.NewYearDay() })
}

// endsAhead tells of a sentence of the news that tells first what there is, with its figures, and ends with a time to come: 项目总投资5亿元，明年6月投产后
// 年产值可达8亿元. What follows is of no such time.
func (r *reader) endsAhead() bool {
	if r.Report.Kind != "" || !r.sentence.has || !r.ahead(r.sentence.period) || r.heading.has && r.heading.status != "actual" && r.heading.status != "" {
		return false
	}
	if r.line.status != "" || !r.figureBefore("actual") || startsWithAny(r.behindSentence(), byThen()) {
		return false
	}
	if r.opened.has {
		return !r.ahead(r.opened.period)
	}
	return r.figureBeforeTime()
}

// behindSentence is what the text goes on with behind the sentence and its marks.
func (r *reader) behindSentence() string { return strings.TrimLeft(r.text[r.end:], "。；\n 　”") }

// byThen open a sentence on the time to come that the one before ended with.
var byThen = phrases("by then")

// figureBefore tells of a sentence whose first fact is of a status.
func (r *reader) figureBefore(status string) bool {
	for i := range r.out.Facts {
		if f := &r.out.Facts[len(r.out.Facts)-1-i]; f.Start < r.start {
			return i > 0 && r.out.Facts[len(r.out.Facts)-i].Status == status
		}
	}
	return len(r.out.Facts) > 0 && r.out.Facts[0].Status == status
}

// rulesParagraph tells whether the time of a sentence is that of its paragraph, and no other beside it.
func (r *reader) rulesParagraph() bool {
	of, report := &r.sentence, r.Report.Kind != ""
	switch {
	case r.besidePlan(), r.countsGivenOut(), of.since && !report && r.heading.has && r.heading.period.End.Before(of.period.Start) && strings.Contains(r.text[r.start:r.end], "标准"):
		return false
	case !of.has, of.ago, report && of.period.End.IsZero(), r.inPassing(of.period, of.now), r.ofEvent(), r.afterReview(of.period):
		return false
	case r.aheadOfPlan() && r.heading.status == "actual" && !of.stock, r.withinLine(), r.endsHeading(), r.dueInYear(), r.recallsEarlier():
		return false
	}
	return !(of.since && report && r.heading.has && of.period.Start.Before(r.heading.period.Start))
}

// countsGivenOut tells of a sentence of the news that only counts who has made figures known up to a day: 上半年增长7%。截至22日，20个省公布了数据. What follows
// is of the span that these are of.
func (r *reader) countsGivenOut() bool {
	return r.Report.Kind == "" && r.sentence.stock && r.line.has && r.line.period.Kind == period.During && holdsAny(r.text[r.start:r.end], givingOut()) &&
		r.line.period.End.Before(r.sentence.period.End)
}

// besidePlan tells of a sentence of the news on the plan for the running year, in a paragraph on what that has brought up to a day: 截至10月25日，今年….
// 全年2亿吨的目标已完成82%. What follows is up to that day.
func (r *reader) besidePlan() bool {
	p, q := r.sentence.period, r.line.period
	if r.Report.Kind != "" || !r.sentence.has || !r.line.has || q.Kind != period.During || p != period.Year(r.Reference.Year) {
		return false
	}
	return q.Start == p.Start && q.End.Before(p.End) && r.stillToEnd(p) && holdsAny(r.text[r.start:r.end], plansDoneOf())
}

// sumsUpLine tells of a sentence that goes from the month of its paragraph to the months up to it: 10月，价格上涨6%。1—10月，上涨5%. What the next paragraph
// tells without a time is of the month.
func (r *reader) sumsUpLine() bool {
	p, q := r.sentence.period, r.line.period
	return r.Report.Kind == "" && r.sentence.has && r.line.has && p.YearToDate() && monthLong(q) && p.End == q.End && q.Start.Month > 1
}

// daysWithinLine tells of a sentence on a few days of the months that its paragraph goes through: 1—11月…。国庆假期客流达到90万人次.
func (r *reader) daysWithinLine() bool {
	p, q := r.sentence.period, r.line.period
	if r.opened.has {
		q = r.opened.period
	}
	return r.Report.Kind == "" && fewDaysWithin(p, q)
}

// monthsBack tells of a sentence on a month that ends with what it was in an earlier one: 2月，求人倍率1.4，1月为1.05. What follows is of the month.
func (r *reader) monthsBack() bool {
	p, q := r.sentence.period, r.opened.period
	return r.Report.Kind == "" && monthLong(p) && monthLong(q) && p.End.Before(q.Start)
}

// fewDaysWithin tells of a few days of a span of whole months.
func fewDaysWithin(p, q period.Period) bool {
	if days := daysOf(p); days < 2 || days > longestHoliday || q.Kind != period.During || !wholeMonths(q) {
		return false
	}
	return !p.Start.Before(q.Start) && !q.End.Before(p.End)
}

// rulesStory keeps the first months of a year, or the day that is compared with that of the year before, that the first figures of a story of one place are told of.
func (r *reader) rulesStory() {
	p := r.sentence.period
	if r.local() || r.lineStart != r.firstLine || r.Reference.Before(p.End) {
		return
	}
	if p.YearToDate() {
		r.storySpan = p
	}
}

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

// tellsMonthItself tells of a sentence that stays with the last of the months that its paragraph goes through, which goes on with them all: 1—8月…。8月当月销售
// 58万平方米. So does one on the month of what was just told of them, and one on how much floor space stood at its end.
func (r *reader) tellsMonthItself() bool {
	p, q := r.sentence.period, r.line.period
	if !r.line.has && r.heading.has {
		q = r.heading.period
	}
	if !q.YearToDate() || p.End != q.End || p == q {
		return false
	}
	if p.Kind == period.AsOf {
		stood := r.lastSince(r.start, func(of *yiyuan.Fact) bool { return of.Measure == "level" })
		return r.line.has && r.sentence.edge && stood != nil && stood.Indicator == "area" // 1—7月…。7月末待售面积73万平方米
	}
	if !monthLong(p) {
		return false
	}
	if first := r.lastSince(r.start, func(of *yiyuan.Fact) bool { return of.PeriodStart == p.Start }); first != nil && r.line.has {
		told := r.lastSince(r.lineStart, func(of *yiyuan.Fact) bool { return of.Start < r.start && of.PeriodEnd == q.End })
		if told != nil && told.Indicator == first.Indicator && told.Industry == first.Industry {
			return true // 前三季度工业增加值增长3.9%。9月份，工业增加值增长7.2%
		}
	}
	for i, t := range r.toks {
		if t.kind == time && (strings.HasSuffix(t.text, "当月") || i > 0 && r.toks[i-1].text == "其中" && r.lastMeasured > i) {
			return true // 上半年消费价格上涨1.5%，其中6月份上涨1.3%
		}
	}
	return false
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

// contrastsEarlier tells of a sentence of the news that ends with what an earlier time was like, beside that it began with: 1998年…，而1997年亏损5000万元.
func (r *reader) contrastsEarlier() bool {
	if r.Report.Kind != "" || !r.opened.has || !r.sentence.has || !r.sentence.period.End.Before(r.opened.period.End) {
		return false
	}
	for i := len(r.toks) - 1; i > 1; i-- {
		if t := &r.toks[i]; t.kind == time && ruling[t.e.Role] {
			return contrasting().has(r.toks[i-1].text) && r.toks[i-2].kind.pauses()
		}
	}
	return false
}

// recallsEarlier tells of a sentence of the news whose figures are of now and that ends with what it was in a year gone by, or at the beginning of this: 一斤卖8元，
// 去年这会儿才6元. What follows is of no such time, but where it says so: 那一年….
func (r *reader) recallsEarlier() bool {
	if r.Report.Kind != "" || r.opened.has || !r.sentence.has || r.sentence.since || startsWithAny(r.behindSentence(), thatYear()) {
		return false
	}
	end := r.sentence.period.End
	if end.IsZero() || !end.Before(r.Reference) || end.Year == r.Reference.Year && end != period.Year(end.Year).Start {
		return false
	}
	first := slices.IndexFunc(r.toks, func(t token) bool { return t.kind == figure || t.kind == time })
	t := r.lastTime(r.end)
	return t != nil && r.toks[first].kind == figure && strings.ContainsAny(r.text[r.toks[first].end:t.start], "，；")
}

// thatYear opens a sentence on the year that the one before ended with.
var thatYear = phrases("that year")

// endsOnStreak tells of a sentence of the news that began with a time and ends with how long something has gone on: 9月10日，指数为456点，已连续4个月走高.
func (r *reader) endsOnStreak() bool {
	if r.Report.Kind != "" || !r.opened.has || !r.sentence.has || r.sentence.period == r.opened.period {
		return false
	}
	t := r.lastTime(r.end)
	return t != nil && strings.HasPrefix(t.text, "连续")
}

// contrasting are words before an earlier time that what is told of another is held against.
var contrasting = phrases("contrasting")

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

// onVisit tells of a sentence of the news on what a leader of the state said or saw: what came of it is told behind, and is of no such day.
func (r *reader) onVisit(text string) bool {
	return r.Report.Kind == "" && holdsAny(text, stateLeaders()) && holdsAny(text, visits()) && !holdsAny(text, []string{"时任", "工作期间"})
}

var visits, stateLeaders = phrases("visits"), phrases("state leaders")

// spanGivenOut is the span over whose figures a sentence of the news without any says were given out since: 1月底，多地公布2020年经济数据.
func (r *reader) spanGivenOut(text string, exprs []period.Expr) (period.Period, bool) {
	for i := range exprs {
		e := &exprs[i]
		if r.Report.Kind != "" || !endsWithAny(strings.TrimSuffix(text[:e.Start], "了"), givingOut()) || !startsWithAny(trimAhead(text[e.End:], "的"), figuresGivenOut()) {
			continue
		}
		p, ok := r.resolveTime(e)
		return p, ok && p.Kind == period.During && wholeMonths(p) && p.End.Before(r.Reference)
	}
	return period.Period{}, false
}

// figuresGivenOut are what statistics of a span are called when they are given out.
var figuresGivenOut = phrases("figures given out")

// captionOf tells of a sentence that begins with the caption of a figure or table, whose span is that of what is drawn: 图1：2001-2007年生产总值.
func captionOf(text string) bool {
	rest := trimAhead(text, "图", "表")
	return rest != text && rest != "" && rest[0] >= '0' && rest[0] <= '9'
}

// passBy keeps the time a sentence without figures puts in force.
func (r *reader) passBy(text string, exprs []period.Expr) {
	if r.onVisit(text) {
		r.line.period, r.line.has, r.line.now, r.line.running = period.Period{}, false, false, false
		return
	}
	if captionOf(text) {
		return
	}
	r.meetHolidayOver(text)
	if r.headsWhatIsToCome(text, exprs) {
		return
	}
	if p, ok := r.spanGivenOut(text, exprs); ok {
		r.line.period, r.line.has, r.line.since = p, true, false
		r.meetLead(p)
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
		if p, ok := r.resolveTime(e); ok && !r.afterReview(p) && !r.inPassing(p, e.Now()) {
			r.line.period, r.line.has, r.line.since = p, true, e.Role == period.Since
			if e.Role == period.Since && r.Report.Kind == "" && p.Start.Year+1 < r.Reference.Year {
				r.line.begun = p.Start
			}
			r.meetLead(p)
			r.passesEvent(text, p)
			if r.atLineStart() && r.ofBoth || r.turnsToTerm(e.Text, p) {
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
	if status == "" || utf8.RuneCountInString(text) > longestTopic || holdsDigits(topic) || !headsTopic(text[:e.Start]) {
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

// ofEvent tells of a sentence of a report that names the day of one event: the work that its paragraph goes on to tell is of the year.
func (r *reader) ofEvent() bool { return r.Report.Kind != "" && r.sentence.oneDay() }

// oneDay tells of what happened on a day, and not of what stands at it.
func (s *scope) oneDay() bool {
	return s.has && !s.stock && s.period.Kind == period.During && s.period.Start == s.period.End
}

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
	if r.Report.Kind == "" && p.Kind == period.AsOf && q.End == r.Reference && p.End.Year == q.End.Year {
		return false // 设立以来…。截至今年4月底，…
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
	return last > 0 && !r.toks[last-1].kind.pauses() && endsWithAny(r.toks[last].text, monthsEnds())
}

var monthsEnds = phrases("ends of months")

// withinHeading tells of a part of the span that the heading names, which a paragraph told of: that on 9月份 under 前三季度运行情况.
func (r *reader) withinHeading(p period.Period) bool {
	h := r.heading.period
	if !r.heading.has || p.Kind != period.During || h.Kind != period.During || p == h {
		return false
	}
	return !p.Start.Before(h.Start) && !h.End.Before(p.End)
}
