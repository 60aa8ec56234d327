CREATE TABLE seals (part VARCHAR NOT NULL, doc_id VARCHAR, seal VARCHAR NOT NULL);
COMMENT ON TABLE seals IS 'What the run that published this file left in it, hashed: the next run tells by it whether someone has written to the file';
COMMENT ON COLUMN seals.part IS 'document, the name of a table, catalog (how the tables are made) or engine (the DuckDB that hashed)';
COMMENT ON COLUMN seals.doc_id IS 'the document whose rows were hashed; NULL for the other parts';
COMMENT ON COLUMN seals.seal IS 'hash of the rows, in any order';
