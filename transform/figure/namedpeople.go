package figure

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"yiyuan/transform/indicator"
)

// This file names people and households, and what is done for them each time a case, by what they do and what brings them.

// hintOfLives names people by their water, their work or their insurance.
func (r *reader) hintOfLives(st *statement, s *site) bool {
	switch {
	case s.measure != "level":
		return false
	case s.people() && drinks(s.right):
		st.becomes("count_other", "level", "count")
		if startsWithAny(join(s.right), comingByWater()) {
			st.code = "population"
		}
		st.text, st.happened = "人", true
	case s.people() && (!st.known || s.inherited || st.code == "population" && namesPlaces(st.text)) && r.befell(s) != "":
		*st = statement{text: r.befell(s), region: st.region, subject: st.subject, subjectKind: st.subjectKind, happened: true}
		st.becomes("count_other", "level", "flow") // 12个县3万人受灾, 火灾80起，死亡9人
	case s.people() && !(st.known && st.code == "employment") && comesToWork(join(s.right)):
		st.becomes("employment", "level", "flow")
		st.text = "就业"
	case s.people() && !st.known && strings.HasSuffix(st.text, "系统"):
		st.becomes("employment", "level", "count") // 全省气象系统共有3000人
		st.existing = true
	case s.people() && (!st.known || s.inherited || st.of("count_other", "population", "enterprise_count")) && r.employs(st, s):
		code := "employment" // 常年在外的有8万人, 招工2600人
		if endsWithAny(st.text, []string{"技工", "技师"}) {
			code = "talent_count" // 新聘技工60人
		}
		st.becomes(code, "level", "count")
		st.existing = st.existing || strings.HasSuffix(join(trimReach(s.left)), "从业") // 从业6200人
	case s.people() && !s.inherited && st.of("", "count_other", "population") && r.partOfA("employment") && r.wholeFact().Measure == "level":
		st.becomes("employment", "level", "count") // 安排就业2万人，其中移民3000人
	case s.people() && !s.inherited && (st.of("", "count_other") || noPeople[st.code] || bodiesCounted[st.code]) && worksIn(s):
		st.becomes("employment", "level", "count") // 研发中心120人
	case s.people() && st.of("", "other", "count_other") && endsWithAny(st.text, wantingHands()):
		st.becomes("employment", "level", "stock") // 用工缺口2600人
	case s.people() && st.of("", "count_other") && endsWithAny(st.text, growers()) && !holdsAny(r.clauseBeforeFigure(s), helpingPoor()):
		st.becomes("employment", "level", "stock") // 全县有茶农3万人
	case s.people() && !st.known && st.of("", "count_other") && worksByName(st.text):
		st.becomes("employment", "level", "stock") // 架子工5200人
		if strings.HasSuffix(st.text, "技工") {
			st.code = "talent_count" // 汽修技工800人
		}
	case s.tok.q.Unit.Surface == "人" && st.code == "talent_count" && strings.HasSuffix(st.text, "团队") && !holdsAny(st.text, teamsOfTalent()):
		st.becomes("employment", "level", "stock") // 他的团队由6人扩大到18人
	case st.code == "employment" && trained(s):
		st.code, st.happened = "count_other", true // 培训劳动者3万人次
	case s.people() && (!st.known || st.of("count_other", "population")) && earnsAt(s):
		st.becomes("employment", "level", "count") // 3万人从事茶叶生产
		st.text, st.existing = "从事", true
	case st.code == "employment" && !st.newness && !strings.Contains(join(s.left), "新增") && r.insured(s):
		st.code = "count_other"
	case st.code == "population" && st.text == "" && r.insured(s):
		st.code = "count_other"
	default:
		return false
	}
	return true
}

// worksIn tells of people by the workplace that alone is named before their number: 研发中心120人, 二车间有60人.
func worksIn(s *site) bool {
	left := trimReach(withoutBrackets(s.left))
	if n := len(left); n > 0 && (left[n-1].text == "有" || left[n-1].text == "共有" || left[n-1].text == "现有") {
		left = left[:n-1]
	}
	if !endsWithAny(join(left), workplaces()) || len(s.right) > 0 && s.right[0].kind == word && strings.HasPrefix(s.right[0].pos, "v") {
		return false
	}
	return !slices.ContainsFunc(left, func(t token) bool { return t.is(event) })
}

// workplaces end the names of places where people work.
var workplaces = phrases("workplaces")

// earnsAt tells of people by what they work at: 3万人从事茶叶生产, 从事种植、加工的群众有3万人.
func earnsAt(s *site) bool {
	return strings.HasPrefix(join(s.right), "从事") || strings.HasPrefix(join(s.left), "从事") && clauseEnd(s.right) == 0
}

// employs tells of people who have left for work, are taken on or stand at a post.
func (r *reader) employs(st *statement, s *site) bool {
	return r.goneToWork(s) || hires(st, s) || r.manned(s)
}

// goneToWork tells of people who have left for work by the words before their number: 常年在外的有8万人.
func (r *reader) goneToWork(s *site) bool { return endsWithAny(join(trimReach(s.left)), goneForWork()) }

// hires tells of people whom a verb before them or their number says are taken on: 招工2600人, 雇了12名村民.
func hires(st *statement, s *site) bool {
	said := join(trimReach(s.left))
	if startsWithAny(said, handsShort()) && strings.Contains(said, "的是") {
		return true // 缺工较多的是电子装配8600人
	}
	if endsWithAny(said, shortOfHands()) || endsWithAny(said, signingOn()) && holdsAny(s.r.text[s.r.lineStart:s.tok.start], jobFairs()) {
		return true // 用工缺口2600人; 招聘会达成意向2万人，当场签约7000人
	}
	hired := hasToken(s.left, hiring().words) || endsWithAny(said, []string{"招工", "用工"})
	return hired && !holdsAny(join(s.left)+s.clauseBehind()+st.counter, notHired())
}

// handsShort begin a clause on which trades are short of hands: 缺工较多的是电子装配8600人.
var handsShort = phrases("hands short by trade")

// shortOfHands end what is said of those who are wanted for work, signingOn are verbs for taking a job at a fair, jobFairs words of a text on one.
var shortOfHands, signingOn, jobFairs = phrases("short of hands"), phrases("signing on"), phrases("job fairs")

// manned tells of people who are needed on a line or at a machine: 过去一条线要25个人，眼下只留6个人.
func (r *reader) manned(s *site) bool {
	return endsWithAny(trimAny(r.clauseBeforeFigure(s), "约", "近", "了"), needing()) && holdsAny(r.text[r.start:r.end], posts())
}

// needing are verbs for having people at work, posts are where they stand.
var needing, posts = phrases("needing people"), phrases("posts at work")

// hasToken tells of a token that is one of some words, and not only begins with it.
func hasToken(toks []token, words []string) bool {
	return slices.ContainsFunc(toks, func(t token) bool { return slices.Contains(words, t.text) })
}

// goneForWork are words up to a number of those who left for work, hiring are verbs for taking people on, notHired those who are asked for otherwise.
var goneForWork, hiring, notHired = phrases("gone to work"), phrases("hiring"), phrases("not hired")

// trained tells of those who have been taught, and not of those who work.
func trained(s *site) bool {
	if !s.peopleOrVisits() || !slices.ContainsFunc(s.left, func(t token) bool { return strings.HasSuffix(t.text, "培训") }) {
		return false
	}
	return !holdsAny(join(s.left)+join(s.right), work())
}

// befell is what a disaster has done to people, right behind their number or before it, "" where nothing says so.
func (r *reader) befell(s *site) string {
	right := join(s.right)
	for _, w := range befallen().words {
		if strings.HasPrefix(right, w) {
			return w
		}
	}
	left := strings.TrimPrefix(join(trimReach(s.left)), "、")
	if befallen().has(left) {
		return left
	}
	if cause, by := strings.CutPrefix(left, "因"); by {
		for _, w := range befallen().words {
			if strings.HasSuffix(cause, w) {
				return w // 因灾死亡21人
			}
		}
	}
	return ""
}

// befallen is what a disaster does to people.
var befallen = phrases("befallen")

// drinks tells of people who come by good water: 解决31万人的饮水问题.
func drinks(right []token) bool {
	return startsWithAny(strings.TrimPrefix(join(right), "的"), drinking())
}

// comingByWater is what people do who live where it has come.
var drinking, comingByWater = phrases("drinking"), phrases("coming by water")

// comesToWork tells of people who are employed: 5万人就业, 12万名失业人员再就业.
func comesToWork(behind string) bool {
	if strings.HasPrefix(behind, "就业") || startsWithAny(behind, work()) || endsWithAny(behind, work()) || endsWithAny(behind, workingForWages()) {
		return true
	}
	return strings.HasSuffix(behind, "就业") && !strings.HasSuffix(behind, "促进就业")
}

// wantingHands end what is told of the hands that are wanting.
var wantingHands = phrases("wanting hands")

// growers are people by the crop they live by or the craft they work in.
var growers = phrases("growers")

// workingForWages end what is told of people who take a job: 带动200余人务工, not 200名务工人员子女.
var workingForWages = phrases("working for wages")

// work is what people come to behind their number.
var work = phrases("work")

// hintOfVisits names visitors.
func (r *reader) hintOfVisits(st *statement, s *site) bool {
	switch {
	case s.measure != "level":
		return false
	case st.code == "count_other" && s.tok.q.Unit.Surface == "人次" && r.wholeFact() != nil && r.wholeFact().Counter == "人次":
		st.known, st.code, st.time = true, r.wholeFact().Indicator, "flow" // 其中外国人137万人次
	case s.peopleOrVisits() && (!st.known || st.code == "count_other") && startsWithAny(join(s.right), entering()),
		s.peopleOrVisits() && st.of("", "count_other", "region_count", "platform_count") && comesToSee(s), r.guests(st, s):
		st.becomes("visitor_count", "level", "flow")
		st.happened = true
	case (!st.known || st.code == "count_other" || noPeople[st.code]) && r.receives(s):
		*st = statement{text: "接待", industry: "旅游", region: st.region, subject: st.subject, subjectKind: st.subjectKind, happened: true}
		st.becomes("visitor_count", "level", "flow")
	default:
		return false
	}
	return true
}

// worksByName tells of workers of a trade: 架子工.
func worksByName(name string) bool {
	return strings.HasSuffix(name, "工") && utf8.RuneCountInString(name) > 2 && !endsWithAny(name, workingUnpaid())
}

// receivingGuests end what is told before the number of guests.
var receivingGuests = phrases("receiving guests")

// teamsOfTalent are words for teams that are told of as talents.
var teamsOfTalent = phrases("teams of talent")

// workingUnpaid are names that end like theirs.
var workingUnpaid = phrases("working unpaid")

// visitsTold is what the 人次 told last are of; of those that only a body is named for, nothing more is known.
func (r *reader) visitsTold() string {
	facts := r.out.Facts
	for i := len(facts) - 1; i >= 0 && i > len(facts)-latelyTold; i-- {
		if facts[i].Counter == "人次" && !bodiesCounted[facts[i].Indicator] {
			return facts[i].Indicator
		}
	}
	return "count_other"
}

// casesTold are the cases counted last, which a body that has had some of them is told of.
func (r *reader) casesTold() string {
	facts := r.out.Facts
	for i := len(facts) - 1; i >= 0 && i > len(facts)-latelyTold; i-- {
		if facts[i].Indicator == "case_count" && facts[i].Counter != "" {
			return facts[i].Counter
		}
	}
	return ""
}

// latelyTold is how many figures back what is told of may have been named.
const latelyTold = 10

// entering is what visitors do behind their number: 1500人进场.
var entering = phrases("entering")

// comesToSee tells of people who have come in, or come to travel: 入场民众5万人次, 8万外国人前来旅游.
func comesToSee(s *site) bool {
	if s.tok.q.Unit.Surface == "人次" && endsWithAny(join(trimReach(s.left)), comingToTravel()) && clauseEnd(s.right) == 0 {
		return true // 县内旅游20万人次
	}
	if len(s.right) > 1 && s.right[1].kind == where && touring().has(s.right[0].text) {
		return true // 50万人游某省
	}
	if startsWithAny(join(s.left), comingIn()) || endsWithAny(s.clauseBehind(), travelling()) {
		return true
	}
	if strings.HasSuffix(s.clauseBehind(), "游客") && endsWithAny(join(s.left), receivingGuests()) {
		return true // 来了7000多名游客
	}
	return endsWithAny(join(trimReach(s.left)), comingToSights()) && (holdsAny(s.r.text[s.r.lineStart:s.tok.start], tourism()) || holdsAny(s.r.headline(), tourism()))
}

// comingToSights are verbs for coming to a sight, right before how many did so in a day: 单日进山2.8万人.
var comingToSights = phrases("coming to sights")

// comingToTravel are ends of words for coming to travel, right before a number of people.
var comingToTravel = phrases("coming to travel")

// touring are verbs for seeing a place, comingIn for coming to it, travelling end a clause on what people come for.
var touring, comingIn, travelling = phrases("touring"), phrases("entering"), phrases("travelling")

// guests tells of those from elsewhere who come to travel, or who are a part of the visitors told before: 其中，外国人2万人次；台湾同胞1万人次.
func (r *reader) guests(st *statement, s *site) bool {
	if !s.peopleOrVisits() || !st.of("", "count_other") || !endsWithAny(st.text, guestsFromAfar()) {
		return false
	}
	last := r.lastFact()
	if last != nil && last.Start >= r.lineStart && last.Indicator == "visitor_count" {
		return true
	}
	return strings.HasPrefix(st.text, "来") && holdsAny(st.text, tourism())
}

var guestsFromAfar = phrases("guests from afar")

// receives tells of visitors that only their reception names, where the paragraph is of travel: 景区首日接待2万人.
func (r *reader) receives(s *site) bool {
	left := trimReach(s.left)
	if !s.peopleOrVisits() || len(left) == 0 || !strings.HasSuffix(left[len(left)-1].text, "接待") {
		return false
	}
	return holdsAny(r.text[strings.LastIndexByte(r.text[:r.start], '\n')+1:s.tok.start], tourism())
}

// tourism are words of a paragraph on visitors.
var tourism = phrases("tourism")

// hintOfCases tells cases from firms and things, and firms from those who come to buy.
func (r *reader) hintOfCases(st *statement, s *site) bool {
	switch surface := s.tok.q.Unit.Surface; {
	case s.measure == "level" && caseWords()[surface] && (serves(s.left) || surface == "批次" && serves(s.right[:min(2, len(s.right))])):
		st.code = "case_count"
	case s.measure == "level" && surface == "家次" && st.of("", "enterprise_count", "count_other"):
		st.becomes("case_count", "level", "flow") // 惠及企业90家次
		st.happened = true
	case s.measure == "level" && (surface == "户" || surface == "家") && st.of("", "count_other") && sizesOfFirms().has(st.text):
		st.becomes("enterprise_count", "level", "count") // 入园企业50户，其中规模以上20户
		st.unit, st.counter = "count", "企业"
	case surface == "宗" && st.of("case_count", "enterprise_count") && !holdsAny(r.text[r.start:r.end], wrongs()):
		st.code = "count_other" // deals, not cases: 三资企业500宗
	case st.of("enterprise_count", "count_other") && fairgoer(st, s):
		st.known, st.code = true, "visitor_count"
	case s.measure == "level" && st.of("case_count", "") && (surface == "件" || surface == "票") && !endsInNoun(st.text) && r.mailTold(s):
		st.code = "count_other" // 分拣园日均处理900万件
	case s.measure == "level" && st.code == "enterprise_count" && visited(s.left):
		st.code = "case_count"
	case st.code == "case_count" && endsWithAny(st.text, patenting()) && r.ofPatents():
		st.becomes("patents", "level", "flow") // 受理专利申请50万件，其中境内申请45万件
	case s.measure == "level" && !st.known && (surface == "起" || surface == "件") && handles(s.left):
		*st = statement{
			text: join(trimReach(s.left)), region: st.region, subject: st.subject, subjectKind: st.subjectKind,
			counter: "案件", happened: true,
		}
		st.becomes("case_count", "level", "count") // 审结2万件
	case s.measure == "level" && (surface == "起" || surface == "件") && bodiesCounted[st.code]:
		st.becomes("case_count", "level", "count") // 煤矿企业发生7起, 移送司法机关27件
		st.counter, st.happened = r.casesTold(), true
	case s.measure == "level" && surface == "人次" && bodiesCounted[st.code]:
		st.becomes(r.visitsTold(), "level", "flow") // 诊疗90万人次，其中公立医院60万人次
		st.happened = true
	default:
		return false
	}
	return true
}

// mailTold tells of a paragraph, or else a headline, on parcels.
func (r *reader) mailTold(s *site) bool {
	if r.Report.Kind != "" || holdsAny(join(s.left), complaints()) {
		return holdsAny(r.clauseBeforeFigure(s), mail())
	}
	return holdsAny(r.text[r.lineStart:r.end], mail()) || holdsAny(r.headline(), mail())
}

// mail are words of such, complaints of what else a paragraph on parcels counts by the piece.
var mail, complaints = phrases("talk of mail"), phrases("complaints")

// patenting is what the patent office does with inventions.
var patenting = phrases("at the patent office")

// ofPatents tells of a part of the patents, or of more of what the sentence has told of them.
func (r *reader) ofPatents() bool {
	last := r.lastInSentence()
	return r.partOfA("patents") || last != nil && last.Indicator == "patents"
}

// handles tells of a verb alone for what courts and the like do with their cases.
func handles(left []token) bool { return handling().has(join(trimReach(left))) }

var handling = phrases("handling cases")

// caseWords are measure words of those who come, or what is brought, each time a case.
var caseWords = phraseSet("measure words of cases")

// serves tells of what is done for those who come, each time a case: 结算90万人次, 抽检2万批次.
func serves(left []token) bool {
	return slices.ContainsFunc(left, func(t token) bool { return services().has(t.text) })
}

// services are those deeds, wrongs what a 宗 is of where it counts cases.
var services, wrongs = phrases("services"), phrases("wrongs")

// visited tells of a figure behind 走访 and no more than whom: 走访复工企业426家.
func visited(left []token) bool {
	at := slices.IndexFunc(left, func(t token) bool { return t.text == "走访" || t.text == "回访" })
	return at >= 0 && !slices.ContainsFunc(left[at+1:], func(t token) bool { return t.kind != word || t.is(event) && !t.is(verbal) || t.text == "的" })
}

// fairgoer tells of those who come to a fair to buy, where they are counted as people and not as firms.
func fairgoer(st *statement, s *site) bool {
	if !fairgoers().has(cmp.Or(st.head, st.counter)) {
		return false
	}
	return s.tok.q.Unit.Surface != "家" && st.measureWord != "家" && st.measureWord != "个"
}

// fairgoers are names for them.
var fairgoers = phrases("fairgoers")

// hintOfLabour names those who are sent out or leave home to work, and farmers by what they make.
func (r *reader) hintOfLabour(st *statement, s *site) bool {
	switch {
	case s.people() && s.measure == "level" && st.of("", "count_other", "population") && hasWord(s.left, sendingHands().words...):
		st.known, st.code, st.time = true, "employment", "flow" // 输出5万农民
	case st.code == "employment" && st.time != "flow" && !s.arrived && r.leavesHome(s):
		st.time = "flow"
	case st.of("", "count_other") && farmsFor(st, s):
		st.code = "employment"
	case s.people() && s.measure == "level" && st.of("", "count_other", "population") && livesBy(s):
		st.becomes("employment", "level", "stock") // 5万人靠缝包吃饭, 吃这碗饭的3000人
	case s.people() && s.measure == "level" && st.of("", "count_other") && r.nextTrade(s):
		st.becomes("employment", "level", "stock") // 从业人员中，制造业21万人；教育5万人
		st.industry, st.sector = join(trimReach(withoutBrackets(s.left))), true
	default:
		return false
	}
	return true
}

// nextTrade tells of a trade alone before a number of people, where the sentence has told how many work in another.
func (r *reader) nextTrade(s *site) bool {
	last, name := r.lastLevel(), join(trimReach(withoutBrackets(s.left)))
	if last == nil || last.Start < r.start || last.Indicator != "employment" || last.Industry == "" || last.Unit != "person" {
		return false
	}
	hits := indicator.Industries(name)
	return len(hits) > 0 && hits[0].Start == 0 && hits[0].End == len(name)
}

// farmsFor tells of farmers by what they make: 3000户农户从事茶叶种植.
func farmsFor(st *statement, s *site) bool {
	if !s.people() && s.tok.q.Unit.Surface != "户" && s.rule != "share.over" {
		return false
	}
	return endsWithAny(cmp.Or(st.counter, st.text), farmers()) && strings.Contains(join(s.right), "从事")
}

// livesBy tells of people by the work that they live by: 5万人靠缝包吃饭, 吃这碗饭的3000人.
func livesBy(s *site) bool {
	left := join(trimReach(withoutBrackets(s.left)))
	if at := strings.LastIndex(left, "从事"); at >= 0 && endsWithAny(left, farmers()) {
		return true // 从事乡镇企业的农民9万人
	}
	if behind := s.clauseBehind(); strings.HasPrefix(behind, "吃") && strings.HasSuffix(behind, "饭") || strings.Contains(left, "在外") && strings.HasSuffix(left, "的") {
		return true // 5万人吃旅游饭, 在外做面点的3000人
	}
	return endsWithAny(s.clauseBehind(), livingsMade()) || strings.HasSuffix(left, "的") && endsWithAny(strings.TrimSuffix(left, "的"), livingsMade())
}

// livingsMade end what is told of people by what they live by.
var livingsMade = phrases("livings made")

// leavesHome tells of workers who leave home for work: 去年，300万农村劳动力外出务工.
func (r *reader) leavesHome(s *site) bool {
	return holdsAny(join(s.left)+join(s.right[:clauseEnd(s.right)]), migrating()) || s.measure == "share" && holdsAny(r.saidBefore(s), migrating())
}

// migrating is what they do, farmers how the names end of those who work the land.
var migrating, farmers = phrases("migrating"), phrases("farmers")

// hintOfHouseholds tells those who live somewhere from those something is done for.
func (r *reader) hintOfHouseholds(st *statement, s *site) bool {
	households := s.tok.q.Unit.Surface == "户"
	switch {
	case households && holdsAny(st.counter, countedAsFirms()):
		return false // 电话用户3万户，其中乡村1万户
	case (households || s.people()) && s.measure == "level" && headsOfPlace(s):
		st.becomes("population", "level", "count") // 300户人家, 1200口人
	case (households || s.people()) && s.measure == "level" && st.of("", "count_other", "region_count") && (livesThere(st, s) || r.livesWithThem(s) || r.livesOnLand(s)):
		st.becomes("population", "level", "count") // 我们村600户、2500人
	case households && s.measure == "level" && st.of("", "count_other") && r.householdsOfVillage(st, s):
		st.becomes("population", "level", "count") // 全村有农户486户2137人
	case households && st.code == "region_count" && r.stays(s):
		st.code = "count_other" // 周边5个乡镇400多户
	case households && s.measure == "level" && st.code == "enterprise_count" && dealsWithHouseholds(s):
		st.becomes("count_other", "level", "count") // 6家企业同2万户签订订单
		st.text, st.counter, st.unit = "户", "户", "household"
	case households && s.measure == "level" && st.code == "population" && st.head == "群众" && !holdsAny(r.text[r.start:r.end], resettling()):
		st.code = "count_other"
	case st.code == "enterprise_count" && strings.HasSuffix(st.counter, "主体") && ofBuildings()[measureOf(s.tok.q)]:
		st.code = "count_other" // 完成主体4栋
	case st.code == "count_other" && st.counter == "乡":
		st.code = "region_count"
	case (households || s.people() || !s.tok.q.Unit.Measure || s.measure == "share") && st.code == "count_other" && r.listedPoor(s, st):
		st.code = "population"
	case s.measure == "share" && st.code == "count_other" && endsWithAny(st.counter, householdsOfPlace()):
		st.code = "population" // 九成的农户通了自来水
	default:
		return false
	}
	return true
}

// headsOfPlace tells of families and heads, by which those who live somewhere are told: 300户人家, 1200口人.
func headsOfPlace(s *site) bool {
	return strings.HasSuffix(s.tok.text, "口人") || s.tok.q.Unit.Surface == "户" && strings.HasPrefix(join(s.right), "人家")
}

// livesThere tells of households and people whom nothing but their village names, right before them: 我们村600户、2500人.
func livesThere(st *statement, s *site) bool {
	left := withoutBrackets(s.left)
	n := len(left)
	if n == 0 || villages().has(st.text) || strings.HasSuffix(st.text, "城中村") || !endsWithAny(left[n-1].text, villages()) {
		return false
	}
	if len(s.right) > 0 && s.right[0].kind == word && s.right[0].text != "中" {
		return false
	}
	return !slices.ContainsFunc(left, func(t token) bool {
		return t.is(event) || strings.HasPrefix(t.pos, "v") && !livingIn().has(t.text)
	})
}

// householdsOfVillage tells of the farming households that a place has, with their people right behind: 有农户486户2137人.
func (r *reader) householdsOfVillage(st *statement, s *site) bool {
	if len(s.right) == 0 || s.right[0].kind != figure || s.right[0].q.Unit.Code != "person" || !endsWithAny(join(trimReach(s.left)), householdsOfPlace()) {
		return false
	}
	return hasWord(s.left, "有", "共有", "现有", "辖", "总") && !r.eventIn(s.left)
}

// livesWithThem tells of the people of the households that have just been told as those of a place: 600户、2500人.
func (r *reader) livesWithThem(s *site) bool {
	last := r.lastFact()
	if last == nil || !s.people() || last.Indicator != "population" || last.Unit != "household" || last.Start < r.start {
		return false
	}
	return strings.Trim(r.text[last.End:s.tok.start], "、，") == ""
}

// livesOnLand tells of households that stand alone, with their people behind, where the sentence has just told of the land or the parts of their
// village: 耕地1700亩，320户，1200人.
func (r *reader) livesOnLand(s *site) bool {
	last := r.lastInSentence()
	if last == nil || s.tok.q.Unit.Surface != "户" || last.Measure != "level" || last.Indicator != "area" && !endsWithAny(last.IndicatorText, partsOfVillage()) {
		return false
	}
	behind := strings.TrimLeft(r.text[s.tok.end:r.end], "，、")
	people := strings.TrimLeft(behind, "0123456789.万余多近")
	between := strings.TrimPrefix(r.text[last.End:s.tok.start], last.IndicatorText) // 6个组，386户
	return len(people) < len(behind) && strings.HasPrefix(people, "人") && strings.Trim(between, "，、共") == ""
}

// partsOfVillage end the names of the groups that a village is made up of.
var partsOfVillage = phrases("parts of a village")

// livingIn are words for being in a village.
var livingIn = phrases("living in")

// villages end the names of places that people are told of by their households.
var villages = phrases("villages")

// dealsWithHouseholds tells of households that a firm deals with, of which no noun behind their number tells otherwise.
func dealsWithHouseholds(s *site) bool {
	if n := len(s.left); n == 0 || !dealingWithHouseholds().has(s.left[n-1].text) {
		return false
	}
	if len(s.right) == 0 || s.right[0].kind != word || strings.HasPrefix(s.right[0].pos, "n") {
		return false
	}
	return !slices.ContainsFunc(indicator.Nouns(join(s.right)), func(h indicator.Hit[indicator.Noun]) bool { return h.Entry.Code == "enterprise_count" })
}

// dealingWithHouseholds stand between a firm and the households it deals with.
var dealingWithHouseholds = phrases("dealing with households")

// stays tells of households with a word behind their number that do not move house: 周边5个乡镇400多户.
func (r *reader) stays(s *site) bool {
	return len(s.right) > 0 && s.right[0].kind != figure && !holdsAny(r.clauseAround(s.tok.start, s.tok.end), movingHouse())
}

// movingHouse and resettling are words for doing so.
var movingHouse, resettling = phrases("moving house"), phrases("resettling")

// listedPoor tells of the poor, for whom nothing is said to be done or who are poor no more: 建档立卡贫困户3200户, 带动贫困户800户脱贫.
func (r *reader) listedPoor(s *site, st *statement) bool {
	clause := r.clauseAround(s.tok.start, s.tok.end)
	if s.tok.q.Unit.Surface == "户" && len(s.right) > 0 && s.right[0].kind == figure && holdsAny(clause, poorNoMore()) {
		return true // 4000户1.3万人脱贫
	}
	if !endsWithAny(join(trimReach(withoutBrackets(s.nounPhrase))), poor()) && !endsWithAny(st.counter, poor()) {
		return false
	}
	return holdsAny(clause, poorNoMore()) || !holdsAny(clause, helpingPoor())
}

// poorNoMore is what becomes of them, helpingPoor what is done for them, householdsOfPlace how those who live somewhere are told by families.
var poorNoMore, helpingPoor, householdsOfPlace = phrases("poor no more"), phrases("helping the poor"), phrases("households of a place")

var poor = phrases("poor households")

// sendingHands are verbs for sending people to work elsewhere.
var sendingHands = phrases("sending hands")
