-- $1 question vector, $2 candidates by bits, $3 how many
SELECT id
FROM (
  SELECT id, embedding
  FROM chunks
  ORDER BY binary_quantize(embedding)::bit(384) <~> binary_quantize($1::vector(384))
  LIMIT $2
) AS candidates
ORDER BY embedding <=> $1
LIMIT $3;
