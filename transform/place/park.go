package place

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// parkWords end the name of a zone.
var parkWords, parkBeginnings = phrases("zones"), beginningsOf(phrases("zones"))

// parkStop lists characters that do not stand in the name of a zone, between its place and its word: 福清加快建设开发区
// has no name in it.
const parkStop = "一的在和与及或是有为把将被对向从到了各全等加快推进建设以大力实施支持鼓励引导促完善规划两三四五六七八九十百千万亿个家位已正也都要新增省市县区州" +
	"共其该此本我你他这那并而且于由自至因就所着过给让使令含设办"

const longestParkInset = 6

// parkEnd is where the name of a zone ends whose place ended at i, or 0 where no zone is named.
func parkEnd(text string, i int) int {
	for inset := 0; inset <= longestParkInset && i < len(text); inset++ {
		if end := parkWordEnd(text, i); end > 0 && inset != 1 {
			return end
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		if r < 0x4E00 || r > 0x9FFF || strings.ContainsRune(parkStop, r) {
			return 0
		}
		i += size
	}
	return 0
}

// zoneOfFirms tells of a word for a zone that is named after its county and no river or region: not 三江新区, 海西经济区.
func zoneOfFirms(after string) bool {
	end := parkWordEnd(after, 0)
	return slices.ContainsFunc(zonesOfFirms(), func(w string) bool { return strings.Contains(after[:end], w) })
}

// zonesOfFirms are words of the names of such zones.
var zonesOfFirms = phrases("zones of firms")

// seatWords are the bodies and gates that a county's short name stands before as the name of the place: 桐庐法院, 珲春口岸.
var seatWords = phrases("bodies of a place")

func beforeSeat(after string) bool {
	for _, w := range seatWords() {
		if strings.HasPrefix(after, w) {
			return true
		}
	}
	return false
}

func parkWordEnd(text string, i int) int {
	if !mayBegin(text[i:], parkBeginnings()) {
		return 0
	}
	for _, w := range parkWords() {
		if strings.HasPrefix(text[i:], w) {
			end := i + len(w)
			if after, _ := utf8.DecodeRuneInString(text[end:]); strings.ContainsRune("域块位间", after) {
				return 0
			}
			if further := parkWordEnd(text, end); further > 0 {
				return further
			}
			return end
		}
	}
	return 0
}
