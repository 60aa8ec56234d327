package figure

import (
	"fmt"
	"strconv"
	"strings"

	"yiyuan"
	"yiyuan/transform/indicator"
	"yiyuan/transform/period"
	"yiyuan/transform/place"
)

// emit writes down what the figure states.
func (r *reader) emit(s *site, st statement) {
	q := s.tok.q
	st = r.yearlyOutput(st)
	if tooFine(&q.Value) {
		r.mention(s.tok, "unread", "more decimals than the tables keep")
		return
	}
	if r.namesNothing(s, st) {
		r.mention(s.tok, "unread", "nothing known is measured")
		return
	}
	f := yiyuan.Fact{
		Unit: q.Unit.Code, ValueText: s.tok.text, Bound: q.Bound, Rule: s.rule, Confidence: confidences()[s.rule],
		Start: s.tok.start, End: s.tok.end,
		IndicatorText: st.text, Industry: st.industry, Qualifier: st.qualifier,
		Measure: s.measure, Base: s.base,
	}
	if f.Bound == "exact" && hasWord(s.left, "约占", "约为") {
		f.Bound = "approx"
	}
	if f.Bound == "exact" {
		f.Bound = r.boundOfClause(s)
	}
	f.Value.Set(&q.Value)
	f.ValueLow, f.ValueHigh = q.Low, q.High
	if s.sign < 0 {
		f.Value.Negative = !f.Value.Negative && !f.Value.IsZero()
		f.ValueLow, f.ValueHigh = negated(q.High), negated(q.Low)
	}
	r.settleIndicator(&f, s, st)
	r.settleMeasure(&f, s, st)
	if f.Unit == "" {
		r.mention(s.tok, "unread", "no unit")
		return
	}
	if q.Unit.Surface == "户" {
		f.Unit = householdOrCount(st)
		if n := s.right; len(n) > 0 && n[0].kind == figure && n[0].q.Unit.Code == "person" {
			f.Unit = "household" // 320户1100人
			if f.Indicator == "region_count" {
				f.Indicator = "population"
			}
		}
	}
	if f.Unit == "count" && st.unit == "household" && f.Measure == "level" {
		f.Unit = "household" // 25万个家庭
	}
	if f.Unit == "count" {
		f.Counter = st.counter
	}
	f.PriceBasis = r.priceBasis(s)
	r.settlePeriod(&f, s, st)
	r.settleStatus(&f, s, st)
	r.settleSubject(&f, s, st)
	f.Quote = r.clauseAround(s.tok.start, s.tok.end)
	f.Sentence = strings.TrimSpace(r.text[r.start:r.end])
	if r.partOf >= 0 {
		f.PartOf = fmt.Sprint(r.partOf)
	}
	r.out.Facts = append(r.out.Facts, f)
	r.currentFact = len(r.out.Facts) - 1
	if f.Measure == "level" && r.partOf < 0 {
		r.whole = r.currentFact
	}
	r.mention(s.tok, "fact", "")
}

// wholeBounds are bound words that stand before the whole a figure is a part or a multiple of: 超过林地面积的60%.
var wholeBounds = []struct{ word, bound string }{
	{"不得超过", "at_most"}, {"不超过", "at_most"}, {"不到", "at_most"}, {"不足", "at_most"}, {"超过", "over"},
}

// boundOfClause is the bound that a word further before the figure gives it: before its whole, before 每秒 and its like, or
// before the verb (至少建1所小学、1所中学).
func (r *reader) boundOfClause(s *site) string {
	text := join(s.left)
	if k := s.tok.q.Kind; k == "percent" || k == "multiple" {
		for _, w := range wholeBounds {
			i := strings.LastIndex(text, w.word)
			if i < 0 {
				continue
			}
			whole := text[i+len(w.word):]
			of := strings.HasSuffix(whole, "的") || strings.HasSuffix(w.word, "超过") && w.bound == "at_most"
			if whole != "" && of && !holdsAny(whole, []string{"增长", "下降", "上升", "提高", "占", "达"}) {
				return w.bound
			}
			break
		}
		return "exact"
	}
	if endsWithAny(text, []string{"不到每秒", "不足每秒", "不到每天", "不足每天", "不到每年", "不足每年"}) {
		return "at_most"
	}
	if s.tok.q.Kind == "count" && r.atLeastBefore(s) {
		return "at_least"
	}
	return "exact"
}

// atLeastBefore tells of a 至少 before the verb of the clause: it holds for every member of the list behind the verb.
func (r *reader) atLeastBefore(s *site) bool {
	least := false
	for i, t := range r.toks {
		switch {
		case t.start >= s.tok.start:
			return least
		case t.kind == comma || t.kind == semi || t.kind == stop:
			least = false
		case t.text == "至少" || t.text == "最少":
			least = i+1 < len(r.toks) && r.toks[i+1].is(event|newness)
		}
	}
	return false
}

// yearlyOutput tells 年产干毛茶1.8万吨, what is made, from what could be: 年产30万吨的项目, 建成后可年产….
func (r *reader) yearlyOutput(st statement) statement {
	if st.head == "年产" && st.code == "capacity" && r.status() == "actual" && !holdsAny(r.text[r.start:r.end], []string{"能力", "项目", "生产线", "装置", "基地", "工程", "可年产", "设计", "产能", "投产", "建成", "建设"}) {
		st.code, st.time = "output_volume", "flow"
	}
	return st
}

// namesNothing tells of a length, a temperature or a bare head count with no name in reach that the tables know: better
// left unread than guessed.
func (r *reader) namesNothing(s *site, st statement) bool {
	if st.known || s.measure != "level" {
		return false
	}
	switch q := s.tok.q; q.Kind {
	case "physical":
		return q.Unit.Code == "other" || (q.Unit.Code == "m" || q.Unit.Code == "km") && st.text == ""
	case "count":
		return st.text == "" && st.counter == "" && !s.inherited
	}
	return false
}

// tooFine tells of a value that six decimals cannot hold.
func tooFine(d *yiyuan.Decimal) bool {
	var r yiyuan.Decimal
	r.Reduce(d)
	return r.Exponent < -yiyuan.Scale
}

// householdOrCount decides what 户 is: a household, or a firm or subscriber, which are counted.
func householdOrCount(st statement) string {
	if strings.HasSuffix(st.counter, "户") && !holdsAny(st.counter, []string{"个体", "商户", "大户", "用户", "主体"}) {
		return "household"
	}
	if strings.Contains(st.text, "电话") || strings.Contains(st.text, "宽带") {
		return "count"
	}
	if st.unit == "household" || st.unit == "person" || holdsAny(st.counter, []string{"小区", "住房", "危房", "农房", "民房", "房屋"}) || !st.known && !strings.Contains(st.text, "用户") && st.code != "enterprise_count" {
		return "household"
	}
	return "count"
}

// priceBasis tells real from nominal where the clause does.
func (r *reader) priceBasis(s *site) string {
	if s.measure != "growth" {
		return ""
	}
	for _, t := range r.leftTokens {
		switch {
		case strings.HasPrefix(t.text, "名义") || t.text == "现价" || t.text == "按现价计算" || t.text == "当年价":
			return "nominal"
		case t.text == "实际" || strings.Contains(t.text, "可比") || strings.Contains(t.text, "不变价") || strings.Contains(t.text, "除价格") || strings.Contains(t.text, "除物价"):
			return "real"
		}
	}
	return ""
}

func negated(d *yiyuan.Decimal) *yiyuan.Decimal {
	if d == nil {
		return nil
	}
	var n yiyuan.Decimal
	n.Neg(d)
	return &n
}

var unitDefault = map[string]string{
	"CNY": "other", "USD": "other", "HKD": "other", "m2": "area", "mu": "area", "ha": "area", "km2": "area", "m": "length", "km": "length",
	"kWh": "energy", "kW": "capacity", "year": "duration", "month": "duration", "day": "duration", "hour": "duration", "minute": "duration",
	"person": "count_other", "household": "count_other", "count": "count_other", "tonne": "output_volume", "kg": "output_volume",
	"vehicle": "count_other",
}

func (r *reader) settleIndicator(f *yiyuan.Fact, s *site, st statement) {
	f.Indicator = st.code
	if st.balance(s) {
		f.Indicator = "loans"
	}
	if st.form == "sector" || st.form == "growthname" {
		f.Indicator = "value_added"
		switch f.Unit {
		case "CNY":
			f.Indicator = "output_value"
		case "tonne", "kg":
			f.Indicator = "output_volume"
		case "mu", "ha", "m2", "km2":
			f.Indicator = "area"
		case "count", "person", "household", "vehicle", "m", "km", "m3", "other":
			f.Indicator = unitDefault[f.Unit]
		}
		if last := r.lastFact(); s.inherited && last != nil && (f.Unit == "percent" || f.Unit == "times") {
			f.Indicator = last.Indicator
		}
	}
	if hit, ok := indicator.Head(f.Base); ok && f.Measure == "share" && (st.form == "sector" || st.form == "growthname") && hit.Entry.Form == "level" {
		f.Indicator = hit.Entry.Code
	}
	if st.text == "投资" && st.qualifier == "" && (f.Measure == "growth" || f.Unit == "pp") {
		f.Indicator = "fixed_asset_investment"
	}
	if st.head == "投资" && st.industry != "" && f.Unit != "CNY" && strings.HasSuffix(st.industry, "业") {
		f.Indicator = "fixed_asset_investment"
	}
	if f.Indicator == "" && f.Unit == "m3" && st.industry != "" {
		f.Indicator = "output_volume"
	}
	if f.Indicator == "" && f.Unit == "CNY" && s.measure == "change" && hasWord(s.left, "增收", "减收") {
		f.Indicator = "resident_income"
	}
	if f.Indicator == "" {
		f.Indicator = unitDefault[f.Unit]
	}
	if f.Indicator == "" {
		f.Indicator = "other"
	}
	if st.head == "金额" || st.head == "总金额" {
		f.Indicator = r.sumOf(f.Indicator)
	}
	// 人, 户 and 件 of a quantity named in money: the thing counted decides.
	if f.Unit == "person" && (f.Indicator == "revenue" || f.Indicator == "investment") {
		f.Indicator = "count_other"
	}
}

// balance tells of 制造业贷款增长12.7%: what grows is the balance, where nothing tells of lending.
func (st *statement) balance(s *site) bool {
	return st.head == "贷款" && st.code == "financing" && (s.measure == "growth" || s.measure == "change") && !hasWord(s.left, "发放", "投放", "新增", "授信", "办理")
}

// lastFact is the fact before in the text, nil where there is none.
func (r *reader) lastFact() *yiyuan.Fact {
	if r.currentFact < 0 || r.currentFact >= len(r.out.Facts) {
		return nil
	}
	return &r.out.Facts[r.currentFact]
}

// sumOf tells what a bare 金额 is the sum of: of what was counted before it.
func (r *reader) sumOf(code string) string {
	if r.current == nil {
		return code
	}
	switch c := r.current.counter; {
	case strings.Contains(c, "贷"):
		return "financing"
	case r.current.code == "project_count":
		return "investment"
	case strings.Contains(c, "订单") || strings.Contains(c, "合同"):
		return "revenue"
	}
	return "other"
}

func (r *reader) settleMeasure(f *yiyuan.Fact, s *site, st statement) {
	switch {
	case s.measure == "rate" && s.inherited && r.lastPercent() != nil:
		last := r.lastPercent()
		f.Measure, f.Base = last.Measure, last.Base
		if last.Measure == "growth" && last.Value.Negative && onlyConj(s.left) {
			f.Value.Negative = !f.Value.IsZero() // a fall told once for a list
		}
	case s.measure == "rate" && st.form == "growth":
		f.Measure = "growth"
	case s.measure == "rate" && st.form == "index" && f.Unit == "percent":
		f.Measure = "level"
		if v, _ := f.Value.Float64(); v < 50 && v > -50 {
			f.Measure = "growth"
		}
	case s.measure == "rate" && st.form == "points":
		f.Measure = "level"
	case s.measure == "rate" && (strings.HasSuffix(s.tok.text, "成") || r.partOf >= 0 && r.lastPercent() == nil && hasWord(s.left, "超", "达", "占")):
		f.Measure = "share"
	case s.measure == "rate" && (st.form == "level" || st.form == "growthname" || st.form == "sector") && f.Unit == "percent" && aggregate[f.Indicator]:
		f.Measure = "growth"
	case s.measure == "rate":
		f.Measure = "share"
	case s.measure == "share" && s.arrived && s.inherited && r.lastPercent() != nil && r.lastPercent().Measure == "share":
		f.Measure, f.Base = "share", r.lastPercent().Base
	case s.measure == "share" && s.arrived && hasWord(s.left, "比重", "占比", "比例", "份额"):
	case s.measure == "share" && s.arrived && (st.form == "level" && st.time != "count"):
		f.Measure = "growth"
	case s.measure == "level" && st.form == "ratio":
		f.Measure, f.Unit = "multiple", "times"
	case st.form == "index" && (s.measure == "level" || s.measure == "change" && f.Unit == ""):
		f.Unit = "other"
	case s.measure == "growth" && st.form == "rate" && f.Unit == "percent" && st.code != "":
	}
	if (f.Measure == "growth" || f.Measure == "change") && f.Base == "" {
		f.Base = r.baseOf(s)
	}
	if f.Measure == "rank" {
		f.Qualifier = s.field
		f.Base = ""
	}
	if st.code == "population" && st.form == "growth" && f.Unit != "pp" {
		f.Measure, f.Base = "growth", ""
	}
}

// onlyConj tells whether nothing but the marks and words of a list stands before a figure.
func onlyConj(toks []token) bool {
	for _, t := range toks {
		if t.kind != dun && t.kind != blank && !(t.kind == word && t.is(conj|reach)) {
			return false
		}
	}
	return len(toks) > 0
}

// lastPercent is the fact before, where it is a share or growth in percent that 城镇为35.7% goes on with.
func (r *reader) lastPercent() *yiyuan.Fact {
	if r.currentFact < 0 || r.currentFact >= len(r.out.Facts) || r.lastMeasured < 0 {
		return nil
	}
	f := &r.out.Facts[r.currentFact]
	if f.Unit != "percent" || f.Measure != "share" && f.Measure != "growth" {
		return nil
	}
	return f
}

// baseOf is what a growth is compared with: the words of the clause, else the year before.
func (r *reader) baseOf(s *site) string {
	for i := len(s.left) - 1; i >= 0; i-- {
		t := s.left[i]
		if t.kind == time && t.e.Role == "base" {
			if base := t.e.Base(); base != "mom" {
				return base
			}
			return r.overPeriod()
		}
		if strings.HasPrefix(t.text, "年均") || strings.HasPrefix(t.text, "平均增") {
			return "cagr"
		}
		if t.text == "环比" {
			return r.overPeriod()
		}
	}
	for j := len(r.toks) - 1; j >= 0; j-- {
		if t := r.toks[j]; t.start < s.tok.start && (t.kind == comma || t.kind == semi || t.kind == stop) {
			break
		} else if t.start < s.tok.start && t.kind == time && t.e.Role == period.Compared && t.e.Base() != "mom" {
			return t.e.Base()
		}
	}
	for j := len(r.toks) - 1; j >= 0; j-- {
		if t := r.toks[j]; t.start < s.tok.start && t.kind == time && (t.e.Role == "recurring" && strings.HasPrefix(t.text, "年均") || strings.HasSuffix(t.text, "年平均")) && s.tok.start-t.end < 40 {
			return "cagr"
		}
	}
	return "yoy"
}

// overPeriod is what 环比 compares with: the quarter before where quarters are told, else the month.
func (r *reader) overPeriod() string {
	if p, ok := r.inForce(); ok && p.Kind == period.During && p.End.Month-p.Start.Month == 2 && p.Start.Year == p.End.Year {
		return "qoq"
	}
	return "mom"
}

// stock tells whether the quantity is one that stands at a date.
func (r *reader) stock(s *site, st statement, f *yiyuan.Fact) bool {
	if st.balance(s) && f.Measure == "growth" {
		return true
	}
	if f.Measure == "change" && f.Unit != "pp" {
		return false
	}
	if st.newness && !hasWord(s.left, "总量", "总数", "累计") {
		return false
	}
	if p, _ := r.inForce(); r.sentence.has && p.Kind == period.During && p.Start.Year < p.End.Year && !s.arrived && hasWord(r.leftTokens, "累计") && st.time != "stock" {
		return false
	}
	if n := len(r.leftTokens); n > 0 && stands[r.leftTokens[n-1].text] && f.Measure == "level" && (f.Indicator == "area" || st.time == "count" && !st.happened && st.code != "project_count") {
		return true
	}
	switch st.time {
	case "stock":
		return !st.happened || st.existing || f.Measure != "level"
	case "count":
		p, has := r.inForce()
		if n := len(r.leftTokens); n > 0 && tends[r.leftTokens[n-1].text] && standing[st.code] && f.Measure == "level" && !st.newness {
			return true
		}
		switch {
		case (!has || p.Kind == period.None) && r.Report.Kind == "" && (st.happened || st.code == "case_count") && !st.existing && !s.arrived && !hasWord(s.left, "累计", "总数", "总量"):
			return false
		case !has || p.Kind == period.AsOf || p.Kind == period.None:
			return true
		case s.arrived || hasWord(s.left, "累计", "总量", "总数", "现有", "共有"):
			return true
		case st.happened:
			return false
		}
		return st.existing || r.heading.status != "target" || r.Report.Kind == ""
	case "flow":
		if s.arrived && !aggregate[f.Indicator] && f.Indicator != "profit" && f.Indicator != "revenue" && st.form != "rate" && f.Measure != "share" {
			return true
		}
		if p, _ := r.inForce(); st.cumulative && p.Kind == period.AsOf {
			return true
		}
		if p := r.line.period; st.cumulative && r.line.has && p.Kind == period.During && p.Start.Year < p.End.Year {
			return false // the paragraph names the span
		}
		return st.cumulative && !r.sentence.has || st.existing && f.Measure == "level" && f.Indicator == "investment" && st.head != "完成投资"
	}
	return false
}

// stands are verbs that a number of things reaches and then stands at: 示范性高中达到8所.
var stands = map[string]bool{"达到": true, "达": true, "已达": true}

// tends are verbs for what is there already: 支持700家龙头企业壮大, 抓好86个产粮大县建设.
var tends = map[string]bool{"支持": true, "抓好": true, "扶持": true, "指导": true, "服务": true}

// hasWord tells whether one of the words begins a token.
func hasWord(toks []token, words ...string) bool {
	for _, t := range toks {
		for _, w := range words {
			if strings.HasPrefix(t.text, w) {
				return true
			}
		}
	}
	return false
}

// outlaid are sums that add up project by project: 截至目前投入7.4亿元 is what stands at that day, not of its year.
var outlaid = map[string]bool{"investment": true, "financing": true, "subsidy": true}

func (r *reader) settlePeriod(f *yiyuan.Fact, s *site, st statement) {
	p, has := r.inForce()
	if own, ok := r.comparedYear(s); ok {
		p, has = own, true
	} else if next, ok := r.turn(); ok {
		p, has = next, true
	}
	if has && !r.sentence.has && r.habitualHere() {
		p, has = period.Period{Kind: period.None}, false
	}
	asOf := r.stock(s, st, f) || has && p.Kind == period.AsOf && f.Measure == "level" && outlaid[f.Indicator]
	if st.code == "unemployment_rate" && r.sentence.has && r.sentence.stock {
		asOf = true
	}
	if !has || p.Kind == period.None {
		f.PeriodKind = "during"
		switch {
		case asOf:
			f.PeriodKind = "as_of"
			f.PeriodEnd = r.Reference
		case f.Indicator == "duration" && !hasWord(s.left, "用时") && !hasWord(s.left, "历时"),
			!has && r.status() == "forecast", r.habitual(s), r.habitualHere():
			f.PeriodKind = "none"
		case r.Report.Kind == "" && r.status() == "actual":
			f.PeriodEnd = r.Reference // up to the day of the news, since when is not told
		}
		return
	}
	if f.Measure == "share" && r.partOf >= 0 && r.out.Facts[r.partOf].PeriodKind == "as_of" && f.Base == "" {
		asOf = true // a share of what stands
	}
	p = r.narrowed(p, s, st, f)
	if f.Base == "cagr" {
		p = r.averaged(p)
	} else if f.Measure == "growth" && f.Base == "yoy" && p.Start.Year < p.End.Year && r.yearly(s) {
		p = p.Last()
	}
	if asOf {
		p = p.Stock()
	} else {
		p = p.Flow()
	}
	f.PeriodKind, f.PeriodStart, f.PeriodEnd = p.Kind, sinceBase(f, p), p.End
	if p.Kind == "as_of" {
		f.PeriodStart = yiyuan.Date{}
	}
	if p.Kind == "" {
		f.PeriodKind = "none"
	}
}

// yearly tells whether a growth under a span of years is of its last: it is compared with the year before, or follows a level
// of that one year.
func (r *reader) yearly(s *site) bool {
	for _, t := range r.leftTokens {
		if t.kind == time && t.e.Role == period.Compared || t.text == "同比" {
			return true
		}
	}
	last := r.lastFact()
	return s.inherited && last != nil && last.Start >= r.start && last.Measure == "level" && last.PeriodKind == period.During && last.PeriodStart.Year == last.PeriodEnd.Year
}

// averaged is the span a yearly average is taken over; one year is none.
func (r *reader) averaged(p period.Period) period.Period {
	if p.Kind != period.During || p.Start.Year != p.End.Year {
		return p
	}
	if last := r.lastFact(); last != nil && last.Start >= r.start && len(last.Base) > 4 {
		if from, err := strconv.Atoi(last.Base[:4]); err == nil && from+1 < p.End.Year {
			p.Start = yiyuan.NewDate(from+1, 1, 1)
			return p
		}
	}
	if n := r.yearsAveraged(); n > 1 {
		p.Start = yiyuan.NewDate(p.End.Year-n+1, 1, 1)
		return p
	}
	if from := r.line.from; from > 0 && from+1 < p.End.Year {
		p.Start = yiyuan.NewDate(from+1, 1, 1)
		return p
	}
	for _, wider := range []scope{r.opened, r.heading} {
		if wider.has && wider.period.Kind == period.During && wider.period.Start.Year < wider.period.End.Year {
			return wider.period
		}
	}
	return p
}

// yearsAveraged is the number of years of a 两年平均, 0 where none is told.
func (r *reader) yearsAveraged() int {
	for _, t := range r.leftTokens {
		if years, ok := strings.CutSuffix(t.text, "年平均"); ok {
			return strings.Index("一二三四五", strings.Replace(years, "两", "二", 1))/len("一") + 1
		}
	}
	return 0
}

// comparedYear is the year of a figure that is only compared with: 比1997年的1050亿元增长45.3%.
func (r *reader) comparedYear(s *site) (period.Period, bool) {
	if s.measure == "multiple" || s.rule == "share.recovered" {
		return period.Period{}, false
	}
	toks := r.leftTokens
	for len(toks) > 0 && (toks[len(toks)-1].text == "的" || toks[len(toks)-1].kind == blank) {
		toks = toks[:len(toks)-1]
	}
	if len(toks) == 0 {
		return period.Period{}, false
	}
	t := toks[len(toks)-1]
	if t.kind != time || t.e.Role != period.Compared && !r.comparedWith(&t) && !r.begins(&t) {
		return period.Period{}, false
	}
	p, ok := t.e.Resolve(r.periodContext())
	return p, ok && p.Kind != period.None
}

// begins tells of the time that a 从 or 由 stands before: the level a change began at is of it.
func (r *reader) begins(t *token) bool {
	before := r.text[r.start:t.start]
	return strings.HasSuffix(before, "从") || strings.HasSuffix(before, "由") || strings.HasPrefix(t.text, "从") || strings.HasPrefix(t.text, "由")
}

// sinceBase is where a change against an older year begins: 比2019年 is from 1 January 2020.
func sinceBase(f *yiyuan.Fact, p period.Period) yiyuan.Date {
	if p.Kind != period.During || f.Measure != "growth" && f.Measure != "change" || len(f.Base) < 4 {
		return p.Start
	}
	year, err := strconv.Atoi(f.Base[:4])
	if err != nil || year < 1949 || year+1 >= p.Start.Year {
		return p.Start
	}
	return yiyuan.NewDate(year+1, 1, 1)
}

// narrowed fits a span to its figure: the first of 从65家增加到194家 is of before the span, and a level with no year of
// its own in a part on several years is of the last.
func (r *reader) narrowed(p period.Period, s *site, st statement, f *yiyuan.Fact) period.Period {
	if r.startsFromTo(s) && !r.timeBefore(s) && !strings.HasPrefix(s.rule, "ratio") {
		first := p.Start.Year
		if p.Kind == period.AsOf {
			first = p.End.Year
		}
		if r.sentence.has && p.Kind == period.During && r.namesBothYears(p) {
			return period.Year(first)
		}
		if r.line.from > 0 && r.line.from < first {
			return period.Year(r.line.from)
		}
		if first > 0 {
			return period.Year(first - 1)
		}
	}
	if f.Measure == "growth" || f.Measure == "change" || st.cumulative || hasWord(s.left, "累计", "五年", "总计", "合计", "年均") || st.newness || r.summedUp(s) {
		return p
	}
	if s.arrived && p.Kind == period.During && r.fromBefore(s) {
		return p.Last()
	}
	if !r.sentence.has && aggregate[f.Indicator] || strings.HasPrefix(s.rule, "ratio") {
		return p.Last()
	}
	return p
}

// namesBothYears tells of a 2013年到2016年, whose first year a change began in; 五年来 it began before.
func (r *reader) namesBothYears(p period.Period) bool {
	for _, t := range r.toks {
		if t.kind == time && p.Start.Year < p.End.Year && strings.Contains(t.text, strconv.Itoa(p.Start.Year)) && strings.Contains(t.text, strconv.Itoa(p.End.Year)) {
			return true
		}
	}
	return false
}

// summedUp tells of a 累计 earlier in the sentence, back to its last semicolon.
func (r *reader) summedUp(s *site) bool {
	summed := false
	for _, t := range r.toks {
		if t.start >= s.tok.start {
			break
		}
		if t.kind == semi {
			summed = false
		}
		summed = summed || t.kind == word && strings.HasPrefix(t.text, "累计")
	}
	return summed
}

// startsFromTo tells whether the figure is the first of a 从…增加到….
func (r *reader) startsFromTo(s *site) bool {
	from := false
	left := s.left
	if r.list != nil && r.listSite != nil {
		left = r.listSite.left
	}
	for _, t := range left {
		from = from || t.text == "由" || t.text == "从"
	}
	if !from {
		return false
	}
	for _, t := range s.right {
		if t.kind == word && (t.is(upto|downto|turnto) || t.text == "到" || t.text == "至") {
			return true
		}
	}
	return false
}

// fromBefore tells whether the figure is the second of a 从…增加到….
func (r *reader) fromBefore(s *site) bool {
	for j := range r.toks {
		t := r.toks[j]
		if t.start >= s.tok.start {
			break
		}
		if t.text == "由" || t.text == "从" {
			return true
		}
	}
	return false
}

// timeBefore tells whether the figure has a time expression of its own in its clause.
func (r *reader) timeBefore(s *site) bool {
	for _, t := range r.leftTokens {
		if t.kind == time && ruling[t.e.Role] {
			return true
		}
	}
	return false
}

func (r *reader) inForce() (period.Period, bool) {
	switch {
	case r.sentence.has:
		return r.sentence.period, true
	case r.line.has:
		return r.line.period, true
	case r.heading.has:
		return r.heading.period, true
	}
	return period.Period{}, false
}

// habitual tells of a 每年 or 每月: what recurs has no date.
func (r *reader) habitual(s *site) bool {
	for _, t := range r.toks {
		if t.start >= s.tok.start {
			return false
		}
		if t.kind == time && t.e.Role == period.Recurring && strings.HasPrefix(t.text, "每") {
			return true
		}
	}
	return false
}

// habitualHere tells of one in the figure's own clause.
func (r *reader) habitualHere() bool {
	for _, t := range r.leftTokens {
		if t.kind == time && t.e.Role == period.Recurring && (strings.HasPrefix(t.text, "每") || strings.HasPrefix(t.text, "日均") && !r.heading.has) {
			return true
		}
	}
	return false
}

func (r *reader) status() string {
	status := "actual"
	if r.heading.status != "" {
		status = r.heading.status
	}
	if r.sentence.status != "" {
		status = r.sentence.status
	}
	if r.clause.status != "" && !(status == "target" && r.clause.status == "forecast") {
		status = r.clause.status
	}
	return status
}

func (r *reader) settleStatus(f *yiyuan.Fact, s *site, st statement) {
	f.Status = r.status()
	if strings.HasPrefix(st.text, "计划") || strings.Contains(st.text, "计划投资") {
		f.Status = "planned"
	}
	if f.Measure == "rank" && f.Status == "forecast" && !hasWord(s.left, "预计", "有望", "将") {
		f.Status = "actual" // a rank is held already
	}
	if p, _ := r.inForce(); p.Start.Year != p.End.Year && p.Kind == period.During {
		return
	}
	if f.Status == "actual" && r.forecast && aggregate[f.Indicator] && r.Report.Reviewed > 0 && f.PeriodKind == "during" &&
		f.PeriodStart == yiyuan.NewDate(r.Report.Reviewed, 1, 1) && f.PeriodEnd == yiyuan.NewDate(r.Report.Reviewed, 12, 31) {
		f.Status = "forecast"
	}
}

// aggregate are the statistics that （预计，下同） carries on to.
var aggregate = map[string]bool{
	"gdp": true, "value_added": true, "fiscal_revenue": true, "fiscal_expenditure": true, "tax": true, "retail_sales": true,
	"fixed_asset_investment": true, "foreign_trade": true, "exports": true, "imports": true, "fdi": true, "resident_income": true, "cpi": true,
	"deposits": true, "loans": true, "unemployment_rate": true, "output_value": true,
}

func (r *reader) settleSubject(f *yiyuan.Fact, s *site, st statement) {
	code := st.region
	for _, c := range []string{r.clause.region, r.sentence.region, r.line.region, r.heading.region, r.home} {
		if code == "" {
			code = c
		}
	}
	f.RegionCode = code
	if region, ok := place.Lookup(code); ok {
		f.RegionName = region.Name
	}
	if code == "100000" {
		f.RegionName = "全国"
	}
	f.Subject, f.SubjectKind = f.RegionName, "region"
	switch {
	case st.subject != "":
		f.Subject, f.SubjectKind = st.subject, st.subjectKind
	case st.industry != "" && !st.sector && st.time != "count" && strings.Contains(st.industry, "产业") && !isCounted(st.industry):
		f.Subject, f.SubjectKind = st.industry, "industry"
	case r.clause.subject != "":
		f.Subject, f.SubjectKind = r.clause.subject, r.clause.kind
	case st.region != "" || st.newness:
	case r.sentence.subject != "":
		f.Subject, f.SubjectKind = r.sentence.subject, r.sentence.kind
	case r.Report.Kind == "" && r.line.subject != "" && r.sentence.region == "":
		f.Subject, f.SubjectKind = r.line.subject, r.line.kind
	case r.Report.Kind == "" && r.heading.subject != "" && r.sentence.region == "" && r.line.region == "":
		f.Subject, f.SubjectKind = r.heading.subject, r.heading.kind
	}
	if f.SubjectKind == "industry" && (f.Industry == "" || r.clause.subject == f.Subject && !strings.Contains(f.Subject, f.Industry)) {
		f.Industry = f.Subject
	}
}

// clauseAround is the shortest clause of the sentence that holds the figure.
func (r *reader) clauseAround(start, end int) string {
	from, to := r.start, r.end
	for _, t := range r.toks {
		if t.kind == note && t.end <= start {
			from = t.end
		}
		if t.kind != comma && t.kind != semi && t.kind != stop {
			continue
		}
		if t.end <= start {
			from = t.end
		} else if t.start >= end {
			to = t.start
			break
		}
	}
	return strings.TrimSpace(r.text[from:to])
}
