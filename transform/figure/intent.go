package figure

import (
	"slices"
	"strings"

	"yiyuan/transform/period"
)

// The news tells aims in many words: what someone means to do, what is asked and said of a year to come, what has to be. This file reads those
// that no single word of aim gives away.

// aimNamed tells of a word for what someone means that leads to what that is: 镇上的想法是：…, “十四五”目标，是….
func (r *reader) aimNamed(i int) bool {
	t := &r.toks[i]
	if r.Report.Kind != "" || !endsWithAny(t.text, intentions()) {
		return false
	}
	after := trimAhead(r.text[t.end:r.end], "”", "」")
	if rest, paused := strings.CutPrefix(after, "，"); paused {
		return strings.HasPrefix(rest, "是")
	}
	return startsWithAny(after, leadingToAims())
}

// intentions are words for what someone means, leadingToAims what stands between them and that.
var intentions, leadingToAims = phrases("intentions"), phrases("leading to aims")

// taskNamed tells of the name of a task of the news right before how much it is of, where nothing says that it has been done: 今年改造任务5.8万亩.
func (r *reader) taskNamed(i int) bool {
	t := &r.toks[i]
	if r.Report.Kind != "" || i+1 >= len(r.toks) || r.toks[i+1].kind != figure || r.toks[i+1].q.Kind == "percent" {
		return false
	}
	said := r.text[r.start:t.end]
	clause := said[lastPause(said):]
	return endsWithAny(clause, tasksOfWorks()) && !holdsAny(clause, aboutTasks())
}

// tasksOfWorks end the names of tasks, aboutTasks are words for what has been made of one.
var tasksOfWorks, aboutTasks = phrases("tasks of works"), phrases("about tasks")

// oughtTo tells of a 要 of the news that leads to what is to be reached: 产值要回到50亿元, 下一步要让比例再提高8个百分点.
func (r *reader) oughtTo(i int) bool {
	t := &r.toks[i]
	if r.Report.Kind != "" || i+1 >= len(r.toks) || t.text != "要" && t.text != "还要" && t.text != "想" {
		return false
	}
	said := r.text[r.start:t.start]
	clause, after := said[lastPause(said):], firstClause(r.text[t.end:r.end])
	if endsWithAny(clause, noOughts()) || holdsAny(clause, habits()) {
		return false
	}
	after = trimAhead(after, "再", "更", "全面", "基本", "全部")
	if startsWithAny(after, makingSo()) {
		return r.movesBehind(i)
	}
	return startsWithAny(after, oughtsReach())
}

// movesBehind tells of a verb of moving or reaching between token i and the next pause.
func (r *reader) movesBehind(i int) bool {
	for _, n := range r.toks[i+1:] {
		if n.kind.pauses() {
			return false
		}
		if n.is(up|down|upto|downto|turnto|reach) || startsWithAny(n.text, oughtsReach()) {
			return true
		}
	}
	return false
}

// noOughts end what stands before a 要 of another sense, habits say that something is done again and again, makingSo stand before what is to
// move and oughtsReach are verbs for how far it is to.
var noOughts, habits, makingSo, oughtsReach = phrases("no oughts"), phrases("habits"), phrases("making so"), phrases("oughts reach")

// saysAhead are words for what comes next, before a 要.
var saysAhead = phrases("said of what is next")

// meetOught lets a 要 tell an aim: of its clause, of what its sentence says of a time that is not over and, where it is said of what comes next,
// of all that follows.
func (r *reader) meetOught(i int) {
	r.clause.status = "target"
	if r.sentence.will == "" {
		r.sentence.will, r.sentence.aims = "target", true
	}
	if r.sentence.status == "" && holdsAny(r.text[r.start:r.toks[i].start], saysAhead()) {
		r.sentence.status = "target"
	}
}

// meetNextStep lets what follows a 下一步 at the head of a clause of the news be aimed at where no 将 foresees
// it, and not of a time gone by that the sentence has told of.
func (r *reader) meetNextStep(clause string) {
	if r.Report.Kind != "" || !startsWithAny(clause, nextSteps()) {
		return
	}
	if !strings.Contains(clause, "将") {
		r.sentence.status = "target"
	}
	if r.sentence.has && r.sentence.period.End.Before(r.Reference) {
		r.sentence.has, r.sentence.near = false, true
	}
}

// nextSteps are words for what is done next.
var nextSteps = phrases("next steps")

// meetIntent lets a sentence of the news that speaks of aims from its head on, or comes to them, tell no more than that of a time which is not
// over: 展望明年，…, 园区提出：2025年，…, 今年将新建10个，力争….
func (r *reader) meetIntent(text string) {
	if r.Report.Kind != "" {
		return
	}
	if r.listsPlan(text) {
		r.sentence.status = "target"
		return
	}
	if pledges(text) || holdsAny(text, askedByOffice()) {
		r.sentence.will, r.sentence.aims = "target", true
	}
	if tellsDone(text) {
		return
	}
	behind := strings.LastIndex(text, "力争")
	will := strings.Index(text, "将")
	switch {
	case startsWithAny(text, talkingOf()), putsForward(text), will >= 0 && will < behind:
		r.sentence.will, r.sentence.aims = "target", true
	}
}

// askedByOffice are words of a sentence on what those who govern ask for.
var askedByOffice = phrases("asked by office")

// putsForward tells of a sentence that lists, before it has told a number, what someone puts forward: 站在新起点，园区提出：….
func putsForward(text string) bool {
	if strings.HasPrefix(text, "提出，") {
		return true
	}
	if paper, list, ok := strings.Cut(text, "提出，"); ok && endsWithAny(paper, papersPutForward()) && !strings.ContainsAny(paper, "，。；") {
		return holdsDigits(list) // 报告提出，2008年财政收入增长9%
	}
	lead, list, ok := strings.Cut(strings.ReplaceAll(text, "提出:", "提出："), "提出：")
	return ok && !holdsDigits(lead) && holdsDigits(list)
}

// papersPutForward are papers and meetings that put forward what is aimed at.
var papersPutForward = phrases("papers that put forward")

// listsPlan tells of a sentence whose lead, up to its colon, calls what follows the plan or the aims of a time that is not over: 今年的盘子也定了：产值6亿元.
func (r *reader) listsPlan(text string) bool {
	lead, list, ok := strings.Cut(strings.Replace(text, ":", "：", 1), "：")
	if !ok || len(lead) > longestPlanLead || !holdsDigits(list) || !slices.ContainsFunc(plansCalled().words, leadsWith(lead)) {
		return false
	}
	coming := holdsAny(lead, timesAhead())
	for _, e := range period.Scan(lead) {
		p, ok := r.resolveTime(&e)
		if ok && !r.ahead(p) {
			return false
		}
		coming = coming || ok
	}
	return coming
}

// leadsWith tells of a word that a lead comes to at its end: 盘子 of 今年的盘子也定了.
func leadsWith(lead string) func(string) bool {
	return func(w string) bool {
		i := strings.LastIndex(lead, w)
		return i >= 0 && len(lead)-i-len(w) <= longestBehindPlan
	}
}

// longestPlanLead is how many bytes such a lead has at most, longestBehindPlan those behind what it calls the plan: 也定了, 是这样的.
const longestPlanLead, longestBehindPlan = 75, 15

// plansCalled are what the plan of a time is called, timesAhead words for what comes next that are no time by themselves.
var plansCalled, timesAhead = phrases("plans called"), phrases("times ahead")

// pledges tells of a sentence that speaks of a pledge before its first number: 签下责任状，明年完成….
func pledges(text string) bool {
	i := strings.IndexAny(text, "0123456789")
	return i > 0 && holdsAny(text[:i], pledged())
}

var pledged = phrases("pledged")

// talkingOf open a sentence on what someone says of a time, guesses are words for what is thought likely.
var talkingOf, guesses = phrases("talking of"), phrases("guesses")

// ahead tells of a time that is not over on the day of the news.
func (r *reader) ahead(p period.Period) bool {
	return r.stillToEnd(p) || p.Kind == period.AsOf && !r.Reference.IsZero() && r.Reference.Before(p.End)
}

// meetQuestion keeps that a line of the news asks for aims, and of when, which the next one answers: 问：明年有什么打算？
func (r *reader) meetQuestion(line string) {
	was := r.asked
	r.asked = scope{}
	if was.has || was.status != "" {
		r.line.keep(was)
		r.answers = was.status != ""
		return
	}
	r.answers = false
	if r.Report.Kind != "" || !strings.HasSuffix(strings.TrimRight(line, "” "), "？") {
		return
	}
	if !holdsAny(line, asksForAims()) {
		r.asksOfTime(line)
		return
	}
	r.asked.status = "target"
	for _, e := range period.Scan(line) {
		if p, ok := r.resolveTime(&e); ok && r.ahead(p) {
			r.asked.period, r.asked.has = p, true
		}
	}
}

// asksOfTime keeps the one time over which a reporter asks how something went: 问：前两个月农产品出口情况怎样？
func (r *reader) asksOfTime(line string) {
	if !holdsAny(line, askingSpeakers()) {
		return
	}
	for _, e := range period.Scan(lastSentence(line)) {
		p, ok := r.resolveTime(&e)
		if !ok || p.Kind == period.None {
			continue
		}
		if r.asked.has || r.ahead(p) && p.Start.IsZero() {
			r.asked = scope{}
			return
		}
		r.asked.period, r.asked.has = p, true
	}
}

// lastSentence is what stands behind the last full stop of a text, the text where there is none.
func lastSentence(text string) string {
	if at := strings.LastIndex(text, "。"); at >= 0 {
		return text[at+len("。"):]
	}
	return text
}

// askingSpeakers are words of a question that is put to one who speaks for a body.
var askingSpeakers = phrases("asking speakers")

// asksForAims are words of a question for what is to be done.
var asksForAims = phrases("asks for aims")

// doneMeanwhile tells of a clause of the news that opens on what has been done, behind one on what is to come: 有望破3亿元，已签下4亿元订单.
func (r *reader) doneMeanwhile(i int) bool {
	t := &r.toks[i]
	if r.Report.Kind != "" || r.sentence.status == "" || r.lastMeasured < 0 || !alreadySaid()[t.text] {
		return false
	}
	for j := i - 1; j >= 0 && !r.toks[j].kind.pauses(); j-- {
		if n := &r.toks[j]; n.kind == figure || n.is(expect|aim|plan) {
			return false
		}
	}
	for _, n := range r.toks[i+1:] {
		if n.kind == figure || n.kind.pauses() {
			return n.kind == figure
		}
		if n.text == "的" {
			return false // 已建成的项目
		}
	}
	return false
}

// alreadySaid are words for already.
var alreadySaid = phraseSet("already")

// reckonedWith tells of an 预计 in the name of what something is reckoned by: 占预计产量的六成, 比预计多收3亿元.
func (r *reader) reckonedWith(i int) bool {
	if i == 0 || r.Report.Kind != "" || !beforeNoForecast()[r.toks[i-1].text] || i+1 >= len(r.toks) {
		return false
	}
	next := &r.toks[i+1]
	return next.kind == word && !next.is(reach|copula)
}

var beforeNoForecast = phraseSet("before no forecast")

// figureAimedAt tells of a 目标 of the news that names a figure right behind it, and not of what has come of an aim: 全年目标80个, 目标产值6亿元.
func (r *reader) figureAimedAt(i int) bool {
	t := &r.toks[i]
	said := r.text[r.start:t.start]
	if r.Report.Kind != "" || holdsAny(said[lastPause(said):], aimsMet()) || holdsAny(said[lastPause(said):], shortOfAims()) {
		return false
	}
	for n, next := range r.toks[i+1:] {
		switch {
		case next.kind == figure:
			kind := next.q.Kind
			return n == 0 && kind != "bare" || kind == "amount" || kind == "physical"
		case next.kind != word || n > 2 || next.text == "的" || next.is(event|newness|up|down):
			return false
		}
	}
	return false
}

// shortOfAims are words for how far off an aim is.
var shortOfAims = phrases("short of aims")

// laysDown tells of a verb of laying works down for the running year: 今年排定重大项目120个, 安排项目90个，年度计划投资200亿元.
func (r *reader) laysDown(i int) bool {
	verb := r.toks[i].text
	if verb == "安排" {
		counted, money, _ := strings.Cut(upToStop(r.text[r.toks[i].end:r.end]), "，")
		if !strings.Contains(counted, "项目") || !strings.Contains(firstClause(money), "计划") {
			return false
		}
	} else if !layingDown().has(verb) || !holdsAny(firstClause(r.text[r.toks[i].end:r.end]), []string{"项目", "工程"}) {
		return false
	}
	return r.Report.Kind == "" && (!r.sentence.has || r.ahead(r.sentence.period))
}

var layingDown = phraseWords("laid down")

// bindsByContract tells of a 规定 of what a contract obliges to: 合同规定每年上交利润3万元, not 合同规定的期限.
func (r *reader) bindsByContract(i int) bool {
	t := &r.toks[i]
	if !strings.HasSuffix(t.text, "规定") || i+1 >= len(r.toks) || r.toks[i+1].text == "的" || r.sentence.status != "" {
		return false
	}
	return endsWithAny(strings.TrimSuffix(r.text[r.start:t.end], "规定"), contracts()) && holdsAny(firstClause(r.text[t.end:r.end]), owedByContract())
}

// contracts end a name of what binds two sides, owedByContract are verbs for what one of them owes.
var contracts, owedByContract = phrases("contracts that bind"), phrases("owed by contract")

// laysOut tells of a 规划 of the news that is a verb, with how much of what is to be built: 镇里规划在河东建设市场两处, 规划新建水厂2座. What is told
// of a thing so laid out is none: 规划建设的12个项目已开工, 按规划建设.
func (r *reader) laysOut(i int) bool {
	t := &r.toks[i]
	if t.text != "规划" || r.Report.Kind != "" || i == 0 || i+1 >= len(r.toks) || !startsWithAny(r.toks[i+1].text, laidOutAhead()) && !(r.toks[i+1].kind == figure && r.toks[i+1].q.Kind == "count") {
		return false
	}
	if before := &r.toks[i-1]; before.kind == word && (alreadySaid()[before.text] || endsWithAny(before.text, noOnesPlan())) {
		return false
	}
	said := firstClause(r.text[t.end:r.end])
	if startsWithAny(said, officesOfPlanning()) {
		return false // 规划建设办公室等4个机构
	}
	return !strings.ContainsAny(said, "的了已") && slices.ContainsFunc(r.toks[i+1:], func(n token) bool { return n.kind == figure && n.end <= t.end+len(said) })
}

// officesOfPlanning are how the names of offices go on behind their 规划.
var officesOfPlanning = phrases("offices of planning")

// laidOutAhead begin what is laid out, noOnesPlan end what stands before a 规划 that is a noun.
var laidOutAhead, noOnesPlan = phrases("laid out ahead"), phrases("plans of none")

// wouldBring tells of a 能 of the news behind 今年, of how much that is to bring: 今年毛收入能有30万元.
func (r *reader) wouldBring(i int) bool {
	verb, can := strings.CutPrefix(r.toks[i].text, "能")
	if !can || r.Report.Kind != "" || i+1 >= len(r.toks) {
		return false
	}
	next := &r.toks[i+1]
	if verb == "" {
		if verb = next.text; i+2 >= len(r.toks) || r.toks[i+2].kind != figure {
			return false
		}
	} else if next.kind != figure {
		return false
	}
	said := r.text[r.start:r.toks[i].start]
	if !strings.Contains(said, "今年") {
		return false
	}
	return couldBring().has(verb) && !holdsAny(said[lastPause(said):], habits())
}

var couldBring = phrases("could bring")

// setsOut tells of a word for what is meant that a verb follows, at once or behind 再: 准备再发展1万亩.
func (r *reader) setsOut(i int) bool {
	for n, next := range r.toks[i+1 : min(len(r.toks), i+3)] {
		switch {
		case n == 0 && next.text == "为" && r.countsThoseFor(i+1):
			return true // 今年要为200家企业开展诊断
		case next.is(event | newness), setOutOn()[next.text], n > 0 && next.text == "上":
			return true
		case next.text != "再" && next.text != "新" && next.text != "继续":
			return false
		}
	}
	return false
}

// countsThoseFor tells of a 为 before how many something is to be done for.
func (r *reader) countsThoseFor(i int) bool {
	return i+1 < len(r.toks) && r.toks[i+1].kind == figure && r.toks[i+1].q.Kind == "count"
}

// setOutOn are verbs of one who means to do more, besides those of what has come about.
var setOutOn = phraseSet("set out on")

// aimsOfPlan lets the five-year plan whose aims are told date them: “十四五”目标，是….
func (r *reader) aimsOfPlan(i int) {
	name := r.text[r.start:r.toks[i].start]
	from := strings.LastIndex(name, "“")
	if r.sentence.has || from < 0 || !strings.HasSuffix(name, "五”") {
		return
	}
	for _, e := range period.Scan(name[from:] + "期间") {
		if p, ok := r.resolveTime(&e); ok && p.Kind == period.During {
			r.sentence.period, r.sentence.has = p, true
		}
	}
}

// comesThen tells of a clause of the news before the pause at token i that tells no more than when something is expected to be there, where the next
// goes on with what that brings: 预计9月投产，可年产面粉300吨.
func (r *reader) comesThen(i int) bool {
	if r.Report.Kind != "" || !r.sentence.has || !endsWithAny(r.text[r.start:r.toks[i].start], awaited()) {
		return false
	}
	timed, expected := false, false
	for j := i - 1; j >= 0 && !r.toks[j].kind.pauses(); j-- {
		t := &r.toks[j]
		if t.kind == figure && r.counts(j) {
			return false
		}
		timed = timed || t.kind == time
		expected = expected || t.is(expect|plan)
	}
	return timed && expected && r.waitsFor(i+1)
}

// meetDeadline lets a day ahead by which something is done make that an aim: 年底前建成充电桩200个, unless the clause says that it is there by now.
func (r *reader) meetDeadline(i int) {
	if r.duePoint(i) && r.clause.status == "" {
		r.clause.status = "target"
		if r.sentence.will == "" {
			r.sentence.will = "target"
		}
	}
}

// duePoint tells of a time at token i of the news by which, later than today, what its clause tells is to be done: 9月底前, 年内全部关停.
func (r *reader) duePoint(i int) bool {
	t := &r.toks[i]
	if r.Report.Kind != "" || i+1 >= len(r.toks) {
		return false
	}
	next := i + 1
	for next+1 < len(r.toks) && (wholly().has(r.toks[next].text) || next == i+1 && r.toks[next].kind == comma) {
		next++
	}
	if t.e.Role != period.Until && !(t.text == "年内" && next > i+1) && !(r.opens(i) && bareEnds().has(t.text)) {
		return false // 年内新开门店 may be done by now
	}
	p, ok := r.resolveTime(t.e)
	if !ok || !r.ahead(p) && !r.stillToEnd(p) {
		return false
	}
	verb := &r.toks[next]
	acts := verb.is(event|newness|up|down) || verb.kind == word && (strings.HasPrefix(verb.pos, "v") || again(r.toks[next-1].text)) && !verb.is(reach|copula|exist)
	said := r.text[r.toks[r.clauseStart(i)].start:t.start]
	if next+1 < len(r.toks) && r.toks[next+1].text == "的" || strings.Contains(firstClause(r.text[t.end:r.end]), "可") {
		return false // 4月底前生产的汽车大多出口, 年底前返还比例最高可达90%
	}
	return acts && !tellsDone(said+firstClause(r.text[t.end:r.end]))
}

// bareEnds are the ends of years and halves without the year that they are of.
var bareEnds = phrases("bare ends of years")

// again tells of a word for that more is to be done, behind which any word is a verb.
func again(word string) bool { return word == "再" || word == "还要" }

// wholly are words before a verb for how far, or that once more, something is to be done.
var wholly = phraseWords("wholly")

// meansTo tells of a 打算 of the news that a verb follows, and of its sentence: 县里打算投资2亿元，新修农田5万亩.
func (r *reader) meansTo(i int) bool {
	if r.Report.Kind != "" || r.toks[i].text != "打算" || i+1 >= len(r.toks) || r.sentence.status != "" {
		return false
	}
	next := &r.toks[i+1]
	if next.kind != word && next.kind != time || next.is(copula|exist) || next.text == "的" || next.text == "了" {
		return false
	}
	if clause := firstClause(r.text[next.end:r.end]); strings.HasSuffix(clause, "的") || holdsAny(clause, thoseWho()) {
		return false // 打算养牛的不到一半
	}
	return true
}

// thoseWho end, in a clause, what is said of some of those who are asked: 打算回乡的占三成.
var thoseWho = phrases("those who")
