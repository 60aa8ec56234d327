package main

import "strings"

// suffixes, longest first: the word for what a unit is.
var suffixes = []string{"维吾尔自治区", "特别行政区", "行政区", "自治区", "自治州", "自治县", "自治旗", "地区", "林区", "矿区", "新区", "特区", "省", "市", "县", "区", "盟", "州"}

// peoples, as the names of autonomous units write them, longest first where one ends in another.
var peoples = []string{"朝鲜族", "蒙古族", "回族", "藏族", "维吾尔族", "苗族", "彝族", "壮族", "布依族", "满族", "侗族", "瑶族", "白族", "土家族",
	"哈尼族", "哈萨克族", "傣族", "黎族", "傈僳族", "佤族", "畲族", "拉祜族", "水族", "东乡族", "纳西族", "景颇族", "柯尔克孜族", "土族", "达斡尔族",
	"仫佬族", "羌族", "布朗族", "撒拉族", "毛南族", "仡佬族", "锡伯族", "普米族", "怒族", "鄂温克族", "德昂族", "保安族", "裕固族", "独龙族",
	"各族", "蒙古", "哈萨克", "柯尔克孜", "锡伯", "塔吉克", "维吾尔"}

// short is the name without the word for what the unit is and the peoples it is autonomous for: 福州, 景宁, 恩施.
// It is empty where too little would be left to know it by (沁县, 市中区 keeps 市中) or no one says so (科尔沁左翼后旗).
func short(name, level string) string {
	if level == "province" {
		for _, p := range []string{"内蒙古", "广西", "西藏", "宁夏", "新疆"} {
			if strings.HasPrefix(name, p) {
				return p
			}
		}
	}
	stem := name
	autonomous := strings.Contains(name, "自治") || strings.HasSuffix(name, "族区")
	if rest, ok := strings.CutSuffix(stem, "旗"); ok && !autonomous {
		if strings.ContainsAny(string([]rune(rest)[len([]rune(rest))-1:]), "前中后左右") {
			return ""
		}
		stem = rest
	} else {
		for _, s := range suffixes {
			if rest, ok := strings.CutSuffix(stem, s); ok && len([]rune(rest)) >= 2 {
				stem = rest
				break
			}
		}
	}
	if autonomous {
		stem = withoutPeoples(stem)
	}
	if stem == "东乡族" {
		return "东乡" // the one county that is called by its people
	}
	if stem == name || len([]rune(stem)) < 2 {
		return ""
	}
	return stem
}

func withoutPeoples(stem string) string {
	for {
		rest := stem
		for _, p := range peoples {
			if cut, ok := strings.CutSuffix(rest, p); ok && len([]rune(cut)) >= 2 {
				rest = cut
				break
			}
		}
		if rest == stem {
			return stem
		}
		stem = rest
	}
}
