package period

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"
)

const shared = "../../../shared"

// split takes the front matter off a report file: its title, and the text below.
func split(b string) (title, text string) {
	b = strings.ReplaceAll(b, "\r", "")
	if !strings.HasPrefix(b, "---\n") {
		return "", b
	}
	front, text, _ := strings.Cut(b[4:], "\n---\n")
	for l := range strings.Lines(front) {
		if t, ok := strings.CutPrefix(strings.TrimSpace(l), "title:"); ok {
			title = strings.TrimSpace(t)
		}
	}
	return title, text
}

// TestReports reads every report of the collection. A file is named by the year the report was given in (a communiqué by
// the year it tells of); a few are filed otherwise, which is why not all can agree.
func TestReports(t *testing.T) {
	files, _ := filepath.Glob(shared + "/reports/*/*.md")
	more, _ := filepath.Glob(shared + "/reports/*/*/*.md")
	files = append(files, more...)
	if len(files) == 0 {
		t.Skip("no ../shared/reports here")
	}
	year := regexp.MustCompile(`(\d{4})\.md$`)
	right, dated := 0, 0
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		want, _ := strconv.Atoi(year.FindStringSubmatch(f)[1])
		kind := WorkReport
		if strings.Contains(f, "统计") {
			kind = Communique
		} else {
			want--
		}
		title, text := split(string(b))
		r := ReadReport(title, text)
		if r.Reviewed == want && r.Kind == kind {
			right++
		} else {
			t.Logf("filed otherwise than read: %s %+v", strings.TrimPrefix(f, shared), r)
		}
		if !r.Date.IsZero() {
			dated++
		}
		if d := Reference(title, text, time.Time{}); d.Day.IsZero() || d.Evidence == "" {
			t.Errorf("%s: no reference date", f)
		}
	}
	t.Logf("%d of %d as filed, %d with their day", right, len(files), dated)
	if right*100 < len(files)*98 {
		t.Errorf("only %d of %d reports have their year", right, len(files))
	}
}

func TestReadReport(t *testing.T) {
	for _, c := range []struct {
		title, text string
		want        Report
	}{
		{"政府工作报告", "——2018年1月5日在某市第十六届人民代表大会第二次会议上\n\n各位代表：\n一、2017年政府工作回顾\n二、2018年工作目标任务\n",
			Report{Kind: WorkReport, Date: day("2018-01-05"), Reviewed: 2017, Planned: 2018}},
		{"某市政府工作报告（2021年12月30日 某某）", "各位代表：\n一、过去五年及2021年工作回顾\n五年来，五年来\n二、今后五年总体要求\n三、2022年工作安排\n",
			Report{Kind: WorkReport, Date: day("2021-12-30"), Reviewed: 2021, Planned: 2022, Term: [2]int{2017, 2021}}},
		{"2011年政府工作报告", "各位代表：\n一、“十一五”规划执行情况回顾\n二、2011年主要任务\n",
			Report{Kind: WorkReport, Reviewed: 2010, Planned: 2011, Term: [2]int{2006, 2010}}},
		{"", "**政府工作报告**\n**二〇二一年一月三十日在某市人民代表大会上**\n各位代表：\n2020年，我们……\n",
			Report{Kind: WorkReport, Date: day("2021-01-30"), Reviewed: 2020, Planned: 2021}},
		{"中华人民共和国2022年国民经济和社会发展统计公报", "国家统计局\n2023年2月28日\n\n2022年……",
			Report{Kind: Communique, Date: day("2023-02-28"), Reviewed: 2022}},
		{"水利局工作总结及2022年工作计划", "（2022年1月6日）\n一、2021年工作回顾\n今年以来，……\n",
			Report{Kind: WorkReport, Date: day("2022-01-06"), Reviewed: 2021, Planned: 2022, Summed: true}},
		{"水利局2021年工作总结和工作打算", "一、2021年工作总结和工作打算\n今年以来，……\n",
			Report{Kind: WorkReport, Reviewed: 2021, Planned: 2022, Summed: true}},
		{"关于某县2006年财政预算执行情况和2007年财政预算（草案）的报告", "某县财政局\n一、2006年财政预算执行情况\n二、2007年财政预算（草案）\n",
			Report{Kind: WorkReport, Reviewed: 2006, Planned: 2007}},
		{"某县2009年扶贫开发工作总结", "一、主要工作\n今年以来，……\n",
			Report{Kind: WorkReport, Reviewed: 2009, Planned: 2010, Summed: true}},
		{"人大常委会听取2006年财政预算执行情况和2007年财政预算草案的报告", "昨日，……", Report{}},
		{"某县召开2009年扶贫开发工作总结大会", "昨日，……", Report{}},
		{"", "关于某市2015年财政预算执行情况和2016年财政预算草案的报告\n一、2015年预算执行情况\n全市……\n",
			Report{Kind: WorkReport, Reviewed: 2015, Planned: 2016}},
		{"", "关于一九八四年国民经济计划执行情况和一九八五年计划安排的报告\n二、今年计划的主要指标\n……\n",
			Report{Kind: WorkReport, Reviewed: 1984, Planned: 1985}},
		{"某区第十个五年计划纲要（草案）的报告", "——2001年2月15日在某区第十三届人民代表大会第四次会议上\n区长 某某\n各位代表：\n一、“九五”时期的简要回顾\n二、“十五”时期的主要奋斗目标\n",
			Report{Kind: WorkReport, Date: day("2001-02-15"), Reviewed: 2000, Planned: 2001, Term: [2]int{1996, 2000}}},
		{"某县两会开幕", "昨日，县人代会开幕，县长作政府工作报告。报告提出，2008年财政收入增长9%。\n", Report{}},
		{"某区第十三届人民代表大会闭幕", "2001年2月18日，区第十三届人民代表大会第四次会议\n闭幕。各位代表……\n", Report{}},
		{"关于2015年预算执行情况的通报", "今年……", Report{}},
		{"某园区创新高", "今年以来，某园区……", Report{}},
	} {
		got := ReadReport(c.title, c.text)
		got.evidence = ""
		if got != c.want {
			t.Errorf("%s\n got %+v\nwant %+v", c.title, got, c.want)
		}
	}
}

func TestHeading(t *testing.T) {
	r := Report{Kind: WorkReport, Date: day("2022-01-05"), Reviewed: 2021, Planned: 2022, Term: [2]int{2017, 2021}}
	for _, c := range []struct{ line, want string }{
		{"一、2021年政府工作回顾", "2021-01-01..2021-12-31 actual"},
		{"**一、2021年和第十三届政府工作回顾**", "2021-01-01..2021-12-31 actual"},
		{"## 一、过去五年工作回顾", "2017-01-01..2021-12-31 actual"},
		{"一、本届人民政府工作回顾", "2017-01-01..2021-12-31 actual"},
		{"**一、过去五年工作回顾** 过去五年，我市经济……", "2017-01-01..2021-12-31 actual"},
		{"五年的主要工作和成效是：", "2017-01-01..2021-12-31 actual"},
		{"一年来，我们主要做了以下工作：", "2021-01-01..2021-12-31 actual"},
		{"一、“十三五”时期发展成就", "2016-01-01..2020-12-31 actual"},
		{"2022年工作目标任务", "2022-01-01..2022-12-31 target"},
		{"二、2022年工作总体要求", "2022-01-01..2022-12-31 target"},
		{"三、2022年主要工作", "2022-01-01..2022-12-31 target"},
		{"二、今后五年的奋斗目标", "2022-01-01..2026-12-31 target"},
		{"二、“十四五”时期主要目标", "2021-01-01..2025-12-31 target"},
		{"今年要重点做好以下工作：", "2022-01-01..2022-12-31 target"},
		{"（一）坚持综合施策，经济运行更加稳健。", ""},
		{"2021年，全市实现生产总值3000亿元，增长7.5%。", ""},
		{"| 2021年 | 比上年增长% |", ""},
		{"——2022年1月5日在某市第十四届人民代表大会第一次会议上", ""},
	} {
		got := ""
		if p, status, ok := Heading(c.line, r); ok {
			got = p.String() + " " + status
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.line, got, c.want)
		}
	}
	first := Report{Kind: WorkReport, Date: day("2021-01-05"), Reviewed: 2020, Planned: 2021}
	if p, status, _ := Heading("三、扎实做好“十四五”开局工作", first); p != Year(2021) || status != "target" {
		t.Errorf("the first year of a plan: %s %s", p, status)
	}
}

// A report given in December says 今年 of the year it reviews and 明年 of the one it plans.
func TestDecemberHeading(t *testing.T) {
	r := Report{Kind: WorkReport, Date: day("2021-12-30"), Reviewed: 2021, Planned: 2022}
	for line, want := range map[string]string{
		"今年的主要工作：":   "2021-01-01..2021-12-31 actual",
		"明年的重点工作任务：": "2022-01-01..2022-12-31 target",
	} {
		p, status, _ := Heading(line, r)
		if got := p.String() + " " + status; got != want {
			t.Errorf("%s: %s, want %s", line, got, want)
		}
	}
}

func TestReference(t *testing.T) {
	at := func(s string) time.Time {
		if s == "" {
			return time.Time{}
		}
		return day(s).Time()
	}
	for _, c := range []struct {
		name, title, text, stamp, want, why string
	}{
		{"a report is dated by its heading", "政府工作报告", "——2018年1月5日在某市人民代表大会上\n各位代表：\n一、2017年工作回顾", "2019-06-01", "2018-01-05", "heading: 2018年1月5日"},
		{"an annual list beside 今年 dates a republished story", "", "今年6月，省厅发布了“2023年某省专精特新中小企业名单”，7家企业榜上有名。", "2024-03-28", "2023-06-30", "今年6月 beside 2023年"},
		{"a month of 今年 that is over lies after the stamp", "", "2023年，园区新增企业7家。今年9月，园区举行了开工仪式。", "2024-03-28", "2023-09-30", "lies after the stamp"},
		{"a month still to come does not", "", "2023年，园区新增企业7家。项目将于今年9月投产。", "2024-03-28", "2024-03-28", "page: stamped"},
		{"a year whose sentence says what to expect is not over", "", "2012年全县栽姜6万亩，预计收姜18万吨。今年前8个月外运2万吨。", "", "2012-08-31", "not over"},
		{"what is expected of another year does not keep it from being over", "", "2018年公司营收5亿元，预计2019年达6亿元。", "", "2019-01-31", "a month later"},
		{"a year that someone is asked about is to come", "", "答：去年养了8万箱蜂。\n问：2014年怎么打算？\n答：再添1万箱。", "", "2014-01-31", "planned for"},
		{"the day of a scene in a story that speaks of now", "", "9月4日清晨，渔家女边晒网边说。2019年全岛养贻贝2万亩，去年收入3亿元。", "", "2019-09-04", "when it was seen"},
		{"a month up to which what began before has grown", "", "2004年办起3家网店，到2011年5月，网店增加到860家。", "", "2011-05-31", "latest time told"},
		{"dateline", "", "本报8月5日讯 某市上半年……", "2023-08-09", "2023-08-05", "dateline: 8月5日"},
		{"dateline older than its copy", "", "新华社北京12月30日电 全国……", "2024-02-01", "2023-12-30", "dateline: 12月30日"},
		{"without a stamp the latest month told of", "", "2025年1-11月新签约项目47个。", "", "2025-12-31", "the latest time told of is 2025年1-11月"},
		{"the day of what is named after its year", "", "4月16日，我县举行2019年重点项目集中开工仪式。今年以来，我县谋划项目52项。", "", "2019-04-16", "is the day of what"},
		{"a year that something has only grown from", "", "村民人均收入已由2014年的3020元增至近2万元。", "", "", "no evidence"},
		{"without a stamp the latest year told of", "", "2025年产值突破30亿元。到2030年达到百亿元。", "", "2026-01-31", "the latest time told of is 2025年"},
		{"a plan is not dated by the years that it is for", "", "某县花卉产业行动方案（2024—2026年）\n2023年，花卉产值8亿元。2024—2026年新建大棚300座。", "", "2024-01-31", "the years of its plan begin"},
		{"nor a story by the year that someone puts forward aims for", "", "2018年，园区总产值80亿元。园区提出：2019年，总产值增长9%。", "", "2019-01-31", "the latest time told of is 2018年"},
		{"up to a day is what is over by then", "", "截至2006年6月30日，全市税收42亿元。下半年再加把劲。", "", "2006-06-30", "the latest time told of is 截至2006年6月30日"},
		{"a year that is nearly over", "", "2018年快过去了，成绩单怎么样？1至11月，产值60亿元。计划到2020年提高到90亿元。", "", "2018-12-31", "2018年 is nearly over"},
		{"a yearbook's piece on a place is of the year before its stamp", "永兴县概况", "全县辖8个镇。1996年，国内生产总值12亿元，比上年增长9%。", "1997-01-31", "1996-12-31", "yearbook tells of 1996年"},
		{"a story on a place that speaks of 今年 is not one", "永兴县", "全县辖8个镇。1996年，国内生产总值12亿元。今年又开了好头。", "1997-01-31", "1997-01-31", "page: stamped"},
		{"up to a day that is printed", "", "截至2009年5月31日，全市地税系统入库税款3.6亿元。", "", "2009-05-31", "截至2009年5月31日"},
		{"the aims of a year do not date a story", "", "2016年，园区产值40亿元。站在新起点，园区提出：2017年，产值增长9%；“十三五”末达到60亿元。", "", "2017-01-31", "2016年"},
		{"a plan is of before the years it is for", "", "某县茶叶提升行动方案（2021—2023年）\n2020年，茶园5万亩。\n2021—2023年改造茶园1万亩。", "", "2021-01-31", "the years of its plan begin"},
		{"a year that is nearly over", "", "问：2015年快过去了，成绩单怎么样？\n答：1至11月，产值60亿元。", "", "2015-12-31", "2015年"},
		{"the month below a paper without a stamp", "", "某县2013—2014年度冬修小结\n自去年10月开工以来，投入资金2亿元。\n二〇一四年四月", "", "2014-04-30", "foot: 二〇一四年四月"},
		{"the day in the brackets that a text ends with", "", "今年采菇300吨，比2018年少一成；2020年产值瞄准3亿元。（口述：村民甲；采访时间：2019年9月6日）", "", "2019-09-06", "foot: 2019年9月6日"},
		{"a year of aims in quotation marks is to come", "", "2008年，产值6亿元。“产值要在2012年翻一番。”", "", "2009-01-31", "2008年"},
		{"the end of a year that someone has counted up to", "", "老周1995年开店。据协会统计，到2009年底，全县网店2000家。", "", "2010-01-31", "到2009年底"},
		{"the quarter of a meeting is not told of", "", "4月20日，园区二季度调度会召开。2017年1—3月，园区产值40亿元，增长8%。手续限期6月30日前补齐。", "", "2017-04-20", "4月20日"},
		{"a day in quotation marks behind its year", "", "2018年“双11”当天，全县网店成交2亿元。截至11月14日，发货90万件。", "", "2018-11-14", "11月14日"},
		{"the end of a holiday", "", "2009年国庆长假最后一天，果农还守在路边。", "", "2009-10-08", "国庆"},
		{"a month before any year is printed", "", "全镇8月公布的名单里添了9家。2009年上半年，产值20亿元，增长5%。", "", "2009-08-31", "8月"},
		{"a day of the month after", "", "2014年一季度，产值6亿元。\n记者4月16日从农业局获悉，今年以来出口茶叶30吨。", "", "2014-04-16", "4月16日"},
		{"a year behind the last that is told of", "", "2019年，全市建成桥梁6座。产值比去年多3亿元。今年还要再建4座。", "", "2020-01-31", "the latest time told of is 2019年"},
		{"the last day of a year", "", "2009年的最后一天，码头上还在装船。今年全港吞吐量800万吨。", "", "2009-12-31", "2009年"},
		{"a line that begins with a place and the day of the dateline", "", "口岸货运创新高\n绥芬河12月20日电 绥芬河口岸1996年过货量达90万吨。今年，1997年要过百万吨。", "", "1996-12-20", "dateline: 12月20日"},
		{"a year summed up early in the next", "", "煤炭大县转型\n府谷1月9日讯 2014年全县煤炭产量5000万吨。", "", "2015-01-09", "dateline: 1月9日"},
		{"months behind the last that has its year", "", "2008年9月中旬以来，订单大减：10月份出口下降三成，11月份下降四成。", "", "2008-12-31", "11月份"},
		{"whoever signs tells the month", "", "在青山镇第十届人民代表大会第二次会议上的发言\n青山镇人民政府 2009年2月\n去年完成产值6亿元。", "", "2009-02-28", "heading: 2009年2月"},
		{"the day of a speech in brackets below its title", "", "在青山镇农业工作会议上的讲话（2009年2月6日）\n三、2009年的任务\n今年产值增长8%。", "", "2009-02-06", "heading: 2009年2月6日"},
		{"the day up to which the year of the title is told of", "", "2018年某区实事账单\n今年干得如何？截至12月9日，办好21件。", "", "2018-12-09", "year of the title"},
		{"no day up to which another year is told of", "", "2018年某区实事\n2019年，完成21件。今年接着干，截至3月9日，又完成8件。", "", "2020-01-31", "2019年"},
		{"a year that is forecast", "", "明年怎么走？多家机构对2010年投资增速的预测在两成以上。今年1—11月，投资增长三成。", "", "2009-11-30", "comes before 2010年"},
		{"a plan told in the clause before", "", "2013年3月8日，一期投料。二期计划明年动工，2015年上半年达产。", "", "2013-03-08", "2013年3月8日"},
		{"up to the end of a month", "", "信用社贷款过5亿\n至2008年10月末，全县信用社贷款余额5.1亿元。", "", "2008-10-31", "至2008年10月末"},
		{"an account of a plan that is over", "", "某市“十三五”交通运输发展情况\n全市公路总里程2.17万公里。", "", "2021-01-31", "are over"},
		{"a plan by its number", "", "某市第十二个五年规划纲要（摘录）\n到2015年，森林覆盖率达到60%。", "", "2011-01-31", "the years of its plan begin"},
		{"a paper that plans for a year", "", "某县农机局2014年工作安排\n全年培训机手800人。", "", "2014-01-31", "the years of its plan begin"},
		{"the outline of a plan that names its last year", "", "某市“十一五”物流业发展规划\n到2010年，仓储面积40万平方米。2010年货运量8000万吨。", "", "2006-01-31", "the years of its plan begin"},
		{"how a plan was carried out is told later", "", "某市“十二五”规划实施情况评估报告\n2014年，风电装机30万千瓦。", "", "2015-01-31", "2014年"},
		{"a year by its meeting", "", "去年，产值突破80亿元。近日，在2013年全县工业推进会上传来消息，今年要达到百亿元。", "", "2013-01-31", "running year"},
		{"a year that one stands at", "", "2015年，财政收入30亿元。站在2016年的起点上，全县提出今年增长8%。", "", "2016-01-31", "running year"},
		{"a year that an archive is turned to", "", "1978年，粮食产量3亿斤。\n再翻到2016年，财政收入20亿元。", "", "2017-01-31", "2016年"},
		{"since a day of the year summed up", "", "2008年，交易所成交合约300万手。其中，棉花期货自2月6日上市后成交60万手。", "", "2009-01-31", "2008年"},
		{"a plan by its number in quotes", "", "某市国民经济和社会发展“十一五”规划纲要\n2010年接待游客150万人次。", "", "2006-01-31", "the years of its plan begin"},
		{"a plan by the years in brackets", "", "某县茶业发展规划（2016—2020年）\n到2020年，茶园12万亩；2020年产值8亿元。", "", "2016-01-31", "the years of its plan begin"},
		{"a New Year that draws near", "", "2009年春节临近，果农忙着装箱。2008年全县苹果120万吨，截至1月15日已销售七成。", "", "2009-01-15", "截至1月15日"},
		{"a day since when something goes on dates no account of a year", "", "交易所2006年市场运行情况\n2006年成交9298万手，新品种自1月6日上市后成交586万手。", "", "2007-01-31", "2006年"},
		{"a heading on what is to be done in a year", "", "关于某县2010年预算执行情况的通报\n一、收入情况。财政收入6亿元。\n二、2011年安排。财政收入预期8亿元。", "", "2011-01-31", "2010年"},
		{"the day of a caption", "", "11月20日，果农在装车。2013年前10个月，全县外销苹果2万吨。", "", "2013-11-20", "11月20日"},
		{"a day of the month without it", "", "2023年9月2日上午，全区家电券开抢。至11日，累计核销券款900万元。下一轮将于9月25日开抢。", "", "2023-09-11", "至11日"},
		{"a year that one long before is compared with", "", "1962年办厂。到2014年，年产值由1965年的20万元增长到8亿元。产量比2008年多两成。", "", "2015-01-31", "到2014年"},
		{"a copy a day behind what its story calls today", "", "今天（6日）清晨，江边的新桥通车，全长1.2公里。", "2019-07-07", "2019-07-06", "今天（6日）"},
		{"nothing to go by", "", "近年来，园区不断壮大。", "", "", "no evidence"},
	} {
		d := Reference(c.title, c.text, at(c.stamp))
		if d.Day.String() != c.want || !strings.Contains(d.Evidence, c.why) {
			t.Errorf("%s: %s, %q; want %s, %q", c.name, d.Day, d.Evidence, c.want, c.why)
		}
	}
}

// TestStampedNews holds that fresh news are dated by their stamp: none of them is taken for a republished story.
func TestStampedNews(t *testing.T) {
	b, err := os.ReadFile(shared + "/news/xwlb.jsonl")
	if err != nil {
		t.Skip("no ../shared/news here")
	}
	moved, all := 0, 0
	for l := range strings.Lines(string(b)) {
		var j struct{ ID, Title, Published, Text string }
		if err := json.Unmarshal([]byte(l), &j); err != nil {
			t.Fatal(err)
		}
		all++
		if d := Reference(j.Title, j.Text, day(j.Published).Time()); d.Day.String() != j.Published {
			moved++
			t.Logf("%s of %s dated %s: %s", j.ID, j.Published, d.Day, d.Evidence)
		}
	}
	if moved*100 > all {
		t.Errorf("%d of %d fresh stories taken for old", moved, all)
	}
}

// TestGoldPeriods holds that where the sentence of a gold fact names a time, one of its times is the fact's.
func TestGoldPeriods(t *testing.T) {
	good, all := 0, 0
	for set, folder := range map[string]string{"seeds": "clean", "reports": "reports"} {
		b, err := os.ReadFile(filepath.Join(shared, "gold", set+".jsonl"))
		if err != nil {
			t.Skip("no ../shared/gold here")
		}
		for l := range strings.Lines(string(b)) {
			var g goldFact
			if err := json.Unmarshal([]byte(l), &g); err != nil {
				t.Fatal(err)
			}
			text, err := os.ReadFile(filepath.Join(shared, "gold", folder, g.Doc+".txt"))
			if err != nil {
				t.Fatal(err)
			}
			if said, right := g.found(string(text)); said {
				all++
				if right {
					good++
				}
			}
		}
	}
	t.Logf("%d of %d facts with a time in their sentence", good, all)
	if good*100 < all*95 {
		t.Errorf("only %d of %d", good, all)
	}
}

type goldFact struct {
	Doc   string `json:"doc_id"`
	Quote string
	Kind  string `json:"period_kind"`
	Start string `json:"period_start"`
	End   string `json:"period_end"`
}

// found reports whether the sentence of g names a time, and whether it is that of g.
func (g goldFact) found(b string) (said, right bool) {
	title, text := split(b)
	at := strings.Index(text, g.Quote)
	if at < 0 {
		return false, false
	}
	r := ReadReport(title, text)
	ref := Reference(title, text, time.Time{}).Day
	c := Context{Reference: ref, Year: r.Reviewed, Term: r.Term}
	from, _ := sentenceAround(text, at, at+len(g.Quote))
	for l := range strings.Lines(text[:from]) {
		if p, _, ok := Heading(l, r); ok {
			c.Year = p.End.Year
		}
	}
	for _, e := range Scan(text[from : at+len(g.Quote)]) {
		if e.Role == Compared || e.Role == Recurring || e.Role == Name {
			continue
		}
		p, ok := e.Resolve(c)
		if !ok {
			continue
		}
		said, c.Current = true, p
		if g.Kind == AsOf {
			p = p.Stock()
		} else if g.Kind == During {
			p = p.Flow()
		}
		right = right || p.Kind == g.Kind &&
			(g.Kind != During || g.Start == "*" || p.Start.String() == g.Start) && (g.End == "*" || p.End.String() == g.End)
	}
	return said, right
}

func TestStamped(t *testing.T) {
	const text = "20XX年工作回顾\n20XX年，实现地区生产总值390亿元。"
	for _, c := range []struct {
		published string
		reviewed  int
	}{{"2020-01-15", 2019}, {"2019-12-20", 2019}} {
		day, err := time.Parse(time.DateOnly, c.published)
		if err != nil {
			t.Fatal(err)
		}
		if got := ReadReport("某县政府工作报告", text).Stamped(day).Reviewed; got != c.reviewed {
			t.Errorf("a report stamped %s reviews %d, want %d", c.published, got, c.reviewed)
		}
	}
	aims := "未来五年的目标任务\n到2018年经济总量达到420亿元，2018年城镇化率达到55%。\n"
	if got := ReadReport("某县政府工作报告", aims).Stamped(time.Date(2014, time.January, 20, 0, 0, 0, 0, time.UTC)); got.Reviewed != 2013 || got.Planned != 2014 {
		t.Errorf("aims of a plan alone: reviews %d for %d", got.Reviewed, got.Planned)
	}
	if got := ReadReport("2018年政府工作报告", text).Stamped(time.Now()).Reviewed; got != 2017 {
		t.Errorf("a report that prints its year reviews %d by its stamp", got)
	}
}

func TestTermSinceItsFirstYear(t *testing.T) {
	r := ReadReport("某县政府工作报告（2023年1月7日）", "一、上届政府工作回顾\n\n2017年以来，县政府攻坚克难，五年来成效明显。")
	if r.Term != [2]int{2017, 2022} {
		t.Errorf("the term is %v", r.Term)
	}
}

func TestTermOfFourYears(t *testing.T) {
	r := ReadReport("某县政府工作报告（2021年12月7日）", "一、本届政府工作回顾\n刚刚过去的四年，是奋力拼搏的四年。")
	if r.Term != [2]int{2018, 2021} {
		t.Errorf("the term is %v", r.Term)
	}
}
