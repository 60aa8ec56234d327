package period

import "strings"

// planAt reads a five-year plan as a stretch of time. A bare plan in quotes (“十四五”规划) is a name, but where a sum or mean of its years follows: bare
// is then true.
func planAt(s string, i int) (m mark, end int, bare, ok bool) {
	j := eat(s, i, "“", "‘", "\"", "「", "＂")
	quoted := j > i
	n, j, ok := planNumber(s, j)
	if !ok {
		return m, i, false, false
	}
	if quoted {
		k := eat(s, j, "”", "’", "\"", "」", "＂")
		if k == j {
			k = eat(s, j, "规划”", "计划”", "时期”", "期间”")
			if k == j {
				return m, i, false, false
			}
		}
		j = k
	}
	m = yearsOfPlan(n)
	m, end = planTail(s, j, m)
	if !quoted && end == j && !has(s, j, "以来") && !has(s, j, "规划") && !has(s, j, "计划") && !(n > 10 && !isNumeralRune(runeAt(s, j))) {
		return m, i, false, false
	}
	return m, end, end == j && !has(s, j, "以来") && !has(s, j, "累计") && !has(s, j, "年均"), true
}

// planByNumber reads 第三个五年计划时期 as the years of that plan; one that is only named is none.
func planByNumber(s string, i int) (mark, int, bool) {
	n, j := count(s, i+len("第"))
	if j == i+len("第") || !has(s, j, "个五年") || n < 1 || n > 20 {
		return mark{}, i, false
	}
	j += len("个五年")
	m, end := planTail(s, j, yearsOfPlan(n))
	return m, end, end > j
}

// numberedPlan finds the number of 第十一个五年规划 in a title, 0 where it names no such plan.
func numberedPlan(title string) int {
	before, after, found := strings.Cut(title, "个五年")
	k := strings.LastIndex(before, "第")
	if !found || k < 0 || !strings.HasPrefix(after, "规划") && !strings.HasPrefix(after, "计划") {
		return 0
	}
	if n, end := count(before, k+len("第")); end == len(before) {
		return n
	}
	return 0
}

// yearsOfPlan are the five years of a plan by its number. The first two began three years sooner than the count of the later ones has it.
func yearsOfPlan(n int) mark {
	if n < 3 {
		return mark{told: printed, year: 1948 + 5*n, last: 1952 + 5*n}
	}
	return mark{told: printed, year: 1951 + 5*n, last: 1955 + 5*n}
}

// planNumber reads 十四五 as 14, 九五 as 9.
func planNumber(s string, i int) (n, end int, ok bool) {
	if hanAt(s, i) == 10 {
		n, end = 10, i+3
	} else if d := hanAt(s, i); d >= 1 && d <= 9 {
		n, end = d, i+3
	} else {
		return 0, i, false
	}
	if n == 10 {
		if d := hanAt(s, end); d >= 1 && d <= 9 && hanAt(s, end+3) == 5 {
			n, end = 10+d, end+3
		}
	}
	if hanAt(s, end) != 5 {
		return 0, i, false
	}
	return n, end + 3, true
}

func planTail(s string, i int, m mark) (mark, int) {
	j := eat(s, i, "规划纲要", "规划", "计划", "发展")
	if k := eat(s, j, "时期", "期间", "规划期内", "规划期"); k > j {
		return m, k
	}
	if k := eat(s, j, "期末", "时期末", "末期", "末", "收官之年", "最后一年"); k > j {
		m.year, m.last = m.last, 0
		m.edge = closing
		if has(s, j, "收官") || has(s, j, "最后") {
			m.edge = whole
		}
		return m, k
	}
	if k := eat(s, j, "期初", "初期", "初"); k > j {
		m.last, m.edge = 0, opening
		return m, k
	}
	if k := eat(s, j, "开局之年", "开局年", "第一年", "首年"); k > j {
		m.last = 0
		return m, k
	}
	if k := eat(s, j, "前", "头"); k > j {
		if n, e := count(s, k); n > 0 && n < 5 && has(s, e, "年") {
			m.last = m.year + n - 1
			return m, e + 3
		}
	}
	if k := eat(s, j, "后"); k > j {
		if n, e := count(s, k); n > 0 && n < 5 && has(s, e, "年") {
			m.year = m.last - n + 1
			return m, e + 3
		}
	}
	if k := eat(s, j, "五年", "这五年", "的五年"); k > j {
		return m, k
	}
	return m, i
}

// decadeAt reads 上世纪90年代, 20世纪60年代, 九十年代.
func decadeAt(s string, i int) (mark, int, bool) {
	century, j := 0, eat(s, i, "上个世纪", "上世纪")
	if j > i {
		century = 1900
	} else if j = eat(s, i, "本世纪", "新世纪"); j > i {
		century = 2000
	} else if n, e := count(s, i); n >= 18 && n <= 21 && has(s, e, "世纪") {
		century, j = (n-1)*100, e+len("世纪")
	}
	n, e := count(s, j)
	if e == j || !has(s, e, "年代") || n < 10 && j == i || n%10 != 0 && n >= 10 {
		return mark{}, i, false
	}
	switch {
	case century != 0:
	case n < 40:
		century = 2000
	default:
		century = 1900
	}
	m := mark{told: printed, year: century + n, last: century + n + 9}
	e += len("年代")
	if k := eat(s, e, "初期", "前期", "初"); k > e {
		m.last = m.year + 2
		return m, k, true
	}
	if k := eat(s, e, "末期", "后期", "末"); k > e {
		m.year = m.last - 2
		return m, k, true
	}
	return m, eat(s, e, "中期", "中后期"), true
}

// isoAt reads 2010-01-29, 2010.1.29, 2010/01/29, 2022 11 23 and 20240307.
func isoAt(s string, i int) (mark, int, bool) {
	n, ok := readNumeral(s, i)
	if !ok || n.chinese {
		return mark{}, i, false
	}
	if n.digits <= 2 {
		return dayFirst(s, i, n)
	}
	if n.digits == 8 {
		return isoDay(n.v/10000, n.v/100%100, n.v%100, n.end, i)
	}
	if n.digits != 4 || n.end >= len(s) || !strings.ContainsRune("-./ ", rune(s[n.end])) {
		return mark{}, i, false
	}
	mo, ok := readNumeral(s, n.end+1)
	if !ok || mo.chinese || mo.digits > 2 || mo.end >= len(s) || !strings.ContainsRune("-./ ", rune(s[mo.end])) {
		return mark{}, i, false
	}
	d, ok := readNumeral(s, mo.end+1)
	if !ok || d.chinese || d.digits > 2 {
		return mark{}, i, false
	}
	if (s[n.end] == ' ' || s[mo.end] == ' ') && (s[n.end] != s[mo.end] || mo.digits != 2 || d.digits != 2) {
		return mark{}, i, false
	}
	return isoDay(n.v, mo.v, d.v, d.end, i)
}

// dayFirst reads 10/7/2018, day before month, as Hong Kong and Macau write it.
func dayFirst(s string, i int, d numeral) (mark, int, bool) {
	if !has(s, d.end, "/") {
		return mark{}, i, false
	}
	m, ok := readNumeral(s, d.end+1)
	if !ok || m.chinese || m.digits > 2 || !has(s, m.end, "/") {
		return mark{}, i, false
	}
	y, ok := readNumeral(s, m.end+1)
	if !ok || y.chinese || y.digits != 4 {
		return mark{}, i, false
	}
	if m.v > 12 {
		d, m = m, d
	}
	return isoDay(y.v, m.v, d.v, y.end, i)
}

func isoDay(y, m, d, end, start int) (mark, int, bool) {
	if y < 1900 || y >= 2100 || m < 1 || m > 12 || d < 1 || d > 31 {
		return mark{}, start, false
	}
	return mark{told: printed, year: y, months: [2]int{m, m}, days: [2]int{d, d}}, end, true
}

// isoMonth reads the 2008.03 of a span of months; alone it could be any decimal.
func isoMonth(s string, i int) (mark, int, bool) {
	n, ok := readNumeral(s, i)
	if !ok || n.chinese || n.digits != 4 || n.v < 1900 || n.v >= 2100 || n.end+2 >= len(s) || !strings.ContainsRune(".-/", rune(s[n.end])) {
		return mark{}, i, false
	}
	m, ok := readNumeral(s, n.end+1)
	if !ok || m.chinese || m.digits != 2 || m.v < 1 || m.v > 12 {
		return mark{}, i, false
	}
	return mark{told: printed, year: n.v, months: [2]int{m.v, m.v}}, m.end, true
}
