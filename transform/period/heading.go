package period

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"yiyuan"
)

// heading is a line that stands over a part of a report.
type heading struct {
	text     string
	numbered bool // 一、
	sub      bool // （一）
}

// reviewWords are words of a heading over results, planWords of one over aims; toCome decide for aims wherever they stand.
var reviewWords, planWords, toCome = phrases("results"), phrases("aims"), phrases("to come")

// headed are words of a line that stands over a part, running those of one that goes on with it.
var headed, running = phrases("heads"), phrases("no heads")

// Heading tells what a heading puts in force: the period and whether its part tells results ("actual") or aims
// ("target"). A heading of several periods (2021年和过去五年工作回顾) puts the first in force. It reports false for a line
// that is no heading, or one that names no time.
func Heading(line string, r Report) (p Period, status string, ok bool) {
	h, ok := headingWords(line)
	if year := yearAlone(h.text); year != 0 && r.Reviewed != 0 {
		if year > r.Reviewed {
			return Year(year), "target", true
		}
		return Year(year), "actual", true
	}
	if !ok {
		return Period{}, "", false
	}
	status = tense(h.text)
	c := Context{Reference: r.Date, Year: r.Reviewed, Term: r.Term}
	if c.Reference.IsZero() && r.Planned != 0 {
		c.Reference = yiyuan.Date{Year: r.Planned, Month: 1, Day: 31}
	}
	p, ok = headingPeriod(h, r, c, status)
	if !ok {
		return Period{}, "", false
	}
	switch {
	case r.Planned != 0 && p.Start.Year >= r.Planned: // the calendar knows better than the words
		status = "target"
	case announcesWork(h.text) && !containsAny(h.text, reviewWords()...):
		return Period{}, "", false // 这一年，我们要做好以下工作: which one is told before
	case r.Reviewed != 0 && p.End.Year <= r.Reviewed:
		status = "actual"
	case status == "" && !h.numbered:
		return Period{}, "", false
	case status == "":
		status = "actual"
	}
	return p, status, true
}

// yearAlone is the year that is all a line says, 0 for any other: 2004年：.
func yearAlone(line string) int {
	year, alone := strings.CutSuffix(strings.TrimRight(line, "：:"), "年")
	if !alone || len(year) != len("2004") {
		return 0
	}
	if n, err := strconv.Atoi(year); err == nil {
		return n
	}
	return 0
}

func headingPeriod(h heading, r Report, c Context, status string) (Period, bool) {
	if year, years, ok := strings.Cut(h.text, "完成情况和"); ok && r.Reviewed != 0 && strings.HasPrefix(years, "五年") && strings.Contains(year, "会议") {
		return Year(r.Reviewed), true // 五次会议确定任务的完成情况和五年工作回顾: what was done of the last year's tasks first
	}
	for _, e := range Scan(h.text) {
		switch {
		case e.Role == Name && e.a.last == 0, e.Role == Compared, e.Role == Recurring, e.shape == now, e.Text == "全年":
			continue // 围绕全年目标，做好以下工作: which year is said elsewhere
		case e.shape == years && e.n == 1 && !e.coming && r.Reviewed != 0:
			return Year(r.Reviewed), true
		}
		p, ok := e.Resolve(c)
		if ok && p.Kind == AsOf && p.End.Month == 12 && p.End.Day == 31 {
			p = p.Flow()
		}
		if status == "actual" && r.Planned != 0 && p.End.Year > r.Planned {
			continue // “十五”计划开局的一年: what is reviewed is over
		}
		if ok && p.Kind == During && !p.Start.IsZero() {
			if r.Planned == p.Start.Year && containsAny(h.text, "开局", "开好局") {
				p = Year(p.Start.Year) // 确保实现“十三五”良好开局: of its first year
			}
			return p, true
		}
	}
	switch {
	case containsAny(h.text, "五年", "届政府", "届人民政府") && r.Term[0] != 0 && status == "actual":
		return Period{During, Year(r.Term[0]).Start, Year(r.Term[1]).End}, true
	case strings.HasPrefix(h.text, "一年") && r.Reviewed != 0:
		return Year(r.Reviewed), true
	case containsAny(h.text, "届政府", "届人民政府") && r.Planned != 0 && containsAny(h.text, "新一届", "本届") && status == "target":
		return Period{During, Year(r.Planned).Start, Year(r.Planned + 4).End}, true
	}
	return Period{}, false
}

// headingWords strips the marks of a heading and tells whether the line is one at all: numbered, or short and about the
// work of a year, and no sentence.
func headingWords(line string) (heading, bool) {
	if len(line) > 600 {
		line = line[:600]
	}
	l := strings.Trim(line, " \t\r\n\u3000\u00a0#")
	if strings.HasPrefix(l, "**") { // **一、过去五年工作回顾** 过去五年，…
		if k := strings.Index(l[2:], "**"); k > 0 {
			l = l[2 : 2+k]
		}
	}
	h := heading{text: bare(l)}
	if strings.HasPrefix(h.text, "|") || strings.HasPrefix(h.text, "title:") || strings.HasPrefix(h.text, "source:") || h.text == "" {
		return h, false
	}
	h.number()
	const most = 60 // characters
	if len(h.text) > most*utf8.UTFMax || strings.HasSuffix(h.text, "。") || strings.HasSuffix(h.text, "；") || strings.HasSuffix(h.text, "，") {
		return h, false
	}
	n := utf8.RuneCountInString(h.text)
	switch {
	case n > most:
		return h, false
	case h.numbered && !h.sub:
		return h, true
	case n > 34:
		return h, false
	}
	return h, containsAny(h.text, headed()...) && !containsAny(h.text, running()...)
}

// number cuts the 一、, （一）, 第一部分 off the heading.
func (h *heading) number() {
	t := h.text
	if k := eat(t, 0, "（", "("); k > 0 {
		if n, ok := readHan(t, k); ok {
			if e := eat(t, n.end, "）", ")"); e > n.end {
				h.text, h.numbered, h.sub = bare(t[e:]), true, true
			}
		}
		return
	}
	k := eat(t, 0, "第")
	n, ok := readHan(t, k)
	if !ok {
		return
	}
	if e := eat(t, n.end, "、", "部分", "．", "."); e > n.end && (k == 0 || strings.HasPrefix(t[n.end:], "部分")) {
		h.text, h.numbered = bare(strings.TrimLeft(t[e:], "：: \u3000")), true
	}
}

// tense tells results from aims by the words of a heading, the later word ruling: 2022年工作回顾 against 2023年工作安排.
func tense(s string) string {
	r, p := lastOf(s, reviewWords()), lastOf(s, planWords())
	switch {
	case r < 0 && p < 0:
		return ""
	case strings.Contains(s, "回顾"), strings.Contains(s, "完成情况"), strings.Contains(s, "执行情况") && !strings.Contains(s, "计划草案"):
		return "actual"
	case containsAny(s, toCome()...):
		return "target"
	case r >= p:
		return "actual"
	}
	return "target"
}

func lastOf(s string, words []string) int {
	at := -1
	for _, w := range words {
		at = max(at, strings.LastIndex(s, w))
	}
	return at
}
