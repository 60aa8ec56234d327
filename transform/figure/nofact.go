package figure

import (
	"strings"

	"yiyuan/transform/idiom"
	"yiyuan/transform/unit"
)

// noFact gives disposition and reason of a figure that states nothing.
func (r *reader) noFact(i int) ([2]string, bool) {
	for _, reason := range []func(int) [2]string{r.withheld, r.unlikeFigures, r.onlyNames, r.onlyRestricts, r.numbersName} {
		if told := reason(i); told != [2]string{} {
			return told, true
		}
	}
	return [2]string{}, false
}

// withheld tells why no figure of a document, a stretch of it or the head of a table is read.
func (r *reader) withheld(i int) [2]string {
	t := r.toks[i]
	if r.NoFacts != "" {
		return [2]string{"unread", r.NoFacts}
	}
	for _, s := range r.Suspect {
		if s.Start < t.end && t.start < s.End {
			return [2]string{"unread", s.Reason}
		}
	}
	if t.q.Magnitude && namesUnits(r.text[r.start:t.start]) {
		return [2]string{"name", "unit of a table"}
	}
	return [2]string{}
}

// unlikeFigures tells of numbers of the kinds that seldom are figures. A bare number or an age that is one is measured as what it is.
func (r *reader) unlikeFigures(i int) [2]string {
	q := r.toks[i].q
	switch q.Kind {
	case "bare":
		if !r.indexBefore(i) && !r.indexMoves(i) && !r.headsNoun(i) && !r.unitUnsaid(i) && !r.unitInBody(i) {
			return [2]string{"name", "number without a unit"}
		}
	case "name", "grade":
		return [2]string{"name", "number in a name"}
	case "date":
		return [2]string{"date", "date"}
	case "ordinal":
		return [2]string{"ordinal", "ordinal"}
	case "age":
		if !r.lifeExpectancy(i) {
			return [2]string{"name", "age"}
		}
		r.measureAs(i, "duration", unit.Unit{Surface: "岁", Code: "year", Kind: "duration", Factor: q.Unit.Factor})
	case "per":
		return [2]string{"qualifier", "per so many"}
	case "count":
		if t := r.toks[i].text; len(t) > 1 && t[0] == '0' && '1' <= t[1] && t[1] <= '9' {
			return [2]string{"name", "number in a name"} // 风云三号02组卫星
		}
		if before := strings.TrimRight(r.text[r.lineStart:r.toks[i].start], ":： "); strings.HasSuffix(before, "次数") && endsWithAny(before, pageCounters()) {
			return [2]string{"name", "number in a name"} // 来源：某报 浏览次数：4210 发布时间：
		}
		if q.Unit.Surface == "位" && r.placeInOrder(i) {
			r.measureAs(i, "rank", unit.Unit{Surface: "位", Code: "rank", Kind: "rank", Factor: q.Unit.Factor})
		}
	}
	return [2]string{}
}

// pageCounters are what a page calls the number of those who have read it.
var pageCounters = phrases("counters of a page")

// placeInOrder tells of a 位 that says where something stands among others: 位次由27位提高到22位, 排名前移到9位.
func (r *reader) placeInOrder(i int) bool {
	clause := r.text[r.start:r.toks[i].start]
	clause = clause[lastPause(clause):]
	next := i + 1
	return holdsAny(clause, standingsTold()) && (next == len(r.toks) || r.toks[next].kind.pauses() || r.toks[next].is(up|down|upto|downto))
}

// standingsTold are names for where one stands among others.
var standingsTold = phrases("standings told")

// lifeExpectancy tells of an age that people reach on average: 人均预期寿命78.2岁, 提高1.2岁.
func (r *reader) lifeExpectancy(i int) bool {
	left := join(trimReach(withoutStart(withoutBrackets(r.leftOf(i)))))
	if endsWithAny(left, menOrWomen()) && strings.Contains(r.text[r.start:r.toks[i].start], "寿命") {
		return true // 人均预期寿命78岁，其中男性76岁
	}
	return strings.HasSuffix(left, "寿命") || strings.Contains(left, "寿命提高") || strings.Contains(left, "寿命增加") || r.movesLast(i, "寿命")
}

// menOrWomen are words for men or women whose expectation of life is told.
var menOrWomen = phrases("men or women")

// namedByRound tells of a round sum in words that begins with no number.
func namedByRound(sum string) bool {
	return startsWithAny(sum, roundSums())
}

// roundSums are such sums, namedBySum what is called by one.
var roundSums, namedBySum = phrases("round sums"), phrases("named by a sum")

// onlyNames tells of numbers that are articles, tallies, fixed words or places in an order.
func (r *reader) onlyNames(i int) [2]string {
	t := r.toks[i]
	q := t.q
	firms := q.Magnitude && q.Bound != "exact" && q.Unit.Surface == "家"
	switch {
	case q.Kind == "count" && (q.Unit.Surface == "金" || q.Unit.Surface == "银" || q.Unit.Surface == "铜"):
		return [2]string{"name", "medals"}
	case q.Unit.Surface == "期" && strings.HasSuffix(r.text[r.start:t.start], "分"):
		return [2]string{"name", "stages of a work"} // 分2期建设
	case q.Unit.Surface == "支" && startsWithAny(r.text[t.end:r.end], yarns()):
		return [2]string{"name", "fineness of yarn"} // 32支全棉纱
	case (q.Unit.Surface == "排" || q.Unit.Surface == "层") && startsWithAny(strings.TrimLeft(r.text[t.end:r.end], "0123456789层"), scanners()):
		return [2]string{"name", "specification"} // 64排128层螺旋CT
	case q.Kind == "duration" && endsWithAny(r.text[r.start:t.start], []string{"7×", "7*", "7x", "7X", "全年365天×"}), r.outweighs(i):
		return [2]string{"name", "fixed expression"} // 7×24小时服务
	case q.Kind == "amount" && !q.Arabic && namedByRound(t.text) && startsWithAny(r.text[t.end:r.end], namedBySum()):
		return [2]string{"name", "fixed expression"} // 全县万元户已有320户
	case r.perHeads(i), r.perOne(i), r.outOfEvery(i):
		return [2]string{"qualifier", "per so many"}
	case q.Vague && q.Kind != "amount" && !strings.HasSuffix(t.text, "半") && !(q.Unit.Surface == "位" && r.movesInRank(i)):
		return [2]string{"name", "一 as an article"}
	case !firms && !q.Arabic && q.Unit.Surface != "分之" && idiom.Around(r.text[r.start:r.end], t.start-r.start, t.end-r.start):
		return [2]string{"name", "fixed expression"}
	}
	if reason, is := r.fixedSet(i); is {
		return [2]string{"name", reason}
	}
	if q.Kind == "rank" && !r.ranks(i) {
		return [2]string{"ordinal", "ordinal"}
	}
	return [2]string{}
}

// yarns begin what a number of 支 says how fine it is of, scanners what one of 排 says how well it sees.
var yarns, scanners = phrases("yarns"), phrases("scanners")

// onlyRestricts tells of numbers that say which things or how long, of a figure that stands elsewhere.
func (r *reader) onlyRestricts(i int) [2]string {
	q := r.toks[i].q
	switch {
	case q.Kind == "duration" && q.Unit.Surface != "岁" && !r.lasts(i) && !r.movesLast(i, "天数") && !r.movesLast(i, "利用小时"):
		return [2]string{"qualifier", "span of time of nothing measured"}
	case q.Kind == "physical" && q.Unit.Code == "other" && (q.Unit.Surface == "千伏" || q.Unit.Surface == "伏" || r.current == nil && len(withoutBrackets(r.leftOf(i))) == 0):
		return [2]string{"name", "specification"}
	}
	if reason, is := r.threshold(i); is {
		return [2]string{"qualifier", reason}
	}
	if r.comparedAmong(i) {
		return [2]string{"qualifier", "how many are compared"}
	}
	return [2]string{}
}

// numbersName tells of numbers in the names of bodies, products, contests, sessions, plans and slogans, and of what is outdone or reckoned from.
func (r *reader) numbersName(i int) [2]string {
	t := r.toks[i]
	q := t.q
	behind := r.text[t.end:r.end]
	switch {
	case q.Unit.Surface == "国" && i > 0 && blocs().has(r.toks[i-1].text):
		return [2]string{"name", "number in a name"} // 欧盟27国
	case q.Unit.Surface == "支" && startsWithAny(behind, cloths()):
		return [2]string{"name", "grade of a product"} // 40支府绸
	case q.Unit.Surface == "类" && startsWithAny(behind, classedDrugs()):
		return [2]string{"name", "grade of a product"}
	case q.Kind == "count" && endsWithAny(strings.TrimSuffix(r.text[r.start:t.start], "约"), likened()) && holdsAny(firstClause(behind), likenesses()):
		return [2]string{"qualifier", "what is likened to"} // 接近3个西湖的蓄水量
	case q.Kind == "count" && (datesName(r.text[r.start:t.start]) || r.yearsName(i)):
		return [2]string{"name", "date in a name"} // 6·18项目成果交易会, 2020国家创新型城市
	case r.outdone(i):
		return [2]string{"qualifier", "aim that is outdone or missed"}
	case r.sizesOf(i), r.sizesPriced(i), r.sizesBerth(i), r.speedsOf(i), r.gaugesOf(i):
		return [2]string{"name", "size in a name"}
	case r.namesHamlet(i):
		return [2]string{"name", "number in a name"}
	case r.perMoney(i), r.weighsPer(i):
		return [2]string{"qualifier", "per so many"}
	case q.Kind == "percent" && strings.HasSuffix(t.text, "过半") && (endsWithAny(r.text[r.start:t.start], timesHalfOver()) || strings.Contains(r.text[r.start:t.start], "时间过半")):
		return [2]string{"name", "fixed expression"} // 时间过半，任务过半
	case q.Kind == "percent" && strings.HasPrefix(behind, "决赛"), q.Unit.Surface == "次" && runsToTimetable(behind):
		return [2]string{"name", "number in a name"}
	case r.countsPoints(i):
		return [2]string{"name", "points of a speech or plan"}
	case q.Kind == "percent" && r.calculatedAt(i):
		return [2]string{"qualifier", "basis of calculation"}
	}
	if reason, is := r.slogan(i); is {
		return [2]string{"name", reason}
	}
	return [2]string{}
}

// weighsPer tells of how much the measure holds that a price is told for, in brackets: 每箱（75斤）150元.
func (r *reader) weighsPer(i int) bool {
	if r.toks[i].q.Kind != "physical" || i == 0 || i+1 >= len(r.toks) || r.toks[i-1].kind != open || r.toks[i+1].kind != shut {
		return false
	}
	return pricedPer(r.text[r.start:r.toks[i-1].start])
}

// timesHalfOver end what is said of a time that is half over.
var timesHalfOver = phrases("times half over")

// classedDrugs are drugs and devices that are named by the class they are of: 一类新药.
var classedDrugs = phrases("classed drugs")

// sizesBerth tells of the ships that a berth or channel is made for: 10万吨码头, 20万吨铁矿石泊位.
func (r *reader) sizesBerth(i int) bool {
	if q := r.toks[i].q; q.Kind != "physical" || q.Unit.Code != "tonne" {
		return false
	}
	for j, t := range r.toks[i+1 : min(i+4, len(r.toks))] {
		if j == 0 && t.text == "的" {
			continue // 30吨的货车
		}
		if t.kind != word || t.text == "的" || t.class != 0 {
			return false
		}
		if endsWithAny(t.text, berths()) {
			return true
		}
	}
	return false
}

// speedsOf tells of the speed that trains and lines are called by: 时速250公里的动车组.
func (r *reader) speedsOf(i int) bool {
	if q := r.toks[i].q; q.Kind != "physical" || q.Unit.Code != "km" || !strings.HasSuffix(strings.TrimSuffix(r.text[r.start:r.toks[i].start], "达"), "时速") {
		return false
	}
	return startsWithAny(strings.TrimPrefix(strings.TrimPrefix(strings.TrimPrefix(r.text[r.toks[i].end:r.end], "以上"), "级"), "的"), runOnRails())
}

// runOnRails are what is called by its speed.
var runOnRails = phrases("called by speed")

// berths are called by the tonnage of the ships that they take, and ships by their own.
var berths = phrases("called by tonnage")

// namesHamlet tells of a place called by how many families settled there: 七家营, 三家子村.
func (r *reader) namesHamlet(i int) bool {
	q := r.toks[i].q
	if !q.Arabic && namedByNumber()[q.Unit.Surface] && q.Bound == "exact" {
		name := firstRunes(r.text[r.toks[i].end:r.end], 4)
		if at := strings.IndexAny(name, "镇乡"); at > 0 && !strings.ContainsAny(name[:at], "的个，。、") {
			return true // 五间房镇, 二道河子镇
		}
	}
	if q.Kind != "count" || q.Unit.Surface != "家" || q.Arabic {
		return false
	}
	return i+1 < len(r.toks) && r.toks[i+1].start == r.toks[i].end && hamlets().has(r.toks[i+1].text) || r.namesTown(i)
}

// namesTown tells of a town called so, behind the place that it lies in, the side it lies on or nothing: 北票市大三家镇, 八家户村.
func (r *reader) namesTown(i int) bool {
	behind, before := r.text[r.toks[i].end:r.end], r.text[r.start:r.toks[i].start]
	if !startsWithAny(behind, endsOfTowns()) || startsWithAny(behind, ofTowns()) {
		return false
	}
	return lastPause(before) == len(before) || endsWithAny(before, sidesOfTowns()) || i > 0 && r.toks[i-1].kind == where && r.toks[i-1].end == r.toks[i].start
}

// endsOfTowns stand behind the number of families in the name of a town, ofTowns are what is a town's or a village's, sidesOfTowns stand before the number.
var endsOfTowns, ofTowns, sidesOfTowns = phrases("ends of towns"), phrases("of a town"), phrases("sides of towns")

// namedByNumber are measure words of what the names of towns number.
var namedByNumber = phraseSet("named by their number")

// hamlets end such names.
var hamlets = phrases("hamlets")

// perMoney tells of the sum that something else is reckoned for: 每投入1元带动…, 100日元兑5元人民币.
func (r *reader) perMoney(i int) bool {
	q := r.toks[i].q
	if q.Kind != "amount" {
		return false
	}
	if endsWithAny(r.text[r.start:r.toks[i].start], forEach()) {
		return true
	}
	return r.roundSum(i) && (r.exchanges(i, i+1, +1) || r.exchanges(i, i-1, -1))
}

// exchanges tells of a 兑 at token at, beside the sum at token i, and of money of another country that it is changed for beyond.
func (r *reader) exchanges(i, at, step int) bool {
	if at < 0 || at >= len(r.toks) || !startsWithAny(r.toks[at].text, []string{"兑", "可兑"}) {
		return false
	}
	for j := at + step; j >= 0 && j < len(r.toks) && j != at+4*step; j += step {
		if t := r.toks[j]; t.kind == figure {
			return t.q.Kind == "amount" && t.q.Unit.Code != r.toks[i].q.Unit.Code
		}
	}
	return false
}

// roundSum tells of the 1, 100 or 10000 that a rate of exchange is told for.
func (r *reader) roundSum(i int) bool {
	n, err := r.toks[i].q.Value.Int64()
	return err == nil && (n == 1 || n == 10 || n == 100 || n == 1000 || n == 10000)
}

// forEach stand before such a sum.
var forEach = phrases("for each sum")

// likened are words before what a quantity is likened to, and likenesses what that has or is.
var likened, likenesses = phrases("likened"), phrases("likenesses")

// datesName tells of the month of a day that a name begins with: 6·18, 9·8.
func datesName(before string) bool {
	month, day := strings.CutSuffix(before, "·")
	return day && month != "" && month[len(month)-1] >= '0' && month[len(month)-1] <= '9'
}

// yearsName tells of a year that stands without its 年 before what was named in it: 入选2020国家创新型城市.
func (r *reader) yearsName(i int) bool {
	q := r.toks[i].q
	year, err := q.Value.Int64()
	digits := strings.TrimSuffix(r.toks[i].text, q.Unit.Surface)
	fits := q.Arabic && !q.Unit.Measure && q.Unit.Code == "count" && q.Bound == "exact" && len(digits) == len("2020")
	return fits && err == nil && year > 1990 && year <= int64(r.Reference.Year)+1
}
