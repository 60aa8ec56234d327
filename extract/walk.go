package extract

import (
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"sort"
	"strings"
	"syscall"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// disk is a folder as a file system, without the rule of fs.ValidPath that names be UTF-8, and without ever waiting for
// the other end of a pipe.
type disk string

func (d disk) Open(name string) (fs.File, error) {
	return os.OpenFile(filepath.Join(string(d), name), os.O_RDONLY|syscall.O_NONBLOCK, 0)
}

func (d disk) Stat(name string) (fs.FileInfo, error) { return os.Stat(filepath.Join(string(d), name)) }

func (d disk) ReadDir(name string) ([]fs.DirEntry, error) {
	return os.ReadDir(filepath.Join(string(d), name))
}

// tree is a file system and how the user names its root.
type tree struct {
	fsys fs.FS
	name string // "" for an embedded one
}

func (t tree) path(name string) string {
	if t.name == "" {
		return name
	}
	return filepath.Join(t.name, name)
}

// path reads one PATH of the command line.
func (r *reader) path(p string) error {
	if p == stdinPath {
		return r.standardInput(os.Stdin)
	}
	info, err := os.Stat(p)
	if err != nil {
		return r.failWith(origin{path: p, rel: filepath.Base(p)}, err)
	}
	if info.IsDir() {
		return r.folder(tree{disk(p), p}, ".", "")
	}
	dir, base := filepath.Split(p)
	at := origin{path: p, rel: norm.NFC.String(base)}
	if !info.Mode().IsRegular() {
		r.fail(at, KindSpecialFile, "a pipe or device, not a file; read it as standard input: yiyuan run - < %s", quoted(p))
		return nil
	}
	if !utf8.ValidString(base) {
		r.failName(at)
		return nil
	}
	return r.file(tree{disk(filepath.Clean(dir + ".")), dir}, base, at)
}

// folder reads the folder name of t, whose documents are named from rel on.
func (r *reader) folder(t tree, name, rel string) error {
	at := origin{path: t.path(name), rel: rel}
	entries, err := fs.ReadDir(t.fsys, name)
	if err != nil { // what was listed before the error is read all the same
		if err := r.failWith(at, err); err != nil {
			return err
		}
	}
	sort.Slice(entries, func(i, j int) bool {
		a, b := norm.NFC.String(entries[i].Name()), norm.NFC.String(entries[j].Name())
		return a < b || a == b && entries[i].Name() < entries[j].Name()
	})
	for _, e := range entries {
		if err := r.ctx.Err(); err != nil {
			return err
		}
		if err := r.entry(t, path.Join(name, e.Name()), rel, e); err != nil {
			return err
		}
	}
	return nil
}

func (r *reader) entry(t tree, name, rel string, e fs.DirEntry) error {
	base := e.Name()
	at := origin{rel: rel}.below(base)
	at.path = t.path(name)
	if reason := ignored(base); reason != "" {
		r.counts.skip(at.path, reason, "")
		return nil
	}
	if !utf8.ValidString(base) {
		r.failName(at)
		return nil
	}
	if e.IsDir() {
		return r.folder(t, name, at.rel)
	}
	info, err := fs.Stat(t.fsys, name)
	switch {
	case err != nil:
		return r.failWith(at, err)
	case info.IsDir(): // links to folders make loops, and documents with two names
		r.counts.skip(at.path, "linked folder", "")
	case !info.Mode().IsRegular():
		r.counts.skip(at.path, "special file", "")
	case !extensions[extension(base)]:
		r.counts.skip(at.path, "unknown type", "")
	default:
		return r.file(t, name, at)
	}
	return nil
}

func (r *reader) failName(at origin) {
	at.path, at.rel = strings.ToValidUTF8(at.path, "?"), strings.ToValidUTF8(at.rel, "?")
	r.fail(at, KindName, "its name is not UTF-8; rename it, for example with: convmv -f GBK -t UTF-8 --notest")
}

// ignored says why a name is never a document of a corpus.
func ignored(base string) string {
	switch {
	case strings.HasPrefix(base, "."), base == "__MACOSX":
		return "hidden"
	case len(base) >= 6 && strings.EqualFold(base[:6], "readme") && (len(base) == 6 || base[6] < 'a' || base[6] > 'z'):
		return "readme"
	}
	return ""
}

// file opens one regular file and reads the documents in it.
func (r *reader) file(t tree, name string, at origin) error {
	if r.metBefore(t, at) {
		r.counts.skip(at.path, "given twice", "")
		return nil
	}
	f, err := t.fsys.Open(name)
	if err != nil {
		return r.failWith(at, err)
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return r.failWith(at, err)
	}
	if !info.Mode().IsRegular() { // it was swapped for a pipe after we looked
		r.counts.skip(at.path, "special file", "")
		return nil
	}
	return r.stream(f, info.Size(), at)
}

func (r *reader) metBefore(t tree, at origin) bool {
	if t.name == "" {
		if _, ok := t.fsys.(disk); !ok {
			return false
		}
	}
	abs, err := filepath.Abs(at.path)
	if err != nil {
		return false
	}
	_, met := r.met[abs]
	r.met[abs] = struct{}{}
	return met
}

func (r *reader) standardInput(in io.Reader) error {
	if f, ok := in.(*os.File); ok {
		if info, err := f.Stat(); err == nil && info.IsDir() {
			r.fail(stdin, KindUnreadable, "standard input is a folder; give its name instead of -")
			return nil
		}
	}
	return r.stream(in, -1, stdin)
}
