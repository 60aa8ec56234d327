package number

// The classes of characters a numeral is made of. The low six bits hold the value: of a digit itself, of a scale its
// power of ten.
const (
	arabic  = 1 << 6 // ０-９ (ASCII digits are told by their byte)
	han     = 2 << 6 // 零 to 九, 两
	small   = 3 << 6 // 十 百 千
	big     = 4 << 6 // 万 亿
	tens    = 5 << 6 // 廿 卅
	vague   = 6 << 6 // 几 数
	kind    = 7 << 6
	payload = 1<<6 - 1
)

// classes is indexed by code point; a character of no numeral has 0.
var classes = func() *[1 << 16]uint16 {
	var t [1 << 16]uint16
	for i, r := range []rune("０１２３４５６７８９") {
		t[r] = arabic | uint16(i)
	}
	for _, row := range []string{"零一二三四五六七八九", "〇壹贰叁肆伍陆柒捌玖", "○弌弍弎"} {
		for i, r := range []rune(row) {
			t[r] = han | uint16(i)
		}
	}
	t['两'], t['贰'] = han|2, han|2
	t['十'], t['百'], t['千'] = small|1, small|2, small|3
	t['拾'], t['佰'], t['仟'] = small|1, small|2, small|3
	t['万'], t['亿'] = big|4, big|8
	t['廿'], t['卅'] = tens|2, tens|3
	t['几'], t['数'] = vague, vague
	return &t
}()

// runeAt decodes the three-byte character at i; its caller has seen a lead byte of three and room for the rest.
func runeAt(s string, i int) uint16 {
	return uint16(s[i])<<12 | uint16(s[i+1]&0x3F)<<6 | uint16(s[i+2]&0x3F)
}

// classAt returns the class of the character at i and its width; an ASCII digit counts as arabic.
func classAt(s string, i int) (uint16, int) {
	if i >= len(s) {
		return 0, 0
	}
	b := s[i]
	if b < 0x80 {
		if d := b - '0'; d <= 9 {
			return arabic | uint16(d), 1
		}
		return 0, 1
	}
	if b >= 0xE0 && b <= 0xEF && i+2 < len(s) {
		return classes[runeAt(s, i)], 3
	}
	return 0, width(b)
}

func width(b byte) int {
	switch {
	case b < 0xC0:
		return 1
	case b < 0xE0:
		return 2
	case b < 0xF0:
		return 3
	}
	return 4
}

// has reports whether s goes on with word at i. Most characters of a text share their first byte, few their last.
func has(s string, i int, word string) bool {
	return i >= 0 && len(s)-i >= len(word) && s[i+len(word)-1] == word[len(word)-1] && s[i:i+len(word)] == word
}

// hasAny returns the length of the first of words that s goes on with at i, 0 for none.
func hasAny(s string, i int, words ...string) int {
	for _, w := range words {
		if has(s, i, w) {
			return len(w)
		}
	}
	return 0
}

// endsAny reports whether one of words ends at byte i of s.
func endsAny(s string, i int, words ...string) bool {
	for _, w := range words {
		if i >= len(w) && s[i-len(w):i] == w {
			return true
		}
	}
	return false
}

// before returns the character that ends at byte i as a string, "" at the start.
func before(s string, i int) string {
	j := i - 1
	for j > 0 && j > i-4 && s[j]&0xC0 == 0x80 {
		j--
	}
	if j < 0 {
		return ""
	}
	return s[j:i]
}
