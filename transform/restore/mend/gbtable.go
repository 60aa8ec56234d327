package mend

import (
	"sync"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// The two-byte codes of GB18030 as one array, taken from x/text at first use: an index and a load a character, where the
// decoder of x/text goes through an interface and cannot be stopped at the byte that does not fit.
const (
	gbFirstLead, gbLastLead   = 0x81, 0xFE
	gbFirstTrail, gbLastTrail = 0x40, 0xFE
	gbTrails                  = gbLastTrail - gbFirstTrail + 1
	gbCodes                   = (gbLastLead - gbFirstLead + 1) * gbTrails
)

type gbTable [gbCodes]uint16

var theGB = sync.OnceValue(func() *gbTable {
	var t gbTable
	dec := simplifiedchinese.GB18030.NewDecoder()
	var src [2]byte
	var dst [8]byte
	for c := range t {
		src[0], src[1] = byte(c/gbTrails)+gbFirstLead, byte(c%gbTrails)+gbFirstTrail
		if src[1] == 0x7F {
			continue
		}
		n, _, err := dec.Transform(dst[:], src[:], true)
		dec.Reset()
		r := []rune(string(dst[:n]))
		if err == nil && len(r) == 1 && r[0] != 0xFFFD {
			t[c] = uint16(r[0])
		}
	}
	return &t
})

var theGBCodes = sync.OnceValue(func() []uint16 {
	t := theGB()
	codes := make([]uint16, 1<<16)
	for c := len(t) - 1; c >= 0; c-- {
		codes[t[c]] = uint16(c) + 1
	}
	codes[0] = 0
	return codes
})

// gbIndex is the place of a two-byte code in the table, below 0 where the bytes are none.
func gbIndex(lead, trail byte) int {
	if lead < gbFirstLead || lead > gbLastLead || trail < gbFirstTrail || trail > gbLastTrail {
		return -1
	}
	return int(lead-gbFirstLead)*gbTrails + int(trail-gbFirstTrail)
}

// gbCode finds the two-byte code of a character.
func gbCode(r rune) (int, bool) {
	if r > 0xFFFF {
		return 0, false
	}
	c := theGBCodes()[r]
	return int(c) - 1, c != 0
}

func gbBytes(code int) (lead, trail byte) {
	return byte(code/gbTrails) + gbFirstLead, byte(code%gbTrails) + gbFirstTrail
}
