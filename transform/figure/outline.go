package figure

import (
	"yiyuan/transform/period"
	"yiyuan/transform/segment"
)

// This file reads the outline of a plan of several years. From its title on it sets aims for those years, but for the parts under a heading that
// looks back at the years before: 第一章　发展基础, 一、“十五”计划完成情况.

// planOutline is what the outline of a plan has in force.
type planOutline struct {
	years     period.Period // Kind is empty where the text is none
	backUnder int           // the level of the heading from which on it looks back, 0 where it does not
}

// meetOutline lets a heading of such an outline turn to what has been, and the next of its level back to what is to come.
func (r *reader) meetOutline(l segment.Line, title bool) {
	o := &r.outline
	line := r.text[l.Start:l.End]
	if title && r.Report.Kind == "" {
		o.years, _ = period.YearsOfOutline(line)
	}
	if o.years.Kind == "" || o.backUnder > 0 && l.Level > o.backUnder {
		return
	}
	back := holdsAny(line, lookingBack())
	o.backUnder = 0
	if back {
		o.backUnder = max(l.Level, 1)
	}
	r.heading.status = "target"
	if back {
		r.heading.status = "actual"
	}
	if namesSpan(line) && !title {
		return
	}
	r.heading.period, r.heading.has = o.years, true
	if back {
		first := o.years.Start.Year
		r.heading.period = period.Period{Kind: period.During, Start: period.Year(first - yearsOfPlan).Start, End: period.Year(first - 1).End}
	}
}

// yearsOfPlan is how many years most plans run, and how far back their outlines look.
const yearsOfPlan = 5

// namesSpan tells of a heading that names the years it is over.
func namesSpan(line string) bool {
	for _, e := range period.Scan(line) {
		if p, ok := e.Resolve(period.Context{}); ok && p.Kind == period.During && p.End.Year > p.Start.Year {
			return true
		}
	}
	return false
}

// lookingBack are words of headings over what the years before a plan have brought.
var lookingBack = phrases("looking back")
