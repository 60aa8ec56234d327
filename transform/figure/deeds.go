package figure

import (
	"slices"
	"strconv"
	"strings"

	"yiyuan/transform/period"
)

// What the news counts without a time has happened or is there. Of people and things that are sent, given or taken, any verb before their number
// that is no word for how things are tells of a deed: 筹措了3台测温仪, 派出200支工作队. What is built or brought up stays there, but what the news
// says was founded or put out was so at some time.

// deedBefore tells of such a verb in the clause before the number, the nearest that is not within what describes a noun: 取消了设卡的300个关口 is
// on what was 取消.
func (r *reader) deedBefore(s *site) bool {
	clause := r.clauseSoFar(s)
	if slices.ContainsFunc(clause, func(t token) bool {
		return ableTo().has(t.text) || t.kind == word && strings.HasPrefix(t.text, "可")
	}) {
		return false
	}
	described := false
	for i := len(clause) - 1; i >= 0; i-- {
		switch t := &clause[i]; {
		case t.text == "的":
			described = true
		case t.kind != word || t.text == "了" || t.text == "共":
		case stateVerbs().has(t.text) || gathered().has(t.text) || t.is(exist) || strings.HasSuffix(t.text, "有"):
			return false
		case passingVerbs().has(t.text) && !described:
			return true
		case attributive()[t.text] || t.is(reach|copula|up|down|upto|downto|share) || !t.is(event) && t.pos != "v" && !(i+1 < len(clause) && clause[i+1].text == "了"):
		case described:
			described = false
		default:
			finished := i+1 < len(clause) && clause[i+1].text == "了"
			return foundingVerbs().has(t.text) || !standingVerbs().has(t.text) && (r.movable(s) || finished && (r.ofOneYearTold() || r.sinceLately()))
		}
	}
	return false
}

// deedBehind tells of what those who are counted did, by a verb that is finished or ends their clause: 30件文物顺利回国, 9万居民告别了旧房. What
// stands before a 的 only describes them, and what goes on is not done.
func (r *reader) deedBehind(s *site, st statement) bool {
	if s.measure != "level" || s.tok.q.Kind != "count" || st.code == "population" || r.status() != "actual" || hasWord(s.left, "已", "累计") {
		return false
	}
	end := clauseEnd(s.right)
	own := s.right[:end]
	if holdsAny(join(own), underWay()) || slices.ContainsFunc(own, func(t token) bool { return t.text == "的" || t.kind == dun || ableTo().has(t.text) }) {
		return false
	}
	for i := 1; i < len(own); i++ {
		if own[i].text == "了" && finishes(own[i-1]) {
			return true
		}
	}
	return len(own) > 1 && (end == len(s.right) || s.right[end].kind != figure) && finishes(own[end-1])
}

// finishes tells of a verb for what is over when it is done.
func finishes(t token) bool {
	if t.kind != word || t.is(up|down) || stateVerbs().has(t.text) {
		return false
	}
	return t.is(event) || t.pos == "v"
}

// ofOneYearTold tells of a sentence that names a year of its figures, or months of one: what it says was done is of those.
func (r *reader) ofOneYearTold() bool {
	p := r.sentence.period
	return r.sentence.has && !r.sentence.now && r.status() == "actual" && p.Kind == period.During && p.Start.Year == p.End.Year && p.Start.Before(p.End)
}

// sinceLately tells of a sentence on the time since a day of this year or the last: 自去年夏天以来，打井200眼.
func (r *reader) sinceLately() bool {
	p := r.sentence.period
	return r.sentence.has && r.sentence.since && r.Report.Kind == "" && r.status() == "actual" && p.End == r.Reference && p.End.Year-p.Start.Year == 1
}

// movable tells of people, animals and things that are sent, given or taken, by their measure word.
func (r *reader) movable(s *site) bool {
	return s.tok.q.Unit.Code == "person" || sentOnes().has(s.tok.q.Unit.Surface)
}

// sumsSince tells of the sum of what has been done since a time that is not told: 近年来，累计培训2万人.
func (r *reader) sumsSince(s *site, st statement) bool {
	if r.Report.Kind != "" || r.sentence.has && r.sentence.now || st.time == "stock" && !st.happened {
		return false
	}
	if s.arrived || r.justReached() || hasWord(s.left, possessed().words...) {
		return false
	}
	return s.tok.start >= r.start && r.summedUp(s) && holdsAny(r.text[r.start:s.tok.start], sinceWhen())
}

var (
	sentOnes      = phrases("measure words of what is sent")
	foundingVerbs = phrases("founding verbs")
	ableTo        = phrases("able to")
	sinceWhen     = phrases("since a time untold")
)

// did tells of a verb of doing beside the figure: of what was done, not of what has since been there.
func (r *reader) did(s *site) bool {
	return r.verbBeside(s, func(w string) bool { return !standingVerbs().has(w) }) && !holdsAny(join(s.right), underWay())
}

// underWay are words for what is going on: 2000多个项目正全面推进.
var underWay = phrases("under way")

// leftStanding tells of a verb that leaves what it counts standing.
func (r *reader) leftStanding(s *site) bool {
	return r.hasVerb(s, standingVerbs)
}

// formed tells of what the years of a review have brought forth and still have: 五年来，培育形成6个产业集群, 建成创新平台420家. How many schools
// or villages were built in them is of the years.
func (r *reader) formed(s *site, st statement) bool {
	return r.verbBeside(s, func(w string) bool { return formingVerbs().has(w) || w == "建成" && grouping[st.code] })
}

// formedBy tells of those that the news says are to be brought forth by a year, and are there at its end: 到2025年，培育形成小巨人企业1万家.
func (r *reader) formedBy(s *site, st statement) bool {
	if r.Report.Kind != "" || r.status() == "actual" || !standing[st.code] || !r.sentence.has {
		return false
	}
	year := strconv.Itoa(r.sentence.period.End.Year) + "年"
	said := r.saidBefore(s)
	at := max(strings.LastIndex(said, "到"+year), strings.LastIndex(said, "至"+year))
	return at >= 0 && holdsAny(said[at:], formingVerbs())
}

// grouping are what firms come together in.
var grouping = map[string]bool{"platform_count": true, "cluster_count": true, "park_count": true, "chain_count": true}

var formingVerbs = phrases("forming verbs")

// hasVerb tells of a verb of a list beside the figure.
func (r *reader) hasVerb(s *site, list func() *phraseList) bool {
	return r.verbBeside(s, func(w string) bool { return list().has(w) })
}

func (r *reader) verbBeside(s *site, is func(string) bool) bool {
	for i, t := range s.left {
		if t.kind == word && t.is(event) && !t.is(exist) && !attributive()[t.text] && is(t.text) && !namesMakers(s.left[i:]) {
			return true
		}
	}
	for i, t := range s.right {
		if t.kind == comma || t.kind == figure && !r.listOn(s, i) {
			break
		}
		if t.kind == word && t.is(event) && !t.is(exist) && is(t.text) {
			return true
		}
	}
	return false
}

// namesMakers tells of a verb of making that only says what the firms behind it do: 眼镜生产|企业.
func namesMakers(toks []token) bool {
	return len(toks) == 2 && waysOfMaking().has(toks[0].text) && firmsTold().has(toks[1].text)
}

// standingVerbs are verbs whose outcome stands: 建成12个园区, 覆盖31个省.
var standingVerbs = phrases("standing verbs")
