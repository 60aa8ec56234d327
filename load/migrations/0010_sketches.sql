CREATE TABLE sketches (doc_id VARCHAR NOT NULL, method INTEGER NOT NULL, sketch BLOB NOT NULL);
COMMENT ON TABLE sketches IS 'By what long texts are compared to find the copies of a story, so that a run need not read them again; short ones are read';
COMMENT ON COLUMN sketches.doc_id IS 'document';
COMMENT ON COLUMN sketches.method IS 'how it was made: another method makes it anew';
COMMENT ON COLUMN sketches.sketch IS 'the number of shingles, then the smallest of their hashes, each in eight bytes';
