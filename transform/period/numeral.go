package period

import (
	"strings"
	"unicode/utf8"
)

// numeral is a small whole number as dates use it: 11, ０３, 十二, 二〇二三.
type numeral struct {
	v, digits int
	end       int
	chinese   bool // written in characters
	tens      bool // with 十: 二十三, not 二三
	zero      bool // opens with a nought: 07年, 零八年
}

// digitAt returns the value of the digit at i and its width in bytes, width 0 where there is none.
func digitAt(s string, i int) (v, w int) {
	if i >= len(s) {
		return 0, 0
	}
	if c := s[i]; c < utf8.RuneSelf {
		if c >= '0' && c <= '9' {
			return int(c - '0'), 1
		}
		return 0, 0
	}
	if i+3 <= len(s) && s[i] == 0xEF && s[i+1] == 0xBC && s[i+2] >= 0x90 && s[i+2] <= 0x99 {
		return int(s[i+2] - 0x90), 3
	}
	return 0, 0
}

// hanAt returns the value of the numeral character at i, 10 for 十; -1 where there is none.
func hanAt(s string, i int) int {
	if i+3 > len(s) || s[i] < 0xE2 {
		return -1
	}
	switch s[i : i+3] {
	case "〇", "○", "零":
		return 0
	case "一":
		return 1
	case "二", "两":
		return 2
	case "三", "仨":
		return 3
	case "四":
		return 4
	case "五":
		return 5
	case "六":
		return 6
	case "七":
		return 7
	case "八":
		return 8
	case "九":
		return 9
	case "十":
		return 10
	}
	return -1
}

// readNumeral reads the number at i, inner blanks not allowed.
func readNumeral(s string, i int) (numeral, bool) {
	if _, w := digitAt(s, i); w > 0 {
		n := numeral{end: i}
		for {
			d, w := digitAt(s, n.end)
			if w == 0 {
				break
			}
			if n.digits == 0 && d == 0 {
				n.zero = true
			}
			if n.digits < 9 {
				n.v = n.v*10 + d
			}
			n.digits++
			n.end += w
		}
		return n, true
	}
	return readHan(s, i)
}

// firstMonth tells of the 元 of 元月, which is no sum of money: 从元月24日起, 2009年元月.
func firstMonth(s string, i int) bool {
	return has(s, i, "元月") && (i == 0 || strings.ContainsRune("年从自至到由在于止比较，。；：、（,;( \n\u3000", runeBefore(s, i)))
}

func readHan(s string, i int) (numeral, bool) {
	if firstMonth(s, i) {
		return numeral{v: 1, digits: 1, end: i + len("元"), chinese: true}, true
	}
	n := numeral{end: i, chinese: true}
	tail := 0
	for n.digits < 9 {
		d := hanAt(s, n.end)
		w := 3
		if d < 0 && n.digits > 0 {
			d, w = noughtInside(s, n.end) // 二0一九年
		}
		if d < 0 {
			break
		}
		if n.digits == 0 && d == 0 {
			n.zero = true
		}
		if d == 10 {
			if n.tens || n.digits > 1 {
				break
			}
			if n.digits == 0 {
				n.v = 1
			}
			n.v *= 10
			n.tens = true
		} else if n.tens {
			if tail > 0 || d == 0 {
				break
			}
			n.v += d
			tail++
		} else {
			n.v = n.v*10 + d
		}
		n.digits++
		n.end += w
	}
	return n, n.digits > 0
}

// noughtInside reads the Latin O or 0 that stands for 〇 between numeral characters.
func noughtInside(s string, i int) (v, w int) {
	for _, o := range [...]string{"0", "O", "Ｏ", "０"} {
		if strings.HasPrefix(s[i:], o) {
			return 0, len(o)
		}
	}
	return -1, 0
}

// count reads a number of months or years between 1 and 99: 三, 11, 十二, 两.
func count(s string, i int) (v, end int) {
	n, ok := readNumeral(s, i)
	if !ok || n.zero || n.v < 1 || n.v > 99 || n.chinese && n.digits > 1 && !n.tens {
		return 0, i
	}
	return n.v, n.end
}
