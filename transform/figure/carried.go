package figure

import (
	"strings"
	"unicode/utf8"

	"yiyuan"
)

// This file carries on what restricts a figure where the text has said it before and does not repeat it: the size of the firms that a
// paragraph is about, the group that a sentence has begun with, the stage of a project.

// carriedOn is the restriction that a figure takes from those before it, "" where it takes none.
func (r *reader) carriedOn(f *yiyuan.Fact, s *site, st statement) string {
	if f.Measure == "rank" {
		return ""
	}
	if size := r.sizeTold(f, s, st); size != "" {
		return size
	}
	if stage := r.stageTold(f, s, st); stage != "" {
		return stage
	}
	last := r.lastInSentence()
	if last != nil && last.Subject == f.Subject && !st.newness {
		if per := r.priceCarried(f, last); per != "" {
			return per
		}
		if whose := balanceCarried(f, last); whose != "" {
			return whose
		}
	}
	if group := r.groupOfParagraph(f, s, st); group != "" {
		return group
	}
	if last == nil || last.Subject != f.Subject || st.newness {
		return ""
	}
	anew := st.subject != "" || r.clause.subject != "" || r.clause.region != "" || hasWord(s.left, "其中")
	if s.inherited && !anew && r.movesLike(last, f, s) {
		f.Qualifier = ""
		return last.Qualifier // 日均发送旅客30万人次，增长5%
	}
	if f.Qualifier != "" || r.ownSubject(s, st) {
		return ""
	}
	if strings.HasPrefix(last.Qualifier, "归属于") {
		if strings.HasSuffix(f.IndicatorText, "净利润") {
			return last.Qualifier
		}
		return ""
	}
	if group := r.groupJustCounted(f, last); group != "" {
		return group
	}
	if strings.HasSuffix(last.Qualifier, "本级") && last.Indicator == f.Indicator && f.Measure == "growth" && !strings.ContainsAny(r.text[last.End:f.Start], "）)") {
		return last.Qualifier // 全市800亿元（市本级300亿元，增长5%）
	}
	ofMembers := money[f.Indicator] || f.Indicator == "employment" || f.Indicator == "area"
	if group := groupOf(last.Qualifier); group != "" && sizeIn(group) == "" && ofMembers && (!macro[f.Indicator] || actsFirst(s)) {
		return group
	}
	return ""
}

// groupOfParagraph is the group of firms whose sums the paragraph has told last, where the figure is another of their sums and the clause names no owner: 全县乡镇企业总产值达12亿元，增长四成。向国家交纳税金6000万元，职工3万人.
func (r *reader) groupOfParagraph(f *yiyuan.Fact, s *site, st statement) string {
	last := r.lastFact()
	if last == nil || last.Start < r.lineStart || !holdsAny(last.Qualifier, firmsByOwner()) {
		return ""
	}
	if !earnedByFirms[f.Indicator] && f.Indicator != "employment" && f.Indicator != "exports" || f.Measure == "rank" || f.Measure == "share" {
		return ""
	}
	if last.RegionCode != f.RegionCode || f.SubjectKind != last.SubjectKind || f.Industry != "" || r.ownSubject(s, st) || st.newness {
		return ""
	}
	group := groupOf(last.Qualifier)
	if sizeIn(group) != "" || f.Qualifier != "" && !holdsAny(f.Qualifier, payees()) {
		return ""
	}
	return group
}

// firmsByOwner are firms by whose they are, which statistics tells apart; payees are those to whom firms pay.
var firmsByOwner, payees = phrases("firms by owner"), phrases("payees of firms")

// movesLike tells of a figure that says how the quantity of the one before it has moved or what part it is, and no less of what restricts it.
func (r *reader) movesLike(last, f *yiyuan.Fact, s *site) bool {
	if last.Indicator != f.Indicator || last.Industry != f.Industry || last.RegionCode != f.RegionCode || last.Measure == "rank" || last.Qualifier == "年均" {
		return false
	}
	if !strings.Contains(last.Qualifier, f.Qualifier) {
		return false
	}
	switch f.Measure {
	case "growth", "change", "multiple":
		return true
	case "share":
		return last.Measure == "level" && f.Qualifier == ""
	}
	if s.rule == "change.to" {
		return f.IndicatorText == last.IndicatorText && !strings.ContainsAny(r.text[last.End:f.Start], "，；。") // 由平均15天缩至7天
	}
	return f.Measure == "level" && f.Qualifier == "" && join(s.left) == ""
}

// wholeTrade is the fact of the trade that exports or imports are a part of, where they are told next to it: 机电产品进出口200亿元，其中出口90亿元.
func (r *reader) wholeTrade(f *yiyuan.Fact, s *site, st statement) *yiyuan.Fact {
	if f.Indicator != "exports" && f.Indicator != "imports" || f.Qualifier != "" || f.Industry != "" || st.region != "" || s.measure == "rank" {
		return nil
	}
	part := strings.HasPrefix(r.text[r.start:], "其中") || r.partOf >= 0 || strings.Contains(r.saidBefore(s), "其中")
	for i := len(r.out.Facts) - 1; part && i >= 0 && r.out.Facts[i].Start >= r.lineStart; i-- {
		switch last := &r.out.Facts[i]; last.Indicator {
		case "foreign_trade":
			return last
		case "exports", "imports":
		default:
			return nil
		}
	}
	return nil
}

// stageTold is the stage of a project that the sentence tells of: 一期工程投资2亿元，占地90亩.
func (r *reader) stageTold(f *yiyuan.Fact, s *site, st statement) string {
	if r.lastInSentence() == nil || stageIn(f.Qualifier) != "" || st.region != "" || strings.Contains(r.clauseAround(s.tok.start, s.tok.end), "期") {
		return ""
	}
	for i := len(r.out.Facts) - 1; i >= 0 && r.out.Facts[i].Start >= r.start; i-- {
		last := &r.out.Facts[i]
		stage := stageIn(last.Qualifier)
		if stage != "" && last.SubjectKind == "region" && !strings.HasPrefix(r.text[phraseStart(r.text, last.Start):], stage) {
			continue // 东山电厂一期60万千瓦
		}
		if stage != "" && last.Subject == f.Subject {
			if holdsAny(r.text[last.End:f.Start], turnsToNow()) {
				return "" // 二期投资1亿元，目前拥有员工200人
			}
			return stage
		}
	}
	return ""
}

// turnsToNow are words for what is there by now, to which a sentence goes over from what was done.
var turnsToNow = phrases("turns to now")

// sizeWords tell the size of the firms that statistics speaks of.
var sizeWords = phrases("sizes told")

func sizeIn(q string) string {
	for _, w := range sizeWords().words {
		if strings.Contains(q, w) {
			return w
		}
	}
	return ""
}

// booked are the quantities that statistics takes from the books of firms above a size.
var booked = map[string]bool{"value_added": true, "output_value": true, "revenue": true, "profit": true}

// onBooks tells of such a quantity, and of others that are read from those books alone: 出口交货值, 资产负债率.
func onBooks(f *yiyuan.Fact) bool {
	return booked[f.Indicator] || holdsAny(f.IndicatorText, namesOnBooks())
}

var namesOnBooks = phrases("names on the books")

// sizeTold is the size of the firms whose books a paragraph reads, for the branches and sums it goes on with: 规模以上工业增加值增长6%。
// 其中，采矿业增长3%. It ends with the first figure from such books that is of another sector or of all.
func (r *reader) sizeTold(f *yiyuan.Fact, s *site, st statement) string {
	if !onBooks(f) || sizeIn(f.Qualifier) != "" || f.SubjectKind != "region" && f.SubjectKind != "industry" && f.SubjectKind != "park" {
		return ""
	}
	for i := len(r.out.Facts) - 1; i >= 0 && r.out.Facts[i].Start >= r.lineStart; i-- {
		last := &r.out.Facts[i]
		if last.Measure == "rank" || !onBooks(last) {
			if last.Start >= r.start || last.Measure == "rank" {
				continue
			}
			return ""
		}
		size := sizeIn(last.Qualifier)
		if size == "" || st.region != "" && last.RegionCode != f.RegionCode || f.Industry != "" && sectorOf(last.Industry) != sectorOf(f.Industry) {
			return ""
		}
		own := f.Indicator == "profit" || !booked[f.Indicator] || f.Indicator == "value_added" && strings.HasPrefix(f.IndicatorText, "增加值")
		if f.Industry == "" && own && f.Measure != "share" {
			f.Industry = r.industryOfSized(last, f) // 利润增速上升3个百分点, of the same firms
		}
		if f.Industry == "" && !own && !strings.HasSuffix(f.Qualifier, "企业") && (last.Start < r.start || !actsFirst(s)) {
			return ""
		}
		if f.Industry != "" && f.Industry == last.Industry && strings.Contains(join(s.nounPhrase), f.Industry) {
			return "" // named anew without its size: 规上工业增加值…，工业增加值…
		}
		return size
	}
	return ""
}

// industryOfSized is the industry of those firms: that of the figure before in its sentence, and where a sentence turns to a place or goes on behind the
// branches, the one that the paragraph began with.
func (r *reader) industryOfSized(last, f *yiyuan.Fact) string {
	if last.Start >= r.start && last.RegionCode == f.RegionCode {
		return last.Industry
	}
	industry := last.Industry
	for i := len(r.out.Facts) - 1; i >= 0 && r.out.Facts[i].Start >= r.lineStart; i-- {
		if first := &r.out.Facts[i]; sizeIn(first.Qualifier) != "" {
			industry = first.Industry
		}
	}
	return industry
}

// sectorOf is the part of the economy that an industry is of; what is in no list is industry in the narrow sense.
func sectorOf(industry string) string {
	switch {
	case holdsAny(industry, services3()):
		return "services"
	case strings.Contains(industry, "建筑"):
		return "building"
	case holdsAny(industry, fieldsAndHerds()):
		return "farming"
	case strings.HasSuffix(industry, "产业") && threeSectors[industry], industry == "数字经济", industry == "民营经济":
		return industry
	}
	return "industry"
}

var (
	services3      = phrases("service branches")
	fieldsAndHerds = phrases("farm branches")
)

// macro are the aggregates of a whole place, which a group has a part in only where the text says so.
var macro = map[string]bool{"gdp": true, "fiscal_revenue": true, "fiscal_expenditure": true, "retail_sales": true, "fixed_asset_investment": true, "foreign_trade": true,
	"exports": true, "imports": true, "resident_income": true, "loans": true, "deposits": true, "cpi": true, "unemployment_rate": true, "urbanization_rate": true}

// ownSubject tells of a clause that says whose its figure is.
func (r *reader) ownSubject(s *site, st statement) bool {
	return st.region != "" || st.subject != "" || r.clause.subject != "" || r.clause.region != "" || hasWord(s.left, "其中")
}

// actsFirst tells of a clause that begins with a verb, whose subject stands before it.
func actsFirst(s *site) bool {
	for _, t := range s.left {
		if t.kind == word {
			return t.is(event|reach|up|down) && !isName(t.text)
		}
	}
	return true
}

// groupOf is the group of firms or parks that a restriction names.
func groupOf(q string) string {
	for _, w := range groupsNamed().words {
		if i := strings.Index(q, w); i > 0 {
			return q[:i+len(w)]
		}
	}
	return ""
}

// groupsNamed are the groups of firms or parks that a restriction names.
var groupsNamed = phrases("groups named")

// stageIn is the stage of a project that a restriction begins with: 一期.
func stageIn(q string) string {
	i := strings.Index(q, "期")
	if i <= 0 || utf8.RuneCountInString(q[:i]) > 2 || strings.Trim(q[:i], "一二三四五六首") != "" {
		return ""
	}
	return q[:i+len("期")]
}

// aggregate are the statistics that （预计，下同） carries on to.
var aggregate = map[string]bool{
	"gdp": true, "value_added": true, "fiscal_revenue": true, "fiscal_expenditure": true, "tax": true, "retail_sales": true,
	"fixed_asset_investment": true, "foreign_trade": true, "exports": true, "imports": true, "fdi": true, "resident_income": true, "cpi": true,
	"deposits": true, "loans": true, "unemployment_rate": true, "output_value": true,
}

// goesOnOfFirms tells of what the firms that the sentence has told of did besides: 规上工业企业实现营业收入50亿元，实现利润4亿元.
func (r *reader) goesOnOfFirms(st *statement, s *site) bool {
	c := r.current
	if c == nil || len(s.left) == 0 || st.qualifier != "" && st.qualifier != "利税" {
		return false
	}
	if !earnedByFirms[st.code] || !earnedByFirms[c.code] || scaleOf(c.qualifier) == "" {
		return false
	}
	return (s.left[0].is(event) || strings.HasPrefix(s.left[0].text, "实现")) && holdsAny(r.saidBefore(s), []string{"企业", "单位"})
}

// earnedByFirms are the sums that statistics tell of firms of a size.
var earnedByFirms = map[string]bool{"revenue": true, "profit": true, "tax": true, "output_value": true, "rd_spending": true}

// scaleOf is the word for the size of firms that a restriction begins with.
func scaleOf(qualifier string) string {
	for _, w := range sizesOfFirms().words {
		if strings.HasPrefix(qualifier, w) {
			return w
		}
	}
	return ""
}

// sizesOfFirms are such words.
var sizesOfFirms = phrases("sizes of firms")
