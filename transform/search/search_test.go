package search

import (
	"strings"
	"testing"
)

func TestIndex(t *testing.T) {
	long := strings.Repeat("全市经济运行总体平稳，", 8)
	for _, c := range []struct {
		what, text, word string
	}{
		{"in a short text", "全市经济", "经济"},
		{"not in a short text", "全市经济", "社会"},
		{"first of a long text", long, "全市"},
		{"last of a long text", long + "同比增长", "增长"},
		{"not in a long text", long, "同比"},
		{"the same last byte before it", long + "平稳稳步", "稳步"},
		{"one byte", long + "x", "x"},
		{"longer than the text", "全市", long},
		{"the text itself", long, long},
		{"nothing", long, ""},
		{"in nothing", "", "全市"},
		{"bytes that are no characters", long + "\xe5\xff", "\xff"},
	} {
		if got, want := Index(c.text, c.word), strings.Index(c.text, c.word); got != want {
			t.Errorf("%s: at %d, want %d", c.what, got, want)
		}
		if got, want := Holds(c.text, c.word), strings.Contains(c.text, c.word); got != want {
			t.Errorf("%s: held %v, want %v", c.what, got, want)
		}
		if got, want := LastIndex(c.text, c.word), strings.LastIndex(c.text, c.word); got != want {
			t.Errorf("%s: last at %d, want %d", c.what, got, want)
		}
		before, after, found := Cut(c.text, c.word)
		if b, a, f := strings.Cut(c.text, c.word); before != b || after != a || found != f {
			t.Errorf("%s: cut otherwise", c.what)
		}
		if c.word == "" {
			continue
		}
		if got, want := Count(c.text, c.word), strings.Count(c.text, c.word); got != want {
			t.Errorf("%s: %d times, want %d", c.what, got, want)
		}
	}
}
