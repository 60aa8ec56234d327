-- What a run met is what it wrote and what it left as it was.
SELECT run_id, documents, unchanged, written FROM runs WHERE documents <> unchanged + written
