package figure

import "slices"

// What is left over, lacking or not yet done is so at the end of the span that it is told of, and not of the span.

// stillThere tells of the people that a verb right before the figure says is left: 尚未脱贫的人口还有30万人.
func (r *reader) stillThere() bool {
	n := len(r.leftTokens)
	for n > 0 && r.leftTokens[n-1].is(reach) {
		n--
	}
	return n > 0 && slices.Contains(leftOver(), r.leftTokens[n-1].text)
}

var leftOver = phrases("left over")

// leftOrLacking tells of how much is left or lacks, and of those behind whose number it says that they are not yet done: 缺口25亿斤, 其余23件正在办理.
func (r *reader) leftOrLacking(s *site) bool {
	left := trimReach(s.left)
	n := len(left)
	if n == 0 || left[n-1].kind != word {
		return false
	}
	switch last := left[n-1].text; {
	case endsWithAny(last, leftLacking()):
		return !r.eventIn(left[:n-1]) // 解决剩余263个村的饮水安全 is done in a span
	case slices.Contains(stillOpen(), last) || n > 1 && slices.Contains(stillOpen(), left[n-2].text):
		return holdsAny(firstClause(join(s.right)), notYetDone())
	}
	return false
}

var leftLacking, stillOpen, notYetDone = phrases("left or lacking"), phrases("still open"), phrases("not yet done")
