package figure

import (
	"cmp"
	"maps"
	"strconv"
	"strings"

	"yiyuan"
	"yiyuan/transform/period"
	"yiyuan/transform/place"
	"yiyuan/transform/segment"
)

// This file reads a text line by line.

// Input is one clean text and what is known of it as a whole.
type Input struct {
	Title     string // where the text does not begin with it
	Headed    bool   // the text begins with its title
	Text      string
	Home      string // region code of the document's own place
	Town      string // the town, township or street it is about, "" for any other
	Reference yiyuan.Date
	Told      yiyuan.Date // the last day told of, where the reference is only thought to follow it
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
	read    bool          // it is the day on which what is told was counted or read off
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
	launch yiyuan.Date                    // the day of the running year on which the paragraph says that something began, 7月1日启动
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
	park, parkKind string            // the zone, market or body whose report this is
	at             string            // the scene of the sentence that names no place
	scene          string            // the place the news is at, see scene.go
	sceneAt        int               // the line it went there in
	yearInReview   bool              // the text goes through the statistics of a year
	bulletin       bool              // the story is on a bulletin of statistics
	person         string            // who was told of last by name and trade
	personAt       int               // in which sentence
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
	abroad         string        // the other country whose economy its headline is on
	ofFirms        bool          // its headline is over what several firms have made known
	consumerPrices bool          // they have been told
	firstLine      int           // with a figure, -1 before it
	storySpan      period.Period // the months that the first figures of the news tell, none where they tell no such
	month          period.Period // the month whose figures the headline says that the news gives, none where it is of no such
	heldDays       period.Period // the days on which the news says that an event was held, none where it tells of no such
	holiday        period.Period // the holiday over by the day of the news that its headline names, none where it names no such
	storyAt        string        // the place of the story under a headline of a gathering, see storyplace.go
	storyDay       yiyuan.Date   // the day that the story under a headline of the news happened on, of the headline alone
	massStart      bool          // the headline is on works that begin, end or are signed for all together
	onceCity       string        // a district that the text calls by the name it had as a city: 增城市
	gathered       bool          // the news gathers the stories of many places, a headline each
	monthItself    scope         // of the sentence before, where that told of the last of its paragraph's months alone
	lineMonth      period.Period // of which the paragraph told before it summed up the months to it
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
	firmsTold   []firmTold        // with where they are, see placefirm.go
	lastFirm    string            // the last firm that the text has named
	lastByKind  map[string]string // and the last of each kind

	toks         []token
	words        []segment.Word // room to cut a sentence in
	marked       []mark         // room for what is claimed of one
	start, end   int            // of the sentence
	current      *statement
	previous     *statement // the one before it in the sentence
	currentFact  int
	stated       yiyuan.Fact // the one that is being made
	whole        int         // fact that a 其中 would be part of, -1 where none
	partOf       int
	list         []statement
	listAt       int
	listUnit     string
	listSite     *site
	planFor      scope       // of a paper that is itself a plan, see planpaper.go
	laysDownAims bool        // its title is of a paper on what is to be done
	pastPlan     int         // of the numbered heading of its part on what was there before, 0 outside of one
	aimsLevel    int         // of the numbered heading over aims that is in force, 0 for none
	ofBoth       bool        // the heading names a span and its last year: 过去五年和2021年工作回顾
	verbFirst    *site       // the last figure read from a verb before its noun, of this clause
	told         []statement // what the sentence has named so far
	partAt       int         // how many of these before the last semicolon, which stands at semiAt
	semiAt       int
	toldEarlier  []statement // and the one before it, in the same paragraph
	lineTold     *statement  // the last sum of money that the paragraph has named
	ofGoods      string      // the indicator whose rise or fall, goods by goods, a sentence without figures has announced
	plan         toldPlan    // that the sentence has told last
	handing      *statement  // what is handed out to the names of a list
	rivals       []string    // what the next gaps are to: 高于全省、全国0.7和1.4个百分点
	lineHead     *statement  // the first flow that a paragraph has told of, which lies at lineHeadAt
	lineHeadAt   int
	turns        []period.Period // years that 分别 hands out
	turnsTaken   []period.Period // those it has handed out in the sentence
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
		r.known = place.LearnOf(in.Text, in.Home)
		r.villages = settlementsOf(in.Text)
		r.sites = r.sitesOf(in.Text)
		r.topic.villageLine = -1
	}
	r.heading = r.opening()
	lines := titled(segment.Lines(in.Text), in)
	if day := censusDay(in, lines); !day.IsZero() {
		r.Reference = day
	}
	r.heading.subject, r.heading.kind = r.documentSubject(lines)
	r.park = r.reportingPark(lines)
	if in.Report.Kind == "" {
		r.ruledBy(in.Title)
	}
	r.opensPlan(lines)
	r.gathered = in.Report.Kind == "" && gathers(in.Text, lines)
	r.pastLead, r.yearInReview, r.bulletin = r.gathered, goesThroughYear(in.Text), publishes(in, lines)
	r.placeless = in.Home == "" && !holdsAny(in.Title+"\n"+in.Text, ofOnePlace())
	r.ofBudget = in.Report.Kind != ""
	if in.Report.Kind == "" && len(lines) > 0 {
		r.meetHeadline(in.Text[lines[0].Start:lines[0].End])
	}
	county := r.countyOfStory()
	r.storyAt = county
	for i := range lines {
		if len(r.out.Mentions) > MaxFigures {
			break
		}
		r.storyDay = yiyuan.Date{}
		if lines[i].Kind == segment.Heading && in.Report.Kind == "" && i+1 < len(lines) && lines[i+1].Kind != segment.Heading {
			r.storyDay = r.dayOf(lines[i+1])
		}
		if lines[i].Kind == segment.Heading {
			r.storyAt = cmp.Or(r.placeOfStory(lines[i:]), county)
		}
		r.readLine(lines[i])
	}
	r.ofTrades()
	if in.Report.Kind == "" {
		r.datedByStory()
		r.headlineByOpening(lines)
		r.repeated(lines)
	}
	r.callAsWritten()
	r.closeMarks()
	return r.out
}

// meetHeadline takes from the headline of the news, and from the line it begins with, what the whole story is on.
func (r *reader) meetHeadline(first string) {
	head := r.Title + first
	r.ofFirms, r.massStart = holdsAny(head, newsOfFirms()), holdsAny(head, massStarts())
	r.ofTaxes = strings.Contains(head, "税收入")
	r.abroad = countryOfStory(cmp.Or(r.Title, first))
}

// headOfLine is the heading that a numbered paragraph of a report begins with, or the line: 二、今年的任务。国内生产总值增长9%.
func headOfLine(line string, l segment.Line) string {
	if head, _, ok := strings.Cut(line, "。"); ok && l.Mark > l.Start && len(head) < longestLineHead && !holdsDigits(pastYear(head)) {
		return head
	}
	return line
}

// pastYear is what stands in a heading behind the year that it names: 工作安排 of 二、2010年工作安排.
func pastYear(head string) string {
	if before, after, ok := strings.Cut(head, "年"); ok && endsInYear(before) {
		return after
	}
	return head
}

// endsInYear tells of four digits that a text ends with, and no more.
func endsInYear(text string) bool {
	digits := text[len(strings.TrimRight(text, "0123456789")):]
	return len(digits) == len("2010") && !holdsDigits(text[:len(text)-len(digits)])
}

// longestLineHead is how many bytes such a heading has at most.
const longestLineHead = 60

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

// meetHeading puts in force what a line says as the heading of a part of a report, or as a title of the news.
func (r *reader) meetHeading(l segment.Line, line string) {
	if r.Report.Kind == "" {
		r.meetPlanPart(l)
		r.meetTitle(l)
		r.meetYearsTasks(l)
		r.listsDeedsBelow(line)
	} else if p, status, ok := period.Heading(headOfLine(line, l), r.Report); ok && len(headOfLine(line, l)) < 150 {
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
}

// readLine reads a line: a heading, a row of a table or a paragraph.
func (r *reader) readLine(l segment.Line) {
	r.listNumber(l)
	line := r.text[l.Start:l.End]
	r.meetHeading(l, line)
	if month := r.lineMonth; month.Kind != "" && month.End == r.line.period.End {
		r.line.period = month
	}
	if r.line.has {
		r.lineBefore = r.line
	}
	r.lineMonth = period.Period{}
	r.lineTold, r.ofGoods = nil, ""
	before := r.line
	r.line, r.lastNamed, r.lineStart = scope{}, maps.Clone(r.headNamed), l.Start
	if l.Kind == segment.Heading {
		r.lastNamed = nil
		defer func() { r.headNamed = r.lastNamed }()
	} else if r.Report.Kind == "" && startsWithAny(r.text[l.Mark:l.End], partsOfBefore()) && !r.withinHeading(before.period) {
		r.line.keep(before)
	}
	if r.opensSection(line) {
		r.scene, r.at = "", ""
	}
	r.meetQuestion(line)
	r.line.byYear = r.Report.Kind == "" && l.Kind != segment.Heading && donePartOfYear(line)
	switch {
	case l.Kind == segment.RowHead:
		r.readTableHead(l)
		return
	case l.Kind == segment.Row, r.yearsInColumns(l):
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
	r.meetDigest(l)
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

var holidays = phrases("holidays")

// light are words that may stand before the place a clause opens with.
var light = phraseWords("light words")

// strongForecast are words that make a forecast of the clause behind them.
var strongForecast = phraseSet("strong forecasts")

// newsOfFirms are words of such a headline.
var newsOfFirms = phrases("news of firms")

// ofOnePlace are words of news that speaks as of one place, named or not.
var ofOnePlace = phrases("of one place")
