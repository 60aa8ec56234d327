-- Which places grew fastest in an indicator, by what the documents report of a year.
-- param indicator = gdp  code of the indicator, as in the table indicators
-- param year =  a year; the latest one with such facts where it is left out
-- param limit = 20  how many places
-- example: yiyuan query growth_league --param indicator=retail_sales --param year=2023
WITH growth AS (
  SELECT region_code, region_name, year(period_end) AS year, value, value_text, quote, doc_id
  FROM facts
  WHERE indicator = $indicator AND measure = 'growth' AND unit = 'percent' AND status = 'actual'
    AND subject_kind = 'region' AND region_code IS NOT NULL AND region_code <> '100000'
    AND industry IS NULL AND qualifier IS NULL AND period_kind = 'during'
    AND month(period_start) = 1 AND month(period_end) = 12 AND year(period_start) = year(period_end)
),
latest AS (SELECT coalesce(TRY_CAST($year AS INTEGER), max(year)) AS year FROM growth),
each AS (
  SELECT * FROM growth SEMI JOIN latest USING (year)
  QUALIFY row_number() OVER (PARTITION BY region_code ORDER BY doc_id, quote) = 1
)
SELECT rank() OVER (ORDER BY value DESC) AS rank, region_name AS place, year, value AS percent, quote, doc_id
FROM each
ORDER BY rank, region_code
LIMIT CAST($limit AS BIGINT)
