package figure

import (
	"strings"

	"yiyuan"
	"yiyuan/transform/period"
	"yiyuan/transform/segment"
)

// The bulletin of a census is of the day at which all was counted, which it names once at its head, and is given out a year or more behind it.

// censusDay is that day, none where the headline is of no such bulletin.
func censusDay(in Input, lines []segment.Line) yiyuan.Date {
	if in.Report.Kind != "" || len(lines) == 0 || !holdsAny(in.Title+in.Text[lines[0].Start:lines[0].End], censuses()) {
		return yiyuan.Date{}
	}
	head := firstRunes(in.Text, headOfCensus)
	for _, e := range period.Scan(head) {
		p, ok := e.Resolve(period.Context{Reference: in.Reference})
		if !ok || p.End.IsZero() || in.Reference.Before(p.End) || e.Role == period.Compared {
			continue
		}
		atMidnight := strings.HasPrefix(head[e.End:], "零时") || strings.HasSuffix(e.Text, "零时")
		if atMidnight || p.Kind == period.AsOf && p.End == period.Year(p.End.Year).End {
			return p.End
		}
	}
	return yiyuan.Date{}
}

// headOfCensus is how many characters of such a bulletin name its day.
const headOfCensus = 600

// censuses are words of the headlines of such bulletins.
var censuses = phrases("bulletins of censuses")
