package figure

import (
	"strings"

	"yiyuan"
)

// This file tells goods that leave the country from those that are sold elsewhere in it.

// measuredAbroad settles that goods, or a part of them, were exported where the clause says that they went to another country: 六成销往日本,
// 其中发往泰国800吨.
func (r *reader) measuredAbroad(f *yiyuan.Fact, s *site) {
	if f.Indicator != "output_volume" && !unsettled(f) {
		return
	}
	switch {
	case (f.Measure == "share" || f.Measure == "rate" || f.Measure == "level" && f.Unit == "percent") && f.Base == "" && soldAway(s):
		if goesAbroad(s.clauseBehind()) {
			f.Indicator = "exports"
		}
	case f.Measure == "level" && (weighed[f.Unit] || f.Unit == "count" && f.Indicator == "output_volume"):
		if went := r.wentTo(s); went != "" && goesAbroad(went) {
			f.Indicator = "exports"
		}
	}
}

// wentTo is what stands between a verb for sending goods to where they are sold and the figure: 香港、澳门 of 发往香港、澳门620吨.
func (r *reader) wentTo(s *site) string {
	clause := r.clauseBeforeFigure(s)
	for _, verb := range soldElsewhere() {
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
