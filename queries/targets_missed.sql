-- Which targets were missed, by how much, with the sentence of the target and that of the result.
-- param place =  name or code; every place where it is left out
-- param year =  the year aimed at; every year where it is left out
-- param limit = 50  how many targets
-- example: yiyuan query targets_missed --param place=福州市
SELECT region_name AS place, year(period_end) AS year, statistic, qualifier, industry, measure, target, target_bound, result, result_outcome, margin, unit,
  target_sentence, result_sentence
FROM targets
WHERE met = 'missed' AND ($place = '' OR region_code = $place OR region_name = $place) AND ($year = '' OR year(period_end) = TRY_CAST($year AS INTEGER))
ORDER BY year DESC, region_code, indicator, line_id, period_start
LIMIT CAST($limit AS BIGINT)
