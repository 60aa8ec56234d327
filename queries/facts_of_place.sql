-- What the documents say of a place, by its name or its code, with the sentence each figure stands in.
-- param place  full name, beginning of it, or six-digit code
-- param limit = 50  how many facts
-- example: yiyuan query facts_of_place --param place=清流县
SELECT period_end, indicator, coalesce(indicator_text, '') AS statistic, measure, value, unit, bound, status, subject, quote, doc_id
FROM facts
WHERE region_code = $place OR starts_with(region_name, $place)
ORDER BY period_end DESC NULLS LAST, indicator, doc_id, char_start, fact_id
LIMIT CAST($limit AS BIGINT)
