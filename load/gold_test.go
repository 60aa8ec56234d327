package load

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"testing"
)

// TestGoldFactsFallIntoSeries puts the facts that people annotated into the tables, as they stand, and asks the panel
// whether any two that are not one statement of one statistic share a cell.
func TestGoldFactsFallIntoSeries(t *testing.T) {
	f, err := os.Open(filepath.Join("..", "..", "shared", "gold", "reports.jsonl"))
	if err != nil {
		t.Skip("the annotated facts are not beside the repository:", err)
	}
	defer f.Close()
	path := filepath.Join(t.TempDir(), "g.duckdb")
	w, err := Begin(context.Background(), path, Options{Now: day(2026, 1, 1), RulesVersion: "gold", Regions: someRegions})
	if err != nil {
		t.Fatal(err)
	}
	defer w.Abandon()
	const insert = `INSERT INTO facts (fact_id, mention_id, doc_id, run_id, char_start, char_end, indicator, indicator_text, measure, base, value, unit, counter, value_text,
		bound, subject, subject_kind, region_code, region_name, industry, qualifier, period_kind, period_start, period_end, status, quote)
		VALUES (?, 'm', ?, 'r', 0, 1, ?, ?, ?, ?, CAST(? AS DECIMAL(28,6)), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
	lines, places := bufio.NewScanner(f), 0
	for n := 0; lines.Scan(); n++ {
		g := map[string]any{}
		if err := json.Unmarshal(lines.Bytes(), &g); err != nil {
			t.Fatal(err)
		}
		field := func(name string) any {
			if g[name] == "*" {
				return nil
			}
			return g[name]
		}
		var place any
		if g["subject_kind"] == "region" {
			place = g["subject"]
			places++
		}
		args := []any{fmt.Sprintf("%04d", n)}
		for _, name := range []string{"doc_id", "indicator", "indicator_text", "measure", "base"} {
			args = append(args, field(name))
		}
		args = append(args, fmt.Sprintf("%f", g["value"]))
		for _, name := range []string{"unit", "counter", "value_text", "bound", "subject", "subject_kind", "region_code"} {
			args = append(args, field(name))
		}
		args = append(args, place)
		for _, name := range []string{"industry", "qualifier", "period_kind", "period_start", "period_end", "status", "quote"} {
			args = append(args, field(name))
		}
		if _, err := w.conn.ExecContext(context.Background(), insert, args...); err != nil {
			t.Fatal(err)
		}
		if _, err := w.conn.ExecContext(context.Background(), `INSERT INTO documents (doc_id, title, text, run_id) SELECT ?, '政府工作报告', '', 'r'
			WHERE NOT EXISTS (FROM documents WHERE doc_id = ?)`, g["doc_id"], g["doc_id"]); err != nil {
			t.Fatal(err)
		}
	}
	for _, step := range []func(context.Context) error{w.commit, w.consolidate} { // not published: the contract asks for the texts
		if err := step(context.Background()); err != nil {
			t.Fatal(err)
		}
	}
	table := func(query string) string {
		t.Helper()
		rows, err := w.conn.QueryContext(context.Background(), query)
		if err != nil {
			t.Fatal(err)
		}
		r, err := newRows(rows)
		if err != nil {
			t.Fatal(err)
		}
		return textOf(t, r)
	}
	for _, c := range []struct{ of, query, want string }{
		{"cells of two different statements", `SELECT p.region_name, p.statistic, p.min, p.max FROM panel p WHERE n_facts > 1 AND min <> max`, ""},
		{"conflicts", `SELECT region_name, statistic, low_quote, high_quote FROM conflicts`, ""},
		{"one cell, several names", `SELECT o.series_id, f.period_end, count(DISTINCT f.indicator_text) AS names, min(f.quote), max(f.quote)
			FROM observations o JOIN facts f USING (fact_id) GROUP BY ALL HAVING names > 1`, ""},
		{"a fact with a period and no series", `SELECT fact_id, quote FROM facts ANTI JOIN observations USING (fact_id) WHERE period_end IS NOT NULL AND (subject_kind <> 'region' OR subject = region_name)`, ""},
		{"GDP per head in a series of its own", `SELECT count(DISTINCT o.series_id) - count(DISTINCT (o.statistic, o.outcome, f.measure, f.base, f.unit, f.region_code, coalesce(o.qualifier, ''), coalesce(o.industry, '')))
			FROM observations o JOIN facts f USING (fact_id) WHERE f.indicator = 'gdp' AND f.subject_kind = 'region'`, "0"},
	} {
		if got := table(c.query); got != c.want {
			t.Errorf("%s: %s", c.of, got)
		}
	}
	if got := table(`SELECT count(*) > 200 FROM panel`); got != "true" || places < 200 {
		t.Errorf("%s of %d facts of places are in the panel", table(`SELECT count(*) FROM panel`), places)
	}
}
