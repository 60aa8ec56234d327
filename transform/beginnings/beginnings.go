// Package beginnings tells the places of a text where no name of a table begins by two characters at a time.
//
// A text is asked at each of its characters for the names of every table, and most begin none. The first character alone says
// so too seldom, since a table of thousands of names begins with most of the common ones; the first two say so nearly
// always. The pairs are hashed into a set of a few thousand bytes, which stays in the processor's nearest cache where the
// table does not, at the price of a look into the table in vain now and then.
package beginnings

import (
	"iter"
	"unicode/utf8"
)

// Set holds the first two characters of names.
type Set struct {
	pairs [1 << bits / 64]uint64
	alone [4]uint64 // the low bytes of characters that are names by themselves
}

const bits = 15

// Add enters the beginning of a name.
func (s *Set) Add(name string) {
	first, size := utf8.DecodeRuneInString(name)
	second, _ := utf8.DecodeRuneInString(name[size:])
	if len(name) == size {
		second = alone
		s.alone[byte(first)/64] |= 1 << (byte(first) % 64)
	}
	h := hash(first, second)
	s.pairs[h/64] |= 1 << (h % 64)
}

// alone stands for the second character of a name that has one only.
const alone = 0

// In yields the places of a text, in bytes, where a name may begin. It reads the three bytes that nearly all characters have by itself,
// which is sooner done than calling utf8.DecodeRuneInString.
func (s *Set) In(text string) iter.Seq[int] {
	return func(yield func(int) bool) {
		first, size := utf8.DecodeRuneInString(text)
		for i := 0; i < len(text); {
			next := i + size
			var second rune
			wide := 0
			if next+2 < len(text) && text[next]&0xF0 == 0xE0 && text[next+1]&0xC0 == 0x80 && text[next+2]&0xC0 == 0x80 {
				second, wide = rune(text[next]&0x0F)<<12|rune(text[next+1]&0x3F)<<6|rune(text[next+2]&0x3F), 3
			} else {
				second, wide = utf8.DecodeRuneInString(text[next:])
			}
			if (s.has(hash(first, second)) || s.names(first)) && !yield(i) {
				return
			}
			i, first, size = next, second, wide
		}
	}
}

// Hold tells whether a name may begin with first before second, whether it ends there or goes on.
func (s *Set) Hold(first, second rune) bool {
	return s.has(hash(first, second)) || s.names(first)
}

// names tells whether a character may be a name by itself.
func (s *Set) names(first rune) bool {
	return s.alone[byte(first)/64]&(1<<(byte(first)%64)) != 0 && s.has(hash(first, alone))
}

func (s *Set) has(h uint32) bool { return s.pairs[h/64]&(1<<(h%64)) != 0 }

func hash(first, second rune) uint32 {
	return (uint32(first)<<16 ^ uint32(second)) * 0x9E3779B1 >> (32 - bits)
}
