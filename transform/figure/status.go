package figure

import (
	"slices"
	"strconv"
	"strings"

	"yiyuan"
	"yiyuan/transform/period"
)

// This file tells what has been done from what is aimed at, planned or expected.

func (r *reader) status() string {
	if r.before != nil && r.before.past {
		return "actual"
	}
	status := "actual"
	if r.heading.status != "" && !r.beforeAims() && !r.thereBeforePlan() {
		status = r.heading.status
	}
	if r.line.status != "" && !(r.sentence.has && r.sentence.period.End.Before(r.Reference)) {
		status = r.line.status
	}
	if r.sentence.status != "" {
		status = r.sentence.status
	}
	if s := &r.sentence; status == "actual" && s.will != "" && s.has && r.Report.Kind == "" && r.ahead(s.period) {
		status = s.will
	}
	if r.clause.status != "" && !((status == "target" || r.sentence.byPlan) && r.clause.status == "forecast" && !r.sentence.coming) {
		status = r.clause.status
	}
	if status == "actual" && r.comes != "" {
		status = r.comes
	}
	if status == "actual" && r.aimOfPaper() {
		status = "target"
	}
	return status
}

// beforeAims tells of a sentence on a time that was over before that of the aims it is headed by: 2024年民生实事公布 … 2023年，新增学位900个. In a
// report it begins with that year: 2000年全省生产总值400亿元, told behind the aims of 2003.
func (r *reader) beforeAims() bool {
	of := &r.sentence
	if r.Report.Kind != "" {
		year := of.period.End.Year
		opening := strings.TrimLeft(r.text[r.start:r.end], " 　*")
		if of.period != period.Year(year) || !strings.HasPrefix(opening, strconv.Itoa(year)+"年") {
			return false
		}
	}
	return r.heading.has && of.has && !of.period.End.IsZero() && of.period.End.Before(r.heading.period.Start)
}

// aimed tells of what the news says is wanted: 要求…要达到80%, 提出产量超过20万辆的目标, 占比不低于30%.
func (r *reader) aimed(s *site) bool {
	left := r.saidBefore(s)
	left = left[lastPause(left):]
	if r.aimsClosed(s) && holdsAny(firstClause(r.text[s.tok.end:r.end]), madeFor()) {
		return true // 按满足旅客吞吐量130万人次的目标设计
	}
	if holdsAny(left, achieved()) && !holdsAny(left, outdoneAims()) {
		return false
	}
	if s.aimBehind() {
		return true
	}
	if holdsAny(left, achieved()) {
		return false
	}
	if r.aimsClosed(s) {
		return true
	}
	if holdsAny(r.clauseAround(s.tok.start, s.tok.end), standingRules()) {
		return false // 二套房首付比例不低于四成
	}
	return holdsAny(left, norms()) && !((r.timeBefore(s) || r.sentence.now) && !r.Reference.Before(r.sentence.period.End))
}

// aimBehind tells of a figure that the name of an aim stands right behind: 3%的调控目标.
func (s *site) aimBehind() bool {
	for i, t := range s.right {
		if t.kind != word || i > 2 {
			return false
		}
		if strings.HasSuffix(t.text, "目标") && slices.ContainsFunc(s.right[:i], func(t token) bool { return t.text == "的" }) {
			return true
		}
	}
	return false
}

// standingRules are words of a clause on what a rule asks for.
var standingRules = phrases("standing rules")

// norms are words for what has to be, achieved for what has come about all the same.
var norms, achieved, outdoneAims = phrases("norms"), phrases("achieved"), phrases("outdone aims")

// aimsClosed tells of a member of a list that a verb of setting opens and 的目标 closes: 确定了发展茶园6万亩、果园9万亩的目标.
func (r *reader) aimsClosed(s *site) bool {
	if holdsAny(r.text[r.start:s.tok.start], followingAims()) && strings.Contains(upToStop(r.text[s.tok.end:r.end]), "的目标") {
		return true // 将围绕建设5个产业集群，培育20个特色集群的目标
	}
	clause := r.clauseAround(s.tok.start, s.tok.end)
	opens := strings.Index(clause, s.tok.text)
	if opens <= 0 || !holdsAny(clause[:opens], settingAims()) {
		return false
	}
	return slices.ContainsFunc(closingAims().words, func(w string) bool { return strings.LastIndex(clause, w) > opens })
}

// closingAims are what a list of aims ends on, madeFor what is built to come up to them.
var followingAims, closingAims, madeFor = phrases("following aims"), phrases("closing aims"), phrases("made for aims")

// upToStop is a text up to the first mark that ends a sentence or a part of one that stands alone.
func upToStop(text string) string {
	for i, c := range text {
		switch c {
		case '。', '；', ';', '！', '？':
			return text[:i]
		}
	}
	return text
}

// settingAims are verbs for setting an aim or following it.
var settingAims = phrases("setting aims")

// movesAcross tells of what a change to come arrives at behind the comma that parts its ends: 将由如今的不到四成，提到六成.
func (r *reader) movesAcross(s *site) bool {
	before := r.text[r.start:s.tok.start]
	at := strings.LastIndex(before, "，")
	return at >= 0 && arrives(before[lastPause(before):]) && willFrom(before[lastPause(before[:at]):at])
}

// willFrom tells of a clause that says from where something will move.
func willFrom(clause string) bool {
	return holdsAny(clause, settingOutFrom())
}

// settingOutFrom are words for from where something will move.
var settingOutFrom = phrases("setting out from")

// arrives tells of a clause that begins with where something moves to.
func arrives(clause string) bool {
	return leading(clause, arrivals()) != ""
}

var arrivals = wordsOf(upto | downto | turnto)

// startsNow tells of the level that a change begins at today: 由目前的8小时缩短到3小时.
func (r *reader) startsNow(s *site) bool {
	began := slices.ContainsFunc(r.leftTokens, func(t token) bool { return t.kind == time && t.e.Now() && r.begins(&t) })
	if !began {
		return false
	}
	moves := func(t token) bool {
		return t.kind == word && (t.is(upto|downto|turnto) || broughtTo().has(t.text))
	}
	return slices.ContainsFunc(s.right, moves) || startsWithAny(strings.TrimLeft(join(s.right), "左右多余家个户所"), broughtTo())
}

// broughtTo are verbs for how many are brought to be more or fewer: 由目前的58家|整合到|30家.
var broughtTo = phrases("brought to")

// handedDown tells of a quota set from above: 省下达我市建设任务为5000套.
func (st statement) handedDown() bool {
	return strings.Contains(st.text, "下达") && endsWithAny(st.text, planNames())
}

// hopedBefore tells of one before the figure in its clause, other figures between or not: 有望上升2位、居第9位.
func (r *reader) hopedBefore(s *site) bool {
	return slices.ContainsFunc(r.clauseSoFar(s), func(t token) bool { return hoping[t.text] })
}

func (r *reader) settleStatus(f *yiyuan.Fact, s *site, st statement) {
	f.Status = r.status()
	if st.plan == "told" {
		f.Status = r.plan.status()
		return
	}
	if namedAsPlanned(f, s, st) {
		f.Status = "planned"
	}
	if f.Status == "actual" && f.Measure == "level" {
		if set := r.setBeforeDone(f, s); set != "" {
			f.Status = set
		}
	}
	if f.Status == "actual" && r.aheadOfPlan() && r.yearNamed(f.PeriodEnd.Year) {
		f.Status = "target"
	}
	if f.Status == "actual" && r.planned(f) {
		f.Status = "planned"
	}
	if f.Status == "actual" && r.Report.Kind == "" && f.Measure == "level" && r.goesOnPlanned(f) {
		f.Status = "planned"
	}
	if aim := r.lastInSentence(); f.Status == "actual" && r.growsToAim(f, aim) {
		f.Status, f.PeriodKind, f.PeriodStart, f.PeriodEnd = "target", aim.PeriodKind, aim.PeriodStart, aim.PeriodEnd
	}
	if f.Status == "actual" && r.buildsAsPlanned(f) {
		f.Status = "planned"
	}
	if f.Status == "planned" && r.countedBehindPlan(f) {
		f.Status = "actual" // 引来计划总投资20亿元的13个项目
	}
	if f.Status == "actual" && hasWord(s.left, firmsExpect().words...) {
		f.Status = "forecast" // 净利预增73%
	}
	if f.Status == "actual" && r.canReach(f) {
		f.Status = "forecast"
	}
	if r.Report.Kind == "" {
		r.statusBeside(f, s)
	}
	begins := r.startsFromTo(s) || r.startsNow(s) || r.buildsOn(f)
	if begins {
		f.Status = "actual" // what a change to come begins at is there already
	} else if f.Status == "actual" && r.movesAcross(s) {
		f.Status = "forecast"
	}
	if f.Status == "actual" && r.Report.Kind == "" && r.guessMoved(f) {
		f.Status = "forecast"
	}
	if r.Report.Kind == "" && f.Status == "forecast" && r.aimsClosed(s) {
		f.Status = "target"
	}
	if f.Status == "actual" && !begins && r.afterReport(f) {
		f.Status = "target"
	}
	if f.Status == "actual" && r.Report.Kind == "" && (r.aimed(s) || r.limit(f) && holdsAny(r.text[r.start:r.end], oughts())) {
		f.Status = "target"
	}
	if f.Status == "actual" && (r.afterNews(f) || r.unbuilt(f, st)) {
		f.Status = "planned"
	}
	if f.Measure == "rank" && f.Status == "forecast" && !r.sentence.promise && !r.hopedBefore(s) && !hasWord(s.left, "预计", "将") {
		f.Status = "actual" // a rank is held already
	}
	if f.Measure == "rank" && f.Status == "planned" && r.Report.Kind == "" && !holdsAny(r.clauseAround(f.Start, f.End), plansSaid()) {
		f.Status = "actual" // 项目计划总投资1亿元，产品产能居全国第一
	}
	if f.Status == "actual" && r.Report.Kind == "" && r.onTravelAhead(f) {
		f.Status = "forecast"
	}
	if p, _ := r.inForce(); p.Start.Year != p.End.Year && p.Kind == period.During {
		return
	}
	if f.Status == "actual" && r.forecast && aggregate[f.Indicator] && r.ofReviewedYear(f) {
		f.Status = "forecast"
	}
}

// onTravelAhead tells of what the news says of a holiday ahead, of which nothing has come yet: 假期期间日均发送旅客13万人次.
func (r *reader) onTravelAhead(f *yiyuan.Fact) bool {
	if f.PeriodKind != period.During || !r.Reference.Before(f.PeriodStart) {
		return false
	}
	said := r.text[r.start:max(r.start, f.Start)]
	return holdsAny(said, timesOfTravel()) && !tellsDone(said) && !strings.HasSuffix(said, "了")
}

// timesOfTravel are the times at which many are on their way.
var timesOfTravel = phrases("times of travel")

// canReach tells of what the news says the running year can come to: 今年产值可达6亿元, 全年能省2600万元.
func (r *reader) canReach(f *yiyuan.Fact) bool {
	if r.Report.Kind != "" || f.Start < r.start || !r.sentence.has || r.Reference.IsZero() || r.Reference == period.Year(r.Reference.Year).End {
		return false
	}
	said := r.text[r.start:f.Start]
	said = said[lastPause(said):]
	if !holdsAny(said, ableToReach()) || holdsAny(said, timeAndAgain()) {
		return false // 今年均价22元，一天能收四五百元
	}
	return r.sentence.period.Flow().Start == period.Year(r.Reference.Year).Start && !r.sentence.now &&
		slices.ContainsFunc(r.toks, func(t token) bool {
			return t.kind == time && t.end <= f.Start && runningYear().has(t.text)
		})
}

// ableToReach are words for what a year can come to, runningYear such for that year, timeAndAgain such for short spans that come again.
var ableToReach, runningYear, timeAndAgain = phrases("able to reach"), phrases("running year"), phrases("time and again")

// statusBeside corrects what the news expects or aims at by what stands right beside the figure.
func (r *reader) statusBeside(f *yiyuan.Fact, s *site) {
	before := r.text[r.start:f.Start]
	clause := before[lastPause(before):]
	switch {
	case f.Status == "forecast" && holdsAny(clause, outdoneAims()) && s.aimBehind():
		f.Status = "target" // 预计全年涨幅5%，超出3%的控制目标
	case f.Status == "forecast" && startsWithAny(clause, sameTimeBefore()) && !holdsAny(clause, expected()):
		f.Status = "actual" // 预计亏损3亿元，上年同期盈利2亿元
	case f.Status == "forecast" && pricedApart(f, clause):
		f.Status = "actual" // 预计总产3万吨，每斤卖到2元
	case f.Status == "actual" && s.rule == "change.to" && endsWithAny(strings.TrimRight(clause, "到至为高调提升增加降低下减少升上扩大"), []string{"指标", "任务"}):
		f.Status = "target" // 税收指标上调到90万元
	case f.Status == "actual" && r.ahead(r.sentence.period) && r.sentence.has && holdsAny(clause, guessing()):
		f.Status = "forecast" // 二季度高点可能在7%
	case f.Status == "actual" && f.Measure != "share" && endsWithAny(clause, setTasks()) && strings.HasPrefix(r.text[f.End:r.end], "的"):
		f.Status = "target" // 完成全年任务9万户的六成
	case f.Status == "forecast" && f.IndicatorText == "总投资" && strings.Contains(before, "；") && strings.Trim(clause, " ；;总投资约达近超") == "" && !holdsAny(before[strings.LastIndex(before, "；"):], expected()):
		f.Status = "actual" // 甲项目预计6月投用；总投资9亿元的乙项目进展顺利
	case f.Status == "actual" && f.Measure == "level" && strings.HasSuffix(before, "下达的") && holdsAny(firstClause(r.text[f.End:r.end]), planNames()):
		f.Status = "target" // 超过市里下达的18万亩任务
	case f.Status == "target" && startsWithAny(clause, reallyDone()) && r.outdoesLast(f):
		f.Status = "actual" // 目标为6.6万亩，实际落实6.97万亩
	case f.Measure == "share" && (f.Status == "target" || f.Status == "planned") && doneOfTask(clause):
		if last := r.lastInSentence(); last != nil && (last.Status == "target" || last.Status == "planned") && last.Measure == "level" {
			f.Status = "actual" // 占目标任务280亿元的107%; 全年目标80亿元，已完成51%
		}
	case f.Status == "planned" && f.Indicator == "area" && (startsWithAny(clause, alreadyBuilt()) || startsWithAny(trimAhead(r.text[f.End:r.end], "，"), alreadyBuilt()) || holdsAny(before, zoneSetUp())):
		f.Status = "actual" // 开发区1993年批准设立，规划面积36平方公里，建成区14平方公里
	}
}

// outdoesLast tells of what has come of the aim told right before, in the same unit.
func (r *reader) outdoesLast(f *yiyuan.Fact) bool {
	last := r.lastInSentence()
	return last != nil && last.Status == "target" && last.Indicator == f.Indicator && last.Unit == f.Unit && f.Measure == "level"
}

// pricedApart tells of what a piece fetches or costs, told in a clause of its own beside what is expected: it is so already.
func pricedApart(f *yiyuan.Fact, clause string) bool {
	at := strings.LastIndex(clause, "每")
	if f.Unit != "CNY" || f.Measure != "level" || at < 0 || holdsAny(clause, expected()) || strings.Contains(clause, "均价") {
		return false
	}
	return startsWithAny(clause[at:], pricedByThePiece()) || startsWithAny(clause[at:], eachOfLand())
}

// doneOfTask tells of a clause on how much of a task has been done: 占目标任务280亿元的, 已完成.
func doneOfTask(clause string) bool {
	return startsWithAny(clause, []string{"完成", "已完成"})
}

// guessMoved tells of a forecast that is raised or lowered: 销量预期由550万辆上调至600万辆.
func (r *reader) guessMoved(f *yiyuan.Fact) bool {
	clause := r.text[r.start:f.Start]
	clause = clause[lastPause(clause):]
	if f.Measure != "level" || !holdsAny(clause, guessesNamed()) {
		return false
	}
	return holdsAny(clause, guessesMove()) || startsWithAny(r.text[f.End:r.end], guessesMove())
}

// sameTimeBefore open a clause on the year before, setTasks are what is set for a span.
var sameTimeBefore, setTasks = phrases("same time before"), phrases("tasks set")

// guessing leads to what may come, guessesNamed are what is thought beforehand, guessesMove how that is changed.
var guessing, guessesNamed, guessesMove = phrases("guessing"), phrases("guesses named"), phrases("guesses move")

// ofReviewedYear tells of a flow of the whole year that a report reviews.
func (r *reader) ofReviewedYear(f *yiyuan.Fact) bool {
	year := period.Year(r.Report.Reviewed)
	return r.Report.Reviewed > 0 && f.PeriodKind == period.During && f.PeriodStart == year.Start && f.PeriodEnd == year.End
}

// namedAsPlanned tells of a figure whose own name says that it is planned or drawn up: 计划投资, 规划项目, 总工期.
func namedAsPlanned(f *yiyuan.Fact, s *site, st statement) bool {
	if st.planned() && f.Measure != "share" && !hasWord(s.left, plansCarriedOut().words...) {
		return true
	}
	if f.Measure != "level" && f.Indicator != "duration" {
		return false
	}
	name := join(trimReach(s.left))
	if f.Measure == "level" && (name == "规划项目" || endsWithAny(name, drawnUp())) {
		return true
	}
	return f.Indicator == "duration" && f.Measure == "level" && endsWithAny(name, timesToBuild()) && !hasWord(s.left, takingTime().words...) && !hasWord(s.right, "完成")
}

// timesToBuild are words for how long works are to take, takingTime those for how long they have taken or are thought to.
var timesToBuild, takingTime = phrases("times to build"), phrases("taking time to build")

// setBeforeDone is the status of what had been set where the next clause tells what was really done, "" where it does not: 收入预算4200万元，实际完成
// 4518万元; 下达造林任务5万亩，实际完成6万亩.
func (r *reader) setBeforeDone(f *yiyuan.Fact, s *site) string {
	next := r.text[f.End:max(f.End, r.end)]
	if !startsWithAny(trimAhead(next, "，", "，全年", "，年终"), reallyDone()) {
		return ""
	}
	switch set := join(trimReach(s.left)); {
	case holdsAny(set, setBudgets()):
		return "planned"
	case holdsAny(set, setTasks()):
		return "target"
	}
	return ""
}

// reallyDone begin a clause on what has come of what had been set, setBudgets are in one on that where it was planned.
var reallyDone, setBudgets = phrases("really done"), phrases("budgets set")

// goesOnPlanned tells of what the plan told before leads to with no pause between: 计划投资390万元在两个乡建成基地1万亩.
func (r *reader) goesOnPlanned(f *yiyuan.Fact) bool {
	last := r.lastInSentence()
	if last == nil || last.Status != "planned" || last.Measure != "level" {
		return false
	}
	between := r.text[last.End:f.Start]
	return !strings.ContainsAny(between, "，；,;：:（(") && !tellsDone(between)
}

// growsToAim tells of by how much an aim told right before is more than what was there: 底线目标41亿美元，增长12%.
func (r *reader) growsToAim(f, aim *yiyuan.Fact) bool {
	if aim == nil || aim.Status != "target" || aim.Measure != "level" || aim.Indicator != f.Indicator || f.Measure != "growth" && f.Measure != "change" {
		return false
	}
	behind := trimAhead(r.text[aim.End:f.Start], "，", ",")
	return !strings.ContainsAny(behind, "，,；;：:") && !tellsDone(behind)
}

// afterNews tells of what the news dates later than itself: 自明年1月1日起，清单新增63个税目. A rate that is decided on is a rule, whenever it begins to
// hold, and numbers that a day named before is carried on to may stand already: 大赛将于9月1日开幕。684名选手….
func (r *reader) afterNews(f *yiyuan.Fact) bool {
	if r.Report.Kind != "" || r.Reference.IsZero() || !r.Reference.Before(f.PeriodStart) || f.Measure == "rank" || f.Indicator == "duration" {
		return false
	}
	return r.sentence.has && f.Unit != "pp" && f.Unit != "percent" && !tellsDone(r.text[r.start:f.Start])
}

// firmsExpect are the short words of firms for what they expect their profits to do.
var firmsExpect = phrases("firms expect")

// countedBehindPlan tells of projects that the news counts right behind what they are planned to cost, which are there unless it plans them too.
func (r *reader) countedBehindPlan(f *yiyuan.Fact) bool {
	last := r.lastInSentence()
	if r.Report.Kind != "" || f.Indicator != "project_count" || f.Measure != "level" {
		return false
	}
	if last == nil || last.Indicator != "investment" || !strings.HasPrefix(last.IndicatorText, "计划") {
		return false
	}
	return r.text[last.End:f.Start] == "的"
}

// drawnUp are what a plan for works sets out for them.
var drawnUp = phrases("drawn up")

// planned tells of a sum that is named as planned: 计划投资, 计划总投资.
func (st statement) planned() bool {
	return st.handedDown() || strings.HasPrefix(st.text, "计划") && !strings.HasPrefix(st.text, "计划单列") || strings.Contains(st.text, "计划投资")
}

// buildsAsPlanned tells of what a planned sum is to build, in the clause right behind it: 计划投资900万元，新建校舍2万平方米.
func (r *reader) buildsAsPlanned(f *yiyuan.Fact) bool {
	last := r.lastInSentence()
	if r.Report.Kind != "" || f.Measure != "level" || last == nil || last.Status != "planned" || last.Measure != "level" || r.sentence.now {
		return false
	}
	clause := strings.TrimLeft(r.text[last.End:f.Start], "，, ")
	builds := startsWithAny(clause, building()) || strings.HasPrefix(clause, "新增") && r.sentence.has && r.Reference.Before(r.sentence.period.End)
	return len(clause) < f.Start-last.End && builds && !strings.ContainsAny(clause, "，；,;。已了")
}

// planned tells of a part of what is planned, and of the sum of the planned projects before it.
func (r *reader) planned(f *yiyuan.Fact) bool {
	if whole := r.wholeFact(); whole != nil {
		return whole.Status == "planned" && !(f.Indicator == "project_count" && whole.Indicator == "investment") // 计划总投资9亿元，其中亿元以上项目3个
	}
	last := r.lastInSentence()
	return last != nil && last.Status == "planned" && last.Indicator == "project_count" && f.Indicator == "investment"
}

// afterReport tells of what a work report says of a time that begins after it was given, though no word of its clause does: 2018年计划完成投资360亿元，同比
// 增长两成. What is held in it already has a rank.
func (r *reader) afterReport(f *yiyuan.Fact) bool {
	if r.Report.Kind != period.WorkReport || f.Measure == "rank" || r.Reference.IsZero() {
		return false
	}
	return f.PeriodEnd.Year >= r.Report.Planned && yiyuan.NewDate(r.Reference.Year, r.Reference.Month, r.Reference.Day+45).Before(f.PeriodEnd)
}

// backInReview takes back to the reviewed year what the review of a report tells of a later one that its sentence does not name: a year named
// in passing does not go on ruling (列入省2020年百大项目计划…。全年接待游客950万人次).
func (r *reader) backInReview(f *yiyuan.Fact) {
	reviewed := period.Year(r.Report.Reviewed)
	inReview := r.Report.Kind == period.WorkReport && r.heading.status == "actual" && r.heading.period == reviewed && r.status() == "actual"
	if !inReview || f.PeriodEnd.Year <= r.Report.Reviewed || !r.Reference.Before(f.PeriodEnd) {
		return
	}
	if f.PeriodEnd.Year != r.Reference.Year && f.PeriodEnd.Year != r.Report.Planned || r.yearsAhead() {
		return
	}
	if f.PeriodEnd = reviewed.End; !f.PeriodStart.IsZero() {
		f.PeriodStart = reviewed.Start
	}
}

// yearsAhead tells of a sentence that names a time after that of the review, or 今年 or 明年.
func (r *reader) yearsAhead() bool {
	for i := range r.toks {
		if t := &r.toks[i]; t.kind == time && t.e.Beyond(r.Report.Reviewed) {
			return true
		}
	}
	return false
}

// buildsOn tells of the level of an earlier year that an aim builds on: 在2005年46亿元的基础上翻一番.
func (r *reader) buildsOn(f *yiyuan.Fact) bool {
	if before := r.text[r.start:max(r.start, f.Start)]; f.Measure == "level" && endsWithAny(strings.TrimSuffix(before, "的"), thereAlready()) {
		return strings.Contains(firstClause(upToDigits(r.text[f.End:r.end])), "的基础上") // 在原有366张病床的基础上
	}
	return f.Measure == "level" && strings.HasPrefix(r.text[f.End:], "的基础上") && r.sentence.has && r.sentence.period.End.Before(r.Reference) && r.sentence.period.End.Year > 0
}

// thereAlready are words for what is there before more comes.
var thereAlready = phrases("there already")

// plansSaid are words for what is planned or will be.
var plansSaid = phrases("plans said")

// alreadyBuilt begin a clause on land that is there, zoneSetUp are words for how a zone came to be, plansCarriedOut for what has been done of a plan.
var alreadyBuilt, zoneSetUp, plansCarriedOut = phrases("already built"), phrases("zone set up"), phrases("plans carried out")
