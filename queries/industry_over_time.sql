-- What a place reports on an industry over time.
-- param place  name or six-digit code
-- param industry  words of the industry, or part of them
-- param limit = 100  how many figures
-- example: yiyuan query industry_over_time --param place=宁德市 --param industry=锂电
SELECT f.period_end, f.indicator, f.indicator_text, f.measure, f.value, f.unit, f.bound, f.status, f.subject, f.industry, f.quote, f.doc_id
FROM corrected_facts f
WHERE (f.region_code = $place OR f.region_name = $place) AND NOT f.withdrawn
  AND (contains(f.industry, $industry) OR contains(f.subject, $industry) OR contains(f.indicator_text, $industry))
ORDER BY f.period_end NULLS LAST, f.doc_id, f.char_start, f.fact_id
LIMIT CAST($limit AS BIGINT)
