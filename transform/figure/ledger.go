package figure

import (
	"cmp"
	"slices"
	"strings"

	"yiyuan"
	"yiyuan/transform/indicator"
	"yiyuan/transform/period"
	"yiyuan/transform/place"
	"yiyuan/transform/unit"
)

// marks decides who owns each stretch of the sentence where recognisers overlap: a date before a bare number, a place
// before a numeral that is part of its name, the longer before the shorter. Dates and names go into the ledger at once.
func (r *reader) marks(text string, exprs []period.Expr, quantities []unit.Quantity, places []place.Match) []mark {
	out := make([]mark, 0, len(exprs)+len(quantities)+len(places))
	for i := range exprs {
		e := &exprs[i]
		if q := holder(e, quantities); q != nil {
			continue
		}
		k := time
		out = append(out, mark{e.Start, e.End, token{kind: k, e: e}})
	}
	for i := range quantities {
		q := &quantities[i]
		if overlapsExpr(q, exprs) && !outgrows(q, exprs) {
			continue
		}
		if !q.Arabic && overlapsPlace(q, places) {
			continue
		}
		k := figure
		if strings.HasPrefix(text[max(0, q.Start-1):], "[") && strings.HasPrefix(text[q.End:], "]") {
			k = note
			out = append(out, mark{q.Start - 1, q.End + 1, token{kind: k, q: q}})
			continue
		}
		out = append(out, mark{q.Start, q.End, token{kind: k, q: q}})
	}
	for i := range places {
		m := &places[i]
		out = append(out, mark{m.Start, m.End, token{kind: where, at: m}})
	}
	slices.SortStableFunc(out, func(a, b mark) int { return cmp.Or(a.start-b.start, b.end-a.end) })
	return out
}

// holder returns the quantity that holds the whole expression and more: 3年 inside 3年期.
func holder(e *period.Expr, quantities []unit.Quantity) *unit.Quantity {
	for i := range quantities {
		q := &quantities[i]
		if q.Start <= e.Start && e.End <= q.End && q.End-q.Start > e.End-e.Start && q.Kind != "date" && q.Kind != "bare" {
			return q
		}
	}
	return nil
}

func overlapsExpr(q *unit.Quantity, exprs []period.Expr) bool {
	for i := range exprs {
		if exprs[i].Start < q.End && q.Start < exprs[i].End {
			return true
		}
	}
	return false
}

func outgrows(q *unit.Quantity, exprs []period.Expr) bool {
	for i := range exprs {
		if exprs[i].Start < q.End && q.Start < exprs[i].End && holder(&exprs[i], []unit.Quantity{*q}) == nil {
			return false
		}
	}
	return true
}

func overlapsPlace(q *unit.Quantity, places []place.Match) bool {
	for i := range places {
		if places[i].Start < q.End && q.Start < places[i].End {
			return true
		}
	}
	return false
}

// fixedSet tells of a numeral in words that counts nothing: 四大名校, 这两条河, 三个试点之一, 数十个品牌, 两次来访.
func (r *reader) fixedSet(i int) (string, bool) {
	t := r.toks[i]
	if t.q.Unit.Surface == "次" && i > 0 && often()[r.toks[i-1].text] && r.adverbial(i) {
		return "how often something is done", true // 先后4次到
	}
	if t.q.Kind == "count" && t.q.Arabic && r.joinsSet(i) {
		return "one of a set", true
	}
	if t.q.Kind != "count" && t.q.Kind != "physical" && t.q.Kind != "amount" || t.q.Arabic {
		return "", false
	}
	after := r.text[t.end:r.end]
	clause := firstClause(after)
	graded := startsWithAny(after, gradesOfSum()) // a set that is measured
	switch {
	case strings.HasPrefix(t.text, "数") || strings.Contains(t.text, "几"):
		return "vague number", true
	case t.q.Kind != "count":
		return "", false
	case t.q.Unit.Surface == "大" && !graded:
		return "number of a fixed set", true
	case startsWithAny(after, companions()):
		return "persons of a scene", true
	case i > 0 && named[r.toks[i-1].text]:
		return "number of things named before", true
	case strings.Contains(clause, "之一") && !graded && strings.Index(clause, "之一") < 60:
		return "one of a set", true
	case strings.HasPrefix(after, "班子"):
		return "number of a fixed set", true
	case t.q.Unit.Surface == "次" && r.adverbial(i), t.q.Unit.Surface == "批" && !strings.HasPrefix(after, "次"):
		return "how often something is done", true
	}
	return "", false
}

// joinsSet tells of the number of a set that one thing has come to belong to: 列为23个物流枢纽承载城市之一.
func (r *reader) joinsSet(i int) bool {
	clause := firstClause(r.text[r.toks[i].end:r.end])
	return strings.Contains(clause, "之一") && holdsAny(join(trimReach(r.leftOf(i))), []string{"列为", "入选", "成为"})
}

// gradesOfSum begin the names of those told by the sum that they have come to: 三个千亿产业.
var gradesOfSum = phrases("grades of sums")

// blocs are groups of nations whose names go on with how many they are.
var blocs = phrases("blocs")

// companions are those whom only stories of persons count: 他的三个儿子.
var companions = phrases("companions")

// often are the adverbs before how often something was done.
var often = phraseSet("how often")

// named are the words that stand before the number of things told of before, or of the first of a row.
var named = map[string]bool{"这": true, "那": true, "前": true, "上述": true}

// adverbial tells of a number of times that stands before its verb, not behind it: 三次来到.
func (r *reader) adverbial(i int) bool {
	if i == 0 || i+1 >= len(r.toks) {
		return i == 0
	}
	p := r.toks[i-1]
	return p.kind != word || p.class == 0 && !strings.HasPrefix(p.pos, "v")
}

// perHeads tells of a 千人拥有医生6.5人, which counts for so many people.
func (r *reader) perHeads(i int) bool {
	t := r.toks[i]
	if t.q.Arabic || t.q.Unit.Code != "person" || len(r.leftOf(i)) > 0 || i+1 >= len(r.toks) {
		return false
	}
	if next := r.toks[i+1]; next.kind != word || next.is(event) && next.text != "拥有" {
		return false
	}
	for _, n := range r.rightOf(i) {
		if n.kind == figure {
			return true
		}
	}
	return false
}

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
	return r.moves(i)
}

// movesLast tells of by how much what was told before has risen or fallen: 优良天数310天，比上年增加12天.
func (r *reader) movesLast(i int, name string) bool {
	return r.current != nil && strings.HasSuffix(r.current.text, name) && r.moves(i)
}

// moves tells of a verb of rising or falling right before a figure.
func (r *reader) moves(i int) bool {
	left := trimReach(withoutTime(withoutBrackets(r.leftOf(i))))
	return len(left) > 0 && left[len(left)-1].is(up|down|upto|downto)
}

// withoutTime drops the year that a number has before it: 增加到2021年的.
func withoutTime(toks []token) []token {
	if n := len(toks); n > 2 && toks[n-1].text == "的" && toks[n-2].kind == time {
		return toks[:n-2]
	}
	return toks
}

// ranks tells a rank from an ordinal: a verb of ranking or a field of comparison stands before it.
func (r *reader) ranks(i int) bool {
	t := r.toks[i]
	if strings.HasSuffix(t.text, "强") || strings.HasSuffix(t.text, "佳") || strings.HasPrefix(r.text[t.end:r.end], "大类") {
		return false
	}
	if i+1 < len(r.toks) {
		switch next := r.toks[i+1]; {
		case next.kind == open && !(i > 0 && (isField(r.toks[i-1]) || r.toks[i-1].is(rank))):
			return false
		case t.text == "首位" && next.kind == word && next.text != "的":
			return false // 首位登上…的选手 is the first of the persons
		}
	}
	if r.leadersOf(i) {
		return false
	}
	reach := 6
	if strings.HasPrefix(t.text, "第") && (strings.HasSuffix(t.text, "名") || strings.HasSuffix(t.text, "位")) {
		reach = 12 // 获得全国同类院校第1名
	}
	if i > 0 && isName(r.toks[i-1].text) {
		reach = 12 // 居全国城市新能源汽车产量第五
	}
	if i > 0 && slices.Contains(contests(), r.toks[i-1].text) {
		reach = 12 // 获全省城乡园林绿化综合评比第一
	}
	for j := i - 1; j >= 0 && j > i-reach; j-- {
		p := r.toks[j]
		if p.kind.pauses() {
			return false
		}
		if p.kind == figure && p.q.Kind == "rank" {
			return true
		}
		if j == i-1 && p.text == "我" {
			return true // 我第一大贸易伙伴
		}
		if (j == i-1 && outOf(p.text) || j == i-2 && r.toks[i-1].text == "的" && r.outOfTime(j)) && r.risesTo(i) {
			return true
		}
		if p.is(rank) || isField(p) {
			return true
		}
	}
	return false
}

// outOf tells of a word before what a change sets out from.
func outOf(word string) bool { return word == "从" || word == "由" }

// outOfTime tells of the time that such a word stands before: 从2015年的第21位.
func (r *reader) outOfTime(j int) bool {
	t := &r.toks[j]
	return t.kind == time && (startsWithAny(t.text, []string{"从", "由"}) || j > 0 && outOf(r.toks[j-1].text))
}

// contests are what a rank is won in.
var contests = phrases("contests")

// leadersOf tells of those at the head of a field, who do something together, and not of the rank of one: 世界排名前20位的船公司均设有办事处.
func (r *reader) leadersOf(i int) bool {
	if !strings.HasPrefix(r.toks[i].text, "前") || i+1 == len(r.toks) {
		return false
	}
	next := r.toks[i+1]
	if next.text == "的" && i+2 < len(r.toks) {
		next = r.toks[i+2]
	}
	if next.kind != word || next.class != 0 || !strings.HasPrefix(next.pos, "n") {
		return false
	}
	for j := i - 1; j >= 0; j-- {
		switch t := r.toks[j]; {
		case t.kind.pauses():
			return true
		case !isField(t) && t.kind != time && t.text != "在" && t.text != "排名" && t.text != "中":
			return false
		}
	}
	return true
}

// risesTo tells of the rank that a change of rank sets out from: 从第二十一位上升到第十三位.
func (r *reader) risesTo(i int) bool {
	for j := i + 1; j < len(r.toks) && j <= i+5; j++ {
		if t := r.toks[j]; t.kind == figure {
			return t.q.Kind == "rank"
		}
	}
	return false
}

// lasting are words that say a span of time is measured; those of the second list do so for spans shorter than a year.
var (
	lasting      = phrases("lasting")
	lastingShort = phrases("lasting short")
	// doneWithin are what a service does in the time printed before it.
	doneWithin = phrases("done within")
)

// rentFor tells of what is let off for so long, whenever that is: 减免3个月租金.
func rentFor(behind string) bool { return startsWithAny(strings.TrimPrefix(behind, "的"), rents()) }

// rents are what is paid month by month and may be let off for some.
var rents = phrases("rents")

func (r *reader) lasts(i int) bool {
	t := r.toks[i]
	if strings.HasSuffix(r.text[r.start:t.start], "在短短") && startsWithAny(r.text[t.end:r.end], insideOf()) {
		return false // 在短短一个月内
	}
	from, to := r.betweenPauses(i)
	before, after := r.text[from:t.start], r.text[t.end:to]
	code := t.q.Unit.Code
	switch {
	case code == "month" && rentFor(after), startsWithAny(after, []string{"内", "之内"}), r.withinOneOrOther(i, to), strings.HasSuffix(t.text, "工作日"):
		return true
	case code != "year" && (holdsAny(after, doneWithin()) || endsWithAny(before, []string{"最快", "最短"})), code == "day" && stoodDays(before):
		return true
	case holdsAny(before, lasting()), holdsAny(after, lasting()), endsWithAny(before, taking()), r.comparesSpans(i):
		return true
	}
	return code != "year" && (holdsAny(before, lastingShort()) || holdsAny(after, lastingShort()))
}

// comparesSpans tells of how much longer or shorter something takes than was told before: 可用天数27天，比去年同期多11天.
func (r *reader) comparesSpans(i int) bool {
	last, left := r.lastInSentence(), trimReach(r.leftOf(i))
	n := len(left)
	if last == nil || last.Unit != r.toks[i].q.Unit.Code || n < 2 || left[n-2].kind != time {
		return false
	}
	return slices.Contains(moreOrLess(), left[n-1].text)
}

// longerOrShorter are words for how much longer or shorter something takes.
var longerOrShorter = phrases("longer or shorter")

// insideOf begin what stands behind a span within which something comes about, and taking are words right before how long it took.
var insideOf, taking = phrases("inside of a span"), phrases("taking so long")

// betweenPauses is where the clause of token i begins and ends.
func (r *reader) betweenPauses(i int) (from, to int) {
	from, to = r.start, r.end
	for j := i - 1; j >= 0; j-- {
		if k := r.toks[j].kind; k == comma || k == semi || k == stop {
			from = r.toks[j].end
			break
		}
	}
	for j := i + 1; j < len(r.toks); j++ {
		if k := r.toks[j].kind; k == comma || k == semi || k == stop {
			to = r.toks[j].start
			break
		}
	}
	return from, to
}

// withinOneOrOther tells of the first of two spans: 在3个月和6个月内.
func (r *reader) withinOneOrOther(i, to int) bool {
	if i+2 >= len(r.toks) || !r.toks[i+1].is(conj) {
		return false
	}
	other := &r.toks[i+2]
	return other.kind == figure && other.q.Kind == "duration" && strings.HasPrefix(r.text[other.end:to], "内")
}

// stoodDays tells of works that have gone on without accident for so many days: 已安全输水2000天.
func stoodDays(before string) bool {
	i := strings.LastIndex(before, "安全")
	return i >= 0 && len(before)-i <= len("安全输水了")
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
	case money[code], spent, endsWithAny(name, []string{"额", "市值"}), len(left) > 0 && r.sharesSum(name), hasWord(left, toldInMoney()...):
	case len(left) > 0 && !counted && strings.HasSuffix(name, "规模") && namesTradeOf(strings.TrimSuffix(name, "规模")):
	case endsWithAny(name, []string{"人次", "人次数"}):
		told = unit.Unit{Surface: "人次", Code: "count", Kind: "count"}
	case code == "population" || code == "employment" || counted && people.Entry.Unit == "person":
		told = unit.Unit{Code: "person", Kind: "count"}
	case len(left) == 0 && r.countedInLarge():
		told = r.toks[r.lastMeasured].q.Unit
	case strings.HasSuffix(things, "用户") && countsUnit(things, "count"):
		told = unit.Unit{Code: "count", Kind: "count", Measure: true}
	default:
		return false
	}
	r.measureAs(i, told.Kind, told)
	return true
}

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
	if last := r.lastInSentence(); last != nil && last.Unit == "CNY" && slices.Contains([]string{"户均", "人均", "亩均"}, left) {
		return true // 茶青卖了1200万元，户均近2万
	}
	return endsWithAny(left, earningBare())
}

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

// sharesSum tells of a word for a part or more of the sum told before: 占比, 其中.
func (r *reader) sharesSum(name string) bool {
	return bareShare[name] && r.current != nil && money[r.current.code]
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
	if strings.HasSuffix(t.text, "万") && i > 0 && i+1 < len(r.toks) && r.toks[i+1].is(event) && slices.Contains(layingOut(), r.toks[i-1].text) {
		r.measureAs(i, "amount", unit.Unit{Code: "CNY", Kind: "amount"})
		return true // 投资80万建成
	}
	if !strings.Contains(t.text, "万") {
		return false
	}
	if i+1 < len(r.toks) {
		if next := &r.toks[i+1]; next.kind == word && !boundWords[next.text] && !next.is(upto|downto) {
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
	case r.reachesBare(i) && (countsUnit(left, "person") || strings.HasSuffix(left, "居民")):
		told = unit.Unit{Code: "person", Kind: "count"}
	case r.addsToLast(i):
		told = r.toks[r.lastMeasured].q.Unit // 网民已达10.51亿，新增1919万
	case r.reachesBare(i) && countsUnit(left, "count"):
		told = unit.Unit{Code: "count", Kind: "count", Measure: true}
	case r.reachesBare(i) && countsUnit(trimAny(left, "总数", "总量", "数量"), "person"):
		told = unit.Unit{Code: "person", Kind: "count"}
	case countsUnit(strings.TrimSuffix(left, "数"), "count") && strings.HasSuffix(left, "数"):
		told = unit.Unit{Code: "count", Kind: "count", Measure: true}
	case strings.HasSuffix(left, "人次"):
		told = unit.Unit{Surface: "人次", Code: "count", Kind: "count"}
	case named && money[hit.Entry.Code] && hit.Entry.Form == "level", endsWithAny(left, []string{"费用", "资金", "成本"}):
	default:
		return false
	}
	r.measureAs(i, told.Kind, told)
	return true
}

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
		if endsWithAny(behind, []string{"成本", "费用", "资金"}) {
			return true
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
	left := firstListed(withoutBrackets(r.leftOf(i)))
	for n := len(left); n > 0 && movesNumber(&left[n-1]); n-- {
		left = left[:n-1]
	}
	if len(left) == 0 && r.lastMeasured >= 0 && r.toks[i-1].is(upto|downto) {
		left = withoutBrackets(r.leftOf(r.lastMeasured))
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
	return t.is(reach|up|down|upto|downto) || outOf(t.text) || slices.Contains(leftOver(), t.text)
}

// limitsByRate tells of the rate from which on things are meant: 贫困发生率超过18%的贫困县, 占比达5%以上的企业.
func (r *reader) limitsByRate(i int) bool {
	if r.toks[i].q.Kind != "percent" || i+2 >= len(r.toks) {
		return false
	}
	next := r.toks[i+1:]
	if boundWords[next[0].text] {
		next = next[1:]
	}
	if len(next) < 2 || next[0].text != "的" || next[1].kind != word {
		return false
	}
	hit, ok := indicator.Counted(next[1].text, "")
	if !ok || hit.End != len(next[1].text) || !limited[hit.Entry.Code] && hit.Entry.Code != "region_count" {
		return false
	}
	left := trimReach(withoutBrackets(r.leftOf(i)))
	if n := len(left); n > 1 && left[n-1].is(faster|slower) {
		left = left[:n-1]
	}
	return len(left) > 0 && endsInRate(join(left)) && startsWithAny(r.text[left[len(left)-1].end:r.toks[i].start], passingBounds())
}

// passingBounds are words for reaching or passing a bound.
var passingBounds = phrases("passing a bound")

// limitsInhabited tells of how many people a place has at least that is meant: 人口20万以上的城市.
func (r *reader) limitsInhabited(i int) bool {
	q := r.toks[i].q
	if q.Unit.Code != "person" && q.Kind != "bare" || i == 0 || i+2 >= len(r.toks) {
		return false
	}
	if !strings.HasSuffix(r.toks[i-1].text, "人口") || !boundWords[r.toks[i+1].text] {
		return false
	}
	next := r.toks[i+2]
	if next.text == "的" && i+3 < len(r.toks) {
		next = r.toks[i+3]
	}
	return owner(next.text)
}

var linesInRate = phrases("lines in a rate")

// threshold finds figures that limit what is counted: 亿元以上项目, 年产值超十亿元工业企业, 超千亿元16个.
func (r *reader) threshold(i int) (string, bool) {
	const limit = "threshold of what is counted"
	q := r.toks[i].q
	switch {
	case q.Kind == "count" && (q.Unit.Surface == "户" || q.Unit.Surface == "人") && r.sizesGroup(i):
		return limit, true
	case q.Unit.Code == "person" && i > 1 && r.toks[i-1].text == "死亡" && strings.HasSuffix(r.text[r.start:r.toks[i-1].start], "一次"):
		return limit, true // 一次死亡10人以上事故
	case r.liesWithin(i), r.limitsCounted(i), r.limitsRest(i), r.limitsByRate(i), r.limitsInhabited(i):
		return limit, true
	case i > 0 && r.toks[i-1].kind == figure && sizeOfCounted(r.toks[i:], r.toks[i-1].q) > 1:
		return limit, true
	case q.Kind == "percent" && endsWithAny(r.text[r.start:r.toks[i].start], reckonedAt()):
		return limit, true // 化肥（折100%）
	case q.Kind == "percent" && startsWithAny(strings.TrimPrefix(r.text[r.toks[i].end:r.end], "的"), linesInRate()):
		return "line that a rate lies above or below", true // 位于50%的临界点以上
	case q.Kind == "count" && byTheHead[q.Unit.Surface] && r.sizesKeeper(i):
		return limit, true
	case q.Kind != "amount" && q.Kind != "physical":
		return "", false
	case r.limitsBehindCount(i), q.Kind == "amount" && r.limitsThose(i):
		return limit, true
	case !q.Magnitude && (q.Bound == "nearly" || q.Bound == "approx" || strings.ContainsAny(r.toks[i].text, "多余")):
		return "", false // 近3000万元项目资金 measures, it does not limit
	}
	if reason, round := r.roundOf(i); round {
		return reason, true
	}
	switch {
	case r.sizesNext(i), r.sizesCount(i), r.surveyedAbove(i), r.passedBy(i), r.sizesPlant(i), r.ratesMachine(i):
		return limit, true
	case i+1 < len(r.toks) && r.toks[i+1].text == "的" && r.passedByOneOf(i):
		return limit, true
	case q.Bound == "exact" && !q.Magnitude && !strings.HasPrefix(r.text[q.End+r.start:], "级") && !(i > 0 && r.toks[i-1].text == "过"):
		return "", false
	}
	if next := r.nextLimit(i); next > 0 {
		return r.threshold(next)
	}
	return limit, r.limitedBehind(i)
}

// reckonedAt are words before the strength that a fertiliser is reckoned at.
var reckonedAt = phrases("reckoned at a strength")

// liesWithin tells of how far from somewhere that lies which the clause goes on to tell of: 沿江1公里内的134家企业, 岸线5公里内禁止建设.
func (r *reader) liesWithin(i int) bool {
	t := r.toks[i]
	if t.q.Kind != "physical" || t.q.Unit.Code != "km" {
		return false
	}
	after := r.text[t.end:max(t.end, r.end)]
	place := trimAhead(after, "以内", "之内", "范围内", "内")
	return place != after && firstClause(place) != ""
}

// byTheHead are the measure words of animals that are kept.
var byTheHead = map[string]bool{"头": true, "只": true, "羽": true}

// sizesKeeper tells of how many animals at least those have who are counted behind: 20头以上大户28户, 500头以上的养猪场12家.
func (r *reader) sizesKeeper(i int) bool {
	behind, limits := r.cutBoundBehind(i)
	if !limits {
		return false
	}
	keepers := behind
	if at := strings.IndexAny(behind, "0123456789，,；。"); at >= 0 {
		keepers = behind[:at]
	}
	return endsWithAny(keepers, keepersOfAnimals())
}

// keepersOfAnimals end the names of those who keep animals.
var keepersOfAnimals = phrases("keepers of animals")

// limitsBehindCount tells of how large those are that the number right before counts: 10个2000平方米以上的超市.
func (r *reader) limitsBehindCount(i int) bool {
	if i == 0 || i+2 >= len(r.toks) || r.toks[i-1].kind != figure || r.toks[i-1].q.Kind != "count" {
		return false
	}
	return (r.toks[i+1].text == "以上" || r.toks[i+1].text == "以下") && r.toks[i+2].text == "的"
}

// roundOf tells of an 亿元 that something is reckoned for, and of one that a slogan names a step by.
func (r *reader) roundOf(i int) (reason string, round bool) {
	if !r.toks[i].q.Magnitude {
		return "", false
	}
	if i+1 < len(r.toks) {
		switch n := r.toks[i+1]; {
		case n.kind == word && isName(n.text) && len(r.leftOf(i)) == 0:
			return "per so many", true // 亿元生产总值能耗
		case startsWithAny(n.text, []string{"台阶", "新台阶"}), n.text == "俱乐部", n.text == "新" && i+2 < len(r.toks) && r.toks[i+2].text == "台阶":
			return "round figure of a slogan", true
		}
	}
	return "per so many", r.consumedPer(i)
}

// limitedBehind tells whether the words behind a limit come to those it is for, or to their number, before they come to a verb.
func (r *reader) limitedBehind(i int) bool {
	var after strings.Builder
	for j := i + 1; j < len(r.toks) && j < i+10; j++ {
		n := r.toks[j]
		switch {
		case n.kind == figure:
			return n.q.Kind == "count" && r.numbersLimited(i, j, after.String())
		case n.kind == open && j+1 < len(r.toks) && r.toks[j+1].text == "人民币":
			return false
		case n.kind == open || n.kind == shut || n.kind == quote:
			continue
		case n.kind != word && n.kind != where, n.pos == "p" && after.Len() > 0, endsLimit(n, after.Len() > 0):
			return false
		}
		after.WriteString(n.text)
		for _, h := range indicator.Nouns(after.String()) {
			if limited[h.Entry.Code] && h.Start <= 36 {
				return true
			}
		}
	}
	return false
}

// numbersLimited tells of the count at token j of those that the limit at token i is for: behind it, behind their noun or behind 以上.
func (r *reader) numbersLimited(i, j int, between string) bool {
	if (j == i+1 || boundWords[between]) && !startsWithAny(r.text[r.toks[j].end:r.end], marks()) {
		return true
	}
	if len(indicator.Nouns(between)) > 0 {
		return true
	}
	if of, above := strings.CutPrefix(between, "以上的"); above && (of == "有" || of == "达" || of == "共" || of == "就有") {
		return true // 1000万元以上的企业12家，5000万元以上的有5家
	}
	_, comes, above := strings.Cut(between, "以上")
	if above && r.lastCount != nil && r.lastCount.measureWord == measureOf(r.toks[j].q) && slices.Contains(comeTo(), comes) {
		return true // 产值百亿元以上企业达到5家，50亿元以上达到9家
	}
	return strings.HasPrefix(between, "以上") && j <= i+4 && strings.HasPrefix(r.toks[j-1].pos, "n")
}

// comeTo are verbs for the number that things come to.
var comeTo = phrases("numbers come to")

// endsLimit tells of a verb with which the words behind a limit go on to something else.
func endsLimit(n token, begun bool) bool {
	if n.kind != word || n.text == "以上" || n.text == "以下" || n.text == "级" {
		return false
	}
	return n.is(up|down|upto|downto|rank|share|aim|net) || n.is(event) && !n.is(exist) && !stage[n.text] && begun
}

// ratesMachine tells of the power or load from which or up to which machines and mines are meant: 淘汰20万千瓦以下煤电机组.
func (r *reader) ratesMachine(i int) bool {
	q := r.toks[i].q
	if q.Kind != "physical" || !q.BoundAfter || i+2 >= len(r.toks) || !boundWords[r.toks[i+1].text] {
		return false
	}
	j := i + 2
	if r.toks[j].text == "的" {
		j++
	}
	for ; j < len(r.toks) && j < i+6 && r.toks[j].kind == word && !r.toks[j].is(event|reach|up|down); j++ {
		if endsWithAny(r.toks[j].text, machines()) {
			return true
		}
	}
	return false
}

// machines and mines are told apart by what they give or bear.
var machines = phrases("machines by their power")

// surveyedAbove tells of the size from which a survey takes in what is invested: 500万元以上固定资产投资完成17亿元.
func (r *reader) surveyedAbove(i int) bool {
	if r.toks[i].q.Kind != "amount" || i+2 >= len(r.toks) || r.toks[i+1].text != "以上" || !isName(r.toks[i+2].text) {
		return false
	}
	hit, _ := indicator.Head(r.toks[i+2].text)
	for _, t := range r.toks[i+3:] {
		if t.kind == figure || t.kind == comma || t.kind == stop {
			return t.kind == figure && t.q.Kind == "amount" && hit.Entry.Code == "fixed_asset_investment"
		}
	}
	return false
}

// passedByOneOf tells of a sum that one more of a row has passed: 第三个超千亿元的产业.
func (r *reader) passedByOneOf(i int) bool {
	before := trimAny(r.text[r.start:r.toks[i].start], "突破", "超过", "过", "超", "达到", "达")
	return slices.ContainsFunc(r.toks[:i], func(t token) bool {
		return t.kind == figure && t.q.Kind == "ordinal" && t.end == r.start+len(before)
	})
}

// limitsCounted tells of a limit that only those within it are counted by, which a number follows: 增幅在60%以上的港口有4个,
// 收入低于4000元的仅剩下800户.
func (r *reader) limitsCounted(i int) bool {
	switch q := r.toks[i].q; {
	case q.Bound == "exact" || q.Bound == "nearly" || q.Bound == "approx":
		return false
	case q.Kind != "amount" && q.Kind != "physical" && q.Kind != "percent" && (q.Kind != "count" || q.Magnitude):
		return false
	case len(trimReach(withoutBrackets(r.leftOf(i)))) == 0 && !(q.Magnitude && q.Kind == "amount"):
		return false // 超过94%的投资额 is a share
	}
	j := i + 1
	for j < len(r.toks) && (boundWords[r.toks[j].text] || r.toks[j].text == "之间") {
		j++
	}
	if j >= len(r.toks) || r.toks[j].text != "的" && r.toks[i].q.Low == nil {
		return false
	}
	if r.toks[j].text == "的" {
		j++
	}
	for ; j < len(r.toks) && j < i+9; j++ {
		switch t, last := r.toks[j], r.toks[j-1]; {
		case t.kind == figure:
			return last.text == "的" && i+4 > j && r.boundsSum(i) && countsThose(&t) || numbersThoseWithin(&t, &last)
		case t.kind != word || last.is(share) || t.is(event|up|down|upto|downto|rank|aim|conj):
			return false
		}
	}
	return false
}

// boundsSum tells of a sum that is a bound: 500亿元以上, 不足1亿元.
func (r *reader) boundsSum(i int) bool {
	q := r.toks[i].q
	return q.Kind == "amount" && (q.BoundAfter || endsWithAny(join(r.leftOf(i)), []string{"低于", "不足", "不到"}))
}

// countsThose tells of the number of those within a bound: 市值500亿元以上的280家公司.
func countsThose(t *token) bool {
	return t.q.Kind == "count" || t.q.Kind == "bare" && endsWithAny(t.text, []string{"万", "亿"})
}

// numbersThoseWithin tells of a number or share behind a verb for how many there are: 1亿元以上的有12家, 以上的占30%.
func numbersThoseWithin(t, verb *token) bool {
	switch t.q.Kind {
	case "percent":
		return verb.is(share)
	case "count":
		return verb.is(reach|exist) && verb.text != "在" || strings.HasSuffix(verb.text, "有") || startsWithAny(verb.text, []string{"剩", "余下"})
	}
	return false
}

// limitsRest tells of a limit that stands alone before the number of those within it, which were counted by another: 超300万元的有8个，
// 超500万元的有3个.
func (r *reader) limitsRest(i int) bool {
	q := r.toks[i].q
	if r.lastCount == nil || q.Kind != "amount" && q.Kind != "physical" {
		return false
	}
	passed := i > 0 && r.toks[i-1].text == "过"
	if !passed && (q.Bound == "exact" || len(trimReach(withoutBrackets(r.leftOf(i)))) > 0) {
		return false
	}
	j := i + 1
	for j < len(r.toks) && boundWords[r.toks[j].text] {
		j++
	}
	if j+2 >= len(r.toks) || r.toks[j].text != "的" {
		return false
	}
	if j++; r.toks[j].is(exist) || strings.HasSuffix(r.toks[j].text, "有") {
		j++
	}
	return j < len(r.toks) && r.toks[j].kind == figure && r.toks[j].q.Kind == "count"
}

// nextLimit is the sum in words that a list of limits goes on with, 0 where none does: 30亿元以上、百亿元的项目.
func (r *reader) nextLimit(i int) int {
	j := i + 1
	for j < len(r.toks) && j < i+3 && boundWords[r.toks[j].text] {
		j++
	}
	if j+1 < len(r.toks) && (r.toks[j].kind == dun || r.toks[j].is(conj)) && r.toks[j+1].kind == figure && r.toks[j+1].q.Kind == "amount" {
		if next := r.toks[j+1].q; next.Magnitude || next.Bound == r.toks[i].q.Bound {
			return j + 1
		}
	}
	return 0
}

// outdone tells of the aim that a growth is told to be above or below by so much: 高于年初6%的目标1.2个百分点.
func (r *reader) outdone(i int) bool {
	if r.toks[i].q.Kind != "percent" || i+3 >= len(r.toks) || r.toks[i+1].text != "的" {
		return false
	}
	if !slices.ContainsFunc(r.leftOf(i), func(t token) bool { return t.is(faster | slower) }) {
		return false
	}
	j := i + 2
	for j < len(r.toks) && r.toks[j].kind == word && j < i+6 {
		j++
	}
	if j == len(r.toks) || r.toks[j].kind != figure || r.toks[j].q.Kind != "pp" {
		return false
	}
	return holdsAny(r.text[r.toks[i].end:r.toks[j].start], aimsOrPlans())
}

// aimsOrPlans are words for what is aimed at or planned.
var aimsOrPlans = phrases("aims or plans")

// sizesGroup tells of how many people or households a village, school or firm has at least: 20户以上自然村.
func (r *reader) sizesGroup(i int) bool {
	if i+2 >= len(r.toks) || r.toks[i+1].text != "以上" && r.toks[i+1].text != "以下" {
		return false
	}
	j := i + 2
	if r.toks[j].text == "的" && j+1 < len(r.toks) {
		j++
	}
	for first, to := j, min(j+3, len(r.toks)); j < to && r.toks[j].kind == word && r.toks[j].class == 0; j++ {
		hit, ok := indicator.Counted(r.toks[j].text, "")
		if !ok || hit.Start > 0 {
			continue
		}
		if code := hit.Entry.Code; code == "region_count" || code == "institution_count" || j == first && limited[code] {
			return true
		}
	}
	return false
}

// sizeOfCounted is how many words at the head of toks only tell the size of the things that the number of a measure word before them counts,
// 0 for none: 34所20人以下小学, 3座110千伏变电站. 300户900人以上 tells of both.
func sizeOfCounted(toks []token, q *unit.Quantity) int {
	switch {
	case len(toks) < 2 || q.Kind != "count" || !q.Unit.Measure:
		return 0
	case slices.Contains(altogether(), toks[0].text) && sizesAltogether(toks):
		return 2
	case q.Unit.Surface == "户":
		return 0
	case toks[0].kind == word:
		return outlayOfCounted(toks)
	case toks[0].kind != figure:
		return 0
	case toks[0].q.Kind == "physical" && toks[0].q.Unit.Surface == "千伏":
		return 1
	case len(toks) < 3 || toks[1].text != "以上" && toks[1].text != "以下" && toks[1].text != "以内":
		return 0
	}
	if thing := toks[2]; thing.kind != word || thing.is(event|up|down|conj|reach) && !thing.is(exist) {
		return 0
	}
	switch toks[0].q.Kind {
	case "amount", "physical", "count", "duration":
		return 2
	}
	return 0
}

// sizesAltogether tells of how long or large the things are together that a number counts: 27条共320公里通村公路.
func sizesAltogether(toks []token) bool {
	if len(toks) < 3 {
		return false
	}
	size, thing := &toks[1], &toks[2]
	return size.kind == figure && size.q.Kind == "physical" && thing.kind == word && thing.text != "的"
}

// outlayOfCounted is how many words at the head of toks tell by what sum each of the things counted is large: 20个投资超10亿元项目,
// 3个过50亿元的项目, 60个总投资20亿元以上特大项目.
func outlayOfCounted(toks []token) int {
	n, named := 0, endsWithAny(toks[0].text, outlays())
	if named {
		n++
	}
	exceeds := n < len(toks) && slices.Contains(exceeding(), toks[n].text)
	if exceeds {
		n++
	}
	if !exceeds && (!named || n+1 >= len(toks) || toks[n+1].text != "以上") {
		return 0
	}
	if n == len(toks) || toks[n].kind != figure || toks[n].q.Kind != "amount" {
		return 0
	}
	for n++; n < len(toks) && (toks[n].text == "以上" || toks[n].text == "的"); n++ {
	}
	if n == len(toks) || toks[n].kind != word || toks[n].is(event|up|down|conj|reach) {
		return 0
	}
	return n
}

// outlays end the names of sums by which things are large, exceeding are verbs for being larger than that.
var outlays, exceeding = phrases("outlays"), phrases("exceeding")

// usedPerOutput ends the names of what so much output uses up or gives off.
var usedPerOutput = phrases("used per output")

// consumedPer tells of 万元 before what is made and what that uses up: 万元工业增加值电耗.
func (r *reader) consumedPer(i int) bool {
	after := ""
	for j := i + 1; j < len(r.toks) && j < i+7 && (r.toks[j].kind == word || r.toks[j].kind == where); j++ {
		if after += r.toks[j].text; endsWithAny(after, usedPerOutput()) {
			return true
		}
	}
	return false
}

// sizesNext tells of a sum in words between a count's noun phrase and its head: 两个乡村产业十亿元镇.
func (r *reader) sizesNext(i int) bool {
	if q := r.toks[i].q; q.Kind != "amount" || q.Arabic || i == 0 || i+1 >= len(r.toks) {
		return false
	}
	if before := &r.toks[i-1]; before.kind != word || !strings.HasPrefix(before.pos, "n") {
		return false
	}
	hit, ok := indicator.Counted(r.toks[i+1].text, "")
	return ok && hit.End == len(r.toks[i+1].text) && limited[hit.Entry.Code]
}

// sizesCount tells of a sum that says how large those counted beside it are: 6个亿元产业, 超千亿元的4个, 实施500万元投资项目15个.
func (r *reader) sizesCount(i int) bool {
	counted := func(j int) bool {
		return j >= 0 && j < len(r.toks) && r.toks[j].kind == figure && r.toks[j].q.Kind == "count"
	}
	q := r.toks[i].q
	switch {
	case q.Kind != "amount" || i+1 >= len(r.toks):
		return false
	case q.Magnitude && counted(i-1) && r.toks[i+1].kind == word:
		return !startsWithAny(r.toks[i+1].text, marks())
	case r.toks[i+1].text == "的":
		return q.Bound == "over" && counted(i+2) && strings.Trim(join(trimReach(r.leftOf(i))), "、其中") == ""
	}
	for j := i + 1; j < len(r.toks) && j <= i+4; j++ {
		if counted(j) {
			return strings.HasSuffix(r.toks[j-1].text, "项目") && !hasWord(r.leftOf(i), "投资", "资金", "总额", "到位")
		}
		t := &r.toks[j]
		if t.kind != where && (t.kind != word || !beforeProject[t.text] && !endsWithAny(t.text, []string{"项目", "资", "业"})) {
			return false // 6000万美元外资项目1个, 3000万元工业项目5个
		}
	}
	return false
}

// beforeProject are words between the size of projects and what is counted of them: 亿元以上的投资类项目.
var beforeProject = map[string]bool{"投资": true, "建设": true, "类": true, "级": true, "以上": true, "的": true}

// limited are the things counted that texts limit by size.
var limited = map[string]bool{
	"enterprise_count": true, "project_count": true, "cluster_count": true, "chain_count": true, "park_count": true, "region_count": true,
	"population": true,
}

// longestSlogan is how many bytes there are at most between the marks.
const longestSlogan = 36

// slogan finds figures inside quotation marks that are a slogan's, not the economy's: “六个一”, “攻坚120天”.
func (r *reader) slogan(i int) (string, bool) {
	if r.chimes(i) {
		return "slogan in quotation marks", true
	}
	for j := i - 1; j >= 0 && r.toks[i].end-r.toks[j].end <= longestSlogan; j-- {
		if r.toks[j].kind != quote {
			continue
		}
		if t := r.toks[j].text; t != "“" && t != "‘" && t != "《" {
			return "", false
		}
		for k := i + 1; k < len(r.toks) && r.toks[k].end-r.toks[j].end <= longestSlogan; k++ {
			if r.toks[k].kind == quote {
				return "slogan in quotation marks", true
			}
		}
		return "", false
	}
	return "", false
}

// chimes tells of a count in words that stands in quotation marks with others like it, one to each item of their list:
// “坚持一个定位、守住两条底线、办好三件大事”.
func (r *reader) chimes(i int) bool {
	q := r.toks[i].q
	if q.Kind != "count" || q.Arabic {
		return false
	}
	from := strings.LastIndexAny(r.text[r.start:r.toks[i].start], "“”")
	to := strings.IndexAny(r.text[r.toks[i].end:r.end], "“”")
	if from < 0 || to < 0 || !strings.HasPrefix(r.text[r.start+from:], "“") || !strings.HasPrefix(r.text[r.toks[i].end+to:], "”") {
		return false
	}
	items := strings.Split(r.text[r.start+from+len("“"):r.toks[i].end+to], "、")
	for _, item := range items {
		if at := strings.IndexAny(item, "一两二三四五六七八九十百千"); at < 0 || at > len("坚持") || strings.ContainsAny(item, "，。；：") {
			return false
		}
	}
	return len(items) > 1
}

// dates enters the time expressions that are printed in digits.
func (r *reader) dates(base int, exprs []period.Expr, quantities []unit.Quantity) {
	for i := range exprs {
		e := &exprs[i]
		if strings.ContainsAny(e.Text, "0123456789０１２３４５６７８９") && holder(e, quantities) == nil {
			r.mention(token{start: base + e.Start, end: base + e.End, text: e.Text}, "date", "time of the figures beside it")
		}
	}
}

// mention enters a figure in the ledger.
func (r *reader) mention(t token, disposition, reason string) {
	m := yiyuan.Mention{Start: t.start, End: t.end, Text: t.text, Disposition: disposition, Reason: reason}
	if t.q != nil {
		m.Kind = t.q.Kind
		m.Unit = t.q.Unit.Code
		if disposition == "fact" || disposition == "qualifier" || disposition == "unread" {
			v := t.q.Value
			m.Value = &v
		}
	} else {
		m.Kind = "date"
	}
	if r.out.Mentions == nil {
		r.out.Mentions = make([]yiyuan.Mention, 0, min(mostAhead, len(r.text)/perMention+1))
	}
	r.out.Mentions = append(r.out.Mentions, m)
}

// numbersSession tells of 三届六次全会, where the sessions of a body are numbered.
func (r *reader) numbersSession(i int) bool {
	return r.toks[i].q.Unit.Surface == "次" && strings.HasSuffix(r.text[r.start:r.toks[i].start], "届")
}

// runsToTimetable tells of the number of a train or flight: 1525次国际旅客列车.
func runsToTimetable(after string) bool {
	for _, vehicle := range []string{"列车", "航班", "动车"} {
		if at := strings.Index(after, vehicle); at >= 0 && at <= len("国际旅客") {
			return true
		}
	}
	return false
}

// points are what speeches and plans count themselves by: nothing of the economy.
var points = phrases("points of speeches")

// attainedByAll are words for an aim that has been attained everywhere.
var attainedByAll = phrases("attained by all")

// pointVerbs are the deeds of a slogan: 两个确保, 三个转变.
var pointVerbs = phrases("deeds of slogans")

// countsPoints tells of 抓好十个方面的工作: small numbers in words before an abstract noun.
func (r *reader) countsPoints(i int) bool {
	q, after := r.toks[i].q, r.text[r.toks[i].end:r.end]
	measure := q.Unit.Surface
	if q.Kind == "count" && r.countsMarks(i) {
		return true
	}
	if q.Kind == "count" && !q.Arabic && measure == "方面" && startsWithAny(after, inSoManyWays()) {
		return true // 以下七方面工作
	}
	if measure == "个" && startsWithAny(after, attainedByAll()) {
		return true // 实现4个全覆盖
	}
	if q.Kind != "count" || q.Arabic {
		return false
	}
	switch measure {
	case "个":
		if startsWithAny(after, pointVerbs()) {
			return true
		}
	case "大", "项", "条":
	default:
		return false
	}
	return startsWithAny(after, points()) || strings.HasPrefix(after, "工作") && !startsWithAny(after, begunByWork())
}

// countsMarks tells of a small number of what speeches call marks, and not of vehicles or of what no measure word counts.
func (r *reader) countsMarks(i int) bool {
	t := &r.toks[i]
	if t.q.Arabic && (!t.q.Unit.Measure || t.q.Unit.Surface == "辆" || t.q.Unit.Surface == "台") || holdsAny(t.text, []string{"万", "亿"}) {
		return false
	}
	return holdsAny(r.text[t.end:min(r.end, t.end+18)], marks())
}

// inSoManyWays stand behind a number of 方面 that a plan or speech has, begunByWork are words that only begin with a 工作 that it counts.
var inSoManyWays, begunByWork = phrases("in so many ways"), phrases("words begun by work")

// calculatedAt tells of 按有效成份100%计算.
func (r *reader) calculatedAt(i int) bool {
	return strings.Contains(r.text[r.start:r.toks[i].start], "按") && startsWithAny(r.text[r.toks[i].end:r.end], []string{"计算", "折算", "折合"})
}

// herds are measure words by whose round numbers bases and villages are named: 千人劳务基地, 万头猪场.
var herds = map[string]bool{"人": true, "户": true, "头": true, "只": true, "羽": true}

// namedBySize are those, by their codes.
var namedBySize = map[string]bool{"platform_count": true, "region_count": true, "park_count": true}

// sizesOf tells of 千亩蓝莓园, where a round number of land is the name of what stands behind it.
func (r *reader) sizesOf(i int) bool {
	q := r.toks[i].q
	if !q.Magnitude || q.Kind != "physical" && !herds[q.Unit.Surface] || q.Bound != "exact" || i+1 >= len(r.toks) {
		return false
	}
	n := r.toks[i+1]
	if q.Kind == "count" {
		noun := indicator.Nouns(r.text[n.start:r.end])
		if len(noun) == 0 || noun[0].End >= 24 || !namedBySize[noun[0].Entry.Code] {
			return false
		}
		return !strings.ContainsAny(r.text[n.start:n.start+noun[0].Start], "，、；。")
	}
	return n.kind == word && (strings.HasPrefix(n.pos, "n") || n.text == "示范") && !boundWords[n.text]
}
