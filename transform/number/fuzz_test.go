package number_test

import (
	"testing"
	"unicode/utf8"

	"yiyuan/transform/number"
)

func FuzzScan(f *testing.F) {
	for _, s := range []string{
		"3.5亿 1亿2千万 4.78万亿", "两千三百余 十多万 数百亿 几十 十来个", "十七八 三四十 一百二三十", "１２．５ 1,234.5 556，188 12 915元", "二〇二四 五百卅四 三点五亿",
		"四千五百六十九万八千三百一十一亿四千八百七十二万五千三百八十二", "99999999999999999999亿", "九九九九九九九九九九九九九九九九九九九九万亿", "-0.1 －3 负三十二", "“十四五” 百分之五 千瓦时",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		last := 0
		for _, n := range number.Scan(s) {
			if n.End <= n.Start || n.End > len(s) {
				t.Fatalf("span %d:%d in %q", n.Start, n.End, s)
			}
			if n.Start < last {
				t.Fatalf("%q begins before the end of the last", s[n.Start:n.End])
			}
			if utf8.ValidString(s) && !utf8.ValidString(s[n.Start:n.End]) {
				t.Fatalf("%q cuts a character", s[n.Start:n.End])
			}
			if (n.Low == nil) != (n.High == nil) || n.Low != nil && n.Low.Cmp(n.High) >= 0 {
				t.Fatalf("range of %q", s[n.Start:n.End])
			}
			last = n.End
		}
	})
}
