package period

import (
	"strconv"
	"strings"
)

// The headings of a work report do not always say where it goes over from what was done to what is to be done: 二、奋进新征程. The words it
// goes over with do: 2023年是…的关键之年, 做好今年工作的总体要求, 今年经济社会发展的主要预期目标是, 重点做好以下七个方面工作.

// aimsOfYear are what a report says of the coming year before it tells its tasks.
var aimsOfYear = phrases("aims of the year")

// aimsReached are words of a line that tells of them beside what has been reached.
var aimsReached = phrases("aims reached")

// TurnsToTasks tells of a line that begins the part of a work report on the tasks of the coming year, and of that year.
func TurnsToTasks(line string, r Report) (Period, bool) {
	if r.Kind != WorkReport || r.Planned == 0 {
		return Period{}, false
	}
	coming := r.coming()
	text := bare(line)
	h := heading{text: text}
	h.number()
	year := strconv.Itoa(r.Planned)
	switch opening := head(h.text, 150); {
	case h.numbered && len(h.text) < 120 && strings.Contains(h.text, year):
	case startsAny(h.text, coming+"是", year+"年是", year+"年，是") && containsAny(head(h.text, 240), sortsOfYear()...):
	case containsAny(opening, coming, year+"年") && containsAny(opening, aimsOfYear()...) && !containsAny(opening, aimsReached()...) && !strings.Contains(opening, strconv.Itoa(r.Reviewed)+"年"):
	case len(text) < 300 && strings.HasSuffix(strings.ReplaceAll(text, ":", "："), "：") && announcesWork(text) && !containsAny(text, reviewWords()...):
	default:
		return Period{}, false
	}
	return Year(r.Planned), true
}

// coming is the word for the year planned: reports are given before their year has ended.
func (r Report) coming() string {
	if !r.Date.IsZero() && r.Date.Year < r.Planned {
		return "明年"
	}
	return "今年"
}

// EndsInAims tells of a line of a work report whose last sentence announces the list of aims below it, 建议今年经济社会发展的预期目标是：, and
// of the year they are for.
func EndsInAims(line string, r Report) (Period, bool) {
	text, listed := strings.CutSuffix(strings.ReplaceAll(bare(line), ":", "："), "：")
	if r.Kind != WorkReport || r.Planned == 0 || !listed {
		return Period{}, false
	}
	last := text[strings.LastIndex(text, "。")+1:]
	year := strconv.Itoa(r.Planned) + "年"
	if !containsAny(last, aimsOfYear()...) || !containsAny(last, r.coming(), year) || containsAny(last, aimsReached()...) {
		return Period{}, false
	}
	return Year(r.Planned), true
}

// sortsOfYear end what a year is called: 关键之年.
var sortsOfYear = phrases("sorts of year")

// workVerbs and workToList are the words of a line that a list of work follows.
var workVerbs, workToList = phrases("verbs of work"), phrases("work to list")

// announcesWork tells of a 做好以下七个方面工作, 抓好十个方面的工作.
func announcesWork(text string) bool {
	for _, verb := range workVerbs() {
		_, what, ok := strings.Cut(text, verb)
		if what = head(what, 60); ok && strings.Contains(what, "工作") && containsAny(what, workToList()...) {
			return true
		}
	}
	return false
}

// head is the beginning of s, whole characters of at most size bytes.
func head(s string, size int) string {
	return strings.ToValidUTF8(s[:min(size, len(s))], "")
}

func startsAny(s string, words ...string) bool {
	for _, w := range words {
		if strings.HasPrefix(s, w) {
			return true
		}
	}
	return false
}
