package figure

import (
	"strings"
	"unicode/utf8"

	"yiyuan/transform/indicator"
	"yiyuan/transform/period"
	"yiyuan/transform/place"
)

// The account that a firm, a port or a trade gives of its year or month is of that from its title on, whether the text says so again or not:
// 2018年某某港口生产快报, 某某股份有限公司2020年8月份销售简报.

// ownerOfAccount is whose account a text is by its title, "" where that is of a place or the text is none.
func ownerOfAccount(title string) (name, kind string) {
	at := lastOfWords(title, accountsOfOwners().words)
	if at <= 0 {
		return "", ""
	}
	name = title[:at]
	for _, e := range period.Scan(name) {
		if e.Start == 0 {
			name = name[e.End:]
		} else if cut := e.Start - (len(title[:at]) - len(name)); cut > 0 {
			name = name[:cut]
			break
		}
	}
	name = strings.Trim(name, " 　*#《“关于的")
	if n := utf8.RuneCountInString(name); n < 3 || n > 24 || strings.ContainsAny(name, "，：:、！？（）()") {
		return "", ""
	}
	switch {
	case endsWithAny(name, firmsInFull()):
		return name, "enterprise"
	case endsWithAny(name, []string{"产业链", "行业"}):
		return withoutPlace(name, "产业链"), "industry"
	case strings.HasSuffix(name, "港口"):
		return strings.TrimSuffix(name, "口"), "other"
	case strings.HasSuffix(name, "港") || strings.HasSuffix(name, "机场"):
		return name, "other"
	}
	if name, kind := bodyOfPaper(name); name != "" {
		return name, kind
	}
	if hits := indicator.Industries(name); len(hits) > 0 && hits[0].Start == 0 && hits[0].End == len(name) && !hits[0].Entry.Sector {
		return name + "行业", "industry"
	}
	return "", ""
}

// bodyOfPaper is the zone, market, exchange or body that a paper is of, whose name ends as those of its kind do: 某某综合保税区, 某某商城管理委员会. What
// speaks for a place is none, nor what several are called together.
func bodyOfPaper(name string) (owner, kind string) {
	name = trimAny(name, "管理委员会", "管委会")
	if startsWithAny(name, wholesOfTitles()) || isCounted(name) || namesSort(name) || endsWithAny(name, bodiesOfState()) {
		return "", ""
	}
	switch kind := kindOfName(name); kind {
	case "park", "platform", "institution", "enterprise":
		return name, kind
	}
	return "", ""
}

// wholesOfTitles begin what is said of all of a place, bodiesOfState end the names of those who speak for one.
var wholesOfTitles, bodiesOfState = phrases("wholes of titles"), phrases("bodies of state")

// firmOfFirstLine is the firm whose name is all of the first line: the head of its announcement.
func firmOfFirstLine(text string) string {
	line, _, _ := strings.Cut(strings.TrimLeft(text, "\n 　*#"), "\n")
	line = strings.Trim(line, " 　*#\r")
	if n := utf8.RuneCountInString(line); n < 7 || n > 30 || strings.ContainsAny(line, "，：:、！？。") || !strings.HasSuffix(line, "有限公司") {
		return ""
	}
	return line
}

// accountsOfOwners are what such an account is called, firmsInFull end the full names of firms.
var accountsOfOwners, firmsInFull = phrases("accounts of owners"), phrases("firms in full")

// lastOfWords is where the first of some words that a text holds stands, -1 where it holds none.
func lastOfWords(text string, words []string) int {
	for _, w := range words {
		if i := strings.LastIndex(text, w); i >= 0 {
			return i
		}
	}
	return -1
}

// withoutPlace is a name of a sort without the place that it begins with: 轨道交通装备产业链.
func withoutPlace(name, sort string) string {
	if places := place.Scan(name); strings.HasSuffix(name, sort) && len(places) > 0 && places[0].Start == 0 && places[0].Full {
		return name[places[0].End:]
	}
	return name
}
