package load

import (
	"context"
	"fmt"
	"hash/fnv"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/cockroachdb/apd/v3"
	"github.com/google/go-cmp/cmp"

	"yiyuan"
)

// stated is a fact in the words of the domain; year gives its period.
type stated struct {
	text, value, unit            string // 5.3万亿元, 5300000000000, CNY
	indicator, words             string
	measure, base, bound, status string
	region, name                 string
	industry, qualifier, counter string
	quote                        string
	year                         int
	subject, kind                string
	partOf                       int // 1 is the document's first
}

// report is a document that states facts and nothing else: its text is their clauses, one a line.
func report(id string, day time.Time, lines ...stated) *yiyuan.Reading {
	r := &yiyuan.Reading{Document: yiyuan.Document{
		DocID: id, Title: "政府工作报告", SHA256: id, RulesVersion: "r1", ReferenceDate: yiyuan.DateOf(day), Parts: 1,
	}}
	var text strings.Builder
	text.WriteString("政府工作报告\n")
	story, _, _ := strings.Cut(id, "·")
	seed := fnv.New64()
	seed.Write([]byte(story))
	letters, dice := []rune("稳中求进总基调贯彻新发展理念服务融入格局推动高质量取得成效人民生活改善"), rand.New(rand.NewPCG(seed.Sum64(), 1))
	for range 4000 { // as long as a report, without a figure; copies of one story share what stands before ·
		text.WriteRune(letters[dice.IntN(len(letters))])
	}
	text.WriteString(id + "\n")
	placed, mentions := map[string]int{}, map[int]string{}
	for i, s := range lines {
		clause := s.quote
		if clause == "" {
			clause = s.name + s.words + s.text
		}
		if _, ok := placed[clause]; !ok {
			placed[clause] = len([]rune(text.String()))
			text.WriteString(clause + "。\n")
		}
		at := placed[clause] + len([]rune(clause[:strings.Index(clause, s.text)]))
		if mentions[at] == "" {
			mentions[at] = fmt.Sprintf("%s@%d", id, i+1)
			r.Mentions = append(r.Mentions, yiyuan.Mention{MentionID: mentions[at], Start: at, End: at + len([]rune(s.text)), Text: s.text, Kind: "amount", Disposition: "fact"})
		}
		f := yiyuan.Fact{
			FactID: fmt.Sprintf("%s#%d", id, i+1), MentionID: mentions[at], Indicator: s.indicator, IndicatorText: s.words,
			Measure: or(s.measure, "level"), Base: s.base, Value: decimal(s.value), Unit: s.unit, Counter: s.counter, ValueText: s.text, Bound: or(s.bound, "exact"),
			Subject: or(s.subject, s.name), SubjectKind: or(s.kind, "region"), RegionCode: s.region, RegionName: s.name, Industry: s.industry, Qualifier: s.qualifier,
			PeriodKind: "during", PeriodStart: yiyuan.NewDate(s.year, 1, 1), PeriodEnd: yiyuan.NewDate(s.year, 12, 31), Status: or(s.status, "actual"),
			Quote: clause, Sentence: clause + "。", Start: at, End: at + len([]rune(s.text)),
		}
		if s.partOf > 0 {
			f.PartOf = fmt.Sprintf("%s#%d", id, s.partOf)
		}
		r.Facts = append(r.Facts, f)
	}
	r.Document.Text = text.String()
	slices.SortFunc(r.Mentions, func(a, b yiyuan.Mention) int { return a.Start - b.Start })
	return r
}

// table is the rows of a query, their values apart by |, their lines by /.
func table(t testing.TB, path, query string) string {
	t.Helper()
	r, err := OpenReader(context.Background(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	rows, err := r.Query(context.Background(), query)
	if err != nil {
		t.Fatal(err)
	}
	return textOf(t, rows)
}

func textOf(t testing.TB, rows *Rows) string {
	t.Helper()
	defer rows.Close()
	var lines []string
	for rows.Next() {
		if _, err := rows.Values(); err != nil {
			t.Fatal(err)
		}
		var cells []string
		for i := range rows.Columns {
			cells = append(cells, string(rows.AppendText(nil, i)))
		}
		lines = append(lines, strings.Join(cells, "|"))
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return strings.Join(lines, " / ")
}

func decimal(s string) yiyuan.Decimal {
	d, _, err := apd.NewFromString(s)
	if err != nil {
		panic(err)
	}
	return *d
}

func or(s, otherwise string) string {
	if s == "" {
		return otherwise
	}
	return s
}

func day(y int, m time.Month, d int) time.Time { return time.Date(y, m, d, 0, 0, 0, 0, time.UTC) }

var someRegions = func() []Region {
	return []Region{
		{Code: "100000", Name: "中华人民共和国", Level: "nation"}, {Code: "350000", Name: "福建省", Level: "province", Parent: "100000"},
		{Code: "350100", Name: "福州市", Level: "prefecture", Parent: "350000"}, {Code: "350121", Name: "闽侯县", Level: "county", Parent: "350100"},
	}
}

// published writes the readings into a new file.
func published(t testing.TB, opt Options, readings ...*yiyuan.Reading) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "s.duckdb")
	publishTo(t, path, opt, readings...)
	return path
}

func publishTo(t testing.TB, path string, opt Options, readings ...*yiyuan.Reading) {
	t.Helper()
	opt.RulesVersion, opt.Regions = "r1", someRegions
	if opt.Now.IsZero() {
		opt.Now = day(2026, 1, 1)
	}
	w, err := Begin(context.Background(), path, opt)
	if err != nil {
		t.Fatal(err)
	}
	defer w.Abandon()
	for _, r := range readings {
		if w.Unchanged(r.Document.DocID, r.Document.SHA256) {
			w.Keep(r.Document.DocID)
			continue
		}
		c, err := Check(r)
		if err != nil {
			t.Fatal(err)
		}
		if err := w.Put(c); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := w.Publish(context.Background(), Outcome{Now: opt.Now}); err != nil {
		t.Fatal(err)
	}
}

func gdp(year int, text, value string) stated {
	return stated{text: text, value: value, unit: "CNY", indicator: "gdp", words: "地区生产总值", region: "350100", name: "福州市", year: year}
}

func (s stated) with(change func(*stated)) stated { change(&s); return s }

func TestPanelChoosesByPrecedence(t *testing.T) {
	bulletin := report("公报", day(2024, 3, 20), gdp(2023, "12928.47亿元", "1292847000000"))
	bulletin.Document.Title = "2023年国民经济和社会发展统计公报"
	news := report("新闻", day(2024, 1, 5), gdp(2023, "1.3万亿元", "1300000000000"))
	news.Document.Title, news.Document.Text = "福州这一年", "福州市地区生产总值1.3万亿元。"
	news.Facts[0].Start, news.Facts[0].End, news.Mentions[0].Start, news.Mentions[0].End = 9, 15, 9, 15
	first := report("报告丙", day(2024, 1, 10), gdp(2023, "12900亿元", "1290000000000"))
	guess := report("报告预计", day(2024, 1, 9), gdp(2023, "12800亿元", "1280000000000").with(func(s *stated) { s.status = "forecast" }))
	later := report("报告丁", day(2025, 1, 10), gdp(2023, "13200亿元", "1320000000000"), gdp(2024, "14000亿元", "1400000000000").with(func(s *stated) { s.bound = "over" }),
		gdp(2024, "14237亿元", "1423700000000").with(func(s *stated) { s.quote = "GDP14237亿元"; s.words = "GDP" }))
	path := published(t, Options{}, bulletin, news, first, guess, later)
	for _, c := range []struct{ of, query, want string }{
		{"a bulletin comes first, the revision stands beside it", `SELECT source, value, revised, n_stories, min, max, agrees FROM panel WHERE outcome = 'result' AND year(period_end) = 2023`,
			`bulletin|1292847000000|1320000000000|4|1290000000000|1320000000000|false`},
		{"a result supersedes a forecast", `SELECT value, superseded FROM panel WHERE outcome = 'forecast'`, `1280000000000|true`},
		{"an exact figure before a bound, one statistic under two names", `SELECT value, n_facts, agrees FROM panel WHERE year(period_end) = 2024`,
			`1423700000000|2|true`},
		{"the disagreement is explained", `SELECT explanation, low, high FROM conflicts`, `revised|1290000000000|1320000000000`},
	} {
		if diff := cmp.Diff(c.want, table(t, path, c.query)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.of, diff)
		}
	}
}

func TestConflictsSayWhy(t *testing.T) {
	at := func(value string) func(*stated) {
		return func(s *stated) { s.text, s.value = value+"亿元", value+"00000000" }
	}
	first := report("报告甲", day(2024, 1, 10), gdp(2023, "12928亿元", "1292800000000"))
	of2023 := gdp(2023, "", "")
	elsewhere := func(value string) *yiyuan.Reading {
		r := report("报告省", day(2025, 1, 20), of2023.with(at(value)))
		for range 3 {
			f := r.Facts[0]
			f.FactID += "'"
			f.RegionCode, f.RegionName, f.Subject, f.Indicator, f.IndicatorText = "350000", "福建省", "福建省", "other", fmt.Sprint("指标", len(r.Facts))
			f.FactID = fmt.Sprint(f.FactID, len(r.Facts))
			r.Facts = append(r.Facts, f)
		}
		return r
	}
	for _, c := range []struct {
		of       string
		readings []*yiyuan.Reading
		want     string // explanation, low, high, what the panel holds for revised
	}{
		{"a rounding agrees", []*yiyuan.Reading{first, report("报告乙", day(2025, 1, 10), gdp(2023, "1.29万亿元", "1290000000000"))}, ""},
		{"a year later, by a few per cent", []*yiyuan.Reading{first, report("报告乙", day(2025, 1, 10), of2023.with(at("13200")))}, "revised|1292800000000|1320000000000|1320000000000"},
		{"a year later, once vaguely", []*yiyuan.Reading{first, report("报告乙", day(2025, 1, 10), of2023.with(at("13300")), of2023.with(at("13200")).with(func(s *stated) { s.bound = "over" }))},
			"revised|1292800000000|1330000000000|1330000000000"},
		{"a year later, by half", []*yiyuan.Reading{first, report("报告乙", day(2025, 1, 10), of2023.with(at("6800")))}, "too far apart|680000000000|1292800000000|"},
		{"another place's report of a later year", []*yiyuan.Reading{first, elsewhere("13200")}, "sources disagree|1292800000000|1320000000000|"},
		{"in one year", []*yiyuan.Reading{first, report("报告乙", day(2024, 1, 11), of2023.with(at("13200")))}, "sources disagree|1292800000000|1320000000000|1320000000000"},
		{"one document in two places", []*yiyuan.Reading{report("报告甲", day(2024, 1, 10), of2023.with(at("12928")), of2023.with(at("13200")))}, "one document|1292800000000|1320000000000|"},
		{"one clause", []*yiyuan.Reading{report("报告甲", day(2024, 1, 10), of2023.with(at("12928")).with(func(s *stated) { s.quote = "达12928亿元、13200亿元" }),
			of2023.with(at("13200")).with(func(s *stated) { s.quote = "达12928亿元、13200亿元" }))}, "one clause|1292800000000|1320000000000|"},
	} {
		path := published(t, Options{}, c.readings...)
		if got := table(t, path, `SELECT explanation, c.low, c.high, p.revised FROM conflicts c JOIN panel p USING (series_id, period_end) WHERE c.indicator = 'gdp'`); got != c.want {
			t.Errorf("%s: %q, want %q", c.of, got, c.want)
		}
	}
}

// TestRoundFiguresComeAfterOthers: a threshold that was crossed is not the value.
func TestRoundFiguresComeAfterOthers(t *testing.T) {
	path := published(t, Options{}, report("甲", day(2024, 1, 10), gdp(2023, "3000亿元", "300000000000"), gdp(2023, "4000亿元", "400000000000"), gdp(2023, "5025.4亿元", "502540000000"), gdp(2023, "5100亿元", "510000000000")))
	if got, want := table(t, path, `SELECT value, agrees, min, max FROM panel`), `502540000000|false|300000000000|510000000000`; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

// TestEntitiesUnderTheirNames: full and short names are one where a text joins them, and quotation marks make no other.
func TestEntitiesUnderTheirNames(t *testing.T) {
	const full = "宁德时代新能源科技股份有限公司"
	output := func(subject, text, value, quote string) stated {
		return stated{text: text, value: value, unit: "CNY", indicator: "output_value", words: "产值", region: "350100", name: "福州市", subject: subject, kind: "enterprise", year: 2023, quote: quote}
	}
	joins := report("甲", day(2024, 1, 10),
		output(full, "100亿元", "10000000000", "位于湾区的"+full+"（以下简称“宁德时代”）产值100亿元"), output("宁德时代", "20亿元", "2000000000", "宁德时代产值20亿元").with(func(s *stated) { s.year = 2022 }))
	quotes := report("乙", day(2024, 2, 10), output("“宁德时代”", "15亿元", "1500000000", "“宁德时代”产值15亿元").with(func(s *stated) { s.year = 2021 }),
		output("福耀集团", "7亿元", "700000000", "按口径（以下简称福耀集团）产值7亿元"))
	path := published(t, Options{}, joins, quotes)
	if got, want := table(t, path, `SELECT entity, year(period_end) AS y, value FROM entity_panel ORDER BY ALL`),
		"宁德时代新能源科技股份有限公司|2021|1500000000 / 宁德时代新能源科技股份有限公司|2022|2000000000 / 宁德时代新能源科技股份有限公司|2023|10000000000 / 福耀集团|2023|700000000"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if got, want := table(t, path, `SELECT count(DISTINCT series_id) AS n FROM entity_panel`), "2"; got != want {
		t.Errorf("%s series, want %s", got, want)
	}
	if got, want := table(t, path, `SELECT name, full_name FROM entity_names`), "宁德时代|"+full; got != want {
		t.Errorf("names %s, want %s", got, want)
	}
}

// TestTwoStatisticsNeverShareACell: what differs in any part of the series' definition is a series of its own.
func TestTwoStatisticsNeverShareACell(t *testing.T) {
	base := gdp(2023, "100亿元", "10000000000")
	apart := []func(*stated){
		func(s *stated) {},
		func(s *stated) { s.qualifier = "人均" },
		func(s *stated) { s.words, s.indicator = "财政总收入", "fiscal_revenue" },
		func(s *stated) { s.words, s.indicator = "地方一般公共预算收入", "fiscal_revenue" },
		func(s *stated) { s.words, s.indicator = "一般公共预算总收入", "fiscal_revenue" },
		func(s *stated) { s.words, s.indicator = "城镇居民人均可支配收入", "resident_income" },
		func(s *stated) { s.words, s.indicator = "农村居民人均可支配收入", "resident_income" },
		func(s *stated) { s.words, s.indicator = "居民人均可支配收入", "resident_income" },
		func(s *stated) { s.words, s.indicator = "全社会固定资产投资", "fixed_asset_investment" },
		func(s *stated) { s.words, s.indicator = "固定资产投资", "fixed_asset_investment" },
		func(s *stated) { s.unit = "USD" },
		func(s *stated) { s.industry = "工业" },
		func(s *stated) { s.words, s.indicator = "服务业增加值", "value_added" },
		func(s *stated) {
			s.words, s.indicator, s.industry = "服务业增加值", "value_added", "租赁和商务服务业"
		},
		func(s *stated) {
			s.words, s.indicator, s.industry = "服务业增加值", "value_added", "信息传输、软件和信息技术服务业"
		},
		func(s *stated) { s.measure, s.unit, s.base = "growth", "percent", "yoy" },
		func(s *stated) { s.measure, s.unit, s.base = "growth", "percent", "cagr" },
		func(s *stated) {
			s.measure, s.unit, s.base, s.words, s.indicator = "growth", "percent", "yoy", "人均可支配收入", "resident_income"
		},
		func(s *stated) {
			s.measure, s.unit, s.base, s.words, s.indicator, s.quote = "growth", "percent", "yoy", "人均可支配收入", "resident_income", "实际增长100亿元"
		},
		func(s *stated) { s.status = "forecast" },
		func(s *stated) { s.status = "planned" },
		func(s *stated) { s.region, s.name = "350000", "福建省" },
		func(s *stated) { s.year = 2022 },
		func(s *stated) { s.year = 2025 },
	}
	var lines []stated
	for _, change := range apart {
		lines = append(lines, base.with(change))
	}
	path := published(t, Options{}, report("甲", day(2024, 1, 10), lines...))
	if got, want := table(t, path, `SELECT count(*) AS cells, max(n_facts) AS most FROM panel`), fmt.Sprintf("%d|1", len(apart)); got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if got, want := table(t, path, `SELECT outcome FROM panel WHERE year(period_end) = 2025`), `target`; got != want {
		t.Errorf("a year ahead of the document: %s, want %s", got, want)
	}
}

func TestTargetsBesideResults(t *testing.T) {
	growth := func(year int, text, value, status, bound string) stated {
		return gdp(year, text, value).with(func(s *stated) {
			s.measure, s.unit, s.base, s.status, s.bound = "growth", "percent", "yoy", status, bound
		})
	}
	path := published(t, Options{},
		report("甲", day(2022, 1, 10), growth(2022, "7.5%", "7.5", "target", "approx")),
		report("乙", day(2023, 1, 10), growth(2022, "4.4%", "4.4", "actual", "exact"), growth(2023, "6%", "6", "target", "approx")),
		report("丙", day(2024, 1, 10), growth(2023, "5.96%", "5.96", "actual", "exact"), growth(2024, "6.5%", "6.5", "target", "exact")),
		report("丁", day(2025, 1, 10), gdp(2024, "14237亿元", "1423700000000"), growth(2025, "6%", "6", "target", "exact")))
	got := table(t, path, `SELECT year(period_end) AS y, met, result, target_sentence AS t, result_sentence AS r FROM targets ORDER BY y`)
	for _, want := range []string{
		`2022|missed|4.4|福州市地区生产总值7.5%。|福州市地区生产总值4.4%。`, `2023|missed|5.96|`,
		`2024|not stated||`, `2025|not collected||`,
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%s\nlacks %s", got, want)
		}
	}
}

// TestWhatAReportLeavesOut: not stated is not the same as not collected, aimed at or named in other words.
func TestWhatAReportLeavesOut(t *testing.T) {
	of := func(indicator, words string, year int) stated {
		return stated{text: "3000亿元", value: "300000000000", unit: "CNY", indicator: indicator, words: words, region: "350100", name: "福州市", year: year}
	}
	path := published(t, Options{},
		report("甲", day(2023, 1, 10), gdp(2022, "12308亿元", "1230800000000"), of("foreign_trade", "进出口总额", 2022),
			of("retail_sales", "社会消费品零售总额", 2023).with(func(s *stated) { s.status = "target" }),
			of("revenue", "旅游总收入", 2022), of("other", "抓好粮食生产", 2022)),
		report("乙", day(2025, 1, 10), gdp(2024, "14237亿元", "1423700000000"), gdp(2023, "12928亿元", "1292800000000")))
	for _, c := range []struct{ name, year, want string }{
		{"地区生产总值", "2022", "stated"}, {"地区生产总值", "2023", "elsewhere"}, {"地区生产总值", "2024", "stated"},
		{"进出口总额", "2022", "stated"}, {"出口总额", "2022", "not stated"}, {"财政总收入", "2022", "not stated"},
		{"社会消费品零售总额", "2022", "aimed at"}, {"粮食产量", "2022", "named"}, {"居民消费价格", "2022", "not stated"},
		{"居民消费价格", "2023", "not collected"}, {"进出口总额", "2024", "not stated"},
	} {
		if got := table(t, path, `SELECT state FROM core_coverage WHERE name = '`+c.name+`' AND year = `+c.year); got != c.want {
			t.Errorf("%s of %s: %s, want %s", c.name, c.year, got, c.want)
		}
	}
}

// TestTargetsAndPrintedDigits: 8% is less than 8.5%, though 8.4% would be printed so too; of a range the easier end counts.
func TestTargetsAndPrintedDigits(t *testing.T) {
	for _, c := range []struct {
		target, bound, low, high string
		result, indicator        string
		want                     string
	}{
		{"8.5", "exact", "", "", "8", "gdp", "missed|-0.5"},
		{"8.4", "exact", "", "", "8", "gdp", "met|-0.4"},
		{"8.5", "approx", "", "", "8.4", "gdp", "missed|-0.1"},
		{"5.25", "range", "5", "5.5", "5", "gdp", "met|0"},
		{"5.25", "range", "5", "5.5", "4.9", "gdp", "missed|-0.1"},
		{"3", "exact", "", "", "2.8", "cpi", "met|-0.2"},
		{"3", "exact", "", "", "3.4", "cpi", "missed|0.4"},
	} {
		growth := func(status, value string) stated {
			return gdp(2023, value+"%", value).with(func(s *stated) {
				s.measure, s.unit, s.base, s.status, s.indicator = "growth", "percent", "yoy", status, c.indicator
			})
		}
		aim := report("甲", day(2023, 1, 10), growth("target", c.target))
		if aim.Facts[0].Bound = c.bound; c.low != "" {
			low, high := decimal(c.low), decimal(c.high)
			aim.Facts[0].ValueLow, aim.Facts[0].ValueHigh = &low, &high
		}
		path := published(t, Options{}, aim, report("乙", day(2024, 1, 10), growth("actual", c.result)))
		if got := table(t, path, `SELECT met, margin FROM targets`); got != c.want {
			t.Errorf("%s %s aimed at, %s reached: %s, want %s", c.indicator, c.target, c.result, got, c.want)
		}
	}
}

func TestChecks(t *testing.T) {
	share := func(industry, text, value string) stated {
		return stated{text: text, value: value, unit: "percent", indicator: "value_added", words: "三次产业比重", measure: "share", base: "地区生产总值", region: "350100", name: "福州市",
			industry: industry, quote: "三次产业比重为5.2%、36.9%、57.9%", year: 2023}
	}
	retail := func(year int, text, value, quote string) stated {
		return stated{text: text, value: value, unit: "CNY", indicator: "retail_sales", words: "社会消费品零售总额", region: "350100", name: "福州市", year: year, quote: quote}
	}
	grown := func(year int, text, value, quote string) stated {
		return retail(year, text, value, quote).with(func(s *stated) { s.measure, s.unit, s.base = "growth", "percent", "yoy" })
	}
	trade := func(indicator, words, text, value string) stated {
		return stated{text: text, value: value, unit: "CNY", indicator: indicator, words: words, region: "350100", name: "福州市", year: 2023}
	}
	chains := func(text, value, quote string) stated {
		return stated{text: text, value: value, unit: "count", counter: "产业链", indicator: "chain_count", words: "重点产业链", region: "350000", name: "福建省", year: 2023, quote: quote}
	}
	for _, c := range []struct {
		name  string
		lines []stated
		want  string // kind, and whether it passed
	}{
		{"三次产业 add to 100", []stated{share("第一产业", "5.2%", "5.2"), share("第二产业", "36.9%", "36.9"), share("第三产业", "57.9%", "57.9")}, "structure true"},
		{"三次产业 do not", []stated{share("第一产业", "5.2%", "5.2"), share("第二产业", "36.9%", "39.6"), share("第三产业", "57.9%", "57.9")}, "structure false"},
		{"exports and imports are trade", []stated{trade("foreign_trade", "进出口总额", "3000亿元", "300000000000"), trade("exports", "出口总额", "2000亿元", "200000000000"), trade("imports", "进口总额", "1000亿元", "100000000000")}, "identity true"},
		{"exports and imports are not", []stated{trade("foreign_trade", "进出口总额", "3200亿元", "320000000000"), trade("exports", "出口总额", "2000亿元", "200000000000"), trade("imports", "进口总额", "1000亿元", "100000000000")}, "identity false"},
		{"nominal growth fits", []stated{retail(2022, "4000亿元", "400000000000", ""), retail(2023, "4200亿元", "420000000000", "零售4200亿元、增长5%"), grown(2023, "5%", "5", "零售4200亿元、增长5%")}, "growth true"},
		{"nominal growth does not", []stated{retail(2022, "4000亿元", "400000000000", ""), retail(2023, "4900亿元", "490000000000", "零售4900亿元、增长5%"), grown(2023, "5%", "5", "零售4900亿元、增长5%")}, "growth false"},
		{"可比口径 is exempt", []stated{retail(2022, "4000亿元", "400000000000", ""), retail(2023, "4900亿元", "490000000000", "零售4900亿元、按可比口径增长5%"), grown(2023, "5%", "5", "零售4900亿元、按可比口径增长5%")}, ""},
		{"real growth is exempt", []stated{gdp(2022, "100亿元", "10000000000"), gdp(2023, "120亿元", "12000000000").with(func(s *stated) { s.quote = "生产总值120亿元、增长5%" }),
			gdp(2023, "5%", "5").with(func(s *stated) {
				s.measure, s.unit, s.base, s.quote = "growth", "percent", "yoy", "生产总值120亿元、增长5%"
			})}, ""},
		{"a county in its city", []stated{gdp(2023, "12928亿元", "1292800000000"), gdp(2023, "900亿元", "90000000000").with(func(s *stated) { s.region, s.name = "350121", "闽侯县" })}, "contained true"},
		{"a county above its city", []stated{gdp(2023, "890亿元", "89000000000"), gdp(2023, "900亿元", "90000000000").with(func(s *stated) { s.region, s.name = "350121", "闽侯县" })}, "contained false"},
		{"其中", []stated{trade("exports", "出口", "20亿元", "2000000000"), trade("exports", "出口", "30亿元", "3000000000").with(func(s *stated) { s.qualifier, s.partOf = "民营", 1 })}, "part false"},
		{"classes add up", []stated{chains("54条", "54", "梳理重点产业链54条"), chains("24条", "24", "一类县域确定重点产业链24条"), chains("27条", "27", "二类县域确定重点产业链27条"), chains("3条", "3", "三类县域确定重点产业链3条")}, "classes true"},
		{"classes do not add up", []stated{chains("55条", "55", "梳理重点产业链55条"), chains("24条", "24", "一类县域确定重点产业链24条"), chains("27条", "27", "二类县域确定重点产业链27条"), chains("3条", "3", "三类县域确定重点产业链3条")}, "classes false"},
		{"two classes of three say nothing", []stated{chains("55条", "55", "梳理重点产业链55条"), chains("24条", "24", "一类县域确定重点产业链24条"), chains("3条", "3", "三类县域确定重点产业链3条")}, ""},
	} {
		path := published(t, Options{}, report("甲", day(2024, 1, 10), c.lines...))
		got := table(t, path, `SELECT concat_ws(' ', kind, passed) AS c FROM checks`)
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
		if c.want != "" && table(t, path, `SELECT count(*) AS n FROM fact_checks JOIN facts USING (fact_id)`) == `0` {
			t.Errorf("%s: no fact shows the check", c.name)
		}
	}
}

func TestShareImpliesItsTotal(t *testing.T) {
	quote := "茶产业规上工业产值117亿元，占规上工业总产值的14.8%"
	tea := stated{text: "117亿元", value: "11700000000", unit: "CNY", indicator: "output_value", words: "规上工业产值", region: "350100", name: "福州市", subject: "茶产业", kind: "industry", year: 2024, quote: quote}
	share := tea.with(func(s *stated) {
		s.text, s.value, s.unit, s.measure, s.base, s.words = "14.8%", "14.8", "percent", "share", "规上工业总产值", "规上工业总产值"
	})
	whole := tea.with(func(s *stated) {
		s.text, s.value, s.words, s.quote, s.subject, s.kind, s.industry = "900亿元", "90000000000", "规上工业总产值", "", "", "", "工业"
	})
	path := published(t, Options{}, report("甲", day(2025, 1, 10), tea, share))
	if got, want := table(t, path, `SELECT kind, stated, round(computed / 100000000, 1) AS total, passed FROM checks`), `share||790.5|`; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	path = published(t, Options{}, report("甲", day(2025, 1, 10), tea, share, whole))
	if got, want := table(t, path, `SELECT kind, stated, passed FROM checks WHERE kind = 'share'`), `share|90000000000|false`; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

func TestAFalsifiedCopyIsCaught(t *testing.T) {
	lines := []stated{gdp(2023, "12928.47亿元", "1292847000000"), gdp(2022, "12308.23亿元", "1230823000000")}
	path := published(t, Options{}, report("原文·甲", day(2024, 1, 10), lines...), report("原文·乙", day(2024, 1, 10), lines...))
	if got := table(t, path, `SELECT count(DISTINCT story_id) AS stories, (SELECT bool_and(passed) FROM checks WHERE kind = 'copies') AS passed, (SELECT max(n_stories) FROM panel) AS n FROM documents`); got != `1|true|1` {
		t.Errorf("two copies: %s", got)
	}
	lines[0].text, lines[0].value = "15928.47亿元", "1592847000000"
	path = published(t, Options{}, report("原文·甲", day(2024, 1, 10), gdp(2023, "12928.47亿元", "1292847000000"), lines[1]), report("原文·乙", day(2024, 1, 10), lines...))
	if got, want := table(t, path, `SELECT says FROM checks WHERE kind = 'copies' AND NOT passed`), `2 copies state 12928.47亿元 and 15928.47亿元`; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if got, want := table(t, path, `SELECT DISTINCT checks_failed FROM checked_facts WHERE checks_failed IS NOT NULL`), `copies`; got != want {
		t.Errorf("facts show %s, want %s", got, want)
	}
	if got, want := table(t, path, `SELECT explanation FROM conflicts`), `copies differ`; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

func TestCorrections(t *testing.T) {
	r := report("甲", day(2024, 1, 10), gdp(2023, "12928.47亿元", "1292847000000"), gdp(2022, "12308.23亿元", "1230823000000"))
	path := published(t, Options{}, r)
	before := digestOf(t, path)
	fix := []Correction{{"甲#1", "value", "1300000000000", "林", "misprint"}, {"甲#2", "withdrawn", "true", "林", "another place"}, {"乙#1", "unit", "USD", "林", "dollars"}}
	var warned []string
	publishTo(t, path, Options{Now: day(2026, 1, 2), Corrections: fix, Warn: func(s string) { warned = append(warned, s) }}, r)
	want := `1300000000000|甲#1`
	if got := table(t, path, `SELECT value, fact_id FROM panel`); got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if got, want := table(t, path, `SELECT corrected FROM checked_facts WHERE fact_id = '甲#1'`), `value: 1292847000000.000000 → 1300000000000 (林: misprint)`; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if len(warned) != 1 || !strings.Contains(warned[0], "no fact 乙#1") {
		t.Errorf("warnings %q", warned)
	}
	publishTo(t, path, Options{Now: day(2026, 1, 3)}, r) // a run that is given none keeps them
	if got := table(t, path, `SELECT value, fact_id FROM panel`); got != want {
		t.Errorf("after another run: %s, want %s", got, want)
	}
	for i, d := range digestOf(t, path) {
		changed := d.SHA256 != before[i].SHA256
		if d.Table == "facts" && changed || d.Table == "corrections" && !changed || d.Table == "panel" && !changed {
			t.Errorf("%s changed: %v", d.Table, changed)
		}
	}
	publishTo(t, path, Options{Now: day(2026, 1, 4), Corrections: []Correction{}}, r) // an empty file takes them back
	if diff := cmp.Diff(before, digestOf(t, path)); diff != "" {
		t.Errorf("taken back (-before +after):\n%s", diff)
	}
}

func TestCorrectionsFile(t *testing.T) {
	const header = "fact_id,field,value,who,why\n"
	for _, c := range []struct{ text, err string }{
		{header + "a1,value,12.5,林,misprint\na1,unit,CNY,林,misprint\n", ""},
		{"\ufeff" + header + "a1,value,12.5,林,misprint\n", ""},
		{header, ""},
		{"", "its lines are fact_id,field,value,who,why"},
		{"id,field\n", "its lines are"},
		{header + "a1,value\n", "its lines are"},
		{header + "a1,value,lots,林,misprint\n", `line 2: value: "lots" is no number`},
		{header + "a1,value,1e999,林,misprint\n", "line 2: value"},
		{header + "a1,values,1,林,misprint\n", "no field \"values\""},
		{header + "a1,region_code,35,林,moved\n", "six-digit"},
		{header + "a1,period_end,2024年,林,moved\n", "write it as 2024-12-31"},
		{header + "a1,status,done,林,done\n", "none of actual target"},
		{header + "a1,value,1,,misprint\n", "must not be empty"},
		{header + "a1,value,1,林,one\na1,value,2,林,two\n", "line 3: value of a1 is corrected twice"},
	} {
		_, err := parseCorrections(strings.NewReader(c.text))
		if (err == nil) != (c.err == "") || err != nil && !strings.Contains(err.Error(), c.err) {
			t.Errorf("%q: %v, want %q", c.text, err, c.err)
		}
	}
}

func FuzzCorrections(f *testing.F) {
	f.Add("fact_id,field,value,who,why\na1,value,12.5,林,misprint\n")
	f.Add("fact_id,field,value,who,why\na1,withdrawn,true,林,\"a \"\"name\"\"\"\n")
	f.Fuzz(func(t *testing.T, text string) {
		list, err := parseCorrections(strings.NewReader(text))
		if err == nil && list == nil {
			t.Error("a file without lines must take back what was corrected before")
		}
		for _, c := range list {
			if c.FactID == "" || c.Who == "" || c.Why == "" {
				t.Errorf("%+v", c)
			}
		}
	})
}

func TestDerivedTablesDoNotDependOnTheRuns(t *testing.T) {
	var all []*yiyuan.Reading
	for y := 2019; y < 2025; y++ {
		all = append(all, report("报告"+string([]rune("甲乙丙丁戊己")[y-2019]), day(y+1, 1, 10), gdp(y, fmt.Sprint(y, "亿元"), fmt.Sprint(y, "00000000")), gdp(y-1, fmt.Sprint(y+7, "亿元"), fmt.Sprint(y+7, "00000000")),
			gdp(y+1, fmt.Sprint(y, "亿元"), fmt.Sprint(y, "00000000")).with(func(s *stated) { s.status = "target" })))
	}
	at := published(t, Options{}, all...)
	again := filepath.Join(t.TempDir(), "a.duckdb")
	publishTo(t, again, Options{}, all[4], all[1])
	publishTo(t, again, Options{Now: day(2026, 1, 2)}, all[5], all[0], all[1])
	publishTo(t, again, Options{Now: day(2026, 1, 3)}, all[3], all[2])
	if diff := cmp.Diff(digestOf(t, at), digestOf(t, again)); diff != "" {
		t.Error(diff)
	}
	if got := table(t, at, `SELECT count(*) > 0 AS conflicts FROM conflicts`); got != `true` {
		t.Error("the test has no conflict to order")
	}
}

func TestEveryTableAndColumnIsDescribed(t *testing.T) {
	tables, err := Schema(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	if len(tables) < 20 {
		t.Errorf("%d tables", len(tables))
	}
	for _, table := range tables {
		if table.Comment == "" {
			t.Errorf("%s: no comment", table.Name)
		}
		for _, c := range table.Columns {
			if c.Comment == "" {
				t.Errorf("%s.%s: no comment", table.Name, c.Name)
			}
		}
	}
}

// TestVocabulary: an economist's tables hold together.
func TestVocabulary(t *testing.T) {
	path := published(t, Options{}, report("甲", day(2024, 1, 10), gdp(2023, "1亿元", "100000000")))
	for _, c := range []struct{ of, query string }{
		{"a word twice", `SELECT indicator, text FROM statistics GROUP BY ALL HAVING count(*) > 1`},
		{"a restriction twice", `SELECT indicator, text FROM qualifiers GROUP BY ALL HAVING count(*) > 1`},
		{"an unknown indicator", `SELECT indicator FROM (FROM statistics SELECT indicator UNION ALL FROM qualifiers SELECT indicator UNION ALL FROM core_indicators SELECT indicator
			UNION ALL FROM identities SELECT indicator) WHERE indicator NOT IN (SELECT code FROM indicators)`},
		{"a core indicator whose statistic no word names", `SELECT name FROM (SELECT name, indicator, unnest(string_split(statistic, '|')) AS statistic FROM core_indicators)
			ANTI JOIN statistics USING (indicator, statistic)`},
		{"an identity without one whole", `SELECT identity FROM identities GROUP BY identity HAVING count(*) FILTER (weight = 0) <> 1`},
	} {
		if got := table(t, path, c.query); got != "" {
			t.Errorf("%s: %s", c.of, got)
		}
	}
	if got := table(t, path, `SELECT count(*) FROM core_indicators`); got != `20` {
		t.Errorf("core indicators %s", got)
	}
}
