// Package charset names the encoding of Chinese text by its bytes.
//
// What a page or a server declares is wrong too often (gb2312 over UTF-8 bytes is the common case), and the general
// detectors guess Korean or Windows-1252 for short Chinese text. Only five encodings occur here, so each is tried on
// its own terms: a byte order mark, validity as UTF-8, code units that are hanzi as UTF-16, and, between GB18030 and
// Big5, which of them makes the commonest characters of written Chinese out of the bytes. A general detector is asked
// only where that is a draw. Decoding what is damaged is the business of transform/restore; Decode here serves headers
// and markup, where a lost character costs nothing.
package charset

import (
	"bytes"
	"sync"
	"unicode/utf8"

	"github.com/gogs/chardet"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"
)

// The names used in yiyuan.Source.Charset.
const (
	UTF8    = "utf-8"
	UTF16LE = "utf-16le"
	UTF16BE = "utf-16be"
	GB18030 = "gb18030"
	Big5    = "big5"
	Unknown = "" // binary data, or an encoding that is not Chinese
)

// sample is how many bytes are looked at where looking at all of them would not change the answer.
const sample = 64 << 10

// Of names the charset of b and the length of its byte order mark. Text cut in the middle of a character is no worse
// than whole text, so b may be the head of a longer document.
func Of(b []byte) (name string, bom int) {
	switch {
	case bytes.HasPrefix(b, []byte("\xef\xbb\xbf")):
		return UTF8, 3
	case bytes.HasPrefix(b, []byte("\xff\xfe")):
		return UTF16LE, 2
	case bytes.HasPrefix(b, []byte("\xfe\xff")):
		return UTF16BE, 2
	}
	if utf8.Valid(b) && bytes.IndexByte(b, 0) < 0 {
		return UTF8, 0
	}
	head := b[:min(len(b), sample)]
	if name := utf16Of(head); name != Unknown {
		return name, 0
	}
	if isBinary(head) {
		return Unknown, 0
	}
	if mostlyUTF8(b) {
		return UTF8, 0
	}
	return gbOrBig5(head), 0
}

// utf16Of tells unmarked UTF-16 by its code units: nearly all of them hanzi, CJK signs or ASCII in one byte order and
// few of them in the other.
func utf16Of(b []byte) string {
	if len(b) < 8 {
		return Unknown
	}
	var le, be int
	n := len(b) / 2
	for i := 0; i+1 < len(b); i += 2 {
		l, h := uint16(b[i]), uint16(b[i+1])
		if plausibleUnit(h<<8 | l) {
			le++
		}
		if plausibleUnit(l<<8 | h) {
			be++
		}
	}
	switch {
	case le*10 >= n*9 && be*10 < n*6:
		return UTF16LE
	case be*10 >= n*9 && le*10 < n*6:
		return UTF16BE
	}
	return Unknown
}

func plausibleUnit(u uint16) bool {
	switch {
	case u&0xFF == 0 && u > 0x4E00 && u != 0x3000: // a Latin letter in the other byte order; of such hanzi only 一 is common
		return false
	case u >= 0x4E00 && u < 0xA000, u >= 0x2010 && u < 0x2040, u >= 0x3000 && u < 0x3040, u >= 0xFF00 && u < 0xFFF0:
		return true
	}
	return u < 0x80 && (u >= 0x20 || u == '\n' || u == '\r' || u == '\t')
}

// isBinary reports control bytes no text has in such number. A stray NUL in a long text is damage, not a file format.
func isBinary(b []byte) bool {
	control := 0
	for _, c := range b {
		if c < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != 0x1b || c == 0x7f {
			control++
		}
	}
	return control*100 > len(b)
}

// mostlyUTF8 accepts damaged UTF-8: at most one stray byte to twenty whole multi-byte characters. GB18030 read as
// UTF-8 is the other way about.
func mostlyUTF8(b []byte) bool {
	whole, stray := 0, 0
	for i := 0; i < len(b); {
		if b[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRune(b[i:])
		if r == utf8.RuneError && n == 1 {
			if len(b)-i < utf8.UTFMax && !utf8.FullRune(b[i:]) {
				break
			}
			stray++
		} else {
			whole++
		}
		i += n
	}
	return stray*20 <= whole && whole > 0 || stray == 0
}

// common are the characters that make up a quarter of any Chinese text, in both scripts, with the marks.
const common = "，。、：；“”（）的一是在不了有和人这這中大为為上个個国國我以要他时時来來用们們生到作地于於出就分对對成会會可主发發年动動同工也能下过過子说說产產种種面而方后後多定行学學法所民得经經十三之进進着著等部度家电電力里如水化高自二理起小物现現实實加量都两兩体體制机機当當使点點从從业業本去把性好应應开開它合还還因由其些然前外天政四日那社义義事平形相全表间間样樣与與关關各重新线線内內数數正心反你明看原又么麼利比或但质質气氣第向道命此变變条條没沒结結解问問意建月公无無系系军軍很情者最立代想已通并提直题題党黨程展五果料象员員革位入常文总總次品式活设設及管特件长長求老头頭基资資边邊流路级級少图圖山统統接知较較将將组組见見计計别別她手角期根论論运運农農指几九区區强強放决決西被干做必战戰先回则則任取据據处處市亿億万萬元县縣省州"

type pairs map[uint16]struct{}

var commonPairs = sync.OnceValues(func() (gb, big5 pairs) {
	return pairsOf(simplifiedchinese.GBK), pairsOf(traditionalchinese.Big5)
})

func pairsOf(e encoding.Encoding) pairs {
	out := pairs{}
	enc := e.NewEncoder()
	for _, r := range common {
		if b, err := enc.Bytes([]byte(string(r))); err == nil && len(b) == 2 {
			out[uint16(b[0])<<8|uint16(b[1])] = struct{}{}
		}
	}
	return out
}

// reading is how a text looks when its bytes are paired by one of the double-byte encodings.
type reading struct{ chars, common, broken int }

func read(b []byte, known pairs, trail func(byte) bool) (r reading) {
	for i := 0; i < len(b); i++ {
		if b[i] < 0x80 {
			continue
		}
		switch {
		case i+1 == len(b):
		case b[i] == 0x80 || b[i] == 0xFF || !trail(b[i+1]):
			r.broken++
		default:
			if _, ok := known[uint16(b[i])<<8|uint16(b[i+1])]; ok {
				r.common++
			}
			r.chars++
			i++
		}
	}
	return r
}

func gbTrail(c byte) bool   { return c >= 0x40 && c <= 0xFE && c != 0x7F || c >= '0' && c <= '9' }
func big5Trail(c byte) bool { return c >= 0x40 && c <= 0x7E || c >= 0xA1 && c <= 0xFE }

func gbOrBig5(b []byte) string {
	gbPairs, big5Pairs := commonPairs()
	gb, big5 := read(b, gbPairs, gbTrail), read(b, big5Pairs, big5Trail)
	if gb.chars+big5.chars == 0 {
		return Unknown
	}
	score := func(r reading) int { return r.common - r.broken }
	switch g, t := score(gb), score(big5); {
	case gb.common == 0 && big5.common == 0 && max(g, t) < 0:
		return Unknown
	case g > t:
		return GB18030
	case t > g:
		return Big5
	}
	if r, err := chardet.NewTextDetector().DetectBest(b); err == nil && r.Charset == "Big5" {
		return Big5
	}
	return GB18030
}

// Decode returns b, which is in the named charset and has no byte order mark, as valid UTF-8. What cannot be decoded
// becomes U+FFFD.
func Decode(b []byte, name string) string {
	var e encoding.Encoding
	switch name {
	case GB18030:
		e = simplifiedchinese.GB18030
	case Big5:
		e = traditionalchinese.Big5
	case UTF16LE:
		e = unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	case UTF16BE:
		e = unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	default:
		if utf8.Valid(b) {
			return string(b)
		}
		return string(bytes.ToValidUTF8(b, []byte("\uFFFD")))
	}
	out, err := e.NewDecoder().Bytes(b)
	if err != nil { // these decoders replace and do not fail; say so rather than lose text if that changes
		return string(bytes.ToValidUTF8(b, []byte("\uFFFD")))
	}
	return string(out)
}
