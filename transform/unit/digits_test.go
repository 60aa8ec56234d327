package unit_test

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"yiyuan/transform/unit"
)

// checkSpans holds what a caller builds on: quantities in order and apart, cut at characters, inside their outer spans,
// and every digit in one of them.
func checkSpans(t *testing.T, text string) {
	t.Helper()
	last, outer := 0, 0
	uncovered := func(to int) {
		for i, c := range text[last:to] {
			if c >= '0' && c <= '9' || c >= '０' && c <= '９' {
				t.Fatalf("digit %q at byte %d is in no quantity: …%q…", c, last+i, around(text, last+i))
			}
		}
	}
	for _, q := range unit.Scan(text) {
		switch {
		case q.Start < last || q.End <= q.Start || q.End > len(text):
			t.Fatalf("span %d:%d after %d: …%q…", q.Start, q.End, last, around(text, q.Start))
		case q.OuterStart > q.Start || q.OuterEnd < q.End || q.OuterStart < outer:
			t.Fatalf("outer span %d:%d of %d:%d after %d: …%q…", q.OuterStart, q.OuterEnd, q.Start, q.End, outer, around(text, q.Start))
		case !utf8.ValidString(text[q.Start:q.End]) || !utf8.ValidString(text[q.OuterStart:q.OuterEnd]):
			t.Fatalf("span %d:%d cuts a character: …%q…", q.Start, q.End, around(text, q.Start))
		case q.Kind == "" || q.Bound == "":
			t.Fatalf("kind %q, bound %q of %q", q.Kind, q.Bound, text[q.Start:q.End])
		case (q.Low == nil) != (q.High == nil):
			t.Fatalf("half a range in %q", text[q.Start:q.End])
		}
		uncovered(q.Start)
		last, outer = q.End, q.OuterEnd
	}
	uncovered(len(text))
}

func around(text string, i int) string { return text[max(0, i-30):min(len(text), i+30)] }

func TestEveryDigit(t *testing.T) {
	var files []string
	for _, p := range []string{"reports/*/*.md", "reports/*/*/*.md", "news/*", "seeds/*", "gold/clean/*"} {
		m, _ := filepath.Glob(filepath.Join("../../../shared", p))
		files = append(files, m...)
	}
	if len(files) == 0 {
		t.Skip("no texts under ../shared")
	}
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil || !utf8.Valid(data) {
			continue
		}
		checkSpans(t, string(data))
	}
}

// TestMixtures throws the characters of figures together at random, which byte-wise fuzzing seldom hits on.
func TestMixtures(t *testing.T) {
	tokens := strings.Split("0 1 2 3 5 9 12 234 2024 １ ２ 0.5 . ． , ， - — ～ 至 到 和 、 : ∶ ： / + ( ) （ ） [ ] % ％ ‰ 一 二 三 五 八 九 十 百 千 万 亿 零 〇 两 几 数 多 余 半 首 翻 番 第 前 个 家 元 美元 年 月 日 天 点 分 之 百分之 成 倍 倍多 左右 以上 以内 约 近 超 不低于 过 上 比 大 强 位 名 位数 人民币 公里 千瓦时 平方米 G A5 kW m 级 号 线 周年 届 季度 次 块 角 毛 金 “ ” 。 \n | < > 负 来 点五 间 之间 个月 个多月 个百分点", " ")
	tokens = append(tokens, " ", "\u3000", "\u00a0")
	rnd := rand.New(rand.NewPCG(1, 2))
	for range 150_000 {
		var b strings.Builder
		for range 1 + rnd.IntN(12) {
			b.WriteString(tokens[rnd.IntN(len(tokens))])
		}
		checkSpans(t, b.String())
	}
}

// TestHostileRows holds the reader to linear work: each of these rows took a square of its length at one time or could.
func TestHostileRows(t *testing.T) {
	for _, s := range []string{"1-", "1:", "25:00:", "123 ", "1+", "1.", "1、", "九", "9", "1/", "第1、", "半", "翻", "亿万", "1,234,", "十"} {
		row := strings.Repeat(s, 200_000/len(s))
		checkSpans(t, row+"元")
	}
}

func FuzzScan(f *testing.F) {
	for _, s := range []string{
		"年产值突破30亿元，增长8—10%左右", "16.1∶50.4∶33.5", "2024.3.5 8:30 0591-87654321", "三分之一 1/4 百分之百 七成六", "第4、前三、首个、翻了两番",
		"GDP5000亿元 G5 5G PM2.5 1+3+N [2] 〔2023〕5号", "一年半、5个多月、半个月、个半", "12 915元 -3.5 -3.6", "9·8 3金1银 两位数 30、50、80亿元", "https://a.cn/q?x=30%25",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			unit.Scan(s)
			return
		}
		checkSpans(t, s)
	})
}
