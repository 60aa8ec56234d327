package period

import (
	_ "embed"

	"yiyuan/transform/tables"
)

//go:embed headings.csv
var headingsCSV string

// phrases is a list of headings.csv by its name.
var phrases = tables.Phrases("headings.csv", &headingsCSV)
