package mend

import (
	"fmt"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// No byte below this is ever the second of a two-byte code, so every stretch between two of them can be read by itself.
const firstTrail = 0x40

func isBorder(c byte) bool { return c < firstTrail || c == 0x7F }

// rare tells by code the characters that shifted text is full of and simplified Chinese is not: the second level of
// GB 2312, all that GBK added, and the rows of kana, Greek and private signs. A rare character raises the oddness of a
// stretch and any other lowers it by one: more than half of shifted characters are rare, of others few.
var rare = sync.OnceValue(func() *[gbCodes]int8 {
	var t [gbCodes]int8
	for c := range t {
		lead, trail := gbBytes(c)
		common := trail >= 0xA1 && (lead >= 0xB0 && lead <= 0xD7 || lead == 0xA1 || lead == 0xA3)
		switch {
		case common:
			t[c] = -1
		case lead >= 0xD8 && lead <= 0xF7 && trail >= 0xA1:
			t[c] = 3
		default:
			t[c] = 5
		}
	}
	return &t
})

// shiftedFrom is the oddness from which a stretch is read again.
const shiftedFrom = 8

func (d *draft) readGB(b []byte) {
	b, _ = d.cutMark(b, "\x84\x31\x95\x33")
	if looksUTF8(b) {
		d.readUTF8(b)
		if len(d.out) > 0 {
			d.edits = append([]edit{{0, 0, "gb18030", WrongCharset}}, d.edits...)
		}
		return
	}
	d.out = make([]byte, 0, len(b)+len(b)/2+4)
	d.appendGB(b)
}

// appendGB reads clean stretches as it goes and hands the others to the lattice.
func (d *draft) appendGB(b []byte) {
	table, rarity := theGB(), rare()
	out := d.out
	for i := 0; i < len(b); {
		if c := b[i]; isBorder(c) {
			if isControl(c) {
				d.out = out
				d.drop(rune(c))
			} else {
				out = append(out, c)
			}
			i++
			continue
		}
		if r, ok := fourBytes(b[i:]); ok {
			out = utf8.AppendRune(out, r)
			i += 4
			continue
		}
		start, from := i, len(out)
		oddness, shifted, broken := 0, false, false
		for i < len(b) && !isBorder(b[i]) {
			c := b[i]
			if c < 0x80 {
				out = append(out, c)
				i++
				continue
			}
			if i+1 < len(b) {
				if k := gbIndex(c, b[i+1]); k >= 0 && table[k] != 0 {
					out = appendRune(out, rune(table[k]))
					oddness = max(0, oddness+int(rarity[k]))
					shifted = shifted || oddness >= shiftedFrom
					i += 2
					continue
				}
			}
			if _, ok := fourBytes(b[i:]); ok {
				break
			}
			if c == 0x80 {
				out = append(out, "€"...)
			} else {
				broken = true
			}
			i++
		}
		if broken || shifted {
			d.out = out[:from]
			d.realign(b[start:i], b[i:])
			out = d.out
		}
	}
	d.out = out
}

// fourBytes reads a four-byte code. Two of its bytes are digits, and a lost byte can make such a code out of two figures, so it
// must give a letter, a hanzi or a sign that is assigned.
func fourBytes(b []byte) (rune, bool) {
	if len(b) < 4 || b[0] < 0x81 || b[0] == 0xFF || b[1]-'0' > 9 || b[2] < 0x81 || b[2] == 0xFF || b[3]-'0' > 9 {
		return 0, false
	}
	var dst [8]byte
	n, _, err := simplifiedchinese.GB18030.NewDecoder().Transform(dst[:], b[:4], true)
	if err != nil {
		return 0, false
	}
	r, w := utf8.DecodeRune(dst[:n])
	return r, w == n && r != utf8.RuneError && unicode.IsGraphic(r)
}

// plain is a stretch as any decoder reads it, bytes that do not decode spelled out.
func plain(b []byte) string {
	var s strings.Builder
	for i := 0; i < len(b); {
		if b[i] < 0x80 {
			s.WriteByte(b[i])
			i++
			continue
		}
		if i+1 < len(b) {
			if k := gbIndex(b[i], b[i+1]); k >= 0 && theGB()[k] != 0 {
				s.WriteRune(rune(theGB()[k]))
				i += 2
				continue
			}
		}
		fmt.Fprintf(&s, `\x%02X`, b[i])
		i++
	}
	return s.String()
}

// A stretch longer than this is read in windows, the last quarter of each read again with what follows.
const window = 2048

// realign reads a damaged stretch; rest is what follows it.
func (d *draft) realign(seg, rest []byte) {
	for len(seg) > window {
		n := d.realignWindow(seg[:window], seg[window:], window*3/4)
		seg = seg[n:]
	}
	d.realignWindow(seg, rest, len(seg))
}

// realignWindow writes the characters that begin before stop and tells how many bytes they took.
func (d *draft) realignWindow(seg, rest []byte, stop int) int {
	m := theBigrams()
	prev := m.id[' ']
	if r, w := utf8.DecodeLastRune(d.out); w > 0 {
		prev, _ = m.of(r)
	}
	next := m.id[' ']
	if len(rest) > 0 && rest[0] < 0x80 {
		next, _ = m.of(rune(rest[0]))
	}
	tokens := d.grid.read(m, seg, prev, next)
	start, from, changed := len(d.out), 0, false
	for _, t := range tokens {
		if t.at >= stop {
			stop = t.at
			break
		}
		if t.kind == half && !changed {
			start, from, changed = len(d.out), t.at, true
		}
		r := t.char
		if t.kind == half {
			d.hurt = append(d.hurt, len(d.out))
			if r != lost && (t.beside || isNumeral(r) || d.figureBefore()) {
				r = lost
			}
		}
		d.out = appendRune(d.out, r)
	}
	if changed {
		d.edit(start, plain(seg[from:stop]), LostByte)
	}
	return stop
}

func (d *draft) figureBefore() bool {
	r, _ := utf8.DecodeLastRune(d.out)
	return isNumeral(r) || isPoint(r)
}
