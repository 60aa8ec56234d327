package figure

import "slices"

// This file tells by how much one thing outdoes another, or its own of an earlier time: the questions and readings of gapRules.

// thanThen reads how much more or less something is than at the time told.
func thanThen(sign int) func(*site) {
	return func(s *site) { s.measure, s.sign = "change", sign }
}

// moreStored reads how much more or less of something there is than at a time, stored asks whether that is all that is named: 比上年少库存5万吨.
func moreStored(sign int) func(*site) {
	return func(s *site) { s.measure, s.sign, s.nounPhrase = "change", sign, s.captured("thing") }
}

func stored(s *site) bool { return storedGoods().has(join(s.captured("thing"))) }

// storedGoods are words for what there is of goods and hands.
var storedGoods = phrases("goods stored")

// eachThen tells of words between a time and what is more that say no more than by what it is told: 比去年同期每斤高5分钱, 较上年峰值高出9万人次.
func eachThen(s *site) bool {
	by := trimLead(join(s.captured("by")), "还", "仍", "又", "要", "就")
	return by == "" || toldBy().has(by)
}

// toldBy are words that say by what a thing is told.
var toldBy = phrases("told by")

// outdoesTime tells of a rate that is measured against its own of an earlier time: 低于上年0.7个百分点.
func outdoesTime(s *site) bool {
	left := s.r.leftTokens
	n := len(left)
	of := len(s.right) > 0 && s.right[0].text == "的" // 低于上年16个百分点的水平
	return n > 1 && left[n-1].kind == time && left[n-2].is(slower) && !of
}

// outpacedThen tells of a rate of an earlier time, or of the same, that another is measured against: 比同期规上工业增速低1.7个百分点.
func outpacedThen(s *site) bool {
	return comparedTime(s) && endsWithAny(s.text("whom"), ratesOutdone())
}

// paidThen tells of a price of an earlier time: 比去年开秤价低0.9元.
func paidThen(s *site) bool { return comparedTime(s) && endsWithAny(s.text("whom"), pricesOutdone()) }

// comparedTime tells of a time right before those measured against that says with what time: 比去年.
func comparedTime(s *site) bool {
	from := s.caps.of("whom").from
	return from > 0 && startsWithAny(s.left[from-1].text, comparingBefore())
}

// comparingBefore are words at the head of those before a time that says with what is compared.
var comparingBefore = phrases("words of comparison")

// ratesOutdone and pricesOutdone are how the names of what is measured against end.
var ratesOutdone, pricesOutdone = phrases("rates outdone"), phrases("prices outdone")

func gap(sign int) func(*site) {
	return func(s *site) {
		s.measure, s.sign, s.base = "change", sign, s.text("whom")
	}
}

// comparesRates tells a gap between two rates from a 高 or 低 in a name whose share goes up or down: 高耗能产业比重下降2个百分点.
func comparesRates(s *site) bool {
	return !slices.ContainsFunc(s.captured("whom"), func(t token) bool {
		return t.is(up|down) && !isName(t.text) && !endsWithAny(t.text, []string{"速", "幅"})
	})
}

// comparesAmounts tells a gap in money or volume (比定额多3吨, 高出标准40元) from a bound: 高于2000元.
func comparesAmounts(s *site) bool {
	whom := s.captured("whom")
	if len(whom) == 0 {
		return false
	}
	for i, t := range whom {
		if i == 0 && (t.text == "同" || t.text == "再" || t.text == "在") {
			continue // 比同热值的煤便宜, 比在厂里时还多
		}
		if t.kind == figure || t.kind == comma || t.is(reach|upto|downto) && t.text != "平均" && !isName(t.text) {
			return false
		}
	}
	return whom[len(whom)-1].text != "的"
}
