import type { ModelSpec } from '../model/spec.ts'

/** A vocabulary that GGUF files share, known by its size or, where sizes clash, by its families. */
export interface GgufVocabulary {
  readonly id: string
  /** Smallest and largest number of tokens, both inclusive. */
  readonly tokens: readonly [number, number]
  /** Families that have it whatever its size; they go before every match by size. */
  readonly families?: readonly string[]
  /** Byte-pair: the header holds a list of merges, or ranks that stand for it, beside the tokens. */
  readonly bytePair: boolean
}

/** Every vocabulary that the published files hold. What one token takes is fitted, not kept here. */
export const ggufVocabularies = [
  // Nemotron is held to be like Cohere; no file of it is among those fitted.
  {
    id: 'cohere',
    tokens: [256000, 256000],
    families: ['cohere', 'cohere2', 'nemotron'],
    bytePair: true,
  },
  { id: 'wordpiece', tokens: [30000, 30999], bytePair: false },
  { id: 'llama-2', tokens: [32000, 32768], bytePair: false }, // also Mistral and Phi-3
  { id: 'starcoder', tokens: [49152, 49160], bytePair: true }, // also SmolLM 2 and Granite 3
  { id: 'gpt-2', tokens: [50000, 51000], bytePair: true }, // also NeoX and OLMoE
  { id: 'falcon', tokens: [65000, 65100], bytePair: true },
  { id: 'cl100k', tokens: [100000, 101000], bytePair: true }, // Phi-4, OLMo 2, StableLM 2
  { id: 'deepseek-v2', tokens: [102400, 102400], bytePair: true },
  { id: 'llama-3', tokens: [128000, 128256], bytePair: true }, // its merges are twice as many
  { id: 'qwen', tokens: [151000, 152064], bytePair: true },
  { id: 'kimi', tokens: [163840, 163840], bytePair: true },
  { id: 'phi-4-mini', tokens: [200000, 200100], bytePair: true },
  { id: 'gpt-oss', tokens: [201088, 201088], bytePair: true },
  { id: 'gemma-2', tokens: [256000, 256000], bytePair: false }, // also Gemma 1
  { id: 'gemma-3', tokens: [262144, 262208], bytePair: false },
] as const satisfies readonly GgufVocabulary[]

export type GgufVocabularyId = (typeof ggufVocabularies)[number]['id']

/**
 * The vocabulary of a model by its family, else by its size; null for one that no file tells of.
 *
 * @example ggufVocabulary({ vocabSize: 128256, family: 'llama' }) // 'llama-3'
 */
export function ggufVocabulary(
  spec: Pick<ModelSpec, 'vocabSize' | 'family'>,
): GgufVocabularyId | null {
  const { vocabSize, family } = spec
  const rows: readonly (GgufVocabulary & { readonly id: GgufVocabularyId })[] = ggufVocabularies
  const found =
    rows.find(({ families }) => families?.includes(family)) ??
    rows.find(
      ({ tokens, families }) =>
        families === undefined && vocabSize >= tokens[0] && vocabSize <= tokens[1],
    )
  return found?.id ?? null
}
