package load

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"yiyuan"
)

// article makes a reading of our own: n sentences with three figures each, two of which are facts.
func article(id string, n int) yiyuan.Reading {
	var a builder
	a.doc = yiyuan.Document{
		DocID: id, Corpus: "test", Title: id, ReferenceDate: yiyuan.NewDate(2025, 12, 31), Charset: "utf-8", Parts: 1,
		RulesVersion: "r1", Restored: map[string]int{"gloss": 1},
	}
	a.repairs = []yiyuan.Repair{{Start: 0, End: 2, Before: "開頭", Filter: "traditional"}}
	a.say("开头")
	for i := range n {
		a.sentence(i)
	}
	a.doc.Text = a.text.String()
	a.doc.SourceText = a.doc.Text
	sum := sha256.Sum256([]byte(a.doc.Text))
	a.doc.SHA256 = hex.EncodeToString(sum[:])
	return yiyuan.Reading{Document: a.doc, Repairs: a.repairs, Mentions: a.mentions, Facts: a.facts}
}

type builder struct {
	doc      yiyuan.Document
	text     strings.Builder
	pos      int
	repairs  []yiyuan.Repair
	mentions []yiyuan.Mention
	facts    []yiyuan.Fact
}

func (a *builder) say(s string) {
	a.text.WriteString(s)
	a.pos += utf8.RuneCountInString(s)
}

func (a *builder) mention(text, disposition string, value *yiyuan.Decimal) *yiyuan.Mention {
	m := yiyuan.Mention{
		MentionID: fmt.Sprintf("%s-m%d", a.doc.DocID, len(a.mentions)), Start: a.pos, Text: text, Kind: "amount",
		Value: value, Disposition: disposition,
	}
	a.say(text)
	m.End = a.pos
	a.mentions = append(a.mentions, m)
	return &a.mentions[len(a.mentions)-1]
}

func (a *builder) fact(text string, value *yiyuan.Decimal, unit string) {
	m := a.mention(text, "fact", value)
	m.Unit = unit
	a.facts = append(a.facts, yiyuan.Fact{
		FactID: fmt.Sprintf("%s-f%d", a.doc.DocID, len(a.facts)), MentionID: m.MentionID, Indicator: "fiscal_revenue",
		IndicatorText: "一般公共预算收入", Measure: "level", Value: *value, Unit: unit, ValueText: text, Bound: "exact",
		Subject: "清溪县", SubjectKind: "region", RegionCode: "350000", RegionName: "福建省", Qualifier: "规模以上",
		PeriodKind: "during", PeriodStart: yiyuan.NewDate(2025, 1, 1), PeriodEnd: yiyuan.NewDate(2025, 12, 31),
		Status: "actual", Quote: "全年一般公共预算收入" + text, Start: m.Start, End: m.End, Rule: "amount",
		Sentence: "全年一般公共预算收入" + text + "，比上年有所增长，其中税收收入占比继续提高，收入质量稳中向好。",
	})
}

func (a *builder) sentence(i int) {
	a.mention(strconv.Itoa(2000+i%30)+"年", "date", nil)
	a.say("，全县上下稳中求进，各项工作取得新的成效，全年一般公共预算收入")
	a.fact(strconv.Itoa(i+1)+".5亿元", dec(fmt.Sprintf("%d.5e8", i+1)), "CNY")
	a.say("，比上年增长")
	a.fact(strconv.Itoa(i%90)+".2%", dec(fmt.Sprintf("%d.2", i%90)), "percent")
	a.say("，其中税收收入占比继续提高，收入质量稳中向好，重点领域支出得到有力保障。\n")
	a.say(strings.Repeat("坚持稳字当头，着力扩大内需，推动产业转型升级，民生福祉持续增进。", 4))
}

func dec(s string) *yiyuan.Decimal {
	var d yiyuan.Decimal
	if _, _, err := d.SetString(s); err != nil {
		panic(err)
	}
	return &d
}
