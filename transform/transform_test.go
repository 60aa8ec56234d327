package transform_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"yiyuan"
	"yiyuan/corpus"
	"yiyuan/transform"
)

// texts are the articles of the sample corpus, and the real reports where they are at hand.
func texts(t *testing.T) map[string][]byte {
	t.Helper()
	all := map[string][]byte{}
	read := func(fsys fs.FS, ext string, every int) {
		n := 0
		err := fs.WalkDir(fsys, ".", func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || filepath.Ext(path) != ext {
				return err
			}
			if n++; n%every != 0 {
				return nil
			}
			b, err := fs.ReadFile(fsys, path)
			all[path] = b
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	read(corpus.FS, ".txt", 1)
	if _, err := os.Stat("../../shared/reports"); err == nil {
		read(os.DirFS("../../shared/reports"), ".md", 25)
		read(os.DirFS("../../shared/seeds"), ".txt", 1)
	}
	return all
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' || r >= '０' && r <= '９' }

// TestEveryDigitStandsInOneMention holds the ledger to its promise: no figure vanishes silently.
func TestEveryDigitStandsInOneMention(t *testing.T) {
	for name, body := range texts(t) {
		r, err := transform.Transform(yiyuan.Source{DocID: name, Body: body})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		runes := []rune(r.Document.Text)
		covered := make([]int, len(runes))
		for _, m := range r.Mentions {
			if got := string(runes[m.Start:m.End]); got != m.Text {
				t.Errorf("%s: mention says %q, the text has %q", name, m.Text, got)
			}
			for i := m.Start; i < m.End; i++ {
				covered[i]++
			}
		}
		for i, c := range runes {
			if covered[i] > 1 || isDigit(c) && covered[i] != 1 {
				t.Fatalf("%s: %q at %d stands in %d mentions", name, c, i, covered[i])
			}
		}
	}
}

// TestFactsPointAtTheirFigures: the text between a fact's offsets is its value_text, and its mention says fact.
func TestFactsPointAtTheirFigures(t *testing.T) {
	for name, body := range texts(t) {
		r, err := transform.Transform(yiyuan.Source{DocID: name, Body: body})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		runes := []rune(r.Document.Text)
		said := map[string]string{}
		for _, m := range r.Mentions {
			said[m.MentionID] = m.Disposition
		}
		ids := map[string]bool{}
		for _, f := range r.Facts {
			if got := string(runes[f.Start:f.End]); got != f.ValueText {
				t.Errorf("%s: fact says %q, the text has %q", name, f.ValueText, got)
			}
			if said[f.MentionID] != "fact" {
				t.Errorf("%s: %s: its mention says %q", name, f.ValueText, said[f.MentionID])
			}
			if ids[f.FactID] {
				t.Errorf("%s: two facts with the id %s", name, f.FactID)
			}
			ids[f.FactID] = true
		}
	}
}

// TestSameBytesSameReading: nothing of the order of goroutines or maps may show in the rows.
func TestSameBytesSameReading(t *testing.T) {
	for name, body := range texts(t) {
		a, errA := transform.Transform(yiyuan.Source{DocID: name, Body: body})
		b, errB := transform.Transform(yiyuan.Source{DocID: name, Body: body})
		if (errA == nil) != (errB == nil) || !reflect.DeepEqual(a, b) {
			t.Errorf("%s: two readings differ", name)
		}
	}
}

// TestTransformTouchesNothing: no package of the room imports the network, the disk, a process or a database.
func TestTransformTouchesNothing(t *testing.T) {
	forbidden := []string{"os", "os/exec", "net", "net/http", "database/sql", "io/ioutil", "path/filepath", "yiyuan/load", "yiyuan/extract"}
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && d.Name() == "gen" {
			return fs.SkipDir
		}
		if !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return nil
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		for _, imp := range file.Imports {
			for _, bad := range forbidden {
				if strings.Trim(imp.Path.Value, `"`) == bad {
					t.Errorf("%s imports %s", path, bad)
				}
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// BenchmarkReports reads every twelfth of the real reports.
func BenchmarkReports(b *testing.B) {
	const dir = "../../shared/reports"
	if _, err := os.Stat(dir); err != nil {
		b.Skip("the reports are not beside the repository")
	}
	var sources []yiyuan.Source
	size, n := 0, 0
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(path) != ".md" {
			return err
		}
		if n++; n%12 != 0 {
			return nil
		}
		body, err := os.ReadFile(path)
		sources = append(sources, yiyuan.Source{DocID: path, Body: body})
		size += len(body)
		return err
	})
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(size))
	for b.Loop() {
		for _, s := range sources {
			if _, err := transform.Transform(s); err != nil {
				b.Fatal(err)
			}
		}
	}
}
