package figure

import (
	"strings"
	"unicode/utf8"

	"yiyuan"
	"yiyuan/transform/period"
)

// What the news of no one place tells of another country is not told of the whole of ours, unless it says that it is done here or with us.

// toldAbroad is the country, or part of the world, that owns a figure of the national news: 埃塞俄比亚建成变电站8座. "" where it is ours.
func (r *reader) toldAbroad(f *yiyuan.Fact, s *site) string {
	if r.Report.Kind != "" || !r.local() || f.RegionCode != "100000" || f.SubjectKind != "region" || r.clause.region != "" || r.event != "" {
		return ""
	}
	if world := r.worldOf(f, s); world != "" {
		return world
	}
	text := r.text[r.start:r.end]
	if speaksOfUs(text) {
		return ""
	}
	country := r.abroad
	if traded[f.Indicator] || f.Indicator == "fdi" {
		return country // else with us
	}
	for _, head := range []string{r.clauseAround(s.tok.start, s.tok.end), text} {
		head = trimAhead(pastTime(head), "据", "在")
		if name := opensWithCountry(head); name != "" {
			return name
		}
		if !holdsAny(head, foreign()) {
			continue
		}
		if times := period.Scan(head); len(times) > 0 && times[0].Start == 0 {
			if name := opensWithCountry(head[times[0].End:]); name != "" {
				return name // 今年一季度日本名义GDP
			}
		}
	}
	if country == "" && !holdsAny(text, foreign()) {
		country = r.countryGoesOn()
	}
	return country
}

// worldOf is the world, or the economies of a sort, whose output or trade a figure tells: 世界经济增长3.8%，发达经济体增长1.9%，中国增长6.5%.
func (r *reader) worldOf(f *yiyuan.Fact, s *site) string {
	if f.Indicator != "gdp" && f.Indicator != "foreign_trade" || f.Measure == "share" || f.Measure == "rank" {
		return ""
	}
	if last := r.lastInSentence(); s.inherited && last != nil && worlds().has(last.Subject) {
		return last.Subject
	}
	if name, sort := worldsIn(f.IndicatorText); sort {
		return name // 发达经济体增长1.9%
	}
	left := join(s.left)
	for _, name := range worlds().words {
		at := strings.LastIndex(left, name)
		if at < 0 {
			continue
		}
		if behind := left[at+len(name):]; behind == "" || strings.HasSuffix(name, "经济体") || startsWithAny(behind, worldsSums()) {
			return name
		}
	}
	return ""
}

// worldsIn is the sort of economies that a name ends in.
func worldsIn(name string) (string, bool) {
	for _, w := range worlds().words {
		if strings.HasSuffix(w, "经济体") && strings.HasSuffix(name, w) {
			return w, true
		}
	}
	return "", false
}

// worlds are the world and sorts of economies in it, worldsSums begin what is told of it as a whole.
var worlds, worldsSums = phrases("worlds"), phrases("sums of the world")

// opensWithCountry is the other country, or part of the world, that a text begins with.
func opensWithCountry(text string) string {
	if !startsWithAny(text, foreign()) {
		return ""
	}
	for _, name := range foreign().words {
		if strings.HasPrefix(text, name) {
			return name
		}
	}
	return ""
}

// countryOfStory is the other country that the headline of a story begins with where it tells of the economy there, and not of ours with it.
func countryOfStory(headline string) string {
	name := opensWithCountry(headline)
	if name == "" || speaksOfUs(headline) || !holdsAny(headline, economyAbroad()) {
		return ""
	}
	return name
}

// speaksOfUs tells of a word for our own country: not the 国内 of what a country makes in a year, nor that of another country.
func speaksOfUs(text string) bool {
	if !holdsAny(text, ourSide()) {
		return false
	}
	text = strings.ReplaceAll(text, "国内生产总值", "")
	for _, name := range foreign().words {
		if strings.Contains(text, name+"国内") {
			text = strings.ReplaceAll(text, name+"国内", name)
		}
	}
	return holdsAny(text, ourSide())
}

// countryGoesOn is the other country that the figure before, in the paragraph, was told of: 一季度日本GDP下降0.6%。个人消费下降0.8%.
func (r *reader) countryGoesOn() string {
	last := r.lastFact()
	if last == nil || last.Start < r.lineStart || last.RegionCode != "" || last.SubjectKind != "region" {
		return ""
	}
	return opensWithCountry(last.Subject)
}

// economyAbroad are words of the economy of a country, in a headline.
var economyAbroad = phrases("economy abroad")

// ownedAbroad tells of a figure of the national news whose owner is a body that another country or part of the world begins the name of, and
// of which nothing is told of ours: 欧洲中央银行.
func (r *reader) ownedAbroad(f *yiyuan.Fact) bool {
	if r.Report.Kind != "" || !r.local() || f.RegionCode != "100000" || f.SubjectKind == "region" || speaksOfUs(r.text[r.start:r.end]) {
		return false
	}
	return startsWithAny(f.Subject, foreign())
}

// pastTime is a text without the time and the light word that it begins with: 今年上半年，, 而.
func pastTime(text string) string {
	head := strings.TrimLeft(text, " 　*#“")
	if time := firstClause(head); len(time) < len(head) && utf8.RuneCountInString(time) < 10 && strings.ContainsAny(time, "年月日天季期来前") {
		head = strings.TrimLeft(head[len(time):], "，,")
	}
	head = trimAhead(head, goingOnWith().words...)
	return trimAhead(head, timesBeforeWhom().words...)
}

// foreign are other countries, ourSide words for ours in what is told of them.
var foreign, ourSide = phrases("foreign"), phrases("our side")

// goingOnWith are light words that a sentence goes on with, timesBeforeWhom the times that stand ahead of whom it is on.
var goingOnWith, timesBeforeWhom = phrases("going on with"), phrases("times before whom")
