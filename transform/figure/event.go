package figure

import (
	"strings"

	"yiyuan/transform/indicator"
	"yiyuan/transform/period"
)

// This file tells what became of the things counted, or what they did, where that says which are meant: 12个村完成改造.

// predicateAfter is what the things counted did or had done, where that alone tells which are meant: 71个县域制定规划.
func predicateAfter(right []token, from int) string {
	used, first := 0, 0
	var b strings.Builder
	verb, named, limited, quantity := false, false, false, false
	for _, t := range right {
		if t.kind == figure && t.q.Kind == "amount" && t.q.Bound == "over" && named && verb {
			limited = true
			b.WriteString(t.text)
			continue
		}
		if t.kind == figure || t.kind.pauses() || t.kind == time {
			quantity = t.kind == figure && t.q.Kind == "amount"
			break
		}
		if used >= from {
			if b.Len() == 0 && leadsPredicate(t) || t.text == "了" && b.Len() == first {
				used += len(t.text)
				continue
			}
			if b.Len() == 0 {
				first = len(t.text)
				verb = t.kind == word && (t.pos == "v" && !saysLittle[t.text] || t.text == "被")
			}
			b.WriteString(t.text)
			verb = verb || t.is(event|reach|net|newness|up|down)
			if b.Len() == len(t.text) && !verb {
				named = true
			}
		}
		used += len(t.text)
	}
	if quantity && !limited && endsInQuantity(b.String()) {
		return "" // 商贸企业实现销售额9亿元
	}
	if b.Len() > 60 || named && !limited || bareDeed(b.String()) {
		return ""
	}
	return strings.Trim(b.String(), "“”、")
}

// endsInQuantity tells of a predicate that leads to a figure of its own, which it names.
func endsInQuantity(predicate string) bool {
	hit, ok := indicator.Head(predicate)
	return ok && hit.End == len(predicate)
}

// leadsPredicate tells of a word before a predicate that does not say what was done: 全部, 已, 被迫.
func leadsPredicate(t token) bool {
	return t.kind == word && (t.pos == "d" || t.text == "已" || t.text == "被迫" || t.text == "的")
}

// saysLittle are verbs that say nothing of what the things counted did.
var saysLittle = map[string]bool{"涵盖": true, "进行": true, "涉及": true, "包括": true, "分布": true, "位于": true}

// bareDeed tells of a predicate that only says that a thing was done: 建设顺利推进, 全部完成.
func bareDeed(predicate string) bool {
	p := predicate
	for _, w := range sayingDone().words {
		p = strings.ReplaceAll(p, w, "")
	}
	return p == "" && predicate != ""
}

// sayingDone are the words of such predicates.
var sayingDone = phrases("saying done")

// modifies tells of a verb that stands before the noun as its modifier: 转型升级示范基地.
func modifies(t token, right []token, n int) bool {
	if t.is(event) && n > 0 && n+1 < len(right) {
		noun, ok := indicator.Counted(right[n+1].text, "")
		group, known := indicator.Counted(right[n-1].text, "")
		if ok && noun.Entry.Code == "project_count" && known && !standing[group.Entry.Code] {
			return true // 科技成果转化项目
		}
	}
	for n++; t.is(verbal) && n+1 < len(right) && right[n].is(verbal); n++ {
	} // 提升改造工程
	return t.is(verbal) && n < len(right) && right[n].kind == word && len(indicator.Nouns(right[n].text)) > 0
}

// standing are the groups that stand whatever they did: 39个县实现生产总值….
var standing = map[string]bool{
	"region_count": true, "park_count": true, "enterprise_count": true, "institution_count": true, "chain_count": true, "cluster_count": true,
}

func (r *reader) eventIn(toks []token) bool {
	for i, t := range toks {
		if t.kind == word && t.is(event|newness) && !t.is(exist) && !attributive()[t.text] && !namesMakers(toks[i:]) {
			return true
		}
	}
	return false
}

// onOneDay tells of the news of a day.
func (r *reader) onOneDay() bool { return r.Report.Kind == "" && r.sentence.oneDay() }

// listOn tells whether the list of counts goes on at a figure behind: 54个县512个乡镇遭受暴雨, 36个国家和7个国际组织参加.
func (r *reader) listOn(s *site, i int) bool {
	switch s.right[i].q.Kind {
	case "name", "grade", "bare":
		return true // 186家世界500强企业参会
	}
	if i == 0 || s.right[i].q.Kind != "count" {
		return false
	}
	before := s.right[i-1]
	if before.kind == dun || before.is(conj) || before.text == "等" {
		return true
	}
	return before.kind == word && strings.HasPrefix(before.pos, "n") && before.end == s.right[i].start
}

// ofTheYear tells of a 全年 in the figure's clause: 全年3万家企业完成改造.
func (r *reader) ofTheYear() bool {
	for _, t := range r.leftTokens {
		if t.kind == time && strings.HasSuffix(t.text, "全年") {
			return true
		}
	}
	return false
}

// actsOnNext tells of a verb that begins the next member of a list and is of its figure.
func actsOnNext(toks []token) bool {
	if len(toks) == 0 || !toks[0].is(event|newness) {
		return false
	}
	for _, t := range toks {
		if t.kind == figure || t.kind == comma || t.kind == dun {
			return t.kind == figure
		}
	}
	return false
}

func (r *reader) eventAround(s *site) bool {
	if r.eventIn(s.left) || r.opensWithDeed(s) {
		return true
	}
	if holdsAny(join(s.right), underWay()) {
		return false
	}
	for i, t := range s.right {
		if r.leavesCounted(s, i) || t.kind == dun && actsOnNext(s.right[i+1:]) {
			break // 入园企业49家、开工项目12个
		}
		if t.kind == word && tellsEvent(s.right, i) {
			return true // 5个景区进入省级名单
		}
	}
	return false
}

// leavesCounted tells of a pause or a figure that what stands behind is no longer of the things counted: 入园企业49家，投资30亿元.
func (r *reader) leavesCounted(s *site, i int) bool {
	if s.right[i].kind != figure {
		return s.right[i].kind == comma
	}
	return !r.listOn(s, i) && !(i == 0 && len(s.right) > 1 && sizedAbove(s.right, 1)) && !sumsOf(s.right, i)
}

// tellsEvent tells of a word for what became of the things counted: 12个村完成改造, 5个景区进入省级名单.
func tellsEvent(right []token, i int) bool {
	t := right[i]
	if t.is(event) && !t.is(exist) || strings.HasPrefix(t.text, "完成") {
		return true
	}
	return t.text == "进入" && endsWithAny(strings.TrimRight(firstClause(join(right[i:])), "。；"), listsOfHonour())
}

// opensWithDeed tells of a clause of a report that opens with a verb for what a year has done about what it counts: 消除积水点12个.
func (r *reader) opensWithDeed(s *site) bool {
	if r.Report.Kind != period.WorkReport || s.measure != "level" || s.tok.q.Kind != "count" {
		return false
	}
	clause := r.clauseSoFar(s)
	for len(clause) > 0 && (clause[0].kind == time || clause[0].years()) {
		clause = clause[1:] // 五年打机井3200眼
	}
	for i := range clause {
		if clause[i].kind == figure {
			return false // what comes behind may be there
		}
	}
	return len(clause) > 0 && (verbsOfReview().has(clause[0].text) || startsWithAny(join(clause), worksOfReview()))
}

// years tells of a number of years: 五年.
func (t *token) years() bool {
	return t.kind == figure && t.q.Kind == "duration" && t.q.Unit.Code == "year"
}

// verbsOfReview are such verbs, worksOfReview such with what they are about.
var verbsOfReview, worksOfReview = phrases("verbs of a review"), phrases("works of a review")

// listsOfHonour are lists that things are put on.
var listsOfHonour = phrases("lists of honour")
