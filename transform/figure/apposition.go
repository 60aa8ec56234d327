package figure

import (
	"strings"
	"unicode/utf8"
)

// This file reads firms that the news tells by what they do or are, before their names or without.

// meetDescribed reads a firm told by what it does: 这家生产传感器的企业, 这家包装印刷厂.
func (r *reader) meetDescribed(i int) {
	if r.toks[i].text != "这家" || r.Report.Kind != "" {
		return
	}
	for j := i + 1; j < len(r.toks) && j < i+9 && (r.toks[j].kind == word || r.toks[j].kind == where); j++ {
		t := r.toks[j]
		if !endsWithAny(t.text, endsOfFirms()) {
			continue
		}
		if next := r.toks[min(j+1, len(r.toks)-1)]; next.kind == word && strings.HasPrefix(next.pos, "n") && !next.is(reach) {
			continue
		}
		if j > i+1 && !generic().has(r.toks[i+1].text) {
			r.nameSubject(r.text[r.toks[i+1].start:t.end], "enterprise")
			r.keepName(r.clause.subject, "enterprise")
		}
		return
	}
}

// endsOfFirms end words for a firm.
var endsOfFirms = phrases("ends of words for firms")

// firmInQuotes is the name in quotation marks that a text begins with: 公司“拓脊智能”.
func firmInQuotes(text string) string {
	rest, ok := strings.CutPrefix(text, "“")
	name, _, shut := strings.Cut(rest, "”")
	if n := utf8.RuneCountInString(name); !ok || !shut || n < 3 || n > 8 || strings.ContainsAny(name, "+，、。") || isCounted(name) {
		return ""
	}
	return name
}

// meetApposition reads the name behind the word for what it is, in the news: 民营企业东莹化工, 龙头企业万华. In a report what stands there is
// what firms do: 支持企业拓内销.
func (r *reader) meetApposition(i int) {
	if t := r.toks[i].text; r.Report.Kind != "" || t != "企业" && t != "公司" && t != "龙头" {
		return
	}
	if name := firmInQuotes(r.text[r.toks[i].end:r.end]); name != "" && (r.toks[i].text == "公司" || endsWithAny(name, tradesAlone())) {
		r.nameSubject(name, "enterprise")
		r.keepName(name, "enterprise")
		return
	}
	if i == 0 || r.toks[i-1].kind != word || i+1 >= len(r.toks) {
		return
	}
	end, n := r.toks[i].end, 0
	for j := i + 1; j < len(r.toks) && j < i+5; j++ {
		t := r.toks[j]
		if t.kind != word || t.class != 0 || strings.HasPrefix(t.pos, "v") || t.pos == "d" || t.pos == "p" || t.pos == "u" {
			break
		}
		if t.text == "的" || isName(t.text) || isCounted(t.text) || n == 0 && t.text == "年" {
			break // 可使企业年节约成本300万元
		}
		if utf8.RuneCountInString(t.text) > 1 && !properPOS[t.pos] && n == 0 {
			break // a common word: 企业技术改造 names no firm
		}
		end = t.end
		n = j - i
	}
	name := r.text[r.toks[i].end:end]
	if size := utf8.RuneCountInString(name); n == 0 || size < 3 || size > 8 || strings.HasSuffix(name, "化") {
		return
	}
	next := r.toks[min(i+n+1, len(r.toks)-1)]
	acts := next.kind == word && (next.is(reach|event|up|down) || isName(next.text) || strings.HasPrefix(next.pos, "v"))
	if acts || next.kind == time || next.kind == comma {
		r.nameSubject(name, "enterprise")
	}
}
