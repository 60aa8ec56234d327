package figure

import (
	"strings"
	"unicode/utf8"

	"yiyuan/transform/period"
)

// This file tells what a mark between clauses ends, and what of the sentence goes on behind it.

// meetPause ends the clause at the mark at token i, and at a semicolon what was said of those before it alone.
func (r *reader) meetPause(i int) {
	t := &r.toks[i]
	was := r.clause
	coming := t.kind == comma && r.Report.Kind == "" && (was.status == "forecast" || was.status == "target")
	brings := coming && was.status == "forecast" && i+1 < len(r.toks) && causing().has(r.toks[i+1].text)
	r.clause, r.verbFirst = scope{}, nil
	if brings || coming && r.verbNext(i) {
		r.clause.status, r.clause.promise = was.status, brings && was.promise // 将完成改造900个，惠及20万户; 可新增床位200张，使总数达到400张
	}
	if t.kind == comma && r.promisedBefore(i) {
		r.sentence.status, r.sentence.promise = "forecast", true
	}
	if t.kind == comma && i > 1 && r.toks[i-1].kind == where && r.toks[i-2].is(copula) {
		r.clause.region = r.regionOf(r.toks[i-1].at) // 最多的是河北，查处9起
	}
	if t.kind == comma && r.comesThen(i) {
		r.sentence.status, r.sentence.then = "forecast", r.sentence.period
	}
	r.meetNextStep(r.text[t.end:r.end])
	r.meetTopic(i)
	r.meetClosingPlace(i)
	r.meetSpot(i)
	if t.kind == semi {
		r.meetSemicolon(i)
	}
}

// meetSemicolon lets the part behind the semicolon or colon at token i begin with the time its sentence opened with.
func (r *reader) meetSemicolon(i int) {
	t := &r.toks[i]
	r.partAt, r.semiAt = len(r.told), t.start
	r.partOf = -1
	if r.Report.Kind != "" || r.sentence.subject != r.line.subject {
		r.sentence.subject = "" // 某口岸货运量2103万吨；货值62亿元 is of one owner
	}
	r.comesBack()
	if r.doneBehind(i) {
		r.sentence.status, r.sentence.will = "", "" // 全区将改造12万套；今年已开工5.6万套
	}
	if r.sentence.status == "planned" && r.namesAnotherProject(i) {
		r.sentence.status = "" // 某某加工项目拟投资2亿元；某某冷链项目总投资1亿元
	}
	if r.expectsAnew(i) {
		r.sentence.status = "" // 完成产值8亿元，预计增长5%；完成税收2亿元，预计增长4%
	}
	if r.ofPlaceBefore(i) {
		// 在某省，…；过去，损耗高达20%
	} else if said := t.text == "：" || t.text == ":"; r.sentence.region != "100000" || r.local() && !said || r.Report.Kind != "" {
		r.sentence.region = "" // what the whole country comes to is told to the end of a sentence
	}
	if r.cameToDay(i) {
		// 今年计划实施96个，截至9月底，已开工78个；有14个投产
	} else if r.opened.has || r.Report.Kind != "" {
		r.sentence.period, r.sentence.has, r.sentence.stock = r.opened.period, r.opened.has, r.opened.stock
	} else if r.timeBehindFigure(i) {
		r.sentence.keep(r.partBegan)
	}
	r.partBegan = r.sentence
}

// namesAnotherProject tells of a part of a sentence of the news, behind the semicolon at token i, on another project, of which no plan is told.
func (r *reader) namesAnotherProject(i int) bool {
	if r.Report.Kind != "" {
		return false
	}
	clause := firstClause(r.text[r.toks[i].end:r.end])
	name, cost, named := strings.Cut(clause, "项目")
	return named && utf8.RuneCountInString(name) > 2 && startsWithAny(cost, investedIn()) && !holdsAny(clause, planningWords())
}

// planningWords are words of a clause on what is planned.
var planningWords = phrases("planning words")

// cameToDay tells of a part of a sentence of the news, behind the semicolon at token i, that says with no time of its own what has been done or is there,
// where the one before it has come to a day within the time that the sentence opened with: 截至9月底，….
func (r *reader) cameToDay(i int) bool {
	of, whole := &r.sentence, r.opened.period
	if r.Report.Kind != "" || !r.opened.has || !of.has || of.period.Kind != period.AsOf || of.now || whole.Kind != period.During || whole == of.period {
		return false
	}
	if of.period.End.Before(whole.Start) || whole.End.Before(of.period.End) {
		return false
	}
	by := r.lastTime(r.toks[i].start)
	if by == nil || by.e.Role != period.Until || !strings.HasSuffix(r.text[r.start:by.start], "，") {
		return false
	}
	lead := upToDigits(r.text[r.toks[i].end:r.end])
	return (tellsDone(lead) || startsWithAny(lead, []string{"有", "其中"})) && !holdsAny(lead, expected())
}

// doneBehind tells of a part of a sentence of the news, behind the semicolon at token i, that says before its first figure what has been done already.
func (r *reader) doneBehind(i int) bool {
	if r.Report.Kind != "" || r.sentence.status == "" && r.sentence.will == "" || r.sentence.promise {
		return false
	}
	lead := upToDigits(r.text[r.toks[i].end:r.end])
	return strings.Contains(lead, "已") && !holdsAny(lead, expected()) && !strings.ContainsAny(lead, "；。")
}

// timeBehindFigure tells of a part of a sentence, before the semicolon at token i, that comes to a time only behind its first figure: it dates what
// stands beside it, …125亿元，其中四季度增长7%；消费税93亿元.
func (r *reader) timeBehindFigure(i int) bool {
	from := i
	for from > 0 && r.toks[from-1].kind != semi {
		from--
	}
	inSubject, counted := false, false // 120家公司2005年营收8亿元；实现利润6000万元
	for j, t := range r.toks[from:i] {
		switch {
		case t.kind == figure && t.q.Kind == "count" && !counted:
			inSubject = true
		case t.kind == figure || t.kind == comma && inSubject:
			counted = true
		case t.kind == time && ruling[t.e.Role]:
			if k := from + j; k > 0 && k+1 < i && r.toks[k-1].kind == comma && r.toks[k+1].kind == comma {
				return false // 对80家企业的统计显示，上半年，产量20万台；…
			}
			if k := from + j; k > 0 && r.toks[k-1].kind == comma && startsWithAny(r.text[r.start:t.start], namingSources()) {
				return false // 据200个监测点数据，1月存栏下降5%；…
			}
			return counted && !t.e.Now() && t.e.Role != period.Until && !r.begins(&t)
		}
	}
	return false
}

// namingSources begin the clause that names where what follows is known from.
var namingSources = phrases("naming sources")

// ofPlaceBefore tells of a part of the news behind the semicolon at token i that names no place, where the one before it began with that of the
// sentence: what is told there goes on.
func (r *reader) ofPlaceBefore(i int) bool {
	if r.Report.Kind != "" || !r.local() || r.sentence.region == "" || !r.partOpensWithPlace(i) || r.onlyOfPart(i) {
		return false
	}
	end := r.end
	for _, t := range r.toks[i+1:] {
		if t.kind == semi {
			end = t.start
			break
		}
		if t.kind == where {
			return false
		}
	}
	_, named := r.areaIn(r.text[r.toks[i].end:end])
	return !named
}

// onlyOfPart tells of a place in force that only a part of what the sentence tells is of, before the semicolon at token i: 其中东阳市占12%；.
func (r *reader) onlyOfPart(i int) bool {
	for j := i - 1; j > 0 && r.toks[j].kind != semi; j-- {
		if r.toks[j].kind == where && r.toks[j-1].is(among) {
			return r.regionOf(r.toks[j].at) == r.sentence.region
		}
	}
	return false
}

// partOpensWithPlace tells of a part of a sentence before the semicolon at token i whose first words are a place.
func (r *reader) partOpensWithPlace(i int) bool {
	from := i
	for from > 0 && r.toks[from-1].kind != semi {
		from--
	}
	for _, t := range r.toks[from:i] {
		switch {
		case t.kind == where:
			return true
		case t.kind != time && t.kind != comma && t.kind != blank && t.text != "在":
			return false
		}
	}
	return false
}

// expectsAnew tells of a semicolon between two parts of the news that each say for themselves, behind a figure, what is only expected, or of one
// behind a part that goes on from what has been done to what a coming time will bring: 完成投资3亿元，预计明年6月通车；北环路完成投资2亿元.
func (r *reader) expectsAnew(i int) bool {
	if r.Report.Kind != "" || r.sentence.status != "forecast" || r.sentence.promise {
		return false
	}
	from := i
	for from > 0 && r.toks[from-1].kind != semi {
		from--
	}
	at := expectedBehindFigure(r.toks[from:i])
	if at < 0 {
		return false
	}
	expects := from + at
	return r.toks[expects+1].kind == time && r.toks[expects-1].kind == comma || expectedBehindFigure(r.toks[i+1:]) >= 0
}

// expectedBehindFigure is which token is an 预计 that comes only behind a figure, up to the next semicolon, -1 for none.
func expectedBehindFigure(toks []token) int {
	counted := false
	for i, t := range toks {
		switch {
		case t.kind == semi:
			return -1
		case t.kind == figure:
			counted = true
		case !t.is(expect) || !strongForecast()[t.text]:
		case counted:
			return i
		default:
			return -1
		}
	}
	return -1
}

// verbNext tells of a clause that goes on with a verb that has no subject of its own, and not with what has been done.
func (r *reader) verbNext(i int) bool {
	if i+2 >= len(r.toks) {
		return false
	}
	next := r.toks[i+1]
	if together[next.text] {
		next = r.toks[i+2] // 将举办94场活动，共发布新品170件
	}
	if next.kind != word || next.is(exist|expect) || r.toks[i+2].text == "了" {
		return false
	}
	return next.is(event|newness|pull|up|down) || verbsToCome().begin(next.text) || strings.HasPrefix(next.text, "年") && isName(next.text) // 将建成投产，年产值达6亿元
}

// verbsToCome are verbs that go on with what will come and are no events by themselves.
var verbsToCome = phrases("verbs to come")

// together are words before a verb that goes on with what was told before.
var together = map[string]bool{"共": true, "总共": true, "共计": true, "并": true, "还": true}
