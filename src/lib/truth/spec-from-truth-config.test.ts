import { describe, expect, it } from 'vitest'
import { countParameters } from '../model/count-parameters.ts'
import { evaluateTruthRow } from './evaluate-truth-row.ts'
import { specFromTruthConfig } from './spec-from-truth-config.ts'

const kinds = (config: Readonly<Record<string, unknown>>) =>
  specFromTruthConfig(config).layers.map(({ attention }) => attention.kind)

describe('specFromTruthConfig', () => {
  it('lets every n-th layer of the row see all tokens', () => {
    const shared = { num_hidden_layers: 6, num_key_value_heads: 2, head_dim: 8, sliding_window: 16 }
    expect(kinds({ ...shared, full_attention_every: 3 })).toEqual([
      'sliding',
      'sliding',
      'full',
      'sliding',
      'sliding',
      'full',
    ])
    expect(kinds({ ...shared, arch: 'llama' })).toEqual(Array.from({ length: 6 }, () => 'sliding'))
    for (const arch of ['cohere2', 'command-r']) {
      const windows = kinds({ ...shared, arch, num_hidden_layers: 32 })
      expect(windows.filter((kind) => kind === 'full')).toHaveLength(8)
    }
    expect(kinds({ ...shared, arch: 'gemma2' }).filter((kind) => kind === 'full')).toHaveLength(3)
  })

  it('spreads as many attention layers over a hybrid as the row says', () => {
    const shared = { num_hidden_layers: 40, num_key_value_heads: 2, head_dim: 8 }
    const full = (config: object) =>
      kinds({ ...shared, ...config }).filter((kind) => kind === 'full')
    expect(full({ full_attention_layers: 9 })).toHaveLength(9)
    expect(full({ recurrent_layers: 30 })).toHaveLength(10)
    expect(full({ full_attention_interval: 4 })).toHaveLength(10)
  })

  it('gives the state of a recurrent layer from its ssm fields', () => {
    const spec = specFromTruthConfig({
      num_hidden_layers: 4,
      full_attention_interval: 4,
      num_key_value_heads: 4,
      head_dim: 256,
      ssm_conv_kernel: 4,
      ssm_inner_size: 6144,
      ssm_group_count: 16,
      ssm_state_size: 128,
    })
    expect(spec.layers[0]?.attention).toMatchObject({
      kind: 'recurrent',
      convChannels: 6144 + 2 * 16 * 128,
      stateElements: 6144 * 128,
    })
  })

  it('reads a mixture by its base architecture with or without "moe" in the name', () => {
    const config = {
      hidden_size: 2048,
      num_hidden_layers: 48,
      num_attention_heads: 32,
      num_key_value_heads: 4,
      head_dim: 128,
      intermediate_size: 0,
      vocab_size: 151936,
      tie_word_embeddings: false,
      num_experts: 128,
      num_experts_per_tok: 8,
      moe_intermediate_size: 768,
      n_shared_experts: 0,
      first_k_dense_replace: 0,
    }
    for (const arch of ['qwen3moe', 'qwen3']) {
      const spec = specFromTruthConfig({ ...config, arch, qk_norm: true })
      expect(countParameters(spec).total).toBe(30_532_122_624)
      expect(spec.missing).toEqual([])
    }
  })

  it('lets the row outrank the habit of the architecture', () => {
    const gpt2 = {
      arch: 'gpt2',
      hidden_size: 768,
      num_hidden_layers: 12,
      num_attention_heads: 12,
      intermediate_size: 3072,
      vocab_size: 50257,
      max_position_embeddings: 1024,
    }
    const count = (more: object) => countParameters(specFromTruthConfig({ ...gpt2, ...more })).total
    expect(count({ tie_word_embeddings: true })).toBe(124_439_808)
    expect(count({ tie_word_embeddings: true, attention_bias_qkv: false })).toBe(124_412_160)
    expect(count({ tie_word_embeddings: false, attention_bias_qkv: false })).toBe(163_009_536)
  })

  it('reads architectures by the names of llama.cpp and of Hugging Face alike', () => {
    const phi = {
      hidden_size: 4096,
      num_hidden_layers: 32,
      num_attention_heads: 32,
      num_key_value_heads: 8,
      intermediate_size: 6400,
      vocab_size: 32064,
      tie_word_embeddings: false,
      num_experts: 16,
      num_experts_per_tok: 2,
    }
    for (const arch of ['phimoe', 'phi3moe', 'PhiMoE']) {
      expect(countParameters(specFromTruthConfig({ ...phi, arch })).total).toBe(41_873_153_344)
    }
    const chatglm = {
      arch: 'chatglm',
      hidden_size: 4096,
      num_hidden_layers: 28,
      num_attention_heads: 32,
      num_key_value_heads: 2,
      head_dim: 128,
      intermediate_size: 13696,
      vocab_size: 65024,
    }
    expect(countParameters(specFromTruthConfig(chatglm)).total).toBe(6_243_584_000)
    const named = { 'command-r': 'cohere', internlm2: 'internlm2', granitemoe: 'granite' }
    for (const [arch, family] of Object.entries(named)) {
      expect(specFromTruthConfig({ ...phi, num_experts: 0, arch })).toMatchObject({ family })
    }
  })

  it('says when an architecture is unknown, of which only the cache is certain', () => {
    const config = {
      arch: 'bloom',
      hidden_size: 4096,
      num_hidden_layers: 30,
      num_attention_heads: 32,
      intermediate_size: 16384,
      vocab_size: 250880,
    }
    const ask = (kind: string, unit: string) =>
      evaluateTruthRow({ kind, config, input: { n_ctx: 2048 }, expected: { unit } })
    expect(ask('params', 'parameters')).toEqual({
      notComputed: 'the library does not know the architecture "bloom"',
    })
    expect(ask('kv-cache', 'MiB')).toEqual({ value: 960 })
    expect(specFromTruthConfig({ ...config, arch: 'deepseek' }).family).toBe('llama')
    expect(specFromTruthConfig({ ...config, arch: '' }).unknown).toBeNull()
  })

  it('names what a row left out, and refuses a row without layers', () => {
    const partial = { num_hidden_layers: 40, num_key_value_heads: 8, head_dim: 128 }
    expect(specFromTruthConfig(partial).missing).toEqual([
      'hidden_size',
      'vocab_size',
      'num_attention_heads',
      'intermediate_size',
    ])
    expect(() => specFromTruthConfig({ params_B: 7 })).toThrow(/num_hidden_layers/)
  })
})
