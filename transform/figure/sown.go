package figure

import (
	"slices"
	"strings"

	"yiyuan"
	"yiyuan/transform/period"
)

// This file tells of the land that statistics say was under a crop in a span, and of that which the news says is.

// yearOfCrop is the year of a crop, whose land, yield and worth are told once for all of it, though it be in only by and by: 今年种了12亩辣椒，亩产2000公斤.
func (r *reader) yearOfCrop(p period.Period, running bool, f *yiyuan.Fact, s *site, st statement) (period.Period, bool) {
	year := period.Year(p.End.Year)
	toDay := r.Report.Kind == "" && p.Start == year.Start &&
		(running && p == year || r.upToDayTold(p) || p.End == r.Reference && (running || !r.sentence.since && !endsMonth(p.End)))
	switch {
	case f.Indicator == "output_volume" && holdsAny(st.text, harvests()):
		if toDay && f.Measure != "share" {
			p = year
		}
		return p, true
	case f.Indicator == "area" && r.putUnderCrop(f, s, st):
		if toDay && running {
			p = year
		}
		return p, true
	case running && toDay && r.status() == "actual" && (r.yieldsOfCrop(f, s) || r.landOfCrop(f) || r.goesOnOfYear(f, s, year)):
		return year, true
	}
	return p, false
}

// upToDayTold tells of what the paragraph counts up to a day of a month, and not to the end of one.
func (r *reader) upToDayTold(p period.Period) bool {
	of := &r.sentence
	if !of.has {
		of = &r.line
	}
	return of.stock && of.period.Kind == period.AsOf && of.period.End == p.End && p.End != yiyuan.NewDate(p.End.Year, p.End.Month+1, 0)
}

func namesCrop(text string) bool {
	return holdsAny(text, annualCrops()) || slices.ContainsFunc(tradesIn(text), func(g tradeNamed) bool { return g.sort == "crop" })
}

// yieldsOfCrop tells of what a crop that the paragraph names yields, by weight or by the area, and what it costs or brings.
func (r *reader) yieldsOfCrop(f *yiyuan.Fact, s *site) bool {
	switch clause := r.clauseAround(f.Start, f.End); {
	case f.Indicator == "output_volume" && (f.Unit == "tonne" || f.Unit == "kg" || f.Measure == "growth") && !holdsAny(clause, bespoken()),
		f.Indicator == "resident_income" && f.Measure == "level", holdsAny(clause, ofLandOfCrop()):
	default:
		return false
	}
	return holdsAny(r.text[r.start:f.Start], growers()) || namesCrop(r.text[r.lineStart:r.end])
}

// landOfCrop tells of the land of a crop that the clause names: 今年全县17万亩花生陆续开镰. Land that changes hands or is laid out is none.
func (r *reader) landOfCrop(f *yiyuan.Fact) bool {
	if f.Indicator != "area" || f.Measure != "level" || f.Unit != "mu" && f.Unit != "ha" {
		return false
	}
	clause := r.clauseAround(f.Start, f.End)
	if holdsAny(clause, landDealt()) {
		return false
	}
	return holdsAny(clause, croppedLand()) || namesCrop(clause)
}

// landDealt are words for land that changes hands or is laid out, croppedLand for land by its crop.
var landDealt, croppedLand = phrases("land dealt in"), phrases("cropped land")

// goesOnOfYear tells of what the sentence says behind something of the whole year, with no other time between: 今年产茶1600吨，产值2亿元. What was earned by it
// is told of the time so far.
func (r *reader) goesOnOfYear(f *yiyuan.Fact, s *site, year period.Period) bool {
	last := r.lastInSentence()
	if last == nil || last.Status != "actual" || last.PeriodStart != year.Start || last.PeriodEnd != year.End || f.Indicator == "profit" || r.timeBefore(s) {
		return false
	}
	return last.End <= f.Start && !holdsAny(r.text[last.End:f.Start], goingOnFurther())
}

// goingOnFurther are what stands between figures of which the second is of something else, or done by and by.
var goingOnFurther = phrases("going on further")

// reapedBefore tells of what is reckoned by the land of a crop that the sentence says has been sown or reaped.
func (r *reader) reapedBefore(f *yiyuan.Fact) bool {
	if f.Start < r.start || f.Measure != "level" || f.Unit != "CNY" && f.Unit != "kg" && f.Unit != "tonne" {
		return false
	}
	said := r.text[r.start:f.Start]
	return holdsAny(said, reaped()) && holdsAny(said[lastPause(said):], ofLandOfCrop())
}

// croppedThisYear are verbs for what is done with a crop in its year, putUnder how a clause on it ends before its area, ofLandOfCrop words for what is
// reckoned by that area, bespoken for what is only ordered of it.
var (
	croppedThisYear = phrases("cropped this year")
	putUnder        = phrases("put under a crop")
	ofLandOfCrop    = phrases("of the land of a crop")
	bespoken        = phrases("bespoken")
	reaped          = phrases("reaped")
)

// tilled tells of land that the news, undated or up to a day, says is under a crop or a lease: 流转土地12万亩, 种植棉花30万亩.
// So is what it says it has heard of on the day of a scene that it has told before: 4月17日，…藕农在除草。据了解，该村流转土地900亩.
func (r *reader) tilled(s *site) bool {
	p, has := r.inForce()
	if has && p.Kind == period.During && p.Start == p.End && !r.sentence.has && holdsAny(r.saidBefore(s), hearsay()) {
		has = false
	}
	return (!has || p.Kind == period.AsOf) && r.hasVerb(s, tillage)
}

var tillage = phrases("tillage")

// worked are areas by what was done with them in a span.
var worked = phrases("worked areas")

// workedArea tells of one, and of the land that statistics say was under a crop in a year: 2013年，棉花种植面积430万公顷.
func (r *reader) workedArea(s *site, st statement) bool {
	if endsWithAny(st.text, worked()) || strings.HasSuffix(st.text, "水土流失面积") && endsWithAny(join(trimReach(s.left)), worked()) || r.sownToo(s) {
		return true
	}
	if p, has := r.inForce(); !has || r.sentence.now || p != period.Year(p.Start.Year) || r.fromBefore(s) {
		return false
	}
	if r.Report.Kind == "" && holdsAny(r.headline(), perennials()) {
		return false // 2022年枸杞成绩单：种植面积15万亩
	}
	return endsWithAny(st.text, sown()) && !holdsAny(join(r.leftTokens), perennials())
}

// sownInYear tells of the area of a crop that is sown anew every year, told of a year or as an aim: 今年全省油菜面积826万亩.
func (r *reader) sownInYear(f *yiyuan.Fact, st statement, p period.Period, has bool) bool {
	if f.Indicator != "area" || f.Measure != "level" || !strings.HasSuffix(st.text, "面积") || st.newness {
		return false
	}
	ofSpan := has && p.Kind == period.During && p.Start.Year == p.End.Year && !r.sentence.now || r.status() != "actual"
	of := st.qualifier + st.text + f.Industry
	return ofSpan && holdsAny(of, annualCrops()) && !holdsAny(of, perennials())
}

// landOfGrower tells of the land that one grower is said to have: 王家的8亩梨园, 我家6亩茶园卖了5万元.
func (r *reader) landOfGrower(s *site) bool {
	said := r.text[r.start:max(r.start, s.tok.start)]
	if endsWithAny(trimAny(said, "的", "有", "那"), growersOwn()) {
		return true
	}
	clause := said[lastPause(said):]
	for _, w := range growers().words {
		if _, name, ok := strings.Cut(clause, w); ok && len(name) >= len("王某") && len(name) <= longestGrower && !holdsAny(name, sowing()) && !holdsDigits(name) && !r.eventIn(s.left) {
			return true // 种植户王某家8亩梨园
		}
	}
	return false
}

// longestGrower is how many bytes there are at most between what a grower is and his land.
const longestGrower = 30

// growersOwn end what stands before the land of one grower.
var growersOwn = phrases("growers' own")

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

// putUnderCrop tells of land by the words for its being sown: 播种面积, 种了, 种植…亩.
func (r *reader) putUnderCrop(f *yiyuan.Fact, s *site, st statement) bool {
	return endsWithAny(st.text, sown()) || hasWord(s.left, croppedThisYear().words...) || endsWithAny(r.text[r.start:max(r.start, f.Start)], putUnder())
}
