// Package cells cuts a row of a table into its cells, and joins what blanks within names and numbers have parted.
//
// Tables come with bars, with a cell a line, or with nothing but blanks between their columns. Blanks alone part columns as well as the characters
// of a name printed wide (钢 材), the groups of a long number and a number from its decimals, so that what belongs together is told by what stands
// beside it: a unit behind three digits, a scale before a unit. A list of widths would say it too, but the pages these tables come from keep none.
package cells

import (
	"slices"
	"strings"
	"unicode/utf8"

	"yiyuan/transform/unit"
)

// Cell is one field of a row; Start and End are bytes of the document. Place counts the bars before it, 0 in a row without bars.
type Cell struct {
	Start, End int
	Text       string
	Place      int
}

// Of cuts a row at its bars, or where it has none at runs of blanks; one that is folded from lines at their ends.
func Of(text string, start, end int) []Cell {
	line := text[start:end]
	var out []Cell
	bars := 0
	add := func(from, to int) {
		field := line[from:to]
		trimmed := trimLeftCell(field)
		from += len(field) - len(trimmed)
		if trimmed = trimRightCell(trimmed); trimmed != "" {
			out = append(out, Cell{start + from, start + from + len(trimmed), spacedOut(trimmed), bars})
		}
	}
	if strings.Contains(line, "|") {
		from := 0
		for i := 0; i <= len(line); i++ {
			if i == len(line) || line[i] == '|' {
				add(from, i)
				from, bars = i+1, bars+1
			}
		}
		return out
	}
	if strings.Contains(line, "\n") {
		for from := 0; from <= len(line); {
			field, _, _ := strings.Cut(line[from:], "\n")
			add(from, from+len(field))
			from += len(field) + 1
		}
		return out
	}
	from := 0
	for i := 0; i < len(line); {
		c, size := utf8.DecodeRuneInString(line[i:])
		if c == ' ' || c == '\t' || c == '\u3000' || c == '\u00a0' {
			if line[from:i] != "-" {
				add(from, i)
			}
			from = i + size
		}
		i += size
	}
	add(from, len(line))
	return closeUp(out)
}

// trimLeftCell takes blanks, bullets, bold marks and <br> off the front of a cell, but not the sign of a number.
func trimLeftCell(s string) string {
	for {
		was := s
		s = strings.TrimPrefix(strings.TrimLeft(s, " \t*\u3000\u00a0"), "<br>")
		if rest, ok := strings.CutPrefix(s, "-"); ok && (rest == "" || rest[0] < '0' || rest[0] > '9') {
			s = rest
		}
		if s == was {
			return s
		}
	}
}

func trimRightCell(s string) string {
	for {
		was := s
		s = strings.TrimSuffix(strings.TrimRight(s, " \t*\u3000\u00a0"), "<br>")
		if s == was {
			return s
		}
	}
}

// spacedOut takes the blanks out of a name of two characters that is printed as wide as its neighbours: 城 镇.
func spacedOut(name string) string {
	if len(name) > longestSpaced {
		return name
	}
	if fields := strings.Fields(name); len(fields) == 2 && oneCharacter(fields[0]) && oneCharacter(fields[1]) {
		return fields[0] + fields[1]
	}
	return name
}

// oneCharacter tells of a text that is a single Chinese character.
func oneCharacter(text string) bool {
	return len(text) > 0 && text[0] >= leastHanByte && utf8.RuneCountInString(text) == 1
}

// leastHanByte is the first byte of the first Chinese characters.
const leastHanByte = 0xE4

// longestSpaced is how many bytes two characters and the blanks between them have at most.
const longestSpaced = 32

// closeUp joins names printed with a blank between their characters: 钢 材, 铁 路.
func closeUp(row []Cell) []Cell {
	if len(row) > 3 && len(row)%2 == 0 && !slices.ContainsFunc(row, func(c Cell) bool { return !oneCharacter(c.Text) }) {
		return inPairs(row)
	}
	out := row[:0]
	for i, c := range row {
		if n := len(out); n > 0 && grouped(out, c) && unitNext(row[i+1:]) {
			out[n-1].Text += c.Text // 9 471 亿吨公里
			out[n-1].End = c.End
			continue
		}
		if n := len(out); n > 0 && pointLast(out[n-1].Text) && allDigits(c.Text) && c.Start-out[n-1].End == 1 {
			out[n-1].Text += c.Text // 1. 0
			out[n-1].End = c.End
			continue
		}
		if n := len(out); n > 0 && scales[out[n-1].Text] && IsUnit(c.Text) {
			out[n-1].Text += c.Text // 亿 吨
			out[n-1].End = c.End
			continue
		}
		if n := len(out); n > 0 && oneCharacter(c.Text) && goesOnAsName(out[n-1].Text, row[i:]) {
			out[n-1].Text += c.Text
			out[n-1].End = c.End
			continue
		}
		out = append(out, c)
	}
	return out
}

// goesOnAsName tells of a cell of one character that is the end of the name before it, and no unit of the row: 钢 材.
func goesOnAsName(name string, row []Cell) bool {
	if name[0] < leastHanByte || utf8.RuneCountInString(Name(name)) > 2 {
		return false
	}
	next := row[0].Text
	return (!IsUnit(next) || unitLater(row[1:])) && !(scales[next] && unitNext(row))
}

// inPairs joins a line of nothing but single characters to names of two: 指 标 全 国.
func inPairs(row []Cell) []Cell {
	out := row[:0]
	for i := 0; i+1 < len(row); i += 2 {
		out = append(out, Cell{row[i].Start, row[i+1].End, row[i].Text + row[i+1].Text, row[i].Place})
	}
	return out
}

// grouped tells whether c is the next three digits of the number before it, which one blank cut in two. Behind another
// number they are two columns.
func grouped(out []Cell, c Cell) bool {
	n := len(out)
	last := out[n-1]
	if n < 2 || IsNumber(out[n-2].Text) || c.Start-last.End != 1 || !IsNumber(c.Text) {
		return false
	}
	if last.End-last.Start == len(last.Text) && (len(last.Text) > 3 || last.Text[0] == '0') || !allDigits(last.Text) {
		return false
	}
	return len(c.Text) >= 3 && allDigits(c.Text[:3]) && (len(c.Text) == 3 || pointFirst(c.Text[3:]))
}

func allDigits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

// pointLast tells of a number that a blank has parted from its decimals.
func pointLast(s string) bool {
	whole := strings.TrimSuffix(strings.TrimSuffix(s, "."), "．")
	return whole != s && allDigits(strings.TrimPrefix(strings.TrimPrefix(whole, "-"), "－"))
}

func pointFirst(s string) bool { return strings.HasPrefix(s, ".") || strings.HasPrefix(s, "．") }

// unitNext tells whether the cells begin with a unit, digits in groups of three aside.
func unitNext(row []Cell) bool {
	for len(row) > 0 && len(row[0].Text) == 3 && allDigits(row[0].Text) {
		row = row[1:]
	}
	return len(row) > 0 && (IsUnit(row[0].Text) || scales[row[0].Text] && len(row) > 1 && IsUnit(row[1].Text))
}

// unitLater tells whether a number and its unit follow: a word before them is part of the name, 床 of 机 床.
func unitLater(row []Cell) bool {
	for i := range row {
		if IsNumber(row[i].Text) {
			return unitNext(row[i+1:])
		}
	}
	return false
}

// scales are the words of scale that a table prints apart from its unit.
var scales = map[string]bool{"亿": true, "万": true, "千": true, "百万": true}

// IsNumber tells whether a cell holds a number and nothing else.
func IsNumber(s string) bool {
	s = strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(s, "%"), "％"), "倍")
	digits := false
	for _, c := range s {
		switch {
		case c >= '0' && c <= '9' || c >= '０' && c <= '９':
			digits = true
		case strings.ContainsRune(".,．，-－—+", c):
		default:
			return false
		}
	}
	return digits
}

// IsUnit tells whether a cell names a unit: 万吨, 亿元.
func IsUnit(s string) bool {
	if len(s) > 24 || s == "" || s[0] >= '0' && s[0] <= '9' || IsNumber(s) {
		return false
	}
	qs := unit.Scan("1" + s)
	return len(qs) == 1 && qs[0].Start == 0 && qs[0].End == len(s)+1 && qs[0].Kind != "bare" && qs[0].Kind != "date"
}

// Name is the name of a row without the 其中： that makes it a part of the one above.
func Name(name string) string {
	return strings.TrimPrefix(strings.TrimPrefix(name, "其中："), "其中:")
}
