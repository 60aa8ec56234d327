-- Checks that figures failed, the widest first, with the sentence of the figure that was checked.
-- param kind =  classes, contained, copies, growth, identity, part, share, sources, structure; all but sources where it is left out
-- param place =  name or code; every place where it is left out
-- param limit = 50  how many checks
-- example: yiyuan query failed_checks --param kind=growth
SELECT c.kind, c.region_name AS place, c.statistic, c.period_end, c.stated, c.computed, c.deviation AS percent, c.unit, c.says, f.sentence, c.doc_id
FROM checks c LEFT JOIN (SELECT check_id, min(fact_id) AS fact_id FROM fact_checks WHERE role IN ('stated', 'part', 'copy') GROUP BY check_id) r USING (check_id)
  LEFT JOIN facts f USING (fact_id)
WHERE NOT c.passed AND ($kind = '' AND c.kind <> 'sources' OR c.kind = $kind) AND ($place = '' OR c.region_code = $place OR c.region_name = $place)
ORDER BY abs(c.deviation) DESC NULLS LAST, c.kind, c.check_id
LIMIT CAST($limit AS BIGINT)
