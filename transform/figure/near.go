package figure

import (
	"slices"
	"strings"

	"yiyuan/transform/period"
)

// A word for the last few days (不久前, 日前, 这几天) dates nothing by itself, but says that the span told before it is over: what its sentence
// tells is of the days before the news.

// meetNearDays lets such a word before the first figure of a sentence end what its paragraph and headline have been told of.
func (r *reader) meetNearDays(text string) {
	if r.Report.Kind != "" || !r.nearDays() && !r.oneAfterOther() || holdsAny(text, onlyHeard()) {
		return
	}
	r.line.period, r.line.has, r.line.now, r.line.running = period.Period{}, false, false, false
	r.line.from, r.sentence.near = 0, true
}

// nearDays tells of one that no other time follows before the first figure.
func (r *reader) nearDays() bool {
	from := r.start
	first := slices.IndexFunc(r.toks, func(t token) bool { return t.kind == figure })
	if first < 0 {
		return false
	}
	for _, t := range r.toks[:first] {
		if t.kind == time {
			from = t.end
		}
	}
	before := r.text[from:r.toks[first].start]
	if opening := firstClause(before); from == r.start && strings.HasSuffix(opening, "以来") && len(opening) < len(before) {
		return true // 入汛以来, 举办三届以来
	}
	return holdsLastDays(before) || from == r.start && holdsLastDays(r.sizedSubject(first))
}

// sizedSubject is the clause of a sentence that the name of a thing with its size leads to: 投资40亿元的工厂，不久前投产, and what the same clause says
// behind that name.
func (r *reader) sizedSubject(first int) string {
	behind := r.text[r.toks[first].end:r.end]
	clause := firstClause(behind)
	if !strings.Contains(clause, "的") {
		return ""
	}
	if next, ok := strings.CutPrefix(behind[len(clause):], "，"); ok {
		clause += "，" + firstClause(next)
	}
	if slices.ContainsFunc(r.toks, func(t token) bool { return t.kind == time && t.start < r.toks[first].end+len(clause) }) {
		return ""
	}
	return clause
}

// holdsLastDays tells of a word for the last few days that does not only describe a noun.
func holdsLastDays(text string) bool {
	return slices.ContainsFunc(lastDays().words, func(w string) bool {
		i := strings.Index(text, w)
		return i >= 0 && (strings.HasPrefix(w, "刚刚") || !strings.HasPrefix(text[i+len(w):], "的"))
	})
}

// oneAfterOther tells of what was done one after the other, and so not on the one day that the paragraph has told of: 先后关停泊位90个.
func (r *reader) oneAfterOther() bool {
	first := slices.IndexFunc(r.toks, func(t token) bool { return t.kind == figure || t.kind == time })
	if first < 0 || r.toks[first].kind == time || !r.line.has || r.line.period.Kind != period.During || r.line.period.Start != r.line.period.End {
		return false
	}
	return hasWord(r.toks[:first], oneByOneDone().words...)
}

var oneByOneDone = phrases("one after the other")

// lastDays are words for the days just past.
var lastDays = phrases("last days")
