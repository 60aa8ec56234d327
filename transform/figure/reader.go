package figure

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"
	clock "time"
	"unicode/utf8"

	"yiyuan"
	"yiyuan/transform/period"
	"yiyuan/transform/place"
	"yiyuan/transform/segment"
	"yiyuan/transform/unit"
)

// Input is one clean text and what is known of it as a whole.
type Input struct {
	Title     string // where the text does not begin with it
	Headed    bool   // the text begins with its title
	Text      string
	Home      string // region code of the document's own place
	Town      string // the town, township or street it is about, "" for any other
	Reference yiyuan.Date
	Report    period.Report
	Suspect   []Doubt // where a figure cannot be trusted, by place
	NoFacts   string  // why no figure of the text can be trusted, "" where they can
}

// Doubt is a stretch of the text, in bytes, whose figures must stay unread, and why.
type Doubt struct {
	Start, End int
	Reason     string
}

// MaxFigures is where the reading of a text is given up: fifty times the figures of the longest report. A text of 32 MB
// that is nothing but figures would take gigabytes.
const MaxFigures = 100_000

// Output is every figure of the text. Offsets are bytes; the caller turns them into code points.
type Output struct {
	Facts    []yiyuan.Fact
	Mentions []yiyuan.Mention
}

// scope is what is in force in a stretch of text: when, whether it has happened, where and whose.
type scope struct {
	from    int // year that a 从…到… of the paragraph begins with, 0 for none
	period  period.Period
	has     bool
	stock   bool          // the time expression speaks of a date: 年末, 截至
	now     bool          // it is a 目前 or 截至目前
	edge    bool          // it is the beginning or end of a month: 三月底
	streak  bool          // it is a 连续四年
	near    bool          // it speaks of the last few days, 日前: no span told before is in force
	running bool          // it is a 今年, which in the news is no longer than up to its day
	since   bool          // it runs from a day on: 6月以来
	ago     bool          // it is told behind what it is told of: 这家工厂十年前关停
	toMonth bool          // it is up to a month as a whole: 截至一季度, 截至11月
	promise bool          // what is said comes about when something is built: 投产后
	will    string        // the status of what it says of a time that is not over: 将, 要
	byPlan  bool          // it is by a plan: 按照规划
	aims    bool          // it speaks of aims: 展望明年
	then    period.Period // what is told of waits for that time: 预计9月投产，可…
	coming  bool          // its status comes of a time ahead
	yearly  bool          // what it tells comes in every year
	status  string
	region  string
	named   int // where that place was named, behind the first clause of a sentence; 0 at its head
	subject string
	kind    string

	begun  yiyuan.Date                    // the day of years ago since when the paragraph says it tells
	ofYear bool                           // the paragraph has spoken of 今年
	byYear bool                           // the paragraph measures what has been done by the tasks of a year
	points struct{ region, scene string } // where the points that it goes through are
}

type reader struct {
	Input
	home           string
	topic          topic
	known          place.Known // short names of places that the news has told
	text           string
	park           string            // the zone whose report this is
	at             string            // the scene of the sentence that names no place
	scene          string            // the place the news is at, see scene.go
	sceneAt        int               // the line it went there in
	yearInReview   bool              // the text goes through the statistics of a year
	bulletin       bool              // the story is on a bulletin of statistics
	meant          map[string]string // which of several places of one name the news has told
	lineEnd        int               // behind the last end of the line that the sentence has named
	owner          string            // the place that has taken the paragraph in this sentence
	ownedBefore    string            // whose the paragraph was before
	event          string            // where the fair or conference of the news is held
	hosted         bool              // by the government of that place
	lineStart      int
	lead           period.Period // the span that a bulletin of statistics is of, see lead.go
	pastLead       bool          // there is none to come
	placeless      bool          // the news speaks as of no one place
	ofBudget       bool          // its headline is of a budget
	ofTaxes        bool          // its headline is of the receipts of taxes
	ofMarket       bool          // its headline is of all listed companies
	consumerPrices bool          // they have been told
	firstLine      int           // with a figure, -1 before it
	storySpan      period.Period // the months that the first figures of the news tell, none where they tell no such
	holiday        period.Period // the holiday over by the day of the news that its headline names, none where it names no such
	storyAt        string        // the place of the story under a headline of a gathering, see storyplace.go
	storyDay       yiyuan.Date   // the day that the story under a headline of the news happened on, of the headline alone
	massStart      bool          // the headline is on works that begin, end or are signed for all together
	gathered       bool          // the news gathers the stories of many places, a headline each
	eventDay       period.Period // on which the news says that a fair or ceremony was held, see eventday.go
	dayTold        period.Period // the last day that the news told of, which a 当天 behind it is
	sites          []sited
	villages       []village // that the news has named, as it named them
	out            Output

	heading     scope
	line        scope         // set by the first sentences of a paragraph
	lineBefore  scope         // of the last paragraph that told a time
	aimTime     period.Period // of the last aim that was dated
	asked       scope         // what the line before asks for, see intent.go
	answers     bool          // the line answers for aims
	sentence    scope
	clause      scope
	week        period.Period // the seven days that the headline says the news is of
	partBegan   scope         // what was in force where the part of the sentence behind the last semicolon began
	aside       *scope        // whose time is in force again from asideEnd on
	asideEnd    int
	opened      scope // of the sentence as it began: what a semicolon goes back to
	forecast    bool  // 预计，下同: later aggregates of the reviewed year are forecasts
	table       tableHead
	rowTold     *statement // the last level of the row
	lastHeading string
	lastNamed   map[string]string // in the paragraph or its heading, the last name of each kind
	headNamed   map[string]string // in the heading
	lastFirm    string            // the last firm that the text has named

	toks         []token
	words        []segment.Word // room to cut a sentence in
	start, end   int            // of the sentence
	current      *statement
	previous     *statement // the one before it in the sentence
	currentFact  int
	whole        int // fact that a 其中 would be part of, -1 where none
	partOf       int
	list         []statement
	listAt       int
	listUnit     string
	listSite     *site
	aimsLevel    int         // of the numbered heading over aims that is in force, 0 for none
	ofBoth       bool        // the heading names a span and its last year: 过去五年和2021年工作回顾
	verbFirst    *site       // the last figure read from a verb before its noun, of this clause
	told         []statement // what the sentence has named so far
	partAt       int         // how many of these before the last semicolon, which stands at semiAt
	semiAt       int
	toldEarlier  []statement     // and the one before it, in the same paragraph
	lineTold     *statement      // the last sum of money that the paragraph has named
	ofGoods      string          // the indicator whose rise or fall, goods by goods, a sentence without figures has announced
	plan         toldPlan        // that the sentence has told last
	handing      *statement      // what is handed out to the names of a list
	rivals       []string        // what the next gaps are to: 高于全省、全国0.7和1.4个百分点
	turns        []period.Period // years that 分别 hands out
	before       *outside        // what was told before the bracket that is open behind a figure, nil outside of one
	lastMeasured int             // token index of the figure before
	leftTokens   []token
	comes        string       // what the words behind the figure being read say of it that is to come, see willBehind
	lastCount    *statement   // of the sentence
	passed       map[int]bool // figures that state nothing, by token
}

// Read reads every figure of a text.
func Read(in Input) Output {
	r := &reader{Input: in, home: in.Home, text: in.Text, whole: -1, partOf: -1, firstLine: -1}
	if in.Report.Kind == "" {
		r.known = place.Learn(in.Text)
		r.villages = settlementsOf(in.Text)
		r.sites = r.sitesOf(in.Text)
		r.topic.villageLine = -1
	}
	r.heading = r.opening()
	lines := titled(segment.Lines(in.Text), in)
	r.heading.subject, r.heading.kind = r.documentSubject(lines)
	r.park = r.reportingPark(lines)
	if in.Report.Kind == "" {
		r.ruledBy(in.Title)
	}
	r.gathered = in.Report.Kind == "" && gathers(in.Text, lines)
	r.pastLead, r.yearInReview, r.bulletin = r.gathered, goesThroughYear(in.Text), publishes(in, lines)
	r.placeless = in.Home == "" && !holdsAny(in.Title+"\n"+in.Text, ofOnePlace())
	r.ofBudget = in.Report.Kind != "" || len(lines) > 0 && holdsAny(in.Title+in.Text[lines[0].Start:lines[0].End], []string{"预算", "决算", "财政收支"})
	r.ofTaxes = in.Report.Kind == "" && len(lines) > 0 && strings.Contains(in.Title+in.Text[lines[0].Start:lines[0].End], "税收入")
	r.massStart = in.Report.Kind == "" && len(lines) > 0 && holdsAny(in.Title+in.Text[lines[0].Start:lines[0].End], massStarts())
	r.ofMarket = r.placeless && len(lines) > 0 && holdsAny(in.Text[lines[0].Start:lines[0].End], wholeMarket())
	for i := range lines {
		if len(r.out.Mentions) > MaxFigures {
			break
		}
		r.storyDay = yiyuan.Date{}
		if lines[i].Kind == segment.Heading && in.Report.Kind == "" && i+1 < len(lines) && lines[i+1].Kind != segment.Heading {
			r.storyDay = r.dayOf(lines[i+1])
		}
		if lines[i].Kind == segment.Heading {
			r.storyAt = r.placeOfStory(lines[i:])
		}
		r.readLine(lines[i])
	}
	r.ofTrades()
	if in.Report.Kind == "" {
		r.datedByStory()
		r.repeated(lines)
	}
	r.callAsWritten()
	r.closeMarks()
	return r.out
}

// titled makes the title that a text begins with a heading, however long it is.
func titled(lines []segment.Line, in Input) []segment.Line {
	if len(lines) > 0 && (in.Headed || in.Title != "" && in.Text[lines[0].Start:lines[0].End] == in.Title) {
		lines[0].Kind, lines[0].Level, lines[0].Lead = segment.Heading, 0, lines[0].End
	}
	return lines
}

// opening is what is in force before the first heading.
func (r *reader) opening() scope {
	s := scope{status: "actual"}
	if r.Report.Reviewed > 0 {
		s.period, s.has = period.Year(r.Report.Reviewed), true
	}
	if p, ok := period.PlansFirst(r.text, r.Report); ok {
		s.period, s.has, s.status = p, true, "target"
	}
	return s
}

func (r *reader) readLine(l segment.Line) {
	r.listNumber(l)
	line := r.text[l.Start:l.End]
	if r.Report.Kind == "" {
		r.meetTitle(l)
		r.listsDeedsBelow(line)
	} else if p, status, ok := period.Heading(line, r.Report); ok && len(line) < 150 {
		if p.Kind != "" {
			r.heading.period, r.heading.has = p, true
			r.ofBoth = p.Start.Year < p.End.Year && strings.Contains(line, strconv.Itoa(p.End.Year)+"年")
		}
		if status != "" {
			r.heading.status = status
		}
	} else if p, ok := r.turnsToTasks(l, line); ok {
		r.heading.period, r.heading.has, r.heading.status = p, true, "target"
	}
	if r.line.has {
		r.lineBefore = r.line
	}
	r.lineTold, r.ofGoods = nil, ""
	before := r.line
	r.line, r.lastNamed, r.lineStart = scope{}, maps.Clone(r.headNamed), l.Start
	if l.Kind == segment.Heading {
		r.lastNamed = nil
		defer func() { r.headNamed = r.lastNamed }()
	} else if r.Report.Kind == "" && startsWithAny(r.text[l.Mark:l.End], partsOfBefore()) {
		r.line.keep(before)
	}
	if r.opensSection(line) {
		r.scene, r.at = "", ""
	}
	r.meetQuestion(line)
	r.line.byYear = r.Report.Kind == "" && l.Kind != segment.Heading && donePartOfYear(line)
	switch l.Kind {
	case segment.RowHead:
		r.readTableHead(l)
		return
	case segment.Row:
		r.readRow(l)
		return
	}
	if l.Kind == segment.Heading {
		r.lastHeading = line
	}
	if r.leftEmpty(l) {
		return
	}
	r.meetCaption(l)
	r.foretellEvent(r.text[l.Mark:l.End])
	told := r.readDateline(l.Mark, l.End)
	for _, s := range segment.Sentences(r.text[told:l.End]) {
		if len(r.out.Mentions) > MaxFigures {
			return
		}
		r.readSentence(told+s.Start, told+s.End)
	}
	if p, ok := period.EndsInAims(line, r.Report); ok {
		r.heading.period, r.heading.has, r.heading.status = p, true, "target"
	}
	if n := len(r.out.Facts); n > 0 && l.Kind != segment.Heading && r.out.Facts[n-1].Start >= l.Start {
		r.pastLead = true
	}
}

// turnsToTasks tells of a line with which a report goes over from its review to the tasks of the coming year, by its words or by what stands under it.
func (r *reader) turnsToTasks(l segment.Line, line string) (period.Period, bool) {
	if r.heading.status != "actual" {
		return period.Period{}, false
	}
	if p, ok := period.TurnsToTasks(line, r.Report); ok && (l.Start > len(r.text)/longestReview || opensOnYearsAims(line)) {
		return p, true
	}
	if l.Kind != segment.Heading && l.Mark == l.Start {
		return period.Period{}, false
	}
	return period.PlansFrom(r.text[l.Start:], r.Report)
}

// opensOnYearsAims tells of a line that goes at once into the aims of a year, wherever it stands: 今年经济社会发展的主要预期目标是：….
func opensOnYearsAims(line string) bool {
	lead, list, told := strings.Cut(strings.TrimLeft(line, " 　"), "目标是")
	return told && utf8.RuneCountInString(lead) < longestTopic && !strings.ContainsAny(lead, "，。；") && strings.ContainsAny(list, "0123456789")
}

// longestReview is the part of a report, one of so many, that is surely still its review.
const longestReview = 6

// partsOfBefore open a paragraph that tells the parts of what the one before it has told: 其中，国有企业贷款80亿元.
var partsOfBefore = phrases("parts of before")

// listNumber enters the number a line is listed under.
func (r *reader) listNumber(l segment.Line) {
	mark := r.text[l.Start:l.Mark]
	from := strings.IndexAny(mark, "0123456789")
	if from < 0 {
		return
	}
	to := from + 1
	for to < len(mark) && (isDigit(mark[to]) || mark[to] == '.' && to+1 < len(mark) && isDigit(mark[to+1])) {
		to++
	}
	r.mention(token{start: l.Start + from, end: l.Start + to, text: mark[from:to]}, "ordinal", "list number")
}

// isDigit tells of a byte of a number.
func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// meetTitle lets a headline rule the story under it.
func (r *reader) meetTitle(l segment.Line) {
	if l.Kind != segment.Heading {
		return
	}
	if r.gathered && l.Start > 0 {
		r.heading.period, r.heading.has = period.Period{}, false // of another story
	}
	r.meetHeadPlace(r.text[l.Start:l.End])
	r.meetAimsHeading(l)
	r.ruledBy(r.text[l.Start:l.End])
	r.ruledByBulletin(r.text[l.Start:l.End])
}

// ruledBy lets the first span of a quarter or more that a headline names be in force under it.
func (r *reader) ruledBy(headline string) {
	exprs := period.Scan(headline)
	r.holiday = period.Period{}
	if r.listsDeeds(headline) {
		return
	}
	r.meetWeek(exprs)
	for i := range exprs {
		if p, ok := r.resolveTime(&exprs[i]); ok && exprs[i].Holiday() && !r.Reference.Before(p.End) {
			r.holiday = p
		}
		if r.yearOfFair(exprs[i].Text, headline[exprs[i].End:min(len(headline), exprs[i].End+longestFair)]) {
			continue // 2021年服贸会首日亮点纷呈
		}
		if r.announcesAims(headline, &exprs[i]) || holdsAny(headline[exprs[i].End:], oneDayEvents()) {
			return
		}
		if startsWithAny(strings.TrimLeft(headline[exprs[i].End:], " “”"), holidays()) {
			return // 今年黄金周
		}
		p, ok := r.resolveTime(&exprs[i])
		if ok && p.Kind == period.During && !p.Start.IsZero() && p.End.Time().Sub(p.Start.Time()) > 80*24*clock.Hour {
			r.heading.period, r.heading.has = p, true
			return
		}
	}
}

var holidays = phrases("holidays")

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
	r.headsWhatIsToCome(text, exprs)
	r.meetHead(text)
	r.at = cmp.Or(r.goesToSite(text), r.atScene(text))
	r.meetThings(text)
	r.meetFairDays(text, exprs)
	r.meetFairLength(text)
	r.meetNearDays(text)
	r.goesToEventDay(text)
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
	r.passNames(text, r.start, r.end)
	r.meetScene(text)
	r.meetThings(text)
	r.meetFairDays(text, exprs)
	if r.line.kind == "enterprise" && opensTopic(text) {
		r.line.subject = ""
	}
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
	r.list, r.told, r.turns, r.rivals, r.verbFirst, r.before, r.lastMeasured, r.partOf = nil, nil, nil, nil, nil, nil, -1, -1
	r.previous, r.passed, r.aside, r.partAt = nil, nil, nil, 0
	if !r.opensOnParts(text) && !r.goesOn() && !r.pointsBack(text) {
		r.current, r.lastCount, r.whole = nil, nil, -1
	}
}

// meetHead keeps what the words at the head of a sentence, or a bracket in it, say of all of it: whose it is, since when, aim or forecast.
func (r *reader) meetHead(text string) {
	r.leaveForNation(text)
	if r.ofTheNation(text) {
		r.sentence.region = "100000"
	}
	r.runsFrom(text)
	r.meetFronted(text)
	if strings.Contains(text, "（预计") || strings.Contains(text, "(预计") {
		r.sentence.status = "forecast"
	}
	if r.opensAims() {
		r.line.status = "target"
	}
	if r.Report.Kind == "" {
		r.meetEvent(text)
	}
	r.meetIntent(text)
}

// leaveForNext keeps the time of a sentence that its paragraph goes on with.
func (r *reader) leaveForNext(text string) {
	if r.wentThroughPlaces() || r.brokenDown(text) {
		r.line.region, r.owner, r.scene, r.at = "", "", "", ""
	}
	switch {
	case r.onVisit(text):
		r.line.period, r.line.has, r.line.now, r.line.running = period.Period{}, false, false, false
	case r.Report.Kind == "" && r.lastMeasured < 0 && r.opened.has:
		r.line.keep(r.opened) // 上半年出口降幅收窄，部分商品6月恢复增长
	case r.goesIntoMonths(text) && strings.HasPrefix(text, "其中"), r.tellsMonthItself():
	case r.besideOpening():
		r.line.keep(r.opened)
	case r.looksBack() || r.goesIntoMonths(text):
		if r.opened.has {
			r.line.keep(r.opened)
		}
	case r.rulesParagraph():
		r.line.keep(r.sentence)
		r.rulesStory()
	}
}

// rulesParagraph tells whether the time of a sentence is that of its paragraph, and no other beside it.
func (r *reader) rulesParagraph() bool {
	of, report := &r.sentence, r.Report.Kind != ""
	switch {
	case !of.has, of.ago, report && of.period.End.IsZero(), r.inPassing(of.period, of.now), r.ofEvent(), r.afterReview(of.period), r.foundsOnly():
		return false
	case r.aheadOfPlan() && r.heading.status == "actual" && !of.stock, r.withinLine(), r.endsHeading(), r.dueInYear():
		return false
	}
	return !(of.since && report && r.heading.has && of.period.Start.Before(r.heading.period.Start))
}

// rulesStory keeps the first months of a year, or the day that is compared with that of the year before, that the first figures of a story of one place are told of.
func (r *reader) rulesStory() {
	p := r.sentence.period
	if r.local() || r.lineStart != r.firstLine || r.Reference.Before(p.End) {
		return
	}
	if p.YearToDate() || r.sentence.oneDay() && holdsAny(r.text[r.start:r.end], comparedYears()) {
		r.storySpan = p
	}
}

// opening is how many bytes into a sentence a time still rules its paragraph; further on it dates what stands beside it.
const opening = 15

// namedThings are in the names that passNames looks for.
var namedThings = phrases("named things")

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

// meetPause ends the clause at the mark at token i, and at a semicolon what was said of those before it alone.
func (r *reader) meetPause(i int) {
	t := &r.toks[i]
	coming := t.kind == comma && r.Report.Kind == "" && r.clause.status == "forecast" && (r.verbNext(i) || r.makesMove(i))
	r.clause, r.verbFirst = scope{}, nil
	if coming {
		r.clause.status = "forecast" // 将完成改造900个，惠及20万户
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
	r.meetTopic(i)
	r.meetClosingPlace(i)
	if t.kind == semi {
		r.meetSemicolon(i)
	}
}

// meetSemicolon lets the part behind the semicolon or colon at token i begin with the time its sentence opened with.
func (r *reader) meetSemicolon(i int) {
	t := &r.toks[i]
	r.partAt, r.semiAt = len(r.told), t.start
	r.partOf = -1
	r.sentence.subject = ""
	r.comesBack()
	if r.expectsAnew(i) {
		r.sentence.status = "" // 完成产值8亿元，预计增长5%；完成税收2亿元，预计增长4%
	}
	if r.ofPlaceBefore(i) {
		// 在某省，…；过去，损耗高达20%
	} else if said := t.text == "：" || t.text == ":"; r.sentence.region != "100000" || r.local() && !said || r.Report.Kind != "" {
		r.sentence.region = "" // what the whole country comes to is told to the end of a sentence
	}
	if r.opened.has || r.Report.Kind != "" || r.afterDateline(t) {
		r.sentence.period, r.sentence.has, r.sentence.stock = r.opened.period, r.opened.has, r.opened.stock
	} else if r.timeBehindFigure(i) {
		r.sentence.keep(r.partBegan)
	}
	r.partBegan = r.sentence
}

// timeBehindFigure tells of a part of a sentence, before the semicolon at token i, that comes to a time only behind its first figure: it dates what
// stands beside it, …125亿元，其中四季度增长7%；消费税93亿元.
func (r *reader) timeBehindFigure(i int) bool {
	from := i
	for from > 0 && r.toks[from-1].kind != semi {
		from--
	}
	counted := false
	for _, t := range r.toks[from:i] {
		switch {
		case t.kind == figure:
			counted = true
		case t.kind == time && ruling[t.e.Role]:
			return counted && !t.e.Now() && t.e.Role != period.Until && !r.begins(&t)
		}
	}
	return false
}

// ofPlaceBefore tells of a part of the news behind the semicolon at token i that names no place, where the one before it began with that of the
// sentence: what is told there goes on.
func (r *reader) ofPlaceBefore(i int) bool {
	if r.Report.Kind != "" || !r.local() || r.sentence.region == "" || !r.partOpensWithPlace(i) {
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

// expectsAnew tells of a semicolon between two parts of the news that each say for themselves, behind a figure, what is only expected.
func (r *reader) expectsAnew(i int) bool {
	if r.Report.Kind != "" || r.sentence.status != "forecast" || r.sentence.promise {
		return false
	}
	from := i
	for from > 0 && r.toks[from-1].kind != semi {
		from--
	}
	return expectsBehindFigure(r.toks[from:i]) && expectsBehindFigure(r.toks[i+1:])
}

// expectsBehindFigure tells of an 预计 that comes only behind a figure, up to the next semicolon.
func expectsBehindFigure(toks []token) bool {
	counted := false
	for _, t := range toks {
		switch {
		case t.kind == semi:
			return false
		case t.kind == figure:
			counted = true
		case t.is(expect) && strongForecast[t.text]:
			return counted
		}
	}
	return false
}

// afterDateline tells of the colon behind the words on who reports: 新华社10月8日电 记者某某报道：.
func (r *reader) afterDateline(t *token) bool {
	return strings.ContainsAny(t.text, "：:") && endsWithAny(r.text[r.start:t.start], datelines())
}

// datelines end the words on who reports.
var datelines = phrases("ends of datelines")

// verbNext tells of a clause that goes on with a verb that has no subject of its own, and not with what has been done.
func (r *reader) verbNext(i int) bool {
	if i+2 >= len(r.toks) {
		return false
	}
	next := r.toks[i+1]
	if together[next.text] {
		next = r.toks[i+2] // 将举办94场活动，共发布新品170件
	}
	return next.kind == word && next.is(event|newness|pull|up|down) && !next.is(exist|expect) && r.toks[i+2].text != "了"
}

// together are words before a verb that goes on with what was told before.
var together = map[string]bool{"共": true, "总共": true, "共计": true, "并": true, "还": true}

var bodies = phrases("bodies")

// meetClosingPlace lets a place that closes a clause of the news rule what follows, as the head of 的 or where a 在 leads to: 被称为“瓷都”的江西景德镇，
// 在全国最大的苹果产区洛川县，.
func (r *reader) meetClosingPlace(i int) {
	if r.Report.Kind != "" || r.toks[i].kind != comma || i < 2 || r.toks[i-1].kind != where {
		return
	}
	first := i - 1
	for first > 0 && r.toks[first-1].kind == where && r.toks[first-1].end == r.toks[first].start {
		first--
	}
	last := r.toks[i-1].at
	code := r.regionOf(last)
	if first == 0 || code == "" || code == "100000" || last.Kind == place.KindGroup || !place.Contains(r.regionOf(r.toks[first].at), code) {
		return
	}
	headed := r.toks[first-1].text == "的"
	if !headed && !((last.Full || r.epithetFrom(first) < first) && r.leadsToPlace(first)) {
		return
	}
	r.sentence.region, r.line.region, r.scene, r.sceneAt = code, code, code, r.lineStart
	if last.Kind == place.KindRegion {
		r.sentence.subject, r.line.subject = "", ""
	} else if headed {
		r.sentence.subject, r.sentence.kind = last.Text, last.Kind
	}
}

// leadsToPlace tells of a clause that begins with 在 and has nothing happen before the place at token i.
func (r *reader) leadsToPlace(i int) bool {
	for i--; i >= 0; i-- {
		switch t := r.toks[i]; {
		case t.text == "在":
			return r.opens(i)
		case t.kind == dun, t.kind == comma, t.kind == semi, t.kind == stop, t.kind == figure && r.counts(i), t.kind == word && t.is(event|up|down):
			return false
		}
	}
	return false
}

// noPlan are words that a 计划 behind them is compared or reckoned with: 比计划多完成9亿元, 国家计划.
var noPlan = phraseSet("before no plan")

// light are words that may stand before the place a clause opens with.
var light = map[string]bool{
	"在": true, "的": true, "整个": true, "仅": true, "而": true, "经": true, "虽然": true, "尽管": true, "但": true, "但是": true, "不过": true,
	"因此": true, "所以": true, "特别是": true, "尤其是": true, "比如": true, "例如": true,
}

var strongForecast = map[string]bool{"预计": true, "有望": true, "可望": true, "初步预计": true, "预计全年": true, "预计可": true, "估计": true, "预测": true}

func (r *reader) meetWord(i int) {
	t := &r.toks[i]
	r.meetPronoun(i)
	r.meetApposition(i)
	r.meetDescribed(i)
	r.meetNation(i)
	r.meetDeictic(i)
	if r.promises(i) || r.supposes(i) {
		r.sentence.status, r.sentence.promise = "forecast", true
	}
	switch {
	case t.is(expect) && strongForecast[t.text] && r.reckonedWith(i):
	case t.is(expect) && strongForecast[t.text]:
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
	case r.could(i):
		r.clause.status, r.clause.promise = "forecast", r.sentence.status != "forecast" || !r.sentence.has // 可满足7000名儿童入园
	case r.Report.Kind == "" && r.schemeSays(i), r.demanded(i):
		r.sentence.status = "target"
	case (t.text == "要" || t.text == "就要") && r.dueSoon(i):
		r.clause.status = "target"
	case r.aimNamed(i):
		r.sentence.status = "target"
		r.aimsOfPlan(i)
	case r.oughtTo(i):
		r.meetOught(i)
	case t.is(aim):
		r.meetAim(i)
	case t.is(plan) && (t.text == "计划" || t.text == "拟") && !r.plannedBefore(i) && !r.accordingTo(i):
		r.clause.status = "planned"
		if r.Report.Kind == "" && r.sentence.status == "" && !(i > 0 && ofYear()[r.toks[i-1].text]) {
			r.sentence.status = "planned"
		}
	case r.laysDown(i):
		r.clause.status = "planned"
		if r.sentence.status == "" {
			r.sentence.status = "planned"
		}
	case r.Report.Kind == "" && intends(t.text) && r.sentence.status == "" && r.takesTime(i):
		r.sentence.status = "planned" // 准备用五年时间，建成屏障700平方公里
	case r.Report.Kind == "" && intends(t.text) && r.clause.status == "" && r.setsOut(i):
		r.clause.status = "planned" // 准备招收35名毕业生
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
		if r.Report.Kind == "" && r.sentence.status == "planned" && r.wholeIsThere() {
			r.sentence.status = "" // 计划造林80万亩，实际完成90万亩，其中经济林40万亩
		}
		if r.opensPartsOfPlan(i) {
			r.sentence.status = "planned"
		}
	}
}

// meetDeictic lets a word that points at a place at the head of a clause own it: 全市, 我省.
func (r *reader) meetDeictic(i int) {
	t := &r.toks[i]
	code, ok := r.deictic(t.text)
	if !ok || !r.opens(i) || r.onlyMeasures(i) || r.onlyField(code, t.end) {
		return
	}
	r.clause.region = code
	if code != "100000" || r.Report.Kind == "" && r.local() {
		r.sentence.region = code
		r.sentence.subject = ""
	}
}

// holdsFromHere tells of a 预计 that is meant of all figures of the text: 预计数，下同.
func (r *reader) holdsFromHere(i int) bool {
	behind := r.text[r.toks[i].end:]
	if i+2 < len(r.toks) && strings.HasPrefix(strings.TrimPrefix(behind, "数"), "，下同") {
		return true
	}
	return startsWithAny(behind, []string{"（下同", ",下同"})
}

// schemeSays tells of what a scheme, opinion or the like lays down: 《意见》提出.
func (r *reader) schemeSays(i int) bool {
	t := &r.toks[i]
	switch t.text {
	case "提出", "明确", "要求":
		return holdsAny(r.text[r.start:t.start], schemes()) && !startsWithAny(r.text[t.end:], []string{"了", "的"})
	}
	return false
}

// intends tells of a word for what is meant to be done.
func intends(word string) bool { return word == "准备" || word == "打算" }

// takesTime tells of a word that a 用 and a span follow: 准备用五年时间.
func (r *reader) takesTime(i int) bool {
	if i+2 >= len(r.toks) || r.toks[i+1].text != "用" {
		return false
	}
	return strings.HasSuffix(firstClause(r.text[r.toks[i].end:r.end]), "时间")
}

// saysByPlan tells of a sentence that says by which plan what it tells will be done: 根据规划, 按计划，.
func (r *reader) saysByPlan(i int) bool {
	switch r.toks[i].text {
	case "规划", "计划":
		return r.accordingTo(i)
	case "打算", "设想", "构想":
		return r.accordingTo(i)
	case "按计划":
		return i+1 < len(r.toks) && r.toks[i+1].kind == comma
	}
	return endsWithAny(r.toks[i].text, []string{"方案", "纲要"}) && r.accordingTo(i)
}

// wholeIsThere tells of a part of what the sentence has told as done.
func (r *reader) wholeIsThere() bool {
	whole := r.wholeFact()
	return whole != nil && whole.Start >= r.start && whole.Status == "actual"
}

// overPlan tells of a sentence of the news on a span that is over: what it goes on to tell behind what has been done is done too.
func (r *reader) overPlan() bool {
	p := r.sentence.period
	return r.Report.Kind == "" && r.sentence.has && p.Kind == period.During && p.End.Before(r.Reference)
}

// opensPartsOfPlan tells of the 其中 that begins a sentence of the news on the parts of works planned before: 今年计划投资1亿元。其中，….
func (r *reader) opensPartsOfPlan(i int) bool {
	whole := r.wholeFact()
	if i > 0 || r.Report.Kind != "" || whole == nil || r.sentence.status != "" {
		return false
	}
	if whole.Status != "planned" || whole.Indicator != "investment" || whole.Measure != "level" {
		return false
	}
	return !strings.Contains(whole.Quote, "总投资") && !tellsDone(r.text[r.start:r.end])
}

// wholeMarket are words for all listed companies.
var wholeMarket = phrases("whole market")

// ofOnePlace are words of news that speaks as of one place, named or not.
var ofOnePlace = phrases("of one place")

// schemes are papers that say what is to be done.
var schemes = phrases("schemes")

// readFigure reads the figure at token i, or says in the ledger why not.
func (r *reader) readFigure(i int) {
	t := r.toks[i]
	if reason, no := r.noFact(i); no {
		if r.passed == nil {
			r.passed = map[int]bool{}
		}
		r.passed[i] = true
		r.yearsOf(i)
		r.allDays(i)
		r.mention(t, reason[0], reason[1])
		return
	}
	r.placeOf(i)
	r.headsOf(i)
	r.pricedAt(i)
	r.countsListed(i)
	t = r.toks[i] // the ledger may have found its unit
	s := &site{r: r, tok: t, sign: 1}
	s.left = r.leftOf(i)
	r.leftTokens = s.left
	s.right = r.rightOf(i)
	r.partOf = r.wholeIn(t.q.Unit.Code)
	rest, ok := s.match()
	if !ok {
		r.mention(t, "unread", "no rule")
		return
	}
	if s.nounPhrase == nil {
		s.nounPhrase = s.left[:rest]
	} else if s.driver {
		s.caps.keep("driver", 0, rest)
	}
	if t.q.Kind == "ratio" {
		r.readRatio(s, i, rest)
	} else {
		r.state(s, i, rest)
	}
	r.lastMeasured = i
}

// placeOf reads 排名稳定在全省30位左右 as a rank: 位 counts people only where there are people.
func (r *reader) placeOf(i int) {
	t := &r.toks[i]
	if t.q.Kind != "count" || t.q.Unit.Surface != "位" && !strings.HasPrefix(r.text[t.end:], "位次") && !strings.HasPrefix(r.text[t.end:], "名次") {
		return
	}
	if !hasWord(r.leftOf(i), "排名", "位次", "排位", "名次") && !r.movesInRank(i) {
		return
	}
	if right := r.rightOf(i); len(right) > 0 && right[0].kind != dun && !boundWords[right[0].text] && !strings.HasSuffix(right[0].text, "次") {
		return
	}
	r.measureAs(i, "rank", unit.Unit{Surface: "位", Code: "rank", Kind: "rank", Factor: t.q.Unit.Factor})
}

// headsOf reads 150户347口 as households and their members: 口 counts wells and mouths.
func (r *reader) headsOf(i int) {
	t := &r.toks[i]
	if t.q.Kind != "count" || t.q.Unit.Surface != "口" || !(i > 0 && r.toks[i-1].kind == figure && r.toks[i-1].q.Unit.Surface == "户") {
		return
	}
	r.measureAs(i, "count", unit.Unit{Surface: "人", Code: "person", Kind: "count", Factor: t.q.Unit.Factor})
}

// pricedAt reads 能卖10万块 as money: 块 counts yuan behind a verb of selling, and pieces elsewhere.
func (r *reader) pricedAt(i int) {
	t := &r.toks[i]
	if t.q.Kind != "count" || t.q.Unit.Surface != "块" || i+1 < len(r.toks) && r.toks[i+1].kind == word && strings.HasPrefix(r.toks[i+1].pos, "n") {
		return
	}
	if endsWithAny(join(trimReach(r.leftOf(i))), sellingAt()) {
		r.measureAs(i, "amount", unit.Unit{Surface: "块", Code: "CNY", Kind: "amount", Factor: t.q.Unit.Factor})
	}
}

// sellingAt are verbs right before what is paid or earned.
var sellingAt = phrases("selling at")

// movesInRank tells of a 上升2位 behind the rank it has moved to or from.
func (r *reader) movesInRank(i int) bool {
	last := r.lastInSentence()
	left := r.leftOf(i)
	if last == nil || last.Unit != "rank" || len(left) == 0 {
		return false
	}
	verb := &left[len(left)-1]
	return verb.is(up|down) || slices.Contains(goingAhead(), verb.text)
}

// goingAhead are verbs for coming to a better rank: 居第380位，再进12位.
var goingAhead = phrases("going ahead")

// match finds the first rule that fits and lets it read.
func (s *site) match() (rest int, ok bool) {
	s.left = undated(withoutStart(withoutBrackets(s.left)))
	var last class
	if n := len(s.left); n > 0 {
		last = s.left[n-1].class
	}
	for _, r := range rulesOf()[s.tok.q.Kind] {
		if r.nearest != 0 && r.nearest&last == 0 {
			continue
		}
		s.caps = s.caps[:0]
		if rest, ok = matchBefore(r.before, s.left, &s.caps); ok && matchAfter(r.after, s.right) && (r.only == nil || r.only(s)) {
			s.rule = r.name
			r.reads(s)
			return rest, true
		}
	}
	return 0, false
}

// withoutStart drops a 由2018年的 before its figure: what it leaves behind is the name.
func withoutStart(toks []token) []token {
	n := len(toks)
	if n < 3 || toks[n-1].text != "的" || toks[n-2].kind != time {
		return toks
	}
	switch t := toks[n-2].text; {
	case strings.HasPrefix(t, "由") || strings.HasPrefix(t, "从"):
		return toks[:n-2]
	case toks[n-3].text == "由" || toks[n-3].text == "从":
		return toks[:n-3]
	}
	return toks
}

// undated drops the times that say when; those that say what is compared with stay.
func undated(toks []token) []token {
	says := func(t *token) bool { return t.kind == time && t.e.Role != "base" }
	for first := range toks {
		if !says(&toks[first]) {
			continue
		}
		out := append(make([]token, 0, len(toks)), toks[:first]...)
		for i := first + 1; i < len(toks); i++ {
			if !says(&toks[i]) {
				out = append(out, toks[i])
			}
		}
		return out
	}
	return toks
}

// farthestLeft is how many words of its clause a figure looks back over: more are met only in text that is none.
const farthestLeft = 150

// leftOf is what stands before the figure in its clause, back to the figure before it.
func (r *reader) leftOf(i int) []token {
	from := i
	depth := 0
	for from > max(0, i-farthestLeft) {
		t := &r.toks[from-1]
		if t.kind == shut {
			depth++
		}
		if t.kind == open {
			if depth == 0 {
				break
			}
			depth--
		}
		if depth == 0 && (t.kind.pauses() || t.kind == figure && r.counts(from-1)) {
			break
		}
		from--
	}
	for k := from + 1; k < i; k++ {
		if r.toks[k].kind == where && r.epithetFrom(k) == from {
			return r.toks[k:i]
		}
	}
	return r.toks[from:i]
}

// clauseStart is the first token of the clause that the token at i stands in.
func (r *reader) clauseStart(i int) int {
	for i > 0 && !r.toks[i-1].kind.pauses() {
		i--
	}
	return i
}

// counts tells whether the figure at j was a statement of its own.
func (r *reader) counts(j int) bool {
	if r.passed[j] {
		return false
	}
	switch r.toks[j].q.Kind {
	case "bare", "name", "date", "ordinal", "grade", "age", "per":
		return false
	}
	return !r.toks[j].q.Vague
}

func (r *reader) rightOf(i int) []token {
	to := i + 1
	for to < len(r.toks) && !r.toks[to].kind.pauses() && to < i+24 {
		to++
	}
	return r.toks[i+1 : to]
}

// state decides what the figure is a statement of, and writes the fact down.
func (r *reader) state(s *site, i, rest int) {
	s.sharesVerb()
	r.changeGoesOn(s)
	r.gapGoesOn(s)
	if r.readPlan(s, i) {
		return
	}
	if st, ok := r.handedOut(s); ok {
		r.emit(s, st)
		return
	}
	if st, ok := r.firstOfThings(s, i); ok {
		r.emit(s, st)
		return
	}
	st, listed := r.fromList(s)
	r.handRivals(s, i)
	if listed {
		r.emit(s, st)
		return
	}
	if r.opensList(s, i, rest) {
		return
	}
	r.list = nil
	if st, ok := r.limitedOf(s, i); ok {
		r.emit(s, st)
		return
	}
	if st, ok := r.membersOf(s); ok {
		r.emit(s, st)
		return
	}
	st, own := r.toldOf(s, i)
	keep := st
	if s.ofWhole {
		keep.region = "" // what has a share in it is elsewhere
	}
	if others := r.jointly(s, own); others != nil {
		if r.sumsUp(s, others) {
			sum := togetherOf(others)
			r.emit(s, sum)
			r.keepStatement(s, sum, own, i)
			return
		}
		for _, other := range others {
			r.emit(s, other)
		}
		r.current = &others[len(others)-1]
		r.list, r.listAt = others, len(others) // what follows may be handed out to them: 均突破2000亿元，分别增长9%、12%
		return
	}
	ofBoth := s.measure == "rank" || s.measure == "growth" && len(r.told) == 2 && r.toldLevelsOnly()
	if ofBoth && !own && r.previous != nil && hasWord(s.left, "均", "都", "双双") {
		r.emit(s, *r.previous)
	}
	r.emit(s, st)
	r.keepStatement(s, keep, own, i)
}

// opensList writes down the first figure of a list that shares its names or its verb; what names the others is kept for them.
func (r *reader) opensList(s *site, i, rest int) bool {
	var items []statement
	unit := s.tok.q.Unit.Code // of each member, "" where each has its own
	if apart := r.oneEachWay(s, i); apart != nil {
		items = apart
	} else if driven := r.drivenItems(s, i); driven != nil {
		items = driven
	} else if r.hasResp(s, rest) || r.toks[min(i+1, len(r.toks)-1)].text == "/" {
		if items = r.changesInTurn(s, i); items != nil {
			unit = ""
		} else if items = r.respItems(s, i, rest); items == nil {
			if items = r.mixedItems(s, i); items == nil {
				r.takeTurns(i)
				return false
			}
			unit = ""
		}
		r.current = &items[0]
	} else if items = r.plainItems(s, i, rest); items != nil {
		r.current = &items[0]
	} else {
		if n := r.followers(i); n > 1 && r.turns == nil {
			if listed := r.timesListed(i); len(listed) == n {
				r.turns = listed // 2020年、2021年完成产值38亿元、47亿元
			}
		}
		return false
	}
	for k := range items {
		r.groupsGrow(&items[k], s)
	}
	r.list, r.listAt, r.listUnit, r.listSite = items, 1, unit, s
	r.emit(s, items[0])
	return true
}

// toldOf is what the figure is of, and whether its own words name it: else it goes on with what was told before.
func (r *reader) toldOf(s *site, i int) (statement, bool) {
	if sum, ok := r.sumOfTold(s); ok {
		return sum, false
	}
	if r.onlyPlacesRanked(s) {
		return *r.current, false
	}
	st, own := r.statementOf(s)
	if s.rule == "share.plan" && r.current != nil && r.current.code != "" && plansOnly(s) {
		own = false // 新增就业5万人，完成惠民工程任务的118%
	}
	if own && r.current != nil && s.tok.q.Kind == "count" && slices.Contains(stagesAlone(), st.text) {
		st, own = statement{qualifier: st.text, happened: true}, false // 项目新开工30个、续建52个
	}
	if own && r.spentOn(&st, s) {
		return st, true
	}
	if own && r.growsOfMany(st, s) {
		st = r.toldOfMany(st)
	}
	if listed, ok := r.ratesByPlace(s); ok {
		st, own = listed, true
	} else if own && r.branchByName(st, s) {
		st = r.branchOfCurrent(trimAhead(st.text, "特别是", "尤其是", "其中"))
	}
	if own && r.sharesOn(st, s) {
		group := st.text
		st = *r.current
		st.qualifier = group
	}
	group := join(trimReach(withoutBrackets(s.nounPhrase)))
	part, goesThrough := r.nextPart(st, own, s)
	switch {
	case goesThrough:
		st, own = part, true
	case own && st.form == "sector" && r.current != nil && r.sectorTakes(s.tok.q.Unit.Code):
		st = r.sectorOfCurrent(st)
	case own && r.sectorOfWhole(st, s):
		restriction, ofBranch := st.qualifier, r.current.sector || strings.HasSuffix(r.current.qualifier, "业")
		if st = r.sectorOfCurrent(st); st.qualifier == "" || ofBranch {
			st.qualifier = restriction // not that of the branch told before
		}
	case own && r.growsWithPartner(st, s):
		st = r.partOfCurrent("对" + st.text)
	case own && (r.goesOnGrowing(&st, s) || r.partByOwner(&st, s, group) || r.partOfTold(&st, s)):
		st = r.partOfCurrent(group)
	case own:
		r.carry(&st, s)
	case r.spentOn(&st, s):
		own = true
	case r.itemises(s, i):
		st = *r.lineTold
		st.industry, st.qualifier = r.nameBeforeBracket(i), ""
	case r.current != nil:
		r.goesToPark(s)
		st = r.inherit(st, s)
		s.inherited = true
	}
	r.settleName(&st, s)
	if r.countsWithin(&st, s) || s.dealt {
		s.inherited, own = false, true
	}
	if own && traded[st.code] {
		r.tradesWithPartner(&st, s)
	}
	return st, own
}

// stagesAlone are stages of works that the members of a list tell of what it counts.
var stagesAlone = phrases("stages alone")

// sectorOfCurrent is what was told before, of the sector or kind of owner that the figure names: 其中工业50亿元.
func (r *reader) sectorOfCurrent(sector statement) statement {
	st := *r.current
	if owned := strings.TrimSuffix(sector.industry, "经济"); endsWithAny(owned, ownedEconomy()) {
		st.qualifier = sector.industry
	} else {
		st.industry, st.sector = sector.industry, sector.sector
	}
	return st
}

// keepStatement keeps what the figure is of for those that follow without a name.
func (r *reader) keepStatement(s *site, st statement, own bool, i int) {
	if s.measure == "level" && r.toldApart(s, st.code) {
		last := r.lastFact()
		st.code = last.Indicator // 地方煤矿完成18万吨，增长13%; 集装箱15万标箱，增长5%
	}
	if s.measure == "level" && (own || r.current != nil && (st.code != r.current.code || st.text != r.current.text)) {
		r.told = append(r.told, st)
		if money[st.code] {
			sum := st
			r.lineTold = &sum
		}
	}
	if own || r.current == nil || r.growsNext(s, i, st) {
		kept := st
		r.previous, r.current = r.current, &kept
	}
}

// toldApart tells of a figure whose fact is of another indicator than its statement says, by its unit.
func (r *reader) toldApart(s *site, code string) bool {
	last := r.lastFact()
	if last == nil || last.Start != s.tok.start {
		return false
	}
	return code == "" && last.Indicator != "other" || code == "count_other" && last.Indicator == "other"
}

// sectorTakes tells of a sum, or of people in work, told before, which may be told of a sector next in the same unit: 其中第二产业5万人.
func (r *reader) sectorTakes(measuredIn string) bool {
	code := r.current.code
	if code == "" || code == "value_added" || !fits(code, measuredIn) {
		return false
	}
	return money[code] || r.partOf >= 0 && code == "employment" && measuredIn == "person"
}

// growsNext tells of a level named only behind its figure, of another kind than was told before, of which the next clause is the growth alone:
// 实现税金7亿元；安排3万人就业，增长20%.
func (r *reader) growsNext(s *site, i int, st statement) bool {
	if s.measure != "level" || s.inherited && st.code == r.current.code || st.code == "" || st.code == "other" {
		return false
	}
	last := r.lastFact()
	if last == nil || last.Start != s.tok.start || last.Indicator != st.code {
		return false
	}
	paused := false
	for _, t := range r.toks[i+1:] {
		switch {
		case t.kind == comma && !paused:
			paused = true
		case t.kind == figure:
			return paused && t.q.Kind == "percent"
		case paused && !t.is(up|down|reach) && t.text != "同比" && t.text != "比上年" && t.kind != time:
			return false
		case t.kind.pauses():
			return false
		}
	}
	return false
}
