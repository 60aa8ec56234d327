package figure

import (
	"slices"
	"strings"
	"unicode/utf8"

	"yiyuan/transform/cells"
	"yiyuan/transform/indicator"
	"yiyuan/transform/period"
	"yiyuan/transform/unit"
)

// This file reads what a cell of a table says beside a bare number: 498万吨, 下降2.2%, 5.5以内, 〔3.4〕.

// cellValue is the number of a cell and what stands around it.
type cellValue struct {
	number string         // as printed, with its unit where it has one
	q      *unit.Quantity // of a number with a unit of its own, nil where column or row give it
	moved  int            // -1 for a fall, +1 for a rise, 0 for neither
	bound  string         // "" for none
	summed bool           // in brackets: how far it has come over the years of a plan
}

// valueOf reads a cell, and reports whether it holds one number and no more than belongs to it.
func valueOf(cell string) (v cellValue, ok bool) {
	if cells.IsNumber(cell) {
		return cellValue{number: cell}, true
	}
	text := strings.Trim(cell, "〔〕[]［］【】 ")
	v.summed = text != cell
	for _, w := range [...]struct {
		words []string
		moved int
	}{{risenInCell().words, 1}, {fallenInCell().words, -1}} {
		if rest := trimAhead(text, w.words...); rest != text {
			text, v.moved = rest, w.moved
		}
	}
	for _, b := range boundsOfCells {
		if rest := trimAny(trimAhead(text, b.before...), b.behind...); rest != text {
			text, v.bound = rest, b.bound
			break
		}
	}
	v.number = strings.TrimSpace(text)
	if cells.IsNumber(v.number) {
		return v, v.number[0] != '-' || v.moved == 0
	}
	if v.number == "" || v.number[0] < '0' || v.number[0] > '9' {
		return v, false
	}
	qs := unit.Scan(v.number)
	if len(qs) != 1 || qs[0].Start != 0 || qs[0].End != len(v.number) || !cellKinds[qs[0].Kind] {
		return v, false
	}
	v.q = &qs[0]
	return v, true
}

// cellKinds are the kinds of unit that a number may bring to its cell.
var cellKinds = map[string]bool{"amount": true, "physical": true, "percent": true, "pp": true, "count": true, "multiple": true}

// risenInCell and fallenInCell begin cells that tell how far something has moved.
var risenInCell, fallenInCell = phrases("risen in a cell"), phrases("fallen in a cell")

// boundsOfCells are the marks and words of a bound before and behind the number of a cell.
var boundsOfCells = []struct {
	before, behind []string
	bound          string
}{
	{[]string{"≥", "＞=", ">=", "不低于", "不少于"}, nil, "at_least"},
	{[]string{"≤", "＜=", "<=", "不高于", "不超过", "＜", "<"}, []string{"以内", "以下"}, "at_most"},
	{[]string{"＞", ">", "超过", "超", "逾"}, []string{"以上"}, "over"},
	{[]string{"约"}, []string{"左右"}, "approx"},
	{[]string{"近"}, nil, "nearly"},
}

// numericCell tells of a cell that holds a number: any that is bare, and behind the name of the row one with what belongs to it.
func (r *reader) numericCell(c cells.Cell, i int) bool {
	if cells.IsNumber(c.Text) {
		return true
	}
	if i == 0 || !strings.ContainsAny(c.Text, "0123456789") || len(r.table.columns) == 0 {
		return false
	}
	_, ok := valueOf(c.Text)
	return ok
}

// spanOfPlan is the years from the first that the columns of a table name, in whatever order, to the last, in which what is told of both has moved.
func (r *reader) spanOfPlan() (span period.Period, ok bool) {
	for _, head := range r.table.columns {
		p, dated := headPeriod(head, r)
		if !dated || p.Start.Year != p.End.Year {
			continue
		}
		if !ok {
			span, ok = p, true
		}
		if p.Start.Before(span.Start) {
			span.Start = p.Start // 2002年1—6月 | 2001年1—6月 | 增减
		}
		if span.End.Before(p.End) {
			span.End = p.End
		}
	}
	span.Kind = period.During
	span.Start.Year++
	return span, ok && span.Start.Year <= span.End.Year
}

// unitOfHead is the unit of a column whose head names none, by what it is of, out of the several that the caption names: 面积 and 金额 under
// 单位：公顷、亿元; that of a number of things is its measure word, 成交宗数.
func (r *reader) unitOfHead(name, head string) string {
	if len(r.table.units) == 0 {
		return ""
	}
	if things, number := strings.CutSuffix(head, "数"); number {
		_, size := utf8.DecodeLastRuneInString(things)
		if measure := things[len(things)-size:]; cells.IsUnit(measure) {
			return measure
		}
	}
	if u := r.unitOfRow(name); u != "" {
		return u
	}
	for _, u := range r.table.units {
		q := unit.Scan("1" + u)[0]
		area := strings.HasSuffix(head, "积") && strings.Contains(dimension["area"], " "+q.Unit.Code+" ")
		if area || q.Kind == "amount" && endsWithAny(head, sumsInHeads()) {
			return u
		}
	}
	return ""
}

// unitOfRow is the only unit of those that the caption names in which the quantity can be told that the name of a row ends with: 接待游客总人数 and
// 旅游总收入 under 单位：万人次、亿元.
func (r *reader) unitOfRow(name string) (only string) {
	hits := indicator.Terms(name)
	if len(hits) == 0 {
		return ""
	}
	last := hits[len(hits)-1].Entry
	for _, u := range r.table.units {
		q := unit.Scan("1" + u)[0]
		if !fits(last.Code, q.Unit.Code) || money[last.Code] && q.Kind != "amount" {
			continue
		}
		if only != "" {
			return ""
		}
		only = u
	}
	return only
}

// sumsInHeads end the heads of columns that hold money.
var sumsInHeads = phrases("sums in heads")

// unitsNamed are the units that a caption names one after the other, nil where it names other things or but one: 单位：公顷、亿元.
func unitsNamed(list string) []string {
	units := strings.FieldsFunc(list, func(c rune) bool { return strings.ContainsRune("、，,/ ）)", c) })
	if len(units) < 2 || slices.ContainsFunc(units, func(u string) bool { return !cells.IsUnit(u) }) {
		return nil
	}
	return units
}

// namesUnits tells of the words of a caption that name the units of a table, up to a figure: （单位：公顷、亿元）.
func namesUnits(before string) bool {
	at := lastIndex(before, "单位")
	return at >= 0 && len(before)-at <= longestUnits && strings.ContainsAny(before[at:], "：:") && !strings.ContainsAny(before[at:], "0123456789。；）)")
}

// longestUnits is how many bytes the words for the units before a further one have at most.
const longestUnits = 48
