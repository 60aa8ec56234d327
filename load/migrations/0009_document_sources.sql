DROP VIEW source_coverage;

CREATE VIEW document_sources AS
SELECT doc_id, coalesce(publisher, nullif(regexp_extract(url, '^[a-z]+://([^/:]+)', 1), ''), nullif(regexp_extract(doc_id, '^(.*)/[^/]*$', 1), ''), corpus, doc_id) AS source FROM documents;
COMMENT ON VIEW document_sources IS 'Where each document comes from';
COMMENT ON COLUMN document_sources.doc_id IS 'the document';
COMMENT ON COLUMN document_sources.source IS 'who published it, else the site it stands on, else the folder it lies in';

CREATE VIEW source_coverage AS
SELECT source, string_agg(DISTINCT kind, ' ' ORDER BY kind) AS kinds, count(*) AS documents, count(DISTINCT story_id) AS stories, min(vintage) AS first, max(vintage) AS last,
  CAST(sum(figures) AS BIGINT) AS figures, CAST(sum(fact_figures) AS BIGINT) AS fact_figures, CAST(sum(unread) AS BIGINT) AS unread,
  round(100.0 * sum(unread) / nullif(sum(figures), 0), 2) AS percent_unread, CAST(sum(facts) AS BIGINT) AS facts, CAST(sum(in_panel) AS BIGINT) AS in_panel,
  round(avg(core_stated) FILTER (kind <> 'news'), 1) AS core_stated
FROM coverage JOIN document_sources USING (doc_id) GROUP BY source;
COMMENT ON VIEW source_coverage IS 'What each source gave: coverage summed over its documents';
COMMENT ON COLUMN source_coverage.source IS 'who published the documents, else the site they stand on, else the folder they lie in';
COMMENT ON COLUMN source_coverage.kinds IS 'kinds of its documents';
COMMENT ON COLUMN source_coverage.documents IS 'documents';
COMMENT ON COLUMN source_coverage.stories IS 'stories they tell';
COMMENT ON COLUMN source_coverage.first IS 'earliest vintage';
COMMENT ON COLUMN source_coverage.last IS 'latest vintage';
COMMENT ON COLUMN source_coverage.figures IS 'figures of the texts';
COMMENT ON COLUMN source_coverage.fact_figures IS 'of them, figures that facts were made of';
COMMENT ON COLUMN source_coverage.unread IS 'of them, figures that no rule understood';
COMMENT ON COLUMN source_coverage.percent_unread IS 'unread in percent of figures';
COMMENT ON COLUMN source_coverage.facts IS 'facts';
COMMENT ON COLUMN source_coverage.in_panel IS 'of them, facts of a series of a place';
COMMENT ON COLUMN source_coverage.core_stated IS 'core indicators that a report or bulletin of it states, on average';

COMMENT ON COLUMN panel.revised IS 'value a later document of the place itself states, where it is another one and a revision could have moved it so far: by a third, growth and shares by five points';
COMMENT ON COLUMN conflicts.explanation IS 'one clause (it states both, of two things that its words do not tell apart); one document (states both); copies differ (one story, two figures); too far apart (by more than a third, growth and shares by more than five points, so that one is of another thing or period, or misprinted or misread); revised (a later year''s document of the place itself states another); named differently (the words differ, though the table holds them alike); sources disagree';
COMMENT ON COLUMN entity_panel.entity IS 'full name where a text joins it to the short one, else as written; without quotation marks and blanks';
COMMENT ON COLUMN panel.value IS 'of the best fact: a bulletin before a report before news, the place''s own documents before others, an exact figure before a bounded one, the first before a later; within one document the first, a round figure (3000亿元大关) after others';
COMMENT ON COLUMN targets.met IS 'met (or so near that the printed digits of the result leave it open; of a range its easier end counts); missed; not stated (the place''s report of that year is here and does not state it in this form); not collected (there is no report of that year)';
COMMENT ON COLUMN targets.margin IS 'result less target, less its easier end where that is a range';
COMMENT ON COLUMN core_coverage.state IS 'stated; aimed at (the report states a target of it, but no figure of that year was read); named (the report has the words, but no figure was read); not stated (the report does not name it); elsewhere (another document states it); not collected (there is no report of that year)';
COMMENT ON COLUMN core_indicators.qualifier IS 'restrictions that will do, separated by |; none is one of them where the list begins with |';
COMMENT ON COLUMN core_indicators.words IS 'words that name it in a text, separated by |; 出口-进出口 is 出口 where it is no part of 进出口';
