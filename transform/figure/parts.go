package figure

import (
	"strings"

	"yiyuan"
	"yiyuan/transform/indicator"
	"yiyuan/transform/unit"
)

// This file tells of the parts of what has been told: of a sum by who has made it, of a count by a limit, of a growth by branch.

// goesOnGrowing tells of a group without a quantity of its own in a list of growths: 其中国有单位增长5%，集体所有制增长3%.
func (r *reader) goesOnGrowing(st *statement, s *site) bool {
	if st.known || st.code != "" || s.measure != "growth" || r.current == nil || !money[r.current.code] {
		return false
	}
	last := r.lastInSentence()
	return last != nil && last.Measure == "growth" && last.Unit == "percent" && endsWithAny(st.text, groups())
}

// growsWithPartner tells of a partner of the trade told before: 进出口增长8%，其中对泰国增长1.1倍.
func (r *reader) growsWithPartner(st statement, s *site) bool {
	if st.known || !st.of("", "other") || s.measure != "growth" {
		return false
	}
	return r.current != nil && traded[r.current.code] && hasWord(s.left, "对")
}

// sharesOn tells of the next group in a list of rates: 乡镇卫生院报销比例达90%，县级医院为70%.
func (r *reader) sharesOn(st statement, s *site) bool {
	if s.rule == "share.named" && !st.known && strings.HasSuffix(st.text, "中") && r.current != nil && r.current.code != "" {
		return true // 空调销量3000万台，其中变频机在壁挂机中占比70%
	}
	c := r.current
	if s.rule != "rate" || st.form != "rate" || st.counter == "" || c == nil || c.counter != "" || strings.HasSuffix(c.code, "_count") {
		return false
	}
	last := r.lastPercent()
	return last != nil && last.Start >= r.start && last.Measure == "share"
}

// branchByName tells of the growth or share of a branch that no table knows, in the quantity told before it: 产值增长4%；某某业下降5%.
func (r *reader) branchByName(st statement, s *site) bool {
	if r.productOfTold(st, s) {
		return true
	}
	if s.measure != "growth" && s.measure != "share" || r.current == nil || !madeInMoney[r.current.code] {
		return false
	}
	if st.known && !growsAsBranch(st, s) {
		return false
	}
	if strings.HasSuffix(st.text, "工业") && !strings.HasSuffix(st.text, "加工业") {
		return false // 国有工业, 轻工业 restrict the whole
	}
	return strings.HasSuffix(st.text, "业") && !endsWithAny(st.text, noIndustry())
}

// bySector are the aggregates that are told of the sectors one by one, by no more than the name of each.
var bySector = map[string]bool{"fixed_asset_investment": true, "fdi": true, "energy": true, "tax": true, "fiscal_revenue": true, "loans": true}

// sectorOfWhole tells of a sector called by its name alone, which elsewhere stands for its value added, among the parts of what has been told
// of all: 固定资产投资增长8%。分产业看，第一产业增长5%.
func (r *reader) sectorOfWhole(st statement, s *site) bool {
	if !st.known || st.code != "value_added" || r.current == nil || !bySector[r.current.code] && !r.wholeBySector(s) {
		return false
	}
	if st.form != "growthname" && !threeSectors[st.text] {
		return false
	}
	parts := r.partOf >= 0 || threeSectors[r.current.industry] || startsWithAny(r.text[r.start:r.end], partsOfBefore())
	return parts && fits(r.current.code, s.tok.q.Unit.Code)
}

// wholeBySector tells of what stands in the books, of people in work and of those counted, whose sectors are told of right behind 其中: 资产总计386亿元。其中，
// 第二产业占32%.
func (r *reader) wholeBySector(s *site) bool {
	if r.partOf < 0 && !threeSectors[r.current.industry] || s.measure != "level" && s.measure != "share" {
		return false
	}
	return s.measure == "share" && countedByBranch[r.current.code] != "" || r.current.code == "other" && holdsAny(r.current.text, inTheBooks())
}

// productOfTold tells of a part of a sum that is named by what has been sold or made: 销售收入9亿元，其中袋装辣椒酱2亿元.
func (r *reader) productOfTold(st statement, s *site) bool {
	if st.known || st.code != "" || s.measure != "level" || s.tok.q.Kind != "amount" || r.current == nil || !madeInMoney[r.current.code] {
		return false
	}
	left, whole := trimReach(s.left), r.wholeFact()
	if whole == nil || len(left) < 2 || len(left) > 4 || !left[0].is(among) {
		return r.lineOfTold(left, s)
	}
	for _, t := range left[1:] {
		if t.kind != word || t.class != 0 && !t.is(verbal) || strings.HasPrefix(t.pos, "v") {
			return r.lineOfTold(left[1:], s)
		}
	}
	return whole.Unit == s.tok.q.Unit.Code
}

// lineOfTold tells of a line of business named by what it makes and how, in a list of those that a sum is made up of: 利润9亿元，其中稀土冶炼3亿元，
// 煤炭开采2亿元.
func (r *reader) lineOfTold(name []token, s *site) bool {
	last := r.lastInSentence()
	if last == nil || len(name) == 0 || !strings.Contains(r.saidBefore(s), "其中") {
		return false
	}
	if !endsWithAny(name[len(name)-1].text, waysOfMaking()) {
		return false
	}
	for i := len(r.out.Facts) - 1; i >= 0 && r.out.Facts[i].Start >= r.start; i-- {
		if f := &r.out.Facts[i]; f.Measure == "level" {
			return f.Unit == s.tok.q.Unit.Code && f.Indicator == r.current.code
		}
	}
	return false
}

// waysOfMaking end the names of lines of business that no table has.
var waysOfMaking = phrases("ways of making")

// growsAsBranch tells of an industry that has grown, and not of how many there are: 新材料产业增长9%.
func growsAsBranch(st statement, s *site) bool {
	switch s.measure {
	case "growth":
		return (st.code == "count_other" || st.code == "") && namesTrade(st.text)
	case "share":
		return st.code == "count_other" && strings.HasSuffix(st.text, "产业")
	}
	return false
}

// limitedOf reads the number of those within a limit, of what was counted before: 签约项目60个，其中投资十亿元以上3个.
func (r *reader) limitedOf(s *site, i int) (statement, bool) {
	was := r.lastCount
	if !s.countsLike(was) || len(indicator.Nouns(join(s.right))) > 0 {
		return statement{}, false
	}
	j := i - 1
	for j > 0 && (boundWords()[r.toks[j].text] || comeTo().has(r.toks[j].text)) {
		j--
	}
	if j < 0 || r.toks[j].kind != figure || !r.passed[j] || r.toks[j].q.Kind != "amount" && r.toks[j].q.Kind != "physical" {
		return statement{}, false
	}
	st := *was
	toks := withoutBrackets(s.left)
	for len(toks) > 0 && leadsToLimit(toks[0]) {
		toks = toks[1:]
	}
	limit := trimAny(join(toks), comeTo().words...)
	if st.qualifier != "" && !holdsAny(st.qualifier, []string{"万元", "亿元"}) {
		limit = st.qualifier + "，" + limit
	}
	st.qualifier = limit
	return st, true
}

// leadsToLimit tells of what stands before a limit and is no part of it: 其中, 今年.
func leadsToLimit(t token) bool {
	return t.kind == word && t.is(among|exist|conj) || t.kind == dun || t.kind == time
}

// countsLike tells of a number told by the measure word of what was counted before it.
func (s *site) countsLike(was *statement) bool {
	return was != nil && s.measure == "level" && s.tok.q.Kind == "count" && measureOf(s.tok.q) == was.measureWord
}

// membersOf reads how many of the things counted before are those that a list begins with: 80种产品中，增产的有钢、水泥等65种；减产的有布、糖等15种.
func (r *reader) membersOf(s *site) (statement, bool) {
	was := r.lastCount
	if !s.countsLike(was) || !holdsAny(join(s.left), []string{"的有", "的是"}) {
		return statement{}, false
	}
	if before := r.text[r.start:s.tok.start]; !strings.HasSuffix(before, "等") || len(indicator.Nouns(join(s.right))) > 0 {
		return statement{}, false
	}
	st := *was
	st.happened = st.happened || r.eventAround(s)
	return st, true
}

// spentOn reads a part of money told before by what it goes to: 更新改造投资中，用于增加品种的9亿元.
func (r *reader) spentOn(st *statement, s *site) bool {
	purpose, of := strings.CutSuffix(join(s.left), "的")
	purpose = strings.TrimPrefix(purpose, "其中")
	if !of || !strings.HasPrefix(purpose, "用于") || s.measure != "level" || s.tok.q.Kind != "amount" {
		return false
	}
	whole := r.current
	if topic, ok := r.clauseBefore(s); whole == nil && ok {
		whole = &topic
	}
	if whole == nil || !money[whole.code] || whole.form != "level" {
		return false
	}
	*st = *whole
	st.industry, st.sector, st.qualifier = "", false, purpose
	return true
}

// countsWithin reads levels that are told by the name of what they are in or of, and are none of its number: the beds of 其中医院90万张, the
// turns of 城乡居民得到救济的达40万人次, the ore found of 新增探明储量，其中铁矿3亿吨. It reports whether the figure is one.
func (r *reader) countsWithin(st *statement, s *site) bool {
	measure := measureOf(s.tok.q)
	switch {
	case s.measure != "level":
		return false
	case measure == "张" && st.code == "institution_count":
		st.qualifier = st.text
		st.code, st.text, st.counter, st.measureWord = "count_other", "床位", "床位", measure
	case measure == "人次" && (st.code == "region_count" || st.code == "institution_count" || st.code == "project_count"):
		st.code, st.time, st.text = "count_other", "flow", join(trimReach(withoutBrackets(s.nounPhrase)))
		st.counter, st.measureWord = measure, measure
		if holdsAny(r.clauseAround(s.tok.start, s.tok.end), talkOfVisits()) {
			st.code = "visitor_count"
		}
	case otherwiseCounted(measure, st.code) != "" && !strings.HasSuffix(st.counter, "信息"):
		st.code, st.counter, st.measureWord = otherwiseCounted(measure, st.code), "", measure
	case weighed[s.tok.q.Unit.Code] && st.of("", "output_volume") && r.listsReserves(s):
		st.becomes("reserves", "level", "flow")
		st.newness = true
	default:
		return false
	}
	return true
}

// talkOfVisits are words of a clause on visitors.
var talkOfVisits = phrases("talk of visits")

// otherwiseCounted is what a number is of whose measure word does not count what its phrase names: 人才新政20条, 服务企业9万次, 抽查企业30种.
func otherwiseCounted(measure, code string) string {
	if code != "enterprise_count" && code != "talent_count" && code != "park_count" && code != "employment" {
		return ""
	}
	switch measure {
	case "条":
		return "policy_count"
	case "次":
		return "case_count"
	case "种", "类", "间", "头", "套":
		return "count_other"
	}
	return ""
}

// listsReserves tells of a list of what has been found in the ground: 有30种矿产新增探明储量，其中煤5亿吨，铁矿2亿吨.
func (r *reader) listsReserves(s *site) bool {
	before := r.text[r.start:s.tok.start]
	i := strings.LastIndex(before, "储量")
	if i < 0 || !holdsAny(before[:i], foundAnew()) {
		return false
	}
	list := before[i+len("储量"):]
	return holdsAny(list, openingReserves())
}

// openingReserves are words and marks that open the list of what has been found.
var openingReserves = phrases("opening reserves")

// foundAnew are words for what has been found in the ground.
var foundAnew = phrases("found anew")

// growsOfMany tells of what has grown of things that have just been counted, and not of how many they are: 5个园区平均增速达9%.
func (r *reader) growsOfMany(st statement, s *site) bool {
	if s.measure != "growth" || !standing[st.code] {
		return false
	}
	last := r.lastInSentence()
	if last == nil || last.Indicator != st.code || last.Measure != "level" || last.Unit == "percent" {
		return false
	}
	return !strings.ContainsAny(r.text[last.End:s.tok.start], "，、；：,;")
}

// toldOfMany is the quantity told before such things were counted.
func (r *reader) toldOfMany(st statement) statement {
	told := statement{known: true, code: "other", form: "level", time: "flow", text: st.text}
	if r.previous != nil && money[r.previous.code] {
		told = *r.previous
	}
	told.qualifier = joinQualifiers(told.qualifier, st.text, false)
	return told
}

// partByOwner tells of a kind of enterprise whose part of the amount before it is told: 其中国有企业113亿元，集体企业49亿元.
func (r *reader) partByOwner(st *statement, s *site, group string) bool {
	c := r.current
	if c != nil && c.code == "employment" && s.people() && s.measure == "level" && (st.code == "" || st.code == "count_other") {
		return endsWithAny(group, workplacesByOwner()) // 在岗职工3万人。其中，国有经济2万人；集体经济4000人
	}
	if c == nil || !money[c.code] {
		return false
	}
	if s.measure == "growth" && strings.HasSuffix(group, "企业") {
		part := strings.TrimPrefix(group, "其中") // 增加值增长8%，其中私营企业增长10%
		return c.byOwner() || startsWithAny(part, owners()) || r.growthsByGroup() && !st.newness && !newlyRegistered().begin(part)
	}
	if s.rule == "share.each" && traded[c.code] && strings.HasSuffix(group, "企业") {
		return startsWithAny(group, owners()) // 民营企业进出口9亿元，占62%，外资企业占33%
	}
	if st.code != "" && !strings.HasSuffix(group, "投资企业") || !endsWithAny(group, groups()) || s.measure != "level" || s.tok.q.Unit.Code != "CNY" {
		return false
	}
	return c.form == "level" && (r.partOf >= 0 || strings.HasPrefix(r.text[r.start:], "其中") || c.byOwner())
}

// workplacesByOwner end the names of where people are at work, by whose it is.
var workplacesByOwner = phrases("workplaces by owner")

// growthsByGroup tells of a sentence that has told how much the amount has grown, or goes on with the parts of it: 其中，规上企业增长9%，规下企业增长7%.
func (r *reader) growthsByGroup() bool {
	last := r.lastInSentence()
	if last == nil {
		return strings.HasPrefix(r.text[r.start:r.end], "其中")
	}
	return last.Measure == "growth" && last.Indicator == r.current.code
}

// owners begin the names of kinds of enterprise by whose they are.
var owners = phrases("owners")

// byOwner tells of an amount that is itself of one kind of enterprise: 国有控股企业利润150亿元；私营企业90亿元.
func (st *statement) byOwner() bool { return endsWithAny(st.qualifier, []string{"企业", "经济"}) }

// partOfTold tells of a part that what it goes to, or who has done it, names and no table knows: of a sum laid out (其中土建1.2亿元), of
// new capacity (其中水电20万千瓦), of what was done (其中沿海港口完成570万标箱).
func (r *reader) partOfTold(st *statement, s *site) bool {
	if r.current == nil || s.measure != "level" {
		return false
	}
	if r.doneByGroup(st, s) {
		return true
	}
	whole := r.wholeFact()
	if whole == nil {
		return false
	}
	switch {
	case r.current.code == "capacity" && s.tok.q.Unit.Code == "kW":
		return st.code == "" || st.form == "sector"
	case (st.code == "" || st.code == "count_other") && whole.Unit == s.tok.q.Unit.Code && endsWithAny(join(trimReach(s.left)), []string{"完成", "实现"}):
		return true
	case len(s.right) == 0 && !st.known && r.current.countedIn(s.tok.q) && hasWord(s.left, "其中"):
		return true // 推出举措60项，其中全省首创8项
	case investments[whole.Indicator] && r.current.code == whole.Indicator && s.tok.q.Kind == "amount" && !treasurySpends(s.left):
		return st.of("", "other", "area") && !st.known || st.code == "financing" && strings.HasSuffix(st.head, "资金")
	}
	return false
}

// countedIn tells of things counted by the measure word of a number.
func (st *statement) countedIn(q *unit.Quantity) bool {
	return st.time == "count" && st.measureWord != "" && q.Kind == "count" && measureOf(q) == st.measureWord
}

// investments are the sums whose parts are told by where the money is from or goes to.
var investments = map[string]bool{"investment": true, "fixed_asset_investment": true}

// doneByGroup tells of a part of the sum told before by who has done it: 市属企业完成8亿元，乡镇企业完成3亿元.
func (r *reader) doneByGroup(st *statement, s *site) bool {
	if st.code != "" && st.form != "sector" || s.tok.q.Kind != "amount" || !money[r.current.code] {
		return false
	}
	if !strings.HasSuffix(join(trimReach(s.left)), "完成") || laidOut(s.left) {
		return false
	}
	return r.toldIn(s.tok.q.Unit.Code) || r.current.form == "level" && startsWithAny(r.text[r.start:r.end], partsOfBefore())
}

// toldIn tells of a sentence that has told a level in a unit.
func (r *reader) toldIn(unit string) bool {
	for i := len(r.out.Facts) - 1; i >= 0 && r.out.Facts[i].Start >= r.start; i-- {
		if f := &r.out.Facts[i]; f.Unit == unit && f.Measure == "level" {
			return true
		}
	}
	return false
}

// laidOut tells of the money that works have been done for: 水利工程完成2.4亿元.
func laidOut(left []token) bool {
	left = trimReach(left)
	n := len(left)
	return n > 1 && left[n-1].text == "完成" && endsWithAny(left[n-2].text, laidOutOn())
}

var laidOutOn = phrases("laid out on")

// partOfCurrent is the part that a group has in the quantity told of the whole.
func (r *reader) partOfCurrent(group string) statement {
	part := *r.current
	if part.qualifier = trimAny(strings.TrimPrefix(group, "其中"), "完成", "实现"); part.ofPriceGroup() {
		part.industry, part.text, part.head = "", part.qualifier, part.qualifier
	}
	if part.code == "tax" && strings.HasPrefix(part.qualifier, "财政") {
		part.code, part.text, part.head = "fiscal_revenue", part.qualifier, part.qualifier // 国税完成4亿元，地税完成2亿元，财政完成1亿元
	}
	return part
}

// groups end the names of what an aggregate is told by.
var groups = phrases("groups")

// likeItsWhole gives a part that a sentence of its own tells behind 其中 the status and time of its whole, where what stands between is an aim of
// something else: 56个项目开工，总投资300亿元，年内计划完成投资90亿元。其中，装备项目18个，总投资120亿元. In the sentence of the aim, so do parts of what it
// counted before.
func (r *reader) likeItsWhole(f *yiyuan.Fact) {
	if f.Status == "actual" || f.Measure != "level" || r.clause.status != "" {
		return
	}
	var whole *yiyuan.Fact
	if strings.HasPrefix(r.text[r.start:r.end], "其中") {
		if !r.sentence.has {
			whole = r.wholeNamedLike(f)
		}
	} else if aimed := r.wholeFact(); aimed != nil && aimed.Start >= r.start && aimed.Unit == "CNY" && f.Indicator == "project_count" && f.Status == "planned" {
		whole = r.lastSince(r.start, func(of *yiyuan.Fact) bool {
			return of.Start < aimed.Start && of.Measure == "level" && of.Indicator == f.Indicator
		})
	}
	if whole != nil && whole.Status == "actual" {
		f.Status, f.PeriodKind, f.PeriodStart, f.PeriodEnd = whole.Status, whole.PeriodKind, whole.PeriodStart, whole.PeriodEnd
	}
}

// partOfLast tells of the part that a thing no table knows has in what the sentence has told last, or people in those at work.
func (r *reader) partOfLast(f *yiyuan.Fact, s *site, st statement) bool {
	last := r.lastInSentence()
	grows := last != nil && last.Measure == "growth" && strings.HasPrefix(r.clauseAround(s.tok.start, s.tok.end), "其中")
	if last == nil || s.inherited || last.Measure != "level" && last.Indicator != "employment" && !grows {
		return false
	}
	if last.Indicator == "employment" && (f.Indicator == "count_other" || f.Indicator == "population" || f.Indicator == "talent_count") && strings.HasPrefix(s.rule, "share.") {
		hit, ok := indicator.Counted(st.text, "")
		return ok && hit.Entry.Unit == "person" && hit.End == len(st.text)
	}
	if unsettled(f) && !st.known && s.rule == "share.each" && countedApart[last.Indicator] && last.Unit == "count" && ofWhichClause(r.clauseAround(s.tok.start, s.tok.end)) {
		return true // 投递包裹2860万件，其中下行包裹占八成
	}
	return unsettled(f) && !st.known && s.rule == "share.each" && (divided[last.Indicator] || last.Indicator == "output_volume" || last.Indicator == "area")
}

// countedApart are counts of which a part is told by its share behind 其中.
var countedApart = map[string]bool{"count_other": true, "visitor_count": true, "case_count": true}

// ofWhichClause tells of a clause that opens with 其中.
func ofWhichClause(clause string) bool { return strings.HasPrefix(clause, "其中") }
