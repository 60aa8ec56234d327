package figure

import "strings"

// What a fact calls its things is cut out of a sentence, and may have lost one of two marks: 海绵城市”示范工程, 全球“灯塔 of 全球“灯塔工厂”.

// pairMarks gives the names of every fact their marks in pairs.
func (r *reader) pairMarks() {
	for i := range r.out.Facts {
		f := &r.out.Facts[i]
		for _, name := range []*string{&f.Subject, &f.Qualifier, &f.IndicatorText, &f.Industry, &f.Counter, &f.Base} {
			*name = paired(paired(*name, f.Sentence, "“", "”"), f.Sentence, "《", "》")
		}
	}
}

// paired is a name with the other mark of a pair where the sentence has it right there, else without the one.
func paired(name, sentence, open, shut string) string {
	switch opened, closed := strings.Count(name, open), strings.Count(name, shut); {
	case opened > closed:
		i := strings.LastIndex(name, open)
		if tail := name[i:]; tail != open && strings.Contains(sentence, tail+shut) {
			return name + shut
		}
		return name[:i] + name[i+len(open):]
	case closed > opened:
		i := strings.Index(name, shut)
		if head := name[:i+len(shut)]; i > 0 && strings.Contains(sentence, open+head) {
			return open + name
		}
		return name[:i] + name[i+len(shut):]
	}
	return name
}
