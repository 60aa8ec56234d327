package figure

import "slices"

// Of what a place has, holds or counts as its own the news tells how much there is, whatever it says is done with it, and whatever day that is.

// owned tells of those that a verb for having stands before, and no other verb behind: 村里有制造企业34家, 系统共收录300条信息.
func (r *reader) owned(s *site, st statement) bool {
	if st.code == "project_count" || r.partOf >= 0 {
		return false
	}
	last := -1
	for i, t := range s.left {
		switch {
		case having().has(t.text) && !(i > 0 && s.left[i-1].text == "就"):
			last = i
		case last >= 0 && (t.is(event) && t.pos != "vn" && !t.is(verbal) && !attributive()[t.text] || t.kind == comma):
			return false
		}
	}
	return last >= 0 && !slices.ContainsFunc(s.right[:clauseEnd(s.right)], func(t token) bool { return t.is(event|up|down) || t.pos == "v" })
}

// holds tells of how much a thing can carry or give, whatever day it is spoken of: 一次可装载3万只标箱.
func (r *reader) holds(s *site) bool {
	return r.Report.Kind == "" && r.status() == "actual" && s.tok.q.Kind == "count" && !r.habitualHere() && holdsAny(join(r.leftTokens), canHold())
}

// allOfPlace tells of the bodies and experts of a whole place, who are there whatever is done with them: 推动全国90个园区发展.
func (r *reader) allOfPlace(s *site, st statement) bool {
	n := len(s.left)
	if r.Report.Kind != "" || r.status() != "actual" || n == 0 || !everywhere()[s.left[n-1].text] || st.newness || !standing[st.code] && st.code != "talent_count" {
		return false
	}
	return !r.signsOn(s) && !r.deedBehind(s, st) && !hasWord(s.left, "来自") && !holdsAny(join(s.right), befalls())
}

var having, canHold = phrases("having"), phrases("can hold")
