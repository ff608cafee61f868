/** Architectures of GGUF files whose name in Hugging Face's config.json differs. */
const families: Readonly<Record<string, string>> = {
  qwen2moe: 'qwen2_moe',
  qwen3moe: 'qwen3_moe',
  qwen3next: 'qwen3_next',
  gptneox: 'gpt_neox',
  'gpt-oss': 'gpt_oss',
  phi2: 'phi',
  granitemoe: 'granitemoe',
  granitehybrid: 'granitemoehybrid',
  'command-r': 'cohere',
  'modern-bert': 'modernbert',
  'nomic-bert': 'nomic_bert',
  glm4moe: 'glm4_moe',
  llama4: 'llama4',
}

/** Architectures of encoders, which make embeddings and cache nothing. */
const encoders: ReadonlySet<string> = new Set([
  'bert',
  'modern-bert',
  'nomic-bert',
  'nomic-bert-moe',
  'jina-bert-v2',
  'jina-bert-v3',
  'neo-bert',
  'eurobert',
])

/**
 * Name that a config.json gives to an architecture of GGUF files.
 *
 * @example ggufFamily('qwen3moe', { experts: 128, selectionBias: false }) // 'qwen3_moe'
 */
export function ggufFamily(
  architecture: string,
  model: { readonly experts: number; readonly selectionBias: boolean },
): string {
  if (architecture === 'llama' && model.experts > 0) return 'mixtral'
  if (architecture === 'deepseek2') return model.selectionBias ? 'deepseek_v3' : 'deepseek_v2'
  return Object.hasOwn(families, architecture)
    ? (families[architecture] ?? architecture)
    : architecture
}

/**
 * Tells whether an architecture of GGUF files is an encoder.
 *
 * @example isGgufEncoder('bert') // true
 */
export function isGgufEncoder(architecture: string): boolean {
  return encoders.has(architecture)
}
