package figure

import (
	"fmt"
	"slices"
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
	nearest       nearness
	units         []string
}

type element struct {
	class   class
	words   []string
	ends    byteSet // of words
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
	r.nearest = nearest(r.before)
}

// nearness is what the token right before a figure must be for a pattern to match: most rules that a figure could fit end with a look at it.
type nearness struct {
	told    bool // the pattern asks for one
	classes class
	kinds   uint16
	ends    byteSet // of the words that it may be
}

// nearest is what the last token must be which elements match.
func nearest(elements []element) nearness {
	var n nearness
	for _, e := range slices.Backward(elements) {
		switch {
		case e.any:
			return nearness{}
		case e.byKind:
			n.kinds |= 1 << e.kind
		default:
			n.classes |= e.class
			for i, ends := range e.ends {
				n.ends[i] |= ends
			}
		}
		if e.min > 0 {
			n.told = true
			return n
		}
	}
	return nearness{}
}

// admits tells of a token that may be it.
func (n *nearness) admits(t *token) bool {
	return !n.told || t.is(n.classes) || n.kinds>>t.kind&1 != 0 || n.ends.holds(lastOwn(t.text))
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
		for _, w := range e.words {
			e.ends.enter(lastOwn(w))
		}
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
		return e.ends.holds(lastOwn(t.text)) && slices.Contains(e.words, t.text)
	default:
		return t.kind == word && t.is(e.class)
	}
}

// captures are the tokens of the clause that the names of a pattern stand for.
type captures []capture

type capture struct {
	name     string
	from, to int
}

// of is what a name stands for, nothing where the pattern has no such name.
func (c captures) of(name string) capture {
	for _, one := range c {
		if one.name == name {
			return one
		}
	}
	return capture{}
}

func (c *captures) keep(name string, from, to int) {
	if name != "" {
		*c = append(*c, capture{name, from, to})
	}
}

// matchBefore matches the elements against toks, the last element against the last token, and returns how many tokens
// are left before the match.
func matchBefore(elements []element, toks []token, caps *captures) (rest int, ok bool) {
	if len(elements) == 0 {
		return len(toks), true
	}
	e, outer := &elements[len(elements)-1], elements[:len(elements)-1]
	if e.any {
		for n := len(toks) - 1; n >= 0; n-- {
			if rest, ok = matchBefore(outer, toks[:n], caps); ok {
				caps.keep(e.name, n, len(toks))
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
			caps.keep(e.name, len(toks)-n, len(toks))
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
