-- What the panel shows, and what contradicts it.
-- By more than a third, growth and shares by more than five points.
CREATE OR REPLACE TEMP MACRO too_far(unit, a, b) AS CASE WHEN unit IN ('percent', 'pp') THEN abs(b - a) > 5 ELSE 3 * abs(b - a) > greatest(abs(a), abs(b)) END;

-- What a place says of itself later and otherwise is a revision, unless no census could have moved the value so far.
CREATE OR REPLACE TEMP TABLE revisions AS
WITH torn AS (
  SELECT t.cell, o.precedence, o.vintage
  FROM work.contested t JOIN work.stated c ON c.precedence = t.cell JOIN work.stated o ON o.precedence = t.precedence
  WHERE NOT t.agrees AND c.scope = 'place' AND o.vintage > c.vintage AND (o.low > c.high OR o.high < c.low)
    AND o.own AND NOT too_far(o.unit, c.value, o.value)
),
latest AS (SELECT cell, -max(struct_pack(vintage := vintage, precedence := -precedence)).precedence AS precedence FROM torn GROUP BY cell)
SELECT l.cell, o.value, o.vintage, o.fact_id FROM latest l JOIN work.stated o ON o.precedence = l.precedence;

-- Forecasts whose result is known.
CREATE OR REPLACE TEMP TABLE overtaken AS
SELECT f.precedence
FROM (SELECT * FROM work.shown WHERE outcome = 'forecast' AND scope = 'place') f
  SEMI JOIN (SELECT * FROM work.stated WHERE outcome = 'result' AND scope = 'place') r
    ON r.line = f.line AND r.period_end = f.period_end AND r.period_start IS NOT DISTINCT FROM f.period_start;

INSERT INTO panel
SELECT c.series_id, c.line_id, c.region_code, c.region_name, c.indicator, c.statistic, c.industry, c.qualifier, c.price_basis, c.measure, c.base, c.unit, c.outcome, c.period_kind,
  c.period_start, c.period_end, c.value, c.bound, c.low, c.high, c.kind, c.vintage, l.value, l.vintage,
  c.outcome = 'forecast' AND p.precedence IS NOT NULL, c.n_facts, c.n_stories, c.least, c.most, c.most - c.least, c.agrees, c.fact_id, l.fact_id, c.doc_id
FROM work.shown c LEFT JOIN revisions l ON l.cell = c.precedence LEFT JOIN overtaken p ON p.precedence = c.precedence
WHERE c.scope = 'place'
;

INSERT INTO entity_panel
SELECT c.series_id, c.entity, f.subject_kind, c.region_code, c.region_name, c.indicator, c.statistic, c.industry, c.qualifier, c.price_basis, c.measure, c.base, c.unit, c.outcome,
  c.period_kind, c.period_start, c.period_end, c.value, c.bound, c.kind, c.vintage, c.n_facts, c.n_stories, c.least, c.most, c.most - c.least, c.agrees, c.fact_id, c.doc_id
FROM work.shown c JOIN corrected_facts f USING (fact_id)
WHERE c.scope = 'entity'
;

INSERT INTO conflicts
WITH ends AS (
  SELECT t.cell, any_value(t.n_facts) AS n_facts, any_value(t.n_stories) AS n_stories, min(struct_pack(v := o.high, p := o.precedence)) FILTER (o.high IS NOT NULL) AS low_end,
    min(struct_pack(v := -o.low, p := o.precedence)) FILTER (o.low IS NOT NULL) AS high_end
  FROM work.contested t JOIN work.stated o ON o.precedence = t.precedence
  WHERE NOT t.agrees GROUP BY t.cell
)
SELECT a.series_id, a.region_code, a.region_name, a.entity, a.indicator, a.statistic, a.industry, a.qualifier, a.price_basis, a.measure, a.base, a.unit, a.outcome, a.period_start, a.period_end,
  a.value, b.value, b.value - a.value, round(CAST(100 * (b.value - a.value) / nullif(abs(b.value), 0) AS DOUBLE), 2), e.n_facts, e.n_stories,
  CASE WHEN a.doc_id = b.doc_id AND fa.quote = fb.quote THEN 'one clause' WHEN a.doc_id = b.doc_id THEN 'one document' WHEN a.story = b.story THEN 'copies differ'
    WHEN too_far(a.unit, a.value, b.value) THEN 'too far apart'
    WHEN year(a.vintage) <> year(b.vintage) AND a.own AND b.own THEN 'revised'
    WHEN fa.indicator_text IS DISTINCT FROM fb.indicator_text THEN 'named differently' ELSE 'sources disagree' END,
  a.fact_id, a.doc_id, fa.quote, b.fact_id, b.doc_id, fb.quote
FROM ends e JOIN work.stated a ON a.precedence = e.low_end.p JOIN work.stated b ON b.precedence = e.high_end.p
  JOIN facts fa ON fa.fact_id = a.fact_id JOIN facts fb ON fb.fact_id = b.fact_id
;

INSERT INTO aims
WITH outcomes AS (
  SELECT line, period_start, period_end, coalesce(min(precedence) FILTER (outcome = 'result'), min(precedence)) AS precedence
  FROM work.shown WHERE outcome <> 'target' AND scope = 'place' GROUP BY line, period_start, period_end
),
reported AS (SELECT DISTINCT region_code, year(vintage) AS year FROM coverage WHERE kind <> 'news' AND vintage IS NOT NULL),
aimed AS (
  SELECT t.*, o.precedence AS result_precedence FROM work.shown t LEFT JOIN outcomes o ON o.line = t.line AND o.period_end = t.period_end AND o.period_start IS NOT DISTINCT FROM t.period_start
  WHERE t.outcome = 'target' AND t.scope = 'place'
),
held AS (
  SELECT t.*, r.value AS result, r.bound AS result_bound, r.outcome AS result_outcome, r.fact_id AS result_fact, r.doc_id AS result_doc, r.low AS result_low, r.high AS result_high,
    CASE WHEN i.better = 'lower' OR t.bound = 'at_most' OR (t.value < 0 AND t.indicator IN ('energy', 'other', 'population')) THEN -1 ELSE 1 END AS way, p.region_code IS NOT NULL AS reported,
    CASE WHEN t.bound IS DISTINCT FROM 'range' THEN t.value WHEN way > 0 THEN t.low ELSE t.high END AS aim
  FROM aimed t LEFT JOIN work.stated r ON r.precedence = t.result_precedence
    LEFT JOIN indicators i ON i.code = t.indicator
    LEFT JOIN reported p ON p.region_code = t.region_code AND p.year = year(t.period_end) + 1
)
SELECT line_id, h.region_code, h.region_name, h.indicator, h.statistic, h.industry, h.qualifier, h.price_basis, h.measure, h.base, h.unit, h.period_start, h.period_end, h.value, h.bound,
  result, result_bound, result_outcome,
  CASE WHEN result IS NOT NULL THEN CASE WHEN way > 0 AND (result >= aim OR result_high > aim) OR way < 0 AND (result <= aim OR result_low < aim) THEN 'met' ELSE 'missed' END
    WHEN reported THEN 'not stated' ELSE 'not collected' END,
  result - aim, h.fact_id, h.doc_id, result_fact, result_doc
FROM held h
;
