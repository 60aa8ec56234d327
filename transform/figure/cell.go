package figure

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// This file cuts a row of a table into cells, and joins what blanks within names and numbers have parted.

// cell is one field of a row; start and end are bytes of the document. Place counts the bars before it, 0 in a row without bars.
type cell struct {
	start, end int
	text       string
	place      int
}

// cells cuts a row at its bars, or where it has none at runs of blanks; one that is folded from lines at their ends.
func cells(text string, start, end int) []cell {
	line := text[start:end]
	var out []cell
	bars := 0
	add := func(from, to int) {
		field := line[from:to]
		trimmed := trimLeftCell(field)
		from += len(field) - len(trimmed)
		if trimmed = trimRightCell(trimmed); trimmed != "" {
			out = append(out, cell{start + from, start + from + len(trimmed), spacedOut(trimmed), bars})
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
func closeUp(row []cell) []cell {
	if len(row) > 3 && len(row)%2 == 0 && !slices.ContainsFunc(row, func(c cell) bool { return !oneCharacter(c.text) }) {
		return inPairs(row)
	}
	out := row[:0]
	for i, c := range row {
		if n := len(out); n > 0 && grouped(out, c) && unitNext(row[i+1:]) {
			out[n-1].text += c.text // 9 471 亿吨公里
			out[n-1].end = c.end
			continue
		}
		if n := len(out); n > 0 && pointLast(out[n-1].text) && allDigits(c.text) && c.start-out[n-1].end == 1 {
			out[n-1].text += c.text // 1. 0
			out[n-1].end = c.end
			continue
		}
		if n := len(out); n > 0 && scales[out[n-1].text] && isUnit(c.text) {
			out[n-1].text += c.text // 亿 吨
			out[n-1].end = c.end
			continue
		}
		if n := len(out); n > 0 && oneCharacter(c.text) && goesOnAsName(out[n-1].text, row[i:]) {
			out[n-1].text += c.text
			out[n-1].end = c.end
			continue
		}
		out = append(out, c)
	}
	return out
}

// goesOnAsName tells of a cell of one character that is the end of the name before it, and no unit of the row: 钢 材.
func goesOnAsName(name string, row []cell) bool {
	if name[0] < leastHanByte || utf8.RuneCountInString(withoutAmong(name)) > 2 {
		return false
	}
	next := row[0].text
	return (!isUnit(next) || unitLater(row[1:])) && !(scales[next] && unitNext(row))
}

// inPairs joins a line of nothing but single characters to names of two: 指 标 全 国.
func inPairs(row []cell) []cell {
	out := row[:0]
	for i := 0; i+1 < len(row); i += 2 {
		out = append(out, cell{row[i].start, row[i+1].end, row[i].text + row[i+1].text, row[i].place})
	}
	return out
}

// grouped tells whether c is the next three digits of the number before it, which one blank cut in two. Behind another
// number they are two columns.
func grouped(out []cell, c cell) bool {
	n := len(out)
	last := out[n-1]
	if n < 2 || bareNumber(out[n-2].text) || c.start-last.end != 1 || !bareNumber(c.text) {
		return false
	}
	if last.end-last.start == len(last.text) && (len(last.text) > 3 || last.text[0] == '0') || !allDigits(last.text) {
		return false
	}
	return len(c.text) >= 3 && allDigits(c.text[:3]) && (len(c.text) == 3 || pointFirst(c.text[3:]))
}

func allDigits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

// pointLast tells of a number that a blank has parted from its decimals.
func pointLast(s string) bool {
	whole := strings.TrimSuffix(strings.TrimSuffix(s, "."), "．")
	return whole != s && allDigits(strings.TrimPrefix(strings.TrimPrefix(whole, "-"), "－"))
}

func pointFirst(s string) bool { return strings.HasPrefix(s, ".") || strings.HasPrefix(s, "．") }

// unitNext tells whether the cells begin with a unit, digits in groups of three aside.
func unitNext(row []cell) bool {
	for len(row) > 0 && len(row[0].text) == 3 && allDigits(row[0].text) {
		row = row[1:]
	}
	return len(row) > 0 && (isUnit(row[0].text) || scales[row[0].text] && len(row) > 1 && isUnit(row[1].text))
}

// unitLater tells whether a number and its unit follow: a word before them is part of the name, 床 of 机 床.
func unitLater(row []cell) bool {
	for i := range row {
		if bareNumber(row[i].text) {
			return unitNext(row[i+1:])
		}
	}
	return false
}

// scales are the words of scale that a table prints apart from its unit.
var scales = map[string]bool{"亿": true, "万": true, "千": true, "百万": true}
