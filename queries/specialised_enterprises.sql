-- Specialised and new enterprises (专精特新, 小巨人, 单项冠军) by place and year: stocks and additions.
-- param within =  name or code of a province or city; the whole country where it is left out
-- param limit = 50  how many rows
-- example: yiyuan query specialised_enterprises --param within=福建省
WITH RECURSIVE inside AS (
  SELECT code FROM regions WHERE valid_to IS NULL AND (code = $within OR name = $within OR $within = '' AND level = 'nation')
  UNION ALL SELECT r.code FROM regions r JOIN inside i ON r.parent = i.code WHERE r.valid_to IS NULL
)
SELECT p.region_name AS place, year(p.period_end) AS year, p.statistic, p.qualifier, p.value AS enterprises, p.bound, p.outcome, f.quote, p.doc_id
FROM panel p SEMI JOIN inside ON inside.code = p.region_code JOIN facts f USING (fact_id)
WHERE p.indicator = 'enterprise_count' AND p.measure = 'level' AND p.outcome <> 'target' AND NOT p.superseded
  AND regexp_matches(concat(p.statistic, p.qualifier), '专精特新|小巨人|单项冠军')
ORDER BY year DESC, p.value DESC, p.region_code, p.series_id
LIMIT CAST($limit AS BIGINT)
