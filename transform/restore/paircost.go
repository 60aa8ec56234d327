package restore

// pairCost stands in until the table of character pairs is there: it knows only how common a character's region is.
func pairCost(a, b rune) int {
	lead, trail, ok := gb().bytes(b)
	switch {
	case b < 0x80:
		return 20
	case !ok:
		return 80
	case lead >= 0xB0 && lead <= 0xD7 && trail >= 0xA1:
		return 24
	case lead >= 0xA1 && lead <= 0xA3:
		return 24
	}
	return 60
}
