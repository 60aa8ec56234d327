package extract

import (
	"archive/zip"
	"bufio"
	"bytes"
	"compress/flate"
	"compress/gzip"
	"context"
	"errors"
	"io"
	"path"
	"sort"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"yiyuan/extract/charset"
)

// stream reads the documents of one file. Its size is -1 where it is not known.
func (r *reader) stream(in io.Reader, size int64, at origin) error {
	return r.layer(in, size, at, 0)
}

// layer is stream inside depth archives.
func (r *reader) layer(in io.Reader, size int64, at origin, depth int) error {
	buffered := bufio.NewReaderSize(cancellable{in, r.ctx}, 4*headBytes)
	head, err := buffered.Peek(headBytes)
	if err != nil && err != io.EOF && len(head) == 0 {
		return r.failWith(at, unpacking(err, at))
	}
	switch k := kindOf(head, extension(strings.TrimSuffix(at.rel, ".gz"))); k {
	case kindEmpty:
		r.fail(at, KindEmpty, "holds no text; delete it or fetch it again")
	case kindBinary:
		r.fail(at, KindBinary, "not text of any Chinese encoding; see what it is with: file %s", quoted(at.path))
	case kindPDF, kindOffice:
		reason, command := convertible(k, at)
		r.counts.skip(at.path, reason, command)
	case kindGzip:
		return r.gunzip(buffered, at, depth)
	case kindZip:
		return r.zip(in, buffered, size, at, depth)
	case kindJSONL:
		return r.lines(buffered, at)
	case kindWARC:
		return r.warcFile(buffered, at)
	default:
		body, err := readAll(buffered, size, r.opt.maxBytes())
		if err != nil {
			return r.failWith(at, unpacking(err, at))
		}
		return r.document(body, k, at)
	}
	return nil
}

// cancellable stops a reading in the middle of a line without end.
type cancellable struct {
	io.Reader
	ctx context.Context
}

func (c cancellable) Read(p []byte) (int, error) {
	if err := c.ctx.Err(); err != nil {
		return 0, err
	}
	return c.Reader.Read(p)
}

// readAll reads at most limit bytes; what is longer is an error and costs no more memory than that.
func readAll(in io.Reader, size, limit int64) ([]byte, error) {
	if size > limit {
		return nil, tooLarge(limit)
	}
	var buf bytes.Buffer
	if size > 0 {
		buf.Grow(int(size) + bytes.MinRead)
	}
	n, err := buf.ReadFrom(io.LimitReader(in, limit+1))
	if err == nil && n > limit {
		err = tooLarge(limit)
	}
	if err != nil {
		return nil, err
	}
	return buf.Bytes(), nil
}

// An archive may unpack to so many times its size, once it is past the size of one document. Text packs five to ten
// times, gzip's limit is a thousand.
const maxRatio = 100

var errBomb = failure{KindBomb, "unpacks to more than 100 times its size; unpack it by hand if it is what it should be"}

// guard counts what goes into an unpacker and what comes out.
type guard struct {
	packed, unpacked int64
	limit            int64
}

type unpacked struct {
	io.Reader
	guard *guard
}

func (u unpacked) Read(p []byte) (int, error) {
	n, err := u.Reader.Read(p)
	u.guard.unpacked += int64(n)
	if g := u.guard; g.unpacked > g.limit && g.unpacked/maxRatio > g.packed {
		return n, errBomb
	}
	return n, err
}

type packed struct {
	*bufio.Reader
	guard *guard
}

func (p packed) Read(b []byte) (int, error) {
	n, err := p.Reader.Read(b)
	p.guard.packed += int64(n)
	return n, err
}

func (p packed) ReadByte() (byte, error) {
	c, err := p.Reader.ReadByte()
	if err == nil {
		p.guard.packed++
	}
	return c, err
}

func (r *reader) gunzip(in *bufio.Reader, at origin, depth int) error {
	if depth > 1 {
		r.counts.skip(at.path, "nested archive", "")
		return nil
	}
	g := &guard{limit: r.opt.maxBytes()}
	z, err := gzip.NewReader(packed{in, g})
	if err != nil {
		return r.failWith(at, unpacking(err, at))
	}
	defer z.Close()
	return r.layer(unpacked{z, g}, -1, at, depth+2)
}

// unpacking turns the errors of damaged archives into what to do about them.
func unpacking(err error, at origin) error {
	var corrupt flate.CorruptInputError
	switch {
	case errors.Is(err, gzip.ErrHeader), errors.Is(err, gzip.ErrChecksum), errors.Is(err, io.ErrUnexpectedEOF), errors.As(err, &corrupt),
		errors.Is(err, zip.ErrFormat), errors.Is(err, zip.ErrChecksum), errors.Is(err, zip.ErrAlgorithm):
		test := "gzip -t "
		if strings.Contains(strings.ToLower(at.path), ".zip") {
			test = "unzip -t "
		}
		archive, _, _ := strings.Cut(at.path, ".zip/")
		if archive != at.path {
			archive += ".zip"
		}
		archive, _, _ = strings.Cut(archive, "#")
		return failure{KindCorrupt, "the archive is damaged or cut short (" + err.Error() + "); check it with: " + test + quoted(archive)}
	}
	return err
}

func (r *reader) zip(raw io.Reader, buffered *bufio.Reader, size int64, at origin, depth int) error {
	if depth > 0 {
		r.counts.skip(at.path, "nested archive", "")
		return nil
	}
	source, ok := raw.(io.ReaderAt)
	if !ok || size < 0 {
		body, err := readAll(buffered, -1, r.opt.maxBytes())
		if err != nil {
			return r.failWith(at, err)
		}
		source, size = bytes.NewReader(body), int64(len(body))
	}
	listing := &limitedReaderAt{source, maxListing}
	archive, err := zip.NewReader(listing, size)
	if err != nil {
		return r.failWith(at, unpacking(err, at))
	}
	listing.left = 1 << 62 // the entries have limits of their own
	if isOffice(archive) {
		reason, command := convertible(kindOffice, at)
		r.counts.skip(at.path, reason, command)
		return nil
	}
	return r.entries(archive, size, at)
}

// maxListing bounds the table of contents of a ZIP file, which is held in memory whole.
const maxListing = 32 << 20

type limitedReaderAt struct {
	io.ReaderAt
	left int64
}

func (l *limitedReaderAt) ReadAt(p []byte, off int64) (int, error) {
	if l.left -= int64(len(p)); l.left < 0 {
		return 0, failure{KindTooLarge, "its table of contents is larger than 32 MiB; unpack it into a folder"}
	}
	return l.ReaderAt.ReadAt(p, off)
}

func isOffice(archive *zip.Reader) bool {
	for _, f := range archive.File {
		if f.Name == "word/document.xml" || f.Name == "xl/workbook.xml" || f.Name == "ppt/presentation.xml" {
			return true
		}
	}
	return false
}

func (r *reader) entries(archive *zip.Reader, size int64, at origin) error {
	files := archive.File
	for _, f := range files {
		f.Name = entryName(f)
	}
	sort.SliceStable(files, func(i, j int) bool { return files[i].Name < files[j].Name })
	g := &guard{packed: size, limit: r.opt.maxBytes()}
	for _, f := range files {
		if err := r.ctx.Err(); err != nil {
			return err
		}
		if !f.Mode().IsRegular() {
			continue
		}
		if err := r.zipEntry(f, g, at.below(f.Name)); err != nil {
			return err
		}
		if g.unpacked > g.limit && g.unpacked/maxRatio > g.packed {
			break // said already, by the entry that went too far
		}
	}
	return nil
}

func (r *reader) zipEntry(f *zip.File, g *guard, at origin) error {
	for _, part := range strings.Split(f.Name, "/") {
		if reason := ignored(part); reason == "hidden" || reason != "" && part == path.Base(f.Name) {
			r.counts.skip(at.path, reason, "")
			return nil
		}
	}
	switch {
	case !extensions[extension(f.Name)]:
		r.counts.skip(at.path, "unknown type", "")
		return nil
	case f.Flags&1 != 0:
		r.fail(at, KindUnreadable, "locked by a password; unpack it with: unzip")
		return nil
	}
	in, err := f.Open()
	if err != nil {
		return r.failWith(at, unpacking(err, at))
	}
	defer in.Close()
	return r.layer(unpacked{in, g}, -1, at, 1)
}

// entryName is the name of an entry as a path below the archive. Archives packed in China have names in GBK and say so
// nowhere.
func entryName(f *zip.File) string {
	name := f.Name
	if !utf8.ValidString(name) {
		name = charset.Decode([]byte(name), charset.GB18030)
	}
	name = path.Clean("/" + strings.ReplaceAll(name, `\`, "/"))
	return norm.NFC.String(strings.TrimPrefix(name, "/"))
}
