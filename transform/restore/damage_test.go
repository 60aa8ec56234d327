package restore

import (
	"bytes"
	_ "embed"
	"html"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"yiyuan/transform/restore/mend"
)

// A mirrorSite does to a sound text what the sites of this style do, step by step.
type mirrorSite struct {
	listed  []rune  // what it glosses, in the order of its list
	entity  bool    // quotation marks are entities and paragraphs tags while the bytes are changed
	cutting float64 // share of the places where 。 can be read wrongly at which it is
	rng     *rand.Rand
}

func newMirrorSite(seed uint64) *mirrorSite {
	rng := rand.New(rand.NewPCG(seed, 7))
	var listed []rune
	for r := range knownGlosses() {
		listed = append(listed, r)
	}
	slices.Sort(listed)
	rng.Shuffle(len(listed), func(i, j int) { listed[i], listed[j] = listed[j], listed[i] })
	return &mirrorSite{listed: listed[:90+rng.IntN(len(listed)-90)], entity: rng.IntN(2) == 0, cutting: 0.4, rng: rng}
}

//go:embed testdata/s2t.txt
var s2tFile string

// traditionalOf leads a simplified character to the one a mirror writes for it, without regard to words.
var traditionalOf = sync.OnceValue(func() map[rune]rune {
	to := map[rune]rune{'着': '著'}
	chars := []rune(strings.Split(s2tFile, "\n")[1])
	for i := 0; i+1 < len(chars); i += 2 {
		if _, _, ok := mend.GBBytes(chars[i+1]); ok {
			to[chars[i]] = chars[i+1]
		}
	}
	for _, r := range "后于干里面系制范余" { // seen unchanged
		delete(to, r)
	}
	return to
})

const cutHere = "\x00" // the byte before stands alone

func (m *mirrorSite) damage(text string) string {
	if m.entity {
		text = "<p>" + strings.ReplaceAll(strings.NewReplacer("“", "&ldquo;", "”", "&rdquo;").Replace(text), "\n", "</p>\n<p>") + "</p>"
	}
	text = m.cut(m.traditional(widened(text)))
	coded := encodeGBK(text)
	for _, r := range m.listed {
		lead, trail, _ := mend.GBBytes(r)
		pair := []byte{lead, trail}
		coded = bytes.ReplaceAll(coded, pair, slices.Concat(pair, []byte("("), encodeGBK(knownGlosses()[r]), []byte(")")))
	}
	text = foldWidth(decodeGBK(coded))
	if m.entity {
		text = html.UnescapeString(strings.NewReplacer("<p>", "", "</p>", "").Replace(text))
	}
	return text
}

// widened gives the marks the width they had before the collection folded them.
func widened(text string) string {
	runes := []rune(text)
	for i, r := range runes {
		if strings.ContainsRune(",;:!?()", r) && i > 0 && !isLatin(runes[i-1]) && !isDigit(runes[i-1]) && runes[i-1] > 0x7F {
			runes[i] = r + 0xFEE0
		}
	}
	return string(runes)
}

func (m *mirrorSite) traditional(text string) string {
	to := traditionalOf()
	return strings.Map(func(r rune) rune {
		if t, ok := to[r]; ok {
			return t
		}
		return r
	}, text)
}

// cut marks the full stops whose bytes fall apart.
func (m *mirrorSite) cut(text string) string {
	var b strings.Builder
	for i, r := range text {
		b.WriteRune(r)
		if r == '。' {
			next, _ := utf8.DecodeRuneInString(text[i+3:])
			lead, _, _ := mend.GBBytes(next)
			if (lead == 0xA1 || lead == 0xBF) && m.rng.Float64() < m.cutting {
				b.WriteString(cutHere)
			}
		}
	}
	return b.String()
}

func encodeGBK(text string) (out []byte) {
	for _, r := range text {
		switch lead, trail, ok := mend.GBBytes(r); {
		case r == 0:
			out = slices.Insert(out, len(out)-1, 0) // between the bytes of 。
		case r < 0x80:
			out = append(out, byte(r))
		case ok:
			out = append(out, lead, trail)
		default:
			out = append(out, '?')
		}
	}
	return out
}

func decodeGBK(b []byte) string {
	var out strings.Builder
	for i := 0; i < len(b); i++ {
		c := b[i]
		if c < 0x80 {
			if c != 0 {
				out.WriteByte(c)
			}
			continue
		}
		var next byte
		if i+1 < len(b) {
			next = b[i+1]
		}
		if r := mend.GBChar(c, next); r != 0 {
			out.WriteRune(r)
			i++
		} else if r := privateChars()[[2]byte{c, next}]; r != 0 {
			out.WriteRune(r)
			i++
		} else {
			out.WriteByte('?')
			if next > ' ' && next < 0x40 {
				i++
			}
		}
	}
	return out.String()
}

var privateChars = sync.OnceValue(func() map[[2]byte]rune {
	chars := map[[2]byte]rune{}
	for r := rune(0xE000); r < 0xE820; r++ {
		if lead, trail, ok := gbBytes(r); ok {
			chars[[2]byte{lead, trail}] = r
		}
	}
	return chars
})

func foldWidth(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= 0xFF01 && r <= 0xFF5E {
			return r - 0xFEE0
		}
		return r
	}, s)
}

func figuresOf(s string) string {
	return strings.Map(func(r rune) rune {
		if f := figure(r); f != 0 {
			return f
		}
		return -1
	}, s)
}

// Of a figure that the mirror itself swallowed a digit of, nothing can be known: such a line must be doubted.
func TestSimulatedMirrors(t *testing.T) {
	var texts []string
	for _, name := range sharedFiles(t, "gold/clean", ".txt") {
		texts = append(texts, sharedFile(t, name))
	}
	for i, name := range sharedFiles(t, "reports", ".md") {
		if i%10 == 0 {
			texts = append(texts, withoutFrontMatter(sharedFile(t, name)))
		}
	}
	all, wrong, shown, changed, doubted := 0, 0, 0, 0, 0
	for i, text := range texts {
		clean := foldWidth(Restore(text, "").Clean)
		broken := newMirrorSite(uint64(i)).damage(clean)
		got := Restore(broken, "")
		if again := Restore(got.Clean, ""); again.Clean != got.Clean {
			t.Errorf("text %d: a second restoration changes it: %v", i, changes(again))
		}
		have, want := strings.Split(got.Clean, "\n"), strings.Split(clean, "\n")
		all += utf8.RuneCountInString(clean)
		if digitsOf(got.Clean) != digitsOf(broken) {
			t.Errorf("text %d: restoration changed the digits", i)
		}
		if len(have) != len(want) {
			t.Errorf("text %d: %d lines for %d", i, len(have), len(want))
			continue
		}
		at := 0
		for k := range want {
			end := at + utf8.RuneCountInString(have[k])
			if n := distance(narrowed(have[k]), narrowed(want[k])); n > 0 {
				wrong += n
				if shown++; shown <= 40 {
					t.Logf("text %d\n  shown %s\n    got %s\n   want %s", i, strings.Split(broken, "\n")[k], have[k], want[k])
				}
			}
			if figuresOf(have[k]) != figuresOf(want[k]) {
				changed++
				if got.SuspectAt(at, end) != "" {
					doubted++
				} else {
					t.Errorf("text %d: figures of a line changed and nothing says so: %s", i, have[k])
				}
			}
			at = end + 1
		}
	}
	t.Logf("%d of %d characters wrong (%.3f %% right); the damage took figures from %d lines, %d of them doubted", wrong, all, 100-100*float64(wrong)/float64(all), changed, doubted)
	if wrong*1000 > all*5 {
		t.Errorf("%d of %d characters wrong, more than 0.5 %%", wrong, all)
	}
}

func digitsOf(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, s)
}
