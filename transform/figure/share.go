package figure

import (
	"cmp"
	"slices"
	"strings"

	"yiyuan"
	"yiyuan/transform/indicator"
)

// This file tells what a share is of: the whole told before it, the plan it is done of, and those whose share it is behind it.

// readSpentOf reads 拿出销售额的6%投入研发: spending is told of as a share of what is named before it, and on research as that.
func readSpentOf(s *site) {
	readShareOf(s)
	s.nounPhrase = s.captured("whole")
	if holdsAny(join(s.right[:clauseEnd(s.right)]), research()) {
		s.nounPhrase = []token{{kind: word, text: "研发投入"}}
	}
}

var research = phrases("research")

// spentOnThings tells of a part of something that is put to a use: 将75%以上财力用于民生.
func spentOnThings(s *site) bool {
	return holdsAny(join(s.right[:clauseEnd(s.right)]), puttingTo())
}

// nounBehind tells of the name of a thing counted, and no more, right behind a share: 处置体系覆盖89%行政村.
func nounBehind(s *site) bool {
	right := s.right[:clauseEnd(s.right)]
	for len(right) > 0 && (right[0].text == "以上" || right[0].text == "左右" || right[0].text == "的") {
		right = right[1:]
	}
	if len(right) == 0 || right[0].kind != word {
		return false
	}
	return endsInNoun(strings.TrimRight(join(right), "。；;"))
}

// laysOut tells of a part of a sum by which money is laid out: 按照土地出让收入的10%安排资金.
func laysOut(s *site) bool {
	right := s.right[:clauseEnd(s.right)]
	if strings.HasPrefix(s.text("whole"), "不") {
		return false // 按不低于低保标准的20%增发
	}
	return len(right) > 0 && (right[0].kind == word || right[0].text == "的") && holdsAny(join(right), takenByRule())
}

// takenByRule are verbs for how a rule takes a part of a sum.
var takenByRule = phrases("laying out a part")

// puttingTo are verbs for putting a part of something to a use.
var puttingTo = phrases("putting to a use")

// wholeIsQuantity tells of a whole that is a quantity of a place: 贡献了全国进出口总额的17%.
func wholeIsQuantity(s *site) bool { return namesQuantity(s.captured("whole")) }

// wholeIsPlace tells of a whole that is a place and nothing else: 总量不到全省的10%.
func wholeIsPlace(s *site) bool {
	whole := s.captured("whole")
	return len(whole) > 0 && !slices.ContainsFunc(whole, func(t token) bool { return t.kind != where && !everywhere()[t.text] })
}

// wholeBefore is the whole of a share told before it: 在全县工业产值里占了近70%.
func wholeBefore(left []token) string {
	for i, t := range left {
		if t.text != "在" {
			continue
		}
		for j := i + 1; j < len(left); j++ {
			if x := left[j].text; x == "里" || x == "中" || x == "内" {
				return join(left[i+1 : j])
			}
		}
	}
	return ""
}

// wholeWithin is the whole that a share is told of right behind its name, and that name: 新兴产业在工业中占比达14.9%; nothing where there is none.
func wholeWithin(left []token) (whole string, name []token) {
	for i, t := range left {
		if i == 0 || t.text != "在" {
			continue
		}
		for j := i + 1; j+1 < len(left); j++ {
			if x := left[j].text; (x == "中" || x == "当中" || x == "里") && left[j+1].is(shareword) {
				if whole = strings.TrimSuffix(join(left[i+1:j]), "的"); branchAtEnd(whole) {
					return whole, left[:i]
				}
				return "", nil
			}
		}
	}
	return "", nil
}

// namedAheadOfWhole is the whole that a clause opens with, and what the clause before it names, which has the share in it: 高技术产业增加值，在生产总值中占比13%.
func (r *reader) namedAheadOfWhole(left []token) (whole string, name []token) {
	if len(left) < 3 || left[0].text != "在" {
		return "", nil
	}
	end := slices.IndexFunc(left, func(t token) bool { return t.text == "中" || t.text == "当中" })
	at := slices.IndexFunc(r.toks, func(t token) bool { return t.start == left[0].start }) - 1
	if end < 2 || at < 1 || r.toks[at].kind != comma {
		return "", nil
	}
	from := at
	for from > 0 && !r.toks[from-1].kind.pauses() && r.toks[from-1].kind != figure {
		from--
	}
	if name = r.toks[from:at]; from > 0 && r.toks[from-1].kind == figure || !endsInName(join(name)) {
		return "", nil
	}
	return strings.TrimSuffix(join(left[1:end]), "的"), name
}

// branchAtEnd tells of a name that ends in that of a branch: 全市工业.
func branchAtEnd(name string) bool {
	hits := indicator.Industries(name)
	return len(hits) > 0 && hits[len(hits)-1].End == len(name)
}

// planBefore is the plan of which a share is done: 完成年度计划的95%.
func planBefore(left []token) string {
	for i := len(left) - 1; i >= 0; i-- {
		if t := left[i]; t.kind != word && t.kind != time || t.is(copula|share) {
			left = left[i+1:]
			break
		}
	}
	plan := join(left)
	if at := strings.LastIndex(plan, "完成"); at >= 0 {
		plan = plan[at+len("完成"):]
	}
	return strings.TrimSuffix(strings.TrimPrefix(plan, "了"), "的")
}

// recoveredTo is the time whose level is the whole: 恢复至2019年同期的95%.
func (r *reader) recoveredTo() string {
	for i := len(r.leftTokens) - 1; i >= 0; i-- {
		if startsWithAny(r.leftTokens[i].text, []string{"恢复", "回升"}) {
			if to := strings.TrimSuffix(strings.TrimLeft(join(r.leftTokens[i+1:]), "至到"), "的"); to != "" {
				return to
			}
			return r.regainedFrom(i)
		}
	}
	return ""
}

// regainedFrom is the time right before the verb at token i of what is left of the figure, that it is held against: 较2019年同期|恢复到95%.
func (r *reader) regainedFrom(i int) string {
	if i == 0 || r.leftTokens[i-1].kind != time {
		return ""
	}
	return trimAhead(r.leftTokens[i-1].text, "较", "比")
}

// otherWhole is the place that a second share is of, where the first was of a place: 全国 of 占全省的60%、全国的10%.
func (r *reader) otherWhole(s *site) string {
	left, last := trimReach(r.leftTokens), r.lastInSentence()
	if len(left) == 3 && left[0].kind == dun {
		left = left[1:]
	}
	if last == nil || last.Measure != "share" || len(left) < 2 || left[len(left)-1].text != "的" {
		return ""
	}
	if len(left) == 2 && (left[0].kind == where || everywhere()[left[0].text]) {
		return left[0].text
	}
	return r.nextWhole(last, left)
}

// nextWhole is the quantity alone between two shares that the second is of, where the first is of another: 占全国产量的60%，出口创汇的38%.
func (r *reader) nextWhole(last *yiyuan.Fact, left []token) string {
	whole := left[:len(left)-1]
	if last.Base == "" || strings.Trim(r.text[last.End:left[0].start], "，、以上左右") != "" || !strings.Contains(r.clauseAround(last.Start, last.End), "占") {
		return ""
	}
	name := join(whole)
	if hit, ok := indicator.Head(name); !ok || hit.Start > 0 || hit.End != len(name) || hit.Entry.Form != "level" {
		return ""
	}
	return join(whole)
}

func ofWiderWhole(s *site) bool { return s.r.otherWhole(s) != "" }

// timeTakenOf is the time whose level a share is of: 去年全年 of 相当于去年全年的七成.
func (r *reader) timeTakenOf() string {
	if n := len(r.leftTokens); n > 2 && r.leftTokens[n-1].text == "的" && r.leftTokens[n-2].kind == time {
		return r.leftTokens[n-2].text
	}
	return ""
}

func takenOfTime(s *site) bool { return s.r.timeTakenOf() != "" }

// recoversLevel tells of a level that is regained, and not of what is built again: 恢复到上年同期的95%, not 灾后恢复重建项目.
func recoversLevel(s *site) bool {
	return holdsAny(s.r.recoveredTo(), levelsRegained())
}

// levelsRegained are words for a level that has been before.
var levelsRegained = phrases("levels regained")

func readShareOf(s *site) {
	s.measure = "share"
	s.base = strings.TrimSuffix(strings.TrimSuffix(s.text("whole"), "的"), "总量")
	if s.base == "" {
		s.base = cmp.Or(s.r.timeTakenOf(), s.text("whole")) // 产值占全年的七成
	}
}

// namesWhole tells that what stands behind a share is its whole. Behind a 占 it is whose share it is (占全国1/9的省份), unless it is
// a quantity (占全国七成的土地面积). Nor is a place of which a rate is told: 森林覆盖率高达76%的尤溪.
func namesWhole(s *site) bool {
	if len(s.right) > 1 && s.right[0].text == "的" && endsInRate(join(trimReach(s.left))) {
		return false // 覆盖率达90%的服务平台
	}
	if len(s.right) > 1 && s.right[0].text == "的" && saysHowFar(s.right[1:]) {
		return false // 占比达到50%的目标, 下调到2%的水平
	}
	if !slices.ContainsFunc(s.left, func(t token) bool { return t.kind == word && t.is(share) }) {
		return true
	}
	behind := strings.TrimPrefix(trimAhead(join(s.right), "以上"), "的")
	return len(indicator.Terms(behind)) > 0 || startsWithAny(behind, ofMarkets())
}

// ofMarkets are how what a share is of goes on where it is a market or a firm.
var ofMarkets = phrases("parts of markets")

var rateHeights = phrases("heights of a rate")

// saysHowFar tells of words for what a rate is to be, or for how high it is.
func saysHowFar(toks []token) bool {
	return startsWithAny(toks[0].text, aimsBehind()) || startsWithAny(join(toks), rateHeights())
}

// aimsBehind are words behind a rate for what it is to be, and not for what it is a share of.
var aimsBehind = phrases("aims behind a rate")

// headsGroup tells of a share that opens its clause and has the group it is a share of behind it: 六成受访企业.
func headsGroup(s *site) bool {
	left := behindWhole(s.left)
	if n := len(left); n > 0 && bringingAbout().has(left[n-1].text) {
		left = nil // 实现八成行政村通光缆
	}
	for _, t := range left {
		if n := len(left); left[n-1].text != "等" && t.kind != where && !t.is(reach|conj|among) && t.text != "有" {
			return false
		}
	}
	if len(s.right) > 1 && s.right[0].text == "以上" {
		if hit, ok := indicator.Counted(s.right[1].text, ""); ok && hit.Entry.Code == "region_count" {
			return true // 半数以上省份
		}
	}
	if len(s.right) == 0 || s.right[0].kind != word || s.right[0].is(up|down|reach|event|rank|share|upto|downto|conj|plan) || goesThere(s) {
		return false
	}
	if startsWithAny(join(s.right), handedTo()) {
		return false // 收益的六成返还社员
	}
	if doneBy(s.right) {
		return true
	}
	var b strings.Builder
	for _, t := range s.right {
		if t.kind != word && t.kind != quote {
			break
		}
		b.WriteString(t.text)
		for _, h := range indicator.Nouns(b.String()) {
			return h.Start <= 18
		}
	}
	return false
}

// bringingAbout are verbs for making most of a group do something.
var bringingAbout = phrases("bringing about")

// amongCounted tells of things counted that a share is of, with nothing but what they do behind it: 规上企业中近四成有了研发团队.
func amongCounted(s *site) bool {
	if len(s.right) == 0 || s.right[0].kind != word || !endsInNoun(join(s.captured("thing"))) {
		return false
	}
	next := s.right[0]
	if strings.HasPrefix(next.pos, "v") && next.pos != "vn" || next.text == "与" || next.text == "来自" {
		return true
	}
	return next.is(copula | plan | expect | aim | reach)
}

// behindWhole is what stands behind the things counted that a group is a part of: 3000家企业中，超过九成企业.
func behindWhole(left []token) []token {
	for i := len(left) - 1; i > 0; i-- {
		if (left[i].text == "中" || left[i].text == "当中") && endsInNoun(join(left[:i])) {
			return left[i+1:]
		}
	}
	return left
}

// doneBy tells of a quantity behind a share that some have done or that comes from somewhere: 七成出口由民营企业完成.
func doneBy(right []token) bool {
	for i, t := range right[:clauseEnd(right)] {
		if t.text == "由" || t.text == "来自" || t.text == "出自" {
			return i > 0 && namesQuantity(withoutClosers(right[:i]))
		}
	}
	return false
}

// withoutClosers drops the words that close a name: 业绩, 都, 均.
func withoutClosers(toks []token) []token {
	for n := len(toks); n > 1 && (toks[n-1].is(each) || toks[n-1].text == "业绩" || toks[n-1].text == "都"); n-- {
		toks = toks[:n-1]
	}
	return toks
}

// doesToShare tells of a share of things that something has been done to: 完成80%市属企业的改制.
func doesToShare(s *site) bool {
	things, deed, ok := strings.Cut(join(s.right[:clauseEnd(s.right)]), "的")
	hit, counted := indicator.Counted(things, "")
	return ok && deed != "" && counted && hit.End == len(things) && sharers[hit.Entry.Code]
}

// givesShare tells of a share whose whole stands right behind it, where the sentence says who gives it: 贡献了全省六成税收、七成GDP.
func givesShare(s *site) bool {
	if len(s.right) == 0 || s.right[0].kind != word || s.right[0].is(up|down|reach|event|share|upto|downto|conj) {
		return false
	}
	if whole := join(s.right[:clauseEnd(s.right)]); len(indicator.Terms(whole)) == 0 && len(indicator.Nouns(whole)) == 0 {
		return false
	}
	before := s.r.text[s.r.start:s.tok.start]
	for _, verb := range givingShares().words {
		if at := strings.LastIndex(before, verb); at >= 0 {
			list := before[at+len(verb):]
			return !strings.ContainsAny(list, "，,；") && !holdsAny(list, []string{"占", "实现"})
		}
	}
	return false
}

var givingShares = phrases("giving shares")

// givesMore tells of the next share that is given in a list: 创造了全国GDP的4.8%、税收的4.2%.
func givesMore(s *site) bool {
	last := s.r.lastInSentence()
	if last == nil || !strings.HasPrefix(last.Rule, "share.gives") || len(s.left) == 0 {
		return false
	}
	first := strings.TrimSpace(s.r.text[last.End:s.left[0].start])
	if first == "" {
		first = s.left[0].text
	}
	return (first == "、" || first == "和" || first == "以及" || first == "与" || first == "及" || first == "，") && wholeIsQuantity(s)
}

// nounBehind is what the noun behind a figure measures, which the next may share.
func (r *reader) nounBehind(s *site) (statement, bool) {
	st, ok := r.sharedNoun(s)
	if s.rule == "fall.object" || s.rule == "share.stake" || s.rule == "growth.pace.of" {
		s.base = ""
	}
	if st.counter != "" {
		keep := st
		keep.time = "count"
		r.lastCount = &keep
	}
	return st, ok
}

// incomeGrades are words that sort people by what they earn.
var incomeGrades = phrases("people by their income")

// holdsSharers tells of a noun that only restricts those whose share is told right behind it: 一半的农产品加工企业, 半数的国家制造业创新中心.
func holdsSharers(n, last indicator.Hit[indicator.Noun]) bool {
	if n.Entry.Code != "count_other" && n.Entry.Code != "region_count" || n.Entry.Unit == "person" && last.Start != n.End {
		return false
	}
	return sharers[last.Entry.Code] && last.Entry.Code != "region_count" && last.Start >= n.End && last.Start-n.End <= len("高新技术")
}

// sharedNoun reads what a share is of where it stands behind it: 超过六成的工业营业收入, 96%的县域.
func (r *reader) sharedNoun(s *site) (statement, bool) {
	var toks []token
	does := false // the sharers do something
	for i, t := range s.right {
		if puttingTo().has(t.text) && sharesSpent(s.rule, toks) {
			break
		}
		if endsSharers(toks, s.right, i) {
			if !t.is(conj) && t.kind != dun || !joinsOwners(toks, s.right[i+1:]) {
				does = t.kind == word && !t.is(conj)
				break
			}
		}
		if t.kind == word && (t.text == "的" || t.text == "以上" || t.text == "以下") && len(toks) == 0 {
			continue
		}
		toks = append(toks, t)
	}
	s.base = join(toks)
	if strings.HasSuffix(s.base, "市场") && (s.base == "市场" || r.holdsMarket(s)) {
		return statement{known: true, code: "market_share", form: "rate", time: "flow", text: s.base}, true
	}
	if endsWithAny(join(trimReach(s.left)), wholeMarkets()) && holdsAny(r.clauseBeforeFigure(s), sellingTo()) {
		return statement{known: true, code: "market_share", form: "rate", time: "flow", text: s.base}, true // 卖出了全国一半的纽扣
	}
	hits := withoutGrades(indicator.Nouns(s.base), s.base)
	if len(hits) == 0 && strings.HasPrefix(join(s.right), "的") && endsWithAny(s.base, sharesThemselves()) {
		return statement{known: true, code: "other", form: "rate", text: s.base}, true // 保持在85%的水平, 5%的上涨空间
	}
	if len(hits) > 1 && livedIn[s.base[:hits[0].End]] && hits[1].Entry.Unit == "person" {
		hits = hits[1:] // 农村外出务工劳动力
	}
	named, found := indicator.Head(s.base)
	found = found && !(len(hits) > 0 && endsWithAny(s.base[:named.End], incomeGrades())) // 75%的低收入农户
	if n := len(hits); n > 0 && found && sharersRightBehind(named.End, hits[n-1]) && !strings.HasPrefix(s.rule, "share.given") {
		found, hits = false, hits[n-1:] // 七成的规上工业企业
	}
	quantity := len(hits) == 0 || found && s.rule == "share.given" && named.End == len(s.base)
	if !quantity && found { // the name of a quantity that begins before that of a thing, or goes on behind it
		first := hits[0]
		quantity = named.Start < first.Start || named.Start == first.Start && named.End > first.End
	}
	if quantity || !does && endsOnQuantity(s.base, hits) {
		if st, ok := r.nameOf(toks, s.tok.q); ok && st.known {
			return st, true
		}
	}
	if len(hits) == 0 {
		return statement{code: "other", text: s.base}, true
	}
	n := hits[0]
	if last := hits[len(hits)-1]; holdsSharers(n, last) {
		n = last
	}
	s.base = s.base[:n.End]
	st := statement{known: true, code: n.Entry.Code, form: "rate", time: "stock", text: s.base, head: n.Entry.Text, counter: n.Entry.Text}
	r.modifiers(&st, toks, s.base[:n.Start])
	if before := strings.Index(join(s.right), s.base); st.qualifier == "" && before >= 0 {
		st.qualifier = predicateAfter(s.right, before+len(s.base)) // 96%的县域已制定规划
	}
	return st, true
}

// endsOnQuantity tells of those whose part of a quantity is told, which its name stands right behind: 14%的规上工业企业营业收入.
func endsOnQuantity(base string, hits []indicator.Hit[indicator.Noun]) bool {
	terms := indicator.Terms(base)
	if len(terms) == 0 || len(hits) == 0 {
		return false
	}
	last, whose := terms[len(terms)-1], hits[len(hits)-1]
	switch {
	case last.End < len(base) || last.Entry.Form != "level":
		return false
	case livedIn[base[:whose.End]]:
		return last.Start >= whose.End // 城镇劳动就业
	}
	return last.Start == whose.End && !doneAsMeasured().has(last.Entry.Text)
}

// doneAsMeasured are verbs that name a quantity too: of 26%的企业亏损 it is firms that do so.
var doneAsMeasured = phrases("done as measured")

// sharesThemselves are ends of names for what a share or rate itself is, and not for what it is of.
var sharesThemselves = phrases("shares themselves")

// holdsMarket tells of a verb for holding or supplying a market before the share of it: 供应全国七成的鲜切花市场.
func (r *reader) holdsMarket(s *site) bool {
	return holdsAny(r.clauseBeforeFigure(s), holdingMarkets())
}

// wholeMarkets are places whose whole market is meant, sellingTo verbs for selling there.
var wholeMarkets, sellingTo = phrases("whole markets"), phrases("selling to markets")

// holdingMarkets are such verbs.
var holdingMarkets = phrases("holding markets")

// sharesSpent tells of a share whose use is told behind it, of what no name of a quantity says: 将六成的资金用于….
func sharesSpent(rule string, toks []token) bool {
	return rule == "share.spent" || rule == "share.over" && len(toks) > 0 && len(indicator.Terms(join(toks))) == 0
}

// endsSharers tells of what stands behind the name of those whose share is told: 超过六成的企业实现了增长.
func endsSharers(toks, right []token, i int) bool {
	t := right[i]
	if t.kind == figure || t.kind == dun {
		return true
	}
	if t.kind != word || len(toks) == 0 || !t.is(conj|up|down|event|reach|rank|newness) {
		return false
	}
	lived := livedIn[toks[0].text] && !(t.is(conj) && len(toks) > 1)
	return !isName(t.text) && !lived && !modifies(t, right, i)
}

// sharersRightBehind tells of those whose share is told right behind the name of a quantity that restricts them: 规上工业企业.
func sharersRightBehind(end int, last indicator.Hit[indicator.Noun]) bool {
	return sharers[last.Entry.Code] && last.Start >= end && last.Start-end <= len("业")
}

// withoutGrades leaves out the places that only make the grade of what stands behind them: 省 of 省级许可事项.
func withoutGrades(hits []indicator.Hit[indicator.Noun], phrase string) []indicator.Hit[indicator.Noun] {
	for len(hits) > 1 && hits[0].Entry.Code == "region_count" && strings.HasPrefix(phrase[hits[0].End:], "级") {
		hits = hits[1:]
	}
	return hits
}

// joinsOwners tells of places or grades whose bodies are named once behind the last of them: 社区和乡镇医疗机构, 省级和市级许可事项.
func joinsOwners(toks, rest []token) bool {
	if len(toks) == 0 || len(rest) < 2 || !owner(join(toks)) || !owner(rest[0].text) {
		return false
	}
	hits := indicator.Nouns(join(rest[1:max(1, clauseEnd(rest))]))
	return len(hits) > 0 && hits[0].Start <= len("行政许可") && hits[0].Entry.Code != "region_count"
}

// owner tells of a word for places of a sort, or for the grade they make.
func owner(word string) bool { return namesPlaces(strings.TrimSuffix(word, "级")) }

// livedIn are where those live who stand behind it.
var livedIn = map[string]bool{"农村": true, "乡村": true, "城镇": true}

// ofBareBranch tells of a 比重 behind the name of a branch and nothing else in its clause: 工业比重提高到43%, not 工业占生产总值的比重提高到43%.
func ofBareBranch(s *site) bool {
	left := trimReach(s.left)
	for n := len(left) - 1; n > 0; n-- {
		if left[n].text == "比重" {
			_, branch := indicator.IndustryNamed(left[n-1].text)
			return branch && (n == 1 || left[n-2].kind.pauses() || left[n-2].kind == where)
		}
	}
	return false
}
