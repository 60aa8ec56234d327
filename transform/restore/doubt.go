package restore

import (
	"strings"
	"unicode/utf8"
)

// doubtFigures marks the figures that an unexplained ?, □ or broken character touches: a lead byte that lost its trail
// may have taken a digit with it. It also notes the page whose digits were taken out.
func (d *draft) doubtFigures() {
	s := d.now
	for i := 0; i < len(s) && d.seen.questions+d.seen.unknown > 0; {
		var n int
		switch {
		case s[i] == '?':
			n = 1
		case s[i] == 0xEF && strings.HasPrefix(s[i:], "\uFFFD"), s[i] == 0xE2 && strings.HasPrefix(s[i:], string(lost)):
			n = 3
		default:
			i++
			continue
		}
		if touchesFigure(s[:i], s[i+n:], n == 3) {
			d.doubts = append(d.doubts, doubt{figureStart(s, i), figureEnd(s, i+n), "a lost byte touches it"})
		}
		i += n
	}
	if digitsStripped(s, &d.seen) {
		d.notes = append(d.notes, DigitsStripped)
	}
}

// figureStart and figureEnd reach over the figure beside a place.
func figureStart(s string, i int) int {
	for i > 0 {
		r, n := utf8.DecodeLastRuneInString(s[:i])
		if figure(r) == 0 && !strings.ContainsRune(".,+-", r) {
			break
		}
		i -= n
	}
	return i
}

func figureEnd(s string, i int) int {
	for i < len(s) {
		r, n := utf8.DecodeRuneInString(s[i:])
		if figure(r) == 0 && !strings.ContainsRune(".,+-", r) {
			break
		}
		i += n
	}
	return i
}

// touchesFigure: a ? behind a figure at the end of a sentence, or in a web address, is what it seems.
func touchesFigure(before, after string, certain bool) bool {
	prev, _ := utf8.DecodeLastRuneInString(before)
	next, _ := utf8.DecodeRuneInString(after)
	if isDigit(next) {
		return certain || !isLatin(prev) && prev != '/' && prev != '='
	}
	return figure(prev) != 0 && (certain || isHanzi(next) || next == '%' || next == '.')
}

// digitsStripped reports a page on which figures were taken out and their units left: 高达%, 共卖出亿元, 年月日.
func digitsStripped(s string, v *survey) bool {
	if v.digits > v.hanzi/50 || v.hanzi == 0 {
		return false
	}
	bare, sure := 0, 0
	var prev rune
	for i, r := range s {
		switch r {
		case '%', '％':
			if isHanzi(prev) && !isNumeral(prev) {
				bare++
				sure++
			}
		case '亿', '万', '元':
			if strings.ContainsRune("出达到为额资入过近约超破共计", prev) && unitFollows(s[i:]) {
				bare++
			}
		case '月':
			if prev == '年' && strings.HasPrefix(s[i:], "月日") {
				bare++
			}
		}
		prev = r
	}
	return bare >= 3 || bare >= 2 && sure >= 1 && v.digits == 0
}

func isNumeral(r rune) bool {
	return strings.ContainsRune("〇零一二三四五六七八九十百千万亿两半几数多余", r)
}

// unitFollows: 亿元 that is no threshold (亿元以上, 亿元级, 亿元企业).
func unitFollows(s string) bool {
	for _, unit := range []string{"亿元", "万元", "亿美元", "万吨", "万人", "万户", "万亩", "元"} {
		if rest, ok := strings.CutPrefix(s, unit); ok {
			next, _ := utf8.DecodeRuneInString(rest)
			return !strings.ContainsRune("以级企村镇项产园区户店素旦宵首", next)
		}
	}
	return false
}
