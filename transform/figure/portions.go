package figure

import (
	"strings"

	"yiyuan"
)

// This file gives the share of a part the quantity of what it is a part of, where nothing but the part is named.

// portionOf is what a share is of whose part is all that is named behind 其中, or that stands in a list behind such a share: 出口5亿美元，其中外商投资企业
// 占58%, 韩国、泰国分别占31%、22%. It is "" where the sentence has told no sum or amount before.
func (r *reader) portionOf(f *yiyuan.Fact, s *site, st statement) string {
	if f.Measure != "share" && f.Measure != "rate" {
		return ""
	}
	last := r.lastInSentence()
	if last != nil && last.Indicator == "fdi" && st.of("project_count") && strings.HasPrefix(r.clauseAround(f.Start, f.End), "其中") {
		return "fdi" // 实际利用外资2亿美元，其中工业项目占七成
	}
	if last == nil || !st.of("", "other", "count_other", "enterprise_count", "investment") || f.Base != "" && !strings.HasSuffix(st.text, f.Base) {
		return ""
	}
	if last.Measure == "share" && last.IndicatorText == f.IndicatorText && unsettled(f) && last.End <= f.Start {
		if between := strings.TrimLeft(r.text[last.End:f.Start], "以上左右、和及"); between == "" {
			return last.Indicator
		}
	}
	if last.Measure == "share" && unsettled(f) && holdsAny(r.clauseBeforeFigure(s), sharedTogether()) {
		return last.Indicator // 甲市保费占全省的四成，乙、丙、丁三市合占三成
	}
	shareNamed := endsWithAny(join(trimReach(s.left)), sharesMoved())
	if s.rule != "share.each" && s.rule != "rate" && !shareNamed || last.End > f.Start || strings.ContainsAny(r.text[last.End:f.Start], "；;") {
		return ""
	}
	if s.inherited || st.code == "investment" && !strings.HasSuffix(partNameOf(s), "企业") || st.of("other") && isName(st.text) {
		return ""
	}
	goods := last.Indicator == "output_volume" && f.Indicator == "count_other"
	among := strings.HasPrefix(r.clauseAround(f.Start, f.End), "其中") || s.rule == "share.each" && (goods || unsettled(f))
	if !among || last.Measure != "level" && last.Measure != "growth" || !portioned[last.Indicator] {
		return ""
	}
	return last.Indicator
}

// sharedTogether say that several have a share together.
var sharedTogether = phrases("shared together")

// portioned are the sums and amounts that are told by their parts.
var portioned = map[string]bool{
	"revenue": true, "output_value": true, "exports": true, "imports": true, "foreign_trade": true, "loans": true, "deposits": true, "financing": true,
	"investment": true, "fixed_asset_investment": true, "fdi": true, "tax": true, "fiscal_revenue": true, "fiscal_expenditure": true, "profit": true,
	"retail_sales": true, "subsidy": true, "output_volume": true, "energy": true, "area": true,
}
