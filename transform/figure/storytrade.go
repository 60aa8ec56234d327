package figure

import (
	"strings"
	"unicode/utf8"

	"yiyuan"
	"yiyuan/transform/search"
)

// This file tells the trade of a figure of the news by what the whole story is about.

// how far a story's trade reaches: to the end of the paragraph that has named it last, or over paragraphs too.
const (
	inParagraph = iota + 1
	inStory
)

// ofStory are the quantities that a story about a trade tells of it though they name none: prices, stocks, what is made. Money and statistics of places,
// and of firms are of their own.
var ofStory = map[string]int{
	"other": inStory, "output_volume": inStory, "duration": inStory,
	"count_other": inParagraph, "area": inParagraph, "talent_count": inParagraph, "institution_count": inParagraph,
}

// tradeOfStory is the trade told last, where the headline names it: 大蒜行情. … 库存大蒜80万吨。现货每公斤6元。
func (r *reader) tradeOfStory(f *yiyuan.Fact) string {
	if r.Report.Kind != "" || ofStory[f.Indicator] == 0 || f.Unit == "rank" || f.Indicator == "area" && f.Qualifier != "" {
		return ""
	}
	head, _, under := strings.Cut(r.text[:min(len(r.text), longestHeadline)], "\n")
	if !under || strings.Contains(head, "。") {
		return ""
	}
	for k := len(r.out.Facts) - 1; k >= 0; k-- {
		last := &r.out.Facts[k]
		if last.Start < r.lineStart && ofStory[f.Indicator] != inStory {
			return ""
		}
		if last.Industry == "" {
			continue
		}
		if wideBranches[last.Industry] || utf8.RuneCountInString(last.Industry) < 2 || !search.Holds(head, last.Industry) {
			return ""
		}
		return last.Industry
	}
	return ""
}

// longestHeadline is how many bytes a headline has at most.
const longestHeadline = 120
