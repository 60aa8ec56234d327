package figure

import (
	"strings"

	"yiyuan"
	"yiyuan/transform/period"
)

// How long something lasts is no part of the one day that the news tells it on: what opens today for three days ends the day after tomorrow, and a
// loan or a building time of three years has no date.

// lastsLonger dates a duration that is told on one day, and reports whether it is such.
func (r *reader) lastsLonger(f *yiyuan.Fact, p period.Period, has bool) bool {
	if r.Report.Kind != "" || f.Indicator != "duration" || f.Measure != "level" || !has || p.Kind != period.During || p.Start != p.End {
		return false
	}
	switch f.Unit {
	case "year", "month":
		f.PeriodKind = "none"
		return true
	case "day":
		n, err := f.Value.Int64()
		if err != nil || n < 2 || n > 400 || !strings.HasSuffix(strings.TrimSuffix(r.text[r.start:f.Start], "约"), "为期") {
			return false
		}
		f.PeriodKind, f.PeriodStart, f.PeriodEnd = period.During, p.Start, yiyuan.NewDate(p.End.Year, p.End.Month, p.End.Day+int(n)-1)
		if holdsAny(r.text[r.start:r.end], closed()) || r.closesInLine() {
			f.PeriodStart, f.PeriodEnd = yiyuan.NewDate(p.End.Year, p.End.Month, p.End.Day-int(n)+1), p.End
		}
		return true
	}
	return false
}

// closesInLine tells of a paragraph that says on that day that something closes, before the sentence that says for how long it was held.
func (r *reader) closesInLine() bool {
	said := r.text[r.lineStart:r.start]
	return holdsAny(said, closed())
}

// lasting are words that say a span of time is measured; those of the second list do so for spans shorter than a year.
var (
	lasting      = phrases("lasting")
	lastingShort = phrases("lasting short")
	// doneWithin are what a service does in the time printed before it.
	doneWithin = phrases("done within")
)

// rentFor tells of what is let off for so long, whenever that is: 减免3个月租金.
func rentFor(behind string) bool { return startsWithAny(strings.TrimPrefix(behind, "的"), rents()) }

// rents are what is paid month by month and may be let off for some.
var rents = phrases("rents")

func (r *reader) lasts(i int) bool {
	t := r.toks[i]
	if strings.HasSuffix(r.text[r.start:t.start], "在短短") && startsWithAny(r.text[t.end:r.end], insideOf()) {
		return false // 在短短一个月内
	}
	from, to := r.betweenPauses(i)
	before, after := r.text[from:t.start], r.text[t.end:to]
	if before == "" && startsWithAny(after, afterwards()) {
		return false // 15天后抵达杜伊斯堡
	}
	if (before == "" || onlySaidLong().has(before)) && onlySaidTime().has(after) {
		return false // 三天时间，接待游客5万人次
	}
	code := t.q.Unit.Code
	switch {
	case code == "hour" && strings.ContainsAny(t.text, "万亿"):
		return true // 无人机累计飞行2666万小时
	case code == "month" && rentFor(after), startsWithAny(after, []string{"内", "之内"}), r.withinOneOrOther(i, to), strings.HasSuffix(t.text, "工作日"):
		return true
	case code != "year" && (holdsAny(after, doneWithin()) || endsWithAny(before, []string{"最快", "最短"})), code == "day" && (stoodDays(before) || stockLasts(before)):
		return true
	case holdsAny(before, lasting()), holdsAny(after, lasting()), endsWithAny(before, taking()), r.comparesSpans(i):
		return true
	}
	short := code != "year" || strings.HasPrefix(t.text, "半") // 免收摊位费半年
	return short && (holdsAny(before, lastingShort()) || holdsAny(after, lastingShort()))
}

// onlySaidLong and onlySaidTime stand around a span of time that is a clause of its own, and only says in how long what follows came about.
var onlySaidLong, onlySaidTime = phrases("only said to be long"), phrases("only said to be time")

// stockLasts tells of the days that a stock will last, where it is told by them: 电厂库存升至18天.
func stockLasts(before string) bool {
	return endsWithAny(trimBehind(before, reachingTo().words...), stocksHeld())
}

// stocksHeld end the names of stocks, reachingTo are words between such a name and how far it has come.
var stocksHeld, reachingTo = phrases("stocks held"), phrases("reaching so many days")

// comparesSpans tells of how much longer or shorter something takes than was told before: 可用天数27天，比去年同期多11天.
func (r *reader) comparesSpans(i int) bool {
	last, left := r.lastInSentence(), trimReach(r.leftOf(i))
	n := len(left)
	if last == nil || last.Unit != r.toks[i].q.Unit.Code || n < 2 || left[n-2].kind != time && left[0].text != "比" && left[0].text != "较" {
		return false
	}
	return moreOrLess().has(left[n-1].text)
}

// afterwards begin what stands behind a span when something came about.
var afterwards = phrases("afterwards")

// insideOf begin what stands behind a span within which something comes about, and taking are words right before how long it took.
var insideOf, taking = phrases("inside of a span"), phrases("taking so long")

// betweenPauses is where the clause of token i begins and ends.
func (r *reader) betweenPauses(i int) (from, to int) {
	from, to = r.start, r.end
	for j := i - 1; j >= 0; j-- {
		if k := r.toks[j].kind; k == comma || k == semi || k == stop {
			from = r.toks[j].end
			break
		}
	}
	for j := i + 1; j < len(r.toks); j++ {
		if k := r.toks[j].kind; k == comma || k == semi || k == stop {
			to = r.toks[j].start
			break
		}
	}
	return from, to
}

// withinOneOrOther tells of the first of two spans: 在3个月和6个月内.
func (r *reader) withinOneOrOther(i, to int) bool {
	if i+2 >= len(r.toks) || !r.toks[i+1].is(conj) {
		return false
	}
	other := &r.toks[i+2]
	return other.kind == figure && other.q.Kind == "duration" && strings.HasPrefix(r.text[other.end:to], "内")
}

// stoodDays tells of works that have gone on without accident for so many days: 已安全输水2000天.
func stoodDays(before string) bool {
	i := strings.LastIndex(before, "安全")
	return i >= 0 && len(before)-i <= len("安全输水了")
}
