package number

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// coef reads the number before a scale word, or reports that none stands here.
func (p *parser) coef() (coef, bool) {
	k, w := classAt(p.s, p.i)
	switch k & kind {
	case arabic:
		return p.digits(), true
	case han:
		return p.hanDigits()
	case tens:
		if p.last != 0 && p.last != 2 {
			return coef{}, false
		}
		p.i += w
		v := int64(k&payload) * 10
		if d, dw := classAt(p.s, p.i); d&kind == han && d&payload != 0 {
			p.i += dw
			v += int64(d & payload)
		}
		return coef{low: whole(v), high: whole(v), han: true, digits: 1, zero: true}, true
	case vague:
		return p.someOf(w)
	}
	return coef{}, false
}

// someOf reads 几 and 数 before a scale word. 指数百分之 and 总数十万 are told by the word before.
func (p *parser) someOf(w int) (coef, bool) {
	if p.terms > 0 {
		return coef{}, false
	}
	k, kw := classAt(p.s, p.i+w)
	if k&kind != small && k&kind != big {
		return coef{}, false
	}
	if k == small|2 && hasAny(p.s, p.i+w+kw, "分") > 0 {
		return coef{}, false
	}
	if has(p.s, p.i, "数") && endsAny(p.s, p.i, "总", "人", "户", "指", "个", "系", "参", "倍", "多", "少", "件", "次", "基", "函", "常", "分",
		"偶", "奇", "单", "双", "读", "复", "名", "实", "虚", "代", "点", "计", "算", "天", "岁", "页", "家", "额", "辆", "均", "位", "号") {
		return coef{}, false
	}
	p.i += w
	return coef{low: whole(1), high: whole(1), vague: "over", han: true, digits: 1}, true
}

// hanDigits reads a run of Chinese digits. One is a digit, two neighbours a range (七八, 三五), more a number read out
// digit by digit (二〇二四).
func (p *parser) hanDigits() (coef, bool) {
	c := coef{han: true}
	for p.last != 0 {
		k, w := classAt(p.s, p.i)
		if k&kind != han || k&payload != 0 {
			break
		}
		c.zero = true
		p.i += w
	}
	if c.zero {
		if k, _ := classAt(p.s, p.i); k&kind == arabic {
			d := p.digits()
			d.zero = true
			return d, true
		} else if k == small|1 {
			c.low, c.high, c.digits = whole(1), whole(1), 1 // 一百零十
			return c, true
		}
	}
	start, v := p.i, int64(0)
	var first, second int64
	for c.digits < 18 {
		k, w := classAt(p.s, p.i)
		if k&kind != han {
			break
		}
		d := int64(k & payload)
		switch c.digits {
		case 0:
			first = d
		case 1:
			second = d
		}
		v = v*10 + d
		p.i += w
		c.digits++
		if c.digits == 1 && p.terms == 0 && p.listsNext(start, first) {
			p.i += len("、")
		}
	}
	if c.digits == 0 {
		return coef{}, false
	}
	if p.last != 0 && c.digits > 1 && !(c.digits == 2 && neighbours(first, second)) {
		p.i, c.digits, v = start+3, 1, first // 十三 of 十三五
	}
	c.low, c.high = whole(v), whole(v)
	if c.digits == 2 && neighbours(first, second) {
		c.low, c.high = whole(first), whole(second)
	}
	return c, true
}

// listsNext tells of a mark behind the digit at start that older papers put between the two of a range: 六、七千元. 第六、七十章 and the number of a heading
// are none.
func (p *parser) listsNext(start int, first int64) bool {
	if !has(p.s, p.i, "、") {
		return false
	}
	k, w := classAt(p.s, p.i+len("、"))
	if k&kind != han || !neighbours(first, int64(k&payload)) {
		return false
	}
	if scale, _ := classAt(p.s, p.i+len("、")+w); scale&kind != small && scale&kind != big {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(p.s[:start])
	if !unicode.Is(unicode.Han, before) || before == '第' {
		return false
	}
	was, _ := classAt(p.s, start-utf8.RuneLen(before))
	return was&kind != han && was&kind != tens && was&kind != small && was&kind != big
}

func neighbours(a, b int64) bool {
	return a > 0 && (b == a+1 && b <= 9 || a == 3 && b == 5)
}

// digits reads Arabic digits, ASCII or full-width, with thousands marks and a decimal point.
func (p *parser) digits() coef {
	c := coef{}
	var v int64
	exp, bad, run, marks := int32(0), false, 0, 0
	point := false
	for {
		k, w := classAt(p.s, p.i)
		if k&kind == arabic {
			if v > (1<<62)/10 {
				bad = true
			} else {
				v = v*10 + int64(k&payload)
			}
			if point {
				exp--
			}
			p.i += w
			run++
			c.digits++
			continue
		}
		if run > 0 && p.letterZero() {
			v, run, c.digits = v*10, run+1, c.digits+1
			if point {
				exp--
			}
			p.i++
			continue
		}
		if point {
			break
		}
		if w := p.thousands(run, marks); w > 0 {
			p.i += w
			run = 0
			marks++
			continue
		}
		if w := p.decimalPoint(); w > 0 {
			p.i += w
			point = true
			continue
		}
		break
	}
	c.low = fixed{v, exp, bad}
	c.high = c.low
	return c
}

// letterZero reports an O printed for a zero: 4O%, 3O亿.
func (p *parser) letterZero() bool {
	return p.i < len(p.s) && (p.s[p.i] == 'O' || p.s[p.i] == 'o') && hasAny(p.s, p.i+1, "%", "％", "万", "亿") > 0
}

// thousands returns the width of a thousands mark that stands at p.i between groups of three.
func (p *parser) thousands(run, marks int) int {
	if run == 0 || run > 3 || marks > 0 && run != 3 {
		return 0
	}
	w := hasAny(p.s, p.i, ",", "，")
	if w == 0 {
		return p.thousandsBlank(run, marks)
	}
	j := p.i + w
	for n := 0; n < 3; n++ {
		k, dw := classAt(p.s, j)
		if k&kind != arabic {
			return 0
		}
		j += dw
	}
	if k, _ := classAt(p.s, j); k&kind == arabic {
		return 0
	}
	return w
}

// thousandsBlank returns the width of a blank between groups of three, as some reports print 12 915元. It is one only if no
// other number stands in the row before and a scale word or unit follows the last group.
func (p *parser) thousandsBlank(run, marks int) int {
	w := hasAny(p.s, p.i, " ", "\u00a0", "\u2009")
	if w == 0 || p.i < run || w > 1 && marks > 0 || marks == 0 && (p.terms > 0 || p.s[p.i-run]-'0' > 9 || p.rowBefore(p.i-run)) {
		return 0
	}
	if marks > 0 { // the first mark has looked at the whole row
		if p.i > 3 && p.s[p.i-4] == p.s[p.i] && threeDigits(p.s, p.i+w) {
			return w
		}
		return 0
	}
	for j := p.i; ; {
		bw := hasAny(p.s, j, p.s[p.i:p.i+w])
		if bw == 0 || !threeDigits(p.s, j+bw) {
			return 0
		}
		j += bw + 3
		if threeDigits(p.s, j+w) && hasAny(p.s, j, p.s[p.i:p.i+w]) > 0 {
			continue
		}
		if d := pointAt(p.s, j); d > 0 {
			k, dw := classAt(p.s, j+d)
			for j += d; k&kind == arabic; k, dw = classAt(p.s, j) {
				j += dw
			}
		}
		if unitBegins(p.s, j) {
			return w
		}
		return 0
	}
}

// unitBegins reports whether a scale word or the unit of something counted stands at i.
func unitBegins(s string, i int) bool {
	return hasAny(s, i, "万", "亿", "元", "人", "户", "个", "家", "吨", "亩", "公", "平方", "美元", "件", "辆", "台", "千", "立方", "头", "只", "口", "株", "匹", "名", "所", "套", "处", "座", "项", "条", "眼", "艘", "种", "张", "次", "米", "斤", "里", "宗", "起", "场", "册", "幢", "栋") > 0
}

// rowBefore reports whether another number and a blank stand before the digits at i: the columns of a table.
func (p *parser) rowBefore(i int) bool {
	if p.s[i] == '0' {
		return true
	}
	b := before(p.s, i)
	if b != " " && b != "\u3000" && b != "\u00a0" {
		return false
	}
	k, _ := classAt(before(p.s, i-len(b)), 0)
	return k&kind == arabic
}

// threeDigits reports whether exactly three ASCII digits stand at i.
func threeDigits(s string, i int) bool {
	if i+3 > len(s) || s[i]-'0' > 9 || s[i+1]-'0' > 9 || s[i+2]-'0' > 9 {
		return false
	}
	return i+3 == len(s) || s[i+3]-'0' > 9
}

// decimalPoint returns the width of a decimal point at p.i. Of a row of dots (2024.3.5, 1.2.3) none is one.
func (p *parser) decimalPoint() int {
	w := pointAt(p.s, p.i)
	if w == 0 || dottedBefore(p.s, p.i) {
		return p.spacedPoint()
	}
	j := p.i + w
	k, dw := classAt(p.s, j)
	if k&kind != arabic {
		return p.spacedPoint()
	}
	for k&kind == arabic {
		j += dw
		k, dw = classAt(p.s, j)
	}
	if w2 := pointAt(p.s, j); w2 > 0 {
		if k, _ := classAt(p.s, j+w2); k&kind == arabic {
			return 0
		}
	}
	return w
}

// spacedPoint returns the width of a decimal point at p.i with a blank beside it, as read from paper: 增长86. 1%, 投资761 .5万元.
// The number stands behind a character of a sentence and before a unit; 表1. 2002年 and 1. 5个项目 are numbers of a list.
func (p *parser) spacedPoint() int {
	j := p.i + hasAny(p.s, p.i, " ")
	if w := pointAt(p.s, j); w == 0 {
		return 0
	} else {
		j += w
	}
	j += hasAny(p.s, j, " ")
	if j-p.i != 2 || !p.inSentence() {
		return 0
	}
	end := j
	for end < len(p.s) && p.s[end]-'0' <= 9 {
		end++
	}
	if end == j || end > j+3 {
		return 0
	}
	if unitBegins(p.s, end) || hasAny(p.s, skipBlank(p.s, end), "%", "％") > 0 {
		return j - p.i
	}
	return 0
}

// inSentence reports whether the digits that end at p.i follow a Han character that numbers nothing.
func (p *parser) inSentence() bool {
	i := p.i
	for i > 0 && p.s[i-1]-'0' <= 9 {
		i--
	}
	r, _ := utf8.DecodeLastRuneInString(p.s[:i])
	return unicode.Is(unicode.Han, r) && !strings.ContainsRune("表图第附注章节条", r)
}

func pointAt(s string, i int) int { return hasAny(s, i, ".", "．") }

// dottedBefore reports whether the digits that end at i follow another digit and a dot.
func dottedBefore(s string, i int) bool {
	for i > 0 {
		b := before(s, i)
		if k, _ := classAt(b, 0); k&kind != arabic {
			break
		}
		i -= len(b)
	}
	b := before(s, i)
	if b != "." && b != "．" {
		return false
	}
	k, _ := classAt(before(s, i-len(b)), 0)
	return k&kind == arabic
}
