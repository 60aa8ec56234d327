package figure

import (
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"yiyuan"
)

// A text names a trade once and goes on to tell figures of it: 种植洋芋3038亩, 亩产3000斤; a story of tea tells of 茶 even where it says
// 现有茶园31.5万亩 or 带动就业2万人. What the figure's own phrase leaves out is therefore looked for last, when the whole text has been
// read, and from near to far: in the goods that stand beside the figure, in the figure before it in its sentence, in what its paragraph
// begins with, in what the headline is about. Each holds only as far as the text between speaks of no other trade.

// tradesOfText are the goods a text names and what it is about.
type tradesOfText struct {
	named      []tradeNamed
	theme      string     // of the story, "" where it is of several or none
	ofGoods    bool       // it is a good
	ofIndustry bool       // it is 工业 as a whole
	ofProjects bool       // of which the headline names the projects
	unnamed    bool       // which the headline does not name
	met        []string   // goods that no table knows, as figures have named them
	lineEnd    int        // of the paragraph that has been looked at
	lineTrade  tradeNamed // and what it is about
}

// leastNamed is how often a story has to name its trade, its headline included, leastInParagraph a paragraph, and ofTheme, ofParagraph how
// large a part it has to be of all that the story or a paragraph name, in tenths; ofWares where it is goods, ofRivals where the headline names
// another as often.
const leastNamed, leastInParagraph, ofTheme, ofWares, ofParagraph, ofRivals = 2, 2, 3, 2, 5, 4

// ofTrades gives the figures that have no industry the trade that the text tells them of.
func (r *reader) ofTrades() {
	if len(r.out.Facts) == 0 {
		return
	}
	t := tradesOfText{named: r.outsideNames(r.text, tradesIn(r.text))}
	if r.Report.Kind == "" && !strings.Contains(r.headline(), "快讯") {
		t.theme = r.storyTrade(t.named)
		if t.theme == "" {
			t.theme, t.unnamed = r.ruling(t.named), true
		}
		t.ofIndustry = t.theme == "工业"
		t.ofProjects = strings.Contains(r.headline(), t.theme+"项目")
		if g := tradesIn(t.theme); len(g) > 0 {
			t.ofGoods = isGoods[g[0].sort]
		}
	}
	for i := range r.out.Facts {
		f := &r.out.Facts[i]
		if f.Industry = r.lineKept(f, &t); f.Industry == "" {
			f.Industry = r.tradeTold(i, &t)
		}
		if own := tradeOfQualifier(f); own != "" && !kin(own, f.Industry) {
			f.Industry = r.asWritten(own, i)
		}
		r.tradesTogether(f)
		if f.SubjectKind == "enterprise" && f.Industry == f.Subject {
			f.Industry = "" // 某某药业 is the name of a firm
		}
	}
}

// tradeTold is the trade that the nearest of what is around a figure tells it of.
func (r *reader) tradeTold(i int, t *tradesOfText) string {
	f := &r.out.Facts[i]
	if r.goodsGoThere(f) {
		if trade := r.ofStory(f, t); trade != "" || i == 0 || f.Indicator != "region_count" {
			return trade
		}
		if last := &r.out.Facts[i-1]; last.Start >= r.sentenceStart(f.Start) && (isTheme(last.Industry) || slices.Contains(t.met, last.Industry)) {
			return last.Industry // 出口花茶40吨，远销21个国家
		}
		return ""
	}
	if ofNoTrade[f.Indicator] {
		return ""
	}
	if trade := r.besideFigure(f, t); trade != "" {
		return wholeName(f, trade)
	}
	if trade := unknownGoods(f, r.text); trade != "" {
		t.met = append(t.met, trade)
		return trade
	}
	if r.ofOtherGoods(f, t) {
		return ""
	}
	if trade := r.handedTrade(i); trade != "" {
		return trade
	}
	if trade := r.ofStory(f, t); trade != "" {
		return trade
	}
	if r.onLandOfNoCrop(f, f.IndicatorText) {
		return ""
	}
	if trade := r.ofSentence(f, t); trade != "" {
		return trade
	}
	if i > 0 {
		if trade := r.tradeGoesOn(f, &r.out.Facts[i-1], t); trade != "" {
			return trade
		}
	}
	if r.Report.Kind == "" {
		return r.ofLine(f, t)
	}
	return ""
}

// ofNoTrade are aggregates of a place, and what it is made up of, which stay whole in a story of one trade.
var ofNoTrade = map[string]bool{"gdp": true, "fiscal_revenue": true, "fiscal_expenditure": true, "retail_sales": true, "cpi": true, "population": true,
	"unemployment_rate": true, "urbanization_rate": true, "deposits": true, "region_count": true, "institution_count": true, "policy_count": true, "park_count": true, "patents": true}

// goodsGoThere tells of places that the goods of a story go to, and of the bodies and measures of its trade.
func (r *reader) goodsGoThere(f *yiyuan.Fact) bool {
	if f.Indicator == "region_count" {
		return holdsAny(r.text[phraseStart(r.text, f.Start):f.Start], soldTo())
	}
	return f.Indicator == "institution_count" || f.Indicator == "policy_count"
}

// soldTo are words for goods on their way to other places.
var soldTo = phrases("sold to")

// outsideNames drops the goods that are part of the name of a firm.
func (r *reader) outsideNames(text string, named []tradeNamed) []tradeNamed {
	type inName struct {
		offset int
		name   string
	}
	names, seen := map[string][]inName{}, map[string]bool{}
	for i := range r.out.Facts {
		f := &r.out.Facts[i]
		if f.SubjectKind != "enterprise" || seen[f.Subject] {
			continue
		}
		seen[f.Subject] = true
		for _, g := range tradesIn(f.Subject) {
			word := f.Subject[g.start:g.end]
			names[word] = append(names[word], inName{g.start, f.Subject})
		}
	}
	if len(names) == 0 {
		return named
	}
	kept := named[:0]
	for _, g := range named {
		inside := false
		for _, n := range names[text[g.start:g.end]] {
			inside = inside || g.start >= n.offset && strings.HasPrefix(text[g.start-n.offset:], n.name)
		}
		if !inside {
			kept = append(kept, g)
		}
	}
	return kept
}

// within are the goods named between two places of the text.
func (t *tradesOfText) within(start, end int) []tradeNamed {
	from := sort.Search(len(t.named), func(i int) bool { return t.named[i].start >= start })
	to := from
	for to < len(t.named) && t.named[to].end <= end {
		to++
	}
	return t.named[from:to]
}

// kin tells of two names of one trade, one narrower than the other: 茶 and 干毛茶.
func kin(a, b string) bool { return strings.Contains(a, b) || strings.Contains(b, a) }

// wholeSort are the trades that take in all goods of a sort.
var wholeSort = map[string]string{"水产品": "fish", "水产": "fish", "水产养殖": "fish", "渔业": "fish", "海产品": "fish", "海上养殖": "fish", "畜牧": "livestock", "畜禽": "livestock", "畜牧业": "livestock", "畜禽养殖": "livestock"}

// ofTrade tells of a name that is kin to a trade or of the goods that it takes in.
func (g tradeNamed) ofTrade(trade string) bool {
	return kin(g.trade, trade) || g.sort == wholeSort[trade]
}

// sizeOf counts the names of a trade.
func sizeOf(named []tradeNamed, trade string) int {
	n := 0
	for _, g := range named {
		if g.ofTrade(trade) {
			n++
		}
	}
	return n
}

// headline is the title of the text, "" where there is none.
func (r *reader) headline() string {
	if r.Title == "" && r.Headed {
		first, _, _ := strings.Cut(r.text, "\n")
		return first
	}
	return r.Title
}

// storyTrade is the trade that a headline names and the story under it speaks of more than of others.
func (r *reader) storyTrade(named []tradeNamed) string {
	headline := r.headline()
	best, most, goods, all, tie := "", 0, false, 0, false
	for _, g := range r.outsideNames(headline, tradesIn(headline)) {
		if !isThemeSort(g) && g.trade != "工业" {
			continue
		}
		n := sizeOf(named, g.trade)
		tie = n == most && !kin(g.trade, best) || tie && n <= most
		sold := isGoods[g.sort] && n >= leastNamed && 4*n >= len(named)
		if sold && !goods || sold == goods && (n > most || n == most && len(g.trade) > len(best)) {
			all, best, most, goods = all+n, g.trade, n, sold
		}
	}
	part := ofTheme
	if goods {
		most, part = all, ofWares // 电商助苹果出村 is of apples
	}
	if most < leastNamed || 10*most < part*len(named) || tie && 10*most < ofRivals*len(named) {
		return ""
	}
	return mainGood(best, named)
}

// mainGood is the good that a trade of one character is told of: 苹果 of 果, where 果农 and 果园 name that.
func mainGood(trade string, named []tradeNamed) string {
	if utf8.RuneCountInString(trade) > 1 {
		return trade
	}
	best, most := trade, 1
	for _, g := range named {
		if g.sort == "crop" && g.trade != trade {
			n := 0
			for _, other := range named {
				if other.trade == g.trade {
					n++
				}
			}
			if n > most {
				best, most = g.trade, n
			}
		}
	}
	return best
}

// isThemeSort tells of a trade that a story can be about.
func isThemeSort(g tradeNamed) bool {
	return themes[g.sort] || g.sort == "source" || servicesTold().has(g.trade)
}

// servicesTold are services and businesses too wide to stand for a good beside a figure, which a story can yet be about.
var servicesTold = phrases("services told of")

// ruling is the trade that a story without it in the headline names in its first sentences and then above all others: 一片叶子富了一方人 of 茶.
func (r *reader) ruling(named []tradeNamed) string {
	best, most := "", 0
	for _, g := range named {
		if g.start > beginning || len(named) < leastRuling {
			break
		}
		if !isThemeSort(g) {
			continue
		}
		if n := sizeOf(named, g.trade); n > most || n == most && len(g.trade) > len(best) {
			best, most = g.trade, n
		}
	}
	if most < leastRuling || 10*most < ofRuling*len(named) {
		return ""
	}
	return mainGood(best, named)
}

// leastRuling is how often such a trade has to be named, beginning in how many bytes from the start, and ofRuling how large a part it has to
// be of all that is named, in tenths.
const leastRuling, beginning, ofRuling = 3, 600, 5

// ofIndustryAlone are what a story on 工业 tells of it and of nothing wider.
var ofIndustryAlone = map[string]bool{"profit": true, "fixed_asset_investment": true, "tax": true}

// ofStory is the trade of the story, where the sentence has named no other before the figure.
func (r *reader) ofStory(f *yiyuan.Fact, t *tradesOfText) string {
	if t.unnamed && !ofRuledStory[f.Indicator] {
		return ""
	}
	if t.theme == "" || t.ofIndustry && !ofIndustryAlone[f.Indicator] && !(t.ofProjects && (f.Indicator == "project_count" || f.Indicator == "investment")) {
		return ""
	}
	before := t.within(r.sentenceStart(f.Start), f.Start)
	for k := len(before) - 1; k >= 0; k-- {
		if g := before[k]; g.ofTrade(t.theme) {
			break
		} else if !madeOfGoods().has(g.trade) {
			return ""
		}
	}
	return t.theme
}

// ofRuledStory are the quantities of a trade that a story speaks of though its headline does not.
var ofRuledStory = map[string]bool{"other": true, "output_volume": true, "output_value": true, "exports": true, "enterprise_count": true, "revenue": true, "profit": true,
	"capacity": true, "visitor_count": true, "area": true, "market_share": true}

// ofSentence is the one good that the sentence has named up to what is told of how much there is of it.
func (r *reader) ofSentence(f *yiyuan.Fact, t *tradesOfText) string {
	before := t.within(r.sentenceStart(f.Start), f.Start)
	if f.Indicator == "value_added" && len(before) > 0 && strings.HasSuffix(before[len(before)-1].trade, "产业") && f.IndicatorText == "增加值" {
		return before[len(before)-1].trade // 第二产业增势强劲，增加值达到948亿元
	}
	if !toldOfGoods[f.Indicator] && !(f.Indicator == "area" && (f.Unit == "mu" || f.Unit == "ha")) || len(before) == 0 {
		return ""
	}
	last := before[len(before)-1]
	if !isGoods[last.sort] || sizeOf(before, last.trade) < len(before) {
		return ""
	}
	return last.trade
}

// ofOtherGoods tells of imports or exports behind a semicolon that name something of their own, which no table knows: 核桃出口4亿元；鲜梨出口2亿元.
func (r *reader) ofOtherGoods(f *yiyuan.Fact, t *tradesOfText) bool {
	if f.Qualifier == "" || f.IndicatorText == f.Qualifier || !traded[f.Indicator] || r.Report.Kind != "" {
		return false
	}
	before := t.within(r.sentenceStart(f.Start), f.Start)
	return len(before) > 0 && strings.ContainsAny(r.text[before[len(before)-1].end:f.Start], "；;")
}

// toldOfGoods are the quantities of goods that are made.
var toldOfGoods = map[string]bool{"output_volume": true, "output_value": true, "capacity": true, "exports": true, "reserves": true}

// handedTrade is the good that a figure of a list is handed by 分别: 汽车、灯具出口分别增长8%、6%.
func (r *reader) handedTrade(i int) string {
	facts := r.out.Facts
	start := r.sentenceStart(facts[i].Start)
	at := lastIndex(r.text[start:facts[i].Start], "分别")
	if at < 0 || strings.ContainsAny(r.text[start+at:facts[i].Start], "，；,;") {
		return ""
	}
	at += start
	end := endOfClause(r.text, at)
	first, last := i, i
	for first > 0 && facts[first-1].Start >= at {
		first--
	}
	for last+1 < len(facts) && facts[last+1].Start < end && facts[last+1].Start >= at {
		last++
	}
	names := listedBefore(r.text[start:at])
	if len(names) != last-first+1 || len(names) < 2 {
		return ""
	}
	if named := tradesIn(names[i-first]); len(named) > 0 && named[0].start == 0 {
		return named[0].trade
	}
	return ""
}

// endOfClause is where the clause around a place ends.
func endOfClause(text string, at int) int {
	if i := strings.IndexAny(text[at:], "，；。,;\n"); i >= 0 {
		return at + i
	}
	return len(text)
}

// listedBefore are the names of the last list in a text, the last of them with what follows it.
func listedBefore(text string) []string {
	dun := strings.LastIndex(text, "、")
	if dun < 0 {
		return nil
	}
	from := strings.LastIndexAny(text[:dun], "，；。：,;:") + 1
	for from > 0 && from < len(text) && !utf8.RuneStart(text[from]) {
		from++
	}
	names := strings.Split(text[from:dun], "、")
	last := text[dun+len("、"):]
	if i := strings.IndexAny(last, "，；,;"); i >= 0 {
		last = last[:i]
	}
	for _, and := range joins().words {
		if a, b, ok := strings.Cut(last, and); ok {
			return append(names, a, b)
		}
	}
	return append(names, last)
}

// besideFigure is the good in the phrase right before a figure, or in that behind a figure of land or goods.
func (r *reader) besideFigure(f *yiyuan.Fact, t *tradesOfText) string {
	left := t.within(phraseStart(r.text, f.Start), f.Start)
	var beside tradeNamed
	if n := len(left); n > 0 && (isGoods[left[n-1].sort] || left[n-1].sort == "source") && !strings.Contains(r.text[left[n-1].end:f.Start], "等") {
		beside = left[n-1]
	}
	if f.Measure == "level" && countsGoods(f) && !isGoods[beside.sort] {
		if right := t.within(f.End, phraseEnd(r.text, f.End)); len(right) > 0 && isGoods[right[0].sort] {
			return right[0].trade
		}
	}
	if n := len(left); n > 0 && r.tellsLast(f, left[n-1]) {
		return left[n-1].trade
	}
	if beside.sort == "ware" && f.Indicator == "count_other" && !holdsAny(r.text[phraseStart(r.text, f.Start):f.Start], dealings()) {
		return "" // 购置农机300台
	}
	return beside.trade
}

// tellsLast tells of a figure that is of the last trade named before it even where that is too wide to be beside others: 劳务收入,
// 民宿客栈1.5万家, 普通国省道完成投资.
func (r *reader) tellsLast(f *yiyuan.Fact, g tradeNamed) bool {
	switch f.Indicator {
	case "revenue":
		return g.sort != "energy"
	case "enterprise_count":
		return g.sort == "line"
	case "investment", "fixed_asset_investment":
		return invested().has(r.text[g.end:f.Start])
	}
	return false
}

// invested are what stands between a trade and the money put into it, dealings tell of goods that are made or sold.
var invested, dealings = phrases("money put into a trade"), phrases("dealings in goods")

// countsGoods tells of a figure that counts or weighs what stands behind it.
func countsGoods(f *yiyuan.Fact) bool {
	switch f.Unit {
	case "mu", "ha", "tonne", "kg":
		return true
	case "count":
		return f.Indicator == "output_volume" || f.Indicator == "enterprise_count" || f.Indicator == "exports" || f.Indicator == "capacity"
	case "CNY", "USD":
		return f.Indicator == "investment" // 总投资3亿元的轴承项目
	}
	return false
}

// isGoods are the sorts of goods.csv that a figure beside them is of, themes those a story can be about.
var (
	isGoods = map[string]bool{"crop": true, "livestock": true, "fish": true, "mineral": true, "ware": true}
	themes  = map[string]bool{"crop": true, "livestock": true, "fish": true, "mineral": true, "ware": true, "energy": true, "line": true}
)

// phraseStart is where the phrase that ends at a place begins: behind a mark or another figure, thirty characters before at most.
func phraseStart(text string, end int) int {
	start := end
	for n := 0; n < 30 && start > 0; n++ {
		if start >= len("一") && text[start-len("一")]-0xE4 <= 0xE9-0xE4 {
			start -= len("一") // nearly every character is one of Han
			continue
		}
		c, size := utf8.DecodeLastRuneInString(text[:start])
		if endsPhrase(c) {
			break
		}
		start -= size
	}
	return start
}

// endsPhrase tells of a mark or digit that no phrase goes across.
func endsPhrase(c rune) bool {
	switch c {
	case '，', '。', '；', '：', ',', ';', ':', '！', '？', '!', '?', '\n':
		return true
	}
	return c >= '0' && c <= '9'
}

// phraseEnd is where the phrase that begins at a place ends.
func phraseEnd(text string, start int) int {
	end := start
	for n := 0; n < 20 && end < len(text); n++ {
		c, size := utf8.DecodeRuneInString(text[end:])
		if endsPhrase(c) || c == '、' {
			break
		}
		end += size
	}
	return end
}

// sentenceStart is where the sentence around a place begins.
func (r *reader) sentenceStart(at int) int {
	for i := at; i > 0; {
		if i >= len("一") && r.text[i-len("一")]-0xE4 <= 0xE9-0xE4 {
			i -= len("一") // nearly every character is one of Han
			continue
		}
		c, size := utf8.DecodeLastRuneInString(r.text[:i])
		switch c {
		case '\n', '。', '！', '？':
			return i
		}
		i -= size
	}
	return 0
}

// tradeGoesOn is the trade of the figure before in the sentence, of whoever that is of, where nothing else has been named between them.
func (r *reader) tradeGoesOn(f, last *yiyuan.Fact, t *tradesOfText) string {
	if last.Industry == "" || last.Start < r.sentenceStart(f.Start) || last.Subject != f.Subject {
		return ""
	}
	if f.Indicator == "count_other" && endsWithAny(r.text[last.End:f.Start], inStock()) {
		return last.Industry // 生猪出栏5万头，存栏3万头
	}
	if f.Unit == "kWh" && last.Indicator != f.Indicator {
		return "" // 化肥施用量3万吨，农村用电量8亿度
	}
	if goesOn[f.Indicator] == "" || goesOn[f.Indicator] == "goods" && (!t.goesOn(f, last.Industry) || r.beginsAnew(f, last)) {
		return ""
	}
	for _, g := range t.within(last.End, f.Start) {
		if !kin(g.trade, last.Industry) {
			return ""
		}
	}
	return last.Industry
}

// beginsAnew tells of a part of a sentence of a report, behind a semicolon, that says for itself what it tells: 化肥施用量3万吨；农村用电量8亿度.
func (r *reader) beginsAnew(f, last *yiyuan.Fact) bool {
	return r.Report.Kind != "" && f.Measure == "level" && f.Indicator != "tax" && strings.Contains(r.text[last.End:f.Start], "；")
}

// inStock are words for animals that are kept.
var inStock = phrases("animals kept")

// goesOn are the quantities that a sentence on a trade goes on with: those of goods only where it is a good, those of any where it is a
// sector too.
var goesOn = map[string]string{"area": "goods", "output_value": "any", "output_volume": "any", "revenue": "any", "exports": "goods", "profit": "any", "tax": "goods",
	"energy": "goods", "employment": "goods", "value_added": "any", "other": "goods", "enterprise_count": "goods", "investment": "goods", "loans": "goods", "fdi": "any", "financing": "any"}

// isTheme tells of the name of a trade that a story can be about.
func isTheme(trade string) bool {
	named := tradesIn(trade)
	return len(named) > 0 && named[0].start == 0 && (themes[named[0].sort] || servicesTold().has(named[0].trade))
}

// ofLine is the trade that the first sentence of a paragraph names before the figure, where the paragraph speaks of hardly any other.
func (r *reader) ofLine(f *yiyuan.Fact, t *tradesOfText) string {
	if f.Start >= t.lineEnd {
		r.meetLine(f.Start, t)
	}
	if t.lineTrade.end > f.Start {
		return ""
	}
	return t.lineTrade.trade
}

// meetLine looks for the trade of the paragraph around a place.
func (r *reader) meetLine(at int, t *tradesOfText) {
	start := strings.LastIndexByte(r.text[:at], '\n') + 1
	t.lineEnd, t.lineTrade = len(r.text), tradeNamed{}
	if i := strings.IndexByte(r.text[at:], '\n'); i >= 0 {
		t.lineEnd = at + i
	}
	first := t.lineEnd
	if i := strings.IndexAny(r.text[start:t.lineEnd], "。；"); i >= 0 {
		first = start + i
	}
	if label := r.labelled(start, t); label.trade != "" {
		t.lineTrade = label
		return
	}
	all := t.within(start, t.lineEnd)
	for _, g := range t.within(start, first) {
		if themes[g.sort] {
			if n := sizeOf(all, g.trade); n >= leastInParagraph && 10*n >= ofParagraph*len(all) {
				t.lineTrade = g
			}
			return
		}
	}
}
