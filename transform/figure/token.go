package figure

import (
	"slices"
	"strings"
	"unicode/utf8"

	"yiyuan/transform/period"
	"yiyuan/transform/place"
	"yiyuan/transform/segment"
	"yiyuan/transform/unit"
)

type kind uint8

const (
	word   kind = iota
	figure      // a quantity
	time        // a period expression
	where       // a place
	dun         // 、
	comma       // ，
	semi        // ；：
	stop        // 。！？
	open        // （
	shut        // ）
	quote       // “”《》
	note        // [2], skipped by every rule
	blank       // white space and Markdown marks, skipped too
)

// pauses tells of a mark that ends a clause.
func (k kind) pauses() bool { return k == comma || k == semi || k == stop }

// token is a piece of a sentence; start and end are bytes of the document.
type token struct {
	start, end int
	kind       kind
	class      class
	text       string
	on         string // the sentence from there on, "" where it stands in none
	pos        string // part of speech, jieba's letters
	q          *unit.Quantity
	e          *period.Expr
	at         *place.Match
}

func (t token) is(c class) bool { return t.class&c != 0 }

// markIn is what a mark of punctuation or a blank is, and whether a text is one.
func markIn(text string) (k kind, ok bool) {
	switch text {
	case "、":
		return dun, true
	case "，", ",", "|":
		return comma, true
	case "；", ";", "：", ":":
		return semi, true
	case "。", "！", "？", "!", "?", "…":
		return stop, true
	case "（", "(":
		return open, true
	case "）", ")":
		return shut, true
	case "“", "”", "《", "》", "‘", "’", "【", "】":
		return quote, true
	case " ", "\u3000", "*", "#", "\t", "—", "\u00a0":
		return blank, true
	}
	return word, false
}

// marks are the pieces of a sentence that recognisers other than the segmenter have claimed.
type mark struct {
	start, end int // bytes of the sentence
	tok        token
}

// cut makes tokens of a sentence, which begins at byte base of the document: its marks, and the words of what lies between.
func (r *reader) cut(sentence string, base int, marks []mark) {
	out, at := r.toks[:0], 0
	for _, m := range marks {
		if m.start < at {
			continue
		}
		out = r.appendWords(out, sentence[at:m.start], base+at)
		if n := len(out); m.tok.kind == figure && n > 1 && out[n-1].text == "/" && out[n-2].kind == figure {
			out[n-1].kind = dun // 24.3/27.5/33.9亿元
		}
		t := m.tok
		t.start, t.end, t.text = base+m.start, base+m.end, sentence[m.start:m.end]
		out = append(out, t)
		at = m.end
	}
	r.toks, r.leftTokens = r.appendWords(out, sentence[at:], base+at), nil
	for i := range r.toks {
		r.toks[i].on = sentence[r.toks[i].start-base:]
	}
	joinShares(r.toks)
	blankLabel(r.toks)
	blankListHeads(r.toks)
	switch {
	case base != r.lineStart:
	case base > 0:
		pauseBehindHeading(r.toks)
	case r.Report.Kind == "":
		pauseAtBlanks(r.toks, sentence)
	}
}

// blankListHeads takes the words that number the points of a list for no part of their clauses: 二是建成灌溉面积1600亩.
func blankListHeads(toks []token) {
	for i := 0; i+1 < len(toks); i++ {
		if i > 0 && !toks[i-1].kind.pauses() {
			continue
		}
		n := 1
		if t := &toks[i]; t.kind != word || !listHeads().has(t.text) {
			if n = 2; t.kind != word && t.kind != figure || toks[i+1].text != "是" || !listHeads().has(t.text+"是") {
				continue
			}
		}
		for j := range toks[i : i+n] {
			toks[i+j].kind, toks[i+j].class = blank, 0
		}
	}
}

// listHeads are such words.
var listHeads = phrases("heads of points")

// pauseBehindHeading takes the blank behind a heading that stands in the line of its paragraph for a colon: 财政 金融 财政收入完成8620万元.
func pauseBehindHeading(toks []token) {
	last, length := 0, 0
	for i := 0; i < len(toks) && length <= longestHeading; i++ {
		t := &toks[i]
		if t.kind == blank && t.text == " " && length > 0 {
			last, length = i, 0
			continue
		}
		if t.kind != word || t.class != 0 || t.text[0] < utf8.RuneSelf || opensSentence().has(t.text) {
			break
		}
		length += utf8.RuneCountInString(t.text)
	}
	if last > 0 && last+1 < len(toks) && !isName(toks[last-1].text+toks[last+1].text) && slices.ContainsFunc(toks[last:], func(t token) bool { return t.kind == comma }) && strings.ContainsAny(toks[last-1].pos[:min(1, len(toks[last-1].pos))], "nvj") {
		toks[last].kind = semi
	}
}

const longestHeading = 6 // characters of each of its parts

// opensSentence are words that stand before a stray blank and head nothing.
var opensSentence = phrases("opens a sentence")

// blankLabel takes the label in brackets that a paragraph opens with for no part of its sentence: 【解说】.
func blankLabel(toks []token) {
	if len(toks) == 0 || toks[0].text != "【" {
		return
	}
	for i, t := range toks {
		if t.text == "】" {
			for j := range toks[:i+1] {
				toks[j].kind, toks[j].class = blank, 0
			}
			return
		}
		if i > 0 && t.kind != word {
			return
		}
	}
}

// pauseAtBlanks takes the blank between the two halves of a headline for a pause: 春耕送服务 全市备肥6万吨.
func pauseAtBlanks(toks []token, headline string) {
	if len(headline) > longestOfHalves || strings.ContainsAny(headline, "。；") {
		return
	}
	for i := 1; i+1 < len(toks); i++ {
		t := &toks[i]
		if t.kind != blank || t.text != " " && t.text != "\u3000" {
			continue
		}
		ahead, behind := headline[:t.start], headline[t.end:]
		if strings.Contains(behind, "占") {
			continue // 吸收外资下降 高技术产业占比近四分之一
		}
		if utf8.RuneCountInString(ahead) >= shortestHalf && utf8.RuneCountInString(behind) >= shortestHalf && !isDigit(ahead[len(ahead)-1]) && !isDigit(behind[0]) {
			t.kind = comma
		}
	}
}

// longestOfHalves is how many bytes a headline of two halves has at most, shortestHalf how many characters one of them has at least.
const longestOfHalves, shortestHalf = 180, 5

// joinShares takes the comma between a share and the figures that it moved from and to for no pause: 占出口的比重，由上年的25%上升到31%.
func joinShares(toks []token) {
	for i := 1; i+1 < len(toks); i++ {
		if toks[i].kind == comma && toks[i-1].kind == word && toks[i-1].is(shareword) && leadsFrom(toks[i+1]) {
			toks[i].kind = blank
		}
	}
}

// leadsFrom tells of a 由 or 从, alone or at the head of a time: 由2018年的.
func leadsFrom(t token) bool {
	return t.kind == word && (t.text == "由" || t.text == "从" || t.text == "已由" || t.text == "已从") ||
		t.kind == time && startsWithAny(t.text, []string{"由", "从"})
}

func (r *reader) appendWords(out []token, text string, base int) []token {
	if strings.TrimSpace(text) == "" {
		return out
	}
	classes := classesByNumber()
	r.words = segment.AppendWords(r.words[:0], text)
	out = slices.Grow(out, len(r.words))
	for i := range r.words {
		w := &r.words[i]
		t := token{start: base + w.Start, end: base + w.End, text: w.Text, pos: w.POS}
		if int(w.Number) < len(classes) {
			t.class = classes[w.Number]
		}
		if len(w.Text) <= utf8.UTFMax {
			t.kind = kindOfMark(t)
		}
		out = append(out, t)
	}
	return out
}

// averages tells of a 年均 or 平均每年, also at the head of a longer word.
func (t token) averages() bool {
	return t.kind == time && t.e.Base() == "cagr" || strings.HasPrefix(t.text, "年均")
}

// kindOfMark tells a punctuation mark and a blank from a word of one character.
func kindOfMark(t token) kind {
	if t.text[0] >= 0xE4 && t.text[0] <= 0xE9 {
		return word // of Chinese
	}
	if k, ok := markIn(t.text); ok {
		return k
	}
	if isListMark(t.text) || isPicture(t.text) {
		return blank
	}
	if t.class == 0 && strings.TrimSpace(t.text) == "" {
		return blank
	}
	return word
}

// isPicture tells of a sign that a poster or a page puts before its lines: 👉社区工厂19家, 📍.
func isPicture(text string) bool {
	c, n := utf8.DecodeRuneInString(text)
	return n == len(text) && (c >= 0x1F000 && c < 0x1FB00 || c >= 0x2600 && c < 0x27C0 || c == 0xFE0F || c == 0x20E3)
}

// isListMark tells of a number that is one sign and numbers the entries of a list: ⑦除险加固水库8座；⑧.
func isListMark(text string) bool {
	c, _ := utf8.DecodeRuneInString(text)
	return c >= '①' && c <= '⒛' || c >= '㈠' && c <= '㈩'
}

// hasWord tells whether one of the words begins a token.
func hasWord(toks []token, words ...string) bool {
	for i := range toks {
		for _, w := range words {
			if begins(toks[i].text, w) {
				return true
			}
		}
	}
	return false
}
