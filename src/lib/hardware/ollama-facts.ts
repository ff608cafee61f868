/** What `ollama show` tells about a model; null means that the text does not tell. */
export interface OllamaFacts {
  /** Architecture of the GGUF file, such as 'llama' or 'qwen2'. */
  readonly architecture: string | null
  readonly parameters: number | null
  /** Half a unit of the last digit printed: '8.0B' is 8.0e9 to within 0.05e9. */
  readonly parametersWithin: number | null
  readonly contextLength: number | null
  readonly embeddingLength: number | null
  /** Type of the weights, such as 'Q4_K_M'. */
  readonly quantization: string | null
  /** Only `ollama show --verbose` prints the fields from here on. */
  readonly layers: number | null
  readonly heads: number | null
  readonly kvHeads: number | null
  readonly headDim: number | null
  /** In words, what a computation of the cache would need and the text does not hold. */
  readonly missing: readonly string[]
}
