// Package story tells which documents are copies of one story.
//
// A text is cut into shingles, every run of five letters or digits with what stands between them left out, so that the
// line breaks, blanks, glosses and punctuation in which mirrors differ do not matter. Of the hashes of its shingles the
// 512 smallest are its sketch: the same for every text that holds the same words, in whatever order they are read, and
// small enough to keep those of all documents in hand. What two sketches have in common below the point to which both
// are complete estimates how much of the shorter text stands in the longer one. That share, not the share of their union,
// decides, for a mirror cuts a story short or wraps it in its own words.
//
// A hash of the whole text would part copies that differ in one letter. A simhash of 64 bits, the usual way, was not taken
// because the reports of one government in two years, which share half of their words, lie as near to each other in it as
// a story and its damaged mirror.
package story

import (
	"cmp"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"slices"
	"sync"
	"unicode"
)

const (
	shingle = 5   // letters
	size    = 512 // hashes of a sketch
	least   = 12  // hashes that two sketches must be complete to, to say anything
	common  = 200 // documents that a hash may be in before it is a phrase of the trade
)

// share is how much of the shorter text must stand in the longer, ratio how much shorter it may be.
const (
	share = 0.55
	ratio = 0.3
)

// Sketch stands for a text.
type Sketch struct {
	hashes []uint64 // sorted, distinct
	length int      // shingles of the text
}

// Method numbers the way Of makes sketches: a change of it makes kept ones worthless and takes another number.
const Method = 1

// Bytes are a sketch as it is kept; FromBytes reads it again.
func (s Sketch) Bytes() []byte {
	b := binary.LittleEndian.AppendUint64(make([]byte, 0, 8+8*len(s.hashes)), uint64(s.length))
	for _, h := range s.hashes {
		b = binary.LittleEndian.AppendUint64(b, h)
	}
	return b
}

// FromBytes reads a sketch that Bytes wrote.
func FromBytes(b []byte) (Sketch, error) {
	if len(b)%8 != 0 || len(b) < 8 || len(b) > 8+8*size {
		return Sketch{}, fmt.Errorf("%d bytes are no sketch", len(b))
	}
	s := Sketch{length: int(binary.LittleEndian.Uint64(b)), hashes: make([]uint64, 0, len(b)/8-1)}
	for b = b[8:]; len(b) > 0; b = b[8:] {
		s.hashes = append(s.hashes, binary.LittleEndian.Uint64(b))
	}
	return s, nil
}

// Text is a document's sketch under its name.
type Text struct {
	ID     string
	Sketch Sketch
}

// Of makes the sketch of a text.
func Of(text string) Sketch {
	bound := guess(len(text))
	s := under(text, bound)
	if len(s.hashes) < size && bound < unbounded {
		s = under(text, unbounded)
	}
	return s
}

// unbounded is what every hash lies under.
const unbounded = ^uint64(0)

// guess is a bound under which twice as many hashes of a text lie as a sketch needs, where most of its letters are Han
// and few of its shingles recur.
func guess(bytes int) uint64 {
	shingles := uint64(bytes / 3)
	if shingles <= 2*size {
		return unbounded
	}
	return unbounded / shingles * 2 * size
}

// under sketches the hashes of a text that lie under a bound.
func under(text string, bound uint64) Sketch {
	var s Sketch
	var window [8]uint64 // the last letters, in a ring
	var sum uint64       // of the window, rolling
	kept := make([]uint64, 0, 4*size)
	for _, r := range text {
		if !counts(r) {
			continue
		}
		sum = sum*base + uint64(r) - window[(s.length-shingle)&7]*basePower
		window[s.length&7] = uint64(r)
		if s.length++; s.length < shingle {
			continue
		}
		if h := mix(sum); h < bound {
			if kept = append(kept, h); len(kept) == cap(kept) {
				kept = smallest(kept)
				bound = kept[len(kept)-1]
			}
		}
	}
	s.hashes = slices.Clone(smallest(kept))
	return s
}

// counts tells letters and digits from what mirrors change.
func counts(r rune) bool {
	switch {
	case r >= 0x4e00 && r <= 0x9fff:
		return true
	case r < 0x80:
		return r >= '0' && r <= '9' || r|0x20 >= 'a' && r|0x20 <= 'z'
	}
	return unicode.IsLetter(r)
}

const (
	base      = 0x9e3779b97f4a7c15
	basePower = base * base % (1 << 64) * base % (1 << 64) * base % (1 << 64) * base % (1 << 64) // base to the length of a shingle
)

// mix spreads a sum over all bits.
func mix(h uint64) uint64 {
	h ^= h >> 33
	h *= 0xff51afd7ed558ccd
	h ^= h >> 33
	h *= 0xc4ceb9fe1a85ec53
	return h ^ h>>33
}

// smallest sorts the hashes and keeps the smallest distinct ones.
func smallest(hashes []uint64) []uint64 {
	slices.Sort(hashes)
	hashes = slices.Compact(hashes)
	return hashes[:min(size, len(hashes))]
}

// complete is the point up to which the sketch holds every hash of its text.
func (s Sketch) complete() uint64 {
	if len(s.hashes) < size {
		return unbounded
	}
	return s.hashes[size-1]
}

// Copies tells whether two texts are copies of one story.
func Copies(a, b Sketch) bool {
	if float64(min(a.length, b.length)) < ratio*float64(max(a.length, b.length)) {
		return false
	}
	bound := min(a.complete(), b.complete())
	inA, inB, both := 0, 0, 0
	for i, j := 0, 0; ; {
		moreA, moreB := i < len(a.hashes) && a.hashes[i] <= bound, j < len(b.hashes) && b.hashes[j] <= bound
		switch {
		case !moreA && !moreB:
			shorter := min(inA, inB)
			return shorter >= least && float64(both) >= share*float64(shorter)
		case !moreB || moreA && a.hashes[i] < b.hashes[j]:
			inA, i = inA+1, i+1
		case !moreA || b.hashes[j] < a.hashes[i]:
			inB, j = inB+1, j+1
		default:
			inA, inB, both, i, j = inA+1, inB+1, both+1, i+1, j+1
		}
	}
}

// Name returns the name of each text's story, in the order of the texts. Copies share one; it comes from the first of
// their ids, so that it does not depend on the order in which documents were met.
func Name(texts []Text) []string {
	group := make([]int, len(texts))
	for i := range group {
		group[i] = i
	}
	root := func(i int) int {
		for group[i] != i {
			group[i] = group[group[i]]
			i = group[i]
		}
		return i
	}
	for _, p := range candidates(texts) {
		a, b := root(p.first), root(p.second)
		if a != b && p.both >= needed(texts[p.first].Sketch, texts[p.second].Sketch) && Copies(texts[p.first].Sketch, texts[p.second].Sketch) {
			group[b] = a
		}
	}
	first := make([]string, len(texts))
	for i, t := range texts {
		if r := root(i); first[r] == "" || t.ID < first[r] {
			first[r] = t.ID
		}
	}
	names := make([]string, len(texts))
	for i := range texts {
		sum := sha256.Sum256([]byte(first[root(i)]))
		names[i] = hex.EncodeToString(sum[:8])
	}
	return names
}

// needed is how many hashes two sketches must have in common at least to be copies.
func needed(a, b Sketch) int {
	bound := min(a.complete(), b.complete())
	inA, _ := slices.BinarySearch(a.hashes, bound)
	inB, _ := slices.BinarySearch(b.hashes, bound)
	return int(share * float64(min(inA, inB))) // the hash at the bound left out, and rounded down: too few is no harm
}

// pair are two texts with the number of hashes they may have in common at most.
type pair struct{ first, second, both int }

// holder is a text that holds a hash.
type holder struct {
	hash uint64
	text int
}

// shelves hold the hashes of all texts by their lowest bits: as many sorts as shelves, which all processors share.
const shelves = 64

// shelve sorts the hashes of all texts, on each shelf, and the texts that hold one.
func shelve(texts []Text) (all [shelves][]holder) {
	for i, t := range texts {
		for _, h := range t.Sketch.hashes {
			all[h%shelves] = append(all[h%shelves], holder{h, i})
		}
	}
	var sorting sync.WaitGroup
	for _, shelf := range all {
		sorting.Go(func() { slices.SortFunc(shelf, byHash) })
	}
	sorting.Wait()
	return all
}

func byHash(a, b holder) int {
	if a.hash != b.hash {
		return cmp.Compare(a.hash, b.hash)
	}
	return cmp.Compare(a.text, b.text)
}

// candidates are the pairs of texts that share several hashes, in order. Comparing their sketches hash by hash is dear,
// and reports of one kind make pairs by the ten thousand that share far less than copies do.
func candidates(texts []Text) []pair {
	later := make([][][]holder, len(texts)) // of each text, the texts after it that hold a hash with it
	phrases := make([]int, len(texts))      // hashes of each text that too many others hold to be counted by pairs
	for _, shelf := range shelve(texts) {
		for from := 0; from < len(shelf); {
			to := from + 1
			for to < len(shelf) && shelf[to].hash == shelf[from].hash {
				to++
			}
			if to-from > common {
				for _, h := range shelf[from:to] {
					phrases[h.text]++
				}
			} else {
				for i := from; i < to-1; i++ {
					later[shelf[i].text] = append(later[shelf[i].text], shelf[i+1:to])
				}
			}
			from = to
		}
	}
	var pairs []pair
	shared := make([]int, len(texts)) // hashes with the text in hand
	for i := range texts {
		for _, run := range later[i] {
			for _, h := range run {
				shared[h.text]++
			}
		}
		for _, run := range later[i] {
			for _, h := range run {
				if n := shared[h.text]; n >= least/2 {
					pairs = append(pairs, pair{i, h.text, n + min(phrases[i], phrases[h.text])})
				}
				shared[h.text] = 0
			}
		}
	}
	slices.SortFunc(pairs, func(a, b pair) int { return cmp.Or(cmp.Compare(a.first, b.first), cmp.Compare(a.second, b.second)) })
	return pairs
}
