package restore

import (
	"strings"
	"unicode/utf8"
)

// wrapped joins the lines of a text that was set to a fixed width: broken in mid-sentence, in mid-word and between the digits of a
// figure (总产1 / .6万吨), all at one column. Registers of local history, old newspapers and copied print come so.
//
// That a line was torn is told by its neighbours: in a text of one paragraph a line, lines end with their sentences and differ in
// length. So nothing is joined unless most of the long lines end at one column and in mid-sentence.
var wrapped = filter{
	name: "wrapped lines",
	may: func(v *survey) bool {
		return v.lines >= fewestTorn && v.size/v.lines <= 3*widestColumn && v.hanzi > 0
	},
	sort: spacing,
	edits: func(d *draft) []edit {
		lines := setLines(d.now, d.head)
		if !sentencesEndWithin(lines) {
			return nil
		}
		marks := 1
		column, most := columnOf(lines, 1)
		if wide, more := columnOf(lines, 2); more > most { // marks of punctuation were made narrow after the lines were set
			column, marks = wide, 2
		}
		return joined(d.now, lines, column, marks)
	},
}

const (
	fewestTorn      = 5   // lines that must break in mid-sentence
	narrowestColumn = 30  // a hanzi is two columns wide
	widestColumn    = 130 // a wider line is a paragraph
	raggedness      = 6   // columns that a line may lack: the indent of a paragraph, a mark that may not begin the next line
)

// A setLine is a line as it was set: its bytes without the white space at its end, its columns and its narrow marks.
type setLine struct {
	start, end     int
	columns, marks int
	torn           bool // ends in mid-sentence, and the next goes on
	stops          bool // a sentence ends within it
}

func (l *setLine) width(marks int) int { return l.columns + l.marks*(marks-1) }

// setLines measures the lines of sentences; rows, rules and the headline are none.
func setLines(s string, head [2]int) (lines []setLine) {
	for at := 0; at < len(s); {
		raw, _, _ := strings.Cut(s[at:], "\n")
		line := strings.TrimRightFunc(raw, isBlank)
		l := setLine{start: at, end: at + len(line)}
		switch next := at + len(raw) + 1; {
		case line == "" || at < head[1] && at+len(raw) > head[0]:
		case len(line) > 3*widestColumn: // a paragraph in one line
			l.columns = widestColumn + 1
			lines = append(lines, l)
		case !isRow(line) && l.measure(line):
			l.torn = next < len(s) && isSentence(line) && goesOn(line, s[next:])
			l.stops = strings.Contains(strings.TrimRight(line, "。”’"), "。")
			lines = append(lines, l)
		}
		at += len(raw) + 1
	}
	return lines
}

// measure counts the columns and narrow marks of a line; it reports false for one that is ruled.
func (l *setLine) measure(line string) bool {
	for i := 0; i < len(line); {
		c := line[i]
		if c < utf8.RuneSelf {
			if strings.IndexByte(",;:!?()", c) >= 0 {
				l.marks++
			}
			l.columns, i = l.columns+1, i+1
			continue
		}
		r, n := utf8.DecodeRuneInString(line[i:])
		if r >= '─' && r <= '┃' || r == '┆' {
			return false
		}
		l.columns, i = l.columns+2, i+n
	}
	return true
}

// goesOn reports a line whose sentence is not at its end, before one that begins neither a paragraph nor an item of a list.
func goesOn(line, next string) bool {
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(line, "”’》"))
	first, n := utf8.DecodeRuneInString(next)
	if strings.ContainsRune("。！？：!?:", last) || isBlank(first) || first == '\n' || strings.ContainsRune("●■◆▲*•—|【[（(", first) {
		return false
	}
	return !strings.HasPrefix(next[n:], "、")
}

// sentencesEndWithin tells of lines that were filled without regard to where sentences end. Those of a list, one item a line, may be as long
// as each other and bear no full stop, but none stands within them either.
func sentencesEndWithin(lines []setLine) bool {
	torn, within := 0, 0
	for i := range lines {
		if lines[i].torn {
			torn++
			if lines[i].stops {
				within++
			}
		}
	}
	return within >= 2 && 4*within >= torn
}

// columnOf is the column at which the lines were broken and how many of them, 0 for a text that was not set so.
func columnOf(lines []setLine, marks int) (column, most int) {
	var torn, long [widestColumn + 2]int
	for i := range lines {
		w := min(lines[i].width(marks), widestColumn+1)
		long[w]++
		if lines[i].torn {
			torn[w]++
		}
	}
	count := 0
	for w := narrowestColumn; w <= widestColumn; w++ {
		count += torn[w]
		if w > narrowestColumn+raggedness {
			count -= torn[w-raggedness-1]
		}
		if count > most {
			column, most = w, count
		}
	}
	halves := 0 // lines that are at least half as long, longer ones included
	for w := column / 2; w < len(long); w++ {
		halves += long[w]
	}
	if most < fewestTorn || 2*most < halves {
		return 0, 0
	}
	return column, most
}

// joined takes out the line ends at the column.
func joined(s string, lines []setLine, column, marks int) (edits []edit) {
	for _, l := range lines {
		if w := l.width(marks); !l.torn || w > column || w < column-raggedness {
			continue
		}
		end := l.end + strings.IndexByte(s[l.end:], '\n') + 1
		with := ""
		if before, _ := utf8.DecodeLastRuneInString(s[:l.end]); isLatin(before) {
			if after, _ := utf8.DecodeRuneInString(s[end:]); isLatin(after) {
				with = " "
			}
		}
		edits = append(edits, edit{start: l.end, end: end, with: with})
	}
	return edits
}
