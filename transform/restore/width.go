package restore

import "unicode/utf8"

// width folds full-width letters, digits and the signs of figures to half width. Marks of punctuation stay as wide as
// the source has them.
var width = filter{
	name: "width",
	may:  func(v *survey) bool { return v.wide > 0 },
	edits: func(d *draft) (edits []edit) {
		s := d.now
		for i := 0; i < len(s); {
			if s[i] != 0xEF {
				i++
				continue
			}
			r, n := utf8.DecodeRuneInString(s[i:])
			if foldable(r) && (r != '．' || betweenDigits(s, i, n)) {
				narrow := string(r - 0xFEE0)
				if k := len(edits) - 1; k >= 0 && edits[k].end == i && len(edits[k].with) < longestEdit {
					edits[k].end, edits[k].with = i+n, edits[k].with+narrow
				} else {
					edits = append(edits, edit{start: i, end: i + n, with: narrow})
				}
			}
			i += n
		}
		return edits
	},
}

// foldable reports the full-width forms whose width says nothing: all but punctuation and quotation marks.
func foldable(r rune) bool {
	if r < 0xFF01 || r > 0xFF5E {
		return false
	}
	switch r {
	case '！', '，', '？', '：', '；', '（', '）', '～', '＂', '＇', '｀', '＾', '＿':
		return false
	}
	return true
}

func betweenDigits(s string, i, n int) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:i])
	after, _ := utf8.DecodeRuneInString(s[i+n:])
	return isDigit(before) && isDigit(after)
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' || r >= '０' && r <= '９' }
