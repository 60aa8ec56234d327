package figure

import (
	"strings"
	"testing"

	"yiyuan"
)

// TestTradesOfText: what a figure's own phrase leaves out is told beside it, before it in the sentence, at the head of its paragraph or by
// the headline.
func TestTradesOfText(t *testing.T) {
	for _, c := range []struct {
		title, text, want string // the industry of each fact, - for none
	}{
		{"", "合作社去年种植洋芋300亩。", "洋芋"},
		{"", "某县现有茶园3万亩。", "茶"},
		{"", "果农采收600万斤黄梨。", "黄梨"},
		{"", "某县生产干毛茶300吨，销售值达2亿元。", "干毛茶 干毛茶"},
		{"", "某县生产干毛茶300吨，粮食增产，财政收入2亿元。", "干毛茶 -"},
		{"某镇枇杷喜获丰收", "某镇枇杷喜获丰收\n眼下枇杷黄了。某镇枇杷园每亩收入2万元，带动就业300人。地方财政收入1亿元。", "枇杷 枇杷 -"},
		{"某镇枇杷和核桃喜获丰收", "某镇枇杷和核桃喜获丰收\n枇杷黄了，核桃落了，花生熟了，大豆也熟了。带动就业300人。", "-"},
		{"", "某市茶叶、陶瓷出口分别增长8%、6%。", "茶叶 陶瓷"},
		{"", "去年，某镇的枇杷迎来大年，产量达到300吨。", "枇杷"},
		{"", "全县外出务工2万人，劳务收入3亿元。", "- 劳务"},
		{"某县冬修水利", "某县冬修水利\n某县今冬投资3000万元，加固水库12座。", "水利 水利"},
		{"某县工业平稳增长", "某县工业平稳增长\n某县工业向好。全县利润总额3亿元，新增就业300人。", "工业 -"},
		{"某县茶叶丰收", "某县茶叶丰收\n某县茶叶丰收，实现农业产值2亿元。", "茶叶"},
		{"", "全市重点产业产值增长8%。", "-"},
		{"", "合作社年出栏生猪3000头。", "生猪"},
		{"", "羊出栏5万只，存栏3万只。", "羊 羊"},
		{"某市重点工业项目建设情况", "某市重点工业项目建设情况\n某市工业提速。去年新开工项目12个，完成投资30亿元。", "工业 工业"},
		{"某市水产品出口增长", "某市水产品出口增长\n对虾、海参和水产品走俏。订单增长8%。", "水产品"},
		{"", "某厂销售平板电视3万台。", "平板电视"},
		{"", "普通国省道完成投资20亿元。", "普通国省道"},
		{"", "第二产业增势强劲，实现增加值90亿元。", "第二产业"},
		{"", "木材产业加快发展。木材市场开业，木材加工升级，实现销售12亿元。", "木材"},
	} {
		facts := Read(Input{Title: c.title, Text: c.text, Home: "441702", Reference: yiyuan.NewDate(2021, 10, 20)}).Facts
		var got []string
		for _, f := range facts {
			if f.Industry == "" {
				f.Industry = "-"
			}
			got = append(got, f.Industry)
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s: %v, want %s", c.text, got, c.want)
		}
	}
}
