-- What the texts state of an enterprise, park, cluster or industry, by its full or short name.
-- param name  the name, or part of it
-- param limit = 100  how many rows
-- example: yiyuan query entity --param name=氟新材料
SELECT e.entity, e.entity_kind, e.region_name AS place, e.period_end, e.statistic, e.qualifier, e.measure, e.value, e.unit, e.bound, e.outcome, e.n_stories, f.quote, e.doc_id
FROM entity_panel e JOIN facts f USING (fact_id)
WHERE contains(e.entity, $name) OR e.entity IN (SELECT full_name FROM entity_names WHERE contains(name, $name))
ORDER BY e.entity, e.period_end, e.indicator, e.series_id, e.period_start
LIMIT CAST($limit AS BIGINT)
