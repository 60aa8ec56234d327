// Package peers judges our readings by the Chinese test suites of other readers: Microsoft Recognizers-Text, Duckling and
// JioNLP (cases only, no code of theirs).
//
// Read brings a case of any suite to one form: a sentence, and a key that can judge a reading of it. There are four sorts
// of key: the figures of a sentence (want.go, got.go), its dates and periods (dates.go, datekeys.go), lengths of time
// (lengths.go) and places (places.go). The suites' entities are shaped by their own conventions (a percentage point is a percentage, a
// range is half open, a period ends with the first day after it), so a key compares values: what is expected must meet
// one reading of ours at the same place and with the same value, and no reading may be left over. That is looser on spans
// than the suites themselves and stricter than counting hits.
//
// Where we read a case otherwise on purpose, otherwise.csv says why. Such a case counts as failed.
package peers

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"path"
	"strings"
)

// Case is one in-scope case of a suite.
type Case struct {
	ID    string
	Peer  string
	Kind  string // number range percent currency dimension date period extract nothing counted length place
	Input string
	key   key
}

// key is what a suite expects of a sentence.
type key interface {
	// judge reports whether our reading of the sentence meets the key, and spells both.
	judge(input string) (meets bool, want, got string)
}

// Verdict says how we read a case.
type Verdict struct {
	Case
	Meets     bool // our reading has the values of the key
	Pass      bool // Meets, and not listed as read otherwise
	Want, Got string
	Reason    string // why we read it otherwise on purpose
}

// Judge reads the case and compares.
func Judge(c Case) Verdict {
	v := Verdict{Case: c}
	v.Meets, v.Want, v.Got = c.key.judge(c.Input)
	for _, o := range Otherwise() {
		if o.names(c) {
			v.Reason = o.Reason
		}
	}
	v.Pass = v.Meets && v.Reason == ""
	return v
}

// row is a line of a suite's file.
type row struct {
	ID, Input string
	InScope   bool `json:"in_scope"`
	Expected  json.RawMessage
	Reference string // the day of speaking, in Recognizers-Text
	Base      string `json:"time_base"` // the same in JioNLP
}

// figureFiles tells the suites' files that are of figures, and what they are of.
var figureFiles = map[string]string{
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

// keyed returns the kind and the key of a row.
type keyed func(row) (kind string, k key, err error)

// reader returns what reads the keys of a file, nil for a file of another dimension (temperatures, volumes).
func reader(peer, name string) keyed {
	switch {
	case figureFiles[name] != "":
		return func(r row) (string, key, error) {
			k := figures{peer: peer, kind: figureFiles[name], file: name, input: r.Input, raw: r.Expected}
			var err error
			k.want, err = wants(k)
			return k.kind, k, err
		}
	case strings.HasPrefix(name, "DateTime."):
		return recognizersDates
	case strings.HasPrefix(name, "time_"):
		return jionlpDates
	case name == "Time":
		return ducklingDates
	case name == "location_parser":
		return jionlpPlaces
	}
	return nil
}

// Read returns the in-scope cases of one file of a suite; name is the file's name without .jsonl. It returns none for a
// file of another dimension.
func Read(peer, name string, r io.Reader) ([]Case, error) {
	read := reader(peer, name)
	if read == nil {
		return nil, nil
	}
	var out []Case
	sc := bufio.NewScanner(r)
	sc.Buffer(nil, 1<<20)
	for line := 1; sc.Scan(); line++ {
		var j row
		if err := json.Unmarshal(sc.Bytes(), &j); err != nil {
			return nil, fmt.Errorf("%s/%s.jsonl:%d: %w", peer, name, line, err)
		}
		if !j.InScope {
			continue
		}
		kind, k, err := read(j)
		if err != nil {
			return nil, fmt.Errorf("%s/%s.jsonl:%d: case %s: %w", peer, name, line, j.ID, err)
		}
		out = append(out, Case{j.ID, peer, kind, j.Input, k})
	}
	return out, sc.Err()
}

// Verdicts judges every case of a folder of suites, PEER/FILE.jsonl, in the order of the files. It returns none where
// there are no suites.
func Verdicts(suites fs.FS) ([]Verdict, error) {
	files, err := fs.Glob(suites, "*/*.jsonl")
	if err != nil {
		return nil, err
	}
	var out []Verdict
	for _, name := range files {
		cases, err := readFile(suites, name)
		if err != nil {
			return nil, err
		}
		for _, c := range cases {
			out = append(out, Judge(c))
		}
	}
	return out, nil
}

func readFile(suites fs.FS, name string) ([]Case, error) {
	f, err := suites.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return Read(path.Dir(name), strings.TrimSuffix(path.Base(name), ".jsonl"), f)
}
