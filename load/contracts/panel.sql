-- The panel holds one value for each series and period, and each rests on a fact of a place.
SELECT series_id, period_kind, period_start, period_end, count(*) AS rows, any_value(fact_id) AS fact_id, 'more than one value' AS broken
FROM panel GROUP BY series_id, period_kind, period_start, period_end HAVING count(*) > 1
UNION ALL
SELECT p.series_id, p.period_kind, p.period_start, p.period_end, 1, p.fact_id, 'no such fact' FROM panel p ANTI JOIN facts USING (fact_id)
UNION ALL
SELECT series_id, period_kind, period_start, period_end, 1, fact_id, 'no place' FROM panel WHERE region_code IS NULL
