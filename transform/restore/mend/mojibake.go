package mend

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// undo writes a line of valid UTF-8, and takes back the decoding of runs that had been decoded in the wrong charset. A run is changed
// only as a whole, and only where its bytes make text that the model reads much more easily.
func (d *draft) undo(line string) {
	for i := 0; i < len(line); {
		r, w := utf8.DecodeRuneInString(line[i:])
		switch {
		case r == '锟':
			if n := replacements(line[i:]); n > 0 {
				d.appendLost(lost, line[i:i+n])
				i += n
				continue
			}
			fallthrough
		case r <= 0xFFFF && r >= 0x80 && (theOdd().has(r) || latin[r] != 0):
			if n := d.undoLatin(line[i:]); n > 0 {
				i += n
				continue
			}
			if n := d.undoGB(line[i:]); n > 0 {
				i += n
				continue
			}
		}
		if r == utf8.RuneError {
			w = fffd([]byte(line[i:]))
		}
		d.appendUTF8([]byte(line[i : i+w]))
		i += w
	}
}

// replacements is the length of 锟斤拷: two replacement characters in UTF-8 read as GBK. In quotation marks it is
// spoken of.
func replacements(s string) int {
	const two = "锟斤拷"
	if strings.HasPrefix(s, two) && !strings.HasPrefix(s[len(two):], "”") && !strings.HasPrefix(s[len(two):], "」") {
		return len(two)
	}
	return 0
}

// latin is the byte that a character is in Windows-1252; the five bytes that charset leaves free are as in Latin-1.
var latin = func() map[rune]byte {
	m := map[rune]byte{}
	for c := 0x80; c <= 0xFF; c++ {
		m[rune(c)] = byte(c)
	}
	for i, r := range []rune("€\x00‚ƒ„…†‡ˆ‰Š‹Œ\x00Ž\x00\x00‘’“”•–—˜™š›œ\x00žŸ") {
		if r != 0 {
			m[r] = byte(0x80 + i)
		}
	}
	return m
}()

// undoLatin takes a run of Windows-1252 letters and the ASCII between them for the bytes of UTF-8 or GBK.
func (d *draft) undoLatin(s string) int {
	var b []byte
	end, upper := 0, 0
	size := 0
	for i, r := range s {
		if r < 0x80 && r != '\n' {
			b = append(b, byte(r))
			continue
		}
		c := latin[r]
		if r == utf8.RuneError {
			c = missing
		}
		if c == 0 || r == '\n' {
			break
		}
		b = append(b, c)
		upper++
		end, size = i+utf8.RuneLen(r), len(b)
	}
	if upper < 4 {
		return 0
	}
	b = b[:size]
	if d.accept(b, s[:end], true) {
		return end
	}
	// The second byte of a GBK character may be an ASCII letter.
	if end < len(s) && s[end] >= firstTrail && s[end] < 0x7F && d.accept(append(b, s[end]), s[:end+1], false) {
		return end + 1
	}
	if d.accept(b, s[:end], false) {
		return end
	}
	return 0
}

// undoGB takes a run of characters whose GBK bytes may be UTF-8 for such.
func (d *draft) undoGB(s string) int {
	var run utf8Run
	end, size := 0, 0
	for i, r := range s {
		switch c, ok := gbCode(r); {
		case r == '€' && run.need > 0:
			run.feed(0x80)
		case (r == '?' || r == utf8.RuneError) && run.need > 0:
			run.gap()
		case !ok || !inUTF8(byte(c/gbTrails)+gbFirstLead):
			return d.acceptRun(run.bytes[:size], s[:end])
		default:
			lead, trail := gbBytes(c)
			run.feed(lead)
			if !inUTF8(trail) && (trail >= 0x80 || run.need > 0) {
				return d.acceptRun(run.bytes[:size], s[:end])
			}
			run.feed(trail)
		}
		if run.ends() {
			end, size = i+utf8.RuneLen(r), len(run.bytes)
		}
		if size > 0 && len(run.bytes) > size+6 {
			break
		}
	}
	return d.acceptRun(run.bytes[:size], s[:end])
}

func (d *draft) acceptRun(b []byte, before string) int {
	if len(b) >= 4 && utf8.RuneCountInString(before) >= 2 && d.accept(b, before, true) {
		return len(before)
	}
	return 0
}

// missing stands in a run for bytes that a decoder put ? or a replacement character for.
const missing = 0xFF

// utf8Run collects bytes and knows whether they end with a character of UTF-8.
type utf8Run struct {
	bytes []byte
	need  int // bytes the last character still wants
	loose int // following bytes that may come without a first one, after a gap
	stray bool
}

func (u *utf8Run) feed(c byte) {
	u.bytes = append(u.bytes, c)
	u.stray = false
	switch {
	case c >= 0xE0:
		u.need, u.loose = 2, 0
	case c < 0x80:
		u.need, u.loose = 0, 0
	case u.need > 0:
		u.need--
	case u.loose > 0:
		u.loose--
	default:
		u.stray = true
	}
}

func (u *utf8Run) gap() {
	u.bytes = append(u.bytes, missing)
	u.need, u.loose = 0, 2
}

func (u *utf8Run) ends() bool { return u.need == 0 && !u.stray }

// clearGain is by how much the mean cost of a character must fall when a decoding is taken back.
const clearGain = 4 * nat

func (d *draft) accept(b []byte, before string, isUTF8 bool) bool {
	if isUTF8 && !mostlyUTF8(b) {
		return false
	}
	var try draft
	try.out = append(try.out, tail(d.out)...)
	from := len(try.out)
	if isUTF8 {
		for piece := range bytes.SplitSeq(b, []byte{missing}) {
			try.appendUTF8(piece)
		}
	} else {
		try.appendGB(b)
		if len(try.hurt) > 0 {
			return false
		}
	}
	after := string(try.out[from:])
	m := theBigrams()
	if !sameDigits(before, after) || hanzi(after) < 2 || m.perChar(after) > hopeless || m.perChar(after)+clearGain > m.perChar(before) {
		return false
	}
	start := len(d.out)
	for _, h := range try.hurt {
		d.hurt = append(d.hurt, start+h-from)
	}
	d.out = append(d.out, after...)
	d.edit(start, before, WrongCharset)
	return true
}

func tail(b []byte) []byte { return b[max(0, len(b)-utf8.UTFMax):] }

// mostlyUTF8 allows one broken character in four, bytes that are missing aside.
func mostlyUTF8(b []byte) bool {
	whole, broken := 0, 0
	b = bytes.ReplaceAll(b, []byte{missing}, nil)
	for i := 0; i < len(b); {
		r, w := utf8.DecodeRune(b[i:])
		switch {
		case r == utf8.RuneError && w <= 1:
			broken++
			w = fragment(b[i:])
		case w > 1:
			whole++
		}
		i += w
	}
	return whole >= 2 && broken*4 <= whole+broken
}

func hanzi(s string) int {
	n := 0
	for _, r := range s {
		if r >= 0x4E00 && r <= 0x9FFF {
			n++
		}
	}
	return n
}

func sameDigits(a, b string) bool {
	digits := func(s string) string {
		return strings.Map(func(r rune) rune {
			if r >= '0' && r <= '9' {
				return r
			}
			return -1
		}, s)
	}
	return digits(a) == digits(b)
}
