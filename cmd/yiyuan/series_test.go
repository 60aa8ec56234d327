package main

import (
	"context"
	"database/sql"
	"encoding/csv"
	"io"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"yiyuan/load"
	"yiyuan/queries"
)

var shared = filepath.Join("..", "..", "..", "shared")

// TestReports reads the real reports beside the repository once, and asks what the series make of them.
func TestReports(t *testing.T) {
	dir := filepath.Join(shared, "reports")
	if testing.Short() {
		t.Skip("reads every report")
	}
	if _, err := os.Stat(dir); err != nil {
		t.Skip("the reports are not beside the repository:", err)
	}
	db := filepath.Join(t.TempDir(), "r.duckdb")
	if err := run(context.Background(), runOptions{db: db}, []string{dir}, io.Discard); err != nil {
		t.Fatal(err)
	}
	r := openDB(t, db)
	t.Run("GDP of provinces against the official series", func(t *testing.T) { gdpOfProvinces(t, r) })
	t.Run("GDP of Fujian and its cities", func(t *testing.T) { gdpOfFujian(t, r) })
	t.Run("every figure keeps its place", func(t *testing.T) { figuresKeepTheirPlace(t, r) })
	t.Run("every query answers", func(t *testing.T) { everyQueryAnswers(t, r) })
}

func openDB(t *testing.T, db string) *load.Reader {
	t.Helper()
	r, err := load.OpenReader(context.Background(), db)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { r.Close() })
	return r
}

// table is the rows of a query as text.
func table(t *testing.T, r *load.Reader, query string, args ...any) [][]string {
	t.Helper()
	rows, err := r.Query(context.Background(), query, args...)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	var all [][]string
	for rows.Next() {
		if _, err := rows.Values(); err != nil {
			t.Fatal(err)
		}
		var line []string
		for i := range rows.Columns {
			line = append(line, string(rows.AppendText(nil, i)))
		}
		all = append(all, line)
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return all
}

// official are the GDP figures of a province and year in 亿元, each vintage of them.
func official(t *testing.T) map[string][]float64 {
	t.Helper()
	f, err := os.Open(filepath.Join(shared, "official", "official_gdp_province.csv"))
	if err != nil {
		t.Skip("the official figures are not beside the repository:", err)
	}
	defer f.Close()
	lines, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	all := map[string][]float64{}
	for _, l := range lines[1:] {
		if v, err := strconv.ParseFloat(l[3], 64); err == nil {
			all[l[0]+" "+l[2]] = append(all[l[0]+" "+l[2]], v)
		}
	}
	return all
}

// tolerance is what censuses have moved a first estimate by since.
func tolerance(year int) float64 {
	switch {
	case year < 2009:
		return 0.15
	case year < 2017:
		return 0.06
	}
	return 0.02
}

const yearlyGDP = `FROM panel p JOIN facts f USING (fact_id)
	WHERE p.indicator = 'gdp' AND p.statistic = '地区生产总值' AND p.measure = 'level' AND p.unit = 'CNY' AND p.outcome <> 'target' AND NOT p.superseded
		AND p.industry IS NULL AND p.qualifier IS NULL AND p.period_kind = 'during' AND month(p.period_start) = 1 AND month(p.period_end) = 12 AND year(p.period_start) = year(p.period_end)`

func gdpOfProvinces(t *testing.T, r *load.Reader) {
	known := official(t)
	right, wrong := 0, 0
	for _, l := range table(t, r, `SELECT p.region_code, year(p.period_end), p.value / 100000000, p.agrees, p.bound, f.quote, p.doc_id `+yearlyGDP+` ORDER BY ALL`) {
		figures := known[l[0]+" "+l[1]]
		if len(figures) == 0 || l[4] == "over" || l[4] == "at_least" {
			continue
		}
		value, err := strconv.ParseFloat(l[2], 64)
		if err != nil {
			t.Fatal(err)
		}
		year, _ := strconv.Atoi(l[1])
		off := math.Inf(1)
		for _, o := range figures {
			off = min(off, math.Abs(value-o)/o)
		}
		if off <= tolerance(year) {
			right++
			continue
		}
		wrong++
		t.Logf("%s: %s亿元, official %v: %s (%s; agrees %s)", l[0]+" "+l[1], l[2], figures, l[5], l[6], l[3])
	}
	if right < 60 || float64(right) < 0.9*float64(right+wrong) {
		t.Errorf("%d right, %d wrong", right, wrong)
	}
}

// gdpOfFujian: what the reports repeat in later years either agrees with the panel or stands in conflicts,
// with the reason.
func gdpOfFujian(t *testing.T, r *load.Reader) {
	const fujian = ` AND (p.region_code = '350000' OR p.region_code IN (SELECT code FROM regions WHERE parent = '350000'))`
	covered := table(t, r, `SELECT count(DISTINCT p.region_code), count(*) `+yearlyGDP+fujian)[0]
	if n, _ := strconv.Atoi(covered[1]); covered[0] != "10" || n < 90 {
		t.Errorf("%s places, %s years", covered[0], covered[1])
	}
	if n := table(t, r, `SELECT count(*) `+yearlyGDP+fujian+` AND p.n_stories > 1`)[0][0]; n == "0" {
		t.Error("no report repeats a year, so the test says nothing")
	}
	for _, l := range table(t, r, `SELECT p.region_name, year(p.period_end), p.min, p.max `+yearlyGDP+fujian+` AND NOT p.agrees
		AND NOT EXISTS (FROM conflicts c WHERE c.series_id = p.series_id AND c.period_end = p.period_end AND c.explanation <> '')`) {
		t.Errorf("unexplained: %v", l)
	}
	for _, l := range table(t, r, `SELECT p.region_name, year(p.period_end), p.value, p.revised, f.quote `+yearlyGDP+fujian+` AND p.agrees AND p.revised IS NOT NULL`) {
		t.Errorf("revised and yet agreeing: %v", l)
	}
}

func figuresKeepTheirPlace(t *testing.T, r *load.Reader) {
	for _, c := range []struct{ of, query string }{
		{"a panel value that is not its fact's", `SELECT fact_id FROM panel p JOIN facts f USING (fact_id) WHERE p.value <> f.value`},
		{"two values of a series and period", `SELECT series_id, period_start, period_end FROM panel GROUP BY ALL HAVING count(*) > 1`},
		{"an observation without a cell", `SELECT o.fact_id FROM observations o JOIN facts f USING (fact_id) ANTI JOIN panel p USING (series_id) WHERE coalesce(f.subject_kind, 'region') = 'region'`},
		{"a check of a fact that is not", `SELECT fact_id FROM fact_checks ANTI JOIN facts USING (fact_id)`},
		{"a disagreement that is not in conflicts", `SELECT p.series_id FROM panel p ANTI JOIN conflicts c USING (series_id, period_end) WHERE NOT p.agrees`},
		{"a story of two reports", `SELECT story_id FROM documents GROUP BY story_id HAVING count(*) > 1`},
		{"a target without its sentence", `SELECT target_fact_id FROM targets WHERE target_sentence IS NULL OR result IS NOT NULL AND result_sentence IS NULL`},
		{"a state of coverage without its reason", `SELECT name FROM core_coverage WHERE state = 'stated' AND fact_id IS NULL OR state = 'not collected' AND doc_id IS NOT NULL`},
	} {
		if got := table(t, r, c.query+` LIMIT 3`); len(got) > 0 {
			t.Errorf("%s: %v", c.of, got)
		}
	}
	for _, c := range []struct{ of, query string }{
		{"every kind of check passes somewhere", `SELECT kind FROM (VALUES ('contained'), ('growth'), ('identity'), ('part'), ('share'), ('sources'), ('structure')) k(kind)
			ANTI JOIN (SELECT kind FROM checks WHERE passed) USING (kind)`},
		{"every state of core coverage occurs", `SELECT state FROM (VALUES ('stated'), ('named'), ('not stated'), ('not collected')) s(state) ANTI JOIN core_coverage USING (state)`},
		{"targets are met, missed and left unsaid", `SELECT met FROM (VALUES ('met'), ('missed'), ('not stated'), ('not collected')) s(met) ANTI JOIN targets USING (met)`},
	} {
		if got := table(t, r, c.query); len(got) > 0 {
			t.Errorf("%s, but not %v", c.of, got)
		}
	}
}

// everyQueryAnswers runs the example of each query.
func everyQueryAnswers(t *testing.T, r *load.Reader) {
	silent := map[string]bool{"copies": true, "corrected": true, "entity": true, "implied_totals": true} // what the reports have none of
	if len(queries.All()) < 12 {
		t.Errorf("%d queries", len(queries.All()))
	}
	for _, q := range queries.All() {
		given := map[string]string{}
		words := strings.Fields(q.Example)
		for i, w := range words {
			if w == "--param" {
				k, v, _ := strings.Cut(words[i+1], "=")
				given[k] = v
			}
		}
		values, err := q.Bind(given)
		if err != nil {
			t.Errorf("%s: %v", q.Name, err)
			continue
		}
		if got := table(t, r, q.SQL, bound(q, values)...); len(got) == 0 && !silent[q.Name] {
			t.Errorf("%s answers nothing", q.Name)
		}
	}
}

func bound(q queries.Query, values []string) []any {
	var args []any
	for i, v := range values {
		args = append(args, sql.Named(q.Params[i].Name, v))
	}
	return args
}

// TestSeedsAreChecked: what the news themselves contradict, and what they imply.
func TestSeedsAreChecked(t *testing.T) {
	seeds := filepath.Join(shared, "seeds")
	if _, err := os.Stat(seeds); err != nil {
		t.Skip("the seed texts are not beside the repository:", err)
	}
	db := filepath.Join(t.TempDir(), "s.duckdb")
	if err := run(context.Background(), runOptions{db: db}, []string{seeds}, io.Discard); err != nil {
		t.Fatal(err)
	}
	r := openDB(t, db)
	for _, c := range []struct{ of, query, want string }{
		{"the chains of four classes against the chains of all", `SELECT stated, computed FROM checks WHERE kind = 'classes' AND NOT passed`, "164 165"},
		{"the counties of four classes against the counties of all", `SELECT stated, computed FROM checks WHERE kind = 'classes' AND passed`, "83 83"},
		{"each chain count shows it", `SELECT count(*) FROM checked_facts WHERE checks_failed = 'classes' AND indicator = 'chain_count'`, "5"},
		{"安溪's output at its share implies a total", `SELECT round(computed / 100000000, 2), passed IS NULL FROM checks WHERE kind = 'share' AND region_name = '安溪县'`, "790.54 true"},
	} {
		got := table(t, r, c.query)
		if len(got) != 1 || strings.Join(got[0], " ") != c.want {
			t.Errorf("%s: %v, want %s", c.of, got, c.want)
		}
	}
}

// TestAFalsifiedReportIsCaught falsifies figures of a real report one at a time: beside the original the copies check
// finds each, alone the arithmetic finds those it reaches.
func TestAFalsifiedReportIsCaught(t *testing.T) {
	path := filepath.Join(shared, "reports", "政府工作报告-省自治区", "福建省", "2023.md")
	text, err := os.ReadFile(path)
	if err != nil {
		t.Skip("the reports are not beside the repository:", err)
	}
	const real, false1 = "一般公共预算总收入5382.3亿元", "一般公共预算总收入8382.3亿元"
	forged := strings.Replace(string(text), real, false1, 1)
	if forged == string(text) {
		t.Fatalf("%s does not state %s", path, real)
	}
	dir := t.TempDir()
	for name, body := range map[string]string{"甲.md": string(text), "乙.md": forged} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(body), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	db := filepath.Join(t.TempDir(), "f.duckdb")
	if err := run(context.Background(), runOptions{db: db}, []string{dir}, io.Discard); err != nil {
		t.Fatal(err)
	}
	got := table(t, openDB(t, db), `SELECT kind, says FROM checks WHERE NOT passed AND contains(says, '8382.3')`)
	if len(got) != 1 || got[0][0] != "copies" {
		t.Errorf("checks that failed: %v", got)
	}
}

func TestSchemaIsWrittenDown(t *testing.T) {
	tables, err := load.Schema(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	written, err := os.ReadFile(filepath.Join("..", "..", "docs", "schema.md"))
	if err != nil {
		t.Fatal(err)
	}
	if string(written) != schemaHead+load.SchemaMarkdown(tables) {
		t.Error("docs/schema.md is not what the migrations say: run: go generate ./cmd/yiyuan")
	}
}
