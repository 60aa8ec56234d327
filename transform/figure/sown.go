package figure

import (
	"strings"

	"yiyuan"
	"yiyuan/transform/period"
)

// This file tells of the land that statistics say was under a crop in a span, and of that which the news says is.

// tilled tells of land that the news, undated or up to a day, says is under a crop or a lease: 流转土地12万亩, 种植棉花30万亩.
func (r *reader) tilled(s *site) bool {
	p, has := r.inForce()
	return (!has || p.Kind == period.AsOf) && r.hasVerb(s, tillage)
}

var tillage = phrases("tillage")

// worked are areas by what was done with them in a span.
var worked = phrases("worked areas")

// workedArea tells of one, and of the land that statistics say was under a crop in a year: 2013年，棉花种植面积430万公顷.
func (r *reader) workedArea(s *site, st statement) bool {
	if endsWithAny(st.text, worked()) || endsWithAny(st.qualifier+st.text, worked()) || r.sownToo(s) || r.sameArea(st) {
		return true
	}
	if p, has := r.inForce(); !has || r.sentence.now || p != period.Year(p.Start.Year) || r.fromBefore(s) {
		return false
	}
	return endsWithAny(st.text, sown()) && !holdsAny(join(r.leftTokens), perennials())
}

// sownInYear tells of the area of a crop that is sown anew every year, told of a year or as an aim: 今年全省油菜面积826万亩.
func (r *reader) sownInYear(f *yiyuan.Fact, st statement, p period.Period, has bool) bool {
	if f.Indicator != "area" || f.Measure != "level" || !strings.HasSuffix(st.text, "面积") || st.newness {
		return false
	}
	ofSpan := has && p.Kind == period.During && !r.sentence.now || r.status() != "actual"
	of := st.qualifier + st.text + f.Industry
	return ofSpan && holdsAny(of, annualCrops()) && !holdsAny(of, perennials())
}

// sameArea tells of a bare 面积 of a part of the place whose sown area the paragraph has just told: 全市种植马铃薯316万亩，…。安定区面积达102万亩.
func (r *reader) sameArea(st statement) bool {
	if st.text != "面积" || st.qualifier != "" || r.Report.Kind != "" {
		return false
	}
	for i := len(r.out.Facts) - 1; i >= 0 && r.out.Facts[i].Start >= r.lineStart; i-- {
		if last := &r.out.Facts[i]; last.Indicator == "area" && last.Measure == "level" {
			return last.PeriodKind == period.During && holdsAny(r.text[r.lineStart:r.start], sowing())
		}
	}
	return false
}

// sownToo tells of the area of one more crop behind one that was sown in a span: 粮食播种面积50万亩（小麦10万亩、玉米30万亩），蔬菜4万亩.
func (r *reader) sownToo(s *site) bool {
	told := r.saidBefore(s)
	if r.timeBefore(s) || r.eventIn(s.left) || !holdsAny(told, sowing()) || holdsAny(join(s.left), perennials()) && !strings.Contains(told, "播种") {
		return false
	}
	for i := len(r.out.Facts) - 1; i >= 0 && r.out.Facts[i].Start >= r.start; i-- {
		if last := &r.out.Facts[i]; last.Indicator == "area" && last.Measure == "level" {
			return last.PeriodKind == period.During
		}
	}
	return false
}

var (
	sowing     = phrases("sowing")
	sown       = phrases("sown areas")
	perennials = phrases("perennials")

	annualCrops = phrases("annual crops")
)
