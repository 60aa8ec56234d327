package figure

import (
	"yiyuan/transform/indicator"
	"yiyuan/transform/segment"
)

func init() { segment.Register(dictionary) }

// dictionary gives the segmenter the words that rules and tables are written in, so that it never cuts one up.
func dictionary() []segment.Entry {
	var out []segment.Entry
	for _, w := range Words() {
		out = append(out, segment.Entry{Text: w})
	}
	for _, w := range indicator.Words() {
		out = append(out, segment.Entry{Text: w, Freq: 20000, POS: "n"})
	}
	return out
}
