package unit

import (
	"cmp"
	"strings"

	"github.com/cockroachdb/apd/v3"
	"yiyuan"
	"yiyuan/transform/number"
)

var dashes = []string{"——", "--", "-", "—", "–", "―", "~", "～", "－", "−", "∼", "〜", "至", "到"}

// joins returns where the second half of a range begins if a dash, 至 or 到 stands at i, -1 otherwise.
func joins(s string, i int) int {
	i = skipBlank(s, i)
	if w := hasAny(s, i, "（含）", "(含)"); w > 0 {
		i += w
	}
	w := hasAny(s, i, dashes...)
	if w == 0 {
		return -1
	}
	return skipBlank(s, i+w)
}

// span reads a range: 5.0%—5.5%, 3至5个, 10万到20万户. Unit and scale of the second number are carried back to the first.
func (r *reader) span(n *number.Number) bool {
	if r.k+1 >= len(r.nums) {
		return false
	}
	m := &r.nums[r.k+1]
	if m.Start-n.End > 40 || m.Word && !m.Arabic {
		return false
	}
	start := r.percentWords(n.Start)
	left, leftEnd, hasLeft := r.unitAfter(n, start)
	if !hasLeft {
		leftEnd = n.End
	}
	j := joins(r.s, leftEnd)
	between := j < 0
	if between {
		if w := hasAny(r.s, leftEnd, "和", "与"); w > 0 {
			j = skipBlank(r.s, leftEnd+w)
		} else {
			return false
		}
	}
	mStart := m.Start
	if start < n.Start {
		mStart = r.percentWords(m.Start)
	}
	if j != mStart {
		return false
	}
	keep := r.k
	r.k++
	right, end, ok := r.unitAfter(m, mStart)
	r.k = keep
	if between && ok && right.Surface == "间" {
		ok, end = false, m.End
	}
	if between && !r.closesBetween(m, end) {
		return false
	}
	if !hasLeft && (r.numberedRange(n, m) || r.calendarRange(n, m, ok)) {
		return true
	}
	switch {
	case hasLeft && (!ok || !left.goesWith(right) || left.Kind == "duration" && r.dateEnd(n) > 0):
		return false
	case ok && !n.Arabic && !m.Arabic && right.only == "arabic":
		return false
	case !ok && !m.Arabic && m.Scale == 0 && m.End-m.Start <= 3:
		return false // 三到五 with nothing behind
	case !ok && !r.bareRange(n, m):
		return false
	}
	q := Quantity{Start: start, End: m.End, Arabic: n.Arabic || m.Arabic, Kind: "bare", Bound: "range"}
	if ok {
		q.End, q.Unit, q.Kind = end, right.Unit, kindOf(right.Unit)
	} else {
		right = nil
	}
	if !hasLeft {
		left = nil
	}
	return r.addRange(&q, n, m, left, right)
}

// goesWith tells whether the ends of a range may have these units: the same, or two of money.
func (e *entry) goesWith(other *entry) bool {
	return e.Code == other.Code || e.Kind == "money" && other.Kind == "money"
}

// addRange hands out q as the range between two numbers, each in its unit where it has one. The first takes scale and unit from the second.
func (r *reader) addRange(q *Quantity, n, m *number.Number, left, right *entry) bool {
	lo, hi := n.Value, m.Value
	if left == nil {
		lo = carried(r.s, n, m)
	}
	if n.Low != nil {
		lo = *n.Low
	}
	if m.High != nil {
		hi = *m.High
	}
	if right != nil {
		lo, hi = cmp.Or(left, right).times(&lo), right.times(&hi)
	}
	if lo.Cmp(&hi) >= 0 || left != nil && q.Kind != "percent" && r.movesTo(q.Start, &lo, &hi) {
		return false
	}
	q.Low, q.High = &lo, &hi
	q.Value = middle(&lo, &hi)
	r.bounds(q, m)
	r.finish(q)
	q.Bound = "range"
	r.add(*q)
	return true
}

// movesTo tells of how much something has moved and how far that has brought it, which is many times as much: 库存增加3.2万吨至48.6万吨.
func (r *reader) movesTo(start int, lo, hi *yiyuan.Decimal) bool {
	var far yiyuan.Decimal
	wide.Mul(&far, lo, apd.New(timesMoved, 0))
	return hi.Cmp(&far) > 0 && hasSuffixAny(strings.TrimSuffix(r.s[r.low(start):start], "了"), moving()...)
}

// timesMoved is how many times as large as the move what it has led to is at least, moving are verbs for such moves.
const timesMoved = 4

var moving = phrases("moving")

// closesBetween reports whether 之间 closes 20和30之间, 在5%与6%之间.
func (r *reader) closesBetween(m *number.Number, end int) bool {
	if end == 0 {
		end = m.End
	}
	return hasAny(r.s, end, "之间", "间") > 0
}

// numberedRange hands out 2—4号机组 and 3-6# as one name.
func (r *reader) numberedRange(n, m *number.Number) bool {
	w := hasAny(r.s, m.End, "号", "#", "＃")
	if w == 0 || !n.Arabic || !m.Arabic || n.Scale+m.Scale != 0 {
		return false
	}
	r.add(Quantity{Start: n.Start, End: m.End + w, Value: n.Value, Arabic: true, Kind: "name"})
	return true
}

// bareRange tells a range of numbers without a unit from codes joined by a dash (0591-8765, 3-5-2).
func (r *reader) bareRange(n, m *number.Number) bool {
	if r.k+2 < len(r.nums) {
		if j := joins(r.s, m.End); j >= 0 && j == r.nums[r.k+2].Start {
			return false
		}
	}
	return !(leadingZero(r.s, n) || leadingZero(r.s, m))
}

func leadingZero(s string, n *number.Number) bool {
	return s[n.Start] == '0' && n.End-n.Start > 1 && s[n.Start+1] != '.'
}

func middle(lo, hi *yiyuan.Decimal) yiyuan.Decimal {
	var sum, mid yiyuan.Decimal
	wide.Add(&sum, lo, hi)
	wide.Mul(&mid, &sum, apd.New(5, -1))
	return mid
}

// carried lends the scale words of m to n: 3~5亿, 两到三千. A first number that is the larger as printed keeps its own: 8500到3万.
func carried(s string, n, m *number.Number) yiyuan.Decimal {
	v := n.Value
	if n.Scale == 0 && m.Scale > 0 {
		printed := m.Value
		printed.Exponent -= int32(m.Scale)
		if v.Cmp(&printed) < 0 {
			v.Exponent += int32(m.Scale)
		}
		return v
	}
	if n.Scale != 0 || m.Scale != 0 {
		return v
	}
	i, err := v.Int64()
	if err != nil || i < 1 || i > 9 {
		return v
	}
	for exp, words := range map[int32][]string{2: {"百", "佰"}, 3: {"千", "仟"}} {
		for _, w := range words {
			printed := m.Value
			printed.Exponent -= exp
			if m.End-len(w) > m.Start && s[m.End-len(w):m.End] == w && printed.Cmp(apd.New(10, 0)) < 0 && v.Cmp(&printed) < 0 {
				v.Exponent += exp
				return v
			}
		}
	}
	return v
}
