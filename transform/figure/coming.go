package figure

import (
	"strings"

	"yiyuan/transform/period"
)

// A day of the news that names no year is the last of its name (see resolveTime), but the next where the words beside it say that it is to come:
// 将于7月23日举行, 定于8月2日至5日在….

// comingDay is the day or span ahead that a time between before and after tells of, both of its sentence.
func (r *reader) comingDay(e *period.Expr, before, after string) (period.Period, bool) {
	if r.Report.Kind != "" || !endsWithAny(strings.TrimSuffix(before, "在"), setFor()) && !strings.Contains(firstClause(strings.TrimLeft(after, "，")), "将") {
		return period.Period{}, false
	}
	return e.Ahead(r.periodContext())
}

// setFor are words before the day that something is set for.
var setFor = phrases("set for a day")
