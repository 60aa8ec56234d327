package figure

import (
	"cmp"
	"strings"

	"yiyuan"
)

// This file settles the measure of a figure: a level, a growth, a change, a share, a rank.

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

// fellInWords tells of a fall that a word says, 下降9%, and not the sign of its own figure: -9%.
func fellInWords(f *yiyuan.Fact) bool {
	return f.Value.Negative && !startsWithAny(f.ValueText, minusSigns)
}

// minusSigns are the characters printed for a minus.
var minusSigns = []string{"-", "－", "−", "—", "–"}

// plusSigns are the characters printed for a plus, or for which way something has gone.
var plusSigns = []string{"+", "＋", "↑", "↓"}

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
	for n := len(left); n > 0 && (left[n-1].kind == time || left[n-1].is(upto|downto|reach)); n-- {
		left = left[:n-1]
	}
	return len(left) > 0 && len(left) < len(s.left) && endsWithAny(left[len(left)-1].text, paces())
}

// shareReached tells of what a share has come to, right behind how much it has moved: 占比提高2个百分点，达36%.
func (r *reader) shareReached(s *site) bool {
	last := r.lastInSentence()
	if last == nil || last.Unit != "pp" || last.Measure != "change" || last.End > s.tok.start {
		return false
	}
	if !holdsAny(r.clauseAround(last.Start, last.End), sharesMoved()) {
		return false
	}
	return strings.Trim(r.text[last.End:s.tok.start], "，、达到至为 ") == ""
}

// sharesMoved are names of shares.
var sharesMoved = phrases("shares moved")

// paces are names of how fast something grows.
var paces = phrases("paces")

// factorsOfPrices are what a move of prices is divided into by when it began.
var factorsOfPrices = phrases("factors of prices")

// settleMeasure says how the figure measures what it is of: what the rule states is taken back where the thing named cannot be measured so.
func (r *reader) settleMeasure(f *yiyuan.Fact, s *site, st statement) {
	switch {
	case st.code == "tax" && f.Unit == "percent" && leviedAt(s, st):
		f.Measure, f.Indicator = "level", "other" // 关税从20%降为14%
	case s.rule == "pull.told" && r.lastFact() != nil && r.lastFact().Indicator == "cpi":
		f.Indicator = "cpi" // 居民消费价格上涨2%，猪肉一项拉动0.4个百分点
	case s.rule == "points" && f.Unit == "pp" && endsWithAny(st.text, factorsOfPrices()):
		f.Measure, f.Base, f.Indicator = "growth", "yoy", "cpi" // 翘尾因素约为1.1个百分点
	case s.rule == "points" && f.Unit == "pp" && f.Indicator == "gdp" && strings.HasSuffix(join(trimReach(s.left)), "贡献"):
		f.Measure, f.Base = "growth", "yoy" // 内需对经济增长的贡献为0.2个百分点
		driver, _, _ := strings.Cut(strings.TrimSuffix(join(trimReach(s.left)), "贡献"), "对")
		f.Qualifier = trimAny(driver, "的")
	case s.measure == "rate":
		r.settleRate(f, s, st)
	case s.measure == "share" && s.arrived:
		r.settleReached(f, s, st)
	case s.measure == "level" && s.tok.q.Kind == "amount" && endsWithAny(strings.TrimSuffix(join(trimReach(s.left)), "不会"), heightsOfPrices()):
		f.Measure = "change" // 煤价反弹幅度不会超过15元
	case s.measure == "level" && st.form == "level" && (strings.HasSuffix(st.text, "增量") || tellsIncrease(s)):
		f.Measure = "change"
	case s.measure == "level" && s.tok.q.Kind == "duration" && f.Indicator == "duration" && endsWithAny(r.text[r.start:max(r.start, s.tok.start)], []string{"提前", "提前了"}):
		f.Measure, f.Base = "change", "计划" // 提前2个月通车
		clause := r.text[r.start:s.tok.start]
		if of := strings.TrimSuffix(strings.TrimSuffix(r.baseOf(s), "了"), "提前"); holdsAny(clause[lastPause(clause):], []string{"比", "较"}) && strings.Contains(clause, of+"提前") {
			f.Base = of // 比全国提前2年
		} else if of == "yoy" && holdsAny(clause, comparedYears()) {
			f.Base = of // 比去年提前34天
		}
	case s.measure == "level" && st.form == "ratio":
		f.Measure, f.Unit = "multiple", "times"
	case s.measure == "change" && st.form == "ratio" && f.Unit == "":
		f.Unit = "times"
	case st.form == "index" && s.tok.q.Kind != "duration" && s.tok.q.Kind != "amount" && (s.measure == "level" || s.measure == "change" && f.Unit == ""):
		f.Unit = "other"
	}
	if f.Unit == "pp" && st.form == "index" && s.tok.q.Unit.Surface == "个点" {
		f.Unit = "other" // 总指数104.5，比上月回落0.4个点
	}
	r.settleLoss(f, s)
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

// settleRate tells whether a bare percent is a share, a growth or a level: by its sign, by what was told before that it goes on from, and by what it is of.
func (r *reader) settleRate(f *yiyuan.Fact, s *site, st statement) {
	percent := f.Unit == "percent"
	switch {
	case percent && r.aimOfPrices(s):
		f.Measure, f.Base, f.Indicator = "growth", "yoy", "cpi" // 离CPI全年调控目标4%还有差距
	case percent && endsWithAny(r.text[r.start:s.tok.start], plusSigns):
		f.Measure = "growth" // 吞吐量1.5亿吨，同比+6.3%
		if strings.HasSuffix(r.text[r.start:s.tok.start], "↓") {
			f.Value.Negative = !f.Value.IsZero()
		}
		if f.Base == "" && hasWord(s.left, "同比") {
			f.Base = "yoy"
		}
	case percent && startsWithAny(s.tok.text, minusSigns) && st.form != "rate" && st.form != "index" && !endsInRate(st.text) && !holdsAny(join(s.left), sharesOrRates()):
		f.Measure, f.Base = "growth", r.baseOf(s) // 各县投资增速在-2%到3%之间, 投资同比-2%
	case percent && st.text == "幅度" && r.wayTold(s) != 0:
		f.Measure, f.Base = "growth", r.baseOf(s) // 白菜、油菜价格降幅较大，幅度分别为9.6%、9.2%
		f.Value.Negative = r.wayTold(s) < 0 && !f.Value.IsZero()
	case percent && st.form != "rate" && r.paceOfFirst(s):
		f.Measure = "growth" // 甲县降幅最大，达18%
		f.Value.Negative = holdsAny(r.sinceLastFact(s), fallingPaces()) && !f.Value.IsZero()
	case percent && st.form != "rate" && r.foremostPace(s) >= 0:
		f.Measure = "growth" // 甲县、乙县降幅居前，分别为8%和7%
		f.Value.Negative = r.falls(r.foremostPace(s)) && !f.Value.IsZero()
	case percent && r.changeInOtherWords(s) != nil:
		last := r.changeInOtherWords(s) // 减少12万吨或4.6%
		f.Measure, f.Base, f.Value.Negative = "growth", last.Base, last.Value.Negative && !f.Value.IsZero()
	case percent && r.growsInTurn(s, st):
		f.Measure, f.Base = "growth", r.lastInSentence().Base // 生产资料上涨7%，生活资料则为2%
	case s.inherited && r.shareReached(s):
		f.Measure = "share" // 增长15%，占比提高2个百分点，达36%
	case s.inherited && st.form == "rate" && r.growthReaches(s):
		f.Measure = "share" // 城镇化率年均提高1.6%，达到52%
	case s.inherited && r.lastPercent() != nil:
		last := r.lastPercent()
		f.Measure, f.Base = last.Measure, cmp.Or(s.base, last.Base)
		if last.Measure == "growth" && fellInWords(last) && onlyConj(s.left) {
			f.Value.Negative = !f.Value.IsZero() // a fall told once for a list
		}
	case s.inherited && r.pointsBackTo("share", r.saidBefore(s)):
		f.Measure, f.Base = "share", r.lastFact().Base // 到2025年，这个数字将达到56%
	case percent && endsWithAny(join(trimReach(withoutResp(s.left))), doneOfPlan()):
		f.Measure = "share" // 收入完成进度分别为65%、68%
	case st.form == "growth" || r.rateOfGrowth(s):
		f.Measure = "growth"
	case st.form == "index" && percent:
		f.Measure = "level"
		if movesAsIndex(f, st) {
			f.Measure = "growth"
		}
	case st.form == "points":
		f.Measure = "level"
	case r.tellsPart(s):
		f.Measure = "share"
		if f.Base == "" {
			f.Base = s.wholeSpent()
		}
	case percent && aggregate[f.Indicator] && st.canGrow():
		f.Measure = "growth"
	default:
		f.Measure = "share"
	}
}

// settleReached tells what a percent is that something has come to: a share, a pace or the level of an index.
func (r *reader) settleReached(f *yiyuan.Fact, s *site, st statement) {
	percent := f.Unit == "percent"
	switch {
	case percent && paceArrives(s):
		f.Measure = "growth" // 占42%，增速回落至5%
	case st.form == "index" && percent && !movesAsIndex(f, st):
		f.Measure = "level" // 新订单指数降至48.7%
	case (s.inherited || r.fromBefore(s) || r.inOneBreath()) && r.lastPercent() != nil && r.lastPercent().Measure == "share":
		f.Measure, f.Base = "share", r.lastPercent().Base // 二、三产业比重由40%和31%提高到45%和33%
	case st.form == "growth":
		f.Measure = "growth"
	case st.form == "points" || st.form == "index":
		f.Measure = "level" // 关税水平降至7.4%
	case hasWord(s.left, sharesMoved().words...):
	case st.form == "level" && st.time != "count" && aggregate[f.Indicator]:
		f.Measure = "growth"
	}
}

// movesAsIndex tells of a percent behind the name of an index that is how much it has moved: that of a survey lies around its middle of 50.
func movesAsIndex(f *yiyuan.Fact, st statement) bool {
	const leastMood = 30
	v, err := f.Value.Float64()
	return err == nil && v < 50 && v > -50 && !(f.Indicator == "other" && v >= leastMood)
}

// aimOfPrices tells of how much prices may rise, in a paragraph on them.
func (r *reader) aimOfPrices(s *site) bool {
	return endsWithAny(trimAny(join(s.left), "为", "是"), aimsOfPrices()) && holdsAny(r.text[r.lineStart:r.end], pricesTold())
}

// aimsOfPrices end the name of how much prices may rise, pricesTold are words of a text on them.
var aimsOfPrices, pricesTold = phrases("aims of prices"), phrases("prices told")

// doneOfPlan are words right before how much of a plan has been done.
var doneOfPlan = phrases("plan done so far")

// changeInOtherWords is the change right before a rate that only says it again: 较前一日减少12万吨或4.6%.
func (r *reader) changeInOtherWords(s *site) *yiyuan.Fact {
	last := r.lastInSentence()
	if last == nil || last.Measure != "change" || last.End > s.tok.start || r.text[last.End:s.tok.start] != "或" {
		return nil
	}
	return last
}

// growsInTurn tells of the next of several things of which the sentence tells how much they have grown: 生产资料上涨7%，生活资料则为2%.
func (r *reader) growsInTurn(s *site, st statement) bool {
	last := r.lastInSentence()
	if last == nil || last.Measure != "growth" || last.Unit != "percent" || st.form == "rate" || st.known && !st.of("other", last.Indicator) {
		return false
	}
	return hasWord(s.left, "则") && !endsInRate(st.text) && !hasWord(s.left, "占", "占比", "比重")
}

// wayTold is which way the part of the sentence up to the figure says that something moves by its 涨幅 or 降幅, 0 where it says neither.
func (r *reader) wayTold(s *site) int {
	said := r.saidBefore(s)
	said = said[strings.LastIndex(said, "；")+1:]
	switch {
	case holdsAny(said, fallingPaces()):
		return -1
	case holdsAny(said, paces()):
		return 1
	}
	return 0
}

// leviedAt tells of the rate that a tax goes from or to, and not of how much comes in of it.
func leviedAt(s *site, st statement) bool {
	if s.measure != "rate" && !(s.measure == "share" && s.arrived) || !endsWithAny(st.text, leviedTaxes()) {
		return false
	}
	return s.arrived || hasWord(s.left, "从", "由")
}

// leviedTaxes are taxes by whose names their rates are told, heightsOfPrices are how far a price has moved.
var leviedTaxes, heightsOfPrices = phrases("levied taxes"), phrases("heights of prices")

// tellsIncrease tells of a word for how much more there is right before the figure: 贷款余额增长18%，增量206亿元.
func tellsIncrease(s *site) bool {
	left := trimReach(s.left)
	return len(left) > 0 && endsWithAny(left[len(left)-1].text, namesOfIncreases())
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
	if u := s.tok.q.Unit.Surface; u == "成" || u == "分之" || strings.HasSuffix(s.tok.text, "半") || goesThere(s) || ofWhich(s) {
		return true
	}
	return r.partOf >= 0 && r.lastPercent() == nil && hasWord(s.left, "超", "达", "占")
}

// wholeSpent is what a part that goes somewhere is of by the word right before its 的: 收益的八成用于发放工资.
func (s *site) wholeSpent() string {
	left := trimReach(withoutBrackets(s.left))
	if n := len(left); n > 1 && left[n-1].text == "的" && left[n-2].kind == word && strings.HasPrefix(left[n-2].pos, "n") && goesThere(s) {
		return left[n-2].text
	}
	return ""
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
		return strings.HasSuffix(join(left), "同比") && r.lastInSentence() != nil
	}
	before := r.sinceLastFact(s)
	return holdsAny(before, paces()) && !holdsAny(before, sharesOrRates())
}

// sinceLastFact is what the sentence has said since its last fact, ranks aside: 收入增速居前三位，分别为.
func (r *reader) sinceLastFact(s *site) string {
	last := r.lastSince(r.start, func(f *yiyuan.Fact) bool { return f.Measure != "rank" && f.End <= s.tok.start })
	if last == nil {
		return r.saidBefore(s)
	}
	return r.text[last.End:s.tok.start]
}

// paceOfFirst tells of a rate behind a clause on what has the greatest pace: 其中汽车降幅最大，达18%.
func (r *reader) paceOfFirst(s *site) bool {
	return len(trimReach(withoutResp(s.left))) == 0 && holdsAny(r.sinceLastFact(s), greatestPaces())
}

// greatestPaces say that the pace of something is the greatest or least.
var greatestPaces = phrases("greatest paces")

// sharesOrRates are words behind which a rate is no growth.
var sharesOrRates = phrases("shares or rates")

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

// namesOfIncreases end the names of what has been added.
var namesOfIncreases = phrases("names of increases")
