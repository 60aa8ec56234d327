package warc

import (
	"bytes"
	"compress/gzip"
	"errors"
	"io"
	"strconv"
	"strings"
	"testing"
	"time"
)

func header(kind, target string, extra ...string) Header {
	var h Header
	h.Add(FieldType, kind)
	h.Add(FieldRecordID, NewID())
	h.Add(FieldDate, FormatDate(time.Date(2026, 3, 2, 8, 0, 0, 0, time.UTC)))
	h.Add(FieldTarget, target)
	h.Add(FieldContentType, HTTPResponse)
	for i := 0; i+1 < len(extra); i += 2 {
		h.Add(extra[i], extra[i+1])
	}
	return h
}

const page = "<p>地区生产总值1001亿元</p>"

// three is a file of three records, and where each ends.
func three(t testing.TB) (file []byte, ends []int64) {
	t.Helper()
	var b bytes.Buffer
	w := NewWriter(&b, 0)
	for _, block := range []string{"software: yiyuan\r\n", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page, "HTTP/1.1 304 Not Modified\r\n\r\n"} {
		kind := TypeResponse
		if !strings.HasPrefix(block, "HTTP") {
			kind = TypeInfo
		}
		off, n, err := w.Write(header(kind, "http://a.example/", FieldPayloadDigest, Digest(payload([]byte(block)))), []byte(block))
		if err != nil {
			t.Fatal(err)
		}
		if off+n != w.Size() {
			t.Fatalf("a record of %d at %d ends at %d", n, off, w.Size())
		}
		ends = append(ends, w.Size())
	}
	return b.Bytes(), ends
}

func readAll(r io.Reader) (records []*Record, err error) {
	in := NewReader(r)
	for {
		rec, err := in.Next()
		if err == io.EOF {
			return records, nil
		}
		if err != nil {
			return records, err
		}
		records = append(records, rec)
	}
}

func gunzip(t testing.TB, b []byte) []byte {
	t.Helper()
	gz, err := gzip.NewReader(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	plain, err := io.ReadAll(gz)
	if err != nil {
		t.Fatal(err)
	}
	return plain
}

func TestWhatIsWrittenIsRead(t *testing.T) {
	file, ends := three(t)
	plain := gunzip(t, file)
	var one bytes.Buffer
	gz := gzip.NewWriter(&one)
	gz.Write(plain)
	gz.Close()
	for name, b := range map[string][]byte{"a member to a record": file, "not compressed": plain, "one member": one.Bytes()} {
		t.Run(name, func(t *testing.T) {
			records, err := readAll(bytes.NewReader(b))
			if err != nil || len(records) != 3 {
				t.Fatalf("%d records, %v", len(records), err)
			}
			for _, r := range records {
				if err := r.Check(); err != nil {
					t.Error(err)
				}
			}
			resp, err := ParseResponse(records[1].Block, 1000)
			if err != nil || resp.Status != 200 || string(resp.Body) != page || resp.Header.Get("Content-Type") != "text/html" {
				t.Errorf("%+v, %v", resp, err)
			}
		})
	}
	records, _ := readAll(bytes.NewReader(file))
	for i, r := range records {
		if r.Offset+r.Length != ends[i] {
			t.Errorf("record %d ends at %d, want %d", i, r.Offset+r.Length, ends[i])
		}
		alone, err := NewReader(bytes.NewReader(file[r.Offset:])).Next()
		if err != nil || !bytes.Equal(alone.Block, r.Block) {
			t.Errorf("record %d alone: %v", i, err)
		}
	}
	plainRecords, _ := readAll(bytes.NewReader(plain))
	for i, r := range plainRecords {
		alone, err := NewReader(bytes.NewReader(plain[r.Offset : r.Offset+r.Length])).Next()
		if err != nil || !bytes.Equal(alone.Block, records[i].Block) {
			t.Errorf("plain record %d alone: %v", i, err)
		}
	}
}

// TestCutAnywhere: a file cut at any byte gives the records before the cut, and says that it is torn unless the cut is
// between two.
func TestCutAnywhere(t *testing.T) {
	file, ends := three(t)
	for n := range file {
		records, err := readAll(bytes.NewReader(file[:n]))
		want, between := 0, n == 0
		for _, e := range ends {
			if int64(n) >= e {
				want++
			}
			between = between || int64(n) == e
		}
		if len(records) != want || (err == nil) != between || err != nil && !errors.Is(err, ErrTorn) {
			t.Errorf("cut at %d: %d records and %v, want %d", n, len(records), err, want)
		}
	}
}

func TestAChangedByteIsFound(t *testing.T) {
	file, _ := three(t)
	plain := gunzip(t, file)
	at := bytes.Index(plain, []byte("1001"))
	plain[at] = '9'
	records, err := readAll(bytes.NewReader(plain))
	if err != nil {
		t.Fatal(err)
	}
	if err := records[1].Check(); !errors.Is(err, ErrDigest) {
		t.Errorf("%v", err)
	}
	for i := range file {
		bent := bytes.Clone(file)
		bent[i] ^= 0x10
		records, err := readAll(bytes.NewReader(bent))
		for _, r := range records {
			if err == nil {
				err = r.Check()
			}
		}
		if err == nil && len(records) == 3 && string(payload(records[1].Block)) != page {
			t.Fatalf("a bent byte at %d was not found", i)
		}
	}
}

// TestFilesOfOthers: what Heritrix, warcio and Common Crawl write.
func TestFilesOfOthers(t *testing.T) {
	record := func(fields, block, end string) string {
		return fields + "Content-Length: " + strconv.Itoa(len(block)) + end + end + block + end + end
	}
	for _, tt := range []struct{ name, record, body string }{
		{"WARC/1.0, address in brackets, SHA-1 in base32", record("WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: <http://a.example/>\r\nWARC-Payload-Digest: sha1:VL2MMHO4YXUKFWV63YHTWSBM3GXKSQ2N\r\n", "HTTP/1.1 200 OK\r\n\r\nhello", "\r\n"), "hello"},
		{"chunked", record("WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.example/\r\n", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n", "\r\n"), "hello"},
		{"said to be chunked, and is not", record("WARC/1.0\nWARC-Type: response\nWARC-Target-URI: http://a.example/\n", "HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\nhello", "\n"), "hello"},
		{"said to be gzip, and is not", record("WARC/1.1\r\nwarc-type: response\r\nwarc-target-uri: http://a.example/\r\n", "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\nhello", "\r\n"), "hello"},
		{"a folded field", record("WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI:\r\n http://a.example/\r\n", "HTTP/1.1 200 OK\r\n\r\nhello", "\r\n"), "hello"},
		{"an answer without header", record("WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.example/\r\n", "HTTP/1.1 200 OK\r\n\r\n", "\r\n"), ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			records, err := readAll(strings.NewReader(tt.record + tt.record))
			if err != nil || len(records) != 2 {
				t.Fatalf("%d records, %v", len(records), err)
			}
			if err := records[1].Check(); err != nil {
				t.Error(err)
			}
			resp, err := ParseResponse(records[1].Block, 100)
			if err != nil || string(resp.Body) != tt.body {
				t.Errorf("body %q, %v", resp.Body, err)
			}
			if got := strings.TrimSpace(records[1].Target()); got != "http://a.example/" {
				t.Errorf("target %q", got)
			}
		})
	}
}

func TestHostileRecords(t *testing.T) {
	var bomb bytes.Buffer
	gz := gzip.NewWriter(&bomb)
	gz.Write(make([]byte, 100<<20))
	gz.Close()
	for _, tt := range []struct {
		name, record string
		err          error
	}{
		{"not WARC", "GIF89a and so on", ErrCorrupt},
		{"no length", "WARC/1.1\r\nWARC-Type: response\r\n\r\n", ErrCorrupt},
		{"a negative length", "WARC/1.1\r\nContent-Length: -1\r\n\r\n", ErrCorrupt},
		{"a length beyond everything", "WARC/1.1\r\nContent-Length: 99999999999\r\n\r\n", ErrTooLarge},
		{"a length beyond the file", "WARC/1.1\r\nContent-Length: 99999999\r\n\r\nabc", ErrTorn},
		{"fields without end", "WARC/1.1\r\n" + strings.Repeat("a: b\r\n", 100_000), ErrCorrupt},
		{"a line without end", "WARC/1.1 " + strings.Repeat("a", 1<<20), ErrCorrupt},
		{"a bomb that is no record", bomb.String(), ErrCorrupt},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if _, err := readAll(strings.NewReader(tt.record)); !errors.Is(err, tt.err) {
				t.Errorf("%v, want %v", err, tt.err)
			}
		})
	}
	packed := "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n" + bomb.String()
	if _, err := ParseResponse([]byte(packed), 1<<20); !errors.Is(err, ErrTooLarge) {
		t.Errorf("a bomb in a body: %v", err)
	}
}

func TestLargeBlocksAreSkipped(t *testing.T) {
	file, _ := three(t)
	r := NewReader(bytes.NewReader(file))
	r.MaxBlock = 20
	var blocks []int
	for {
		rec, err := r.Next()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		blocks = append(blocks, len(rec.Block))
	}
	if len(blocks) != 3 || blocks[0] != 18 || blocks[1] != 0 {
		t.Errorf("%v", blocks)
	}
}

func FuzzReader(f *testing.F) {
	file, _ := three(f)
	f.Add(file)
	f.Add(gunzip(f, file))
	f.Add(file[:len(file)/2])
	f.Add([]byte("WARC/1.0\nWARC-Type: response\nContent-Length: 30\n\nHTTP/1.1 200\nContent-Encoding: deflate\n\nx\n\n\n"))
	f.Fuzz(func(t *testing.T, b []byte) {
		r := NewReader(bytes.NewReader(b))
		r.MaxBlock = 1 << 16
		end := int64(0)
		for {
			rec, err := r.Next()
			if err != nil {
				if _, again := r.Next(); again == nil {
					t.Fatal("a record after the end")
				}
				return
			}
			if rec.Offset < 0 || rec.Length < 0 || rec.Offset+rec.Length < end || rec.Offset+rec.Length > int64(len(b)) {
				t.Fatalf("a record of %d bytes at %d in a file of %d", rec.Length, rec.Offset, len(b))
			}
			end = rec.Offset + rec.Length
			rec.Check()
			if resp, err := ParseResponse(rec.Block, 1<<16); err == nil && len(resp.Body) > 1<<16 {
				t.Fatal("a body beyond the limit")
			}
		}
	})
}
