package number

import (
	_ "embed"

	"yiyuan/transform/tables"
)

//go:embed number_words.csv
var numberWordsCSV string

// phrases is a list of number_words.csv by its name.
var phrases = tables.Phrases("number_words.csv", &numberWordsCSV)
