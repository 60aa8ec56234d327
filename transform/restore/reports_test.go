package restore

import (
	"html"
	"strings"
	"testing"
)

// The reports are sound texts: whatever restoration does to them beyond white space and width is damage of its own. Two
// of them carry &permil; for ‰, which is read.
func TestReportsUnchanged(t *testing.T) {
	names := append(sharedFiles(t, "reports", ".md"), sharedFiles(t, "gold/reports", ".txt")...)
	for _, name := range names {
		source := sharedFile(t, name)
		got := Restore(source, "")
		want := narrowed(html.UnescapeString(withoutFrontMatter(source)))
		have := narrowed(strings.TrimPrefix(got.Clean, titleAbove(source, got)+"\n"))
		if have != want {
			t.Errorf("%s: changed: %v", name, changes(got))
		}
		if again := Restore(got.Clean, got.Title); again.Clean != got.Clean {
			t.Errorf("%s: a second restoration changes it: %v", name, changes(again))
		}
		if len(got.Notes) > 0 {
			t.Errorf("%s: noted %v", name, got.Notes)
		}
	}
	if len(names) < 400 {
		t.Errorf("only %d reports found", len(names))
	}
}

func withoutFrontMatter(s string) string {
	block, _ := metadata(s)
	return s[len(block):]
}

// titleAbove is the headline where it came out of the front matter.
func titleAbove(source string, got Text) string {
	if first, _, _ := strings.Cut(strings.TrimLeft(withoutFrontMatter(source), "\n"), "\n"); sameLine(first, got.Title) {
		return ""
	}
	return got.Title
}

func changes(t Text) (list []string) {
	clean := []rune(t.Clean)
	for _, r := range t.Repairs {
		if narrowed(r.Before) != narrowed(string(clean[r.Start:r.End])) && len(list) < 5 {
			list = append(list, r.Filter+": "+r.Before+" → "+string(clean[r.Start:r.End]))
		}
	}
	return list
}

func TestRestoringTwiceChangesNothing(t *testing.T) {
	names := append(sharedFiles(t, "seeds", ".txt"), sharedFiles(t, "gold/clean", ".txt")...)
	for _, name := range names {
		once := Restore(sharedFile(t, name), "")
		twice := Restore(once.Clean, once.Title)
		if twice.Clean != once.Clean || len(twice.Repairs) > 0 {
			t.Errorf("%s: a second restoration changes it: %v", name, changes(twice))
		}
	}
}

// Clean sentences by the thousand come through letter by letter, width and blanks aside.
func TestCleanSentencesUnchanged(t *testing.T) {
	n := 0
	for _, name := range sharedFiles(t, "gold/clean", ".txt") {
		n += sentencesUnchanged(t, sharedFile(t, name))
	}
	for i, name := range sharedFiles(t, "reports", ".md") {
		if i%10 == 0 {
			n += sentencesUnchanged(t, withoutFrontMatter(sharedFile(t, name)))
		}
	}
	t.Logf("%d sentences", n)
	if n < 2000 {
		t.Errorf("only %d sentences", n)
	}
}

func sentencesUnchanged(t *testing.T, text string) (n int) {
	for sentence := range strings.SplitAfterSeq(text, "。") {
		n++
		if got := Restore(sentence, ""); narrowed(got.Clean) != narrowed(html.UnescapeString(sentence)) {
			t.Errorf("%q became %q", sentence, got.Clean)
		}
	}
	return n
}
