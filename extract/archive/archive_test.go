package archive

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"yiyuan/extract/warc"
)

var noon = time.Date(2026, 3, 2, 12, 0, 0, 0, time.UTC)

func answerOf(url, body string, day int) Answer {
	return Answer{URL: url, At: noon.AddDate(0, 0, day), Status: 200, IP: "192.0.2.1",
		Header: http.Header{"Content-Type": {"text/html"}, "Content-Encoding": {"gzip"}, "Content-Length": {"7"}}, Body: []byte(body)}
}

func writer(t testing.TB, dir string) *Archive {
	t.Helper()
	a, err := OpenWriter(dir, "")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { a.Close() })
	return a
}

func store(t testing.TB, a *Archive, ans Answer) Capture {
	t.Helper()
	c, err := a.Store(ans)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func verify(t testing.TB, dir string) (complaints []string) {
	t.Helper()
	a, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := a.Verify(t.Context(), func(s string) { complaints = append(complaints, s) }); err != nil {
		t.Fatal(err)
	}
	return complaints
}

func TestContentIsStoredOnce(t *testing.T) {
	dir := t.TempDir()
	a := writer(t, dir)
	first := store(t, a, answerOf("http://a.example/1", "甲", 0))
	same := store(t, a, answerOf("http://a.example/2", "甲", 1))
	again := store(t, a, answerOf("http://a.example/1", "乙", 2))
	unchanged, err := a.StoreUnchanged(Answer{URL: "http://a.example/1", At: noon.AddDate(0, 0, 3), Status: 304}, again)
	if err != nil {
		t.Fatal(err)
	}
	if first.Revisit || !same.Revisit || again.Revisit || !unchanged.Revisit {
		t.Errorf("revisits: %v %v %v %v", first.Revisit, same.Revisit, again.Revisit, unchanged.Revisit)
	}
	for _, tt := range []struct {
		c    Capture
		want string
	}{{first, "甲"}, {same, "甲"}, {again, "乙"}, {unchanged, "乙"}} {
		got, err := a.Content(tt.c)
		if err != nil || string(got) != tt.want {
			t.Errorf("content %q, %v, want %q", got, err, tt.want)
		}
	}
	latest, since, ok := a.Latest("http://a.example/1")
	if !ok || latest.Status != 304 || !since.Equal(again.At) {
		t.Errorf("latest %+v since %s", latest, since)
	}
	if h := a.History("http://a.example/1"); len(h) != 3 {
		t.Errorf("%d captures", len(h))
	}
	if c := verify(t, dir); len(c) > 0 {
		t.Error(c)
	}
}

func TestCutAndErroneousAnswersAreNoPages(t *testing.T) {
	a := writer(t, t.TempDir())
	cut := answerOf("http://a.example/", "甲", 0)
	cut.Truncated = "length"
	store(t, a, cut)
	gone := answerOf("http://a.example/", "没有", 1)
	gone.Status = 404
	store(t, a, gone)
	if _, _, ok := a.Latest("http://a.example/"); ok {
		t.Error("a page was made of them")
	}
	whole := store(t, a, answerOf("http://a.example/", "甲", 2))
	if whole.Revisit {
		t.Error("whole content refers to cut content")
	}
}

// TestKilledAnywhere: files as a kill can leave them, cut at any byte, records with and without their lines.
func TestKilledAnywhere(t *testing.T) {
	dir := t.TempDir()
	a := writer(t, dir)
	for i := range 3 {
		store(t, a, answerOf(fmt.Sprintf("http://a.example/%d", i), strings.Repeat("甲", i+1), i))
	}
	want := a.History("http://a.example/0")
	a.Close()
	file, _ := os.ReadFile(filepath.Join(dir, folder, fileName(1)))
	index, _ := os.ReadFile(filepath.Join(dir, indexName))
	lines := bytes.SplitAfter(index, []byte("\n"))
	for n := len(file); n >= 0; n -= 41 {
		for torn := range 3 {
			dir := t.TempDir()
			os.MkdirAll(filepath.Join(dir, folder), 0o755)
			os.WriteFile(filepath.Join(dir, folder, fileName(1)), file[:n], 0o644)
			kept := bytes.Join(lines[:indexed(lines, n, torn)], nil)
			if torn == 2 {
				kept = append(kept, []byte(`{"url":"http://a.exam`)...)
			}
			os.WriteFile(filepath.Join(dir, indexName), kept, 0o644)
			b := writer(t, dir)
			if n == len(file) && b.Len() != 3 {
				t.Fatalf("%d captures of a whole file", b.Len())
			}
			if b.Len() > 0 {
				if d := cmp.Diff(want, b.History("http://a.example/0")); d != "" {
					t.Fatal(d)
				}
			}
			store(t, b, answerOf("http://a.example/new", "新", 9))
			b.Close()
			if c := verify(t, dir); len(c) > 0 {
				t.Fatalf("cut at %d, index %d: %v", n, torn, c)
			}
		}
	}
}

// indexed is how many lines a killed writer can have written for the first n bytes of its file: all of them, or, where
// torn says so, one fewer.
func indexed(lines [][]byte, n, torn int) (whole int) {
	for _, l := range lines {
		var offset, length int
		if i := bytes.Index(l, []byte(`"offset":`)); i >= 0 {
			fmt.Sscanf(string(l[i:]), `"offset":%d,"length":%d`, &offset, &length)
			if offset+length <= n {
				whole++
			}
		}
	}
	if torn > 0 && whole > 0 {
		whole--
	}
	return whole
}

// fullDisk takes so many bytes and no more.
type fullDisk struct {
	w    io.Writer
	left int
}

func (d *fullDisk) Write(p []byte) (int, error) {
	n, _ := d.w.Write(p[:min(len(p), d.left)])
	if d.left -= n; n < len(p) {
		return n, syscall.ENOSPC
	}
	return n, nil
}

// TestAFullDisk: half a record is the last thing in its file, though there was room again for a smaller one.
func TestAFullDisk(t *testing.T) {
	dir := t.TempDir()
	a := writer(t, dir)
	store(t, a, answerOf("http://a.example/1", "甲", 0))
	disk := &fullDisk{a.out, 200}
	a.writer = warc.NewWriter(disk, a.writer.Size())
	for range 2 {
		if _, err := a.Store(answerOf("http://a.example/2", "乙", 0)); !errors.Is(err, syscall.ENOSPC) {
			t.Errorf("%v", err)
		}
		disk.left = 1 << 20
	}
	a.Close()
	b := writer(t, dir)
	store(t, b, answerOf("http://a.example/3", "丙", 0))
	b.Close()
	if c := verify(t, dir); len(c) > 0 || b.Len() != 2 {
		t.Errorf("%d captures; %q", b.Len(), c)
	}
}

func TestVerifyFindsWhatIsWrong(t *testing.T) {
	for _, tt := range []struct {
		name string
		bend func(file, index string)
	}{
		{"a byte of a record", func(file, _ string) { bend(file, 700) }},
		{"a record is missing", func(file, _ string) { os.Truncate(file, 600) }},
		{"a file is missing", func(file, _ string) { os.Remove(file) }},
		{"a digest in the index", func(_, index string) {
			b, _ := os.ReadFile(index)
			os.WriteFile(index, bytes.Replace(b, []byte("sha256:"), []byte("sha256:0"), 1), 0o644)
		}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			dir := t.TempDir()
			a := writer(t, dir)
			for i := range 5 {
				store(t, a, answerOf(fmt.Sprintf("http://a.example/%d", i), strings.Repeat("甲", i+1), i))
			}
			a.Close()
			tt.bend(filepath.Join(dir, folder, fileName(1)), filepath.Join(dir, indexName))
			if len(verify(t, dir)) == 0 {
				t.Error("nothing was found")
			}
		})
	}
}

// Time, flags and system in the header of a gzip member are the only bytes that no checksum covers, and nothing is read
// from them.
func TestVerifySeesEveryByteThatIsRead(t *testing.T) {
	dir := t.TempDir()
	a := writer(t, dir)
	store(t, a, answerOf("http://a.example/1", "甲乙丙丁", 0))
	a.Close()
	file := filepath.Join(dir, folder, fileName(1))
	stored, _ := os.ReadFile(file)
	member := 0
	for at := range stored {
		if bytes.HasPrefix(stored[at:], []byte{0x1f, 0x8b, 8}) {
			member = at
		}
		if in := at - member; in >= 4 && in <= 9 {
			continue
		}
		bend(file, at)
		r, err := Open(dir)
		if err != nil {
			t.Fatal(err)
		}
		wrong := 0
		if _, err := r.Verify(t.Context(), func(string) { wrong++ }); err == nil && wrong == 0 {
			t.Errorf("byte %d of %d is another, and nothing was found", at, len(stored))
		}
		os.WriteFile(file, stored, 0o644)
	}
}

func bend(file string, at int) {
	b, _ := os.ReadFile(file)
	b[at] ^= 0xff
	os.WriteFile(file, b, 0o644)
}

func TestTheIndexCanBeLost(t *testing.T) {
	dir := t.TempDir()
	a := writer(t, dir)
	store(t, a, answerOf("http://a.example/1", "甲", 0))
	store(t, a, answerOf("http://a.example/2", "甲", 0))
	a.Close()
	before, _ := os.ReadFile(filepath.Join(dir, indexName))
	os.Remove(filepath.Join(dir, indexName))
	r, err := Open(dir)
	if err != nil || r.Len() != 2 {
		t.Fatalf("%v", err)
	}
	writer(t, dir).Close()
	after, _ := os.ReadFile(filepath.Join(dir, indexName))
	if d := cmp.Diff(strings.ReplaceAll(string(before), `"size":0,`, ""), string(after)); d != "" {
		t.Error(d)
	}
}

func TestNoArchive(t *testing.T) {
	if _, err := Open(t.TempDir()); !errors.Is(err, ErrNone) {
		t.Error(err)
	}
	a := writer(t, t.TempDir())
	if _, err := a.Content(Capture{URL: "http://a.example/"}); !errors.Is(err, ErrMissing) {
		t.Error(err)
	}
	if _, err := OpenWriter(a.Dir(), ""); !errors.Is(err, ErrLocked) {
		t.Error(err)
	}
}
