package restore

import (
	"unicode/utf8"

	"yiyuan/transform/restore/script"
)

// A survey is what one pass over the bytes tells of a text: enough for every filter to say that it has nothing to do.
type survey struct {
	size        int
	hanzi       int
	traditional int // characters that only traditional text uses
	digits      int
	percents    int
	ampersands  int
	angles      int // < signs
	questions   int // ? of either width
	glosses     int // opening brackets with a small Latin letter behind
	odd         int // characters that no clean text holds: controls, zero width, combining marks
	wide        int // full-width letters, digits and signs
	spaces      int // blanks inside lines, of any kind
	unknown     int // signs of a lost character: □ and U+FFFD
	ragged      int // line ends with a blank or another line end beside them
	lines       int // line ends
}

const (
	plain = iota
	digit
	percent
	ampersand
	angle
	question
	bracket
	space
	newline
	control
)

var ascii = func() (class [128]uint8) {
	for c := range class {
		switch {
		case c >= '0' && c <= '9':
			class[c] = digit
		case c == '\n':
			class[c] = newline
		case c == ' ' || c == '\t':
			class[c] = space
		case c < ' ' || c == 0x7F:
			class[c] = control
		}
	}
	class['%'], class['&'], class['<'], class['?'], class['('] = percent, ampersand, angle, question, bracket
	return class
}()

func look(s string) survey {
	v := survey{size: len(s)}
	marks := script.TraditionalMarks()
	start := 0 // of the line
	for i := 0; i < len(s); {
		c := s[i]
		if c >= 0xE4 && c <= 0xE9 && i+2 < len(s) && s[i+1]&0xC0 == 0x80 && s[i+2]&0xC0 == 0x80 { // nearly every character is a hanzi
			r := rune(c&0x0F)<<12 | rune(s[i+1]&0x3F)<<6 | rune(s[i+2]&0x3F)
			v.hanzi++
			if marks.Has(r) {
				v.traditional++
			}
			i += 3
			continue
		}
		if c >= 0x80 {
			r, n := utf8.DecodeRuneInString(s[i:])
			v.see(r, s[i+n:])
			i += n
			continue
		}
		switch ascii[c] {
		case digit:
			v.digits++
		case percent:
			v.percents++
		case ampersand:
			v.ampersands++
		case angle:
			v.angles++
		case question:
			v.questions++
		case bracket:
			if startsGloss(s[i+1:]) {
				v.glosses++
			}
		case space:
			v.spaces++
		case newline:
			v.lines++
			if i == start || blankBefore(s[:i]) || i+1 == len(s) || blankAfter(s[i+1:]) {
				v.ragged++
			}
			start = i + 1
		case control:
			v.odd++
		}
		i++
	}
	if len(s) > 0 && (blankAfter(s) || blankBefore(s)) {
		v.ragged++
	}
	return v
}

// see counts a character that is neither ASCII nor one of the common hanzi.
func (v *survey) see(r rune, rest string) {
	switch {
	case r == utf8.RuneError || r == lost:
		v.unknown++
	case r >= 0x80 && r < 0xA0, r == 0xAD, r >= 0x200B && r <= 0x200F, r >= 0x2028 && r <= 0x202E, r >= 0x2060 && r <= 0x2064, r == 0xFEFF, r >= 0x300 && r < 0x370:
		v.odd++
	case r == '（':
		if startsGloss(rest) {
			v.glosses++
		}
	case r == '？':
		v.questions++
		v.wide++
	case r >= 0xFF01 && r <= 0xFF5E:
		if foldable(r) {
			v.wide++
		}
		if r >= '０' && r <= '９' {
			v.digits++
		}
		if r == '％' {
			v.percents++
		}
	case isBlank(r):
		v.spaces++
	case r >= 0x3400 && r < 0xA000 || r >= 0x20000:
		v.hanzi++
		if script.TraditionalMarks().Has(r) {
			v.traditional++
		}
	}
}

func startsGloss(s string) bool {
	return len(s) > 0 && (s[0] >= 'a' && s[0] <= 'z' || s[0] >= 0xC3 && s[0] <= 0xC7)
}

// isBlank reports white space that stays within a line, of any width.
func isBlank(r rune) bool {
	switch r {
	case ' ', '\t', 0xA0, 0x1680, 0x202F, 0x205F, 0x3000:
		return true
	}
	return r >= 0x2000 && r <= 0x200A
}

func blankBefore(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return isBlank(r)
}

func blankAfter(s string) bool {
	if s == "" {
		return false
	}
	r, _ := utf8.DecodeRuneInString(s)
	return isBlank(r) || r == '\n'
}
