package number

import (
	"math/bits"

	"github.com/cockroachdb/apd/v3"
	"yiyuan"
)

// fixed is coef × 10^exp. Numerals of up to eighteen digits are built in it; ok turns false where one grows beyond.
type fixed struct {
	coef int64
	exp  int32
	bad  bool
}

func whole(n int64) fixed { return fixed{coef: n} }

// shift multiplies by 10^n.
func (f fixed) shift(n int) fixed {
	if f.coef != 0 {
		f.exp += int32(n)
	}
	return f
}

func (f fixed) add(g fixed) fixed {
	if f.coef == 0 {
		g.bad = g.bad || f.bad
		return g
	}
	if g.coef == 0 {
		f.bad = f.bad || g.bad
		return f
	}
	for f.exp > g.exp {
		f = f.lower()
	}
	for g.exp > f.exp {
		g = g.lower()
	}
	return fixed{f.coef + g.coef, f.exp, f.bad || g.bad || f.coef > 1<<62 || g.coef > 1<<62}
}

func (f fixed) lower() fixed {
	hi, lo := bits.Mul64(uint64(f.coef), 10)
	if hi != 0 || lo > 1<<62 {
		f.bad = true
	}
	return fixed{int64(lo &^ (1 << 63)), f.exp - 1, f.bad}
}

func (f fixed) decimal() yiyuan.Decimal { return *apd.New(f.coef, f.exp) }
