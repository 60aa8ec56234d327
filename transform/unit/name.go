package unit

import (
	"strings"

	"yiyuan/transform/number"
)

// name hands out Arabic digits that are part of a Latin name or code (G5, 5G, PM2.5, COVID-19, 1+3+N, an address) whole.
func (r *reader) name(n *number.Number) bool {
	start, end := n.Start, n.End
	left := r.letterBefore(n.Start)
	right := n.End < len(r.s) && isLetter(r.s[n.End])
	if (right || left) && !(left && hasSuffixAny(r.s[:n.Start], "=", "&", "_")) {
		if e, uend := r.unitAt(skipBlank(r.s, n.End), n); e != nil && !(left && isLetter(e.Surface[0])) && (!left || n.Scale > 0 || e.Kind != "count" || uend-n.End > 3) && !(left && e.Kind == "duration") {
			return false
		}
	}
	switch {
	case left || right:
		start, end = r.token(n.Start, n.End)
	case r.plusChain(n) > 0:
		end = r.plusChain(n)
	case r.middleDot(n) > 0:
		end = r.middleDot(n)
	case r.longDigits(n):
	default:
		return false
	}
	for k := r.k; k < len(r.nums) && r.nums[k].Start < end; k++ {
		end = max(end, r.nums[k].End)
	}
	r.add(Quantity{Start: start, End: end, Value: n.Value, Arabic: true, Kind: "name"})
	return true
}

// letterBefore reports whether a letter, or a letter and a hyphen, touches the number at i.
func (r *reader) letterBefore(i int) bool {
	low := r.low(i)
	if i > low && isLetter(r.s[i-1]) {
		return true
	}
	return i > low+1 && (r.s[i-1] == '-' || r.s[i-1] == '+' || r.s[i-1] == '_' || r.s[i-1] == '/' || r.s[i-1] == '.' || r.s[i-1] == '=' || r.s[i-1] == '&' || r.s[i-1] == '%') && isLetter(r.s[i-2])
}

// token widens a span to the run of letters, digits and joining marks around it.
func (r *reader) token(start, end int) (int, int) {
	low := r.low(start)
	for start > low && (isWordByte(r.s[start-1]) || isJoint(r.s[start-1]) && start-1 > low && isWordByte(r.s[start-2])) {
		start--
	}
	for end < len(r.s) && (isWordByte(r.s[end]) || isJoint(r.s[end]) && end+1 < len(r.s) && isWordByte(r.s[end+1])) {
		end++
	}
	return start, end
}

// plusChain returns the end of 1+3+N or 5+2, 0 where n begins none.
func (r *reader) plusChain(n *number.Number) int {
	end, k := n.End, r.k
	for {
		w := hasAny(r.s, end, "+", "＋")
		if w == 0 {
			break
		}
		j := end + w
		if j < len(r.s) && isLetter(r.s[j]) {
			for j < len(r.s) && isLetter(r.s[j]) {
				j++
			}
			end = j
			continue
		}
		if k+1 < len(r.nums) && r.nums[k+1].Start == j {
			k++
			end = r.nums[k].End
			continue
		}
		break
	}
	if end == n.End {
		return 0
	}
	return end
}

// middleDot returns the end of 9·8 or 5·18, the days that fairs and events are called by, 0 where n begins none.
func (r *reader) middleDot(n *number.Number) int {
	if r.k+1 >= len(r.nums) {
		return 0
	}
	m := &r.nums[r.k+1]
	if w := hasAny(r.s, n.End, "·", "•", "・", "."); w == 0 || m.Start != n.End+w || !m.Arabic || n.Scale+m.Scale != 0 {
		return 0
	}
	if !r.ends(n.Start, "“") && !r.ends(n.Start, "‘") && !has(r.s, m.End, "”") || r.unitFollows(m.End) {
		return 0
	}
	return m.End
}

// longDigits tells telephone and order numbers: eleven digits and more, without mark, scale or unit.
func (r *reader) longDigits(n *number.Number) bool {
	if n.End-n.Start < 11 || n.Scale != 0 || n.Value.Exponent != 0 || n.Value.Negative {
		return false
	}
	for i := n.Start; i < n.End; i++ {
		if r.s[i]-'0' > 9 {
			return false
		}
	}
	return !r.unitFollows(n.End)
}

// numbered reports whether an Arabic number without unit is a mark: 〔2023〕, [2], 5号线, 3＃.
func (r *reader) numbered(n *number.Number) bool {
	if hasAny(r.s, n.End, "号", "＃", "#", "路公交", "级", "英寸", "车道", "年级", "型", "代", "线", "国道", "省道", "县道", "》", "”工程", "”计划", "”行动") > 0 {
		return true
	}
	if r.hotline(n) {
		return true
	}
	if hasAny(r.s, n.End, "〕", "】", "]", "］", "﹞") > 0 && hasSuffixAny(r.s[:n.Start], "〔", "【", "[", "［", "﹝") {
		return true
	}
	if n.Value.Exponent == 0 && n.Scale == 0 && (r.ends(n.Start, "双") || r.ends(n.Start, "-") && n.Start > 3 && r.s[n.Start-2] >= 0x80) {
		return true // 双11, 歼-20
	}
	if hasSuffixAny(r.s[:n.Start], "表", "图", "附件", "专栏", "№") {
		return true
	}
	if hasSuffixAny(r.s[:n.Start], "“", "‘") && n.Value.Exponent == 0 && n.Scale == 0 && n.Inner == "" {
		return true // “1234”产业体系, “135低碳出行”
	}
	return r.ends(n.Start, "#")
}

// hotline tells the number of a public line: five or six digits and 热线 or 平台 in the same breath.
func (r *reader) hotline(n *number.Number) bool {
	if w := n.End - n.Start; w < 5 || w > 6 || n.Value.Exponent != 0 || n.Scale != 0 {
		return false
	}
	rest := r.s[n.End:min(len(r.s), n.End+30)]
	if i := strings.IndexAny(rest, "，。；、\n0123456789"); i >= 0 {
		rest = rest[:i]
	}
	return contains(rest, "热线") || contains(rest, "平台")
}

func isLetter(b byte) bool { return b|0x20 >= 'a' && b|0x20 <= 'z' }

func isWordByte(b byte) bool { return isLetter(b) || b-'0' <= 9 }

func isJoint(b byte) bool {
	switch b {
	case '-', '.', '_', '/', '+', '&', '?', '=', '#', ':', '%', '~', '@':
		return true
	}
	return false
}
