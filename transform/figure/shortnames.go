package figure

import (
	"slices"
	"strings"
)

// This file names figures whose own words say too little of what they are of: abilities, sums in other money, relief in kind.

// takesInDay takes what a place can take or make for its capacity, by the word at the end of its name: 日拍卖能力300万枝, 可年产电缆3万公里.
func (r *reader) takesInDay(st *statement, s *site) bool {
	if s.measure != "level" || s.tok.q.Kind != "count" && s.tok.q.Kind != "physical" || st.of("capacity", "energy") {
		return false
	}
	said := join(trimReach(s.left))
	able := strings.HasSuffix(said, "能力") && s.clauseBehind() == "" && !countingPoints().has(measureOf(s.tok.q))
	if !able {
		return false
	}
	st.becomes("capacity", "level", "stock")
	st.counter = ""
	return true
}

// countingPoints are measure words of what a speech counts.
var countingPoints = phrases("counting points")

// inOtherMoney takes a sum for the one told right before it in other money: 人均生产总值17210元，按现行汇率折合2079美元.
func (r *reader) inOtherMoney(st *statement, s *site) bool {
	last := r.lastInSentence()
	if s.tok.q.Kind != "amount" || last == nil || last.Measure != "level" {
		return false
	}
	if last.Indicator == "other" || last.Unit == s.tok.q.Unit.Code || !fits(last.Indicator, last.Unit) {
		return false
	}
	if !foreignOrOwn[last.Unit] || !holdsAny(r.text[last.End:s.tok.start], exchanged()) || strings.ContainsAny(r.text[last.End:s.tok.start], "；。") {
		return false
	}
	st.becomes(last.Indicator, "level", "flow")
	if last.PeriodKind == "as_of" {
		st.time = "stock"
	}
	st.text, st.qualifier = last.IndicatorText, last.Qualifier
	return true
}

// foreignOrOwn are the units of money.
var foreignOrOwn = map[string]bool{"CNY": true, "USD": true, "HKD": true, "other": true}

// exchanged are words for what a sum comes to in other money.
var exchanged = phrases("exchanged")

// handsOutInKind takes grain or cash that the state gives to those in need or for land given up for what it spends on them: 兑现粮食2000万斤、现金200万元.
func (r *reader) handsOutInKind(st *statement, s *site) bool {
	if s.measure != "level" || s.tok.q.Kind != "amount" && !weighed[s.tok.q.Unit.Code] || !st.of("", "other", "output_volume") {
		return false
	}
	said := join(trimReach(s.left))
	if !endsWithAny(said, givenInKind()) {
		return false
	}
	sentence := r.text[r.start:s.tok.start]
	if !holdsAny(sentence, givingRelief()) || !holdsAny(r.text[r.lineStart:s.tok.start], reliefTalk()) {
		return false
	}
	st.becomes("subsidy", "level", "flow")
	return true
}

// givenInKind end the words for what is given, givingRelief are the verbs for it, reliefTalk what a text on it speaks of.
var givenInKind, givingRelief, reliefTalk = phrases("given in kind"), phrases("giving relief"), phrases("relief talk")

// rewards takes a sum that the words around it say is given as a reward or an aid, whatever it is given for: 对首次出口企业给予5万元奖励.
func (r *reader) rewards(st *statement, s *site) bool {
	if s.measure != "level" || s.tok.q.Unit.Code != "CNY" || st.of("subsidy", "financing") {
		return false
	}
	before, after := r.aroundSums(s)
	if !endsWithAny(trimAny(before, "最高", "最多", "一次性", "人民币"), grantedBefore()) || !startsWithAny(strings.TrimPrefix(after, "的"), granted()) {
		return false
	}
	st.becomes("subsidy", "level", "flow")
	return true
}

// aroundSums are the words of the sentence before and behind the sums that a figure stands among: 给予 and 奖励 of 给予20万元、50万元奖励.
func (r *reader) aroundSums(s *site) (before, after string) {
	first := slices.IndexFunc(r.toks, func(t token) bool { return t.start == s.tok.start })
	last := first
	joins := func(i int) bool { return i > 0 && i+1 < len(r.toks) && (r.toks[i].kind == dun || r.toks[i].is(conj)) }
	sum := func(i int) bool { return r.toks[i].kind == figure && r.toks[i].q.Unit.Code == "CNY" }
	for joins(first-1) && sum(first-2) {
		first -= 2
	}
	for joins(last+1) && sum(last+2) {
		last += 2
	}
	return r.text[r.start:r.toks[first].start], r.text[r.toks[last].end:r.end]
}

// grantedBefore and granted are words before and behind a sum that is given as a reward or an aid.
var grantedBefore, granted = phrases("granted before"), phrases("granted")

// earnsByCrop tells of what families have got for one crop, and not for all that they live on: 户均售棉收入8700元.
func earnsByCrop(s *site) bool {
	_, crop, each := strings.Cut(join(trimReach(s.left)), "户均")
	crop, is := strings.CutSuffix(crop, "收入")
	return each && is && crop != "" && !endsWithAny(crop, kindsOfIncome())
}

// kindsOfIncome end the names of what people live on.
var kindsOfIncome = phrases("kinds of income")

// vehiclesMade takes vehicles for output where the words before their number say that they are: 摩托车产量计划260万辆, 企业产车240万辆.
func (r *reader) vehiclesMade(st *statement, s *site) bool {
	if s.tok.q.Unit.Code != "vehicle" || s.measure != "level" || !st.of("", "count_other", "other") || !holdsAny(r.clauseBeforeFigure(s), vehicleOutput()) {
		return false
	}
	st.becomes("output_volume", "level", "flow")
	st.counter = ""
	return true
}

// vehicleOutput are such words.
var vehicleOutput = phrases("vehicle output")

// quantityOfLast takes a name that only says which number of the thing told last is meant: 专利申请9846件，申请量居全省第二.
func (r *reader) quantityOfLast(st *statement, s *site) bool {
	last := r.lastInSentence()
	if last == nil || last.Indicator != "patents" || !st.of("", "other") || !endsWithAny(st.text, quantitiesOfRights()) {
		return false
	}
	st.becomes("patents", "level", "flow")
	return true
}

// quantitiesOfRights end such names.
var quantitiesOfRights = phrases("quantities of rights")
