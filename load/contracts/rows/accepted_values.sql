-- Fields with a closed list of values hold no other.
SELECT 'facts' AS "table", fact_id AS id, doc_id, measure, bound, status, subject_kind, period_kind, price_basis
FROM facts
WHERE measure NOT IN ('level', 'growth', 'share', 'rank', 'multiple', 'change')
  OR bound NOT IN ('exact', 'approx', 'nearly', 'over', 'at_least', 'at_most', 'range')
  OR status NOT IN ('actual', 'target', 'planned', 'forecast')
  OR subject_kind NOT IN ('region', 'park', 'enterprise', 'industry', 'cluster', 'project', 'platform', 'institution', 'other')
  OR period_kind NOT IN ('during', 'as_of', 'none')
  OR price_basis NOT IN ('nominal', 'real')
UNION ALL
SELECT 'mentions', mention_id, doc_id, disposition, NULL, NULL, NULL, NULL, NULL
FROM mentions
WHERE disposition NOT IN ('fact', 'qualifier', 'date', 'name', 'ordinal', 'furniture', 'unread')
