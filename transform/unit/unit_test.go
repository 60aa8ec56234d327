package unit_test

import (
	"fmt"
	"strings"
	"testing"

	"yiyuan"
	"yiyuan/transform/unit"
)

func show(text string) string {
	var out []string
	for _, q := range unit.Scan(text) {
		s := fmt.Sprintf("%s=%s %s", text[q.Start:q.End], yiyuan.Plain(&q.Value), q.Kind)
		if q.Unit.Code != "" && q.Unit.Code != q.Kind {
			s += ":" + q.Unit.Code
		}
		if q.Low != nil {
			s += " " + yiyuan.Plain(q.Low) + ".." + yiyuan.Plain(q.High)
		}
		if q.Bound != "exact" {
			s += " " + q.Bound
		}
		if q.Vague {
			s += " vague"
		}
		for i, p := range q.Parts {
			s += fmt.Sprintf(" %s=%s", text[p[0]:p[1]], yiyuan.Plain(&q.Ratio[i]))
		}
		out = append(out, s)
	}
	return strings.Join(out, " | ")
}

func TestScan(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"年产值突破30亿元", "30亿元=3000000000 amount:CNY over"},
		{"装机26兆瓦", "26兆瓦=26000 physical:kW"},
		{"农机总动力达310亿瓦特", "310亿瓦特=31000000 physical:kW"},
		{"自然增长率9.38‰", "9.38‰=0.938 percent"},
		{"超过四成", "四成=40 percent over"},
		{"近1/4", "1/4=25 percent nearly"},
		{"占总额一半", "一半=50 percent"},
		{"占三分之一", "三分之一=33.33 percent"},
		{"提前半个月完成", "半个月=0.5 duration:month"},
		{"产值翻番", "翻番=2 multiple:times"},
		{"翻了两番", "翻了两番=4 multiple:times"},
		{"奖补资金1600余万元", "1600余万元=16000000 amount:CNY over"},
		{"超2100家", "2100家=2100 count over"},
		{"晋位全省第4", "第4=4 rank"},
		{"居第七位，", "第七位=7 rank"},
		{"进入前三，", "前三=3 rank at_most"},
		{"前3位", "前3位=3 rank at_most"},
		{"世界500强", "500强=500 rank at_most"},
		{"第一产业增长5%", "第一=1 ordinal | 5%=5 percent"},
		{"分别居全省第一、三、十位", "第一=1 rank | 三=3 rank | 十位=10 rank"},
		{"全市第三、四期渠道", "第三=3 ordinal"},
		{"帮助25万种植户", "25万=250000 bare"},
		{"发现35种植物", "35种=35 count"},
		{"创作歌曲350首", "350首=350 count"},
		{"发生3起重大事故", "3起=3 count"},
		{"前三季度", ""},
		{"前11个月增长5%", "11个月=11 duration:month | 5%=5 percent"},
		{"增长5.0%—5.5%", "5.0%—5.5%=5.25 percent 5..5.5 range"},
		{"增长8—10%", "8—10%=9 percent 8..10 range"},
		{"库存增加3.2万吨至48.6万吨", "3.2万吨=32000 physical:tonne | 48.6万吨=486000 physical:tonne"},
		{"补贴增加200元至300元", "200元至300元=250 amount:CNY 200..300 range"},
		{"3至5个", "3至5个=4 count 3..5 range"},
		{"3~5亿元", "3~5亿元=400000000 amount:CNY 300000000..500000000 range"},
		{"10万到20万户", "10万到20万户=150000 count 100000..200000 range"},
		{"2023—2025年", "2023—2025年=2025 date"},
		{"1-11月增长3%", "1-11月=11 date | 3%=3 percent"},
		{"2024年3月5日8时30分", "2024年=2024 date | 3月=3 date | 5日=5 date | 8时=8 date | 30分=30 date"},
		{"3年建设", "3年=3 duration:year"},
		{"五年来", "五年=5 duration:year"},
		{"三产比例为16.1∶50.4∶33.5", "16.1∶50.4∶33.5=16.1 ratio 16.1=16.1 50.4=50.4 33.5=33.5"},
		{"上午8:30开会", "8:30=8 date"},
		{"（3）加强", "3=3 bare"},
		{"1. 加强", "1=1 bare"},
		{"国发〔2023〕5号", "2023=2023 name | 5=5 name"},
		{"国内生产总值[2]1210207亿元", "2=2 name | 1210207亿元=121020700000000 amount:CNY"},
		{"G5高速、5G基站3万个、A4纸、PM2.5浓度", "G5=5 name | 5G=5 name | 3万个=30000 count | A4=4 name | PM2.5=2.5 name"},
		{"COVID-19", "COVID-19=19 name"},
		{"电话0591-87654321", "0591-87654321=591 name"},
		{"“1+3+N”体系", "1+3+N=1 name"},
		{"GDP5000亿元", "5000亿元=500000000000 amount:CNY"},
		{"提高1.0个百分点", "1.0个百分点=1 pp"},
		{"比重14.8%左右", "14.8%=14.8 percent approx"},
		{"不低于 6%", "6%=6 percent at_least"},
		{"控制在5%以内", "5%=5 percent at_most"},
		{"不到17个月", "17个月=17 duration:month at_most"},
		{"3天内办结", "3天=3 duration:day at_most"},
		{"5个多月", "5个多月=5 duration:month over"},
		{"近五年", "五年=5 duration:year"},
		{"附近3个村", "3个=3 count"},
		{"城镇新增就业1206万人", "1206万人=12060000 count:person"},
		{"接待游客3500万人次", "3500万人次=35000000 count"},
		{"新增装机3.4亿千瓦", "3.4亿千瓦=340000000 physical:kW"},
		{"粮食7000万吨/年", "7000万吨/年=70000000 physical:tonne"},
		{"劳动生产率12万元/人", "12万元/人=120000 amount:CNY"},
		{"港币2960元", "2960元=2960 amount:HKD"},
		{"一个项目、一批企业", "一个=1 count vague | 一批=1 count vague"},
		{"三大攻坚战、十大产业", "十大=10 count"},
		{"数百亿元", "数百亿元=10000000000 amount:CNY over"},
		{"打造百亿产业", "百亿=10000000000 bare"},
		{"总产值过百亿，", "百亿=10000000000 bare over"},
		{"-0.1%", "-0.1%=-0.1 percent"},
		{"近 70 %", "70 %=70 percent nearly"},
		{"全省首个试点", "首个=1 rank"},
		{"首批试点", ""},
		{"三点五倍", "三点五倍=3.5 multiple:times"},
		{"30成员国", "30=30 bare"},
		{"50年代到21世纪", "50年代=50 date | 21世纪=21 date"},
		{"每万人拥有5.3辆", "万人=10000 per:person | 5.3辆=5.3 count:vehicle"},
		{"十万吨级泊位", "十万吨=100000 grade:tonne"},
		{"一年半、两年多", "一年半=1.5 duration:year vague | 两年多=2 duration:year over"},
		{"两个半月", "两个半月=2.5 duration:month"},
		{"三个月半", "三个月半=3.5 duration:month"},
		{"百分之五至百分之十", "百分之五至百分之十=7.5 percent 5..10 range"},
		{"500千伏变电站", "500千伏=500 physical:other"},
		{"用电量35亿度", "35亿度=3500000000 physical:kWh"},
		{"耕地30公顷、120平方公里、500平方米、3万亩", "30公顷=30 physical:ha | 120平方公里=120 physical:km2 | 500平方米=500 physical:m2 | 3万亩=30000 physical:mu"},
		{"| 工业增加值 | 3200 |", "3200=3200 bare"},
		{"2024-03-05发布，2024.3.5", "2024-03-05=2024 date | 2024.3.5=2024 date"},
		{"３．５％", "３．５％=3.5 percent"},
		{"两千三百余，", "两千三百余=2300 bare over"},
		{"上百家企业", "百家=100 count over"},
		{"10个亿", "10个亿=1000000000 amount:CNY"},
		{"6个亿吨级煤矿、4个亿方气田", "6个=6 count | 亿吨=100000000 grade:tonne | 4个=4 count"},
		{"吞吐量突破2亿标箱", "2亿标箱=200000000 count over"},
		{"数据产量9.2ZB", "9.2ZB=9.2 physical:other"},
		{"2×66万千瓦", "2=2 bare | 66万千瓦=660000 physical:kW"},
		{"“十四五”时期", ""},
		{"进一步统一", ""},
		{"分别低11.5、31.2个百分点", "11.5=11.5 pp | 31.2个百分点=31.2 pp"},
		{"税收连续突破30、50、80亿元", "30=3000000000 amount:CNY over | 50=5000000000 amount:CNY | 80亿元=8000000000 amount:CNY"},
		{"\n1、5个项目", "1=1 bare | 5个=5 count"},
		{"分别达到12 915元和5 172元", "12 915元=12915 amount:CNY | 5 172元=5172 amount:CNY"},
		{"存栏羊41 300只", "41 300只=41300 count"},
		{"提灌站2 417处、水池11 306座", "2 417处=2417 count | 11 306座=11306 count"},
		{"实现两位数增长", "两位数=10 percent at_least"},
		{"漳州核电2—4号机组", "2—4号=2 name"},
		{"拨打12345政务服务热线", "12345=12345 name"},
		{"夺得3金1银2铜的好成绩", "3金=3 count | 1银=1 count | 2铜=2 count"},
		{"在5%和6%之间", "5%和6%=5.5 percent 5..6 range"},
		{"超过了一千？", "一千=1000 bare over"},
		{"“9·8”投洽会", "9·8=9 name"},
		{"党的二十大报告", ""},
		{"市七届人大六次会议", ""},
		{"一、第一，加强", "第一=1 ordinal"},
		{"为 300 多户企业", "300 多户=300 count over"},
		{"https://a.cn/q?x=30%25%2020%，", "a.cn/q?x=30%25%2020=30 name"},
		{"补助标准610元/人/月", "610元/人/月=610 amount:CNY"},
		{"全国百亿强县", "百亿=10000000000 bare"},
		{"上世纪六七十年代", ""},
		{"“双11”、歼-20战机", "11=11 name | 20=20 name"},
		{"八五折", "八五折=85 percent"},
	} {
		if got := show(c.text); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}
