-- $1 question vector, $2 model, $3 candidates by bits, $4 how many
SELECT id
FROM (
  SELECT id, embedding
  FROM chunks
  WHERE model = $2
  ORDER BY binary_quantize(embedding)::bit(384) <~> binary_quantize($1::vector(384))
  LIMIT $3
) AS candidates
ORDER BY embedding <=> $1
LIMIT $4;
