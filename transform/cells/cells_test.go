package cells

import (
	"strings"
	"testing"
)

func TestOf(t *testing.T) {
	for _, c := range []struct {
		what, row, want string
	}{
		{"bars", "| 原煤（万吨） | 4412.6 | -3.1 |", "原煤（万吨）|4412.6|-3.1"},
		{"an empty cell", "| 工业 | | 8.1 |", "工业|8.1"},
		{"a cell a line", "利润\n万元\n74", "利润|万元|74"},
		{"blanks", "粮食 46500 万吨 4.5", "粮食|46500|万吨|4.5"},
		{"a name printed wide", "钢 材 9471 万吨", "钢材|9471|万吨"},
		{"digits in groups", "货运周转量 9 471 亿吨公里", "货运周转量|9471|亿吨公里"},
		{"decimals apart", "水产品 1. 0", "水产品|1.0"},
		{"a scale apart from its unit", "发电量 62 亿 度", "发电量|62|亿度"},
		{"single characters", "指 标 全 国", "指标|全国"},
		{"bold and bullets", "| **利税** | <br>12 |", "利税|12"},
	} {
		var got []string
		for _, cell := range Of("表\n"+c.row, len("表\n"), len("表\n")+len(c.row)) {
			got = append(got, cell.Text)
		}
		if strings.Join(got, "|") != c.want {
			t.Errorf("%s: %q, want %q", c.what, got, c.want)
		}
	}
}

func TestNumbersAndUnits(t *testing.T) {
	for _, c := range []struct {
		cell         string
		number, unit bool
	}{
		{"4412.6", true, false}, {"3.1%", true, false}, {"1.6倍", true, false}, {"，", false, false}, {"万吨", false, true}, {"亿元", false, true},
		{"指标", false, false}, {"2020年", false, false}, {"", false, false},
		{"-7.1%", true, false},
	} {
		if IsNumber(c.cell) != c.number || IsUnit(c.cell) != c.unit {
			t.Errorf("%q: a number %v, a unit %v", c.cell, IsNumber(c.cell), IsUnit(c.cell))
		}
	}
}
