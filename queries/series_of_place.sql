-- One statistic of a place over the years: results, forecasts and targets side by side, with revisions and the best clause.
-- param place  full name or six-digit code
-- param statistic = 地区生产总值  as in the column statistic of panel
-- param measure = level  level, growth, share, …
-- example: yiyuan query series_of_place --param place=福州市 --param statistic=地区生产总值
SELECT p.period_start, p.period_end, p.outcome, p.value, p.unit, p.bound, p.qualifier, p.industry, p.source, p.vintage, p.revised, p.n_stories, p.min, p.max,
  p.agrees, f.quote, p.doc_id
FROM panel p JOIN facts f USING (fact_id)
WHERE (p.region_code = $place OR p.region_name = $place) AND p.statistic = $statistic AND p.measure = $measure
ORDER BY p.qualifier NULLS FIRST, p.industry NULLS FIRST, p.unit, p.period_end, p.period_start, p.outcome, p.series_id
