package segment

import (
	_ "embed"

	"yiyuan/transform/tables"
)

//go:embed segment_words.csv
var segmentWordsCSV string

// phrases is a list of segment_words.csv by its name.
var phrases = tables.Phrases("segment_words.csv", &segmentWordsCSV)
