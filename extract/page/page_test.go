package page_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/encoding/simplifiedchinese"

	"yiyuan/extract/page"
)

const (
	headline = "某市一季度经济运行平稳开局"
	first    = "一季度，全市上下坚持稳中求进工作总基调，全市地区生产总值达到1200亿元，同比增长6.5%，增速比上年全年提高0.8个百分点。"
	second   = "分产业看，第一产业增加值80亿元，增长3.1%；第二产业增加值560亿元，增长7.2%；第三产业增加值560亿元，增长6.3%。"
	third    = "固定资产投资同比增长8.1%，社会消费品零售总额430亿元，同比增长5.9%，居民收入继续增加，民生得到改善。"
	body     = "<p>" + first + "</p><p>" + second + "</p><p>" + third + "</p>"
	menu     = `<ul class="nav"><li><a href="/">首页</a></li><li><a href="/news">新闻</a></li><li><a href="/finance">财经</a></li></ul>`
	foot     = `<div class="footer"><a href="/about">关于我们</a> <a href="/ad">广告服务</a> 版权所有 某网</div>`
)

// printed is a page whose headline is followed by head and whose article by tail.
func printed(head, tail string) string {
	return "<!DOCTYPE html><html><head><title>" + headline + "_某网</title></head><body>" + menu +
		`<div class="main"><h1>` + headline + `</h1>` + head + `<div class="content">` + body + `</div>` + tail + `</div>` + foot + `</body></html>`
}

func clock(t time.Time) string {
	switch {
	case t.IsZero():
		return ""
	case t.Equal(t.Truncate(24 * time.Hour)):
		return t.Format("2006-01-02")
	case t.Second() == 0:
		return t.Format("2006-01-02 15:04")
	}
	return t.Format("2006-01-02 15:04:05")
}

func TestStampsAsSitesPrintThem(t *testing.T) {
	fetched := time.Date(2023, 5, 7, 2, 0, 0, 0, time.UTC)
	for _, c := range []struct{ what, head, published, where, publisher, author string }{
		{"one line", `<div class="info">2023年05月06日 10:20　来源：某市日报　作者：张小明</div>`, "2023-05-06 10:20", "visible", "某市日报", "张小明"},
		{"spans", `<div class="date-source"><span class="date">2023年05月06日 10:20</span><a class="source" href="/s">某市日报</a></div>`, "2023-05-06 10:20", "visible", "某市日报", ""},
		{"bar", `<div class="channel">2023年05月06日10:20 | 来源：<a href="http://paper.example.cn">某市日报</a></div>`, "2023-05-06 10:20", "visible", "某市日报", ""},
		{"source first", `<div class="info"><span>来源：某市日报</span> | <span>2023年05月06日 10:20:30</span></div>`, "2023-05-06 10:20:30", "visible", "某市日报", ""},
		{"paragraphs", `<div class="about"><p>某报记者 张小明</p><p>2023-05-06 10:20 <span>来源：某报</span></p></div>`, "2023-05-06 10:20", "visible", "某报", "张小明"},
		{"two blocks", `<p class="time">2023-05-06 10:20</p><span class="source"><a href="/">某球网</a></span>`, "2023-05-06 10:20", "visible", "某球网", ""},
		{"labels without colon", `<div>发布时间<span>2023-05-06</span> 来源<span>某市统计局</span></div>`, "2023-05-06", "visible", "某市统计局", ""},
		{"government", `<div class="bar"><span>发布日期：2023-05-06 10:20</span><span>来源：市统计局</span><span>浏览次数：1203</span><span>字号：[ 大 中 小 ]</span></div>`, "2023-05-06 10:20", "visible", "市统计局", ""},
		{"newspaper beside the date", `<div class="sub"><span>原创</span><span>某某周刊</span><span>2023-05-06 10:20:11</span></div>`, "2023-05-06 10:20:11", "visible", "某某周刊", ""},
		{"section beside the date", `<div class="sub"><a href="/f">财经新闻</a><span>2023-05-06 10:20</span></div>`, "2023-05-06 10:20", "visible", "", ""},
		{"self-publisher", `<div class="user"><p class="author-name">经济观察者</p><span>05-06 10:20</span></div>`, "2023-05-06 10:20", "visible", "经济观察者", ""},
		{"yesterday", `<div class="info">昨天 10:20 来源：某市日报</div>`, "2023-05-06 10:20", "visible", "某市日报", ""},
		{"date in three pieces", `<div class="y">2023</div><div class="d">05/06</div><div class="t">10:20</div>`, "2023-05-06 10:20", "visible", "", ""},
		{"meta", `<meta name="PubDate" content="2023-05-06 10:20"><meta name="ContentSource" content="某市日报">`, "2023-05-06 10:20", "meta", "某市日报", ""},
		{"script", `<script>var page = {"title":"x","publishTime":"2023-05-06 10:20:00"};</script>`, "2023-05-06 10:20", "script", "", ""},
		{"script of many stories", `<script>[{"publishTime":"2023-05-06 10:20:00"},{"publishTime":"2023-05-05 10:20:00"}]</script>`, "", "", "", ""},
		{"JSON-LD", `<script type="application/ld+json">{"datePublished": "2023-05-06T02:20:00Z"}</script>`, "2023-05-06 10:20", "script", "", ""},
		{"none", "", "", "", "", ""},
	} {
		a, err := page.Read([]byte(printed(c.head, "")), page.Options{FetchedAt: fetched})
		if err != nil {
			t.Errorf("%s: %v", c.what, err)
			continue
		}
		if a.Title != headline || clock(a.PublishedAt) != c.published || a.PublishedWhere != c.where || a.Publisher != c.publisher || a.Author != c.author {
			t.Errorf("%s: %q, %q (%s), %q, %q", c.what, a.Title, clock(a.PublishedAt), a.PublishedWhere, a.Publisher, a.Author)
		}
		if want := first + "\n" + second + "\n" + third; a.Body != want {
			t.Errorf("%s: body\n%s", c.what, a.Body)
		}
	}
}

func TestRelativeDatesNeedTheFetchDate(t *testing.T) {
	a, err := page.Read([]byte(printed(`<div class="info">昨天 10:20 来源：某市日报</div>`, "")), page.Options{})
	if err != nil || !a.PublishedAt.IsZero() || a.Publisher != "某市日报" {
		t.Errorf("%v %q %v", a.PublishedAt, a.Publisher, err)
	}
}

func TestFurnitureBelowTheArticle(t *testing.T) {
	for _, tail := range []string{
		`<p>（责任编辑：李四）</p>`, `<p>责编：李四 校对：王五</p>`, `<div class="share">分享到：微信 微博 QQ空间</div>`,
		`<p>声明：本文仅供参考，不构成投资建议，据此操作风险自担。</p>`, `<p>未经授权不得转载，如有侵权请联系删除。</p>`,
		`<p>扫描二维码下载客户端，打开APP阅读最新报道</p>`, `<p>来源：某市日报</p>`, `<p><a href="/1">查看更多</a></p>`,
		`<div class="r"><h3>相关阅读</h3><ul><li><a href="/1">另一座城市的经济怎么样了</a></li><li><a href="/2">消费市场为何火热</a></li></ul></div>`,
		`<div class="r"><h3>为你推荐</h3><dl>` + strings.Repeat(`<dt><a href="/1">另一座城市的经济怎么样了</a></dt><dd>`+strings.Repeat("记者近日走访多家企业，了解当地产业发展的情况。", 3)+`</dd>`, 4) + `</dl></div>`,
		`<p>上一篇：<a href="/1">另一座城市的经济怎么样了</a></p><p>下一篇：<a href="/2">消费市场为何火热</a></p>`,
		`<p>责任编辑：李四</p><blockquote><p>另一座城市的经济怎么样了？记者近日走访多家企业，了解当地产业发展的情况，并采访了负责人。</p></blockquote>`,
	} {
		html := strings.Replace(printed(`<div class="info">2023-05-06 10:20</div>`, ""), third+"</p>", third+"</p>"+tail, 1)
		a, err := page.Read([]byte(html), page.Options{})
		if want := first + "\n" + second + "\n" + third; err != nil || a.Body != want {
			t.Errorf("%s: %v\n%s", tail, err, a.Body)
		}
	}
}

func TestSentencesThatOnlyLookLikeFurniture(t *testing.T) {
	for _, p := range []string{
		"全市法院审结侵犯商标权案件，责令侵权企业删除链接1200件，同比增长15%。",
		"来源于工业的税收达到120亿元，增长7.3%。",
		"市民关注的公众号平台经济营收突破3亿元，下载客户端的用户增长两成。",
		"编辑部所在的园区入驻企业众多，来自各地的年轻人在此创业",
		"微信公众号成为政务公开的重要渠道，市民可以在线办理各项业务。",
		"举报热线开通以来，相关部门及时处理群众反映的问题，受到好评。",
		"扫码支付交易额达到3.2亿元",
		"来源多元的资金支持了园区的建设",
		"相关阅读材料显示，全市图书零售额达到8.5亿元。",
	} {
		html := strings.Replace(printed("", ""), third, p, 1)
		if a, err := page.Read([]byte(html), page.Options{}); err != nil || !strings.Contains(a.Body, p) {
			t.Errorf("%s: %v\n%s", p, err, a.Body)
		}
	}
}

func TestAHeadingAboveTheArticleTakesNothingWithIt(t *testing.T) {
	for _, word := range []string{"广告", "推荐阅读", "相关新闻"} {
		html := strings.Replace(printed("", ""), `<div class="content">`, `<div class="content"><p>`+word+`</p>`, 1)
		if a, err := page.Read([]byte(html), page.Options{}); err != nil || !strings.HasSuffix(a.Body, first+"\n"+second+"\n"+third) {
			t.Errorf("%s: %v\n%s", word, err, a.Body)
		}
	}
}

func TestAnArticleHiddenWhileThePageLoads(t *testing.T) {
	html := strings.Replace(printed("", `<div style="display:none">不该看见的一行</div>`), `<div class="content">`, `<div id="js_content" style="visibility: hidden; opacity: 0;">`, 1)
	if a, err := page.Read([]byte(html), page.Options{}); err != nil || a.Body != first+"\n"+second+"\n"+third {
		t.Errorf("%v\n%s", err, a.Body)
	}
}

func TestTables(t *testing.T) {
	table := `<p>表1 主要指标</p><table><caption>一季度主要经济指标</caption><tr><td colspan="3">单位:亿元</td></tr><tr><th>指标</th><th>绝对量</th><th>同比增长(%)</th></tr>
<tr><td><p>地区生产总值</p></td><td> 1200 </td><td>6.5</td></tr><tr><td>其中：工业</td><td>480</td><td>7.0</td></tr></table>`
	html := strings.Replace(printed("", ""), "<p>"+third, table+"<p>"+third, 1)
	a, err := page.Read([]byte(html), page.Options{})
	want := "一季度主要经济指标\n单位:亿元\n| 指标 | 绝对量 | 同比增长(%) |\n| 地区生产总值 | 1200 | 6.5 |\n| 其中：工业 | 480 | 7.0 |\n" + third
	if err != nil || !strings.Contains(a.Body, want) {
		t.Errorf("%v\n%s", err, a.Body)
	}
}

func TestLayoutTablesAreNoTables(t *testing.T) {
	html := "<html><head><title>" + headline + "</title></head><body><table><tr><td>" + menu + "</td><td><h1>" + headline +
		"</h1>2023-05-06" + body + "</td></tr></table></body></html>"
	if a, err := page.Read([]byte(html), page.Options{}); err != nil || a.Body != first+"\n"+second+"\n"+third {
		t.Errorf("%v\n%s", err, a.Body)
	}
}

func TestTitles(t *testing.T) {
	for _, c := range []struct{ what, head, shown, want string }{
		{"repeated by h1", "<title>" + headline + "_某网财经_某网</title>", "<h1>" + headline + "</h1>", headline},
		{"printed in a div", "<title>" + headline + "-某市人民政府门户网站</title>", `<div class="tit">` + headline + "</div>", headline},
		{"breadcrumb before it", "<title>" + headline + "</title>", `<div>首页 &gt; <a href="/">` + headline + `</a></div><h1>` + headline + `</h1>`, headline},
		{"only in the head", "<title>" + headline + "_某网</title>", "", headline},
		{"only in meta", `<meta property="og:title" content="` + headline + `"><title>某网</title>`, "", headline},
		{"no title element", "", "<h1>" + headline + "</h1>", headline},
		{"with a dash of its own", "<title>某市一季度GDP增长6.5%-7%</title>", "", "某市一季度GDP增长6.5%-7%"},
		{"h1 is the site", "<title>" + headline + "</title>", "<h1>某网</h1><h2>" + headline + "</h2>", headline},
	} {
		html := "<html><head>" + c.head + "</head><body>" + menu + "<div>" + c.shown + `<div class="content">` + body + "</div></div>" + foot + "</body></html>"
		if a, err := page.Read([]byte(html), page.Options{}); err != nil || a.Title != c.want {
			t.Errorf("%s: %q, want %q (%v)", c.what, a.Title, c.want, err)
		}
	}
}

func TestCharsetByBytes(t *testing.T) {
	declared := strings.Replace(printed("", ""), "<head>", `<head><meta charset="gb2312">`, 1)
	gb, err := simplifiedchinese.GB18030.NewEncoder().String(declared)
	if err != nil {
		t.Fatal(err)
	}
	for bytes, want := range map[string]string{declared: "utf-8", gb: "gb18030"} {
		if a, err := page.Read([]byte(bytes), page.Options{}); err != nil || a.Charset != want || a.Title != headline || !strings.HasPrefix(a.Body, first) {
			t.Errorf("%s: %s %s %v", want, a.Charset, a.Title, err)
		}
	}
}

func TestParts(t *testing.T) {
	for tail, want := range map[string]int{
		"": 1,
		`<div class="page"><span>1</span> <a href="a_2.html">2</a> <a href="a_3.html">3</a> <a href="a_2.html">下一页</a></div>`: 3,
		`<div class="page"><a href="a_1.html">余下全文&gt;&gt;</a></div>`:                                                         2,
		`<div class="page"><a href="javascript:;">下一页</a></div>`:                                                              1,
	} {
		if a, err := page.Read([]byte(printed("", tail)), page.Options{}); err != nil || a.Parts != want {
			t.Errorf("%s: %d parts, want %d (%v)", tail, a.Parts, want, err)
		}
	}
}

func TestProfiles(t *testing.T) {
	box := func(attr string) string {
		return `<html><head><title>` + headline + `</title></head><body><div ` + attr + `></div><div class="x"><div ` + attr + `>` + body +
			`</div><p>` + strings.Repeat("这是另一栏的文字，与文章无关，写得很长很长。", 40) + `</p></div></body></html>`
	}
	for _, c := range []struct{ attr, url, want string }{
		{`class="TRS_Editor"`, "", "trs"},
		{`id="UCAP-CONTENT"`, "", "ucap"},
		{`class="rm_txt_con cf"`, "http://finance.people.com.cn/n1/2023/0506/c1004-1.html", "people"},
		{`class="rm_txt_con cf"`, "http://people.example.cn/1.html", "generic"},
	} {
		a, err := page.Read([]byte(box(c.attr)), page.Options{URL: c.url})
		if err != nil || a.Profile != c.want {
			t.Errorf("%s: profile %q, want %q (%v)", c.attr, a.Profile, c.want, err)
		}
		if c.want != "generic" && a.Body != first+"\n"+second+"\n"+third {
			t.Errorf("%s: body\n%s", c.attr, a.Body)
		}
	}
}

func TestHostilePages(t *testing.T) {
	deep := func(tag string, n int) string { return "<html><body>" + strings.Repeat(tag, n) + first }
	for what, c := range map[string]struct {
		html string
		err  error
	}{
		"nothing":           {"", page.ErrNoText},
		"no text":           {"<html><body><img src=x></body></html>", page.ErrNoText},
		"binary":            {"<html>\x00\x01\x02\x03\x04\x05\x06\x07\x08\xff\xfe\xfd", page.ErrCharset},
		"too large":         {strings.Repeat("<div>", page.MaxBytes/5+1), page.ErrTooLarge},
		"many open divs":    {deep("<div>", 400000), nil},
		"too many tags":     {deep("<p>", 500000), page.ErrTooLarge},
		"nested boxes":      {"<html><body>" + strings.Repeat("<div class=TRS_Editor>", 400) + strings.Repeat("<p>"+first, 10000), nil},
		"a picture inside":  {printed(`<img src="data:image/png;base64,`+strings.Repeat("iVBORw0KGgo", page.MaxBytes/11+1)+`">`, ""), nil},
		"open links":        {deep("<a href=x>", 100000), page.ErrNoText},
		"open formatting":   {deep("<b><i><font>", 100000), nil},
		"open tables":       {deep("<table><tr><td>", 100000), nil},
		"open paragraphs":   {deep("<p>一", 400000), page.ErrNoText},
		"open comments":     {deep("<!-- ", 100000), page.ErrNoText},
		"attributes":        {"<html><body><p " + strings.Repeat("a=b ", 500000) + ">" + first, nil},
		"many small blocks": {"<html><body>" + strings.Repeat("<div><span>2023-05-06</span></div>", 100000) + "<p>" + first, page.ErrNoText},
		"related headings":  {"<html><body>" + strings.Repeat("<div>相关阅读<p>", 200) + first, page.ErrNoText},
	} {
		a, err := page.Read([]byte(c.html), page.Options{})
		if !errors.Is(err, c.err) {
			t.Errorf("%s: %v, want %v", what, err, c.err)
		}
		if c.err == nil && err == nil && !strings.Contains(a.Body, "1200亿元") {
			t.Errorf("%s: the article is lost: %.200s", what, a.Body)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(printed(`<div class="info">2023-05-06 10:20 来源：某市日报</div>`, "<p>责任编辑：李四</p>")))
	f.Add([]byte(`<table><tr><td>单位:亿元<table><tr><th>a<th>b<tr><td>1<td>2`))
	f.Add([]byte("<title>题</title><p>一\xff<div style='display:none'>"))
	f.Fuzz(func(t *testing.T, html []byte) {
		a, err := page.Read(html, page.Options{FetchedAt: time.Unix(1.7e9, 0)})
		if err == nil && (strings.TrimSpace(a.Body) == "" || a.Parts < 1 || a.Charset == "") {
			t.Fatalf("half an article: %+v", a)
		}
	})
}

func BenchmarkRead(b *testing.B) {
	pages, err := filepath.Glob(filepath.Join(saved, "*.html"))
	if err != nil || len(pages) == 0 {
		b.Skip("the saved pages are not here")
	}
	var raw [][]byte
	size := 0
	for _, p := range pages {
		bytes, err := os.ReadFile(p)
		if err != nil {
			b.Fatal(err)
		}
		raw = append(raw, bytes)
		size += len(bytes)
	}
	b.SetBytes(int64(size))
	for b.Loop() {
		for i, bytes := range raw {
			if _, err := page.Read(bytes, page.Options{}); err != nil {
				b.Fatal(fmt.Errorf("%s: %w", pages[i], err))
			}
		}
	}
}
