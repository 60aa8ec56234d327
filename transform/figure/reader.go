package figure

import (
	"maps"
	"slices"
	"strconv"
	"strings"
	clock "time"

	"yiyuan"
	"yiyuan/transform/indicator"
	"yiyuan/transform/period"
	"yiyuan/transform/place"
	"yiyuan/transform/segment"
	"yiyuan/transform/unit"
)

// Input is one clean text and what is known of it as a whole.
type Input struct {
	Text      string
	Home      string // region code of the document's own place
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
	stock   bool   // the time expression speaks of a date: 年末, 截至
	now     bool   // it is a 目前 or 截至目前
	running bool   // it is a 今年, which in the news is no longer than up to its day
	since   bool   // it runs from a day on: 6月以来
	promise bool   // what is said comes about when something is built: 投产后
	will    string // the status of what it says of a time that is not over: 将, 要
	byPlan  bool   // it is by a plan: 按照规划
	coming  bool   // its status comes of a time ahead
	status  string
	region  string
	subject string
	kind    string
}

type reader struct {
	Input
	home      string
	topic     topic
	known     place.Known // short names of places that the news has told
	text      string
	at        string // the scene of the sentence that names no place
	scene     string // the place the news is at, see scene.go
	sceneAt   int    // the line it went there in
	event     string // where the fair or conference of the news is held
	lineStart int
	storyDay  yiyuan.Date // the day that the story under a headline of the news happened on, of the headline alone
	villages  []village   // that the news has named, as it named them
	out       Output

	heading     scope
	line        scope // set by the first sentences of a paragraph
	sentence    scope
	clause      scope
	aside       *scope // whose time is in force again from asideEnd on
	asideEnd    int
	opened      scope // of the sentence as it began: what a semicolon goes back to
	forecast    bool  // 预计，下同: later aggregates of the reviewed year are forecasts
	table       tableHead
	rowTold     *statement // the last level of the row
	lastHeading string
	lastNamed   map[string]string // in the paragraph or its heading, the last name of each kind
	headNamed   map[string]string // in the heading

	toks         []token
	start, end   int // of the sentence
	current      *statement
	previous     *statement // the one before it in the sentence
	currentFact  int
	whole        int // fact that a 其中 would be part of, -1 where none
	partOf       int
	list         []statement
	listAt       int
	listUnit     string
	listSite     *site
	ofBoth       bool            // the heading names a span and its last year: 过去五年和2021年工作回顾
	verbFirst    *site           // the last figure read from a verb before its noun, of this clause
	told         []statement     // what the sentence has named so far
	turns        []period.Period // years that 分别 hands out
	lastMeasured int             // token index of the figure before
	leftTokens   []token
	lastCount    *statement   // of the sentence
	passed       map[int]bool // figures that state nothing, by token
}

// Read reads every figure of a text.
func Read(in Input) Output {
	r := &reader{Input: in, home: in.Home, text: in.Text, whole: -1, partOf: -1}
	if in.Report.Kind == "" {
		r.known = place.Learn(in.Text)
	}
	r.heading = r.opening()
	r.heading.subject, r.heading.kind = r.documentSubject()
	lines := segment.Lines(in.Text)
	for i := range lines {
		if len(r.out.Mentions) > MaxFigures {
			break
		}
		r.storyDay = yiyuan.Date{}
		if lines[i].Kind == segment.Heading && in.Report.Kind == "" && i+1 < len(lines) && lines[i+1].Kind != segment.Heading {
			r.storyDay = r.dayOf(lines[i+1])
		}
		r.readLine(lines[i])
	}
	if in.Report.Kind == "" {
		r.repeated(lines)
	}
	return r.out
}

// opening is what is in force before the first heading.
func (r *reader) opening() scope {
	s := scope{status: "actual"}
	if r.Report.Reviewed > 0 {
		s.period, s.has = period.Year(r.Report.Reviewed), true
	}
	return s
}

func (r *reader) readLine(l segment.Line) {
	r.listNumber(l)
	line := r.text[l.Start:l.End]
	if r.Report.Kind == "" {
		r.meetTitle(l)
	} else if p, status, ok := period.Heading(line, r.Report); ok && len(line) < 150 {
		if p.Kind != "" {
			r.heading.period, r.heading.has = p, true
			r.ofBoth = p.Start.Year < p.End.Year && strings.Contains(line, strconv.Itoa(p.End.Year)+"年")
		}
		if status != "" {
			r.heading.status = status
		}
	}
	r.line, r.lastNamed, r.lineStart = scope{}, maps.Clone(r.headNamed), l.Start
	if l.Kind == segment.Heading {
		r.lastNamed = nil
		defer func() { r.headNamed = r.lastNamed }()
	}
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
	r.meetCaption(l)
	for _, s := range segment.Sentences(r.text[l.Mark:l.End]) {
		if len(r.out.Mentions) > MaxFigures {
			return
		}
		r.readSentence(l.Mark+s.Start, l.Mark+s.End)
	}
}

// listNumber enters the number a line is listed under.
func (r *reader) listNumber(l segment.Line) {
	mark := r.text[l.Start:l.Mark]
	from := strings.IndexAny(mark, "0123456789")
	if from < 0 {
		return
	}
	to := from + 1
	for to < len(mark) && (mark[to] >= '0' && mark[to] <= '9' || mark[to] == '.' && to+1 < len(mark) && mark[to+1] >= '0' && mark[to+1] <= '9') {
		to++
	}
	r.mention(token{start: l.Start + from, end: l.Start + to, text: mark[from:to]}, "ordinal", "list number")
}

// meetTitle lets a headline that names a span of a quarter or more rule the story under it.
func (r *reader) meetTitle(l segment.Line) {
	if l.Kind != segment.Heading {
		return
	}
	r.meetHeadPlace(r.text[l.Start:l.End])
	exprs := period.Scan(r.text[l.Start:l.End])
	for i := range exprs {
		if p, ok := r.resolveTime(&exprs[i]); ok && p.Kind == period.During && !p.Start.IsZero() && p.End.Time().Sub(p.Start.Time()) > 80*24*clock.Hour {
			r.heading.period, r.heading.has = p, true
			return
		}
	}
}

// meetHeadPlace lets the place that a headline opens with own the items under it, in a digest that is of no one place:
// 贵州：60万岗位促就业.
func (r *reader) meetHeadPlace(line string) {
	r.heading.region = ""
	r.topic = topic{}
	if m := inTitle.FindStringSubmatch(line); m != nil {
		r.topic.title, r.topic.village = m[1], m[1]
	}
	if r.local() {
		r.heading.period, r.heading.has, r.scene, r.event = period.Period{}, false, "", ""
	}
	for _, m := range r.known.Scan(line) {
		if strings.Trim(line[:m.Start], " 　*#【[视频]】") == "" && m.Kind == place.KindRegion {
			if code := r.regionOf(&m); r.local() || strings.HasPrefix(line[m.End:], "：") && !place.Contains(code, r.home) && !place.Contains(r.home, code) {
				r.heading.region = code
			}
		}
		return
	}
}

func (r *reader) readSentence(start, end int) {
	text := r.text[start:end]
	exprs := period.Scan(text)
	quantities := unit.Scan(text)
	r.dates(start, exprs, quantities)
	r.start, r.end = start, end
	if len(quantities) == 0 {
		r.passBy(text, exprs)
		r.passNames(text, start, end)
		r.meetScene(text)
		r.meetThings(text)
		return
	}
	places := r.known.Scan(text)
	marks := r.marks(text, exprs, quantities, places)
	r.start, r.end = start, end
	r.toks, r.leftTokens = tokens(r.toks[:0], text, start, marks), nil
	told := r.sentence.status
	r.sentence, r.clause, r.opened = scope{}, scope{}, scope{}
	if strings.HasPrefix(text, "其中") {
		r.sentence.status = told
	}
	r.list, r.told, r.turns, r.verbFirst, r.lastMeasured, r.partOf = nil, nil, nil, nil, -1, -1
	r.previous, r.passed, r.aside = nil, map[int]bool{}, nil
	if !strings.HasPrefix(text, "其中") && !r.goesOn() {
		r.current, r.lastCount, r.whole = nil, nil, -1
	}
	if r.ofTheNation(text) {
		r.sentence.region = "100000"
	}
	if strings.Contains(text, "（预计") || strings.Contains(text, "(预计") {
		r.sentence.status = "forecast"
	}
	if r.Report.Kind == "" {
		r.meetEvent(text)
	}
	r.at = r.atScene(text)
	r.meetThings(text)
	r.walk()
	if r.looksBack() {
		if r.opened.has {
			r.line.keep(r.opened)
		}
		return
	}
	if vague := r.sentence.period.End.IsZero() && r.Report.Kind != ""; r.sentence.has && !vague && !(r.aheadOfPlan() && r.heading.status == "actual" && !r.sentence.stock) && !r.withinLine() && !r.endsHeading() && !(r.sentence.since && r.Report.Kind != "" && r.heading.has && r.sentence.period.Start.Before(r.heading.period.Start)) {
		r.line.keep(r.sentence)
	}
}

func (r *reader) atLineStart() bool {
	if r.start == 0 {
		return true
	}
	before := strings.Trim(r.text[strings.LastIndexByte(r.text[:r.start], '\n')+1:r.start], " *\u3000！：，")
	return before == "" || before == "各位代表"
}

// goesOn tells of a sentence that names nothing before its first figure and so speaks of the one before it in its
// paragraph: 2019年为20亿元。
func (r *reader) goesOn() bool {
	if r.start == 0 || r.text[r.start-1] == '\n' {
		return false
	}
	for _, t := range r.toks {
		switch {
		case t.kind == figure:
			return true
		case t.kind != time && t.kind != comma && t.kind != blank && !(t.kind == word && t.is(reach|up|down|upto|downto)):
			return false
		}
	}
	return false
}

// opening is how many bytes into a sentence a time still rules its paragraph; further on it dates what stands beside it.
const opening = 15

// namedThings are in the names that passNames looks for.
var namedThings = phrases("named things")

// passNames keeps the companies and parks that a sentence of news without figures names: 该公司 may stand for them next.
func (r *reader) passNames(text string, start, end int) {
	if r.Report.Kind != "" || !holdsAny(text, namedThings()) {
		return
	}
	r.start, r.end = start, end
	r.toks, r.leftTokens = tokens(r.toks[:0], text, start, r.marks(text, nil, nil, r.known.Scan(text))), nil
	r.sentence, r.clause = scope{}, scope{}
	for i := range r.toks {
		r.remember(i)
	}
}

func (r *reader) resolve(m *place.Match) string {
	if m.Kind == place.KindGroup && len(m.Candidates) != 1 {
		code, _ := r.deictic(m.Text)
		return code
	}
	return place.Resolve(*m, r.home, r.clause.region, r.sentence.region, r.line.region)
}

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
		switch t.kind {
		case time:
			r.meetTime(i)
		case where:
			r.meetPlace(i)
		case comma, semi, stop:
			coming := t.kind == comma && r.Report.Kind == "" && r.clause.status == "forecast" && r.verbNext(i)
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
			r.meetTopic(i)
			r.meetClosingPlace(i)
			if t.kind == semi {
				r.partOf = -1
				r.sentence.subject, r.sentence.region = "", ""
				r.sentence.period, r.sentence.has, r.sentence.stock = r.opened.period, r.opened.has, r.opened.stock
			}
		case word:
			r.meetWord(i)
		case figure:
			r.readFigure(i)
		case note:
			r.mention(*t, "furniture", "footnote mark")
		}
	}
}

// verbNext tells of a clause that goes on with a verb that has no subject of its own, and not with what has been done.
func (r *reader) verbNext(i int) bool {
	if i+2 >= len(r.toks) {
		return false
	}
	next := r.toks[i+1]
	return next.kind == word && next.is(event|newness|pull|up|down) && !next.is(exist|expect) && r.toks[i+2].text != "了"
}

// meetPlace lets a place that opens a clause rule it, and one that opens the sentence the sentence.
func (r *reader) meetPlace(i int) {
	at := r.toks[i].at
	code := r.regionOf(at)
	if r.Report.Kind == "" {
		t := r.toks[i]
		if r.enter(at, r.text[r.start:t.start], r.text[t.end:r.end], i > 0 && r.toks[i-1].kind == where && r.toks[i-1].end == t.start) {
			r.at = r.scene
		}
	}
	if !r.opens(i) {
		if !r.narrows(i, code) && !r.happensAt(i, code) {
			r.meetPartner(i, code)
		}
		return
	}
	if code != "" && r.partOfName(i, code) {
		r.meetFirm(i)
		return
	}
	if code == "" || r.listed(i) || code == "100000" && r.home != code && i > 0 && r.toks[i-1].text == "在" {
		return
	}
	if name, kind, _ := r.entityAt(i); name != "" && kind != "park" && !(kind == "industry" && r.Report.Kind == "") && !(i > 0 && r.toks[i-1].text == "经") && (kind != "institution" || !at.Full) && (r.home != "" && r.home != "100000" || code == "100000") {
		return
	}
	r.clause.region = code
	if code == "100000" && r.home != "" && r.home != "100000" {
		return
	}
	if r.Report.Kind == "" {
		r.sentence.region = code
		if r.current != nil && r.current.region != "" {
			moved := *r.current
			moved.region = "" // what it is goes on, where it was does not
			r.current = &moved
		}
		if i == 0 || r.toks[i-1].text != "在" {
			r.line.region = code // 在葫芦岛，… holds for its sentence
		}
	} else if r.sentence.region == "" && at.Full && !startsBody(r.text[r.toks[i].end:r.end]) {
		r.sentence.region = code
	}
	if at.Kind == "park" {
		r.sentence.subject, r.sentence.kind = r.toks[i].text, "park"
		r.line.subject, r.line.kind = r.sentence.subject, "park"
	} else if r.Report.Kind != "" || !strings.HasPrefix(r.clause.subject, r.toks[i].text) {
		r.sentence.subject, r.line.subject = "", ""
	}
}

var bodies = phrases("bodies")

// startsBody tells of a place that only begins the name of a body: 清流县中医院, 泉州市第一中学.
func startsBody(after string) bool {
	n := 0
	for i := range after {
		if n++; n > 9 {
			after = after[:i]
			break
		}
	}
	if cut := strings.IndexAny(after, "，、。；"); cut >= 0 {
		after = after[:cut]
	}
	return holdsAny(after, bodies())
}

// happensAt lets the place that something happened in own the sentence of news that is of no one place: 今天在甘肃落幕.
func (r *reader) happensAt(i int, code string) bool {
	if r.Report.Kind != "" || r.home != "" && r.home != "100000" || code == "" || code == "100000" || i == 0 {
		return false
	}
	first := i
	for first > 0 && r.toks[first-1].kind == where && r.toks[first-1].end == r.toks[first].start {
		first--
	}
	if first == 0 || r.toks[first-1].text != "在" || r.sentence.region != "" && (first == i || !place.Contains(r.sentence.region, code)) {
		return false
	}
	r.sentence.region, r.line.region = code, code
	return true
}

// narrows lets the smaller place named in the same breath as the one that opens the clause take its place: 安徽淮北.
func (r *reader) narrows(i int, code string) bool {
	if code == "" || i == 0 || r.toks[i-1].kind != where || r.toks[i-1].end != r.toks[i].start || !r.opens(i-1) || r.listed(i) {
		return false
	}
	wider := r.clause.region
	if wider == "" || wider == code || !place.Contains(wider, code) {
		return false
	}
	r.clause.region = code
	if r.sentence.region == wider {
		r.sentence.region = code
	}
	if r.line.region == wider {
		r.line.region = code
	}
	return true
}

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
	if !headed && !(last.Full && r.leadsToPlace(first)) {
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

// meetPartner lets the place that others sign with own the sentence: 29家央企与辽宁签约64个项目.
func (r *reader) meetPartner(i int, code string) {
	if code == "" || r.Report.Kind != "" || r.sentence.region != "" || i == 0 || i+1 >= len(r.toks) {
		return
	}
	before, after := r.toks[i-1].text, r.toks[i+1].text
	if (before == "与" || before == "同" || before == "和") && (strings.HasPrefix(after, "签") || strings.HasPrefix(after, "合作")) {
		r.sentence.region, r.line.region = code, code
	}
}

// partOfName tells of the short name of a wider place at the head of a longer name: 福建 of 福建展化化工 in a county's story.
func (r *reader) partOfName(i int, code string) bool {
	at := r.toks[i].at
	if at.Full || at.Kind != place.KindRegion || code == r.home || !place.Contains(code, r.home) || i+1 >= len(r.toks) {
		return false
	}
	n := r.toks[i+1]
	return n.kind == word && n.class == 0 && (strings.HasPrefix(n.pos, "n") || len(n.text) == 3 && !strings.Contains("pduc", n.pos))
}

// listed tells of a place that is one of several or heads the members of a count: 晋江、长乐、福安等17个县域.
func (r *reader) listed(i int) bool {
	if i+2 < len(r.toks) && r.toks[i+1].kind == dun && r.toks[i+2].kind == where {
		return true
	}
	for j := i + 1; j+1 < len(r.toks) && r.toks[j].kind != comma && r.toks[j].kind != semi && !r.toks[j].is(event|newness|reach); j++ {
		if r.toks[j].text == "等" && r.toks[j+1].kind == figure && r.toks[j+1].q.Kind == "count" {
			return true
		}
	}
	return false
}

// regionOf resolves a place that may own a figure: 中国 in a name (中国驰名商标) owns none, 全国 and 我国 do.
func (r *reader) regionOf(m *place.Match) string {
	code := r.resolve(m)
	if code == "100000" && m.Text != "全国" && m.Text != "我国" && r.home != "100000" {
		return ""
	}
	return code
}

// opens tells whether token i begins a clause, time expressions, quotes and light verbs aside.
func (r *reader) opens(i int) bool {
	for j := i - 1; j >= 0; j-- {
		switch t := r.toks[j]; t.kind {
		case comma, semi, stop:
			return true
		case time, blank, note, quote:
		case dun:
			return j > 0 && r.toks[j-1].kind == figure // 甲县突破450亿元、乙县突破380亿元
		case word:
			if t.is(rank|copula|share) || !t.is(among|conj|reach) && !light[t.text] {
				return false
			}
		default:
			return false
		}
	}
	return true
}

// noPlan are words that a 计划 behind them is compared or reckoned with: 比计划多完成9亿元, 国家计划.
var noPlan = map[string]bool{"比": true, "较": true, "国家": true, "调整": true, "列入": true, "超额完成": true, "为": true, "占": true, "超过": true, "完成": true, "超": true, "年度": true, "当年": true, "全年": true}

// light are words that may stand before the place a clause opens with.
var light = map[string]bool{"在": true, "的": true, "整个": true, "仅": true, "而": true, "经": true, "虽然": true, "尽管": true, "但": true, "但是": true, "不过": true, "因此": true, "所以": true, "特别是": true, "尤其是": true, "比如": true, "例如": true}

var strongForecast = map[string]bool{"预计": true, "有望": true, "可望": true, "初步预计": true, "预计全年": true, "预计可": true, "估计": true, "预测": true}

func (r *reader) meetWord(i int) {
	t := &r.toks[i]
	r.meetPronoun(i)
	r.meetApposition(i)
	r.meetDescribed(i)
	if code, ok := r.deictic(t.text); ok && r.opens(i) && !(i+1 < len(r.toks) && r.toks[i+1].kind == figure && r.toks[i+1].q.Kind == "rank") {
		r.clause.region = code
		if code != "100000" || r.Report.Kind == "" && (r.home == "" || r.home == "100000") {
			r.sentence.region = code
			r.sentence.subject = ""
		}
	}
	if r.promises(i) {
		r.sentence.status, r.sentence.promise = "forecast", true
	}
	switch {
	case t.is(expect) && strongForecast[t.text]:
		r.sentence.status = "forecast"
		if i+2 < len(r.toks) && strings.HasPrefix(strings.TrimPrefix(r.text[t.end:], "数"), "，下同") || strings.HasPrefix(r.text[t.end:], "（下同") || strings.HasPrefix(r.text[t.end:], ",下同") {
			r.forecast = true
		}
	case t.is(expect) && t.text == "将", t.text == "部将": // 工信部将
		r.meetWill(i)
	case t.is(expect):
		r.clause.status = "forecast"
	case t.text == "可" && i > 0 && everyYearBefore(&r.toks[i-1]):
		r.clause.status = "forecast" // 每年可节约
	case (t.text == "提出" || t.text == "明确" || t.text == "要求") && r.Report.Kind == "" && holdsAny(r.text[r.start:t.start], schemes()) && !strings.HasPrefix(r.text[t.end:], "了"):
		r.sentence.status = "target"
	case t.is(aim):
		r.meetAim(i)
	case t.is(plan) && (t.text == "计划" || t.text == "拟") && !r.plannedBefore(i) && !r.accordingTo(i):
		r.clause.status = "planned"
		if r.Report.Kind == "" && r.sentence.status == "" {
			r.sentence.status = "planned"
		}
	case (t.text == "规划" || t.text == "计划") && r.Report.Kind == "" && r.accordingTo(i):
		r.sentence.status, r.sentence.byPlan = "planned", true
	case t.is(among):
		r.partOf = r.whole
	}
}

// accordingTo tells of a plan that what the sentence says is by: 按照规划, 根据“十三五”规划.
func (r *reader) accordingTo(i int) bool {
	for j := i - 1; j >= 0 && r.toks[j].kind != comma && r.toks[j].kind != stop; j-- {
		if t := r.toks[j]; t.text == "按" || t.text == "按照" || t.text == "根据" {
			return i+1 < len(r.toks) && r.toks[i+1].kind == comma
		}
	}
	return false
}

// everyYearBefore tells of the 每年 or 一年 before a 可.
func everyYearBefore(t *token) bool {
	return t.kind == time && t.e.Role == period.Recurring || t.text == "一年"
}

// schemes are papers that say what is to be done.
var schemes = phrases("schemes")

// meetWill tells the 将 of what is to come from the one that puts an object first: 将审批时间由5天减为1天, 将时限压缩了一半.
func (r *reader) meetWill(i int) {
	if r.isWill(i) {
		r.clause.status, r.sentence.will = "forecast", "forecast"
		if holdsAny(r.text[r.start:r.toks[i].start], schemes()) {
			r.sentence.will = "target" // 下发实施方案，将…
		}
	}
}

func (r *reader) isWill(i int) bool {
	if i+1 >= len(r.toks) {
		return false
	}
	next := r.toks[i+1]
	for j := i + 2; j < len(r.toks) && r.toks[j].kind != comma && r.toks[j].kind != figure; j++ {
		if w := r.toks[j].text; w == "由" || w == "从" || w == "了" || w == "作为" || w == "列为" || w == "纳入" {
			return false
		}
	}
	if next.text == "有" && r.Report.Kind != "" || next.is(aim) {
		return false
	}
	return next.is(reach|event|up|down|newness|upto|net) || r.Report.Kind == "" && slices.Contains(willVerbs(), next.text)
}

// willBehind tells of those that what is to come is said of behind their number: 468家企业将展示新品, 10个县有望退出.
func (r *reader) willBehind(s *site) bool {
	if s.tok.q.Kind != "count" || len(s.right) == 0 {
		return false
	}
	first := slices.IndexFunc(r.toks, func(t token) bool { return t.start == s.right[0].start })
	for i, t := range s.right {
		switch {
		case t.kind == comma || t.kind == figure && !r.listOn(s, i):
			return false
		case t.text == "有望" || t.text == "可望":
			return true
		case t.text == "将":
			return r.isWill(first + i)
		}
	}
	return false
}

// willVerbs are words that only a 将 of what is to come stands before.
var willVerbs = phrases("will do")

// plannedBefore tells of a plan that is only compared or reckoned with: 比计划多收6亿元, 为国家计划的97%.
func (r *reader) plannedBefore(i int) bool {
	if r.namesPlan(i) {
		return true
	}
	return i > 0 && noPlan[r.toks[i-1].text] || i+1 < len(r.toks) && (r.toks[i+1].text == "的" || r.toks[i+1].kind == figure && r.toks[i+1].q.Kind == "percent")
}

// namesPlan tells of a 计划 that ends a name: 科技计划项目, 开发计划启动以来, “微光计划”.
func (r *reader) namesPlan(i int) bool {
	if i == 0 || i+1 >= len(r.toks) {
		return false
	}
	before, next := r.toks[i-1], r.toks[i+1]
	if next.kind == quote || next.kind == dun || strings.HasPrefix(r.text[r.toks[i].end:], "单列") {
		return true
	}
	named := strings.HasPrefix(before.pos, "n") || before.pos == "vn" || before.is(verbal)
	if next.kind == comma {
		return before.kind == word
	}
	return named && (next.text == "项目" || next.text == "等" || i+2 < len(r.toks) && r.toks[i+2].text == "以来")
}

// meetAim takes 力争 and 预期目标 for aims anywhere, 确保 and its like only where no heading says that results are told.
func (r *reader) meetAim(i int) {
	t := &r.toks[i]
	if strings.HasSuffix(t.text, "要") && i+1 < len(r.toks) && r.toks[i+1].is(event|newness) && r.sentence.will == "" {
		r.sentence.will = "target"
	}
	told := r.heading.status == "actual" && r.Report.Kind != ""
	if i > 0 && r.toks[i-1].text == "为" || r.sentence.since && t.text == "努力" {
		return // 为确保如期完成
	}
	switch t.text {
	case "力争", "争取":
		if t.text == "争取" && (told || i+2 < len(r.toks) && r.toks[i+1].text == "到" && r.toks[i+2].kind != time) {
			return // 争取到资金: it has been got
		}
		if t.text == "争取" && r.gets(i) {
			return
		}
		r.sentence.status = "target"
		if r.Report.Planned > 0 && !r.sentence.has && r.heading.status != "target" && !told {
			r.sentence.period, r.sentence.has = period.Year(r.Report.Planned), true
			r.opened = r.sentence
		}
	case "目标", "预期目标", "预期":
		after := r.text[t.end:min(len(r.text), t.end+6)]
		if !strings.HasPrefix(after, "是") && !strings.HasPrefix(after, "为") && !strings.HasPrefix(after, "：") && !strings.HasPrefix(after, ":") && !startsWithAny(after, []string{"定在", "定为", "设定", "确定", "锁定", "调整"}) && t.text != "预期目标" {
			return
		}
		r.sentence.status = "target"
		if r.Report.Planned > 0 && !r.sentence.has && (r.heading.status != "target" || !r.heading.has) {
			r.sentence.period, r.sentence.has = period.Year(r.Report.Planned), true
			r.opened = r.sentence
		}
	case "确保", "努力":
		if t.text == "努力" && r.Report.Kind == "" && !(i+1 < len(r.toks) && (r.toks[i+1].is(newness) || r.toks[i+1].text == "实现")) {
			return // 努力发展, 经过多年的努力
		}
		if !told && r.sentence.status == "" {
			r.sentence.status = "target"
		}
	}
}

// gets tells of a 争取 that governs a noun and no verb: 争取专项债项目29个. The heading says whether that is done or to be done.
func (r *reader) gets(i int) bool {
	for n, t := range r.toks[i+1:] {
		switch {
		case t.kind == figure:
			return n > 0
		case t.kind == dun || t.kind == quote || t.kind == word && (strings.HasPrefix(t.pos, "n") || t.is(conj) || t.text == "等" || t.text == "的") && !t.is(up|down|event):
		case t.kind == word && t.class == 0 && !strings.ContainsAny(t.pos[:min(1, len(t.pos))], "vdprt"):
		default:
			return false
		}
	}
	return false
}

// readFigure reads the figure at token i, or says in the ledger why not.
func (r *reader) readFigure(i int) {
	r.ratioToOne(i)
	t := r.toks[i]
	if reason, no := r.noFact(i); no {
		r.passed[i] = true
		r.yearsOf(i)
		r.mention(t, reason[0], reason[1])
		return
	}
	r.placeOf(i)
	t = r.toks[i] // the ledger may have found its unit
	s := &site{r: r, tok: t, sign: 1, caps: captures{}}
	s.left = r.leftOf(i)
	r.leftTokens = s.left
	s.right = r.rightOf(i)
	rest, ok := s.match()
	if !ok {
		r.mention(t, "unread", "no rule")
		return
	}
	if s.nounPhrase == nil {
		s.nounPhrase = s.left[:rest]
	} else if s.driver {
		s.captures("driver", 0, rest)
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
	if t.q.Kind != "count" || t.q.Unit.Surface != "位" || !hasWord(r.leftOf(i), "排名", "位次", "排位", "名次") {
		return
	}
	if right := r.rightOf(i); len(right) > 0 && right[0].kind != dun && !boundWords[right[0].text] {
		return
	}
	r.measureAs(i, "rank", unit.Unit{Surface: "位", Code: "rank", Kind: "rank", Factor: t.q.Unit.Factor})
}

func (s *site) captures(name string, from, to int) { s.caps[name] = [2]int{from, to} }

// match finds the first rule that fits and lets it read.
func (s *site) match() (rest int, ok bool) {
	s.left = undated(withoutStart(withoutBrackets(s.left)))
	for _, r := range rulesOf()[s.tok.q.Kind] {
		clear(s.caps)
		if rest, ok = matchBefore(r.before, s.left, s.caps); ok && matchAfter(r.after, s.right) && (r.only == nil || r.only(s)) {
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
	says := func(t token) bool { return t.kind == time && t.e.Role != "base" }
	if !slices.ContainsFunc(toks, says) {
		return toks
	}
	out := make([]token, 0, len(toks))
	for i := range toks {
		if !says(toks[i]) {
			out = append(out, toks[i])
		}
	}
	return out
}

// farthestLeft is how many words of its clause a figure looks back over: more are met only in text that is none.
const farthestLeft = 150

// leftOf is what stands before the figure in its clause, back to the figure before it.
func (r *reader) leftOf(i int) []token {
	from := i
	depth := 0
	for from > max(0, i-farthestLeft) {
		t := r.toks[from-1]
		if t.kind == shut {
			depth++
		}
		if t.kind == open {
			if depth == 0 {
				break
			}
			depth--
		}
		if depth == 0 && (t.kind == comma || t.kind == semi || t.kind == stop || t.kind == figure && r.counts(from-1)) {
			break
		}
		from--
	}
	return r.toks[from:i]
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
	for to < len(r.toks) && r.toks[to].kind != comma && r.toks[to].kind != semi && r.toks[to].kind != stop && to < i+24 {
		to++
	}
	return r.toks[i+1 : to]
}

// state decides what the figure is a statement of, and writes the fact down.
func (r *reader) state(s *site, i, rest int) {
	s.sharesVerb()
	if st, ok := r.fromList(s); ok {
		r.emit(s, st)
		return
	}
	if r.hasResp(s, rest) {
		if items := r.respItems(s, i, rest); items != nil {
			r.list, r.listAt, r.listUnit, r.listSite = items, 1, s.tok.q.Unit.Code, s
			r.current = &items[0]
			r.emit(s, items[0])
			return
		}
		r.takeTurns(i)
	} else if items := r.plainItems(s, i, rest); items != nil {
		r.list, r.listAt, r.listUnit, r.listSite = items, 1, s.tok.q.Unit.Code, s
		r.current = &items[0]
		r.emit(s, items[0])
		return
	}
	r.list = nil
	st, own := r.statementOf(s)
	if own && r.sharesOn(st, s) {
		group := st.text
		st = *r.current
		st.qualifier = group
	}
	if own && st.form == "sector" && r.current != nil && r.current.code != "" && r.current.code != "value_added" &&
		(money[r.current.code] || r.partOf >= 0 && r.current.code == "employment" && s.tok.q.Unit.Code == "person") {
		sector := st
		st = *r.current
		if owned := strings.TrimSuffix(sector.industry, "经济"); endsWithAny(owned, ownedEconomy) {
			st.qualifier = sector.industry
		} else {
			st.industry, st.sector = sector.industry, sector.sector
		}
	} else if group := join(trimReach(withoutBrackets(s.nounPhrase))); own && (r.goesOnGrowing(&st, s) || r.partByOwner(&st, s, group)) {
		st = r.partOfCurrent(group)
	} else if !own && r.current != nil {
		st = r.inherit(st, s)
		s.inherited = true
	} else if own {
		r.carry(&st, s)
	}
	r.settleName(&st, s)
	keep := st
	if others := r.jointly(s, own); others != nil {
		for _, other := range others {
			r.emit(s, other)
		}
		r.current = &others[len(others)-1]
		return
	}
	if s.measure == "rank" && !own && r.previous != nil && hasWord(s.left, "均", "都", "双双") {
		r.emit(s, *r.previous)
	}
	r.emit(s, st)
	if own && s.measure == "level" {
		r.told = append(r.told, keep)
	}
	if own || r.current == nil {
		r.previous = r.current
		r.current = &keep
	}
}

// goesOnGrowing tells of a group without a quantity of its own in a list of growths: 其中国有单位增长5%，集体所有制增长3%.
func (r *reader) goesOnGrowing(st *statement, s *site) bool {
	last := r.lastFact()
	return !st.known && st.code == "" && s.measure == "growth" && r.current != nil && money[r.current.code] && last != nil &&
		last.Start >= r.start && last.Measure == "growth" && last.Unit == "percent" && endsWithAny(st.text, groups())
}

// sharesOn tells of the next group in a list of rates: 乡镇卫生院报销比例达90%，县级医院为70%.
func (r *reader) sharesOn(st statement, s *site) bool {
	last := r.lastPercent()
	return s.rule == "rate" && st.form == "rate" && st.counter != "" && r.current != nil && r.current.counter == "" && !strings.HasSuffix(r.current.code, "_count") &&
		last != nil && last.Start >= r.start && last.Measure == "share"
}

// partByOwner tells of a kind of enterprise whose part of the amount before it is told: 其中国有企业113亿元，集体企业49亿元.
func (r *reader) partByOwner(st *statement, s *site, group string) bool {
	if st.code != "" && !strings.HasSuffix(group, "投资企业") || !endsWithAny(group, groups()) || s.measure != "level" || s.tok.q.Unit.Code != "CNY" {
		return false
	}
	return r.current != nil && r.current.form == "level" && money[r.current.code] && (r.partOf >= 0 || strings.HasPrefix(r.text[r.start:], "其中"))
}

// partOfCurrent is the part that a group has in the quantity told of the whole.
func (r *reader) partOfCurrent(group string) statement {
	part := *r.current
	part.qualifier = strings.TrimPrefix(group, "其中")
	return part
}

// groups end the names of what an aggregate is told by.
var groups = phrases("groups")

// comesToWork tells of people who are employed: 5万人就业, 12万名失业人员再就业.
func comesToWork(behind string) bool {
	return strings.HasPrefix(behind, "就业") || strings.HasSuffix(behind, "就业") && !strings.HasSuffix(behind, "促进就业") || startsWithAny(behind, work()) || endsWithAny(behind, work())
}

// drinks tells of people who come by good water: 解决31万人的饮水问题.
func drinks(right []token) bool {
	behind := strings.TrimPrefix(join(right), "的")
	return strings.HasPrefix(behind, "饮水") || strings.HasPrefix(behind, "吃水") || startsWithAny(behind, []string{"喝上", "用上", "实现饮水", "安全饮水"})
}

// work is what people come to behind their number.
var work = phrases("work")

// settleName takes what the unit, the whole or the verb of a figure says of a name that by itself says too little.
func (r *reader) settleName(st *statement, s *site) {
	q := s.tok.q
	switch {
	case st.code == "output_volume" && q.Unit.Code == "other" && strings.HasSuffix(q.Unit.Surface, "公里"):
		st.code = "other" // work done, not goods made
	case st.code == "" && (q.Unit.Code == "tonne" || q.Unit.Code == "m3") && endsWithAny(st.text, []string{"交易量", "成交量"}):
		st.code = "other"
	case s.rule == "contribution.to" && st.region != r.home && place.Contains(st.region, r.home):
		st.region = "" // what is contributed to is of the wider place, not who contributes
	case q.Unit.Surface == "人次" && s.measure == "level" && r.partOf >= 0 && st.code == "count_other" && r.out.Facts[r.partOf].Counter == "人次":
		st.known, st.code, st.time = true, r.out.Facts[r.partOf].Indicator, "flow" // 其中外国人137万人次
	case q.Unit.Code == "person" && s.measure == "level" && drinks(s.right):
		st.known, st.code, st.form, st.time, st.text, st.happened = true, "population", "level", "count", "人", true
	case q.Unit.Code == "person" && s.measure == "level" && (!st.known || st.code != "employment") && comesToWork(join(s.right)):
		st.known, st.code, st.form, st.time, st.text = true, "employment", "level", "flow", "就业"
	case s.measure == "share" && strings.HasSuffix(s.base, "市场份额"):
		st.known, st.code = true, "market_share"
	case st.code == "revenue" && st.text == "总收入" && strings.Contains(r.text[r.start:s.tok.start], "财政收入"):
		st.code = "fiscal_revenue"
	case st.code == "investment" && st.text == "完成投资" && st.qualifier == "" && r.current != nil && r.current.code == "fixed_asset_investment" && strings.Contains(r.text[r.start:s.tok.start], r.current.text):
		*st = *r.current // 固定资产投资五年完成58亿元，2024年完成投资16亿元
	case q.Kind == "count" && (st.code == "count_other" || st.code == "enterprise_count") && s.measure == "level" && r.makes(st, s):
		st.code, st.time = "output_volume", "flow"
	case (q.Unit.Surface == "人次" || q.Unit.Surface == "批次") && s.measure == "level" && serves(s.left):
		st.code = "case_count"
	case (st.code == "" || st.code == "financing" && st.head == "资金") && q.Kind == "amount" && s.measure == "level" && treasurySpends(s.left):
		st.known, st.code = true, "fiscal_expenditure"
		if holdsAny(join(s.right), []string{"补贴", "奖补"}) {
			st.code = "subsidy"
		}
	case st.text == "财政资金" && s.measure == "level" && hasWord(s.left, "安排", "列支", "拿出"):
		st.code = "fiscal_expenditure" // 安排50亿元财政资金
	case st.code == "enterprise_count" && s.measure == "level" && visited(s.left):
		st.code = "case_count"
	case st.code == "" && st.text == "" && (s.measure == "growth" || s.measure == "rank") && r.economyTold(s):
		st.known, st.code, st.form, st.time = true, "gdp", "level", "flow"
	case s.measure == "share" && s.base != "" && (st.code == "" || st.code == "count_other" && st.form == "rate"):
		if hit, ok := indicator.Head(s.base); ok && money[hit.Entry.Code] && hit.Entry.Form != "rate" && hit.Entry.Text != "总金额" {
			st.code = hit.Entry.Code
		}
	}
}

// makes tells of goods right behind the verb of their making, or in a list that goes on with them: 生产吉他220万把, 制造6千万台打印机、3千万台显示器.
func (r *reader) makes(st *statement, s *site) bool {
	if !goods[s.tok.q.Unit.Surface] {
		return false
	}
	if n := len(s.left); n > 0 && (s.left[0].kind == dun || s.left[n-1].kind == dun || s.left[n-1].is(conj)) && !r.eventIn(s.left) && r.toldAs("output_volume") {
		return true
	}
	left := trimReach(withoutBrackets(s.left))
	for i := len(left) - 1; i >= 0 && i > len(left)-4; i-- {
		switch left[i].text {
		case "生产", "制造", "产出", "量产", "组装":
			made := join(left[i+1:])
			if made != "" {
				st.text, st.counter = made, made
			}
			return made == "" || !left[i+1].is(event)
		}
	}
	return false
}

// goods are the measure words of what is made.
var goods = map[string]bool{"台": true, "部": true, "件": true, "套": true, "只": true, "把": true, "辆": true, "架": true, "艘": true, "块": true, "片": true, "支": true, "瓶": true, "双": true}

// serves tells of what is done for those who come, each time a case: 结算90万人次, 抽检2万批次.
func serves(left []token) bool {
	return slices.ContainsFunc(left, func(t token) bool { return slices.Contains(services(), t.text) })
}

// services are those deeds.
var services = phrases("services")

// treasurySpends tells of a 财政 that acts: 县财政拿出400万元.
func treasurySpends(left []token) bool {
	acts := false
	for _, t := range left {
		if acts && startsWithAny(t.text, []string{"安排", "下达", "拿出", "投入", "拨付", "支出", "用于"}) {
			return true
		}
		acts = strings.HasSuffix(t.text, "财政") || acts && (t.kind != word || !strings.HasPrefix(t.pos, "n"))
	}
	return false
}

// visited tells of a figure right behind 走访.
func visited(left []token) bool {
	n := len(left)
	return n > 0 && left[n-1].text == "走访" || n > 1 && left[n-1].text == "了" && left[n-2].text == "走访"
}

// economyTold tells whether the sentence has said that the economy grew: 全市经济快速增长，年均增速….
func (r *reader) economyTold(s *site) bool {
	for i, t := range r.toks {
		if t.start >= s.tok.start {
			return false
		}
		for j := i + 1; t.text == "经济" && j < len(r.toks) && j < i+5 && r.toks[j].kind == word; j++ {
			if n := r.toks[j]; n.is(up) || n.text == "保持" {
				return true
			}
		}
	}
	return false
}

// statementOf reads the noun phrase before the figure, or behind it where a measure word stands before its noun.
func (r *reader) statementOf(s *site) (statement, bool) {
	q := s.tok.q
	if s.nounAfter {
		st, ok := r.sharedNoun(s)
		if s.rule == "fall.object" || s.rule == "share.stake" {
			s.base = ""
		}
		if st.counter != "" {
			keep := st
			keep.time = "count"
			r.lastCount = &keep
		}
		return st, ok
	}
	if noun, ok := unitNoun(q); ok && (noun.Code == "population" || noun.Code == "region_count" || len(trimReach(withoutBrackets(s.nounPhrase))) == 0 || s.nounPhrase[len(s.nounPhrase)-1].text == "等") {
		_, st := r.leading(withoutBrackets(s.nounPhrase))
		st.known, st.code, st.form, st.time, st.text, st.head, st.counter = true, noun.Code, "level", "count", noun.Text, noun.Text, noun.Text
		if noun.Code == "population" {
			st.happened = r.eventAround(s)
			if i := strings.Index(join(s.right), noun.Text); i > 0 && i <= 18 && !strings.HasSuffix(s.tok.text, noun.Text) {
				r.modifiers(&st, s.right, join(s.right)[:i])
			}
		}
		return st, true
	}
	if q.Kind == "count" && (s.measure == "level" || s.measure == "change") {
		toks, lead := r.leading(withoutBrackets(s.nounPhrase))
		if st, ok := r.madeEach(s); ok {
			return st, true
		}
		if n := len(s.nounPhrase); n > 0 && s.nounPhrase[n-1].text == "等" {
			lead.region = ""
		} else if n > 0 && s.nounPhrase[n-1].kind == where && lead.region == "" && !(n > 2 && s.nounPhrase[n-2].kind == dun && s.nounPhrase[n-3].kind == where) {
			lead.region = r.regionOf(s.nounPhrase[n-1].at)
		}
		joined := len(toks) > 0 && len(s.right) > 0 && s.right[0].is(conj) // 企业59家和商标31件
		if st, ok := r.afterFigure(s.right, q, lead); ok && !joined && (st.known || len(toks) == 0 || q.Unit.Code == "count") {
			st.happened = st.happened || r.eventAround(s) && !(standing[st.code] && !r.eventIn(s.left) && hasWord(s.right, "实现", "完成", "实施", "推进", "建立", "启动", "纳入", "形成") && !r.ofTheYear() && !r.onOneDay())
			if st.code == "project_count" && r.onOneDay() && holdsAny(r.text[r.start:s.tok.start], []string{"签约", "开工"}) {
				st.happened = true
			}
			if subj, kind := r.entityIn(toks); subj != "" {
				st.subject, st.subjectKind = subj, kind
			}
			return st, true
		}
	}
	if kind, ok := extends(s); ok {
		_, lead := r.leading(withoutBrackets(s.nounPhrase))
		lead.known, lead.code, lead.form, lead.time, lead.text, lead.head = true, "length", "level", "stock", kind, kind
		return lead, true
	}
	if s.measure == "growth" || s.measure == "change" {
		s.nounPhrase = withoutRival(s.nounPhrase)
	}
	s.nounPhrase = r.partNamed(s.nounPhrase, q)
	st, ok := r.nameOf(s.nounPhrase, q)
	if s.rule == "contribution.to" {
		if code := contributedTo(join(s.nounPhrase)); code != "" {
			st, ok = statement{known: true, code: code, form: "level", time: "flow", text: join(s.nounPhrase)}, true
		}
	}
	if s.driver && ok {
		toks, lead := r.leading(withoutBrackets(s.captured("driver")))
		st.qualifier = strings.TrimPrefix(join(toks), "、")
		if lead.region != "" {
			st.region = lead.region
		}
		return st, true
	}
	if ok {
		if subj, kind := r.entityIn(s.nounPhrase); subj != "" {
			st.subject, st.subjectKind = subj, kind
		}
		st.happened = st.happened || r.eventAround(s)
		if r.clause.kind == "industry" && st.subject == "" {
			st.subject, st.subjectKind, st.industry = r.clause.subject, r.clause.kind, r.clause.subject
		}
		return st, true
	}
	if q.Kind == "amount" || q.Kind == "physical" || q.Kind == "duration" || q.Kind == "percent" {
		if after, ok := r.namedAfter(s, st); ok {
			return after, true
		}
	}
	if own, ok := r.ownName(s.nounPhrase, q); ok && q.Kind == "count" && s.measure == "level" {
		own.happened = own.happened || r.eventAround(s)
		return own, true
	}
	// The name may stand in the clause before: 工业总产值，去年达5亿元.
	if r.current == nil || s.measure == "level" || s.measure == "rank" {
		if st2, ok := r.clauseBefore(s); ok {
			return st2, true
		}
	}
	if given, ok := r.given(s, st); ok {
		return given, true
	}
	if own, ok := r.ownName(s.nounPhrase, q); ok {
		own.happened = own.happened || r.eventAround(s)
		return own, true
	}
	if told, ok := r.toldBefore(s); ok {
		return told, true
	}
	if r.current == nil {
		return r.peopleWho(s, st)
	}
	return st, false
}

// madeEach reads 年产30万尾 and 月产能4万片, whose name before the figure tells what is made or could be, whatever noun follows.
func (r *reader) madeEach(s *site) (statement, bool) {
	st, ok := r.nameOf(s.nounPhrase, s.tok.q)
	if phrase := join(trimReach(withoutBrackets(s.nounPhrase))); !ok || !startsWithAny(st.head, []string{"年产", "月产", "日产"}) || !strings.HasSuffix(phrase, st.head) {
		return st, false
	}
	if made := headWord(s.right); made != "" && s.right[0].text != "的" {
		st.industry, st.sector, st.counter = made, true, made
	} else if verb := st.head == "年产" || st.head == "月产" || st.head == "日产"; verb && len(indicator.Industries(st.industry)) == 0 {
		st.industry = "" // it names the maker
	}
	return st, true
}

// contributedTo is what is contributed to where its name is no name of a quantity: 工业增长, 小镇经济.
func contributedTo(thing string) string {
	thing = strings.TrimSuffix(thing, "的")
	if hit, ok := indicator.Head(thing); ok && hit.End == len(thing) && hit.Entry.Form != "growthname" {
		return ""
	}
	thing = trimAny(thing, "增长", "增速", "发展")
	switch hits := indicator.Industries(thing); {
	case strings.HasSuffix(thing, "经济"):
		return "gdp"
	case strings.HasSuffix(thing, "工业"), len(hits) > 0 && hits[len(hits)-1].End == len(thing):
		return "value_added"
	}
	return ""
}

// partNamed drops the whole a part is a share of, where the share moves: 民营经济增加值占GDP比重提高….
func (r *reader) partNamed(toks []token, q *unit.Quantity) []token {
	for i, t := range toks {
		if i > 0 && q.Kind == "pp" && t.is(share) {
			if st, ok := r.nameOf(toks[:i], q); ok && st.known {
				return toks[:i]
			}
		}
	}
	return toks
}

// withoutRival drops what a growth is compared with: 合作项目较上届.
func withoutRival(toks []token) []token {
	for i, t := range toks {
		if t.text != "比" && t.text != "较" || i > 0 && toks[i-1].kind == where {
			continue
		}
		if i > 0 || len(indicator.Terms(join(toks))) == 0 { // 较试点面积扩大 names the quantity with its rival
			return trimReach(toks[:i])
		}
	}
	return toks
}

// toldBefore reads 已有28个建成, which leaves what it counts to the clauses before: the last thing they name that is counted
// by that measure word.
func (r *reader) toldBefore(s *site) (statement, bool) {
	q := s.tok.q
	if q.Kind != "count" || !q.Unit.Measure || s.measure != "level" || len(s.right) == 0 || !s.right[0].is(event) && !strings.HasPrefix(s.right[0].pos, "v") {
		return statement{}, false
	}
	exists := false
	for _, t := range s.left {
		if t.kind != time && !t.is(exist|reach) {
			return statement{}, false
		}
		exists = exists || t.is(exist)
	}
	hits := indicator.Nouns(r.text[r.start:s.tok.start])
	for i := len(hits) - 1; exists && i >= 0; i-- {
		if n := hits[i].Entry; n.Code != "region_count" && strings.Contains(n.Measures, q.Unit.Surface) {
			return statement{known: true, code: n.Code, form: "level", time: "count", text: n.Text, head: n.Text, counter: n.Text, measureWord: measureOf(q), existing: true}, true
		}
	}
	return statement{}, false
}

// extends reads 98公里长的岸线 and 30米高的坝, which say behind the figure how a thing is measured, or what thing it is.
func extends(s *site) (string, bool) {
	if c := s.tok.q.Unit.Code; c != "km" && c != "m" || len(s.right) == 0 || s.measure != "level" || len(trimReach(withoutBrackets(s.nounPhrase))) > 0 {
		return "", false
	}
	if w := s.right[0].text; w == "长" || w == "宽" || w == "高" || w == "深" {
		return w, true
	}
	line := lineBehind(s.right)
	return line, line != ""
}

// lineBehind is what a length is the length of where that stands behind it: 12公里的海底电缆.
func lineBehind(right []token) string {
	name := ""
	for i, t := range right {
		if i > 5 || t.kind != word && t.kind != where || t.class != 0 {
			return ""
		}
		if name += strings.TrimPrefix(t.text, "的"); endsWithAny(name, lines()) {
			return name
		}
	}
	return ""
}

// lines are what is measured by its length.
var lines = phrases("lines")

// unitNoun is the noun that a number stands right before, without a measure word: 60万岗位.
func unitNoun(q *unit.Quantity) (indicator.Noun, bool) {
	if q.Kind != "count" || q.Unit.Measure {
		return indicator.Noun{}, false
	}
	hit, ok := indicator.Counted(q.Unit.Surface, "")
	return hit.Entry, ok && hit.Start == 0 && hit.End == len(q.Unit.Surface) && hit.Entry.Text != "人次"
}

// giving are verbs whose object a sum measures: 提供了9006亿元风险保障.
var giving = []string{"提供", "给予", "带来", "撬动", "争取", "获得", "筹集", "募集", "捐赠", "捐助", "挽回", "追回", "缴纳", "节约", "节省"}

// given reads the thing that was given in a sum where no table knows its name: what stands behind the sum names it then, and
// not what the sentence spoke of before.
func (r *reader) given(s *site, st statement) (statement, bool) {
	left := trimReach(withoutBrackets(s.left))
	if s.tok.q.Kind != "amount" || s.measure != "level" || len(left) == 0 || len(s.right) == 0 {
		return st, false
	}
	if last := left[len(left)-1]; last.kind != word || !startsWithAny(last.text, giving) && !(last.text == "了" && len(left) > 1 && startsWithAny(left[len(left)-2].text, giving)) {
		return st, false
	}
	noun := headWord(s.right)
	if noun == "" || !strings.HasPrefix(s.right[0].pos, "n") && s.right[0].text != "的" {
		return st, false
	}
	st.known, st.form, st.time, st.text, st.happened = true, "level", "flow", noun, true
	return st, true
}

// sharedNoun reads what a share is of where it stands behind it: 超过六成的工业营业收入, 96%的县域.
func (r *reader) sharedNoun(s *site) (statement, bool) {
	var toks []token
	for _, t := range s.right {
		if t.kind == figure || t.kind == dun || t.kind == word && len(toks) > 0 && t.is(conj|up|down|event|reach|rank|newness) && !isName(t.text) {
			break
		}
		if t.kind == word && (t.text == "的" || t.text == "以上" || t.text == "以下") && len(toks) == 0 {
			continue
		}
		toks = append(toks, t)
	}
	s.base = join(toks)
	hits := indicator.Nouns(s.base)
	named, found := indicator.Head(s.base)
	if len(hits) == 0 || found && named.Start <= hits[0].Start && (named.Start < hits[0].Start || named.End > hits[0].End) {
		if st, ok := r.nameOf(toks, s.tok.q); ok && st.known {
			return st, true
		}
	}
	if len(hits) == 0 {
		return statement{code: "other", text: s.base}, true
	}
	n := hits[0]
	s.base = s.base[:n.End]
	st := statement{known: true, code: n.Entry.Code, form: "rate", time: "stock", text: s.base, head: n.Entry.Text, counter: n.Entry.Text}
	r.modifiers(&st, toks, s.base[:n.Start])
	return st, true
}

// standing are the groups that stand whatever they did: 39个县实现生产总值….
var standing = map[string]bool{"region_count": true, "park_count": true, "enterprise_count": true, "institution_count": true, "chain_count": true, "cluster_count": true}

func (r *reader) eventIn(toks []token) bool {
	for _, t := range toks {
		if t.kind == word && t.is(event|newness) && !t.is(exist) && !attributive[t.text] {
			return true
		}
	}
	return false
}

// onOneDay tells of the news of a day.
func (r *reader) onOneDay() bool {
	p := r.sentence.period
	return r.Report.Kind == "" && r.sentence.has && !r.sentence.stock && p.Kind == period.During && p.Start == p.End
}

// listOn tells whether the list of counts goes on at a figure behind: 54个县512个乡镇遭受暴雨, 36个国家和7个国际组织参加.
func (r *reader) listOn(s *site, i int) bool {
	switch s.right[i].q.Kind {
	case "name", "grade", "bare":
		return true // 186家世界500强企业参会
	}
	if i == 0 || s.right[i].q.Kind != "count" {
		return false
	}
	before := s.right[i-1]
	return before.kind == dun || before.is(conj) || before.text == "等" || before.kind == word && strings.HasPrefix(before.pos, "n") && before.end == s.right[i].start
}

// ofTheYear tells of a 全年 in the figure's clause: 全年3万家企业完成改造.
func (r *reader) ofTheYear() bool {
	for _, t := range r.leftTokens {
		if t.kind == time && strings.HasSuffix(t.text, "全年") {
			return true
		}
	}
	return false
}

// actsOnNext tells of a verb that begins the next member of a list and is of its figure.
func actsOnNext(toks []token) bool {
	if len(toks) == 0 || !toks[0].is(event|newness) {
		return false
	}
	for _, t := range toks {
		if t.kind == figure || t.kind == comma || t.kind == dun {
			return t.kind == figure
		}
	}
	return false
}

func (r *reader) eventAround(s *site) bool {
	if r.eventIn(s.left) {
		return true
	}
	if holdsAny(join(s.right), underWay()) {
		return false
	}
	for i, t := range s.right {
		if t.kind == comma || t.kind == figure && !r.listOn(s, i) || t.kind == dun && actsOnNext(s.right[i+1:]) {
			break // 入园企业49家、开工项目12个
		}
		if t.kind == word && (t.is(event) && !t.is(exist) || strings.HasPrefix(t.text, "完成")) {
			return true
		}
	}
	return false
}

// namedAfter reads 1600余万元奖补资金: the name behind an amount.
func (r *reader) namedAfter(s *site, st statement) (statement, bool) {
	var toks []token
	for _, t := range s.right {
		if t.kind == figure || t.kind == dun || t.kind == word && t.is(up|down|upto|share|rank|resp) {
			break
		}
		toks = append(toks, t)
	}
	phrase := join(withoutBrackets(toks))
	hits := indicator.Terms(phrase)
	if len(hits) == 0 {
		return st, false
	}
	h := hits[0]
	for _, x := range hits[1:] {
		if x.Start == h.End || x.Start > h.End && strings.HasPrefix(phrase[h.End:], "的") {
			h = x
		}
	}
	if s.tok.q.Kind == "duration" && !fits(h.Entry.Code, s.tok.q.Unit.Code) {
		return st, false
	}
	t := h.Entry
	st.known, st.code, st.form, st.time, st.text, st.head = true, t.Code, t.Form, t.Time, t.Text, t.Text
	st.industry, st.qualifier = t.Industry, t.Qualifier
	r.modifiers(&st, withoutBrackets(toks), phrase[:h.Start])
	return st, true
}

// clauseBefore reads the noun phrase of a clause before, where no figure stands between.
func (r *reader) clauseBefore(s *site) (statement, bool) {
	first := 0
	for first < len(r.toks) && r.toks[first].start < s.tok.start {
		first++
	}
	j := first - 1
	for j >= 0 && r.toks[j].kind != comma {
		if r.toks[j].kind == semi || r.toks[j].kind == stop || r.toks[j].kind == figure && r.counts(j) {
			return statement{}, false
		}
		j--
	}
	if j <= 0 {
		return statement{}, false
	}
	for range farthestClause {
		k := j
		for k > 0 && r.toks[k-1].kind != comma && r.toks[k-1].kind != semi && r.toks[k-1].kind != stop {
			if r.toks[k-1].kind == figure && r.counts(k-1) {
				return statement{}, false
			}
			k--
		}
		if st, ok := r.nameOf(r.toks[k:j], s.tok.q); ok || s.measure != "growth" && s.measure != "change" || k == 0 || r.toks[k-1].kind != comma {
			return st, ok
		}
		j = k - 1
	}
	return statement{}, false
}

// farthestClause is how many clauses without a figure may stand between the name of what grew and by how much.
const farthestClause = 3

// carry gives a statement what its sentence has said before and does not repeat: the verb of the first of several
// counts, and which projects a sum is the investment of.
func (r *reader) carry(st *statement, s *site) {
	was := r.lastCount
	if c := r.current; c != nil && c.newness && was == nil && (st.time == "count" || c.code == st.code && st.time == "stock") && !st.newness && !st.existing && !st.happened && r.partOf < 0 && r.namesOnly(s) {
		st.newness, st.qualifier = true, newnessOf(c.qualifier)+st.qualifier
	}
	if c := r.current; c != nil && c.newness && st.time == "stock" && !st.newness && !st.existing && len(s.left) > 0 && s.left[0].kind == dun {
		st.newness, st.qualifier = true, newnessOf(c.qualifier)+st.qualifier
	}
	if was != nil && was.code == "project_count" && st.head == "资金" && strings.Contains(r.text[r.start:s.tok.start], "引进") {
		st.code = "investment"
	}
	if st.time == "count" {
		defer func() { keep := *st; r.lastCount = &keep }()
	}
	if was == nil {
		if r.current != nil && st.time == "stock" && r.current.happened && r.current.code == st.code {
			st.happened = true
		}
		return
	}
	behind := len(s.right) == 0 || s.right[0].kind != word || r.memberOf(s)
	if st.time == "count" && behind && !st.newness && !st.existing && !st.happened && !r.timeBefore(s) && !hasWord(s.left, "总量", "总数", "突破", "达到") {
		st.happened, st.existing = was.happened, was.existing
		if was.newness && r.partOf < 0 && !strings.Contains(st.qualifier, "新") {
			st.newness = true
			st.qualifier = newnessOf(was.qualifier) + st.qualifier
		}
	}
	if was.time == "count" && was.code == "project_count" && (st.code == "investment" || st.code == "other" && s.tok.q.Kind == "amount") && st.head != "完成投资" {
		if st.qualifier == "" || strings.HasPrefix(st.head, st.qualifier) {
			st.qualifier = joinQualifiers(was.qualifier+was.counter, "", true)
		}
		st.existing, st.happened = was.existing && !was.happened, was.happened
		if st.industry == "" {
			st.industry, st.sector = was.industry, was.sector
		}
	}
}

// namesOnly tells of a member of a list with commas that is a name and a figure and nothing else: 新增道路12公里，桥梁45座.
func (r *reader) namesOnly(s *site) bool {
	if len(s.left) == 0 || len(s.left) > 3 || len(s.right) > 0 {
		return false
	}
	for _, t := range s.left {
		if t.kind != word || !strings.HasPrefix(t.pos, "n") || t.is(event|newness|reach|exist|up|down) {
			return false
		}
	}
	return true
}

// memberOf tells of a figure that goes on with a list: 建设10个中心和35个食堂.
func (r *reader) memberOf(s *site) bool {
	n := len(s.left)
	if n == 0 || s.left[n-1].kind != dun && !s.left[n-1].is(conj) || r.eventIn(s.left) {
		return false
	}
	return s.left[0].kind == word && s.left[0].start > r.start && r.lastMeasured >= 0 && r.toks[r.lastMeasured].end == s.left[0].start
}

// newnessOf is the verb of newness a qualifier begins with.
func newnessOf(q string) string {
	for _, w := range []string{"新增", "新登记", "新设立", "新设", "新引进", "新签约", "新开工", "新认定", "新建", "新培育", "新"} {
		if strings.HasPrefix(q, w) {
			return w
		}
	}
	return ""
}

// inherit lets a predicate without a noun phrase of its own speak of the statement before it.
func (r *reader) inherit(st statement, s *site) statement {
	out := *r.current
	if code := s.tok.q.Unit.Code; out.code == "region_count" && s.measure == "level" && (code == "person" || code == "household" || s.tok.q.Unit.Surface == "户") {
		if who, did := r.peopleWho(s, statement{region: out.region}); did && who.code != "population" {
			return who // 来自42个国家的1400多人参会
		}
		return statement{known: true, code: "population", form: "level", time: "stock", unit: "household", region: out.region} // those who live there
	}
	if part := strings.TrimPrefix(join(trimReach(withoutBrackets(s.nounPhrase))), "其中"); half(part, s.tok.q) {
		out.qualifier = part
	}
	if st.region != "" {
		out.region = st.region
	}
	if q := s.tok.q; s.measure == "level" && q.Kind == "count" && len(s.right) > 0 && s.right[0].kind == word && out.measureWord != measureOf(q) {
		return statement{code: countedBy(q), time: "count", form: "level", region: st.region, happened: st.happened || out.happened, existing: st.existing}
	}
	if s.measure == "change" && !fits(out.code, s.tok.q.Unit.Code) {
		return statement{region: out.region, subject: out.subject, subjectKind: out.subjectKind}
	}
	if s.measure == "level" {
		out.existing = out.existing || st.existing || s.arrived
		out.happened = out.happened || st.happened
		if st.qualifier != "" {
			out.qualifier = st.qualifier
		}
		if !fits(out.code, s.tok.q.Unit.Code) && s.tok.q.Kind == "count" && r.lastCount != nil {
			keep := *r.lastCount
			keep.region = out.region
			return keep
		}
		if sum := r.sumTold(s); sum != nil && !fits(out.code, s.tok.q.Unit.Code) {
			keep := *sum
			keep.region = out.region
			return keep
		}
		if !fits(out.code, s.tok.q.Unit.Code) {
			out = statement{region: out.region, subject: out.subject, subjectKind: out.subjectKind, qualifier: out.qualifier, industry: out.industry, sector: out.sector}
		}
	}
	return out
}

// sumTold is the sum that the sentence has told of others: 拨付甲省3亿元，拨付乙、丙等8省5亿元.
func (r *reader) sumTold(s *site) *statement {
	for i := len(r.told) - 1; i >= 0 && s.tok.q.Kind == "amount"; i-- {
		if t := &r.told[i]; money[t.code] && len(s.left) == 0 {
			return t
		}
	}
	return nil
}

// entityIn finds the name that a noun phrase begins with.
func (r *reader) entityIn(toks []token) (name, kind string) {
	for len(toks) > 0 && (toks[0].kind != word && toks[0].kind != where && toks[0].kind != quote || toks[0].is(among|conj|reach|aim|expect|event)) {
		toks = toks[1:]
	}
	if len(toks) == 0 || toks[0].start == 0 && toks[0].end == 0 {
		return "", ""
	}
	for i := range r.toks {
		if r.toks[i].start != toks[0].start {
			continue
		}
		name, kind, next := r.entityAt(i)
		if name == "" || next < len(r.toks) && !actsNext(r.toks[next], kind) || kind != "enterprise" && kind != "institution" && kind != "park" {
			return "", ""
		}
		return name, kind
	}
	return "", ""
}
