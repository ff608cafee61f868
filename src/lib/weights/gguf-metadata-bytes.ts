import type { ModelSpec } from '../model/spec.ts'

/**
 * Bytes that a vocabulary takes in a file, a token, by the size of the vocabulary: what published
 * files hold beyond their tensors. Fitted; `published-files.test.ts` holds the files.
 */
const bytesPerToken: readonly {
  readonly from: number
  readonly to: number
  readonly bytes: number
}[] = [
  { from: 30000, to: 30999, bytes: 16 }, // WordPiece
  { from: 32000, to: 32768, bytes: 23.1 }, // SentencePiece of Llama 2, Mistral, Phi-3
  { from: 49152, to: 49160, bytes: 36.1 }, // StarCoder, SmolLM, Granite 3
  { from: 100000, to: 103000, bytes: 46 }, // cl100k and its like, with merges
  { from: 128000, to: 128256, bytes: 61.1 }, // Llama 3
  { from: 151000, to: 152064, bytes: 39.2 }, // Qwen
  { from: 200000, to: 201088, bytes: 64.7 }, // o200k, with merges
  { from: 256000, to: 256000, bytes: 23.6 }, // Gemma 1 and 2
  { from: 262144, to: 262208, bytes: 24.7 }, // Gemma 3
]

/** For vocabularies that the list lacks: a byte-pair vocabulary with its merges. */
const usualBytes = 40

/** Families of about 256,000 tokens whose vocabulary is byte-pair, not Gemma's. */
const bytePair: ReadonlySet<string> = new Set(['cohere', 'cohere2', 'nemotron'])

/**
 * Estimate of a GGUF file's bytes beside its tensors: the vocabulary with its scores, types and
 * merges, which is nearly all of the header: tokens x bytes a token.
 *
 * Fitted on the sizes of published files (`gguf-published-files`). Bytes.
 *
 * @example ggufMetadataBytes(llama31) // about 7.8 million
 */
export function ggufMetadataBytes(spec: Pick<ModelSpec, 'vocabSize' | 'family'>): number {
  const known = bytePair.has(spec.family)
    ? undefined
    : bytesPerToken.find(({ from, to }) => spec.vocabSize >= from && spec.vocabSize <= to)
  return Math.round(spec.vocabSize * (known?.bytes ?? usualBytes))
}
