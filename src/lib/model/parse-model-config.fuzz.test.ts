import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ConfigError } from './config-error.ts'
import { countParameters } from './count-parameters.ts'
import { FAMILIES } from './families/families.ts'
import { parseModelConfig } from './parse-model-config.ts'

/** Fields that the readers look at, and more that mean something elsewhere. */
const FIELDS = [
  'hidden_size',
  'num_hidden_layers',
  'num_attention_heads',
  'num_key_value_heads',
  'head_dim',
  'intermediate_size',
  'vocab_size',
  'max_position_embeddings',
  'tie_word_embeddings',
  'sliding_window',
  'use_sliding_window',
  'max_window_layers',
  'layer_types',
  'attention_bias',
  'mlp_bias',
  'num_experts',
  'num_local_experts',
  'n_routed_experts',
  'num_experts_per_tok',
  'moe_intermediate_size',
  'n_shared_experts',
  'shared_expert_intermediate_size',
  'first_k_dense_replace',
  'decoder_sparse_step',
  'mlp_only_layers',
  'q_lora_rank',
  'kv_lora_rank',
  'qk_rope_head_dim',
  'qk_nope_head_dim',
  'v_head_dim',
  'n_embd',
  'n_layer',
  'n_head',
  'n_inner',
  'expand',
  'state_size',
  'mamba_expand',
  'mamba_d_head',
  'mamba_dt_rank',
  'time_step_rank',
  'word_embed_proj_dim',
  'ffn_dim',
  'no_rope_layers',
  'moe_layers',
  'mlp_layer_types',
  'architectures',
  'text_config',
  'id2label',
  'quantization_config',
  'torch_dtype',
  'multi_query_group_num',
  'kv_channels',
  'num_kv_heads',
  'sliding_window_pattern',
]

const value = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 512 }) },
  { weight: 1, arbitrary: fc.integer({ min: -2, max: 100_000 }) },
  { weight: 1, arbitrary: fc.boolean() },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 2 }) },
  { weight: 1, arbitrary: fc.constantFrom(null, 1e12, 1e308, -0, 'auto', '32', [], {}, ['mamba']) },
)

const types = FAMILIES.flatMap((family) => family.types)

const config = fc.record({
  model_type: fc.constantFrom(...types, 'unknown', '__proto__', 'constructor'),
  fields: fc.dictionary(fc.constantFrom(...FIELDS), value),
})

function staysInItsContract(json: unknown): void {
  const start = performance.now()
  try {
    const count = countParameters(parseModelConfig(json))
    for (const part of Object.values(count) as readonly number[]) {
      expect(Number.isSafeInteger(part)).toBe(true)
      expect(part).toBeGreaterThanOrEqual(0)
    }
    expect(count.total).toBeGreaterThan(0)
    expect(count.active).toBeLessThanOrEqual(count.total)
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    expect(error.message).toMatch(/^[A-Z0-9a-z_].*[.]$/s)
    expect(error.message.length).toBeLessThan(400)
  }
  expect(performance.now() - start).toBeLessThan(20_000)
}

describe('parseModelConfig', () => {
  it('gives a countable model or a ConfigError for any JSON', () => {
    fc.assert(fc.property(fc.jsonValue(), staysInItsContract), { numRuns: 500 })
  })

  it('does so for fields of real configurations with any values in them', () => {
    fc.assert(
      fc.property(config, ({ model_type, fields }) =>
        staysInItsContract({ ...fields, model_type }),
      ),
      { numRuns: 3000 },
    )
  })

  it('accepts the bare name of every family, by its defaults', () => {
    for (const model_type of types) {
      const spec = parseModelConfig({ model_type })
      expect(countParameters(spec).total, model_type).toBeGreaterThan(1e6)
    }
  })

  it('reads the largest number of layers without growing beyond reason', () => {
    const start = performance.now()
    const spec = parseModelConfig({ model_type: 'deepseek_v3', num_hidden_layers: 2000 })
    expect(countParameters(spec).total).toBeGreaterThan(1e13)
    expect(performance.now() - start).toBeLessThan(10_000)
  })
})
