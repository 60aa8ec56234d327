package period

import (
	"slices"
	"strings"
	"unicode/utf8"

	"yiyuan"
)

// has reports whether s goes on with word at i. Most characters of a text share their first byte, few their last.
func has(s string, i int, word string) bool {
	return len(s)-i >= len(word) && s[i+len(word)-1] == word[len(word)-1] && s[i:i+len(word)] == word
}

// eat returns the end of the first of words that stands at i, or i.
func eat(s string, i int, words ...string) int {
	for _, w := range words {
		if has(s, i, w) {
			return i + len(w)
		}
	}
	return i
}

// blanks skips the blanks that PDF and web text leave between a number and its unit.
func blanks(s string, i int) int {
	for {
		switch {
		case has(s, i, " "), has(s, i, "\t"):
			i++
		case has(s, i, "\u00a0"):
			i += 2
		case has(s, i, "\u3000"), has(s, i, "\u2002"), has(s, i, "\u2003"):
			i += 3
		default:
			return i
		}
	}
}

// unit returns the end of word at i, blanks before it allowed, or -1.
func unit(s string, i int, word string) int {
	if i = blanks(s, i); has(s, i, word) {
		return i + len(word)
	}
	return -1
}

func runeBefore(s string, i int) rune {
	r, _ := utf8.DecodeLastRuneInString(s[:i])
	return r
}

func runeAt(s string, i int) rune {
	r, _ := utf8.DecodeRuneInString(s[i:])
	return r
}

func isNumeralRune(r rune) bool {
	return r >= '0' && r <= '9' || r >= '０' && r <= '９' || strings.ContainsRune("一二三四五六七八九十两〇零百千万几数多半余每个", r)
}

// saidYears are the words that tell a year without printing it. alien are the characters that, standing before,
// make the word part of another: 亿元以上年销售额, 证明年报.
var saidYears = []struct {
	word  string
	told  told
	off   int
	alien string
}{
	{"今年度", counted, 0, ""}, {"今年", counted, 0, ""},
	{"去年度", counted, -1, "过"}, {"去年", counted, -1, "过"},
	{"前一年度", forced, -1, ""}, {"前一年", forced, -1, "年月日以之提"}, {"前年", counted, -2, "年月日以之目空从提当"},
	{"明年", counted, 1, "证表说声透申发"},
	{"后年", counted, 2, "以之今然年月日此产成用营工车网效后建造改迁扩转换施复装备新修品体化"},
	{"本年度", forced, 0, "基成资日版"}, {"本年", forced, 0, "基成资日版"},
	{"上一年度", forced, -1, ""}, {"上一年", forced, -1, "以"}, {"上个年度", forced, -1, ""}, {"上年度", forced, -1, "以"}, {"上年", forced, -1, "以之线网海路岸"},
	{"上一制糖期", forced, -1, ""}, {"上制糖期", forced, -1, ""}, {"上一榨季", forced, -1, ""}, {"上个榨季", forced, -1, ""}, {"上榨季", forced, -1, ""},
	{"下一年度", forced, 1, ""}, {"下一年", forced, 1, ""}, {"下1年", forced, 1, ""}, {"下年度", forced, 1, ""}, {"下年", forced, 1, "以之线"},
	{"当年", forced, 0, "相适正恰应"}, {"同年", forced, 0, "相不合共"}, {"是年", forced, 0, ""},
	{"次年", forced, 1, "每人班车架场批多一"}, {"翌年", forced, 1, ""},
	{"全年", forced, 0, "安完健"}, {"这一年", forced, 0, ""}, {"该年度", forced, 0, ""}, {"该年", forced, 0, ""},
}

// headsOfYears begin those words.
var headsOfYears = func() *runeSet {
	heads := &runeSet{}
	for _, w := range saidYears {
		heads.set(runeAt(w.word, 0))
	}
	return heads
}()

// yearAt reads a year, printed or said, at i.
func yearAt(s string, i int) (mark, int, bool) {
	if m, end, ok := printedYear(s, i); ok {
		return m, end, true
	}
	if !headsOfYears.has(runeAt(s, i)) {
		return mark{}, i, false
	}
	for _, w := range saidYears {
		if !has(s, i, w.word) {
			continue
		}
		if w.word == "是年" && !opensClause(s[:i]) {
			return mark{}, i, false // 建成的是年产50万吨的生产线
		}
		if w.alien != "" && i > 0 && strings.ContainsRune(w.alien, runeBefore(s, i)) && !(w.alien == "过" && surpasses(s[:i])) {
			return mark{}, i, false
		}
		return mark{told: w.told, year: w.off}, i + len(w.word), true
	}
	return mark{}, i, false
}

// opensClause tells of nothing, or a mark of punctuation, before a word.
func opensClause(before string) bool {
	before = strings.TrimRight(before, " \u3000")
	return before == "" || strings.ContainsRune("，,。；;：:！？）)\n", runeBefore(before, len(before)))
}

// surpasses tells of a verb whose 过 is no part of 过去 behind it: 超过去年.
func surpasses(before string) bool {
	return slices.ContainsFunc(surpassing(), func(w string) bool { return strings.HasSuffix(before, w) })
}

// surpassing are such verbs.
var surpassing = phrases("surpassing")

func printedYear(s string, i int) (mark, int, bool) {
	n, ok := readNumeral(s, i)
	if !ok || n.tens {
		return mark{}, i, false
	}
	if m, end, ok := doubleYear(s, n); ok {
		return m, end, true
	}
	year := unit(s, n.end, "年")
	if year < 0 || has(s, year, "级") || has(s, year, "历史") {
		return mark{}, i, false
	}
	switch {
	case n.digits == 4 && n.v >= 1800 && n.v < 2200:
		return mark{told: printed, year: n.v}, year, true
	case n.digits == 2 && (n.zero || shortYear(s, i, n, year)):
		return mark{told: printed, year: n.v, short: true}, year, true
	}
	return mark{}, i, false
}

// doubleYear reads the seasons that straddle two years: 2023/24年度, 2023/2024年.
func doubleYear(s string, n numeral) (mark, int, bool) {
	if n.digits != 4 || !has(s, n.end, "/") {
		return mark{}, n.end, false
	}
	next, ok := readNumeral(s, n.end+1)
	if !ok || next.v != n.v+1 && next.v != (n.v+1)%100 || !has(s, next.end, "年") {
		return mark{}, n.end, false
	}
	return mark{told: printed, year: n.v, last: n.v + 1}, eat(s, next.end+3, "度"), true
}

// shortYear tells 98年4月, 19年底 and 九七年 from a stretch of years: 24年, 三四年.
func shortYear(s string, i int, n numeral, after int) bool {
	if i > 0 && strings.ContainsRune("第近历满届每约超达.．过前后这来", runeBefore(s, i)) {
		return false
	}
	t, end := yearTail(s, after, mark{told: printed})
	if n.chinese && !t.monthly() { // 三四年, 三五年 are lengths
		step := n.v%10 - n.v/10
		return (step < 1 || step > 2) && !isNumeralRune(runeBefore(s, i)) && eat(s, after, "内", "来", "间", "前", "后") == after
	}
	return end > after && (t.monthly() || t.edge == closing) && !has(s, end, "蕴")
}

// yearTail reads the part of a year that follows it: 上半年, 11月, 底, 前三季度. It returns end == i where none follows.
func yearTail(s string, i int, m mark) (mark, int) {
	j := blanks(s, i)
	if k := eat(s, j, "度"); k > j && !has(s, j, "度过") {
		i, j = k, blanks(s, k)
	}
	if has(s, j, "的") {
		j += 3
		if t, end, ok := part(s, j, m); ok && (t.monthly() || t.days[0] != 0) {
			return t, end
		}
		return m, i
	}
	if k := eat(s, j, "同期", "同月", "这时候", "这个时候", "此时", "的这个时候", "的这时候"); k > j {
		m.same = true
		return m, k
	}
	if k := eat(s, j, "年底", "年末", "年终", "岁末", "底", "末", "终"); k > j && !has(s, j, "底蕴") && !has(s, j, "终端") {
		m.edge = closing
		return m, k
	}
	if k := eat(s, j, "年初", "初期", "初", "伊始"); k > j && !has(s, j, "初步") && !has(s, j, "初始") && !has(s, j, "初中") {
		m.edge = opening
		return m, k
	}
	if k := eat(s, j, "全年", "整年"); k > j {
		return m, k
	}
	if t, end, ok := holidayAt(s, j, m); ok {
		return t, end
	}
	if t, end, ok := part(s, j, m); ok {
		return t, end
	}
	if t, end, ok := weekOf(s, j, m); ok {
		return t, end
	}
	return m, pastCensus(s, i)
}

// weekOf reads the week of a printed year by its number, 2019年第18周: from Monday to Sunday, the first that with 4 January in it.
func weekOf(s string, i int, m mark) (mark, int, bool) {
	k := eat(s, i, "第")
	if k == i || m.told != printed || m.short || m.last != 0 {
		return m, i, false
	}
	n, end := count(s, k)
	if !has(s, end, "周") || has(s, end, "周年") || has(s, end, "周期") || n < 1 || n > 53 {
		return m, i, false
	}
	fourth := yiyuan.NewDate(m.year, 1, 4)
	monday := 4 - (int(fourth.Time().Weekday())+6)%7 + 7*(n-1)
	first, last := yiyuan.NewDate(m.year, 1, max(1, monday)), yiyuan.NewDate(m.year, 1, monday+6)
	if last.Year > m.year {
		last = yiyuan.NewDate(m.year, 12, 31)
	}
	m.months, m.days = [2]int{int(first.Month), int(last.Month)}, [2]int{first.Day, last.Day}
	return m, end + len("周"), true
}

// pastCensus is where the name of the census ends that a year is told by, i where none stands there: 2010年第六次全国人口普查.
func pastCensus(s string, i int) int {
	k := eat(s, i, "第")
	if k == i {
		return i
	}
	_, j := count(s, k)
	if has(s, j, "次") {
		j = eat(s, j+len("次"), "全国", "全省", "全市")
		if k := eat(s, j, "人口普查", "经济普查", "农业普查"); k > j {
			return k
		}
	}
	return i
}

// part reads a half, a quarter, months or a day of the year that m tells.
func part(s string, i int, m mark) (mark, int, bool) {
	if t, end, ok := half(s, i, m); ok {
		return t, end, true
	}
	if t, end, ok := quarter(s, i, m); ok {
		return t, end, true
	}
	if t, end, ok := monthsOf(s, i, m); ok {
		return t, end, true
	}
	return m, i, false
}

func half(s string, i int, m mark) (mark, int, bool) {
	switch {
	case has(s, i, "上半年"), has(s, i, "前半年"):
		m.months = [2]int{1, 6}
	case has(s, i, "下半年"), has(s, i, "后半年"):
		m.months = [2]int{7, 12}
	case has(s, i, "半年度"), has(s, i, "半年报"):
		m.months = [2]int{1, 6} // as firms name their reports
		return m, i + len("半年"), true
	case has(s, i, "中报") && startsAny(s[i+len("中报"):], "称", "显示", "披露", "，") && (i == 0 || !strings.ContainsRune("集空途其", runeBefore(s, i))):
		m.months = [2]int{1, 6}
		return m, i + len("中报"), true
	default:
		return m, i, false
	}
	end := eat(s, i+len("上半年"), "度")
	return edgeOf(s, end, m)
}

// edgeOf reads the 初 or 末 of a half or a quarter.
func edgeOf(s string, end int, m mark) (mark, int, bool) {
	if k := eat(s, end, "末", "底"); k > end && !has(s, end, "末端") {
		m.edge = closing
		return m, k, true
	}
	if k := eat(s, end, "初"); k > end && !has(s, end, "初步") {
		m.edge = opening
		return m, k, true
	}
	return m, end, true
}

// quarter reads 一季度, 第三季度, 前两个季度, 首季, Q1, 二、三季度.
func quarter(s string, i int, m mark) (mark, int, bool) {
	if has(s, i, "首季") {
		m.months = [2]int{1, 3}
		return edgeOf(s, eat(s, i+6, "度"), m)
	}
	if has(s, i, "Q") || has(s, i, "q") {
		if d, w := digitAt(s, i+1); w > 0 && d >= 1 && d <= 4 && notDigit(s, i+1+w) && (i == 0 || !isLatin(s[i-1])) {
			m.months = [2]int{d*3 - 2, d * 3}
			return m, eat(s, i+1+w, "季度"), true
		}
		return m, i, false
	}
	from := eat(s, i, "前", "头", "首", "第")
	first := from > i && !has(s, i, "第")
	n, j := count(s, from)
	if n < 1 || n > 4 || first && n == 1 || !first && has(s, from, "两") {
		return m, i, false
	}
	if from == i && (n == 1 || n == 3) && has(s, j, "季报") {
		m.months = [2]int{1, n * 3} // 三季报 of a firm tells the year until then
		return m, j + len("季"), true
	}
	lo := n
	if k := connector(s, j); k > j || has(s, j, "、") {
		if k == j {
			k = j + len("、")
		}
		if hi, e := count(s, eat(s, k, "第")); hi > n && hi <= 4 {
			n, j = hi, e
		}
	}
	end := unit(s, eat(s, j, "个"), "季度")
	if end < 0 {
		if first && !has(s, i, "首") || unit(s, j, "季") < 0 || unit(s, j, "季") >= len(s) || !strings.ContainsRune("末初，、。）", runeAt(s, unit(s, j, "季"))) {
			return m, i, false
		}
		if strings.ContainsRune("，、。）", runeAt(s, unit(s, j, "季"))) && !first && !opensOrFollowsYear(s, i) {
			return m, i, false // 已连续举办三季，
		}
		end = unit(s, j, "季")
	}
	if !first && has(s, j, "个") {
		return m, i, false
	}
	if first {
		lo = 1
	}
	m.months = [2]int{lo*3 - 2, n * 3}
	return edgeOf(s, eat(s, end, "当季"), m)
}

// opensOrFollowsYear tells of a place where a clause begins or a year ends.
func opensOrFollowsYear(s string, i int) bool {
	if i == 0 {
		return true
	}
	before, _ := utf8.DecodeLastRuneInString(s[:i])
	return strings.ContainsRune("年，、。；：（ \n", before)
}

func notDigit(s string, i int) bool {
	_, w := digitAt(s, i)
	return w == 0
}

func isLatin(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }

// yearless reads an expression that leaves its year to the context: 上半年, 三季度, 3月5日, 年底, 年内.
func yearless(s string, i int) (mark, int, bool) {
	if has(s, i, "年") || has(s, i, "岁") {
		return yearEdge(s, i)
	}
	if has(s, i, "月末") || has(s, i, "月底") || has(s, i, "月初") {
		if i > 0 && (isNumeralRune(runeBefore(s, i)) || strings.ContainsRune("正腊", runeBefore(s, i))) {
			return mark{}, i, false // 正月初九
		}
		m := mark{moon: true, edge: closing, that: has(s, i, "月末")}
		if has(s, i, "月初") {
			m.edge = opening
		}
		return m, i + 6, true
	}
	if off, end := saidQuarter(s, i); end > i {
		m := mark{season: true, months: [2]int{off, off}, that: off == 0}
		return edgeOf(s, end, m)
	}
	if has(s, i, "上个半年") {
		return mark{months: [2]int{1, 6}}, i + len("上个半年"), true
	}
	return part(s, i, mark{})
}

// saidHeads begin the words for a month or a quarter by where it lies from that of the reference.
var saidHeads = headsOf("本", "当", "全", "这", "上", "下", "次")

// saidQuarter reads 本季度, 上个季度 as an offset from the quarter of the reference.
func saidQuarter(s string, i int) (off, end int) {
	if !saidHeads.has(runeAt(s, i)) {
		return 0, i
	}
	for _, w := range [...]struct {
		word string
		off  int
	}{{"本季度", 0}, {"当季", 0}, {"全季", 0}, {"上一季度", -1}, {"上一个季度", -1}, {"上个季度", -1}, {"上季度", -1}, {"下下个季度", 2}, {"下一季度", 1}, {"下个季度", 1}, {"下季度", 1}} {
		if end := i + len(w.word); has(s, i, w.word) && !(i > 0 && runeBefore(s, i) == '加' && w.off < 0) && !(w.word == "全季" && eat(s, end, "旅", "节", "候", "酒", "宣") > end) {
			return w.off, end // and no 全季旅游, no 再加上一季度
		}
	}
	return 0, i
}

// yearEdge reads 年底, 年初, 年内, 岁末 standing alone.
func yearEdge(s string, i int) (mark, int, bool) {
	if i > 0 && (isNumeralRune(runeBefore(s, i)) || strings.ContainsRune("周去今明前上当", runeBefore(s, i))) {
		return mark{}, i, false
	}
	m := mark{}
	switch {
	case has(s, i, "年底"), has(s, i, "年末"), has(s, i, "年终"), has(s, i, "岁末"):
		m.edge = closing
	case has(s, i, "年初"), has(s, i, "岁初"):
		m.edge = opening
	case has(s, i, "年内") && !startsAny(s[i+len("年内"):], "最高", "最低", "新高", "新低", "高点", "低点", "次高", "次低"):
	default:
		return m, i, false
	}
	return m, i + 6, true
}
