// Package restore gives a text back as its author wrote it.
//
// News reaches us through mirrors that mangle it: characters glossed with pinyin, bytes slipped in GBK, entities cut in
// two, spam strewn into sentences, counters and related links around them. Restore undoes this by a chain of small
// filters in fixed order, in the manner of an analyser's character filters: each has a name, a file of its own, a file of
// examples in examples/, and does nothing but propose edits. The chain applies them, counts them, and composes the map
// that leads every character of the clean text back to its source.
//
// One filter that knows everything would be shorter, but could not say what it did, and no rule of it could be tested
// alone. A statistical rewriter would be shorter still and would now and then write a figure nobody printed. Here digits
// are sacred instead: an edit that would create, drop or change a figure is refused by the chain itself (see figures.go),
// and the place is marked, so that no fact is read from it.
//
// Clean text costs one survey of its bytes; a filter that finds no sign of its kind of damage is not run at all.
package restore

import (
	"slices"
	"strings"

	"yiyuan"
)

// Text is a restored text and the way back to its source.
type Text struct {
	Source  string          // as given, after decoding; a headline given apart is its first line
	Clean   string          // valid UTF-8, one paragraph a line
	Repairs []yiyuan.Repair // by place; offsets are code points of Clean
	Counts  map[string]int  // edits by filter
	Title   string          // the headline as it stands in Clean
	Suspect []Span          // where a figure cannot be trusted, by place, never overlapping
	Notes   []string        // what holds for the whole text, such as DigitsStripped

	offsets []offset
}

// Span is a stretch of Clean in code points, End exclusive, in which figures must stay unread, and why.
type Span struct {
	Start, End int
	Reason     string
}

// DigitsStripped is the note of a page that lost its figures (共卖出亿元, 高达%): it gives no facts.
const DigitsStripped = "digits stripped"

// The filters, in the order they run. Bytes come before markup, as a slipped byte can swallow the & of an entity; markup
// before script, script before the filters that know Chinese words, layout last.
var filters = []filter{
	characters,
	frontMatter,
	slips,
	glosses,
	middleDots,
	entities,
	tags,
	sprinkledGlosses,
	simplify,
	titleFragments,
	furniture,
	wrapped,
	width,
	blanks,
	paragraphs,
}

// Restore undoes the damage of one text. The title is what is known of its headline, or empty; it becomes the first line
// where the text does not carry it already.
func Restore(source, title string) Text {
	d := newDraft(source, title)
	for i := range filters {
		d.run(&filters[i])
	}
	d.doubtFigures()
	return d.text()
}

// SourceOffset returns the code point of Source that the given code point of Clean comes from. The end of Clean leads to
// the end of what became it; offsets beyond are taken for the end.
func (t *Text) SourceOffset(clean int) int {
	i, exact := slices.BinarySearchFunc(t.offsets, clean, func(o offset, c int) int { return o.clean - c })
	if !exact {
		i--
	}
	if i < 0 {
		return 0
	}
	o := t.offsets[i]
	if !o.same {
		return o.source
	}
	next := t.offsets[min(i+1, len(t.offsets)-1)]
	return min(o.source+clean-o.clean, max(o.source, next.source))
}

// SuspectAt says why a figure at [start, end) of Clean must stay unread, or "" where nothing speaks against it.
func (t *Text) SuspectAt(start, end int) string {
	i, _ := slices.BinarySearchFunc(t.Suspect, start, func(s Span, at int) int { return s.End - at - 1 })
	if i < len(t.Suspect) && t.Suspect[i].Start < end {
		return t.Suspect[i].Reason
	}
	return ""
}

// headed puts the headline before the text, unless one of the text's first lines is it.
func headed(source, title string) (text string, start, end int) {
	title = strings.TrimSpace(strings.ReplaceAll(title, "\n", " "))
	if bare(title) == "" {
		return source, 0, 0
	}
	at := 0
	for range 8 {
		line, _, more := strings.Cut(source[at:], "\n")
		if sameLine(line, title) {
			bare := strings.TrimFunc(line, func(r rune) bool { return isBlank(r) || r == '\r' })
			at += strings.Index(line, bare)
			return source, at, at + len(bare)
		}
		at += len(line) + 1
		if !more {
			break
		}
	}
	return title + "\n" + source, 0, len(title)
}

// sameLine compares a line with the headline, white space, Markdown emphasis and width of marks aside.
func sameLine(line, title string) bool {
	if len(line) > 2*len(title)+32 {
		return false
	}
	return bare(line) == bare(title)
}

func bare(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case isBlank(r) || r == '*' || r == '#' || r == '\r':
			return -1
		case r >= 0xFF01 && r <= 0xFF5E:
			return r - 0xFEE0
		}
		return r
	}, s)
}
