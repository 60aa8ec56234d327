package extract

import (
	"bufio"
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"io"
	"strings"
	"unicode/utf8"

	"yiyuan"
	"yiyuan/extract/charset"
	"yiyuan/extract/stamp"
)

// record is a line of NDJSON. id, source and published are taken for doc_id, publisher and published_at.
type record struct {
	DocID       scalar `json:"doc_id"`
	ID          scalar `json:"id"`
	Text        string `json:"text"`
	HTML        string `json:"html"`
	URL         scalar `json:"url"`
	Title       scalar `json:"title"`
	Publisher   scalar `json:"publisher"`
	Source      scalar `json:"source"`
	Author      scalar `json:"author"`
	PublishedAt scalar `json:"published_at"`
	Published   scalar `json:"published"`
}

// scalar takes a string as it is and a number as it is written; anything else is no metadata.
type scalar string

func (s *scalar) UnmarshalJSON(b []byte) error {
	switch c := b[0]; {
	case c == '"':
		var v string
		err := json.Unmarshal(b, &v)
		*s = scalar(strings.TrimSpace(v))
		return err
	case c == '-' || c >= '0' && c <= '9':
		*s = scalar(b)
	}
	return nil
}

func (s scalar) or(other scalar) string {
	if s != "" {
		return string(s)
	}
	return string(other)
}

// lines reads NDJSON. A bad line is one failure; a damaged archive ends the file.
func (r *reader) lines(in io.Reader, at origin) error {
	buffered := bufio.NewReaderSize(in, 64<<10)
	limit := int(r.opt.maxBytes())
	for n := 1; ; n++ {
		line, err := readLine(buffered, limit)
		if n == 1 {
			line = bytes.TrimPrefix(line, []byte("\xef\xbb\xbf"))
		}
		if line = bytes.TrimSpace(line); len(line) > 0 && (err == nil || err == io.EOF) {
			if err := r.line(line, at.line(n)); err != nil {
				return err
			}
		}
		var f failure
		switch {
		case err == io.EOF:
			return r.ctx.Err()
		case errors.As(err, &f) && f.kind == KindTooLarge:
			if err := r.failWith(at.line(n), err); err != nil {
				return err
			}
		case err != nil:
			return r.failWith(at.line(n), unpacking(err, at))
		}
		if err := r.ctx.Err(); err != nil {
			return err
		}
	}
}

// readLine returns the next line in memory of its own. Of one longer than limit the rest is read away and forgotten.
func readLine(in *bufio.Reader, limit int) ([]byte, error) {
	var line []byte
	long := false
	for {
		part, err := in.ReadSlice('\n')
		if long = long || len(line)+len(part) > limit; long {
			line = nil
		} else {
			line = append(line, part...)
		}
		if err == bufio.ErrBufferFull {
			continue
		}
		if long && (err == nil || err == io.EOF) { // the end of the file is met again on the next call
			return nil, tooLarge(int64(limit))
		}
		return line, err
	}
}

func (r *reader) line(line []byte, at origin) error {
	if !utf8.Valid(line) {
		r.fail(at, KindEncoding, "not UTF-8, which JSON has to be; convert the file with: iconv -f GB18030 -t UTF-8")
		return nil
	}
	var rec record
	if err := json.Unmarshal(line, &rec); err != nil {
		var other *json.UnmarshalTypeError
		if errors.As(err, &other) { // its own words are about the types of this program
			r.fail(at, KindJSON, "not a JSON object with text or html as strings: %s is %s", cmp.Or(other.Field, "the line"), other.Value)
			return nil
		}
		r.fail(at, KindJSON, "not a JSON object with text or html: %v", err)
		return nil
	}
	src, err := r.recordOf(rec)
	if err != nil {
		at.docID = rec.DocID.or(rec.ID)
		if at.docID == "" {
			at.docID = at.rel
		}
		return r.failWith(at, err)
	}
	src.SHA256 = digest(line)
	return r.hand(at, src)
}

// recordOf takes what the record says before what its page or its first lines say.
func (r *reader) recordOf(rec record) (yiyuan.Source, error) {
	src := yiyuan.Source{Charset: charset.UTF8, Body: []byte(rec.Text), URL: string(rec.URL)}
	fromPage := strings.TrimSpace(rec.Text) == ""
	if fromPage {
		if strings.TrimSpace(rec.HTML) == "" {
			return yiyuan.Source{}, failure{KindEmpty, `neither "text" nor "html" holds anything`}
		}
		var err error
		if src, err = r.pageOf([]byte(rec.HTML), string(rec.URL)); err != nil {
			return yiyuan.Source{}, err
		}
	}
	src.DocID = rec.DocID.or(rec.ID)
	override(&src.Title, string(rec.Title))
	override(&src.Publisher, rec.Publisher.or(rec.Source))
	override(&src.Author, string(rec.Author))
	if t, ok := stamp.Parse(rec.PublishedAt.or(rec.Published)); ok {
		src.PublishedAt = t
	}
	if !fromPage {
		fillFromStamp(&src, stamp.Head(rec.Text[:min(len(rec.Text), headBytes)], r.opt.Now))
	}
	return src, nil
}

func override(field *string, value string) {
	if value != "" {
		*field = value
	}
}
