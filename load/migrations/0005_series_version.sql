CREATE TABLE series_version (version VARCHAR NOT NULL, corrections VARCHAR NOT NULL);
COMMENT ON TABLE series_version IS 'What the series were made with: one row';
COMMENT ON COLUMN series_version.version IS 'hash of the SQL and of the tables of vocabulary';
COMMENT ON COLUMN series_version.corrections IS 'hash of the corrections';
