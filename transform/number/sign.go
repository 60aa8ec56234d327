package number

// signBefore returns where the sign of the numeral at i stands, -1 where it has none. A dash behind a figure, a unit or
// a letter joins two things; a sign stands behind a blank, a bracket, a comma, a verb of change or
// the name of what can be lost.
func signBefore(s string, i int) int {
	b := before(s, i)
	switch b {
	case "负":
		if endsAny(s, i-len(b), "减", "税", "降", "担", "背", "肩") {
			return -1 // 减负3亿元 is less of a burden
		}
		return i - len(b)
	case "-", "－", "−", "﹣":
	default:
		return -1
	}
	at := i - len(b)
	c := before(s, at)
	switch c {
	case "", "\n", "\r", "\t", "|", "(", "（", "[", "【", "、", "，", ",", "：", ":", "；", "。", "=", "“", "\"", ">", "为", "长", "降", "是", "到", "至", "了", "跌", "滑", "达", "落", "幅", "别", "比", "速", "率", "均", "和", "与", "及", "动", "涨", "增", "减", "在", "～", "~":
		return at
	case " ", "\u3000", "\u00a0": // a column of a table: 3.5 -3.6
		j := at
		for j > 0 && endsAny(s, j, " ", "\u3000", "\u00a0") {
			j -= len(before(s, j))
		}
		if endsAny(s, j, "年", "月", "日") {
			return -1
		}
		return at
	}
	if endsAny(s, at, canBeLost()...) {
		return at // 净利润-2995万元
	}
	return -1
}

// canBeLost are the names, and the currencies, that a sign stands behind.
var canBeLost = phrases("can be lost")
