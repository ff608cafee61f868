import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseModelConfig } from '../model/parse-model-config.ts'
import { loraParameters } from './lora-parameters.ts'

const llama2 = parseModelConfig({ model_type: 'llama' })
const llama32 = parseModelConfig({
  model_type: 'llama',
  hidden_size: 2048,
  intermediate_size: 8192,
  num_hidden_layers: 16,
  num_attention_heads: 32,
  num_key_value_heads: 8,
  vocab_size: 128256,
  tie_word_embeddings: true,
})
const ALL = ['q_proj', 'k_proj', 'v_proj', 'o_proj', 'gate_proj', 'up_proj', 'down_proj']

describe('loraParameters', () => {
  it('gives the numbers that trainers print', () => {
    const qv = loraParameters(llama2, { rank: 8, targets: ['q_proj', 'v_proj'] })
    expect(qv).toMatchObject({ trainable: 4_194_304, adaptedModules: 64 })
    const all = loraParameters(llama32, { rank: 32, targets: ALL })
    expect(all).toMatchObject({ trainable: 22_544_384, adaptedModules: 112 })
  })

  it('trains a full copy of a tied head that is saved', () => {
    const options = { rank: 8, targets: ['q_proj', 'v_proj'], modulesToSave: ['lm_head'] }
    expect(loraParameters(llama32, options)).toMatchObject({
      adapter: 851_968,
      modulesToSave: 128_256 * 2048,
    })
  })

  it('adds a magnitude for every output row with DoRA, and leaves A out with LoRA-FA', () => {
    const targets = ['q_proj', 'v_proj']
    const plain = loraParameters(llama32, { rank: 8, targets }).trainable
    const rows = 16 * (2048 + 512)
    expect(loraParameters(llama32, { rank: 8, targets, dora: true }).trainable).toBe(plain + rows)
    expect(loraParameters(llama32, { rank: 8, targets, frozenA: true }).trainable).toBe(8 * rows)
  })

  it('adapts tables and heads by name, but not with all-linear', () => {
    const table = loraParameters(llama2, { rank: 4, targets: ['q_proj', 'v_proj', 'embed_tokens'] })
    expect(table).toMatchObject({ trainable: 2_241_536, adaptedModules: 65 })
    expect(loraParameters(llama2, { rank: 4, targets: 'all-linear' }).adaptedModules).toBe(224)
  })

  it('follows layers, exclusions, rank patterns and regular expressions', () => {
    const layers = { rank: 16, targets: ALL, layersToTransform: [0, 1, 15] }
    expect(loraParameters(llama32, layers)).toMatchObject({
      trainable: 2_113_536,
      adaptedModules: 21,
    })
    const without = { rank: 8, targets: ['q_proj', 'v_proj'], excludeModules: ['v_proj'] }
    expect(loraParameters(llama2, without).trainable).toBe(2_097_152)
    const ranks = { rank: 8, targets: ['q_proj', 'v_proj'], rankPattern: { q_proj: 16 } }
    expect(loraParameters(llama2, ranks).trainable).toBe(2_097_152 * 3)
    const regex = { rank: 8, targets: '.*\\.[qv]_proj' }
    expect(loraParameters(llama2, regex).trainable).toBe(4_194_304)
  })

  it('refuses names that no module has, ranks that are none, and layers with one text', () => {
    expect(() => loraParameters(llama2, { rank: 8, targets: ['nonexistent'] })).toThrow(
      /nonexistent/,
    )
    expect(() => loraParameters(llama2, { rank: 0, targets: ALL })).toThrow(RangeError)
    expect(() => loraParameters(llama2, { rank: 8, targets: ['input_layernorm'] })).toThrow(/adapt/)
    expect(() => loraParameters(llama2, { rank: 8, targets: '(' })).toThrow(RangeError)
    expect(() =>
      loraParameters(llama2, { rank: 8, targets: 'all-linear', layersToTransform: 0 }),
    ).toThrow(RangeError)
  })

  it('leaves packed experts alone unless they are layers of their own', () => {
    const mixtral = parseModelConfig({ model_type: 'mixtral' })
    const targets = ['q_proj', 'gate_proj']
    const packed = loraParameters(mixtral, { rank: 8, targets })
    const separate = loraParameters(mixtral, { rank: 8, targets, experts: 'separate' })
    expect(packed.adaptedModules).toBe(32)
    expect(separate.adaptedModules).toBe(32 + 32 * 8)
  })

  it('grows in proportion to the rank', () => {
    const one = loraParameters(llama32, { rank: 1, targets: ALL }).trainable
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 512 }), (rank) => {
        expect(loraParameters(llama32, { rank, targets: ALL }).trainable).toBe(rank * one)
      }),
      { numRuns: 20 },
    )
  })
})
