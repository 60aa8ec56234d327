package period

import (
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"yiyuan"
)

// Dating is the day from which 今年 and 目前 of a text are told.
type Dating struct {
	Day      yiyuan.Date // zero where nothing tells
	Told     yiyuan.Date // the last day told of, where Day is only thought to follow it; zero where the day is known
	Evidence string
}

// Reference decides what 今年 means in a document, and says why in words.
//
// The text's own evidence goes before the stamp of the page: the day a report was given, an annual list beside 今年
// (2023年…名单), a month of 今年 that the stamp has not reached, the latest months told of. A republished story is not
// dated by its copy.
func Reference(title, text string, published time.Time) Dating {
	return ReadReport(title, text).Reference(title, text, published)
}

// Reference is Reference of a text that has been read for what report it is.
func (r Report) Reference(title, text string, published time.Time) Dating {
	if r.Kind != "" {
		day, why := r.reference(published)
		return Dating{Day: day, Evidence: why}
	}
	stamp := yiyuan.Date{}
	if !published.IsZero() {
		stamp = yiyuan.DateOf(published)
	}
	s := gather(title + "\n" + text)
	if day, why, ok := s.dateline(stamp); ok {
		return Dating{Day: day, Evidence: why}
	}
	if day, why, ok := s.older(stamp); ok {
		return Dating{Day: day, Evidence: why}
	}
	if day, why, ok := s.yearbook(title, stamp); ok {
		return Dating{Day: day, Evidence: why}
	}
	if day, why, ok := s.today(stamp); ok {
		return Dating{Day: day, Evidence: why}
	}
	if !stamp.IsZero() {
		return Dating{Day: stamp, Evidence: "page: stamped " + stamp.String()}
	}
	if p, ok := s.planPaper(title); ok {
		return Dating{Day: yiyuan.Date{Year: p.Start.Year, Month: time.January, Day: 31}, Evidence: "text: the years of its plan begin"}
	}
	return s.latest()
}

// today is the day that a story prints behind its 今天, where its copy came a day or two later: 今天（6日）清晨.
func (s signs) today(stamp yiyuan.Date) (yiyuan.Date, string, bool) {
	for _, e := range s.exprs {
		if stamp.IsZero() || e.shape != daysAgo || e.n != 0 {
			continue
		}
		for back := 1; back <= latestCopy; back++ {
			d := yiyuan.NewDate(stamp.Year, stamp.Month, stamp.Day-back)
			day := fmt.Sprintf("%d日）", d.Day)
			if startsAny(s.text[e.End:], "（"+day, fmt.Sprintf("（%d月", int(d.Month))+day) {
				return d, s.why("text: "+e.Text+"（"+day, stamp), true
			}
		}
	}
	return yiyuan.Date{}, "", false
}

// latestCopy is how many days a copy comes at most behind the day that its story calls today.
const latestCopy = 3

// planPaper is what the title of a plan, the first line of the text or not, says it is for. A month under the title tells better.
func (s signs) planPaper(title string) (Period, bool) {
	for _, line := range []string{title, s.firstLine()} {
		if p, ok := PlanPaper(line, Context{}); ok {
			d, _, signed := s.signed()
			return p, !signed || p.End.Before(d)
		}
	}
	return Period{}, false
}

// yearbook dates the piece of a yearbook on a place by the end of the year it tells of, the one before its stamp: its undated stocks
// stand there. It is called 某县概况 or by the name of the place alone, and knows neither 今年 nor the year of the stamp.
func (s signs) yearbook(title string, stamp yiyuan.Date) (yiyuan.Date, string, bool) {
	if stamp.IsZero() || s.printedLast() != stamp.Year-1 || !ofYearbook(strings.TrimSpace(title)) {
		return yiyuan.Date{}, "", false
	}
	whole := ""
	for _, e := range s.exprs {
		switch {
		case e.shape == point && e.a.told == counted && e.Role != Compared:
			return yiyuan.Date{}, "", false
		case e.shape == point && e.a.told == printed && e.a.year == stamp.Year-1 && !e.a.monthly() && e.Role != Name:
			whole = e.Text
		}
	}
	return Year(stamp.Year - 1).End, "text: the piece of a yearbook tells of " + whole, whole != ""
}

func ofYearbook(title string) bool {
	for _, name := range []string{"概况", "概述", "综述", "基本情况"} {
		if strings.HasSuffix(title, name) {
			return true
		}
	}
	last, size := utf8.DecodeLastRuneInString(title)
	return size > 0 && strings.ContainsRune("县旗市区州盟省乡镇", last) && utf8.RuneCountInString(title) <= 10 && !strings.ContainsAny(title, "，。、：:！ ")
}

func (r Report) reference(published time.Time) (yiyuan.Date, string) {
	switch {
	case !r.Date.IsZero():
		return r.Date, r.evidence
	case !published.IsZero() && r.Reviewed != 0 && (published.Year() == r.Reviewed+1 || published.Year() == r.Reviewed && published.Month() >= time.November):
		return yiyuan.DateOf(published), fmt.Sprintf("page: stamped %s, and the report reviews %d", yiyuan.DateOf(published), r.Reviewed)
	case r.Reviewed != 0:
		return yiyuan.Date{Year: r.Reviewed + 1, Month: time.January, Day: 31}, fmt.Sprintf("heading: the report reviews %d; its day is not printed", r.Reviewed)
	case !published.IsZero():
		return yiyuan.DateOf(published), "page: stamped " + yiyuan.DateOf(published).String()
	}
	return yiyuan.Date{}, "no evidence"
}

// signs is what a story says of its own time.
type signs struct {
	text    string
	exprs   []Expr
	pinned  int    // the year 今年 is, by an annual name beside it
	pinText string // the words that pin it
	month   int    // latest month told of 今年
	said    string // its words
}

func gather(text string) signs {
	s := signs{text: text, exprs: Scan(text)}
	for k, e := range s.exprs {
		if e.a.told != counted || e.a.year != 0 || e.shape != point && e.shape != span {
			continue
		}
		if last := lastMonth(e); last > s.month && !s.ahead(e) && s.over(e) {
			s.month, s.said = last, e.Text
		}
		if s.pinned == 0 {
			s.pin(k)
		}
	}
	return s
}

func lastMonth(e Expr) int {
	if e.shape == span {
		return e.b.months[1]
	}
	return e.a.months[1]
}

// ahead reports whether the words around e speak of what is still to come.
func (s signs) ahead(e Expr) bool {
	from, to := sentenceAround(s.text, e.Start, e.End)
	lead := s.text[max(from, e.Start-18):e.Start]
	rest := s.text[e.End:min(to, e.End+60)]
	if comeAbout(rest) || e.Role == Coming && (endsIn(lead, turnsPages()) || reckoned(s.text[from:e.Start], e)) {
		return false
	}
	if clause, _, more := strings.Cut(rest, "，"); more && strings.ContainsAny(clause, "0123456789") {
		rest = clause // 2006年头10个月盈利80万元，全年有望盈利百万元
	}
	if e.mod == before || (e.Role == Coming || e.Role == Until && !strings.HasPrefix(e.Text, "截")) && !e.upToItsEnd() && !s.grownTo(e, rest) && !(e.BareDay() && s.measures(e)) {
		return true
	}
	if containsAny(rest, judgedAhead()...) || startsAny(rest, workAhead()...) || startsAny(rest, askedAhead()...) || slices.Contains(workAheadAlone(), strings.TrimSpace(rest)) {
		return true
	}
	if startsAny(rest, comesTrue()...) && containsAny(s.text[from:e.Start], "计划", "拟", "将", "预计") {
		return true
	}
	return containsAny(s.text[from:e.Start], leadsToAims()...) || containsAny(lead, "预计", "计划", "力争", "将于", "争取", "确保", "目标", "规划", "到") ||
		containsAny(rest, "将", "预计", "计划", "力争", "有望", "拟", "确保", "争取", "前完成", "目标")
}

// reckoned tells of the end of a year up to which someone has counted: 据协会统计，到2013年底.
func reckoned(before string, e Expr) bool {
	return e.a.edge == closing && containsAny(before, countedBy()...)
}

// countedBy tell of who has counted what there is.
var countedBy = phrases("counted by")

// turnsPages stand before the 到 of a year that is looked back on: 翻|到2017年.
var turnsPages = phrases("turns pages")

// upToItsEnd tells of the end of a month or a day up to which what is there is counted, and no aim set: 至2007年9月末, 到1995年11月15日.
func (e Expr) upToItsEnd() bool {
	return e.mod == until && e.a.told == printed && e.a.monthly() && (e.a.edge == closing || e.a.days[0] > 0)
}

// grownTo tells of a month up to which what an earlier year of the sentence began has grown, 2004年办起3家，到2011年5月，增加到860家, and of a year that
// one long before is compared with.
func (s signs) grownTo(e Expr, rest string) bool {
	if e.mod != until || e.a.told != printed || containsAny(rest, comesUp()...) {
		return false
	}
	from, to := sentenceAround(s.text, e.Start, e.End)
	return slices.ContainsFunc(s.exprs, func(o Expr) bool {
		if o.Start < from || to < o.Start || o.shape != point || o.a.told != printed {
			return false
		}
		longAgo := o.a.year+longestPlan < e.a.year && !o.a.short // 到2014年，年产值由1965年的20万元增长到8亿元
		return longAgo || e.a.monthly() && o.Start < e.Start && o.a.year < e.a.year && containsAny(rest, grown()...)
	})
}

// longestPlan is over how many years a plan looks ahead at most from the year that it compares with.
const longestPlan = 20

// grown are verbs for what has become more, comesUp words for what is only to.
var grown, comesUp = phrases("has grown"), phrases("is to come up")

// judgedAhead tell, behind a year, of what is forecast or demanded of it: 对2006年增速的预测; workAhead of its tasks in a title: 2018年工作思路;
// comesTrue are what follows the time of a plan told before: 计划明年开工，2012年下半年达产.
var judgedAhead, workAhead, comesTrue = phrases("judged ahead"), phrases("work ahead"), phrases("comes true")

// workAheadAlone follow a year in a heading that says no more: 三、2011年安排。
var workAheadAlone = phrases("work ahead alone")

// leadsToAims stand before the time of what is aimed at: 园区提出：2019年，产值增长13%.
var leadsToAims = phrases("leads to aims")

// comeAbout tells of a clause that goes on with what is there already: 到2016年底已建成.
func comeAbout(rest string) bool {
	clause, _, _ := strings.Cut(strings.NewReplacer("，", ",", "。", ",", "；", ",", ";", ",").Replace(strings.TrimPrefix(rest, "，")), ",")
	return containsAny(clause, "已", "共有", "现有")
}

// measures tells of a time whose sentence gives figures of statistics of it.
func (s signs) measures(e Expr) bool {
	_, to := sentenceAround(s.text, e.Start, e.End)
	return containsAny(s.text[e.End:to], "同比", "环比", "增长", "下降", "累计", "完成", "实现")
}

// acrossNewYear tells of the two years of a winter, which say nothing of the end of the second: 2021—2022雪季.
func (s signs) acrossNewYear(e Expr) bool {
	after := s.text[e.End:]
	return e.shape == span && !e.a.monthly() && e.b.year == e.a.year+1 && containsAny(after[:min(len(after), len("冰雪季"))], "雪季", "采暖季", "供暖季", "榨季", "学年", "赛季")
}

// longestTitle is how many bytes into a text its title reaches at most.
const longestTitle = 240

// over reports whether the sentence of e tells of what has happened, and of nothing that can or may.
func (s signs) over(e Expr) bool {
	_, to := sentenceAround(s.text, e.Start, e.End)
	rest := s.text[e.End:to]
	return containsAny(rest, "了", "已", "同比", "增长", "达到", "举行", "实现") && !containsAny(rest, "能", "可", "开通后") && e.mod == plain
}

// printedLast is the latest year printed in the story, names left aside.
func (s signs) printedLast() int {
	y := 0
	for _, e := range s.exprs {
		if e.shape == point && e.a.told == printed && !e.a.short && e.a.last == 0 && e.Role != Coming {
			y = max(y, e.a.year)
		}
	}
	return y
}

// reach bounds how far a sentence is followed either way, so that a text without stops costs no more than any other.
const reach = 1500

func sentenceAround(t string, start, end int) (from, to int) {
	from, to = max(0, start-reach), min(len(t), end+reach)
	for _, stop := range [...]string{"。", "\n", "！", "？"} {
		if k := strings.LastIndex(t[from:start], stop); k >= 0 {
			from += k + len(stop)
		}
		if k := strings.Index(t[end:to], stop); k >= 0 {
			to = end + k
		}
	}
	return from, to
}

// pin looks for a printed year beside 今年 that must be the same: 今年（2023年）, 今年6月…“2023年福建省…名单”.
func (s *signs) pin(k int) {
	e := s.exprs[k]
	_, to := sentenceAround(s.text, e.Start, e.End)
	for _, f := range s.exprs[k+1:] {
		if f.Start >= to {
			return
		}
		if f.shape != point || f.a.told != printed || f.a.short || f.a.last > 0 || f.Role == Compared || f.Role == Coming || f.mod != plain {
			continue
		}
		near := strings.Trim(s.text[e.End:f.Start], " （(即是，,、")
		quoted := strings.HasSuffix(s.text[:f.Start], "“") || strings.HasSuffix(s.text[:f.Start], "《")
		tail := s.text[f.End:min(to, f.End+120)]
		if near == "" && !strings.Contains(s.text[e.End:f.Start], "，") && !strings.Contains(s.text[e.End:f.Start], "、") ||
			!f.a.monthly() && (quoted || f.Role == Name) && containsAny(tail, "名单", "榜", "目录", "计划", "项目", "公示", "清单", "要点", "方案") ||
			!f.a.monthly() && containsAny(tail, "名单", "榜单", "公示名单") {
			s.pinned, s.pinText = f.a.year, e.Text+" beside "+f.Text
			return
		}
	}
}

// dateline reads 本报3月5日讯, 新华社北京3月5日电 at the head of a story.
func (s signs) dateline(stamp yiyuan.Date) (yiyuan.Date, string, bool) {
	for _, e := range s.exprs {
		if e.Start > 900 {
			break
		}
		if e.shape != point || e.a.days[0] <= 0 || e.a.told == counted || e.Role == Name {
			continue
		}
		from := max(0, e.Start-60)
		if k := strings.LastIndexAny(s.text[from:e.Start], "\n。"); k >= 0 {
			from += k
		}
		if lead := s.text[from:e.Start]; Filed(s.text[e.End:]) == 0 || !containsAny(lead, "本报", "新华社", "中新社", "中新网", "新华网", "人民网", "讯", "电") && !onlyPlace(lead) {
			continue
		}
		d, why, ok := s.datelineDay(e, stamp)
		if ok {
			return d, why, true
		}
	}
	return yiyuan.Date{}, "", false
}

// onlyPlace tells of a line that begins with a name and then the day of its dateline: 绥芬河12月20日电.
func onlyPlace(lead string) bool {
	name, opens := strings.CutPrefix(lead, "\n")
	return opens && 2 <= utf8.RuneCountInString(name) && utf8.RuneCountInString(name) <= 8 && !strings.ContainsAny(name, "，、：:；（( 　1234567890")
}

// Filed is how many bytes of what stands behind the day of a dateline say how the story was sent: 3月5日电, 3月5日专电.
func Filed(tail string) int {
	return eat(tail, 0, "专电", "急电", "专讯", "电", "讯", "消息")
}

func (s signs) datelineDay(e Expr, stamp yiyuan.Date) (yiyuan.Date, string, bool) {
	c := Context{Reference: stamp}
	if s.pinned != 0 {
		c.Year = s.pinned
	} else if y := s.yearBehind(e); stamp.IsZero() && e.a.told != printed && y > 0 {
		c.Year = y
	} else if stamp.IsZero() && e.a.told != printed {
		l := s.latest().Day
		if l.IsZero() {
			return l, "", false
		}
		c.Reference = yiyuan.Date{Year: l.Year, Month: 12, Day: 31}
	}
	if !e.a.monthly() { // 本报5日讯: the last such day before the stamp
		if stamp.IsZero() {
			return yiyuan.Date{}, "", false
		}
		d := yiyuan.Date{Year: stamp.Year, Month: stamp.Month, Day: e.a.days[0]}
		if stamp.Before(d) {
			d = yiyuan.NewDate(stamp.Year, stamp.Month-1, e.a.days[0])
		}
		return d, "dateline: " + e.Text, true
	}
	d, _, ok := e.days(c)
	return d, "dateline: " + e.Text, ok
}

// yearBehind is the year of a dateline that prints none, by the first that its paragraph prints, 0 where it prints none: a year summed up
// at its end, or early in the next.
func (s signs) yearBehind(dateline Expr) int {
	_, to := sentenceAround(s.text, dateline.Start, dateline.End)
	for _, e := range s.exprs {
		if e.Start < dateline.End || e.shape != point && e.shape != span || e.a.told != printed || e.a.short || e.a.last > 0 || e.Role == Name || e.Role == Compared {
			continue
		}
		switch {
		case e.Start > to:
			return 0
		case s.ahead(e) && e.shape == point && !e.a.monthly() && int(dateline.a.months[0]) >= int(time.September) && (strings.Contains(s.text[e.End:to], "可达") || containsAny(s.text[e.End:to], expecting()...)):
			return e.a.year // 11月2日电 1999年总产可达21亿公斤
		case s.ahead(e):
			return 0
		case lastMonth(e) > 0 || int(dateline.a.months[0]) >= int(time.November):
			return e.a.year
		}
		return e.a.year + 1
	}
	return 0
}

// older tells a story that is older than the stamp of its copy.
func (s signs) older(stamp yiyuan.Date) (yiyuan.Date, string, bool) {
	switch {
	case s.pinned != 0 && (stamp.IsZero() || s.pinned == stamp.Year-1 || s.pinned == stamp.Year-2):
		return s.latestOf(s.pinned), s.why("text: "+s.pinText, stamp), true
	case stamp.IsZero() || int(stamp.Month) >= s.month || s.printedLast() != stamp.Year-1:
		return yiyuan.Date{}, "", false
	}
	return s.latestOf(stamp.Year - 1), s.why("text: "+s.said+" lies after the stamp", stamp), true
}

func (s signs) why(evidence string, stamp yiyuan.Date) string {
	if stamp.IsZero() {
		return evidence
	}
	return evidence + "; the copy is stamped " + stamp.String()
}

// latestOf returns the last day a story of year y tells of, at least the end of the last month it names.
func (s signs) latestOf(y int) yiyuan.Date {
	c := Context{Reference: yiyuan.Date{Year: y, Month: 12, Day: 31}, Year: y}
	last := yiyuan.Date{Year: y, Month: 1, Day: 1}
	for _, e := range s.exprs {
		if e.shape != point && e.shape != span || e.Role == Name || e.Role == Compared || e.a.same || e.a.moon || e.a.season || s.ahead(e) {
			continue
		}
		if m := e.a; !m.monthly() || e.mod == since {
			continue
		}
		if _, end, ok := e.days(c); ok && end.Year == y && last.Before(end) {
			last = end
		}
	}
	return last
}
