package transform

import (
	"slices"
	"sort"
	"unicode/utf8"

	"yiyuan"
	"yiyuan/transform/figure"
	"yiyuan/transform/restore"
	"yiyuan/transform/restore/mend"
)

// cleaned is a text as its author wrote it, and what was done to get there.
type cleaned struct {
	restore.Text
	decoded string
	suspect []figure.Doubt
}

// Restore gives the clean text of a source and what was done to get there, without reading its figures.
func Restore(src yiyuan.Source) restore.Text { return clean(src).Text }

// clean decodes the bytes of a source, mends what was lost on the way, and takes the text through the restoration chain.
func clean(src yiyuan.Source) cleaned {
	decoded := mend.Decode(src.Body, src.Charset)
	c := cleaned{Text: restore.Restore(decoded.Text, src.Title), decoded: decoded.Text}
	c.addMended(decoded)
	c.doubts()
	return c
}

// addMended carries what was mended before the chain over to offsets of the clean text.
func (c *cleaned) addMended(decoded mend.Text) {
	if len(decoded.Repairs) == 0 && len(decoded.Suspect) == 0 {
		return
	}
	shift := utf8.RuneCountInString(c.Source) - utf8.RuneCountInString(decoded.Text) // a headline put before it
	length := utf8.RuneCountInString(c.Clean)
	at := func(source int) int {
		return sort.Search(length, func(i int) bool { return c.SourceOffset(i) >= source+shift })
	}
	for _, r := range decoded.Repairs {
		r.Start, r.End = at(r.Start), at(r.End)
		c.Repairs = append(c.Repairs, r)
		c.Counts[r.Filter]++
	}
	slices.SortStableFunc(c.Repairs, func(a, b yiyuan.Repair) int { return a.Start - b.Start })
	for _, s := range decoded.Suspect {
		c.Suspect = append(c.Suspect, restore.Span{Start: at(s[0]), End: at(s[1]), Reason: "a byte was lost beside the figure"})
	}
	slices.SortStableFunc(c.Suspect, func(a, b restore.Span) int { return a.Start - b.Start })
}

// doubts gives the suspect stretches in bytes, as the reader of figures counts.
func (c *cleaned) doubts() {
	if len(c.Suspect) == 0 {
		return
	}
	offsets := byteOffsets{text: c.Clean}
	for _, s := range c.Suspect {
		c.suspect = append(c.suspect, figure.Doubt{Start: offsets.at(s.Start), End: offsets.at(s.End), Reason: s.Reason})
	}
}

// noFacts says why no figure of the text can be trusted, "" where they can.
func (c *cleaned) noFacts() string {
	if slices.Contains(c.Notes, restore.DigitsStripped) {
		return restore.DigitsStripped
	}
	return ""
}

// byteOffsets turns rising code points into bytes without counting twice.
type byteOffsets struct {
	text        string
	point, byte int
}

func (o *byteOffsets) at(point int) int {
	if point < o.point {
		o.point, o.byte = 0, 0
	}
	for o.point < point && o.byte < len(o.text) {
		_, size := utf8.DecodeRuneInString(o.text[o.byte:])
		o.byte += size
		o.point++
	}
	return o.byte
}
