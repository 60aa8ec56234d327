package figure

import (
	"strings"
	"unicode/utf8"

	"yiyuan"
	"yiyuan/transform/indicator"
)

// settleRestriction tidies the restriction of a figure once all that names it is known: the grade inside the name of what is counted, how
// often or for whom it is reckoned, and words at its head that restrict nothing.
func (r *reader) settleRestriction(f *yiyuan.Fact, s *site, st statement) {
	f.Qualifier = withoutSubject(withoutLead(f.Qualifier), f)
	if grade, head := gradeOf(f.Counter); grade != "" {
		f.Counter = head
		f.Qualifier = withGrade(f.Qualifier, grade)
	} else if grade, _ := gradeOf(st.head); grade != "" && st.time == "count" && f.Unit == "percent" {
		f.Qualifier = withGrade(f.Qualifier, grade)
	}
	if per := r.reckonedPer(f, s, st); per != "" && !strings.Contains(f.Qualifier, per) {
		f.Qualifier = joinQualifiers(per, f.Qualifier, false)
	}
}

// says nothing of what is measured where it stands alone.
var noRestriction = map[string]bool{"推动": true, "拉动": true, "让": true, "但": true, "近": true, "涉": true, "向": true, "原来": true, "全长": true, "总长": true, "线路全长": true,
	"全长线路": true, "它全长": true, "它": true, "地区": true, "里": true, "的": true, "总装机": true, "不仅使": true, "使": true, "占": true, "该": true, "这个": true}

// withoutSubject drops from a restriction the name of the one it is said of: 某某高铁 of 某某高铁全长.
func withoutSubject(q string, f *yiyuan.Fact) string {
	if f.Measure == "rank" {
		return q // the field of comparison
	}
	if f.SubjectKind != "industry" && f.Subject != f.RegionName && f.Subject != "" {
		name := strings.TrimSuffix(f.Subject, "地区")
		if i := strings.Index(q, name); i >= 0 {
			q = strings.TrimPrefix(q[i+len(name):], "地区")
		}
	}
	q = strings.Trim(q, "，、的")
	if noRestriction[q] || q == f.Industry && f.Unit == "count" || f.Indicator == "length" && endsWithAny(q, []string{"全长", "总长"}) {
		return ""
	}
	return q
}

func withGrade(qualifier, grade string) string {
	if strings.Contains(qualifier, grade) {
		return qualifier
	}
	return qualifier + grade
}

// grades stand at the head of nouns that the tables know as one word: 重点 of 重点项目.
var grades = []string{"重点", "重大", "为民办实事", "私营", "民营", "国有", "外资", "龙头", "骨干", "规上", "规模以上", "上市"}

// gradeOf splits 重点项目 into its grade and what is counted.
func gradeOf(noun string) (grade, head string) {
	for _, g := range grades {
		if rest, ok := strings.CutPrefix(noun, g); ok && utf8.RuneCountInString(rest) > 1 {
			if hit, known := indicator.Counted(rest, ""); known && hit.End == len(rest) {
				return g, rest
			}
		}
	}
	return "", noun
}

// leads are words that a restriction begins with and that restrict nothing.
var leads = []string{"有", "已有", "已", "超过", "将", "未来将", "实现了", "此次", "其", "各类", "近期"}

func withoutLead(q string) string {
	for _, w := range leads {
		if rest, ok := strings.CutPrefix(q, w); ok && (rest == "" || utf8.RuneCountInString(rest) > 1 && !strings.HasPrefix(q, "有色") && !strings.HasPrefix(q, "有机") && !strings.HasPrefix(q, "有线") && !strings.HasPrefix(q, "有限") && !strings.HasPrefix(q, "有效") && !strings.HasPrefix(q, "其他") && !strings.HasPrefix(q, "其次")) {
			return strings.Trim(rest, "，、")
		}
	}
	return q
}

// rhythms tell how often or for whom a level is reckoned.
var rhythms = []string{"每天", "每日", "每周", "每月", "每年", "每户", "每人", "每亩", "每吨", "每立方米", "每秒", "每个", "日均", "月均", "年均", "户均", "平均每天"}

// reckonedPer is the word that says so: right before the figure or in the clause's noun phrase, 日 of a capacity, or the unit below a stroke.
func (r *reader) reckonedPer(f *yiyuan.Fact, s *site, st statement) string {
	if f.Measure != "level" {
		return ""
	}
	text := s.tok.text
	if i := strings.LastIndexAny(text, "/／"); i >= 0 {
		switch per := strings.Trim(text[i:], "/／"); per {
		case "吨", "立方米", "亩", "平方米", "公斤", "人", "秒":
			if f.Unit == "CNY" || f.Unit == "USD" || f.Unit == "other" && per == "秒" {
				return "每" + per
			}
		}
		return ""
	}
	for i := len(s.left) - 1; i >= 0; i-- {
		for _, w := range rhythms {
			if !strings.HasPrefix(s.left[i].text, w) {
				continue
			}
			switch {
			case w == "每个" && i+1 < len(s.left) && strings.HasPrefix(s.left[i+1].pos, "n"):
				return w + s.left[i+1].text
			case w == "每月" && i > 0 && s.left[i-1].text == "每人":
				return "每人每月"
			case w != "每个":
				return w
			}
		}
	}
	if text := join(s.left); f.Indicator == "capacity" || f.Indicator == "other" {
		for _, w := range []string{"日产能", "日供水", "日处理", "日车流量", "日产量", "日接待"} {
			if strings.Contains(text, w) {
				return "日"
			}
		}
	}
	return ""
}
