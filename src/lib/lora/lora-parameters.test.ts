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

  it('adapts routers with the experts, by name or with all-linear: Qwen3-30B-A3B', () => {
    const qwen3moe = parseModelConfig({
      model_type: 'qwen3_moe',
      hidden_size: 2048,
      num_hidden_layers: 48,
      num_attention_heads: 32,
      num_key_value_heads: 4,
      head_dim: 128,
      vocab_size: 151936,
      num_experts: 128,
      num_experts_per_tok: 8,
      moe_intermediate_size: 768,
    })
    const count = (targets: readonly string[] | string, experts?: 'separate') =>
      loraParameters(qwen3moe, { rank: 4, targets, ...(experts ? { experts } : {}) }).trainable
    // LLaMA-Factory's log of r = 4 on all seven matrices and the gate, with transformers 4.
    expect(count([...ALL, 'gate'], 'separate')).toBe(211_378_176)
    expect(count('all-linear', 'separate')).toBe(211_378_176)
    expect(count('all-linear')).toBe(4 * 835_584)
    expect(() => count([...ALL, 'gate'])).toThrow(/gate/)
  })

  it('counts other methods by their own rules', () => {
    // PEFT's comparison on Llama-3.2-3B: VeRA 129,024; here q and v of Llama-3.2-1B.
    const count = (method: 'vera' | 'loha' | 'adalora' | 'mica' | 'ia3' | 'bd-lora') =>
      loraParameters(llama32, { rank: 8, targets: ['q_proj', 'v_proj'], method }).trainable
    const lora = 8 * 16 * (2048 + 2048 + 2048 + 512)
    expect(count('vera')).toBe(16 * (2048 + 512 + 2 * 8))
    expect(count('loha')).toBe(2 * lora)
    expect(count('adalora')).toBe(lora + 16 * 2 * 8)
    expect(count('mica')).toBe(8 * 16 * 2 * 2048)
    expect(count('ia3')).toBe(16 * (2048 + 512))
    expect(count('bd-lora')).toBe(8 * 16 * (2 * 2048 + (2048 + 512) / 2))
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
