package peers

import (
	"crypto/sha256"
	_ "embed"
	"encoding/csv"
	"encoding/hex"
	"strings"
	"sync"
	"unicode/utf8"
)

// otherwiseCSV lists the cases read otherwise on purpose.
//
//go:embed otherwise.csv
var otherwiseCSV string

// Exception is a case that we read otherwise on purpose.
type Exception struct {
	Peer, Kind, ID string
	Input          string // as sketch gives it: a bare expression, else a hash of the sentence, which is not ours to print
	Reason         string
}

// Otherwise returns the cases read otherwise on purpose, in the order of the table.
var Otherwise = sync.OnceValue(func() []Exception {
	rd := csv.NewReader(strings.NewReader(otherwiseCSV))
	rd.Comment, rd.FieldsPerRecord = '#', 5
	rows, err := rd.ReadAll()
	if err != nil {
		panic("otherwise.csv: " + err.Error())
	}
	var out []Exception
	for _, r := range rows[1:] {
		out = append(out, Exception{Peer: r[0], Kind: r[1], ID: r[2], Input: r[3], Reason: r[4]})
	}
	return out
})

// names reports whether the entry is of case c. All of it must agree, so that a suite that was numbered anew is noticed.
func (x Exception) names(c Case) bool {
	return x.ID == c.ID && x.Peer == c.Peer && x.Kind == c.Kind && x.Input == sketch(c.Input)
}

// bare is how many characters an input may have to be printed as it is.
const bare = 7

// sketch names an input: itself where it is a bare expression, else the head of its hash.
func sketch(input string) string {
	if utf8.RuneCountInString(input) <= bare {
		return input
	}
	sum := sha256.Sum256([]byte(input))
	return "#" + hex.EncodeToString(sum[:4])
}

// OutOfDate returns the entries of the table that no failing case answers: the case is gone, or passes by now.
func OutOfDate(vs []Verdict) []Exception {
	failing := map[string]bool{}
	for _, v := range vs {
		if v.Reason != "" && !v.Meets {
			failing[v.ID] = true
		}
	}
	var out []Exception
	for _, x := range Otherwise() {
		if !failing[x.ID] {
			out = append(out, x)
		}
	}
	return out
}
