package figure

import "yiyuan"

// dimension tells of how long, high or large a thing is that the news says something happened to, on a day or on none it tells: 今天合龙的大桥全长
// 1100米. It stands whatever was done.
func (r *reader) dimension(f *yiyuan.Fact, s *site, st statement) bool {
	if r.Report.Kind != "" || f.Measure != "level" || st.newness || r.status() != "actual" || f.Indicator != "length" && f.Indicator != "area" && f.Indicator != "capacity" && !endsWithAny(st.text, weights()) {
		return false
	}
	if _, has := r.inForce(); has && !r.toldOnDay() || r.workedArea(s, st) || r.habitualHere() {
		return false
	}
	if f.Indicator == "area" && r.onOneDay() && !r.eventIn(s.left) && !st.happened {
		return true
	}
	return holdsAny(st.text+st.qualifier+join(s.left), dimensions()) || endsWithAny(st.text, weights()) || f.Indicator == "length" && measures(s)
}

// measures tells of the one word for how long, wide or high a thing is, right before how much: 正线长430公里, 宽约7米.
func measures(s *site) bool {
	left := join(trimReach(withoutBrackets(s.left)))
	return endsWithAny(left, measuresOf()) && !endsWithAny(left, noMeasures())
}

var measuresOf, noMeasures = phrases("measures of a thing"), phrases("no measures")

// toldOnDay tells of a sentence that is told of one day, by itself or in its paragraph.
func (r *reader) toldOnDay() bool {
	return r.onOneDay() || r.Report.Kind == "" && !r.sentence.has && r.line.oneDay()
}

// weights are how heavy a thing is.
var weights = phrases("weights")

var dimensions = phrases("dimensions")
