package segment

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// outlined prints lines as the tests below write them: kind, level, and the text with | behind its mark and ‖ behind its
// opening heading.
func outlined(text string) []string {
	var out []string
	for _, l := range Lines(text) {
		s := text[l.Start:l.Mark]
		if l.Mark > l.Start {
			s += "|"
		}
		s += text[l.Mark:l.Lead]
		if l.Lead > l.Mark && l.Lead < l.End {
			s += "‖"
		}
		s += text[l.Lead:l.End]
		level := ""
		if l.Level >= 0 {
			level = fmt.Sprintf(" %d", l.Level)
		}
		out = append(out, l.Kind.String()+level+": "+s)
	}
	return out
}

const long = "市政府坚持稳中求进，统筹发展和安全，全市经济持续回升向好，社会大局安定稳定，各项事业都取得了新的进步。"

func TestLines(t *testing.T) {
	for _, tt := range []struct {
		name string
		text string
		want []string
	}{
		{"a report with Chinese numbers", "**政府工作报告**\n（2024年1月13日在市人民代表大会上）\n各位代表：\n" + long + "\n一、2023年工作回顾\n" + long +
			"\n（一）产业发展步伐坚实。\n" + long + "\n1.深化改革\n（1）完成改造3处。\n二、2024年主要任务\n",
			[]string{"heading 0: **|政府工作报告**", "heading 0: （2024年1月13日在市人民代表大会上）", "paragraph: 各位代表：", "paragraph: " + long,
				"heading 1: 一、|2023年工作回顾", "paragraph: " + long, "heading 2: （一）|产业发展步伐坚实。", "paragraph: " + long,
				"heading 3: 1.|深化改革", "item: （1）|完成改造3处。", "heading 1: 二、|2024年主要任务"}},
		{"front lines after the title", "抱好“金娃娃” 发展大产业\n——推进县域经济高质量发展的实践\n" + long + "\n——经济运行保持平稳。项目250个。\n",
			[]string{"heading 0: 抱好“金娃娃” 发展大产业", "heading 0: ——|推进县域经济高质量发展的实践", "paragraph: " + long,
				"item: ——|经济运行保持平稳。项目250个。"}},
		{"a heading within the paragraph", long + "\n（三）深入推进结构调整。全年技改投资增长30%。\n**强化企业主体地位。**新增企业350家。\n**第二，稳定增长。**增长5%。\n",
			[]string{"paragraph: " + long, "paragraph 2: （三）|深入推进结构调整。‖全年技改投资增长30%。",
				"paragraph 3: **|强化企业主体地位。**‖新增企业350家。", "paragraph 3: **第二，|稳定增长。**‖增长5%。"}},
		{"a first sentence with a figure is no heading", long + "\n（三）全年技改投资增长30%。占比提高。\n", []string{"paragraph: " + long, "paragraph: （三）|全年技改投资增长30%。占比提高。"}},
		{"style keeps its depth", long + "\n**2022年工作回顾**\n" + long + "\n（一）产业\n" + long + "\n**2023年任务**\n" + long + "\n",
			[]string{"paragraph: " + long, "heading 1: **|2022年工作回顾**", "paragraph: " + long, "heading 2: （一）|产业", "paragraph: " + long,
				"heading 1: **|2023年任务**", "paragraph: " + long}},
		{"news headings and boxes", long + "\n【项目名片】\n" + long + "\n目标清晰\n“有没有捷径？”\n", []string{"paragraph: " + long, "heading 1: 【项目名片】",
			"paragraph: " + long, "heading 2: 目标清晰", "paragraph: “有没有捷径？”"}},
		{"an article laid out as a table of one cell", "标题\n| " + long + long + " |\n| 指标 | 2023年 |\n", []string{"heading 0: 标题", "paragraph: " + long + long, "row: | 指标 | 2023年 |"}},
		{"hashes", "## 一、综合\n" + long + "\n### 农业\n", []string{"heading 1: ## 一、|综合", "paragraph: " + long, "heading 2: ### |农业"}},
		{"list numbers and decimals", "1. 新建学校\n2．改造小区3处。\n3、绿化\n3.5万篇论文发表，位居全省第一位，比上年增加了许多。\n2024年，增长5%。\n",
			[]string{"heading 3: 1. |新建学校", "item: 2．|改造小区3处。", "heading 3: 3、|绿化", "paragraph: 3.5万篇论文发表，位居全省第一位，比上年增加了许多。", "paragraph: 2024年，增长5%。"}},
		{"a list of sectors is no list number", "第一、二、三产业增加值分别增长3%、5%和7%。\n一、二、三产业协调发展。\n", []string{"paragraph: 第一、二、三产业增加值分别增长3%、5%和7%。", "paragraph: 一、二、三产业协调发展。"}},
		{"a glossary entry that begins with a figure", "43.四好农村路：好。\n44.15分钟生活圈：好。\n", []string{"item: 43.|四好农村路：好。", "item: 44.|15分钟生活圈：好。"}},
		{"circled and bracketed numbers", "①年末人口。\n⑵农田3亩。\n(3)公路。\n", []string{"item: ①|年末人口。", "item: ⑵|农田3亩。", "item: (3)|公路。"}},
		{"a date in brackets is no list number", long + "\n（2022年12月12日）\n", []string{"paragraph: " + long, "heading 1: （2022年12月12日）"}},
		{"tables", "| 指标 | 单位 | 2023年 |\n| --- | :-: | --- |\n| 工业增加值 | 亿元 | 3200 |\n- 商品零售价格 14.8\n128 亿平方米 12．0\n46.8\n甲\t3\t4\n",
			[]string{"row head: | 指标 | 单位 | 2023年 |", "row: | 工业增加值 | 亿元 | 3200 |", "row: - |商品零售价格 14.8", "row: 128 亿平方米 12．0", "row: 46.8", "row: 甲\t3\t4"}},
		{"columns that lost their bars", "**表1 价格涨跌**\n单位：%\n- 指 标 全 国\n- 粮食 7.0 7.2\n![](./W02.gif)\n",
			[]string{"heading 0: **|表1 价格涨跌**", "row head: 单位：%", "row head: - |指 标 全 国", "row: - |粮食 7.0 7.2", "paragraph: ![](./W02.gif)"}},
		{"rules and blanks", "---\n　\n  增长5%。  \r\n", []string{"paragraph: 增长5%。"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if d := cmp.Diff(tt.want, outlined(tt.text)); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestLinesCoverTheText(t *testing.T) {
	text := report(t)
	n := 0
	for _, l := range Lines(text) {
		n += l.End - l.Start
	}
	if blanks := len(text) - n; blanks > strings.Count(text, "\n")*8 {
		t.Errorf("%d bytes of %d lie in no line", blanks, len(text))
	}
}

func TestFolded(t *testing.T) {
	text := "主要指标\n指标名称\n1-8月累计\n同比±%\n工业总产值（亿元）\n712.6\n18.4\n亏损企业数（家）\n74\n—\n发布单位：统计局\n"
	var got []string
	for _, l := range Lines(text) {
		got = append(got, l.Kind.String()+" "+text[l.Start:l.End])
	}
	want := []string{"heading 主要指标", "row head 指标名称\n1-8月累计\n同比±%", "row 工业总产值（亿元）\n712.6\n18.4", "row 亏损企业数（家）\n74\n—", "heading 发布单位：统计局"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
