package figure

import (
	"slices"
	"strings"
	"unicode/utf8"

	"yiyuan/transform/period"
)

// A job fair or ceremony takes one day, which the news tells once. What it tells of it further on, where it only points at it (本场招聘会,
// 此次集中开工), is of that day too.

var (
	oneDayEvents = phrases("one-day events")
	pointingAt   = phrases("pointing at an event")
	massStarts   = phrases("mass starts")
	startedWorks = phrases("started works")
)

// happensThatDay tells of things that the news says something was done with on a day, whatever the verb: 今天，20辆列车停运. What only is
// there that day (共有, 位于) stands.
func (r *reader) happensThatDay(s *site, st statement) bool {
	if s.tok.q.Kind != "count" || s.measure != "level" || !st.of("count_other", "project_count", "case_count") {
		return false
	}
	if !r.onOneDay() || s.arrived || r.justReached() || r.status() != "actual" || st.existing {
		return false
	}
	said := r.saidBefore(s)
	if s.tok.start < r.start || strings.Contains(firstClause(r.text[s.tok.end:r.end]), "将") {
		return false
	}
	if hasWord(s.left, soFar().words...) && !hasWord(s.left, "共") || hasWord(s.left, "有", "共有", "已有") || holdsAny(said, onlyHeard()) {
		return false
	}
	does := func(t token) bool {
		return t.kind == word && (t.is(event) || strings.HasPrefix(t.pos, "v") && t.pos != "vn") && !stateVerbs().has(t.text)
	}
	return slices.ContainsFunc(s.left, does) || slices.ContainsFunc(s.right[:clauseEnd(s.right)], does)
}

// stateVerbs are verbs for how things are, and not for what happens.
var stateVerbs = phrases("state verbs")

// meetEventDay keeps the day that a sentence says such an event was held on.
func (r *reader) meetEventDay(text string) {
	if r.onOneDay() && (holdsAny(text, oneDayEvents()) || r.massStart && holdsAny(text, startedWorks())) {
		r.eventDay = r.sentence.period
	}
}

// passesEvent keeps the day of an event that a sentence without figures tells of.
func (r *reader) passesEvent(text string, p period.Period) {
	if r.Report.Kind == "" && p.Kind == period.During && p.Start == p.End && holdsAny(text, oneDayEvents()) {
		r.eventDay = p
	}
}

// keepDay keeps the day that a sentence of the news tells of last, which a 当天 behind it is, also where only what was said is of it:
// 记者8日从推介会上获悉，….
func (r *reader) keepDay(exprs []period.Expr) {
	if r.Report.Kind != "" {
		return
	}
	for i := range exprs {
		p, ok := r.resolveTime(&exprs[i])
		if c := r.periodContext(); ok && strings.Contains(exprs[i].Text, "日") && !strings.Contains(exprs[i].Text, "月") && daysOf(c.Current) > longestMonth {
			p, ok = exprs[i].Latest(c) // 23日披露半年报
		}
		if ok && p.Kind == period.During && p.Start == p.End && !r.Reference.Before(p.End) {
			r.dayTold = p
		}
	}
}

// goesToEventDay dates a sentence that points at the event by its day, and one that begins with 当天 by the day told last.
func (r *reader) goesToEventDay(text string) {
	day := r.eventDay
	switch {
	case r.dayTold.Kind == period.During && r.dayTold != r.line.period && r.tellsOfThatDay(text):
		day = r.dayTold
	case day.Kind != period.During && r.dayTold.Kind != period.During || !r.pointsAtEvent(text):
		return
	case day.Kind != period.During && !r.local() && r.lastsFrom(r.dayTold):
		day = r.dayTold // 昨日，市场里挤满了人。…。这次招聘会提供岗位9700个
	case day.Kind != period.During:
		return
	}
	r.sentence.period, r.sentence.has = day, true
}

// goesToSameSpan dates a sentence of the news that begins with a 同期 by the span told last.
func (r *reader) goesToSameSpan(text string) {
	if r.Report.Kind != "" || r.sentence.has || !startsWithAny(text, sameSpanAgain()) {
		return
	}
	for _, told := range []scope{r.line, r.lineBefore} {
		if p := told.period; told.has && p.Kind == period.During && p.Start != p.End && !p.Start.IsZero() && !r.Reference.Before(p.End) {
			r.sentence.period, r.sentence.has = p, true
			r.opened = r.sentence
			return
		}
	}
}

// sameSpanAgain begin a sentence on the span told last.
var sameSpanAgain = phrases("same span again")

// sumsSinceUntold dates by the day of the news what has been summed up since a beginning whose day nobody tells: 开工以来，累计拨付资金4亿元.
func (r *reader) sumsSinceUntold(text string, exprs []period.Expr) {
	opening, rest, since := strings.Cut(text, "以来")
	if r.Report.Kind != "" || r.sentence.has || !since || r.Reference.IsZero() || holdsDigits(opening) || strings.ContainsAny(opening, "，；") || !endsWithAny(opening, launching()) {
		return
	}
	if !strings.Contains(firstClause(strings.TrimLeft(rest, "，")), "累计") || len(exprs) > 0 && exprs[0].Start < len(opening) {
		return
	}
	r.sentence.period, r.sentence.has, r.sentence.now = period.Period{Kind: period.AsOf, End: r.Reference}, true, true
}

// tellsOfThatDay tells of a sentence that begins with 当天 or with that of the event it is of: 论坛当天，.
func (r *reader) tellsOfThatDay(text string) bool {
	if startsWithAny(text, []string{"当天", "当日"}) {
		return true
	}
	opening := firstClause(text)
	if who, _, ok := strings.Cut(opening, "当天"); ok && r.Report.Kind == "" && !holdsDigits(who) && endsWithAny(who, busyPlaces()) {
		return true // 拍卖中心当天成交鲜花8万枝
	}
	if _, told, more := strings.Cut(text, "，"); more && r.Report.Kind == "" && endsWithAny(opening, learntFrom()) {
		return opensOnThatDay(firstClause(told)) // 镇文化站统计，开园当天
	}
	day := trimAny(opening, "当天", "当日")
	switch {
	case r.Report.Kind != "" || len(opening) == len(text):
		return false
	case opensOnThatDay(opening):
	case day == opening, endsWithAny(day, daysOfTheMoon()), utf8.RuneCountInString(opening) > longestEvent:
		return false
	}
	return !slices.ContainsFunc(r.toks, func(t token) bool { return t.kind == time && t.end <= r.start+len(opening) && ruling[t.e.Role] })
}

// busyPlaces end the names of those of whose day the news tells.
var busyPlaces = phrases("busy places")

// opensOnThatDay tells of a clause that opens with the 当日 of what began on it: 开业当天售出900套.
func opensOnThatDay(clause string) bool {
	for _, w := range []string{"当天", "当日"} {
		if began, _, ok := strings.Cut(clause, w); ok && launching().has(began) {
			return true
		}
	}
	return false
}

// daysOfTheMoon end the names of days that are not told by their date: 除夕当天.
var daysOfTheMoon = phrases("days of the moon")

// longestEvent is how many characters lead at most to the 当天 of an event.
const longestEvent = 10

// lastsFrom tells of a day not more than a few before that of the news.
func (r *reader) lastsFrom(day period.Period) bool {
	return daysOf(period.Period{Kind: period.During, Start: day.End, End: r.Reference}) <= daysOfWeek
}

// namesBatch tells of the quarter or year whose works are begun on a day that the clause names too: 二季度200个项目今天集中开工. It says which
// works, not when they are begun.
func (r *reader) namesBatch(i int) bool {
	t := &r.toks[i]
	if r.Report.Kind != "" || !endsWithAny(t.text, spansOfBatches()) || strings.HasSuffix(t.text, "以来") {
		return false
	}
	clause := firstClause(r.text[t.end:r.end])
	if startsWithAny(clause, batches()) && holdsAny(clause, ceremonies()) && r.text[t.start] <= '9' {
		return true
	}
	switch {
	case startsWithAny(clause, batches()) && holdsAny(clause, ceremonies()), holdsAny(clause, massStarts()):
	case strings.Contains(clause, "签约大会"), strings.Contains(clause, "开工仪式"):
	default:
		return false
	}
	return r.onOneDay() || !r.storyDay.IsZero() || slices.ContainsFunc(r.toks[i+1:], func(u token) bool { return u.kind == time && u.start < t.end+len(clause) && u.e.Day() })
}

// spansOfBatches are ends of the spans whose works are begun on a day.
var spansOfBatches = phrases("spans of batches")

// namesClass tells of a year in the news that says which class or plan a thing is of, and not when what is told of it was done: 2019年应届毕业生,
// 截至目前，2021年度轮换任务.
func (r *reader) namesClass(i int) bool {
	t := &r.toks[i]
	if r.Report.Kind != "" || r.opens(i) && !r.sentence.now || i+1 == len(r.toks) || r.toks[i+1].kind != word {
		return false
	}
	return strings.HasSuffix(t.text, "年") && startsWithAny(r.text[t.end:r.end], classesOfYears()) || strings.HasSuffix(t.text, "年度") && t.text[0] <= '9'
}

var classesOfYears = phrases("classes of years")

// batches are what the works of a year are told in.
var batches = phrases("batches of works")

// headOfSentence is how many bytes into a sentence its head reaches, atTheEvent are words there for what was done at the event told of.
const headOfSentence = 24

var atTheEvent = phrases("at the event")

// pointsAtEvent tells of a 本场招聘会, of a 签约仪式上 that begins the sentence, and of a 当天 before any figure.
func (r *reader) pointsAtEvent(text string) bool {
	opening := firstClause(text)
	switch {
	case holdsAny(text[:min(len(text), headOfSentence)], atTheEvent()):
		return true // 大会现场签约5只新基金
	case startsWithAny(text, []string{"当天", "当日"}), startsWithAny(text, startedWorks()), r.massStart && holdsAny(text, startedWorks()),
		len(opening) < 30 && strings.HasSuffix(opening, "上") && endsWithAny(strings.TrimSuffix(opening, "上"), oneDayEvents()):
		return true
	}
	return slices.ContainsFunc(pointingAt().words, func(w string) bool {
		_, after, ok := strings.Cut(text, w)
		clause := after[:min(len(after), 45)]
		if end := strings.IndexAny(clause, "，。；,;"); end >= 0 {
			clause = clause[:end]
		}
		return ok && holdsAny(clause, oneDayEvents())
	})
}
