// Package search looks for words of characters in a text.
//
// The standard library looks for the first byte of a word, and every third byte of a Chinese text is one of six, so that it stops at
// every other character. The last bytes of characters are of sixty-four kinds: looked for by its last byte, a word is ruled out at
// nearly the speed of memory.
package search

import "strings"

// Holds is strings.Contains.
func Holds(text, word string) bool { return Index(text, word) >= 0 }

// Index is strings.Index.
func Index(text, word string) int {
	last := len(word) - 1
	if last < 0 || len(text) <= soonSearched {
		return strings.Index(text, word)
	}
	for end := last; end < len(text); end++ {
		i := strings.IndexByte(text[end:], word[last])
		if i < 0 {
			return -1
		}
		end += i
		if start := end - last; text[start:end] == word[:last] {
			return start
		}
	}
	return -1
}

// soonSearched is up to how many bytes the standard library compares a whole word at each byte at once.
const soonSearched = 64

// LastIndex is strings.LastIndex, which reckons with every byte of the text.
func LastIndex(text, word string) int {
	last := len(word) - 1
	if last < 0 {
		return len(text)
	}
	for end := len(text) - 1; end >= last; end-- {
		if text[end] == word[last] && text[end-last:end] == word[:last] {
			return end - last
		}
	}
	return -1
}

// Cut is strings.Cut.
func Cut(text, word string) (before, after string, found bool) {
	if i := Index(text, word); i >= 0 {
		return text[:i], text[i+len(word):], true
	}
	return text, "", false
}

// Count is strings.Count for a word that is not empty.
func Count(text, word string) int {
	n := 0
	for {
		i := Index(text, word)
		if i < 0 {
			return n
		}
		n++
		text = text[i+len(word):]
	}
}
