-- Totals that no text states, but a part and its share imply.
-- param place =  name or code; every place where it is left out
-- param limit = 50  how many totals
-- example: yiyuan query implied_totals --param place=安溪县
SELECT c.region_name AS place, c.statistic, c.period_end, c.computed AS total, c.low, c.high, c.unit, c.says, c.doc_id
FROM checks c
WHERE c.kind = 'share' AND c.stated IS NULL AND ($place = '' OR c.region_code = $place OR c.region_name = $place)
ORDER BY c.period_end DESC, c.region_code, c.check_id
LIMIT CAST($limit AS BIGINT)
