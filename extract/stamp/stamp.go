// Package stamp reads the line under a headline that says when, by whom and for which paper it was printed:
//
//	来源：福州日报 2022-06-08 | 发布时间：2023年5月6日 10:20 | 人参与 | 时间:2024-03-28 16:46:13
//
// A line is cut at its labels (来源, 发布时间, 作者, 责任编辑 …) and each piece is read as what its label says; what has no
// label counts only where little but a date is left of the line, so that a sentence that begins with a date is never
// taken for a stamp. One pattern to match a whole line was not enough: sites order and separate the pieces as they like.
package stamp

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/width"
)

// Stamp is what a line, or the lines at the head of a text, say of a publication. Fields not printed are zero.
type Stamp struct {
	PublishedAt time.Time // see Wall
	Clock       bool      // PublishedAt has its hour
	Abridged    bool      // its year was not printed in full
	Publisher   string
	Author      string
}

const (
	headLines = 12  // a stamp stands within so many lines of the top
	lineRunes = 120 // and is no longer than this
)

// Head reads the first lines of a text. The first value found for a field stands.
func Head(text string, now time.Time) Stamp {
	var out Stamp
	for n := 0; n < headLines && text != ""; {
		line, rest, _ := strings.Cut(text, "\n")
		text = rest
		if line = strings.TrimSpace(line); line == "" {
			continue
		}
		n++
		if s, ok := Line(line, now); ok {
			out.Fill(s)
		}
	}
	return out
}

// Fill takes from other what s does not know. A clock completes a bare date of the same day.
func (s *Stamp) Fill(other Stamp) {
	sameDay := s.PublishedAt.Truncate(24 * time.Hour).Equal(other.PublishedAt.Truncate(24 * time.Hour))
	if s.PublishedAt.IsZero() || !s.Clock && other.Clock && sameDay {
		s.PublishedAt, s.Clock, s.Abridged = other.PublishedAt, other.Clock, other.Abridged
	}
	if s.Publisher == "" {
		s.Publisher = other.Publisher
	}
	if s.Author == "" {
		s.Author = other.Author
	}
}

// Line reads one line; ok is false where it is not a stamp.
func Line(line string, now time.Time) (s Stamp, ok bool) {
	if len(line) > lineRunes*utf8.UTFMax || utf8.RuneCountInString(line) > lineRunes {
		return Stamp{}, false
	}
	line = fold(line)
	pieces := cut(line)
	bare := pieces[0].value
	if isSentence(bare) {
		return Stamp{}, false
	}
	for _, p := range pieces[1:] {
		s.read(p, now)
	}
	if m, found := Find(bare, now); found {
		left := strings.TrimSpace(bare[:m.Start] + "  " + bare[m.End:])
		if len(pieces) == 1 && letters(left) > 16 {
			return Stamp{}, false
		}
		if s.PublishedAt.IsZero() {
			s.PublishedAt, s.Clock, s.Abridged = m.Time, m.Clock, m.Abridged
		}
		if s.Publisher == "" {
			s.Publisher = paper(left)
		}
	}
	return s, s != Stamp{}
}

func (s *Stamp) read(p piece, now time.Time) {
	switch p.label.says {
	case published:
		if m, ok := Find(p.value, now); ok && s.PublishedAt.IsZero() {
			s.PublishedAt, s.Clock, s.Abridged = m.Time, m.Clock, m.Abridged
		}
	case publisher:
		value := p.value
		if m, ok := Find(value, now); ok {
			if s.PublishedAt.IsZero() {
				s.PublishedAt, s.Clock, s.Abridged = m.Time, m.Clock, m.Abridged
			}
			value = value[:m.Start]
		}
		if s.Publisher == "" {
			s.Publisher = Publisher(value)
		}
	case author:
		if s.Author == "" {
			s.Author = person(p.value)
		}
	}
}

type meaning int

const (
	other meaning = iota
	published
	publisher
	author
)

type label struct {
	word string
	says meaning
	bare bool // is a label without a colon, too
}

// labels are tried in order: those that end in another stand before it.
var labels = []label{
	{"信息来源", publisher, true}, {"文章来源", publisher, true}, {"新闻来源", publisher, true}, {"稿件来源", publisher, true},
	{"内容来源", publisher, true}, {"发布机构", publisher, true}, {"发布单位", publisher, true}, {"来源于", publisher, false},
	{"来源", publisher, false}, {"稿源", publisher, false}, {"转自", publisher, false}, {"摘自", publisher, false}, {"出处", publisher, false},
	{"发布时间", published, true}, {"发布日期", published, true}, {"发表时间", published, true}, {"发表日期", published, true},
	{"发布于", published, true}, {"发表于", published, true}, {"更新时间", published, true}, {"更新日期", published, true},
	{"上传时间", published, true}, {"录入时间", published, true}, {"添加时间", published, true}, {"成文日期", other, true},
	{"时间", published, false}, {"日期", published, false},
	{"责任编辑", other, true}, {"网络编辑", other, true}, {"本文编辑", other, true}, {"编辑", other, false}, {"责编", other, false},
	{"审核", other, false}, {"校对", other, false}, {"监制", other, false},
	{"文章作者", author, false}, {"本文作者", author, false}, {"作者", author, false}, {"本报记者", author, true}, {"记者", author, false},
	{"通讯员", author, false}, {"撰文", author, false}, {"撰稿", author, false}, {"文/", author, true},
	{"浏览次数", other, true}, {"阅读次数", other, true}, {"点击次数", other, true}, {"访问量", other, true}, {"点击数", other, true},
	{"浏览量", other, true}, {"阅读量", other, true}, {"浏览", other, false}, {"阅读", other, false}, {"点击", other, false},
	{"字号", other, false}, {"字体", other, false}, {"分享到", other, true}, {"分享", other, false}, {"评论", other, false},
	{"人参与", other, true}, {"索引号", other, true}, {"文号", other, false}, {"主题词", other, false}, {"关键词", other, false},
}

type piece struct {
	label label
	value string
}

// cut divides a line at its labels. The first piece is what stands before any.
func cut(line string) []piece {
	out := []piece{{}}
	start := 0
	prev := ' '
	for i := 0; i < len(line); {
		r, n := utf8.DecodeRuneInString(line[i:])
		if r >= 0x4E00 && !unicode.Is(unicode.Han, prev) {
			if l, end, ok := labelAt(line, i); ok {
				out[len(out)-1].value = line[start:i]
				out = append(out, piece{label: l})
				start, i, prev = end, end, ' '
				continue
			}
		}
		prev = r
		i += n
	}
	out[len(out)-1].value = line[start:]
	return out
}

func labelAt(line string, i int) (label, int, bool) {
	for _, l := range labels {
		if !strings.HasPrefix(line[i:], l.word) {
			continue
		}
		j := blanks(line, i+len(l.word))
		if j < len(line) && line[j] == ':' {
			return l, blanks(line, j+1), true
		}
		if l.bare || l.says != other && j-i-len(l.word) > 1 { // a column ends behind the label
			return l, j, true
		}
	}
	return label{}, 0, false
}

// Publisher cleans the value of a 来源: it ends where a column, a link or another piece begins; 网络 names nobody.
func Publisher(s string) string {
	s = strings.TrimLeft(fold(s), " \t:")
	for _, stop := range []string{"|", "  ", "\t", "\n", "阅读", "浏览", "点击", "原标题", "http", "分享", "字号", "评论", "参与", "打印", "编辑:"} {
		if i := strings.Index(s, stop); i > 0 {
			s = s[:i]
		}
	}
	s = strings.Trim(s, " \t,;.、。\"“”'<>《》【】[]()-_·|")
	switch s {
	case "网络", "互联网", "本站", "未知", "原创", "转载", "本网", "佚名", "网络整理", "综合", "其他", "不详", "我要投稿":
		return ""
	}
	if n := utf8.RuneCountInString(s); n < 2 || n > 40 || isSentence(s) || letters(s) == 0 {
		return ""
	}
	return s
}

// paper returns a publisher printed without a label beside the date, known by how such names end.
func paper(s string) string {
	for _, f := range strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || r == '|' || r == '-' || r == ',' }) {
		f = strings.Trim(f, "《》【】[]()\"“”")
		if n := utf8.RuneCountInString(f); n < 3 || n > 20 {
			continue
		}
		for _, end := range []string{"日报", "晚报", "晨报", "时报", "早报", "周报", "商报", "都市报", "快报", "新闻网", "在线", "网", "通讯社", "新华社",
			"周刊", "杂志", "电视台", "广播", "客户端", "新闻", "财经", "办公厅", "办公室", "政府", "统计局", "财政局", "财政厅", "委员会"} {
			if strings.HasSuffix(f, end) {
				return Publisher(f)
			}
		}
	}
	return ""
}

// person keeps the names that follow 作者 or 记者: words of hanzi or letters, at most four.
func person(s string) string {
	var names []string
	for _, f := range strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && r != '·' }) {
		if f == "通讯员" || f == "记者" || f == "实习生" {
			continue
		}
		n := utf8.RuneCountInString(f)
		if n < 2 || n > 8 || len(names) == 4 {
			break
		}
		names = append(names, f)
	}
	if len(names) == 1 && (names[0] == "未知" || names[0] == "佚名" || names[0] == "匿名") {
		return ""
	}
	return strings.Join(names, " ")
}

// fold brings full-width signs and the blanks of web pages to their plain forms.
func fold(s string) string {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return strings.Map(func(r rune) rune {
				switch r {
				case '\u00a0', '\u3000', '\u2002', '\u2003':
					return ' '
				case '\ufeff', '\u200b':
					return -1
				case '，', '。':
					return r
				}
				return r
			}, narrow(s))
		}
	}
	return s
}

func narrow(s string) string {
	return strings.Map(func(r rune) rune {
		if r < 0xFF01 || r > 0xFF5E {
			return r
		}
		if r == '，' || r == '！' || r == '？' || r == '；' { // marks of a sentence, told from separators by their width
			return r
		}
		if n := width.LookupRune(r).Narrow(); n != 0 {
			return n
		}
		return r
	}, s)
}

// isSentence reports prose: a full stop, or a full-width comma.
func isSentence(s string) bool { return strings.ContainsAny(s, "。，！？；") }

func letters(s string) int {
	n := 0
	for _, r := range s {
		if unicode.IsLetter(r) {
			n++
		}
	}
	return n
}
