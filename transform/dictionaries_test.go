package transform_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"yiyuan/transform/tables"
)

// TestNoNameTwice: of two rows for one name the readers keep one, and whoever edits the other wonders.
func TestNoNameTwice(t *testing.T) {
	for _, table := range []string{"indicators.csv", "earnings.csv", "nouns.csv", "industries.csv", "branches.csv", "areas.csv", "entities.csv", "phrases.csv", "headings.csv", "place_words.csv", "number_words.csv", "unit_words.csv", "segment_words.csv"} {
		seen := map[string]bool{}
		for row := range strings.Lines(tables.Text(table)) {
			name, _, _ := strings.Cut(strings.TrimSpace(row), ",")
			if name == "" || strings.HasPrefix(name, "#") {
				continue
			}
			if seen[name] {
				t.Errorf("%s names %s twice", table, name)
			}
			seen[name] = true
		}
	}
	for _, table := range []string{"words.csv", "phrases.csv", "headings.csv", "place_words.csv", "number_words.csv", "unit_words.csv", "segment_words.csv"} {
		for name, list := range tables.Lists(tables.Text(table)) {
			words := slices.Sorted(slices.Values(list))
			if len(slices.Compact(words)) < len(list) {
				t.Errorf("%s names a word of %s twice", table, name)
			}
		}
	}
}

// TestListsAreAskedFor: a list that no rule asks for says nothing, and one that is asked for and not there fails the first text that needs it.
func TestListsAreAskedFor(t *testing.T) {
	for table, room := range map[string]string{
		"phrases.csv": "figure", "headings.csv": "period", "place_words.csv": "place", "number_words.csv": "number", "unit_words.csv": "unit",
		"segment_words.csv": "segment", "earnings.csv": "indicator",
	} {
		asked := listsAskedFor(t, room)
		for name := range tables.Lists(tables.Text(table)) {
			if !asked[name] {
				t.Errorf("%s: no rule asks for the list %q", table, name)
			}
			delete(asked, name)
		}
		for name := range asked {
			t.Errorf("%s has no list %q, which a rule asks for", table, name)
		}
	}
}

// listsAskedFor are the names that the sources of a room ask its table for.
func listsAskedFor(t *testing.T, room string) map[string]bool {
	sources, err := filepath.Glob(filepath.Join(room, "*.go"))
	if err != nil || len(sources) == 0 {
		t.Fatalf("sources of %s: %d, %v", room, len(sources), err)
	}
	asked := map[string]bool{}
	for _, name := range sources {
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok || len(call.Args) != 1 {
				return true
			}
			from, ok := call.Fun.(*ast.Ident)
			if name, is := call.Args[0].(*ast.BasicLit); ok && is && (strings.HasPrefix(from.Name, "phrase") || from.Name == "earnings") {
				text, err := strconv.Unquote(name.Value)
				asked[text] = err == nil
			}
			return true
		})
	}
	return asked
}
