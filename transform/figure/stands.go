package figure

import (
	"slices"
	"strings"

	"yiyuan"
	"yiyuan/transform/period"
)

// This file tells what stands at a day from what is of a span, where the words beside the figure decide.

// changesStanding tells of the change of what stands at a day: of a level just told (贷款余额800亿元，增加60亿元), or against the end of
// a year.
func (r *reader) changesStanding(f *yiyuan.Fact, s *site, st statement) bool {
	if (st.time == "stock" || st.balance(s)) && endsWithAny(f.Base, yearsEndsStood()) {
		return true
	}
	p, _ := r.inForce()
	if p.Kind == period.During && p.Start.Year < p.End.Year {
		return false
	}
	if year := baseYear(f.Base, r.Reference); year > 0 && year < max(p.End.Year, r.Reference.Year) && strings.HasSuffix(f.Base, "年") {
		return false // 768个，比2009年增加38个: what was added since
	}
	if p.Kind == period.AsOf && st.time == "stock" && (r.sentence.stock && f.Base == "yoy" || holdsAny(st.text, inStore())) {
		return true // 年末常住人口比上年减少2万人; 截至上旬末…，华东库存环比增加5万吨
	}
	last := r.lastInSentence()
	if !s.inherited || s.rule == "change.net" || last == nil {
		return false
	}
	return last.Measure == "level" && last.PeriodKind == period.AsOf && last.Unit == f.Unit
}

// yearsEndsStood are how a base ends that is the end or the beginning of a year.
var yearsEndsStood = phrases("ends of years stood at")

// countsTimes tells of comings and doings, not of how many there are or how often a thing has been looked at: 参保人数, 点击量.
func countsTimes(s *site, st statement) bool {
	if s.tok.q.Unit.Surface == "人次" {
		return !strings.HasSuffix(st.text, "人数")
	}
	if s.tok.q.Unit.Surface == "个" && startsWithAny(join(s.right), timesCounted()) {
		return true // 11个批次班列
	}
	return strings.HasSuffix(s.tok.q.Unit.Surface, "次") && !strings.HasSuffix(st.text, "量")
}

// timesCounted are words for how often something goes, which a 个 counts.
var timesCounted = phrases("times counted")

// sumsSpan tells of a 累计 over a span that the sentence names: of years, or 1-10月 of money laid out.
func (r *reader) sumsSpan(s *site, st statement) bool {
	p, _ := r.inForce()
	if h := r.heading.period; r.Report.Kind == "" && r.heading.has && h.YearToDate() && p.Kind == period.AsOf && p.End == h.End && st.time != "stock" && st.time != "count" {
		return r.sentence.has && !s.arrived && hasWord(r.leftTokens, "累计") // 截至6月30日累计销售3万台, under a headline of the half year
	}
	if !r.sentence.has || p.Kind != period.During || s.arrived || !hasWord(r.leftTokens, "累计") {
		return false
	}
	if p.Start.Year < p.End.Year {
		return st.time != "stock"
	}
	if st.happened && (r.sentence.running || r.sentence.since && !r.Reference.Before(p.End)) {
		return true // 截至10月底，今年以来累计签约20个
	}
	if days := daysOf(p); r.Report.Kind == "" && days > 1 && days <= longestMonth && !wholeMonths(p) && !r.Reference.Before(p.End) {
		return true // 11月1日至11日累计揽收4亿件
	}
	if r.sentence.running || p.Start.Month >= p.End.Month {
		return false
	}
	if p.YearToDate() && yielding[st.code] {
		return true // 1—5月累计出栏生猪98万头
	}
	return outlaid[st.code] || st.code == "project_count" && p.YearToDate() && hasWord(s.left, ceremonies().words...)
}

// tellsOfDay tells of those that the news says took part in what happened on a day: 今天，三十多家企业签约入驻.
func (r *reader) tellsOfDay(s *site, st statement) bool {
	if r.happensThatDay(s, st) || s.measure == "level" && r.onOneDay() && thoseOfCeremony(join(s.left)) {
		return true
	}
	if s.tok.q.Kind != "count" || s.measure != "level" || s.arrived || st.existing || !r.onOneDay() {
		return false
	}
	if !attending[st.code] && !countsAttendees(s, st) && !r.eventIn(s.left) {
		return false
	}
	if hasWord(s.left, "有", "共有") && !r.signsOn(s) && !r.deedBehind(s, st) && !holdsAny(firstClause(join(s.right)), attends()) {
		return false
	}
	return !hasWord(s.left, beyondDay().words...) && !holdsAny(r.saidBefore(s), onlyHeard())
}

// thoseOfCeremony tells of words that lead to how many were signed or begun: 现场签约的就有120项.
func thoseOfCeremony(before string) bool {
	of := trimAny(before, "就有", "共有", "有", "达", "达到")
	return of != before && strings.HasSuffix(of, "的") && holdsAny(of, ceremonies())
}

// countsAttendees tells of those at a meeting by their measure word: 80多位企业家, 200人出席.
func countsAttendees(s *site, st statement) bool {
	if st.code == "region_count" || st.code == "park_count" {
		return false
	}
	measure := s.tok.q.Unit.Surface
	return attendees[measure] || measure == "人" && holdsAny(join(s.right), attends())
}

// liftedFromPoverty tells of the people and villages that came off the list of the poor: 45个贫困村、3万人全部脱贫出列.
func (r *reader) liftedFromPoverty(s *site) bool {
	if p, has := r.inForce(); r.Report.Kind == "" && has && p.Kind == period.AsOf {
		return false // 截至2月底，8个县摘帽
	}
	if r.Report.Kind == "" && s.measure == "level" && hasWord(s.left, "减贫") {
		return true
	}
	return s.measure == "level" && s.tok.q.Kind == "count" && !hasWord(s.left, soFar().words...) && !hasWord(s.left, "尚未") && !startsWithAny(join(s.right), notYet()) &&
		endsWithAny(strings.TrimRight(firstClause(join(s.right)), "。；;"), lifted())
}

// notYet are words before a verb for what has not come about.
var notYet = phrases("not yet")

// lifted are verbs for coming off the list of the poor.
var lifted = phrases("lifted from poverty")

// comesAndGoes tells of those who enter and leave a school in a year, beside those who are there: 在校学生9000人，招生3100人，毕业2900人.
func (r *reader) comesAndGoes(s *site, f *yiyuan.Fact) bool {
	if f.Unit != "person" || f.Measure != "level" || s.arrived && r.Report.Kind == "" {
		return false
	}
	if p, has := r.inForce(); (!has || p.Kind != period.During) && r.Report.Kind != period.Communique {
		return false
	}
	return hasWord(s.left, schoolYears().words...) && !hasWord(s.left, "累计")
}

// greens are areas of a town whose names hold a verb and that are there all the same: 建成区绿化面积.
var greens = phrases("greens of a town")

var schoolYears = phrases("entering and leaving school")

// signsOn tells of a ceremony behind the figure: 共有258个项目签约.
func (r *reader) signsOn(s *site) bool {
	return slices.ContainsFunc(s.right[:clauseEnd(s.right)], func(t token) bool { return endsWithAny(t.text, ceremonies()) })
}

// begunTogether tells of projects of the news that a ceremony behind their number was held for: 共有40个项目签约.
func (r *reader) begunTogether(s *site, st statement) bool {
	if r.Report.Kind != "" || st.code != "project_count" || r.sentence.stock || st.existing || s.arrived {
		return false
	}
	if r.status() != "actual" || !r.signsOn(s) || hasWord(s.left, byThisDay().words...) {
		return false
	}
	return !hasWord(s.right, allOfThem().words...) && !holdsAny(join(s.right), underWay())
}

// listedInSpan tells of firms and shares that the news says came to the market within a span, of what was sold, and of those that came to others:
// 前三季度共有70只新股上市, 今年又有13个项目落地.
func (r *reader) listedInSpan(s *site) bool {
	p, has := r.inForce()
	if r.Report.Kind != "" || !has || p.Kind != period.During || s.tok.q.Kind != "count" || hasWord(s.left, byThisDay().words...) {
		return false
	}
	behind := strings.TrimRight(firstClause(join(s.right)), "。；;")
	return hasWord(s.left, soldInSpan().words...) || strings.HasSuffix(join(s.left), "又有") || hasWord(s.left, "有", "共有") && endsWithAny(behind, comingToMarket()) && !strings.Contains(behind, "在")
}

// comingToMarket are verbs for how firms and their shares come to be traded.
var comingToMarket = phrases("coming to market")

var ceremonies = phrases("ceremonies")

// clauseEnd is where toks come to the end of their clause or to another figure.
func clauseEnd(toks []token) int {
	if end := slices.IndexFunc(toks, func(t token) bool { return t.kind == comma || t.kind == figure }); end >= 0 {
		return end
	}
	return len(toks)
}

// whereabouts tells of the places, land and people that the news says something happened at or to, and not of what was done with
// them: 九个城市达成合作, 覆盖31个省.
func (r *reader) whereabouts(s *site, st statement, f *yiyuan.Fact) bool {
	_, has := r.inForce()
	switch {
	case r.Report.Kind != "" || f.Measure != "level" || st.newness || r.status() != "actual":
		return false
	case f.Indicator == "region_count" || f.Indicator == "park_count":
		if has && !r.onOneDay() && !(f.Indicator == "region_count" && r.overYearsToNews(s, f)) {
			return false
		}
	case f.Indicator != "area" && f.Indicator != "population" || has:
		return false
	}
	acts := func(t token) bool { return t.kind == word && t.is(event|newness) && !tends().has(t.text) }
	if slices.ContainsFunc(s.left, acts) {
		return false
	}
	right := join(s.right)
	if f.Indicator == "region_count" && r.deedBehind(s, st) && holdsAny(right, doneByThem()) {
		return false
	}
	return !holdsAny(right, befalls()) && !(has && holdsAny(right, raises()))
}

// overYearsToNews tells of places that a sentence on the years up to the news counts, beside nothing else of a span: 十年来，业务覆盖30个省.
func (r *reader) overYearsToNews(s *site, f *yiyuan.Fact) bool {
	if !r.sentence.has || r.sentence.since {
		return false
	}
	if p := r.sentence.period; p.End != r.Reference || p.End.Year-p.Start.Year <= 2 {
		return false
	}
	last := r.lastInSentence()
	return last == nil || last.Unit != f.Unit || last.PeriodKind != period.During
}

var (
	befalls = phrases("befalls")
	raises  = phrases("raises")
)

// acts tells of firms and institutions that are the subject of what they do, and stand whatever they did: 17家龙头企业产值增长5%. What they become
// by it is of a span: 12家企业上市.
func (r *reader) acts(s *site, st statement, f *yiyuan.Fact) bool {
	switch st.code {
	case "enterprise_count", "institution_count":
	case "region_count", "park_count":
		if r.Report.Kind == "" {
			return false
		}
	default:
		return false
	}
	if f.Measure != "level" || st.newness || s.arrived || r.status() != "actual" {
		return false
	}
	does := func(t token) bool {
		return t.kind == word && !attributive()[t.text] && (t.is(event|up|down|upto|downto) || t.text == "达" || strings.HasPrefix(t.pos, "v"))
	}
	if n := len(s.left); n > 0 && (s.left[0].kind == dun || s.left[0].is(conj) || s.left[n-1].text != "的" && slices.ContainsFunc(s.left, does)) {
		return false
	}
	if hasWord(s.left, forWhom().words...) {
		return false
	}
	right := s.right[:clauseEnd(s.right)]
	listed := slices.IndexFunc(right, func(t token) bool { return t.kind == dun })
	if holdsAny(join(right), becoming()) || listed >= 0 && !slices.ContainsFunc(right[:listed], does) {
		return false
	}
	return slices.ContainsFunc(right, does)
}

var becoming = phrases("becoming")

// attending are those who do something on a day: not the places they come from.
var attending = map[string]bool{"enterprise_count": true, "institution_count": true, "project_count": true, "employment": true, "talent_count": true}

// attends is what people do at a meeting.
var attends = phrases("attending")

// attendees are the measure words of those, where no table knows their name: 80多位企业家.
var attendees = map[string]bool{"位": true, "名": true, "家": true}

// issues tells of the news of measures that are given out: 日前出台18条措施.
func (r *reader) issues(s *site, st statement) bool {
	if st.code != "policy_count" || r.Report.Kind != "" || r.sentence.has && r.sentence.stock || hasWord(s.left, soFar().words...) {
		return false
	}
	given := func(t token) bool { return t.kind == word && startsWithAny(t.text, issuing()) }
	return slices.ContainsFunc(s.left, given) || slices.ContainsFunc(s.right[:clauseEnd(s.right)], given)
}

var issuing = phrases("issuing")

// soFar are words for the sum of what has been done up to now.
var soFar = phrases("so far")

// gathered are verbs for what has come and is there, over however many years: 十年来聚集企业170家.
var gathered = phrases("gathered")

// passes tells of a verb that leaves nothing behind: 截至目前检查企业900家 is what was done, not what stands.
func (r *reader) passes(s *site) bool {
	return r.hasVerb(s, passingVerbs)
}

var passingVerbs = phrases("passing verbs")

// shared are things of which a share stands where no time is told: 90%都是配套企业.
var shared = map[string]bool{
	"enterprise_count": true, "area": true, "population": true, "employment": true, "region_count": true, "project_count": true,
}

// goesOnWith tells of a member of a list whose member before it stands: 形成3个中心、800家企业和30个集群.
func (r *reader) goesOnWith(s *site, f *yiyuan.Fact) bool {
	last, n := r.lastInSentence(), len(s.left)
	if n == 0 || last == nil || last.PeriodKind != period.AsOf || last.Measure != "level" || last.Unit != f.Unit {
		return false
	}
	if r.timeBefore(s) || r.verbBeside(s, anyVerb) {
		return false
	}
	if n == 1 && heldByEach().has(s.left[0].text) {
		return true // 累计达9.2万眼，户均1.3眼
	}
	return s.left[0].kind == dun || s.left[n-1].kind == dun || s.left[n-1].is(conj)
}

// heldByEach are words for how much of what is there each has.
var heldByEach = phrases("held by each")

// anyVerb takes whatever verb stands beside a figure.
func anyVerb(string) bool { return true }

// doneInList tells of one more member of a list whose verb said before its first what was done: 建成公路3万公里、客运站550个.
func (r *reader) doneInList(s *site) bool {
	last := r.lastInSentence()
	if last == nil || last.PeriodKind != period.During || last.Measure != "level" || !joinsList(s, last) {
		return false
	}
	if r.timeBefore(s) || comesToTotal(s) || r.verbBeside(s, anyVerb) {
		return false
	}
	governs := func(t token) bool {
		if t.kind != word || !t.is(event) || t.is(exist) || t.end > last.Start {
			return false
		}
		return r.Report.Kind != "" || !strings.ContainsAny(r.text[t.end:last.Start], "，；")
	}
	return slices.ContainsFunc(r.toks, governs) && !strings.ContainsAny(r.text[last.Start:s.tok.start], "，；。")
}

// joinsList tells of a figure that a list goes on with: behind a mark that stands right behind the one before, or behind what that one counts:
// 客运站20个、货运站3个, 20个“驿站”、3所学校.
func joinsList(s *site, last *yiyuan.Fact) bool {
	n := len(s.left)
	return n > 0 && (s.left[0].kind == dun || s.left[n-1].kind == dun && s.left[0].start == last.End)
}

// doneInReview tells of those counted in the review of a year who did something in it, or whom or what it was done to.
func (r *reader) doneInReview(s *site, st statement) bool {
	if r.Report.Kind != period.WorkReport || r.heading.status != "actual" || st.existing {
		return false
	}
	if strings.Contains(join(s.left), "又有") {
		return true // 又有14个县城供上了暖气
	}
	return r.theyDid(s, st) || !s.arrived && (r.doneFor(s) || r.workDone(s))
}

// theyDid tells of those at the head of a clause of a review that nothing else is counted in: how many of them did or became something in
// the year is what the clause tells. 32户企业完成改制, 5.2万名职工置换了身份; but 56家企业增长12%.
func (r *reader) theyDid(s *site, st statement) bool {
	if s.inherited && s.tok.q.Unit.Code != "person" && s.tok.q.Unit.Code != "household" || !r.headsClause(s) {
		return false
	}
	if holdsAny(join(s.right[:clauseEnd(s.right)]), doneToThem()) {
		return nothingCounted(s.right)
	}
	for i, t := range s.right {
		switch {
		case t.kind.pauses(), t.kind == figure, t.kind == time:
			return false
		case i > 0 && t.text == "了" && !stateVerbs().has(s.right[i-1].text):
			return nothingCounted(s.right[i:])
		case (i > 0 || s.tok.q.Unit.Code == "person") && becomesBy(t.text, st):
			return nothingCounted(s.right[i:])
		}
	}
	return false
}

// becomesBy tells of a verb by which those who are counted became something; what places and bodies have come to have by a 实现 stands.
func becomesBy(verb string, st statement) bool {
	if verb == "实现" && standing[st.code] && st.code != "enterprise_count" {
		return false
	}
	return doneByThem().has(verb)
}

// takePart tells of those whom the news counts by what they take part in, a fair or a match, and of where these are from: 来自30个国家的500家参展商,
// 共有80个国家参会. So they are of that event, however their number is
// led up to; a sum over several events stands, and so do those who are to come to one.
func (r *reader) takePart(f *yiyuan.Fact, s *site) bool {
	if r.Report.Kind != "" || r.sentence.now || r.status() != "actual" || hasWord(s.left, overEvents().words...) {
		return false // 目前已有130家企业签约参展
	}
	clause := r.clauseAround(s.tok.start, s.tok.end)
	_, behind, _ := strings.Cut(clause, f.ValueText)
	switch f.Indicator {
	case "region_count":
		return holdsAny(behind, takingPart()) || strings.Contains(clause, "来自") && holdsAny(behind, guests())
	case "enterprise_count", "institution_count", "count_other", "talent_count", "visitor_count":
		return holdsAny(behind, takingPart()) || holdsAny(behind[:min(len(behind), longestGuest)], guests())
	}
	return false
}

// longestGuest is how many bytes there are at most from a number to the end of what those it counts are called.
const longestGuest = 30

// takingPart are verbs for being at a fair or match, guests what those are called who are.
var takingPart, guests = phrases("taking part"), phrases("guests")

// headsClause tells of a figure that only a time, a place or a 使 stands before in its clause.
func (r *reader) headsClause(s *site) bool {
	from, to := r.ownClause(s)
	before := r.toks[from:to]
	for i, t := range before {
		if causing().has(t.text) || t.text == "的" && i > 0 && before[0].kind == figure {
			before = before[i+1:] // 引水工程使城北2万人喝上了, 12个小区的4000户居民
			break
		}
	}
	return !slices.ContainsFunc(before, func(t token) bool {
		return t.kind != time && t.kind != where && t.kind != blank && !leadingToThem().has(t.text)
	})
}

// causing are verbs for making others do or become something.
var causing = phrases("causing")

// leadingToThem are words before those who did something: 使6万群众喝上了, 共有3万人脱贫.
var leadingToThem = phrases("leading to those counted")

// doneByThem are verbs for what those who are counted did or became once, doneToThem for what was done to them.
var doneByThem, doneToThem = phrases("done by those counted"), phrases("done to those counted")

// doneFor tells of those whom something was done for or to in the year of a review: 为160所学校安装护眼灯, 向1.4万户群众赠送电视机.
func (r *reader) doneFor(s *site) bool {
	from, to := r.ownClause(s)
	return from < to && benefiting().has(r.toks[from].text) && slices.ContainsFunc(s.right[:clauseEnd(s.right)], func(t token) bool {
		return t.kind == word && (t.is(event) || strings.HasPrefix(t.pos, "v") && len(t.text) > len("做"))
	})
}

// benefiting are words before those whom something is done for or to.
var benefiting = phrases("benefiting")

// workDone tells of the works of a review that an action right before their number names, and nothing else governs: 农村危房改造1.7万户.
func (r *reader) workDone(s *site) bool {
	return r.partOf < 0 && !hasWord(r.leftTokens, "累计", "已") && endsWithAny(join(s.left), worksDone())
}

// worksDone are actions that statistics count by what they were done to.
var worksDone = phrases("works done")

// nothingCounted tells of words up to the next pause that hold no figure.
func nothingCounted(toks []token) bool {
	for _, t := range toks {
		if t.kind == figure {
			return false
		}
		if t.kind.pauses() {
			break
		}
	}
	return true
}

// comesToTotal tells of a member of a list that says what all have come to: 新增医院2家、总数达10家.
func comesToTotal(s *site) bool {
	return s.arrived || slices.ContainsFunc(s.left, func(t token) bool {
		return t.is(reach) && t.kind == word || endsWithAny(t.text, []string{"总数", "总量"})
	})
}

// endedAgain tells of a verb for what came to an end right before those counted, whose number the next clause compares with the year before.
func (r *reader) endedAgain(s *site) bool {
	_, next, ok := strings.Cut(r.text[s.tok.end:r.end], "，")
	if !ok || !strings.HasPrefix(next, "同比") {
		return false
	}
	return len(s.left) > 0 && endings().has(s.left[0].text)
}

// endings are verbs for what came to an end: 注销企业1400户.
var endings = phrases("coming to an end")

// underConstruction tells of how much is being built, in a list of what has been: 建成500公里、在建300公里.
func (r *reader) underConstruction(s *site) bool {
	left := trimReach(s.left)
	return len(left) > 0 && left[len(left)-1].text == "在建"
}

// setsStandard tells of a standard or limit that has been raised or lowered, which holds from then on: 低保标准由310元提高到350元.
func setsStandard(f *yiyuan.Fact, s *site, st statement) bool {
	goesTo := func(t token) bool { return t.kind == word && t.is(upto|downto|turnto) }
	return f.Unit == "CNY" && endsWithAny(st.text, standards()) && (s.arrived || slices.ContainsFunc(s.right[:clauseEnd(s.right)], goesTo))
}

// sumsOn tells of a sum that goes on with what has been summed up to a day: 截至2008年底，累计引进项目90个，合同外资8亿美元.
func (r *reader) sumsOn(s *site) bool {
	last := r.lastInSentence()
	return r.summedUp(s) && last != nil && last.PeriodKind == period.AsOf && last.Measure == "level" && !r.timeBefore(s)
}

// partOfFlow tells of a part of what a span has brought: 新增公路5万公里，其中高速公路3000公里.
func (r *reader) partOfFlow(f *yiyuan.Fact, s *site, st statement) bool {
	whole := r.wholeFact()
	if whole == nil || f.Measure != "level" || f.Indicator == "area" || st.existing || s.arrived || r.timeBefore(s) {
		return false
	}
	return whole.PeriodKind == period.During && whole.Measure == "level" && whole.Indicator == f.Indicator && whole.Unit == f.Unit
}

// comesTo tells of a 至此 that opens the clauses up to the figure: 又建成两条，至此，铁路总里程达900公里.
func (r *reader) comesTo(s *site) bool {
	before := r.saidBefore(s)
	at := lastIndex(before, "至此")
	if at >= 0 && strings.Contains(before[at:], "今年") {
		return false // 至此，口岸今年通行班列达4012列: of the year so far
	}
	return at == 0 || at > 0 && endsWithAny(before[:at], []string{"，", ",", "；", ";"})
}

// wholeStanding tells of a part in the same unit of what stands: 公路总里程6000公里，其中高速公路160公里.
func (r *reader) wholeStanding(f *yiyuan.Fact, s *site, st statement) bool {
	if outlaid[f.Indicator] && r.timeBefore(s) && r.sentence.period.Kind == period.During {
		return false // 累计完成投资43亿元，其中今年以来完成10亿元
	}
	whole := r.wholeFact()
	if whole == nil || st.happened || st.newness || f.Measure != "level" || whole.Start < r.start {
		return false
	}
	return whole.Measure == "level" && whole.PeriodKind == period.AsOf && whole.Unit == f.Unit && whole.Indicator == f.Indicator
}

// partOfWhatStands tells of a part of what is dated as it stands at a day.
func (r *reader) partOfWhatStands() bool {
	whole := r.wholeFact()
	return whole != nil && whole.PeriodKind == period.AsOf
}

// possessed are verbs for what one has at a day, whatever it is.
var possessed = phrases("possessed")

// builtToo tells of one more way in a list of those that a verb before the first says were built in a span: 建成公路12公里、水泥路30公里.
func (r *reader) builtToo(s *site) bool {
	last := r.lastInSentence()
	return last != nil && last.Indicator == "length" && last.Measure == "level" && last.PeriodKind == period.During &&
		len(s.left) > 0 && s.left[0].kind == dun && !r.timeBefore(s) && !r.eventIn(s.left)
}

var begunWorks = phrases("begun works")

// builtByNow tells of what a sentence that began with a time long ago says is there at last: 自2019年起，…，目前已建成27个.
func (r *reader) builtByNow(s *site, st statement) bool {
	if !r.sentence.since || st.newness || s.tok.q.Kind != "count" || !r.leftStanding(s) {
		return false
	}
	return slices.ContainsFunc(r.toks, func(t token) bool { return t.kind == time && t.start < s.tok.start && t.e.Now() })
}

// insured tells of the people in an insurance or on relief: 参加养老保险的职工2万人, 30万人参保.
func (r *reader) insured(s *site) bool {
	left, right := join(s.left), join(s.right[:clauseEnd(s.right)])
	switch {
	case holdsAny(left, socialInsurance()), holdsAny(left, insuredPeople()):
		return true
	}
	return r.headsClause(s) && endsWithAny(strings.TrimRight(right, "。；;"), insuredPeople())
}

// insuredPeople are words for those who are in an insurance or a fund.
var insuredPeople = phrases("insured people")

// tends are verbs for what is there already: 支持700家龙头企业壮大, 抓好86个产粮大县建设.
var tends = phrases("tending verbs")

// outlaid are sums that add up project by project: 截至目前投入7.4亿元 is what stands at that day, not of its year.
var outlaid = map[string]bool{"investment": true, "financing": true, "subsidy": true}

// toldStanding tells of a number of the same kind in the sentence that stands at a day.
func (r *reader) toldStanding(code string) bool {
	last := r.lastInSentence()
	return last != nil && last.Indicator == code && last.PeriodKind == period.AsOf
}

// upToMonth tells of a 截至 that names a month or quarter as a whole: what has been laid out by then is of the year so far.
func (r *reader) upToMonth() bool {
	return r.sentence.toMonth || !r.sentence.has && r.line.toMonth
}

// beyondDay tell of more than a day, allOfThem of all who signed, soldInSpan of what was sold and overEvents of several events.
var (
	beyondDay, allOfThem   = phrases("beyond the day"), phrases("all of them")
	soldInSpan, overEvents = phrases("sold in a span"), phrases("over events")
)
