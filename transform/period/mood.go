package period

import (
	"strings"

	"yiyuan/transform/search"
)

// A part of a work report that is read by itself, or whose heading names neither year nor task, still tells by its verbs whether it reviews or
// plans: reviews say what was reached (获批, 顺利, 了), plans what must be done (力争, 抓好, 鼓励). Single sentences do not decide, since both begin
// with 推进 and 完成; over a thousand characters the two keep apart. Of 4,235 stretches of that length whose headings tell, three words of aims
// to one of results take 46 of 1,800 reviews for plans and find 2,241 of 2,435 plans.

// resultWords tell that something was reached, aimWords that it is to be.
var resultWords, aimWords = phrases("reached"), phrases("to be done")

const (
	aimsToResults = 3 // words of aims to one of results
	fewestAims    = 4
)

// PlansFirst tells of a work report whose text up to the first line that says which year it is of, a heading or the turn to the tasks, plans
// and does not review; and of the year it plans for.
func PlansFirst(text string, r Report) (Period, bool) {
	if r.Kind != WorkReport || r.Planned == 0 {
		return Period{}, false
	}
	aims, results := 0, 0
	for line := range strings.Lines(text) {
		if _, _, ok := Heading(line, r); ok {
			break
		}
		if _, ok := TurnsToTasks(line, r); ok {
			break
		}
		aims += countAny(line, aimWords())
		results += countAny(line, resultWords())
	}
	return Year(r.Planned), aims >= fewestAims && aims > aimsToResults*results
}

// PlansFrom tells of a heading of a work report that names neither year nor task, 三、加快建设科创走廊, over a section that plans, up to the next heading
// of its rank; and of the year it plans for. It asks for more than PlansFirst, since what it turns from has been told.
func PlansFrom(text string, r Report) (Period, bool) {
	if r.Kind != WorkReport || r.Planned == 0 {
		return Period{}, false
	}
	first, section, _ := strings.Cut(text, "\n")
	h, ok := headingWords(first)
	if !ok || !h.numbered || h.sub || tense(h.text) == "actual" {
		return Period{}, false
	}
	aims, results := 0, 0
	for line := range strings.Lines(section) {
		if h, ok := headingWords(line); ok && h.numbered && !h.sub {
			break
		}
		aims += countAny(line, aimWords())
		results += countAny(line, resultWords())
	}
	return Year(r.Planned), aims >= 2*fewestAims && aims > 2*aimsToResults*results
}

func countAny(s string, words []string) int {
	n := 0
	for _, w := range words {
		n += search.Count(s, w)
	}
	return n
}
