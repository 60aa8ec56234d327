package figure

import (
	"cmp"
	"strings"

	"yiyuan"
	"yiyuan/transform/place"
	"yiyuan/transform/search"
)

// This file tells whose a figure is, and where.

// settleSubject finds the place of a figure, then who there owns it.
func (r *reader) settleSubject(f *yiyuan.Fact, s *site, st statement) {
	r.meetSite(f, s, &st)
	if r.inOwnName(st.region) {
		st.region = ""
	}
	rival := r.rivalsOwn(s)
	beside := r.bracketedRegion(s)
	code := cmp.Or(beside, rival, st.region)
	each := r.eachOfPlaces(f, s)
	if each != "" && (code == "" || code != each && place.Contains(code, each)) {
		code = each
	}
	if (f.Unit == "rank" || r.amongNation(f)) && code == "100000" && (!r.local() || strings.HasSuffix(r.text[:f.Start], "全国") && r.toldOfPlace()) {
		code = "" // the field of comparison
	}
	if f.Unit == "rank" && !r.local() && code != r.home && place.Contains(code, r.home) && r.rankedWithin(f) {
		code = ""
	}
	r.placeIn(f, r.reportsOwn(f, r.inForceHere(f, st, code), rival))
	r.ownedByPlace(f, st)
	owned, meant := st, ""
	if strings.HasPrefix(st.industry, "该") {
		meant, owned.industry = r.industryMeant(), "" // 该产业又完成产值87亿元
		f.Industry = meant
	}
	if each != "" {
		owned.region = each // 港区开行班列862列，喀什、石河子分别开行97列、143列
	}
	r.ownedByEntity(f, s, owned)
	if meant != "" {
		f.Subject, f.SubjectKind = meant, "industry"
	}
	r.ownedByMany(f, r.clauseBeforeFigure(s))
	r.ownedByTopic(f, s, st)
	r.ownedByWork(f, s)
	if name, kind := r.ownerBehind(f, s); name != "" {
		f.Subject, f.SubjectKind = name, kind
	}
	if r.Report.Kind == "" && f.Indicator == "other" && endsWithAny(f.IndicatorText, indicesOfMarkets()) {
		f.Subject, f.SubjectKind = f.IndicatorText, "other"
	}
	r.placedByName(f)
	r.placedByBranch(f)
	r.placedByArea(f, s)
	r.ownedByIndustry(f)
	r.placedByStory(f, st)
	r.atFirm(f, code != "" || r.clause.region != "" || r.sentence.region != "")
	if beside != "" {
		f.Subject, f.SubjectKind = f.RegionName, "region"
	}
	if name := r.toldAbroad(f, s); name != "" {
		f.RegionCode, f.RegionName, f.Subject = "", "", name
	}
	if r.ownedAbroad(f) {
		f.RegionCode, f.RegionName = "", ""
	}
	if last := r.lastFact(); last != nil && (r.livesIn(f, last) || r.ofPartsPlace(f, last, st)) {
		f.RegionCode, f.RegionName, f.Subject, f.SubjectKind = last.RegionCode, last.RegionName, last.Subject, last.SubjectKind
	}
}

// indicesOfMarkets end the names of indices that a market is told by, each of which has its own rises and falls.
var indicesOfMarkets = phrases("indices of markets")

// meetSite lets the place that a deed or a count says it is at hold for its clause and sentence.
func (r *reader) meetSite(f *yiyuan.Fact, s *site, st *statement) {
	if r.Report.Kind != "" {
		return
	}
	if r.clause.region == "" {
		at := r.takesPlaceAt(s)
		if at == "" {
			at = r.siteBehind(s)
		}
		if at != "" && at != r.event {
			r.clause.region, r.sentence.region = at, at
			if r.local() {
				r.line.region = at
			}
		}
	}
	if s.tok.q.Kind != "count" {
		return
	}
	if at := r.oneOfMany(f, s); at != "" {
		st.region = at
	}
	if at := r.holderOfSet(s, st); at != "" {
		r.clause.region, st.region = at, ""
	}
	if r.countsBeyondScene(f) {
		r.sentence.region, st.region = "100000", ""
	}
	if at := r.cameTo(s); at != "" {
		r.clause.region, r.sentence.region, st.region = at, at, ""
	}
	if r.countsProvinces(f, s) {
		r.clause.region, st.region = "100000", ""
		if r.line.subject == "" {
			r.sentence.region = "100000"
		}
	}
}

// inForceHere is the code of the place of a figure that names none: of its clause, and else of what is around that, from near to far.
func (r *reader) inForceHere(f *yiyuan.Fact, st statement, code string) string {
	at := r.at
	if national[f.Indicator] && r.local() && r.sceneAt != r.lineStart && !speaksNearby(r.text[r.start:r.end]) {
		at = "" // a national statistic, told after a visit to some place
	}
	if r.local() && place.Contains(at, r.heading.region) {
		at = r.heading.region
	}
	inNation := r.Report.Kind == "" && !r.local() && r.amongNation(f)
	sentence := r.sentence.region
	if r.leavesBehind(f) {
		sentence = ""
	}
	for _, c := range []string{r.clause.region, sentence, r.line.region, at, r.heading.region, r.home} {
		if code == "" && !(inNation && c == "100000") {
			code = c
		}
	}
	unnamed := code == "" && r.Report.Kind == "" && r.Town == "" && r.placeless
	if unnamed && (aggregate[f.Indicator] || r.unowned(st) || r.namesNation() || speaksOfNation(r.text[r.start:r.end])) {
		code = "100000"
	}
	return code
}

// amongNation tells of a rank, the share of a market or a share that only is held in the country: 产量1400万吨，全国第一; 国内市场占有率37%; 占全省的四成、全国的6%.
func (r *reader) amongNation(f *yiyuan.Fact) bool {
	switch {
	case f.Unit == "rank", f.Indicator == "market_share":
		return !holdsAny(f.Qualifier, []string{"世界", "全球"})
	case f.Measure == "share":
		before := strings.TrimRight(r.text[r.start:f.Start], "近约超过")
		if strings.HasSuffix(before, "全国") && holdsAny(firstClause(r.text[f.End:r.end]), comesFromHere()) {
			return true // 全国七成的毛笔出自这里
		}
		return endsWithAny(before, sharesOfNation())
	}
	return false
}

// sharesOfNation are how what stands before a share of the country ends.
var sharesOfNation = phrases("shares of the nation")

// comesFromHere are words for what a place has of all that there is.
var comesFromHere = phrases("coming from here")

// rankedWithin tells of a clause that begins with the field that a rank is held in: 在全省营商环境评价中稳居前三.
func (r *reader) rankedWithin(f *yiyuan.Fact) bool {
	before := r.text[r.start:f.Start]
	clause := strings.TrimLeft(before[lastPause(before):], " 　")
	return strings.HasPrefix(clause, "在") && holdsAny(clause, []string{"中", "里", "内"})
}

// leavesBehind tells of an aggregate that a report comes to after other clauses than that of a place inside a sentence: 某县新建景区，平台上线，接待游客9万人次.
func (r *reader) leavesBehind(f *yiyuan.Fact) bool {
	at := r.sentence.named
	return r.Report.Kind != "" && at > 0 && (aggregate[f.Indicator] || f.Indicator == "visitor_count" || f.Industry == "旅游") &&
		strings.Count(r.text[at:f.Start], "，") > 1
}

// reportsOwn is the code of the place that a report is of, which it tells of: 全国百强县3个, 居全省第一, 与邻省共建12个平台.
func (r *reader) reportsOwn(f *yiyuan.Fact, code, rival string) string {
	if strings.HasPrefix(f.Indicator, "region") && !strings.HasSuffix(code, "00") && endsWithAny(f.Counter, countiesCounted()) && place.Contains(r.home, code) && r.home != "100000" {
		return r.home // 准格尔旗成为首个千亿旗县，3个旗区上榜百强
	}
	if code == "100000" && f.Indicator == "region_count" && !r.local() && holdsAny(r.clauseAround(f.Start, f.Start), soldTo()) {
		return r.home // 产品销往全国20多个省区市
	}
	if r.Report.Kind != "" && r.home != "" && rival == "" && !place.Contains(r.home, code) && !(aggregate[f.Indicator] && f.Measure != "rank" && r.clause.region == code) {
		return r.home
	}
	return code
}

// countiesCounted are names of the units that no county holds.
var countiesCounted = phrases("counties counted")

// placeIn gives a figure its place, and that as its owner.
func (r *reader) placeIn(f *yiyuan.Fact, code string) {
	f.RegionCode = code
	if region, ok := place.Lookup(code); ok {
		f.RegionName = region.Name
	}
	if code == "100000" {
		f.RegionName = "全国"
	}
	f.Subject, f.SubjectKind = f.RegionName, "region"
}

// ownedByPlace lets the town or the park that a text is of own what names no other place.
func (r *reader) ownedByPlace(f *yiyuan.Fact, st statement) {
	if f.RegionCode != r.home || r.clause.region != "" || st.region != "" {
		return
	}
	if r.Town != "" && !(r.sentence.region == r.home && r.Report.Kind == "" && !search.Holds(r.text[r.start:r.end], r.Town)) {
		f.Subject = r.Town
	}
	if r.park == "" {
		return
	}
	f.Subject, f.SubjectKind = r.park, cmp.Or(r.parkKind, "park")
	if areaOfTitle(r.park) != "" {
		f.SubjectKind = "region"
	}
}

// ofPartsPlace tells of what a part of the whole goes on with behind the first figure of the place it is of: 其中，甲市景区接待39万人次，旅游收入6520万元.
func (r *reader) ofPartsPlace(f, last *yiyuan.Fact, st statement) bool {
	if r.Report.Kind != "" || last.Start < r.start || last.SubjectKind != "region" || f.SubjectKind != "region" || last.Indicator == f.Indicator || st.region != "" || r.clause.region != "" {
		return false
	}
	if last.RegionCode == "" || last.RegionCode == f.RegionCode || !place.Contains(f.RegionCode, last.RegionCode) || !strings.HasPrefix(r.text[r.start:], "其中") {
		return false
	}
	between := r.text[last.End:f.Start]
	return strings.Count(between, "，") == 1 && !strings.ContainsAny(between, "；;。（(") && len(r.known.Scan(between)) == 0 && !holdsAny(between, wholesOfPlaces())
}

// ownedByEntity lets the firm, body, project or industry own a figure that is told of it, from the nearest on.
func (r *reader) ownedByEntity(f *yiyuan.Fact, s *site, st statement) {
	switch {
	case st.subject != "":
		f.Subject, f.SubjectKind = st.subject, st.subjectKind
	case st.industry != "" && !st.sector && st.time != "count" && strings.Contains(st.industry, "产业") && !isCounted(st.industry) && lineNamed(st.industry) != "":
		f.Subject, f.SubjectKind = st.industry, "industry"
	case r.clause.subject != "":
		f.Subject, f.SubjectKind = r.clause.subject, r.clause.kind
	case r.clause.region == "100000" && r.Report.Kind == "" && national[f.Indicator] && !r.local():
		r.placeIn(f, "100000") // 我国GDP增长6%, in the news of a firm
	case (st.region != "" || st.newness && st.code != "length" && !r.tellsOfProject() && !r.firmEarns(st)) && !r.goesOnOf(s, r.sentence.subject):
	case r.sentence.kind == "industry" && (ofPlaces[f.Indicator] || (f.Measure == "level" || f.Measure == "growth") && namesOtherIndustry(st.industry, r.sentence.subject)):
	case r.sentence.kind == "project" && r.otherWorks(f, s, st):
	case r.sentence.subject != "":
		f.Subject, f.SubjectKind = r.sentence.subject, r.sentence.kind
	case ofWholePlace(f) && !rulers[cmp.Or(r.line.kind, r.heading.kind)] && !(r.person != "" && r.line.subject == r.person):
	case r.Report.Kind == "" && r.line.subject != "" && r.sentence.region == "":
		f.Subject, f.SubjectKind = r.line.subject, r.line.kind
	case r.Report.Kind == "" && r.heading.subject != "" && r.sentence.region == "" && (r.line.region == "" || r.inHeadPark()):
		f.Subject, f.SubjectKind = r.heading.subject, r.heading.kind
	}
	if f.Subject == "中国人民银行" && holdsAny(st.text, centralBank()) {
		f.Subject, f.SubjectKind = f.RegionName, "region" // what the central bank sets holds for the nation
	}
}

// firmEarns tells of what a firm that the sentence tells of earns anew: 公司表示，达产后年新增销售收入14亿元.
func (r *reader) firmEarns(st statement) bool {
	return r.sentence.kind == "enterprise" && earnedByFirms[st.code]
}

// inHeadPark tells of words for the inside of the zone that the news is of, before the figures of its sentence: 区内企业进出口.
func (r *reader) inHeadPark() bool {
	return r.heading.kind == "park" && r.line.region == r.home && holdsAny(r.text[r.start:r.end], insidePark())
}

// insidePark are words for the inside of a zone.
var insidePark = phrases("inside a park")

// centralBank are what the central bank sets for all banks, and does not owe or earn.
var centralBank = phrases("set by the central bank")

// otherWorks tells of what a clause of a report that opens with a verb says was done besides the project that the one before names: 引水工程竣工，
// 新建管网30公里.
func (r *reader) otherWorks(f *yiyuan.Fact, s *site, st statement) bool {
	if r.Report.Kind == "" || f.Measure != "level" || st.text == "" || !(done[f.Indicator] || strings.HasSuffix(f.Indicator, "_count")) {
		return false
	}
	clause := r.clauseSoFar(s)
	return len(clause) > 0 && clause[0].kind == word && (clause[0].is(event|newness) || strings.HasPrefix(clause[0].pos, "v"))
}

// done are quantities of what is done from place to place.
var done = map[string]bool{"count_other": true, "length": true, "area": true, "population": true, "employment": true}

// ofPlaces are statistics of a place that no industry has.
var ofPlaces = map[string]bool{"gdp": true, "cpi": true, "resident_income": true, "retail_sales": true, "unemployment_rate": true, "urbanization_rate": true, "fiscal_revenue": true, "population": true}

// industryMeant is the industry that the text has told of last, which 该产业 stands for.
func (r *reader) industryMeant() string {
	for k := len(r.out.Facts) - 1; k >= 0; k-- {
		switch f := &r.out.Facts[k]; {
		case f.SubjectKind == "industry":
			return f.Subject
		case f.Industry != "" && !strings.HasSuffix(f.Industry, "业"):
			return f.Industry + "产业"
		case f.Industry != "":
			return f.Industry
		}
	}
	return ""
}

// ofWholePlace tells of a statistic of all that is in a place, which no firm, port or project told before it has: 全社会用电量.
func ofWholePlace(f *yiyuan.Fact) bool {
	return national[f.Indicator] && f.Indicator != "foreign_trade" && f.Indicator != "value_added" || search.Holds(f.IndicatorText, "全社会") || search.Holds(f.Qualifier, "全社会")
}

// rulers are the kinds of those that have such statistics of their own.
var rulers = map[string]bool{"region": true, "park": true, "industry": true, "cluster": true}

// namesOtherIndustry tells of an industry that is no part of the one told before it: 医药产业链产值增长9%，海洋产业增加值增长6%.
func namesOtherIndustry(industry, told string) bool {
	return strings.HasSuffix(industry, "业") && !strings.Contains(told, strings.TrimSuffix(strings.TrimSuffix(industry, "业"), "产"))
}

// ownedByIndustry keeps an industry that owns a figure as its industry too; a sector owns nothing, its place does.
func (r *reader) ownedByIndustry(f *yiyuan.Fact) {
	if f.SubjectKind != "industry" {
		return
	}
	if f.Industry == "" || (r.clause.subject == f.Subject || r.sentence.subject == f.Subject && f.Measure != "level") && !strings.Contains(f.Subject, f.Industry) {
		f.Industry = f.Subject
	}
	if isSector(f.Subject) && f.RegionName != "" {
		f.Subject, f.SubjectKind = f.RegionName, "region"
	}
}

// inOwnName tells of a place outside the one that the news is of, which only begins the name of the firm or body that a clause is told of:
// 成都市某某公司 that builds something here.
func (r *reader) inOwnName(code string) bool {
	if code == "" || r.local() || r.Report.Kind != "" || place.Contains(r.home, code) || place.Contains(code, r.home) {
		return false
	}
	region, _ := place.Lookup(code)
	return region.Short != "" && (r.clause.kind == "enterprise" || r.clause.kind == "institution") && strings.HasPrefix(r.clause.subject, region.Short)
}

// ownedLikeLevel gives how much the level right before has grown that level's owner: 某港吞吐量1.2亿吨，增长5%.
func (r *reader) ownedLikeLevel(f *yiyuan.Fact, s *site) {
	last := r.lastInSentence()
	if !s.inherited || r.list != nil || f.Base != "yoy" || last == nil || last.Measure != "level" {
		return
	}
	if last.Indicator != f.Indicator || last.RegionCode != f.RegionCode || !growsAtOnce(r.text[last.End:f.Start]) {
		return
	}
	if f.SubjectKind == "region" && last.SubjectKind != "region" {
		f.Subject, f.SubjectKind = last.Subject, last.SubjectKind
	}
}

// growsAtOnce tells of a mark and a verb, and no more, between a level and how much it has grown.
func growsAtOnce(between string) bool {
	verb := strings.TrimLeft(between, "，、")
	verb = strings.TrimPrefix(strings.TrimPrefix(verb, "比上年"), "同比")
	return verb != between && vocabulary()[verb]&(up|down) != 0
}

// national are statistics that the news tells of the country where it names no place.
var national = map[string]bool{
	"gdp": true, "cpi": true, "resident_income": true, "retail_sales": true, "foreign_trade": true, "unemployment_rate": true,
	"urbanization_rate": true, "value_added": true,
}

// unowned tells that no firm, park or project is said to own a figure.
func (r *reader) unowned(st statement) bool {
	none := func(subject, kind string) bool { return subject == "" || kind == "industry" }
	return none(st.subject, st.subjectKind) && none(r.clause.subject, r.clause.kind) && none(r.sentence.subject, r.sentence.kind) &&
		none(r.line.subject, r.line.kind) && none(r.heading.subject, r.heading.kind)
}

// goesOnOf tells of a figure that says more of what its sentence has told of an owner: 某港吞吐量1.2亿吨，增长5%.
func (r *reader) goesOnOf(s *site, owner string) bool {
	last := r.lastInSentence()
	return s.inherited && owner != "" && last != nil && last.Subject == owner
}
