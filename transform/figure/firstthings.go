package figure

import (
	"strings"

	"yiyuan/transform/indicator"
)

// firstOfThings reads the rank of the first thing of its kind, 全省首个试点, which is of no quantity told before it. That of the first to pass a
// mark is of what it has passed: 全市首家产值超百亿元的企业.
func (r *reader) firstOfThings(s *site, i int) (statement, bool) {
	if s.measure != "rank" || !strings.HasPrefix(s.tok.text, "首") || s.tok.text == "首位" {
		return statement{}, false
	}
	_, st := r.leading(withoutBrackets(s.nounPhrase))
	st.becomes("other", "level", "stock")
	name, passes := markPassed(r.toks[i+1:])
	if !passes {
		return st, true
	}
	hit, ok := indicator.Head(name)
	if ok && money[hit.Entry.Code] {
		st.becomes(hit.Entry.Code, hit.Entry.Form, "stock")
		st.text, st.head = hit.Entry.Text, hit.Entry.Text
	}
	return st, ok
}

// markPassed is what stands between the first of its kind and the sum that it has passed, before what it is: 首个总产值超千亿元的开发区.
func markPassed(behind []token) (name string, passes bool) {
	for i, t := range behind {
		switch {
		case t.kind.pauses() || t.text == "的":
			return "", false
		case t.kind == figure && t.q.Kind == "amount":
			return join(behind[:i]), i+1 < len(behind) && !behind[i+1].kind.pauses()
		}
	}
	return "", false
}
