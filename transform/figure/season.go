package figure

import (
	"strings"
	clock "time"

	"yiyuan"
	"yiyuan/transform/period"
)

// This file keeps the holiday or season of days that a story of the news is on: 国庆黄金周, 春运. What the story tells of no other time came in it, and a day
// of it that one figure is of is not that of the next.

// meetHoliday keeps the holiday that the head of a story names, or the days that it says a season of travel had: 春运落下帷幕。1月13日至2月21日.
func (r *reader) meetHoliday(p period.Period, e *period.Expr) {
	if r.Report.Kind != "" || r.pastLead || r.Reference.Before(p.End) {
		return
	}
	switch days := daysOf(p); {
	case fewDaysWithin(p, r.sentence.period):
	case r.holiday.Kind == "" && e.Holiday():
		r.holiday = p
	case days >= 3 && days <= longestSeason && !wholeMonths(p) && days > daysOf(r.holiday) && holdsAny(r.text[:r.end], seasons()):
		r.holiday = p
	}
}

// closesSeason tells of the day on which a season of travel or work ended that the sentence says how long it was, and keeps its days:
// 3月5日，为期40天的春运结束.
func (r *reader) closesSeason(p period.Period) bool {
	if r.Report.Kind != "" || p.Kind != period.During || p.Start != p.End || r.Reference.Before(p.End) {
		return false
	}
	sentence := r.text[r.start:r.end]
	if !holdsAny(sentence, closed()) || !holdsAny(sentence, seasons()) && !holdsAny(sentence, seasonsOfWork()) {
		return false
	}
	first := daysBefore(p.End, sentence)
	if _, length, ok := strings.Cut(sentence, "历时"); ok && first.IsZero() {
		first = firstOfDays(p.End, length)
	}
	if first.IsZero() {
		return false
	}
	r.holiday = period.Period{Kind: period.During, Start: first, End: p.End}
	return true
}

// meetDaysClosed keeps the days of what the opening of a story of no fair says is over after so many: 为期两天的土地拍卖昨日落槌. The story is of them.
func (r *reader) meetDaysClosed(text string, exprs []period.Expr) {
	if r.Report.Kind != "" || r.pastLead || r.topic.fair != "" || r.holiday.Kind != "" || !holdsAny(text, closed()) || holdsAny(text, seasons()) {
		return
	}
	for i := range exprs {
		p, ok := r.resolveTime(&exprs[i])
		if !ok || p.Kind != period.During || p.Start != p.End || r.Reference.Before(p.End) {
			continue
		}
		if first := daysBefore(p.End, text); !first.IsZero() {
			p.Start = first
			r.holiday, r.heldDays = p, p
			r.heading.period, r.heading.has = p, true
		}
		return
	}
}

// meetBareHoliday keeps the holiday, just over, that a headline names by its bare name, “五一”消费升温, where the story says that it was one: 5天小长假.
func (r *reader) meetBareHoliday(headline string) {
	if r.Report.Kind != "" || r.holiday.Kind != "" || r.Reference.IsZero() {
		return
	}
	p, ok := period.HolidayJustOver(headline, r.Reference)
	if ok && holdsAny(r.text[:min(len(r.text), len(headline)+opensStory)], wordsOfHolidays()) {
		r.holiday = p
	}
}

// meetHolidayOver keeps the holiday that a sentence of the news without figures says is just over: 刚刚过去的猴年春节，旅游传来喜讯.
func (r *reader) meetHolidayOver(text string) {
	if r.Report.Kind != "" || r.holiday.Kind != "" || r.Reference.IsZero() || holdsDigits(text) || !holdsAny(text, justOver()) {
		return
	}
	if p, ok := period.HolidaySaidOver(text, r.Reference); ok {
		r.holiday = p
	}
}

// justOver are words for what is just over.
var justOver = phrases("just over")

// opensStory is how many bytes behind its headline the opening of a story has at most, wordsOfHolidays are words for holidays that name none.
const opensStory = 300

var wordsOfHolidays = phrases("words of holidays")

// meetWeek keeps the seven days, just over, that a headline of the news says it is of: 一周行情（6月8日—6月14日）.
func (r *reader) meetWeek(exprs []period.Expr) {
	if r.Report.Kind != "" {
		return
	}
	for i := range exprs {
		p, ok := r.resolveTime(&exprs[i])
		if ok && daysOf(p) == daysOfWeek && !exprs[i].Holiday() && exprs[i].Role == period.Span && !r.Reference.Before(p.End) &&
			daysOf(period.Period{Kind: period.During, Start: p.End, End: r.Reference}) <= daysOfWeek {
			r.week = p
		}
	}
}

// daysOfWeek is how many days a week has.
const daysOfWeek = 7

// longestSeason is how many days a season of travel has at most.
const longestSeason = 70

// seasons are words for days in which many travel, seasonsOfWork for such in which a crop or a river keeps people at work.
var seasons, seasonsOfWork = phrases("seasons of travel"), phrases("seasons of work")

// daysOf is how many days a span has, 0 for what is none.
func daysOf(p period.Period) int {
	if p.Kind != period.During || p.Start.IsZero() || p.End.IsZero() {
		return 0
	}
	return int(p.End.Time().Sub(p.Start.Time())/(24*clock.Hour)) + 1
}

// onHoliday tells of what came about in the holiday or season that the headline says the story is on.
func (r *reader) onHoliday(f *yiyuan.Fact) bool {
	headline, _, _ := strings.Cut(r.text, "\n")
	older := r.sinceOlderYear(f) && !strings.Contains(r.clauseAround(f.Start, f.End), "同期")
	return f.Indicator != "duration" && !older && (holdsAny(headline, seasons()) || holdsAny(headline, holidays()))
}

// inHoliday tells of a sentence on a day, or some, of the holiday that the story is on.
func (r *reader) inHoliday() bool {
	p, all := r.sentence.period, r.holiday
	if all.Kind == "" || p == all || p.Kind != period.During || p.Start.IsZero() {
		return false
	}
	return !p.Start.Before(all.Start) && !all.End.Before(p.End)
}

// allDays lets the number of days that the holiday of the story had rule what follows: 古镇七天接待游客3万人次.
func (r *reader) allDays(i int) {
	q := r.toks[i].q
	if r.holiday.Kind == "" || q.Kind != "duration" || q.Unit.Code != "day" {
		return
	}
	if n, err := q.Value.Int64(); err != nil || n < 3 || int(n) != daysOf(r.holiday) {
		return
	}
	r.sentence.period, r.sentence.has, r.sentence.stock, r.sentence.now = r.holiday, true, false, false
}

// ofHoliday tells of a rate of the holiday of the story, which is not one of its last day: 七天平均客房出租率85%.
func (r *reader) ofHoliday(f *yiyuan.Fact, st statement, p period.Period, has bool) bool {
	return r.holiday.Kind != "" && f.Measure == "share" && (!has || p == r.holiday) && endsWithAny(st.text, inSeason())
}

// inSeason end the names of rates over the days of a season.
var inSeason = phrases("rates of a season")
