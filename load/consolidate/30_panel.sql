-- What the panel shows, and what contradicts it.
-- What a place says of itself later and otherwise is a revision, unless no census could have moved the value so far.
CREATE OR REPLACE TEMP TABLE revisions AS
SELECT c.fact_id, max(concat(o.vintage, ' ', o.preference)) AS latest
FROM work.cells c JOIN work.stated o ON o.series_id = c.series_id AND o.period_end = c.period_end AND o.period_start IS NOT DISTINCT FROM c.period_start
WHERE NOT c.agrees AND c.scope = 'place' AND o.vintage > c.vintage AND (o.low > c.high OR o.high < c.low)
  AND o.preference[2] = '0' AND CASE WHEN o.unit IN ('percent', 'pp') THEN abs(o.value - c.value) <= 5 ELSE 3 * abs(o.value - c.value) <= greatest(abs(o.value), abs(c.value)) END
GROUP BY c.fact_id;

DELETE FROM panel;
INSERT INTO panel
WITH results AS (SELECT DISTINCT line_id, period_start, period_end FROM work.cells WHERE outcome = 'result' AND scope = 'place')
SELECT c.series_id, c.line_id, c.region_code, c.region_name, c.indicator, c.statistic, c.industry, c.qualifier, c.price_basis, c.measure, c.base, c.unit, c.outcome, c.period_kind,
  c.period_start, c.period_end, c.value, c.bound, c.low, c.high, c.kind, c.vintage, l.value, l.vintage,
  c.outcome = 'forecast' AND r.line_id IS NOT NULL, c.n_facts, c.n_stories, c.least, c.most, c.most - c.least, c.agrees, c.fact_id, l.fact_id, c.doc_id
FROM work.cells c LEFT JOIN revisions v ON v.fact_id = c.fact_id
  LEFT JOIN work.stated l ON l.preference = substr(v.latest, 12)
  LEFT JOIN results r ON r.line_id = c.line_id AND r.period_end = c.period_end AND r.period_start IS NOT DISTINCT FROM c.period_start
WHERE c.scope = 'place'
;

DELETE FROM entity_panel;
INSERT INTO entity_panel
SELECT c.series_id, c.entity, f.subject_kind, c.region_code, c.region_name, c.indicator, c.statistic, c.industry, c.qualifier, c.price_basis, c.measure, c.base, c.unit, c.outcome,
  c.period_kind, c.period_start, c.period_end, c.value, c.bound, c.kind, c.vintage, c.n_facts, c.n_stories, c.least, c.most, c.most - c.least, c.agrees, c.fact_id, c.doc_id
FROM work.cells c JOIN corrected_facts f USING (fact_id)
WHERE c.scope = 'entity'
;

DELETE FROM conflicts;
INSERT INTO conflicts
WITH torn AS (
  SELECT o.*, c.fact_id AS cell, c.n_facts, c.n_stories
  FROM work.cells c JOIN work.stated o ON o.series_id = c.series_id AND o.period_end = c.period_end AND o.period_start IS NOT DISTINCT FROM c.period_start
  WHERE NOT c.agrees
),
ends AS (
  SELECT cell, any_value(n_facts) AS n_facts, any_value(n_stories) AS n_stories, min(struct_pack(v := high, p := preference)) FILTER (high IS NOT NULL) AS low_end,
    min(struct_pack(v := -low, p := preference)) FILTER (low IS NOT NULL) AS high_end
  FROM torn GROUP BY cell
)
SELECT a.series_id, a.region_code, a.region_name, a.entity, a.indicator, a.statistic, a.industry, a.qualifier, a.price_basis, a.measure, a.base, a.unit, a.outcome, a.period_start, a.period_end,
  a.value, b.value, b.value - a.value, round(CAST(100 * (b.value - a.value) / nullif(abs(b.value), 0) AS DOUBLE), 2), e.n_facts, e.n_stories,
  CASE WHEN a.doc_id = b.doc_id AND fa.quote = fb.quote THEN 'one clause' WHEN a.doc_id = b.doc_id THEN 'one document' WHEN a.story_id = b.story_id THEN 'copies differ'
    WHEN CASE WHEN a.unit IN ('percent', 'pp') THEN abs(b.value - a.value) > 5 ELSE 3 * abs(b.value - a.value) > greatest(abs(a.value), abs(b.value)) END THEN 'too far apart'
    WHEN year(a.vintage) <> year(b.vintage) AND a.preference[2] = '0' AND b.preference[2] = '0' THEN 'revised'
    WHEN fa.indicator_text IS DISTINCT FROM fb.indicator_text THEN 'named differently' ELSE 'sources disagree' END,
  a.fact_id, a.doc_id, fa.quote, b.fact_id, b.doc_id, fb.quote
FROM ends e JOIN work.stated a ON a.preference = e.low_end.p JOIN work.stated b ON b.preference = e.high_end.p
  JOIN facts fa ON fa.fact_id = a.fact_id JOIN facts fb ON fb.fact_id = b.fact_id
;

DELETE FROM targets;
INSERT INTO targets
WITH aims AS (SELECT * FROM panel WHERE outcome = 'target'),
outcomes AS (
  SELECT * FROM panel WHERE outcome <> 'target'
  QUALIFY row_number() OVER (PARTITION BY line_id, period_start, period_end ORDER BY CASE outcome WHEN 'result' THEN 0 ELSE 1 END) = 1
),
reported AS (SELECT DISTINCT region_code, year(vintage) AS year FROM coverage WHERE kind <> 'news' AND vintage IS NOT NULL),
held AS (
  SELECT t.*, r.value AS result, r.bound AS result_bound, r.outcome AS result_outcome, r.fact_id AS result_fact, r.doc_id AS result_doc, r.low AS result_low, r.high AS result_high,
    CASE WHEN i.better = 'lower' OR t.bound = 'at_most' OR (t.value < 0 AND t.indicator IN ('energy', 'other', 'population')) THEN -1 ELSE 1 END AS way, p.region_code IS NOT NULL AS reported,
    CASE WHEN t.bound IS DISTINCT FROM 'range' THEN t.value WHEN way > 0 THEN t.low ELSE t.high END AS aim
  FROM aims t LEFT JOIN outcomes r ON r.line_id = t.line_id AND r.period_end = t.period_end AND r.period_start IS NOT DISTINCT FROM t.period_start
    LEFT JOIN indicators i ON i.code = t.indicator
    LEFT JOIN reported p ON p.region_code = t.region_code AND p.year = year(t.period_end) + 1
)
SELECT line_id, h.region_code, h.region_name, h.indicator, h.statistic, h.industry, h.qualifier, h.price_basis, h.measure, h.base, h.unit, h.period_start, h.period_end, h.value, h.bound,
  result, result_bound, result_outcome,
  CASE WHEN result IS NOT NULL THEN CASE WHEN way > 0 AND (result >= aim OR result_high > aim) OR way < 0 AND (result <= aim OR result_low < aim) THEN 'met' ELSE 'missed' END
    WHEN reported THEN 'not stated' ELSE 'not collected' END,
  result - aim, h.fact_id, h.doc_id, ft.sentence, result_fact, result_doc, fr.sentence
FROM held h JOIN facts ft ON ft.fact_id = h.fact_id LEFT JOIN facts fr ON fr.fact_id = h.result_fact
;
