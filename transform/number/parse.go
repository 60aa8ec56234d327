package number

import (
	"strings"

	"github.com/cockroachdb/apd/v3"
	"yiyuan"
)

// parser reads one numeral. lo and hi run in step; they differ where the numeral names a range (三四十).
type parser struct {
	s string
	i int

	sec, secHigh     fixed // below 万: 三千二百
	total, totalHigh fixed // closed by 万 or 亿
	lastSmall        int   // power of ten of the last 千 百 十 of the section, 4 where there is none
	lastBig          int   // of the last 万 or 亿, 99 where there is none
	last             int   // of the last scale word, 0 where there is none
	scale            int
	inner            string
	arabic           bool
	ranged           bool
	coefs            int // coefficients read
	terms            int
}

// coef is the number before a scale word.
type coef struct {
	low, high fixed
	digits    int // how many were printed
	han       bool
	zero      bool   // a 零 stood before it
	vague     string // 几, 数
}

func (p *parser) numeral() (Number, bool) {
	start := p.i
	p.lastSmall, p.lastBig = 4, 99
	for p.term() {
	}
	if p.terms == 0 {
		return Number{}, false
	}
	n := Number{Start: start, Arabic: p.arabic, Inner: p.inner, Magnitude: p.coefs == 0, Scale: p.scale}
	if p.huge(start, &n) {
		return n, true
	}
	low, high := p.total.add(p.sec), p.totalHigh.add(p.secHigh)
	low, high = p.point(low, high)
	n.End = p.i
	n.Scale = p.scale
	n.Value = low.decimal()
	if p.ranged && !low.bad && !high.bad {
		l, h := low.decimal(), high.decimal()
		n.Low, n.High = &l, &h
		mid := low.add(high)
		n.Value = half(mid)
	}
	return n, !low.bad && !high.bad && n.End > n.Start
}

func half(f fixed) yiyuan.Decimal {
	if f.coef%2 == 0 {
		return *apd.New(f.coef/2, f.exp)
	}
	return *apd.New(f.coef*5, f.exp-1)
}

// most is how many digits of a numeral are read; of a longer run, which is no figure, the rest counts as zeros.
const most = 60

// huge reads a lone run of Arabic digits that no int64 holds.
func (p *parser) huge(start int, n *Number) bool {
	if p.i <= start || p.last != 0 || !p.sec.bad {
		return false
	}
	var d yiyuan.Decimal
	digits, rest := plainDigits(p.s[start:p.i]), 0
	if point := strings.IndexByte(digits, '.'); len(digits) > most {
		if point < 0 {
			point = len(digits)
		}
		rest = max(0, point-most)
		digits = digits[:most]
	}
	if _, _, err := d.SetString(digits); err != nil {
		return false
	}
	d.Exponent += int32(rest)
	n.Value, n.End = d, p.i
	return true
}

// digitsOnly reads the Arabic digits at i where their scale words lead beyond what is counted exactly.
func digitsOnly(s string, i int) (Number, bool) {
	if k, _ := classAt(s, i); k&kind != arabic {
		return Number{}, false
	}
	p := parser{s: s, i: i}
	c := p.digits()
	n := Number{Start: i, End: p.i, Arabic: true, Value: c.low.decimal()}
	p.sec = c.low
	p.huge(i, &n)
	return n, true
}

// plainDigits turns a printed Arabic numeral into one that a decimal is parsed from.
func plainDigits(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); {
		c, w := classAt(s, i)
		switch {
		case c&kind == arabic:
			b.WriteByte('0' + byte(c&payload))
		case pointAt(s, i) > 0:
			b.WriteByte('.')
		}
		i += w
	}
	return b.String()
}

// term reads one coefficient with its scale words, and reports whether another may follow.
func (p *parser) term() bool {
	mark := *p
	c, ok := p.coef()
	if !ok {
		return p.bare(mark)
	}
	if p.terms > 0 && c.han == p.arabic && !(c.zero && p.arabic) {
		return p.back(mark) // 5亿十大项目, 三千5
	}
	at := p.i
	if c.vague == "" && !c.han {
		if rest := p.many(c); rest != "" {
			p.inner = rest
		}
		p.blank()
	}
	k, w := classAt(p.s, p.i)
	if !p.takesScale(k, w) {
		p.i = at
		if p.inner != mark.inner {
			p.i = at + max(manyAt(p.s, at), manyAfterBlank(p.s, at), hasAny(p.s, at, "来"))
		}
		return p.tail(c, mark)
	}
	if c.vague != "" {
		p.inner = "over"
	}
	if c.digits > 1 && c.han && !c.ranged() {
		p.i = at
		return p.tail(c, mark)
	}
	if !p.scales(c.low, c.high) {
		return p.back(mark)
	}
	p.note(c)
	return p.after()
}

func (c coef) ranged() bool { return c.low != c.high }

func (p *parser) note(c coef) {
	p.terms++
	p.coefs++
	if !c.han && c.vague == "" {
		p.arabic = true
	}
	if c.ranged() {
		p.ranged = true
	}
}

func (p *parser) back(mark parser) bool {
	*p = mark
	return false
}

// bare reads scale words that no coefficient stands before: 百亿 at the head of a numeral, 十 of 二百十五.
func (p *parser) bare(mark parser) bool {
	k, w := classAt(p.s, p.i)
	if !p.takesScale(k, w) {
		return false
	}
	if p.terms > 0 && !(k == small|1 && p.last == 2 && !p.arabic) {
		return false
	}
	if k == small|1 {
		p.coefs++ // 十 is a number of its own, 百 a magnitude
	} else if p.terms == 0 && hasAny(p.s, p.i+w, "分之", "分点", "分比", "分率", "分位", "分制") > 0 {
		return false
	}
	if !p.scales(whole(1), whole(1)) {
		return p.back(mark)
	}
	p.terms++
	return p.after()
}

// after reads 多, 余, 来 behind a scale word, and 几 where it stands for the last digits. Only 万 and 亿 may follow.
func (p *parser) after() bool {
	if p.inner != "" {
		p.closing()
		return false
	}
	if has(p.s, p.i, "几") && !has(p.s, p.i, "几乎") && (p.last == 1 || p.last == 2) {
		p.i += len("几")
		p.inner = "over"
		p.coefs++
		p.closing()
		return false
	}
	if has(p.s, p.i, "零几") {
		p.i += len("零几")
		p.inner = "over"
		p.closing()
		return false
	}
	if w := manyAt(p.s, p.i); w > 0 {
		p.i += w
		p.inner = "over"
		p.closing()
		return false
	}
	if p.last <= 2 && !p.arabic && has(p.s, p.i, "来") && hasAny(p.s, p.i+len("来"), loosely()...) > 0 {
		p.i += len("来")
		p.inner = "approx"
		p.closing()
		return false
	}
	return true
}

// closing takes the 万 and 亿 behind 多 and its like: 三千多万.
func (p *parser) closing() {
	for {
		k, w := classAt(p.s, p.i)
		if k&kind != big || !p.takesScale(k, w) {
			return
		}
		p.bigScale(int(k & payload))
		p.i += w
	}
}

// loosely are what a round number is counted in before 来: 十来个, 30来家.
var loosely = phrases("counted in before 来")

// many looks for 多 or 余, and for 来 behind a round number, after Arabic digits: 1600余万, 200多家, 30来家. A 3多 is no numeral.
func (p *parser) many(c coef) string {
	if c.digits > 1 && p.s[p.i-1] == '0' && has(p.s, p.i, "来") && hasAny(p.s, p.i+len("来"), loosely()...) > 0 {
		p.i += len("来")
		return "approx"
	}
	w := manyAt(p.s, p.i)
	if w == 0 {
		w = manyAfterBlank(p.s, p.i)
	}
	if w == 0 {
		return ""
	}
	k, kw := classAt(p.s, p.i+w)
	if !(k&kind == big && kw > 0) && (c.digits < 2 || c.low.exp < 0) {
		return ""
	}
	p.i += w
	return "over"
}

// manyAfterBlank returns the width of a blank and 多 or 余 before a measure word: 300 多户.
func manyAfterBlank(s string, i int) int {
	j := skipBlank(s, i)
	if j == i {
		return 0
	}
	w := manyAt(s, j)
	if w == 0 || hasAny(s, j+w, "万", "亿", "个", "家", "户", "人", "名", "项", "条", "件", "元", "亩", "吨", "公", "平", "美", "次", "所", "座", "处", "台", "套", "辆", "种", "米", "张", "天", "年", "场", "位") == 0 {
		return 0
	}
	return j - i + w
}

func manyAt(s string, i int) int {
	switch {
	case has(s, i, "余"):
		if hasAny(s, i, "余额", "余热", "余粮", "余杭", "余姚", "余缺", "余下", "余江", "余干") > 0 {
			return 0
		}
		return len("余")
	case has(s, i, "多"):
		if hasAny(s, i, "多元化", "多云", "多边", "多样", "多层次", "多功能", "多渠道", "多维", "多式", "多党", "多点", "多措", "多方") > 0 {
			return 0
		}
		return len("多")
	}
	return 0
}

// blank skips the space printed between digits and 万 or 亿.
func (p *parser) blank() {
	j := skipBlank(p.s, p.i)
	if j == p.i {
		return
	}
	if k, _ := classAt(p.s, j); k&kind == big {
		p.i = j
	}
}

func skipBlank(s string, i int) int {
	for n := 0; n < 2; n++ {
		w := hasAny(s, i, " ", "\u3000", "\u00a0")
		if w == 0 {
			break
		}
		i += w
	}
	return i
}

// takesScale reports whether the character of class k at p.i is a scale word of this numeral and not the head of a
// unit (千瓦) or of another word.
func (p *parser) takesScale(k uint16, w int) bool {
	switch k & kind {
	case small:
		if k&payload == 3 && hasAny(p.s, p.i+w, "瓦", "克", "米", "伏", "卡", "帕", "赫", "焦", "字节", "乏") > 0 {
			return false
		}
		if k&payload == 2 && has(p.s, p.i+w, "分点") {
			return false
		}
		return int(k&payload) < p.lastSmall
	case big:
		n := int(k & payload)
		return n < p.lastBig || (n == 8 && p.lastBig == 4)
	}
	return false
}

// scales applies the scale words at p.i, of which there is at least one, to a coefficient.
func (p *parser) scales(low, high fixed) bool {
	k, w := classAt(p.s, p.i)
	if k&kind == small {
		n := int(k & payload)
		p.i += w
		p.lastSmall, p.last = n, n
		p.sec, p.secHigh = p.sec.add(low.shift(n)), p.secHigh.add(high.shift(n))
		p.scale = 0
		k, w = classAt(p.s, p.i)
	} else {
		p.sec, p.secHigh = p.sec.add(low), p.secHigh.add(high)
	}
	for k&kind == big && p.takesScale(k, w) {
		p.bigScale(int(k & payload))
		p.i += w
		k, w = classAt(p.s, p.i)
	}
	return !p.sec.bad && !p.total.bad
}

// bigScale closes the section with 万 or 亿. 亿 behind 万 multiplies all that was read: 4万亿.
func (p *parser) bigScale(n int) {
	if n == 8 && p.lastBig == 4 {
		p.total = p.total.add(p.sec).shift(8)
		p.totalHigh = p.totalHigh.add(p.secHigh).shift(8)
		p.scale = 8
		if p.sec.coef == 0 {
			p.scale = 12
		}
	} else {
		p.total = p.total.add(p.sec.shift(n))
		p.totalHigh = p.totalHigh.add(p.secHigh.shift(n))
		p.scale = n
		if p.lastBig != 99 {
			p.scale = 0 // 1亿2千万 lends nothing
		}
	}
	p.sec, p.secHigh = fixed{}, fixed{}
	p.lastSmall, p.lastBig, p.last = 4, n, n
}

// tail adds a coefficient that no scale word follows: the 5 of 四百五 is fifty, that of 四百零五 five.
func (p *parser) tail(c coef, mark parser) bool {
	if c.vague != "" {
		return p.back(mark)
	}
	if p.last == 0 {
		p.sec, p.secHigh = p.sec.add(c.low), p.secHigh.add(c.high)
		p.note(c)
		return false
	}
	if k, _ := classAt(p.s, p.i); k&kind == small || k&kind == big {
		return p.back(mark) // 三百五百 is two numerals
	}
	unit := p.last - 1
	switch {
	case !c.han:
		if !c.zero && (c.digits != p.last || c.low.exp < 0) {
			return p.back(mark)
		}
		unit = 0
	case c.digits > 1 && !c.ranged():
		return p.back(mark)
	case c.zero || p.last == 1:
		unit = 0
	case p.arabic, p.last >= 4 && (p.coefs == 0 || c.low.coef == 1), c.ranged():
		return p.back(mark)
	}
	p.sec, p.secHigh = p.sec.add(c.low.shift(unit)), p.secHigh.add(c.high.shift(unit))
	p.scale = 0
	p.note(c)
	return false
}

// point reads 点 and the digits behind it of a Chinese numeral, and the scale words that may follow: 三点五亿.
func (p *parser) point(low, high fixed) (fixed, fixed) {
	if p.arabic || p.inner != "" || p.coefs == 0 || !has(p.s, p.i, "点") {
		return low, high
	}
	j, digits, n := p.i+len("点"), int64(0), 0
	for n < 15 {
		k, w := classAt(p.s, j)
		if k&kind == arabic || k&kind != han || has(p.s, j, "两") {
			break
		}
		digits = digits*10 + int64(k&payload)
		j += w
		n++
	}
	k, w := classAt(p.s, j)
	if n == 0 || k&kind == small || k&kind == tens {
		return low, high
	}
	if n == 1 && digits == 1 && hasAny(p.s, j, "点") > 0 { // 一点一点
		return low, high
	}
	part := whole(digits).shift(-n)
	low, high = low.add(part), high.add(part)
	p.i = j
	if k&kind == big && p.lastBig == 99 {
		p.i += w
		p.scale = int(k & payload)
		if p.scale == 4 && has(p.s, p.i, "亿") {
			p.i += len("亿")
			p.scale = 12
		}
		low, high = low.shift(p.scale), high.shift(p.scale)
		p.inner = ""
		if w := manyAt(p.s, p.i); w > 0 {
			p.i += w
			p.inner = "over"
		}
	}
	return low, high
}
