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
type Set [1 << bits / 64]uint64

const bits = 15

// Add enters the beginning of a name.
func (s *Set) Add(name string) {
	first, size := utf8.DecodeRuneInString(name)
	second, _ := utf8.DecodeRuneInString(name[size:])
	if len(name) == size {
		second = alone
	}
	h := hash(first, second)
	s[h/64] |= 1 << (h % 64)
}

// alone stands for the second character of a name that has one only.
const alone = 0

// In yields the places of a text, in bytes, where a name may begin.
func (s *Set) In(text string) iter.Seq[int] {
	return func(yield func(int) bool) {
		first, size := utf8.DecodeRuneInString(text)
		for i := 0; i < len(text); {
			next := i + size
			second, wide := utf8.DecodeRuneInString(text[next:])
			if s.Hold(first, second) && !yield(i) {
				return
			}
			i, first, size = next, second, wide
		}
	}
}

// Hold tells whether a name may begin with first before second, whether it ends there or goes on.
func (s *Set) Hold(first, second rune) bool {
	return s.has(hash(first, second)) || s.has(hash(first, alone))
}

func (s *Set) has(h uint32) bool { return s[h/64]&(1<<(h%64)) != 0 }

func hash(first, second rune) uint32 {
	return (uint32(first)<<16 ^ uint32(second)) * 0x9E3779B1 >> (32 - bits)
}
