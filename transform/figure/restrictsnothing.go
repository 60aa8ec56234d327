package figure

import (
	"strings"

	"yiyuan"
)

// This file tells of words before a quantity that restrict it no further: all of its owner, its time, the head of its paragraph.

// allOfOwner are words for all of the place or firm that a figure is of.
var allOfOwner = phraseWords("all of the owner")

// onlyMonths tells of a time that stands for a restriction: 1—10月.
func onlyMonths(q string) bool {
	bare, ok := strings.CutSuffix(trimAny(q, "份", "末"), "月")
	return ok && bare != "" && strings.Trim(bare, "0123456789—-－–至~～") == ""
}

// withoutHead takes off the head in brackets of the paragraph that a restriction was cut from: 【控辍】.
func withoutHead(q string) string {
	if head, rest, ok := strings.Cut(q, "】"); ok && !strings.Contains(head[min(len(head), len("【")):], "【") {
		return rest
	}
	return q
}

// endsOwnersName tells of how the name of the firm, park or body ends that owns a figure.
func endsOwnersName(q string, f *yiyuan.Fact) bool {
	switch f.SubjectKind {
	case "region", "industry", "project":
		return false
	}
	return strings.HasSuffix(f.Subject, q)
}

// saysNothingOf tells of words that say nothing of what is measured here: 项目 of anything but investment, the industry once more, 这些.
func saysNothingOf(q string, f *yiyuan.Fact) bool {
	switch {
	case q == "项目" && f.Indicator != "investment", q == "中国" && f.Unit != "count", startsWithAny(q, []string{"这", "该"}):
		return true
	case strings.HasSuffix(q, "期") && strings.Contains(q, "分") && !strings.HasSuffix(q, "分期"):
		return true // 某某公司分三期投资
	case f.Indicator == "length" && (endsWithAny(q, []string{"全长", "总长"}) || withoutMeasure(q) != q):
		return true
	}
	return f.Indicator != "gdp" && saysOnly(q, f.Industry)
}
