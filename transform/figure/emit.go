package figure

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"yiyuan"
)

// This file writes a fact down, and leaves unread what names nothing.

// emit writes down what the figure states.
func (r *reader) emit(s *site, st statement) {
	if tooFine(&s.tok.q.Value) {
		r.mention(s.tok, "unread", "more decimals than the tables keep")
		return
	}
	st = r.asGoesOn(s, st)
	if r.namesNothing(s, st) && !r.countsUnsaid(s, &st) {
		r.mention(s.tok, "unread", "nothing known is measured")
		return
	}
	f := &r.stated
	*f = r.valued(s, st)
	r.centsOfPrice(f, s)
	r.settleIndicator(f, s, st)
	r.settleMeasure(f, s, st)
	if f.Unit == "" {
		r.mention(s.tok, "unread", "no unit")
		return
	}
	r.settle(f, s, st)
	f.Quote = r.clauseAround(s.tok.start, s.tok.end)
	f.Sentence = strings.TrimSpace(r.text[r.start:r.end])
	r.consumerPrices = r.consumerPrices || f.Indicator == "cpi"
	r.write(*f, st.plan == "told")
	r.mention(s.tok, "fact", "")
}

// asGoesOn is a statement as what was told before lets it be read: the kinds of a whole, the members of a sum, an index that goes on.
func (r *reader) asGoesOn(s *site, st statement) statement {
	st = r.yearlyOutput(st, s)
	st.text = withoutQuote(st.text)
	if s.measure == "growth" && r.Report.Kind == "" && kindsOfPower().has(st.text) && r.energyTold() {
		st.becomes("energy", "level", "flow") // 发电量增长3%。分品种看，风电增长17%
		st.industry = st.text
	}
	if r.growsOn(s) && st.of("count_other", "chain_count") && r.growthOf(st.text) != "" {
		st.becomes(r.growthOf(st.text), "level", "flow") // 工业增加值增长8%。纺织、化工两大行业分别增长12%和9%
		st.counter = ""
	}
	if st.code == "case_count" && s.measure == "growth" && strings.HasSuffix(st.text, "业务") && r.partOfSum() {
		st.becomes(r.wholeFact().Indicator, "level", "flow") // 保费收入增长42%。其中，产险业务增长11%
	}
	if last := r.lastFact(); last != nil && last.Start >= r.lineStart && s.measure != "level" && st.of("region_count") && strings.HasSuffix(st.text, "城市") && strings.Contains(st.text, "线") {
		st.becomes(last.Indicator, "index", "flow") // 一线城市住宅价格下降0.2%。二线城市下降0.3%
		st.text, st.industry, st.counter = last.IndicatorText, last.Industry, ""
	}
	if s.measure == "growth" && st.of("region_count") && strings.HasSuffix(st.text, "经济体") {
		st.becomes("gdp", "growth", "flow") // 世界经济增长3.8%，发达经济体增长1.9%
		st.counter = ""
	}
	if head := r.lineHead; head != nil && r.lineHeadAt == r.lineStart && money[head.code] && s.measure == "growth" && st.of("region_count") && strings.HasSuffix(st.text, "地区") {
		st.becomes(head.code, head.form, head.time) // 投资增长5%。按地区分，东部地区增长6%
		st.text, st.counter = head.text, ""
	}
	if r.newlyTold(s) {
		st.newness, st.existing = true, false
	}
	if workersOf(s) && !st.known {
		st.becomes("employment", "level", "stock") // 这家42人的小厂
		st.known = true
	}
	if r.indexGoesOn(s, st) {
		st.becomes("other", "index", "flow")
		st.counter, st.measureWord = "", ""
	}
	r.stagesGoOn(&st, s)
	return st
}

// settle answers when, where, whose and with what limits, each in the light of those before it.
func (r *reader) settle(f *yiyuan.Fact, s *site, st statement) {
	if f.Indicator == "profit" && f.Measure == "level" && endsWithAny(st.text, []string{"亏损", "亏损额"}) && !f.Value.Negative {
		f.Value.Negative = !f.Value.IsZero()
	}
	r.settleBound(f, s)
	lasts := s.tok.q.Kind == "duration" && (f.Measure == "level" || f.Measure == "change")
	if lasts && f.Indicator == "other" && !holdsAny(st.text, []string{"天数", "利用小时"}) {
		f.Indicator = "duration"
	}
	if f.Indicator == "duration" && s.tok.q.Unit.Surface == "岁" {
		f.Indicator = "other" // 人均预期寿命78岁
	}
	settleUnit(f, s, st)
	r.settleFirms(f, s, st)
	settleFloors(f, s)
	f.PriceBasis = r.priceBasis(s)
	r.comes = r.willBehind(s)
	r.settlePeriod(f, s, st)
	if f.Indicator == "length" && st.code == "" && noLength(s, st) {
		f.Indicator = "other" // it stands as a length does
	}
	r.backInReview(f)
	r.upToTold(f)
	r.settleStatus(f, s, st)
	r.comes = ""
	r.likeItsWhole(f)
	r.throughYear(f)
	r.settleSubject(f, s, st)
	r.settleLine(f, s, st)
	r.ownedLikeLevel(f, s)
	r.settleBase(f, s, st)
	r.settleRestriction(f, s, st)
	if turningWords().has(f.Industry) {
		f.Industry = "" // 价格跌了，但亩产达到5吨
	}
	if f.Industry == "" {
		f.Industry = r.tradeOfStory(f)
	}
	r.settleNumbers(f)
}

// energyTold tells of a paragraph that has last told of energy: 发电量增长3%.
func (r *reader) energyTold() bool {
	last := r.lastFact()
	return last != nil && last.Start >= r.lineStart && last.Indicator == "energy"
}

// partOfSum tells of a part of what is told in money: 其中，产险业务.
func (r *reader) partOfSum() bool {
	whole := r.wholeFact()
	return whole != nil && money[whole.Indicator]
}

// kindsOfPower are what power is told by, kind by kind.
var kindsOfPower = phrases("kinds of power")

// withoutQuote is the name of a price without the words that quote it for so much of a thing: 煤炭价格为每吨, 原油收于每桶.
func withoutQuote(text string) string {
	at := strings.LastIndex(text, "每")
	if at <= 0 || utf8.RuneCountInString(text[at:]) > longestPer {
		return text
	}
	for _, verb := range quotingVerbs().words {
		if name, ok := strings.CutSuffix(text[:at], verb); ok && name != "" {
			return name
		}
	}
	return text
}

// quotingVerbs lead from the name of a price to what it is for, which has at most longestPer characters: 每平方米.
var quotingVerbs = phrases("quoting a price")

const longestPer = 4

// turningWords are words that turn to the other side of what was said, and name no trade.
var turningWords = phrases("turning words")

// centsOfPrice reads 分 as money where the sentence has last told a price: 每斤1.16元，高于上年同期3分.
func (r *reader) centsOfPrice(f *yiyuan.Fact, s *site) {
	last := r.lastInSentence()
	if s.tok.q.Unit.Surface != "分" || last == nil || last.Unit != "CNY" || strings.ContainsAny(last.ValueText, "万亿") || f.ValueLow != nil {
		return
	}
	if strings.HasPrefix(last.Qualifier, "每") || pricedPer(last.IndicatorText) || endsWithAny(last.IndicatorText, quotedPrices()) || endsWithAny(last.IndicatorText, pricedByThePiece()) {
		f.Unit = "CNY"
		f.Value.Exponent -= 2
	}
}

// pricedPer tells of a name that ends with the measure a price is told for: 人造棉坯布每米.
func pricedPer(name string) bool {
	at := strings.LastIndex(name, "每")
	return at >= 0 && utf8.RuneCountInString(name[at:]) <= 3
}

// valued is the fact with all that the figure itself and its statement say.
func (r *reader) valued(s *site, st statement) yiyuan.Fact {
	q := s.tok.q
	f := yiyuan.Fact{
		Unit: q.Unit.Code, ValueText: s.tok.text, Bound: q.Bound, Rule: s.rule, Confidence: confidences()[s.rule],
		Start: s.tok.start, End: s.tok.end,
		IndicatorText: strings.TrimSuffix(st.text, "逾"), Industry: st.industry, Qualifier: st.qualifier,
		Measure: s.measure, Base: s.base,
	}
	if f.Bound == "exact" && hasWord(s.left, aboutComingTo().words...) {
		f.Bound = "approx"
	}
	if f.Bound == "exact" {
		f.Bound = r.boundOfClause(s)
	}
	f.Value.Set(&q.Value)
	f.ValueLow, f.ValueHigh = q.Low, q.High
	if s.sign < 0 {
		f.Value.Negative = !f.Value.Negative && !f.Value.IsZero()
		f.ValueLow, f.ValueHigh = negated(q.High), negated(q.Low)
	}
	if r.partOf >= 0 {
		f.PartOf = fmt.Sprint(r.partOf)
	}
	return f
}

// write keeps a fact, which may be the whole of the parts that follow, but for the plan that what has come about is measured by.
func (r *reader) write(f yiyuan.Fact, plan bool) {
	if r.out.Facts == nil {
		r.out.Facts = make([]yiyuan.Fact, 0, min(mostAhead, len(r.text)/perFact+1))
	}
	r.out.Facts = append(r.out.Facts, f)
	r.currentFact = len(r.out.Facts) - 1
	if f.Measure == "level" && r.partOf < 0 && !plan {
		r.whole = r.currentFact
	}
}

// In a report a fact stands in every so many bytes, and a figure. The first of a text makes room for all of them, or for
// mostAhead.
const (
	perFact, perMention = 160, 110
	mostAhead           = 4096
)

// namesNothing tells of a length, a temperature or a bare head count with no name in reach that the tables know: better
// left unread than guessed.
func (r *reader) namesNothing(s *site, st statement) bool {
	if st.known || s.measure != "level" || r.doneInReport(s) || r.readsIndex(s) {
		return false
	}
	switch q := s.tok.q; q.Kind {
	case "physical":
		return q.Unit.Code == "other" && !strings.HasSuffix(q.Unit.Surface, "锭") || (q.Unit.Code == "m" || q.Unit.Code == "km") && st.text == ""
	case "count":
		behind := withoutBound(s.right)
		ofMembers := q.Unit.Surface == "户" && len(behind) > 0 && behind[0].kind == figure // 150户347口
		return st.text == "" && st.counter == "" && !s.inherited && !ofMembers && !(q.Unit.Surface == "人" && s.actsBehind())
	}
	return false
}

// readsIndex tells of the points of an index whose group or hour alone is named where the paragraph has told of it: 布匹指数103.5点，原料类87.6点.
func (r *reader) readsIndex(s *site) bool {
	if s.tok.q.Unit.Surface != "点" && s.tok.q.Unit.Surface != "点位" {
		return false
	}
	return holdsAny(r.text[r.lineStart:s.tok.start], indicesOfExchanges())
}

// workersOf tells of how many people those have that are named right behind: 六百三十人的老厂.
func workersOf(s *site) bool {
	if s.tok.q.Unit.Code != "person" || s.measure != "level" || len(s.right) < 2 || s.right[0].text != "的" {
		return false
	}
	named := join(s.right[1:min(len(s.right), 3)])
	return endsWithAny(named, smallEmployers())
}

// smallEmployers end the names of those who employ people.
var smallEmployers = phrases("small employers")

// indexGoesOn tells of what the index of a survey stands at for some of those asked: 大型企业PMI为49.1%；中型企业和小型企业分别为49.9%和47.4%.
func (r *reader) indexGoesOn(s *site, st statement) bool {
	if s.measure != "rate" || s.tok.q.Unit.Code != "percent" || !st.of("enterprise_count", "region_count", "count_other", "") {
		return false
	}
	for i := len(r.out.Facts) - 1; i >= 0 && r.out.Facts[i].Start >= r.lineStart; i-- {
		switch f := &r.out.Facts[i]; {
		case f.Unit != "percent":
		case f.Measure != "level" || f.Indicator != "other":
			return false
		case holdsAny(f.IndicatorText, []string{"指数", "PMI"}):
			return true
		}
	}
	return false
}

// actsBehind tells of those who do something right behind their number: 2000多万人直接受益.
func (s *site) actsBehind() bool {
	for k, t := range s.right {
		if k > 2 || t.kind != word {
			return false
		}
		if strings.HasPrefix(t.pos, "v") {
			return true
		}
	}
	return false
}

// doneInReport tells of a number in a report that something was done to or by, though no table knows its thing: 新建步道94公里,
// 扶持8千人创业.
func (r *reader) doneInReport(s *site) bool {
	q := s.tok.q
	if r.Report.Kind == "" || !q.Arabic || q.Unit.Code == "other" || happens()[q.Unit.Surface] {
		return false
	}
	return r.eventAround(s) || len(s.left) > 0 && s.left[0].is(newness)
}

// tooFine tells of a value that six decimals cannot hold.
func tooFine(d *yiyuan.Decimal) bool {
	var r yiyuan.Decimal
	r.Reduce(d)
	return r.Exponent < -yiyuan.Scale
}

func negated(d *yiyuan.Decimal) *yiyuan.Decimal {
	if d == nil {
		return nil
	}
	var n yiyuan.Decimal
	n.Neg(d)
	return &n
}

// indicesOfExchanges are those that a line tells of in points.
var indicesOfExchanges = phrases("indices of exchanges")

// aboutComingTo are verbs of nearly making up a share or a sum.
var aboutComingTo = phrases("about coming to")
