package segment

import (
	"math"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// lexicon is a dictionary with the price of each word, and cuts clauses along the cheapest path through it, as gse does:
// the same frequencies, the same prices, the same words for every clause, which the tests hold it to. It stands in for
// gse's Segmenter since that one takes four times as long a clause and ten times as long to load (it also cuts every
// word of the dictionary into smaller ones, for a search mode nobody asks for here).
type lexicon struct {
	trie  *trie
	runs  map[string]int32 // units for runs of letters and digits, lower case
	posOf []uint8          // of the words, by number
	pos   []string         // parts of speech, by number
}

// gse's prices: a word of the dictionary counts at least twice, a single character only just, and an unknown one is dear.
const (
	leastFreq    = 2
	unknownPrice = 32
	unknownPOS   = "x"
	firstRun     = unicode.MaxRune + 1 // units above are runs, those below characters
)

// newLexicon reads lists of lines "word frequency part-of-speech". Of two entries for one word the first is kept.
func newLexicon(lists ...string) *lexicon {
	lines := 0
	for _, list := range lists {
		lines += strings.Count(list, "\n") + 1
	}
	l := &lexicon{trie: newTrie(lines), runs: map[string]int32{}, posOf: make([]uint8, 0, lines), pos: []string{""}}
	b := builder{l: l, freqs: make([]float64, 0, lines), posOf: map[string]uint8{"": 0}}
	for _, list := range lists {
		for line := range strings.Lines(list) {
			b.add(line)
		}
	}
	b.price()
	return l
}

type builder struct {
	l     *lexicon
	posOf map[string]uint8
	units []int32
	freqs []float64
}

func (b *builder) add(line string) {
	text, rest, _ := strings.Cut(strings.TrimSpace(line), " ")
	count, pos, _ := strings.Cut(rest, " ")
	freq, err := strconv.Atoi(count)
	if err != nil || freq < leastFreq {
		return
	}
	if utf8.RuneCountInString(text) < 2 {
		freq = leastFreq
	}
	b.units = b.units[:0]
	for i := 0; i < len(text); {
		end, run := unitAt(text, i)
		b.units = append(b.units, b.unit(text[i:end], run))
		i = end
	}
	if b.l.trie.add(b.units, len(b.l.posOf)) {
		b.l.posOf = append(b.l.posOf, b.part(pos))
		b.freqs = append(b.freqs, float64(freq))
	}
}

// unit numbers the runs of the dictionary as it meets them.
func (b *builder) unit(s string, run bool) int32 {
	u := b.l.unit(s, run)
	if u < 0 {
		u = int32(firstRun + len(b.l.runs))
		b.l.runs[strings.Map(lowerRune, s)] = u
	}
	return u
}

// lowerRune is lower for whole strings: gse leaves capitals beyond ASCII as they are.
func lowerRune(r rune) rune {
	if r < utf8.RuneSelf {
		return rune(lower(byte(r)))
	}
	return r
}

func (b *builder) part(pos string) uint8 {
	n, ok := b.posOf[pos]
	if !ok {
		n = uint8(len(b.l.pos))
		b.posOf[pos] = n
		b.l.pos = append(b.l.pos, pos)
	}
	return n
}

// price sets log2(1/p) of each word in the very steps of gse, single precision and all.
func (b *builder) price() {
	total := 0.0
	for _, f := range b.freqs {
		total += f
	}
	all := float32(math.Log2(total))
	for i := range b.l.trie.nodes {
		if n := &b.l.trie.nodes[i]; n.word != 0 {
			n.price = all - float32(math.Log2(b.freqs[n.word-1]))
		}
	}
}

func (l *lexicon) numberOf(word string) int32 {
	at := root
	for i := 0; i < len(word); {
		end, run := unitAt(word, i)
		if at = l.trie.next(at, l.unit(word[i:end], run)); at == noNode {
			return 0
		}
		i = end
	}
	return l.trie.nodes[at].word
}

// unitAt returns the end of the unit that begins at i: a character, or a run of letters and digits of other scripts.
func unitAt(s string, i int) (end int, run bool) {
	for end = i; end < len(s); {
		size := runSize(s[end:])
		if size == 0 {
			break
		}
		end += size
	}
	if end > i {
		return end, true
	}
	_, size := utf8.DecodeRuneInString(s[i:])
	return i + size, false
}

// runSize is the bytes of the letter or digit s begins with, where it is one of a script of short words.
func runSize(s string) int {
	if c := s[0]; c < utf8.RuneSelf {
		if c-'0' < 10 || c|0x20-'a' < 26 {
			return 1
		}
		return 0
	}
	if s[0] >= 0xE0 { // three bytes and more: Chinese
		return 0
	}
	r, size := utf8.DecodeRuneInString(s)
	if size == 2 && (unicode.IsLetter(r) || unicode.IsNumber(r)) {
		return size
	}
	return 0
}

// unit is the number of a unit, -1 where the dictionary holds no such run.
func (l *lexicon) unit(s string, run bool) int32 {
	if !run {
		r, size := utf8.DecodeRuneInString(s)
		if r == utf8.RuneError && size == 1 {
			return utf8.RuneError
		}
		return r
	}
	if len(s) == 1 {
		return int32(lower(s[0]))
	}
	var room [16]byte
	low := room[:0]
	for i := range len(s) {
		low = append(low, lower(s[i]))
	}
	if u, ok := l.runs[string(low)]; ok {
		return u
	}
	return -1
}

func lower(c byte) byte {
	if c-'A' < 26 {
		return c | 0x20
	}
	return c
}
