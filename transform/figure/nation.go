package figure

import (
	"slices"
	"strings"
	"unicode/utf8"

	"yiyuan/transform/place"
)

// The news goes back from a place to the whole country: by its name or who speaks for it at the head of a sentence, by a word for it where no place
// is named, and by words that can be of nothing smaller.

// leaveForNation takes the news of no one place back to the country from the place or village that it was at: what is told next is not told of that.
func (r *reader) leaveForNation(text string) {
	if r.local() && r.event == "" && (r.headedByNation(text) || r.goesBackToNation(text) || r.foretoldByTrade(text) || r.reopensOnEra(text)) {
		r.scene, r.line.region = "", ""
		r.topic.village, r.topic.town, r.topic.villageLine = "", "", -1
	}
}

// headedByNation tells of a sentence whose head is the country or who speaks for it.
func (r *reader) headedByNation(text string) bool {
	if place.Ours(text) {
		return false // 财政部已下达我省专项债券额度503亿元
	}
	head := pastTime(text)
	said := trimAhead(head, nationalBodies().words...)
	spoken := said != head && !strings.HasPrefix(said, "门") // not 教育部门
	return (spoken || opensOnNation(head)) && r.holderOfNames(firstClause(head)) == ""
}

// reopensOnEra tells of a paragraph that opens with the years of a national plan or congress, behind that which went to a place, and names none:
// “十三五”期间，新增从业人员70%来自职业院校.
func (r *reader) reopensOnEra(text string) bool {
	return r.scene != "" && r.sceneAt != r.lineStart && r.start == r.lineStart && startsWithAny(text, erasOfNation()) && !holdsAny(text, saidOfPlace()) && r.holderOfNames(text) == ""
}

// erasOfNation begin with the years of a national plan or congress, saidOfPlace are words for a place that has been named.
var erasOfNation, saidOfPlace = phrases("eras of the nation"), phrases("said of a place")

// foretoldByTrade tells of a paragraph on what those of a trade expect, behind that which went to a place, which names none: 业内预计，下月价格止跌.
func (r *reader) foretoldByTrade(text string) bool {
	if r.scene == "" || r.sceneAt == r.lineStart || r.start > r.lineStart {
		return false
	}
	after := trimAhead(text, voicesOfTrade().words...)
	return after != text && holdsAny(firstClause(after), outlooksGiven()) && r.holderOfNames(text) == ""
}

// voicesOfTrade are those who speak of a whole trade, outlooksGiven what they do.
var voicesOfTrade, outlooksGiven = phrases("voices of a trade"), phrases("giving an outlook")

// opensOnNation tells of a head of a sentence that is the country, and not something that is the first in it.
func opensOnNation(head string) bool {
	after := trimAhead(head, ofNation().words...)
	return after != head && !startsWithAny(after, beyondNation())
}

// goesBackToNation tells of a sentence that names the whole country, and no place of it, in another paragraph than that which went to a place.
func (r *reader) goesBackToNation(text string) bool {
	return r.scene != "" && r.sceneAt != r.lineStart && tellsOfNation(text) && r.holderOfNames(text) == ""
}

// tellsOfNation tells of a sentence or story that speaks of the whole country, and not only as that in which a thing is the first, or of those it sends abroad.
func tellsOfNation(story string) bool {
	return holdsAny(story, sentAbroad()) || holdsAny(story, nationalBodies()) || means(story, ofNation(), func(_, _, after string) bool {
		return !startsWithAny(after, firstOfAll())
	})
}

// ofTheNation tells of a sentence in the news of one place that goes back to the whole country at its head: 各地利用…, 国家统计局数据显示.
func (r *reader) ofTheNation(text string) bool {
	if r.Report.Kind != "" {
		return false
	}
	if head := pastTime(text); !r.local() && (opensOnNation(head) || opensOnNation(text)) {
		if strings.HasPrefix(head, "中央") && r.givesHome(text) {
			return false // 中央财政给本县的补贴
		}
		return !strings.HasPrefix(head, "各地") || !strings.HasSuffix(r.home, "0000") || !holdsAny(r.text, []string{"全省", "我省"}) // 全国来看，
	}
	return holdsAny(firstRunes(text, 40), nationalBodies()) && holdsAny(text, publishing()) && (!r.local() || r.holderOfNames(text) == "")
}

// meetNation takes the news of no one place back to the country where 中国 opens a clause: 中国科研投入居世界第二.
func (r *reader) meetNation(i int) {
	t := r.toks[i]
	if t.text != "中国" || r.Report.Kind != "" || !r.local() || !r.opens(i) || startsWithAny(r.text[t.end:r.end], beyondNation()) {
		return
	}
	for _, t := range r.toks[i+1:] {
		if t.kind == comma || t.kind == stop {
			break
		}
		if t.kind == where {
			return // 中国中车将在百色建设
		}
	}
	next := r.toks[min(i+1, len(r.toks)-1)]
	if r.industryOfNation(i) {
		r.clause.region, r.sentence.region = "100000", "100000"
		return
	}
	if r.event != "" || next.kind != word || next.pos == "nz" || next.pos == "nt" {
		return
	}
	if name, _, _ := r.entityAt(i); name != "" || utf8.RuneCountInString(next.text) < 2 && !strings.Contains("将已正在的", next.text) {
		return
	}
	r.clause.region = "100000"
	if r.sceneAt != r.lineStart {
		r.scene, r.at = "", ""
	}
}

// meetRuleOfNation lets what the state sets for all of the country, a price, a tax or what it grants, be of that in the news of one place, until that
// comes to a place of its own: 国家把退税率上调，由9%提高到11%，我市…, 按照国家政策，每亩补助80元.
func (r *reader) meetRuleOfNation(i int) {
	if r.toks[i].text != "国家" || r.Report.Kind != "" || r.local() {
		return
	}
	after := r.text[r.toks[i].end:r.end]
	if j := strings.IndexAny(after, "；。"); j >= 0 {
		after = after[:j]
	}
	by := i > 0 && accordingTo[r.toks[i-1].text]
	switch {
	case by && (startsWithAny(after, rulesOfState()) || startsWithAny(after, beginsOfRule())):
	case r.opens(i) && settlesFor(firstClause(after)):
	default:
		return
	}
	r.clause.region, r.sentence.region = "100000", "100000"
}

// accordingTo lead to what one goes by.
var accordingTo = map[string]bool{"按": true, "按照": true, "根据": true, "依据": true, "依照": true, "执行": true}

// settlesFor tells of a clause on the state that sets, raises or frees a price, a rate or a standard, and hands out no sum.
func settlesFor(clause string) bool {
	return holdsAny(clause, settingVerbs()) && holdsAny(clause, setByState())
}

// rulesOfState are what the state has laid down, settingVerbs what it does to what it sets, setByState what it sets.
var rulesOfState, settingVerbs, setByState = phrases("rules of the state"), phrases("setting for all"), phrases("set by the state")

// industryOfNation tells of an industry or market that bears the name of the country: it is told of that wherever a fair of it is held.
func (r *reader) industryOfNation(i int) bool {
	name, kind, _ := r.entityAt(i)
	return kind == "industry" && strings.HasPrefix(name, "中国")
}

// givesHome tells of a sentence that names the place which the news is of, or one in it, as to whom something is given.
func (r *reader) givesHome(text string) bool {
	for _, m := range r.known.Scan(text) {
		code := r.resolve(&m)
		if code != "" && place.Contains(r.home, code) && endsWithAny(text[:m.Start], givingTo()) {
			return true
		}
	}
	return false
}

// givingTo stand before whom something is given to.
var givingTo = phrases("giving to")

// namesNation tells of a sentence that names the whole country by its name: 今年，中国船舶出口增长两成.
func (r *reader) namesNation() bool {
	return slices.ContainsFunc(r.toks, func(t token) bool { return t.text == "中国" })
}

// speaksOfNation tells of a word that takes the news back to the whole country: the 各 of 各种 is none, the 每个 of 每个月, nor the 我们 of whom someone tells.
func speaksOfNation(text string) bool {
	return means(text, nation(), func(w, before, after string) bool {
		oneByOne := (w == "各" || w == "每个") && startsWithAny(after, eachOf())
		told := w == "我们" && endsWithAny(before, speakingTo())
		return !oneByOne && !told && !endsWithAny(before, comingFrom())
	})
}

// speakingTo are words before a 我们 to whom someone tells something.
var speakingTo = phrases("speaking to")

// ofNation begin sentences on the whole country, nationalBodies speak for it, publishing is how they make known what they have counted.
var ofNation, nationalBodies, publishing = phrases("of the nation"), phrases("national bodies"), phrases("publishing")

// nationSpeaksAt tells of the place at token i where one who speaks for the whole country says what follows: 国家粮食局局长9日在郑州表示，.
func (r *reader) nationSpeaksAt(i int) bool {
	first := r.breathOf(i)
	if first == 0 || r.toks[first-1].text != "在" {
		return false
	}
	said, _, _ := strings.Cut(firstClause(r.text[r.toks[i].end:r.end]), "：")
	if !endsWithAny(said, spokenAtVenue()) {
		return false
	}
	who := r.text[r.start:r.toks[first-1].start]
	who = strings.ReplaceAll(who[lastPause(who):], "部门", "")
	if r.holderOfNames(who) != "" {
		return false // 中国人民银行某市分行行长9日在某市说
	}
	return holdsAny(who, nationalBodies()) || holdsAny(who, ministries()) || startsWithAny(who, namedAfterNation()) && holdsAny(who, bodiesNamed())
}

// spokenAtVenue are verbs for saying that end a clause on who says it where, namedAfterNation begin the names of bodies of the whole country, which bodiesNamed
// are words for.
var spokenAtVenue, namedAfterNation, bodiesNamed = phrases("spoken at a venue"), phrases("named after the nation"), phrases("bodies of the nation by name")

// ministries are bodies of the whole country whose names the departments of any place share.
var ministries = phrases("ministries")

// firstOfAll are words behind a 全国 that only says of what a thing is the first: 全国首座.
var firstOfAll = phrases("first of all")

// beyondNation are words behind 中国 of what is told of something in it or wider than it.
var beyondNation = phrases("beyond nation")

// sentAbroad are those that the country sends abroad, from a port or city of it.
var sentAbroad = phrases("sent abroad")

// nation are words that take the news back to the whole country.
var nation = phrases("nation")

// eachOf are what is told one by one and are no parts of the country: 各种, 每个月.
var eachOf = phrases("each of")

// comingFrom are words before where those come from who are at the scene: 来自各地的300名选手.
var comingFrom = phrases("coming from")

// statisticsOf are words of statements about the whole country that do not name it.
var statisticsOf = phrases("statistics")

// beginsOfRule begin what a rule of the state sets.
var beginsOfRule = phrases("begins of a rule")
