package figure

import "yiyuan"

// dimension tells of how long, high or large a thing is that the news says something happened to, on a day or on none it tells: 今天合龙的大桥全长
// 1100米. It stands whatever was done.
func (r *reader) dimension(f *yiyuan.Fact, s *site, st statement) bool {
	if r.Report.Kind != "" || f.Measure != "level" || st.newness || r.status() != "actual" || f.Indicator != "length" && f.Indicator != "area" && f.Indicator != "capacity" {
		return false
	}
	if _, has := r.inForce(); has && !r.onOneDay() || r.workedArea(s, st) || r.habitualHere() {
		return false
	}
	if f.Indicator == "area" && r.onOneDay() && !r.eventIn(s.left) && !st.happened {
		return true
	}
	return holdsAny(st.text+st.qualifier+join(s.left), dimensions())
}

var dimensions = phrases("dimensions")
