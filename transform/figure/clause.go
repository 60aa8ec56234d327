package figure

import (
	"slices"
	"sort"
	"strings"

	"yiyuan/transform/indicator"
)

// A figure is read in its clause: what stands before it, back to the figure before it, and what stands behind it.

// clauseSoFar are the tokens of the figure's clause before it, other figures between or not.
func (r *reader) clauseSoFar(s *site) []token {
	from := 0
	for i := range r.toks {
		switch t := &r.toks[i]; {
		case t.start >= s.tok.start:
			return r.toks[from:i]
		case t.kind.pauses():
			from = i + 1
		}
	}
	return nil
}

// clauseAround is the shortest clause of the sentence that holds the figure.
func (r *reader) clauseAround(start, end int) string {
	from, to := r.start, r.end
	at := sort.Search(len(r.toks), func(i int) bool { return r.toks[i].end > start })
	for i := at - 1; i >= 0; i-- {
		if k := r.toks[i].kind; k == note || k.pauses() {
			from = r.toks[i].end
			break
		}
	}
	for i := at; i < len(r.toks); i++ {
		if t := &r.toks[i]; t.start >= end && t.kind.pauses() {
			to = t.start
			break
		}
	}
	return strings.TrimSpace(r.text[from:to])
}

// withoutStart drops a 由2018年的 before its figure: what it leaves behind is the name.
func withoutStart(toks []token) []token {
	n := len(toks)
	if n < 3 || toks[n-1].text != "的" || toks[n-2].kind != time {
		return toks
	}
	switch t := toks[n-2].text; {
	case strings.HasPrefix(t, "由") || strings.HasPrefix(t, "从"):
		return toks[:n-2]
	case toks[n-3].text == "由" || toks[n-3].text == "从":
		return toks[:n-3]
	}
	return toks
}

// undated drops the times that say when; those that say what is compared with stay.
func undated(toks []token) []token {
	says := func(t *token) bool { return t.kind == time && t.e.Role != "base" }
	for first := range toks {
		if !says(&toks[first]) {
			continue
		}
		out := append(make([]token, 0, len(toks)), toks[:first]...)
		for i := first + 1; i < len(toks); i++ {
			if !says(&toks[i]) {
				out = append(out, toks[i])
			}
		}
		return out
	}
	return toks
}

// farthestLeft is how many words of its clause a figure looks back over: more are met only in text that is none.
const farthestLeft = 150

// leftOf is what stands before the figure in its clause, back to the figure before it.
func (r *reader) leftOf(i int) []token {
	from := i
	depth := 0
	for from > max(0, i-farthestLeft) {
		t := &r.toks[from-1]
		if t.kind == shut {
			depth++
		}
		if t.kind == open {
			if depth == 0 {
				break
			}
			depth--
		}
		if depth == 0 && (t.kind.pauses() || t.kind == figure && (r.counts(from-1) || from == i-1 && r.nextIndexListed(i))) {
			break
		}
		from--
	}
	if from > 1 && r.toks[from-1].kind == open && r.numbersNamed(from-1, i) {
		return append(slices.Clone(r.leftOf(from-1)), r.toks[from:i]...)
	}
	if from > 1 && r.toks[from-1].kind == semi {
		if label := r.labelBefore(from-1, i); label != nil {
			return append(label, r.toks[from:i]...)
		}
	}
	for k := from + 1; k < i; k++ {
		if r.toks[k].kind == where && r.epithetFrom(k) == from {
			return r.toks[k:i]
		}
	}
	return r.toks[from:i]
}

// labelBefore is the name before the colon at a token where it is all that the figure behind it is told of: 销售收入：突破3亿元, 规上企业：30家.
func (r *reader) labelBefore(at, i int) []token {
	if mark := r.toks[at].text; mark != "：" && mark != ":" || len(trimReach(r.toks[at+1:i])) > 0 {
		return nil
	}
	start := r.clauseStart(at)
	if start == at || at-start > longestLabel || r.toks[at-1].kind != word {
		return nil
	}
	label, q := r.toks[start:at], r.toks[i].q
	name, counts := join(label), q.Kind == "count" || q.Unit.Code == "person"
	if counts && i+1 < len(r.toks) && !r.toks[i+1].kind.pauses() {
		return nil // 首场招聘会：六百家企业进场
	}
	if hit, ok := indicator.Head(name); ok && hit.End == len(name) {
		return slices.Clone(label)
	}
	if !counts {
		return nil
	}
	if hit, ok := indicator.Counted(name, measureOf(q)); ok && hit.End == len(name) {
		return slices.Clone(label)
	}
	return nil
}

// longestLabel is how many words a label has.
const longestLabel = 8

// numbersNamed tells of a bracket that says no more than how many there are of what is named right before it: 规模以上企业（共1926户）.
func (r *reader) numbersNamed(at, i int) bool {
	if q := r.toks[i].q; q.Kind == "amount" && q.Arabic && i == at+1 && i+1 < len(r.toks) && r.toks[i+1].kind == shut && r.toks[at-1].kind == word {
		return r.sumNamed(at) // 县财政收入（2.1亿元）
	}
	if r.toks[i].q.Kind != "count" || i+1 == len(r.toks) || r.toks[i+1].kind != shut || r.toks[at-1].kind != word {
		return false
	}
	for k := at + 1; k < i; k++ {
		if t := &r.toks[k]; t.kind != word || !t.is(reach|exist) {
			return false
		}
	}
	name := r.toks[at-1].text
	hit, ok := indicator.Counted(name, measureOf(r.toks[i].q))
	return ok && hit.End == len(name)
}

// sumNamed tells of words that end, before token i, in the name of a sum.
func (r *reader) sumNamed(i int) bool {
	name := join(r.toks[max(0, i-longestSum):i])
	hit, ok := indicator.Head(name)
	return ok && hit.End == len(name) && money[hit.Entry.Code] && hit.Entry.Form == "level"
}

// longestSum is how many words the name of a sum has at most.
const longestSum = 3

// clauseStart is the first token of the clause that the token at i stands in.
func (r *reader) clauseStart(i int) int {
	for i > 0 && !r.toks[i-1].kind.pauses() {
		i--
	}
	return i
}

// counts tells whether the figure at j was a statement of its own.
func (r *reader) counts(j int) bool {
	if r.passed[j] {
		return false
	}
	switch r.toks[j].q.Kind {
	case "bare", "name", "date", "ordinal", "grade", "age", "per":
		return false
	}
	return !r.toks[j].q.Vague
}

func (r *reader) rightOf(i int) []token {
	to := i + 1
	for to < len(r.toks) && !r.toks[to].kind.pauses() && to < i+24 {
		to++
	}
	return r.toks[i+1 : to]
}

// site is a figure in its clause, and what a rule says of it.
type site struct {
	r     *reader
	tok   token
	left  []token // of the same clause, back to the figure before it
	right []token
	caps  captures
	rule  string

	measure, base, predicate string
	sign                     int
	field                    string
	nounPhrase               []token // what the rule takes for the noun phrase, nil for all that stands before the match
	driver                   bool    // the words before the match drive the quantity, they do not own it
	nounAfter                bool
	arrived                  bool   // 增加到, 提高到: a level reached
	sharedBound              string // that of the first member of a list: 分别超85%、90%
	inherited                bool   // it speaks of the statement before it
	dealt                    bool   // a verb for what was done with money names it
	ofWhole                  bool   // it is the whole that something has a share in: 占全国销售额9000亿元的50%
}

func (s *site) captured(name string) []token {
	c := s.caps.of(name)
	return s.left[c.from:c.to]
}

func (s *site) text(name string) string { return join(s.captured(name)) }

// join prints tokens without notes and blanks.
func join(toks []token) string {
	if said, ok := asWritten(toks); ok {
		return said
	}
	size := 0
	for i := range toks {
		if toks[i].kind != note && toks[i].kind != blank {
			size += len(toks[i].text)
		}
	}
	var b strings.Builder
	b.Grow(size)
	for i := range toks {
		if t := &toks[i]; t.kind != note && t.kind != blank {
			b.WriteString(t.text)
		}
	}
	return b.String()
}

// asWritten is what tokens say where they stand so in the text, one right behind the other, as nearly all do: it needs no copy.
func asWritten(toks []token) (string, bool) {
	for len(toks) > 0 && (toks[0].kind == note || toks[0].kind == blank) {
		toks = toks[1:]
	}
	if len(toks) == 0 {
		return "", true
	}
	rest := toks[0].on
	if len(toks) == 1 {
		return toks[0].text, true
	}
	for i := range toks {
		t := &toks[i]
		if t.kind == note || t.kind == blank {
			continue
		}
		if !strings.HasPrefix(rest, t.text) {
			return "", false
		}
		rest = rest[len(t.text):]
	}
	return toks[0].on[:len(toks[0].on)-len(rest)], true
}

// noNameBefore tells of a figure with no name right before it.
func (s *site) noNameBefore() bool { return len(trimReach(withoutBrackets(s.nounPhrase))) == 0 }

// clauseBehind is what stands behind a figure to the end of its clause.
func (s *site) clauseBehind() string { return join(s.right[:clauseEnd(s.right)]) }
