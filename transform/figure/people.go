package figure

import (
	"slices"
	"strings"
	"unicode/utf8"

	"yiyuan/transform/indicator"
	"yiyuan/transform/unit"
)

// peopleAfter reads who 300名 are where no table knows their noun. 人 has one only right behind it: 4万人参加 tells what they did.
func peopleAfter(right []token, q *unit.Quantity, st statement) (statement, bool) {
	bare := q.Unit.Surface == "人"
	if len(right) == 0 || bare && (q.Magnitude || !strings.HasPrefix(right[0].pos, "n")) {
		return st, false
	}
	noun, origin, used := peopleNoun(right)
	if hit, known := indicator.Counted(noun, ""); noun == "" || known && hit.End == len(noun) && hit.Entry.Unit == "count" && !(tradersAsPeople(&hit) && !bare) {
		return st, false
	}
	st.known, st.code, st.form, st.time = !bare, "count_other", "level", "count"
	st.text, st.counter, st.measureWord = noun, noun, measureOf(q)
	if st.qualifier = predicateAfter(right, used); strings.HasPrefix(origin, "来自") {
		st.qualifier = origin
	}
	return st, true
}

// tradersAsPeople tells of traders whom the tables know as firms, and who come as people do: 20多位经销商.
func tradersAsPeople(hit *indicator.Hit[indicator.Noun]) bool {
	return hit.Entry.Code == "enterprise_count" && endsWithAny(hit.Entry.Text, []string{"商", "商户", "工商户", "商贩"})
}

// peopleNoun is the head of the phrase behind a number of people, the clause before it that says where they come from (来自各地的客商),
// and how many bytes both take up before what the people do (联络员 of 联络员奔赴一线).
func peopleNoun(right []token) (noun, origin string, used int) {
	clause := strings.HasPrefix(right[0].pos, "v") || right[0].is(event) // one that restricts them stands first
	for i, t := range right {
		acts := t.class != 0 || strings.HasPrefix(t.pos, "v") && t.pos != "vn" || strings.HasPrefix(t.pos, "p")
		switch {
		case t.kind != word && t.kind != where && t.kind != time || t.is(conj):
			return noun, origin, used
		case t.text == "的" && (i == 0 || i > 12):
			return "", "", 0
		case t.text == "的":
			origin, noun = join(right[:i]), ""
		case noun != "" && acts:
			if !clause || !restrictsOn(right[i:]) {
				return noun, origin, used
			}
		case namesPeople(t, i == 0):
			if noun = t.text; utf8.RuneCountInString(noun) == 1 && i > 0 && right[i-1].kind == word {
				noun = right[i-1].text + noun
			}
		case t.is(event) && origin == "" && !restrictsOn(right[i:]):
			return noun, origin, used
		}
		used += len(t.text)
	}
	return noun, origin, used
}

// namesPeople tells of a word that may be the head of such a phrase.
func namesPeople(t token, first bool) bool {
	return t.kind == word && t.class == 0 && (strings.HasPrefix(t.pos, "n") && t.pos != "ns" && t.pos != "nt" || first && t.pos == "t" || callings[t.text])
}

// callings end the names of what people do.
var callings = map[string]bool{"员": true, "者": true, "手": true, "师": true, "家": true}

// restrictsOn tells of a verb in a clause that goes on to the noun it restricts: 涉嫌…犯罪的嫌疑人.
func restrictsOn(toks []token) bool {
	for i, t := range toks {
		switch {
		case t.kind != word && t.kind != where && t.kind != time && t.kind != quote:
			return false
		case t.text == "的":
			return i+1 < len(toks) && toks[i+1].kind == word && (strings.HasPrefix(toks[i+1].pos, "n") && (i+2 == len(toks) || !strings.HasPrefix(toks[i+2].pos, "n")))
		}
	}
	return false
}

// peopleWho reads 120人参加了研讨会, which says of people only what they did or what was done for them.
func (r *reader) peopleWho(s *site, st statement) (statement, bool) {
	q := s.tok.q
	if q.Kind != "count" || q.Unit.Code != "person" && q.Unit.Surface != "户" || s.measure != "level" || strings.HasSuffix(s.tok.text, "口人") {
		return st, false
	}
	if n := nativesIn(s.right); n > 0 {
		behind := *s
		behind.right, s = s.right[n:], &behind
	}
	if code, text := toldBySide(s); code != "" && q.Unit.Code == "person" {
		st.known, st.code, st.form, st.time, st.text = true, code, "level", "count", text
		return st, true
	}
	if len(s.right) == 0 {
		return st, false
	}
	does := s.right[0]
	if behind := withoutBound(s.right); len(behind) > 0 && behind[0].kind == figure {
		does = behind[0]
	}
	counted := does.kind == figure && does.q.Unit.Code == "person" && q.Unit.Surface == "户" // 320户1100人
	if !counted && (does.kind != word || does.text == "的" || !does.is(event) && !strings.HasPrefix(does.pos, "v") && !(q.Unit.Code == "person" && (strings.HasPrefix(does.pos, "p") || does.text == "上" || strings.HasPrefix(does.text, "在")))) {
		return st, false
	}
	st.known, st.code, st.form, st.time, st.text = true, "count_other", "level", "count", does.text
	if counted {
		st.text = ""
	}
	if counted || (q.Unit.Code == "person" || q.Unit.Surface == "户") && startsWithAny(join(s.right), livelihoods()) {
		st.code = "population"
	}
	return st, true
}

// withoutBound drops the words that only say how nearly the next figure is meant: 近 of 3000户近万人.
func withoutBound(toks []token) []token {
	for len(toks) > 0 && (toks[0].kind == blank || boundWords()[toks[0].text] || nearly[toks[0].text] || toks[0].text == "共" || toks[0].text == "近") {
		toks = toks[1:]
	}
	return toks
}

// toldBySide is what a number of people is a number of by the words on one side of it that name none: 从事油画产业的超过3000人 by what they do,
// 只有8000人的村庄 by what they make up, 累计搬迁安置4万人 by what was done with them.
func toldBySide(s *site) (code, text string) {
	left := trimReach(withoutBrackets(s.left))
	n := len(left)
	switch behind, of := strings.CutPrefix(join(s.right[:clauseEnd(s.right)]), "的"); {
	case of && holdsPeople(behind, inhabited().words):
		return "population", ""
	case of && holdsPeople(behind, staffed().words):
		return "employment", ""
	case n > 1 && left[n-1].text == "的" && hasWord(left, "从事"):
		return "employment", join(left[slices.IndexFunc(left, func(t token) bool { return t.text == "从事" }) : n-1])
	case n > 0 && left[n-1].kind == word && left[n-1].is(event) && clauseEnd(s.right) == 0:
		return "count_other", left[n-1].text
	}
	return "", ""
}

// holdsPeople tells of a phrase with one of the words within its first eight characters.
func holdsPeople(phrase string, kinds []string) bool {
	for _, kind := range kinds {
		if at := strings.Index(phrase, kind); at > 0 && at <= 8*len("村") || at == 0 {
			return true
		}
	}
	return false
}

var (
	inhabited = phrases("inhabited")
	staffed   = phrases("staffed")
)

// livelihoods are what is done for people as those who live somewhere.
var livelihoods = phrases("livelihoods")

// nativesIn is how many words name people by the place they are from right behind their number, 0 for none: 80000多福建人在外从业.
func nativesIn(right []token) int {
	if len(right) > 1 && right[0].kind == where && right[1].text == "人" {
		return 2
	}
	return 0
}
