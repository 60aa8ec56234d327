package queries

import (
	"strings"
	"testing"
)

func TestEveryQueryIsDocumented(t *testing.T) {
	for _, q := range All() {
		if q.Answers == "" || !strings.HasPrefix(q.Example, "yiyuan query "+q.Name) {
			t.Errorf("%s: header says %q, example %q", q.Name, q.Answers, q.Example)
		}
		for _, p := range q.Params {
			if p.Means == "" || !strings.Contains(q.SQL, "$"+p.Name) {
				t.Errorf("%s: parameter %q means %q, and must be used", q.Name, p.Name, p.Means)
			}
		}
	}
}

func TestBind(t *testing.T) {
	q := parse("output", "-- Output of a place.\n-- param place  name or code\n-- param limit = 5  how many\n-- example: yiyuan query output --param place=永安市\nSELECT 1\n")
	for _, c := range []struct {
		given map[string]string
		want  string
		err   string
	}{
		{map[string]string{"place": "永安市"}, "永安市 5", ""},
		{map[string]string{"place": "350481", "limit": "9"}, "350481 9", ""},
		{map[string]string{}, "", "needs a value"},
		{map[string]string{"place": "永安市", "year": "2024"}, "", "no parameter"},
	} {
		got, err := q.Bind(c.given)
		if c.err != "" {
			if err == nil || !strings.Contains(err.Error(), c.err) {
				t.Errorf("Bind(%v) error %v, want %q", c.given, err, c.err)
			}
			continue
		}
		if err != nil || strings.Join(got, " ") != c.want {
			t.Errorf("Bind(%v) = %q, %v, want %q", c.given, got, err, c.want)
		}
	}
}
