package mend

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"
)

// cutMark takes off a byte order mark, in the charset's own bytes or in UTF-8.
func (d *draft) cutMark(b []byte, own string) ([]byte, bool) {
	for _, mark := range []string{own, "\uFEFF"} {
		if rest, ok := bytes.CutPrefix(b, []byte(mark)); ok && mark != "" {
			d.edit(0, `\uFEFF`, ByteOrderMark)
			return rest, true
		}
	}
	return b, false
}

// looksUTF8 tells UTF-8 that was declared GBK: GBK of any length is hardly ever valid UTF-8.
func looksUTF8(b []byte) bool {
	if i := bytes.IndexFunc(b, func(r rune) bool { return r >= 0x80 }); i < 0 || !utf8.Valid(b) {
		return false
	}
	wide := 0
	for i := 0; i < len(b) && wide < 4; i++ {
		if b[i] >= 0xE0 {
			wide++
		}
	}
	return wide == 4
}

func (d *draft) readUTF8(b []byte) {
	b, _ = d.cutMark(b, "")
	if isPlain(b) {
		d.out = append(d.out, b...)
		return
	}
	d.out = make([]byte, 0, len(b)+len(b)/8)
	for len(b) > 0 {
		n := bytes.IndexByte(b, '\n') + 1
		if n == 0 {
			n = len(b)
		}
		d.readLine(b[:n])
		b = b[n:]
	}
}

func (d *draft) readLine(line []byte) {
	switch {
	case isPlain(line):
		d.out = append(d.out, line...)
	case utf8.Valid(line):
		d.undo(string(line))
	case isGB(line):
		start := len(d.out)
		before := spellOut(line)
		d.appendGB(line)
		d.edit(start, before, WrongCharset)
	default:
		d.appendUTF8(line)
	}
}

// isGB tells a line of GBK in a text of UTF-8, as pages put together from two sources have them.
func isGB(line []byte) bool {
	whole, broken := 0, 0
	for i := 0; i < len(line); {
		r, w := utf8.DecodeRune(line[i:])
		if r == utf8.RuneError && w == 1 {
			broken++
		} else if w > 2 {
			whole++
		}
		i += w
	}
	if broken < 4 || broken < 2*whole {
		return false
	}
	var try draft
	try.appendGB(line)
	return len(try.hurt)*8 <= len(try.out)/3 && theBigrams().perChar(string(try.out)) < hopeless
}

// spellOut is a line that is not UTF-8, bytes that do not decode spelled out.
func spellOut(b []byte) string {
	var s strings.Builder
	for len(b) > 0 && s.Len() <= longestBefore {
		r, w := utf8.DecodeRune(b)
		if r == utf8.RuneError && w == 1 {
			fmt.Fprintf(&s, `\x%02X`, b[0])
		} else {
			s.Write(b[:w])
		}
		b = b[w:]
	}
	return s.String()
}

// appendUTF8 writes UTF-8, leaves out control characters and mends characters that have lost a byte.
func (d *draft) appendUTF8(b []byte) {
	for i := 0; i < len(b); {
		r, w := utf8.DecodeRune(b[i:])
		switch {
		case r == utf8.RuneError && w == 1:
			w = fragment(b[i:])
			d.appendFragment(b[i:i+w], b[i+w:])
		case r == utf8.RuneError:
			w = fffd(b[i:])
			d.appendLost(lost, string(b[i:i+w]))
		case r < 0x80 && isControl(byte(r)) || r >= 0x80 && r < 0xA0:
			d.drop(r)
		default:
			d.out = append(d.out, b[i:i+w]...)
		}
		i += w
	}
}

// fffd is the length of up to three replacement characters: what decoders put for the bytes of one character.
func fffd(b []byte) int {
	n := 0
	for n < 9 && bytes.HasPrefix(b[n:], []byte("\uFFFD")) {
		n += 3
	}
	return n
}

// fragment is the length of what is left of a broken character: a first byte and what follows of it, or following
// bytes by themselves.
func fragment(b []byte) int {
	n := 1
	for n < 3 && n < len(b) && b[n]&0xC0 == 0x80 {
		n++
	}
	if b[0]&0xC0 == 0x80 {
		n = min(n, 2)
	}
	return n
}

func (d *draft) appendLost(r rune, before string) {
	start := len(d.out)
	d.hurt = append(d.hurt, start)
	d.out = appendRune(d.out, r)
	d.edit(start, before, LostByte)
}

func (d *draft) appendFragment(frag, rest []byte) {
	r := rune(lost)
	next, _ := utf8.DecodeRune(rest)
	if len(frag) == 2 && !d.figureBefore() && !isNumeral(next) {
		prev, _ := utf8.DecodeLastRune(d.out)
		r = theBigrams().complete(frag, prev, next)
	}
	d.appendLost(r, spellOut(frag))
}

// complete finds the character that two of its three bytes are left of, between its neighbours.
func (m *bigrams) complete(frag []byte, prev, next rune) rune {
	a, _ := m.of(prev)
	b, bs := m.of(next)
	best, second, found := int32(never), int32(never), rune(lost)
	for id, r := range m.runes {
		if id == unknown || r < 0x800 || !lacksOne(r, frag) {
			continue
		}
		c := m.cost(a, uint16(id), m.single[id]) + m.cost(uint16(id), b, bs)
		switch {
		case c < best:
			best, second, found = c, best, r
		case c < second:
			second = c
		}
	}
	if second-best < clearMargin || isNumeral(found) {
		return lost
	}
	return found
}

func lacksOne(r rune, frag []byte) bool {
	var u [4]byte
	utf8.EncodeRune(u[:], r)
	return u[0] == frag[0] && (u[1] == frag[1] || u[2] == frag[1]) || u[1] == frag[0] && u[2] == frag[1]
}
