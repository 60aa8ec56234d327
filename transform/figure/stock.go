package figure

import (
	"slices"
	"strings"

	"yiyuan"
	"yiyuan/transform/period"
)

// This file decides whether a figure is dated as what stands at a day, by what is measured first and by its time last.

// stands tells whether it is. Shares and parts go by their wholes, and what the quantity itself tells (stock) goes before what the words of
// an undated sentence and before what the day it is told of do.
func (r *reader) stands(f *yiyuan.Fact, s *site, st statement, p period.Period, has bool) bool {
	if r.sinceOlderYear(f) || r.sentence.streak && f.Measure == "rank" {
		return false
	}
	if r.toldNow(p, has) {
		return true
	}
	if st.code == "unemployment_rate" && r.sentence.has && r.sentence.stock && !r.sentence.toMonth {
		return true
	}
	if stands, told := r.shareStands(f, st, p, has); told {
		return stands
	}
	level := f.Measure == "level"
	switch last := r.lastInSentence(); {
	case level && r.summedYears(s) > 1:
		return false // 5年累计投入400亿元
	case level && (r.holds(s) || r.allOfPlace(s, st)):
		return true
	case f.Measure == "share" && s.inherited && s.rule != "share.plan" && last != nil && last.Measure == "level" && last.PeriodKind == period.AsOf && !r.timeBefore(s):
		return true // 已储备种子5万吨，占需要量的50%
	case level && !r.timeBefore(s) && !st.newness && r.partOfWhatStands() && r.wholeFact().Unit == f.Unit:
		return true
	case level && !has && r.sumsSince(s, st):
		return false
	case level && f.Indicator == "area" && r.Report.Kind == "" && endsWithAny(st.text, struckAreas()):
		return false
	case level && r.begunUpToNow(s, st):
		return false
	case level && r.holdsAtYearsEnd(s), level && s.tok.q.Kind == "count" && r.becomes(s):
		return true
	case level && s.tok.q.Kind == "count" && (r.doneInList(s) || r.doneInReview(s, st) || r.takePart(f, s)):
		return false
	case level && r.builtByNow(s, st), level && has && r.Reference.Before(p.End) && s.tok.q.Kind == "count" && r.startsFromTo(s):
		return true
	case r.stock(s, st, f):
		return true
	case level && r.levelStands(f, s, st, has), f.Measure == "rank" && r.rankStands(f, st, p):
		return true
	case f.Measure == "share" && !has && r.Report.Kind == "" && (shared[f.Indicator] || r.sharesStanding(f, st)):
		return true
	case level && !has && r.Report.Kind == "" && f.Indicator == "other" && (endsWithAny(st.text, quotedPrices()) || strings.Contains(s.tok.q.Unit.Surface, "元/")):
		return true // 报收于32元/股
	}
	return has && p.Kind == period.AsOf && r.standsUpToDay(f, s, st, p)
}

// sharesStanding tells of a share that the news dates by nothing and whose whole no table knows, but for what is done over a span.
func (r *reader) sharesStanding(f *yiyuan.Fact, st statement) bool {
	return f.Indicator == "other" && f.Base != "" && !st.happened && st.time != "flow" && !endsWithAny(st.text, flowRates())
}

// toldNow tells of what the news says has come about or stands by now: 目前，产值超过5亿元, 截至目前，派出检查组200个.
func (r *reader) toldNow(p period.Period, has bool) bool {
	return r.Report.Kind == "" && r.sentence.now && has && p == r.sentence.period && r.status() == "actual"
}

// struckAreas are areas by what a disaster did to them.
var struckAreas = phrases("struck areas")

// sinceOlderYear tells of a change of the news against a year that is over, of what stands or not: 比2015年提高10个百分点.
func (r *reader) sinceOlderYear(f *yiyuan.Fact) bool {
	return r.Report.Kind == "" && (f.Measure == "change" || f.Measure == "growth") && f.Indicator != "urbanization_rate" && strings.HasSuffix(f.Base, "年") && baseYear(f.Base, r.Reference) > 0
}

// shareStands tells whether a share stands, where its whole or its aim tells that.
func (r *reader) shareStands(f *yiyuan.Fact, st statement, p period.Period, has bool) (stands, told bool) {
	if f.Measure != "share" {
		return false, false
	}
	aim := r.Report.Kind == "" && r.status() != "actual"
	switch {
	case r.Report.Kind == "" && endsWithAny(st.text, atWork()):
		return true, true // 3月1日，复工率达到90%
	case aim && f.Indicator == "other" && strings.HasSuffix(st.text, "率"):
		return true, true // 到2025年，达标率达到95%
	case aim && r.sentence.has && r.sentence.stock:
		return true, true // 年底前占比达到50%
	case !r.sentence.has && has && r.sinceYears(p) && st.time != "flow" && (f.Indicator == "other" || f.Indicator == "count_other"):
		return true, true // 十年来，…。优良水体占比超过九成
	case r.sentence.since && f.Indicator != "population" || holdsAny(f.Base, yields()):
		return false, true
	case has && p.Kind == period.AsOf && (standing[f.Indicator] || f.Indicator == "project_count"):
		return true, true // 截至6月1日，复工率78.9%
	case r.Report.Kind == "" && r.partOf >= 0 && r.whole >= 0 && r.wholeFact() != nil && r.wholeFact().PeriodKind == period.During && r.wholeFact().Measure == "level" && r.wholeFact().Start >= r.start:
		return false, true // 新签约项目90个，其中制造业项目占七成
	case f.Indicator == "market_share" && r.Report.Kind == "" && (r.sentence.has || strings.HasPrefix(r.text[r.start:r.end], "其中")) && p.Kind == period.During && p.Start.Year == p.End.Year && wholeMonths(p) && !r.sentence.running:
		return false, true // 1—9月…，其中重卡市场占有率达到27%
	case has && f.Base == "" && r.partOfWhatStands():
		return true, true
	}
	return false, false
}

// atWork are shares of those that are at work or in use at a day.
var atWork = phrases("at work")

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
	case r.Report.Kind == "" && !r.sentence.has && hasWord(r.leftTokens, "已") && r.hasVerb(s, layingIn):
		return true // 已储备种子5万吨
	case undated && st.code == "employment" && !st.newness && r.hasVerb(s, takingOn):
		return true // 吸纳就业300人
	}
	return r.Report.Kind != "" && !r.sentence.has && !st.newness && hasWord(r.leftTokens, "已", "累计建成") && (s.tok.q.Kind == "count" || f.Indicator == "area" || f.Indicator == "length")
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
	ofOneYear := r.sentence.has && p.Kind == period.During && p.Start.Year == p.End.Year
	return !(st.known && st.time == "flow") && !ofOneYear
}

// standsUpToDay tells of what is told of a day: all that is no flow of its year.
func (r *reader) standsUpToDay(f *yiyuan.Fact, s *site, st statement, p period.Period) bool {
	level := f.Measure == "level"
	switch {
	case r.Report.Kind == "" && st.code == "employment" && !st.newness && r.sentence.stock && !r.sentence.now && !r.sentence.edge && r.status() == "actual" && !st.happened && holdsAny(st.text+st.qualifier+join(s.left), inWork()):
		return true // 一季度末，外出务工的劳动力总量1.7亿人
	case level && st.code == "employment" && st.time == "stock" && !st.newness && r.status() == "actual":
		return true // 截至年底，参与茶产业的从业人员3万人
	case level && outlaid[f.Indicator] && r.upToMonth() && !st.cumulative && !r.summedUp(s) && !strings.Contains(st.text, "总投资"):
		return false
	case level && outlaid[f.Indicator]:
		return !r.sentence.now || hasWord(r.leftTokens, soFar()...)
	}
	return r.sentence.now && (!aggregate[f.Indicator] || f.Indicator == "loans" || f.Indicator == "deposits") && !yielding[f.Indicator] && (level || f.Measure == "share")
}

// signed tells of the projects that the news says were signed, by now or not, and of those that were begun since a day: 截至今天，已经有179个项目签约;
// 一个多月以来，共有80个项目陆续开工. Neither is there to be counted later.
func (r *reader) signed(f *yiyuan.Fact, s *site, st statement) bool {
	if r.Report.Kind != "" || r.sentence.now || f.Indicator != "project_count" || f.Measure != "level" || r.status() != "actual" || s.arrived || st.existing || r.sentence.edge || r.justReached() || hasWord(s.left, "累计") {
		return false
	}
	behind := s.right[:clauseEnd(s.right)]
	if hasWord(behind, "签约") || hasWord(s.left, "签约") {
		return true
	}
	return r.sentence.has && r.sentence.period.Kind == period.During && r.eventIn(behind)
}

// sinceUntold is the time of what was signed up to a day or to now, where the sentence does not say since when.
func (r *reader) sinceUntold(s *site, p period.Period, has bool) (period.Period, bool) {
	switch of := r.sentence.period; {
	case r.sentence.has && of.Kind == period.AsOf && !r.sentence.now:
		return period.Period{Kind: period.During, End: of.End}, true
	case holdsAny(r.text[r.start:s.tok.start], upToNow()):
		return period.Period{Kind: period.During, End: r.Reference}, true
	}
	return p, has
}

// upToNow are words for all the time up to the day of the news.
var upToNow = phrases("up to now")

// stock tells whether the quantity is one that stands at a date: where the words about a change, a level or those counted tell, by them, else
// by what its name is of.
func (r *reader) stock(s *site, st statement, f *yiyuan.Fact) bool {
	for _, by := range []func(*site, statement, *yiyuan.Fact) (stands, told bool){r.movementStands, r.levelToldStanding, r.peopleStand, r.stateStands} {
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
		return f.Indicator == "area" && !st.newness && endsWithAny(st.text, greens()) || f.Indicator == "reserves" && !st.newness && r.status() == "actual" || !st.happened && !r.newlyTold(s) || st.existing || f.Measure != "level" || s.arrived
	case "count":
		return r.countStands(s, st, f)
	case "flow":
		return r.flowStands(s, st, f)
	}
	return false
}

// ofMonthsOver tells of a sentence of the news on months of one year that are over.
func (r *reader) ofMonthsOver() bool {
	p := r.sentence.period
	return r.Report.Kind == "" && r.sentence.has && p.Kind == period.During && p.Start.Year == p.End.Year && p.Start.Before(p.End) && !r.Reference.Before(p.End)
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
	case "share":
		if f.Indicator == "region_count" && s.rule != "share.plan" || holdsAny(r.clauseAround(f.Start, f.End), spread()) {
			return true, true
		}
	}
	return false, false
}

// spread are words for where the members of a whole lie.
var spread = phrases("spread over places")

func (r *reader) growthStands(s *site, st statement, f *yiyuan.Fact) (stands, told bool) {
	switch {
	case st.balance(s):
		last := r.lastInSentence()
		return !s.inherited || last == nil || last.PeriodKind == period.AsOf || last.Indicator != f.Indicator && last.Indicator != st.code, true
	case f.Indicator == "length" && !st.happened && !st.newness && holdsAny(st.text, waysOpen):
		return true, true
	case f.Indicator == "count_other" && strings.Contains(st.text, "用户") && !st.newness && !strings.Contains(st.text, "新增"):
		return true, true
	case f.Indicator == "case_count", holdsAny(r.clauseAround(f.Start, f.End), cuttingDown()):
		return false, true
	case f.Indicator == "output_volume":
		last := r.lastInSentence()
		told := last != nil && last.Measure == "level" && last.Indicator == f.Indicator && last.PeriodKind == period.AsOf
		return told || holdsAny(st.text, inStore()), true // 汽车产量增长8%，工业机器人增长44%
	}
	return false, false
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
	case r.comesTo(s), (f.Unit == "person" || f.Unit == "household") && r.stillThere(), r.wholeStanding(f, st):
		return true, true
	case f.Indicator == "area" && r.sownToo(s):
		return false, true
	case r.underConstruction(s), setsStandard(f, s, st):
		return true, true
	case st.balance(s) && balance, (f.Indicator == "loans" || f.Indicator == "deposits") && strings.Contains(st.text, "余额"):
		return true, true // 贷款增速加快，6月末余额80亿元
	}
	return false, false
}

// peopleStand tells of the places that something happened at, of the insured and of projects begun together.
func (r *reader) peopleStand(s *site, st statement, f *yiyuan.Fact) (stands, told bool) {
	level := f.Measure == "level"
	switch {
	case r.whereabouts(s, st, f), level && f.Unit == "person" && !st.newness && r.insured(s):
		return true, true
	case level && (r.begunTogether(s, st) || r.listedInSpan(s)):
		return false, true
	}
	return false, false
}

// stateStands tells by words for what is there by now or was done in a span.
func (r *reader) stateStands(s *site, st statement, f *yiyuan.Fact) (stands, told bool) {
	level, news := f.Measure == "level", r.Report.Kind == ""
	p, has := r.inForce()
	switch {
	case level && s.tok.q.Kind == "count" && news && !r.sentence.has && hasWord(s.left, byNow()...):
		return true, true // 现已开通5条
	case keptInHand(s, st), r.dimension(f, s, st):
		return true, true
	case r.tellsOfDay(s, st), r.liftedFromPoverty(s), r.comesAndGoes(s, f), r.passesInSpan(s, st):
		return false, true
	case r.acts(s, st, f):
		return true, true
	case has && p.Kind == period.During && countsTimes(s, st) && !hasWord(s.left, "累计"):
		return false, true // who came by and how often is counted over a span
	case st.newness && !hasWord(s.left, "总量", "总数", "累计"), level && news && hasWord(s.left, "累计") && r.ofTheYear(), r.sumsSpan(s, st):
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

// reachesStanding tells of an area, or a number of things that nobody has just made, that has reached so much.
func (r *reader) reachesStanding(s *site, st statement, f *yiyuan.Fact) bool {
	if !r.justReached() || r.comparedOverSpan(s) {
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
	case news && r.justReached() && s.tok.q.Kind == "count" && endsWithAny(strings.TrimSuffix(st.text, "实现"), []string{"数", "数量", "总数"}):
		return true
	case !r.sentence.has && hasWord(s.left, "累计"), strings.Contains(st.text, "现有"), hasWord(s.left, possessed...):
		return true
	}
	return f.Indicator == "area" && news && r.tilled(s)
}

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
	if f.Measure == "level" && !st.newness && r.formedBy(s, st) {
		return true
	}
	if r.Report.Kind == "" && (r.status() != "actual" || st.handedDown()) && p.Kind == period.During && !standing[st.code] && !s.arrived && !st.existing && f.Measure == "level" {
		return false // 今年将实施160个
	}
	if st.code == "case_count" && p.Kind == period.During && !hasWord(s.left, "累计") {
		return false
	}
	if n := len(r.leftTokens); n > 0 && slices.Contains(tends(), r.leftTokens[n-1].text) && (standing[st.code] || f.Unit == "person" && !(len(s.right) > 0 && strings.HasPrefix(s.right[0].pos, "v"))) && f.Measure == "level" && !st.newness {
		return true
	}
	switch {
	case r.sentence.now && (standing[st.code] || st.code == "policy_count") && !r.eventIn(s.left):
		return true // 目前有28个省份出台条例
	case st.code == "enterprise_count" && r.datedByTitle() && !st.newness && (r.leftStanding(s) || !r.did(s) && r.toldStanding(st.code)):
		return true // 培育高新技术企业2500家, under the headline of a half year
	case !has && r.Report.Kind == "" && r.owned(s, st):
		return true
	case (!has || p.Kind == period.None || r.sentence.now) && r.Report.Kind == "" && (r.did(s) || !has && r.deedBefore(s) || r.movable(s) && r.deedBehind(s, st) || st.happened && !has && !r.leftStanding(s) || st.code == "case_count") && !st.existing && !s.arrived && !holdsAny(join(s.left), []string{"累计", "总数", "总量"}):
		return false
	case r.Report.Kind == "" && p.Kind == period.During && !st.existing && (r.movable(s) && r.deedBehind(s, st) || r.ofOneYearTold() && r.deedBefore(s)):
		return false // 今年以来，30万农民工再次返乡; 去年一共办了90场
	case r.sentence.edge && !st.existing && !s.arrived && (st.happened || r.did(s)):
		return false // 上个月底，签约项目30个
	case !has || p.Kind == period.AsOf || p.Kind == period.None:
		return true
	case s.arrived && st.code != "case_count" || hasWord(s.left, "累计", "总量", "总数", "现有", "共有"):
		return true
	case st.existing && len(s.right) > 0 && s.right[levelsBefore(s.right)].is(exist):
		return true // 45个在建项目完成投资
	case f.Measure == "level" && p.Start.Year < p.End.Year && standing[st.code] && !st.newness && r.status() == "actual" && r.formed(s, st):
		return true
	case st.happened, f.Measure == "level" && st.code != "enterprise_count" && r.ofTheYear() && !st.existing && !strings.Contains(st.text, "在校"):
		return false
	}
	return st.existing || r.heading.status != "target" || r.Report.Kind == "" || standing[st.code] && r.reaches() // 力争高新技术企业突破900家
}

// flowStands tells of a flow that has been summed up to a day, or of what it has left there.
func (r *reader) flowStands(s *site, st statement, f *yiyuan.Fact) bool {
	if f.Measure == "level" && !aggregate[f.Indicator] && hasWord(s.left, possessed...) {
		return true // 拥有专利3000件
	}
	if f.Indicator == "length" && f.Measure == "level" && r.Report.Kind == "" && r.builtToo(s) {
		return false
	}
	if p, has := r.inForce(); has && p.Kind == period.AsOf && f.Indicator == "length" && f.Measure == "level" && !st.newness && hasWord(s.left, "建成") {
		return true // 截至2014年底，建成公路12公里
	}
	if (f.Indicator == "length" || f.Indicator == "area") && f.Measure == "level" && r.Report.Kind == "" && !st.newness && !r.workedArea(s, st) && (!st.happened || f.Indicator == "area" && r.tilled(s)) {
		return true
	}
	if s.arrived && f.Unit != "day" && !r.comparedOverSpan(s) && !(endsWithAny(st.text, wages()) && !strings.Contains(st.qualifier+st.text, "月")) && !aggregate[f.Indicator] && !yielding[f.Indicator] && st.form != "rate" && f.Measure != "share" && !(r.Report.Kind != "" && endsWithAny(st.text, toldByYear())) {
		return true
	}
	if p, _ := r.inForce(); p.Kind == period.AsOf && (st.cumulative || f.Measure == "level" && r.sumsOn(s)) {
		return true
	}
	if p := r.line.period; st.cumulative && r.line.has && p.Kind == period.During && p.Start.Year < p.End.Year {
		return false // the paragraph names the span
	} else if st.cumulative && r.line.has && (p.YearToDate() || p == period.Year(p.Start.Year) && aggregate[f.Indicator]) {
		return false // 1—10月…。累计完成投资30亿元
	}
	if p := r.heading.period; st.cumulative && !r.sentence.has && !r.line.has && (aggregate[f.Indicator] || yielding[f.Indicator]) && p.YearToDate() {
		return false // under a headline on the first 11 months
	}
	if p := r.heading.period; st.cumulative && aggregate[f.Indicator] && !r.sentence.has && !r.line.has && p.Kind == period.During && p.Start.Year < p.End.Year {
		return false // 本届政府工作回顾…。累计实际利用外资3亿美元
	}
	if st.cumulative && f.Measure == "level" && r.growsBehind(s) {
		return false // 累计完成技改投资188亿元，增长9%
	}
	return st.cumulative && !r.sentence.has && f.Measure != "growth" && f.Indicator != "cpi" || st.existing && f.Measure == "level" && f.Indicator == "investment" && !strings.HasPrefix(st.head, "完成投资")
}
