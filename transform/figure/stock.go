package figure

import (
	"slices"
	"strings"

	"yiyuan"
	"yiyuan/transform/period"
	"yiyuan/transform/search"
)

// This file decides whether a figure is dated as what stands at a day, by what is measured first and by its time last.

// stands tells whether it is. Shares and parts go by their wholes, and what the quantity itself tells (stock) goes before what the words of
// an undated sentence and before what the day it is told of do.
func (r *reader) stands(f *yiyuan.Fact, s *site, st statement, p period.Period, has bool) bool {
	if r.sinceOlderYear(f) || r.sentence.streak && f.Measure == "rank" {
		return false
	}
	if r.signedTogether(f) && (r.topic.fair != "" || !r.toldNow(p, has)) {
		return false
	}
	if r.toldNow(p, has) || has && p.Kind == period.AsOf && (r.sentence.read || !r.sentence.has && r.line.read) {
		return true
	}
	if r.doneOfYearsTask(f, p, has) {
		return false
	}
	for _, subject := range standBySubject {
		if stands, told := subject(r, f, s, st, p, has); told {
			return stands
		}
	}
	if r.stock(s, st, f) || r.summedStanding(f, s, st, p, has) || r.undatedStanding(f, s, st, has) {
		return true
	}
	return has && p.Kind == period.AsOf && r.standsUpToDay(f, s, st, p)
}

// signedTogether tells of projects that were signed, of a part of them or of what they come to: 已有179个项目签约，投资总额3000亿元，其中10亿元以上的33个.
func (r *reader) signedTogether(f *yiyuan.Fact) bool {
	if r.Report.Kind != "" || f.Indicator != "project_count" && f.Indicator != "investment" && f.Indicator != "fdi" || f.Measure != "level" && f.Measure != "share" {
		return false
	}
	if behind := firstClause(r.text[f.End:r.end]); f.Indicator == "project_count" && endsWithAny(strings.TrimRight(behind, "。；"), projectsSign()) {
		return r.status() == "actual" && !holdsAny(r.clauseAround(f.Start, f.End), beyondSigning())
	}
	told := r.text[r.lineStart:f.Start]
	i := search.LastIndex(told, "签约")
	return i >= 0 && r.status() == "actual" && !holdsAny(told[i:], beyondSigning()) && !holdsAny(told[lastPause(told[:i]):i], beyondSigning())
}

// projectsSign end a clause on projects that are signed, beyondSigning is what became of what was signed, or how much of it there is by now.
var projectsSign, beyondSigning = phrases("projects sign"), phrases("beyond signing")

// doneOfYearsTask tells of what has been done by a day of what the sentence says is the task of the year: 今年计划造林9万亩，截至8月底完成6万亩，进度
// 67%.
func (r *reader) doneOfYearsTask(f *yiyuan.Fact, p period.Period, has bool) bool {
	t := r.lastTime(f.Start)
	if r.Report.Kind != "" || !has || p.Kind != period.AsOf || !r.sentence.has || r.sentence.now || t == nil || r.status() != "actual" {
		return false
	}
	task := r.text[r.start:max(r.start, t.start)]
	if !holdsAny(task, yearsOfTasks()) || !holdsAny(task, planNames()) {
		return false
	}
	done := r.text[t.end:max(t.end, f.Start)]
	if !startsWithAny(strings.TrimLeft(done, "， "), doneOfTasks()) || strings.ContainsAny(done, "；。") {
		return false
	}
	return f.Measure == "share" || r.lastSince(r.start, func(of *yiyuan.Fact) bool { return of.Status != "actual" && of.Unit == f.Unit }) != nil
}

// doneOfTasks lead to what has been done of a task.
var doneOfTasks = phrases("done of tasks")

// amountsHandled end the names of amounts that are handled in a span.
var amountsHandled = phrases("amounts handled")

// turnoverTimes end the names of how long what is there at a day lasts.
var turnoverTimes = phrases("turnover times")

// ratedOfSpan tells of the rate of loans granted in the months in force, and of a daily average up to their end: 9月，新发放贷款利率4.7%, 截至4月底，日均
// 验放货车210辆.
func (r *reader) ratedOfSpan(f *yiyuan.Fact, s *site, p period.Period) bool {
	switch {
	case p.Kind == period.During && f.Indicator == "other" && holdsAny(join(s.left), grantedNew()):
		return wholeMonths(p) && p.Start.Year == p.End.Year
	case p.Kind == period.AsOf && r.sentence.has && !r.sentence.now && strings.Contains(r.clauseAround(f.Start, f.End), "日均"):
		return endsWithAny(s.tok.q.Unit.Surface, passingUnits())
	}
	return false
}

// grantedNew are words for loans that are new.
var grantedNew = phrases("granted anew")

// capacitiesAdded open a list of what the year has added to what can be made.
var capacitiesAdded = phrases("capacities added")

// countedAtEnd tells of what is told at the end of a year, quarter or month, and not of what was done up to then: 年末登记流动人口486万人.
func (r *reader) countedAtEnd(f *yiyuan.Fact, s *site, st statement) bool {
	if st.newness || st.cumulative || aggregate[f.Indicator] || yielding[f.Indicator] || outlaid[f.Indicator] || f.Indicator == "project_count" {
		return false
	}
	for _, t := range slices.Backward(r.toks) {
		if t.kind == time && t.start < s.tok.start && ruling[t.e.Role] {
			return endsWithAny(t.text, statedEnds())
		}
	}
	return false
}

// statedEnds end the names of the ends of a year, quarter or month.
var statedEnds = phrases("stated ends")

// struckAreas are areas by what a disaster did to them.
var struckAreas = phrases("struck areas")

// inWork are words for people by the work that they are in.
var inWork = phrases("in work")

// byNow are words for what is there now.
var byNow = phrases("by now")

// levelStands tells of a level that the words beside it sum up, or that goes on with one that stands.
func (r *reader) levelStands(f *yiyuan.Fact, s *site, st statement, has bool) bool {
	undated := !has && r.Report.Kind == ""
	switch {
	case !st.newness && r.goesOnWith(s, f):
		return true
	case undated && !aggregate[f.Indicator] && r.summedUp(s):
		return true
	case undated && hasWord(r.leftTokens, "已") && !aggregate[f.Indicator] && !yielding[f.Indicator] && !r.passes(s):
		return true // 已帮助8万人返岗
	case undated && st.code == "employment" && !st.newness && r.hasVerb(s, takingOn):
		return true // 吸纳就业300人
	}
	if r.Report.Kind == "" || r.sentence.has || st.newness || s.tok.q.Kind != "count" && f.Indicator != "area" && f.Indicator != "length" {
		return false
	}
	return hasWord(r.leftTokens, "已", "累计建成")
}

// rankStands tells of a rank by what is there, and not by what came in a span.
func (r *reader) rankStands(f *yiyuan.Fact, st statement, p period.Period) bool {
	news := r.Report.Kind == ""
	switch {
	case news && strings.HasPrefix(f.ValueText, "首") && f.ValueText != "首位":
		return true // 国内首条生产线今天投产
	case news && f.Indicator == "area":
		return false
	case f.Indicator != "other":
		return false
	case !news:
		return endsWithAny(st.text, qualities()) // 城市竞争力居全省第二
	}
	ofOneYear := r.sentence.has && withinOneYear(p)
	return !(st.known && st.time == "flow") && !ofOneYear
}

// standsUpToDay tells of what is told of a day: all that is no flow of its year.
func (r *reader) standsUpToDay(f *yiyuan.Fact, s *site, st statement, p period.Period) bool {
	level := f.Measure == "level"
	switch {
	case r.Report.Kind == "" && f.Measure == "share" && (s.rule == "share.plan" || endsWithAny(f.Base, planNames())):
		return false // 截至6月底，造林3万亩，占年计划的九成
	case r.Report.Kind == "" && level && outlaid[f.Indicator] && r.openedYear(p, f):
		return false // 年初贷款900万元
	case r.Report.Kind == "" && st.code == "employment" && r.inWorkAtEnd(s, st),
		r.Report.Kind == "" && st.code == "employment" && level && !st.newness && r.status() == "actual" && holdsAny(st.text+st.qualifier, takingOn()):
		return true // 截至6月底，…。电商带动就业30万人
	case level && st.code == "employment" && st.time == "stock" && !st.newness && r.status() == "actual":
		return true // 截至年底，参与茶产业的从业人员3万人
	case level && outlaid[f.Indicator] && r.upToMonth() && !r.yearIsPart(f) && !st.cumulative && !r.summedUp(s) && !strings.Contains(st.text, "总投资"):
		return false
	case level && r.Report.Kind == "" && f.Indicator == "subsidy" && holdsAny(st.text, forgone()) && !st.cumulative && !r.sentence.now && !r.summedUp(s):
		return false // 截至5月20日，减免房租640万元: of the year so far
	case level && outlaid[f.Indicator]:
		return !r.sentence.now || hasWord(r.leftTokens, soFar().words...)
	}
	if f.Measure == "share" && !st.newness && (st.time == "" || f.Indicator == "area" || f.Indicator == "employment") {
		return true // 截至8月底，企业改制面达87%
	}
	if f.Indicator == "patents" && !st.newness && !st.happened && !holdsAny(st.text, gainedPatents()) {
		return true // 截至3月底，研究院有发明专利52项
	}
	if !r.sentence.now || yielding[f.Indicator] || !level && f.Measure != "share" {
		return false
	}
	return !aggregate[f.Indicator] || f.Indicator == "loans" || f.Indicator == "deposits"
}

// yearIsPart tells of a sum behind which the part of the year so far is told: 截至6月底，完成投资43亿元，其中今年以来完成10亿元.
func (r *reader) yearIsPart(f *yiyuan.Fact) bool {
	part, of := strings.CutPrefix(strings.TrimLeft(r.text[f.End:max(f.End, r.end)], "，、；, "), "其中")
	return of && startsWithAny(strings.TrimLeft(part, "，,： "), []string{"今年", "当年", "本年"})
}

// gainedPatents are words for patents that are gained in a span.
var gainedPatents = phrases("patents gained")

// forgone are words for what firms need not pay.
var forgone = phrases("forgone")

// inWorkAtEnd tells of those who were at work at the end of a span: 一季度末，外出务工的劳动力总量1.7亿人.
func (r *reader) inWorkAtEnd(s *site, st statement) bool {
	if of := &r.sentence; !of.stock || of.now || of.edge || st.newness || st.happened || r.status() != "actual" {
		return false
	}
	return holdsAny(st.text+st.qualifier+join(s.left), inWork())
}

// signed tells of the projects that the news says were signed, by now or not, and of those that were begun since a day: 截至今天，已经有179个项目签约;
// 一个多月以来，共有80个项目陆续开工. Neither is there to be counted later.
func (r *reader) signed(f *yiyuan.Fact, s *site, st statement) bool {
	if r.Report.Kind != "" || r.sentence.now || r.sentence.edge || f.Indicator != "project_count" || f.Measure != "level" {
		return false
	}
	if s.arrived || st.existing || r.status() != "actual" || hasWord(s.left, "累计") {
		return false
	}
	behind := s.right[:clauseEnd(s.right)]
	if hasWord(behind, signing().words...) || hasWord(s.left, signing().words...) {
		return true
	}
	return r.sentence.has && r.sentence.period.Kind == period.During && r.eventIn(behind)
}

// signing are verbs for signing works.
var signing = phrases("signing")

// sinceUntold is the time of what was signed up to a day or to now, where the sentence does not say since when.
func (r *reader) sinceUntold(s *site, p period.Period, has bool) (period.Period, bool) {
	switch of := r.sentence.period; {
	case r.sentence.has && of.Kind == period.AsOf && r.sentence.toMonth:
		return of.Flow(), true // 截至5月，签约项目16个
	case r.sentence.has && of.Kind == period.AsOf && !r.sentence.now:
		return period.Period{Kind: period.During, End: of.End}, true
	}
	return p, has
}

// stock tells whether the quantity is one that stands at a date: where the words about a change, a level or those counted tell, by them, else
// by what its name is of.
func (r *reader) stock(s *site, st statement, f *yiyuan.Fact) bool {
	tellers := [...]func(*site, statement, *yiyuan.Fact) (stands, told bool){
		r.movementStands, r.levelToldStanding, r.peopleStand, r.stateStands,
	}
	for _, by := range tellers {
		if stands, told := by(s, st, f); told {
			return stands
		}
	}
	if f.Measure == "share" && st.code == "case_count" && r.ofMonthsOver() {
		return false // 2020年，93%的案件
	}
	if f.Measure == "rank" && (st.code == "count_other" || st.code == "region_count") && r.ofMonthsOver() {
		return false // 一季度，多项指标居世界第一
	}
	switch st.time {
	case "":
		return f.Measure == "level" && r.unnamedStands(s, st, f)
	case "stock":
		return r.heldStands(s, st, f)
	case "count":
		return r.countStands(s, st, f)
	case "flow":
		return r.flowStands(s, st, f)
	}
	return false
}

// heldStands tells of what by its name is held at a date, but for what a verb beside it says came in a span: 存款余额, not 新增存款.
func (r *reader) heldStands(s *site, st statement, f *yiyuan.Fact) bool {
	switch {
	case f.Measure != "level", st.existing, s.arrived:
		return true
	case st.newness:
	case r.Report.Kind == "" && f.Indicator == "area" && endsWithAny(st.qualifier+st.text, worked()):
		return false // 备案面积61万平方米
	case (f.Indicator == "capacity" || f.Unit == "kW") && (r.justReached() || r.justPassed()) && !holdsAny(join(s.left), worksOnLand()):
		return true // 截至5月，建成产能超过6万吨
	case r.justReached() && strings.HasSuffix(st.text, "里程"):
		return true // 五年来，新修公路60公里，通车里程达580公里
	case f.Indicator == "area" && endsWithAny(st.text, greens()), f.Indicator == "reserves" && r.status() == "actual":
		return true
	}
	return !st.happened
}

// ofMonthsOver tells of a sentence of the news on months of one year that are over.
func (r *reader) ofMonthsOver() bool {
	p := r.sentence.period
	if r.Report.Kind != "" || !r.sentence.has || !withinOneYear(p) {
		return false
	}
	return p.Start.Before(p.End) && !r.Reference.Before(p.End)
}

// movementStands tells whether a growth, change or share is of what stands, where it is one that tells.
func (r *reader) movementStands(s *site, st statement, f *yiyuan.Fact) (stands, told bool) {
	switch f.Measure {
	case "growth":
		return r.growthStands(s, st, f)
	case "change":
		if f.Unit != "pp" {
			return r.changesStanding(f, s, st), true
		}
		if p, has := r.inForce(); has && p.Kind == period.AsOf && endsWithAny(f.Base, shortWhiles()) {
			return true, true // 截至3月12日，开工率51%，较上周上升5个百分点
		}
	case "share":
		if st.form == "rate" && r.upToOddDay() {
			return true, true
		}
		if f.Indicator == "region_count" && s.rule != "share.plan" {
			return true, true
		}
	}
	return false, false
}

// shortWhiles end the names of weeks, ten days and days gone by.
var shortWhiles = phrases("short whiles")

// upToOddDay tells of a sentence of the news that goes from one day or week to the next, up to a day that ends no month: a rate told then is of the
// day, and not of the months so far.
func (r *reader) upToOddDay() bool {
	p, has := r.inForce()
	if r.Report.Kind != "" || !has || p.Kind != period.AsOf || p.End.IsZero() || r.sentence.now || p.End == r.Reference {
		return false
	}
	return p.End != yiyuan.NewDate(p.End.Year, p.End.Month+1, 0) && holdsAny(r.text[r.start:r.end], shortWhiles())
}

func (r *reader) growthStands(s *site, st statement, f *yiyuan.Fact) (stands, told bool) {
	switch {
	case st.balance(s):
		last := r.lastInSentence()
		return !s.inherited || last == nil || last.PeriodKind == period.AsOf || last.Indicator != f.Indicator && last.Indicator != st.code, true
	case f.Indicator == "length" && !st.happened && !st.newness && holdsAny(st.text, waysOpen()):
		return true, true
	case f.Indicator == "count_other" && strings.Contains(st.text, "用户") && !st.newness && !strings.Contains(st.text, "新增"):
		return true, true
	case st.time == "count" && r.growsInSpan(f):
		return false, true
	case f.Indicator == "case_count", holdsAny(r.clauseAround(f.Start, f.End), cuttingDown()):
		return false, true
	case f.Indicator == "output_volume":
		last := r.lastInSentence()
		told := last != nil && last.Measure == "level" && last.Indicator == f.Indicator && last.PeriodKind == period.AsOf
		return told, true // 汽车产量增长8%，工业机器人增长44%
	}
	return false, false
}

// growsInSpan tells of how much the number of those has grown that the sentence has told of a span: 本周售房320套、3万平方米，环比分别增加6%和8%.
func (r *reader) growsInSpan(f *yiyuan.Fact) bool {
	last := r.lastLevel()
	return last != nil && last.Indicator == f.Indicator && last.PeriodKind == period.During && !last.PeriodStart.IsZero()
}

// cuttingDown are verbs for what is made fewer of in a span.
var cuttingDown = phrases("cutting down")

// inStore are words for goods and animals that are there at a day.
var inStore = phrases("in store")

// levelToldStanding tells whether a level stands, where its whole or the words before it tell.
func (r *reader) levelToldStanding(s *site, st statement, f *yiyuan.Fact) (stands, told bool) {
	if f.Measure != "level" {
		return false, false
	}
	balance := hasWord(s.left, "余额") || strings.HasSuffix(st.text, "余额")
	switch {
	case r.comesTo(s), (f.Unit == "person" || f.Unit == "household") && r.stillThere(), r.wholeStanding(f, s, st):
		return true, true
	case f.Indicator == "area" && r.Report.Kind == "" && holdsAny(firstClause(join(s.right)), reapedByNow()):
		return true, true // 截至8月18日，800万亩早稻收割过半
	case f.Indicator == "area" && (r.sownToo(s) || r.sameArea(st)):
		return false, true
	case r.underConstruction(s), setsStandard(f, s, st):
		return true, true
	case st.balance(s) && balance, (f.Indicator == "loans" || f.Indicator == "deposits") && strings.Contains(st.text, "余额"):
		return true, true // 贷款增速加快，6月末余额80亿元
	case f.Indicator == "financing" && strings.HasSuffix(join(trimReach(s.nounPhrase)), "余额"):
		return true, true // 营业收入30亿元，存续债券余额8亿元
	}
	return false, false
}

// reapedByNow are words for how far the harvest of a field is.
var reapedByNow = phrases("reaped by now")

// peopleStand tells of the places that something happened at, of the insured and of projects begun together.
func (r *reader) peopleStand(s *site, st statement, f *yiyuan.Fact) (stands, told bool) {
	level := f.Measure == "level"
	switch {
	case r.whereabouts(s, st, f), level && f.Unit == "person" && !st.newness && (r.insured(s) || r.atWorkSomewhere(s)):
		return true, true
	case level && (r.begunTogether(s, st) || r.listedInSpan(s)):
		return false, true
	}
	return false, false
}

// atWorkSomewhere tells of how many the news says work somewhere: 另有74人在合作社打工.
func (r *reader) atWorkSomewhere(s *site) bool {
	if r.Report.Kind != "" || r.status() != "actual" || len(s.left) == 0 || !strings.HasSuffix(s.left[len(s.left)-1].text, "有") {
		return false
	}
	behind := strings.TrimRight(firstClause(join(s.right)), "。；;”")
	return strings.HasPrefix(behind, "在") && endsWithAny(behind, workingSomewhere())
}

// workingSomewhere end a clause on those who work somewhere.
var workingSomewhere = phrases("working somewhere")

// stateStands tells by words for what is there by now or was done in a span.
func (r *reader) stateStands(s *site, st statement, f *yiyuan.Fact) (stands, told bool) {
	level, news := f.Measure == "level", r.Report.Kind == ""
	p, has := r.inForce()
	switch {
	case level && s.tok.q.Kind == "count" && news && !r.sentence.has && hasWord(s.left, byNow().words...):
		return true, true // 现已开通5条
	case keptInHand(s, st), r.dimension(f, s, st):
		return true, true
	case level && has && p.Kind == period.During && s.tok.q.Unit.Surface == "套" && holdsAny(join(s.left), soldHomes()):
		return false, true // 8月备案住宅5836套
	case r.tellsOfDay(s, st), r.liftedFromPoverty(s), r.comesAndGoes(s, f), r.passesInSpan(s, st):
		return false, true
	case r.acts(s, st, f):
		return true, true
	case has && p.Kind == period.During && countsTimes(s, st) && !hasWord(s.left, "累计"):
		return false, true // who came by and how often is counted over a span
	case st.newness && !hasWord(s.left, summedWords().words...), r.sumsSpan(s, st):
		return false, true
	case level && r.reachesStanding(s, st, f):
		return true, true
	case level && (f.Unit == "person" || f.Unit == "household") && !st.newness && hasWord(s.left, "覆盖"):
		return true, true // 覆盖农业人口200万人
	case traded[f.Indicator] && st.time != "flow":
		return false, true // 在出口商品中，陶瓷产品增长9%
	}
	return false, false
}

// soldHomes are words for homes that have been sold.
var soldHomes = phrases("homes sold")

// reachesStanding tells of an area, or a number of things that nobody has just made, that has reached so much.
func (r *reader) reachesStanding(s *site, st statement, f *yiyuan.Fact) bool {
	if !r.justReached() {
		return false
	}
	if f.Indicator == "area" && !r.workedArea(s, st) && !strings.HasSuffix(st.qualifier, "播种") {
		return true
	}
	return st.time == "count" && (!st.happened || !r.did(s) && st.code == "count_other") && st.code != "project_count"
}

// unnamedStands tells of a level that no table names, by the words before it.
func (r *reader) unnamedStands(s *site, st statement, f *yiyuan.Fact) bool {
	news := r.Report.Kind == ""
	switch {
	case news && r.justReached() && s.tok.q.Kind == "count" && endsWithAny(strings.TrimSuffix(st.text, "实现"), namesOfCounts()):
		return true
	case !r.sentence.has && hasWord(s.left, "累计"), strings.Contains(st.text, "现有"), hasWord(s.left, possessed().words...):
		return true
	}
	return f.Indicator == "area" && news && r.tilled(s)
}

// namesOfCounts are ends of names for how many there are.
var namesOfCounts = phrases("names of counts")

// countStands tells of a number of things that are there, and not of how many came or were made.
func (r *reader) countStands(s *site, st statement, f *yiyuan.Fact) bool {
	if r.hasVerb(s, gathered) {
		return true
	}
	if r.issues(s, st) {
		return false
	}
	if len(s.right) > 1 && s.right[0].kind == dun && s.right[1].is(net) {
		return true // 331家、净增74家
	}
	p, has := r.inForce()
	if f.Measure == "level" && has && p.Kind == period.During && endsWithAny(firstClause(upToStop(r.text[s.tok.end:r.end])), befallen()) {
		return false // 7月上旬共有40个县300个乡镇受灾
	}
	if f.Measure == "level" && !st.newness && r.formedBy(s, st) {
		return true
	}
	unsettled := !s.arrived && !st.existing
	if r.Report.Kind == "" && f.Measure == "level" && unsettled && p.Kind == period.During && (r.toBeDone(st) || r.toBeServed(s)) {
		return false // 今年将实施160个
	}
	if st.code == "case_count" && p.Kind == period.During && !hasWord(s.left, "累计") {
		return false
	}
	if f.Measure == "level" && !st.newness && r.tended(s, st, f) {
		return true
	}
	switch {
	case r.sentence.now && (standing[st.code] || st.code == "policy_count") && !r.eventIn(s.left):
		return true // 目前有28个省份出台条例
	case st.code == "enterprise_count" && r.datedByTitle() && !st.newness && (r.leftStanding(s) || !r.did(s) && r.toldStanding(st.code)):
		return true // 培育高新技术企业2500家, under the headline of a half year
	case !has && r.Report.Kind == "" && r.owned(s, st):
		return true
	case unsettled && r.doneUndated(s, st, p, has):
		return false
	case r.Report.Kind == "" && p.Kind == period.During && !st.existing && r.doneInSpan(s, st):
		return false // 今年以来，30万农民工再次返乡; 去年一共办了90场
	case r.sentence.edge && unsettled && (st.happened || r.did(s)):
		return false // 上个月底，签约项目30个
	case has && unsettled && p.Kind == period.AsOf && r.endedAgain(s):
		return false // 截至10月底实有12万户。注销企业1400户，同比减少6%
	case !has || p.Kind == period.AsOf || p.Kind == period.None:
		return true
	case s.arrived && st.code != "case_count" || hasWord(s.left, summedOrAtHand().words...):
		return true
	case st.existing && len(s.right) > 0 && s.right[levelsBefore(s.right)].is(exist):
		return true // 45个在建项目完成投资
	case f.Measure == "level" && p.Start.Year < p.End.Year && standing[st.code] && !st.newness && r.status() == "actual" && r.formed(s, st):
		return true
	case st.happened, f.Measure == "level" && st.code != "enterprise_count" && !st.existing && r.ofTheYear() && !strings.Contains(st.text, "在校"):
		return false
	}
	return st.existing || r.heading.status != "target" || r.Report.Kind == "" || standing[st.code] && r.reaches() // 力争高新技术企业突破900家
}

// toBeDone tells of what is still to be done, but for what stands wherever it is counted.
func (r *reader) toBeDone(st statement) bool {
	return !standing[st.code] && (r.status() != "actual" || st.handedDown())
}

// toBeServed tells of those for whom something is still to be done: 年内将服务1万家企业, 今年将有14万家单位受益.
func (r *reader) toBeServed(s *site) bool {
	if r.status() == "actual" {
		return false
	}
	n := len(r.leftTokens)
	return n > 0 && tends().has(r.leftTokens[n-1].text) || endsWithAny(firstClause(join(s.right)), profiting())
}

// profiting are verbs for having something done for one.
var profiting = phrases("profiting")

// tended tells of those whom the word right before their number says something is done for all the time: 服务企业600家, 资助学生300人.
func (r *reader) tended(s *site, st statement, f *yiyuan.Fact) bool {
	n := len(r.leftTokens)
	if n == 0 || !tends().has(r.leftTokens[n-1].text) {
		return false
	}
	if r.Report.Kind != "" && holdsAny(join(s.right[:clauseEnd(s.right)]), goingPublic()) {
		return false // 支持3家企业成功上市
	}
	if f.Unit == "person" && holdsAny(join(s.right[:clauseEnd(s.right)]), startingOut()) {
		return false // 扶持4000人创业
	}
	return standing[st.code] || f.Unit == "person" && !(len(s.right) > 0 && strings.HasPrefix(s.right[0].pos, "v"))
}

// startingOut are words for what people begin with help.
var startingOut = phrases("starting out")

// goingPublic are words for how a firm comes to the exchange.
var goingPublic = phrases("going public")

// doneUndated tells of those whom the news counts, now or at no time told, by what was done: 捣毁窝点30个.
func (r *reader) doneUndated(s *site, st statement, p period.Period, has bool) bool {
	if r.Report.Kind != "" || has && p.Kind != period.None && !r.sentence.now {
		return false
	}
	switch {
	case st.code == "case_count", r.did(s):
	case !has && (r.deedBefore(s) || st.happened && !r.leftStanding(s)):
	case r.movable(s) && r.deedBehind(s, st):
	default:
		return false
	}
	return !holdsAny(join(s.left), summedWords())
}

// summedWords are words for what has been summed up.
var summedWords = phrases("words of summing up")

// doneInSpan tells of those counted by what they did, or what was done to them, in the span that their sentence names: 30万农民工再次返乡.
func (r *reader) doneInSpan(s *site, st statement) bool {
	return r.movable(s) && r.deedBehind(s, st) || (r.ofOneYearTold() || r.sinceLately()) && r.deedBefore(s)
}

// takingOn are verbs for giving people work.
var takingOn = phrases("taking on")

// qualities are what a place is ranked by where nothing is counted.
var qualities = phrases("qualities")

// summedOrAtHand are words for what is summed up or there by now.
var summedOrAtHand = phrases("summed or at hand")
