package figure

import (
	"strings"
)

// This file tells of what is said to come once works are there, or on a condition: 建成投产后, 如果全部完成, 可满足.

// promises tells of a 建成投产后 that what follows waits for.
func (r *reader) promises(i int) bool {
	t := &r.toks[i]
	if t.is(expect) && strings.HasSuffix(t.text, "后") {
		return !holdsAny(r.text[t.end:r.end], doneNow()) && (!r.cameAbout(i+1) || r.waitsFor(i+1))
	}
	if t.text == "未来" && r.Report.Kind == "" {
		for j, n := range r.toks[i+1:] {
			if n.kind == comma && j > 0 || n.kind == stop || n.kind == semi || n.kind == figure {
				break
			}
			if n.text == "将" || n.text == "只" || strings.HasPrefix(n.text, "只需") || n.text == "可" {
				return true
			}
		}
	}
	if t.text == "届时" {
		return r.Report.Kind == "" && holdsAny(firstClause(r.text[t.end:r.end]), []string{"可", "能", "产能", "占比"})
	}
	if t.text == "即将" && i+1 < len(r.toks) && awaited().has(r.toks[i+1].text) {
		return true
	}
	if t.text == "后年" && i > 0 && awaited().has(r.toks[i-1].text) {
		return true // 投产|后年|可创税
	}
	if t.text != "后" && t.text != "之后" && t.text != "以后" || i == 0 {
		return false
	}
	return awaited().has(r.toks[i-1].text) && r.waitsFor(i+1) || r.foretoldOf(i)
}

// cameAbout tells of a time that is over, in the clause that ends right before token i: 车间去年投产后，人均年产值提高到320万元.
func (r *reader) cameAbout(i int) bool {
	if r.Report.Kind != "" {
		return false
	}
	for j := i - 2; j >= 0 && !r.toks[j].kind.pauses(); j-- {
		if r.toks[j].kind == time {
			p, ok := r.resolveTime(r.toks[j].e)
			return ok && p.End.Before(r.Reference) && p.End.Year > 0
		}
	}
	return false
}

// foretoldOf tells of the news that works which are done anew, before the 后 at token i, are expected to bring something: 改造后，预计年发运煤炭300万吨.
func (r *reader) foretoldOf(i int) bool {
	if r.Report.Kind != "" || !doneAnew().has(r.toks[i-1].text) || i+2 >= len(r.toks) || r.toks[i+1].kind != comma {
		return false
	}
	return r.toks[i+2].is(expect)
}

// doneAnew is what is done anew to works.
var doneAnew = phrases("done anew")

// doneNow are words for what is there, where it does not wait for works.
var doneNow = phrases("done by now")

// waitsFor tells whether what stands from token i on is said of the time to come. What comes year by year is where its beginning is over.
func (r *reader) waitsFor(i int) bool {
	over := r.cameAbout(i)
	for _, n := range r.toks[i:] {
		if n.kind == stop {
			break
		}
		if n.is(expect) || strings.HasPrefix(n.text, "可") || !over && startsWithAny(n.text, yearByYear()) {
			return true
		}
		switch n.text {
		case "能", "能够", "将", "即可":
			return true
		}
	}
	return false
}

// supposes tells of a word of the news that opens a clause and what follows from it, neither of which is so yet: 如果全部完成，会有6亿元收入.
func (r *reader) supposes(i int) bool {
	t := r.toks[i]
	if r.Report.Kind != "" || i > 0 && !r.toks[i-1].kind.pauses() || !startsWithAny(t.text, conditions()) {
		return false
	}
	return !startsWithAny(r.text[t.start:r.end], noConditions())
}

var conditions, noConditions = phrases("conditions"), phrases("conditions of no case")

// could tells of a 可 or 可满足 in the news that says what something will be good for.
func (r *reader) could(i int) bool {
	t := r.toks[i]
	if r.Report.Kind != "" || !strings.HasPrefix(t.text, "可") && t.text != "能" {
		return false
	}
	verb := strings.TrimPrefix(t.text, "可")
	if t.text == "可" || t.text == "能" {
		if i+1 == len(r.toks) || r.toks[i+1].kind != word {
			return false
		}
		verb = r.toks[i+1].text
	}
	before := r.text[r.start:t.start]
	return couldDo().has(verb) && !holdsAny(before, byYearOrDay()) && !tellsDone(before)
}

// holdsOnceBuilt tells of a 可容纳 in the news of works that have just been begun: what they will hold waits for them, and so does what they will yield.
func (r *reader) holdsOnceBuilt(i int) bool {
	if r.Report.Kind != "" {
		return false
	}
	able, is := strings.CutPrefix(r.text[r.toks[i].start:r.end], "可")
	if !is || !startsWithAny(able, roomToBe()) {
		return false
	}
	story := r.headline() + "\n" + r.text[r.lineStart:r.toks[i].start]
	return holdsAny(story, beginningWorks()) && !holdsAny(r.text[r.lineStart:r.end], worksOver())
}

// roomToBe are verbs for how much works hold, beginningWorks tell that they have been begun, worksOver that they are there.
var roomToBe, beginningWorks, worksOver = phrases("room in works"), phrases("beginning works"), phrases("works over")

// byYearOrDay are words for what is done every year or day.
var byYearOrDay = phrases("by year or day")

var couldDo = phrases("could do")

// promisedBefore tells of a clause that ends in a 投运后, however it was cut into words.
func (r *reader) promisedBefore(i int) bool {
	before, ok := strings.CutSuffix(r.text[r.start:r.toks[i].start], "后")
	if !ok {
		return false
	}
	return endsWithAny(before, awaited()) && r.waitsFor(i+1)
}

// awaited are the events that what a project promises waits for.
var awaited = phrases("awaited")
