package figure

import (
	"strings"
	clock "time"

	"yiyuan"
	"yiyuan/transform/period"
	"yiyuan/transform/search"
)

// This file keeps which time is in force: of the heading, the paragraph and the sentence.

// keep takes over the time of another scope.
func (s *scope) keep(o scope) {
	s.period, s.has, s.stock, s.now, s.running = o.period, o.has, o.stock, o.now, o.running
	s.since, s.toMonth, s.streak, s.edge, s.read = o.since, o.toMonth, o.streak, o.edge, o.read
}

// putInForce gives the sentence its time. A second one may only end the span that the first began, 6月以来，截至目前, or begin
// the one that it ended: 截至6月底，今年以来.
func (r *reader) putInForce(p period.Period, e *period.Expr) {
	r.meetHoliday(p, e)
	r.meetHeldDays(p, e)
	was := r.sentence
	r.line.ofYear = r.line.ofYear || r.Report.Kind == "" && strings.HasPrefix(e.Text, "今年")
	r.sentence.period, r.sentence.has = p, true
	r.sentence.stock = e.Role == period.Stock || e.Role == period.Until
	r.sentence.toMonth = (e.Role == period.Until || r.investedBy(p, e)) && endsWithAny(e.Text, partsOfYear())
	r.sentence.streak, r.sentence.read = false, false
	r.sentence.edge = r.Report.Kind == "" && e.Role == period.Stock && endsWithAny(e.Text, edgesOfMonths())
	r.sentence.now, r.sentence.running, r.sentence.since = e.Now(), (e.Text == "今年" || e.Text == "年内") && r.Report.Kind == "", e.Role == period.Since
	from, to := was.period, p
	begins := yiyuan.Date{}
	if p.Kind == period.AsOf && !was.has {
		begins = r.begunBefore(p, e)
	}
	if p.Kind == period.AsOf && begins.IsZero() && !was.since {
		begins = r.launchedBefore(p, e)
	}
	switch {
	case !begins.IsZero():
		from.Start, was.has = begins, true
	case e.Role == period.Until && was.period.Kind == period.During && was.period.End.Before(p.End) && r.ranFrom(e):
		from, to, r.sentence.stock = was.period, p, true // 从2018年12月并网，截至2022年9月15日共发电
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

// ranFrom tells of a time in a sentence of the news behind another that a 从 or 自 leads to, with no figure between them.
func (r *reader) ranFrom(e *period.Expr) bool {
	if r.Report.Kind != "" || r.lastMeasured >= 0 {
		return false
	}
	said := r.text[r.start:min(r.end, r.start+e.Start)]
	for _, from := range []string{"从", "自"} {
		if _, since, is := strings.Cut(said, from); is && since != "" && isDigit(since[0]) {
			return true
		}
	}
	return false
}

// edgesOfMonths are ends of times that are the edge of a month.
var edgesOfMonths = phrases("edges of months")

// partsOfYear end the names of months, quarters and halves of a year.
var partsOfYear = phrases("parts of a year")

// begunBefore is since when the paragraph has told of what comes to so much on the day p, zero where it does not say: the year, 截至目前，新增就业
// 3000人，完成全年任务的80%; a year before, “十三五”以来，…。到2021年底，累计; or a day of this, 13日以来，…。截至17日.
func (r *reader) begunBefore(p period.Period, e *period.Expr) yiyuan.Date {
	begun, day := r.line.begun, r.dayBegun()
	switch {
	case begun.IsZero() && r.line.byYear && e.Now() && !theseDays().has(e.Text):
		if strings.Contains(r.behind(e), "占总投资") {
			return yiyuan.Date{} // 截至目前，项目累计完成投资9亿元，占总投资的七成
		}
		return period.Year(p.End.Year).Start
	case !begun.IsZero() && !e.Now() && begun.Year < p.End.Year && p.End.Before(r.Reference):
		return begun
	case !day.IsZero() && e.Role == period.Until && day.Before(p.End) && !r.Reference.Before(p.End):
		return day
	}
	return yiyuan.Date{}
}

// launchedBefore is the day of the running year that the paragraph says something began on, before a day up to which it is told of: 7月1日启动，至9月30日.
func (r *reader) launchedBefore(p period.Period, e *period.Expr) yiyuan.Date {
	day := r.line.launch
	if day.IsZero() || e.Role != period.Until && e.Role != period.Stock || e.Role == period.Stock && !e.Now() || theseDays().has(e.Text) {
		return yiyuan.Date{}
	}
	if !day.Before(p.End) || day.Year != p.End.Year || r.Reference.Before(p.End) {
		return yiyuan.Date{}
	}
	return day
}

// meetLaunch keeps the day or month p of the token i on which its clause, without a figure, says that something began.
func (r *reader) meetLaunch(i int, p period.Period) {
	if r.Report.Kind != "" || p.Kind != period.During || p.Start.Year != r.Reference.Year || p.End.Month != p.Start.Month || !r.lastClauseBare(i) {
		return
	}
	clause := firstClause(r.text[r.toks[i].end:r.end])
	if begun := strings.TrimRight(trimAny(clause, "以来", "以后", "后"), "。了；"); !holdsDigits(clause) && endsWithAny(begun, launching()) {
		r.line.launch = p.Start
	}
}

// lastClauseBare tells of a clause that holds no figure before the time at token i.
func (r *reader) lastClauseBare(i int) bool {
	for i--; i >= 0 && !r.toks[i].kind.pauses(); i-- {
		if r.toks[i].kind == figure {
			return false
		}
	}
	return true
}

// launching are verbs for how something begins that goes on.
var launching = phrases("launching")

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
	if r.Report.Kind != "" || r.lastMeasured >= 0 || was.now || was.period.Kind != period.AsOf {
		return false
	}
	if r.sentence.running && was.period.End.Year == p.End.Year && was.period.End.Before(r.Reference) {
		return true // 到10月底，今年造林8200万亩
	}
	return was.stock && p == period.Year(was.period.End.Year)
}

// dayBegun is the day of the running year since when the paragraph of the news tells, zero where it names none.
func (r *reader) dayBegun() yiyuan.Date {
	from := r.line.period.Start
	if r.Report.Kind != "" || !r.line.has || from.Year != r.Reference.Year {
		return yiyuan.Date{}
	}
	if days := daysOf(r.line.period); (!r.line.since || from.Day < 2) && (days < 2 || days > fewDays || !holdsAny(r.text[r.start:r.end], harmDone())) {
		return yiyuan.Date{}
	}
	return from
}

// fewDays is how many days of rain may be told of before the harm that they have done: 5月19日至21日，…。截至21日17时.
const fewDays = 9

var harmDone = phrases("harm done")

// inBrackets tells of a day that only repeats in brackets the time before it.
func (r *reader) inBrackets(i int) bool {
	return i > 1 && r.toks[i-1].kind == open && r.toks[i-2].kind == time && r.toks[i].e.DayOnly()
}

// printedDay lets the day printed behind 昨天 say which day it is: the stamp of a page may be a day off.
func (r *reader) printedDay(t *token) {
	p, ok := r.resolveTime(t.e)
	told := &r.sentence.period
	if r.sentence.since && ok {
		if p.End != told.End {
			told.Start = p.Start
		}
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

// endsOfBegun end a clause on what began at its time.
var endsOfBegun = phrases("ends of what began")

// begun tells of a time that a later 以来 of its clause makes a beginning: 自2018年大桥开通以来, 从2018年动工算起.
func (r *reader) begun(i int) bool {
	for j := i + 1; j < len(r.toks); j++ {
		t := &r.toks[j]
		switch {
		case t.kind.pauses() || t.kind == figure:
			return false
		case t.text == "以来", !r.toks[i].e.Day() && endsOfBegun().has(t.text) && j+1 < len(r.toks) && r.toks[j+1].kind == comma:
			return true
		}
	}
	return false
}

// meetTime puts the time at token i in force, unless it is a streak, dates nothing, or only says what a change began from.
func (r *reader) meetTime(i int) {
	switch {
	case r.endsSpan(i):
	case r.resultsOf(i):
	case r.endsStreak(i) || r.holdsRank(i) && r.startStreak(i) || r.throughDay(i):
	case r.notItsTime(i):
	case r.startStreak(i):
	case r.namesInPassing(i):
	case r.startsChange(i):
	case r.saidAgain(i):
	case r.surveyedOn(i):
	case r.describes(i) || r.heardOn(i) || r.givenOutOn(i):
	default:
		r.meetDeadline(i)
		if p, ok := r.resolveTime(r.toks[i].e); ok {
			r.takeTime(i, p)
		}
	}
}

// resultsOf puts in force the year or part of one whose results or statistics the news says were given out by the time in force: 截至昨日，8家公司披露2016年预增公告,
// 1月底，多地公布2020年经济数据.
func (r *reader) resultsOf(i int) bool {
	t := &r.toks[i]
	if r.Report.Kind != "" || !r.sentence.has || !endsWithAny(trimBehind(r.text[r.start:t.start], "了", "其"), givingOut()) {
		return false
	}
	p, ok := r.resolveTime(t.e)
	behind := trimAhead(r.text[t.end:r.end], "的")
	if !ok || p.Kind != period.During || !p.End.Before(r.Reference) || !startsWithAny(behind, resultsOfFirms()) && !startsWithAny(behind, figuresGivenOut()) {
		return false
	}
	r.putInForce(p, t.e)
	r.opened.keep(r.sentence)
	return true
}

// resultsOfFirms are what firms make known of how a span has gone.
var resultsOfFirms = phrases("results of firms")

// endsSpan ends the span that a day or month named before it, in the clause, began: 自7月1日全线通车到12月26日, 从2月1日启动到3月末.
func (r *reader) endsSpan(i int) bool {
	t := &r.toks[i]
	if r.Report.Kind != "" || !r.sentence.has || !startsWithAny(t.text, []string{"到", "至"}) {
		return false
	}
	opens := false // 新规7月1日施行，至9月30日
	for j := i - 1; j >= 0 && j > i-farthestMoment; j-- {
		first := &r.toks[j]
		begun := j == i-1 && first.kind == comma && endsWithAny(r.text[r.start:first.start], launching())
		if first.kind.pauses() && !begun || first.kind == figure {
			return false
		}
		if opens = opens || begun; first.kind != time {
			continue
		}
		if !opens && !r.begins(first) || !endsWithAny(first.text, []string{"日", "月", "旬"}) {
			return false
		}
		from := r.sentence.period
		if own, ok := r.resolveTime(first.e); ok && begunBy(own, from) {
			from = own
		}
		to, ok := r.resolveTime(t.e)
		if year := from.Start.Year; r.Reference.Before(to.End) && year < to.End.Year && r.status() == "actual" {
			to.End.Year = year // 12月18日挂牌，至年末
		}
		if !ok || from.Start.IsZero() || to.End.Before(from.Start) {
			return false
		}
		r.sentence.period = period.Period{Kind: period.During, Start: from.Start, End: to.End}
		r.sentence.stock, r.sentence.now, r.sentence.since = false, false, true
		if r.opened.has && r.opened.period.Start == from.Start {
			r.opened.keep(r.sentence)
		}
		return true
	}
	return false
}

// begunBy tells of a time that begins within the span in force.
func begunBy(own, from period.Period) bool {
	return own.Kind == period.During && !own.Start.Before(from.Start) && !from.End.Before(own.Start)
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
	if i > 0 && r.toks[i-1].kind == figure && r.toks[i-1].q.Kind == "count" {
		if made, _, of := strings.Cut(after, "的"); of && !strings.ContainsAny(made, "，；。、0123456789") {
			return true // 9个2006年以后新建的居民点
		}
	}
	return datesNothing(t.text, before, after) || r.onlyBegan(t.text, before, after) || remarkedOn(after)
}

// remarkedOn tells of a time in a bracket that only remarks on what stands before it, here and below: 比2013年末（2013年是普查年份，下同）增加.
func remarkedOn(after string) bool {
	if !search.Holds(after, "下同") {
		return false
	}
	end := strings.IndexAny(after, "（(）)")
	return end >= 0 && strings.HasSuffix(after[:end], "下同") && !startsWithAny(after[end:], []string{"（", "("})
}

// namedOfYear stand behind a 本年 that is part of the name of what is told of some of its months.
var namedOfYear = phrases("named of a year")

// namesInPassing tells of a time in the name of a fair or batch or in a reason, and of one that goes on beside the time in force.
func (r *reader) namesInPassing(i int) bool {
	t := &r.toks[i]
	switch {
	case r.namedByYear(t) || r.namesFair(t) || r.namesBatch(i) || r.namesClass(i) || r.inReason(i):
		return true
	case r.Report.Kind != "" && r.heading.has && (runsOn(t.text) || r.toldOfNoFigure(i)):
		return true
	}
	if r.onOneDay() && t.text == "今年" && startsWithAny(r.text[t.end:r.end], firstOnes()) {
		return true // 2月5日，全县今年首趟返岗专车发车
	}
	return r.sentence.has && !r.sentence.now && !r.onOneDay() && strings.HasPrefix(t.text, "连续")
}

// firstOnes begin what a year has for the first time.
var firstOnes = phrases("first ones")

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
	if i > 0 && r.toks[i-1].kind == time && r.toks[i-1].end == t.start && endsWithAny(t.text, yearsSaidAgain()) {
		return true
	}
	if prev := &r.toks[max(i-1, 0)]; prev.text == "今年" && prev.end == t.start && t.e.Now() {
		return true // 今年截至目前
	}
	if r.inBrackets(i) {
		r.printedDay(t)
		return true
	}
	return r.explainsCompared(i)
}

// explainsCompared tells of a time that opens a bracket behind what something is compared with: 比上一旬（即上月底）增加12万吨.
func (r *reader) explainsCompared(i int) bool {
	if i > 0 && r.toks[i-1].text == "即" {
		i--
	}
	if i == 0 || r.toks[i-1].kind != open {
		return false
	}
	for j := i - 2; j >= 0 && !r.toks[j].kind.pauses() && r.toks[j].kind != figure; j-- {
		if t := &r.toks[j]; comparingBefore().has(t.text) || t.kind == time && t.e.Role == period.Compared {
			return true
		}
	}
	return false
}

// yearsSaidAgain are ends of times that say again in years which span is in force.
var yearsSaidAgain = phrases("years said again")

// takeTime puts the time p of token i in force, for its sentence and for what that opens.
func (r *reader) takeTime(i int, p period.Period) {
	t := &r.toks[i]
	ahead, isAhead := r.comingDay(t.e, r.text[r.start:t.start], r.text[t.end:r.end])
	if isAhead {
		p = ahead
	}
	end := r.datesUpTo(i)
	if end > 0 && end != r.asideEnd {
		was := r.sentence
		r.aside, r.asideEnd = &was, end
	}
	if n, ok := lastYears(t.text); ok && strings.HasSuffix(t.text, "间") && r.sentence.has {
		if told := r.sentence.period; told == period.Year(told.End.Year) { // 2002年达到5993亿元，五年间提升了12个百分点
			p = period.Period{Kind: period.During, Start: yiyuan.NewDate(told.End.Year-n+1, 1, 1), End: told.End}
		}
	}
	given, ago := r.givenOut(i), r.Report.Kind == "" && !r.opens(i) && (t.e.Ago() || strings.HasSuffix(t.text, "前年"))
	if r.sumsMonths(i, p) {
		p.Start = period.Year(p.Start.Year).Start
	}
	listed := r.nextMonthListed(i, p)
	if listed {
		p.Start = r.sentence.period.Start
	}
	day, toDay := r.sentence.period.End, r.yearToDay(i)
	r.putInForce(p, t.e)
	if toDay && day.Year == p.End.Year {
		r.sentence.period.End, r.sentence.running = day, false
	}
	if listed && r.opened.has {
		r.opened.keep(r.sentence) // 4月、5月入库2亿元；全市37户
	}
	if r.closesSeason(p) {
		r.sentence.period = r.holiday
	}
	r.meetLaunch(i, p)
	r.sentence.ago = ago
	r.runsToNews(i, p)
	if given || end == 0 && (r.opensPart(i) || r.ofItsOwner(i)) && !(r.opened.has && fewDaysWithin(p, r.opened.period)) {
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
	r.meetPast(i, p)
}

// nextMonthListed tells of a month listed behind the one before it, which are one span where nothing is handed out to them: 5月、6月，发运棉花31万吨.
func (r *reader) nextMonthListed(i int, p period.Period) bool {
	if i < 2 || r.toks[i-2].kind != time || r.toks[i-1].kind != dun && !r.toks[i-1].is(conj) || !r.sentence.has {
		return false
	}
	was := r.sentence.period
	if !monthLong(p) || !wholeMonths(was) || yiyuan.NewDate(was.End.Year, was.End.Month+1, 1) != p.Start {
		return false
	}
	return true
}

// ofItsOwner tells of the span over by the day up to which the news counts, that it tells the results of those counted of: 截至4月30日，80家公司公布年报，其2005年营收8亿元；.
func (r *reader) ofItsOwner(i int) bool {
	return r.Report.Kind == "" && r.opened.stock && strings.HasSuffix(r.text[r.start:r.toks[i].start], "其")
}

// opensPart tells of a time, behind its place or not, at the head of a sentence or of a part of it behind a semicolon.
func (r *reader) opensPart(i int) bool {
	behindOwner := i > 0 && (r.toks[i-1].kind == where || r.Report.Kind == "" && bareOwners().has(r.toks[i-1].text)) // 公司前三季度净利润
	if !r.opens(i) && !(behindOwner && r.opens(i-1)) && !(i > 0 && r.toks[i-1].text == "】") {
		return false
	}
	return r.lastMeasured < 0 || i > 0 && r.toks[i-1].kind == semi
}

// bareOwners are words for the firm or body that the news tells of.
var bareOwners = phrases("bare owners")

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

// goesBack tells of a year or half of one gone by, of the months so far or of a day counted up to, that opens a clause behind what was planned or
// expected, and of any time gone by behind a semicolon.
func (r *reader) goesBack(i int, p period.Period) bool {
	if r.Report.Kind != "" || r.sentence.status == "" || r.lastMeasured < 0 || p.End.IsZero() || !p.End.Before(r.Reference) {
		return false
	}
	if p.Kind != period.During && holdsAny(firstClause(r.behind(r.toks[i].e)), expected()) {
		return false // 到9月底预计减负3亿元
	}
	first := i
	if r.behindOwner(i) {
		first = r.clauseStart(i) // 公司截至6月底
	}
	if first == 0 || r.toks[first-1].kind != comma {
		return first > 0 && r.toks[first-1].kind == semi
	}
	if p.Kind != period.During {
		return r.sentence.status == "planned" && strings.HasPrefix(r.toks[i].text, "截")
	}
	return p.End.Year < r.Reference.Year || r.toks[i].text == "上半年" || r.sentence.status == "planned" && p.YearToDate()
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
		if summedFromBeginning().has(t.text) {
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
	if r.Report.Kind != "" || p != period.Year(r.Reference.Year) || r.Reference.Month > lastMonthOfAims {
		return false
	}
	sentence := r.text[r.start:r.end]
	if t.text != "全年" {
		return r.Reference.Month <= lastMonthOfBudgets && holdsAny(sentence, budgetedAhead()) && !tellsDone(sentence) // 2019年，财政收入预期306亿元，增长7%
	}
	if startsWithAny(r.text[t.end:r.end], planNames()) || tellsDone(sentence) {
		return false
	}
	return !holdsAny(sentence, expected()) && !holdsAny(sentence, []string{"占全年", "完成全年"})
}

// lastMonthOfBudgets is the last month in which budgets are told of a year by its number.
const lastMonthOfBudgets = clock.March

// budgetedAhead are words of budgets for what is meant to come in or be spent.
var budgetedAhead = phrases("budgeted ahead")

// aheadInPlan tells of a five-year plan that the news speaks of while most of it is to come, and not of what has been done in it.
func (r *reader) aheadInPlan(t *token, p period.Period) bool {
	if r.Report.Kind != "" || !endsWithAny(t.text, periodsOfPlans()) || p.End.Year-r.Reference.Year < 2 {
		return false
	}
	sentence := r.text[r.start:r.end]
	return !tellsDone(sentence) && !holdsAny(sentence, expected()) && !holdsAny(sentence, ofOtherTimes())
}

// periodsOfPlans are how the name of a five-year plan ends that things are told of.
var periodsOfPlans = phrases("periods of five-year plans")

// ofOtherTimes are words for another time than that of a five-year plan named beside it.
var ofOtherTimes = phrases("of other times than a plan's")

// summedFromBeginning are words for the sum from the beginning of the year.
var summedFromBeginning = phrases("summed from the beginning")
