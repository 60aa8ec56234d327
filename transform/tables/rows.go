package tables

import (
	"iter"
	"strings"
)

// Rows are the rows of a table of plain cells, without its header, its remarks and lines of fewer cells than columns.
func Rows(table string, columns int) iter.Seq[[]string] {
	return func(yield func([]string) bool) {
		header := true
		for line := range strings.Lines(table) {
			cells := strings.SplitN(strings.TrimSpace(line), ",", columns)
			if strings.HasPrefix(line, "#") || len(cells) != columns {
				continue
			}
			if !header && !yield(cells) {
				return
			}
			header = false
		}
	}
}
