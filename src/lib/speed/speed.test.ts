import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseModelConfig } from '../model/parse-model-config.ts'
import { attentionWidth } from './attention-width.ts'
import type { DecodeSample } from './decode-sample.ts'
import { decodeSpeed } from './decode-speed.ts'
import { fitDecodeConstants } from './fit-decode-constants.ts'
import { fittedDecode } from './fitted-constants.ts'
import { leaveOneGpuOut } from './leave-one-gpu-out.ts'
import { peakOperations } from './peak-operations.ts'
import { prefillTime } from './prefill-time.ts'
import type { SpeedSetup } from './speed-setup.ts'
import { weightBytesRead } from './weight-bytes-read.ts'
import { weightedMedian } from './weighted-median.ts'

const llama3 = parseModelConfig({
  model_type: 'llama',
  hidden_size: 4096,
  num_hidden_layers: 32,
  num_attention_heads: 32,
  num_key_value_heads: 8,
  intermediate_size: 14336,
  vocab_size: 128256,
  tie_word_embeddings: false,
})
const qwen30b = parseModelConfig({
  model_type: 'qwen3_moe',
  hidden_size: 2048,
  num_hidden_layers: 48,
  num_attention_heads: 32,
  num_key_value_heads: 4,
  head_dim: 128,
  intermediate_size: 6144,
  moe_intermediate_size: 768,
  num_experts: 128,
  num_experts_per_tok: 8,
  vocab_size: 151936,
  tie_word_embeddings: false,
})
const rtx4090 = { bandwidthGBps: 1008, memoryClass: 'gddr', tflops: { fp16: 165.2 } } as const
const setup: SpeedSetup = {
  engine: 'llama.cpp',
  weightFormat: 'F16',
  keyFormat: 'f16',
  valueFormat: 'f16',
  tokens: 512,
  sequences: 1,
  device: rtx4090,
}

describe('weightBytesRead', () => {
  test('leaves out the input table and reads the output matrix', () => {
    // 16,060,522,496 bytes of weights less 128,256 x 4096 x 2 of the table.
    expect(weightBytesRead(llama3, 'bf16', { sequences: 1 })).toBe(15_009_849_344)
  })

  test('reads a tied table once, as the output', () => {
    const tied = parseModelConfig({
      model_type: 'llama',
      hidden_size: 8,
      num_hidden_layers: 1,
      num_attention_heads: 2,
      intermediate_size: 16,
      vocab_size: 32,
      tie_word_embeddings: true,
    })
    // Table 256, attention 4 x 64, mlp 3 x 128, norms 3 x 8 elements of 2 bytes.
    expect(weightBytesRead(tied, 'bf16', { sequences: 1 })).toBe(2 * (256 + 256 + 384 + 24))
  })

  test('reads only the experts that a batch touches', () => {
    // 2.73 B active in the layers and 0.31 B of the output matrix, two bytes each.
    const one = weightBytesRead(qwen30b, 'bf16', { sequences: 1 })
    expect(one / 1e9).toBeCloseTo(6.08, 1)
    const many = weightBytesRead(qwen30b, 'bf16', { sequences: 1000 })
    expect(many / 1e9).toBeCloseTo(60.44, 1)
  })

  test('grows with the batch and never passes the whole', () => {
    const whole = weightBytesRead(qwen30b, 'Q4_K_M', { sequences: 1e6 })
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), (sequences) => {
        const bytes = weightBytesRead(qwen30b, 'Q4_K_M', { sequences })
        const more = weightBytesRead(qwen30b, 'Q4_K_M', { sequences: sequences + 1 })
        expect(bytes).toBeLessThanOrEqual(more)
        expect(more).toBeLessThanOrEqual(whole * (1 + 1e-12))
      }),
      { numRuns: 20 },
    )
  })
})

describe('decodeSpeed', () => {
  test('the ceiling is bandwidth over the bytes of a step', () => {
    const speed = decodeSpeed(llama3, { ...setup, weightFormat: 'bf16' })
    // Cache: 131,072 bytes a token x 512 tokens.
    expect(speed.cacheBytesRead).toBe(67_108_864)
    expect(speed.bytesPerToken).toBe(15_076_958_208)
    expect(speed.ceiling).toBeCloseTo(1008e9 / 15_076_958_208, 9)
  })

  test('a published speed lies near the typical one: RTX 4090, 8B F16, 54.34 tokens a second', () => {
    const { typical, band, certainty } = decodeSpeed(llama3, setup)
    expect(Math.abs(typical / 54.34 - 1)).toBeLessThan(0.06)
    expect(band[0]).toBeLessThan(54.34)
    expect(band[1]).toBeGreaterThan(54.34)
    expect(certainty).toBe('fitted')
  })

  test('many sequences are limited by arithmetic', () => {
    const speed = decodeSpeed(llama3, { ...setup, tokens: 1, sequences: 100_000 })
    // 7,504,924,672 parameters without the input table, two operations each.
    expect(speed.ceiling).toBeCloseTo(165.2e12 / (2 * 7_504_924_672), 3)
  })

  test('a file of known size is read in proportion', () => {
    const known = decodeSpeed(llama3, {
      ...setup,
      weightFormat: 'bf16',
      knownWeightBytes: 8_030_261_248,
    })
    expect(known.weightBytesRead).toBeCloseTo(15_009_849_344 / 2, 0)
  })

  test('typical never passes the ceiling, and both fall as the context grows', () => {
    const classes = fc.constantFrom('gddr', 'hbm', 'unified', 'ddr')
    const engines = fc.constantFrom('llama.cpp', 'vllm', 'transformers')
    fc.assert(
      fc.property(
        fc.record({
          engine: engines,
          memoryClass: classes,
          bandwidthGBps: fc.double({ min: 20, max: 9000, noNaN: true }),
          tokens: fc.integer({ min: 0, max: 200_000 }),
          sequences: fc.integer({ min: 1, max: 64 }),
        }),
        ({ engine, memoryClass, bandwidthGBps, tokens, sequences }) => {
          const run = { ...setup, engine, tokens, sequences, weightFormat: 'bf16' } as const
          const device = { bandwidthGBps, memoryClass, tflops: { fp16: 100 } }
          const speed = decodeSpeed(llama3, { ...run, device })
          expect(speed.typical).toBeLessThanOrEqual(speed.ceiling)
          expect(speed.band[0]).toBeLessThanOrEqual(speed.typical)
          expect(speed.band[1]).toBeGreaterThanOrEqual(speed.typical)
          expect(speed.band[1]).toBeLessThanOrEqual(speed.ceiling)
          const longer = decodeSpeed(llama3, { ...run, tokens: tokens + 1000, device })
          expect(longer.typical).toBeLessThanOrEqual(speed.typical)
        },
      ),
      { numRuns: 40 },
    )
  })

  test('wrong calls are refused with the name of what is wrong', () => {
    const encoder = parseModelConfig({
      model_type: 'bert',
      hidden_size: 8,
      num_hidden_layers: 1,
      num_attention_heads: 2,
      intermediate_size: 16,
      vocab_size: 32,
    })
    expect(() => decodeSpeed(encoder, setup)).toThrow(/encoder/)
    expect(() => decodeSpeed(llama3, { ...setup, weightFormat: 'Q99' })).toThrow(/weightFormat/)
    const noBandwidth = { ...rtx4090, bandwidthGBps: 0 }
    expect(() => decodeSpeed(llama3, { ...setup, device: noBandwidth })).toThrow(/bandwidthGBps/)
    expect(() => decodeSpeed(llama3, { ...setup, gpuCount: 0 })).toThrow(/gpuCount/)
    expect(() => decodeSpeed(llama3, { ...setup, sequences: 0 })).toThrow(/sequences/)
  })
})

describe('prefillTime', () => {
  test('operations are two a parameter and token, and attention of half the pairs', () => {
    const time = prefillTime(llama3, { ...setup, tokens: 1024 })
    // 2 x 7,504,924,672 x 1024 + 2 x (32 x 32 x 128) x 1024^2
    expect(time?.flops).toBe(2 * 7_504_924_672 * 1024 + 2 * 131_072 * 1024 ** 2)
    expect(time?.ceiling).toBeCloseTo((time?.flops ?? 0) / 165.2e12, 12)
  })

  test('prompts of several sequences take as many times the operations, however long they are', () => {
    // 2 x P x T + 2 x L x H x d x T^2 for each sequence.
    const tokens = 1_000_000
    const one = 2 * 7_504_924_672 * tokens + 2 * (32 * 32 * 128) * tokens ** 2
    const time = prefillTime(llama3, { ...setup, tokens, sequences: 4096 })
    expect(time?.flops).toBe(one * 4096)
    // The weights are read once, whatever the number of tokens.
    const { bytesRead } = time?.working.flatMap((each) =>
      each.kind === 'formula' && 'bytesRead' in each.values ? [each.values] : [],
    )[0] ?? { bytesRead: 0 }
    expect(bytesRead).toBe(weightBytesRead(llama3, 'F16', { sequences: 1 }))
  })

  test('a published time lies inside the band: RTX 4090, 8B F16, 1024 tokens at 9056 a second', () => {
    const time = prefillTime(llama3, { ...setup, tokens: 1024 })
    const measured = 1024 / 9056.26
    expect(time?.ceiling).toBeLessThan(measured)
    expect(time?.band[0]).toBeLessThan(measured)
    expect(time?.band[1]).toBeGreaterThan(measured)
  })

  test('a short prompt takes at least the reading of the weights', () => {
    const time = prefillTime(llama3, { ...setup, weightFormat: 'bf16', tokens: 1 })
    expect(time?.ceiling).toBeCloseTo(15_009_849_344 / 1008e9, 9)
  })

  test('without a known peak there is no answer, and without a prompt no question', () => {
    const device = { bandwidthGBps: 80, memoryClass: 'ddr' } as const
    expect(prefillTime(llama3, { ...setup, device })).toBeNull()
    expect(() => prefillTime(llama3, { ...setup, tokens: 0 })).toThrow(RangeError)
  })

  test('a window leaves attention a share of the pairs', () => {
    const [layer] = llama3.layers
    if (layer?.attention.kind !== 'full') throw new Error('expected full attention')
    const attention = { ...layer.attention, kind: 'sliding', window: 100 } as const
    // 32 heads x 128 x (2 x 1000 x 100 - 100^2) / 1000^2
    expect(attentionWidth({ layers: [{ ...layer, attention }] }, 1000)).toBeCloseTo(778.24, 9)
    expect(attentionWidth({ layers: [{ ...layer, attention }] }, 100)).toBe(4096)
  })
})

test('the peak is that of the format that computes', () => {
  const tflops = { fp32: 82.6, fp16: 165.2, fp8: 330.3 }
  expect(peakOperations(tflops, 'Q4_K_M')).toBe(165.2e12)
  expect(peakOperations(tflops, 'fp8')).toBe(330.3e12)
  expect(peakOperations(tflops, 'fp32')).toBe(82.6e12)
  expect(peakOperations({}, 'bf16')).toBeNull()
  expect(peakOperations(undefined, 'toString')).toBeNull()
})

test('the weighted median halves the weight', () => {
  const points = [
    { value: 3, weight: 1 },
    { value: 1, weight: 1 },
    { value: 2, weight: 5 },
  ]
  expect(weightedMedian(points)).toBe(2)
  expect(weightedMedian([])).toBeNull()
})

describe('the fit of the decode constants', () => {
  const truth = { gddr: 0.9, hbm: 0.55, unified: 0.8 }
  const layerTime = { gddr: 80e-6, hbm: 80e-6, unified: 200e-6 }
  const samples: readonly DecodeSample[] = (['gddr', 'hbm', 'unified'] as const).flatMap(
    (memoryClass) =>
      [400, 700, 1000].flatMap((gigabytes) =>
        [4e9, 15e9].map((bytesRead) => {
          const bandwidth = gigabytes * 1e9
          const reading = bytesRead / (truth[memoryClass] * bandwidth)
          return {
            id: `${memoryClass}-${gigabytes}-${bytesRead}`,
            gpu: `${memoryClass}-${gigabytes}`,
            memoryClass,
            bytesRead,
            bandwidth,
            layers: 32,
            tokensPerSecond: 1 / (reading + 32 * layerTime[memoryClass]),
          }
        }),
      ),
  )

  test('finds the constants that made the samples', () => {
    const fitted = fitDecodeConstants(samples)
    for (const memoryClass of ['gddr', 'hbm', 'unified'] as const) {
      expect(fitted[memoryClass]?.efficiency).toBeCloseTo(truth[memoryClass], 6)
      expect(fitted[memoryClass]?.layerTime).toBeCloseTo(layerTime[memoryClass], 9)
    }
    expect(fitted.ddr).toBeUndefined()
  })

  test('is not moved by one odd machine', () => {
    const odd = samples.map((sample, index) =>
      index === 0 ? { ...sample, tokensPerSecond: sample.tokensPerSecond / 2 } : sample,
    )
    expect(fitDecodeConstants(odd).gddr?.efficiency).toBeCloseTo(0.9, 2)
  })

  test('devices left out are computed from the others', () => {
    const errors = leaveOneGpuOut(samples)
    expect(errors).toHaveLength(samples.length)
    for (const { error } of errors) expect(Math.abs(error)).toBeLessThan(1e-6)
    expect(leaveOneGpuOut(samples.slice(0, 2))).toEqual([])
  })
})

test('the fitted constants name their rows, and lie where physics puts them', () => {
  expect(fittedDecode.leaveOneOut.length).toBeGreaterThan(20)
  for (const { efficiency, layerTime, spread } of Object.values(fittedDecode.classes)) {
    expect(efficiency).toBeGreaterThan(0.3)
    expect(efficiency).toBeLessThanOrEqual(1)
    expect(layerTime).toBeGreaterThan(0)
    expect(spread).toBeLessThan(0.5)
  }
})
