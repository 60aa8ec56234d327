package segment

import (
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func texts(words []Word) string {
	var out []string
	for _, w := range words {
		out = append(out, w.Text)
	}
	return strings.Join(out, "/")
}

func TestWords(t *testing.T) {
	for _, tt := range []struct{ clause, want string }{
		{"固定资产投资增长5%左右", "固定资产/投资/增长/5/%/左右"},
		{"全市新增企业270家", "全市/新增/企业/270/家"},
		{"城镇居民人均收入58031元", "城镇/居民/人均收入/58031/元"},
		{"GDP突破7000亿元", "GDP/突破/7000/亿元"},
		{"", ""},
	} {
		if got := texts(Words(tt.clause)); got != tt.want {
			t.Errorf("Words(%q) = %s, want %s", tt.clause, got, tt.want)
		}
	}
}

func TestWordsCoverTheClause(t *testing.T) {
	for _, clause := range []string{"增长5.3%，GDP破万亿", "　全角１２３", "\xff坏字节\xe4\xb8", "Ünïcode与ГОСТ", "A股3只"} {
		at := 0
		for _, w := range Words(clause) {
			if w.Start != at || w.Text != clause[w.Start:w.End] {
				t.Fatalf("Words(%q): %+v does not begin at %d", clause, w, at)
			}
			at = w.End
		}
		if at != len(clause) {
			t.Errorf("Words(%q) end at %d of %d", clause, at, len(clause))
		}
	}
}

func TestPartOfSpeech(t *testing.T) {
	var got []string
	for _, w := range Words("福建企业增长") {
		got = append(got, w.Text+" "+w.POS)
	}
	if d := cmp.Diff([]string{"福建 ns", "企业 n", "增长 v"}, got); d != "" {
		t.Error(d)
	}
}

// A word of a table is cut as one, and the hundred thousand others are still there.
func TestTableWords(t *testing.T) {
	const clause = "规上工业增加值增长3.5%"
	if got := texts(Words(clause)); strings.Contains(got, "规上工业增加值") {
		t.Skipf("%q is in the common dictionary: %s", "规上工业增加值", got)
	}
	own := listOf([]func() []Entry{func() []Entry {
		return []Entry{{Text: "规上工业增加值", POS: "n"}, {Text: "两 词"}, {}}
	}})
	if got := texts(newLexicon(own, common()).appendCut(nil, clause)); got != "规上工业增加值/增长/3/./5/%" {
		t.Error(got)
	}
}

func TestRegisterAfterLoadPanics(t *testing.T) {
	Words("载入")
	defer func() {
		if recover() == nil {
			t.Error("Register after the dictionary was loaded did not panic")
		}
	}()
	Register(func() []Entry { return nil })
}

func TestWordsFromManyGoroutines(t *testing.T) {
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			if got := texts(Words("全市新增企业")); got != "全市/新增/企业" {
				t.Errorf("got %s", got)
			}
		})
	}
	wg.Wait()
}

func BenchmarkLoad(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		newLexicon(common())
	}
}

func BenchmarkWords(b *testing.B) {
	text := report(b)[:1<<14]
	Words(text[:30])
	var sentences []string
	n := 0
	for _, l := range Lines(text) {
		line := text[l.Start:l.End]
		for _, s := range Sentences(line) {
			if sentence := s.Of(line); figured(sentence) {
				sentences = append(sentences, sentence)
				n += len(sentence)
			}
		}
	}
	b.SetBytes(int64(n))
	b.ReportAllocs()
	for b.Loop() {
		for _, s := range sentences {
			Words(s)
		}
	}
}
