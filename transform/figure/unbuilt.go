package figure

import "yiyuan"

// The news tells what works will hold or yield on the day that they are begun, or while they go on. That is planned, and of no day.

// unbuilt tells of the capacity or power of works that are not there yet: 电站昨天开工建设，总装机容量120万千瓦, 装机容量240万千瓦，计划2029年投产.
func (r *reader) unbuilt(f *yiyuan.Fact, st statement) bool {
	if r.Report.Kind != "" || f.Measure != "level" || f.Indicator != "capacity" && f.Unit != "kW" || st.newness {
		return false
	}
	before, after := upToFigure(r.text[r.start:max(r.start, f.Start)]), upToStop(r.text[f.End:max(f.End, r.end)])
	if holdsAny(before+after, inUse()) {
		return false
	}
	if holdsAny(before, designedFor()) && holdsAny(before, building()) && !holdsAny(before, signsOfDone()) {
		return true // 扩建生产线，设计年屠宰肉牛5万头
	}
	return holdsAny(before, beingBuilt()) || holdsAny(after, toBeBuilt())
}

// designedFor are words before what works are drawn up to make.
var designedFor = phrases("designed for")

// beingBuilt are words for works that go on, toBeBuilt for what comes when they are done, inUse for works that run.
var beingBuilt, toBeBuilt, inUse = phrases("being built"), phrases("to be built"), phrases("in use")
