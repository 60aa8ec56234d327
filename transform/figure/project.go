package figure

import (
	"strings"
	"unicode/utf8"
)

// A project is named by what is to be built, in words that stand in any text, and so told by where they stand: at the head of a clause,
// before what is said of one project alone. 农产品冷链物流园（一期）项目计划总投资3亿元.

// headProject is the project whose name begins a text that goes on to speak of it alone, "" where none does.
func headProject(text string) string {
	name := projectBehind(text)
	said := strings.TrimLeft(text[len(name):], "，,")
	if by := strings.TrimPrefix(said, "由"); name != "" && by != said && by != "" && by[0] > '9' {
		return name // 商贸城项目由某公司投资建设
	}
	if name == "" || !startsWithAny(said, saidOfProject()) {
		return ""
	}
	return name
}

// projectBehind is the project whose name begins a text, "" where none does.
func projectBehind(text string) string {
	return workBehind(text, []string{"项目", "工程"})
}

// workBehind is the name with which a text begins that ends in one of some words for works.
func workBehind(text string, works []string) string {
	end, last := -1, ""
	for _, thing := range works {
		if i := strings.Index(text, thing); i > 0 && (end < 0 || i < end || i == end && len(thing) > len(last)) {
			end, last = i, thing
		}
	}
	if end < 0 {
		return ""
	}
	stem := text[:end]
	if n := utf8.RuneCountInString(stem); n < 4 || n > longestProject || holdsAny(stem, noProject()) || strings.ContainsAny(withoutBracket(stem), "，。；：、！？,;:0123456789") {
		return ""
	}
	name := text[:end+len(last)]
	if rest := text[len(name):]; strings.HasPrefix(name[end:], "工程") && strings.HasPrefix(rest, "项目") {
		name += "项目"
	}
	return name
}

const longestProject = 28

// withoutBracket drops what stands in brackets: （一期）.
func withoutBracket(text string) string {
	open := strings.IndexAny(text, "（(")
	shut := strings.LastIndexAny(text, "）)")
	if open < 0 || shut < open {
		return text
	}
	_, size := utf8.DecodeRuneInString(text[shut:])
	return text[:open] + text[shut+size:]
}

// noProject are words that no name of a project holds, saidOfProject what is said of one alone.
var noProject, saidOfProject = phrases("no project"), phrases("said of a project")

// meetProject lets a project named at the head of a clause of the news own what its part of the sentence tells.
func (r *reader) meetProject(i int) {
	if r.Report.Kind != "" || !r.opens(i) || !ofName(&r.toks[i]) && r.toks[i].kind != figure {
		return
	}
	name := headProject(r.text[r.toks[i].start:r.end])
	if name == "" {
		return
	}
	r.clause.subject, r.clause.kind = name, "project"
	r.sentence.subject, r.sentence.kind = name, "project"
	r.keepName(name, "project")
}

// tellsOfProject tells of a part of a sentence of the news that a project owns: what is built anew there is of it.
func (r *reader) tellsOfProject() bool {
	return r.Report.Kind == "" && r.sentence.kind == "project" && r.sentence.subject != ""
}
