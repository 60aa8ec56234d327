package figure

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"yiyuan/transform/period"
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
	case yearOfListJoined(text, before, after):
		return true // 被列入2016年省重点项目
	case yearOfList(text, before, clause):
		return true // 省厅公布2019年度瞪羚企业名单，我市入选5家
	case strings.HasSuffix(text, "世纪末") && endsWithAny(before, []string{"实现了", "提前实现"}) && strings.Contains(clause, "目标"):
		return true // 提前实现了本世纪末翻两番的目标
	case text == "全年" && endsWithAny(before, wholesTaken()):
		return true // 春茶产量占全年总产量的四成
	case startsWithAny(after, prices()):
		return true // 工业总产值（1990年价）
	case leavesOut(before, clause):
		return true // 剔除上年缓税等因素后
	case startsWithAny(after, titlesHeld()):
		return true // 去年的冠军某厂只出货900万台
	case strings.HasSuffix(text, "月") && startsWithAny(after, monthsOfContracts()):
		return true // 12月交货的原油期货
	case endsWithAny(text, []string{"年", "年度"}) && numberedByYear(after):
		return true // 2017年第1号洪水
	case ofYear()[text] && endsWithAny(before, doneOf()) && startsWithAny(trimAhead(after, "投资"), planNames()) && strings.ContainsAny(clause, "的0123456789"):
		return true // 完成全年计划的45%
	case strings.HasSuffix(text, "年") && ofYearsPlanDone(before, after) && strings.ContainsAny(clause, "的0123456789"):
		return true // 分别完成2015年规划目标的45%
	case startsWithAny(text, yearsCarriedOver()) && holdsAny(upToDigits(clause), carryOvers()):
		return true // 去年涨价的翘尾因素约为1.6个百分点
	case endsWithAny(text, []string{"之后", "后"}) && endsWithAny(before, []string{"在", "时隔"}) && startsWithAny(after, happensAgain()):
		return true // 去年6月涨幅在26个月之后首次回落
	case endsWithAny(before, extendedTo()):
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
	case strings.HasSuffix(before, "以") && startsWithAny(strings.TrimPrefix(after, "平均"), []string{"为100", "=100", "为基期"}):
		return true // 价格指数为113（以2015年为100）
	case startsWithAny(after, namedByYears()):
		return true // 九年义务教育
	case strings.HasSuffix(before, "是") && before[lastPause(before):] != "是" && saysWhichOne(text, clause):
		return true // 三小是去年9月建成的学校，1700名学生来自4个乡
	case endsWithAny(clause, attitudes()) && !holdsDigits(clause):
		return true // 对未来两年的增长持乐观态度
	case endsWithAny(before, noMore()) && strings.Contains(clause, "的"):
		return true // 摆脱了上年三季度以来增速回落的局面
	}
	return endsWithAny(before, drawingUp()) && holdsAny(clause[:min(len(clause), 30)], plans())
}

// attitudes end what is said of how someone looks on a time.
var attitudes = phrases("attitudes")

// saysWhichOne tells of a time that is over and the clause behind it that says which one something is by what was done then: 去年9月|建成的学校.
func saysWhichOne(text, clause string) bool {
	if strings.HasPrefix(text, "今") || !endsWithAny(text, partsOfYear()) && !strings.HasSuffix(text, "年") {
		return false
	}
	at := strings.LastIndex(clause, "的")
	return at > 0 && at+len("的") < len(clause) && !holdsDigits(clause) && !strings.Contains(clause, "最")
}

// ofYearsPlanDone tells of a year between a verb for what has been done and the name of its plan: 完成|2015年|规划目标.
func ofYearsPlanDone(before, after string) bool {
	return endsWithAny(before, doneOf()) && startsWithAny(trimAhead(after, "规划", "年度", "全年", "发展", "考核"), planNames())
}

// yearOfList tells of the year in the name of a list that has been made known, and that so many are on since then.
func yearOfList(text, before, clause string) bool {
	return strings.HasSuffix(text, "年度") && endsWithAny(strings.TrimSuffix(before, "了"), givingOut()) && strings.HasSuffix(clause, "名单") && !holdsDigits(clause)
}

// yearOfListJoined tells of the year in the name of a list or plan that something has been taken into, in a clause that counts nothing.
func yearOfListJoined(text, before, after string) bool {
	joined := before[lastPause(before):]
	list := strings.TrimRight(firstClause(after), "。；;")
	if startsWithAny(list, putOnLists()) {
		return endsWithAny(text, []string{"年", "年度"}) && endsWithAny(list, listsJoined()) && onlyYearsIn(joined) && onlyYearsIn(list) // 2009年被列为省重点项目
	}
	if !endsWithAny(text, []string{"年", "年度"}) || !holdsAny(joined, joiningLists()) {
		return false
	}
	return endsWithAny(upToDigits(list), append([]string{"和", "、", "及"}, listsJoined().words...)) && onlyYearsIn(joined) && onlyYearsIn(list)
}

// onlyYearsIn tells of words that hold no number but years.
func onlyYearsIn(text string) bool {
	for {
		at := strings.IndexAny(text, "0123456789")
		if at < 0 {
			return true
		}
		rest := strings.TrimLeft(text[at:], "0123456789")
		if len(text)-at-len(rest) != len("2000") || !strings.HasPrefix(rest, "年") {
			return false
		}
		text = rest
	}
}

// joiningLists are verbs for how something comes to be on a list, listsJoined how the names of such end.
var joiningLists, putOnLists, listsJoined = phrases("joining lists"), phrases("put on lists"), phrases("lists joined")

// carryOvers are words for what a rise of prices last year still does to those of this, yearsCarriedOver for that year.
var carryOvers, yearsCarriedOver = phrases("carry-overs"), phrases("years carried over")

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

// numberedByYear tells of a storm, flood, issue of bonds or sale of land by its number in the year: 第1号洪水, 2018年度第一期中期票据, 2023年首批次供地.
func numberedByYear(after string) bool {
	after = strings.TrimPrefix(after, "度")
	if first, is := strings.CutPrefix(after, "首"); is {
		after = "第一" + first
	}
	number, is := strings.CutPrefix(after, "第")
	name := strings.TrimLeft(number, "0123456789一二三四五六七八九十")
	return is && name != number && startsWithAny(name, behindOrdinals())
}

// monthsOfContracts begin what stands behind the month that a contract of a futures market is named by.
var monthsOfContracts = phrases("months of contracts")

// behindOrdinals begin what stands behind its number in a year.
var behindOrdinals = phrases("numbered by the year")

// titlesHeld are what whoever is told of has been called since the time before them.
var titlesHeld = phrases("titles held")

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
	if strings.Contains(text, "“") || strings.Contains(text, "”") {
		text = unquoted.Replace(text)
	}
	return endsWithAny(text, spansOfPlans())
}

// spansOfPlans are how the name of a five-year plan ends where it tells of all its years.
var spansOfPlans = phrases("spans of five-year plans")

var unquoted = strings.NewReplacer("“", "", "”", "")

var (
	// extremes and superlatives are words for what had not been for so long, kept for what is had year after year.
	extremes, superlatives, kept = phrases("extremes since"), phrases("superlatives"), phrases("had year after year")
	// prices and pricesOfYears stand behind a year whose prices or rates are reckoned with.
	prices, pricesOfYears = phrases("prices in brackets"), phrases("prices of years")
	// drawingUp are verbs for how plans come about, plans what they are called.
	drawingUp, plans = phrases("drawing up"), phrases("plans for years")
)

// onlyBegan tells of the 年初 at which something was set, or in a report begun, and not of what stood then: 年初确定的25件实事, not 由年初的24个.
func (r *reader) onlyBegan(text, before, after string) bool {
	if r.Report.Kind == "" && !startsWithAny(after, setAtFirst()) || !strings.HasSuffix(text, "年初") {
		return false
	}
	stood := strings.TrimPrefix(after, "的")
	return !startsWithAny(stood, []string{"余额", "存量"}) && (stood == after || stood == "" || stood[0] > '9')
}

// wholesTaken are verbs before the whole that something is a part of.
var wholesTaken = phrases("wholes taken")

// fromOrUpTo are words before a time, or begin it, that something is counted from or up to.
var fromOrUpTo = phrases("from or up to")

// keptAt are verbs behind which stands the year that something is at the level of.
var keptAt = phrases("kept at")

// setAtFirst follow the 年初 at which an aim was set.
var setAtFirst = phrases("set at first")

// carriedOver are words for what a budget takes over from the year before.
var carriedOver = phrases("carried over")

// sinceExtreme tells of what is the most since a time, named by what began then: 2015年有统计以来同期最高, 2005年创办以来规模最大的一届.
func sinceExtreme(clause string) bool {
	event, after, ok := strings.Cut(clause, "以来")
	return ok && !holdsDigits(event) && (startsWithAny(after, extremes()) || mostOfItsKind(after))
}

// mostOfItsKind tells of a clause behind 以来 that says of what something is the most: 规模最大的演习, 降幅最大的一次.
func mostOfItsKind(clause string) bool {
	of, _, ok := strings.Cut(clause, "最")
	return ok && utf8.RuneCountInString(of) <= 6 && !strings.ContainsAny(of, "0123456789")
}

func isSpanWord(text string) bool {
	return strings.Contains(text, "近") || strings.Contains(text, "年来") || strings.Contains(text, "历年") || strings.Contains(text, "多年")
}

// extendedTo are words before the day up to which something goes on longer than was meant.
var extendedTo = phrases("extended to")

// runsOn tells of a 连续6个月, which the year of a report holds but which does not date what it tells.
func runsOn(text string) bool {
	return strings.HasPrefix(text, "连续") && (strings.HasSuffix(text, "月") || strings.HasSuffix(text, "季度"))
}

// toldOfNoFigure tells of a 连续两年 in a clause without figures, which dates none of those that follow: 连续两年遭遇大旱，总产量仍达到80万吨.
func (r *reader) toldOfNoFigure(i int) bool {
	if !strings.HasPrefix(r.toks[i].text, "连续") {
		return false
	}
	for _, t := range r.toks[i+1:] {
		if t.kind == figure || t.kind.pauses() {
			return t.kind != figure
		}
	}
	return true
}

// inReason tells of a time within a clause without figures that only gives a reason: 随着价格在9月份回升，; …增长8%，主要是今年多发了债券.
func (r *reader) inReason(i int) bool {
	first := r.clauseStart(i)
	if first > i-1 || !startsWithAny(r.text[r.toks[first].start:r.toks[i].start], reasons()) {
		return false
	}
	for j := first; j < len(r.toks) && !r.toks[j].kind.pauses(); j++ {
		if r.toks[j].kind == figure {
			return false
		}
	}
	return true
}

// reasons open a clause on why something is so.
var reasons = phrases("reasons")

// namedByYear tells of the year in the name of a meeting that the words before it say was held: 昨天举行的2018年要素对接大会上.
func (r *reader) namedByYear(t *token) bool {
	if r.Report.Kind != "" || !r.sentence.has || !strings.HasSuffix(t.text, "年") || t.text[0] > '9' {
		return false
	}
	return endsWithAny(r.text[r.start:t.start], heldMeetings()) && holdsAny(firstClause(r.text[t.end:r.end]), meetingsNamed())
}

// heldMeetings end what is said before the name of a meeting, meetingsNamed stand in that.
var heldMeetings, meetingsNamed = phrases("held meetings"), phrases("meetings named")

// namesFair tells of the running year in the name of a fair that the news is of: 2021年服务贸易交易会吸引了300家企业.
func (r *reader) namesFair(t *token) bool {
	return r.yearOfFair(t.text, r.text[t.end:min(r.end, t.end+longestFair)])
}

// longestFair is how many bytes behind its year the name of a fair ends at most.
const longestFair = 75

// yearOfFair tells of the running year at the head of the name of a fair, which goes on with name.
func (r *reader) yearOfFair(year, name string) bool {
	if r.Report.Kind != "" || !endsWithAny(year, timesOfFairs()) || year[0] < '0' || year[0] > '9' {
		return false
	}
	if !strings.HasPrefix(year, strconv.Itoa(r.Reference.Year)) {
		return false
	}
	for _, g := range slices.Concat(gatherings().words, oneDayEvents().words) {
		if i := strings.Index(name, g); i >= 0 && endsFairsName(name[:i]) {
			return true
		}
	}
	return false
}

// timesOfFairs are ends of the times that the name of a fair begins with.
var timesOfFairs = phrases("times of fairs")

// endsFairsName tells of what stands between a year and a word for a fair that only names it: 中国国际服务贸易, not 我国共有企业参加.
func endsFairsName(between string) bool {
	return !strings.ContainsAny(between, "，的了在共0123456789") && !holdsAny(between, held()) && !strings.Contains(between, "参加")
}

// describes tells of a time that opens a clause which is but the name of a thing and says of it when it came: 去年投产的食品园，.
func (r *reader) describes(i int) bool {
	if r.Report.Kind != "" || !r.opens(i) || r.toks[i].e.Now() {
		return false
	}
	if i > 0 && r.toks[i-1].text == "在" || i+1 < len(r.toks) && r.toks[i+1].pos == "p" {
		return false
	}
	named := false
	for j := i + 1; j < len(r.toks); j++ {
		switch t := r.toks[j]; {
		case t.kind == comma:
			return named && !(endsWithAny(r.text[r.start:t.start], eventsOfDays()) && r.ofDays(i)) // 5月8日至9日举行的茶博会，
		case t.kind == semi || t.kind == stop || t.kind == figure || t.kind == time:
			return false
		case t.text == "的" && !named:
			if named = r.toks[j-1].is(event) || r.toks[j-1].pos == "v"; !named {
				return false
			}
			if !r.toks[i].e.Day() && endsWithAny(upToDigits(firstClause(r.text[t.end:r.end])), sizesOfWorks()) {
				return true // 前年10月开工的工业城占地610亩
			}
		case t.kind == word && named && j+1 < len(r.toks) && r.toks[j+1].kind != comma && leadsInto(&t):
			return false
		}
	}
	return false
}

// sizesOfWorks begin what is said of how large works are and what they cost.
var sizesOfWorks = phrases("sizes of works")

// meetHeldDays keeps the days that the news says an event was held on, which what it tells of these is of.
func (r *reader) meetHeldDays(p period.Period, e *period.Expr) {
	if r.Report.Kind != "" || p.Start == p.End || daysOf(p) == 0 || daysOf(p) > longestMonth || r.Reference.Before(p.End) {
		return
	}
	clause := firstClause(r.text[min(r.start+e.End, r.end):r.end])
	if startsWithAny(clause, heldOnDays()) && endsWithAny(strings.TrimRight(clause, "。上中"), eventsOfDays()) {
		r.heldDays = p
	}
}

// heldOnDays stand between the days of an event and its name.
var heldOnDays = phrases("held on days")

// ofFair tells of what the news tells of the days of an event, but for what has been summed up by then.
func (r *reader) ofFair(s *site, p period.Period, has bool) bool {
	return has && r.heldDays.Kind != "" && p == r.heldDays && !hasWord(s.left, summedOrAtHand().words...)
}

// ofDays tells of a time of some days of one month or of two.
func (r *reader) ofDays(i int) bool {
	p, ok := r.resolveTime(r.toks[i].e)
	return ok && p.Kind == period.During && daysOf(p) > 0 && daysOf(p) <= longestMonth
}

// eventsOfDays end the names of what is held for some days, which what is told of it is of.
var eventsOfDays = phrases("events of days")

// leadsInto tells of a verb or the like that says something of a thing, so that its name is over: 去年投产的食品园实现.
func leadsInto(t *token) bool {
	return t.is(event|up|down|reach) || t.pos == "v" || t.pos == "f"
}

// datesUpTo is where a time that is told in passing dates no more, 0 for any other: 在去年新建40个的基础上 dates the 40 alone,
// 在2013年下滑后 its own clause and 是2005年2255亿元的2倍 the level compared with.
func (r *reader) datesUpTo(i int) int {
	end := r.toks[i].end
	clause := firstClause(r.text[end:r.end])
	if r.foundedIn(i, clause) {
		return end + len(strings.TrimRight(clause, "。"))
	}
	if r.Report.Kind != "" && strings.HasPrefix(r.toks[i].text, "连续") {
		return r.streakOver(i) // 连续九年丰收，新增商标22件
	}
	if i == 0 {
		return 0
	}
	if peak := r.peakCompared(i); peak > 0 {
		return peak
	}
	if r.endsChangeInSpan(i) {
		return end + len(clause)
	}
	if at := strings.Index(clause, "的基础上"); r.toks[i-1].text == "在" && at > 0 {
		return end + at // 在前三年平均每年增长14%的基础上继续增长
	}
	if r.toks[i-1].text == "在" && strings.HasSuffix(clause, "基础上") || r.toks[i-1].text == "继" && strings.HasSuffix(clause, "后") {
		return end + len(clause)
	}
	if i+3 >= len(r.toks) || !r.toks[i-1].is(copula) {
		return 0
	}
	level, of, times := &r.toks[i+1], &r.toks[i+2], &r.toks[i+3]
	if level.kind == figure && of.text == "的" && times.kind == figure && times.q.Unit.Code == "times" {
		return level.end
	}
	return 0
}

// peakCompared is where the level of an earlier time ends that the clause only measures against, 0 where there is none: 距去年3月40元的高点跌去三成.
func (r *reader) peakCompared(i int) int {
	if i+1 >= len(r.toks) {
		return 0
	}
	before := r.text[r.start:r.toks[i].start]
	for j := i + 1; endsWithAny(before, breakingRecords()) && j < len(r.toks) && j < i+farthestMoment && !r.toks[j].kind.pauses(); j++ {
		if r.toks[j].kind == figure {
			return r.toks[j].end // 刷新了上周刚刚创下的88万立方米
		}
	}
	if r.toks[i+1].kind != figure {
		return 0
	}
	if level := &r.toks[i+1]; endsWithAny(before, measuredAgainst()) && startsWithAny(r.text[level.end:r.end], peaks()) {
		return level.end
	}
	return 0
}

// breakingRecords stand before the time of a record that has been broken.
var breakingRecords = phrases("breaking records")

// measuredAgainst end what stands before a level that another is measured against, peaks begin what stands behind it.
var measuredAgainst, peaks = phrases("measured against"), phrases("peaks of levels")

// endsChangeInSpan tells of the year that a change has come to in a sentence on several years up to it, behind which what was done in all of
// them is told: “十五”期间，企业由2000年的90家增加到2005年的150家，累计投资8亿元.
func (r *reader) endsChangeInSpan(i int) bool {
	whole := r.opened.period
	if !r.opened.has || whole.Start.Year == 0 || whole.End.Year-whole.Start.Year < 2 || !r.begunBehind(i) {
		return false
	}
	p, ok := r.resolveTime(r.toks[i].e)
	if !ok || p.End.Year != whole.End.Year || p.Start.Year < whole.Start.Year {
		return false
	}
	_, next, more := strings.Cut(r.text[r.toks[i].end:r.end], "，")
	return more && startsWithAny(next, doneOverYears())
}

// doneOverYears begin clauses on what was done in all of several years.
var doneOverYears = phrases("done over years")

// begunBehind tells of a 从 or 由 between the last comma and token i.
func (r *reader) begunBehind(i int) bool {
	from := r.toks[r.clauseStart(i)].start
	return holdsAny(r.text[from:r.toks[i].start], []string{"从", "由"})
}

// foundedIn tells of the year, month or day, long over, that the news tells of the birth of a thing: 园区2006年获批设立，面积3万亩.
func (r *reader) foundedIn(i int, clause string) bool {
	t := &r.toks[i]
	if r.Report.Kind != "" || !endsWithAny(t.text, datesOfBirth()) {
		return false
	}
	alone := len(clause) == r.end-t.end && !foundedAlone().has(strings.TrimRight(clause, "。"))
	if alone || strings.ContainsAny(clause, "0123456789") {
		return false
	}
	p, ok := r.resolveTime(t.e)
	decade := strings.Contains(t.text, "年代") || strings.Contains(t.text, "世纪")
	return ok && (r.longOver(p) || decade && p.End.Year < r.Reference.Year-1) && tellsFounding(r.text[r.start:t.start], clause)
}

// foundedAlone are verbs that end a sentence on no more than when a thing was founded: 园区于2011年8月成立. What it has is told of now.
var foundedAlone = phrases("founded alone")

// datesOfBirth are ends of the times at which a thing was founded.
var datesOfBirth = phrases("dates of founding")

// tellsFounding tells of a clause that says how a thing came to be, before its time or behind it, and not since when it has been there.
func tellsFounding(before, clause string) bool {
	clause = strings.TrimRight(clause, "。")
	if workBegun().has(clause) {
		return true // 这条路2003年6月开工，概算9亿元
	}
	if endsWithAny(clause, []string{"时", "之初", "前", "那天"}) {
		return false // 1984年12月6日奠基时，这里是一片荒滩
	}
	return holdsAny(clause, founding()) && !strings.Contains(clause, "以来") || clause == "" && endsWithAny(before, founding())
}

var workBegun = phrases("work begun")

// longOver tells of a time within a year that was over before the last began.
func (r *reader) longOver(p period.Period) bool {
	return p.Kind == period.During && p.Start.Year == p.End.Year && p.End.Year < r.Reference.Year-1
}

// founding are words for how a thing came to be or to bear its name.
var founding = phrases("founding")

// datesFigures tells whether a time inside a clause dates the figures behind it, and does not only tell which things are
// meant: 累计淘汰2005年底前注册的车辆99万辆.
func (r *reader) datesFigures(i int) bool {
	if i == 0 || r.opens(i) {
		return true
	}
	if r.toks[i].text == "全年" && r.onOneDay() && !startsWithAny(r.text[r.toks[i].end:r.end], planNames()) {
		return true // 12月31日20时，港口全年吞吐量定格在528万标箱
	}
	if r.yearToDay(i) {
		return true
	}
	if startsWithAny(r.text[r.toks[i].end:r.end], planNames()) && startsWithAny(r.text[r.toks[r.clauseStart(i)].start:r.toks[i].start], reckonedOf()) {
		return false // 为县人大批准全年预算44200万元的81%
	}
	switch p := r.toks[i-1]; {
	case p.kind == where, p.kind == figure, p.text == "】", p.kind == dun, p.kind == open, p.kind == blank, p.is(reach | upto | downto | turnto), dating()[p.text]:
		return true
	case p.is(conj) && i > 1 && r.toks[i-2].kind != word:
		return true // 2010年和2011年, not 发展思路和年初的部署
	}
	for j := i + 1; j < len(r.toks) && j < i+3; j++ {
		if n := r.toks[j]; n.kind == figure || n.is(reach|up|down|upto|downto|copula) {
			return true
		}
	}
	return r.givenOut(i) || r.behindOwner(i)
}

// reckonedOf are verbs that lead to the plan of which the clause tells how much has been done.
var reckonedOf = phrases("reckoned of a plan")

// behindOwner tells of a time right behind whoever the clause is about, who opens it: 3月28日，公司2022年实现营业收入46亿元.
func (r *reader) behindOwner(i int) bool {
	first := r.clauseStart(i)
	if i-first > longestOwner || i+1 >= len(r.toks) || r.toks[i+1].text == "的" {
		return false
	}
	for _, t := range r.toks[first:i] {
		if t.kind != where && !(t.kind == word && t.class == 0 && strings.HasPrefix(t.pos, "n")) {
			return false
		}
	}
	return endsWithAny(r.toks[i].text, partsOfYear()) || strings.HasSuffix(r.toks[i].text, "年")
}

// longestOwner is how many words the name of whoever a clause is about has at most.
const longestOwner = 4

// yearToDay tells of the 今年 of what the year has come to on the day that the sentence of the news is of: 29日，列车驶出国门，至此口岸今年通行班列达3003列.
// So does the 年内 of a sentence on what stands on a day: 截至8月底，有合作社60家，年内新增7家.
func (r *reader) yearToDay(i int) bool {
	if of := &r.sentence; r.toks[i].text == "年内" && of.stock && !of.now && of.period.Kind == period.AsOf && r.lastMeasured >= 0 {
		return r.Report.Kind == "" && of.period.End.Before(r.Reference)
	}
	return r.toks[i].text == "今年" && r.onOneDay() && strings.Contains(r.text[r.start:r.toks[i].start], "至此")
}

// givenOut tells of the span whose figures the news says were given out on a day: 26日，统计局公布了前8个月的经济运行情况.
func (r *reader) givenOut(i int) bool {
	if i == 0 || !r.onOneDay() || r.toks[i].e.Day() {
		return false
	}
	verb := i - 1
	if r.toks[verb].text == "了" && verb > 0 {
		verb--
	}
	return givingOut().has(r.toks[verb].text)
}

var givingOut = phrases("giving out figures")

// dating are words that a time stands behind which it dates.
var dating = phraseSet("dating")
