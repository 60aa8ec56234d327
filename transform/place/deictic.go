package place

import (
	"strings"
	"unicode/utf8"
)

// Deictic decides what 全市, 我省, 本县, 省内 … mean in a document of home: the unit of that kind that home is or lies in.
func Deictic(text, home string) (code string, ok bool) {
	if text == "全国" || text == "我国" || text == "国内" {
		return "100000", true
	}
	unit, ok := deicticUnit(text)
	if !ok {
		return "", false
	}
	if home = inForce(home); !local(home) {
		return "", false
	}
	for code := home; local(code); code = parent(code) {
		if isUnit(lookup(code), unit, code == home) {
			return code, true
		}
	}
	return "", false
}

var deicticUnits = []string{"自治区", "地区", "省", "市", "县", "区", "州", "盟", "旗"}

// deicticUnit reads the unit out of 全市, 我市, 本市, 市内, 全自治区.
func deicticUnit(text string) (string, bool) {
	if in, ok := strings.CutSuffix(text, "内"); ok {
		text = "全" + in
	}
	if text == "全岛" {
		return "岛", true
	}
	first, size := utf8.DecodeRuneInString(text)
	switch first {
	case '全', '我', '本':
	default:
		return "", false
	}
	for _, u := range deicticUnits {
		if text[size:] == u {
			return u, true
		}
	}
	return "", false
}

// isUnit tells whether a document of r, or of a place in r, calls it 全(unit). 全县 is home itself whatever it is called
// today (a county may have become a city since), and 全区 is a district at home or an autonomous region round it.
func isUnit(r *Region, unit string, isHome bool) bool {
	switch unit {
	case "省":
		return r.Level == Province && strings.HasSuffix(r.Name, "省")
	case "自治区":
		return isAutonomousRegion(r)
	case "区":
		return isAutonomousRegion(r) || isHome && r.Level == County && strings.HasSuffix(r.Name, "区")
	case "县":
		return isHome && r.Level == County
	case "岛":
		return isHome
	case "旗":
		return r.Level == County && strings.HasSuffix(r.Name, "旗")
	case "市":
		return strings.HasSuffix(r.Name, "市")
	case "州":
		return r.Level == Prefecture && strings.HasSuffix(r.Name, "州")
	case "盟":
		return r.Level == Prefecture && strings.HasSuffix(r.Name, "盟")
	case "地区":
		return r.Level == Prefecture && strings.HasSuffix(r.Name, "地区")
	}
	return false
}
