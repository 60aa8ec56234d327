package segment

// trie finds the words that begin at a place of a clause, one step a unit (a character, or a run of letters or digits).
//
// The first step is an array by character, every other one slot of an open hash keyed by node and unit. Before the hash
// is asked, a filter that stays in the processor's cache says whether it can hold the step at all: at most places of a
// text no word of two characters begins, and there the search ends without a miss. It holds no pointers, so the garbage
// collector never walks it. gse's own double array takes three dependent steps a character, each a miss.
type trie struct {
	first  [1 << 16]int32 // node by the first unit, where it is a character of the basic plane
	filter [1 << filterBits / 64]uint64
	slots  []step
	bits   int     // of the index of a slot
	used   int     // slots
	words  []int32 // by node: word number + 1, 0 where no word ends
}

type step struct {
	node, unit, to int32 // to is 0 where the slot is free: no step leads to the root
}

const filterBits = 21

func newTrie(words int) *trie {
	t := &trie{bits: 10, words: make([]int32, 1, 2*words+1)}
	for 1<<t.bits < 3*words {
		t.bits++
	}
	t.slots = make([]step, 1<<t.bits)
	return t
}

func hash(node, unit int32) uint64 {
	return (uint64(uint32(node))<<32 | uint64(uint32(unit))) * 0x9E3779B97F4A7C15
}

// next is the node behind unit, 0 where no word goes on so.
func (t *trie) next(node, unit int32) int32 {
	if node == 0 && uint32(unit) < uint32(len(t.first)) {
		return t.first[unit]
	}
	h := hash(node, unit)
	if f := h >> (64 - filterBits); t.filter[f/64]&(1<<(f%64)) == 0 {
		return 0
	}
	for i := h >> (64 - t.bits); ; i = (i + 1) & (1<<t.bits - 1) {
		if s := &t.slots[i]; s.to == 0 || s.node == node && s.unit == unit {
			return s.to
		}
	}
}

// add enters a word, unless it is there. It tells whether it was new.
func (t *trie) add(units []int32, word int) bool {
	node := int32(0)
	for _, unit := range units {
		to := t.next(node, unit)
		if to == 0 {
			to = int32(len(t.words))
			t.words = append(t.words, 0)
			t.link(step{node, unit, to})
		}
		node = to
	}
	if node == 0 || t.words[node] != 0 {
		return false
	}
	t.words[node] = int32(word) + 1
	return true
}

func (t *trie) link(s step) {
	if s.node == 0 && uint32(s.unit) < uint32(len(t.first)) {
		t.first[s.unit] = s.to
		return
	}
	if t.used++; 4*t.used > 3*len(t.slots) {
		t.grow()
	}
	t.put(s)
}

func (t *trie) put(s step) {
	h := hash(s.node, s.unit)
	f := h >> (64 - filterBits)
	t.filter[f/64] |= 1 << (f % 64)
	i := h >> (64 - t.bits)
	for t.slots[i].to != 0 {
		i = (i + 1) & (1<<t.bits - 1)
	}
	t.slots[i] = s
}

func (t *trie) grow() {
	old := t.slots
	t.bits++
	t.slots = make([]step, 1<<t.bits)
	for _, s := range old {
		if s.to != 0 {
			t.put(s)
		}
	}
}
