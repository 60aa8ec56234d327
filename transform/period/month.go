package period

import "strings"

// This file reads months and the days in them.

// monthsOf reads months at i and what narrows them: 1-11月份, 前11个月, 首月, 3月5日, 6月上旬, 本月十日.
func monthsOf(s string, i int, m mark) (mark, int, bool) {
	if t, end, ok := seasonOrHalf(s, i, m); ok {
		return t, end, true
	}
	if off, end := saidMonth(s, i); end > i {
		m.months, m.moon, m.that = [2]int{off, off}, true, has(s, i, "当月") || has(s, i, "全月")
		return monthTail(s, end, m)
	}
	if k := eat(s, i, "首月"); k > i && (i == 0 || m.told != unsaid || strings.HasSuffix(s[:i], "，") || strings.HasSuffix(s[:i], "年")) {
		m.months = [2]int{1, 1}
		return m, k, true
	}
	if k := eat(s, i, "前", "头", "首"); k > i && !strings.HasSuffix(s[:i], "提") {
		n, j := count(s, blanks(s, k))
		if n < 1 || n > 12 {
			return m, i, false
		}
		if end := unit(s, j, "个月"); end > 0 {
			m.months = [2]int{1, n}
			return m, eat(s, end, "份"), true
		}
		if end := unit(s, j, "月"); end > 0 && (m.told != unsaid || n > 1) {
			m.months = [2]int{1, n}
			return m, eat(s, end, "份"), true
		}
		if end := unit(s, j, "天"); end > 0 && m.told != unsaid {
			m.months, m.days = [2]int{1, 1}, [2]int{1, n}
			return m, end, true
		}
		return m, i, false
	}
	if k := eat(s, i, "后"); k > i && m.told != unsaid {
		n, j := count(s, k)
		if end := unit(s, eat(s, j, "个"), "月"); n > 0 && n < 12 && end > 0 {
			m.months = [2]int{13 - n, 12}
			return m, end, true
		}
		return m, i, false
	}
	if k := eat(s, i, "第"); k > i {
		n, j := count(s, k)
		if end := unit(s, j, "个月"); n > 0 && n <= 12 && end > 0 && m.told != unsaid {
			m.months = [2]int{n, n}
			return m, end, true
		}
		return m, i, false
	}
	return printedMonths(s, i, m)
}

// seasonOrHalf reads the 秋季 of a year that has been told, and 上半月.
func seasonOrHalf(s string, i int, m mark) (mark, int, bool) {
	if eat(s, i, "上半月", "下半月") > i {
		if m.moon, m.days = true, [2]int{1, 15}; has(s, i, "下") {
			m.days = [2]int{16, 31}
		}
		return m, i + len("上半月"), true
	}
	if m.told == unsaid {
		return m, i, false
	}
	for k, w := range [...]string{"春", "夏", "秋", "冬"} {
		if has(s, i, w) && eat(s, i+3, "季", "天") > i+3 {
			m.months = [2]int{3*k + 3, 3*k + 5}
			return m, i + len("春季"), true
		}
	}
	return m, i, false
}

func printedMonths(s string, i int, m mark) (mark, int, bool) {
	n, ok := readNumeral(s, i)
	if !ok || n.v < 1 || n.v > 12 || n.digits > 2 {
		return m, i, false
	}
	lo, hi, j := n.v, n.v, n.end
	if k := connector(s, j); k > j {
		if h, ok := readNumeral(s, k); ok && h.v > lo && h.v <= 12 && h.digits <= 2 {
			hi, j = h.v, h.end
		}
	}
	for has(s, j, "、") { // 7、8月
		h, ok := readNumeral(s, j+len("、"))
		if next := j + len("、"); hanAt(s, next) == hi+1 && has(s, next+3, "两") {
			h.v, h.end, ok = hi+1, next+3, true // 三、四两个月
		}
		if !ok || h.v != hi+1 || h.v > 12 {
			break
		}
		hi, j = h.v, h.end
	}
	end := unit(s, j, "月")
	if end < 0 && hi == lo+1 {
		if k := eat(s, j, "两个月", "两月"); k > j {
			m.months = [2]int{lo, hi}
			return m, k, true // 10、11两月
		}
	}
	if end < 0 || n.chinese && (n.digits > 1 && !n.tens || n.v == 1 && has(s, end, "一")) { // 一月一主题 is every month
		return m, i, false
	}
	m.months = [2]int{lo, hi}
	if k := eat(s, end, "份当月", "当月", "份"); k > end {
		return m, k, true
	}
	if hi == lo {
		return monthTail(s, end, m)
	}
	return m, end, true
}

// saidMonth reads 本月, 上个月, 下下月 as an offset from the month of the reference.
func saidMonth(s string, i int) (off, end int) {
	if !saidHeads.has(runeAt(s, i)) {
		return 0, i
	}
	for _, w := range [...]struct {
		word string
		off  int
	}{{"本月", 0}, {"当月", 0}, {"全月", 0}, {"这个月", 0}, {"上上个月", -2}, {"上一个月", -1}, {"上个月", -1}, {"上1月", -1}, {"上月", -1}, {"下下个月", 2}, {"下一个月", 1}, {"下个月", 1}, {"下月", 1}, {"次月", 1}} {
		if has(s, i, w.word) {
			if i > 0 && strings.ContainsRune("以之基日线首第每月份", runeBefore(s, i)) {
				return 0, i
			}
			return w.off, i + len(w.word)
		}
	}
	return 0, i
}

// monthTail reads the part of a month: 5日, 12-19日, 上旬, 底, 前4天, 前10日.
func monthTail(s string, i int, m mark) (mark, int, bool) {
	j := blanks(s, i)
	if lo, hi, end, ok := dayNumbers(s, j); ok {
		m.days = [2]int{lo, hi}
		return m, end, true
	}
	switch {
	case has(s, j, "上旬"):
		m.days = [2]int{1, 10}
	case has(s, j, "中旬"):
		m.days = [2]int{11, 20}
	case has(s, j, "下旬"):
		m.days = [2]int{21, 31}
	case has(s, j, "上半月"):
		return ofHalf(m, 1, 15), j + len("上半月"), true
	case has(s, j, "下半月"):
		return ofHalf(m, 16, 31), j + len("下半月"), true
	}
	if m.days[0] > 0 {
		return m, j + len("上旬"), true
	}
	if k := eat(s, j, "月底", "月末", "底", "末"); k > j {
		m.edge = closing
		return m, k, true
	}
	if k := eat(s, j, "月初", "初"); k > j && !has(s, j, "初步") {
		m.edge = opening
		return m, k, true
	}
	if k := eat(s, j, "前", "最后", "后"); k > j {
		n, e := count(s, k)
		if end := max(unit(s, e, "天"), unit(s, e, "日")); n > 0 && end > 0 {
			if m.days = [2]int{1, n}; !has(s, j, "前") {
				m.days = [2]int{-n, 31}
			}
			return m, end, true
		}
	}
	return m, i, true
}

// ofHalf is the half of a month from one day to another.
func ofHalf(m mark, from, to int) mark {
	m.days = [2]int{from, to}
	return m
}

// dayNumbers reads 5日, 12-19日, 二十三; a day without 日 only where the sentence or the span ends with it.
func dayNumbers(s string, i int) (lo, hi, end int, ok bool) {
	n, ok := readNumeral(s, i)
	if !ok || n.v < 1 || n.v > 31 || n.digits > 3 || n.chinese && n.digits > 1 && !n.tens {
		return 0, 0, i, false
	}
	lo, hi, end = n.v, n.v, n.end
	if k := dayUnit(s, end); k > end {
		return lo, hi, k, true
	}
	if k := connector(s, end); k > end {
		if h, ok := readNumeral(s, k); ok && h.v > lo && h.v <= 31 && h.digits <= 3 {
			if e := dayUnit(s, h.end); e > h.end {
				return lo, h.v, e, true
			}
		}
		if bareDayRange(s, k) {
			return lo, hi, end, true
		}
		return 0, 0, i, false
	}
	if end == len(s) || has(s, end, "，") || has(s, end, "。") {
		return lo, hi, end, true
	}
	return 0, 0, i, false
}

// bareDayRange reports whether a span goes on at k with another month: 1月3至2月10.
func bareDayRange(s string, k int) bool {
	n, ok := readNumeral(s, k)
	return ok && n.v <= 12 && unit(s, n.end, "月") > 0
}

func dayUnit(s string, i int) int {
	if e := unit(s, i, "日"); e > 0 {
		return e
	}
	if e := unit(s, i, "号"); e > 0 && !has(s, e, "文") && !has(s, e, "线") && !has(s, e, "机") {
		return e
	}
	return i
}

// connector returns the end of the sign that joins two ends of a span: 至, 到, —, -, ～.
func connector(s string, i int) int {
	j := blanks(s, i)
	for _, w := range [...]string{"至", "到", "——", "—", "–", "－－", "－", "--", "-", "～", "~", "―", "─", "⁃", "−"} {
		if has(s, j, w) {
			return blanks(s, j+len(w))
		}
	}
	return i
}
