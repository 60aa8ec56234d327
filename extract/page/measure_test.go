package page_test

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode"

	"yiyuan/extract/page"
)

const saved = "../../../shared/pages"

// answer is one line of the key beside the saved pages.
type answer struct {
	Page, Title       string
	TitleAlt          string `json:"title_alt"`
	Published, Source *string
	SourceAlt         string `json:"source_alt"`
	Author            *string
	With, Without     []string
}

func answers(t testing.TB) []answer {
	t.Helper()
	f, err := os.Open(filepath.Join(saved, "key.jsonl"))
	if err != nil {
		t.Skipf("the saved pages are not here: %v", err)
	}
	defer f.Close()
	var out []answer
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var a answer
		if err := json.Unmarshal(lines.Bytes(), &a); err != nil {
			t.Fatal(err)
		}
		out = append(out, a)
	}
	return out
}

// bare drops white space, as the key is compared.
func bare(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

type tally struct{ right, all int }

func (c *tally) add(ok bool) bool {
	c.all++
	if ok {
		c.right++
	}
	return ok
}

func (c tally) share() float64 { return float64(c.right) / float64(max(c.all, 1)) }

func (c tally) String() string { return fmt.Sprintf("%d of %d", c.right, c.all) }

func TestSavedPages(t *testing.T) {
	var kept, left, title, published, publisher, author tally
	for _, want := range answers(t) {
		raw, err := os.ReadFile(filepath.Join(saved, want.Page))
		if err != nil {
			t.Fatal(err)
		}
		got, err := page.Read(raw, page.Options{})
		if err != nil {
			t.Errorf("%s: %v", want.Page, err)
		}
		body := bare(got.Body)
		for _, s := range want.With {
			if !kept.add(strings.Contains(body, bare(s))) {
				t.Logf("%s: lost %s", want.Page, s)
			}
		}
		for _, s := range want.Without {
			if !left.add(!strings.Contains(body, bare(s))) {
				t.Logf("%s: left in %s", want.Page, s)
			}
		}
		if b := bare(got.Title); !title.add(b == bare(want.Title) || want.TitleAlt != "" && b == bare(want.TitleAlt)) {
			t.Logf("%s: title %s, want %s", want.Page, got.Title, want.Title)
		}
		if !published.add(samePublished(got.PublishedAt, want.Published)) {
			t.Logf("%s: published %v (%s), want %s", want.Page, got.PublishedAt, got.PublishedWhere, text(want.Published))
		}
		if !publisher.add(got.Publisher == text(want.Source) || want.SourceAlt != "" && got.Publisher == want.SourceAlt) {
			t.Logf("%s: publisher %q, want %q", want.Page, got.Publisher, text(want.Source))
		}
		if !author.add(got.Author == text(want.Author)) {
			t.Logf("%s: author %q, want %q", want.Page, got.Author, text(want.Author))
		}
	}
	for _, m := range []struct {
		what string
		tally
		floor float64
	}{
		{"body snippets kept", kept, 0.98}, {"boilerplate snippets left out", left, 0.93}, {"titles", title, 0.95},
		{"publication times", published, 0.90}, {"publishers", publisher, 0.80}, {"authors", author, 0},
	} {
		t.Logf("%s: %s", m.what, m.tally)
		if m.share() < m.floor {
			t.Errorf("%s: %s, below %.2f", m.what, m.tally, m.floor)
		}
	}
}

func text(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

// samePublished compares as finely as the key is written.
func samePublished(got time.Time, want *string) bool {
	if want == nil || got.IsZero() {
		return want == nil && got.IsZero()
	}
	return strings.HasPrefix(got.Format("2006-01-02T15:04:05"), strings.TrimSuffix(*want, "+08:00"))
}
