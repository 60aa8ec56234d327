package restore

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// furniture drops the lines of the page around the text: where the reader is (首页 > 新闻 > 正文), how many have read it
// (顶: 855踩: 17796), who edited it (责编:…), what else there is to read (- 标题(2022-06-08 17:35:31)), whose the page is.
//
// It looks at the first and the last lines only, and drops a line whole or not at all: figures may go with it, and the
// repair says so. A line of the text that happens to name an editor stays where it is.
var furniture = filter{
	name: "furniture",
	may:  func(v *survey) bool { return v.size > 0 },
	sort: whole,
	edits: func(d *draft) (edits []edit) {
		lines := edges(d.now)
		related := tailList(lines)
		for i, l := range lines {
			if l.start == d.head[0] && d.head[1] > d.head[0] || l.body == "" {
				continue
			}
			switch {
			case related[i], !l.tail && (isTrail(l.body) || isCounter(l.body)), l.tail && isClosing(l.body):
				edits = append(edits, edit{start: l.start, end: l.end})
			case l.tail:
				if n := closingBracket(l.body); n > 0 {
					end := strings.Index(d.now[l.start:], l.body) + l.start + len(l.body)
					edits = append(edits, edit{start: end - n, end: end})
				}
			}
		}
		return edits
	},
}

const (
	headLines = 8
	tailLines = 40
)

type pageLine struct {
	start, end int // with its line end
	body       string
	tail       bool
}

// edges gives the first and the last lines that are not blank.
func edges(s string) (lines []pageLine) {
	at := 0
	for at < len(s) && len(lines) < headLines {
		l := lineAt(s, at)
		if l.body != "" {
			lines = append(lines, l)
		}
		at = l.end
	}
	end := len(s)
	head := len(lines)
	for end > at && len(lines)-head < tailLines {
		start := strings.LastIndexByte(s[:end-1], '\n') + 1
		l := lineAt(s, start)
		l.tail = true
		if l.body != "" {
			lines = append(lines, l)
		}
		end = start
	}
	slices.Reverse(lines[head:])
	if at >= len(s) { // a short text: its end is its tail too
		for i := range lines {
			lines[i].tail = i > 0 && i >= len(lines)/2
		}
	}
	return lines
}

func lineAt(s string, start int) pageLine {
	end := start + len(s[start:])
	if n := strings.IndexByte(s[start:], '\n'); n >= 0 {
		end = start + n + 1
	}
	return pageLine{start: start, end: end, body: strings.TrimFunc(s[start:end], func(r rune) bool { return isBlank(r) || r == '\n' })}
}

func isClosing(line string) bool {
	return isCounter(line) || isEditor(line) || isTrail(line) || isLegal(line)
}

// isTrail: 首页 > 新闻 > 正文, or a bar of the site's own pages.
func isTrail(line string) bool {
	if longer(line, 60) || strings.ContainsAny(line, "，。；！？") {
		return false
	}
	parts := strings.FieldsFunc(line, func(r rune) bool { return strings.ContainsRune(">＞»›", r) })
	if len(parts) >= 2 {
		first, last := strings.TrimSpace(parts[0]), strings.TrimSpace(parts[len(parts)-1])
		return strings.Contains(first, "首页") || strings.Contains(first, "位置") || slices.Contains([]string{"正文", "详情", "详细内容", "新闻详情", "内容"}, last)
	}
	parts = strings.FieldsFunc(line, func(r rune) bool { return r == '|' || r == '｜' || isBlank(r) })
	return len(parts) >= 2 && !slices.ContainsFunc(parts, func(p string) bool { return !slices.Contains(sitePages, p) })
}

var sitePages = []string{"首页", "网站首页", "网站地图", "设为首页", "加入收藏", "返回首页", "返回顶部", "联系我们", "关于我们", "登录", "注册", "手机版", "繁体", "简体", "无障碍", "English", "RSS", "收藏", "打印", "关闭", "分享"}

// The labels of a page's counters; a line of nothing but labels, figures and signs is one, if it has a label that no
// text begins with.
var (
	counterLabels = []string{"发布时间", "发表时间", "更新时间", "发布日期", "时间", "日期", "人参与", "条评论", "评论", "浏览次数", "浏览量", "浏览", "阅读次数", "阅读量", "阅读数", "阅读",
		"点击次数", "点击量", "点击数", "点击", "访问量", "访问次数", "访问", "点赞", "收藏", "转发", "分享到", "分享", "打印本页", "打印", "关闭窗口", "关闭", "字体", "字号", "放大", "缩小", "默认", "大", "中", "小",
		"上一篇", "下一篇", "没有了", "返回顶部", "返回列表", "举报", "纠错", "扫一扫", "微信", "微博", "朋友圈", "空间", "顶", "踩", "赞", "次", "人", "条"}
	sureCounters = []string{"人参与", "浏览", "阅读", "点击", "访问", "评论", "点赞", "分享", "打印", "关闭", "字体", "字号", "上一篇", "下一篇", "顶", "踩"}
)

func isCounter(line string) bool {
	if longer(line, 80) || !slices.ContainsFunc(sureCounters, func(label string) bool { return strings.Contains(line, label) }) {
		return false
	}
	for _, label := range counterLabels {
		line = strings.ReplaceAll(line, label, "")
	}
	return strings.IndexFunc(line, func(r rune) bool { return unicode.IsLetter(r) }) < 0
}

var editorLabels = []string{"责任编辑", "责编", "编辑", "美编", "审核", "校对", "编审", "监制", "值班编辑", "网络编辑", "实习编辑", "文字编辑", "一审", "二审", "三审", "初审", "复审", "终审", "值班主任", "值班编委", "图编", "排版", "制作"}

// isEditor: 责编:王 克/美编:石 玉, with or without brackets.
func isEditor(line string) bool {
	line = strings.Trim(line, "【】[]()（）〔〕 ")
	if longer(line, 60) || strings.ContainsAny(line, "。；;！!？?") {
		return false
	}
	return slices.ContainsFunc(editorLabels, func(label string) bool {
		rest, ok := strings.CutPrefix(line, label)
		rest = strings.TrimLeft(rest, " \u3000")
		return ok && rest != "" && strings.ContainsRune(":：|丨/", firstRune(rest))
	})
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// closingBracket is the length of （责任编辑：张三） at the end of a line.
func closingBracket(line string) int {
	if !strings.ContainsRune("）)】]", lastRune(line)) {
		return 0
	}
	for _, open := range []string{"（", "(", "【", "["} {
		at := strings.LastIndex(line, open)
		if at > 0 && isEditor(line[at:]) {
			return len(line) - at
		}
	}
	return 0
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

var legalLabels = []string{"免责声明", "版权声明", "版权所有", "声明：本", "本网声明", "特别声明", "Copyright", "copyright", "COPYRIGHT", "©", "违法和不良信息举报"}

func isLegal(line string) bool {
	line = strings.TrimLeft(line, "【[(（*※ ")
	return slices.ContainsFunc(legalLabels, func(label string) bool { return strings.HasPrefix(line, label) }) ||
		!longer(line, 60) && strings.Contains(line, "ICP备")
}

var listHeads = []string{"相关新闻", "相关阅读", "相关链接", "相关文章", "相关报道", "延伸阅读", "推荐阅读", "热门推荐", "热点推荐", "最新文章", "猜你喜欢", "更多新闻", "热门新闻", "热点新闻", "精彩推荐"}

// tailList marks the lines of a list of other stories behind the text: at least two dated lines, or a heading that says
// what they are, and nothing but page furniture after them.
func tailList(lines []pageLine) []bool {
	marked := make([]bool, len(lines))
	first, dated := len(lines), 0
	for i := len(lines) - 1; i >= 0 && lines[i].tail; i-- {
		body := lines[i].body
		switch {
		case isDatedLink(body):
			dated++
			first = i
		case slices.Contains(listHeads, strings.Trim(body, "：:【】[]*#> ")):
			for k := i; k < len(lines); k++ {
				marked[k] = marked[k] || isListed(lines[k].body)
			}
			first, dated = i, dated+2
		case isClosing(body) || dated == 0 && isListed(body) && strings.HasPrefix(body, "- "):
		default:
			if dated < 2 {
				return make([]bool, len(lines))
			}
			i = -1
		}
	}
	if dated < 2 {
		return make([]bool, len(lines))
	}
	for i := first; i < len(lines); i++ {
		marked[i] = marked[i] || isDatedLink(lines[i].body)
	}
	return marked
}

// isListed: a heading among headings, no sentence.
func isListed(line string) bool {
	return !longer(line, 50) && !strings.HasSuffix(line, "。") && !strings.HasSuffix(line, "”")
}

// isDatedLink: a headline with the day, and perhaps the hour, of its story behind it.
func isDatedLink(line string) bool {
	if longer(line, 80) {
		return false
	}
	line = strings.TrimRight(line, ")）]】 ")
	at := len(line)
	for at > 0 && (line[at-1] >= '0' && line[at-1] <= '9' || strings.IndexByte("-:/. ", line[at-1]) >= 0) {
		at--
	}
	stamp := strings.TrimLeft(line[at:], " ")
	title := strings.TrimRight(line[:at], "(（[【 ")
	return isStamp(stamp) && utf8.RuneCountInString(title) >= 5 && at < len(line) && (len(title) < at || line[at] == ' ')
}

// isStamp: 2022-06-08, perhaps with 17:35 or 17:35:31 behind it.
func isStamp(s string) bool {
	day, clock, _ := strings.Cut(s, " ")
	shape := strings.Map(func(r rune) rune {
		switch {
		case r >= '0' && r <= '9':
			return '0'
		case r == '/' || r == '.':
			return '-'
		}
		return r
	}, day)
	if shape != "0000-00-00" && shape != "0000-0-0" && shape != "0000-0-00" && shape != "0000-00-0" {
		return false
	}
	return clock == "" || len(clock) <= 8 && strings.Count(clock, ":") >= 1
}

// longer reports whether a line has more than n characters, without counting those of a long one.
func longer(line string, n int) bool { return len(line) > 4*n || utf8.RuneCountInString(line) > n }
