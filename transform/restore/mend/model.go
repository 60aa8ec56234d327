package mend

import (
	"bytes"
	"compress/flate"
	_ "embed"
	"encoding/binary"
	"fmt"
	"io"
	"sync"

	"yiyuan/transform/restore/mend/alphabet"
)

//go:generate go run ./gen -reports ../../../../shared/reports -out bigram.bin

//go:embed bigram.bin
var bigramFile []byte

// A cost is -ln of a probability, in quarters: small integers add up faster than floats and on every machine the same.
const nat = 4

// unknown is the id of every character the table has not seen.
const unknown = 0

// bigrams is the embedded table: an open-addressed hash of the pairs seen, single characters for all others. Four
// megabytes, filled in some milliseconds by the first text that needs mending and by no other.
type bigrams struct {
	id      []uint16 // by rune, the basic plane
	runes   []rune   // by id
	single  []uint8  // by id
	backoff []uint8  // by id
	slots   []uint32 // pair<<6 | cost, 0 where empty
	codes   []uint16 // id by two-byte GB code
	strange []uint8  // single cost by two-byte GB code where the id is unknown

	byLead, byTrail [256][]uint16 // ids whose GB code has that byte
}

const slotBits = 20

var theBigrams = sync.OnceValue(func() *bigrams {
	m, err := readBigrams(bigramFile)
	if err != nil {
		panic("mend: the embedded bigram table is broken: " + err.Error())
	}
	return m
})

func readBigrams(file []byte) (*bigrams, error) {
	_, packed, ok := bytes.Cut(file, []byte("\n"))
	if !ok {
		return nil, fmt.Errorf("no header line")
	}
	raw, err := io.ReadAll(flate.NewReader(bytes.NewReader(packed)))
	if err != nil {
		return nil, err
	}
	next := func() int {
		n, w := binary.Uvarint(raw)
		raw = raw[max(w, 0):]
		return int(n)
	}
	take := func(n int) []byte {
		b := raw[:n]
		raw = raw[n:]
		return b
	}

	n := next()
	m := &bigrams{id: make([]uint16, 1<<16), runes: make([]rune, n+1), slots: make([]uint32, 1<<slotBits)}
	r := 0
	for i := 1; i <= n; i++ {
		r += next()
		m.id[r] = uint16(i)
		m.runes[i] = rune(r)
	}
	m.single = append([]byte{strangest}, take(n)...)
	m.backoff = append([]byte{0}, take(n)...)
	var pairs []uint32
	for a := 1; a <= n; a++ {
		b := 0
		for range next() {
			b += next()
			pairs = append(pairs, uint32(a)<<13|uint32(b))
		}
	}
	if len(raw) != len(pairs) || len(pairs) > 1<<slotBits/2 {
		return nil, fmt.Errorf("%d costs for %d pairs", len(raw), len(pairs))
	}
	for i, p := range pairs {
		h := slotOf(p)
		for m.slots[h] != 0 {
			h = (h + 1) & (1<<slotBits - 1)
		}
		m.slots[h] = p<<6 | uint32(raw[i])
	}
	m.indexCodes()
	return m, nil
}

func slotOf(pair uint32) uint32 { return pair * 2654435769 >> (32 - slotBits) }

// indexCodes finds the characters by the bytes they have in GB18030.
func (m *bigrams) indexCodes() {
	t := theGB()
	m.codes, m.strange = make([]uint16, len(t)), make([]uint8, len(t))
	for c, r := range t {
		if r == 0 {
			continue
		}
		lead, trail := byte(c/gbTrails)+gbFirstLead, byte(c%gbTrails)+gbFirstTrail
		id := m.id[alphabet.Fold(rune(r))]
		m.codes[c] = id
		m.strange[c] = strangeness(lead, trail)
		if id != unknown && m.runes[id] == rune(r) {
			m.byLead[lead] = append(m.byLead[lead], id)
			m.byTrail[trail] = append(m.byTrail[trail], id)
		}
	}
}

const strangest = 22 * nat

// strangeness is what a character outside the table costs, by the region of its code: the hanzi of GB 2312 are read
// and written, those GBK adds mostly in traditional text, signs of the private rows nowhere.
func strangeness(lead, trail byte) uint8 {
	gb2312 := trail >= 0xA1
	switch {
	case gb2312 && lead >= 0xB0 && lead <= 0xD7:
		return 14 * nat
	case gb2312 && lead >= 0xD8 && lead <= 0xF7:
		return 15 * nat
	case lead >= 0x81 && lead <= 0xA0 || lead >= 0xAA && lead <= 0xFE && !gb2312:
		return 17 * nat
	case gb2312 && lead >= 0xA1 && lead <= 0xA3:
		return 15 * nat
	case gb2312 && lead >= 0xAA:
		return strangest
	}
	return 18 * nat
}

// cost is that of the character b after a; single is the cost of b alone.
func (m *bigrams) cost(a, b uint16, single uint8) int32 {
	if a == unknown || b == unknown {
		return int32(m.backoff[a]) + int32(single)
	}
	pair := uint32(a)<<13 | uint32(b)
	for h := slotOf(pair); ; h = (h + 1) & (1<<slotBits - 1) {
		s := m.slots[h]
		if s == 0 {
			return int32(m.backoff[a]) + int32(single)
		}
		if s>>6 == pair {
			return int32(s & 63)
		}
	}
}

// of gives id and single cost of a character.
func (m *bigrams) of(r rune) (uint16, uint8) {
	r = alphabet.Fold(r)
	if r > 0xFFFF {
		return unknown, strangest
	}
	if id := m.id[r]; id != unknown {
		return id, m.single[id]
	}
	if c, ok := gbCode(r); ok {
		return unknown, m.strange[c]
	}
	return unknown, strangest
}

// perChar is the mean cost of the characters of a text.
func (m *bigrams) perChar(s string) int {
	prev, sum, n := m.id[' '], int32(0), 0
	for _, r := range s {
		id, single := m.of(r)
		sum += m.cost(prev, id, single)
		prev = id
		n++
	}
	return int(sum) / max(n, 1)
}
