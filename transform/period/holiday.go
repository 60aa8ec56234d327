package period

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
	"time"

	"yiyuan"
	"yiyuan/transform/tables"
)

// This file reads the public holidays: 国庆假期, 春节期间, “五一”假期首日, 国庆前四天.

//go:embed holidays.csv
var holidaysCSV string

func init() { tables.Register("holidays.csv", &holidaysCSV) }

// holiday is one public holiday of one year.
type holiday struct {
	name        string
	year        int
	first, last yiyuan.Date
}

var holidays = sync.OnceValue(func() []holiday {
	var out []holiday
	for cells := range tables.Rows(holidaysCSV, 4) {
		year, err := strconv.Atoi(cells[1])
		first, err1 := time.Parse(time.DateOnly, cells[2])
		last, err2 := time.Parse(time.DateOnly, cells[3])
		if err != nil || err1 != nil || err2 != nil {
			panic("period: holidays.csv: " + cells[0] + " " + cells[1])
		}
		out = append(out, holiday{cells[0], year, yiyuan.DateOf(first), yiyuan.DateOf(last)})
	}
	return out
})

// festivals are the names of the holidays as written, the longer before their parts.
var festivals = [...]struct{ word, name string }{
	{"国庆中秋", "国庆"}, {"国庆、中秋", "国庆"}, {"中秋国庆", "国庆"}, {"中秋、国庆", "国庆"}, {"国庆", "国庆"}, {"中秋", "中秋"},
	{"“十一”", "国庆"}, {"“国庆”", "国庆"}, {"“中秋”", "中秋"}, {"“春节”", "春节"}, {"“元旦”", "元旦"}, {"“清明”", "清明"}, {"“端午”", "端午"}, {"“国庆节”", "国庆"}, {"“中秋节”", "中秋"}, {"“清明节”", "清明"}, {"“端午节”", "端午"}, {"春节", "春节"}, {"“五一”", "五一"}, {"五一", "五一"}, {"劳动节", "五一"}, {"元旦", "元旦"}, {"清明", "清明"}, {"端午", "端午"}, {"春运", "春运"},
}

// festive begin a holiday.
var festive = func() *runeSet {
	heads := headsOf("除夕", "大年初", "正月初")
	for _, f := range festivals {
		heads.set(runeAt(f.word, 0))
	}
	return heads
}()

// holidayAt reads a holiday of the year that m tells.
func holidayAt(s string, i int, m mark) (mark, int, bool) {
	if !festive.has(runeAt(s, i)) {
		return m, i, false
	}
	if day, end, ok := newYearDay(s, i, m); ok {
		return day, end, true
	}
	for _, f := range festivals {
		if !has(s, i, f.word) {
			continue
		}
		if strings.HasSuffix(strings.TrimSuffix(s[:i], "、"), "元旦") {
			break // 元旦春节期间 is all that lies between the two
		}
		m.holiday = f.name
		j := eat(s, i+len(f.word), "节")
		k := eat(s, eat(s, daysInAll(s, j), "小长假", "长假", "黄金周", "假期", "假日", "双节"), "期间")
		if show := eat(s, k, "档期", "档"); show > k && eat(s, show, "案", "位", "次") == show {
			k = show // 国庆档, as the cinemas say
		}
		m, end := holidayDays(s, k, m)
		if end == j && !(m.told != unsaid && j > i+len(f.word) && (has(s, j, "，") || has(s, j, ","))) || eat(s, end, "前", "后", "过后", "结束", "刚过", "刚刚", "临近", "将至", "即将", "到来", "的到来", "来临") > end {
			break
		}
		return m, end, true
	}
	return m, i, false
}

// newYearDay reads the eve of the lunar year and its first days, but for those that only say once more which day a date is: 除夕当天, 大年初一,
// 正月初一至初三.
func newYearDay(s string, i int, m mark) (mark, int, bool) {
	if !has(s, i, "除夕") && !has(s, i, "大年初") && !has(s, i, "正月初") || endsIn(s[:i], []string{"日，", "日（", "日(", "日、", "日", "日，农历"}) {
		return m, i, false // 3月2日，正月初六
	}
	if k := eat(s, i, "除夕"); k > i {
		if eat(s, k, "前", "之前", "以前", "后", "临近", "将至", "到来", "来临", "夜话", "至", "到") > k {
			return m, i, false
		}
		m.holiday = "除夕"
		return m, eat(s, k, "当天", "当日", "之夜", "夜"), true
	}
	k := eat(s, i, "大年初", "正月初")
	if k == i {
		return m, i, false
	}
	n, end := count(s, k)
	if end == k || n > 10 || eat(s, end, "前", "之前", "以前", "后", "之后", "以后") > end {
		return m, i, false
	}
	m.holiday, m.days = "正月", [2]int{n, n}
	if j := connector(s, end); j > end {
		first := eat(s, j, "大年初", "正月初", "初")
		if last, to := count(s, first); first > j && last > n && last <= 15 {
			m.days[1], end = last, to
		}
	}
	return m, eat(s, end, "当天", "当日"), true
}

// daysInAll passes how many days a holiday has, before the word for it or a pause: 春节七天假期, 国庆8天长假, 五一5天，.
func daysInAll(s string, i int) int {
	n, k := count(s, i)
	end := eat(s, k, "天")
	if n < 2 || n > mostDays || end == k || eat(s, end, "小长假", "长假", "假期", "假日", "，", ",") == end {
		return i
	}
	return end
}

// holidayDays reads which of its days are meant: 首日, 前四天, 第二天.
func holidayDays(s string, i int, m mark) (mark, int) {
	if k := eat(s, i, "首日", "首天"); k > i {
		m.days = [2]int{1, 1}
		return m, k
	}
	if k := eat(s, i, "当天", "当日"); k > i && feastDays[m.holiday] != [2]int{} {
		m.days = theFeast
		return m, k
	}
	j := eat(s, i, "前", "第")
	n, k := count(s, j)
	if j == i || n < 1 || n > mostDays {
		return m, i
	}
	end := eat(s, k, "天", "日")
	if end == k {
		return m, i
	}
	m.days = [2]int{n, n}
	if has(s, i, "前") {
		m.days[0] = 1
	}
	return m, end
}

// mostDays is the length of the longest of them, the travel season of the spring festival.
const mostDays = 40

// feastDays are the feasts that fall on the same day of every year, by month and day: 国庆当天 is 1 October, however long the holiday is.
var feastDays = map[string][2]int{"元旦": {1, 1}, "五一": {5, 1}, "国庆": {10, 1}}

// theFeast stands for the day of the feast among the days of its holiday.
var theFeast = [2]int{-1, -1}

// HolidayJustOver is the holiday that a headline names, where its last day lies no more than a week before a day: “五一”消费升温 on 6 May.
func HolidayJustOver(headline string, day yiyuan.Date) (Period, bool) {
	return holidayOver(headline, day, justOver)
}

// HolidaySaidOver is the holiday that words name which say that it is just over, though that be some weeks before a day: 刚刚过去的春节.
func HolidaySaidOver(words string, day yiyuan.Date) (Period, bool) {
	return holidayOver(words, day, soon)
}

func holidayOver(headline string, day yiyuan.Date, within int) (Period, bool) {
	for _, f := range festivals {
		if !strings.Contains(headline, f.word) {
			continue
		}
		for _, h := range holidays() {
			if h.name == f.name && !day.Before(h.last) && apart(h.last, day) <= within {
				return Period{During, h.first, h.last}, true
			}
		}
	}
	return Period{}, false
}

// justOver is how many days after its end a holiday is told of as just over.
const justOver = 7

// soon is how many days ahead a holiday may lie that is told without its year, or behind that is said to be just over.
const soon = 45

// holidayYear is the year of a holiday that is told without: of the one nearest to the reference, and of those ahead only the next.
func (c Context) holidayYear(name string) int {
	if c.Current.End.Year != 0 && c.Current.End.Year != c.Reference.Year {
		return c.Current.End.Year
	}
	year, nearest := 0, 400
	for _, h := range holidays() {
		d := apart(h.first, c.Reference)
		if h.name != name || d > soon && c.Reference.Before(h.first) {
			continue
		}
		if d < nearest {
			year, nearest = h.year, d
		}
	}
	return year
}

func apart(a, b yiyuan.Date) int {
	d := int(a.Time().Sub(b.Time()).Hours() / 24)
	return max(d, -d)
}

// holidayBounds are the days of a settled holiday; none where the table does not know it.
func (m mark) holidayBounds() (start, end yiyuan.Date) {
	for _, h := range holidays() {
		if h.name != m.holiday || h.year != m.year {
			continue
		}
		start, end = h.first, h.last
		if day := feastDays[m.holiday]; m.days == theFeast {
			start = yiyuan.NewDate(m.year, time.Month(day[0]), day[1])
			end = start
		} else if m.days[0] > 0 {
			start = yiyuan.NewDate(h.first.Year, h.first.Month, h.first.Day+m.days[0]-1)
			end = yiyuan.NewDate(h.first.Year, h.first.Month, h.first.Day+m.days[1]-1)
		}
	}
	return start, end
}
