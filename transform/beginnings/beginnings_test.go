package beginnings

import "testing"

func TestHold(t *testing.T) {
	var names Set
	for _, name := range []string{"产值", "出口总额", "GDP", "店"} {
		names.Add(name)
	}
	for _, c := range []struct {
		first, second rune
		begins        bool
	}{
		{'产', '值', true},
		{'出', '口', true},
		{'G', 'D', true},
		{'店', '铺', true}, // a name of one character begins before any other
		{'店', 0, true},
		{'产', '业', false},
		{'口', '总', false},
		{'值', '增', false},
	} {
		if got := names.Hold(c.first, c.second); got != c.begins {
			t.Errorf("%c before %c: %v", c.first, c.second, got)
		}
	}
}
