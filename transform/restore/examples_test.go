package restore

import (
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// An example is a text and what it becomes. Lines of < are the source, lines of > the clean text, lines of = a text that
// must come through as it is, each by itself unless a title line stands before them; all else is explanation.
type example struct {
	line                 int
	title, source, clean string
	touched              bool
}

func readExamples(t *testing.T, file string) (examples []example) {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var e example
	var source, clean []string
	flush := func() {
		if len(source) > 0 {
			e.source, e.clean = strings.Join(source, "\n"), strings.Join(clean, "\n")
			examples = append(examples, e)
		}
		e, source, clean = example{}, nil, nil
	}
	for i, line := range strings.Split(string(b), "\n") {
		kind, text, _ := strings.Cut(line, " ")
		if unquoted, err := strconv.Unquote(`"` + strings.ReplaceAll(text, `"`, `\"`) + `"`); err == nil {
			text = unquoted
		}
		switch kind {
		case "title":
			e.title = text
		case "<":
			if len(source) == 0 {
				e.line = i + 1
			}
			source, e.touched = append(source, text), true
		case ">":
			clean = append(clean, text)
		case "=":
			if len(source) == 0 {
				e.line = i + 1
			}
			source, clean = append(source, text), append(clean, text)
		default:
			flush()
		}
	}
	flush()
	return examples
}

func TestExamples(t *testing.T) {
	for _, f := range filters {
		examples := readExamples(t, filepath.Join("examples", f.name+".txt"))
		if !slices.ContainsFunc(examples, func(e example) bool { return e.touched }) || !slices.ContainsFunc(examples, func(e example) bool { return !e.touched }) {
			if f.sort != spacing {
				t.Errorf("%s: wants an example that it changes and one that it leaves alone", f.name)
			}
		}
		for _, e := range examples {
			got := Restore(e.source, e.title)
			if got.Clean != e.clean {
				t.Errorf("%s, line %d\n got %s\nwant %s\n by %v", f.name, e.line, got.Clean, e.clean, got.Counts)
			}
			if e.touched && got.Counts[f.name] == 0 && got.Clean == e.clean && !e.elsewhere() {
				t.Errorf("%s, line %d: the filter had no part in it", f.name, e.line)
			}
			if again := Restore(got.Clean, e.title); again.Clean != got.Clean {
				t.Errorf("%s, line %d: a second restoration changes it:\n%s\n%s", f.name, e.line, got.Clean, again.Clean)
			}
		}
	}
}

// elsewhere marks the examples that show what the filter leaves alone in a text that others change.
func (e *example) elsewhere() bool { return strings.ContainsAny(e.clean, "?？") }
