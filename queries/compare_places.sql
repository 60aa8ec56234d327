-- One statistic of the places within a place, year by year, in the canonical unit.
-- param within  name or code of the place they lie in
-- param statistic = 地区生产总值  as in panel
-- param measure = level  level or growth
-- param since = 2000  first year
-- example: yiyuan query compare_places --param within=福建省 --param statistic=地区生产总值
SELECT p.region_name AS place, year(p.period_end) AS year, p.value, p.unit, p.bound, p.outcome, p.source, p.n_stories, p.agrees, p.doc_id
FROM panel p JOIN regions r ON r.code = p.region_code AND r.valid_to IS NULL JOIN regions up ON up.code = r.parent AND up.valid_to IS NULL
WHERE (up.code = $within OR up.name = $within) AND p.statistic = $statistic AND p.measure = $measure AND p.outcome <> 'target' AND NOT p.superseded
  AND p.industry IS NULL AND p.qualifier IS NULL AND p.price_basis IS NULL AND p.period_kind = 'during' AND coalesce(p.base, 'yoy') = 'yoy'
  AND month(p.period_start) = 1 AND month(p.period_end) = 12 AND year(p.period_start) = year(p.period_end) AND year(p.period_end) >= CAST($since AS INTEGER)
ORDER BY year, p.value DESC, p.region_code, p.series_id
