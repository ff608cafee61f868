-- $1 question vector, $2 model, $3 how many
SELECT id, document_id, position, 1 - (embedding <=> $1) AS cosine
FROM chunks
WHERE model = $2
ORDER BY embedding <=> $1
LIMIT $3;
