package figure

import (
	"slices"
	"strings"
	"testing"
)

// listOf is a list with these words.
func listOf(words ...string) *phraseList {
	l := &phraseList{find: func() []string { return words }}
	return l.ready()
}

func TestPhraseList(t *testing.T) {
	list := listOf("增长", "长", "GDP", "（含", "·", "1-4季度", "𠮷野家")
	for _, c := range []struct {
		text                    string
		begins, ends, holds, is bool
	}{
		{"增长", true, true, true, true},
		{"长", true, true, true, true},
		{"增长了", true, false, true, false},
		{"同比增长", false, true, true, false},
		{"增", false, false, false, false},
		{"增加", false, false, false, false},
		{"GDP为", true, false, true, false},
		{"人均GDP", false, true, true, false},
		{"GD", false, false, false, false},
		{"（含5家）", true, false, true, false},
		{"于·克", false, false, true, false},
		{"1-4季度", true, true, true, true},
		{"前1-4季度", false, true, true, false},
		{"𠮷野家", true, true, true, true},
		{"在𠮷野家里", false, false, true, false},
		{"", false, false, false, false},
		{"全市经济运行总体平稳", false, false, false, false},
		{"\xe5长", false, true, true, false},
		{"\xe5\x9e", false, false, false, false},
	} {
		got := [...]bool{startsWithAny(c.text, list), endsWithAny(c.text, list), holdsAny(c.text, list), list.has(c.text)}
		if want := [...]bool{c.begins, c.ends, c.holds, c.is}; got != want {
			t.Errorf("%q begins, ends, holds, is: %v, want %v", c.text, got, want)
		}
	}
}

// FuzzPhraseList: a list says of any text what looking for its words one by one says.
func FuzzPhraseList(f *testing.F) {
	f.Add("增长 长 GDP", "人均GDP增长了")
	f.Add("市外 ·", "省内市外")
	f.Add("𠮷野家 a é", "\xe5a\xe9")
	f.Fuzz(func(t *testing.T, words, text string) {
		bare := strings.Fields(strings.ToValidUTF8(words, ""))
		list := listOf(bare...)
		for _, c := range []struct {
			what string
			got  bool
			sign func(text, word string) bool
		}{
			{"begins", startsWithAny(text, list), strings.HasPrefix},
			{"ends", endsWithAny(text, list), strings.HasSuffix},
			{"holds", holdsAny(text, list), strings.Contains},
			{"is", list.has(text), func(text, word string) bool { return text == word }},
		} {
			if want := slices.ContainsFunc(bare, func(w string) bool { return c.sign(text, w) }); c.got != want {
				t.Errorf("%q %s one of %q: %v", text, c.what, bare, c.got)
			}
		}
	})
}
