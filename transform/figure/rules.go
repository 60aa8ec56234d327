package figure

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"yiyuan"
	"yiyuan/transform/indicator"
	"yiyuan/transform/place"
)

// phraseBook is every rule, the more particular first: the first that fits a figure reads it.
var phraseBook = sync.OnceValue(func() []*rule {
	var book []*rule
	for _, chapter := range [][]rule{growthRules, gapRules, shareRules, multipleRules, rankRules, changeRules, levelRules} {
		for i := range chapter {
			chapter[i].compile()
			book = append(book, &chapter[i])
		}
	}
	return book
})

// rulesOf is the phrase book by the kind of unit a figure has.
var rulesOf = sync.OnceValue(func() map[string][]*rule {
	of := map[string][]*rule{}
	for _, r := range phraseBook() {
		for _, kind := range r.units {
			of[kind] = append(of[kind], r)
		}
	}
	return of
})

var growthRules = []rule{
	{name: "pull", pattern: "pull (thing:~) up reach* #pp|percent", reads: drives(+1)},
	{name: "pull.down", pattern: "pull (thing:~) down reach* #pp|percent", reads: drives(-1)},
	{name: "pull.bare", pattern: "pull (thing:~) #pp", reads: drives(+1)},
	{name: "pull.prices", pattern: "'影响|带动' (thing:~) up reach* #pp", reads: pullsPrices(+1), only: pullsWholePrices},
	{name: "pull.prices.down", pattern: "'影响|带动' (thing:~) down reach* #pp", reads: pullsPrices(-1), only: pullsWholePrices},
	{name: "pull.told", pattern: "pull reach* #pp", reads: func(s *site) { s.measure, s.base = "growth", "yoy" }, only: pullsTold},
	{name: "share.of", pattern: "share '了'? (whole:~) '的'? shareword '的'? upto|downto|reach* reach* #percent", reads: readShareOf},
	{name: "rate.levied", pattern: "'减按|按|按照|依|依照|适用' #percent '的'? '征收率|税率|征收|计征|增值税税率|预征率' ~", reads: func(s *site) {
		s.measure, s.nounPhrase = "rate", []token{{kind: word, text: "税率"}}
	}},
	{name: "fall.extent.to", pattern: "'跌幅|降幅|减幅' time? reach* upto|downto reach* #percent", reads: func(s *site) { s.measure, s.sign = "growth", -1 }},
	{name: "fall.to", pattern: "downto|upto|turnto reach* #percent", reads: func(s *site) { s.measure = "share"; s.arrived = true }},
	{name: "fall.object", pattern: "'节省|节约|减少|降低' '了'? reach* #percent '左右|以上'? '的' ~", reads: func(s *site) {
		s.measure, s.sign, s.nounAfter = "growth", -1, true
	}, only: namesObject},
	{name: "fall.by", pattern: "'少|低|便宜|短|慢|掉' '了' reach* #percent", reads: func(s *site) { s.measure, s.sign = "growth", -1 }},
	{name: "fall.by", pattern: "'少' '交|贷|用|卖|花|付|买|开|烧' '了'? reach* #percent", reads: func(s *site) { s.measure, s.sign = "growth", -1 }},
	{name: "share.risen", pattern: "shareword reach* up '达到|达|至|到' #percent", reads: func(s *site) { s.measure, s.arrived = "share", true }},
	{name: "fall", pattern: "down reach* #percent|multiple", reads: func(s *site) {
		s.measure, s.sign = "growth", -1
		s.predicate = "down"
	}},
	{name: "fall.bettered", pattern: "'改善' reach* #percent", reads: func(s *site) { s.measure, s.sign = "growth", -1 }, only: betterLess},
	{name: "growth", pattern: "up reach* #percent|multiple", reads: func(s *site) { s.measure = "growth" }},
	{name: "growth.moved", pattern: "'变动|变化' reach* #percent", reads: func(s *site) { s.measure = "growth" }, only: movedByRate},
	{name: "growth.than.time", pattern: "time '多|高|高出|多出|快|大' '了'? reach* #percent|multiple", reads: than(+1)},
	{name: "fall.than.time", pattern: "time '少|低|慢|小' '了'? reach* #percent|multiple", reads: than(-1)},
	{name: "growth.than", pattern: "'比|较' (whom:~) '多|高|高出|多出|快|大|贵' '了'? reach* #percent|multiple", reads: than(+1)},
	{name: "fall.than", pattern: "'比|较' (whom:~) '少|低|慢|小|便宜' '了'? reach* #percent|multiple", reads: than(-1)},
	{name: "growth.by", pattern: "'高出|贵出|多出' '了'? reach* #percent", reads: func(s *site) { s.measure, s.sign = "growth", +1 }},
	{name: "growth.by", pattern: "'高|贵|多' '了|出' reach* #percent", reads: func(s *site) { s.measure, s.sign = "growth", +1 }},
	{name: "growth.worked", pattern: "'按|按照|以|向' reach* #percent '左右|以上'? '推进|安排|把握|掌握|冲刺|努力|部署|争取'", reads: func(s *site) {
		s.measure, s.nounPhrase = "growth", []token{}
	}, only: aimsAtGrowth},
	{name: "growth.next", pattern: "#multiple", reads: func(s *site) { s.measure = "growth" }, only: followsGrowth},
	{name: "growth.next.percent", pattern: "#percent", reads: func(s *site) { s.measure = "growth" }, only: followsMultiple},
	{name: "growth.of", pattern: "reach* #percent '左右|以上'? '的'? '增速|增幅|增长|增长率|速度' ~", reads: func(s *site) { s.measure = "growth" }},
	{name: "growth.extent", pattern: "reach* #percent '左右|以上'? '的' '较大|累计|单日|最大|整体|同比|环比|平均|月度'? '涨幅|升幅' ~", reads: func(s *site) { s.measure = "growth" }},
	{name: "fall.extent", pattern: "reach* #percent '左右|以上'? '的' '较大|累计|单日|最大|整体|同比|环比|平均|月度'? '跌幅|降幅|减幅' ~", reads: func(s *site) { s.measure, s.sign = "growth", -1 }},
	{name: "growth.of.list", pattern: "#percent ~", reads: func(s *site) { s.measure = "growth" }, only: growTogether},
	{name: "growth.average", pattern: "#percent '的' ~", reads: func(s *site) { s.measure, s.nounAfter = "growth", true }, only: isAverageGrowth},
	{name: "growth.pace.of", pattern: "#percent '以上|以下'? '的' ~", reads: func(s *site) { s.measure, s.nounAfter = "growth", true }, only: paceOfNamed},
	{name: "growth.pace", pattern: "#percent '以上|以下'? '的' ~", reads: func(s *site) { s.measure = "growth" }, only: growsBehind},
	{name: "share.spent", pattern: "'将|把|拿出|用|安排' reach* #percent ~", reads: func(s *site) { s.measure, s.nounAfter = "share", true }, only: spentOnThings},
	{name: "share.spent.of", pattern: "'将|把|拿出|用|安排|提取|取|从' (whole:~) '的' reach* #percent ~", reads: readSpentOf, only: spentOnThings},
	{name: "share.by", pattern: "'按|按照|依照' (whole:~) '的' reach* #percent", reads: func(s *site) {
		readShareOf(s)
		s.nounPhrase = s.captured("whole")
	}, only: laysOut},
	{name: "share.over", pattern: "#percent '以上|以下'? '的' ~", reads: func(s *site) {
		s.measure = "share"
		s.nounAfter = true
	}, only: namesWhole},
	{name: "share.reached", pattern: "'覆盖|覆盖了|惠及|惠及了|涵盖' reach* #percent '以上|左右'? '的'? ~", reads: func(s *site) { s.measure, s.nounAfter = "share", true }, only: nounBehind},
	{name: "share.given", pattern: "#percent ~", reads: func(s *site) { s.measure, s.nounAfter = "share", true }, only: givesShare},
	{name: "share.stake", pattern: "#percent '以上|以下|左右'? '的'? '已发行|总'? '股权|股份|股票|股本|权益|控股权|已发行股份|已发行股本'", reads: func(s *site) { s.measure, s.nounAfter = "share", true }},
	{name: "share.done", pattern: "'完成|完成了' reach* #percent ~", reads: func(s *site) { s.measure, s.nounAfter = "share", true }, only: doesToShare},
	{name: "share.among", pattern: "(thing:~) '中|当中' '有'? reach* #percent", reads: func(s *site) {
		s.measure, s.nounPhrase = "share", s.captured("thing")
	}, only: amongCounted},
	{name: "share.group", pattern: "#percent ~", reads: func(s *site) { s.measure, s.nounAfter = "share", true }, only: headsGroup},
	{name: "contribution.to", pattern: "'对' (thing:~) contrib reach* #percent", reads: func(s *site) {
		s.measure = "share"
		s.driver = true
		s.nounPhrase = s.captured("thing")
		s.base = strings.TrimSuffix(s.text("thing"), "的")
	}},
	{name: "growth.verb", pattern: "up|down (thing:~) reach* #percent", reads: readVerbFirst("growth"), only: verbFirst},
	{name: "growth.object", pattern: "'降低|减少|节约|节省|压减|削减|缩减|压缩|缩短|提高|提升' '了'? (thing:~) reach* #percent", reads: readGainOrLoss, only: governsShare},
	{name: "contribution", pattern: "contrib reach* #percent", reads: func(s *site) { s.measure = "share" }},
}

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

// readSpentOf reads 拿出销售额的6%投入研发: spending is told of as a share of what is named before it, and on research as that.
func readSpentOf(s *site) {
	readShareOf(s)
	s.nounPhrase = s.captured("whole")
	if holdsAny(join(s.right[:clauseEnd(s.right)]), research()) {
		s.nounPhrase = []token{{kind: word, text: "研发投入"}}
	}
}

var research = phrases("research")

// spentOnThings tells of a part of something that is put to a use: 将75%以上财力用于民生.
func spentOnThings(s *site) bool {
	return holdsAny(join(s.right[:clauseEnd(s.right)]), puttingTo())
}

// nounBehind tells of the name of a thing counted, and no more, right behind a share: 处置体系覆盖89%行政村.
func nounBehind(s *site) bool {
	right := s.right[:clauseEnd(s.right)]
	for len(right) > 0 && (right[0].text == "以上" || right[0].text == "左右" || right[0].text == "的") {
		right = right[1:]
	}
	if len(right) == 0 || right[0].kind != word {
		return false
	}
	return endsInNoun(strings.TrimRight(join(right), "。；;"))
}

// laysOut tells of a part of a sum by which money is laid out: 按照土地出让收入的10%安排资金.
func laysOut(s *site) bool {
	right := s.right[:clauseEnd(s.right)]
	if strings.HasPrefix(s.text("whole"), "不") {
		return false // 按不低于低保标准的20%增发
	}
	return len(right) > 0 && (right[0].kind == word || right[0].text == "的") && holdsAny(join(right), takenByRule())
}

// takenByRule are verbs for how a rule takes a part of a sum.
var takenByRule = phrases("laying out a part")

// puttingTo are verbs for putting a part of something to a use.
var puttingTo = phrases("putting to a use")

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
	for _, pace := range pacesOfGrowth() {
		if name, _, found := strings.Cut(behind, pace); found && utf8.RuneCountInString(name) <= longestPaced {
			return indicator.IsTerm(name) || indicator.IsTerm(name+pace)
		}
	}
	return false
}

// pacesOfGrowth are words for how fast what is named before them grows; the name has at most longestPaced characters.
var pacesOfGrowth = phrases("paces of growth")

const longestPaced = 12

// trimAhead takes off the first of some words.
func trimAhead(s string, words ...string) string {
	for _, w := range words {
		if t, ok := strings.CutPrefix(s, w); ok {
			return t
		}
	}
	return s
}

// drives reads what drives a growth, or a fall: 拉动经济增长2个百分点.
func drives(sign int) func(*site) {
	return func(s *site) {
		s.measure, s.sign, s.base, s.driver = "growth", sign, "yoy", true
		s.nounPhrase = s.captured("thing")
		if verb := s.left[s.caps.of("thing").from-1].text; verb == "下拉" || verb == "负拉动" || verb == "向下拉动" {
			s.sign = -1
		}
	}
}

// pullsPrices reads what the prices of some goods do to those of all: 影响居民消费价格总水平上涨约1.2个百分点.
func pullsPrices(sign int) func(*site) {
	return func(s *site) {
		drives(sign)(s)
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
	return last != nil && last.Start >= s.r.lineStart && last.Measure == "growth" && trimLead(join(trimReach(s.left)), "合计", "共同", "共") == "拉动"
}

// than reads 比去年多了近50%: against a time it is a growth like any other, against anything else that is its base.
func than(sign int) func(*site) {
	return func(s *site) { s.measure, s.sign, s.base = "growth", sign, s.text("whom") }
}

var gapRules = []rule{
	{name: "gap.than.faster", pattern: "'比|较' (whom:~) faster '出'? reach* #pp", reads: gap(+1)},
	{name: "gap.than.slower", pattern: "'比|较' (whom:~) slower '出'? reach* #pp", reads: gap(-1)},
	{name: "gap.than.faster", pattern: "time (whom:~) faster '出'? reach* #pp", reads: gap(+1), only: outpacedThen},
	{name: "gap.than.slower", pattern: "time (whom:~) slower '出'? reach* #pp", reads: gap(-1), only: outpacedThen},
	{name: "gap.slower", pattern: "slower #pp", reads: func(s *site) { s.measure, s.sign = "change", -1 }, only: outdoesTime},
	{name: "gap.than.dearer", pattern: "time (whom:~) '高|贵|高出|贵出' '了'? reach* #amount", reads: gap(+1), only: paidThen},
	{name: "gap.than.cheaper", pattern: "time (whom:~) '低|便宜|低了' reach* #amount", reads: gap(-1), only: paidThen},
	{name: "more.than.time", pattern: "time '多|高|高出|多出' event? '了'? reach* #pp|amount|physical|count|duration", reads: func(s *site) { s.measure = "change" }},
	{name: "more.than.time", pattern: "time (by:~) '多|高|高出|多出|贵|贵出|超出' event? '了'? reach* #amount|physical|count", reads: thanThen(+1), only: eachThen},
	{name: "more.than.time", pattern: "time '贵|贵出|还多|还高' '了'? reach* #amount", reads: func(s *site) { s.measure = "change" }},
	{name: "more.newly", pattern: "time '新增' '了'? reach* #count|amount|physical", reads: func(s *site) { s.measure = "change" }}, // 较上年底新增525家
	{name: "less.than.time", pattern: "time '少|低|慢' event? '了'? reach* #pp|amount|physical|count|duration", reads: func(s *site) { s.measure, s.sign = "change", -1 }},
	{name: "less.than.time", pattern: "time (by:~) '少|低|慢|便宜' event? '了'? reach* #amount|physical|count", reads: thanThen(-1), only: eachThen},
	{name: "less.than.time", pattern: "time '便宜' '了'? reach* #amount", reads: func(s *site) { s.measure, s.sign = "change", -1 }},
	{name: "gap.than.more", pattern: "'比|较' (whom:~) '多|高|高出|多出|多于|高于' event? '了'? reach* #amount|physical|count|duration", reads: gap(+1), only: comparesAmounts},
	{name: "gap.than.less", pattern: "'比|较' (whom:~) '少|低|低出|少于|低于' event? '了'? reach* #amount|physical|count|duration", reads: gap(-1), only: comparesAmounts},
	{name: "gap.than.dearer", pattern: "'比|较' (whom:~) '贵' '了|出'? reach* #amount", reads: gap(+1), only: comparesAmounts},
	{name: "gap.than.cheaper", pattern: "'比|较' (whom:~) '便宜' '了'? reach* #amount", reads: gap(-1), only: comparesAmounts},
	{name: "gap.above", pattern: "'高出|高于|多出|多于' '了'? (whom:~) #amount|physical", reads: gap(+1), only: comparesAmounts},
	{name: "gap.below", pattern: "'低于|少于' (whom:~) #amount|physical", reads: gap(-1), only: comparesAmounts},
	{name: "gap.faster", pattern: "faster (whom:~) #pp", reads: gap(+1), only: comparesRates},
	{name: "gap.slower", pattern: "slower (whom:~) #pp", reads: gap(-1), only: comparesRates},
	{name: "gap.beyond", pattern: "'超' (whom:~) #pp", reads: gap(+1)},
	{name: "points.narrowed", pattern: "'降幅|跌幅|减幅' time? down reach* #pp", reads: func(s *site) { s.measure = "change" }},
	{name: "points.narrowed.than", pattern: "'降幅|跌幅|减幅' '比|较' (whom:~) down reach* #pp", reads: gap(+1)},
	{name: "points.widened", pattern: "'降幅|跌幅|减幅' time? up reach* #pp", reads: func(s *site) { s.measure, s.sign = "change", -1 }},
	{name: "points.down", pattern: "down reach* #pp", reads: func(s *site) { s.measure, s.sign = "change", -1 }},
	{name: "points.up", pattern: "up|net reach* #pp", reads: func(s *site) { s.measure = "change" }},
	{name: "points.verb", pattern: "up|down (thing:~) #pp", reads: readVerbFirst("change"), only: verbFirst},
	{name: "points.object", pattern: "'下调|降低|调低|调降|压降|减少|压减|上调|调高|提高' (thing:~) reach* #pp", reads: readVerbFirst("change"), only: governs},
	{name: "points", pattern: "reach* #pp", reads: func(s *site) {
		if s.measure = "change"; holdsAny(join(s.left), []string{"降准", "降息"}) {
			s.sign = -1
		}
	}},
}

// thanThen reads how much more or less something is than at the time told.
func thanThen(sign int) func(*site) {
	return func(s *site) { s.measure, s.sign = "change", sign }
}

// eachThen tells of words between a time and what is more that say no more than by what it is told: 比去年同期每斤高5分钱, 较上年峰值高出9万人次.
func eachThen(s *site) bool {
	by := trimLead(join(s.captured("by")), "还", "仍", "又", "要", "就")
	return by == "" || slices.Contains(toldBy(), by)
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
	return from > 0 && startsWithAny(s.left[from-1].text, []string{"比", "较", "与"})
}

// ratesOutdone and pricesOutdone are how the names of what is measured against end.
var ratesOutdone, pricesOutdone = phrases("rates outdone"), phrases("prices outdone")

func gap(sign int) func(*site) {
	return func(s *site) {
		s.measure, s.sign, s.base = "change", sign, s.text("whom")
	}
}

var shareRules = []rule{
	{name: "share.each", pattern: "share '了'? reach* #percent", reads: func(s *site) {
		s.measure = "share"
		s.base = wholeBefore(s.left)
	}},
	{name: "share.of.bare", pattern: "share '了'? (whole:~) '的'? reach* #percent", reads: readShareOf},
	{name: "share.named", pattern: "'的'? shareword '的'? reach* #percent", reads: func(s *site) {
		s.measure = "share"
		s.base, s.nounPhrase = wholeWithin(s.left)
	}},
	{name: "share.plan", pattern: "(plan:~) '计划的|任务的|目标的|预算的|计划|任务' '的'? #percent", reads: func(s *site) {
		s.measure, s.base = "share", planBefore(s.r.leftTokens)
	}},
	{name: "share.plan", pattern: "(plan:~) '预算|目标|指标|目标任务|计划目标|目标计划|任务目标|任务指标|预算数|计划数|任务数|调整预算|总任务' '的' #percent", reads: func(s *site) {
		s.measure, s.base = "share", planBefore(s.r.leftTokens)
	}},
	{name: "share.plan", pattern: "'完成|超额完成' (plan:~) '目标|任务|目标任务|计划任务|任务目标|计划数|任务数|预算|预算数|年初预算|年度预算|调整预算|收入预算|支出预算' #percent", reads: func(s *site) {
		s.measure, s.base = "share", planBefore(s.r.leftTokens)
	}},
	{name: "share.plan", pattern: "'完成|超额完成|占|为' time? '预算|预算数|年初预算|年度预算|调整预算|收入预算|支出预算' #percent", reads: func(s *site) {
		s.measure, s.base = "share", planBefore(s.r.leftTokens)
	}},
	{name: "share.ratio", pattern: "'与|同|和' (whole:~) '之'? '之比|比|比例|比值' reach* #percent", reads: readShareOf},
	{name: "share.recovered", pattern: "'恢复至|恢复到|回升至|恢复|回升' reach* ~ #percent", reads: func(s *site) {
		s.measure = "share"
		s.base = s.r.recoveredTo()
	}, only: recoversLevel},
	{name: "share.gives.of", pattern: "'贡献|贡献了|创造了' (whole:~) '的' reach* #percent", reads: func(s *site) {
		readShareOf(s)
		s.nounPhrase = s.captured("whole")
	}, only: wholeIsQuantity},
	{name: "share.short.of", pattern: "'不到|不足|超过|超过了|超|接近|近|逾' (whole:~) '的' #percent", reads: readShareOf, only: wholeIsPlace},
	{name: "share.bound.of", pattern: "'不低于|不少于|不小于|高于|大于|低于|少于|不高于|不大于|不超过|不到|不足|超过|超过了|超|接近|近|逾' (whole:~) '的' reach* #percent", reads: readShareOf, only: wholeIsQuantity},
	{name: "share.is.of", pattern: "copula (whole:~) '的' #percent", reads: readShareOf},
}

// wholeIsQuantity tells of a whole that is a quantity of a place: 贡献了全国进出口总额的17%.
func wholeIsQuantity(s *site) bool { return namesQuantity(s.captured("whole")) }

// wholeIsPlace tells of a whole that is a place and nothing else: 总量不到全省的10%.
func wholeIsPlace(s *site) bool {
	whole := s.captured("whole")
	return len(whole) > 0 && !slices.ContainsFunc(whole, func(t token) bool { return t.kind != where && !everywhere()[t.text] })
}

// wholeBefore is the whole of a share told before it: 在全县工业产值里占了近70%.
func wholeBefore(left []token) string {
	for i, t := range left {
		if t.text != "在" {
			continue
		}
		for j := i + 1; j < len(left); j++ {
			if x := left[j].text; x == "里" || x == "中" || x == "内" {
				return join(left[i+1 : j])
			}
		}
	}
	return ""
}

// wholeWithin is the whole that a share is told of right behind its name, and that name: 新兴产业在工业中占比达14.9%; nothing where there is none.
func wholeWithin(left []token) (whole string, name []token) {
	for i, t := range left {
		if i == 0 || t.text != "在" {
			continue
		}
		for j := i + 1; j+1 < len(left); j++ {
			if x := left[j].text; (x == "中" || x == "当中" || x == "里") && left[j+1].is(shareword) {
				if whole = strings.TrimSuffix(join(left[i+1:j]), "的"); branchAtEnd(whole) {
					return whole, left[:i]
				}
				return "", nil
			}
		}
	}
	return "", nil
}

// branchAtEnd tells of a name that ends in that of a branch: 全市工业.
func branchAtEnd(name string) bool {
	hits := indicator.Industries(name)
	return len(hits) > 0 && hits[len(hits)-1].End == len(name)
}

// planBefore is the plan of which a share is done: 完成年度计划的95%.
func planBefore(left []token) string {
	for i := len(left) - 1; i >= 0; i-- {
		if t := left[i]; t.kind != word && t.kind != time || t.is(copula|share) {
			left = left[i+1:]
			break
		}
	}
	plan := join(left)
	if at := strings.LastIndex(plan, "完成"); at >= 0 {
		plan = plan[at+len("完成"):]
	}
	return strings.TrimSuffix(strings.TrimPrefix(plan, "了"), "的")
}

// recoveredTo is the time whose level is the whole: 恢复至2019年同期的95%.
func (r *reader) recoveredTo() string {
	for i := len(r.leftTokens) - 1; i >= 0; i-- {
		if startsWithAny(r.leftTokens[i].text, []string{"恢复", "回升"}) {
			return strings.TrimSuffix(strings.TrimLeft(join(r.leftTokens[i+1:]), "至到"), "的")
		}
	}
	return ""
}

// recoversLevel tells of a level that is regained, and not of what is built again: 恢复到上年同期的95%, not 灾后恢复重建项目.
func recoversLevel(s *site) bool {
	return holdsAny(s.r.recoveredTo(), levelsRegained())
}

// levelsRegained are words for a level that has been before.
var levelsRegained = phrases("levels regained")

func readShareOf(s *site) {
	s.measure = "share"
	s.base = strings.TrimSuffix(strings.TrimSuffix(s.text("whole"), "的"), "总量")
	if s.base == "" {
		s.base = s.text("whole")
	}
}

var multipleRules = []rule{
	{name: "times.of", pattern: "copula (whole:~) '的'? #multiple", reads: func(s *site) {
		s.measure, s.base = "multiple", strings.TrimSuffix(strings.TrimRight(s.text("whole"), "近约逾超"), "的")
	}},
	{name: "times", pattern: "#multiple", reads: func(s *site) { s.measure = "multiple" }},
}

var rankRules = []rule{
	{name: "rank.moved.up", pattern: "up '了'? #rank", reads: func(s *site) { s.measure = "change" }, only: movesPlaces},
	{name: "rank.moved.up", pattern: "~ #rank", reads: func(s *site) { s.measure, s.nounPhrase = "change", nil }, only: goesAhead},
	{name: "rank.moved.down", pattern: "down '了'? #rank", reads: func(s *site) { s.measure, s.sign = "change", -1 }, only: movesPlaces},
	{name: "rank", pattern: "rank (field:~) reach* #rank", reads: readRank},
	{name: "rank.bare", pattern: "rank reach* #rank", reads: readRank},
	{name: "rank.field", pattern: "place #rank", reads: readRank},
	{name: "rank.plain", pattern: "#rank", reads: readRank},
}

// betterLess tells of what is the better the less there is of it: PM2.5浓度改善9%.
func betterLess(s *site) bool { return holdsAny(join(s.left), lessIsBetter()) }

// lessIsBetter end the names of such.
var lessIsBetter = phrases("better when less")

// movesPlaces tells 上升3位 from 上升第3位.
func movesPlaces(s *site) bool {
	return (strings.HasSuffix(s.tok.text, "位") || strings.HasSuffix(s.tok.text, "个")) && !strings.HasPrefix(s.tok.text, "第")
}

// goesAhead tells of places won by a verb that says nothing else: 再进12位.
func goesAhead(s *site) bool {
	return len(s.left) > 0 && slices.Contains(goingAhead(), s.left[len(s.left)-1].text) && movesPlaces(s)
}

func readRank(s *site) {
	s.measure = "rank"
	if from := s.moveStart(); from >= 0 {
		s.field, s.nounPhrase = strings.TrimSuffix(join(s.left[from+1:len(s.left)-1]), "末位"), s.left[:from]
		return
	}
	if at := s.fieldAmong(); at >= 0 {
		s.rankedIn(at)
	} else if from, to := s.groupRanked(); from >= 0 {
		s.field, s.nounPhrase = join(s.left[from:to]), s.left[:from-1]
	} else if f := s.captured("field"); len(f) > 0 && !f[len(f)-1].is(upto|downto) {
		switch s.field = join(f); {
		case f[0].text == "由" || f[0].text == "从":
			s.field = join(f[1:]) // 由全市第三位上升到第一位
		case len(f) > 1 && isField(f[0]) && (namesQuantity(f) || slices.Contains(contests(), f[len(f)-1].text)):
			s.rankedIn(s.caps.of("field").from)
			s.nounPhrase = f[1:] // 居全国造船量第三
		}
	} else if at := s.lastField(); at >= 0 {
		s.rankedIn(at)
	} else if from, at := s.placesCompared(); at >= 0 {
		s.field, s.nounPhrase = join(s.left[at:s.endOfField()]), s.left[:from]
	} else if last := s.r.lastFact(); onlyConj(s.left) && last != nil && last.Measure == "rank" && last.Start >= s.r.start {
		s.field = last.Qualifier // 居全国第一、二、五位
	}
}

// moveStart is where the place in words begins that a rank has moved up from, behind its 由 or 从: 增速由全省末位跃居第一; -1 where there is none.
func (s *site) moveStart() int {
	n := len(s.left)
	if n < 4 || !s.left[n-1].is(rank|upto) || !strings.HasSuffix(s.left[n-2].text, "末位") {
		return -1
	}
	return slices.IndexFunc(s.left, func(t token) bool { return t.text == "由" || t.text == "从" })
}

// namesQuantity tells of a phrase that ends in the name of a quantity.
func namesQuantity(toks []token) bool {
	name := join(toks)
	hit, ok := indicator.Head(name)
	return ok && hit.End == len(name)
}

// rankedIn takes the token at as the field of the rank, and what stands before it for what is ranked.
func (s *site) rankedIn(at int) {
	s.field, s.nounPhrase = s.left[at].text, s.left[:at]
	for n := len(s.nounPhrase); n > 0 && (amongHeads[s.nounPhrase[n-1].text] || n > 1 && movesFrom[s.nounPhrase[n-1].text]); n-- {
		s.nounPhrase = s.nounPhrase[:n-1]
	}
}

// groupRanked bounds the group that a rank is held in and that is told by its number: 在14个沿海城市中的排名; -1 where there is none.
func (s *site) groupRanked() (from, to int) {
	for i := len(s.left) - 1; i > 0; i-- {
		switch t := s.left[i]; {
		case t.text == "中" || t.text == "里":
			to = i
		case t.kind == figure && t.q.Kind == "count" && s.left[i-1].text == "在" && to > i+1 && (i == 1 || namesQuantity(s.left[:i-1])):
			return i, to
		case to == 0 && (!t.is(rank|reach|each|up|down|upto|downto) && !movesFrom[t.text] || strings.HasPrefix(t.text, "综合")):
			return -1, -1 // 在14个开发区中综合排名第3位
		}
	}
	return -1, -1
}

// lastField is where a field of comparison stands right before the rank or with only words of ranking between, -1 where none does:
// 在全国的位次上升到第9位.
func (s *site) lastField() int {
	for i := len(s.left) - 1; i >= 0; i-- {
		switch t := s.left[i]; {
		case isField(t) && (i+1 == len(s.left) || t.kind != where || t.at.Kind == place.KindGroup || i > 0 && s.left[i-1].text == "在"):
			return i
		case t.kind != word || !t.is(rank|reach|up|down|upto|downto) && t.text != "的":
			return -1
		}
	}
	return -1
}

// endOfField is where what stands before the words of ranking ends.
func (s *site) endOfField() int {
	n := len(s.left)
	for n > 0 && s.left[n-1].kind == word && (s.left[n-1].is(rank|reach|up|upto|downto) || fieldEnds[s.left[n-1].text]) {
		n--
	}
	return n
}

// fieldEnds are words between a field and the rank held in it.
var fieldEnds = map[string]bool{"的": true, "中": true, "里": true, "内": true, "综合": true}

// placesCompared is where a field begins that is a sort of places, and where what is ranked ends before it: 营商环境在省会城市中排第六位, 省会城市第二位.
// Both are -1 where there is none.
func (s *site) placesCompared() (ranked, field int) {
	end := s.endOfField()
	if end == 0 || !endsWithAny(join(s.left[:end]), placesOfRanks()) {
		return -1, -1
	}
	for i := end - 1; i >= 0; i-- {
		switch t := s.left[i]; {
		case t.text == "在":
			return i, i + 1
		case isField(t) && i > 0 && amongHeads[s.left[i-1].text]:
			return i - 1, i
		case isField(t):
			return i, i
		case t.kind == dun || t.kind == comma || t.is(conj|rank|upto|downto|reach|event):
			if end < len(s.left) {
				return -1, -1
			}
			return i, i + 1
		}
	}
	if end < len(s.left) {
		return -1, -1
	}
	return 0, 0
}

// placesOfRanks end the names of the places that one of them is ranked among.
var placesOfRanks = phrases("places of ranks")

// fieldAmong is where the field of a rank begins that says how many are compared, -1 where none does: 在全省84个县中居第3位.
func (s *site) fieldAmong() int {
	for i := len(s.left) - 1; i > 0; i-- {
		if t := s.left[i]; t.kind == figure && t.q.Kind == "count" && isField(s.left[i-1]) {
			return i - 1
		}
	}
	return -1
}

// isField tells of what a rank can be held in.
func isField(t token) bool { return t.kind == where || deicticField[t.text] }

// movesFrom are words between what is ranked and the rank it has risen or fallen from: 综合实力由上年的全省第九位.
var movesFrom = map[string]bool{"由": true, "从": true, "的": true}

// amongHeads are words before the field of a rank.
var amongHeads = map[string]bool{"在": true, "居": true, "位居": true, "列": true, "位列": true, "排": true, "排名": true}

// comparedAmong tells of the number of those that a rank is held among: 在全省84个县中居第3位, 居全国15个副省级城市第2位.
func (r *reader) comparedAmong(i int) bool {
	t := &r.toks[i]
	if i == 0 || t.q.Kind != "count" {
		return false
	}
	if r.toks[i-1].text == "在" {
		return r.rankedAmong(i)
	}
	if !isField(r.toks[i-1]) {
		return false
	}
	for j, n := range r.toks[i+1 : min(len(r.toks), i+9)] {
		switch {
		case n.kind == figure:
			return n.q.Kind == "rank" && !strings.HasSuffix(n.text, "强") || n.q.Unit.Surface == "位" && r.toks[i+j].is(rank)
		case n.kind.pauses() || n.kind == dun:
			return false
		}
	}
	return false
}

// rankedAmong tells of a number whose group a rank is held in: 在14个沿海城市中排名第7位.
func (r *reader) rankedAmong(i int) bool {
	within := false
	for _, n := range r.toks[i+1 : min(len(r.toks), i+12)] {
		switch {
		case n.kind == figure:
			return within && n.q.Kind == "rank" && !strings.HasSuffix(n.text, "强")
		case n.kind.pauses():
			return false
		}
		within = within || n.text == "中" || n.text == "里"
	}
	return false
}

var deicticField = map[string]bool{
	"全省": true, "全国": true, "全市": true, "全球": true, "世界": true, "亚洲": true, "全区": true, "全县": true, "国内": true, "省内": true,
}

var changeRules = []rule{
	{name: "change.to", pattern: "upto|downto|turnto reach* #count|amount|physical|duration|bare", reads: func(s *site) { s.measure = "level"; s.arrived = true }},
	{name: "change.net", pattern: "net reach* #count|amount|physical|duration", reads: func(s *site) {
		s.measure = "change"
		if last := s.left[len(s.left)-1].text; strings.Contains(last, "减") {
			s.sign = -1
		}
	}},
	{name: "change.verb", pattern: "'增加|减少|净增|净减|净增加|净减少|压减|核减|削减|缩减|精简|下调|压缩|调减|调增|精减|裁减|多收|少收|多缴|少缴|多产|少产|多销|多投|多投入|多完成|少完成' (thing:~) reach* #count|amount|physical", reads: readVerbFirst("change"), only: verbFirst},
	{name: "change.object", pattern: "'增加|减少|净增|净减|净增加|净减少|压减|核减|削减|缩减|增产|减产|调减|调增|裁减|多收|少收|多缴|少缴|多产|少产|多销|多投|多投入|多完成|少完成' (thing:~) reach* #count|amount|physical", reads: readVerbFirst("change"), only: governs},
	{name: "index.down", pattern: "down reach* #bare", reads: func(s *site) { s.measure, s.sign = "change", -1 }},
	{name: "index.up", pattern: "up reach* #bare", reads: func(s *site) { s.measure = "change" }},
	{name: "change.less", pattern: "'便宜|少|低' '了' reach* #amount|physical|duration", reads: func(s *site) { s.measure, s.sign = "change", -1 }, only: comparesPrices},
	{name: "change.more", pattern: "'贵|高|高出' '了' reach* #amount|physical|duration", reads: func(s *site) { s.measure = "change" }, only: comparesPrices},
	{name: "change.lasts", pattern: "'延长' '了'? reach* #duration", reads: func(s *site) { s.measure = "change" }, only: spanNamed},
	{name: "change.down", pattern: "down reach* #count|amount|physical|duration", reads: func(s *site) { s.measure, s.sign = "change", -1 }, only: countsDown},
	{name: "change.up", pattern: "up reach* #count|amount|physical|duration", reads: func(s *site) { s.measure = "change" }, only: countsUp},
}

var levelRules = []rule{
	{name: "ratio.to", pattern: "upto|downto|turnto reach* #ratio", reads: func(s *site) { s.measure = "share"; s.arrived = true }},
	{name: "ratio", pattern: "#ratio", reads: func(s *site) { s.measure = "share" }},
	{name: "rate", pattern: "reach* #percent", reads: func(s *site) { s.measure = "rate" }},
	{name: "level", pattern: "reach* #amount|count|physical|duration|bare", reads: func(s *site) { s.measure = "level" }},
}

// readVerbFirst reads 减少贫困人口4.6万人, where the noun phrase stands between verb and figure.
func readVerbFirst(measure string) func(*site) {
	return func(s *site) {
		s.measure = measure
		s.nounPhrase = s.captured("thing")
		verb := s.left[s.caps.of("thing").from-1]
		if verb.text == "了" && s.caps.of("thing").from > 1 {
			verb = s.left[s.caps.of("thing").from-2]
		}
		if verb.is(down) || verb.text == "调低" || verb.text == "调降" || strings.Contains(verb.text, "减") {
			s.sign = -1
		}
		s.r.verbFirst = s
	}
}

// verbAt is where the clause begins when whose it is and what is aimed at are left out: 全市要压减….
func (s *site) verbAt() int {
	for i, t := range s.left {
		if t.kind != where && t.kind != dun && !everywhere()[t.text] && !t.is(aim|expect|conj) {
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
	if from < 2 || len(thing) != 1 || !slices.Contains(lesseningWorks(), thing[0].text) {
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
	for _, t := range whom {
		if t.kind == figure || t.kind == comma || t.is(reach|upto|downto) && t.text != "平均" && !isName(t.text) {
			return false
		}
	}
	return whom[len(whom)-1].text != "的"
}

// countsUp tells 增加28个 from 加快28个项目建设, which speeds up and adds none.
func countsUp(s *site) bool {
	for i := len(s.left) - 1; i >= 0; i-- {
		if t := s.left[i]; t.is(up) {
			if t.text == "提升" && endsWithAny(join(s.left[:i]), risingQuantities()) {
				return true // 输气能力提升20亿立方米
			}
			return !slices.Contains(speedingUp(), t.text) && !endsWithAny(join(s.left[:i]), []string{"促", "稳", "保"})
		}
	}
	return false
}

// countsDown tells that a fall is of the things counted, and not of what burdens them: 减轻90万户企业税负.
func countsDown(s *site) bool {
	right := s.right[:clauseEnd(s.right)]
	return s.tok.q.Kind != "count" || !endsWithAny(strings.TrimRight(join(right), "。；;"), burdens())
}

// burdens end the names of what weighs on those counted.
var burdens = phrases("burdens")

// speedingUp are verbs for making things better or faster.
var speedingUp = phrases("speeding up")

// risingQuantities end the names of what 提升 says has risen, and not been done up.
var risingQuantities = phrases("rising quantities")

// namesWhole tells that what stands behind a share is its whole. Behind a 占 it is whose share it is (占全国1/9的省份), unless it is
// a quantity (占全国七成的土地面积). Nor is a place of which a rate is told: 森林覆盖率高达76%的尤溪.
func namesWhole(s *site) bool {
	if len(s.right) > 1 && s.right[0].text == "的" && endsInRate(join(trimReach(s.left))) {
		return false // 覆盖率达90%的服务平台
	}
	if len(s.right) > 1 && s.right[0].text == "的" && saysHowFar(s.right[1:]) {
		return false // 占比达到50%的目标, 下调到2%的水平
	}
	if !slices.ContainsFunc(s.left, func(t token) bool { return t.kind == word && t.is(share) }) {
		return true
	}
	behind := strings.TrimPrefix(trimAhead(join(s.right), "以上"), "的")
	return len(indicator.Terms(behind)) > 0 || startsWithAny(behind, []string{"市场", "份额", "股份"})
}

var rateHeights = phrases("heights of a rate")

// saysHowFar tells of words for what a rate is to be, or for how high it is.
func saysHowFar(toks []token) bool {
	return startsWithAny(toks[0].text, aimsBehind()) || startsWithAny(join(toks), rateHeights())
}

// aimsBehind are words behind a rate for what it is to be, and not for what it is a share of.
var aimsBehind = phrases("aims behind a rate")

// namesObject tells that what has shrunk stands behind by how much: 节约10%的成本, not 降低10%的目标.
func namesObject(s *site) bool {
	text := join(s.right)
	_, object, _ := strings.Cut(text, "的")
	return !startsWithAny(object, heightsOfMoves())
}

// heightsOfMoves begin what a rate is where it only says how far something has moved.
var heightsOfMoves = phrases("heights of moves")

// headsGroup tells of a share that opens its clause and has the group it is a share of behind it: 六成受访企业.
func headsGroup(s *site) bool {
	left := behindWhole(s.left)
	for _, t := range left {
		if n := len(left); left[n-1].text != "等" && t.kind != where && !t.is(reach|conj|among) && t.text != "有" {
			return false
		}
	}
	if len(s.right) > 1 && s.right[0].text == "以上" {
		if hit, ok := indicator.Counted(s.right[1].text, ""); ok && hit.Entry.Code == "region_count" {
			return true // 半数以上省份
		}
	}
	if len(s.right) == 0 || s.right[0].kind != word || s.right[0].is(up|down|reach|event|rank|share|upto|downto|conj) || goesThere(s) {
		return false
	}
	if doneBy(s.right) {
		return true
	}
	var b strings.Builder
	for _, t := range s.right {
		if t.kind != word && t.kind != quote {
			break
		}
		b.WriteString(t.text)
		for _, h := range indicator.Nouns(b.String()) {
			return h.Start <= 18
		}
	}
	return false
}

// amongCounted tells of things counted that a share is of, with nothing but what they do behind it: 规上企业中近四成有了研发团队.
func amongCounted(s *site) bool {
	if len(s.right) == 0 || s.right[0].kind != word || !endsInNoun(join(s.captured("thing"))) {
		return false
	}
	next := s.right[0]
	if strings.HasPrefix(next.pos, "v") && next.pos != "vn" {
		return true
	}
	return next.is(copula|plan|expect|aim|reach) || doneBehindShare()[next.text]
}

// doneBehindShare are the words that a clause on some of a group begins with: 已, 都, 认为.
var doneBehindShare = phraseSet("done by some of a group")

// behindWhole is what stands behind the things counted that a group is a part of: 3000家企业中，超过九成企业.
func behindWhole(left []token) []token {
	for i := len(left) - 1; i > 0; i-- {
		if (left[i].text == "中" || left[i].text == "当中") && endsInNoun(join(left[:i])) {
			return left[i+1:]
		}
	}
	return left
}

// doneBy tells of a quantity behind a share that some have done or that comes from somewhere: 七成出口由民营企业完成.
func doneBy(right []token) bool {
	for i, t := range right[:clauseEnd(right)] {
		if t.text == "由" || t.text == "来自" || t.text == "出自" {
			return i > 0 && namesQuantity(withoutClosers(right[:i]))
		}
	}
	return false
}

// withoutClosers drops the words that close a name: 业绩, 都, 均.
func withoutClosers(toks []token) []token {
	for n := len(toks); n > 1 && (toks[n-1].is(each) || toks[n-1].text == "业绩" || toks[n-1].text == "都"); n-- {
		toks = toks[:n-1]
	}
	return toks
}

// doesToShare tells of a share of things that something has been done to: 完成80%市属企业的改制.
func doesToShare(s *site) bool {
	things, deed, ok := strings.Cut(join(s.right[:clauseEnd(s.right)]), "的")
	hit, counted := indicator.Counted(things, "")
	return ok && deed != "" && counted && hit.End == len(things) && sharers[hit.Entry.Code]
}

// givesShare tells of a share whose whole stands right behind it, where the sentence says who gives it: 贡献了全省六成税收、七成GDP.
func givesShare(s *site) bool {
	if len(s.right) == 0 || s.right[0].kind != word || s.right[0].is(up|down|reach|event|share|upto|downto|conj) {
		return false
	}
	if whole := join(s.right[:clauseEnd(s.right)]); len(indicator.Terms(whole)) == 0 && len(indicator.Nouns(whole)) == 0 {
		return false
	}
	before := s.r.text[s.r.start:s.tok.start]
	for _, verb := range givingShares() {
		if at := strings.LastIndex(before, verb); at >= 0 {
			list := before[at+len(verb):]
			return !startsWithAny(list, []string{"率", "度", "额"}) && !strings.ContainsAny(list, "，,；") && !holdsAny(list, []string{"占", "实现"})
		}
	}
	return false
}

var givingShares = phrases("giving shares")

// site is a figure in its clause, and what a rule says of it.
// movedByRate tells of a change that is told with its sign or against another time: 环比变动-1.4%.
func movedByRate(s *site) bool {
	return strings.HasPrefix(s.tok.text, "-") || strings.HasPrefix(s.tok.text, "−") || hasWord(s.left, "同比", "环比")
}

type site struct {
	r     *reader
	tok   token
	left  []token // of the same clause, back to the figure before it
	right []token
	caps  captures
	rule  string

	measure, base, predicate string
	sign                     int
	field                    string
	nounPhrase               []token // what the rule takes for the noun phrase, nil for all that stands before the match
	driver                   bool    // the words before the match drive the quantity, they do not own it
	nounAfter                bool
	arrived                  bool   // 增加到, 提高到: a level reached
	sharedBound              string // that of the first member of a list: 分别超85%、90%
	inherited                bool   // it speaks of the statement before it
	dealt                    bool   // a verb for what was done with money names it
	ofWhole                  bool   // it is the whole that something has a share in: 占全国销售额9000亿元的50%
	value                    yiyuan.Decimal
}

func (s *site) captured(name string) []token {
	c := s.caps.of(name)
	return s.left[c.from:c.to]
}

func (s *site) text(name string) string { return join(s.captured(name)) }

// join prints tokens without notes and blanks.
func join(toks []token) string {
	size, only := 0, ""
	for i := range toks {
		if t := &toks[i]; t.kind != note && t.kind != blank {
			size += len(t.text)
			only = t.text
		}
	}
	if size == len(only) {
		return only
	}
	var b strings.Builder
	b.Grow(size)
	for i := range toks {
		if t := &toks[i]; t.kind != note && t.kind != blank {
			b.WriteString(t.text)
		}
	}
	return b.String()
}
