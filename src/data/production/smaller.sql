-- Half the bytes a number, or one bit a number and a second look at the best.
CREATE INDEX chunks_half ON chunks
  USING hnsw ((embedding::halfvec(384)) halfvec_cosine_ops);
CREATE INDEX chunks_bits ON chunks
  USING hnsw ((binary_quantize(embedding)::bit(384)) bit_hamming_ops);
