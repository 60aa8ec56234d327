package place

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// shared is the folder of the texts that are kept beside the repository.
const shared = "../../../shared"

func needShared(t *testing.T, name string) string {
	t.Helper()
	path := filepath.Join(shared, name)
	if _, err := os.Stat(path); err != nil {
		t.Skipf("%s is not here: this test reads the texts kept beside the repository", path)
	}
	return path
}

// readReport takes a report's title from its front matter and hands back the rest.
func readReport(t *testing.T, file string) (title, body string) {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	body = string(b)
	if front, rest, ok := strings.Cut(strings.TrimPrefix(body, "---\n"), "\n---\n"); ok && strings.HasPrefix(body, "---\n") {
		body = rest
		for line := range strings.Lines(front) {
			if v, ok := strings.CutPrefix(line, "title:"); ok {
				title = strings.TrimSpace(v)
			}
		}
	}
	return title, strings.TrimSpace(body)
}

// folderCode is the code of the place a folder of reports is named after.
func folderCode(name string) string {
	for _, r := range All() {
		if r.Name == name && r.ValidTo == 0 && r.Level < County {
			return r.Code
		}
	}
	return "100000"
}

func TestHomeOfEveryReport(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(needShared(t, "reports"), "*/*.md"))
	if err != nil {
		t.Fatal(err)
	}
	deeper, _ := filepath.Glob(filepath.Join(shared, "reports", "*/*/*.md"))
	right, bare, all := 0, 0, 0
	for _, file := range append(files, deeper...) {
		want := folderCode(filepath.Base(filepath.Dir(file)))
		title, body := readReport(t, file)
		all++
		got, why := Home(title, body, "")
		if got == want {
			right++
		} else {
			t.Logf("%s: got %q (%s), want %s", file, got, why, want)
		}
		if got, why := Home("", body, ""); got == want {
			bare++
		} else {
			t.Logf("%s without its title: got %q (%s), want %s", file, got, why, want)
		}
	}
	t.Logf("home of %d of %d reports, of %d without their titles", right, all, bare)
	if right*100 < all*98 || bare*100 < all*95 {
		t.Errorf("home of %d of %d reports, want 98 %%; of %d without their titles, want 95 %%", right, all, bare)
	}
}
