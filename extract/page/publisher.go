package page

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/PuerkitoBio/goquery"

	"yiyuan/extract/stamp"
)

var (
	sourceTags = []string{"contentsource", "source", "mediaid", "article:source", "og:article:source", "copyright_source"}
	sourceKeys = []string{"sourceName", "source_name", "mediaName", "media_name", "__$source"}
)

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
