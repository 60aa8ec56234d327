package unit

import (
	"strings"
	"testing"
)

// The codes of the guideline.
const codes = " CNY USD HKD percent pp count person household tonne kg m2 mu ha km2 m km m3 kWh kW vehicle year month day hour minute rank times other "

func TestTable(t *testing.T) {
	seen := map[string]bool{}
	for _, es := range table() {
		for _, e := range es {
			if !strings.Contains(codes, " "+e.Code+" ") {
				t.Errorf("%s: code %q is not of the guideline", e.Surface, e.Code)
			}
			if e.Factor.Sign() <= 0 {
				t.Errorf("%s: factor %s", e.Surface, &e.Factor)
			}
			if seen[e.Surface] {
				t.Errorf("%s stands twice", e.Surface)
			}
			seen[e.Surface] = true
			if !strings.Contains(" arabic scaled index medal ", " "+e.only+" ") && e.only != "" {
				t.Errorf("%s: only %q", e.Surface, e.only)
			}
		}
	}
	for _, bad := range []string{"surface,code,factor,kind,not,only\n元,CNY,one,money,,\n", "surface,code,factor,kind,not,only\n元,CNY\n"} {
		if _, err := parseTable(bad); err == nil {
			t.Errorf("no error for %q", bad)
		}
	}
}
