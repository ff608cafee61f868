import { describe, expect, it } from 'vitest'
import type { LayerSpec } from '../model/spec.ts'
import { fullHeads, layersOf, patternOf, slidingHeads } from './hand-made-layers.fixture.ts'
import { vllmKvCapacity } from './vllm-kv-capacity.ts'

const ask = (layers: readonly LayerSpec[], gib: number, tensorParallel = 1) =>
  vllmKvCapacity(
    { layers },
    { availableBytes: gib * 2 ** 30, keyFormat: 'f16', valueFormat: 'f16', tensorParallel },
  )

describe('vLLM prints these numbers', () => {
  it('makes 1478 blocks of 2.89 GiB for Llama-3.1-8B, within the rounding of 2.89', () => {
    const { blocks } = ask(layersOf([32, fullHeads(32, 8, 128)]), 2.89)
    expect(Math.abs(blocks / 1478 - 1)).toBeLessThan(0.002)
  })

  it('makes 15712 blocks of 2.88 GiB for Qwen2.5-0.5B', () => {
    const { blocks } = ask(layersOf([24, fullHeads(14, 2, 64)]), 2.88)
    expect(Math.abs(blocks / 15712 - 1)).toBeLessThan(0.002)
  })

  it('keeps 686,320 tokens in 52.36 GiB of each of two devices for Ministral-3-14B', () => {
    const { tokens } = ask(layersOf([40, fullHeads(32, 8, 128)]), 52.36, 2)
    expect(Math.abs(tokens / 686_320 - 1)).toBeLessThan(0.001)
  })

  it('counts both tables of gpt-oss-120b: 78,384 tokens in 5.38 GiB', () => {
    const layers = patternOf(36, 2, slidingHeads(64, 8, 64, 128), fullHeads(64, 8, 64))
    expect(Math.abs(ask(layers, 5.38).tokens / 78_384 - 1)).toBeLessThan(0.001)
  })

  it('has no blocks where there is no memory', () => {
    expect(ask(layersOf([1, fullHeads(1, 1, 64)]), 0)).toEqual({ blocks: 0, tokens: 0 })
    expect(() => ask(layersOf([1, fullHeads(1, 1, 64)]), -1)).toThrow(/availableBytes is -/)
  })
})
