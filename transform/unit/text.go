package unit

import "strings"

// has reports whether s goes on with word at i. Most characters of a text share their first byte, few their last.
func has(s string, i int, word string) bool {
	return i >= 0 && len(s)-i >= len(word) && s[i+len(word)-1] == word[len(word)-1] && s[i:i+len(word)] == word
}

// hasAny returns the length of the first of words that s goes on with at i, 0 for none.
func hasAny(s string, i int, words ...string) int {
	for _, w := range words {
		if has(s, i, w) {
			return len(w)
		}
	}
	return 0
}

func hasSuffixAny(s string, words ...string) bool {
	for _, w := range words {
		if strings.HasSuffix(s, w) {
			return true
		}
	}
	return false
}

func contains(s, word string) bool { return strings.Contains(s, word) }

// skipBlank moves over at most two blanks.
func skipBlank(s string, i int) int {
	for range 2 {
		w := hasAny(s, i, " ", "\u3000", "\u00a0")
		if w == 0 {
			break
		}
		i += w
	}
	return i
}
