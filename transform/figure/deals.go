package figure

import (
	"strings"
	"unicode/utf8"
)

// This file names sums by what people say in plain words was done with money: 卖了9万元, 除去成本净赚18万元, 一年可少支出300万元.

// hintOfDeals names a sum by the verb right before it, whatever stands before that.
func (r *reader) hintOfDeals(st *statement, s *site) bool {
	if s.tok.q.Kind == "percent" && (s.measure == "rate" || s.measure == "share") && (givesByRule(s.clauseBehind()) || treasuryGives(s) || givesBack(s)) {
		st.becomes("subsidy", "rate", "flow") // 按投入的30%给予补助
		s.dealt = true
		return true
	}
	if unit := s.tok.q.Unit.Code; unit != "CNY" && unit != "USD" || s.measure != "level" && s.measure != "change" {
		return false
	}
	said := join(trimReach(withoutBrackets(s.left)))
	atMost := r.lastSaid("subsidy") && endsWithAny(join(withoutBrackets(s.left)), atMostEach()) && s.clauseBehind() == ""
	borrows := endsWithAny(said, borrowing())
	if !s.inherited && st.known && !st.of("", "other", "revenue", "fiscal_expenditure") && !atMost && !borrows {
		return false
	}
	code := ""
	switch {
	case s.measure == "change":
		code = r.takesMore(said, s)
	case s.measure == "level" && givesEach(said):
		code = "subsidy" // 每辆补3万元
	case endsWithAny(said, paidByOneself()), r.buysWorks(said, s), r.paysForWorks(said, s):
		code = "investment" // 花260万元买进两台机床
	case endsWithAny(said, payingOut()) && (holdsAny(r.saidBefore(s), giftsOfRules()) || r.lastSaid("subsidy")):
		code = "subsidy" // 每亩补贴80元，已兑付1200万元
	case r.vouchersTold(s) && endsWithAny(said, vouchersGiven()):
		code = "subsidy" // 首轮消费券投放1亿元。第二轮5000万元
	case endsWithAny(said, lendingOut()) && holdsAny(r.text[r.lineStart:s.tok.start], lenders()):
		code = "financing" // 银团授信30亿元，已放出19亿元。明年再投放20亿元
	case borrows, r.lends(said, st, s):
		code = "financing" // 受理个人贷款申请4260笔，发放3亿元; 单户授信额度最高100万元
	case atMost:
		code = "subsidy" // 按造价的四分之一补助，每家不超过60万元
	case endsWithAny(said, mostGiven()):
		code = "subsidy" // 每家作坊最高补15万元
	case endsWithAny(said, takingHome()):
		code = "profit" // 除去成本净赚18万元
	case r.sells(said, s) && endsWithAny(said, earning()) && holdsAny(said, perFamily()):
		code = "resident_income" // 村民靠采茶人均挣4000元
	case r.sells(said, s) && (holdsAny(r.saidBefore(s), landSold()) || r.lineStart == 0 && holdsAny(r.headline(), landSold())):
		code = "fiscal_revenue" // 集中供地揽金86亿元
	case r.sells(said, s) && !r.pricesPiece(s):
		code = "revenue" // 梨园卖了9万元, 网店销售脐橙1.8亿元
	case strings.HasSuffix(said, "受益") && (holdsAny(r.saidBefore(s), lettingOff()) || holdsAny(r.saidBefore(s), savedOrCut())):
		code = "subsidy" // 降低社保费率，使企业和职工受益20亿元
	case len(s.left) > 0 && strings.HasSuffix(r.clauseBeforeFigure(s), "补了"):
		code = "subsidy" // 上月补了6万元
	case endsWithAny(said, sparedFor()) && r.sparesFirms(s), r.sparesOthers(said, s):
		code = "subsidy" // 企业一年可少支出300万元, 为企业节省用电成本2亿元
	}
	if code == "" {
		return false
	}
	st.becomes(code, "level", "flow")
	s.inherited, s.dealt = false, true
	if st.text == "" || st.text == "支出" {
		st.text = said
	}
	return true
}

// paidByOneself are words right before what one pays oneself.
var paidByOneself = phrases("paid by oneself")

// givesByRule tells of words right behind a part of what one lays out by which it is given back.
func givesByRule(behind string) bool {
	return startsWithAny(behind, givingByRule()) && holdsAny(behind, giftsOfRules()) || giftsOfRules().has(behind)
}

// givesBack tells of a gift by the part of what one lays out that it comes to: 改造补助按投入的30%给.
func givesBack(s *site) bool {
	behind := s.clauseBehind()
	return givenOutright().has(behind) || plainGiving().has(behind) && holdsAny(s.r.clauseBeforeFigure(s), giftsOfRules())
}

// plainGiving are plain verbs for giving, givenOutright those that are said of gifts alone.
var plainGiving, givenOutright = phrases("giving plainly"), phrases("given outright")

// givingByRule begin such words, giftsOfRules are what is given.
var givingByRule, giftsOfRules = phrases("giving by a rule"), phrases("gifts of rules")

// landSold are words for land that is sold, of which what comes in is the income of the state.
var landSold = phrases("land sold")

// takingHome are verbs for what is left of what one sold, soldFor for what one gets, soldOtherwise end like them and mean other things, sparedFor
// are verbs for paying less.
var takingHome, soldFor, soldOtherwise, sparedFor = phrases("taking home"), phrases("sold for"), phrases("sold otherwise"), phrases("spared")

// takesMore tells of more that the same land or work brings in: 每亩可多收600元.
func (r *reader) takesMore(said string, s *site) string {
	if s.sign > 0 && endsWithAny(join(trimReach(s.left)), []string{"多赚", "多赚了"}) && !r.pricesPiece(s) {
		return "profit" // 比上年多赚了两万多
	}
	clause := r.clauseAround(s.tok.start, s.tok.end)
	if s.sign < 0 || !strings.HasSuffix(join(s.left), "多收") || r.pricesPiece(s) || !holdsAny(clause, perField()) {
		return ""
	}
	if holdsAny(clause, perFamily()) {
		return "resident_income" // 今年户均比去年多收8600元
	}
	return "revenue"
}

// borrowing are verbs for what someone may borrow or has borrowed.
var borrowing = phrases("borrowing")

// earning are verbs for earning.
var earning = phrases("earned")

// perFamily are words for what each family or person has.
var perFamily = phrases("per family")

// givesEach tells of what is given for each of a thing, right before the sum: 每辆补3万元, 每亩奖补200元.
func givesEach(said string) bool {
	for _, verb := range givenForEach().words {
		if thing, ok := strings.CutSuffix(said, verb); ok && givenPerThing(thing) {
			return true
		}
	}
	return false
}

// givenPerThing tells of words that end on what something is given for: 每辆, 入园企业每亩地价.
func givenPerThing(words string) bool {
	at := strings.LastIndex(words, "每")
	return at >= 0 && utf8.RuneCountInString(words[at:]) <= len("每平方米")/3
}

// treasuryGives tells of the part of a cost that the state pays: 政府补四成, 财政补贴八成.
func treasuryGives(s *site) bool {
	left := join(trimReach(s.left))
	return endsWithAny(left, givenForEach()) && holdsAny(left, treasuries()) && clauseEnd(s.right) == 0
}

// treasuries are words for the state that gives a part of a cost.
var treasuries = phrases("treasuries")

// givenForEach are verbs for giving by a rule.
var givenForEach = phrases("given for each")

// buysWorks tells of what is laid out on machines and works named behind the sum: 花260万元买进两台机床, 掏出80万元改造车间.
func (r *reader) buysWorks(said string, s *site) bool {
	return s.ofThousands() && endsWithAny(said, layingOutPlainly()) && startsWithAny(s.clauseBehind(), gettingWorks())
}

// lends tells of what a bank has handed out or will hand out at most, where the paragraph speaks of its loans and of no gift.
func (r *reader) lends(said string, st *statement, s *site) bool {
	if st.known && !s.inherited {
		return false
	}
	if endsWithAny(trimAny(said, atMostEach().words...), limitsOfLoans()) {
		return holdsAny(r.text[r.lineStart:s.tok.start], lenders())
	}
	before := r.saidBefore(s)
	return endsWithAny(said, handedOutByBanks()) && holdsAny(before, lenders()) && !holdsAny(before, giftsOfRules())
}

// limitsOfLoans end the names of how much one may borrow, handedOutByBanks what is done with what one does, atMostEach what stands before a limit.
var limitsOfLoans, handedOutByBanks, atMostEach = phrases("limits of loans"), phrases("handed out by banks"), phrases("at most each")

// lastSaid tells of a sentence whose last figure is of an indicator.
func (r *reader) lastSaid(code string) bool {
	last := r.lastInSentence()
	return last != nil && last.Indicator == code
}

// paysForWorks tells of what the works told in the clause before have cost: 新上的一条灌装线，花了900万元.
func (r *reader) paysForWorks(said string, s *site) bool {
	if !s.ofThousands() || !endsWithAny(said, layingOutPlainly()) || s.clauseBehind() != "" {
		return false
	}
	if bare := trimAny(said, layingOutPlainly().words...); endsWithAny(bare, worksDoneUp()) || endsWithAny(bare, worksPaidFor()) {
		return true // 食堂改造花去380万元, 新上的蒸煮线花了2600万元
	}
	before := r.saidBefore(s)
	return endsWithAny(before[:len(before)-len(r.clauseBeforeFigure(s))], worksPaidFor())
}

// sumForWorks tells of a sum that nothing but a place stands before, and what is built or done up for it right behind: 我市3亿元改造老街.
func (r *reader) sumForWorks(s *site) bool {
	for _, t := range trimReach(s.left) {
		if _, deictic := r.deictic(t.text); t.kind != where && !deictic {
			return false
		}
	}
	return s.ofThousands() && startsWithAny(s.clauseBehind(), worksDoneUp())
}

// worksPaidFor end the names of such works, worksDoneUp what is done to them.
var worksPaidFor, worksDoneUp = phrases("works paid for"), phrases("works done up")

// vouchersTold tells of a paragraph on what the state gives people to shop with, and of a headline on it where the paragraph is of nothing else.
func (r *reader) vouchersTold(s *site) bool {
	return holdsAny(r.text[r.lineStart:s.tok.start], vouchers())
}

// vouchers are what it gives them, vouchersGiven what is done with them up to the sum, mostGiven what a rule gives at most.
var vouchers, vouchersGiven, mostGiven = phrases("vouchers"), phrases("vouchers given"), phrases("given at most")

// layingOutPlainly are plain verbs for spending, gettingWorks begin what a firm spends on, payingOut and lendingOut end what is done with gifts and
// loans, lenders are words of a sentence on loans, fundsAtLarge of one on funds.
var (
	layingOutPlainly, gettingWorks = phrases("laying out plainly"), phrases("getting works")
	payingOut, lendingOut, lenders = phrases("paying out"), phrases("lending out"), phrases("talk of lending")
)

// perField is land that yields something.
var perField = phrases("per field")

// sells tells of a verb for selling right before a sum that is no price, or of goods between the two: 梨园卖了9万元, 销售脐橙1.8亿元.
func (r *reader) sells(said string, s *site) bool {
	if sellsGoods(s.left) {
		return true
	}
	const leastSum = 1000 // what less is told of is a price: 去年卖到11块多
	if v, err := s.tok.q.Value.Float64(); err != nil || v < leastSum && !holdsAny(r.clauseAround(s.tok.start, s.tok.end), perField()) {
		return false
	}
	return endsWithAny(said, soldFor()) && !endsWithAny(said, soldOtherwise())
}

// pricesPiece tells of what one piece or pound costs: 一斤卖到8元, 每只卖120元.
func (r *reader) pricesPiece(s *site) bool {
	clause := r.clauseAround(s.tok.start, s.tok.end)
	return strings.Contains(s.tok.q.Unit.Surface, "/") || perUnit.MatchString(strings.ReplaceAll(clause, "每亩", "")) || holdsAny(clause, perPiece())
}

// perPiece are words of a clause on a price.
var perPiece = phrases("per piece")

// sellsGoods tells of goods named between the verb and what they brought in: 网店销售脐橙1.8亿元.
func sellsGoods(left []token) bool {
	toks := trimReach(withoutBrackets(left))
	for i := len(toks) - 1; i >= 0 && toks[i].kind == word; i-- {
		if endsWithAny(toks[i].text, sellingAtEnd()) {
			goods := join(toks[i+1:])
			return goods != "" && (len(tradesIn(goods)) > 0 || endsWithAny(goods, goodsAtLarge())) && !toks[len(toks)-1].is(event)
		}
	}
	return false
}

// sellingAtEnd are how words end for selling, before the goods and what they brought in.
var sellingAtEnd = phrases("verbs of selling")

// goodsAtLarge are goods of no one kind.
var goodsAtLarge = phrases("goods at large")

// sparesFirms tells of a sum of a clause or sentence on those who are spared it by others, and not by how they work.
func (r *reader) sparesFirms(s *site) bool {
	return s.ofThousands() && !holdsAny(r.text[r.start:r.end], savedByWork())
}

// ofThousands tells of a figure printed in 万 or 亿.
func (s *site) ofThousands() bool { return strings.ContainsAny(s.tok.text, "万亿") }

// savedByWork are words for how one saves by oneself.
var savedByWork = phrases("saved by work")

// sparesOthers tells of costs that those are spared for whom something is done: 为企业节省用电成本2亿元.
func (r *reader) sparesOthers(said string, s *site) bool {
	if !endsWithAny(said, costsOfFirms()) || !holdsAny(said, savedOrCut()) {
		return false
	}
	if strings.HasSuffix(said, "利息") {
		return true // 一年可省利息20万元
	}
	return holdsAny(r.clauseAround(s.tok.start, s.tok.end), doneForPayers())
}

// costsOfFirms end the names of what they pay, doneForPayers say for whom it is less.
var costsOfFirms, doneForPayers = phrases("costs of firms"), phrases("done for payers")

// savedOrCut are words for what a firm no longer spends.
var savedOrCut = phrases("saved or cut")
