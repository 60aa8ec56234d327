package mend

import (
	"fmt"
	"sync"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/traditionalchinese"
)

// readUTF16 pairs bytes from the start. A lost byte leaves no trace in them that is worth a search: such files are
// written whole or not at all.
func (d *draft) readUTF16(b []byte, bigEndian bool) {
	unit := func(i int) rune {
		if bigEndian {
			return rune(b[i])<<8 | rune(b[i+1])
		}
		return rune(b[i+1])<<8 | rune(b[i])
	}
	d.out = make([]byte, 0, len(b)+len(b)/2+4)
	for i := 0; i < len(b); i += 2 {
		if i+1 == len(b) {
			d.appendLost(lost, fmt.Sprintf(`\x%02X`, b[i]))
			break
		}
		r := unit(i)
		switch {
		case i == 0 && r == 0xFEFF:
			d.edit(0, `\uFEFF`, ByteOrderMark)
		case utf16.IsSurrogate(r):
			pair := utf8.RuneError
			if i+3 < len(b) {
				pair = utf16.DecodeRune(r, unit(i+2))
			}
			if pair == utf8.RuneError {
				d.appendLost(lost, fmt.Sprintf(`\u%04X`, r))
				continue
			}
			d.out = utf8.AppendRune(d.out, pair)
			i += 2
		case r < 0x80 && isControl(byte(r)) || r >= 0x80 && r < 0xA0:
			d.drop(r)
		default:
			d.out = appendRune(d.out, r)
		}
	}
}

var theBig5 = sync.OnceValue(func() *[gbCodes]string {
	var t [gbCodes]string
	dec := traditionalchinese.Big5.NewDecoder()
	for c := range t {
		lead, trail := gbBytes(c)
		if trail >= 0x7F && trail < 0xA1 {
			continue
		}
		s, err := dec.Bytes([]byte{lead, trail})
		if err == nil && !hasLost(s) {
			t[c] = string(s)
		}
	}
	return &t
})

func hasLost(b []byte) bool {
	for _, r := range string(b) {
		if r == utf8.RuneError {
			return true
		}
	}
	return false
}

// readBig5 marks what does not decode. The model is of simplified text and cannot say what traditional text lost.
func (d *draft) readBig5(b []byte) {
	b, _ = d.cutMark(b, "")
	d.out = make([]byte, 0, len(b)+len(b)/2+4)
	table := theBig5()
	for i := 0; i < len(b); {
		c := b[i]
		switch {
		case isControl(c):
			d.drop(rune(c))
		case c < 0x80:
			d.out = append(d.out, c)
		default:
			if i+1 < len(b) {
				if k := gbIndex(c, b[i+1]); k >= 0 && table[k] != "" {
					d.out = append(d.out, table[k]...)
					i += 2
					continue
				}
			}
			d.appendLost(lost, fmt.Sprintf(`\x%02X`, c))
		}
		i++
	}
}
