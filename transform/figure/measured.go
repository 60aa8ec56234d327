package figure

import (
	"cmp"
	"strings"

	"yiyuan"
	"yiyuan/transform/indicator"
	"yiyuan/transform/search"
)

// This file settles which indicator a figure is of: that of its name, which its sector, its whole, its words, its unit and the
// thing counted may each put right, in this order.

func (r *reader) settleIndicator(f *yiyuan.Fact, s *site, st statement) {
	f.Indicator = st.code
	r.measuredBySector(f, s, st)
	r.measuredByWhole(f, s, st)
	r.measuredAsInvestment(f, s, st)
	r.measuredByWords(f, s, st)
	r.measuredByUnit(f)
	r.measuredByThing(f, s, st)
	r.measuredAbroad(f, s, st)
	coal := strings.HasSuffix(f.ValueText, "标准煤") && !strings.Contains(f.IndicatorText, "生产")
	if coal && (f.Indicator == "other" || f.Indicator == "output_volume") {
		f.Indicator = "energy" // 每年节约1.4万吨标准煤
	}
	saved := endsWithAny(st.text, energySaved()) || endsWithAny(join(trimReach(s.left)), energySaved())
	if saved && (f.Indicator == "output_volume" || f.Indicator == "other" && weighed[f.Unit]) {
		f.Indicator = "energy" // 节约和少用能源200万吨
	}
	if f.Indicator == "fiscal_expenditure" && st.text == "支出" && strings.Contains(join(s.left), "人均") {
		f.Indicator = "other" // 人均衣着消费支出1500元，人均交通支出900元
	}
	if last := r.lastInSentence(); f.Indicator == "fiscal_expenditure" && plainOutgo().has(st.text) && last != nil && strings.HasSuffix(last.IndicatorText, "收入") {
		switch last.Indicator {
		case "other", "revenue":
			f.Indicator = "other" // 社保基金总收入30亿元，总支出28亿元
		case "exports":
			f.Indicator = "imports" // 服务贸易收入300亿元，支出320亿元
		}
	}
	inYuan := f.Unit == "CNY" && !strings.ContainsAny(f.ValueText, "万亿")
	if inYuan && (f.Indicator == "revenue" || f.Indicator == "output_value") && pricedByThePiece().has(strings.TrimSuffix(join(trimReach(s.left)), "约")) {
		f.Indicator = "other" // 销售额26亿元，…，每斤约32元
	}
	if f.Indicator == "fiscal_expenditure" && inYuan && holdsAny(r.clauseAround(f.Start, f.End), consumption()) {
		f.Indicator = "other" // 食品烟酒、居住支出分别为4000元和2300元
	}
	if f.Measure == "level" && !printedIn(f.Indicator, f.Unit) {
		f.Indicator = unitDefault[f.Unit] // 营业收入300亿元，生产生铁790万吨
		if weighed[f.Unit] && sizesWorks(s.right) {
			f.Indicator, f.IndicatorText = "capacity", "" // 6万吨焊材|项目总投资2亿元
		}
	}
	if f.Indicator == "other" && f.Measure == "level" && f.Unit == "m2" {
		f.Indicator = "area" // 消化库存90万平方米
	}
	if f.Measure == "rank" && f.Indicator == "region_count" && holdsAny(r.saidBefore(s), rankingsHeld()) && !strings.Contains(join(s.left), "数") {
		f.Indicator, f.IndicatorText = "other", "" // 在16个县综合排名中，我县由第11位升到第6位
	}
	if f.Indicator == "other" && f.Measure == "level" && (f.Unit == "km" || f.Unit == "m") && endsWithAny(join(trimReach(s.left)), pipesLaid()) {
		f.Indicator = "length" // 铺设输水管道33公里
	}
	if f.Unit == "CNY" && strings.HasSuffix(st.text, "亩产") {
		f.Indicator = "output_value" // 亩产达到8000元
	}
	if f.Indicator == "output_volume" && f.Measure == "level" && (f.Unit == "mu" || f.Unit == "ha" || f.Unit == "km2") {
		f.Indicator = "area" // 新增茶园3000亩，其中果业900亩
	}
}

// rankingsHeld are words for what places are ranked by among others.
var rankingsHeld = phrases("rankings held")

// pipesLaid are what is laid over a length.
var pipesLaid = phrases("pipes laid")

// plainOutgo are names of what is spent, by whomever.
var plainOutgo = phrases("plain outgo")

// consumption are words for what households spend money on.
var consumption = phrases("spent by households")

// energySaved are words for saving it, up to how much.
var energySaved = phrases("energy saved")

// printedIn tells whether an indicator can be told in a unit: one that a figure has from the one before it is often of another.
func printedIn(code, unit string) bool {
	switch unit {
	case "person", "household":
		return !noPeople[code] && code != "region_count" && code != "output_volume" && !(code == "case_count" && unit == "person") && fits(code, unit)
	case "count":
		return code != "reserves" && (fits(code, unit) || traded[code])
	case "other":
		return true
	case "mu", "ha", "km2":
		return code == "area" // 8万亩茶园产量2万吨, 扩大产能，征地60亩
	}
	return code == "capacity" || code == "subsidy" && weighed[unit] || unitDefault[unit] == "" || fits(code, unit)
}

// measuredBySector settles the indicator of a sector that is told by its name or by what it adds.
func (r *reader) measuredBySector(f *yiyuan.Fact, s *site, st statement) {
	if f.Measure == "growth" && st.code == "financing" && strings.HasSuffix(st.head, "贷款") && r.partOfA("loans") {
		f.Indicator = "loans" // 贷款余额900亿元，其中创业担保贷款增长60%
	}
	if st.balance(s) && !(s.inherited && r.toldAs("financing")) { // 投放贷款90亿元，增长5%
		f.Indicator = "loans"
	}
	if (st.form == "sector" || threeSectors[st.industry]) && f.Unit != "pp" && r.partOfA("resident_income") {
		f.Indicator = "resident_income" // 经营净收入5000元，其中第一产业4000元
		return
	}
	if st.form == "sector" || st.form == "growthname" {
		f.Indicator = "value_added"
		if last := r.lastInSentence(); f.Unit == "rank" && s.inherited && last != nil && last.Indicator == "output_value" && last.Measure == "level" {
			f.Indicator = last.Indicator // 产业规模达6688亿元，居中部第一
		}
		switch f.Unit {
		case "CNY":
			f.Indicator = "output_value"
		case "tonne", "kg":
			f.Indicator = "output_volume"
		case "m2", "m", "km", "m3", "count", "vehicle":
			f.Indicator = unitDefault[f.Unit]
			if r.listsProducts(f.Start) {
				f.Indicator, f.Counter = "output_volume", cmp.Or(f.Counter, st.industry)
			}
		case "mu", "ha", "km2":
			f.Indicator = "area"
		case "person", "household", "kWh", "kW", "other":
			f.Indicator = unitDefault[f.Unit]
		}
		if f.Measure == "growth" && f.Indicator == "value_added" {
			f.Indicator = r.growthOfBranch(st)
		}
		if last := r.lastFact(); s.inherited && last != nil && comparesLike(f, last) {
			f.Indicator = last.Indicator
		}
	}
	if f.Measure == "growth" && (f.Indicator == "enterprise_count" || f.Indicator == "fdi") && r.firmsOfIndustry(s) {
		f.Indicator = r.industryToldBy() // 在全部工业中，国有企业增长5%
	}
	if s.rule == "contribution" && (threeSectors[st.industry] || endsWithAny(strings.TrimRight(st.text, "的"), partsOfDemand())) {
		f.Indicator = "gdp"
		f.Base = cmp.Or(f.Base, "经济增长")
	}
}

// comparesLike tells of a figure that only compares, where the one before it did so or it is a share: 增长5%，增速提高2个百分点.
func comparesLike(f, last *yiyuan.Fact) bool {
	return f.Unit == "percent" || f.Unit == "times" || f.Unit == "pp" && (last.Measure == "growth" || last.Unit == "pp")
}

// firmsOfIndustry tells of one sort of the firms of an industry: 在全部工业中，国有企业.
func (r *reader) firmsOfIndustry(s *site) bool {
	return strings.HasSuffix(join(trimReach(withoutBrackets(s.nounPhrase))), "企业") && strings.Contains(r.saidBefore(s), "工业中，")
}

// partsOfDemand are what the growth of the economy is divided into by its use.
var partsOfDemand = phrases("parts of demand")

// abroad are quantities that statistics on trade with other countries tell industry by industry.
var abroad = map[string]bool{"fdi": true, "exports": true, "imports": true, "foreign_trade": true}

// meetTopicOfGoods keeps what a sentence of a report without figures says has risen or fallen, before its goods are told apart: 主要生产资料销售量比上年
// 增加。煤炭增长6%，钢材增长13%.
func (r *reader) meetTopicOfGoods(text string) {
	if r.Report.Kind == "" {
		return
	}
	name, behind, told := search.Cut(text, "比上年")
	if !told {
		name, behind, told = search.Cut(text, "普遍")
	}
	if !told || !startsWithAny(strings.TrimLeft(behind, "继续有所明显大幅度"), movesOfGoods()) {
		return
	}
	if i := strings.LastIndexAny(name, "，、；"); i >= 0 {
		_, size := firstRune(name[i:])
		name = name[i+size:]
	}
	name = trimAny(name, mostOfThem().words...)
	switch hit, ok := indicator.Head(name); {
	case endsWithAny(name, volumesOfGoods()):
		r.ofGoods = "other"
	case ok && hit.End == len(name) && hit.Entry.Form == "level":
		r.ofGoods = hit.Entry.Code
	}
}

// movesOfGoods are the verbs of such a sentence.
var movesOfGoods = phrases("moves of goods")

// opensOnGoods does so for the clause that opens a sentence, which goes on to tell them apart: 主要消费品零售量同上年相比：粮食增长5%，食糖增长9%.
func (r *reader) opensOnGoods(text string) {
	opening, _, paused := strings.Cut(text, "，")
	opening, _, colon := strings.Cut(opening, "：")
	if r.Report.Kind == "" || !paused && !colon {
		return
	}
	name := trimAny(trimAny(opening, comparedWithLastYear().words...), mostOfThem().words...)
	if len(name) < len(opening) && endsWithAny(name, volumesOfGoods()) {
		r.ofGoods = "other"
	}
}

// mostOfThem say that nearly all goods did so, volumesOfGoods end what is told of them, comparedWithLastYear the clause before the goods.
var mostOfThem, volumesOfGoods, comparedWithLastYear = phrases("most of them"), phrases("volumes of goods"), phrases("compared with last year")

// soldAway tells of the part of a product that is sold elsewhere: 九成销往省外.
func soldAway(s *site) bool {
	return startsWithAny(trimAhead(join(s.right), "以上", "左右"), soldElsewhere())
}

// soldElsewhere begin what is told of the part of a product that leaves the place it is made in.
var soldElsewhere = phrases("sold elsewhere")

// industryToldBy is what the paragraph has last told industry by, what it adds where it has not: 工业总产值增长9%。…集体工业增长12%.
func (r *reader) industryToldBy() string {
	for i := len(r.out.Facts) - 1; i >= 0 && r.out.Facts[i].Start >= r.lineStart; i-- {
		f := &r.out.Facts[i]
		if strings.HasSuffix(f.Industry, "工业") && (f.Indicator == "output_value" || f.Indicator == "value_added") {
			return f.Indicator
		}
	}
	return "value_added"
}

// outputTold tells of a sentence whose last figure is of what was made.
func (r *reader) outputTold() bool {
	last := r.lastFact()
	return last != nil && last.Indicator == "output_volume" && (last.Start >= r.start || strings.HasPrefix(r.text[r.start:], "其中"))
}

// measuredByWhole settles the indicator of a share by the whole that it is of.
func (r *reader) measuredByWhole(f *yiyuan.Fact, s *site, st statement) {
	sector := st.form == "sector" || st.form == "growthname"
	whole, named := indicator.Head(f.Base)
	shares := f.Measure == "share"
	if shares && (f.Base == "份额" || f.Base == "比重" || f.Base == "比例") {
		f.Base = "" // 前者所占份额达51%
		if last := r.lastInSentence(); unsettled(f) && last != nil && last.Measure == "share" {
			f.Indicator = last.Indicator
		}
	}
	if shares && f.Indicator == "count_other" && endsWithAny(st.text, branchesListed()) {
		f.Indicator, sector = "value_added", true // 制造业、战略性新兴产业占规上工业增加值比重分别达…
	}
	if shares && sector && named && whole.Entry.Form == "level" {
		f.Indicator = whole.Entry.Code
	}
	if last := r.lastInSentence(); shares && f.Base == "" && s.inherited && last != nil && last.Measure == "share" && last.IndicatorText == st.text && last.Start < f.Start {
		f.Indicator = last.Indicator // 畜牧业占农业的比重由三成提高到四成
	}
	if shares && endsWithAny(s.clauseBehind(), marketShares()) {
		f.Indicator = "market_share" // 拿下两成的水泵市场份额
	}
	if shares && !st.known && unsettled(f) && strings.HasPrefix(s.rule, "share.of") && strings.HasSuffix(f.Base, "人口") {
		f.Indicator = "population" // 占全市人口三成的外来务工者
	}
	if code := r.sharesOnInGDP(f, s); code != "" {
		f.Indicator = code
	}
	if shares && f.Indicator == "gdp" && sector {
		f.Indicator = "value_added" // 农业占全省GDP的三成
	}
	if shares && f.Base == "" && r.ownersBySector(f, st) {
		f.Indicator = "enterprise_count" // 个体工商户…，三次产业占比分别为5%、6%、89%
	}
	if shares && f.Indicator == "profit" && holdsAny(join(s.left), firmsByResult()) {
		f.Indicator = "enterprise_count" // 盈利企业占六成
	}
	if shares && f.Base == "" && st.form != "level" && r.dividesLast(f, s) {
		f.Indicator = r.lastInSentence().Indicator // 投资总额6882亿元，战略性新兴产业占比76%
	}
	if shares && f.Base == "" && r.partOfLast(f, s, st) {
		f.Indicator = r.lastInSentence().Indicator // 产值突破50亿元，柑橘单品就占了六成多
	}
	if code := r.portionOf(f, s, st); code != "" {
		f.Indicator = code // 在手订单36亿元，其中风电类产品占七成
	}
	if (shares || f.Measure == "rate") && f.Base == "" && st.form == "sector" && soldAway(s) {
		f.Indicator = "output_volume" // 当地茶叶九成销往省外
	}
	if shares && named && whole.End == len(f.Base) {
		r.measuredAsShareOf(whole.Entry, f, s, st)
	}
	if shares && unsettled(f) && st.text == "" && strings.HasSuffix(f.Base, "经济") && strings.HasSuffix(s.text("whole"), "经济总量") {
		f.Indicator = "gdp" // 占到当地经济总量的近四成
	}
	if shares && f.Indicator == "financing" && endsWithAny(f.Base, allLoans()) {
		f.Indicator = "loans" // 小微企业贷款占各项贷款的九成
	}
	if shares && unsettled(f) && !st.known && !named && r.Report.Kind == "" && !wholePlace()[f.Base] {
		if hit, ok := indicator.Counted(f.Base, ""); ok && hit.End == len(f.Base) && hit.Entry.Code != "region_count" && !laidDown(hit.Entry) {
			f.Indicator = hit.Entry.Code // 占当地加工企业九成的中小企业
		}
	}
	if code := countedWhole(f.Base); shares && code != "" && !endsWithAny(f.Base, planNames()) && !(f.Indicator == "employment" && code == "count_other") {
		f.Indicator = code // 占全市企业总数的30%
	}
	if shares && f.Indicator == "gdp" && f.Base == "" && r.branchOfEconomy(s, st) {
		f.Indicator = "value_added" // 服务业在经济总量中的比重
	}
	if shares && f.Indicator == "value_added" && named && owned[whole.Entry.Code] && strings.HasSuffix(st.text, "经济") {
		f.Indicator = whole.Entry.Code // 民营经济占进出口总额
	}
	if shares && addedByEconomy(f, st.text) {
		f.Indicator = "value_added"
	}
	if shares && f.Indicator == "value_added" && endsWithAny(f.Base, wholeFarming()) {
		f.Indicator = "output_value" // 畜牧业占农业的比重
	}
}

// firmsByResult are firms by whether they earn or lose.
var firmsByResult = phrases("firms by result")

// marketShares are names of such shares.
var marketShares = phrases("market shares")

// allLoans end the names of all that a bank has lent.
var allLoans = phrases("all loans")

// wholeFarming is what the branches of farming have a share in, which is told by what they make.
var wholeFarming = phrases("whole farming")

// measuredAsShareOf settles the indicator of a share by the name of a quantity that all of its whole is.
func (r *reader) measuredAsShareOf(whole indicator.Term, f *yiyuan.Fact, s *site, st statement) {
	if s.inherited && whole.Code == "output_volume" && (money[f.Indicator] || f.Indicator == "area") {
		f.Indicator = "output_volume" // 种植面积5万亩，占全省总产量的三成
	}
	if f.Indicator == "revenue" && whole.Code == "resident_income" {
		f.Indicator = whole.Code // 涉茶收入占农民人均可支配收入的一半
	}
	switch {
	case whole.Form != "level" || strings.HasSuffix(whole.Code, "_count"):
	case f.Indicator == "enterprise_count" && whole.Text == "总户数": // 外地企业612户，占总户数的四成
	case sharers[f.Indicator]:
		f.Indicator = whole.Code // 26个县占全省面积的四成
	case unsettled(f) && !st.known && toldByMeasure[whole.Code], (unsettled(f) && (!st.known || s.inherited) || f.Indicator == "count_other") && soldOrMade[whole.Code] && !holdsAny(st.text, costs()):
		f.Indicator = whole.Code // 锻件占全国产量的三分之一, 那批货占公司全年出口的四成
	}
}

// toldByMeasure are quantities of land, goods and people that what no table knows has a share in.
var toldByMeasure = map[string]bool{"area": true, "length": true, "output_volume": true, "energy": true, "population": true, "employment": true, "reserves": true}

// soldOrMade are sums that goods without a name of their own have a share in.
var soldOrMade = map[string]bool{"foreign_trade": true, "exports": true, "imports": true, "output_value": true, "revenue": true}

// costs are words for what is spent, which is no part of what is earned.
var costs = phrases("costs")

// unsettled tells of a figure of which no name says yet what it measures.
func unsettled(f *yiyuan.Fact) bool { return f.Indicator == "" || f.Indicator == "other" }

// ownersBySector tells of the firms that the paragraph has just counted, by the three sectors.
func (r *reader) ownersBySector(f *yiyuan.Fact, st statement) bool {
	if f.Indicator != "value_added" || !threeSectors[st.industry] {
		return false
	}
	last := r.lastFact()
	return last != nil && last.Start >= r.lineStart && last.Indicator == "enterprise_count"
}

// dividesLast tells of the share of a branch in what the sentence has told last.
func (r *reader) dividesLast(f *yiyuan.Fact, s *site) bool {
	if f.Indicator != "value_added" && f.Indicator != "count_other" {
		return false
	}
	last := r.lastInSentence()
	return last != nil && last.Measure == "level" && divided[last.Indicator] && hasWord(s.left, "占比")
}

// branchOfEconomy tells of a branch, and of no ratio or cost in terms of the GDP: 物流费用与GDP的比率.
func (r *reader) branchOfEconomy(s *site, st statement) bool {
	return st.industry != "" && !strings.HasSuffix(st.text, "比率") && !strings.Contains(r.saidBefore(s), "费用")
}

// addedByEconomy tells of what the economy of an owner or of a kind adds, where its share is of the GDP or of no whole told: 民营经济占GDP的六成.
func addedByEconomy(f *yiyuan.Fact, name string) bool {
	if !strings.HasSuffix(name, "经济") || f.Base != "" && !holdsAny(f.Base, wholeEconomy()) {
		return false
	}
	switch f.Indicator {
	case "", "output_value":
		return true
	case "gdp":
		return f.Base != "" && !economyOfPlace(name)
	}
	return false
}

// wholeEconomy are words for the gross product that an economy has a share of.
var wholeEconomy = phrases("whole economy")

// sharesOnInGDP is what was told right before its share in the GDP: 服务业增加值增长13%，占地区生产总值比重提高1个百分点、达45%.
func (r *reader) sharesOnInGDP(f *yiyuan.Fact, s *site) string {
	last := r.lastInSentence()
	if f.Indicator != "gdp" || f.Measure != "share" && f.Measure != "rate" && f.Unit != "pp" {
		return ""
	}
	if last == nil || s.driver || strings.HasPrefix(s.rule, "contribution") || strings.HasPrefix(s.rule, "gap") {
		return ""
	}
	clause := strings.TrimLeft(trimAhead(r.text[last.End:f.Start], "以上", "左右"), "，、；, ")
	if !strings.HasPrefix(clause, "占") && !(last.Unit == "pp" && s.inherited) || !money[last.Indicator] {
		return ""
	}
	return last.Indicator
}

// branchesListed end the names of branches.
var branchesListed = phrases("branches listed")

// divided are quantities that the next clause divides by branch or goods.
var divided = map[string]bool{
	"investment": true, "fixed_asset_investment": true, "foreign_trade": true, "exports": true, "imports": true,
	"output_value": true, "revenue": true,
}

// sharers are those whose share of a quantity is one of that quantity, and not of how many they are.
var sharers = map[string]bool{
	"region_count": true, "enterprise_count": true, "park_count": true, "project_count": true, "platform_count": true,
	"institution_count": true, "cluster_count": true, "chain_count": true,
}

// countedWhole is what a whole is a number of; 全省总数 is of the things told before.
func countedWhole(base string) string {
	things := trimAny(base, numbersOfThings().words...)
	if hit, ok := indicator.Counted(things, ""); ok && things != base && hit.End == len(things) && !wholePlace()[things] {
		return hit.Entry.Code
	}
	return ""
}

// measuredAsInvestment settles the indicator of an investment that is one of the aggregates of statistics.
func (r *reader) measuredAsInvestment(f *yiyuan.Fact, s *site, st statement) {
	moves := f.Measure == "growth" || f.Unit == "pp"
	if moves && st.text == "投资" && st.qualifier == "" && !(s.inherited && r.toldAs("investment")) {
		f.Indicator = "fixed_asset_investment"
	}
	if (st.head == "投资" || st.head == "建设投资") && f.Indicator == "investment" && r.amongAggregates(s) {
		f.Indicator = "fixed_asset_investment"
	}
	if last := r.lastInSentence(); f.Indicator == "investment" && st.text == "投资额" && last != nil && last.Indicator == "fixed_asset_investment" {
		f.Indicator = last.Indicator // 工业投资80亿元，投资额居全省第二
	}
	if st.head == "投资" && st.industry != "" && f.Unit != "CNY" && strings.HasSuffix(st.industry, "业") {
		f.Indicator = "fixed_asset_investment"
	}
	if strings.HasSuffix(st.text, "建设投资") && f.Indicator == "investment" && (f.Measure == "growth" || s.rule == "rate") {
		f.Indicator = "fixed_asset_investment" // 环保、公共设施等建设投资分别增长…
	}
}

// measuredByWords settles the indicator of a name that no table knows, by its words.
func (r *reader) measuredByWords(f *yiyuan.Fact, s *site, st statement) {
	if (unsettled(f) || f.Indicator == "count_other") && (f.Unit == "CNY" || f.Measure == "growth") && standardOfRelief(st.text) {
		f.Indicator = "subsidy" // 特困供养年人均标准提高到2万元
	}
	if f.Measure == "growth" && (unsettled(f) || f.Indicator == "value_added" && st.form == "sector") && yieldsMore(s) {
		f.Indicator = "output_volume" // 大蒜减产15%
	}
	if f.Measure == "growth" && f.Indicator == "other" && s.inherited && strings.Contains(st.text, "价") && hasWord(s.left, "增产", "减产") {
		f.Indicator = "output_volume" // 甲省均价上涨一成；乙省减产15%
	}
	if last := r.lastInSentence(); f.Indicator == "" && f.Measure == "change" && s.inherited && last != nil && last.Unit == f.Unit && last.IndicatorText == st.text {
		f.Indicator = last.Indicator // 周出库量9千吨，较上周增加1千吨
	}
	if last := r.lastInSentence(); unsettled(f) && f.Measure == "level" && last != nil && last.Measure == "level" && last.Unit == f.Unit && shortfalls().has(st.text) {
		f.Indicator = last.Indicator // 日烘干能力6万吨，缺口1万吨
	}
	if f.Measure == "growth" && unsettled(f) && endsWithAny(st.text, spansNamed()) && !s.inherited && !strings.HasSuffix(st.text, "天数") {
		f.Indicator = "duration" // 平均提货时间比上年缩短六成
	}
	if f.Indicator == "" && f.Unit == "m3" && st.industry != "" && !holdsAny(r.clauseAround(f.Start, f.End), moving()) {
		f.Indicator = "output_volume"
	}
	if f.Indicator == "" && f.Unit == "CNY" && s.measure == "change" && hasWord(s.left, "增收", "减收") {
		f.Indicator = "resident_income"
	}
	if f.Indicator == "" && (f.Unit == "CNY" || f.Unit == "USD") && endsWithAny(st.text, []string{"项目", "签约"}) {
		f.Indicator = "investment" // 签约项目超千亿元
	}
	if (f.Indicator == "" || f.Indicator == "other" && s.inherited) && f.Unit == "CNY" && f.Measure == "level" {
		f.Indicator = cmp.Or(r.moneyOfJustCounted(f), f.Indicator)
	}
	if f.Indicator == "" && f.Unit == "day" && strings.Contains(st.text, "天数") {
		f.Indicator = "other"
	}
	if f.Indicator == "" || f.Indicator == "other" && !isName(st.text) {
		if (f.Unit == "percent" || f.Unit == "times") && namesNumberOf(st.text) {
			f.Indicator = "count_other"
		}
	}
	if f.Indicator == "" && (s.measure == "growth" || f.Unit == "pp") && economyOfPlace(st.text) {
		f.Indicator = "gdp"
	}
	if (f.Indicator == "" || f.Indicator == "other" && !st.known) && s.rule == "share.over" {
		f.Indicator = "count_other" // of things that are counted: 八成以上的大棚
	}
	if (f.Unit == "tonne" || f.Unit == "kg") && s.measure == "level" {
		r.measuredAsWeight(f, s, st)
	}
	if f.Indicator == "" && f.Unit == "kW" && holdsAny(join(s.right), madeByPower()) {
		f.Indicator = "capacity"
	}
	if unsettled(f) && (f.Unit == "kW" || f.Unit == "m3") && namesAbility(s, st) {
		f.Indicator = "capacity" // 可调节能力20万千瓦, 年增8亿立方米外输能力
	}
	if f.Indicator == "fiscal_revenue" && f.Measure != "growth" && strings.HasSuffix(st.head, "财力") && holdsAny(s.clauseBehind(), puttingTo()) {
		f.Indicator = "fiscal_expenditure" // 新增财力的七成用于民生
	}
	if f.Unit == "percent" && f.Measure != "growth" && (unsettled(f) || st.form == "sector") && r.fieldsDone(s, st) {
		f.Indicator = "area" // 水稻已收割七成，玉米过半
	}
	if last := r.lastInSentence(); f.Measure == "share" && unsettled(f) && strings.HasSuffix(st.text, "所") && last != nil && abroad[last.Indicator] {
		f.Indicator = last.Indicator // 出口下降2%，欧盟所占份额降到三成
	}
	if f.Measure == "share" && (f.Indicator == "" || f.Indicator == "other" && !st.known) {
		f.Indicator = cmp.Or(r.countedAmong(s), f.Indicator)
	}
	if f.Indicator == "" && s.inherited && f.Measure == "share" {
		f.Indicator = r.levelBefore()
	}
	if f.Indicator == "" {
		f.Indicator = r.moneyOfWhole(f, st)
	}
}

// fieldsDone tells of how far the work on fields has come, or of a crop whose share the sentence goes on to tell.
func (r *reader) fieldsDone(s *site, st statement) bool {
	if endsWithAny(join(trimReach(s.left)), workOnFields()) {
		return true
	}
	last := r.lastInSentence()
	return st.form == "sector" && s.rule == "rate" && last != nil && last.Indicator == "area" && last.Measure == "share"
}

// workOnFields end what is told of it.
var workOnFields = phrases("work done on fields")

// shortfalls are words for how much of what was told is wanting.
var shortfalls = phrases("shortfalls")

// countedAmong is what is counted of those among whom a report tells the share that did something: 小型国有企业中，已有8%实行了租赁.
func (r *reader) countedAmong(s *site) string {
	said := r.saidBefore(s)
	at := strings.LastIndex(said, "中，")
	if r.Report.Kind == "" || at < 0 || strings.ContainsAny(said[at+len("中，"):], "，；：0123456789") || endsWithAny(said[:at], []string{"其", "过程"}) {
		return ""
	}
	whole := said[:at]
	if i := strings.LastIndexAny(said[:at], "，、；："); i >= 0 {
		_, size := firstRune(said[i:])
		whole = said[i+size : at]
	}
	if hit, ok := indicator.Counted(whole, ""); ok && hit.End == len(whole) && standing[hit.Entry.Code] {
		return hit.Entry.Code
	}
	return ""
}

// standardOfRelief tells of the standard by which the state keeps people: 特困供养年人均标准.
func standardOfRelief(name string) bool {
	return strings.HasSuffix(trimAny(name, "每人", "每人每月", "每人每年"), "标准") && holdsAny(name, inNeed())
}

// namesNumberOf tells of the name of how many things there are that statistics do not tell by people: 成交套数.
func namesNumberOf(name string) bool {
	return endsWithAny(trimAny(name, "同比", "比上年"), countNames())
}

// measuredAsWeight settles the indicator of a weight of which it is not told that so much was made.
func (r *reader) measuredAsWeight(f *yiyuan.Fact, s *site, st statement) {
	sector := st.form == "sector"
	if (f.Indicator == "" || sector) && !r.tellsMaking(s, st) {
		f.Indicator = "other"
		if strings.HasSuffix(join(trimReach(s.left)), "能力") {
			f.Indicator = "capacity"
		}
	}
	last := r.lastInSentence()
	if (f.Indicator == "" || sector) && last != nil && last.Indicator == "capacity" && !strings.ContainsAny(r.text[last.End:f.Start], "，；,;") {
		f.Indicator = "capacity" // 年产300万套轴承、6万吨钢管
	}
}

// moneyOfWhole is what the sum is of whose part a figure is, "" where it is part of none.
func (r *reader) moneyOfWhole(f *yiyuan.Fact, st statement) string {
	if sum := r.factOutside(); sum != nil && f.Measure == "level" && sum.Measure == "level" && sum.Unit == f.Unit && money[sum.Indicator] {
		return sum.Indicator // 投入资金900万元（其中中央补助600万元，县级配套300万元）
	}
	if st.known || r.partOf < 0 || f.Measure != "growth" && f.Measure != "share" {
		return ""
	}
	if whole := r.wholeFact(); whole != nil && whole.Start >= r.start && money[whole.Indicator] {
		return whole.Indicator // 销售额增长30%，其中销售给个人增长28%
	}
	return ""
}

// inNeed are those whom the state keeps by a standard.
var inNeed = phrases("people in need")

// namesAbility tells of an ability that the words before a figure name, or those behind it to the end of its clause.
func namesAbility(s *site, st statement) bool {
	return strings.HasSuffix(st.text, "能力") || strings.HasSuffix(join(trimReach(s.left)), "能力") || strings.HasSuffix(s.clauseBehind(), "能力")
}

// moneyOfJustCounted is what a sum right behind a number is of: 签约项目80个260亿元, 发放小额贷款3000户、2亿元.
func (r *reader) moneyOfJustCounted(f *yiyuan.Fact) string {
	last := r.lastInSentence()
	if last == nil || last.Measure != "level" || last.End > f.Start || strings.Trim(r.text[last.End:f.Start], "、") != "" {
		return ""
	}
	switch {
	case last.Indicator == "project_count":
		return "investment"
	case strings.Contains(last.IndicatorText, "补贴") || strings.Contains(last.IndicatorText, "补助"):
		return "subsidy" // 已兑付补贴3.8万台、889万元
	case strings.Contains(last.IndicatorText, "贷款") || strings.HasSuffix(last.IndicatorText, "放款"):
		return "financing"
	case (last.Indicator == "output_volume" || last.Indicator == "other") && behindSale(r.text[phraseStart(r.text, last.Start):last.Start]):
		return "revenue" // 一个月就销售3万台、5360万元
	case traded[last.Indicator] && last.Unit != f.Unit:
		return last.Indicator // 其中手机210万台、4亿元
	}
	return ""
}

// economyOfPlace tells the economy of a nation or place as a whole from that of an owner or a kind: 县域经济, not 民营经济.
func economyOfPlace(name string) bool {
	of, is := strings.CutSuffix(name, "经济")
	return is && (of == "" || endsWithAny(of, wholeEconomies()))
}

// wholeEconomies stand before 经济 in its names.
var wholeEconomies = phrases("whole economies")

// countNames end the names of numbers of things: 成交套数.
var countNames = phrases("count names")

// noLength tells of what is measured in metres and is no length of a thing: how near it is, how exact, how much rain fell.
func noLength(s *site, st statement) bool {
	return holdsAny(join(s.left)+st.text, noLengths()) || startsWithAny(join(s.right), noLengths())
}

// noLengths are words for such.
var noLengths = phrases("no lengths")

// measuredByUnit settles the indicator of what only its unit tells.
func (r *reader) measuredByUnit(f *yiyuan.Fact) {
	if f.Indicator == "" {
		f.Indicator = unitDefault[f.Unit]
	}
	if f.Indicator == "" {
		f.Indicator = "other"
	}
}

var unitDefault = map[string]string{
	"CNY": "other", "USD": "other", "HKD": "other", "m2": "area", "mu": "area", "ha": "area", "km2": "area", "m": "length", "km": "length",
	"kWh": "energy", "kW": "energy", "year": "duration", "month": "duration", "day": "duration", "hour": "duration", "minute": "duration",
	"person": "count_other", "household": "count_other", "count": "count_other", "tonne": "output_volume", "kg": "output_volume",
	"vehicle": "count_other",
}

// madeByPower are goods that are made by the power they will give: 7GW电池片项目.
var madeByPower = phrases("made by power")

// owned are what an economy by owner has a share of, other than output.
var owned = map[string]bool{
	"foreign_trade": true, "exports": true, "imports": true, "tax": true, "fiscal_revenue": true, "fixed_asset_investment": true,
	"retail_sales": true, "employment": true,
}
