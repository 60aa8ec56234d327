package yiyuan

import "github.com/cockroachdb/apd/v3"

// Decimal is an exact decimal number. Scaling by 万 or 亿 only moves its exponent, so no figure is ever rounded on the
// way from the text to the table.
type Decimal = apd.Decimal

// Scale is the number of decimal places the tables keep: DECIMAL(28,6).
const Scale = 6

// Plain prints d without exponent and without trailing zeros: 10287000000, 22.2.
func Plain(d *Decimal) string {
	var r Decimal
	r.Reduce(d)
	return r.Text('f')
}
