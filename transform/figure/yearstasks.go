package figure

import (
	"strings"

	"yiyuan/transform/period"
	"yiyuan/transform/segment"
)

// This file finds where the account of a year, outside a report of government, comes to what the next is to bring.

// meetYearsTasks lets a heading or lead of the news or of a body's account of its year, on what is to be done in a year that is not over, rule what
// follows: 二、2023年工作计划, 2025年重点抓好以下工作：.
func (r *reader) meetYearsTasks(l segment.Line) {
	line := strings.Trim(r.text[l.Mark:l.End], " 　*")
	lead := strings.HasSuffix(line, "：") || strings.HasSuffix(line, ":")
	if opening := strings.Trim(r.text[l.Mark:l.Lead], " 　*。"); l.Level > 0 && l.Lead < l.End && opening != "" {
		line, lead = opening, true // 三、2011年安排。财政收入预期80亿元
	}
	if l.Start == 0 || len(line) > longestTaskLead || !lead && (l.Kind != segment.Heading || l.Level < 1) {
		return
	}
	for _, e := range period.Scan(line) {
		p, ok := r.resolveTime(&e)
		if rest, is := r.restOfYear(&e); is {
			p = rest // 二、下半年安排
		} else if p.Start.Year == p.End.Year && p != period.Year(p.End.Year) {
			continue
		}
		if !ok || p.Kind != period.During || !r.ahead(p) {
			continue
		}
		behind := line[e.End:]
		if !endsWithAny(strings.TrimRight(behind, "：:"), tasksOfYear()) {
			continue
		}
		r.heading.period, r.heading.has, r.heading.status = p, true, "target"
		r.aimsLevel = max(l.Level, 0)
		return
	}
}

// partsWithTasks are the parts of a year that a heading may set tasks for.
var partsWithTasks = phraseSet("parts of a year with tasks")

// restOfYear is the half or quarter of the running year that a heading names without its year, where it has still to end.
func (r *reader) restOfYear(e *period.Expr) (period.Period, bool) {
	if !partsWithTasks()[e.Text] || r.Reference.IsZero() {
		return period.Period{}, false
	}
	p, ok := e.Resolve(period.Context{Reference: r.Reference, Year: r.Reference.Year})
	return p, ok && !p.End.Before(r.Reference)
}

// longestTaskLead is how many bytes such a line has at most.
const longestTaskLead = 75

// tasksOfYear are words for what a year is to bring, reviewing such for what one has brought.
var tasksOfYear, reviewing = phrases("tasks of a year"), phrases("reviewing a year")
