package figure

import (
	"slices"
	"strings"
	"unicode/utf8"

	"yiyuan/transform/indicator"
	"yiyuan/transform/place"
	"yiyuan/transform/unit"
)

// statement is what a sentence is speaking of: a quantity and whose it is. It stays in force until the next noun
// phrase, so that 增长5.5% after a comma knows what grew.
type statement struct {
	code, form, time string
	text             string // indicator_text
	head             string // the name itself
	industry         string
	sector           bool
	qualifier        string
	counter          string
	measureWord      string
	unit             string // of the noun counted, where it sets one: household, person
	newness          bool   // 新增, 新登记: a flow
	existing         bool   // 现有, 在建, 累计: a stock
	happened         bool   // an event verb governs it
	cumulative       bool   // 累计: from the beginning to the date
	recurring        string
	subject          string
	subjectKind      string
	region           string
	known            bool   // the indicator was found, not guessed
	turned           int    // which way it went, where a list is told of things that went apart
	plan             string // it is what a plan was, "told", or how much of it is "done"
}

var perWords = []string{"人均", "亩均", "户均", "日均", "月均", "单位", "平均每天", "每万人", "每百户", "每千人", "地均", "企均"}

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
	if counted, is := indicator.Counted(phrase, ""); is && counted.End == len(phrase) && hit.End <= counted.Start {
		switch between := phrase[hit.End:counted.Start]; {
		case (marketEntity[counted.Entry.Text] || endsWithAny(between, newlyRegistered())) && q.Kind != "amount":
			return r.unnamed(toks, q, st)
		case holdsAny(between, partingNames()) && (q.Kind == "percent" || q.Kind == "rank" || q.Kind == "multiple"):
			return r.unnamed(toks, q, st) // 来本地投资的企业增长5%, 经营性收入50万元以上村
		case strings.HasPrefix(phrase, "每") && q.Unit.Code == "person" && counted.Entry.Unit == "person":
			return r.countedOf(toks, q, st) // 每千人口执业医师3.2人
		}
	}
	if firms, gone := strings.CutPrefix(phrase[hit.End:], "企业"); gone && q.Kind == "percent" && slices.Contains(goneThrough(), firms) {
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
		if slices.Contains(lettingOff(), toks[i].text) && endsWithAny(join(trimReach(toks)), whatIsOwed()) {
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
	bare := trimAny(phrase, "数量", "总数", "家数", "户数", "个数", "数")
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
	r.modifiers(&st, toks, phrase[:hit.Start])
	if lead != "" && !strings.Contains(st.qualifier+st.head, "新") {
		st.qualifier = joinQualifiers(lead, st.qualifier, true)
	}
	if t.Industry != "" {
		st.sector = true
	}
	switch before := phrase[:hit.Start]; {
	case st.code == "investment" && (strings.HasSuffix(trimAny(before, "累计", "实际", "已", "共"), "固定资产投资") || strings.HasPrefix(before, "固定资产投资")):
		st.code, st.qualifier = "fixed_asset_investment", strings.TrimSuffix(st.qualifier, "固定资产投资")
	case strings.HasSuffix(t.Text, "货值") && strings.Contains(before, "出口") && !strings.Contains(before, "进出口"):
		st.code = "exports"
	case traded[st.code] && (strings.HasSuffix(before, "监管") || strings.Contains(before, "验放")) && !endsWithAny(t.Text, []string{"值", "额"}):
		st.code = "other" // what passes the customs
	case t.Form == "rate" && st.code == "project_count" && holdsAny(before, []string{"房屋", "住宅", "厂房"}):
		st.code = "other" // of floor space
	case t.Form == "rate" && (st.code == "project_count" || st.code == "enterprise_count") && ratedThing(before) != "":
		st.code = ratedThing(before) // 园区复工率
	case t.Text == "达标率" && bodiesCounted[ratedThing(before)] && !strings.HasSuffix(before, "区"):
		st.code = ratedThing(before) // 医疗机构达标率
	case t.Form == "rate" && st.code == "project_count" && strings.Contains(before, "企业"):
		st.code = "enterprise_count" // 企业开工率
	case st.code == "revenue" && strings.HasSuffix(t.Text, "收入") && holdsAny(before, families()) && !holdsAny(before, []string{"企业", "公司", "商户"}):
		st.code = "resident_income"
	case st.code == "revenue" && earnings()[t.Text] && earnedByPeople(before):
		st.code = "resident_income" // 农民人均林果业收入
	case t.Text == "资金" && holdsAny(before, spentByTreasury()), t.Text == "投入" && strings.Contains(before, "财政"):
		st.code = "fiscal_expenditure"
	}
	return st
}

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

// earners are words before an income that is a person's.
var earners = phrases("earners")

var sumWords = map[string]bool{"金额": true, "总金额": true, "投入": true, "资金": true, "规模": true}

// unnamed reads a phrase whose head is in no table: people and things counted in plain units still count something.
func (r *reader) unnamed(toks []token, q *unit.Quantity, st statement) (statement, bool) {
	toks = trimReach(toks)
	phrase := join(toks)
	if bareShare[phrase] || half(phrase, q) || strings.HasSuffix(phrase, "的") {
		return st, false
	}
	if q.Unit.Code == "person" || q.Unit.Code == "household" || q.Unit.Code == "vehicle" || q.Kind == "count" {
		return r.countedOf(toks, q, st)
	}
	if bare := strings.TrimRight(trimAny(phrase, "占比", "比例", "比重", "数量", "总数", "总量", "增速", "增幅", "户数", "家数", "个数", "数"), "的"); bare != phrase {
		bare = strings.TrimRight(bare, "”’》")
		if whole, ok, told := r.shareOrNumberOf(bare, phrase, toks, q, st); told {
			return whole, ok
		}
		phrase = bare
	}
	if q.Kind == "percent" || q.Kind == "pp" || q.Kind == "rank" || q.Kind == "multiple" {
		if onlyPlaces(toks) {
			return st, false // 保定市下降25%、排名第1
		}
		if done := thingsBegun(phrase); q.Kind == "percent" && done != phrase && countsUnit(done, "count") {
			phrase = done // 改造项目已开工90%
		}
		if hit, ok := indicator.Counted(phrase, ""); ok && hit.End == len(phrase) {
			n := hit.Entry
			st.known, st.code, st.form, st.time, st.text, st.head, st.counter = true, n.Code, "rate", "stock", phrase, n.Text, n.Text
			r.modifiers(&st, toks, phrase[:hit.Start])
			return st, true
		}
	}
	if made := strings.TrimSuffix(phrase, "同比"); strings.HasSuffix(made, "制造") && q.Kind == "percent" {
		st.form, st.time, st.text, st.head, st.industry, st.sector = "sector", "flow", made, made, made, true
		return st, true
	}
	if endsInRate(join(toks)) {
		st.known, st.code, st.form, st.text, st.head = true, "other", "rate", join(toks), join(toks)
		st.time = "stock"
		if flowRate(join(toks)) {
			st.time = "flow"
		}
		return st, true
	}
	return r.unnamedBranch(phrase, toks, st)
}

// shareOrNumberOf reads how large a part of something is, or how many there are of it, where the name says no more: 企业占比, 用户数量.
// It tells whether it has settled what the phrase names.
func (r *reader) shareOrNumberOf(bare, phrase string, toks []token, q *unit.Quantity, st statement) (whole statement, ok, told bool) {
	if hit, ok := indicator.Head(bare); ok && hit.End == len(bare) {
		st, ok = r.nameOf([]token{{kind: word, text: bare}}, q)
		st.form = "rate"
		return st, ok, true
	}
	if hit, ok := indicator.Counted(bare, ""); ok && hit.End == len(bare) {
		n := hit.Entry
		st.known, st.code, st.form, st.time, st.text, st.head = true, n.Code, "rate", "stock", phrase, n.Text
		r.modifiers(&st, toks, phrase[:hit.Start])
		return st, true, true
	}
	if hits := indicator.Nouns(bare); len(hits) > 0 && strings.HasSuffix(phrase, "占比") {
		n := hits[0].Entry // 规上企业与院所建立合作关系占比: of the firms
		st.known, st.code, st.form, st.time, st.text, st.head = true, n.Code, "rate", "stock", phrase, n.Text
		r.modifiers(&st, toks, phrase[:hits[0].Start])
		return st, true, true
	}
	return st, false, false
}

// unnamedBranch is a branch of the economy at the end of a phrase.
func (r *reader) unnamedBranch(phrase string, toks []token, st statement) (statement, bool) {
	if otherBranches[phrase] {
		st.form, st.time, st.text, st.head, st.industry, st.sector = "sector", "flow", phrase, phrase, phrase, true
		return st, true
	}
	for _, ind := range indicator.Industries(phrase) {
		if ind.End == len(phrase) && (ind.Start == 0 || len(ind.Entry.Text) > 3) {
			st.code, st.form, st.time, st.text, st.head = "", "sector", "flow", phrase, phrase
			st.industry, st.sector = ind.Entry.Text, ind.Entry.Sector
			r.modifiers(&st, toks, phrase[:ind.Start])
			st.industry, st.sector = ind.Entry.Text, ind.Entry.Sector
			return st, true
		}
	}
	return st, false
}

// thingsBegun is a phrase without the words for how far works have come: 改造项目 of 改造项目已开工.
func thingsBegun(phrase string) string {
	return trimAny(trimAny(phrase, begunWorks()...), "已", "重建已", "建设已", "重建", "建设", "全部")
}

// otherBranches close a division by branches: 批发业5亿元，零售业9亿元，其他行业600万元.
var otherBranches = map[string]bool{"其他行业": true, "其它行业": true, "其他产业": true, "其他业": true}

// namesTrade tells of the name of a line of business that no table has: 再生纸产业, 水的生产和供应业.
func namesTrade(name string) bool {
	if !strings.HasSuffix(name, "业") || utf8.RuneCountInString(name) <= 2 || endsWithAny(name, noIndustry()) {
		return false
	}
	return !strings.HasSuffix(name, "工业") || strings.HasSuffix(name, "加工业")
}

// onlyPlaces tells of a phrase that is the name of a place and nothing else.
func onlyPlaces(toks []token) bool {
	return len(toks) > 0 && !slices.ContainsFunc(toks, func(t token) bool { return t.kind != where })
}

// own reads a phrase that no table knows: what it names is still not what the sentence named before.
func (r *reader) ownName(toks []token, q *unit.Quantity) (statement, bool) {
	toks, st := r.leading(withoutBasis(withoutBrackets(toks)))
	toks = trimReach(toks)
	phrase := strings.Trim(join(toks), "、，“”")
	if code := sumByShape(phrase, q); code != "" {
		st.known, st.code, st.form, st.time, st.text, st.head = true, code, "level", "flow", phrase, phrase
		return st, true
	}
	if q.Kind == "percent" && r.current != nil && endsWithAny(phrase, pointingBack()) {
		return st, false // 而去年同期这一数字是15%
	}
	if q.Kind == "count" && r.deedsToLast(toks, q) {
		st.happened = true
		return st, false
	}
	content := 0
	for _, t := range toks {
		if t.kind == word && t.class == 0 && !shortly[t.text] && !strings.Contains("dpcurmqfyxw", t.pos[:min(1, len(t.pos))]) {
			content += utf8.RuneCountInString(t.text)
		}
	}
	if content < 2 || strings.HasSuffix(phrase, "的") || bareShare[phrase] || half(phrase, q) {
		return st, false
	}
	st.text, st.form = phrase, "level"
	switch {
	case (q.Kind == "count" || q.Kind == "physical") && !strings.HasSuffix(phrase, "数") && r.listsProducts(toks[0].start):
		st.known, st.code, st.time, st.industry, st.sector = true, "output_volume", "flow", phrase, true
	case q.Kind == "count":
		st.code, st.time, st.counter, st.measureWord = timesOf(phrase, q), "count", counterOf(toks, q), measureOf(q)
	case q.Kind == "amount" && (strings.HasSuffix(phrase, "产业") || strings.HasSuffix(phrase, "规模") && namesTradeOf(strings.TrimSuffix(phrase, "规模"))):
		st.code, st.industry, st.sector = "output_value", phrase, true // its size in money
	}
	return st, true
}

// deedsToLast tells of a phrase that only says what has become of some of the things counted before it: 重点项目80个，竣工验收40个.
func (r *reader) deedsToLast(toks []token, q *unit.Quantity) bool {
	last := r.lastCount
	if last == nil || !last.known || last.time != "count" || happens[measureOf(q)] || q.Unit.Code != "count" {
		return false
	}
	noun, ok := indicator.Counted(last.counter, measureOf(q))
	if !ok || !strings.Contains(noun.Entry.Measures, measureOf(q)) {
		return false
	}
	if at := slices.IndexFunc(r.toks, func(t token) bool { return t.q == q }); at >= 0 && at+1 < len(r.toks) && r.toks[at+1].kind == quote {
		return false // 推行125个“一件事”套餐
	}
	return len(toks) > 0 && !slices.ContainsFunc(toks, func(t token) bool {
		return t.kind != word || !t.is(event|verbal) && !startsWithAny(t.pos, []string{"v", "d"})
	})
}

// sumByShape is what a sum or its growth is of by how its name ends, where no table has the name: 甘蔗税, 在外地卖出.
func sumByShape(phrase string, q *unit.Quantity) string {
	switch {
	case q.Kind == "count" || q.Kind == "physical" || q.Kind == "duration":
	case endsWithAny(phrase, sold()) && (q.Kind == "amount" || strings.HasSuffix(phrase, "销售")):
		if v, err := q.Value.Float64(); err != nil || q.Kind == "amount" && v < leastSold || holdsAny(phrase, pricedByThePiece()) {
			return "" // 鲜叶每斤卖到80元
		}
		return "revenue"
	case q.Kind == "amount" && strings.HasSuffix(phrase, "成交") && !holdsAny(phrase, moneyMarkets()):
		return "revenue"
	case q.Kind == "amount" && strings.HasSuffix(phrase, "新签合同") && holdsAny(phrase, worksAbroad()):
		return "revenue"
	case q.Kind == "amount" && slices.Contains(handingDown(), phrase):
		return "financing" // 下达230亿元
	case q.Kind == "amount" && endsWithAny(phrase, []string{"技改", "技术改造"}):
		return "fixed_asset_investment" // 完成技改400亿元
	case q.Kind == "amount" && strings.HasSuffix(strings.TrimSuffix(phrase, "等"), "税"):
		return "tax" // 个人利息税等6800万元
	case q.Kind == "amount" && endsWithAny(phrase, reliefPaid()):
		return "subsidy" // 发放城乡低保4亿元
	}
	return ""
}

// sold ends what is told of things that have been sold, pricedByThePiece says that their price is told.
var sold, pricedByThePiece = phrases("sold"), phrases("priced by the piece")

// leastSold is what all that someone has sold comes to at least; what brings less is one piece.
const leastSold = 1000

// moneyMarkets are where money is dealt in.
var moneyMarkets = phrases("money markets")

// reliefPaid is what is paid to those in need, by the name of the help.
var reliefPaid = phrases("relief paid")

// handingDown are verbs for handing money to those below, where they are all that names it.
var handingDown = phrases("handing down")

// listsProducts tells of a paragraph that has said last that it lists the output of products: 主要工业产品产量：布30万米，竹席2万床.
func (r *reader) listsProducts(at int) bool {
	if at <= r.lineStart || at > len(r.text) {
		return false
	}
	before := r.text[r.lineStart:at]
	last := lastOf(before, productLists())
	return last >= 0 && !holdsAny(before[last:], otherThanOutput())
}

// productLists are how a list of what is made begins.
var productLists = phrasesByFirst("lists of products")

// shortly are words before a span of time, which name nothing.
var shortly = map[string]bool{"不到": true, "不足": true, "短短": true, "仅用": true, "时隔": true}

// wholePlace are the words for all who live in a place: 全村1000多人.
var wholePlace = map[string]bool{
	"全村": true, "全镇": true, "全乡": true, "全街道": true, "全社区": true, "全县": true, "全市": true, "全省": true, "全区": true, "全国": true,
	"村": true, "社区": true,
}

// namesSector tells whether the phrase is the name of an industry and nothing else.
func namesSector(phrase string) bool {
	for _, h := range indicator.Industries(phrase) {
		if h.Start == 0 && h.End == len(phrase) {
			return true
		}
	}
	return false
}

// counterOf is what a number behind a phrase counts: its last noun, or what the measure word says where it only names some of them
// (《甲》、《乙》等12册).
func counterOf(toks []token, q *unit.Quantity) string {
	if n := len(toks); n > 0 && toks[n-1].text == "等" {
		return measureOf(q)
	}
	return headOf(toks)
}

// headOf is the last noun of a phrase.
func headOf(toks []token) string {
	for i := len(toks) - 1; i >= 0; i-- {
		if toks[i].kind == word && toks[i].class == 0 && toks[i].text != "等" {
			return toks[i].text
		}
	}
	return ""
}

// split2 are the halves a quantity is told by; alone they keep the quantity and change its restriction.
var split2 = map[string]bool{
	"城镇": true, "农村": true, "城市": true, "乡村": true, "国内": true, "境外": true, "省内": true, "省外": true, "市内": true, "市外": true, "县内": true, "县外": true, "州内": true, "州外": true, "区外": true, "农牧区": true, "牧区": true, "男性": true, "女性": true,
	"中央": true, "地方": true, "国有": true, "集体": true, "个体": true, "农户": true, "非农户": true, "东部": true, "中部": true, "西部": true,
	"东部地区": true, "中部地区": true, "西部地区": true, "东北地区": true, "区本级": true, "县本级": true, "市本级": true, "州本级": true,
	"省本级": true, "镇本级": true, "本级": true, "国家级": true, "省级": true, "市级": true, "县级": true, "区级": true, "世界": true, "亚洲": true,
	"全球": true, "同类城市": true, "同期": true,
	"城镇居民": true, "农村居民": true, "农民": true, "城市居民": true,
}

// half tells of one: 农民 is one of incomes, not of people (培训农民5万人次).
func half(phrase string, q *unit.Quantity) bool {
	return split2[phrase] && !(phrase == "农民" && q.Kind == "count")
}

// bareShare are words that speak of the quantity before them and name none themselves.
var bareShare = map[string]bool{
	"占比": true, "比重": true, "比例": true, "份额": true, "增速": true, "增幅": true, "增量": true, "涨幅": true, "总量": true, "规模": true,
	"总额": true, "数量": true, "总数": true, "总值": true, "同比": true, "这一数据": true, "这一数字": true, "这一比例": true, "这一比重": true,
	"该比例": true, "该数字": true, "这个数字": true, "这个比例": true, "这一指标": true, "数字": true, "数据": true,
}

// money are the quantities that are sums; counts of people or things are never theirs.
var money = map[string]bool{
	"gdp": true, "value_added": true, "fiscal_revenue": true, "fiscal_expenditure": true, "tax": true, "retail_sales": true,
	"fixed_asset_investment": true, "foreign_trade": true, "exports": true, "imports": true, "fdi": true, "resident_income": true,
	"deposits": true, "loans": true, "output_value": true, "revenue": true, "profit": true, "rd_spending": true, "investment": true,
	"financing": true, "subsidy": true, "cpi": true, "unemployment_rate": true, "urbanization_rate": true, "market_share": true,
}

// fits tells whether a quantity can be printed in a unit.
func fits(code, unit string) bool {
	switch unit {
	case "CNY", "USD", "HKD":
		return code == "" || code == "other" || money[code]
	case "percent", "pp", "rank", "times", "":
		return true
	case "vehicle":
		return (!money[code] || traded[code]) && !strings.HasSuffix(code, "_count") && !inOwnUnits(code)
	case "person", "household", "count":
		return !money[code] && !inOwnUnits(code)
	}
	if code == "capacity" && (unit == "km" || strings.Contains(dimension["duration"], " "+unit+" ")) {
		return false // 新增光缆线路120公里; 提升检测能力，3天完成
	}
	if traded[code] {
		return strings.Contains(" tonne kg m3 m2 m kW ", " "+unit+" ")
	}
	if only, ok := dimension[code]; ok {
		return strings.Contains(only, " "+unit+" ")
	}
	return !money[code] && !strings.HasSuffix(code, "_count") && code != "count_other"
}

// inOwnUnits tells of quantities that are told in units of their own and never by number.
func inOwnUnits(code string) bool {
	return code == "area" || code == "length" || code == "duration" || code == "energy"
}

// traded are the quantities that are told in money and in goods alike: 出口茶叶3万吨.
var traded = map[string]bool{"foreign_trade": true, "exports": true, "imports": true}

// countsThings tells of a quantity that no sum of money can be of.
func countsThings(code string) bool {
	return dimension[code] != "" || strings.HasSuffix(code, "_count") || code == "count_other"
}

// dimension are the units that quantities of one dimension can be printed in.
var dimension = map[string]string{
	"length": " m km ", "area": " m2 mu ha km2 ", "duration": " year month day hour minute ", "energy": " kWh kW tonne kg m3 other ",
	"population": " person household ", "employment": " person ", "visitor_count": " count person ", "patents": " count ",
}

// boundWords stand between a figure and its noun and belong to the figure.
var boundWords = map[string]bool{"以上": true, "以下": true, "以内": true, "左右": true, "上下": true, "之多": true, "多": true, "余": true}

// pointOfList are words that number the points of a speech: 一是新建水库8座.
var pointOfList = phraseSet("points of a list")

// leading takes off what stands before a noun phrase and is not of it: when, where, whose, and the verbs that govern it.
func (r *reader) leading(toks []token) ([]token, statement) {
	st := statement{region: "", subjectKind: ""}
	for len(toks) > 0 {
		t := toks[0]
		if rest := r.behindEnds(r.behindAiders(r.behindReceivers(toks))); len(rest) < len(toks) {
			toks = rest
			continue
		}
		switch {
		case t.kind == figure && t.q.Kind == "duration" && len(toks) > 1, t.kind == time, t.kind == dun, t.kind == note:
		case t.kind == blank, t.kind == comma, t.kind == semi:
		case t.kind == where && everywhere()[t.text] && len(toks) > 1 && !strings.HasPrefix(toks[1].text, "性"):
			if code, ok := r.deictic(t.text); ok && !st.happened && r.meansPlace(code, toks, st.newness) {
				st.region = code
			}
		case t.kind == where && len(toks) > 1 && r.onlyField(r.regionOf(t.at), t.end):
		case t.kind == where && len(toks) > 1 && (r.onlyEnd(r.regionOf(t.at), t) || r.homeOfPerson(toks, r.regionOf(t.at))):
		case t.kind == where && r.placesTogether(toks) > 1:
			n := r.placesTogether(toks)
			if st.region == "" && !r.farFromHome(toks[:n]) {
				st.region = r.holderOfAll(toks[:n])
			}
			if n == len(toks) {
				return toks[n-1:], st
			}
			toks = toks[n-1:]
		case t.kind == where:
			if !r.leadingPlace(toks, &st) {
				return toks, st
			}
		case t.text == "项目" && len(toks) == 2 && slices.Contains(begunWorks(), toks[1].text): // 改造项目开工90%
			return toks, st
		case t.kind == word && len(toks) > 1 && r.pointsAtOwner(t.text) && actsOrWhen(toks[1]):
		case t.kind == word && t.is(exist) && !(attributive[t.text] && len(toks) > 1):
			st.existing = st.existing || !t.is(reach) || t.text == "累计" || t.text == "共有"
		case t.kind == word && t.is(newness):
			st.newness = true
			st.qualifier = t.text
		case t.kind == word && t.is(event) && len(toks) > 1 && !isName(t.text) && !stage[t.text] && !attributive[t.text]:
			st.happened = true
		case t.kind == word && t.is(reach|aim|expect|plan|conj|among|resp|each|up|down|basis) && !isName(t.text):
		case t.kind == word && boundWords[t.text] && len(toks) > 1:
		case t.kind == word && pointOfList()[t.text] && len(toks) > 1:
		case t.text == "大关" || t.text == "台阶" || t.text == "关口": // of the figure before
		case t.kind == word && leadsOn[t.text]:
		default:
			if code, ok := r.deictic(t.text); ok && !r.onlyField(code, t.end) {
				st.region = code
			} else if !everywhere()[t.text] || len(toks) == 1 {
				return toks, st
			}
		}
		toks = toks[1:]
	}
	return toks, st
}

// leadingPlace takes the place at the head of a phrase as whose its figure is, and tells whether it is that and no part of a name behind it.
func (r *reader) leadingPlace(toks []token, st *statement) bool {
	t := toks[0]
	code := r.regionOf(t.at)
	if code == "" || st.region != "" && !place.Contains(st.region, code) || st.happened {
		return false
	}
	if len(toks) == 1 || strings.HasPrefix(toks[1].text, "性") {
		if st.region != "" {
			st.region = code // 北京市西城区有
		}
		return false
	}
	if (!t.at.Full || st.newness || r.Report.Kind == "" && holdsAny(join(toks), honours())) && r.aroundHome(code) {
		return false
	}
	st.region = code
	if t.at.Kind == "park" {
		st.subject, st.subjectKind = t.text, "park"
	}
	return true
}

// leadsOn are words that say nothing of what stands behind them.
var leadsOn = map[string]bool{"的": true, "了": true, "在": true, "为": true, "使": true, "把": true, "对": true}

// meansPlace tells of a word for all of a place that says whose a figure is, and not of which rank or among whom: 全省, not 全国级.
func (r *reader) meansPlace(code string, toks []token, newness bool) bool {
	return !r.gradeOfNation(code, toks[1:]) && !(newness && r.aroundHome(code)) && !r.onlyField(code, toks[0].end)
}

// aroundHome tells of a place that the one the text is from lies in.
func (r *reader) aroundHome(code string) bool { return code != r.home && place.Contains(code, r.home) }

// pointsAtOwner tells of a word for the one that the news is of: 该公司, and 街道 in the news of one.
func (r *reader) pointsAtOwner(word string) bool {
	return pronoun[word] || word == "街道" && strings.HasSuffix(r.Town, word)
}

// actsOrWhen tells of a word for a time, or for what the one named before it has done: 今年, 实现.
func actsOrWhen(t token) bool {
	return t.kind == time || t.kind == word && t.is(reach|exist|event|aim|expect|newness)
}

// overTheField are words for what a place does before or for all others: 在全国率先推出12项.
var overTheField = phrases("over the whole field")

// pronoun are nouns that stand for a subject named before.
var pronoun = map[string]bool{
	"园区": true, "该区": true, "该县": true, "该市": true, "该省": true, "该镇": true, "该村": true, "该园区": true, "全园": true, "全园区": true, "企业": true, "公司": true,
	"集团": true, "该企业": true, "该公司": true, "该集团": true, "该平台": true, "平台": true, "项目": true, "该项目": true, "中心": true, "该中心": true, "其": true,
	"我们": true, "当地": true, "基地": true, "该基地": true, "开发区": true, "合作社": true,
}

// endsInRate tells of a name that no table has but that is a rate by its ending.
func endsInRate(phrase string) bool {
	for _, suffix := range endsOfRates() {
		if strings.HasSuffix(phrase, suffix) && len(phrase) > len(suffix) {
			return true
		}
	}
	return false
}

// endsOfRates end the names of rates.
var endsOfRates = phrases("ends of rates")

var flowRates = phrases("flow rates")

// flowRate tells of a rate of what is done over a span, not of what stands at its end.
func flowRate(phrase string) bool {
	return endsWithAny(phrase, flowRates())
}

func trimAny(s string, suffixes ...string) string {
	for _, x := range suffixes {
		if t := strings.TrimSuffix(s, x); t != s {
			return t
		}
	}
	return s
}

func isName(word string) bool { return indicator.IsTerm(word) }

// modifiers sorts what stands before the head of a phrase into industry and qualifier.
func (r *reader) modifiers(st *statement, toks []token, before string) {
	var rest restriction
	rest.add(st.qualifierLead())
	for _, t := range r.withoutMainAreas(tokensOf(toks, before)) {
		r.modifier(st, &rest, t)
	}
	st.newness = st.newness || strings.HasSuffix(before, "新增") // also inside a longer word: 城镇新增就业
	text := strings.Trim(rest.text.String(), "、，和与及的")
	text = r.takeIndustry(st, text)
	if text = strings.Trim(text, "、，和与及的"); !endsWithAny(text, agesOfLife()) {
		text = strings.TrimSuffix(text, "年")
	}
	if ofProducts[st.code] || ofGoods[st.head] {
		text = trimAhead(text, keeping()...)
	}
	if st.industry == "" && ofProducts[st.code] && !st.newness && namesProduct(text) {
		st.industry, st.sector, text = text, true, ""
	}
	product := strings.TrimPrefix(strings.TrimPrefix(text, "全球"), "中国")
	if st.industry == "" && ofGoods[st.head] && !st.newness && namesGoods(product) {
		st.industry, st.sector, text = product, true, strings.TrimSuffix(text, product)
	}
	if st.industry == "" && st.time == "count" {
		if hits := whole(indicator.Industries(st.counter), st.counter); len(hits) > 0 {
			st.industry, st.sector = hits[0].Entry.Text, true
		}
	}
	st.qualifier = joinQualifiers(text, st.qualifier, strings.HasPrefix(st.head, st.qualifier))
}

// namesProduct tells of words before the name of an output that are what is made: 生铁 of 生铁产量, not 出口 of 出口产量.
func namesProduct(text string) bool {
	if noProduct[text] || startsWithAny(text, []string{"占", "该"}) {
		return false
	}
	return !endsWithAny(text, makers()) && !endsWithAny(text, []string{"出口", "进口"})
}

// keeping are verbs for keeping animals, before their name.
var keeping = phrases("keeping animals")

// agesOfLife are people by their age, whose 年 is none of the calendar.
var agesOfLife = phrases("ages of life")

// restriction collects the words that restrict a quantity; light words are kept only between two of them.
type restriction struct {
	text    strings.Builder
	pending string
}

func (b *restriction) add(s string) {
	b.text.WriteString(b.pending + s)
	b.pending = ""
}

func (b *restriction) pass(s string) {
	if b.text.Len() > 0 {
		b.pending += s
	}
}

// tokensOf are the tokens that make up the first part of a phrase, the last of them cut where it goes on beyond it.
func tokensOf(toks []token, before string) []token {
	var out []token
	used := 0
	for _, t := range toks {
		if t.kind == note || t.kind == blank {
			continue
		}
		if used+len(t.text) > len(before) {
			if used < len(before) {
				t.text, t.class = before[used:], 0
				out = append(out, t)
			}
			break
		}
		used += len(t.text)
		out = append(out, t)
	}
	return out
}

// modifier takes one word before the head into the statement: where, whether it is new, stands or has happened, or else
// what it restricts.
func (r *reader) modifier(st *statement, rest *restriction, t token) {
	switch {
	case t.kind == figure && (t.q.Kind == "duration" || t.q.Kind == "date"), t.kind == time:
	case t.kind == where:
		code := r.regionOf(t.at)
		if code != "" && code != "100000" && st.region == "" && t.at.Full && (r.Report.Kind != "" || r.local() || !r.aroundHome(code)) {
			st.region = code
		} else if !everywhere()[t.text] {
			rest.add(t.text)
		}
	case t.kind != word:
		rest.add(t.text)
	case t.is(exist) && !t.is(event) && !attributive[t.text]:
		st.existing = st.existing || t.text == "累计" || t.text == "现有" || t.text == "共有"
		rest.pass(t.text)
	case t.is(exist):
		st.existing = true
		rest.add(t.text)
	case t.is(newness):
		st.newness = true
		rest.add(t.text)
	case attributive[t.text]:
		rest.add(t.text)
	case t.is(event) && !isName(t.text):
		st.happened = true
		if stage[t.text] && (st.code == "project_count" || st.code == "enterprise_count") {
			rest.add(t.text)
		} else if t.is(verbal) {
			rest.pass(t.text)
		}
	case t.is(basis):
	case t.is(reach|aim|expect|among|resp|each|up|down) && len(t.text) <= 6, t.text == "的":
		rest.pass(t.text)
	default:
		if code, ok := r.deictic(t.text); ok && st.region == "" && !r.onlyField(code, t.end) {
			st.region = code
		}
		if !everywhere()[t.text] {
			rest.add(t.text)
		}
	}
}

// takeIndustry finds the industry among the restrictions and gives back what is left of them. In the middle of a phrase it
// stays where it is.
func (r *reader) takeIndustry(st *statement, text string) string {
	if st.industry != "" {
		return strings.Replace(text, st.industry, "", 1)
	}
	hits := whole(indicator.Industries(text), text)
	if len(hits) == 0 {
		if name, ok := industryByShape(text); ok {
			st.industry = name
			return strings.TrimSuffix(text, name)
		}
		return text
	}
	h := hits[len(hits)-1]
	st.industry, st.sector = h.Entry.Text, h.Entry.Sector
	after := text[h.End:]
	if after == "产业" {
		// A line of business in front of the head: 锂电新能源产业 产值.
		st.industry, st.sector = st.industry+"产业", false
	}
	if !strings.HasPrefix(after, "产业化") {
		after = strings.TrimPrefix(strings.TrimPrefix(after, "产业"), "业")
	}
	if st.time != "count" && (after == "产品" || after == "作物") {
		after = ""
	}
	if h.Start > 0 && after != "" && (st.time == "count" || startsWithAny(after, inTrade()) || strings.HasSuffix(after, "企业")) {
		return text
	}
	return strings.TrimSuffix(text[:h.Start], "、") + after
}

// inTrade are those who are in a trade, behind its name.
var inTrade = phrases("in a trade")

// ofProducts are quantities of a product: what stands before their name is the product.
var ofProducts = map[string]bool{"output_volume": true, "reserves": true, "capacity": true, "market_share": true}

// ofGoods are the names of quantities of a crop, an animal or goods that stand before them: 紫薯种植面积.
var ofGoods = map[string]bool{"种植面积": true, "存栏": true, "存栏量": true, "需求量": true, "消费量": true, "销量": true, "销售量": true}

// namesGoods tells of a short name that can be that of goods, and not of a place, a season or those who have them.
func namesGoods(name string) bool {
	size := utf8.RuneCountInString(name)
	return size > 1 && size < 6 && !holdsAny(name, notInProducts()) && !noProduct[name]
}

// notInProducts are words that no short name of goods holds.
var notInProducts = phrases("not in products")

// makers end the names of those who make a product.
var makers = phrases("makers")

// noProduct are words that stand there and name none.
var noProduct = map[string]bool{
	"存栏": true, "出栏": true, "存养": true, "中国": true, "我国": true, "全国": true, "全球": true, "国内": true, "世界": true, "企业": true,
	"合作社": true, "项目设计": true, "设计": true, "高峰": true, "探明": true, "探明地质": true, "地质": true, "鲜果": true, "平均": true,
	"日": true, "年": true, "最高": true,
}

// stage are the verbs that tell the stages of a project.
var stage = map[string]bool{
	"开复工": true, "复工": true, "签约": true, "集中签约": true, "开工": true, "集中开工": true, "竣工": true, "投产": true, "建成": true,
	"建成投产": true, "竣工投产": true, "开工建设": true, "续建": true, "对接": true, "引进": true, "招引": true, "储备": true, "谋划": true,
}

// attributive are verbs that describe the thing they stand before: 上市企业, 入驻企业.
var attributive = map[string]bool{
	"在建": true, "停产": true, "停工": true, "停建": true, "缓建": true, "上市": true, "挂牌": true, "入驻": true, "进驻": true, "落户": true,
	"备案": true, "注册": true,
}

// everywhere are the words for the whole of a place; they say whose a figure is and restrict nothing.
var everywhere = phraseSet("the whole of a place")

// joinQualifiers puts a restriction before one that the name of the quantity brings with it.
func joinQualifiers(outer, inner string, adjacent bool) string {
	switch {
	case inner == "" || strings.Contains(outer, inner):
		return outer
	case outer == "":
		return inner
	case adjacent:
		return outer + inner
	}
	return outer + "，" + inner
}

// whole drops industries of one character that are part of a longer word: 钢 of 钢铁.
func whole(hits []indicator.Hit[indicator.Industry], text string) []indicator.Hit[indicator.Industry] {
	kept := hits[:0]
	for _, h := range hits {
		if h.Entry.Text == "工业" && strings.HasSuffix(text[:h.Start], "加") {
			continue // 加工业 is one word
		}
		if namesSite(h.Entry.Text, text[h.End:]) || worksField(h.Entry.Text, text[h.End:]) {
			continue
		}
		if len(h.Entry.Text) > 3 || len(text) == 3 {
			kept = append(kept, h)
		}
	}
	return kept
}

// namesSite tells of an industry that is only in the name of the land set apart for any: 工业园区, 高新技术产业开发区.
func namesSite(industry, behind string) bool {
	return (industry == "工业" || industry == "高新技术产业") && startsWithAny(behind, sites())
}

// worksField tells of a 机械 that is how a field is worked, and no branch: 机械收获, 机械化耕作.
func worksField(industry, behind string) bool {
	return industry == "机械" && startsWithAny(behind, doneByMachines())
}

// doneByMachines are what stands behind such a one.
var doneByMachines = phrases("done by machines")

// sites are how the names of such land go on.
var sites = phrases("sites")

func (st *statement) qualifierLead() string {
	if st.newness {
		lead := st.qualifier
		st.qualifier = ""
		return lead
	}
	return ""
}

// noIndustry end like the names of industries and are none.
var noIndustry = phrases("no industry")

// industryByShape reads 竹产业, 白羽肉鸡产业, 光电信息产业链 as industries though no table lists them.
func industryByShape(text string) (string, bool) {
	for _, suffix := range shapesOfIndustries() {
		if !strings.HasSuffix(text, suffix) || len(text) <= len(suffix) || holdsAny(text[max(0, len(text)-6):], noIndustry()) {
			continue
		}
		name := text
		if start := strings.LastIndexAny(text[:len(text)-len(suffix)], "、和与，“”"); start >= 0 {
			_, size := firstRune(text[start:])
			name = text[start+size:]
		}
		return name, !namesGroup(name)
	}
	return "", false
}

// shapesOfIndustries end the names of industries.
var shapesOfIndustries = phrases("shapes of industries")

// namesGroup tells of a name with the shape of an industry's that is of no one industry: 上下游产业, 赛瑞特等产业链, 某某镇产业.
func namesGroup(name string) bool {
	if of, found := strings.CutSuffix(name, "产业"); found && endsWithAny(of, placesOfIndustries()) {
		return true
	}
	if strings.Contains(name, "等") || holdsAny(name, doings()) || startsWithAny(name, noOneIndustry()) {
		return true
	}
	for end := range name {
		if stage[name[:end]] {
			return true
		}
	}
	return false
}

// placesOfIndustries end the names of places before 产业.
var placesOfIndustries = phrases("places of industries")

// doings are verbs that a line without a pause puts before a word for industries: 累计投入产业. noOneIndustry begin names of no one industry.
var doings, noOneIndustry = phrases("doings before industries"), phrases("no one industry")

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
