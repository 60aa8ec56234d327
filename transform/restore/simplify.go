package restore

import (
	"unicode/utf8"

	"yiyuan/transform/restore/script"
)

// simplify turns traditional text into simplified text. A stray traditional character in simplified text is a name or
// the author's own and stays, and so does a lesson that puts pinyin behind what it teaches.
var simplify = filter{
	name: "simplified",
	may:  func(v *survey) bool { return v.traditional >= 2 && v.traditional*100 >= 3*v.hanzi && !isLesson(v) },
	edits: func(d *draft) (edits []edit) {
		s := d.now
		for i := 0; i < len(s); {
			if s[i] < 0xE3 {
				_, n := utf8.DecodeRuneInString(s[i:])
				i += n
				continue
			}
			simple, n := script.Next(s[i:])
			if simple != s[i:i+n] {
				if k := len(edits) - 1; k >= 0 && edits[k].end == i && len(edits[k].with) < longestEdit {
					edits[k].end, edits[k].with = i+n, edits[k].with+simple
				} else {
					edits = append(edits, edit{start: i, end: i + n, with: simple})
				}
			}
			i += n
		}
		return edits
	},
}

// isLesson: what a mirror or a copier glossed is bare again by now.
func isLesson(v *survey) bool { return v.glosses >= 3 && v.glosses*10 >= v.hanzi }
