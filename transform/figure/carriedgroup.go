package figure

import (
	"strings"
	"unicode/utf8"

	"yiyuan"
)

// This file carries on the group that a number has just counted to what is told of it next, and how a price or a balance is told to the next one.

// groupJustCounted is the group whose number the figure before tells, where the figure says what they did or have: 外资企业 of 累计批准外资企业42家，
// 投资总额3亿美元; 纳入监测商贸企业 of 纳入监测的30家商贸企业实现销售额9亿元.
func (r *reader) groupJustCounted(f, last *yiyuan.Fact) string {
	if last.End > f.Start || !ofGroups[f.Indicator] || f.Measure == "rank" {
		return ""
	}
	if !isName(f.IndicatorText) && (!endsInRate(f.IndicatorText) || ratedBodies(f.IndicatorText) != "") {
		return ""
	}
	between := r.text[last.End:f.Start]
	if strings.ContainsAny(between, "；;。（(") || strings.Contains(between, "其中") {
		return ""
	}
	if last.Measure != "level" || !countedGroups[last.Indicator] {
		if !ofGroups[last.Indicator] || last.Measure == "rank" {
			return ""
		}
		for k := len(r.out.Facts) - 2; k >= 0 && r.out.Facts[k].Start >= r.start; k-- {
			if g := &r.out.Facts[k]; g.Measure == "level" && countedGroups[g.Indicator] {
				if name := groupNamed(g); name != "" && last.Qualifier == name && opensWith(between, f.IndicatorText) {
					return name // 投资总额3亿美元，实际利用外资1亿美元
				}
				return ""
			}
		}
		return ""
	}
	name := groupNamed(last)
	if name == "" || !opensWith(between, f.IndicatorText) && (strings.Contains(between, "，") || !strings.Contains(between, lastWord(name))) {
		return ""
	}
	return name
}

// countedGroups are the groups, ofGroups the quantities that they have or bring about.
var (
	countedGroups = map[string]bool{"enterprise_count": true, "project_count": true}
	ofGroups      = map[string]bool{"investment": true, "revenue": true, "output_value": true, "profit": true, "other": true, "fdi": true}
)

// groupNamed is how the group that a number counts is called where words restrict it; "" where it is just firms or projects.
func groupNamed(g *yiyuan.Fact) string {
	if g.Counter == "" || g.Qualifier == "" || holdsAny(g.Qualifier, notInKinds()) {
		return "" // the industry alone says of which firms
	}
	noun := g.Counter
	if g.Industry != "" && strings.HasSuffix(g.IndicatorText, g.Industry+noun) {
		noun = g.Industry + noun
	}
	if strings.HasSuffix(g.Qualifier, noun) {
		return g.Qualifier
	}
	return g.Qualifier + noun
}

// lastWord is the noun that ends the name of a group, at least two characters of it.
func lastWord(name string) string {
	n := utf8.RuneCountInString(name)
	for range max(0, n-2) {
		_, size := utf8.DecodeRuneInString(name)
		name = name[size:]
	}
	return name
}

// opensWith tells of a clause behind a comma that begins with the name of a quantity, but for a few words.
func opensWith(between, name string) bool {
	comma := strings.LastIndex(between, "，")
	if comma < 0 || strings.Count(between, "，") > 2 {
		return false
	}
	ahead, _, found := strings.Cut(between[comma+len("，"):], name)
	return found && utf8.RuneCountInString(ahead) < 5
}

// priceCarried is what a price is quoted for where the sentence has said it of the one before: 每公斤 of 均价每公斤3元，比上周跌5%.
func (r *reader) priceCarried(f, last *yiyuan.Fact) string {
	if f.Indicator != "other" || last.Indicator != "other" || strings.Contains(f.Qualifier, "每") {
		return ""
	}
	i := strings.LastIndex(last.Qualifier, "每")
	if i < 0 || last.End > f.Start || !(f.Unit == last.Unit || f.Unit == "percent") || strings.Contains(r.text[last.End:f.Start], "。") {
		return ""
	}
	per := last.Qualifier[i:]
	if j := strings.Index(per, "，"); j > 0 {
		per = per[:j]
	}
	if !priced(f.IndicatorText) && !endsWithAny(f.IndicatorText, priceEnds()) && f.IndicatorText != last.IndicatorText {
		return ""
	}
	return per
}

// balanceCarried is whose and of what money the balance of loans is where the sentence has said it of that of deposits.
func balanceCarried(f, last *yiyuan.Fact) string {
	if f.Indicator != "loans" || last.Indicator != "deposits" || f.Qualifier != "" && f.Qualifier != "各项" {
		return ""
	}
	if holdsAny(last.Qualifier, moneyOfBalances()) {
		return strings.TrimSuffix(last.Qualifier, "各项")
	}
	return ""
}

// moneyOfBalances are words for whose the money in a balance is, and which.
var moneyOfBalances = phrases("money of balances")
