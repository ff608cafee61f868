import { expect, test } from 'vitest'
import type { TruthQuestion } from '../truth-row.ts'
import { ggufSizeAnswer } from './gguf-size.ts'

const config = {
  model_type: 'llama',
  hidden_size: 4096,
  num_hidden_layers: 32,
  num_attention_heads: 32,
  num_key_value_heads: 8,
  intermediate_size: 14336,
  vocab_size: 128256,
}
const row = (quant: string, unit: string): TruthQuestion => ({
  kind: 'gguf-size',
  config,
  input: { quant },
  expected: { unit },
})
function valueOf(quant: string, unit: string): number {
  const answer = ggufSizeAnswer(row(quant, unit))
  return 'value' in answer ? answer.value : Number.NaN
}

test('a size on disk has the header that the published file has', () => {
  const published = 4_920_739_232
  for (const [unit, scale] of [
    ['bytes', 1],
    ['GB', 1e9],
    ['GiB (file)', 2 ** 30],
  ] as const) {
    expect(Math.abs((valueOf('Q4_K_M', unit) * scale) / published - 1)).toBeLessThan(2e-6)
  }
  const header = valueOf('Q4_K_M', 'bytes') - valueOf('Q4_K_M', 'GiB') * 2 ** 30
  expect(header / 128256).toBeCloseTo(61.1, 0)
})

test('general names of formats mean the types that GGUF files have', () => {
  // 266,240 weights of norms stay at 32 bits; 8,030,261,248 weights in all.
  const tensors = 2 * 8_030_261_248 + 2 * 266_240
  expect(valueOf('fp16', 'GiB') * 2 ** 30).toBe(tensors)
  expect(valueOf('bf16', 'GiB')).toBe(valueOf('F16', 'GiB'))
})

test('a format that no GGUF file has is refused', () => {
  expect(ggufSizeAnswer(row('gptq-int4', 'GiB'))).not.toHaveProperty('value')
})
