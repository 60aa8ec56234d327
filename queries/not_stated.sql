-- Which core indicators a place's reports leave out: not stated is not the same as not collected.
-- param place  name or six-digit code
-- example: yiyuan query not_stated --param place=南平市
SELECT name, string_agg(year, ' ' ORDER BY year) FILTER (state = 'stated') AS stated, string_agg(year, ' ' ORDER BY year) FILTER (state = 'elsewhere') AS elsewhere,
  string_agg(year, ' ' ORDER BY year) FILTER (state = 'aimed at') AS only_aimed_at, string_agg(year, ' ' ORDER BY year) FILTER (state = 'named') AS named_without_figure, string_agg(year, ' ' ORDER BY year) FILTER (state = 'not stated') AS not_stated,
  string_agg(year, ' ' ORDER BY year) FILTER (state = 'not collected') AS not_collected
FROM core_coverage
WHERE region_code = $place OR region_name = $place
GROUP BY name
ORDER BY count(*) FILTER (state = 'stated') DESC, name
