import type { OllamaFacts } from './ollama-facts.ts'

/** The facts of a known model that `ollama show` can be compared with. */
export interface KnownModel {
  readonly id: string
  /** Canonical `model_type`, such as 'llama' or 'qwen2'. */
  readonly family: string
  readonly parameters: number
  readonly hiddenSize: number
  readonly maxPositions: number | null
}

export interface ModelMatch<T extends KnownModel> {
  /** The one model that the facts mean, or null when none or several fit equally. */
  readonly best: T | null
  /** All that fit, best first. */
  readonly candidates: readonly T[]
}

/** GGUF architectures whose `model_type` has another name. */
const families: Readonly<Record<string, readonly string[]>> = {
  llama: ['llama', 'mistral', 'mixtral', 'smollm3', 'internlm2', 'baichuan'],
  qwen2: ['qwen2'],
  qwen3moe: ['qwen3_moe'],
  qwen2moe: ['qwen2_moe'],
  qwen3next: ['qwen3_next'],
  gemma3: ['gemma3', 'gemma3_text'],
  phi2: ['phi'],
  phi3: ['phi3'],
  deepseek2: ['deepseek_v2', 'deepseek_v3'],
  gptoss: ['gpt_oss'],
  gptneox: ['gpt_neox'],
  mistral3: ['mistral', 'mistral3'],
  bert: ['bert', 'xlm-roberta', 'xlm_roberta'],
  nomicbert: ['nomic_bert'],
  commandr: ['cohere'],
  granitemoe: ['granitemoe'],
  granitehybrid: ['granitemoehybrid'],
}

/**
 * Finds the models that facts from `ollama show` may mean: the architecture agrees, the embedding
 * length is equal, and the parameters agree to the digits printed (within 3 %, since converters
 * count small tensors differently). Among several, the one with the same context length comes
 * first; `best` is null where the facts do not decide.
 *
 * @example matchModel({ architecture: 'llama', parameters: 8e9, embeddingLength: 4096, … }, models).best?.id
 *   //=> 'llama-3.1-8b'
 */
export function matchModel<T extends KnownModel>(
  facts: Pick<
    OllamaFacts,
    'architecture' | 'parameters' | 'parametersWithin' | 'contextLength' | 'embeddingLength'
  >,
  models: readonly T[],
): ModelMatch<T> {
  const ranked = models
    .map((model) => ({ model, score: modelScore(facts, model) }))
    .filter((entry) => entry.score !== null)
    .sort((one, other) => (other.score ?? 0) - (one.score ?? 0))
  const [first, second] = ranked
  const decided = first !== undefined && first.score !== second?.score
  return { best: decided ? first.model : null, candidates: ranked.map((entry) => entry.model) }
}

function modelScore(facts: Parameters<typeof matchModel>[0], model: KnownModel): number | null {
  const { architecture, parameters, parametersWithin, contextLength, embeddingLength } = facts
  if (parameters === null && embeddingLength === null) return null
  if (embeddingLength !== null && embeddingLength !== model.hiddenSize) return null
  if (architecture !== null && !sameFamily(architecture, model.family)) return null
  if (parameters !== null) {
    const allowed = (parametersWithin ?? 0) + 0.03 * parameters
    if (Math.abs(model.parameters - parameters) > allowed) return null
  }
  return contextLength !== null && contextLength === model.maxPositions ? 2 : 1
}

function sameFamily(architecture: string, family: string): boolean {
  const plain = (text: string) => text.toLowerCase().replace(/[-_.]/g, '')
  const known = families[plain(architecture)] ?? [architecture]
  return known.some((name) => plain(name) === plain(family))
}
