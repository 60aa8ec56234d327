package figure

import "yiyuan"

// A bracket behind a figure tells of a part of it: 出口50亿元（其中民营企业30亿元），增长8%. What comes behind the bracket goes on with the figure before it.

// outside is what was told before a bracket.
type outside struct {
	current, previous, lastCount *statement
	whole, partOf, fact          int
	clause, sentence, line       string // the places in force
	scene, at                    string
	time                         scope // whose time was in force
	opened                       int   // the token of the bracket
}

// opensBracket keeps what was told where a bracket opens right behind a figure, and lets the words that tell of parts in it be those of a 其中.
func (r *reader) opensBracket(i int) {
	if r.before != nil || !r.behindFigure(i) {
		return
	}
	r.before = &outside{r.current, r.previous, r.lastCount, r.whole, r.partOf, r.currentFact, r.clause.region, r.sentence.region, r.line.region, r.scene, r.at, r.sentence, i}
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
		if r.lastMeasured > was.opened {
			r.sentence.keep(was.time) // 增长8%（9月份增长5%），占七成
		}
		r.before = nil
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
