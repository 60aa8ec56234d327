package figure

import (
	"slices"
	"strconv"
	"strings"

	"yiyuan"
	"yiyuan/transform/period"
)

// This file fits a span of years to what is told of it: its last year, the yearly average over it, the years a change has taken.

// yearly tells whether a growth under a span of years is of its last: it is compared with the year before, or follows a level
// of that one year.
func (r *reader) yearly(s *site) bool {
	for _, t := range r.leftTokens {
		if t.kind == time && t.e.Role == period.Compared || t.text == "同比" {
			return true
		}
	}
	last := r.lastInSentence()
	if !s.inherited || last == nil || last.Measure != "level" || last.PeriodKind != period.During {
		return false
	}
	return last.PeriodStart.Year == last.PeriodEnd.Year && !r.fromBefore(s)
}

// averaged is the span a yearly average is taken over; one year is none.
func (r *reader) averaged(p period.Period, s *site) period.Period {
	if p.Kind == period.AsOf && (r.status() != "actual" || p.End == period.Year(p.End.Year).End) {
		p = p.Flow() // 到2015年，粮食产量年均增长2%
	}
	if p.Kind != period.During || p.Start.Year != p.End.Year {
		return r.wholeYears(p)
	}
	if last := r.lastInSentence(); last != nil && len(last.Base) > 4 {
		if from, err := strconv.Atoi(last.Base[:4]); err == nil && from+1 < p.End.Year {
			p.Start = yiyuan.NewDate(from+1, 1, 1)
			return p
		}
	}
	if n := r.yearsAveraged(s); n > 1 {
		p.Start = yiyuan.NewDate(p.End.Year-n+1, 1, 1)
		return p
	}
	if from := r.line.from; from > 0 && from+1 < p.End.Year {
		p.Start = yiyuan.NewDate(from+1, 1, 1)
		return p
	}
	if term := r.Report.Term; term[0] > 0 && term[0] < term[1] && term[1] == p.End.Year && r.averagedYearly() {
		return period.Period{Kind: period.During, Start: period.Year(term[0]).Start, End: p.End}
	}
	for _, wider := range []scope{r.opened, r.heading} {
		if wider.has && wider.period.Kind == period.During && wider.period.Start.Year < wider.period.End.Year {
			return wider.period
		}
	}
	if year := r.yearComparedWith(s); year > 0 && year+1 < p.End.Year {
		p.Start = yiyuan.NewDate(year+1, 1, 1)
		return p
	}
	if plan, ok := r.planEnding(p.End); ok && r.status() != "actual" {
		return plan
	}
	return p
}

// overPlanYears is the years of a plan over which an aim set to their last is to be come to by and by: 到2015年，…；五年累计完成投资700亿元，新增就业3万人.
func (r *reader) overPlanYears(f *yiyuan.Fact, s *site, st statement, p period.Period, has bool) (period.Period, bool) {
	if !has || r.status() == "actual" || s.arrived || p.End != period.Year(p.End.Year).End || p.Kind == period.During && p.Start.Year < p.End.Year {
		return p, false
	}
	if f.Measure == "rank" || f.Base == "cagr" && f.Measure != "change" {
		return p, false
	}
	clause := r.clauseAround(f.Start, f.End)
	switch {
	case startsWithAny(clause, fiveYearsLong()):
		return period.Period{Kind: period.During, Start: yiyuan.NewDate(p.End.Year-yearsOfPlan+1, 1, 1), End: p.End}, true
	case !st.newness && !holdsAny(clause, byAndBy()):
		return p, false
	case r.heading.has && overYears(r.heading.period) && r.heading.period.End == p.End:
		return r.heading.period, true
	}
	return r.planEnding(p.End)
}

// fiveYearsLong open a clause on what five years are to bring, byAndBy are words for what comes about by and by.
var fiveYearsLong, byAndBy = phrases("five years long"), phrases("by and by")

// planEnding is the five-year plan that the headline names, where it ends then: 到2030年，年均增长5% under 水利发展“十五五”规划.
func (r *reader) planEnding(end yiyuan.Date) (period.Period, bool) {
	headline, _, _ := strings.Cut(r.text, "\n")
	for _, title := range []string{r.Title, headline} {
		for _, e := range period.Scan(title) {
			p, ok := e.Resolve(period.Context{Reference: r.Reference})
			if ok && p.Kind == period.During && p.End == end && p.End.Year-p.Start.Year == 4 {
				return p, true
			}
		}
	}
	return period.Period{}, false
}

// wholeYears ends the span of a yearly average that the news begins in an earlier year with the last year that is over; 最近5年 is five of them.
func (r *reader) wholeYears(p period.Period) period.Period {
	if r.Report.Kind != "" || p.Kind != period.During || p.End != r.Reference || p.End.Year-p.Start.Year < 2 {
		return p
	}
	if r.Reference == period.Year(p.End.Year).End || p.Start != period.Year(p.Start.Year).Start {
		return p
	}
	for _, t := range r.toks {
		if n, ok := lastYears(t.text); t.kind == time && ok && n == p.End.Year-p.Start.Year+1 {
			p.Start = yiyuan.NewDate(p.Start.Year-1, 1, 1)
		}
	}
	p.End = period.Year(p.End.Year - 1).End
	return p
}

// lastYears is the number of years of a 最近5年 or 三年来.
func lastYears(text string) (int, bool) {
	for _, w := range lately().words {
		text = strings.TrimPrefix(text, w)
	}
	for _, w := range yearsUpToNow().words {
		text = strings.TrimSuffix(text, w)
	}
	text, ok := strings.CutSuffix(text, "年")
	if n, err := strconv.Atoi(text); ok && err == nil {
		return n, n < 30
	}
	n := strings.Index("一二三四五六七八九十", strings.Replace(text, "两", "二", 1))
	return n/len("一") + 1, ok && n >= 0 && text != ""
}

// yearsUpToNow are ends of spans of years, longest first.
var yearsUpToNow = phrases("years up to now")

// lately stand before a number of years up to now.
var lately = phrases("lately")

// yearsAveraged is the number of years of a 两年平均 or 五年年均, 0 where none is told.
func (r *reader) yearsAveraged(s *site) int {
	n := 0
	from, to := r.ownClause(s)
	for i, t := range r.toks[from:to] {
		if years, ok := strings.CutSuffix(t.text, "年平均"); ok {
			n = strings.Index("一二三四五", strings.Replace(years, "两", "二", 1))/len("一") + 1
		} else if strings.HasPrefix(r.text[t.end:], "年均") {
			n = max(n, r.yearsPassed(from+i))
		}
	}
	return n
}

// ownClause bounds the tokens of the figure's own clause that stand before it.
func (r *reader) ownClause(s *site) (from, to int) {
	for to < len(r.toks) && r.toks[to].start < s.tok.start {
		if k := r.toks[to].kind; k == comma || k == semi || k == stop {
			from = to + 1
		}
		to++
	}
	return from, to
}

// sinceBase is where a change against an older year begins: 比2019年 is from 1 January 2020.
func (r *reader) sinceBase(f *yiyuan.Fact, s *site, p period.Period) yiyuan.Date {
	if p.Kind != period.During || f.Measure != "growth" && f.Measure != "change" {
		return p.Start
	}
	if from := r.grewFrom(s); f.Base == "" && from > 0 && from+1 < p.End.Year && !r.timeBefore(s) {
		return yiyuan.NewDate(from+1, 1, 1)
	}
	if days := daysOf(p); days > 0 && days <= longestHoliday && (strings.Contains(r.clauseAround(f.Start, f.End), "同期") || holdsAny(f.Base, holidays()) || p == r.holiday || r.inHoliday()) {
		return p.Start // 国庆假期…，较2019年同期增长11%
	}
	if r.Report.Kind == "" && s.tok.q.Kind == "count" && monthLong(p) && endsWithAny(f.Base, yearsEndsStood()) {
		return period.Year(p.End.Year).Start // 7月…，机构比年初净增47家
	}
	year := baseYear(f.Base, p.End)
	if year < 1949 || year+1 >= p.Start.Year && (year != p.Start.Year || year == p.End.Year) {
		return p.Start
	}
	return yiyuan.NewDate(year+1, 1, 1) // also where the span is told from the year compared with: 十年间…，比2012年增长1.4倍
}

// longestHoliday is how many days a public holiday has at most.
const longestHoliday = 10

// grewFrom is the year that the two levels before a growth say it began in: 从2015年的3500亿元增长到2019年的1.7万亿元，扩大近五倍; else 0.
func (r *reader) grewFrom(s *site) int {
	last := r.lastInSentence()
	if last == nil || last.Measure != "level" && !(last.Measure == "share" && s.tok.q.Kind == "pp") || !s.inherited && s.measure != "growth" {
		return 0
	}
	if r.line.from == 0 || last.PeriodEnd.Year <= r.line.from+1 || !r.fromBefore(s) {
		return 0
	}
	return r.line.from
}

// narrowed fits a span to its figure: the first of 从65家增加到194家 is of before the span, and a level with no year of
// its own in a part on several years is of the last.
func (r *reader) narrowed(p period.Period, s *site, st statement, f *yiyuan.Fact) period.Period {
	if r.sentence.streak {
		return p
	}
	if f.Measure == "level" && r.Report.Kind == "" && p.Kind == period.During && p.Start == p.End && yieldsByYear(f) && ofOneYear(s, st) {
		p.Start = period.Year(p.End.Year).Start // 今天，年产量突破500亿立方米
	}
	if n := max(r.summedYears(s), r.yearsGrown(s)); n > 1 && p.Flow() == period.Year(p.End.Year) {
		return period.Period{Kind: p.Kind, Start: period.Year(p.End.Year - n + 1).Start, End: p.End}
	}
	if q, ok := r.narrowedSince(p, s, f); ok {
		return q
	}
	if q, ok := r.narrowedFrom(p, s); ok {
		return q
	}
	if q, ok := r.spanOfWhole(p, s, f); ok {
		return q
	}
	if q, ok := r.summedOverTerm(p, s, f); ok {
		return q
	}
	switch {
	case f.Measure == "level" && p.Kind == period.During && r.levelOfOneYear(p, s, st):
		return p.Last()
	case p.Kind == period.During && (f.Measure == "share" || f.Measure == "growth") && s.arrived:
		return r.lastOf(p, f)
	case r.ofWholeSpan(s, st, f):
		return p
	case p.Kind == period.During && r.atSpansEnd(s, f):
		return r.lastOf(p, f)
	case r.ofLastYear(s, st, f):
		return p.Last()
	}
	return p
}

// spanOfWhole is the time of the whole that a report tells a part of: 五年来，进出口累计达到75亿美元。其中出口41亿美元; 2021年生产总值达1285亿元，五年年均增长5%，
// 其中工业增加值530亿元.
func (r *reader) spanOfWhole(p period.Period, s *site, f *yiyuan.Fact) (period.Period, bool) {
	whole := r.wholeFact()
	if whole == nil || r.Report.Kind == "" || f.Measure != "level" || whole.Measure != "level" || whole.PeriodKind != period.During {
		return p, false
	}
	if !overYears(p) || whole.Unit != f.Unit || whole.PeriodEnd != p.End || r.timeBefore(s) || s.arrived || r.summedUp(s) {
		return p, false
	}
	return period.Period{Kind: period.During, Start: whole.PeriodStart, End: whole.PeriodEnd}, aggregate[f.Indicator]
}

// summedOverTerm is the term that a report reviews, for a sum and its multiple that a sentence on its last year holds against an earlier span of years:
// 2002年，…；固定资产投资累计完成17亿元，是前五年的3倍.
func (r *reader) summedOverTerm(p period.Period, s *site, f *yiyuan.Fact) (period.Period, bool) {
	h := r.heading.period
	if r.Report.Kind == "" || !r.lastOfTerm(p) {
		return p, false
	}
	switch f.Measure {
	case "level":
		return h, !s.arrived && againstSpan(r.text[f.End:max(f.End, r.end)])
	case "multiple":
		last := r.lastInSentence()
		return h, last != nil && last.Measure == "level" && last.Indicator == f.Indicator && last.PeriodStart == h.Start && last.PeriodEnd == h.End
	}
	return p, false
}

// lastOfTerm tells of the last year of the several that the heading in force is over.
func (r *reader) lastOfTerm(p period.Period) bool {
	return r.heading.has && overYears(r.heading.period) && p == period.Year(r.heading.period.End.Year)
}

// yieldsByYear tells of what may be named as a year's and comes to a mark on a day of it: 年产量.
func yieldsByYear(f *yiyuan.Fact) bool {
	return f.Indicator == "output_volume" || f.Indicator == "output_value" || f.Indicator == "revenue"
}

// levelOfOneYear tells of a level that its words, or how it grew, say is of one year of a span.
func (r *reader) levelOfOneYear(p period.Period, s *site, st statement) bool {
	return s.arrived && r.fromBefore(s) || r.yearOnYearNext(s, p.Start.Year, st.newness) || ofOneYear(s, st)
}

// narrowedSince fits a span of years that runs up to the news, or is reckoned against a year told: 十年来，由第19位前移至第15位,
// 与2016年相比，由34天下降到4天.
func (r *reader) narrowedSince(p period.Period, s *site, f *yiyuan.Fact) (period.Period, bool) {
	yearly := aggregate[f.Indicator] || f.Indicator == "urbanization_rate"
	first := r.startsFromTo(s)
	if since := r.sinceYears(p) && !r.ownTimeBefore(s); since {
		switch {
		case p.Kind == period.During && f.Measure == "rank" && first:
			return period.Year(p.Start.Year), true
		case f.Measure == "growth":
			if yearly {
				return r.wholeYears(p), true
			}
		case first:
			return period.Year(p.Start.Year), true
		case yearly && s.arrived && r.fromBefore(s):
			return period.Year(p.End.Year - 1), true
		}
	}
	if year := baseYear(r.measuredAgainst(s), p.End); year > 0 && first {
		return period.Year(year), true
	}
	if p.Kind == period.During && p.End == r.Reference && p.End.Year-p.Start.Year > 2 && r.lastYearOver(s, f) {
		return period.Year(p.End.Year - 1), true
	}
	return p, false
}

// narrowedFrom is the time of the first of a 从…增加到… that names no time of its own: the year before the span.
func (r *reader) narrowedFrom(p period.Period, s *site) (period.Period, bool) {
	if !r.startsFromTo(s) || r.ownTimeBefore(s) || strings.HasPrefix(s.rule, "ratio") {
		return p, false
	}
	if _, turned := r.beforeTurn(s); turned {
		return p, false // 由去年同期增长9%转为下降2%
	}
	if _, told := r.comparedYear(s); told {
		return p, false // 由上年同期的160万吨降至63万吨
	}
	if r.Report.Kind == "" && p.Kind != period.None && r.Reference.Before(p.End) && r.status() != "actual" {
		if r.planFor.has {
			return period.Year(r.planFor.period.Start.Year - 1), true
		}
		return period.Period{Kind: period.AsOf, End: r.Reference}, true // 年内将从14条增至20条
	}
	first := p.Start.Year
	if p.Kind == period.AsOf {
		first = p.End.Year
	}
	switch n := r.yearsTaken(s); {
	case r.sentence.has && p.Kind == period.During && r.namesBothYears(p):
		return period.Year(first), true
	case r.line.from > 0 && r.line.from < first:
		return period.Year(r.line.from), true
	case r.sentence.since && p == r.sentence.period && r.Report.Kind == "" && p.Kind == period.During && p.Start.Day > 1 && p.End == r.Reference:
		return period.Period{Kind: period.During, Start: p.Start, End: p.Start}, true // 自10月17日开通以来，上座率由49%升至98%
	case r.Report.Kind != "" && r.sentence.has && r.lastOfTerm(p):
		return period.Year(r.heading.period.Start.Year - 1), true // 过去五年…。2002年，收入由1210元提高到1786元
	case n > 1 && first == p.End.Year:
		return period.Year(first - n), true // 经过五年的努力，由359亿元增加到648亿元
	case first > 0:
		return period.Year(first - 1), true
	}
	return p, false
}

// ofWholeSpan tells of changes, sums and what was new in a span, and of what was kept up all through it.
func (r *reader) ofWholeSpan(s *site, st statement, f *yiyuan.Fact) bool {
	switch {
	case f.Measure == "growth" || f.Measure == "change" || st.cumulative || st.newness:
		return true
	case hasWord(s.left, sumsOfSpan().words...), r.averagedYearly(), r.summedUp(s):
		return true
	case r.Report.Kind == "" && f.Measure == "share" && r.sentence.has && holdsAny(r.saidBefore(s), keptUp()):
		return true // 十年来，始终把70%的支出用于民生
	case f.Indicator == "fixed_asset_investment" && f.Measure == "level" && r.laidOutOnLine(s, st):
		return true // 完成交通投资210亿元
	case f.Measure == "level" && againstSpan(r.text[f.End:max(f.End, r.end)]):
		return true // 完成收入72亿元，是“十二五”时期的1.8倍
	case f.Measure == "multiple" && r.multipleOfSpan(f):
		return true // 是“十二五”时期40亿元的1.8倍
	}
	return f.Indicator == "unemployment_rate" && hasWord(s.left, "控制") // kept within it in each of the years
}

// multipleOfSpan tells of a multiple of what was told right before it of an earlier span of years.
func (r *reader) multipleOfSpan(f *yiyuan.Fact) bool {
	last := r.lastInSentence()
	if last == nil || last.Measure != "level" || last.PeriodKind != period.During || r.text[last.End:f.Start] != "的" {
		return false
	}
	return last.PeriodStart.Year < last.PeriodEnd.Year
}

// againstSpan tells of a clause that holds what was told right before it against an earlier span of years, and not against its end.
func againstSpan(after string) bool {
	after = trimAhead(after, "，", ",")
	if !startsWithAny(after, heldAgainstSpan()) {
		return false
	}
	clause := firstClause(upToStop(after))
	for _, span := range earlierYears().words {
		if _, behind, named := strings.Cut(clause, span); named && !startsWithAny(behind, endsOfSpans()) {
			return true
		}
	}
	return false
}

// heldAgainstSpan open such a clause, earlierYears are its spans, endsOfSpans their ends.
var heldAgainstSpan, earlierYears, endsOfSpans = phrases("held against a span"), phrases("earlier spans of years"), phrases("ends of spans of years")

// atSpansEnd tells of what a span has come to: the second of a 从…增加到…, a share or rank.
func (r *reader) atSpansEnd(s *site, f *yiyuan.Fact) bool {
	switch f.Measure {
	case "share":
		if s.rule == "fall.to" || s.rule == "rate" || s.arrived || r.justReached() || r.justPassed() {
			return true
		}
	case "rank":
		if !hasWord(s.left, heldOn().words...) {
			return true
		}
	}
	return s.arrived && r.fromBefore(s)
}

// heldOn are words for a rank that was held all through a span.
var heldOn = phrases("ranks held on")

// ofLastYear tells of statistics of one year under a heading on several, of ratios, and of an index that has come to so much.
func (r *reader) ofLastYear(s *site, st statement, f *yiyuan.Fact) bool {
	if strings.HasPrefix(s.rule, "ratio") || st.form == "index" && s.arrived {
		return true
	}
	if r.Report.Kind != "" && f.Measure == "level" && yearsOwn[f.Indicator] {
		return true // “十四五”时期，生产总值年均增长8%左右，人均生产总值达7万元
	}
	if r.sentence.has {
		return false
	}
	switch {
	case aggregate[f.Indicator]:
		return true
	case f.Measure != "level":
		return false
	case endsWithAny(st.text, toldByYear()) && !hasWord(s.left, "稳定", "保持"), earned[f.Indicator] && r.planFor.has:
		return true
	}
	return earned[f.Indicator] && (hasWord(s.left, marksOfYear().words...) || r.besideYears())
}

// yearsOwn are statistics that are told year by year, and never of several together.
var yearsOwn = map[string]bool{"gdp": true, "resident_income": true}

// marksOfYear are words for a mark that a year's sum has come to.
var marksOfYear = phrases("marks of a year")

// besideYears tells of a sum in a list of statistics of one year: 生产总值1600亿元，财政总收入110亿元，企业营收2500亿元.
func (r *reader) besideYears() bool {
	last := r.lastInSentence()
	if r.Report.Kind == "" || last == nil || last.Measure != "level" || !aggregate[last.Indicator] || last.Unit != "CNY" {
		return false
	}
	return last.PeriodKind == period.During && last.PeriodStart == period.Year(last.PeriodEnd.Year).Start
}

// laidOutOnLine tells of the investment in one line that was made over the years, and not of the aggregate, which is told of a year, nor of what grew.
func (r *reader) laidOutOnLine(s *site, st statement) bool {
	return hasWord(s.left, "完成", "投入") && !strings.HasSuffix(st.text, "固定资产投资") && !r.growsBehind(s)
}

// growsBehind tells of a growth that is no yearly mean right behind a figure: 完成技改投资30亿元、增长16%.
func (r *reader) growsBehind(s *site) bool {
	for _, t := range r.toks {
		switch {
		case t.start < s.tok.end, t.kind == comma, t.kind == dun, t.kind == blank:
		default:
			return t.is(up | down)
		}
	}
	return false
}

// lastOf is the last year of a span that a share or rank at its end is of: of a yearly statistic that the news tells of years up to its own
// day, the last that is over.
func (r *reader) lastOf(p period.Period, f *yiyuan.Fact) period.Period {
	if aggregate[f.Indicator] && f.Measure != "growth" && r.sinceYears(p) {
		return period.Year(p.End.Year - 1)
	}
	return p.Last()
}

// keptUp are words for what is done all through a span.
var keptUp = phrases("kept up")

// ownTimeBefore tells of a time in the figure's own clause that is no span of years which the clause is about: 十年间覆盖率从….
func (r *reader) ownTimeBefore(s *site) bool {
	return slices.ContainsFunc(r.leftTokens, func(t token) bool {
		return t.kind == time && ruling[t.e.Role] && !endsWithAny(t.text, []string{"年间", "年来"})
	})
}

// justReached tells of a 达到 right before the figure.
func (r *reader) justReached() bool {
	n := len(r.leftTokens)
	return n > 0 && reached[r.leftTokens[n-1].text]
}

// justPassed tells of a word right before the figure for a mark that has been passed.
func (r *reader) justPassed() bool {
	n := len(r.leftTokens)
	return n > 0 && marksPassed().has(r.leftTokens[n-1].text)
}

// marksPassed are such words.
var marksPassed = phrases("marks passed")

// toldByYear end the names of quantities that are told of one year, also in a part on several: 集装箱吞吐量.
var toldByYear = phrases("told by the year")

// earned are sums that a part on several years tells of its last where they have reached a mark.
var earned = map[string]bool{"revenue": true, "profit": true}

// yearOnYearNext tells of a level that grew on the year before, or, where it is no sum of what was new, on that before a span that begins with
// the year first, and so is of one year: 实现利润400亿元，比上年增长6%.
func (r *reader) yearOnYearNext(s *site, first int, summed bool) bool {
	for _, t := range r.toks {
		switch {
		case t.start < s.tok.end, t.kind == comma, t.kind == dun, t.kind == blank:
		default:
			if t.kind == time && t.e.Role == period.Compared {
				return t.e.Base() == "yoy" || !summed && r.yearBeforeSpan(first, t.text) || t.text == "同比"
			}
			return t.text == "同比"
		}
	}
	return false
}

// yearBeforeSpan tells of a comparison with the year before that which a span begins with: 比2010年 before 2011—2015年.
func (r *reader) yearBeforeSpan(first int, compared string) bool {
	return first > 1 && baseYear(strings.TrimLeft(compared, "比较与"), r.Reference) == first-1
}

// ofOneYear tells of a quantity named as a year's: 年产值, 口岸年过货量; 2019年 and 五年 before it say which or how many.
func ofOneYear(s *site, st statement) bool {
	if strings.HasPrefix(st.text, "年") {
		return !startsWithAny(st.text, begunByYear())
	}
	before, _, _ := strings.Cut(join(s.left), st.text)
	before, ok := strings.CutSuffix(before, "年")
	if !ok || before == "" || strings.ContainsAny(before[len(before)-1:], "0123456789") {
		return false
	}
	return !endsWithAny(before, yearsTold())
}

// begunByYear are words that begin with the year and say of no yearly quantity.
var begunByYear = phrases("words begun by year")

// yearsTaken is the number of years that the sentence says a change took, 0 where it says none.
func (r *reader) yearsTaken(s *site) int {
	for j, t := range r.toks {
		if t.start >= s.tok.start {
			break
		}
		if n := r.yearsPassed(j); n > 0 {
			return n
		}
	}
	return 0
}

// namesBothYears tells of a 2013年到2016年, whose first year a change began in; 五年来 it began before.
func (r *reader) namesBothYears(p period.Period) bool {
	if p.Start.Year >= p.End.Year {
		return false
	}
	first, last := strconv.Itoa(p.Start.Year), strconv.Itoa(p.End.Year)
	return slices.ContainsFunc(r.toks, func(t token) bool {
		return t.kind == time && strings.Contains(t.text, first) && strings.Contains(t.text, last)
	})
}

// summedUp tells of a 累计 earlier in the sentence, back to its last semicolon.
func (r *reader) summedUp(s *site) bool {
	summed := false
	for _, t := range r.toks {
		if t.start >= s.tok.start {
			break
		}
		if t.kind == semi {
			summed = false
		}
		summed = summed || t.kind == word && strings.HasPrefix(strings.TrimPrefix(t.text, "已"), "累计")
	}
	return summed
}

// startsFromTo tells whether the figure is the first of a 从…增加到….
func (r *reader) startsFromTo(s *site) bool {
	from := false
	for _, t := range r.listLeft(s) {
		from = from || t.text == "由" || t.text == "从"
	}
	for _, t := range r.leftTokens {
		from = from || t.kind == time && startsWithAny(t.text, settingOut()) // 从2006年的8亿元增至2011年的20亿元
	}
	if !from {
		return r.becomes(s)
	}
	for k, t := range s.right {
		if t.kind == word && (t.is(upto|downto|turnto) || reached[t.text] || s.measure == "rank" && t.is(rank)) {
			return true // 从第17位跃居第9位
		}
		if (t.text == "到" || t.text == "至") && slices.ContainsFunc(s.right[k+1:], func(t token) bool { return t.kind == figure }) {
			return true // and not 从90米高的塔顶一直滑到地上
		}
	}
	return r.turnsBehindComma(s)
}

// turnsBehindComma tells of a movement whose second side stands behind a comma: 由16%和28%，提高到21%和34%.
func (r *reader) turnsBehindComma(s *site) bool {
	i := slices.IndexFunc(r.toks, func(t token) bool { return t.start >= s.tok.end && t.kind.pauses() })
	return i >= 0 && i+1 < len(r.toks) && r.toks[i].kind == comma && r.toks[i+1].is(upto|downto|turnto)
}

// becomes tells of a number whose things have become another number of them, without a 从: 30枚印章精简为1枚.
func (r *reader) becomes(s *site) bool {
	for k, t := range s.right {
		switch {
		case t.kind == figure || t.kind.pauses():
			return false
		case t.is(upto|downto) && k+1 < len(s.right):
			next := s.right[k+1]
			return next.kind == figure && next.q.Kind == "count" && next.q.Unit.Surface == s.tok.q.Unit.Surface
		}
	}
	return false
}

// fromBefore tells whether the figure is the second of a 从…增加到…, or goes on behind one in its part of the sentence.
func (r *reader) fromBefore(s *site) bool {
	from := false
	for j := range r.toks {
		t := r.toks[j]
		switch {
		case t.start >= s.tok.start:
			return from
		case t.kind == semi:
			from = false
		case t.text == "由" || t.text == "从" || t.kind == time && startsWithAny(t.text, settingOut()):
			from = true
		}
	}
	return from
}

// reached are verbs that a number of things reaches and then stands at: 示范性高中达到8所.
var reached = map[string]bool{"达到": true, "达": true, "已达": true}

// sumsOfSpan are words for the sum of a span.
var sumsOfSpan = phrases("sums of a span")
