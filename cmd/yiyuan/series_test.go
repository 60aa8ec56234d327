package main

import (
	"context"
	"database/sql"
	"encoding/csv"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"slices"
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
	corrections := filepath.Join(t.TempDir(), "corrections.csv")
	if err := os.WriteFile(corrections, []byte("fact_id,field,value,who,why\n0c4826f2879a9f8f,value,918,林,the original has 918\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	db := filepath.Join(t.TempDir(), "r.duckdb")
	texts := []string{dir, filepath.Join(shared, "news"), filepath.Join(shared, "seeds")}
	if err := run(context.Background(), runOptions{db: db, corrections: corrections}, texts, io.Discard); err != nil {
		t.Fatal(err)
	}
	r := openDB(t, db)
	t.Run("GDP of provinces against the official series", func(t *testing.T) { gdpOfProvinces(t, r) })
	t.Run("GDP of Fujian and its cities", func(t *testing.T) { gdpOfFujian(t, r) })
	t.Run("GDP that reports repeat", func(t *testing.T) { repeatedGDP(t, r) })
	t.Run("every figure keeps its place", func(t *testing.T) { figuresKeepTheirPlace(t, r) })
	t.Run("every query answers", func(t *testing.T) { everyQueryAnswers(t, r) })
	t.Run("what the queries answer", func(t *testing.T) { whatQueriesAnswer(t, r) })
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
	_, rows := answer(t, r, query, args...)
	return rows
}

func answer(t *testing.T, r *load.Reader, query string, args ...any) (columns []string, all [][]string) {
	t.Helper()
	rows, err := r.Query(context.Background(), query, args...)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
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
	return rows.Columns, all
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
	reported := map[string]bool{} // whether the panel holds the year that a report of a province is on
	for _, l := range table(t, r, `SELECT DISTINCT region_code, year(vintage) - 1 FROM coverage WHERE kind <> 'news' AND vintage IS NOT NULL`) {
		if known[l[0]+" "+l[1]] != nil {
			reported[l[0]+" "+l[1]] = false
		}
	}
	for _, l := range table(t, r, `SELECT p.region_code, year(p.period_end), p.value / 100000000, p.agrees, p.bound, f.quote, p.doc_id `+yearlyGDP+` ORDER BY ALL`) {
		figures := known[l[0]+" "+l[1]]
		if _, ok := reported[l[0]+" "+l[1]]; ok {
			reported[l[0]+" "+l[1]] = true
		}
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
	held := 0
	for _, there := range reported {
		if there {
			held++
		}
	}
	t.Logf("%d right, %d wrong; of %d years that provinces report on %d are in the panel", right, wrong, len(reported), held)
	if right < 60 || float64(right) < 0.9*float64(right+wrong) || float64(held) < 0.55*float64(len(reported)) {
		t.Errorf("%d right, %d wrong; of %d years that provinces report on %d are in the panel", right, wrong, len(reported), held)
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
	known, right, wrong := official(t), 0, []string{}
	for _, l := range table(t, r, `SELECT year(p.period_end), p.low / 100000000, p.high / 100000000, f.quote `+yearlyGDP+` AND p.region_code = '350000' AND p.bound = 'exact' ORDER BY 1`) {
		year, _ := strconv.Atoi(l[0])
		low, _ := strconv.ParseFloat(l[1], 64)
		high, _ := strconv.ParseFloat(l[2], 64)
		if slices.ContainsFunc(known["350000 "+l[0]], func(o float64) bool { return low*(1-tolerance(year)) <= o && o <= high*(1+tolerance(year)) }) {
			right++
		} else {
			wrong = append(wrong, strings.Join(l, " "))
		}
	}
	if right < 20 || len(wrong) > 1 {
		t.Errorf("of Fujian's years %d are as published, not %v", right, wrong)
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

// repeated are figures of GDP in 亿元 that a report states of a year before the last, as a person reads them, beside what
// was said of that year first, and why they differ.
var repeated = []struct{ place, year, first, repeated, why string }{
	{"福建省", "2002", "4682", "4468", "revised"},
	{"厦门市", "2002", "648", "648", ""},
	{"三明市", "2015", "1713.05", "1712.99", "revised"},
	{"龙岩市", "2015", "1739", "1920", "revised"},
	{"福州市", "2015", "5618.1", "5777", "revised"},
	{"泉州市", "2016", "6646.6", "6921", "revised"},
	{"福州市", "2005", "1720", "1481.78", "one document"},
	{"三明市", "2020", "2702.19", "2702.19", ""},
	{"泉州市", "2000", "931.08", "931.08", ""},
}

func repeatedGDP(t *testing.T, r *load.Reader) {
	for _, c := range repeated {
		got := table(t, r, `SELECT p.value / 100000000 = ?, ? IN (p.min / 100000000, p.max / 100000000), p.agrees, coalesce(c.explanation, ''), p.revised / 100000000 `+
			strings.Replace(yearlyGDP, "JOIN facts f USING (fact_id)", "LEFT JOIN conflicts c USING (series_id, period_end)", 1)+` AND p.region_name = ? AND year(p.period_end) = ?`,
			c.first, c.repeated, c.place, c.year)
		want := []string{"true", "true", fmt.Sprint(c.why == ""), c.why, ""}
		if c.why == "revised" {
			want[4] = c.repeated
		}
		if len(got) != 1 || !slices.Equal(got[0], want) {
			t.Errorf("%s %s, first %s亿元, later %s亿元: %v, want %v", c.place, c.year, c.first, c.repeated, got, want)
		}
	}
}

func figuresKeepTheirPlace(t *testing.T, r *load.Reader) {
	for _, c := range []struct{ of, query string }{
		{"a panel value that is not its fact's", `SELECT fact_id FROM panel p JOIN corrected_facts f USING (fact_id) WHERE p.value <> f.value`},
		{"two values of a series and period", `SELECT series_id, period_start, period_end FROM panel GROUP BY ALL HAVING count(*) > 1`},
		{"an observation without a cell", `SELECT o.fact_id FROM observations o JOIN facts f USING (fact_id) ANTI JOIN panel p USING (series_id) WHERE coalesce(f.subject_kind, 'region') = 'region'`},
		{"a check of a fact that is not", `SELECT fact_id FROM fact_checks ANTI JOIN facts USING (fact_id)`},
		{"a disagreement that is not in conflicts", `SELECT p.series_id FROM panel p ANTI JOIN conflicts c USING (series_id, period_end) WHERE NOT p.agrees`},
		{"a story of two reports", `SELECT story_id FROM coverage WHERE kind <> 'news' GROUP BY story_id HAVING count(*) > 1`},
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
		{"every state of core coverage occurs", `SELECT state FROM (VALUES ('stated'), ('aimed at'), ('named'), ('not stated'), ('elsewhere'), ('not collected')) s(state) ANTI JOIN core_coverage USING (state)`},
		{"targets are met, missed and left unsaid", `SELECT met FROM (VALUES ('met'), ('missed'), ('not stated'), ('not collected')) s(met) ANTI JOIN targets USING (met)`},
	} {
		if got := table(t, r, c.query); len(got) > 0 {
			t.Errorf("%s, but not %v", c.of, got)
		}
	}
}

// everyQueryAnswers runs the example of each query.
func everyQueryAnswers(t *testing.T, r *load.Reader) {
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
		if got := table(t, r, q.SQL, bound(q, values)...); len(got) == 0 {
			t.Errorf("%s answers nothing", q.Name)
		}
	}
}

// answers are rows that a person finds in the texts: of each query one that must be among what it answers, by its columns.
var answers = []struct {
	query string
	given map[string]string
	row   map[string]string
}{
	{"compare_places", map[string]string{"within": "福建省"}, map[string]string{"place": "宁德市", "year": "2013", "value": "123000000000", "unit": "CNY"}},
	{"copies", nil, map[string]string{"copies": "2", "documents": "VIDE1384169644324650 · VIDE1384177442571920"}},
	{"corrected", nil, map[string]string{"before": "981.000000", "value": "918", "who": "林", "quote": "群众主动评价981件"}},
	{"coverage_by_source", map[string]string{"source": "新闻联播"}, map[string]string{"documents": "1220", "kinds": "news"}},
	{"disagreements", map[string]string{"explanation": "revised", "limit": "1000"},
		map[string]string{"one": "政府工作报告-其他地市/龙岩市/2016", "other": "政府工作报告-其他地市/龙岩市/2021"}},
	{"entity", map[string]string{"name": "氟新材料"}, map[string]string{"entity": "氟新材料产业", "value": "3300000000", "quote": "实现产值33亿元"}},
	{"facts_of_place", map[string]string{"place": "清流县", "limit": "500"}, map[string]string{"indicator": "output_value", "value": "3300000000", "subject": "氟新材料产业"}},
	{"failed_checks", map[string]string{"kind": "classes"}, map[string]string{"stated": "164", "computed": "165", "place": "福建省"}},
	{"growth_league", map[string]string{"within": "福建省", "year": "2022"}, map[string]string{"rank": "1", "place": "宁德市", "percent": "10.7"}},
	{"growth_league", map[string]string{"indicator": "retail_sales", "year": "2022", "limit": "500"}, map[string]string{"place": "福建省", "percent": "3.3"}},
	{"implied_totals", map[string]string{"place": "350524"}, map[string]string{"place": "安溪县", "says": "117亿元 at 14.8% of 规上工业总产值 implies a total of 790.54亿元"}},
	{"industry_over_time", map[string]string{"place": "宁德市", "industry": "锂电"}, map[string]string{"period_end": "2019-12-31", "measure": "growth", "value": "44.3"}},
	{"not_stated", map[string]string{"place": "南平市"}, map[string]string{"name": "地区生产总值", "stated": "2013 2015 2017 2018 2019 2020", "not_collected": "2014 2016"}},
	{"output_by_industry", map[string]string{"place": "福建省", "year": "2023"}, map[string]string{"place": "福建省", "industry": "海洋经济", "value": "1200000000000"}},
	{"revisions", map[string]string{"place": "泉州市", "statistic": "地区生产总值"}, map[string]string{"first": "664660000000", "revised": "692100000000", "percent": "4.13"}},
	{"series_of_place", map[string]string{"place": "350100"}, map[string]string{"period_end": "2015-12-31", "value": "561810000000", "revised": "577700000000", "n_stories": "2"}},
	{"signed_and_completed", map[string]string{"place": "宁德市"}, map[string]string{"year": "2022", "signed": "1122", "completed": "719"}},
	{"specialised_enterprises", map[string]string{"within": "福建省"}, map[string]string{"place": "福建省", "year": "2025", "enterprises": "426"}},
	{"specialised_enterprises", map[string]string{"within": "泉州市"}, map[string]string{"place": "泉州市", "year": "2025", "enterprises": "928"}},
	{"targets_met", map[string]string{"indicator": "gdp"}, map[string]string{"place": "福建省"}},
	{"targets_missed", map[string]string{"place": "福建省", "year": "2022"}, map[string]string{"statistic": "地区生产总值", "target": "6.5", "result": "4.7", "margin": "-1.8",
		"target_sentence": "今年经济社会发展的主要预期目标是：全省地区生产总值增长6.5%，在实际工作中争取更好结果。"}},
	{"unread_by_document", map[string]string{"limit": "5000"}, map[string]string{"doc_id": "国家统计局年度统计/1978"}},
	{"unread_by_source", map[string]string{"limit": "5000"}, map[string]string{"source": "www.stats.gov.cn", "documents": "46"}},
}

func whatQueriesAnswer(t *testing.T, r *load.Reader) {
	asked := map[string]bool{}
	for _, a := range answers {
		asked[a.query] = true
		q, err := queries.Get(a.query)
		if err != nil {
			t.Error(err)
			continue
		}
		values, err := q.Bind(a.given)
		if err != nil {
			t.Error(err)
			continue
		}
		columns, rows := answer(t, r, q.SQL, bound(q, values)...)
		if !slices.ContainsFunc(rows, func(row []string) bool {
			for column, want := range a.row {
				i := slices.Index(columns, column)
				if i < 0 || row[i] != want {
					return false
				}
			}
			return true
		}) {
			t.Errorf("%s %v: none of %d rows is %v; the first: %q", a.query, a.given, len(rows), a.row, rows[:min(2, len(rows))])
		}
	}
	for _, q := range queries.All() {
		if !asked[q.Name] {
			t.Errorf("no row of what %s answers is known", q.Name)
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

// forgeries are figures of real reports changed by one digit or two, with the kind of check that must find each where the
// report stands among others (with) or beside its own original (copy).
var forgeries = []struct {
	report, real, forged string
	with                 []string
	copy                 bool
	check                string
}{
	{"政府工作报告-省自治区/福建省/2023", "一般公共预算总收入5382.3亿元", "一般公共预算总收入8382.3亿元", nil, true, "copies"},
	{"政府工作报告-省自治区/福建省/2024", "一般公共预算总收入5907亿元", "一般公共预算总收入5970亿元", []string{"政府工作报告-省自治区/福建省/2023"}, false, "growth"},
	{"政府工作报告-其他地市/漳州市/2023", "地区生产总值5706.58亿元", "地区生产总值57065.8亿元", []string{"政府工作报告-省自治区/福建省/2023"}, false, "contained"},
	{"国家统计局年度统计/2019", "进口143162亿元", "进口134162亿元", nil, false, "identity"},
	{"国家统计局年度统计/2019", "第二产业增加值386165亿元", "第二产业增加值368165亿元", nil, false, "identity"},
	{"国家统计局年度统计/2021", "46773万人，占全国就业人员比重为62.7%", "46773万人，占全国就业人员比重为67.2%", nil, false, "share"},
	{"国家统计局年度统计/2000", "46251万吨", "4625万吨", nil, false, "part"},
	{"政府工作报告-其他地市/三明市/2016", "14.7∶51.1∶34.2", "14.7∶51.1∶43.2", nil, false, "structure"},
}

// TestAFalsifiedReportIsCaught: each forgery fails a check that the original passes.
func TestAFalsifiedReportIsCaught(t *testing.T) {
	failed := func(t *testing.T, dir, check string) int {
		db := filepath.Join(t.TempDir(), "f.duckdb")
		if err := run(context.Background(), runOptions{db: db}, []string{dir}, io.Discard); err != nil {
			t.Fatal(err)
		}
		n, _ := strconv.Atoi(table(t, openDB(t, db), `SELECT count(*) FROM checks WHERE NOT passed AND kind = '`+check+`'`)[0][0])
		return n
	}
	for _, f := range forgeries {
		t.Run(f.check+" "+f.forged, func(t *testing.T) {
			honest, forged := t.TempDir(), t.TempDir()
			put := func(dir, name, text string) {
				if err := os.WriteFile(filepath.Join(dir, strings.ReplaceAll(name, "/", " ")+".md"), []byte(text), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			for _, name := range append([]string{f.report}, f.with...) {
				b, err := os.ReadFile(filepath.Join(shared, "reports", name+".md"))
				if err != nil {
					t.Skip("the reports are not beside the repository:", err)
				}
				text := string(b)
				put(honest, name, text)
				if name == f.report {
					changed := strings.Replace(text, f.real, f.forged, 1)
					if changed == text {
						t.Fatalf("%s does not state %s", name, f.real)
					}
					if f.copy {
						put(honest, name+" copy", text)
						put(forged, name+" copy", text)
					}
					text = changed
				}
				put(forged, name, text)
			}
			if before, after := failed(t, honest, f.check), failed(t, forged, f.check); after <= before {
				t.Errorf("%d checks of %s fail of the original, %d of the forged", before, f.check, after)
			}
		})
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
