-- What each document is: its kind by its title and opening words, and the place most of its facts are of.
INSERT INTO coverage
WITH opening AS (
  SELECT doc_id, coalesce(story_id, doc_id) AS story_id, publisher, coalesce(reference_date, CAST(published_at AS DATE)) AS vintage,
    concat_ws(' ', title, left(text, 300)) AS words, corpus, strlen(text) AS bytes
  FROM documents
),
placed AS (
  SELECT doc_id, region_code, min(region_name) AS region_name, count(*) AS n
  FROM facts WHERE region_code IS NOT NULL GROUP BY doc_id, region_code
),
home AS (SELECT doc_id, region_code, region_name FROM placed QUALIFY row_number() OVER (PARTITION BY doc_id ORDER BY n DESC, region_code) = 1),
said AS (SELECT doc_id, count(*) AS facts FROM facts GROUP BY doc_id),
ledger AS (
  SELECT doc_id, count(*) AS figures, count(*) FILTER (disposition = 'fact') AS fact_figures, count(*) FILTER (disposition = 'unread') AS unread
  FROM mentions GROUP BY doc_id
)
SELECT o.doc_id, story_id,
  CASE WHEN bytes < 9000 THEN 'news'
    WHEN contains(words, '统计公报') OR contains(words, '发展公报') OR contains(words, '发展情况的公报') THEN 'bulletin'
    WHEN contains(words, '政府工作报告') OR contains(words, '人民代表大会') OR contains(words, '人大') THEN 'report'
    ELSE 'news' END AS kind,
  publisher, vintage, home.region_code, home.region_name, coalesce(figures, 0), coalesce(fact_figures, 0), coalesce(unread, 0), coalesce(facts, 0), 0, 0
FROM opening o LEFT JOIN home USING (doc_id) LEFT JOIN said USING (doc_id) LEFT JOIN ledger USING (doc_id);

-- Short names of entities, where a text joins them to the full one. A short name is made of letters of the full one, in
-- their order; the full name begins where the first of them stands, for what goes before it is the sentence. Only what
-- stands round the word is searched for the pattern, for that is dear.
INSERT INTO entity_names
WITH pieces AS (
  SELECT doc_id, word, string_split(text, word) AS p FROM documents, (VALUES ('简称'), ('统称')) AS w(word) WHERE contains(text, word)
),
around AS (SELECT doc_id, unnest(list_transform(range(1, len(p)), i -> concat(right(p[i], 50), word, left(p[i + 1], 15)))) AS words FROM pieces),
joined AS (
  SELECT doc_id, unnest(regexp_extract_all(words, '\p{Han}[\p{Han}A-Za-z0-9（）()]{3,39}[（(，,](?:以下|下)?(?:统称|简称)[为:：]?[“"''‘]?\p{Han}{2,12}')) AS words FROM around
),
parts AS (
  SELECT doc_id, regexp_extract(words, '^(.*)[（(，,](?:以下|下)?(?:统称|简称)[为:：]?[“"''‘]?(\p{Han}{2,12})$', ['long', 'short']) AS p FROM joined
),
spelled AS (SELECT doc_id, p.short AS name, p.long AS long, array_to_string(string_split(p.short, ''), '.*') AS letters FROM parts)
SELECT DISTINCT name, regexp_extract(long, concat('(', letters, '.*)$'), 1) AS full_name, doc_id
FROM spelled WHERE regexp_matches(long, letters) AND length(long) > length(name) ORDER BY ALL;
