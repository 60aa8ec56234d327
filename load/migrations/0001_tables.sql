CREATE TABLE documents (
  doc_id             VARCHAR NOT NULL,
  corpus             VARCHAR,
  url                VARCHAR,
  title              VARCHAR,
  publisher          VARCHAR,
  author             VARCHAR,
  published_at       TIMESTAMP,
  fetched_at         TIMESTAMP,
  reference_date     DATE,
  reference_evidence VARCHAR,
  charset            VARCHAR,
  sha256             VARCHAR,
  n_parts            INTEGER,
  source_text        VARCHAR,
  text               VARCHAR NOT NULL,
  restored           JSON,
  story_id           VARCHAR,
  rules_version      VARCHAR,
  run_id             VARCHAR NOT NULL
);

CREATE TABLE repairs (
  doc_id     VARCHAR NOT NULL,
  char_start INTEGER NOT NULL,
  char_end   INTEGER NOT NULL,
  before     VARCHAR,
  filter     VARCHAR NOT NULL
);

CREATE TABLE mentions (
  -- Hardly two rows share one of these ids, so that another compression would be tried in vain.
  mention_id   VARCHAR USING COMPRESSION uncompressed NOT NULL,
  doc_id       VARCHAR NOT NULL,
  char_start   INTEGER NOT NULL,
  char_end     INTEGER NOT NULL,
  mention_text VARCHAR NOT NULL,
  kind         VARCHAR,
  value        DECIMAL(28,6),
  unit         VARCHAR,
  disposition  VARCHAR NOT NULL,
  reason       VARCHAR
);

CREATE TABLE facts (
  -- as in mentions
  fact_id        VARCHAR USING COMPRESSION uncompressed NOT NULL,
  mention_id     VARCHAR USING COMPRESSION uncompressed NOT NULL,
  doc_id         VARCHAR NOT NULL,
  part_of        VARCHAR,
  indicator      VARCHAR,
  indicator_text VARCHAR,
  measure        VARCHAR,
  base           VARCHAR,
  value          DECIMAL(28,6) NOT NULL,
  value_low      DECIMAL(28,6),
  value_high     DECIMAL(28,6),
  unit           VARCHAR,
  counter        VARCHAR,
  value_text     VARCHAR NOT NULL,
  bound          VARCHAR,
  subject        VARCHAR,
  subject_kind   VARCHAR,
  region_code    VARCHAR,
  region_name    VARCHAR,
  industry       VARCHAR,
  qualifier      VARCHAR,
  period_kind    VARCHAR,
  period_start   DATE,
  period_end     DATE,
  status         VARCHAR,
  price_basis    VARCHAR,
  quote          VARCHAR,
  sentence       VARCHAR,
  char_start     INTEGER NOT NULL,
  char_end       INTEGER NOT NULL,
  rule           VARCHAR,
  confidence     DOUBLE,
  rules_version  VARCHAR,
  run_id         VARCHAR NOT NULL
);

CREATE TABLE runs (
  run_id        VARCHAR NOT NULL,
  started_at    TIMESTAMP NOT NULL,
  finished_at   TIMESTAMP NOT NULL,
  rules_version VARCHAR,
  documents     BIGINT NOT NULL,
  unchanged     BIGINT NOT NULL,
  written       BIGINT NOT NULL,
  pruned        BIGINT NOT NULL,
  failed        BIGINT NOT NULL,
  mentions      BIGINT NOT NULL,
  facts         BIGINT NOT NULL,
  unread        BIGINT NOT NULL,
  repairs       BIGINT NOT NULL,
  skipped       JSON,
  failures      JSON
);

CREATE TABLE failures (
  doc_id    VARCHAR,
  path      VARCHAR,
  kind      VARCHAR NOT NULL,
  message   VARCHAR,
  run_id    VARCHAR NOT NULL,
  failed_at TIMESTAMP NOT NULL
);

CREATE TABLE regions (
  code       VARCHAR NOT NULL,
  name       VARCHAR NOT NULL,
  level      VARCHAR NOT NULL,
  parent     VARCHAR,
  valid_from INTEGER,
  valid_to   INTEGER,
  successor  VARCHAR
);

CREATE TABLE indicators (
  code        VARCHAR NOT NULL,
  family      VARCHAR NOT NULL,
  name        VARCHAR NOT NULL,
  description VARCHAR
);

CREATE TABLE units (
  code        VARCHAR NOT NULL,
  name        VARCHAR NOT NULL,
  description VARCHAR
);
