package transform_test

import (
	"slices"
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
	for row := range strings.Lines(tables.Text("words.csv")) {
		class, list, _ := strings.Cut(row, ",")
		words := strings.Fields(list)
		if slices.Sort(words); len(slices.Compact(words)) < len(strings.Fields(list)) && !strings.HasPrefix(class, "#") {
			t.Errorf("words.csv names a word of the class %s twice", class)
		}
	}
}
