package restore

// How natural a text is: the sum of what each character costs after the one before it, in quarters of -ln p.

// strain is the cost of text behind the characters before it.
func strain(before, text string) int {
	prev := ' '
	for _, r := range before {
		prev = r
	}
	sum := 0
	for _, r := range text {
		sum += pairCost(prev, r)
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
	return pairCost(prev, c) <= likelyCost
}

const likelyCost = 6 * 4
