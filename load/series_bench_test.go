package load

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"yiyuan"
	"yiyuan/queries"
	"yiyuan/transform"
	"yiyuan/transform/place"
)

// enough is the number of facts that a refresh of the series, and every named query, is measured at.
const enough = 400_000

// BenchmarkSeries makes the series of the real reports, repeated for other places until there are 400,000 facts, and asks
// each named query its example. A refresh is to take 5 s at most, a query 1 s.
func BenchmarkSeries(b *testing.B) {
	ctx := context.Background()
	path := filepath.Join(b.TempDir(), "s.duckdb")
	w, err := Begin(ctx, path, Options{Now: day(2026, 1, 1), RulesVersion: "r1", Regions: allRegions})
	if err != nil {
		b.Fatal(err)
	}
	defer w.Abandon()
	facts, files := 0, reportFiles(b)
	for k := 0; facts < enough; k++ {
		for _, file := range files {
			if facts += putCopy(b, w, file, k); facts >= enough {
				break
			}
		}
	}
	b.Logf("%d facts", facts)
	refresh(b, w, "of an empty file")
	w.Abandon()
	w, err = Begin(ctx, path, Options{Now: day(2026, 1, 2), RulesVersion: "r1", Regions: allRegions})
	if err != nil {
		b.Fatal(err)
	}
	defer w.Abandon()
	putCopy(b, w, files[0], 99)
	refresh(b, w, "after one more document")
	w.Abandon()
	r, err := OpenReader(ctx, path)
	if err != nil {
		b.Fatal(err)
	}
	defer r.Close()
	for _, q := range queries.All() {
		b.Run(q.Name, func(b *testing.B) {
			for b.Loop() {
				askExample(b, r, q)
			}
		})
	}
}

// refresh takes the steps of Publish up to the series, and says what each of them took.
func refresh(b *testing.B, w *Writer, of string) {
	ctx := context.Background()
	for _, step := range []struct {
		name string
		do   func(context.Context) error
	}{
		{"rows", func(ctx context.Context) error {
			return errors.Join(w.takeMemory(ctx), w.closeAppenders(), w.leaveRowGroups(ctx), w.removeStale(ctx), w.recordRegions(ctx))
		}},
		{"stories", w.nameStories},
		{"committed", w.commit},
		{"series", w.consolidate},
		{"sealed", w.setSeals}, // without, the next run takes the file for one that somebody wrote to
		{"published", func(ctx context.Context) error { return w.seal(ctx, 0) }},
	} {
		start := time.Now()
		if err := step.do(ctx); err != nil {
			b.Fatal(step.name, err)
		}
		b.Logf("%s: %s %v", of, step.name, time.Since(start).Round(time.Millisecond))
	}
}

func reportFiles(b *testing.B) (files []string) {
	dir := filepath.Join("..", "..", "shared", "reports")
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && strings.HasSuffix(path, ".md") && d.Name() != "README.md" {
			files = append(files, path)
		}
		return err
	})
	if err != nil {
		b.Skip("the reports are not beside the repository:", err)
	}
	return files
}

// putCopy writes the k-th copy of a report, of other places and in other words, so that it is no copy of the story.
func putCopy(b *testing.B, w *Writer, file string, k int) int {
	body, err := os.ReadFile(file)
	if err != nil {
		b.Fatal(err)
	}
	id := filepath.ToSlash(strings.TrimSuffix(file, ".md"))
	reading, err := transform.Transform(yiyuan.Source{DocID: fmt.Sprintf("%s·%d", id, k), Body: body, SHA256: fmt.Sprint(id, k), Parts: 1})
	if err != nil {
		b.Fatal(err)
	}
	if k > 0 {
		elsewhere(&reading, k)
	}
	c, err := Check(&reading)
	if err != nil {
		b.Fatal(err)
	}
	if err := w.Put(c); err != nil {
		b.Fatal(err)
	}
	return len(reading.Facts)
}

func elsewhere(r *yiyuan.Reading, k int) {
	text := []rune(r.Document.Text)
	next := 0
	for i := 400; i < len(text); i++ { // what a document is stands in its opening
		for next < len(r.Mentions) && r.Mentions[next].End <= i {
			next++
		}
		if outside := next == len(r.Mentions) || i < r.Mentions[next].Start; outside && text[i] >= 0x4e00 && text[i] <= 0x9fa5 {
			text[i] = 0x4e00 + (text[i]-0x4e00+rune(k)*131)%0x51a5
		}
	}
	r.Document.Text = string(text)
	for i := range r.Facts {
		f := &r.Facts[i]
		if f.RegionCode == "" {
			continue
		}
		old := f.RegionName
		f.RegionCode, f.RegionName = neighbour(f.RegionCode, k)
		if f.Subject == old {
			f.Subject = f.RegionName
		}
	}
}

// neighbour is a place of the same level, k provinces on.
func neighbour(code string, k int) (string, string) {
	level := levelOf(code)
	list := places()[level]
	i := slices.IndexFunc(list, func(r Region) bool { return r.Code >= code })
	n := list[(max(i, 0)+k*len(list)/7+k)%len(list)]
	return n.Code, n.Name
}

func levelOf(code string) string {
	switch {
	case strings.HasSuffix(code, "0000"):
		return "province"
	case strings.HasSuffix(code, "00"):
		return "prefecture"
	}
	return "county"
}

func allRegions() []Region {
	names := map[place.Level]string{place.Country: "nation", place.Province: "province", place.Prefecture: "prefecture", place.County: "county"}
	var all []Region
	for _, r := range place.All() {
		all = append(all, Region{Code: r.Code, Name: r.Name, Level: names[r.Level], Parent: r.Parent, ValidFrom: r.ValidFrom, ValidTo: r.ValidTo, Successor: r.Successor})
	}
	return all
}

var placesOf map[string][]Region

func places() map[string][]Region {
	if placesOf == nil {
		placesOf = map[string][]Region{}
		for _, r := range allRegions() {
			if r.ValidTo == 0 && r.Level != "nation" {
				placesOf[r.Level] = append(placesOf[r.Level], r)
			}
		}
	}
	return placesOf
}

func askExample(b *testing.B, r *Reader, q queries.Query) {
	values, err := q.Bind(exampleOf(q))
	if err != nil {
		b.Fatal(err)
	}
	var args []any
	for i, v := range values {
		args = append(args, sql.Named(q.Params[i].Name, v))
	}
	rows, err := r.Query(context.Background(), q.SQL, args...)
	if err != nil {
		b.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
	}
	if err := rows.Err(); err != nil {
		b.Fatal(err)
	}
}

// exampleOf are the parameters of a query's example.
func exampleOf(q queries.Query) map[string]string {
	given := map[string]string{}
	words := strings.Fields(q.Example)
	for i, w := range words {
		if w == "--param" {
			k, v, _ := strings.Cut(words[i+1], "=")
			given[k] = v
		}
	}
	return given
}
