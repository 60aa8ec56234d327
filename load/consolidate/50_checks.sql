-- Arithmetic that the texts allow. Each finding holds a stated figure against the values that others leave open for it; it
-- passes where one number could have been printed in all these ways.
CREATE OR REPLACE TEMP TABLE findings (kind VARCHAR, facts STRUCT(fact_id VARCHAR, role VARCHAR)[], doc_id VARCHAR, region_code VARCHAR, region_name VARCHAR,
  indicator VARCHAR, statistic VARCHAR, period_start DATE, period_end DATE, unit VARCHAR, stated DECIMAL(28,6), computed DOUBLE, low DOUBLE, high DOUBLE,
  passed BOOLEAN, says VARCHAR);

-- structure: 三次产业 add to 100.
INSERT INTO findings
SELECT 'structure', list(struct_pack(fact_id := fact_id, role := 'part') ORDER BY precedence), doc_id, region_code, min(region_name), 'value_added', '三次产业比重',
  period_start, period_end, 'percent', 100, sum(value), sum(low), sum(high), 100 BETWEEN sum(low) AND sum(high),
  concat(string_agg(value_text, ' + ' ORDER BY precedence), ' against 100')
FROM work.stated s JOIN (SELECT fact_id, sentence FROM facts) f USING (fact_id)
WHERE s.scope = 'place' AND s.indicator = 'value_added' AND s.measure = 'share' AND s.unit = 'percent' AND s.industry IN ('第一产业', '第二产业', '第三产业')
  AND coalesce(s.bound, 'exact') = 'exact' AND (s.base IS NULL OR contains(s.base, '生产总值') OR contains(s.base, 'GDP'))
GROUP BY s.doc_id, s.region_code, s.period_start, s.period_end, s.outcome, f.sentence
HAVING count(*) = 3 AND count(DISTINCT s.industry) = 3;

-- part: what is 其中 is no more than its whole. The steps are materialized: joined all at once, parts and wholes would be
-- matched by their unit first.
INSERT INTO findings
WITH pairs AS MATERIALIZED (SELECT fact_id, part_of, counter FROM facts WHERE part_of IS NOT NULL),
parts AS MATERIALIZED (
  SELECT s.*, p.part_of, p.counter FROM pairs p JOIN work.stated s ON s.fact_id = p.fact_id WHERE s.measure = 'level' AND s.value >= 0
),
wholes AS MATERIALIZED (
  SELECT p.*, w.fact_id AS whole_fact, w.value AS whole, w.high AS whole_high, w.measure AS whole_measure, w.unit AS whole_unit, w.indicator AS whole_indicator,
    w.outcome AS whole_outcome, w.region_code AS whole_region, w.value_text AS whole_text, f.counter AS whole_counter
  FROM parts p JOIN work.stated w ON w.fact_id = p.part_of JOIN facts f ON f.fact_id = p.part_of
)
SELECT 'part', [struct_pack(fact_id := fact_id, role := 'part'), struct_pack(fact_id := whole_fact, role := 'whole')], doc_id, region_code, region_name,
  indicator, statistic, period_start, period_end, unit, value, whole, NULL, coalesce(whole_high, whole), coalesce(low, value) <= coalesce(whole_high, CAST('Infinity' AS DOUBLE)),
  concat('其中 ', value_text, ' of ', whole_text)
FROM wholes
WHERE whole_measure = 'level' AND unit = whole_unit AND indicator = whole_indicator AND outcome = whole_outcome AND region_code IS NOT DISTINCT FROM whole_region
  AND whole >= 0 AND (unit <> 'count' OR counter IS NOT DISTINCT FROM whole_counter);

-- identity: sums that hold by definition, within one document.
INSERT INTO findings
WITH member AS (
  SELECT i.identity, i.weight, i.indicator, i.industry, s.doc_id, s.region_code, s.period_start, s.period_end, s.outcome, s.unit, min(s.precedence) AS best
  FROM identities i JOIN work.stated s ON s.indicator = i.indicator AND s.statistic = i.statistic AND s.qualifier IS NOT DISTINCT FROM i.qualifier AND s.industry IS NOT DISTINCT FROM i.industry
  WHERE s.scope = 'place' AND s.measure = 'level' AND s.period_kind = 'during' AND coalesce(s.bound, 'exact') = 'exact'
  GROUP BY ALL
),
needed AS (SELECT identity, count(*) AS members FROM identities GROUP BY identity),
summed AS (
  SELECT m.identity, m.doc_id, m.region_code, m.period_start, m.period_end, m.outcome, m.unit, count(*) AS members,
    list(struct_pack(fact_id := s.fact_id, role := CASE m.weight WHEN 0 THEN 'whole' ELSE 'part' END) ORDER BY m.weight = 0 DESC, s.precedence) AS facts,
    arg_min(s.precedence, abs(m.weight)) AS whole, sum(m.weight * s.value) AS total,
    sum(CASE WHEN m.weight < 0 THEN m.weight * s.high ELSE m.weight * s.low END) AS low, sum(CASE WHEN m.weight < 0 THEN m.weight * s.low ELSE m.weight * s.high END) AS high,
    string_agg(concat(CASE WHEN m.weight < 0 THEN '− ' ELSE '+ ' END, s.value_text), ' ' ORDER BY s.precedence) FILTER (m.weight <> 0) AS sum
  FROM member m JOIN work.stated s ON s.precedence = m.best
  GROUP BY ALL
)
SELECT 'identity', z.facts, z.doc_id, z.region_code, w.region_name, w.indicator, w.statistic, z.period_start, z.period_end, z.unit, w.value, z.total, z.low, z.high,
  z.low <= w.high AND z.high >= w.low, concat(z.identity, ': ', z.sum, ' against ', w.value_text)
FROM summed z JOIN needed USING (identity, members) JOIN work.stated w ON w.precedence = z.whole;

-- growth: a level and its nominal growth against the level a year before. What is said to be 可比 or 同口径 is on another footing.
INSERT INTO findings
WITH nominal AS (
  SELECT s.*, f.sentence FROM work.stated s JOIN indicators i ON i.code = s.indicator AND i.growth = 'nominal' JOIN (SELECT fact_id, sentence FROM facts) f USING (fact_id)
  WHERE s.scope = 'place' AND s.outcome = 'result' AND s.period_kind = 'during' AND coalesce(s.bound, 'exact') = 'exact'
),
grown AS (
  SELECT l.*, g.fact_id AS growth_fact, g.low AS growth_low, g.high AS growth_high, g.value AS growth, g.value_text AS growth_text
  FROM nominal l JOIN nominal g ON g.doc_id = l.doc_id AND g.sentence = l.sentence AND g.region_code = l.region_code AND g.indicator = l.indicator AND g.statistic = l.statistic
    AND g.period_end = l.period_end AND g.period_start = l.period_start AND g.industry IS NOT DISTINCT FROM l.industry AND g.qualifier IS NOT DISTINCT FROM l.qualifier
  WHERE l.measure = 'level' AND g.measure = 'growth' AND g.price_basis IS NULL AND g.base = 'yoy' AND g.unit = 'percent'
    AND NOT regexp_matches(l.sentence, '可比|同口径|扣除|实际增长|不变价|剔除')
  QUALIFY count(*) OVER (PARTITION BY l.fact_id) = 1
)
SELECT 'growth', [struct_pack(fact_id := l.fact_id, role := 'stated'), struct_pack(fact_id := l.growth_fact, role := 'growth'), struct_pack(fact_id := b.fact_id, role := 'before')],
  l.doc_id, l.region_code, l.region_name, l.indicator, l.statistic, l.period_start, l.period_end, l.unit, l.value, b.value * (1 + l.growth / 100),
  0.995 * b.low * (1 + l.growth_low / 100), 1.005 * b.high * (1 + l.growth_high / 100),
  0.995 * b.low * (1 + l.growth_low / 100) <= l.high AND 1.005 * b.high * (1 + l.growth_high / 100) >= l.low,
  concat(l.value_text, ' after growth of ', l.growth_text, ' from ', b.value_text)
FROM grown l JOIN work.shown b ON b.scope = 'place' AND b.outcome = 'result' AND b.measure = 'level' AND b.region_code = l.region_code AND b.indicator = l.indicator AND b.statistic = l.statistic
    AND b.industry IS NOT DISTINCT FROM l.industry AND b.qualifier IS NOT DISTINCT FROM l.qualifier AND b.unit = l.unit
    AND b.price_basis IS NULL AND b.period_end = CAST(l.period_end - INTERVAL 1 YEAR AS DATE) AND b.period_start = CAST(l.period_start - INTERVAL 1 YEAR AS DATE) AND coalesce(b.bound, 'exact') = 'exact';

-- contained: a place has no more than the place it lies in.
INSERT INTO findings
WITH additive AS (
  SELECT c.* FROM work.shown c SEMI JOIN (SELECT * FROM indicators WHERE additive) i ON i.code = c.indicator
  WHERE c.scope = 'place' AND c.outcome = 'result' AND c.measure = 'level' AND c.value > 0 AND NOT contains(concat(c.statistic, c.qualifier), '均')
)
SELECT 'contained', [struct_pack(fact_id := c.fact_id, role := 'part'), struct_pack(fact_id := w.fact_id, role := 'whole')], c.doc_id, c.region_code, c.region_name, c.indicator,
  c.statistic, c.period_start, c.period_end, c.unit, c.value, w.value, NULL, w.high, coalesce(c.low, c.value) <= coalesce(w.high, CAST('Infinity' AS DOUBLE)),
  concat(c.region_name, ' ', c.value_text, ', ', w.region_name, ' ', w.value_text)
FROM additive c JOIN regions r ON r.code = c.region_code AND r.valid_to IS NULL
  LEFT JOIN regions up ON up.code = r.parent AND up.valid_to IS NULL
  JOIN additive w ON (w.region_code = r.parent OR w.region_code = up.parent) AND w.indicator = c.indicator AND w.statistic = c.statistic AND w.unit = c.unit
    AND w.period_end = c.period_end AND w.period_start IS NOT DISTINCT FROM c.period_start AND w.industry IS NOT DISTINCT FROM c.industry AND w.qualifier IS NOT DISTINCT FROM c.qualifier;

-- classes: counts by class (一类, 二类, …) add to the total the same document gives of the thing counted.
INSERT INTO findings
WITH counted AS (
  SELECT f.fact_id, f.doc_id, f.indicator, f.unit, f.value, f.char_start, f.region_code, f.region_name, f.value_text, f.period_end,
    coalesce(f.counter, f.indicator_text) AS counter, coalesce(f.indicator_text, f.counter) AS words,
    CASE WHEN contains(f.sentence, '类') THEN regexp_extract_all(f.sentence, '[一二三四五六七八九]类\p{Han}') ELSE [] END AS labels
  FROM corrected_facts f SEMI JOIN (SELECT doc_id FROM documents WHERE contains(text, '一类') AND contains(text, '二类')) USING (doc_id)
  WHERE f.measure = 'level' AND f.unit IN ('count', 'person', 'household', 'vehicle') AND f.status = 'actual' AND coalesce(f.bound, 'exact') = 'exact' AND NOT f.withdrawn AND abs(f.value) < 1e15
),
classed AS (
  SELECT *, left(labels[1], 1) AS class, substr(labels[1], 2) AS of
  FROM counted WHERE len(list_distinct(labels)) = 1
),
single AS (
  SELECT * FROM classed
  QUALIFY row_number() OVER (PARTITION BY doc_id, of, indicator, counter, class ORDER BY char_start, fact_id) = 1
),
lists AS (
  SELECT doc_id, of, indicator, unit, counter, count(*) AS n, sum(value) AS total, max(value) AS largest, min(char_start) AS first,
    list(struct_pack(fact_id := fact_id, role := 'class') ORDER BY char_start) AS facts, list(fact_id) AS ids,
    string_agg(value_text, ' + ' ORDER BY char_start) AS sum, bool_or(class = '一') AND bool_or(class = '二') AS begins,
    max(strpos('一二三四五六七八九', class)) AS last, min(words) AS words
  FROM single GROUP BY doc_id, of, indicator, unit, counter
  HAVING n >= 3 AND begins AND last = n
)
SELECT 'classes', list_prepend(struct_pack(fact_id := t.fact_id, role := 'stated'), l.facts), l.doc_id, t.region_code, t.region_name, l.indicator, t.words, NULL, t.period_end, l.unit,
  t.value, l.total, l.total, l.total, t.value = l.total, concat(l.sum, ' against ', t.value_text, ' ', t.words)
FROM lists l JOIN counted t ON t.doc_id = l.doc_id AND t.indicator = l.indicator AND t.unit = l.unit AND t.value > l.largest AND len(t.labels) = 0
  AND (t.counter = l.counter OR ends_with(t.words, l.counter) OR ends_with(l.words, t.counter))
QUALIFY row_number() OVER (PARTITION BY l.doc_id, l.of, l.indicator, l.counter ORDER BY abs(t.value - l.total), t.char_start, t.fact_id) = 1;

-- share: a share of a whole, the part it is printed after, and the whole; where the whole is not stated it is implied.
INSERT INTO findings
WITH shares AS MATERIALIZED (
  SELECT s.fact_id, s.doc_id, s.region_code, s.region_name, s.indicator, s.period_start, s.period_end, s.period_kind, s.low, s.high, s.value, s.value_text, s.base, s.outcome, s.char_start
  FROM work.stated s
  WHERE s.measure = 'share' AND s.unit = 'percent' AND s.base IS NOT NULL AND s.value > 0 AND s.low > 0
),
near AS MATERIALIZED (
  SELECT s.*, p.fact_id AS part_fact, p.value AS part, p.value_text AS part_text, p.low AS part_low, p.high AS part_high, p.unit AS part_unit, p.statistic, p.qualifier, p.industry, p.char_start AS part_start
  FROM shares s JOIN work.stated p ON p.doc_id = s.doc_id AND p.measure = 'level' AND p.indicator = s.indicator AND p.char_start < s.char_start AND p.char_start > s.char_start - 120
    AND p.period_end = s.period_end AND p.outcome = s.outcome AND p.region_code IS NOT DISTINCT FROM s.region_code AND p.value > 0 AND p.low IS NOT NULL AND p.high IS NOT NULL
),
said AS MATERIALIZED (
  SELECT fact_id, sentence FROM facts SEMI JOIN (SELECT fact_id FROM near UNION ALL SELECT part_fact FROM near) USING (fact_id)
),
parted AS MATERIALIZED (
  SELECT n.*
  FROM near n JOIN said f ON f.fact_id = n.fact_id JOIN said g ON g.fact_id = n.part_fact AND g.sentence = f.sentence
  QUALIFY row_number() OVER (PARTITION BY n.fact_id ORDER BY n.part_start DESC, n.part_fact) = 1
),
based AS (
  SELECT p.*, regexp_replace(base, '^占?(?:全国|全省|全市|全县|全区|全州|全自治区)*', '') AS words,
    CASE WHEN contains(base, '全国') THEN '100000' WHEN contains(base, '全省') OR contains(base, '全自治区') THEN concat(left(p.region_code, 2), '0000')
      WHEN contains(base, '全市') AND NOT ends_with(p.region_code, '00') THEN concat(left(p.region_code, 4), '00') ELSE p.region_code END AS place
  FROM parted p
),
begun AS (
  SELECT b.fact_id, a.code, a.name
  FROM based b JOIN regions a ON left(a.name, 2) = left(b.words, 2) AND starts_with(b.words, a.name) AND a.valid_to IS NULL
    AND (a.code = b.region_code OR left(b.region_code, 2) = left(a.code, 2) AND ends_with(a.code, '00'))
),
wholes AS (
  SELECT b.*, coalesce(a.code, b.place) AS whole_place, coalesce(s.statistic, nullif(w.words, ''), b.statistic) AS whole_statistic, coalesce(s.indicator, b.indicator) AS whole_indicator,
    coalesce(s.qualifier, CASE WHEN w.words = '' THEN b.qualifier END) AS whole_qualifier, coalesce(s.industry, CASE WHEN w.words = '' THEN b.industry END) AS whole_industry
  FROM based b LEFT JOIN begun a ON a.fact_id = b.fact_id
    CROSS JOIN LATERAL (SELECT CASE WHEN a.name IS NULL THEN b.words ELSE substr(b.words, length(a.name) + 1) END AS words) w
    LEFT JOIN statistics s ON s.text = w.words AND (s.indicator = b.indicator OR s.indicator = 'gdp')
  QUALIFY row_number() OVER (PARTITION BY b.fact_id ORDER BY length(a.name) DESC NULLS LAST, s.indicator = b.indicator DESC) = 1
),
-- An inner join first, for an outer one with such conditions would try every pair.
found AS (
  SELECT w.fact_id, min(c.precedence) AS precedence
  FROM wholes w JOIN work.shown c ON c.region_code = w.whole_place AND c.statistic = w.whole_statistic AND c.indicator = w.whole_indicator
      AND c.unit = w.part_unit AND c.outcome = w.outcome AND c.period_end = w.period_end AND c.period_start IS NOT DISTINCT FROM w.period_start
      AND c.qualifier IS NOT DISTINCT FROM w.whole_qualifier AND (w.whole_industry IS NULL OR c.industry IS NOT DISTINCT FROM w.whole_industry) AND c.fact_id <> w.part_fact AND c.value > w.part
  WHERE c.scope = 'place' AND c.measure = 'level' GROUP BY w.fact_id
),
totals AS (
  SELECT w.*, 100.0 * w.part / w.value AS total, 100.0 * w.part_low / w.high AS total_low, 100.0 * w.part_high / w.low AS total_high,
    c.fact_id AS whole_fact, c.value AS whole, c.low AS whole_low, c.high AS whole_high, c.value_text AS whole_text
  FROM wholes w LEFT JOIN found USING (fact_id) LEFT JOIN work.stated c ON c.precedence = found.precedence
),
rivals AS (
  SELECT *, count(*) OVER twins AS n, max(total_low) OVER twins AS least, min(total_high) OVER twins AS most
  FROM totals WINDOW twins AS (PARTITION BY whole_place, base, period_start, period_end, outcome, part_unit, doc_id)
)
SELECT 'share', list_filter([struct_pack(fact_id := fact_id, role := 'share'), struct_pack(fact_id := part_fact, role := 'part'), struct_pack(fact_id := whole_fact, role := 'whole')], x -> x.fact_id IS NOT NULL),
  doc_id, whole_place, region_name, whole_indicator, whole_statistic, period_start, period_end, part_unit, whole, total, total_low, total_high,
  CASE WHEN whole_fact IS NOT NULL THEN total_low <= coalesce(whole_high, total_low) AND total_high >= coalesce(whole_low, total_high) WHEN n > 1 AND part_unit IN ('CNY', 'USD') THEN least <= most END,
  concat(part_text, ' at ', value_text, ' of ', base, CASE WHEN whole_fact IS NULL THEN concat(' implies a total of ', CASE WHEN part_unit = 'CNY' THEN concat(round(total / 1e8, 2), '亿元') ELSE concat(round(total, 2), ' ', part_unit) END) ELSE concat(', against ', whole_text) END)
FROM rivals;

-- copies: copies of one story state one figure in one clause.
INSERT INTO findings
WITH copied AS (SELECT story_id FROM coverage GROUP BY story_id HAVING count(*) > 1),
clauses AS (
  SELECT c.story_id, f.fact_id, f.doc_id, f.region_code, f.region_name, f.indicator, f.indicator_text, f.measure, f.unit, f.value, f.value_text, f.period_start, f.period_end, f.quote,
    md5(regexp_replace(f.quote, '[0-9.,]+', '0', 'g')) AS clause,
    row_number() OVER (PARTITION BY f.doc_id, md5(regexp_replace(f.quote, '[0-9.,]+', '0', 'g')) ORDER BY f.char_start, f.fact_id) AS nth
  FROM facts f JOIN coverage c USING (doc_id) SEMI JOIN copied ON copied.story_id = c.story_id
)
SELECT 'copies', list(struct_pack(fact_id := fact_id, role := 'copy') ORDER BY doc_id, fact_id), min(doc_id), min(region_code), min(region_name), min(indicator), min(indicator_text),
  min(period_start), min(period_end), min(unit), min(value), max(value), min(value), max(value), min(value) = max(value), concat(count(*), ' copies state ', string_agg(DISTINCT value_text, ' and ' ORDER BY value_text))
FROM clauses GROUP BY story_id, clause, nth HAVING count(DISTINCT doc_id) > 1;

-- sources: several stories state one series and period.
INSERT INTO findings
SELECT 'sources', list(struct_pack(fact_id := o.fact_id, role := 'stated') ORDER BY o.precedence), min(c.doc_id), min(c.region_code), min(c.region_name), min(c.indicator), min(c.statistic),
  min(c.period_start), min(c.period_end), min(c.unit), min(c.value), min(c.value), min(c.least), max(c.most), bool_and(c.agrees), concat(min(c.n_stories), ' stories state it')
FROM work.contested t JOIN work.shown c ON c.precedence = t.cell JOIN work.stated o ON o.precedence = t.precedence
WHERE t.n_stories > 1 GROUP BY t.cell;

CREATE OR REPLACE TEMP TABLE named_findings AS
SELECT left(md5(concat(kind, ' ', array_to_string(list_transform(facts, x -> x.fact_id), ' '))), 16) AS check_id, * FROM findings;
INSERT INTO checks
SELECT check_id, kind, doc_id, region_code, region_name, indicator, statistic, period_start, period_end, unit, stated, TRY_CAST(computed AS DECIMAL(28,6)),
  TRY_CAST(low AS DECIMAL(28,6)), TRY_CAST(high AS DECIMAL(28,6)), round(100 * (stated - computed) / nullif(abs(computed), 0), 2), passed, says
FROM named_findings;
INSERT INTO fact_checks
SELECT DISTINCT f.fact_id, check_id, kind, f.role, passed FROM (SELECT check_id, kind, passed, unnest(facts) AS f FROM named_findings);
