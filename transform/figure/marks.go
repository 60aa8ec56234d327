package figure

import (
	"strings"
	"unicode/utf8"

	"yiyuan"
)

// The words of a fact are cut from the sentence at words, and a mark of quotation is none: “断头路 of 打通“断头路”3条. What begins or ends within
// a pair of marks is told with both, as the sentence has it.

// pairs are the marks that come in twos.
var pairs = [][2]string{{"“", "”"}, {"《", "》"}, {"（", "）"}}

// longestQuoted is how many characters of the sentence at most a pair of marks brings in.
const longestQuoted = 14

// closeMarks tells every name of every fact with both its marks, or without the one it has where the other is too far.
func (r *reader) closeMarks() {
	for i := range r.out.Facts {
		f := &r.out.Facts[i]
		for _, name := range []*string{&f.Subject, &f.Counter, &f.Industry, &f.Qualifier, &f.IndicatorText, &f.Base} {
			if !marked(*name) {
				continue
			}
			for _, p := range pairs {
				switch missing := strings.Count(*name, p[0]) - strings.Count(*name, p[1]); {
				case missing > 0:
					*name = r.quotedTo(*name, f, p[0], p[1])
				case missing < 0:
					*name = r.quotedFrom(*name, f, p[0], p[1])
				}
			}
		}
	}
}

// marked tells of a name that may hold one of the marks, by the bytes that they begin with.
func marked(name string) bool {
	for i := 0; i+1 < len(name); i++ {
		if name[i] == 0xE2 && name[i+1] == 0x80 || name[i] == 0xE3 && name[i+1] == 0x80 || name[i] == 0xEF && name[i+1] == 0xBC {
			return true
		}
	}
	return false
}

// quotedTo is a name with what the sentence has behind it up to the mark that closes it.
func (r *reader) quotedTo(name string, f *yiyuan.Fact, left, right string) string {
	at := strings.LastIndex(name, left)
	cut := name[at:]
	if cut == left {
		cut = name // a mark alone is anywhere
	}
	if start := r.nearest(cut, f); start >= 0 {
		end := start + len(cut)
		rest, _, ok := strings.Cut(r.text[end:], right)
		if ok && bringsIn(rest, left) && (f.Start < end || end+len(rest) <= f.Start) {
			return name + rest + right
		}
	}
	return name[:at] + name[at+len(left):]
}

// quotedFrom is a name with what the sentence has before it from the mark that opens it.
func (r *reader) quotedFrom(name string, f *yiyuan.Fact, left, right string) string {
	at := strings.Index(name, right)
	if start := r.nearest(name[:at+len(right)], f); at > 0 && start >= 0 {
		i := strings.LastIndex(r.text[:start], left)
		if i >= 0 && bringsIn(r.text[i+len(left):start], right) && (f.Start < i || start <= f.Start) {
			return r.text[i:start] + name
		}
	}
	return name[:at] + name[at+len(right):]
}

// nearest is where the words stand that are nearest to a figure in its sentence, -1 where they do not.
func (r *reader) nearest(words string, f *yiyuan.Fact) int {
	from, to := max(0, f.Start-len(f.Sentence)), min(len(r.text), f.Start+len(f.Sentence))
	before, behind := strings.LastIndex(r.text[from:f.Start], words), strings.Index(r.text[f.Start:to], words)
	switch {
	case behind >= 0 && (before < 0 || behind < f.Start-from-before):
		return f.Start + behind
	case before >= 0:
		return from + before
	}
	return -1
}

// bringsIn tells of words between a name and its mark that are few and belong to it.
func bringsIn(words, mark string) bool {
	return utf8.RuneCountInString(words) <= longestQuoted && !strings.Contains(words, mark) && !strings.ContainsAny(words, "，；。：\n")
}
