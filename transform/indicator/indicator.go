// Package indicator knows the names of Chinese statistics: what is measured (产值, 一般公共预算收入), what is counted
// (企业, 产业链) and the industries either may belong to.
//
// The names are three tables an economist can edit, and a fourth of two lists whose words make names together. A name is
// looked for at every position of a noun phrase and the longest wins, because the head of a Chinese noun phrase stands last
// and may be written with any number of modifiers before it: no list of whole phrases would ever be complete, and word
// segmentation alone cuts the same name differently in different sentences.
package indicator

import (
	_ "embed"
	"encoding/csv"
	"iter"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"yiyuan/transform/beginnings"
	"yiyuan/transform/tables"
)

//go:embed indicators.csv
var indicatorsCSV string

//go:embed earnings.csv
var earningsCSV string

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

// dictionary is a tree of names by their characters. Most characters of a text begin none, which their pairs tell for less than
// a look into the tree. Behind the first character few branches are left, and a short list of them is searched sooner than a map.
type dictionary[T any] struct {
	pairs  beginnings.Set
	begins [1 << 16]int32 // by first character, which all lie in the Basic Multilingual Plane: its node + 1, 0 for none
	nodes  []node[T]
}

type node[T any] struct {
	entry    *T
	branches []branch
}

// branch leads by a character to a node.
type branch struct{ by, to int32 }

// along is the node that a character leads to, -1 for none.
func (n *node[T]) along(r rune) int32 {
	for i := range n.branches {
		if n.branches[i].by == r {
			return n.branches[i].to
		}
	}
	return -1
}

func newDictionary[T any]() *dictionary[T] { return &dictionary[T]{} }

func (d *dictionary[T]) add(name string, entry T) {
	d.pairs.Add(name)
	at := int32(-1)
	for i, r := range name {
		if i == 0 {
			if d.begins[r] == 0 {
				d.begins[r] = d.grow() + 1
			}
			at = d.begins[r] - 1
			continue
		}
		to := d.nodes[at].along(r)
		if to < 0 {
			to = d.grow()
			n := &d.nodes[at]
			n.branches = append(n.branches, branch{r, to})
		}
		at = to
	}
	d.nodes[at].entry = &entry
}

// grow adds a node.
func (d *dictionary[T]) grow() int32 {
	d.nodes = append(d.nodes, node[T]{})
	return int32(len(d.nodes) - 1)
}

// at returns the longest name that begins at byte i of s, nil for none, and where it ends.
func (d *dictionary[T]) at(s string, i int) (entry *T, end int) {
	r, size := utf8.DecodeRuneInString(s[i:])
	if r > 0xffff || d.begins[r] == 0 {
		return nil, i
	}
	n := &d.nodes[d.begins[r]-1]
	for {
		i += size
		if n.entry != nil {
			entry, end = n.entry, i
		}
		if len(n.branches) == 0 || i == len(s) {
			return entry, end
		}
		r, size = utf8.DecodeRuneInString(s[i:])
		to := n.along(r)
		if to < 0 {
			return entry, end
		}
		n = &d.nodes[to]
	}
}

// is tells of a text that is a name and nothing else.
func (d *dictionary[T]) is(text string) bool {
	entry, end := d.at(text, 0)
	return entry != nil && end == len(text)
}

// outermost finds the longest names of s, those inside a longer one left out, in order.
func (d *dictionary[T]) outermost(s string) iter.Seq[Hit[T]] {
	return func(yield func(Hit[T]) bool) {
		last := 0
		for i := range d.pairs.In(s) {
			if e, end := d.at(s, i); e != nil && end > last {
				last = end
				if !yield(Hit[T]{i, end, *e}) {
					return
				}
			}
		}
	}
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

var earnings = tables.Phrases("earnings.csv", &earningsCSV)

// whoWorks and whatTheyEarn make the names of earnings.
var whoWorks, whatTheyEarn = earnings("who works"), earnings("what they earn")

// earningNames are the names of all their earnings: 职工月收入, 教师平均收入.
func earningNames(yield func(string) bool) {
	for _, who := range whoWorks() {
		for _, what := range whatTheyEarn() {
			if !yield(who + what) {
				return
			}
		}
	}
}

var terms = sync.OnceValue(func() *dictionary[Term] {
	d := newDictionary[Term]()
	for name := range earningNames {
		d.add(name, Term{Text: name, Code: "other", Time: "flow", Form: "level"})
	}
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
	var found []Hit[Term]
	for h := range terms().outermost(phrase) {
		if !ofBranch(h, phrase) {
			found = append(found, h)
		}
	}
	return found
}

// ofBranch tells of the 贸易 of 零售贸易业, which is a branch.
func ofBranch(h Hit[Term], phrase string) bool {
	if before := phrase[:h.Start]; h.Entry.Text == "面积" && strings.HasSuffix(before, "大") {
		return !strings.HasSuffix(before, "扩大") && !strings.HasSuffix(before, "最大") // 粮食大面积减产
	}
	return h.Entry.Text == "贸易" && strings.HasPrefix(phrase[h.End:], "业")
}

// Nouns returns the counted nouns of a phrase, those inside a longer one left out, in order.
func Nouns(phrase string) []Hit[Noun] { return slices.Collect(nouns().outermost(phrase)) }

// Industries returns the industries named in a phrase, those inside a longer one left out, in order.
func Industries(phrase string) []Hit[Industry] { return slices.Collect(industries().outermost(phrase)) }

// IsTerm tells of a text that is the name of a quantity and nothing else.
func IsTerm(text string) bool { return terms().is(text) }

// IsNoun tells of a text that is the name of something counted and nothing else.
func IsNoun(text string) bool { return nouns().is(text) }

// IndustryNamed is the industry that a text is the name of and nothing else.
func IndustryNamed(text string) (Industry, bool) {
	if entry, end := industries().at(text, 0); entry != nil && end == len(text) {
		return *entry, true
	}
	return Industry{}, false
}

// Head returns the last name of a phrase: in Chinese the head of a noun phrase stands at its end.
func Head(phrase string) (last Hit[Term], ok bool) {
	for h := range terms().outermost(phrase) {
		if !ofBranch(h, phrase) {
			last, ok = h, true
		}
	}
	return last, ok
}

// Counted returns the noun that a measure word counts in a phrase: the last one the measure word points to, or else
// simply the last.
func Counted(phrase, measure string) (last Hit[Noun], ok bool) {
	pointed := false
	for h := range nouns().outermost(phrase) {
		if !stands(h, phrase) {
			continue
		}
		points := measure != "" && strings.Contains(h.Entry.Measures, measure)
		if points || !pointed {
			last, ok, pointed = h, true, points
		}
	}
	return last, ok
}

// stands tells a noun of its own from one of one character that is part of a word: 省 of 省级, 店 of 店员. They count at the
// end only. So do nouns that a grade or a place is made of: 国家 of 国家级, 县域 of 县域内, and 乡村 and 人民, which are a kind of thing
// in front of another: 人民调解员, 人民币. A mark that closes a name ends it: “四美乡村”.
func stands(h Hit[Noun], phrase string) bool {
	phrase = phrase[:max(h.End, len(strings.TrimRight(phrase, "”")))]
	return h.End == len(phrase) || len(h.Entry.Text) > 3 && (h.Entry.Text != "乡村" || phrase[h.End:] == "建设") && h.Entry.Text != "人民" && !Graded(phrase[h.End:])
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

// Words returns every name of the tables, for the word segmenter.
func Words() []string {
	out := slices.Collect(earningNames)
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
