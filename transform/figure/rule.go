package figure

import (
	"fmt"
	"strings"
)

// rule is one line of the phrase book. Its pattern is written in words and read from the figure outwards: what stands
// before the figure is matched backwards from it, what stands after it forwards.
//
//	up down share …   a word of that class (words.csv)
//	'占|占到'         one of these very words
//	time place        a period expression, a place
//	x? x*             once or not at all; any number of times
//	~                 any words of the clause, as few as will do; (name:~) keeps them
//	#percent|pp       the figure, by its kind of unit
type rule struct {
	name    string
	pattern string
	reads   func(*site)
	only    func(*site) bool // a condition the pattern cannot say, nil for none

	before, after []element
	units         []string
}

type element struct {
	class   class
	words   []string
	kind    kind
	byKind  bool
	any     bool
	name    string
	min     int
	max     int
	pattern string
}

// compile turns the pattern into its elements; a pattern that does not parse is a programming error.
func (r *rule) compile() {
	target := &r.before
	for _, field := range strings.Fields(r.pattern) {
		if strings.HasPrefix(field, "#") {
			r.units = strings.Split(field[1:], "|")
			target = &r.after
			continue
		}
		*target = append(*target, parseElement(r.name, field))
	}
	if r.units == nil {
		panic("figure: rule " + r.name + " has no figure")
	}
}

func parseElement(rule, field string) element {
	e := element{min: 1, max: 1, pattern: field}
	if strings.HasPrefix(field, "(") {
		name, inner, ok := strings.Cut(strings.Trim(field, "()"), ":")
		if !ok {
			panic("figure: rule " + rule + ": " + field)
		}
		e = parseElement(rule, inner)
		e.name = name
		return e
	}
	switch {
	case strings.HasSuffix(field, "?"):
		e.min, field = 0, strings.TrimSuffix(field, "?")
	case strings.HasSuffix(field, "*"):
		e.min, e.max, field = 0, 12, strings.TrimSuffix(field, "*")
	}
	switch {
	case field == "~":
		e.any = true
	case field == "time":
		e.byKind, e.kind = true, time
	case field == "place":
		e.byKind, e.kind = true, where
	case strings.HasPrefix(field, "'"):
		e.words = strings.Split(strings.Trim(field, "'"), "|")
	default:
		for _, name := range strings.Split(field, "|") {
			bit, ok := classNames[name]
			if !ok {
				panic(fmt.Sprintf("figure: rule %s: unknown class %q", rule, name))
			}
			e.class |= bit
		}
	}
	return e
}

func (e *element) fits(t *token) bool {
	switch {
	case e.byKind:
		return t.kind == e.kind
	case e.words != nil:
		for _, w := range e.words {
			if t.text == w {
				return true
			}
		}
		return false
	default:
		return t.kind == word && t.is(e.class)
	}
}

// captures maps the names of a pattern to token ranges of the clause.
type captures map[string][2]int

// matchBefore matches the elements against toks, the last element against the last token, and returns how many tokens
// are left before the match.
func matchBefore(elements []element, toks []token, caps captures) (rest int, ok bool) {
	if len(elements) == 0 {
		return len(toks), true
	}
	e, outer := &elements[len(elements)-1], elements[:len(elements)-1]
	if e.any {
		for n := len(toks) - 1; n >= 0; n-- {
			if rest, ok = matchBefore(outer, toks[:n], caps); ok {
				keep(caps, e.name, n, len(toks))
				return rest, true
			}
		}
		return 0, false
	}
	n := 0
	for n < e.max && n < len(toks) && e.fits(&toks[len(toks)-1-n]) {
		n++
	}
	for ; n >= e.min; n-- {
		if rest, ok = matchBefore(outer, toks[:len(toks)-n], caps); ok {
			keep(caps, e.name, len(toks)-n, len(toks))
			return rest, true
		}
	}
	return 0, false
}

// matchAfter matches the elements against the first tokens of toks.
func matchAfter(elements []element, toks []token) bool {
	for i := range elements {
		e := &elements[i]
		if e.any {
			return true
		}
		n := 0
		for n < e.max && n < len(toks) && e.fits(&toks[n]) {
			n++
		}
		if n < e.min {
			return false
		}
		toks = toks[n:]
	}
	return true
}

func keep(caps captures, name string, from, to int) {
	if name != "" {
		caps[name] = [2]int{from, to}
	}
}
