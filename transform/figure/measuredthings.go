package figure

import (
	"slices"
	"strings"

	"yiyuan"
	"yiyuan/transform/indicator"
	"yiyuan/transform/period"
)

// This file settles the indicator of what only the thing counted or the words around it tell: people and what they do, rooms and works that
// could do something, herds, boxes, sums without a name.

// measuredByThing asks each of them in turn; what a later one knows goes before.
func (r *reader) measuredByThing(f *yiyuan.Fact, s *site, st statement) {
	r.measuredAsSum(f, s, st)
	r.measuredAsIncome(f, s, st)
	r.measuredAsAbility(f, s, st)
	if worksAtJobs(f, s) {
		f.Indicator = "employment"
	}
	r.measuredAsStore(f, s, st)
	r.measuredAsPeople(f, s, st)
	r.measuredByFrame(f, s, st)
	switch {
	case f.Measure == "rank" && f.Indicator == "count_other" && strings.HasSuffix(st.counter+st.head, "指标"):
		f.Indicator = "other" // the place that the thing measured has, not how many there are
	case f.Measure == "growth" && (f.Indicator == "count_other" || f.Indicator == "population") && endsWithAny(st.text, grownNotCounted()):
		f.Indicator = "other" // 困难群众救助标准提高22%
	case f.Indicator == "project_count" && s.tok.q.Unit.Surface == "套":
		f.Indicator = "count_other" // 开工棚改5万套
	case f.Indicator == "count_other" && containers().has(s.tok.q.Unit.Surface):
		f.Indicator = "other" // 进出港集装箱15万标箱: what a port moves
	case f.Indicator == "enterprise_count" && (s.tok.q.Unit.Surface == "家次" || s.tok.q.Unit.Surface == "户次"):
		f.Indicator = "case_count" // 惠及企业118家次: each time a case
	case f.Indicator == "other" && (f.Unit == "person" || f.Unit == "household") && s.inherited && st.form == "rate":
		f.Indicator = "count_other" // 录取率82%，其中本科2万人
	case f.Indicator == "count_other" && f.Measure == "level" && s.peopleOrVisits() && r.carries(f, s, st):
		f.Indicator = "other" // 北站发送15万人、南站8万人: what a railway moves
	case f.Indicator == "count_other" && s.tok.q.Unit.Surface == "户" && st.counter == "纳税人":
		f.Indicator = "enterprise_count" // 惠及纳税人1.2万户
	case s.tok.q.Unit.Surface == "股" && unsettledCount[f.Indicator] && s.ofThousands():
		f.Indicator = "other" // 发行2500万股
	case s.tok.q.Unit.Surface == "手":
		f.Indicator = "count_other" // lots of futures
	}
	if s.inherited && f.Measure == "growth" && r.justToldLevelOf(st.text) {
		f.Indicator = r.lastInSentence().Indicator // 载重汽车62万辆，下降1%
	}
	if f.Indicator == "gdp" && f.Unit == "CNY" && holdsAny(join(s.left), []string{"产业生产总值", "产业年生产总值"}) {
		f.Indicator = "output_value" // 茶产业年生产总值, of no place
	}
}

// carries tells of people whom a railway moves, or of a station told behind another that does so.
func (r *reader) carries(f *yiyuan.Fact, s *site, st statement) bool {
	last := r.lastInSentence()
	goesOn := last != nil && last.Indicator == "other" && (last.Unit == f.Unit || last.Measure == "growth") && endsWithAny(st.text, stations())
	return goesOn || endsWithAny(join(trimReach(s.left)), carriedAway())
}

// carriedAway are verbs for what a railway does with people, stations end the names of where it does so.
var carriedAway, stations = phrases("carried away"), phrases("stations")

// grownNotCounted are ends of names for what grows of things or people, and not their number.
var grownNotCounted = phrases("grown and not counted")

// unsettledCount are what a number is of that only its measure word or a body beside it names.
var unsettledCount = map[string]bool{"count_other": true, "enterprise_count": true, "institution_count": true}

// justToldLevelOf tells of a thing whose level the sentence has told last.
func (r *reader) justToldLevelOf(name string) bool {
	last := r.lastInSentence()
	return name != "" && last != nil && last.Measure == "level" && last.IndicatorText == name
}

// sizesFund tells of how large a fund, loan or issue of bonds is that is told beside the sum: 首只基金总规模20亿元.
func (r *reader) sizesFund(s *site, st statement) bool {
	switch {
	case st.text == "规模" || st.text == "总规模":
	case st.text != "" || !strings.Contains(r.clauseBeforeFigure(s), "规模"):
		return false
	}
	last := r.lastInSentence()
	if startsWithAny(r.text[r.start:r.end], ofTheFund()) || last != nil && last.Unit == "count" && endsWithAny(last.IndicatorText, fundsAndBonds()) {
		return true
	}
	return holdsAny(s.clauseBehind()+st.qualifier, raisedSums())
}

// fundsAndBonds end the names of what is counted before its size is told.
var fundsAndBonds = phrases("funds and bonds")

// raisedSums are what is told by how large it is beside its sum.
var raisedSums = phrases("raised sums")

// measuredAsSum settles what a sum without a name of its own is of.
func (r *reader) measuredAsSum(f *yiyuan.Fact, s *site, st statement) {
	if f.Unit == "CNY" && r.sizesFund(s, st) {
		f.Indicator = "financing"
	}
	if last := r.lastInSentence(); last != nil && traded[last.Indicator] && f.Measure == "growth" && amountsTraded().has(st.text) {
		f.Indicator = last.Indicator // 出口汽车3000辆、6亿元，数量和金额分别增长80%和90%
	} else if last != nil && s.inherited && st.text != "" && last.IndicatorText == st.text && sumWords[st.head] {
		f.Indicator = last.Indicator // 投资项目90个、金额30亿元，其中本地的占六成
	} else if st.head == "金额" || st.head == "总金额" {
		f.Indicator = r.sumOf(f.Indicator)
		if strings.HasSuffix(join(trimReach(s.left)), "项目"+st.head) {
			f.Indicator = "investment"
		}
	}
	if f.Indicator == "tax" && f.Measure == "level" && holdsAny(join(s.left), []string{"减免", "免征"}) {
		f.Indicator = "subsidy"
	}
	if f.Unit == "CNY" && f.Measure == "level" && endsWithAny(join(trimReach(s.left)), []string{"限额", "限价"}) {
		f.Indicator = "other" // 统筹基金最高支付限额
	}
}

// amountsTraded are names of how much was traded of what was told before.
var amountsTraded = phrases("amounts traded")

// measuredAsIncome settles what people earn or are given.
func (r *reader) measuredAsIncome(f *yiyuan.Fact, s *site, st statement) {
	if f.Indicator == "other" && f.Unit == "CNY" && !strings.HasSuffix(st.text, "标准") && r.handedToEach(s) {
		f.Indicator = "subsidy"
	}
	if f.Indicator == "revenue" && f.Measure == "level" && earnings()[st.head] && st.subject == "" && r.earnedByFamily(f, s) {
		f.Indicator = "resident_income"
	}
	if f.Indicator == "resident_income" && f.Measure == "level" && earnsByCrop(s) {
		f.Indicator = "revenue"
	}
	if v, err := f.Value.Float64(); err == nil && v < 1e6 && f.Unit == "CNY" && f.Measure == "level" && unsettled(f) && endsWithAny(strings.TrimRight(join(trimReach(s.left)), "了超近约"), incomesSaid()) {
		f.Indicator = "resident_income" // 户均年入2万元
	}
	if f.Unit == "CNY" && s.measure == "change" && hasWord(s.left, "户均", "每户", "人均") && endsWithAny(join(s.left), []string{"增收", "多收", "多收入"}) {
		f.Indicator = "resident_income"
	}
}

// incomesSaid end what is said of money that people have each year or month.
var incomesSaid = phrases("incomes said")

// handedToEach tells of money that is handed out by the head: 为老人每人每月发放补贴100元.
func (r *reader) handedToEach(s *site) bool {
	return strings.Contains(join(r.leftTokens), "每人每") && holdsAny(r.saidBefore(s), handedOut())
}

// measuredAsAbility settles what could be made, moved or taken in.
func (r *reader) measuredAsAbility(f *yiyuan.Fact, s *site, st statement) {
	left := join(trimReach(s.left))
	counted := strings.HasSuffix(f.Indicator, "_count") || f.Indicator == "output_volume" || f.Indicator == "count_other"
	switch {
	case f.Indicator == "output_volume" && weighed[f.Unit] && r.cutsOn(f):
		f.Indicator = "capacity" // 压减炼铁产能300万吨、炼钢200万吨
	case f.Measure != "level":
	case (f.Indicator == "output_volume" || f.Indicator == "other" && !st.known) && weighed[f.Unit] && sizesWorks(s.right):
		f.Indicator, f.IndicatorText = "capacity", "" // 推进12万吨饲料加工项目
	case (f.Indicator == "output_volume" || f.Indicator == "other") && (weighed[f.Unit] || f.Unit == "count") && r.listsAbilities(s):
		f.Indicator = "capacity"
	case counted && sizesProject(s):
		f.Indicator, f.IndicatorText = "capacity", "" // 推进15万台空调项目
	case counted && s.tok.q.Kind == "count" && abilityBehind(s):
		f.Indicator = "capacity"
	case f.Indicator == "output_volume" && holdsAny(left, designedFor()):
		f.Indicator = "capacity" // 设计年处理垃圾40万吨
	case f.Indicator == "output_volume" && endsWithAny(left, []string{"能力", "产能"}) && !strings.HasSuffix(left, "亩产能"):
		f.Indicator = "capacity" // 日产油气能力达到11万吨
	case (counted || f.Indicator == "other") && (weighed[f.Unit] || s.tok.q.Kind == "count") && r.ableInSpan(s):
		f.Indicator = "capacity" // 每小时可分选15吨, 年处理鲜枣10万吨的生产线
	case (f.Indicator == "output_volume" || f.Indicator == "other") && weighed[f.Unit] && endsWithAny(left, stores()):
		f.Indicator = "capacity" // 建成气调库20万吨
	case counted && goods()[s.tok.q.Unit.Surface] && strings.HasSuffix(left, "能力"):
		f.Indicator = "capacity" // 新增片剂能力30亿片
	case counted && goods()[s.tok.q.Unit.Surface] && holdsAny(left, ableInYear()):
		f.Indicator = "capacity" // 项目投产后可年产挖掘机2000台
	case counted && goods()[s.tok.q.Unit.Surface] && r.formsScale(s):
		f.Indicator = "capacity" // 形成3000台织机、5000万件服装的规模
	case s.tok.q.Unit.Surface == "锭" && unsettled(f) && s.ofThousands():
		f.Indicator = "capacity"
	case s.tok.q.Kind == "count" && f.Indicator != "enterprise_count" && holdsAny(left, roomFor()) && !strings.ContainsAny(left, "，；"):
		f.Indicator = "capacity" // 可容纳机架3000架
	case s.tok.q.Kind == "count" && endsWithAny(left, takingIn()), f.Indicator == "count_other" && strings.HasSuffix(st.text, "容量"):
		f.Indicator = "capacity"
	}
}

// takingIn are verbs for how many a thing holds.
var takingIn = phrases("taking in")

// ableInYear are words for what can be made in a year.
var ableInYear = phrases("able in a year")

// ableInSpan tells of what works can take in a span of time, by the words before the amount or by those behind it: 每小时可分选15吨,
// 设计年屠宰肉牛5万头, 年处理鲜枣10万吨的生产线.
func (r *reader) ableInSpan(s *site) bool {
	left := r.clauseBeforeFigure(s)
	if ableIn().standIn(left) {
		for _, span := range ableIn().words {
			if i := strings.Index(left, span); i >= 0 && startsWithAny(trimAhead(left[i+len(span):], "以", "够"), worksDeeds()) {
				return true
			}
		}
	}
	if means(left, dailyDeeds(), ofAnyDay) {
		return true // 日加工大豆2500吨
	}
	if !holdsAny(strings.ReplaceAll(left, "产量", ""), worksSpans()) {
		return false
	}
	if holdsAny(r.text[r.start:s.tok.start], onceBuilt()) {
		return true // 达产后年加工肉类6万吨
	}
	behind, of := strings.CutPrefix(s.clauseBehind(), "的")
	return strings.Contains(left, "设计") || strings.Contains(left, "规划") || of && endsWithAny(behind, plants()) || of && holdsPlant(s.right[1:])
}

// storehouses are where goods are kept.
var storehouses = phrases("storehouses")

// dailyDeeds are what works do in a day or an hour.
var dailyDeeds = phrases("daily deeds")

// ofAnyDay tells of a day that is none in particular: 日处理, not 昨日处理, 5日处理 or 单日处理.
func ofAnyDay(_, before, after string) bool {
	if strings.ContainsAny(after, "0123456789") {
		return false
	}
	return before == "" || before[len(before)-1] < '0' || before[len(before)-1] > '9'
}

// formsScale tells of a list of what works will hold or make, which the clause closes with 的规模.
func (r *reader) formsScale(s *site) bool {
	return strings.HasSuffix(r.clauseAround(s.tok.start, s.tok.end), "的规模") && strings.Contains(r.clauseBeforeFigure(s), "形成")
}

// holdsPlant tells of words whose first noun is that of works: 生产线8月试车.
func holdsPlant(toks []token) bool {
	for _, t := range toks[:min(len(toks), longestWorks)] {
		if t.kind != word && t.kind != where {
			return false
		}
		if endsWithAny(t.text, plants()) || t.text == "厂" {
			return true
		}
	}
	return false
}

// onceBuilt are words for when works will be there.
var onceBuilt = phrases("once built")

// roomFor are verbs for how many of a thing something can hold.
var roomFor = phrases("room for")

// ableIn say of a span of time what can be done in it, worksDeeds are verbs for what works do, worksSpans name it by the span, stores keep goods.
var ableIn, worksDeeds, worksSpans, stores = phrases("able in a span"), phrases("works' deeds"), phrases("works' spans"), phrases("stores")

// cutsOn tells of one more of the abilities that a list begun with one says have been cut.
func (r *reader) cutsOn(f *yiyuan.Fact) bool {
	last := r.lastInSentence()
	if last == nil || last.Indicator != "capacity" || last.Unit != f.Unit || strings.ContainsAny(r.text[last.End:f.Start], "，；,;") {
		return false
	}
	return holdsAny(r.clauseAround(last.Start, last.End), cutting())
}

// cutting are verbs for making less of what can be made.
var cutting = phrases("cutting abilities")

// listsAbilities tells of a sentence that lists, behind a colon, what can be made since: 新增生产能力有：水泥200万吨，化肥80万吨.
func (r *reader) listsAbilities(s *site) bool {
	told := r.text[r.start:s.tok.start]
	colon := max(strings.LastIndex(told, "："), strings.LastIndex(told, ":"))
	if colon <= 0 || !strings.Contains(told[:colon], "新") && !strings.HasSuffix(told[:colon], "生产能力") {
		return false
	}
	return endsWithAny(trimAny(trimAny(told[:colon], "有", "为", "包括"), "主要", "分别"), abilities())
}

var abilities = phrases("abilities listed")

// weighed are the units that the goods a plant makes or takes in are measured by.
var weighed = map[string]bool{"tonne": true, "kg": true, "m3": true}

// sizesWorks tells of words right behind a weight that name the works made for it, up to their head: 5万吨奶粉生产车间.
func sizesWorks(right []token) bool {
	for n, t := range right[:min(len(right), longestWorks)] {
		if t.kind == where || t.kind == quote || n > 0 && (t.kind == dun || t.is(conj)) || t.kind == figure && t.q.Unit.Surface == "期" {
			continue
		}
		if n > 0 && t.kind == word && strings.HasPrefix(t.text, "项目") {
			return true // 6万吨焊材|项目总投资
		}
		if t.kind != word || t.text == "的" || t.is(reach|copula|up|down|upto|downto|rank|share) && !t.is(exist) || t.is(event) && !t.is(verbal) {
			return false
		}
		if endsWithAny(t.text, plants()) {
			return n+1 == len(right) || right[n+1].text != "船"
		}
	}
	return false
}

// sizesProject tells of the pieces that the project named behind them is to make: 15万台空调项目.
func sizesProject(s *site) bool {
	if s.tok.q.Kind != "count" && s.tok.q.Kind != "vehicle" || !piecesMade().has(s.tok.q.Unit.Surface) {
		return false
	}
	for _, t := range s.right[:min(len(s.right), longestWorks)] {
		if t.kind == figure && t.q.Unit.Surface == "期" {
			continue
		}
		if t.kind != word || t.text == "的" || t.is(event|reach|up|down) && !t.is(verbal) {
			return false
		}
		if strings.HasSuffix(t.text, "项目") || strings.HasPrefix(t.text, "项目") {
			return true
		}
	}
	return false
}

// piecesMade are measure words of what projects make, and not of projects.
var piecesMade = phrases("pieces made by projects")

// longestWorks is how many words such a name has at most.
const longestWorks = 8

var plants = phrases("plants by what they take or make")

// worksAtJobs tells of people counted by the jobs that there are for them behind their number: 450人以上的就业岗位.
func worksAtJobs(f *yiyuan.Fact, s *site) bool {
	behind := trimAhead(s.clauseBehind(), "以上的", "以上", "的")
	return f.Unit == "person" && f.Measure == "level" && (f.Indicator == "count_other" || unsettled(f)) && startsWithAny(behind, jobsNamed())
}

// jobsNamed begin what is said of jobs.
var jobsNamed = phrases("jobs named")

// measuredAsStore settles what is there or lies in the ground, and was not made in a year.
func (r *reader) measuredAsStore(f *yiyuan.Fact, s *site, st statement) {
	switch {
	case f.Indicator == "output_volume" && f.Unit == "count" && r.keptInHerds(s):
		f.Indicator = "count_other"
	case f.Indicator == "enterprise_count" && strings.HasSuffix(st.counter, "项目"):
		f.Indicator = "project_count" // 5家超百亿元的新材料项目
	case f.Indicator == "other" && f.Unit == "count" && strings.HasSuffix(st.text, "数") && holdsAny(s.tok.q.Unit.Surface, headsOfStock()):
		f.Indicator = "count_other" // 大牲畜年末数
	case f.Indicator == "output_volume" && f.Measure == "level" && r.inTheGround(f, s):
		f.Indicator = "reserves" // 铁矿石储量4亿吨，煤炭9亿吨
	case f.Indicator == "reserves" && weighed[f.Unit] && strings.HasSuffix(st.text, "储量") && holdsAny(r.saidBefore(s), storehouses()):
		f.Indicator = "capacity" // 建保鲜库7座，储量900吨
	case f.Indicator == "output_volume" && r.ownedByHouseholds(s):
		f.Indicator = "count_other"
	case f.Indicator == "output_volume" && f.Unit == "vehicle" && r.before != nil && r.out.Facts[r.before.fact].Unit == f.Unit:
		f.Indicator = r.out.Facts[r.before.fact].Indicator // 保有量900万辆（包括低速货车20万辆）
	case f.Indicator == "output_volume" && (f.Unit == "vehicle" || f.Unit == "count") && f.Measure == "level" && hasWord(s.left, usingGoods().words...):
		f.Indicator = "count_other" // 淘汰老旧汽车3万辆, 安装机器人5600台
	case f.Indicator == "output_volume" && (f.Unit == "vehicle" || f.Unit == "count") && f.Measure == "level" && hasGoods(s.left):
		f.Indicator = "count_other" // 全县有汽车3万辆
	case f.Indicator == "output_volume" && (f.Unit == "vehicle" || f.Unit == "count") && strings.Contains(st.text, "出口"):
		f.Indicator = "exports"
	case f.Indicator == "case_count" && s.tok.q.Unit.Surface == "件" && shipped(s.left, "出口"):
		f.Indicator = "exports"
	case f.Indicator == "case_count" && s.tok.q.Unit.Surface == "件" && shipped(s.left, "进口"):
		f.Indicator = "imports"
	case f.Indicator == "output_volume" && (f.Unit == "vehicle" || f.Unit == "count" && len(s.left) > 0 && linked(s.left)) && f.Measure == "level" && r.listsMachines(s):
		f.Indicator = "count_other" // 年末大中型拖拉机3万台；载重汽车2万辆
	case (f.Indicator == "output_volume" && (f.Unit == "vehicle" || f.Unit == "count") || f.Indicator == "energy") && r.holdsAtYearsEnd(s):
		f.Indicator = "other"
		if f.Unit != "kW" {
			f.Indicator = "count_other"
		}
	}
}

// headsOfStock are measure words of animals that are there.
var headsOfStock = phrases("heads of animals")

// keptInHerds tells of animals that are kept and not sold: 存栏生猪20万头.
func (r *reader) keptInHerds(s *site) bool {
	return holdsAny(r.clauseAround(s.tok.start, s.tok.end), herded()) && !hasWord(r.leftTokens, "出栏")
}

// inTheGround tells of what has been found in the ground, or of the next in a list of such: 铁矿石储量4亿吨，煤炭9亿吨.
func (r *reader) inTheGround(f *yiyuan.Fact, s *site) bool {
	return holdsAny(join(s.left), underground()) || r.toldAs("reserves") && r.lastInSentence().Unit == f.Unit && r.namesOnly(s)
}

// ownedByHouseholds tells of goods that households have: 每百户拥有汽车40辆.
func (r *reader) ownedByHouseholds(s *site) bool {
	return holdsAny(join(s.left), perHousehold()) || strings.Contains(r.text[r.start:s.tok.start], "每百户")
}

// perHousehold are words before goods that households have.
var perHousehold = phrases("owned by households")

// shipped tells of goods that went this way, named between the verb and their pieces: 出口服装2000万件.
func shipped(left []token, way string) bool {
	for i := len(left) - 2; i >= 0 && left[i].kind == word; i-- {
		if left[i].text == way {
			goods := join(left[i+1:])
			named := tradesIn(goods)
			return len(named) > 0 && named[len(named)-1].end == len(goods)
		}
	}
	return false
}

// usingGoods are verbs for what is done with goods that others have made.
var usingGoods = phrases("done with goods made by others")

// listsMachines tells of a list of the machines that there are, which a figure goes on with.
func (r *reader) listsMachines(s *site) bool {
	last := r.lastInSentence()
	return last != nil && last.Indicator == "count_other" && last.PeriodKind == period.AsOf && !r.eventIn(s.left)
}

// holdsAtYearsEnd tells of a list of what is owned at the end of a year, over its semicolons: 年末拥有大中型拖拉机79万台；载重汽车62万辆.
func (r *reader) holdsAtYearsEnd(s *site) bool {
	told := r.text[r.start:s.tok.start]
	if s.tok.q.Unit.Code == "vehicle" {
		if hasWord(s.left, possessed().words...) {
			return true // 全县拥有汽车3万辆
		}
		if kept := strings.Index(told, "保有量"); kept >= 0 {
			return !holdsAny(told[kept:], newInYear()) // 汽车保有量560万辆，其中新能源汽车36万辆
		}
	}
	end := strings.Index(told, "年末")
	return end >= 0 && holdsAny(told[end:], ownedAtYearsEnd()) && !strings.Contains(told[end:], "全年")
}

// hasGoods tells of goods whose name stands between a word for having them and their number.
func hasGoods(left []token) bool {
	for i, t := range left {
		if (t.text == "有" || possessed().has(t.text)) && i+1 < len(left) {
			return !slices.ContainsFunc(left[i+1:], func(t token) bool { return t.is(event | newness) })
		}
	}
	return false
}

// newInYear are words for what a year has made or added, ownedAtYearsEnd for what is there at its end.
var newInYear, ownedAtYearsEnd = phrases("new in a year"), phrases("owned at the end of a year")

// receivedAsGuests tells of people by how often they were received, or who stand in a list behind such: 接待外国人12万人次，华侨86万人次.
func (r *reader) receivedAsGuests(s *site, last *yiyuan.Fact) bool {
	left := join(s.left)
	if holdsAny(left, noGuests()) {
		return false
	}
	if hasWord(s.left, "接待") {
		return true
	}
	hit, ok := indicator.Counted(left, "")
	if last == nil || last.Indicator != "visitor_count" {
		return false
	}
	return ok && hit.Entry.Unit == "person" && hit.End == len(left) && !r.eventIn(s.left)
}

// noGuests are words for what people come for who are no guests.
var noGuests = phrases("no guests")

// measuredAsPeople settles whether people are counted as those who live somewhere, who work, or otherwise.
func (r *reader) measuredAsPeople(f *yiyuan.Fact, s *site, st statement) {
	last := r.lastInSentence()
	switch {
	case f.Indicator == "population" && s.tok.q.Unit.Surface == "人次":
		f.Indicator = "case_count" // 惠及贫困人口就医4亿人次
	case f.Indicator == "count_other" && s.tok.q.Unit.Surface == "人次" && f.Measure == "level" && r.receivedAsGuests(s, last):
		f.Indicator = "visitor_count"
	case f.Unit == "person" && f.Measure == "level" && (f.Indicator == "population" || f.Indicator == "count_other") && worksBehind(s):
		f.Indicator = "employment" // 15万人复工
	case f.Unit == "person" && f.Measure == "level" && f.Indicator == "population" && helpsResidents(s, st.text):
		f.Indicator = "count_other"
	case f.Unit == "person" && f.Indicator == "employment" && holdsAny(join(s.left), []string{"公积金", "年金"}):
		f.Indicator = "count_other" // those who are in a scheme
	case f.Unit == "person" && noPeople[f.Indicator]:
		f.Indicator = "count_other" // 人 of a quantity named in money
	case st.form == "rate" && f.Indicator == "enterprise_count" && strings.HasPrefix(st.text, "复") && countsWorkers(last):
		f.Indicator = "employment" // 复工人员近300万人，复工率90%
	}
}

// helpsResidents tells of those who live somewhere as people for whom something is done, or who take part in it: 转移群众3万人, 1000名群众参加.
func helpsResidents(s *site, name string) bool {
	if !endsWithAny(name, residentsHelped()) {
		return false
	}
	behind := s.clauseBehind()
	return holdsAny(join(s.left), rescuing()) || strings.Contains(join(s.right), "受益") || holdsAny(behind, attends()) || holdsAny(behind, servicesDone())
}

// servicesDone are services done for people without pay.
var servicesDone = phrases("services done")

// residentsHelped are ends of words for those who live somewhere.
var residentsHelped = phrases("residents helped")

// countsWorkers tells of a number of people at work.
func countsWorkers(f *yiyuan.Fact) bool {
	return f != nil && f.Indicator == "employment" && f.Unit == "person"
}

// measuredByFrame settles what stands in the frame that its sentence has opened, or goes on with a price: 在出口商品中，…，初级产品增长24%; 鲜菜价格上升8%，
// 水产品上升11%.
func (r *reader) measuredByFrame(f *yiyuan.Fact, s *site, st statement) {
	unnamed := f.Indicator == "count_other" || (f.Indicator == "value_added" || f.Indicator == "output_value") && st.form == "sector" || f.Indicator == "other" && !st.known
	if !unnamed || f.Measure != "growth" && f.Measure != "share" && !(f.Measure == "level" && s.tok.q.Kind == "amount") {
		return
	}
	if way := r.frameOfTrade(s); way != "" {
		f.Indicator = way
		return
	}
	if f.Measure == "growth" && r.pricesGoOn(s) {
		f.Indicator = r.lastFact().Indicator
	}
}

// frameOfTrade is the way that goods or capital go of which a sentence says at its head that it tells them apart: 在出口商品中，…; 进口方面，…;
// 外资来源：….
func (r *reader) frameOfTrade(s *site) string {
	told := strings.TrimPrefix(r.saidBefore(s), "在")
	way, at := "", -1
	for _, frame := range []struct {
		code  string
		heads []string
	}{{"exports", exportFrames().words}, {"imports", importFrames().words}, {"fdi", investorFrames().words}} {
		for _, head := range frame.heads {
			i := lastIndex(told, head)
			if i > at && (i == 0 || endsWithAny(told[:i], []string{"；", "，", "从", "按", "其"})) {
				way, at = frame.code, i
			}
		}
	}
	return way
}

// exportFrames and importFrames are how a sentence begins that tells apart the goods going out or coming in, investorFrames the capital from abroad.
var exportFrames, importFrames, investorFrames = phrases("frames of exports"), phrases("frames of imports"), phrases("frames of foreign capital")

// pricesGoOn tells of the next goods in a sentence on prices, or in one that a verb for prices carries on behind consumer prices.
func (r *reader) pricesGoOn(s *site) bool {
	last := r.lastFact()
	if last == nil || last.Measure != "growth" || last.Start < r.lineStart {
		return false
	}
	if last.Start >= r.start && strings.HasSuffix(last.IndicatorText, "价格") {
		return true
	}
	left := trimReach(s.left)
	if last.Indicator != "cpi" || len(left) == 0 || holdsAny(join(left), []string{"业", "价格"}) {
		return false
	}
	return movesOfPrices().has(left[len(left)-1].text)
}

// movesOfPrices are verbs for what prices do.
var movesOfPrices = phrases("moves of prices")

// ofTheFund begins a sentence on a fund told before.
var ofTheFund = phrases("of the fund")

// worksBehind tells of people whom the clause behind their number has at work.
func worksBehind(s *site) bool {
	behind := s.clauseBehind()
	for _, verb := range []string{"务工", "打工"} {
		if after, at := strings.CutPrefix(behind, verb); at && !startsWithAny(after, workersNamed()) {
			return true // 带动150余人务工
		}
	}
	if thing, of := strings.CutPrefix(behind, "的"); of && namesProject(thing) {
		return false // 涉及近万人的改造项目复工
	}
	for _, verb := range workingVerbs().words {
		at := strings.Index(behind, verb)
		if at >= 0 && at <= farthestVerb && !startsWithAny(behind[at+len(verb):], workersNamed()) {
			return true
		}
	}
	return false
}

// workersNamed make a name for people of a verb for working.
var workersNamed = phrases("workers named")

// namesProject tells of words that name a project: 改造项目复工.
func namesProject(text string) bool {
	return slices.ContainsFunc(indicator.Nouns(text), func(h indicator.Hit[indicator.Noun]) bool { return h.Entry.Code == "project_count" })
}

// farthestVerb is how far behind a number of people, in bytes, the verb for their work may stand: twelve characters say where.
const farthestVerb = 12 * len("在")

var workingVerbs = phrases("working verbs")

// rescuing are verbs for what is done with people in need, who are not counted as those who live somewhere.
var rescuing = phrases("rescuing")

// underground are words for what has been found in the ground and is still there.
var underground = phrases("underground")

// herded are words for animals that are there and not made: 肉牛存栏9万头.
var herded = phrases("herded")

// noPeople are quantities that are never told in persons.
var noPeople = map[string]bool{
	"revenue": true, "investment": true, "project_count": true, "institution_count": true, "enterprise_count": true, "platform_count": true,
	"park_count": true, "cluster_count": true, "chain_count": true, "policy_count": true,
}

// handedOut are what the state pays to each.
var handedOut = phrases("handed out")

// earnings are names of what a family or a firm has earned: whose it is tells which.
var earnings = phraseSet("earnings")

// earnedByFamily tells of a sum that the sentence says a family has earned: 一家人从早忙到晚，一年有10万元收入.
func (r *reader) earnedByFamily(f *yiyuan.Fact, s *site) bool {
	v, err := f.Value.Float64()
	if holdsAny(r.clauseAround(s.tok.start, s.tok.end), earningTogether()) {
		return false // 户均超过8万元；村集体办的分选厂年收入50万元
	}
	return err == nil && v < 1e6 && f.Unit == "CNY" && holdsAny(r.saidBefore(s), families())
}
