package figure

import (
	"slices"
	"strings"
	"unicode/utf8"

	"yiyuan"
	"yiyuan/transform/indicator"
	"yiyuan/transform/place"
)

// This file tells goods that no table knows by where they stand: behind a verb of making or trading and before what is weighed or counted of
// them, or before the name of a quantity of goods, where the word ends as names of goods do.

// unknownGoods is the good that no table knows which a figure's own words name, "" where they name none.
func unknownGoods(f *yiyuan.Fact, text string) string {
	if name := handledGoods(f, text); name != "" {
		return name
	}
	return restrictingGoods(f)
}

// handledGoods is what stands right before a weight or number of it behind a verb of making or trading: 虾仁 of 出口虾仁1850吨.
func handledGoods(f *yiyuan.Fact, text string) string {
	trade := traded[f.Indicator] && (f.Unit == "count" || f.Unit == "vehicle")
	if f.Measure != "level" || !trade && !(goodsTold[f.Indicator] && weighed[f.Unit]) {
		return ""
	}
	phrase := strings.TrimRight(text[phraseStart(text, f.Start):f.Start], "了约近超过达")
	best := ""
	for _, verb := range handlingVerbs().words {
		if i := lastIndex(phrase, verb); i >= 0 && (best == "" || len(phrase)-i-len(verb) < len(best)) {
			best = phrase[i+len(verb):]
		}
	}
	best = strings.TrimPrefix(strings.TrimPrefix(best, "了"), "各类")
	if !shortName(best) || namesNoGoods(best) {
		return ""
	}
	return best
}

// wholeName is the longer name of a good that restricts a figure, of which the tables know only the end: 钒钛磁铁矿 of 铁矿.
func wholeName(f *yiyuan.Fact, trade string) string {
	if name := restrictingGoods(f); len(name) > len(trade) && strings.HasSuffix(name, trade) && len(place.Scan(name)) == 0 {
		return name
	}
	return trade
}

// goesOn tells of the name of goods, known or not, which what follows in the sentence may be of.
func (t *tradesOfText) goesOn(f *yiyuan.Fact, name string) bool {
	if f.Indicator == "other" && servicesTold().has(name) && !strings.HasSuffix(name, "险") {
		return false // 销售福利彩票170亿元，接收捐赠款12亿元
	}
	return isTheme(name) || isName(f.IndicatorText) && slices.Contains(t.met, name)
}

// goodsTold are the quantities that goods are told by.
var goodsTold = map[string]bool{"exports": true, "imports": true, "output_volume": true, "other": true, "count_other": true, "foreign_trade": true}

// handlingVerbs are verbs of making and trading, before what is made or traded.
var handlingVerbs = phrases("handling goods")

// restrictingGoods is the good that restricts a quantity of goods: 坑口煤 of 坑口煤均价, 果品 of 人均果品收入.
func restrictingGoods(f *yiyuan.Fact) string {
	if f.Qualifier == "" || f.Measure == "rank" || !ofGoodsAlone(f) {
		return ""
	}
	name := f.Qualifier
	if i := strings.LastIndex(name, "，"); i >= 0 {
		name = name[i+len("，"):]
	}
	name = trimBehind(name, madeOfGoods().words...)
	for _, w := range aheadOfGoods().words {
		name = strings.TrimPrefix(name, w)
	}
	if !shortName(name) || !endsWithAny(name, headsOfGoods()) || namesNoGoods(name) {
		return ""
	}
	return name
}

// ofGoodsAlone tells of a quantity that words right before its name say the goods of: prices, what is made, sold or traded.
func ofGoodsAlone(f *yiyuan.Fact) bool {
	switch f.Indicator {
	case "exports", "imports", "output_value", "output_volume", "capacity", "foreign_trade", "revenue":
		return true
	case "area":
		return f.Unit == "mu" || f.Unit == "ha"
	case "other":
		return endsWithAny(f.IndicatorText, priceEnds()) || endsWithAny(f.IndicatorText, toldOfStuff())
	}
	return false
}

// shortName tells of a word of two to six characters of Han.
func shortName(name string) bool {
	n := 0
	for _, c := range name {
		if n++; c < '一' || c > '龥' {
			return false
		}
	}
	return n > 1 && n < 7
}

// namesNoGoods tells of a word that is a quantity, a body, a place, or what is told of all goods.
func namesNoGoods(name string) bool {
	if holdsAny(name, notInGoodsNames()) || noProduct()[name] || isName(name) || len(indicator.Terms(name)) > 0 {
		return true
	}
	return endsWithAny(name, makers()) || endsWithAny(name, anyGoods())
}

// headsOfGoods are how names of goods end, madeOfGoods what may stand behind one and aheadOfGoods before it; toldOfStuff end what is told of goods
// in per cent or in stock; notInGoodsNames are words that no name of goods holds, anyGoods end words for goods of any kind.
var (
	headsOfGoods, madeOfGoods, aheadOfGoods = phrases("heads of goods"), phrases("made of goods"), phrases("ahead of goods")
	toldOfStuff, notInGoodsNames            = phrases("told of stuff"), phrases("not in names of goods")
	anyGoods                                = phrases("any goods")
)

// tradeOfQualifier is the trade that restricts a figure, which no wider one or one told before it is of then: 人身险 behind 财产险; 餐饮企业; 汽车制造业
// of 工业.
func tradeOfQualifier(f *yiyuan.Fact) string {
	if f.Qualifier == "" || f.Measure == "rank" || ofNoTrade[f.Indicator] && f.Indicator != "retail_sales" {
		return ""
	}
	if name := restrictingGoods(f); name != "" {
		return name
	}
	name := f.Qualifier
	if i := strings.LastIndex(name, "，"); i >= 0 {
		name = name[i+len("，"):]
	}
	name = trimAhead(trimAhead(name, sizeWords().words...), "限上", "限额以上")
	if wideBranches[f.Industry] && strings.HasSuffix(name, "业") && namesSector(name) && name != f.Industry && !strings.ContainsAny(name, "、") {
		return name
	}
	name = trimAny(name, "企业", "单位", "行业", "类", "园区", "项目")
	named := tradesIn(name)
	if len(named) != 1 || named[0].start > 0 || named[0].end < len(name) || named[0].sort == "source" || wideBranches[name] || utf8.RuneCountInString(name) < 2 {
		return ""
	}
	if named[0].sort == "other" && !servicesTold().has(name) && !strings.HasSuffix(name, "险") && name != "餐饮" {
		return ""
	}
	return name
}

// asWritten is a trade with the wider one that it stands beside, as the phrase of the figure has them: 陶瓷工业, 新能源装备制造. One of several stays
// with what was read.
func (r *reader) asWritten(own string, i int) string {
	f := &r.out.Facts[i]
	if i > 0 && r.out.Facts[i-1].Qualifier == f.Qualifier && strings.Contains(r.out.Facts[i-1].Industry, own) {
		return r.out.Facts[i-1].Industry
	}
	phrase := r.text[phraseStart(r.text, f.Start):f.Start]
	_, behind, found := strings.Cut(phrase, own)
	switch {
	case !found && f.Measure == "level" && f.Unit == "count" && !strings.Contains(r.text[f.End:phraseEnd(r.text, f.End)], own):
		return f.Industry // 35个水电、90个光伏基地
	case !found:
	case startsWithAny(behind, joins()):
		return f.Industry
	case f.Industry != "" && strings.HasPrefix(behind, f.Industry):
		return own + f.Industry
	case f.Industry != "" && strings.Contains(phrase, f.Industry+own):
		return f.Industry + own
	}
	return own
}

// joins stand between the members of a list.
var joins = phrases("joining members")

// labelled is the trade that a paragraph is headed by in a few words: ◆劳务：, 【公交】, 公路方面，.
func (r *reader) labelled(start int, t *tradesOfText) tradeNamed {
	for _, g := range t.within(start, min(start+longestHeadOfLine, t.lineEnd)) {
		ahead, behind := r.text[start:g.start], r.text[g.end:t.lineEnd]
		if strings.ContainsAny(ahead, "，。；：】") {
			break
		}
		if isThemeSort(g) && startsWithAny(behind, behindLabels()) && utf8.RuneCountInString(ahead) < 6 {
			return g
		}
	}
	return tradeNamed{}
}

// longestHeadOfLine is how many bytes such words have at most, behindLabels are what stands behind them.
const longestHeadOfLine = 45

var behindLabels = phrases("behind labels")

// tradesTogether puts a list of trades before their head together again, and parts what is wrong with a trade from it: 造纸、化工、机械三大支柱产业,
// 落后造纸产能.
func (r *reader) tradesTogether(f *yiyuan.Fact) {
	for _, w := range faultsOfTrades().words {
		if name, ok := strings.CutPrefix(f.Industry, w); ok && shortName(name) && name != "产业" {
			deed := f.Qualifier + w // 淘汰落后造纸产能
			if f.Industry = name; strings.Contains(r.text[phraseStart(r.text, f.Start):f.Start], deed) {
				f.Qualifier = deed
			} else {
				f.Qualifier = joinQualifiers(w, f.Qualifier, false)
			}
		}
	}
	if f.Industry == "" || !strings.Contains(f.Qualifier, "、") {
		return
	}
	phrase := r.text[phraseStart(r.text, f.Start):f.Start]
	i := strings.Index(phrase, "、"+f.Industry)
	if i <= 0 {
		return
	}
	for from := range phrase[:i] {
		list := phrase[from:i]
		head, ok := strings.CutPrefix(f.Qualifier, list)
		if ok && head != "" && strings.Contains(phrase[i:], f.Industry+head) {
			f.Industry, f.Qualifier = wholeList(trimAhead(list, "围绕", "新增")+"、"+f.Industry, head)
			return
		}
	}
}

// wholeList is a list of trades with what of it stands behind the one read, and what restricts it: 工业、建筑业、运输业和商业; 蔬菜、水产养殖三大产业.
func wholeList(list, head string) (trades, rest string) {
	if strings.HasPrefix(head, "、") {
		more, after, _ := strings.Cut(head, "等")
		return list + more, after
	}
	for _, done := range madeOfGoods().words {
		if after, ok := strings.CutPrefix(head, done); ok && after != "" {
			return list + done, after
		}
	}
	return list, head
}

// faultsOfTrades stand before a trade and are no part of its name.
var faultsOfTrades = phrases("faults of trades")
