-- Every source that is fetched has given something within the days that run --fresh allows, and nothing from the future.
WITH source AS (SELECT corpus, max(fetched_at) AS newest FROM documents WHERE fetched_at IS NOT NULL GROUP BY corpus),
  run AS (SELECT max(finished_at) AS finished FROM runs WHERE run_id = $run_id)
SELECT corpus, newest, finished AS run_finished
FROM source, run
WHERE newest > finished + INTERVAL 1 DAY
  OR $fresh_days > 0 AND newest < finished - $fresh_days * INTERVAL 1 DAY
