package figure

import (
	"slices"
	"strings"
	"unicode/utf8"

	"yiyuan"
	"yiyuan/transform/indicator"
)

// This file names each of the things that a list of figures is handed out to, and gives it what it shares with the others: 肉、奶产量.

// members names each of the things a list of figures is handed out to.
func (r *reader) members(parts [][]token, s *site, lead statement) []statement {
	n := len(parts)
	if items := r.consumedGoods(parts, s); items != nil {
		return items
	}
	last, ok := r.nameOf(parts[n-1], s.tok.q)
	if !ok {
		last = unknownMember(parts[n-1])
	}
	items, told := make([]statement, n), ok
	for k, part := range parts {
		st := last
		if k < n-1 {
			st = r.member(part, parts[n-1], last, ok, s)
		}
		if st.region == "" {
			st.region = lead.region
		}
		st.newness = st.newness || lead.newness
		items[k] = st
		told = told || st.code != "other" || endsWithAny(st.text, measuredBy()) || soldInVehicles(s)
	}
	if !told && r.partsOfTold(items, s) {
		for k := range items {
			items[k] = r.partOfCurrent(items[k].text)
		}
		return items
	}
	if !told && r.firmsOfTold(items, s) {
		for k := range items {
			name := items[k].text
			if own := join(trimReach(parts[k])); kindOfName(own) == "enterprise" {
				name = own // 海通证券、广发证券 share no ending
			}
			items[k] = r.firmOfCurrent(strings.TrimPrefix(name, "其中"))
		}
		return items
	}
	if whole := r.firmBefore(items, s); !told && whole != nil {
		for k := range items {
			name := items[k].text
			if items[k] = r.firmOfCurrent(name); items[k].text == whole.Subject {
				items[k].text = ""
			}
		}
		return items
	}
	if !told && r.branchesOfTold(items, s) {
		for k := range items {
			items[k] = r.branchOfCurrent(items[k].text)
		}
		return items
	}
	if !told {
		return nil // 雷达、传感器制造 are no quantities: they go on with what was said before
	}
	return items
}

// soldInVehicles tells of vehicles of a sort that are sold or made: 德系、日系乘用车分别销售30万辆和22万辆.
func soldInVehicles(s *site) bool {
	return s.tok.q.Unit.Code == "vehicle" && endsWithAny(join(s.left), deedsOfTrade())
}

// deedsOfTrade end what tells that goods are made or sold.
var deedsOfTrade = phrases("deeds of trade")

// consumedGoods are goods whose prices to consumers are told apart once the index of all has been told: 食品、衣着价格分别上涨3%、1%.
func (r *reader) consumedGoods(parts [][]token, s *site) []statement {
	if !r.consumerPrices || s.tok.q.Kind != "percent" {
		return nil
	}
	closing := join(trimReach(parts[len(parts)-1]))
	if !strings.HasSuffix(closing, "价格") || isName(closing) || holdsAny(r.text[r.start:s.tok.start], otherPrices()) {
		return nil
	}
	items := make([]statement, len(parts))
	for k, part := range parts {
		_, lead := r.leading(part)
		goods := strings.TrimSuffix(strings.TrimPrefix(join(trimReach(part)), "其中"), "价格")
		items[k] = statement{known: true, code: "cpi", form: "growth", time: "flow", text: "价格", head: "价格", qualifier: goods, region: lead.region}
	}
	return items
}

// partsOfTold tells of groups among whom the quantity before them is told apart: 其中城镇和农村居民分别为3.3万元和1.3万元.
func (r *reader) partsOfTold(items []statement, s *site) bool {
	if !strings.Contains(r.clauseAround(s.tok.start, s.tok.end), "其中") || r.current == nil || !money[r.current.code] {
		return false
	}
	for _, it := range items {
		if !endsWithAny(it.text, residents()) && !endsWithAny(it.text, groups()) {
			return false
		}
	}
	return true
}

// firmsOfTold tells of firms among which the sum told before them is told apart: 净利润30亿元，建设银行、海山重工分别为9亿元和6亿元.
func (r *reader) firmsOfTold(items []statement, s *site) bool {
	if s.measure != "level" || r.current == nil || !money[r.current.code] || !fits(r.current.code, s.tok.q.Unit.Code) {
		return false
	}
	return slices.ContainsFunc(items, func(it statement) bool { return kindOfName(it.text) == "enterprise" })
}

// firmBefore is the figure of a firm told right before those of others that are only named: 甲汽车销售12万辆，乙、丙分别为6万辆和4万辆. It is nil where there is none.
func (r *reader) firmBefore(items []statement, s *site) *yiyuan.Fact {
	last := r.lastSince(r.start, func(f *yiyuan.Fact) bool { return f.Measure == "level" })
	if s.measure != "level" || r.current == nil || last == nil || last.SubjectKind != "enterprise" || last.Unit != s.tok.q.Unit.Code || r.Report.Kind != "" {
		return nil
	}
	for _, it := range items {
		if n := utf8.RuneCountInString(it.text); n < 2 || n > 6 || endsWithAny(it.text, thingsNamed()) || endsInName(it.text) || branchIn(it.text) == it.text {
			return nil
		}
	}
	return last
}

// thingsNamed end names that are of no firm: 业务, 产品.
var thingsNamed = phrases("things no firm is named by")

// nextFirm gives a firm that stands alone before its figure what was told of the whole or of another in the same unit: 建设银行总资产9亿元，农业银行8亿元;
// 六家银行净利润30亿元，其中建设银行以9亿元居首.
func (r *reader) nextFirm(st *statement, s *site) bool {
	last := r.lastSince(r.lineStart, func(f *yiyuan.Fact) bool { return f.Measure == "level" })
	if s.measure != "level" || s.tok.q.Kind != "amount" || st.known || r.Report.Kind != "" || r.current == nil || last == nil || last.Unit != s.tok.q.Unit.Code {
		return false
	}
	if !money[r.current.code] && (r.current.code != "other" || !isName(r.current.text)) || !fits(r.current.code, s.tok.q.Unit.Code) {
		return false
	}
	name := trimAny(strings.TrimPrefix(st.text, "其中"), "以")
	does := slices.ContainsFunc(s.nounPhrase, func(t token) bool { return strings.HasPrefix(t.pos, "v") && t.pos != "vn" }) // 撬动银行6000万元
	if does || kindOfName(name) != "enterprise" || strings.ContainsAny(name, "、的") {
		return false
	}
	*st = r.firmOfCurrent(name)
	return true
}

// firmOfCurrent is the quantity told of the whole or of another firm, of the firm named.
func (r *reader) firmOfCurrent(name string) statement {
	st := *r.current
	st.subject, st.subjectKind = name, "enterprise"
	if kindOfName(st.qualifier) == "enterprise" {
		st.qualifier = ""
	}
	return st
}

// branchesOfTold tells of products among which the output told before them is told apart: 产值增长5%；陶瓷、竹木分别增长7%、9%.
func (r *reader) branchesOfTold(items []statement, s *site) bool {
	if s.measure != "growth" || r.current == nil || !madeInMoney[r.current.code] {
		return false
	}
	return !slices.ContainsFunc(items, func(it statement) bool { return utf8.RuneCountInString(it.text) > 8 })
}

// madeInMoney are the quantities that statistics tell branch by branch.
var madeInMoney = map[string]bool{"output_value": true, "value_added": true, "revenue": true, "profit": true, "exports": true, "imports": true}

// branchOfCurrent is the part that a branch has in the quantity told of the whole.
func (r *reader) branchOfCurrent(branch string) statement {
	part := *r.current
	part.industry, part.sector = branch, true
	return part
}

// residents end the names of groups of people and of where they live.
var residents = phrases("residents")

// member names one of the things before the last, which may leave out what it shares with it: 肉、奶产量.
func (r *reader) member(part, lastPart []token, last statement, lastNamed bool, s *site) statement {
	st, named := r.nameOf(part, s.tok.q)
	hit, own := indicator.Head(join(part))
	name := join(trimReach(part))
	ends := own && hit.End >= len(name) || endsWithAny(name, namesOfNumbers())
	whole := named && st.known && st.form != "growthname" && (last.time == "count" || ends)
	if whole && !spentOn(st, last, s) && !(oneOfSectors(name) && sharedBySectors[last.code]) {
		return st
	}
	if lastNamed && last.form == "sector" && !st.known && namesTrade(name) && len(part) < 4 {
		st = last // 金属制品业、医药制造业分别增长6%、8%
		st.text, st.head, st.industry, st.qualifier = name, name, name, ""
		return st
	}
	if thing := countedByDeed(part); thing != nil && !strings.Contains(join(lastPart), thing.Text) {
		return countedAs(thing.Code, thing.Text, s.tok.q, statement{known: true, head: thing.Text, qualifier: doneIn(name), happened: true})
	}
	if named = false; lastNamed {
		st, named = r.nameOf(append(append([]token(nil), part...), sharedTail(part, lastPart, last)...), s.tok.q)
	}
	if !named || endsWithAny(name, measuredBy()) && !own {
		st = unknownMember(append(append([]token(nil), part...), tailOf(part, lastPart)...))
	}
	return st
}

// countedByDeed is the noun of things that a member of a list tells what was done to, which needs nothing of the next: 倒塌房屋 of 倒塌房屋和受灾面积.
func countedByDeed(part []token) *indicator.Noun {
	part = trimReach(part)
	if len(part) < 2 || !part[0].is(event) || part[0].kind != word {
		return nil
	}
	name := trimAny(join(part), numbersOfThings().words...)
	hit, ok := indicator.Counted(name, "")
	if !ok || hit.End != len(name) || hit.Start < len(part[0].text) {
		return nil
	}
	return &hit.Entry
}

// namesOfNumbers end the names of how many there are: 企业户数.
var namesOfNumbers = phrases("names of numbers")

// sharedBySectors are quantities that a sector named before the last member of a list has too: 第三产业和居民生活用电量.
var sharedBySectors = map[string]bool{"energy": true, "employment": true, "tax": true}

// oneOfSectors tells of one of the three sectors named in full or in short: 第一产业, 一产.
func oneOfSectors(name string) bool {
	return threeSectors[name] || threeSectors["第"+name+"业"]
}

// spentOn tells of what money is spent on, though it is a quantity elsewhere: 就业 in 就业、教育支出分别增长.
func spentOn(st, last statement, s *site) bool {
	return s.tok.q.Kind == "percent" && last.code == "fiscal_expenditure" && !money[st.code] && st.form != "rate"
}

// measuredBy are the ends of names that are whole: 事故起数 needs nothing of 死亡人数.
var measuredBy = phrases("ends of whole names")

// unknownMember is a thing that no table knows.
func unknownMember(part []token) statement {
	name := strings.TrimLeft(join(trimReach(part)), "、")
	return statement{known: true, code: "other", form: "rate", time: "flow", text: name, head: name}
}

// tailOf is what the last member adds behind its own word, as long as the other's: 报销比例 of 门诊和住院报销比例.
func tailOf(part, last []token) []token {
	if phrase := join(trimReach(part)); endsWithAny(phrase, measuredBy()) || len(last) < 2 {
		return nil
	}
	tail := last[min(len(part), len(last)-1):]
	if len(tail) > 1 && strings.HasSuffix(join(part), tail[0].text) {
		tail = tail[1:] // 产险公司、人身险公司业务
	}
	for _, price := range sharedPrices().words {
		if strings.HasSuffix(join(last), price) && !strings.HasSuffix(join(tail), price) {
			return []token{{kind: word, text: price}} // 药品和耗材均价
		}
	}
	return tail
}

// sharedPrices are the names of prices that the last of several things shares with the others, longest first.
var sharedPrices = phrases("prices shared")

// withoutVerbs drops the verbs that open what stands between 分别 and a figure.
func withoutVerbs(toks []token) []token {
	for len(toks) > 0 && toks[0].kind == word && (toks[0].is(reach|event) || toks[0].text == "为" || toks[0].text == "以") && !isName(toks[0].text) {
		toks = toks[1:]
	}
	toks = trimReach(toks)
	if len(toks) == 0 || toks[0].kind != word || toks[0].is(up|down|upto|downto) {
		return nil
	}
	return toks
}

// sharedTail is the end of the last member that its brothers leave out: 增加值 of 第三产业增加值, 产业在手大项目投资总额 of
// 高新产业在手大项目投资总额.
func sharedTail(part, last []token, st statement) []token {
	phrase := join(last)
	at := strings.LastIndex(phrase, st.head)
	if at < 0 {
		return nil
	}
	// 农村居民人均可支配收入 is one name, but 城镇、 before it shares 居民人均可支配收入.
	if inner := sharedName(st.head); inner != "" {
		return []token{{kind: word, text: inner}}
	}
	if own := join(trimReach(part)); strings.HasSuffix(own, "性") && strings.HasSuffix(st.head, "性收入") && isName(own+"收入") {
		return []token{{kind: word, text: "收入"}} // 工资性、转移性收入
	}
	if st.industry != "" {
		if i := strings.Index(phrase, st.industry); i >= 0 && i < at {
			at = i + len(st.industry)
			if own := join(part); strings.HasSuffix(st.industry, "产业") && !strings.HasSuffix(own, "业") {
				at -= len("产业")
			}
		}
	}
	return []token{{kind: word, text: phrase[at:]}}
}

// sharedName strips from a name the word that tells it from its brothers.
func sharedName(name string) string {
	for _, own := range whoseIncome().words {
		if rest, ok := strings.CutPrefix(name, own); ok && strings.Contains(rest, "收入") {
			return rest
		}
	}
	for _, h := range indicator.Industries(name) {
		if h.Start == 0 && h.End < len(name) {
			return name[h.End:]
		}
	}
	return ""
}

// whoseIncome begin the names of incomes.
var whoseIncome = phrases("whose income")

func splitConj(toks []token) [][]token { return split(toks, true) }

func splitDun(toks []token) [][]token { return split(toks, false) }

func split(toks []token, words bool) [][]token {
	var parts [][]token
	from := 0
	for i, t := range toks {
		if t.kind == dun || words && t.kind == word && t.is(conj) && t.text != "或" {
			if i > from {
				parts = append(parts, toks[from:i])
			}
			from = i + 1
		}
	}
	if from < len(toks) {
		parts = append(parts, toks[from:])
	}
	return parts
}

// townAndCountry opens 城乡居民 and 存贷款 into their two.
func townAndCountry(toks []token) [][]token {
	phrase := join(toks)
	for _, pair := range twoInOne {
		if strings.Contains(phrase, pair[0]) {
			one := strings.Replace(phrase, pair[0], pair[1], 1)
			other := strings.Replace(phrase, pair[0], pair[2], 1)
			if goods, first := strings.CutPrefix(phrase, "产销"); first && pair[0] == "产销" {
				one, other = goods+pair[1], goods+pair[2] // 产销汽车2万辆和1.9万辆
			}
			return [][]token{{{kind: word, text: one}}, {{kind: word, text: other}}}
		}
	}
	return nil
}

// twoInOne are names that say two things in one breath, and the two.
var twoInOne = [][3]string{
	{"城乡居民", "城镇居民", "农村居民"}, {"城乡常住居民", "城镇常住居民", "农村常住居民"}, {"城乡人均", "城镇居民人均", "农村居民人均"},
	{"产销量", "产量", "销量"}, {"产销", "产量", "销量"}, {"城乡低保", "城市低保", "农村低保"}, {"存贷款", "存款", "贷款"}, {"存、贷款", "存款", "贷款"}, {"进出口", "进口", "出口"},
}
