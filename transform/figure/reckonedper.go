package figure

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"yiyuan"
	"yiyuan/transform/period"
)

// This file tells for whom or how often a quantity is reckoned: 人均, 日均, 每亩.

// perHeadApart parts those that a level is reckoned for from how it is: 城镇居民，人均.
func perHeadApart(q string) string {
	i := strings.Index(q, "人均")
	if month := strings.TrimSuffix(q[:max(i, 0)], "月"); i > 0 && len(month) < i && len(month) > 3 && month[len(month)-1] >= utf8.RuneSelf {
		return strings.TrimSuffix(month, "，") + "，月" + q[i:] // 企业退休人员月人均养老金
	}
	if i <= 0 || endsWithAny(q[:i], []string{"，", "月", "年"}) {
		return q
	}
	return strings.TrimSuffix(q[:i], "的") + "，" + strings.TrimSuffix(q[i:], "居住")
}

// rhythms tell how often or for whom a level is reckoned.
var rhythms = phrasesByFirst("rhythms")

// reckonedPer is the word that says so: right before the figure or in the clause's noun phrase, 日 of a capacity, or the unit below a stroke.
func (r *reader) reckonedPer(f *yiyuan.Fact, s *site, st statement) string {
	if f.Indicator == "resident_income" && f.Measure != "growth" && hasWord(s.left, "户均") {
		return "户均"
	}
	if per := perHead(st.text); per != "" && f.Measure != "rank" && f.Indicator != "resident_income" {
		return per
	}
	if f.Measure == "change" && f.Unit == "CNY" {
		return perUnit.FindString(join(s.left)) // 坑口价每吨回升6元
	}
	counted := f.Measure == "change" && (f.Unit == "count" || f.Unit == "person") // 日均净增1万户
	if f.Measure != "level" && !counted || f.Indicator == "resident_income" {
		return ""
	}
	text := s.tok.text
	if i := max(strings.LastIndexByte(text, '/'), strings.LastIndex(text, "／")); i >= 0 && !strings.HasSuffix(st.text, "劳动生产率") {
		per := strings.Trim(text[i:], "/／")
		if per != "" && per != "年" && (f.Unit == "CNY" || f.Unit == "USD") || f.Unit == "other" && per == "秒" {
			return "每" + per
		}
		return ""
	}
	for i, t := range r.leftTokens {
		if t.kind == time && slices.Contains(rhythms().ahead(t.text), t.text) && (t.text != "每年" || f.PeriodKind == period.None) {
			if i > 0 && r.leftTokens[i-1].text == "每人" {
				return "每人" + t.text
			}
			return t.text
		}
	}
	for i := len(s.left) - 1; i >= 0; i-- {
		for _, w := range rhythms().ahead(s.left[i].text) {
			if !begins(s.left[i].text, w) {
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
	left := join(s.left)
	if f.Unit == "CNY" || f.Unit == "USD" || f.Indicator == "output_volume" {
		if per := perUnit.FindString(left); per != "" {
			return per
		}
	}
	if holdsAny(left, habitSpans) {
		if m := habit.FindStringSubmatch(left); m != nil {
			return m[1]
		}
	}
	if strings.Contains(left, "日") && byTheDay.MatchString(left) {
		return "日"
	}
	return ""
}

// habit is a span for which a habit is told: 一天能卖, 一年可省, not 头一年 or 昨天一天.
var habit = regexp.MustCompile(`(?:^|[^头第前近首每这天后当了])(一(?:天|年|个月))(?:能|可|要|得|需|少|省|净|下线|最多|平均|只)`)

// habitSpans are the spans themselves.
var habitSpans = []string{"一天", "一年", "一个月"}

// byTheDay is a word for what is made, taken or sold in a day: 日产量, 日供应, not 昨日产 or 5日产.
var byTheDay = regexp.MustCompile(`(?:^|[^0-9今昨明单当近即节周末首假同工\p{Nd}])日(?:产|供|处理|车流|接待|耗|进|发|上市|需|冻结|加工|拍卖|通行|换装|销|交易|屠宰|成交|吞吐|揽收|投放|薪|工资|租金|抽水|输|充|换电|排放|运|装|卸)`)

// perHead is for whom or how often a quantity is reckoned by its own name: 居民人均消费支出, 日均客流量.
func perHead(name string) string {
	for _, w := range meanBy().words {
		if strings.Contains(name, w) {
			return w
		}
	}
	return ""
}

// meanBy are words for a mean by what it is taken over.
var meanBy = phrases("means")
