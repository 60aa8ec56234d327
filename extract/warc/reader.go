package warc

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
)

const (
	maxFields    = 64 << 10 // bytes of all named fields of a record
	maxRecord    = 1 << 30  // what is skipped rather than refused
	defaultBlock = 64 << 20
	magic        = "WARC/"
)

// Reader reads the records of a file in order.
type Reader struct {
	MaxBlock int64 // larger blocks are skipped: the record comes without its block; 0 means 64 MiB

	in     *counter
	gz     *gzip.Reader
	rec    *bufio.Reader // the bytes of records: of the file, or of the member that is open
	gzip   bool
	start  int64 // of the member or record at hand
	opened bool
	err    error
}

// NewReader returns a reader of a WARC file, compressed or not.
func NewReader(r io.Reader) *Reader {
	return &Reader{in: &counter{r: bufio.NewReaderSize(r, 64<<10)}}
}

// counter counts the bytes taken. It reads single bytes, so that gzip takes none beyond the end of a member.
type counter struct {
	r *bufio.Reader
	n int64
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n += int64(n)
	return n, err
}

func (c *counter) ReadByte() (byte, error) {
	b, err := c.r.ReadByte()
	if err == nil {
		c.n++
	}
	return b, err
}

// Next returns the next record, io.EOF after the last. After another error there is nothing more to be read, since
// where the next record begins is not known.
func (r *Reader) Next() (*Record, error) {
	if r.err != nil {
		return nil, r.err
	}
	rec, err := r.next()
	if err != nil {
		r.err = err
	}
	return rec, err
}

func (r *Reader) next() (*Record, error) {
	if err := r.seek(); err != nil {
		return nil, err
	}
	rec := &Record{Offset: r.start}
	var err error
	if rec.Header, err = r.fields(); err != nil {
		return nil, err
	}
	if rec.Block, err = r.block(rec.Header); err != nil {
		return nil, err
	}
	if err := r.finish(); err != nil {
		return nil, err
	}
	rec.Length = r.in.n - rec.Offset
	if !r.gzip {
		rec.Length -= int64(r.rec.Buffered())
		r.start = rec.Offset + rec.Length
	}
	return rec, nil
}

// seek comes to the first byte of a record.
func (r *Reader) seek() error {
	if !r.opened {
		r.opened = true
		head, err := r.in.r.Peek(1)
		if len(head) == 0 {
			return orEOF(err)
		}
		r.gzip = head[0] == 0x1f
		if !r.gzip {
			r.rec = bufio.NewReaderSize(r.in, 32<<10)
		}
	}
	for {
		if r.rec != nil {
			if _, err := r.rec.Peek(1); err == nil {
				return nil
			} else if !r.gzip || err != io.EOF {
				return r.reading(err)
			}
		}
		if err := r.member(); err != nil {
			return err
		}
	}
}

// member opens the next gzip member.
func (r *Reader) member() error {
	r.start = r.in.n
	if _, err := r.in.r.Peek(1); err != nil {
		return orEOF(err)
	}
	var err error
	if r.gz == nil {
		r.gz, err = gzip.NewReader(r.in)
	} else {
		err = r.gz.Reset(r.in)
	}
	if err != nil {
		return torn(err)
	}
	r.gz.Multistream(false)
	if r.rec == nil {
		r.rec = bufio.NewReaderSize(r.gz, 32<<10)
	} else {
		r.rec.Reset(r.gz)
	}
	return nil
}

func (r *Reader) fields() (Header, error) {
	left := maxFields
	if head, _ := r.rec.Peek(len(magic)); !strings.HasPrefix(magic, string(head)) {
		return nil, ErrCorrupt
	}
	if _, err := r.line(&left); err != nil {
		return nil, err
	}
	var h Header
	for {
		line, err := r.line(&left)
		switch {
		case err != nil:
			return nil, err
		case line == "":
			return h, nil
		case line[0] == ' ' || line[0] == '\t':
			if len(h) == 0 {
				return nil, ErrCorrupt
			}
			h[len(h)-1].Value += " " + strings.TrimSpace(line)
			continue
		}
		name, value, ok := strings.Cut(line, ":")
		if !ok {
			return nil, ErrCorrupt
		}
		h = append(h, Field{strings.TrimSpace(name), strings.TrimSpace(value)})
	}
}

func (r *Reader) line(left *int) (string, error) {
	var out []byte
	for {
		part, err := r.rec.ReadSlice('\n')
		if *left -= len(part); *left < 0 {
			return "", ErrCorrupt
		}
		out = append(out, part...)
		if err == bufio.ErrBufferFull {
			continue
		}
		if err != nil {
			return "", r.within(err)
		}
		return string(bytes.TrimRight(out, "\r\n")), nil
	}
}

func (r *Reader) block(h Header) ([]byte, error) {
	size, err := strconv.ParseInt(h.Get(FieldContentLength), 10, 64)
	if err != nil || size < 0 {
		return nil, fmt.Errorf("%w: Content-Length %q", ErrCorrupt, h.Get(FieldContentLength))
	}
	limit := r.MaxBlock
	if limit <= 0 {
		limit = defaultBlock
	}
	switch {
	case size == 0:
		return []byte{}, nil // and not nil, which is a block that was skipped
	case size > maxRecord:
		return nil, ErrTooLarge
	case size > limit:
		if _, err := io.CopyN(io.Discard, r.rec, size); err != nil {
			return nil, r.within(err)
		}
		return nil, nil
	}
	var block bytes.Buffer // grows as bytes come: a length that lies costs nothing
	if _, err := io.CopyN(&block, r.rec, size); err != nil {
		return nil, r.within(err)
	}
	return block.Bytes(), nil
}

// finish takes the two line ends after the block, and the check sum of a member that ends there.
func (r *Reader) finish() error {
	for range 2 {
		end, err := r.rec.Peek(1)
		if err != nil {
			break
		}
		if end[0] == '\r' {
			r.rec.Discard(1)
			end, _ = r.rec.Peek(1)
		}
		if len(end) == 1 && end[0] == '\n' {
			r.rec.Discard(1)
		}
	}
	if !r.gzip {
		return nil
	}
	if _, err := r.rec.Peek(1); err != nil && err != io.EOF {
		return r.reading(err)
	}
	return nil
}

// within is the error of a file that ends where a record does not.
func (r *Reader) within(err error) error {
	if err == io.EOF {
		return ErrTorn
	}
	return torn(err)
}

func (r *Reader) reading(err error) error {
	if err == io.EOF {
		return io.EOF
	}
	return torn(err)
}

func orEOF(err error) error {
	if err == nil || err == io.EOF {
		return io.EOF
	}
	return fmt.Errorf("read a WARC file: %w", err)
}

func torn(err error) error {
	if errors.Is(err, io.ErrUnexpectedEOF) || err == io.EOF {
		return ErrTorn
	}
	if errors.Is(err, ErrCorrupt) || errors.Is(err, ErrTorn) {
		return err
	}
	return fmt.Errorf("%w (%v)", ErrCorrupt, err)
}
