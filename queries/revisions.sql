-- Who revised what: values that a later document states otherwise than the first.
-- param place =  name or code; every place where it is left out
-- param statistic =  as in panel; every one where it is left out
-- param limit = 50  how many rows
-- example: yiyuan query revisions --param place=厦门市
SELECT p.region_name AS place, p.statistic, p.qualifier, p.industry, p.measure, p.period_end, p.value AS first, p.vintage AS first_known, p.revised,
  p.revised_vintage AS revised_on, round(100 * (p.revised - p.value) / nullif(abs(p.value), 0), 2) AS percent, p.unit, f.quote AS first_quote, g.quote AS revised_quote, p.doc_id,
  g.doc_id AS revised_doc_id
FROM panel p JOIN facts f USING (fact_id) JOIN facts g ON g.fact_id = p.revised_fact_id
WHERE ($place = '' OR p.region_code = $place OR p.region_name = $place) AND ($statistic = '' OR p.statistic = $statistic)
ORDER BY p.revised_vintage DESC, p.region_code, p.series_id, p.period_end, p.period_start
LIMIT CAST($limit AS BIGINT)
