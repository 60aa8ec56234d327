package figure

// byFirst holds names by their first character. A text is asked for them at each of its characters, most of which begin none:
// two bytes a character say so, which stay in the cache, where a map would be hashed into.
type byFirst[T any] struct {
	han   [lastHan - firstHan]uint16 // index into lists, 0 where none begins so
	lists [][]T
	other map[rune][]T
}

// firstHan and lastHan enclose the block that nearly all names begin in.
const (
	firstHan = 0x4E00
	lastHan  = 0xA000
)

func (b *byFirst[T]) add(first rune, name T) {
	i := uint32(first) - firstHan
	if i >= uint32(len(b.han)) {
		if b.other == nil {
			b.other = map[rune][]T{}
		}
		b.other[first] = append(b.other[first], name)
		return
	}
	if b.han[i] == 0 {
		b.lists = append(b.lists, nil)
		b.han[i] = uint16(len(b.lists))
	}
	list := &b.lists[b.han[i]-1]
	*list = append(*list, name)
}

// at returns the names that begin with a character, in the order they were added.
func (b *byFirst[T]) at(first rune) []T {
	i := uint32(first) - firstHan
	if i >= uint32(len(b.han)) {
		return b.other[first]
	}
	if b.han[i] == 0 {
		return nil
	}
	return b.lists[b.han[i]-1]
}
