package period

import (
	"testing"
	"time"

	"yiyuan"
)

// january is a report on 2022, of which tasks and results are parts that name no year.
var january = Report{Kind: WorkReport, Date: yiyuan.NewDate(2023, time.January, 10), Reviewed: 2022, Planned: 2023}

const (
	tasks   = "加快建设科创走廊，争创省级实验室2家。\n抓好稳岗扩岗，鼓励企业吸纳毕业生，确保新增就业3万人。\n继续改造老旧小区60个，支持加装电梯，力争年内完工。\n"
	results = "科创走廊建设取得明显进展，省级实验室获批2家。\n新增就业3万人，超额完成计划。\n加快改造老旧小区60个，群众居住条件得到改善。\n"
)

// TestPlansFirst: parts of a report on 2022 that stand under no heading that names a year.
func TestPlansFirst(t *testing.T) {
	for _, c := range []struct {
		name, text string
		report     Report
		want       bool
	}{
		{"aims", tasks, january, true},
		{"results", results, january, false},
		{"one aim among few words", "确保新增就业3万人。\n", january, false},
		{"aims below a heading that says so itself", "**二、2023年工作安排**\n" + tasks, january, false},
		{"aims below the heading of the review's years", results + "**二、2023年工作安排**\n" + tasks + tasks, january, false},
		{"a communiqué", tasks, Report{Kind: Communique, Reviewed: 2022}, false},
	} {
		p, got := PlansFirst(c.text, c.report)
		if got != c.want || got && p != Year(2023) {
			t.Errorf("%s: %v %v", c.name, p, got)
		}
	}
}

// TestReportWithoutTitle: parts that have lost the title of their report are told by their heading.
func TestReportWithoutTitle(t *testing.T) {
	for _, c := range []struct {
		text, kind string
		reviewed   int
	}{
		{"---\n**二、2024年工作目标任务**\n抓好重点项目300个。\n", WorkReport, 2023},
		{"一、2021年工作回顾\n实施项目300个。\n", WorkReport, 2021},
		{"一、2021年行情\n价格上涨3%。\n", "", 0},
		{"2024年工作会议召开\n会议提出，实施项目300个。\n", "", 0},
	} {
		if r := ReadReport("", c.text); r.Kind != c.kind || r.Reviewed != c.reviewed {
			t.Errorf("%q: %+v", c.text, r)
		}
	}
}

// TestPlansFrom: sections of a report on 2022 under headings that name neither year nor task, behind its review.
func TestPlansFrom(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       bool
	}{
		{"aims", "三、建设科创高地\n" + tasks, true},
		{"aims, the next section reviews", "三、建设科创高地\n" + tasks + "四、回望来路\n" + results + results, true},
		{"results", "三、建设科创高地\n" + results + tasks, false},
		{"a heading that says it reviews", "三、科创工作成效\n" + tasks, false},
		{"a point of a section", "（三）建设科创高地\n" + tasks, false},
		{"few words", "三、建设科创高地\n抓好稳岗扩岗，确保新增就业3万人。\n", false},
	} {
		if p, got := PlansFrom(c.text, january); got != c.want || got && p != Year(2023) {
			t.Errorf("%s: %v %v", c.name, p, got)
		}
	}
}
