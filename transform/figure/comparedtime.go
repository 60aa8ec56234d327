package figure

import (
	"slices"
	"strings"
	clock "time"
	"unicode/utf8"

	"yiyuan"
	"yiyuan/transform/period"
)

// This file tells of the times that figures are only compared with.

// partOfTime are verbs before the time whose level another is so much of.
var partOfTime = phrases("part of a time")

// isBase tells of a time that a multiple or share is taken of: 是2000年的5.4倍, 为上年全年的八成.
func (r *reader) isBase(i int) bool {
	if i == 0 || i+1 >= len(r.toks) || !r.toks[i-1].is(copula) {
		return false
	}
	for _, t := range r.toks[i+1 : min(len(r.toks), i+longestBase)] {
		if t.kind == figure {
			return t.q.Kind == "multiple" || t.q.Kind == "percent" && strings.HasSuffix(r.text[:t.start], "的") && partOfTime().has(r.toks[i-1].text)
		}
		if t.kind != word || t.is(up|down) {
			return false
		}
	}
	return false
}

// longestBase is how many words there are at most from a time to the multiple that is taken of it: 是2014年协同发展前的1.7倍.
const longestBase = 9

// namedByYears go on behind the years in the names of what lasts so long, noMore are verbs for what was and is no more.
var namedByYears, noMore = phrases("named by years"), phrases("no more")

// withoutPer drops what a price is reckoned for: 比去年同期的每吨 of 比去年同期的每吨900元.
func withoutPer(toks []token) []token {
	for i := len(toks) - 1; i > 0 && i > len(toks)-4; i-- {
		if strings.HasPrefix(toks[i].text, "每") && toks[i-1].text == "的" {
			return toks[:i]
		}
	}
	return toks
}

// beforeBracket is what stands before the bracket whose first figure this is: 较一季度（8%）, 较2013年（产量8吨）; nothing where it is in
// none.
func (r *reader) beforeBracket(start int) []token {
	for i := range r.toks {
		if r.toks[i].start != start {
			continue
		}
		for i--; i >= 0 && (r.toks[i].kind == word || r.toks[i].kind == where || r.toks[i].kind == blank); i-- {
		}
		if i >= 0 && r.toks[i].kind == open {
			return r.toks[:i]
		}
		return nil
	}
	return nil
}

// yearComparedWith is the year that the sentence up to the figure compares with: 到2010年，生产总值比1995年翻两番，年均增长12.8%; else 0.
func (r *reader) yearComparedWith(s *site) int {
	year := 0
	for _, t := range r.toks {
		if t.start >= s.tok.start {
			break
		}
		if t.kind == time && (t.e.Role == period.Compared || t.e.Role == "base") {
			year = max(year, baseYear(strings.TrimLeft(t.text, "比较与"), r.Reference))
		}
	}
	return year
}

// comparedYear is the year of a figure that is only compared with: 比1997年的1050亿元增长45.3%.
func (r *reader) comparedYear(s *site) (period.Period, bool) {
	if s.measure == "multiple" || s.rule == "share.recovered" || s.rule == "share.is.of" {
		return period.Period{}, false
	}
	toks := r.leftTokens
	if r.inOneBreath() {
		toks = r.leftOf(r.lastMeasured) // 较一季度的48亿元和0.9%
	}
	if before := r.beforeBracket(s.tok.start); before != nil {
		toks = before
	}
	toks = withoutPer(toks)
	of := false
	for len(toks) > 0 {
		last := &toks[len(toks)-1]
		field := !of && s.tok.q.Kind == "rank" && isField(*last)
		if last.text != "的" && last.kind != blank && !field && (of || !nearly[last.text]) {
			break
		}
		of = of || last.text == "的"
		toks = toks[:len(toks)-1]
	}
	if len(toks) == 0 || (s.tok.q.Kind == "pp" || s.measure == "change") && !of {
		return period.Period{}, false // 高于2006年2个百分点 is a gap
	}
	for n := len(toks); n > 1 && toks[n-1].is(up|down) && toks[n-2].kind == time && r.begins(&toks[n-2]); n = len(toks) {
		toks = toks[:n-1] // 由上月下降0.2%转为上涨
	}
	if s.tok.q.Kind == "percent" && movedLastYear(toks) {
		toks = toks[:len(toks)-2]
	}
	if of && endsWithAny(toks[len(toks)-1].text, momentsOfStart()) {
		toks = r.upToStart(toks)
	}
	if !of {
		toks = upToSameSpan(toks)
	}
	t := toks[len(toks)-1]
	if of && s.tok.q.Kind == "count" && rateOutdone(r.text[r.start:t.start]) {
		return period.Period{}, false // 增速快于上年同期的60家
	}
	if of && s.tok.q.Kind == "percent" && t.kind == time && t.start >= r.start && endsWithAny(r.text[r.start:t.start], setAgainstTime()) {
		return period.Period{}, false // 不到去年同期的一半 is how much of it there is now
	}
	if t.kind != time || t.e.Role != period.Compared && !r.comparedWith(&t) && !r.begins(&t) {
		return period.Period{}, false
	}
	if before, told := r.spanBefore(t.text); told {
		return before, true
	}
	p, ok := t.e.Resolve(r.periodContext())
	if now, has := r.inForce(); has && withinOneYear(now) && p == period.Year(now.End.Year-1) && strings.HasSuffix(r.text[r.start:t.start], "同比") {
		p = yearEarlier(now) // 三季度受理5万件，同比去年3.6万件增长41%
	}
	if bare := period.Scan(t.e.Base()); ok && p.Kind == period.None && len(bare) == 1 {
		p, ok = bare[0].Resolve(r.periodContext()) // 比上周的372万米减少
	}
	if ok && t.e.Role == period.Since && strings.HasSuffix(t.text, "年") {
		p = period.Year(p.Start.Year) // 自2011年的68亿元增至228亿元
	}
	return p, ok && p.Kind != period.None
}

// upToSameSpan ends words with the same span of a year before, where they only say what it was like then: 而去年同期只有965万美元, 去年这时候卖到11元.
func upToSameSpan(toks []token) []token {
	for n := len(toks); n > 0 && n > len(toks)-farthestMoment; n-- {
		t := &toks[n-1]
		if t.kind == time && t.e.Role == period.Compared && startsWithAny(t.text, yearsBefore()) && endsWithAny(t.text, sameSpans()) {
			return toks[:n]
		}
		if t.kind != word || t.is(up|down) {
			break
		}
	}
	return toks
}

// yearsBefore begin the names of a span of a year before that is the same as that told, sameSpans end them.
var yearsBefore, sameSpans = phrases("years before"), phrases("same spans")

// upToStart ends words with the time at which something began, where they go on to say what did: 从2020年 of 从2020年起步时.
func (r *reader) upToStart(toks []token) []token {
	for n := len(toks) - 1; n > 0 && n > len(toks)-farthestMoment; n-- {
		if t := &toks[n-1]; t.kind == time && r.begins(t) {
			return toks[:n]
		}
	}
	return toks
}

// movedLastYear tells of a rate that the words before it say was that of the year or month before: 去年同期为增长12.9%, 上月为下降0.2%.
func movedLastYear(toks []token) bool {
	n := len(toks)
	if n < 3 || !toks[n-1].is(up|down) || !toks[n-2].is(copula) {
		return false
	}
	return toks[n-3].kind == time && endsWithAny(toks[n-3].text, []string{"同期", "上月"})
}

// rateOutdone tells of a rate right before a word for outdoing: 增速快于.
func rateOutdone(before string) bool {
	return slices.ContainsFunc(ratesOutdo().words, func(w string) bool {
		rate, ok := strings.CutSuffix(before, w)
		return ok && endsWithAny(rate, ratesOutdone())
	})
}

// ratesOutdo are words before the time whose rate those counted have outdone or not reached.
var ratesOutdo = phrases("outdoing times and rates")

// turnsFrom tells of the year at which a rate began that has turned since: 由上年下降19.6%转为增长20.3%. Only what stands before the turn is of it.
func (r *reader) turnsFrom(i int) bool {
	if !r.begins(&r.toks[i]) {
		return false
	}
	rate := false
	for _, t := range r.toks[i+1:] {
		switch {
		case t.kind.pauses():
			return false
		case t.kind == figure:
			rate = t.q.Kind == "percent" || t.q.Kind == "amount" && endsWithAny(r.text[r.start:t.start], gainsAndLosses())
		case rate && t.is(turnto):
			return true
		}
	}
	return false
}

// beforeTurn is the time of a rate that turns behind it.
func (r *reader) beforeTurn(s *site) (period.Period, bool) {
	if s.tok.q.Kind != "percent" && !r.lostBefore(s) || !slices.ContainsFunc(s.right[:clauseEnd(s.right)], func(t token) bool { return t.is(turnto) }) {
		return period.Period{}, false
	}
	for _, t := range r.leftTokens {
		if t.kind == time && r.begins(&t) {
			return r.timeTurnedFrom(t.e)
		}
	}
	return period.Period{}, false
}

// lostBefore tells of a sum that was lost or gained before its turn: 由上年同期亏损1.3亿元转为盈利2亿元.
func (r *reader) lostBefore(s *site) bool {
	return s.tok.q.Kind == "amount" && endsWithAny(r.text[r.start:s.tok.start], gainsAndLosses())
}

var gainsAndLosses = phrases("gains and losses")

// timeTurnedFrom is the time of the rate that has turned since, be it only named beside the one in force: 由上年同期下降2%转为增长, and of a month the
// one before, 由上月下降2%转为增长.
func (r *reader) timeTurnedFrom(e *period.Expr) (period.Period, bool) {
	p, ok := r.resolveTime(e)
	if !ok {
		p, ok = e.Resolve(r.periodContext())
	}
	if before, told := r.spanBefore(e.Text); told {
		return before, true
	}
	return p, ok && p.Kind == period.During
}

// spanBefore is the month or quarter before the one in force, of which 上月 and 上季度 speak beside it: 3月由上月下降2%转为增长.
func (r *reader) spanBefore(text string) (period.Period, bool) {
	now, has := r.inForce()
	months := 0
	switch {
	case !has:
	case monthLong(now) && strings.HasSuffix(text, "上月"):
		months = 1
	case quarterLong(now) && strings.HasSuffix(text, "季度") && strings.Contains(text, "上"):
		months = quarterMonths
	}
	if months == 0 {
		return period.Period{}, false
	}
	return monthsBefore(now, months), true
}

// monthsBefore is the span of so many months that ends where another begins.
func monthsBefore(p period.Period, months int) period.Period {
	year, month := p.Start.Year, p.Start.Month
	return period.Period{Kind: period.During, Start: yiyuan.NewDate(year, month-clock.Month(months), 1), End: yiyuan.NewDate(year, month, 0)}
}

// daysEarlier is the span of as many days so many days before another.
func daysEarlier(p period.Period, days int) period.Period {
	p.Start = yiyuan.NewDate(p.Start.Year, p.Start.Month, p.Start.Day-days)
	p.End = yiyuan.NewDate(p.End.Year, p.End.Month, p.End.Day-days)
	return p
}

// quarterLong tells of a span that is one whole quarter.
func quarterLong(p period.Period) bool {
	return p.Kind == period.During && wholeMonths(p) && p.Start.Year == p.End.Year && p.End.Month%quarterMonths == 0 && p.End.Month-p.Start.Month == quarterMonths-1
}

const quarterMonths = 3

// yearEarlier is the same span of the year before.
func yearEarlier(p period.Period) period.Period {
	year, month, day := p.End.Year-1, p.End.Month, p.End.Day
	if endsMonth(p.End) {
		month, day = month+1, 0
	}
	return period.Period{Kind: p.Kind, Start: yiyuan.NewDate(year, p.Start.Month, p.Start.Day), End: yiyuan.NewDate(year, month, day)}
}

// monthLong tells of a span that is one whole month.
func monthLong(p period.Period) bool {
	return p.Kind == period.During && wholeMonths(p) && p.Start.Year == p.End.Year && p.Start.Month == p.End.Month
}

// nearly are words that may stand between the year compared with and its figure: 较十年前的约2%.
var nearly = map[string]bool{"约": true, "近": true, "不足": true, "不到": true, "大约": true, "将近": true}

// begins tells of the time that a 从 or 由 stands before: the level a change began at is of it.
func (r *reader) begins(t *token) bool {
	if t.start < r.start {
		return false // of a cell
	}
	return endsWithAny(r.text[r.start:t.start], settingOut()) || startsWithAny(t.text, settingOut())
}

// settingOut are words before a time or level that a change or span sets out from.
var settingOut = phrases("setting out")

// startOnly tells of a time that dates only where a change began: 从2014年的12.5%下降到0.8%.
func (r *reader) startOnly(i int) bool {
	if i+1 < len(r.toks) && r.toks[i+1].kind == figure || i+2 < len(r.toks) && r.toks[i+1].text == "的" && r.toks[i+2].kind == figure {
		return true
	}
	if i+3 < len(r.toks) && r.toks[i+1].text == "的" && isField(r.toks[i+2]) && r.toks[i+3].kind == figure && r.toks[i+3].q.Kind == "rank" {
		return true // 由2012年的全省第八位升至第四位
	}
	for j := i + 2; j+1 < len(r.toks) && j < i+farthestMoment; j++ {
		if r.toks[j].text == "的" && r.toks[j+1].kind == figure {
			return endsWithAny(r.toks[j-1].text, momentsOfStart()) // 从2020年起步时的3平方公里
		}
	}
	return false
}

// farthestMoment is how many words behind a time the moment that it tells of ends at most.
const farthestMoment = 6

// momentsOfStart end what is said of the moment at which something began: 起步时, 创建之初.
var momentsOfStart = phrases("moments of a start")

// comparedWith tells of a time that is only compared with: 与2022年同口径相比, 同去年相比.
func (r *reader) comparedWith(t *token) bool {
	before, after := r.text[r.start:t.start], r.text[t.end:r.end]
	if r.comparedToo(before) || endsInDescribedBase(before) || strings.HasSuffix(before, "在") && setsOutFrom(after) {
		return true
	}
	if endsWithAny(before, outdoingTimes()) && (!startsWithAny(after, movingBehindTimes()) || startsWithDigit(strings.TrimPrefix(after, "的"))) || endOfYear[t.text] && strings.HasSuffix(before, "超过") {
		return true // 高于年初目标, 涨幅低于2003年2个百分点
	}
	if endsWithAny(before, setAgainstTime()) {
		return true
	}
	than := endsWithAny(before, []string{"比", "较"})
	if !than && !endsWithAny(before, comparedBy()) {
		return false
	}
	after = after[:min(len(after), 24)]
	return than || startsWithAny(after, basesBehind()) || holdsAny(after, heldAgainst())
}

// startsWithDigit tells of a text that begins with a number: 少于去年的|14起.
func startsWithDigit(text string) bool { return text != "" && isDigit(text[0]) }

// basesBehind are how it goes on behind a time that is the base of what is told.
var basesBehind = phrases("bases behind a time")

// comparedBy are words before a time that another is compared with.
var comparedBy = phrases("compared by")

// setsOutFrom tells of what stands behind a time at which something set out: 在2020年的基础上, 在上年增长9%的基础上 dates the rate.
func setsOutFrom(after string) bool {
	clause := firstClause(after)
	if strings.Contains(clause, "基础上") && !strings.ContainsAny(clause, "0123456789") {
		return true
	}
	return startsWithAny(after, onBases())
}

var (
	// outdoingTimes are words before a time that is outdone or not reached, and movingBehindTimes begin what is said of it where it is not.
	outdoingTimes, movingBehindTimes = phrases("outdoing times and rates"), phrases("moving behind times")
	// setAgainstTime are words before a time whose level is reached again, or not by far.
	setAgainstTime = phrases("set against a time")
	// heldAgainst are words behind a time that is compared with.
	heldAgainst = phrases("held against")
	// onBases are words behind one that is built on.
	onBases = phrases("on bases")
)

// endsInDescribedBase tells of what leads up to a time compared with that is said what came after it, or that it was the best or worst:
// 比建州前的1981年增长3倍, 比历史上最好的1984年增长6%.
func endsInDescribedBase(before string) bool {
	clause := before[lastPause(before):]
	at := max(strings.LastIndex(clause, "比"), strings.LastIndex(clause, "较"))
	if at < 0 || strings.ContainsAny(clause[at:], "0123456789") {
		return false
	}
	said := clause[at:]
	return endsWithAny(before, describedTimes()) || strings.HasSuffix(said, "的") && (strings.Contains(said, "最") || utf8.RuneCountInString(said) <= longestWeather)
}

// longestWeather is how many characters there are at most from the 比 to the end of what a year was like: 比大旱的去年.
const longestWeather = 6

// describedTimes end what is said of a time before it.
var describedTimes = phrases("describing a time")

// comparedToo tells of the second of two times compared with: 较一季度和1-5月分别提高.
func (r *reader) comparedToo(before string) bool {
	first := strings.TrimRight(before, "和、与及")
	return first != before && slices.ContainsFunc(r.toks, func(t token) bool {
		return t.end == r.start+len(first) && t.kind == time && t.e.Role == period.Compared
	})
}
