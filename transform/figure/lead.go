package figure

import (
	"slices"
	"strconv"
	"strings"
	clock "time"

	"yiyuan"
	"yiyuan/transform/period"
	"yiyuan/transform/search"
	"yiyuan/transform/segment"
)

// A bulletin of statistics names the span it is of once, at its head: 上半年，全市实现…. What its later paragraphs tell without a time is
// of that span, and its balances stand at its end.

// meetLead keeps the span of whole months, over by the day of the news, that the first paragraph with figures or one before it is of.
func (r *reader) meetLead(p period.Period) {
	if r.Report.Kind != "" || r.pastLead || !r.lead.End.IsZero() {
		return
	}
	if r.Reference.Before(p.End) || r.Reference.Year-p.End.Year > 1 {
		return
	}
	if p.Kind == period.AsOf && endsMonth(p.End) {
		r.lead = p // 截至3月末
		return
	}
	if p.Kind == period.During && !p.Start.IsZero() && wholeMonths(p) && p.End.Year == p.Start.Year {
		r.lead = p
	}
}

// meetSpanReported leads a sentence on the span of an account back to it, whatever part of it was told last: 报告期内，研发投入3亿元.
func (r *reader) meetSpanReported(text string) {
	if r.lead.Kind == period.During && r.line.has && r.line.period != r.lead && startsWithAny(text, []string{"报告期内", "报告期，"}) {
		r.sentence.period, r.sentence.has = r.lead, true
	}
}

func wholeMonths(p period.Period) bool { return p.Start.Day == 1 && endsMonth(p.End) }

func endsMonth(d yiyuan.Date) bool { return d.Time().Add(24*clock.Hour).Day() == 1 }

// goesThroughYear tells of a text that goes through the statistics of a year: it speaks of the year as a whole and of its end.
func goesThroughYear(text string) bool {
	return search.Holds(text, "全年") && (search.Holds(text, "年末") || search.Holds(text, "年底"))
}

// publishes tells of a headline on a bulletin of statistics (《…状况公报》发布), which is of its year in all that the story gives of it.
func publishes(in Input, lines []segment.Line) bool {
	return in.Report.Kind == "" && len(lines) > 0 && holdsAny(in.Title+in.Text[lines[0].Start:lines[0].End], bulletins())
}

// ruledByBulletin lets the year in the name of a bulletin rule the story of it: 《2022中国生态环境状况公报》.
func (r *reader) ruledByBulletin(headline string) {
	if !r.bulletin || r.heading.has {
		return
	}
	_, name, ok := strings.Cut(headline, "《")
	if !ok || len(name) < 4 {
		return
	}
	if year, err := strconv.Atoi(name[:4]); err == nil && year > 1949 && year < r.Reference.Year {
		r.heading.period, r.heading.has = period.Year(year), true
	}
}

var bulletins = phrases("bulletins")

// gathers tells of a text that gathers the news of many places under one headline.
func gathers(text string, lines []segment.Line) bool {
	return len(lines) > 0 && (strings.Contains(text[lines[0].Start:lines[0].End], "快讯") || strings.Contains(text[lines[0].Start:lines[0].End], "简讯"))
}

// ofLead dates an undated statistic by the lead.
func (r *reader) ofLead(f *yiyuan.Fact, st statement, asOf bool) bool {
	switch {
	case r.lead.End.IsZero() || r.status() != "actual" || st.newness || r.timeAtAll(f):
		return false
	case asOf && ((st.time == "stock" || st.code == "other" || st.code == "") && r.balance(f, st) || r.besideBalance()):
		f.PeriodKind, f.PeriodEnd = period.AsOf, r.lead.End
		return true
	case asOf && (r.yearInReview || r.bulletin) && r.lead == period.Year(r.Reference.Year-1):
		f.PeriodKind, f.PeriodEnd = period.AsOf, r.lead.End
		return true
	case !asOf && r.lead.Kind == period.During && f.Indicator == "case_count" && r.lead.End.Year == r.Reference.Year && (f.Measure != "level" || !hasWord(r.leftTokens, "累计")):
		f.PeriodKind, f.PeriodStart, f.PeriodEnd = period.During, r.lead.Start, r.lead.End // 一季度，受理案件3万件。…民事案件2万件
		return true
	case !asOf && (r.lead.Kind == period.During && st.time == "flow" && r.summedMonthly(f, st) || r.ofMonthAlone(f, st)):
		f.PeriodKind, f.PeriodStart, f.PeriodEnd = period.During, r.lead.Start, r.lead.End
		return true
	}
	return false
}

// balance tells of what stands in the books of banks at the end of a span: 贷款余额.
func (r *reader) balance(f *yiyuan.Fact, st statement) bool {
	return f.Indicator == "loans" || f.Indicator == "deposits" || holdsAny(r.clauseAround(f.Start, f.End)+st.text, inTheBooks())
}

// besideBalance tells of what the sentence goes on with behind a balance that the lead has dated: 贷款余额32亿元，申贷获得率92%.
func (r *reader) besideBalance() bool {
	last := r.lastInSentence()
	return last != nil && last.PeriodKind == period.AsOf && last.PeriodEnd == r.lead.End && (last.Indicator == "loans" || last.Indicator == "deposits")
}

// summedMonthly tells of a flow that statistics sum up month by month: 工业增加值, 发电量, 毛利.
func (r *reader) summedMonthly(f *yiyuan.Fact, st statement) bool {
	return aggregate[f.Indicator] || yielding[f.Indicator] || f.Indicator == "energy" || r.bulletin && wholeMonths(r.lead)
}

// ofMonthAlone tells of an index or a change against the month before, where the lead is a month: 新订单指数48.7%.
func (r *reader) ofMonthAlone(f *yiyuan.Fact, st statement) bool {
	if !monthLong(r.lead) || r.lead.End.Year != r.Reference.Year {
		return false
	}
	return st.form == "index" || strings.HasSuffix(st.text, "指数") || f.Base == "mom" && f.Measure != "level"
}

// timeAtAll tells of words for a time before a figure that only say how often, since when or how long.
func (r *reader) timeAtAll(f *yiyuan.Fact) bool {
	says := func(t token) bool { return t.kind == time && t.e.Role != period.Compared && t.e.Role != "base" }
	return slices.ContainsFunc(r.leftTokens, says) || holdsAny(r.text[r.start:f.Start], passingTimes())
}

var (
	inTheBooks   = phrases("in the books")
	passingTimes = phrases("passing times")
)
