-- Which of the core indicators each place states of each year, and what it means where one is not.
INSERT INTO core_coverage
WITH reports AS (
  SELECT region_code, min(region_name) AS region_name, CASE WHEN month(vintage) <= 8 THEN year(vintage) - 1 ELSE year(vintage) END AS year, min(struct_pack(k := kind, d := doc_id)).d AS doc_id
  FROM coverage WHERE kind <> 'news' AND vintage IS NOT NULL AND region_code IS NOT NULL GROUP BY ALL
),
span AS (SELECT region_code, min(region_name) AS region_name, min(year) AS first, max(year) AS last FROM reports GROUP BY region_code),
years AS (SELECT region_code, region_name, unnest(range(first, last + 1)) AS year FROM span),
aimed_at AS (SELECT doc_id, indicator, statistic, industry, qualifier FROM work.stated SEMI JOIN reports USING (doc_id) WHERE outcome = 'target' AND scope = 'place'),
figured AS (
  SELECT p.region_code, year(p.period_end) AS year, c.name,
    min(struct_pack(m := CASE p.measure WHEN 'level' THEN 0 WHEN 'growth' THEN 1 ELSE 2 END, o := CASE p.outcome WHEN 'result' THEN 0 ELSE 1 END, f := p.fact_id)).f AS fact_id
  FROM work.shown p JOIN core_indicators c ON c.indicator = p.indicator AND list_contains(string_split(c.statistic, '|'), p.statistic)
    AND (c.industry IS NULL OR c.industry = p.industry)
    AND (c.qualifier IS NULL AND p.qualifier IS NULL OR list_contains(string_split(c.qualifier, '|'), coalesce(p.qualifier, '')))
  WHERE p.outcome <> 'target' AND p.scope = 'place' GROUP BY ALL
),
aims AS (
  SELECT DISTINCT s.doc_id, c.name
  FROM aimed_at s JOIN core_indicators c ON c.indicator = s.indicator AND list_contains(string_split(c.statistic, '|'), s.statistic)
    AND (c.industry IS NULL OR c.industry = s.industry) AND (c.qualifier IS NULL AND s.qualifier IS NULL OR list_contains(string_split(c.qualifier, '|'), coalesce(s.qualifier, '')))
),
asked AS MATERIALIZED (
  SELECT y.region_code, y.region_name, y.year, c.name, c.words, r.doc_id, s.fact_id, a.name IS NOT NULL AS aimed_at
  FROM years y CROSS JOIN core_indicators c
    LEFT JOIN reports r ON r.region_code = y.region_code AND r.year = y.year
    LEFT JOIN aims a ON a.doc_id = r.doc_id AND a.name = c.name
    LEFT JOIN figured s ON s.region_code = y.region_code AND s.year = y.year AND s.name = c.name
),
-- Only reports without a figure or an aim are searched for the words, for that is dear.
named AS (
  SELECT q.doc_id, q.name
  FROM asked q JOIN documents d ON d.doc_id = q.doc_id
  WHERE q.fact_id IS NULL AND NOT q.aimed_at
    AND len(list_filter(string_split(q.words, '|'), w -> CASE WHEN contains(w, '-')
      THEN contains(list_reduce(string_split(w, '-')[2:], (t, other) -> replace(t, other, ''), d.text), string_split(w, '-')[1]) ELSE contains(d.text, w) END)) > 0
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
