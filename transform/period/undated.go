package period

import (
	"slices"
	"strings"
	"time"

	"yiyuan"
)

// This file dates a story that carries no stamp: by who signed it, by the years that its title plans for or looks back on, by the last time it tells of.

// latest dates a story that carries no stamp by the last time it tells of. A month or a year is told of once it is
// over, and its figures come in the month after.
func (s signs) latest() Dating {
	if d, said, ok := s.signed(); ok {
		return Dating{Day: d, Evidence: "heading: " + said}
	}
	if d, said, ok := s.datedBelow(); ok {
		return Dating{Day: d, Evidence: "foot: " + said}
	}
	last, lastDay := s.lastPrinted()
	if d := s.accountOfPlan(); !d.Day.IsZero() && lastDay.Before(d.Told) {
		return d
	}
	if lastDay.IsZero() {
		return s.beforeWhatComes()
	}
	if last.shape == point && !last.a.monthly() && startsAny(s.text[last.End:], "快过去", "即将过去", "就要过去", "行将过去") {
		return Dating{Day: lastDay, Evidence: "text: " + last.Text + " is nearly over"}
	}
	if on, day, ok := s.dayInQuotes(last); ok {
		last, lastDay = on, day
	}
	if later, day, ok := s.monthsAfter(last, lastDay); ok {
		last, lastDay = later, day
	}
	if s.forecasts(last) {
		return Dating{Day: s.withinYear(lastDay.Year), Evidence: "text: " + last.Text + " is not over, since its sentence says what to expect"}
	}
	if day, said, ok := s.scene(last); ok {
		return Dating{Day: day, Evidence: "text: " + said + " is when it was seen"}
	}
	if day, said, ok := s.openingDay(last); ok {
		return Dating{Day: day, Evidence: "text: " + said + " is the day of what " + last.Text + " names"}
	}
	if day, said := s.countedUpTo(last); !day.IsZero() {
		return Dating{Day: day, Evidence: "text: " + said + " is the day up to which the year of the title is told of"}
	}
	if now, ok := s.toldWithin(lastDay.Year); ok {
		return Dating{Day: s.withinYear(lastDay.Year), Evidence: "text: " + now + " is told of as the running year"}
	}
	return s.notBefore(last, lastDay)
}

// lastPrinted is the last time with its year that a story tells of as past, and its last day.
func (s signs) lastPrinted() (last Expr, day yiyuan.Date) {
	for _, e := range s.exprs {
		if e.shape != point && e.shape != span || e.Role == Name || e.Role == Compared || e.a.told != printed || e.a.short || e.a.last > 0 {
			continue
		}
		if s.ahead(e) || s.acrossNewYear(e) || s.holidayToCome(e) || s.onlySetsOut(e) {
			continue
		}
		if _, end, ok := e.days(Context{Reference: yiyuan.Date{Year: 9998}}); ok && !end.Before(day) {
			if end == day && last.a.monthly() {
				continue
			}
			last, day = e, end
		}
	}
	return last, day
}

// onlySetsOut tells of a year that something has grown from, to what it comes to now: 年人均纯收入已由2014年的3020元增至近3.6万元.
func (s signs) onlySetsOut(e Expr) bool {
	before := s.text[:e.Start] + e.Text[:len(e.Text)-len(strings.TrimLeft(e.Text, "由从"))]
	if e.shape != point || e.a.monthly() || !strings.HasSuffix(before, "由") && !strings.HasSuffix(before, "从") {
		return false
	}
	_, to := sentenceAround(s.text, e.Start, e.End)
	rest, _, _ := strings.Cut(s.text[e.End:to], "，")
	return strings.HasPrefix(rest, "的") && containsAny(rest, grown()...)
}

// notBefore dates a story by the last time it tells of and by what it tells of behind that: a month of 今年, a day without a year, or the month in
// which the figures of a month or a year come.
func (s signs) notBefore(last Expr, lastDay yiyuan.Date) Dating {
	why := "text: the latest time told of is " + last.Text
	if year := lastDay.Year + 1; s.month > 0 && !last.a.monthly() && last.shape == point {
		return Dating{Day: s.latestOf(year), Evidence: "text: " + s.said + " comes after " + last.Text}
	}
	final := last.a
	if last.shape == span {
		final = last.b
	}
	if final.days[0] > 0 {
		if d, said := s.dayBetween(lastDay, yiyuan.NewDate(lastDay.Year, lastDay.Month+1, lastDay.Day)); !d.IsZero() && d.Year == lastDay.Year {
			return Dating{Day: d, Evidence: "text: " + said + " comes after " + last.Text}
		}
	}
	if last.shape == point && final.monthly() && final.months[0] == final.months[1] && last.mod == plain && !s.measures(last) {
		return Dating{Day: lastDay, Evidence: why} // 2022年11月的一个夜晚
	}
	if lastDay == Year(lastDay.Year).End && s.drawsToEnd(last) {
		return Dating{Day: lastDay, Evidence: why}
	}
	if final.days[0] == 0 && (last.mod != until || lastDay == Year(lastDay.Year).End) {
		later := yiyuan.NewDate(lastDay.Year, lastDay.Month+2, 0)
		if d, said := s.dayBetween(lastDay, yiyuan.NewDate(lastDay.Year, lastDay.Month+3, 0)); !d.IsZero() {
			return Dating{Day: d, Evidence: "text: " + said + " comes after " + last.Text}
		}
		if final.holiday != "" {
			return Dating{Day: lastDay, Evidence: why}
		}
		return Dating{Day: later, Told: lastDay, Evidence: why + ", its figures come a month later"}
	}
	return Dating{Day: lastDay, Evidence: why}
}

// forecasts tells of a year whose sentence says what it is expected to come to: 2012年全县栽姜6万亩，预计收姜18万吨.
func (s signs) forecasts(year Expr) bool {
	if year.shape != point || year.a.monthly() || year.mod != plain || year.a.edge != whole {
		return false
	}
	_, to := sentenceAround(s.text, year.Start, year.End)
	rest := s.text[year.End:to]
	for _, w := range expecting() {
		if at := strings.Index(rest, w); at >= 0 {
			from, until := year.End, year.End+at+len(w)+len("，今")
			return !slices.ContainsFunc(s.exprs, func(e Expr) bool { return from <= e.Start && e.Start < until })
		}
	}
	return false
}

// expecting are words for what is expected and not yet known.
var expecting = phrases("expecting")

// scene is the day of a year printed without its month on which a story that speaks of now says that something was seen: 9月4日清晨，渔家女边晒网边说.
func (s signs) scene(year Expr) (day yiyuan.Date, said string, seen bool) {
	if year.shape != point || year.a.monthly() || year.mod != plain || s.month > 0 || !containsAny(s.text, speaksOfNow()...) {
		return day, "", false
	}
	for _, e := range s.exprs {
		if !e.DayOnly() || !startsAny(s.text[e.End:], partsOfDay()...) {
			continue
		}
		_, end, ok := e.days(Context{Reference: Year(year.a.year).End, Year: year.a.year})
		if ok && day.Before(end) {
			day, said, seen = end, e.Text, true
		}
	}
	return day, said, seen
}

// openingDay is the day that a story of 今年 or 今天 begins with, on which something was held that is named after its year: 4月16日，我县举行2019年重点项目集中开工
// 仪式. What is held about the turn of the year may be of the one before or behind it.
func (s signs) openingDay(year Expr) (day yiyuan.Date, said string, found bool) {
	if year.shape != point || year.a.monthly() || year.mod != plain || !containsAny(s.text, "今年", "今天") {
		return day, "", false
	}
	from, to := sentenceAround(s.text, year.Start, year.End)
	held, _, _ := strings.Cut(s.text[year.End:to], "，")
	if !containsAny(held, heldInYear()...) {
		return day, "", false
	}
	for _, e := range s.exprs {
		if e.Start < from || e.End > year.Start || !e.DayOnly() || e.Start-from > longestLead {
			continue
		}
		if _, d, ok := e.days(Context{Reference: Year(year.a.year).End, Year: year.a.year}); ok && d.Month > time.February && d.Month < time.December {
			return d, e.Text, true
		}
	}
	return day, "", false
}

// longestLead is how many bytes stand at most before the day that a story begins with, heldInYear are names of what is held once or more in a year.
const longestLead = 60

var heldInYear = phrases("held in a year")

// partsOfDay stand behind the day of a scene, speaksOfNow are words of a story for the time it is told at.
var partsOfDay, speaksOfNow = phrases("parts of a day"), phrases("speaks of now")

// dayInQuotes is the day that a year is printed right before, its name in quotation marks: 2016年“双11”当天.
func (s signs) dayInQuotes(year Expr) (on Expr, day yiyuan.Date, found bool) {
	if year.shape != point || year.a.monthly() || year.mod != plain {
		return on, day, false
	}
	for _, e := range s.exprs {
		if e.Start == year.End+len("“") && e.shape == point && e.a.told == unsaid && e.a.days[0] > 0 {
			_, day, found = e.days(Context{Year: year.a.year, Reference: Year(year.a.year).End})
			return e, day, found
		}
	}
	return on, day, false
}

// toldWithin finds words by which a story says that it is told within a year that it names: 2009年春节临近, 近日，在2016年全市推进会上.
func (s signs) toldWithin(year int) (string, bool) {
	if s.month > 0 {
		return "", false // a month of 今年 tells better
	}
	for _, e := range s.exprs {
		if e.shape != point || e.a.told != printed || e.a.short || e.a.last > 0 || e.a.monthly() || e.a.year != year || e.mod != plain {
			continue
		}
		before, after := s.text[max(0, e.Start-36):e.Start], s.text[e.End:min(len(s.text), e.End+60)]
		clause, _, _ := strings.Cut(after, "，")
		switch {
		case startsAny(after, nowOfYear()...):
			return e.Text, true
		case endsIn(before, []string{"在", "从"}) && containsAny(before, lately()...) && containsAny(clause, meetingsOfYear()...):
			return e.Text, strings.Contains(s.text, "今年") || strings.Contains(s.text, "去年")
		}
	}
	return "", false
}

// countedUpTo is the last day up to which a story counts what has been done 今年, where its title prints that year and no later one is told of: 某区2018年实事
// 账单…。今年干得如何？截至12月9日，办好21件.
func (s signs) countedUpTo(year Expr) (day yiyuan.Date, said string) {
	if year.shape != point || year.a.monthly() || year.Start > longestTitle || !strings.Contains(s.firstLine(), year.Text) || !strings.Contains(s.text, "今年") {
		return day, ""
	}
	for _, e := range s.exprs {
		if !e.DayOnly() || e.mod != until || s.ahead(e) {
			continue
		}
		if _, d, ok := e.days(Context{Reference: Year(year.a.year).End, Year: year.a.year}); ok && day.Before(d) {
			day, said = d, e.Text
		}
	}
	return day, said
}

// withinYear is the last day that a story told within a year tells of, the end of January where it names none.
func (s signs) withinYear(year int) yiyuan.Date {
	day := s.latestOf(year)
	if day.Month == time.January && day.Day == 1 {
		day.Day = 31
	}
	return day
}

// nowOfYear are what stands behind the year that a story is told in, lately words for the last days, and meetingsOfYear what a year's
// meeting is called.
var nowOfYear, lately, meetingsOfYear = phrases("now of a year"), phrases("lately"), phrases("meetings of a year")

// beforeWhatComes dates a story whose only years are to come, one that forecasts a year and tells of months of 今年, by the year before.
func (s signs) beforeWhatComes() Dating {
	for _, e := range s.exprs {
		switch {
		case e.shape != point || e.a.told != printed || e.a.short || e.a.monthly() || e.Role == Name || !s.ahead(e):
		case s.month > 0:
			return Dating{Day: s.latestOf(e.a.year - 1), Evidence: "text: " + s.said + " comes before " + e.Text}
		case strings.Contains(s.text, "去年") && startsAny(s.text[e.End:], askedAhead()...):
			return Dating{Day: yiyuan.Date{Year: e.a.year, Month: time.January, Day: 31}, Evidence: "text: " + e.Text + " is planned for, after 去年"}
		}
	}
	return Dating{Evidence: "no evidence"}
}

// askedAhead follow a year that someone is asked about, or says, what is meant to be done in: 2014年怎么打算？
var askedAhead = phrases("asked ahead")

func (s signs) firstLine() string {
	line, _, _ := strings.Cut(strings.TrimLeft(s.text, "\n"), "\n")
	return line
}

// holidayToCome tells of a year that only says of which year the New Year is that draws near: 2009年春节临近.
func (s signs) holidayToCome(e Expr) bool {
	if e.shape != point || e.a.monthly() {
		return false
	}
	after := strings.TrimLeft(s.text[e.End:], "“”")
	if e.a.holiday != "" {
		return startsAny(after, drawingNear()...)
	}
	return startsAny(after, newYears()...)
}

// newYears are the holidays at the beginning of a year, drawingNear what is said of one before it comes.
var newYears, drawingNear = phrases("holidays of the new year"), phrases("drawing near")

// accountOfPlan dates an account of what a plan has brought by the month behind its last year: 某市“十三五”交通发展情况.
func (s signs) accountOfPlan() Dating {
	title := strings.TrimSpace(s.firstLine())
	if !endsIn(title, accountsOfPlans()) || strings.Contains(title, "中期") {
		return Dating{}
	}
	for _, e := range Scan(title) {
		if p, ok := e.Resolve(Context{}); ok && p.Kind == During && p.End.Year == p.Start.Year+4 {
			day := yiyuan.Date{Year: p.End.Year + 1, Month: time.January, Day: 31}
			return Dating{Day: day, Told: p.End, Evidence: "text: the years of " + e.Text + " are over"}
		}
	}
	return Dating{}
}

// accountsOfPlans end the titles of accounts of what a plan has brought.
var accountsOfPlans = phrases("accounts of plans")

// drawsToEnd tells of a year that is not over yet, but nearly so: 2018年快过去了; 2012年末，产值有望突破百亿元.
func (s signs) drawsToEnd(e Expr) bool {
	_, to := sentenceAround(s.text, e.Start, e.End)
	if containsAny(s.text[e.End:min(to, e.End+30)], nearlyOver()...) {
		return true
	}
	return e.shape == point && e.a.edge == closing && e.mod == plain && (strings.HasSuffix(e.Text, "岁末") || containsAny(s.text[e.End:to], "有望", "预计"))
}

// signed is the month that whoever gives a document puts under its title, with nothing else in the line: 某镇人民政府 2005年1月, 在会议上的讲话（2005年1月8日）.
func (s signs) signed() (yiyuan.Date, string, bool) {
	for _, e := range s.exprs {
		if e.Start > longestTitle {
			break
		}
		if e.shape != point || e.a.told != printed || !e.a.monthly() || e.mod != plain {
			continue
		}
		if below := strings.TrimPrefix(s.text[e.End:], "）"); below != "" && below[0] != '\n' {
			continue
		}
		line := s.text[strings.LastIndexByte(s.text[:e.Start], '\n')+1 : e.Start]
		giver := strings.TrimRight(line, " \u3000（")
		if giver == line || strings.ContainsAny(giver, "，。：；、") || !endsIn(giver, givesDocuments()) {
			continue
		}
		_, end, ok := e.days(Context{})
		return end, e.Text, ok
	}
	return yiyuan.Date{}, "", false
}

// datedBelow is the day or month that a text ends with, on a line of its own or in its last brackets, whoever wrote it named before: 二〇一二年五月,
// （口述：村民甲；采访时间：2022年10月25日）.
func (s signs) datedBelow() (yiyuan.Date, string, bool) {
	n := len(s.exprs)
	if n == 0 {
		return yiyuan.Date{}, "", false
	}
	e := s.exprs[n-1]
	if e.shape != point || e.a.told != printed || e.a.short || !e.a.monthly() || e.mod != plain || e.a.edge != whole {
		return yiyuan.Date{}, "", false
	}
	if strings.Trim(s.text[e.End:], "）)】]。 \u3000\n整理供稿摄采写讯电") != "" {
		return yiyuan.Date{}, "", false
	}
	before := s.text[:e.Start]
	line := before[strings.LastIndexByte(before, '\n')+1:]
	bracket := max(strings.LastIndex(line, "（"), strings.LastIndex(line, "("))
	if bracket < 0 && (len(line) > longestSigner || strings.ContainsAny(line, "，。；")) {
		return yiyuan.Date{}, "", false
	}
	_, end, ok := e.days(Context{})
	return end, e.Text, ok
}

// longestSigner is how many bytes stand at most before the day that a text ends with, on its line.
const longestSigner = 60

// givesDocuments end the names of those who sign a document.
var givesDocuments = phrases("gives documents")

// monthsAfter is the last time that a story whose latest printed year comes with its month measures without a year, behind that or before any: 2003年4月下旬以来…，5月份下降八成.
func (s signs) monthsAfter(last Expr, lastDay yiyuan.Date) (later Expr, day yiyuan.Date, found bool) {
	if !last.a.monthly() && last.shape == point {
		return later, day, false
	}
	dated := false
	for _, e := range s.exprs {
		dated = dated || e.a.told == printed || e.a.told == counted
		if dated && e.Start < last.End || !e.monthsAlone() || e.Role == Name || e.Role == Compared {
			continue
		}
		if s.ahead(e) || s.namesMeeting(e) || !s.measures(e) && (dated || !s.over(e)) {
			continue
		}
		_, end, ok := e.days(Context{Reference: Year(lastDay.Year).End, Year: lastDay.Year})
		if ok && end.Year == lastDay.Year && lastDay.Before(end) && int(end.Month) <= int(lastDay.Month)+monthsOn && day.Before(end) {
			later, day, found = e, end, true
		}
	}
	return later, day, found
}

// namesMeeting tells of a quarter or month in the name of a meeting: 第二季度调度会.
func (s signs) namesMeeting(e Expr) bool { return startsAny(s.text[e.End:], meetingsOfYear()...) }

// monthsAlone tells of months whose year is not told: 5月份, 上半年.
func (e Expr) monthsAlone() bool {
	return (e.shape == point || e.shape == span) && e.a.told == unsaid && e.a.monthly() && e.a.days[0] == 0 && e.mod == plain
}

// monthsOn is how many months a month without a year lies behind the last printed one, unless it is of the year before.
const monthsOn = 3

var nearlyOver = phrases("nearly over")

func endsIn(text string, words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.HasSuffix(text, w) })
}

// dayBetween is the last day without a year that a story tells of behind what it counts up to and not after another day, and its words.
func (s signs) dayBetween(after, upTo yiyuan.Date) (last yiyuan.Date, said string) {
	for _, e := range s.exprs {
		if e.Role == Name || e.Role == Compared || e.mod == since || s.ahead(e) {
			continue
		}
		if e.BareDay() {
			d := yiyuan.Date{Year: after.Year, Month: after.Month, Day: e.a.days[1]} // 9月2日…。至11日
			if after.Day > 0 && after.Before(d) && last.Before(d) && d == yiyuan.NewDate(d.Year, d.Month, d.Day) {
				last, said = d, e.Text
			}
		}
		if !e.DayOnly() {
			continue
		}
		for year := after.Year; year <= upTo.Year; year++ { // 12月20日 behind 2000年头11个月
			if _, d, ok := e.days(Context{Reference: upTo, Year: year}); ok && after.Before(d) && !upTo.Before(d) && last.Before(d) {
				last, said = d, e.Text
			}
		}
	}
	return last, said
}
