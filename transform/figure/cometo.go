package figure

import (
	"yiyuan"
	"yiyuan/transform/period"
)

// What has come from one number to another stands there, unless it is made or earned in a span: 专用道由85公里延长到132公里, not 产量由3万吨增加到5万吨.

// comeToStand tells of either number of such a movement, of what is by nature there at a day.
func (r *reader) comeToStand(f *yiyuan.Fact, s *site, st statement) bool {
	if s.rule != "change.to" && !r.startsFromTo(s) || holdsAny(join(s.left), worksOnLand()) {
		return false
	}
	switch f.Indicator {
	case "length", "capacity":
		return !st.newness
	case "area":
		return !r.workedArea(s, st)
	case "other":
		said := r.saidBefore(s)
		clause := said[lastPause(said):]
		priced := endsWithAny(st.text, paidForOne()) || holdsAny(clause, pricedMeasures()) && !holdsAny(clause, notSold())
		return f.Unit == "CNY" && r.Report.Kind == "" && priced && !r.pricedOverYear(s)
	}
	return false
}

// pricedOverYear tells of a price in a sentence on a year before its figure: 房租去年涨到2400元, 鱼价由去年的18元落到15元.
func (r *reader) pricedOverYear(s *site) bool {
	t := r.lastTime(s.tok.start)
	if t == nil || t.e.Now() {
		return false
	}
	p, ok := r.resolveTime(t.e)
	return ok && p == period.Year(p.Start.Year) && p.End.Before(r.Reference)
}

// aimedAt tells of what is to be there by the end of a year that an aim is set to: 到2025年，建成10万亩茶园.
func (r *reader) aimedAt(f *yiyuan.Fact, s *site, st statement) bool {
	if r.status() == "actual" || st.newness || holdsAny(join(s.left), worksOnLand()) {
		return false
	}
	switch f.Indicator {
	case "area", "capacity", "length", "employment":
	case "energy":
		if f.Unit != "kW" {
			return false
		}
	default:
		return false
	}
	t := r.lastTime(f.Start)
	return t != nil && (startsWithAny(t.text, upToYears()) || endsWithAny(t.text, endsOfYears()) && r.justReached())
}

// lastTime is the time that the sentence names last before a place in the text; nil where it names none.
func (r *reader) lastTime(start int) *token {
	for i := len(r.toks) - 1; i >= 0; i-- {
		if t := &r.toks[i]; t.kind == time && t.start < start && ruling[t.e.Role] {
			return t
		}
	}
	return nil
}

// worksOnLand are words for what is done in a span to land, or to what can be made.
var worksOnLand = phrases("works on land")

// upToYears begin the time that an aim is set to, endsOfYears end it.
var upToYears, endsOfYears = phrases("up to a year"), phrases("ends of years")
