package load

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"yiyuan"
)

func digestOf(t testing.TB, path string) []TableDigest {
	t.Helper()
	r, err := OpenReader(context.Background(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	d, err := r.Digest(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// answer is the single value of a query.
func answer(t testing.TB, path, query string) string {
	t.Helper()
	r, err := OpenReader(context.Background(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	rows, err := r.Query(context.Background(), query)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	var lines []string
	for rows.Next() {
		if _, err := rows.Values(); err != nil {
			t.Fatal(err)
		}
		lines = append(lines, string(rows.AppendText(nil, 0)))
	}
	return strings.Join(lines, " ")
}

func TestWhatIsWrittenCanBeRead(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.duckdb")
	r := article("报告/永安", 2)
	r.Document.PublishedAt = time.Date(2026, 1, 8, 9, 30, 0, 0, time.FixedZone("CST", 8*3600))
	half := 0.5
	r.Facts[0].Confidence = &half
	r.Facts[1].PartOf = r.Facts[0].FactID
	w := begin(t, path, "r1")
	put(t, w, r)
	report := publish(t, w, Outcome{Skipped: map[string]int{"readme": 1}})
	want := Report{
		Documents: 1, Written: 1, Mentions: 6, Facts: 4, Repairs: 1, RulesVersion: "r1", Skipped: map[string]int{"readme": 1},
		Failures: map[string]int{}, Holds: Holds{Documents: 1, Mentions: 6, Facts: 4},
	}
	if d := cmp.Diff(want, report, cmpopts.IgnoreFields(Report{}, "RunID", "Started", "Finished")); d != "" {
		t.Errorf("report: %s", d)
	}
	for query, want := range map[string]string{
		`SELECT count(*) FROM facts JOIN documents USING (doc_id) WHERE substr(text, char_start + 1, char_end - char_start) = value_text`:      "4",
		`SELECT count(*) FROM mentions JOIN documents USING (doc_id) WHERE substr(text, char_start + 1, char_end - char_start) = mention_text`: "6",
		`SELECT published_at FROM documents`:                       "2026-01-08T09:30:00",
		`SELECT fetched_at FROM documents`:                         "",
		`SELECT reference_date FROM documents`:                     "2025-12-31",
		`SELECT restored ->> 'gloss' FROM documents`:               "1",
		`SELECT value FROM facts ORDER BY char_start`:              "150000000 0.2 250000000 1.2",
		`SELECT count(confidence) FROM facts`:                      "1",
		`SELECT count(part_of) FROM facts`:                         "1",
		`SELECT before FROM repairs`:                               "開頭",
		`SELECT skipped ->> 'readme' FROM runs`:                    "1",
		`SELECT run_id = (SELECT run_id FROM runs) FROM documents`: "true",
	} {
		if got := answer(t, path, query); got != want {
			t.Errorf("%s: %q, want %q", query, got, want)
		}
	}
}

func TestASecondRunChangesNothing(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.duckdb")
	readings := []yiyuan.Reading{article("a", 3), article("b", 40), article("c", 1)}
	w := begin(t, path, "r1")
	put(t, w, readings...)
	w.Fail(Failure{DocID: "d", Path: "x/d.txt", Kind: "empty", Message: "holds no text"})
	publish(t, w, Outcome{})
	before := digestOf(t, path)

	w = begin(t, path, "r1")
	for _, r := range readings {
		if !w.Unchanged(r.Document.DocID, r.Document.SHA256) {
			t.Errorf("%s is to be read again", r.Document.DocID)
		}
		w.Keep(r.Document.DocID)
	}
	w.Fail(Failure{DocID: "d", Path: "/elsewhere/d.txt", Kind: "empty", Message: "holds no text"})
	report := publish(t, w, Outcome{Prune: true})
	if report.Unchanged != 3 || report.Written != 0 || report.Pruned != 0 || report.Failed != 1 || report.Holds.Failures != 1 {
		t.Errorf("report %+v", report)
	}
	if d := cmp.Diff(before, digestOf(t, path)); d != "" {
		t.Errorf("digest changed: %s", d)
	}
	if got := answer(t, path, `SELECT count(*) FROM runs`); got != "2" {
		t.Errorf("%s runs recorded, want 2", got)
	}
}

func TestTheDigestKnowsNoHistory(t *testing.T) {
	dir := t.TempDir()
	whole, grown := filepath.Join(dir, "whole.duckdb"), filepath.Join(dir, "grown.duckdb")
	w := begin(t, whole, "r2")
	put(t, w, rules("r2", article("a", 3), article("b", 5), article("c", 1))...)
	publish(t, w, Outcome{})

	w = begin(t, grown, "r1")
	put(t, w, article("c", 7), article("gone", 2), article("b", 5))
	w.Fail(Failure{DocID: "a", Kind: "empty"})
	publish(t, w, Outcome{})
	w = begin(t, grown, "r2")
	put(t, w, rules("r2", article("b", 5), article("c", 1), article("a", 3))...)
	if report := publish(t, w, Outcome{Prune: true}); report.Pruned != 1 || report.Holds.Documents != 3 {
		t.Errorf("report %+v", report)
	}
	if d := cmp.Diff(digestOf(t, whole), digestOf(t, grown)); d != "" {
		t.Errorf("digest differs: %s", d)
	}
}

func rules(version string, readings ...yiyuan.Reading) []yiyuan.Reading {
	for i := range readings {
		readings[i].Document.RulesVersion = version
	}
	return readings
}

func TestTheDigestSeesEveryChange(t *testing.T) {
	dir := t.TempDir()
	seen := map[string]string{}
	for name, change := range map[string]func(*yiyuan.Reading){
		"none":                    func(*yiyuan.Reading) {},
		"a title":                 func(r *yiyuan.Reading) { r.Document.Title = "别的" },
		"a title moved to author": func(r *yiyuan.Reading) { r.Document.Author, r.Document.Title = r.Document.Title, "" },
		"a value":                 func(r *yiyuan.Reading) { r.Facts[0].Value = *dec("1.000001") },
		"a reason":                func(r *yiyuan.Reading) { r.Mentions[0].Reason = "year" },
		"a repair":                func(r *yiyuan.Reading) { r.Repairs[0].Before = "开頭" },
	} {
		path := filepath.Join(dir, "x.duckdb")
		os.Remove(path)
		r := article("a", 1)
		change(&r)
		w := begin(t, path, "r1")
		put(t, w, r)
		publish(t, w, Outcome{})
		key := fmt.Sprint(digestOf(t, path))
		if other, ok := seen[key]; ok {
			t.Errorf("%q and %q have one digest", name, other)
		}
		seen[key] = name
	}
}

func TestReplacementLeavesNoOldRow(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.duckdb")
	for round := range 4 {
		version := fmt.Sprint("r", round)
		w := begin(t, path, version)
		for i := range 30 {
			put(t, w, rules(version, article(fmt.Sprint("doc", i), 30+round))...)
		}
		if round == 0 {
			put(t, w, article("not met again", 5))
		}
		report := publish(t, w, Outcome{})
		if want := 30*2*(30+round) + 2*5; report.Holds.Facts != want || report.Holds.Documents != 31 {
			t.Fatalf("round %d holds %+v, want %d facts", round, report.Holds, want)
		}
	}
	if got := answer(t, path, `SELECT DISTINCT rules_version FROM facts ORDER BY 1`); got != "r1 r3" {
		t.Errorf("facts are of the rules %s", got)
	}
}

func TestFailures(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.duckdb")
	w := begin(t, path, "r1")
	put(t, w, article("kept", 1))
	w.Fail(Failure{DocID: "mended", Kind: "empty"})
	w.Fail(Failure{DocID: "elsewhere", Kind: "binary"})
	w.Fail(Failure{Path: "x/名.txt", Kind: "bad_name"})
	publish(t, w, Outcome{})

	w = begin(t, path, "r2")
	w.Fail(Failure{DocID: "kept", Kind: "transform"})
	put(t, w, rules("r2", article("mended", 1))...)
	if report := publish(t, w, Outcome{}); report.Failed != 1 || report.Failures["transform"] != 1 {
		t.Errorf("report %+v", report)
	}
	for query, want := range map[string]string{
		`SELECT doc_id FROM failures ORDER BY doc_id`:  "elsewhere kept x/名.txt",
		`SELECT doc_id FROM documents ORDER BY doc_id`: "kept mended", // a failed input keeps its last good reading
	} {
		if got := answer(t, path, query); got != want {
			t.Errorf("%s: %q, want %q", query, got, want)
		}
	}
	w = begin(t, path, "r2")
	w.Keep("mended")
	if report := publish(t, w, Outcome{Prune: true}); report.Pruned != 1 || report.Holds.Failures != 0 {
		t.Errorf("pruning: %+v", report)
	}
}

func TestOneIDForTwoDocuments(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.duckdb")
	w := begin(t, path, "r1")
	other := article("b", 1)
	other.Facts[0].FactID = "a-f0"
	put(t, w, article("a", 1), article("a", 2), other)
	report := publish(t, w, Outcome{})
	if report.Written != 1 || report.Failures[KindIdentity] != 2 {
		t.Errorf("report %+v", report)
	}
}

func TestSchema(t *testing.T) {
	ctx := context.Background()
	for _, c := range []struct {
		name string
		make func(t *testing.T, path string)
		want error
	}{
		{"a newer one", func(t *testing.T, path string) {
			w := begin(t, path, "r1")
			put(t, w, article("a", 1))
			if _, err := w.conn.ExecContext(ctx, `INSERT INTO schema_version VALUES (999, 'tomorrow')`); err != nil {
				t.Fatal(err)
			}
			publish(t, w, Outcome{})
		}, ErrNewerSchema},
		{"someone else's", func(t *testing.T, path string) { foreign(t, path) }, ErrForeign},
		{"text", func(t *testing.T, path string) { write(t, path, strings.Repeat("no database ", 2000)) }, ErrNotDatabase},
		{"cut off", func(t *testing.T, path string) {
			w := begin(t, path, "r1")
			put(t, w, article("a", 1))
			publish(t, w, Outcome{})
			if err := os.Chmod(path, 0o644); err != nil {
				t.Fatal(err)
			}
			if err := os.Truncate(path, 1<<20); err != nil {
				t.Fatal(err)
			}
		}, ErrNotDatabase},
		{"zeros", func(t *testing.T, path string) { write(t, path, strings.Repeat("\x00", 20000)) }, ErrNotDatabase},
	} {
		t.Run(c.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "a.duckdb")
			c.make(t, path)
			before, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if w, err := Begin(ctx, path, Options{Now: time.Now()}); !errors.Is(err, c.want) {
				t.Errorf("Begin: %v, want %v", err, c.want)
				if w != nil {
					w.Abandon()
				}
			}
			if r, err := OpenReader(ctx, path); err == nil {
				r.Close()
				if c.want != ErrNewerSchema { // which a reader asks all the same
					t.Errorf("OpenReader took it, want %v", c.want)
				}
			} else if !errors.Is(err, c.want) {
				t.Errorf("OpenReader: %v, want %v", err, c.want)
			}
			if after, err := os.ReadFile(path); err != nil || string(after) != string(before) {
				t.Errorf("the file was touched (%v)", err)
			}
			if left, _ := filepath.Glob(path + ".next-*"); len(left) > 0 {
				t.Errorf("left behind: %v", left)
			}
		})
	}
}

// A folder in the place of the file, or none around it, is told with what to type next.
func TestNoFileThere(t *testing.T) {
	ctx, dir := context.Background(), t.TempDir()
	if _, err := Begin(ctx, dir, Options{Now: time.Now()}); !errors.Is(err, ErrNoFile) {
		t.Errorf("Begin on a folder: %v", err)
	}
	if _, err := OpenReader(ctx, dir); !errors.Is(err, ErrNoFile) {
		t.Errorf("OpenReader on a folder: %v", err)
	}
	inside := filepath.Join(dir, "none", "a.duckdb")
	if _, err := Begin(ctx, inside, Options{Now: time.Now()}); !errors.Is(err, ErrNoFolder) || !strings.Contains(err.Error(), "mkdir -p "+filepath.Dir(inside)) {
		t.Errorf("Begin in a folder that is not there: %v", err)
	}
}

func write(t testing.TB, path, content string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestRegionsFollowTheRules(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.duckdb")
	asked := 0
	publishUnder := func(version string, regions ...Region) {
		t.Helper()
		w, err := Begin(context.Background(), path, Options{Now: time.Now(), RulesVersion: version, Regions: func() []Region {
			asked++
			return regions
		}})
		if err != nil {
			t.Fatal(err)
		}
		put(t, w, rules(version, article("a", 1))...)
		publish(t, w, Outcome{})
	}
	province := Region{Code: "350000", Name: "福建省", Level: "province", Parent: "100000", ValidFrom: 1980}
	county := Region{Code: "350182", Name: "长乐市", Level: "county", Parent: "350100", ValidFrom: 1994, ValidTo: 2017, Successor: "350112"}
	publishUnder("r1", county, province)
	publishUnder("r1", province)
	if got := answer(t, path, `SELECT name || ' ' || valid_to || ' ' || successor FROM regions WHERE valid_to IS NOT NULL`); got != "长乐市 2017 350112" || asked != 1 {
		t.Errorf("regions %s, asked for %d times", got, asked)
	}
	publishUnder("r2", province, county)
	if got := answer(t, path, `SELECT name FROM regions WHERE valid_to IS NULL`); got != "福建省" || asked != 2 {
		t.Errorf("regions in force %s, asked for %d times", got, asked)
	}
}
