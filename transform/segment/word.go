package segment

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
)

//go:generate go run ./gen

// words.txt holds the hundred thousand most frequent words of gse's dictionary as plain text: word, frequency, part of
// speech. Unpacked because a table that can be read and diffed is worth more than the half megabyte a packed one saves,
// and it is read in a few hundredths of a second.
//
//go:embed words.txt
var frequent string

// Word is one word of a clause.
type Word struct {
	Start, End int
	Text       string
	Number     int32  // in the dictionary, 0 where it holds none; those of the tables come first
	POS        string // part of speech in jieba's letters: n, v, m (numeral), q (measure word), ns (place); x where unknown
}

// Entry is a word of one of our own tables.
type Entry struct {
	Text string
	Freq int // 0 takes the frequency of a common word
	POS  string
}

// Without a count of its own a table's word is held to be common, so that it wins over being cut up.
const tableFreq = 5000

var registered struct {
	sync.Mutex
	sources []func() []Entry
	sealed  bool
}

// Register adds the words of a table to the dictionary. It is called from the init function of the package that owns
// the table; words is called once, when the dictionary is loaded. Every word is weighed against the sum of all, so that
// all must be loaded at once: Register panics after the first call of Words.
func Register(words func() []Entry) {
	registered.Lock()
	defer registered.Unlock()
	if registered.sealed {
		panic("segment: Register after the dictionary was loaded")
	}
	registered.sources = append(registered.sources, words)
}

// Words cuts a clause into words along the likeliest path through the dictionary. It is safe to call from many
// goroutines; the first call loads the dictionary.
func Words(clause string) []Word { return AppendWords(nil, clause) }

// AppendWords is Words for callers that keep a slice.
func AppendWords(out []Word, clause string) []Word { return dictionary().appendCut(out, clause) }

// NumberOf is the number of a word of the dictionary, 0 where it holds none.
func NumberOf(word string) int32 { return dictionary().numberOf(word) }

var dictionary = sync.OnceValue(func() *lexicon {
	registered.Lock()
	registered.sealed = true
	sources := registered.sources
	registered.Unlock()
	return newLexicon(listOf(sources), common())
})

// common is words.txt without its first line, which says what generated it.
func common() string {
	_, list, _ := strings.Cut(frequent, "\n")
	return list
}

// listOf writes the words of our tables, which come first: of two entries for one word the first is kept.
func listOf(sources []func() []Entry) string {
	var b strings.Builder
	for _, words := range sources {
		for _, w := range words() {
			writeEntry(&b, w)
		}
	}
	return b.String()
}

// writeEntry writes one line in the format of gse's dictionary, whose fields are parted by blanks: a word that holds one cannot
// be said in it and is left out.
func writeEntry(b *strings.Builder, w Entry) {
	if w.Text == "" || strings.ContainsAny(w.Text, " \t\r\n") {
		return
	}
	freq := w.Freq
	if freq <= 0 {
		freq = tableFreq
	}
	b.WriteString(w.Text)
	b.WriteByte(' ')
	b.WriteString(strconv.Itoa(freq))
	if w.POS != "" {
		b.WriteByte(' ')
		b.WriteString(w.POS)
	}
	b.WriteByte('\n')
}
