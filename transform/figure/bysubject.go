package figure

import (
	"slices"
	"strings"

	"yiyuan"
	"yiyuan/transform/period"
)

// This file tells of each sort of figure whether it stands at a day, where what is told of it tells.

// standBySubject go from what a market or a whole tells to what is told of the figure alone; the first that tells is heard.
var standBySubject = [...]func(*reader, *yiyuan.Fact, *site, statement, period.Period, bool) (stands, told bool){
	(*reader).quoteStands, (*reader).rateStands, (*reader).partStands, (*reader).sumStands, (*reader).landStands,
	(*reader).holdingStands, (*reader).numberStands, (*reader).worksStand,
}

// quoteStands tells of what a market gives for a thing: 螺纹钢每吨3750元, not the 2元 of 银条每克6元，较前一日上涨2元.
func (r *reader) quoteStands(f *yiyuan.Fact, s *site, st statement, p period.Period, has bool) (stands, told bool) {
	if s.tok.q.Unit.Surface == "只" && r.countsDeeds(s, st, has) {
		return false, true
	}
	if r.quoted(f, s, st, p, has) {
		return true, true
	}
	return false, has && f.Measure == "change" && p.Kind == period.During && p.Start == p.End && r.besideQuote(f, s)
}

// rateStands tells of what is reckoned at a day or over a span by its nature: 6月末，存货周转天数12天, not 9月，新发放贷款利率4.7%.
func (r *reader) rateStands(f *yiyuan.Fact, s *site, st statement, p period.Period, has bool) (stands, told bool) {
	news, asOf := r.Report.Kind == "", has && p.Kind == period.AsOf
	switch {
	case r.ofHoliday(f, st, p, has), r.ofFair(s, p, has):
		return false, true
	case news && f.Indicator == "other" && r.turnsRate(f, s, st):
		return true, true
	case st.code == "unemployment_rate" && r.sentence.has && r.sentence.stock && !r.sentence.toMonth:
		return true, true
	case asOf && f.Indicator == "duration" && endsWithAny(st.qualifier+st.text, turnoverTimes()):
		return true, true
	}
	return false, has && news && r.ratedOfSpan(f, s, p) || f.Indicator == "other" && r.rateOfDeal(f, st)
}

// partStands tells of shares and growths by their wholes and bases: 2022年末，缴存总额331亿元，比上年末增长14%.
func (r *reader) partStands(f *yiyuan.Fact, s *site, st statement, p period.Period, has bool) (stands, told bool) {
	if stands, told := r.shareStands(f, st, p, has); told {
		return stands, true
	}
	grown := (f.Measure == "growth" || f.Measure == "change" && s.rule != "change.net") && endsWithAny(f.Base, daysStoodAt()) && has && p.Kind == period.AsOf
	if last := r.lastInSentence(); f.Measure == "change" && f.Unit == "pp" && last != nil && (last.Measure == "growth" || last.Measure == "change" && last.Unit == "pp") && has && p.Kind == period.AsOf {
		grown = grown || last.PeriodKind == period.AsOf && last.Indicator == f.Indicator // 余额增长9%，增速比上年同期低2个百分点
	}
	return true, grown || f.Measure == "share" && r.shareOfStanding(s, r.lastInSentence())
}

// sumStands tells of sums by their years, by whom they went to and by their names: 贷款余额90亿元, not 5年累计投入400亿元.
func (r *reader) sumStands(f *yiyuan.Fact, s *site, st statement, p period.Period, has bool) (stands, told bool) {
	switch {
	case f.Measure != "level":
	case r.Report.Kind == "" && sumsOfYear[f.Indicator] && st.time == "flow" && r.sentence.toMonth && hasWord(r.leftTokens, "累计"):
		return false, true // 截至二季度，累计完成产值20亿元
	case r.summedYears(s) > 1, r.paidToThem(s), f.Indicator == "capacity" && r.Report.Kind == "" && r.status() == "actual" && r.doneInList(s):
		return false, true
	case strings.HasSuffix(st.text, "余额"):
		return !endsWithAny(join(s.left), addingUp()), true // 存款余额48亿元；当月新增1亿元
	case endsWithAny(st.text, amountsHandled()) && !hasWord(r.leftTokens, "已"):
		return (st.cumulative || r.summedUp(s)) && !(has && p.Kind == period.During), true
	}
	return false, false
}

// builtOverTime are verbs for what takes longer than the day that was told before.
var builtOverTime = phrases("built over time")

// sumsOfYear are statistics that begin anew with each year.
var sumsOfYear = map[string]bool{"output_value": true, "value_added": true, "tax": true, "fiscal_revenue": true, "retail_sales": true, "fixed_asset_investment": true}

// addingUp are verbs right before what has been added to a balance.
var addingUp = phrases("adding up")

// landStands tells of land that is sown every year or has been struck: 今年全省油菜面积826万亩, 成灾面积30万亩.
func (r *reader) landStands(f *yiyuan.Fact, s *site, st statement, p period.Period, has bool) (stands, told bool) {
	if f.Measure == "level" && f.Indicator == "area" && r.Report.Kind == "" && !r.timeBefore(s) && r.landOfGrower(s) {
		return true, true
	}
	done := st.newness || st.happened || r.eventIn(s.left)
	ofGrove := endsWithAny(st.text, groves()) || endsWithAny(strings.TrimRight(firstClause(join(s.right)), "。；;"), groves())
	if f.Measure == "level" && f.Indicator == "area" && ofGrove && !done && !holdsAny(r.ownWords(s), worksOnGroves()) {
		return true, true // 2023年，茶园58万亩，产茶7万吨; 全村5万亩茶园
	}
	struck := f.Measure == "level" && f.Indicator == "area" && r.Report.Kind == "" && endsWithAny(st.text, struckAreas())
	return false, struck || r.sownInYear(f, st, p, has)
}

// givesWork tells of how many have work by what a sentence on a span tells of, and not of those who were found some in it: 上半年产值9亿元，吸纳就业800人.
func (r *reader) givesWork(f *yiyuan.Fact, s *site, st statement) bool {
	if f.Indicator != "employment" || f.Unit != "person" || st.newness || r.status() == "target" || r.status() == "planned" {
		return false
	}
	if words := st.qualifier + st.text + join(s.left); !holdsAny(words, takingOn()) || holdsAny(words, givenWork()) {
		return false // 转制企业40家，安置职工7000人 was done in the span
	}
	return !holdsAny(r.text[r.start:r.end], workFound())
}

// givenWork are words for those who were given work in a span, or whom each piece of what grows takes on.
var givenWork = phrases("given work")

// areSuch tells of people and households by what they are: 入社果农1.9万户, 全镇从事五金生产的3100户.
func (r *reader) areSuch(f *yiyuan.Fact, s *site, st statement) bool {
	if f.Unit != "person" && f.Unit != "household" || st.newness || r.status() != "actual" || countsTimes(s, st) {
		return false
	}
	words := r.ownWords(s)
	return (holdsAny(words, peopleBySort()) || f.Unit == "household" && strings.Contains(words, "从事")) && !holdsAny(words, turnedInto())
}

// peopleBySort are words for people by what they are, turnedInto for what they have become or had done.
var peopleBySort, turnedInto = phrases("people by what they are"), phrases("turned into")

// workFound are words of a sentence on those who were found work in its span.
var workFound = phrases("work found")

// numberStands tells of how many there are by what they became or did: 30枚印章精简为1枚, not 前10个月，1.7万户居民搬进新居.
func (r *reader) numberStands(f *yiyuan.Fact, s *site, st statement, p period.Period, has bool) (stands, told bool) {
	if f.Measure != "level" || s.tok.q.Kind != "count" {
		return false, false
	}
	switch {
	case r.didInSpan(s, st, p, has), r.ranInSpan(f, s, p, has), r.countsDeeds(s, st, has), r.builtInSpan(s, st, p, has), has && p.Kind == period.During && p.Start != p.End && f.Indicator != "capacity" && endsWithAny(s.tok.q.Unit.Surface, boxesHandled()) && !hasWord(s.left, possessed().words...):
		return false, true
	case r.Report.Kind == "" && has && p.Start == p.End && p.Kind == period.During && !r.sentence.has && r.status() == "actual" && holdsAny(r.ownWords(s), builtOverTime()):
		return true, true // 8日，96户拿到钥匙。该小区建成安置房12栋
	case r.chosenBy(s), r.chosenWithRank(s), r.becomes(s), r.splitsStanding(f), r.reachesAbroad(s, st):
		return true, true
	case r.doneInList(s), r.doneInReview(s, st), r.takePart(f, s), r.summedInSpan(s):
		return false, true
	}
	return true, has && r.Reference.Before(p.End) && r.startsFromTo(s)
}

// summedInSpan tells of what has been summed up over the span that the clause names right before: 全年累计引进项目16个.
func (r *reader) summedInSpan(s *site) bool {
	own := r.ownWords(s)
	at := strings.Index(own, "累计")
	if at < 0 || !r.sentence.has || r.sentence.period.Kind != period.During || r.sentence.since {
		return false
	}
	return slices.ContainsFunc(r.leftTokens, func(t token) bool { return t.kind == time && strings.HasSuffix(own[:at], t.text) })
}

// ownWords is what the clause of a figure says before it.
func (r *reader) ownWords(s *site) string {
	if s.tok.start < r.start {
		return "" // of a cell
	}
	said := r.saidBefore(s)
	return said[lastPause(said):]
}

// groves are land under plants that stand for years, worksOnGroves what is done with it in a span.
var groves, worksOnGroves = phrases("groves"), phrases("works on groves")

// boxesHandled are measure words of containers, which ports and lines handle in a span.
var boxesHandled = phrases("boxes handled")

// holdingStands tells of what is held, owned, left or to be there: 一次可装载3万只标箱, 年末拥有拖拉机79万台, 缺口25亿斤.
func (r *reader) holdingStands(f *yiyuan.Fact, s *site, st statement, p period.Period, has bool) (stands, told bool) {
	if f.Measure != "level" {
		return false, false
	}
	switch {
	case r.liesThere(f, s, st), r.givesWork(f, s, st), r.areSuch(f, s, st), r.holds(s), r.allOfPlace(s, st), r.worksEveryHour(f, s, st), r.leftOrLacking(s):
		return true, true
	case r.comeToStand(f, s, st), r.aimedAt(f, s, st), r.holdsAtYearsEnd(s):
		return true, true
	case f.Indicator == "capacity" && r.Report.Kind == "" && r.status() != "actual" && has && p == period.Year(p.End.Year) && !st.happened && !r.did(s):
		return true, true // 2025年锌锭生产能力30万吨
	}
	return true, !r.timeBefore(s) && !st.newness && r.partOfWhatStands() && r.wholeFact().Unit == f.Unit
}

// worksStand tells of what was built, begun or added: 自2019年起，…，目前已建成27个, not 截至5月底，开复工项目159个.
func (r *reader) worksStand(f *yiyuan.Fact, s *site, st statement, p period.Period, has bool) (stands, told bool) {
	switch {
	case f.Measure != "level":
	case !has && r.sumsSince(s, st), r.startedToo(f, s, st, p, has), holdsAny(r.saidBefore(s), capacitiesAdded()):
		return false, true
	case r.builtByNow(s, st), r.doneOfThose(s, p, has), r.Report.Kind == "" && f.Indicator == "length" && builtAlready(r.ownWords(s)):
		return true, true
	}
	return false, false
}

// builtAlready tells of words for ways that have been opened by then: 已建成通车的农村公路.
func builtAlready(own string) bool {
	_, behind, done := strings.Cut(own, "已建成")
	return done && strings.Contains(behind, "的")
}

// summedStanding tells of what is counted at the end of a time or summed up, and of ranks: 年末登记流动人口486万人, 已储备种子5万吨.
func (r *reader) summedStanding(f *yiyuan.Fact, s *site, st statement, p period.Period, has bool) bool {
	switch f.Measure {
	case "rank":
		return r.rankStands(f, st, p)
	case "level":
		held := st.time != "flow" || strings.HasSuffix(st.text, "人口")
		return held && has && p.Kind == period.AsOf && r.countedAtEnd(f, s, st) || r.levelStands(f, s, st, has)
	}
	return false
}

// undatedStanding tells of shares and prices that the news dates by nothing: 报收于32元/股.
func (r *reader) undatedStanding(f *yiyuan.Fact, s *site, st statement, has bool) bool {
	if has || r.Report.Kind != "" {
		return false
	}
	switch f.Measure {
	case "share":
		return shared[f.Indicator] || r.sharesStanding(f, st)
	case "level":
		return f.Indicator == "other" && (endsWithAny(st.text, quotedPrices()) || strings.Contains(s.tok.q.Unit.Surface, "元/"))
	}
	return false
}

// worksEveryHour tells of how much a machine or plant that is there takes in a span of time: 分拣线每小时处理7万件, 日加工大豆3000吨.
func (r *reader) worksEveryHour(f *yiyuan.Fact, s *site, st statement) bool {
	if f.Indicator != "capacity" || r.Report.Kind != "" || r.status() != "actual" || st.newness {
		return false
	}
	return hasWord(r.leftTokens, hourly().words...) || startsWithAny(st.text, hourly()) || holdsAny(join(s.left), hourly())
}

// hourly are words for what a machine takes in a short span of time.
var hourly = phrases("every hour")

// splitsStanding tells of one of several numbers in brackets that split what stands before these: 场馆31个（新建12个、改扩建11个、临建8个）.
func (r *reader) splitsStanding(f *yiyuan.Fact) bool {
	last := r.lastFact()
	if r.before == nil || last == nil || last.PeriodKind != period.AsOf || last.Measure != "level" || last.Unit != f.Unit || last.Start < r.start {
		return false
	}
	from := strings.LastIndexAny(r.text[r.start:f.Start], "（(")
	if from < 0 {
		return false
	}
	within := r.text[r.start+from : r.end]
	if end := strings.IndexAny(within, "）)"); end >= 0 {
		within = within[:end]
	}
	return strings.Contains(within, "、")
}

// reachesAbroad tells of the countries that goods go to: 产品出口到60多个国家和地区, 远销30个国家.
func (r *reader) reachesAbroad(s *site, st statement) bool {
	if st.code != "region_count" || r.Report.Kind != "" || st.newness || r.status() != "actual" {
		return false
	}
	return holdsAny(join(s.left), goodsReach()) && startsWithAny(join(s.right), foreignPlaces())
}

// goodsReach are verbs for where goods go, foreignPlaces what lies abroad.
var goodsReach, foreignPlaces = phrases("goods reach"), phrases("foreign places")
