package unit

import (
	_ "embed"

	"yiyuan/transform/tables"
)

//go:embed unit_words.csv
var unitWordsCSV string

// phrases is a list of unit_words.csv by its name.
var phrases = tables.Phrases("unit_words.csv", &unitWordsCSV)
