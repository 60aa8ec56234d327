package period

import (
	"cmp"
	"strings"
	"time"

	"yiyuan"
)

// This file reads the titles of plans of several years: 第十一个五年规划纲要, “十一五”发展规划, 行动方案（2024—2026年）. What such an outline sets
// out is to come in those years, whatever day it was printed on.

// YearsOfOutline are the years that the outline of a plan is for, by its title.
func YearsOfOutline(title string) (Period, bool) {
	name := strings.TrimSpace(title)
	inBrackets := yearsInBrackets(name)
	if cut := strings.LastIndexAny(name, "（("); cut > 0 {
		name = name[:cut]
	}
	if !endsIn(name, namesOfOutlines()) {
		return Period{}, false
	}
	if n := cmp.Or(numberedPlan(name), quotedPlan(name)); n > 0 {
		m := yearsOfPlan(n)
		return Period{Kind: During, Start: Year(m.year).Start, End: Year(m.last).End}, true
	}
	return inBrackets, inBrackets.Kind != ""
}

// yearsInBrackets are several years in brackets at the end of a title.
func yearsInBrackets(title string) Period {
	at := strings.LastIndexAny(title, "（(")
	if at < 0 {
		return Period{}
	}
	for _, e := range Scan(title[at:]) {
		if p, ok := e.Resolve(Context{}); ok && p.Kind == During && p.End.Year > p.Start.Year && p.Start == Year(p.Start.Year).Start && p.End == Year(p.End.Year).End {
			return p
		}
	}
	return Period{}
}

// quotedPlan finds the number of “十一五” in a title, 0 where it names none or several.
func quotedPlan(title string) int {
	_, name, found := strings.Cut(title, "“")
	if !found || strings.Contains(name, "“") {
		return 0
	}
	if n, end, ok := planNumber(name, 0); ok && strings.HasPrefix(name[end:], "”") {
		return n
	}
	return 0
}

// outline dates the outline of a plan by the month in which its years begin.
func (s signs) outline() Dating {
	p, ok := YearsOfOutline(s.firstLine())
	if !ok {
		return Dating{}
	}
	return Dating{Day: yiyuan.Date{Year: p.Start.Year, Month: time.January, Day: 31}, Evidence: "text: the years of its plan begin"}
}

// namesOfOutlines end the titles of the outlines of plans.
var namesOfOutlines = phrases("names of outlines")
