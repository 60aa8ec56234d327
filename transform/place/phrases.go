package place

import (
	_ "embed"

	"yiyuan/transform/tables"
)

//go:embed place_words.csv
var placeWordsCSV string

// phrases is a list of place_words.csv by its name.
var phrases = tables.Phrases("place_words.csv", &placeWordsCSV)
