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
	if r.Kind != WorkReport || r.Planned == 0 || !r.Date.IsZero() && r.Date.Year != r.Planned {
		return Period{}, false
	}
	text := bare(line)
	h := heading{text: text}
	h.number()
	year := strconv.Itoa(r.Planned)
	switch opening := head(h.text, 150); {
	case h.numbered && len(h.text) < 120 && strings.Contains(h.text, year):
	case startsAny(h.text, "今年是", year+"年是", year+"年，是") && containsAny(head(h.text, 240), "之年", "年份", "一年"):
	case containsAny(opening, "今年", year+"年") && containsAny(opening, aimsOfYear...) && !containsAny(opening, "去年", "完成", "上年", "超过", "高于", "低于", strconv.Itoa(r.Reviewed)+"年"):
	case len(text) < 300 && strings.HasSuffix(text, "：") && containsAny(text, "做好以下", "抓好以下", "做好下列", "抓好下列", "抓好以下", "推进以下", "做好这") && !containsAny(text, "做了", "过去", "一年来", "回顾"):
	default:
		return Period{}, false
	}
	return Year(r.Planned), true
}

// head is the beginning of s, at most size bytes of it.
func head(s string, size int) string {
	if len(s) <= size {
		return s
	}
	for size > 0 && s[size]&0xC0 == 0x80 {
		size--
	}
	return s[:size]
}

func startsAny(s string, words ...string) bool {
	for _, w := range words {
		if strings.HasPrefix(s, w) {
			return true
		}
	}
	return false
}
