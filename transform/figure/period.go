package figure

import (
	"strconv"
	"strings"

	"yiyuan"
	"yiyuan/transform/period"
)

// This file gives a fact its period: a flow over a span, or what stands at a day.

// stock tells whether the quantity is one that stands at a date.
func (r *reader) stock(s *site, st statement, f *yiyuan.Fact) bool {
	if st.balance(s) && f.Measure == "growth" {
		return true
	}
	if f.Measure == "change" && f.Unit != "pp" {
		return false
	}
	if st.newness && !hasWord(s.left, "总量", "总数", "累计") {
		return false
	}
	if p, _ := r.inForce(); r.sentence.has && p.Kind == period.During && p.Start.Year < p.End.Year && !s.arrived && hasWord(r.leftTokens, "累计") && st.time != "stock" {
		return false
	}
	if n := len(r.leftTokens); n > 0 && stands[r.leftTokens[n-1].text] && f.Measure == "level" && (f.Indicator == "area" || st.time == "count" && !st.happened && st.code != "project_count") {
		return true
	}
	switch st.time {
	case "stock":
		return !st.happened || st.existing || f.Measure != "level"
	case "count":
		p, has := r.inForce()
		if n := len(r.leftTokens); n > 0 && tends[r.leftTokens[n-1].text] && standing[st.code] && f.Measure == "level" && !st.newness {
			return true
		}
		switch {
		case (!has || p.Kind == period.None) && r.Report.Kind == "" && (st.happened || st.code == "case_count") && !st.existing && !s.arrived && !hasWord(s.left, "累计", "总数", "总量"):
			return false
		case !has || p.Kind == period.AsOf || p.Kind == period.None:
			return true
		case s.arrived || hasWord(s.left, "累计", "总量", "总数", "现有", "共有"):
			return true
		case st.happened:
			return false
		}
		return st.existing || r.heading.status != "target" || r.Report.Kind == ""
	case "flow":
		if s.arrived && !aggregate[f.Indicator] && f.Indicator != "profit" && f.Indicator != "revenue" && st.form != "rate" && f.Measure != "share" {
			return true
		}
		if p, _ := r.inForce(); st.cumulative && p.Kind == period.AsOf {
			return true
		}
		if p := r.line.period; st.cumulative && r.line.has && p.Kind == period.During && p.Start.Year < p.End.Year {
			return false // the paragraph names the span
		}
		return st.cumulative && !r.sentence.has || st.existing && f.Measure == "level" && f.Indicator == "investment" && st.head != "完成投资"
	}
	return false
}

// stands are verbs that a number of things reaches and then stands at: 示范性高中达到8所.
var stands = map[string]bool{"达到": true, "达": true, "已达": true}

// tends are verbs for what is there already: 支持700家龙头企业壮大, 抓好86个产粮大县建设.
var tends = map[string]bool{"支持": true, "抓好": true, "扶持": true, "指导": true, "服务": true}

// outlaid are sums that add up project by project: 截至目前投入7.4亿元 is what stands at that day, not of its year.
var outlaid = map[string]bool{"investment": true, "financing": true, "subsidy": true}

func (r *reader) settlePeriod(f *yiyuan.Fact, s *site, st statement) {
	p, has := r.inForce()
	if own, ok := r.comparedYear(s); ok {
		p, has = own, true
	} else if next, ok := r.turn(); ok {
		p, has = next, true
	}
	if has && !r.sentence.has && r.habitualHere() {
		p, has = period.Period{Kind: period.None}, false
	}
	asOf := r.stock(s, st, f) || has && p.Kind == period.AsOf && f.Measure == "level" && outlaid[f.Indicator]
	if st.code == "unemployment_rate" && r.sentence.has && r.sentence.stock {
		asOf = true
	}
	if !has || p.Kind == period.None {
		f.PeriodKind = "during"
		switch {
		case asOf:
			f.PeriodKind = "as_of"
			f.PeriodEnd = r.Reference
		case f.Indicator == "duration" && !hasWord(s.left, "用时") && !hasWord(s.left, "历时"),
			!has && r.status() == "forecast", r.habitual(s), r.habitualHere():
			f.PeriodKind = "none"
		case r.Report.Kind == "" && r.status() == "actual":
			f.PeriodEnd = r.Reference // up to the day of the news, since when is not told
		}
		return
	}
	if f.Measure == "share" && r.partOf >= 0 && r.out.Facts[r.partOf].PeriodKind == "as_of" && f.Base == "" {
		asOf = true // a share of what stands
	}
	if r.status() == "forecast" && (r.sentence.promise || r.recurs(s, st)) {
		f.PeriodKind = "none"
		return
	}
	if r.sentence.now && p.Kind == period.AsOf && !aggregate[f.Indicator] && !yielding[f.Indicator] && (f.Measure == "level" || f.Measure == "share") {
		asOf = true // 目前 of what is no flow of the year
	}
	p = r.narrowed(p, s, st, f)
	if f.Base == "cagr" {
		p = r.averaged(p)
	} else if f.Measure == "growth" && f.Base == "yoy" && p.Start.Year < p.End.Year && r.yearly(s) {
		p = p.Last()
	}
	if asOf {
		p = p.Stock()
	} else {
		p = r.upToNews(p.Flow())
	}
	f.PeriodKind, f.PeriodStart, f.PeriodEnd = p.Kind, sinceBase(f, p), p.End
	if p.Kind == "as_of" {
		f.PeriodStart = yiyuan.Date{}
	}
	if p.Kind == "" {
		f.PeriodKind = "none"
	}
}

// yielding are flows that 目前 tells of the year so far.
var yielding = map[string]bool{"revenue": true, "profit": true, "output_volume": true, "visitor_count": true}

// upToNews ends 今年 with the day of the news that tells what has happened in it.
func (r *reader) upToNews(p period.Period) period.Period {
	running := r.sentence.running || !r.sentence.has && r.line.running
	if running && r.status() == "actual" && p.Kind == period.During && r.Reference.Before(p.End) && p.Start.Year == r.Reference.Year {
		p.End = r.Reference
	}
	return p
}

// yearly tells whether a growth under a span of years is of its last: it is compared with the year before, or follows a level
// of that one year.
func (r *reader) yearly(s *site) bool {
	for _, t := range r.leftTokens {
		if t.kind == time && t.e.Role == period.Compared || t.text == "同比" {
			return true
		}
	}
	last := r.lastFact()
	return s.inherited && last != nil && last.Start >= r.start && last.Measure == "level" && last.PeriodKind == period.During && last.PeriodStart.Year == last.PeriodEnd.Year
}

// averaged is the span a yearly average is taken over; one year is none.
func (r *reader) averaged(p period.Period) period.Period {
	if p.Kind != period.During || p.Start.Year != p.End.Year {
		return p
	}
	if last := r.lastFact(); last != nil && last.Start >= r.start && len(last.Base) > 4 {
		if from, err := strconv.Atoi(last.Base[:4]); err == nil && from+1 < p.End.Year {
			p.Start = yiyuan.NewDate(from+1, 1, 1)
			return p
		}
	}
	if n := r.yearsAveraged(); n > 1 {
		p.Start = yiyuan.NewDate(p.End.Year-n+1, 1, 1)
		return p
	}
	if from := r.line.from; from > 0 && from+1 < p.End.Year {
		p.Start = yiyuan.NewDate(from+1, 1, 1)
		return p
	}
	for _, wider := range []scope{r.opened, r.heading} {
		if wider.has && wider.period.Kind == period.During && wider.period.Start.Year < wider.period.End.Year {
			return wider.period
		}
	}
	return p
}

// yearsAveraged is the number of years of a 两年平均, 0 where none is told.
func (r *reader) yearsAveraged() int {
	for _, t := range r.leftTokens {
		if years, ok := strings.CutSuffix(t.text, "年平均"); ok {
			return strings.Index("一二三四五", strings.Replace(years, "两", "二", 1))/len("一") + 1
		}
	}
	return 0
}

// comparedYear is the year of a figure that is only compared with: 比1997年的1050亿元增长45.3%.
func (r *reader) comparedYear(s *site) (period.Period, bool) {
	if s.measure == "multiple" || s.rule == "share.recovered" {
		return period.Period{}, false
	}
	toks := r.leftTokens
	for len(toks) > 0 && (toks[len(toks)-1].text == "的" || toks[len(toks)-1].kind == blank) {
		toks = toks[:len(toks)-1]
	}
	if len(toks) == 0 {
		return period.Period{}, false
	}
	t := toks[len(toks)-1]
	if t.kind != time || t.e.Role != period.Compared && !r.comparedWith(&t) && !r.begins(&t) {
		return period.Period{}, false
	}
	p, ok := t.e.Resolve(r.periodContext())
	return p, ok && p.Kind != period.None
}

// begins tells of the time that a 从 or 由 stands before: the level a change began at is of it.
func (r *reader) begins(t *token) bool {
	before := r.text[r.start:t.start]
	return strings.HasSuffix(before, "从") || strings.HasSuffix(before, "由") || strings.HasPrefix(t.text, "从") || strings.HasPrefix(t.text, "由")
}

// sinceBase is where a change against an older year begins: 比2019年 is from 1 January 2020.
func sinceBase(f *yiyuan.Fact, p period.Period) yiyuan.Date {
	if p.Kind != period.During || f.Measure != "growth" && f.Measure != "change" || len(f.Base) < 4 {
		return p.Start
	}
	year, err := strconv.Atoi(f.Base[:4])
	if err != nil || year < 1949 || year+1 >= p.Start.Year {
		return p.Start
	}
	return yiyuan.NewDate(year+1, 1, 1)
}

// narrowed fits a span to its figure: the first of 从65家增加到194家 is of before the span, and a level with no year of
// its own in a part on several years is of the last.
func (r *reader) narrowed(p period.Period, s *site, st statement, f *yiyuan.Fact) period.Period {
	if r.startsFromTo(s) && !r.timeBefore(s) && !strings.HasPrefix(s.rule, "ratio") {
		first := p.Start.Year
		if p.Kind == period.AsOf {
			first = p.End.Year
		}
		if r.sentence.has && p.Kind == period.During && r.namesBothYears(p) {
			return period.Year(first)
		}
		if r.line.from > 0 && r.line.from < first {
			return period.Year(r.line.from)
		}
		if first > 0 {
			return period.Year(first - 1)
		}
	}
	if f.Measure == "growth" || f.Measure == "change" || st.cumulative || hasWord(s.left, "累计", "五年", "总计", "合计", "年均") || st.newness || r.summedUp(s) {
		return p
	}
	if s.arrived && p.Kind == period.During && r.fromBefore(s) {
		return p.Last()
	}
	if !r.sentence.has && aggregate[f.Indicator] || strings.HasPrefix(s.rule, "ratio") {
		return p.Last()
	}
	return p
}

// namesBothYears tells of a 2013年到2016年, whose first year a change began in; 五年来 it began before.
func (r *reader) namesBothYears(p period.Period) bool {
	for _, t := range r.toks {
		if t.kind == time && p.Start.Year < p.End.Year && strings.Contains(t.text, strconv.Itoa(p.Start.Year)) && strings.Contains(t.text, strconv.Itoa(p.End.Year)) {
			return true
		}
	}
	return false
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
		summed = summed || t.kind == word && strings.HasPrefix(t.text, "累计")
	}
	return summed
}

// startsFromTo tells whether the figure is the first of a 从…增加到….
func (r *reader) startsFromTo(s *site) bool {
	from := false
	left := s.left
	if r.list != nil && r.listSite != nil {
		left = r.listSite.left
	}
	for _, t := range left {
		from = from || t.text == "由" || t.text == "从"
	}
	if !from {
		return false
	}
	for _, t := range s.right {
		if t.kind == word && (t.is(upto|downto|turnto) || t.text == "到" || t.text == "至") {
			return true
		}
	}
	return false
}

// fromBefore tells whether the figure is the second of a 从…增加到….
func (r *reader) fromBefore(s *site) bool {
	for j := range r.toks {
		t := r.toks[j]
		if t.start >= s.tok.start {
			break
		}
		if t.text == "由" || t.text == "从" {
			return true
		}
	}
	return false
}

// timeBefore tells whether the figure has a time expression of its own in its clause.
func (r *reader) timeBefore(s *site) bool {
	for _, t := range r.leftTokens {
		if t.kind == time && ruling[t.e.Role] {
			return true
		}
	}
	return false
}

func (r *reader) inForce() (period.Period, bool) {
	switch {
	case r.sentence.has:
		return r.sentence.period, true
	case r.line.has && !r.aheadOfNews():
		return r.line.period, true
	case r.heading.has:
		return r.heading.period, true
	}
	return period.Period{}, false
}

// aheadOfNews tells of a time still to come that an earlier sentence of the news set: what has happened is not of it.
func (r *reader) aheadOfNews() bool {
	return r.Report.Kind == "" && !r.line.running && r.Reference.Before(r.line.period.End) && r.line.period.Start.Year != r.Reference.Year && r.status() == "actual"
}

// recurs tells of what something to come will yield year by year: 预计年发电量20亿千瓦时.
func (r *reader) recurs(s *site, st statement) bool {
	return r.Report.Kind == "" && !r.timeBefore(s) && (startsWithAny(st.text, yearByYear) || hasWord(r.leftTokens, yearByYear...))
}

var yearByYear = []string{"每", "年产", "年发电", "年处理", "年供", "年销售", "年可", "年减", "年节", "年用", "年均", "年营", "年税", "年纳税", "日处理", "日供", "日均", "日车"}

// habitual tells of a 每年 or 每月: what recurs has no date.
func (r *reader) habitual(s *site) bool {
	for _, t := range r.toks {
		if t.start >= s.tok.start {
			return false
		}
		if t.kind == time && t.e.Role == period.Recurring && strings.HasPrefix(t.text, "每") {
			return true
		}
	}
	return false
}

// habitualHere tells of one in the figure's own clause.
func (r *reader) habitualHere() bool {
	for _, t := range r.leftTokens {
		if t.kind == time && t.e.Role == period.Recurring && (strings.HasPrefix(t.text, "每") || strings.HasPrefix(t.text, "日均") && !r.heading.has) {
			return true
		}
	}
	return false
}

// overPeriod is what 环比 compares with: the quarter before where quarters are told, else the month.
func (r *reader) overPeriod() string {
	if p, ok := r.inForce(); ok && p.Kind == period.During && p.End.Month-p.Start.Month == 2 && p.Start.Year == p.End.Year {
		return "qoq"
	}
	return "mom"
}
