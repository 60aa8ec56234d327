package figure

import (
	"slices"
	"strconv"
	"strings"
	clock "time"

	"yiyuan"
	"yiyuan/transform/period"
	"yiyuan/transform/search"
)

// This file finds the year of a yearly figure: the one a growth is compared with, the last that is over, every year.

// inOneBreath tells of a figure that only a 和 or 、 parts from the one before it.
func (r *reader) inOneBreath() bool {
	left := r.leftTokens
	if len(left) != 1 || left[0].kind != dun && !left[0].is(conj) {
		return false
	}
	return r.lastMeasured >= 0 && r.toks[r.lastMeasured].end == left[0].start
}

// yieldedYearly tells of a 年产值, 年出栏 or 一年收入: where no year is told it is of every year.
func yieldedYearly(s *site, st statement) bool {
	left := join(s.left)
	if strings.Contains(left, "常年") && (st.code == "area" || st.code == "employment") {
		return false // 常年用工60人 are there
	}
	if namedYearly(left, st) {
		return true
	}
	if st.code == "resident_income" && strings.HasPrefix(st.text, "年") {
		return strings.Contains(left, "一年") // 人均年收入 is a statistic
	}
	return st.time != "stock" && (strings.HasPrefix(st.text, "年") && !strings.HasPrefix(st.text, "年度") || holdsAny(left, yearlyFlows()))
}

// namedYearly tells of a 年 that only a verb or a kind of income parts from the name: 年经营性收入, 年实现收入, 年人均增收.
func namedYearly(left string, st statement) bool {
	before := left
	if st.text != "" {
		before, _, _ = strings.Cut(left, st.text)
	}
	cut := strings.LastIndex(before, "年")
	if cut < 0 || endsWithAny(before[:cut], yearsTold()) || cut > 0 && before[cut-1] <= '9' {
		return false
	}
	between := before[cut+len("年"):]
	if st.code == "resident_income" && (between == "" || between == "人均") {
		return false // 年人均纯收入 is a statistic
	}
	return between == "" || yearlyBetween().has(between)
}

var (
	yearlyBetween = phrases("between yearly and its name")
	yearsTold     = phrases("what tells which year")
)

// yearAfterYear tells of what comes in every year where the news names none, and of what the sentence tells beside it: 年出栏生猪6万头，
// 产值1.2亿元.
func (r *reader) yearAfterYear(f *yiyuan.Fact, s *site, st statement) bool {
	switch {
	case st.code == "enterprise_count":
		return false // 年产值1亿元以上的有12家
	case outlaid[f.Indicator] && !strings.Contains(r.ownWords(s), "年"):
		return false // 年吞吐能力60万箱，总投资2亿元
	case f.Indicator == "capacity" && strings.HasSuffix(st.text, "能力") && r.status() == "actual":
		return false // 年吞吐能力60万箱
	}
	named := namedYearly(join(s.left), st)
	p, has := r.inForce()
	ofDay := p.Kind == period.During && p.Start == p.End && !r.sentence.has // 6月2日，项目投运。项目年均发电5200万千瓦时
	if news := r.Report.Kind == ""; news && !r.sentence.has && withinOneYear(p) && p.Start.Month == p.End.Month && strings.HasPrefix(st.text, "年产") {
		ofDay = true // 七月，花椒红了。全区花椒年产量3万吨
	}
	if f.Measure == "level" && (ofDay || !has) && strings.HasPrefix(strings.TrimLeft(r.clauseAround(f.Start, f.End), "，、 "), "年均") {
		return true
	}
	if has && !r.sentence.now && !ofDay && !(named && !r.sentence.has) {
		return false
	}
	if f.Measure != "level" && f.Measure != "share" && !(named && f.Measure == "change" && f.Unit == "CNY") {
		return false
	}
	if f.Measure != "share" && yieldedYearly(s, st) && !holdsAny(r.text[f.End:r.end], comparedYears()) {
		r.sentence.yearly = true
		return true
	}
	return r.sentence.yearly && !r.timeBefore(s) && !hasWord(s.left, possessed().words...) && (st.time == "flow" && !st.happened || f.Measure == "share" && s.inherited)
}

var (
	yearlyFlows   = phrases("yearly flows")
	comparedYears = phrases("compared years")
)

// averagedYearly tells of a 平均每年 in the figure's clause.
func (r *reader) averagedYearly() bool {
	return slices.ContainsFunc(r.leftTokens, func(t token) bool { return t.averages() && !r.meanOfYear(t) })
}

// meanOfYear tells of a 年平均 that is part of the name of what one year comes to: 职工年平均工资.
func (r *reader) meanOfYear(t token) bool {
	return strings.HasSuffix(t.text, "年平均") && startsWithAny(r.text[t.end:r.end], meansOfOneYear())
}

// meansOfOneYear are how such names go on.
var meansOfOneYear = phrases("means of one year")

// baseYear is the year that a growth until a day is compared with: 2019年, “八五”期末, 五年前; 0 for none.
func baseYear(base string, until yiyuan.Date) int {
	if len(base) >= 4 {
		if year, err := strconv.Atoi(base[:4]); err == nil {
			return year
		}
	}
	if !strings.HasSuffix(base, "末") && !strings.HasSuffix(base, "年前") || strings.HasPrefix(base, "上") {
		return 0
	}
	exprs := period.Scan(base)
	if len(exprs) != 1 {
		return 0
	}
	p, ok := exprs[0].Resolve(period.Context{Reference: until})
	if !ok {
		return 0
	}
	return p.End.Year
}

// planAfter is the span of a change of the news against a five-year plan as a whole: that of the next one.
func (r *reader) planAfter(f *yiyuan.Fact) (period.Period, bool) {
	if r.Report.Kind != "" || f.Measure != "growth" && f.Measure != "change" || !endsWithAny(f.Base, fiveYearPlans()) {
		return period.Period{}, false
	}
	exprs := period.Scan(f.Base)
	if len(exprs) != 1 {
		return period.Period{}, false
	}
	p, ok := exprs[0].Resolve(period.Context{Reference: r.Reference})
	if !ok || p.End.Year-p.Start.Year != 4 || p.End.Year >= r.Reference.Year {
		return period.Period{}, false
	}
	next := period.Period{Kind: period.During, Start: period.Year(p.End.Year + 1).Start, End: period.Year(p.End.Year + 5).End}
	if r.Reference.Before(next.End) && r.status() == "actual" {
		next.End = r.Reference
	}
	return next, true
}

// fiveYearPlans end the names of the five-year plans.
var fiveYearPlans = phrases("ends of five-year plans")

// ofPlanNamed dates a yearly mean by the five-year plan that its sentence names without a word for its time, once that is over:
// “十三五”全国教育支出年均增长超7%.
func (r *reader) ofPlanNamed(f *yiyuan.Fact) bool {
	for _, e := range period.Scan(r.text[r.start:r.end]) {
		p, ok := e.Resolve(period.Context{Reference: r.Reference})
		if e.Role == period.Name && ok && p.End.Year-p.Start.Year == 4 && p.End.Before(r.Reference) {
			f.PeriodStart, f.PeriodEnd = p.Start, p.End
			return true
		}
	}
	return false
}

// reaches tells of a level that is reached or passed: 突破7万亿元, 超4000列.
func (r *reader) reaches() bool { return hasWord(r.leftTokens, "突破", "超", "逾", "达") }

// lastYearOver tells of a yearly statistic that the news says has been reached since years ago: it is of the last year that is over.
func (r *reader) lastYearOver(s *site, f *yiyuan.Fact) bool {
	if r.Report.Kind != "" || r.Reference.Month == clock.December || f.Measure != "level" && f.Measure != "share" || s.rule == "share.over" {
		return false
	}
	switch f.Indicator {
	case "gdp", "value_added", "resident_income":
	default:
		if !yearlySums[f.Indicator] || !r.yearsNamed() {
			return false
		}
	}
	return (s.arrived || r.reaches()) && !r.fromBefore(s) && !r.summedUp(s) && !hasWord(s.left, "新增")
}

// yearlySums are what a year comes to: of a span of years that the sentence names, the last that is over has reached it.
var yearlySums = map[string]bool{
	"output_value": true, "foreign_trade": true, "exports": true, "imports": true, "retail_sales": true, "fiscal_revenue": true,
	"rd_spending": true,
}

// yearsNamed tells of a 十年来 or 三年间 before the figure.
func (r *reader) yearsNamed() bool {
	before := r.text[r.start:r.end]
	return r.sentence.has && holdsAny(before, spansOfYears())
}

// spansOfYears are words for spans of years.
var spansOfYears = phrases("spans of years")

// sinceYears tells of a 十年来 of the news, of which the yearly statistics begin with its first year and end with the last
// that is over.
func (r *reader) sinceYears(p period.Period) bool {
	if r.Report.Kind != "" || r.sentence.since || p.Kind != period.During || p.End != r.Reference || p.End.Month == clock.December {
		return false
	}
	return p.Start == period.Year(p.Start.Year).Start && p.End.Year-p.Start.Year >= fewYears
}

// fewYears is how many years back a span of the news begins at least that is told by its first and last year.
const fewYears = 4

// sinceCongress is the span since a congress that the sentence names, where what is told began and came to something in it: 党的十八大以来，
// 生产总值从2万亿元增长到4万亿元.
func (r *reader) sinceCongress(s *site) (period.Period, bool) {
	if r.Report.Kind != "" || !r.startsFromTo(s) && !(s.arrived && r.fromBefore(s)) {
		return period.Period{}, false
	}
	year, _ := r.congressBefore(s)
	return period.Period{Kind: period.During, Start: period.Year(year).Start, End: r.Reference}, year > 0
}

// congressBefore is the year of a congress since when the sentence tells up to the figure, and where it has said so; 0 for none.
func (r *reader) congressBefore(s *site) (year, end int) {
	before, _, named := search.Cut(r.text[r.start:s.tok.start], "大以来")
	if !named {
		return 0, 0
	}
	return congresses[before[max(0, len(before)-len("十八")):]], r.start + len(before) + len("大以来")
}

// onlySinceCongress tells of a figure of the news told since a congress, and not on the day or in the years that are in force before it is
// named: 今天举行发布会，负责人介绍，党的十八大以来，新建学校30所.
func (r *reader) onlySinceCongress(s *site, p period.Period) bool {
	year, said := r.congressBefore(s)
	if r.Report.Kind != "" || year == 0 || r.sentence.has && p.Start != p.End {
		return false
	}
	return !slices.ContainsFunc(r.toks, func(t token) bool {
		return t.kind == time && ruling[t.e.Role] && said <= t.start && t.start < s.tok.start
	})
}

// congresses are the years of the party's congresses, by their number before a 大.
var congresses = map[string]int{"十六": 2002, "十七": 2007, "十八": 2012, "十九": 2017, "二十": 2022}

// everyYear tells of a 每年 in the figure's own clause, or of a 平均每年 over no span that the text names.
func (r *reader) everyYear() bool {
	spanned := r.sentence.has || r.heading.has || r.Report.Kind != ""
	return slices.ContainsFunc(r.leftTokens, func(t token) bool {
		return t.kind == time && (strings.HasPrefix(t.text, "每年") || !spanned && strings.HasSuffix(t.text, "每年"))
	})
}

// summedYears is the number of years that the figure's own clause says a sum is of, 0 where it says none: 投资五年累计完成300亿元.
func (r *reader) summedYears(s *site) int {
	years := 0
	from, to := r.ownClause(s)
	for j := from; j < to; j++ {
		if n := r.yearsPassed(j); n > 0 && strings.HasPrefix(r.text[r.toks[j].end:], "累计") {
			years = n
		}
	}
	return years
}

// yearsGrown is the number of years that the figure's own clause says a growth took, 0 where it says none: 收入6100元，五年累计增长59.6%.
func (r *reader) yearsGrown(s *site) int {
	if s.measure != "growth" && s.measure != "change" {
		return 0
	}
	from, to := r.ownClause(s)
	for j := from; j < to; j++ {
		n, verb := r.yearsPassed(j), j+1
		for n > 1 && verb < to && throughSpan().has(r.toks[verb].text) {
			verb++
		}
		if n > 1 && verb < to && r.toks[verb].is(up|down|net) {
			return n
		}
	}
	return 0
}

// throughSpan are words between the years of a span and what came about in them.
var throughSpan = phrases("through a span")

// yearsPassed is the number of years of a span passed over at j, 0 where there is none.
func (r *reader) yearsPassed(j int) int {
	if t := &r.toks[j]; t.years() && r.passed[j] {
		if n, err := t.q.Value.Int64(); err == nil && n > 1 && n <= 20 {
			return int(n)
		}
	}
	return 0
}
