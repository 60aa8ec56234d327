package figure

import (
	"strings"
)

// This file names what is laid out on works and machines, the machines themselves, and the thing by which so many have been made.

// countsUpTo takes the thing by which so many have been made, or the visitor by whom so many have come, for that many: 第240万辆整车下线.
func (r *reader) countsUpTo(st *statement, s *site) bool {
	if s.measure != "level" || !strings.HasPrefix(s.tok.text, "第") || s.tok.q.Ordinal {
		return false
	}
	around := r.clauseAround(s.tok.start, s.tok.end)
	switch {
	case holdsAny(around, comingOffLine()):
		st.becomes("output_volume", "level", "flow")
	case s.people() && holdsAny(around, comingToSee()):
		st.becomes("visitor_count", "level", "flow")
	default:
		return false
	}
	st.counter, st.happened = "", true
	return true
}

// comingOffLine are verbs for being made, comingToSee are words for those who come to see something.
var comingOffLine, comingToSee = phrases("coming off the line"), phrases("coming to see")

// setsUpMachines takes machines that a firm buys or sets up for things counted, though their makers tell them as output: 上了58台机器人.
func (r *reader) setsUpMachines(st *statement, s *site) bool {
	if s.measure != "level" || s.tok.q.Kind != "count" || st.code != "output_volume" || !endsWithAny(join(s.left), settingUp()) {
		return false
	}
	st.becomes("count_other", "level", "count")
	st.happened = true
	return true
}

// settingUp are verbs for buying machines or setting them up.
var settingUp = phrases("setting up machines")

// laysOutOnWorks takes a sum that is put into something, or given out for what the next words build or buy: 厂里又投了1500万元, 花600万元买了3台设备.
func (r *reader) laysOutOnWorks(st *statement, s *site) bool {
	if s.measure != "level" || s.tok.q.Kind != "amount" || !st.of("", "other", "area") && !strings.HasSuffix(st.code, "_count") || treasurySpends(s.left) {
		return false
	}
	said := join(trimReach(s.left))
	put := strings.HasSuffix(said, "投") && !endsWithAny(said, notPutIn())
	if !put && !(endsWithAny(said, handingOver()) && startsWithAny(strings.TrimLeft(r.text[s.tok.end:r.end], "，多余"), buildingOrBuying())) {
		return false
	}
	if v, err := s.tok.q.Value.Float64(); err != nil || v < leastLaidOut {
		return false
	}
	st.becomes("investment", "level", "flow")
	st.happened = true
	return true
}

// leastLaidOut is what works and machines cost at least; less is what someone spends.
const leastLaidOut = 20000

// notPutIn end words that only end like a verb for putting money in, handingOver are verbs for giving it out, buildingOrBuying for what it is given for.
var notPutIn, handingOver, buildingOrBuying = phrases("not put in"), phrases("giving out"), phrases("building or buying")

// spentByVisitors takes what each spends for the income of a trade where the paragraph has told of its visitors: 接待游客30万人次，人均消费680元.
func (r *reader) spentByVisitors(st *statement, s *site) bool {
	if s.tok.q.Unit.Code != "CNY" || s.measure != "level" && s.measure != "change" || !st.of("", "other") || !strings.HasSuffix(st.text, "人均消费") {
		return false
	}
	for i := len(r.out.Facts) - 1; i >= 0 && r.out.Facts[i].Start >= r.lineStart; i-- {
		if f := &r.out.Facts[i]; f.Indicator == "visitor_count" || f.Indicator == "revenue" {
			st.becomes("revenue", "level", "flow")
			return true
		}
	}
	return false
}

// keepsAnimals takes animals that are kept, and not those sold or slaughtered, for things counted: 存栏12万头, 养了230只山羊.
func (r *reader) keepsAnimals(st *statement, s *site) bool {
	if s.tok.q.Kind != "count" || s.measure != "level" && s.measure != "change" || st.code != "output_volume" {
		return false
	}
	measure := measureOf(s.tok.q)
	clause := r.clauseAround(s.tok.start, s.tok.end)
	if !headsCounted().has(measure) || measure != "头" && !holdsAny(clause, beasts()) {
		return false
	}
	market := holdsAny(clause, takenToMarket())
	st.happened = st.happened || market
	if strings.HasSuffix(st.industry, "出售") {
		st.industry = st.counter // 出售生猪46万头
	}
	if market || !holdsAny(clause, keepingBeasts()) && r.marketTold(s) {
		return false
	}
	st.code = "count_other"
	return true
}

// marketTold tells of a sentence that has told of animals sold or slaughtered before.
func (r *reader) marketTold(s *site) bool {
	last := r.lastInSentence()
	return last != nil && last.Indicator == "output_volume" || holdsAny(r.text[r.start:s.tok.start], takenToMarket())
}

// headsCounted are the measure words of animals, beasts their names, keepingBeasts and takenToMarket are verbs for what is done with them.
var headsCounted, beasts, keepingBeasts, takenToMarket = phrases("heads counted"), phrases("beasts"), phrases("beasts kept"), phrases("taken to market")

// passersBy takes those who come to a street or a shop in a day for visitors, unless a line or a station carries them: 日均客流2.3万人次.
func (r *reader) passersBy(st *statement, s *site) bool {
	if s.tok.q.Unit.Surface != "人次" && !s.people() || !st.of("", "count_other", "other") || !endsWithAny(st.text, []string{"客流", "人流"}) {
		return false
	}
	if holdsAny(r.text[r.start:s.tok.start], carryingLines()) {
		return false
	}
	st.becomes("visitor_count", "level", "flow")
	return true
}

// carryingLines are words for what carries passengers.
var carryingLines = phrases("carrying lines")

// livesInVillage takes families and people of whom no more is said than the village that has them for those who live there: 青林村有612户、2480人.
func (r *reader) livesInVillage(st *statement, s *site) bool {
	if s.measure != "level" || !s.peopleOrFamilies() || !st.of("", "count_other") || clauseEnd(s.right) > 0 && s.right[0].kind == word {
		return false
	}
	if !endsWithAny(st.text, villagesNamed()) || r.eventIn(s.left) {
		return false
	}
	st.becomes("population", "level", "stock")
	if !s.people() {
		st.unit = "household"
	}
	return true
}

// villagesNamed end the names of villages.
var villagesNamed = phrases("villages named")
