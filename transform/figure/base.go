package figure

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"yiyuan"
	"yiyuan/transform/indicator"
	"yiyuan/transform/period"
)

// comparedThing is what a change is compared with where it is no time: 较上届, 比商用初期.
func comparedThing(left []token) string {
	for i := len(left) - 2; i >= 0; i-- {
		if left[i].text != "比" && left[i].text != "较" {
			continue
		}
		end := i + 1
		for end < len(left) && !left[end].is(up|down|upto|downto|resp) && !startsWithAny(left[end].text, moreOrLess()) {
			if left[end].kind == time || left[end].kind == comma {
				return ""
			}
			end++
		}
		return strings.TrimSuffix(join(left[i+1:end]), "的")
	}
	return ""
}

// moreOrLess are words for how two things compare, higherOrFaster those of what grows.
var moreOrLess, higherOrFaster = phrases("more or less"), phrases("more or less")

// rivalsOwn is the place whose own growth is told before the gap to it: 全国 of 比全国增长3.1%高2个百分点.
func (r *reader) rivalsOwn(s *site) string {
	if s.measure != "growth" || len(s.right) == 0 || !startsWithAny(s.right[0].text, higherOrFaster()) {
		return ""
	}
	for i := len(s.left) - 1; i > 0; i-- {
		if t := s.left[i]; t.kind == where && (s.left[i-1].text == "比" || s.left[i-1].text == "较") {
			return r.regionOf(t.at)
		}
	}
	return ""
}

// handRivals gives each of several gaps its own rival: 比全省和全国分别高0.7、1.4个百分点.
func (r *reader) handRivals(s *site, i int) {
	if len(r.rivals) > 0 && (s.tok.q.Kind == "pp" || s.tok.q.Kind == "percent") && r.inOneBreath() {
		s.base, r.rivals = r.rivals[0], r.rivals[1:]
		return
	}
	r.rivals = nil
	if bases := r.basesListed(i); len(bases) > 1 && len(bases) == r.followers(i) {
		s.base, r.rivals = bases[0], bases[1:]
		return
	}
	if !strings.HasPrefix(s.rule, "gap.") {
		return
	}
	var whom []token
	for _, t := range s.captured("whom") {
		if !t.is(resp | each) {
			whom = append(whom, t)
		}
	}
	if parts := splitConj(whom); len(parts) > 1 && len(parts) == r.followers(i) {
		for _, part := range parts {
			r.rivals = append(r.rivals, strings.TrimSpace(join(withoutBrackets(part))))
		}
		s.base, r.rivals = r.rivals[0], r.rivals[1:]
	}
}

// basesListed are the times that several figures are compared with one by one: 比一季度、上半年分别回落2.1个和0.4个百分点.
func (r *reader) basesListed(i int) []string {
	var bases []string
	for k, t := range r.toks[:i] {
		switch {
		case t.kind == comma || t.kind == semi:
			bases = nil
		case t.kind != time:
		case len(bases) > 0 && k > 0 && (r.toks[k-1].kind == dun || r.toks[k-1].is(conj)):
			bases = append(bases, cmp.Or(t.e.Base(), t.text))
		case t.e.Role == period.Compared:
			bases = []string{t.e.Base()}
		}
	}
	return bases
}

// gapGoesOn reads the gap to the next rival, which leaves out what both are gaps of: 低于全国8.3个百分点、全省4.8个百分点.
func (r *reader) gapGoesOn(s *site) {
	last := r.lastFact()
	if s.rule != "points" || last == nil || !strings.HasPrefix(last.Rule, "gap.") || len(s.left) != 2 || last.End != s.left[0].start {
		return
	}
	if s.left[0].kind != dun && !s.left[0].is(conj) || !isField(s.left[1]) {
		return
	}
	s.rule, s.base, s.nounPhrase = last.Rule, s.left[1].text, nil
	if last.Value.Negative {
		s.sign = -1
	}
}

// describedBase is a year compared with that the clause says what came after it: 1981年 of 比建州前的1981年增长3倍.
func (r *reader) describedBase(s *site) string {
	for _, t := range r.leftTokens {
		if t.kind == time && t.start > r.start && endsInDescribedBase(r.text[r.start:t.start]) {
			return t.text
		}
	}
	return ""
}

// settleBase puts right what a figure is compared with, and finds what it is a share or a multiple of.
func (r *reader) settleBase(f *yiyuan.Fact, s *site, st statement) {
	if f.Base == "yoy" && (r.overYears(f, s) || f.Measure == "change" && f.Indicator == "resident_income") && !r.namesYearBefore(s) {
		f.Base = "" // what a household has got more names none either
	}
	if f.Base == "yoy" {
		f.Base = cmp.Or(r.stoodBefore(f, s), f.Base)
	}
	if f.Base == "yoy" && r.movesInTrade(s) {
		f.Base = "" // 收涨2%: since the day before
	}
	if f.Base == "yoy" {
		f.Base = cmp.Or(r.markBefore(s), f.Base)
	}
	if base, ok := r.baseOfExtent(f, s); ok {
		f.Base = base
	}
	if f.Measure == "growth" && f.Base == "yoy" && r.extentOfStreak(s) {
		f.Base = "" // 连续9个月环比增长，涨幅达28.6%
	}
	if f.Measure == "multiple" && f.Base != "" {
		f.Base = r.withItsYear(f.Base)
	}
	if f.Measure == "multiple" || f.Measure == "share" && f.Unit == "percent" {
		r.settleWhole(f, s, st)
	}
	if f.Measure == "share" && f.Base == "" {
		f.Base = r.wholeToldBefore(f, s)
	}
	if f.Measure == "share" && f.Base == "" && f.Indicator == "value_added" {
		r.sharesWhole(f)
	}
}

// sharesWhole lets the share of a branch be in the output that the one before it in its sentence has a share in: 轻工业占工业总产值的比重为41%，重工业
// 比重为59%.
func (r *reader) sharesWhole(f *yiyuan.Fact) {
	last := r.lastInSentence()
	if last != nil && last.Measure == "share" && last.Unit == f.Unit && last.Indicator == "output_value" && strings.HasSuffix(last.Base, "总产值") {
		f.Indicator, f.Base = last.Indicator, last.Base
	}
}

// wholeToldBefore is the quantity told in the sentence that a part of it makes up so much of: 用工 of 用工3000人，其中外来工占六成.
func (r *reader) wholeToldBefore(f *yiyuan.Fact, s *site) string {
	whole := r.wholeFact()
	if whole == nil || whole.Start < r.start || whole.Measure != "level" || whole.Indicator != f.Indicator || !hasWord(s.left, "占", "占比", "占到", "占了") {
		return ""
	}
	return whole.IndicatorText
}

// settleWhole finds the whole of a share that its rule has not: the one it may not pass, the thing counted, the place before the figure.
func (r *reader) settleWhole(f *yiyuan.Fact, s *site, st statement) {
	if n := len(s.left); s.rule == "share.over" && f.Base != "" && n > 0 {
		if t := s.left[n-1]; (t.kind == where || everywhere()[t.text] || t.text == "地区") && !strings.HasPrefix(f.Base, t.text) {
			whole := t.text
			if t.text == "地区" && n > 1 {
				whole = s.left[n-2].text + whole
			}
			f.Base = whole + f.Base
		}
	}
	if f.Base == "" && f.Measure == "share" {
		f.Base = wholeTakenUp(r.clauseAround(s.tok.start, s.tok.end))
	}
	if f.Base != "" {
		return
	}
	left := join(s.left)
	for _, w := range wholeBounds {
		i := strings.LastIndex(left, w.word)
		if i < 0 {
			continue
		}
		whole := strings.TrimSuffix(left[i+len(w.word):], "的")
		if size := len([]rune(whole)); size > 1 && size < 10 {
			f.Base = whole
			return
		}
		break
	}
	if f.Measure == "multiple" {
		return
	}
	if f.Indicator == "value_added" && threeSectors[f.Industry] && s.rule == "share.named" {
		f.Base = "地区生产总值"
		if f.RegionCode == "100000" {
			f.Base = "国内生产总值"
		}
		return
	}
	if strings.HasSuffix(f.Indicator, "_count") && (st.form == "rate" || s.rule == "share.named") {
		if hits := indicator.Nouns(st.qualifier + st.text); len(hits) > 0 {
			f.Base = hits[len(hits)-1].Entry.Text
		}
	}
}

// namesYearBefore tells of a clause that says that it compares with the year before: 比上年增长5%.
func (r *reader) namesYearBefore(s *site) bool {
	return strings.Contains(r.clauseAround(s.tok.start, s.tok.end), "同比") || hasWord(s.left, againstLastYear().words...)
}

// extentOfStreak tells of how far what has grown month by month went in the last: 连续9个月环比增长，涨幅达28.6%.
func (r *reader) extentOfStreak(s *site) bool {
	if len(s.left) == 0 || !startsWithAny(join(s.left), extentWords()) {
		return false
	}
	said := r.saidBefore(s)
	return strings.Contains(said, "连续") && strings.Contains(said, "环比")
}

// wholeTakenUp is the whole that a clause says something takes up so much in: 国民经济 of 服务业在国民经济中的比重达45%.
func wholeTakenUp(clause string) string {
	for _, within := range takenUpIn().words {
		end := strings.Index(clause, within)
		if end < 0 {
			continue
		}
		start := strings.LastIndex(clause[:end], "在")
		whole := clause[max(0, start):end]
		if size := utf8.RuneCountInString(whole); start >= 0 && size > 2 && size <= longestWhole && !strings.ContainsAny(whole, "0123456789%，") {
			return strings.TrimPrefix(whole, "在")
		}
	}
	return ""
}

// longestWhole is how many characters such a whole has at most, its 在 with it.
const longestWhole = 16

var takenUpIn = phrases("taken up in a whole")

// stoodBefore is the day that a change of what stands is reckoned from where it is told only of the one before it in the paragraph: 存款余额80亿元，
// 比年初增加6亿元，其中储蓄存款50亿元，增加3亿元. It is "" where there is none.
func (r *reader) stoodBefore(f *yiyuan.Fact, s *site) string {
	if f.Measure != "change" || f.PeriodKind != period.AsOf || f.Unit == "pp" || comparesItself(r.clauseSoFar(s)) {
		return ""
	}
	for i := len(r.out.Facts) - 1; i >= 0 && r.out.Facts[i].Start >= r.lineStart; i-- {
		before := &r.out.Facts[i]
		if before.Measure != "change" || before.PeriodKind != period.AsOf || before.Unit != f.Unit {
			continue
		}
		if before.Indicator == f.Indicator && before.PeriodEnd == f.PeriodEnd && endsWithAny(before.Base, daysStoodAt()) {
			return before.Base
		}
		return ""
	}
	return ""
}

// daysStoodAt are how the names of days end that what stands is compared with.
var daysStoodAt = phrases("days stood at")

// comparesItself tells of a clause that says what it compares with.
func comparesItself(clause []token) bool {
	return slices.ContainsFunc(clause, func(t token) bool {
		return t.kind == time && t.e.Base() != ""
	})
}

// movesInTrade tells of what moves from day to day on a market and is not compared with the year before.
func (r *reader) movesInTrade(s *site) bool {
	if r.Report.Kind != "" || s.tok.q.Unit.Surface != "点" && !holdsAny(r.text[r.start:r.end], daysOfTrade()) {
		return false
	}
	return !strings.ContainsAny(r.clauseAround(s.tok.start, s.tok.end), "比较")
}

// daysOfTrade are words on what a market does in a day.
var daysOfTrade = phrases("days of trade")

var comparedMarks = phrases("marks compared with")

// markBefore is what the clause before a change compares it with, where that is a mark of its kind and no time: 与上世纪的最高值相比，减少…. It is ""
// where there is none.
func (r *reader) markBefore(s *site) string {
	before := r.text[r.start:s.tok.start]
	at := strings.LastIndex(before, "相比，")
	last := r.lastInSentence()
	if at < 0 || strings.Contains(before[at+len("相比，"):], "，") && (last == nil || baseYear(last.Base, r.Reference) == 0) {
		return ""
	}
	clause := before[lastPause(before[:at]):at]
	if i := strings.IndexAny(clause, "与和同"); i >= 0 {
		_, size := firstRune(clause[i:])
		mark := clause[i+size:]
		if end := strings.Index(mark, "年") + len("年"); end >= len("年") && baseYear(mark[:end], r.Reference) > 0 && strings.Contains(mark[end:], "普查") {
			return mark[:end] // 与2010年第六次人口普查的56万人相比，减少2万人
		}
		if endsWithAny(mark, comparedMarks()) {
			return mark
		}
	}
	return ""
}

// withItsYear puts the year before what a multiple is of: 2014年协同发展前 of 是2014年协同发展前的1.7倍.
func (r *reader) withItsYear(base string) string {
	for _, t := range r.leftTokens {
		if t.kind == time && strings.HasPrefix(r.text[t.end:r.end], base) && !startsWithAny(t.text, fromOrUpTo()) {
			return t.text + base
		}
	}
	return base
}

var extentWords = phrases("extent of a change")

// baseOfExtent is what the change right before is compared with, of which the figure says how far it went: 较7月末下降150亿美元，降幅为0.5%,
// 环比减少3万吨、下降0.7%.
func (r *reader) baseOfExtent(f *yiyuan.Fact, s *site) (base string, ok bool) {
	last := r.lastInSentence()
	if last == nil || f.Measure != "growth" || last.Measure != "change" || last.Indicator != f.Indicator || last.Base == "" {
		return "", false
	}
	if len(s.left) == 0 || r.timeBefore(s) || !startsWithAny(join(s.left), extentWords()) && !(len(s.left) == 1 && s.left[0].is(up|down) && f.Base == "yoy") {
		return "", false
	}
	return last.Base, true
}

// overYears tells of a change over several years that is told without what it is compared with: 五年来，能耗下降20%.
func (r *reader) overYears(f *yiyuan.Fact, s *site) bool {
	from, to := f.PeriodStart, f.PeriodEnd
	if p, has := r.inForce(); has && f.PeriodKind == period.AsOf && (f.Measure == "growth" || f.Unit == "pp") && p.Kind == period.During {
		return p.Start.Year > 0 && p.End.Year-p.Start.Year > 1 // 十年来…，教师总数增长27%
	}
	return f.PeriodKind == period.During && from.Year > 0 && from.Year < to.Year && !r.yearly(s)
}

var threeSectors = map[string]bool{"第一产业": true, "第二产业": true, "第三产业": true}

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
	if (s.measure == "growth" || s.measure == "change") && r.grewFrom(s) > 0 {
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
	if last := r.lastGrowth(); last != nil && (last.Base == "mom" || last.Base == "qoq") && (s.inherited || r.inOneBreath() || r.pricesOfPart(s, last)) {
		return last.Base
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
			switch base := t.e.Base(); {
			case base != "mom":
				return r.monthBefore(base), true
			case strings.Contains(t.text, "月"):
				return "mom", true // 一季度…，增速较上月加快
			}
			return r.overPeriod(), true
		}
		if strings.HasPrefix(t.text, "平均增") || t.text == "平均" && i+1 < len(s.left) && strings.HasPrefix(s.left[i+1].text, "增") && !meanOfPlace(s, i) {
			return r.meanOverYears(), true
		}
		if t.text == "环比" {
			return r.overPeriod(), true
		}
	}
	if endsWithAny(r.clauseBeforeFigure(s), compoundYearly()) {
		return "cagr", true // 比1990年增长1.3倍，年递增18%
	}
	if day := firstOf(r.clauseBeforeFigure(s), againstYesterday()); day != "" {
		return trimAhead(day, "较", "比"), true
	}
	for j := len(r.toks) - 1; j >= 0; j-- {
		if t := r.toks[j]; t.start < s.tok.start && t.kind.pauses() {
			break
		} else if t.start < s.tok.start && t.kind == time && t.e.Role == period.Compared && t.e.Base() != "mom" {
			return r.monthBefore(t.e.Base()), true
		}
	}
	for j := len(r.toks) - 1; j >= 0; j-- {
		if t := r.toks[j]; t.start < s.tok.start && t.kind == time && t.averages() && !r.meanOfYear(t) && s.tok.start-t.end < 40 && !r.levelSince(t.end) {
			return "cagr", true
		}
	}
	return "", false
}

// compoundYearly are verbs for growing by so much in every year of a span.
var compoundYearly = phrases("compound yearly")

// againstYesterday are words for the day before as what something is held against.
var againstYesterday = phrases("against yesterday")

// meanOfPlace tells of a 平均 at i of what is left of a gap that is the mean of all of a place: 高出全国平均增长幅度3.5个百分点.
func meanOfPlace(s *site, i int) bool {
	return i > 0 && s.left[i-1].kind == where && s.tok.q.Unit.Code == "pp"
}

// levelSince tells of a level told since a place: 职工年平均工资5012元，增长5% is of the year.
func (r *reader) levelSince(at int) bool {
	last := r.lastInSentence()
	return last != nil && last.Start >= at && last.Measure == "level" && last.Unit == "CNY"
}

// lastGrowth is the growth told last in the sentence, or in the one before it that a 其中 goes on from.
func (r *reader) lastGrowth() *yiyuan.Fact {
	from := r.start
	if opens := firstClause(r.text[r.start:r.end]); strings.HasPrefix(opens, "其中") || strings.HasSuffix(opens, "中") {
		from = r.lineStart
	}
	for i := len(r.out.Facts) - 1; i >= 0 && r.out.Facts[i].Start >= from; i-- {
		if f := &r.out.Facts[i]; f.Measure == "growth" {
			return f
		}
	}
	return nil
}

// pricesOfPart tells of the prices of a part, told behind how those of the whole moved within the year: 居民消费价格环比上涨0.4%。其中，食品价格上涨3.4%.
func (r *reader) pricesOfPart(s *site, whole *yiyuan.Fact) bool {
	return holdsAny(join(s.left), movingPrices()) && holdsAny(whole.IndicatorText, movingPrices()) && !holdsAny(whole.Sentence, []string{"同比", "上年"})
}

// movingPrices are words for what rises and falls as prices do.
var movingPrices = phrases("prices that move")

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

// bracketedRegion is the place whose own level stands in brackets behind it, where others are compared with it: 比全省（7.4%）高1.7个百分点,
// 高于全国平均水平（6.3%）.
func (r *reader) bracketedRegion(s *site) string {
	at := slices.IndexFunc(r.toks, func(t token) bool { return t.start == s.tok.start })
	if at < 2 || at+1 >= len(r.toks) || r.toks[at+1].kind != shut {
		return ""
	}
	if at > 2 && r.toks[at-1].text == "占" {
		at-- // 集中在昆山（占50%）
	}
	if r.toks[at-1].kind != open {
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

// againstLastYear measure a figure against the year before.
var againstLastYear = phrases("against last year")
