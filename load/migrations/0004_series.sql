-- What is said of an indicator besides its name: whether the figures of places add up to that of the place they lie in,
-- which growth the texts print (nominal growth follows from two levels, real growth does not), and which way is better.
ALTER TABLE indicators ADD COLUMN additive BOOLEAN;
ALTER TABLE indicators ADD COLUMN growth VARCHAR;
ALTER TABLE indicators ADD COLUMN better VARCHAR;
UPDATE indicators SET
  additive = code IN ('gdp', 'value_added', 'fiscal_revenue', 'tax', 'retail_sales', 'fixed_asset_investment', 'foreign_trade',
    'exports', 'imports', 'fdi', 'population', 'deposits', 'loans', 'output_value', 'output_volume'),
  growth = CASE
    WHEN code IN ('gdp', 'value_added') THEN 'real'
    WHEN code IN ('fiscal_revenue', 'fiscal_expenditure', 'tax', 'retail_sales', 'foreign_trade', 'exports', 'imports',
      'deposits', 'loans', 'visitor_count') THEN 'nominal' END,
  better = CASE WHEN code IN ('cpi', 'unemployment_rate') THEN 'lower' ELSE 'higher' END;
COMMENT ON COLUMN indicators.additive IS 'whether a place has the sum of the places in it, so that none of them can have more';
COMMENT ON COLUMN indicators.growth IS 'the growth that texts print: nominal follows from two levels, real does not; NULL where they print both';
COMMENT ON COLUMN indicators.better IS 'higher or lower: which way a target is met';

CREATE TABLE statistics (
  indicator VARCHAR NOT NULL,
  text      VARCHAR NOT NULL,
  statistic VARCHAR NOT NULL,
  qualifier VARCHAR,
  industry  VARCHAR
);
COMMENT ON TABLE statistics IS 'Which words name one statistic; words that are not listed name one of their own';
COMMENT ON COLUMN statistics.indicator IS 'code in indicators';
COMMENT ON COLUMN statistics.text IS 'words, as in facts.indicator_text';
COMMENT ON COLUMN statistics.statistic IS 'the statistic they name';
COMMENT ON COLUMN statistics.qualifier IS 'the restriction these words hold';
COMMENT ON COLUMN statistics.industry IS 'the industry these words hold';

CREATE TABLE qualifiers (indicator VARCHAR, text VARCHAR NOT NULL, qualifier VARCHAR);
COMMENT ON TABLE qualifiers IS 'Restrictions written in several ways';
COMMENT ON COLUMN qualifiers.indicator IS 'of this indicator only; NULL is of all';
COMMENT ON COLUMN qualifiers.text IS 'words, as in facts.qualifier';
COMMENT ON COLUMN qualifiers.qualifier IS 'how the series has them; NULL where they restrict nothing';

CREATE TABLE core_indicators (name VARCHAR NOT NULL, indicator VARCHAR NOT NULL, statistic VARCHAR NOT NULL, qualifier VARCHAR, industry VARCHAR,
  words VARCHAR NOT NULL);
COMMENT ON TABLE core_indicators IS 'The twenty indicators that a government report is expected to state';
COMMENT ON COLUMN core_indicators.name IS 'name in Chinese, unique';
COMMENT ON COLUMN core_indicators.indicator IS 'code in indicators';
COMMENT ON COLUMN core_indicators.statistic IS 'statistics that will do, separated by |';
COMMENT ON COLUMN core_indicators.qualifier IS 'restrictions that will do, separated by |';
COMMENT ON COLUMN core_indicators.industry IS 'industry';
COMMENT ON COLUMN core_indicators.words IS 'words that name it in a text, separated by |';

CREATE TABLE identities (identity VARCHAR NOT NULL, weight INTEGER NOT NULL, indicator VARCHAR NOT NULL, statistic VARCHAR NOT NULL, qualifier VARCHAR,
  industry VARCHAR);
COMMENT ON TABLE identities IS 'Sums that hold by definition';
COMMENT ON COLUMN identities.identity IS 'name of the sum';
COMMENT ON COLUMN identities.weight IS '0 for the whole, else what the part is multiplied by';
COMMENT ON COLUMN identities.indicator IS 'code in indicators';
COMMENT ON COLUMN identities.statistic IS 'statistic';
COMMENT ON COLUMN identities.qualifier IS 'qualifier';
COMMENT ON COLUMN identities.industry IS 'industry';

CREATE TABLE corrections (fact_id VARCHAR NOT NULL, field VARCHAR NOT NULL, value VARCHAR, who VARCHAR NOT NULL, why VARCHAR NOT NULL,
  before VARCHAR, applied BOOLEAN NOT NULL);
COMMENT ON TABLE corrections IS 'Readings that people have put right; facts keeps what was read, corrected_facts and all that is made of it has this';
COMMENT ON COLUMN corrections.fact_id IS 'the fact';
COMMENT ON COLUMN corrections.field IS 'column of facts, or withdrawn';
COMMENT ON COLUMN corrections.value IS 'what it should be; NULL empties the field';
COMMENT ON COLUMN corrections.who IS 'who says so';
COMMENT ON COLUMN corrections.why IS 'on what grounds';
COMMENT ON COLUMN corrections.before IS 'what was read';
COMMENT ON COLUMN corrections.applied IS 'false where the file holds no such fact';

CREATE VIEW corrected_facts AS
WITH corrected AS (
  SELECT fact_id,
    max(coalesce(value, '')) FILTER (field = 'indicator') AS indicator,
    max(coalesce(value, '')) FILTER (field = 'indicator_text') AS indicator_text,
    max(coalesce(value, '')) FILTER (field = 'measure') AS measure,
    max(coalesce(value, '')) FILTER (field = 'base') AS base,
    max(coalesce(value, '')) FILTER (field = 'value') AS value,
    max(coalesce(value, '')) FILTER (field = 'value_low') AS value_low,
    max(coalesce(value, '')) FILTER (field = 'value_high') AS value_high,
    max(coalesce(value, '')) FILTER (field = 'unit') AS unit,
    max(coalesce(value, '')) FILTER (field = 'counter') AS counter,
    max(coalesce(value, '')) FILTER (field = 'bound') AS bound,
    max(coalesce(value, '')) FILTER (field = 'subject') AS subject,
    max(coalesce(value, '')) FILTER (field = 'subject_kind') AS subject_kind,
    max(coalesce(value, '')) FILTER (field = 'region_code') AS region_code,
    max(coalesce(value, '')) FILTER (field = 'region_name') AS region_name,
    max(coalesce(value, '')) FILTER (field = 'industry') AS industry,
    max(coalesce(value, '')) FILTER (field = 'qualifier') AS qualifier,
    max(coalesce(value, '')) FILTER (field = 'period_kind') AS period_kind,
    max(coalesce(value, '')) FILTER (field = 'period_start') AS period_start,
    max(coalesce(value, '')) FILTER (field = 'period_end') AS period_end,
    max(coalesce(value, '')) FILTER (field = 'status') AS status,
    max(coalesce(value, '')) FILTER (field = 'price_basis') AS price_basis,
    bool_or(field = 'withdrawn' AND value = 'true') AS withdrawn,
    string_agg(concat(field, ': ', coalesce(before, '–'), ' → ', coalesce(value, '–'), ' (', who, ': ', why, ')'), '; ' ORDER BY field) AS corrected
  FROM corrections WHERE applied GROUP BY fact_id
)
SELECT f.fact_id, f.mention_id, f.doc_id, f.part_of,
  nullif(coalesce(c.indicator, f.indicator), '') AS indicator,
  nullif(coalesce(c.indicator_text, f.indicator_text), '') AS indicator_text,
  nullif(coalesce(c.measure, f.measure), '') AS measure,
  nullif(coalesce(c.base, f.base), '') AS base,
  CASE WHEN c.value IS NULL THEN f.value ELSE CAST(c.value AS DECIMAL(28,6)) END AS value,
  CASE WHEN c.value_low IS NULL THEN f.value_low ELSE CAST(nullif(c.value_low, '') AS DECIMAL(28,6)) END AS value_low,
  CASE WHEN c.value_high IS NULL THEN f.value_high ELSE CAST(nullif(c.value_high, '') AS DECIMAL(28,6)) END AS value_high,
  nullif(coalesce(c.unit, f.unit), '') AS unit,
  nullif(coalesce(c.counter, f.counter), '') AS counter,
  f.value_text,
  nullif(coalesce(c.bound, f.bound), '') AS bound,
  nullif(coalesce(c.subject, f.subject), '') AS subject,
  nullif(coalesce(c.subject_kind, f.subject_kind), '') AS subject_kind,
  nullif(coalesce(c.region_code, f.region_code), '') AS region_code,
  nullif(coalesce(c.region_name, f.region_name), '') AS region_name,
  nullif(coalesce(c.industry, f.industry), '') AS industry,
  nullif(coalesce(c.qualifier, f.qualifier), '') AS qualifier,
  nullif(coalesce(c.period_kind, f.period_kind), '') AS period_kind,
  CASE WHEN c.period_start IS NULL THEN f.period_start ELSE CAST(nullif(c.period_start, '') AS DATE) END AS period_start,
  CASE WHEN c.period_end IS NULL THEN f.period_end ELSE CAST(nullif(c.period_end, '') AS DATE) END AS period_end,
  nullif(coalesce(c.status, f.status), '') AS status,
  nullif(coalesce(c.price_basis, f.price_basis), '') AS price_basis,
  f.quote, f.sentence, f.char_start, f.char_end, f.rule, f.confidence,
  coalesce(c.withdrawn, false) AS withdrawn, c.corrected
FROM facts f LEFT JOIN corrected c USING (fact_id);
COMMENT ON VIEW corrected_facts IS 'facts with the corrections of corrections applied';
COMMENT ON COLUMN corrected_facts.fact_id IS 'unique; survives a change of rules';
COMMENT ON COLUMN corrected_facts.mention_id IS 'the figure it was read from';
COMMENT ON COLUMN corrected_facts.doc_id IS 'document';
COMMENT ON COLUMN corrected_facts.part_of IS 'fact_id of the whole that this is 其中 or a share of';
COMMENT ON COLUMN corrected_facts.indicator IS 'code in indicators';
COMMENT ON COLUMN corrected_facts.indicator_text IS 'the words that name it';
COMMENT ON COLUMN corrected_facts.measure IS 'level, growth, share, rank, multiple, change';
COMMENT ON COLUMN corrected_facts.base IS 'growth and change: yoy, qoq, mom, cagr or the period compared with; share: the whole';
COMMENT ON COLUMN corrected_facts.value IS 'exact, in the canonical unit; percent keeps its printed number; the midpoint of a range';
COMMENT ON COLUMN corrected_facts.value_low IS 'lower end of a range';
COMMENT ON COLUMN corrected_facts.value_high IS 'upper end of a range';
COMMENT ON COLUMN corrected_facts.unit IS 'code in units';
COMMENT ON COLUMN corrected_facts.counter IS 'the noun counted';
COMMENT ON COLUMN corrected_facts.value_text IS 'the figure as written; substr(text, char_start + 1, char_end - char_start)';
COMMENT ON COLUMN corrected_facts.bound IS 'exact, approx, nearly, over, at_least, at_most, range';
COMMENT ON COLUMN corrected_facts.subject IS 'what the figure describes';
COMMENT ON COLUMN corrected_facts.subject_kind IS 'region, park, enterprise, industry, cluster, project, platform, institution, other';
COMMENT ON COLUMN corrected_facts.region_code IS 'GB/T 2260 code in regions';
COMMENT ON COLUMN corrected_facts.region_name IS 'name of the region';
COMMENT ON COLUMN corrected_facts.industry IS 'industry or product line, as written';
COMMENT ON COLUMN corrected_facts.qualifier IS 'restriction on what is measured, as written';
COMMENT ON COLUMN corrected_facts.period_kind IS 'during (a flow over a span), as_of (a stock at a date), none';
COMMENT ON COLUMN corrected_facts.period_start IS 'first day';
COMMENT ON COLUMN corrected_facts.period_end IS 'last day; as_of has only this';
COMMENT ON COLUMN corrected_facts.status IS 'actual, target, planned, forecast';
COMMENT ON COLUMN corrected_facts.price_basis IS 'nominal or real';
COMMENT ON COLUMN corrected_facts.quote IS 'the clause';
COMMENT ON COLUMN corrected_facts.sentence IS 'the whole sentence';
COMMENT ON COLUMN corrected_facts.char_start IS 'of value_text: first code point in documents.text, 0-based';
COMMENT ON COLUMN corrected_facts.char_end IS 'code point after the last';
COMMENT ON COLUMN corrected_facts.rule IS 'the rule that read it';
COMMENT ON COLUMN corrected_facts.confidence IS 'share of right readings among the checked ones of the rule, NULL where too few were checked';
COMMENT ON COLUMN corrected_facts.withdrawn IS 'a correction says it is no fact';
COMMENT ON COLUMN corrected_facts.corrected IS 'the corrections: field, what was read, what it is, who says so and why';

CREATE TABLE coverage (
  doc_id VARCHAR NOT NULL, story_id VARCHAR NOT NULL, kind VARCHAR NOT NULL, publisher VARCHAR, vintage DATE, region_code VARCHAR, region_name VARCHAR,
  figures BIGINT NOT NULL, fact_figures BIGINT NOT NULL, unread BIGINT NOT NULL, facts BIGINT NOT NULL, in_panel BIGINT NOT NULL,
  core_stated INTEGER NOT NULL);
COMMENT ON TABLE coverage IS 'What each document gave';
COMMENT ON COLUMN coverage.doc_id IS 'document';
COMMENT ON COLUMN coverage.story_id IS 'shared by copies of one story';
COMMENT ON COLUMN coverage.kind IS 'bulletin (a statistical communiqué), report (of a government to its congress), news';
COMMENT ON COLUMN coverage.publisher IS 'who published it';
COMMENT ON COLUMN coverage.vintage IS 'the day its figures were known: the reference date, else the day of publication';
COMMENT ON COLUMN coverage.region_code IS 'the place most of its facts are of';
COMMENT ON COLUMN coverage.region_name IS 'its name';
COMMENT ON COLUMN coverage.figures IS 'figures of the text';
COMMENT ON COLUMN coverage.fact_figures IS 'of them, figures that facts were made of';
COMMENT ON COLUMN coverage.unread IS 'of them, figures that no rule understood';
COMMENT ON COLUMN coverage.facts IS 'facts';
COMMENT ON COLUMN coverage.in_panel IS 'of them, facts of a series of a place';
COMMENT ON COLUMN coverage.core_stated IS 'of the core indicators, those that a report or bulletin states';

CREATE TABLE core_coverage (region_code VARCHAR NOT NULL, region_name VARCHAR, year INTEGER NOT NULL, name VARCHAR NOT NULL, state VARCHAR NOT NULL,
  doc_id VARCHAR, fact_id VARCHAR);
COMMENT ON TABLE core_coverage IS 'For each place and year between its first and last report: which core indicators are stated, and what their absence means';
COMMENT ON COLUMN core_coverage.region_code IS 'place';
COMMENT ON COLUMN core_coverage.region_name IS 'its name';
COMMENT ON COLUMN core_coverage.year IS 'the year reported on';
COMMENT ON COLUMN core_coverage.name IS 'as in core_indicators';
COMMENT ON COLUMN core_coverage.state IS 'stated; named (the report has the words, but no figure of that year was read); not stated (the report does not name it); elsewhere (another document states it); not collected (there is no report of that year)';
COMMENT ON COLUMN core_coverage.doc_id IS 'the report, NULL where none was collected';
COMMENT ON COLUMN core_coverage.fact_id IS 'the figure where it is stated, growth where there is no level';

CREATE TABLE observations (
  fact_id VARCHAR USING COMPRESSION uncompressed NOT NULL, series_id VARCHAR USING COMPRESSION uncompressed NOT NULL, line_id VARCHAR USING COMPRESSION uncompressed NOT NULL, statistic VARCHAR NOT NULL, qualifier VARCHAR, industry VARCHAR,
  outcome VARCHAR NOT NULL, step DECIMAL(28,6), low DECIMAL(28,6), high DECIMAL(28,6));
COMMENT ON TABLE observations IS 'The series that each fact belongs to, in panel or entity_panel; a fact without a period or a name belongs to none';
COMMENT ON COLUMN observations.fact_id IS 'the fact';
COMMENT ON COLUMN observations.series_id IS 'as in panel and entity_panel';
COMMENT ON COLUMN observations.line_id IS 'hash of the series without its outcome: joins targets to results';
COMMENT ON COLUMN observations.statistic IS 'indicator_text by the table statistics';
COMMENT ON COLUMN observations.qualifier IS 'qualifier by the tables qualifiers and statistics';
COMMENT ON COLUMN observations.industry IS 'industry by the table statistics';
COMMENT ON COLUMN observations.outcome IS 'result (actual), forecast, target (target, planned, and whatever lies in a year after the document)';
COMMENT ON COLUMN observations.step IS 'the worth of one in the last printed digit; 0 for things counted one by one, NULL where no digits are printed';
COMMENT ON COLUMN observations.low IS 'lowest value that would be printed so, NULL where there is no bound below';
COMMENT ON COLUMN observations.high IS 'highest value that would be printed so, NULL where there is no bound above';

CREATE TABLE panel (
  series_id VARCHAR USING COMPRESSION uncompressed NOT NULL, line_id VARCHAR USING COMPRESSION uncompressed NOT NULL, region_code VARCHAR NOT NULL, region_name VARCHAR, indicator VARCHAR, statistic VARCHAR, industry VARCHAR,
  qualifier VARCHAR, price_basis VARCHAR, measure VARCHAR, base VARCHAR, unit VARCHAR, outcome VARCHAR NOT NULL, period_kind VARCHAR NOT NULL, period_start DATE,
  period_end DATE NOT NULL, value DECIMAL(28,6) NOT NULL, bound VARCHAR, low DECIMAL(28,6), high DECIMAL(28,6), source VARCHAR NOT NULL, vintage DATE,
  revised DECIMAL(28,6), revised_vintage DATE, superseded BOOLEAN NOT NULL, n_facts BIGINT NOT NULL, n_stories BIGINT NOT NULL, min DECIMAL(28,6), max DECIMAL(28,6),
  spread DECIMAL(28,6), agrees BOOLEAN NOT NULL, fact_id VARCHAR USING COMPRESSION uncompressed NOT NULL, revised_fact_id VARCHAR, doc_id VARCHAR NOT NULL);
COMMENT ON TABLE panel IS 'Series of places: one value for each series and period, by precedence of source';
COMMENT ON COLUMN panel.series_id IS 'hash of the series: the columns from region_code to outcome, region_name apart';
COMMENT ON COLUMN panel.line_id IS 'hash of the series without its outcome';
COMMENT ON COLUMN panel.region_code IS 'GB/T 2260 code in regions';
COMMENT ON COLUMN panel.region_name IS 'its name';
COMMENT ON COLUMN panel.indicator IS 'code in indicators';
COMMENT ON COLUMN panel.statistic IS 'what is measured, by the table statistics';
COMMENT ON COLUMN panel.industry IS 'industry, as written';
COMMENT ON COLUMN panel.qualifier IS 'restriction';
COMMENT ON COLUMN panel.price_basis IS 'growth: real (at constant prices), comparable (on the scope of before), NULL as printed; real is the rule for gdp and value_added, and left out';
COMMENT ON COLUMN panel.measure IS 'level, growth, share, rank, multiple, change';
COMMENT ON COLUMN panel.base IS 'what growth and change are against, what a share is of';
COMMENT ON COLUMN panel.unit IS 'code in units';
COMMENT ON COLUMN panel.outcome IS 'result, forecast, target';
COMMENT ON COLUMN panel.period_kind IS 'during, as_of';
COMMENT ON COLUMN panel.period_start IS 'first day';
COMMENT ON COLUMN panel.period_end IS 'last day';
COMMENT ON COLUMN panel.value IS 'of the best fact: a bulletin before a report before news, the place''s own documents before others, an exact figure before a bounded one, the first before a later';
COMMENT ON COLUMN panel.bound IS 'of the best fact';
COMMENT ON COLUMN panel.low IS 'lowest value that would be printed so';
COMMENT ON COLUMN panel.high IS 'highest value that would be printed so';
COMMENT ON COLUMN panel.source IS 'kind of the best fact''s document: bulletin, report, news';
COMMENT ON COLUMN panel.vintage IS 'when it was known';
COMMENT ON COLUMN panel.revised IS 'value of the latest document that states another one, NULL where none does';
COMMENT ON COLUMN panel.revised_vintage IS 'when that was known';
COMMENT ON COLUMN panel.superseded IS 'a forecast of which there is a result';
COMMENT ON COLUMN panel.n_facts IS 'facts of the series and period';
COMMENT ON COLUMN panel.n_stories IS 'stories that state one; copies count once';
COMMENT ON COLUMN panel.min IS 'lowest value stated';
COMMENT ON COLUMN panel.max IS 'highest value stated';
COMMENT ON COLUMN panel.spread IS 'max less min';
COMMENT ON COLUMN panel.agrees IS 'whether one value could be printed in all these ways; where not, the row is in conflicts';
COMMENT ON COLUMN panel.fact_id IS 'the best fact';
COMMENT ON COLUMN panel.revised_fact_id IS 'the fact of revised';
COMMENT ON COLUMN panel.doc_id IS 'document of the best fact';

CREATE TABLE entity_panel (
  series_id VARCHAR NOT NULL, entity VARCHAR NOT NULL, entity_kind VARCHAR NOT NULL, region_code VARCHAR, region_name VARCHAR, indicator VARCHAR, statistic VARCHAR,
  industry VARCHAR, qualifier VARCHAR, price_basis VARCHAR, measure VARCHAR, base VARCHAR, unit VARCHAR, outcome VARCHAR NOT NULL, period_kind VARCHAR NOT NULL,
  period_start DATE, period_end DATE NOT NULL, value DECIMAL(28,6) NOT NULL, bound VARCHAR, source VARCHAR NOT NULL, vintage DATE, n_facts BIGINT NOT NULL,
  n_stories BIGINT NOT NULL, min DECIMAL(28,6), max DECIMAL(28,6), spread DECIMAL(28,6), agrees BOOLEAN NOT NULL, fact_id VARCHAR NOT NULL, doc_id VARCHAR NOT NULL);
COMMENT ON TABLE entity_panel IS 'Series of enterprises, parks, clusters, industries and projects';
COMMENT ON COLUMN entity_panel.series_id IS 'hash of the series';
COMMENT ON COLUMN entity_panel.entity IS 'full name where a text joins it to the short one, else as written';
COMMENT ON COLUMN entity_panel.entity_kind IS 'enterprise, park, cluster, industry, project, platform, institution, other';
COMMENT ON COLUMN entity_panel.region_code IS 'GB/T 2260 code in regions';
COMMENT ON COLUMN entity_panel.region_name IS 'its name';
COMMENT ON COLUMN entity_panel.indicator IS 'code in indicators';
COMMENT ON COLUMN entity_panel.statistic IS 'what is measured';
COMMENT ON COLUMN entity_panel.industry IS 'industry, as written';
COMMENT ON COLUMN entity_panel.qualifier IS 'restriction';
COMMENT ON COLUMN entity_panel.price_basis IS 'growth: real (at constant prices), comparable (on the scope of before), NULL as printed; real is the rule for gdp and value_added, and left out';
COMMENT ON COLUMN entity_panel.measure IS 'as in panel';
COMMENT ON COLUMN entity_panel.base IS 'as in panel';
COMMENT ON COLUMN entity_panel.unit IS 'code in units';
COMMENT ON COLUMN entity_panel.outcome IS 'result, forecast, target';
COMMENT ON COLUMN entity_panel.period_kind IS 'during, as_of';
COMMENT ON COLUMN entity_panel.period_start IS 'first day';
COMMENT ON COLUMN entity_panel.period_end IS 'last day';
COMMENT ON COLUMN entity_panel.value IS 'of the best fact, as in panel';
COMMENT ON COLUMN entity_panel.bound IS 'of the best fact';
COMMENT ON COLUMN entity_panel.source IS 'kind of the best fact''s document';
COMMENT ON COLUMN entity_panel.vintage IS 'when it was known';
COMMENT ON COLUMN entity_panel.n_facts IS 'facts of the series and period';
COMMENT ON COLUMN entity_panel.n_stories IS 'stories that state one';
COMMENT ON COLUMN entity_panel.min IS 'lowest value stated';
COMMENT ON COLUMN entity_panel.max IS 'highest value stated';
COMMENT ON COLUMN entity_panel.spread IS 'max less min';
COMMENT ON COLUMN entity_panel.agrees IS 'whether one value could be printed in all these ways';
COMMENT ON COLUMN entity_panel.fact_id IS 'the best fact';
COMMENT ON COLUMN entity_panel.doc_id IS 'document of the best fact';

CREATE TABLE conflicts (
  series_id VARCHAR NOT NULL, region_code VARCHAR, region_name VARCHAR, entity VARCHAR, indicator VARCHAR, statistic VARCHAR, industry VARCHAR, qualifier VARCHAR, price_basis VARCHAR, measure VARCHAR,
  base VARCHAR, unit VARCHAR, outcome VARCHAR NOT NULL, period_start DATE, period_end DATE NOT NULL, low DECIMAL(28,6) NOT NULL, high DECIMAL(28,6) NOT NULL,
  gap DECIMAL(28,6) NOT NULL, percent DOUBLE, n_facts BIGINT NOT NULL, n_stories BIGINT NOT NULL, explanation VARCHAR NOT NULL, low_fact_id VARCHAR NOT NULL,
  low_doc_id VARCHAR NOT NULL, low_quote VARCHAR, high_fact_id VARCHAR NOT NULL, high_doc_id VARCHAR NOT NULL, high_quote VARCHAR);
COMMENT ON TABLE conflicts IS 'One series and period of which the texts state values that cannot both be rounded from one';
COMMENT ON COLUMN conflicts.series_id IS 'as in panel and entity_panel';
COMMENT ON COLUMN conflicts.region_code IS 'place';
COMMENT ON COLUMN conflicts.region_name IS 'its name';
COMMENT ON COLUMN conflicts.entity IS 'enterprise, park, …; NULL for a place';
COMMENT ON COLUMN conflicts.indicator IS 'code in indicators';
COMMENT ON COLUMN conflicts.statistic IS 'what is measured';
COMMENT ON COLUMN conflicts.industry IS 'industry';
COMMENT ON COLUMN conflicts.qualifier IS 'restriction';
COMMENT ON COLUMN conflicts.price_basis IS 'growth: real (at constant prices), comparable (on the scope of before), NULL as printed; real is the rule for gdp and value_added, and left out';
COMMENT ON COLUMN conflicts.measure IS 'as in panel';
COMMENT ON COLUMN conflicts.base IS 'as in panel';
COMMENT ON COLUMN conflicts.unit IS 'code in units';
COMMENT ON COLUMN conflicts.outcome IS 'result, forecast, target';
COMMENT ON COLUMN conflicts.period_start IS 'first day';
COMMENT ON COLUMN conflicts.period_end IS 'last day';
COMMENT ON COLUMN conflicts.low IS 'the value that reaches least high';
COMMENT ON COLUMN conflicts.high IS 'the value that reaches least low';
COMMENT ON COLUMN conflicts.gap IS 'high less low';
COMMENT ON COLUMN conflicts.percent IS 'gap in percent of high';
COMMENT ON COLUMN conflicts.n_facts IS 'facts of the series and period';
COMMENT ON COLUMN conflicts.n_stories IS 'stories that state one';
COMMENT ON COLUMN conflicts.explanation IS 'copies differ (one story, two figures); one document (states both); revised (a later year''s document states another); named differently (the words differ, though the table holds them alike); sources disagree';
COMMENT ON COLUMN conflicts.low_fact_id IS 'fact of low';
COMMENT ON COLUMN conflicts.low_doc_id IS 'its document';
COMMENT ON COLUMN conflicts.low_quote IS 'its clause';
COMMENT ON COLUMN conflicts.high_fact_id IS 'fact of high';
COMMENT ON COLUMN conflicts.high_doc_id IS 'its document';
COMMENT ON COLUMN conflicts.high_quote IS 'its clause';

CREATE TABLE targets (
  line_id VARCHAR NOT NULL, region_code VARCHAR NOT NULL, region_name VARCHAR, indicator VARCHAR, statistic VARCHAR, industry VARCHAR, qualifier VARCHAR, price_basis VARCHAR, measure VARCHAR,
  base VARCHAR, unit VARCHAR, period_start DATE, period_end DATE NOT NULL, target DECIMAL(28,6) NOT NULL, target_bound VARCHAR, result DECIMAL(28,6),
  result_bound VARCHAR, result_outcome VARCHAR, met VARCHAR NOT NULL, margin DECIMAL(28,6), target_fact_id VARCHAR NOT NULL, target_doc_id VARCHAR NOT NULL,
  target_sentence VARCHAR, result_fact_id VARCHAR, result_doc_id VARCHAR, result_sentence VARCHAR);
COMMENT ON TABLE targets IS 'Targets beside what came of them';
COMMENT ON COLUMN targets.line_id IS 'as in panel';
COMMENT ON COLUMN targets.region_code IS 'place';
COMMENT ON COLUMN targets.region_name IS 'its name';
COMMENT ON COLUMN targets.indicator IS 'code in indicators';
COMMENT ON COLUMN targets.statistic IS 'what is measured';
COMMENT ON COLUMN targets.industry IS 'industry';
COMMENT ON COLUMN targets.qualifier IS 'restriction';
COMMENT ON COLUMN targets.price_basis IS 'growth: real (at constant prices), comparable (on the scope of before), NULL as printed; real is the rule for gdp and value_added, and left out';
COMMENT ON COLUMN targets.measure IS 'as in panel';
COMMENT ON COLUMN targets.base IS 'as in panel';
COMMENT ON COLUMN targets.unit IS 'code in units';
COMMENT ON COLUMN targets.period_start IS 'first day';
COMMENT ON COLUMN targets.period_end IS 'last day';
COMMENT ON COLUMN targets.target IS 'value aimed at';
COMMENT ON COLUMN targets.target_bound IS 'as in facts';
COMMENT ON COLUMN targets.result IS 'value reached';
COMMENT ON COLUMN targets.result_bound IS 'as in facts';
COMMENT ON COLUMN targets.result_outcome IS 'result, or forecast where no result is known';
COMMENT ON COLUMN targets.met IS 'met; missed; not stated (the place''s report of that year is here and does not state it in this form); not collected (there is no report of that year)';
COMMENT ON COLUMN targets.margin IS 'result less target';
COMMENT ON COLUMN targets.target_fact_id IS 'fact of the target';
COMMENT ON COLUMN targets.target_doc_id IS 'its document';
COMMENT ON COLUMN targets.target_sentence IS 'its sentence';
COMMENT ON COLUMN targets.result_fact_id IS 'fact of the result';
COMMENT ON COLUMN targets.result_doc_id IS 'its document';
COMMENT ON COLUMN targets.result_sentence IS 'its sentence';

CREATE TABLE checks (
  check_id VARCHAR NOT NULL, kind VARCHAR NOT NULL, doc_id VARCHAR, region_code VARCHAR, region_name VARCHAR, indicator VARCHAR, statistic VARCHAR,
  period_start DATE, period_end DATE, unit VARCHAR, stated DECIMAL(28,6), computed DECIMAL(28,6), low DECIMAL(28,6), high DECIMAL(28,6), deviation DOUBLE,
  passed BOOLEAN, says VARCHAR NOT NULL);
COMMENT ON TABLE checks IS 'Arithmetic that the texts themselves allow, within what their printed digits leave open';
COMMENT ON COLUMN checks.check_id IS 'hash of the kind and the facts';
COMMENT ON COLUMN checks.kind IS 'classes (counts by class add to the total); contained (a place has no more than the one it lies in); copies (copies of a story state the same); growth (level and nominal growth follow from the level a year before); identity (a sum that holds by definition); part (a part is no more than its whole); share (a share of the whole is the part; where the whole is not stated, the total it implies); sources (several stories state one series and period alike); structure (三次产业 add to 100)';
COMMENT ON COLUMN checks.doc_id IS 'document of the figure that is checked';
COMMENT ON COLUMN checks.region_code IS 'place';
COMMENT ON COLUMN checks.region_name IS 'its name';
COMMENT ON COLUMN checks.indicator IS 'code in indicators';
COMMENT ON COLUMN checks.statistic IS 'what is measured';
COMMENT ON COLUMN checks.period_start IS 'first day';
COMMENT ON COLUMN checks.period_end IS 'last day';
COMMENT ON COLUMN checks.unit IS 'code in units';
COMMENT ON COLUMN checks.stated IS 'the figure that is checked, NULL where the text only implies it';
COMMENT ON COLUMN checks.computed IS 'what the other figures make of it';
COMMENT ON COLUMN checks.low IS 'lowest that the printed digits of the others allow';
COMMENT ON COLUMN checks.high IS 'highest that the printed digits of the others allow';
COMMENT ON COLUMN checks.deviation IS 'stated less computed, in percent of computed';
COMMENT ON COLUMN checks.passed IS 'NULL where there is nothing to hold it against';
COMMENT ON COLUMN checks.says IS 'the check in words';

CREATE TABLE fact_checks (fact_id VARCHAR NOT NULL, check_id VARCHAR NOT NULL, kind VARCHAR NOT NULL, role VARCHAR NOT NULL, passed BOOLEAN);
COMMENT ON TABLE fact_checks IS 'Which facts each check held against each other';
COMMENT ON COLUMN fact_checks.fact_id IS 'fact';
COMMENT ON COLUMN fact_checks.check_id IS 'check';
COMMENT ON COLUMN fact_checks.kind IS 'kind of the check';
COMMENT ON COLUMN fact_checks.role IS 'what the fact is in it: stated, part, whole, share, growth, before, copy, class';
COMMENT ON COLUMN fact_checks.passed IS 'as in checks';

CREATE TABLE entity_names (name VARCHAR NOT NULL, full_name VARCHAR NOT NULL, doc_id VARCHAR NOT NULL);
COMMENT ON TABLE entity_names IS 'Short names that a text joins to a full one (以下简称)';
COMMENT ON COLUMN entity_names.name IS 'short name';
COMMENT ON COLUMN entity_names.full_name IS 'full name';
COMMENT ON COLUMN entity_names.doc_id IS 'the document that joins them';

CREATE VIEW checked_facts AS
WITH tally AS (
  SELECT fact_id, string_agg(DISTINCT kind, ' ' ORDER BY kind) FILTER (passed) AS checks_passed,
    string_agg(DISTINCT kind, ' ' ORDER BY kind) FILTER (NOT passed) AS checks_failed
  FROM fact_checks GROUP BY fact_id
)
SELECT f.*, o.statistic, o.outcome, o.series_id, t.checks_passed, t.checks_failed
FROM corrected_facts f LEFT JOIN observations o USING (fact_id) LEFT JOIN tally t USING (fact_id);
COMMENT ON VIEW checked_facts IS 'facts with their corrections, their series and the checks they passed and failed';
COMMENT ON COLUMN checked_facts.fact_id IS 'unique; survives a change of rules';
COMMENT ON COLUMN checked_facts.mention_id IS 'the figure it was read from';
COMMENT ON COLUMN checked_facts.doc_id IS 'document';
COMMENT ON COLUMN checked_facts.part_of IS 'fact_id of the whole that this is 其中 or a share of';
COMMENT ON COLUMN checked_facts.indicator IS 'code in indicators';
COMMENT ON COLUMN checked_facts.indicator_text IS 'the words that name it';
COMMENT ON COLUMN checked_facts.measure IS 'level, growth, share, rank, multiple, change';
COMMENT ON COLUMN checked_facts.base IS 'growth and change: yoy, qoq, mom, cagr or the period compared with; share: the whole';
COMMENT ON COLUMN checked_facts.value IS 'exact, in the canonical unit; percent keeps its printed number; the midpoint of a range';
COMMENT ON COLUMN checked_facts.value_low IS 'lower end of a range';
COMMENT ON COLUMN checked_facts.value_high IS 'upper end of a range';
COMMENT ON COLUMN checked_facts.unit IS 'code in units';
COMMENT ON COLUMN checked_facts.counter IS 'the noun counted';
COMMENT ON COLUMN checked_facts.value_text IS 'the figure as written; substr(text, char_start + 1, char_end - char_start)';
COMMENT ON COLUMN checked_facts.bound IS 'exact, approx, nearly, over, at_least, at_most, range';
COMMENT ON COLUMN checked_facts.subject IS 'what the figure describes';
COMMENT ON COLUMN checked_facts.subject_kind IS 'region, park, enterprise, industry, cluster, project, platform, institution, other';
COMMENT ON COLUMN checked_facts.region_code IS 'GB/T 2260 code in regions';
COMMENT ON COLUMN checked_facts.region_name IS 'name of the region';
COMMENT ON COLUMN checked_facts.industry IS 'industry or product line, as written';
COMMENT ON COLUMN checked_facts.qualifier IS 'restriction on what is measured, as written';
COMMENT ON COLUMN checked_facts.period_kind IS 'during (a flow over a span), as_of (a stock at a date), none';
COMMENT ON COLUMN checked_facts.period_start IS 'first day';
COMMENT ON COLUMN checked_facts.period_end IS 'last day; as_of has only this';
COMMENT ON COLUMN checked_facts.status IS 'actual, target, planned, forecast';
COMMENT ON COLUMN checked_facts.price_basis IS 'nominal or real';
COMMENT ON COLUMN checked_facts.quote IS 'the clause';
COMMENT ON COLUMN checked_facts.sentence IS 'the whole sentence';
COMMENT ON COLUMN checked_facts.char_start IS 'of value_text: first code point in documents.text, 0-based';
COMMENT ON COLUMN checked_facts.char_end IS 'code point after the last';
COMMENT ON COLUMN checked_facts.rule IS 'the rule that read it';
COMMENT ON COLUMN checked_facts.confidence IS 'share of right readings among the checked ones of the rule, NULL where too few were checked';
COMMENT ON COLUMN checked_facts.withdrawn IS 'a correction says it is no fact';
COMMENT ON COLUMN checked_facts.corrected IS 'the corrections: field, what was read, what it is, who says so and why';
COMMENT ON COLUMN checked_facts.statistic IS 'indicator_text by the table statistics';
COMMENT ON COLUMN checked_facts.outcome IS 'result (actual), forecast, target (target, planned, and whatever lies in a year after the document)';
COMMENT ON COLUMN checked_facts.series_id IS 'as in panel and entity_panel';
COMMENT ON COLUMN checked_facts.checks_passed IS 'kinds of checks it passed';
COMMENT ON COLUMN checked_facts.checks_failed IS 'kinds of checks it failed';
