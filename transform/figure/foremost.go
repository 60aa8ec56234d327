package figure

import (
	"slices"
	"strings"
)

// This file reads the paces of those that the clause before says are in front of others like them: 其中辽宁、河北和山西降幅靠前，分别为5.2%、4.5%和4.3%.

// foremostPaces say that several things move faster than the rest.
var foremostPaces = phrases("foremost paces")

// foremostPace is where the words stand that say so right before a list of percents in which this one is, -1 for none.
func (r *reader) foremostPace(s *site) int {
	if s.tok.q.Kind != "percent" || !holdsAny(r.text[r.start:s.tok.start], foremostPaces()) {
		return -1
	}
	said, at := r.text[r.start:s.tok.start], -1
	for _, pace := range foremostPaces().words {
		if i := strings.LastIndex(said, pace); i > at && listsOnly(said[i+len(pace):]) {
			at = i
		}
	}
	if at < 0 {
		return -1
	}
	return r.start + at
}

// listsOnly tells of nothing but the figures of a list and the words that open it.
func listsOnly(text string) bool {
	opening := strings.Trim(text, "，、和与及分别依次均为是达到0123456789.%％")
	return opening == "" || movesListed().has(opening)
}

// movesListed are verbs for how those of a list have moved, behind a 分别.
var movesListed = phrases("moves listed")

// falls tells whether the words at pace are of a fall.
func (r *reader) falls(pace int) bool {
	return startsWithAny(r.text[pace:], fallingPaces())
}

// foremostPlaces hands the paces out to the n places that are in front.
func (r *reader) foremostPlaces(s *site, n int) []statement {
	pace := r.foremostPace(s)
	if pace < 0 {
		return nil
	}
	st := r.quantityMoved(s, pace)
	return r.placesBefore(&st, s, n)
}

// quantityMoved is what has the pace: what was told before, unless that counts the places; else what the clause before says has gone up or down.
func (r *reader) quantityMoved(s *site, pace int) statement {
	if r.current != nil && r.current.time != "count" {
		return *r.current
	}
	at := slices.IndexFunc(r.toks, func(t token) bool { return t.end > pace })
	to := r.clauseStart(max(at, 0))
	for to > 0 && r.toks[to-1].kind.pauses() {
		to--
	}
	from := to
	for from > 0 && !r.toks[from-1].kind.pauses() && r.toks[from-1].kind != figure {
		from--
	}
	if moves := slices.IndexFunc(r.toks[from:to], func(t token) bool { return t.is(up | down) }); moves > 0 {
		to = from + moves
	}
	toks, _ := r.leading(r.toks[from:to])
	if st, ok := r.nameOf(toks, s.tok.q); ok && st.known && st.time != "count" {
		return st
	}
	st := unknownMember(toks)
	st.form = "level"
	return st
}
