package figure

import (
	"strings"
	"unicode/utf8"

	"yiyuan/transform/place"
)

// This file places what runs through several places, and the part of it that lies in one: a railway is of the smallest place that holds both
// its ends, its 江苏段 of 江苏.

// meetEnds lets the smallest place that holds both ends of a line own what the sentence tells, and tells whether the place at token i is such an
// end: 绵竹至茂县的公路, 滇藏铁路丽江至香格里拉段.
func (r *reader) meetEnds(i int) bool {
	if r.Report.Kind != "" {
		return false
	}
	if i < r.lineEnd {
		return true
	}
	if i+2 >= len(r.toks) || !isTo[r.toks[i+1].text] {
		return false
	}
	last := i + 2
	for r.toks[last].kind == where && last+1 < len(r.toks) && r.toks[last+1].kind == where && r.toks[last+1].start == r.toks[last].end {
		last++
	}
	first := r.breathOf(i)
	if first > 0 && (r.toks[first-1].text == "从" || r.toks[first-1].text == "由") || !namesLine(r.text[r.toks[last].end:r.end]) {
		return false
	}
	if r.toks[last].kind != where && (r.toks[last].kind != word || r.toks[last].class != 0) {
		return false
	}
	code := r.endOf(r.toks[i].at)
	if r.toks[last].kind == where {
		code = holderOf(code, r.endOf(r.toks[last].at))
	} else if code != "" {
		code = code[:2] + "0000" // its other end is no place we know
	}
	if code == "" && r.local() {
		code = "100000"
	}
	if code == "" || !r.local() && !place.Contains(r.home, code) {
		return false
	}
	r.lineEnd = last + 1
	r.clause.region, r.sentence.region = code, code
	switch {
	case !r.local():
	case code == "100000":
		r.line.region, r.scene, r.at = "", "", ""
	default:
		r.line.region = code
	}
	return true
}

// endOf is the code of a place that a line runs from or to: there the short name of a county is one, though it is told by nothing else.
func (r *reader) endOf(m *place.Match) string {
	if code := r.regionOf(m); code != "" || len(m.Candidates) != 1 {
		return code
	}
	return m.Candidates[0]
}

// behindEnds leaves out the ends of a line: 辽宁沈阳至吉林白城的铁路 is of neither of them.
func (r *reader) behindEnds(toks []token) []token {
	n := placesFrom(toks, 0)
	if r.lineEnd == 0 || n == 0 || n == len(toks) || !isTo[toks[n].text] {
		return toks
	}
	return toks[placesFrom(toks, n+1):]
}

// placesFrom is where the places end that stand in one breath from token i on.
func placesFrom(toks []token, i int) int {
	for i < len(toks) && toks[i].kind == where {
		i++
	}
	return i
}

// leadsOn takes the story from the place that a text names first to what holds a line from there to the next place, and tells where that ends; 0
// for no line.
func (r *reader) leadsOn(text string, places []place.Match) int {
	if r.leadsAway(text, places[0]) {
		return places[0].End
	}
	if len(places) < 2 || !r.local() || !isTo[text[places[0].End:places[1].Start]] {
		return 0
	}
	last := lastInBreath(places[1:])
	if !namesLine(text[last.End:]) {
		return 0
	}
	r.scene = holderOf(r.endOf(&places[0]), r.endOf(&last))
	r.sceneAt, r.line.region = r.lineStart, r.scene
	return last.End
}

// leadsAway takes the story to the province of the place that a line runs from, where its other end is no place we know: 潍坊至某地高铁.
func (r *reader) leadsAway(text string, from place.Match) bool {
	after := text[from.End:]
	to := trimAhead(after, "至", "到")
	code := r.resolve(&from)
	if !r.local() || code == "" || code == "100000" || from.Kind != place.KindRegion || endsWithAny(text[:from.Start], []string{"从", "由"}) {
		return false
	}
	if to == after || !namesLine(to) {
		return false
	}
	if next := place.Scan(to[:min(len(to), farthestLine*3)]); len(next) > 0 {
		return false
	}
	r.scene = code[:2] + "0000"
	r.sceneAt, r.line.region = r.lineStart, r.scene
	return true
}

// isTo are words between the ends of a line.
var isTo = map[string]bool{"至": true, "到": true, "—": true, "-": true, "－": true, "——": true}

// namesLine tells of a text that begins with what a line is called behind its ends.
func namesLine(after string) bool {
	n := 0
	for i := range after {
		if n++; n > farthestLine || startsWithAny(after[i:], []string{"，", "。", "、", "；", "（"}) {
			return false
		}
		if startsWithAny(after[i:], lineNames()) {
			return !strings.HasPrefix(after[i:], "段时间")
		}
	}
	return false
}

const farthestLine = 10

// runsFrom takes a sentence in the news of no one place that tells where works begin and end for told of the smallest place that holds all it
// names: 工程起自新疆乌恰县，经甘肃至宁夏中卫.
func (r *reader) runsFrom(text string) {
	if r.Report.Kind != "" || !r.local() || !holdsAny(text, startOfLines()) {
		return
	}
	var ends []string
	for _, m := range r.known.Scan(text) {
		code := r.resolve(&m)
		switch n := len(ends); {
		case m.Kind == place.KindGroup || code == "" || code == "100000":
		case n > 0 && (place.Contains(ends[n-1], code) || place.Contains(code, ends[n-1])):
			ends[n-1] = code
		default:
			ends = append(ends, code)
		}
	}
	if len(ends) < 2 {
		return
	}
	all := ends[0]
	for _, code := range ends[1:] {
		if all = holderOf(all, code); all == "" {
			all = "100000"
			break
		}
	}
	r.sentence.region, r.lineEnd = all, len(r.toks)
}

// behindReceivers leaves out the places that another does something for in the news: 为包头、呼和浩特地区发送煤炭.
func (r *reader) behindReceivers(toks []token) []token {
	if r.Report.Kind != "" || len(toks) < 3 || toks[1].kind != where || r.sentence.region == "" {
		return toks
	}
	if toks[0].text == "来自" && toks[1].text == "全国" {
		return toks[2:]
	}
	if !receiving[toks[0].text] || toks[1].at.Kind != place.KindRegion {
		return toks
	}
	n := 1
	for n+1 < len(toks) && (toks[n].kind == where || toks[n].kind == dun || toks[n].is(conj) || toks[n].text == "地区" || toks[n].text == "等" || toks[n].text == "等地") {
		n++
	}
	return toks[n:]
}

// behindAiders leaves out those of another place who do something for the one that owns a figure, or build something there: 辽宁医疗队接管的武汉
// 某医院, 上海市在某县建起了.
func (r *reader) behindAiders(toks []token) []token {
	if r.Report.Kind != "" || len(toks) == 0 || toks[0].kind != where {
		return toks
	}
	if n := aidedAt(toks); n > 0 {
		return toks[n:]
	}
	for n := 2; n < len(toks); n++ {
		if toks[n-1].text == "在" && toks[n].kind == where && r.builtAt(r.regionOf(toks[0].at), toks[n:]) {
			return toks[n:]
		}
	}
	return toks
}

// builtAt tells of the place in which those of another have built something, at the head of toks.
func (r *reader) builtAt(by string, toks []token) bool {
	last := placesFrom(toks, 0) - 1
	code := r.regionOf(toks[last].at)
	if code == "" || code == "100000" || by == "" || by == "100000" || place.Contains(by, code) || place.Contains(code, by) {
		return false
	}
	return startsWithAny(r.text[toks[last].end:r.end], aidingDeeds())
}

// aidedAt is the place that people of the place at the head of a clause do something for; 0 where there is none.
func aidedAt(toks []token) int {
	if len(toks) == 0 || toks[0].kind != where {
		return 0
	}
	for n, t := range toks {
		switch {
		case t.kind != word && t.kind != where:
			return 0
		case n > 2 && t.kind == where && toks[n-1].text == "的" && aiding().has(toks[n-2].text):
			return n
		}
	}
	return 0
}

// receiving are words before whom something is done for.
var receiving = map[string]bool{"为": true, "向": true, "给": true}

// meetStretch lets the place that a part of a river, road or border is named after own the sentence: 汾河中游的清徐段, 自贸区烟台片区.
func (r *reader) meetStretch(i int, code string) bool {
	after := r.text[r.toks[i].end:r.end]
	if r.Report.Kind != "" || code == "" || code == "100000" || i == 0 {
		return false
	}
	if !startsWithAny(after, stretches()) && !reachBehind(after) || strings.HasPrefix(after, "段时间") {
		return false
	}
	if !r.local() && !place.Contains(r.home, code) {
		return false
	}
	r.clause.region, r.sentence.region = code, code
	if !holdsAny(r.text[r.toks[r.clauseStart(i)].start:r.toks[i].start], roads()) { // the whole road is told of next
		r.scene, r.sceneAt, r.at = code, r.lineStart, code
	}
	return true
}

// reachBehind tells of the reach of a river that a smaller place gives its name to, behind the one that holds it: 台头段水位 of 静海台头段水位.
func reachBehind(after string) bool {
	for _, w := range waterAt().words {
		if name, _, ok := strings.Cut(firstRunes(after, farthestReach), "段"+w); ok && name != "" && !strings.ContainsAny(name, "，。；、的") {
			return true
		}
	}
	return false
}

const farthestReach = 7

var waterAt = phrases("water at a reach")

// meetWorks lets the place within the name of works, a base or a port that opens a clause own that: 上汽宁德基地, 港珠澳大桥珠海口岸.
func (r *reader) meetWorks(i int, code string) bool {
	first := r.clauseStart(i)
	if r.Report.Kind != "" || code == "" || code == "100000" || first == i || !r.local() && !place.Contains(r.home, code) {
		return false
	}
	if !startsWithAny(r.text[r.toks[i].end:r.end], worksAt()) {
		return false
	}
	for first < i && (r.toks[first].kind == time || r.toks[first].kind == blank) {
		first++
	}
	name := r.text[r.toks[first].start:r.toks[i].start]
	if n := utf8.RuneCountInString(name); n < 2 || n > 10 {
		return false
	}
	for _, t := range r.toks[first:i] {
		if t.kind != word || t.class != 0 || utf8.RuneCountInString(t.text) > 1 && !startsWithAny(t.pos, []string{"n", "x", "j", "b", "eng", "zg"}) {
			return false
		}
	}
	r.clause.region, r.sentence.region = code, code
	return true
}

var (
	lineNames    = phrases("names of lines")
	startOfLines = phrases("start of lines")
	stretches    = phrases("stretches")
	worksAt      = phrases("works at a place")
)

// meetGate lets the gate, port or station that goods or people of the news come through own its sentence: 经某某铁路口岸进出境班列84列.
func (r *reader) meetGate(i int) {
	if r.Report.Kind != "" || r.toks[i].text != "经" && r.toks[i].text != "经由" || i+1 >= len(r.toks) || r.sentence.subject != "" {
		return
	}
	name, kind, next := r.entityAt(i + 1)
	if kind != "other" && kind != "platform" || next >= len(r.toks) || !startsWithAny(r.text[r.toks[next].start:r.end], throughGates()) {
		return
	}
	r.clause.subject, r.clause.kind = name, settledKind(kind)
	r.sentence.subject, r.sentence.kind = name, settledKind(kind)
	r.keepName(name, kind)
}

// throughGates are what is done at a gate that goods or people come through.
var throughGates = phrases("through gates")
