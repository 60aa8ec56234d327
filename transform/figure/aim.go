package figure

import (
	"slices"
	"strings"
	clock "time"

	"yiyuan/transform/period"
)

// This file tells what is to come from what has come: 将, 力争, 计划 and what they govern.

// planGoesOn tells of a sentence of the news that names no time and follows one on a year to come in its paragraph: 到2025年，建成5个基地。利用率
// 稳定在65%以上。
func (r *reader) planGoesOn(text, told string) bool {
	if r.Report.Kind != "" || told != "target" && told != "forecast" || !r.line.has {
		return false
	}
	if r.line.period.End.Year <= r.Reference.Year && !r.inYearAhead(told) {
		return false
	}
	if last := r.lastFact(); last != nil && last.Start >= r.lineStart && last.Status == "actual" {
		return false // 完成投资3亿元，预计明年6月通车。新开工项目19个
	}
	timed := slices.ContainsFunc(r.toks, func(t token) bool { return t.kind == time })
	return !timed && !holdsAny(text, noMoreOfPlan())
}

// noMoreOfPlan are words in a sentence that goes on from a plan to something else.
var noMoreOfPlan = phrases("no more of the plan")

// tellsDone tells of a word for what has been done or is there.
func tellsDone(text string) bool { return holdsAny(text, signsOfDone()) }

// signsOfDone are such words, expected those for what is only to come.
var signsOfDone, expected = phrases("signs of what is done"), phrases("signs of what is to come")

// inYearAhead tells of a paragraph on the aims of the whole of the running year, most of which is to come.
func (r *reader) inYearAhead(told string) bool {
	return told == "target" && r.line.period == period.Year(r.Reference.Year) && r.Reference.Month <= lastMonthOfAims
}

// accordingTo tells of a plan that what the sentence says is by: 按照规划, 根据“十三五”规划.
func (r *reader) accordingTo(i int) bool {
	for j := i - 1; j >= 0 && r.toks[j].kind != comma && r.toks[j].kind != stop; j-- {
		if t := r.toks[j]; t.text == "按" || t.text == "按照" || t.text == "根据" {
			return i+1 < len(r.toks) && r.toks[i+1].kind == comma
		}
	}
	return false
}

// everyYearBefore tells of the 每年 or 一年 before a 可.
func everyYearBefore(t *token) bool {
	return t.kind == time && t.e.Role == period.Recurring || t.text == "一年" || t.text == "年" && !holdsAny(firstClause(t.on[len(t.text):]), workedYearly())
}

// workedYearly are verbs for what a plant can do in a year, built or not.
var workedYearly = phrases("worked yearly")

// meetWill tells the 将 of what is to come from the one that puts an object first: 将审批时间由5天减为1天, 将时限压缩了一半.
func (r *reader) meetWill(i int) {
	if r.Report.Kind == "" && r.sentence.status == "planned" && i+1 < len(r.toks) && building().has(r.toks[i+1].text) {
		return // 计划投入700万元，将改造小学12所
	}
	if r.isWill(i) {
		if r.sentence.aims {
			r.clause.status = "target"
			return
		}
		r.clause.status, r.sentence.will = "forecast", "forecast"
		if holdsAny(r.text[r.start:r.toks[i].start], schemes()) {
			r.sentence.will = "target" // 下发实施方案，将…
		}
	}
}

func (r *reader) isWill(i int) bool {
	if i+1 >= len(r.toks) {
		return false
	}
	next := r.toks[i+1]
	for j := i + 2; j < len(r.toks) && r.toks[j].kind != comma && r.toks[j].kind != figure; j++ {
		switch r.toks[j].text {
		case "由", "从", "了", "作为", "列为", "纳入":
			return false
		}
	}
	if next.text == "有" && r.Report.Kind != "" || next.is(aim) {
		return false
	}
	if r.Report.Kind == "" && turnsInto(r.text[r.toks[i].end:r.end]) {
		return false // 将12个工作组转为乡村振兴工作组
	}
	if next.text == "比" || next.text == "较" || next.kind == time && startsWithAny(next.text, []string{"比", "较"}) {
		return true // 将比改造前提升14.3%
	}
	if r.Report.Kind == "" && r.takesTime(i) {
		return true // 将用两年时间，新增公交车500辆
	}
	if r.objectBegins(i + 1) {
		return false // 将基本医疗保险补助标准提高到450元
	}
	if next.is(reach | event | up | down | newness | upto | net) {
		return true
	}
	if i+2 < len(r.toks) && r.toks[i+2].kind == figure && startsWithAny(next.text, layingOutMoney()) {
		return true // 将投入资金1650万元
	}
	attributive := i+2 < len(r.toks) && r.toks[i+2].text == "的" // 将搭载的卫星送入轨道
	return r.Report.Kind == "" && willVerbs().has(next.text) && !attributive
}

// layingOutMoney are verbs for it that the names of sums begin with.
var layingOutMoney = phrases("laying out money")

// objectBegins tells of a word at token i that is an adverb elsewhere and here begins the name of what is done something to, up to the verb.
func (r *reader) objectBegins(i int) bool {
	if !adverbsInNames().has(r.toks[i].text) || i+1 >= len(r.toks) {
		return false
	}
	behind := r.toks[i+1]
	if behind.kind != word || strings.HasPrefix(behind.pos, "v") || behind.class != 0 {
		return false
	}
	for _, t := range r.toks[i+2:] {
		if t.kind.pauses() || t.kind == figure {
			return false
		}
		if t.is(upto | downto | turnto) {
			return true
		}
	}
	return false
}

// adverbsInNames are adverbs that the names of quantities begin with too.
var adverbsInNames = phrases("adverbs in names")

// turnsInto tells of a clause behind a 将 on what is made of its object.
func turnsInto(after string) bool {
	clause := firstClause(after)
	at := strings.Index(clause, "转为")
	return at > 0 && strings.ContainsAny(clause[:at], "0123456789")
}

// willBehind is the status of those that what is to come is said of behind their number: 468家企业将展示新品, 10个县有望退出, 5000人年底前要全部搬出; none
// where nothing is.
func (r *reader) willBehind(s *site) string {
	if len(s.right) == 0 {
		return ""
	}
	first := slices.IndexFunc(r.toks, func(t token) bool { return t.start == s.right[0].start })
	for i, t := range s.right {
		switch {
		case t.kind == comma || t.kind == figure && !r.listOn(s, i):
			return ""
		case t.text == "要" && r.Report.Kind == "" && i+1 < len(s.right) && toTheEnd()[s.right[i+1].text]:
			return "target"
		case t.kind == time && first >= 0 && r.duePoint(first+i):
			return "target" // 剩余3000户年底前全部安置
		case s.tok.q.Kind != "count":
		case hoping[t.text]:
			return "forecast"
		case t.text == "将":
			if r.isWill(first + i) {
				return "forecast"
			}
			return ""
		}
	}
	return ""
}

// dueSoon tells of a 就要 of the news that leads to what will have come about: 今年，新项目就要增加112项, not of what recurs: 每天就要诞生5家.
func (r *reader) dueSoon(i int) bool {
	if r.Report.Kind != "" || i+1 >= len(r.toks) || !r.toks[i+1].is(up|down|newness|reach) {
		return false
	}
	if startsWithAny(r.toks[r.clauseStart(i)].text, costingByItself()) {
		return false // 光肥料成本就要多投100多元
	}
	recurs := func(t token) bool { return t.kind == time && t.e.Role == period.Recurring }
	return strings.HasSuffix(r.text[r.start:r.toks[i].end], "就要") && !slices.ContainsFunc(r.toks[r.clauseStart(i):i], recurs)
}

// costingByItself begin a clause on what costs so much by itself.
var costingByItself = phrases("costing by itself")

// toTheEnd are words behind a 要 for how far something is to be done.
var toTheEnd = phraseSet("to the end")

// willVerbs are words that only a 将 of what is to come stands before.
var willVerbs = phrases("will do")

// plannedBefore tells of a plan that is only compared or reckoned with: 比计划多收6亿元, 为国家计划的97%.
func (r *reader) plannedBefore(i int) bool {
	if r.namesPlan(i) || i+1 < len(r.toks) && startsWithAny(r.toks[i+1].text, tendersWon()) {
		return true // 拟中选产品平均降价84%
	}
	if i > 0 && i+1 < len(r.toks) && ofYear()[r.toks[i-1].text] && startsWithAny(r.toks[i+1].text, laidOutByPlan()) {
		return false // 年度计划完成投资410亿元
	}
	if i > 0 && noPlan()[r.toks[i-1].text] {
		return true
	}
	if i+1 >= len(r.toks) {
		return false
	}
	next := &r.toks[i+1]
	return next.text == "的" || startsWithAny(next.text, thingsPlanned()) || next.kind == figure && next.q.Kind == "percent"
}

// tendersWon are words for having been chosen, right behind a plan that chose.
var tendersWon = phrases("tenders won")

// laidOutByPlan begin what stands behind the plan of a year that leads to a sum, thingsPlanned what stands behind a 计划 that is part of a noun.
var laidOutByPlan, thingsPlanned = phrases("laid out by plan"), phrases("things planned")

// alreadyDone open what has come of a plan.
var alreadyDone = phraseSet("done of what was planned")

// ofYear say for which span a plan is.
var ofYear = phraseSet("years of plans")

// namesPlan tells of a 计划 that ends a name or stands in one: 科技计划项目, 发展计划执行情况, 开发计划启动以来, “微光计划”.
func (r *reader) namesPlan(i int) bool {
	if i == 0 || i+1 >= len(r.toks) {
		return false
	}
	before, next := r.toks[i-1], r.toks[i+1]
	if next.kind == quote || next.kind == dun || strings.HasPrefix(r.text[r.toks[i].end:], "单列") {
		return true
	}
	if endsWithAny(r.text[r.start:r.toks[i].start], programmes()) {
		return true
	}
	named := strings.HasPrefix(before.pos, "n") || before.pos == "vn" || before.is(verbal)
	if next.kind == comma {
		return before.kind == word
	}
	if p, has := r.inForce(); named && next.text == "实施" && has && p.End.Before(r.Reference) {
		return true // 去年改造提升计划实施11个项目
	}
	if startsWithAny(r.text[r.toks[i].end:], aboutPlans()) {
		return true // 国民经济和社会发展计划报告
	}
	if !named {
		return false
	}
	return next.text == "项目" || next.text == "等" || startsWithAny(next.text, fundsOfPlans()) || i+2 < len(r.toks) && r.toks[i+2].text == "以来"
}

// aboutPlans are words behind a 计划 that make the name of a report of it: 发展计划执行情况.
var aboutPlans = phrases("reports on plans")

// fundsOfPlans are words for the money that a named plan gives.
var fundsOfPlans = phrases("funds of plans")

// programmes are what a 计划 that runs or is sold is of: 员工持股计划, 债权投资计划.
var programmes = phrases("programmes")

// meetAim takes 力争 and 预期目标 for aims anywhere, 确保 and its like only where no heading says that results are told.
func (r *reader) meetAim(i int) {
	t := &r.toks[i]
	if strings.HasSuffix(t.text, "要") && r.setsOut(i) && r.sentence.will == "" {
		r.sentence.will = "target"
	}
	told := r.heading.status == "actual" && r.Report.Kind != ""
	if i > 0 && r.toks[i-1].text == "为" || r.sentence.since && t.text == "努力" {
		return // 为确保如期完成
	}
	switch t.text {
	case "力争", "争取":
		if t.text == "争取" && (told || i+2 < len(r.toks) && r.toks[i+1].text == "到" && r.toks[i+2].kind != time) {
			return // 争取到资金: it has been got
		}
		if t.text == "争取" && r.gets(i) {
			return
		}
		r.sentence.status = "target"
		if r.Report.Planned > 0 && !r.sentence.has && r.heading.status != "target" && !told {
			r.sentence.period, r.sentence.has = period.Year(r.Report.Planned), true
			r.opened = r.sentence
		}
	case "任务", "任务数":
		if r.Report.Kind == "" && i+2 < len(r.toks) && r.toks[i+1].is(copula) && r.toks[i+2].kind == figure {
			r.clause.status = "target" // 收购任务为8亿斤
		}
	case "目标", "预期目标", "预期":
		before := r.text[r.start:t.start]
		if clause := before[lastPause(before):]; told && holdsAny(clause, meetingAims()) || holdsAny(clause, missingAims()) {
			return // 高于年度预期目标1.4个百分点; 有的指标未达到预期：
		}
		if t.text == "目标" && r.figureAimedAt(i) {
			r.clause.status = "target"
			return
		}
		if t.text == "预期" && (r.othersExpect(i) || r.Report.Kind == "" && startsWithAny(r.text[t.end:r.end], expectingAnew())) {
			r.clause.status = "forecast" // 市场预期为1.6亿元, 不及预期的1.2亿元
			return
		}
		if t.text == "预期" && r.Report.Kind == "" && r.leadsToQuantity(i) {
			r.clause.status = "target" // 年产值预期9亿元
			return
		}
		if t.text == "预期" && r.Report.Kind == "" && r.Reference.Month <= clock.March && r.sentence.has && r.sentence.period == period.Year(r.Reference.Year) {
			r.sentence.status = "target" // 2012年，生产总值预期增长13%，投资突破1000亿元
			return
		}
		after := r.text[t.end:min(len(r.text), t.end+6)]
		if t.text != "预期目标" && !startsWithAny(after, fixingAims()) {
			return
		}
		r.sentence.status = "target"
		if r.Report.Planned > 0 && !r.sentence.has && (r.heading.status != "target" || !r.heading.has) {
			r.sentence.period, r.sentence.has = period.Year(r.Report.Planned), true
			r.opened = r.sentence
		}
	case "确保", "努力":
		if clause := r.text[r.start:t.start]; startsWithAny(r.text[t.end:r.end], namesOfAims()) && holdsAny(clause[lastPause(clause):], meetingAims()) {
			return // 投资达到市确保目标
		}
		if t.text == "努力" && r.Report.Kind == "" && !(i+1 < len(r.toks) && (r.toks[i+1].is(newness) || r.toks[i+1].text == "实现")) {
			return // 努力发展, 经过多年的努力
		}
		if !told && r.sentence.status == "" && !strings.HasPrefix(r.text[t.end:r.end], "了") {
			r.sentence.status = "target"
		}
	default:
		if strings.HasSuffix(t.text, "目标") {
			if r.figureAimedAt(i) {
				r.clause.status = "target" // 底线目标812亿元
			}
			return
		}
		if !told && goingFor().has(t.text) && r.leadsToFigure(i) && !(i > 0 && alreadyDone()[r.toks[i-1].text]) {
			r.clause.status = "target" // 全年成交额冲刺28亿元
		}
	}
}

// namesOfAims are what a 确保 is part of that says how sure an aim is, and no wish: 确保目标, beside 奋斗目标.
var namesOfAims = phrases("names of aims")

// goingFor are verbs for going for a figure.
var goingFor = phrases("going for a figure")

// leadsToFigure tells of a word that no more than a name parts from a figure.
func (r *reader) leadsToFigure(i int) bool {
	for n, t := range r.toks[i+1:] {
		if t.kind == figure || t.kind != word || n > 3 {
			return t.kind == figure
		}
	}
	return false
}

// leadsToQuantity tells of a word right before a sum or a physical quantity.
func (r *reader) leadsToQuantity(i int) bool {
	if i+1 >= len(r.toks) || r.toks[i+1].kind != figure {
		return false
	}
	kind := r.toks[i+1].q.Kind
	return kind == "amount" || kind == "physical"
}

// expectingAnew are verbs for how what was expected is raised or lowered, fixingAims those for how an aim is set.
var expectingAnew, fixingAims = phrases("expecting anew"), phrases("fixing aims")

// othersExpect tells of a 预期 that is no aim but what is thought of a figure that it leads to.
func (r *reader) othersExpect(i int) bool {
	if i+1 >= len(r.toks) || r.Report.Kind != "" {
		return false
	}
	next := &r.toks[i+1]
	if next.text == "的" && i+2 < len(r.toks) && r.toks[i+2].kind == figure && r.toks[i+2].q.Kind != "pp" {
		return true
	}
	leads := next.is(copula|reach) || next.kind == figure && next.q.Kind != "pp"
	return leads && i > 0 && endsWithAny(r.text[r.start:r.toks[i].start], forecasters())
}

// forecasters are those who say beforehand what a firm or a market will come to.
var forecasters = phrases("forecasters")

// gets tells of a 争取 that governs a noun and no verb: 争取专项债项目29个. The heading says whether that is done or to be done.
func (r *reader) gets(i int) bool {
	for n, t := range r.toks[i+1:] {
		switch {
		case t.kind == figure, t.kind == comma:
			return n > 0
		case t.kind == dun || t.kind == quote || t.kind == word && !t.is(up|down|event) && standsInNoun(&t):
		case t.kind == word && t.class == 0 && !strings.ContainsAny(t.pos[:min(1, len(t.pos))], "vdprt"):
		default:
			return false
		}
	}
	return false
}

// standsInNoun tells of a noun, or of what joins nouns.
func standsInNoun(t *token) bool {
	return strings.HasPrefix(t.pos, "n") || t.is(conj) || t.text == "等" || t.text == "的"
}

// demanded tells of a verb of demanding or promising in the news that leads to what is to be: 开发区提出，排放必须减少65%, 承诺在2030年…. What is done by a
// demand is no such: 按照要求，.
func (r *reader) demanded(i int) bool {
	t := &r.toks[i]
	if r.Report.Kind != "" || i == 0 || i+1 >= len(r.toks) || !demanding().has(t.text) {
		return false
	}
	said, after := r.text[r.start:t.start], r.text[t.end:r.end]
	if startsWithAny(said[lastPause(said):], fulfilling()) || strings.HasSuffix(said, "的") || tellsDone(after) {
		return false
	}
	if t.text == "承诺" {
		return r.opens(i) && r.toks[i+1].kind != comma
	}
	if t.text == "要求" && startsWithAny(after, oughtsReach()) {
		return true // 会议要求压到10天以内
	}
	return r.toks[i+1].kind == comma && holdsAny(upToStop(after), oughts())
}

// demanding are verbs for what others are to do, fulfilling such for doing it, and oughts the words for it.
var demanding, fulfilling, oughts = phrases("demanding"), phrases("fulfilling demands"), phrases("oughts")

// building are verbs for works.
var building = phrases("building")

// hoping are words for what is only expected.
var hoping = map[string]bool{"有望": true, "可望": true}

// noPlan are words that a 计划 behind them is compared or reckoned with: 比计划多完成9亿元, 国家计划.
var noPlan = phraseSet("before no plan")

// holdsFromHere tells of a 预计 that is meant of all figures of the text: 预计数，下同.
func (r *reader) holdsFromHere(i int) bool {
	behind := r.text[r.toks[i].end:]
	if i+2 < len(r.toks) && strings.HasPrefix(strings.TrimPrefix(behind, "数"), "，下同") {
		return true
	}
	return startsWithAny(behind, []string{"（下同", ",下同"})
}

// schemeSays tells of what a scheme, opinion or the like lays down: 《意见》提出.
func (r *reader) schemeSays(i int) bool {
	t := &r.toks[i]
	switch t.text {
	case "提出", "明确", "要求":
		return holdsAny(r.text[r.start:t.start], schemes()) && !startsWithAny(r.text[t.end:], []string{"了", "的"})
	}
	return false
}

// intends tells of a word for what is meant to be done.
func intends(word string) bool { return word == "准备" || word == "打算" }

// takesTime tells of a word that a 用 and a span follow: 准备用五年时间.
func (r *reader) takesTime(i int) bool {
	if i+2 >= len(r.toks) || r.toks[i+1].text != "用" {
		return false
	}
	return strings.HasSuffix(firstClause(r.text[r.toks[i].end:r.end]), "时间")
}

// aimsWithin tells of a 用, behind words for what has been resolved on, that some years to do it in follow: 提出用5年时间建设茶园12000亩的目标.
func (r *reader) aimsWithin(i int) bool {
	after := firstClause(r.text[r.toks[i].end:r.end])
	if i+1 >= len(r.toks) || r.toks[i+1].kind != time && r.toks[i+1].kind != figure || strings.Contains(after, "了") {
		return false
	}
	_, _, ok := strings.Cut(after, "年时间")
	return ok && holdsAny(r.text[r.start:r.toks[i].start], resolving()) && !strings.Contains(r.text[r.start:r.toks[i].start], "已")
}

// resolving are words for what a place has resolved on, before the years it is to take.
var resolving = phrases("resolving on an aim")

// saysByPlan tells of a sentence that says by which plan what it tells will be done: 根据规划, 按计划，.
func (r *reader) saysByPlan(i int) bool {
	switch r.toks[i].text {
	case "规划", "计划":
		return r.accordingTo(i)
	case "打算", "设想", "构想":
		return r.accordingTo(i)
	case "按计划":
		return i+1 < len(r.toks) && r.toks[i+1].kind == comma
	}
	return endsWithAny(r.toks[i].text, []string{"方案", "纲要"}) && r.accordingTo(i)
}

// overPlan tells of a sentence of the news on a span that is over: what it goes on to tell behind what has been done is done too.
func (r *reader) overPlan() bool {
	p := r.sentence.period
	return r.Report.Kind == "" && r.sentence.has && p.Kind == period.During && p.End.Before(r.Reference)
}

// opensPartsOfPlan tells of the 其中 that begins a sentence of the news on the parts of works planned before: 今年计划投资1亿元。其中，….
func (r *reader) opensPartsOfPlan(i int) bool {
	whole := r.wholeFact()
	if i > 0 || r.Report.Kind != "" || whole == nil || r.sentence.status != "" {
		return false
	}
	if whole.Status != "planned" || whole.Indicator != "investment" || whole.Measure != "level" {
		return false
	}
	first := slices.IndexFunc(r.toks, func(t token) bool { return t.kind == figure })
	if first < 0 || r.toks[first].q.Kind == "count" {
		return false // 年度计划投资90亿元。其中产业项目20个
	}
	return !strings.Contains(whole.Quote, "总投资") && !tellsDone(r.text[r.start:r.end])
}

// schemes are papers that say what is to be done.
var schemes = phrases("schemes")
