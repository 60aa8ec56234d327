package figure

import (
	"slices"
	"strings"

	"yiyuan/transform/indicator"
	"yiyuan/transform/place"
)

// This file tells a rank from an ordinal, and which field it is held in: 在全省84个县中居第3位.

// ranks tells a rank from an ordinal: a verb of ranking or a field of comparison stands before it.
func (r *reader) ranks(i int) bool {
	t := r.toks[i]
	if strings.HasSuffix(t.text, "强") || strings.HasSuffix(t.text, "佳") || strings.HasPrefix(r.text[t.end:r.end], "大类") {
		return false
	}
	if i+1 < len(r.toks) {
		switch next := r.toks[i+1]; {
		case next.kind == open && !(i > 0 && (isField(r.toks[i-1]) || r.toks[i-1].is(rank))):
			return false
		case t.text == "首位" && next.kind == word && next.text != "的":
			return false // 首位登上…的选手 is the first of the persons
		}
	}
	if r.leadersOf(i) {
		return false
	}
	if startsWithAny(t.text, saidByRank()) {
		return true // 产量占三成，居首
	}
	reach := 6
	if strings.HasPrefix(t.text, "第") && (strings.HasSuffix(t.text, "名") || strings.HasSuffix(t.text, "位")) {
		reach = 12 // 获得全国同类院校第1名
	}
	if i > 0 && isName(r.toks[i-1].text) {
		reach = 12 // 居全国城市新能源汽车产量第五
	}
	if last := r.lastInSentence(); last != nil && last.Measure == "rank" && strings.HasPrefix(r.text[last.End:t.start], "、") {
		reach = 12 // 列全省第四、沿海城市之外第一
	}
	if i > 0 && contests().has(r.toks[i-1].text) {
		reach = 12 // 获全省城乡园林绿化综合评比第一
	}
	for j := i - 1; j >= 0 && j > i-reach; j-- {
		p := r.toks[j]
		if p.kind.pauses() {
			return false
		}
		if p.kind == figure && p.q.Kind == "rank" {
			return true
		}
		if j == i-1 && p.text == "我" {
			return true // 我第一大贸易伙伴
		}
		if (j == i-1 && outOf(p.text) || j == i-2 && r.toks[i-1].text == "的" && r.outOfTime(j)) && r.risesTo(i) {
			return true
		}
		if p.is(rank) || isField(p) {
			return true
		}
	}
	return false
}

// outOf tells of a word before what a change sets out from.
func outOf(word string) bool { return word == "从" || word == "由" }

// outOfTime tells of the time that such a word stands before: 从2015年的第21位.
func (r *reader) outOfTime(j int) bool {
	t := &r.toks[j]
	return t.kind == time && (startsWithAny(t.text, []string{"从", "由"}) || j > 0 && outOf(r.toks[j-1].text))
}

// saidByRank begin ranks that say so themselves.
var saidByRank = phrases("ranks by themselves")

// contests are what a rank is won in.
var contests = phrases("contests")

// leadersOf tells of those at the head of a field, who do something together, and not of the rank of one: 世界排名前20位的船公司均设有办事处.
func (r *reader) leadersOf(i int) bool {
	if !strings.HasPrefix(r.toks[i].text, "前") || i+1 == len(r.toks) {
		return false
	}
	next := r.toks[i+1]
	if next.text == "的" && i+2 < len(r.toks) {
		next = r.toks[i+2]
	}
	if next.kind != word || next.class != 0 || !strings.HasPrefix(next.pos, "n") {
		return false
	}
	for j := i - 1; j >= 0; j-- {
		switch t := r.toks[j]; {
		case t.kind.pauses():
			return true
		case !isField(t) && t.kind != time && t.text != "在" && t.text != "排名" && t.text != "中":
			return false
		}
	}
	return true
}

// risesTo tells of the rank that a change of rank sets out from: 从第二十一位上升到第十三位.
func (r *reader) risesTo(i int) bool {
	for j := i + 1; j < len(r.toks) && j <= i+5; j++ {
		if t := r.toks[j]; t.kind == figure {
			return t.q.Kind == "rank"
		}
	}
	return false
}

// betterLess tells of what is the better the less there is of it: PM2.5浓度改善9%.
func betterLess(s *site) bool {
	if holdsAny(join(s.left), lessIsBetter()) {
		return true
	}
	last := s.r.lastInSentence() // 浓度分别为44微克、71微克，同比分别改善12%、11.3%
	return last != nil && holdsAny(last.IndicatorText, lessIsBetter()) && !holdsAny(last.IndicatorText, []string{"天数", "率"})
}

// lessIsBetter end the names of such.
var lessIsBetter = phrases("better when less")

// movesPlaces tells 上升3位 from 上升第3位.
func movesPlaces(s *site) bool {
	return (strings.HasSuffix(s.tok.text, "位") || strings.HasSuffix(s.tok.text, "个")) && !strings.HasPrefix(s.tok.text, "第")
}

// goesAhead tells of places won by a verb that says nothing else: 再进12位.
func goesAhead(s *site) bool {
	return len(s.left) > 0 && goingAhead().has(s.left[len(s.left)-1].text) && movesPlaces(s)
}

func readRank(s *site) {
	s.measure = "rank"
	if from := s.moveStart(); from >= 0 {
		s.field, s.nounPhrase = strings.TrimSuffix(join(s.left[from+1:len(s.left)-1]), "末位"), s.left[:from]
		return
	}
	if at := s.fieldAmong(); at >= 0 {
		s.rankedIn(at)
	} else if from, to := s.groupRanked(); from >= 0 {
		s.field, s.nounPhrase = join(s.left[from:to]), s.left[:from-1]
	} else if f := s.captured("field"); len(f) > 0 && !f[len(f)-1].is(upto|downto|rank) {
		switch s.field = join(f); {
		case f[0].text == "由" || f[0].text == "从":
			s.field = join(f[1:]) // 由全市第三位上升到第一位
		case len(f) > 1 && isField(f[0]) && (namesQuantity(f) || contests().has(f[len(f)-1].text)):
			s.rankedIn(s.caps.of("field").from)
			s.nounPhrase = f[1:] // 居全国造船量第三
		}
	} else if at := s.lastField(); at >= 0 {
		s.rankedIn(at)
	} else if from, at := s.placesCompared(); at >= 0 {
		s.field, s.nounPhrase = join(s.left[at:s.endOfField()]), s.left[:from]
	} else if last := s.r.lastFact(); onlyConj(s.left) && last != nil && last.Measure == "rank" && last.Start >= s.r.start {
		s.field = last.Qualifier // 居全国第一、二、五位
	}
}

// moveStart is where the place in words begins that a rank has moved up from, behind its 由 or 从: 增速由全省末位跃居第一; -1 where there is none.
func (s *site) moveStart() int {
	n := len(s.left)
	if n < 4 || !s.left[n-1].is(rank|upto) || !strings.HasSuffix(s.left[n-2].text, "末位") {
		return -1
	}
	return slices.IndexFunc(s.left, func(t token) bool { return t.text == "由" || t.text == "从" })
}

// namesQuantity tells of a phrase that ends in the name of a quantity.
func namesQuantity(toks []token) bool {
	name := join(toks)
	hit, ok := indicator.Head(name)
	return ok && hit.End == len(name)
}

// rankedIn takes the token at as the field of the rank, and what stands before it for what is ranked.
func (s *site) rankedIn(at int) {
	s.field, s.nounPhrase = s.left[at].text, s.left[:at]
	for n := len(s.nounPhrase); n > 0 && (amongHeads[s.nounPhrase[n-1].text] || n > 1 && movesFrom[s.nounPhrase[n-1].text]); n-- {
		s.nounPhrase = s.nounPhrase[:n-1]
	}
}

// groupRanked bounds the group that a rank is held in and that is told by its number: 在14个沿海城市中的排名; -1 where there is none.
func (s *site) groupRanked() (from, to int) {
	for i := len(s.left) - 1; i > 0; i-- {
		switch t := s.left[i]; {
		case t.text == "中" || t.text == "里":
			to = i
		case t.kind == figure && t.q.Kind == "count" && s.left[i-1].text == "在" && to > i+1 && (i == 1 || namesQuantity(s.left[:i-1])):
			return i, to
		case to == 0 && (!t.is(rank|reach|each|up|down|upto|downto) && !movesFrom[t.text] || strings.HasPrefix(t.text, "综合")):
			return -1, -1 // 在14个开发区中综合排名第3位
		}
	}
	return -1, -1
}

// lastField is where a field of comparison stands right before the rank or with only words of ranking between, -1 where none does:
// 在全国的位次上升到第9位.
func (s *site) lastField() int {
	for i := len(s.left) - 1; i >= 0; i-- {
		switch t := s.left[i]; {
		case isField(t) && (i+1 == len(s.left) || t.kind != where || t.at.Kind == place.KindGroup || i > 0 && s.left[i-1].text == "在"):
			return i
		case t.kind != word || !t.is(rank|reach|up|down|upto|downto) && t.text != "的":
			return -1
		}
	}
	return -1
}

// endOfField is where what stands before the words of ranking ends.
func (s *site) endOfField() int {
	n := len(s.left)
	for n > 0 && s.left[n-1].kind == word && (s.left[n-1].is(rank|reach|up|upto|downto) || fieldEnds[s.left[n-1].text]) {
		n--
	}
	return n
}

// fieldEnds are words between a field and the rank held in it.
var fieldEnds = map[string]bool{"的": true, "中": true, "里": true, "内": true, "综合": true}

// placesCompared is where a field begins that is a sort of places, and where what is ranked ends before it: 营商环境在省会城市中排第六位, 省会城市第二位.
// Both are -1 where there is none.
func (s *site) placesCompared() (ranked, field int) {
	end := s.endOfField()
	if end == 0 || !endsWithAny(join(s.left[:end]), placesOfRanks()) {
		return -1, -1
	}
	for i := end - 1; i >= 0; i-- {
		switch t := s.left[i]; {
		case t.text == "在":
			return i, i + 1
		case isField(t) && i > 0 && amongHeads[s.left[i-1].text]:
			return i - 1, i
		case isField(t):
			return i, i
		case t.kind == dun || t.kind == comma || t.is(conj|rank|upto|downto|reach|event):
			if end < len(s.left) {
				return -1, -1
			}
			return i, i + 1
		}
	}
	if end < len(s.left) {
		return -1, -1
	}
	return 0, 0
}

// placesOfRanks end the names of the places that one of them is ranked among.
var placesOfRanks = phrases("places of ranks")

// fieldAmong is where the field of a rank begins that says how many are compared, -1 where none does: 在全省84个县中居第3位.
func (s *site) fieldAmong() int {
	for i := len(s.left) - 1; i > 0; i-- {
		if t := s.left[i]; t.kind == figure && t.q.Kind == "count" && isField(s.left[i-1]) {
			return i - 1
		}
	}
	return -1
}

// isField tells of what a rank can be held in.
func isField(t token) bool { return t.kind == where || deicticField()[t.text] }

// movesFrom are words between what is ranked and the rank it has risen or fallen from: 综合实力由上年的全省第九位.
var movesFrom = map[string]bool{"由": true, "从": true, "的": true}

// amongHeads are words before the field of a rank.
var amongHeads = map[string]bool{"在": true, "居": true, "位居": true, "列": true, "位列": true, "排": true, "排名": true}

// comparedAmong tells of the number of those that a rank is held among: 在全省84个县中居第3位, 居全国15个副省级城市第2位.
func (r *reader) comparedAmong(i int) bool {
	t := &r.toks[i]
	if i == 0 || t.q.Kind != "count" {
		return false
	}
	if r.toks[i-1].text == "在" {
		return r.rankedAmong(i)
	}
	if !isField(r.toks[i-1]) {
		return false
	}
	for j, n := range r.toks[i+1 : min(len(r.toks), i+9)] {
		switch {
		case n.kind == figure:
			return n.q.Kind == "rank" && !strings.HasSuffix(n.text, "强") || n.q.Unit.Surface == "位" && r.toks[i+j].is(rank)
		case n.kind.pauses() || n.kind == dun:
			return false
		}
	}
	return false
}

// rankedAmong tells of a number whose group a rank is held in: 在14个沿海城市中排名第7位.
func (r *reader) rankedAmong(i int) bool {
	within := false
	for _, n := range r.toks[i+1 : min(len(r.toks), i+12)] {
		switch {
		case n.kind == figure:
			return within && n.q.Kind == "rank" && !strings.HasSuffix(n.text, "强")
		case n.kind.pauses():
			return false
		}
		within = within || n.text == "中" || n.text == "里"
	}
	return false
}

// deicticField are words for the places among which a rank is held.
var deicticField = phraseSet("fields at hand")
