import { describe, expect, test } from 'vitest'
import { prefillActivationFormula } from '../memory/prefill-activation.formula.ts'
import { evaluateTruthRow } from './evaluate-truth-row.ts'
import { isPeak } from './prefill-peak.ts'

const qwen25 = (
  hidden: number,
  wide: number,
  layers: number,
  heads: readonly [number, number],
) => ({
  arch: 'qwen2',
  hidden_size: hidden,
  intermediate_size: wide,
  num_hidden_layers: layers,
  num_attention_heads: heads[0],
  num_key_value_heads: heads[1],
  vocab_size: wide < 10_000 ? 151936 : 152064,
  tie_word_embeddings: wide < 10_000,
})
const half = qwen25(896, 4864, 24, [14, 2])
const seven = qwen25(3584, 18944, 28, [28, 4])
const thirtyTwo = qwen25(5120, 27648, 64, [40, 8])

const memory = (config: object, input: object, unit = 'GiB (doc prints GB)') => {
  const question = { config: { ...config }, input: { generated: 2048, ...input } }
  const row = { kind: 'inference-memory', ...question, expected: { unit } }
  const answer = evaluateTruthRow(row)
  if ('value' in answer) return answer.value
  throw new Error(answer.notComputed)
}

// Qwen2.5's speed table: how the peaks at 30,720 and 14,336 tokens differ, less the cache.
test.each([
  ['0.5B', 896, 4864, 37.3],
  ['7B', 3584, 18944, 144.8],
  ['32B', 5120, 27648, 207.7],
])('a token of the prompt takes %s as many kB as measured, within 3 %', (_, hidden, wide, kB) => {
  const shape = { sequences: 1, tokens: 1, heads: 0, half: 2 }
  const computed = prefillActivationFormula.evaluate({ ...shape, hidden, wide }) / 1000
  expect(Math.abs(computed / kB - 1)).toBeLessThan(0.03)
})

// Qwen2.5's speed table, transformers 4.46 on an A100.
describe('the tables of transformers 4.46 print the peak, the prompt included', () => {
  const engine = 'transformers 4.46 + flash-attn'
  test.each([
    ['Qwen2.5-0.5B', 30720, 2.34, half],
    ['Qwen2.5-7B', 1, 14.38, seven],
    ['Qwen2.5-7B', 6144, 15.38, seven],
    ['Qwen2.5-7B', 30720, 19.97, seven],
    ['Qwen2.5-32B', 14336, 67.31, thirtyTwo],
  ])('%s after a prompt of %i tokens took %f GiB', (_, input_length, published, config) => {
    const computed = memory(config, { engine, dtype: 'bf16', input_length })
    expect(Math.abs(computed / published - 1)).toBeLessThan(0.01)
  })
})

test("Qwen3's table, of transformers 4.51, prints what stays: 20,267 MiB for 8B at 30,720", () => {
  const qwen3 = { ...qwen25(4096, 12288, 36, [32, 8]), arch: 'qwen3', head_dim: 128 }
  const config = { ...qwen3, vocab_size: 151936, tie_word_embeddings: false }
  const input = { engine: 'transformers 4.51 + flash-attn', dtype: 'bf16', input_length: 30720 }
  expect(memory(config, input, 'MiB') / 20267).toBeCloseTo(1, 3)
  expect(memory(config, { ...input, metric: 'peak' }, 'MiB') / 20267).toBeGreaterThan(1.1)
})

// Qwen1.5's table (hf_infer.rst), whose GB are GiB: 6 bytes for each logit of the prompt.
test('before 4.45 all tokens of a prompt had logits: Qwen1.5-MoE took 58.89 at 30,720', () => {
  const config = {
    arch: 'qwen2moe',
    hidden_size: 2048,
    num_hidden_layers: 24,
    num_attention_heads: 16,
    num_key_value_heads: 16,
    intermediate_size: 5632,
    moe_intermediate_size: 1408,
    shared_expert_intermediate_size: 5632,
    num_experts: 60,
    num_experts_per_tok: 4,
    vocab_size: 151936,
    tie_word_embeddings: false,
  }
  const input = { engine: 'transformers 4.38 + flash-attn', dtype: 'bf16', input_length: 30720 }
  expect(Math.abs(memory(config, input) / 58.89 - 1)).toBeLessThan(0.01)
})

test('a row is of a peak when its metric, its unit or its version says so', () => {
  expect(isPeak({ engine: 'transformers 4.46' }, 'GiB')).toBe(true)
  expect(isPeak({ engine: 'transformers 4.51' }, 'MiB')).toBe(false)
  expect(isPeak({ engine: 'transformers 5.1' }, 'MiB')).toBe(false)
  expect(isPeak({}, 'GB')).toBe(false)
  expect(isPeak({ metric: 'max_memory_allocated' }, 'GB')).toBe(true)
  expect(isPeak({}, 'GB peak')).toBe(true)
})
