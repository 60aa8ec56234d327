package mend

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"
)

func TestDecodeClean(t *testing.T) {
	const text = "全市生产总值1234.5亿元，增长6.7%。\n其中：第一产业𠮷😀增加值②"
	big5, err := traditionalchinese.Big5.NewEncoder().String("全市生產總值1234.5億元，增長6.7%。")
	if err != nil {
		t.Fatal(err)
	}
	utf16le, _ := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(text)
	utf16be, _ := unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM).NewEncoder().String(text)
	for _, c := range []struct{ name, in, charset, want string }{
		{"UTF-8", text, "utf-8", text},
		{"no charset named", text, "", text},
		{"UTF-8 with a mark", "\uFEFF" + text, "utf-8", text},
		{"GB18030", string(gb(t, text)), "gb18030", text},
		{"UTF-8 declared GB18030", text, "gb18030", text},
		{"Big5", big5, "big5", "全市生產總值1234.5億元，增長6.7%。"},
		{"UTF-16 with a mark", utf16le, "utf-16le", text},
		{"UTF-16 without", utf16be, "utf-16be", text},
		{"control characters", "全市\x00生产\x0B\x7F总值\t1\r\n", "utf-8", "全市生产总值\t1\r\n"},
		{"control characters in GBK", string(gb(t, "全市\x00生产\x07\x08总值")), "gb18030", "全市生产总值"},
		{"nothing", "", "gb18030", ""},
		{"€ of cp936", "\x80100", "gb18030", "€100"},
		{"a GBK line in a page of UTF-8", "来源：本站\n" + string(gb(t, "全市经济运行总体平稳，结构继续优化。")) + "\n责编", "utf-8", "来源：本站\n全市经济运行总体平稳，结构继续优化。\n责编"},
	} {
		got := Decode([]byte(c.in), c.charset)
		if got.Text != c.want {
			t.Errorf("%s: %q, want %q", c.name, got.Text, c.want)
		}
		if len(got.Suspect) > 0 {
			t.Errorf("%s: suspect %v", c.name, got.Suspect)
		}
	}
}

// without takes out the n-th byte of the first place of a word in a GBK text.
func without(t testing.TB, text, word string, n int) []byte {
	t.Helper()
	b := gb(t, text)
	k := strings.Index(string(b), string(gb(t, word))) + n
	if k < n {
		t.Fatalf("%s is not in %s", word, text)
	}
	return append(b[:k:k], b[k+1:]...)
}

func TestLostByte(t *testing.T) {
	for _, c := range []struct {
		name, text, word string
		byte             int
		want             string
		suspect          string
	}{
		{"first byte of a character", "坚持稳中求进工作总基调，经济社会发展取得新成效。", "进工", 0, "坚持稳中求进工作总基调，经济社会发展取得新成效。", ""},
		{"second byte of a character", "坚持稳中求进工作总基调，经济社会发展取得新成效。", "会发", 1, "坚持稳中求进工作总基调，经济社会发展取得新成效。", ""},
		{"the unit of a figure", "全年生产总值532亿元，增长8%。", "亿元", 0, "全年生产总值532□元，增长8%。", "532"},
		{"just before a figure", "全年进出口总额增长12.5%，城镇新增就业保持稳定。", "长1", 1, "全年进出口总额增□12.5%，城镇新增就业保持稳定。", "12.5%"},
		{"far from the figures of the sentence", "2023年，全市持续优化营商环境，市场活力不断增强，新登记企业5万户。", "环境", 1, "2023年，全市持续优化营商环境，市场活力不断增强，新登记企业5万户。", ""},
	} {
		got := Decode(without(t, c.text, c.word, c.byte), "gb18030")
		if got.Text != c.want {
			t.Errorf("%s: %s, want %s", c.name, got.Text, c.want)
		}
		if len(got.Repairs) != 1 || got.Repairs[0].Filter != LostByte {
			t.Errorf("%s: repairs %+v", c.name, got.Repairs)
		}
		suspect := ""
		for _, s := range got.Suspect {
			suspect += string([]rune(got.Text)[s[0]:s[1]])
		}
		if c.suspect == "" && suspect != "" || !strings.Contains(suspect, c.suspect) {
			t.Errorf("%s: suspect %q, want %q", c.name, suspect, c.suspect)
		}
	}
}

func TestRepairSaysWhere(t *testing.T) {
	got := Decode(without(t, "首行\n坚持稳中求进工作总基调。", "进工", 0), "gb18030")
	if len(got.Repairs) != 1 {
		t.Fatalf("repairs %+v", got.Repairs)
	}
	r := got.Repairs[0]
	if s := string([]rune(got.Text)[r.Start:r.End]); s != "进工作总基调。" {
		t.Errorf("the repair spans %s", s)
	}
	if want := plain(without(t, "进工作总基调。", "进", 0)); r.Before != want {
		t.Errorf("before %s, want %s", r.Before, want)
	}
}

func TestLostByteInUTF8(t *testing.T) {
	const text = "推动经济高质量发展，全市生产总值532亿元。"
	for _, c := range []struct{ word, want string }{
		{"济", text},
		{"亿", "推动经济高质量发展，全市生产总值532□元。"},
	} {
		for n := range 3 {
			k := strings.Index(text, c.word) + n
			got := Decode([]byte(text[:k]+text[k+1:]), "utf-8")
			if got.Text != c.want && got.Text != strings.Replace(c.want, c.word, "□", 1) {
				t.Errorf("byte %d of %s: %s", n, c.word, got.Text)
			}
		}
	}
}

func TestWrongCharset(t *testing.T) {
	const text = "中国经济持续回升向好，城乡居民收入稳步增长"
	asGB := func(s string) string {
		u, err := simplifiedchinese.GB18030.NewDecoder().String(s)
		if err != nil {
			t.Fatal(err)
		}
		return u
	}
	asLatin := func(s string) string {
		u, err := charmap.ISO8859_1.NewDecoder().String(s)
		if err != nil {
			t.Fatal(err)
		}
		return u
	}
	as1252 := func(s string) string {
		u, err := charmap.Windows1252.NewDecoder().String(s)
		if err != nil {
			t.Fatal(err)
		}
		return u
	}
	for _, c := range []struct{ name, in, want string }{
		{"UTF-8 read as GBK", asGB("全市经济回升"), "全市经济回升"},
		{"UTF-8 read as GBK, bytes lost on the way", asGB(text), "□国经济持续回升向好，城乡居民收入稳步□长"},
		{"UTF-8 read as GBK, then figures", asGB("全年生产总值") + "532.6" + asGB("亿元"), "全年生产总值532.6亿元"},
		{"UTF-8 read as GBK in a good sentence", "他说：" + asGB("城乡居民收入") + "，稳步增长。", "他说：城乡居民收入，稳步增长。"},
		{"GBK read as Latin-1", asLatin(string(gb(t, text))), text},
		{"GBK read as Windows-1252", as1252(string(gb(t, text))), text},
		{"GBK read as Latin-1, with figures", asLatin(string(gb(t, "全年生产总值532.6亿元"))), "全年生产总值532.6亿元"},
		{"UTF-8 read as Latin-1", asLatin(text), text},
		{"UTF-8 read as Windows-1252", as1252("中国经济"), "中国□济"},
	} {
		got := Decode([]byte("甲乙丙\n"+c.in+"\n丁"), "utf-8")
		if want := "甲乙丙\n" + c.want + "\n丁"; got.Text != want {
			t.Errorf("%s: %s, want %s (from %s)", c.name, got.Text, want, c.in)
		}
		if len(got.Repairs) == 0 {
			t.Errorf("%s: no repair was named", c.name)
		}
	}
}

func TestReplacementCharacters(t *testing.T) {
	got := Decode([]byte("增长锟斤拷5%，其中\uFFFD\uFFFD企业"), "utf-8")
	if want := "增长□5%，其中□企业"; got.Text != want {
		t.Errorf("%s, want %s", got.Text, want)
	}
	if len(got.Suspect) != 1 {
		t.Errorf("suspect %v", got.Suspect)
	}
}

// Text that looks odd and is as its author wrote it.
func TestLeftAlone(t *testing.T) {
	for _, s := range []string{
		"网页上满是“锟斤拷”，是编码错了。",
		"Häagen-Dazs、Citroën与L'Oréal在café里",
		"àáâãäåæçèéêëìíîï 是拉丁字母。",
		"妈(mā)麻(má)马(mǎ)骂(mà)",
		"臺灣地區經濟發展與兩岸關係，讓農業產業轉型升級。",
		"饕餮、魑魅魍魉、龃龉、蹀躞、觊觎、囹圄",
		"鍥而不舍，涓涓细流",
		"①全年②上半年③ァイウ",
		"±5°、3×4÷2·甲",
		"乡镇（街道）：漈头、岵山、崁顶、坂仔、湖頭",
	} {
		if got := Decode([]byte(s), "utf-8"); got.Text != s || len(got.Repairs) > 0 {
			t.Errorf("UTF-8: %s became %s", s, got.Text)
		}
		if got := Decode(gb(t, s), "gb18030"); got.Text != s || len(got.Repairs) > 0 {
			t.Errorf("GB18030: %s became %s", s, got.Text)
		}
	}
}

func FuzzDecode(f *testing.F) {
	for _, s := range []string{"全市生产总值1234.5亿元，增长6.7%。", "鍥藉锟斤拷", "ÖÐ¹ú 12", "中国3", "\x00\xFF\xFE7"} {
		f.Add([]byte(s), uint8(0))
		f.Add(gb(f, s), uint8(1))
	}
	f.Add(without(f, "坚持稳中求进工作总基调，2023年经济发展", "进", 0), uint8(1))
	f.Fuzz(func(t *testing.T, b []byte, charset uint8) {
		names := []string{"utf-8", "gb18030", "big5", "utf-16le", "utf-16be"}
		name := names[int(charset)%len(names)]
		got := Decode(b, name)
		if !utf8.ValidString(got.Text) {
			t.Fatalf("not valid UTF-8: %q", got.Text)
		}
		n := utf8.RuneCountInString(got.Text)
		last := 0
		for _, r := range got.Repairs {
			if r.Start < last || r.End < r.Start || r.End > n || !utf8.ValidString(r.Before) {
				t.Fatalf("repair %+v of %q", r, got.Text)
			}
			last = r.Start
		}
		for _, s := range got.Suspect {
			if s[0] < 0 || s[1] <= s[0] || s[1] > n {
				t.Fatalf("suspect %v of %d characters", s, n)
			}
		}
		if strings.HasPrefix(name, "utf-16") || hasFourByteCode(b) {
			return
		}
		if g, w := digitsOf(got.Text), digitsOf(asciiOf(b)); g != w {
			t.Fatalf("digits %s, want %s in %q", g, w, got.Text)
		}
	})
}

func hasFourByteCode(b []byte) bool {
	for i := range b {
		if _, ok := fourBytes(b[i:]); ok {
			return true
		}
	}
	return false
}
