package place

import (
	"strings"
	"unicode/utf8"
)

// parkWords end the name of a zone, longer ones before those they begin with.
var parkWords = []string{
	"经济技术开发区", "经济开发区", "经开区", "高新技术产业开发区", "高新技术开发区", "高新技术产业园区", "高新区", "开发区", "开放开发区",
	"工业园区", "工业集中区", "工业园", "工业区", "产业园区", "产业集聚区", "产业集中区", "产业基地", "产业园", "产业新城", "产业示范区",
	"园区", "新区", "保税港区", "保税区", "综合保税区", "综保区", "自贸区", "自贸片区", "自由贸易试验区", "自由贸易区", "出口加工区", "物流园区", "物流园",
	"科技园区", "科技园", "软件园", "科学城", "示范区", "自主创新示范区", "台商投资区", "投资区", "试验区", "综合实验区", "实验区", "合作区", "管理区",
	"化工区", "临港新城", "临空经济区", "临港经济区", "经济区", "循环经济园", "创业园", "孵化园", "孵化基地",
}

// parkStop lists characters that do not stand in the name of a zone, between its place and its word: 福清加快建设开发区
// has no name in it.
const parkStop = "一的在和与及或是有为把将被对向从到了各全等加快推进建设以大力实施支持鼓励引导促完善规划两三四五六七八九十百千万亿个家位已正也都要新增省市县区州" +
	"共其该此本我你他这那并而且于由自至因就所着过给让使令含设办"

const longestParkInset = 6

// parkEnd is where the name of a zone ends whose place ended at i, or 0 where no zone is named.
func parkEnd(text string, i int) int {
	for inset := 0; inset <= longestParkInset && i < len(text); inset++ {
		if end := parkWordEnd(text, i); end > 0 && inset != 1 {
			return end
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		if r < 0x4E00 || r > 0x9FFF || strings.ContainsRune(parkStop, r) {
			return 0
		}
		i += size
	}
	return 0
}

// zoneOfFirms tells of a word for a zone that is named after its county and no river or region: not 三江新区, 海西经济区.
func zoneOfFirms(after string) bool {
	end := parkWordEnd(after, 0)
	for _, w := range []string{"开发区", "经开区", "高新", "工业", "产业"} {
		if strings.Contains(after[:end], w) {
			return true
		}
	}
	return false
}

// seatWords are the bodies and gates that a county's short name stands before as the name of the place: 桐庐法院, 珲春口岸.
var seatWords = []string{"法院", "检察院", "公安局", "国税局", "地税局", "税务局", "供电公司", "供电局", "电力局", "口岸", "海关", "边检站", "县委", "区委", "市委", "县政府", "区政府", "市政府",
	"财政局", "统计局", "教育局", "气象局", "水务局", "水利局", "农业局", "民政局", "人社局", "交通局", "审计局", "环保局", "规划局", "文旅局", "农商银行", "农商行"}

func beforeSeat(after string) bool {
	for _, w := range seatWords {
		if strings.HasPrefix(after, w) {
			return true
		}
	}
	return false
}

func parkWordEnd(text string, i int) int {
	for _, w := range parkWords {
		if strings.HasPrefix(text[i:], w) {
			end := i + len(w)
			if after, _ := utf8.DecodeRuneInString(text[end:]); strings.ContainsRune("域块位间", after) {
				return 0
			}
			if further := parkWordEnd(text, end); further > 0 {
				return further
			}
			return end
		}
	}
	return 0
}
