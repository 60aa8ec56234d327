package figure

import (
	"strings"

	"yiyuan/transform/indicator"
)

// This file tells what could be made from what is made: 年产30万吨的项目, 月产6架次的生产能力.

// yearlyOutput tells 年产干毛茶1.8万吨, what is made, from what could be: 年产30万吨的项目, 建成后可年产….
func (r *reader) yearlyOutput(st statement, s *site) statement {
	if st.head != "年产" || st.code != "capacity" || r.status() != "actual" {
		return st
	}
	words := couldMake().words
	if grown(join(trimReach(s.left))) {
		words = laidOutFor().words // 建成日光温室500座，年产蔬菜3000万斤
	}
	if !holdsAny(r.text[r.start:r.end], words) {
		st.code, st.time = "output_volume", "flow"
	}
	return st
}

// grown tells of what comes from fields, which works may be built for and do not make.
func grown(goods string) bool {
	named := tradesIn(goods)
	return len(named) > 0 && named[len(named)-1].sort == "crop" && named[len(named)-1].end == len(goods)
}

// laidOutFor are words of a sentence on what a plant is laid out to make of such.
var laidOutFor = phrases("laid out to make")

// couldMake are words of a sentence on what could be made.
var couldMake = phrases("could make")

// abilityBehind tells of what could be done, behind its number: 月产6架次的生产能力.
func abilityBehind(s *site) bool {
	clause := firstClause(s.r.text[s.tok.end:s.r.end])
	if cut := strings.IndexAny(clause, "。；;"); cut >= 0 {
		clause = clause[:cut]
	}
	if endsWithAny(clause, ofAbility()) && strings.HasPrefix(s.rule, "level") {
		return true // 100万辆整车、1000万台电脑的年生产能力
	}
	right := s.right[:clauseEnd(s.right)]
	for i, t := range right {
		if t.text == "的" && i+1 < len(right) {
			return startsWithAny(join(right[i+1:]), abilitiesBehind())
		}
	}
	return false
}

// ofAbility end a clause on what could be made, abilitiesBehind begin the name of it behind a 的.
var ofAbility, abilitiesBehind = phrases("of an ability"), phrases("abilities behind")

// perTime begins what is made, or could be, in each span of time.
var perTime = phrases("made each span")

// madeEach reads 年产30万尾 and 月产能4万片, whose name before the figure tells what is made or could be, whatever noun follows.
func (r *reader) madeEach(s *site) (statement, bool) {
	phrase := join(trimReach(withoutBrackets(s.nounPhrase)))
	if !holdsAny(phrase, perTime()) {
		return statement{}, false
	}
	st, ok := r.nameOf(s.nounPhrase, s.tok.q)
	if !ok || !startsWithAny(st.head, perTime()) || !strings.HasSuffix(phrase, st.head) {
		return st, false
	}
	if made := headWord(s.right); made != "" && s.right[0].text != "的" {
		st.industry, st.sector, st.counter = made, true, made
	} else if perTime().has(st.head) && len(indicator.Industries(st.industry)) == 0 {
		st.industry = "" // it names the maker
	}
	return st, true
}
