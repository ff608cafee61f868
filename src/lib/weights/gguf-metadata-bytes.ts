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
  { from: 30000, to: 30999, bytes: 24.6 }, // WordPiece
  { from: 32000, to: 32768, bytes: 23.1 }, // SentencePiece of Llama 2, Mistral, Phi-3
  { from: 49152, to: 49160, bytes: 36 }, // StarCoder, SmolLM, Granite 3
  { from: 50000, to: 51000, bytes: 35.4 }, // GPT-2, NeoX, OLMoE
  { from: 65000, to: 65100, bytes: 35.7 }, // Falcon
  { from: 100000, to: 101000, bytes: 35.5 }, // cl100k: Phi-4, OLMo 2, StableLM 2
  { from: 102400, to: 102400, bytes: 39 }, // DeepSeek V2
  { from: 128000, to: 128256, bytes: 61.1 }, // Llama 3, whose list of merges is twice as long
  { from: 151000, to: 152064, bytes: 39.2 }, // Qwen
  { from: 163840, to: 163840, bytes: 42.3 }, // Kimi
  { from: 200000, to: 200100, bytes: 41.2 }, // Phi-4-mini
  { from: 201088, to: 201088, bytes: 64.7 }, // gpt-oss
  { from: 256000, to: 256000, bytes: 23.6 }, // Gemma 1 and 2
  { from: 262144, to: 262208, bytes: 24.6 }, // Gemma 3
]

/** For vocabularies that the list lacks: a byte-pair vocabulary with its merges. */
const usualBytes = 38

/** Families of 256,000 tokens whose vocabulary is byte-pair, not Gemma's. */
const bytePair: ReadonlySet<string> = new Set(['cohere', 'cohere2', 'nemotron'])
const bytePairBytes = 42.6

/**
 * Estimate of a GGUF file's bytes beside its tensors: the vocabulary with its scores, types and
 * merges, which is nearly all of the header: tokens x bytes a token.
 *
 * Fitted on the sizes of published files (`gguf-published-files`). Bytes.
 *
 * @example ggufMetadataBytes(llama31) // about 7.8 million
 */
export function ggufMetadataBytes(spec: Pick<ModelSpec, 'vocabSize' | 'family'>): number {
  const { vocabSize, family } = spec
  const known = bytesPerToken.find(({ from, to }) => vocabSize >= from && vocabSize <= to)
  const bytes = bytePair.has(family) ? bytePairBytes : (known?.bytes ?? usualBytes)
  return Math.round(vocabSize * bytes)
}
