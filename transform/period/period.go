// Package period reads when a Chinese statistic is of: the dates and spans written in a sentence (2025年1-11月, 截至去年底,
// “十三五”期间, 五年来), what they are compared with (比上年末), and what 今年 means in a document.
//
// Reading has two halves. Scan finds the expressions of a sentence and needs nothing but the sentence; Resolve turns one
// into calendar days and needs the Context: the day 今年 is counted from, the year a heading put in force, the period
// the sentence spoke of before. The halves are apart because the context of an expression is known only when the
// expressions before it have been read.
//
// Scan is a hand-written descent, one pass over the bytes. The simpler way, a list of regular expressions, was not
// taken: a date is nested (从2016年3月到去年底), two hundred patterns would overlap in ways only their order could
// settle, and Go's regexp reads about a hundredth as fast. A bitmap of the characters that can open an expression lets
// most of the text pass untouched.
package period

import "yiyuan"

// The kinds of a Period.
const (
	During = "during" // a flow over a span
	AsOf   = "as_of"  // a stock at a date: only End is set
	None   = "none"   // a time that is no calendar span (近年来, 每年)
)

// The roles an expression plays in its sentence.
const (
	Time      = "time"      // this is when
	Compared  = "base"      // compared with: 比上年, 较2019年, 同比
	Since     = "since"     // 今年以来, 自2018年起
	Until     = "until"     // 截至11月, 2030年前
	Span      = "span"      // 五年来, 2023—2025年, 1-11月, 上半年, 一季度
	Stock     = "stock"     // 年末, 年底, 目前
	Recurring = "recurring" // 每年, 年均, 日均
	Coming    = "coming"    // 明年, 未来五年, 到2025年
	Name      = "name"      // “十四五” as a name, a year inside 《》
)

// Context is what the words before an expression have settled.
type Context struct {
	Reference yiyuan.Date // what 今年 means
	Year      int         // the year in force in heading or paragraph, 0 where there is none
	Told      int         // the year that the last figure was of where none is in force: for 当年 alone
	Term      [2]int      // first and last year of the five-year review, 0 where there is none
	FromDay   bool        // 五年来 counts back from the day of the reference, as the news does, not in calendar years
	Before    Period      // in force in the paragraph before, where there is none in this: for 同期 alone
	Week      Period      // the week that the headline says the text is of: 6月8日—14日, for 本周 and 上周
	Current   Period      // in force before this expression: for 同期, 当年, 其中3月
}

// Period is a span or a day in the calendar, both ends inclusive. An unknown end is the zero Date.
type Period struct {
	Kind       string
	Start, End yiyuan.Date
}

// Year returns the whole year y.
func Year(y int) Period {
	return Period{During, yiyuan.Date{Year: y, Month: 1, Day: 1}, yiyuan.Date{Year: y, Month: 12, Day: 31}}
}

// Flow is the span over which a flow dated p ran: 截至11月 with 实现产值 is January to November.
func (p Period) Flow() Period {
	if p.Kind != AsOf || p.End.IsZero() {
		return p
	}
	return Period{During, yiyuan.Date{Year: p.End.Year, Month: 1, Day: 1}, p.End}
}

// Stock is the day at which a stock dated p stood: 2023年 with 贷款余额 is 2023-12-31.
func (p Period) Stock() Period {
	if p.Kind != During || p.End.IsZero() {
		return p
	}
	return Period{Kind: AsOf, End: p.End}
}

// YearToDate tells of the first months of a year: 1—10月, 上半年.
func (p Period) YearToDate() bool {
	return p.Kind == During && p.Start.Month == 1 && p.Start.Day == 1 && p.End.Year == p.Start.Year && p.End.Month < 12 && p.End == yiyuan.NewDate(p.End.Year, p.End.Month+1, 0)
}

// Last narrows a span of several years to its last: 产值达1400亿元 in a five-year part is the last year. A season of months that only
// runs over the turn of the year is one.
func (p Period) Last() Period {
	if p.Kind != During || p.End.IsZero() || p.Start.Year == p.End.Year || !p.Start.IsZero() && p.End.Before(yiyuan.NewDate(p.Start.Year+1, p.Start.Month, p.Start.Day)) && p.Start.Month > 1 {
		return p
	}
	return Period{During, yiyuan.Date{Year: p.End.Year, Month: 1, Day: 1}, p.End}
}

// Expr is one expression of time as written. Start and End are bytes of the scanned text.
type Expr struct {
	Start, End int
	Text       string
	Role       string
	core
	mod    modifier
	coming bool // 未来, 今后, 到: counted forward by its words
}

// Now reports whether e means the day of the reference: 目前, 截至目前.
func (e Expr) Now() bool { return e.shape == now }

// Ago reports whether e counts years back to one that is over: 十年前.
func (e Expr) Ago() bool { return e.shape == years && e.mod == before }

// Day reports whether e names a day: 昨天, 9月17日, 上周五.
func (e Expr) Day() bool { return e.shape == daysAgo || e.shape == weekday || e.DayOnly() }

// Holiday reports whether e is a public holiday or some of its days: 国庆假期, 春节前四天.
func (e Expr) Holiday() bool { return e.shape == point && e.a.holiday != "" }

// NewYearDay reports whether e is one of the first days of the lunar year or the eve of it: 大年初一.
func (e Expr) NewYearDay() bool {
	return e.Holiday() && (e.a.holiday == "正月" || e.a.holiday == "除夕")
}

// BareDay reports whether e is a day or days of a month that is not told: 30日.
func (e Expr) BareDay() bool {
	return e.shape == point && e.a.told == unsaid && e.a.days[0] > 0 && !e.a.monthly() && e.a.holiday == ""
}

// DayOnly reports whether e is a day or days of a month, of a year that is not told: 9月17日.
func (e Expr) DayOnly() bool {
	return e.shape == point && e.a.told == unsaid && e.a.days[0] > 0 && e.a.monthly()
}

// Beyond reports whether e may reach past a year of the text: a later year, or one counted from the day of the text, 明年, 未来三年.
func (e Expr) Beyond(year int) bool {
	switch e.shape {
	case point, span:
		return e.a.told == counted || e.a.told == ofCentury || e.a.told == printed && max(e.a.year, e.a.last, e.b.year, e.b.last) > year
	}
	return e.shape == years && e.coming
}

// shape tells which fields of a core are used.
type shape uint8

const (
	point    shape = iota // one mark
	span                  // from one mark to another
	years                 // n years counted back or ahead: 近三年, 未来五年
	months                // n months likewise
	term                  // 本届政府
	now                   // 目前
	daysAgo               // n days before the reference: 昨天
	lastDays              // n days up to the reference: 最近一周
	week                  // n weeks before that of the reference: 上周
	weekend               // 上周末
	weekday               // a day of the n-th week before that of the reference: 上周五; of the last seven days: 周五
	same                  // 同期
	vague                 // 近年来
	rate                  // 同比, 环比, 年均: a word of comparison without a date
)

type core struct {
	shape shape
	a, b  mark
	n     int
	half  bool // of months: and a half, 两个半月
}

type modifier uint8

const (
	plain   modifier = iota
	since            // …以来
	before           // …以前
	after            // …以后
	until            // 截至…
	between          // …之后…之前, both ends left out
)

// told says how the year of a mark is known.
type told uint8

const (
	unsaid    told = iota // 3月, 上半年: the year in force
	printed               // 2024年
	counted               // 今年, 去年: from the reference date
	forced                // 当年, 上年: from the year in force
	ofCentury             // 本世纪末: the last year of the century of the reference
)

type edge uint8

const (
	whole   edge = iota
	opening      // 年初, 3月初
	closing      // 年底, 3月末
)

// mark is a year or a part of it.
type mark struct {
	told    told
	year    int    // the printed year, or an offset from the year counted from
	short   bool   // printed with two digits
	last    int    // last year where the mark is a plan or a decade
	months  [2]int // first and last month, zeros for the whole year
	moon    bool   // months are an offset from the month of the reference: 上月
	that    bool   // 当月: the month is the last of the span in force, where that is one of months
	season  bool   // months are an offset from the quarter of the reference: 上季度
	days    [2]int // first and last day; 31 stands for the end of any month
	edge    edge
	same    bool   // 上年同期: the period in force, in this year
	holiday string // 国庆: a public holiday, its days counted from the first
}

func (m mark) monthly() bool { return m.months[0] != 0 || m.moon || m.season }
