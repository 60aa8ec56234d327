package figure

import (
	"strings"

	"yiyuan"
	"yiyuan/transform/indicator"
	"yiyuan/transform/unit"
)

// This file reads how many of those counted a branch has, told by no more than its name: 法人单位3000个，其中批发和零售业900个，制造业500个.

// countedByBranch are those that bulletins tell of by branch, and the unit they are told in.
var countedByBranch = map[string]string{"enterprise_count": "count", "institution_count": "count", "employment": "person"}

// branchCounted is what the number behind the name of a branch counts there.
func (r *reader) branchCounted(phrase string, q *unit.Quantity) (statement, bool) {
	name := strings.TrimPrefix(phrase, "其中")
	if q.Kind != "count" && q.Unit.Code != "person" || !strings.HasSuffix(name, "业") || !threeSectors[name] && (endsWithAny(name, noIndustry()) || branchIn(name) == "") {
		return statement{}, false
	}
	if _, named := indicator.Counted(strings.TrimSuffix(name, "产业"), ""); named {
		return statement{}, false
	}
	st, ok := r.groupOfBranches(q)
	st.industry, st.sector = name, true
	return st, ok
}

// groupOfBranches is the group whose branches a sentence goes through: the one it opens with, or the one that its paragraph has told in the same unit.
func (r *reader) groupOfBranches(q *unit.Quantity) (statement, bool) {
	opens := r.text[r.start : r.start+q.Start]
	if at := strings.Index(opens, "中，"); at > 0 {
		if st, ok := groupInWords(opens[:at], q); ok && strings.HasSuffix(opens[:at], st.text) {
			return st, true
		}
	}
	if at := strings.LastIndex(opens, "："); at > 0 {
		if st, ok := groupInWords(opens[lastPause(opens[:at]):at], q); ok {
			return st, true
		}
	}
	told := r.lastSince(r.lineStart, func(f *yiyuan.Fact) bool {
		return f.Measure == "rank" || f.Measure == "level" && strings.HasSuffix(f.ValueText, measureOf(q))
	})
	if told == nil || countedByBranch[told.Indicator] == "" {
		return statement{}, false
	}
	if was := r.lastCount; told.Measure == "level" && was != nil && was.code == told.Indicator && was.measureWord == measureOf(q) {
		return *was, true
	}
	return groupInWords(told.IndicatorText, q)
}

// groupInWords is the last of those told by branch that a text names, which the figure can count.
func groupInWords(text string, q *unit.Quantity) (statement, bool) {
	for _, number := range numbersOfThings().words {
		if before, _, found := strings.Cut(text, number); found {
			text = before
		}
	}
	hit, ok := indicator.Counted(text, "")
	for ok && countedByBranch[hit.Entry.Code] == "" && hit.Start > 0 {
		text = text[:hit.Start] // 企业较多的行业
		hit, ok = indicator.Counted(text, "")
	}
	code := hit.Entry.Code
	if named, found := indicator.Head(text); found && named.End >= hit.End {
		code, ok = named.Entry.Code, true
		hit.Entry.Text = named.Entry.Text
	}
	counts := "count"
	if q.Unit.Code == "person" {
		counts = "person"
	}
	if !ok || countedByBranch[code] != counts {
		return statement{}, false
	}
	st := statement{known: true, code: code, form: "level", time: "count", text: hit.Entry.Text, head: hit.Entry.Text, measureWord: measureOf(q), newness: holdsAny(text, newlyRegistered())}
	if counts == "count" {
		st.counter = hit.Entry.Text
	} else {
		st.time = "stock"
	}
	return st, true
}
