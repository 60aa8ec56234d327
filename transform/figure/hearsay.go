package figure

import (
	"strings"
	"unicode/utf8"

	"yiyuan"
	"yiyuan/transform/period"
	"yiyuan/transform/segment"
)

// This file tells the day on which the news only heard something from the day on which it happened: the first dates nothing, whether its
// sentence has figures (heardOn) or none (hearing), and what opens behind it opens the sentence (opensAfterHearsay).

// hearing is where the lead of a day that the news was only heard on ends, 0 for any other time.
func hearing(text string, e *period.Expr) int {
	if !e.Day() {
		return 0
	}
	lead := text[e.End:min(len(text), e.End+120)]
	if !byReporter(text[:e.Start], lead) {
		return 0
	}
	for _, w := range onlyHeard().words {
		if i := strings.Index(lead, w); i >= 0 {
			return e.End + i + len(w)
		}
	}
	return 0
}

// heardOn tells of the day that the reporter of the news only heard something on: 记者8日从市统计局获悉，.
func (r *reader) heardOn(i int) bool {
	t := &r.toks[i]
	clause := strings.TrimLeft(withoutDay(r.text[t.end:r.end]), "，, ")
	if r.Report.Kind != "" || !t.e.Day() && !strings.HasSuffix(t.text, "日") || !byReporter(r.text[r.start:t.start], clause) {
		return false
	}
	end := strings.IndexAny(clause, "，,：:。；")
	return end > 0 && endsWithAny(clause[:end], hearsay())
}

// givenOutOn tells of the day on which a body of the news gave out what it tells behind: 统计局今天发布的数据显示，. It is none of the figures.
func (r *reader) givenOutOn(i int) bool {
	t := &r.toks[i]
	if r.Report.Kind != "" || !t.e.Day() {
		return false
	}
	rest := strings.TrimLeft(trimAhead(withoutDay(r.text[t.end:r.end]), partsOfDays().words...), "，, ")
	clause := firstClause(rest)
	if givesOutReport(clause) {
		return true // 28日晚间，某公司发布年报：公司去年实现营收46亿元
	}
	if endsWithAny(clause, pressMeetings()) && holdsAny(r.text[t.end:r.end], saying()) {
		return true // 今天举行的新闻发布会上，有关负责人介绍，
	}
	if j := strings.Index(clause, "显示"); j > 0 {
		clause = clause[:j+len("显示")]
	}
	return len(clause) < r.end-t.end && !strings.ContainsAny(clause, "0123456789") && (endsWithAny(clause, toldInStatement()) || madeKnown().has(clause))
}

// surveyedOn puts in force, as one at which things stand, the day on which the news says that what it tells was counted or read off: 据烟草公司11月5日统计，
// 据12个粮站7月3日采集的数据：.
func (r *reader) surveyedOn(i int) bool {
	t := &r.toks[i]
	if r.Report.Kind != "" || i == 0 || !t.e.Day() && !strings.HasSuffix(t.text, "日") {
		return false
	}
	clause := firstClause(r.text[t.end:r.end])
	sourced := startsWithAny(clause, surveying()) && strings.Contains(r.text[r.start:t.start], "据")
	counted := endsWithAny(r.text[r.start:t.start], daysOfCensus())
	if !sourced && !counted && (len(clause) > longestSurvey || !endsWithAny(clause, surveysOfBodies())) {
		return false
	}
	p, ok := r.resolveTime(t.e)
	if !ok || r.Reference.Before(p.End) {
		return false
	}
	r.takeTime(i, period.Period{Kind: period.AsOf, End: p.End})
	r.sentence.stock, r.sentence.read = true, true
	r.opened = r.sentence
	return true
}

// daysOfCensus lead to the day at which a census counts: 标准时点为2013年12月31日.
var daysOfCensus = phrases("days of a census")

// surveysOfBodies end a clause on no more than who looked at how things stand: 农业部12日农情调度，; longestSurvey is how many bytes lead from the day to
// that at most.
var surveysOfBodies = phrases("surveys of bodies")

const longestSurvey = 24

// surveying are words right behind the day on which something was counted or read off.
var surveying = phrases("surveying")

// partsOfDays stand behind a day and say when in it: 28日晚间.
var partsOfDays = phrases("parts of days")

// givesOutReport tells of a clause that is no more than who gives out what: 某公司披露三季报：.
func givesOutReport(clause string) bool {
	if i := strings.IndexAny(clause, "：:"); i >= 0 {
		clause = clause[:i]
	}
	report := trimAny(clause, givenOutReports().words...)
	if report == clause || holdsDigits(clause) {
		return false
	}
	at := lastOf(report, givingOutWords())
	return at >= 0 && utf8.RuneCountInString(report[at:]) <= longestReport && !strings.ContainsAny(report[at:], "的、")
}

// givenOutReports are what is given out, longestReport how many characters lead to it at most from the verb on: 披露了前三季度.
var givenOutReports = phrases("reports given out")

var givingOutWords = phrasesByFirst("giving out figures")

const longestReport = 8

// pressMeetings are where a body meets the press, as a clause ends that says so.
var pressMeetings = phrases("press meetings")

// withoutDay drops the brackets that a clause begins with, （7月2日）, or what is left of them behind the day in them.
func withoutDay(clause string) string {
	if _, after, ok := strings.Cut(clause, "）"); ok && strings.HasPrefix(clause, "（") {
		return after
	}
	return strings.TrimPrefix(clause, "）")
}

// toldInStatement ends such a clause, madeKnown is all that stands behind the day in one that begins with the body: 商务部今天（5月6日）通报，.
var toldInStatement, madeKnown = phrases("told in a statement"), phrases("made known")

// opensAfterHearsay tells of what opens a sentence but for who told it: 记者从市统计局获悉，去年….
func opensAfterHearsay(before string) bool {
	clause := strings.TrimRight(before, "，,")
	return clause != before && !strings.ContainsAny(clause, "，,") && endsWithAny(clause, hearsay())
}

// hearsay ends such a clause, onlyHeard says wherever it stands that something was heard or made known.
var hearsay, onlyHeard = phrases("hearsay"), phrases("heard")

// byReporter tells of a day right before or behind the 记者 who heard something on it.
func byReporter(before, after string) bool {
	before = trimBehind(strings.TrimRight(before, "（("), sameDays().words...) // 记者今天（3月15日）
	return endsWithAny(before, reporters()) || startsWithAny(strings.TrimLeft(after, "，, "), reporters())
}

var reporters = phrases("reporters")

// sameDays are words for a day whose date follows in a bracket.
var sameDays = phrases("days before their date")

// dayOf is the day that the first sentence of a story says it happened on, none where that is the day it was heard.
func (r *reader) dayOf(l segment.Line) yiyuan.Date {
	text := r.text[l.Mark:l.End]
	if i := strings.Index(text, "。"); i >= 0 {
		text = text[:i]
	}
	exprs := period.Scan(text)
	for i := range exprs {
		e := &exprs[i]
		if e.Role == period.Since || e.Role == period.Until || e.Now() {
			return yiyuan.Date{}
		}
		if !e.Day() || endsWithAny(text[:e.Start], reporters()) || strings.HasSuffix(text[:e.Start], "（") {
			continue
		}
		clause := firstClause(text[e.End:])
		if p, ok := e.Resolve(period.Context{Reference: r.Reference, FromDay: true}); ok && p.Start == p.End && !holdsAny(clause, onlyHeard()) {
			return p.End
		}
		return yiyuan.Date{}
	}
	return yiyuan.Date{}
}
