package restore

import (
	"unicode/utf8"

	"yiyuan/transform/restore/mend"
)

// How natural a text is: the sum of what each character costs after the one before it, in quarters of -ln p.

// strain is the cost of text behind the characters before it.
func strain(before, text string) int {
	prev := ' '
	for _, r := range before {
		prev = r
	}
	sum := 0
	for _, r := range text {
		sum += mend.PairCost(prev, r)
		prev = r
	}
	return sum
}

// likely reports whether c is a usual successor of the last character of head.
func likely(head string, c rune) bool {
	prev := ' '
	for _, r := range head {
		prev = r
	}
	return mend.PairCost(prev, c) <= likelyCost
}

const likelyCost = 6 * 4

// alone is the cost of a character by itself. Reports and news share their commonest characters more than their pairs.
func alone(c rune) int { return mend.PairCost(utf8.RuneError, c) }
