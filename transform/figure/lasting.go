package figure

import (
	"strings"

	"yiyuan"
	"yiyuan/transform/period"
)

// How long something lasts is no part of the one day that the news tells it on: what opens today for three days ends the day after tomorrow, and a
// loan or a building time of three years has no date.

// lastsLonger dates a duration that is told on one day, and reports whether it is such.
func (r *reader) lastsLonger(f *yiyuan.Fact, p period.Period, has bool) bool {
	if r.Report.Kind != "" || f.Indicator != "duration" || f.Measure != "level" || !has || p.Kind != period.During || p.Start != p.End {
		return false
	}
	switch f.Unit {
	case "year", "month":
		f.PeriodKind = "none"
		return true
	case "day":
		n, err := f.Value.Int64()
		if err != nil || n < 2 || n > 400 || !strings.HasSuffix(strings.TrimSuffix(r.text[r.start:f.Start], "约"), "为期") {
			return false
		}
		f.PeriodKind, f.PeriodStart, f.PeriodEnd = period.During, p.Start, yiyuan.NewDate(p.End.Year, p.End.Month, p.End.Day+int(n)-1)
		if holdsAny(r.text[r.start:r.end], closed()) || r.closesInLine() {
			f.PeriodStart, f.PeriodEnd = yiyuan.NewDate(p.End.Year, p.End.Month, p.End.Day-int(n)+1), p.End
		}
		return true
	}
	return false
}

// closesInLine tells of a paragraph that says on that day that something closes, before the sentence that says for how long it was held.
func (r *reader) closesInLine() bool {
	said := r.text[r.lineStart:r.start]
	return holdsAny(said, closed()) && !holdsAny(said, []string{"开幕", "启幕", "揭幕", "拉开"})
}
