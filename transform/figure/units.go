package figure

import (
	"slices"
	"strings"

	"yiyuan"
	"yiyuan/transform/indicator"
	"yiyuan/transform/unit"
)

// This file settles the unit that a figure is told in: families from firms and other things counted, floors in square metres, and which
// quantities a unit can be of.

// speeds are how the names of speeds end, whose kilometres are those of an hour.
var speeds = phrases("speeds")

// settleUnit tells households and vehicles from other things counted, and names what is counted.
func settleUnit(f *yiyuan.Fact, s *site, st statement) {
	u := s.tok.q.Unit
	if u.Surface == "户" {
		f.Unit = householdOrCount(st)
		if n := s.right; len(n) > 0 && n[0].kind == figure && n[0].q.Unit.Code == "person" {
			f.Unit = "household" // 320户1100人
			if f.Indicator == "region_count" {
				f.Indicator = "population"
			}
		}
		if f.Unit == "household" && notInHouseholds[f.Indicator] {
			f.Indicator = "count_other" // 12个村、3200户; 实施饮水工程20处，解决600户
		}
	}
	if u.Surface == "户" && f.Unit == "count" && f.Indicator == "region_count" {
		f.Indicator = "count_other" // 城区新开户1.2万户
	}
	if f.Unit == "km" && f.Measure != "growth" && endsWithAny(st.text, speeds()) {
		f.Unit, f.Indicator = "other", "other" // 设计时速160公里
	}
	if f.Unit == "count" && st.unit == "vehicle" && f.Measure == "level" && f.Indicator == "count_other" && countsMachines(s) {
		f.Unit = "vehicle" // 300部公交车
	}
	if f.Unit == "count" && st.unit == "household" && f.Measure == "level" && countsFamilies(s) {
		f.Unit = "household" // 25万个家庭
	}
	if f.Indicator == "other" && (f.Unit == "person" || f.Unit == "household") {
		if hit, ok := indicator.Head(st.text); ok && hit.Entry.Form != "level" {
			f.Indicator = "count_other" // 利率下调，惠及3000万户
		}
	}
	if f.Unit != "count" {
		return
	}
	if u.Surface == "人次" && (noPeople[f.Indicator] || f.Indicator == "region_count") {
		f.Indicator = "count_other" // 吸引35个国家50万人次参加
	}
	f.Counter = st.counter
	if strings.HasSuffix(u.Surface, "锭") {
		f.Counter = "锭" // of spindles: 棉纺锭50万锭
		if f.Indicator == "count_other" && f.Measure == "level" {
			f.Indicator = "capacity"
		}
	}
	if containers().has(u.Surface) || f.Counter == "" && trips()[u.Surface] {
		f.Counter = strings.TrimPrefix(u.Surface, "个")
	}
}

// notInHouseholds are what is never told in households.
var notInHouseholds = map[string]bool{
	"region_count": true, "project_count": true, "park_count": true, "policy_count": true, "output_volume": true,
}

// countsFamilies tells of what stands between a number and a noun for families: nothing, or a measure word of theirs. 25万个家庭.
func countsFamilies(s *site) bool {
	u := &s.tok.q.Unit
	return !u.Measure && u.Surface != "人次" || u.Surface == "个" || u.Surface == "家"
}

// countsMachines tells of the measure words of machines, which count vehicles too: 300部公交车.
func countsMachines(s *site) bool {
	return s.tok.q.Unit.Surface == "部" || s.tok.q.Unit.Surface == "台"
}

// trips are how often what carries has gone, and are what is counted where nothing else is.
var trips = phraseSet("trips")

// settleFloors reads the 方 of what is built as square metres: 投用20万方标准厂房.
func settleFloors(f *yiyuan.Fact, s *site) {
	if s.tok.q.Unit.Surface == "方" && holdsAny(join(s.right[:clauseEnd(s.right)])+join(s.left), floorSpace()) {
		f.Unit, f.Indicator = "m2", "area"
	}
}

var floorSpace = phrases("floor space")

// settleFirms makes firms of the 户 that no noun follows in a sentence on firms: 涌现出一批民营企业，30户资产达亿元.
func (r *reader) settleFirms(f *yiyuan.Fact, s *site, st statement) {
	if s.tok.q.Unit.Surface != "户" || f.Indicator != "count_other" || f.Unit != "household" {
		return
	}
	byPlace := placeCounted(st.counter) && r.firmsBefore() // 新登记企业900户。城关镇500户
	if st.counter != "" && st.counter != "户数" && !byPlace && !whatFirmsHave()[st.counter] && !holdsAny(st.counter, doneByFirms()) {
		return
	}
	if len(s.right) > 0 && s.right[0].kind == figure || membersBehind(s) {
		return
	}
	told := len(s.right) > 0 && holdsAny(r.text[r.start:s.tok.start], firmsTold())
	if told || r.firmsBefore() || holdsAny(r.clauseAround(f.Start, f.End), doneByFirms()) {
		f.Unit, f.Indicator = "count", "enterprise_count"
	}
}

// placeCounted tells of a counted noun that is a place.
func placeCounted(noun string) bool {
	hit, ok := indicator.Counted(noun, "")
	return ok && hit.End == len(noun) && hit.Entry.Code == "region_count"
}

// membersBehind tells of how many people those households are, behind a mark: 5000万户、1.5亿人.
func membersBehind(s *site) bool {
	return len(s.right) > 1 && s.right[0].kind == dun && s.right[1].kind == figure && s.right[1].q.Unit.Code == "person"
}

// firmsBefore tells of a paragraph of a report, or of a story, that has last counted firms in 户: 承包企业300户，…。其中41户资不抵债.
func (r *reader) firmsBefore() bool {
	for i := len(r.out.Facts) - 1; i >= 0 && (r.Report.Kind == "" && r.start-r.out.Facts[i].Start < storyOfFirms || r.out.Facts[i].Start >= r.lineStart); i-- {
		if f := &r.out.Facts[i]; strings.HasSuffix(f.ValueText, "户") {
			return f.Indicator == "enterprise_count"
		}
	}
	return false
}

// storyOfFirms is how many bytes back a story may have told of them.
const storyOfFirms = 900

// doneByFirms is what no family does.
var doneByFirms = phrases("done by firms")

// whatFirmsHave may stand behind their number.
var whatFirmsHave = phraseSet("what firms have")

var firmsTold = phrases("firms told")

// householdOrCount decides what 户 is: a household, or a firm or subscriber, which are counted.
func householdOrCount(st statement) string {
	if st.code == "enterprise_count" || st.code == "institution_count" || st.code == "capacity" {
		return "count" // 试点单位16户
	}
	if holdsAny(st.text, subscribedTo()) {
		return "count"
	}
	if strings.HasSuffix(st.counter, "户") && !holdsAny(st.counter, countedAsFirms()) {
		return "household"
	}
	if holdsAny(st.text, dealtWith()) {
		return "count"
	}
	return "household"
}

// subscribedTo are what 户 subscribe to, countedAsFirms tell of 户 that are firms or customers.
var subscribedTo, countedAsFirms = phrases("subscribed to"), phrases("counted as firms")

// dealtWith are those that are counted in 户 and are no households.
var dealtWith = phrases("dealt with")

// containers are units that the boxes of a port are counted in.
var containers = phrases("containers")

// money are the quantities that are sums; counts of people or things are never theirs.
var money = map[string]bool{
	"gdp": true, "value_added": true, "fiscal_revenue": true, "fiscal_expenditure": true, "tax": true, "retail_sales": true,
	"fixed_asset_investment": true, "foreign_trade": true, "exports": true, "imports": true, "fdi": true, "resident_income": true,
	"deposits": true, "loans": true, "output_value": true, "revenue": true, "profit": true, "rd_spending": true, "investment": true,
	"financing": true, "subsidy": true, "cpi": true, "unemployment_rate": true, "urbanization_rate": true, "market_share": true,
}

// fits tells whether a quantity can be printed in a unit.
func fits(code, unit string) bool {
	switch unit {
	case "CNY", "USD", "HKD":
		return code == "" || code == "other" || money[code]
	case "percent", "pp", "rank", "times", "":
		return true
	case "vehicle":
		return (!money[code] || traded[code]) && !strings.HasSuffix(code, "_count") && !inOwnUnits(code)
	case "person", "household", "count":
		return !money[code] && !inOwnUnits(code)
	}
	if code == "capacity" && (unit == "km" || strings.Contains(dimension["duration"], " "+unit+" ")) {
		return false // 新增光缆线路120公里; 提升检测能力，3天完成
	}
	if traded[code] {
		return strings.Contains(" tonne kg m3 m2 m kW ", " "+unit+" ")
	}
	if only, ok := dimension[code]; ok {
		return strings.Contains(only, " "+unit+" ")
	}
	return !money[code] && !strings.HasSuffix(code, "_count") && code != "count_other"
}

// inOwnUnits tells of quantities that are told in units of their own and never by number.
func inOwnUnits(code string) bool {
	return code == "area" || code == "length" || code == "duration" || code == "energy"
}

// traded are the quantities that are told in money and in goods alike: 出口茶叶3万吨.
var traded = map[string]bool{"foreign_trade": true, "exports": true, "imports": true}

// countsThings tells of a quantity that no sum of money can be of.
func countsThings(code string) bool {
	return dimension[code] != "" || strings.HasSuffix(code, "_count") || code == "count_other"
}

// dimension are the units that quantities of one dimension can be printed in.
var dimension = map[string]string{
	"length": " m km ", "area": " m2 mu ha km2 ", "duration": " year month day hour minute ", "energy": " kWh kW tonne kg m3 other ",
	"population": " person household ", "employment": " person ", "visitor_count": " count person ", "patents": " count ",
}

// placeOf reads 排名稳定在全省30位左右 as a rank: 位 counts people only where there are people.
func (r *reader) placeOf(i int) {
	t := &r.toks[i]
	if t.q.Kind != "count" || t.q.Unit.Surface != "位" && !strings.HasPrefix(r.text[t.end:], "位次") && !strings.HasPrefix(r.text[t.end:], "名次") {
		return
	}
	if !hasWord(r.leftOf(i), placesInRanking().words...) && !r.movesInRank(i) && !r.movesAhead(i) {
		return
	}
	if right := r.rightOf(i); len(right) > 0 && right[0].kind != dun && !boundWords()[right[0].text] && !strings.HasSuffix(right[0].text, "次") {
		return
	}
	r.measureAs(i, "rank", unit.Unit{Surface: "位", Code: "rank", Kind: "rank", Factor: t.q.Unit.Factor})
}

// headsOf reads 150户347口 as households and their members: 口 counts wells and mouths.
func (r *reader) headsOf(i int) {
	t := &r.toks[i]
	if t.q.Kind != "count" || t.q.Unit.Surface != "口" || !(i > 0 && r.toks[i-1].kind == figure && r.toks[i-1].q.Unit.Surface == "户") {
		return
	}
	r.measureAs(i, "count", unit.Unit{Surface: "人", Code: "person", Kind: "count", Factor: t.q.Unit.Factor})
}

// pricedAt reads 能卖10万块 as money: 块 counts yuan behind a verb of selling, and pieces elsewhere.
func (r *reader) pricedAt(i int) {
	t := &r.toks[i]
	if t.q.Kind != "count" || t.q.Unit.Surface != "块" || i+1 < len(r.toks) && r.toks[i+1].kind == word && strings.HasPrefix(r.toks[i+1].pos, "n") {
		return
	}
	if endsWithAny(join(trimReach(r.leftOf(i))), sellingAt()) {
		r.measureAs(i, "amount", unit.Unit{Surface: "块", Code: "CNY", Kind: "amount", Factor: t.q.Unit.Factor})
		if strings.HasPrefix(r.text[t.end:r.end], "多") && t.q.Bound == "exact" {
			t.q.Bound = "over" // 卖到11块多
		}
	}
}

// sellingAt are verbs right before what is paid or earned.
var sellingAt = phrases("selling at")

// movesInRank tells of a 上升2位 behind the rank it has moved to or from.
func (r *reader) movesInRank(i int) bool {
	last := r.lastInSentence()
	left := r.leftOf(i)
	if last == nil || last.Unit != "rank" || len(left) == 0 {
		return false
	}
	verb := &left[len(left)-1]
	return verb.is(up|down) || goingAhead().has(verb.text)
}

// goingAhead are verbs for coming to a better rank: 居第380位，再进12位.
var goingAhead = phrases("going ahead")

// movesAhead tells of places gained or lost in a clause that names those it is ranked among or a time, and ends with them:
// 在全省80个县中晋升8位, 较上年前移4位.
func (r *reader) movesAhead(i int) bool {
	left := trimReach(r.leftOf(i))
	if len(left) < 2 || i+1 < len(r.toks) && !r.toks[i+1].kind.pauses() {
		return false
	}
	verb, before := left[len(left)-1].text, left[:len(left)-1]
	if !goingAhead().has(verb) && !movingPlaces().has(verb) {
		return false
	}
	return slices.ContainsFunc(before, func(t token) bool {
		return isField(t) || t.kind == time && startsWithAny(t.text, []string{"比", "较"})
	})
}

// movingPlaces are verbs for coming to a better rank or a worse.
var movingPlaces = phrases("moving places")

// placesInRanking are words for where one stands in a ranking.
var placesInRanking = phrases("places in a ranking")
