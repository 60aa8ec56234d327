package figure

import (
	"testing"

	"yiyuan"
)

// An outline of a plan aims from its title on, and looks back under some of its headings.
func TestPlanOutline(t *testing.T) {
	in := Input{
		Text: "某市国民经济和社会发展“十一五”规划纲要\n第一章　发展基础\n第一节　“十五”成就\n五年累计完成投资80亿元。\n第二节　存在问题\n园区入驻率仅为12%。\n" +
			"第二章　发展目标\n建成区绿化覆盖率达到25%，比2005年提高7个百分点；新建公路300公里。\n生产总值在2005年46亿元的基础上增加一倍；城镇化率达到40%。",
		Home: "632801", Reference: yiyuan.NewDate(2006, 1, 31),
	}
	want := []struct{ figure, status, from, to string }{
		{"80亿元", "actual", "2001-01-01", "2005-12-31"},
		{"12%", "actual", "", "2005-12-31"},
		{"25%", "target", "", "2010-12-31"},
		{"7个百分点", "target", "2006-01-01", "2010-12-31"},
		{"300公里", "target", "2006-01-01", "2010-12-31"},
		{"46亿元", "actual", "2005-01-01", "2005-12-31"},
		{"一倍", "target", "2006-01-01", "2010-12-31"},
		{"40%", "target", "", "2010-12-31"},
	}
	facts := Read(in).Facts
	if len(facts) != len(want) {
		t.Fatalf("%d facts, want %d: %v", len(facts), len(want), facts)
	}
	for i, f := range facts {
		from := ""
		if !f.PeriodStart.IsZero() {
			from = f.PeriodStart.String()
		}
		if w := want[i]; f.ValueText != w.figure || f.Status != w.status || from != w.from || f.PeriodEnd.String() != w.to {
			t.Errorf("%s is %s from %q to %s, want %v", f.ValueText, f.Status, from, f.PeriodEnd, w)
		}
	}
}
