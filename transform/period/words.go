package period

import (
	"strings"
)

// doubleEleven is the day on which the shops of the net sell most: 双11当天.
var doubleEleven = core{a: mark{months: [2]int{11, 11}, days: [2]int{11, 11}}}

// said is an expression that is one fixed word.
var said = []struct {
	word  string
	role  string
	core  core
	mod   modifier
	alien string // characters that may not stand before
}{
	{"到目前为止", Stock, core{shape: now}, plain, ""},
	{"截至目前", Stock, core{shape: now}, plain, ""}, {"截止目前", Stock, core{shape: now}, plain, ""},
	{"截至现在", Stock, core{shape: now}, plain, ""}, {"截至今日", Stock, core{shape: now}, plain, ""},
	{"截止到目前", Stock, core{shape: now}, plain, ""}, {"截至到目前", Stock, core{shape: now}, plain, ""},
	{"目前", Stock, core{shape: now}, plain, "项题科栏数"}, {"当前", Stock, core{shape: now}, plain, ""},
	{"现在", Stock, core{shape: now}, plain, "实体出表再呈显"}, {"如今", Stock, core{shape: now}, plain, ""},
	{"而今", Stock, core{shape: now}, plain, ""}, {"现今", Stock, core{shape: now}, plain, ""},
	{"眼下", Stock, core{shape: now}, plain, ""}, {"迄今", Stock, core{shape: now}, plain, ""},
	{"至今", Stock, core{shape: now}, plain, ""}, {"过去了", Stock, core{shape: now}, plain, ""}, {"过去", Stock, core{shape: now}, plain, ""},
	{"截至公告日", Stock, core{shape: now}, plain, ""}, {"截至本公告日", Stock, core{shape: now}, plain, ""},
	{"截至公告披露日", Stock, core{shape: now}, plain, ""}, {"截至本公告披露日", Stock, core{shape: now}, plain, ""},
	{"截至发稿", Stock, core{shape: now}, plain, ""}, {"截至记者发稿", Stock, core{shape: now}, plain, ""},
	{"截至今天", Stock, core{shape: now}, plain, ""}, {"截止今天", Stock, core{shape: now}, plain, ""}, {"到今天", Stock, core{shape: now}, plain, ""},
	{"截至昨天", Until, core{shape: daysAgo, n: 1}, plain, ""}, {"截至昨日", Until, core{shape: daysAgo, n: 1}, plain, ""},
	{"截止昨天", Until, core{shape: daysAgo, n: 1}, plain, ""}, {"截止昨日", Until, core{shape: daysAgo, n: 1}, plain, ""},
	{"最近一周", Span, core{shape: lastDays, n: 7}, plain, ""}, {"近一周", Span, core{shape: lastDays, n: 7}, plain, "最"},
	{"过去一周", Span, core{shape: lastDays, n: 7}, plain, ""}, {"过去的一周", Span, core{shape: lastDays, n: 7}, plain, ""},
	{"上周末", Time, core{shape: weekend}, plain, "以"}, {"上周", Time, core{shape: week, n: 1}, plain, "以"},
	{"本周", Time, core{shape: week}, plain, "日资成"}, {"全周", Time, core{shape: week, n: anyWeek}, plain, "安健完"},
	{"去冬今春以来", Since, core{a: mark{told: counted, year: -1, months: [2]int{12, 12}}}, since, "过"},
	{"去冬今春", Time, core{a: mark{told: counted, year: -1, months: [2]int{12, 17}}}, plain, "过"},
	{"新年伊始", Since, core{a: mark{told: counted, months: [2]int{1, 1}}}, since, ""}, {"开年以来", Since, core{a: mark{told: counted, months: [2]int{1, 1}}}, since, ""},
	{"今天", Time, core{shape: daysAgo}, plain, ""}, {"今日", Time, core{shape: daysAgo}, plain, "《“昔"}, {"今晚", Time, core{shape: daysAgo}, plain, ""},
	{"双11”当天", Time, doubleEleven, plain, ""}, {"双11当天", Time, doubleEleven, plain, ""}, {"双十一当天", Time, doubleEleven, plain, ""}, {"双十一”当天", Time, doubleEleven, plain, ""},
	{"双11”当日", Time, doubleEleven, plain, ""}, {"双11当日", Time, doubleEleven, plain, ""}, {"双11全天", Time, doubleEleven, plain, ""}, {"双11”全天", Time, doubleEleven, plain, ""},
	{"今晨", Time, core{shape: daysAgo}, plain, ""}, {"今早", Time, core{shape: daysAgo}, plain, ""},
	{"昨天", Time, core{shape: daysAgo, n: 1}, plain, ""}, {"昨日", Time, core{shape: daysAgo, n: 1}, plain, ""},
	{"昨晚", Time, core{shape: daysAgo, n: 1}, plain, ""}, {"昨夜", Time, core{shape: daysAgo, n: 1}, plain, ""},
	{"前天", Time, core{shape: daysAgo, n: 2}, plain, "目以从"},
	{"同比", Compared, core{shape: rate}, plain, ""}, {"环比", Compared, core{shape: rate}, plain, ""},
	{"两年平均", Recurring, core{shape: rate}, plain, ""}, {"三年平均", Recurring, core{shape: rate}, plain, ""},
	{"五年平均", Recurring, core{shape: rate}, plain, ""},
	{"平均每年", Recurring, core{shape: rate}, plain, ""}, {"每年平均", Recurring, core{shape: rate}, plain, ""},
	{"年平均", Recurring, core{shape: rate}, plain, "按当"}, {"年均", Recurring, core{shape: rate}, plain, "按"},
	{"月平均", Recurring, core{shape: rate}, plain, ""}, {"月均", Recurring, core{shape: rate}, plain, ""},
	{"日平均", Recurring, core{shape: rate}, plain, ""}, {"日均", Recurring, core{shape: rate}, plain, ""},
	{"一年下来", Recurring, core{shape: vague}, plain, ""}, {"一年就能", Recurring, core{shape: vague}, plain, ""},
	{"一年就可", Recurring, core{shape: vague}, plain, ""}, {"一年能", Recurring, core{shape: vague}, plain, "第头"},
	{"一年就要", Recurring, core{shape: vague}, plain, "第头"}, {"一年要", Recurring, core{shape: vague}, plain, "第头"},
	{"一年光", Recurring, core{shape: vague}, plain, "第头"},
	{"每年度", Recurring, core{shape: vague}, plain, ""}, {"每年", Recurring, core{shape: vague}, plain, ""},
	{"每季度", Recurring, core{shape: vague}, plain, ""}, {"每个月", Recurring, core{shape: vague}, plain, ""},
	{"每月", Recurring, core{shape: vague}, plain, ""}, {"每天", Recurring, core{shape: vague}, plain, ""},
	{"每日", Recurring, core{shape: vague}, plain, ""}, {"每周", Recurring, core{shape: vague}, plain, ""},
	{"近年来", Span, core{shape: vague}, plain, "最"}, {"最近几年", Span, core{shape: vague}, plain, ""},
	{"近几年来", Span, core{shape: vague}, plain, ""}, {"近几年", Span, core{shape: vague}, plain, ""},
	{"多年来", Span, core{shape: vague}, plain, ""}, {"历年来", Span, core{shape: vague}, plain, ""},
	{"长期以来", Span, core{shape: vague}, plain, ""}, {"近年", Span, core{shape: vague}, plain, ""},
	{"过去几年", Span, core{shape: vague}, plain, ""}, {"未来几年", Coming, core{shape: vague}, plain, ""},
	{"今后几年", Coming, core{shape: vague}, plain, ""}, {"往年", Compared, core{shape: vague}, plain, ""},
	{"历年", Span, core{shape: vague}, plain, ""}, {"其间", Span, core{shape: same}, plain, ""},
	{"本届政府", Span, core{shape: term}, plain, ""}, {"本届人民政府", Span, core{shape: term}, plain, ""},
	{"同期", Time, core{shape: same}, plain, ""},
	{"今明两年", Span, core{shape: span, a: mark{told: counted}, b: mark{told: counted, year: 1}}, plain, ""},
	{"去今两年", Span, core{shape: span, a: mark{told: counted, year: -1}, b: mark{told: counted}}, plain, ""},
}

// anyWeek stands for the week of a day that is named without one.
const anyWeek = -1

// weeks stand before the day of a week: 上周五, 本周一.
var weeks = []struct {
	word string
	n    int
}{{"截至上周", 1}, {"截止上周", 1}, {"截至本周", 0}, {"截止本周", 0}, {"截至周", anyWeek}, {"截止周", anyWeek}, {"上周", 1}, {"上星期", 1}, {"本周", 0}, {"本星期", 0}, {"周", anyWeek}}

// headsOfWeeks begin them.
var headsOfWeeks = headsOf("截", "上", "本", "周")

// readWeekday reads the day of a week. One without a week stands at the head of a clause, before what is done on it: 周四两市低开.
func readWeekday(s string, i int) (Expr, bool) {
	if !headsOfWeeks.has(runeAt(s, i)) {
		return Expr{}, false
	}
	for _, w := range weeks {
		if !has(s, i, w.word) {
			continue
		}
		day, end := 0, i+len(w.word)
		for k, name := range [...]string{"一", "二", "三", "四", "五", "六", "日"} {
			if has(s, end, name) {
				day, end = k+1, end+len(name)
				break
			}
		}
		if day == 0 && w.word == "周" && startsAny(s[end:], paceOfWeek()...) && (i == 0 || strings.ContainsRune("，。；：", runeBefore(s, i))) {
			return Expr{Start: i, End: end, Role: Time, core: core{shape: week, n: anyWeek}}, true
		}
		switch {
		case day == 0, i > 0 && runeBefore(s, i) == '以', startsAny(s[end:], "大品种", "大类", "大行业", "大港", "大电厂", "大电商", "大指数", "大城市", "大板块", "种", "类"):
			return Expr{}, false
		case strings.HasPrefix(w.word, "截"):
			return Expr{Start: i, End: end, Role: Until, core: core{shape: weekday, n: w.n, a: mark{days: [2]int{day, day}}}}, true
		case w.n == anyWeek && tradedOn(s, i, end):
		case w.n == anyWeek && (i > 0 && !strings.ContainsRune("，。；：\n\u3000 “", runeBefore(s, i)) || !strings.ContainsRune("，（(上下早晚凌公发收开两沪A的探冲报跌涨升降主均", runeAt(s, end))):
			return Expr{}, false
		}
		return Expr{Start: i, End: end, Role: Time, core: core{shape: weekday, n: w.n, a: mark{days: [2]int{day, day}}}}, true
	}
	return Expr{}, false
}

// tradedOn tells of the day of a week, wherever it stands, before a verb of the market: 混级蒜周一开秤.
func tradedOn(s string, i, end int) bool {
	return i > 0 && !strings.ContainsRune("每逢一二两本上下这数几", runeBefore(s, i)) && startsAny(s[end:], marketVerbs()...)
}

// marketVerbs are such verbs, paceOfWeek what a market tells of a week right behind 周.
var marketVerbs, paceOfWeek = phrases("verbs of the market"), phrases("paces of a week")

// saidBy holds the words by their first character.
var saidBy = func() map[string][]int {
	by := map[string][]int{}
	for k, w := range said {
		by[w.word[:3]] = append(by[w.word[:3]], k)
	}
	return by
}()

// readWord reads an expression that is one fixed word.
func readWord(s string, i int) (Expr, bool) {
	if i+3 > len(s) {
		return Expr{}, false
	}
	for _, k := range saidBy[s[i:i+3]] {
		w := &said[k]
		if !has(s, i, w.word) || w.alien != "" && i > 0 && strings.ContainsRune(w.alien, runeBefore(s, i)) {
			continue
		}
		e := Expr{Start: i, End: i + len(w.word), Role: w.role, core: w.core, mod: w.mod}
		if after := s[e.End:]; w.word == "目前" && strings.HasPrefix(after, "期") || w.word == "现在" && strings.HasPrefix(after, "，我") {
			continue // 项目前期; 现在，我代表市人民政府
		}
		if strings.HasPrefix(w.word, "过去") && w.core.shape == now && !(i > 0 && runeBefore(s, i) == '年' && has(s, e.End, "，")) {
			continue // no more than 三十多年过去，
		}
		if strings.HasSuffix(w.word, "今") && eat(s, e.End, "年", "天", "日", "后", "晚", "夏", "冬", "春", "秋") > e.End {
			continue // 而今年, 至今年4月
		}
		if (w.core.shape == week || w.core.shape == weekend) && eat(s, e.End, "期", "年", "边", "一", "二", "三", "四", "五", "六", "日", "转") > e.End {
			continue // 本周期; 上周三 is a day
		}
		if w.core.shape == daysAgo && has(s, e.End, "的") && !atEvent(s[e.End:]) {
			continue // 今天的中国
		}
		if w.word == "今日" && startsAny(s[e.End:], namedToday()...) {
			continue // 今日头条
		}
		if w.role == Span && w.core.shape == vague {
			e.End = eat(s, e.End, "来")
		}
		if w.core.shape == lastDays {
			e.End = eat(s, e.End, "以来", "来", "里", "内")
		}
		if w.core.shape == now {
			e.End = eat(s, e.End, "为止")
		}
		if w.core.shape == term {
			e.End = eat(s, e.End, "五年来", "任期", "以来", "成立以来", "组建以来", "换届以来", "履职以来", "任职以来")
		}
		return e, true
	}
	return Expr{}, false
}

// comparing begin what a figure is compared with.
var comparing = headsOf("比", "相", "较", "与", "和", "同", "跟")

// readComparison reads what a figure is compared with: 比上年, 较2019年同期, 与去年同期相比.
func readComparison(s string, i int) (Expr, bool) {
	if !comparing.has(runeAt(s, i)) {
		return Expr{}, false
	}
	j := eat(s, i, "比较", "相比于", "相比", "比", "较之", "较于", "较", "与", "和", "同", "跟")
	if j == i {
		return Expr{}, false
	}
	word := s[i:j]
	if strings.HasPrefix(word, "比") && i > 0 && strings.ContainsRune("占对同环", runeBefore(s, i)) {
		return Expr{}, false
	}
	j = blanks(s, j)
	e, ok := readSpan(s, j, "")
	if !ok {
		if e, ok = readWord(s, j); !ok || e.shape != same && e.shape != vague {
			if e, ok = readLastOne(s, j); !ok || !strings.HasPrefix(word, "比") && !strings.HasPrefix(word, "较") {
				return Expr{}, false
			}
		}
	}
	if e.shape == point || e.shape == span {
		e.End = eat(s, e.End, "同期", "同月", "期间", "全年")
	}
	if e.shape == months || e.shape == years {
		e.End = eat(s, e.End, "前", "平均", "均值")
	}
	rest := eat(s, e.End, "水平", "增速", "数")
	tail := eat(s, rest, "相比较", "相比", "比较", "比")
	switch word {
	case "与", "和", "同", "跟":
		if tail == rest {
			return Expr{}, false
		}
	case "比较":
		if tail == rest && !has(s, e.End, "增") && !has(s, e.End, "下") {
			return Expr{}, false
		}
	}
	if tail > rest && !has(s, rest, "比重") && !has(s, rest, "比例") {
		e.End = tail
	}
	if e.Start, e.Role = i, Compared; strings.HasSuffix(s[:e.End], "年内") {
		return Expr{}, false // 比年内高点
	}
	return e, true
}

// readLastOne reads the week, day or month right before, which the news only compares with: 比前一周少卖40套.
func readLastOne(s string, i int) (Expr, bool) {
	if !has(s, i, "前") && !has(s, i, "上") && !has(s, i, "头") {
		return Expr{}, false
	}
	for _, w := range lastOnes() {
		if has(s, i, w) {
			return Expr{Start: i, End: i + len(w), Role: Compared, core: core{shape: vague}}, true
		}
	}
	return Expr{}, false
}

// lastOnes are the names of those.
var lastOnes = phrases("last ones")

// headsOfCounted begin the words that stand before such a stretch.
var headsOfCounted = headsOf("最", "近", "过", "这", "连", "以", "前", "未", "今", "往", "上", "下")

// readCounted reads a stretch of years or months counted back or ahead: 近三年, 五年来, 未来5年, 过去的一年, 前两年.
func readCounted(s string, i int) (Expr, bool) {
	e := Expr{Start: i, Role: Span, core: core{shape: years}}
	j, ahead, past, next := i, i, i, i
	if headsOfCounted.has(runeAt(s, i)) {
		j = eat(s, i, "最近", "近", "过去的", "过去", "这", "连续", "以往", "前")
		ahead = eat(s, i, "未来", "今后", "往后")
		past, next = eat(s, i, "上"), nextAt(s, i)
	}
	word := s[i:max(j, ahead, past, next)]
	e.coming = max(ahead, next) > i
	j = blanks(s, max(j, ahead, past, next))
	half := 0
	n, k := count(s, j)
	if k == j && has(s, j, "半年") && word != "前" && word != "上" && word != "下" {
		e.shape, e.n = months, 6
		return countedTail(s, e, j+len("半年"), word)
	}
	if k == j {
		return e, false
	}
	k = eat(s, k, "多", "余", "来")
	m := eat(s, k, "个多", "个半", "个")
	switch {
	case unit(s, k, "年") > 0:
		end := unit(s, k, "年")
		if has(s, end, "半") {
			half, end = 1, end+3
		} else {
			end = eat(s, end, "多")
		}
		e.n = n
		if half == 1 {
			e.shape, e.n = months, n*12+6
		}
		return countedTail(s, e, end, word)
	case has(s, m, "月") && (m > k || word == "近" && !has(s, m, "月份")):
		e.shape, e.n, e.half = months, n, strings.HasSuffix(s[k:m], "半")
		return countedTail(s, e, m+3, word)
	case m > k && unit(s, m, "季度") > 0 && (word == "" || word == "近" || word == "连续" || word == "过去"):
		e.shape, e.n = months, n*3
		return countedTail(s, e, unit(s, m, "季度"), word)
	}
	return e, false
}

// countedTail accepts a counted stretch where its words make it a time and not a length: 五年来, 近三年, 三年前; not 五年建设.
func countedTail(s string, e Expr, end int, word string) (Expr, bool) {
	switch word {
	case "":
		return countedAlone(s, e, end)
	case "前", "上", "这":
		if i := e.Start; word == "前" && i > 0 && strings.ContainsRune("提学以之年月日空产班岗", runeBefore(s, i)) {
			return e, false
		}
		if e.n < 2 || e.n > 20 || has(s, end, "级") || e.shape == months && word == "前" { // 前11个月 is January to November
			return e, false
		}
		e.End = end
		return e, true
	case "连续":
		e.End = end
		return e, true
	case "下":
		e.core, e.End = nextOnes(e.core), end
		return e, e.b.year > 1 || e.b.months[0] > 1 // 下一年 counts from the year in force
	}
	e.End = eat(s, end, "以来", "来", "期间", "之内", "以内", "内", "间", "里")
	return e, true
}

// nextAt passes the 下 of 下三年, which begins a clause or follows a preposition: 线下三个月, 地下三年 have none.
func nextAt(s string, i int) int {
	if has(s, i, "下") && (i == 0 || strings.ContainsRune("，。；：、（\n在于到将为的", runeBefore(s, i))) {
		return i + len("下")
	}
	return i
}

// nextOnes are the whole years or months after that of the reference: 下三年, 下三个月.
func nextOnes(c core) core {
	if c.shape == years {
		return core{shape: span, a: mark{told: counted, year: 1}, b: mark{told: counted, year: c.n}}
	}
	return core{shape: span, a: moonMark(1), b: moonMark(c.n)}
}

func moonMark(n int) mark { return mark{told: counted, moon: true, months: [2]int{n, n}} }

func countedAlone(s string, e Expr, end int) (Expr, bool) {
	if e.Start > 0 && strings.ContainsRune("第每满历隔.．", runeBefore(s, e.Start)) {
		return e, false
	}
	if k := eat(s, end, "以来", "来", "间"); k > end && !has(s, end, "来自") && !has(s, end, "来源") && !has(s, end, "间隔") {
		e.End = k
		return e, true
	}
	if k := eat(s, end, "时间里", "时间"); k > end && e.n > 1 && has(s, k, "，") && (e.Start == 0 || strings.ContainsRune("。；\n", runeBefore(s, e.Start))) {
		e.End = k
		return e, true // 五年时间，新建幼儿园20所
	}
	if k := eat(s, end, "之前", "以前", "前"); k > end {
		e.mod, e.End = before, k
		return e, true
	}
	if k := eat(s, end, "之后", "以后", "后"); k > end && !behindEvent(s[:e.Start]) {
		e.mod, e.coming, e.End = after, true, k
		return e, true
	}
	if k := eat(s, end, "以内", "之内"); k > end && e.n > 0 {
		e.coming, e.End = true, k
		return e, true
	}
	if k := eat(s, end, "内"); k > end && e.shape == years && e.n > 1 && leadsToAim(s[:e.Start]) && !startsAny(s[k:], "部", "外", "容", "的") {
		e.coming, e.End = true, k
		return e, true // 力争三年内建成
	}
	return e, false
}

// behindEvent tells of what stands before a span that is counted from an event and not from the day of the text: 签约3个月后, 投产两年后.
func behindEvent(before string) bool {
	return endsIn(before, eventsBehind())
}

// eventsBehind are verbs for what later spans are counted from.
var eventsBehind = phrases("events that spans are counted from")

// leadsToAim tells of what stands before the years within which something is to be done: the beginning of a clause, or a word of an aim.
func leadsToAim(before string) bool {
	if before == "" || strings.ContainsRune("，。；：、\n,;:", runeBefore(before, len(before))) {
		return true
	}
	return endsIn(before, aimLeads())
}

// atEvent tells of what stands behind a day and names what was held on it: 今天的推介会上.
func atEvent(after string) bool {
	if end := strings.IndexAny(after, "，。；\n"); end >= 0 {
		after = after[:end]
	}
	return containsAny(after, heldOnDay()...)
}

// heldOnDay are words for being at what is held on a day.
var heldOnDay = phrases("at what is held")

// namedToday follow the 今日 in the name of a medium or its parts, or of these times: 今日头条, 今日中国.
var namedToday = phrases("named today")

// aimLeads stand before the years within which something is to be done.
var aimLeads = phrases("before years to come")
