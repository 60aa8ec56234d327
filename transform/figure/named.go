package figure

import (
	"slices"
	"strings"

	"yiyuan"
	"yiyuan/transform/indicator"
	"yiyuan/transform/period"
	"yiyuan/transform/place"
)

// This file settles what a figure is of where its name by itself says too little. What people do behind their number, the unit, the whole
// and what the sentence told before each say more of it, and are asked in the order of nameHints; the first that knows is heard alone.

// settleName takes what stands around a figure says of a name that by itself says too little.
func (r *reader) settleName(st *statement, s *site) {
	for _, hint := range nameHints {
		if hint(r, st, s) {
			return
		}
	}
}

// nameHints go from what is said of the figure itself to what is only known of its sentence.
var nameHints = []func(*reader, *statement, *site) bool{
	(*reader).contributesOutside,
	(*reader).partElsewhere,
	(*reader).countsAgain,
	(*reader).withinWhole,      // the frame of a share, before its part
	(*reader).sharesOfTold,     // a part of what was told before
	(*reader).takesInDay,       // an ability
	(*reader).inOtherMoney,     // the same sum in other money
	(*reader).handsOutInKind,   // relief in kind
	(*reader).rewards,          // and in money
	(*reader).vehiclesMade,     // output of vehicles
	(*reader).quantityOfLast,   // how many of what was told last
	(*reader).countsUpTo,       // a number that only an ordinal tells
	(*reader).setsUpMachines,   // machines bought, before machines made
	(*reader).keepsAnimals,     // and animals kept, before those raised
	(*reader).livesInVillage,   // who lives in a village
	(*reader).passersBy,        // who comes by
	(*reader).spentByVisitors,  // what visitors spend
	(*reader).paceGoesOn,       // a pace of it
	(*reader).tradesShort,      // and a list of those at work
	(*reader).rateOfPrices,     // what takes apart a rise of prices, or goes beyond it
	(*reader).partOfIncrease,   // a part of what has been added
	(*reader).loansStand,       // or of what stands
	(*reader).goodsGoOn,        // a paragraph on prices, before its goods
	(*reader).visitsGoOn,       // and one on visitors, before its places
	(*reader).sharesOfMembers,  // who is told together, before how many they are
	(*reader).handledToo,       // a list of what a port has handled, before what is made
	(*reader).soldInPieces,     // what is sold, before cases and things counted
	(*reader).soldByWeight,     // and by weight, before what is carried
	(*reader).hintOfLives,      // what people do behind their number says most of who they are
	(*reader).hintOfVisits,     // and after work what they came to see, a part of visitors before passengers
	(*reader).hintOfTraffic,    // what carries people or goods makes none
	(*reader).hintOfCases,      // a measure word of cases, before who they are
	(*reader).hintOfLabour,     // those whom no verb behind them told of
	(*reader).hintOfHouseholds, // those who neither work nor visit
	(*reader).hintOfDeals,      // a verb for what was done with money, right before a sum
	(*reader).hintOfRelief,     // what those who pay are spared
	(*reader).hintOfTreasury,   // money of taxes and budgets, before anyone's income
	(*reader).hintOfAssets,     // what a firm owns from what is put into works
	(*reader).hintOfOwners,     // firms of those whose money the name begins with
	(*reader).hintOfEarnings,   // then of firms, villages and families
	(*reader).hintOfGoods,      // a sum that goods come to is theirs, before it is funds
	(*reader).hintOfInvestment, // what is built, by the aggregate told before
	(*reader).laysOutOnWorks,   // and what is put into it
	(*reader).hintOfFunds,      // funds by the verb that governs them, the treasury's before others'
	(*reader).toldInFull,       // a short name, by the full one told before
	(*reader).hintOfTheEconomy, // a growth without a name is the economy's
	(*reader).hintOfShares,     // a share without one has it from its whole
}

// of tells whether what a statement is of is one of codes; "" is what no table knows.
func (st *statement) of(codes ...string) bool { return slices.Contains(codes, st.code) }

// becomes names what a statement is of.
func (st *statement) becomes(code, form, time string) {
	st.known, st.code, st.form, st.time = true, code, form, time
}

// people tells of a number of people, peopleOrVisits also of how often they came.
func (s *site) people() bool         { return s.tok.q.Unit.Code == "person" }
func (s *site) peopleOrVisits() bool { return s.people() || s.tok.q.Unit.Surface == "人次" }

// wholeIn is the whole of a part told in a unit: where the sentence before lists several, the last of them in that unit. 机构4万个，床位30万张，
// 收养20万人。其中，农村机构3万个.
func (r *reader) wholeIn(unit string) int {
	whole := r.wholeFact()
	if whole == nil || whole.Unit == unit || whole.Start >= r.start {
		return r.partOf
	}
	i := r.wholeBefore(func(f *yiyuan.Fact) bool { return f.Unit == unit })
	if i < 0 || r.out.Facts[i].Sentence != whole.Sentence {
		return r.partOf
	}
	return i
}

// wholeNamedLike is the whole that the sentence before tells of the same things, or of money by the same name; nil where it tells none.
func (r *reader) wholeNamedLike(f *yiyuan.Fact) *yiyuan.Fact {
	i := r.wholeBefore(func(whole *yiyuan.Fact) bool {
		return whole.Unit == f.Unit && whole.Indicator == f.Indicator && (f.Unit != "CNY" || whole.IndicatorText == f.IndicatorText)
	})
	if i < 0 {
		return nil
	}
	return &r.out.Facts[i]
}

// wholeBefore is the last level of the sentence before, in its line, that is the one asked for; -1 for none.
func (r *reader) wholeBefore(asked func(*yiyuan.Fact) bool) int {
	facts := r.out.Facts
	last := len(facts) - 1
	for last >= 0 && facts[last].Start >= r.start {
		last--
	}
	for i := last; i >= 0 && facts[i].Start >= r.lineStart && facts[i].Sentence == facts[last].Sentence; i-- {
		if f := &facts[i]; f.Measure == "level" && asked(f) {
			return i
		}
	}
	return -1
}

// wholeFact is the fact that the figure is told as a part of, nil where there is none.
func (r *reader) wholeFact() *yiyuan.Fact {
	if r.partOf < 0 {
		return nil
	}
	return &r.out.Facts[r.partOf]
}

// partOfA tells of a part of a fact of the indicator.
func (r *reader) partOfA(indicator string) bool {
	whole := r.wholeFact()
	return whole != nil && whole.Indicator == indicator
}

// saidBefore is what the sentence has said before the figure.
func (r *reader) saidBefore(s *site) string { return r.text[r.start:s.tok.start] }

// partElsewhere names a part of what has been counted that is only told by where it is: 充电桩8000个，其中中心城区5000个.
func (r *reader) partElsewhere(st *statement, s *site) bool {
	whole := r.wholeFact()
	if r.partByKind(st, s, whole) {
		return true
	}
	if st.code != "region_count" || s.measure != "level" || !partsOfPlaces().has(st.text) {
		return false
	}
	if whole == nil || whole.Unit != "count" || whole.Indicator == "region_count" || r.lastCount == nil || r.lastCount.measureWord != measureOf(s.tok.q) {
		return false
	}
	st.code, st.counter, st.qualifier = whole.Indicator, whole.Counter, st.text
	return true
}

// partByKind names a part of the things or people told that is only told by whose they are or what became of them: 企业310个，其中乡办26个；
// 分流富余人员300人，其中内退90人.
func (r *reader) partByKind(st *statement, s *site, whole *yiyuan.Fact) bool {
	if whole == nil || s.measure != "level" || s.inherited || whole.Measure != "level" || whole.Unit != s.tok.q.Unit.Code || !st.of("", "count_other", "institution_count") {
		return false
	}
	name := strings.TrimLeft(strings.TrimPrefix(join(trimReach(withoutBrackets(s.left))), "其中"), "、")
	atWork := whole.Unit == "person" && employedAt(name)
	if !atWork && (!kindsOfWhole().has(name) || st.code == "institution_count") || whole.Indicator == "region_count" {
		return false
	}
	st.becomes(whole.Indicator, "level", "count")
	if atWork {
		st.text, st.qualifier = whole.IndicatorText, name
	}
	st.counter, st.happened = whole.Counter, whole.PeriodKind == period.During
	return true
}

// employedAt tells of the name of a kind of institution, where those counted work or learn: 卫生技术人员3800人，其中医院和卫生院2600人.
func employedAt(name string) bool {
	hit, ok := indicator.Counted(name, "")
	return ok && hit.End == len(name) && hit.Entry.Code == "institution_count"
}

// kindsOfWhole are words for whose the things or people counted are, or what became of them.
var kindsOfWhole = phrases("kinds of a whole")

// partsOfPlaces are the town and the country of a place.
var partsOfPlaces = phrases("parts of places")

// contributesOutside takes the wider place that something is contributed to for no place of the figure: it is of who contributes.
func (r *reader) contributesOutside(st *statement, s *site) bool {
	if s.rule != "contribution.to" || st.region == r.home || !place.Contains(st.region, r.home) {
		return false
	}
	st.region = ""
	return true
}
