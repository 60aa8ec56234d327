-- Each fact in the terms of its series, and the values that its printed digits leave open. What lies in a year after the
-- document is no result, however it is worded. All facts stand in one order of precedence: of those of one series and period
-- the first is shown, a bulletin's before a report's, what is said of one's own place before what is said
-- of another, exact values before vague ones, the earlier document, printed digits before round ones. Facts are joined
-- by their precedence, and series and lines by the numbers their ids spell, for joining texts is dear.
CREATE TABLE work.ordered AS
WITH read AS (
  SELECT f.fact_id, f.doc_id,
    CASE WHEN f.subject_kind = 'region' THEN f.subject ELSE nullif(regexp_replace(translate(f.subject, '（）', '()'), '[\s“”‘’"''《》·]', '', 'g'), '') END AS subject, f.subject_kind, f.region_code, f.region_name, f.indicator, f.industry, f.qualifier, f.measure, f.base, f.unit,
    f.status, f.period_kind, f.period_start, f.period_end, f.value, f.value_text, CAST(f.value AS DOUBLE) AS v, f.value_low, f.value_high, f.bound, f.counter, f.char_start, coalesce(contains(f.corrected, 'value: '), false) AS mended,
    coalesce(f.indicator_text, f.counter) AS words,
    CASE WHEN f.measure <> 'growth' OR f.indicator IN (SELECT code FROM indicators WHERE growth = 'real') THEN NULL WHEN f.price_basis IS NOT NULL THEN f.price_basis
      WHEN regexp_matches(f.quote, '实际增长|实际上涨|实际下降|扣除价格|可比价|不变价') THEN 'real' WHEN regexp_matches(f.quote, '可比口径|同口径|剔除') THEN 'comparable' END AS price_basis,
    regexp_extract(f.value_text, '[0-9][0-9,]*(?:[.][0-9]+)?') AS digits,
    regexp_matches(f.value_text, '[0-9][^0-9,.]+[0-9]') AS compound
  FROM corrected_facts f
  WHERE NOT withdrawn AND period_end IS NOT NULL AND abs(v) < 1e20 AND coalesce(f.indicator_text, f.counter) IS NOT NULL
),
named AS (
  SELECT r.*, c.story, c.kind, c.vintage, c.region_code AS home,
    coalesce(s.statistic, CASE WHEN r.unit = 'count' AND r.counter IS NOT NULL AND NOT contains(r.words, r.counter) THEN concat(r.words, ' ', r.counter) ELSE r.words END) AS statistic,
    coalesce(r.industry, s.industry) AS sector, -- 租赁和商务服务业 is not 服务业, though both are said to have 服务业增加值
    CASE WHEN r.measure = 'rank' THEN r.qualifier WHEN q.text IS NOT NULL THEN q.qualifier WHEN g.text IS NOT NULL THEN g.qualifier ELSE r.qualifier END AS restriction,
    s.qualifier AS held,
    CASE WHEN r.status = 'forecast' THEN 'forecast' WHEN coalesce(r.status, 'actual') <> 'actual' OR year(r.period_end) > year(c.vintage) THEN 'target' ELSE 'result' END AS outcome,
    TRY_CAST(replace(r.digits, ',', '') AS DOUBLE) AS printed,
    CASE WHEN contains(r.digits, '.') THEN strlen(r.digits) - strpos(r.digits, '.') ELSE 0 END AS decimals
  FROM read r JOIN (SELECT doc_id, dense_rank() OVER (ORDER BY story_id) AS story, kind, vintage, region_code FROM coverage) c USING (doc_id)
    LEFT JOIN statistics s ON s.indicator = r.indicator AND s.text = r.words
    LEFT JOIN qualifiers q ON q.indicator = r.indicator AND q.text = r.qualifier
    LEFT JOIN qualifiers g ON g.indicator IS NULL AND g.text = r.qualifier
),
keyed AS (
  SELECT *,
    CASE WHEN held IS NULL OR held = restriction OR contains(restriction, held) THEN restriction
      WHEN restriction IS NULL THEN held ELSE concat(held, '，', restriction) END AS limits,
    CASE WHEN coalesce(subject_kind, 'region') = 'region' AND (subject IS NULL OR subject = region_name) THEN 'place'
      WHEN coalesce(subject_kind, 'region') <> 'region' AND subject IS NOT NULL THEN 'entity' END AS scope,
    CASE WHEN mended THEN 0 WHEN printed IS NULL OR printed = 0 OR compound THEN NULL
      WHEN unit IN ('count', 'person', 'household', 'rank', 'vehicle') AND abs(v) = printed THEN 0
      ELSE abs(v) / printed * pow(10, -decimals) END AS unit_step
  FROM named
),
bounded AS (
  SELECT *, coalesce(unit_step / 2, abs(v) * 0.05) AS half,
    CASE WHEN v < 0 THEN -1 ELSE 1 END AS sign
  FROM keyed WHERE scope IS NOT NULL AND (scope = 'entity' OR region_code IS NOT NULL)
),
ranged AS (
  SELECT *,
    CASE bound WHEN 'range' THEN value_low WHEN 'approx' THEN v - greatest(abs(v) * 0.1, half)
      WHEN 'nearly' THEN CASE WHEN sign > 0 THEN v * 0.9 ELSE v - half END
      WHEN 'over' THEN CASE WHEN sign > 0 THEN v - half END WHEN 'at_least' THEN v - half WHEN 'at_most' THEN NULL ELSE v - half END AS low,
    CASE bound WHEN 'range' THEN value_high WHEN 'approx' THEN v + greatest(abs(v) * 0.1, half)
      WHEN 'nearly' THEN CASE WHEN sign > 0 THEN v + half ELSE v * 0.9 END
      WHEN 'over' THEN CASE WHEN sign > 0 THEN NULL ELSE v + half END WHEN 'at_least' THEN NULL WHEN 'at_most' THEN v + half ELSE v + half END AS high
  FROM bounded
),
entities AS (
  SELECT r.*, CASE WHEN scope = 'entity' THEN coalesce(own.full_name, theirs.full_name, r.subject) END AS entity
  FROM ranged r
    LEFT JOIN (SELECT doc_id, name, min(full_name) AS full_name FROM entity_names GROUP BY doc_id, name) own ON own.doc_id = r.doc_id AND own.name = r.subject
    LEFT JOIN (SELECT name, min(full_name) AS full_name FROM entity_names GROUP BY name HAVING count(DISTINCT full_name) = 1) theirs
      ON theirs.name = r.subject
),
lined AS (
  SELECT *, concat_ws('|', scope, coalesce(entity, ''), coalesce(subject_kind, ''), coalesce(region_code, ''), coalesce(indicator, ''), statistic, coalesce(sector, ''), coalesce(limits, ''), coalesce(price_basis, ''),
    coalesce(measure, ''), coalesce(base, ''), coalesce(unit, ''), coalesce(period_kind, '')) AS words_of_line
  FROM entities
),
identified AS (
  SELECT *, left(md5(concat(words_of_line, '|', outcome)), 16) AS series_id, left(md5(words_of_line), 16) AS line_id, coalesce(home = region_code, false) AS own,
    CASE WHEN unit_step > 0 AND length(rtrim(replace(replace(digits, ',', ''), '.', ''), '0')) = 1 THEN 1 ELSE 0 END AS round,
    CASE kind WHEN 'bulletin' THEN 1 WHEN 'report' THEN 2 ELSE 3 END * 100 + CASE WHEN own THEN 0 ELSE 10 END
      + CASE coalesce(bound, 'exact') WHEN 'exact' THEN 0 WHEN 'approx' THEN 1 WHEN 'nearly' THEN 2 WHEN 'over' THEN 2 ELSE 3 END AS weight
  FROM lined
)
SELECT fact_id, doc_id, story, kind, vintage, scope, entity, CAST(concat('0x', series_id) AS UBIGINT) AS series, CAST(concat('0x', line_id) AS UBIGINT) AS line, series_id, line_id,
  region_code, region_name, indicator, statistic, sector AS industry, limits AS qualifier, price_basis, measure, base, unit, outcome, period_kind, period_start, period_end, value, value_text, bound,
  TRY_CAST(unit_step AS DECIMAL(28,6)) AS step, TRY_CAST(low AS DECIMAL(28,6)) AS low, TRY_CAST(high AS DECIMAL(28,6)) AS high, own, char_start
FROM identified ORDER BY weight, vintage NULLS LAST, round, char_start, fact_id;

CREATE VIEW work.stated AS SELECT CAST(rowid AS INTEGER) AS precedence, * FROM work.ordered;

-- One value for each series and period: that of the fact of first precedence.
CREATE TABLE work.cells AS
SELECT series, period_start, period_end, min(precedence) AS precedence, count(*) AS n_facts, count(DISTINCT story) AS n_stories,
  min(value) AS least, max(value) AS most, coalesce(max(low) <= min(high), true) AS agrees
FROM work.stated GROUP BY series, period_start, period_end;

CREATE VIEW work.shown AS
SELECT s.*, c.n_facts, c.n_stories, c.least, c.most, c.agrees FROM work.stated s JOIN work.cells c ON c.precedence = s.precedence;

-- The facts of cells that rest on several.
CREATE TABLE work.contested AS
SELECT c.precedence AS cell, c.n_facts, c.n_stories, c.agrees, s.precedence
FROM (SELECT * FROM work.cells WHERE n_facts > 1) c JOIN work.stated s ON s.series = c.series AND s.period_end = c.period_end AND s.period_start IS NOT DISTINCT FROM c.period_start;
