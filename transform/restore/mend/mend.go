// Package mend turns bytes into text and gives back what was lost between the author's text and the bytes we hold.
//
// In GBK a character is two bytes and nothing marks which is the first. Where one byte is lost, a decoder pairs the
// second half of each character with the first half of the next, and everything up to the next line end or digit reads
// as rare characters (`经济发展` as `捍梅⒄`). The bytes are all there but one, so nothing needs to be guessed but where it is missing:
// the stretch is read as a lattice whose edges are a two-byte character, an ASCII byte, or one byte alone whose other
// half is lost, and the cheapest path under a character-bigram model is the text. Only at the places where a path
// with a loss comes close to the best one are the candidates for the lost character itself tried, so the cost stays
// linear in the text. Restarting the decoder at each offset and keeping the nicest result, the simpler way, can mend one loss a
// line and cannot tell where in the line it was.
//
// Clean text never pays for this. A stretch is looked at again only where a byte does not decode or where a quarter of its
// characters are of the rare kinds that shifted text consists of, and changed only where the model is clear.
//
// Digits are sacred. An ASCII digit is one byte in every charset here and no lost byte may take it along; a lost
// character is never filled in as a numeral nor beside one; and figures that stand near a loss are named in Suspect.
//
// A lost character that the model cannot give back is □.
package mend

import (
	"unicode/utf8"

	"yiyuan"
)

// Text is what bytes say.
type Text struct {
	Text    string          // valid UTF-8
	Repairs []yiyuan.Repair // in code points of Text, in order
	Suspect [][2]int        // code points of Text where a figure may be hurt
}

// Filters that a repair can name.
const (
	ByteOrderMark = "byte-order-mark"
	Control       = "control"       // control characters taken out
	LostByte      = "lost-byte"     // a stretch of GBK or UTF-8 realigned after a loss
	WrongCharset  = "wrong-charset" // text that had been decoded as what it was not
)

// lost stands for a character that cannot be given back.
const lost = '□'

// Decode reads bytes in the named charset ("utf-8", "gb18030", "big5", "utf-16le", "utf-16be"; "" is utf-8; any other
// name is taken for utf-8).
func Decode(b []byte, charset string) Text {
	var d draft
	switch charset {
	case "gb18030", "gbk", "gb2312":
		d.readGB(b)
	case "big5":
		d.readBig5(b)
	case "utf-16le", "utf-16be":
		d.readUTF16(b, charset == "utf-16be")
	default:
		d.readUTF8(b)
	}
	return d.text()
}

func appendRune(out []byte, r rune) []byte {
	if r >= 0x800 && r < 0xD800 {
		return append(out, 0xE0|byte(r>>12), 0x80|byte(r>>6)&0xBF, 0x80|byte(r)&0xBF)
	}
	return utf8.AppendRune(out, r)
}
