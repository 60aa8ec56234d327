package figure

import (
	"slices"
	"strings"
	"unicode/utf8"

	"yiyuan/transform/indicator"
)

// This file tells of numbers that count nothing: sets that are always so many, sessions and trains that are numbered, things named by a
// round sum.

// fixedSet tells of a numeral in words that counts nothing: 四大名校, 这两条河, 三个试点之一, 数十个品牌, 两次来访.
func (r *reader) fixedSet(i int) (string, bool) {
	t := r.toks[i]
	if t.q.Unit.Surface == "次" && i > 0 && often()[r.toks[i-1].text] && r.adverbial(i) {
		return "how often something is done", true // 先后4次到
	}
	if t.q.Kind == "count" && t.q.Arabic && r.joinsSet(i) {
		return "one of a set", true
	}
	if t.q.Kind != "count" && t.q.Kind != "physical" && t.q.Kind != "amount" || t.q.Arabic {
		return "", false
	}
	after := r.text[t.end:r.end]
	clause := firstClause(after)
	graded := startsWithAny(after, gradesOfSum()) // a set that is measured
	switch {
	case strings.HasPrefix(t.text, "数") || strings.Contains(t.text, "几"):
		return "vague number", true
	case t.q.Kind != "count":
		return "", false
	case t.q.Unit.Surface == "大" && !graded:
		return "number of a fixed set", true
	case startsWithAny(after, companions()):
		return "persons of a scene", true
	case i > 0 && named[r.toks[i-1].text], r.sumsUpNamed(i):
		return "number of things named before", true
	case !graded && oneOfThem(clause):
		return "one of a set", true
	case strings.HasPrefix(after, "班子"), t.q.Unit.Surface == "种" && sortsOfOutput(clause):
		return "number of a fixed set", true
	case t.q.Unit.Surface == "次" && r.adverbial(i), t.q.Unit.Surface == "批" && !strings.HasPrefix(after, "次"):
		return "how often something is done", true
	}
	return "", false
}

// sumsUpNamed tells of a small number that opens its clause and takes together what has been named before: 两项均居全省第一, 两家合计占六成.
func (r *reader) sumsUpNamed(i int) bool {
	if i == 0 || !r.toks[i-1].kind.pauses() && r.toks[i-1].kind != quote {
		return false
	}
	after := r.text[r.toks[i].end:r.end]
	return summedUpBy().has(r.toks[i].q.Unit.Surface) && startsWithAny(after, summingUp())
}

// summedUpBy are the measure words of such a number, summingUp what follows it.
var summedUpBy, summingUp = phrases("summed up by"), phrases("summing up")

// joinsSet tells of the number of a set that one thing has come to belong to: 列为23个物流枢纽承载城市之一.
func (r *reader) joinsSet(i int) bool {
	clause := firstClause(r.text[r.toks[i].end:r.end])
	return strings.Contains(clause, "之一") && holdsAny(join(trimReach(r.leftOf(i))), joiningSets())
}

// joiningSets are verbs for coming to be one of a set.
var joiningSets = phrases("joining sets")

// gradesOfSum begin the names of those told by the sum that they have come to: 三个千亿产业.
var gradesOfSum = phrases("grades of sums")

// blocs are groups of nations whose names go on with how many they are.
var blocs = phrases("blocs")

// companions are those whom only stories of persons count: 他的三个儿子.
var companions = phrases("companions")

// often are the adverbs before how often something was done.
var often = phraseSet("how often")

// named are the words that stand before the number of things told of before, or of the first of a row.
var named = map[string]bool{"这": true, "那": true, "前": true, "上述": true}

// adverbial tells of a number of times that stands before its verb, not behind it: 三次来到.
func (r *reader) adverbial(i int) bool {
	if i == 0 || i+1 >= len(r.toks) {
		return i == 0
	}
	p := r.toks[i-1]
	return p.kind != word || p.class == 0 && !strings.HasPrefix(p.pos, "v")
}

// perHeads tells of a 千人拥有医生6.5人 or 百户拥有汽车12辆, which counts for so many people or families.
func (r *reader) perHeads(i int) bool {
	t := r.toks[i]
	if t.q.Arabic || t.q.Unit.Code != "person" && t.q.Unit.Surface != "户" || len(r.leftOf(i)) > 0 || i+1 >= len(r.toks) {
		return false
	}
	if next := r.toks[i+1]; next.kind != word || next.is(event) && next.text != "拥有" {
		return false
	}
	owns := t.q.Unit.Code == "person"
	for _, n := range r.rightOf(i) {
		if n.kind == figure {
			return owns
		}
		owns = owns || strings.Contains(n.text, "拥有") // 百户重点企业和50户
	}
	return false
}

// outdone tells of the aim that a growth is told to be above or below by so much: 高于年初6%的目标1.2个百分点.
func (r *reader) outdone(i int) bool {
	if r.toks[i].q.Kind != "percent" || i+3 >= len(r.toks) || r.toks[i+1].text != "的" {
		return false
	}
	if !slices.ContainsFunc(r.leftOf(i), func(t token) bool { return t.is(faster | slower) }) {
		return false
	}
	j := i + 2
	for j < len(r.toks) && r.toks[j].kind == word && j < i+6 {
		j++
	}
	if j == len(r.toks) || r.toks[j].kind != figure || r.toks[j].q.Kind != "pp" {
		return false
	}
	return holdsAny(r.text[r.toks[i].end:r.toks[j].start], aimsOrPlans())
}

// aimsOrPlans are words for what is aimed at or planned.
var aimsOrPlans = phrases("aims or plans")

// runsToTimetable tells of the number of a train or flight: 1525次国际旅客列车.
func runsToTimetable(after string) bool {
	for _, vehicle := range numberedVehicles().words {
		if at := strings.Index(after, vehicle); at >= 0 && at <= len("国际旅客") {
			return true
		}
	}
	return false
}

// numberedVehicles are what runs by a number.
var numberedVehicles = phrases("numbered vehicles")

// calculatedAt tells of 按有效成份100%计算.
func (r *reader) calculatedAt(i int) bool {
	return strings.Contains(r.text[r.start:r.toks[i].start], "按") && startsWithAny(r.text[r.toks[i].end:r.end], reckoningAt())
}

// reckoningAt are verbs for reckoning by a strength.
var reckoningAt = phrases("reckoning at")

// herds are measure words by whose round numbers bases and villages are named: 千人劳务基地, 万头猪场.
var herds = map[string]bool{"人": true, "户": true, "头": true, "只": true, "羽": true}

// namedBySize are those, by their codes.
var namedBySize = map[string]bool{"platform_count": true, "region_count": true, "park_count": true}

// sizesOf tells of 千亩蓝莓园, where a round number of land is the name of what stands behind it.
func (r *reader) sizesOf(i int) bool {
	q := r.toks[i].q
	if !q.Magnitude || q.Kind != "physical" && !herds[q.Unit.Surface] || q.Bound != "exact" || i+1 >= len(r.toks) {
		return false
	}
	n := r.toks[i+1]
	if q.Kind == "count" {
		noun := indicator.Nouns(r.text[n.start:r.end])
		if len(noun) == 0 || noun[0].End >= 24 || !namedBySize[noun[0].Entry.Code] {
			return false
		}
		return !strings.ContainsAny(r.text[n.start:n.start+noun[0].Start], "，、；。")
	}
	return n.kind == word && (strings.HasPrefix(n.pos, "n") || n.text == "示范") && !boundWords()[n.text]
}

// oneOfThem tells of a clause that soon says that something is one of a set: 三个城市之一, not 下降百分之一.
func oneOfThem(clause string) bool {
	at := strings.Index(clause, "之一")
	return at >= 0 && at < 60 && !strings.HasSuffix(clause[:at], "分")
}

// sortsOfOutput tells of words before the first digit of a clause that end in the name of an output, which is of so many sorts: 猪牛羊禽四种|肉产量5400吨, 十种|有色金属产量增长3%.
func sortsOfOutput(clause string) bool {
	at := strings.IndexAny(clause, "0123456789")
	if at <= 0 {
		return false
	}
	name := clause[:at]
	hit, ok := indicator.Head(name)
	return ok && hit.Entry.Code == "output_volume" && utf8.RuneCountInString(name[hit.End:]) < longestLead
}
