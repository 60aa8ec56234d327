package main

import (
	"slices"
	"strings"
	"testing"
)

func TestCompletion(t *testing.T) {
	l := lexicon{"facts", "fact_id", "period_end", "SELECT", "FROM"}
	for _, c := range []struct{ line, want string }{
		{"sel", "|SELECT|"},
		{"SELECT fact", "SELECT |facts fact_id|"},
		{"SELECT '清流县', PERI", "SELECT '清流县', |period_end|"},
		{"SELECT x", "SELECT ||"},
		{"", "|facts fact_id period_end SELECT FROM|"},
	} {
		head, offered, tail := l.complete(c.line, len([]rune(c.line)))
		if got := head + "|" + strings.Join(offered, " ") + "|" + tail; got != c.want {
			t.Errorf("%q: %s, want %s", c.line, got, c.want)
		}
	}
	if head, offered, tail := l.complete("SELECT fac FROM facts", 10); head != "SELECT " || len(offered) != 2 || tail != " FROM facts" {
		t.Errorf("inside a line: %q %q %q", head, offered, tail)
	}
}

func TestAStatementIsComplete(t *testing.T) {
	for text, want := range map[string]bool{"SELECT 1;": true, "SELECT 1": false, "SELECT 1; ": true, "": true, "exit": true, "SELECT ';'": false} {
		if complete(text) != want {
			t.Errorf("%q: %v", text, !want)
		}
	}
}

func TestACommentEndsWithItsLine(t *testing.T) {
	for _, c := range []struct {
		typed   []string
		want    string
		entries []string
	}{
		{[]string{"SELECT count(*)", "  FROM facts;"}, "SELECT count(*)\nFROM facts;", []string{"SELECT count(*) FROM facts;"}},
		{[]string{"SELECT 1 -- one", "+ 1;"}, "SELECT 1 -- one\n+ 1;", []string{"SELECT 1 -- one", "+ 1;"}},
	} {
		left := c.typed
		got, err := statement(func(string) (string, error) {
			line := left[0]
			left = left[1:]
			return strings.TrimSpace(line), nil
		})
		if err != nil || got != c.want || !slices.Equal(remembered(got), c.entries) {
			t.Errorf("%q: %q with %q in the history, %v; want %q with %q", c.typed, got, remembered(got), err, c.want, c.entries)
		}
	}
}
