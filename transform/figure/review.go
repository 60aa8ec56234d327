package figure

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"yiyuan"
	"yiyuan/transform/period"
	"yiyuan/transform/segment"
	"yiyuan/transform/unit"
)

// This file follows the turns of a work report: from the review of the year to that of the term, to what is to come, and to the tasks of
// the year.

// turnsToTasks tells of a line with which a report goes over from its review to the tasks of the coming year, by its words or by what stands under it.
func (r *reader) turnsToTasks(l segment.Line, line string) (period.Period, bool) {
	if r.heading.status != "actual" {
		return period.Period{}, false
	}
	if p, ok := period.TurnsToTasks(line, r.Report); ok && (l.Start > len(r.text)/longestReview || opensOnYearsAims(line)) {
		return p, true
	}
	if l.Kind != segment.Heading && l.Mark == l.Start {
		return period.Period{}, false
	}
	return period.PlansFrom(r.text[l.Start:], r.Report)
}

// opensOnYearsAims tells of a line that goes at once into the aims of a year, wherever it stands: 今年经济社会发展的主要预期目标是：….
func opensOnYearsAims(line string) bool {
	lead, list, told := strings.Cut(strings.TrimLeft(line, " 　"), "目标是")
	return told && utf8.RuneCountInString(lead) < longestTopic && !strings.ContainsAny(lead, "，。；") && strings.ContainsAny(list, "0123456789")
}

// longestReview is the part of a report, one of so many, that is surely still its review.
const longestReview = 6

// turnsToLastYear tells of a paragraph by which a review of several years turns to its last: 刚刚过去的2022年，是….
func (r *reader) turnsToLastYear(text string, p period.Period) bool {
	h := r.heading.period
	if r.Report.Kind == "" || !r.heading.has || !overYears(h) || p != period.Year(h.End.Year) {
		return false
	}
	return holdsAny(text, introducingYear())
}

// introducingYear are words by which a review says what a year was like.
var introducingYear = phrases("introducing a year")

// turnsToTerm tells of a paragraph without figures by which a review of the year goes over to that of the term, whose paragraphs follow:
// “十三五”圆满收官。五年来，面对…. One that closes the review and gives thanks leads to none.
func (r *reader) turnsToTerm(said string, p period.Period) bool {
	last := r.Report.Reviewed
	byPlan := strings.Contains(said, "十") // “十三五”以来
	if r.Report.Kind != period.WorkReport || !byPlan && !strings.Contains(said, "年") || !r.termUpToReviewed(p) {
		return false
	}
	line, next, _ := strings.Cut(r.text[r.lineStart:], "\n")
	next, _, _ = strings.Cut(strings.TrimLeft(next, "\n \u3000"), "\n")
	if holdsAny(line, leadsToWork()) {
		return !holdsAny(line, closings())
	}
	if byPlan || holdsAny(line, closings()) || len(unit.Scan(line)) >= fewFigures {
		return false
	}
	ofYear := holdsAny(next, wordsOfReviewedYear()) || strings.Contains(next, strconv.Itoa(last)+"年是")
	return !ofYear && !holdsAny(next, closings()) && len(next) > shortTitle && strings.ContainsAny(next, "0123456789")
}

// termUpToReviewed tells of a span of three to six years that ends with the year a report reviews, where its review of the year is read.
func (r *reader) termUpToReviewed(p period.Period) bool {
	h, last := r.heading.period, r.Report.Reviewed
	if last == 0 || r.heading.status != "actual" || h != period.Year(last) {
		return false
	}
	return p.Kind == period.During && p.End == h.End && !p.Start.IsZero() && p.Start.Year <= last-2 && p.Start.Year >= last-5
}

// wordsOfReviewedYear are words for the one year that a report reviews.
var wordsOfReviewedYear = phrases("words of the reviewed year")

// turnsToComingTerm tells of a paragraph that opens with the plan for the years after those reviewed, and so leads from their
// review to what is aimed at: “十四五”时期是开启新征程的第一个五年.
func (r *reader) turnsToComingTerm(text string, p period.Period) bool {
	last := r.Report.Reviewed
	if r.Report.Kind != period.WorkReport || last == 0 || r.heading.status != "actual" {
		return false
	}
	if p.Start.Year != last+1 || p.End.Year != last+5 || !r.atLineStart() {
		return false
	}
	return strings.HasPrefix(strings.TrimLeft(text, "“\"*# "), "十") && strings.Contains(firstClause(text), "时期")
}

// leadsToWork are how a paragraph ends that leads to what was done.
var leadsToWork = phrases("leads to work done")

// fewFigures is how many numerals, years and names of plans among them, a paragraph has at most that only leads to others; shortTitle how many
// bytes a line has at least that tells something.
const fewFigures, shortTitle = 8, 150

// closings are words of the paragraphs that end a review.
var closings = phrases("closings of a review")

// ruleSection lets the time a paragraph opens with rule what follows, under a heading that names a span and its last year.
func (r *reader) ruleSection(p period.Period) {
	if p.Kind == period.During && (p.Start.Year == p.End.Year && p.End.Year == r.heading.period.End.Year || p.Start.Year < p.End.Year) {
		r.heading.period = p
	}
}

// turnsToYearsAims lets the aims of the coming year rule what follows them, under a heading over those of a whole term: 今年…，主要预期目标是….
// The year is named in their paragraph or opens the one before.
func (r *reader) turnsToYearsAims(start, end int) {
	h, year := r.heading.period, r.Report.Planned
	if year == 0 || r.heading.status != "target" || h.Kind != period.During || h.Start.Year == h.End.Year {
		return
	}
	if h.Start.Year > year || h.End.Year < year || !holdsAny(r.text[start:end], aimsOfYear()) {
		return
	}
	of := strconv.Itoa(year) + "年"
	told := r.text[r.lineStart:end]
	before := r.text[r.paragraphBefore():r.lineStart]
	if !holdsAny(told, []string{"今年", of}) && !startsWithAny(before, []string{"今年", of}) {
		return
	}
	if !holdsAny(told, comingFiveYears()) && !strings.Contains(told, "到"+strconv.Itoa(h.End.Year)+"年") {
		r.heading.period = period.Year(year)
	}
}

// comingFiveYears are words for the five years to come.
var comingFiveYears = phrases("coming five years")

// paragraphBefore is where the paragraph before that of the sentence begins.
func (r *reader) paragraphBefore() int {
	end := len(strings.TrimRight(r.text[:r.lineStart], " \n\u3000"))
	return strings.LastIndexByte(r.text[:end], '\n') + 1
}

var aimsOfYear = phrases("aims of the year")

// yearsOf lets 五年 at the head of a clause of a review rule what follows: 五年累计完成投资….
func (r *reader) yearsOf(i int) {
	q := r.toks[i].q
	if q.Kind != "duration" || q.Unit.Code != "year" || r.heading.status == "target" {
		return
	}
	if r.Report.Reviewed == 0 {
		r.yearsSummedUp(i)
		return
	}
	if !r.opens(i) && !r.praisesYears(i) {
		return
	}
	if strings.HasSuffix(r.text[r.start:r.toks[i].start], "“") || startsWithAny(r.text[r.toks[i].end:], namedByYears()) {
		return
	}
	n, err := q.Value.Int64()
	if err != nil || n < 2 || n > 10 {
		return
	}
	first, last := period.Year(r.Report.Reviewed-int(n)+1), period.Year(r.Report.Reviewed)
	r.sentence.period, r.sentence.has = period.Period{Kind: period.During, Start: first.Start, End: last.End}, true
	if r.lastMeasured < 0 {
		r.opened = r.sentence
	}
}

// yearsSummedUp lets so many years in the news rule the sum behind them, those told of in the paragraph or, where it names no time, the last:
// 五年累计投入6亿元.
func (r *reader) yearsSummedUp(i int) {
	n, err := r.toks[i].q.Value.Int64()
	if err != nil || n < 2 || n > 20 || r.Report.Kind != "" || r.Reference.IsZero() || !r.opens(i) || !startsWithAny(r.text[r.toks[i].end:r.end], summedBehindYears()) {
		return
	}
	years := period.Period{Kind: period.During}
	told := r.lastSince(r.lineStart, func(f *yiyuan.Fact) bool {
		return f.PeriodKind == period.During && !f.PeriodStart.IsZero() && f.PeriodEnd.Year-f.PeriodStart.Year+1 == int(n)
	})
	_, has := r.inForce()
	switch {
	case told != nil:
		years.Start, years.End = told.PeriodStart, told.PeriodEnd
	case !has:
		years.Start, years.End = period.Year(r.Reference.Year-int(n)).Start, r.Reference
	default:
		return
	}
	r.sentence.period, r.sentence.has = years, true
}

// summedBehindYears are words behind a number of years for what they come to.
var summedBehindYears = phrases("summing up years")

// praisesYears tells of a sentence that only says what years the paragraph is of: 这是经济实力大幅提升的五年; “十三五”时期 before it says which.
func (r *reader) praisesYears(i int) bool {
	if r.sentence.has && overYears(r.sentence.period) || i == 0 || r.toks[i-1].text != "的" {
		return false
	}
	before, behind := r.text[r.start:r.toks[i].start], r.text[r.toks[i].end:r.end]
	return strings.Trim(behind, "。！* ") == "" && strings.Contains(before, "是")
}
