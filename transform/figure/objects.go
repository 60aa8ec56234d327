package figure

import (
	"slices"
	"strings"

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
	for _, verb := range handlingVerbs() {
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
	name = trimBehind(name, madeOfGoods()...)
	for _, w := range aheadOfGoods() {
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
	if holdsAny(name, notInGoodsNames()) || noProduct[name] || isName(name) || len(indicator.Terms(name)) > 0 {
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
