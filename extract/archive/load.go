package archive

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"sort"
	"strconv"
	"strings"

	"yiyuan/extract/warc"
)

const maxLine = 64 << 10

func isEOF(err error) bool { return errors.Is(err, io.EOF) }

// files returns the names of the WARC files in the order they were written, which is that of their numbers.
func (a *Archive) files() ([]string, error) {
	entries, err := os.ReadDir(filepath.Join(a.dir, folder))
	if err != nil {
		return nil, fmt.Errorf("read the archive: %w", err)
	}
	var out []string
	for _, e := range entries {
		if e.Type().IsRegular() && strings.HasSuffix(e.Name(), ".warc.gz") {
			out = append(out, e.Name())
		}
	}
	sort.Slice(out, func(i, j int) bool {
		ni, nj := numberOf(out[i]), numberOf(out[j])
		if ni != nj {
			return ni < nj
		}
		return out[i] < out[j]
	})
	return out, nil
}

// fileName: the number orders the files, since clocks go back.
func fileName(n int) string { return fmt.Sprintf("yiyuan-%06d.warc.gz", n) }

func numberOf(file string) int {
	base := strings.TrimSuffix(file, ".warc.gz")
	n, _ := strconv.Atoi(base[strings.LastIndexByte(base, '-')+1:])
	return n
}

// load reads the index, and the records that it does not name yet.
func (a *Archive) load() error {
	if err := a.loadIndex(); err != nil {
		return err
	}
	files, err := a.files()
	if err != nil {
		return err
	}
	for _, file := range files {
		a.next = max(a.next, numberOf(file)+1)
	}
	return nil
}

// loadIndex stops at the first line that is no capture: what follows a torn line is found again in the records.
func (a *Archive) loadIndex() error {
	f, err := os.Open(filepath.Join(a.dir, indexName))
	if errors.Is(err, fs.ErrNotExist) {
		if a.lock == nil {
			return a.scan(nil)
		}
		return nil // mend will find everything
	}
	if err != nil {
		return fmt.Errorf("read the index of the archive: %w", err)
	}
	defer f.Close()
	whole, err := readLines(f, func(line []byte) bool {
		var c Capture
		if json.Unmarshal(line, &c) != nil || c.File == "" || c.Length <= 0 {
			return false
		}
		a.add(c)
		return true
	})
	if err != nil {
		return fmt.Errorf("read the index of the archive: %w", err)
	}
	if a.lock == nil {
		return a.scan(nil)
	}
	if err := os.Truncate(f.Name(), whole); err != nil {
		return fmt.Errorf("mend the index of the archive: %w", err)
	}
	return nil
}

// readLines gives complete lines to take until it refuses one, and returns where the last good one ends.
func readLines(r io.Reader, take func([]byte) bool) (end int64, err error) {
	in := bufio.NewReaderSize(r, maxLine)
	for {
		line, err := in.ReadSlice('\n')
		switch {
		case err == io.EOF, err == bufio.ErrBufferFull:
			return end, nil
		case err != nil:
			return end, err
		case !take(bytes.TrimSpace(line)):
			return end, nil
		}
		end += int64(len(line))
	}
}

// mend brings index and records together after a kill: missing lines are added, a torn record is cut off.
func (a *Archive) mend() error {
	return a.scan(func(c Capture) error {
		line, err := indexLine(c)
		if err == nil {
			_, err = a.index.Write(line)
		}
		return err
	})
}

// scan reads the records beyond what the index knows. Only a writer, which has found, may change the files.
func (a *Archive) scan(found func(Capture) error) error {
	files, err := a.files()
	if err != nil {
		return err
	}
	for _, file := range files {
		if err := a.scanFile(file, found); err != nil {
			return fmt.Errorf("mend %s: %w", file, err)
		}
	}
	return nil
}

func (a *Archive) scanFile(file string, found func(Capture) error) error {
	f, err := os.Open(a.path(file))
	if err != nil {
		return err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return err
	}
	start := a.end[file]
	if info.Size() <= start && info.Size() > 0 {
		return nil
	}
	if _, err := f.Seek(start, io.SeekStart); err != nil {
		return err
	}
	good := start
	r := warc.NewReader(f)
	for {
		rec, err := r.Next()
		if err != nil {
			return a.cut(file, good, err, found != nil)
		}
		rec.Offset += start
		good = rec.Offset + rec.Length
		c, ok := captureOf(rec)
		if !ok {
			continue
		}
		c.File = file
		a.add(c)
		if found != nil {
			if err := found(c); err != nil {
				return err
			}
		}
	}
}

// cut removes a record that was being written when its writer was killed. Damage of another kind is left to verify.
func (a *Archive) cut(file string, good int64, why error, writing bool) error {
	if !writing || !(isEOF(why) || errors.Is(why, warc.ErrTorn)) {
		return nil
	}
	if good == 0 {
		return os.Remove(a.path(file))
	}
	return os.Truncate(a.path(file), good)
}

// captureOf reads a record of this package back; ok is false for a record that is no capture.
func captureOf(rec *warc.Record) (c Capture, ok bool) {
	if t := rec.Type(); t != warc.TypeResponse && t != warc.TypeRevisit {
		return c, false
	}
	resp, err := warc.ParseResponse(rec.Block, int64(len(rec.Block)))
	if err != nil {
		return c, false
	}
	c = Capture{
		URL: rec.Target(), At: rec.Date(), Status: resp.Status, Type: mediaType(resp.Header),
		Digest: rec.Header.Get(warc.FieldPayloadDigest), Size: len(resp.Body),
		Offset: rec.Offset, Length: rec.Length, Server: rec.Header.Get(warc.FieldIP),
		Revisit: rec.Type() == warc.TypeRevisit, Truncated: rec.Header.Get(warc.FieldTruncated),
	}
	return c, true
}
