import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CacheFormat } from '../memory/setup.ts'
import type { LayerSpec } from '../model/spec.ts'
import type { CacheOptions } from './cache-options.ts'
import {
  deepseekLatent,
  fullHeads,
  layersOf,
  mixer,
  patternOf,
  slidingHeads,
} from './hand-made-layers.fixture.ts'
import { kvCacheBytes } from './kv-cache-bytes.ts'

const MIB = 2 ** 20
const llamaCpp = (
  layers: readonly LayerSpec[],
  tokens: number,
  format: CacheFormat,
  more: Partial<CacheOptions> = {},
): number =>
  kvCacheBytes(
    { layers },
    { engine: 'llama.cpp', tokens, sequences: 1, keyFormat: format, valueFormat: format, ...more },
  ).total / MIB

describe('llama.cpp prints these cache sizes', () => {
  it('gives every head of Pythia-2.8B its own keys: 640 MiB at 2048', () => {
    expect(llamaCpp(layersOf([32, fullHeads(32, 32, 80)]), 2048, 'f16')).toBe(640)
  })

  it('shares key heads in Qwen3-235B: 6016 MiB in f16, 3196 MiB in q8_0 at 32768', () => {
    const layers = layersOf([94, fullHeads(64, 4, 128)])
    expect(llamaCpp(layers, 32768, 'f16')).toBe(6016)
    expect(llamaCpp(layers, 32768, 'q8_0')).toBe(3196)
  })

  it('takes key and value types apart: Llama-3.2-3B at 4096 with q4_0 keys is 287 MiB', () => {
    const layers = layersOf([28, fullHeads(24, 8, 128)])
    expect(llamaCpp(layers, 4096, 'f16', { keyFormat: 'q4_0' })).toBe(287)
    expect(llamaCpp(layers, 4096, 'f16', { keyFormat: 'q4_1' })).toBe(294)
  })

  it('stores the latent of DeepSeek-V3: 137.25 MiB at 2048, 71 times less than all heads', () => {
    const layers = layersOf([61, deepseekLatent])
    expect(llamaCpp(layers, 2048, 'f16')).toBe(137.25)
    expect(llamaCpp(layers, 16384, 'q8_0')).toBeCloseTo(583.31, 2)
    expect(llamaCpp(layers, 512, 'f16', { mlaForm: 'expanded' })).toBe(2440)
  })

  it('kept a copy of the latent as values until January 2026: 1098 + 976 MiB at 16384', () => {
    const withValues = { mlaForm: 'latent-kv' } as const
    const layers = layersOf([61, deepseekLatent])
    expect(llamaCpp(layers, 16384, 'f16', withValues)).toBe(2074)
    expect(llamaCpp(layers, 163840, 'f16', withValues)).toBe(20740)
    // Kimi-K2 has half the heads and the same latent: 34.31 + 30.50 MiB.
    const kimi = layersOf([61, { ...deepseekLatent, heads: 64 }])
    expect(llamaCpp(kimi, 512, 'f16', withValues)).toBeCloseTo(64.81, 2)
    expect(llamaCpp(kimi, 512, 'f16', { mlaForm: 'expanded' })).toBe(1220)
  })

  it('rounded to 32 cells without flash attention in 2025: gpt-oss-20b, 96 + 15 MiB at 4096', () => {
    const layers = patternOf(24, 2, slidingHeads(64, 8, 64, 128), fullHeads(64, 8, 64))
    expect(llamaCpp(layers, 4096, 'f16', { cellMultiple: 32 })).toBe(111)
  })

  it('pads the windows of gpt-oss-20b to 256 cells: 102 + 3.19 MiB at 8192 in q8_0', () => {
    const layers = patternOf(24, 2, slidingHeads(64, 8, 64, 128), fullHeads(64, 8, 64))
    expect(llamaCpp(layers, 8192, 'q8_0', { batchTokens: 128 })).toBeCloseTo(105.19, 2)
  })

  it('multiplies the window by the sequences that share a pool: Gemma-2-2B, 4 slots, 8192', () => {
    const layers = patternOf(26, 2, slidingHeads(8, 4, 256, 4096), fullHeads(8, 4, 256))
    expect(llamaCpp(layers, 2048, 'f16', { sequences: 4 })).toBe(832)
  })

  it('keeps the whole context everywhere with --swa-full: Gemma-3-27B is 15872 MiB at 32768', () => {
    const layers = patternOf(62, 6, slidingHeads(32, 16, 128, 1024), fullHeads(32, 16, 128))
    expect(llamaCpp(layers, 32768, 'f16', { swaFull: true })).toBe(15872)
  })

  it('pads each separate stream: Gemma-3-270M with ctx 1024 is 27 MiB for 3 slots, 18 for 4', () => {
    const layers = patternOf(18, 6, slidingHeads(4, 1, 256, 512), fullHeads(4, 1, 256))
    const slots = (sequences: number) =>
      llamaCpp(layers, 1024 / 4, 'f16', { sequences, contextTokens: 1024, unified: false })
    expect(slots(3)).toBe(27)
    expect(slots(4)).toBe(18)
  })

  it('ignores the window of Mistral-7B-v0.1: 8192 tokens are 1 GiB', () => {
    const layers = layersOf([32, slidingHeads(32, 8, 128, 4096)])
    const options = {
      engine: 'llama.cpp',
      tokens: 8192,
      sequences: 1,
      keyFormat: 'f16',
      valueFormat: 'f16',
    } as const
    expect(kvCacheBytes({ layers, family: 'mistral' }, options).total).toBe(2 ** 30)
    for (const family of ['llama', 'granite', 'stablelm', 'cohere', 'phi3', 'smollm3']) {
      expect(kvCacheBytes({ layers, family }, options).total).toBe(2 ** 30)
    }
    expect(kvCacheBytes({ layers, family: 'gemma4' }, options).total).toBe((4608 / 8192) * 2 ** 30)
  })

  it('keeps the states of a hybrid in float32: 598.5 MiB for 48 layers and 4 sequences', () => {
    const layers = layersOf([48, mixer('gated-delta', 4, 6144 + 2 * 16 * 128, 128 * 6144)])
    expect(llamaCpp(layers, 1, 'f16', { sequences: 4 })).toBe(598.5)
  })
})

describe('the other engines', () => {
  const ask = (layers: readonly LayerSpec[], options: Partial<CacheOptions>) =>
    kvCacheBytes(
      { layers },
      {
        engine: 'transformers',
        tokens: 33,
        sequences: 1,
        keyFormat: 'f16',
        valueFormat: 'f16',
        ...options,
      },
    )

  it('transformers keeps one token less than the window', () => {
    const layers = layersOf([1, slidingHeads(4, 2, 16, 8)], [1, fullHeads(4, 2, 16)])
    const bytes = ask(layers, { sequences: 2 })
    expect(bytes.perLayer).toEqual([1792, 8448])
    expect(bytes.total).toBe(1792 + 8448)
  })

  it('transformers keeps all columns of a convolution, and the state in float32', () => {
    const bytes = ask(layersOf([3, mixer('gated-delta', 4, 128, 1024)]), { stateFormat: 'f16' })
    expect(bytes.convolution).toBe(3072)
    expect(bytes.recurrent).toBe(12288)
  })

  it('vLLM fills whole blocks of 16 tokens', () => {
    const layers = layersOf([32, fullHeads(32, 8, 128)])
    expect(ask(layers, { engine: 'vllm', tokens: 1 }).total).toBe(16 * 131072)
    expect(ask(layers, { engine: 'vllm', tokens: 17, sequences: 3 }).total).toBe(96 * 131072)
  })

  it('vLLM gives a window one block more than it needs', () => {
    const layers = layersOf([1, slidingHeads(8, 8, 64, 128)])
    const window = { engine: 'vllm', tokens: 4096, batchTokens: 256 } as const
    // ceil((127 + 256) / 16) + 1 = 25 blocks of 16 x 2048 bytes
    expect(ask(layers, window).total).toBe(25 * 16 * 2048)
  })

  it('vLLM duplicates key heads when there are more devices than heads', () => {
    const layers = layersOf([10, fullHeads(32, 4, 128)])
    const at = (tensorParallel: number) =>
      ask(layers, { engine: 'vllm', tokens: 16, tensorParallel }).total
    expect(at(4)).toBe(at(1) / 4)
    expect(at(8)).toBe(at(4))
  })

  it('vLLM widens the blocks of a hybrid until a page holds a recurrent state', () => {
    // State of 3 x 128 + 4096 = 4480 numbers, 8960 bytes; a token is 64 bytes: 144 tokens a block.
    const layers = layersOf([3, mixer('gated-delta', 4, 128, 4096)], [1, fullHeads(4, 1, 16)])
    const bytes = ask(layers, { engine: 'vllm', tokens: 145 })
    expect(bytes.attention).toBe(2 * 144 * 64)
    expect(bytes.convolution + bytes.recurrent).toBe(3 * 8960)
    expect(bytes.padding).toBe(3 * (144 * 64 - 8960))
  })
})

describe('wrong calls', () => {
  const options = {
    engine: 'llama.cpp',
    tokens: 1,
    sequences: 1,
    keyFormat: 'q8_0',
    valueFormat: 'f16',
  } as const

  it('a quantised row that does not fill its blocks is refused in words', () => {
    const spec = { layers: layersOf([1, fullHeads(1, 1, 72)]) }
    expect(() => kvCacheBytes(spec, options)).toThrow(/72 numbers does not divide/)
  })

  it.each([
    ['tokens', { tokens: -1 }],
    ['tokens', { tokens: 1.5 }],
    ['sequences', { sequences: 0 }],
    ['tensorParallel', { tensorParallel: 0 }],
    ['blockSize', { blockSize: Number.NaN }],
  ])('%s out of range is named: %o', (name, wrong) => {
    const spec = { layers: layersOf([1, fullHeads(1, 1, 64)]) }
    expect(() => kvCacheBytes(spec, { ...options, ...wrong })).toThrow(
      new RegExp(`^${name} is .*whole number`),
    )
  })
})

describe('for any model', () => {
  const engines = fc.constantFrom('transformers', 'llama.cpp', 'vllm')
  const attention = fc.oneof(
    fc.constantFrom(1, 2, 8).map((kv) => fullHeads(8, kv, 64)),
    fc.integer({ min: 2, max: 5000 }).map((window) => slidingHeads(8, 2, 64, window)),
    fc.constant(deepseekLatent),
    fc.constant(mixer('mamba2', 4, 512, 8192)),
  )
  const models = fc.array(attention, { minLength: 1, maxLength: 12 }).map((kinds) => ({
    layers: layersOf(...kinds.map((kind) => [1, kind] as const)),
  }))
  const runs = fc.record({
    engine: engines,
    tokens: fc.integer({ min: 1, max: 20000 }),
    sequences: fc.integer({ min: 1, max: 9 }),
    keyFormat: fc.constantFrom('f16', 'q8_0', 'q4_0'),
    valueFormat: fc.constantFrom('f16', 'q8_0'),
    unified: fc.boolean(),
    rounding: fc.boolean(),
  }) as fc.Arbitrary<CacheOptions>

  it('more tokens, more sequences or more layers never need less', () => {
    fc.assert(
      fc.property(models, runs, fc.integer({ min: 0, max: 3000 }), (model, run, more) => {
        const { total } = kvCacheBytes(model, run)
        const longer = kvCacheBytes(model, { ...run, tokens: run.tokens + more }).total
        const wider = kvCacheBytes(model, { ...run, sequences: run.sequences + 1 }).total
        const deeper = kvCacheBytes({ layers: [...model.layers, ...model.layers] }, run).total
        return longer >= total && wider >= total && deeper >= total
      }),
    )
  })

  it('an engine holds at least what the sum without rounding says', () => {
    fc.assert(
      fc.property(models, runs, (model, run) => {
        const rounded = kvCacheBytes(model, { ...run, rounding: true }).total
        return rounded >= kvCacheBytes(model, { ...run, rounding: false }).total
      }),
    )
  })

  it('without rounding, full attention is linear in tokens and in sequences', () => {
    fc.assert(
      fc.property(runs, (run) => {
        const layers = layersOf([3, fullHeads(8, 2, 64)])
        const of = (tokens: number, sequences: number) =>
          kvCacheBytes({ layers }, { ...run, rounding: false, tokens, sequences }).total
        expect(of(run.tokens, run.sequences)).toBe(run.tokens * run.sequences * of(1, 1))
      }),
    )
  })

  it('the parts sum to the total, and so do the layers', () => {
    fc.assert(
      fc.property(models, runs, (model, run) => {
        const bytes = kvCacheBytes(model, run)
        const layers = bytes.perLayer.reduce((sum, layer) => sum + layer, 0)
        expect(layers + bytes.padding).toBe(bytes.total)
        expect(bytes.padding).toBeGreaterThanOrEqual(0)
        expect(bytes.attention + bytes.convolution + bytes.recurrent).toBe(layers)
      }),
    )
  })
})
