package restore

import (
	"slices"
	"strings"
	"unicode/utf8"

	"yiyuan/transform/restore/mend"
	"yiyuan/transform/restore/script"
)

// slips reads again, one byte off, the runs of characters that a mirror displaced.
//
// A mirror puts its glosses into GBK bytes without looking for character borders. Where the trail byte of one character
// and the lead byte of the next happen to be the code of a glossed character, the gloss lands between them: 展潛能 is
// D5B9 9D93 C4DC, B99D is 節, and the text shows 展?jié)撃…: the lead byte 9D swallowed the bracket. From there every
// character is read one byte late, until an ASCII letter, another gloss or a lost byte closes the run. The other kind of
// run is opened by a full stop: the A3 of 。(A1A3) and the lead byte behind it read as ！ or ？, and its A1 stood alone.
//
// The bytes leave few readings; of those the one is taken that a table of character pairs finds the most natural, if it
// is clearly more natural than the damage. A byte that is truly gone is chosen from its neighbours, or left as □.
var slips = filter{
	name: "slips",
	may:  func(v *survey) bool { return v.glosses >= fewestGlossed },
	edits: func(d *draft) (edits []edit) {
		if d.mirror = readMirror(d.now); d.mirror == nil {
			return nil
		}
		s := d.now
		tried := 0
		for i := 0; i < len(s); {
			j := strings.IndexByte(s[i:], '?')
			if j < 0 || tried > mostPlaces {
				break
			}
			i += j
			start := i
			var e edit
			var ok bool
			if syllable, n := readSyllable(s[i+1:]); n > 0 {
				tried++
				e, ok = d.mirror.swallowedBracket(s, i, syllable, n)
			} else if i+1 < len(s) && (s[i+1] == '!' || s[i+1] == '?') {
				tried++
				e, ok = d.mirror.displacedStop(s, i)
			}
			if ok {
				edits = append(edits, e)
				i = max(e.end, start+1)
			} else {
				i++
			}
		}
		return edits
	},
}

// mostPlaces bounds the work on a text made to cost time: a long article has some dozens.
const mostPlaces = 1500

// How what is gone stands in a reading: a character of which one byte is left, before a guess is made, and a sign of
// which nothing is.
const (
	lost      = '□'
	swallowed = '□'
)

// A reading is one way to understand the characters from a damaged place on.
type reading struct {
	text string
	end  int  // byte of the source text where it ends
	lead byte // the known byte of the lost character at its end, 0 where none is lost
	odds int  // what the reading costs beside its text
}

// swallowedBracket reads ?jié)… at i, where the gloss of a listed character came between the bytes of two others.
func (m *mirror) swallowedBracket(s string, i int, syllable string, n int) (edit, bool) {
	after := i + 1 + n
	_, trail, _ := gbBytes(lastTrue(s[:i]))
	var readings []reading
	for _, r := range m.heard[syllable] {
		lead, second, ok := gbBytes(r)
		if ok && lead == trail {
			readings = append(readings, m.follow(s, after, "", second, 0)...)
		}
	}
	whole := ""
	paired := slices.ContainsFunc(m.heard[syllable], func(r rune) bool { lead, _, _ := gbBytes(r); return lead == trail })
	if !paired { // no pair of bytes explains it: the character itself lost its second byte
		for _, r := range m.heard[syllable] {
			readings = append(readings, reading{text: string(r), end: after})
			whole = "the byte before a gloss is lost"
		}
	}
	return m.choose(s, i, readings, whole)
}

// displacedStop reads ?! or ?? at i, where the second byte of a character and the first of the next became one sign.
func (m *mirror) displacedStop(s string, i int) (edit, bool) {
	pending := byte(0xBF)
	if s[i+1] == '!' {
		pending = 0xA1
	} else if i > 0 && s[i-1] == '?' || strings.HasPrefix(s[i+2:], "?") {
		return edit{}, false // blanks that GBK did not have
	}
	before := plainTail(s[:i])
	var readings []reading
	for _, r := range m.follow(s, i+2, "", pending, 0) {
		if r.text == string(lost)+string(swallowed) {
			continue
		}
		stop := r
		stop.text = "。" + r.text
		readings = append(readings, stop)
		if first := m.opening(before, r.text); first != 0 {
			r.text = string(first) + r.text
			r.odds += rareOpening
			readings = append(readings, r)
		}
	}
	return m.choose(s, i, readings, "")
}

// opening is the likeliest character but 。 whose second byte the displaced sign took: one that makes a word on either
// side. Before a quotation mark there is none.
func (m *mirror) opening(before, text string) rune {
	next := plainHead(text)
	if strings.ContainsRune("”《“’", firstRune(next)) {
		return 0
	}
	best, bestCost := rune(0), 0
	for lead := 0x81; lead <= 0xFE; lead++ {
		c := mend.GBChar(byte(lead), 0xA3)
		if !isHanzi(c) {
			continue
		}
		if cost := strain(before, string(script.Char(c))+next); best == 0 || cost < bestCost {
			best, bestCost = c, cost
		}
	}
	return best
}

const (
	rareOpening = 12 // what a displaced sign other than 。 costs
	openQuote   = 24 // what speaks for ” where a quotation is open
)

// longestGloss in bytes, brackets and all.
const longestGloss = 24

// lastTrue is the last character before a gap, glosses skipped.
func lastTrue(s string) rune {
	if strings.HasSuffix(s, ")") || strings.HasSuffix(s, "）") {
		near := max(0, len(s)-longestGloss)
		open := near + max(strings.LastIndexByte(s[near:], '('), strings.LastIndex(s[near:], "（"))
		if open > 0 && open >= near {
			if _, n := readGloss(s[open:]); n == len(s)-open {
				s = s[:open]
			}
		}
	}
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

// deepest bounds the readings of one run: it doubles at every sign that may or may not belong to it.
const deepest = 5

// longestRun in bytes: real ones end at the next letter, gloss or mark.
const longestRun = 200

// follow reads on from i with a lead byte pending, in every way the bytes allow.
func (m *mirror) follow(s string, i int, done string, pending byte, depth int) (out []reading) {
	start := i
	var shown rune // the last character as displayed, whose gloss may stand in the run
	for i < len(s) && i-start < longestRun {
		r, size := utf8.DecodeRuneInString(s[i:])
		if first, second, ok := gbBytes(r); ok {
			true_ := mend.GBChar(pending, first)
			if true_ == 0 {
				return out
			}
			done, pending, shown = done+string(true_), second, r
			i += size
			continue
		}
		switch {
		case r == '(' || r == '（':
			if syllable, n := readGloss(s[i:]); n > 0 && m.gloss[shown] == syllable {
				i += n
				continue
			}
			fallthrough
		case r > ' ' && r < 0x40 && r != '?' && ascii[r] != digit:
			wide := mend.GBChar(pending, 0xA3)
			if wide == 0 {
				return out
			}
			done, pending, shown = done+string(wide), byte(r)+0x80, 0
			i++
			continue
		case r == '?':
			return append(out, m.question(s, i, done, pending, depth)...)
		case r >= 0x40 && r < 0x7F:
			if last := mend.GBChar(pending, byte(r)); last != 0 {
				out = append(out, reading{text: done + string(last), end: i + 1})
			}
			wide := mend.GBChar(pending, 0xA3)
			if wide == 0 || depth >= deepest {
				return out
			}
			return append(out, m.follow(s, i+1, done+string(wide), byte(r)+0x80, depth+1)...)
		}
		return out
	}
	return out
}

// question reads a ? within a run: another gloss, a swallowed < or &, a lost byte before a sound mark, or a full-width ?.
func (m *mirror) question(s string, i int, done string, pending byte, depth int) (out []reading) {
	if syllable, n := readSyllable(s[i+1:]); n > 0 {
		for _, r := range m.heard[syllable] {
			if lead, _, ok := gbBytes(r); ok && lead == pending {
				out = append(out, reading{text: done + string(r), end: i + 1 + n})
			}
		}
		return out
	}
	rest := s[i+1:]
	if last := mend.GBChar(pending, 0x80); last != 0 { // the one trail byte that can lead nothing
		out = append(out, reading{text: done + string(last), end: i + 1})
	}
	if _, n := readBeheaded(rest); n > 0 {
		return append(out, reading{text: done + string(lost) + "&" + rest[:n], end: i + 1 + n, lead: pending})
	}
	if _, n := readTag("<" + rest[:min(len(rest), 12)]); strings.HasPrefix(rest, "/") && n > 0 {
		return append(out, reading{text: done + string(lost) + "<" + rest[:n-1], end: i + n, lead: pending})
	}
	if next, _ := utf8.DecodeRuneInString(rest); rest == "" || strings.ContainsRune(",，、。;；:：!！)）》”’ \n", next) {
		out = append(out, reading{text: done + string(lost), end: i + 1, lead: pending})
	}
	if wide := mend.GBChar(pending, 0xA3); wide != 0 && depth < deepest {
		out = append(out, m.follow(s, i+1, done+string(wide), 0xBF, depth+1)...)
	}
	// It swallowed a half-width sign, which nobody can know: a bracket, a star, a digit.
	return append(out, reading{text: done + string(lost) + string(swallowed), end: i + 1, lead: pending, odds: rareOpening})
}

// choose takes the most natural of the readings at i, if there is one that beats leaving the text as it is.
func (m *mirror) choose(s string, i int, readings []reading, doubt string) (edit, bool) {
	if len(readings) == 0 {
		return edit{}, false
	}
	end := i
	for _, r := range readings {
		end = max(end, r.end)
	}
	before := plainTail(s[:i])
	behind := plainHead(s[end:])
	best, bestCost := -1, 0
	for k := range readings {
		r := &readings[k]
		tail := m.plain(s[r.end:end]) + behind
		if r.lead != 0 {
			m.guess(r, lineBefore(s, i), before, s[r.end:end]+s[end:min(len(s), end+48)])
		}
		if cost := r.odds + strain(before, script.Simplify(m.plain(r.text))+tail); best < 0 || cost < bestCost {
			best, bestCost = k, cost
		}
	}
	r := readings[best]
	asIs := strain(before, m.plain(s[i:end])+behind)
	if bestCost >= asIs {
		return edit{}, false
	}
	if strings.ContainsRune(r.text, lost) {
		doubt = "a byte is lost here"
	}
	text := r.text
	if !m.wide {
		text = narrow(text)
	}
	if doubt == "" && saysFigure(text) {
		doubt = "read from displaced bytes"
	}
	return edit{start: i, end: r.end, with: text, doubt: doubt}, true
}

// lineBefore is the paragraph up to i, as much of it as a quotation may span.
func lineBefore(s string, i int) string {
	s = s[max(0, i-3000):i]
	return s[strings.LastIndexByte(s, '\n')+1:]
}

// guess fills in the character that lost its second byte, if its neighbours make one of the candidates likely.
func (m *mirror) guess(r *reading, line, before, after string) {
	open := strings.Count(line+r.text, "“") > strings.Count(line+r.text, "”")
	at := strings.Index(r.text, string(lost))
	head := before + script.Simplify(m.plain(r.text[:at]))
	tail := plainHead(strings.TrimPrefix(decodeHead(r.text[at+len(string(lost)):]+after), " "))
	best, bestCost := rune(0), 0
	for trail := 0x81; trail <= 0xFE; trail++ { // it was taken for a lead byte itself
		c := mend.GBChar(r.lead, byte(trail))
		if c == 0 || figure(c) != 0 {
			continue
		}
		simple := script.Char(c)
		cost := strain(head, string(simple)+tail) + alone(simple)/2
		if c == '”' && open {
			cost -= openQuote
		}
		if best == 0 || cost < bestCost {
			best, bestCost = c, cost
		}
	}
	if best != 0 && (likely(head, script.Char(best), strings.HasPrefix(tail, string(swallowed))) || best == '”' && open) {
		r.text = r.text[:at] + string(best) + r.text[at+len(string(lost)):]
	}
}

// plain strips the glosses that this mirror put there.
func (m *mirror) plain(s string) string {
	if !strings.ContainsAny(s, "(（") {
		return s
	}
	var b strings.Builder
	var last rune
	for i := 0; i < len(s); {
		if syllable, n := readGloss(s[i:]); n > 0 && m.gloss[last] == syllable {
			i += n
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		b.WriteString(s[i : i+n])
		last = r
		i += n
	}
	return b.String()
}

// plainTail gives the last two characters of s without glosses, simplified.
func plainTail(s string) string {
	s = s[max(0, len(s)-48):]
	var out []rune
	for len(s) > 0 && len(out) < 2 {
		r := lastTrue(s)
		at := strings.LastIndex(s, string(r))
		if at < 0 || r == utf8.RuneError {
			break
		}
		out = append([]rune{script.Char(r)}, out...)
		s = s[:at]
	}
	return string(out)
}

// plainHead gives the first two characters of s without glosses, simplified.
func plainHead(s string) string {
	var out []rune
	for i := 0; i < len(s) && len(out) < 2; {
		if _, n := readGloss(s[i:]); n > 0 {
			i += n
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		out = append(out, script.Char(r))
		i += n
	}
	return string(out)
}

// decodeHead reads an entity or tag at the beginning of s.
func decodeHead(s string) string {
	if char, n := readEntity(s); n > 0 {
		return char + s[n:]
	}
	if name, n := readTag(s); strings.HasPrefix(s, "<") && n > 0 {
		return standIn(name, "", "") + s[n:]
	}
	return s
}

// narrow folds the full-width marks of a run where the text has them half-width.
func narrow(s string) string {
	return strings.Map(func(r rune) rune {
		switch r {
		case '，', '；', '：', '！', '？', '（', '）':
			return r - 0xFEE0
		}
		return r
	}, s)
}
