-- How often each place meets what it aims at: targets, met, missed, not stated in the report of the year, not collected.
-- param indicator =  code of an indicator; all of them where it is left out
-- param limit = 40  how many places
-- example: yiyuan query targets_met --param indicator=gdp
SELECT region_name AS place, count(*) AS targets, count(*) FILTER (t.met = 'met') AS reached, count(*) FILTER (t.met = 'missed') AS missed,
  count(*) FILTER (t.met = 'not stated') AS not_stated, count(*) FILTER (t.met = 'not collected') AS not_collected,
  round(100.0 * count(*) FILTER (t.met = 'met') / nullif(count(*) FILTER (t.met IN ('met', 'missed')), 0), 1) AS percent_met
FROM targets t WHERE $indicator = '' OR indicator = $indicator
GROUP BY region_code, region_name
ORDER BY reached + missed DESC, region_code
LIMIT CAST($limit AS BIGINT)
