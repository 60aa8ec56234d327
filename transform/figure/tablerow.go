package figure

import (
	"cmp"
	"strings"

	"yiyuan/transform/cells"
	"yiyuan/transform/indicator"
	"yiyuan/transform/place"
	"yiyuan/transform/unit"
)

// This file tells what the name of a row, the head of its column and the caption say together.

// partOfRow is what a row without a unit tells of the quantity of the rows above it: 货物周转量（亿吨公里）, 铁路.
func (r *reader) partOfRow(name string) statement {
	part := *r.table.above
	clean := strings.Trim(cells.Name(name), " *#")
	if code := r.placeNamed(clean); code != "" {
		part.region = code // 原煤（万吨）, 其中：甲县
		return part
	}
	part.industry, part.sector = clean, true
	if whereLive().has(part.industry) || strings.HasSuffix(part.industry, "城市") {
		part.qualifier, part.industry, part.sector = part.industry, "", false
	}
	return part
}

// ofColumn tells the levels of a row apart where its table has several: 数量 and 金额, 企业数 and 实际使用金额.
func (r *reader) ofColumn(st *statement, head string, q *unit.Quantity) {
	levels := 0
	for _, h := range r.table.columns {
		if headsLevels(h) {
			levels++
		}
	}
	if levels < 2 {
		return
	}
	if way := wayOfTrade(r.table.caption); way != "" {
		st.code = way
	}
	head = headName(head)
	if hit, ok := indicator.Counted(strings.TrimSuffix(head, "数"), ""); ok && q.Kind == "count" && strings.HasSuffix(head, "数") {
		st.code, st.text, st.counter, st.time = hit.Entry.Code, head, hit.Entry.Text, "flow"
	}
	if !strings.Contains(st.text, head) && !strings.Contains(st.qualifier, head) {
		st.qualifier = joinQualifiers(st.qualifier, head, false)
	}
}

// headsLevels tells of the head of a column of levels: 数量, 金额（亿元）.
func headsLevels(head string) bool {
	if strings.Contains(head, "增长") || strings.Contains(head, "比重") {
		return false
	}
	return unitIn(strings.ReplaceAll(head, "<br>", "")) != "" || strings.Contains(head, "数量")
}

// headName is the head of a column without its unit: 合同项目（个）.
func headName(head string) string {
	head = strings.Trim(strings.ReplaceAll(head, "<br>", ""), " *")
	if i := strings.IndexAny(head, "(（"); i > 0 {
		return head[:i]
	}
	return head
}

// wayOfTrade is the trade that a name is of one way only, "" where it is of none or of both.
func wayOfTrade(name string) string {
	name = strings.ReplaceAll(name, "进出口", "")
	switch out, in := strings.Contains(name, "出口"), strings.Contains(name, "进口"); {
	case out && !in:
		return "exports"
	case in && !out:
		return "imports"
	}
	return ""
}

// partOfTrade tells of the goods in a table of trade, and in one of both ways of the rows under 出口额 or 进口额: 一般贸易, 机电产品.
func (r *reader) partOfTrade(st *statement, name string) {
	caption := r.table.caption
	if way := wayOfTrade(caption); way != "" && (st.code == "" || st.code == "output_volume" || st.code == "foreign_trade") {
		st.code, st.text, st.qualifier = way, wordOfTrade[way], ""
	}
	if !strings.Contains(caption, "进出口") {
		return
	}
	switch way := wayOfTrade(name); {
	case way != "":
		r.table.way = way
	case strings.Contains(name, "进出口"):
		r.table.way = ""
	case r.table.way != "" && st.industry != "":
		st.code, st.text, st.qualifier = r.table.way, wordOfTrade[r.table.way], ""
	case r.table.way != "":
		st.code = r.table.way
	}
}

var wordOfTrade = map[string]string{"exports": "出口", "imports": "进口"}

// rowStatement is what the name of a row, the head of the column and the caption say together.
func (r *reader) rowStatement(name, head string, q *unit.Quantity) statement {
	clean := strings.Trim(strings.TrimPrefix(cells.Name(name), "#"), " *#")
	if i := strings.IndexAny(clean, "(（"); i > 0 && unitIn(clean) != "" {
		clean = clean[:i]
	}
	toks := []token{{kind: word, text: clean}}
	if hit, ok := indicator.Head(clean); ok && fits(hit.Entry.Code, q.Unit.Code) && namesRow(hit, clean) {
		st, _ := r.nameOf(toks, q)
		if st.head == "贷款" && holdsAny(head+r.table.caption, balancesAbove()) {
			st.code, st.time = "loans", "stock"
		}
		if st.code == "investment" && strings.HasPrefix(st.head, "投资") && strings.Contains(r.table.caption, "房地产开发") {
			st.code = "fixed_asset_investment"
		}
		if thing, measured, inBracket := cutBracket(clean); inBracket && q.Kind != "amount" && strings.Contains(measured, hit.Entry.Text) {
			st.industry, st.sector, st.qualifier, st.counter = thing, true, "", thing // 猪（年末存栏数）
		}
		return st
	}
	st := statement{text: clean, industry: clean, sector: true, known: true, time: "flow", form: "level"}
	if strings.HasSuffix(clean, "企业") {
		st.industry, st.sector, st.qualifier = "", false, clean
	}
	if firms, number := strings.CutSuffix(clean, "企业数"); number && q.Unit.Code == "count" && firms != "" {
		st.code, st.counter, st.industry, st.sector, st.qualifier, st.time = "enterprise_count", "企业", "", false, firms, "stock"
		return st // 亏损企业数（家）
	}
	if q.Unit.Code == "m3" || q.Unit.Code == "kW" || q.Unit.Code == "vehicle" || made()[q.Unit.Surface] {
		st.code = "output_volume" // a row of products: 木材, 发电设备
	}
	if above := r.table.above; above != nil && currencies[clean] && money[above.code] {
		part := *above
		part.qualifier = joinQualifiers(above.qualifier, clean, false)
		return part // 其中：人民币
	}
	if total[strings.ReplaceAll(clean, " ", "")] {
		st.industry = ""
	}
	if code := r.placeNamed(clean); code != "" {
		st.region, st.industry, st.text = code, "", cmp.Or(headName(head), st.text)
	}
	for _, above := range []string{head, r.table.caption, r.lastHeading} {
		hit, ok := namedAbove(above, q.Unit.Code)
		if ok && hit.Entry.Code == "other" && r.partOfSumAbove(name) {
			continue // under 主要经济指标
		}
		if ok && hit.Entry.Code != "" && hit.Entry.Text != "金额" && fits(hit.Entry.Code, q.Unit.Code) {
			return r.rowOf(hit.Entry, st, clean, q)
		}
	}
	if above := r.table.above; r.partOfSumAbove(name) && (above.sumIn(q.Unit.Code) || q.Unit.Code == "percent") {
		part := *above
		part.industry, part.sector = clean, true
		return part // 房地产开发投资, 其中：住宅
	}
	if hit, ok := indicator.Counted(headName(head), ""); ok && q.Kind == "count" {
		st.code, st.text, st.counter = hit.Entry.Code, headName(head), hit.Entry.Text
	}
	return st
}

// balancesAbove are words over a column or table that tells of balances.
var balancesAbove = phrases("balances of loans")

// rowOf is a row of a table on a quantity that its column, its caption or the heading above it names.
func (r *reader) rowOf(named indicator.Term, st statement, clean string, q *unit.Quantity) statement {
	st.code, st.form, st.time, st.text = named.Code, named.Form, named.Time, named.Text
	st.qualifier = joinQualifiers(named.Qualifier, st.qualifier, false)
	if st.code == "output_volume" && q.Unit.Code == "kWh" {
		st.code = "energy"
	}
	switch {
	case st.code == "investment" && strings.Contains(r.table.caption, "固定资产投资"):
		st.code = "fixed_asset_investment"
	case st.code == "investment" && strings.Contains(r.table.caption, "外商"):
		st.code = "fdi" // 合同金额 of foreign investors
	}
	if (st.code == "population" || st.code == "employment") && st.industry == clean && !namesSector(clean) {
		st.industry, st.sector, st.qualifier = "", false, joinQualifiers(st.qualifier, clean, false)
	}
	return st
}

// namesRow tells of the name of a quantity that a row can go by, which length and area are only where they are all of its name.
func namesRow(hit indicator.Hit[indicator.Term], row string) bool {
	if strings.HasSuffix(row, "企业") || hit.Entry.Form == "growthname" {
		return false
	}
	return hit.Entry.Code != "length" && hit.Entry.Code != "area" || hit.End-hit.Start == len(row)
}

// partOfSumAbove tells of a row that is a part of the sum of the row above it: 工业总产值, 其中：汽车制造业.
func (r *reader) partOfSumAbove(name string) bool {
	return strings.HasPrefix(name, "其中") && r.table.above != nil && money[r.table.above.code]
}

// sumIn tells of a sum of money that can be told in a unit.
func (st *statement) sumIn(unit string) bool {
	return money[st.code] && unit != "percent" && fits(st.code, unit)
}

// namedAbove is the quantity that a caption over rows names last and that can be printed in a unit: animals that are there are counted and not
// weighed, 主要畜产品产量和牲畜存栏头数.
func namedAbove(caption, unit string) (last indicator.Hit[indicator.Term], ok bool) {
	for _, hit := range indicator.Terms(caption) {
		if !(weighed[unit] && hit.Entry.Code == "output_volume" && hit.Entry.Time == "stock") {
			last, ok = hit, true
		}
	}
	return last, ok
}

// cutBracket is what stands before a bracket and in it.
func cutBracket(name string) (before, in string, ok bool) {
	from := strings.IndexAny(name, "(（")
	if from <= 0 {
		return "", "", false
	}
	return name[:from], name[from:], true
}

// currencies are the rows that tell an amount by its money.
var currencies = map[string]bool{"人民币": true, "外币": true, "本币": true, "本外币": true}

// made are the units that goods are counted in.
var made = phraseSet("measure words of goods in tables")

// total are the names of rows that sum the others.
var total = map[string]bool{"总计": true, "合计": true, "—": true, "-": true, "总额": true, "全部": true, "其他": true, "其中": true, "合 计": true}

// placeNamed is the place a row is named after, where its name is nothing else.
func (r *reader) placeNamed(name string) string {
	if code, ok := place.Deictic(name, r.home); ok {
		return code
	}
	for _, m := range place.Scan(name) {
		if m.Start == 0 && m.End == len(name) {
			return place.Resolve(m, r.home)
		}
	}
	return ""
}
