package figure

import (
	"slices"
	"strings"
	"unicode/utf8"

	"yiyuan"
	"yiyuan/transform/indicator"
)

// A sentence often tells a quantity once and then goes through it part by part, each told by no more than its name: 利润41亿元，下降8%，其中炼铝26亿元；
// 石油加工业29亿元. This file gives the parts the quantity.

// nextPart is what the sentence goes through, of the part that the figure names, where it names no more than that.
func (r *reader) nextPart(st statement, own bool, s *site) (statement, bool) {
	if !own && r.current != nil && !r.current.of("", "other") || !r.inSums(s) {
		return st, false
	}
	name := partNameOf(s)
	if name == "" || utf8.RuneCountInString(name) > longestPart || own && !r.namesPart(st, name, s) {
		return st, false
	}
	whole := r.goneThrough(s)
	if whole == nil || !fits(whole.code, s.tok.q.Unit.Code) {
		return st, false
	}
	part := *whole
	part.region, part.subject, part.subjectKind = st.region, st.subject, st.subjectKind
	part.industry, part.sector, part.qualifier = st.industry, st.sector, st.qualifier
	if st.industry == "" && !onlyPlaces(withoutDuns(trimReach(withoutBrackets(s.nounPhrase)))) {
		part.qualifier = strings.TrimPrefix(name, "其中")
	}
	return part, true
}

// withoutDuns drops the marks between the members of a list.
func withoutDuns(toks []token) []token {
	return slices.DeleteFunc(slices.Clone(toks), func(t token) bool { return t.kind == dun || t.kind == comma })
}

// inSums tells of money, of power used, or of how one of them has grown: what is weighed or counted says by its unit what it is of.
func (r *reader) inSums(s *site) bool {
	return s.measure == "growth" || s.tok.q.Kind == "amount" || s.tok.q.Unit.Code == "kWh"
}

// longestPart is how many characters the name of such a part has at most.
const longestPart = 14

// partNameOf is what stands before a figure in its clause, "" where a verb is among it.
func partNameOf(s *site) string {
	toks := trimReach(withoutBrackets(s.nounPhrase))
	for i, t := range toks {
		switch {
		case t.kind == time, t.kind == where, t.kind == dun, t.kind == quote, t.kind == comma, t.kind == note, t.kind == blank:
		case t.kind != word, t.is(event|newness|up|down) && !t.is(among), t.text == "的":
			return ""
		case i+1 < len(toks) && len(t.text) == len("鼓") && len(toks[i+1].text) == len("山"): // 鼓山
		case strings.HasPrefix(t.pos, "v") && t.pos != "vn" && !t.is(among):
			return ""
		}
	}
	return strings.Trim(join(toks), "、，,")
}

// namesPart tells of the name of a branch, a good, a place or a group, and of no quantity.
func (r *reader) namesPart(st statement, name string, s *site) bool {
	branch := st.form == "sector" || st.form == "growthname"
	if st.known && !branch && !st.of("other") || !branch && !st.of("", "other", "output_value") {
		return false
	}
	if len(indicator.Terms(name)) > 0 && !branch {
		return false
	}
	if branch || namesTrade(name) || endsWithAny(name, partsTold()) {
		return true
	}
	if goods := tradesIn(name); len(goods) > 0 && goods[len(goods)-1].end == len(name) {
		return true
	}
	return strings.HasPrefix(name, "其中") || namesTradeOf(name) || r.partsGoOn(name, s)
}

// partsGoOn tells of a name behind a semicolon in a sentence that has begun to go through parts: 其中棚改12亿元，占60%；土储8亿元.
func (r *reader) partsGoOn(name string, s *site) bool {
	before, ok := strings.CutSuffix(r.text[r.start:s.tok.start], name)
	if !ok || s.measure != "level" || !strings.HasSuffix(before, "；") {
		return false
	}
	for i := len(r.out.Facts) - 1; i >= 0 && r.out.Facts[i].Start >= r.start; i-- {
		if f := &r.out.Facts[i]; f.PartOf != "" && f.Unit == s.tok.q.Unit.Code {
			return true
		}
	}
	return false
}

// partsTold end the names of the parts that statistics tell quantities by.
var partsTold = phrases("parts told")

// goneThrough is the quantity that a sentence goes through, nil where there is none.
func (r *reader) goneThrough(s *site) *statement {
	if s.measure == "growth" {
		return r.goneThroughGrowing()
	}
	if s.measure != "level" {
		return nil
	}
	if lead := r.quantityOfList(s); lead != nil {
		return lead
	}
	told := r.told
	if len(told) == 0 && r.opensOnParts(r.text[r.start:r.end]) {
		told = r.toldEarlier
	} else if !r.toldIn(s.tok.q.Unit.Code) {
		return nil
	}
	for i := len(told) - 1; i >= 0; i-- {
		if fits(told[i].code, s.tok.q.Unit.Code) {
			if !toldByParts[told[i].code] {
				return nil
			}
			return &told[i]
		}
	}
	return nil
}

// opensOnParts tells of a sentence that goes through the parts of what was told before it.
func (r *reader) opensOnParts(text string) bool {
	if startsWithAny(text, partsOfBefore()) {
		return true
	}
	if r.start == r.lineStart {
		return r.Report.Kind == "" && dividesBefore(text)
	}
	return startsWithAny(text, partsOfSentence()) || dividesBefore(text)
}

// dividesBefore tells of a sentence whose first clause says no more than what the parts are told by: 分县（市、区）看，…, 去向上，….
func dividesBefore(text string) bool {
	const longest = len("按贷款的发放对象和期限来看")
	end := strings.Index(text[:min(len(text), longest+len("，"))], "，")
	if end < 0 {
		return false
	}
	divided := endsWithAny(text[:end], dividedAlong())
	if startsWithAny(text, dividedBy()) {
		divided = endsWithAny(text[:end], lookedAt())
	}
	return divided && !strings.ContainsAny(text[:end], "0123456789季月") && !holdsAny(text[:end], noDivision())
}

// noDivision are words of a clause on how things go, and not on parts.
var noDivision = phrases("no division")

// dividedBy and lookedAt begin and end a clause on what the parts are told by, dividedAlong end one that names no more than that.
var dividedBy, lookedAt, dividedAlong = phrases("divided by"), phrases("looked at by parts"), phrases("divided along")

// partsOfSentence open such a sentence within a paragraph.
var partsOfSentence = phrases("parts of the sentence before")

// quantityOfList is the quantity that a colon leads from to its parts, nil where there is none: 分县市完成增加值：甲县15亿元，乙县14亿元.
func (r *reader) quantityOfList(s *site) *statement {
	lead, _, found := strings.Cut(r.text[r.start:s.tok.start], "：")
	if !found {
		return nil
	}
	lead = lead[max(strings.LastIndex(lead, "，"), 0):]
	hit, ok := indicator.Head(lead)
	if !ok || hit.End != len(lead) || hit.Entry.Form != "level" || !toldByParts[hit.Entry.Code] {
		return nil
	}
	return &statement{known: true, code: hit.Entry.Code, form: "level", time: hit.Entry.Time, text: hit.Entry.Text, head: hit.Entry.Text}
}

// goneThroughGrowing is that where the parts are told by their growth alone: two of them have been told before.
func (r *reader) goneThroughGrowing() *statement {
	last := r.lastInSentence()
	if last == nil || !toldByParts[last.Indicator] || last.Measure != "growth" && last.Measure != "level" || len(r.told) == 0 {
		return nil
	}
	whole := &r.told[len(r.told)-1]
	if whole.code != last.Indicator {
		return nil
	}
	for i := len(r.out.Facts) - 1; i >= 0 && r.out.Facts[i].Start >= r.start; i-- {
		f := &r.out.Facts[i]
		if f.Indicator == last.Indicator && (f.Industry != last.Industry || f.Qualifier != last.Qualifier) {
			return whole
		}
	}
	return nil
}

// toldByParts are the quantities that statistics go through by branch, good, place or group.
var toldByParts = map[string]bool{
	"profit": true, "revenue": true, "tax": true, "exports": true, "imports": true, "foreign_trade": true, "retail_sales": true,
	"resident_income": true, "energy": true, "value_added": true, "output_value": true, "loans": true, "deposits": true, "fdi": true,
	"fiscal_revenue": true, "fiscal_expenditure": true, "fixed_asset_investment": true, "financing": true, "investment": true, "subsidy": true,
}

// goodsGoOn takes the rise or fall of goods for that of their prices where the paragraph has gone through what consumers pay: 居民消费价格上涨2%，其中鸡蛋
// 上涨9%；鲜菜下跌3%. So it does an index of a group of goods: 食品类指数102.
func (r *reader) goodsGoOn(st *statement, s *site) bool {
	branch := st.form == "sector" || st.form == "growthname"
	unnamed := branch || st.of("", "other", "count_other")
	if !r.consumerPrices || !unnamed {
		return false
	}
	last := r.lastFact()
	told := last != nil && last.Start >= r.lineStart && last.Indicator == "cpi"
	name := partNameOf(s)
	switch {
	case strings.Contains(name, "价格") && !strings.HasSuffix(name, "指数") || holdsAny(name, notBought()) || holdsAny(r.saidBefore(s), producers()):
		return false
	case s.measure == "level" && s.tok.q.Kind == "bare":
		if !endsWithAny(name, indexesOfGoods()) || holdsAny(r.clauseAround(s.tok.start, s.tok.end), otherPrices()) {
			return false
		}
	case !told || s.measure != "growth" && !(s.tok.q.Unit.Code == "pp" && strings.HasPrefix(s.rule, "pull")):
		return false
	case st.form == "rate" && st.known || name == "" && !s.inherited:
		return false
	}
	st.becomes("cpi", "growth", "flow")
	if s.measure == "level" {
		st.form = "index"
	}
	st.counter, st.measureWord = "", ""
	return true
}

// rateOfPrices takes a rate that is taken apart by what it comes from for that of prices, and one that prices were to keep under for their aim:
// 在4.9%的涨幅中，翘尾因素约为2个百分点, 涨幅6%，超出4%的调控目标.
func (r *reader) rateOfPrices(st *statement, s *site) bool {
	if s.tok.q.Unit.Code != "percent" {
		return false
	}
	behind := join(s.right)
	last := r.lastInSentence()
	switch {
	case startsWithAny(behind, ratesTakenApart()) && holdsAny(r.text[s.tok.end:r.end], factorsOfPrices()):
		st.becomes("cpi", "growth", "flow")
	case !startsWithAny(behind, ratesAimedAt()) || last == nil || last.Measure != "growth":
		return false
	case last.Indicator == "cpi" || st.of("", "other", "count_other"):
		st.becomes(last.Indicator, "growth", "flow")
	default:
		return false
	}
	s.measure, st.counter, st.measureWord = "growth", "", ""
	return true
}

// ratesTakenApart begin what follows such a rate, ratesAimedAt what follows an aim.
var ratesTakenApart, ratesAimedAt = phrases("rates taken apart"), phrases("rates aimed at")

// partOfIncrease takes a sum for a change where it is told as a part of one: 贷款增加3万亿元，其中短期贷款8200亿元、中长期贷款2万亿元.
func (r *reader) partOfIncrease(st *statement, s *site) bool {
	if s.measure != "level" || s.tok.q.Kind != "amount" || !st.of("loans", "deposits", "financing") || strings.Contains(join(s.left), "余额") {
		return false
	}
	part := strings.LastIndex(r.saidBefore(s), "其中")
	if part < 0 {
		part = strings.LastIndex(r.saidBefore(s), "后者当中")
	}
	if part < 0 {
		return false
	}
	for i := len(r.out.Facts) - 1; i >= 0 && r.out.Facts[i].Start >= r.start; i-- {
		f := &r.out.Facts[i]
		if f.Start > r.start+part {
			continue
		}
		if f.Measure != "change" || f.Unit != s.tok.q.Unit.Code || !balances[f.Indicator] || f.Value.Cmp(&s.tok.q.Value) < 0 {
			return false
		}
		st.code, s.measure = f.Indicator, "change"
		return true
	}
	return false
}

// loansStand takes a sort of loans that is all a clause of the news names for a part of the balance that has been told of all of them:
// 贷款余额820亿元。从投向看，涉农贷款210亿元.
func (r *reader) loansStand(st *statement, s *site) bool {
	part := s.measure == "share" && strings.HasPrefix(s.rule, "share.") // 贷款余额148亿元，小微贷款占53%
	if r.Report.Kind != "" || !part && (s.measure != "level" || s.tok.q.Kind != "amount") || st.code != "financing" || st.head != "贷款" {
		return false
	}
	if lends(s.left) || hasWord(s.left, "新增") || !r.toldLately("loans") {
		return false
	}
	named := trimReach(withoutBrackets(s.left))
	if part {
		named = trimReach(withoutBrackets(s.nounPhrase))
	}
	for i, t := range named {
		if t.is(event) && !t.is(verbal) && i+1 < len(named) && named[i+1].text != "贷款" {
			return false
		}
	}
	if !strings.HasSuffix(join(named), "贷款") {
		return false
	}
	st.becomes("loans", "level", "stock")
	return true
}

// balances are the quantities that are told by what has been added to them.
var balances = map[string]bool{"loans": true, "deposits": true}

// indexesOfGoods end the names of the indexes that consumer prices are told by.
var indexesOfGoods = phrases("indexes of goods")

// notBought are words for what no consumer pays.
var notBought = phrases("not bought by consumers")

// visitsGoOn takes numbers that a place or a sight is told by for its visitors where those of all have been told: 全市接待游客50万人次。鼓山6万人次.
func (r *reader) visitsGoOn(st *statement, s *site) bool {
	visits := s.tok.q.Unit.Surface == "人次" || s.tok.q.Unit.Surface == ""
	if s.measure != "level" || !visits || !st.of("", "count_other", "case_count", "region_count") {
		return false
	}
	name := partNameOf(s)
	last := r.lastFact()
	if name == "" || utf8.RuneCountInString(name) > longestPart || r.visitsTold() != "visitor_count" {
		return false
	}
	sight := last != nil && last.Start >= r.lineStart && last.Indicator == "visitor_count" && !holdsAny(name, notSeen())
	sight = sight || holdsAny(r.text[r.lineStart:s.tok.start], bySights()) && !holdsAny(name, notSeen()) // 分景区看，宏村6.9万人次
	if !sight && !onlyPlaces(withoutDuns(trimReach(withoutBrackets(s.nounPhrase)))) && !endsWithAny(name, sights()) && !endsWithAny(name, seen()) {
		return false
	}
	st.becomes("visitor_count", "level", "flow")
	st.counter, st.measureWord, st.happened = "人次", "人次", true
	return true
}

// notSeen are words for who else is told in 人次 than visitors.
var notSeen = phrases("not seen by visitors")

// bySights are words that break the number of visitors down by what they came to see.
var bySights = phrases("broken down by sight")

// seen end the names of other things that visitors come to see.
var seen = phrases("seen by visitors")

// sharesOfMembers takes the share that several places or branches have together for one of what was told before: 甲市、乙市完成30亿元，两市占全省的六成.
func (r *reader) sharesOfMembers(st *statement, s *site) bool {
	if s.measure != "share" || !strings.HasPrefix(s.rule, "share.") || !countsMembers(st.text) || !st.of("region_count", "count_other", "platform_count") {
		return false
	}
	last := r.lastFact()
	if last == nil || last.Start < r.lineStart || last.Indicator == "region_count" || last.Indicator == st.code {
		return false
	}
	whole := r.goneThroughBefore(last.Indicator)
	if whole == nil {
		return false
	}
	form, time := whole.form, whole.time
	st.becomes(last.Indicator, form, time)
	st.counter, st.measureWord = "", ""
	return true
}

// countsMembers tells of a name that is no more than how many places or branches are meant: 两市, 三个行业.
func countsMembers(name string) bool {
	rest, _ := strings.CutPrefix(strings.TrimLeft(name, "一二两三四五六七八九十上述该这"), "个")
	return rest != name && len(rest) < len(name) && members().has(rest)
}

// members are what such places and branches are counted as.
var members = phrases("members told together")

// goneThroughBefore is the last statement of a quantity in the sentence or the one before it.
func (r *reader) goneThroughBefore(code string) *statement {
	for _, told := range [][]statement{r.told, r.toldEarlier} {
		for i := len(told) - 1; i >= 0; i-- {
			if told[i].code == code {
				return &told[i]
			}
		}
	}
	return nil
}

// soldInPieces takes things counted behind a verb of selling for goods sold, and what is told by the same measure word behind them: 累计销售空调8万台；
// 彩电3万台.
func (r *reader) soldInPieces(st *statement, s *site) bool {
	measure := measureOf(s.tok.q)
	pieces := (s.tok.q.Kind == "count" || s.tok.q.Unit.Code == "vehicle") && (goods()[measure] || animals()[measure])
	if s.measure != "level" || !pieces || !st.of("", "count_other", "case_count", "output_volume", "enterprise_count") {
		return false
	}
	if whole := r.wholeFact(); st.of("enterprise_count") && (whole == nil || !moved[whole.Indicator] || whole.Unit != s.tok.q.Unit.Code) {
		return false // 出口汽车5万辆，其中某合资工厂1万辆
	}
	name := join(trimReach(withoutBrackets(s.left)))
	code := "other" // what is sold need not have been made then
	if whole := r.wholeFact(); whole != nil && traded[whole.Indicator] && strings.HasPrefix(name, "其中") && partNameOf(s) != "" {
		code = whole.Indicator // 出口机电产品9亿元，其中手机210万台
	} else if sold := behindSale(name); !sold {
		last := r.lastLevel()
		name := partNameOf(s)
		if last == nil || name == "" || utf8.RuneCountInString(name) > longestPart {
			return false
		}
		if last.Unit != s.tok.q.Unit.Code || !strings.HasSuffix(last.ValueText, measure) && !piecesOfGoods()[measure] || holdsAny(name, notMoved()) {
			return false
		}
		if code = last.Indicator; !moved[code] && !(code == "other" && holdsAny(r.saidBefore(s), selling())) && !(code == "count_other" && st.of("case_count") && holdsAny(r.saidBefore(s), mailed())) {
			return false
		}
	}
	st.becomes(code, "level", "flow")
	st.happened, st.existing = true, false
	return true
}

// soldByWeight tells of goods weighed behind a verb for selling them or buying them up: 收购小麦12万吨, 网销脐橙3万吨. What farmers hand in of a crop
// is what they have made.
func (r *reader) soldByWeight(st *statement, s *site) bool {
	if s.measure != "level" || s.tok.q.Unit.Code != "tonne" && s.tok.q.Unit.Code != "kg" || !st.of("", "other") {
		return false
	}
	name := trimAny(join(trimReach(withoutBrackets(s.left))), "了")
	sold := endsWithAny(name, soldOrBought())
	if !sold {
		goods := tradesIn(name)
		n := len(goods)
		sold = n > 0 && goods[n-1].end == len(name) && endsWithAny(trimAny(name[:goods[n-1].start], "了"), soldOrBought())
	}
	if !sold {
		return false
	}
	st.becomes("other", "level", "flow")
	if holdsAny(name, handedIn()) {
		st.code = "output_volume" // 交售商品粮6亿斤
	}
	st.happened = true
	return true
}

// soldOrBought are those verbs, handedIn those for what its growers hand in.
var soldOrBought, handedIn = phrases("sold by weight"), phrases("handed in")

// notMoved are words for what is there and has not been sold or made, mailed words for what is sent.
var notMoved, mailed = phrases("there and not sold"), phrases("sent by mail")

// animals are the measure words of animals.
var animals = phraseSet("measure words of animals")

// moved are the quantities of goods that go on in a list of pieces.
var moved = map[string]bool{"output_volume": true, "exports": true, "imports": true}

// behindSale tells of a phrase that begins with a verb of selling and goes on with no more than what is sold.
func behindSale(phrase string) bool {
	for _, verb := range selling().words {
		_, goods, found := strings.Cut(phrase, verb)
		if found && utf8.RuneCountInString(goods) <= longestGoods && !holdsAny(goods, otherThanSold()) {
			return true
		}
	}
	return false
}

// selling are verbs for selling goods, otherThanSold words that make another thing of what follows them.
var selling, otherThanSold = phrases("selling goods"), phrases("other than goods sold")

// piecesOfGoods are measure words by which goods of any kind are told one after the other.
var piecesOfGoods = phraseSet("pieces of goods")

// lastLevel is the last level of the sentence, nil where there is none.
func (r *reader) lastLevel() *yiyuan.Fact {
	for i := len(r.out.Facts) - 1; i >= 0 && r.out.Facts[i].Start >= r.start; i-- {
		if f := &r.out.Facts[i]; f.Measure == "level" {
			return f
		}
	}
	return nil
}

// handledToo takes goods weighed in a list of what a port, a railway or dealers have handled for more of that: 吞吐量1亿吨，其中水泥2000万吨；粮食50万吨.
func (r *reader) handledToo(st *statement, s *site) bool {
	made := st.form == "sector" || st.of("output_volume", "", "foreign_trade") && !strings.HasSuffix(st.text, "产量")
	if s.measure != "level" || !weighed[s.tok.q.Unit.Code] || !made {
		return false
	}
	last := r.lastLevel()
	if last == nil {
		last = r.wholeFact() // 吞吐量5700万吨。其中煤炭1700万吨
	}
	if last == nil || last.Unit != s.tok.q.Unit.Code || last.Indicator != "other" || partNameOf(s) == "" || strings.HasPrefix(s.tok.text, "亿") {
		return false
	}
	if said := r.text[r.lineStart:s.tok.start]; !holdsAny(said, handled()) && !(r.Report.Kind == "" && holdsAny(said, sortsOfCargo())) {
		return false
	}
	st.becomes("other", "level", "flow")
	return true
}

// sortsOfCargo are words that open a list of it by sort.
var sortsOfCargo = phrases("sorts of cargo")

// handled are words for what ports, railways and dealers do with goods.
var handled = phrases("handled goods")
