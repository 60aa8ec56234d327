package segment

import (
	"slices"
	"strings"
)

// Some pages print a table with every cell on a line of its own. Its lines are known by the head, which begins with what such heads begin with, and
// by rows of one width below it: a name, then numbers. They are folded into the rows they were.

// stubHeads are what the first column of a table is headed by.
var stubHeads = phrases("heads of stubs")

// most columns and least rows that such a table has, and most bytes that its head begins with.
const (
	longestStub = len("主要指标")
	mostFolded  = 8
	leastFolded = 2
)

// folded are the lines of a text with the tables in it that have a cell a line folded into rows.
func folded(text string, lines []Line) []Line {
	for i := 0; i+2 < len(lines); i++ {
		if l := lines[i]; l.End-l.Start > longestStub || !slices.Contains(stubHeads(), strings.ReplaceAll(text[l.Start:l.End], " ", "")) {
			continue
		}
		width, rows := foldAt(text, lines[i:])
		if rows < leastFolded {
			continue
		}
		for k := 0; k <= rows; k++ {
			lines[i+k] = foldedRow(lines[i+k*width:][:width])
		}
		lines[i].Kind = RowHead
		lines = slices.Delete(lines, i+rows+1, i+(rows+1)*width)
		i += rows
	}
	return lines
}

// foldAt is how many cells the rows of a table have whose head begins there, and how many rows fit that.
func foldAt(text string, lines []Line) (width, rows int) {
	for width = 1; width <= mostFolded && width < len(lines) && !bareCell(text, lines[width-1]); width++ {
		if rows = 0; width < 2 || bareCell(text, lines[width]) {
			continue
		}
		for from := width; from+width <= len(lines) && rowFolds(text, lines[from:from+width]); from += width {
			rows++
		}
		if rows >= leastFolded {
			return width, rows
		}
	}
	return 0, 0
}

// rowFolds tells of lines that are a name and, behind a unit or nothing, numbers.
func rowFolds(text string, row []Line) bool {
	if bareCell(text, row[0]) || longer(text[row[0].Start:row[0].End], longestPlain) || stopsIn(text[row[0].Start:row[0].End]) {
		return false
	}
	numbers := 0
	for i, l := range row[1:] {
		switch {
		case numeric(text[l.Start:l.End]):
			numbers++
		case bareCell(text, l):
		case i > 0 || l.End-l.Start > longestUnit:
			return false
		}
	}
	return numbers > 0
}

// longestUnit is how many bytes a cell with a unit has at most.
const longestUnit = 24

// bareCell tells of a line that is a number, or a dash for none.
func bareCell(text string, l Line) bool {
	switch s := text[l.Start:l.End]; s {
	case "—", "－", "-", "--", "——", "/", "…":
		return true
	default:
		return numeric(s)
	}
}

// foldedRow is the row of some lines.
func foldedRow(cells []Line) Line {
	start := cells[0].Start
	return Line{Start: start, Mark: start, Lead: start, End: cells[len(cells)-1].End, Kind: Row, Level: -1}
}
