package figure

import (
	"iter"
	"unicode/utf8"

	"yiyuan/transform/beginnings"
)

// byFirst holds names by their first character. A text is asked for them at each of its characters, most of which begin none:
// the pairs say so, or two bytes a character, which stay in the cache, where a map would be hashed into.
type byFirst[T any] struct {
	pairs beginnings.Set
	han   [lastHan - firstHan]uint16 // index into lists, 0 where none begins so
	lists [][]T
	other map[rune][]T
}

// firstHan and lastHan enclose the block that nearly all names begin in.
const (
	firstHan = 0x4E00
	lastHan  = 0xA000
)

// add enters what has a name.
func (b *byFirst[T]) add(name string, entry T) {
	b.pairs.Add(name)
	first, _ := utf8.DecodeRuneInString(name)
	i := uint32(first) - firstHan
	if i >= uint32(len(b.han)) {
		if b.other == nil {
			b.other = map[rune][]T{}
		}
		b.other[first] = append(b.other[first], entry)
		return
	}
	if b.han[i] == 0 {
		b.lists = append(b.lists, nil)
		b.han[i] = uint16(len(b.lists))
	}
	list := &b.lists[b.han[i]-1]
	*list = append(*list, entry)
}

// at returns what has a name that begins with a character, in the order it was added, none where no name begins with it before the
// second.
func (b *byFirst[T]) at(first, second rune) []T {
	if !b.pairs.Hold(first, second) {
		return nil
	}
	return b.with(first)
}

// in yields the places of a text, in bytes, where a name may begin, with what has a name that begins with the character there.
func (b *byFirst[T]) in(text string) iter.Seq2[int, []T] {
	return func(yield func(int, []T) bool) {
		for i := range b.pairs.In(text) {
			first, _ := utf8.DecodeRuneInString(text[i:])
			if !yield(i, b.with(first)) {
				return
			}
		}
	}
}

// ahead returns what may have a name that a text begins with, in the order it was added.
func (b *byFirst[T]) ahead(text string) []T {
	first, size := utf8.DecodeRuneInString(text)
	second, _ := utf8.DecodeRuneInString(text[size:])
	return b.at(first, second)
}

// mayBeIn tells whether a name may stand in a text: in most none does, which their beginnings tell by one look at each character.
func (b *byFirst[T]) mayBeIn(text string) bool {
	for range b.pairs.In(text) {
		return true
	}
	return false
}

// with returns what has a name that begins with a character, in the order it was added.
func (b *byFirst[T]) with(first rune) []T {
	i := uint32(first) - firstHan
	if i >= uint32(len(b.han)) {
		return b.other[first]
	}
	if b.han[i] == 0 {
		return nil
	}
	return b.lists[b.han[i]-1]
}
