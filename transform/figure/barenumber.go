package figure

import (
	"slices"
	"strings"

	"yiyuan/transform/indicator"
	"yiyuan/transform/unit"
)

// This file reads a number without a unit: of an index, of what stands right behind it, or in the unit that its name is told in.

// indexBefore tells of a bare number that an index or a ratio has before it: 居民消费价格指数105, 城乡居民收入比1.93.
func (r *reader) indexBefore(i int) bool {
	if !r.toks[i].q.Arabic {
		return false
	}
	left := withoutBrackets(r.leftOf(i))
	for n := len(left) - 1; n >= 0 && leadsToIndex(&left[n]); n-- {
		left = left[:n]
	}
	name := strings.TrimRight(join(left), "”’》")
	hit, ok := indicator.Head(name)
	return ok && hit.End == len(name) && (hit.Entry.Form == "index" || hit.Entry.Form == "ratio")
}

// leadsToIndex tells of what may stand between the name of an index and its number: a verb, a time or another number, 指数由103上升到.
func leadsToIndex(t *token) bool {
	switch t.kind {
	case time:
		return true
	case figure:
		return t.q.Kind == "bare"
	case word:
		return t.text == "的" || t.is(reach|up|down|upto|downto|turnto|each)
	}
	return false
}

// indexMoves tells of a bare number by which the index or ratio told before it has risen or fallen: 比上年上升了0.92.
func (r *reader) indexMoves(i int) bool {
	if r.current == nil || r.current.form != "index" && r.current.form != "ratio" || !r.toks[i].q.Arabic {
		return false
	}
	return r.moves(i) || r.stoodAt(i) || r.nextIndexListed(i)
}

// nextIndexListed tells of the next number of a list that an index is handed out to: 工业、建筑业景气指数分别为110.6、116.2.
func (r *reader) nextIndexListed(i int) bool {
	if r.list == nil || r.listAt >= len(r.list) || i < 2 || r.lastMeasured != i-2 {
		return false
	}
	before := &r.toks[i-1]
	return (before.kind == dun || before.is(conj)) && r.toks[i-2].q != nil && r.toks[i-2].q.Kind == "bare"
}

// stoodAt tells of a number before which its clause names no more than a time: 求人倍率1.40，去年同期为0.87.
func (r *reader) stoodAt(i int) bool {
	left, dated := r.leftOf(i), false
	for k := range left {
		switch t := &left[k]; {
		case t.kind == time:
			dated = true
		case t.kind != word || !t.is(reach|copula) && t.text != "的":
			return false
		}
	}
	return dated && (i+1 == len(r.toks) || r.toks[i+1].kind != word)
}

// movesLast tells of by how much what was told before has risen or fallen: 优良天数310天，比上年增加12天.
func (r *reader) movesLast(i int, name string) bool {
	return r.current != nil && strings.HasSuffix(r.current.text, name) && r.moves(i)
}

// moves tells of a verb of rising or falling right before a figure.
func (r *reader) moves(i int) bool {
	left := trimReach(withoutTime(withoutBrackets(r.leftOf(i))))
	return len(left) > 0 && left[len(left)-1].is(up|down|upto|downto|net)
}

// withoutTime drops the year that a number has before it: 增加到2021年的.
func withoutTime(toks []token) []token {
	if n := len(toks); n > 2 && toks[n-1].text == "的" && toks[n-2].kind == time {
		return toks[:n-2]
	}
	return toks
}

// headsNoun reads 320万农民 as a count though no measure word stands between: the noun says what unit it is.
func (r *reader) headsNoun(i int) bool {
	t := &r.toks[i]
	if r.nativesBehind(i) {
		r.measureAs(i, "count", unit.Unit{Surface: "人", Code: "person", Kind: "count", Measure: true})
		return true
	}
	if !t.q.Arabic && t.q.Bound == "exact" || i+1 >= len(r.toks) || r.toks[i+1].kind != word && r.toks[i+1].kind != where {
		return false
	}
	if !endsWithAny(t.text, largeNumbers()) {
		return false
	}
	noun, ok := r.peopleBehind(i)
	if !ok {
		return r.bodiesBehind(i)
	}
	u := unit.Unit{Code: noun.Unit, Kind: "count", Measure: true}
	if u.Code == "household" && !strings.HasSuffix(noun.Text, "户") && !strings.HasSuffix(noun.Text, "家庭") {
		u.Code = "person" // 3万居民
	}
	if noun.Code == "population" {
		u.Surface, u.Measure = noun.Text, false
	} else if u.Code == "person" {
		u.Surface = "名" // the nouns before it are none that it counts: 277万企业退休人员
	}
	r.measureAs(i, "count", u)
	return true
}

// largeNumbers end the numbers that may stand before a noun without a measure word.
var largeNumbers = phrases("ends of large numbers")

// nativesBehind tells of people by the place they are from: 80000多福建人在外从业.
func (r *reader) nativesBehind(i int) bool {
	if i+1 >= len(r.toks) || r.toks[i+1].kind != where {
		return false
	}
	after, people := strings.CutPrefix(r.text[r.toks[i+1].end:r.end], "人")
	return people && !startsWithAny(after, notNatives())
}

// notNatives go on from a 人 that begins a word of its own: 中国人民, 上海人才.
var notNatives = phrases("words begun by people")

// bodiesBehind reads 4000多小微企业 as a count: firms and the like stand right behind the number. Behind the name of a sum the
// number is their size, and so are hundreds of millions: 产值超百亿企业, 9个年产值超百亿的产业集群, 超千亿产业集群.
func (r *reader) bodiesBehind(i int) bool {
	if strings.HasSuffix(r.toks[i].text, "亿") || i+1 < len(r.toks) && r.toks[i+1].text == "的" {
		return false
	}
	if hit, ok := indicator.Head(join(trimReach(r.leftOf(i)))); ok && money[hit.Entry.Code] {
		return false
	}
	behind := ""
	for j := i + 1; j < len(r.toks) && j < i+4 && r.toks[j].kind == word && !r.toks[j].is(conj|up|down|event); j++ {
		behind += r.toks[j].text
		hit, ok := indicator.Counted(behind, "")
		if code := hit.Entry.Code; ok && hit.End == len(behind) && sharers[code] && code != "region_count" && code != "project_count" {
			r.measureAs(i, "count", unit.Unit{Code: "count", Kind: "count", Measure: true})
			return true
		}
	}
	return false
}

// peopleBehind is the noun for people or households that a number without a measure word leads to over what restricts it:
// 632万农村居民, 7.6万建档立卡低收入人口.
func (r *reader) peopleBehind(i int) (indicator.Noun, bool) {
	if i+1 < len(r.toks) && r.toks[i+1].text == "的" {
		if left := trimReach(r.leftOf(i)); len(left) > 0 && left[len(left)-1].pos == "n" {
			return indicator.Noun{}, false // 销量过亿的主播
		}
	}
	var b strings.Builder
	for j := i + 1; j < len(r.toks) && j < i+7; j++ {
		t := &r.toks[j]
		if t.text == "的" && j > i+1 && (r.toks[i+1].is(event) || strings.HasPrefix(r.toks[i+1].pos, "v")) {
			b.Reset() // 123万搬出大山的乡亲们
			continue
		}
		if t.kind != where && (t.kind != word || t.text == "的" && j > i+1 || t.is(conj|up|down|upto|downto)) {
			break
		}
		b.WriteString(t.text)
		hits := indicator.Nouns(b.String())
		if len(hits) == 0 {
			continue
		}
		if last := &hits[len(hits)-1]; last.End == b.Len() && (last.Entry.Unit == "person" || last.Entry.Unit == "household") {
			return last.Entry, true
		}
	}
	return indicator.Noun{}, false
}

// unitUnsaid reads GDP突破6万亿 and 人口超过1亿: a number in 亿 with no unit is of the unit its name is told in.
func (r *reader) unitUnsaid(i int) bool {
	t := &r.toks[i]
	if r.earnsBare(i) {
		r.measureAs(i, "amount", unit.Unit{Code: "CNY", Kind: "amount"})
		return true
	}
	if !t.q.Arabic && t.q.Bound == "exact" {
		return false
	}
	if !strings.HasSuffix(t.text, "亿") {
		return r.unsaidBelow(i)
	}
	behind := ""
	for j := i + 1; j < len(r.toks) && j < i+4 && r.toks[j].kind == word; j++ {
		behind += r.toks[j].text
	}
	spent := len(indicator.Terms(behind)) > 0 || strings.HasPrefix(behind, "的") && endsWithAny(behind, []string{"规模", "市场"})
	if i+1 < len(r.toks) && !spent && r.mayBeCounted(&r.toks[i+1]) {
		return false // 14亿中国人
	}
	left := trimReach(firstListed(withoutTime(withoutBrackets(r.leftOf(i)))))
	if n := len(left); n == 1 && (left[0].kind == dun || left[0].is(upto|downto)) {
		left = nil
	}
	code := ""
	if hit, ok := indicator.Head(join(left)); ok {
		code = hit.Entry.Code
	} else if len(left) == 0 && r.current != nil {
		code = r.current.code
	}
	name := join(left)
	things := trimAny(name, "规模", "总数", "数量", "数")
	people, counted := indicator.Counted(things, "人")
	told := unit.Unit{Code: "CNY", Kind: "amount"}
	switch {
	case endsWithAny(name, []string{"人口", "人数"}):
		told = unit.Unit{Code: "person", Kind: "count"}
	case money[code], spent, endsWithAny(name, []string{"额", "市值"}), hasWord(left, toldInMoney().words...):
	case len(left) > 0 && !counted && strings.HasSuffix(name, "规模") && namesTradeOf(strings.TrimSuffix(name, "规模")):
	case endsWithAny(name, []string{"人次", "人次数"}):
		told = unit.Unit{Surface: "人次", Code: "count", Kind: "count"}
	case code == "population" || code == "employment" || counted && people.Entry.Unit == "person":
		told = unit.Unit{Code: "person", Kind: "count"}
	case len(left) == 0 && r.countedInLarge():
		told = r.toks[r.lastMeasured].q.Unit
	case endsWithAny(things, []string{"用户", "买家", "客户"}) && countsUnit(things, "count"):
		told = unit.Unit{Code: "count", Kind: "count", Measure: true}
	default:
		return false
	}
	r.measureAs(i, told.Kind, told)
	return true
}

// unitInBody reads a number without a unit that ends the headline of the news in the unit that its body prints behind the same number: 黄金周揽金2.1亿,
// over 旅游收入2.1亿元.
func (r *reader) unitInBody(i int) bool {
	t := &r.toks[i]
	if r.Report.Kind != "" || !r.Headed || r.lineStart > 0 || !endsWithAny(t.text, largeNumbers()) {
		return false
	}
	if i+1 < len(r.toks) && !r.toks[i+1].kind.pauses() && r.toks[i+1].kind != quote {
		return false
	}
	body := r.text[t.end:min(len(r.text), t.end+farthestInBody)]
	for {
		at := strings.Index(body, t.text)
		if at < 0 {
			return false
		}
		said := strings.HasSuffix(body[:at], ".") || at > 0 && body[at-1]-'0' <= 9
		rest := body[at:min(len(body), at+len(t.text)+longestUnit)]
		body = body[at+len(t.text):]
		if said {
			continue
		}
		if qs := unit.Scan(rest); len(qs) > 0 && qs[0].Start == 0 && qs[0].Unit.Code != "" && printedAlike[qs[0].Kind] {
			r.measureAs(i, qs[0].Kind, qs[0].Unit)
			r.toks[i].q.Value.Set(&qs[0].Value)
			return true
		}
	}
}

// printedAlike are the kinds of figures that a headline leaves the unit of to its body.
var printedAlike = map[string]bool{"amount": true, "count": true, "physical": true}

const (
	farthestInBody = 1500 // bytes behind the headline within which its number stands again
	longestUnit    = 24   // bytes of a unit
)

// earnsBare reads a number that ends its clause behind a verb for earning, owing or paying as money: 一个假期挣了4万多, 净赚六千.
func (r *reader) earnsBare(i int) bool {
	t := &r.toks[i]
	const leastSum = 1000 // what less is said of may be pieces, points or a price
	if v, err := t.q.Value.Float64(); err != nil || v < leastSum || i == 0 || !strings.ContainsAny(t.text, "千万") {
		return false
	}
	if i+1 < len(r.toks) && !r.toks[i+1].kind.pauses() && r.toks[i+1].kind != quote {
		return false
	}
	left := trimAny(join(trimReach(r.leftOf(i))), "了", "了近", "了将近", "近", "将近")
	if last := r.lastInSentence(); last != nil && last.Unit == "CNY" && meansOfEarnings().has(left) {
		return true // 茶青卖了1200万元，户均近2万
	}
	return endsWithAny(left, earningBare())
}

// meansOfEarnings are what money that is told by its number alone is reckoned for.
var meansOfEarnings = phrases("means of earnings")

// earningBare are verbs and names right before money that is told by its number alone.
var earningBare = phrases("earning bare")

// mayBeCounted tells of what stands right behind a number without a unit and may be what it counts: a place, a noun or a number of its own.
func (r *reader) mayBeCounted(t *token) bool {
	switch t.kind {
	case where:
		return true
	case figure:
		return !startsWithAny(r.text[t.end:r.end], marks())
	case word:
		verb := strings.HasPrefix(t.pos, "v") || strings.HasPrefix(t.pos, "p")
		return t.class == 0 && t.text != "的" && !verb && !startsWithAny(t.text, marks())
	}
	return false
}

// countedInLarge tells of a number of things told before in 万 or 亿: 网民从5.64亿增加到10.32亿.
func (r *reader) countedInLarge() bool {
	if r.lastMeasured < 0 {
		return false
	}
	last := &r.toks[r.lastMeasured]
	return last.q.Kind == "count" && endsWithAny(last.text, []string{"亿", "万"})
}

// toldInMoney are words for what is told in money.
var toldInMoney = phrases("told in money")

// unsaidBelow is unitUnsaid for numbers below 亿, which can be of many things: people where the name says so (人口3000多万),
// money where a sum is named and the clause ends with the number (节省费用超千万).
func (r *reader) unsaidBelow(i int) bool {
	t := &r.toks[i]
	if strings.HasSuffix(t.text, "万") && r.sumBehind(i) {
		r.measureAs(i, "amount", unit.Unit{Code: "CNY", Kind: "amount"})
		return true
	}
	if strings.HasSuffix(t.text, "万") && i > 0 && i+1 < len(r.toks) && r.toks[i+1].is(event) && layingOut().has(r.toks[i-1].text) {
		r.measureAs(i, "amount", unit.Unit{Code: "CNY", Kind: "amount"})
		return true // 投资80万建成
	}
	if !strings.Contains(t.text, "万") {
		return false
	}
	if i+1 < len(r.toks) {
		if next := &r.toks[i+1]; next.kind == word && !boundWords()[next.text] && !next.is(upto|downto) {
			return false
		}
	}
	left := r.movingName(i)
	told := unit.Unit{Code: "CNY", Kind: "amount"}
	hit, named := indicator.Head(left)
	named = named && hit.End == len(left)
	switch {
	case named && hit.Entry.Code == "population" && hit.Entry.Form == "level", endsWithAny(left, numbersOfPeople()), r.numbersScholars(i, left):
		told = unit.Unit{Code: "person", Kind: "count"}
	case r.reachesBare(i) && strings.HasSuffix(left, "居民"):
		told = unit.Unit{Code: "person", Kind: "count"}
	case r.addsToLast(i):
		told = r.toks[r.lastMeasured].q.Unit // 网民已达10.51亿，新增1919万
	case r.reachesBare(i) && countsUnit(left, "count"):
		told = unit.Unit{Code: "count", Kind: "count", Measure: true}
	case r.reachesBare(i) && countsUnit(trimAny(left, numbersOfThings().words...), "person"):
		told = unit.Unit{Code: "person", Kind: "count"}
	case countsUnit(strings.TrimSuffix(left, "数"), "count") && strings.HasSuffix(left, "数"):
		told = unit.Unit{Code: "count", Kind: "count", Measure: true}
	case strings.HasSuffix(left, "人次"):
		told = unit.Unit{Surface: "人次", Code: "count", Kind: "count"}
	case named && money[hit.Entry.Code] && hit.Entry.Form == "level", endsWithAny(left, sumsSaved()):
	default:
		return false
	}
	r.measureAs(i, told.Kind, told)
	return true
}

// sumsSaved are ends of names before or behind a number without a unit that is money.
var sumsSaved = phrases("sums without a unit")

// numbersScholars tells of pupils and graduates in a clause that ends with their number and says nothing of what they do or get: 毕业生720万，.
func (r *reader) numbersScholars(i int, name string) bool {
	if i+1 >= len(r.toks) || !r.toks[i+1].kind.pauses() || !endsWithAny(trimAny(name, "逾", "超", "近", "约"), scholars()) {
		return false
	}
	return !slices.ContainsFunc(r.leftOf(i), func(t token) bool { return t.is(event) })
}

var numbersOfPeople, scholars = phrases("numbers of people"), phrases("scholars")

// addsToLast tells of how many have come to those of the number before, in the same sentence and like it without a unit.
func (r *reader) addsToLast(i int) bool {
	if i == 0 || r.lastMeasured < 0 || !r.toks[i-1].is(newness|net|up|down) {
		return false
	}
	last := r.toks[r.lastMeasured]
	return last.q.Kind == "count" && endsWithAny(last.text, []string{"万", "亿"})
}

// namesTradeOf tells of a name that ends in a branch of trade or in goods.
func namesTradeOf(name string) bool {
	hits := indicator.Industries(name)
	return len(hits) > 0 && hits[len(hits)-1].End == len(name)
}

// layingOut are verbs for spending.
var layingOut = phrases("laying out")

// reachesBare tells of a verb of reaching right before a number: 签约居民超过千万.
func (r *reader) reachesBare(i int) bool {
	return r.toks[i].q.Bound == "over" || i > 0 && r.toks[i-1].kind == word && r.toks[i-1].is(reach)
}

// countsUnit tells whether a name ends in a noun counted in the unit.
func countsUnit(name, code string) bool {
	hit, ok := indicator.Counted(name, "")
	return ok && hit.End == len(name) && hit.Entry.Unit == code
}

// sumBehind tells of the name of a sum right behind a number: 1000万贷款, 800万的收入.
func (r *reader) sumBehind(i int) bool {
	behind := ""
	for j := i + 1; j < len(r.toks) && j < i+4 && r.toks[j].kind == word && !r.toks[j].is(conj); j++ {
		if behind += strings.TrimPrefix(r.toks[j].text, "的"); behind == "" {
			continue
		}
		if hit, ok := indicator.Head(behind); ok && hit.End == len(behind) && money[hit.Entry.Code] && hit.Entry.Form == "level" {
			return true
		}
	}
	return false
}

// measureAs gives the figure at i the unit that the words around it tell.
func (r *reader) measureAs(i int, kind string, u unit.Unit) {
	q := *r.toks[i].q
	q.Kind, q.Unit = kind, u
	r.toks[i].q = &q
}

// movingName is the name before a number, the verb by which it moves left out: 贫困人口减少6800多万, 旅游人次由8300万增加到1.3亿.
func (r *reader) movingName(i int) string {
	left := firstListed(withoutTime(withoutBrackets(r.leftOf(i))))
	arrives := len(left) > 0 && left[len(left)-1].is(upto|downto)
	for n := len(left); n > 0 && movesNumber(&left[n-1]); n-- {
		left = left[:n-1]
	}
	if len(left) == 0 && r.lastMeasured >= 0 && arrives {
		left = withoutTime(withoutBrackets(r.leftOf(r.lastMeasured)))
		for n := len(left); n > 0 && outOf(left[n-1].text); n-- {
			left = left[:n-1]
		}
	}
	return join(left)
}

// movesNumber tells of a word between a name and its number for how that moves or what is left of it.
func movesNumber(t *token) bool {
	if t.kind != word || isName(t.text) {
		return false
	}
	return t.is(reach|up|down|upto|downto) || leftOver().has(t.text)
}
