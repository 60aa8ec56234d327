package restore

import (
	"slices"
	"strings"
	"unicode/utf8"

	"yiyuan/transform/search"
)

// titleFragments takes out pieces of the text's own headline that were strewn into its sentences, and the slogan strewn
// along with them.
//
// A copier cuts the headline into pieces without regard to words and puts them, in turning order, behind the marks of a
// paragraph: 、 , 。 and 是. The words of a headline stand in such places by right too; what gives the copier away is the
// order, kept over turn after turn, and that the pieces do not go together with what follows them. So nothing is taken
// out unless at least two turns of at least four pieces are found, and no piece that elsewhere leads the same word.
var titleFragments = filter{
	name: "title fragments",
	may:  func(v *survey) bool { return v.hanzi > 200 },
	edits: func(d *draft) []edit {
		s := d.now
		title := headline(s, d.head)
		if utf8.RuneCountInString(title) < 8 {
			return nil
		}
		turned := turning(slotsOf(s, title))
		if turned == nil || !dense(s, turned) {
			return nil
		}
		var edits []edit
		for _, p := range turned {
			edits = append(edits, edit{start: p.start, end: p.end + second(turned, p)})
		}
		return withSlogan(s, edits)
	},
}

// headline is the known title or, failing that, a short first line.
func headline(s string, head [2]int) string {
	if head[1] > head[0] {
		return s[head[0]:head[1]]
	}
	line, _, _ := strings.Cut(s, "\n")
	if longer(line, 60) || strings.Contains(line, "。") {
		return ""
	}
	return line
}

// A strewn piece of the headline, and the piece right behind it, if any.
type strewnPiece struct {
	start, end int
	text, next string
}

const (
	longestPiece = 6 // hanzi; more is a mention of the headline
	pieceMarks   = "、,，。是;；"
)

// slotsOf finds what looks like the headline behind the marks of the text.
func slotsOf(s, title string) (found []strewnPiece) {
	cut := cuttings(title)
	recurs := recurring{text: s, known: map[string]bool{}}
	for i := strings.IndexByte(s, '\n') + 1; i < len(s) && len(found) < mostPieces; {
		n, mark := markAt(s[i:])
		i += n
		if !mark || i+3 > len(s) || !strings.Contains(cut[0], s[i:i+3]) {
			continue
		}
		text := longestCutting(cut, s[i:])
		if k := utf8.RuneCountInString(text); k < 2 || k > longestPiece {
			continue
		}
		p := strewnPiece{start: i, end: i + len(text), text: text}
		next := longestCutting(cut, s[p.end:])
		if utf8.RuneCountInString(next) >= 2 && onlyBehindMarks(s, text+next) && !recurs.leadsAWord(p.end, next) {
			p.next = next
		} else if recurs.leadsAWord(i, text) {
			continue
		}
		found = append(found, p)
	}
	return found
}

// mostPieces bounds the search: a copier strews some dozens.
const mostPieces = 300

// markAt reads one character and says whether it is one of pieceMarks; it runs over all text.
func markAt(s string) (size int, mark bool) {
	switch c := s[0]; {
	case c < 0x80:
		return 1, c == ',' || c == ';'
	case c < 0xE0:
		return 2, false
	case c >= 0xF0:
		return 4, false
	case c > 0xE3 && c < 0xEF && c != 0xE6: // no mark begins so, but nearly every hanzi does
		return 3, false
	}
	switch s[:3] {
	case "、", "，", "。", "是", "；":
		return 3, true
	}
	return 3, false
}

// cuttings are the runs of hanzi pieces may be cut from: the headline without its marks, with and without what it quotes,
// and the quotations.
func cuttings(title string) []string {
	var all, outside, quoted strings.Builder
	var quotes []string
	depth := 0
	for _, r := range title {
		switch {
		case strings.ContainsRune("“‘「《", r):
			depth++
		case strings.ContainsRune("”’」》", r):
			depth = max(0, depth-1)
			quotes = append(quotes, quoted.String())
			quoted.Reset()
		case isHanzi(r):
			all.WriteRune(r)
			if depth > 0 {
				quoted.WriteRune(r)
			} else {
				outside.WriteRune(r)
			}
		}
	}
	return append([]string{all.String(), outside.String(), outside.String() + strings.Join(quotes, ""), outside.String() + last(quotes)}, quotes...)
}

func last(list []string) string {
	if len(list) == 0 {
		return ""
	}
	return list[len(list)-1]
}

func longestCutting(cut []string, s string) string {
	n := 0
	for n < len(s) {
		_, size := utf8.DecodeRuneInString(s[n:])
		if !slices.ContainsFunc(cut, func(c string) bool { return strings.Contains(c, s[:n+size]) }) {
			break
		}
		n += size
	}
	return s[:n]
}

// recurring tells what stands in a text more than once. A text says the words of its headline again and again, and each is looked
// for only the first time.
type recurring struct {
	text  string
	known map[string]bool
}

func (in *recurring) has(s string) bool {
	twice, known := in.known[s]
	if !known {
		first := search.Index(in.text, s)
		twice = first >= 0 && search.Holds(in.text[first+len(s):], s)
		in.known[s] = twice
	}
	return twice
}

// leadsAWord reports whether the piece at i goes together with the character behind it as it does elsewhere, or stands
// alone between marks, as words do.
func (in *recurring) leadsAWord(i int, text string) bool {
	r, n := utf8.DecodeRuneInString(in.text[i+len(text):])
	if r == '\n' || n == 0 {
		return false
	}
	if !isHanzi(r) {
		return true
	}
	return in.has(in.text[i : i+len(text)+n])
}

// onlyBehindMarks reports whether a text never stands where a piece would not.
func onlyBehindMarks(s, text string) bool {
	for at := 0; ; {
		i := search.Index(s[at:], text)
		if i < 0 {
			return true
		}
		if r, _ := utf8.DecodeLastRuneInString(s[:at+i]); !strings.ContainsRune(pieceMarks, r) {
			return false
		}
		at += i + len(text)
	}
}

const (
	fewestPieces = 4
	fewestTurns  = 2
)

// turning finds the pieces that keep one turning order, at least two turns of it.
func turning(found []strewnPiece) []strewnPiece {
	for first := range found {
		var order []string
		for _, p := range found[first:] {
			if p.text == found[first].text && len(order) > 0 {
				break
			}
			if slices.Contains(order, p.text) {
				order = nil
				break
			}
			order = append(order, p.text)
		}
		if len(order) < fewestPieces {
			continue
		}
		kept := 0
		for kept < len(found)-first && found[first+kept].text == order[kept%len(order)] {
			kept++
		}
		if kept >= fewestTurns*len(order)-1 {
			return found[first : first+kept]
		}
	}
	return nil
}

// sparsest is the number of marks to a piece, over the passage that they were strewn into.
const sparsest = 3

// dense reports whether the pieces stand close together, as a copier strews them into a paragraph or two.
func dense(s string, turned []strewnPiece) bool {
	marks := 0
	for _, r := range s[turned[0].start:turned[len(turned)-1].end] {
		if strings.ContainsRune(pieceMarks, r) {
			marks++
		}
	}
	return marks <= sparsest*len(turned)
}

// second is the length of the piece right behind p that belongs to the same place: it is there whenever p.text is.
func second(turned []strewnPiece, p strewnPiece) int {
	if p.next == "" {
		return 0
	}
	for _, q := range turned {
		if q.text == p.text && q.next != p.next || q.text == p.next {
			return 0
		}
	}
	return len(p.next)
}

const shortestSlogan = 4

// withSlogan adds the foreign phrase that stands in the places of the pieces: repeated to the letter, at least once right
// behind a piece, of characters that come together nowhere else in the text.
func withSlogan(s string, edits []edit) []edit {
	slogan := ""
	for _, e := range edits {
		if p := repeated(s, e.end); len(p) > len(slogan) {
			slogan = p
		}
	}
	if slogan == "" {
		return edits
	}
	for at := 0; ; {
		i := search.Index(s[at:], slogan)
		if i < 0 {
			break
		}
		i += at
		at = i + len(slogan)
		if k := slices.IndexFunc(edits, func(e edit) bool { return e.end == i }); k >= 0 {
			edits[k].end = at
		} else if r, _ := utf8.DecodeLastRuneInString(s[:i]); strings.ContainsRune(pieceMarks, r) {
			edits = append(edits, edit{start: i, end: at})
		}
	}
	slices.SortFunc(edits, func(a, b edit) int { return a.start - b.start })
	return edits
}

// repeated is the longest phrase at i that stands elsewhere too and whose pairs of characters stand nowhere else.
func repeated(s string, i int) string {
	n, size := 0, 0
	for i+n < len(s) {
		r, k := utf8.DecodeRuneInString(s[i+n:])
		if r == '\n' || figure(r) != 0 || search.Count(s, s[i:i+n+k]) < 2 {
			break
		}
		n += k
		size++
	}
	phrase := s[i : i+n]
	if size < shortestSlogan {
		return ""
	}
	times := search.Count(s, phrase)
	prev := rune(0)
	for _, r := range phrase {
		if isHanzi(prev) && isHanzi(r) && search.Count(s, string([]rune{prev, r})) != times {
			return ""
		}
		prev = r
	}
	return phrase
}
