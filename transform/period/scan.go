package period

import (
	"strings"
	"unicode/utf8"
)

// Scan finds the expressions of time in text, in order, each as long as it can be, none overlapping another.
func Scan(text string) []Expr {
	if y := cellYear(text); y != 0 {
		return []Expr{{End: len(text), Text: text, Role: Time, core: core{a: mark{told: printed, year: y}}}}
	}
	var out []Expr
	title := -1 // end of the book title the scan is in
	for i := 0; i < len(text); {
		c := text[i]
		switch {
		case c >= '0' && c <= '9':
			if digitsGate(text, i) {
				if e, ok := read(text, i); ok {
					out, i = add(out, e, title), e.End
					continue
				}
			}
			i = skipDigits(text, i)
		case c < utf8.RuneSelf:
			if c == '\n' {
				title = -1
			}
			if (c == '"' || c == 'Q') && gate(text, i, rune(c), 1) {
				if e, ok := read(text, i); ok {
					out, i = add(out, e, title), e.End
					continue
				}
			}
			i++
		case c < 0xE0 || c >= 0xF0 || i+3 > len(text) || text[i+1]&0xC0 != 0x80 || text[i+2]&0xC0 != 0x80:
			_, w := utf8.DecodeRuneInString(text[i:])
			i += w
		default:
			r := rune(c&0x0F)<<12 | rune(text[i+1]&0x3F)<<6 | rune(text[i+2]&0x3F)
			switch {
			case r == '《':
				title = titleEnd(text, i)
			case r >= '０' && r <= '９':
				if digitsGate(text, i) {
					if e, ok := read(text, i); ok {
						out, i = add(out, e, title), e.End
						continue
					}
				}
				i = skipDigits(text, i)
				continue
			case opens.has(r) && gate(text, i, r, 3):
				if e, ok := read(text, i); ok {
					out, i = add(out, e, title), e.End
					continue
				}
			}
			i += 3
		}
	}
	return out
}

func add(out []Expr, e Expr, title int) []Expr {
	if e.Start < title {
		e.Role = Name
	}
	if k := len(out) - 1; k >= 0 && out[k].End == e.Start && out[k].mod == after && e.mod == before {
		return joinBounds(out, e)
	}
	return append(out, e)
}

// joinBounds makes one span of 2010年之后2018年之前.
func joinBounds(out []Expr, e Expr) []Expr {
	a := &out[len(out)-1]
	if a.shape != point || e.shape != point {
		return append(out, e)
	}
	a.shape, a.b, a.Role, a.mod = span, e.a, Span, between
	a.Text, a.End = a.Text+e.Text, e.End
	return out
}

// cellYear reads a text that is nothing but four digits, as the head of a table has it. Within a sentence they may be
// any count.
func cellYear(text string) int {
	if len(text) != 4 {
		return 0
	}
	if n, ok := readNumeral(text, 0); ok && n.digits == 4 && n.v >= 1900 && n.v < 2100 {
		return n.v
	}
	return 0
}

// titleEnd finds the 》 of a title, at most 300 bytes on and in the same line.
func titleEnd(s string, i int) int {
	t := s[i:min(len(s), i+300)]
	if k := strings.IndexByte(t, '\n'); k >= 0 {
		t = t[:k]
	}
	if k := strings.Index(t, "》"); k >= 0 {
		return i + k
	}
	return -1
}

// skipDigits passes a whole number, so that no date is read out of its tail: 1402023年.
func skipDigits(s string, i int) int {
	for i < len(s) {
		if _, w := digitAt(s, i); w > 0 {
			i += w
			continue
		}
		if s[i] == '.' || s[i] == ',' {
			if _, w := digitAt(s, i+1); w > 0 {
				i += 1 + w
				continue
			}
		}
		return i
	}
	return i
}

// read reads the expression that begins at i.
func read(s string, i int) (Expr, bool) {
	if i > 0 && hanAt(s, i) >= 0 && hanBefore(s, i) {
		return Expr{}, false
	}
	if i > 0 && s[i] < utf8.RuneSelf && (isLatin(s[i-1]) || strings.IndexByte(".-/", s[i-1]) >= 0 && i > 1 && !notDigit(s, i-2)) {
		return Expr{}, false
	}
	if e, ok := readWeekday(s, i); ok {
		return finish(s, e), true
	}
	if e, ok := readWord(s, i); ok {
		return finish(s, e), true
	}
	if e, ok := readComparison(s, i); ok {
		return finish(s, e), true
	}
	j, pre := preposition(s, i)
	if e, ok := readSpan(s, j, pre); ok {
		e.Start = i
		if e = suffix(s, e, pre); e.End > j {
			return finish(s, e), true
		}
	}
	return Expr{}, false
}

// hanBefore reports whether a numeral character stands before i: no date begins inside 二十三月.
func hanBefore(s string, i int) bool { return i >= 3 && hanAt(s, i-3) >= 0 }

func finish(s string, e Expr) Expr {
	e.Text = s[e.Start:e.End]
	return e
}

// prepositions begin the words that open an expression.
var prepositions = headsOf("截", "自", "从", "由", "到", "至")

// preposition reads the word that opens an expression and tells what it makes of it.
func preposition(s string, i int) (int, string) {
	if !prepositions.has(runeAt(s, i)) {
		return i, ""
	}
	for _, w := range [...]string{"截至到", "截止到", "截止至", "截至", "截止", "自从", "自", "从", "由", "到", "至"} {
		if !has(s, i, w) {
			continue
		}
		if i > 0 && (w == "到" || w == "至" || w == "自") && strings.ContainsRune("不加高低升降长短达大小整少得落复回涨缩窄减推展破移报来各源出增跌扩延追", runeBefore(s, i)) {
			break
		}
		return blanks(s, i+len(w)), w
	}
	return i, ""
}

// readSpan reads one mark, or two with a sign of span between them.
func readSpan(s string, i int, pre string) (Expr, bool) {
	if e, ok := readCounted(s, i); ok {
		return e, true
	}
	m, end, bare, ok := markAt(s, i)
	e := Expr{Start: i, End: end, core: core{a: m}}
	if ok && bare {
		e.Role = Name
		if k := connector(s, end); k == end {
			return e, true
		}
	}
	if !ok {
		if m, end, ok = openSpan(s, i); !ok {
			return e, false
		}
		e.a, e.End = m, end
	}
	k, and := joiner(s, e.End, pre)
	if k == e.End {
		return e, true
	}
	b, end, ok := secondMark(s, k, e.a)
	if !ok {
		return e, e.End > i
	}
	if and { // only with 之间 behind
		between := eat(s, end, "之间", "间")
		if between == end {
			return e, true
		}
		end = between
	}
	e.shape, e.b, e.End, e.Role = span, b, end, Span
	return e, true
}

// joiner is connector, with 起到 and the 和 of 2015年和2018年之间.
func joiner(s string, i int, pre string) (end int, and bool) {
	if pre == "自" || pre == "从" {
		if k := eat(s, i, "起", "开始"); k > i {
			if c := connector(s, k); c > k {
				return c, false
			}
		}
	}
	if k := connector(s, pastHour(s, i)); k > pastHour(s, i) {
		return k, false // 12日20时至14日8时
	}
	if j := pastAside(s, i); j > i {
		if k := connector(s, j); k > j {
			return k, false // 2月18日（初一）至2月24日
		}
	}
	return eat(s, i, "和", "与"), true
}

// pastHour is where the hour of a day ends, i where none stands there.
func pastHour(s string, i int) int {
	n, ok := readNumeral(s, i)
	if !ok || n.v > 24 || n.digits > 2 {
		return i
	}
	if end := eat(s, n.end, "时", "点"); end > n.end {
		return end
	}
	return i
}

// pastAside is where a short remark in brackets that holds no number ends, i where none begins there.
func pastAside(s string, i int) int {
	open := eat(s, i, "（", "(")
	if open == i {
		return i
	}
	rest := s[open:min(len(s), open+30)]
	shut := strings.IndexAny(rest, "）)")
	if shut < 0 || strings.ContainsAny(rest[:shut], "0123456789，。；") {
		return i
	}
	return eat(s, open+shut, "）", ")")
}

// markAt reads one mark at i.
func markAt(s string, i int) (m mark, end int, bare, ok bool) {
	if i >= len(s) {
		return m, i, false, false
	}
	if m, end, ok = holidayAt(s, i, m); ok {
		return m, end, false, true
	}
	if m, end, bare, ok = planAt(s, i); ok {
		return m, end, bare, true
	}
	switch runeAt(s, i) {
	case '本':
		if end = eat(s, i, "本世纪末"); end > i {
			return mark{told: ofCentury, edge: closing}, end, false, true
		}
	case '第':
		if m, end, ok = planByNumber(s, i); ok {
			return m, end, false, true
		}
	case '国', '三', '大', '文', '十', '新', '“', '‘', '"':
		if m, end, ok = eraAt(s, i); ok {
			return m, end, false, true
		}
	}
	if m, end, ok = decadeAt(s, i); ok {
		return m, end, false, true
	}
	if m, end, ok = isoAt(s, i); ok {
		return m, end, false, true
	}
	if m, end, ok = yearAt(s, i); ok {
		m, end = yearTail(s, end, m)
		return m, end, false, true
	}
	m, end, ok = yearless(s, i)
	if !ok {
		return dayAlone(s, i)
	}
	return m, end, false, ok
}

// dayAlone reads the 5日 of a dateline or of a story that named the month before.
func dayAlone(s string, i int) (mark, int, bool, bool) {
	n, ok := readNumeral(s, i)
	if !ok || n.chinese || n.v < 1 || n.v > 31 || n.digits > 2 || i > 0 && strings.ContainsRune("第每近满约超.．历由延达", runeBefore(s, i)) {
		return mark{}, i, false, false
	}
	hi, end := n.v, n.end
	if k := connector(s, end); k > end {
		if h, ok := readNumeral(s, k); ok && h.v > n.v && h.v <= 31 && h.digits <= 2 {
			hi, end = h.v, h.end
		}
	}
	if hi == n.v && spokenDay(s, i, end) {
		return mark{days: [2]int{n.v, hi}}, end + len("号"), false, true
	}
	if !has(s, end, "日") || !strings.ContainsRune("，,、电讯消上下中晚晨凌在召举开至到—–-起从发也签宣正启公通落完成抵审联向当一派顺建揭获对决表印组闭投封首赴则收全调监采", runeAt(s, end+3)) && !hourAt(s, end+3) && !has(s, end+3, "以来") && !has(s, end+3, "农情") && !dayHeads(s, i, end+3) {
		return mark{}, i, false, false
	}
	return mark{days: [2]int{n.v, hi}}, end + 3, false, true
}

// dayHeads tells of a day from i to end at the head of a clause or behind a ministry, before what happened on it, and not of a number of days: 6日温州机场起降航班136个.
func dayHeads(s string, i, end int) bool {
	if i > 0 && !strings.ContainsRune("，。；：！？\n\u3000部局委厅署办", runeBefore(s, i)) {
		return false
	}
	after := runeAt(s, end)
	return after >= '一' && after <= '龥' && !strings.ContainsRune("内后前之均线游元本移平累间夜常产报刊期语籍式化光照出用龄票供行记志程历子不无未仅就便只才左许余多为是的和与及或还可能要需限新复单双两三四五六七八九十涨跌", after)
}

// spokenDay reads the number from i to end as the day that the spoken news calls 16号: by what is done on it, and what stands before where a
// ship or a pit of that number may do the same. 仪式16号在银川举行, 将于19号结束, 18号，.
func spokenDay(s string, i, end int) bool {
	if !has(s, end, "号") {
		return false
	}
	after := end + len("号")
	for _, w := range [...]string{"说", "表示", "宣布", "发表", "晚", "凌晨", "上午", "中午", "下午", "早上"} {
		if has(s, after, w) {
			return true
		}
	}
	before := runeBefore(s, i)
	if i == 0 || strings.ContainsRune("，。；：！？\n\u3000 ", before) {
		return has(s, after, "，") || has(s, after, "在") || has(s, after, "起")
	}
	return strings.ContainsRune("于在将定会团部院局委社式节展赛府长席统理相民方国行司军者员", before) && strings.ContainsRune("在举召开结闭签正抵访起发", runeAt(s, after))
}

// hourAt tells of an hour at i: 19日10时.
func hourAt(s string, i int) bool {
	n, ok := readNumeral(s, i)
	return ok && n.v <= 24 && n.digits <= 2 && has(s, n.end, "时")
}

// openSpan reads the first end of a span that shares the unit of its second: 2023—2025年, 2008.03-2009, 一月19到20日.
func openSpan(s string, i int) (mark, int, bool) {
	if m, end, ok := isoMonth(s, i); ok {
		k := connector(s, end)
		if k == end {
			return m, i, false
		}
		if _, _, ok := isoMonth(s, k); ok {
			return m, end, true
		}
		if n, ok := readNumeral(s, k); ok && n.digits == 4 && n.v >= m.year && n.v < 2100 {
			return m, end, true
		}
		return m, i, false
	}
	n, ok := readNumeral(s, i)
	if !ok || n.digits != 4 || n.tens || n.v < 1900 || n.v >= 2100 {
		return mark{}, i, false
	}
	m := mark{told: printed, year: n.v}
	if k := connector(s, n.end); k > n.end {
		return m, n.end, opensYear(s, k)
	}
	if has(s, n.end, "、") || has(s, n.end, "和") {
		if _, _, ok := printedYear(s, n.end+3); ok {
			return m, n.end, true
		}
		if r, ok := readNumeral(s, n.end+3); ok && r.digits == 4 && r.v > n.v && r.v < 2100 && (has(s, r.end, "、") || has(s, r.end, "和")) {
			return m, n.end, true
		}
	}
	return m, i, false
}

// opensYear reports whether a year stands at k, with 年 or as the plain end of 2016-2018.
func opensYear(s string, k int) bool {
	n, ok := readNumeral(s, k)
	if !ok {
		return false
	}
	if unit(s, n.end, "年") > 0 {
		return n.digits == 4 && n.v < 2200 || n.digits == 2
	}
	return n.digits == 4 && n.v >= 1900 && n.v < 2100 && (n.end == len(s) || !strings.ContainsRune("万亿元家个人户吨亩项千百.%", runeAt(s, n.end)))
}

// secondMark reads the second end of a span whose first is a.
func secondMark(s string, i int, a mark) (mark, int, bool) {
	if m, end, bare, ok := markAt(s, i); ok && (!bare || a.last > 0) {
		if m.days[0] > 0 && !m.monthly() && a.days[0] == 0 {
			return m, i, false
		}
		return m, end, true
	}
	if m, end, ok := isoMonth(s, i); ok && a.monthly() {
		return m, end, true
	}
	n, ok := readNumeral(s, i)
	if !ok {
		return mark{}, i, false
	}
	year := unit(s, n.end, "年")
	switch {
	case n.digits == 2 && !n.tens && year > 0 && a.told == printed && n.v > a.year%100:
		m, end := yearTail(s, year, mark{told: printed, year: a.year/100*100 + n.v})
		return m, end, true
	case n.digits == 4 && !n.tens && a.told == printed && n.v >= a.year && n.v < 2100 && year < 0 && a.days[0] == 0:
		return mark{told: printed, year: n.v}, n.end, true
	case a.days[0] > 0 && n.v <= 31 && n.digits <= 2:
		if e := dayUnit(s, n.end); e > n.end {
			return mark{days: [2]int{n.v, n.v}}, e, true
		}
	}
	return mark{}, i, false
}

// suffix reads what closes an expression (以来, 以前, 期间, 同期) and settles its role.
func suffix(s string, e Expr, pre string) Expr {
	end := e.End
	k := blanks(s, end)
	switch {
	case eat(s, k, "以来", "至今", "起至今", "以来至今", "迄今") > k:
		e.mod, e.End = since, eat(s, k, "以来", "起至今", "至今", "迄今")
	case has(s, k, "来") && e.shape == point && e.a.told == counted && !visits(s[k+3:]):
		e.mod, e.End = since, k+3
	case eat(s, k, "起", "开始") > k && !startsAny(s[k:], "起步", "起飞", "起航", "起诉", "起草", "起拍", "起降航", "起降飞", "起降架"):
		e.mod, e.End = since, eat(s, k, "起", "开始")
	case pre == "自" && e.shape == point, pre == "自从":
		e.mod = since
	case eat(s, k, "或之前", "及之前", "及以前", "或以前") > k:
		e.mod, e.End = until, k+len("或之前")
	case eat(s, k, "或之后", "及之后", "及以后", "或以后") > k:
		e.mod, e.End = since, k+len("或之后")
	case eat(s, k, "之前", "以前") > k:
		e.mod, e.End = before, k+len("之前")
	case has(s, k, "前") && !strings.ContainsRune("三两二一四五六七八九十后列期景往来去夕", runeAt(s, k+3)) && notDigit(s, k+3) && (e.a.told != unsaid || e.a.edge != whole || e.a.days[0] > 0 && e.a.monthly()):
		e.mod, e.End = before, k+3
	case eat(s, k, "之后", "以后") > k:
		e.mod, e.End = after, k+len("之后")
	case eat(s, k, "期间", "之间") > k:
		e.End = k + len("期间")
	case has(s, k, "间") && e.shape == span:
		e.End = k + 3
	case has(s, k, "内") && e.a.told != unsaid && !strings.ContainsRune("外蒙地陆部需在容销生资控", runeAt(s, k+3)):
		e.End = k + 3
	case eat(s, k, "全年") > k && e.shape == point && !e.a.monthly():
		e.End = k + len("全年")
	case has(s, k, "止") && e.shape == span:
		e.End = k + 3
	}
	if e.Role == Name && e.End == end && pre == "" {
		return multipleOf(s, e)
	}
	e.Role = roleOf(s, e, pre)
	if pre == "到" || pre == "至" || strings.HasPrefix(pre, "截") {
		if e.mod == plain {
			e.mod = until
		}
		e.End = eat(s, e.End, "为止")
	}
	return multipleOf(s, e)
}

func roleOf(s string, e Expr, pre string) string {
	switch {
	case e.mod == since:
		return Since
	case e.shape == point && e.a.told == ofCentury:
		return Coming
	case strings.HasPrefix(pre, "截"), e.mod == before, e.mod == until:
		return Until
	case pre == "到" || pre == "至":
		if e.a.told == printed || e.a.told == counted && e.a.year > 0 || e.a.edge == closing && e.a.told == unsaid {
			return Coming
		}
		return Until
	case e.shape == now:
		return Stock
	case e.coming || e.shape == point && e.a.told == counted && e.a.year > 0:
		return Coming
	case e.shape == vague, e.shape == years, e.shape == months, e.shape == term, e.shape == span:
		return Span
	case e.a.same:
		return Compared
	case e.a.edge != whole:
		return Stock
	case e.shape == point && (e.a.last > 0 || e.a.monthly() && e.a.days[0] == 0 && (e.a.months[1]-e.a.months[0] > 0 || e.a.season)):
		return Span
	}
	return Time
}

// multipleOf turns the year of 是2020年的1.5倍 into what is compared with.
func multipleOf(s string, e Expr) Expr {
	if e.shape == span || e.shape == now || !has(s, e.End, "的") {
		return e
	}
	j := e.End + 3
	j = eat(s, j, "近", "约")
	if k := skipDigits(s, j); k > j {
		j = k
	} else if n, ok := readHan(s, j); ok {
		j = n.end
	} else {
		return e
	}
	if has(s, eat(s, j, "多", "余"), "倍") {
		e.Role = Compared
	}
	return e
}

// visits tells of a place, behind a 来, where people come for a purpose: 去年来|西安旅游的.
func visits(s string) bool {
	if strings.HasPrefix(s, "华") {
		return true // 去年来华旅游人数
	}
	from := 0
	for n, c := range s {
		if from++; from > longestVisited || strings.ContainsRune("，。；：、\n的", c) || c < 0x80 {
			return false
		}
		for _, purpose := range visiting() {
			if rest, is := strings.CutPrefix(s[n:], purpose); is && startsAny(rest, "的", "者") {
				return true
			}
		}
	}
	return false
}

// visiting is what people come to a place for, longestVisited how many characters its name has at most.
var visiting = phrases("visiting")

const longestVisited = 8
