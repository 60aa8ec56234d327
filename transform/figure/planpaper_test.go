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
