import { describe, expect, it } from 'vitest'
import { bytesPerElement } from './bytes-per-element.ts'
import { cacheFormatProblem } from './cache-format-problem.ts'
import { cacheWorking } from './cache-working.ts'
import {
  deepseekLatent,
  fullHeads,
  layersOf,
  mixer,
  patternOf,
  slidingHeads,
} from './hand-made-layers.fixture.ts'
import { kvBytesPerToken } from './kv-bytes-per-token.ts'

it.each([
  ['f16', 2],
  ['fp8', 1],
  ['q8_0', 1.0625],
  ['q5_1', 0.75],
  ['q5_0', 0.6875],
  ['q4_1', 0.625],
  ['q4_0', 0.5625],
  ['iq4_nl', 0.5625],
  ['int4-raw', 0.5],
] as const)('%s takes %d bytes, its scales included', (format, bytes) => {
  expect(bytesPerElement(format)).toBe(bytes)
})

describe('bytes for one more token', () => {
  it.each([
    ['Llama-2-7B', fullHeads(32, 32, 128), 32, 524_288],
    ['Llama-3-8B', fullHeads(32, 8, 128), 32, 131_072],
    ['ChatGLM3-6B', fullHeads(32, 2, 128), 28, 28_672],
    ['DeepSeek-V3', deepseekLatent, 61, 70_272],
  ] as const)('%s', (_, attention, layers, bytes) => {
    expect(kvBytesPerToken({ layers: layersOf([layers, attention]) })).toBe(bytes)
  })

  it('query heads play no part, and recurrent layers add nothing', () => {
    const layers = (heads: number) =>
      layersOf([16, fullHeads(heads, 4, 256)], [48, mixer('gated-delta', 4, 10240, 786432)])
    expect(kvBytesPerToken({ layers: layers(24) })).toBe(65_536)
    expect(kvBytesPerToken({ layers: layers(48) })).toBe(65_536)
  })
})

describe('what an engine refuses', () => {
  const ask = (headDim: number, more: object = {}) =>
    cacheFormatProblem(
      { layers: layersOf([1, fullHeads(32, 32, headDim)]) },
      { engine: 'llama.cpp', keyFormat: 'q8_0', valueFormat: 'f16', ...more },
    )

  it('llama.cpp wants heads that fill their blocks', () => {
    expect(ask(128)).toBeNull()
    expect(ask(80)).toMatch(/a head of 80 numbers does not fill blocks of 32/)
  })

  it('quantised values need flash attention', () => {
    expect(ask(128, { valueFormat: 'q4_0', flashAttention: false })).toMatch(/flash attention/)
  })

  it('each engine has its own formats', () => {
    expect(ask(128, { engine: 'vllm' })).toBe('vllm does not store its cache as q8_0.')
    expect(ask(128, { engine: 'vllm', keyFormat: 'fp8' })).toBeNull()
  })
})

describe('the working of a cache', () => {
  it('names a formula for each kind of layer, and the cells after rounding', () => {
    const layers = patternOf(26, 2, slidingHeads(8, 4, 256, 4096), fullHeads(8, 4, 256))
    const working = cacheWorking(
      { layers },
      {
        engine: 'llama.cpp',
        tokens: 8000,
        sequences: 1,
        keyFormat: 'f16',
        valueFormat: 'f16',
      },
    )
    expect(working.map((item) => (item.kind === 'formula' ? item.formula : item.title))).toEqual([
      'kv-bytes-per-token',
      'kv-bytes',
      'kv-bytes-per-token',
      'kv-bytes',
      'Room that llama.cpp makes',
    ])
    const trace = working[4]
    expect(trace?.kind === 'trace' ? trace.steps.map(({ value }) => value) : []).toEqual([
      8000, 4608, 8192,
    ])
  })
})
