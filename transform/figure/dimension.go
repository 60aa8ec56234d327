package figure

import (
	"strings"

	"yiyuan"
	"yiyuan/transform/indicator"
)

// dimension tells of how long, high or large a thing is that the news says something happened to, on a day or on none it tells: 今天合龙的大桥全长
// 1100米. It stands whatever was done.
func (r *reader) dimension(f *yiyuan.Fact, s *site, st statement) bool {
	if r.Report.Kind != "" || f.Measure != "level" || st.newness || r.status() != "actual" {
		return false
	}
	if f.Indicator != "length" && f.Indicator != "area" && f.Indicator != "capacity" && !endsWithAny(st.text, weights()) {
		return false
	}
	if _, has := r.inForce(); has && !r.toldOnDay() || r.workedArea(s, st) || r.habitualHere() {
		return false
	}
	if f.Indicator == "area" && r.onOneDay() && !r.eventIn(s.left) && !st.happened {
		return true
	}
	return holdsAny(st.text+st.qualifier+join(s.left), dimensions()) || endsWithAny(st.text, weights()) || f.Indicator == "length" && measures(s)
}

// measures tells of the one word for how long, wide or high a thing is, right before how much: 正线长430公里, 宽约7米.
func measures(s *site) bool {
	left := join(trimReach(withoutBrackets(s.left)))
	return endsWithAny(left, measuresOf())
}

var measuresOf = phrases("measures of a thing")

// toldOnDay tells of a sentence that is told of one day, by itself or in its paragraph.
func (r *reader) toldOnDay() bool {
	return r.onOneDay() || r.Report.Kind == "" && !r.sentence.has && r.line.oneDay()
}

// weights are how heavy a thing is.
var weights = phrases("weights")

var dimensions = phrases("dimensions")

// extends reads 98公里长的岸线 and 30米高的坝, which say behind the figure how a thing is measured, or what thing it is.
func extends(s *site) (string, bool) {
	phrase := trimReach(withoutBrackets(s.nounPhrase))
	if n := len(phrase); n > 0 && running().has(phrase[n-1].text) && len(s.right) > 0 && s.right[0].text == "的" {
		phrase = nil // 在长达300公里的海岸线上
	}
	if len(s.right) > 0 && s.right[0].text == "的" && buildsOnly(phrase) && len(indicator.Terms(lineBehind(s.right))) == 0 {
		phrase = nil // 全市建成了120公里的地铁
	}
	if c := s.tok.q.Unit.Code; c != "km" && c != "m" || len(s.right) == 0 || s.measure != "level" || len(phrase) > 0 {
		return "", false
	}
	if w := s.right[0].text; w == "长" || w == "宽" || w == "高" || w == "深" {
		return w, true
	}
	line := lineBehind(s.right)
	return line, line != ""
}

// buildsOnly tells of a phrase that ends in a verb of building.
func buildsOnly(phrase []token) bool {
	n := len(phrase)
	return n > 0 && endsWithAny(strings.TrimSuffix(join(phrase[max(0, n-2):]), "了"), building())
}

// measuredAlone is how long, high or strong the things are that the clause before counts: 干渠两条，长31公里; 新增变压器20台，容量3万千伏安.
func (r *reader) measuredAlone(s *site) (statement, bool) {
	last := r.lastInSentence()
	if s.measure != "level" || last == nil || last.Measure != "level" || last.Unit != "count" && last.Unit != "km" && last.Unit != "m" {
		return statement{}, false
	}
	name := join(trimReach(withoutBrackets(s.nounPhrase)))
	st := statement{text: name, head: name, known: true}
	switch code := s.tok.q.Unit.Code; {
	case (code == "km" || code == "m") && lengthsAlone().has(name):
		st.becomes("length", "level", "stock")
	case strings.HasSuffix(s.tok.q.Unit.Surface, "伏安") && strengthsAlone().has(name):
		st.becomes("capacity", "level", "stock")
	default:
		return statement{}, false
	}
	if now := r.current; now != nil {
		st.subject, st.subjectKind, st.region = now.subject, now.subjectKind, now.region
		st.newness, st.happened = now.newness, now.happened && now.newness
		if st.qualifier = now.counter; now.newness {
			st.qualifier = now.qualifier + now.counter
		}
	}
	return st, true
}

// lengthsAlone and strengthsAlone are what the things just counted are measured by.
var lengthsAlone, strengthsAlone = phrases("lengths alone"), phrases("strengths alone")

// running are words for how far a thing runs.
var running = phrases("running")

// lineBehind is what a length is the length of where that stands behind it: 12公里的海底电缆.
func lineBehind(right []token) string {
	name := ""
	for i, t := range right {
		if i > 5 || t.kind != word && t.kind != where || t.class != 0 {
			return ""
		}
		if name += strings.TrimPrefix(t.text, "的"); endsWithAny(name, lines()) {
			return name
		}
	}
	return ""
}

// lines are what is measured by its length.
var lines = phrases("lines")
