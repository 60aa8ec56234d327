package export

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"yiyuan"
	"yiyuan/load"
)

// database holds one document without figures.
func database(t testing.TB) *load.Reader {
	t.Helper()
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "a.duckdb")
	w, err := load.Begin(ctx, path, load.Options{Now: time.Now()})
	if err != nil {
		t.Fatal(err)
	}
	defer w.Abandon()
	c, err := load.Check(&yiyuan.Reading{Document: yiyuan.Document{DocID: "茶", Text: "茶香满园。"}})
	if err != nil {
		t.Fatal(err)
	}
	if err := w.Put(c); err != nil {
		t.Fatal(err)
	}
	if _, err := w.Publish(ctx, load.Outcome{Now: time.Now()}); err != nil {
		t.Fatal(err)
	}
	r, err := load.OpenReader(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { r.Close() })
	return r
}

func query(t testing.TB, r *load.Reader, sql string) *load.Rows {
	t.Helper()
	rows, err := r.Query(context.Background(), sql)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { rows.Close() })
	return rows
}

func TestCSVCellsAreHarmless(t *testing.T) {
	r := database(t)
	for _, c := range []struct{ cell, safe, raw string }{
		{`'=1+1'`, `'=1+1`, `=1+1`},
		{`'=HYPERLINK("https://example.org")'`, `"'=HYPERLINK(""https://example.org"")"`, `"=HYPERLINK(""https://example.org"")"`},
		{`'+86 591'`, `'+86 591`, `+86 591`},
		{`'@清流'`, `'@清流`, `@清流`},
		{`'-2+3'`, `'-2+3`, `-2+3`},
		{`'-'`, `'-`, `-`},
		{`chr(9) || '=1'`, "'\t=1", "\t=1"},
		{`'-3.5'`, `-3.5`, `-3.5`},
		{`'-3.5%'`, `'-3.5%`, `-3.5%`},
		{`'-3.5.1'`, `'-3.5.1`, `-3.5.1`},
		{`-3.5::DECIMAL(28,6)`, `-3.5`, `-3.5`},
		{`-7`, `-7`, `-7`},
		{`'30亿元'`, `30亿元`, `30亿元`},
		{`NULL`, ``, ``},
	} {
		for _, o := range []struct {
			is   CSV
			want string
		}{{CSV{}, "a,b\n" + c.safe + ",1\n"}, {CSV{Raw: true, BOM: true}, "\ufeffa,b\n" + c.raw + ",1\n"}} {
			var b bytes.Buffer
			if err := o.is.Write(&b, query(t, r, `SELECT `+c.cell+` AS a, 1 AS b`)); err != nil {
				t.Fatal(err)
			}
			// The writer quotes what begins with a blank.
			if got := strings.ReplaceAll(b.String(), "\"\t=1\"", "\t=1"); got != o.want {
				t.Errorf("%s: %q, want %q", c.cell, got, o.want)
			}
		}
	}
}

func sheet(t *testing.T, b Workbook, rows *load.Rows) *excelize.File {
	t.Helper()
	var file bytes.Buffer
	if _, err := b.Write(&file, rows); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(&file)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

func TestCellsOfAWorkbook(t *testing.T) {
	r := database(t)
	book := Workbook{
		Name: "facts", Meaning: load.Meaning{Says: "One row a statement", Columns: map[string]string{"x": "what is seen"}},
		Units: []load.Pair{{Key: "CNY", Value: "元"}, {Key: "percent", Value: "%"}},
		Links: map[string]string{"网页": "https://example.org/a?b=1&c=\"", "文件": "file:///etc/passwd"},
	}
	for _, c := range []struct {
		columns, shown, formula string
		kind                    excelize.CellType
	}{
		{`3000000000.000000::DECIMAL(28,6) AS value, 'CNY' AS unit, 'over' AS bound`, `超 3,000,000,000元`, ``, excelize.CellTypeUnset},
		{`-22.2::DECIMAL(28,6) AS value, 'percent' AS unit, 'exact' AS bound`, `-22.2%`, ``, excelize.CellTypeUnset},
		{`7::DECIMAL(28,6) AS value, 'count' AS unit, 'at_least' AS bound`, `≥ 7`, ``, excelize.CellTypeUnset},
		{`1234567890123456.7::DECIMAL(28,6) AS value, 'CNY' AS unit`, `1234567890123456.7`, ``, excelize.CellTypeInlineString},
		{`DATE '2025-11-30' AS d`, `2025-11-30`, ``, excelize.CellTypeUnset},
		{`DATE '1890-01-01' AS d`, `1890-01-01`, ``, excelize.CellTypeInlineString},
		{`TIMESTAMP '2025-11-30 08:30:00' AS t`, `2025-11-30 08:30:00`, ``, excelize.CellTypeUnset},
		{`true AS b`, `TRUE`, ``, excelize.CellTypeBool},
		{`42 AS n`, `42`, ``, excelize.CellTypeUnset},
		{`'=1+1' AS s`, `=1+1`, ``, excelize.CellTypeInlineString},
		{`'网页' AS doc_id`, `网页`, `HYPERLINK("https://example.org/a?b=1&c=""","网页")`, excelize.CellTypeFormula},
		{`'文件' AS doc_id`, `文件`, ``, excelize.CellTypeInlineString},
		{`'https://example.org' AS url`, `https://example.org`, `HYPERLINK("https://example.org","https://example.org")`, excelize.CellTypeFormula},
		{`'javascript:alert(1)' AS url`, `javascript:alert(1)`, ``, excelize.CellTypeInlineString},
		{`'https://example.org/' || repeat('长', 300) AS url`, `https://example.org/` + strings.Repeat("长", 300), ``, excelize.CellTypeInlineString},
		{`repeat('字', 40000) AS text`, strings.Repeat("字", 32000) + `…`, ``, excelize.CellTypeInlineString},
	} {
		f := sheet(t, book, query(t, r, `SELECT `+c.columns))
		shown, err := f.GetCellValue("facts", "A2")
		kind, errKind := f.GetCellType("facts", "A2")
		formula, errFormula := f.GetCellFormula("facts", "A2")
		if err != nil || errKind != nil || errFormula != nil {
			t.Fatal(err, errKind, errFormula)
		}
		if formula != c.formula || shown != c.shown || formula == "" && kind != c.kind {
			t.Errorf("%.80s: %.80q of type %d, formula %q; want %.80q, %d, %q", c.columns, shown, kind, formula, c.shown, c.kind, c.formula)
		}
	}
}

func TestASheetHasAFrozenHeaderAndDefinitions(t *testing.T) {
	r := database(t)
	f := sheet(t, Workbook{
		Name: "a/b", Meaning: load.Meaning{Says: "One row a statement", Columns: map[string]string{"x": "what is seen"}},
		Units: []load.Pair{{Key: "CNY", Value: "元"}}, About: []load.Pair{{Key: "run", Value: "r1"}},
	}, query(t, r, `SELECT 1 AS x, 'CNY' AS unit, 'over' AS bound`))
	if got := strings.Join(f.GetSheetList(), " "); got != "a_b definitions" {
		t.Fatalf("sheets %s", got)
	}
	panes, err := f.GetPanes("a_b")
	if err != nil || !panes.Freeze || panes.YSplit != 1 {
		t.Errorf("panes %+v (%v)", panes, err)
	}
	rows, err := f.GetRows("definitions")
	if err != nil {
		t.Fatal(err)
	}
	got := fmt.Sprint(rows)
	for _, want := range []string{"[a/b  One row a statement]", "[run  r1]", "[x integer what is seen]", "[CNY 元]", "[over 超]"} {
		if !strings.Contains(got, want) {
			t.Errorf("definitions %s lack %s", got, want)
		}
	}
}

// Excel takes 65,530 links a sheet, and calls a file with more of them broken.
func TestMoreLinksThanExcelTakes(t *testing.T) {
	r := database(t)
	f := sheet(t, Workbook{Name: "facts"}, query(t, r, `SELECT 'https://example.org/' || range AS url FROM range(66000)`))
	if formula, err := f.GetCellFormula("facts", "A66001"); err != nil || formula != `HYPERLINK("https://example.org/65999","https://example.org/65999")` {
		t.Errorf("the last link is %q (%v)", formula, err)
	}
	if ok, _, err := f.GetCellHyperLink("facts", "A2"); ok || err != nil {
		t.Errorf("a true link (%v)", err)
	}
}

func TestTheNotebookIsWellFormed(t *testing.T) {
	var b bytes.Buffer
	if err := Notebook(&b, `it's "facts".parquet`, "../库.duckdb"); err != nil {
		t.Fatal(err)
	}
	var n struct {
		Cells []struct {
			Type    string `json:"cell_type"`
			Source  []string
			Outputs []any
		}
		Nbformat int
	}
	if err := json.Unmarshal(b.Bytes(), &n); err != nil || n.Nbformat != 4 {
		t.Fatal(n.Nbformat, err)
	}
	code, charts := 0, 0
	for i, c := range n.Cells {
		source := strings.Join(c.Source, "")
		if c.Type == "code" {
			code++
			charts += strings.Count(source, "plt.show()")
			if c.Outputs == nil {
				t.Errorf("cell %d has no outputs", i)
			}
		} else if strings.HasPrefix(source, "#  ") || strings.Contains(source, "\n# One row") {
			t.Errorf("cell %d keeps its comment signs: %q", i, source)
		}
	}
	if code < 6 || charts != 3 {
		t.Errorf("%d cells of code, %d charts", code, charts)
	}
	if first := strings.Join(n.Cells[1].Source[:2], ""); first != "PARQUET = \"it's \\\"facts\\\".parquet\"\nDATABASE = \"../库.duckdb\"\n" {
		t.Errorf("names %q", first)
	}
	if !strings.Contains(b.String(), "read_only=True") {
		t.Error("the database is not opened read-only")
	}
}

func TestANotebookNeedsFacts(t *testing.T) {
	if err := CheckNotebook(notebookNeeds); err != nil {
		t.Error(err)
	}
	if err := CheckNotebook([]string{"code", "name"}); err == nil || !strings.Contains(err.Error(), "no column fact_id") {
		t.Errorf("units: %v", err)
	}
}
