import { describe, expect, it } from 'vitest'
import { parseModelConfig } from '../model/parse-model-config.ts'
import { llamaCppComputeBuffer } from './llama-cpp-compute-buffer.ts'
import {
  gptOss20b,
  llama32of1b,
  llama3of70b,
  pythiaOf28b,
  qwen3of32b,
} from './published-models.fixture.ts'

const MIB = 2 ** 20

describe('llama.cpp logs these compute buffers', () => {
  const phi3 = parseModelConfig({
    model_type: 'phi3',
    hidden_size: 3072,
    num_hidden_layers: 32,
    num_attention_heads: 32,
    num_key_value_heads: 32,
    intermediate_size: 8192,
    vocab_size: 32064,
  })

  it.each([
    ['Pythia-2.8B', pythiaOf28b, 2048, 512, false, 162],
    ['Phi-3-mini', phi3, 4096, 256, false, 150],
    ['Llama-3-70B', llama3of70b, 4096, 512, false, 588.01],
    ['Llama-3.2-1B', llama32of1b, 1024, 512, false, 254.5],
    ['Qwen3-32B', qwen3of32b, 16896, 512, true, 306.75],
    ['Qwen3-32B, a batch of 1024', qwen3of32b, 8192, 1024, true, 633.5],
    ['gpt-oss-20b', gptOss20b, 131072, 512, true, 420.08],
  ])('%s within 4 %', (_, model, contextTokens, batchTokens, flashAttention, mib) => {
    const options = { contextTokens, batchTokens, flashAttention }
    const { bytes } = llamaCppComputeBuffer(model, options)
    expect(Math.abs(bytes / MIB / mib - 1)).toBeLessThan(0.04)
  })

  it('a context or batch that is no count is refused', () => {
    const ask = (contextTokens: number, batchTokens: number) =>
      llamaCppComputeBuffer(llama32of1b, { contextTokens, batchTokens })
    expect(() => ask(-1, 512)).toThrow(/contextTokens is -1/)
    expect(() => ask(1, 0)).toThrow(/batchTokens is 0/)
  })
})
