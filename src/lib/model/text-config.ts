import { isFields } from './refuse-other-files.ts'

type Fields = Readonly<Record<string, unknown>>

/** Where models that also see or hear keep the configuration of their language model. */
const NESTS = ['text_config', 'llm_config', 'language_config', 'thinker_config']

/** `model_type` of a nested text part that leaves it out, by that of the whole model. */
const DEFAULT_TEXT_TYPE: Readonly<Record<string, string>> = {
  mistral3: 'mistral',
  gemma3: 'gemma3_text',
  llama4: 'llama4_text',
  qwen2_vl: 'qwen2_vl_text',
  qwen2_5_vl: 'qwen2_5_vl_text',
  qwen3_vl: 'qwen3_vl_text',
  qwen3_vl_moe: 'qwen3_vl_moe_text',
  llava: 'llama',
  llava_next: 'llama',
  llava_onevision: 'qwen2',
  kimi_k25: 'deepseek_v3',
  internvl: 'qwen2',
  idefics3: 'llama',
  smolvlm: 'llama',
  paligemma: 'gemma',
}

/**
 * Picks the language model out of a configuration: the nested part where there is one, with the
 * outer file's `tie_word_embeddings`, `torch_dtype` and `architectures` where it has none itself.
 *
 * @example textConfig({ model_type: 'gemma3', text_config: { hidden_size: 2560 } }).fields
 *   //=> { model_type: 'gemma3_text', hidden_size: 2560 }
 */
export function textConfig(outer: Fields): { readonly fields: Fields; readonly nested: boolean } {
  const nest = NESTS.map((name) => outer[name]).find(isFields)
  if (nest === undefined) return { fields: outer, nested: false }
  const outerType = typeof outer['model_type'] === 'string' ? outer['model_type'] : ''
  const assumed = Object.hasOwn(DEFAULT_TEXT_TYPE, outerType) ? DEFAULT_TEXT_TYPE[outerType] : null
  const inherited = ['torch_dtype', 'dtype', 'quantization_config']
    .filter((name) => Object.hasOwn(outer, name))
    .map((name): readonly [string, unknown] => [name, outer[name]])
  const fields = {
    ...Object.fromEntries(inherited),
    model_type: assumed ?? outerType,
    ...withoutNull(nest, 'model_type'),
    ...tied(outer, nest),
    architectures: null,
  }
  if (!NESTS.some((name) => isFields(nest[name]))) return { fields, nested: true }
  return { fields: textConfig(fields).fields, nested: true }
}

/** Files of different age state it outside or inside; true in either place means tied. */
function tied(outer: Fields, nest: Fields): Fields {
  const name = 'tie_word_embeddings'
  const stated = [nest[name], outer[name]].filter((value) => value !== undefined && value !== null)
  return stated.length === 0 ? {} : { [name]: stated.includes(true) ? true : stated[0] }
}

function withoutNull(fields: Fields, name: string): Fields {
  return Object.fromEntries(
    Object.entries(fields).filter(([key, value]) => key !== name || value !== null),
  )
}
