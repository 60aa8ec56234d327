package figure

import (
	"strings"

	"yiyuan/transform/indicator"
	"yiyuan/transform/unit"
)

// This file reads the quantity that a noun phrase names.

var perWords = phrases("per words")

// nameOf reads the quantity that a noun phrase names. It reports false where the phrase holds none.
func (r *reader) nameOf(toks []token, q *unit.Quantity) (statement, bool) {
	st, ok := r.nameIn(withoutBrackets(toks), q)
	for _, t := range toks {
		st.existing = st.existing || strings.Contains(t.text, "在手") || strings.Contains(t.text, "现有")
		st.cumulative = st.cumulative || strings.HasPrefix(t.text, "累计")
	}
	return st, ok
}

func (r *reader) nameIn(toks []token, q *unit.Quantity) (statement, bool) {
	let := letOff(toks, q)
	toks, st := r.leading(withoutBasis(toks))
	if let != "" {
		st.known, st.code, st.form, st.time, st.text, st.head = true, "subsidy", "level", "flow", let, let
		return st, true
	}
	if q.Kind == "count" && q.Unit.Measure {
		return r.countedOf(toks, q, st)
	}
	phrase := join(toks)
	if phrase == "" {
		return st, false
	}
	hit, ok := indicator.Head(phrase)
	if !ok || numbersOf(phrase, hit.End) || goesOnOtherwise(phrase, hit) {
		return r.unnamed(toks, q, st)
	}
	if hit.Start > 0 && hit.Entry.Industry == hit.Entry.Text && strings.Contains(phrase[:hit.Start], "和") && namesSector(phrase) {
		return r.unnamed(toks, q, st) // 租赁和商务服务业 is no part of 服务业
	}
	counted, is := indicator.Counted(phrase, "")
	if is && counted.End == len(phrase) && counted.Entry.Code == "enterprise_count" && hit.End < counted.End && st.newness && q.Kind != "amount" {
		return r.unnamed(toks, q, st) // 新设立外商投资企业增长9%
	}
	if is && counted.End == len(phrase) && hit.End <= counted.Start {
		switch between := phrase[hit.End:counted.Start]; {
		case (marketEntity[counted.Entry.Text] || endsWithAny(between, newlyRegistered())) && q.Kind != "amount":
			return r.unnamed(toks, q, st)
		case (holdsAny(between, partingNames()) || counted.Entry.Code == "case_count") && (q.Kind == "percent" || q.Kind == "rank" || q.Kind == "multiple"):
			return r.unnamed(toks, q, st) // 来本地投资的企业增长5%, 经营性收入50万元以上村, 欠薪案件下降两成
		case q.Unit.Code == "person" && counted.Entry.Unit == "person" && (strings.HasPrefix(phrase, "每") || strings.HasSuffix(phrase[:counted.Start], "的")):
			return r.countedOf(toks, q, st) // 每千人口执业医师3.2人, 就业于外商投资企业的员工1400万人
		}
	}
	if firms, gone := strings.CutPrefix(phrase[hit.End:], "企业"); gone && q.Kind == "percent" && goneThrough().has(firms) {
		return r.unnamed([]token{{kind: word, text: phrase[:hit.End] + "企业"}}, q, st) // 规上工业企业数字化转型
	}
	if strings.Contains(phrase[hit.End:], "的") && strings.HasSuffix(phrase, "工业") && q.Kind == "percent" {
		return r.unnamed(toks, q, st) // 以外资企业为主的其他工业增长5%
	}
	if strings.HasPrefix(hit.Entry.Text, "经济增") && endsWithAny(phrase[:hit.Start], ownedEconomy()) {
		st.form, st.time, st.text = "sector", "flow", phrase[:hit.Start]+"经济"
		st.head, st.industry, st.sector = st.text, st.text, true
		return st, true
	}
	named := r.named(hit, phrase, toks, st)
	if (q.Kind == "physical" || q.Kind == "duration" || q.Kind == "count") && !fits(named.code, q.Unit.Code) {
		named.code, named.head = "", ""
	}
	return named, q.Kind != "amount" || !countsThings(named.code)
}

// goesOnOtherwise tells of a phrase that goes on behind the name of a quantity, and is then of something else: 投资银行, 投入使用.
func goesOnOtherwise(phrase string, hit indicator.Hit[indicator.Term]) bool {
	if hit.End == len(phrase) {
		return false
	}
	after := phrase[hit.End:]
	if endsInRate(phrase) || startsWithAny(after, entityTails()) || priced(after) {
		return true
	}
	return hit.Entry.Text == "投入" && startsWithAny(after, putToUse())
}

// newlyRegistered end what is told of new firms before their name, partingNames part a quantity from those it restricts.
var newlyRegistered, partingNames = phrases("newly registered"), phrases("parting names")

// goneThrough is what firms go through, one after another.
var goneThrough = phrases("gone through by firms")

// letOff is what has been let off in a sum, with the verb: 减免滞报金.
func letOff(toks []token, q *unit.Quantity) string {
	if q.Kind != "amount" || len(toks) < 2 {
		return ""
	}
	for i := len(toks) - 2; i >= max(0, len(toks)-5); i-- {
		if lettingOff().has(toks[i].text) && endsWithAny(join(trimReach(toks)), whatIsOwed()) {
			return join(trimReach(toks)[i:])
		}
	}
	return ""
}

var lettingOff, whatIsOwed = phrases("letting off"), phrases("what is owed")

// marketEntity are the firms that a branch has: what grows in 数字经济市场主体增长 is their number.
var marketEntity = map[string]bool{"市场主体": true, "经营主体": true, "个体工商户": true}

var putToUse = phrases("put to use")

// priced tells of the price of what is sold, and not of its sum: 出口均价, 销售单价.
func priced(tail string) bool {
	return startsWithAny(tail, priceEnds()) && !strings.HasPrefix(tail, "价格指数")
}

// numbersOf tells of a phrase that names how many there are of a thing, though the name of a quantity stands in it:
// 投资项目数量.
func numbersOf(phrase string, end int) bool {
	bare := trimAny(phrase, numbersOfThings().words...)
	if bare == phrase || end > len(bare) {
		return false
	}
	hit, ok := indicator.Counted(bare, "")
	return ok && hit.End == len(bare) && end <= hit.Start
}

// withoutBasis drops 按户籍人口计算, 以美元计价 and 扣除退税因素后: they name nothing.
func withoutBasis(toks []token) []token {
	for i, t := range toks {
		ends := basisEnds[t.text]
		for j := i + 1; ends != nil && j < len(toks); j++ {
			if toks[j].text == "的" && j+1 < len(toks) && strings.HasPrefix(toks[j+1].text, "核心") {
				return append(append([]token(nil), toks[:i]...), toks[j+1:]...) // 扣除食品和能源价格的核心CPI
			}
			if !startsWithAny(toks[j].text, ends) && !endsWithAny(toks[j].text, ends) {
				continue
			}
			for j+1 < len(toks) && (startsWithAny(toks[j+1].text, ends) || toks[j+1].text == "后" || toks[j+1].text == "影响") {
				j++
			}
			return append(append([]token(nil), toks[:i]...), toks[j+1:]...)
		}
	}
	return toks
}

// basisEnds are how the words for the basis of a reckoning end, by the word they begin with.
var basisEnds = map[string][]string{
	"按": {"计算", "口径", "计价"}, "按照": {"计算", "口径", "计价"}, "以": {"计价"},
	"扣除": {"因素", "影响", "后"}, "剔除": {"因素", "影响", "后"}, "扣减": {"因素", "影响", "后"}, "还原": {"因素", "影响", "后"}, "考虑": {"因素", "影响"},
}

// ownedEconomy are the economies by owner: what grows in 个体经济增长 is not the country's.
var ownedEconomy = phrases("owned economy")

// entityTails are how the name of a body or an event goes on behind words that name a quantity elsewhere: 进出口银行.
var entityTails = phrases("tails of entities")

// named fills a statement from the name its phrase ends in. 金额 and 总额 behind another name only say that it is a sum.
func (r *reader) named(hit indicator.Hit[indicator.Term], phrase string, toks []token, st statement) statement {
	if what, ok := strings.CutPrefix(hit.Entry.Text, "工业"); ok && strings.HasSuffix(phrase[:hit.Start], "加") { // 加工业 is one word
		if inner, found := indicator.Head(what); found && inner.End == len(what) {
			hit.Entry, hit.Start = inner.Entry, hit.End-len(inner.Entry.Text)
		}
	}
	text := hit.Entry.Text
	if sumWords[text] {
		if inner, ok := indicator.Head(phrase[:hit.Start]); ok && inner.End == hit.Start {
			hit, text = inner, inner.Entry.Text+text
		}
	}
	t := hit.Entry
	st.known, st.code, st.form, st.time, st.head, st.text = true, t.Code, t.Form, t.Time, t.Text, text
	lead := st.qualifierLead()
	st.industry, st.qualifier = t.Industry, t.Qualifier
	if lead != "" {
		st.qualifier = ""
	}
	r.modifiers(&st, toks, phrase[:hit.Start])
	if lead != "" {
		st.qualifier = joinQualifiers(st.qualifier, t.Qualifier, strings.HasPrefix(t.Text, t.Qualifier))
	}
	if lead != "" && !strings.Contains(st.qualifier+st.head, "新") {
		st.qualifier = joinQualifiers(lead, st.qualifier, true)
	}
	if t.Industry != "" {
		st.sector = true
	}
	switch before := phrase[:hit.Start]; {
	case st.code == "investment" && strings.HasPrefix(before, "固定资产投资"):
		st.code, st.qualifier = "fixed_asset_investment", strings.TrimSuffix(st.qualifier, "固定资产投资")
	case strings.HasSuffix(t.Text, "货值") && strings.Contains(before, "出口") && !strings.Contains(before, "进出口"):
		st.code = "exports"
	case traded[st.code] && (strings.HasSuffix(before, "监管") || strings.Contains(before, "验放")) && !endsWithAny(t.Text, []string{"值", "额"}):
		st.code = "other" // what passes the customs
	case t.Form == "rate" && st.code == "project_count" && holdsAny(before, housesNamed()):
		st.code = "other" // of floor space
	case t.Form == "rate" && (st.code == "project_count" || st.code == "enterprise_count") && ratedThing(before) != "":
		st.code = ratedThing(before) // 园区复工率
	case t.Text == "达标率" && bodiesCounted[ratedThing(before)] && !strings.HasSuffix(before, "区"):
		st.code = ratedThing(before) // 医疗机构达标率
	case t.Form == "rate" && st.code == "project_count" && strings.Contains(before, "企业"):
		st.code = "enterprise_count" // 企业开工率
	case st.code == "revenue" && strings.HasSuffix(t.Text, "收入") && holdsAny(before, families()):
		st.code = "resident_income"
	case st.code == "revenue" && earnings()[t.Text] && earnedByPeople(before):
		st.code = "resident_income" // 农民人均林果业收入
	case st.code == "fiscal_expenditure" && t.Text == "支出" && strings.HasSuffix(before, "险"):
		st.code = "other" // 财产险支出
	case t.Text == "资金" && holdsAny(before, spentByTreasury()), t.Text == "投入" && strings.Contains(before, "财政"):
		st.code = "fiscal_expenditure"
	}
	return st
}

// housesNamed are words for houses before a rate, which no projects are rated by.
var housesNamed = phrases("houses")

// spentByTreasury are words before 资金 for what the treasury spends.
var spentByTreasury = phrases("spent by the treasury")

// ratedThing is what stands right before a rate of those that work again, "" where no table has it.
func ratedThing(before string) string {
	hit, ok := indicator.Counted(before, "")
	switch {
	case endsWithAny(before, machinesAtWork()):
		return "other"
	case ok && hit.End == len(before) && (sharers[hit.Entry.Code] || hit.Entry.Code == "employment"):
		return hit.Entry.Code
	}
	return ""
}

// machinesAtWork are things that a rate tells how many of are at work.
var machinesAtWork = phrases("machines at work")

// families are those whose income is a household's.
var families = phrases("families")

var sumWords = map[string]bool{"金额": true, "总金额": true, "投入": true, "资金": true, "规模": true}

func isName(word string) bool { return indicator.IsTerm(word) }

func firstRune(s string) (rune, int) {
	for i, c := range s {
		if i == 0 {
			return c, len(string(c))
		}
	}
	return 0, 0
}

// withoutBrackets drops what stands in round brackets.
func withoutBrackets(toks []token) []token {
	first := 0
	for first < len(toks) && toks[first].kind != open && toks[first].kind != shut && toks[first].kind != note && toks[first].kind != blank {
		first++
	}
	if first == len(toks) {
		return toks
	}
	depth := 0
	out := append(make([]token, 0, len(toks)), toks[:first]...)
	for _, t := range toks[first:] {
		switch {
		case t.kind == open:
			depth++
		case t.kind == shut:
			depth = max(0, depth-1)
		case depth == 0 && t.kind != note && t.kind != blank:
			out = append(out, t)
		}
	}
	return out
}

// numbersOfThings end names of how many there are of a thing.
var numbersOfThings = phrases("numbers of things")
