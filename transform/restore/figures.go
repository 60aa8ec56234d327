package restore

import (
	"html"
	"strings"
	"unicode/utf8"
)

// figure returns what a digit, a scale or a percent sign stands for, whatever its width or script, and 0 for all else.
// These are the characters no repair may create, drop, change or reorder.
func figure(r rune) rune {
	switch {
	case r >= '0' && r <= '9' || r == '%':
		return r
	case r < 0x80:
		return 0
	case r >= '０' && r <= '９':
		return r - '０' + '0'
	}
	switch r {
	case '％':
		return '%'
	case '万', '萬':
		return '万'
	case '亿', '億':
		return '亿'
	case '千', '韆':
		return '千'
	case '百', '‰':
		return r
	}
	return 0
}

// keepsFigures reports whether two texts hold the same figures in the same order. Where before is markup, what counts is
// what it stands for: the digits of &#8220; are no figure, those of a tag neither.
func keepsFigures(before, after string, markup bool) bool {
	if markup {
		before = html.UnescapeString(withoutTags(before))
	}
	for {
		var x, y rune
		x, before = nextFigure(before)
		y, after = nextFigure(after)
		if x != y {
			return false
		}
		if x == 0 {
			return true
		}
	}
}

func nextFigure(s string) (rune, string) {
	for i, r := range s {
		if f := figure(r); f != 0 {
			return f, s[i+utf8.RuneLen(r):]
		}
	}
	return 0, ""
}

func withoutTags(s string) string {
	for {
		open := strings.IndexByte(s, '<')
		if open < 0 {
			return s
		}
		shut := strings.IndexByte(s[open:], '>')
		if shut < 0 {
			return s
		}
		s = s[:open] + s[open+shut+1:]
	}
}

// saysFigure reports digits in words or figures: a repair may bring them back, but what they say is then a reading of ours.
func saysFigure(s string) bool {
	return strings.ContainsAny(s, "〇零一二三四五六七八九十两兩半倍") || strings.IndexFunc(s, func(r rune) bool { return figure(r) != 0 }) >= 0
}
