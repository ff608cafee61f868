import { ConfigError } from '../config-error.ts'
import type { ConfigReader } from '../config-reader.ts'
import type { FamilySpec } from './family.ts'
import { readWindow } from './layer-kinds.ts'
import { readLlamaLike } from './llama.ts'

const NEEDED = [
  'hidden_size',
  'num_hidden_layers',
  'num_attention_heads',
  'intermediate_size',
  'vocab_size',
]

/** Fields that say a model is more than a Llama; it is refused rather than counted wrongly. */
const BEYOND_LLAMA = [
  'num_experts',
  'num_local_experts',
  'n_routed_experts',
  'moe_num_experts',
  'kv_lora_rank',
  'is_encoder_decoder',
  'num_decoder_layers',
  'state_size',
]

/**
 * A `model_type` that no family answers to: read as a Llama when it states what a Llama states,
 * with a visible warning, and refused otherwise.
 *
 * @throws {ConfigError} naming the first field that is missing, or that is beyond a Llama
 */
export function readUnknown(reader: ConfigReader): FamilySpec {
  const type = reader.modelType
  const called =
    type === '' ? 'The file names no model_type' : `The model_type "${shown(type)}" is not known`
  const missing = NEEDED.find((name) => reader.value(name) === null)
  if (missing !== undefined) {
    throw new ConfigError(
      `${called}, and ${missing} is missing, so its weights cannot be listed. Paste the config.json of a language model, or add ${NEEDED.join(', ')}.`,
      missing,
    )
  }
  const beyond = BEYOND_LLAMA.find((name) => Boolean(reader.value(name)))
  if (beyond !== undefined) {
    throw new ConfigError(
      `${called}, and ${beyond} says that it is built differently from a Llama, so a count would be wrong.`,
      beyond,
    )
  }
  reader.warn(
    `${called}; it was read as a Llama, which may be wrong by biases, norms or extra matrices.`,
  )
  const switchedOff = !reader.flag('use_sliding_window', true)
  return readLlamaLike(reader, {
    defaults: {
      vocab: 1,
      hidden: 1,
      layers: 1,
      heads: 1,
      kvHeads: null,
      headDim: null,
      positions: null,
      tied: false,
    },
    intermediate: 1,
    window: switchedOff ? null : readWindow(reader, null),
  })
}

function shown(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}
