package charset_test

import (
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"

	"yiyuan/extract/charset"
)

func encode(t *testing.T, e encoding.Encoding, s string) string {
	t.Helper()
	out, err := e.NewEncoder().String(s)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

const (
	simplified  = "全市地区生产总值增长百分之六，财政收入达到12.5亿元。"
	traditional = "全市地區生產總值增長百分之六，財政收入達到12.5億元。"
)

func TestOf(t *testing.T) {
	le := unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	be := unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	gb, big5 := encode(t, simplifiedchinese.GB18030, simplified), encode(t, traditionalchinese.Big5, traditional)
	for _, c := range []struct {
		what, bytes, want string
		bom               int
	}{
		{"ASCII", "GDP 12.5", charset.UTF8, 0},
		{"UTF-8", simplified, charset.UTF8, 0},
		{"UTF-8 with a mark", "\xef\xbb\xbf" + simplified, charset.UTF8, 3},
		{"UTF-8 cut inside a character", simplified[:len(simplified)-1], charset.UTF8, 0},
		{"UTF-8 with a stray byte in much text", simplified + simplified + "\xff" + simplified, charset.UTF8, 0},
		{"UTF-16LE with a mark", "\xff\xfe" + encode(t, le, simplified), charset.UTF16LE, 2},
		{"UTF-16BE with a mark", "\xfe\xff" + encode(t, be, simplified), charset.UTF16BE, 2},
		{"UTF-16LE without", encode(t, le, simplified), charset.UTF16LE, 0},
		{"UTF-16BE without", encode(t, be, simplified), charset.UTF16BE, 0},
		{"UTF-16LE, Latin only", encode(t, le, "GDP grew by 6 percent"), charset.UTF16LE, 0},
		{"GB18030", gb, charset.GB18030, 0},
		{"GB18030, traditional characters", encode(t, simplifiedchinese.GB18030, traditional), charset.GB18030, 0},
		{"GB18030 with a byte lost", gb[:10] + gb[11:] + gb + gb, charset.GB18030, 0},
		{"GB18030, a headline", encode(t, simplifiedchinese.GB18030, "福州日报"), charset.GB18030, 0},
		{"Big5", big5, charset.Big5, 0},
		{"Big5 cut inside a character", big5[:len(big5)-1], charset.Big5, 0},
		{"a picture", "\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR\x00\x00\x01\x00\x00\x00\x01\x00\x08\x06", charset.Unknown, 0},
	} {
		if got, bom := charset.Of([]byte(c.bytes)); got != c.want || bom != c.bom {
			t.Errorf("%s: got %q (mark %d), want %q (mark %d)", c.what, got, bom, c.want, c.bom)
		}
	}
}

func TestDecode(t *testing.T) {
	if got := charset.Decode([]byte(encode(t, simplifiedchinese.GB18030, simplified)), charset.GB18030); got != simplified {
		t.Errorf("GB18030: %s", got)
	}
	if got := charset.Decode([]byte("亿\xff元"), charset.UTF8); got != "亿\uFFFD元" {
		t.Errorf("damaged UTF-8: %q", got)
	}
}

func FuzzOf(f *testing.F) {
	f.Add([]byte(simplified))
	f.Add([]byte("\xb9\xab\xb1\xa8"))
	f.Add([]byte("\xff\xfe\x00N"))
	f.Fuzz(func(t *testing.T, b []byte) {
		name, bom := charset.Of(b)
		if bom > len(b) {
			t.Fatalf("a mark of %d bytes in %d", bom, len(b))
		}
		if text := charset.Decode(b[bom:], name); !utf8.ValidString(text) {
			t.Fatalf("%q decoded as %s to %q", b, name, text)
		}
	})
}
