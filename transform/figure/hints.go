package figure

import (
	"cmp"
	"slices"
	"strings"

	"yiyuan/transform/indicator"
	"yiyuan/transform/place"
)

// This file names what a figure is of by its unit, its verb or what stands around it, where its name by itself says too little.

// tradesWith is the quantity by which a partner is ranked: the trade with it, or one side of that.
func tradesWith(right []token) string {
	behind := strings.TrimPrefix(join(right), "大")
	for _, side := range []struct{ code, names string }{
		{"foreign_trade", "贸易伙伴 货物贸易伙伴"}, {"exports", "出口市场 出口目的地 出口国"}, {"imports", "进口来源 进口市场 进口国"}, {"fdi", "外资来源 外资流入国"},
	} {
		if startsWithAny(behind, strings.Fields(side.names)) {
			return side.code
		}
	}
	return ""
}

// laidOutBy tells of funds that those who build have put in, and not of what the state or a fund hands out: 投入建设资金2亿元.
func (r *reader) laidOutBy(st statement, s *site) bool {
	left := join(s.left)
	return st.head == "资金" && strings.Contains(left, "投入") && !holdsAny(left, publicFunds())
}

var publicFunds = phrases("public funds")

// worth are names of the sum that goods traded by weight or number come to.
var worth = map[string]bool{"价值": true, "总价值": true, "货值": true, "总货值": true, "金额": true, "总金额": true, "总值": true, "总额": true}

// tradedBefore tells of a sentence whose last figure is of goods that cross the border.
func (r *reader) tradedBefore() bool {
	last := r.lastFact()
	return last != nil && last.Start >= r.start && traded[last.Indicator]
}

// lentBefore tells of a sum right behind the number of the loans that make it up.
func (r *reader) lentBefore(s *site) bool {
	last := r.lastFact()
	return last != nil && last.End == s.tok.start && last.Unit == "count" && strings.HasSuffix(last.ValueText, "笔") && strings.Contains(last.Counter, "贷")
}

// migrating is what workers do who leave home for work.
var migrating = phrases("migrating")

// fairgoer tells of those who come to a fair to buy, where they are counted as people and not as firms.
func fairgoer(st *statement, s *site) bool {
	if st.head != "" && !slices.Contains(fairgoers(), st.head) || st.head == "" && !slices.Contains(fairgoers(), st.counter) {
		return false
	}
	return s.tok.q.Unit.Surface != "家" && st.measureWord != "家" && st.measureWord != "个"
}

// fairgoers are names for them.
var fairgoers = phrases("fairgoers")

// taxTalk are words of a sentence on taxes.
var taxTalk = phrases("talk of taxes")

// taxesTold tells of a sentence, or the headline of a story, that is of taxes alone.
func (r *reader) taxesTold(s *site) bool {
	before := r.text[r.start:s.tok.start]
	return holdsAny(before, taxTalk()) || r.ofTaxes && !strings.Contains(before, "财政")
}

// budgetTold tells of a sentence of a budget that has spoken of the budget, or of what comes to it.
func (r *reader) budgetTold(s *site) bool {
	return r.Report.Kind == "" || holdsAny(r.text[r.start:s.tok.start], []string{"预算", "财政", "补助收入", "转移支付", "税收返还"})
}

// doneOf are verbs for how much of a plan is done.
var doneOf = phrases("done of a plan")

// plansOnly tells of a share of a plan that is done, whose clause names the plan alone.
func plansOnly(s *site) bool {
	left := withoutBrackets(s.left)
	return len(left) > 0 && endsWithAny(left[0].text, doneOf())
}

// comesToWork tells of people who are employed: 5万人就业, 12万名失业人员再就业.
func comesToWork(behind string) bool {
	return strings.HasPrefix(behind, "就业") || strings.HasSuffix(behind, "就业") && !strings.HasSuffix(behind, "促进就业") || startsWithAny(behind, work()) || endsWithAny(behind, work())
}

// drinks tells of people who come by good water: 解决31万人的饮水问题.
func drinks(right []token) bool {
	behind := strings.TrimPrefix(join(right), "的")
	return strings.HasPrefix(behind, "饮水") || strings.HasPrefix(behind, "吃水") || startsWithAny(behind, []string{"喝上", "用上", "实现饮水", "安全饮水"})
}

// entering is what visitors do behind their number: 1500人进场.
var entering = phrases("entering")

// work is what people come to behind their number.
var work = phrases("work")

// settleName takes what the unit, the whole or the verb of a figure says of a name that by itself says too little.
func (r *reader) settleName(st *statement, s *site) {
	q := s.tok.q
	switch {
	case st.code == "output_volume" && q.Unit.Code == "other" && strings.HasSuffix(q.Unit.Surface, "公里"):
		st.code = "other" // work done, not goods made
	case st.code == "" && (q.Unit.Code == "tonne" || q.Unit.Code == "m3") && endsWithAny(st.text, []string{"交易量", "成交量"}):
		st.code = "other"
	case st.code == "foreign_trade" && q.Unit.Code == "tonne" && strings.Contains(join(s.left), "货物总量"):
		st.code = "other" // cargo moved
	case s.rule == "contribution.to" && st.region != r.home && place.Contains(st.region, r.home):
		st.region = "" // what is contributed to is of the wider place, not who contributes
	case q.Unit.Surface == "人次" && s.measure == "level" && r.partOf >= 0 && st.code == "count_other" && r.out.Facts[r.partOf].Counter == "人次":
		st.known, st.code, st.time = true, r.out.Facts[r.partOf].Indicator, "flow" // 其中外国人137万人次
	case q.Unit.Code == "person" && s.measure == "level" && drinks(s.right):
		st.known, st.code, st.form, st.time, st.text, st.happened = true, "population", "level", "count", "人", true
	case q.Unit.Code == "person" && s.measure == "level" && (!st.known || st.code != "employment") && comesToWork(join(s.right)):
		st.known, st.code, st.form, st.time, st.text = true, "employment", "level", "flow", "就业"
	case q.Unit.Code == "person" && s.measure == "level" && (!st.known || st.code == "count_other" || st.code == "population") && strings.HasPrefix(join(s.right), "从事"):
		st.known, st.code, st.form, st.time, st.text, st.existing = true, "employment", "level", "count", "从事", true // 3万人从事茶叶生产
	case q.Unit.Code == "person" && s.measure == "level" && !(st.known && st.code != "count_other") && startsWithAny(join(s.right), entering()):
		st.known, st.code, st.form, st.time, st.happened = true, "visitor_count", "level", "flow", true
	case s.measure == "level" && (q.Unit.Code == "person" || q.Unit.Surface == "人次") && (st.code == "" || st.code == "count_other" || st.code == "region_count") && comesToSee(s):
		st.known, st.code, st.form, st.time, st.happened = true, "visitor_count", "level", "flow", true
	case s.measure == "level" && !(st.known && st.code != "count_other" && !noPeople[st.code]) && r.receives(s):
		*st = statement{known: true, code: "visitor_count", form: "level", time: "flow", text: "接待", industry: "旅游", region: st.region, subject: st.subject, subjectKind: st.subjectKind, happened: true}
	case st.code == "" && (s.measure == "growth" || s.measure == "change") && r.consumerPrices && consumed(st.text) && !holdsAny(r.text[r.start:s.tok.start], producers()):
		st.known, st.code, st.form, st.time = true, "cpi", "growth", "flow" // 居民消费价格上涨1%。鲜菜类价格上涨3%
	case st.code == "employment" && s.measure == "level" && !st.newness && !strings.Contains(join(s.left), "新增") && r.insured(s):
		st.code = "count_other"
	case (st.text == "收入" || strings.HasSuffix(st.text, "级收入")) && (st.code == "" || st.code == "revenue" || st.code == "fiscal_revenue") && st.industry == "" && r.taxesTold(s):
		st.code = "tax" // 增值税仍是主体，收入5.7亿元
	case st.text == "收入" && st.code == "revenue" && s.tok.q.Kind != "count" && r.ofBudget && r.budgetTold(s):
		st.code = "fiscal_revenue" // 县级收入5亿元，上级补助收入3亿元，收入合计8亿元
		if strings.HasSuffix(join(trimReach(withoutBrackets(s.nounPhrase))), "债券收入") {
			st.code = "financing"
		}
	case st.code == "" && (strings.HasSuffix(q.Unit.Surface, "人公里") || strings.HasSuffix(q.Unit.Surface, "吨公里")):
		st.known, st.code, st.form, st.time = true, "other", "level", "flow" // 民航10.9亿人公里
	case st.code == "subsidy" && s.measure == "level" && hasWord(s.left, "争取", "申请", "争取到"):
		st.code = "financing" // 争取中央补助资金2亿元
	case (st.text == "收入" || st.text == "级收入") && r.partOf >= 0 && r.out.Facts[r.partOf].Indicator == "fiscal_revenue" && s.tok.q.Unit.Code == "CNY":
		st.code = "fiscal_revenue" // 财政总收入3亿元，其中省级收入5000万元
	case s.measure == "share" && (endsWithAny(s.base, []string{"市场份额", "销售份额", "销量份额"}) || strings.HasSuffix(s.base, "市场") && st.code == "output_volume"):
		st.known, st.code = true, "market_share"
	case s.measure == "share" && (st.code == "output_volume" || st.code == "revenue") && endsWithAny(join(trimReach(s.left)), []string{"份额", "占有率"}):
		st.code = "market_share" // 前五家厂商出货量份额达到83%
	case st.code == "revenue" && st.text == "收入" && (s.measure == "change" || s.measure == "growth") && st.qualifier == "" && r.ofIncome():
		st.code = "resident_income" // 农村居民人均可支配收入5000元，收入增加了300元
	case st.code == "fixed_asset_investment" && r.partOf >= 0 && r.out.Facts[r.partOf].Indicator == "investment":
		st.code = "investment" // 项目总投资9亿元，其中固定资产投资7亿元
	case st.code == "revenue" && st.text == "总收入" && strings.Contains(r.text[r.start:s.tok.start], "财政收入"):
		st.code = "fiscal_revenue"
	case st.code == "investment" && st.text == "完成投资" && st.qualifier == "" && r.current != nil && r.current.code == "fixed_asset_investment" && strings.Contains(r.text[r.start:s.tok.start], r.current.text):
		*st = *r.current // 固定资产投资五年完成58亿元，2024年完成投资16亿元
	case q.Kind == "count" && (st.code == "count_other" || st.code == "enterprise_count" || st.code == "case_count") && s.measure == "level" && r.makes(st, s):
		st.code, st.time = "output_volume", "flow"
	case q.Kind == "count" && s.measure == "level" && goods[measureOf(q)] && (st.code == "" || st.code == "count_other" || st.code == "output_volume") && tradesGoods(s):
		st.known, st.code, st.time = true, wayOfTrade(join(trimReach(s.left))), "flow" // 手机出口1200万台
	case s.measure == "growth" && st.text != "" && (st.form == "sector" || st.code == "" || st.code == "count_other" && st.form == "rate") && !endsWithAny(st.text, []string{"业", "率"}) && r.outputSpoken(s):
		st.known, st.code, st.form, st.time, st.counter = true, "output_volume", "level", "flow", ""
		st.industry = cmp.Or(st.industry, st.text) // 产量较快增长，其中打印机增长5%
	case (q.Unit.Code == "person" || q.Unit.Surface == "人次") && s.measure == "level" && carries(s):
		st.known, st.code, st.time, st.text, st.happened = true, "other", "flow", "旅客", true // 发送旅客190万人次
	case caseWords[q.Unit.Surface] && s.measure == "level" && (serves(s.left) || q.Unit.Surface == "批次" && serves(s.right[:min(2, len(s.right))])):
		st.code = "case_count"
	case (st.code == "" || st.code == "financing" && st.head == "资金") && q.Kind == "amount" && s.measure == "level" && treasurySpends(s.left):
		st.known, st.code = true, "fiscal_expenditure"
		if holdsAny(join(s.right), []string{"补贴", "奖补"}) {
			st.code = "subsidy"
		}
	case st.code == "" && q.Unit.Code == "CNY" && s.measure == "level" && hasWord(s.left, "安排", "下拨", "划拨", "拨付", "拨出"):
		st.known, st.code, st.time = true, "financing", "flow" // 改造工程安排3亿元
	case q.Unit.Surface == "宗" && (st.code == "case_count" || st.code == "enterprise_count") && !holdsAny(r.text[r.start:r.end], []string{"案", "违法", "违规", "违纪", "问题", "纠纷", "事故"}):
		st.code = "count_other" // deals, not cases: 三资企业500宗
	case q.Unit.Code == "person" && s.measure == "level" && (st.code == "" || st.code == "count_other" || st.code == "population") && hasWord(s.left, "输出", "输转", "劳务输出", "劳务输转"):
		st.known, st.code, st.time = true, "employment", "flow" // 输出5万农民
	case st.code == "region_count" && q.Unit.Surface == "户" && len(s.right) > 0 && s.right[0].kind != figure && !holdsAny(r.clauseAround(s.tok.start, s.tok.end), []string{"搬", "迁", "住进", "入住"}):
		st.code = "count_other" // 周边5个乡镇400多户
	case st.code == "financing" && st.head == "资金" && s.measure == "level" && holdsAny(join(s.left), []string{"引进", "引入", "招引"}) && !holdsAny(join(s.left), []string{"基金", "信贷"}):
		st.code = "investment" // 引进工业项目资金8亿元
	case s.measure == "change" && st.code == "" && q.Kind == "amount" && hasWord(s.left, "增收", "减收") && r.earnsTogether(s):
		st.known, st.code, st.form, st.time, st.text = true, "revenue", "level", "flow", "收入"
	case s.measure == "change" && q.Kind == "amount" && !money[st.code] && holdsAny(join(s.nounPhrase), []string{"收益", "收入"}) && holdsAny(r.clauseAround(s.tok.start, s.tok.end), families()):
		st.known, st.code = true, "resident_income" // 贫困户户均可增加收益3000元
	case s.measure == "change" && st.code == "revenue" && s.inherited && hasWord(s.left, "增收", "减收") && holdsAny(join(s.left), families()):
		st.code, st.text = "resident_income", "" // 村集体增收18万元，户均增收2600元
	case st.code == "population" && q.Unit.Surface == "户" && st.head == "群众" && s.measure == "level" && !holdsAny(r.text[r.start:r.end], []string{"安置", "搬迁", "入住", "搬进"}):
		st.code = "count_other"
	case s.measure == "rank" && tradesWith(s.right) != "":
		st.known, st.code, st.form, st.time = true, tradesWith(s.right), "level", "flow" // 第一大贸易伙伴
	case st.code == "financing" && s.measure == "level" && r.laidOutBy(*st, s):
		st.code = "investment" // 投入建设资金2亿元
	case q.Kind == "amount" && s.measure == "level" && worth[st.text] && r.tradedBefore():
		st.known, st.code, st.time, st.industry = true, r.lastFact().Indicator, "flow", r.lastFact().Industry // 出口水果300吨，价值60万美元
	case st.code == "" && st.text == "" && q.Kind == "amount" && len(s.left) == 0 && r.lentBefore(s):
		st.known, st.code, st.form, st.time, st.cumulative = true, "financing", "level", "flow", r.lastCount != nil && r.lastCount.cumulative // 发放贷款2万笔13亿元
	case st.code == "employment" && st.time != "flow" && !s.arrived && (holdsAny(join(s.left)+join(s.right[:clauseEnd(s.right)]), migrating()) || s.measure == "share" && holdsAny(r.text[r.start:s.tok.start], migrating())):
		st.time = "flow" // 去年，300万农村劳动力外出务工
	case (st.code == "enterprise_count" || st.code == "count_other") && fairgoer(st, s):
		st.known, st.code = true, "visitor_count"
	case st.code == "" && q.Unit.Code == "CNY" && s.measure == "level" && laidOut(s.left):
		st.known, st.code = true, "investment"
	case st.text == "财政资金" && s.measure == "level" && hasWord(s.left, "安排", "列支", "拿出"):
		st.code = "fiscal_expenditure" // 安排50亿元财政资金
	case st.code == "enterprise_count" && s.measure == "level" && visited(s.left):
		st.code = "case_count"
	case st.code == "" && st.text == "" && (s.measure == "growth" || s.measure == "rank") && r.economyTold(s):
		st.known, st.code, st.form, st.time = true, "gdp", "level", "flow"
	case s.rule == "contribution" && st.code == "" && endsWithAny(st.text, []string{"科技进步", "技术进步", "科技创新"}) && !strings.HasPrefix(st.text, "农"):
		st.known, st.code, st.form, s.base = true, "gdp", "rate", "经济增长"
	case st.text == "贡献率" && (st.code == "" || st.code == "other") && holdsAny(join(s.left), []string{"对经济", "对国民经济", "对GDP", "对地区生产总值"}):
		st.code = "gdp"
	case st.code == "investment" && dealSums[st.head] && q.Kind == "amount" && r.tellsTrade(s):
		st.code = "revenue"
	case (st.code == "count_other" || st.code == "other") && (s.measure == "share" || s.measure == "rate" || s.measure == "growth") && q.Kind == "percent" && !strings.HasSuffix(st.text, "率") && holdsAny(st.text, []string{"审批事项", "服务事项", "许可事项", "政务事项", "办理事项"}):
		st.code = "case_count"
	case st.head == "完成投资" && endsWithAny(strings.TrimSuffix(join(trimReach(s.left)), st.head), []string{"住房", "住宅", "商品房", "办公楼", "商业营业用房", "房地产", "房地产开发", "房地产企业", "房地产开发企业"}):
		st.code = "fixed_asset_investment"
	case st.code == "" && q.Kind == "amount" && s.measure == "level" && strings.HasSuffix(strings.TrimRight(st.text, "”"), "贷"):
		st.known, st.code, st.form, st.time = true, "financing", "level", "flow" // 发放“惠农贷”4亿元
	case growsAsBranch(*st, s):
		st.code, st.form, st.time, st.counter, st.measureWord = "", "sector", "flow", "", ""
		st.industry, st.sector = st.text, true
	case st.code == "count_other" && st.counter == "乡":
		st.code = "region_count"
	case s.measure == "share" && (st.code == "" || st.code == "other") && strings.HasSuffix(st.text, "能源"):
		st.known, st.code = true, "energy" // 清洁能源占比
	case (st.code == "count_other" || st.code == "") && (q.Unit.Code == "person" || q.Unit.Surface == "户" || s.rule == "share.over") && endsWithAny(cmp.Or(st.counter, st.text), []string{"农民", "农户", "村民", "劳动力", "农村人口"}) && strings.Contains(join(s.right), "从事"):
		st.code = "employment"
	case st.code == "count_other" && s.measure == "level" && !st.happened && (q.Unit.Code == "person" || q.Unit.Surface == "户") && endsWithAny(join(trimReach(withoutBrackets(s.nounPhrase))), []string{"贫困户", "贫困农户", "特困户", "特困农户", "贫困家庭", "特困家庭", "低收入户", "低收入家庭"}) && !holdsAny(join(s.left), []string{"带动", "帮", "惠及", "受益", "支持"}):
		st.code = "population" // 建档立卡贫困户3200户
	case s.measure == "share" && s.base != "" && (st.code == "" || st.code == "count_other" && st.form == "rate" || s.inherited && strings.HasSuffix(st.code, "_count")):
		if hit, ok := indicator.Head(s.base); ok && money[hit.Entry.Code] && hit.Entry.Form != "rate" && hit.Entry.Text != "总金额" {
			st.code = hit.Entry.Code
		}
	}
}

// tradesGoods tells of goods in numbers right behind 出口 or 进口, or before it: 累计出口彩电1500万台, 手机出口1200万台.
func tradesGoods(s *site) bool {
	name := join(trimReach(withoutBrackets(s.left)))
	bare := trimLead(name, "累计", "共", "全年", "已")
	return endsWithAny(name, []string{"出口", "进口"}) || startsWithAny(bare, []string{"出口", "进口"}) && wayOfTrade(name) != "" && !startsWithAny(bare, []string{"出口企业", "进口企业", "出口额", "进口额"})
}

// outputSpoken tells of a sentence that has spoken of output and of no other quantity since.
func (r *reader) outputSpoken(s *site) bool {
	before := r.text[r.start:s.tok.start]
	i := strings.LastIndex(before, "产量")
	return i >= 0 && !holdsAny(before[i:], otherThanOutput()) && !holdsAny(join(s.left), otherThanOutput())
}

var otherThanOutput = phrases("other than output")

// carries tells of passengers and of the verb for carrying them: traffic, as a port's 吞吐量 is.
func carries(s *site) bool {
	clause := join(s.left) + join(s.right[:clauseEnd(s.right)])
	return holdsAny(clause, []string{"旅客", "乘客"}) && holdsAny(clause, carrying())
}

var carrying = phrases("carrying")

// trimLead takes words off the front of a name.
func trimLead(name string, words ...string) string {
	for _, w := range words {
		name = strings.TrimPrefix(name, w)
	}
	return name
}

// ofIncome tells of a sentence whose last figure is of what people earn.
func (r *reader) ofIncome() bool {
	last := r.lastFact()
	return last != nil && last.Start >= r.start && last.Indicator == "resident_income"
}

// comesToSee tells of people who have come in, or come to travel: 入场民众5万人次, 8万外国人前来旅游.
func comesToSee(s *site) bool {
	if len(s.right) > 1 && s.right[1].kind == where && slices.Contains([]string{"游", "畅游", "游览", "游玩"}, s.right[0].text) {
		return true // 50万人游某省
	}
	return startsWithAny(join(s.left), []string{"入场", "到场", "进场", "入园", "进馆"}) || endsWithAny(join(s.right[:clauseEnd(s.right)]), []string{"旅游", "观光", "游览", "游玩"})
}

// receives tells of visitors that only their reception names, where the paragraph is of travel: 景区首日接待2万人.
func (r *reader) receives(s *site) bool {
	left := trimReach(s.left)
	if s.tok.q.Unit.Code != "person" && s.tok.q.Unit.Surface != "人次" || len(left) == 0 || !strings.HasSuffix(left[len(left)-1].text, "接待") {
		return false
	}
	return holdsAny(r.text[strings.LastIndexByte(r.text[:r.start], '\n')+1:s.tok.start], tourism())
}

// tourism are words of a paragraph on visitors.
var tourism = phrases("tourism")

// consumed tells of the price of a group of goods or services that consumers buy.
func consumed(name string) bool {
	return endsWithAny(name, []string{"价格", "类"}) && !holdsAny(name, otherPrices())
}

// otherPrices are prices that consumers do not pay, producers words of sentences about what makers pay and get.
var otherPrices, producers = phrases("other prices"), phrases("producers' prices")

// earnsTogether tells of the 增收 of a village's common fund, a cooperative or a firm, and not of households.
func (r *reader) earnsTogether(s *site) bool {
	together := []string{"村集体", "集体经济", "合作社", "企业", "公司"}
	clause, before := r.clauseAround(s.tok.start, s.tok.end), r.text[r.start:s.tok.start]
	if holdsAny(clause, together) {
		before = clause
	}
	return holdsAny(before, together) && !holdsAny(before, families()) && !holdsAny(before, []string{"农民", "群众", "人均", "每人", "职工", "社员"})
}

// makes tells of goods right behind the verb of their making, or in a list that goes on with them: 生产吉他220万把, 制造6千万台打印机、3千万台显示器.
func (r *reader) makes(st *statement, s *site) bool {
	if !goods[s.tok.q.Unit.Surface] {
		return false
	}
	if n := len(s.left); n > 0 && (s.left[0].kind == dun || s.left[n-1].kind == dun || s.left[n-1].is(conj)) && !r.eventIn(s.left) && r.toldAs("output_volume") {
		return true
	}
	left := trimReach(withoutBrackets(s.left))
	for i := len(left) - 1; i >= 0 && i > len(left)-4; i-- {
		switch left[i].text {
		case "生产", "制造", "产出", "量产", "组装":
			made := join(left[i+1:])
			if made != "" {
				st.text, st.counter = made, made
			}
			return made == "" || !left[i+1].is(event)
		}
	}
	return false
}

// goods are the measure words of what is made.
var goods = map[string]bool{"台": true, "部": true, "件": true, "套": true, "只": true, "把": true, "辆": true, "架": true, "艘": true, "块": true, "片": true, "支": true, "瓶": true, "双": true, "条": true, "袋": true, "盒": true, "枚": true, "根": true, "顶": true, "箱": true, "件(套)": true, "件（套）": true, "台(套)": true, "台（套）": true}

// dealSums are names of the sums of what was signed: of sales where the sentence tells of trade, of projects elsewhere.
var dealSums = map[string]bool{"签约金额": true, "签约额": true, "签约总额": true, "合同金额": true, "协议金额": true, "总金额": true}

// tellsTrade tells of a sentence on buying and selling.
func (r *reader) tellsTrade(s *site) bool {
	before := r.text[r.start:s.tok.start]
	return holdsAny(before, trade()) && !holdsAny(before, []string{"项目", "投资"})
}

// trade are the words of such a sentence.
var trade = phrases("trade")

// caseWords are measure words of those who come, or what is brought, each time a case.
var caseWords = map[string]bool{"人次": true, "批次": true, "辆次": true, "艘次": true, "户次": true, "家次": true, "例次": true}

// serves tells of what is done for those who come, each time a case: 结算90万人次, 抽检2万批次.
func serves(left []token) bool {
	return slices.ContainsFunc(left, func(t token) bool { return slices.Contains(services(), t.text) })
}

// services are those deeds.
var services = phrases("services")

// treasurySpends tells of a 财政 that acts: 县财政拿出400万元.
func treasurySpends(left []token) bool {
	acts := false
	for _, t := range left {
		if acts && startsWithAny(t.text, []string{"安排", "下达", "拿出", "投入", "拨付", "支出", "用于"}) {
			return true
		}
		acts = strings.HasSuffix(t.text, "财政") || acts && (t.kind != word || !strings.HasPrefix(t.pos, "n"))
	}
	return false
}

// visited tells of a figure right behind 走访.
func visited(left []token) bool {
	n := len(left)
	return n > 0 && left[n-1].text == "走访" || n > 1 && left[n-1].text == "了" && left[n-2].text == "走访"
}

// economyTold tells whether the sentence has said that the economy grew: 全市经济快速增长，年均增速….
func (r *reader) economyTold(s *site) bool {
	for i, t := range r.toks {
		if t.start >= s.tok.start {
			return false
		}
		for j := i + 1; t.text == "经济" && j < len(r.toks) && j < i+5 && r.toks[j].kind == word; j++ {
			if n := r.toks[j]; n.is(up) || n.text == "保持" {
				return true
			}
		}
	}
	return false
}
