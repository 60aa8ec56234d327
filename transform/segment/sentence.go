package segment

import (
	"strings"
	"unicode/utf8"
)

// A bracket that does not close within this many bytes is taken for a slip and holds nothing together.
const longestBracket = 900

// No author writes a longer sentence than this many bytes; the longest of five hundred reports has 4095. What has no
// stop for longer is cut, since the work on a sentence, and the copies of it its facts keep, grow with its square.
const longestSentence = 6000

// Sentences cuts a line at 。！？ and their half-width forms. Closing quotes and brackets stay with the mark before them.
// A stop inside brackets or a book title ends nothing, nor does one inside a quotation that the sentence goes on after.
// A semicolon ends none: a list of figures joined by it has one subject and one period.
func Sentences(line string) []Span {
	spans := make([]Span, 0, 1+len(line)/120)
	start := 0
	for i := 0; i < len(line); {
		if c := line[i]; c >= 0xE4 && c <= 0xE9 {
			i += 3 // a Han character is never a mark
			continue
		}
		if n := bracket(line, i); n > 0 {
			i += n
			continue
		}
		n := stop(line, i)
		if n == 0 {
			i++
			continue
		}
		end := trail(line, i+n)
		i = end
		if goesOn(line, end) {
			continue
		}
		spans = appendSentence(spans, line, start, end)
		start = end
	}
	return appendSentence(spans, line, start, len(line))
}

func appendSentence(spans []Span, s string, start, end int) []Span {
	for end-start > longestSentence {
		cut := breathe(s, start, start+longestSentence)
		spans = appendTrimmed(spans, s, start, cut)
		start = cut
	}
	return appendTrimmed(spans, s, start, end)
}

// breathe is where s is best cut before end: after a clause, else where no character and no number is cut in two.
func breathe(s string, start, end int) int {
	for i := end; i > end-longestSentence/4; i-- {
		if n := comma(s, i); n > 0 && i+n <= end {
			return i + n
		}
	}
	for i := end; i > end-longestSentence/4; i-- {
		if utf8.RuneStart(s[i]) && !number(s, i) {
			return i
		}
	}
	for end > start+1 && !utf8.RuneStart(s[end]) {
		end--
	}
	return end
}

// number reports whether a numeral may go on over byte i.
func number(s string, i int) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:i])
	after, _ := utf8.DecodeRuneInString(s[i:])
	const numerals = "0123456789０１２３４５６７８９.,．，%％零〇一二三四五六七八九十百千万亿两几多余"
	return strings.ContainsRune(numerals, before) && strings.ContainsRune(numerals, after)
}

// stop returns the length of the sentence mark at i, 0 where there is none.
func stop(s string, i int) int {
	switch s[i] {
	case '!', '?':
		if i+1 < len(s) && wordByte(s[i+1]) { // an address: a?b=1
			return 0
		}
		return 1
	case 0xE3:
		if strings.HasPrefix(s[i:], "。") {
			return 3
		}
	case 0xEF:
		if strings.HasPrefix(s[i:], "！") || strings.HasPrefix(s[i:], "？") || strings.HasPrefix(s[i:], "｡") {
			return 3
		}
	}
	return 0
}

// trail walks over further stops, closing quotes and closing brackets, footnote marks [2] and closing ** included.
func trail(s string, i int) int {
	for i < len(s) {
		if n := stop(s, i); n > 0 {
			i += n
			continue
		}
		n := closer(s, i)
		if n == 0 {
			break
		}
		i += n
	}
	return i
}

// closer returns the length of the closing mark at i.
func closer(s string, i int) int {
	switch s[i] {
	case '"', '\'', ')', ']':
		return 1
	case '*':
		if strings.HasPrefix(s[i:], "**") {
			return 2
		}
	case '[':
		if n := footnote(s[i:]); n > 0 {
			return n
		}
	case 0xE2, 0xE3, 0xEF:
		for _, c := range [...]string{"”", "’", "」", "』", "】", "》", "）"} {
			if strings.HasPrefix(s[i:], c) {
				return len(c)
			}
		}
	}
	return 0
}

func footnote(s string) int {
	for i := 1; i < len(s) && i < 5; i++ {
		if s[i] == ']' && i > 1 {
			return i + 1
		}
		if s[i] < '0' || s[i] > '9' {
			return 0
		}
	}
	return 0
}

// goesOn reports whether the sentence runs on after a quotation: “……！”，他说.
func goesOn(s string, i int) bool {
	if i >= len(s) {
		return false
	}
	if comma(s, i) > 0 || s[i] == ':' {
		return true
	}
	for _, c := range [...]string{"、", "：", "——", "的"} {
		if strings.HasPrefix(s[i:], c) {
			return true
		}
	}
	return false
}

// comma returns the length of the clause mark at i, 0 where there is none or where it groups the digits of one number.
func comma(s string, i int) int {
	switch s[i] {
	case ',':
		if groups(s, i) {
			return 0
		}
		return 1
	case ';':
		return 1
	case 0xEF:
		if strings.HasPrefix(s[i:], "，") {
			if groupsWide(s, i) {
				return 0
			}
			return 3
		}
		if strings.HasPrefix(s[i:], "；") {
			return 3
		}
	}
	return 0
}

// groups reports whether the comma at i stands between the thousands of 1,234,567: one to three digits before it, which
// follow no decimal point, and exactly three behind.
func groups(s string, i int) bool {
	n := 0
	for n < len(s)-i-1 && n < 4 && digit(s[i+1+n]) {
		n++
	}
	if n != 3 {
		return false
	}
	b := i
	for b > 0 && digit(s[b-1]) {
		b--
	}
	if i-b < 1 || i-b > 3 || b > 0 && s[b-1] == '.' {
		return false
	}
	return s[b] != '0' && !strings.HasSuffix(s[:b], "．")
}

// groupsWide is groups for １，２３４: a full-width comma joins full-width digits only, since half-width digits on both
// sides of it are two figures more often than one.
func groupsWide(s string, i int) bool {
	n := 0
	for n < 4 && wideDigit(s, i+3+3*n) {
		n++
	}
	b := 0
	for b < 4 && wideDigit(s, i-3*(b+1)) {
		b++
	}
	return n == 3 && b >= 1 && b <= 3 && !strings.HasSuffix(s[:i-3*b], "．")
}

func digit(c byte) bool { return c >= '0' && c <= '9' }

// wideDigit reports a full-width digit, EF BC 90 to 99, at i.
func wideDigit(s string, i int) bool {
	return i >= 0 && i+3 <= len(s) && s[i] == 0xEF && s[i+1] == 0xBC && s[i+2] >= 0x90 && s[i+2] <= 0x99
}

func wordByte(c byte) bool {
	return digit(c) || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '=' || c == '/'
}

// bracket returns the length of the bracketed piece that opens at i, 0 where nothing opens or what opens does not close.
func bracket(s string, i int) int {
	var open, shut string
	switch s[i] {
	case '(':
		open, shut = "(", ")"
	case 0xE3:
		switch {
		case strings.HasPrefix(s[i:], "《"):
			open, shut = "《", "》"
		case strings.HasPrefix(s[i:], "【"):
			open, shut = "【", "】"
		case strings.HasPrefix(s[i:], "〔"):
			open, shut = "〔", "〕"
		}
	case 0xEF:
		if strings.HasPrefix(s[i:], "（") {
			open, shut = "（", "）"
		}
	}
	if open == "" {
		return 0
	}
	within := s[i:min(len(s), i+longestBracket)]
	if !strings.Contains(within, shut) && (open != "(" && open != "（" || strings.IndexByte(within, ')') < 0 && !strings.Contains(within, "）")) {
		return 0
	}
	return matched(within, open, shut)
}

// matched returns the length up to the shut that closes the open s begins with. A half-width bracket may be closed by a
// full-width one and the other way round, as typists mix them.
func matched(s, open, shut string) int {
	round := open == "(" || open == "（"
	depth := 0
	for i := 0; i < len(s); i++ {
		switch {
		case strings.HasPrefix(s[i:], open), round && (s[i] == '(' || strings.HasPrefix(s[i:], "（")):
			depth++
		case strings.HasPrefix(s[i:], shut), round && (s[i] == ')' || strings.HasPrefix(s[i:], "）")):
			depth--
			if depth == 0 {
				_, n := utf8.DecodeRuneInString(s[i:])
				return i + n
			}
		}
	}
	return 0
}

func appendTrimmed(spans []Span, s string, start, end int) []Span {
	start, end = trim(s, start, end)
	if start >= end {
		return spans
	}
	return append(spans, Span{start, end})
}

// trim drops blanks, ideographic and no-break ones too, from both ends of s[start:end].
func trim(s string, start, end int) (int, int) {
	for start < end {
		n := blank(s[start:end])
		if n == 0 {
			break
		}
		start += n
	}
	for end > start {
		c := s[end-1]
		if c == ' ' || c == '\t' || c == '\r' || c == '\n' {
			end--
		} else if strings.HasSuffix(s[start:end], "\u3000") {
			end -= 3
		} else if strings.HasSuffix(s[start:end], "\u00a0") {
			end -= 2
		} else {
			break
		}
	}
	return start, end
}

func blank(s string) int {
	switch s[0] {
	case ' ', '\t', '\r', '\n':
		return 1
	case 0xC2:
		if strings.HasPrefix(s, "\u00a0") {
			return 2
		}
	case 0xE3:
		if strings.HasPrefix(s, "\u3000") {
			return 3
		}
	}
	return 0
}
