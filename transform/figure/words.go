package figure

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"sync"

	"yiyuan/transform/segment"
	"yiyuan/transform/tables"
)

//go:embed words.csv
var wordsCSV string

func init() { tables.Register("words.csv", &wordsCSV) }

// class is the set of parts a word may play in a rule.
type class uint32

const (
	up class = 1 << iota
	down
	upto
	downto
	turnto
	reach
	copula
	share
	shareword
	resp
	each
	among
	net
	pull
	contrib
	faster
	slower
	rank
	aim
	expect
	plan
	exist
	newness
	event
	conj
	neg
	verbal
	basis
)

var classNames = map[string]class{
	"up": up, "down": down, "upto": upto, "downto": downto, "turnto": turnto, "reach": reach, "copula": copula,
	"share": share, "shareword": shareword, "resp": resp, "each": each, "among": among, "net": net, "pull": pull,
	"contrib": contrib, "faster": faster, "slower": slower, "rank": rank, "aim": aim, "expect": expect, "plan": plan,
	"exist": exist, "new": newness, "event": event, "conj": conj, "neg": neg, "verbal": verbal, "basis": basis,
}

// vocabulary is the small words by their classes.
var vocabulary = sync.OnceValue(func() map[string]class {
	words := map[string]class{}
	for name, list := range tables.Lists(wordsCSV) {
		bit, known := classNames[name]
		if !known {
			panic(fmt.Sprintf("figure: words.csv names an unknown class %q", name))
		}
		for _, w := range list {
			words[w] |= bit
		}
	}
	return words
})

// classesByNumber are the classes of the vocabulary by the numbers of its words in the dictionary: a number is cheaper to look up than a word.
var classesByNumber = sync.OnceValue(func() []class {
	var classes []class
	for w, c := range vocabulary() {
		n := int(segment.NumberOf(w))
		classes = append(classes, make([]class, max(0, n+1-len(classes)))...)
		classes[n] = c
	}
	return classes
})

// wordsOf are the small words of some classes, to find what a text begins with.
func wordsOf(classes class) func() *byFirst[string] {
	return sync.OnceValue(func() *byFirst[string] {
		var words []string
		for w, c := range vocabulary() {
			if c&classes != 0 {
				words = append(words, w)
			}
		}
		slices.SortFunc(words, func(a, b string) int { return len(b) - len(a) })
		out := &byFirst[string]{}
		for _, w := range words {
			out.add(w, w)
		}
		return out
	})
}

// leading is the longest of the words that s begins with, "" for none.
func leading(s string, words *byFirst[string]) string {
	for _, w := range words.ahead(s) {
		if strings.HasPrefix(s, w) {
			return w
		}
	}
	return ""
}

// Words returns the vocabulary of the rules, for the word segmenter.
func Words() []string {
	var out []string
	for w := range vocabulary() {
		out = append(out, w)
	}
	return append(out, perWords().words...)
}
