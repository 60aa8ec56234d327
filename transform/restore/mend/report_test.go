package mend

import (
	"bufio"
	"encoding/json"
	"math/rand/v2"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"

	"yiyuan/transform/restore/mend/alphabet"
)

const shared = "../../../../shared/"

// heldOut is the text of every tenth report, which the embedded table was not counted from.
func heldOut(tb testing.TB) []string {
	tb.Helper()
	paths, err := alphabet.Reports(os.DirFS(shared + "reports"))
	if err != nil || len(paths) == 0 {
		tb.Skip("the reports of ../shared are not here")
	}
	var texts []string
	for i := 0; i < len(paths); i += 10 {
		b, err := os.ReadFile(shared + "reports/" + paths[i])
		if err != nil {
			tb.Fatal(err)
		}
		texts = append(texts, string(b))
	}
	return texts
}

func news(tb testing.TB) []string {
	tb.Helper()
	f, err := os.Open(shared + "news/xwlb.jsonl")
	if err != nil {
		tb.Skip("the news of ../shared are not here")
	}
	defer f.Close()
	var texts []string
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		var n struct{ Text string }
		if err := json.Unmarshal(lines.Bytes(), &n); err != nil {
			tb.Fatal(err)
		}
		texts = append(texts, n.Text)
	}
	return texts
}

// sentences cuts after 。 and at line ends.
func sentences(texts []string) []string {
	var out []string
	for _, t := range texts {
		for _, line := range strings.Split(t, "\n") {
			for _, s := range strings.SplitAfter(line, "。") {
				if s = strings.TrimSpace(s); utf8.RuneCountInString(s) >= 10 {
					out = append(out, s)
				}
			}
		}
	}
	return out
}

func gb(tb testing.TB, s string) []byte {
	tb.Helper()
	b, err := simplifiedchinese.GB18030.NewEncoder().Bytes([]byte(s))
	if err != nil {
		tb.Fatal(err)
	}
	return b
}

// kept is how many characters of want stand in got, in order.
func kept(want, got string) int {
	b := []rune(got)
	row := make([]int, len(b)+1)
	for _, x := range want {
		diagonal := 0
		for j, y := range b {
			up := row[j+1]
			if x == y {
				row[j+1] = diagonal + 1
			} else {
				row[j+1] = max(up, row[j])
			}
			diagonal = up
		}
	}
	return row[len(b)]
}

func digitsOf(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, s)
}

// One byte is lost somewhere in each sentence.
func TestLostByteInReports(t *testing.T) {
	all := sentences(heldOut(t))
	rng := rand.New(rand.NewPCG(1, 2))
	rng.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	all = all[:min(4000, len(all))]
	m := measureLoss(t, all, 1, rng)
	m.log(t)
	if m.share(m.kept) < 97 {
		t.Errorf("%.2f %% of the characters kept, want 97 %%", m.share(m.kept))
	}
	if m.share(m.decoder) > 80 {
		t.Errorf("a plain decoder keeps %.2f %%: the damage is too slight to show anything", m.share(m.decoder))
	}
}

// The news are of another kind than the reports the table was counted from.
func TestLostByteInNews(t *testing.T) {
	all := sentences(news(t))
	rng := rand.New(rand.NewPCG(7, 8))
	rng.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	m := measureLoss(t, all[:min(3000, len(all))], 1, rng)
	m.log(t)
	if m.share(m.kept) < 96 {
		t.Errorf("%.2f %% of the characters kept, want 96 %%", m.share(m.kept))
	}
}

func TestSeveralLostBytes(t *testing.T) {
	all := sentences(heldOut(t))
	var paragraphs []string
	for i := 0; i+4 <= len(all) && len(paragraphs) < 800; i += 4 {
		paragraphs = append(paragraphs, strings.Join(all[i:i+4], ""))
	}
	m := measureLoss(t, paragraphs, 4, rand.New(rand.NewPCG(3, 4)))
	m.log(t)
	if m.share(m.kept) < 95 {
		t.Errorf("%.2f %% of the characters kept, want 95 %%", m.share(m.kept))
	}
}

type loss struct {
	sentences, chars, kept, decoder int
	filled, wrong, open, suspect    int
}

func (m loss) share(n int) float64 { return 100 * float64(n) / float64(m.chars) }

func (m loss) log(t *testing.T) {
	t.Logf("%d sentences, %d characters: kept %.2f %%, by a plain decoder %.2f %%; filled in %d, %d in sentences that then differ; left open %d; spans suspect %d",
		m.sentences, m.chars, m.share(m.kept), m.share(m.decoder), m.filled, m.wrong, m.open, m.suspect)
}

func measureLoss(t *testing.T, texts []string, bytes int, rng *rand.Rand) (m loss) {
	t.Helper()
	decoder := simplifiedchinese.GB18030.NewDecoder()
	for _, s := range texts {
		b := gb(t, s)
		for range bytes {
			k := rng.IntN(len(b))
			b = append(b[:k:k], b[k+1:]...)
		}
		plain, err := decoder.Bytes(b)
		if err != nil {
			t.Fatal(err)
		}
		got := Decode(b, "gb18030")
		if hasFourBytes(s) {
			continue // two bytes of such a code are digits that are none
		}
		if g, w := digitsOf(got.Text), digitsOf(asciiOf(b)); g != w {
			t.Fatalf("digits %s, want %s\n%s\n%s", g, w, s, got.Text)
		}
		k := kept(s, got.Text)
		m.sentences++
		m.chars += utf8.RuneCountInString(s)
		m.kept += k
		m.decoder += kept(s, string(plain))
		m.suspect += len(got.Suspect)
		for _, r := range got.Repairs {
			c := []rune(got.Text)[r.Start]
			switch {
			case c == lost:
				m.open++
			case k == utf8.RuneCountInString(s):
				m.filled++
			default:
				m.filled++
				m.wrong++
				if testing.Verbose() && m.wrong < 20 && bytes == 1 {
					t.Logf("filled %c: %s\n%s", c, s, got.Text)
				}
			}
		}
		if testing.Verbose() && bytes == 1 && k < utf8.RuneCountInString(s)*9/10 {
			t.Logf("kept %d of %d: %s\n%s", k, utf8.RuneCountInString(s), s, got.Text)
		}
	}
	return m
}

func hasFourBytes(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { _, ok := gbCode(r); return r >= 0x80 && !ok })
}

func asciiOf(b []byte) string {
	var s strings.Builder
	for _, c := range b {
		if c < 0x80 {
			s.WriteByte(c)
		}
	}
	return s.String()
}

// Clean text comes through as it is, in sentences and whole.
func TestCleanTextUnchanged(t *testing.T) {
	reports, stories := allReports(t), news(t)
	n := 0
	for _, s := range append(sentences(reports), sentences(stories)...) {
		n++
		if s = withoutControls(s); s == "" {
			continue
		}
		if got := Decode(gb(t, s), "gb18030"); got.Text != s || len(got.Repairs) > 0 {
			t.Errorf("GB18030 %s\nread as %s", s, got.Text)
		}
		if got := Decode([]byte(s), ""); got.Text != s || len(got.Repairs) > 0 {
			t.Errorf("UTF-8 %s\nread as %s", s, got.Text)
		}
	}
	for _, s := range append(reports, stories...) {
		s = withoutControls(s)
		if got := Decode(gb(t, s), "gb18030"); got.Text != s {
			t.Errorf("a whole text changed in GB18030: %v", got.Repairs)
		}
		if got := Decode([]byte(s), "utf-8"); got.Text != s {
			t.Errorf("a whole text changed in UTF-8: %v", got.Repairs)
		}
	}
	t.Logf("%d sentences", n)
	if n < 50000 {
		t.Errorf("%d sentences, want 50000", n)
	}
}

func allReports(tb testing.TB) []string {
	paths, err := alphabet.Reports(os.DirFS(shared + "reports"))
	if err != nil || len(paths) == 0 {
		tb.Skip("the reports of ../shared are not here")
	}
	var texts []string
	for _, p := range paths {
		b, err := os.ReadFile(shared + "reports/" + p)
		if err != nil {
			tb.Fatal(err)
		}
		texts = append(texts, string(b))
	}
	return texts
}

func withoutControls(s string) string {
	return strings.Map(func(r rune) rune {
		if r < 0x80 && isControl(byte(r)) || r >= 0x80 && r < 0xA0 || r == '\uFEFF' || r == utf8.RuneError {
			return -1
		}
		return r
	}, s)
}

func BenchmarkCleanGB(b *testing.B) {
	benchmarkDecode(b, gb(b, strings.Join(heldOut(b), "\n")), "gb18030")
}
func BenchmarkCleanUTF8(b *testing.B) {
	benchmarkDecode(b, []byte(strings.Join(heldOut(b), "\n")), "utf-8")
}

func BenchmarkMendGB(b *testing.B) {
	rng := rand.New(rand.NewPCG(5, 6))
	var text []byte
	for _, s := range sentences(heldOut(b))[:3000] {
		line := gb(b, s)
		k := rng.IntN(len(line))
		text = append(append(append(text, line[:k]...), line[k+1:]...), '\n')
	}
	benchmarkDecode(b, text, "gb18030")
}

func benchmarkDecode(b *testing.B, text []byte, charset string) {
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Decode(text, charset)
	}
}

func BenchmarkLoadModel(b *testing.B) {
	for b.Loop() {
		if _, err := readBigrams(bigramFile); err != nil {
			b.Fatal(err)
		}
	}
}
