import { expect, test } from 'vitest'
import { evaluateTruthRow } from './evaluate-truth-row.ts'
import { mlaFormOf } from './mla-form-of.ts'

test('the words and options of logs name the three forms of a latent cache', () => {
  const said = {
    expanded: ['off', 'MHA, not absorbed', 'un-absorbed', 'no latent', 'MHA: K and V', 'mla=0', 0],
    'latent-kv': ['absorbed + V cache', 'absorbed + kv^T', 'latent, K and V', 'mla=1', 1],
    latent: ['absorbed', 'absorbed: no V cache', 'c^KV; kv^T: not used', 'latent', '-mla 2', 3],
  }
  for (const [form, texts] of Object.entries(said)) {
    for (const text of texts) expect(mlaFormOf(text), String(text)).toBe(form)
  }
  expect(mlaFormOf(undefined)).toBeUndefined()
})

const cacheOf = (heads: number, input: Record<string, unknown>) =>
  evaluateTruthRow({
    kind: 'kv-cache',
    config: {
      arch: 'deepseek2',
      hidden_size: 7168,
      num_hidden_layers: 61,
      num_attention_heads: heads,
      kv_lora_rank: 512,
      qk_nope_head_dim: 128,
      qk_rope_head_dim: 64,
      v_head_dim: 128,
    },
    input: { engine: 'llama.cpp', type_k: 'f16', ...input },
    expected: { unit: 'MiB' },
  })

// ik_llama.cpp's logs: "KV self size = 1220.00 MiB, K: 732.00 MiB, V: 488.00 MiB" and
// "c^KV (f16): 1098.00 MiB, kv^T (f16): 976.00 MiB".
test('Kimi-K2 and DeepSeek-V3 cache what ik_llama.cpp prints', () => {
  expect(cacheOf(64, { n_ctx: 512, mla: 'MHA, not absorbed' })).toEqual({ value: 1220 })
  const transposed = 'absorbed, with V: c^KV plus transposed kv^T'
  expect(cacheOf(128, { n_ctx: 16384, mla: transposed })).toEqual({ value: 2074 })
  expect(cacheOf(128, { n_ctx: 163840, mla: 'absorbed + V cache' })).toEqual({ value: 20740 })
})

test('Mistral-7B-v0.1 as a llama caches all of 32768 tokens in llama.cpp: 4096 MiB', () => {
  const answer = evaluateTruthRow({
    kind: 'kv-cache',
    config: {
      arch: 'llama',
      hidden_size: 4096,
      num_hidden_layers: 32,
      num_attention_heads: 32,
      num_key_value_heads: 8,
      head_dim: 128,
      sliding_window: 4096,
    },
    input: { engine: 'llama.cpp', n_ctx: 32768, type_k: 'f16' },
    expected: { unit: 'MiB' },
  })
  expect(answer).toEqual({ value: 4096 })
})
