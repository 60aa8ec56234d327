package figure

import (
	"strings"

	"yiyuan"
)

// This file tells what has moved, and which way, where a verb stands before it or its number: 减少贫困人口4.6万人, 降低了用户成本两成.

// readVerbFirst reads 减少贫困人口4.6万人, where the noun phrase stands between verb and figure.
func readVerbFirst(measure string) func(*site) {
	return func(s *site) {
		s.measure = measure
		s.nounPhrase = s.captured("thing")
		verb := s.left[s.caps.of("thing").from-1]
		if verb.text == "了" && s.caps.of("thing").from > 1 {
			verb = s.left[s.caps.of("thing").from-2]
		}
		if verb.is(down) || eatingUp().has(verb.text) || strings.Contains(verb.text, "减") {
			s.sign = -1
		}
		s.r.verbFirst = s
	}
}

// verbAt is where the clause begins when whose it is and what is aimed at are left out: 全市要压减….
func (s *site) verbAt() int {
	for i, t := range s.left {
		if t.kind != where && t.kind != dun && !t.is(aim|expect|conj) {
			return i
		}
	}
	return 0
}

// sharesVerb lets the members of a list behind a verb share it: 压减钢铁产能60万吨、水泥产能50万吨.
func (s *site) sharesVerb() {
	first := s.r.verbFirst
	if s.measure != "level" || first == nil || len(s.left) == 0 || s.left[0].kind != dun || s.tok.q.Kind != first.tok.q.Kind {
		return
	}
	for _, t := range s.left {
		if t.is(event|up|down|upto|downto|newness) && !isName(t.text) {
			return
		}
	}
	s.measure, s.sign, s.base = first.measure, first.sign, first.base
}

// comparesPrices tells of a clause on what is paid: 电价每千瓦时便宜了0.11元.
func comparesPrices(s *site) bool { return holdsAny(join(s.left), paid()) }

// spanNamed tells of how long something takes that is named before the verb: 资金周转天数延长7天.
func spanNamed(s *site) bool {
	before, _, _ := strings.Cut(join(s.left), "延长")
	return endsWithAny(trimAny(before, "平均", "比上年", "同比"), spansNamed())
}

// spansNamed end the names of how long something takes.
var spansNamed = phrases("spans named")

// paid are words for what is paid for a thing, or for one of it.
var paid = phrases("paid for")

// verbFirst tells of 减少贫困人口4.6万人 and 增加A、B两个: the verb opens the clause and only a noun phrase stands between
// it and the figure.
func verbFirst(s *site) bool {
	left := s.left[s.verbAt():]
	if len(left) < 2 || !left[0].is(up|down|net) {
		return false
	}
	for i, t := range trimReach(left[1:]) {
		if t.is(event) && i+2 < len(left) && strings.HasPrefix(left[i+2].pos, "n") {
			continue // the verb stands before its noun: 缩减审批时限
		}
		if t.is(event) && hasWord(left[min(i+2, len(left)):], "的") {
			continue // 削减市级设立的收费项目
		}
		if t.kind == word && t.is(event|reach|up|down|upto|downto) && !t.is(verbal) && !isName(t.text) {
			return false
		}
	}
	return true
}

// governs tells of a verb further on in its clause that has nothing but a noun phrase between itself and the figure:
// 公司全年减少用煤3万吨. A phrase of purpose (为减少…) only leads up to what was done.
func governs(s *site) bool {
	from := s.caps.of("thing").from
	if verb := s.left[from-1].text; s.tok.q.Kind == "count" && (verb == "减产" || verb == "增产") {
		return false // 停产减产煤矿34处
	}
	thing := trimReach(s.captured("thing"))
	if len(thing) == 0 || thing[0].text == "的" || from > 1 && purpose[s.left[from-2].text] || s.namesWork(thing, from) {
		return false
	}
	for i, t := range thing {
		switch {
		case t.kind == dun || t.kind == where || t.kind == quote:
		case t.kind != word:
			return false
		case t.text == "再" && i+1 < len(thing) && startsWithAny(thing[i+1].text, []string{"贷", "贴"}), t.is(verbal), isName(t.text):
		case t.is(event) && i+1 < len(thing) && strings.HasPrefix(thing[i+1].pos, "n"): // 压减申报材料
		case t.is(reach | up | down | upto | downto | event | share | shareword | contrib):
			return false
		case strings.HasPrefix(t.pos, "v") && t.pos != "vn" && i+1 < len(thing):
			return false
		}
	}
	return true
}

// readGainOrLoss reads 降低了用户成本两成: of the verbs that it knows only two are of a gain.
func readGainOrLoss(s *site) {
	readVerbFirst("growth")(s)
	s.sign = -1
	if hasWord(s.left[:s.caps.of("thing").from], "提高", "提升") {
		s.sign = 1
	}
}

// namesWork tells of a verb between what is lessened and a word for works or measures: it is part of their name. 煤炭消费压减工程52项.
func (s *site) namesWork(thing []token, from int) bool {
	if from < 2 || len(thing) != 1 || !lesseningWorks().has(thing[0].text) {
		return false
	}
	before := s.left[from-2]
	return before.kind == word && !before.is(event|reach|aim|plan|newness)
}

var lesseningWorks = phrases("lessening works")

// governsShare tells of a verb by whose object so much is gained or lost, and not of a rate that is named by the verb: 时限压缩率, 减少贫困人口的三成.
func governsShare(s *site) bool {
	thing := trimReach(s.captured("thing"))
	return governs(s) && !endsWithAny(join(thing), ratesLessened()) && thing[len(thing)-1].kind == word
}

// ratesLessened end the names of rates that a verb moves.
var ratesLessened = phrases("rates moved")

var purpose = map[string]bool{"为": true, "为了": true, "以": true, "用于": true, "通过": true}

// countsUp tells 增加28个 from 加快28个项目建设, which speeds up and adds none.
func countsUp(s *site) bool {
	if sharesTraded(s) {
		return false
	}
	for i := len(s.left) - 1; i >= 0; i-- {
		if t := s.left[i]; t.is(up) {
			if t.text == "提升" && (s.tok.q.Unit.Surface == "分" || endsWithAny(join(s.left[:i]), risingQuantities())) {
				return true // 输气能力提升20亿立方米, 满意度提升1.5分
			}
			return !speedingUp().has(t.text) && !endsWithAny(join(s.left[:i]), safeguarding())
		}
	}
	return false
}

// safeguarding are verbs of one character for bringing something on, behind which what moves is not counted.
var safeguarding = phrases("safeguarding")

// sharesTraded tells of how many shares have risen or fallen: 沪市上涨320只，下跌1063只.
func sharesTraded(s *site) bool {
	u, left := s.tok.q.Unit.Surface, trimReach(s.left)
	return u == "只" && len(left) > 0 && endsWithAny(left[len(left)-1].text, []string{"涨", "跌", "停"})
}

// countsDown tells that a fall is of the things counted, and not of what burdens them: 减轻90万户企业税负.
func countsDown(s *site) bool {
	if sharesTraded(s) {
		return false
	}
	right := s.right[:clauseEnd(s.right)]
	return s.tok.q.Kind != "count" || !endsWithAny(strings.TrimRight(join(right), "。；;"), burdens())
}

// burdens end the names of what weighs on those counted.
var burdens = phrases("burdens")

// speedingUp are verbs for making things better or faster.
var speedingUp = phrases("speeding up")

// risingQuantities end the names of what 提升 says has risen, and not been done up.
var risingQuantities = phrases("rising quantities")

// namesObject tells that what has shrunk stands behind by how much: 节约10%的成本, not 降低10%的目标.
func namesObject(s *site) bool {
	text := join(s.right)
	_, object, _ := strings.Cut(text, "的")
	return !startsWithAny(object, heightsOfMoves())
}

// heightsOfMoves begin what a rate is where it only says how far something has moved.
var heightsOfMoves = phrases("heights of moves")

// movedByRate tells of a change that is told with its sign or against another time: 环比变动-1.4%.
func movedByRate(s *site) bool {
	return strings.HasPrefix(s.tok.text, "-") || strings.HasPrefix(s.tok.text, "−") || hasWord(s.left, "同比", "环比")
}

// settleLoss reads a loss that has become less as a gain, and what is no longer spent as less: 减亏300万元, 少花电费1.9亿元, 省下水费20万元.
func (r *reader) settleLoss(f *yiyuan.Fact, s *site) {
	if s.tok.q.Kind != "amount" && s.tok.q.Kind != "physical" {
		return
	}
	switch left := join(trimReach(withoutBrackets(s.left))); {
	case endsWithAny(left, lossesLessened()), endsWithAny(left, lossesGrown()):
		if s.tok.q.Kind == "amount" {
			f.Indicator, f.Measure, f.Value.Negative = "profit", "change", endsWithAny(left, lossesGrown())
		}
	case s.tok.q.Kind == "amount" && f.Measure == "level" && f.Indicator == "other" && endsWithAny(left, losing()):
		f.Indicator, f.Value.Negative = "profit", !f.Value.IsZero() // 卖一吨亏20元
	case f.Indicator == "other" && f.Measure == "level" && r.noLongerSpends(s, left) && holdsAny(r.clauseAround(f.Start, f.End), givenFree()):
		f.Indicator = "subsidy" // 免费刻章每家省下350元
	case f.Indicator == "other" && f.Measure == "level" && r.noLongerSpends(s, left):
		f.Measure, f.Value.Negative = "change", !f.Value.IsZero()
		f.ValueLow, f.ValueHigh = negated(f.ValueHigh), negated(f.ValueLow)
	}
}

// noLongerSpends tells of a verb of saving right before the figure, or of what is saved between the two: 少花了近千万元, 节省防汛开支1.6亿元.
func (r *reader) noLongerSpends(s *site, left string) bool {
	if endsWithAny(left, noLongerSpent()) {
		return true
	}
	if !endsWithAny(left, savedOfCosts()) {
		return false
	}
	for _, verb := range savingOutright().words {
		if at := strings.LastIndex(left, verb); at >= 0 && len(left)-at <= longestSaved && !strings.Contains(left[at:], "的") {
			return verb != "省" || hasWord(s.left, verb) // not 全省卫生总费用
		}
	}
	return false
}

// longestSaved is how many bytes the verb and what is saved have at most.
const longestSaved = 36

// noLongerSpent are verbs for paying or using less, savingOutright those that savedOfCosts may follow.
var noLongerSpent, savingOutright, savedOfCosts = phrases("no longer spent"), phrases("saving outright"), phrases("saved of costs")

// losing are verbs for ending up with less, givenFree say that it is others who bear a cost.
var losing, givenFree = phrases("losing money"), phrases("given free")

// lossesLessened and lossesGrown are words for how much less or more is lost than before.
var lossesLessened, lossesGrown = phrases("losses lessened"), phrases("losses grown")

// eatingUp are verbs before what is lost of a sum: 涨价吃掉利润6000万元.
var eatingUp = phrases("eating up")

// drawsDown tells of a stock or an ability that is brought down: 压库存500万吨.
func drawsDown(s *site) bool {
	return endsWithAny(s.text("thing"), stocksAndCapacities()) && governs(s)
}

// losesMore tells of a quantity of which there is so much less or more than there was: 对日出口少了2800万美元.
func losesMore(s *site) bool {
	left := trimReach(s.left)
	for n := len(left) - 1; n > 0; n-- {
		if t := left[n].text; t == "少" || t == "多" {
			return namesQuantity(left[:n])
		}
	}
	return false
}

// countsBefore tells of things counted right before a verb for how many more or fewer they are: 亏损企业多了7家.
func countsBefore(s *site) bool {
	left := trimReach(s.left)
	for n := len(left) - 1; n > 0; n-- {
		if t := left[n].text; t == "少" || t == "多" {
			return endsInNoun(join(trimReach(left[:n])))
		}
	}
	return false
}

// stocksAndCapacities are what there is of goods not yet sold or made.
var stocksAndCapacities = phrases("stocks and capacities")
