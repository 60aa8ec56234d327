package figure

import (
	"strings"

	"yiyuan"
	"yiyuan/transform/period"
)

// This file tells what of a flow has been summed up to a day, and what it has left there.

// flowStands tells of a flow that has been summed up to a day, or of what it has left there.
func (r *reader) flowStands(s *site, st statement, f *yiyuan.Fact) bool {
	if f.Measure == "level" && !aggregate[f.Indicator] && hasWord(s.left, possessed().words...) {
		return true // 拥有专利3000件
	}
	if f.Indicator == "length" && f.Measure == "level" && r.Report.Kind == "" && r.builtToo(s) {
		return false
	}
	extent := f.Measure == "level" && !st.newness && (f.Indicator == "length" || f.Indicator == "area")
	if extent && f.Indicator == "length" && hasWord(s.left, "建成") {
		if p, has := r.inForce(); has && p.Kind == period.AsOf {
			return true // 截至2014年底，建成公路12公里
		}
	}
	if extent && f.Indicator == "area" && r.Report.Kind == "" && hasWord(s.left, "建成") {
		if p, has := r.inForce(); !has || p.Kind == period.AsOf {
			return true // 园区建成厂房80万平方米
		}
	}
	if extent && r.Report.Kind == "" && r.thereNotWorked(s, st, f) {
		return true
	}
	if s.arrived && r.hasComeToStand(s, st, f) {
		return true
	}
	if r.Report.Kind != "" && r.sentence.toMonth && begunEveryYear[f.Indicator] && r.sentence.period.End.Month < 12 {
		return false // 截至11月底，财政收入累计完成8亿元
	}
	if p, _ := r.inForce(); p.Kind == period.AsOf && (st.cumulative || f.Measure == "level" && r.sumsOn(s)) {
		return true
	}
	if p := r.line.period; st.cumulative && r.line.has && p.Kind == period.During && p.Start.Year < p.End.Year {
		return false // the paragraph names the span
	} else if st.cumulative && r.line.has && (p.YearToDate() || p == period.Year(p.Start.Year) && aggregate[f.Indicator]) {
		return false // 1—10月…。累计完成投资30亿元
	}
	if st.cumulative && f.Measure == "level" && r.growsBehind(s) {
		return false // 累计完成技改投资188亿元，增长9%
	}
	if st.cumulative && !r.sentence.has {
		if !r.line.has && r.summedUnderHeading(f) {
			return false
		}
		if f.Measure != "growth" && f.Indicator != "cpi" {
			return true
		}
	}
	return st.existing && f.Measure == "level" && f.Indicator == "investment" && !strings.HasPrefix(st.head, "完成投资")
}

// begunEveryYear are the statistics of a place that begin anew every year, and no programme adds up over several.
var begunEveryYear = map[string]bool{
	"gdp": true, "value_added": true, "output_value": true, "fiscal_revenue": true, "fiscal_expenditure": true, "tax": true, "retail_sales": true,
	"fixed_asset_investment": true,
}

// thereNotWorked tells of a length or area that is there, and not of what was done with it in a span: 茶园面积3万亩, not 造林3万亩.
func (r *reader) thereNotWorked(s *site, st statement, f *yiyuan.Fact) bool {
	return !r.workedArea(s, st) && (!st.happened || f.Indicator == "area" && r.tilled(s))
}

// hasComeToStand tells of a quantity said to have come to so much that is no sum of a span: 床位达到300张, not 产值达到3亿元.
func (r *reader) hasComeToStand(s *site, st statement, f *yiyuan.Fact) bool {
	switch {
	case f.Unit == "day", f.Measure == "share", f.Measure == "growth", st.form == "rate", st.form == "index" && f.Unit == "percent":
		return false
	case aggregate[f.Indicator], yielding[f.Indicator]:
		return false
	case endsWithAny(st.text, wages()) && !strings.Contains(st.qualifier+st.text, "月"):
		return false
	}
	return r.Report.Kind == "" || !endsWithAny(st.text, toldByYear())
}

// summedUnderHeading tells of a sum over the span of its heading: over the first 11 months, or over a term, 本届政府工作回顾…。累计实际利用外资3亿美元.
func (r *reader) summedUnderHeading(f *yiyuan.Fact) bool {
	p := r.heading.period
	switch {
	case aggregate[f.Indicator]:
		return p.YearToDate() || overYears(p)
	case yielding[f.Indicator]:
		return p.YearToDate()
	}
	return false
}

// waysOpen are ways by what there is of them.
var waysOpen = phrases("ways open")

// wages are what people are paid over a year, however far it has come.
var wages = phrases("wages")
