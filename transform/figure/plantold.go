package figure

import (
	"slices"

	"yiyuan"
	"yiyuan/transform/period"
)

// A plan is told beside what has come of it: 新增就业1860人，完成年度任务1500人的124%. The figure behind the name of the plan is what was to be
// reached, in the whole of its year, and the percent behind that how much of it is done. Both are of the quantity told before.

// toldPlan is the plan that the figure before told.
type toldPlan struct {
	name string
	of   int // the fact that has come of it
	end  int // of its figure, in bytes
}

// status tells what was planned from what was aimed at.
func (p toldPlan) status() string {
	if endsWithAny(p.name, []string{"计划", "计划数", "预算", "预算数", "任务数"}) {
		return "planned"
	}
	return "target"
}

// readPlan reads a figure that a plan is told by, or the share of it that is done, and reports whether it was either.
func (r *reader) readPlan(s *site, i int) bool {
	if r.current == nil || r.current.code == "" {
		return false
	}
	st := *r.current
	switch name, ok := r.planBefore(s, i); {
	case ok:
		r.plan = toldPlan{name: name, of: r.currentFact, end: s.tok.end}
		st.plan = "told"
	case s.tok.q.Kind == "percent" && i > 1 && r.plan.end > 0 && r.toks[i-2].end == r.plan.end && r.toks[i-1].text == "的":
		st.plan = "done"
		s.measure, s.base, s.rule = "share", r.plan.name, "share.plan"
	default:
		return false
	}
	s.inherited = true
	r.emit(s, st)
	return true
}

// planBefore is the name of the plan right before a level that a 的 and a percent follow.
func (r *reader) planBefore(s *site, i int) (name string, ok bool) {
	if s.measure != "level" || i+2 >= len(r.toks) || r.toks[i+1].text != "的" || r.toks[i+2].kind != figure || r.toks[i+2].q.Kind != "percent" {
		return "", false
	}
	last := r.lastFact()
	told := s.tok.q.Kind == "count" && last != nil && (last.Unit == "count" || last.Unit == "person" || last.Unit == "household") // 创造岗位700个，完成任务500人的140%
	if last == nil || last.Start < r.start || last.Unit != s.tok.q.Unit.Code && !told || last.Measure != "level" {
		return "", false
	}
	left := withoutBrackets(s.left)
	for len(left) > 1 && (left[0].is(reach|event|copula|share) || left[0].kind == time || slices.Contains(doneOf(), left[0].text)) {
		left = left[1:]
	}
	name = join(left)
	return name, endsWithAny(name, planNames())
}

var planNames = phrases("names of plans")

// datedByPlan dates what was to be reached by the year of what has come of it, and the share that is done like that.
func (r *reader) datedByPlan(f *yiyuan.Fact, st statement) {
	done := &r.out.Facts[r.plan.of]
	f.PeriodKind, f.PeriodStart, f.PeriodEnd = done.PeriodKind, done.PeriodStart, done.PeriodEnd
	if st.plan == "told" && (done.PeriodStart.IsZero() || done.PeriodStart.Year == done.PeriodEnd.Year) && !done.PeriodEnd.IsZero() {
		year := period.Year(done.PeriodEnd.Year)
		f.PeriodKind, f.PeriodStart, f.PeriodEnd = period.During, year.Start, year.End
	}
}
