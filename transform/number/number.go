// Package number finds the numerals of a text and reads them exactly: 3.5万, 1亿2千万, 两千三百余, 十七八, １，２３４．５.
//
// A numeral is parsed by hand, byte by byte, by the grammar of Chinese numerals: terms of a coefficient and a falling scale
// (千 百 十), gathered into sections that 万 and 亿 close. A regular expression for the same grammar is slower by an order
// of magnitude, and cannot tell where 三百五百 is two numerals and 三百五十 is one. Candidates are found through a table of
// the Basic Multilingual Plane, so that ordinary text costs one look-up a character.
//
// The scanner is greedy and knows no meaning: it returns 一 of 一切 and 三 of 三明 too, but says in Word that they stand
// in an ordinary word of words.txt. Percent, fraction and measure words belong to package unit.
package number

import "yiyuan"

// Number is a numeral as printed, with its scale words applied.
type Number struct {
	Start, End int // bytes of the text
	Value      yiyuan.Decimal
	// Low and High are set where one numeral names a range: 十七八, 三四十.
	Low, High *yiyuan.Decimal
	// Inner is "over" where 多, 余, 几 or 数 stands inside, "approx" for 来 (十来个).
	Inner string
	// Arabic tells that it has digits 0-9.
	Arabic bool
	// Magnitude tells that scale words alone stand for a number: 百亿, 万亿, 千.
	Magnitude bool
	// Scale is the power of ten of the closing 万 and 亿: 4 for 3.5万, 12 for 4万亿. A range lends it to its first half.
	Scale int
	// Word tells that a Chinese numeral is part of an ordinary word: 一切, 三明, 十四五.
	Word bool
}

// Scan returns every maximal numeral of text, in order and without overlap.
func Scan(text string) []Number { return AppendScan(nil, text) }

// AppendScan is Scan for callers that keep a slice.
func AppendScan(out []Number, text string) []Number {
	for i := 0; i < len(text); {
		b := text[i]
		if b < 0x80 {
			if b-'0' > 9 {
				i++
				continue
			}
		} else if b < 0xE0 || b > 0xEF || i+2 >= len(text) {
			i++
			continue
		} else if classes[runeAt(text, i)] == 0 {
			i += 3
			continue
		}
		n, ok := At(text, i)
		if !ok {
			i += width(b)
			continue
		}
		out = append(out, n)
		i = n.End
	}
	return out
}

// At reads the numeral whose first character stands at byte i. A sign before it is taken in.
func At(text string, i int) (Number, bool) {
	if w, ok := planAt(text, i); ok {
		return w, true
	}
	p := parser{s: text, i: i}
	n, ok := p.numeral()
	if !ok {
		if n, ok = digitsOnly(text, i); !ok {
			return Number{}, false
		}
	}
	n.Word = !n.Arabic && inWord(text, n.Start, n.End) && !countsHouses(text, &n)
	if at := signBefore(text, n.Start); at >= 0 && !n.Magnitude {
		n.Start = at
		n.Value.Negative = !n.Value.IsZero()
	}
	return n, true
}

// countsHouses tells the 万 of 超万家企业 and 近万家商户 from that of 万家灯火.
func countsHouses(text string, n *Number) bool {
	return n.Magnitude && has(text, n.End, "家") && !has(text, n.End, "家灯火") && endsAny(text, n.Start, "超", "近", "逾", "上", "超过", "将近")
}
