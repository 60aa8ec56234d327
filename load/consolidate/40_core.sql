-- What each core indicator is named by. A text is searched once, for all words together, since that is dear: where several
-- of them stand at one place the longest is found, and contains the others.
CREATE TABLE work.core_words AS
SELECT name, string_split(words, '-')[1] AS word, string_split(words, '-')[2] AS other
FROM (SELECT name, unnest(string_split(words, '|')) AS words FROM core_indicators);
SET VARIABLE core_words = (
  SELECT string_agg(regexp_escape(word), '|' ORDER BY length(word) DESC, word)
  FROM (SELECT word FROM work.core_words UNION SELECT other FROM work.core_words WHERE other IS NOT NULL)
);

-- Which of the core indicators each place states of each year, and what it means where one is not.
INSERT INTO core_coverage
WITH reports AS (
  SELECT region_code, min(region_name) AS region_name, CASE WHEN month(vintage) <= 8 THEN year(vintage) - 1 ELSE year(vintage) END AS year, min(struct_pack(k := kind, d := doc_id)).d AS doc_id
  FROM coverage WHERE kind <> 'news' AND vintage IS NOT NULL AND region_code IS NOT NULL GROUP BY ALL
),
span AS (SELECT region_code, min(region_name) AS region_name, min(year) AS first, max(year) AS last FROM reports GROUP BY region_code),
years AS (SELECT region_code, region_name, unnest(range(first, last + 1)) AS year FROM span),
core AS (
  SELECT name, indicator, industry, statistic, unnest(string_split(coalesce(qualifier, ''), '|')) AS qualifier
  FROM (SELECT name, indicator, industry, qualifier, unnest(string_split(statistic, '|')) AS statistic FROM core_indicators)
),
said AS MATERIALIZED (
  SELECT s.precedence, s.fact_id, s.doc_id, s.region_code, s.period_end, s.measure, s.outcome, c.name
  FROM work.stated s JOIN core c ON c.indicator = s.indicator AND c.statistic = s.statistic AND c.qualifier = coalesce(s.qualifier, '') AND (c.industry IS NULL OR c.industry = s.industry)
  WHERE s.scope = 'place'
),
figured AS (
  SELECT region_code, year(period_end) AS year, name,
    min(struct_pack(m := CASE measure WHEN 'level' THEN 0 WHEN 'growth' THEN 1 ELSE 2 END, o := CASE outcome WHEN 'result' THEN 0 ELSE 1 END, f := fact_id)).f AS fact_id
  FROM said SEMI JOIN work.cells USING (precedence) WHERE outcome <> 'target' GROUP BY ALL
),
aims AS (SELECT DISTINCT doc_id, name FROM said WHERE outcome = 'target'),
asked AS MATERIALIZED (
  SELECT y.region_code, y.region_name, y.year, c.name, c.words, r.doc_id, s.fact_id, a.name IS NOT NULL AS aimed_at
  FROM years y CROSS JOIN core_indicators c
    LEFT JOIN reports r ON r.region_code = y.region_code AND r.year = y.year
    LEFT JOIN aims a ON a.doc_id = r.doc_id AND a.name = c.name
    LEFT JOIN figured s ON s.region_code = y.region_code AND s.year = y.year AND s.name = c.name
),
found AS MATERIALIZED (
  SELECT doc_id, unnest(list_distinct(regexp_extract_all(text, getvariable('core_words')))) AS words
  FROM documents SEMI JOIN (SELECT doc_id FROM asked WHERE fact_id IS NULL AND NOT aimed_at) USING (doc_id)
),
named AS (
  SELECT DISTINCT f.doc_id, w.name
  FROM found f JOIN work.core_words w ON contains(f.words, w.word) AND (w.other IS NULL OR NOT contains(f.words, w.other))
)
SELECT q.region_code, q.region_name, q.year, q.name,
  CASE WHEN q.fact_id IS NOT NULL AND q.doc_id IS NULL THEN 'elsewhere' WHEN q.fact_id IS NOT NULL THEN 'stated' WHEN q.doc_id IS NULL THEN 'not collected'
    WHEN q.aimed_at THEN 'aimed at' WHEN n.name IS NOT NULL THEN 'named' ELSE 'not stated' END,
  q.doc_id, q.fact_id
FROM asked q LEFT JOIN named n ON n.doc_id = q.doc_id AND n.name = q.name
;

UPDATE coverage SET in_panel = o.n
FROM (SELECT doc_id, count(*) AS n FROM work.stated WHERE scope = 'place' GROUP BY doc_id) o WHERE o.doc_id = coverage.doc_id;
UPDATE coverage SET core_stated = o.n
FROM (SELECT doc_id, count(*) AS n FROM core_coverage WHERE state = 'stated' GROUP BY doc_id) o WHERE o.doc_id = coverage.doc_id;
