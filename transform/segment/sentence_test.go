package segment

import (
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

func cut(s string, spans []Span) []string {
	var out []string
	for _, sp := range spans {
		out = append(out, sp.Of(s))
	}
	return out
}

func TestSentences(t *testing.T) {
	for _, tt := range []struct {
		name, line string
		want       []string
	}{
		{"full stops", "产值30亿元。税收2亿元。", []string{"产值30亿元。", "税收2亿元。"}},
		{"no stop at the end", "产值30亿元。税收2亿元", []string{"产值30亿元。", "税收2亿元"}},
		{"a semicolon is no end", "产值30亿元；税收2亿元。", []string{"产值30亿元；税收2亿元。"}},
		{"quote closes after the stop", "“现在7天就办结。”他说。下一步", []string{"“现在7天就办结。”", "他说。", "下一步"}},
		{"quotation the sentence goes on after", "“现在7天就办结！”，他说。", []string{"“现在7天就办结！”，他说。"}},
		{"stop in brackets", "扶持企业12家（其中新增3家。详见附表）。另有4家。", []string{"扶持企业12家（其中新增3家。详见附表）。", "另有4家。"}},
		{"stop in a book title", "出台《怎么办？》。", []string{"出台《怎么办？》。"}},
		{"bracket that never closes", "增长5%（见下。下降3%。", []string{"增长5%（见下。", "下降3%。"}},
		{"half-width marks", "有没有捷径?有!真的。", []string{"有没有捷径?", "有!", "真的。"}},
		{"several marks", "真的吗？！是的……是的。", []string{"真的吗？！", "是的……是的。"}},
		{"question mark of an address", "见http://a.cn/b?c=1。完。", []string{"见http://a.cn/b?c=1。", "完。"}},
		{"footnote and bold", "**增长5%。**[2]占比8%。", []string{"**增长5%。**[2]", "占比8%。"}},
		{"blanks trimmed", "　　产值。　税收。 ", []string{"产值。", "税收。"}},
		{"decimal point is no stop", "增长5.3%。", []string{"增长5.3%。"}},
		{"nothing", "", nil},
		{"only blanks", " 　", nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if d := cmp.Diff(tt.want, cut(tt.line, Sentences(tt.line))); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestComma(t *testing.T) {
	for _, tt := range []struct {
		name, sentence, mark string
		parts                bool
	}{
		{"half-width", "产值30亿元,增长5%", ",", true},
		{"full-width", "产值30亿元，增长5%", "，", true},
		{"semicolon", "产值30亿元；税收2亿元", "；", true},
		{"enumeration comma", "增长6%、8%左右", "、", false},
		{"thousands", "进出口1,234万元", ",", false},
		{"two figures, not thousands", "增长7.5,120家企业受益", ",", true},
		{"year before a comma", "截至2024,100家企业入驻", ",", true},
		{"four digits behind", "分别为5,2024家", ",", true},
		{"full-width thousands", "产量１，２３４吨", "，", false},
		{"full-width comma, half-width digits", "新增15，230家企业受益", "，", true},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := comma(tt.sentence, strings.Index(tt.sentence, tt.mark)) > 0; got != tt.parts {
				t.Errorf("parts: %v", got)
			}
		})
	}
}

// FuzzCut holds what every caller relies on: spans are in order, inside the text, on rune borders where the text is
// valid, and every digit of a line lies in one sentence.
func FuzzCut(f *testing.F) {
	for _, s := range []string{
		"产值30亿元。税收2亿元；", "“现在7天。”他说", "（1（2（3", "1,234,56", "１，２３４", "**3.5%**。[2]", "| 3 | 4 |\n| --- | --- |\n",
		"一、2023年\n（一）增长\n1.5亿元\n2.5亿元\n", "\xff。\xe3\x80", "#\n##\n【】\n", "〔2024〕3号；", "- 表8 12．0", "44. 45.15分钟",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		last := 0
		for _, l := range Lines(text) {
			if l.Start < last || l.Mark < l.Start || l.Lead < l.Mark || l.End < l.Lead || l.End > len(text) || l.Start >= l.End {
				t.Fatalf("line %+v after %d of %d", l, last, len(text))
			}
			checkGap(t, text[last:l.Start])
			last = l.End
			line := text[l.Start:l.End]
			at := 0
			for _, s := range Sentences(line) {
				checkSpan(t, line, s, at)
				at = s.End
			}
			checkGap(t, line[at:])
		}
		checkGap(t, text[last:])
	})
}

func checkSpan(t *testing.T, s string, sp Span, from int) {
	t.Helper()
	if sp.Start < from || sp.End > len(s) || sp.Start >= sp.End {
		t.Fatalf("span %v after %d of %d bytes", sp, from, len(s))
	}
	if utf8.ValidString(s) && !utf8.ValidString(sp.Of(s)) {
		t.Fatalf("span %v cuts a character of %q", sp, s)
	}
	checkGap(t, s[from:sp.Start])
}

func checkGap(t *testing.T, s string) {
	t.Helper()
	if figured(s) {
		t.Fatalf("digits fall between spans: %q", s)
	}
}

// report is a real text to measure on, and a small one where the texts are absent.
func report(tb testing.TB) string {
	b, err := os.ReadFile("../../../shared/gold/reports/fuzhou-2024.txt")
	if err != nil {
		tb.Skip("../shared/gold/reports is absent: nothing to measure on")
	}
	return strings.Repeat(string(b), 20)
}

func BenchmarkLines(b *testing.B) {
	text := report(b)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Lines(text)
	}
}

func BenchmarkSentences(b *testing.B) {
	text := report(b)
	lines := Lines(text)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		for _, l := range lines {
			Sentences(text[l.Start:l.End])
		}
	}
}

func TestALineWithoutStopsIsCut(t *testing.T) {
	for _, piece := range []string{"产值3亿元，", "全市规上工业增加值增长3亿元", "3.5%、", "1", "一二三", "（3亿元", "清流县", "\xff"} {
		line := strings.Repeat(piece, 40000/len(piece))
		end := 0
		for _, s := range Sentences(line) {
			if s.End-s.Start > 6000 || s.Start < end {
				t.Fatalf("%s…: sentence [%d,%d) after %d", piece, s.Start, s.End, end)
			}
			if !strings.HasSuffix(line[:s.End], "，") && strings.HasPrefix(piece, "产值") && s.End < len(line) {
				t.Errorf("%s…: cut inside a clause at %d", piece, s.End)
			}
			end = s.End
		}
		if end != len(line) {
			t.Errorf("%s…: %d of %d bytes lie in a sentence", piece, end, len(line))
		}
	}
}
