package figure

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"yiyuan"
	"yiyuan/transform/indicator"
	"yiyuan/transform/period"
	"yiyuan/transform/place"
)

// emit writes down what the figure states.
func (r *reader) emit(s *site, st statement) {
	st = r.yearlyOutput(st, s)
	st.text = withoutQuote(st.text)
	if s.measure == "growth" && r.Report.Kind == "" && slices.Contains(kindsOfPower(), st.text) && r.energyTold() {
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
	if r.newlyTold(s) {
		st.newness, st.existing = true, false
	}
	if tooFine(&s.tok.q.Value) {
		r.mention(s.tok, "unread", "more decimals than the tables keep")
		return
	}
	if r.namesNothing(s, st) {
		r.mention(s.tok, "unread", "nothing known is measured")
		return
	}
	f := r.valued(s, st)
	r.settleIndicator(&f, s, st)
	r.settleMeasure(&f, s, st)
	if f.Unit == "" {
		r.mention(s.tok, "unread", "no unit")
		return
	}
	if f.Indicator == "profit" && f.Measure == "level" && endsWithAny(st.text, []string{"亏损", "亏损额"}) && !f.Value.Negative {
		f.Value.Negative = !f.Value.IsZero()
	}
	r.settleBound(&f, s)
	lasts := s.tok.q.Kind == "duration" && (f.Measure == "level" || f.Measure == "change")
	if lasts && f.Indicator == "other" && !holdsAny(st.text, []string{"天数", "利用小时"}) {
		f.Indicator = "duration"
	}
	if f.Indicator == "duration" && s.tok.q.Unit.Surface == "岁" {
		f.Indicator = "other" // 人均预期寿命78岁
	}
	settleUnit(&f, s, st)
	r.settleFirms(&f, s, st)
	settleFloors(&f, s)
	f.PriceBasis = r.priceBasis(s)
	r.comes = r.willBehind(s)
	r.settlePeriod(&f, s, st)
	if f.Indicator == "length" && st.code == "" && noLength(s, st) {
		f.Indicator = "other" // it stands as a length does
	}
	r.settleStatus(&f, s, st)
	r.comes = ""
	r.throughYear(&f)
	r.settleSubject(&f, s, st)
	r.settleLine(&f, s, st)
	r.ownedLikeLevel(&f, s)
	r.settleBase(&f, s, st)
	r.settleRestriction(&f, s, st)
	f.Quote = r.clauseAround(s.tok.start, s.tok.end)
	f.Sentence = strings.TrimSpace(r.text[r.start:r.end])
	r.consumerPrices = r.consumerPrices || f.Indicator == "cpi"
	r.write(f)
	r.mention(s.tok, "fact", "")
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
	if endsWithAny(text[:at], quotedPrices()) {
		return text[:at] // 进口均价每吨
	}
	for _, verb := range quotingVerbs() {
		if name, ok := strings.CutSuffix(text[:at], verb); ok && name != "" {
			return name
		}
	}
	return text
}

// quotingVerbs lead from the name of a price to what it is for, which has at most longestPer characters: 每平方米.
var quotingVerbs = phrases("quoting a price")

const longestPer = 4

// valued is the fact with all that the figure itself and its statement say.
func (r *reader) valued(s *site, st statement) yiyuan.Fact {
	q := s.tok.q
	f := yiyuan.Fact{
		Unit: q.Unit.Code, ValueText: s.tok.text, Bound: q.Bound, Rule: s.rule, Confidence: confidences()[s.rule],
		Start: s.tok.start, End: s.tok.end,
		IndicatorText: strings.TrimSuffix(st.text, "逾"), Industry: st.industry, Qualifier: st.qualifier,
		Measure: s.measure, Base: s.base,
	}
	if f.Bound == "exact" && hasWord(s.left, "约占", "约为", "约合") {
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

// settleBound gives a figure that has no bound of its own the one that it shares.
func (r *reader) settleBound(f *yiyuan.Fact, s *site) {
	if f.Bound == "exact" && s.sharedBound != "" {
		f.Bound = s.sharedBound
	}
	if f.Bound == "exact" {
		f.Bound = r.boundOfEach(f, s)
	}
	if f.Bound == "exact" && s.passesMark() {
		f.Bound = "over"
	}
	if s.tok.q.BoundAfter && r.list == nil {
		r.boundBackwards(f, s)
	}
}

// boundBackwards gives the 以上 that closes a list behind a 分别 to the members before it, where the things it tells of have not been told apart:
// 粮肉奶产量分别稳定在80万吨、6万吨、16万吨以上.
func (r *reader) boundBackwards(f *yiyuan.Fact, s *site) {
	members, first := 0, s.tok.start
	for i := len(r.out.Facts) - 1; i >= 0; i-- {
		last := &r.out.Facts[i]
		if last.Start < r.start || last.End > first || last.Unit != f.Unit || last.Indicator != f.Indicator || last.Measure != f.Measure {
			break
		}
		if !joinsMembers(r.text[last.End:first]) {
			break
		}
		members, first = members+1, last.Start
	}
	if members == 0 {
		return
	}
	before := r.text[r.start:first]
	if at := strings.LastIndexAny(before, "，,；;、"); strings.Contains(before[at+1:], "分别") {
		r.shareBound(s.tok.q.Bound, members)
	}
}

// joinsMembers tells of a mark or word, and no more, between two members of a list.
func joinsMembers(between string) bool {
	return between == "、" || between == "和" || between == "及" || between == "以及"
}

// boundOfEach is the bound of several figures that is told before the first: 分别超过30%和40%.
func (r *reader) boundOfEach(f *yiyuan.Fact, s *site) string {
	last := r.lastInSentence()
	if last == nil || last.Unit != f.Unit || boundWord[last.Bound] == "" || !onlyConj(s.left) {
		return "exact"
	}
	clause := r.clauseAround(s.tok.start, s.tok.end)
	if strings.Contains(clause, "分别"+boundWord[last.Bound]) || last.Bound == "over" && holdsAny(clause, passingInTurn()) {
		return last.Bound
	}
	return "exact"
}

// passingInTurn are words for several marks that are passed one after another: 连续突破100、200、300亿元.
var passingInTurn = phrases("passing in turn")

// speeds are how the names of speeds end, whose kilometres are those of an hour.
var speeds = phrases("speeds")

// settleUnit tells households and vehicles from other things counted, and names what is counted.
func settleUnit(f *yiyuan.Fact, s *site, st statement) {
	u := s.tok.q.Unit
	if u.Surface == "户" {
		f.Unit = householdOrCount(st)
		if n := s.right; len(n) > 0 && n[0].kind == figure && n[0].q.Unit.Code == "person" {
			f.Unit = "household" // 320户1100人
			if f.Indicator == "region_count" {
				f.Indicator = "population"
			}
		}
		if f.Unit == "household" && notInHouseholds[f.Indicator] {
			f.Indicator = "count_other" // 12个村、3200户; 实施饮水工程20处，解决600户
		}
	}
	if f.Unit == "km" && f.Measure != "growth" && endsWithAny(st.text, speeds()) {
		f.Unit, f.Indicator = "other", "other" // 设计时速160公里
	}
	if f.Unit == "count" && st.unit == "vehicle" && f.Measure == "level" && f.Indicator == "count_other" && countsMachines(s) {
		f.Unit = "vehicle" // 300部公交车
	}
	if f.Unit == "count" && st.unit == "household" && f.Measure == "level" && countsFamilies(s) {
		f.Unit = "household" // 25万个家庭
	}
	if f.Indicator == "other" && (f.Unit == "person" || f.Unit == "household") {
		if hit, ok := indicator.Head(st.text); ok && hit.Entry.Form != "level" {
			f.Indicator = "count_other" // 利率下调，惠及3000万户
		}
	}
	if f.Unit != "count" {
		return
	}
	if u.Surface == "人次" && (noPeople[f.Indicator] || f.Indicator == "region_count") {
		f.Indicator = "count_other" // 吸引35个国家50万人次参加
	}
	f.Counter = st.counter
	if slices.Contains(containers(), u.Surface) || f.Counter == "" && trips[u.Surface] {
		f.Counter = strings.TrimPrefix(u.Surface, "个")
	}
}

// notInHouseholds are what is never told in households.
var notInHouseholds = map[string]bool{
	"region_count": true, "project_count": true, "park_count": true, "policy_count": true, "output_volume": true,
}

// countsFamilies tells of what stands between a number and a noun for families: nothing, or a measure word of theirs. 25万个家庭.
func countsFamilies(s *site) bool {
	u := &s.tok.q.Unit
	return !u.Measure && u.Surface != "人次" || u.Surface == "个" || u.Surface == "家"
}

// countsMachines tells of the measure words of machines, which count vehicles too: 300部公交车.
func countsMachines(s *site) bool {
	return s.tok.q.Unit.Surface == "部" || s.tok.q.Unit.Surface == "台"
}

// settleLine gives a figure whose name has no industry the line of business that it is told of.
func (r *reader) settleLine(f *yiyuan.Fact, s *site, st statement) {
	if f.Industry == "产业" || f.Industry == "行业" {
		f.Industry = ""
	}
	f.Industry, f.Counter = strings.TrimSuffix(f.Industry, "年末"), strings.TrimSuffix(f.Counter, "年末") // 猪年末存栏数
	if f.Industry == "" {
		f.Industry = r.lineOfBusiness(f, s, st)
	}
	if tellsNoLine(f, st) {
		f.Industry = ""
	}
	if f.Qualifier != "" && f.Industry != "" && namesSector(f.Qualifier+f.Industry) {
		f.Industry, f.Qualifier = f.Qualifier+f.Industry, "" // 信息传输、软件和信息技术服务业, whose 服务业 has a name of its own
	}
	if strings.HasSuffix(f.Industry, "业") {
		f.Industry = trimAhead(f.Industry, sizeWords...) // how large the firms counted are restricts the figure
	}
}

// ownedLikeLevel gives how much the level right before has grown that level's owner: 某港吞吐量1.2亿吨，增长5%.
func (r *reader) ownedLikeLevel(f *yiyuan.Fact, s *site) {
	last := r.lastInSentence()
	if !s.inherited || r.list != nil || f.Base != "yoy" || last == nil || last.Measure != "level" {
		return
	}
	if last.Indicator != f.Indicator || last.RegionCode != f.RegionCode || !growsAtOnce(r.text[last.End:f.Start]) {
		return
	}
	if f.SubjectKind == "region" && last.SubjectKind != "region" {
		f.Subject, f.SubjectKind = last.Subject, last.SubjectKind
	}
}

// growsAtOnce tells of a mark and a verb, and no more, between a level and how much it has grown.
func growsAtOnce(between string) bool {
	verb := strings.TrimLeft(between, "，、")
	verb = strings.TrimPrefix(strings.TrimPrefix(verb, "比上年"), "同比")
	return verb != between && vocabulary()[verb]&(up|down) != 0
}

// write keeps a fact, which may be the whole of the parts that follow.
func (r *reader) write(f yiyuan.Fact) {
	if r.out.Facts == nil {
		r.out.Facts = make([]yiyuan.Fact, 0, min(mostAhead, len(r.text)/perFact+1))
	}
	r.out.Facts = append(r.out.Facts, f)
	r.currentFact = len(r.out.Facts) - 1
	if f.Measure == "level" && r.partOf < 0 {
		r.whole = r.currentFact
	}
}

// In a report a fact stands in every so many bytes, and a figure. The first of a text makes room for all of them, or for
// mostAhead.
const (
	perFact, perMention = 160, 110
	mostAhead           = 4096
)

// trips are how often what carries has gone, and are what is counted where nothing else is.
var trips = map[string]bool{"架次": true, "车次": true, "辆次": true, "艘次": true, "列次": true, "航次": true, "班次": true, "户次": true, "家次": true}

// newlyTold tells of a verb of newness right before a level, or before the list it is in: 企业达到1013家，新增122家.
func (r *reader) newlyTold(s *site) bool {
	left := trimReach(r.listLeft(s))
	return s.measure == "level" && len(left) > 0 && left[len(left)-1].kind == word && left[len(left)-1].is(newness)
}

// listLeft is what stands before a figure, or before the list that it goes on with.
func (r *reader) listLeft(s *site) []token {
	if r.list != nil && r.listSite != nil {
		return r.listSite.left
	}
	return s.left
}

// boundWord begins the words of a bound that stands before a list.
var boundWord = map[string]string{"over": "超", "nearly": "近", "approx": "约", "at_most": "不超过", "at_least": "不低于"}

// marks are what a round figure that is passed is called.
var marks = phrases("marks")

// passesMark tells of a round figure that is passed: 跃上4万亿元台阶, 连跨2000亿元、3000亿元大关.
func (s *site) passesMark() bool {
	for i, t := range s.right {
		switch {
		case t.kind == dun || t.kind == figure:
		case t.kind == word && startsWithAny(t.text, marks()):
			return true
		default:
			return i == 0 && t.kind == word && t.text == "的" && len(s.right) > 1 && startsWithAny(s.right[1].text, marks())
		}
	}
	return false
}

// wholeBounds are bound words that stand before the whole a figure is a part or a multiple of: 超过林地面积的60%.
var wholeBounds = []struct{ word, bound string }{
	{"不得超过", "at_most"}, {"不超过", "at_most"}, {"不到", "at_most"}, {"不足", "at_most"}, {"超过", "over"},
	{"接近", "nearly"}, {"不低于", "at_least"}, {"不少于", "at_least"}, {"不小于", "at_least"}, {"不高于", "at_most"}, {"不大于", "at_most"},
}

// boundOfClause is the bound that a word further before the figure gives it: before its whole, before 每秒 and its like, or
// before the verb (至少建1所小学、1所中学).
func (r *reader) boundOfClause(s *site) string {
	text := join(s.left)
	if k := s.tok.q.Kind; k == "percent" || k == "multiple" {
		for _, w := range wholeBounds {
			i := strings.LastIndex(text, w.word)
			if i < 0 {
				continue
			}
			whole := text[i+len(w.word):]
			of := strings.HasSuffix(whole, "的") || everywhere()[whole] || whole == "世界" || whole == "全球" || // 不到全国千分之四
				strings.HasSuffix(w.word, "超过") && w.bound == "at_most"
			if whole != "" && of && !holdsAny(whole, movesInWhole()) {
				return w.bound
			}
			break
		}
		return "exact"
	}
	if endsWithAny(text, notEvenEach()) {
		return "at_most"
	}
	if s.tok.q.Kind == "amount" && strings.Contains(text, "最高") && endsWithAny(text, grantingAtMost()) {
		return "at_most"
	}
	if s.tok.q.Kind == "amount" && (strings.Contains(text, "上限") || strings.Contains(text, "最高可")) {
		return "at_most"
	}
	if s.tok.q.Kind == "amount" && strings.Contains(text, "大约") {
		return "approx"
	}
	if s.tok.q.Kind == "count" && r.atLeastBefore(s) {
		return "at_least"
	}
	return "exact"
}

// movesInWhole tell how a whole moves, notEvenEach and grantingAtMost set a limit to the figure right behind them.
var movesInWhole, notEvenEach, grantingAtMost = phrases("moves in a whole"), phrases("not even each"), phrases("granting at most")

// atLeastBefore tells of a 至少 before the verb of the clause: it holds for every member of the list behind the verb.
func (r *reader) atLeastBefore(s *site) bool {
	least := false
	clause := r.clauseSoFar(s)
	for i := range clause {
		if w := clause[i].text; w == "至少" || w == "最少" {
			least = i+1 < len(clause) && (clause[i+1].is(event|newness) || strings.HasPrefix(clause[i+1].pos, "v"))
		}
	}
	return least
}

// clauseSoFar are the tokens of the figure's clause before it, other figures between or not.
func (r *reader) clauseSoFar(s *site) []token {
	from := 0
	for i := range r.toks {
		switch t := &r.toks[i]; {
		case t.start >= s.tok.start:
			return r.toks[from:i]
		case t.kind.pauses():
			from = i + 1
		}
	}
	return nil
}

// yearlyOutput tells 年产干毛茶1.8万吨, what is made, from what could be: 年产30万吨的项目, 建成后可年产….
func (r *reader) yearlyOutput(st statement, s *site) statement {
	if st.head != "年产" || st.code != "capacity" || r.status() != "actual" {
		return st
	}
	words := couldMake()
	if grown(join(trimReach(s.left))) {
		words = laidOutFor() // 建成日光温室500座，年产蔬菜3000万斤
	}
	if !holdsAny(r.text[r.start:r.end], words) {
		st.code, st.time = "output_volume", "flow"
	}
	return st
}

// grown tells of what comes from fields, which works may be built for and do not make.
func grown(goods string) bool {
	named := tradesIn(goods)
	return len(named) > 0 && named[len(named)-1].sort == "crop" && named[len(named)-1].end == len(goods)
}

// laidOutFor are words of a sentence on what a plant is laid out to make of such.
var laidOutFor = phrases("laid out to make")

// couldMake are words of a sentence on what could be made.
var couldMake = phrases("could make")

// namesNothing tells of a length, a temperature or a bare head count with no name in reach that the tables know: better
// left unread than guessed.
func (r *reader) namesNothing(s *site, st statement) bool {
	if st.known || s.measure != "level" || r.doneInReport(s) {
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
	if r.Report.Kind == "" || !q.Arabic || q.Unit.Code == "other" || happens[q.Unit.Surface] {
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

// settleFloors reads the 方 of what is built as square metres: 投用20万方标准厂房.
func settleFloors(f *yiyuan.Fact, s *site) {
	if s.tok.q.Unit.Surface == "方" && holdsAny(join(s.right[:clauseEnd(s.right)])+join(s.left), floorSpace()) {
		f.Unit, f.Indicator = "m2", "area"
	}
}

var floorSpace = phrases("floor space")

// settleFirms makes firms of the 户 that no noun follows in a sentence on firms: 涌现出一批民营企业，30户资产达亿元.
func (r *reader) settleFirms(f *yiyuan.Fact, s *site, st statement) {
	if s.tok.q.Unit.Surface != "户" || st.counter != "" && !whatFirmsHave()[st.counter] || f.Indicator != "count_other" || f.Unit != "household" {
		return
	}
	if len(s.right) == 0 || s.right[0].kind == figure {
		return
	}
	if holdsAny(r.text[r.start:s.tok.start], firmsTold()) && !holdsAny(r.text[r.start:r.end], householdsTold()) {
		f.Unit, f.Indicator = "count", "enterprise_count"
	}
}

// whatFirmsHave may stand behind their number.
var whatFirmsHave = phraseSet("what firms have")

var firmsTold, householdsTold = phrases("firms told"), phrases("households told")

// householdOrCount decides what 户 is: a household, or a firm or subscriber, which are counted.
func householdOrCount(st statement) string {
	if st.code == "enterprise_count" || st.code == "institution_count" || st.code == "capacity" {
		return "count" // 试点单位16户
	}
	if holdsAny(st.text, subscribedTo()) {
		return "count"
	}
	if strings.HasSuffix(st.counter, "户") && !holdsAny(st.counter, countedAsFirms()) {
		return "household"
	}
	if holdsAny(st.text, dealtWith()) {
		return "count"
	}
	return "household"
}

// subscribedTo are what 户 subscribe to, countedAsFirms tell of 户 that are firms or customers.
var subscribedTo, countedAsFirms = phrases("subscribed to"), phrases("counted as firms")

// dealtWith are those that are counted in 户 and are no households.
var dealtWith = phrases("dealt with")

// priceBasis tells real from nominal where the clause does.
func (r *reader) priceBasis(s *site) string {
	if s.measure != "growth" {
		return ""
	}
	for _, t := range r.leftTokens {
		switch {
		case strings.HasPrefix(t.text, "名义") || t.text == "现价" || t.text == "按现价计算" || t.text == "当年价":
			return "nominal"
		case t.text == "实际" || holdsAny(t.text, atFixedPrices()):
			return "real"
		}
	}
	return ""
}

// atFixedPrices say that the move of prices is taken out of a growth.
var atFixedPrices = phrases("at fixed prices")

func negated(d *yiyuan.Decimal) *yiyuan.Decimal {
	if d == nil {
		return nil
	}
	var n yiyuan.Decimal
	n.Neg(d)
	return &n
}

var unitDefault = map[string]string{
	"CNY": "other", "USD": "other", "HKD": "other", "m2": "area", "mu": "area", "ha": "area", "km2": "area", "m": "length", "km": "length",
	"kWh": "energy", "kW": "energy", "year": "duration", "month": "duration", "day": "duration", "hour": "duration", "minute": "duration",
	"person": "count_other", "household": "count_other", "count": "count_other", "tonne": "output_volume", "kg": "output_volume",
	"vehicle": "count_other",
}

// containers are units that the boxes of a port are counted in.
var containers = phrases("containers")

// moods are what the index of a survey is of, whose middle is 50: 采购经理指数为48.7%.
var moods = phrases("moods")

// herded are words for animals that are there and not made: 肉牛存栏9万头.
var herded = phrases("herded")

// levelBefore is the indicator of the level that the sentence has just told, "" for none: 规模经营140万亩，占耕地的56%.
func (r *reader) levelBefore() string {
	if last := r.lastInSentence(); last != nil && last.Measure == "level" {
		return last.Indicator
	}
	return ""
}

// madeByPower are goods that are made by the power they will give: 7GW电池片项目.
var madeByPower = phrases("made by power")

// noPeople are quantities that are never told in persons.
var noPeople = map[string]bool{
	"revenue": true, "investment": true, "project_count": true, "institution_count": true, "enterprise_count": true, "platform_count": true,
	"park_count": true, "cluster_count": true, "chain_count": true, "policy_count": true,
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

// handedOut are what the state pays to each.
var handedOut = phrases("handed out")

// amongAggregates tells of a plain 投资 that stands beside the statistical ones: it is a part of them.
func (r *reader) amongAggregates(s *site) bool {
	line := r.text[strings.LastIndexByte(r.text[:r.start], '\n')+1 : s.tok.start]
	return holdsAny(line, []string{"基本建设投资", "更新改造投资", "房地产开发投资"}) || r.lastCount == nil && strings.Contains(r.saidBefore(s), "固定资产投资")
}

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

// toldAs tells whether the figure before in the sentence was a level of an indicator.
func (r *reader) toldAs(code string) bool {
	last := r.lastInSentence()
	return last != nil && last.Indicator == code && last.Measure == "level"
}

// lastFact is the fact before in the text, nil where there is none.
func (r *reader) lastFact() *yiyuan.Fact {
	if r.currentFact < 0 || r.currentFact >= len(r.out.Facts) {
		return nil
	}
	return &r.out.Facts[r.currentFact]
}

// lastInSentence is the fact before in the sentence, nil where there is none.
func (r *reader) lastInSentence() *yiyuan.Fact {
	if last := r.lastFact(); last != nil && last.Start >= r.start {
		return last
	}
	return nil
}

// sumOf tells what a bare 金额 is the sum of: of what was counted before it.
func (r *reader) sumOf(code string) string {
	if r.current == nil {
		return code
	}
	switch c := r.current.counter; {
	case strings.Contains(c, "贷"):
		return "financing"
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

// contributionTold tells of a sentence whose last figure is a share in the growth of the economy.
func (r *reader) contributionTold() bool {
	last := r.lastInSentence()
	return last != nil && last.Measure == "share" && last.Base == "经济增长"
}

// fellInWords tells of a fall that a word says, 下降9%, and not the sign of its own figure: -9%.
func fellInWords(f *yiyuan.Fact) bool {
	return f.Value.Negative && !startsWithAny(f.ValueText, minusSigns)
}

// minusSigns are the characters printed for a minus.
var minusSigns = []string{"-", "－", "−", "—", "–"}

// pointsBackTo tells of words that point back to the figure told last, where it is of the measure.
func (r *reader) pointsBackTo(measure, words string) bool {
	last := r.lastFact()
	return last != nil && last.Measure == measure && holdsAny(words, pointingBack())
}

// growsOn tells of a growth, or of the next in a list of such: 分别增长12%和9%.
func (r *reader) growsOn(s *site) bool {
	last := r.lastPercent()
	return s.measure == "growth" || s.measure == "rate" && s.inherited && last != nil && last.Measure == "growth"
}

// paceArrives tells of a pace that has come to a rate: 1—4月，增幅回升到12%.
func paceArrives(s *site) bool {
	left := s.left
	for n := len(left); n > 0 && (left[n-1].kind == time || left[n-1].is(upto|downto|reach)) && !endsWithAny(left[n-1].text, paces()); n-- {
		left = left[:n-1]
	}
	return len(left) > 0 && len(left) < len(s.left) && endsWithAny(left[len(left)-1].text, paces())
}

// paces are names of how fast something grows.
var paces = phrases("paces")

// factorsOfPrices are what a move of prices is divided into by when it began.
var factorsOfPrices = phrases("factors of prices")

func (r *reader) settleMeasure(f *yiyuan.Fact, s *site, st statement) {
	switch {
	case s.measure == "rate" && st.code == "gdp" && st.form == "growth" && r.contributionTold():
		f.Measure, f.Base = "share", "经济增长" // 贡献率为3%和97%，其中工业为60%
	case s.rule == "points" && f.Unit == "pp" && endsWithAny(st.text, factorsOfPrices()):
		f.Measure, f.Base, f.Indicator = "growth", "yoy", "cpi" // 翘尾因素约为1.1个百分点
	case s.measure == "rate" && s.inherited && st.form == "rate" && r.growthReaches(s):
		f.Measure = "share" // 城镇化率年均提高1.6%，达到52%
	case s.measure == "rate" && s.inherited && r.lastPercent() != nil:
		last := r.lastPercent()
		f.Measure, f.Base = last.Measure, cmp.Or(s.base, last.Base)
		if last.Measure == "growth" && fellInWords(last) && onlyConj(s.left) {
			f.Value.Negative = !f.Value.IsZero() // a fall told once for a list
		}
	case s.measure == "rate" && s.inherited && r.pointsBackTo("growth", r.clauseAround(f.Start, f.End)):
		f.Measure, f.Base = "growth", r.lastFact().Base // 增长6%，而去年同期这一数字是15%
	case s.measure == "rate" && s.inherited && r.pointsBackTo("share", r.saidBefore(s)):
		f.Measure, f.Base = "share", r.lastFact().Base // 到2025年，这个数字将达到56%
	case s.measure == "rate" && f.Unit == "percent" && strings.HasSuffix(join(trimReach(withoutResp(s.left))), "进度"):
		f.Measure = "share" // 收入完成进度分别为65%、68%
	case s.measure == "rate" && (st.form == "growth" || r.rateOfGrowth(s)):
		f.Measure = "growth"
	case s.measure == "rate" && st.form == "index" && f.Unit == "percent":
		f.Measure = "level"
		if v, _ := f.Value.Float64(); v < 50 && v > -50 && !holdsAny(st.text, moods()) {
			f.Measure = "growth"
		}
	case s.measure == "rate" && st.form == "points":
		f.Measure = "level"
	case s.measure == "rate" && r.tellsPart(s):
		f.Measure = "share"
	case s.measure == "rate" && f.Unit == "percent" && aggregate[f.Indicator] && st.canGrow():
		f.Measure = "growth"
	case s.measure == "rate":
		f.Measure = "share"
	case s.measure == "share" && s.arrived && (s.inherited || r.fromBefore(s)) && r.lastPercent() != nil && r.lastPercent().Measure == "share":
		f.Measure, f.Base = "share", r.lastPercent().Base // 二、三产业比重由40%和31%提高到45%和33%
	case s.measure == "share" && s.arrived && (st.form == "growth" || f.Unit == "percent" && paceArrives(s)):
		f.Measure = "growth"
	case s.measure == "share" && s.arrived && st.form == "points":
		f.Measure = "level" // 关税水平降至7.4%
	case s.measure == "level" && strings.HasSuffix(st.text, "增量") && st.form == "level":
		f.Measure = "change"
	case s.measure == "share" && s.arrived && hasWord(s.left, "比重", "占比", "比例", "份额"):
	case s.measure == "share" && s.arrived && st.form == "level" && st.time != "count" && aggregate[f.Indicator]:
		f.Measure = "growth"
	case s.measure == "level" && st.form == "ratio":
		f.Measure, f.Unit = "multiple", "times"
	case s.measure == "change" && st.form == "ratio" && f.Unit == "":
		f.Unit = "times"
	case st.form == "index" && s.tok.q.Kind != "duration" && (s.measure == "level" || s.measure == "change" && f.Unit == ""):
		f.Unit = "other"
	case s.measure == "growth" && st.form == "rate" && f.Unit == "percent" && st.code != "":
	}
	if (f.Measure == "growth" || f.Measure == "change" && s.measure != "level") && f.Base == "" {
		f.Base = r.baseOf(s)
	}
	if f.Measure == "rank" {
		f.Qualifier = s.field
		f.Base = ""
	}
	if st.code == "population" && st.form == "growth" && f.Unit != "pp" {
		f.Measure, f.Base = "growth", ""
	}
}

// growthReaches tells of the rate that the growth right before it has led to: 城镇化率年均提高1.6%，达到52%.
func (r *reader) growthReaches(s *site) bool {
	if len(s.left) == 0 || !s.left[len(s.left)-1].is(reach) {
		return false
	}
	last := r.lastPercent()
	return last != nil && last.Measure == "growth"
}

// canGrow tells of a quantity, a growth or a branch, whose rate is how much it has grown.
func (st *statement) canGrow() bool {
	return st.form == "level" || st.form == "growthname" || st.form == "sector"
}

// tellsPart tells of a rate that is a part of something by how it is printed or by what stands around it: 七成, 三分之一, 其中45%是汽车.
func (r *reader) tellsPart(s *site) bool {
	if strings.HasSuffix(s.tok.text, "成") || s.tok.q.Unit.Surface == "分之" || goesThere(s) || ofWhich(s) {
		return true
	}
	return r.partOf >= 0 && r.lastPercent() == nil && hasWord(s.left, "超", "达", "占")
}

// goesThere tells of a rate behind which is said where so much of the whole comes from or goes: 60%来自民营企业, 八成用于民生.
func goesThere(s *site) bool {
	return startsWithAny(trimAhead(join(s.right), "以上", "左右", "都", "均"), comesOrGoes())
}

var comesOrGoes = phrases("comes or goes")

// ofWhich tells of a rate right behind 其中 or 这其中 and before what it is: 其中45%是汽车.
func ofWhich(s *site) bool {
	if len(s.right) == 0 || !strings.HasSuffix(join(trimReach(s.left)), "其中") {
		return false
	}
	next := s.right[0]
	return next.kind == word && (next.is(copula) || strings.HasPrefix(next.pos, "v"))
}

// rateOfGrowth tells of a rate that only a word for growth before it explains: 接待1.5万人次，同比36.8%; 增幅全市最高，达57%.
func (r *reader) rateOfGrowth(s *site) bool {
	left := trimReach(s.left)
	if len(left) > 0 {
		return strings.HasSuffix(join(left), "同比") && !holdsAny(join(left), sharesOrRegains()) && r.lastInSentence() != nil
	}
	before := r.saidBefore(s)
	if last := r.lastInSentence(); last != nil {
		before = r.text[last.End:s.tok.start]
	}
	return holdsAny(before, []string{"增幅", "增速", "涨幅"}) && !holdsAny(before, sharesOrRates())
}

// sharesOrRegains and sharesOrRates are words behind which a rate is no growth.
var sharesOrRegains, sharesOrRates = phrases("shares or regains"), phrases("shares or rates")

// withoutResp drops the 分别 that closes a phrase.
func withoutResp(toks []token) []token {
	toks = trimReach(toks)
	if n := len(toks); n > 0 && toks[n-1].is(resp) {
		return toks[:n-1]
	}
	return toks
}

// onlyConj tells whether nothing but the marks and words of a list stands before a figure.
func onlyConj(toks []token) bool {
	for _, t := range toks {
		if t.kind != dun && t.kind != blank && !(t.kind == word && t.is(conj|reach)) {
			return false
		}
	}
	return len(toks) > 0
}

// lastPercent is the fact before, where it is a share or growth in percent that 城镇为35.7% goes on with.
func (r *reader) lastPercent() *yiyuan.Fact {
	if r.currentFact < 0 || r.currentFact >= len(r.out.Facts) || r.lastMeasured < 0 {
		return nil
	}
	f := &r.out.Facts[r.currentFact]
	if f.Unit != "percent" || f.Measure != "share" && f.Measure != "growth" {
		return nil
	}
	return f
}

// meanOverYears is the base of a 平均增长, which is of the years in force, and in one year of those who were given more: 工资标准平均增长8%.
func (r *reader) meanOverYears() string {
	if p, has := r.inForce(); r.Report.Kind != "" && has && p.Kind == period.During && p.Start.Year == p.End.Year {
		return "yoy"
	}
	return "cagr"
}

// baseOf is what a growth is compared with: the words of the clause, else the year before.
func (r *reader) baseOf(s *site) string {
	if hasWord(s.left, "超收", "短收") {
		if strings.Contains(join(s.left), "年初预算") {
			return "年初预算"
		}
		return "预算"
	}
	if base, told := r.baseByTime(s); told {
		return base
	}
	if base := r.measuredAgainst(s); base != "" {
		return base
	}
	if opens := r.text[r.start:min(r.start+len("其中，从环比来看，"), s.tok.start)]; holdsAny(opens, []string{"环比看", "环比来看"}) {
		return r.overPeriod()
	}
	if s.measure == "growth" && r.grewFrom(s) > 0 {
		return ""
	}
	if year := r.describedBase(s); year != "" {
		return year
	}
	if thing := comparedThing(s.left); thing != "" && r.rivalsOwn(s) == "" {
		return thing
	}
	if last := r.lastInSentence(); r.inOneBreath() && last != nil && last.Measure == s.measure && s.tok.q.Kind == "pp" {
		return last.Base // 分别比上月上升0.1、0.2个百分点
	}
	if last := r.lastGrowth(); (s.inherited || r.inOneBreath()) && last != nil && (last.Base == "mom" || last.Base == "qoq") {
		return last.Base
	}
	if s.measure == "growth" && r.seenByMonth(s) {
		return r.overPeriod()
	}
	if s.tok.q.Kind == "multiple" && r.Report.Kind == "" {
		return "" // what has grown severalfold has not done so within a year
	}
	if slices.ContainsFunc(s.left, func(t token) bool { return t.is(up|down) && strings.HasPrefix(t.text, "偏") }) {
		return "" // of the norm, which it does not name
	}
	if r.yearsGrown(s) > 1 {
		return ""
	}
	return "yoy"
}

// baseByTime is what a time or a mean before a figure says that it compares with.
func (r *reader) baseByTime(s *site) (base string, told bool) {
	for i := len(s.left) - 1; i >= 0; i-- {
		t := s.left[i]
		if t.kind == time && t.e.Role == "base" {
			if base := t.e.Base(); base != "mom" {
				return r.monthBefore(base), true
			}
			return r.overPeriod(), true
		}
		if t.averages() {
			return "cagr", true
		}
		if strings.HasPrefix(t.text, "平均增") || t.text == "平均" && i+1 < len(s.left) && strings.HasPrefix(s.left[i+1].text, "增") {
			return r.meanOverYears(), true
		}
		if t.text == "环比" {
			return r.overPeriod(), true
		}
	}
	for j := len(r.toks) - 1; j >= 0; j-- {
		if t := r.toks[j]; t.start < s.tok.start && t.kind.pauses() {
			break
		} else if t.start < s.tok.start && t.kind == time && t.e.Role == period.Compared && t.e.Base() != "mom" {
			return r.monthBefore(t.e.Base()), true
		}
	}
	for j := len(r.toks) - 1; j >= 0; j-- {
		if t := r.toks[j]; t.start < s.tok.start && t.kind == time && t.averages() && s.tok.start-t.end < 40 {
			return "cagr", true
		}
	}
	return "", false
}

// seenByMonth tells of what a paragraph says it looks at from month to month: 从环比看，一线城市价格上涨0.2%.
func (r *reader) seenByMonth(s *site) bool {
	said := r.text[r.lineStart:s.tok.start]
	return strings.Contains(said, "环比看") && strings.LastIndex(said, "环比看") > strings.LastIndex(said, "同比看")
}

// lastGrowth is the growth told last in the sentence, or in the one before it that a 其中 goes on from.
func (r *reader) lastGrowth() *yiyuan.Fact {
	from := r.start
	if strings.HasPrefix(r.text[r.start:r.end], "其中") {
		from = r.lineStart
	}
	for i := len(r.out.Facts) - 1; i >= 0 && r.out.Facts[i].Start >= from; i-- {
		if f := &r.out.Facts[i]; f.Measure == "growth" {
			return f
		}
	}
	return nil
}

// monthBefore reads the month before the one in force as such: 10月…比9月下降.
func (r *reader) monthBefore(base string) string {
	n, err := strconv.Atoi(strings.TrimSuffix(strings.TrimSuffix(base, "份"), "月"))
	if p, ok := r.inForce(); err == nil && ok && strings.Contains(base, "月") && p.End.Month > 0 && n == (int(p.End.Month)+10)%12+1 {
		return "mom"
	}
	return base
}

// measuredAgainst is the year that a clause of its own says a sentence compares with: 与2016年相比，….
func (r *reader) measuredAgainst(s *site) string {
	for i := range r.toks {
		t := &r.toks[i]
		if t.start >= s.tok.start || t.kind == semi {
			break
		}
		if t.kind == time && t.e.Role == period.Compared && strings.HasSuffix(t.text, "比") && !strings.HasPrefix(t.text, "比") && t.e.Base() != "mom" {
			return t.e.Base()
		}
	}
	return ""
}

// hasWord tells whether one of the words begins a token.
func hasWord(toks []token, words ...string) bool {
	for i := range toks {
		for _, w := range words {
			if begins(toks[i].text, w) {
				return true
			}
		}
	}
	return false
}

// building are verbs for works.
var building = phrases("building")

// hoping are words for what is only expected.
var hoping = map[string]bool{"有望": true, "可望": true}

// earnings are names of what a family or a firm has earned: whose it is tells which.
var earnings = phraseSet("earnings")

// earnedByFamily tells of a sum that the sentence says a family has earned: 一家人从早忙到晚，一年有10万元收入.
func (r *reader) earnedByFamily(f *yiyuan.Fact, s *site) bool {
	v, err := f.Value.Float64()
	if holdsAny(r.clauseAround(s.tok.start, s.tok.end), earningTogether()) {
		return false // 户均超过8万元；村集体办的分选厂年收入50万元
	}
	return err == nil && v < 1e6 && f.Unit == "CNY" && holdsAny(r.saidBefore(s), families())
}

// abilityBehind tells of what could be done, behind its number: 月产6架次的生产能力.
func abilityBehind(s *site) bool {
	clause := firstClause(s.r.text[s.tok.end:s.r.end])
	if cut := strings.IndexAny(clause, "。；;"); cut >= 0 {
		clause = clause[:cut]
	}
	if endsWithAny(clause, ofAbility()) && strings.HasPrefix(s.rule, "level") {
		return true // 100万辆整车、1000万台电脑的年生产能力
	}
	right := s.right[:clauseEnd(s.right)]
	for i, t := range right {
		if t.text == "的" && i+1 < len(right) {
			return startsWithAny(join(right[i+1:]), abilitiesBehind())
		}
	}
	return false
}

// ofAbility end a clause on what could be made, abilitiesBehind begin the name of it behind a 的.
var ofAbility, abilitiesBehind = phrases("of an ability"), phrases("abilities behind")

// owned are what an economy by owner has a share of, other than output.
var owned = map[string]bool{
	"foreign_trade": true, "exports": true, "imports": true, "tax": true, "fiscal_revenue": true, "fixed_asset_investment": true,
	"retail_sales": true, "employment": true,
}

// aggregate are the statistics that （预计，下同） carries on to.
var aggregate = map[string]bool{
	"gdp": true, "value_added": true, "fiscal_revenue": true, "fiscal_expenditure": true, "tax": true, "retail_sales": true,
	"fixed_asset_investment": true, "foreign_trade": true, "exports": true, "imports": true, "fdi": true, "resident_income": true, "cpi": true,
	"deposits": true, "loans": true, "unemployment_rate": true, "output_value": true,
}

// national are statistics that the news tells of the country where it names no place.
var national = map[string]bool{
	"gdp": true, "cpi": true, "resident_income": true, "retail_sales": true, "foreign_trade": true, "unemployment_rate": true,
	"urbanization_rate": true, "value_added": true,
}

// unowned tells that no firm, park or project is said to own a figure.
func (r *reader) unowned(st statement) bool {
	none := func(subject, kind string) bool { return subject == "" || kind == "industry" }
	return none(st.subject, st.subjectKind) && none(r.clause.subject, r.clause.kind) && none(r.sentence.subject, r.sentence.kind) &&
		none(r.line.subject, r.line.kind) && none(r.heading.subject, r.heading.kind)
}

// goesOnOf tells of a figure that says more of what its sentence has told of an owner: 某港吞吐量1.2亿吨，增长5%.
func (r *reader) goesOnOf(s *site, owner string) bool {
	last := r.lastInSentence()
	return s.inherited && owner != "" && last != nil && last.Subject == owner
}

// isSector tells a line of business of the region, 电子行业, and what it groups its industries by, 五大支柱产业, from an industry that has a name of
// its own, 某某产业, 中国钢铁行业.
func isSector(name string) bool {
	if endsWithAny(name, groupsOfIndustries()) {
		return true
	}
	if !strings.HasSuffix(name, "行业") || strings.HasSuffix(name, "全行业") || strings.HasPrefix(name, "中国") {
		return false
	}
	return len(place.Scan(name)) == 0
}

// groupsOfIndustries end the names of such groups.
var groupsOfIndustries = phrases("groups of industries")

// bracketedRegion is the place whose own level stands in brackets behind it, where others are compared with it: 比全省（7.4%）高1.7个百分点,
// 高于全国平均水平（6.3%）.
func (r *reader) bracketedRegion(s *site) string {
	at := slices.IndexFunc(r.toks, func(t token) bool { return t.start == s.tok.start })
	if at < 2 || r.toks[at-1].kind != open || at+1 >= len(r.toks) || r.toks[at+1].kind != shut {
		return ""
	}
	for i := at - 2; i >= 0 && i > at-5; i-- {
		t := r.toks[i]
		if t.kind == where {
			if code := r.regionOf(t.at); code != "" {
				return code
			}
		}
		if code, ok := r.deictic(t.text); ok {
			return code
		}
		if t.kind != word || !levels[t.text] {
			return ""
		}
	}
	return ""
}

// levels are words for the level that a place as a whole has.
var levels = map[string]bool{"平均": true, "水平": true, "平均水平": true, "平均值": true, "平均数": true, "增速": true, "平均增速": true, "均值": true}

// clauseAround is the shortest clause of the sentence that holds the figure.
func (r *reader) clauseAround(start, end int) string {
	from, to := r.start, r.end
	for i := range r.toks {
		t := &r.toks[i]
		if t.kind == note && t.end <= start {
			from = t.end
		}
		if !t.kind.pauses() {
			continue
		}
		if t.end <= start {
			from = t.end
		} else if t.start >= end {
			to = t.start
			break
		}
	}
	return strings.TrimSpace(r.text[from:to])
}
