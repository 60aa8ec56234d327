package figure

import (
	_ "embed"
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"yiyuan"
	"yiyuan/transform/indicator"
	"yiyuan/transform/place"
	"yiyuan/transform/search"
	"yiyuan/transform/tables"
)

//go:embed branches.csv
var branchesCSV string

func init() { tables.Register("branches.csv", &branchesCSV) }

// branches are the names of branches.csv by their first character.
var branches = sync.OnceValue(func() *byFirst[string] {
	out := &byFirst[string]{}
	for _, line := range strings.Split(branchesCSV, "\n") {
		if line != "" && line != "branch" && !strings.HasPrefix(line, "#") {
			out.add(line, line)
		}
	}
	return out
})

// noBranch are what follows a name of a branch in the name of a body.
var noBranch = phrases("no branch")

// branchIn is the longest name of a branch or industry in a phrase, of several as long the first, "" where there is none. Names of one
// character count only as the whole phrase.
func branchIn(phrase string) string {
	found := ""
	for i, starting := range branches().in(phrase) {
		for _, b := range starting {
			if len(b) <= len(found) || !strings.HasPrefix(phrase[i:], b) {
				continue
			}
			if strings.HasSuffix(phrase[:i], "非") {
				continue // 非金融类
			}
			if after := phrase[i+len(b):]; !startsWithAny(after, noBranch()) && !strings.Contains(after, b) && !namesBody(after) {
				found = b
			}
		}
	}
	for _, h := range slices.Backward(indicator.Industries(phrase)) {
		name, after := h.Entry.Text, phrase[h.End:]
		if len(name) <= len(found) || strings.HasSuffix(name, "量") || utf8.RuneCountInString(name) == 1 && name != phrase {
			continue
		}
		if !startsWithAny(after, noBranch()) && !namesSite(name, after) && !worksField(name, after) && !namesBody(after) {
			return name
		}
	}
	return found
}

// fields reads 在纺织服装、汽车等领域, 涉及电力、铁路、煤炭等行业.
var fields = regexp.MustCompile(`(?:^|[，；：]|在|向|涉及|涵盖|对|与)([\p{Han}、]{2,18}?)(?:等|等多个|等重点)?(?:领域|行业)`)

// lineOfBusiness is the industry of a figure whose own phrase has none in the tables: a branch it names, what drives it, the field its
// clause speaks of, the project it is of, or the one industry that its sentence has named.
func (r *reader) lineOfBusiness(f *yiyuan.Fact, s *site, st statement) string {
	if namesSector(st.text) && !isName(st.text) {
		return st.text
	}
	if s.rule == "contribution.to" {
		return r.driverOf(s)
	}
	if f.Indicator == "region_count" {
		return "" // places are of no branch, whatever they have or do
	}
	if b := branchIn(st.qualifier + st.text + st.counter); b != "" {
		return b
	}
	if name := pricedGoods(st.text); name != "" {
		return name
	}
	if name := fieldIn(r.clauseAround(s.tok.start, s.tok.end)); name != "" {
		return name
	}
	if b := branchIn(join(withoutBrackets(s.nounPhrase))); b != "" && !namesSome(s.nounPhrase) && !listedBeside(b, s.nounPhrase, st) {
		return b
	}
	if name := r.bracketed(s); name != "" {
		return name
	}
	if b := branchBehind(f, s); b != "" {
		return b
	}
	if f.SubjectKind == "project" || f.SubjectKind == "park" || f.SubjectKind == "other" {
		if name := productOf(f.Subject); name != "" {
			return name
		}
	}
	if ofProducts[f.Indicator] && f.Measure == "level" && weighed[f.Unit] && !s.inherited && weighsGoods(s) {
		if named := tradesIn(st.text); len(named) == 1 && named[0].start == 0 && named[0].end == len(st.text) {
			return named[0].trade
		}
		return st.text // 石油3亿吨，天然气200亿立方米，钾盐9万吨
	}
	if r.onLandOfNoCrop(f, st.text) {
		return ""
	}
	if name := r.branchOfLastClause(f, s, st); name != "" {
		return name
	}
	last := r.lastInSentence()
	if r.pastParts(last, s) {
		last = nil // 计划投资80亿元，其中交通30亿元；实际完成90亿元
	}
	if last != nil && last.Industry != "" && (st.region == "" || s.inherited) && r.goesOnOfLine(f, last, s, &st) {
		return last.Industry
	}
	if last != nil && last.Industry != "" && st.region == "" && st.qualifier == "" && sumsOneCrop(f, last, st.text) && !r.ownSubject(s, st) {
		return last.Industry // 茶叶产量3万吨，采摘面积2万亩，实现产值9亿元
	}
	if themed[f.Indicator] && st.region == "" {
		return r.theme(s, f.Indicator)
	}
	return ""
}

// listedBeside tells of a branch that another member of the list is of, which the phrase names the group beside: 医疗保健、教育价格.
func listedBeside(branch string, phrase []token, st statement) bool {
	if st.qualifier == "" || branchIn(st.qualifier) != "" {
		return false
	}
	listed := join(phrase)
	member := strings.HasPrefix(listed, branch) || strings.Contains(listed, "、"+branch) || strings.Contains(listed, "和"+branch)
	return member && (strings.Contains(listed, st.qualifier+"、") || strings.Contains(listed, "、"+st.qualifier))
}

// branchOfLastClause is the branch whose going the clause before tells in words alone: 服务业较快发展，实现增加值63亿元.
func (r *reader) branchOfLastClause(f *yiyuan.Fact, s *site, st statement) string {
	if f.Measure != "level" || !booked[f.Indicator] || st.region != "" || len(s.left) == 0 || !actsFirst(s) {
		return ""
	}
	said := r.text[r.start:s.tok.start]
	at := lastPause(said)
	if at == 0 || !strings.HasSuffix(said[:at], "，") {
		return ""
	}
	said = strings.TrimSuffix(said[:at], "，")
	clause := trimAhead(said[lastPause(said):], wholesOfPlaces().words...)
	name := ""
	for _, h := range indicator.Industries(clause) {
		if h.Start == 0 && strings.HasSuffix(h.Entry.Text, "业") {
			name = h.Entry.Text
		}
	}
	if rest := clause[len(name):]; name == "" || holdsDigits(clause) || namesBody(rest) || startsWithAny(rest, noBranch()) || utf8.RuneCountInString(rest) > longestGoing {
		return ""
	}
	return name
}

// longestGoing is how many characters say at most how a branch goes.
const longestGoing = 12

// goesOnOfLine tells of a figure that is of the line told before it, unless it names one of its own: 白酒产量增长5%，利润增长8%.
func (r *reader) goesOnOfLine(f, last *yiyuan.Fact, s *site, st *statement) bool {
	if ofProducts[f.Indicator] || f.PartOf != "" || f.Indicator == "profit" {
		return true
	}
	if f.Measure == "level" || last.Indicator != f.Indicator || f.Indicator == "cpi" && !s.inherited && f.Unit != "pp" {
		return false // 食品价格上涨1.9%，居住上涨4.7%
	}
	return (s.inherited || !r.ofOwnLine(f, s, last)) && !st.ofPriceGroup()
}

// onLandOfNoCrop tells of an area in a list of works of a report that is of no crop told beside it: 新发展核桃2万亩，改造中低产田1.5万亩.
func (r *reader) onLandOfNoCrop(f *yiyuan.Fact, name string) bool {
	return r.Report.Kind != "" && f.Indicator == "area" && endsWithAny(name, landOfNoCrop())
}

// landOfNoCrop end the names of land that a list of works tells of beside what is planted.
var landOfNoCrop = phrases("land of no crop")

// sumsOneCrop tells of one more of the sums that a sentence tells of a crop: 茶叶产量3万吨，采摘面积2万亩.
func sumsOneCrop(f, last *yiyuan.Fact, name string) bool {
	return ofCrop[f.Indicator] && ofCrop[last.Indicator] && utf8.RuneCountInString(name) < 7 && endsWithAny(name, cropSums())
}

// weighsGoods tells of a figure that stands right behind the name of what it weighs, which is no name of a quantity: 金矿80吨（含E级）.
func weighsGoods(s *site) bool {
	name := s.left
	if len(name) == 0 || len(name) > 3 || len(s.right) > 0 && s.right[0].kind != open {
		return false
	}
	for i, t := range name {
		if t.kind != word || !strings.HasPrefix(t.pos, "n") && !(t.is(conj) && i > 0) || t.is(event|newness|reach|exist|up|down) {
			return false
		}
	}
	return len(indicator.Terms(join(name))) == 0
}

// ofPriceGroup tells of a group of what consumers buy: 衣着类 behind 食品烟酒类.
func (st *statement) ofPriceGroup() bool {
	return st.code == "cpi" && strings.HasSuffix(st.qualifier, "类")
}

// ofOwnLine tells of a rate or growth that has a name and a clause of its own, which says nothing of the line told before it: 通村率 behind
// 港口吞吐量, 民间投资 behind 工业投资.
func (r *reader) ofOwnLine(f *yiyuan.Fact, s *site, last *yiyuan.Fact) bool {
	if last.End > s.tok.start {
		return true // what is handed out stands behind
	}
	between := r.text[last.End:s.tok.start]
	if !strings.ContainsAny(between, "，；") || strings.Contains(between, "其中") || holdsAny(f.IndicatorText, ratesOfLine()) {
		return false
	}
	return f.Indicator == "other" || f.Indicator == "fixed_asset_investment" && !strings.Contains(between, "技")
}

// ratesOfLine are rates that a list tells of the firms of one line.
var ratesOfLine = phrases("rates of a line")

// pastParts tells of a figure that a semicolon parts from the 其中 of its sentence and from last, a part of what was told before that.
func (r *reader) pastParts(last *yiyuan.Fact, s *site) bool {
	if last == nil || last.PartOf == "" || r.partOf >= 0 || !strings.Contains(r.text[last.End:s.tok.start], "；") {
		return false
	}
	before := r.text[r.start:last.Start]
	number := strings.IndexAny(before, "0123456789")
	return number >= 0 && search.LastIndex(before, "其中") > number
}

// bracketed is the branch that a figure alone in brackets is of: 石化化工（33亿元）.
func (r *reader) bracketed(s *site) string {
	before, after := strings.TrimRight(r.saidBefore(s), "（("), r.text[s.tok.end:r.end]
	if len(before) == s.tok.start-r.start || !startsWithAny(after, []string{"）", ")"}) {
		return ""
	}
	if i := strings.LastIndexAny(before, "、：:，,；;。为是"); i >= 0 {
		_, size := utf8.DecodeRuneInString(before[i:])
		before = before[i+size:]
	}
	if branchIn(before) == "" || utf8.RuneCountInString(before) > 14 {
		return ""
	}
	return before
}

// branchBehind is the branch of what stands behind a figure of land, power or its cost: 70亩鲈鱼养殖基地, 投资2亿元建设的光伏发电项目.
func branchBehind(f *yiyuan.Fact, s *site) string {
	if f.Measure != "level" || f.Unit != "mu" && f.Unit != "ha" && f.Unit != "kW" && !costsWorks(f, s) {
		return ""
	}
	var behind []token
	for _, t := range s.right {
		if t.kind == comma || t.kind == semi || t.kind == dun || t.kind == figure && f.Indicator != "investment" {
			break
		}
		behind = append(behind, t)
	}
	b := branchIn(join(withoutBrackets(behind)))
	if wideBranches[b] {
		return ""
	}
	return b
}

// landNamedBehind is what stands behind a figure of land in a list whose members are all named there, so that what stands before it is of the
// land before: 40万亩|小麦、10万亩|蔬菜生产带. It is nil for any other figure.
func (r *reader) landNamedBehind(left []token, i int) []token {
	unit := r.toks[i].q.Unit.Code
	if unit != "mu" && unit != "ha" || r.lastMeasured < 0 || len(left) < 2 || left[0].kind != word || left[0].class != 0 {
		return nil
	}
	last, joint := &r.toks[r.lastMeasured], left[len(left)-1]
	if last.q.Unit.Code != unit || last.end != left[0].start || joint.kind != dun && !joint.is(conj) {
		return nil
	}
	behind := r.toks[i+1:]
	if len(behind) > 0 && behind[0].text == "的" {
		behind = behind[1:]
	}
	to := 0
	for to < len(behind) && behind[to].kind == word && behind[to].class == 0 && !(to > 0 && behind[to].pos == "v") {
		to++
	}
	if to == 0 {
		return nil
	}
	return behind[:to]
}

// costsWorks tells of the cost of works that stand behind it: 投资2亿元建设的光伏发电项目.
func costsWorks(f *yiyuan.Fact, s *site) bool {
	return f.Indicator == "investment" && len(s.right) > 0 && startsWithAny(s.right[0].text, builtFor())
}

// builtFor lead from a sum to what is built for it.
var builtFor = phrases("built for a sum")

// wideBranches are branches too wide to tell what land or a project is for.
var wideBranches = map[string]bool{"工业": true, "农业": true, "制造业": true, "服务业": true, "产业": true, "教育": true, "卫生": true}

// ofCrop are the quantities that a sentence about one crop or product tells of it.
var ofCrop = map[string]bool{"area": true, "output_volume": true, "output_value": true, "revenue": true, "profit": true}

// cropSums end the names of those that say nothing of which crop or product they are of.
var cropSums = phrases("sums of a crop")

// pricedGoods are the goods that the name of a price begins with: 鲜菜类 of 鲜菜类价格, 商品住宅 of 商品住宅销售价格.
func pricedGoods(name string) string {
	name = trimAny(trimAny(name, "同比", "环比"), "涨幅", "降幅")
	bare := trimAny(name, priceEnds().words...)
	if bare == name {
		return ""
	}
	goods := bare
	for last := ""; last != goods; {
		last, goods = goods, trimAny(goods, pricedBy().words...) // 白糖累计平均销售价格
	}
	for _, w := range placesOfPrices().words {
		if i := search.LastIndex(goods, w); i >= 0 {
			goods = goods[i+len(w):]
		}
	}
	if size := utf8.RuneCountInString(goods); size < 2 || size > 8 || noGoods().has(goods) || tellsNoGoods(goods) {
		return ""
	}
	return goods
}

// tellsNoGoods tells of words before 价格 that are not the name of goods alone: 工业生产者, 从产地.
func tellsNoGoods(name string) bool {
	return holdsAny(name, notInGoods()) || endsWithAny(name, groupsOfPrices())
}

// placesOfPrices stand before goods and say where the price is theirs, notInGoods and groupsOfPrices are of no goods.
var placesOfPrices, notInGoods, groupsOfPrices = phrases("places of prices"), phrases("not in goods"), phrases("groups of prices")

var (
	priceEnds = phrases("prices")
	pricedBy  = phrases("priced by")
	noGoods   = phrases("no goods")
)

// lineOfFirms is the line that firms counted are called by, and what restricts them besides: 制袜 of 制袜企业.
func lineOfFirms(qualifier string) (line, rest string) {
	line = qualifier
	for _, g := range append(grades().words, sizeWords().words...) {
		if i := search.LastIndex(line, g); i >= 0 {
			line = line[i+len(g):]
		}
	}
	size := utf8.RuneCountInString(line)
	if size < 2 || size > 8 || strings.ContainsAny(line, "的，“") {
		return "", qualifier
	}
	if !endsWithAny(line, linesOfFirms()) && !(size == 2 && strings.HasPrefix(line, "制")) {
		return "", qualifier
	}
	return line, strings.TrimSuffix(qualifier, line)
}

var linesOfFirms = phrases("lines of firms")

// namesSome tells of a phrase that names some of the things counted, whose names say nothing of all: 某某化工等3家企业.
func namesSome(toks []token) bool {
	return len(toks) > 0 && toks[len(toks)-1].text == "等"
}

// tellsNoLine tells of an industry that is only part of what is measured: the roads of a length, the insurance that all have, the
// schools of pupils.
func tellsNoLine(f *yiyuan.Fact, st statement) bool {
	if f.Unit == "km2" && strings.HasSuffix(st.text+f.IndicatorText, "面积") && f.SubjectKind == "region" {
		return true // the land of a place
	}
	switch f.Indicator {
	case "subsidy":
		return f.SubjectKind != "industry"
	case "park_count":
		return f.Industry == "工业" // 工业园区
	case "length":
		return endsWithAny(f.Industry, []string{"公路", "航道"}) && !strings.Contains(st.text, "里程")
	case "foreign_trade", "exports", "imports":
		if waysOfTrade[f.Industry] {
			return true // 以保税物流方式进出口28亿元
		}
	}
	if waysOfTrade[f.Industry] && f.SubjectKind != "region" && strings.Contains(f.Subject, strings.TrimSuffix(f.Industry, "口")) {
		return true // 某某港口 and what goes through it
	}
	switch f.Industry {
	case "金融":
		return (f.Indicator == "deposits" || f.Indicator == "loans") && strings.Contains(st.qualifier+st.text, "金融机构")
	case "保险":
		return holdsAny(st.qualifier+st.text, socialInsurance())
	case "教育", "卫生":
		return !money[f.Indicator] || f.Indicator == "fiscal_expenditure"
	}
	return false
}

// waysOfTrade are what goods go by, and the works for it, which are of no trade themselves.
var waysOfTrade = map[string]bool{"公路": true, "铁路": true, "高速公路": true, "物流": true, "港口": true}

// socialInsurance is no line of business.
var socialInsurance = phrases("social insurance")

// themed are the quantities that a sentence about one industry tells of it; the aggregates of a region it does not.
var themed = map[string]bool{
	"project_count": true, "investment": true, "enterprise_count": true, "chain_count": true, "financing": true, "subsidy": true,
	"output_value": true, "revenue": true, "tax": true, "talent_count": true, "case_count": true, "employment": true,
	"platform_count": true, "policy_count": true,
}

// themeTails are what follows the name of an industry that a sentence is about.
var themeTails = phrases("theme tails")

// theme is the one industry that this clause and the one before have named up to the figure, "" where they name several or none.
func (r *reader) theme(s *site, code string) string {
	text := r.saidBefore(s)
	if i := search.LastIndex(text, "；"); i >= 0 && code != "tax" { // 建筑业企业利润3亿元；税金4亿元
		text = text[i:]
	}
	if last := search.LastIndex(text, "，"); last >= 0 {
		if before := search.LastIndex(text[:last], "，"); before >= 0 {
			text = text[before+len("，"):]
		}
	}
	found := ""
	from, to := examplesIn(text)
	for _, h := range indicator.Industries(text) {
		if len(h.Entry.Text) < 6 || h.Entry.Text == "工业" || !startsWithAny(text[h.End:], themeTails()) || from <= h.Start && h.Start < to {
			continue
		}
		if found != "" && found != h.Entry.Text {
			return ""
		}
		found = h.Entry.Text
	}
	return found
}

// examplesIn is where a list of examples stands in a text, which says nothing of all that it is of: 光伏设备、节能照明等30个项目.
func examplesIn(text string) (from, to int) {
	to = search.LastIndex(text, "等")
	if to < 0 {
		return 0, 0
	}
	from = strings.LastIndexAny(text[:to], "，；") + 1
	first := strings.Index(text[from:to], "、")
	if first < 0 {
		return 0, 0
	}
	for from, first = from+first, 0; from > 0 && first < longestExample; first++ {
		_, size := utf8.DecodeLastRuneInString(text[:from])
		from -= size
	}
	return from, to
}

// longestExample is how many characters the first of such a list is taken to have.
const longestExample = 8

// driverOf is the sector whose contribution a figure tells: the one before 对, or that of the clause before.
func (r *reader) driverOf(s *site) string {
	before := join(s.left)
	if i := strings.Index(before, "对"); i > 0 {
		if name := productOf(before[:i]); name != "" {
			return name
		}
	}
	if last := r.lastInSentence(); last != nil {
		return last.Industry
	}
	return ""
}

// fieldIn is the field that a clause speaks of, as written.
func fieldIn(clause string) string {
	if !strings.Contains(clause, "领域") && !strings.Contains(clause, "行业") {
		return "" // the pattern is dear
	}
	m := fields.FindStringSubmatch(clause)
	if m == nil {
		return ""
	}
	name := strings.Trim(m[1], "、")
	for _, w := range leadsToFields().words {
		if i := search.LastIndex(name, w); i >= 0 {
			name = name[i+len(w):]
		}
	}
	if branchIn(name) == "" && len(indicator.Industries(name)) == 0 {
		return ""
	}
	return name
}

// leadsToFields stand before the field that a clause names.
var leadsToFields = phrases("leads to fields")

// productOf is the industry or product in a name: 动力电池 of 某某动力电池项目.
func productOf(name string) string {
	if hits := whole(indicator.Industries(name), name); len(hits) > 0 {
		if h := hits[len(hits)-1]; !startsWithAny(name[h.End:], noBranch()) {
			return h.Entry.Text
		}
	}
	return branchIn(name)
}

// settleLine gives a figure whose name has no industry the line of business that it is told of.
func (r *reader) settleLine(f *yiyuan.Fact, s *site, st statement) {
	if f.Industry == "产业" || f.Industry == "行业" {
		f.Industry = ""
	}
	f.Industry, f.Counter = strings.TrimSuffix(f.Industry, "年末"), strings.TrimSuffix(f.Counter, "年末") // 猪年末存栏数
	if f.Industry == "" {
		f.Industry = r.lineOfBusiness(f, s, st)
	}
	if tellsNoLine(f, st) {
		f.Industry = ""
	}
	if f.Qualifier != "" && f.Industry != "" && namesSector(f.Qualifier+f.Industry) {
		f.Industry, f.Qualifier = f.Qualifier+f.Industry, "" // 信息传输、软件和信息技术服务业, whose 服务业 has a name of its own
	}
	if strings.HasSuffix(f.Industry, "业") {
		f.Industry = trimAhead(f.Industry, sizeWords().words...) // how large the firms counted are restricts the figure
	}
}

// isSector tells a line of business of the region, 电子行业, and what it groups its industries by, 五大支柱产业, from an industry that has a name of
// its own, 某某产业, 中国钢铁行业.
func isSector(name string) bool {
	if endsWithAny(name, groupsOfIndustries()) {
		return true
	}
	if !strings.HasSuffix(name, "行业") || strings.HasSuffix(name, "全行业") || strings.HasPrefix(name, "中国") {
		return false
	}
	return len(place.Scan(name)) == 0
}

// groupsOfIndustries end the names of such groups.
var groupsOfIndustries = phrases("groups of industries")
