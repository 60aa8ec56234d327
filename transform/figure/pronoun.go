package figure

import (
	"cmp"
	_ "embed"
	"strings"
	"sync"

	"yiyuan/transform/tables"
)

// This file reads the words that stand for a name: 该公司, 园区, 市场, 该口岸 mean the last firm, zone, market or gate that the news has named.

//go:embed pronouns.csv
var pronounsCSV string

func init() { tables.Register("pronouns.csv", &pronounsCSV) }

// standsFor maps words that stand for a name to the kind of name they stand for.
var standsFor = sync.OnceValue(func() map[string]string {
	kinds := map[string]string{}
	for row := range tables.Rows(pronounsCSV, 2) {
		kinds[row[0]] = row[1]
	}
	return kinds
})

// pointing are words for what has just been named.
var pointing = map[string]bool{"这个": true, "这家": true, "这座": true, "这条": true, "该": true, "此": true}

// helping are verbs before what is only helped or brought to something.
var helping = phraseSet("helping")

// meetPronoun lets 该公司 at the head of a clause, or 帮助企业, speak of the last company named.
func (r *reader) meetPronoun(i int) {
	if r.Report.Kind != "" {
		return
	}
	kind, ok := standsFor()[withoutMeasure(r.toks[i].text)]
	if !ok || !r.opens(i) && (i == 0 || !r.leadsToPronoun(i-1)) {
		return
	}
	if i+1 >= len(r.toks) {
		return
	}
	if next := &r.toks[i+1]; next.kind == word && next.class == 0 && strings.HasPrefix(next.pos, "n") && !isName(next.text) && !r.ownsBehind(i+1, kind) {
		return
	}
	if insidePark().has(r.toks[i].text) && r.line.kind != "park" {
		return // of a district
	}
	if r.toks[i].text == "该区" && r.sentence.region != "" {
		return // the district that the sentence has named: 长乐发展数字经济，该区产值达2200亿元
	}
	name := r.lastNamed[kind]
	if name == "" && kind == "project" {
		name, kind = r.lastNamed["work"], "work"
	}
	if name == "" && r.heading.kind == kind && standsFor()[r.heading.subject] == "" {
		name = r.heading.subject
	}
	if name == "" && kind == "enterprise" && r.toks[i].text != "企业" {
		name = r.lastFirm // of a paragraph before
	}
	if name == "" && (kind == "park" || kind == "platform" || kind == "other") && !(r.local() && cmp.Or(r.sentence.region, r.line.region) != "") {
		name = r.lastByKind[kind]
	}
	if (kind == "platform" || kind == "other") && !standsForEnding(r.toks[i].text, name) {
		return // 市场 stands for a market, and not for a laboratory
	}
	if name != "" {
		kind = settledKind(kind)
		r.clause.subject, r.clause.kind = name, kind
		r.sentence.subject, r.sentence.kind = name, kind
		if kind == "enterprise" && r.line.subject == "" {
			r.line.subject, r.line.kind = name, kind
		}
	}
}

// withoutMeasure drops the 长 that the words of a line may end in: 隧道长 of 隧道长6公里.
func withoutMeasure(word string) string {
	if bare, ok := strings.CutSuffix(word, "长"); ok && standsFor()[bare] == "work" {
		return bare
	}
	return word
}

// ownsBehind tells of a word for a zone or market before what is told of there: 园区蔬菜交易量.
func (r *reader) ownsBehind(next int, kind string) bool {
	return kind == "park" && r.toks[next].text != "企业" || kind == "platform" || kind == "other" && r.measuredNext(next, kind)
}

// standsForEnding tells of a word for what has been named that ends as the name does: 该口岸 of 某某公路口岸, 市场 of 某某商城.
func standsForEnding(word, name string) bool {
	bare := trimAhead(word, "该", "全")
	return strings.HasSuffix(name, bare) || bare == "市场" && endsWithAny(name, markets()) || bare == "平台" || bare == "中心"
}

// leadsToPronoun tells of a verb of help, or of a word that points back at the head of a clause: 帮助企业, 这家企业.
func (r *reader) leadsToPronoun(j int) bool {
	before := r.toks[j].text
	return helping()[before] || pointing[before] && r.opens(j)
}
