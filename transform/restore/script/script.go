// Package script turns traditional Chinese characters into simplified ones.
//
// A table of characters does nearly all of it; a table of phrases settles the characters that have two simplified forms
// (乾燥 but 乾隆, 著 but 著名). Only the script is changed, never the wording: 軟體 becomes 软体, not 软件, so names and
// quotations stay what they were. Segmenting the text first would add little: the phrases are few and the longest one
// that fits is taken, as OpenCC itself does.
//
// The tables come from OpenCC; LICENSE says under which terms.
package script

import (
	_ "embed"
	"strings"
	"sync"
	"unicode/utf8"
)

//go:generate go run ./gen -opencc package -out t2s.txt -back ../testdata/s2t.txt

//go:embed t2s.txt
var file string

// ambiguous characters are written in simplified text too, so they say nothing about the script a text is in.
const ambiguous = "乾著於徵瞭藉昇迴麼濛蘋吒鍾覆沈"

type table struct {
	simple  []uint16 // by rune of the basic plane, 0 where the character stays
	rare    map[rune]rune
	marks   [1 << 16 / 64]uint64 // characters that occur in traditional text only
	heads   [1 << 16 / 64]uint64 // first characters of phrases
	phrases map[rune][]phrase    // by first character, longest first
}

type phrase struct{ from, to string }

var tables = sync.OnceValue(func() *table {
	t := &table{simple: make([]uint16, 1<<16), rare: map[rune]rune{}, phrases: map[rune][]phrase{}}
	lines := strings.Split(strings.TrimSuffix(file, "\n"), "\n")
	chars := []rune(lines[1])
	for i := 0; i+1 < len(chars); i += 2 {
		from, to := chars[i], chars[i+1]
		if from > 0xFFFF || to > 0xFFFF {
			t.rare[from] = to
			continue
		}
		t.simple[from] = uint16(to)
		if !strings.ContainsRune(ambiguous, from) {
			t.marks[from/64] |= 1 << (from % 64)
		}
	}
	for _, line := range lines[2:] {
		from, to, _ := strings.Cut(line, " ")
		head, _ := utf8.DecodeRuneInString(from)
		t.heads[head/64] |= 1 << (head % 64)
		list := t.phrases[head]
		at := len(list)
		for at > 0 && len(list[at-1].from) < len(from) {
			at--
		}
		t.phrases[head] = append(list[:at:at], append([]phrase{{from, to}}, list[at:]...)...)
	}
	return t
})

// Marks tells traditional characters apart: Has is true of those that simplified text does not use.
type Marks struct{ bits *[1 << 16 / 64]uint64 }

// TraditionalMarks returns the set of characters that occur in traditional text only.
func TraditionalMarks() Marks { return Marks{&tables().marks} }

// Has reports whether r belongs to traditional text only.
func (m Marks) Has(r rune) bool {
	return uint32(r) < 1<<16 && m.bits[r/64]>>(r%64)&1 != 0
}

// Char returns the simplified form of a character by itself.
func Char(r rune) rune {
	t := tables()
	if uint32(r) > 0xFFFF {
		if s, ok := t.rare[r]; ok {
			return s
		}
		return r
	}
	if s := t.simple[r]; s != 0 {
		return rune(s)
	}
	if s, ok := t.rare[r]; ok {
		return s
	}
	return r
}

// Next reads the phrase or character that s begins with and returns its simplified form and its length in s.
func Next(s string) (simple string, length int) {
	t := tables()
	r, n := utf8.DecodeRuneInString(s)
	if r <= 0xFFFF && t.heads[r/64]>>(r%64)&1 != 0 {
		for _, p := range t.phrases[r] {
			if strings.HasPrefix(s, p.from) {
				return p.to, len(p.from)
			}
		}
	}
	if c := Char(r); c != r {
		return string(c), n
	}
	return s[:n], n
}

// Simplify converts a whole text.
func Simplify(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	for i := 0; i < len(s); {
		simple, n := Next(s[i:])
		b.WriteString(simple)
		i += n
	}
	return b.String()
}
