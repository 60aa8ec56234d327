package figure

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"yiyuan/transform/period"
)

// This file lets a count go on from the one before it: what is new as that was, and what the new ones bring the sum to.

// newlyTold tells of a verb of newness right before a level, or before the list it is in: 企业达到1013家，新增122家.
func (r *reader) newlyTold(s *site) bool {
	left := trimReach(r.listLeft(s))
	return s.measure == "level" && len(left) > 0 && left[len(left)-1].kind == word && left[len(left)-1].is(newness)
}

// listLeft is what stands before a figure, or before the list that it goes on with.
func (r *reader) listLeft(s *site) []token {
	if r.list != nil && r.listSite != nil {
		return r.listSite.left
	}
	return s.left
}

// newInList tells of one more member of a list that opened with what is new: 新增绿地20万平方米、停车位300个.
func (r *reader) newInList(st *statement, s *site) bool {
	c := r.current
	if len(s.left) == 0 || s.left[0].kind != dun || st.newness || st.existing {
		return false
	}
	if c == nil || !c.toldNew() {
		return false
	}
	if st.time != "stock" && (st.time != "count" || st.happened || r.partOf >= 0) {
		return false
	}
	return !hasWord(s.left, comingToAll().words...)
}

// comingToAll are words for how many there are in all, comingToAllNow also those that say it is so by now.
var comingToAll, comingToAllNow = phrases("coming to all"), phrases("coming to all")

// comeUpTo are verbs for what the number of all has come up to.
var comeUpTo = phrases("come up to")

// carry gives a statement what its sentence has said before and does not repeat: the verb of the first of several
// counts, and which projects a sum is the investment of.
func (r *reader) carry(st *statement, s *site) {
	was := r.lastCount
	anew := r.countedAnew(s)
	if !anew && r.newLikeLast(st, s) {
		st.newness, st.qualifier = true, newnessOf(r.current.qualifier)+st.qualifier
	}
	if r.newInList(st, s) {
		st.newness, st.qualifier = true, newnessOf(r.current.qualifier)+st.qualifier
	}
	if r.goesOnOfFirms(st, s) {
		st.qualifier = scaleOf(r.current.qualifier)
		if st.industry == "" {
			st.industry, st.sector = r.current.industry, r.current.sector
		}
	}
	if was != nil && was.code == "project_count" && st.head == "资金" && strings.Contains(r.saidBefore(s), "引进") {
		st.code = "investment"
	}
	if st.time == "count" {
		defer func() { keep := *st; r.lastCount = &keep }()
	}
	if was == nil {
		if c := r.current; c != nil && st.time == "stock" && c.happened && c.code == st.code && (c.newness || !wholeLength()[st.head]) {
			st.happened = true
		}
		return
	}
	if st.time == "count" && !anew && !s.arrived && r.goesOnCounting(st, s) && st.untold() && !r.timeBefore(s) && !hasWord(s.left, comingToAllNow().words...) && !hasWord(s.left, comeUpTo().words...) {
		st.happened, st.existing = was.happened, was.existing
		switch {
		case !was.newness || r.partOf >= 0 || newnessOf(st.qualifier) != "":
		case r.actsItself(s):
			st.happened = true
		default:
			st.newness = true
			st.qualifier = newnessOf(was.qualifier) + st.qualifier
		}
	}
	if was.time == "count" && was.code == "project_count" && st.sumLaidOut(s) {
		if s.tok.q.Unit.Code == "USD" && holdsAny(was.qualifier, []string{"外资", "外商"}) && startsWithAny(st.head, foreignCapital()) {
			st.code = "fdi" // 批准外资项目9个，合同金额3000万美元，实际到账资金900万美元
		}
		if st.qualifier == "" || strings.HasPrefix(st.head, st.qualifier) {
			st.qualifier = joinQualifiers(was.qualifier+was.counter, "", true)
		}
		st.existing, st.happened = was.existing && !was.happened, was.happened
		if st.industry == "" {
			st.industry, st.sector = was.industry, was.sector
		}
	}
}

// foreignCapital begin what is told of the capital of foreign projects, agreed on or come in.
var foreignCapital = phrases("foreign capital")

// countedAnew tells of a day named since the last figure, by which there are so many: 新设企业9400家；截至3月末，高新技术企业6800家.
func (r *reader) countedAnew(s *site) bool {
	for i := r.lastMeasured + 1; i > 0 && i < len(r.toks); i++ {
		switch t := &r.toks[i]; {
		case t.start >= s.tok.start:
			return false
		case t.kind == time && (t.e.Role == period.Stock || t.e.Role == period.Until):
			return true
		}
	}
	return false
}

// goesOnCounting tells of a count to which the verb of the one before it can be carried: 新建天桥5座、泵站3座.
func (r *reader) goesOnCounting(st *statement, s *site) bool {
	if len(s.right) == 0 || s.right[0].kind != word {
		return true
	}
	return r.memberOf(s) || r.countsOn(s) || r.lastCount.code == st.code && r.besideLast(s)
}

// untold tells of things of which it is not said whether they are new, there already or were dealt with.
func (st *statement) untold() bool { return !st.newness && !st.existing && !st.happened }

// newLikeLast tells of what is new as that is which the sentence has told last: 新增道路12公里，桥梁45座.
func (r *reader) newLikeLast(st *statement, s *site) bool {
	c := r.current
	if c == nil || !c.newness || r.lastCount != nil || !st.untold() || r.partOf >= 0 {
		return false
	}
	return (st.time == "count" || c.code == st.code && st.time == "stock") && r.namesOnly(s)
}

// sumLaidOut tells of a sum that the projects told before it take: 项目42个，总投资90亿元.
func (st *statement) sumLaidOut(s *site) bool {
	return (st.code == "investment" || st.code == "other" && s.tok.q.Kind == "amount") && st.head != "完成投资"
}

// actsItself tells of a clause that opens with a verb of its own before what is counted, which is not new by the one before it: 新建天桥5座，
// 迁移电杆80处.
func (r *reader) actsItself(s *site) bool {
	if len(s.left) < 2 || s.left[0].kind != word || !endsWithAny(r.text[r.start:s.left[0].start], []string{"，", "；", "、"}) {
		return false
	}
	t := s.left[0]
	return t.pos == "v" && !t.is(verbal|exist|reach) && s.left[1].text != "式" && s.left[1].text != "型"
}

// toldNew tells of what is new by its verb or by its own name: 城镇新增就业.
func (st *statement) toldNew() bool { return st.newness || strings.Contains(st.head, "新增") }

// namesOnly tells of a member of a list that is a name and a figure and nothing else: 新增道路12公里，桥梁45座.
func (r *reader) namesOnly(s *site) bool {
	name := s.left
	if len(name) > 1 && name[0].kind == dun {
		name = name[1:]
	}
	if len(name) == 0 || len(name) > 3 || len(s.right) > 0 {
		return false
	}
	for _, t := range name {
		if t.kind != word || !strings.HasPrefix(t.pos, "n") || t.is(event|newness|reach|exist|up|down) {
			return false
		}
	}
	return true
}

// wholeLength are names of how long the ways of a place are together, whatever was built of them.
var wholeLength = phraseSet("whole length of ways")

// besideLast tells of a count that follows the noun of the one before without a pause: 出台10项政策60条措施.
func (r *reader) besideLast(s *site) bool {
	if r.lastMeasured < 0 {
		return false
	}
	between := r.text[r.toks[r.lastMeasured].end:s.tok.start]
	if between == "" || between != join(s.left) || strings.Contains(between, "的") {
		return false
	}
	return !slices.ContainsFunc(s.left, func(t token) bool { return t.kind != word || t.class != 0 })
}

// memberOf tells of a figure that goes on with a list: 建设10个中心和35个食堂.
func (r *reader) memberOf(s *site) bool {
	n := len(s.left)
	if n == 0 || s.left[n-1].kind != dun && !s.left[n-1].is(conj) || r.eventIn(s.left) {
		return false
	}
	return s.left[0].kind == word && s.left[0].start > r.start && r.lastMeasured >= 0 && r.toks[r.lastMeasured].end == s.left[0].start
}

// countsOn tells of a clause that goes on counting with a number and what it counts and nothing else: 获得6枚金牌，4枚银牌.
func (r *reader) countsOn(s *site) bool {
	n := clauseEnd(s.right)
	if len(s.left) > 0 || n == 0 || n < len(s.right) && s.right[n].kind == figure || r.lastInSentence() == nil {
		return false
	}
	if !endsWithAny(r.text[r.start:s.tok.start], []string{"，", ","}) || !endsInNoun(join(s.right[:n])) {
		return false
	}
	for i, t := range s.right[:n] {
		if t.kind != word && t.kind != quote || t.is(reach|event|exist|up|down|upto|downto|share|rank|aim|expect) {
			return false
		}
		if modifier := i == 0 && n > 1 && t.pos == "v"; !modifier && !startsWithAny(t.pos, inNouns) { // 3个健身中心
			return false
		}
	}
	return true
}

// inNouns are the parts of speech of the words that what is counted is called by.
var inNouns = []string{"n", "b", "a", "x", "j", "l", "i", "vn"}

// newnessOf is the verb of newness a qualifier begins with.
func newnessOf(q string) string {
	for _, w := range newVerbs() {
		if strings.HasPrefix(q, w) {
			return w
		}
	}
	if strings.HasPrefix(q, "新") {
		return "新"
	}
	return ""
}

// newVerbs are the verbs of newness that begin with 新, the longest first.
var newVerbs = sync.OnceValue(func() []string {
	var verbs []string
	for w, parts := range vocabulary() {
		if parts&newness != 0 && strings.HasPrefix(w, "新") {
			verbs = append(verbs, w)
		}
	}
	slices.SortFunc(verbs, func(a, b string) int { return cmp.Or(len(b)-len(a), strings.Compare(a, b)) })
	return verbs
})

// sumsUpNew lets what the new ones told before have come to be all there are: 新认定高新技术企业150家，达到690家.
func (r *reader) sumsUpNew(st *statement, s *site) {
	if st.newness && s.tok.q.Kind == "count" && measureOf(s.tok.q) == st.measureWord && r.justReached() && s.noNameBefore() {
		st.newness, st.happened, st.existing = false, false, true
		st.qualifier = strings.TrimPrefix(st.qualifier, newnessOf(st.qualifier))
	}
}
