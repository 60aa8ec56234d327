package period

import (
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"yiyuan"

	"yiyuan/transform/search"
)

// The kinds of a Report.
const (
	WorkReport = "work_report"
	Communique = "communique"
)

// Report is what the head of an official report says of its years.
type Report struct {
	Kind     string      // WorkReport, Communique, "" for any other text
	Date     yiyuan.Date // when it was given, zero where no day is printed
	Reviewed int         // the year looked back on
	Planned  int         // the year planned for; 0 in a communiqué
	Term     [2]int      // the years of a five-year review, zeros where there is none
	Summed   bool        // a bureau sums up (总结) a year before it is over: 今年 in its review is that year

	evidence string
}

// ReadReport reads the kind, date and years of a government work report or statistical communiqué from its title, the
// lines above its body and its headings. Where they disagree a heading (2022年工作回顾) rules: reports are given before
// their year has ended, and re-filed under another.
func ReadReport(title, text string) Report {
	head := headLines(text)
	r := Report{Kind: reportKind(title, head, text)}
	if r.Kind == "" {
		return r
	}
	r.Date, r.evidence = reportDate(title, head)
	if r.Kind == Communique {
		r.Reviewed = communiqueYear(title, head, text, r.Date)
		return r
	}
	r.Reviewed = reviewedYear(title, text, r.Date)
	if r.Reviewed != 0 {
		r.Planned = r.Reviewed + 1
		r.Term = reviewTerm(text, r.Reviewed)
	}
	r.Summed = strings.Contains(title+"\n"+strings.Join(head, "\n"), "工作总结")
	return r
}

// Stamped lets the day a copy was stamped tell the years of a report that prints none, for the templates of such texts have
// 20XX年 for them, or whose years are all those of a plan: no year is reviewed before it has begun.
func (r Report) Stamped(published time.Time) Report {
	if r.Kind == "" || published.IsZero() || r.Reviewed != 0 && r.Reviewed <= published.Year() {
		return r
	}
	r.Reviewed = published.Year() - 1
	if r.Kind == WorkReport {
		if published.Month() >= time.November {
			r.Reviewed = published.Year()
		}
		r.Planned = r.Reviewed + 1
	}
	return r
}

// headLines returns the short lines that stand above the body: title, date, speaker.
func headLines(text string) []string {
	var lines []string
	for n := 0; n < 24 && text != ""; n++ {
		var l string
		l, text, _ = strings.Cut(text, "\n")
		if l = bare(l); l == "" || strings.HasPrefix(l, "source:") {
			continue
		}
		if strings.HasPrefix(l, "各位代表") || utf8.RuneCountInString(l) > 80 {
			break
		}
		lines = append(lines, l)
	}
	return lines
}

// bare strips a line of blanks and of the marks of emphasis and headings.
func bare(l string) string { return strings.Trim(l, " \t\r\u3000\u00a0*#<>!-—―─") }

func reportKind(title string, head []string, text string) string {
	top := title + "\n" + strings.Join(head, "\n")
	switch {
	case strings.Contains(top, "政府工作报告") && containsAny(top, aboutReports...):
		return ""
	case strings.Contains(top, "统计公报"), strings.Contains(top, "执行结果的公报"), strings.Contains(top, "发展公报"):
		return Communique
	case strings.Contains(title, "政府工作报告"), slices.ContainsFunc(head, calledWorkReport), strings.Contains(top, "执行情况与") && strings.Contains(top, "计划草案的报告"):
		return WorkReport
	case slices.ContainsFunc(append([]string{title}, head[:min(len(head), 2)]...), titlesReport):
		return WorkReport
	case slices.ContainsFunc(append([]string{title}, head[:min(len(head), 2)]...), reportsOnPlans):
		return WorkReport
	}
	opening := text[:min(len(text), 3000)]
	if strings.Contains(opening, "各位代表") && strings.Contains(opening, "政府") &&
		containsAny(opening, "向大会报告", "向大会作", "审议") {
		return WorkReport
	}
	if strings.Contains(opening, "各位代表") && strings.Contains(top, "报告") && slices.ContainsFunc(head, givenToCongress) {
		return WorkReport
	}
	if l, ok := firstNumbered(text); ok && reviewsOrPlans(l) {
		return WorkReport
	}
	return ""
}

// calledWorkReport tells of a line above a report that calls it so, and not of the first sentences of news on one: 昨日会议开幕，县长作政府工作报告。
func calledWorkReport(line string) bool {
	return strings.Contains(line, "政府工作报告") && !strings.Contains(line, "。")
}

// givenToCongress tells of the line under a title that says when and where its report was given: 2001年2月15日在某区第十三届人民代表大会第四次会议上.
func givenToCongress(line string) bool {
	line = strings.Trim(line, "（）() ")
	_, dated := fullDate(line)
	return dated && strings.Contains(line, "人民代表大会") && (strings.HasSuffix(line, "会议上") || strings.HasSuffix(line, "会议"))
}

// titlesReport tells of the title of a report that does not call itself one of the government: 某局2017年工作总结和2018年工作思路, 在某镇人民代表大会
// 第三次会议上的报告（摘要）.
func titlesReport(line string) bool {
	if utf8.RuneCountInString(line) > 60 || strings.ContainsAny(line, "，。；！？") {
		return false
	}
	if strings.Contains(line, "人民代表大会") && strings.Contains(line, "会议上的") && containsAny(line, "上的报告", "上的工作报告") {
		return true
	}
	before, after, sumsUp := strings.Cut(line, "工作总结")
	ofYear := firstYear(before) > 0 && !containsAny(before, "上半年", "季度", "月", "届")
	return sumsUp && ofYear && (after == "" || startsAny(after, "和", "及", "暨", "与", "（", "(", "报告"))
}

// reportsOnPlans tells of the title of a report on how a plan or budget was carried out and on the next: 关于2016年预算执行情况和2017年预算草案的报告.
func reportsOnPlans(line string) bool {
	if utf8.RuneCountInString(line) > 60 || strings.ContainsAny(line, "，。；！？") || containsAny(line, aboutDrafts()...) {
		return false
	}
	done, next, both := strings.Cut(line, "执行情况")
	return both && carriedOut(line) > 0 && containsAny(done, "计划", "预算") && strings.Contains(next, "年") && containsAny(next, "草案", "安排") && strings.Contains(next, "报告")
}

// carriedOut is the year whose plan the title of a report says how it was carried out, 0 where it says no such.
func carriedOut(line string) int {
	done, _, told := strings.Cut(line, "执行情况")
	if !told {
		return 0
	}
	return firstYear(done)
}

// aboutDrafts are in the title of what others say of such a report, or do with it.
var aboutDrafts = phrases("about drafts")

// yearSummedUp is the year that the title of a report says is summed up, 0 where it says no such thing: 某县1997年扶贫攻坚工作总结.
func yearSummedUp(title string) int {
	before, _, _ := strings.Cut(title, "工作总结")
	if !titlesReport(title) || before == title {
		return 0
	}
	return firstYear(before)
}

// firstNumbered is the first heading with a 一、 or the like among the first lines of a text.
func firstNumbered(text string) (heading, bool) {
	lines := 0
	for l := range strings.Lines(text) {
		if h, ok := headingWords(l); ok && h.numbered && !h.sub {
			return h, true
		}
		if lines++; lines > 4 {
			break
		}
	}
	return heading{}, false
}

// reviewsOrPlans tells of a heading as they stand in work reports alone, of a part that has lost its title: 二、2024年工作目标任务.
func reviewsOrPlans(h heading) bool {
	first, _ := plainYears(h.text)
	return first != 0 && strings.Contains(h.text, "工作") && tense(h.text) != ""
}

// aboutReports are words of a headline over what is told of a report, and not over the report.
var aboutReports = []string{"政府工作报告》确定", "政府工作报告》提出", "政府工作报告》明确", "政府工作报告确定", "政府工作报告提出", "政府工作报告明确", "解读", "任务分解", "责任分解", "分工方案", "落实情况", "完成情况通报", "情况的通报", "督查", "诞生记", "热议", "起草"}

func containsAny(s string, words ...string) bool {
	for _, w := range words {
		if search.Holds(s, w) {
			return true
		}
	}
	return false
}

// reportDate finds the day a report was given, first in the line that names the meeting.
func reportDate(title string, head []string) (yiyuan.Date, string) {
	lines := append([]string{title}, head...)
	for pass := 0; pass < 2; pass++ {
		for k, l := range lines {
			if pass == 0 && !containsAny(l, "会议", "大会") && (k+1 >= len(lines) || k == 0 || !containsAny(lines[k+1], "会议", "大会")) {
				continue
			}
			if d, ok := fullDate(l); ok {
				return d, "heading: " + l
			}
		}
	}
	return yiyuan.Date{}, ""
}

// fullDate returns the first date of l with year, month and day.
func fullDate(l string) (yiyuan.Date, bool) {
	for _, e := range Scan(l) {
		if e.shape == point && e.a.told == printed && !e.a.short && e.a.days[0] > 0 && e.Role != Compared {
			d, _, _ := e.days(Context{})
			return d, true
		}
	}
	return yiyuan.Date{}, false
}

func communiqueYear(title string, head []string, text string, date yiyuan.Date) int {
	for _, l := range append([]string{title}, head...) {
		if strings.Contains(l, "公报") {
			if y := firstYear(l); y != 0 {
				return y
			}
		}
	}
	if y := firstYear(title); y != 0 {
		return y
	}
	if !date.IsZero() {
		return date.Year - 1
	}
	return firstYear(text[:min(len(text), 6000)])
}

// firstYear returns the first four-digit year printed in s.
func firstYear(s string) int {
	for _, e := range Scan(s) {
		if e.a.told == printed && !e.a.short && e.a.last == 0 && (e.shape == point || e.shape == span) {
			return e.a.year
		}
	}
	return 0
}

// reviewedYear weighs the headings, then the day of the report, then its title and its first sentences.
func reviewedYear(title, text string, date yiyuan.Date) int {
	given := 0
	if !date.IsZero() {
		if given = date.Year - 1; date.Month >= time.November {
			given = date.Year
		}
	}
	if y := headingYear(text, date); y != 0 {
		return y
	}
	if given != 0 {
		return given
	}
	if first, _, _ := strings.Cut(strings.TrimLeft(text, "\n"), "\n"); reportsOnPlans(first) {
		return carriedOut(first)
	}
	if reportsOnPlans(title) {
		return carriedOut(title)
	}
	if y := firstYear(title); y != 0 {
		if yearSummedUp(title) == y || sumsUp(text[:min(len(text), 3000)], y) {
			return y
		}
		return y - 1
	}
	return mostTold(text[:min(len(text), 3000)])
}

// sumsUp tells of the opening of a report that gives the results of a year, which its title is then of: 初步核算，2005年全省生产总值….
func sumsUp(opening string, year int) bool {
	if mostTold(opening) != year {
		return false
	}
	for _, e := range Scan(opening) {
		if e.shape != point || e.a.told != printed || e.a.year != year || e.Role == Compared {
			continue
		}
		clause, _, _ := strings.Cut(opening[e.End:], "。")
		if strings.HasSuffix(strings.TrimSuffix(opening[:e.Start], "，"), "核算") || containsAny(clause, "比上年增长", "同比增长", "比上年增加") {
			return true
		}
	}
	return false
}

// mostTold is the year that s prints most often, the first of those: one that others are only compared with is told less.
func mostTold(s string) int {
	times, best := map[int]int{}, 0
	var years []int
	for _, e := range Scan(s) {
		if e.a.told != printed || e.a.short || e.a.last != 0 || e.shape != point && e.shape != span || e.Role == Compared {
			continue
		}
		if times[e.a.year]++; times[e.a.year] == 1 {
			years = append(years, e.a.year)
		}
	}
	for _, y := range years {
		if times[y] > times[best] {
			best = y
		}
	}
	return best
}

// headingYear returns the year the headings review, told by the review itself or by the plan for the year after.
func headingYear(text string, date yiyuan.Date) int {
	for l := range strings.Lines(text) {
		h, ok := headingWords(l)
		if !ok || h.sub {
			continue
		}
		first, last := plainYears(h.text)
		y, told := first, tense(h.text)
		if first == last {
			told = tenseOfOnly(h.text, told)
		}
		if told == "target" {
			y = last
		}
		if y == 0 || !date.IsZero() && (y < date.Year-1 || y > date.Year+1) {
			continue
		}
		switch told {
		case "actual":
			return y
		case "target":
			return y - 1
		}
	}
	return 0
}

// tenseOfOnly is the tense of the only year in the heading of a summing up (总结) that plans as well: 工作总结及2021年工作计划 plans it,
// 2020年工作总结和工作打算 sums it up.
func tenseOfOnly(s, told string) string {
	before, after, found := strings.Cut(s, "年")
	switch {
	case !found || lastOf(s, planWords()) < 0:
		return told
	case strings.Contains(after, "总结"):
		return "actual"
	case strings.Contains(before, "总结"):
		return "target"
	}
	return told
}

// plainYears returns the first and the latest year of a heading, plans and spans of years aside.
func plainYears(s string) (first, last int) {
	for _, e := range Scan(s) {
		if e.shape == point && e.a.told == printed && !e.a.short && e.a.last == 0 && e.Role != Name {
			if first == 0 {
				first = e.a.year
			}
			last = max(last, e.a.year)
		}
	}
	return first, last
}

// reviewTerm finds the years of a review that reaches back further than one.
func reviewTerm(text string, reviewed int) [2]int {
	opening := text[:min(len(text), 9000)]
	behind := 0 // the line
	for l := range strings.Lines(text) {
		behind += len(l)
		h, ok := headingWords(l)
		if !ok || tense(h.text) != "actual" {
			continue
		}
		for _, e := range Scan(h.text) {
			if e.a.last > 0 && (e.shape == point) && e.a.last-reviewed <= 0 && reviewed-e.a.last <= 1 {
				return [2]int{e.a.year, e.a.last}
			}
		}
		if containsAny(h.text, "五年", "届政府", "届人民政府") && (h.numbered && !h.sub || containsAny(h.text, "回顾", "过去五年", "过去的五年")) {
			if first := yearOpening(text[behind:]); first > 0 && reviewed-first >= 3 && reviewed-first <= 6 {
				return [2]int{first, reviewed}
			}
			return [2]int{reviewed - termLength(opening) + 1, reviewed}
		}
	}
	if containsAny(text[:min(len(text), 2400)], "报告过去五年", "任期即将结束", "任期已满", "任期届满", "五年届满", "过去五年政府工作") {
		return [2]int{reviewed - termLength(opening) + 1, reviewed}
	}
	return [2]int{}
}

// yearOpening is the year since when the first sentence below the heading of a review says that it tells, 0 for none: 2017年以来，市政府….
func yearOpening(below string) int {
	below = strings.TrimLeft(below, " \t\r\n\u3000\u00a0")
	said, _, _ := strings.Cut(below[:min(len(below), 60)], "，")
	if !strings.HasSuffix(said, "年以来") {
		return 0
	}
	for _, e := range Scan(said) {
		if e.Role == Since && e.a.told == printed && e.Start == 0 {
			return e.a.year
		}
	}
	return 0
}

// termLength counts which …年来 the opening speaks of, or else which 的…年: a term may have been cut short.
func termLength(opening string) int {
	for _, said := range [][]string{{"三年来", "四年来", "五年来"}, {"的三年", "的四年", "的五年"}} {
		best, n := 0, 0
		for k, w := range said {
			if c := search.Count(opening, w); c > best {
				best, n = c, k+3
			}
		}
		if n > 0 {
			return n
		}
	}
	return 5
}
