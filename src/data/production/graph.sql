-- After the first load: building at once is faster than growing row by row.
SET maintenance_work_mem = '256MB';
CREATE INDEX chunks_embedding ON chunks
  USING hnsw (embedding vector_cosine_ops) WITH (m = 16, ef_construction = 64);
