package place

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestHome(t *testing.T) {
	for _, c := range []struct{ title, head, want, why string }{
		{"2024年福州市政府工作报告", "各位代表：现在，我代表市人民政府作报告。", "350100", "title"},
		{"政府工作报告", "——2018年1月5日在泉州市第十六届人民代表大会第三次会议上\n市长 某某", "350500", "read to"},
		{"政府工作报告", "——2016年3月5日在第十二届全国人民代表大会第四次会议上\n国务院总理 某某", "100000", "signed"},
		{"政府工作报告", "——2016年3月5日在第十二届全国人民代表大会第四次会议上", "100000", "read to"},
		{"", "政府工作报告\n（2021年3月29日在州十四届人民代表大会第七次会议上）\n黔南州经济企稳，全州增长8%，黔南州出口增长。", "522700", "most"},
		{"2019年国民经济和社会发展统计公报", "中华人民共和国国家统计局\n2020年2月28日\n初步核算，全年国内生产总值增长6.1%。", "100000", "signed"},
		{"清流：氟新材料产业加速", "三明市清流县的园区里机器轰鸣。", "350423", "title"},
		{"福建福清：园区提质", "", "350181", "title"},
		{"园区里的新气象", "本报福州3月5日电 记者走访企业。全市开工项目60个。", "350100", "dateline"},
		{"园区里的新气象", "本报福州3月5日电 我省规上工业增长6%，我省出口增长3%。", "350000", "dateline"},
		{"园区里的新气象", "新华社北京3月5日电 甘肃省定西市马铃薯产业链产值增长，定西市新增企业30家。", "621100", "most"},
		{"产业发展亮点多", "蕉城区新增企业12家。在福建省宁德市蕉城区，项目开工。宁德时代扩产，蕉城区税收增长。", "350902", "most"},
		{"县域经济", "来源：福州日报", "350100", "most"},
		{"(福建省)福清市政府工作报告", "", "350181", "title"},
		{"东华门街道2019年工作总结", "街道党工委抓招商。", "110101", "title"},
		{"2019年东华门街道工作总结", "泉州市的项目开工。泉州市的产值增长。", "350500", "most"},
		{"新型城镇化建设提速", "大家都在忙碌。", "", ""},
		{"我国粮食产量再创新高", "在江苏省张家港市的田间，收割机来回作业。", "100000", "title"},
		{"上半年全省新开工项目520个", "南京日报讯 上半年，全省新开工项目520个。", "320000", "most"},
		{"工业经济稳居全省第一", "南京日报讯 上半年，南京市新开工项目52个。", "320100", "most"},
		{"巢湖3亿元饲料项目投产", "总投资3亿元的安徽某农牧公司在巢湖经济开发区投产，安徽某农牧公司年产饲料9万吨。", "340181", "title"},
		{"省检查组来我市调研闽商福建行活动", "检查组到石狮市、晋江市看了项目。活动开展以来，我市签约项目14个，我市到位资金8亿元。泉州将接着办。", "350500", "title"},
		{"我县力争新增规上企业", "我县鼓励在外滦县籍人士返乡创业，学江苏、浙江、广东。", "130284", "only"},
		{"国内快讯", strings.Repeat("货物发送量增长。", 9) + "\n本届展会昨天闭幕。\n" + strings.Repeat("订单充足。", 20) + "\n吉林市丰满区调整措施，吉林市昌邑区、船营区也已调整，吉林市新增客运班线。", "", ""},
		{"", "", "", ""},
		{"新春走基层", "大家都在忙碌。", "", ""},
	} {
		got, why := Home(c.title, c.head, "")
		if got != c.want || !strings.HasPrefix(why, c.why) || (got == "") != (why == "") {
			t.Errorf("Home(%q, %q) is %q (%s), want %q (%s)", c.title, c.head, got, why, c.want, c.why)
		}
	}
}

func TestHomeByPublisher(t *testing.T) {
	for _, c := range []struct{ title, head, publisher, want, why string }{
		{"我市民生支出增长", "全市完成民生支出52亿元，省政府12件实事已完成9件。", "萍乡日报", "360300", "publisher"},
		{"省督查组来我市", "督查组对吉林行活动进行督导，吉林已签约多批。我市共谋划项目60个。", "白城日报", "220800", "publisher"},
		{"产业发展亮点多", "福清市新增企业12家，福清市税收增长。", "福州日报", "350181", "most"},
		{"全国粮食丰收", "各地秋粮入库。", "萍乡日报", "100000", "title"},
		{"全州特色产业加快发展", "全州种植蓝莓12万亩，主要在榕江、从江、剑河、雷山县，全州产值7亿元。", "", "522600", "most"},
	} {
		got, why := Home(c.title, c.head, c.publisher)
		if got != c.want || !strings.HasPrefix(why, c.why) {
			t.Errorf("Home(%q, %q, %q) is %q (%s), want %q (%s)", c.title, c.head, c.publisher, got, why, c.want, c.why)
		}
	}
}

func TestHomeOfGoldTexts(t *testing.T) {
	dir := needShared(t, "gold")
	for file, want := range map[string]string{
		"clean/000_1cab3cc33d78dab4.txt": "350423", "clean/001_b368f8efbda3c16b.txt": "350181", "clean/002_c00fd93b6983d61f.txt": "350100",
		"clean/003_0c49a4553b6892ee.txt": "350000", "clean/004_b16a34bcf3903bf3.txt": "350902",
		"reports/fujian-2025.txt": "350000", "reports/fuzhou-2024.txt": "350100", "reports/nbs-2022.txt": "100000",
	} {
		b, err := os.ReadFile(filepath.Join(dir, file))
		if err != nil {
			t.Fatal(err)
		}
		if got, why := Home("", string(b), ""); got != want {
			t.Errorf("%s: got %q (%s), want %s", file, got, why, want)
		}
	}
}

func TestTownAbout(t *testing.T) {
	for _, c := range []struct{ title, text, home, want string }{
		{"东华门街道2019年工作总结", "", "110101", "东华门街道"},
		{"清流县龙津镇政府工作报告", "全镇实现产值。", "350423", "龙津镇"},
		{"城关镇新春致辞", "我镇实现产值。", "", "城关镇"},
		{"推进城乡融合发展", "实现产值。", "", ""},
		{"清流县城镇居民收入增长", "", "350423", ""},
	} {
		if got := TownAbout(c.title, c.text, c.home); got != c.want {
			t.Errorf("TownAbout(%q) is %q, want %q", c.title, got, c.want)
		}
	}
}
