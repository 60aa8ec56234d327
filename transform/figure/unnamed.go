package figure

import (
	"slices"
	"strings"
	"unicode/utf8"

	"yiyuan"
	"yiyuan/transform/indicator"
	"yiyuan/transform/unit"
)

// This file reads a noun phrase whose head is in no table: what it names is still not what the text named before.

// unnamed reads a phrase whose head is in no table: people and things counted in plain units still count something.
func (r *reader) unnamed(toks []token, q *unit.Quantity, st statement) (statement, bool) {
	toks = trimReach(toks)
	phrase := join(toks)
	if bareShare()[phrase] || half(phrase, q) || strings.HasSuffix(phrase, "的") || q.Kind == "percent" && phrase == "金额" {
		return st, false
	}
	if q.Unit.Code == "person" || q.Unit.Code == "household" || q.Unit.Code == "vehicle" || q.Kind == "count" {
		return r.countedOf(toks, q, st)
	}
	if bare := strings.TrimRight(trimAny(phrase, numbersAndShares().words...), "的"); bare != phrase {
		bare = trimAny(trimAny(strings.TrimRight(bare, "”’》"), listedByDeed().words...), "评价")
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
			if n.Code == "region_count" && holdsAny(phrase, firstOfPlaces()) {
				return st, false // 税收增幅最高的甲县达23%
			}
			st.known, st.code, st.form, st.time, st.text, st.head, st.counter = true, n.Code, "rate", "stock", phrase, n.Text, n.Text
			if !strings.HasSuffix(phrase, "地产业") || !namesSector(phrase) { // 房地产业 has no 产业 in it
				r.modifiers(&st, toks, phrase[:hit.Start])
			}
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

// listedByDeed are verbs for how things come to be on a list, before the word for how many are on it: 中小企业入库数.
var listedByDeed = phrases("listed by deed")

// firstOfPlaces single out one place by how much it has of what is told.
var firstOfPlaces = phrases("first of places")

// thingsBegun is a phrase without the words for how far works have come: 改造项目 of 改造项目已开工.
func thingsBegun(phrase string) string {
	return trimAny(trimAny(phrase, begunWorks().words...), "已", "重建已", "建设已", "重建", "建设", "全部")
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
	if less := trimAny(phrase, "不足", "不到"); q.Kind == "amount" || strings.HasSuffix(less, "的") && !strings.Contains(less, "率") {
		phrase = less // 成交不足80亿元
	}
	if code := sumByShape(phrase, q); code != "" {
		st.known, st.code, st.form, st.time, st.text, st.head = true, code, "level", "flow", phrase, phrase
		return st, true
	}
	if q.Kind == "percent" && r.current != nil && endsWithAny(phrase, pointingBack()) {
		return st, false // 而去年同期这一数字是15%
	}
	if q.Kind == "percent" && endsWithAny(phrase, mostSoFar()) {
		return st, false // 最高负荷900万千瓦，比去年最高值增长6%
	}
	if last := r.lastInSentence(); q.Kind == "amount" && last != nil && last.Measure == "level" && last.Unit == q.Unit.Code && endsWithAny(phrase, parksByName()) {
		return st, false // 东港开发区实现税收3亿元，西港科技园2亿元
	}
	if firm, kind := r.entityIn(toks); q.Kind == "amount" && kind == "enterprise" && firm == phrase && r.lastSumIn(q.Unit.Code) {
		return r.firmOfCurrent(firm), true // 甲集团销售额15亿元，增长5%，乙集团达11亿元
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
	if content < 2 || strings.HasSuffix(phrase, "的") || bareShare()[phrase] || half(phrase, q) || q.Kind == "percent" && phrase == "金额" {
		return st, false
	}
	st.text, st.form = phrase, "level"
	switch {
	case (q.Kind == "count" || q.Kind == "physical") && !strings.HasSuffix(phrase, "数") && !strings.Contains(phrase, "企业") && r.listsProducts(toks[0].start):
		st.known, st.code, st.time, st.industry, st.sector = true, "output_volume", "flow", phrase, true
	case q.Kind == "count":
		st.code, st.time, st.counter, st.measureWord = timesOf(phrase, q), "count", counterOf(toks, q), measureOf(q)
	case q.Kind == "amount" && (strings.HasSuffix(phrase, "产业") || strings.HasSuffix(phrase, "规模") && namesTradeOf(strings.TrimSuffix(phrase, "规模"))):
		st.code, st.industry, st.sector = "output_value", phrase, true // its size in money
	}
	return st, true
}

// lastSumIn tells of a quantity in money in force of which the sentence has told last, but for growths.
func (r *reader) lastSumIn(unit string) bool {
	last := r.lastSince(r.start, func(f *yiyuan.Fact) bool { return f.Measure != "growth" })
	return last != nil && last.Measure == "level" && last.Unit == unit && r.current != nil && money[r.current.code] && r.current.code == last.Indicator
}

// parksByName end the names of parks, by which a sum is told of again.
var parksByName = phrases("parks by name")

// mostSoFar are words for the most that there has been of what is told, and for what came of a budget.
var mostSoFar = phrases("peaks compared with")

// deedsToLast tells of a phrase that only says what has become of some of the things counted before it: 重点项目80个，竣工验收40个.
func (r *reader) deedsToLast(toks []token, q *unit.Quantity) bool {
	last := r.lastCount
	if last == nil || !last.known || last.time != "count" || happens()[measureOf(q)] || q.Unit.Code != "count" {
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
	case q.Kind == "amount" && handingDown().has(phrase):
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
var wholePlace = phraseSet("all who live in a place")

// namesSector tells whether the phrase is the name of an industry and nothing else.
func namesSector(phrase string) bool {
	_, named := indicator.IndustryNamed(phrase)
	return named
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

// halves are the halves a quantity is told by; alone they keep the quantity and change its restriction.
var halves = phraseSet("halves of a quantity")

// half tells of one: 农民 is one of incomes, not of people (培训农民5万人次).
func half(phrase string, q *unit.Quantity) bool {
	if q.Kind == "count" {
		return halves()[phrase] && phrase != "农民"
	}
	return halves()[phrase] || q.Kind == "amount" && soldAt()[phrase]
}

// soldAt are places by size that trade is told apart by: 其中市区134亿元，县及县以下87亿元.
var soldAt = phraseSet("places of trade")

// bareShare are words that speak of the quantity before them and name none themselves.
var bareShare = phraseSet("bare shares")

// endsInRate tells of a name that no table has but that is a rate by its ending.
func endsInRate(phrase string) bool {
	for _, suffix := range endsOfRates().words {
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

// numbersAndShares end names of numbers and shares that are no part of the thing.
var numbersAndShares = phrases("numbers and shares of things")
