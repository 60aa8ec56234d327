package restore

import (
	"sync"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// gbTable holds the two-byte codes of GB18030 both ways: what the mirrors' bytes stood for.
type gbTable struct {
	char [0x7F * 0x100]uint16 // by lead-0x80 and trail
	code [1 << 16]uint16      // by character, 0 where it has none
}

var gb = sync.OnceValue(func() *gbTable {
	t := &gbTable{}
	decoder := simplifiedchinese.GB18030.NewDecoder()
	var dst [8]byte
	for lead := 0x81; lead <= 0xFE; lead++ {
		for trail := 0x40; trail <= 0xFE; trail++ {
			if trail == 0x7F {
				continue
			}
			n, _, err := decoder.Transform(dst[:], []byte{byte(lead), byte(trail)}, true)
			decoder.Reset()
			r, size := utf8.DecodeRune(dst[:n])
			if err != nil || size != n || r == utf8.RuneError || r > 0xFFFF {
				continue
			}
			t.char[(lead-0x80)<<8|trail] = uint16(r)
			if t.code[r] == 0 {
				t.code[r] = uint16(lead<<8 | trail)
			}
		}
	}
	return t
})

// rune returns the character of two bytes, 0 where they are none.
func (t *gbTable) rune(lead, trail byte) rune {
	if lead < 0x81 || lead > 0xFE {
		return 0
	}
	return rune(t.char[int(lead-0x80)<<8|int(trail)])
}

// bytes returns the two bytes of a character.
func (t *gbTable) bytes(r rune) (lead, trail byte, ok bool) {
	if r < 0x80 || r > 0xFFFF || t.code[r] == 0 {
		return 0, 0, false
	}
	return byte(t.code[r] >> 8), byte(t.code[r]), true
}
