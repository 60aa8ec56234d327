package figure

import (
	"cmp"
	"strings"
	"unicode/utf8"

	"yiyuan"
)

// This file names sums of money by whose they are, what they are laid out on and who hands them out.

// hintOfRelief tells of what those who pay are spared, however it is said to be less: 减少借款人利息支出3亿元, 减免社保费6亿元、电费2亿元.
func (r *reader) hintOfRelief(st *statement, s *site) bool {
	if s.tok.q.Unit.Code != "CNY" || !r.letsOff(st, s) && !asksLess(st, s) {
		return false
	}
	s.measure, s.sign = "level", 1
	st.becomes("subsidy", "level", "flow")
	st.cumulative = st.cumulative || strings.Contains(r.clauseAround(s.tok.start, s.tok.end), "累计")
	return true
}

// letsOff tells of what is owed behind a verb for letting it off that begins its list: 减免社保费6亿元、电费2亿元.
func (r *reader) letsOff(st *statement, s *site) bool {
	if s.measure != "level" || !st.of("", "other", "tax", "revenue") || !endsWithAny(st.text, whatIsOwed()) {
		return false
	}
	clause := r.text[r.start:s.tok.start]
	return holdsAny(clause[lastPause(clause):], lettingOff())
}

// asksLess tells of dues that fall, or that a verb says are less. Such verbs are said of costs and funds as well, so the names are fewer.
func asksLess(st *statement, s *site) bool {
	less := s.measure == "change" && s.sign < 0 || s.measure == "level" && hasWord(s.left, sparing().words...)
	return less && endsWithAny(st.qualifier+st.text, dues())
}

// dues end the names of what is paid to a bank or the state, sparing are verbs for asking less of it.
var dues, sparing = phrases("dues"), phrases("sparing")

// hintOfTreasury tells the income of the state from that of firms.
func (r *reader) hintOfTreasury(st *statement, s *site) bool {
	switch {
	case (st.text == "收入" || strings.HasSuffix(st.text, "级收入")) && st.of("", "revenue", "fiscal_revenue") && st.industry == "" && r.taxesTold(s):
		st.code = "tax" // 增值税仍是主体，收入5.7亿元
	case st.of("", "other") && strings.HasSuffix(st.text, "入库") && s.tok.q.Unit.Code == "CNY" && r.toldLately("tax"):
		st.becomes("tax", "level", "flow") // 煤炭行业入库5亿元, 查补入库2000万元
	case st.text == "收入" && st.code == "revenue" && s.tok.q.Kind != "count" && r.ofBudget && r.budgetTold(s):
		st.code = "fiscal_revenue" // 县级收入5亿元，上级补助收入3亿元，收入合计8亿元
		if strings.HasSuffix(join(trimReach(withoutBrackets(s.nounPhrase))), "债券收入") {
			st.code = "financing"
		}
	case st.text == "总收入" && st.code == "revenue" && strings.Contains(r.saidBefore(s), "财政收入"):
		st.code = "fiscal_revenue"
	default:
		return false
	}
	return true
}

// taxesTold tells of a sentence, or the headline of a story, that is of taxes alone.
func (r *reader) taxesTold(s *site) bool {
	before := r.saidBefore(s)
	return holdsAny(before, taxTalk()) || r.ofTaxes && !strings.Contains(before, "财政")
}

// budgetTold tells of a sentence of a budget that has spoken of the budget, or of what comes to it.
func (r *reader) budgetTold(s *site) bool {
	return r.Report.Kind == "" || holdsAny(r.saidBefore(s), budgetTalk())
}

// taxTalk and budgetTalk are words of such sentences.
var taxTalk, budgetTalk = phrases("talk of taxes"), phrases("talk of budgets")

// hintOfAssets tells what a firm owns from what is put into works: 170万元固定资产, 固定资产8万元 of a factory.
func (r *reader) hintOfAssets(st *statement, s *site) bool {
	if r.Report.Kind != "" || s.measure != "level" || st.code != "fixed_asset_investment" || st.text != "固定资产" || hasWord(s.left, "完成", "实现") {
		return false
	}
	if !startsWithAny(strings.TrimPrefix(join(s.right), "的"), []string{"固定资产"}) && cmp.Or(r.clause.kind, r.sentence.kind, r.line.kind) != "enterprise" {
		return false
	}
	st.becomes("other", "level", "stock")
	return true
}

// hintOfOwners tells the share of the firms of foreigners from that of their money: 其中外资企业占四成.
func (r *reader) hintOfOwners(st *statement, s *site) bool {
	name := strings.TrimPrefix(join(trimReach(withoutBrackets(s.nounPhrase))), "其中")
	if s.measure != "share" || !st.of("fdi", "investment") || !strings.HasSuffix(name, "资企业") {
		return false
	}
	if r.portionedSum(s) {
		if st.code == "fdi" {
			return false
		}
		st.becomes(r.lastLevel().Indicator, "rate", "flow") // 税收60亿元，其中内资企业占80%
		st.text = r.lastLevel().IndicatorText
		return true
	}
	st.becomes("enterprise_count", "rate", "count")
	st.text, st.qualifier = name, strings.TrimSuffix(name, "企业")
	return true
}

// portionedSum tells of a sentence whose last level is a sum or an amount: what a part of it makes up is not of firms.
func (r *reader) portionedSum(s *site) bool {
	last := r.lastLevel()
	return last != nil && portioned[last.Indicator] && last.Start >= r.start
}

// hintOfEarnings tells the income of families from that of firms and villages.
func (r *reader) hintOfEarnings(st *statement, s *site) bool {
	if s.measure == "level" && s.tok.q.Unit.Code == "CNY" && st.of("", "other", "output_value", "revenue") && r.paysOut(s) {
		st.becomes("other", "level", "flow") // 赔付支出8亿元，其中财产险3亿元
		st.text, st.industry = r.lastLevel().IndicatorText, cmp.Or(st.industry, trimAhead(join(trimReach(withoutBrackets(s.left))), "其中", "、"))
		return true
	}
	if s.measure == "level" && s.tok.q.Unit.Code == "CNY" && st.of("", "other", "output_value") && r.insures(s) {
		st.becomes("revenue", "level", "flow") // 保费收入80亿元，其中财产险30亿元；人身险50亿元
		st.text, st.industry = "保费收入", cmp.Or(st.industry, strings.TrimPrefix(join(trimReach(withoutBrackets(s.left))), "、"))
		return true
	}
	if s.measure != "change" && s.measure != "growth" {
		return false
	}
	change, amount := s.measure == "change", s.tok.q.Kind == "amount"
	switch {
	case st.code == "revenue" && st.text == "收入" && st.qualifier == "" && r.ofIncome():
		st.code = "resident_income" // 农村居民人均可支配收入5000元，收入增加了300元
	case change && amount && st.code == "" && hasWord(s.left, "增收", "减收") && r.earnsTogether(s):
		st.becomes("revenue", "level", "flow")
		st.text = "收入"
	case change && amount && !money[st.code] && r.familyEarns(s):
		st.known, st.code = true, "resident_income" // 贫困户户均可增加收益3000元
	case change && st.code == "revenue" && s.inherited && hasWord(s.left, "增收", "减收") && holdsAny(join(s.left), families()):
		st.code, st.text = "resident_income", "" // 村集体增收18万元，户均增收2600元
	default:
		return false
	}
	return true
}

// paysOut tells of a kind of insurance named right before a sum, where what insurers have paid out was told last.
func (r *reader) paysOut(s *site) bool {
	last := r.lastLevel()
	return last != nil && last.Start >= r.start && strings.Contains(last.IndicatorText, "赔") && endsWithAny(join(trimReach(withoutBrackets(s.left))), insurances())
}

// insures tells of a kind of insurance named right before a sum, where what is paid for insurance was told before it.
func (r *reader) insures(s *site) bool {
	named := endsWithAny(join(trimReach(withoutBrackets(s.left))), insurances())
	return named && r.toldLately("revenue") && strings.Contains(r.text[r.lineStart:s.tok.start], "保费")
}

// insurances end the names of its kinds.
var insurances = phrases("insurances")

// familyEarns tells of what a family gets: 贫困户户均可增加收益3000元.
func (r *reader) familyEarns(s *site) bool {
	return holdsAny(join(s.nounPhrase), []string{"收益", "收入"}) && holdsAny(r.clauseAround(s.tok.start, s.tok.end), families())
}

// ofIncome tells of a sentence whose last figure is of what people earn.
func (r *reader) ofIncome() bool {
	last := r.lastInSentence()
	return last != nil && last.Indicator == "resident_income"
}

// earnsTogether tells of the 增收 of a village's common fund, a cooperative or a firm, and not of households.
func (r *reader) earnsTogether(s *site) bool {
	before := r.saidBefore(s)
	return holdsAny(before, earningTogether()) && !holdsAny(before, families())
}

// earningTogether are those who earn together.
var earningTogether = phrases("earning together")

// hintOfInvestment tells the investment of statistics from that of projects, and both from sales.
func (r *reader) hintOfInvestment(st *statement, s *site) bool {
	switch {
	case st.of("", "other") && endsWithAny(st.text, sourcesOfCapital()) && r.toldLately("fdi"):
		st.becomes("fdi", "level", "flow") // 实际使用外资20亿美元。港资占六成
	case st.code == "fixed_asset_investment" && r.partOfA("investment"):
		st.code = "investment" // 项目总投资9亿元，其中固定资产投资7亿元
	case st.code == "investment" && strings.TrimPrefix(st.text, "累计") == "完成投资" && (st.qualifier == "" || st.qualifier == "累计") && r.goesOnInvesting(s):
		*st = *r.current // 固定资产投资五年完成58亿元，2024年完成投资16亿元
	case st.code == "investment" && dealSums()[st.head] && s.tok.q.Kind == "amount" && r.tellsTrade(s):
		st.code = "revenue"
	case st.code == "investment" && contractSums()[st.head] && holdsAny(r.saidBefore(s), worksAbroad()):
		st.code = "revenue" // 新签对外承包工程合同金额9亿美元
	case st.head == "完成投资" && endsWithAny(strings.TrimSuffix(join(trimReach(s.left)), st.head), housing()):
		st.code = "fixed_asset_investment"
	default:
		return false
	}
	return true
}

// toldLately tells of a text that has told of an indicator not far before.
func (r *reader) toldLately(code string) bool {
	facts := r.out.Facts
	for i := len(facts) - 1; i >= 0 && i > len(facts)-latelyTold; i-- {
		if facts[i].Indicator == code {
			return true
		}
	}
	return false
}

// sourcesOfCapital are its kinds by where it comes from.
var sourcesOfCapital = phrases("sources of capital")

// goesOnInvesting tells of a sentence that has told the investment of statistics by its name: 固定资产投资五年完成58亿元，2024年完成投资16亿元.
func (r *reader) goesOnInvesting(s *site) bool {
	c := r.current
	return c != nil && c.code == "fixed_asset_investment" && strings.Contains(r.saidBefore(s), c.text)
}

// housing is what the investment of statistics in housing is named by.
var housing = phrases("housing")

// dealSums are names of the sums of what was signed: of sales where the sentence tells of trade, of projects elsewhere.
var dealSums = phraseSet("sums of deals")

// contractSums are names of what a contract comes to, worksAbroad what firms do for others elsewhere.
var contractSums, worksAbroad = phraseSet("sums of contracts"), phrases("works abroad")

// tellsTrade tells of a sentence on buying and selling.
func (r *reader) tellsTrade(s *site) bool {
	before := r.saidBefore(s)
	return holdsAny(before, trade()) && !holdsAny(before, []string{"项目", "投资"})
}

// trade are the words of such a sentence.
var trade = phrases("trade")

// hintOfFunds names a sum by the verb that gets it, hands it out or lays it out.
func (r *reader) hintOfFunds(st *statement, s *site) bool {
	level := s.measure == "level"
	amount, yuan := s.tok.q.Kind == "amount", s.tok.q.Unit.Code == "CNY"
	switch {
	case st.code == "financing" && strings.HasSuffix(st.head, "债务") && hasWord(s.left, settlingDebts().words...):
		st.code = "other" // 化解政府债务4亿元
	case level && st.of("financing", "investment", "subsidy", "") && amount && holdsAny(r.clauseBeforeFigure(s), tyingUp()):
		st.becomes("other", "level", "stock") // 库存占压资金2亿元
	case level && st.code == "financing" && hasWord(s.left, gettingBack().words...):
		st.code, st.time, st.happened = "other", "flow", true // 追回医保基金267万元
	case level && st.code == "subsidy" && r.asksFor(s):
		st.code = "financing" // 争取中央补助资金2亿元
	case level && amount && st.code == "subsidy" && hasWord(s.left, "下拨") && strings.Contains(st.text+s.clauseBehind(), "专项"):
		st.code = "financing" // 市里向三个县下拨3000万元专项资金
	case level && st.head == "转移支付" && hasWord(s.left, gettingFunds().words...):
		st.code = "financing"
	case level && amount && (st.code == "" || st.code == "financing" && st.head == "资金") && treasurySpends(s.left):
		st.known, st.code = true, "fiscal_expenditure"
		switch {
		case holdsAny(join(s.right), giftsOfRules()), r.rewardsNext(s):
			st.code = "subsidy"
		case r.Report.Kind == "" && !hasWord(s.left, "用于", "支出"):
			st.code = "financing" // 市财政拿出3000万元，为农民工免费培训
		}
	case level && yuan && st.code == "" && hasWord(s.left, allotting().words...):
		st.known, st.code, st.time = true, "financing", "flow" // 改造工程安排3亿元
	case level && st.code == "financing" && st.head == "资金" && broughtIn(join(s.left)):
		st.code = "investment"
	case level && st.code == "financing" && st.head == "资金" && holdsAny(r.clauseBeforeFigure(s), governments()):
	case level && st.code == "financing" && r.laidOutBy(*st, s):
		st.code = "investment" // 投入建设资金2亿元
	case amount && st.code == "" && st.text == "" && strings.Trim(join(s.left), "、") == "" && r.lentBefore(s):
		st.becomes("financing", "level", "flow") // 发放贷款2万笔13亿元
		st.cumulative = r.lastCount != nil && r.lastCount.cumulative
	case level && yuan && st.code == "" && laidOut(s.left):
		st.known, st.code = true, "investment"
	case level && yuan && st.of("", "other", "length", "area") && r.sumForWorks(s):
		st.becomes("investment", "level", "flow") // 8.2亿元完善园区配套
		st.text, st.head, st.industry = "", "", ""
	case level && st.text == "财政资金" && hasWord(s.left, givenByTreasury().words...):
		st.code = "fiscal_expenditure" // 安排50亿元财政资金
	case level && amount && st.of("", "other") && firstParts().has(st.text) && r.toldAs("financing"):
		st.becomes("financing", "level", "flow") // 设立5亿元的引导基金，首期2亿元已经到位
	case (st.text == "余额" || st.text == "期末余额") && st.of("", "other") && r.balanceTold() != "":
		st.becomes(r.balanceTold(), "level", "stock") // 存款比年初增加50亿元；余额增长12%
	case level && amount && st.of("", "other") && r.powersReward(s):
		st.becomes("subsidy", "level", "flow") // 市里拿出1000万元，奖励36家企业
	case level && amount && (st.of("", "other") || s.inherited && st.of("fdi", "investment")) && r.sumGoesOn(s) != "":
		st.becomes(r.sumGoesOn(s), "level", "flow") // 合同资金31亿元，到位12亿元; 贷款余额34亿元，支持农户1.7万户，户均20万元
		st.text = join(trimReach(withoutBrackets(s.left)))
	case level && amount && s.inherited && st.code == "financing" && strings.HasPrefix(s.clauseBehind(), "投向"):
		st.code = "investment" // 募资12亿元，其中6亿元投向铸造项目
	case level && yuan && st.of("", "other") && scrapedTogether(s):
		st.becomes("investment", "level", "flow") // 几个姐妹凑了3.6万元办起加工点
	case level && amount && st.of("", "other") && strings.HasSuffix(st.text, "缺口") && r.toldLately("financing"):
		st.becomes("financing", "level", "stock") // 备耕资金需13亿元，尚有缺口1亿元
	case level && amount && st.code == "" && strings.HasSuffix(strings.TrimRight(st.text, "”"), "贷"):
		st.becomes("financing", "level", "flow") // 发放“惠农贷”4亿元
	default:
		return false
	}
	return true
}

// asksFor tells of funds behind a verb for getting them that begins their list: 争取中央资金9亿元、省级补助4亿元.
func (r *reader) asksFor(s *site) bool {
	clause := r.text[r.start:s.tok.start]
	return holdsAny(clause[lastPause(clause):], []string{"争取", "申请"})
}

// powersReward tells of money that those who govern a place set aside, with a gift told in the next clause: 市里拿出1000万元，奖励36家企业.
func (r *reader) powersReward(s *site) bool {
	left := trimAny(join(trimReach(withoutBrackets(s.left))), "不少于", "不低于", "至少")
	return endsWithAny(left, puttingAside()) && holdsAny(left, localPowers()) && (r.rewardsNext(s) || startsWithAny(s.clauseBehind(), favouringFirms()))
}

// rewardsNext tells of a sum with a gift told in the next clause.
func (r *reader) rewardsNext(s *site) bool {
	_, next, comma := strings.Cut(upToStop(r.text[s.tok.end:r.end]), "，")
	if whom, is := strings.CutPrefix(next, "对"); comma && is {
		own, _, _ := strings.Cut(whom, "，")
		return holdsAny(own, giftsOfRules())
	}
	return comma && startsWithAny(trimAhead(next, "用于", "专门", "重点"), giftsOfRules())
}

// favouringFirms begin what is told of money for firms.
var favouringFirms = phrases("favouring firms")

// puttingAside are verbs for setting money aside, localPowers those who govern a place as people call them.
var puttingAside, localPowers = phrases("putting money aside"), phrases("local powers")

// balanceTold is what the paragraph has last told of deposits or loans, "" where it has told of neither.
func (r *reader) balanceTold() string {
	told := r.lastSince(r.lineStart, func(f *yiyuan.Fact) bool { return f.Indicator == "deposits" || f.Indicator == "loans" })
	if told == nil {
		return ""
	}
	return told.Indicator
}

// sumGoesOn is what the paragraph has last told a sum of, where only a part of that which has come in, or the mean of it, is told: 到位12亿元, 户均20万元.
func (r *reader) sumGoesOn(s *site) string {
	name := join(trimReach(withoutBrackets(s.left)))
	arrived, mean := endsWithAny(name, sumsComeIn()), meansOfSums().has(name)
	if !arrived && !mean {
		return ""
	}
	from := r.lineStart
	if mean {
		from = r.start
	}
	sum := r.lastSince(from, func(f *yiyuan.Fact) bool { return f.Measure == "level" && f.Unit == s.tok.q.Unit.Code })
	switch {
	case sum == nil:
	case arrived && (sum.Indicator == "investment" || sum.Indicator == "fdi" || sum.Indicator == "financing" || sum.Indicator == "subsidy"):
		return sum.Indicator
	case mean && (sum.Indicator == "loans" || sum.Indicator == "financing" || sum.Indicator == "subsidy"):
		return sum.Indicator
	}
	return ""
}

// sumsComeIn end what is told of the part of a sum that is there, meansOfSums are words for the mean of one.
var sumsComeIn, meansOfSums = phrases("sums come in"), phrases("means of sums")

// toldInFull takes a sum under the short form of a name for one of what the paragraph told under that in full: 外贸收购额3亿元。…。今年收购额要达到5亿元.
func (r *reader) toldInFull(st *statement, s *site) bool {
	short := trimAny(st.text, sumsOfNames().words...)
	if s.tok.q.Kind != "amount" || s.measure != "level" || !st.of("", "other") || utf8.RuneCountInString(short) < 2 {
		return false
	}
	for i := len(r.out.Facts) - 1; i >= 0 && r.out.Facts[i].Start >= r.lineStart; i-- {
		told := &r.out.Facts[i]
		full := trimAny(told.IndicatorText, sumsOfNames().words...)
		if told.Unit != s.tok.q.Unit.Code || told.Measure != "level" || len(full) <= len(short) || !strings.HasSuffix(full, short) {
			continue
		}
		if told.Indicator == "other" {
			return false
		}
		st.becomes(told.Indicator, "level", "flow")
		return true
	}
	return false
}

// sumsOfNames are how the names of sums end.
var sumsOfNames = phrases("ends of names of sums")

// scrapedTogether tells of money of people's own behind which a verb says what they set up with it.
func scrapedTogether(s *site) bool {
	return endsWithAny(strings.TrimRight(join(trimReach(s.left)), "了出起"), scraping()) && startsWithAny(strings.TrimLeft(join(s.right), "，"), setUpWithIt())
}

// scraping are verbs for coming by money of one's own, setUpWithIt for what is set up with it.
var scraping, setUpWithIt = phrases("scraping together"), phrases("setting up")

// tyingUp are words for money that stands in what is not sold.
var tyingUp = phrases("tying up money")

// gettingBack are verbs for getting back what has been taken.
var gettingBack = phrases("getting back")

// gettingFunds are verbs for getting them from above, settlingDebts for being rid of debts.
var gettingFunds, settlingDebts = phrases("getting funds"), phrases("settling debts")

// allotting are verbs for handing out funds.
var allotting = phrases("allotting funds")

// treasurySpends tells of a 财政 that acts: 县财政拿出400万元.
func treasurySpends(left []token) bool {
	acts := false
	for _, t := range left {
		if acts && startsWithAny(t.text, treasuryActs()) {
			return true
		}
		acts = strings.HasSuffix(t.text, "财政") || acts && (t.kind != word || !strings.HasPrefix(t.pos, "n"))
	}
	return false
}

// treasuryActs are verbs for what it does.
var treasuryActs = phrases("treasury's acts")

// broughtIn tells of funds that come with projects from elsewhere: 引进工业项目资金8亿元.
func broughtIn(left string) bool {
	return holdsAny(left, bringingIn()) && !holdsAny(left, []string{"基金", "信贷"})
}

// bringingIn are verbs for bringing in projects or funds from elsewhere.
var bringingIn = phrases("bringing in")

// laidOutBy tells of funds that those who build have put in, and not of what the state or a fund hands out: 投入建设资金2亿元.
func (r *reader) laidOutBy(st statement, s *site) bool {
	left := join(s.left)
	return st.head == "资金" && strings.Contains(strings.TrimSuffix(left, "资金投入"), "投入") && !holdsAny(left, publicFunds())
}

// firstParts are what a fund comes in, governments are those who hand out money by what they are called in the news of their place.
var firstParts, governments = phrases("first parts"), phrases("governments in the news")

var publicFunds = phrases("public funds")

// lentBefore tells of a sum right behind the number of the loans that make it up.
func (r *reader) lentBefore(s *site) bool {
	last := r.lastFact()
	if last == nil || last.End > s.tok.start || last.Unit != "count" || strings.Trim(r.text[last.End:s.tok.start], "、") != "" {
		return false
	}
	return strings.HasSuffix(last.ValueText, "笔") && (strings.Contains(last.Counter, "贷") || strings.Contains(r.saidBefore(s), "贷"))
}

// amongAggregates tells of a plain 投资 that stands beside the statistical ones: it is a part of them.
func (r *reader) amongAggregates(s *site) bool {
	line := r.text[strings.LastIndexByte(r.text[:r.start], '\n')+1 : s.tok.start]
	return holdsAny(line, statisticalOutlays()) || r.lastCount == nil && strings.Contains(r.saidBefore(s), "固定资产投资")
}

// statisticalOutlays are the kinds of investment that statistics tell of beside the whole.
var statisticalOutlays = phrases("investments of statistics")

// balance tells of 制造业贷款增长12.7%: what grows is the balance, where nothing tells of lending.
func (st *statement) balance(s *site) bool {
	if st.head != "贷款" || st.code != "financing" || lends(s.left) {
		return false
	}
	return s.movesOrStands() && !hasWord(s.left, "新增") || strings.Contains(join(s.left), "贷款新增")
}

// movesOrStands tells of how something moves or how much of it there is: 增速加快1倍, 余额.
func (s *site) movesOrStands() bool {
	switch s.measure {
	case "growth", "change":
		return true
	case "multiple":
		if hasWord(s.left, "增速", "增幅") {
			return true
		}
	}
	return hasWord(s.left, "规模", "余额") || s.inherited && s.r.toldAs("loans")
}

// lends tells of a verb of lending that is no modifier: 发放贷款, not 发放的贷款.
func lends(left []token) bool {
	for i, t := range left {
		if startsWithAny(t.text, lendingVerbs()) && !(i+1 < len(left) && left[i+1].text == "的") {
			return true
		}
	}
	return false
}

// lendingVerbs are such verbs.
var lendingVerbs = phrases("lending")

// sumOf tells what a bare 金额 is the sum of: of what was counted before it.
func (r *reader) sumOf(code string) string {
	if r.current == nil {
		return code
	}
	switch c := r.current.counter; {
	case strings.Contains(c, "贷"), strings.Contains(c, "创投"), strings.Contains(c, "融资"):
		return "financing"
	case strings.Contains(c+r.current.text, "补贴"), strings.Contains(c+r.current.text, "补助"):
		return "subsidy" // 发放补贴7万份、金额9亿元
	case r.current.code == "project_count":
		return "investment"
	case strings.Contains(c, "订单") || strings.Contains(c, "合同"):
		return "revenue"
	}
	if holdsAny(r.text[r.start:r.end], dealsTold()) {
		return "revenue" // 商品房成交90套，总金额1.2亿元
	}
	return "other"
}

// dealsTold are words of a sentence on what is sold.
var dealsTold = phrases("deals told")

// givenByTreasury are verbs for what a treasury does with its money.
var givenByTreasury = phrases("given by the treasury")
