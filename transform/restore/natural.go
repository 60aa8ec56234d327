package restore

import (
	"unicode/utf8"

	"yiyuan/transform/restore/mend"
)

// How natural a text is: the sum of what each character costs after the one before it, in quarters of -ln p.

// spoken are the pairs of marks that reports hardly have and news is full of, as people speak in it.
var spoken = map[[2]rune]int{
	{'。', '”'}: 12, {'！', '”'}: 10, {'？', '”'}: 10, {'!', '”'}: 10, {'?', '”'}: 10, {'…', '”'}: 10,
	{'”', '\n'}: 10, {'\n', '“'}: 10, {'：', '“'}: 8, {':', '“'}: 8, {'。', '“'}: 12,
}

func pairCost(a, b rune) int {
	if b == '”' || b == '“' || a == '”' {
		if cost, ok := spoken[[2]rune{a, b}]; ok {
			return cost
		}
	}
	return mend.PairCost(a, b)
}

// strain is the cost of text behind the characters before it.
func strain(before, text string) int {
	prev := ' '
	for _, r := range before {
		prev = r
	}
	sum := 0
	for _, r := range text {
		if r == lost {
			sum += unknownCost
			prev = ' '
			continue
		}
		sum += pairCost(prev, r)
		prev = r
	}
	return sum
}

// likely reports whether c is a usual successor of the last character of head; where what follows is gone too, only a
// word will do.
func likely(head string, c rune, last bool) bool {
	prev := ' '
	for _, r := range head {
		prev = r
	}
	if last {
		return pairCost(prev, c) <= wordCost
	}
	return pairCost(prev, c) <= likelyCost
}

const (
	likelyCost  = 6 * 4
	wordCost    = 3 * 4
	unknownCost = 8 * 4 // of a sign nobody can know: less than a wrong one
)

// alone is the cost of a character by itself. Reports and news share their commonest characters more than their pairs.
func alone(c rune) int { return mend.PairCost(utf8.RuneError, c) }
