package restore

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// characters drops what no reader sees: controls, zero-width signs, byte-order marks. It makes every line end one \n and
// joins a Latin letter with its combining accent. Hanzi are never normalised: NFC would replace some by others.
var characters = filter{
	name: "characters",
	may:  func(v *survey) bool { return v.odd > 0 },
	sort: spacing,
	edits: func(d *draft) (edits []edit) {
		s := d.now
		for i := 0; i < len(s); {
			r, n := utf8.DecodeRuneInString(s[i:])
			switch {
			case r == '\r':
				if i+1 < len(s) && s[i+1] == '\n' {
					n = 2
				}
				edits = append(edits, edit{start: i, end: i + n, with: "\n"})
			case r == 0x2028 || r == 0x2029 || r == 0x85 || r == '\v' || r == '\f':
				edits = append(edits, edit{start: i, end: i + n, with: "\n"})
			case r >= 0x300 && r < 0x370:
				if e, ok := accent(s, i, n); ok {
					edits, n = append(edits, e), e.end-i
				}
			case r != '\n' && r != '\t' && unicode.IsControl(r), invisible(r):
				edits = append(edits, edit{start: i, end: i + n})
			}
			i += n
		}
		return edits
	},
}

func invisible(r rune) bool {
	return r == 0xAD || r >= 0x200B && r <= 0x200F || r >= 0x202A && r <= 0x202E || r >= 0x2060 && r <= 0x2064 || r == 0xFEFF
}

// accent joins the combining mark at i, and those behind it, with the small letter before it.
func accent(s string, i, n int) (edit, bool) {
	base, size := utf8.DecodeLastRuneInString(s[:i])
	if i < size || !unicode.Is(unicode.Latin, base) {
		return edit{}, false
	}
	end := i + n
	for end < len(s) {
		r, n := utf8.DecodeRuneInString(s[end:])
		if r < 0x300 || r >= 0x370 {
			break
		}
		end += n
	}
	return edit{start: i - size, end: end, with: norm.NFC.String(s[i-size : end])}, true
}
