package mend

import (
	"math"
	"slices"
)

// Edges of the lattice, and what a state last read.
const (
	double = iota // a two-byte character
	single        // an ASCII byte, or the context before the stretch
	half          // one byte whose other half is lost
	kinds
)

const (
	never = math.MaxInt32 / 4

	lossCost = 9 * nat          // that a byte is lost here
	halfCost = lossCost + 5*nat // and of the character it belonged to, while that is open
	junkCost = lossCost + 20*nat
	band     = 14 * nat // a loss that costs this much more than the best is not looked at closely

	clearMargin = 3 * nat  // a lost character is filled in where the next best reading is this much worse
	quietGain   = 14 * nat // what a mending must gain where every byte decodes
	hopeless    = 10 * nat // mean cost of a character that is no Chinese at all

	widest = 24 // candidates for one lost character that are followed further
	forks  = 3  // readings before a loss that are followed into it
)

// token is one character of the reading: its place, and what it is. A half that could not be filled is □.
type token struct {
	at     int
	kind   uint8
	id     uint16
	char   rune
	beside bool // next to a figure
}

// lattice holds the working arrays of one stretch, kept from one to the next.
type lattice struct {
	m          *bigrams
	seg        []byte
	prev, next uint16

	two       []uint16 // id of the character that bytes i and i+1 make
	twoSingle []uint8  // its cost by itself, 0 where they make none
	ahead     [][kinds]int32
	behind    [][kinds]int32
	open      []bool // a loss at this byte is looked at closely
	nodes     []node
	first     []int32 // of the nodes at each boundary
	tokens    []token
}

type node struct {
	cost int32
	back int32
	id   uint16
	kind uint8
}

// read finds the cheapest reading of a stretch between the characters prev and next.
func (l *lattice) read(m *bigrams, seg []byte, prev, next uint16) []token {
	l.m, l.seg, l.prev, l.next = m, seg, prev, next
	l.pair()
	asIs, broken := l.straight()
	best := l.sweep()
	l.tokens = l.tokens[:0]
	if !broken && best+quietGain > asIs {
		return l.decline()
	}
	losses := l.openBand(best)
	if losses == 0 || losses > 1+len(seg)/24 && best/int32(len(seg)/2+1) > hopeless {
		return l.decline()
	}
	end, _ := l.search(-1, 0)
	if end < 0 {
		return l.decline()
	}
	l.trace(end)
	l.fill()
	return l.tokens
}

func (l *lattice) pair() {
	n := len(l.seg)
	l.two, l.twoSingle = resize(l.two, n), resize(l.twoSingle, n)
	table := theGB()
	for i := range n {
		l.two[i], l.twoSingle[i] = unknown, 0
		if i+1 == n {
			break
		}
		if k := gbIndex(l.seg[i], l.seg[i+1]); k >= 0 && table[k] != 0 {
			id := l.m.codes[k]
			l.two[i], l.twoSingle[i] = id, l.m.strange[k]
			if id != unknown {
				l.twoSingle[i] = max(1, l.m.single[id])
			}
		}
	}
}

func resize[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n, n+n/2)
	}
	return s[:n]
}

func (l *lattice) ascii(i int) (id uint16, cost uint8) { return l.m.of(rune(l.seg[i])) }

// straight is the cost of the stretch as a decoder reads it.
func (l *lattice) straight() (cost int32, broken bool) {
	prev := l.prev
	for i := 0; i < len(l.seg); {
		switch {
		case l.seg[i] < 0x80:
			id, s := l.ascii(i)
			cost += l.m.cost(prev, id, s)
			prev = id
			i++
		case l.twoSingle[i] != 0:
			cost += l.m.cost(prev, l.two[i], l.twoSingle[i])
			prev = l.two[i]
			i += 2
		default:
			cost += junkCost
			prev = unknown
			broken = broken || l.seg[i] != 0x80
			i++
		}
	}
	return cost + l.m.cost(prev, l.next, l.m.single[l.next]), broken
}

func (l *lattice) idAt(i, kind int) uint16 {
	switch {
	case kind == half:
		return unknown
	case kind == double:
		return l.two[i-2]
	case i == 0:
		return l.prev
	}
	id, _ := l.ascii(i - 1)
	return id
}

func halfAt(c byte) int32 {
	if c == 0x80 || c == 0xFF {
		return junkCost
	}
	return halfCost
}

// sweep runs over the stretch in both directions with the lost characters left open: for every boundary and kind the
// cost of the best reading up to it and of the best from it on.
func (l *lattice) sweep() int32 {
	n := len(l.seg)
	l.ahead, l.behind = resize(l.ahead, n+1), resize(l.behind, n+1)
	for i := range l.ahead {
		l.ahead[i] = [kinds]int32{never, never, never}
		l.behind[i] = [kinds]int32{never, never, never}
	}
	l.ahead[0][single] = 0
	for i := range n {
		l.edges(i, func(kind, to, toKind int, cost int32) {
			l.ahead[to][toKind] = min(l.ahead[to][toKind], l.ahead[i][kind]+cost)
		})
	}
	best := int32(never)
	for k := range kinds {
		l.behind[n][k] = l.m.cost(l.idAtEnd(n, k), l.next, l.m.single[l.next])
		best = min(best, l.ahead[n][k]+l.behind[n][k])
	}
	for i := n - 1; i >= 0; i-- {
		l.edges(i, func(kind, to, toKind int, cost int32) {
			l.behind[i][kind] = min(l.behind[i][kind], cost+l.behind[to][toKind])
		})
	}
	return best
}

func (l *lattice) idAtEnd(n, kind int) uint16 {
	if kind == double && n < 2 {
		return unknown
	}
	return l.idAt(n, kind)
}

// edges visits every edge out of a boundary that can be reached.
func (l *lattice) edges(i int, visit func(kind, to, toKind int, cost int32)) {
	c := l.seg[i]
	for kind := range kinds {
		if l.ahead[i][kind] >= never {
			continue
		}
		if c < 0x80 {
			id, s := l.ascii(i)
			visit(kind, i+1, single, l.m.cost(l.idAt(i, kind), id, s))
			continue
		}
		if l.twoSingle[i] != 0 {
			visit(kind, i+2, double, l.m.cost(l.idAt(i, kind), l.two[i], l.twoSingle[i]))
		}
		visit(kind, i+1, half, halfAt(c))
	}
}

// openBand marks the bytes where a loss comes near the best reading, and counts the losses of that.
func (l *lattice) openBand(best int32) (losses int) {
	n := len(l.seg)
	l.open = resize(l.open, n)
	for i := range n {
		through := l.ahead[i+1][half] + l.behind[i+1][half]
		l.open[i] = through <= best+band
	}
	for i, kind := n, l.bestEnd(best); i > 0; {
		if kind == half {
			losses++
		}
		i, kind = l.before(i, kind)
	}
	return losses
}

func (l *lattice) bestEnd(best int32) int {
	n := len(l.seg)
	for k := range kinds {
		if l.ahead[n][k]+l.behind[n][k] == best {
			return k
		}
	}
	return single
}

// before steps back along the best reading with losses left open.
func (l *lattice) before(i, kind int) (int, int) {
	from := i - 1
	if kind == double {
		from = i - 2
	}
	for k := range kinds {
		if l.ahead[from][k] >= never {
			continue
		}
		cost := int32(0)
		switch kind {
		case half:
			cost = halfAt(l.seg[from])
		case double:
			cost = l.m.cost(l.idAt(from, k), l.two[from], l.twoSingle[from])
		default:
			id, s := l.ascii(from)
			cost = l.m.cost(l.idAt(from, k), id, s)
		}
		if l.ahead[from][k]+cost == l.ahead[i][kind] {
			return from, k
		}
	}
	return from, single
}

// search finds the best reading with every candidate for the lost characters, and returns its last node and cost. The
// candidate notID for a loss at the byte notAt is left out.
func (l *lattice) search(notAt int, notID uint16) (int32, int32) {
	n := len(l.seg)
	l.nodes, l.first = l.nodes[:0], resize(l.first, n+2)
	l.first[0] = 0
	l.nodes = append(l.nodes, node{back: -1, id: l.prev, kind: single})
	for i := 1; i <= n; i++ {
		l.first[i] = int32(len(l.nodes))
		if i >= 2 && l.seg[i-2] >= 0x80 && l.twoSingle[i-2] != 0 {
			l.reach(i-2, l.two[i-2], l.twoSingle[i-2], double)
		}
		if l.seg[i-1] < 0x80 {
			id, s := l.ascii(i - 1)
			l.reach(i-1, id, s, single)
		} else if l.open[i-1] {
			l.guess(i-1, notAt == i-1, notID)
		}
	}
	l.first[n+1] = int32(len(l.nodes))
	end, best := int32(-1), int32(never)
	for j := l.first[n]; j < l.first[n+1]; j++ {
		if c := l.nodes[j].cost + l.m.cost(l.nodes[j].id, l.next, l.m.single[l.next]); c < best {
			end, best = j, c
		}
	}
	return end, best
}

// at gives the nodes of a boundary; those of the last are followed by none.
func (l *lattice) at(i int) (from, to int32) { return l.first[i], l.first[i+1] }

func (l *lattice) reach(from int, id uint16, s uint8, kind uint8) {
	lo, hi := l.at(from)
	best, back := int32(never), int32(-1)
	for j := lo; j < hi; j++ {
		if c := l.nodes[j].cost + l.m.cost(l.nodes[j].id, id, s); c < best {
			best, back = c, j
		}
	}
	if back >= 0 {
		l.nodes = append(l.nodes, node{best, back, id, kind})
	}
}

// guess adds the characters that the byte may be half of.
func (l *lattice) guess(from int, barred bool, notID uint16) {
	lo, hi := l.at(from)
	if lo == hi {
		return
	}
	var heads [forks]int32
	count := 0
	for j := lo; j < hi; j++ {
		k := count
		for k > 0 && l.nodes[heads[k-1]].cost > l.nodes[j].cost {
			k--
		}
		if k == forks {
			continue
		}
		count = min(count+1, forks)
		copy(heads[k+1:count], heads[k:count-1])
		heads[k] = j
	}
	begin := len(l.nodes)
	c := l.seg[from]
	for _, ids := range [2][]uint16{l.m.byLead[c], l.m.byTrail[c]} {
		for _, id := range ids {
			if barred && id == notID {
				continue
			}
			best, back := int32(never), int32(-1)
			for _, j := range heads[:count] {
				if cost := l.nodes[j].cost + l.m.cost(l.nodes[j].id, id, l.m.single[id]); cost < best {
					best, back = cost, j
				}
			}
			l.nodes = append(l.nodes, node{best + lossCost, back, id, half})
		}
	}
	l.nodes = l.nodes[:begin+keepCheapest(l.nodes[begin:], widest)]
	if !barred || notID != unknown {
		l.nodes = append(l.nodes, node{l.nodes[heads[0]].cost + halfAt(c) + 7*nat, heads[0], unknown, half})
	}
}

// keepCheapest moves the n cheapest nodes, and those that cost the same as the last of them, to the front, in the order they have.
// Costs are small and close together, so counting them is faster than sorting.
func keepCheapest(nodes []node, n int) int {
	if len(nodes) <= n {
		return len(nodes)
	}
	least := nodes[0].cost
	for _, nd := range nodes {
		least = min(least, nd.cost)
	}
	var counts [64 * 2]int
	for _, nd := range nodes {
		counts[min(nd.cost-least, int32(len(counts)-1))]++
	}
	limit := int32(0)
	for sum := counts[0]; sum < n && int(limit) < len(counts)-1; sum += counts[limit] {
		limit++
	}
	kept := 0
	for _, nd := range nodes {
		if nd.cost-least <= limit {
			nodes[kept] = nd
			kept++
		}
	}
	return kept
}

func (l *lattice) trace(end int32) {
	i := len(l.seg)
	for j := end; j > 0; j = l.nodes[j].back {
		nd := l.nodes[j]
		t := token{kind: nd.kind, id: nd.id}
		switch nd.kind {
		case double:
			i -= 2
			t.char = rune(theGB()[gbIndex(l.seg[i], l.seg[i+1])])
		case single:
			i--
			t.char = rune(l.seg[i])
		case half:
			i--
			t.char = lost
			if nd.id != unknown {
				t.char = l.m.runes[nd.id]
			}
		}
		t.at = i
		l.tokens = append(l.tokens, t)
	}
	slices.Reverse(l.tokens)
}

// mostFilled bounds the work on a stretch with many losses.
const mostFilled = 8

// fill leaves a guess only where every other reading of its place is clearly worse.
func (l *lattice) fill() {
	best := int32(never)
	guesses := 0
	for k := range l.tokens {
		t := &l.tokens[k]
		if t.kind != half || t.char == lost {
			continue
		}
		guesses++
		if best == never {
			_, best = l.search(-1, 0)
		}
		_, other := l.search(t.at, t.id)
		if guesses > mostFilled || other-best < clearMargin {
			t.char = lost
		}
		r := l.following(k)
		t.beside = isNumeral(r) || isPoint(r)
	}
}

func (l *lattice) following(k int) rune {
	if k+1 < len(l.tokens) {
		return l.tokens[k+1].char
	}
	return l.m.runes[l.next]
}

// decline reads the stretch as it stands, □ for each byte that does not decode.
func (l *lattice) decline() []token {
	for i := 0; i < len(l.seg); {
		t := token{at: i, kind: half, char: lost}
		switch {
		case l.seg[i] < 0x80:
			t.kind, t.char = single, rune(l.seg[i])
		case l.twoSingle[i] != 0:
			t.kind, t.char = double, rune(theGB()[gbIndex(l.seg[i], l.seg[i+1])])
			i++
		case l.seg[i] == 0x80:
			t.kind, t.char = single, '€'
		}
		i++
		l.tokens = append(l.tokens, t)
	}
	return l.tokens
}
