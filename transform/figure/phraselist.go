package figure

import (
	"slices"
	"sync"
	"sync/atomic"
)

// phraseList is a list of words that texts are asked for at their head, at their end and anywhere. Most texts have none, and a look at what
// their own first or last character and those of the words have in common tells nine of ten of them: it lies beside the words, which are
// then left alone.
type phraseList struct {
	read        atomic.Bool
	heads, ends byteSet
	words       []string

	find func() []string
	mu   sync.Mutex
}

// ready is the list, whose words are read when a text first asks for them.
func (l *phraseList) ready() *phraseList {
	if !l.read.Load() {
		l.fill()
	}
	return l
}

func (l *phraseList) fill() {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.read.Load() {
		return
	}
	l.words = l.find()
	for _, w := range l.words {
		l.heads.enter(firstOwn(w))
		l.ends.enter(lastOwn(w))
	}
	l.read.Store(true)
}

// has tells of a word that is one of the list.
func (l *phraseList) has(word string) bool {
	return l.ends.holds(lastOwn(word)) && slices.Contains(l.words, word)
}

func (l *phraseList) begin(s string) bool {
	return l.heads.holds(firstOwn(s)) && oneBegins(s, l.words)
}

func (l *phraseList) end(s string) bool {
	return l.ends.holds(lastOwn(s)) && oneEnds(s, l.words)
}

// standIn looks at the characters of a text one by one, since few begin a word.
func (l *phraseList) standIn(s string) bool {
	for i := 0; i < len(s); {
		own, size := s[i], 1
		if i+2 < len(s) && own >= 0xE0 && s[i+1]&0xC0 == 0x80 && s[i+2]&0xC0 == 0x80 {
			own, size = s[i+1]<<6|s[i+2]&0x3F, 3
		}
		if l.heads.holds(own) && oneBegins(s[i:], l.words) {
			return true
		}
		i += size
	}
	return false
}

// byteSet holds what a word begins or ends with, as a byte.
type byteSet [4]uint64

func (b *byteSet) enter(x byte) { b[x>>6] |= 1 << (x & 63) }

func (b *byteSet) holds(x byte) bool { return b[x>>6]&(1<<(x&63)) != 0 }

// firstOwn is what the first character of a text has of its own: of the three bytes of most characters the first is one of six.
func firstOwn(s string) byte {
	switch {
	case len(s) > 2 && s[0] >= 0xE0:
		return s[1]<<6 | s[2]&0x3F
	case s == "":
		return 0
	}
	return s[0]
}

// lastOwn is the same of the last character.
func lastOwn(s string) byte {
	switch n := len(s); {
	case n > 1 && s[n-1] >= 0x80:
		return s[n-2]<<6 | s[n-1]&0x3F
	case n > 0:
		return s[n-1]
	}
	return 0
}
