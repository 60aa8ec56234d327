package restore

import "strings"

// paragraphs puts one paragraph on a line: no blank lines, no blanks at either end.
var paragraphs = filter{
	name: "paragraphs",
	may:  func(v *survey) bool { return v.ragged > 0 },
	sort: spacing,
	edits: func(d *draft) (edits []edit) {
		s := strings.TrimRightFunc(d.now, func(r rune) bool { return isBlank(r) || r == '\n' })
		gap := 0 // where the white space before the next paragraph begins
		for i := 0; i < len(s); {
			line, _, _ := strings.Cut(s[i:], "\n")
			if body := strings.TrimLeftFunc(line, isBlank); body != "" {
				start := i + len(line) - len(body)
				edits = parted(edits, d.now, gap, start)
				gap = start + len(strings.TrimRightFunc(body, isBlank))
			}
			i += len(line) + 1
		}
		if len(s) < len(d.now) {
			edits = append(edits, edit{start: len(s), end: len(d.now)})
		}
		return edits
	},
}

// parted makes the white space between two paragraphs one line end, and none before the first.
func parted(edits []edit, s string, gap, start int) []edit {
	with := "\n"
	if gap == 0 {
		with = ""
	}
	if s[gap:start] == with {
		return edits
	}
	return append(edits, edit{start: gap, end: start, with: with})
}
