package figure

import (
	"strings"

	"yiyuan/transform/indicator"
)

// This file names growths and shares by the whole that they are of: the economy, a market, a sum told before.

// hintOfTheEconomy names what is told of the economy as a whole.
func (r *reader) hintOfTheEconomy(st *statement, s *site) bool {
	switch {
	case (s.measure == "growth" || s.measure == "rank") && st.code == "" && st.text == "" && r.economyTold(s):
		st.becomes("gdp", "level", "flow")
	case s.rule == "contribution" && st.code == "" && endsWithAny(st.text, technicalProgress()) && !strings.HasPrefix(st.text, "农"):
		st.known, st.code, st.form, s.base = true, "gdp", "rate", "经济增长"
	case s.rule == "contribution" && st.of("", "other") && usesOfGDP().has(st.text):
		st.known, st.code, st.form, s.base = true, "gdp", "rate", "经济增长" // 消费贡献率由54%提高到58%
	case st.text == "贡献率" && st.of("", "other") && holdsAny(join(s.left), toTheEconomy()):
		st.code = "gdp"
	default:
		return false
	}
	return true
}

// technicalProgress are words for the progress of technology, whose part in the growth of the economy is told.
var technicalProgress = phrases("technical progress")

// usesOfGDP are what the gross product is used for, by a short name.
var usesOfGDP = phrases("uses of the gross product")

// toTheEconomy say that something adds to the economy.
var toTheEconomy = phrases("to the economy")

// economyTold tells whether the sentence has said that the economy grew: 全市经济快速增长，年均增速….
func (r *reader) economyTold(s *site) bool {
	for i, t := range r.toks {
		if t.start >= s.tok.start {
			return false
		}
		for j := i + 1; t.text == "经济" && j < len(r.toks) && j < i+5 && r.toks[j].kind == word; j++ {
			if n := r.toks[j]; n.is(up) || n.text == "保持" {
				return true
			}
		}
	}
	return false
}

// hintOfShares names a share by its own name or by the whole that it is of.
func (r *reader) hintOfShares(st *statement, s *site) bool {
	switch {
	case st.of("count_other") && s.tok.q.Kind != "count" && strings.Contains(st.text, "水质"):
		st.becomes("other", "rate", "stock") // 达到一类水质的监测点占60%
	case s.tok.q.Kind == "percent" && r.rateOfLast(st, s):
	case s.rule == "rate" && s.tok.q.Unit.Code == "percent" && len(trimReach(s.left)) == 0 && soldAway(s) && goesAbroad(s.clauseBehind()):
		st.becomes("exports", "level", "flow") // 95%出口欧美
		s.measure, s.inherited = "share", false
	case s.measure != "share":
		return false
	case s.tok.q.Unit.Code == "percent" && st.of("", "other", "count_other") && hasWord(s.left, "占有率"):
		st.becomes("market_share", "level", "stock") // 蔬菜种子占有率由54%提高到七成
		st.counter = ""
	case s.rule == "share.named" && st.of("", "other") && strings.HasSuffix(st.text, "市场") && hasWord(s.left, "份额", "占有"):
		st.known, st.code = true, "market_share" // 产品在全省市场的份额由30%提升到45%
	case strings.HasSuffix(s.base, "市场") && st.of("count_other") && strings.HasSuffix(st.text, "产品"):
		st.known, st.code, st.counter = true, "market_share", "" // 发卡等产品占全国市场的一半
	case endsWithAny(s.base, sharesOfMarkets()):
		st.known, st.code = true, "market_share"
	case strings.HasSuffix(s.base, "市场") && (st.code == "output_volume" || st.of("", "other") && !st.known):
		st.known, st.code = true, "market_share"
	case st.of("output_volume", "revenue") && endsWithAny(join(trimReach(s.left)), []string{"份额", "占有率"}):
		st.code = "market_share" // 前五家厂商出货量份额达到83%
	case st.of("", "other") && strings.HasSuffix(st.text, "能源"):
		st.known, st.code = true, "energy" // 清洁能源占比
	case s.base != "" && (st.code == "" || st.code == "count_other" && st.form == "rate" || s.inherited && strings.HasSuffix(st.code, "_count")):
		if hit, ok := indicator.Head(s.base); ok && namesWholeSum(hit, s.base) {
			st.code = hit.Entry.Code
		}
	default:
		return false
	}
	return true
}

// sharesOfMarkets are ends of wholes that a share of the market is of.
var sharesOfMarkets = phrases("shares of markets")

// withinWhole takes a share for one of the quantity that the clause before it names as its frame: 农民收入里，七成来自水果.
func (r *reader) withinWhole(st *statement, s *site) bool {
	if s.tok.q.Kind != "percent" || s.measure != "share" && s.measure != "rate" || s.base != "" || st.form == "rate" || r.namesItself(st, s) {
		return false
	}
	frame := strings.TrimSuffix(r.saidBefore(s), join(s.left))
	whole := strings.TrimRight(frame, "，,")
	if whole == frame || !endsWithAny(whole, withinA()) {
		return false
	}
	frame = trimAny(whole, withinA().words...)
	name := strings.TrimPrefix(trimAny(frame[lastPause(frame):], "，", "；", "。", ",", ";"), "在")
	hit, ok := indicator.Head(name)
	if !ok || hit.End != len(name) || hit.Entry.Form != "level" || hit.Entry.Code == "other" {
		return false
	}
	st.becomes(hit.Entry.Code, "level", hit.Entry.Time)
	s.measure, s.base = "share", name
	return true
}

// namesItself tells of a share whose own words name a quantity, and not only a branch, a good or a group.
func (r *reader) namesItself(st *statement, s *site) bool {
	return st.known && !s.inherited && st.form != "sector" && !st.of("", "other", "count_other", "output_volume")
}

// withinA end the frame in which shares are told.
var withinA = phrases("within a whole")

// rateOfLast takes a rate that is told of several things for one of what the sentence has told last: 引资200亿元，到位率50%; 规上企业100家，开工率90%.
func (r *reader) rateOfLast(st *statement, s *site) bool {
	last := r.lastInSentence()
	switch {
	case st.text == "注册率" && st.of("", "other") && strings.Contains(r.clauseAround(s.tok.start, s.tok.end), "项目"):
		st.known, st.code = true, "project_count" // 签约项目注册率60%
		return true
	case st.text == "开工率" && st.of("project_count") && (last == nil || last.Indicator != "enterprise_count") && !holdsAny(r.text[r.lineStart:s.tok.start], worksBegun()):
		st.code = "other" // 全年榨油6万吨，开工率不足一半
		return true
	case last == nil || last.Measure != "level":
		return false
	case st.text == "完成率" && st.of("", "other") && last.Unit != "percent":
	case st.text == "到位率" && st.of("", "other") && (last.Indicator == "investment" || last.Indicator == "financing"):
	case st.text == "开工率" && last.Indicator == "enterprise_count" && !strings.Contains(r.saidBefore(s), "项目"):
	default:
		return false
	}
	st.known, st.code = true, last.Indicator
	return true
}

// wayToldBefore is the one way of trade that the sentence has told before a figure.
func (r *reader) wayToldBefore(s *site) string {
	said := r.saidBefore(s)
	if strings.Contains(said, "进出口") {
		return ""
	}
	return wayOfTrade(said)
}

// worksBegun are words for works that a rate of those begun is of.
var worksBegun = phrases("works begun")

// namesWholeSum tells of a sum that others have a share in: 全市税收, not 总金额, 低收入.
func namesWholeSum(hit indicator.Hit[indicator.Term], base string) bool {
	if !money[hit.Entry.Code] || hit.Entry.Form == "rate" || hit.Entry.Text == "总金额" {
		return false
	}
	return !endsWithAny(base[:hit.End], incomeGrades())
}
