-- Output and value added by industry: what a place, or every place in it, made in a year.
-- param place  name or six-digit code of a county, city or province
-- param year  a year
-- param limit = 50  how many rows
-- example: yiyuan query output_by_industry --param place=福建省 --param year=2023
WITH RECURSIVE within AS (
  SELECT code FROM regions WHERE valid_to IS NULL AND (code = $place OR name = $place)
  UNION ALL SELECT r.code FROM regions r JOIN within w ON r.parent = w.code WHERE r.valid_to IS NULL
),
made AS (
  SELECT p.region_code, p.region_name, CAST(NULL AS VARCHAR) AS entity, p.industry, p.statistic, p.qualifier, p.value, p.unit, p.outcome, p.n_stories, p.fact_id
  FROM panel p SEMI JOIN within ON within.code = p.region_code
  WHERE p.indicator IN ('output_value', 'value_added', 'gdp', 'revenue') AND p.industry IS NOT NULL AND p.measure = 'level' AND p.outcome <> 'target'
    AND NOT p.superseded AND year(p.period_end) = CAST($year AS INTEGER)
  UNION ALL
  SELECT e.region_code, e.region_name, e.entity, coalesce(e.industry, e.entity), e.statistic, e.qualifier, e.value, e.unit, e.outcome, e.n_stories, e.fact_id
  FROM entity_panel e SEMI JOIN within ON within.code = e.region_code
  WHERE e.entity_kind IN ('industry', 'cluster') AND e.indicator IN ('output_value', 'value_added', 'gdp', 'revenue') AND e.measure = 'level' AND e.outcome <> 'target'
    AND year(e.period_end) = CAST($year AS INTEGER)
)
SELECT m.region_name AS place, m.industry, m.entity, m.statistic, m.qualifier, m.value, m.unit, m.outcome, m.n_stories, f.quote, f.doc_id
FROM made m JOIN facts f USING (fact_id)
ORDER BY m.value DESC, m.region_code, m.fact_id
LIMIT CAST($limit AS BIGINT)
