package figure

import (
	"strings"
	"unicode/utf8"

	"yiyuan"
	"yiyuan/transform/indicator"
)

// This file finds what restricts a figure inside the words that name it, where nothing else does: the kind of what is counted, the bodies that a
// rate is of, the part behind a 其中, those that a mean is taken over.

// restrictedWithin is such a restriction, "" where the name is no more than the name of a quantity.
func (r *reader) restrictedWithin(f *yiyuan.Fact, s *site) string {
	name := afterActors(f.IndicatorText)
	if name == "" || f.Measure == "rank" || name == f.Counter || name == f.Industry || isName(name) && f.Indicator != "area" && f.Indicator != "length" {
		return ""
	}
	q := ""
	switch {
	case f.Counter != "" && f.Counter != name:
		q = kindOfCounted(name, f)
	case f.Measure == "level" && (f.Indicator == "area" || f.Indicator == "length" || f.Indicator == "employment" && f.Unit == "person"):
		q = doneByName(name, f)
	case endsInRate(name):
		q = ratedBodies(name)
	case s.inherited && r.startsPart(s) && f.Indicator != "cpi":
		q = partTold(name)
	}
	if q == f.Industry || q == f.RegionName || saysNothingOf(q, f) || noRestriction[q] || strings.Contains(f.Subject, q) {
		return ""
	}
	return q
}

// doneByName is what land, a length or people are by the words that name no more than that: 植树造林96万亩, 管线入地650公里, 自主创业810人.
func doneByName(name string, f *yiyuan.Fact) string {
	q := trimAny(name, "总面积", "面积", "通车里程", "里程", "长度", "人数", "人员")
	if n := utf8.RuneCountInString(q); n < 2 || n > 8 || onlyQuantities().has(q) || f.Industry != "" && strings.Contains(q, f.Industry) {
		return ""
	}
	if hits := indicator.Industries(q); len(hits) > 0 && hits[0].End-hits[0].Start >= len(q)-len("种") {
		return "" // 水稻30万亩, of which the industry tells
	}
	return q
}

// onlyQuantities are names of land, lengths and people that say nothing more of them.
var onlyQuantities = phrases("only quantities")

// kindOfCounted is what stands before the noun counted in the name of a number: 国际货运 of 国际货运专线.
func kindOfCounted(name string, f *yiyuan.Fact) string {
	kind, ok := strings.CutSuffix(name, f.Counter)
	if hit, known := indicator.Counted(f.Counter, ""); !ok || !known || hit.Start > 0 || hit.End < len(f.Counter) || len(f.Counter) < len("企业") {
		return ""
	}
	for _, owner := range []string{"全局共", "该局共", "共", "已", "有"} {
		if i := strings.LastIndex(kind, owner); i >= 0 {
			kind = kind[i+len(owner):]
		}
	}
	if n := utf8.RuneCountInString(kind); n < 2 || n > 10 || holdsAny(kind, notInKinds()) || amounts[f.Counter] || happens()[f.Counter] {
		return ""
	}
	return strings.Trim(kind, "、的")
}

// ratedBodies are those that a rate is of, before its name: 星级饭店 of 星级饭店平均出租率.
func ratedBodies(name string) string {
	hit, ok := indicator.Counted(name, "")
	if !ok || hit.End == len(name) || hit.Entry.Code == "policy_count" || hit.Start > 0 && holdsAny(name[:hit.Start], notInKinds()) {
		return ""
	}
	return name[:hit.End]
}

// startsPart tells of the first figure of a part behind a 其中, or of one more part in its list.
func (r *reader) startsPart(s *site) bool {
	return r.partOf >= 0 || hasWord(s.left, "其中")
}

// partTold is the name of a part without the verb that leads to its figure: 地方煤矿, 赴境外.
func partTold(name string) string {
	name = trimAny(trimAny(name, "仅", "只", "达", "就"), "占", "约", "超")
	if n := utf8.RuneCountInString(name); n < 2 || n > 12 || holdsAny(name, notInKinds()) {
		return ""
	}
	if hit, ok := indicator.Counted(name, ""); ok && hit.Start == 0 && hit.End == len(name) && hit.Entry.Unit == "person" {
		return "" // 卫生技术人员33万人，其中医生13万人
	}
	return name
}

// notInKinds are words that the name of a kind or part does not hold.
var notInKinds = phrases("not in kinds")

// meanOver joins those whom a mean is taken over to the word for it, where the name of the figure tells them: 农民 of 农民人均分配.
func meanOver(f *yiyuan.Fact) string {
	if !meanBy().has(f.Qualifier) {
		return f.Qualifier
	}
	over, _, ok := strings.Cut(f.IndicatorText, f.Qualifier)
	over = strings.TrimLeft(trimAny(over, "平均", "的"), "0123456789万千百多余名户家")
	if !ok || !shortName(over) || holdsAny(over, notInKinds()) || strings.Contains(f.Subject, over) {
		return f.Qualifier
	}
	return over + "，" + f.Qualifier
}

// perPieceApart parts what is paid for from how it is reckoned: 新建基地，每亩 of 新建基地每亩补助.
func perPieceApart(q string) string {
	i := strings.LastIndex(q, "每")
	if i == 0 {
		for _, w := range rhythms().ahead(q) {
			if rest, ok := strings.CutPrefix(q, w); ok && paidByPiece().has(rest) {
				return w // 每亩补助
			}
		}
	}
	if i <= len("，") || strings.HasSuffix(q[:i], "，") || strings.HasSuffix(q[:i], "每人") {
		return q
	}
	for _, w := range rhythms().ahead(q[i:]) {
		if rest, ok := strings.CutPrefix(q[i:], w); ok && (rest == "" || paidByPiece().has(rest)) {
			whom, mean := strings.CutSuffix(q[:i], "平均")
			if mean {
				w = "平均" + w
			}
			if whom = strings.TrimSuffix(whom, "的"); whom == "" {
				return w
			}
			return whom + "，" + w
		}
	}
	return q
}

// patentsBy is the stage that patents are told at, in the clause of their number: 授权 of 获授权发明专利.
func patentsBy(f *yiyuan.Fact, s *site) string {
	if f.Indicator != "patents" {
		return ""
	}
	for i := len(s.left) - 1; i >= 0; i-- {
		if k := s.left[i].kind; k == figure || k.pauses() {
			return ""
		}
		for _, w := range patentStages().words {
			if strings.HasPrefix(s.left[i].text, w) {
				return w
			}
		}
	}
	return ""
}

// patentStages are what happens to a patent.
var patentStages = phrases("stages of patents")
