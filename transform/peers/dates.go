package peers

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"yiyuan"
	"yiyuan/transform/period"
)

// dates is the key of a case of dates and periods.
type dates struct {
	ref   yiyuan.Date // the day of speaking
	whole bool        // the input is one expression, its place does not count
	want  []expression
}

// expression is one expression of time as a suite expects it.
type expression struct {
	text       string
	start, end int    // code points
	values     []span // any of them is right; none where the suite only asks where it stands
}

// span is a stretch of days, both inclusive.
type span struct {
	start, end yiyuan.Date
	mod        string // before until after since: the end that the key leaves open or sets to the day of speaking
	halfOpen   bool   // end may be the day after, or the beginning of the last member: 2016-2018 ends 2018-01-01
}

// judge reports whether every expression wanted is found at its place and rightly resolved, and none besides.
func (k dates) judge(input string) (meets bool, want, got string) {
	c := period.Context{Reference: k.ref}
	var read []period.Expr
	for _, e := range period.Scan(input) {
		if e.Dated() {
			read = append(read, e)
		}
	}
	return k.meets(input, read, c), fmt.Sprint(k.want), spell(read, c)
}

func (k dates) meets(input string, read []period.Expr, c period.Context) bool {
	if len(read) != len(k.want) {
		return false
	}
	for i, w := range k.want {
		if !k.whole && core(read[i].Text) != core(cut(input, w.start, w.end)) || !w.agrees(read[i], c) {
			return false
		}
	}
	return true
}

func spell(read []period.Expr, c period.Context) string {
	var b []string
	for _, e := range read {
		p, _ := e.Resolve(c)
		b = append(b, strings.TrimSpace(fmt.Sprint(e.Text, " ", p.Kind, " ", p.Start, " ", p.End)))
	}
	return fmt.Sprint(b)
}

// cut returns the code points from start to end.
func cut(s string, start, end int) string {
	r := []rune(s)
	return string(r[min(start, len(r)):min(end, len(r))])
}

// core is an expression without the preposition that suites take in or leave out by their own lights.
func core(t string) string {
	for _, w := range []string{"截止到", "截至", "自从", "从", "自", "在", "到", "至"} {
		t = strings.TrimPrefix(t, w)
	}
	for _, w := range []string{"以后", "以前", "之后", "之前", "期间", "间"} {
		t = strings.TrimSuffix(t, w)
	}
	return t
}

// agrees reports whether our reading of e is one of the readings wanted. A date without year has a past and a future one.
func (w expression) agrees(e period.Expr, c period.Context) bool {
	if len(w.values) == 0 {
		return true
	}
	for _, y := range []int{0, c.Reference.Year, c.Reference.Year + 1} {
		c.Year = y
		p, ok := e.Resolve(c)
		if ok && slices.ContainsFunc(w.values, func(v span) bool { return v.agrees(e, p, c) }) {
			return true
		}
	}
	return false
}

// opening tells 年初, 8月初, 2022年伊始.
var opening = regexp.MustCompile(`(初|初期|伊始)$`)

func (v span) agrees(e period.Expr, p period.Period, c period.Context) bool {
	switch {
	case p.Kind == period.AsOf && opening.MatchString(e.Text): // a day to us, a month or two to the suites
		return p.End == v.start
	case v.mod == "since":
		return p.Start == v.start
	case v.mod == "after": // the key prints the last day excluded, or the first included
		return p.Start == v.start || p.Start == nextDay(v.start)
	case v.mod != "":
		return v.ends(p.End)
	case p.Kind == period.AsOf: // which has only its end
		return v.ends(p.End) || v.opensSecond(e, c)
	}
	return p.Start == v.start && (v.ends(p.End) || v.opensSecond(e, c))
}

// ends reports whether d is the last day of v.
func (v span) ends(d yiyuan.Date) bool { return d == v.end || v.halfOpen && nextDay(d) == v.end }

// opensSecond reports whether v ends where the second member of the span e begins, as Recognizers-Text has it, be it in
// the year after.
func (v span) opensSecond(e period.Expr, c period.Context) bool {
	second, ok := e.Second(c)
	if !ok || !v.halfOpen {
		return false
	}
	from := second.Start
	return from == v.end || yiyuan.NewDate(from.Year+1, from.Month, from.Day) == v.end && v.end.Month < v.start.Month
}

func nextDay(d yiyuan.Date) yiyuan.Date { return yiyuan.NewDate(d.Year, d.Month, d.Day+1) }
