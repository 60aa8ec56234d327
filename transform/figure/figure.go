package figure

import (
	"strings"
)

// This file reads one figure: what it is a statement of, by the first rule that fits it.

// readFigure reads the figure at token i, or says in the ledger why not.
func (r *reader) readFigure(i int) {
	t := r.toks[i]
	if reason, no := r.noFact(i); no {
		if r.passed == nil {
			r.passed = map[int]bool{}
		}
		r.passed[i] = true
		r.yearsOf(i)
		r.allDays(i)
		r.mention(t, reason[0], reason[1])
		return
	}
	r.placeOf(i)
	r.headsOf(i)
	r.pricedAt(i)
	r.countsListed(i)
	t = r.toks[i] // the ledger may have found its unit
	s := &site{r: r, tok: t, sign: 1}
	s.left = r.leftOf(i)
	named := r.landNamedBehind(s.left, i)
	if named != nil {
		s.left = nil
	}
	r.leftTokens = s.left
	s.right = r.rightOf(i)
	r.partOf = r.wholeIn(t.q.Unit.Code)
	rest, ok := s.match()
	if !ok {
		r.mention(t, "unread", "no rule")
		return
	}
	if s.nounPhrase == nil && rest == 0 {
		if s.nounPhrase = named; named == nil {
			s.nounPhrase = r.explainedBehind(i)
		}
	}
	if s.nounPhrase == nil {
		s.nounPhrase = s.left[:rest]
	} else if s.driver {
		s.caps.keep("driver", 0, rest)
	}
	if t.q.Kind == "ratio" {
		r.readRatio(s, i, rest)
	} else {
		r.state(s, i, rest)
	}
	r.lastMeasured = i
}

// explainedBehind is what a figure that opens its line is of by the words behind its colon, nil for any other: 36亿元：去年全县的综合产值.
func (r *reader) explainedBehind(i int) []token {
	if i+2 >= len(r.toks) || strings.Trim(r.text[r.lineStart:r.toks[i].start], " 　—–-·●■◆▲*•") != "" || r.text[r.toks[i].end:r.toks[i+1].end] != "：" {
		return nil
	}
	to := i + 2
	for to < len(r.toks) && r.toks[to].kind != figure && !strings.ContainsAny(r.toks[to].text, "，。；：？！") {
		to++
	}
	if named := r.toks[i+2 : to]; len(named) > 0 {
		return named
	}
	return nil
}

// match finds the first rule that fits and lets it read.
func (s *site) match() (rest int, ok bool) {
	s.left = undated(withoutStart(withoutBrackets(s.left)))
	var last token
	if n := len(s.left); n > 0 {
		last = s.left[n-1]
	}
	for _, r := range rulesOf()[s.tok.q.Kind] {
		if !r.nearest.admits(&last) {
			continue
		}
		s.caps = s.caps[:0]
		if rest, ok = matchBefore(r.before, s.left, &s.caps); ok && matchAfter(r.after, s.right) && (r.only == nil || r.only(s)) {
			s.rule = r.name
			r.reads(s)
			return rest, true
		}
	}
	return 0, false
}

// state decides what the figure is a statement of, and writes the fact down.
func (r *reader) state(s *site, i, rest int) {
	s.sharesVerb()
	r.changeGoesOn(s)
	r.gapGoesOn(s)
	if r.readPlan(s, i) {
		return
	}
	if st, ok := r.handedOut(s); ok {
		r.emit(s, st)
		return
	}
	if st, ok := r.firstOfThings(s, i); ok {
		r.emit(s, st)
		return
	}
	st, listed := r.fromList(s)
	r.handRivals(s, i)
	if listed {
		r.emit(s, st)
		return
	}
	if r.opensList(s, i, rest) {
		return
	}
	r.list = nil
	if st, ok := r.limitedOf(s, i); ok {
		r.emit(s, st)
		return
	}
	if st, ok := r.membersOf(s); ok {
		r.emit(s, st)
		return
	}
	st, own := r.toldOf(s, i)
	keep := st
	if s.ofWhole {
		keep.region = "" // what has a share in it is elsewhere
	}
	if others := r.jointly(s, own); others != nil {
		if r.sumsUp(s, others) {
			sum := togetherOf(others)
			r.emit(s, sum)
			r.keepStatement(s, sum, own, i)
			return
		}
		for _, other := range others {
			r.emit(s, other)
		}
		r.current = &others[len(others)-1]
		r.list, r.listAt = others, len(others) // what follows may be handed out to them: 均突破2000亿元，分别增长9%、12%
		return
	}
	ofBoth := s.measure == "rank" || s.measure == "growth" && len(r.told) == 2 && r.toldLevelsOnly()
	if ofBoth && !own && r.previous != nil && hasWord(s.left, "均", "都", "双双") {
		r.emit(s, *r.previous)
	}
	r.emit(s, st)
	r.keepStatement(s, keep, own, i)
}

// opensList writes down the first figure of a list that shares its names or its verb; what names the others is kept for them.
func (r *reader) opensList(s *site, i, rest int) bool {
	var items []statement
	unit := s.tok.q.Unit.Code // of each member, "" where each has its own
	if apart := r.oneEachWay(s, i); apart != nil {
		items = apart
	} else if driven := r.drivenItems(s, i); driven != nil {
		items = driven
	} else if parts := r.structureItems(s, i); parts != nil {
		items = parts
		r.current = &items[0]
	} else if r.hasResp(s, rest) || r.plansOfEach(s, i) || r.toks[min(i+1, len(r.toks)-1)].text == "/" {
		if items = r.changesInTurn(s, i); items != nil {
			unit = ""
		} else if items = r.respItems(s, i, rest); items == nil {
			if items = r.mixedItems(s, i); items == nil {
				r.takeTurns(i)
				return false
			}
			unit = ""
		}
		r.current = &items[0]
	} else if items = r.unlikeItems(s, i); items != nil {
		unit, r.current = "", &items[0]
	} else if items = r.plainItems(s, i, rest); items != nil {
		r.current = &items[0]
	} else {
		r.turnsAgain(i)
		return false
	}
	for k := range items {
		r.groupsGrow(&items[k], s)
		r.sharesOfTold(&items[k], s)
	}
	r.list, r.listAt, r.listUnit, r.listSite = items, 1, unit, s
	r.emit(s, items[0])
	return true
}

// toldOf is what the figure is of, and whether its own words name it: else it goes on with what was told before.
func (r *reader) toldOf(s *site, i int) (statement, bool) {
	if sum, ok := r.sumOfTold(s); ok {
		return sum, false
	}
	if r.onlyPlacesRanked(s) {
		return *r.current, false
	}
	st, own := r.statementOf(s)
	if s.rule == "share.plan" && r.current != nil && r.current.code != "" && plansOnly(s) {
		own = false // 新增就业5万人，完成惠民工程任务的118%
	}
	if own && r.current != nil && s.tok.q.Kind == "count" && stagesAlone().has(st.text) {
		st, own = statement{qualifier: st.text, happened: true}, false // 项目新开工30个、续建52个
	}
	if own && r.spentOn(&st, s) {
		return st, true
	}
	if own && r.growsOfMany(st, s) {
		st = r.toldOfMany(st)
	}
	if listed, ok := r.ratesByPlace(s); ok {
		st, own = listed, true
	} else if own && r.branchByName(st, s) {
		st = r.branchOfCurrent(trimAhead(st.text, "特别是", "尤其是", "其中"))
	}
	if own && r.sharesOn(st, s) {
		group := st.text
		st = *r.current
		st.qualifier = group
	}
	group := join(trimReach(withoutBrackets(s.nounPhrase)))
	part, goesThrough := r.nextPart(st, own, s)
	switch {
	case goesThrough:
		st, own = part, true
	case own && st.form == "sector" && r.current != nil && r.sectorTakes(s.tok.q.Unit.Code):
		st = r.sectorOfCurrent(st)
	case own && r.sectorOfWhole(st, s):
		restriction, ofBranch := st.qualifier, r.current.sector || strings.HasSuffix(r.current.qualifier, "业")
		if st = r.sectorOfCurrent(st); st.qualifier == "" || ofBranch {
			st.qualifier = restriction // not that of the branch told before
		}
	case own && r.growsWithPartner(st, s):
		st = r.partOfCurrent("对" + st.text)
	case own && r.nextFirm(&st, s):
		// st is what it takes over
	case own && (r.goesOnGrowing(&st, s) || r.partByOwner(&st, s, group) || r.partOfTold(&st, s)):
		st = r.partOfCurrent(group)
	case own:
		r.carry(&st, s)
	case r.spentOn(&st, s):
		own = true
	case r.itemises(s, i):
		st = *r.lineTold
		st.industry, st.qualifier = r.nameBeforeBracket(i), ""
	case r.current != nil:
		r.goesToPark(s)
		st = r.inherit(st, s)
		s.inherited = true
	}
	r.settleName(&st, s)
	if r.countsWithin(&st, s) || s.dealt {
		s.inherited, own = false, true
	}
	if own && traded[st.code] {
		r.tradesWithPartner(&st, s)
	}
	return st, own
}

// stagesAlone are stages of works that the members of a list tell of what it counts.
var stagesAlone = phrases("stages alone")

// sectorOfCurrent is what was told before, of the sector or kind of owner that the figure names: 其中工业50亿元.
func (r *reader) sectorOfCurrent(sector statement) statement {
	st := *r.current
	if owned := strings.TrimSuffix(sector.industry, "经济"); endsWithAny(owned, ownedEconomy()) {
		st.qualifier = sector.industry
	} else {
		st.industry, st.sector = sector.industry, sector.sector
	}
	return st
}

// keepStatement keeps what the figure is of for those that follow without a name.
func (r *reader) keepStatement(s *site, st statement, own bool, i int) {
	if i > 1 && r.toks[i-1].kind == open && s.tok.q.Kind == "amount" && r.numbersNamed(i-1, i) {
		return // 寄回现金24亿元，相当于财政收入（2.1亿元）的11倍
	}
	if s.measure == "level" && r.toldApart(s, st.code) {
		last := r.lastFact()
		st.code = last.Indicator // 地方煤矿完成18万吨，增长13%; 集装箱15万标箱，增长5%
	}
	if s.measure == "level" && (own || r.current != nil && (st.code != r.current.code || st.text != r.current.text)) {
		r.told = append(r.told, st)
		if money[st.code] {
			sum := st
			r.lineTold = &sum
		}
	}
	if own || r.current == nil || r.growsNext(s, i, st) {
		kept := st
		if s.measure == "rank" && s.field != "" && kept.qualifier == s.field {
			kept.qualifier = "" // 规模居内地城市第二。其中，出口
		}
		r.previous, r.current = r.current, &kept
	}
	if own && st.known && st.time == "flow" && (r.lineHead == nil || r.lineHeadAt != r.lineStart) {
		head := st
		r.lineHead, r.lineHeadAt = &head, r.lineStart
	}
}

// toldApart tells of a figure whose fact is of another indicator than its statement says, by its unit.
func (r *reader) toldApart(s *site, code string) bool {
	last := r.lastFact()
	if last == nil || last.Start != s.tok.start {
		return false
	}
	return code == "" && last.Indicator != "other" || code == "count_other" && last.Indicator == "other"
}

// sectorTakes tells of a sum, or of people in work, told before, which may be told of a sector next in the same unit: 其中第二产业5万人.
func (r *reader) sectorTakes(measuredIn string) bool {
	code := r.current.code
	if code == "" || code == "value_added" || !fits(code, measuredIn) {
		return false
	}
	return money[code] || r.partOf >= 0 && code == "employment" && measuredIn == "person"
}

// growsNext tells of a level named only behind its figure, of another kind than was told before, of which the next clause is the growth alone:
// 实现税金7亿元；安排3万人就业，增长20%.
func (r *reader) growsNext(s *site, i int, st statement) bool {
	if s.measure != "level" || s.inherited && st.code == r.current.code || st.code == "" || st.code == "other" {
		return false
	}
	last := r.lastFact()
	if last == nil || last.Start != s.tok.start || last.Indicator != st.code {
		return false
	}
	paused := false
	for _, t := range r.toks[i+1:] {
		switch {
		case t.kind == comma && !paused:
			paused = true
		case t.kind == figure:
			return paused && t.q.Kind == "percent"
		case paused && !t.is(up|down|reach) && t.text != "同比" && t.text != "比上年" && t.kind != time:
			return false
		case t.kind.pauses():
			return false
		}
	}
	return false
}
