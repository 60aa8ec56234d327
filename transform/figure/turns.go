package figure

import (
	"yiyuan"
	"yiyuan/transform/period"
)

// takeTurns lets 分别 hand out years where it names no other members: 2020年、2021年分别增长3%、8%, and
// 2016年至2018年分别为10亿元、12亿元和15亿元. Months likewise.
func (r *reader) takeTurns(i int) {
	n := r.followers(i)
	if n < 2 {
		return
	}
	if listed := r.timesListed(i); len(listed) == n {
		r.turns = listed
		return
	}
	p, ok := r.inForce()
	if !ok || p.Kind != period.During || p.Start.Year == 0 {
		return
	}
	switch n {
	case p.End.Year - p.Start.Year + 1:
		r.turns = nil
		for year := p.Start.Year; year <= p.End.Year; year++ {
			r.turns = append(r.turns, period.Year(year))
		}
	case monthsOf(p):
		if r.levelsTold(i) == n {
			return // 一季度新批项目7个，合同外资1亿美元，到账3000万美元，分别增长40%、65%和19%
		}
		r.turns = nil
		for i := range n {
			first := p.Start.Time().AddDate(0, i, 0)
			r.turns = append(r.turns, period.Period{Kind: period.During, Start: yiyuan.DateOf(first), End: yiyuan.DateOf(first.AddDate(0, 1, -1))})
		}
	case quartersInYear:
		if !r.quartersTold(i) || p != period.Year(p.Start.Year) {
			return
		}
		r.turns = nil
		for i := range n {
			first := p.Start.Time().AddDate(0, 3*i, 0)
			r.turns = append(r.turns, period.Period{Kind: period.During, Start: yiyuan.DateOf(first), End: yiyuan.DateOf(first.AddDate(0, 3, -1))})
		}
	default:
		return
	}
	r.turnsTaken = r.turns
	if r.opened.has {
		r.opened.keep(r.sentence) // 2016年至2018年，分别完成产值…；分别完成税收…
	}
}

// turnsAgain hands years out to a list that no 分别 leads to: those named before it, 2020年、2021年完成产值38亿元、47亿元, or those that a 分别 has handed
// out to as many before: 2016年至2018年分别完成产值3亿元、4亿元和6亿元，税收1000万元、1200万元和1900万元.
func (r *reader) turnsAgain(i int) {
	n := r.followers(i)
	if n < 2 || len(r.turns) > 0 {
		return
	}
	if listed := r.timesListed(i); len(listed) == n {
		r.turns = listed
	} else if len(r.turnsTaken) == n {
		r.turns = r.turnsTaken
	}
}

const quartersInYear = 4

// levelsTold is how many levels the sentence has told up to token i of the time it names last.
func (r *reader) levelsTold(i int) int {
	n, from := 0, r.start
	if t := r.lastTime(r.toks[i].start); t != nil {
		from = max(from, t.start)
	}
	for i := len(r.out.Facts) - 1; i >= 0 && r.out.Facts[i].Start >= from; i-- {
		if r.out.Facts[i].Measure == "level" {
			n++
		}
	}
	return n
}

// quartersTold tells of a clause up to token i on the four quarters of a year: 四个季度增速分别为.
func (r *reader) quartersTold(i int) bool {
	said := r.text[r.start:r.toks[i].start]
	return holdsAny(said[lastPause(said):], allQuarters())
}

var allQuarters = phrases("all quarters")

// monthsOf is how many months a span of whole months, but of no whole year, has: 去年11月到今年2月; else 0.
func monthsOf(p period.Period) int {
	if !wholeMonths(p) || p == period.Year(p.Start.Year) {
		return 0
	}
	return 12*(p.End.Year-p.Start.Year) + int(p.End.Month) - int(p.Start.Month) + 1
}

// timesListed are the members of the last list of times before token i.
func (r *reader) timesListed(i int) []period.Period {
	var listed []period.Period
	joined, compared := false, false
	for _, t := range r.toks[:i] {
		switch {
		case t.kind == time && (compared && joined || t.e.Role == period.Compared):
			compared, joined = true, false // 比1—3月、1—6月
		case t.kind == time && ruling[t.e.Role]:
			if !joined {
				listed = nil
			}
			if p, ok := r.resolveTime(t.e); ok {
				listed = append(listed, p)
			}
			joined = false
		case t.kind == dun || t.kind == word && t.is(conj):
			joined = true
		case t.kind != blank && t.kind != note:
			joined, compared = false, false
		}
	}
	return listed
}

// turn is the next of the years handed out.
func (r *reader) turn() (period.Period, bool) {
	if len(r.turns) == 0 {
		return period.Period{}, false
	}
	p := r.turns[0]
	r.turns = r.turns[1:]
	return p, true
}
