package load

import (
	"encoding/hex"
	"encoding/json"
	"fmt"
	"math"
	"math/big"
	"slices"
	"strconv"
	"time"
	"unicode/utf8"

	"github.com/cockroachdb/apd/v3"
	"github.com/duckdb/duckdb-go/v2"

	"yiyuan"
)

const (
	dateLayout  = "2006-01-02"
	stampLayout = "2006-01-02T15:04:05"
)

// decimalOf takes a DECIMAL as the driver hands it out, which marshals to JSON as an object.
func decimalOf(v duckdb.Decimal) *yiyuan.Decimal {
	return apd.NewWithBigInt(new(apd.BigInt).SetMathBigInt(v.Value), -int32(v.Scale))
}

// AppendText prints the value of column i for people and CSV; NULL is empty.
func (r *Rows) AppendText(b []byte, i int) []byte {
	switch v := r.values[i].(type) {
	case nil:
		return b
	case string:
		return append(b, v...)
	case time.Time:
		return v.AppendFormat(b, layout(r.types[i]))
	case []byte:
		return hex.AppendEncode(b, v)
	case float64:
		return strconv.AppendFloat(b, v, 'g', -1, 64)
	}
	return appendJSON(b, r.values[i], r.types[i])
}

// AppendJSON prints the row as one object with the keys in the order of the columns, NULL as null.
func (r *Rows) AppendJSON(b []byte) []byte { return appendObject(b, r.Columns, r.values, r.types) }

func appendObject[V any](b []byte, columns []string, values []V, types []string) []byte {
	b = append(b, '{')
	for i, name := range columns {
		if i > 0 {
			b = append(b, ',')
		}
		b = append(appendString(b, name), ':')
		kind := ""
		if types != nil {
			kind = types[i]
		}
		b = appendJSON(b, values[i], kind)
	}
	return append(b, '}')
}

func layout(kind string) string {
	switch kind {
	case "DATE":
		return dateLayout
	case "TIME":
		return time.TimeOnly
	}
	return stampLayout
}

func appendJSON(b []byte, value any, kind string) []byte {
	switch v := value.(type) {
	case nil:
		return append(b, "null"...)
	case string:
		return appendString(b, v)
	case bool:
		return strconv.AppendBool(b, v)
	case int32:
		return strconv.AppendInt(b, int64(v), 10)
	case int64:
		return strconv.AppendInt(b, v, 10)
	case float64:
		if math.IsNaN(v) || math.IsInf(v, 0) {
			return append(b, "null"...)
		}
		return strconv.AppendFloat(b, v, 'g', -1, 64)
	case *big.Int:
		return v.Append(b, 10)
	case duckdb.Decimal:
		return append(b, yiyuan.Plain(decimalOf(v))...)
	case *yiyuan.Decimal:
		return append(b, yiyuan.Plain(v)...)
	case time.Time:
		return append(v.AppendFormat(append(b, '"'), layout(kind)), '"')
	case []any:
		return appendList(b, v)
	case map[string]any:
		return appendMap(b, v)
	}
	if j, err := json.Marshal(value); err == nil {
		return append(b, j...)
	}
	return appendString(b, fmt.Sprint(value))
}

func appendList(b []byte, list []any) []byte {
	b = append(b, '[')
	for i, v := range list {
		if i > 0 {
			b = append(b, ',')
		}
		b = appendJSON(b, v, "")
	}
	return append(b, ']')
}

func appendMap(b []byte, m map[string]any) []byte {
	names := make([]string, 0, len(m))
	for name := range m {
		names = append(names, name)
	}
	slices.Sort(names)
	b = append(b, '{')
	for i, name := range names {
		if i > 0 {
			b = append(b, ',')
		}
		b = append(appendString(b, name), ':')
		b = appendJSON(b, m[name], "")
	}
	return append(b, '}')
}

const hexDigits = "0123456789abcdef"

// appendString writes s as a JSON string, Chinese as it stands: encoding/json would escape < > & as well.
func appendString(b []byte, s string) []byte {
	b = append(b, '"')
	from := 0
	for i := 0; i < len(s); {
		c := s[i]
		if c >= utf8.RuneSelf {
			r, n := utf8.DecodeRuneInString(s[i:])
			if r == utf8.RuneError && n == 1 {
				b = append(append(b, s[from:i]...), "\ufffd"...)
				from = i + n
			}
			i += n
			continue
		}
		if c >= ' ' && c != '"' && c != '\\' {
			i++
			continue
		}
		b = append(b, s[from:i]...)
		switch c {
		case '"', '\\':
			b = append(b, '\\', c)
		case '\n':
			b = append(b, '\\', 'n')
		case '\t':
			b = append(b, '\\', 't')
		case '\r':
			b = append(b, '\\', 'r')
		default:
			b = append(b, '\\', 'u', '0', '0', hexDigits[c>>4], hexDigits[c&15])
		}
		i++
		from = i
	}
	return append(append(b, s[from:]...), '"')
}
