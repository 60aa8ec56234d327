-- What each source gave: documents, stories, years, figures, facts, facts of series, and how many of the twenty core indicators its reports state.
-- param source =  words of the source, or part of them; every source where it is left out
-- param limit = 50  how many sources
-- example: yiyuan query coverage_by_source --param source=stats.gov.cn
SELECT * FROM source_coverage
WHERE $source = '' OR contains(source, $source)
ORDER BY facts DESC, source
LIMIT CAST($limit AS BIGINT)
