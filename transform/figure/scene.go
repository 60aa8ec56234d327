package figure

import (
	"strings"
	"unicode/utf8"

	"yiyuan/transform/place"
)

// A report speaks of one place; the news goes from one to the next, and says 当地, 村里 or nothing at all of the one it has come to. The
// scene is the place where the story is: the last one it went to, by the head of a sentence or clause or after a 在, or a
// county it named in full. It is asked only where a sentence names no place of its own: in the news of no one place always, in that
// of a place where the words are of something smaller. Resolving every mention to the nearest name before it was not taken: most names
// in the news are of where people and goods come from.

// meetScene follows the story through a sentence.
func (r *reader) meetScene(text string) {
	if r.Report.Kind != "" {
		return
	}
	end := -1
	for _, m := range r.known.Scan(text) {
		if m.Kind != place.KindRegion {
			if m.Kind == place.KindGroup && r.resolve(&m) == "100000" {
				r.scene = ""
			}
			continue
		}
		code := r.resolve(&m)
		if code == "" || code == "100000" || !r.local() && !place.Contains(r.home, code) {
			continue
		}
		narrower := end == m.Start && place.Contains(r.scene, code)
		if narrower || m.Full && len(code) == 6 && !strings.HasSuffix(code, "00") || entersAt(text[:m.Start]) {
			r.scene, end = code, m.End
			r.meetVillage(text[m.End:], code)
		}
	}
}

// local tells of news that is of no one place.
func (r *reader) local() bool { return r.home == "" || r.home == "100000" }

// entersAt tells whether a place named here is where the story goes: what stands before it in its sentence.
func entersAt(before string) bool {
	before = strings.TrimRight(before, " 　*#“”")
	return before == "" || endsWithAny(before, []string{"，", "：", "；", "。", "、在", "，在", "位于", "来到", "走进", "在", "地处", "（", "——", "落户", "而"})
}

// meetVillage keeps which county a village or town is of: 凤城市大梨树村.
func (r *reader) meetVillage(after, code string) {
	n := 0
	for i, c := range after {
		if c == '村' || c == '镇' || c == '乡' {
			if n > 0 {
				if r.villages == nil {
					r.villages = map[string]string{}
				}
				r.villages[after[:i+utf8.RuneLen(c)]] = code
			}
			return
		}
		if n++; n > 4 || c < 0x4e00 || c > 0x9fff {
			return
		}
	}
}

// nearby are words for the place that a story is at and that is smaller than the one it is about.
var nearby = []string{"县里", "县委", "全县", "村里", "全村", "村民", "村集体", "镇里", "全镇", "小镇", "园区", "当地", "该县", "该村", "该镇", "这里", "乡里", "村子", "贫困户", "农户", "乡亲"}

// nation are words that take the news back to the whole country.
var nation = []string{"全国", "我国", "国家", "中央", "国务院", "各地", "全社会", "部门", "我们"}

// atScene is the place of a sentence of the news that names none: a village's, or the scene.
func (r *reader) atScene(text string) string {
	if r.Report.Kind != "" {
		return ""
	}
	for name, code := range r.villages {
		if strings.Contains(text, name) {
			return code
		}
	}
	switch {
	case r.scene == "" || r.local() && holdsAny(text, nation):
		return ""
	case r.local() || holdsAny(text, nearby):
		return r.scene
	}
	return ""
}
