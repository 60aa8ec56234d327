package figure

import (
	"strings"

	"yiyuan/transform/search"
)

// This file asks a text for phrases: at its head, at its end and anywhere in it. Most texts hold none of those they are asked for, so
// that the quick ways of saying so matter more than those of finding one.

// asked is what a text may be asked for: a list of phrases.csv, or a few words where they are asked for.
type asked interface{ *phraseList | []string }

func holdsAny[W asked](s string, words W) bool {
	switch words := any(words).(type) {
	case *phraseList:
		return words.standIn(s)
	case []string:
		return oneStandsIn(s, words)
	}
	return false
}

func startsWithAny[W asked](s string, words W) bool {
	switch words := any(words).(type) {
	case *phraseList:
		return words.begin(s)
	case []string:
		return oneBegins(s, words)
	}
	return false
}

func endsWithAny[W asked](s string, words W) bool {
	switch words := any(words).(type) {
	case *phraseList:
		return words.end(s)
	case []string:
		return oneEnds(s, words)
	}
	return false
}

func oneStandsIn(s string, words []string) bool {
	for _, w := range words {
		if search.Holds(s, w) {
			return true
		}
	}
	return false
}

func oneBegins(s string, words []string) bool {
	for _, w := range words {
		if begins(s, w) {
			return true
		}
	}
	return false
}

func oneEnds(s string, words []string) bool {
	for _, w := range words {
		if ends(s, w) {
			return true
		}
	}
	return false
}

// begins is strings.HasPrefix for words of characters, most of which share their first byte and few their last.
func begins(s, word string) bool {
	return len(s) >= len(word) && s[len(word)-1] == word[len(word)-1] && s[:len(word)] == word
}

// means tells of a text that holds one of some words where what stands before and after it lets it have the sense asked for.
func means[W asked](text string, words W, sense func(word, before, after string) bool) bool {
	var each []string
	switch words := any(words).(type) {
	case *phraseList:
		if !words.standIn(text) {
			return false
		}
		each = words.words
	case []string:
		each = words
	}
	for _, w := range each {
		for end := 0; ; {
			i := search.Index(text[end:], w)
			if i < 0 {
				break
			}
			start := end + i
			if end = start + len(w); sense(w, text[:start], text[end:]) {
				return true
			}
		}
	}
	return false
}

// ends is strings.HasSuffix for such words.
func ends(s, word string) bool {
	return len(s) >= len(word) && s[len(s)-1] == word[len(word)-1] && s[len(s)-len(word):] == word
}

// lastIndex is strings.LastIndex for words that most texts do not hold, which is sooner told than where the last one stands.
func lastIndex(s, word string) int {
	if !search.Holds(s, word) {
		return -1
	}
	return strings.LastIndex(s, word)
}

// lastOf is where the last of the words stands that a text holds, -1 where it holds none.
func lastOf(text string, words *byFirst[string]) int {
	last := -1
	for i, starting := range words.in(text) {
		for _, w := range starting {
			if strings.HasPrefix(text[i:], w) {
				last = i
			}
		}
	}
	return last
}

func trimAny(s string, suffixes ...string) string {
	for _, x := range suffixes {
		if t := strings.TrimSuffix(s, x); t != s {
			return t
		}
	}
	return s
}

// trimAhead takes off the first of some words.
func trimAhead(s string, words ...string) string {
	for _, w := range words {
		if t, ok := strings.CutPrefix(s, w); ok {
			return t
		}
	}
	return s
}

// wordSet holds words. Most that it is asked for are none of them, which the last bytes of a word tell for less than a look into a map.
type wordSet struct {
	words map[string]bool
	ends  [1 << endBits / 64]uint64
}

const endBits = 10

func setOf(words map[string]bool) *wordSet {
	s := &wordSet{words: words}
	for w := range words {
		end := endOf(w)
		s.ends[end/64] |= 1 << (end % 64)
	}
	return s
}

func (s *wordSet) has(word string) bool {
	end := endOf(word)
	return s.ends[end/64]&(1<<(end%64)) != 0 && s.words[word]
}

// endOf is what the last two bytes of a word, those of a character that are of many kinds, have of their own.
func endOf(word string) uint {
	n := len(word)
	if n < 2 {
		return 0
	}
	return uint(word[n-1]&0x3F)<<4 | uint(word[n-2]&0x0F)
}
