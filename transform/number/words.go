package number

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/cockroachdb/apd/v3"
)

// words.txt holds ordinary words with a Chinese numeral in them, one a line; a line that begins with # is a remark.
//
//go:embed words.txt
var wordList string

// word is an ordinary word and where its first numeral stands in it.
type word struct {
	text string
	at   int
}

// index finds the words by their first numeral and the character behind it, or before it where the word does not begin
// with the numeral: 一 alone heads some seventy words.
type index struct{ behind, before map[[2]uint16][]word }

var words = sync.OnceValue(func() index {
	x := index{map[[2]uint16][]word{}, map[[2]uint16][]word{}}
	for line := range strings.Lines(wordList) {
		w := strings.TrimSpace(line)
		if w == "" || w[0] == '#' {
			continue
		}
		for i := 0; i+2 < len(w); i += 3 {
			r := runeAt(w, i)
			if classes[r] == 0 {
				continue
			}
			if i > 0 {
				k := [2]uint16{runeAt(w, i-3), r}
				x.before[k] = append(x.before[k], word{w, i})
			} else if len(w) > 3 {
				k := [2]uint16{r, runeAt(w, 3)}
				x.behind[k] = append(x.behind[k], word{w, i})
			}
			break
		}
	}
	return x
})

// inWord reports whether the Chinese numeral s[start:end] stands in an ordinary word that is not shorter than it.
func inWord(s string, start, end int) bool {
	x, r := words(), runeAt(s, start)
	if start >= 3 && anyAt(x.before[[2]uint16{runeAt(s, start-3), r}], s, start, end) {
		return true
	}
	return start+5 < len(s) && anyAt(x.behind[[2]uint16{r, runeAt(s, start+3)}], s, start, end)
}

func anyAt(ws []word, s string, start, end int) bool {
	for _, w := range ws {
		if wordEnd := start - w.at + len(w.text); has(s, start-w.at, w.text) && wordEnd >= end && !(w.text == "十分" && has(s, wordEnd, "之")) {
			return true
		}
	}
	return false
}

// planAt reads the name of a five-year plan: 十二五 is no twelve and five, 十四五 no fourteen or fifteen.
func planAt(s string, i int) (Number, bool) {
	if !has(s, i, "十") {
		return Number{}, false
	}
	k, w := classAt(s, i+3)
	if k&kind != han || k&payload == 0 || w != 3 || !has(s, i+6, "五") {
		return Number{}, false
	}
	if k, _ := classAt(s, i+9); k&kind == small || k&kind == big || k&kind == han {
		return Number{}, false
	}
	if has(s, i+9, "年") && before(s, i) != "“" || hasAny(s, i+9, "个", "家", "成", "岁", "天", "人") > 0 {
		return Number{}, false
	}
	return Number{Start: i, End: i + 9, Value: *apd.New(10+int64(k&payload), 0), Word: true}, true
}
