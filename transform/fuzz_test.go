package transform_test

import (
	"testing"
	"unicode/utf8"

	"yiyuan"
	"yiyuan/transform"
)

// FuzzTransform: whatever the bytes, every digit of the clean text stands in one mention and every fact in the text.
func FuzzTransform(f *testing.F) {
	f.Add([]byte("2024年，清流县实现地区生产总值１０３．５亿元，比上年增长5.1%，其中工业下降一成。"))
	f.Add([]byte("目标：到2027年，产值突破33億元左右，年均增长5%-6%，\x00\xff达到全省三分之二。"))
	f.Add([]byte("表1\n指标\t2023年\t增速\nGDP\t1,234.5\t▲5.2\n"))
	f.Fuzz(func(t *testing.T, body []byte) {
		if len(body) > 1<<14 {
			return
		}
		r, err := transform.Transform(yiyuan.Source{DocID: "a", Body: body})
		if err != nil {
			return
		}
		if !utf8.ValidString(r.Document.Text) {
			t.Fatalf("text %q", r.Document.Text)
		}
		runes := []rune(r.Document.Text)
		covered := make([]int, len(runes))
		for _, m := range r.Mentions {
			if got := string(runes[m.Start:m.End]); got != m.Text {
				t.Fatalf("mention says %q, the text has %q", m.Text, got)
			}
			for i := m.Start; i < m.End; i++ {
				covered[i]++
			}
		}
		for i, c := range runes {
			if covered[i] > 1 || isDigit(c) && covered[i] != 1 {
				t.Fatalf("%q at %d stands in %d mentions of %q", c, i, covered[i], r.Document.Text)
			}
		}
		for _, fact := range r.Facts {
			if got := string(runes[fact.Start:fact.End]); got != fact.ValueText {
				t.Fatalf("fact says %q, the text has %q", fact.ValueText, got)
			}
		}
	})
}
