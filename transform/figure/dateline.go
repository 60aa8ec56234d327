package figure

import (
	"strings"

	"yiyuan/transform/period"
)

// This file finds the dateline of a story, 新华社合肥3月5日电（记者某某）. It tells where and when the story was filed, and nothing of what is
// told behind it: that begins a sentence of its own.

// longestNewspaper is how many bytes the name of the paper before 记者 has at most.
const longestNewspaper = 18

// furthestDateline is how many bytes into a paragraph a dateline may end, its bracket of names aside.
const furthestDateline = 90

// datelineEnd is where the dateline that a text begins with ends, 0 where it begins with none.
func datelineEnd(text string) int {
	head := text[:min(len(text), furthestDateline)]
	if i := strings.IndexAny(head, "，。；！？,;、："); i >= 0 {
		head = head[:i]
	}
	end := filed(head)
	if end == 0 {
		return 0
	}
	end += blanks(text[end:])
	for _, shut := range []string{"）", ")"} {
		names, _, ok := strings.Cut(text[end:], shut)
		if ok && startsWithAny(names, []string{"（", "("}) && len(names) < 150 && !strings.Contains(names, "。") {
			end += len(names) + len(shut)
			break
		}
	}
	end += blanks(text[end:])
	return len(text) - len(trimAhead(text[end:], "，", "："))
}

// filed is where the words on who filed the story end: 本报3月5日讯, 本报讯.
func filed(head string) int {
	for _, e := range period.Scan(head) {
		if n := period.Filed(head[e.End:]); n > 0 && (e.Day() || strings.HasSuffix(e.Text, "日")) {
			return e.End + n
		}
	}
	for _, how := range filedBy().words {
		if i := strings.Index(head, how); i > 0 && i < 40 && !strings.ContainsAny(head[:i], "0123456789 ") {
			return i + len(how)
		}
	}
	return reported(head)
}

// reported is where the names of the reporters of a story and of where they are end: 本报记者 某某 北京报道.
func reported(head string) int {
	i := strings.Index(head, "报道")
	if i < 0 || !holdsAny(head[:i], reporters()) || strings.ContainsAny(head[:i], "0123456789据") {
		return 0
	}
	end := i + len("报道")
	if strings.Index(head, "记者") > longestNewspaper || end < len(head) && blanks(head[end:]) == 0 {
		return 0
	}
	return end
}

// filedBy are words on who has filed a story, with the end of its name.
var filedBy = phrases("words of filing")

// blanks is how many bytes of white space a text begins with.
func blanks(text string) int { return len(text) - len(strings.TrimLeft(text, " 　\t\u00a0")) }

// readDateline passes over the dateline of a paragraph of the news.
func (r *reader) readDateline(start, end int) int {
	n := 0
	if r.Report.Kind == "" {
		n = datelineEnd(r.text[start:end])
	}
	if n > 0 {
		r.dates(start, period.Scan(r.text[start:start+n]), nil)
	}
	return start + n
}
