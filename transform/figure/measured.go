package figure

import (
	"cmp"
	"slices"
	"strings"

	"yiyuan"
	"yiyuan/transform/indicator"
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
	if f.Measure == "level" && !printedIn(f.Indicator, f.Unit) {
		f.Indicator = unitDefault[f.Unit] // 营业收入300亿元，生产生铁790万吨
	}
}

// printedIn tells whether an indicator can be told in a unit: one that a figure has from the one before it is often of another.
func printedIn(code, unit string) bool {
	switch unit {
	case "person", "household":
		return !noPeople[code] && code != "region_count" && code != "output_volume" && !(code == "case_count" && unit == "person") && fits(code, unit)
	case "count":
		return code != "reserves" && (fits(code, unit) || traded[code])
	case "other":
		return true
	}
	return code == "capacity" || unitDefault[unit] == "" || fits(code, unit)
}

// measuredBySector settles the indicator of a sector that is told by its name or by what it adds.
func (r *reader) measuredBySector(f *yiyuan.Fact, s *site, st statement) {
	if st.balance(s) && !(s.inherited && r.toldAs("financing")) { // 投放贷款90亿元，增长5%
		f.Indicator = "loans"
	}
	if st.form == "sector" || st.form == "growthname" {
		f.Indicator = "value_added"
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
		if f.Measure == "growth" && f.Indicator == "value_added" && !strings.HasSuffix(st.industry, "业") && r.outputTold() {
			f.Indicator = "output_volume" // 肉类产量增长3%，其中牛肉、羊肉分别增长5%、6%
		}
		if last := r.lastFact(); s.inherited && last != nil && (f.Unit == "percent" || f.Unit == "times" || f.Unit == "pp" && (last.Measure == "growth" || last.Unit == "pp")) {
			f.Indicator = last.Indicator
		}
	}
	if s.rule == "contribution" && threeSectors[st.industry] {
		f.Indicator = "gdp"
		f.Base = cmp.Or(f.Base, "经济增长")
	}
}

// outputTold tells of a sentence whose last figure is of what was made.
func (r *reader) outputTold() bool {
	last := r.lastFact()
	return last != nil && last.Indicator == "output_volume" && (last.Start >= r.start || strings.HasPrefix(r.text[r.start:], "其中"))
}

// measuredByWhole settles the indicator of a share by the whole that it is of.
func (r *reader) measuredByWhole(f *yiyuan.Fact, s *site, st statement) {
	if hit, ok := indicator.Head(f.Base); ok && f.Measure == "share" && (st.form == "sector" || st.form == "growthname") && hit.Entry.Form == "level" {
		f.Indicator = hit.Entry.Code
	}
	if f.Measure == "share" && f.Indicator == "gdp" && (st.form == "sector" || st.form == "growthname") {
		f.Indicator = "value_added" // 农业占全省GDP的三成
	}
	if last := r.lastFact(); f.Measure == "share" && f.Base == "" && f.Indicator == "value_added" && threeSectors[st.industry] && last != nil && last.Start >= r.lineStart && last.Indicator == "enterprise_count" {
		f.Indicator = "enterprise_count" // 个体工商户…，三次产业占比分别为5%、6%、89%
	}
	if last := r.lastInSentence(); f.Measure == "share" && f.Base == "" && (f.Indicator == "value_added" || f.Indicator == "count_other") && st.form != "level" && last != nil && last.Measure == "level" && divided[last.Indicator] && hasWord(s.left, "占比") {
		f.Indicator = last.Indicator // 投资总额6882亿元，战略性新兴产业占比76%
	}
	if hit, ok := indicator.Head(f.Base); ok && s.inherited && f.Measure == "share" && hit.Entry.Code == "output_volume" && hit.End == len(f.Base) && (money[f.Indicator] || f.Indicator == "area") {
		f.Indicator = "output_volume" // 种植面积5万亩，占全省总产量的三成
	}
	if hit, ok := indicator.Head(f.Base); ok && f.Measure == "share" && sharers[f.Indicator] && hit.End == len(f.Base) && hit.Entry.Form == "level" && !strings.HasSuffix(hit.Entry.Code, "_count") {
		f.Indicator = hit.Entry.Code // 26个县占全省面积的四成
	}
	if f.Measure == "share" && (f.Indicator == "" || f.Indicator == "other") && st.text == "" && strings.HasSuffix(f.Base, "经济") && strings.HasSuffix(s.text("whole"), "经济总量") {
		f.Indicator = "gdp" // 占到当地经济总量的近四成
	}
	if code := countedWhole(f.Base); f.Measure == "share" && code != "" {
		f.Indicator = code // 占全市企业总数的30%
	}
	if f.Measure == "share" && f.Indicator == "gdp" && st.industry != "" && f.Base == "" && !strings.HasSuffix(st.text, "比率") && !strings.Contains(r.saidBefore(s), "费用") {
		f.Indicator = "value_added" // 服务业在经济总量中的比重
	}
	if hit, ok := indicator.Head(f.Base); ok && f.Measure == "share" && f.Indicator == "value_added" && strings.HasSuffix(st.text, "经济") && owned[hit.Entry.Code] {
		f.Indicator = hit.Entry.Code // 民营经济占进出口总额
	}
	if f.Measure == "share" && strings.HasSuffix(st.text, "经济") && (f.Indicator == "" || f.Indicator == "output_value" || f.Indicator == "gdp" && f.Base != "" && !economyOfPlace(st.text)) && (f.Base == "" || holdsAny(f.Base, []string{"生产总值", "GDP", "经济总量"})) {
		f.Indicator = "value_added"
	}
}

// divided are quantities that the next clause divides by branch or goods.
var divided = map[string]bool{"investment": true, "fixed_asset_investment": true, "foreign_trade": true, "exports": true, "imports": true, "output_value": true, "revenue": true}

// sharers are those whose share of a quantity is one of that quantity, and not of how many they are.
var sharers = map[string]bool{"region_count": true, "enterprise_count": true, "park_count": true, "project_count": true, "platform_count": true, "institution_count": true, "cluster_count": true, "chain_count": true}

// countedWhole is what a whole is a number of.
func countedWhole(base string) string {
	things := trimAny(base, "总数", "总户数", "总家数", "总个数", "户数", "家数", "个数")
	if hit, ok := indicator.Counted(things, ""); ok && things != base && hit.End == len(things) {
		return hit.Entry.Code
	}
	return ""
}

// measuredAsInvestment settles the indicator of an investment that is one of the aggregates of statistics.
func (r *reader) measuredAsInvestment(f *yiyuan.Fact, s *site, st statement) {
	if st.text == "投资" && st.qualifier == "" && !(s.inherited && r.toldAs("investment")) && (f.Measure == "growth" || f.Unit == "pp") {
		f.Indicator = "fixed_asset_investment"
	}
	if (st.head == "投资" || st.head == "建设投资") && f.Indicator == "investment" && r.amongAggregates(s) {
		f.Indicator = "fixed_asset_investment"
	}
	if st.head == "投资" && st.industry != "" && f.Unit != "CNY" && strings.HasSuffix(st.industry, "业") {
		f.Indicator = "fixed_asset_investment"
	}
}

// measuredByWords settles the indicator of a name that no table knows, by its words.
func (r *reader) measuredByWords(f *yiyuan.Fact, s *site, st statement) {
	if f.Indicator == "" && f.Unit == "m3" && st.industry != "" {
		f.Indicator = "output_volume"
	}
	if f.Indicator == "" && f.Unit == "CNY" && s.measure == "change" && hasWord(s.left, "增收", "减收") {
		f.Indicator = "resident_income"
	}
	if f.Indicator == "" && (f.Unit == "CNY" || f.Unit == "USD") && endsWithAny(st.text, []string{"项目", "签约"}) {
		f.Indicator = "investment" // 签约项目超千亿元
	}
	if f.Indicator == "" && f.Unit == "day" && strings.Contains(st.text, "天数") {
		f.Indicator = "other"
	}
	if (f.Indicator == "" || f.Indicator == "other" && !isName(st.text)) && f.Unit == "percent" && endsWithAny(trimAny(st.text, "同比"), countNames()) && !holdsAny(st.text, []string{"旅客", "乘客", "客运"}) {
		f.Indicator = "count_other"
	}
	if f.Indicator == "" && s.measure == "growth" && economyOfPlace(st.text) {
		f.Indicator = "gdp"
	}
	if (f.Indicator == "" || f.Indicator == "other" && !st.known) && s.rule == "share.over" {
		f.Indicator = "count_other" // of things that are counted: 八成以上的大棚
	}
	if (f.Indicator == "" || st.form == "sector") && (f.Unit == "tonne" || f.Unit == "kg") && s.measure == "level" && !r.tellsMaking(s, st) {
		f.Indicator = "other"
		if strings.HasSuffix(join(trimReach(s.left)), "能力") {
			f.Indicator = "capacity"
		}
	}
	if last := r.lastInSentence(); (f.Indicator == "" || st.form == "sector") && (f.Unit == "tonne" || f.Unit == "kg") && s.measure == "level" && last != nil &&
		last.Indicator == "capacity" && !strings.ContainsAny(r.text[last.End:f.Start], "，；,;") {
		f.Indicator = "capacity" // 年产300万套轴承、6万吨钢管
	}
	if f.Indicator == "" && f.Unit == "kW" && (strings.HasSuffix(join(trimReach(s.left)), "能力") || holdsAny(join(s.right), madeByPower())) {
		f.Indicator = "capacity" // 可调节能力20万千瓦
	}
	if f.Indicator == "" && s.inherited && f.Measure == "share" {
		f.Indicator = r.levelBefore()
	}
}

// worksBehind tells of people whom the clause behind their number has at work.
func worksBehind(s *site) bool {
	behind := join(s.right[:clauseEnd(s.right)])
	for _, verb := range workingVerbs() {
		if at := strings.Index(behind, verb); at >= 0 && at <= len("在某某养殖示范基地当上了") && !startsWithAny(behind[at+len(verb):], []string{"人员", "者", "劳动", "一线", "复产一线"}) {
			return true
		}
	}
	return false
}

var workingVerbs = phrases("working verbs")

// rescuing are verbs for what is done with people in need, who are not counted as those who live somewhere.
var rescuing = phrases("rescuing")

// underground are words for what has been found in the ground and is still there.
var underground = phrases("underground")

// economyOfPlace tells the economy of a nation or place as a whole from that of an owner or a kind: 县域经济, not 民营经济.
func economyOfPlace(name string) bool {
	of, is := strings.CutSuffix(name, "经济")
	return is && (of == "" || endsWithAny(of, []string{"国民", "县域", "省域", "市域", "镇域", "区域", "地区", "整体", "总体", "世界", "全球", "我国", "中国"}))
}

// countNames end the names of numbers of things: 成交套数.
var countNames = phrases("count names")

// measuredByUnit settles the indicator of what only its unit tells.
func (r *reader) measuredByUnit(f *yiyuan.Fact) {
	if f.Indicator == "" {
		f.Indicator = unitDefault[f.Unit]
	}
	if f.Indicator == "" {
		f.Indicator = "other"
	}
}

// measuredByThing settles the indicator of people, animals, containers and the like, by what is counted or whose it is.
func (r *reader) measuredByThing(f *yiyuan.Fact, s *site, st statement) {
	if f.Measure == "rank" && f.Indicator == "count_other" && strings.HasSuffix(st.counter+st.head, "指标") {
		f.Indicator = "other" // the place that the thing measured has, not how many there are
	}
	if f.Indicator == "output_volume" && f.Unit == "count" && holdsAny(r.clauseAround(s.tok.start, s.tok.end), herded()) && !hasWord(r.leftTokens, "出栏") {
		f.Indicator = "count_other"
	}
	if (st.text == "规模" || st.text == "总规模") && f.Unit == "CNY" && (r.lastCount != nil && strings.HasSuffix(r.lastCount.counter, "基金") || holdsAny(join(s.right[:clauseEnd(s.right)]), []string{"基金", "资金", "贷款", "债券"})) {
		f.Indicator = "financing"
	}
	if st.head == "金额" || st.head == "总金额" {
		f.Indicator = r.sumOf(f.Indicator)
		if strings.HasSuffix(join(trimReach(s.left)), "项目"+st.head) {
			f.Indicator = "investment"
		}
	}
	if f.Indicator == "other" && f.Unit == "CNY" && strings.Contains(join(r.leftTokens), "每人每") && holdsAny(r.saidBefore(s), handedOut()) {
		f.Indicator = "subsidy"
	}
	if f.Indicator == "population" && s.tok.q.Unit.Surface == "人次" {
		f.Indicator = "case_count" // 惠及贫困人口就医4亿人次
	}
	if f.Indicator == "revenue" && f.Measure == "level" && earnings()[st.head] && st.subject == "" && r.earnedByFamily(f, s) {
		f.Indicator = "resident_income"
	}
	if f.Unit == "CNY" && s.measure == "change" && hasWord(s.left, "户均增收", "人均增收", "户均", "每户", "人均") && strings.HasSuffix(join(s.left), "增收") {
		f.Indicator = "resident_income"
	}
	if f.Measure == "level" && (strings.HasSuffix(f.Indicator, "_count") || f.Indicator == "output_volume" || f.Indicator == "count_other") && s.tok.q.Kind == "count" && (abilityBehind(s) || endsWithAny(join(trimReach(s.left)), []string{"处理能力", "生产能力", "的能力", "产能"})) {
		f.Indicator = "capacity"
	}
	if f.Indicator == "tax" && f.Measure == "level" && holdsAny(join(s.left), []string{"减免", "免征"}) {
		f.Indicator = "subsidy"
	}
	if f.Indicator == "output_volume" && f.Measure == "level" && endsWithAny(join(trimReach(s.left)), []string{"能力", "产能"}) {
		f.Indicator = "capacity" // 日产油气能力达到11万吨
	}
	if f.Indicator == "output_volume" && f.Measure == "level" && holdsAny(join(s.left), underground()) {
		f.Indicator = "reserves"
	}
	if f.Measure == "growth" && (f.Indicator == "count_other" || f.Indicator == "population") && endsWithAny(st.text, []string{"标准", "水平", "能力"}) {
		f.Indicator = "other" // 困难群众救助标准提高22%
	}
	if f.Indicator == "population" && f.Unit == "person" && f.Measure == "level" && endsWithAny(st.text, []string{"群众", "居民", "村民"}) && holdsAny(join(s.left), rescuing()) {
		f.Indicator = "count_other"
	}
	if f.Indicator == "output_volume" && holdsAny(join(s.left), []string{"每百户", "每户拥有", "家庭拥有"}) {
		f.Indicator = "count_other"
	}
	if f.Indicator == "count_other" && f.Measure == "level" && strings.HasSuffix(st.text, "容量") {
		f.Indicator = "capacity"
	}
	if f.Measure == "level" && s.tok.q.Kind == "count" && endsWithAny(join(trimReach(s.left)), []string{"容纳", "可容纳", "能容纳"}) {
		f.Indicator = "capacity"
	}
	if s.tok.q.Unit.Surface == "手" {
		f.Indicator = "count_other" // lots of futures
	}
	if last := r.lastInSentence(); st.form == "rate" && f.Indicator == "enterprise_count" && strings.HasPrefix(st.text, "复") && last != nil && last.Indicator == "employment" && last.Unit == "person" {
		f.Indicator = "employment" // 复工人员近300万人，复工率90%
	}
	if f.Indicator == "output_volume" && (f.Unit == "vehicle" || f.Unit == "count") && startsWithAny(trimAny(st.text), []string{"出口"}) {
		f.Indicator = "exports"
	}
	if f.Indicator == "project_count" && s.tok.q.Unit.Surface == "套" {
		f.Indicator = "count_other" // 开工棚改5万套
	}
	if f.Indicator == "count_other" && slices.Contains(containers(), s.tok.q.Unit.Surface) {
		f.Indicator = "other" // 出口集装箱15万标箱: what a port moves
	}
	if f.Unit == "person" && f.Measure == "level" && (f.Indicator == "population" || f.Indicator == "count_other") && worksBehind(s) {
		f.Indicator = "employment" // 15万人复工
	}
	// 人, 户 and 件 of a quantity named in money: the thing counted decides.
	if f.Unit == "person" && noPeople[f.Indicator] {
		f.Indicator = "count_other"
	}
	if f.Indicator == "gdp" && f.Unit == "CNY" && holdsAny(join(s.left), []string{"产业生产总值", "产业年生产总值"}) {
		f.Indicator = "output_value" // 茶产业年生产总值, of no place
	}
}
