package figure

import (
	"strings"
	"sync"
)

// This file holds the rules of the phrase book. What they ask and read stands in the file of their subject: growth, gap, share, rank,
// moves.

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
	{name: "share.of", pattern: "share '了'? (whole:~) '的'? shareword '的'? upto|downto|reach* '不足|不到|不及'? reach* #percent", reads: readShareOf},
	{name: "rate.levied", pattern: "'减按|按|按照|依|依照|适用' #percent '的'? '征收率|税率|征收|计征|增值税税率|预征率' ~", reads: func(s *site) {
		s.measure, s.nounPhrase = "rate", []token{{kind: word, text: "税率"}}
	}},
	{name: "fall.extent.to", pattern: "'跌幅|降幅|减幅' time? reach* upto|downto reach* #percent", reads: func(s *site) { s.measure, s.sign = "growth", -1 }},
	{name: "fall.to", pattern: "'所占比重|所占比例|所占份额' resp? downto|upto|turnto reach* #percent", reads: func(s *site) { s.measure, s.arrived = "share", true }},
	{name: "fall.to", pattern: "'比重' resp? downto|upto|turnto reach* #percent", reads: func(s *site) { s.measure, s.arrived = "share", true }, only: ofBareBranch},
	{name: "fall.to", pattern: "downto|upto|turnto reach* #percent", reads: func(s *site) { s.measure = "share"; s.arrived = true }},
	{name: "fall.object", pattern: "'节省|节约|减少|降低' '了'? reach* #percent '左右|以上'? '的' ~", reads: func(s *site) {
		s.measure, s.sign, s.nounAfter = "growth", -1, true
	}, only: namesObject},
	{name: "share.used", pattern: "'用掉|用去|卖掉|花掉|花去|占掉|占去|耗掉|耗去|租掉|卖出' '了'? reach* #percent", reads: func(s *site) { s.measure = "share" }},
	{name: "share.used", pattern: "'用|卖|花|占|耗|租' '掉|掉了|去|去了|出' '了'? reach* #percent", reads: func(s *site) { s.measure = "share" }},
	{name: "fall.by", pattern: "'少|低|便宜|短|慢|掉|省' '了' reach* #percent", reads: func(s *site) { s.measure, s.sign = "growth", -1 }},
	{name: "fall.by", pattern: "'少' '交|贷|用|卖|花|付|买|开|烧|喝|吃' '了'? reach* #percent", reads: func(s *site) { s.measure, s.sign = "growth", -1 }},
	{name: "share.risen", pattern: "shareword reach* up '达到|达|至|到' #percent", reads: func(s *site) { s.measure, s.arrived = "share", true }},
	{name: "fall", pattern: "down reach* #percent|multiple", reads: func(s *site) {
		s.measure, s.sign = "growth", -1
		s.predicate = "down"
	}},
	{name: "times.geared", pattern: "'放大|撬动|带动' '了'? reach* #multiple", reads: func(s *site) { s.measure = "multiple" }, only: gearsMoney},
	{name: "fall.bettered", pattern: "'改善' reach* #percent", reads: func(s *site) { s.measure, s.sign = "growth", -1 }, only: betterLess},
	{name: "growth", pattern: "up reach* #percent|multiple", reads: func(s *site) { s.measure = "growth" }},
	{name: "growth.moved", pattern: "'变动|变化' reach* #percent", reads: func(s *site) { s.measure = "growth" }, only: movedByRate},
	{name: "growth.first", pattern: "'增幅|增速|涨幅' '最高|最快|最大|最低|最慢|最小|最' '高|快|大|低|慢|小'? '的' (whole:~) reach* #percent", reads: func(s *site) { s.measure = "growth" }, only: wholeIsPlace},
	{name: "growth.than.time", pattern: "time " + ofHoliday + "reach* '多|高|高出|多出|快|大' " + doneMore + "'了'? reach* #percent|multiple", reads: than(+1)},
	{name: "fall.than.time", pattern: "time " + ofHoliday + "reach* '少|低|慢|小' " + doneMore + "'了'? reach* #percent|multiple", reads: than(-1)},
	{name: "growth.than", pattern: "'比|较' (whom:~) '多|高|高出|多出|快|大|贵' '了'? reach* #percent|multiple", reads: than(+1)},
	{name: "fall.than", pattern: "'比|较' (whom:~) '少|低|慢|小|便宜|省' '了'? reach* #percent|multiple", reads: than(-1)},
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

// ofHoliday are holidays behind the year whose they are: 比去年春节多了3亿元.
const ofHoliday = "'春节|国庆|五一|端午|中秋|元旦|清明|黄金周|国庆节|中秋节|端午节|假期|春节黄金周|国庆黄金周'? "

// doneMore are verbs of one character for what was done more or less of than at a time: 比上年多种5万亩, 同比多用14%.
const doneMore = "'种|播|收|割|供|用|烧|喝|吃|卖|买|售|捕|养|栽|植|建|签|办|产|采|打|开|投|花|领|走|跑|装|拉|租|招|派|挖|摘|修|来|到|发|存|取|购|销|出|进|运|送|揽|寄|缴|支|拿|挣|赚|得|交|付|贷|借|放|接|加|添'? "

var gapRules = []rule{
	{name: "gap.than.faster", pattern: "'比|较' (whom:~) faster '出'? reach* #pp", reads: gap(+1)},
	{name: "gap.than.slower", pattern: "'比|较' (whom:~) slower '出'? reach* #pp", reads: gap(-1)},
	{name: "gap.than.faster", pattern: "time (whom:~) faster '出'? reach* #pp", reads: gap(+1), only: outpacedThen},
	{name: "gap.than.slower", pattern: "time (whom:~) slower '出'? reach* #pp", reads: gap(-1), only: outpacedThen},
	{name: "gap.slower", pattern: "slower #pp", reads: func(s *site) { s.measure, s.sign = "change", -1 }, only: outdoesTime},
	{name: "gap.than.dearer", pattern: "time (whom:~) '高|贵|高出|贵出' '了'? reach* #amount", reads: gap(+1), only: paidThen},
	{name: "gap.than.cheaper", pattern: "time (whom:~) '低|便宜|低了' reach* #amount", reads: gap(-1), only: paidThen},
	{name: "more.than.time", pattern: "time " + ofHoliday + "reach* '只|足足'? '多|高|高出|多出|还多|还多出|还高' event? " + doneMore + "'了'? reach* #pp|amount|physical|count|duration", reads: func(s *site) { s.measure = "change" }},
	{name: "more.than.time", pattern: "time reach* '多种' '了'? reach* #physical|count", reads: func(s *site) { s.measure = "change" }},
	{name: "more.than.time", pattern: "time (by:~) '多|高|高出|多出|贵|贵出|超出' event? '了'? reach* #amount|physical|count", reads: thanThen(+1), only: eachThen},
	{name: "more.than.time", pattern: "time '贵|贵出|还多|还高' '了'? reach* #amount", reads: func(s *site) { s.measure = "change" }},
	{name: "more.stored", pattern: "time '多' (thing:~) '了'? reach* #count|amount|physical", reads: moreStored(+1), only: stored},
	{name: "less.stored", pattern: "time '少' (thing:~) '了'? reach* #count|amount|physical", reads: moreStored(-1), only: stored},
	{name: "more.newly", pattern: "time '新增' '了'? reach* #count|amount|physical", reads: func(s *site) { s.measure = "change" }}, // 较上年底新增525家
	{name: "less.than.time", pattern: "time " + ofHoliday + "reach* '只|足足'? '少|低|慢' event? " + doneMore + "'了'? reach* #pp|amount|physical|count|duration", reads: func(s *site) { s.measure, s.sign = "change", -1 }},
	{name: "less.than.time", pattern: "time (by:~) '少|低|慢|便宜' event? '了'? reach* #amount|physical|count", reads: thanThen(-1), only: eachThen},
	{name: "less.than.time", pattern: "time '便宜' '了'? reach* #amount", reads: func(s *site) { s.measure, s.sign = "change", -1 }},
	{name: "gap.than.more", pattern: "'比|较' (whom:~) reach* '只|足足'? '多|高|高出|多出|多于|高于|还多|还多出|还高' event? '了'? reach* #amount|physical|count|duration", reads: gap(+1), only: comparesAmounts},
	{name: "gap.than.less", pattern: "'比|较' (whom:~) reach* '只|足足'? '少|低|低出|少于|低于' event? '了'? reach* #amount|physical|count|duration", reads: gap(-1), only: comparesAmounts},
	{name: "gap.than.dearer", pattern: "'比|较' (whom:~) '贵' '了|出'? reach* #amount", reads: gap(+1), only: comparesAmounts},
	{name: "gap.than.cheaper", pattern: "'比|较' (whom:~) '便宜' '了'? reach* #amount", reads: gap(-1), only: comparesAmounts},
	{name: "gap.with.more", pattern: "'同|与|和|跟' (whom:~) '比|相比|相比较' '还|仍|又|则|也'? '多|高|高出|多出|贵' '了'? reach* #amount|physical|percent", reads: gap(+1), only: comparesAmounts},
	{name: "gap.with.less", pattern: "'同|与|和|跟' (whom:~) '比|相比|相比较' '还|仍|又|则|也'? '少|低|便宜' '了'? reach* #amount|physical|percent", reads: gap(-1), only: comparesAmounts},
	{name: "gap.above", pattern: "'高出|高于|多出|多于|超出' '了'? (whom:~) #amount|physical", reads: gap(+1), only: comparesAmounts},
	{name: "gap.below", pattern: "'低于|少于' (whom:~) #amount|physical", reads: gap(-1), only: comparesAmounts},
	{name: "gap.faster", pattern: "faster (whom:~) #pp", reads: gap(+1), only: comparesRates},
	{name: "gap.slower", pattern: "slower (whom:~) #pp", reads: gap(-1), only: comparesRates},
	{name: "gap.beyond", pattern: "'超' (whom:~) #pp", reads: gap(+1)},
	{name: "gap.beyond.plan", pattern: "'超过|超|超出' '计划' reach* #amount|physical|count", reads: func(s *site) {
		s.measure, s.base = "change", "计划"
	}},
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

var shareRules = []rule{
	{name: "share.each", pattern: "share '了'? reach* #percent", reads: func(s *site) {
		s.measure = "share"
		s.base = wholeBefore(s.left)
	}},
	{name: "share.of.wider", pattern: "~ '的' reach* #percent", reads: func(s *site) {
		s.measure, s.base, s.nounPhrase = "share", s.r.otherWhole(s), s.left[:0]
	}, only: ofWiderWhole},
	{name: "share.of.time", pattern: "'为|仅为|约为|是|仅是|相当于|仅相当于|约相当于|等于|约等于' '的' #percent", reads: func(s *site) {
		s.measure, s.base = "share", s.r.timeTakenOf()
	}, only: takenOfTime},
	{name: "share.of.bare", pattern: "share '了'? (whole:~) '的'? reach* #percent", reads: readShareOf},
	{name: "share.named", pattern: "'的'? shareword '的'? '不足|不到|不及'? reach* #percent", reads: func(s *site) {
		s.measure = "share"
		if s.base, s.nounPhrase = wholeWithin(s.left); s.base == "" {
			s.base, s.nounPhrase = s.r.namedAheadOfWhole(s.left)
		}
	}},
	{name: "share.plan", pattern: "(plan:~) '计划的|任务的|目标的|预算的|计划|任务' '的'? #percent", reads: func(s *site) {
		s.measure, s.base = "share", planBefore(s.r.leftTokens)
	}},
	{name: "share.plan", pattern: "(plan:~) '预算|目标|指标|目标任务|计划目标|目标计划|任务目标|任务指标|预算数|计划数|任务数|目标数|指标数|调整预算|总任务' '的' #percent", reads: func(s *site) {
		s.measure, s.base = "share", planBefore(s.r.leftTokens)
	}},
	{name: "share.plan", pattern: "'完成|超额完成|实现' (plan:~) '目标|任务|目标任务|计划任务|任务目标|计划数|任务数|目标数|指标数|预算|预算数|年初预算|年度预算|调整预算|收入预算|支出预算' #percent", reads: func(s *site) {
		s.measure, s.base = "share", planBefore(s.r.leftTokens)
	}},
	{name: "share.plan", pattern: "'完成|超额完成|实现|占|为' time? '预算|预算数|年初预算|年度预算|调整预算|收入预算|支出预算|目标|任务|指标|目标任务|目标数|任务数|指标数|计划数' #percent", reads: func(s *site) {
		s.measure, s.base = "share", planBefore(s.r.leftTokens)
	}},
	{name: "share.ratio", pattern: "'与|同|和' (whole:~) '之'? '之比|比|比例|比值' reach* #percent", reads: readShareOf},
	{name: "share.recovered", pattern: "'恢复至|恢复到|回升至|恢复|回升' reach* ~ #percent", reads: func(s *site) {
		s.measure = "share"
		s.base = s.r.recoveredTo()
	}, only: recoversLevel},
	{name: "share.gives.of", pattern: "'贡献|贡献了|创造|创造了|吸收|吸收了|吸纳|吸纳了|吸引|吸引了' '了'? (whole:~) '的' reach* #percent", reads: func(s *site) {
		readShareOf(s)
		s.nounPhrase = s.captured("whole")
	}, only: wholeIsQuantity},
	{name: "share.gives.more", pattern: "(whole:~) '的' reach* #percent", reads: func(s *site) {
		readShareOf(s)
		s.nounPhrase = s.captured("whole")
	}, only: givesMore},
	{name: "share.short.of", pattern: "'不到|不足|超过|超过了|超|接近|近|逾' (whole:~) '的' #percent", reads: readShareOf, only: wholeIsPlace},
	{name: "share.bound.of", pattern: "'不低于|不少于|不小于|高于|大于|低于|少于|不高于|不大于|不超过|不到|不足|超过|超过了|超|接近|近|逾' (whole:~) '的' reach* #percent", reads: readShareOf, only: wholeIsQuantity},
	{name: "share.is.of", pattern: "copula (whole:~) '的' #percent", reads: readShareOf},
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

var changeRules = []rule{
	{name: "change.to", pattern: "upto|downto|turnto reach* #count|amount|physical|duration|bare", reads: func(s *site) { s.measure = "level"; s.arrived = true }},
	{name: "change.net", pattern: "net reach* #count|amount|physical|duration", reads: func(s *site) {
		s.measure = "change"
		if last := s.left[len(s.left)-1].text; strings.Contains(last, "减") {
			s.sign = -1
		}
	}},
	{name: "change.verb", pattern: "'增加|减少|净增|净减|净增加|净减少|压减|核减|削减|缩减|精简|下调|压缩|调减|调增|精减|裁减|多收|少收|多缴|少缴|多产|少产|多销|多投|多投入|多完成|少完成' (thing:~) reach* #count|amount|physical", reads: readVerbFirst("change"), only: verbFirst},
	{name: "change.object", pattern: "'增加|减少|净增|净减|净增加|净减少|压减|核减|削减|缩减|吃掉|吞噬|吞掉|增产|减产|调减|调增|裁减|多收|少收|多缴|少缴|多产|少产|多销|多投|多投入|多完成|少完成' (thing:~) reach* #count|amount|physical", reads: readVerbFirst("change"), only: governs},
	{name: "change.object", pattern: "'压' (thing:~) reach* #amount|physical", reads: readVerbFirst("change"), only: drawsDown},
	{name: "index.down", pattern: "down reach* #bare", reads: func(s *site) { s.measure, s.sign = "change", -1 }},
	{name: "index.up", pattern: "up reach* #bare", reads: func(s *site) { s.measure = "change" }},
	{name: "change.less", pattern: "'便宜' reach* #amount", reads: func(s *site) { s.measure, s.sign = "change", -1 }},
	{name: "change.less", pattern: "'便宜|少|低' '了' reach* #amount|physical|duration", reads: func(s *site) { s.measure, s.sign = "change", -1 }, only: comparesPrices},
	{name: "change.fewer", pattern: "'少' '了' reach* #count", reads: func(s *site) { s.measure, s.sign = "change", -1 }, only: countsBefore},
	{name: "change.more", pattern: "'多' '了' reach* #count", reads: func(s *site) { s.measure = "change" }, only: countsBefore},
	{name: "change.less", pattern: "'少' '了' reach* #amount|physical", reads: func(s *site) { s.measure, s.sign = "change", -1 }, only: losesMore},
	{name: "change.more", pattern: "'多' '了' reach* #amount|physical", reads: func(s *site) { s.measure = "change" }, only: losesMore},
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
