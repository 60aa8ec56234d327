package mend

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
	"unsafe"

	"yiyuan"
)

// draft is a text being written. Places are bytes of out until the end, so that clean text is never counted.
type draft struct {
	out   []byte
	edits []edit
	hurt  []int // where a character was lost: its first byte
	grid  lattice
}

type edit struct {
	start, end int
	before     string
	filter     string
}

// longestBefore keeps a page of junk from being stored twice.
const longestBefore = 2000

func (d *draft) edit(start int, before, filter string) {
	if len(before) > longestBefore {
		before = strings.ToValidUTF8(before[:longestBefore], "") + "…"
	}
	if n := len(d.edits); n > 0 && start == len(d.out) && filter == Control {
		// A run of removed bytes is one repair.
		if last := &d.edits[n-1]; last.filter == filter && last.end == start {
			if len(last.before) < longestBefore {
				last.before += before
			}
			return
		}
	}
	d.edits = append(d.edits, edit{start, len(d.out), before, filter})
}

// drop leaves out a control character.
func (d *draft) drop(r rune) {
	d.edit(len(d.out), fmt.Sprintf(`\x%02X`, r), Control)
}

func isControl(c byte) bool {
	return c < 0x20 && c != '\n' && c != '\t' && c != '\r' || c == 0x7F
}

func (d *draft) text() Text {
	// out is handed over: nothing writes to it any more.
	t := Text{Text: unsafe.String(unsafe.SliceData(d.out), len(d.out))}
	if len(d.edits) == 0 && len(d.hurt) == 0 {
		return t
	}
	slices.SortStableFunc(d.edits, func(a, b edit) int { return a.start - b.start })
	slices.Sort(d.hurt)
	at := ruler{text: t.Text}
	for _, e := range d.edits {
		start := at.point(e.start)
		t.Repairs = append(t.Repairs, yiyuan.Repair{Start: start, End: at.point(e.end), Before: e.before, Filter: e.filter})
	}
	at = ruler{text: t.Text}
	for _, h := range d.hurt {
		start, end, ok := figureNear(t.Text, h)
		if !ok {
			continue
		}
		from := at.point(start)
		to := from + utf8.RuneCountInString(t.Text[start:end])
		if n := len(t.Suspect); n > 0 && from <= t.Suspect[n-1][1] {
			t.Suspect[n-1][1] = max(to, t.Suspect[n-1][1])
			continue
		}
		t.Suspect = append(t.Suspect, [2]int{from, to})
	}
	return t
}

// ruler turns bytes into code points; it is fastest where places grow.
type ruler struct {
	text         string
	bytes, count int
}

func (r *ruler) point(place int) int {
	if place < r.bytes {
		r.count -= utf8.RuneCountInString(r.text[place:r.bytes])
	} else {
		r.count += utf8.RuneCountInString(r.text[r.bytes:place])
	}
	r.bytes = place
	return r.count
}
