package figure

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
)

//go:embed confidence.csv
var confidenceCSV string

// confidences is the measured precision of the rules on the annotated texts; a rule with too few cases has none.
var confidences = sync.OnceValue(func() map[string]*float64 {
	measured := map[string]*float64{}
	for _, line := range strings.Split(confidenceCSV, "\n") {
		cells := strings.Split(line, ",")
		if len(cells) != 4 || strings.HasPrefix(line, "#") {
			continue
		}
		if p, err := strconv.ParseFloat(cells[3], 64); err == nil {
			measured[cells[0]] = &p
		}
	}
	return measured
})
