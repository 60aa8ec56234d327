package figure

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"yiyuan"
	"yiyuan/transform/indicator"
	"yiyuan/transform/unit"
)

// hasResp tells whether the figure stands behind a 分别.
func (r *reader) hasResp(s *site, rest int) bool {
	for _, t := range s.left {
		if t.kind == word && t.is(resp) {
			return true
		}
	}
	return false
}

// followers counts the figures of the same unit that go on with the list begun at token i: 7.5%、9.5%和8%.
func (r *reader) followers(i int) int {
	n := 1
	code, grows := r.toks[i].q.Unit.Code, r.toks[i].q.Kind == "percent" && i > 0 && r.toks[i-1].is(up|down)
	for j := i + 1; j < len(r.toks); j++ {
		t := r.toks[j]
		switch {
		case t.kind == dun, t.kind == note, t.kind == blank, t.kind == word && t.is(conj):
		case t.kind == word && (t.is(reach) || t.text == "以上" || t.text == "左右") && !t.is(up|down|rank):
		case t.kind == comma && j+1 < len(r.toks) && r.toks[j+1].kind == figure && r.toks[j+1].q.Unit.Code == code:
		case t.kind == figure && (t.q.Unit.Code == code || grows && t.q.Kind == "multiple"): // 分别增长16%和2.3倍
			n++
		case r.turnsInList(j, code): // 分别增长5%和下降3%
		default:
			return n
		}
	}
	return n
}

// turnsInList tells of a word right behind a mark or 和 for which way the next member of a list has gone.
func (r *reader) turnsInList(j int, code string) bool {
	t, before := r.toks[j], r.toks[j-1]
	if !t.is(up|down) || before.kind != dun && !before.is(conj) || j+1 == len(r.toks) {
		return false
	}
	return r.toks[j+1].kind == figure && r.toks[j+1].q.Unit.Code == code
}

// itemises tells of a sum that stands alone in brackets behind its name and is of what the paragraph has named last, where its sentence
// names nothing: 石化（363亿元）、冶金（187亿元）.
func (r *reader) itemises(s *site, i int) bool {
	alone := i > 0 && r.toks[i-1].kind == open && i+1 < len(r.toks) && r.toks[i+1].kind == shut
	told, now := r.lineTold, r.current
	if !alone || s.measure != "level" || told == nil || !fits(told.code, s.tok.q.Unit.Code) {
		return false
	}
	return now == nil || now.code == "" || !money[now.code] || now.code == told.code && now.text == told.text
}

// nameBeforeBracket is what stands before the bracket of token i, back to the mark before it.
func (r *reader) nameBeforeBracket(i int) string {
	from := i - 1
	for from > 0 && (r.toks[from-1].kind == word || r.toks[from-1].kind == where) {
		from--
	}
	return join(r.toks[from : i-1])
}

// respItems hands out the members of a list: 传统、重化、高新产业投资总额分别达… gives three statements.
func (r *reader) respItems(s *site, i, rest int) []statement {
	n := r.followers(i)
	if n < 2 {
		return nil
	}
	np := make([]token, 0, rest)
	var behind []token // what stands between 分别 and the figure: 茶产业、竹产业分别实现产值30亿元、15亿元
	for k, t := range s.nounPhrase {
		if t.kind == word && t.is(resp) {
			behind = s.nounPhrase[k+1:]
			break
		}
		np = append(np, t)
	}
	for n := len(np); n > 1 && (np[n-1].text == "同比" || np[n-1].kind == time && startsWithAny(np[n-1].text, []string{"比", "较"})); n-- {
		np = np[:n-1]
	}
	if items := r.placeItems(np, behind, s, n); items != nil {
		return items
	}
	np, lead := r.leading(withoutBrackets(np))
	if len(np) == 0 || onlyReach(np) || comparesOnly(np) {
		return r.respToldBefore(s, behind, i, n)
	}
	if items := r.sectorItems(np, behind, s, lead, n); items != nil {
		return items
	}
	parts := splitConj(np)
	if len(parts) != n {
		parts = splitDun(np)
	}
	if phrase := join(np); n == 2 && strings.Contains(phrase, "存、贷款") {
		parts = townAndCountry(np)
	}
	if len(parts) != n {
		if two := townAndCountry(np); two != nil && n == 2 {
			parts = two
		} else {
			return r.commaItems(s, n)
		}
	}
	if head := withoutVerbs(behind); len(head) > 0 {
		for k := range parts {
			parts[k] = append(append([]token(nil), parts[k]...), head...)
		}
	}
	items := r.members(parts, s, lead)
	if items == nil && r.growsWithPartner(statement{}, s) {
		for _, part := range parts {
			items = append(items, r.partOfCurrent("对"+join(part))) // 对越南、泰国分别增长9%、4%
		}
	}
	return items
}

// respToldBefore hands out what has been told before a 分别 that has no names of its own before it: 产值、税收两项指标，分别增长5%、8%.
func (r *reader) respToldBefore(s *site, behind []token, i, n int) []statement {
	if items := r.clauseItems(s, n); items != nil {
		return items
	}
	if items := r.placesBefore(s, n); items != nil {
		return items
	}
	if items := r.groupItems(behind, s, n); items != nil {
		return items
	}
	if len(r.list) == n {
		return append([]statement(nil), r.list...)
	}
	if s.measure == "rank" && n == 2 && r.previous != nil && r.current != nil && r.toldGrowths(n) {
		return []statement{*r.previous, *r.current} // 产值增长5%，税收增长8%，分列全省第4位和第6位
	}
	if items := r.coupled(s, n); items != nil {
		return items
	}
	if len(r.told) >= n && n > 1 && s.measure != "level" {
		return r.asPlaced(append([]statement(nil), r.told[len(r.told)-n:]...))
	}
	if len(r.told) == 0 && len(r.toldEarlier) == n && s.measure == "growth" && startsWithAny(r.text[r.start:r.end], comparing()) {
		return append([]statement(nil), r.toldEarlier...) // …3起，死亡5人。与去年同期相比，分别下降4%、6%
	}
	if s.tok.q.Kind == "pp" && r.current != nil && len(r.timesListed(i)) != n {
		return r.asPlaced(slices.Repeat([]statement{*r.current}, n)) // 分别高于全市1.2和2.3个百分点
	}
	return nil
}

// asPlaced gives the members of a list the places of the figures before it, where those are of several: 甲市上涨6%，乙市上涨7%，分别回落0.4和0.7个百分点.
func (r *reader) asPlaced(items []statement) []statement {
	told := r.out.Facts[max(0, len(r.out.Facts)-len(items)):]
	several := len(told) == len(items) && r.Report.Kind == ""
	for k := range told {
		several = several && told[k].Start >= r.start && told[k].RegionCode != "" && (k == 0 || told[k].RegionCode != told[0].RegionCode)
	}
	for k := range items {
		if several && items[k].region == "" {
			items[k].region = told[k].RegionCode
		}
	}
	return items
}

// comparing are words that open a sentence on how what was told before it has grown.
var comparing = phrases("opening a comparison")

// coupled hands out what figures right behind each other count of one thing: 起诉300件500人，同比分别下降5%、6%.
func (r *reader) coupled(s *site, n int) []statement {
	first := len(r.out.Facts) - n
	if s.measure == "level" || r.current == nil || first < 0 {
		return nil
	}
	items := make([]statement, n)
	for k, f := range r.out.Facts[first:] {
		if f.Start < r.start || f.Measure != "level" || k > 0 && f.Start != r.out.Facts[first+k-1].End {
			return nil
		}
		items[k] = *r.current
		items[k].code = f.Indicator
	}
	return items
}

// toldGrowths tells whether the last n figures of the sentence told how something grew.
func (r *reader) toldGrowths(n int) bool {
	facts := r.out.Facts
	if len(facts) < n {
		return false
	}
	return !slices.ContainsFunc(facts[len(facts)-n:], func(f yiyuan.Fact) bool { return f.Start < r.start || f.Measure != "growth" })
}

// comparesOnly tells of a phrase that says of which span or with what is compared and names nothing: 单季度环比, 当月同比, 单月.
func comparesOnly(toks []token) bool {
	phrase := join(toks)
	span := trimAny(phrase, "同比", "环比")
	return span == "" && phrase != "" || spans[span]
}

// spans are the spans whose growth is compared, as a bulletin names them.
var spans = map[string]bool{
	"单季度": true, "单季": true, "当季": true, "季度": true, "单月": true, "当月": true, "月度": true, "单日": true, "当日": true,
	"单周": true, "单年": true, "当期": true,
}

// oneEachWay hands out how far each of two things told before has moved where the clause before says that they went each its own way:
// 所得税和增值税5亿元和9亿元，一降一升，幅度分别为12%和5%.
func (r *reader) oneEachWay(s *site, i int) []statement {
	ofBoth := r.followers(i) == 1 && hasWord(s.left, "均", "都")
	if s.tok.q.Kind != "percent" || !hasWord(s.left, "幅度") || r.followers(i) != 2 && !ofBoth {
		return nil
	}
	told := r.told
	if len(r.list) == 2 {
		told = r.list
	}
	if len(told) == 1 && r.levelsBehind(r.start) == 2 {
		told = slices.Repeat(told, 2) // 出口7.6万吨、8640万美元，一降一升
	}
	if len(told) < 2 {
		return nil
	}
	before := r.text[r.start:s.left[0].start]
	for k, way := range [2]int{1, -1} {
		if !endsWithAny(before, waysApart[k]()) {
			continue
		}
		items := r.asPlaced(append([]statement(nil), told[len(told)-2:]...))
		items[0].turned, items[1].turned = way, -way
		s.measure, s.base, s.rule, s.sign = "growth", "yoy", "growth", way
		return items
	}
	return nil
}

// waysApart end clauses that say that the first of two has risen and the second fallen, and the other way round.
var waysApart = [2]func() []string{phrases("first up then down"), phrases("first down then up")}

// placeItems hands out what is told of several places: 江苏、浙江和山东出口分别增长…, 其中贵阳、遵义分别下降….
func (r *reader) placeItems(np, behind []token, s *site, n int) []statement {
	for len(np) > 0 && (np[0].is(among) || np[0].kind == time || np[0].kind == blank) {
		np = np[1:]
	}
	var regions []string
	for len(np) > 0 && np[0].kind == where {
		code := r.regionOf(np[0].at)
		if code == "" || code == "100000" {
			return nil
		}
		regions = append(regions, code)
		if np = np[1:]; len(np) == 0 || np[0].kind != dun && !np[0].is(conj) {
			break
		}
		np = np[1:]
	}
	if len(regions) != n || n < 2 {
		return nil
	}
	name := append(append([]token(nil), np...), withoutVerbs(behind)...)
	st, ok := r.nameOf(name, s.tok.q)
	if !ok && len(trimReach(name)) > 0 {
		st, ok = unknownMember(name), true
	}
	if !ok && r.current != nil {
		st, s.inherited = *r.current, true
	}
	items := make([]statement, n)
	for k, code := range regions {
		items[k] = st
		items[k].region = code
	}
	return items
}

// drivenItems hands out what several drivers contribute to one quantity: 三次产业对经济增长的贡献率分别为…, 分别拉动经济增长….
func (r *reader) drivenItems(s *site, i int) []statement {
	n := r.followers(i)
	if !s.driver || n < 2 {
		return nil
	}
	drivers := r.driversOf(s, n)
	if drivers == nil {
		return nil
	}
	st, ok := r.statementOf(s)
	if !ok {
		return nil
	}
	items := slices.Repeat([]statement{st}, n)
	for k, driver := range drivers {
		items[k].qualifier = driver
		if threeSectors[driver] && s.measure == "share" {
			items[k].qualifier, items[k].industry, items[k].sector = "", driver, true
		}
	}
	return items
}

// ratesByPlace reads a list that tells the growth of places one by one: 财政收入增速依次为：甲县24%，乙县11%.
func (r *reader) ratesByPlace(s *site) (statement, bool) {
	if s.rule != "rate" || s.tok.q.Kind != "percent" {
		return statement{}, false
	}
	var own []token
	for _, t := range s.left {
		if t.kind != blank {
			own = append(own, t)
		}
	}
	if len(own) != 1 || own[0].kind != where && !endsWithAny(own[0].text, zonesAmongDistricts()) {
		return statement{}, false
	}
	head := r.saidBefore(s)
	colon := strings.LastIndexAny(head, "：:")
	if colon < 0 || !holdsAny(head[:colon], []string{"增长", "增速", "增幅"}) {
		return statement{}, false
	}
	hits := indicator.Terms(head[:colon])
	for i := len(hits) - 1; i >= 0; i-- {
		if t := hits[i].Entry; money[t.Code] && t.Form == "level" {
			s.measure = "growth"
			return statement{known: true, code: t.Code, form: t.Form, time: t.Time, text: t.Text, head: t.Text, qualifier: t.Qualifier}, true
		}
	}
	return statement{}, false
}

var zonesAmongDistricts = phrases("zones among districts")

// driversOf are the names of n drivers: those before the verb, or those that the list before was handed out to.
func (r *reader) driversOf(s *site, n int) []string {
	toks, _ := r.leading(withoutBrackets(s.captured("driver")))
	var names []string
	switch sectors, parts := sectorParts(toks, n), splitConj(toks); {
	case sectors != nil:
		for _, p := range sectors {
			names = append(names, p[0].text)
		}
	case len(parts) == n:
		for _, p := range parts {
			names = append(names, join(trimReach(p)))
		}
	case (len(toks) == 0 || onlyReach(toks)) && len(r.list) == n:
		for _, st := range r.list {
			names = append(names, cmp.Or(st.industry, st.qualifier, st.text))
		}
	}
	return names
}

// sectorLists are the words for several of the three sectors at once.
var sectorLists = map[string][]string{
	"三次产业": {"第一产业", "第二产业", "第三产业"}, "一二三产业": {"第一产业", "第二产业", "第三产业"}, "一二三次产业": {"第一产业", "第二产业", "第三产业"},
	"一二三产": {"第一产业", "第二产业", "第三产业"}, "一、二、三产": {"第一产业", "第二产业", "第三产业"}, "一产、二产、三产": {"第一产业", "第二产业", "第三产业"}, "二三产": {"第二产业", "第三产业"}, "二、三产": {"第二产业", "第三产业"},
	"一、二、三产业": {"第一产业", "第二产业", "第三产业"}, "第一、二、三产业": {"第一产业", "第二产业", "第三产业"}, "第一、第二、第三产业": {"第一产业", "第二产业", "第三产业"},
	"二三产业": {"第二产业", "第三产业"}, "二、三产业": {"第二产业", "第三产业"}, "第二、三产业": {"第二产业", "第三产业"}, "第二、第三产业": {"第二产业", "第三产业"},
	"一二产业": {"第一产业", "第二产业"}, "一、二产业": {"第一产业", "第二产业"}, "第一、二产业": {"第一产业", "第二产业"}, "第一、第二产业": {"第一产业", "第二产业"},
	"一三产业": {"第一产业", "第三产业"}, "一、三产业": {"第一产业", "第三产业"}, "第一、三产业": {"第一产业", "第三产业"}, "第一、第三产业": {"第一产业", "第三产业"},
}

// sectorItems hands out what is told of several sectors in one word.
func (r *reader) sectorItems(np, behind []token, s *site, lead statement, n int) []statement {
	var items []statement
	for _, part := range sectorParts(np, n) {
		st, ok := r.nameOf(r.partNamed(append(part, withoutVerbs(behind)...), s.tok.q), s.tok.q)
		if !ok {
			return nil
		}
		if st.region == "" {
			st.region = lead.region
		}
		items = append(items, st)
	}
	return items
}

// sectorParts takes 三次产业增加值 apart where there are as many figures as sectors, nil elsewhere.
func sectorParts(np []token, n int) [][]token {
	for j := range np {
		for end := j + 1; end <= len(np) && end <= j+7; end++ {
			names := sectorLists[join(np[j:end])]
			if len(names) != n {
				continue
			}
			parts := make([][]token, n)
			for k, name := range names {
				sector := np[j]
				sector.kind, sector.text, sector.pos = word, name, "n"
				parts[k] = append([]token{sector}, np[end:]...)
			}
			return parts
		}
	}
	return nil
}

// plainItems reads a list that hands out without a 分别: 城镇、农村居民收入3.1万元、1.4万元，增长8.3%、9%.
func (r *reader) plainItems(s *site, i, rest int) []statement {
	q := s.tok.q
	toPlaces := q.Kind == "count" && !madeAndSold(s.nounPhrase) // 甲市、乙市新备案企业19家和7家
	listed := toPlaces || q.Kind == "amount" || q.Kind == "physical" || q.Kind == "percent" || q.Kind == "pp" || q.Kind == "count" && madeAndSold(s.nounPhrase)
	if !listed || s.driver || s.nounAfter || s.measure == "rank" || i+2 >= len(r.toks) ||
		r.toks[i+1].kind != dun && !r.toks[i+1].is(conj) || r.toks[i+2].kind != figure || r.toks[i+2].q.Unit.Code != q.Unit.Code {
		return nil
	}
	n := r.followers(i)
	if items := r.placeItems(withoutBrackets(s.nounPhrase), nil, s, n); items != nil || toPlaces {
		return items
	}
	np, lead := r.leading(withoutBrackets(s.nounPhrase))
	if len(np) == 0 || onlyReach(np) {
		if len(r.list) == n && r.listAt >= len(r.list) {
			return append([]statement(nil), r.list...)
		}
		if len(r.told) == n && n > 1 && s.measure == "growth" && r.toldLevelsOnly() {
			return append([]statement(nil), r.told...) // 接待游客9万人次，实现旅游收入3亿元，同比增长12%和13%
		}
		if told := r.told[r.partAt:]; r.partAt > 0 && len(told) == n && n > 1 && s.measure == "growth" && r.levelsBehind(r.semiAt) == n {
			return append([]statement(nil), told...) // of this part of the sentence
		}
		return nil
	}
	parts := splitConj(np)
	if two := townAndCountry(np); len(parts) != n && two != nil {
		parts = two
	}
	if len(parts) != n || n < 2 {
		return nil
	}
	return r.members(parts, s, lead)
}

// toldLevelsOnly tells of a sentence that has told a level of each of its quantities and nothing else.
func (r *reader) toldLevelsOnly() bool { return r.levelsBehind(r.start) == len(r.told) }

// levelsBehind counts the facts from a place of the text on, -1 where they are not levels alone.
func (r *reader) levelsBehind(start int) int {
	n := 0
	for i := len(r.out.Facts) - 1; i >= 0 && r.out.Facts[i].Start >= start; i-- {
		if r.out.Facts[i].Measure != "level" {
			return -1
		}
		n++
	}
	return n
}

// madeAndSold tells of a phrase for what is made of a thing and what is sold: 汽车产销, 产量和销量.
func madeAndSold(toks []token) bool {
	phrase := join(toks)
	return strings.Contains(phrase, "产销") && !strings.Contains(phrase, "产销率") || strings.Contains(phrase, "产量") && strings.Contains(phrase, "销量")
}

// members names each of the things a list of figures is handed out to.
func (r *reader) members(parts [][]token, s *site, lead statement) []statement {
	n := len(parts)
	if items := r.consumedGoods(parts, s); items != nil {
		return items
	}
	last, ok := r.nameOf(parts[n-1], s.tok.q)
	if !ok {
		last = unknownMember(parts[n-1])
	}
	items, told := make([]statement, n), ok
	for k, part := range parts {
		st := last
		if k < n-1 {
			st = r.member(part, parts[n-1], last, ok, s)
		}
		if st.region == "" {
			st.region = lead.region
		}
		st.newness = st.newness || lead.newness
		items[k] = st
		told = told || st.code != "other" || endsWithAny(st.text, measuredBy())
	}
	if !told && r.partsOfTold(items, s) {
		for k := range items {
			items[k] = r.partOfCurrent(items[k].text)
		}
		return items
	}
	if !told && r.branchesOfTold(items, s) {
		for k := range items {
			items[k] = r.branchOfCurrent(items[k].text)
		}
		return items
	}
	if !told {
		return nil // 雷达、传感器制造 are no quantities: they go on with what was said before
	}
	return items
}

// consumedGoods are goods whose prices to consumers are told apart once the index of all has been told: 食品、衣着价格分别上涨3%、1%.
func (r *reader) consumedGoods(parts [][]token, s *site) []statement {
	if !r.consumerPrices || s.tok.q.Kind != "percent" {
		return nil
	}
	closing := join(trimReach(parts[len(parts)-1]))
	if !strings.HasSuffix(closing, "价格") || isName(closing) || holdsAny(r.text[r.start:s.tok.start], otherPrices()) {
		return nil
	}
	items := make([]statement, len(parts))
	for k, part := range parts {
		_, lead := r.leading(part)
		goods := strings.TrimSuffix(strings.TrimPrefix(join(trimReach(part)), "其中"), "价格")
		items[k] = statement{known: true, code: "cpi", form: "growth", time: "flow", text: "价格", head: "价格", qualifier: goods, region: lead.region}
	}
	return items
}

// partsOfTold tells of groups among whom the quantity before them is told apart: 其中城镇和农村居民分别为3.3万元和1.3万元.
func (r *reader) partsOfTold(items []statement, s *site) bool {
	if !strings.Contains(r.clauseAround(s.tok.start, s.tok.end), "其中") || r.current == nil || !money[r.current.code] {
		return false
	}
	for _, it := range items {
		if !endsWithAny(it.text, residents()) && !endsWithAny(it.text, groups()) {
			return false
		}
	}
	return true
}

// branchesOfTold tells of products among which the output told before them is told apart: 产值增长5%；陶瓷、竹木分别增长7%、9%.
func (r *reader) branchesOfTold(items []statement, s *site) bool {
	if s.measure != "growth" || r.current == nil || !madeInMoney[r.current.code] {
		return false
	}
	return !slices.ContainsFunc(items, func(it statement) bool { return utf8.RuneCountInString(it.text) > 8 })
}

// madeInMoney are the quantities that statistics tell branch by branch.
var madeInMoney = map[string]bool{"output_value": true, "value_added": true, "revenue": true, "profit": true, "exports": true, "imports": true}

// branchOfCurrent is the part that a branch has in the quantity told of the whole.
func (r *reader) branchOfCurrent(branch string) statement {
	part := *r.current
	part.industry, part.sector = branch, true
	return part
}

// residents end the names of groups of people and of where they live.
var residents = phrases("residents")

// member names one of the things before the last, which may leave out what it shares with it: 肉、奶产量.
func (r *reader) member(part, lastPart []token, last statement, lastNamed bool, s *site) statement {
	st, named := r.nameOf(part, s.tok.q)
	hit, own := indicator.Head(join(part))
	name := join(trimReach(part))
	ends := own && hit.End >= len(name) || endsWithAny(name, namesOfNumbers())
	whole := named && st.known && st.form != "growthname" && (last.time == "count" || ends)
	if whole && !spentOn(st, last, s) && !(threeSectors[name] && sharedBySectors[last.code]) {
		return st
	}
	if named = false; lastNamed {
		st, named = r.nameOf(append(append([]token(nil), part...), sharedTail(part, lastPart, last)...), s.tok.q)
	}
	if !named || endsWithAny(name, measuredBy()) && !own {
		st = unknownMember(append(append([]token(nil), part...), tailOf(part, lastPart)...))
	}
	return st
}

// namesOfNumbers end the names of how many there are: 企业户数.
var namesOfNumbers = phrases("names of numbers")

// sharedBySectors are quantities that a sector named before the last member of a list has too: 第三产业和居民生活用电量.
var sharedBySectors = map[string]bool{"energy": true, "employment": true, "tax": true}

// spentOn tells of what money is spent on, though it is a quantity elsewhere: 就业 in 就业、教育支出分别增长.
func spentOn(st, last statement, s *site) bool {
	return s.tok.q.Kind == "percent" && last.code == "fiscal_expenditure" && !money[st.code] && st.form != "rate"
}

// measuredBy are the ends of names that are whole: 事故起数 needs nothing of 死亡人数.
var measuredBy = phrases("ends of whole names")

// unknownMember is a thing that no table knows.
func unknownMember(part []token) statement {
	name := strings.TrimLeft(join(trimReach(part)), "、")
	return statement{known: true, code: "other", form: "rate", time: "flow", text: name, head: name}
}

// tailOf is what the last member adds behind its own word, as long as the other's: 报销比例 of 门诊和住院报销比例.
func tailOf(part, last []token) []token {
	if phrase := join(trimReach(part)); endsWithAny(phrase, measuredBy()) || len(last) < 2 {
		return nil
	}
	tail := last[min(len(part), len(last)-1):]
	if len(tail) > 1 && strings.HasSuffix(join(part), tail[0].text) {
		tail = tail[1:] // 产险公司、人身险公司业务
	}
	for _, price := range sharedPrices {
		if strings.HasSuffix(join(last), price) && !strings.HasSuffix(join(tail), price) {
			return []token{{kind: word, text: price}} // 药品和耗材均价
		}
	}
	return tail
}

// sharedPrices are the names of prices that the last of several things shares with the others, longest first.
var sharedPrices = []string{"销售价格", "平均价格", "均价"}

// withoutVerbs drops the verbs that open what stands between 分别 and a figure.
func withoutVerbs(toks []token) []token {
	for len(toks) > 0 && toks[0].kind == word && (toks[0].is(reach|event) || toks[0].text == "为") && !isName(toks[0].text) {
		toks = toks[1:]
	}
	toks = trimReach(toks)
	if len(toks) == 0 || toks[0].kind != word || toks[0].is(up|down|upto|downto) {
		return nil
	}
	return toks
}

// lastComma is the token of the last comma before a figure, 0 where there is none.
func (r *reader) lastComma(s *site) int {
	at := 0
	for i, t := range r.toks {
		if t.start < s.tok.start && t.kind == comma {
			at = i
		}
	}
	return at
}

// clauseItems reads the members of a list that the clause before names: 运输收入和利润，比上年分别增长….
func (r *reader) clauseItems(s *site, n int) []statement {
	to := r.lastComma(s)
	from := to
	for from > 0 && !r.toks[from-1].kind.pauses() {
		if r.toks[from-1].kind == figure {
			return nil
		}
		from--
	}
	parts := splitConj(r.toks[from:to])
	if len(parts) != n {
		return nil
	}
	items := make([]statement, n)
	for k, part := range parts {
		hit, ok := indicator.Head(join(part))
		st, named := r.nameOf(part, s.tok.q)
		if !ok || !named || !st.known || hit.End != len(join(part)) {
			return nil
		}
		items[k] = st
	}
	return items
}

// groupItems hands out a quantity to the groups of which the clause before tells how they went: 健康险和意外险快速增长，分别实现保费收入8亿元和3亿元.
func (r *reader) groupItems(behind []token, s *site, n int) []statement {
	to := r.lastComma(s)
	from := to
	for from > 0 && !r.toks[from-1].kind.pauses() {
		from--
	}
	for from < to && (r.toks[from].is(among) || r.toks[from].kind == time || strings.HasSuffix(r.toks[from].text, "是")) {
		from++ // 三是健康险和意外险快速增长
	}
	toks := r.toks[from:to]
	end := slices.IndexFunc(toks, func(t token) bool { return t.text == "等" || slices.Contains(howTheyWent(), t.text) })
	if r.Report.Kind != "" || end < 0 || slices.ContainsFunc(toks, func(t token) bool { return t.kind == figure }) {
		return nil
	}
	parts := splitConj(toks[:end])
	if len(parts) != n {
		return nil
	}
	st, ok := r.nameOf(withoutVerbs(behind), s.tok.q)
	if !ok && r.current != nil && money[r.current.code] && s.measure == "growth" {
		st, ok, s.inherited = *r.current, true, true
	}
	items := make([]statement, n)
	for k, part := range parts {
		name := join(trimReach(part))
		if !ok || len(indicator.Terms(name)) > 0 || utf8.RuneCountInString(name) > longestGoods {
			return nil
		}
		items[k] = st
		items[k].qualifier = name
	}
	return items
}

// howTheyWent are words for how groups fared.
var howTheyWent = phrases("how groups went")

// commaItems reads the members of a list that commas part: 营业收入，增加值，利润总额分别增长….
func (r *reader) commaItems(s *site, n int) []statement {
	to := slices.IndexFunc(s.left, func(t token) bool { return t.kind == word && t.is(resp) })
	if to < 0 {
		return nil
	}
	to = slices.IndexFunc(r.toks, func(t token) bool { return t.start == s.left[to].start })
	for to > 0 && (r.toks[to-1].kind == time || r.toks[to-1].text == "同比") {
		to--
	}
	items := make([]statement, n)
	for k := n - 1; k >= 0; k-- {
		from := to
		for from > 0 && (r.toks[from-1].kind == word || r.toks[from-1].kind == where) && !r.toks[from-1].is(conj) {
			from--
		}
		part := r.toks[from:to]
		if i := slices.IndexFunc(part, func(t token) bool { return t.text == "比" || t.text == "较" }); i >= 0 && k == n-1 {
			part = part[:i]
		}
		part = trimReach(part)
		hit, ok := indicator.Head(join(part))
		st, named := r.nameOf(part, s.tok.q)
		if !ok || !named || !st.known || hit.End != len(join(part)) {
			return nil
		}
		items[k] = st
		if to = from - 1; k > 0 && (to < 0 || r.toks[to].kind != comma && r.toks[to].kind != dun && !r.toks[to].is(conj)) {
			return nil
		}
	}
	return items
}

// jointly reads one figure said of several quantities, 财政总收入和地方级收入增长15%: one statement for each.
func (r *reader) jointly(s *site, own bool) []statement {
	rates := (s.measure == "share" || s.measure == "rate") && saidOfEach(s.left) < len(s.left)
	if !own || s.driver || s.nounAfter || s.tok.q.Kind == "count" || !rates && !saidJointly[s.measure] {
		return nil
	}
	np, lead := r.leading(withoutBrackets(s.nounPhrase))
	parts := splitConj(np)
	two := townAndCountry(np[:saidOfEach(np)])
	if two != nil && saidOfEach(s.left) < len(s.left) && (len(parts) == 1 || strings.Contains(join(np), "存、贷款")) {
		return r.members(two, s, lead) // 存贷款余额均突破7000亿元
	}
	if listed := r.indicatorsListed(np); listed != nil {
		parts = listed
	}
	if len(parts) == 2 && split2[join(trimReach(parts[0]))] {
		if two := r.members(parts, s, lead); two != nil && two[0].code == "resident_income" && two[1].code == "resident_income" {
			return two // 城镇和农村居民收入均增长8%
		}
	}
	if n := len(parts); n > 1 {
		parts[n-1] = withoutPace(parts[n-1])
	}
	if len(parts) < 2 || len(parts) > 6 {
		return nil
	}
	items := make([]statement, len(parts))
	for k, part := range parts {
		phrase := join(trimReach(part))
		if strings.Contains(phrase, "等") {
			return nil
		}
		hit, ok := indicator.Head(phrase)
		if hit.Entry.Text == "贸易" && k+1 < len(parts) {
			return nil // it shares the name of the last: 国内贸易和技术合作成交额
		}
		if rates && !endsInRate(phrase) {
			return nil
		}
		if rates {
			hit.End, ok = len(phrase), true // 办复率和满意率均为100%
		}
		if !ok || hit.End != len(phrase) || hit.Entry.Form == "growthname" || !fits(hit.Entry.Code, s.tok.q.Unit.Code) {
			return nil
		}
		st, named := r.nameOf(part, s.tok.q)
		if !named || !st.known {
			return nil
		}
		if st.region == "" {
			st.region = lead.region
		}
		items[k] = st
	}
	return items
}

// saidJointly are the measures that one figure may tell of several quantities. A rate or share needs a word for it: 均为5%.
var saidJointly = map[string]bool{"growth": true, "change": true, "level": true, "rank": true, "multiple": true}

// sumsUp tells of money that several things named before it come to together, and not each: 发放贷款和补贴8亿元. Aggregates that pass a mark do so each.
func (r *reader) sumsUp(s *site, items []statement) bool {
	if s.measure != "level" || s.tok.q.Kind != "amount" || saidOfEach(s.left) < len(s.left) || s.passesMark() || hasWord(s.left, "突破") {
		return false
	}
	for _, st := range items {
		if macro[st.code] && st.code != items[0].code || macro[items[0].code] && st.code != items[0].code {
			return false
		}
	}
	return true
}

// togetherOf is what the things named before a sum are together.
func togetherOf(items []statement) statement {
	sum := items[0]
	for _, st := range items[1:] {
		if !strings.Contains(sum.text, st.text) {
			sum.text += "、" + st.text
		}
		if !strings.Contains(sum.qualifier, st.qualifier) {
			sum.qualifier = joinQualifiers(sum.qualifier, st.qualifier, false)
		}
		if st.industry != sum.industry {
			sum.industry, sum.sector = "", false
		}
	}
	return sum
}

// saidOfEach is where the 均 or 双双 stands that says a figure of each thing named before it, behind the last word where there is none.
func saidOfEach(toks []token) int {
	if i := slices.IndexFunc(toks, func(t token) bool { return t.kind == word && (t.is(each) || strings.HasPrefix(t.text, "均")) }); i >= 0 {
		return i
	}
	return len(toks)
}

// withoutPace drops the 每年都以 between what grows and its pace.
func withoutPace(toks []token) []token {
	for n := len(toks); n > 1 && (toks[n-1].text == "以" || toks[n-1].text == "每年" || toks[n-1].kind == time || toks[n-1].is(each)); n-- {
		toks = toks[:n-1]
	}
	return toks
}

// indicatorsListed are the names before the number of indicators that a figure is said of: 产值、税收、利润三项指标均居第一.
func (r *reader) indicatorsListed(np []token) [][]token {
	if len(np) == 0 || np[0].text != "指标" {
		return nil
	}
	at := slices.IndexFunc(r.toks, func(t token) bool { return t.start == np[0].start })
	if at < 2 || r.toks[at-1].kind != figure || r.toks[at-1].q.Kind != "count" {
		return nil
	}
	from, to := at-1, at-1
	if r.toks[to-1].text == "等" {
		to--
	}
	for from > 0 && r.toks[from-1].kind != comma && r.toks[from-1].kind != semi && r.toks[from-1].kind != stop && r.toks[from-1].kind != figure {
		from--
	}
	if n, err := r.toks[at-1].q.Value.Int64(); err != nil || int(n) != len(splitConj(r.toks[from:to])) {
		return nil
	}
	return splitConj(r.toks[from:to])
}

// trimReach drops the words of reaching and of each that close a phrase: 均, 都, 达到.
func trimReach(toks []token) []token {
	for len(toks) > 0 && toks[len(toks)-1].kind == word && toks[len(toks)-1].is(reach|each) && !isName(toks[len(toks)-1].text) {
		toks = toks[:len(toks)-1]
	}
	return toks
}

func onlyReach(toks []token) bool {
	for _, t := range toks {
		if t.kind == word && t.class == 0 {
			return false
		}
	}
	return true
}

// sharedTail is the end of the last member that its brothers leave out: 增加值 of 第三产业增加值, 产业在手大项目投资总额 of
// 高新产业在手大项目投资总额.
func sharedTail(part, last []token, st statement) []token {
	phrase := join(last)
	at := strings.LastIndex(phrase, st.head)
	if at < 0 {
		return nil
	}
	// 农村居民人均可支配收入 is one name, but 城镇、 before it shares 居民人均可支配收入.
	if inner := sharedName(st.head); inner != "" {
		return []token{{kind: word, text: inner}}
	}
	if st.industry != "" {
		if i := strings.Index(phrase, st.industry); i >= 0 && i < at {
			at = i + len(st.industry)
			if own := join(part); strings.HasSuffix(st.industry, "产业") && !strings.HasSuffix(own, "业") {
				at -= len("产业")
			}
		}
	}
	return []token{{kind: word, text: phrase[at:]}}
}

// sharedName strips from a name the word that tells it from its brothers.
func sharedName(name string) string {
	for _, own := range whoseIncome() {
		if rest, ok := strings.CutPrefix(name, own); ok && strings.Contains(rest, "收入") {
			return rest
		}
	}
	for _, h := range indicator.Industries(name) {
		if h.Start == 0 && h.End < len(name) {
			return name[h.End:]
		}
	}
	return ""
}

// whoseIncome begin the names of incomes.
var whoseIncome = phrases("whose income")

func splitConj(toks []token) [][]token { return split(toks, true) }
func splitDun(toks []token) [][]token  { return split(toks, false) }

func split(toks []token, words bool) [][]token {
	var parts [][]token
	from := 0
	for i, t := range toks {
		if t.kind == dun || words && t.kind == word && t.is(conj) && t.text != "或" {
			if i > from {
				parts = append(parts, toks[from:i])
			}
			from = i + 1
		}
	}
	if from < len(toks) {
		parts = append(parts, toks[from:])
	}
	return parts
}

// townAndCountry opens 城乡居民 and 存贷款 into their two.
func townAndCountry(toks []token) [][]token {
	phrase := join(toks)
	for _, pair := range twoInOne {
		if strings.Contains(phrase, pair[0]) {
			one := strings.Replace(phrase, pair[0], pair[1], 1)
			other := strings.Replace(phrase, pair[0], pair[2], 1)
			return [][]token{{{kind: word, text: one}}, {{kind: word, text: other}}}
		}
	}
	return nil
}

// twoInOne are names that say two things in one breath, and the two.
var twoInOne = [][3]string{
	{"城乡居民", "城镇居民", "农村居民"}, {"城乡常住居民", "城镇常住居民", "农村常住居民"}, {"城乡人均", "城镇居民人均", "农村居民人均"},
	{"产销量", "产量", "销量"}, {"产销", "产量", "销量"}, {"城乡低保", "城市低保", "农村低保"}, {"存贷款", "存款", "贷款"}, {"存、贷款", "存款", "贷款"}, {"进出口", "进口", "出口"},
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

// changeGoesOn lets each member of a list share what the first is told to have changed by, and which way: 分别减少3亿元、2亿元和1亿元.
func (r *reader) changeGoesOn(s *site) {
	last := r.lastInSentence()
	if last == nil || last.Measure != "change" || s.measure != "level" && s.rule != "points" || !r.inOneBreath() {
		return
	}
	if counted := s.tok.q.Kind == "count" && countsThings(last.Indicator); last.Unit != s.tok.q.Unit.Code && !counted {
		return // 减少6起、56人
	}
	s.measure, s.base, s.rule = last.Measure, last.Base, last.Rule
	if last.Value.Negative {
		s.sign = -1
	}
}

// fromList gives the next member where a list is being handed out.
func (r *reader) fromList(s *site) (statement, bool) {
	if r.list == nil || r.listAt >= len(r.list) || !r.inUnitOfList(s.tok.q) {
		return statement{}, false
	}
	first := r.listSite
	turned := false
	for _, t := range s.left {
		switch {
		case t.kind == dun || t.kind == note || t.kind == blank || t.kind == word && t.is(conj|reach):
		case t.is(up|down) && (first.measure == "growth" || first.measure == "change"):
			turned = true // 分别增长5%和下降3%
		default:
			return statement{}, false
		}
	}
	st := r.list[r.listAt]
	r.listAt++
	if q := s.tok.q; q.BoundAfter && r.listAt == len(r.list) {
		r.shareBound(q.Bound, len(r.list)-1)
	}
	if turned && s.measure == first.measure {
		s.base, s.inherited = first.base, first.inherited
		return st, true
	}
	if s.tok.q.Bound == "exact" && boundsAll(first.tok.q) && behindResp(first) {
		s.sharedBound = first.tok.q.Bound // 分别超85%、90%
	}
	s.measure, s.base, s.sign = first.measure, first.base, first.sign
	if st.turned != 0 {
		s.sign = st.turned
	}
	s.predicate, s.arrived, s.inherited = first.predicate, first.arrived, first.inherited
	if s.tok.q.Kind != "multiple" || first.tok.q.Kind == "multiple" {
		s.rule = first.rule
	}
	return st, true
}

// inUnitOfList tells of a figure in the unit of the list that is being handed out. A multiple goes on with percents: 分别增长80%和1.2倍.
func (r *reader) inUnitOfList(q *unit.Quantity) bool {
	return r.listUnit == "" || q.Unit.Code == r.listUnit || r.listUnit == "percent" && q.Kind == "multiple"
}

// boundsAll tells of a bound before the first of several figures, which is of them all: 分别超85%、90%.
func boundsAll(q *unit.Quantity) bool {
	return !q.BoundAfter && (q.Bound == "over" || q.Bound == "nearly")
}
