package figure

// What is left over, lacking or not yet done is so at the end of the span that it is told of, and not of the span.

// stillThere tells of the people that a verb right before the figure says is left: 尚未脱贫的人口还有30万人.
func (r *reader) stillThere() bool {
	n := len(r.leftTokens)
	for n > 0 && r.leftTokens[n-1].is(reach) {
		n--
	}
	return n > 0 && leftOver().has(r.leftTokens[n-1].text)
}

var leftOver = phrases("left over")

// leftOrLacking tells of how much is left or lacks, and of those behind whose number it says that they are not yet done: 缺口25亿斤, 其余23件正在办理.
func (r *reader) leftOrLacking(s *site) bool {
	if endsWithAny(join(s.left), stillOpen()) && startsWithAny(join(s.right), notYet()) {
		return true // 仍有5700人尚未脱贫
	}
	left := trimReach(s.left)
	n := len(left)
	if n == 0 || left[n-1].kind != word {
		return false
	}
	switch {
	case endsWithAny(join(left[max(0, n-2):]), leftLacking()):
		return !r.eventIn(left[:n-1]) // 解决剩余263个村的饮水安全 is done in a span
	case endsWithAny(join(left[max(0, n-2):]), stillOpen()), n > 1 && stillOpen().has(left[n-2].text):
		return holdsAny(firstClause(join(s.right)), notYetDone()) || startsWithAny(left[0].text, stillUnderWay()) // 在建的还有4.5万吨
	}
	return false
}

var leftLacking, stillOpen, notYetDone, stillUnderWay = phrases("left or lacking"), phrases("still open"), phrases("not yet done"), phrases("still under way")
