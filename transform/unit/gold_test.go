package unit_test

import (
	"bufio"
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/cockroachdb/apd/v3"
	"yiyuan"
	"yiyuan/transform/unit"
)

// goldFact is what an annotated fact says of its figure alone.
type goldFact struct {
	Quote    string
	Text     string `json:"value_text"`
	Value    json.Number
	Unit     string
	Bound    string
	Optional bool
}

// TestGold reads the clause of every annotated fact and looks for its figure, cut, valued and bounded as annotated. The sign
// comes from the verb, the unit of an index and of loose scale words from the sentence, which is not this package's.
func TestGold(t *testing.T) {
	total, hit := 0, 0
	for _, name := range []string{"seeds", "reports"} {
		for _, g := range goldFacts(t, "../../../shared/gold/"+name+".jsonl") {
			if g.Optional || g.Unit == "other" {
				continue
			}
			total++
			if near, ok := g.found(); ok {
				hit++
			} else {
				t.Logf("%s (%s %s %s): %s: %s", g.Text, g.Value, g.Unit, g.Bound, near, g.Quote)
			}
		}
	}
	t.Logf("%d of %d figures", hit, total)
	if hit*100 < total*98 {
		t.Errorf("%d of %d figures read as annotated; want 98 %%", hit, total)
	}
}

func goldFacts(t *testing.T, path string) []goldFact {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Skip("the gold files of ../shared are not here")
	}
	defer f.Close()
	var out []goldFact
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<20)
	for sc.Scan() {
		var g goldFact
		d := json.NewDecoder(strings.NewReader(sc.Text()))
		d.UseNumber()
		if err := d.Decode(&g); err != nil {
			t.Fatal(err)
		}
		out = append(out, g)
	}
	return out
}

// found reports whether some quantity of the quote is the figure; near is the last that only shares its place.
func (g goldFact) found() (near string, ok bool) {
	want, _, err := apd.NewFromString(g.Value.String())
	if err != nil {
		return err.Error(), false
	}
	want.Abs(want)
	for _, q := range unit.Scan(g.Quote) {
		for i, p := range q.Parts {
			if g.Quote[p[0]:p[1]] == g.Text && q.Ratio[i].Cmp(want) == 0 {
				return "", true
			}
		}
		if g.Quote[q.Start:q.End] != g.Text {
			continue
		}
		var v yiyuan.Decimal
		v.Abs(&q.Value)
		if v.Cmp(want) == 0 && q.Unit.Code == g.Unit && q.Bound == g.Bound {
			return "", true
		}
		near = yiyuan.Plain(&q.Value) + " " + q.Unit.Code + " " + q.Bound
	}
	return near, false
}
