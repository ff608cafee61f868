import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { parseModelConfig } from '../model/parse-model-config.ts'
import { weightBytes } from './weight-bytes.ts'
import { weightBytesDetailed } from './weight-bytes-detailed.ts'
import { weightFormats } from './weight-formats.ts'
import type { WeightFormat } from './weight-formats.ts'

const config = {
  model_type: 'llama',
  hidden_size: 4096,
  num_hidden_layers: 32,
  num_attention_heads: 32,
  num_key_value_heads: 8,
  intermediate_size: 14336,
  vocab_size: 128256,
  max_position_embeddings: 131072,
}
const llama31 = parseModelConfig(config)
const gptOss = parseModelConfig({
  model_type: 'gpt_oss',
  hidden_size: 2880,
  num_hidden_layers: 24,
  num_attention_heads: 64,
  num_key_value_heads: 8,
  head_dim: 64,
  intermediate_size: 2880,
  num_local_experts: 32,
  num_experts_per_tok: 4,
  vocab_size: 201088,
})

describe('weightBytes of plain and quantised tensors', () => {
  it('agrees with the index of the published Llama 3 8B', () => {
    expect(weightBytes(llama31, 'bf16')).toBe(16060522496)
    expect(weightBytes(llama31, 'fp32')).toBe(2 * 16060522496)
  })

  it('gives half of Llama 3 8B, 7.48 GiB, to each of two GPUs', () => {
    expect(weightBytes(llama31, 'bf16', { tensorParallel: 2 }) / 2 ** 30).toBeCloseTo(7.48, 2)
  })

  it('repeats key heads when there are more GPUs than key heads', () => {
    const sixteen = weightBytes(llama31, 'bf16', { tensorParallel: 16 })
    // k and v: 2 x 32 layers x 1024 x 4096 weights x 2 bytes, held as eighths, not sixteenths
    const keysAndValues = 2 * 32 * 1024 * 4096 * 2
    const norms = 65 * 4096 * 2
    const even = (16060522496 - norms) / 16 + norms
    expect(sixteen).toBe(even + keysAndValues / 16)
  })

  it('puts Llama 3.1 8B in double-quantised NF4 into a file of 5.70 GB', () => {
    expect(weightBytes(llama31, 'nf4-dq') / 1e9).toBeCloseTo(5.7, 2)
  })

  it('agrees with the index of the published gpt-oss-20b: 13,761,264,768 bytes', () => {
    expect(weightBytes(gptOss, 'mxfp4')).toBe(13761264768)
  })

  it('puts Phi-4 in 4-bit GPTQ into the 8.51 GiB that vLLM logs', () => {
    const phi4 = parseModelConfig({
      model_type: 'phi3',
      hidden_size: 5120,
      num_hidden_layers: 40,
      num_attention_heads: 40,
      num_key_value_heads: 10,
      intermediate_size: 17920,
      vocab_size: 100352,
    })
    expect(weightBytes(phi4, 'gptq-int4') / 2 ** 30).toBeCloseTo(8.51, 2)
    expect(weightBytes(phi4, 'awq-int4')).toBe(weightBytes(phi4, 'gptq-int4'))
  })

  it('gives 8-bit GPTQ with groups of 128 its scale and zero point: 8.1875 bits', () => {
    const linear = 32 * (2 * 4096 * 4096 + 2 * 1024 * 4096 + 3 * 14336 * 4096)
    const rest = 2 * (2 * 128256 * 4096 + 65 * 4096)
    expect(weightBytes(llama31, 'gptq-int8')).toBe((linear * 8.1875) / 8 + rest)
  })

  // Qwen3's speed table: FP8 runs take 294 and 593 MiB more than the tied weights alone.
  it.each([
    ['Qwen3-0.6B', 1024, 3072, 16, 296.75],
    ['Qwen3-1.7B', 2048, 6144, 16, 593.5],
  ])(
    'keeps the output of %s apart in FP8, as its checkpoint does',
    (_, hidden, wide, heads, mib) => {
      const qwen3 = {
        model_type: 'qwen3',
        hidden_size: hidden,
        num_hidden_layers: 28,
        num_attention_heads: heads,
        num_key_value_heads: 8,
        head_dim: 128,
        intermediate_size: wide,
        vocab_size: 151936,
      }
      const bytes = (tied: boolean, sharedHead = false) =>
        weightBytes(parseModelConfig({ ...qwen3, tie_word_embeddings: tied }), 'fp8', {
          sharedHead,
        })
      expect((bytes(true) - bytes(true, true)) / 2 ** 20).toBeCloseTo(mib, 1)
      expect(bytes(true)).toBe(bytes(false))
    },
  )

  it('quantises the head too when asked', () => {
    const saved = weightBytes(llama31, 'nf4') - weightBytes(llama31, 'nf4', { quantizeHead: true })
    expect(saved).toBe((128256 * 4096 * (16 - 4.5)) / 8)
  })

  it('adds the bytes of a file header', () => {
    const plain = weightBytes(llama31, 'Q8_0')
    expect(weightBytes(llama31, 'Q8_0', { fileMetadataBytes: 1000 })).toBe(plain + 1000)
  })

  it('refuses unknown formats and impossible numbers of GPUs', () => {
    expect(() => weightBytes(llama31, 'Q9_Z' as WeightFormat)).toThrow(RangeError)
    expect(() => weightBytes(llama31, 'toString' as WeightFormat)).toThrow(RangeError)
    expect(() => weightBytes(llama31, 'bf16', { tensorParallel: 0 })).toThrow(RangeError)
    expect(() => weightBytes(llama31, 'gptq-int4', { groupSize: Number.NaN })).toThrow(RangeError)
  })
})

describe('weightBytes of GGUF files', () => {
  // tools/quantize/README.md of llama.cpp, Llama-3.1-8B; made with an importance matrix.
  it.each([
    ['IQ1_S', 2.0042],
    ['IQ1_M', 2.146],
    ['IQ2_XXS', 2.3824],
    ['IQ2_XS', 2.5882],
    ['IQ2_S', 2.7403],
    ['IQ2_M', 2.9294],
    ['IQ3_XXS', 3.2548],
    ['IQ3_XS', 3.4977],
    ['IQ3_S', 3.6606],
    ['IQ3_M', 3.7628],
    ['Q2_K_S', 2.9697],
    ['Q2_K', 3.1593],
    ['Q3_K_S', 3.6429],
    ['Q3_K_L', 4.2979],
    ['Q4_K_S', 4.6672],
    ['Q4_K_M', 4.8944],
    ['Q5_K_S', 5.5704],
    ['Q5_K_M', 5.7036],
    ['Q6_K', 6.5633],
    ['Q8_0', 8.5008],
    ['F16', 16.0005],
  ] as const)('%s of Llama 3.1 8B takes the published %f bits a weight', (type, bits) => {
    const { bitsPerWeight } = weightBytesDetailed(llama31, type, { imatrix: true })
    expect(bitsPerWeight).toBeCloseTo(bits, 4)
  })

  // The same table's IQ4 files were made without one.
  it.each([
    ['IQ4_XS', 4.4597],
    ['IQ4_NL', 4.6818],
  ] as const)('%s of Llama 3.1 8B without importance matrix takes %f bits', (type, bits) => {
    expect(weightBytesDetailed(llama31, type).bitsPerWeight).toBeCloseTo(bits, 4)
  })

  it('keeps embedding and output in Q8_0 in the L mixes: 2.29 GB for Q6_K_L of Gemma 2 2B', () => {
    const gemma = parseModelConfig({
      model_type: 'gemma2',
      hidden_size: 2304,
      num_hidden_layers: 26,
      num_attention_heads: 8,
      num_key_value_heads: 4,
      head_dim: 256,
      intermediate_size: 9216,
      vocab_size: 256000,
    })
    expect(weightBytes(gemma, 'Q6_K_L') / 1e9).toBeCloseTo(2.29, 2)
    const table = 256000 * 2304
    const wider = weightBytes(gemma, 'Q6_K_L') - weightBytes(gemma, 'Q6_K')
    expect(wider).toBe((table / 32) * 34 - (table / 256) * 210)
  })

  it('counts the tensors of each type as llama.cpp logs them for Q4_K_M', () => {
    const { byType } = weightBytesDetailed(llama31, 'Q4_K_M')
    const tensors = Object.fromEntries(byType.map(({ type, tensors: count }) => [type, count]))
    expect(tensors).toEqual({ F32: 66, Q4_K: 193, Q6_K: 33 })
  })
})

describe('every format', () => {
  it('names steps that add up to its bytes', () => {
    for (const { id } of weightFormats) {
      const { bytes, trace } = weightBytesDetailed(llama31, id)
      const steps = trace.kind === 'trace' ? trace.steps : []
      expect(Math.ceil(steps.reduce((sum, { value }) => sum + value, 0))).toBe(bytes)
    }
  })

  it('grows with the number of layers and stays below 32 bits', () => {
    const ids = weightFormats.map(({ id }) => id)
    fc.assert(
      fc.property(
        fc.constantFrom(...ids),
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 32 }),
        (id, layers, width) => {
          const of = (num_hidden_layers: number) =>
            parseModelConfig({
              ...config,
              num_hidden_layers,
              hidden_size: 32 * width,
              num_key_value_heads: 4,
              num_attention_heads: 4,
              vocab_size: 1000,
            })
          const { bytes, bitsPerWeight } = weightBytesDetailed(of(layers), id)
          expect(Number.isFinite(bytes)).toBe(true)
          expect(bitsPerWeight).toBeGreaterThan(1)
          expect(bitsPerWeight).toBeLessThanOrEqual(32)
          expect(weightBytes(of(layers + 1), id)).toBeGreaterThan(bytes)
        },
      ),
      { numRuns: 200 },
    )
  })
})
