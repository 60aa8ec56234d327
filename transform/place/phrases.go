package place

import (
	_ "embed"
	"sync"
	"unicode/utf8"

	"yiyuan/transform/beginnings"
	"yiyuan/transform/tables"
)

//go:embed place_words.csv
var placeWordsCSV string

// phrases is a list of place_words.csv by its name.
var phrases = tables.Phrases("place_words.csv", &placeWordsCSV)

// beginningsOf are the beginnings of a list, of which most texts have none.
func beginningsOf(list func() []string) func() *beginnings.Set {
	return sync.OnceValue(func() *beginnings.Set {
		set := &beginnings.Set{}
		for _, w := range list() {
			set.Add(w)
		}
		return set
	})
}

// mayBegin tells whether a text may begin with one of the words that have these beginnings.
func mayBegin(text string, words *beginnings.Set) bool {
	first, size := utf8.DecodeRuneInString(text)
	second, _ := utf8.DecodeRuneInString(text[size:])
	return words.Hold(first, second)
}
