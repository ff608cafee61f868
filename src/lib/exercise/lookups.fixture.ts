import type { ModelSpec } from '../model/spec.ts'
import { parseModelConfig } from '../model/parse-model-config.ts'
import type { Lookups } from './lookups.ts'

const llama = (heads: number) => ({
  model_type: 'llama',
  hidden_size: 4096,
  intermediate_size: 11008,
  num_hidden_layers: 32,
  num_attention_heads: 32,
  num_key_value_heads: heads,
  vocab_size: 32000,
  max_position_embeddings: 4096,
})

const specs: Readonly<Record<string, ModelSpec>> = {
  'llama-2-7b': parseModelConfig(llama(32), { id: 'llama-2-7b' }),
  'llama-8-heads': parseModelConfig(llama(8), { id: 'llama-8-heads' }),
}

/** Two models in the shape of Llama-2-7B, with 32 and with 8 key and value heads, for tests. */
export const testLookups: Lookups = {
  models: (id) => {
    const spec = Object.hasOwn(specs, id) ? specs[id] : undefined
    if (spec === undefined) throw new RangeError(`no model "${id}"`)
    return spec
  },
}
