// Package peers judges our readings by the Chinese test suites of other figure readers: Microsoft Recognizers-Text,
// Duckling and JioNLP (cases only, no code of theirs). It covers numbers, ranges, percentages, currency and dimensions;
// dates and periods are another dimension.
//
// Their entities are shaped by their own conventions (a percentage point is a percentage, a range is half open), so a case
// is judged by value: every expected entity must meet one reading of ours at the same place and with the same value, and
// no reading may be left over. That is looser on spans than the suites themselves and stricter than counting hits.
package peers

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
)

// Case is one in-scope case of a suite.
type Case struct {
	ID    string
	Peer  string
	Kind  string // number range percent currency dimension
	Input string
	file  string
	want  json.RawMessage
}

// Verdict says how we read a case.
type Verdict struct {
	Case
	Meets  bool // our reading has the values of the key
	Pass   bool // Meets, and not listed as read otherwise
	Want   string
	Got    string
	Reason string // why we read it otherwise on purpose; such a case counts as failed
}

// files tells the suites' files that are of figures, and what they are of.
var files = map[string]string{
	"Number.NumberModel":                      "number",
	"Number.NumberRangeModel":                 "range",
	"Number.NumberRangeModelExperimentalMode": "range",
	"Number.PercentModel":                     "percent",
	"NumberWithUnit.CurrencyModel":            "currency",
	"NumberWithUnit.DimensionModel":           "dimension",
	"Numeral":                                 "number",
	"AmountOfMoney":                           "currency",
	"Distance":                                "dimension",
	"Quantity":                                "dimension",
	"money_parser":                            "currency",
	"money_extractor":                         "currency",
}

// Read returns the in-scope cases of one file of a suite; name is the file's name without .jsonl. It returns none for a
// file of another dimension.
func Read(peer, name string, r io.Reader) ([]Case, error) {
	kind, ok := files[name]
	if !ok {
		return nil, nil
	}
	var out []Case
	sc := bufio.NewScanner(r)
	sc.Buffer(nil, 1<<20)
	for line := 1; sc.Scan(); line++ {
		var row struct {
			ID       string          `json:"id"`
			Input    string          `json:"input"`
			Expected json.RawMessage `json:"expected"`
			InScope  bool            `json:"in_scope"`
		}
		if err := json.Unmarshal(sc.Bytes(), &row); err != nil {
			return nil, fmt.Errorf("%s/%s.jsonl:%d: %w", peer, name, line, err)
		}
		if row.InScope {
			out = append(out, Case{row.ID, peer, kind, row.Input, name, row.Expected})
		}
	}
	return out, sc.Err()
}

// Judge reads the case and compares.
func Judge(c Case) (Verdict, error) {
	want, err := wants(c)
	if err != nil {
		return Verdict{}, fmt.Errorf("case %s: %w", c.ID, err)
	}
	got := readings(c)
	v := Verdict{Case: c, Want: fmt.Sprint(want), Got: fmt.Sprint(got), Reason: otherwise[c.ID]}
	v.Meets = meets(c.Kind, want, got)
	v.Pass = v.Meets && v.Reason == ""
	return v, nil
}

// Row is the result of one peer and kind.
type Row struct {
	Peer, Kind    string
	Cases, Passed int
}

// Rate is the share passed in percent.
func (r Row) Rate() float64 { return 100 * float64(r.Passed) / float64(r.Cases) }

// Table sums verdicts by peer and kind in order of appearance, with a last row for all of them.
func Table(vs []Verdict) []Row {
	var rows []Row
	at := map[[2]string]int{}
	all := Row{Peer: "all", Kind: "all"}
	for _, v := range vs {
		k := [2]string{v.Peer, v.Kind}
		i, ok := at[k]
		if !ok {
			i = len(rows)
			at[k] = i
			rows = append(rows, Row{Peer: v.Peer, Kind: v.Kind})
		}
		rows[i].Cases++
		all.Cases++
		if v.Pass {
			rows[i].Passed++
			all.Passed++
		}
	}
	return append(rows, all)
}
