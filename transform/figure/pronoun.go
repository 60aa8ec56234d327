package figure

import (
	"cmp"
	"strings"
)

// This file reads the words that stand for a name: 该公司, 园区, 市场, 该口岸 mean the last firm, zone, market or gate that the news has named.

// standsFor maps words that stand for a name to the kind of name they stand for.
var standsFor = map[string]string{
	"企业": "enterprise", "公司": "enterprise", "本公司": "enterprise", "本集团": "enterprise", "该公司": "enterprise", "该企业": "enterprise", "集团": "enterprise", "该集团": "enterprise", "园区": "park",
	"该园区": "park", "开发区": "park", "全园": "park", "全园区": "park", "项目": "project", "该项目": "project", "该平台": "platform", "该中心": "platform",
	"项目总投资": "project", "项目投资": "project", "该工厂": "enterprise", "这家工厂": "enterprise", "这家企业": "enterprise", "这家公司": "enterprise",
	"合作社": "enterprise", "该合作社": "enterprise", "老区": "area", "库区": "area", "口岸": "other", "该口岸": "other", "景区": "other", "该景区": "other",
	"机场": "other", "该机场": "other", "小镇": "other", "该院": "institution", "产业园": "park", "该产业园": "park", "示范区": "park", "工业园": "park",
	"该电站": "work", "该隧道": "work", "它": "work", "线路": "work", "全线": "work", "隧道": "work", "大桥": "work", "工程": "work", "该工程": "work",
	"市场": "platform", "全市场": "platform", "商城": "platform", "工业区": "park", "全港": "other", "高新区": "park", "经开区": "park", "保税区": "park", "该区": "park",
	"该行": "enterprise", "该厂": "enterprise", "厂": "enterprise", "全厂": "enterprise", "全矿": "enterprise", "该矿": "enterprise", "该社": "enterprise", "该港": "other", "该市场": "platform", "该校": "institution",
	"商会": "institution", "该商会": "institution", "协会": "institution", "该协会": "institution", "区内": "park", "园内": "park", "园区内": "park", "气田": "work", "油田群": "work", "电站": "work", "列车": "work",
}

// pointing are words for what has just been named.
var pointing = map[string]bool{"这个": true, "这家": true, "这座": true, "这条": true, "该": true, "此": true}

// helping are verbs before what is only helped or brought to something.
var helping = phraseSet("helping")

// meetPronoun lets 该公司 at the head of a clause, or 帮助企业, speak of the last company named.
func (r *reader) meetPronoun(i int) {
	if r.Report.Kind != "" {
		return
	}
	kind, ok := standsFor[r.toks[i].text]
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
	if name == "" && r.heading.kind == kind && standsFor[r.heading.subject] == "" {
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
