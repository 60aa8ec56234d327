package figure

import (
	"fmt"
	"strings"
	"testing"

	"yiyuan"
	"yiyuan/transform/period"
)

// TestExamples reads every example of the phrase book as a sentence of a Fujian report on 2024, those of news.txt as one
// of the national news of 20 August 2021.
func TestExamples(t *testing.T) {
	examples, err := Examples()
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range examples {
		t.Run(e.File+"/"+e.Sentence, func(t *testing.T) {
			in := Input{
				Text: e.Sentence, Home: "350000", Reference: yiyuan.NewDate(2025, 1, 13),
				Report: period.Report{Kind: "work_report", Reviewed: 2024, Planned: 2025},
			}
			if e.File == "news.txt" {
				in = Input{Text: e.Sentence, Home: "100000", Reference: yiyuan.NewDate(2021, 8, 20)}
			}
			checkExample(t, e, Read(in).Facts)
		})
	}
}

// TestNewsOfAPlace reads stories about Hebei that leave it, for another province by a headline, for the whole country, and
// one of a province that is not known.
func TestNewsOfAPlace(t *testing.T) {
	for _, c := range []struct {
		home, text string
		want       []string // the region of each fact
	}{
		{"130000", "河北：港口提质\n五年来，全省出口年均增长6%。\n湖南：工业攀高\n五年来，全省研发投入增长70%，园区企业数量增长80%。\n空气质量优良率达91%。", []string{"130000", "430000", "430000", "430000"}},
		{"130000", "河北新增企业300家。\n近年来，各地医院投入增长8%。\n商务部数据显示，今年网上零售额增长9%。", []string{"130000", "100000", "100000"}},
		{"130000", "河北涿州市的车间里，机器轰鸣。\n这个智能制造产业园，一年建成厂房20座。", []string{"130681"}},
		{"130000", "河北涿州市的果园里，果子熟了。\n李建军一家人种了30亩果树，他今年收入8万元。\n近年来，全省新建果园20万亩。", []string{"130681", "130681", "130000"}},
		{"130000", "河北有工厂8万家，记者来到涿州市的一个园区。这个园区有企业70家。", []string{"130000", "130681"}},
		{"130000", "河北正定县新建学校3所，在河北率先为每名学生补贴500元。", []string{"130123", "130123"}},
		{"100000", "# 第9届中国—东盟科技展览会签约额超400亿元\n第9届中国—东盟科技展览会正在广西南宁举行，共有30个项目签约，总投资401.5亿元。", []string{"450100", "450100", "450100"}},
		{"130000", "河北涿州市的园区里，机器轰鸣。\n去年，合作社建起大棚300座，企业又追加投资2亿元。", []string{"130681", "130681"}},
		{"130000", "河北尚义县前进村的老张养羊。\n去年，河北补贴农户3万户。像前进村所在的尚义县，把养羊当作主业。今年新建羊舍50座。", []string{"130000", "130725"}},
		{"130000", "河北涿州市的园区里，机器轰鸣。\n如今，3000名农民在家门口上班。", []string{"130681"}},
		{"", "数据显示，今年全省进出口总额3900亿元，其中出口2600亿元。", []string{"", ""}},
		{"130200", "迁安市种梨9万亩，遵化市最多，达12万亩。良种普及率八成。", []string{"130283", "130281", "130200"}},
		{"130000", "唐山市保费占全省的两成。全年保费90亿元。", []string{"130200", "130000"}},
		{"130200", "春运40天河北全省客运量800万人次。增幅最高的迁安市达9%。", []string{"130000", "130283"}},
		{"130681", "某泵业公司，国内市场占有率达到41%。公司产值在全省建材企业里排第六。", []string{"130681", "130681"}},
		{"130681", "涿州揽收快件390万件，占河北全省的两成、全国的1%。", []string{"130681", "130681", "130681"}},
		{"130000", "唐山市物价上涨2.1%，沧州市上涨2.4%，分别比上月回落0.3和0.2个百分点。", []string{"130200", "130900", "130200", "130900"}},
		{"130200", "迁安市获评全国示范县，4个县进入全国百强。", []string{"130200"}},
		{"130200", "迁安市卖出农机2.1万台，遵化市、滦州市紧随其后，分别为1.3万台、1.2万台。", []string{"130283", "130281", "130284"}},
		{"130200", "唐山市种枣20万亩。\n全国来看，今年枣产量700万吨，库存90万吨。", []string{"130200", "100000", "100000"}},
		{"130200", "唐山市新建焦炉3座。\n据行业协会统计，截至8月底，国内建成焦炉600座，在建的还有40座。", []string{"130200", "100000", "100000"}},
		{"130200", "唐山市收棉2万吨。国家放开收购价格，每担由400元降至300元，我市均价每公斤3元。", []string{"130200", "100000", "100000", "130200"}},
		{"130200", "迁安市栽树30万株。\n来自遵化市的代表李明发了言。\n全年财政支出90亿元。", []string{"130283", "130200"}},
		{"130200", "据迁安海关统计，今年出口板栗4万吨。在天津市举行的推介会上，签下6个项目。", []string{"130200", "130200"}},
		{"130200", "迁安市成交房屋600套。遵化市略好，成交700套。二手房方面，主城区过户800套，挂牌量3万套。", []string{"130283", "130281", "130200", "130200"}},
		{"130200", "唐山市栽藕30万亩。六年来，全国对口支援款物达3亿元。工程投资2亿元，其中省内外客商出资8000万元。", []string{"130200", "130200", "130200", "130200"}},
		{"130200", "唐山市栽桑9万亩。全国六成的桑苗出自这里。在全省园艺评比中稳居前三名。", []string{"130200", "130200", "130200"}},
		{"100000", "宁波东洲海运亏损6亿元。大连辽海油运减亏3亿元。\n东洲海运现有货船42艘。", []string{"330200", "210200", "330200"}},
		{"130200", "江苏对口支援的工程队进场，新建校舍30座。", []string{"130200"}},
		{"100000", "全国保费收入900亿元，广东省最多，达150亿元。\n记者从浙江省保险行业协会了解到，7月车险保费7亿元，退保金3亿元。\n业内人士预计，全年保费突破2000亿元。", []string{"100000", "440000", "330000", "330000", "100000"}},
		{"130000", "全省改厕40万户。\n各地利用荒坡新建果园30万亩。", []string{"130000", "130000"}},
		{"130200", "迁安市、遵化市新开民宿19家和7家。", []string{"130283", "130281"}},
		{"130200", "迁安市接待游客30万人次，遵化市20万人次，两市占了全市的六成。", []string{"130283", "130281", "130200"}},
		{"130200", "迁安市种梨9万亩，遵化市、滦州市合计12万亩。", []string{"130283", "130200"}},
		{"130200", "迁安市发车97列，遵化市143列；外运钢材470万吨。", []string{"130283", "130281", "130200"}},
		{"130200", "迁安市接待游客30万人次；遵化市、滦州市分列二至三位，分别为8万、6万人次。", []string{"130283", "130283", "130281", "130284"}},
		{"130200", "果业贷款9亿元（迁安市占近八成），养殖贷款4亿元；小微企业贷款84亿元。", []string{"130200", "130283", "130200", "130200"}},
		{"130200", "省外去向中，浙江占三成，江苏、上海合占四成。", []string{"130200", "130200"}},
		{"130283", "在武汉、南昌等地开专卖店150家。", []string{"130283"}},
		{"130283", "迁安市有商铺900个。浙江金华人王大力如今手下有工人80名。", []string{"130283", "130283"}},
		{"130000", "载有82个集装箱的班列从唐山港驶往莫斯科，今年该港已开出班列71列。", []string{"130200", "130200"}},
		{"", "2020年装载机产量14万台。分省看，山东产量占三成，江苏占两成。\n年末库存4100台。", []string{"100000", "370000", "320000", "100000"}},
		{"130000", "全省小麦总产140亿公斤，其中邯郸、邢台、衡水产量占一半以上。", []string{"130000", "130000"}},
		{"130283", "上海援疆干部带着工人建起大棚50座。从广东返乡的技工已有900人。在辽宁凌源边界新建泵站3座。", []string{"130283", "130283", "130283"}},
		{"130283", "唐山市出台措施12条，县里给每户补贴3000元。", []string{"130200", "130283"}},
		{"130200", "今天，21吨迁西板栗运往日本。产品销往全国20个省份，国内销售额达9亿元。集装箱吞吐量占比六成，全省占比三成。", []string{"130227", "130200", "130200", "130200", "130200"}},
		{"130200", "外资来源：香港三成；台湾一成。汶川地震造成作坊受损2万平方米。", []string{"130200", "130200", "130200"}},
		{"210100", "二手房成交940套。铁西成交210套，浑南160套。", []string{"210100", "210106", "210112"}},
		{"410100", "新密市有糕点企业47家。放眼郑州，食品产业规模已突破900亿元。", []string{"410183", "410100"}},
		{"230100", "本届洽谈会成交42亿元。黑龙江省交易团成交27亿元。参展的企业有1600家。", []string{"230100", "230000", "230100"}},
		{"130200", "唐山花市天天爆满，日销月季9万枝。\n【画外音】去年河北鲜花产量5亿枝，占全国的三成；出口600万美元。", []string{"130200", "130000", "130000", "130000"}},
		{"130200", "唐山花市天天爆满，日销月季9万枝。去年河北旅游收入900亿元。", []string{"130200", "130000"}},
		{"100000", "商场里热闹：唐山市日进客2万人次。铁道部说，昨日发送旅客410万人。", []string{"130200", "100000"}},
		{"130200", "唐山市开工率53%。截至上周末（4月9日）全国库存9万吨。", []string{"130200", "100000"}},
		{"130200", "主要产品产量\n| 指标 | 10月 |\n| --- | --- |\n| 原煤（万吨） | 4412.6 |\n| 其中：迁安市 | 2103.4 |\n| 遵化市 | 688.9 |\n| 原油（万吨） | 85.1 |", []string{"130200", "130283", "130281", "130200"}},
	} {
		facts := Read(Input{Text: c.text, Home: c.home, Reference: yiyuan.NewDate(2021, 8, 20)}).Facts
		if len(facts) != len(c.want) {
			t.Errorf("%d facts of %q, want %d", len(facts), c.text, len(c.want))
			continue
		}
		for i, f := range facts {
			if f.RegionCode != c.want[i] {
				t.Errorf("%s is of %q, want %q", f.ValueText, f.RegionCode, c.want[i])
			}
		}
	}
}

// TestAimsHeading: a numbered heading over aims rules its part of a plan, and no more.
func TestAimsHeading(t *testing.T) {
	text := "2021年蚕桑生产意见\n一、目标任务\n全年新植桑园3万亩，产值增长8%。\n二、基本情况\n2020年产值增长6%。"
	var got []string
	for _, f := range Read(Input{Text: text, Home: "360700", Reference: yiyuan.NewDate(2021, 3, 1)}).Facts {
		got = append(got, f.Status)
	}
	if strings.Join(got, " ") != "target target actual" {
		t.Errorf("status %v", got)
	}
}

// TestPlanByHeadings: the aims and tasks of a plan stand under headings that say no more than that.
func TestPlanByHeadings(t *testing.T) {
	text := "某县花卉产业行动方案\n一、基础\n花卉产值8亿元。\n二、目标\n产值达到15亿元。\n三、任务\n1. 新建大棚300座。\n四、保障\n已安排资金2000万元。"
	var got []string
	for _, f := range Read(Input{Text: text, Home: "360700", Reference: yiyuan.NewDate(2021, 3, 1)}).Facts {
		got = append(got, f.Status)
	}
	if strings.Join(got, " ") != "actual target target actual" {
		t.Errorf("status %v", got)
	}
}

// TestTasksBehindReview: the account of a year comes to the tasks of the next by a heading or a lead that names it.
func TestTasksBehindReview(t *testing.T) {
	for _, text := range []string{
		"某县林业局2020年工作总结\n一、2020年工作开展情况\n新造林8万亩。\n二、2021年工作打算\n新造林9万亩，育苗400万株。",
		"某县林业局工作要点\n2020年，新造林8万亩。\n2021年重点抓好以下工作：\n1．抓造林。新造林9万亩，育苗400万株。",
	} {
		var got []string
		for _, f := range Read(Input{Text: text, Home: "360700", Reference: yiyuan.NewDate(2021, 1, 18)}).Facts {
			got = append(got, f.Status)
		}
		if strings.Join(got, " ") != "actual target target" {
			t.Errorf("status %v", got)
		}
	}
}

// TestDeedsOfYear: the headline of the deeds of a year makes aims of them, and not of what the year before has brought.
func TestDeedsOfYear(t *testing.T) {
	text := "江州公布2021年十件民生实事项目\n2020年，全县新增学位900个。\n2021年，全县将新增学位1200个。"
	want := map[string]string{"900个": "actual", "1200个": "target"}
	for _, f := range Read(Input{Text: text, Home: "360700", Reference: yiyuan.NewDate(2021, 1, 18)}).Facts {
		if status, told := want[f.ValueText]; told && f.Status != status {
			t.Errorf("%s is %s, want %s", f.ValueText, f.Status, status)
		}
	}
}

// TestPlaceOfNoName: the news of a place that is not named is not of the country, even where it speaks of statistics.
func TestPlaceOfNoName(t *testing.T) {
	for _, f := range Read(Input{Text: "据统计，上半年，全市企业完成税收6.2亿元。", Reference: yiyuan.NewDate(2021, 8, 20)}).Facts {
		if f.RegionCode != "" {
			t.Errorf("%s is of %s, want none", f.ValueText, f.RegionCode)
		}
	}
}

// TestReportOfTown: what a town reports of itself under a headline that does not name it is of no country.
func TestReportOfTown(t *testing.T) {
	for _, f := range Read(Input{Title: "我镇上半年工作情况", Text: "1—6月份，完成地区生产总值9.2亿元，同比增长7%。", Reference: yiyuan.NewDate(2021, 7, 20)}).Facts {
		if f.RegionCode != "" {
			t.Errorf("%s is of %s, want none", f.ValueText, f.RegionCode)
		}
	}
}

// TestGotFromElsewhere: the place that things have been got from owns neither them nor what follows.
func TestGotFromElsewhere(t *testing.T) {
	for _, f := range Read(Input{Text: "县里的养殖场又从内蒙古买进260只种羊。村民养羊4000只。", Home: "360730", Reference: yiyuan.NewDate(2021, 7, 20)}).Facts {
		if f.RegionCode != "360730" {
			t.Errorf("%s is of %s, want the place of the news", f.ValueText, f.RegionCode)
		}
	}
}

// TestWholesOfShare: the wholes that a place is held against, one behind the other, own neither share.
func TestWholesOfShare(t *testing.T) {
	report := period.Report{Kind: period.WorkReport, Date: yiyuan.NewDate(2021, 2, 1), Reviewed: 2020, Planned: 2021}
	for _, f := range Read(Input{Text: "人均GDP仅为全国的36%、全省的52%。", Home: "360700", Reference: yiyuan.NewDate(2021, 2, 1), Report: report}).Facts {
		if f.RegionCode != "360700" {
			t.Errorf("%s is of %s, want the place of the report", f.ValueText, f.RegionCode)
		}
	}
}

// TestHeadlineRepeated: a headline that says a figure of its story has the time that is told there, and one that does not keeps its own.
func TestHeadlineRepeated(t *testing.T) {
	for _, c := range []struct {
		text, start, end string // of the headline's figure
	}{
		{"江州农业总产值破千亿元\n2020年，江州农业总产值达到1010.6亿元，同比增长5%。", "2020-01-01", "2020-12-31"},
		{"江州网上零售额增长9.5%\n商务部门今天介绍，前三季度江州网上零售额330亿元，同比增长9.5%。", "2021-01-01", "2021-09-30"},
		{"2019年江州网上零售额增长9.5%\n前三季度江州网上零售额330亿元，同比增长9.5%。", "2019-01-01", "2019-12-31"},
		{"江州出口增长7%\n2020年，江州网上零售额同比增长9.5%。", "", "2021-10-20"},
	} {
		f := Read(Input{Text: c.text, Home: "130000", Reference: yiyuan.NewDate(2021, 10, 20)}).Facts[0]
		if f.PeriodStart.String() != c.start || f.PeriodEnd.String() != c.end {
			t.Errorf("%s: %s to %s, want %s to %s", c.text, f.PeriodStart, f.PeriodEnd, c.start, c.end)
		}
	}
}

// TestStoryOfOnePlace: what the briefs and reviews of a bureau tell without a time is of the span in their title, or else
// of the months their first figures are of; what their town does is the town's.
func TestStoryOfOnePlace(t *testing.T) {
	for _, c := range []struct {
		title, town, text, subject, start, end string // of the last figure
	}{
		{"江城区前三季度工业运行情况", "", "工业增加值增长8%。", "江城区", "2021-01-01", "2021-09-30"},
		{"江城区2020年工作总结", "", "一年来，各项目标较好完成。完成固定资产投资30亿元。", "江城区", "2020-01-01", "2020-12-31"},
		{"江城区工业稳步增长", "", "1—8月，全区工业利润增长5%。\n随着价格在8月份回升，各行业均有增长。电子行业实现利润3亿元。", "江城区", "2021-01-01", "2021-08-31"},
		{"江城区财政工作", "", "1—8月，全区税收增长5%。固定资产投资累计完成30亿元。", "江城区", "2021-01-01", "2021-08-31"},
		{"江城区企业概况", "", "1—8月，全区认定科技企业40家、广东省制造业示范企业3家。", "江城区", "2021-01-01", "2021-08-31"},
		{"某某街道工作总结", "某某街道", "1—8月，街道完成税收3亿元。", "某某街道", "2021-01-01", "2021-08-31"},
	} {
		facts := Read(Input{Title: c.title, Town: c.town, Text: c.text, Home: "441702", Reference: yiyuan.NewDate(2021, 10, 20)}).Facts
		if f := facts[len(facts)-1]; f.PeriodStart.String() != c.start || f.PeriodEnd.String() != c.end || f.Subject != c.subject {
			t.Errorf("%s: %s of %s from %s to %s, want %s from %s to %s", c.title, f.ValueText, f.Subject, f.PeriodStart, f.PeriodEnd, c.subject, c.start, c.end)
		}
	}
}

// TestSummingUp: 今年 in the review of a bureau's summing up is the year reviewed, though the page is stamped in the next.
func TestSummingUp(t *testing.T) {
	const text = "一、2023年工作总结\n今年以来，全县新修渠道30公里。\n二、2024年工作安排\n全年新修渠道40公里。"
	report := period.Report{Kind: period.WorkReport, Reviewed: 2023, Planned: 2024, Summed: true}
	facts := Read(Input{Text: text, Home: "441702", Reference: yiyuan.NewDate(2024, 1, 9), Report: report}).Facts
	for i, want := range []string{"2023-12-31", "2024-12-31"} {
		if got := facts[i].PeriodEnd.String(); got != want {
			t.Errorf("%s ends %s, want %s", facts[i].ValueText, got, want)
		}
	}
}

// TestPlanInHeadline: a yearly average that is to be reached by the end of the plan in the headline is of its five years.
func TestPlanInHeadline(t *testing.T) {
	const text = "红石县水利发展“十五五”规划\n到2030年，农田灌溉用水年均下降3%。"
	f := Read(Input{Text: text, Headed: true, Home: "441702", Reference: yiyuan.NewDate(2026, 3, 9)}).Facts[0]
	if got := f.PeriodStart.String() + " " + f.PeriodEnd.String(); got != "2026-01-01 2030-12-31" {
		t.Errorf("%s is of %s", f.ValueText, got)
	}
}

// TestHeadlineAndOpening: a bare year over what it has brought rules what is listed, and what a headline says has happened is of the months that
// the story opens with.
func TestHeadlineAndOpening(t *testing.T) {
	for _, c := range []struct{ text, want string }{ // the span of the first fact
		{"2022红石茶业成绩单\n✔鲜叶产量：8.3万吨\n✔加工转化率35%", "2022-01-01 2022-12-31"},
		{"我市减税惠及4.6万户商户\n记者昨日获悉，今年1至4月，全市新增减税17.8亿元。4月份，销售额恢复到去年同期的93%。", "2023-01-01 2023-04-30"},
	} {
		f := Read(Input{Text: c.text, Headed: true, Home: "441702", Reference: yiyuan.NewDate(2023, 5, 19)}).Facts[0]
		if got := f.PeriodStart.String() + " " + f.PeriodEnd.String(); got != c.want {
			t.Errorf("%s is of %s, want %s", f.ValueText, got, c.want)
		}
	}
}

// TestUnnamedPlace: a text that speaks as of one place, but does not name it, is of an unknown one, not of the country.
func TestUnnamedPlace(t *testing.T) {
	for _, c := range []struct{ text, region string }{
		{"在市委的领导下，各项工作顺利。新建农村公路60公里。", ""},
		{"全县公路养护提质。各部门新建农村公路60公里。", ""},
		{"农村公路提质。新建农村公路60公里。", "100000"},
	} {
		if f := Read(Input{Text: c.text, Reference: yiyuan.NewDate(2021, 10, 20)}).Facts[0]; f.RegionCode != c.region {
			t.Errorf("%s: %s is of %q, want %q", c.text, f.ValueText, f.RegionCode, c.region)
		}
	}
}

// TestOwnerOfHeadline: what a headline begins with owns what its story tells of no other, and 全区 is the zone that the headline is of.
func TestOwnerOfHeadline(t *testing.T) {
	for _, c := range []struct{ text, subject, kind string }{ // of the last figure
		{"开发区集中签约\n近日，开发区举行签约仪式。共签约项目10个。", "开发区", "park"},
		{"上半年经开区工业运行平稳\n上半年，规上工业增加值同比增长9%。", "经开区", "park"},
		{"江城区企业落户提速\n开发区服务好。今年，全区新增企业30家。", "江城区", "region"},
		{"青禾果蔬专业合作社采摘园\n青禾果蔬专业合作社由返乡农民创办。栽植果树2.5万株。", "青禾果蔬专业合作社", "enterprise"},
		{"阳江高新区工业提质\n阳江高新区产城融合。2020年，全区实现地区生产总值85亿元。", "阳江高新区", "park"},
		{"2020年江城港口生产快报\n一、总体情况。全年完成货物吞吐量90万吨，增长3%。", "江城港", "other"},
		{"江城海盛农牧股份有限公司2021年9月份销售简报\n一、销售情况。9月，公司销售生猪8万头。", "江城海盛农牧股份有限公司", "enterprise"},
		{"江城街头见闻\n宏岳绒业订单多，今年营收9亿元。", "宏岳绒业", "enterprise"},
		{"江城区项目集中签约\n签约项目中，福州市海盛食品有限公司投资2亿元建设冷库。", "福州市海盛食品有限公司", "enterprise"},
	} {
		facts := Read(Input{Text: c.text, Headed: true, Home: "441702", Reference: yiyuan.NewDate(2021, 10, 20)}).Facts
		if f := facts[len(facts)-1]; f.Subject != c.subject || f.SubjectKind != c.kind || f.RegionCode == "350100" {
			t.Errorf("%s of %s, a %s in %s, want %s", f.ValueText, f.Subject, f.SubjectKind, f.RegionCode, c.subject)
		}
	}
}

// TestTradeOfStory: a story under a headline on a trade goes on telling of it, but not what is of no trade.
func TestTradeOfStory(t *testing.T) {
	for _, c := range []struct{ text, trade string }{ // of the last figure
		{"江城大蒜行情回暖\n库存大蒜80万吨。\n现货均价每公斤6元。", "大蒜"},
		{"江城大蒜行情回暖\n库存大蒜80万吨。\n全市常住人口40万人。", ""},
		{"江城行情回暖\n库存大蒜80万吨。\n现货均价每公斤6元。", ""},
	} {
		facts := Read(Input{Text: c.text, Headed: true, Home: "441702", Reference: yiyuan.NewDate(2021, 10, 20)}).Facts
		if f := facts[len(facts)-1]; f.Industry != c.trade {
			t.Errorf("%s is of the trade %q, want %q", f.ValueText, f.Industry, c.trade)
		}
	}
}

// TestTablesOfTrade: the rows of a table of both ways are of the total above them, those of one way are of what its title names.
func TestTablesOfTrade(t *testing.T) {
	const text = `表3 某年货物进出口总额及其增长速度
指标 绝对数（亿美元） 比上年增长%
货物进出口总额 900 6.1
货物出口额 500 7.2
机电产品 300 8.3
货物进口额 400 4.4
机电产品 100 5.5
表4 某年主要商品出口数量、金额及其增长速度
商品名称 单位 数量 比上年增长% 金额（亿美元） 比上年增长%
茶叶 万吨 31 1.2 15 2.3
鞋类 —— — — 48 12.4
`
	facts := Read(Input{Text: text, Home: "100000", Reference: yiyuan.NewDate(2013, 2, 20), Report: period.Report{Kind: period.Communique, Reviewed: 2012}}).Facts
	want := map[string]string{
		"900": "foreign_trade", "500": "exports", "300": "exports 机电产品", "400": "imports", "100": "imports 机电产品", "5.5": "imports 机电产品",
		"31": "exports 茶叶", "15": "exports 茶叶", "48": "exports 鞋类", "12.4": "exports 鞋类",
	}
	for _, f := range facts {
		if w, ok := want[f.ValueText]; ok {
			code, industry, _ := strings.Cut(w, " ")
			if f.Indicator != code || strings.HasPrefix(code, "exp") && industry != "" && f.Industry != industry {
				t.Errorf("%s is %s of %q, want %s", f.ValueText, f.Indicator, f.Industry, w)
			}
			delete(want, f.ValueText)
		}
	}
	for v := range want {
		t.Errorf("no fact %s", v)
	}
}

// TestEveryRuleHasAnExample keeps the phrase book whole: a rule that no example reads by is not documented and not tested.
func TestEveryRuleHasAnExample(t *testing.T) {
	examples, err := Examples()
	if err != nil {
		t.Fatal(err)
	}
	shown := map[string]bool{}
	for _, e := range examples {
		for _, f := range e.Facts {
			shown[f.Fields["rule"]] = true
		}
	}
	for _, r := range phraseBook() {
		if !shown[r.name] {
			t.Errorf("rule %s (%s) has no example that says rule=%s", r.name, r.pattern, r.name)
		}
	}
}

func checkExample(t *testing.T, e Example, facts []yiyuan.Fact) {
	t.Helper()
	taken := make([]bool, len(facts))
	for _, want := range e.Facts {
		i := findFact(facts, taken, want.ValueText)
		if i < 0 {
			t.Errorf("%s: no fact", want.ValueText)
			continue
		}
		taken[i] = true
		for field, value := range want.Fields {
			if got := fieldOf(&facts[i], field); got != value {
				t.Errorf("%s: %s is %q, want %q", want.ValueText, field, got, value)
			}
		}
	}
	for _, no := range e.NoFacts {
		if i := findFact(facts, taken, no); i >= 0 {
			t.Errorf("%s: read as a fact of %s", no, facts[i].Indicator)
		}
	}
}

func findFact(facts []yiyuan.Fact, taken []bool, valueText string) int {
	for i := range facts {
		if !taken[i] && facts[i].ValueText == valueText {
			return i
		}
	}
	return -1
}

func fieldOf(f *yiyuan.Fact, name string) string {
	switch name {
	case "value":
		return yiyuan.Plain(&f.Value)
	case "unit":
		return f.Unit
	case "counter":
		return f.Counter
	case "indicator":
		return f.Indicator
	case "indicator_text":
		return f.IndicatorText
	case "measure":
		return f.Measure
	case "base":
		return f.Base
	case "bound":
		return f.Bound
	case "subject":
		return f.Subject
	case "subject_kind":
		return f.SubjectKind
	case "region_code":
		return f.RegionCode
	case "industry":
		return f.Industry
	case "qualifier":
		return f.Qualifier
	case "period_kind":
		return f.PeriodKind
	case "period_start":
		return f.PeriodStart.String()
	case "period_end":
		return f.PeriodEnd.String()
	case "status":
		return f.Status
	case "price_basis":
		return f.PriceBasis
	case "rule":
		return f.Rule
	}
	return "unknown field " + name
}

// TestStoryTime: what happened at no told time is of the time that most of a story is told of, once it is named, and the statistics before
// it too; what is told of other years is not.
func TestStoryTime(t *testing.T) {
	text := "县里接待游客的农家乐收入增长9%，发放贷款8亿元。\n2020年，全县接待游客310万人次，增长6%，实现旅游收入21亿元。2018年，接待游客260万人次。\n全县培训农民4800人次。"
	want := map[string]int{"9%": 2020, "8亿元": 0, "310万人次": 2020, "6%": 2020, "21亿元": 2020, "260万人次": 2018, "4800人次": 2020}
	for _, f := range Read(Input{Text: text, Home: "360700", Reference: yiyuan.NewDate(2021, 3, 1)}).Facts {
		if year, told := want[f.ValueText]; told && (f.PeriodStart.Year != year || year > 0 && f.PeriodEnd.Year != year) {
			t.Errorf("%s is of %v to %v, want %d", f.ValueText, f.PeriodStart, f.PeriodEnd, year)
		}
	}
}

// TestAimMissed: how far what is reviewed stands from its aim is of the year gone by.
func TestAimMissed(t *testing.T) {
	facts := Read(Input{
		Text: "一、2023年工作回顾\n进出口总额增长5.4%，高于年度预期目标2.4个百分点。\n但有的指标未达到预期目标：财政收入下降3.7%。\n二、2024年工作安排\n今年的预期目标是财政收入增长6%。",
		Home: "350400", Reference: yiyuan.NewDate(2024, 1, 10), Report: period.Report{Kind: period.WorkReport, Reviewed: 2023, Planned: 2024},
	}).Facts
	for i, want := range []string{"actual", "actual", "actual", "target"} {
		if f := facts[i]; f.Status != want || (f.PeriodEnd.Year == 2023) != (want == "actual") {
			t.Errorf("%s is %s and of %d, want %s", f.ValueText, f.Status, f.PeriodEnd.Year, want)
		}
	}
}

// TestTurnsOfReport: a paragraph without figures takes a review over to its term, and the aims of the year end those of the term above them.
func TestTurnsOfReport(t *testing.T) {
	text := "一年来，全市发放贷款8亿元。\n\n2020年任务的完成，标志着规划圆满收官。五年来，面对复杂的形势，我们攻坚克难，各项事业迈上新的台阶。\n\n综合实力大幅跃升。" + strings.Repeat("坚持把发展作为第一要务。", 6) + "新建公路120公里。\n\n" +
		"二、今后五年的总体思路和2021年工作安排\n\n今后五年，新建学校60所。\n\n2021年是开局之年。\n\n主要预期目标是：新增就业4万人。\n\n（一）办好实事。改造棚户区3000套。"
	want := map[string]string{"8亿元": "2020-2020", "120公里": "2016-2020", "60所": "2021-2025", "4万人": "2021-2021", "3000套": "2021-2021"}
	in := Input{Text: text, Home: "360700", Reference: yiyuan.NewDate(2021, 2, 1), Report: period.Report{Kind: period.WorkReport, Date: yiyuan.NewDate(2021, 2, 1), Reviewed: 2020, Planned: 2021}}
	for _, f := range Read(in).Facts {
		if years, told := want[f.ValueText]; told && fmt.Sprintf("%d-%d", f.PeriodStart.Year, f.PeriodEnd.Year) != years {
			t.Errorf("%s is of %v to %v, want %s", f.ValueText, f.PeriodStart, f.PeriodEnd, years)
		}
		delete(want, f.ValueText)
	}
	if len(want) > 0 {
		t.Errorf("not read: %v", want)
	}
}

// TestReviewOfTheTerm reads a review of a year that goes over to the years of the plan by a paragraph that leads to what was done.
func TestReviewOfTheTerm(t *testing.T) {
	in := Input{
		Text: "2020年和“十三五”工作回顾\n全年新建学校7所。\n“十三五”以来，各项事业蒸蒸日上。我们主要做了以下工作。\n新建医院36所。截至11月末，引进企业9家。整合资金90亿元。",
		Home: "350000", Reference: yiyuan.NewDate(2021, 1, 13), Report: period.Report{Kind: "work_report", Reviewed: 2020, Planned: 2021},
	}
	want := []string{"2020-01-01", "2016-01-01", "", "2016-01-01"}
	for i, f := range Read(in).Facts {
		if got := f.PeriodStart.String(); got != want[i] {
			t.Errorf("%s is since %q, want %q", f.ValueText, got, want[i])
		}
	}
}

// TestYearOfReview dates what a review tells of its year by that year, whatever is to come it has spoken of before.
func TestYearOfReview(t *testing.T) {
	in := Input{
		Text: "1994年，改革取得重大进展，全省经济在九十年代再上新台阶有了良好的开端。初步统计，全年国内生产总值900亿元。",
		Home: "350000", Reference: yiyuan.NewDate(1995, 2, 10), Report: period.Report{Kind: period.Communique, Reviewed: 1994},
	}
	if f := Read(in).Facts[0]; f.PeriodStart != yiyuan.NewDate(1994, 1, 1) || f.PeriodEnd != yiyuan.NewDate(1994, 12, 31) {
		t.Errorf("%s is of %v to %v", f.ValueText, f.PeriodStart, f.PeriodEnd)
	}
}

// TestYearBehindAims lets a sentence among the tasks of a year that begins with a year gone by tell what was done in that.
func TestYearBehindAims(t *testing.T) {
	in := Input{
		Text: "二、2021年工作安排\n\n新建学校6所。\n\n2019年全市生产总值800亿元。",
		Home: "360700", Reference: yiyuan.NewDate(2021, 2, 1), Report: period.Report{Kind: period.WorkReport, Date: yiyuan.NewDate(2021, 2, 1), Reviewed: 2020, Planned: 2021},
	}
	want := map[string]string{"6所": "target", "800亿元": "actual"}
	for _, f := range Read(in).Facts {
		if status := want[f.ValueText]; f.Status != status {
			t.Errorf("%s is %s, want %s", f.ValueText, f.Status, status)
		}
	}
}

// TestPlaceLeftBehind: the aggregates that a report of a city comes to are not of the county that a clause before has named in passing.
func TestPlaceLeftBehind(t *testing.T) {
	for text, want := range map[string]string{
		"旅游业加快恢复，清流县古泉山庄建成4A级景区，智慧平台上线运行，全年接待游客860万人次。": "350400",
		"旅游业加快恢复，清流县获评旅游强县，接待游客860万人次。":                 "350423",
		"清流县获评旅游强县，智慧平台上线运行，接待游客860万人次。":                "350423",
		"县域经济壮大，清流县入围百强县，全市园区完成投资52亿元，实现规模以上工业产值310亿元。": "350400",
	} {
		facts := Read(Input{Text: text, Home: "350400", Reference: yiyuan.NewDate(2022, 1, 10), Report: period.Report{Kind: period.WorkReport, Reviewed: 2021}}).Facts
		if len(facts) == 0 || facts[len(facts)-1].RegionCode != want {
			t.Errorf("%s: want %s, got %v", text, want, facts)
		}
	}
}

// Natives of the place that the news is of are its own wherever they work, and the share of one part of it takes no story there.
func TestOwnedFromHome(t *testing.T) {
	for text, home := range map[string]string{
		"固始县外出务工48万人，在北京的固始籍建筑工3万人，在苏州开店的1200家。":      "411525",
		"去年，全市有效发明专利6829件，石峰区一区就占了57%。新认定高新技术企业152家。": "430200",
	} {
		facts := Read(Input{Text: text, Home: home, Reference: yiyuan.NewDate(2018, 2, 9)}).Facts
		if len(facts) < 3 || facts[len(facts)-1].RegionCode != home {
			t.Errorf("%s: want %s, got %v", text, home, facts)
		}
	}
}

// The first half of a headline restricts nothing that the second tells.
func TestHalvesOfHeadline(t *testing.T) {
	facts := Read(Input{Text: "就业服务“零距离” 上半年新增就业1.9万人\n记者从人社局获悉。", Headed: true, Home: "371302", Reference: yiyuan.NewDate(2019, 7, 15)}).Facts
	if len(facts) != 1 || facts[0].Qualifier != "新增" {
		t.Errorf("want one fact of what is new, got %v", facts)
	}
}

// TestTurnsToComingTerm: a paragraph on the plan for the years to come ends the review above it, whatever its heading says.
func TestTurnsToComingTerm(t *testing.T) {
	in := Input{
		Text: "一、2020年工作回顾\n新建学校7所。\n二、奋力开启新征程\n“十四五”时期是开启新征程的第一个五年，机遇与挑战并存。\n（一）扩大内需。力争电商年交易额突破480亿元。",
		Home: "421300", Reference: yiyuan.NewDate(2021, 1, 7), Report: period.Report{Kind: period.WorkReport, Reviewed: 2020, Planned: 2021},
	}
	want := []string{"actual 2020-01-01", "target 2025-01-01"}
	for i, f := range Read(in).Facts {
		if got := f.Status + " " + f.PeriodStart.String(); got != want[i] {
			t.Errorf("%s is %s, want %s", f.ValueText, got, want[i])
		}
	}
}
