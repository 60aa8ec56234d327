package export

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"
)

// The notebook is kept as a Python file whose cells begin at "# %%", as editors and jupytext know it, so that it can be
// read, run and checked as a program.
//
//go:embed facts.py
var notebookOfFacts string

// notebookNeeds are the columns that its questions are asked of.
var notebookNeeds = []string{
	"fact_id", "doc_id", "indicator", "indicator_text", "measure", "base", "value", "unit", "bound", "subject_kind", "region_code", "region_name",
	"industry", "qualifier", "period_kind", "period_start", "period_end", "status", "quote",
}

// CheckNotebook reports whether the notebook can ask its questions of rows with these columns.
func CheckNotebook(columns []string) error {
	for _, need := range notebookNeeds {
		if !slices.Contains(columns, need) {
			return fmt.Errorf("the notebook asks about facts, and there is no column %s: export facts, or take --format parquet", need)
		}
	}
	return nil
}

type notebook struct {
	Cells    []any          `json:"cells"`
	Metadata map[string]any `json:"metadata"`
	Format   int            `json:"nbformat"`
	Minor    int            `json:"nbformat_minor"`
}

type textCell struct {
	Type     string   `json:"cell_type"`
	ID       string   `json:"id"`
	Metadata struct{} `json:"metadata"`
	Source   []string `json:"source"`
}

type codeCell struct {
	Type     string   `json:"cell_type"`
	Count    *int     `json:"execution_count"`
	ID       string   `json:"id"`
	Metadata struct{} `json:"metadata"`
	Outputs  []any    `json:"outputs"`
	Source   []string `json:"source"`
}

// Notebook writes a notebook that asks its questions of a Parquet file and, where it is there, of the database; both
// names are relative to the notebook.
func Notebook(w io.Writer, parquet, database string) error {
	n := notebook{Format: 4, Minor: 5, Metadata: map[string]any{
		"kernelspec":    map[string]string{"display_name": "Python 3", "language": "python", "name": "python3"},
		"language_info": map[string]string{"name": "python"},
	}}
	for i, cell := range strings.Split(notebookOfFacts, "# %%")[1:] {
		id := fmt.Sprintf("cell-%d", i)
		if text, ok := strings.CutPrefix(cell, " [markdown]\n"); ok {
			n.Cells = append(n.Cells, textCell{Type: "markdown", ID: id, Source: uncommented(text)})
			continue
		}
		code := strings.Trim(cell, "\n")
		if i == 1 {
			code = "PARQUET = " + pythonString(parquet) + "\nDATABASE = " + pythonString(database) + "\n\n" + code
		}
		n.Cells = append(n.Cells, codeCell{Type: "code", ID: id, Outputs: []any{}, Source: lines(code)})
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	return e.Encode(n)
}

func uncommented(text string) []string {
	var b strings.Builder
	for line := range strings.Lines(strings.Trim(text, "\n")) {
		b.WriteString(strings.TrimPrefix(strings.TrimPrefix(line, "#"), " "))
	}
	return lines(b.String())
}

func lines(text string) []string { return slices.Collect(strings.Lines(text)) }

// pythonString: JSON writes strings as Python does.
func pythonString(s string) string {
	b, err := json.Marshal(s)
	if err != nil {
		panic(err) // a string always marshals
	}
	return string(b)
}
