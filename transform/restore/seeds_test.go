package restore

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"
)

const shared = "../../../shared"

func sharedFile(t testing.TB, name string) string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(shared, name))
	if os.IsNotExist(err) {
		t.Skipf("%s is not here: the texts to try on stand beside the repository", name)
	}
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func sharedFiles(t testing.TB, dir, ext string) []string {
	t.Helper()
	var names []string
	err := filepath.WalkDir(filepath.Join(shared, dir), func(path string, e fs.DirEntry, err error) error {
		if err == nil && !e.IsDir() && filepath.Ext(path) == ext && e.Name() != "README.md" {
			name, err := filepath.Rel(shared, path)
			if err != nil {
				return err
			}
			names = append(names, name)
		}
		return err
	})
	if err != nil {
		t.Skipf("%s is not here: the texts to try on stand beside the repository", dir)
	}
	slices.Sort(names)
	return names
}

// narrowed drops white space and folds width, the two things texts may differ in.
func narrowed(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return -1
		case r >= 0xFF01 && r <= 0xFF5E:
			return r - 0xFEE0
		}
		return r
	}, s)
}

// distance is the number of characters to insert, delete or replace to make one text of the other.
func distance(a, b string) int {
	x, y := []rune(a), []rune(b)
	for len(x) > 0 && len(y) > 0 && x[0] == y[0] {
		x, y = x[1:], y[1:]
	}
	for len(x) > 0 && len(y) > 0 && x[len(x)-1] == y[len(y)-1] {
		x, y = x[:len(x)-1], y[:len(y)-1]
	}
	row := make([]int, len(y)+1)
	for j := range row {
		row[j] = j
	}
	for i := range x {
		diagonal := row[0]
		row[0] = i + 1
		for j := range y {
			cost := diagonal
			if x[i] != y[j] {
				cost++
			}
			diagonal = row[j+1]
			row[j+1] = min(cost, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(y)]
}

func TestSeeds(t *testing.T) {
	for _, name := range sharedFiles(t, "seeds", ".txt") {
		want := sharedFile(t, filepath.Join("gold", "clean", filepath.Base(name)))
		got := Restore(sharedFile(t, name), "")
		a, b := narrowed(got.Clean), narrowed(want)
		wrong := distance(a, b)
		t.Logf("%s: %d of %d characters wrong, repairs %v, suspect %v", filepath.Base(name), wrong, len([]rune(b)), got.Counts, got.Suspect)
		if wrong*1000 > len([]rune(b)) {
			t.Errorf("%s: %d of %d characters wrong, more than 0.1 %%", name, wrong, len([]rune(b)))
			showDifferences(t, got.Clean, want)
		}
		if got.Clean != strings.TrimSpace(want) {
			t.Logf("%s: white space or width differ", name)
			showDifferences(t, got.Clean, strings.TrimSpace(want))
		}
	}
}

func showDifferences(t *testing.T, got, want string) {
	t.Helper()
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	shown := 0
	for i := range max(len(g), len(w)) {
		var a, b string
		if i < len(g) {
			a = g[i]
		}
		if i < len(w) {
			b = w[i]
		}
		if a != b && shown < 6 {
			t.Logf("line %d\n got %s\nwant %s", i+1, a, b)
			shown++
		}
	}
}
