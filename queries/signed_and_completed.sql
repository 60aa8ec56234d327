-- Investment signed against investment completed, by place and year, in 亿元: the largest sum of each that the texts state, with its clause.
-- param place =  name or code of a place; every place where it is left out
-- param limit = 50  how many rows
-- example: yiyuan query signed_and_completed --param place=宁德市
WITH money AS (
  SELECT p.region_code, p.region_name, year(p.period_end) AS year, p.value / 100000000 AS amount, p.fact_id, f.quote, p.doc_id,
    CASE WHEN regexp_matches(concat(p.statistic, p.qualifier, f.quote), '签约|协议|合同|意向') THEN 'signed'
      WHEN regexp_matches(concat(p.statistic, p.qualifier, f.quote), '完成|到位|实际') THEN 'completed' END AS stage
  FROM panel p JOIN facts f USING (fact_id)
  WHERE p.indicator = 'investment' AND p.measure = 'level' AND p.unit = 'CNY' AND p.outcome <> 'target' AND NOT p.superseded
    AND ($place = '' OR p.region_code = $place OR p.region_name = $place)
)
SELECT region_name AS place, year, max(amount) FILTER (stage = 'signed') AS signed, max(amount) FILTER (stage = 'completed') AS completed,
  arg_max(quote, (amount, fact_id)) FILTER (stage = 'signed') AS signed_quote, arg_max(quote, (amount, fact_id)) FILTER (stage = 'completed') AS completed_quote,
  arg_max(doc_id, (amount, fact_id)) FILTER (stage = 'signed') AS signed_doc_id, arg_max(doc_id, (amount, fact_id)) FILTER (stage = 'completed') AS completed_doc_id
FROM money WHERE stage IS NOT NULL
GROUP BY region_code, region_name, year
ORDER BY signed IS NOT NULL AND completed IS NOT NULL DESC, year DESC, region_code
LIMIT CAST($limit AS BIGINT)
