// Package indicator knows the names of Chinese statistics: what is measured (产值, 一般公共预算收入), what is counted
// (企业, 产业链) and the industries either may belong to.
//
// The names are three tables an economist can edit. A name is looked for at every position of a noun phrase and the
// longest wins, because the head of a Chinese noun phrase stands last and may be written with any number of modifiers
// before it: no list of whole phrases would ever be complete, and word segmentation alone cuts the same name
// differently in different sentences.
package indicator

import (
	_ "embed"
	"encoding/csv"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"yiyuan/transform/tables"
)

//go:embed indicators.csv
var indicatorsCSV string

//go:embed nouns.csv
var nounsCSV string

//go:embed industries.csv
var industriesCSV string

func init() {
	tables.Register("indicators.csv", &indicatorsCSV)
	tables.Register("nouns.csv", &nounsCSV)
	tables.Register("industries.csv", &industriesCSV)
}

// Term is a named quantity.
type Term struct {
	Text string
	Code string
	// Time is flow for what happens in a span, stock for what stands at a date.
	Time string
	// Form tells what a bare percentage after the name is: level, rate, growth, growthname (a sector standing for its
	// value added), index, ratio.
	Form      string
	Industry  string
	Qualifier string
}

// Noun is something that is counted.
type Noun struct {
	Text     string
	Code     string
	Unit     string
	Measures string // measure words that point to it
}

// Industry is an industry or product line; Sector ones are statistical sectors of a region, the others lines of
// business that texts treat as subjects of their own.
type Industry struct {
	Text   string
	Sector bool
}

// Hit is a name found in a phrase, in bytes.
type Hit[T any] struct {
	Start, End int
	Entry      T
}

// dictionary is a tree of names by their characters. Most characters of a text begin none, and a bit for each tells those
// for less than a look into the tree.
type dictionary[T any] struct {
	root   node[T]
	begins [1 << 16 / 64]uint64 // the first characters of the names, which all lie in the Basic Multilingual Plane
}

type node[T any] struct {
	entry    *T
	children map[rune]*node[T]
}

func newDictionary[T any]() *dictionary[T] { return &dictionary[T]{} }

func (d *dictionary[T]) add(name string, entry T) {
	first, _ := utf8.DecodeRuneInString(name)
	d.begins[first/64] |= 1 << (first % 64)
	n := &d.root
	for _, r := range name {
		next := n.children[r]
		if next == nil {
			next = &node[T]{}
			if n.children == nil {
				n.children = map[rune]*node[T]{}
			}
			n.children[r] = next
		}
		n = next
	}
	n.entry = &entry
}

// at returns the longest name that begins at byte i of s.
func (d *dictionary[T]) at(s string, i int) (entry T, end int) {
	end = i
	n := &d.root
	for j, r := range s[i:] {
		if j == 0 && (r > 0xffff || d.begins[r/64]&(1<<(r%64)) == 0) {
			break
		}
		if n = n.children[r]; n == nil {
			break
		}
		if n.entry != nil {
			entry, end = *n.entry, i+j+utf8.RuneLen(r)
		}
	}
	return entry, end
}

// hits returns every longest match of s, including those that begin inside another.
func (d *dictionary[T]) hits(s string) []Hit[T] {
	var found []Hit[T]
	for i := range s {
		if e, end := d.at(s, i); end > i {
			found = append(found, Hit[T]{i, end, e})
		}
	}
	return found
}

// rows reads a table: lines that begin with # are notes, the first other line names the columns.
func rows(table string) [][]string {
	r := csv.NewReader(strings.NewReader(table))
	r.Comment = '#'
	r.FieldsPerRecord = -1
	r.LazyQuotes = true
	all, err := r.ReadAll()
	if err != nil {
		panic("indicator: embedded table: " + err.Error())
	}
	return all[1:]
}

var terms = sync.OnceValue(func() *dictionary[Term] {
	d := newDictionary[Term]()
	for _, r := range rows(indicatorsCSV) {
		d.add(r[0], Term{r[0], r[1], r[2], r[3], r[4], r[5]})
	}
	return d
})

var nouns = sync.OnceValue(func() *dictionary[Noun] {
	d := newDictionary[Noun]()
	for _, r := range rows(nounsCSV) {
		d.add(r[0], Noun{r[0], r[1], r[2], r[3]})
	}
	return d
})

var industries = sync.OnceValue(func() *dictionary[Industry] {
	d := newDictionary[Industry]()
	for _, r := range rows(industriesCSV) {
		d.add(r[0], Industry{r[0], r[1] == "yes"})
	}
	return d
})

// Terms returns the names of quantities in a phrase, those inside a longer one left out, in order.
func Terms(phrase string) []Hit[Term] {
	return slices.DeleteFunc(outermost(terms().hits(phrase)), func(h Hit[Term]) bool {
		return h.Entry.Text == "贸易" && strings.HasPrefix(phrase[h.End:], "业") // 零售贸易业 is a branch
	})
}

// Nouns returns the counted nouns of a phrase, those inside a longer one left out, in order.
func Nouns(phrase string) []Hit[Noun] { return outermost(nouns().hits(phrase)) }

// Industries returns the industries named in a phrase, those inside a longer one left out, in order.
func Industries(phrase string) []Hit[Industry] { return outermost(industries().hits(phrase)) }

// outermost drops hits that end no later than one that began before them.
func outermost[T any](hits []Hit[T]) []Hit[T] {
	kept := hits[:0]
	end := 0
	for _, h := range hits {
		if h.End > end {
			kept = append(kept, h)
			end = h.End
		}
	}
	return kept
}

// Head returns the last name of a phrase: in Chinese the head of a noun phrase stands at its end.
func Head(phrase string) (Hit[Term], bool) {
	hits := Terms(phrase)
	if len(hits) == 0 {
		return Hit[Term]{}, false
	}
	return hits[len(hits)-1], true
}

// Counted returns the noun that a measure word counts in a phrase: the last one the measure word points to, or else
// simply the last.
func Counted(phrase, measure string) (Hit[Noun], bool) {
	hits := standing(Nouns(phrase), phrase)
	if len(hits) == 0 {
		return Hit[Noun]{}, false
	}
	for i := len(hits) - 1; i >= 0; i-- {
		if measure != "" && strings.Contains(hits[i].Entry.Measures, measure) {
			return hits[i], true
		}
	}
	return hits[len(hits)-1], true
}

// standing drops nouns of one character that are part of a word: 省 of 省级, 店 of 店员. They count at the end only. So do
// nouns that a grade or a place is made of: 国家 of 国家级, 县域 of 县域内, and 乡村, which is a kind of thing in front of another.
func standing(hits []Hit[Noun], phrase string) []Hit[Noun] {
	kept := hits[:0]
	for _, h := range hits {
		if h.End == len(phrase) || len(h.Entry.Text) > 3 && h.Entry.Text != "乡村" && !Graded(phrase[h.End:]) {
			kept = append(kept, h)
		}
	}
	return kept
}

// Graded tells of what makes a modifier of the noun before it: 级, 型, 内.
func Graded(after string) bool {
	for _, x := range []string{"级", "型", "式", "内", "间", "化"} {
		if strings.HasPrefix(after, x) {
			return true
		}
	}
	return false
}

// Words returns every name of the three tables, for the word segmenter.
func Words() []string {
	var out []string
	for _, r := range rows(indicatorsCSV) {
		out = append(out, r[0])
	}
	for _, r := range rows(nounsCSV) {
		out = append(out, r[0])
	}
	for _, r := range rows(industriesCSV) {
		out = append(out, r[0])
	}
	return out
}

// All returns the table of named quantities in its own order.
func All() []Term {
	var out []Term
	for _, r := range rows(indicatorsCSV) {
		out = append(out, Term{r[0], r[1], r[2], r[3], r[4], r[5]})
	}
	return out
}
