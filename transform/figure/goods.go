package figure

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"yiyuan/transform/tables"
)

//go:embed goods.csv
var goodsCSV string

func init() { tables.Register("goods.csv", &goodsCSV) }

// good is a row of goods.csv: a name, the trade it tells of and its sort.
type good struct{ name, trade, sort string }

// goodsTable are the rows of goods.csv by their first character, the longest first.
var goodsTable = sync.OnceValue(func() *byFirst[good] {
	var rows []good
	for row := range tables.Rows(goodsCSV, 3) {
		g := good{row[0], row[1], row[2]}
		if g.trade == "" {
			g.trade = g.name
		}
		rows = append(rows, g)
	}
	slices.SortStableFunc(rows, func(a, b good) int { return len(b.name) - len(a.name) })
	out := &byFirst[good]{}
	for _, g := range rows {
		out.add(g.name, g)
	}
	return out
})

// tradeNamed is a good named in a text, in bytes.
type tradeNamed struct {
	start, end  int
	trade, sort string
}

// noTrade are what follows the name of a good in the name of a body or a place.
var noTrade = phrases("no trade")

// tradesIn are the goods that a text names, none inside another. What is part of the name of a body is none.
func tradesIn(text string) []tradeNamed {
	var out []tradeNamed
	past := 0
	for i, starting := range goodsTable().in(text) {
		if i < past {
			continue
		}
		for _, g := range starting {
			if strings.HasPrefix(text[i:], g.name) {
				past = i + len(g.name)
				if after := text[past:]; !namesBody(after) && !worksField(g.name, after) {
					out = append(out, tradeNamed{i, past, g.trade, g.sort})
				}
				break
			}
		}
	}
	return out
}

// namesBody tells of a text that goes on with the rest of the name of a firm, an office or a place.
func namesBody(after string) bool {
	if startsWithAny(after, noTrade()) {
		return true
	}
	for n := 0; n < 7 && after != ""; n++ {
		if startsWithAny(after, bodyEnds()) {
			return true
		}
		c, size := utf8.DecodeRuneInString(after)
		if c < '一' || c > '龥' {
			return false
		}
		after = after[size:]
	}
	return false
}

// bodyEnds are how the names of firms, schools and offices end.
var bodyEnds = phrases("names of bodies end")

// yieldsMore tells of a crop or a good of which more or less was made, whose makers are not what is named: 大蒜减产15%, not 乡镇企业增产四成.
func yieldsMore(s *site) bool {
	for i := len(s.left) - 1; i > 0; i-- {
		if text := s.left[i].text; text == "减产" || text == "增产" {
			return true
		}
	}
	return false
}
