package peers

import (
	"maps"
	"slices"
)

// Otherwise returns the ids of the cases read otherwise on purpose, sorted.
func Otherwise() []string { return slices.Sorted(maps.Keys(otherwise)) }

// otherwise lists the cases that we read otherwise on purpose, with the reason. They count as failed.
var otherwise = map[string]string{
	"RT-Number-NumberModel-309":           "五台山 is a place",
	"RT-Number-NumberModel-311":           "九台 is a place",
	"RT-Number-NumberModel-323":           "另一 is an ordinary word",
	"RT-Number-NumberRangeModel-064":      "the key gives 20000 for 20万",
	"RT-Number-PercentModel-049":          "二三十个百分点 is 20 to 30 percentage points, the key reads none",
	"RT-Number-PercentModel-050":          "百分之二三十 is 20 to 30 percent, the key reads none",
	"RT-Number-PercentModel-149":          "5-20% is a range of percentages, the key reads its end only",
	"RT-NumberWithUnit-CurrencyModel-019": "三块 with no 钱 is three pieces (guideline: 块 counts)",
	"JIO-money-004":                       "exact: the printed 0.344 is kept, the key rounds to cents",
}
