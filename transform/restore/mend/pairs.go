package mend

// PairCost is -ln of the probability of character b after character a, in quarters, by the embedded table of pairs. It
// serves whoever has to choose between readings of a damaged text; the table knows simplified characters.
func PairCost(a, b rune) int {
	m := theBigrams()
	first, _ := m.of(a)
	second, single := m.of(b)
	return int(m.cost(first, second, single))
}

// GBChar returns the character that two bytes are in GB18030, 0 where they are none.
func GBChar(lead, trail byte) rune {
	if i := gbIndex(lead, trail); i >= 0 {
		return rune(theGB()[i])
	}
	return 0
}

// GBBytes returns the two bytes that a character has in GB18030.
func GBBytes(r rune) (lead, trail byte, ok bool) {
	if r < 0x80 {
		return 0, 0, false
	}
	code, ok := gbCode(r)
	if !ok {
		return 0, 0, false
	}
	lead, trail = gbBytes(code)
	return lead, trail, true
}
