package web

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"time"
	"unicode/utf8"

	"yiyuan"
)

// Yield is what a source gave in one run.
type Yield struct {
	Source   string    `json:"source"`
	At       time.Time `json:"at"`
	Lists    int       `json:"lists,omitempty"`    // index pages read
	Links    int       `json:"links,omitempty"`    // articles that they named
	Articles int       `json:"articles,omitempty"` // documents read for the first time, or again because they changed
	Runes    int       `json:"runes,omitempty"`    // of the text, median
	Dated    int       `json:"dated,omitempty"`    // of them with a date
	Facts    int       `json:"facts,omitempty"`
}

// Gauge gathers the yields of a run while its documents are read. It may be used by many goroutines.
type Gauge struct {
	mu     sync.Mutex
	yields map[string]*Yield
	runes  map[string][]int
}

// NewGauge starts with what a crawl found; after a run without one it starts empty.
func NewGauge(found map[string]Yield) *Gauge {
	g := &Gauge{yields: map[string]*Yield{}, runes: map[string][]int{}}
	for source, y := range found {
		g.yields[source] = &y
	}
	return g
}

// Add counts a document that was read.
func (g *Gauge) Add(source string, r yiyuan.Reading) {
	g.mu.Lock()
	defer g.mu.Unlock()
	y := g.yields[source]
	if y == nil {
		y = &Yield{}
		g.yields[source] = y
	}
	y.Articles++
	y.Facts += len(r.Facts)
	if !r.Document.PublishedAt.IsZero() {
		y.Dated++
	}
	g.runes[source] = append(g.runes[source], utf8.RuneCountInString(r.Document.Text))
}

const yieldsName = "yields.jsonl"

// Close compares the run with those before it, adds it to them, and returns what is out of the usual.
func (g *Gauge) Close(archive string, now time.Time) (alarms []string, err error) {
	path := filepath.Join(archive, yieldsName)
	past, err := readYields(path)
	if err != nil {
		return nil, err
	}
	f, err := os.OpenFile(path, os.O_CREATE|os.O_WRONLY|os.O_APPEND, 0o644)
	if err != nil {
		return nil, fmt.Errorf("keep the yields of the sources: %w", err)
	}
	defer f.Close()
	for _, source := range sortedKeys(g.yields) {
		y := *g.yields[source]
		y.Source, y.At, y.Runes = source, now.UTC(), median(g.runes[source])
		alarms = append(alarms, y.drift(past[source])...)
		b, err := json.Marshal(y)
		if err == nil {
			_, err = f.Write(append(b, '\n'))
		}
		if err != nil {
			return alarms, fmt.Errorf("keep the yields of the sources: %w", err)
		}
	}
	return alarms, nil
}

func readYields(path string) (map[string][]Yield, error) {
	out := map[string][]Yield{}
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return out, nil
	}
	if err != nil {
		return nil, fmt.Errorf("read the yields of the sources: %w", err)
	}
	defer f.Close()
	for s := bufio.NewScanner(f); s.Scan(); {
		var y Yield
		if json.Unmarshal(s.Bytes(), &y) == nil {
			out[y.Source] = append(out[y.Source], y)
		}
	}
	return out, nil
}

const (
	usualRuns     = 3  // from how many runs on one can speak of the usual
	rememberRuns  = 20 // and how far back one should
	usualArticles = 5  // fewer say nothing of their kind
)

// drift compares with the median of earlier runs: a redesigned site shows as links that are gone, bodies that shrink to a
// headline or swell to the whole page, dates and figures that are no longer found.
func (y Yield) drift(past []Yield) (alarms []string) {
	past = past[max(0, len(past)-rememberRuns):]
	for _, m := range []struct {
		name    string
		of      func(Yield) (value, sample int)
		least   int // of the sample
		high    bool
		measure string
	}{
		{"links", func(y Yield) (int, int) { return per(y.Links, y.Lists), y.Lists }, 1, false, "links on a list page"},
		{"body", func(y Yield) (int, int) { return y.Runes, y.Articles }, usualArticles, true, "characters in a text"},
		{"dates", func(y Yield) (int, int) { return per(100*y.Dated, y.Articles), y.Articles }, usualArticles, false, "% of the texts with a date"},
		{"facts", func(y Yield) (int, int) { return per(100*y.Facts, y.Articles), y.Articles }, usualArticles, false, "facts in a hundred texts"},
	} {
		var usual []int
		for _, p := range past {
			if v, n := m.of(p); n >= m.least {
				usual = append(usual, v)
			}
		}
		now, n := m.of(y)
		if n < m.least || len(usual) < usualRuns {
			continue
		}
		if mid := median(usual); now*2 < mid || m.high && mid > 0 && now > mid*3 {
			alarms = append(alarms, fmt.Sprintf("%s: %d %s, where %d are usual; see whether the site has changed with: yiyuan doctor %s", y.Source, now, m.measure, mid, y.Source))
		}
	}
	return alarms
}

func per(n, of int) int {
	if of == 0 {
		return 0
	}
	return n / of
}

func median(v []int) int {
	if len(v) == 0 {
		return 0
	}
	v = slices.Clone(v)
	slices.Sort(v)
	return v[len(v)/2]
}
