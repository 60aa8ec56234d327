package main

import (
	"cmp"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

var (
	fieldNames = []string{"indicator", "measure", "region_code", "period", "period_kind", "bound", "status",
		"subject", "subject_kind", "counter", "qualifier", "industry", "base"}
	factFields = []string{"indicator", "measure"}
	fullFields = []string{"indicator", "measure", "region_code", "period", "bound", "status"}
)

// score is what a comparison comes to.
type score struct {
	needed, optional, docs, found int
	scored                        int // found facts that count for precision
	figure, fact, full            level
	scale                         int // unpaired, but with the digits of a gold fact in its clause
	fields                        []fieldScore
	rules                         map[string]tally // by the rule that read the fact
}

type level struct {
	hit, need int
	p, r, f1  float64
}

type fieldScore struct {
	name     string
	right, n int
}

// pairing is which found fact stands for which gold fact.
type pairing struct {
	gold, found []entry
	of          []int  // of[i] is the found fact of gold fact i, -1 where it was missed
	used        []bool // by found fact
}

// entry is a row with what comparing it needs many times over.
type entry struct {
	row
	doc, quote, valueText string
	pairs                 map[string]bool
	value                 float64
	valued                bool
}

func entries(rows []row) []entry {
	out := make([]entry, len(rows))
	for i, r := range rows {
		e := entry{row: r, doc: r["doc_id"], quote: squeeze(r["quote"]), valueText: squeeze(r["value_text"])}
		e.pairs = pairs(e.quote)
		v, err := strconv.ParseFloat(r["value"], 64)
		e.value, e.valued = v, err == nil
		out[i] = e
	}
	return out
}

func (e *entry) is(field string) bool { return e.row[field] == "true" }

// compare scores the found facts against the gold ones. Documents without gold are left out.
func compare(gold, found []row) score {
	docs := map[string]bool{}
	for _, g := range gold {
		docs[g["doc_id"]] = true
	}
	found = slices.DeleteFunc(slices.Clone(found), func(r row) bool { return !docs[r["doc_id"]] })
	p := pairUp(entries(gold), entries(found))
	s := score{docs: len(docs), found: len(found)}
	for i := range p.gold {
		if p.gold[i].is("optional") {
			s.optional++
			continue
		}
		s.needed++
		if p.of[i] >= 0 {
			s.scored++
		}
	}
	for _, used := range p.used {
		if !used {
			s.scored++
		}
	}
	s.figure = p.level(nil, s.scored)
	s.fact = p.level(factFields, s.scored)
	s.full = p.level(fullFields, s.scored)
	s.scale = p.scaleErrors()
	s.fields = p.fieldScores()
	s.rules = p.byRule()
	return s
}

// pairUp pairs greedily, the closest first: each gold fact with at most one found fact of the same document, value, unit
// and clause.
func pairUp(gold, found []entry) pairing {
	byDoc := map[string][]int{}
	for i := range found {
		byDoc[found[i].doc] = append(byDoc[found[i].doc], i)
	}
	type edge struct {
		closeness float64
		g, f      int
	}
	var edges []edge
	for g := range gold {
		for _, f := range byDoc[gold[g].doc] {
			if sameValue(&gold[g], &found[f]) && sameUnit(&gold[g], &found[f]) && sameClause(&gold[g], &found[f]) {
				edges = append(edges, edge{closeness(&gold[g], &found[f]), g, f})
			}
		}
	}
	slices.SortFunc(edges, func(a, b edge) int {
		return cmp.Or(cmp.Compare(b.closeness, a.closeness), cmp.Compare(a.g, b.g), cmp.Compare(a.f, b.f))
	})
	p := pairing{gold: gold, found: found, of: make([]int, len(gold)), used: make([]bool, len(found))}
	for i := range p.of {
		p.of[i] = -1
	}
	for _, e := range edges {
		if p.of[e.g] < 0 && !p.used[e.f] {
			p.of[e.g], p.used[e.f] = e.f, true
		}
	}
	return p
}

func (p *pairing) level(fields []string, scored int) level {
	var l level
	for i := range p.gold {
		if p.gold[i].is("optional") {
			continue
		}
		l.need++
		if p.of[i] >= 0 && agreeAll(fields, &p.gold[i], &p.found[p.of[i]]) {
			l.hit++
		}
	}
	l.r = ratio(l.hit, l.need)
	l.p = ratio(l.hit, scored)
	if l.p+l.r > 0 {
		l.f1 = 2 * l.p * l.r / (l.p + l.r)
	}
	return l
}

func ratio(a, b int) float64 {
	if b == 0 {
		return 0
	}
	return float64(a) / float64(b)
}

func agreeAll(fields []string, g, f *entry) bool {
	for _, name := range fields {
		if !agree(name, g, f) {
			return false
		}
	}
	return true
}

// fieldScores counts the agreement over paired facts. Fields that most facts lack count only where the gold has them.
func (p *pairing) fieldScores() []fieldScore {
	var out []fieldScore
	for _, name := range fieldNames {
		fs := fieldScore{name: name}
		sparse := name == "counter" || name == "qualifier" || name == "industry" || name == "base"
		for i := range p.gold {
			g := &p.gold[i]
			if p.of[i] < 0 || g.is("optional") || sparse && g.row[name] == "" {
				continue
			}
			fs.n++
			if agree(name, g, &p.found[p.of[i]]) {
				fs.right++
			}
		}
		if fs.n > 0 {
			out = append(out, fs)
		}
	}
	return out
}

// scaleErrors counts missed gold facts whose clause has an unpaired found fact with the same digits.
func (p *pairing) scaleErrors() int {
	n := 0
	for i := range p.gold {
		g := &p.gold[i]
		if p.of[i] >= 0 || g.is("optional") || !g.valued || digits(g.value) == "" {
			continue
		}
		if slices.ContainsFunc(p.indexes(g.doc), func(f int) bool {
			e := &p.found[f]
			return !p.used[f] && e.valued && digits(e.value) == digits(g.value) && sameClause(g, e)
		}) {
			n++
		}
	}
	return n
}

func (p *pairing) indexes(doc string) []int {
	var out []int
	for i := range p.found {
		if p.found[i].doc == doc {
			out = append(out, i)
		}
	}
	return out
}

func digits(v float64) string {
	s := strings.NewReplacer("-", "", ".", "").Replace(strconv.FormatFloat(v, 'f', 6, 64))
	return strings.Trim(s, "0")
}

func sameValue(g, f *entry) bool {
	if !g.valued || !f.valued {
		return false
	}
	tolerance := 1e-6 * max(1, math.Abs(g.value), math.Abs(f.value))
	if g.row["unit"] == "percent" {
		tolerance = max(tolerance, 0.006)
	}
	return math.Abs(g.value-f.value) <= tolerance
}

func sameUnit(g, f *entry) bool {
	a, aok := g.row["unit"]
	b, bok := f.row["unit"]
	loose := func(u string) bool { return u == "count" || u == "other" }
	return a == b && aok == bok || loose(a) && loose(b)
}

func sameClause(g, f *entry) bool {
	return float64(shared(g.pairs, f.pairs)) >= 0.5*float64(min(len(g.pairs), len(f.pairs)))
}

func closeness(g, f *entry) float64 {
	points := 0
	for _, name := range fullFields {
		if agree(name, g, f) {
			points += 2
		}
	}
	for _, name := range fieldNames {
		if agree(name, g, f) {
			points++
		}
	}
	c := float64(points) + float64(20*shared(g.pairs, f.pairs))/float64(max(1, len(g.pairs)))
	if g.valueText == f.valueText {
		c += 3
	}
	return c
}

// agree reports whether a field is as the gold has it. "*" in the gold agrees with anything.
func agree(name string, g, f *entry) bool {
	if name == "period" {
		return agreePeriod(g, f)
	}
	want, wanted := g.row[name]
	got, has := f.row[name]
	switch {
	case want == "*":
		return true
	case name == "status":
		return want == got && wanted == has || ahead(want) && ahead(got)
	case name == "subject" || name == "counter" || name == "qualifier" || name == "industry" || name == "base":
		a, b := squeeze(want), squeeze(got)
		if a == "" || b == "" {
			return a == b
		}
		return strings.Contains(b, a) || strings.Contains(a, b)
	default:
		return want == got
	}
}

func ahead(status string) bool { return status == "target" || status == "planned" }

func agreePeriod(g, f *entry) bool {
	kind, kinded := g.row["period_kind"]
	got, has := f.row["period_kind"]
	if g.row["period_end"] != "*" && (kind != got || kinded != has) {
		return false
	}
	if kind == "during" && g.row["period_start"] != "*" && day(g.row["period_start"]) != day(f.row["period_start"]) {
		return false
	}
	return g.row["period_end"] == "*" || day(g.row["period_end"]) == day(f.row["period_end"])
}

func day(s string) string {
	n := 0
	for i := range s {
		if n == 10 {
			return s[:i]
		}
		n++
	}
	return s
}

var narrow = strings.NewReplacer("，", ",", "；", ";", "：", ":", "！", "!", "？", "?", "（", "(", "）", ")", "％", "%", "．", ".")

// squeeze drops white space and folds the width of marks.
func squeeze(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r >= 0x1c && r <= 0x1f {
			return -1
		}
		return r
	}, s)
	return narrow.Replace(s)
}

// pairs returns the set of neighbouring characters of s, or s alone where it has no two.
func pairs(s string) map[string]bool {
	set := map[string]bool{}
	prev := -1
	for i, r := range s {
		if prev >= 0 {
			set[s[prev:i+len(string(r))]] = true
		}
		prev = i
	}
	if len(set) == 0 {
		set[s] = true
	}
	return set
}

func shared(a, b map[string]bool) int {
	n := 0
	for k := range a {
		if b[k] {
			n++
		}
	}
	return n
}

func (s score) print(w io.Writer) {
	fmt.Fprintf(w, "gold %d facts (+%d optional) in %d documents; extracted %d\n", s.needed, s.optional, s.docs, s.found)
	for _, l := range s.levels() {
		fmt.Fprintf(w, "%-7s P %.3f  R %.3f  F1 %.3f   (%d of %d, %d scored)\n", l.name, l.p, l.r, l.f1, l.hit, l.need, s.scored)
	}
	fmt.Fprintf(w, "scale   %d figures read with another sign, power of ten, or pp for percent\n", s.scale)
	for _, f := range s.fields {
		fmt.Fprintf(w, "  %-13s %.3f  of %d\n", f.name, ratio(f.right, f.n), f.n)
	}
}

type namedLevel struct {
	name string
	level
}

func (s score) levels() []namedLevel {
	return []namedLevel{{"figure", s.figure}, {"fact", s.fact}, {"full", s.full}}
}
