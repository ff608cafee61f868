-- $1 question vector, $2 model, $3 question text, $4 language, $5 candidates a list, $6 how many
WITH dense AS (
  SELECT id, row_number() OVER (ORDER BY distance, id) AS rank
  FROM (
    SELECT id, embedding <=> $1 AS distance
    FROM chunks
    WHERE model = $2
    ORDER BY embedding <=> $1
    LIMIT $5
  ) AS nearest
),
question AS (
  -- any of the words, not all of them
  SELECT replace(plainto_tsquery($4::regconfig, $3)::text, '&', '|')::tsquery AS words
),
lexical AS (
  SELECT id, row_number() OVER (ORDER BY score DESC, id) AS rank
  FROM (
    SELECT chunks.id, ts_rank_cd(chunks.words, question.words, 1) AS score
    FROM chunks, question
    WHERE model = $2 AND chunks.words @@ question.words
    ORDER BY score DESC, chunks.id
    LIMIT $5
  ) AS found
)
SELECT id,
  coalesce(1.0 / (60 + dense.rank), 0) + coalesce(1.0 / (60 + lexical.rank), 0) AS score,
  dense.rank AS dense_rank,
  lexical.rank AS lexical_rank
FROM dense FULL JOIN lexical USING (id)
ORDER BY score DESC, id
LIMIT $6;
