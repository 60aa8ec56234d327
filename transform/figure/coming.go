package figure

import (
	"strings"

	"yiyuan"
	"yiyuan/transform/period"
)

// A day of the news that names no year is the last of its name (see resolveTime), but the next where the words beside it say that it is to come:
// 将于7月23日举行, 定于8月2日至5日在….

// comingDay is the day or span ahead that a time between before and after tells of, both of its sentence.
func (r *reader) comingDay(e *period.Expr, before, after string) (period.Period, bool) {
	if r.Report.Kind != "" {
		return period.Period{}, false
	}
	clause := firstClause(strings.TrimLeft(after, "，"))
	set := endsWithAny(strings.TrimSuffix(before, "在"), setFor()) || decidedFrom(e, before, after) || decidedOn(before)
	if set || strings.Contains(clause, "将") || holdsAny(clause, toCome()) && !tellsDone(clause) {
		return e.Ahead(r.periodContext())
	}
	return period.Period{}, false
}

// duringEvent tells of what is to come while something lasts that the news has open on the day p, and ends nobody knows when: 今天开幕，其间将举行66场对接活动.
func (r *reader) duringEvent(s *site, p period.Period) bool {
	return r.Report.Kind == "" && r.status() == "forecast" && p.Kind == period.During && p.Start == p.End && !r.Reference.Before(p.End) && holdsAny(r.saidBefore(s), meanwhile())
}

// comesLater tells of what an event of a day gone by will let happen from then on, which is of no one day: 今天赠送了接收卡，官兵将能收看上百个频道.
func (r *reader) comesLater(s *site, p period.Period) bool {
	if r.Report.Kind != "" || r.status() != "forecast" || p.Kind != period.During || p.Start != p.End || r.Reference.Before(p.End) || r.timeBefore(s) {
		return false
	}
	said := r.saidBefore(s)
	will := strings.LastIndex(said, "将")
	return will >= 0 && (startsWithAny(said[will:], lettingHappen()) || holdsAny(firstClause(r.text[s.tok.end:r.end]), bitByBit()))
}

// meanwhile are words for the time that an event lasts, lettingHappen for what it brings about, bitByBit for what takes its time.
var meanwhile, lettingHappen, bitByBit = phrases("meanwhile"), phrases("letting happen"), phrases("bit by bit")

// decidedFrom tells of the day from which on holds what has been decided: 央行决定，从10月15日起下调.
func decidedFrom(e *period.Expr, before, after string) bool {
	from := strings.HasPrefix(e.Text, "从") || strings.HasPrefix(e.Text, "自") || endsWithAny(before, []string{"从", "自"})
	return from && (strings.HasSuffix(e.Text, "起") || strings.HasPrefix(after, "起")) && holdsAny(before, deciding())
}

// decidedOn tells of what stands before a time by which something has been decided or is foreseen: 省政府决定，三季度抢运煤炭; 预计，下半年.
func decidedOn(before string) bool {
	said := strings.TrimRight(before, "，：")
	return said != before && endsWithAny(said, foreseen())
}

// foreseen are verbs for deciding on or foreseeing what the next clause tells.
var foreseen = phrases("foreseen")

var toCome, deciding = phrases("to come"), phrases("deciding")

// throughDay reads the day that ends a span which the day in force begins, with the bracket that prints that between them: 今天（7月20日）至22日.
func (r *reader) throughDay(i int) bool {
	first := r.sentence.period
	if r.Report.Kind != "" || !r.sentence.has || first.Kind != period.During || first.Start != first.End {
		return false
	}
	if i == 0 || r.toks[i-1].kind != shut || !startsWithAny(r.toks[i].text, []string{"至", "到"}) {
		return false
	}
	p, ok := r.resolveTime(r.toks[i].e)
	if !ok || !first.Start.Before(p.End) || yiyuan.NewDate(first.Start.Year, first.Start.Month+1, first.Start.Day).Before(p.End) {
		return false
	}
	r.sentence.period.End = p.End
	return true
}

// setFor are words before the day that something is set for.
var setFor = phrases("set for a day")
