package segment

import (
	"strings"
	"unicode/utf8"
)

// mark is what a line opens with before its own words.
type mark struct {
	n      int // bytes
	level  int // 1 一、 2 （一） 3 1. 4 （1）; 0 without number
	style  style
	item   bool // numbered by digits, or a bullet
	bullet bool
	dashed bool // the bullet is a long dash, as before a subtitle
}

// mark reads hashes, bold stars, one bullet and one list number, in this order.
func (o *outline) mark(s string) mark {
	var m mark
	m.hashes(s)
	if strings.HasPrefix(s[m.n:], "**") {
		m.n += len("**")
		m.style = max(m.style, bold)
	}
	m.bulleted(s)
	if m.style == plain && strings.HasPrefix(s[m.n:], "**") {
		m.n += len("**")
		m.style = bold
	}
	if m.style == plain && strings.HasPrefix(s, "【") && strings.HasSuffix(s, "】") {
		m.style = boxed
	}
	o.number(s, &m)
	m.blanks(s)
	return m
}

func (m *mark) blanks(s string) {
	for m.n < len(s) {
		n := blank(s[m.n:])
		if n == 0 {
			return
		}
		m.n += n
	}
}

func (m *mark) hashes(s string) {
	n := 0
	for n < len(s) && n < 6 && s[n] == '#' {
		n++
	}
	if n > 0 && n < len(s) && s[n] == ' ' {
		m.n = n
		m.style = hashed + style(n-1)
		m.blanks(s)
	}
}

var bullets = [...]string{"- ", "* ", "+ ", "——", "—", "――", "•", "●", "○", "◆", "◇", "■", "□", "▲", "△", "★", "☆", "✔", "✓", "✅", "☑", "▶", "►", "➤", "◎", "※", "·"}

func (m *mark) bulleted(s string) {
	for _, b := range bullets {
		if strings.HasPrefix(s[m.n:], b) {
			m.n += len(b)
			m.item, m.bullet = true, true
			m.dashed = strings.HasPrefix(b, "—") || strings.HasPrefix(b, "―")
			m.blanks(s)
			return
		}
	}
}

// number reads one list number. Its level is what the scripts of official papers give it.
func (o *outline) number(s string, m *mark) {
	body := s[m.n:]
	n, level := chineseNumber(body)
	digits := false
	if n == 0 {
		if n, level = o.arabicNumber(body); n == 0 {
			return
		}
		digits = true
	}
	m.n += n
	m.level = level
	m.item = m.item || digits
	m.bullet = false
}

// chineseNumber reads 一、 （一） 第一章 第一， and the like.
func chineseNumber(s string) (n, level int) {
	open := opened(s)
	i := open
	order := strings.HasPrefix(s[i:], "第")
	if order {
		i += len("第")
	}
	d := hanDigits(s[i:])
	if d == 0 || d > 4*3 {
		return 0, 0
	}
	i += d
	for i < len(s) && s[i] == ' ' {
		i++
	}
	switch {
	case open > 0:
		if c := shut(s[i:]); c > 0 {
			return i + c, 2
		}
	case order:
		for _, p := range [...]string{"部分", "章", "篇", "编"} {
			if strings.HasPrefix(s[i:], p) {
				return i + len(p), 1
			}
		}
		if strings.HasPrefix(s[i:], "节") {
			return i + len("节"), 2
		}
		for _, p := range [...]string{"，", ",", "、", "：", ":"} {
			if strings.HasPrefix(s[i:], p) && !countsOn(s[i+len(p):]) {
				return i + len(p), 3
			}
		}
	default:
		for _, p := range [...]string{"、", "．", "."} {
			if strings.HasPrefix(s[i:], p) && !countsOn(s[i+len(p):]) {
				return i + len(p), 1
			}
		}
	}
	return 0, 0
}

// countsOn tells of what stands behind the mark in a list of sectors, which numbers nothing: 一、二、三产业增加值, 第二、三产业比重.
func countsOn(rest string) bool {
	d := hanDigits(rest)
	return d > 0 && (strings.HasPrefix(rest[d:], "、") || strings.HasPrefix(rest[d:], "产"))
}

// arabicNumber reads 1. 1、 1． (1) （1） 1） ① ⑴ ⒈.
func (o *outline) arabicNumber(s string) (n, level int) {
	if n, level = circled(s); n > 0 {
		return n, level
	}
	open := opened(s)
	value, i := shortNumber(s, open)
	if value == 0 {
		return 0, 0
	}
	if open > 0 {
		if c := shut(s[i:]); c > 0 {
			return i + c, 4
		}
		return 0, 0
	}
	for i < len(s) && s[i] == ' ' {
		i++
	}
	if c := shut(s[i:]); c > 0 {
		return i + c, 4
	}
	for _, p := range [...]string{"、", "．", "."} {
		if !strings.HasPrefix(s[i:], p) {
			continue
		}
		i += len(p)
		// 3.5万篇 opens a sentence, 44.15分钟生活圈 is the 44th entry of a glossary: it follows the 43rd.
		if i < len(s) && p != "、" && (digit(s[i]) || wideDigit(s, i)) && (value == 1 || o.ordinals[3] != value-1) {
			return 0, 0
		}
		o.ordinals[3] = value
		return i, 3
	}
	return 0, 0
}

// shortNumber reads up to three digits of either width at i and returns their value and where they end. List numbers are
// no longer; years are.
func shortNumber(s string, i int) (value, end int) {
	for n := 0; n < 3 && i < len(s); n++ {
		switch {
		case digit(s[i]):
			value = value*10 + int(s[i]-'0')
			i++
		case wideDigit(s, i):
			value = value*10 + int(s[i+2]-0x90)
			i += 3
		default:
			return value, i
		}
	}
	return value, i
}

// circled reads a number that is one sign.
func circled(s string) (n, level int) {
	r, size := utf8.DecodeRuneInString(s)
	switch {
	case r >= '⒈' && r <= '⒛':
		return size, 3
	case r >= '①' && r <= '⒇':
		return size, 4
	case r >= '㈠' && r <= '㈩':
		return size, 2
	}
	return 0, 0
}

func opened(s string) int {
	if strings.HasPrefix(s, "（") {
		return len("（")
	}
	if strings.HasPrefix(s, "(") {
		return 1
	}
	return 0
}

func shut(s string) int {
	if strings.HasPrefix(s, "）") {
		return len("）")
	}
	if strings.HasPrefix(s, ")") {
		return 1
	}
	return 0
}

// hanDigits returns the length of the Chinese numerals s begins with.
func hanDigits(s string) int {
	for i, r := range s {
		if !strings.ContainsRune("一二三四五六七八九十百", r) {
			return i
		}
	}
	return len(s)
}
