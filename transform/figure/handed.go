package figure

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// A quantity is named once and handed out to names behind it: 接待量分别是东山5万人次、西湖公园2万人次; 居前三位的分别为甲公司5亿元、乙公司3亿元. The
// names are whose the figures are, and not what they measure.

// handedOut reads a figure of such a list, the first behind 分别是 or one that goes on with it.
func (r *reader) handedOut(s *site) (statement, bool) {
	if s.measure != "level" {
		return r.listedByPace(s)
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

// listedByPace reads a bare percent behind a name in a list of those of a great or small pace, which is its pace: 价格涨幅较大的城市有：甲市5%、乙市4%.
func (r *reader) listedByPace(s *site) (statement, bool) {
	said := r.saidBefore(s)
	if s.measure != "rate" || s.tok.q.Kind != "percent" || !listedUp().standIn(said) && !listedDown().standIn(said) {
		return statement{}, false
	}
	to := slices.IndexFunc(r.toks, func(t token) bool { return t.start == s.tok.start })
	from := to
	for from > 0 && (r.toks[from-1].kind == where || r.toks[from-1].kind == word && !r.toks[from-1].is(conj|resp|up|down) && !r.opensListed(from-1)) {
		from--
	}
	at := from // the word or colon that opens the list
	for at > 0 && r.toks[at-1].start >= r.start && !r.opensListed(at-1) && r.toks[at-1].kind != semi {
		at--
	}
	if at == 0 || from == to || !r.opensListed(at-1) || from > 0 && r.toks[from-1].is(resp|up|down) {
		return statement{}, false
	}
	pace, down := r.paceBefore(r.toks[at-1].start)
	if pace < 0 {
		return statement{}, false
	}
	st := r.quantityOfPace(s, pace)
	name := join(r.toks[from:to])
	if own, ok := r.nameOf(r.toks[from:to], s.tok.q); ok && st.of("", "other") && st.text == "" && aggregate[own.code] {
		st = own // 增速较快的行业有：医药制造业14%
	}
	switch {
	case r.toks[from].kind == where:
		st.region = r.regionOf(r.toks[from].at)
	case kindOfName(name) != "":
		st.subject, st.subjectKind = name, kindOfName(name)
	default:
		st.industry = name
	}
	if s.measure = "growth"; down {
		s.sign = -1
	}
	return st, true
}

// opensListed tells of a word or colon behind what is to be listed.
func (r *reader) opensListed(k int) bool {
	t := r.toks[k]
	return t.kind == semi && t.text == "：" || t.kind == word && openingList().has(t.text)
}

// paceBefore is where the words stand that a list is opened by, with no more between than whose pace it is, -1 for none; and whether it is a fall.
func (r *reader) paceBefore(end int) (at int, down bool) {
	said := r.text[r.start:end]
	for last := ""; last != said; {
		last, said = said, trimAny(trimAny(said, "："), openingList().words...)
	}
	for k, list := range []*phraseList{listedUp(), listedDown()} {
		for _, pace := range list.words {
			if i := strings.LastIndex(said, pace); i >= 0 && utf8.RuneCountInString(said[i+len(pace):]) <= 6 {
				return r.start + i, k == 1
			}
		}
	}
	return -1, false
}

// quantityOfPace is what the pace of a list is of: what its clause names, or what was told before.
func (r *reader) quantityOfPace(s *site, pace int) statement {
	to := slices.IndexFunc(r.toks, func(t token) bool { return t.end > pace })
	from := r.clauseStart(max(to-1, 0))
	if toks, _ := r.leading(r.toks[from:to]); len(toks) > 0 {
		switch toks[len(toks)-1].text {
		case "同比":
			s.base, toks = "yoy", toks[:len(toks)-1]
		case "环比":
			s.base, toks = "mom", toks[:len(toks)-1]
		}
		if st, ok := r.nameOf(toks, s.tok.q); ok && st.known {
			return st
		}
		return unknownMember(toks)
	}
	if r.current != nil && r.current.time != "count" {
		st := *r.current
		st.subject, st.subjectKind, st.region = "", "", ""
		return st
	}
	return statement{known: true, code: "other", form: "level", time: "flow"}
}

// listedUp and listedDown say what those listed behind have a great or small pace of, openingList opens the list.
var listedUp, listedDown, openingList = phrases("listed by pace"), phrases("listed by fall"), phrases("opening what is listed by pace")
