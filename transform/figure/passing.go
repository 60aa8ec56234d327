package figure

import (
	"slices"
	clock "time"

	"yiyuan/transform/period"
)

// What passes by or is done again and again (列 of trains, 人次, 架次, what is newly registered) leaves nothing to be counted at a day. Where the news
// names a span of one year for it, it is of that span, however its number is led up to: 上半年已突破2700列, 1—4月累计新办400万户.

// passesInSpan tells of it.
func (r *reader) passesInSpan(s *site, st statement) bool {
	p := r.sentence.period
	if !r.sentence.has && r.line.has && !r.line.now && !r.sentence.near {
		p = r.line.period
	}
	if r.Report.Kind != "" || r.sentence.has && r.sentence.now || p.Kind != period.During || p.End.Time().Sub(p.Start.Time()) > 366*24*clock.Hour || p.Start == p.End {
		return false
	}
	told := st.text + st.qualifier
	if holdsAny(told+join(s.left), possessed()) || holdsAny(told, []string{"余额", "存量"}) {
		return false
	}
	unit := s.tok.q.Unit.Surface
	if s.measure == "growth" || s.measure == "change" {
		unit = st.measureWord
	}
	if s.measure == "level" && s.tok.q.Kind == "count" && holdsAny(join(r.leftTokens), dailyMeans()) {
		return true // 去年快递日均3000万件
	}
	return st.newness && !hasWord(s.left, "总量", "总数") || endsWithAny(unit, passingUnits()) || holdsAny(told, movements())
}

// keptInHand tells of orders and the like that are there at a day: 截至10月底，手持订单1.3亿吨.
func keptInHand(s *site, st statement) bool {
	if slices.ContainsFunc(s.left, func(t token) bool { return t.is(conj) || t.kind == dun }) {
		return false // 完工量和手持订单量分别占世界的43%和50%
	}
	told := st.qualifier + st.text + join(s.left)
	return holdsAny(told, []string{"手持", "在手"}) && holdsAny(told, []string{"订单", "合同"})
}

var (
	passingUnits = phrases("units of what passes")
	dailyMeans   = phrases("means over days")
	movements    = phrases("movements")
)
