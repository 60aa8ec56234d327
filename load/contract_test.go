package load

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"
)

// Each contract is broken once on purpose. A statement changes the rows of a sound run; its documents are "a" and "b".
func TestEveryContractCanBeBroken(t *testing.T) {
	broken := map[string]struct{ by, row string }{
		"unique_ids":        {`UPDATE facts SET fact_id = 'a-f0' WHERE fact_id = 'a-f1'`, `"table":"facts","id":"a-f0","rows":2`},
		"not_null":          {`UPDATE facts SET unit = NULL WHERE fact_id = 'b-f0'`, `"fact_id":"b-f0"`},
		"accepted_values":   {`UPDATE facts SET measure = 'size' WHERE fact_id = 'b-f1'`, `"measure":"size"`},
		"ranges":            {`UPDATE facts SET period_start = DATE '2026-01-01' WHERE fact_id = 'a-f0'`, `"period_start":"2026-01-01"`},
		"references":        {`UPDATE facts SET indicator = 'happiness' WHERE fact_id = 'a-f0'`, `"column":"indicator","value":"happiness"`},
		"facts_of_mentions": {`UPDATE mentions SET disposition = 'name' WHERE mention_id = 'a-m1'`, `"mention_id":"a-m1"`},
		"offsets":           {`UPDATE documents SET text = replace(text, '成效', '效') WHERE doc_id = 'b'`, `"doc_id":"b"`},
		"digits":            {`UPDATE documents SET text = concat(text, '2026') WHERE doc_id = 'a'`, `"digits_of_text":`},
		"overlaps":          {`UPDATE mentions SET char_start = char_start - 40, char_end = char_end - 40 WHERE mention_id = 'a-m1'`, `"mention_id":"a-m`},
		"freshness":         {`UPDATE documents SET fetched_at = TIMESTAMP '2026-01-10 00:00:00'`, `"newest":"2026-01-10T00:00:00"`},
		"panel": {`INSERT INTO panel BY NAME SELECT 's' AS series_id, 'l' AS line_id, '350000' AS region_code, 'result' AS outcome, 'as_of' AS period_kind,
			DATE '2025-12-31' AS period_end, 1 AS value, 'news' AS source, false AS superseded, 1 AS n_facts, 1 AS n_stories, true AS agrees,
			'a-f0' AS fact_id, 'a' AS doc_id FROM range(2)`, `"broken":"more than one value"`},
		"runs": {`UPDATE runs SET written = 7`, `"written":7`},
	}
	for _, c := range Contracts() {
		b, ok := broken[c.Name]
		if !ok {
			t.Errorf("contract %s is never broken: add a row", c.Name)
			continue
		}
		t.Run(c.Name, func(t *testing.T) {
			w := sound(t, filepath.Join(t.TempDir(), "a.duckdb"))
			defer w.Abandon()
			if err := w.keepContracts(context.Background()); err != nil {
				t.Fatalf("before it is broken: %v", err)
			}
			if _, err := w.conn.ExecContext(context.Background(), b.by); err != nil {
				t.Fatal(err)
			}
			got, err := w.ask(context.Background(), c)
			if err != nil || got.Rows == 0 || !strings.Contains(strings.Join(got.Shown, "\n"), b.row) {
				t.Errorf("%d rows %q (%v), want one with %s", got.Rows, got.Shown, err, b.row)
			}
			if err := w.sideBySide(context.Background(), w.askOfRows()...); err != nil {
				t.Fatal(err)
			}
			if err := w.keepContracts(context.Background()); !errors.Is(err, ErrContract) || !strings.Contains(err.Error(), c.Name+", by ") {
				t.Errorf("the run is told %v", err)
			}
		})
	}
}

// sound is a run on the point of publishing, all its rows written.
func sound(t *testing.T, path string) *Writer {
	t.Helper()
	now := time.Date(2026, 3, 1, 2, 30, 0, 0, time.UTC)
	w, err := Begin(context.Background(), path, Options{Now: now, RulesVersion: "r1", FreshDays: 30})
	if err != nil {
		t.Fatal(err)
	}
	put(t, w, article("a", 1))
	put(t, w, article("b", 1))
	ctx := context.Background()
	for _, step := range []func() error{
		w.closeAppenders, func() error { return w.commit(ctx) }, func() error { return w.consolidate(ctx) }, func() error { return w.count(ctx) },
		func() error { return w.recordRun(Outcome{Now: now}) }, w.closeAppenders,
	} {
		if err := step(); err != nil {
			t.Fatal(err)
		}
	}
	return w
}

func TestABrokenContractKeepsTheOldFile(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "a.duckdb")
	w := begin(t, path, "r1")
	put(t, w, article("a", 1))
	publish(t, w, Outcome{})
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	contracts, err := ReadContracts(fstest.MapFS{"few.sql": {Data: []byte("-- There are few facts.\nSELECT count(*) AS facts FROM facts HAVING count(*) > 8")}})
	if err != nil {
		t.Fatal(err)
	}
	w, err = Begin(context.Background(), path, Options{Now: time.Now(), RulesVersion: "r1", Contracts: contracts})
	if err != nil {
		t.Fatal(err)
	}
	put(t, w, article("b", 4))
	_, err = w.Publish(context.Background(), Outcome{Now: time.Now()})
	var broken *BrokenError
	if !errors.As(err, &broken) || len(broken.Broken) != 1 || broken.Broken[0].Shown[0] != `{"facts":10}` {
		t.Fatalf("published with %v", err)
	}
	if after, err := os.ReadFile(path); err != nil || string(after) != string(before) {
		t.Errorf("the file changed (%v)", err)
	}
	if got := names(t, dir); got != "a.duckdb a.duckdb.lock" {
		t.Errorf("the folder holds %s", got)
	}
}

func TestContractsOfAUser(t *testing.T) {
	for _, c := range []struct{ sql, want string }{
		{"SELECT 1 WHERE false", "first line must be a comment"},
		{"-- Nothing is left.\nDELETE FROM facts", "only one SELECT"},
		{"-- Nothing is left.\nSELECT 1 WHERE false; DELETE FROM facts", "more than one statement"},
		{"-- A slip.\nSELEC 1", "SELEC"},
	} {
		contracts, err := ReadContracts(fstest.MapFS{"c.sql": {Data: []byte(c.sql)}})
		if err == nil {
			w := sound(t, filepath.Join(t.TempDir(), "a.duckdb"))
			w.contracts = contracts
			err = w.keepContracts(context.Background())
			w.Abandon()
		}
		if err == nil || errors.Is(err, ErrContract) || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: %v, want %q", c.sql, err, c.want)
		}
	}
}
