-- Which places grew fastest in an indicator in a year, with the clause that says so. Of the statistics of the indicator the
-- one that most places state is taken.
-- param indicator = gdp  code of the indicator, as in the table indicators
-- param year =  a year; the latest one with such growth where it is left out
-- param within =  name or code of the place they lie in; the whole country where it is left out
-- param limit = 20  how many places
-- example: yiyuan query growth_league --param indicator=retail_sales --param year=2023
WITH RECURSIVE inside AS (
  SELECT code FROM regions WHERE valid_to IS NULL AND (code = $within OR name = $within)
  UNION ALL SELECT r.code FROM regions r JOIN inside i ON r.parent = i.code WHERE r.valid_to IS NULL
),
growth AS (
  SELECT region_code, region_name, year(period_end) AS year, statistic, value, outcome, source, n_stories, fact_id, doc_id
  FROM panel
  WHERE indicator = $indicator AND measure = 'growth' AND base = 'yoy' AND unit = 'percent' AND outcome <> 'target' AND NOT superseded
    AND region_code <> '100000' AND ($within = '' OR region_code IN (FROM inside)) AND industry IS NULL AND qualifier IS NULL AND price_basis IS NULL
    AND period_kind = 'during' AND month(period_start) = 1 AND month(period_end) = 12 AND year(period_start) = year(period_end)
),
latest AS (SELECT coalesce(TRY_CAST($year AS INTEGER), max(year)) AS year FROM growth),
common AS (SELECT statistic FROM growth SEMI JOIN latest USING (year) GROUP BY statistic ORDER BY count(*) DESC, statistic LIMIT 1),
each AS (
  SELECT * FROM growth SEMI JOIN latest USING (year) SEMI JOIN common USING (statistic)
  QUALIFY row_number() OVER (PARTITION BY region_code ORDER BY n_stories DESC, fact_id) = 1
)
SELECT rank() OVER (ORDER BY e.value DESC) AS rank, e.region_name AS place, e.year, e.statistic, e.value AS percent, e.outcome, f.quote, e.doc_id
FROM each e JOIN facts f USING (fact_id)
ORDER BY rank, e.region_code
LIMIT CAST($limit AS BIGINT)
