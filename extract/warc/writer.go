package warc

import (
	"bytes"
	"compress/gzip"
	"crypto/rand"
	"fmt"
	"io"
	"strconv"
	"time"
)

// Writer appends records, each as a gzip member that reaches the file in one write.
type Writer struct {
	w   io.Writer
	gz  *gzip.Writer
	buf bytes.Buffer
	at  int64
}

// NewWriter returns a writer at the end of a file of that size.
func NewWriter(w io.Writer, size int64) *Writer {
	return &Writer{w: w, gz: gzip.NewWriter(nil), at: size}
}

// Size is where the next record will begin.
func (w *Writer) Size() int64 { return w.at }

// Write appends a record; its length and block digest are added to the fields.
func (w *Writer) Write(h Header, block []byte) (offset, length int64, err error) {
	w.buf.Reset()
	w.gz.Reset(&w.buf)
	write := func(parts ...string) {
		for _, p := range parts {
			io.WriteString(w.gz, p)
		}
	}
	write("WARC/1.1\r\n")
	for _, f := range h {
		write(f.Name, ": ", f.Value, "\r\n")
	}
	write(FieldBlockDigest, ": ", Digest(block), "\r\n", FieldContentLength, ": ", strconv.Itoa(len(block)), "\r\n\r\n")
	w.gz.Write(block)
	write("\r\n\r\n")
	if err := w.gz.Close(); err != nil {
		return 0, 0, fmt.Errorf("compress a WARC record: %w", err)
	}
	offset = w.at
	n, err := w.w.Write(w.buf.Bytes())
	w.at += int64(n)
	if err != nil {
		return 0, 0, fmt.Errorf("write a WARC record: %w", err)
	}
	return offset, int64(n), nil
}

// NewID returns a fresh WARC-Record-ID.
func NewID() string {
	var b [16]byte
	rand.Read(b[:])
	b[6], b[8] = b[6]&0x0f|0x40, b[8]&0x3f|0x80
	return fmt.Sprintf("<urn:uuid:%x-%x-%x-%x-%x>", b[:4], b[4:6], b[6:8], b[8:10], b[10:])
}

// FormatDate prints a time as WARC-Date has it.
func FormatDate(t time.Time) string { return t.UTC().Format("2006-01-02T15:04:05.000000Z") }
