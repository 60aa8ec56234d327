package figure

import "yiyuan"

// This file looks back at the facts told last.

// levelBefore is the indicator of the level that the sentence has just told, "" for none: 规模经营140万亩，占耕地的56%.
func (r *reader) levelBefore() string {
	if last := r.lastInSentence(); last != nil && last.Measure == "level" {
		return last.Indicator
	}
	return ""
}

// toldAs tells whether the figure before in the sentence was a level of an indicator.
func (r *reader) toldAs(code string) bool {
	last := r.lastInSentence()
	return last != nil && last.Indicator == code && last.Measure == "level"
}

// lastFact is the fact before in the text, nil where there is none.
func (r *reader) lastFact() *yiyuan.Fact {
	if r.currentFact < 0 || r.currentFact >= len(r.out.Facts) {
		return nil
	}
	return &r.out.Facts[r.currentFact]
}

// lastSince is the last fact from a place in the text on that is of the kind asked for, nil where there is none.
func (r *reader) lastSince(from int, fits func(*yiyuan.Fact) bool) *yiyuan.Fact {
	for i := len(r.out.Facts) - 1; i >= 0 && r.out.Facts[i].Start >= from; i-- {
		if fits(&r.out.Facts[i]) {
			return &r.out.Facts[i]
		}
	}
	return nil
}

// lastInSentence is the fact before in the sentence, nil where there is none.
func (r *reader) lastInSentence() *yiyuan.Fact {
	if last := r.lastFact(); last != nil && last.Start >= r.start {
		return last
	}
	return nil
}
