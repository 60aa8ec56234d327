package figure

import (
	"slices"

	"yiyuan"
	"yiyuan/transform/period"
)

// A bracket behind a figure tells of a part of it: 出口50亿元（其中民营企业30亿元），增长8%. What comes behind the bracket goes on with the figure before it.

// outside is what was told before a bracket.
type outside struct {
	current, previous, lastCount *statement
	whole, partOf, fact          int
	clause, sentence, line       string // the places in force
	scene, at                    string
	time                         scope
	status                       string
	open                         int  // the token that opens the bracket
	past                         bool // it opens on a time that is over: 力争5亿美元（去年4亿美元）
}

// opensBracket keeps what was told where a bracket opens right behind a figure, and lets the words that tell of parts in it be those of a 其中.
func (r *reader) opensBracket(i int) {
	if r.before != nil || !r.behindFigure(i) {
		return
	}
	r.before = &outside{
		r.current, r.previous, r.lastCount, r.whole, r.partOf, r.currentFact, r.clause.region, r.sentence.region, r.line.region, r.scene, r.at,
		r.sentence, r.clause.status, i, false,
	}
	if i+1 < len(r.toks) && holding()[r.toks[i+1].text] {
		r.toks[i+1].class |= among
	}
}

// behindFigure tells of the token right behind a figure that states something, or behind its 以上.
func (r *reader) behindFigure(i int) bool {
	if i > 0 && boundWords()[r.toks[i-1].text] {
		i--
	}
	return i > 0 && r.lastMeasured == i-1
}

// shutsBracket goes back to what was told before the bracket.
func (r *reader) shutsBracket() {
	if was := r.before; was != nil {
		r.current, r.previous, r.lastCount = was.current, was.previous, was.lastCount
		r.whole, r.partOf, r.currentFact = was.whole, was.partOf, was.fact
		r.clause.region, r.sentence.region, r.line.region = was.clause, was.sentence, was.line
		r.scene, r.at = was.scene, was.at
		past := was.past && r.lastMeasured > was.open
		if was.time.has || r.lastMeasured > was.open {
			r.sentence.keep(was.time) // 增长8%（9月份增长5%），占七成
		}
		if past {
			r.clause.status = was.status
		}
		r.before = nil
	}
}

// meetPast lets a bracket that opens on a time gone by tell what was then, whatever is aimed at before it.
func (r *reader) meetPast(i int, p period.Period) {
	if was := r.before; was != nil && i == was.open+1 && !p.End.IsZero() && p.End.Before(r.Reference) {
		was.past = true
	}
}

// factOutside is the fact right before the bracket that is open, nil where none is.
func (r *reader) factOutside() *yiyuan.Fact {
	if r.before == nil || r.before.fact < 0 || r.before.fact >= len(r.out.Facts) {
		return nil
	}
	return &r.out.Facts[r.before.fact]
}

// holding are the words that open a bracket on the parts of a figure.
var holding = phraseSet("parts in brackets")

// paceBehindBracket is what grew by a rate that stands in the bracket behind one of several, where the words for how fast they grew come behind them all:
// 批发业（12.4%）、零售业（9.6%）用电量增速居前.
func (r *reader) paceBehindBracket(s *site) (statement, bool) {
	if s.rule != "rate" || s.tok.q.Kind != "percent" || len(s.left) > 0 {
		return statement{}, false
	}
	i := slices.IndexFunc(r.toks, func(t token) bool { return t.start == s.tok.start })
	if i < 2 || r.toks[i-1].kind != open || i+1 >= len(r.toks) || r.toks[i+1].kind != shut {
		return statement{}, false
	}
	from, to := i+2, i+2
	for to < len(r.toks) && r.toks[to].kind != comma && r.toks[to].kind != semi && r.toks[to].kind != stop {
		if to++; r.toks[to-1].kind == shut {
			from = to
		}
	}
	named := r.toks[from:to]
	pace := slices.IndexFunc(named, func(t token) bool { return endsWithAny(t.text, paces()) })
	if pace < 0 {
		return statement{}, false
	}
	st, ok := r.nameOf(named[:pace+1], s.tok.q)
	if !ok {
		return st, false
	}
	s.measure, s.base = "growth", "yoy"
	if endsWithAny(named[pace].text, fallingPaces()) && !startsWithAny(s.tok.text, minusSigns) {
		s.sign = -1
	}
	st.industry = r.nameBeforeBracket(i)
	return st, true
}

// fallingPaces are names of how fast something falls.
var fallingPaces = phrases("falling paces")
