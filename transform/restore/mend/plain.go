package mend

import (
	"sync"
	"unicode/utf8"
)

// odd is a set of characters of the basic plane that text decoded in the wrong charset consists of: what the bytes of
// UTF-8 hanzi make when read as GBK (level one of GB 2312 aside), private signs, and the upper half of Latin-1.
type odd [1 << 16 / 64]uint64

func (o *odd) add(r rune)      { o[r>>6] |= 1 << (r & 63) }
func (o *odd) has(r rune) bool { return o[r>>6&1023]>>(r&63)&1 != 0 }

var theOdd = sync.OnceValue(func() *odd {
	var o odd
	for c, r := range theGB() {
		lead, trail := gbBytes(c)
		levelOne := lead >= 0xB0 && lead <= 0xD7 && trail >= 0xA1
		sign := lead >= 0xA1 && lead <= 0xA9 // 、 。 “ and the like are odd nowhere
		if r != 0 && inUTF8(lead) && inUTF8(trail) && !levelOne && !sign {
			o.add(rune(r))
		}
	}
	for r := rune(0x80); r <= 0xFF; r++ {
		o.add(r)
	}
	for r := rune(0xE000); r <= 0xF8FF; r++ {
		o.add(r)
	}
	o.add('锟')
	o.add(utf8.RuneError)
	return &o
})

// inUTF8 tells the bytes of Chinese characters in UTF-8.
func inUTF8(c byte) bool { return c >= 0x80 && c <= 0xBF || c >= 0xE2 && c <= 0xEF }

// Three odd characters in a row make a line worth a second look.
const oddRow = 3

// isPlain tells text that needs nothing: valid, without control characters, without a row of odd characters or a
// replacement character.
func isPlain(b []byte) bool {
	o := theOdd()
	row := 0
	for i := 0; i < len(b); {
		c := b[i]
		if c < 0x80 {
			if isControl(c) {
				return false
			}
			row = 0
			i++
			continue
		}
		var r rune
		if c >= 0xE0 && c < 0xF0 && i+2 < len(b) && (b[i+1]^0x80)|(b[i+2]^0x80) < 0x40 {
			r = rune(c&15)<<12 | rune(b[i+1]&63)<<6 | rune(b[i+2]&63)
			if r < 0x800 || r >= 0xD800 && r < 0xE000 {
				return false
			}
			i += 3
		} else {
			var w int
			r, w = utf8.DecodeRune(b[i:])
			if r == utf8.RuneError && w <= 1 {
				return false
			}
			i += w
			if r > 0xFFFF {
				row = 0
				continue
			}
		}
		if !o.has(r) {
			row = 0
			continue
		}
		row++
		if row == oddRow || r < 0xA0 || r == utf8.RuneError || r == '锟' {
			return false
		}
	}
	return true
}
