package figure

import (
	"slices"
	"strings"

	"yiyuan"
	"yiyuan/transform/period"
)

// This file tells what a market gives for a thing on a day, a price, an index or how far it has gone up or down by then, from what is sold in a span.

// quoted tells of a price or an index of the news that its day gives, or nothing dates, and of the growth told beside it: 上证综指报2091点，跌幅1.98%;
// 螺纹钢每吨3750元. The mean price of a month is of its span.
func (r *reader) quoted(f *yiyuan.Fact, s *site, st statement, p period.Period, has bool) bool {
	if r.Report.Kind != "" || f.Indicator != "other" || r.status() != "actual" {
		return false
	}
	if r.paysForWork(f, s, st) {
		return true
	}
	if has && p.Kind != period.AsOf && p.Start != p.End {
		return f.Measure == "level" && r.quotedInWeek(f, s, st, p)
	}
	switch f.Measure {
	case "level":
		points := st.form == "index" && strings.Contains(s.tok.q.Unit.Surface, "点")                    // 今天公布的8月份经理指数为49.8% is of the month
		perOne := strings.Contains(s.tok.q.Unit.Surface, "元/") && endsWithAny(st.text, quotedPrices()) // 9月10日，运价7491美元/TEU
		return points || perOne || r.quotes(s) || f.Unit == "CNY" && (r.pricedByMeasure(s) || r.pricedToo(f, s))
	case "share":
		return r.quotes(s)
	case "growth":
		return endsWithAny(st.text, onTheMarket()) || r.besideQuote(f, s)
	}
	return false
}

// pricedNow tells of the price of one measure of a good in a sentence of the news that names no time, behind one on the running year: 今年全县50万亩梨
// 园挂果。统货每斤0.7元. A mean price is of the span.
func (r *reader) pricedNow(f *yiyuan.Fact, s *site, st statement, p period.Period) bool {
	if r.Report.Kind != "" || r.sentence.has || f.Measure != "level" || f.Unit != "CNY" || f.Indicator != "other" || r.status() != "actual" || s.tok.start < r.start {
		return false
	}
	if p.Kind != period.During || p.Start == p.End || p.End.Before(r.Reference) || !r.Told.IsZero() || strings.Contains(st.text, "均") || r.timeBefore(s) {
		return false
	}
	if !r.line.has || r.line.period != p || r.startsFromTo(s) || strings.Contains(r.text[r.start:s.tok.start], "那") {
		return false
	}
	return r.quotes(s) || r.pricedByMeasure(s) || endsWithAny(st.text, quotedPrices())
}

// quotedInWeek tells of the quote of a good at the end of a week that the news goes through, and not of the mean of that: 本周，涤纶丝报11450元/吨.
func (r *reader) quotedInWeek(f *yiyuan.Fact, s *site, st statement, p period.Period) bool {
	if days := daysOf(p); days == 0 || days > daysOfWeek || st.form == "index" || strings.Contains(st.text, "均") || strings.Contains(st.text, "指数") {
		return false
	}
	means := strings.Contains(r.text[r.lineStart:f.Start], "均") // 猪肉均价每公斤20元，鸡蛋每公斤13元
	return r.quotes(s) || endsWithAny(st.text, quotedPrices()) || r.pricedToo(f, s) || f.Unit == "CNY" && !means && r.pricedByMeasure(s)
}

// quotes tells of a verb of quoting right before the figure, or before the measure that its price is for: 报收9.86元, 收报每吨77310元.
func (r *reader) quotes(s *site) bool {
	before, _ := cutMeasure(withoutNearly(r.saidBefore(s)))
	return endsWithAny(before, quoting())
}

// paysForWork tells of pay that the figure's own clause dates by no year: 焊工月薪开到1.2万元.
func (r *reader) paysForWork(f *yiyuan.Fact, s *site, st statement) bool {
	if f.Measure != "level" || f.Unit != "CNY" || r.timeBefore(s) {
		return false
	}
	if said := r.saidBefore(s); !holdsAny(st.text, payForWork()) && !holdsAny(said[lastPause(said):], payForWork()) {
		return false
	}
	return !holdsAny(r.text[r.start:r.end], hiringFairs()) // the mean of those hired at one is of that
}

// sellingFor are words between the measure that a price is for and the price.
var sellingFor = phrases("selling for")

// hiringFairs are where people are hired.
var hiringFairs = phrases("hiring fairs")

// payForWork are words for what work is paid by the month, day or piece.
var payForWork = phrases("pay for work")

// pricedToo tells of one more price or pay behind one of the day, with no verb of its own: 普工月薪3000元，焊工8000元.
func (r *reader) pricedToo(f *yiyuan.Fact, s *site) bool {
	quote := r.quoteBefore(f.Start)
	if quote == nil || quote.Unit != f.Unit || r.timeBefore(s) && !r.nextDay(s) || r.eventIn(s.left) || f.Value.Negative {
		return false
	}
	if _, is := cutMeasure(withoutNearly(r.text[r.start:quote.Start])); !is && !r.nextDay(s) && !holdsAny(quote.IndicatorText, paidForOne()) {
		return false
	}
	between := r.text[quote.End:f.Start]
	return strings.Count(between, "，") == 1 && len(between) < longestBesideQuote
}

// nextDay tells of a day of the week that the clause of the figure opens with: 周一开秤每斤5.9元，周三探至5.8元.
func (r *reader) nextDay(s *site) bool {
	at := slices.IndexFunc(r.toks, func(t token) bool { return t.start == s.tok.start })
	from := r.clauseStart(max(at, 0))
	return from < at && r.toks[from].kind == time && r.toks[from].e.Day() && strings.HasPrefix(r.toks[from].text, "周")
}

// longestBesideQuote is how many bytes there are at most between two prices of a list.
const longestBesideQuote = 45

// pricedByMeasure tells of money for one measure of a good: 每吨9250元, 每斤2.35元.
func (r *reader) pricedByMeasure(s *site) bool {
	said := withoutNearly(r.saidBefore(s))
	_, is := cutMeasure(said)
	if _, per, ok := strings.Cut(s.tok.q.Unit.Surface, "元/"); ok && pricedMeasures().has("每"+per) {
		is = true // 混级蒜5.2元/斤
	}
	if !is {
		_, is = cutMeasure(withoutNearly(trimAny(said, sellingFor().words...)))
	}
	return is && !r.eventIn(s.left)
}

// cutMeasure cuts the measure that a price is for from the end of a text.
func cutMeasure(text string) (before string, is bool) {
	for _, m := range pricedMeasures().words {
		if ends(text, m) {
			return text[:len(text)-len(m)], true
		}
	}
	return text, false
}

// withoutNearly cuts such a word as 约 from the end of a text, the longest that stands there.
func withoutNearly(text string) string {
	for _, runes := range [...]int{2, 1} {
		if size := runes * len("约"); len(text) >= size && nearly[text[len(text)-size:]] {
			return text[:len(text)-size]
		}
	}
	return text
}

// besideQuote tells of a growth or change behind the quote that it is of.
func (r *reader) besideQuote(f *yiyuan.Fact, s *site) bool {
	quote := r.quoteBefore(f.Start)
	return quote != nil && (s.inherited || quote.IndicatorText == f.IndicatorText)
}

// quoteBefore is the quote that the sentence tells last before a place, with no semicolon between; nil where there is none.
func (r *reader) quoteBefore(start int) *yiyuan.Fact {
	for i := len(r.out.Facts) - 1; i >= 0 && r.out.Facts[i].Start >= r.start; i-- {
		switch f := &r.out.Facts[i]; {
		case f.Indicator != "other" || strings.Contains(r.text[f.End:start], "；"):
			return nil
		case f.Measure == "level":
			if f.PeriodKind == period.AsOf {
				return f
			}
			return nil
		}
	}
	return nil
}

// movesQuote tells of by how much a quote has moved on its day, which is no quote itself: 报2091点，跌42点.
func (r *reader) movesQuote(f, last *yiyuan.Fact) bool {
	if r.Report.Kind != "" || f.Measure != "change" && f.Measure != "growth" || !r.sentence.oneDay() || last.Indicator != "other" {
		return false
	}
	return r.quoteBefore(f.Start) != nil
}

// quoting end what is said before a quote, pricedMeasures name what a price is for, onTheMarket ends the names of what has quotes.
var quoting, pricedMeasures, onTheMarket = phrases("quoting"), phrases("measures of prices"), phrases("on the market")

// notSold are words for what is paid by the measure and no price.
var notSold = phrases("paid by the measure")
