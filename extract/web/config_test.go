package web

import (
	"errors"
	"strings"
	"testing"
)

// FuzzConfig: whatever yiyuan.yaml holds, it is taken or refused with what is wrong, and a source that is taken is polite.
func FuzzConfig(f *testing.F) {
	f.Add([]byte("contact: desk@example.org\nsources:\n- {name: x, kind: list, url: 'https://a.example/', pace: 3s}\n"))
	f.Add([]byte("contact: a\nsources:\n- name: x\n  kind: rss\n  url: 'http://a.example/rss'\n  headers: {Cookie: '${SECRET}'}\n  match: '['\n"))
	f.Add([]byte("a: &a [*a, *a]\nsources: *a\n"))
	f.Fuzz(func(t *testing.T, b []byte) {
		c, err := Parse(b, func(string) string { return "secret" })
		if err != nil {
			if err.Error() == "" {
				t.Fatal("an error that says nothing")
			}
			return
		}
		if len(c.Sources) > 0 && c.Contact == "" {
			t.Fatal("sources without a contact")
		}
		for _, s := range c.Sources {
			if s.url == nil || s.Pace < leastPace {
				t.Fatalf("source %q is taken as %+v", b, s)
			}
		}
	})
}

func TestConfigRefused(t *testing.T) {
	if _, err := Parse([]byte("sources: [{name: x, kind: list, url: 'https://a.example/'}]"), func(string) string { return "" }); !errors.Is(err, ErrNoContact) {
		t.Errorf("no contact: %v", err)
	}
	for _, s := range []string{"a: &a [*a, *a]\nsources: *a\n", "x: &a 1\nsources: *a", strings.Repeat("#", mostConfig+1)} {
		if _, err := Parse([]byte(s), func(string) string { return "" }); !errors.Is(err, ErrConfig) {
			t.Errorf("%.20q: %v", s, err)
		}
	}
}
