package period

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"yiyuan"
)

func day(s string) yiyuan.Date {
	if s == "" {
		return yiyuan.Date{}
	}
	t, err := time.Parse("2006-01-02", s)
	if err != nil {
		panic(err)
	}
	return yiyuan.DateOf(t)
}

func (p Period) String() string {
	switch p.Kind {
	case AsOf:
		return "as_of " + p.End.String()
	case None:
		return "none"
	case "":
		return "-"
	}
	return p.Start.String() + ".." + p.End.String()
}

// spell prints the expressions of a sentence as "words role period".
func spell(text string, c Context) string {
	var b []string
	for _, e := range Scan(text) {
		p, _ := e.Resolve(c)
		s := fmt.Sprintf("%s %s %s", e.Text, e.Role, p)
		if base := e.Base(); base != "" {
			s += " =" + base
		}
		b = append(b, s)
	}
	return strings.Join(b, "; ")
}

func TestSmoke(t *testing.T) {
	c := Context{Reference: day("2022-01-05"), Year: 2021, Term: [2]int{2017, 2021}}
	for _, s := range []string{
		"2025年1-11月新签约亿元以上项目47个，截至2025年11月，规上企业36家，同比增长22.2%",
		"2022年以来办理免罚案件197件，今年以来引进项目38个，今年上半年、去年底，上年末，比上年末增加3家，比上年增长8%，较2019年同期增长3%",
		"五年来，全市工业投资年均增长18.6%，由2016年的16.1∶50.4∶33.5调整为10.8∶52.2∶37，近四年连续保持全省前3位",
		"2023—2025年，到2025年，产值达1400亿元，“十三五”期间增长，到“十四五”末达到，实施“十四五”规划，十五五规划",
		"是2020年的1.5倍，与去年同期相比增长5%，环比下降1%，前三季度，一季度，第三季度末，前11个月，今年前5个月",
		"《县域产业白皮书（2024）》《2023年名单》，3月5日，3月5日至8日，6月上旬，3年建设周期，第3年，360度，2024赛迪顾问，360万元",
		"从2016年至2020年，自2018年起，二〇二三年，一九七八年以来，近年来，目前，截至目前，每年节省，未来五年，连续五年，今后五年，明年",
		"本届政府五年来，2021年初，年底前完成，2030年前，2023/24年度，1至2月，1—2月份，亿元以上年产值，三年前年均，当年，同年，次年，全年",
	} {
		t.Log(s, "\n\t\t", strings.ReplaceAll(spell(s, c), "; ", "\n\t\t"))
	}
}
