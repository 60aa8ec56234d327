package figure

import (
	"strings"
	"unicode/utf8"

	"yiyuan/transform/indicator"
)

// This file sorts the words before the head of a noun phrase: the industry, whether it is new, and what else restricts it.

// modifiers sorts what stands before the head of a phrase into industry and qualifier.
func (r *reader) modifiers(st *statement, toks []token, before string) {
	var rest restriction
	rest.add(st.qualifierLead())
	for _, t := range onceBuiltApart(r.withoutMainAreas(tokensOf(toks, before))) {
		r.modifier(st, &rest, t)
	}
	st.newness = st.newness || strings.HasSuffix(before, "新增") // also inside a longer word: 城镇新增就业
	text := strings.Trim(rest.text.String(), "、，和与及的")
	text = r.takeIndustry(st, text)
	if text = strings.Trim(text, "、，和与及的"); !endsWithAny(text, agesOfLife()) {
		text = strings.TrimSuffix(text, "年")
	}
	if ofProducts[st.code] || ofGoods[st.head] {
		text = trimAhead(text, keeping().words...)
	}
	found := ""
	if st.code == "reserves" {
		found = leading(text, foundInGround())
	}
	if of := text[len(found):]; found != "" && st.industry == "" && of != "" && newnessOf(of) == "" && namesProduct(of) {
		st.industry, st.sector, text = of, true, found // 探明锰矿储量
	} else if village, of := villageApart(text); st.industry == "" && ofProducts[st.code] && !st.newness && of != "" && namesProduct(of) {
		st.industry, st.sector, text = of, true, village
	}
	_, product := villageApart(strings.TrimPrefix(strings.TrimPrefix(text, "全球"), "中国"))
	if st.industry == "" && ofGoods[st.head] && !st.newness && namesGoods(product) {
		st.industry, st.sector, text = product, true, strings.TrimSuffix(text, product)
	}
	if st.industry == "" && st.time == "count" {
		if hits := whole(indicator.Industries(st.counter), st.counter); len(hits) > 0 {
			st.industry, st.sector = hits[0].Entry.Text, true
		}
	}
	st.qualifier = joinQualifiers(text, st.qualifier, strings.HasPrefix(st.head, st.qualifier))
}

// namesProduct tells of words before the name of an output that are what is made: 生铁 of 生铁产量, not 出口 of 出口产量.
func namesProduct(text string) bool {
	oneOf := strings.HasPrefix(text, "一") && !strings.HasPrefix(text, "一次")
	if noProduct()[text] || oneOf || startsWithAny(text, []string{"占", "该"}) {
		return false
	}
	return !endsWithAny(text, makers()) && !endsWithAny(text, []string{"出口", "进口"})
}

// keeping are verbs for keeping animals, before their name.
var keeping = phrases("keeping animals")

// villageApart parts the name of a village from that of what grows there: 上庄村梨树.
func villageApart(text string) (village, of string) {
	if i := strings.LastIndex(text, "村"); i > 0 && !strings.HasSuffix(text[:i], "农") && !strings.HasSuffix(text[:i], "乡") {
		return text[:i+len("村")], text[i+len("村"):]
	}
	return "", text
}

// foundInGround are words for what has been found to lie there, peopleByRegister for how people are registered.
var foundInGround, peopleByRegister = phrasesByFirst("found in the ground"), phrases("people by register")

// agesOfLife are people by their age, whose 年 is none of the calendar.
var agesOfLife = phrases("ages of life")

// onceBuiltApart drops what a quantity waits for, up to its 后 or 后年: 工厂投产后年可实现产值.
func onceBuiltApart(toks []token) []token {
	for i := len(toks) - 1; i > 0; i-- {
		if laterYears[toks[i].text] && awaited().has(toks[i-1].text) {
			return toks[i+1:]
		}
	}
	return toks
}

var laterYears = map[string]bool{"后": true, "之后": true, "以后": true, "后年": true}

// restriction collects the words that restrict a quantity; light words are kept only between two of them.
type restriction struct {
	text    strings.Builder
	pending string
}

func (b *restriction) add(s string) {
	b.text.WriteString(b.pending + s)
	b.pending = ""
}

func (b *restriction) pass(s string) {
	if b.text.Len() > 0 {
		b.pending += s
	}
}

// tokensOf are the tokens that make up the first part of a phrase, the last of them cut where it goes on beyond it.
func tokensOf(toks []token, before string) []token {
	out := make([]token, 0, len(toks))
	used := 0
	for _, t := range toks {
		if t.kind == note || t.kind == blank {
			continue
		}
		if used+len(t.text) > len(before) {
			if used < len(before) {
				t.text, t.class = before[used:], 0
				out = append(out, t)
			}
			break
		}
		used += len(t.text)
		out = append(out, t)
	}
	return out
}

// modifier takes one word before the head into the statement: where, whether it is new, stands or has happened, or else
// what it restricts.
func (r *reader) modifier(st *statement, rest *restriction, t token) {
	switch {
	case t.kind == figure && (t.q.Kind == "duration" || t.q.Kind == "date"), t.kind == time:
	case t.kind == where:
		code := r.regionOf(t.at)
		if code != "" && code != "100000" && st.region == "" && t.at.Full && (r.Report.Kind != "" || r.local() || !r.aroundHome(code)) {
			st.region = code
		} else if !everywhere()[t.text] {
			rest.add(t.text)
		}
	case t.kind != word:
		rest.add(t.text)
	case t.is(exist) && !t.is(event) && !attributive()[t.text]:
		st.existing = st.existing || t.text == "累计" || t.text == "现有" || t.text == "共有"
		rest.pass(t.text)
	case t.is(exist):
		st.existing = true
		rest.add(t.text)
	case t.is(newness):
		st.newness = true
		rest.add(t.text)
	case attributive()[t.text]:
		rest.add(t.text)
	case deedDescribes()[t.text]:
		st.happened = st.happened || t.is(event)
		rest.add(t.text)
	case t.is(event) && !isName(t.text):
		st.happened = st.happened || !(st.code == "enterprise_count" && waysOfMaking().has(t.text)) // 眼镜生产企业 have made nothing yet
		if stage[t.text] && (st.code == "project_count" || st.code == "enterprise_count") {
			rest.add(t.text)
		} else if t.is(verbal) {
			rest.pass(t.text)
		}
	case t.is(basis):
	case t.is(reach|aim|expect|among|resp|each|up|down) && len(t.text) <= 6, t.text == "的":
		rest.pass(t.text)
	default:
		if code, ok := r.deictic(t.text); ok && st.region == "" {
			st.region = code
		}
		if !everywhere()[t.text] {
			rest.add(t.text)
		}
	}
}

// takeIndustry finds the industry among the restrictions and gives back what is left of them. In the middle of a phrase it
// stays where it is.
func (r *reader) takeIndustry(st *statement, text string) string {
	if st.industry != "" {
		return strings.Replace(text, st.industry, "", 1)
	}
	if st.code == "population" && endsWithAny(text, peopleByRegister()) {
		return text // 农业人口
	}
	hits := whole(indicator.Industries(text), text)
	if len(hits) == 0 {
		if strings.HasSuffix(text, "经济") && st.counter == "开发区" {
			return text // 国家级经济开发区
		}
		if name, ok := industryByShape(text); ok {
			st.industry = name
			return strings.TrimSuffix(text, name)
		}
		return text
	}
	h := hits[len(hits)-1]
	st.industry, st.sector = h.Entry.Text, h.Entry.Sector
	after := text[h.End:]
	if after == "产业" {
		// A line of business in front of the head: 锂电新能源产业 产值.
		st.industry, st.sector = st.industry+"产业", false
	}
	if !strings.HasPrefix(after, "产业化") {
		after = strings.TrimPrefix(strings.TrimPrefix(after, "产业"), "业")
	}
	if st.time != "count" && (after == "产品" || after == "作物") {
		after = ""
	}
	if h.Start > 0 && after != "" && (st.time == "count" || startsWithAny(after, inTrade()) || strings.HasSuffix(after, "企业")) {
		return text
	}
	return strings.TrimSuffix(text[:h.Start], "、") + after
}

// inTrade are those who are in a trade, behind its name.
var inTrade = phrases("in a trade")

// ofProducts are quantities of a product: what stands before their name is the product.
var ofProducts = map[string]bool{"output_volume": true, "reserves": true, "capacity": true, "market_share": true}

// ofGoods are the names of quantities of a crop, an animal or goods that stand before them: 紫薯种植面积.
var ofGoods = map[string]bool{"种植面积": true, "存栏": true, "存栏量": true, "需求量": true, "消费量": true, "销量": true, "销售量": true}

// namesGoods tells of a short name that can be that of goods, and not of a place, a season or those who have them.
func namesGoods(name string) bool {
	size := utf8.RuneCountInString(name)
	return size > 1 && size < 6 && !holdsAny(name, notInProducts()) && !noProduct()[name]
}

// notInProducts are words that no short name of goods holds.
var notInProducts = phrases("not in products")

// makers end the names of those who make a product.
var makers = phrases("makers")

// noProduct are words that stand there and name none.
var noProduct = phraseSet("no products")

// stage are the verbs that tell the stages of a project.
var stage = map[string]bool{
	"开复工": true, "复工": true, "签约": true, "集中签约": true, "开工": true, "集中开工": true, "竣工": true, "投产": true, "建成": true,
	"建成投产": true, "竣工投产": true, "开工建设": true, "续建": true, "对接": true, "引进": true, "招引": true, "储备": true, "谋划": true,
}

// attributive are verbs that describe the thing they stand before, which stands so at a day: 上市企业, 入驻企业; deedDescribes are those that tell besides
// what has happened: 参展企业.
var attributive, deedDescribes = phraseSet("attributive verbs"), phraseSet("describing verbs")

// everywhere are the words for the whole of a place; they say whose a figure is and restrict nothing.
var everywhere = phraseSet("the whole of a place")

// wholesOfPlaces are the same in the order of their table.
var wholesOfPlaces = phrases("the whole of a place")

// joinQualifiers puts a restriction before one that the name of the quantity brings with it.
func joinQualifiers(outer, inner string, adjacent bool) string {
	switch {
	case inner == "" || strings.Contains(outer, inner):
		return outer
	case outer == "":
		return inner
	case adjacent:
		return outer + inner
	}
	return outer + "，" + inner
}

// whole drops industries of one character that are part of a longer word: 钢 of 钢铁.
func whole(hits []indicator.Hit[indicator.Industry], text string) []indicator.Hit[indicator.Industry] {
	kept := hits[:0]
	for _, h := range hits {
		if h.Entry.Text == "工业" && strings.HasSuffix(text[:h.Start], "加") {
			continue // 加工业 is one word
		}
		if namesSite(h.Entry.Text, text[h.End:]) || worksField(h.Entry.Text, text[h.End:]) {
			continue
		}
		if len(h.Entry.Text) > 3 || len(text) == 3 {
			kept = append(kept, h)
		}
	}
	return kept
}

// namesSite tells of an industry that is only in the name of the land set apart for any: 工业园区, 高新技术产业开发区.
func namesSite(industry, behind string) bool {
	return (industry == "工业" || industry == "高新技术产业") && startsWithAny(behind, sites())
}

// worksField tells of a 机械 that is how a field is worked, and no branch: 机械收获, 机械化耕作.
func worksField(industry, behind string) bool {
	return industry == "机械" && startsWithAny(behind, doneByMachines())
}

// doneByMachines are what stands behind such a one.
var doneByMachines = phrases("done by machines")

// sites are how the names of such land go on.
var sites = phrases("sites")

func (st *statement) qualifierLead() string {
	if st.newness {
		lead := st.qualifier
		st.qualifier = ""
		return lead
	}
	return ""
}

// noIndustry end like the names of industries and are none.
var noIndustry = phrases("no industry")

// industryByShape reads 竹产业, 白羽肉鸡产业, 光电信息产业链 as industries though no table lists them.
func industryByShape(text string) (string, bool) {
	for _, suffix := range shapesOfIndustries().words {
		if !strings.HasSuffix(text, suffix) || len(text) <= len(suffix) || holdsAny(text[max(0, len(text)-6):], noIndustry()) {
			continue
		}
		name := text
		if start := strings.LastIndexAny(text[:len(text)-len(suffix)], "、和与，“”"); start >= 0 {
			_, size := firstRune(text[start:])
			name = text[start+size:]
		}
		return name, !namesGroup(name)
	}
	return "", false
}

// shapesOfIndustries end the names of industries.
var shapesOfIndustries = phrases("shapes of industries")

// namesGroup tells of a name with the shape of an industry's that is of no one industry: 上下游产业, 赛瑞特等产业链, 某某镇产业.
func namesGroup(name string) bool {
	if strings.Contains(name, "等") || holdsAny(name, doings()) || startsWithAny(name, noOneIndustry()) {
		return true
	}
	for end := range name {
		if stage[name[:end]] {
			return true
		}
	}
	return false
}

// doings are verbs that a line without a pause puts before a word for industries: 累计投入产业. noOneIndustry begin names of no one industry.
var doings, noOneIndustry = phrases("doings before industries"), phrases("no one industry")
