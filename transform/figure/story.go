package figure

import (
	"slices"
	"strings"

	"yiyuan"
	"yiyuan/transform/period"
	"yiyuan/transform/segment"
)

// A story is told of one time more than of any other, and names it once or twice: its figures without a time of their own are of that
// time, those behind the naming, and before it the statistics. It is known only when the whole story has been read, so they are dated last.

// datedByStory dates what happened at no told time by the time that most of the story is told of.
func (r *reader) datedByStory() {
	p, ok := r.storyTime()
	if !ok || r.gathered {
		return
	}
	named := false
	for i := range r.out.Facts {
		f := &r.out.Facts[i]
		named = named || f.PeriodStart == p.Start && f.PeriodEnd == p.End && f.Start >= r.firstLine
		if r.untimed(f) && (named || f.Start < r.firstLine || aggregate[f.Indicator] || yielding[f.Indicator] || f.Measure == "growth") {
			f.PeriodStart, f.PeriodEnd = p.Start, p.End
		}
	}
}

// headlineByOpening dates what a headline without a time says has happened by the months that the first figure under it is of: 减税惠及4万户 over
// 1至4月，减税18亿元.
func (r *reader) headlineByOpening(lines []segment.Line) {
	if r.gathered || len(lines) == 0 || lines[0].Kind != segment.Heading {
		return
	}
	first := slices.IndexFunc(r.out.Facts, func(f yiyuan.Fact) bool { return f.Start >= lines[0].End })
	if first <= 0 {
		return
	}
	opened := &r.out.Facts[first]
	p := period.Period{Kind: opened.PeriodKind, Start: opened.PeriodStart, End: opened.PeriodEnd}
	if opened.Status != "actual" || !p.YearToDate() || !wholeMonths(p) || r.Reference.Before(p.End) || r.Reference.Year-p.End.Year > 1 {
		return
	}
	for i := range r.out.Facts[:first] {
		if f := &r.out.Facts[i]; r.untimed(f) {
			f.PeriodStart, f.PeriodEnd = p.Start, p.End
		}
	}
}

// leastTold is how many figures have to be of a time before it can be that of the story, and mostOf how large a part of those that are
// dated, in tenths.
const leastTold, mostOf = 3, 7

// storyTime is the span that most of what has happened in the news is dated by: longer than a day, and not over for longer than a year.
func (r *reader) storyTime() (period.Period, bool) {
	times, dated := map[period.Period]int{}, 0
	var most period.Period
	for i := range r.out.Facts {
		f := &r.out.Facts[i]
		if f.Status != "actual" || f.PeriodKind != period.During || f.PeriodStart.IsZero() {
			continue
		}
		dated++
		p := period.Period{Kind: period.During, Start: f.PeriodStart, End: f.PeriodEnd}
		if times[p]++; times[p] > times[most] {
			most = p
		}
	}
	n := times[most]
	return most, n >= leastTold && 10*n >= mostOf*dated && most.Start != most.End && !r.Reference.Before(most.End) && r.Reference.Year-most.End.Year < 2
}

// untimed tells of what has happened by the day of the news, since when is not told.
func (r *reader) untimed(f *yiyuan.Fact) bool {
	if f.Status != "actual" || f.PeriodKind != period.During || !f.PeriodStart.IsZero() || f.PeriodEnd != r.Reference {
		return false
	}
	sentence := max(0, strings.LastIndexAny(r.text[:f.Start], "。！？\n"))
	return !holdsAny(r.text[sentence:f.Start], passingTimes()) && !holdsAny(r.text[sentence:f.Start], lastDays())
}
