package figure

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"yiyuan"
	"yiyuan/transform/indicator"
	"yiyuan/transform/period"
)

// This file names goods by their making, their trade and their carrying.

// hintOfTraffic tells what is carried, traded by weight or built by the kilometre from goods that are made.
func (r *reader) hintOfTraffic(st *statement, s *site) bool {
	switch unit := &s.tok.q.Unit; {
	case st.code == "output_volume" && unit.Code == "other" && strings.HasSuffix(unit.Surface, "公里"):
		st.code = "other" // work done, not goods made
	case st.code == "" && (unit.Code == "tonne" || unit.Code == "m3") && endsWithAny(st.text, []string{"交易量", "成交量"}):
		st.code = "other"
	case st.code == "foreign_trade" && unit.Code == "tonne" && strings.Contains(join(s.left), "货物总量"):
		st.code = "other" // cargo moved
	case st.code == "" && endsWithAny(unit.Surface, []string{"人公里", "吨公里"}):
		st.becomes("other", "level", "flow") // 民航10.9亿人公里
	case s.measure == "level" && s.peopleOrVisits() && (carries(s) || r.carriesOn(s)) && !(st.known && st.code == "other" && strings.HasSuffix(st.text, "量")): // 旅客吞吐量
		st.known, st.code, st.time, st.text, st.happened = true, "other", "flow", passengers, true // 发送旅客190万人次, not the 吞吐量 of a port
	default:
		return false
	}
	return true
}

// printsOn tells of works by how many were printed, or of one more that a sentence lists behind those printed or shot.
func (r *reader) printsOn(s *site) bool {
	if !printed()[measureOf(s.tok.q)] {
		return false
	}
	if strings.Contains(join(s.left), "出版") {
		return true
	}
	last := r.lastInSentence()
	return last != nil && last.Indicator == "output_volume" && last.Unit == "count" && !r.eventIn(s.left) && holdsAny(r.saidBefore(s), printing())
}

// printed are the measure words of such works, printing the verbs for making them.
var printed, printing = phraseSet("measure words of print"), phrases("printing")

// carries tells of passengers and of the verb for carrying them: traffic, as a port's 吞吐量 is.
func carries(s *site) bool {
	clause := join(s.left) + join(s.right[:clauseEnd(s.right)])
	return holdsAny(clause, []string{"旅客", "乘客"}) && holdsAny(clause, carrying()) && !strings.Contains(clause, "能力")
}

// carriesOn tells of more of the passengers that the line has last told of, by the same verb or station by station: 其中高铁发送61万人，郑州站219万人.
func (r *reader) carriesOn(s *site) bool {
	left := join(trimReach(s.left))
	if !endsWithAny(left, carrying()) && !strings.HasSuffix(left, "站") {
		return false
	}
	last := r.lastSince(r.lineStart, func(f *yiyuan.Fact) bool { return f.Measure == "level" })
	return last != nil && last.Indicator == "other" && last.IndicatorText == passengers && last.Unit == s.tok.q.Unit.Code
}

// passengers is what carriers count.
const passengers = "旅客"

var carrying = phrases("carrying")

// hintOfGoods names goods that are made or traded, their prices, and the branches that make them.
func (r *reader) hintOfGoods(st *statement, s *site) bool {
	count, level, growth := s.tok.q.Kind == "count", s.measure == "level", s.measure == "growth"
	switch {
	case s.tok.q.Kind == "amount" && traded[st.code] && endsWithAny(join(trimReach(withoutBrackets(s.nounPhrase))), quotedPrices()):
		st.becomes("other", "level", "flow") // 进口大豆均价590美元/吨
		st.text = join(trimReach(withoutBrackets(s.nounPhrase)))
	case level && (st.of("", "count_other", "output_volume") || st.of("other") && s.tok.q.Kind == "physical") && r.goodsTradedToo(s) != nil:
		st.becomes(r.goodsTradedToo(s).Indicator, "level", "flow") // 进口铁矿砂6亿吨；原油2亿吨
	case st.code == "" && (growth || s.measure == "change") && r.consumerPrices && consumed(st.text) && !holdsAny(r.saidBefore(s), producers()):
		st.becomes("cpi", "growth", "flow") // 居民消费价格上涨1%。鲜菜类价格上涨3%
	case count && level && st.of("count_other", "enterprise_count", "case_count") && r.makes(st, s):
		st.code, st.time = "output_volume", "flow"
	case count && level && goods()[measureOf(s.tok.q)] && st.of("", "count_other", "case_count") && (sellsPieces(s) || r.soldToo(st, s)):
		st.becomes("other", "level", "flow") // 新款上半年卖了20万件
		st.happened = true
		if !sellsPieces(s) {
			st.code, st.happened = r.lastInSentence().Indicator, !r.sentence.yearly
		}
		st.counter = ""
	case level && (s.tok.q.Unit.Code == "kg" || s.tok.q.Unit.Code == "tonne") && st.of("", "other") && (endsWithAny(join(s.left), harvested()) || comesOut(s)):
		st.becomes("output_volume", "level", "flow") // 头茬采了3吨
	case count && level && st.of("", "count_other", "enterprise_count", "policy_count") && raisesYoung(s):
		st.becomes("output_volume", "level", "flow") // 育苗1.2亿株, 年供鸭苗600万羽
		st.happened = true
	case s.tok.q.Kind == "amount" && st.form == "sector" && strings.Contains(s.tok.q.Unit.Surface, "/"):
		st.becomes("other", "level", "flow") // 猪肉52.6元/公斤
	case level && s.tok.q.Unit.Code == "m" && st.of("", "length", "other") && clothDealt(s):
		st.becomes("other", "level", "flow") // 日均成交坯布1260万米
	case count && level && growsInBags(st, s):
		st.becomes("output_volume", "level", "flow") // 栽培黑木耳3亿袋
		st.happened = true
	case count && level && r.listsAsProduct(*st, s):
		st.becomes("output_volume", "level", "flow") // 主要产品产量：发电机组690台
	case count && level && st.of("", "count_other") && st.time != "stock" && r.printsOn(s):
		st.becomes("output_volume", "level", "flow") // 出版报纸40亿份，各类期刊2亿册
	case count && level && (goods()[measureOf(s.tok.q)] || containers().has(s.tok.q.Unit.Surface)) && st.of("", "count_other", "output_volume") && tradesGoods(s):
		st.known, st.code, st.time = true, wayOfTrade(join(trimReach(s.left))), "flow" // 手机出口1200万台
	case growth && st.growsByName() && r.outputSpoken(s):
		st.becomes("output_volume", "level", "flow") // 产量较快增长，其中打印机增长5%
		st.counter, st.industry = "", cmp.Or(st.industry, st.text)
	case level && st.of("", "length", "other") && s.tok.q.Unit.Code == "m" && cloths().has(st.text):
		st.becomes("output_volume", "level", "flow") // 生产棉布5600万米
	case s.measure == "rank" && tradesWith(s.right) != "":
		st.becomes(tradesWith(s.right), "level", "flow") // 第一大贸易伙伴
	case level && s.tok.q.Kind == "amount" && worth()[st.text] && r.tradedBefore():
		st.known, st.code, st.time, st.industry = true, r.lastFact().Indicator, "flow", r.lastFact().Industry // 出口水果300吨，价值60万美元
	case level && s.tok.q.Kind == "amount" && st.of("foreign_trade") && worth()[st.text] && r.wayToldBefore(s) != "":
		st.code = r.wayToldBefore(s) // 报关出口的商品8万标箱，货值5亿美元
	case growth && st.of("enterprise_count") && st.form == "rate" && endsWithAny(st.text, classesOfFirms()) && r.industryTold() != "":
		st.becomes(r.industryTold(), "level", "flow") // 工业增加值增长8%，国有企业增长6%
		st.counter, st.qualifier = "", st.text
	case growth && st.of("count_other") && st.form == "rate" && r.pricesMoved(s):
		st.becomes("other", "level", "flow") // 中选药品平均降价40%
		st.counter = ""
	case r.groupsGrow(st, s): // 增加值增长6%。化工、纺织两个行业分别增长9%和4%
	case growsAsBranch(*st, s):
		st.code, st.form, st.time, st.counter, st.measureWord = "", "sector", "flow", "", ""
		st.industry, st.sector = st.text, true
	default:
		return false
	}
	return true
}

// cloths are kinds of cloth, which is told by its length.
var cloths = phrases("cloths")

// sellsPieces tells of a verb for selling, or of the goods it is said of, right before their number: 新款卖了20万件, 卖出家电8万台.
func sellsPieces(s *site) bool {
	return endsWithAny(join(trimReach(s.left)), soldByPiece())
}

// soldToo tells of goods named right before their number in a sentence that has told how many of others were sold or made: 彩电卖了3万台；洗衣机1万台; 年产
// 木地板40万方，门窗12万套.
func (r *reader) soldToo(st *statement, s *site) bool {
	last := r.lastInSentence()
	if r.Report.Kind != "" || last == nil || last.Unit != "count" && last.Measure == "level" && !(last.Indicator == "output_volume" && r.sentence.yearly) {
		return false
	}
	if last.Indicator != "output_volume" && !(last.Indicator == "other" && holdsAny(r.saidBefore(s), selling())) {
		return false
	}
	name := join(trimReach(withoutBrackets(s.left)))
	return name != "" && utf8.RuneCountInString(name) <= longestGoods && len(tradesIn(name)) > 0 && !r.eventIn(s.left)
}

// harvested are verbs for bringing in what was grown.
var harvested = phrases("harvested")

// soldByPiece are verbs for what is sold by the piece.
var soldByPiece = phrases("sold by the piece")

// growsInBags tells of fungi by the bags they grow in: 栽培黑木耳3亿袋.
func growsInBags(st *statement, s *site) bool {
	if !bagsOfFungi().has(s.tok.q.Unit.Surface) || !st.of("", "count_other", "output_volume") {
		return false
	}
	return holdsAny(s.r.clauseAround(s.tok.start, s.tok.end), fungi())
}

// raisesYoung tells of young plants and animals by their number right behind the verb for raising them: 育苗1.2亿株, 年供鸭苗600万羽.
func raisesYoung(s *site) bool {
	if !measuresOfYoung()[measureOf(s.tok.q)] {
		return false
	}
	name := trimAny(join(trimReach(withoutBrackets(s.left))), "了")
	if endsWithAny(name, youngRaised()) {
		return true
	}
	return endsWithAny(name, youngByName()) && holdsAny(name, raisingYoung()) && !holdsAny(name, youngSetOut())
}

// youngRaised are what is done to raise them, youngByName how their names end, raisingYoung the verbs before those, youngSetOut what is done with
// them once they are raised.
var youngRaised, youngByName, raisingYoung, youngSetOut = phrases("young raised"), phrases("young by name"), phrases("raising young"), phrases("young set out")

// measuresOfYoung are their measure words.
var measuresOfYoung = phraseSet("measure words of young")

// clothDealt tells of cloth by its length where it is sold or stored.
func clothDealt(s *site) bool {
	name := join(trimReach(withoutBrackets(s.left)))
	return s.ofThousands() && holdsAny(name, clothOnMarkets()) && holdsAny(name, cloths())
}

// clothOnMarkets are words for what becomes of it there.
var clothOnMarkets = phrases("cloth on markets")

// comesOut tells of what a crop, a net or a press gives, right before its weight: 预计出精油4.5万公斤, 一网出鱼16万公斤.
func comesOut(s *site) bool {
	name := join(trimReach(withoutBrackets(s.left)))
	of := tradesIn(name)
	n := len(of)
	if n == 0 || of[n-1].end != len(name) || !strings.HasSuffix(name[:of[n-1].start], "出") {
		return false
	}
	return !endsWithAny(name[:of[n-1].start], goingOut())
}

// goingOut end like that and mean that something goes out.
var goingOut = phrases("going out")

// bagsOfFungi are measure words of what fungi grow in.
var bagsOfFungi = phrases("bags of fungi")

// fungi are how they are called.
var fungi = phrases("fungi")

// growthOf is the quantity by which branches, or goods that cross the border, are told one after the other: what the line has told last of those
// that are, "" where it has told of none.
func (r *reader) growthOf(name string) string {
	goods := endsWithAny(name, []string{"产品", "商品"})
	if !goods && !endsWithAny(name, branchesTogether()) {
		return ""
	}
	for i := len(r.out.Facts) - 1; i >= 0 && r.out.Facts[i].Start >= r.lineStart; i-- {
		code := r.out.Facts[i].Indicator
		if abroad[code] || !goods && (code == "value_added" || code == "output_value" || code == "revenue") {
			return code
		}
	}
	return ""
}

// branchesTogether end the names of several branches that are told one after the other.
var branchesTogether = phrases("branches together")

// pricesMoved tells of a verb for what prices do right before a figure: 平均降价达.
func (r *reader) pricesMoved(s *site) bool {
	return endsWithAny(trimAny(r.saidBefore(s), "达到", "达", "超过", "超", "约", "了", "近"), movesOfPrice())
}

// goodsTradedToo is the trade that a part of a sentence of the news goes on with, behind a semicolon or as a part of what has been told, where
// it names goods and nothing more before their amount. It is nil where there is none.
func (r *reader) goodsTradedToo(s *site) *yiyuan.Fact {
	last, name := r.lastFact(), join(withoutBrackets(s.left))
	if last == nil || r.Report.Kind != "" || name == "" || utf8.RuneCountInString(name) > longestGoods {
		return nil
	}
	if r.eventIn(s.left) || len(tradesIn(name)) == 0 {
		return nil
	}
	if terms := indicator.Terms(name); len(terms) > 0 && (terms[0].Entry.Code != "output_volume" || tradesIn(name)[0].end < len(name)) {
		return nil // 大豆产量
	}
	before := strings.TrimSuffix(r.text[r.lineStart:s.tok.start], name)
	switch {
	case endsWithAny(before, []string{"；", ";"}) && last.Start >= r.start:
	case endsWithAny(before, []string{"其中，", "其中,", "其中"}) && last.Start >= r.lineStart:
	case endsWithAny(before, []string{"，"}) && last.Start >= r.start && r.partOf >= 0 && traded[last.Indicator] && last.Measure == "growth":
	default:
		return nil
	}
	for i := len(r.out.Facts) - 1; i >= 0 && r.out.Facts[i].Start >= r.lineStart; i-- {
		switch f := &r.out.Facts[i]; {
		case f.Measure != "level":
		case traded[f.Indicator]:
			return f
		case f.Indicator != "other":
			return nil
		}
	}
	return nil
}

// movesOfPrice are verbs for what becomes of a price.
var movesOfPrice = phrases("moves of price")

// classesOfFirms are kinds of firms that industry is told by.
var classesOfFirms = phrases("classes of firms")

// industryTold is the value that the line has just told industry by, "" where it has told of something else since.
func (r *reader) industryTold() string {
	last := r.lastFact()
	if last == nil || last.Start < r.lineStart || !slices.Contains([]string{"value_added", "output_value"}, last.Indicator) {
		return ""
	}
	return last.Indicator
}

// listsAsProduct tells of the pieces of a product in a list of what was made.
func (r *reader) listsAsProduct(st statement, s *site) bool {
	if !st.of("", "count_other", "output_volume") || st.time == "stock" || !goods()[measureOf(s.tok.q)] {
		return false
	}
	last := r.lastInSentence()
	if s.noNameBefore() || r.holdsAtYearsEnd(s) || last != nil && last.PeriodKind == period.AsOf {
		return false
	}
	return r.listsProducts(s.tok.start)
}

// groupsGrow gives branches or goods that are told by how many there are what the paragraph has told last of such, and branches what they add
// where it has told nothing of them.
func (r *reader) groupsGrow(st *statement, s *site) bool {
	if s.measure != "growth" || !st.of("count_other") || !namesGroups(st.text) {
		return false
	}
	code := ""
	for i := len(r.out.Facts) - 1; i >= 0 && code == "" && r.out.Facts[i].Start >= r.lineStart; i-- {
		if f := &r.out.Facts[i]; toldByGroups[f.Indicator] {
			code = f.Indicator
		}
	}
	if code == "" && strings.HasSuffix(st.text, "产业") {
		code = "value_added"
	}
	switch {
	case code == "value_added" && namesTrade(st.text):
		st.code, st.form, st.time, st.industry, st.sector = "", "sector", "flow", st.text, true
	case code != "":
		st.becomes(code, "level", "flow")
	default:
		return false
	}
	st.counter, st.measureWord = "", ""
	return true
}

// namesGroups tells of branches or goods that are told by how many there are and by no other name of their own: 两大主导产业.
func namesGroups(name string) bool {
	return groupsCounted().has(name) || endsWithAny(name, groupsCounted()) && holdsAny(name, howManyGreat())
}

// howManyGreat are numbers of branches in their names.
var howManyGreat = phrases("numbers of great branches")

// groupsCounted are what branches and goods are counted as, toldByGroups what statistics tell them by.
var groupsCounted = phrases("groups of branches or goods")

var toldByGroups = map[string]bool{
	"value_added": true, "output_value": true, "output_volume": true, "revenue": true, "profit": true, "exports": true, "imports": true,
	"foreign_trade": true, "fixed_asset_investment": true, "retail_sales": true, "tax": true, "energy": true, "fdi": true,
}

// longestGoods is how many characters the name of such goods has at most.
const longestGoods = 8

// consumed tells of the price of a group of goods or services that consumers buy.
func consumed(name string) bool {
	return endsWithAny(name, []string{"价格", "类"}) && !holdsAny(name, otherPrices())
}

// otherPrices are prices that consumers do not pay, producers words of sentences about what makers pay and get.
var otherPrices, producers = phrases("other prices"), phrases("producers' prices")

// makes tells of goods right behind the verb of their making, or in a list that goes on with them: 生产吉他220万把, 制造6千万台打印机、3千万台显示器.
func (r *reader) makes(st *statement, s *site) bool {
	if !goods()[s.tok.q.Unit.Surface] && s.tok.q.Unit.Surface != "张" {
		return false // 加工羊皮20万张
	}
	if len(s.left) > 0 && linked(s.left) && !r.eventIn(s.left) && r.toldAs("output_volume") {
		return true
	}
	left := trimReach(withoutBrackets(s.left))
	for i := len(left) - 1; i >= 0 && i > len(left)-6; i-- {
		verb, n := left[i].text, i+1
		if n < len(left) && left[n].text == "了" {
			verb, n = verb+"了", n+1
		}
		if !makingGoods().has(verb) {
			continue
		}
		made := join(left[n:])
		if made == "" && left[i].text == "产" {
			return false // 复工复产25条
		}
		if endsWithAny(made, noGoodsMade()) {
			return false // 精深加工生产线10条
		}
		if made != "" {
			st.text, st.counter = made, made
		}
		return made == "" || !left[n].is(event)
	}
	return false
}

// linked tells of words that a mark or a 和 links to what is told before or behind them.
func linked(toks []token) bool {
	last := toks[len(toks)-1]
	return toks[0].kind == dun || last.kind == dun || last.is(conj)
}

// goods are the measure words of what is made.
var goods = phraseSet("measure words of goods")

// tradesGoods tells of goods in numbers right behind 出口 or 进口, or before it: 累计出口彩电1500万台, 手机出口1200万台.
func tradesGoods(s *site) bool {
	name := join(trimReach(withoutBrackets(s.left)))
	bare := trimLead(name, "累计", "共", "全年", "已")
	if endsWithAny(name, []string{"出口", "进口"}) {
		return true
	}
	if at := max(strings.Index(bare, "出口"), strings.Index(bare, "进口")); at > 0 && utf8.RuneCountInString(bare[:at]) <= longestGoods && utf8.RuneCountInString(bare[at:]) <= longestGoods && !strings.Contains(bare, "进出口") {
		bare = bare[at:] // 园区出口包裹40万件
	}
	return startsWithAny(bare, []string{"出口", "进口"}) && wayOfTrade(name) != ""
}

// trimLead takes words off the front of a name.
func trimLead(name string, words ...string) string {
	for _, w := range words {
		name = strings.TrimPrefix(name, w)
	}
	return name
}

// growsByName tells of the growth of a thing that has a name and no quantity.
func (st *statement) growsByName() bool {
	if st.text == "" || endsWithAny(st.text, []string{"业", "率"}) {
		return false
	}
	return st.form == "sector" || st.code == "" || st.code == "count_other" && st.form == "rate"
}

// outputSpoken tells of a sentence that has spoken of output and of no other quantity since.
func (r *reader) outputSpoken(s *site) bool {
	before := r.saidBefore(s)
	i := strings.LastIndex(before, "产量")
	return i >= 0 && !holdsAny(before[i:], otherThanOutput()) && !holdsAny(join(s.left), otherThanOutput())
}

var otherThanOutput = phrases("other than output")

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

// worth are names of the sum that goods traded by weight or number come to.
var worth = phraseSet("worth of goods")

// tradedBefore tells of a sentence whose last figure is of goods that cross the border.
func (r *reader) tradedBefore() bool {
	last := r.lastInSentence()
	return last != nil && traded[last.Indicator]
}

// making and moving are words of goods that are made, and of such as are carried, kept, sold or cleared away.
var (
	making = phrases("making")
	moving = phrases("moving")
)

// movedInYear are verbs for what a report says was carried, bought up or cleared away.
var movedInYear = phrases("moved in a year")

// tellsMaking tells whether a weight of goods can be what was made of them: in the news only where the sentence says so, or names the goods,
// and its clause does not tell that they were moved.
func (r *reader) tellsMaking(s *site, st statement) bool {
	if weighs(s) {
		return false
	}
	if r.Report.Kind != "" {
		said := join(r.clauseSoFar(s))
		return !holdsAny(said, movedInYear()) || holdsAny(withoutSeeds(said), making())
	}
	if clause := r.clauseAround(s.tok.start, s.tok.end); holdsAny(clause, moving()) && !holdsAny(withoutSeeds(clause), making()) {
		return false
	}
	return st.form == "sector" || holdsAny(withoutSeeds(r.text[r.start:r.end]), making())
}

// weighs tells of what a thing weighs: 80吨重的部件.
func weighs(s *site) bool {
	tail := join(s.right)
	return strings.HasPrefix(tail, "重") && startsWithAny(tail[len("重"):], []string{"的", "，", "。"}) || tail == "重"
}

// withoutSeeds drops the words for what is sown, whose 种 says nothing of making.
func withoutSeeds(s string) string { return seeds.Replace(s) }

var seeds = strings.NewReplacer("种子", "", "良种", "", "种薯", "", "籽种", "", "种苗", "", "品种", "", "生产资料", "")

// makingGoods are verbs for making goods, before the goods.
var makingGoods = phrases("making goods")

// noGoodsMade end what stands behind such a verb and is none.
var noGoodsMade = phrases("no goods made")
