package extract_test

import (
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"syscall"
	"testing"

	"yiyuan/extract"
)

// Root reads everything, so where the tests run as root the files are looked at as nobody would see them.
func TestUnreadable(t *testing.T) {
	dir, err := os.MkdirTemp("", "unreadable")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	for name, mode := range map[string]os.FileMode{"a.txt": 0, "b.txt": 0o644, "c/d.txt": 0o644} {
		p := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(p), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(p, []byte(article), 0o644); err != nil {
			t.Fatal(err)
		}
		if err := os.Chmod(p, mode); err != nil {
			t.Fatal(err)
		}
	}
	for name, mode := range map[string]os.FileMode{"": 0o755, "c": 0} {
		if err := os.Chmod(filepath.Join(dir, name), mode); err != nil {
			t.Fatal(err)
		}
	}
	if os.Geteuid() == 0 {
		const nobody = 65534
		runtime.LockOSThread() // never unlocked: the thread ends with the test and takes the identity with it
		if err := syscall.Setfsuid(nobody); err != nil {
			t.Skipf("no other user to be: %v", err)
		}
		defer syscall.Setfsuid(0)
	}
	h := readFiles(t, extract.Options{}, dir)
	if want := map[string]string{"a": "unreadable", "c": "unreadable"}; !maps.Equal(h.kinds(), want) || !slices.Equal(h.ids(), []string{"b"}) {
		t.Errorf("failures %v, read %q", h.failures, h.ids())
	}
}
