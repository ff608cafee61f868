import { FAMILIES } from '../model/families/families.ts'

type Fields = Readonly<Record<string, unknown>>

/** `model_type` for each `arch` of the truth table; the second is for configurations with experts. */
const TYPES: Readonly<Record<string, readonly [plain: string, mixture: string]>> = {
  llama: ['llama', 'mixtral'],
  mistral: ['mistral', 'mixtral'],
  mixtral: ['mixtral', 'mixtral'],
  qwen: ['qwen', 'qwen2_moe'],
  qwen2: ['qwen2', 'qwen2_moe'],
  qwen3: ['qwen3', 'qwen3_moe'],
  qwen3next: ['qwen3_next', 'qwen3_next'],
  gemma: ['gemma', 'gemma'],
  gemma2: ['gemma2', 'gemma2'],
  gemma3: ['gemma3_text', 'gemma3_text'],
  phi2: ['phi', 'phi'],
  phi3: ['phi3', 'phi3'],
  gpt2: ['gpt2', 'gpt2'],
  gptneox: ['gpt_neox', 'gpt_neox'],
  opt: ['opt', 'opt'],
  bert: ['bert', 'bert'],
  nomicbert: ['nomic_bert', 'nomic_bert'],
  xlmroberta: ['xlm-roberta', 'xlm-roberta'],
  modernbert: ['modernbert', 'modernbert'],
  deepseek2: ['deepseek_v2', 'deepseek_v2'],
  deepseek3: ['deepseek_v3', 'deepseek_v3'],
  olmo2: ['olmo2', 'olmo2'],
  olmoe: ['olmoe', 'olmoe'],
  gptoss: ['gpt_oss', 'gpt_oss'],
  granite: ['granite', 'granitemoe'],
  glm4: ['glm4', 'glm4_moe'],
  falcon: ['falcon', 'falcon'],
  stablelm: ['stablelm', 'stablelm'],
  commandr: ['cohere', 'cohere'],
  smollm3: ['smollm3', 'smollm3'],
  phimoe: ['phimoe', 'phimoe'],
  phi3moe: ['phimoe', 'phimoe'],
  qwen15: ['qwen2', 'qwen2_moe'],
  qwen25: ['qwen2', 'qwen2_moe'],
  phi35: ['phi3', 'phimoe'],
  phi4: ['phi3', 'phi3'],
  pythia: ['gpt_neox', 'gpt_neox'],
  baichuan2: ['baichuan', 'baichuan'],
  chatglm3: ['chatglm', 'chatglm'],
}

/** Llamas under names of their own. */
const LLAMAS = /^(llama(2|3|31|32|33)|vicuna|tinyllama|smollm2?|falcon3|exaone|minicpm|ernie45)$/

const plain = (name: string): string => name.toLowerCase().replace(/[-_.\s]/g, '')

/** The families' own names, without marks between the words. */
const FAMILY_TYPES: ReadonlyMap<string, string> = new Map(
  FAMILIES.flatMap(({ types }) => types.map((type) => [plain(type), type] as const)),
)

/** Number of routed experts from which a latent-attention model is of the third generation. */
const THIRD_GENERATION_EXPERTS = 256

/**
 * The `model_type` that a row's `arch` (or its `model_type`) means, by llama.cpp's name or Hugging
 * Face's, and whether a family of the library answers to it. No name at all means a Llama.
 *
 * @example modelTypeOf({ arch: 'qwen3moe' }, 128) //=> { modelType: 'qwen3_moe', known: true }
 */
export function modelTypeOf(
  config: Fields,
  experts: number,
): { readonly modelType: string; readonly known: boolean } {
  const named = [config['arch'], config['model_type']].find(
    (name): name is string => typeof name === 'string' && name.trim() !== '',
  )
  const stated = named ?? 'llama'
  const arch = plain(stated)
  // DeepSeek's first dense models are Llamas; what came after has a latent.
  if (arch === 'deepseek') {
    const latent = count(config, 'kv_lora_rank') !== null
    if (latent) return { modelType: thirdGeneration('deepseek_v2', experts), known: true }
    return { modelType: experts === 0 ? 'llama' : stated, known: experts === 0 }
  }
  if (LLAMAS.test(arch)) return { modelType: experts > 0 ? 'mixtral' : 'llama', known: true }
  const types = listed(arch) ?? listed(arch.replace(/moe$/, ''))
  const type = types === undefined ? FAMILY_TYPES.get(arch) : types[experts > 0 ? 1 : 0]
  if (type === undefined) return { modelType: stated, known: false }
  // Command-R with windows is the second generation, which llama.cpp's name does not always say.
  const windowed = type === 'cohere' && count(config, 'sliding_window') !== null
  if (windowed) return { modelType: 'cohere2', known: true }
  return { modelType: thirdGeneration(type, experts), known: true }
}

const listed = (arch: string) => (Object.hasOwn(TYPES, arch) ? TYPES[arch] : undefined)

function thirdGeneration(type: string, experts: number): string {
  return type === 'deepseek_v2' && experts >= THIRD_GENERATION_EXPERTS ? 'deepseek_v3' : type
}

/** A positive number of the row; null when it is absent or 0. */
function count(config: Fields, name: string): number | null {
  const value = config[name]
  return typeof value === 'number' && value > 0 ? value : null
}
