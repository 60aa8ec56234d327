package load

import (
	"database/sql/driver"
	"errors"
	"fmt"
	"math/big"
	"math/bits"

	"github.com/cockroachdb/apd/v3"

	"yiyuan"
)

// precision is the number of digits a stored value may have: DECIMAL(28,6).
const precision = 28

// ErrDecimal is the cause of every value that a DECIMAL(28,6) cannot hold exactly.
var ErrDecimal = errors.New("does not fit DECIMAL(28,6)")

var (
	pow10   = powersOfTen()
	ceiling = new(apd.BigInt).Exp(apd.NewBigInt(10), apd.NewBigInt(precision), nil)
)

func powersOfTen() (p [19]uint64) {
	p[0] = 1
	for i := 1; i < len(p); i++ {
		p[i] = p[i-1] * 10
	}
	return p
}

// unscaled returns d as the whole number of millionths that the column stores. The appender takes a number for exactly
// that whatever its scale, and a float64 too, so a value in any other form would be stored wrong by powers of ten
// without an error.
func unscaled(d *yiyuan.Decimal) (driver.Value, error) {
	if d.Form != apd.Finite {
		return nil, fmt.Errorf("%s %w", d, ErrDecimal)
	}
	if n, ok := unscaledSmall(d); ok {
		return n, nil
	}
	return unscaledBig(d)
}

func unscaledSmall(d *yiyuan.Decimal) (int64, bool) {
	shift := int(d.Exponent) + yiyuan.Scale
	if !d.Coeff.IsInt64() || shift < 0 || shift >= len(pow10) {
		return 0, false
	}
	hi, lo := bits.Mul64(uint64(d.Coeff.Int64()), pow10[shift])
	if hi != 0 || lo > 1<<63-1 {
		return 0, false
	}
	if d.Negative {
		return -int64(lo), true
	}
	return int64(lo), true
}

func unscaledBig(d *yiyuan.Decimal) (*big.Int, error) {
	var r yiyuan.Decimal
	r.Reduce(d)
	shift := int(r.Exponent) + yiyuan.Scale
	if shift < 0 || shift > precision {
		return nil, fmt.Errorf("%s %w", d.Text('g'), ErrDecimal)
	}
	n := new(apd.BigInt).Exp(apd.NewBigInt(10), apd.NewBigInt(int64(shift)), nil)
	n.Mul(n, &r.Coeff)
	if n.Cmp(ceiling) >= 0 {
		return nil, fmt.Errorf("%s %w", d.Text('g'), ErrDecimal)
	}
	if r.Negative {
		n.Neg(n)
	}
	return n.MathBigInt(), nil
}
