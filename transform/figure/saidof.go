package figure

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"yiyuan"
	"yiyuan/transform/search"
)

// This file reads the words that restrict a figure wherever they stand in its clause, where the name of the quantity has none of its own:
// whose or of what rank the things are, what was done to them, by what they are reckoned.

var (
	ranksOfThings = phrases("ranks of things")
	doneToThings  = phrases("done to things")
	doneBehind    = phrases("done behind")
)

// saidOf is the first of them, "" where there is none or where the subject is named by it.
func (r *reader) saidOf(f *yiyuan.Fact, s *site, st statement) string {
	if f.Measure == "rank" || f.Measure == "share" || f.Measure == "multiple" || f.Indicator == "duration" || r.reckonedPer(f, s, st) != "" {
		return ""
	}
	own := withoutWhole(lastMember(join(s.left)))
	around := own + "\n" + st.text + "\n" + f.Counter
	if f.Indicator == "resident_income" && strings.Contains(around, "农民") {
		return "农民"
	}
	restricts := func(w string) bool { return strings.Contains(around, w) && !strings.Contains(f.Subject, w) }
	rank, done := "", ""
	for _, w := range ranksOfThings().words {
		if restricts(w) {
			rank = w
			break
		}
	}
	if f.Measure == "level" && (!money[f.Indicator] || f.Indicator == "subsidy") {
		done = doneIn(own)
	}
	switch {
	case done != "":
		if strings.Contains(own, rank+done) {
			return rank + done // 农村新建住房
		}
		return joinQualifiers(done, rank, !strings.Contains(own, rank) || strings.Contains(own, done+rank)) // 新增的13家国家级工厂
	case rank != "" || f.Measure != "level" || money[f.Indicator]:
		return rank
	}
	if (f.Unit == "person" || f.Unit == "household") && f.Indicator != "employment" {
		for _, t := range s.right {
			if t.kind != word {
				break
			}
			if done := firstOf(t.text, doneBehind()); done != "" {
				return done
			}
		}
	}
	if r.eventIn(s.left) {
		return ""
	}
	return doneIn(r.clauseBeforeFigure(s))
}

// lastMember is what stands behind the last mark or word that joins the members of a list.
func lastMember(clause string) string {
	if !joins().standIn(clause) {
		return clause
	}
	for _, w := range joins().words {
		if i := search.LastIndex(clause, w); i >= 0 && !(w == "及" && endsWithAny(clause[:i], verbsEndingInAnd())) {
			clause = clause[i+len(w):]
		}
	}
	return clause
}

// verbsEndingInAnd are what stands before the 及 of 惠及 and 涉及, which joins nothing.
var verbsEndingInAnd = phrases("verbs ending in 及")

// withoutWhole leaves out what a figure is compared with or is a part of.
func withoutWhole(clause string) string {
	if !beforeWholes().standIn(clause) {
		return clause
	}
	for _, w := range beforeWholes().words {
		clause, _, _ = strings.Cut(clause, w)
	}
	return clause
}

// beforeWholes are words before what a figure is compared with or a part of.
var beforeWholes = phrases("before wholes")

func doneIn(clause string) string {
	done := firstOf(clause, doneToThings())
	if done == "" || means(clause, []string{done}, func(_, _, behind string) bool { return startsWithAny(behind, namesFromDeeds()) }) {
		return ""
	}
	return done
}

// namesFromDeeds end a name that begins with such a word: 脱贫率, 批发市场, 零售业, 安置房.
var namesFromDeeds = phrases("names from deeds")

// clauseBeforeFigure is the clause from the comma before it on, the members of its list that stand before the figure included.
func (r *reader) clauseBeforeFigure(s *site) string {
	before := r.saidBefore(s)
	mark, _ := lastMark(before)
	return before[mark:]
}

// firstOf is the first of a list that a text holds, "" where it holds none.
func firstOf(text string, list *phraseList) string {
	if !list.standIn(text) {
		return ""
	}
	for _, w := range list.words {
		if strings.Contains(text, w) {
			return w
		}
	}
	return ""
}

// perUnit is what a price or a yield is reckoned for right before the figure: 每公斤6.2元, 每公顷达6000公斤.
var perUnit = regexp.MustCompile(`一(?:公斤|千克|斤|吨|担|亩|平方米|瓦)|每(?:公斤|千克|斤|吨|担|亩|公顷|股|小时|辆|台|套|头|只|株|包|箱|件|房|度|平方米|公里|10股|瓦|千瓦时|立方米|桶|单)|单(?:票|件)`)

// averaged is how the things are taken together, 平均, where the words before the figure say so of them and not of time.
func averaged(f *yiyuan.Fact, clause string) string {
	if f.Measure == "rank" || f.Measure == "change" && f.Unit != "day" || f.Indicator == "resident_income" && !strings.Contains(clause, "平均每") {
		return ""
	}
	i := search.LastIndex(clause, "平均")
	if i < 0 || startsWithAny(clause[i+len("平均"):], namedByMean()) || endsWithAny(clause[:i], meanOfOthers()) {
		return ""
	}
	return "平均"
}

// namedByMean are what a 平均 is part of the name of: 平均气温; meanOfOthers stand before one that is a year's or what another is held against.
var namedByMean, meanOfOthers = phrases("named by a mean"), phrases("means of others")

// inReal tells of a growth without that of prices: 实际增长5%.
func inReal(f *yiyuan.Fact, clause string) bool {
	return f.Measure == "growth" && strings.HasSuffix(strings.TrimRight(trimAny(clause, "增长", "增加", "上升", "下降", "增幅", "增速", "约", "为", "达", "达到"), "的"), "实际")
}

// partsOf are the places at which a chain of restrictions comes apart: whose, with whom, how reckoned.
var partsOf = []struct{ before, word string }{{"企业", "对"}, {"", "户均"}, {"", "亩均"}, {"", "生均"}}

// apartIn parts a restriction there: 高校生均 is 高校，生均.
func apartIn(q string) string {
	for _, p := range partsOf {
		i := strings.Index(q, p.before+p.word)
		at := i + len(p.before)
		if i < 0 || at == 0 || strings.HasSuffix(q[:at], "，") {
			continue
		}
		if p.before == "" || at > 0 && at+len(p.word) < len(q) {
			q = q[:at] + "，" + q[at:]
		}
	}
	if rest, ok := strings.CutSuffix(q, "不良"); ok && rest != "" && !strings.HasSuffix(rest, "，") {
		q = rest + "，不良"
	}
	return q
}

// saidOfSome is what some of those counted did or are, where their number alone stands before it: 6户 of 12户企业已有6户复工.
func (r *reader) saidOfSome(f *yiyuan.Fact, s *site) string {
	if f.Measure != "level" && f.Measure != "share" || !ofThings[f.Unit] && f.Measure == "level" {
		return ""
	}
	right := withoutBound(s.right)
	if n := len(s.left); n > 0 && aheadOfNumbers().has(s.left[n-1].text) {
		return "" // 按4%安排, 由9人扩到30人
	}
	if len(right) == 0 || right[0].kind != word || !startsWithAny(right[0].pos, []string{"v", "d"}) && !right[0].is(event|newness) {
		return ""
	}
	said := strings.TrimSuffix(predicateAfter(right, 0), "了")
	if kind, _, counts := strings.Cut(said, f.Counter); counts && f.Counter != "" {
		said = trimAny(kind, "的") // 2支养老产业基金
	}
	if said = trimAny(said, "在", "和"); utf8.RuneCountInString(said) < 2 || endsWithAny(said, leadingToNumbers()) {
		return ""
	}
	return said
}

// leadingToNumbers end what only leads on to another number: 扩到, 出头; aheadOfNumbers stand before one that the verb behind it is about.
var leadingToNumbers, aheadOfNumbers = phrases("leading to numbers"), phrases("ahead of numbers")

// ofThings are the units that things, people and households are counted in.
var ofThings = map[string]bool{"count": true, "person": true, "household": true, "vehicle": true}

// givenTo is what was done for those counted, where a word for whom stands before their number: 垫付电费 of 为41家作坊垫付电费6万元.
func givenTo(f *yiyuan.Fact, s *site) string {
	if n := len(s.left); f.Measure != "level" || !ofThings[f.Unit] || n == 0 || !forWhom().has(s.left[n-1].text) || s.left[n-1].text == "对" {
		return ""
	}
	from := -1
	for i, t := range s.right {
		switch {
		case t.kind == figure || t.kind.pauses() || t.kind == time || t.kind == open:
			if from < 0 {
				return ""
			}
			if said := strings.ReplaceAll(join(s.right[from:i]), "了", ""); len(said) < longestPredicate {
				return said
			}
			return ""
		case from < 0 && (t.pos == "v" && t.text != f.Counter || t.is(event) && !attributive()[t.text]):
			from = i
		}
	}
	return ""
}

// longestPredicate is how many bytes a predicate has that tells which are meant.
const longestPredicate = 60

// aidedBy is for whom or what aid is given, where its own name tells only that it is aid: 升格的园区 of 对升格的园区最高奖励35万元,
// 车位改造 of 拿出90万元补贴车位改造.
func (r *reader) aidedBy(f *yiyuan.Fact, s *site) string {
	if f.Indicator != "subsidy" && f.Indicator != "financing" || !onlyAid().has(f.Qualifier) {
		return f.Qualifier
	}
	if m := aidSpentOn.FindStringSubmatch(join(s.right)); m != nil {
		return m[1]
	}
	before := r.saidBefore(s)
	if m := aidGivenTo.FindAllStringSubmatch(before[search.LastIndex(before, "；")+1:], -1); m != nil {
		return m[len(m)-1][1]
	}
	return f.Qualifier
}

var (
	onlyAid    = phrases("only aid")
	aidGivenTo = regexp.MustCompile(`[对给]([^予口了，；][\p{Han}“”、0-9%]{1,23}?)(?:，|按|每|最高|最多|一次性|给予|提供|奖励|补贴|补助)`)
	aidSpentOn = regexp.MustCompile(`^(?:专项|资金)*(?:用于|补贴|奖励|支持|扶持)([^资给][\p{Han}“”、]{1,19})`)
)

// inWhichPart adds to a restriction which part of the works or of the time a figure is of, where its clause says so: 首批, 高峰时.
func inWhichPart(q string, f *yiyuan.Fact, clause string) string {
	if f.Measure != "level" || holdsAny(q, partsToldOf()) || strings.Contains(clause, "等") || strings.Contains(f.Subject, "期") {
		return q
	}
	for _, part := range partsToldOf().words {
		if i := strings.Index(clause, part); i >= 0 && !endsWithAny(clause[:i], []string{"第", "十"}) {
			return joinQualifiers(part, q, strings.Contains(clause, part+q))
		}
	}
	return q
}

// partsToldOf are words for such parts.
var partsToldOf = phrases("parts told of")
