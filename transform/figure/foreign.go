package figure

import (
	"strings"
	"unicode/utf8"

	"yiyuan"
)

// What the news of no one place tells of another country is not told of the whole of ours, unless it says that it is done here or with us.

// toldAbroad is the country, or part of the world, that owns a figure of the national news: 埃塞俄比亚建成变电站8座. "" where it is ours.
func (r *reader) toldAbroad(f *yiyuan.Fact, s *site) string {
	if r.Report.Kind != "" || !r.local() || f.RegionCode != "100000" || f.SubjectKind != "region" || r.clause.region != "" || r.event != "" {
		return ""
	}
	switch f.Indicator {
	case "fdi", "foreign_trade", "exports", "imports":
		return "" // with us
	}
	text := r.text[r.start:r.end]
	if holdsAny(text, ourSide()) {
		return ""
	}
	clause := r.clauseAround(s.tok.start, s.tok.end)
	for _, head := range []string{clause, text} {
		head = trimAhead(pastTime(head), "据", "在")
		for _, name := range foreign().words {
			if strings.HasPrefix(head, name) {
				return name
			}
		}
	}
	return ""
}

// ownedAbroad tells of a figure of the national news whose owner is a body that another country or part of the world begins the name of, and
// of which nothing is told of ours: 欧洲中央银行.
func (r *reader) ownedAbroad(f *yiyuan.Fact) bool {
	if r.Report.Kind != "" || !r.local() || f.RegionCode != "100000" || f.SubjectKind == "region" || holdsAny(r.text[r.start:r.end], ourSide()) {
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
