package main

import (
	"strings"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// slogan is the stray advertisement that comes with the pieces of the headline.
const slogan = "重生之茶山归来,慢点走"

// strewn cuts the headline into pieces and puts them, in turning order, behind the marks of two paragraphs, with the
// slogan behind two of them, and gives the page the counters of such sites.
func strewn(draft string) ([]byte, error) {
	title, body, _ := strings.Cut(draft, "\n")
	pieces := pieces(title, 3)
	var b strings.Builder
	b.WriteString(title + "\n")
	turn, spoiled := 0, 0
	for paragraph := range strings.Lines(body) {
		if spoiled == 2 || strings.Count(paragraph, "。") == 0 {
			b.WriteString(paragraph)
			continue
		}
		spoiled++
		text := strings.TrimRight(paragraph, "\n")
		for i, r := range text {
			b.WriteRune(r)
			if !strings.ContainsRune("、,。", r) || i+len(string(r)) == len(text) {
				continue
			}
			b.WriteString(pieces[turn%len(pieces)])
			if turn == 1 || turn == len(pieces)+2 {
				b.WriteString(slogan)
			}
			turn++
		}
		b.WriteString(paragraph[len(text):])
	}
	b.WriteString("\n顶: 312踩: 6017\n")
	return []byte(strings.Replace(b.String(), "时间:", " 人参与 | 时间:", 1)), nil
}

func pieces(s string, n int) []string {
	r := []rune(s)
	var out []string
	for len(r) > n+1 {
		out = append(out, string(r[:n]))
		r = r[n:]
	}
	return append(out, string(r))
}

// glosses are the toned syllables another kind of site sprinkles over simplified text, right or wrong.
var glosses = map[rune]string{'月': "yuè", '年': "nián", '总': "zǒng", '资': "zī", '长': "cháng", '的': "de", '市': "shì", '外': "wài", '财': "cái", '居': "jū"}

// sprinkled puts a gloss behind every other one of these characters.
func sprinkled(draft string) ([]byte, error) {
	var b strings.Builder
	n := 0
	for _, r := range draft {
		b.WriteRune(r)
		if g, ok := glosses[r]; ok {
			if n++; n%2 == 0 {
				b.WriteString("(" + g + ")")
			}
		}
	}
	return []byte(b.String()), nil
}

// inGBK keeps the text whole in the encoding of older pages.
func inGBK(draft string) ([]byte, error) {
	return simplifiedchinese.GBK.NewEncoder().Bytes([]byte(draft))
}
