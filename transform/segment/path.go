package segment

import (
	"slices"
	"sync"
)

// place is the cheapest way to the end of one unit of a clause.
type place struct {
	price float32
	from  int32 // first unit of the last word of that way
	word  int32 // its number + 1, 0 for what no dictionary holds
}

// path is the room a clause is cut in, kept from clause to clause.
type path struct {
	starts []int // bytes where units begin, and where the last ends
	units  []int32
	best   []place
}

var paths = sync.Pool{New: func() any { return new(path) }}

// appendCut appends the words of the clause, along the path that costs least.
func (l *lexicon) appendCut(out []Word, clause string) []Word {
	p := paths.Get().(*path)
	defer paths.Put(p)
	p.split(l, clause)
	p.search(l)
	n := 0
	for end := len(p.units); end > 0; end = int(p.best[end-1].from) {
		n++
	}
	out = slices.Grow(out, n)[:len(out)+n]
	for end, i := len(p.units), len(out)-1; end > 0; i-- {
		b := &p.best[end-1]
		w := Word{Start: p.starts[b.from], End: p.starts[end], POS: unknownPOS}
		if b.word > 0 {
			w.Number, w.POS = b.word, l.pos[l.posOf[b.word-1]]
		}
		w.Text = clause[w.Start:w.End]
		out[i] = w
		end = int(b.from)
	}
	return out
}

func (p *path) split(l *lexicon, clause string) {
	p.starts, p.units = p.starts[:0], p.units[:0]
	for i := 0; i < len(clause); {
		end, run := unitAt(clause, i)
		p.starts = append(p.starts, i)
		p.units = append(p.units, l.unit(clause[i:end], run))
		i = end
	}
	p.starts = append(p.starts, len(clause))
}

// search goes forward once. Prices are summed in single precision from the left, and the first of two equal ways stays,
// as in gse: anything else would cut a clause in a thousand differently.
func (p *path) search(l *lexicon) {
	p.best = slices.Grow(p.best[:0], len(p.units))[:len(p.units)]
	clear(p.best)
	base := float32(0)
	for from := range p.units {
		alone := false
		behind := root
		for at := from; at < len(p.units); at++ {
			if behind = l.trie.next(behind, p.units[at]); behind == noNode {
				break
			}
			if n := &l.trie.nodes[behind]; n.word != 0 {
				alone = alone || at == from
				p.best[at].offer(place{base + n.price, int32(from), n.word})
			}
		}
		if !alone {
			p.best[from].offer(place{base + unknownPrice, int32(from), 0})
		}
		base = p.best[from].price
	}
}

func (b *place) offer(other place) {
	if b.price == 0 || b.price > other.price {
		*b = other
	}
}
