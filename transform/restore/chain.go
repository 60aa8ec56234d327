package restore

import (
	"cmp"
	"math/bits"
	"slices"
	"strings"
	"unicode/utf8"

	"yiyuan"
)

// A filter undoes one kind of damage.
type filter struct {
	name  string
	may   func(*survey) bool    // whether the text shows any sign of this damage; must be cheap
	edits func(d *draft) []edit // what to change, by place
	sort  sort
}

// sort says what the edits of a filter may do that others may not.
type sort int

const (
	words   sort = iota // changes text: figures must come out as they went in
	markup              // reads markup: figures must be those the markup stands for
	whole               // drops whole lines that are no text, figures and all, and says so
	spacing             // white space only: counted, but too common to be listed as a repair
)

// An edit replaces text[start:end].
type edit struct {
	start, end int
	with       string
	doubt      string // why a figure that touches this place cannot be trusted, "" where the repair is certain
}

// longestEdit bounds the edits that are joined with the one before them, in bytes.
const longestEdit = 96

// A draft is a text on its way through the filters.
type draft struct {
	source  string
	now     string // the text as the filters so far have left it
	pieces  []piece
	repairs []repair
	doubts  []doubt
	counts  map[string]int
	notes   []string
	head    [2]int // the headline in now, empty where none is known
	seen    survey
	mirror  *mirror
}

// A piece says that now[at:at+size] comes from source[from:from+came]. Where same is set it is a copy.
type piece struct {
	at, size, from, came int
	same                 bool
}

type repair struct {
	start, end int // bytes of now
	before     string
	filter     string
}

type doubt struct {
	start, end int
	reason     string
}

func newDraft(source, title string) *draft {
	d := &draft{counts: map[string]int{}}
	source, title = valid(source), valid(title)
	source, d.head[0], d.head[1] = headed(source, title)
	d.source, d.now = source, source
	d.pieces = []piece{{0, len(source), 0, len(source), true}}
	d.seen = look(source)
	return d
}

func valid(s string) string {
	if utf8.ValidString(s) {
		return s
	}
	return strings.ToValidUTF8(s, "\uFFFD")
}

func (d *draft) run(f *filter) {
	if !f.may(&d.seen) {
		return
	}
	edits := d.lawful(f, f.edits(d))
	if len(edits) == 0 {
		return
	}
	d.apply(f, edits)
	if f != &filters[len(filters)-1] {
		d.seen = look(d.now)
	}
}

// lawful drops edits that overlap one before them, change nothing, or would change a figure. The last leave a doubt.
func (d *draft) lawful(f *filter, edits []edit) []edit {
	end := 0
	return slices.DeleteFunc(edits, func(e edit) bool {
		if e.start < end || e.end < e.start || e.end > len(d.now) {
			return true
		}
		before := d.now[e.start:e.end]
		if before == e.with && e.doubt == "" {
			return true
		}
		if f.sort != whole && !keepsFigures(before, e.with, f.sort == markup) {
			d.doubts = append(d.doubts, doubt{e.start, e.end, "a repair by " + f.name + " would change a figure"})
			return true
		}
		end = e.end
		return false
	})
}

func (d *draft) apply(f *filter, edits []edit) {
	var b strings.Builder
	b.Grow(len(d.now))
	pieces := make([]piece, 0, len(d.pieces)+2*len(edits))
	old := trail{pieces: d.pieces}
	fresh := make([]repair, 0, len(edits))
	at := 0
	for _, e := range edits {
		pieces = old.copyUntil(e.start, b.Len()-at, pieces)
		b.WriteString(d.now[at:e.start])
		pieces = e.pieces(d.now[e.start:e.end], b.Len(), &old, pieces)
		if e.doubt != "" {
			d.doubts = append(d.doubts, doubt{e.start, e.end, e.doubt})
		}
		if e.with != d.now[e.start:e.end] {
			fresh = append(fresh, repair{b.Len(), b.Len() + len(e.with), d.now[e.start:e.end], f.name})
		}
		b.WriteString(e.with)
		at = e.end
	}
	pieces = old.copyUntil(len(d.now), b.Len()-at, pieces)
	b.WriteString(d.now[at:])

	move := mover(d.now, edits)
	for i := range d.repairs {
		d.repairs[i].start, d.repairs[i].end = move(d.repairs[i].start, d.repairs[i].end)
	}
	for i := range d.doubts {
		d.doubts[i].start, d.doubts[i].end = move(d.doubts[i].start, d.doubts[i].end)
	}
	d.head[0], d.head[1] = move(d.head[0], d.head[1])
	d.counts[f.name] += len(fresh)
	if f.sort != spacing {
		d.repairs = append(d.repairs, fresh...)
	}
	d.now, d.pieces = b.String(), pieces
}

// pieces maps what the edit writes. Where it replaces character by character each is led back to its own.
func (e *edit) pieces(before string, at int, old *trail, out []piece) []piece {
	if !pairwise(before, e.with) {
		from, to := old.span(e.start, e.end)
		return append(out, piece{at, len(e.with), from, to - from, false})
	}
	start, with := e.start, e.with
	for before != "" {
		_, was := utf8.DecodeRuneInString(before)
		_, is := utf8.DecodeRuneInString(with)
		from, to := old.span(start, start+was)
		out = append(out, piece{at, is, from, to - from, false})
		start, before = start+was, before[was:]
		at, with = at+is, with[is:]
	}
	return out
}

// pairwise reports whether two texts have as many characters as one another, and more than one.
func pairwise(before, after string) bool {
	n := codePoints(before)
	return n > 1 && n == codePoints(after)
}

// mover returns how spans of the text before the edits lie in the text after them. A span that begins or ends within an
// edit takes all of it, or the characters in its place where the edit goes character by character.
func mover(text string, edits []edit) func(start, end int) (int, int) {
	grown := make([]int, len(edits)+1) // by how much the edits before this one lengthen the text
	for i, e := range edits {
		grown[i+1] = grown[i] + len(e.with) - (e.end - e.start)
	}
	within := func(i, at int) (int, bool) {
		e := &edits[i]
		before := text[e.start:e.end]
		if !pairwise(before, e.with) {
			return 0, false
		}
		return e.start + grown[i] + bytesOf(e.with, codePoints(before[:at-e.start])), true
	}
	return func(start, end int) (int, int) {
		i, _ := slices.BinarySearchFunc(edits, start, func(e edit, at int) int { return cmp.Compare(e.end, at+1) })
		s := start + grown[i]
		if i < len(edits) && edits[i].start <= start {
			s = edits[i].start + grown[i]
			if at, ok := within(i, start); ok {
				s = at
			}
		}
		j, _ := slices.BinarySearchFunc(edits, end, func(e edit, at int) int { return cmp.Compare(e.end, at) })
		t := end + grown[j]
		if j < len(edits) && edits[j].start < end {
			t = edits[j].start + grown[j] + len(edits[j].with)
			if at, ok := within(j, end); ok {
				t = at
			}
		}
		return s, max(s, t)
	}
}

// bytesOf is the length of the first n characters of s.
func bytesOf(s string, n int) int {
	at := 0
	for range n {
		_, size := utf8.DecodeRuneInString(s[at:])
		at += size
	}
	return at
}

// A trail walks the pieces of a draft in order.
type trail struct {
	pieces []piece
	next   int
	used   int // bytes of pieces[next] already passed
}

// copyUntil appends the pieces up to byte end of the old text, moved by shift bytes.
func (t *trail) copyUntil(end, shift int, out []piece) []piece {
	for t.next < len(t.pieces) {
		p := t.pieces[t.next]
		left := p.at + t.used
		right := min(end, p.at+p.size)
		if right <= left && (p.size > 0 || p.at >= end) {
			break
		}
		if p.same {
			out = append(out, piece{left + shift, right - left, p.from + t.used, right - left, true})
		} else {
			out = append(out, piece{left + shift, right - left, p.from, p.came, false})
		}
		if right < p.at+p.size {
			t.used += right - left
			break
		}
		t.next++
		t.used = 0
	}
	return out
}

// span passes old bytes [start, end) and returns where in the source they come from.
func (t *trail) span(start, end int) (from, to int) {
	first := true
	mark := func(a, b int) {
		if first {
			from, to, first = a, b, false
		}
		from, to = min(from, a), max(to, b)
	}
	for t.next < len(t.pieces) {
		p := t.pieces[t.next]
		left, right := max(start, p.at+t.used), min(end, p.at+p.size)
		if p.at > end || p.at == end && p.size > 0 && !first {
			break
		}
		if p.same {
			mark(p.from+left-p.at, p.from+max(left, right)-p.at)
		} else {
			mark(p.from, p.from+p.came)
		}
		if end < p.at+p.size {
			t.used = max(t.used, end-p.at)
			break
		}
		t.next++
		t.used = 0
	}
	if first && len(t.pieces) > 0 { // behind everything
		p := t.pieces[len(t.pieces)-1]
		from, to = p.from+p.came, p.from+p.came
	}
	return from, to
}

// An offset says that the code points of Clean from here on come from those of Source.
type offset struct {
	clean, source int
	same          bool
}

// text counts code points where the filters counted bytes.
func (d *draft) text() Text {
	t := Text{Source: d.source, Clean: d.now, Counts: d.counts, Notes: d.notes, Title: d.now[d.head[0]:d.head[1]]}
	t.offsets = make([]offset, 0, len(d.pieces)+1)
	clean, source := counter{s: d.now}, counter{s: d.source}
	for _, p := range d.pieces {
		if p.size == 0 {
			continue
		}
		o := offset{clean.at(p.at), source.at(p.from), p.same}
		t.offsets = append(t.offsets, o)
		if p.same { // no need to count the same characters twice
			source.byte, source.rune = p.from+p.came, o.source+clean.at(p.at+p.size)-o.clean
		}
	}
	t.offsets = append(t.offsets, offset{clean.at(len(d.now)), source.at(len(d.source)), false})

	slices.SortStableFunc(d.repairs, func(a, b repair) int { return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(a.end, b.end)) })
	starts, ends := counter{s: d.now}, counter{s: d.now}
	for _, r := range d.repairs {
		t.Repairs = append(t.Repairs, yiyuan.Repair{Start: starts.at(r.start), End: ends.at(r.end), Before: strings.ToValidUTF8(r.before, "\uFFFD"), Filter: r.filter})
	}
	slices.SortStableFunc(d.doubts, func(a, b doubt) int { return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(a.end, b.end)) })
	starts, ends = counter{s: d.now}, counter{s: d.now}
	for _, s := range d.doubts {
		span := Span{starts.at(s.start), ends.at(s.end), s.reason}
		if n := len(t.Suspect); n > 0 && span.Start <= t.Suspect[n-1].End {
			t.Suspect[n-1].End = max(t.Suspect[n-1].End, span.End)
			continue
		}
		t.Suspect = append(t.Suspect, span)
	}
	return t
}

// A counter turns byte offsets into code points; asked in rising order it walks the text once.
type counter struct {
	s          string
	byte, rune int
}

func (c *counter) at(b int) int {
	if b < c.byte {
		c.byte, c.rune = 0, 0
	}
	c.rune += codePoints(c.s[c.byte:b])
	c.byte = b
	return c.rune
}

// codePoints counts the bytes of valid UTF-8 that begin a character, eight at a time: half of the clean path would go
// into counting them one by one.
func codePoints(s string) int {
	n, i := len(s), 0
	for ; i+8 <= len(s); i += 8 {
		w := uint64(s[i]) | uint64(s[i+1])<<8 | uint64(s[i+2])<<16 | uint64(s[i+3])<<24 |
			uint64(s[i+4])<<32 | uint64(s[i+5])<<40 | uint64(s[i+6])<<48 | uint64(s[i+7])<<56
		n -= bits.OnesCount64(w >> 7 &^ (w >> 6) & 0x0101010101010101)
	}
	for ; i < len(s); i++ {
		if s[i]&0xC0 == 0x80 {
			n--
		}
	}
	return n
}
