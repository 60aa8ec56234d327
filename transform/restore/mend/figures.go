package mend

import (
	"strings"
	"unicode/utf8"
)

// reach is how many characters from a loss a figure is still in doubt: the place of a loss is known to within a
// character or two, and a unit or a sign may be what was lost.
const reach = 3

const numerals = "〇零一二三四五六七八九十百千万亿兆两壹贰叁肆伍陆柒捌玖拾佰仟萬億%％‰"

func isDigit(r rune) bool { return r >= '0' && r <= '9' || r >= '０' && r <= '９' }

// isNumeral tells the characters a figure is written with, its unit aside.
func isNumeral(r rune) bool { return isDigit(r) || r >= 0x25 && strings.ContainsRune(numerals, r) }

func isPoint(r rune) bool { return r == '.' || r == '．' }

func inFigure(r rune) bool { return isNumeral(r) || strings.ContainsRune(".,．，+-－—", r) }

// figureNear finds the figures within reach of the character at a place, and the span from the first to the last of them.
func figureNear(s string, place int) (start, end int, ok bool) {
	_, w := utf8.DecodeRuneInString(s[place:])
	start, end = place, place+w
	for i, n := place, 0; i > 0 && n < reach; n++ {
		r, w := utf8.DecodeLastRuneInString(s[:i])
		if r == '\n' {
			break
		}
		i -= w
		if isNumeral(r) {
			start, ok = figureStart(s, i), true
			i = start
		}
	}
	for i, n := end, 0; i < len(s) && n < reach; n++ {
		r, w := utf8.DecodeRuneInString(s[i:])
		if r == '\n' {
			break
		}
		i += w
		if isNumeral(r) {
			end, ok = figureEnd(s, i), true
			i = end
		}
	}
	return start, end, ok
}

func figureStart(s string, i int) int {
	for i > 0 {
		r, w := utf8.DecodeLastRuneInString(s[:i])
		if !inFigure(r) {
			break
		}
		i -= w
	}
	return i
}

func figureEnd(s string, i int) int {
	for i < len(s) {
		r, w := utf8.DecodeRuneInString(s[i:])
		if !inFigure(r) {
			break
		}
		i += w
	}
	return i
}
