package transform

import (
	"crypto/sha256"
	"encoding/hex"
	"sort"
	"strconv"
	"unicode/utf8"

	"yiyuan"
	"yiyuan/transform/figure"
)

// settle turns byte offsets into code points, sees to it that every digit stands in exactly one mention, and gives
// mentions and facts their ids. A fact begins where its mention does.
func settle(r *yiyuan.Reading) {
	text := r.Document.Text
	r.Mentions = completeLedger(text, r.Mentions)
	sort.SliceStable(r.Facts, func(i, j int) bool { return r.Facts[i].Start < r.Facts[j].Start })
	points := codePoints{text: text}
	occurrence := map[string]int{}
	facts := r.Facts
	for i := range r.Mentions {
		m := &r.Mentions[i]
		occurrence[m.Text]++
		m.MentionID = identify(r.Document.DocID, m.Text, "m", occurrence[m.Text])
		start := points.at(m.Start)
		for nth := 1; len(facts) > 0 && facts[0].Start <= m.Start; facts = facts[1:] {
			f := &facts[0]
			if f.Start < m.Start {
				continue // of no mention, which load.Check refuses
			}
			f.MentionID = m.MentionID
			f.FactID = identify(m.MentionID, f.ValueText, "f", nth)
			f.Start, f.End = start, start+utf8.RuneCountInString(f.ValueText)
			nth++
		}
		m.Start, m.End = start, points.at(m.End)
	}
	namePartOf(r)
}

// namePartOf turns part_of, an index so far, into the id of the whole.
func namePartOf(r *yiyuan.Reading) {
	for i := range r.Facts {
		if r.Facts[i].PartOf == "" {
			continue
		}
		if n, err := strconv.Atoi(r.Facts[i].PartOf); err == nil && n >= 0 && n < len(r.Facts) {
			r.Facts[i].PartOf = r.Facts[n].FactID
		} else {
			r.Facts[i].PartOf = ""
		}
	}
}

// identify hashes what a figure is and which of its like it is: ids survive a change of rules.
func identify(owner, text, sort string, ordinal int) string {
	b := make([]byte, 0, 128)
	b = append(append(b, owner...), 0)
	b = append(append(b, text...), 0)
	b = strconv.AppendInt(append(b, sort...), int64(ordinal), 10)
	h := sha256.Sum256(b)
	return string(hex.AppendEncode(b[:0], h[:8]))
}

// completeLedger sorts the mentions and enters what no rule has met: every digit is accounted for.
func completeLedger(text string, mentions []yiyuan.Mention) []yiyuan.Mention {
	sort.SliceStable(mentions, func(i, j int) bool { return mentions[i].Start < mentions[j].Start })
	out := make([]yiyuan.Mention, 0, len(mentions)+8)
	at := 0
	for _, m := range mentions {
		if m.Start < at {
			continue
		}
		out = appendStray(out, text, at, m.Start)
		out = append(out, m)
		at = m.End
	}
	return appendStray(out, text, at, len(text))
}

func appendStray(out []yiyuan.Mention, text string, from, to int) []yiyuan.Mention {
	for i := from; i < to && len(out) <= figure.MaxFigures; {
		if text[i]-0xE4 <= 0xE9-0xE4 {
			i += len("一") // nearly every character is one of Han
			continue
		}
		size := digitSize(text[i:])
		if size == 0 {
			i++
			continue
		}
		end := i + size
		for end < to {
			n := digitSize(text[end:])
			if n == 0 && (text[end] == '.' || text[end] == ',') && end+1 < to && digitSize(text[end+1:]) > 0 {
				n = 1
			}
			if n == 0 {
				break
			}
			end += n
		}
		out = append(out, yiyuan.Mention{Start: i, End: end, Text: text[i:end], Kind: "bare", Disposition: "name", Reason: "number without a unit"})
		i = end
	}
	return out
}

// digitSize is the bytes of the digit s begins with: 0-9, or the full-width ones.
func digitSize(s string) int {
	if s[0] >= '0' && s[0] <= '9' {
		return 1
	}
	if len(s) >= 3 && s[0] == 0xEF && s[1] == 0xBC && s[2] >= 0x90 && s[2] <= 0x99 {
		return 3
	}
	return 0
}

// codePoints turns rising byte offsets into code points without counting twice.
type codePoints struct {
	text         string
	byteAt, rune int
}

func (c *codePoints) at(offset int) int {
	if offset < c.byteAt {
		c.byteAt, c.rune = 0, 0
	}
	c.rune += utf8.RuneCountInString(c.text[c.byteAt:offset])
	c.byteAt = offset
	return c.rune
}
