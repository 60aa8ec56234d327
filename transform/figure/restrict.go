package figure

import (
	"cmp"
	"regexp"
	"strings"
	"unicode/utf8"

	"yiyuan"
	"yiyuan/transform/indicator"
	"yiyuan/transform/period"
	"yiyuan/transform/place"
	"yiyuan/transform/search"
)

// settleRestriction tidies the restriction of a figure once all that names it is known: the grade inside the name of what is counted, how
// often or for whom it is reckoned, and words at its head that restrict nothing.
func (r *reader) settleRestriction(f *yiyuan.Fact, s *site, st statement) {
	r.tidyRestriction(f, s, st)
	r.addRestrictions(f, s, st)
	f.Qualifier = r.byOwnDeed(withoutTail(f.Qualifier), f, s)
	onLand := (f.Indicator == "area" || f.Indicator == "length") && doneToThings().has(f.Qualifier)
	if (f.Qualifier == "" || onLand) && f.IndicatorText != "" {
		word, within := restrictedByName(f), r.restrictedWithin(f, s)
		if !strings.Contains(within, word) {
			within = word // 农村 of 农村道路 is less than that
		}
		f.Qualifier = deedOn(f.Qualifier, within, join(s.left))
	}
	if f.Measure == "share" && !holdsAny(f.Qualifier, meansSaid()) || f.Measure != "level" && f.Qualifier == "" {
		f.Qualifier = joinQualifiers(f.Qualifier, averaged(f, join(s.left)), false)
	}
	f.Qualifier = perPieceApart(meanOver(f))
	if stage := patentsBy(f, s); stage != "" && !strings.Contains(f.Qualifier, stage) {
		f.Qualifier = joinQualifiers(stage, trimAhead(f.Qualifier, "申请", "授权"), true)
	}
	f.Qualifier = inWhichPart(r.aidedBy(f, s), f, lastMember(r.text[phraseStart(r.text, f.Start):f.Start]))
	if i := strings.LastIndex(f.Qualifier, "项目、"); f.Indicator == "capacity" && i >= 0 {
		f.Qualifier = f.Qualifier[i+len("项目、"):] // …项目、某某公司年产1000万套
	}
	f.Counter = trimAny(f.Counter, headCounts().words...)
	if name := ownerRestricting(f); name != "" && r.Report.Kind == "" {
		f.Subject, f.SubjectKind, f.Qualifier = name, cmp.Or(settledKind(kindOfName(name)), "other"), ""
	}
}

// ownerRestricting is the name of the one whose figure it is, where that stands before the name of the quantity as if it restricted it:
// 东山镇云雾合作社 of 东山镇云雾合作社社员.
func ownerRestricting(f *yiyuan.Fact) string {
	name := trimAhead(f.Qualifier, "龙头企业", "的")
	if _, after, of := strings.Cut(name, "的"); of {
		name = after
	}
	size := utf8.RuneCountInString(name)
	if f.SubjectKind != "region" || f.Measure == "rank" || size < 3 || size > 14 || !endsWithAny(name, ownersNamed()) {
		return ""
	}
	if strings.ContainsAny(name, "，、各等全") || holdsAny(name, notInOwners()) || isCounted(name) {
		return ""
	}
	return name
}

// ownersNamed end the names of those who have figures of their own, notInOwners are words of several or of what was done to them.
var ownersNamed, notInOwners = phrases("owners named"), phrases("not in owners")

// deedOn is what was done to the things that a name restricts, in the order in which the clause says it: 修复湿地, 退化林修复.
func deedOn(deed, things, clause string) string {
	if strings.Contains(things, deed) {
		return things
	}
	return joinQualifiers(deed, things, strings.Contains(clause, deed+things))
}

// tidyRestriction parts the words before the name of the figure into what restricts it, what is counted and its industry.
func (r *reader) tidyRestriction(f *yiyuan.Fact, s *site, st statement) {
	switch {
	case f.Unit == "count" && s.tok.q.Unit.Surface == "人次":
		f.Counter = "人次"
	case f.Unit == "count" && f.Counter == "" && (ofProducts[f.Indicator] || ofGoods[st.head]):
		f.Counter = f.Industry // 机床13万台
	}
	if amounts[f.Counter] {
		f.Counter = countedIn(st.text, f.Counter)
	}
	if (f.SubjectKind == "park" || f.SubjectKind == "enterprise") && f.Measure != "rank" {
		f.Qualifier = strings.TrimPrefix(f.Qualifier, f.Subject) // what leads in stands behind it: 中关村有高新技术企业
	}
	if hasWord(s.left, "拥有") {
		f.Qualifier = strings.TrimPrefix(f.Qualifier, "拥有") // 拥有国家级技术中心2个
	}
	f.Qualifier = perHeadApart(r.withoutSubject(withoutLead(r.withoutOwnPlaces(f, s)), f))
	if strings.HasPrefix(st.head, "居民") && f.Indicator != "cpi" && (f.Qualifier == "城镇" || f.Qualifier == "农村" || f.Qualifier == "农村常住") {
		f.Qualifier += "居民"
	}
	if clause := r.clauseAround(s.tok.start, s.tok.end); townsfolk[f.Qualifier] && search.Holds(clause, "常住居民") && !strings.Contains(clause, f.Qualifier) {
		f.Qualifier = strings.Replace(f.Qualifier, "居民", "常住居民", 1) // 城镇和农村常住居民
	}
	if f.Indicator == "fiscal_revenue" {
		f.Qualifier = strings.TrimPrefix(f.Qualifier, "地方")
	}
	if aggregate[f.Indicator] {
		f.Qualifier = strings.TrimPrefix(f.Qualifier, leading(f.Qualifier, reportedUp()))
	}
	if grade, head := gradeOf(f.Counter); grade != "" {
		f.Counter = head
		f.Qualifier = withGrade(f.Qualifier, grade)
	} else if grade, _ := gradeOf(st.head); grade != "" && st.time == "count" && f.Unit == "percent" {
		f.Qualifier = withGrade(f.Qualifier, grade)
	}
	if utf8.RuneCountInString(f.Qualifier) == 1 && !oneRune()[f.Qualifier] && f.Measure != "rank" {
		f.Qualifier = ""
	}
	if f.Industry == "" && f.Indicator == "enterprise_count" {
		f.Industry, f.Qualifier = lineOfFirms(f.Qualifier)
	}
}

// townsfolk are the residents whose incomes statistics tells apart.
var townsfolk = map[string]bool{"城镇居民": true, "农村居民": true}

// addRestrictions adds what other words of the text restrict the figure by: those told before, brackets, and how it is reckoned.
func (r *reader) addRestrictions(f *yiyuan.Fact, s *site, st statement) {
	if f.Qualifier == "" && !endsWithAny(f.Industry, groupsOfIndustries()) {
		f.Qualifier = withoutLead(r.toldOfThem(f, s, st))
	}
	if f.Qualifier == "" {
		f.Qualifier = r.saidOf(f, s, st)
	}
	if f.Qualifier == "" {
		if f.Qualifier = r.saidOfSome(f, s); f.Qualifier == "" {
			f.Qualifier = givenTo(f, s)
		}
	}
	f.Qualifier = apartIn(f.Qualifier)
	if left := leftOut(st.text, r.saidBefore(s)); left != "" && (f.Measure == "level" || s.inherited) {
		f.Qualifier = joinQualifiers(f.Qualifier, left, false)
	}
	if s.inherited && f.Measure == "level" && f.PeriodKind == period.AsOf {
		if before := r.saidBefore(s); holdsAny(before[lastPause(before):], totals()) {
			f.Qualifier = withoutNewness(f.Qualifier) // 新增商标10件，总数达90件
		}
	}
	if basis := accounting(join(s.left)); basis != "" && f.Measure == "growth" {
		f.Qualifier = joinQualifiers(f.Qualifier, basis, false)
	}
	if told := r.carriedOn(f, s, st); told != "" {
		f.Qualifier = joinQualifiers(told, f.Qualifier, false)
	}
	if whole := r.wholeTrade(f, s, st); whole != nil {
		f.Qualifier, f.Industry = whole.Qualifier, whole.Industry
		if whole.Measure == "rank" {
			f.Qualifier = "" // the field of a standing restricts nothing
		}
	}
	if per := r.reckonedPer(f, s, st); per != "" && !strings.Contains(f.Qualifier, per) {
		if meansOfEarnings().has(per) {
			f.Qualifier = joinQualifiers(f.Qualifier, per, false)
		} else {
			f.Qualifier = joinQualifiers(per, f.Qualifier, false)
		}
	}
	clause := join(s.left)
	if mean := averaged(f, clause); f.Measure == "level" && mean != "" && !holdsAny(f.Qualifier, meansSaid()) {
		f.Qualifier = joinQualifiers(f.Qualifier, mean, false)
	}
	if f.Qualifier == "" && inReal(f, clause) {
		f.Qualifier = "实际"
	}
}

// meansSaid are words of a restriction that say how a quantity is reckoned.
var meansSaid = phrases("means said")

// totals are words for how many there are by then, of those that have been told as new.
var totals = phrases("totals")

// withoutNewness drops the verb of newness from the head of a restriction.
func withoutNewness(q string) string {
	return q[len(leading(q, newnessWords())):]
}

var newnessWords = wordsOf(newness)

// byOwnDeed is a restriction whose verb of newness, taken from the figure before, gives way to the verb that the figure has itself: 新开工项目30个，
// 竣工19个; 新增林地2万亩，改造老林3万亩.
func (r *reader) byOwnDeed(q string, f *yiyuan.Fact, s *site) string {
	taken := strings.TrimSuffix(q, withoutNewness(q))
	if !strings.HasPrefix(taken, "新") {
		return q
	}
	if last := r.lastInSentence(); f.Measure == "growth" && s.inherited && last != nil && last.Measure == "level" && last.Indicator == f.Indicator && endings().begin(last.Qualifier) {
		return last.Qualifier // 新登记企业9万户；注销3万户，增长8%
	}
	if f.Measure != "level" {
		return q
	}
	own := s.left
	for i := range s.left {
		if k := s.left[i].kind; k == dun || k.pauses() {
			own = s.left[i+1:]
		}
	}
	if len(own) == 0 || !own[0].is(event) || own[0].is(newness|exist) || attributive()[own[0].text] {
		return q
	}
	if strings.Contains(join(s.left)+join(s.right[:clauseEnd(s.right)])+f.Counter, taken) {
		return q
	}
	if !s.inherited {
		return q[len(taken):]
	}
	return own[0].text + q[len(taken):]
}

// withoutTail is a restriction without the words it may end in that lead on to the figure: 水利设施累计 of 水利设施累计完成投资.
func withoutTail(q string) string {
	for _, tail := range leadingOn().words {
		if rest, ok := strings.CutSuffix(q, tail); ok && utf8.RuneCountInString(rest) > 1 {
			return rest
		}
	}
	return q
}

// leadingOn are such words; headCounts end the names of herds by their number: 牲畜头数.
var leadingOn, headCounts = phrases("leading on to a figure"), phrases("numbers of a herd")

// amounts are words for how many there are, which are not what is counted.
var amounts = map[string]bool{"量": true, "数量": true, "总量": true, "业务": true, "总数": true, "数": true}

// countedIn is what a name tells the number of, 快件 of 快件处理量, where it does.
func countedIn(name, counter string) string {
	counted := trimAny(strings.TrimPrefix(name, "而"), amountsOfThings().words...)
	if counted == "" || counted == name {
		return counter
	}
	return strings.TrimSuffix(counted, "的")
}

// noRestriction are words that say nothing of what is measured where they stand alone.
var noRestriction = map[string]bool{
	"推动": true, "拉动": true, "让": true, "但": true, "近": true, "涉": true, "向": true, "原来": true, "它": true, "地区": true, "里": true, "的": true,
	"总装机": true, "使": true, "占": true, "该": true, "这个": true, "相关": true, "总": true, "约": true, "达": true, "过": true, "超": true, "内": true,
	"各": true, "这": true, "他": true, "她": true, "抓": true, "触": true, "获": true, "对": true, "以": true, "从": true, "等": true, "比": true,
	"在": true, "“": true, "”": true, "经济": true, "综合": true, "总体": true, "工作": true, "企业": true, "公司": true, "机构": true, "国家和地区": true, "全镇": true,
	"全乡": true, "街道": true, "全街道": true, "居民": true, "累计": true, "将在": true, "将于": true, "但是": true, "同时": true, "先后": true, "刚刚": true,
	"具有": true, "提出": true, "这里": true, "一个": true, "一家": true, "一座": true, "以上": true,
}

// withoutOwnPlaces drops from the head of a restriction the places that hold what the figure is of: 江苏无锡 of 江苏无锡新增企业.
func (r *reader) withoutOwnPlaces(f *yiyuan.Fact, s *site) string {
	q := f.Qualifier
	for i := range s.left {
		t := &s.left[i]
		if t.kind != where || !strings.HasPrefix(q, t.text) || q != t.text && i+1 < len(s.left) && s.left[i+1].kind != where && !s.left[i+1].is(event|newness) {
			continue // 福建百强企业
		}
		if t.at.Kind != place.KindRegion || f.Measure == "rank" || !place.Contains(r.regionOf(t.at), f.RegionCode) {
			continue
		}
		if rest := q[len(t.text):]; utf8.RuneCountInString(rest) != 1 {
			q = rest
		}
	}
	return q
}

// withoutSubject drops from a restriction the name of the one it is said of: 某某高铁 of 某某高铁全长.
func (r *reader) withoutSubject(q string, f *yiyuan.Fact) string {
	if f.Measure == "rank" {
		return strings.TrimSuffix(q, "的") // the field of comparison
	}
	if f.SubjectKind == "region" && q != "" && utf8.RuneCountInString(q) > 1 && strings.HasPrefix(f.Subject, q) && f.Subject != f.RegionName {
		return "" // 界首镇有430户
	}
	if f.SubjectKind != "industry" && f.Subject != f.RegionName && f.Subject != "" {
		name := strings.TrimSuffix(f.Subject, "地区")
		if i := strings.Index(q, name); i >= 0 {
			q = strings.TrimPrefix(q[i+len(name):], "地区")
		}
	}
	if q == "" {
		return ""
	}
	q = afterActors(afterTail(q, f))
	if pointingAtOwner().standIn(q) {
		for _, whose := range pointingAtOwner().words {
			if i := lastIndex(q, whose); i >= 0 {
				q = q[i+len(whose):] // 新一轮升级中该公司
			}
		}
	}
	if f.Industry != "" && q != "" && strings.HasSuffix(strings.Replace(f.Subject, f.Industry, "", 1), q) && utf8.RuneCountInString(q) > 3 {
		return "" // 文化旅游节, of which its industry is told apart
	}
	if f.Industry != "" && partOfJoinedName(q, f) {
		return "" // 炼化与新材料产业链
	}
	q = trimBehind(q, ofAllSorts().words...)
	q = strings.TrimSuffix(strings.Trim(q, "，、的"), "拟")
	if name := strings.TrimSuffix(q, "计划"); utf8.RuneCountInString(name) > 3 && strings.HasSuffix(f.Subject, name) {
		return "" // 某县第四小学建设项目计划总投资
	}
	if endsWithAny(q, []string{"期间", "以来"}) || utf8.RuneCountInString(q) > 1 && endsOwnersName(q, f) {
		return "" // a time, or how the name of its owner ends
	}
	q = parkApart(withoutName(withoutHead(q), f))
	if noRestriction[q] || allOfOwner().has(q) || onlyMonths(q) || saysNothingOf(q, f) {
		return ""
	}
	return q
}

// partOfJoinedName tells of what is left of the name of a chain or cluster of several trades when one of them is taken for its industry: 石化和链 of
// 石化和新材料产业链.
func partOfJoinedName(q string, f *yiyuan.Fact) bool {
	if f.SubjectKind != "industry" && f.SubjectKind != "cluster" {
		return false
	}
	name := strings.TrimSuffix(f.Subject, "产业")
	for _, end := range []string{"链", "集群"} {
		bare, ends := strings.CutSuffix(f.Subject, end)
		rest, left := strings.CutSuffix(q, end)
		if ends && left {
			name, q = strings.TrimSuffix(bare, "产业"), rest
			break
		}
	}
	rest, first := strings.CutPrefix(name, q)
	if rest = strings.Trim(rest, "、和与及"); !first || endsWithAny(q, sizeWords()) || strings.Trim(q, "、和与及") == "" {
		return false
	}
	hits := indicator.Industries(rest)
	return rest == "" || rest == strings.TrimSuffix(f.Industry, "产业") || len(hits) > 0 && hits[0].Start == 0 && hits[len(hits)-1].End == len(rest)
}

// pointingAtOwner are words for the one that a figure is told of, which has been named before.
var pointingAtOwner = phrases("pointing at the owner")

// afterTail is what a restriction says behind the last part of the name of a body or firm: 当日 of 某局集团公司当日.
func afterTail(q string, f *yiyuan.Fact) string {
	if f.SubjectKind != "institution" && f.SubjectKind != "enterprise" {
		return q
	}
	for at := range f.Subject {
		if tail := f.Subject[at:]; at > 0 && utf8.RuneCountInString(tail) > 1 && strings.HasPrefix(q, tail) && len(q) > len(tail) {
			return q[len(tail):]
		}
	}
	return q
}

// afterActors is what a restriction says behind those who did it all and their deed: 走私 of 海关共查办各类走私.
func afterActors(q string) string {
	actors, what, summed := strings.Cut(q, "共")
	if !summed || !endsWithAny(actors, actingBodies()) {
		return q
	}
	return trimAhead(trimAhead(strings.TrimLeft(what, "、，"), bodiesDeeds().words...), ofAllSorts().words...)
}

// actingBodies end the names of those who act for the state, bodiesDeeds are what they do.
var actingBodies, bodiesDeeds = phrases("acting bodies"), phrases("bodies' deeds")

// ofAllSorts end a restriction and say no more than that all of a kind, or their sum, is meant.
var ofAllSorts = phrases("of all sorts")

// namesOf are words that belong to the name of a quantity and restrict it no further.
var namesOf = map[string][]string{
	"area":               {"播种", "建筑"},
	"length":             {"总"},
	"foreign_trade":      {"进出口"},
	"fiscal_revenue":     {"一般", "财政", "财政收入", "地方"},
	"fiscal_expenditure": {"一般", "财政", "地方"},
	"visitor_count":      {"累积"},
	"other":              {"总体", "销量"},
	"output_volume":      {"总体"},
	"energy":             {"总装机"},
	"subsidy":            {"惠及"},
}

// sayNothing are words that name no part of what a sum is of where they stand alone.
var sayNothing = map[string]bool{"计划": true, "行业": true, "业务": true, "市场": true, "产品": true, "货物": true, "集团": true}

// withoutName drops from the end of a restriction what belongs to the name of the quantity: 冬小麦播种 of a sown area.
func withoutName(q string, f *yiyuan.Fact) string {
	if f.Unit == "count" || f.Measure == "rank" {
		return q
	}
	if sayNothing[q] {
		return ""
	}
	for _, w := range namesOf[f.Indicator] {
		if rest, ok := strings.CutSuffix(q, w); ok && utf8.RuneCountInString(rest) != 1 {
			return strings.Trim(rest, "，、的")
		}
	}
	return q
}

// parkApart parts the parks whose figure it is from what else restricts it: 三大园区，规上.
func parkApart(q string) string {
	i := strings.Index(q, "园区") + len("园区")
	if i <= len("园区") || i > 36 || i >= len(q) || strings.ContainsAny(q, "，“”") || startsWithAny(q[i:], onWithPark()) {
		return q
	}
	return q[:i] + "，" + strings.TrimPrefix(q[i:], "共")
}

// onWithPark go on from 园区 in words that name no park.
var onWithPark = phrases("going on from parks")

// oneRune are the restrictions of one character; any other is what is left of a longer word.
var oneRune = phraseSet("restrictions of one character")

// saysOnly tells of a restriction that is the industry once more: 公路项目 of the industry 公路.
func saysOnly(q, industry string) bool {
	rest, ok := strings.CutPrefix(q, industry)
	if !ok || industry == "" {
		return false
	}
	switch rest {
	case "", "项目", "行业", "产业", "产品", "作物":
		return true
	}
	return false
}

func withGrade(qualifier, grade string) string {
	if strings.Contains(qualifier, grade) {
		return qualifier
	}
	return qualifier + grade
}

// grades stand at the head of nouns that the tables know as one word: 重点 of 重点项目.
var grades, gradesByFirst = phrases("grades"), phrasesByFirst("grades")

// gradeOf splits 重点项目 into its grade and what is counted.
func gradeOf(noun string) (grade, head string) {
	for _, g := range gradesByFirst().ahead(noun) {
		if rest, ok := strings.CutPrefix(noun, g); ok && utf8.RuneCountInString(rest) > 1 {
			if hit, known := indicator.Counted(rest, ""); known && hit.End == len(rest) {
				return g, rest
			}
		}
	}
	return "", noun
}

// leads are words that a restriction begins with and that restrict nothing.
var leads = phrasesByFirst("leads")

// reportedUp is how what is told of an aggregate came to those who add it up: 上报完成固定资产投资.
var reportedUp = phrasesByFirst("reported up")

// leadsNone are words that only begin like one of them.
var leadsNone = phrasesByFirst("leads none")

func withoutLead(q string) string {
	if startsWithAny(q, leadsNone().ahead(q)) {
		return q
	}
	for _, w := range leads().ahead(q) {
		if begins(q, w) && utf8.RuneCountInString(q[len(w):]) != 1 {
			return withoutLead(strings.Trim(q[len(w):], "，、"))
		}
	}
	return q
}

// leftOut is what a bracket behind the name of a quantity leaves out of it or says that it holds: 财政收入（不含基金）.
func leftOut(name, before string) string {
	if name == "" || !search.Holds(before, "（") && strings.IndexByte(before, '(') < 0 {
		return ""
	}
	i := lastIndex(before, name)
	if i < 0 {
		return ""
	}
	rest := before[i+len(name):]
	inner, ok := strings.CutPrefix(rest, "（")
	if !ok {
		inner, ok = strings.CutPrefix(rest, "(")
	}
	if !ok {
		return ""
	}
	end := strings.IndexAny(inner, "）)")
	if end < 0 || end > 36 || !startsWithAny(inner, leavingOut()) {
		return ""
	}
	return inner[:end]
}

// leavingOut begin a bracket on what is left out or held.
var leavingOut = phrases("leaving out")

// accounting is the way of reckoning that a growth is told by beside another: 按自然口径计算.
func accounting(clause string) string {
	end := strings.LastIndex(clause, "口径")
	if end < 0 {
		return ""
	}
	from := strings.LastIndex(clause[:end], "按")
	if from < 0 || !holdsAny(clause[from:end], accountings()) {
		return ""
	}
	end += len("口径")
	if strings.HasPrefix(clause[end:], "计算") {
		end += len("计算")
	}
	return clause[from:end]
}

// accountings are the ways of reckoning a growth.
var accountings = phrases("ways of reckoning")

var campaign = regexp.MustCompile(`(?:^|；)(?:[一二三四五六七八九十]+是)?(?:实施|打好|推进|打响)?([\p{Han}“”]{4,14}(?:战役|攻坚战|专项行动|三年行动))[，：要]`)

// reaching are verbs that tell what became of those counted behind them.
var reaching = phrases("reaching")

// toldOfThem is what a clause tells of the things counted where no word of their name restricts them: the campaign they belong to, the
// clause with 的 before the figure, the verb that reaches them.
func (r *reader) toldOfThem(f *yiyuan.Fact, s *site, st statement) string {
	if f.Indicator == "investment" || f.Indicator == "project_count" {
		before := r.saidBefore(s)
		if i := strings.LastIndex(before, "；"); i >= 0 {
			before = before[i:]
		}
		if m := campaign.FindStringSubmatch(before); m != nil {
			return m[1]
		}
	}
	if money[f.Indicator] && f.SubjectKind == "region" && r.clause.region == "" && st.region == "" {
		if group := r.groupAtHead(s); group != "" {
			return group
		}
	}
	n := len(s.left)
	if f.Measure != "level" || f.Unit != "count" && f.Unit != "person" && f.Unit != "household" || n == 0 {
		return ""
	}
	if last := s.left[n-1].text; last != "的" {
		for n > 0 && (s.left[n-1].kind == where || everywhere()[s.left[n-1].text] || s.left[n-1].text == "了") {
			n--
		}
		if n > 0 && f.Indicator != "project_count" && reaching().has(s.left[n-1].text) {
			return s.left[n-1].text
		}
		return ""
	}
	toks := s.left[:n-1]
	for _, t := range toks {
		if t.kind == where && f.Indicator == "region_count" {
			return "" // 涉及甲市、乙市的9个县区
		}
	}
	verbs := 0
	for len(toks) > 0 && verbs < 1 && (opensNoGroup(&toks[0]) || breaksName().has(toks[0].text) && len(toks) > 1) {
		if toks[0].kind == word && toks[0].is(event) {
			if verbs++; utf8.RuneCountInString(join(toks[1:])) < 3 {
				break // 投产的23家, 纳入试点的41家
			}
		}
		toks = toks[1:]
	}
	told := strings.Trim(join(toks), "、“”")
	if size := utf8.RuneCountInString(told); size+verbs < 3 || size > 16 {
		return ""
	}
	return told
}

// groupAtHead is the group that heads a clause without figures before, which goes on in the figure's: 全国综合保税区快速发展，实现….
func (r *reader) groupAtHead(s *site) string {
	group, clause := "", 0
	for i, t := range r.toks {
		switch {
		case t.start >= s.tok.start:
			return group
		case t.kind == semi || t.kind == figure && r.counts(i) && group == "":
			group, clause = "", i+1
		case t.kind == comma:
			if name := r.groupIn(r.toks[clause:i]); name != "" {
				group = name
			}
			clause = i + 1
		}
	}
	return group
}

// groupIn is the group of parks or firms that is the subject of a clause, behind its time and place.
func (r *reader) groupIn(toks []token) string {
	for len(toks) > 0 && saysWhenOrWhere(&toks[0]) {
		toks = toks[1:]
	}
	if len(toks) == 0 || toks[0].is(newness|event) {
		return ""
	}
	for n := 1; n < len(toks) && n < 5; n++ {
		group, next := join(toks[:n]), toks[n]
		hit, ok := indicator.Counted(group, "")
		if !ok || hit.End != len(group) {
			continue
		}
		if next.kind != word || next.text == "的" || strings.HasPrefix(next.pos, "n") || next.is(conj) {
			return ""
		}
		if utf8.RuneCountInString(group) < 4 || hit.Entry.Code != "park_count" && hit.Entry.Code != "enterprise_count" {
			return ""
		}
		return group
	}
	return ""
}

// saysWhenOrWhere tells of a time or place that may stand before such a group.
func saysWhenOrWhere(t *token) bool {
	return t.kind == time || t.kind == blank || t.kind == where && !endsInNoun(t.text) || everywhere()[t.text]
}

// opensNoGroup tells of a verb, place or time that stands before the name of a group and is no part of it.
func opensNoGroup(t *token) bool {
	if t.kind != word && t.kind != quote {
		return true
	}
	return t.is(event | newness | reach | aim | expect | exist | among)
}

// tradesWithPartner restricts trade to that with Taiwan, Hong Kong or Macao: 对台进出口, 对香港地区出口. Other partners are no places of ours and
// stay among the words that restrict it.
func (r *reader) tradesWithPartner(st *statement, s *site) {
	for i, t := range s.left {
		partner := ""
		switch {
		case strings.HasPrefix(t.text, "对台"), t.text == "台" && i > 0 && tradesTo[s.left[i-1].text]:
			partner = "台"
		case t.kind == where && i > 0 && tradesTo[s.left[i-1].text] && place.BeyondCustoms(r.regionOf(t.at)):
			partner = t.text
		default:
			continue
		}
		if !place.BeyondCustoms(r.home) {
			own := strings.TrimPrefix(strings.TrimPrefix(st.qualifier, t.text), "地区")
			st.qualifier = joinQualifiers("对"+partner, own, false)
			if place.BeyondCustoms(st.region) {
				st.region = ""
			}
		}
		return
	}
}

// partnerOfTrade tells of the name of such a partner, which is not where the trade is told of.
func (r *reader) partnerOfTrade(i int, code string) bool {
	if i == 0 || !tradesTo[r.toks[i-1].text] || !place.BeyondCustoms(code) || place.BeyondCustoms(r.home) {
		return false
	}
	clause := r.text[r.toks[i].end:r.end]
	if end := strings.IndexAny(clause, "0123456789，；。,;"); end > 0 {
		clause = clause[:end]
	}
	return holdsAny(clause, talkOfTrade())
}

// talkOfTrade are words of a clause on trade.
var talkOfTrade = phrases("talk of trade")

// tradesTo stand before a partner of trade.
var tradesTo = map[string]bool{"对": true, "与": true, "同": true}

// restrictedByName is the word within the name of a quantity by which that is of a part only: 过夜 of 过夜游客, 集装箱 of 集装箱吞吐量.
func restrictedByName(f *yiyuan.Fact) string {
	if !inNamesByFirst().mayBeIn(f.IndicatorText) {
		return ""
	}
	for _, w := range restrictingInNames().words {
		if strings.Contains(f.IndicatorText, w) && !(len(w) == len("出栏") && strings.Contains(f.IndicatorText, w+"率")) && !strings.Contains(f.Subject, w) && !strings.Contains(f.Industry, w) {
			return trimAny(w, "企业")
		}
	}
	return ""
}

// restrictingInNames are such words, of which most names hold none.
var restrictingInNames, inNamesByFirst = phrases("restricting in names"), phrasesByFirst("restricting in names")

// amountsOfThings end the names of how much there is of a thing.
var amountsOfThings = phrases("amounts of things")
