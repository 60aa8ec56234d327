package figure

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"yiyuan"
	"yiyuan/transform/cells"
	"yiyuan/transform/period"
	"yiyuan/transform/segment"
	"yiyuan/transform/unit"
)

// A table row is read cell by cell: the last text cell names, the unit stands in a cell of its own, in the head of the
// column or above the table, and the head tells a growth from a level. Rows are printed with bars or with blanks.

// tableHead is what the lines above the rows say: the unit of the whole and the names of the columns.
type tableHead struct {
	unit    string
	units   []string // several that the caption names: 单位：公顷、亿元
	columns []string
	places  []int // of the columns, in a table with bars
	caption string
	way     string     // of the last row of exports or imports
	above   *statement // what the row before told
	headed  string     // the unit that the last row which names one is in, for its parts below: 货物周转量（亿吨公里）, 铁路, 公路
}

// readTableHead keeps the unit line and the column heads of a table.
func (r *reader) readTableHead(l segment.Line) {
	line := r.text[l.Start:l.End]
	if titlesTable(line) {
		r.table = captioned(line)
		return
	}
	if i := strings.Index(line, "单位"); i >= 0 {
		rest := strings.TrimLeft(line[i+len("单位"):], "：: ")
		if r.table.units = unitsNamed(rest); r.table.units != nil {
			r.table.besidePercent()
			return
		}
		if fields := strings.FieldsFunc(rest, endsUnit); len(fields) > 0 && !strings.Contains(line, "|") && cells.IsUnit(fields[0]) {
			r.table.unit = fields[0]
			return
		}
	}
	var names []string
	var places []int
	for _, c := range cells.Of(r.text, l.Start, l.End) {
		names, places = append(names, c.Text), append(places, c.Place)
	}
	switch columns := r.table.columns; {
	case len(names) == 0, r.leftEmpty(l), len(columns) > 0 && startsWithAny(names[0], []string{"（", "("}):
	case len(columns) > 0 && len(names) == 1 && strings.HasPrefix(names[0], "其中") && places[0] == 0:
		r.table.columns, r.table.places = append(columns, names[0]), append(r.table.places, 0) // 2001-2005年累计 / 其中：2005年
	case len(columns) > 0 && len(names) == 1 && strings.HasSuffix(columns[len(columns)-1], "比") && growsInPercent(line):
		columns[len(columns)-1] += names[0] // 一九七八年比 / 一九七七年增长％
	case len(columns) > 0 && places[0] == 0 && len(residences(names)) > 1:
		for _, part := range residences(names) {
			r.table.columns, r.table.places = append(r.table.columns, part), append(r.table.places, 0) // 指标 全国 / 城市 农村
		}
	default:
		r.table.columns, r.table.places = names, places
	}
}

// endsUnit tells of what may stand behind the unit of a table: 单位：亿元）.
func endsUnit(c rune) bool { return strings.ContainsRune("|）) \u3000；，、", c) }

// residences are the heads of columns of which all name those of the towns or of the country, however blanks cut them: 城 市 农 村.
func residences(names []string) []string {
	line := strings.Join(names, "")
	var parts []string
	for line != "" {
		i := slices.IndexFunc(whereLive().words, func(w string) bool { return strings.HasPrefix(line, w) })
		if i < 0 {
			return nil
		}
		parts, line = append(parts, whereLive().words[i]), line[len(whereLive().words[i]):]
	}
	return parts
}

var whereLive = phrases("where people live")

// meetCaption keeps a line of prose as what may stand above a table: its caption, and behind it the heads of its columns.
func (r *reader) meetCaption(l segment.Line) {
	line := r.text[l.Start:l.End]
	if told := strings.TrimSuffix(line, "如下。"); len(line) > 150 || strings.Contains(told, "。") {
		r.table = tableHead{}
		return
	}
	if len(r.table.columns) > 0 && startsWithAny(line, []string{"（", "("}) && endsWithAny(strings.TrimRight(line, " \u3000"), []string{"）", ")"}) {
		return // (149.2 亿平方米) (9.4) under the row of cloth
	}
	if len(r.table.columns) > 1 && len(line) < 60 && strings.ContainsAny(line[len(line)-1:], "0123456789") {
		return // a row whose blanks are gone: 黄、红麻108.8万吨86.1万吨26.4
	}
	if titlesTable(line) {
		r.table = captioned(line)
		return
	}
	if r.headsColumns(cells.Of(r.text, l.Start, l.End), line) {
		r.readTableHead(l)
		return
	}
	r.table = captioned(line)
}

// captioned is a table of which no more is known than its caption.
func captioned(line string) tableHead {
	head := tableHead{caption: line, unit: unitOfTitle(line)}
	if _, rest, ok := strings.Cut(line, "单位"); ok && head.unit == "" {
		head.units = unitsNamed(strings.TrimLeft(rest, "：: "))
		head.besidePercent()
	}
	return head
}

// besidePercent takes the one unit that a caption names beside % as that of all columns but those of growths and shares: 单位：亿元、%.
func (h *tableHead) besidePercent() {
	if len(h.units) != 2 {
		return
	}
	for i, u := range h.units {
		if other := h.units[1-i]; (u == "%" || u == "％") && other != u {
			h.unit, h.units = other, nil
			return
		}
	}
}

// headsColumns tells of a line of the heads of columns, or of one more of them: 指标 绝对额 比上年增长（%）.
func (r *reader) headsColumns(names []cells.Cell, line string) bool {
	switch {
	case len(names) > 1 && !hasNumber(names):
		return true
	case len(names) == 1 && len(r.table.columns) > 0 && strings.HasPrefix(names[0].Text, "其中"):
		return true
	}
	return (r.table.caption != "" || len(r.table.columns) > 1) && (strings.Contains(line, "比上年") || growsInPercent(line))
}

// unitOfTitle is the unit that the title of a table ends with: 固定资产投资情况（单位：亿元）, 比上年上涨（%）.
func unitOfTitle(line string) string {
	title := strings.TrimRight(line, " |*")
	if i := strings.LastIndexAny(title, "(（"); i > 0 && endsWithAny(title, []string{"）", ")"}) && unitIn(title[i:]) != "" {
		return unitIn(title[i:])
	}
	_, rest, ok := strings.Cut(line, "单位：")
	if !ok {
		_, rest, ok = strings.Cut(line, "单位:")
	}
	if unit, _, closed := strings.Cut(strings.ReplaceAll(rest, ")", "）"), "）"); ok && closed && cells.IsUnit(unit) {
		return unit
	}
	return ""
}

// titlesTable tells of the number and name of a table: 表7 2012年主要商品出口数量.
func titlesTable(line string) bool {
	title := strings.TrimLeft(strings.ReplaceAll(line, "<br>", ""), "|-*# \u3000")
	return strings.HasPrefix(title, "表") && len(title) > 3 && (title[3] >= '0' && title[3] <= '9' || title[3] == ' ')
}

// growsInPercent tells of a column head that a line of its own goes on with: 比 / 一九八三年增长％.
func growsInPercent(line string) bool {
	line = strings.TrimRight(line, " *\u3000")
	return len(line) < 60 && strings.Contains(line, "增长") && (strings.HasSuffix(line, "%") || strings.HasSuffix(line, "％"))
}

func hasNumber(row []cells.Cell) bool {
	for _, c := range row {
		if cells.IsNumber(c.Text) {
			return true
		}
	}
	return false
}

func (r *reader) readRow(l segment.Line) {
	row := r.apart(cells.Of(r.text, l.Start, l.End))
	r.start, r.end = l.Start, l.End
	r.toks, r.sentence, r.clause, r.current, r.list = nil, scope{}, scope{}, nil, nil
	r.partOf, r.whole, r.rowTold = -1, -1, nil
	r.leftTokens, r.lastMeasured = nil, -1
	numeric := 0
	for i, c := range row {
		if r.numericCell(c, i) {
			numeric++
		}
	}
	if numeric == 0 {
		if !r.dividesTable(row) {
			r.readTableHead(l)
		}
		return
	}
	name, unitText, seen, last := "", "", 0, 0
	for i, c := range row {
		switch {
		case r.numericCell(c, i):
			if name == "" {
				continue
			}
			if unitText == "" && i+1 < len(row) && cells.IsUnit(row[i+1].Text) {
				unitText = row[i+1].Text
			}
			head := r.column(row, i, seen, numeric)
			if head == "" && seen > last && unitText != "" && !(i+1 < len(row) && cells.IsUnit(row[i+1].Text)) {
				head = r.unheaded()
			}
			r.readCell(c, name, unitText, head)
			seen++
		case cells.IsUnit(c.Text):
			unitText = c.Text
		case name != "" && strings.Trim(c.Text, "—－- ") == "":
			// a cell that says there is no number
		default:
			name, unitText, last = c.Text, "", seen
		}
	}
}

// yearsInColumns tells of a line of a name and as many numbers with their units as the heads above it name years: 财政收入 2.4亿元 31亿元.
func (r *reader) yearsInColumns(l segment.Line) bool {
	heads := r.table.columns
	if r.Report.Kind != "" || len(heads) < 3 {
		return false
	}
	row := cells.Of(r.text, l.Start, l.End)
	if len(row) != len(heads) {
		return false
	}
	for i, head := range heads[1:] {
		p, dated := headPeriod(head, r)
		if !dated || p != period.Year(p.End.Year) || !r.numericCell(row[i+1], i+1) {
			return false
		}
	}
	return true
}

// leftEmpty tells of a row of a table that has a name and a unit and no number: 能源生产总量 万台.
func (r *reader) leftEmpty(l segment.Line) bool {
	if len(r.table.columns) == 0 && r.table.caption == "" {
		return false
	}
	row := cells.Of(r.text, l.Start, l.End)
	return len(row) == 2 && cells.IsUnit(row[1].Text) && !cells.IsUnit(row[0].Text)
}

// dividesTable tells of a row that only says how the rows below it are divided: | 按城乡分 | | |.
func (r *reader) dividesTable(row []cells.Cell) bool {
	if len(row) != 1 || len(r.table.places) < 2 {
		return false
	}
	return strings.Contains(r.text[row[0].End:r.end], "|") || strings.HasPrefix(row[0].Text, "按") && strings.HasSuffix(row[0].Text, "分")
}

// apart cuts the first number of a row from the name that it is printed behind without a blank, where the row is one number short:
// 制造业1412 34.4.
func (r *reader) apart(row []cells.Cell) []cells.Cell {
	if len(row) == 0 || len(row) != len(r.table.columns)-1 || len(row) < 2 || !cells.IsNumber(row[1].Text) {
		return row
	}
	name := strings.TrimRight(row[0].Text, "0123456789.")
	number := row[0].Text[len(name):]
	if c, _ := utf8.DecodeLastRuneInString(name); number == "" || !cells.IsNumber(number) || c < 0x4E00 || c > 0x9FFF {
		return row
	}
	cut := row[0].End - len(number)
	first := cells.Cell{Start: row[0].Start, End: cut, Text: name, Place: row[0].Place}
	return append([]cells.Cell{first, {Start: cut, End: row[0].End, Text: number, Place: row[0].Place}}, row[1:]...)
}

// unheaded is the head of a second number whose column has none: old communiqués print volume and growth side by side and
// name the columns once.
func (r *reader) unheaded() string {
	if strings.Contains(strings.Join(r.table.columns, ""), "累计") {
		return "" // 2001—2005年累计, 其中：2005年
	}
	if strings.Contains(r.text, "比上年增长") || strings.Contains(r.text, "比上年增减") {
		return "比上年增长％"
	}
	return ""
}

// column returns the head above cell i, the seen-th number of its row: by place where head and row are of one width or bars tell it,
// else counted from the right.
func (r *reader) column(row []cells.Cell, i, seen, numeric int) string {
	heads := r.table.columns
	if len(heads) == len(row) {
		return heads[i]
	}
	if k := slices.Index(r.table.places, row[i].Place); k > 0 && row[i].Place > 0 {
		return heads[k]
	}
	if k := len(heads) - numeric + seen; k >= 0 && k < len(heads) {
		return heads[k]
	}
	return ""
}

// readCell makes a fact of the number of a cell in the row of a name, below a head.
func (r *reader) readCell(c cells.Cell, name, unitText, head string) {
	v, _ := valueOf(c.Text)
	ofPrices := head == "" && r.growthOfPrices()
	grows := (ofPrices || v.moved != 0 || holdsAny(head, headsOfGrowth())) && !v.summed
	shares := strings.Contains(head, "比重") || strings.Contains(head, "占")
	unitText, part := r.unitOfCell(name, unitText, head, grows || shares)
	number := v.number
	if factor, ok := strings.CutSuffix(number, "倍"); ok && grows {
		number, unitText = factor, "倍"
	}
	q, ok := quantityOf(number, unitText)
	if v.q != nil {
		q, ok = *v.q, true
	}
	if !ok {
		return
	}
	q.Start, q.End = c.Start, c.End
	if at := strings.Index(r.text[c.Start:c.End], v.number); at >= 0 {
		q.Start, q.End = c.Start+at, c.Start+at+len(v.number)
	}
	if v.bound != "" {
		q.Bound = v.bound
	}
	tok := token{start: q.Start, end: q.End, kind: figure, text: r.text[q.Start:q.End], q: &q}
	r.toks = append(r.toks, tok)
	if r.NoFacts != "" {
		r.mention(tok, "unread", r.NoFacts)
		return
	}
	r.dateCell(head, grows || v.summed)
	s := &site{r: r, tok: tok, sign: 1, rule: "table.level", measure: "level"}
	if v.moved < 0 {
		s.sign = -1
	}
	name, whole := shareNamed(name)
	measureOfCell(s, head, whole, v.summed, grows, shares)
	st := r.rowStatement(unlisted(name), head, &q)
	switch {
	case ofPrices && strings.Contains(name, "价格"), ofPrices && strings.Contains(name, "物价"):
		st.code = cmp.Or(priceCode(st.text), "other")
		r.table.above = &st
	case ofPrices && r.table.above != nil, part && r.table.above != nil:
		st = r.partOfRow(name)
	}
	if strings.Contains(name, "年末") {
		st.time = "stock" // 牛年末头数, in a table of what was produced
	}
	switch {
	case grows && r.levelBefore() != "" && r.rowTold != nil:
		st = *r.rowTold
		st.code, st.form = r.levelBefore(), "level"
	case s.measure == "level":
		r.partOfTrade(&st, name)
		r.ofColumn(&st, head, &q)
		r.rowTold, r.table.above = &st, &st
	}
	if part := headName(head); whereLive().has(part) && !strings.Contains(st.text+st.qualifier, part) {
		st.qualifier = joinQualifiers(part, st.qualifier, false)
	}
	told := len(r.out.Facts)
	if r.emit(s, st); len(r.out.Facts) > told {
		r.out.Facts[told].Quote = strings.TrimSpace(r.text[r.start:r.end])
	}
}

// measureOfCell is what a cell measures by the head of its column, and by the whole that the name of its row is a share of.
func measureOfCell(s *site, head, whole string, summed, grows, shares bool) {
	switch unit := &s.tok.q.Unit; {
	case summed && holdsAny(head, headsOfGrowth()):
		s.rule, s.measure = "table.change", "change"
		if unit.Code == "percent" {
			unit.Code = "pp"
		}
	case whole != "" && !grows:
		s.rule, s.measure, s.base = "table.share", "share", whole
	case grows:
		s.rule, s.measure = "table.growth", "growth"
		if strings.Contains(head, "环比") {
			s.base = "mom"
		}
		if strings.Contains(head, "年均") {
			s.base = "cagr"
		}
	case shares:
		s.rule, s.measure = "table.share", "share"
	case unit.Code == "percent":
		s.rule, s.measure = "table.rate", "rate"
	}
}

// dateCell lets the head of a column date its cell. What is told of the years to come is aimed at, and what has moved has done so from the
// first year that the table names.
func (r *reader) dateCell(head string, moved bool) {
	p, ok := headPeriod(head, r)
	if !ok && moved {
		if p, ok = r.spanOfPlan(); !ok {
			p, ok = r.latestOfRow()
		}
	}
	if !ok {
		return
	}
	r.sentence.period, r.sentence.has, r.sentence.status = p, true, ""
	plan := &r.heading
	if r.planFor.has {
		plan = &r.planFor
	}
	switch {
	case p.End.Year > r.Reference.Year && (!r.Reference.IsZero() || moved || holdsAny(head, headsOfAims())):
		r.sentence.status = "target"
	case p.End.Before(r.Reference), plan.has && !p.End.IsZero() && p.End.Before(plan.period.Start):
		r.sentence.status = "actual" // the year before a plan, beside what it aims at
	}
}

// latestOfRow is the later of the spans that the columns before have dated their cells by, which what has moved from the one to the other is of.
func (r *reader) latestOfRow() (p period.Period, ok bool) {
	last := r.lastInSentence()
	if last == nil || last.PeriodKind != period.During || last.PeriodStart.IsZero() {
		return p, false
	}
	later := r.lastSince(r.start, func(f *yiyuan.Fact) bool {
		return f.PeriodKind == period.During && last.PeriodEnd.Before(f.PeriodStart)
	})
	if later == nil {
		return p, false
	}
	return period.Period{Kind: period.During, Start: later.PeriodStart, End: later.PeriodEnd}, true
}

// headsOfAims are what the head of a column says where it holds what is aimed at.
var headsOfAims = phrases("heads of aims")

// shareNamed parts the name of a row that is a share into what has it and the whole: 工业增加值占地区生产总值比重（%）.
func shareNamed(name string) (thing, whole string) {
	thing, rest, ok := strings.Cut(name, "占")
	if i := strings.IndexAny(rest, "(（"); i > 0 {
		rest = rest[:i]
	}
	whole = trimAny(rest, "的比重", "的比例", "比重", "比例")
	if !ok || thing == "" || whole == rest || whole == "" {
		return name, ""
	}
	return thing, whole
}

// growthOfPrices tells of a table without heads of columns whose caption says that it gives how far prices have moved: 各类价格比上年上涨幅度（%）.
func (r *reader) growthOfPrices() bool {
	return r.table.unit == "%" && holdsAny(r.table.caption, []string{"价格", "物价"}) && holdsAny(r.table.caption, headsOfGrowth())
}

// priceCode is cpi for what consumers pay, "" for other prices.
func priceCode(name string) string {
	if strings.Contains(name, "消费价格") || strings.Contains(name, "居民生活费用") {
		return "cpi"
	}
	return ""
}

// unlisted is the name of a row without the number that it is listed under: 2、居民消费价格.
func unlisted(name string) string {
	rest := strings.TrimLeft(name, "0123456789")
	if after, ok := strings.CutPrefix(rest, "、"); ok && rest != name {
		return after
	}
	return name
}

// unitOfCell is the unit of a cell by its column, its row or its table, and whether its row is one of the parts of the row above, whose unit
// it has. What is relative is in percent.
func (r *reader) unitOfCell(name, unitText, head string, relative bool) (text string, part bool) {
	if own := unitIn(strings.ReplaceAll(head, "<br>", "")); own != "" && !relative {
		unitText = own // 金额（亿元） beside 数量, whose unit the row names
	}
	if unitText == "" {
		unitText = cmp.Or(unitIn(name), r.unitOfHead(name, head))
		r.table.headed = cmp.Or(unitIn(name), r.table.headed)
	}
	part = unitText == "" && r.table.unit == "" && r.table.headed != "" && !relative
	if unitText == "" {
		unitText = cmp.Or(r.table.unit, r.table.headed)
	}
	if relative {
		unitText = "%"
	}
	return unitText, part
}

// headsOfGrowth are what the head of a column says where the column tells growth.
var headsOfGrowth = phrases("heads of growth")

func headPeriod(head string, r *reader) (period.Period, bool) {
	if p, ok := r.besideMonth(head); ok {
		return p, true
	}
	for _, e := range period.Scan(head) {
		if p, ok := r.resolveTime(&e); ok {
			return p, true
		}
	}
	return period.Period{}, false
}

// besideMonth is the time of a column beside that of the month which the caption or the headline names: 去年同月, 本年累计.
func (r *reader) besideMonth(head string) (p period.Period, ok bool) {
	if p = r.month; p.Kind == "" {
		p = r.heading.period
	}
	if r.Report.Kind != "" || !monthLong(p) {
		return p, false
	}
	if startsWithAny(head, monthsYearBefore()) {
		p.Start.Year, p.End.Year, ok = p.Start.Year-1, p.End.Year-1, true
	}
	if holdsAny(head, monthsSummed()) {
		p.Start.Month, ok = 1, true
	}
	return p, ok
}

// monthsYearBefore begin the head of a column of the same month in the year before, monthsSummed are in that of the months of the year so far.
var monthsYearBefore, monthsSummed = phrases("months a year before"), phrases("months summed in a column")

// unitIn finds the unit in brackets behind a name: 地区生产总值（亿元）.
func unitIn(s string) string {
	from := strings.IndexAny(s, "(（")
	to := strings.LastIndexAny(s, ")）")
	if from < 0 || to < from {
		return ""
	}
	_, size := utf8.DecodeRuneInString(s[from:])
	inner := s[from+size : to]
	if cells.IsUnit(inner) {
		return inner
	}
	return ""
}

// quantityOf reads a bare cell in the unit of its column.
func quantityOf(number, unitText string) (unit.Quantity, bool) {
	if unitText == "" {
		return unit.Quantity{}, false
	}
	number = barely.Replace(number)
	qs := unit.Scan(number + unitText)
	if len(qs) != 1 || qs[0].Kind == "bare" || qs[0].Kind == "date" || qs[0].Unit.Code == "" {
		return unit.Quantity{}, false
	}
	q := qs[0]
	if strings.HasPrefix(number, "-") && !q.Value.Negative {
		q.Value.Neg(&q.Value)
	}
	return q, true
}

// barely writes a number with the one minus there is, and without its unit.
var barely = strings.NewReplacer("－", "-", "—", "-", "％", "", "%", "")
