package figure

import (
	"strings"

	"yiyuan"
)

// This file tells goods that leave the country from those that are sold elsewhere in it.

// measuredAbroad settles that goods, or a part of them, were exported where the clause says that they went to another country: 六成销往日本,
// 其中发往泰国800吨.
func (r *reader) measuredAbroad(f *yiyuan.Fact, s *site, st statement) {
	r.measuredWithAbroad(f, s, st)
	product := f.Indicator == "count_other" && f.Unit == "percent" && endsWithAny(st.text, productsAtLarge()) // 产品九成以上销往欧美
	pieces := f.Indicator == "count_other" && f.Measure == "level" && (goods()[measureOf(s.tok.q)] || f.Unit == "vehicle")
	if f.Indicator != "output_volume" && !unsettled(f) && !product && !pieces {
		return
	}
	switch {
	case (f.Measure == "share" || f.Measure == "rate" || f.Measure == "level" && f.Unit == "percent") && f.Base == "" && soldAway(s):
		if goesAbroad(s.clauseBehind()) {
			f.Indicator = "exports"
		} else if product {
			f.Indicator = "revenue"
		}
	case f.Measure == "level" && (weighed[f.Unit] || pieces || f.Unit == "count" && f.Indicator == "output_volume"):
		went := r.wentTo(s)
		switch clause := r.clauseBeforeFigure(s); {
		case went != "" && goesAbroad(went), goesAbroad(sentTo(s.clauseBehind())):
			f.Indicator = "exports"
		case weighed[f.Unit] && holdsAny(clause, comingAcross()) && !strings.Contains(clause, "出境"):
			f.Indicator = "imports" // 口岸进境鲜活蟹1.2万吨
		}
	}
}

// sentTo is what stands behind a verb for sending goods to where they are sold: 德国 of 传感器正装箱发往德国.
func sentTo(behind string) string {
	for _, verb := range soldElsewhere().words {
		if _, to, ok := strings.Cut(behind, verb); ok {
			return to
		}
	}
	return ""
}

// comingAcross are words for coming into the country.
var comingAcross = phrases("coming across")

// productsAtLarge are what a maker sells, by no name.
var productsAtLarge = phrases("products at large")

// measuredWithAbroad settles that a figure is of the trade or the capital that its sentence has told last, where other countries alone are named,
// or only what of it has come: 实际投入外资金额下降3%，韩国、日本分别为20亿美元和18亿美元; 合同利用外资2亿美元，实际到位9000万美元.
func (r *reader) measuredWithAbroad(f *yiyuan.Fact, s *site, st statement) {
	if !unsettled(f) || f.Unit != "CNY" && f.Unit != "USD" && f.Unit != "percent" {
		return
	}
	last := r.lastInSentence()
	if way := r.frameOfTrade(s); way != "" && onlyForeign(st.text) {
		if f.Indicator = way; s.measure == "rate" {
			s.measure, f.Measure = "share", "share" // 外资来源：韩国46%
		}
		return
	}
	if last == nil || !abroad[last.Indicator] {
		return
	}
	arrived := last.Indicator == "fdi" && f.Unit == "USD" && endsWithAny(st.text, capitalIn())
	if arrived || onlyForeign(trimAny(st.text, "所占份额", "所占比重", "占比", "份额", "比重")) {
		f.Indicator = last.Indicator
	}
}

// onlyForeign tells of a phrase that names other countries and nothing else: 韩国、日本、美国.
func onlyForeign(name string) bool {
	named := false
	for name != "" {
		rest := trimAhead(trimAhead(name, foreign().words...), beyondBorders().words...)
		if rest == name {
			if rest = trimAhead(name, "、", "和", "与", "及", "对"); rest == name {
				return false
			}
		} else {
			named = true
		}
		name = rest
	}
	return named
}

// wentTo is what stands between a verb for sending goods to where they are sold and the figure: 香港、澳门 of 发往香港、澳门620吨.
func (r *reader) wentTo(s *site) string {
	clause := r.clauseBeforeFigure(s)
	for _, verb := range soldElsewhere().words {
		if _, to, ok := strings.Cut(clause, verb); ok {
			return to
		}
	}
	return ""
}

// goesAbroad tells of words that name another country or say that it is one.
func goesAbroad(text string) bool {
	return text != "" && (holdsAny(text, beyondBorders()) || holdsAny(text, foreign()))
}

// beyondBorders are words for other countries that are not their names.
var beyondBorders = phrases("beyond the borders")

// capitalIn end the names of capital that has come in.
var capitalIn = phrases("capital come in")
