package figure

import (
	"strings"
	clock "time"

	"yiyuan"
	"yiyuan/transform/period"
)

// A streak (连续4年稳定在1500亿斤以上, 连续五个季度) is of the years or quarters it counts. It ends with the time in force, else with the last of its
// kind that is over.

// startStreak puts the span of a streak in force for what it dates, and reports whether token i is one.
func (r *reader) startStreak(i int) bool {
	p, ok := r.streak(i)
	if !ok {
		return false
	}
	was := r.sentence
	r.aside, r.asideEnd = &was, r.streakOver(i)
	r.sentence.period, r.sentence.has, r.sentence.streak = p, true, true
	r.sentence.stock, r.sentence.now, r.sentence.running, r.sentence.since, r.sentence.edge = false, false, false, false, false
	return true
}

// holdsRank tells of a streak, begun in a year that is told, of holding a rank: 自2017年起，连续五年位居第二.
func (r *reader) holdsRank(i int) bool {
	return r.Report.Kind == "" && r.sentence.has && r.sentence.since && startsWithAny(r.text[r.toks[i].end:r.end], ranksHeld())
}

// ranksHeld are verbs for holding a rank.
var ranksHeld = phrases("ranks held")

// streak is the span of a 连续 at token i of the news.
func (r *reader) streak(i int) (period.Period, bool) {
	t := &r.toks[i]
	text, ok := strings.CutPrefix(t.text, "连续")
	if r.Report.Kind != "" || !ok || r.aside != nil {
		return period.Period{}, false
	}
	last := r.streakEnd()
	if n, ok := lastYears(text); ok && n > 1 {
		return r.yearsRunning(n, last), true
	}
	if n, ok := quartersIn(text); ok {
		return quartersRunning(n, last), true
	}
	return period.Period{}, false
}

// endsStreak tells of a streak that is over and dates nothing: 扭转连续两年下降态势.
func (r *reader) endsStreak(i int) bool {
	return strings.HasPrefix(r.toks[i].text, "连续") && endsWithAny(strings.TrimSuffix(r.text[r.start:r.toks[i].start], "了"), endingStreaks())
}

// endingStreaks are verbs for bringing a streak to its end.
var endingStreaks = phrases("ending a streak")

// yearsRunning are n years running up to a day: of one that is not over, those before it.
func (r *reader) yearsRunning(n int, last yiyuan.Date) period.Period {
	year := last.Year
	if p := r.sentence.period; r.sentence.has && r.sentence.since && p.Start.Year+n <= r.Reference.Year+1 {
		return period.Period{Kind: period.During, Start: p.Start, End: period.Year(p.Start.Year + n - 1).End} // 自2017年起，连续五年
	}
	if last != period.Year(year).End && last.Month < clock.December && r.status() != "forecast" {
		year-- // 有望连续7年 reckons with the running one
	}
	return period.Period{Kind: period.During, Start: period.Year(year - n + 1).Start, End: period.Year(year).End}
}

// streakOver is where the streak at token i dates no more: at the end of its clause, or of those behind it that tell how fast the same grew.
func (r *reader) streakOver(i int) int {
	for j := i + 1; j < len(r.toks); j++ {
		t := &r.toks[j]
		if t.kind.pauses() && j > i+1 && !(t.kind == comma && startsWithAny(r.text[t.end:r.end], growthOfSame())) {
			return t.start
		}
	}
	return r.end
}

// growthOfSame open a clause on the growth of what has just been told.
var growthOfSame = phrases("growth of the same")

// streakEnd is the end of the time in force, the day of the news where there is none.
func (r *reader) streakEnd() yiyuan.Date {
	p, has := r.inForce()
	if !has || p.End.IsZero() || r.Reference.Before(p.End) {
		return r.Reference
	}
	return p.End
}

// quartersIn is the number of quarters of a 五个季度 or 14个季度.
func quartersIn(text string) (int, bool) {
	n, ok := strings.CutSuffix(text, "季度")
	if !ok {
		return 0, false
	}
	return lastYears(strings.TrimSuffix(n, "个") + "年")
}

// quartersRunning are n whole quarters running up to a day.
func quartersRunning(n int, last yiyuan.Date) period.Period {
	next := yiyuan.NewDate(last.Year, last.Month, last.Day+1)
	first := (next.Month-1)/3*3 + 1 // of the quarter that the next day lies in
	end := yiyuan.NewDate(next.Year, first, 0)
	return period.Period{Kind: period.During, Start: yiyuan.NewDate(next.Year, first-clock.Month(3*n), 1), End: end}
}
