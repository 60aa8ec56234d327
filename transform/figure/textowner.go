package figure

import (
	"cmp"
	"strings"
	"unicode/utf8"

	"yiyuan/transform/indicator"
	"yiyuan/transform/period"
	"yiyuan/transform/place"
	"yiyuan/transform/segment"
)

// This file finds whose the whole of a text is: the park, firm, port or other thing that its headline begins with or its report is of.

// documentSubject is the park a news story is about, where its headline names one before anything else, or the firm whose deed or result it tells.
func (r *reader) documentSubject(lines []segment.Line) (string, string) {
	if r.Report.Kind != "" || len(lines) == 0 {
		return "", ""
	}
	if name := firmOfFirstLine(r.text); name != "" {
		return name, "enterprise"
	}
	if title := strings.Trim(r.text[lines[0].Start:lines[0].End], " 　*#"); profilesOfFirms().has(title) {
		if name := firmOfFirstLine(r.text[lines[0].End:]); name != "" {
			return name, "enterprise"
		}
	}
	if name, kind := r.interviewed(lines); name != "" {
		return name, kind
	}
	if lines[0].Kind != segment.Heading {
		return ownerOfAccount(strings.TrimRight(r.text[lines[0].Start:lines[0].End], " 　（摘要编）()"))
	}
	first := r.text[lines[0].Start:lines[0].End]
	if places := r.known.Scan(first); len(places) > 0 {
		if m := places[0]; m.Kind == "park" && place.Resolve(m, r.home) != "" {
			return m.Text, "park"
		}
		if name := portOf(first, places[0]); name != "" {
			return name, "other"
		}
	}
	if name, kind := ownerOfAccount(first); name != "" {
		return name, kind
	}
	if name, kind := branchOfHeadline(first, r.text[lines[0].End:]); name != "" {
		return name, kind
	}
	if name := firmInFull(first, r.text[lines[0].End:]); name != "" {
		return name, "enterprise"
	}
	if name := r.firmOfHeadline(first, r.text[lines[0].End:]); name != "" {
		return name, "enterprise"
	}
	if name := areaOfTitle(first); name != "" {
		return name, "region"
	}
	if name := bareZone(first); name != "" {
		return name, "park"
	}
	return thingOfHeadline(first, r.text[lines[0].End:])
}

// bareZone is the zone that a headline of its own paper begins with, times aside, without the place it lies in: 开发区集中签约.
func bareZone(headline string) string {
	head := strings.TrimLeft(headline, "0123456789年月-— 　*#《")
	if times := period.Scan(head); len(times) > 0 && times[0].Start == 0 {
		head = head[times[0].End:]
	}
	for _, zone := range zones().words {
		if strings.HasPrefix(head, zone) {
			return zone
		}
	}
	return ""
}

var zones = phrases("zones")

// thingOfHeadline is the firm, project, port or sight whose full name a headline begins with and its story says again.
func thingOfHeadline(headline, body string) (name, kind string) {
	end, n := 0, 0
	for i, c := range headline {
		if n++; n > 20 || strings.ContainsRune("，：:、！？的 　,与和", c) {
			break
		}
		end = i + utf8.RuneLen(c)
		switch k := kindOfName(headline[:end]); k {
		case "institution":
			if endsWithAny(headline[:end], serving()) && strings.Contains(body, headline[:end]) {
				name, kind = headline[:end], k
			}
		case "enterprise", "other", "work", "project":
			if strings.Contains(body, headline[:end]) {
				name, kind = headline[:end], settledKind(k)
			}
		}
	}
	if times := period.Scan(name); len(times) > 0 {
		return "", "" // 昨夜今晨公司
	}
	if n := utf8.RuneCountInString(name); n < 4 || n == 4 && (kind == "enterprise" || strings.Count(body, name) < 2) || namesSort(name) || isCounted(name) {
		return "", ""
	}
	if holdsAny(name, noProject()) || startsWithAny(name, sortsOfSights()) || endsWithAny(name, []string{"银行", "基地"}) {
		return "", ""
	}
	return name, kind
}

// reportingPark is the zone whose report this is, by its title: 某市某某经开区国民经济和社会发展统计公报.
func (r *reader) reportingPark(lines []segment.Line) string {
	if r.Report.Kind == "" || len(lines) == 0 {
		return ""
	}
	title := cmp.Or(r.Title, r.text[lines[0].Start:lines[0].End])
	if name := areaOfTitle(title); name != "" {
		return name
	}
	if name, kind := ownerOfAccount(title); name != "" && (kind == "park" || kind == "platform" || kind == "institution") {
		r.parkKind = kind
		return name
	}
	places := r.known.Scan(title)
	if len(places) == 0 {
		return ""
	}
	last := places[len(places)-1]
	if last.Kind != place.KindPark || !strings.HasSuffix(last.Text, "区") || place.Resolve(last, r.home) != r.home {
		return ""
	}
	if !holdsAny(title[last.End:], []string{"公报", "工作报告"}) {
		return ""
	}
	return last.Text
}

// areaOfTitle is the area of the table that a title begins with, a year aside: 2013年新疆生产建设兵团统计公报.
func areaOfTitle(title string) string {
	title = strings.TrimLeft(title, "0123456789年度 　*#")
	for _, a := range areas() {
		if a.kind == "region" && strings.HasPrefix(title, a.name) {
			return a.name
		}
	}
	return ""
}

// portOf is the port or airport whose name the place at the head of a headline begins: 某港前三季度吞吐量.
func portOf(headline string, m place.Match) string {
	after := headline[m.End:]
	if m.Start > 0 || m.Kind != place.KindRegion {
		return ""
	}
	for _, kind := range portsOfPlaces().words {
		if strings.HasPrefix(after, kind) {
			return m.Text + kind
		}
	}
	return ""
}

// portsOfPlaces are what stands behind a place in the name of its port.
var portsOfPlaces = phrases("ports of places")

// firmOfHeadline is the firm that a headline begins with: 某某生物拟回购股份, 某商行半年度经营情况. The body has to speak of it as a firm.
func (r *reader) firmOfHeadline(headline, body string) string {
	if name := listedFirm(headline); name != "" {
		return name
	}
	end := len(headline)
	for _, act := range firmsDo().words {
		if i := strings.Index(headline, act); i >= 0 {
			end = min(end, i)
		}
	}
	if times := period.Scan(headline); len(times) > 0 && givesAccount(body, headline[:times[0].Start]) {
		return headline[:times[0].Start]
	}
	for _, known := range makingKnown().words {
		if name, _, found := strings.Cut(headline, known); found && !strings.ContainsAny(name, "：，、") && !endsWithAny(name, noFirm()) && givesAccount(body, name) {
			return name
		}
	}
	if end == len(headline) {
		return ""
	}
	name := headline[:end]
	if i := strings.LastIndexAny(name, "：:！!？? 　，,|｜"); i >= 0 {
		_, size := utf8.DecodeRuneInString(name[i:])
		name = name[i+size:]
	}
	for _, year := range period.Scan(name) {
		name = name[:year.Start]
		break
	}
	size := utf8.RuneCountInString(name)
	if size < 3 || size > 10 || strings.ContainsAny(name, "、“”《》和与的") {
		return ""
	}
	if namesSort(name) || isCounted(name) || endsWithAny(name, noFirm()) || len(indicator.Terms(name)) > 0 {
		return ""
	}
	for _, m := range r.known.Scan(name) {
		if m.End == len(name) || m.Kind == place.KindGroup {
			return ""
		}
	}
	if strings.Contains(body, name) && strings.Contains(body, "公司") {
		return name
	}
	return ""
}

// firmInFull is the full name by which a body calls the firm that the title of its account begins with: 某某汽车股份有限公司 of 某某汽车10月产销快报.
func firmInFull(title, body string) string {
	times := period.Scan(title)
	if len(times) == 0 || times[0].Start < shortestInTitle || !holdsAny(title, accountsOfOwners()) {
		return ""
	}
	short := strings.Trim(title[:times[0].Start], " 　*#")
	for _, full := range firmsInFull().words {
		if at := strings.Index(body, short); at >= 0 && (strings.HasPrefix(body[at+len(short):], full) || strings.HasPrefix(body[at+len(short):], "股份"+full)) {
			end := at + len(short) + strings.Index(body[at+len(short):], full) + len(full)
			return body[at:end]
		}
	}
	return ""
}

// shortestInTitle is how many bytes the name of a firm in a title has at least.
const shortestInTitle = len("某某某")

// givesAccount tells of a firm that a body of news begins with and says has made an account of its own known: 某某机电23日晚披露半年报.
func givesAccount(body, name string) bool {
	if n := utf8.RuneCountInString(name); n < 3 || n > 10 {
		return false
	}
	at := strings.Index(body, name)
	if at < 0 {
		return false
	}
	said, _, _ := strings.Cut(body[at:], "。")
	return holdsAny(said, makingKnown()) && holdsAny(said, accountsKnown())
}

// makingKnown are verbs for what a firm makes known, accountsKnown what that is, profilesOfFirms titles of texts on a firm that do not name it.
var makingKnown, accountsKnown, profilesOfFirms = phrases("making known of firms"), phrases("accounts made known"), phrases("profiles of firms")

// listedFirmAt is the firm that the news names from token i on with its code in brackets.
func (r *reader) listedFirmAt(i int) string {
	if r.Report.Kind != "" {
		return ""
	}
	name := listedFirm(r.text[r.toks[i].start:r.end])
	if !strings.HasPrefix(r.text[r.toks[i].start:], name) {
		return ""
	}
	return name
}

// listedFirm is the firm that a headline begins with, where the code of its shares stands in brackets behind it: 某某医药(600000.SH).
func listedFirm(headline string) string {
	i := strings.IndexAny(headline, "(（")
	if i <= 0 {
		return ""
	}
	code := strings.TrimLeft(headline[i:], "(（")
	digits := len(code) - len(strings.TrimLeft(code, "0123456789"))
	if digits != 6 && !((digits == 4 || digits == 5) && strings.HasPrefix(code[digits:], ".HK")) {
		return ""
	}
	name := headline[:i]
	if cut := strings.LastIndexAny(name, "：:！!？? 　，,|｜"); cut >= 0 {
		_, size := utf8.DecodeRuneInString(name[cut:])
		name = name[cut+size:]
	}
	if utf8.RuneCountInString(name) > 10 {
		return ""
	}
	return name
}

var (
	firmsDo = phrases("firms do")
	noFirm  = phrases("no firm")
)

// branchOfHeadline is the branch of a bank or firm that a headline begins with and its story names again: 建行黄石分行个贷增三成.
func branchOfHeadline(headline, body string) (name, kind string) {
	for _, end := range branchesInHeadlines().words {
		before, _, found := strings.Cut(headline, end)
		if n := utf8.RuneCountInString(before); !found || n < 3 || n > 10 || strings.ContainsAny(before, "，：:、！？“” 　") || !strings.Contains(body, before+end) {
			continue
		}
		if end == "分公司" {
			return before + end, "enterprise"
		}
		return before + end, "institution"
	}
	return "", ""
}

var branchesInHeadlines = phrases("branches in headlines")
