package unit

import (
	_ "embed"
	"encoding/csv"
	"fmt"
	"sort"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/cockroachdb/apd/v3"
	"yiyuan"
	"yiyuan/transform/tables"
)

// units.csv: surface, code, factor to the canonical unit, kind, characters that make another word of it (not; 植/物: 植 unless 物
// follows), and the numbers it goes with (only: arabic; scaled by 万 or 亿; index, a decimal or more than 24; medal, in a tally; empty for all).
//
//go:embed units.csv
var unitsCSV string

func init() { tables.Register("units.csv", &unitsCSV) }

// entry is a unit with what the table says of its neighbours.
type entry struct {
	Unit
	not   []veto
	only  string
	tens  int // the factor is 10^tens
	plain bool
	noun  bool // the thing counted itself: 60万岗位
}

// veto is what makes another word of a unit it follows, but where it is itself followed by something.
type veto struct{ by, but string }

var table = sync.OnceValue(func() map[rune][]*entry {
	m, err := parseTable(unitsCSV)
	if err != nil {
		panic("units.csv: " + err.Error())
	}
	return m
})

func parseTable(data string) (map[rune][]*entry, error) {
	rd := csv.NewReader(strings.NewReader(data))
	rd.FieldsPerRecord = 6
	rows, err := rd.ReadAll()
	if err != nil {
		return nil, err
	}
	m := map[rune][]*entry{}
	for i, row := range rows[1:] {
		e := &entry{only: row[5]}
		for _, w := range strings.Fields(row[4]) {
			by, but, _ := strings.Cut(w, "/")
			e.not = append(e.not, veto{by, but})
		}
		e.Surface, e.Code, e.Kind = row[0], row[1], row[3]
		if e.Measure, e.noun = e.Kind == "measure", e.Kind == "noun"; e.Measure || e.noun {
			e.Kind = "count"
		}
		if _, _, err := e.Factor.SetString(row[2]); err != nil {
			return nil, fmt.Errorf("line %d: factor %q is no number", i+2, row[2])
		}
		var f yiyuan.Decimal
		f.Reduce(&e.Factor)
		e.tens, e.plain = int(f.Exponent), f.Coeff.Cmp(apd.NewBigInt(1)) == 0
		r, _ := utf8.DecodeRuneInString(e.Surface)
		m[r] = append(m[r], e)
	}
	for _, es := range m {
		sort.Slice(es, func(i, j int) bool { return len(es[i].Surface) > len(es[j].Surface) })
	}
	return m, nil
}

// wide is the precision of products with a factor that is no power of ten.
var wide = apd.BaseContext.WithPrecision(60)

// scale turns the printed value into the canonical unit.
func (q *Quantity) scale(e *entry) {
	q.Value = e.times(&q.Value)
	if q.Low != nil {
		l, h := e.times(q.Low), e.times(q.High)
		q.Low, q.High = &l, &h
	}
}

func (e *entry) times(d *yiyuan.Decimal) yiyuan.Decimal {
	v := *d
	if e.plain {
		if !v.IsZero() {
			v.Exponent += int32(e.tens)
		}
		return v
	}
	var p yiyuan.Decimal
	wide.Mul(&p, d, &e.Factor)
	return p
}

// lookup returns the longest unit that stands at byte i.
func lookup(s string, i int) (*entry, int) {
	if i >= len(s) || s[i] == '\n' {
		return nil, 0
	}
	c, _ := utf8.DecodeRuneInString(s[i:])
	for _, e := range table()[c] {
		if !has(s, i, e.Surface) {
			continue
		}
		end := i + len(e.Surface)
		if e.vetoed(s, end) {
			continue
		}
		return e, end
	}
	return nil, 0
}

// vetoed reports whether what follows makes another word of the unit: 30成员, 5Gbps.
func (e *entry) vetoed(s string, end int) bool {
	for _, v := range e.not {
		if has(s, end, v.by) && (v.but == "" || !has(s, end+len(v.by), v.but)) {
			return true
		}
	}
	if s[end-1]-'0' <= 9 {
		rest := s[end:]
		for _, point := range []string{".", "．"} {
			rest = strings.TrimPrefix(rest, point)
		}
		if c, _ := utf8.DecodeRuneInString(rest); c >= '0' && c <= '9' || c >= '０' && c <= '９' {
			return true // m35, m2.5
		}
	}
	if end < len(s) && isLetter(s[end]) && isLetter(s[end-1]) {
		return true
	}
	return false
}
