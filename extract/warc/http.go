package warc

import (
	"bufio"
	"bytes"
	"compress/flate"
	"compress/gzip"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httputil"
	"net/textproto"
	"strconv"
	"strings"
)

// Response is the HTTP response of a record, its body as a reader sees it: transfer and content codings undone.
type Response struct {
	Status int
	Header http.Header
	Body   []byte
}

// ErrCoding is a body in a coding that cannot be undone here.
var ErrCoding = errors.New("the body is in a content coding not read here; gzip and deflate are")

// payload is what follows the header of an HTTP message.
func payload(block []byte) []byte {
	crlf, lf := bytes.Index(block, []byte("\r\n\r\n")), bytes.Index(block, []byte("\n\n"))
	switch {
	case crlf >= 0 && (lf < 0 || crlf < lf):
		return block[crlf+4:]
	case lf >= 0:
		return block[lf+2:]
	}
	return nil
}

// ParseResponse reads the block of a response or revisit record. A body that unpacks to more than limit is ErrTooLarge.
func ParseResponse(block []byte, limit int64) (Response, error) {
	body := payload(block)
	head := block[:len(block)-len(body)]
	if len(head) > maxFields*4 {
		return Response{}, ErrTooLarge
	}
	status, fields, _ := bytes.Cut(head, []byte("\n"))
	out := Response{Status: statusOf(string(bytes.TrimSpace(status))), Body: body}
	if out.Status == 0 {
		return Response{}, fmt.Errorf("%w: no HTTP status line", ErrCorrupt)
	}
	mime, err := textproto.NewReader(bufio.NewReader(io.MultiReader(bytes.NewReader(bytes.TrimSpace(fields)), strings.NewReader("\r\n\r\n")))).ReadMIMEHeader()
	if err != nil && err != io.EOF {
		mime = lenientHeader(fields)
	}
	out.Header = http.Header(mime)
	if strings.EqualFold(out.Header.Get("Transfer-Encoding"), "chunked") {
		if plain, err := readCapped(httputil.NewChunkedReader(bytes.NewReader(body)), limit); err == nil {
			out.Body = plain // else the crawler had undone it and left the field
		}
	}
	out.Body, err = Decode(out.Header.Get("Content-Encoding"), out.Body, limit)
	return out, err
}

func statusOf(line string) int {
	proto, rest, _ := strings.Cut(line, " ")
	if !strings.HasPrefix(proto, "HTTP/") {
		return 0
	}
	code, _, _ := strings.Cut(strings.TrimSpace(rest), " ")
	n, err := strconv.Atoi(code)
	if err != nil || n < 100 || n > 999 {
		return 0
	}
	return n
}

// lenientHeader keeps the lines that are fields: one line in a wrong charset does not cost the page.
func lenientHeader(fields []byte) textproto.MIMEHeader {
	h := textproto.MIMEHeader{}
	for line := range bytes.Lines(fields) {
		if name, value, ok := strings.Cut(strings.TrimSpace(string(line)), ":"); ok {
			h.Add(strings.TrimSpace(name), strings.TrimSpace(value))
		}
	}
	return h
}

// Decode undoes a content coding. Bytes that do not look coded are passed on: archives often store what they decoded
// under the field as it came.
func Decode(coding string, body []byte, limit int64) ([]byte, error) {
	switch strings.ToLower(strings.TrimSpace(coding)) {
	case "", "identity":
	case "gzip", "x-gzip":
		if bytes.HasPrefix(body, []byte("\x1f\x8b")) {
			return Inflate(bytes.NewReader(body), "gzip", limit)
		}
	case "deflate":
		if out, err := Inflate(bytes.NewReader(body), "deflate", limit); err == nil || errors.Is(err, ErrTooLarge) {
			return out, err
		}
	default:
		return nil, fmt.Errorf("%w: %s", ErrCoding, coding)
	}
	if int64(len(body)) > limit {
		return nil, ErrTooLarge
	}
	return body, nil
}

// Inflate unpacks a gzip or deflate stream up to limit; ErrTooLarge comes with what was read till then.
func Inflate(r io.Reader, coding string, limit int64) ([]byte, error) {
	in := bufio.NewReader(r)
	if coding == "gzip" {
		gz, err := gzip.NewReader(in)
		if err != nil {
			return nil, fmt.Errorf("unpack gzip: %w", err)
		}
		return readCapped(gz, limit)
	}
	if head, _ := in.Peek(2); len(head) == 2 && head[0]&0x0f == 8 && (int(head[0])<<8|int(head[1]))%31 == 0 {
		z, err := zlib.NewReader(in)
		if err != nil {
			return nil, fmt.Errorf("unpack deflate: %w", err)
		}
		return readCapped(z, limit)
	}
	return readCapped(flate.NewReader(in), limit)
}

func readCapped(r io.Reader, limit int64) ([]byte, error) {
	var out bytes.Buffer
	n, err := io.Copy(&out, io.LimitReader(r, limit+1))
	if n > limit {
		return out.Bytes()[:limit], ErrTooLarge
	}
	return out.Bytes(), err
}
