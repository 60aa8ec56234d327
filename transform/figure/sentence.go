package figure

import (
	"cmp"
	"slices"
	"strings"

	"yiyuan"
	"yiyuan/transform/period"
	"yiyuan/transform/place"
	"yiyuan/transform/search"
	"yiyuan/transform/unit"
)

// This file goes through a sentence once, and keeps what its words put in force.

// goesOn tells of a sentence that names nothing before its first figure, or only places where another was told of before, and so speaks of
// the one before it in its paragraph: 2019年为20亿元。 常熟达到3000亿元。
func (r *reader) goesOn() bool {
	if r.start == 0 || r.text[r.start-1] == '\n' {
		return false
	}
	first, placed, does := r.unnamedAhead()
	switch {
	case first < 0, does && !r.moreOfMoney(first):
		return false
	case placed:
		return r.goesOnOfPlaces(first)
	}
	return true
}

// unnamedAhead finds the first figure of a sentence that names nothing before it; at is negative where it names something. placed tells whether places
// stand there, does whether it is said only that so much was brought about.
func (r *reader) unnamedAhead() (at int, placed, does bool) {
	for i := range r.toks {
		switch t := &r.toks[i]; {
		case t.kind == figure:
			return i, placed, does
		case t.kind == time, t.kind == comma, t.kind == blank:
		case t.kind == where && t.at.Kind == place.KindRegion:
			placed = true
		case placed && (t.kind == dun || t.is(conj|resp|rank|each) || leadsToSum().has(t.text)):
		case t.is(expect) || carriesOut[t.text]:
			does = true
		case t.kind != word || !t.is(reach|up|down|upto|downto) && !standings[t.text]:
			return -1, placed, does
		}
	}
	return -1, placed, does
}

// goesOnOfPlaces tells of a figure behind places alone that measures them by what the paragraph has last measured another by.
func (r *reader) goesOnOfPlaces(i int) bool {
	t := &r.toks[i]
	if !holdsDigits(t.text) || strings.HasPrefix(r.text[t.end:r.end], "以上") { // 某市亿元以上项目
		return false
	}
	named := i+1 < len(r.toks) && namesBehind(&r.toks[i+1], t.q)
	return !named && r.likeTheLastPlace(t.q)
}

// carriesOut are verbs that say nothing of what it is that comes to so much.
var carriesOut = map[string]bool{"完成": true, "实现": true}

// moreOfMoney tells of a sum at token i that no words name, behind one of the sentence before: 1至5月完成产值4亿元。预计上半年完成5亿元.
func (r *reader) moreOfMoney(i int) bool {
	if q := r.toks[i].q; r.current == nil || q.Kind != "amount" || !money[r.current.code] || !fits(r.current.code, q.Unit.Code) {
		return false
	}
	return i+1 == len(r.toks) || r.toks[i+1].kind.pauses()
}

// namesBehind tells of a word behind a figure that may say what it is of: a verb does not behind a sum or a rate, 80亿元反超乙市.
func namesBehind(t *token, q *unit.Quantity) bool {
	if t.kind != word || t.is(up|down|rank|conj) || boundWords()[t.text] {
		return false
	}
	return q.Kind != "amount" && q.Kind != "percent" || !strings.HasPrefix(t.pos, "v")
}

// likeTheLastPlace tells of a figure that may measure other places by what the paragraph has last measured one.
func (r *reader) likeTheLastPlace(q *unit.Quantity) bool {
	last := r.lastFact()
	if last == nil || last.Start < r.lineStart || last.SubjectKind != "region" {
		return false
	}
	return q.Kind == "rank" || q.Kind == "ordinal" || r.lastSince(r.lineStart, func(f *yiyuan.Fact) bool {
		return f.Unit == q.Unit.Code && f.Measure != "rank" && (f.Indicator == last.Indicator || r.current != nil && f.Indicator == r.current.code)
	}) != nil
}

// leadsToSum are words between a place and what it has come to.
var leadsToSum = phrases("leading to a sum")

// pointsBack tells of a sentence whose first figure is of what was told last: 到2025年，这个数字将达到56%.
func (r *reader) pointsBack(text string) bool {
	if r.start > r.lineStart && r.Report.Kind == "" && endsWithAny(firstClause(text), comingBehind()) {
		return true // 甲省、乙省位列其后，均超过4万元
	}
	first := slices.IndexFunc(r.toks, func(t token) bool { return t.kind == figure })
	return first > 0 && r.Report.Kind == "" && holdsAny(r.text[r.start:r.toks[first].start], pointingBack())
}

// comingBehind end a clause on those that come behind those told before.
var pointingBack, comingBehind = phrases("pointing back"), phrases("coming behind")

// standings are words for the place that what was told before takes: 位次由第五位上升到第二位.
var standings = map[string]bool{"位次": true, "排名": true, "名次": true, "由": true, "从": true}

func (r *reader) readSentence(start, end int) {
	text := r.text[start:end]
	r.goesThroughPoints(text)
	r.turnsToYearsAims(start, end)
	exprs := period.Scan(text)
	quantities := unit.Scan(text)
	r.dates(start, exprs, quantities)
	r.start, r.end = start, end
	if len(quantities) == 0 {
		r.readWithoutFigures(text, exprs)
		return
	}
	if r.firstLine < 0 {
		r.firstLine = r.lineStart
	}
	r.cut(text, start, r.marks(text, exprs, quantities, r.known.Scan(text)))
	r.beginSentence(text)
	r.meetAccounts(text, exprs)
	r.headsWhatIsToCome(text, exprs)
	r.meetHead(text)
	r.at = cmp.Or(r.goesToSite(text), r.atScene(text))
	r.meetThings(text)
	r.meetFairDays(text, exprs)
	r.meetDaysClosed(text, exprs)
	r.meetFairLength(text)
	r.meetNearDays(text)
	r.goesToEventDay(text)
	r.goesToSameSpan(text)
	r.sumsSinceUntold(text, exprs)
	r.keepDay(exprs)
	r.opensOnGoods(text)
	r.walk()
	r.meetEventDay(text)
	if r.sentence.has && (r.lastMeasured >= 0 || r.opened.has && r.atLineStart() && r.sentence.period.YearToDate()) {
		r.meetLead(r.spanOfSentence())
	}
	r.leaveForNext(text)
}

// readWithoutFigures keeps what a sentence that holds no quantity says of those that follow.
func (r *reader) readWithoutFigures(text string, exprs []period.Expr) {
	r.passBy(text, exprs)
	r.keepDay(exprs)
	r.meetTopicOfGoods(text)
	r.passNames(text, exprs)
	r.passSpeaker(text, r.start)
	r.meetScene(text)
	r.meetThings(text)
	r.meetFairDays(text, exprs)
	r.meetDaysClosed(text, exprs)
}

// beginSentence clears what was of the sentence before. A sentence on the parts of what that has told goes on with its status and subject.
func (r *reader) beginSentence(text string) {
	r.owner, r.ownedBefore, r.lineEnd = "", r.line.region, 0
	before := r.sentence
	r.sentence, r.clause, r.opened, r.partBegan = scope{}, scope{}, scope{}, scope{}
	parts := strings.HasPrefix(text, "其中")
	if parts && r.Report.Kind == "" && r.start > r.lineStart && r.line.subject == "" {
		r.sentence.subject, r.sentence.kind = before.subject, before.kind
	}
	if r.partsOfMonth(text) {
		r.sentence.keep(r.monthItself)
	}
	if parts || r.planGoesOn(text, before.status) {
		r.sentence.status = before.status
	}
	if r.answers && !tellsDone(text) {
		r.sentence.status = "target"
	}
	r.plan, r.handing = toldPlan{}, nil
	r.toldEarlier = nil
	if r.start > r.lineStart {
		r.toldEarlier = r.told
	}
	if r.current != nil && r.previous != nil && endsWithAny(r.current.text, gapsBetween()) {
		r.current = r.previous
	}
	r.list, r.told, r.turns, r.rivals, r.verbFirst, r.before, r.lastMeasured, r.partOf = nil, nil, nil, nil, nil, nil, -1, -1
	r.previous, r.passed, r.aside, r.partAt, r.turnsTaken = nil, nil, nil, 0, nil
	if !r.opensOnParts(text) && !r.goesOn() && !r.pointsBack(text) {
		r.current, r.lastCount, r.whole = nil, nil, -1
	}
	if r.lineHead != nil && (startsWithAny(text, dividedByTime()) || r.placesBehindBranches()) {
		head := *r.lineHead
		r.current = &head // 分季度看，一季度增长3%，二季度增长5%
	}
}

// placesBehindBranches tells of a sentence that goes over from the branches of what the paragraph told first to the places of it: 规上工业利润41亿元。其中
// 纺织业12亿元。甲县23亿元.
func (r *reader) placesBehindBranches() bool {
	head := r.lineHead
	if r.current == nil || r.lineHeadAt != r.lineStart || head.code != r.current.code || head.industry == r.current.industry {
		return false
	}
	first, placed, _ := r.unnamedAhead()
	return first >= 0 && placed && r.lastSince(r.lineStart, func(f *yiyuan.Fact) bool { return f.PartOf != "" }) != nil
}

// dividedByTime are words that lead to what was told before, quarter by quarter or month by month.
var dividedByTime = phrases("divided by time")

// meetExample lets the place that the sentence of the news takes as an example own it: 以浙江为例，城镇居民收入7.1万元.
func (r *reader) meetExample(text string) {
	if r.Report.Kind != "" || !holdsAny(text, asExample()) {
		return
	}
	first := firstClause(pastTime(text))
	if !strings.HasPrefix(first, "以") {
		return
	}
	if m := r.known.Scan(first); len(m) == 1 && m[0].Start == len("以") && strings.HasSuffix(first[m[0].End:], "为例") {
		if code := r.regionOf(&m[0]); code != "" {
			r.sentence.region = code
			if r.local() {
				r.line.region = code
			}
		}
	}
}

// asExample stands behind what something is shown by.
var asExample = phrases("as an example")

// meetHead keeps what the words at the head of a sentence, or a bracket in it, say of all of it: whose it is, since when, aim or forecast.
func (r *reader) meetHead(text string) {
	r.leaveForNation(text)
	if r.ofTheNation(text) {
		r.sentence.region = "100000"
	}
	r.meetExample(text)
	r.runsFrom(text)
	r.meetFronted(text)
	if search.Holds(text, "（预计") || search.Holds(text, "(预计") {
		r.sentence.status = "forecast"
	}
	if r.opensAims() {
		r.line.status = "target"
	}
	if r.Report.Kind == "" {
		r.meetEvent(text)
		r.meetSpanReported(text)
		r.meetNextStep(text)
	}
	r.meetIntent(text)
}

// opening is how many bytes into a sentence a time still rules its paragraph; further on it dates what stands beside it.
const opening = 15

// walk goes through the sentence once, keeping what is in force, and reads each figure as it is met.
func (r *reader) walk() {
	for i := range r.toks {
		t := &r.toks[i]
		if r.aside != nil && t.start >= r.asideEnd {
			r.sentence.keep(*r.aside)
			r.aside = nil
		}
		r.remember(i)
		r.meetEntity(i)
		r.meetProject(i)
		switch t.kind {
		case time:
			r.meetTime(i)
		case where:
			r.meetPlace(i)
		case comma, semi, stop:
			r.meetPause(i)
		case open:
			r.opensBracket(i)
		case shut:
			r.shutsBracket()
		case word:
			r.meetWord(i)
		case figure:
			r.readFigure(i)
		case note:
			r.mention(*t, "furniture", "footnote mark")
		}
	}
}

func (r *reader) meetWord(i int) {
	t := &r.toks[i]
	r.meetPronoun(i)
	r.meetApposition(i)
	r.meetDescribed(i)
	r.meetPerson(i)
	r.meetSpeaker(i)
	r.meetGate(i)
	r.meetNation(i)
	r.meetRuleOfNation(i)
	r.meetDeictic(i)
	if r.promises(i) || r.supposes(i) {
		r.sentence.status, r.sentence.promise = "forecast", true
	}
	switch {
	case t.is(expect) && strongForecast()[t.text] && r.reckonedWith(i):
	case t.is(expect) && strongForecast()[t.text]:
		r.sentence.status = "forecast"
		if r.holdsFromHere(i) {
			r.forecast = true
		}
	case t.is(expect) && t.text == "将", t.text == "部将": // 工信部将
		r.meetWill(i)
	case t.is(expect):
		r.clause.status = "forecast"
		if r.Report.Kind == "" && strings.HasPrefix(t.text, "将") {
			r.sentence.will = "forecast" // 今年总产将达90万吨，肉类总产达到8万吨
		}
	case t.text == "可" && i > 0 && everyYearBefore(&r.toks[i-1]):
		r.clause.status = "forecast" // 每年可节约
	case r.wouldBring(i):
		r.clause.status = "forecast"
	case r.holdsOnceBuilt(i):
		r.sentence.status, r.sentence.promise = "forecast", true
	case r.could(i):
		r.clause.status, r.clause.promise = "forecast", r.sentence.status != "forecast" || !r.sentence.has // 可满足7000名儿童入园
	case r.Report.Kind == "" && r.schemeSays(i), r.demanded(i):
		r.sentence.status = "target"
	case (t.text == "要" || t.text == "就要") && r.dueSoon(i):
		r.clause.status = "target"
	case r.taskNamed(i):
		r.clause.status = "target"
	case r.aimNamed(i):
		r.sentence.status = "target"
		r.aimsOfPlan(i)
	case r.oughtTo(i):
		r.meetOught(i)
	case t.is(aim):
		r.meetAim(i)
	case t.is(plan) && (t.text == "计划" || t.text == "拟") && !r.plannedBefore(i):
		r.clause.status = "planned"
		if r.Report.Kind == "" && r.sentence.status == "" && !(i > 0 && ofYear()[r.toks[i-1].text]) {
			r.sentence.status = "planned"
		}
	case r.laysDown(i):
		r.clause.status = "planned"
		if r.sentence.status == "" {
			r.sentence.status = "planned"
		}
	case r.bindsByContract(i):
		r.clause.status = "planned"
	case r.meansTo(i):
		r.sentence.status = "planned"
	case r.Report.Kind == "" && soonDone[t.text] && r.clause.status == "" && r.opens(i) && i+1 < len(r.toks) && r.toks[i+1].is(reach|event|newness|up|down):
		r.clause.status = "target" // 尽快实现公办幼儿园占比50%以上
	case t.text == "用" && r.Report.Kind == "" && r.sentence.status == "" && r.aimsWithin(i):
		r.sentence.status = "target" // 确立了发展战略，即用3年时间打造3条茶叶走廊
	case r.Report.Kind == "" && intends(t.text) && r.sentence.status == "" && r.takesTime(i):
		r.sentence.status = "planned" // 准备用五年时间，建成屏障700平方公里
	case r.Report.Kind == "" && intends(t.text) && r.clause.status == "" && r.setsOut(i):
		r.clause.status = "planned" // 准备招收35名毕业生
	case r.laysOut(i):
		r.clause.status = "planned"
		if r.sentence.status == "" {
			r.sentence.status = "planned"
		}
	case r.doneMeanwhile(i):
		r.sentence.status, r.sentence.promise, r.sentence.coming, r.sentence.will = "", false, false, ""
		r.clause.status = "actual"
	case r.sentence.status == "planned" && r.clause.status == "" && alreadyDone()[t.text]:
		r.clause.status = "actual" // 计划投资50亿元，已完成30亿元
		if r.overPlan() {
			r.sentence.status = "" // 去年计划投资3亿元，累计完成4亿元，新增灌溉面积5万亩
		}
	case r.Report.Kind == "" && r.saysByPlan(i):
		r.sentence.status, r.sentence.byPlan = "planned", true
	case t.is(among):
		r.partOf = r.whole
		if r.opensPartsOfPlan(i) {
			r.sentence.status = "planned"
		}
	}
}

// soonDone are words before what is to be done soon.
var soonDone = map[string]bool{"尽快": true, "早日": true}
