package stamp_test

import (
	"testing"
	"time"

	"yiyuan/extract/stamp"
)

var fetched = time.Date(2024, 3, 10, 1, 30, 0, 0, time.UTC) // 09:30 in Shanghai

func show(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format("2006-01-02 15:04:05")
}

func TestLine(t *testing.T) {
	for _, c := range []struct{ line, published, publisher, author string }{
		{" 人参与 | 时间:2024-03-28 16:46:13", "2024-03-28 16:46:13", "", ""},
		{"来源：福州日报 2022-06-08", "2022-06-08 00:00:00", "福州日报", ""},
		{"发布时间：2023年5月6日 10:20", "2023-05-06 10:20:00", "", ""},
		{"2023-05-06 10:20 来源: 福建省统计局", "2023-05-06 10:20:00", "福建省统计局", ""},
		{"2023年5月6日　10:20　　来源：经济日报　　责任编辑：王某", "2023-05-06 10:20:00", "经济日报", ""},
		{"福建日报 2022-06-08 07:31:02", "2022-06-08 07:31:02", "福建日报", ""},
		{"２０２３－０５－０６ １０：２０", "2023-05-06 10:20:00", "", ""},
		{"来源：新华网 作者：李明 王芳 时间：2021/1/5", "2021-01-05 00:00:00", "新华网", "李明 王芳"},
		{"日期：2020.07.08 浏览次数：123", "2020-07-08 00:00:00", "", ""},
		{"来源：网络", "", "", ""},
		{"发布时间：昨天 08:15", "2024-03-09 08:15:00", "", ""},
		{"3小时前 来源：财联社", "2024-03-10 06:30:00", "财联社", ""},
		{"03-12 08:00 来源：财联社", "2023-03-12 08:00:00", "财联社", ""},
		{"2019 09/07 19:02", "2019-09-07 19:02:00", "", ""},
		{"2021-01-05T07:00:00Z", "2021-01-05 15:00:00", "", ""},
		{"2023年5月6日，记者从市统计局获悉", "", "", ""},
		{"——2010年1月25日在某市第十三届人民代表大会第三次会议上的政府工作报告", "", "", ""},
		{"资金来源：财政拨款。", "", "", ""},
		{"比2022年增长6.5%", "", "", ""},
		{"2023年13月6日", "", "", ""},
	} {
		s, ok := stamp.Line(c.line, fetched)
		if ok != (c.published+c.publisher+c.author != "") {
			t.Errorf("%q: is a stamp: %v", c.line, ok)
		}
		if show(s.PublishedAt) != c.published || s.Publisher != c.publisher || s.Author != c.author {
			t.Errorf("%q: %q %q %q, want %q %q %q", c.line, show(s.PublishedAt), s.Publisher, s.Author, c.published, c.publisher, c.author)
		}
	}
}

func TestRelativeDaysNeedTheFetchDate(t *testing.T) {
	for _, line := range []string{"发布时间：昨天 08:15", "3小时前", "03-12 08:00"} {
		if s, _ := stamp.Line(line, time.Time{}); !s.PublishedAt.IsZero() {
			t.Errorf("%q read as %s", line, show(s.PublishedAt))
		}
	}
}

func TestHeadStopsBeforeTheBody(t *testing.T) {
	text := "标题\n\n来源：福州日报 2022-06-08\n第一段。\n"
	for range 20 {
		text += "一段正文。\n"
	}
	text += "时间:2024-03-28 16:46:13\n"
	if s := stamp.Head(text, time.Time{}); show(s.PublishedAt) != "2022-06-08 00:00:00" || s.Publisher != "福州日报" {
		t.Errorf("got %+v", s)
	}
}

func TestParse(t *testing.T) {
	for in, want := range map[string]string{
		"2012-07-15": "2012-07-15 00:00:00", "2019-09-07T13:43:45+08:00": "2019-09-07 13:43:45", "20190907134345": "2019-09-07 13:43:45",
		"20190907": "2019-09-07 00:00:00", "2019-09-07T05:43:45.000Z": "2019-09-07 13:43:45", "1567835025": "2019-09-07 13:43:45",
		"2023年5月6日": "2023-05-06 00:00:00", "soon": "", "": "", "2019-02-30": "", "99999999": "",
	} {
		if got, ok := stamp.Parse(in); show(got) != want || ok != (want != "") {
			t.Errorf("%q: %q, want %q", in, show(got), want)
		}
	}
}

func FuzzLine(f *testing.F) {
	f.Add("来源：福州日报 2022-06-08 | 时间:2024-03-28 16:46:13")
	f.Add("2023年5月6日 10时20分 周五")
	f.Add("5分钟前")
	f.Fuzz(func(t *testing.T, line string) {
		s, ok := stamp.Line(line, fetched)
		if ok == (s == stamp.Stamp{}) {
			t.Fatalf("%q: ok %v with %+v", line, ok, s)
		}
		if !s.PublishedAt.IsZero() && (s.PublishedAt.Year() < 1900 || s.PublishedAt.Year() > 2101) {
			t.Fatalf("%q: %v", line, s.PublishedAt)
		}
		stamp.Parse(line)
	})
}
