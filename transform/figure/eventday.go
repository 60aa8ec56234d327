package figure

import (
	"slices"
	"strings"

	"yiyuan/transform/period"
)

// A job fair or ceremony takes one day, which the news tells once. What it tells of it further on, where it only points at it (本场招聘会,
// 此次集中开工), is of that day too.

var (
	oneDayEvents = phrases("one-day events")
	pointingAt   = phrases("pointing at an event")
	massStarts   = phrases("mass starts")
	startedWorks = phrases("started works")
)

// meetEventDay keeps the day that a sentence says such an event was held on.
func (r *reader) meetEventDay(text string) {
	if r.onOneDay() && (holdsAny(text, oneDayEvents()) || r.massStart && holdsAny(text, startedWorks())) {
		r.eventDay = r.sentence.period
	}
}

// goesToEventDay dates a sentence that points at the event by its day.
func (r *reader) goesToEventDay(text string) {
	if r.eventDay.Kind == period.During && r.pointsAtEvent(text) {
		r.sentence.period, r.sentence.has = r.eventDay, true
	}
}

// pointsAtEvent tells of a 本场招聘会, and of a 当天 before any figure.
func (r *reader) pointsAtEvent(text string) bool {
	if startsWithAny(text, []string{"当天", "当日"}) || startsWithAny(text, startedWorks()) || r.massStart && holdsAny(text, startedWorks()) {
		return true
	}
	return slices.ContainsFunc(pointingAt(), func(w string) bool {
		_, after, ok := strings.Cut(text, w)
		clause := after[:min(len(after), 45)]
		if end := strings.IndexAny(clause, "，。；,;"); end >= 0 {
			clause = clause[:end]
		}
		return ok && holdsAny(clause, oneDayEvents())
	})
}
