package figure

import (
	"strings"

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
	if endsWithAny(p.name, plannedNames()) {
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
		if s.tok.q.Kind == "percent" {
			s.measure, s.base, s.rule = r.lastFact().Measure, "", "level.plan"
		}
	case s.tok.q.Kind == "percent" && r.plan.end > 0 && r.shareBehindPlan(i):
		st.plan = "done"
		s.measure, s.base, s.rule = "share", r.plan.name, "share.plan"
	case s.tok.q.Kind == "pp" && i > 1 && r.plan.end > 0 && r.toks[i-2].end == r.plan.end && short().has(r.toks[i-1].text):
		st.plan = "done"
		s.measure, s.sign, s.base, s.rule = "change", -1, r.plan.name, "gap.than.slower"
	default:
		return false
	}
	s.inherited = true
	r.emit(s, st)
	return true
}

// shareBehindPlan tells of a figure that only a 的 parts from that of the plan, and the bracket that this may stand in: 任务（39亿元）的59%.
func (r *reader) shareBehindPlan(i int) bool {
	if i < 2 || r.toks[i-1].text != "的" {
		return false
	}
	plan := i - 2
	if plan > 0 && r.toks[plan].kind == shut {
		plan--
	}
	return r.toks[plan].end == r.plan.end
}

// short are words for how far something is below the plan.
var short = phrases("short of")

// rateOfPlan tells of a rate that was planned, from which another is so many points away: 比年度目标4%低0.5个百分点.
func (r *reader) rateOfPlan(s *site, i int) bool {
	if s.tok.q.Kind != "percent" || i+2 >= len(r.toks) || r.toks[i+2].kind != figure || r.toks[i+2].q.Kind != "pp" {
		return false
	}
	last := r.lastInSentence()
	return last != nil && last.Unit == "percent"
}

// planBefore is the name of the plan right before a level that a 的 and a percent follow, or a rate and points.
func (r *reader) planBefore(s *site, i int) (name string, ok bool) {
	if r.rateOfPlan(s, i) {
		if before := r.beforeBracket(s.tok.start); before != nil {
			name = join(before) // 高于全年目标（增长8%）5个百分点
			return name, endsWithAny(name, planNames())
		}
		name = strings.TrimPrefix(strings.TrimPrefix(join(withoutBrackets(s.left)), "比"), "较")
		return name, endsWithAny(name, planNames())
	}
	if s.measure == "growth" && r.current.form == "level" {
		return r.growthPlanned(s)
	}
	behind := i + 1
	before := r.beforeBracket(s.tok.start)
	if before != nil && behind < len(r.toks) && r.toks[behind].kind == shut {
		behind++
	}
	if s.measure != "level" || behind+1 >= len(r.toks) || r.toks[behind].text != "的" {
		return "", false
	}
	if part := &r.toks[behind+1]; part.kind != figure || part.q.Kind != "percent" {
		return "", false
	}
	last := r.lastSince(r.start, func(f *yiyuan.Fact) bool { return f.Measure != "growth" || f.Indicator != r.current.code }) // 完成1亿元，下降6%，完成目标8亿元的12%
	if last == nil || last.Measure != "level" {
		return "", false
	}
	if last.Unit != s.tok.q.Unit.Code && !(s.tok.q.Kind == "count" && unitOfCounts(last.Unit)) {
		return "", false // 创造岗位700个，完成任务500人的140%
	}
	left := withoutBrackets(s.left)
	if behind > i+1 {
		left = before[r.clauseStart(len(before)):] // 完成全年任务（39亿元）的59%
	}
	for len(left) > 1 && (left[0].is(reach|event|copula|share) || left[0].kind == time || doneOf().has(left[0].text)) {
		left = left[1:]
	}
	name = join(left)
	return name, endsWithAny(name, planNames()) || strings.HasSuffix(name, "下达") // 完成市里下达9000万美元的42%
}

// unitOfCounts tells of a unit in which things, people or households are counted.
func unitOfCounts(unit string) bool {
	return unit == "count" || unit == "person" || unit == "household"
}

// growthPlanned is the plan or aim by which a growth had been set that is told beside what has come of it: 超过计划规定增长7%的要求, 高于预定增长9%的目标.
func (r *reader) growthPlanned(s *site) (name string, ok bool) {
	before := r.saidBefore(s)
	switch {
	case endsWithAny(before, growthsPlanned()):
		return "计划", true
	case !strings.HasPrefix(r.text[s.tok.end:r.end], "的"):
	case endsWithAny(before, growthsAimedAt()) && holdsAny(before[lastPause(before):], meetingAims()):
		return "目标", true
	}
	return "", false
}

// meetingAims are words for how what has come of an aim stands to it, missingAims verbs for not having come to it.
var meetingAims, missingAims = phrases("meeting aims"), phrases("missing aims")

// growthsAimedAt end with the word for growth, before how much of it had been aimed at.
var growthsAimedAt = phrases("growths aimed at")

// growthsPlanned end with the word for growth, before how much of it a plan has set.
var growthsPlanned = phrases("growths planned")

// planNames end the names of plans, plannedNames those of what is planned for and no aim.
var planNames, plannedNames = phrases("names of plans"), phrases("names of what is planned")

// doneOf are verbs for how much of a plan is done.
var doneOf = phrases("done of a plan")

// plansOnly tells of a share of a plan that is done, whose clause names the plan alone.
func plansOnly(s *site) bool {
	left := withoutBrackets(s.left)
	if len(left) > 1 && left[0].text == "超额" {
		left = left[1:]
	}
	return len(left) > 0 && endsWithAny(left[0].text, doneOf())
}

// datedByPlan dates what was to be reached by the year of what has come of it, and the share that is done like that.
func (r *reader) datedByPlan(f *yiyuan.Fact, st statement) {
	done := &r.out.Facts[r.plan.of]
	datedLike(f, done)
	if st.plan == "told" && (done.PeriodStart.IsZero() || done.PeriodStart.Year == done.PeriodEnd.Year) && !done.PeriodEnd.IsZero() {
		year := period.Year(done.PeriodEnd.Year)
		f.PeriodKind, f.PeriodStart, f.PeriodEnd = period.During, year.Start, year.End
	}
}

// donePartOfYear tells of a paragraph that measures what has been done by the tasks of a year: 完成全年目标任务的80%.
func donePartOfYear(text string) bool {
	for _, year := range yearsOfTasks().words {
		for rest := text; ; {
			before, after, ok := strings.Cut(rest, year)
			if !ok {
				break
			}
			clause := firstClause(after)
			if endsWithAny(before, doneOf()) && startsWithAny(clause, planNames()) && sharesPlan(clause) {
				return true
			}
			rest = after
		}
	}
	return false
}

// setsTasks tells of the year of a task that someone has set, of which is told how much is done: 完成省里下达我市全年外贸目标的80%.
func setsTasks(year, before, after string) bool {
	if !yearsOfTasks().has(year) {
		return false
	}
	done, clause := before[lastPause(before):], strings.TrimRight(firstClause(after), "。；;")
	if strings.HasSuffix(strings.TrimSuffix(done, "了"), "完成") && endsWithAny(clause, planNames()) && !holdsDigits(clause) {
		return true // 提前一个季度完成了全年考核目标
	}
	name, share, of := strings.Cut(clause, "的")
	return of && startsWithAny(done, doneOf()) && endsWithAny(name, planNames()) && strings.ContainsAny(share, "%％")
}

// sharesPlan tells of a clause that says what share of a plan has been done, and not of what it lays out: 计划的80%.
func sharesPlan(clause string) bool {
	return !strings.HasPrefix(clause, "计划投资") && strings.Contains(clause, "的") && strings.ContainsAny(clause, "%％")
}

// yearsOfTasks are words for the year that tasks are set for.
var yearsOfTasks = phrases("years of tasks")
