package corpus

import (
	"io/fs"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/simplifiedchinese"
)

func names(t *testing.T) []string {
	t.Helper()
	entries, err := fs.ReadDir(FS, ".")
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, e := range entries {
		out = append(out, e.Name())
	}
	return out
}

func TestReadmeListsTheArticles(t *testing.T) {
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	var listed []string
	for _, m := range regexp.MustCompile("(?m)^\\| `([^`]+)`").FindAllStringSubmatch(string(readme), -1) {
		listed = append(listed, m[1])
	}
	slices.Sort(listed)
	if d := cmp.Diff(listed, names(t)); d != "" {
		t.Errorf("README.md and the articles differ: %s", d)
	}
}

func TestEveryArticleNamesItsSource(t *testing.T) {
	for _, name := range names(t) {
		b, err := fs.ReadFile(FS, name)
		if err != nil {
			t.Fatal(err)
		}
		if !utf8.Valid(b) {
			if b, err = simplifiedchinese.GBK.NewDecoder().Bytes(b); err != nil {
				t.Errorf("%s is neither UTF-8 nor GBK: %v", name, err)
			}
		}
		text := string(b)
		if !slices.ContainsFunc([]string{"来源:", "来源：", "來源：", "源:", "source:", `"source":`}, func(s string) bool { return strings.Contains(text, s) }) {
			t.Errorf("%s does not say where its figures come from", name)
		}
		if strings.ContainsRune(text, utf8.RuneError) {
			t.Errorf("%s holds characters that could not be decoded", name)
		}
	}
}
