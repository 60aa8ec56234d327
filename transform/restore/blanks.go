package restore

import (
	"strings"
	"unicode/utf8"
)

// blanks drops the stray blanks of a sentence, next to figures (近 70%, 4条 成熟) and behind marks (发力, 2024年), and
// makes one plain blank of any other white space inside it.
//
// Never between two digits, where it would make one figure of two; never in a line without a mark, which is a headline,
// a name or the row of a table.
var blanks = filter{
	name: "blanks",
	may:  func(v *survey) bool { return v.spaces > 0 },
	edits: func(d *draft) (edits []edit) {
		for at := 0; at < len(d.now); {
			line, _, _ := strings.Cut(d.now[at:], "\n")
			edits = blanksIn(line, at, edits)
			at += len(line) + 1
		}
		return edits
	},
}

func blanksIn(line string, at int, edits []edit) []edit {
	first := strings.IndexFunc(line, isBlank)
	if first < 0 || isRow(line) || !isSentence(line) {
		return edits
	}
	for i := first; i < len(line); {
		r, n := utf8.DecodeRuneInString(line[i:])
		if !isBlank(r) {
			i += n
			continue
		}
		end := i + n
		for end < len(line) {
			r, n := utf8.DecodeRuneInString(line[end:])
			if !isBlank(r) {
				break
			}
			end += n
		}
		if i > 0 && end < len(line) { // those at the ends go with the line
			with := " "
			if stray(line, i, end) {
				with = ""
			}
			if with != line[i:end] {
				edits = append(edits, edit{start: at + i, end: at + end, with: with})
			}
		}
		i = end
	}
	return edits
}

func isRow(line string) bool {
	line = strings.TrimLeft(line, " ")
	return strings.HasPrefix(line, "|") || strings.Contains(line, "\t")
}

// isSentence asks for a mark that ends a clause: one inside a figure (1，021) or a colon does not make a row a sentence.
func isSentence(line string) bool {
	if strings.ContainsAny(line, "。；！？;!?") {
		return true
	}
	for i, r := range line {
		if r == '，' || r == ',' || r == '、' {
			if before, _ := utf8.DecodeLastRuneInString(line[:i]); !isDigit(before) {
				return true
			}
		}
	}
	return false
}

// stray reports whether the blank line[i:end] parts what belongs together.
func stray(line string, i, end int) bool {
	before, _ := utf8.DecodeLastRuneInString(line[:i])
	after, _ := utf8.DecodeRuneInString(line[end:])
	switch {
	case isDigit(before) && isDigit(after):
		return false
	case strings.ContainsRune("，。；、：！？（《“", before) || strings.ContainsRune("，。；、：！？）》”,;%％", after) && !isLatin(before):
		return true
	case strings.ContainsRune(",;:!?", before):
		mark, _ := utf8.DecodeLastRuneInString(line[:i-1])
		return isHanzi(after) && !isLatin(mark) || isDigit(after) && (isHanzi(mark) || before == ':' && isDigit(mark))
	case isDigit(before) || before == '%':
		return isHanzi(after)
	case isDigit(after):
		return isHanzi(before)
	case isHanzi(before) && isHanzi(after):
		return countsWhatFollows(line, i, end)
	}
	return false
}

func isLatin(r rune) bool { return r < 0x80 && (r|0x20 >= 'a' && r|0x20 <= 'z') }

// countsWhatFollows reports 4条 成熟: a figure with its counter, a blank, and the thing counted in the same clause.
func countsWhatFollows(line string, i, end int) bool {
	counter, n := utf8.DecodeLastRuneInString(line[:i])
	if !strings.ContainsRune("个個条條家项項座台辆艘件户戶种種类類所处處批名位栋棟套只间間", counter) {
		return false
	}
	digit, _ := utf8.DecodeLastRuneInString(line[:i-n])
	clause := line[end:]
	if stop := strings.IndexAny(clause, "，。；、：！？,;!?"); stop >= 0 {
		clause = clause[:stop]
	}
	return isDigit(digit) && strings.IndexFunc(clause, isBlank) < 0 && strings.IndexFunc(clause, isDigit) < 0
}
