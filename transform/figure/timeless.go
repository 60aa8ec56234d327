package figure

import (
	"strings"

	"yiyuan"
	"yiyuan/transform/period"
)

// This file tells what has no date: what waits for something to be built, recurs, is designed or is a rule.

// timeless tells of what has no date: what waits for something to be built, recurs, is designed or is a rule.
func (r *reader) timeless(f *yiyuan.Fact, s *site, st statement) bool {
	if f.Indicator == "capacity" && st.newness && r.status() == "actual" && !r.habitualHere() {
		return false // 新增年装卸能力90万吨
	}
	if r.status() == "forecast" && (r.sentence.promise || r.clause.promise || f.Measure != "growth" && r.recurs(s, st)) {
		return true
	}
	if then := r.sentence.then; then.Kind != "" && r.status() == "forecast" && r.sentence.period == then && !r.timeBefore(s) {
		return true
	}
	if r.status() == "actual" && r.unbuilt(f, st) || f.Indicator == "duration" && rentFor(r.text[f.End:r.end]) {
		return true
	}
	if r.Report.Kind == "" && !r.sentence.has && r.status() == "actual" && r.aimed(s) {
		return true
	}
	if r.Report.Kind == "" && (r.plannedOnDay(f, s) || r.meansToDo(f, s)) {
		return true
	}
	if (r.sentence.now || !r.sentence.has) && f.Measure != "growth" && r.couldYearly() {
		return true
	}
	level, news := f.Measure == "level", r.Report.Kind == ""
	if level && news && (r.designed(f, st) || r.powerToCome(f, st)) {
		return true
	}
	if f.Measure == "share" && f.Indicator == "subsidy" && awardsByRule(r.clauseAround(f.Start, f.End)) {
		return true // 按投入的30%给予补助
	}
	if level && (st.code == "subsidy" && r.ratesSubsidy(f, s, st) || f.Indicator == "subsidy" && awardsByRule(r.clauseAround(f.Start, f.End))) {
		return true
	}
	if level && news && f.Indicator == "subsidy" && f.Unit == "CNY" && !s.arrived && r.mayBeHad(s) {
		return true
	}
	if level && f.Indicator == "subsidy" && r.status() == "target" && r.toEachByRule(f, s) {
		return true
	}
	if level && news && f.Indicator == "financing" && r.maybeLent(f) {
		return true
	}
	if news && (r.yearAfterYear(f, s, st) || r.byHabit(f, s)) {
		return true
	}
	if level && f.Unit == "CNY" && r.standardInForce(s, st) {
		return true
	}
	if p, has := r.inForce(); news && has && p.Kind == period.During && p.Start == p.End && r.everyYear() {
		return true // 今天投产，每年还能带来一亿元的产值
	}
	if r.limit(f) || r.byRule(f) {
		return true
	}
	if f.Indicator == "duration" && r.takesByWay(s, f) {
		return true
	}
	if f.Unit != "percent" || !level && f.Measure != "share" || strings.HasPrefix(st.text, "实际") || r.sentence.has && holdsAny(r.clauseAround(f.Start, f.End), cameToByRule()) {
		return false
	}
	return endsWithAny(st.qualifier+st.text, rulingRates()) || levied[st.text]
}

// byHabit tells of what one makes, gets or saves in any day, month or year: 女工一天能绣30个, 一年少付利息90万元.
func (r *reader) byHabit(f *yiyuan.Fact, s *site) bool {
	if f.Measure == "rank" || f.Indicator == "capacity" || r.timeBefore(s) || r.status() != "actual" && r.status() != "forecast" {
		return false
	}
	said := r.text[r.start:max(r.start, f.Start)]
	return holdsAny(said[lastPause(said):], anyDayOrYear())
}

// anyDayOrYear are words for what comes in any day, month or year.
var anyDayOrYear = phrases("any day or year")

// maybeLent tells of how much one may borrow: 最高可贷款100万元.
func (r *reader) maybeLent(f *yiyuan.Fact) bool {
	return hasWord(r.leftTokens, atMost().words...) && strings.Contains(r.clauseAround(f.Start, f.End), "贷款")
}

// standardInForce tells of a standard that a report tells, or the news of no time: 低保标准每月500元.
func (r *reader) standardInForce(s *site, st statement) bool {
	if r.Report.Kind != "" {
		return r.standard(s, st)
	}
	return !r.sentence.has && endsWithAny(st.text, standards())
}

// designed tells of what a plant or a way is laid out for: 设计产能10万吨, 规划年处理5万吨.
func (r *reader) designed(f *yiyuan.Fact, st statement) bool {
	capacity := f.Indicator == "capacity"
	if !capacity && f.Indicator != "energy" && st.time != "stock" {
		return false
	}
	if hasWord(r.leftTokens, "设计") || strings.HasPrefix(st.text, "设计") {
		return r.status() != "actual" || !holdsAny(r.text[r.start:f.Start], atWorkAlready())
	}
	return capacity && (strings.HasPrefix(st.text, "规划") || hasWord(r.leftTokens, "规划"))
}

// atWorkAlready are words for a plant that is at work.
var atWorkAlready = phrases("at work already")

// powerToCome tells of the capacity of what is still to be built, where no day is told at which it will stand, and no year of which it is said alone: 2025年生产
// 能力：锌锭30万吨.
func (r *reader) powerToCome(f *yiyuan.Fact, st statement) bool {
	if f.Indicator != "capacity" && !(f.Unit == "kW" && st.code == "") || st.newness || r.status() == "actual" {
		return false
	}
	_, has := r.inForce()
	return !has
}

// ratesSubsidy tells of the standard that a subsidy is paid by, and not of what was paid out or how it was raised: 补助标准每人每月500元.
func (r *reader) ratesSubsidy(f *yiyuan.Fact, s *site, st statement) bool {
	if !strings.HasSuffix(st.text, "标准") || r.timeBefore(s) || hasWord(s.left, "发放", "拨付") {
		return false
	}
	return r.Report.Kind != "" || !setsStandard(f, s, st)
}

// toEachByRule tells of what the tasks of a report say each is to be given: 每个村卫生室补助运行经费6000元/年.
func (r *reader) toEachByRule(f *yiyuan.Fact, s *site) bool {
	return startsWithAny(r.clauseAround(f.Start, f.End), eachOne()) && holdsAny(join(r.leftTokens), givenToEach()) && !r.timeBefore(s)
}

// mayBeHad tells of how much the news says each may have by a rule: 每单最高减20元, 学车券每张抵400元, 对首次出口的企业给予5万元奖励.
func (r *reader) mayBeHad(s *site) bool {
	own := r.ownWords(s)
	switch {
	case endsWithAny(own, atMostHad()), strings.HasPrefix(own, "对") && strings.HasSuffix(own, "给予"):
		return true
	}
	return strings.Contains(own, "每") && holdsAny(own, hadByEach())
}

// atMostHad end the words before the most that one may have, hadByEach are words for what each may have.
var atMostHad, hadByEach = phrases("at most had"), phrases("had by each")

// awardsByRule tells of a clause on what a rule awards: 对新建厂房给予每平方米100元补贴, 每人可获500元.
func awardsByRule(clause string) bool {
	switch {
	case (strings.Contains(clause, "对") || strings.Contains(clause, "给")) && holdsAny(clause, awardsOnce()):
		return true
	case strings.Contains(clause, "给予") && holdsAny(clause, termsOfAwards()):
		return true
	case strings.HasPrefix(clause, "对") && strings.Contains(clause, "每") && holdsAny(clause, giftsOfRules()):
		return true // 对新开民宿每家奖励5万元
	}
	return strings.Contains(clause, "每") && holdsAny(clause, []string{"可获", "还可"})
}

// awardsOnce are words of a clause on what a rule awards.
var awardsOnce = phrases("awards of a rule")

// termsOfAwards are words for what an award is given by.
var termsOfAwards = phrases("terms of awards")

// plannedOnDay tells of what is planned or aimed at in a sentence on a time gone by, which is that of the notice, 5日晚公告，拟投资6亿元, or of what went
// before: 2014年被列为示范区，市里提出，排放必须减少65%.
func (r *reader) plannedOnDay(f *yiyuan.Fact, s *site) bool {
	p, has := r.inForce()
	if !has || r.Reference.Before(p.End) {
		return false
	}
	if due, ok := r.dayBehind(s); ok && !r.sentence.has && r.Reference.Before(due.End) {
		return false // 去年拉闸17次。新增两台主变6月底前投运
	}
	status := r.status()
	if status == "planned" && !r.sentence.has && p == period.Year(p.End.Year) && f.Measure == "level" {
		return !holdsAny(r.text[r.start:r.end], dividends()) // 公司去年营收46亿元。…。公司拟募资12亿元; a dividend is of its year
	}
	if p.Start == p.End && (status == "planned" && holdsAny(r.text[r.start:f.Start], notices()) || f.Measure == "level" && r.aimMadeKnown(f)) {
		return true
	}
	return status == "target" && p.Kind == period.During && !r.timeBefore(s)
}

// meansToDo tells of what the news says a firm means to do, at no time told: 公司拟公开发行不超过1500万股，募资2亿元.
func (r *reader) meansToDo(f *yiyuan.Fact, s *site) bool {
	if r.status() != "planned" && !r.planned(f) || f.Measure != "level" && f.Measure != "share" || r.timeBefore(s) {
		return false
	}
	if !holdsAny(r.text[r.start:f.Start], meaningTo()) || holdsAny(r.text[r.start:r.end], dividends()) {
		return false
	}
	p := r.sentence.period
	return !r.sentence.has || p.Start == p.End && !r.Reference.Before(p.End)
}

// meaningTo are words for what a firm means to do.
var meaningTo = phrases("meaning to")

// dividends are words for what a firm pays out of the profit of a year.
var dividends = phrases("dividends")

// aimMadeKnown tells of an aim that the news says was made known on a day: 4月17日，省里宣布产量超过20万辆的目标.
func (r *reader) aimMadeKnown(f *yiyuan.Fact) bool {
	return holdsAny(r.text[r.start:f.Start], deciding()) && strings.HasPrefix(r.text[f.End:r.end], "的目标")
}

// formerly tells of a quantity of a time that is only said to be over: 以前全镇3000人, 由过去8000亩发展到2万亩.
func (r *reader) formerly(s *site) bool {
	if s.tok.start < r.start {
		return false // a cell of a table
	}
	clause := r.text[r.start:s.tok.start]
	if _, has := r.inForce(); r.Report.Kind == "" && !has && backThenIn(clause) {
		return true
	}
	if first := firstClause(clause); len(first) < len(clause) && beforeRepublic().has(strings.TrimSpace(first)) && !holdsAny(clause, turnsToNow()) {
		return !r.timeBefore(s) // 解放前，全县有小学12所，学生800人
	}
	clause = clause[lastPause(clause):]
	if lastOf(clause, formerWords()) < 0 {
		return false
	}
	at := -1
	for _, w := range former().words {
		if i := lastIndex(clause, w); i >= 0 && !strings.HasSuffix(clause[:i], "超") && !(strings.HasSuffix(w, "前") && endsWithAny(clause[:i], measuredByThen())) {
			at = max(at, i) // not the 过去 of 超过去年
		}
	}
	return at >= 0 && !strings.ContainsAny(clause[at:], "0123456789") && !r.timeBefore(s)
}

// backThenIn tells of a word for a time that is over and has been spoken of, in the last clause or as one of its own before it: 过去，损耗高达20%.
func backThenIn(before string) bool {
	clauses := strings.FieldsFunc(before, func(c rune) bool { return strings.ContainsRune("，,；;：:", c) })
	n := len(clauses)
	if n == 0 {
		return false
	}
	if last := clauses[n-1]; startsWithAny(last, backThen()) && !strings.ContainsAny(last, "0123456789") || strings.Contains(last, "一度") {
		return true
	}
	return n > 1 && backThen().has(clauses[n-2])
}

// measuredByThen are words before a former time that what is told is only measured by: 是承包前的3倍.
var measuredByThen = phrases("measured by then")

// beforeRepublic are words for all the time before the republic.
var beforeRepublic = phrases("before the republic")

var former, backThen = phrases("former times"), phrases("back then")

var formerWords = phrasesByFirst("former times") // which most clauses hold none of

// notices are how a listed company makes known what it means to do.
var notices = phrases("notices")

// limit tells of the time that the news says something has to be done in, not of the one it took: 三年内还清.
func (r *reader) limit(f *yiyuan.Fact) bool {
	if r.Report.Kind != "" || f.Indicator != "duration" || f.Measure != "level" {
		return false
	}
	after, within := strings.CutPrefix(r.text[f.End:r.end], "内")
	clause := firstClause(after)
	return within && !strings.Contains(clause, "了")
}

// takesByWay tells of the time that a way or a procedure takes whenever it is gone: 通关时间由两个小时压缩到半个小时, 主要城市3小时通达.
func (r *reader) takesByWay(s *site, f *yiyuan.Fact) bool {
	clause, after := r.clauseAround(f.Start, f.End), r.text[f.End:max(f.End, r.end)]
	switch {
	case f.Measure == "level" && s.arrived && holdsAny(clause, procedures()), f.Measure == "level" && r.fromTimeToTime(s) && holdsAny(clause, timesOfWays()):
		return true
	case r.Report.Kind == "" && f.Unit != "year" && startsWithAny(strings.TrimLeft(after, "左右以之内"), ableWithin()):
		return true
	case f.Measure != "level" || r.Report.Kind != "" || r.status() != "actual" || strings.HasPrefix(after, "后") || strings.HasPrefix(after, "前"):
		return false // 15天后抵达
	case s.rule == "change.to" || r.startsFromTo(s):
		return holdsAny(clause, shortening())
	}
	return holdsAny(clause, procedures())
}

// fromTimeToTime tells of one of two times that something takes and took, none of which the clause dates: 由22天压到9天, 压到9天.
func (r *reader) fromTimeToTime(s *site) bool {
	if r.timeBefore(s) || hasWord(s.left, "平均") {
		return false
	}
	return s.arrived || r.startsFromTo(s)
}

// timesOfWays are words for ways and procedures by the time they take.
var timesOfWays = phrases("times of ways")

// shortening are verbs for making a time shorter, procedures what takes a time by a rule, standards sums set by one.
var shortening, procedures, standards = phrases("shortening"), phrases("procedures"), phrases("standards of rules")

// standard tells of the sum that a rule sets for each person: 低保标准提高到每月680元, 按每人每年600元的标准.
func (r *reader) standard(s *site, st statement) bool {
	return strings.HasSuffix(st.text, "标准") || strings.HasPrefix(join(s.right), "的标准") || strings.Contains(join(r.leftTokens), "每人每")
}

// couldYearly tells of a 每年可以节约.
func (r *reader) couldYearly() bool {
	for i, t := range r.leftTokens {
		if everyYearBefore(&t) && i+1 < len(r.leftTokens) && strings.HasPrefix(r.leftTokens[i+1].text, "可") {
			return true
		}
	}
	return false
}

// ableWithin are words for what can be done within a time.
var ableWithin = phrases("able within")

// levied are rates of a tax.
var levied = map[string]bool{"税率": true, "征收率": true}

// cameToByRule are words for what a rate came to in a time: 全年政策范围内报销比例75%.
var cameToByRule = phrases("came to by a rule")

// rulingRates are rates that a rule sets.
var rulingRates = phrases("rates of rules")

// recursBeyond tells of a sentence whose time does not hold what it says comes every year: one that names none, or now, or from when on,
// 从今年起，每年新建幼儿园20所.
func (r *reader) recursBeyond(s *site) bool {
	if !r.sentence.has || r.sentence.now {
		return true
	}
	return r.sentence.since && r.Report.Kind != "" && r.status() != "actual" || r.yearOfOtherPart(s)
}

// recurs tells of what something to come will yield year by year: 预计年发电量20亿千瓦时.
func (r *reader) recurs(s *site, st statement) bool {
	if r.Report.Kind != "" || r.timeBefore(s) || r.sentence.has && r.cropInHand() {
		return false // 全年产量预计56万吨，年产值达13亿元, of a crop
	}
	if st.counter == "" && startsWithAny(st.text, yearByYear()) && !r.ofEachPiece(st.text) {
		return true
	}
	if hasWord(r.leftTokens, yearByYear().words...) {
		left := join(r.leftTokens)
		return !r.ofEachPiece(left[max(0, strings.LastIndex(left, "每")):])
	}
	return holdsAny(join(r.leftTokens), yearlyWork())
}

// ofEachPiece tells of words that begin with what a price or yield of a named year is told for: 今年预计总产900吨，每亩产量90公斤.
func (r *reader) ofEachPiece(text string) bool {
	return r.sentence.has && strings.HasPrefix(text, "每") && (startsWithAny(text, pricedByThePiece()) || startsWithAny(text, eachOfLand()))
}

// eachOfLand are words for each piece of land.
var eachOfLand = phrases("each of land")

// yearByYear are words for what comes every year, yearlyWork such as begin with the year what a plant does in it.
var yearByYear, yearlyWork = phrases("year by year"), phrases("yearly work of plants")

// habitual tells of a 每年 or 每月 since the last semicolon: what recurs has no date.
func (r *reader) habitual(s *site) bool {
	recurs := false
	for _, t := range r.toks {
		if t.start >= s.tok.start {
			break
		}
		recurs = t.kind != semi && (recurs || t.everyYear())
	}
	return recurs
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

// meansAnyDay tells of a 日均 that is no mean over the span of a heading or of the paragraph: 1—8月…。接待游客80万人次，日均.
func (r *reader) meansAnyDay() bool {
	return !r.heading.has && !r.sentence.near && !(r.line.has && !r.line.now && !r.aheadOfNews())
}

// atMost are words for what may be lent.
var atMost = phrases("at most")
