package figure

import (
	"cmp"
	"strings"

	"yiyuan/transform/place"
)

// This file places what happened somewhere inside a clause: where it was held, built or signed, and by whom with whom.

// happensAt lets the place that something happened in own the sentence of news that is of no one place: 今天在甘肃落幕.
func (r *reader) happensAt(i int, code string) bool {
	if r.Report.Kind != "" || !r.local() || code == "" || code == "100000" || i == 0 || onlyVenue(r.text[r.toks[i].end:r.end]) {
		return false
	}
	first := r.breathOf(i)
	if first == 0 || r.toks[first-1].text != "在" || r.sentence.region != "" && (first == i || !place.Contains(r.sentence.region, code)) {
		return false
	}
	if first < i && r.eventOfProvince(first) {
		r.at, r.scene = r.sentence.region, r.sentence.region
		return true
	}
	r.sentence.region, r.line.region = code, code
	return true
}

// fallsUpon lets the place that the sentence says a disaster has struck own it: 暴雨造成江西省60万人受灾.
func (r *reader) fallsUpon(i int, code string) bool {
	if r.Report.Kind != "" || code == "" || code == "100000" || r.sentence.region != "" || r.listed(i) {
		return false
	}
	before := r.text[r.start:r.toks[r.breathOf(i)].start]
	if !endsWithAny(before, fallingUpon()) || !holdsAny(before, disasters()) {
		return false
	}
	r.sentence.region, r.clause.region = code, code
	return true
}

// fallingUpon are words before a place that a disaster falls upon.
var fallingUpon = phrases("falling upon")

// doneElsewhere lets the place where those of another place have built or opened something own the sentence: 上海市在某县建起了40家工厂.
func (r *reader) doneElsewhere(i int, code string) bool {
	before := r.text[r.start:r.toks[r.breathOf(i)].start]
	if r.Report.Kind != "" || !strings.HasSuffix(trimAny(before, helpedPlaces().words...), "在") {
		return false
	}
	if !r.builtAt(cmp.Or(r.clause.region, r.sentence.region), r.toks[i:i+1]) {
		return false
	}
	r.clause.region, r.sentence.region = code, code
	return true
}

// aidingDeeds are what people of one place do in another that stays there, helpedPlaces words for that before its name.
var aidingDeeds, helpedPlaces = phrases("deeds of helpers"), phrases("helped places")

// eventOfProvince tells of an event that the province named at token i, in whose city it is held, is called by: 央企入滇签约今天在云南昆明举行.
func (r *reader) eventOfProvince(i int) bool {
	t := &r.toks[i]
	code := r.regionOf(t.at)
	if !strings.HasSuffix(code, "0000") || wholeCity[code] {
		return false
	}
	event := r.text[r.start:t.start]
	for _, letter := range place.Letters(code) {
		if holdsAny(event, []string{"入" + letter, "来" + letter, letter + "商", letter + "企"}) {
			return true
		}
	}
	named := strings.LastIndex(event, t.text)
	return named >= 0 && !startsWithAny(event[named+len(t.text):], hostsOfEvents())
}

// hostsOfEvents are bodies of a province that hold an event without its being called by that: 福建省委举办的.
var hostsOfEvents = phrases("hosts of events")

// turnsTo lets the place that a clause of the news goes over to own its sentence: 靠花卉致富的还有云南元谋的一个村.
func (r *reader) turnsTo(i int, code string) bool {
	if r.Report.Kind != "" || code == "" || code == "100000" || i+1 >= len(r.toks) {
		return false
	}
	if r.toks[i+1].kind == where && r.toks[i+1].start == r.toks[i].end {
		return false
	}
	next, before := r.toks[i+1], r.text[r.start:r.toks[r.breathOf(i)].start]
	settled := next.kind == comma && endsWithAny(before, settling())
	if next.kind != comma && next.text != "的" || !endsWithAny(before, turningTo()) && !settled {
		return false
	}
	r.clause.region, r.sentence.region = code, code
	if settled {
		r.line.region = code
	}
	return true
}

var turningTo = phrases("turning to")

// meetPartner lets the place that others sign with own the sentence: 20家央企与某省签约50个项目.
func (r *reader) meetPartner(i int, code string) {
	if code == "" || r.Report.Kind != "" || r.sentence.region != "" || i == 0 || i+1 >= len(r.toks) {
		return
	}
	before, after := r.toks[i-1].text, r.toks[i+1].text
	if (before == "与" || before == "同" || before == "和") && (strings.HasPrefix(after, "签") || strings.HasPrefix(after, "合作")) {
		r.sentence.region, r.line.region = code, code
	}
}

// meetClosingPlace lets a place that closes a clause of the news rule what follows, as the head of 的 or where a 在 leads to: 被称为“瓷都”的江西景德镇，
// 在全国最大的苹果产区洛川县，.
func (r *reader) meetClosingPlace(i int) {
	if r.Report.Kind != "" || r.toks[i].kind != comma || i < 2 || r.toks[i-1].kind != where {
		return
	}
	first := i - 1
	for first > 0 && r.toks[first-1].kind == where && r.toks[first-1].end == r.toks[first].start {
		first--
	}
	last := r.toks[i-1].at
	code := r.regionOf(last)
	if first == 0 || code == "" || code == "100000" || last.Kind == place.KindGroup || !place.Contains(r.regionOf(r.toks[first].at), code) {
		return
	}
	headed := r.toks[first-1].text == "的"
	if !headed && !((last.Full || r.epithetFrom(first) < first) && r.leadsToPlace(first)) {
		return
	}
	r.sentence.region, r.line.region, r.scene, r.sceneAt = code, code, code, r.lineStart
	if last.Kind == place.KindRegion {
		r.sentence.subject, r.line.subject = "", ""
	} else if headed {
		r.sentence.subject, r.sentence.kind = last.Text, last.Kind
	}
}

// meetSpot lets the place that a clause of the news says its thing lies in, and no more, own the sentence: 园区建在某县塔拉滩，规划面积600平方公里.
func (r *reader) meetSpot(i int) {
	if r.Report.Kind != "" || r.toks[i].kind != comma || r.lastMeasured >= 0 {
		return
	}
	start := r.clauseStart(i)
	for j := i - 1; j > max(start, i-longestSpot); j-- {
		if r.toks[j].kind != where {
			continue
		}
		first := r.breathOf(j)
		code := r.regionOf(r.toks[j].at)
		if code == "" || code == "100000" || !endsWithAny(r.text[r.toks[start].start:r.toks[first].start], builtAt()) {
			return
		}
		if !r.local() && !place.Contains(r.home, code) || r.sentence.region != "" && !place.Contains(r.sentence.region, code) {
			return
		}
		r.clause.region, r.sentence.region = code, code
		return
	}
}

// longestSpot is how many words behind the place that a thing lies in may name the spot.
const longestSpot = 4

// builtAt lead from a thing to where it lies.
var builtAt = phrases("built at")

// leadsToPlace tells of a clause that begins with 在 and has nothing happen before the place at token i.
func (r *reader) leadsToPlace(i int) bool {
	for i--; i >= 0; i-- {
		switch t := r.toks[i]; {
		case t.text == "在":
			return r.opens(i)
		case t.kind == dun, t.kind == comma, t.kind == semi, t.kind == stop, t.kind == word && t.is(event|up|down):
			return false
		}
	}
	return false
}

// takesPlaceAt is the place behind a figure, in its clause, where what is counted has come or was done: 12家企业落户贵阳, 60个项目在合肥签约.
func (r *reader) takesPlaceAt(s *site) string {
	for i, t := range r.toks {
		switch {
		case t.start < s.tok.end:
		case t.kind == figure && r.toks[i-1].text == "的" && r.toks[i-1].start == s.tok.end: // 投资60亿元的3个项目落户泉州
		case t.kind.pauses() || t.kind == figure && r.counts(i) && (i+1 == len(r.toks) || r.toks[i+1].text != "的"): // 两个投资60亿元的项目落户泉州
			return ""
		case t.kind == where && i > 0 && (settling().has(r.toks[i-1].text) || r.toks[i-1].text == "在" && r.doneHere(i+1) || r.leftFor(i)):
			if r.regionOf(t.at) == "100000" || r.listed(i) {
				return ""
			}
			return r.smallestFrom(i)
		}
	}
	return ""
}

// passesThrough tells of a place that goods only pass on their way out: 经云南磨憨口岸出境.
func (r *reader) passesThrough(i int) bool {
	if r.sentence.region == "" && r.line.region == "" {
		return false
	}
	first := r.breathOf(i)
	clause := firstClause(r.text[r.toks[i].end:r.end])
	return endsWithAny(r.text[r.start:r.toks[first].start], byWayOf()) && holdsAny(clause, headingFor())
}

// byWayOf are words before a place that is only passed, headingFor those for where one goes from there.
var byWayOf, headingFor = phrases("by way of"), phrases("heading for")

// settling are verbs of coming to a place to stay.
var settling = phrases("settling")

// plantAt lets the place of a plant or branch of a firm, which the news calls by that, own the clause: 集团在涪陵的分厂.
func (r *reader) plantAt(i int, code string) bool {
	if r.Report.Kind != "" || code == "" || code == "100000" {
		return false
	}
	first := r.breathOf(i)
	rest, ok := strings.CutPrefix(r.text[r.toks[i].end:r.end], "的")
	if !ok || first == 0 || r.toks[first-1].text != "在" || !startsWithAny(rest, plantsOfFirms()) {
		return false
	}
	if firm := r.text[r.toks[r.clauseStart(first)].start:r.toks[first-1].start]; !holdsAny(firm, endsOfFirms()) {
		return false
	}
	r.clause.region, r.sentence.region = code, code
	return true
}

// plantsOfFirms are what a firm has at a place.
var plantsOfFirms = phrases("plants of firms")
