package stamp

import (
	"strings"
	"time"
	"unicode/utf8"
)

// Moment is a date as printed, with the place it was printed at.
type Moment struct {
	Time       time.Time // wall clock in Shanghai, carried in time.UTC
	Clock      bool      // an hour was printed
	Abridged   bool      // the year was printed in two digits, or had to be told from the day of fetching
	Start, End int       // bytes of the text searched
}

var shanghai = time.FixedZone("Asia/Shanghai", 8*3600)

// Wall returns the clock on a wall in Shanghai at t, carried in time.UTC: a wall clock has no zone, and in UTC every
// writer prints it as it stands.
func Wall(t time.Time) time.Time {
	t = t.In(shanghai)
	return time.Date(t.Year(), t.Month(), t.Day(), t.Hour(), t.Minute(), t.Second(), 0, time.UTC)
}

// Parse reads a metadata field that holds one date: RFC 3339, the Chinese formats, or bare digits (20230506102000).
func Parse(s string) (time.Time, bool) {
	s = fold(strings.TrimSpace(s))
	if m, ok := Find(s, time.Time{}); ok && m.Start == 0 {
		return m.Time, true
	}
	if n := digits(s, 0); n == len(s) {
		switch n {
		case 8, 12, 14:
			return compact(s)
		case 10, 13: // seconds or milliseconds since 1970
			return epoch(s)
		}
	}
	return time.Time{}, false
}

func compact(s string) (time.Time, bool) {
	s += "000000"[:14-len(s)]
	t, err := time.Parse("20060102150405", s)
	return t, err == nil && plausibleYear(t.Year())
}

func epoch(s string) (time.Time, bool) {
	t := Wall(time.Unix(int64(number(s[:10])), 0))
	return t, plausibleYear(t.Year()) && t.Year() > 1990
}

// Find returns the first date of s. Relative ones (昨天 08:30, 3小时前) and those without a year are read only where the
// day the page was fetched is known, and are never later than it.
func Find(s string, now time.Time) (Moment, bool) {
	for i := 0; i < len(s); {
		c := s[i]
		switch {
		case isDigit(c):
			if m, ok := dateAt(s, i, now); ok {
				return m, true
			}
			i += digits(s, i)
		case c < utf8.RuneSelf:
			i++
		default:
			if m, ok := relativeDay(s, i, now); ok {
				return m, true
			}
			_, n := utf8.DecodeRuneInString(s[i:])
			i += n
		}
	}
	return Moment{}, false
}

func dateAt(s string, i int, now time.Time) (Moment, bool) {
	n := digits(s, i)
	switch n {
	case 4:
		return fullDate(s, i, now)
	case 1, 2:
		if m, ok := ago(s, i, now); ok {
			return m, true
		}
		if n == 2 {
			if m, ok := shortYear(s, i); ok {
				return m, true
			}
		}
		return yearless(s, i, now)
	}
	return Moment{}, false
}

// fullDate reads 2023-05-06, 2023/5/6, 2023.05.06, 2023年5月6日 and 2023 05/06, each with its clock.
func fullDate(s string, i int, _ time.Time) (Moment, bool) {
	y := number(s[i : i+4])
	sep, j := separator(s, i+4)
	if !plausibleYear(y) || sep == 0 {
		return Moment{}, false
	}
	mo, d, j, ok := monthDay(s, j, sep)
	if !ok {
		return Moment{}, false
	}
	return withClock(s, i, j, y, mo, d)
}

// shortYear reads 18-03-08 23:16: two digits are a year only where a clock follows.
func shortYear(s string, i int) (Moment, bool) {
	sep, j := separator(s, i+2)
	if sep == 0 || sep == ' ' {
		return Moment{}, false
	}
	mo, d, j, ok := monthDay(s, j, sep)
	if !ok {
		return Moment{}, false
	}
	m, ok := withClock(s, i, j, 2000+number(s[i:i+2]), mo, d)
	m.Abridged = true
	return m, ok && m.Clock
}

// yearless reads 09-30 22:46 and 9月7日 as the last such day before now.
func yearless(s string, i int, now time.Time) (Moment, bool) {
	sep := byte('-')
	if k := i + digits(s, i); strings.HasPrefix(s[k:], "月") {
		sep = 'Y'
	} else if k < len(s) && s[k] == '/' {
		sep = '/'
	}
	mo, d, j, ok := monthDay(s, i, sep)
	if !ok || now.IsZero() {
		return Moment{}, false
	}
	wall := Wall(now)
	m, ok := withClock(s, i, j, wall.Year(), mo, d)
	if ok && m.Time.After(wall) {
		m, ok = withClock(s, i, j, wall.Year()-1, mo, d)
	}
	m.Abridged = true
	return m, ok && (m.Clock || sep == 'Y')
}

// separator reads what stands between year and month: one sign, 年, or a blank before 05/06.
func separator(s string, i int) (sep byte, next int) {
	j := blanks(s, i)
	switch {
	case strings.HasPrefix(s[j:], "年"):
		return 'Y', blanks(s, j+len("年"))
	case j < len(s) && (s[j] == '-' || s[j] == '/' || s[j] == '.'):
		return s[j], j + 1
	case j > i && j+2 < len(s) && digits(s, j) == 2 && s[j+2] == '/':
		return '/', j
	case j > i && j+2 < len(s) && digits(s, j) == 2 && s[j+2] == '-':
		return '-', j
	}
	return 0, i
}

func monthDay(s string, i int, sep byte) (month, day, next int, ok bool) {
	n := digits(s, i)
	if n < 1 || n > 2 {
		return 0, 0, 0, false
	}
	month = number(s[i : i+n])
	j := i + n
	if sep == 'Y' {
		j = blanks(s, j)
		if !strings.HasPrefix(s[j:], "月") {
			return 0, 0, 0, false
		}
		j = blanks(s, j+len("月"))
	} else {
		if j >= len(s) || s[j] != sep {
			return 0, 0, 0, false
		}
		j++
	}
	n = digits(s, j)
	if n < 1 || n > 2 {
		return 0, 0, 0, false
	}
	day = number(s[j : j+n])
	j += n
	if k := blanks(s, j); strings.HasPrefix(s[k:], "日") {
		j = k + len("日")
	} else if sep == 'Y' {
		return 0, 0, 0, false
	}
	return month, day, j, true
}

func withClock(s string, start, i, y, mo, d int) (Moment, bool) {
	day := time.Date(y, time.Month(mo), d, 0, 0, 0, 0, time.UTC)
	if mo < 1 || mo > 12 || day.Day() != d {
		return Moment{}, false
	}
	m := Moment{Time: day, Start: start, End: i}
	if c, ok := clockAt(s, i); ok {
		m.Clock, m.End = true, c.end
		m.Time = day.Add(c.since)
		if c.zoned {
			m.Time = Wall(m.Time.Add(-c.offset))
		}
	}
	return m, true
}

type clock struct {
	since  time.Duration
	zoned  bool
	offset time.Duration // east of Greenwich
	end    int
}

// clockAt reads 10:20, 10:20:30, T10:20:30.000+08:00, 10时20分, 下午3:20, after blanks and a day of the week.
func clockAt(s string, i int) (clock, bool) {
	i = blanks(s, i)
	i = weekday(s, i)
	afternoon := false
	for _, w := range []string{"T", "上午", "下午", "晚上", "晚", "凌晨", "早上"} {
		if strings.HasPrefix(s[i:], w) {
			afternoon = w == "下午" || w == "晚上" || w == "晚"
			i = blanks(s, i+len(w))
			break
		}
	}
	h, i, ok := twoDigits(s, i)
	if !ok || h > 23 {
		return clock{}, false
	}
	i, ok = skipAny(s, i, ":", "时", "点")
	if !ok {
		return clock{}, false
	}
	m, i, ok := twoDigits(s, i)
	if !ok || m > 59 {
		return clock{}, false
	}
	if afternoon && h < 12 {
		h += 12
	}
	c := clock{since: time.Duration(h)*time.Hour + time.Duration(m)*time.Minute, end: i}
	if j, ok := skipAny(s, i, ":", "分"); ok {
		c.end = j
		if sec, k, ok := twoDigits(s, j); ok && sec < 60 {
			c.since += time.Duration(sec) * time.Second
			c.end, _ = skipAny(s, k, "秒")
		}
		if s[i] == ':' && c.end == j { // 10:20: is a clock and a colon
			c.end = i
		}
	}
	return zoneAt(s, c), true
}

func zoneAt(s string, c clock) clock {
	i := c.end
	if i < len(s) && s[i] == '.' && digits(s, i+1) > 0 {
		i += 1 + digits(s, i+1)
		c.end = i
	}
	if i >= len(s) {
		return c
	}
	if s[i] == 'Z' {
		c.zoned, c.end = true, i+1
		return c
	}
	if s[i] != '+' && s[i] != '-' {
		return c
	}
	h, j, ok := twoDigits(s, i+1)
	if !ok || j != i+3 || h > 14 {
		return c
	}
	j, _ = skipAny(s, j, ":")
	m, j, ok := twoDigits(s, j)
	if !ok {
		return c
	}
	c.zoned, c.end = true, j
	c.offset = time.Duration(h)*time.Hour + time.Duration(m)*time.Minute
	if s[i] == '-' {
		c.offset = -c.offset
	}
	return c
}

func weekday(s string, i int) int {
	for _, w := range []string{"星期", "周", "(星期", "(周"} {
		if strings.HasPrefix(s[i:], w) {
			_, n := utf8.DecodeRuneInString(s[i+len(w):])
			j, _ := skipAny(s, i+len(w)+n, ")")
			return blanks(s, j)
		}
	}
	return i
}

func relativeDay(s string, i int, now time.Time) (Moment, bool) {
	if now.IsZero() {
		return Moment{}, false
	}
	for days, w := range []string{"今天", "昨天", "前天"} {
		if !strings.HasPrefix(s[i:], w) {
			continue
		}
		day := Wall(now).AddDate(0, 0, -days)
		m, ok := withClock(s, i, i+len(w), day.Year(), int(day.Month()), day.Day())
		m.Abridged = true
		return m, ok
	}
	return Moment{}, false
}

// ago reads 5分钟前, 3小时前 and 2天前.
func ago(s string, i int, now time.Time) (Moment, bool) {
	if now.IsZero() {
		return Moment{}, false
	}
	n := digits(s, i)
	count := number(s[i : i+n])
	for _, u := range []struct {
		word string
		unit time.Duration
	}{{"分钟前", time.Minute}, {"小时前", time.Hour}, {"天前", 24 * time.Hour}} {
		j := blanks(s, i+n)
		if strings.HasPrefix(s[j:], u.word) {
			t := Wall(now).Add(-time.Duration(count) * u.unit)
			m := Moment{Time: t.Truncate(time.Minute), Clock: true, Abridged: true, Start: i, End: j + len(u.word)}
			if u.unit > time.Hour {
				m.Time, m.Clock = t.Truncate(24*time.Hour), false
			}
			return m, true
		}
	}
	return Moment{}, false
}

func plausibleYear(y int) bool { return y >= 1949 && y < 2100 }

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

func digits(s string, i int) int {
	j := i
	for j < len(s) && isDigit(s[j]) {
		j++
	}
	return j - i
}

func blanks(s string, i int) int {
	for i < len(s) && (s[i] == ' ' || s[i] == '\t') {
		i++
	}
	return i
}

func number(s string) int {
	n := 0
	for i := 0; i < len(s); i++ {
		n = n*10 + int(s[i]-'0')
	}
	return n
}

func twoDigits(s string, i int) (n, next int, ok bool) {
	k := digits(s, i)
	if k < 1 || k > 2 {
		return 0, i, false
	}
	return number(s[i : i+k]), i + k, true
}

func skipAny(s string, i int, words ...string) (int, bool) {
	for _, w := range words {
		if strings.HasPrefix(s[i:], w) {
			return i + len(w), true
		}
	}
	return i, false
}
