package figure

import (
	"strings"
	"unicode/utf8"
)

// happensAgain are words for what comes about first, or once more, after a time.
var happensAgain = phrases("happening again")

// datesNothing tells of a time that says how rare a thing is, names a plan or recurs, and so dates no figure: 创近五年最好水平,
// 连续三年获评, 编制2035年国土空间规划, 每年11月1日. before and after are the rest of its sentence.
func datesNothing(text, before, after string) bool {
	clause := after
	if cut := strings.IndexAny(clause, "，；。！,;"); cut >= 0 {
		clause = clause[:cut]
	}
	switch {
	case startsWithAny(after, prices()):
		return true // 工业总产值（1990年价）
	case leavesOut(before, clause):
		return true // 剔除上年缓税等因素后
	case strings.HasSuffix(text, "年") && numberedStorm(after):
		return true // 2017年第1号洪水
	case ofYear()[text] && endsWithAny(before, doneOf()) && startsWithAny(after, planNames()) && strings.ContainsAny(clause, "的0123456789"):
		return true // 完成全年计划的45%
	case endsWithAny(text, []string{"之后", "后"}) && endsWithAny(before, []string{"在", "时隔"}) && startsWithAny(after, happensAgain()):
		return true // 去年6月涨幅在26个月之后首次回落
	case (text == "今天" || text == "今日") && startsWithAny(after, presentDay()):
		return true // 今天的中国，每小时…
	case startsWithAny(text, []string{"到", "至"}) && endsWithAny(before+text[:len("到")], extendedTo()), endsWithAny(before, extendedTo()):
		return true // 展期延长到10月31日, 订单排到明年3月
	case text == "年内" && strings.HasPrefix(after, "第"):
		return true // 发行年内第三期中期票据
	case bookedUpTo(text, before):
		return true // 订单排到明年3月
	case isSpanWord(text) && holdsAny(clause, superlatives()):
		return true
	case startsWithAny(strings.TrimPrefix(after, "的"), sumsOfYears()) && endsWithAny(before, surpassing()):
		return true // 投资额超过前十年总和
	case isSpanWord(text) && endsWithAny(clause, breakthroughs()) && !holdsDigits(clause) && before[lastPause(before):] != "":
		return true // 实现我市十年来省级实验室新突破
	case strings.HasSuffix(before, "（") && endsWithAny(strings.TrimSuffix(before, "（"), titlesOfPlans()):
		return true // 儿童发展纲要（2021—2030年）
	case ofManyYears(text) && !holdsDigits(clause) && endsWithAny(clause, planNames()) && holdsAny(before[lastPause(before):], fulfilled()):
		return true // 完成“十四五”期间土地处置任务
	case strings.HasSuffix(text, "以来") && (startsWithAny(after, extremes()) || mostOfItsKind(clause)), sinceExtreme(clause):
		return true // 为2010年一季度以来最低
	case (strings.HasPrefix(text, "连续") || strings.HasSuffix(before, "连续")) && startsWithAny(clause, kept()):
		return true
	case strings.HasSuffix(before, "结转"), startsWithAny(after, carriedOver()):
		return true // 上年结余收入, 结转下年支出
	case startsWithAny(strings.TrimPrefix(strings.TrimPrefix(after, "同期"), "的"), []string{"水平", "同期水平"}) && endsWithAny(before, keptAt()):
		return true // 保持上年水平
	case text == "至今" && strings.HasPrefix(after, "的"):
		return true // 持续至今的疫情
	case strings.HasSuffix(before, "每") || strings.HasSuffix(before, "每年"):
		return true
	case strings.HasPrefix(text, "本届") && before != "":
		return true
	case strings.HasSuffix(text, "年") && startsWithAny(after, pricesOfYears()):
		return true // the year whose prices or rates are reckoned with
	case startsWithAny(after, namedByYears()):
		return true // 九年义务教育
	case endsWithAny(before, noMore()) && strings.Contains(clause, "的"):
		return true // 摆脱了上年三季度以来增速回落的局面
	}
	return endsWithAny(before, drawingUp()) && holdsAny(clause[:min(len(clause), 30)], plans())
}

// bookedUpTo tells of a time up to which there is work in hand, and in which nothing has come about: 订单已排到明年3月, 可排产至2023年二季度.
func bookedUpTo(text, before string) bool {
	if startsWithAny(text, []string{"到", "至"}) {
		before += text[:len("到")]
	}
	before = strings.TrimSuffix(before, "了")
	return endsWithAny(before, bookedAhead()) && !endsWithAny(before, []string{"安排到", "安排至"})
}

var bookedAhead = phrases("booked up to")

// leavesOut tells of a time in what a rate is reckoned without, or was moved by: 剔除上年一次性因素后, 受去年基数较高影响.
func leavesOut(before, clause string) bool {
	at := before[lastPause(before):]
	return startsWithAny(at, reckoningWithout()) && !holdsDigits(at) && leadsToFactor(clause)
}

// leadsToFactor tells of a clause that names, before its first number, a factor or an influence.
func leadsToFactor(clause string) bool {
	if i := strings.IndexAny(clause, "0123456789"); i >= 0 {
		clause = clause[:i]
	}
	return holdsAny(clause, factors())
}

var reckoningWithout, factors = phrases("reckoning without"), phrases("factors")

// holdsDigits tells of a clause with a number in digits.
func holdsDigits(clause string) bool { return strings.ContainsAny(clause, "0123456789") }

// numberedStorm tells of a storm or flood by its number in the year: 第1号洪水, 第12号台风.
func numberedStorm(after string) bool {
	number, is := strings.CutPrefix(after, "第")
	name := strings.TrimLeft(number, "0123456789一二三四五六七八九十")
	return is && name != number && startsWithAny(name, storms())
}

// storms stand behind their number.
var storms = phrases("numbered storms")

// sumsOfYears are what all the years before came to or how they went, surpassing says of what is told that it is more.
var sumsOfYears, surpassing = phrases("sums of years"), phrases("surpassing")

// breakthroughs end a clause on what had not come about for years.
var breakthroughs = phrases("breakthroughs")

// titlesOfPlans end the titles of plans, which name in brackets the years that they are for.
var titlesOfPlans = phrases("titles of plans")

// fulfilled are verbs for a plan that has been carried out.
var fulfilled = phrases("plans fulfilled")

// ofManyYears tells of the years of a five-year plan: “十四五”期间.
func ofManyYears(text string) bool {
	return endsWithAny(unquoted.Replace(text), []string{"五期间", "五时期", "五以来"})
}

var unquoted = strings.NewReplacer("“", "", "”", "")

var (
	// extremes and superlatives are words for what had not been for so long, kept for what is had year after year.
	extremes, superlatives, kept = phrases("extremes since"), phrases("superlatives"), phrases("had year after year")
	// prices and pricesOfYears stand behind a year whose prices or rates are reckoned with.
	prices, pricesOfYears = phrases("prices in brackets"), phrases("prices of years")
	// drawingUp are verbs for how plans come about, plans what they are called.
	drawingUp, plans = phrases("drawing up"), phrases("plans for years")
)

// presentDay stands behind a 今天 that means these times: 今天的中国.
var presentDay = phrases("present day")

// onlyBegan tells of the 年初 at which something was set, or in a report begun, and not of what stood then: 年初确定的25件实事, not 由年初的24个.
func (r *reader) onlyBegan(text, before, after string) bool {
	if r.Report.Kind == "" && !startsWithAny(after, setAtFirst()) || !strings.HasSuffix(text, "年初") || endsWithAny(before, fromOrUpTo()) {
		return false
	}
	stood := strings.TrimPrefix(after, "的")
	return !startsWithAny(stood, []string{"余额", "存量"}) && (stood == after || stood == "" || stood[0] > '9')
}

// fromOrUpTo are words before a time, or begin it, that something is counted from or up to.
var fromOrUpTo = phrases("from or up to")

// keptAt are verbs behind which stands the year that something is at the level of.
var keptAt = phrases("kept at")

// setAtFirst follow the 年初 at which an aim was set.
var setAtFirst = phrases("set at first")

// carriedOver are words for what a budget takes over from the year before.
var carriedOver = phrases("carried over")

// sinceExtreme tells of what is the most since a time, named by what began then: 2015年有统计以来同期最高.
func sinceExtreme(clause string) bool {
	event, after, ok := strings.Cut(clause, "以来")
	return ok && startsWithAny(after, extremes()) && !holdsDigits(event)
}

// mostOfItsKind tells of a clause behind 以来 that says of what something is the most: 规模最大的演习, 降幅最大的一次.
func mostOfItsKind(clause string) bool {
	of, most, ok := strings.Cut(clause, "最")
	return ok && utf8.RuneCountInString(of) <= 6 && !strings.ContainsAny(of, "0123456789") && !startsWithAny(most, leastByLaw())
}

// leastByLaw are words behind 最 that make a name of it: 最低工资标准.
var leastByLaw = phrases("least by law")

func isSpanWord(text string) bool {
	return strings.Contains(text, "近") || strings.Contains(text, "年来") || strings.Contains(text, "历年") || strings.Contains(text, "多年")
}

// isBase tells of a time that a multiple is taken of: 是2000年的5.4倍.
func (r *reader) isBase(i int) bool {
	if i == 0 || i+1 >= len(r.toks) || !r.toks[i-1].is(copula) {
		return false
	}
	for _, t := range r.toks[i+1 : min(len(r.toks), i+longestBase)] {
		if t.kind == figure {
			return t.q.Kind == "multiple"
		}
		if t.kind != word || t.is(up|down) {
			return false
		}
	}
	return false
}

// longestBase is how many words there are at most from a time to the multiple that is taken of it: 是2014年协同发展前的1.7倍.
const longestBase = 9

// extendedTo are words before the day up to which something goes on longer than was meant.
var extendedTo = phrases("extended to")

// namedByYears go on behind the years in the names of what lasts so long, noMore are verbs for what was and is no more.
var namedByYears, noMore = phrases("named by years"), phrases("no more")
