//go:build e2e

package main_test

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// growthOf is what the reports of the test state of each county's gross product in 2024.
var growthOf = map[string]string{"清流县": "5.2", "永安市": "6.8", "尤溪县": "4.9", "大田县": "7.1"}

// reports writes a page and a text for each county, and returns their folder.
func reports(t *testing.T) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "reports")
	if err := os.Mkdir(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	lines := ""
	for place, growth := range growthOf {
		for year, level := range map[int]string{2022: "150.5", 2023: "162", 2024: "171.25"} {
			text := fmt.Sprintf("%d年，%s实现地区生产总值%s亿元，同比增长%s%%。", year, place, level, growth)
			line, err := json.Marshal(map[string]string{
				"doc_id": fmt.Sprintf("%s-%d", place, year), "url": fmt.Sprintf("https://example.org/%s?y=%d&x=1", place, year),
				"text": text, "published_at": fmt.Sprintf("%d-01-20 09:00", year+1),
			})
			if err != nil {
				t.Fatal(err)
			}
			lines += string(line) + "\n"
		}
	}
	if err := os.WriteFile(filepath.Join(dir, "reports.jsonl"), []byte(lines), 0o644); err != nil {
		t.Fatal(err)
	}
	return dir
}

type user struct {
	t    *testing.T
	root string // of the repository
	dir  string // where the user works
}

func newUser(t *testing.T) user {
	t.Helper()
	root, err := filepath.Abs(filepath.Join("..", ".."))
	if err != nil {
		t.Fatal(err)
	}
	return user{t, root, t.TempDir()}
}

// do runs a program of the repository, or of the machine.
func (u user) do(program string, args ...string) string {
	u.t.Helper()
	if strings.Contains(program, "/") {
		program = filepath.Join(u.root, program)
	}
	c := exec.Command(program, args...)
	c.Dir = u.dir
	c.Env = append(os.Environ(), "HOME="+u.dir, "MPLBACKEND=module://matplotlib_inline.backend_inline")
	out, err := c.CombinedOutput()
	if err != nil {
		u.t.Fatalf("%s %s: %v\n%s", program, strings.Join(args, " "), err, out)
	}
	return string(out)
}

func (u user) python(script string) string {
	u.t.Helper()
	return u.do(".venv/bin/python", "-c", script)
}

func (u user) has(what, got string, want ...string) {
	u.t.Helper()
	for _, w := range want {
		if !strings.Contains(got, w) {
			u.t.Errorf("%s lacks %q:\n%.4000s", what, w, got)
		}
	}
}

// TestE2EExports opens every export with the program it is for.
func TestE2EExports(t *testing.T) {
	u := newUser(t)
	u.do("bin/yiyuan", "run", reports(t), "--db", "r.duckdb")
	for _, file := range []string{"facts.ipynb", "facts.xlsx", "documents.xlsx"} {
		u.do("bin/yiyuan", "export", strings.SplitN(file, ".", 2)[0], "--db", "r.duckdb", "-o", file)
	}
	t.Run("parquet", u.parquet)
	t.Run("notebook", u.notebook)
	t.Run("excelize", u.excelize)
	t.Run("libreoffice", u.libreoffice)
}

func (u user) parquet(t *testing.T) {
	u.t = t
	got := u.python(`
import duckdb, pyarrow.parquet as pq
table = pq.read_table("facts.parquet")
footer = {k.decode(): v.decode() for k, v in pq.read_metadata("facts.parquet").metadata.items()}
print("rows", table.num_rows, duckdb.sql("SELECT count(*) FROM 'facts.parquet'").fetchall()[0][0])
print("type", table.schema.field("value").type, table.schema.field("period_end").type)
print("sum", duckdb.sql("SELECT sum(value) FROM 'facts.parquet' WHERE unit = 'CNY' AND indicator = 'gdp'").fetchall()[0][0], sum(v for v, u in zip(table["value"].to_pylist(), table["unit"].to_pylist()) if u == "CNY"))
print("says", footer["table"], "|", footer["description"], "|", footer["column.value"])
print("described", sum("column." + c in footer for c in table.column_names), len(table.column_names))
`)
	u.has("the Parquet file", got, "rows 24 24", "type decimal128(28, 6) date32[day]", "sum 193500000000.000000 193500000000.000000",
		"says facts | One row a statement of a quantity | exact, in the canonical unit", "described 34 34")
}

func (u user) notebook(t *testing.T) {
	u.t = t
	u.do(".venv/bin/python", "-m", "nbconvert", "--to", "notebook", "--execute", "--output", "done.ipynb", "facts.ipynb")
	text, err := os.ReadFile(filepath.Join(u.dir, "done.ipynb"))
	if err != nil {
		t.Fatal(err)
	}
	var n struct {
		Cells []struct {
			Outputs []struct {
				Name string
				Text []string
				Data map[string]any
			}
		}
	}
	if err := json.Unmarshal(text, &n); err != nil {
		t.Fatal(err)
	}
	said, charts := "", 0
	for _, c := range n.Cells {
		for _, o := range c.Outputs {
			said += strings.Join(o.Text, "")
			if o.Name == "stderr" {
				t.Errorf("the notebook complains: %s", strings.Join(o.Text, ""))
			}
			if _, ok := o.Data["image/png"]; ok {
				charts++
			}
		}
	}
	if charts != 3 {
		t.Errorf("%d charts, want 3", charts)
	}
	u.has("the notebook", said, "24 facts of 12 documents", "150.50", "162.00", "171.25")
	var league []string
	for line := range strings.Lines(said) {
		if f := strings.Fields(line); len(f) == 5 && f[0] == "gdp" && f[1] == "2024" {
			league = append(league, f[2]+" "+f[3])
		}
	}
	if want := []string{"大田县 7.1", "永安市 6.8", "清流县 5.2", "尤溪县 4.9"}; !slices.Equal(league, want) {
		t.Errorf("the league is %q, want %q:\n%s", league, want, said)
	}
	u.has("the sentence behind a figure", said, "同比增长")
}

func (u user) excelize(t *testing.T) {
	u.t = t
	f, err := excelize.OpenFile(filepath.Join(u.dir, "facts.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := f.GetRows("facts")
	if err != nil || len(rows) != 25 {
		t.Fatalf("%d rows (%v)", len(rows), err)
	}
	value, link := slices.Index(rows[0], "value")+1, slices.Index(rows[0], "doc_id")+1
	at := func(column int) string {
		name, err := excelize.CoordinatesToCellName(column, 2)
		if err != nil {
			t.Fatal(err)
		}
		return name
	}
	shown := rows[1][value-1]
	if !strings.HasSuffix(shown, "元") && !strings.HasSuffix(shown, "%") {
		t.Errorf("the first value is shown as %q", shown)
	}
	if formula, err := f.GetCellFormula("facts", at(link)); err != nil || !strings.HasPrefix(formula, `HYPERLINK("https://example.org/`) {
		t.Errorf("the link is %q (%v)", formula, err)
	}
}

// libreoffice converts the workbooks there and back: had it to repair one, or did it take a formula or figure for
// something else, the values would not come through.
func (u user) libreoffice(t *testing.T) {
	u.t = t
	for _, name := range []string{"facts", "documents"} {
		u.do("soffice", "-env:UserInstallation=file://"+u.dir+"/office", "--headless", "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false", name+".xlsx")
	}
	got, err := os.ReadFile(filepath.Join(u.dir, "facts.csv"))
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(string(got), "Err:") || strings.Contains(string(got), "#NAME") {
		t.Errorf("a formula is broken: %s", got)
	}
	if n := strings.Count(string(got), "\n"); n != 25 {
		t.Errorf("%d lines, want 25", n)
	}
	u.has("the sheet in LibreOffice", string(got), "17125000000", "大田县-2024", "2024-12-31")
	texts, err := os.ReadFile(filepath.Join(u.dir, "documents.csv"))
	if err != nil {
		t.Fatal(err)
	}
	u.has("the texts in LibreOffice", string(texts), "大田县实现地区生产总值171.25亿元", "https://example.org/大田县?y=2024&x=1")
}
