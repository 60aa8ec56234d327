package period

import (
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"
)

const shared = "../../../shared"

// split takes the front matter off a report file: its title, and the text below.
func split(b string) (title, text string) {
	b = strings.ReplaceAll(b, "\r", "")
	if !strings.HasPrefix(b, "---\n") {
		return "", b
	}
	front, text, _ := strings.Cut(b[4:], "\n---\n")
	for l := range strings.Lines(front) {
		if t, ok := strings.CutPrefix(strings.TrimSpace(l), "title:"); ok {
			title = strings.TrimSpace(t)
		}
	}
	return title, text
}

func TestReportsByFolder(t *testing.T) {
	files, _ := filepath.Glob(shared + "/reports/*/*.md")
	more, _ := filepath.Glob(shared + "/reports/*/*/*.md")
	files = append(files, more...)
	if len(files) == 0 {
		t.Skip("no ../shared/reports here")
	}
	year := regexp.MustCompile(`(\d{4})\.md$`)
	right, dated := 0, 0
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		y, _ := strconv.Atoi(year.FindStringSubmatch(f)[1])
		title, text := split(string(b))
		r := ReadReport(title, text)
		want := y - 1
		if strings.Contains(f, "统计") {
			want = y
		}
		if r.Reviewed == want && r.Kind != "" {
			right++
		} else {
			t.Logf("%s: %+v", strings.TrimPrefix(f, shared), r)
		}
		if !r.Date.IsZero() {
			dated++
		}
	}
	t.Logf("%d of %d as filed, %d dated", right, len(files), dated)
}

func TestReferenceSeeds(t *testing.T) {
	files, _ := filepath.Glob(shared + "/gold/clean/*.txt")
	for _, f := range files {
		b, _ := os.ReadFile(f)
		var at time.Time
		if strings.Contains(f, "001_") {
			at = time.Date(2024, 3, 28, 16, 46, 13, 0, time.UTC)
		}
		d, why := Reference("", string(b), at)
		t.Log(filepath.Base(f), d, why)
	}
}
