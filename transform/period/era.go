package period

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"

	"yiyuan/transform/tables"
)

// This file reads the stretches of years that go by a name: 国民经济恢复时期, “文化大革命”期间.

//go:embed eras.csv
var erasCSV string

func init() { tables.Register("eras.csv", &erasCSV) }

// era is a stretch of years by its name.
type era struct {
	name        string
	first, last int
}

var eras = sync.OnceValue(func() []era {
	var out []era
	for cells := range tables.Rows(erasCSV, 3) {
		first, err := strconv.Atoi(cells[1])
		last, err1 := strconv.Atoi(cells[2])
		if err != nil || err1 != nil {
			panic("period: eras.csv: " + cells[0])
		}
		out = append(out, era{cells[0], first, last})
	}
	return out
})

// eraAt reads a stretch of years by its name: 三年恢复时期, “文化大革命”期间.
func eraAt(s string, i int) (mark, int, bool) {
	j := eat(s, i, "“", "‘", "\"")
	for _, e := range eras() {
		if !has(s, j, e.name) {
			continue
		}
		end := j + len(e.name)
		if j > i {
			end = eat(s, end, "”", "’", "\"")
		}
		if !strings.HasSuffix(e.name, "时期") && !strings.HasSuffix(e.name, "十年") {
			k := eat(s, end, "时期", "期间")
			if k == end {
				return mark{}, i, false
			}
			end = k
		} else if j > i {
			return mark{}, i, false
		}
		return mark{told: printed, year: e.first, last: e.last}, end, true
	}
	return mark{}, i, false
}
