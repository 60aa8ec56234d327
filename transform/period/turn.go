package period

import (
	"strconv"
	"strings"
)

// The headings of a work report do not always say where it goes over from what was done to what is to be done: 二、奋进新征程. The words it
// goes over with do: 2023年是…的关键之年, 做好今年工作的总体要求, 今年经济社会发展的主要预期目标是, 重点做好以下七个方面工作.

// aimsOfYear are what a report says of the coming year before it tells its tasks.
var aimsOfYear = []string{"总体要求", "总体思路", "指导思想", "主要预期目标", "主要目标", "预期目标", "工作思路", "工作总要求"}

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
	case startsAny(h.text, coming+"是", year+"年是", year+"年，是") && containsAny(head(h.text, 240), "之年", "年份", "一年"):
	case containsAny(opening, coming, year+"年") && containsAny(opening, aimsOfYear...) && !containsAny(opening, "去年", "完成", "上年", "超过", "高于", "低于", strconv.Itoa(r.Reviewed)+"年"):
	case len(text) < 300 && strings.HasSuffix(strings.ReplaceAll(text, ":", "："), "：") && announcesWork(text) && !containsAny(text, toldWork...):
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
	if !containsAny(last, aimsOfYear...) || !containsAny(last, r.coming(), year) || containsAny(last, "去年", "完成", "上年") {
		return Period{}, false
	}
	return Year(r.Planned), true
}

// toldWork are words of a line over work that has been done.
var toldWork = []string{"做了", "抓了", "过去", "一年来", "年来", "回顾", "取得"}

// announcesWork tells of a 做好以下七个方面工作, 抓好十个方面的工作.
func announcesWork(text string) bool {
	for _, verb := range []string{"做好", "抓好", "推进", "实施", "突出"} {
		_, what, ok := strings.Cut(text, verb)
		if what = head(what, 60); ok && strings.Contains(what, "工作") && containsAny(what, "以下", "下列", "方面", "重点工作", "项工作") {
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
