package figure

import (
	"strings"
)

// A quantity is named once and handed out to names behind it: 接待量分别是东山5万人次、西湖公园2万人次; 居前三位的分别为甲公司5亿元、乙公司3亿元. The
// names are whose the figures are, and not what they measure.

// handedOut reads a figure of such a list, the first behind 分别是 or one that goes on with it.
func (r *reader) handedOut(s *site) (statement, bool) {
	if s.measure != "level" {
		return statement{}, false
	}
	left := withoutBrackets(s.left)
	for i := range left {
		if !left[i].is(resp) || i == 0 || i+2 >= len(left) || !left[i+1].is(copula) {
			continue
		}
		st, ok := r.nameOf(left[:i], s.tok.q)
		if !ok || st.code == "" || !printedIn(st.code, s.tok.q.Unit.Code) {
			st, ok = r.quantityBefore(s)
		}
		if !ok || !r.handTo(&st, left[i+2:]) {
			return st, false
		}
		r.handing = &st
		return st, true
	}
	if r.handing == nil || len(left) < 2 || left[0].kind != dun {
		r.handing = nil
		return statement{}, false
	}
	st := *r.handing
	st.subject, st.subjectKind, st.region = "", "", ""
	return st, r.handTo(&st, left[1:])
}

// quantityBefore is what the sentence has told last, where a figure can be of it.
func (r *reader) quantityBefore(s *site) (statement, bool) {
	if r.current == nil || r.current.code == "" || !printedIn(r.current.code, s.tok.q.Unit.Code) {
		return statement{}, false
	}
	return *r.current, true
}

// handTo gives a statement to the name that toks are, and reports false where they are more than a name.
func (r *reader) handTo(st *statement, toks []token) bool {
	for _, t := range toks {
		switch {
		case t.kind == where && st.region == "":
			st.region = r.regionOf(t.at)
		case t.kind == where || t.kind == quote:
		case t.kind != word || t.class != 0 || strings.HasPrefix(t.pos, "v") && t.pos != "vn" || t.text == "的":
			return false
		}
	}
	name := join(toks)
	if placesOnly := onlyPlaces(toks); !placesOnly {
		st.subject, st.subjectKind = name, "other"
	}
	return name != ""
}
