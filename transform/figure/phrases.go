package figure

import (
	_ "embed"

	"yiyuan/transform/tables"
)

//go:embed phrases.csv
var phrasesCSV string

// phrases is a list of phrases.csv by its name.
var phrases = tables.Phrases("phrases.csv", &phrasesCSV)
