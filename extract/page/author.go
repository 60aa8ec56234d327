package page

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"yiyuan/extract/stamp"
)

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
	head := strings.ToValidUTF8(s[:min(len(s), 240)], "")
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
