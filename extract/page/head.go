package page

import (
	"iter"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/PuerkitoBio/goquery"

	"yiyuan/extract/stamp"
)

// readHead reads everything but the body.
func readHead(doc *goquery.Document, opt Options) Article {
	blocks := layout(doc.Nodes[0])
	tags := metaTags(doc)
	title, at := headline(doc, tags, blocks)
	zone := blocks[min(at, len(blocks)):bodyStart(blocks, at)]
	a := Article{Title: title, Profile: generic}

	seen := visible(zone, blocks, at, opt.FetchedAt)
	a.PublishedAt, a.PublishedWhere = published(doc, tags, seen, opt.FetchedAt)
	a.Author = seen.Author
	if !isCategory(seen.Publisher) {
		a.Publisher = seen.Publisher
	}
	a.fillPublisher(doc, tags, zone, blocks)
	if a.Author == "" {
		a.Author = byline(blocks, at)
	}
	if a.Author == a.Publisher || a.Author != "" && strings.HasSuffix(a.Author, "整理") {
		a.Author = ""
	}
	return a
}

// metaTags are the <meta> of a page by name, property or itemprop in lower case; the first that says anything stands.
func metaTags(doc *goquery.Document) map[string]string {
	tags := map[string]string{}
	doc.Find("meta[content]").Each(func(_ int, s *goquery.Selection) {
		value := strings.TrimSpace(s.AttrOr("content", ""))
		for _, key := range []string{"name", "property", "itemprop"} {
			if k := strings.ToLower(strings.TrimSpace(s.AttrOr(key, ""))); k != "" && value != "" && tags[k] == "" {
				tags[k] = value
			}
		}
	})
	return tags
}

func first(tags map[string]string, keys ...string) string {
	for _, k := range keys {
		if v := tags[k]; v != "" {
			return v
		}
	}
	return ""
}

const maxTitle = 300 // runes

// headline returns the title and the index of the block that prints it, or len(blocks).
func headline(doc *goquery.Document, tags map[string]string, blocks []block) (string, int) {
	page := ""
	if t := doc.Find("title"); t.Length() > 0 {
		page = strings.TrimSpace(collapse(innerText(t.Nodes[0], maxTitle)))
	}
	for _, known := range []string{page, first(tags, "articletitle", "og:title", "twitter:title")} {
		if at, ok := printed(known, blocks); ok {
			return clean(blocks[at].plain), at
		}
	}
	if given := first(tags, "articletitle", "og:title", "twitter:title"); given != "" {
		return clean(withoutSite(given)), 0
	}
	for i, b := range blocks {
		if n := b.runes; b.heading && n >= 6 && n <= 80 && b.linked == 0 && page == "" {
			return clean(b.plain), i
		}
	}
	return clean(withoutSite(page)), 0
}

// printed finds the block that the page's title begins with. Of several the one a stamp follows is the headline; the
// others are the last step of a breadcrumb or a link of the page to itself.
func printed(title string, blocks []block) (int, bool) {
	known := squeeze(title)
	best, score := -1, 0
	for i, b := range blocks {
		n := b.runes
		if n < 4 || n > 120 {
			continue
		}
		own := squeeze(b.plain)
		fits := strings.HasPrefix(known, own) || b.heading && (utf8.RuneCountInString(known) >= 8 && strings.HasPrefix(own, known) ||
			n >= 8 && strings.Contains(known, own) && len(own)*10 >= len(known)*5)
		if !fits || len(own) == 0 {
			continue
		}
		s := len(own) * 8
		if b.heading {
			s += 16
		}
		if b.linked == 0 {
			s += 8
		}
		if stampFollows(blocks, i) {
			s += 24
		}
		if s > score {
			best, score = i, s
		}
	}
	return best, best >= 0 && score >= 4*3*8
}

func stampFollows(blocks []block, i int) bool {
	for _, b := range blocks[i+1 : min(i+6, len(blocks))] {
		if b.isProse() {
			return false
		}
		if _, ok := stamp.Find(b.text, time.Time{}); ok && b.runes <= 120 {
			return true
		}
	}
	return false
}

// withoutSite cuts the names of channel and site from a <title>.
func withoutSite(s string) string {
	for _, sep := range []string{"_", "|", " - ", "-", "—"} {
		i := strings.Index(s, sep)
		if i < 0 {
			continue
		}
		tail := s[i+len(sep):]
		if utf8.RuneCountInString(s[:i]) >= 6 && (sep == "_" || sep == " - " || isSiteName(tail)) {
			return s[:i]
		}
	}
	return s
}

func isSiteName(s string) bool {
	if utf8.RuneCountInString(s) > 20 {
		return false
	}
	for _, w := range []string{"网", "报", "新闻", "频道", "资讯", "门户", "政府", "在线", "客户端", ".com", ".cn", "财经", "社"} {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

func clean(s string) string { return strings.Join(strings.Fields(s), " ") }

func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

const zoneBlocks = 14 // between headline and first paragraph

// bodyStart is the index of the first paragraph after the headline, or of where it can no longer be.
func bodyStart(blocks []block, at int) int {
	for i := at + 1; i < len(blocks) && i <= at+zoneBlocks; i++ {
		if blocks[i].isProse() {
			return i
		}
	}
	return min(at+1+zoneBlocks, len(blocks))
}

// visible reads the stamp: below the headline, else just above it, else wherever a line says 发布时间.
func visible(zone, blocks []block, at int, now time.Time) stamp.Stamp {
	out := stampOf(zone, now)
	if out.PublishedAt.IsZero() {
		above := stampOf(blocks[max(0, min(at, len(blocks))-5):min(at, len(blocks))], now)
		out.Fill(above)
	}
	if !out.PublishedAt.IsZero() && out.Publisher != "" {
		return out
	}
	for _, b := range blocks {
		if b.runes > 80 || b.linked*2 > b.runes || !strings.ContainsAny(b.text, "：:") {
			continue
		}
		if s, ok := stamp.Line(b.text, time.Time{}); ok && strings.Contains(b.text, "发布") {
			out.Fill(s)
		}
	}
	return out
}

// stampOf reads blocks one by one, then, for dates printed in pieces, as one line.
func stampOf(zone []block, now time.Time) stamp.Stamp {
	var out stamp.Stamp
	var joined strings.Builder
	for i, b := range zone {
		if i > 0 && b.linked*2 > b.runes && b.runes > 12 {
			continue
		}
		if s, ok := stamp.Line(b.text, now); ok && i > 0 {
			out.Fill(s)
		}
		if i > 0 && b.runes <= 60 {
			joined.WriteString(b.text + "  ")
		}
	}
	if s, ok := stamp.Line(joined.String(), now); ok {
		out.Fill(s)
	} else if m, ok := stamp.Find(joined.String(), now); ok && out.PublishedAt.IsZero() {
		out.PublishedAt, out.Clock, out.Abridged = m.Time, m.Clock, m.Abridged
	}
	return out
}

var (
	timeTags   = []string{"pubdate", "publishdate", "article:published_time", "og:published_time", "og:time", "publish_time", "publishtime", "datepublished", "date", "weibo: article:create_at", "weibo:article:create_at", "og:release_date", "article:create_at", "dateupdate", "apub:time", "_pubtime", "firstpublishedtime", "release_date"}
	timeKeys   = []string{"datePublished", "pubDate", "publishTime", "publish_time", "pubtime", "pubTime", "publishdate", "publishDate", "__$pubtime", "publish_date", "ptime", "oriCreateTime", "ct"}
	sourceTags = []string{"contentsource", "source", "mediaid", "article:source", "og:article:source", "copyright_source"}
	sourceKeys = []string{"sourceName", "source_name", "mediaName", "media_name", "__$source"}
)

// published prefers what the reader sees in full, then meta tags, then scripts.
func published(doc *goquery.Document, tags map[string]string, seen stamp.Stamp, now time.Time) (time.Time, string) {
	if !seen.PublishedAt.IsZero() && !seen.Abridged {
		return seen.PublishedAt, "visible"
	}
	for _, k := range timeTags {
		if t, ok := stamp.Parse(tags[k]); ok && notAfter(t, now) {
			return t, "meta"
		}
	}
	if t, ok := stamp.Parse(doc.Find("time[datetime]").First().AttrOr("datetime", "")); ok && notAfter(t, now) {
		return t, "meta"
	}
	if t, ok := stamp.Parse(scriptValue(doc, timeKeys)); ok && notAfter(t, now) {
		return t, "script"
	}
	if !seen.PublishedAt.IsZero() {
		return seen.PublishedAt, "visible"
	}
	return time.Time{}, ""
}

func notAfter(t, now time.Time) bool {
	return now.IsZero() || !t.After(stamp.Wall(now).AddDate(0, 0, 1))
}

// scriptValue finds the string given to one of the keys in the scripts: "datePublished": "…", pubtime:'…', x = '…'. A
// key with several values belongs to a list of stories, not to this one.
func scriptValue(doc *goquery.Document, keys []string) string {
	var scripts []string
	doc.Find("script").Each(func(_ int, s *goquery.Selection) {
		if n := s.Nodes[0].FirstChild; n != nil {
			scripts = append(scripts, n.Data)
		}
	})
	for _, key := range keys {
		values := map[string]bool{}
		value := ""
		for _, script := range scripts {
			for v := range valuesOf(script, key) {
				value, values[v] = v, true
			}
		}
		if len(values) == 1 {
			return value
		}
	}
	return ""
}

func valuesOf(script, key string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for rest := script; ; {
			i := strings.Index(rest, key)
			if i < 0 {
				return
			}
			whole := (i == 0 || !isWord(rest[i-1])) && (i+len(key) == len(rest) || !isWord(rest[i+len(key)]))
			rest = rest[i+len(key):]
			if v := assigned(rest); whole && v != "" && !yield(v) {
				return
			}
		}
	}
}

// assigned is the short string literal behind : or =.
func assigned(s string) string {
	s = strings.TrimLeft(s[:min(len(s), 200)], "\\\"' \t\n\r")
	if s == "" || s[0] != ':' && s[0] != '=' {
		return ""
	}
	s = strings.TrimLeft(s[1:], "\\ \t\n\r")
	if s == "" || s[0] != '"' && s[0] != '\'' {
		return ""
	}
	if end := strings.IndexByte(s[1:], s[0]); end > 0 && end < 100 {
		return strings.TrimRight(s[1:1+end], "\\")
	}
	return ""
}

func isWord(c byte) bool {
	return c == '_' || c == '$' || c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
}

// fillPublisher asks, in this order: the label beside the date, meta tags, elements called source or author, words left
// of the line with the date, the foot of the article, a name on the line above the date, scripts.
func (a *Article) fillPublisher(doc *goquery.Document, tags map[string]string, zone, blocks []block) {
	for _, find := range []func() string{
		func() string { return stamp.Publisher(first(tags, sourceTags...)) },
		func() string { return namedPublisher(zone) },
		func() string { return besideDate(zone) },
		func() string { return footPublisher(blocks) },
		func() string { return aboveDate(zone) },
		func() string { return stamp.Publisher(scriptValue(doc, sourceKeys)) },
	} {
		if a.Publisher != "" {
			return
		}
		a.Publisher = find()
	}
}

func namedPublisher(zone []block) string {
	for _, want := range sourceNames {
		for _, b := range zone[min(1, len(zone)):] {
			for _, n := range b.named {
				if strings.Contains(n.name, want) && !strings.Contains(n.name, "resource") {
					if p := publisherName(n.text); p != "" {
						return p
					}
				}
			}
		}
	}
	return ""
}

// besideDate takes the first name left of the line that has the date.
func besideDate(zone []block) string {
	for _, b := range zone[min(1, len(zone)):] {
		if b.runes > 80 {
			continue
		}
		m, ok := stamp.Find(b.text, time.Time{})
		if !ok {
			continue
		}
		for _, word := range strings.Split(b.text[:m.Start]+"  "+b.text[m.End:], "  ") {
			if p := publisherName(word); p != "" {
				return p
			}
		}
	}
	return ""
}

// someDay stands for the day of fetching where only the shape of a date matters.
var someDay = time.Date(2090, 1, 1, 0, 0, 0, 0, time.UTC)

// aboveDate takes a name that stands alone between the headline and the date.
func aboveDate(zone []block) string {
	for i := 2; i < len(zone); i++ {
		if _, dated := stamp.Find(zone[i].text, someDay); !dated || zone[i].runes > 40 {
			continue
		}
		for _, b := range zone[max(1, i-2):i] {
			if b.runes > 12 || b.heading {
				continue
			}
			if p := publisherName(b.plain); p != "" {
				return p
			}
		}
		return ""
	}
	return ""
}

var notPublishers = set("企鹅号 百家号 搜狐号 头条号 网易号 大鱼号 新浪号 官方账号 原创 转载 分享 举报 关注 评论 收藏 打印 首页 正文 新闻 资讯 要闻 国内 国际 社会 财经 阅读 字号 发布 发布时间 时间 来源 作者 编辑 网络 未知 大 中 小 关闭 打印本页 纠错 登录 注册 返回 更多 已关注 加关注 订阅 微博 微信 我要分享 手机看新闻 繁体 简体 点赞 推荐 热门 专题 转发 复制链接 听新闻 语音播报 发表于 日 月 年")

func publisherName(s string) string {
	if i := strings.IndexAny(s, "[【(（"); i > 0 {
		s = s[:i]
	}
	s = strings.TrimPrefix(strings.TrimPrefix(strings.TrimSpace(s), "来源："), "来源:")
	if _, dated := stamp.Find(s, time.Time{}); dated || strings.ContainsAny(s, "：:") {
		return ""
	}
	name := stamp.Publisher(s)
	n := utf8.RuneCountInString(name)
	if n < 2 || n > 16 || notPublishers[name] || isCategory(name) || isCounter(name) || !hasLetter(name) || strings.HasPrefix(name, "分享") || strings.Contains(name, "评论") || strings.Contains(name, "阅读") {
		return ""
	}
	return name
}

// isCategory reports the name of a section of a site.
func isCategory(s string) bool {
	for _, topic := range []string{"时政", "社会", "国内", "国际", "财经", "娱乐", "体育", "科技", "本地", "热点", "综合", "图片", "公司", "行业", "产业", "宏观", "要闻", "头条", "经济", "金融"} {
		if rest, ok := strings.CutPrefix(s, topic); ok && (rest == "" || rest == "新闻" || rest == "资讯" || rest == "要闻" || rest == "动态" || rest == "频道" || rest == "快讯" || rest == "市场") {
			return true
		}
	}
	return false
}

// isCounter reports 1164次, 25条 and the like.
func isCounter(s string) bool {
	return s[0] >= '0' && s[0] <= '9' && utf8.RuneCountInString(strings.TrimLeft(s, "0123456789.")) <= 3
}

func hasLetter(s string) bool { return strings.IndexFunc(s, unicode.IsLetter) >= 0 }

// footPublisher reads 本文来源：… and （来源：…） below the article.
func footPublisher(blocks []block) string {
	for _, b := range blocks {
		text := strings.TrimLeft(b.text, "（([【 ")
		for _, l := range []string{"本文来源", "文章来源", "稿件来源", "信息来源", "来源", "稿源"} {
			rest, ok := strings.CutPrefix(text, l)
			if !ok || b.runes > 40 {
				continue
			}
			if v := strings.TrimLeft(rest, " "); strings.HasPrefix(v, "：") || strings.HasPrefix(v, ":") {
				if p := publisherName(strings.TrimLeft(v, "：: ")); p != "" {
					return p
				}
			}
		}
	}
	return ""
}

// byline reads （记者 唐霁） in the first paragraphs, a line 作者：…, 某报记者 … of its own, and （张巨峰） behind the last one.
func byline(blocks []block, at int) string {
	prose, last := 0, ""
	for _, b := range blocks[min(at+1, len(blocks)):] {
		if b.isProse() {
			last = b.plain
			if prose++; prose <= 2 {
				if name := reporter(b.plain); name != "" {
					return name
				}
			}
			continue
		}
		if n := b.runes; n <= 30 && b.linked == 0 && !strings.ContainsAny(b.plain, "摄图") {
			if s, ok := stamp.Line(strings.Trim(b.text, "（）()[]【】"), time.Time{}); ok && s.Author != "" && prose > 0 {
				return s.Author
			}
			if name := reporterLine(b.plain); name != "" {
				return name
			}
		}
	}
	return signature(last)
}

// signature is a name in brackets at the very end.
func signature(s string) string {
	i := strings.LastIndexAny(s, "（(")
	if i < 0 || !strings.HasSuffix(s, "）") && !strings.HasSuffix(s, ")") {
		return ""
	}
	inside := strings.Trim(s[i:], "（）()")
	name := names(strings.TrimPrefix(inside, "记者"))
	if squeeze(inside) != squeeze(name) && !strings.HasPrefix(inside, "记者") || utf8.RuneCountInString(name) < 3 || strings.ContainsAny(name, "社报网台摄图") {
		return ""
	}
	return name
}

// reporter reads the brackets of 新华社巴黎12月9日电（记者唐霁）.
func reporter(s string) string {
	head := s
	if i := 0; len(head) > 240 {
		for i = 240; !utf8.RuneStart(head[i]); i-- {
		}
		head = head[:i]
	}
	for _, open := range []string{"（记者", "(记者", "（本报记者", "（通讯员"} {
		_, rest, ok := strings.Cut(head, open)
		if !ok {
			continue
		}
		inside, _, ok := strings.Cut(strings.ReplaceAll(rest, ")", "）"), "）")
		if ok && utf8.RuneCountInString(inside) <= 16 {
			return names(inside)
		}
	}
	return ""
}

// reporterLine reads a line that is nothing but 扬子晚报记者 张楠.
func reporterLine(s string) string {
	before, after, ok := strings.Cut(s, "记者")
	if !ok {
		before, after, ok = strings.Cut(s, "作者")
	}
	if !ok || utf8.RuneCountInString(before) > 10 || !strings.HasPrefix(after, " ") || strings.ContainsAny(s, "，。") {
		return ""
	}
	return names(after)
}

func names(s string) string {
	var out []string
	for _, f := range strings.FieldsFunc(s, func(r rune) bool { return !unicode.Is(unicode.Han, r) && r != '·' }) {
		if f == "通讯员" || f == "记者" {
			continue
		}
		if n := utf8.RuneCountInString(f); n < 2 || n > 4 {
			return strings.Join(out, " ")
		}
		out = append(out, f)
	}
	return strings.Join(out, " ")
}
