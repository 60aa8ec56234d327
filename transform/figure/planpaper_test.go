package figure

import (
	"strings"
	"testing"

	"yiyuan"
)

// TestPlanPaper: what a paper that is a plan by its title tells is to be done, but for its part on what was and for news on a plan.
func TestPlanPaper(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"清河县水利局2021年工作要点\n一、主要目标。治理河道35公里。\n二、重点工作。（一）除险加固水库8座；（二）建成灌区2个。\n三、工作保障。全县现有水利员120人，培训300人次。", "target target target actual target"},
		{"关于2021年国民经济和社会发展计划（草案）的报告\n一、2020年计划执行情况\n粮食产量30万吨。\n（一）农业。造林2万亩。\n二、2021年计划安排\n粮食产量31万吨。", "actual actual target"},
		{"今年全县蚕桑生产安排意见\n新植桑园2万亩。2020年，产茧300吨。", "target actual"},
		{"清河县三年行动计划（2020—2022年）\n一、年度任务。2022年新打机井60眼。截至2月底，已打机井20眼。\n二、政策。对新开民宿每家奖励5万元。", "target actual target"},
		{"关于加快发展物流业的实施意见\n一、每年新增物流企业20家以上，培训司机500人。\n二、对新入库的企业每年奖励10万元。全县现有物流园3个。", "target target actual actual"},
		{"清河县出台支持民营经济若干措施\n每年新增规上企业20家以上。", "actual"},
		{"清河县水利局2021年工作要点印发\n治理河道35公里，除险加固水库8座。", "actual actual"},
	} {
		var got []string
		for _, f := range Read(Input{Text: c.text, Headed: true, Home: "360700", Reference: yiyuan.NewDate(2021, 3, 1)}).Facts {
			got = append(got, f.Status)
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s\n got %v\nwant %s", c.text, got, c.want)
		}
	}
}

// What is left of a year, or the next, is to come under a heading that says so, with or without a number before it.
func TestRestOfYear(t *testing.T) {
	in := Input{
		Text: "县林业局2009年上半年工作总结\n一、上半年工作\n实现产值5.4亿元。\n二、下半年安排\n毛竹低改再完成1.2万亩。\n三、四季度打算\n新建公路30公里。\n四、2010年主要指标\n产值增长6%。",
		Home: "350800", Reference: yiyuan.NewDate(2009, 7, 10),
	}
	want := []string{"5.4亿元 actual 2009-01-01 2009-06-30", "1.2万亩 target 2009-07-01 2009-12-31", "30公里 target 2009-10-01 2009-12-31", "6% target 2010-01-01 2010-12-31"}
	facts := Read(in).Facts
	if len(facts) != len(want) {
		t.Fatalf("%d facts, want %d: %v", len(facts), len(want), facts)
	}
	for i, f := range facts {
		if got := f.ValueText + " " + f.Status + " " + f.PeriodStart.String() + " " + f.PeriodEnd.String(); got != want[i] {
			t.Errorf("got %s, want %s", got, want[i])
		}
	}
}

// An outline of a plan aims from its title on, and looks back under some of its headings.
func TestPlanOutline(t *testing.T) {
	in := Input{
		Text: "某市国民经济和社会发展“十一五”规划纲要\n第一章　发展基础\n第一节　“十五”成就\n五年累计完成投资80亿元。\n第二节　存在问题\n园区入驻率仅为12%。\n" +
			"第二章　发展目标\n建成区绿化覆盖率达到25%，比2005年提高7个百分点；新建公路300公里。\n生产总值在2005年46亿元的基础上增加一倍；城镇化率达到40%。\n" +
			"| 指标 | 2005年 | 2010年 |\n| --- | --- | --- |\n| 生产总值（亿元） | 46 | 92 |",
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
		{"46", "actual", "2005-01-01", "2005-12-31"},
		{"92", "target", "2010-01-01", "2010-12-31"},
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
