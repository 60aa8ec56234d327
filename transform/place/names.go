package place

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"
)

// trust says how far a name may be believed.
type trust uint8

const (
	free  trust = iota // a place wherever it stands
	near               // a place in a text about its province
	word               // a word besides: a place only beside another
	zoned              // a development zone
	group              // 全国, 全市: a place that depends on the document
	never              // a phrase without a place in it
)

var trustNames = map[string]trust{"free": free, "near": near, "word": word, "park": zoned, "group": group}

// name is one string and the places that bear it, those that bear it today first.
type name struct {
	text  string
	codes []string
	today int // how many of codes bear it today
	trust trust
	full  bool // with its 县, 市, 区, 省
	told  bool // of a word: so rare that a text which tells it is a place means the place wherever it stands
}

// nameTable finds the names that begin at a place of the text by their first two characters: slots is an open-addressed
// hash of that pair, buckets the names that share it, longest first.
type nameTable struct {
	filter  [filterBits / 64]uint64
	slots   [1 << slotBits]slot
	buckets [][]candidate
	byText  map[string]*name
}

// candidate is a name with its third character, which tells most of them from the text without a look at the name.
type candidate struct {
	third rune // 0 where it has but two
	*name
}

// begun tells of a text that has the name's third character behind the first two.
func (c candidate) begun(third rune) bool { return c.third == 0 || c.third == third }

type slot struct {
	pair   uint32
	bucket int32 // 1-based, 0 is empty
}

const (
	slotBits   = 14
	filterBits = 1 << 18
)

func pairOf(a, b rune) uint32 { return uint32(a)<<16 | uint32(b)&0xFFFF }

func hash(pair uint32) uint32 { return pair * 0x9E3779B1 }

var names = sync.OnceValue(loadNames)

func loadNames() *nameTable {
	c := collector{byText: make(map[string]*name, 12000)}
	c.regions()
	c.formerNames()
	c.dropShadowed()
	eachRow(zonesCSV, func(f []string) {
		c.add(f[0], inForce(f[1]), zoned, true, true)
		if _, own, ok := strings.Cut(f[0], "市"); ok && strings.HasSuffix(own, "管理区") {
			c.add(own, inForce(f[1]), zoned, true, true) // a former state farm, called without its city
		}
	})
	eachRow(aliasesCSV, func(f []string) { c.alias(f[0], f[1], trustNames[f[2]]) })
	eachRow(ordinaryWordsCSV, func(f []string) { c.ordinary(f[0], f[1]) })
	eachRow(falseFriendsCSV, func(f []string) { c.byText[f[0]] = &name{text: f[0], trust: never} })
	return c.table()
}

// collector gathers names before they are put into the table.
type collector struct{ byText map[string]*name }

func (c *collector) add(text, code string, t trust, full, today bool) {
	if text == "" || code == "" {
		return
	}
	n, ok := c.byText[text]
	if !ok {
		n = &name{text: text, trust: t}
		c.byText[text] = n
	}
	n.trust = min(n.trust, t)
	n.full = n.full || full
	switch i := slices.Index(n.codes, code); {
	case i < 0 && today:
		n.codes = slices.Insert(n.codes, n.today, code)
		n.today++
	case i < 0:
		n.codes = append(n.codes, code)
	}
}

// regions adds the names in force first, so that a name of today is never taken for a former one.
func (c *collector) regions() {
	all := regions().all
	for i := range all {
		if all[i].Successor == "" && all[i].Level == Country {
			c.add(all[i].Name, all[i].Code, free, true, true) // 中国 is in too many names to be a place
		} else if all[i].Successor == "" {
			c.add(all[i].Name, all[i].Code, free, true, true)
			c.short(&all[i])
		}
	}
	for i := range all {
		if r := &all[i]; r.Successor != "" {
			c.add(r.Name, r.Successor, free, true, false)
			c.formerShort(r.Short, r.Successor, r.Level, r.ValidTo)
		}
	}
}

// formerShort adds a short name that no place has today: 襄樊, but not 晋江 for what is Quanzhou now. What ended long
// ago is left out: its name is that of a brook or a quarter now.
func (c *collector) formerShort(text, code string, level Level, ended int) {
	if ended <= 1990 || level == County && ended <= 1995 {
		return
	}
	if n, ok := c.byText[text]; !ok || n.today == 0 {
		c.add(text, code, near, false, false)
	}
}

// short adds what a unit in force is called in passing: its name without the word for what it is, and the peoples of an
// autonomous unit left out (景宁, 景宁县, 景宁自治县). A county's short name is free only where it is long, and so one of a kind, and
// not that of a hill or river of which there may be several (青山湖).
func (c *collector) short(r *Region) {
	t := free
	if r.Level == County && (utf8.RuneCountInString(r.Short) < 3 || ofLand(r.Short)) {
		t = near
	}
	c.add(r.Short, r.Code, t, false, true)
	for _, end := range []string{"县", "州", "旗"} {
		if r.Short != "" && strings.HasSuffix(r.Name, "自治"+end) {
			c.add(r.Short+end, r.Code, free, true, true)
			c.add(r.Short+"自治"+end, r.Code, free, true, true)
		}
	}
}

// ofLand tells of a name that a hill, a river or a bridge may bear too.
func ofLand(name string) bool {
	last, _ := utf8.DecodeLastRuneInString(name)
	return strings.ContainsRune("山河湖江沟口岛桥台店坪镇海", last)
}

func (c *collector) formerNames() {
	eachRow(formerNamesCSV, func(f []string) {
		c.add(f[0], inForce(f[1]), free, true, false)
		ended, _ := strconv.Atoi(f[4])
		c.formerShort(f[2], inForce(f[1]), levelOf(f[1]), ended)
	})
}

// dropShadowed takes a county out of a short name that is first of all a larger place: 长沙 is not 长沙县, nor 西安 the
// district of Mudanjiang. 吉林, a province and its city, keeps both.
func (c *collector) dropShadowed() {
	for _, n := range c.byText {
		if n.full {
			continue
		}
		larger := slices.ContainsFunc(n.codes[:n.today], func(code string) bool { return levelOf(code) < County })
		if larger {
			n.codes = slices.DeleteFunc(n.codes, func(code string) bool { return levelOf(code) == County })
			n.today = min(n.today, len(n.codes))
		}
	}
}

func (c *collector) alias(text, code string, t trust) {
	if t == group {
		c.byText[text] = &name{text: text, trust: group}
		if code != "" {
			c.byText[text].codes, c.byText[text].today = []string{code}, 1
		}
		return
	}
	last, _ := utf8.DecodeLastRuneInString(text)
	c.add(text, code, t, t == zoned || strings.ContainsRune("省市县区州盟旗", last), true)
	c.byText[text].trust = t
}

func (c *collector) ordinary(text, use string) {
	if use == "never" {
		c.byText[text] = &name{text: text, trust: never}
		return
	}
	if n, ok := c.byText[text]; ok {
		n.trust, n.told = word, use == "told"
	}
}

func (c *collector) table() *nameTable {
	t := &nameTable{byText: c.byText}
	where := make(map[uint32]int, len(c.byText))
	for _, n := range c.byText {
		a, size := utf8.DecodeRuneInString(n.text)
		b, more := utf8.DecodeRuneInString(n.text[size:])
		c := candidate{name: n}
		if rest := n.text[size+more:]; rest != "" {
			c.third, _ = utf8.DecodeRuneInString(rest)
		}
		pair := pairOf(a, b)
		i, ok := where[pair]
		if !ok {
			i = len(t.buckets)
			where[pair] = i
			t.buckets = append(t.buckets, nil)
			t.put(pair, int32(i+1))
		}
		t.buckets[i] = append(t.buckets[i], c)
	}
	for _, b := range t.buckets {
		slices.SortFunc(b, func(x, y candidate) int {
			return cmp.Or(cmp.Compare(len(y.text), len(x.text)), cmp.Compare(x.text, y.text))
		})
	}
	return t
}

func (t *nameTable) put(pair uint32, bucket int32) {
	h := hash(pair)
	t.filter[h>>14>>6] |= 1 << (h >> 14 & 63)
	i := h >> (32 - slotBits)
	for t.slots[i].bucket != 0 {
		i = (i + 1) & (1<<slotBits - 1)
	}
	t.slots[i] = slot{pair, bucket}
}

// starting lists the names whose first two characters are a and b, longest first.
func (t *nameTable) starting(a, b rune) []candidate {
	pair := pairOf(a, b)
	h := hash(pair)
	if t.filter[h>>14>>6]&(1<<(h>>14&63)) == 0 {
		return nil
	}
	for i := h >> (32 - slotBits); t.slots[i].bucket != 0; i = (i + 1) & (1<<slotBits - 1) {
		if t.slots[i].pair == pair {
			return t.buckets[t.slots[i].bucket-1]
		}
	}
	return nil
}
