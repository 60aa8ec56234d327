package period

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func TestDumpHeadings(t *testing.T) {
	files, _ := filepath.Glob(shared + "/reports/*/*.md")
	more, _ := filepath.Glob(shared + "/reports/*/*/*.md")
	files = append(files, more...)
	w, _ := os.Create("/tmp/headings.txt")
	for _, f := range files {
		b, _ := os.ReadFile(f)
		title, text := split(string(b))
		r := ReadReport(title, text)
		r2 := ReadReport("", string(b))
		d, why := Reference(title, text, time.Time{})
		fmt.Fprintf(w, "## %s %s %v %d term %v ref %v %s\n", strings.TrimPrefix(f, shared+"/reports/"), r.Kind, r.Date, r.Reviewed, r.Term, d, why)
		if r2.Reviewed != r.Reviewed || r2.Date != r.Date {
			fmt.Fprintf(w, "  !! raw %v %d\n", r2.Date, r2.Reviewed)
		}
		for l := range strings.Lines(text) {
			if p, st, ok := Heading(l, r); ok {
				fmt.Fprintf(w, "   %s %s  <- %.120s\n", p, st, strings.TrimSpace(l))
			}
		}
	}
}
