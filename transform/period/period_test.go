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

// review is the context of a report given in January 2022 that looks back on 2021 and its five-year term.
var review = Context{Reference: day("2022-01-05"), Year: 2021, Term: [2]int{2017, 2021}}

// news is the context of a story of 12 March 2024.
var news = Context{Reference: day("2024-03-12")}

func TestExpressions(t *testing.T) {
	for _, c := range []struct {
		in   Context
		text string
		want string
	}{
		// years
		{news, "2025年1-11月新签约项目47个", "2025年1-11月 span 2025-01-01..2025-11-30"},
		{news, "二〇二三年产值", "二〇二三年 time 2023-01-01..2023-12-31"},
		{news, "一九七八年以来", "一九七八年以来 since 1978-01-01..2024-03-12"},
		{news, "二0一九年、２０２０年", "二0一九年 time 2019-01-01..2019-12-31; ２０２０年 time 2020-01-01..2020-12-31"},
		{news, "去年、前年、明年", "去年 time 2023-01-01..2023-12-31; 前年 time 2022-01-01..2022-12-31; 明年 coming 2025-01-01..2025-12-31"},
		{review, "当年、次年、全年", "当年 time 2021-01-01..2021-12-31; 次年 time 2022-01-01..2022-12-31; 全年 time 2021-01-01..2021-12-31"},
		{news, "98年4月，08年，19年底", "98年4月 time 1998-04-01..1998-04-30; 08年 time 2008-01-01..2008-12-31; 19年底 stock as_of 2019-12-31"},
		{news, "2023/24年度", "2023/24年度 span 2023-01-01..2024-12-31"},
		{news, "2015、2016年", "2015 time 2015-01-01..2015-12-31; 2016年 time 2016-01-01..2016-12-31"},
		// parts of a year
		{news, "从元月24日至2月2日，2023年元月至3月；每月300元月租", "从元月24日至2月2日 span 2024-01-24..2024-02-02; 2023年元月至3月 span 2023-01-01..2023-03-31; 每月 recurring none"},
		{news, "春节7天假期，2023年“端午节”小长假三天", "春节7天假期 time 2024-02-10..2024-02-17; 2023年“端午节”小长假 time 2023-06-22..2023-06-24"},
		{news, "去年国庆档票房，2023年五一档期，春节档案", "去年国庆档 time 2023-09-29..2023-10-06; 2023年五一档期 time 2023-04-29..2023-05-03"},
		{news, "国庆当天，2023年五一当日", "国庆当天 time 2023-10-01..2023-10-01; 2023年五一当日 time 2023-05-01..2023-05-01"},
		{news, "“十一”黄金周期间", "“十一”黄金周期间 time 2023-09-29..2023-10-06"},
		{news, "春节假期，去年国庆前四天，2023年“五一”假期首日；春节后", "春节假期 time 2024-02-10..2024-02-17; 去年国庆前四天 time 2023-09-29..2023-10-02; 2023年“五一”假期首日 time 2023-04-29..2023-04-29"},
		{news, "今年上半年、三季度、去年第四季度末", "今年上半年 span 2024-01-01..2024-06-30; 三季度 span 2023-07-01..2023-09-30; 去年第四季度末 stock as_of 2023-12-31"},
		{news, "上周五；周一，收盘", "上周五 time 2024-03-08..2024-03-08; 周一 time 2024-03-11..2024-03-11"},
		{news, "全周上涨3%；上周走弱，周三报", "全周 time 2024-03-04..2024-03-10; 上周 time 2024-03-04..2024-03-10; 周三 time 2024-03-06..2024-03-06"},
		{news, "2019年第18周，2020年第1周，2019年第5周；2019年第18周年庆", "2019年第18周 time 2019-04-29..2019-05-05; 2020年第1周 time 2020-01-01..2020-01-05; 2019年第5周 time 2019-01-28..2019-02-03; 2019年 time 2019-01-01..2019-12-31"},
		{news, "双11当天，“双11”当天", "双11当天 time 2023-11-11..2023-11-11; 双11”当天 time 2023-11-11..2023-11-11"},
		{news, "1、2两月，以上周三期", "1、2两月 span 2024-01-01..2024-02-29"},
		{news, "二、三两个月，3月起飞的航班，从3月5日起降低费率", "二、三两个月 span 2024-02-01..2024-03-31; 3月 time 2024-03-01..2024-03-31; 从3月5日起 since 2024-03-05..2024-03-12"},
		{news, "首两个月，2023年首三季度，首三季，首十一个月", "首两个月 span 2024-01-01..2024-02-29; 2023年首三季度 span 2023-01-01..2023-09-30; 首三季 span 2023-01-01..2023-09-30; 首十一个月 span 2023-01-01..2023-11-30"},
		{review, "前三季度，前11个月，1至2月份", "前三季度 span 2021-01-01..2021-09-30; 前11个月 span 2021-01-01..2021-11-30; 1至2月份 span 2021-01-01..2021-02-28"},
		{news, "今年前5个月", "今年前5个月 span 2024-01-01..2024-05-31"},
		{news, "3月5日至8日，6月上旬", "3月5日至8日 span 2024-03-05..2024-03-08; 6月上旬 time 2023-06-01..2023-06-10"},
		{news, "2月当月，去年二季度当季", "2月当月 time 2024-02-01..2024-02-29; 去年二季度当季 span 2023-04-01..2023-06-30"},
		{news, "公布中报称，集中报，2023年中报显示", "中报 span 2023-01-01..2023-06-30; 2023年中报 span 2023-01-01..2023-06-30"},
		{news, "6月上半月，去年2月下半月，为年内最高", "6月上半月 time 2023-06-01..2023-06-15; 去年2月下半月 time 2023-02-16..2023-02-28"},
		{news, "春运前9天，春运期间，今年春节8天，", "春运前9天 time 2024-01-26..2024-02-03; 春运期间 time 2024-01-26..2024-03-05; 今年春节8天 time 2024-02-10..2024-02-17"},
		{news, "加上一季度的，三十多年过去，过去，二十年过去了，", "一季度 span 2024-01-01..2024-03-31; 过去 stock as_of 2024-03-12; 过去了 stock as_of 2024-03-12"},
		{news, "上月，上季度", "上月 time 2024-02-01..2024-02-29; 上季度 span 2023-10-01..2023-12-31"},
		{news, "今年秋季", "今年秋季 span 2024-09-01..2024-11-30"},
		// stocks
		{news, "截至2025年11月，截至去年底，截至目前", "截至2025年11月 until as_of 2025-11-30; 截至去年底 until as_of 2023-12-31; 截至目前 stock as_of 2024-03-12"},
		{news, "截至本公告披露日，控股股东持股", "截至本公告披露日 stock as_of 2024-03-12"},
		{review, "年末全国就业人员，年初", "年末 stock as_of 2021-12-31; 年初 stock as_of 2021-01-01"},
		{news, "项目前期工作，现在，我代表市政府", ""},
		// spans
		{review, "2023—2025年，2016年至2020年", "2023—2025年 span 2023-01-01..2025-12-31; 2016年至2020年 span 2016-01-01..2020-12-31"},
		{review, "五年来，近四年，这五年，连续五年", "五年来 span 2017-01-01..2021-12-31; 近四年 span 2018-01-01..2021-12-31; 这五年 span 2017-01-01..2021-12-31; 连续五年 span 2017-01-01..2021-12-31"},
		{review, "本届政府五年来，过去一年", "本届政府五年来 span 2017-01-01..2021-12-31; 过去一年 span 2021-01-01..2021-12-31"},
		{review, "本届人民政府履职以来，全县", "本届人民政府履职以来 span 2017-01-01..2021-12-31"},
		{review, "“十三五”期间，“十四五”末，“十四五”规划", "“十三五”期间 span 2016-01-01..2020-12-31; “十四五”末 stock as_of 2025-12-31; “十四五” name 2021-01-01..2025-12-31"},
		{news, "“十一五”累计投入", "“十一五” span 2006-01-01..2010-12-31"},
		{news, "从2016年3月到去年底", "从2016年3月到去年底 span 2016-03-01..2023-12-31"},
		{news, "去年9月到今年3月", "去年9月到今年3月 span 2023-09-01..2024-03-31"},
		{news, "近年来，多年来", "近年来 span none; 多年来 span none"},
		{news, "到本世纪末", "到本世纪末 coming as_of 2100-12-31"},
		{news, "上世纪90年代", "上世纪90年代 span 1990-01-01..1999-12-31"},
		// since, until, coming
		{news, "今年以来，2022年以来，自2018年起", "今年以来 since 2024-01-01..2024-03-12; 2022年以来 since 2022-01-01..2024-03-12; 自2018年起 since 2018-01-01..2024-03-12"},
		{news, "到2025年，2030年前，年底前", "到2025年 coming as_of 2025-12-31; 2030年前 until as_of 2030-12-31; 年底前 until as_of 2024-12-31"},
		{news, "明年初之前，8月底前", "明年初之前 until as_of 2025-01-01; 8月底前 until as_of 2024-08-31"},
		{news, "自2023年6月14日起到2023年9月14日之前", "自2023年6月14日起到2023年9月14日之前 until 2023-06-14..2023-09-13"},
		{news, "自2024年3月1日起到2024年9月14日之前", "自2024年3月1日起到2024年9月14日之前 until 2024-03-01..2024-09-14"},
		{news, "两个半月前，两个半月以内，三个季度后", "两个半月前 until 2023-12-01..2023-12-31; 两个半月以内 coming 2024-03-12..2024-05-26; 三个季度后 coming 2024-12-01..2024-12-31"},
		{news, "在下三年，下三个月，下1年，线下三个月", "下三年 coming 2025-01-01..2027-12-31; 下三个月 coming 2024-04-01..2024-06-30; 下1年 time 2025-01-01..2025-12-31"},
		{news, "规划，下半年建成", "下半年 span 2023-07-01..2023-12-31"},
		{Context{Reference: day("2024-08-20")}, "下半年再加把劲", "下半年 span 2024-07-01..2024-12-31"},
		{review, "今后五年，未来三年", "今后五年 coming 2022-01-01..2026-12-31; 未来三年 coming 2022-01-01..2024-12-31"},
		{news, "从2016年的65家增加到2021年的194家", "从2016年 time 2016-01-01..2016-12-31; 2021年 time 2021-01-01..2021-12-31"},
		// comparisons
		{review, "同比增长，环比下降，年均增长", "同比 base - =yoy; 环比 base - =mom; 年均 recurring - =cagr"},
		{review, "比上年增长8%，较去年同期增长，与上年相比", "比上年 base 2020-01-01..2020-12-31 =yoy; 较去年同期 base 2021-01-01..2021-12-31 =yoy; 与上年相比 base 2020-01-01..2020-12-31 =yoy"},
		{review, "比上年末增加3家，比年初增加", "比上年末 base as_of 2020-12-31 =上年末; 比年初 base as_of 2021-01-01 =年初"},
		{review, "较2019年同期增长，比2019年增长", "较2019年同期 base 2019-01-01..2019-12-31 =2019年; 比2019年 base 2019-01-01..2019-12-31 =2019年"},
		{review, "是2020年的1.5倍，是“十五”的4倍", "2020年 base 2020-01-01..2020-12-31 =2020年; “十五” base 2001-01-01..2005-12-31 =“十五”"},
		{review, "比“十二五”末增长，比五年前翻一番", "比“十二五”末 base as_of 2015-12-31 =“十二五”末; 比五年前 base 2017-01-01..2017-12-31 =五年前"},
		{review, "两年平均增长5.1%", "两年平均 recurring - =cagr"},
		{review, "占比2021年", "2021年 time 2021-01-01..2021-12-31"},
		// recurring
		{news, "每年节省200万元，日均20万吨", "每年 recurring none; 日均 recurring -"},
		// no times
		{news, "3年建设周期，第3年，360度，2024赛迪顾问，三五年内，二十三月", ""},
		{news, "亿元以上年产值，提前一年完成，学前三年毛入园率，首次月球背面", ""},
		{news, "身份证号140302197706220124，五盘并转，一批，1927.7 4.7", ""},
		{news, "2025年内蒙古", "2025年 time 2025-01-01..2025-12-31"},
		{news, "《产业白皮书（2024）》《2023年名单》", "2023年 name 2023-01-01..2023-12-31"},
		{news, "9日以来，7月3日6时至5日18时，去年8、9月", "9日以来 since 2024-03-09..2024-03-12; 7月3日6时至5日 span 2023-07-03..2023-07-05; 去年8、9月 span 2023-08-01..2023-09-30"},
		{news, "仪式10号在京举行，将于11号闭幕，发言人9号说，8号晚。7号，工人", "10号 time 2024-03-10..2024-03-10; 11号 time 2024-03-11..2024-03-11; 9号 time 2024-03-09..2024-03-09; 8号 time 2024-03-08..2024-03-08; 7号 time 2024-03-07..2024-03-07"},
		{news, "地铁4号线，雪龙2号在海上，8号坑内，1号机组，1号、2号，第10号台风", ""},
		{news, "3月2日，正月初六，1、2月份", "3月2日 time 2024-03-02..2024-03-02; 1、2月份 span 2024-01-01..2024-02-29"},
		{news, "与2000年第五次全国人口普查相比", "与2000年第五次全国人口普查相比 base 2000-01-01..2000-12-31 =2000年"},
		{news, "2018", "2018 time 2018-01-01..2018-12-31"},
	} {
		if got := spell(c.text, c.in); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

func TestSecond(t *testing.T) {
	for text, want := range map[string]string{
		"2016—2018年": "2018-01-01..2018-12-31", "3月至5月": "2024-05-01..2024-05-31", "去年9月到今年3月": "2024-03-01..2024-03-31",
		"6月5日至8日": "2023-06-08..2023-06-08", "近三年": "-", "2016年": "-",
	} {
		if p, _ := Scan(text)[0].Second(news); p.String() != want {
			t.Errorf("the second end of %s is %s, want %s", text, p, want)
		}
	}
}

func TestOffsets(t *testing.T) {
	text := "截至2025年11月，规上企业36家，同比增长22.2%。"
	for _, e := range Scan(text) {
		if text[e.Start:e.End] != e.Text {
			t.Errorf("%q stands at %d..%d, where the text has %q", e.Text, e.Start, e.End, text[e.Start:e.End])
		}
	}
}

func TestCurrentPeriod(t *testing.T) {
	c := Context{Reference: day("2024-03-12"), Current: Period{During, day("2023-01-01"), day("2023-11-30")}}
	for _, w := range []struct{ text, want string }{
		{"去年同期", "去年同期 base 2023-01-01..2023-11-30 =yoy"}, // the reference counts 去年
		{"上年同期", "上年同期 base 2022-01-01..2022-11-30 =yoy"}, // the sentence counts 上年
		{"其中3月", "3月 time 2023-03-01..2023-03-31"},
		{"同期", "同期 time 2023-01-01..2023-11-30"},
	} {
		if got := spell(w.text, c); got != w.want {
			t.Errorf("%s\n got %s\nwant %s", w.text, got, w.want)
		}
	}
}

func TestConversions(t *testing.T) {
	asOf := Period{Kind: AsOf, End: day("2025-11-30")}
	if got := asOf.Flow().String(); got != "2025-01-01..2025-11-30" {
		t.Errorf("截至11月 with a flow is %s", got)
	}
	if got := Year(2023).Stock().String(); got != "as_of 2023-12-31" {
		t.Errorf("2023年 with a stock is %s", got)
	}
	five := Period{During, day("2017-01-01"), day("2021-12-31")}
	if got := five.Last().String(); got != "2021-01-01..2021-12-31" {
		t.Errorf("the last year of 2017-2021 is %s", got)
	}
	none := Period{Kind: None}
	if none.Flow() != none || none.Stock() != none || none.Last() != none {
		t.Error("a time without days has no other form")
	}
}

func TestHolidayJustOver(t *testing.T) {
	for _, c := range []struct{ headline, day, want string }{
		{"“五一”花市消费升温", "2021-05-07", "2021-05-05"},
		{"国庆水乡客满", "2018-10-08", "2018-10-07"},
		{"国庆水乡客满", "2018-11-20", ""},
		{"国庆将至", "2018-09-28", ""},
	} {
		p, ok := HolidayJustOver(c.headline, day(c.day))
		if ok != (c.want != "") || ok && p.End.String() != c.want {
			t.Errorf("%s on %s: %v, want %q", c.headline, c.day, p, c.want)
		}
	}
}

func TestComing(t *testing.T) {
	for text, want := range map[string]bool{"到2025年": true, "到2023年": false, "未来三年": true, "今年以来": false, "“十四五”期间": true, "去年": false} {
		if got := Scan(text)[0].Coming(news); got != want {
			t.Errorf("%s coming: %v", text, got)
		}
	}
}

// FuzzScan holds what callers rely on: expressions in order, apart, true to their offsets, and resolving without panic.
func FuzzScan(f *testing.F) {
	for _, s := range []string{"2025年1-11月，同比增长", "截至去年底，比“十二五”末", "一月19到20日", "2008.03-2009", "\xe4\xbb", "《2023年", "零零年底前", "9999年以来", "前两年12月31", "十十五五"} {
		f.Add(s)
	}
	c := Context{Reference: day("2024-02-29"), Year: 2023, Term: [2]int{2019, 2023}}
	f.Fuzz(func(t *testing.T, s string) {
		end := 0
		for _, e := range Scan(s) {
			if e.Start < end || e.End <= e.Start || e.End > len(s) || s[e.Start:e.End] != e.Text {
				t.Fatalf("%q at %d..%d after %d", e.Text, e.Start, e.End, end)
			}
			end = e.End
			p, _ := e.Resolve(c)
			c.Current = p
			e.Resolve(Context{})
			e.Base()
			e.Coming(c)
			if p.Flow().Kind == AsOf && !p.End.IsZero() || p.Stock().Kind == During && !p.End.IsZero() {
				t.Fatalf("%q: flow %v, stock %v", s, p.Flow(), p.Stock())
			}
		}
		r := ReadReport("", s)
		Heading(s, r)
		Reference("", s, time.Time{})
	})
}
