package idiom

import (
	"strings"
	"testing"
)

func TestAround(t *testing.T) {
	for _, c := range []struct {
		sentence, numeral string
		want              bool
	}{
		{"第三产业增长8%", "三", true}, {"一二三产融合发展", "二", true}, {"开展三项行动", "三", false}, {"共有八个镇", "八", false},
	} {
		at := strings.Index(c.sentence, c.numeral)
		if got := Around(c.sentence, at, at+len(c.numeral)); got != c.want {
			t.Errorf("%s: %v", c.sentence, got)
		}
	}
}
