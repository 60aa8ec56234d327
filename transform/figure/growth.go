package figure

import (
	"strings"
	"unicode/utf8"

	"yiyuan"
	"yiyuan/transform/indicator"
)

// This file tells what is a rate of growth, or what drives one: the questions and readings of growthRules.

// aimsAtGrowth tells of the pace that an aim just told is worked at: 生产总值增长5%左右，工作中按5.5%推进.
func aimsAtGrowth(s *site) bool {
	last := s.r.lastInSentence()
	return last != nil && last.Measure == "growth" && last.Status != "actual"
}

// growTogether tells of the first of several rates that are of a growth behind them: 将有15%和20%左右的增长.
func growTogether(s *site) bool {
	behind, more := s.right, false
	for len(behind) > 1 && (behind[0].kind == dun || behind[0].is(conj)) && behind[1].kind == figure && behind[1].q.Unit.Code == "percent" {
		behind, more = behind[2:], true
	}
	if !more {
		return false
	}
	tail := trimAhead(join(behind), "左右", "以上")
	return startsWithAny(tail, ofGrowth())
}

// ofGrowth begin what a rate is where it is one of growth.
var ofGrowth = phrases("of growth")

// isAverageGrowth tells of the average growth that something is held against: 高于全市30%的平均出口增幅.
func isAverageGrowth(s *site) bool {
	phrase, ok := strings.CutPrefix(strings.TrimRight(firstClause(join(s.right)), "。；;"), "的")
	return ok && strings.Contains(phrase, "平均") && endsWithAny(phrase, pacesOfGrowth())
}

// followsGrowth tells of a multiple in a list of growths: 分别增长48%和1.2倍.
func followsGrowth(s *site) bool {
	last := s.r.lastFact()
	if last == nil || last.Start < s.r.start || last.Measure != "growth" {
		return false
	}
	return len(s.left) == 1 && (s.left[0].kind == dun || s.left[0].is(conj))
}

// followsMultiple tells of a rate in a list that a growth severalfold began: 分别增长6倍、44%和17%.
func followsMultiple(s *site) bool {
	if !followsGrowth(s) {
		return false
	}
	for i := len(s.r.out.Facts) - 1; i >= 0 && s.r.out.Facts[i].Start >= s.r.start && s.r.out.Facts[i].Measure == "growth"; i-- {
		if f := &s.r.out.Facts[i]; f.Unit == "times" {
			return strings.Contains(s.r.clauseAround(s.tok.start, s.tok.end), f.ValueText)
		}
	}
	return false
}

// growsBehind tells of a growth by its pace: 6.5%的中高速增长, 8%的增长速度.
func growsBehind(s *site) bool {
	behind := strings.TrimPrefix(trimAhead(join(s.right), "以上", "以下"), "的")
	at := strings.Index(behind, "增长")
	if at < 0 {
		at = strings.Index(behind, "增速")
	}
	return at >= 0 && at <= len("中高速") && !strings.HasPrefix(behind[at:], "增长点")
}

// paceOfNamed tells of a growth whose quantity stands before the word for its pace: 3%的能源消费增速, 6.2%的经济增长.
func paceOfNamed(s *site) bool {
	behind := strings.TrimPrefix(trimAhead(join(s.right), "以上", "以下"), "的")
	for _, pace := range pacesOfGrowth().words {
		if name, _, found := strings.Cut(behind, pace); found && utf8.RuneCountInString(name) <= longestPaced {
			return indicator.IsTerm(name) || indicator.IsTerm(name+pace)
		}
	}
	return false
}

// pacesOfGrowth are words for how fast what is named before them grows; the name has at most longestPaced characters.
var pacesOfGrowth = phrases("paces of growth")

const longestPaced = 12

// drives reads what drives a growth, or a fall: 拉动经济增长2个百分点.
func drives(sign int) func(*site) {
	return func(s *site) {
		s.measure, s.sign, s.base, s.driver = "growth", sign, "yoy", true
		s.nounPhrase = s.captured("thing")
		if pullingDown().has(s.left[s.caps.of("thing").from-1].text) {
			s.sign = -1
		}
	}
}

// pullingDown are the verbs by which a growth is drawn down.
var pullingDown = phrases("pulling down")

// pullsPrices reads what the prices of some goods do to those of all: 影响居民消费价格总水平上涨约1.2个百分点.
func pullsPrices(sign int) func(*site) {
	return func(s *site) {
		drives(sign)(s)
		if last := s.r.lastGrowth(); last != nil && last.Base == "mom" && s.r.pricesOfPart(s, last) {
			s.base = last.Base
		}
		if !namesQuantity(s.nounPhrase) {
			s.nounPhrase = []token{{kind: word, text: "居民消费价格"}}
		}
	}
}

// pullsWholePrices tells of the level of prices as a whole as what is moved.
func pullsWholePrices(s *site) bool {
	thing := trimAny(s.text("thing"), "同比", "环比", "指数")
	return endsWithAny(thing, wholePrices())
}

// wholePrices end the names of the level of prices.
var wholePrices = phrases("levels of prices")

// pullsTold tells of a drive of a growth that the sentence or paragraph has told before: 两个行业分别增长9%和4%，合计拉动1.2个百分点.
func pullsTold(s *site) bool {
	last := s.r.lastFact()
	if last == nil || last.Start < s.r.lineStart || last.Measure != "growth" {
		return false
	}
	said := trimLead(join(trimReach(s.left)), "合计", "共同", "共")
	return said == "拉动" || last.Indicator == "cpi" && strings.HasSuffix(said, "拉动") // 猪肉一项拉动1.46个百分点
}

// than reads 比去年多了近50%: against a time it is a growth like any other, against anything else that is its base.
func than(sign int) func(*site) {
	return func(s *site) { s.measure, s.sign, s.base = "growth", sign, s.text("whom") }
}

// gearsMoney tells of money that brings so many times as much with it: 财政资金放大8倍, 担保基金放大10倍.
func gearsMoney(s *site) bool { return holdsAny(join(s.left), gearedMoney()) }

// gearedMoney are words for it.
var gearedMoney = phrases("geared money")

// growthOfBranch is what has grown of a branch that is told by its name alone: what the paragraph tells branch by branch, what it adds where
// it tells no such thing.
func (r *reader) growthOfBranch(st statement) string {
	code, line := "value_added", strings.HasSuffix(st.industry, "业")
	switch {
	case !line && r.outputTold():
		return "output_volume" // 肉类产量增长3%，其中牛肉、羊肉分别增长5%、6%
	case strings.HasSuffix(st.industry, "工业"):
		code = r.industryToldBy()
	case !line && r.ofGoods != "":
		code = r.ofGoods
	}
	last := r.lastFact()
	if code == "value_added" && r.Report.Kind == "" && last != nil && last.Start >= r.lineStart && tradedAbroad(last) {
		return last.Indicator // 服务业使用外资增长5%。高技术产业增长29%
	}
	if code == "value_added" && last != nil && last.Start >= r.start && usedByBranch[last.Indicator] && last.Measure != "share" {
		return last.Indicator // 工业用电量增长6%，其中化工行业增长9%
	}
	return code
}

// usedByBranch are quantities of which a branch told by its name alone has its part in the same sentence.
var usedByBranch = map[string]bool{"energy": true, "profit": true, "tax": true, "revenue": true, "output_value": true}

// tradedAbroad tells of a figure on the trade of a branch with other countries: 服务业使用外资.
func tradedAbroad(f *yiyuan.Fact) bool { return abroad[f.Indicator] && f.Industry != "" }
