package page

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"yiyuan/extract/stamp"
)

// trim takes from the lines of a container what is not the article: the headline and stamp at its head, the furniture
// anywhere, and at its foot everything from the heading of a list of other stories on.
func trim(lines []line, title string) []line {
	lines = trimHead(lines, squeeze(title))
	if i := relatedFrom(lines); i >= 0 {
		lines = lines[:i]
	}
	out := lines[:0]
	for i, l := range lines {
		if l.table || !isFurniture(l.text, 3*i >= 2*len(lines)) {
			out = append(out, l)
		}
	}
	return trimTail(out)
}

const headReach = 8

func trimHead(lines []line, title string) []line {
	start := 0
	for i, l := range lines[:min(headReach, len(lines))] {
		text := squeeze(l.text)
		switch {
		case title != "" && (text == title || strings.HasPrefix(text, title) && len(text) <= len(title)+30), isBreadcrumb(l), isStamp(l):
			start = i + 1
		case l.runes() > 30:
			return lines[start:]
		}
	}
	return lines[start:]
}

func isStamp(l line) bool {
	if l.table || l.runes() > 80 {
		return false
	}
	s, ok := stamp.Line(l.text, time.Time{})
	return ok && (!s.PublishedAt.IsZero() || s.Publisher != "") && !strings.ContainsAny(l.text, "，。")
}

func isBreadcrumb(l line) bool {
	return l.runes() < 60 && strings.ContainsAny(l.text, ">»›") && (strings.Contains(l.text, "首页") || strings.Contains(l.text, "正文") || l.linked*2 > l.runes())
}

// relatedFrom finds where the article ends in the second half of the lines: at the heading of a list of other stories, or
// at 责任编辑.
func relatedFrom(lines []line) int {
	total, seen := 0, 0
	for _, l := range lines {
		total += l.runes()
	}
	for i, l := range lines {
		if seen*2 > total && (isRelatedHeading(l.text) || l.runes() < 30 && strings.HasPrefix(strings.TrimLeft(l.text, "（([【 "), "责任编辑")) {
			return i
		}
		seen += l.runes()
	}
	return -1
}

var relatedHeadings = set("相关阅读 相关新闻 相关文章 相关报道 相关链接 相关推荐 相关资讯 相关内容 相关专题 延伸阅读 推荐阅读 延伸推荐 热门推荐 精彩推荐 为你推荐 为您推荐 猜你喜欢 猜您喜欢 更多精彩 更多新闻 更多阅读 热门文章 热门新闻 热点新闻 热点推荐 热门阅读 热门评论 最新文章 最新评论 最新资讯 网友评论 热评 今日热点 今日推荐 大家都在看 大家还在看 你可能感兴趣 您可能感兴趣 编辑推荐 小编推荐 阅读排行 阅读排行榜 点击排行 新闻排行 排行榜 图片新闻 精彩图集 视频推荐 热门视频 相关视频 往期回顾 往期推荐 评论区 全部评论 发表评论 我要评论 跟贴 网友跟贴 上一篇 下一篇 频道推荐 头条推荐 专题推荐 新闻推荐 作者最新文章 特别推荐 品牌推荐 热搜榜 热搜 广告")

func isRelatedHeading(s string) bool {
	if len(s) > 120 {
		return false
	}
	s = strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) {
			return r
		}
		return -1
	}, s)
	return relatedHeadings[s]
}

var (
	// labels open a line of furniture where a colon, a blank or nothing follows.
	labels = strings.Fields("责任编辑 责编 本文编辑 网络编辑 值班编辑 编辑 原标题 本文来源 文章来源 稿件来源 分享到 分享 免责声明 版权声明 特别声明 郑重声明 本文声明 上一篇 下一篇 上一页 下一页 关键词 关键字 标签 热门标签 字号 举报 网友评论 发表评论 打印本页 关闭窗口 阅读原文 我要纠错 纠错 相关资讯请关注 更多内容请关注 更多资讯请关注")
	// prompts open one whatever follows, if it is no whole sentence.
	prompts = strings.Fields("扫一扫 扫描二维码 扫码 未经授权 未经允许 未经许可 更多精彩 点击查看 点击进入 点击下载 图片来自网络 图片来源于网络 图源网络 长按 关注微信 微信公众号 关注公众号 欢迎关注 打开APP 打开App 下载APP 下载客户端 ICP备 Copyright 正文已结束 您的浏览器 版权所有 版权归")
	// disclaimers are told by two words in one line.
	disclaimers = [][2]string{
		{"侵权", "删除"}, {"未经", "转载"}, {"转载", "注明"}, {"不代表", "立场"}, {"不代表", "观点"}, {"风险自担", "操作"}, {"仅供参考", "投资建议"},
		{"不构成", "投资建议"}, {"信息存储", "服务"}, {"网友", "个人看法"}, {"原创文章", "转载"}, {"声明：", "仅供参考"}, {"图片", "来自网络"},
	}
	// appeals are, too, but only in a short line towards the end: an article may be about an app.
	appeals = [][2]string{
		{"侵权", "联系"}, {"转载", "联系"}, {"扫描", "二维码"}, {"长按", "二维码"}, {"识别", "二维码"}, {"关注", "公众号"}, {"下载", "客户端"}, {"打开", "APP"},
		{"下载", "APP"}, {"版权", "所有"}, {"责任编辑", "："}, {"责任编辑", ":"},
	}
)

const (
	maxDisclaimer = 120 // runes
	maxAppeal     = 60
)

// isFurniture reports a line that is not the article's. One that states an amount always is.
func isFurniture(s string, nearEnd bool) bool {
	n := utf8.RuneCountInString(s)
	if n > maxDisclaimer || hasFigure(s) {
		return false
	}
	bare := strings.TrimLeft(s, " （([【*※◎●■▲△>·-—")
	if n <= maxAppeal && (isLabelled(bare, labels) || startsWith(bare, prompts) && !strings.HasSuffix(s, "。")) {
		return true
	}
	return hasPair(s, disclaimers) || nearEnd && n <= maxAppeal && hasPair(s, appeals)
}

// isLabelled reports a line that begins with one of the words as a label, or is nothing but it.
func isLabelled(s string, words []string) bool {
	for _, w := range words {
		if rest, ok := strings.CutPrefix(s, w); ok && (rest == "" || startsWith(rest, labelEnds)) {
			return true
		}
	}
	return false
}

var labelEnds = []string{"：", ":", " ", "|", "丨", "/", "】", "]", "）", ")"}

func startsWith(s string, words []string) bool {
	for _, w := range words {
		if strings.HasPrefix(s, w) {
			return true
		}
	}
	return false
}

func hasPair(s string, pairs [][2]string) bool {
	for _, p := range pairs {
		if strings.Contains(s, p[0]) && strings.Contains(s, p[1]) {
			return true
		}
	}
	return false
}

// hasFigure reports an amount.
func hasFigure(s string) bool {
	for _, unit := range []string{"亿", "万元", "%", "件", "同比"} {
		if strings.Contains(s, unit) && strings.ContainsAny(s, "0123456789") {
			return true
		}
	}
	return false
}

// tailLabels open the lines that sign an article.
var tailLabels = strings.Fields("作者 本文作者 文 图 采写 撰文 撰稿 记者 通讯员 来源 稿源 编辑 编审 审核 校对 监制 制图 统筹 实习生 本期编辑 END End 完 全文完")

func trimTail(lines []line) []line {
	for len(lines) > 1 {
		l := lines[len(lines)-1]
		if !l.table && (l.linked*10 >= l.runes()*6 || isTail(l.text)) {
			lines = lines[:len(lines)-1]
			continue
		}
		break
	}
	return lines
}

func isTail(s string) bool {
	if utf8.RuneCountInString(s) > 40 || strings.HasSuffix(s, "。") {
		return false
	}
	if !hasLetter(s) && !strings.ContainsAny(s, "0123456789") {
		return true
	}
	return isLabelled(strings.TrimLeft(s, "（([【 "), tailLabels)
}
