package figure

import "strings"

// This file tells of the numbers of slogans and of the points of speeches and plans: “六个一”, 抓好十个方面的工作.

// longestSlogan is how many bytes there are at most between the marks.
const longestSlogan = 36

// slogan finds figures inside quotation marks that are a slogan's, not the economy's: “六个一”, “攻坚120天”.
func (r *reader) slogan(i int) (string, bool) {
	if r.chimes(i) {
		return "slogan in quotation marks", true
	}
	for j := i - 1; j >= 0 && r.toks[i].end-r.toks[j].end <= longestSlogan; j-- {
		if r.toks[j].kind != quote {
			continue
		}
		if t := r.toks[j].text; t != "“" && t != "‘" && t != "《" {
			return "", false
		}
		for k := i + 1; k < len(r.toks) && r.toks[k].end-r.toks[j].end <= longestSlogan; k++ {
			if r.toks[k].kind == quote {
				return "slogan in quotation marks", true
			}
		}
		return "", false
	}
	return "", false
}

// chimes tells of a count in words that stands in quotation marks with others like it, one to each item of their list:
// “坚持一个定位、守住两条底线、办好三件大事”.
func (r *reader) chimes(i int) bool {
	q := r.toks[i].q
	if q.Kind != "count" || q.Arabic {
		return false
	}
	from := strings.LastIndexAny(r.text[r.start:r.toks[i].start], "“”")
	to := strings.IndexAny(r.text[r.toks[i].end:r.end], "“”")
	if from < 0 || to < 0 || !strings.HasPrefix(r.text[r.start+from:], "“") || !strings.HasPrefix(r.text[r.toks[i].end+to:], "”") {
		return false
	}
	items := strings.Split(r.text[r.start+from+len("“"):r.toks[i].end+to], "、")
	for _, item := range items {
		if at := strings.IndexAny(item, "一两二三四五六七八九十百千"); at < 0 || at > len("坚持") || strings.ContainsAny(item, "，。；：") {
			return false
		}
	}
	return len(items) > 1
}

// points are what speeches and plans count themselves by: nothing of the economy.
var points = phrases("points of speeches")

// attainedByAll are words for an aim that has been attained everywhere.
var attainedByAll = phrases("attained by all")

// pointVerbs are the deeds of a slogan: 两个确保, 三个转变.
var pointVerbs = phrases("deeds of slogans")

// countsPoints tells of 抓好十个方面的工作: small numbers in words before an abstract noun.
func (r *reader) countsPoints(i int) bool {
	q, after := r.toks[i].q, r.text[r.toks[i].end:r.end]
	measure := q.Unit.Surface
	if q.Kind == "count" && r.countsMarks(i) {
		return true
	}
	if q.Kind == "count" && !q.Arabic && measure == "方面" && startsWithAny(after, inSoManyWays()) {
		return true // 以下七方面工作
	}
	if measure == "个" && startsWithAny(after, attainedByAll()) {
		return true // 实现4个全覆盖
	}
	if q.Kind != "count" || q.Arabic {
		return false
	}
	switch measure {
	case "个":
		if startsWithAny(after, pointVerbs()) {
			return true
		}
	case "大", "项", "条":
	default:
		return false
	}
	return startsWithAny(after, points()) || strings.HasPrefix(after, "工作")
}

// countsMarks tells of a small number of what speeches call marks, and not of vehicles or of what no measure word counts.
func (r *reader) countsMarks(i int) bool {
	t := &r.toks[i]
	if t.q.Arabic && (!t.q.Unit.Measure || t.q.Unit.Surface == "辆" || t.q.Unit.Surface == "台") || holdsAny(t.text, []string{"万", "亿"}) {
		return false
	}
	return holdsAny(r.text[t.end:min(r.end, t.end+18)], marks())
}

// inSoManyWays stand behind a number of 方面 that a plan or speech has.
var inSoManyWays = phrases("in so many ways")
