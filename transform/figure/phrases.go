package figure

import (
	_ "embed"
	"sync"

	"yiyuan/transform/tables"
)

//go:embed phrases.csv
var phrasesCSV string

// phrases is a list of phrases.csv by its name.
var phrases = tables.Phrases("phrases.csv", &phrasesCSV)

// phrasesByFirst is one to look for in texts.
func phrasesByFirst(name string) func() *byFirst[string] {
	list := phrases(name)
	return sync.OnceValue(func() *byFirst[string] {
		out := &byFirst[string]{}
		for _, w := range list() {
			out.add(w, w)
		}
		return out
	})
}

// phraseSet is one to look words up in.
func phraseSet(name string) func() map[string]bool {
	list := phrases(name)
	return sync.OnceValue(func() map[string]bool {
		set := make(map[string]bool, len(list()))
		for _, w := range list() {
			set[w] = true
		}
		return set
	})
}

// phraseWords is one to look words up in that most are none of.
func phraseWords(name string) func() *wordSet {
	words := phraseSet(name)
	return sync.OnceValue(func() *wordSet { return setOf(words()) })
}
