package period

import (
	"testing"
	"time"

	"yiyuan"
)

// TestTurnsToTasks: the lines that a report on 2022 goes over to the tasks of 2023 with, where it was given in 2023 and where it was given
// before 2022 had ended.
func TestTurnsToTasks(t *testing.T) {
	january := Report{Kind: WorkReport, Date: yiyuan.NewDate(2023, time.January, 10), Reviewed: 2022, Planned: 2023}
	december := Report{Kind: WorkReport, Date: yiyuan.NewDate(2022, time.December, 28), Reviewed: 2022, Planned: 2023}
	for _, c := range []struct {
		line   string
		report Report
		want   bool
	}{
		{"2023年是全面贯彻党的二十大精神的开局之年。", january, true},
		{"今年是实施“十四五”规划的关键一年。", january, true},
		{"今年是实施“十四五”规划的关键一年。", december, false},
		{"明年是实施“十四五”规划的关键一年。", december, true},
		{"做好今年政府工作的总体要求是：稳中求进。", january, true},
		{"**二、奋进2023，再开新局**", january, true},
		{"围绕上述目标，重点做好以下七个方面工作：", january, true},
		{"主要抓好十个方面的工作:", january, true},
		{"一年来，我们主要做了以下工作：", january, false},
		{"2022年是本届政府的第一年。", january, false},
		{"全市生产总值增长6%，完成今年预期目标。", january, false},
		{"今年是实施“十四五”规划的关键一年。", Report{Kind: Communique, Reviewed: 2022}, false},
	} {
		p, got := TurnsToTasks(c.line, c.report)
		if got != c.want || got && p != Year(2023) {
			t.Errorf("%s: %v %v", c.line, p, got)
		}
	}
}

// TestEndsInAims: the lines of a report on 2022 that a list of the aims of 2023 stands below.
func TestEndsInAims(t *testing.T) {
	january := Report{Kind: WorkReport, Date: yiyuan.NewDate(2023, time.January, 10), Reviewed: 2022, Planned: 2023}
	for _, c := range []struct {
		line string
		want bool
	}{
		{"当前形势总体向好。建议今年全区经济社会发展的预期目标是：", true},
		{"2023年经济社会发展的主要预期目标为:", true},
		{"建议今年经济社会发展的预期目标是：生产总值增长6%。", false},
		{"去年的主要预期目标完成情况是：", false},
		{"一年来，我们主要做了以下工作：", false},
	} {
		p, got := EndsInAims(c.line, january)
		if got != c.want || got && p != Year(2023) {
			t.Errorf("%s: %v %v", c.line, p, got)
		}
	}
}
