package figure

import (
	"strings"

	"yiyuan"
	"yiyuan/transform/indicator"
)

// This file gives the share of a part the quantity of what it is a part of, where nothing but the part is named.

// portionOf is what a share is of whose part is all that is named behind 其中, or that stands in a list behind such a share: 出口5亿美元，其中外商投资企业
// 占58%, 韩国、泰国分别占31%、22%. It is "" where the sentence has told no sum or amount before.
func (r *reader) portionOf(f *yiyuan.Fact, s *site, st statement) string {
	if f.Measure != "share" && f.Measure != "rate" {
		return ""
	}
	last := r.lastInSentence()
	if last != nil && last.Indicator == "fdi" && st.of("project_count") && strings.HasPrefix(r.clauseAround(f.Start, f.End), "其中") {
		return "fdi" // 实际利用外资2亿美元，其中工业项目占七成
	}
	if last == nil || f.Base != "" && !strings.HasSuffix(st.text, f.Base) {
		return ""
	}
	if !st.of("", "other", "count_other", "enterprise_count", "investment") && !(st.code == "financing" && last.Indicator == "investment") {
		return ""
	}
	if last.Measure == "share" && last.IndicatorText == f.IndicatorText && unsettled(f) && last.End <= f.Start {
		if between := strings.TrimLeft(r.text[last.End:f.Start], "以上左右、和及"); between == "" {
			return last.Indicator
		}
	}
	shareNamed := endsWithAny(join(trimReach(s.left)), sharesMoved())
	if s.rule != "share.each" && s.rule != "rate" && !shareNamed || last.End > f.Start || strings.ContainsAny(r.text[last.End:f.Start], "；;") {
		return ""
	}
	if s.inherited || st.code == "investment" && !strings.HasSuffix(partNameOf(s), "企业") || st.of("other") && isName(st.text) {
		return ""
	}
	goods := last.Indicator == "output_volume" && f.Indicator == "count_other"
	among := strings.HasPrefix(r.clauseAround(f.Start, f.End), "其中") || s.rule == "share.each" && (goods || unsettled(f))
	if !among || last.Measure != "level" && last.Measure != "growth" || !portioned[last.Indicator] {
		return ""
	}
	return last.Indicator
}

// portioned are the sums and amounts that are told by their parts.
var portioned = map[string]bool{
	"revenue": true, "output_value": true, "exports": true, "imports": true, "foreign_trade": true, "loans": true, "deposits": true, "financing": true,
	"investment": true, "fixed_asset_investment": true, "fdi": true, "tax": true, "fiscal_revenue": true, "fiscal_expenditure": true, "profit": true,
	"retail_sales": true, "subsidy": true, "output_volume": true, "energy": true, "area": true,
}

// sharesOfTold takes a share of which only a part is named for one of what has been told before: 交易额12亿元，其中销往外地的占三成; 员工420人，研发人员占四成.
func (r *reader) sharesOfTold(st *statement, s *site) bool {
	if s.tok.q.Kind != "percent" || s.base != "" || s.inherited && !st.of("", "other") {
		return false
	}
	if (s.rule == "share.each" || s.rule == "rate") && r.sharesOfGroup(st, s) {
		return true
	}
	group := strings.HasSuffix(join(trimReach(s.nounPhrase)), "的")
	switch s.rule {
	case "share.each", "share.used":
	case "rate":
		switch handed := len(trimReach(s.left)) == 0 && startsWithAny(join(s.right), handedTo()); {
		case handed:
			group = true // 收益六成分给农户，二成留作积累
		case s.boundNamed() != "" && clauseEnd(s.right) == 0 && !s.inherited && !endsInRate(s.boundNamed()):
			st.text = s.boundNamed() // 从业人员2万人，本村农民不到一半
		case !group, s.left[len(s.left)-1].text == "的":
			return false // 占营业收入的15%
		}
	default:
		return false
	}
	if !group && (!s.inherited && !onlyNamesPart(st) || holdsAny(join(s.nounPhrase), served())) {
		return false // 退税5亿元，受益的小微企业占九成
	}
	whole := r.toldWhole(s, st, group)
	if whole == nil || whole.Indicator == st.code || r.countedAlike(st) {
		return false
	}
	time := "flow"
	if whole.PeriodKind == "as_of" {
		time = "stock"
	}
	st.becomes(whole.Indicator, "level", time)
	st.counter, st.measureWord = "", ""
	s.measure = "share"
	return true
}

// sharesOfGroup takes a share for one of the things counted whose name the sentence opens on: 新登记企业中，服务业占六成; 走访的商铺里约有两成歇业.
func (r *reader) sharesOfGroup(st *statement, s *site) bool {
	if st.known && !s.inherited && st.form != "sector" && st.form != "growthname" || endsInRate(st.text) {
		return false
	}
	said, cut := r.saidBefore(s), ""
	for _, among := range amongWhom().words {
		if at := strings.LastIndex(said, among); at > len(cut) {
			cut = said[:at]
		}
	}
	_, mark := lastMark(cut)
	group := cut[mark:]
	hit, ok := indicator.Counted(group, "")
	if !ok || hit.End != len(group) || !sharers[hit.Entry.Code] || hit.Entry.Code == "region_count" || strings.ContainsAny(said[len(cut):], "；;") {
		return false
	}
	st.becomes(hit.Entry.Code, "level", "stock")
	st.counter, st.measureWord = "", ""
	s.measure = "share"
	return true
}

// boundNamed is the name that stands before a word for being less than a share, "" where none does: 本村农民 of 本村农民不到一半.
func (s *site) boundNamed() string {
	name := join(trimReach(withoutBrackets(s.nounPhrase)))
	if bare := trimAny(name, "不到", "不足", "不及"); bare != name {
		return strings.TrimPrefix(bare, "其中")
	}
	return ""
}

// amongWhom part a group from what some of it do.
var amongWhom = phrases("among whom")

// handedTo begin what is done with a part of a sum.
var handedTo = phrases("handed to")

// served are words before those whom a sum has gone to.
var served = phrases("served by a sum")

// countedAlike tells of a part of things that the sentence has counted too: 项目90个，总投资30亿元，在建项目占六成.
func (r *reader) countedAlike(st *statement) bool {
	for i := len(r.out.Facts) - 1; i >= 0 && r.out.Facts[i].Start >= r.start; i-- {
		if f := &r.out.Facts[i]; f.Indicator == st.code && f.Measure == "level" && f.Indicator != "count_other" {
			return true
		}
	}
	return false
}

// onlyNamesPart tells of a branch, of things or people counted or of what no table knows, which may be a part of any quantity.
func onlyNamesPart(st *statement) bool {
	if st.form == "sector" || st.form == "growthname" {
		return true
	}
	if st.code == "financing" && strings.HasSuffix(st.text, "贷款") || st.code == "revenue" && strings.HasSuffix(st.text, "收入") {
		return true
	}
	return !st.known || strings.HasSuffix(st.code, "_count") || st.code == "count_other"
}

// partsOfPopulation end the names of those of a population whose share is told.
var partsOfPopulation = phrases("parts of a population")

// dividedAmong tells whether what has been told can be divided by the part that a share names.
func dividedAmong(whole *yiyuan.Fact, st *statement, group bool) bool {
	switch {
	case st.code == "financing" && !group:
		return whole.Indicator == "loans"
	case st.code == "revenue" && !group:
		return whole.Indicator == "resident_income" // 人均纯收入8000元，其中畜牧业收入占三成
	case portioned[whole.Indicator], whole.Indicator == "population" && endsWithAny(st.text, partsOfPopulation()):
		return true // 人口6.8万人，其中回族占31%
	case group:
		return whole.Unit == "person" || whole.Unit == "household" || whole.Unit == "count"
	case whole.Unit == "person":
		return st.text == "" || st.of("count_other", "talent_count") || whole.Indicator == "employment" && (st.of("population") || endsInNoun(st.text)) || endsWithAny(st.text, peopleInParts())
	case whole.Indicator == "enterprise_count", whole.Indicator == "project_count" && whole.Unit == "count":
		return st.form == "sector" || st.form == "growthname" || !st.known && st.text != "" // 商户1.3万户，其中餐饮占58%
	case (weighed[whole.Unit] || whole.Unit == "count" || whole.Unit == "vehicle") && whole.Indicator == "other":
		return st.form == "sector" || !st.known // 过货量300万吨，其中煤炭约占八成
	}
	return false
}

// peopleInParts end what a part of people is told by that is no noun for them.
var peopleInParts = phrases("people in parts")

// toldWhole is the level told last before the clause of a share that may be divided by its part, in the sentence before where this one has told
// none; nil where there is none.
func (r *reader) toldWhole(s *site, st *statement, group bool) *yiyuan.Fact {
	clause := s.tok.start - len(r.clauseBeforeFigure(s))
	i := len(r.out.Facts) - 1
	for ; i >= 0 && r.out.Facts[i].Start >= r.start; i-- {
		f := &r.out.Facts[i]
		switch told := f.Measure == "level" && (f.End <= clause || startsWithAny(r.text[f.End:s.tok.start], amongThem())); {
		case f.Measure == "rank", (f.Measure == "growth" || f.Unit == "pp") && portioned[f.Indicator] && !strings.ContainsAny(r.text[f.End:s.tok.start], "；;"):
			// 销售额7亿元，增长46%，瓷器占了八成
		case f.Measure != "level" && f.Measure != "share", strings.ContainsAny(r.text[f.End:max(f.End, clause)], "；;"):
			return nil
		case f.Measure == "share" && portioned[f.Indicator]:
			return f
		case told && dividedAmong(f, st, group):
			return f
		case told:
			return nil
		}
	}
	if i < 0 || !r.mayDivide(&r.out.Facts[i], st, group) {
		return nil
	}
	for sentence := r.out.Facts[i].Sentence; i >= 0 && r.out.Facts[i].Sentence == sentence; i-- {
		if f := &r.out.Facts[i]; f.Measure == "level" && dividedAmong(f, st, group) {
			return f
		}
	}
	return nil
}

// mayDivide tells of a sentence that may divide what the sentence before it has told: one on parts, or one whose part has no other name.
func (r *reader) mayDivide(last *yiyuan.Fact, st *statement, group bool) bool {
	if r.opensOnParts(r.text[r.start:r.end]) {
		return last.Start >= r.lineStart || r.start == r.lineStart
	}
	if last.Start < r.lineStart {
		return r.Report.Kind == "" && !group && st.text == ""
	}
	return group || st.of("", "other", "financing")
}

// amongThem stand behind a number of those among whom a share is told.
var amongThem = phrases("among them")
