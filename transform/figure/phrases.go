package figure

import (
	_ "embed"
	"sync"

	"yiyuan/transform/tables"
)

//go:embed phrases.csv
var phrasesCSV string

var wordsOfPhrases = tables.Phrases("phrases.csv", &phrasesCSV)

// phrases is a list of phrases.csv by its name.
func phrases(name string) func() *phraseList {
	l := &phraseList{find: wordsOfPhrases(name)}
	return l.ready
}

// phrasesByFirst is one to look for in texts.
func phrasesByFirst(name string) func() *byFirst[string] {
	list := phrases(name)
	return sync.OnceValue(func() *byFirst[string] {
		out := &byFirst[string]{}
		for _, w := range list().words {
			out.add(w, w)
		}
		return out
	})
}

// phraseSet is one to look words up in.
func phraseSet(name string) func() map[string]bool {
	list := phrases(name)
	return sync.OnceValue(func() map[string]bool {
		set := make(map[string]bool, len(list().words))
		for _, w := range list().words {
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
