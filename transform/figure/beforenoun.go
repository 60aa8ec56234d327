package figure

import (
	"strings"

	"yiyuan/transform/indicator"
	"yiyuan/transform/place"
)

// This file takes off what stands before a noun phrase and is not of it: when, where, whose, and the verbs that govern it.

// boundWords are words between a figure and its noun that belong to the figure.
var boundWords = phraseSet("bounds behind figures")

// madeAnew are verbs that go with one of newness before what both are done to: 新建改造农村公路.
var madeAnew = phrases("made anew")

// leading takes off what stands before a noun phrase and is not of it: when, where, whose, and the verbs that govern it.
func (r *reader) leading(toks []token) ([]token, statement) {
	st := statement{region: "", subjectKind: ""}
	listMark := ""
	for len(toks) > 0 {
		t := toks[0]
		if rest := behindLying(r.behindEnds(r.behindAiders(r.behindReceivers(toks)))); len(rest) < len(toks) {
			toks = rest
			continue
		}
		switch {
		case t.kind == figure && t.q.Kind == "duration" && len(toks) > 1, t.kind == time, t.kind == dun, t.kind == note:
		case t.kind == blank, t.kind == comma, t.kind == semi:
		case t.kind == where && everywhere()[t.text] && len(toks) > 1 && !strings.HasPrefix(toks[1].text, "性"):
			if code, ok := r.deictic(t.text); ok && !st.happened && r.meansPlace(code, toks, st.newness) {
				st.region = code
			}
		case t.kind == where && len(toks) > 1 && r.onlyField(r.regionOf(t.at), t.end):
		case t.kind == where && len(toks) > 1 && (r.namesOnlyOrigin(toks) || r.onlySetsOrComes(min(t.end, r.end))):
		case t.kind == where && r.placesTogether(toks) > 1:
			n := r.placesTogether(toks)
			if st.region == "" && !r.farFromHome(toks[:n]) {
				st.region = r.holderOfAll(toks[:n])
			}
			if n == len(toks) {
				return toks[n-1:], st
			}
			toks = toks[n-1:]
		case t.kind == where:
			if !r.leadingPlace(toks, &st) {
				return toks, st
			}
			for len(toks) > 3 && toks[1].kind == dun && toks[2].kind == where {
				toks = toks[2:] // 甲县、乙县产量增长3%
			}
		case t.text == "项目" && len(toks) == 2 && begunWorks().has(toks[1].text): // 改造项目开工90%
			return toks, st
		case t.kind == word && len(toks) > 1 && r.pointsAtOwner(t.text) && actsOrWhen(toks[1]):
		case t.kind == word && t.is(exist) && !(attributive()[t.text] && len(toks) > 1):
			st.existing = st.existing || !t.is(reach) || t.text == "累计" || t.text == "共有"
		case t.kind == word && t.is(newness):
			st.newness = true
			st.qualifier = t.text
		case t.kind == word && deedDescribes()[t.text] && t.is(event) && len(toks) > 1:
			st.happened = true
			return toks, st
		case t.kind == word && t.is(event) && len(toks) > 1 && !isName(t.text) && !stage[t.text] && !attributive()[t.text]:
			st.happened = true
			if st.newness && madeAnew().has(t.text) {
				st.qualifier += listMark + t.text // 新建改造, 新建、改造
			}
		case t.kind == word && t.is(reach|aim|expect|plan|conj|among|resp|each|up|down|basis) && !isName(t.text):
		case t.kind == word && boundWords()[t.text] && len(toks) > 1:
		case marks().has(t.text): // of the figure before
		case t.kind == word && leadsOn[t.text]:
		default:
			if code, ok := r.deictic(t.text); ok && !r.onlyField(code, t.end) {
				st.region = code
			} else if !everywhere()[t.text] || len(toks) == 1 {
				return toks, st
			}
		}
		toks = toks[1:]
		if listMark = ""; t.kind == dun {
			listMark = t.text
		}
	}
	return toks, st
}

// behindLying leaves out where what is named behind lies: 位于上海市的某某开发区.
func behindLying(toks []token) []token {
	if len(toks) < 3 || !lyingIn().has(toks[0].text) {
		return toks
	}
	n := 1
	if t := &toks[n]; t.text == "在" || t.text == "于" {
		n++
	}
	if to := placesFrom(toks, n); n < len(toks) && toks[n].kind == where && to+1 < len(toks) && toks[to].text == "的" {
		return toks[to+1:]
	}
	return toks
}

// namesOnlyOrigin tells of a place at the head of a phrase that people, goods or help only come from or go to.
func (r *reader) namesOnlyOrigin(toks []token) bool {
	t, code := &toks[0], r.regionOf(toks[0].at)
	if r.onlyEnd(code, *t) || r.homeOfPerson(toks, code) || r.nativesAway(t, code) || r.comesFrom(t, code) {
		return true
	}
	return r.Report.Kind == "" && (r.helpsHome(toks, code) || r.speaksForHome(code, r.text[t.end:r.end]))
}

// leadingPlace takes the place at the head of a phrase as whose its figure is, and tells whether it is that and no part of a name behind it.
func (r *reader) leadingPlace(toks []token, st *statement) bool {
	t := toks[0]
	code := r.regionOf(t.at)
	if code == "" || st.region != "" && !place.Contains(st.region, code) || st.happened {
		return false
	}
	if len(toks) == 1 || strings.HasPrefix(toks[1].text, "性") {
		if st.region != "" {
			st.region = code // 北京市西城区有
		}
		return false
	}
	short := !t.at.Full && !statisticOfPlace(join(toks[1:]))
	if (short || st.newness || r.Report.Kind == "" && holdsAny(join(toks), honours())) && r.aroundHome(code) {
		return false
	}
	st.region = code
	if t.at.Kind == "park" {
		st.subject, st.subjectKind = t.text, "park"
	}
	return true
}

// statisticOfPlace tells of the name of an aggregate that a place has, and not of a park or firm which the place begins the name of: 外贸进出口总值.
func statisticOfPlace(name string) bool {
	hit, ok := indicator.Head(name)
	return ok && aggregate[hit.Entry.Code] && hit.End == len(name) && hit.Start <= longestSector
}

// longestSector is how long, in bytes, the sector before the name of an aggregate may be: 规模以上工业.
const longestSector = 18

// leadsOn are words that say nothing of what stands behind them.
var leadsOn = map[string]bool{"的": true, "了": true, "在": true, "为": true, "使": true, "把": true, "对": true}

// meansPlace tells of a word for all of a place that says whose a figure is, and not of which rank or among whom: 全省, not 全国级.
func (r *reader) meansPlace(code string, toks []token, newness bool) bool {
	return !r.gradeOfNation(code, toks[1:]) && !(newness && r.aroundHome(code)) && !r.onlyField(code, toks[0].end)
}

// aroundHome tells of a place that the one the text is from lies in.
func (r *reader) aroundHome(code string) bool { return code != r.home && place.Contains(code, r.home) }

// pointsAtOwner tells of a word for the one that the news is of: 该公司, and 街道 in the news of one.
func (r *reader) pointsAtOwner(word string) bool {
	return pronoun()[word] || word == "街道" && strings.HasSuffix(r.Town, word)
}

// actsOrWhen tells of a word for a time, or for what the one named before it has done: 今年, 实现.
func actsOrWhen(t token) bool {
	return t.kind == time || t.kind == word && t.is(reach|exist|event|aim|expect|newness)
}

// pronoun are nouns that stand for a subject named before.
var pronoun = phraseSet("standing for a subject")
