package unit

import (
	"testing"

	"github.com/cockroachdb/apd/v3"
)

// integer is to tell what Int64 tells.
func TestInteger(t *testing.T) {
	for _, printed := range []string{"0", "7", "2024", "3.5", "12.0", "0.50", "-3", "-3.5", "4E+3", "9223372036854775807", "9223372036854775808", "1E+30", "100000000000000000000.5"} {
		d, _, err := apd.NewFromString(printed)
		if err != nil {
			t.Fatal(err)
		}
		want, err := d.Int64()
		if got, ok := integer(d); ok != (err == nil) || ok && got != want {
			t.Errorf("%s: %d, %v; Int64 says %d, %v", printed, got, ok, want, err)
		}
	}
}
