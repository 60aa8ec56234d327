package segment

// trie finds the words that begin at a place of a clause, one step a unit (a character, or a run of letters or digits).
//
// The first step is an array by character, every other one slot of an open hash keyed by node and unit. Before the hash
// is asked, a filter that stays in the processor's cache says whether it can hold the step at all: at most places of a
// text no word of two characters begins, and there the search ends without a miss. A node is named by the slot it lies in, so
// that one miss brings all that is asked of it: where it comes from, and the word that ends there with its price. It holds no
// pointers, so the garbage collector never walks it. gse's own double array takes three dependent steps a character, each a miss.
type trie struct {
	first  [1 << 16]int32 // node by the first unit, where it is a character of the basic plane
	filter [1 << filterBits / 64]uint64
	nodes  []node
	bits   int // of the index of a slot
	used   int // slots
}

// node lies behind a step from another one.
type node struct {
	from, unit int32 // from is 0 where the slot is free
	word       int32 // number of the word that ends here + 1, 0 for none
	price      float32
}

// noNode is where no word goes on, root where all begin. Neither lies in a slot: the slots come behind them.
const (
	noNode int32 = iota
	root
	firstSlot
)

const filterBits = 21

func newTrie(words int) *trie {
	t := &trie{bits: 10}
	for 1<<t.bits < 2*words {
		t.bits++
	}
	t.nodes = make([]node, firstSlot+1<<t.bits)
	return t
}

func hash(from, unit int32) uint64 {
	return (uint64(uint32(from))<<32 | uint64(uint32(unit))) * 0x9E3779B97F4A7C15
}

// next is the node behind unit, noNode where no word goes on so.
func (t *trie) next(from, unit int32) int32 {
	if from == root && uint32(unit) < uint32(len(t.first)) {
		return t.first[unit]
	}
	h := hash(from, unit)
	if f := h >> (64 - filterBits); t.filter[f/64]&(1<<(f%64)) == 0 {
		return noNode
	}
	for i := h >> (64 - t.bits); ; i = (i + 1) & (1<<t.bits - 1) {
		switch n := &t.nodes[firstSlot+int32(i)]; {
		case n.from == from && n.unit == unit:
			return firstSlot + int32(i)
		case n.from == noNode:
			return noNode
		}
	}
}

// add enters a word, unless it is there. It tells whether it was new.
func (t *trie) add(units []int32, word int) bool {
	if 4*(t.used+len(units)) > 3<<t.bits {
		t.grow()
	}
	at := root
	for _, unit := range units {
		to := t.next(at, unit)
		if to == noNode {
			to = t.put(node{from: at, unit: unit})
		}
		at = to
	}
	if at == root || t.nodes[at].word != 0 {
		return false
	}
	t.nodes[at].word = int32(word) + 1
	return true
}

// put lays a node into the first free slot from its own.
func (t *trie) put(n node) int32 {
	h := hash(n.from, n.unit)
	i := h >> (64 - t.bits)
	for t.nodes[firstSlot+int32(i)].from != noNode {
		i = (i + 1) & (1<<t.bits - 1)
	}
	at := firstSlot + int32(i)
	t.nodes[at] = n
	t.used++
	if n.from == root && uint32(n.unit) < uint32(len(t.first)) {
		t.first[n.unit] = at
		return at
	}
	f := h >> (64 - filterBits)
	t.filter[f/64] |= 1 << (f % 64)
	return at
}

// grow lays all nodes anew, each behind the one it comes from, whose name it bears.
func (t *trie) grow() {
	old, moved := t.nodes, make([]int32, len(t.nodes))
	t.bits++
	t.nodes, t.used = make([]node, firstSlot+1<<t.bits), 0
	clear(t.filter[:])
	var move func(at int32) int32
	move = func(at int32) int32 {
		if at < firstSlot {
			return at
		}
		if moved[at] == noNode {
			n := old[at]
			n.from = move(n.from)
			moved[at] = t.put(n)
		}
		return moved[at]
	}
	for at := range old {
		if old[at].from != noNode {
			move(int32(at))
		}
	}
}
