package figure

import (
	"strings"

	"yiyuan/transform/period"
	"yiyuan/transform/segment"
)

// This file reads a paper that is itself a plan, 某局2020年工作要点: what it tells is to be done, but for the parts that say what was.

// opensPlan lets what a paper plans for by its title rule it.
func (r *reader) opensPlan(lines []segment.Line) {
	if r.Report.Kind != "" || len(lines) == 0 {
		return
	}
	for _, title := range []string{r.Title, r.text[lines[0].Start:lines[0].End]} {
		r.laysDownAims = r.laysDownAims || period.LaysDown(title)
		if p, ok := period.PlanPaper(title, r.periodContext()); ok && (r.Reference.IsZero() || r.ahead(p)) {
			r.planFor = scope{period: p, has: true, status: "target"}
			r.followPlan()
			return
		}
	}
}

// followPlan puts what the paper plans for in force.
func (r *reader) followPlan() {
	r.heading.period, r.heading.has, r.heading.status = r.planFor.period, true, r.planFor.status
}

// meetPlanPart lets a heading of such a paper, or the words that a numbered paragraph begins with, turn to what was there before and back: 一、发展基础.
func (r *reader) meetPlanPart(l segment.Line) {
	if !r.planFor.has || l.Level < 1 || l.Lead == l.Mark || r.pastPlan > 0 && l.Level > r.pastPlan {
		return
	}
	r.pastPlan = 0
	if lead := r.text[l.Mark:l.Lead]; !holdsAny(lead, partsBeforePlan()) && !beforePlan()[strings.Trim(lead, " 　*。：")] || holdsAny(lead, announcedAims()) {
		r.followPlan()
		return
	}
	r.pastPlan = l.Level
	plan := r.planFor.period
	before := period.Year(plan.Start.Year - 1)
	if overYears(plan) {
		before.Start = period.Year(plan.Start.Year - yearsOfPlan).Start
	}
	r.heading.period, r.heading.has, r.heading.status = before, true, "actual"
}

// aimOfPaper tells of a sentence without a time, in a paper that lays down what is to be done, on what is to come every year or to be no
// less: 每年新增规上企业200家以上.
func (r *reader) aimOfPaper() bool {
	if !r.laysDownAims || r.heading.has || r.line.has || r.sentence.has && !r.sentence.now || r.Report.Kind != "" {
		return false
	}
	said := r.text[r.start:r.end]
	return holdsAny(said, aimsWithoutTime()) && !tellsDone(said) && !holdsAny(said, grantedByPaper())
}

// aimsWithoutTime are words for such aims.
var aimsWithoutTime = phrases("aims without a time")

// yearsOfPlan is how many years most plans of several run, and how far back they look.
const yearsOfPlan = 5

// partsBeforePlan are words over the part of a plan on what was there before it, beforePlan such that stand alone.
var partsBeforePlan, beforePlan = phrases("parts before a plan"), phraseSet("alone before a plan")

// thereBeforePlan tells of a sentence of a plan on what is there already, 全市现有水库120座, or in a paragraph on a time before it.
func (r *reader) thereBeforePlan() bool {
	of := &r.line
	switch {
	case !r.planFor.has:
		return false
	case r.sentence.now, !r.sentence.has && of.has && !of.period.End.IsZero() && of.period.End.Before(r.planFor.period.Start):
		return true
	case r.sentence.has && r.sentence.period.End.Before(r.Reference) && !r.sentence.period.End.IsZero() && tellsDone(r.text[r.start:r.end]):
		return true // 截至5月底，已解决11万人
	}
	return hasWord(r.leftTokens, turnsToNow().words...)
}
