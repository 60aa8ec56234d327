package period

import (
	"strings"
	"unicode/utf8"
)

// This file knows a paper that is itself a plan by its title: what it tells is to be done, and it was written before.

// PlanPaper is the time that a paper called so plans for: 某局2020年工作要点, 某市“十一五”物流业发展规划. It reports false for the title of anything else,
// of news on a plan and of how one was carried out too. The context tells which year 今年 is, if any does.
func PlanPaper(title string, c Context) (Period, bool) {
	title = strings.Trim(title, " 　\t*#")
	if n := utf8.RuneCountInString(title); n < shortestPlanTitle || n > longestPlanTitle || strings.ContainsAny(title, "，。！？：；!?, ") {
		return Period{}, false
	}
	name := planName(title)
	if !endsIn(name, planPapers()) || containsAny(withoutCarryingOut(name), toldOfPlans()...) {
		return Period{}, false
	}
	if n := numberedPlan(title); n > 0 {
		return yearsOfPlan(n).period()
	}
	for _, e := range Scan(title) {
		if e.shape != point && e.shape != span || e.a.told == unsaid || e.a.short || e.a.monthly() || e.Role == Compared {
			continue
		}
		if p, ok := e.Resolve(c); ok && p.Kind == During {
			return p, true
		}
	}
	return Period{}, false
}

// LaysDown tells of the title of a paper that itself lays down what is to be done, for a time that it names or not: 关于发展物流业的实施意见.
func LaysDown(title string) bool {
	title = strings.Trim(title, " 　\t*#")
	if n := utf8.RuneCountInString(title); n < shortestPlanTitle || n > longestPlanTitle || strings.ContainsAny(title, "，。！？：；!?, ") {
		return false
	}
	name := planName(title)
	return (endsIn(name, planPapers()) || endsIn(name, papersOfMeasures())) && !containsAny(withoutCarryingOut(name), toldOfPlans()...)
}

// papersOfMeasures end the titles of other such papers.
var papersOfMeasures = phrases("papers of measures")

// The title of a plan has at least and at most so many characters.
const shortestPlanTitle, longestPlanTitle = 8, 50

// period is the span of the years of a plan.
func (m mark) period() (Period, bool) {
	return Period{Kind: During, Start: Year(m.year).Start, End: Year(m.last).End}, true
}

// planName is the title of a plan without the brackets behind it, and of the notice that sends it out, 关于印发《…》的通知, what it sends.
func planName(title string) string {
	name := title
	for range 3 {
		if sent, ok := strings.CutSuffix(name, "的通知"); ok {
			name = strings.TrimRight(sent, "》）)")
			for _, w := range sendsOut() {
				name = strings.ReplaceAll(name, w, "")
			}
		}
		open := max(strings.LastIndex(name, "（"), strings.LastIndex(name, "("))
		if open > 0 && (strings.HasSuffix(name, "）") || strings.HasSuffix(name, ")")) {
			name = strings.TrimSpace(name[:open])
		}
		name = strings.TrimSuffix(name, "的报告")
	}
	return strings.TrimRight(name, "》” ")
}

// withoutCarryingOut leaves out the 实施 that the name of a plan itself ends on: 实施方案.
func withoutCarryingOut(name string) string {
	for _, w := range planPapers() {
		if strings.HasSuffix(name, w) {
			return strings.TrimSuffix(name, w)
		}
	}
	return name
}

// planPapers end the titles of plans, longest first; toldOfPlans are words of what is told about one; sendsOut are verbs of the notice that sends one out.
var planPapers, toldOfPlans, sendsOut = phrases("plan papers"), phrases("told of plans"), phrases("sends out plans")
