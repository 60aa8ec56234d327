package figure

import (
	"strings"

	"yiyuan"
	"yiyuan/transform/indicator"
	"yiyuan/transform/search"
	"yiyuan/transform/unit"
)

// This file gives a figure the bound that its words set it: at least, at most, about, or a mark that is passed.

// settleBound gives a figure that has no bound of its own the one that it shares.
func (r *reader) settleBound(f *yiyuan.Fact, s *site) {
	if f.Bound == "exact" && s.sharedBound != "" {
		f.Bound = s.sharedBound
	}
	if f.Bound == "exact" {
		f.Bound = r.boundOfEach(f, s)
	}
	if f.Bound == "exact" && (s.passesMark() || s.pastIt(f)) {
		f.Bound = "over"
	}
	if f.Bound == "exact" && f.Measure == "level" && s.givenAtMost() {
		f.Bound = "at_most"
	}
	if s.tok.q.BoundAfter && r.list == nil {
		r.boundBackwards(f, s)
	}
}

// boundBackwards gives the 以上 that closes a list behind a 分别 to the members before it, where the things it tells of have not been told apart:
// 粮肉奶产量分别稳定在80万吨、6万吨、16万吨以上.
func (r *reader) boundBackwards(f *yiyuan.Fact, s *site) {
	members, first := 0, s.tok.start
	for i := len(r.out.Facts) - 1; i >= 0; i-- {
		last := &r.out.Facts[i]
		if last.Start < r.start || last.End > first || last.Unit != f.Unit || last.Indicator != f.Indicator || last.Measure != f.Measure {
			break
		}
		if !joinsMembers(r.text[last.End:first]) {
			break
		}
		members, first = members+1, last.Start
	}
	if members == 0 {
		return
	}
	before := r.text[r.start:first]
	if at := strings.LastIndexAny(before, "，,；;、"); strings.Contains(before[at+1:], "分别") {
		r.shareBound(s.tok.q.Bound, members)
	}
}

// joinsMembers tells of a mark or word, and no more, between two members of a list.
func joinsMembers(between string) bool {
	return between == "、" || between == "和" || between == "及" || between == "以及"
}

// boundOfEach is the bound of several figures that is told before the first: 分别超过30%和40%.
func (r *reader) boundOfEach(f *yiyuan.Fact, s *site) string {
	last := r.lastInSentence()
	if last == nil || last.Unit != f.Unit || boundWord[last.Bound] == "" || len(s.left) == 0 {
		return "exact"
	}
	clause := r.clauseAround(s.tok.start, s.tok.end)
	if s.left[0].kind == dun && last.Bound == "approx" && last.Measure == "share" && f.Measure == "share" && strings.Contains(clause, "约占") {
		return "approx" // 约占全市的一半、全国的8%
	}
	if !onlyConj(s.left) {
		return "exact"
	}
	if strings.Contains(clause, "分别"+boundWord[last.Bound]) || last.Bound == "over" && holdsAny(clause, passingInTurn()) {
		return last.Bound
	}
	return "exact"
}

// passingInTurn are words for several marks that are passed one after another: 连续突破100、200、300亿元.
var passingInTurn = phrases("passing in turn")

// boundWord begins the words of a bound that stands before a list.
var boundWord = map[string]string{"over": "超", "nearly": "近", "approx": "约", "at_most": "不超过", "at_least": "不低于"}

// marks are what a round figure that is passed is called.
var marks = phrases("marks")

// passesMark tells of a round figure that is passed: 跃上4万亿元台阶, 连跨2000亿元、3000亿元大关.
func (s *site) passesMark() bool {
	for i, t := range s.right {
		switch {
		case t.kind == dun || t.kind == figure:
		case t.kind == word && startsWithAny(t.text, marks()):
			return true
		default:
			return i == 0 && t.kind == word && t.text == "的" && len(s.right) > 1 && startsWithAny(s.right[1].text, marks())
		}
	}
	return false
}

// givenAtMost tells of a verb for the most that one is given or may have, right before it: 每家作坊最高补15万元, 每人限领2张.
func (s *site) givenAtMost() bool {
	left := join(withoutBrackets(s.left))
	return endsWithAny(left, mostGiven()) || endsWithAny(left, mostHad())
}

// mostHad are verbs for the most that one may have.
var mostHad = phrases("had at most")

// pastIt tells of a 过 that is a word of its own right before a share or a sum: 早稻收获过七成, 目标是过400亿元.
func (s *site) pastIt(f *yiyuan.Fact) bool {
	n := len(s.left)
	if n == 0 || s.left[n-1].text != "过" || f.Measure != "share" && f.Unit != "CNY" {
		return false
	}
	return n == 1 || !strings.HasPrefix(s.left[n-2].pos, "v") || len(s.left[n-2].text) > len("过")
}

// wholeBounds are bound words that stand before the whole a figure is a part or a multiple of: 超过林地面积的60%.
var wholeBounds = []struct{ word, bound string }{
	{"不得超过", "at_most"}, {"不超过", "at_most"}, {"不到", "at_most"}, {"不足", "at_most"}, {"不及", "at_most"}, {"超过", "over"},
	{"接近", "nearly"}, {"不低于", "at_least"}, {"不少于", "at_least"}, {"不小于", "at_least"}, {"不高于", "at_most"}, {"不大于", "at_most"},
}

// boundOfClause is the bound that a word further before the figure gives it: before its whole, before 每秒 and its like, or
// before the verb (至少建1所小学、1所中学).
func (r *reader) boundOfClause(s *site) string {
	text := join(s.left)
	if k := s.tok.q.Kind; k == "percent" || k == "multiple" {
		for _, w := range wholeBounds {
			i := search.LastIndex(text, w.word)
			if i < 0 {
				continue
			}
			whole := text[i+len(w.word):]
			of := strings.HasSuffix(whole, "的") || everywhere()[whole] || whole == "世界" || whole == "全球" || // 不到全国千分之四
				strings.HasSuffix(w.word, "超过") && w.bound == "at_most" || w.bound == "at_least" && indicator.IsTerm(whole) // 按不低于销售收入5%的比例
			if whole != "" && of {
				return w.bound
			}
			break
		}
		return "exact"
	}
	if endsWithAny(text, notEvenEach()) {
		return "at_most"
	}
	if s.tok.q.Kind == "amount" && strings.Contains(text, "最高") && endsWithAny(text, grantingAtMost()) {
		return "at_most"
	}
	if s.tok.q.Kind == "amount" && (strings.Contains(text, "上限") || strings.Contains(text, "最高可")) {
		return "at_most"
	}
	if (s.tok.q.Kind == "amount" || s.tok.q.Kind == "count") && strings.Contains(text, "大约") {
		return "approx"
	}
	if s.tok.q.Kind == "count" && r.atLeastBefore(s) {
		return "at_least"
	}
	return "exact"
}

// notEvenEach and grantingAtMost set a limit to the figure right behind them.
var notEvenEach, grantingAtMost = phrases("not even each"), phrases("granting at most")

// atLeastBefore tells of a 至少 before the verb of the clause: it holds for every member of the list behind the verb.
func (r *reader) atLeastBefore(s *site) bool {
	least := false
	clause := r.clauseSoFar(s)
	for i := range clause {
		if w := clause[i].text; w == "至少" || w == "最少" {
			least = i+1 < len(clause) && (clause[i+1].is(event|newness) || strings.HasPrefix(clause[i+1].pos, "v"))
		}
	}
	return least
}

// shareBound gives the 左右 that closes a list to the members before it.
func (r *reader) shareBound(bound string, members int) {
	for k := len(r.out.Facts) - 1; k >= 0 && members > 0; k, members = k-1, members-1 {
		if f := &r.out.Facts[k]; f.Bound == "exact" {
			f.Bound = bound
		}
	}
}

// behindResp tells of a bound that stands between 分别 and the first member of its list.
func behindResp(s *site) bool {
	for _, t := range s.left[max(0, len(s.left)-2):] {
		if t.is(resp) {
			return true
		}
	}
	return false
}

// boundsAll tells of a bound before the first of several figures, which is of them all: 分别超85%、90%.
func boundsAll(q *unit.Quantity) bool {
	return !q.BoundAfter && (q.Bound == "over" || q.Bound == "nearly")
}
