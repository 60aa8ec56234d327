package period

import (
	"strings"
	"time"

	"yiyuan"
)

// Resolve turns the expression into calendar days. It reports false where the words name no time at all (同比, 年均).
func (e Expr) Resolve(c Context) (Period, bool) {
	switch e.shape {
	case rate:
		return Period{}, false
	case vague:
		return Period{Kind: None}, true
	case now:
		return Period{Kind: AsOf, End: c.Reference}, !c.Reference.IsZero()
	case daysAgo:
		d := yiyuan.NewDate(c.Reference.Year, c.Reference.Month, c.Reference.Day-e.n)
		if e.Role == Until {
			return Period{Kind: AsOf, End: d}, !c.Reference.IsZero()
		}
		return Period{During, d, d}, !c.Reference.IsZero()
	case lastDays, week, weekend, weekday:
		return e.weekDays(c), !c.Reference.IsZero()
	case same:
		if c.Current.Kind == "" && e.Text == "同期" {
			return c.Before, c.Before.Kind != ""
		}
		return c.Current, c.Current.Kind != ""
	case term:
		if c.Term[0] == 0 {
			return Period{Kind: None}, true
		}
		return Period{During, Year(c.Term[0]).Start, Year(c.Term[1]).End}, true
	case years:
		return e.countedYears(c), true
	case months:
		return e.countedMonths(c), true
	}
	if e.mod == between {
		return e.inner(c)
	}
	start, end, ok := e.days(c)
	if !ok {
		return Period{}, false
	}
	return e.modified(start, end, c), true
}

// weekDays resolves 最近一周, 上周, 本周 and 上周末 from the day they are told on. A week begins with Monday, and the running one ends with that day.
// Where the headline says which days are this week, it ends with those.
func (e Expr) weekDays(c Context) Period {
	told := c.Reference
	day := func(before int) yiyuan.Date { return yiyuan.NewDate(told.Year, told.Month, told.Day-before) }
	if e.shape == weekday {
		d, ok := e.inWeekTold(c)
		if !ok {
			d = yiyuan.DateOf(told.Time().AddDate(0, 0, e.weekdayFrom(int(told.Time().Weekday()))))
		}
		if e.Role == Until {
			return Period{Kind: AsOf, End: d} // 截至周日
		}
		return Period{During, d, d}
	}
	if e.shape == week && e.n == anyWeek {
		return e.thisWeek(c)
	}
	if of := c.Week; of.Kind == During && e.shape == week {
		from, to := of.Start, of.End
		return Period{During, yiyuan.NewDate(from.Year, from.Month, from.Day-7*e.n), yiyuan.NewDate(to.Year, to.Month, to.Day-7*e.n)}
	}
	sinceMonday := (int(told.Time().Weekday()) + 6) % 7
	switch {
	case e.shape == lastDays:
		return Period{During, day(e.n - 1), told}
	case e.shape == weekend:
		return Period{During, day(sinceMonday + 2), day(sinceMonday + 1)}
	case e.n == 0:
		return Period{During, day(sinceMonday), told}
	}
	return Period{During, day(sinceMonday + 7*e.n), day(sinceMonday + 7*e.n - 6)}
}

// thisWeek is the week of the day or days in force, 全周 where none are the last that is over or nearly so.
func (e Expr) thisWeek(c Context) Period {
	day := c.Reference.Time()
	if now := c.Current; !now.End.IsZero() && (now.Kind == AsOf || now.wholeWeek() || now.Start == now.End) {
		day = now.End.Time()
	} else if since := (int(day.Weekday()) + 6) % 7; since < weekNearlyOver {
		day = day.AddDate(0, 0, -since-1)
	}
	since := (int(day.Weekday()) + 6) % 7
	first, last := yiyuan.DateOf(day.AddDate(0, 0, -since)), yiyuan.DateOf(day.AddDate(0, 0, 6-since))
	if c.Reference.Before(last) {
		last = c.Reference
	}
	return Period{During, first, last}
}

// weekNearlyOver is how many days since Monday a week has gone that is nearly over.
const weekNearlyOver = 4

// inWeekTold is the day that e names of the week in force, or of that of the day in force before it: 上周铜价震荡，周一收于48210元，周五收于48960元.
func (e Expr) inWeekTold(c Context) (yiyuan.Date, bool) {
	of := c.Current
	if e.n != anyWeek || of.Kind != During || of.Start.IsZero() || of.End.Before(yiyuan.NewDate(c.Reference.Year, c.Reference.Month, c.Reference.Day-weeksBack)) {
		return yiyuan.Date{}, false
	}
	since := (int(of.Start.Time().Weekday()) + 6) % 7
	day := yiyuan.NewDate(of.Start.Year, of.Start.Month, of.Start.Day-since+e.a.days[0]-1)
	return day, of.wholeWeek() || of.Start == of.End && of.Start.Before(day) && !c.Reference.Before(day)
}

// weeksBack is how many days the week that the news tells of ended before at most.
const weeksBack = 14

// wholeWeek tells of the days from a Monday to the Sunday behind it.
func (p Period) wholeWeek() bool {
	return p.Kind == During && !p.Start.IsZero() && p.Start.Time().Weekday() == 1 && p.End == yiyuan.NewDate(p.Start.Year, p.Start.Month, p.Start.Day+6)
}

// weekdayFrom is how many days from a day of the week (0 is Sunday) on the day of the week lies that e names, which of those behind is the last where it
// names no week.
func (e Expr) weekdayFrom(today int) int {
	since := (today + 6) % 7 // days since Monday
	ahead := e.a.days[0] - 1 - since
	if e.n == anyWeek {
		return (ahead - 7) % 7
	}
	return ahead - 7*e.n
}

// Ahead resolves days or months that name no year as those to come next after the day of the reference. It reports false for any other
// expression, and where they are more than half a year away.
func (e Expr) Ahead(c Context) (Period, bool) {
	if e.shape != point && e.shape != span || e.a.told != unsaid || !e.a.monthly() || e.a.moon || e.a.season || e.a.holiday != "" || e.mod != plain && e.mod != until && e.mod != since {
		return Period{}, false
	}
	if e.mod == since {
		e.mod = plain // 从10月15日起: that day
	}
	c.Year, c.Current = c.Reference.Year, Period{}
	p, ok := e.Resolve(c)
	if ok && p.End.Before(c.Reference) {
		c.Year++
		p, ok = e.Resolve(c)
	}
	first := p.Start
	if first.IsZero() {
		first = p.End
	}
	return p, ok && c.Reference.Before(first) && first.Before(yiyuan.NewDate(c.Reference.Year, c.Reference.Month+6, 1))
}

// Due is the span up to a day or month that is still to come, by which something is due: 6月底前, 年底前.
func (e Expr) Due(c Context) (Period, bool) {
	if e.mod != before {
		return Period{}, false
	}
	if e.a.told == unsaid && e.a.edge == closing && !e.a.monthly() {
		return Period{Kind: During, End: Year(c.Reference.Year).End}, !c.Reference.IsZero()
	}
	e.mod = plain
	p, ok := e.Ahead(c)
	return Period{Kind: During, End: p.End}, ok
}

// Latest resolves the expression without the time in force: months and days that name no year are the last before the reference.
func (e Expr) Latest(c Context) (Period, bool) {
	c.Year, c.Current = 0, Period{}
	return e.Resolve(c)
}

// Coming reports whether the expression reaches beyond the reference date.
func (e Expr) Coming(c Context) bool {
	if e.coming {
		return true
	}
	p, ok := e.Resolve(c)
	return ok && e.mod != since && !c.Reference.IsZero() && c.Reference.Before(p.End)
}

// Dated reports whether the words of e point into the calendar, as neither those of comparison (同比, 年均) nor those of the
// present (目前) do.
func (e Expr) Dated() bool { return e.shape != rate && e.shape != now }

// Second returns the second end of a span by itself: of 2016—2018年 the year 2018, of 3月至5月 May.
func (e Expr) Second(c Context) (Period, bool) {
	if e.shape != span {
		return Period{}, false
	}
	a, b := c.settle(e.a), e.b
	if b.told == unsaid {
		b.told, b.year = a.told, a.year
		if b.days[0] > 0 && !b.monthly() {
			b.months = a.months
		}
	}
	start, end := c.settle(b).bounds(c)
	return Period{During, start, end}, !start.IsZero()
}

// days returns the first and last day the marks of e tell.
func (e Expr) days(c Context) (start, end yiyuan.Date, ok bool) {
	a := e.a
	if a.told == unsaid && e.shape == span && e.b.told != unsaid && e.b.told != forced {
		a.told, a.year = e.b.told, e.b.year
	}
	if a.told == unsaid && e.mod == before && c.Year == 0 && c.Current.End.IsZero() {
		a.told = counted // 8月底前 told in June is a deadline
	}
	a = c.settle(a)
	start, end = a.bounds(c)
	if e.shape != span {
		return start, end, !start.IsZero()
	}
	b := e.b
	if b.told == unsaid && !b.moon {
		b.told, b.year = a.told, a.year
		if b.days[0] > 0 && !b.monthly() {
			b.months = a.months
		}
		_, end = b.bounds(c)
		if end.Before(start) {
			b.year++
			_, end = b.bounds(c)
		}
		return start, end, !start.IsZero()
	}
	if b.told == forced && a.told == printed {
		b.told, b.year = printed, a.year+b.year
	}
	b = c.settle(b)
	_, end = b.bounds(c)
	return start, end, !start.IsZero() && !end.Before(start)
}

// settle fills in the year of a mark, so that it is a printed one.
func (c Context) settle(m mark) mark {
	ref := c.Reference
	switch m.told {
	case printed:
		if m.short {
			m.year = century(m.year, ref.Year)
		}
	case counted:
		m.year += ref.Year
	case forced:
		m.year += c.yearInForce()
	case ofCentury:
		m.year = (ref.Year + 99) / 100 * 100
	case unsaid:
		m.year = c.yearUnsaid(m)
	}
	m.told, m.short = printed, false
	return m
}

// century puts a two-digit year into the century that does not run more than ten years ahead of the reference.
func century(yy, ref int) int {
	if ref == 0 || 2000+yy <= ref+10 {
		return 2000 + yy
	}
	return 1900 + yy
}

// yearInForce is the year 当年 and 上年 count from.
func (c Context) yearInForce() int {
	switch {
	case !c.Current.End.IsZero():
		return c.Current.End.Year
	case c.Year != 0:
		return c.Year
	case c.Told != 0:
		return c.Told
	}
	return c.Reference.Year
}

// yearUnsaid is the year of 3月 or 上半年: the one in force, else the latest of which the last month has begun by the
// reference: 前三季度 told in March is of the year before.
func (c Context) yearUnsaid(m mark) int {
	if m.holiday != "" {
		return c.holidayYear(m.holiday)
	}
	if m.moon && !m.that && c.Reference.Year != 0 {
		return c.Reference.Year // 上月 is told from the day of the text, whatever year it has told of
	}
	if !c.Current.End.IsZero() || c.Year != 0 {
		return c.yearInForce()
	}
	y := c.Reference.Year
	m.told, m.year = printed, y
	last := m
	if m.months[0] > 0 && m.days[0] == 0 && !m.runs() {
		last.months[0] = m.months[1]
	}
	start, _ := last.bounds(c)
	if !m.monthly() || m.moon || m.season || !c.Reference.Before(start) || c.FromDay && m.days[0] != 0 && c.inFewDays(start) {
		return y
	}
	return y - 1
}

// inFewDays tells of a day so close ahead that the news means it, and not that of a year ago: 8月7日全市停课, told on the 6th.
func (c Context) inFewDays(day yiyuan.Date) bool {
	const week = 7
	return day.Before(yiyuan.NewDate(c.Reference.Year, c.Reference.Month, c.Reference.Day+week+1))
}

// runs tells of the second to fourth quarter or the second half, which is told while it runs: 二季度 and 下半年 are none of a year ago.
func (m mark) runs() bool {
	return m.months[1]-m.months[0] == 2 && m.months[0]%3 == 1 || m.months == [2]int{7, 12}
}

// bounds returns the first and last day of a settled mark.
func (m mark) bounds(c Context) (start, end yiyuan.Date) {
	if m.holiday != "" {
		return m.holidayBounds()
	}
	y, last := m.year, m.year
	if m.last > 0 {
		last = m.last
	}
	if y < 1 || y > 9999 {
		return
	}
	lo, hi := time.January, time.December
	switch {
	case m.same && c.Current.Kind != "":
		return shifted(c.Current, y)
	case m.moon:
		month := c.Reference.Month
		switch before := (Context{Current: c.Before}); {
		case m.that && c.ofMonths():
			month = c.Current.End.Month
		case m.that && c.Current.Kind == "" && before.ofMonths():
			y, month = c.Before.End.Year, c.Before.End.Month // 1月进出口…。全月通行73列, in the paragraph behind it
		}
		base := yiyuan.NewDate(y, month+time.Month(m.months[0]), 1)
		y, last, lo, hi = base.Year, base.Year, base.Month, base.Month
	case m.season:
		base := yiyuan.NewDate(y, (c.Reference.Month-1)/3*3+1+time.Month(3*m.months[0]), 1)
		if m.that && c.ofQuarter() {
			base = c.Current.Start
		} else if from, to := c.Current.Start, c.Current.End; m.that && c.monthsOfYear() && (from.Month-1)/3 == (to.Month-1)/3 {
			base = yiyuan.NewDate(from.Year, (from.Month-1)/3*3+1, 1) // 1月停了进口，当季出口锐减六成
		}
		y, last, lo, hi = base.Year, base.Year, base.Month, base.Month+2
	case m.months[0] > 0:
		lo, hi = time.Month(m.months[0]), time.Month(m.months[1])
	case m.days[0] != 0:
		y, lo = c.monthOfDay(y, m.days[0])
		last, hi = y, lo
	}
	start, end = yiyuan.NewDate(y, lo, 1), yiyuan.NewDate(last, hi+1, 0)
	if m.days[0] > 0 {
		start.Day, end.Day = min(m.days[0], yiyuan.NewDate(y, lo+1, 0).Day), min(m.days[1], end.Day)
	} else if m.days[0] < 0 {
		start.Day = end.Day + m.days[0] + 1
	}
	return start, end
}

// ofMonths tells of a span or day in force that ends with a month, and is none of whole years.
func (c Context) ofMonths() bool {
	end := c.Current.End
	return !end.IsZero() && c.Current != Year(end.Year) && end == yiyuan.NewDate(end.Year, end.Month+1, 0)
}

// monthsOfYear tells of some whole months of one year in force.
func (c Context) monthsOfYear() bool {
	from, to := c.Current.Start, c.Current.End
	return c.Current.Kind == During && from.Day == 1 && from.Year == to.Year && c.Current != Year(to.Year) && to == yiyuan.NewDate(to.Year, to.Month+1, 0)
}

// ofQuarter tells of a quarter in force.
func (c Context) ofQuarter() bool {
	from, to := c.Current.Start, c.Current.End
	return !from.IsZero() && from.Year == to.Year && from.Day == 1 && from.Month%3 == 1 && to.Month == from.Month+2 && to == yiyuan.NewDate(to.Year, to.Month+1, 0)
}

// monthOfDay is the year and month of a day that names neither: those in force. In a year that is not over it is the last such day: 今年….截至24日.
func (c Context) monthOfDay(year, day int) (int, time.Month) {
	if ref := c.Reference; c.Current == Year(ref.Year) && ref.Before(c.Current.End) && year == ref.Year {
		if day > ref.Day && ref.Month > time.January {
			return year, ref.Month - 1
		}
		return year, ref.Month
	}
	return year, c.monthInForce()
}

func (c Context) monthInForce() time.Month {
	if !c.Current.End.IsZero() {
		return c.Current.End.Month
	}
	return max(c.Reference.Month, time.January)
}

// shifted is p moved so that it ends in year y.
func shifted(p Period, y int) (start, end yiyuan.Date) {
	by := y - p.End.Year
	end = yiyuan.NewDate(y, p.End.Month, p.End.Day)
	if p.End.Month == time.February && p.End.Day >= 28 {
		end = yiyuan.NewDate(y, time.March, 0)
	}
	start = yiyuan.Date{Year: y, Month: time.January, Day: 1}
	if !p.Start.IsZero() {
		start = yiyuan.NewDate(p.Start.Year+by, p.Start.Month, p.Start.Day)
	}
	return start, end
}

// modified applies 以来, 以前, 截至 and the edges 初, 底 to the days told.
func (e Expr) modified(start, end yiyuan.Date, c Context) Period {
	last := e.a
	if e.shape == span {
		last = e.b
	}
	switch e.mod {
	case since:
		return e.running(start, c)
	case before:
		if e.shape == span { // 自6月14日起到9月14日之前
			return e.upTo(start, end, c)
		}
		if last.edge == opening { // 明年初之前
			return Period{Kind: AsOf, End: start}
		}
		if last.edge == closing || c.Reference.Before(end) { // a deadline, itself included: 年底前, 2030年前
			return Period{Kind: AsOf, End: end}
		}
		return Period{Kind: AsOf, End: dayBefore(start)}
	case after:
		p := Period{Kind: During, Start: yiyuan.NewDate(end.Year, end.Month, end.Day+1)}
		if p.Start.Before(c.Reference) {
			p.End = c.Reference
		}
		return p
	case until:
		if last.edge == opening { // 到2016年初
			end = start
		}
		return Period{Kind: AsOf, End: end}
	}
	if e.shape == point && last.edge == closing {
		return Period{Kind: AsOf, End: end}
	}
	if e.shape == point && last.edge == opening {
		return Period{Kind: AsOf, End: start}
	}
	if first := Year(start.Year + 1).Start; e.shape == span && e.a.edge == closing && !e.a.monthly() && first.Before(end) {
		start = first // 2012年底至2019年底
	}
	return Period{During, start, end}
}

// upTo is the span before whose end something happens. Like every deadline that is still ahead, it belongs to the span.
func (e Expr) upTo(start, end yiyuan.Date, c Context) Period {
	if second, ok := e.Second(c); ok && end.Before(c.Reference) && start.Before(second.Start) {
		end = dayBefore(second.Start)
	}
	return Period{During, start, end}
}

// inner is the span between two marks that do not belong to it.
func (e Expr) inner(c Context) (Period, bool) {
	_, first := c.settle(e.a).bounds(c)
	last, _ := c.settle(e.b).bounds(c)
	p := Period{During, yiyuan.NewDate(first.Year, first.Month, first.Day+1), dayBefore(last)}
	return p, !first.IsZero() && !last.IsZero() && !p.End.Before(p.Start)
}

// running is the span from start to the reference date, or to its own end where that is told: 2022年以来.
func (e Expr) running(start yiyuan.Date, c Context) Period {
	if c.Reference.Before(start) {
		return Period{Kind: During, Start: start}
	}
	return Period{During, start, c.Reference}
}

func dayBefore(d yiyuan.Date) yiyuan.Date { return yiyuan.NewDate(d.Year, d.Month, d.Day-1) }

// upToDay tells of so many years that run up to the day of the news: 五年多来, 这三年; not of the last so many, 近五年来.
func (e *Expr) upToDay() bool {
	if startsAny(e.Text, "近", "过去", "最近") {
		return false
	}
	for _, end := range []string{"年来", "年多来", "年间"} {
		if strings.HasSuffix(e.Text, end) {
			return true
		}
	}
	return strings.Contains(e.Text, "年时间") || strings.HasPrefix(e.Text, "这") && e.n >= yearsTold
}

// countedYears resolves 近三年, 五年来, 未来五年, 三年前. Years of statistics are calendar years: the last is the year
// in force, else the year of the reference, or the one before while the reference is still in its first quarter.
func (e Expr) countedYears(c Context) Period {
	ref := c.Reference.Year
	switch {
	case e.mod == before && c.FromDay && c.monthsOfYear():
		by := func(d yiyuan.Date) yiyuan.Date { return yiyuan.NewDate(d.Year-e.n, d.Month, d.Day) }
		end := c.Current.End
		return Period{During, by(c.Current.Start), yiyuan.NewDate(end.Year-e.n, end.Month+1, 0)} // 二季度…，一年前是54%
	case e.mod == before:
		return Year(ref - e.n)
	case e.mod == after:
		return Year(ref + e.n)
	case e.coming:
		first := ref + 1
		if c.Term[1] == ref-1 || c.Reference.Month <= time.March {
			first = ref
		}
		return Period{During, Year(first).Start, Year(first + e.n - 1).End}
	case c.Term[1] != 0 && e.n == c.Term[1]-c.Term[0]+1:
		return Period{During, Year(c.Term[0]).Start, Year(c.Term[1]).End}
	}
	if c.FromDay && e.n == 1 && c.Year == 0 && (strings.HasPrefix(e.Text, "近") || strings.HasPrefix(e.Text, "最近") || strings.HasPrefix(e.Text, "过去")) {
		if c.Reference == Year(ref).End {
			return Year(ref)
		}
		return Period{During, yiyuan.NewDate(ref-1, c.Reference.Month, c.Reference.Day), c.Reference} // 近一年来, 过去一年
	}
	if c.FromDay && e.n == 1 && c.Year != 0 && c.Year < ref && c.Current == Year(c.Year) {
		return c.Current // 一年来 in the review of a year
	}
	if p := c.Current; c.FromDay && e.n >= yearsTold && p.Kind == During && p.End.Year-p.Start.Year+1 == e.n && !c.Reference.Before(p.End) && e.upToDay() {
		return p // “十三五”期间…。五年来
	}
	if c.FromDay && e.upToDay() {
		if c.Reference == Year(ref).End {
			return Period{During, Year(ref - e.n + 1).Start, c.Reference}
		}
		if e.n >= yearsTold || c.Current == Year(ref-e.n) { // 2018年动工，两年多来
			return Period{During, Year(ref - e.n).Start, c.Reference}
		}
		return Period{During, yiyuan.NewDate(ref-e.n, c.Reference.Month, c.Reference.Day), c.Reference}
	}
	last := ref
	switch {
	case c.Year != 0:
		last = c.Year
	case c.Term[1] != 0:
		last = c.Term[1]
	case c.Reference.Month <= time.March:
		last = ref - 1
	}
	end := Year(last).End
	if c.Reference.Before(end) && (c.Year == 0 || c.FromDay && c.Year == ref) {
		end = c.Reference
	}
	return Period{During, Year(last - e.n + 1).Start, end}
}

// yearsTold is from how many years on the news counts in calendar years: 十年来.
const yearsTold = 5

// countedMonths resolves 近三个月, 未来两个月, 半年前 to the day.
func (e Expr) countedMonths(c Context) Period {
	ref := c.Reference
	back, ahead := monthsFrom(ref, -e.n), monthsFrom(ref, e.n)
	if e.half {
		back, ahead = yiyuan.NewDate(back.Year, back.Month, back.Day-15), yiyuan.NewDate(ahead.Year, ahead.Month, ahead.Day+15)
	}
	switch {
	case e.mod == before:
		return Period{During, yiyuan.NewDate(back.Year, back.Month, 1), yiyuan.NewDate(back.Year, back.Month+1, 0)}
	case e.mod == after:
		return Period{During, yiyuan.NewDate(ahead.Year, ahead.Month, 1), yiyuan.NewDate(ahead.Year, ahead.Month+1, 0)}
	case e.coming:
		return Period{During, ref, dayBefore(ahead)}
	}
	return Period{During, back, ref}
}

// monthsFrom moves d by n months and keeps it within the month reached.
func monthsFrom(d yiyuan.Date, n int) yiyuan.Date {
	first := yiyuan.NewDate(d.Year, d.Month+time.Month(n), 1)
	last := yiyuan.NewDate(first.Year, first.Month+1, 0)
	first.Day = min(d.Day, last.Day)
	return first
}

// Base returns the code of what the expression compares with: yoy, qoq, mom, cagr, or the words of the period itself
// (上年末, 2019年). It is "" for an expression that compares nothing.
func (e Expr) Base() string {
	switch e.shape {
	case rate:
		return rateBase(e.Text)
	case same:
		if e.Role == Compared {
			return "yoy"
		}
		return ""
	}
	if e.Role != Compared {
		return ""
	}
	m := e.a
	if e.shape == point && m.edge == whole && m.year == -1 && (m.told == forced || m.told == counted) && !m.monthly() {
		return "yoy"
	}
	switch {
	case e.shape == point && m.same && m.year == -1 && m.told != printed:
		return "yoy"
	case e.shape == point && m.moon && m.months[0] == -1 && m.edge == whole:
		return "mom"
	case e.shape == point && m.season && m.months[0] == -1 && m.edge == whole:
		return "qoq"
	}
	return e.baseWords()
}
