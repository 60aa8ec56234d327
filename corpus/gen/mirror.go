package main

import (
	"bytes"
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
)

//go:embed mirror.txt
var mirrorTable string

// cut marks the full stop whose second byte the mirror takes for the beginning of the next character.
const cut = '¦'

// mirrored rewrites a draft as the glossing mirrors do: to traditional characters one by one, to GBK, a gloss spliced in
// behind the bytes of every listed character wherever these two bytes stand, back to text, wide marks made narrow.
func mirrored(draft string) ([]byte, error) {
	traditional, listed := readMirror()
	coded, err := encode(traditional.Replace(draft))
	if err != nil {
		return nil, err
	}
	for _, l := range listed {
		pair, err := encode(l.character)
		if err != nil {
			return nil, err
		}
		gloss, err := encode("(" + l.gloss + ")")
		if err != nil {
			return nil, err
		}
		coded = bytes.ReplaceAll(coded, pair, slices.Concat(pair, gloss))
	}
	return []byte(narrow.Replace(decode(coded))), nil
}

type listed struct{ character, gloss string }

func readMirror() (traditional *strings.Replacer, list []listed) {
	var pairs []string
	for line := range strings.Lines(mirrorTable) {
		f := strings.Fields(line)
		if len(f) < 2 || f[0] == "#" {
			continue
		}
		pairs = append(pairs, f[0], f[1])
		if len(f) > 2 {
			list = append(list, listed{f[1], f[2]})
		}
	}
	return strings.NewReplacer(pairs...), list
}

// encode writes GBK. Of a full stop that is cut the first byte stands alone before a blank byte, which decode drops.
func encode(s string) ([]byte, error) {
	var out []byte
	for i, part := range strings.Split(s, "。"+string(cut)) {
		if i > 0 {
			out = append(out, 0xA1, 0, 0xA3)
		}
		b, err := simplifiedchinese.GBK.NewEncoder().Bytes([]byte(part))
		if err != nil {
			return nil, fmt.Errorf("%q is not in GBK: %w", part, err)
		}
		out = append(out, b...)
	}
	return out, nil
}

// decode reads GBK as the mirror's pages were read: a first byte with no second one behind it, and the sign behind it
// where that is below the range of second bytes, become one question mark.
func decode(b []byte) string {
	var out strings.Builder
	for i := 0; i < len(b); {
		switch {
		case b[i] < 0x80:
			out.WriteByte(b[i])
			i++
		case i+1 < len(b) && b[i+1] >= 0x40:
			out.WriteRune(character(b[i], b[i+1]))
			i += 2
		default:
			out.WriteByte('?')
			i++
			if i < len(b) && (b[i] == 0 || b[i] > 0x20 && b[i] < 0x40) {
				i++
			}
		}
	}
	return out.String()
}

// character decodes two bytes. Codes without a character are shown as the private ones GBK sets aside for its users.
func character(lead, trail byte) rune {
	s, err := simplifiedchinese.GBK.NewDecoder().Bytes([]byte{lead, trail})
	if r, _ := utf8.DecodeRune(s); err == nil && r != utf8.RuneError {
		return r
	}
	row, cell := rune(lead), rune(trail)
	switch {
	case lead >= 0xAA && lead <= 0xAF && trail >= 0xA1:
		return 0xE000 + (row-0xAA)*94 + cell - 0xA1
	case lead >= 0xF8 && trail >= 0xA1:
		return 0xE234 + (row-0xF8)*94 + cell - 0xA1
	case lead >= 0xA1 && lead <= 0xA7 && trail <= 0xA0:
		if trail > 0x7F {
			cell--
		}
		return 0xE4C6 + (row-0xA1)*96 + cell - 0x40
	}
	return '?'
}

var narrow = strings.NewReplacer("，", ",", "；", ";", "：", ":", "！", "!", "？", "?", "（", "(", "）", ")", "＝", "=", "＜", "<")
