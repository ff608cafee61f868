import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inferenceMemory } from './inference-memory.ts'
import {
  bertBase,
  gemma3of27b,
  llama2of7b,
  llama3of8b,
  qwen3of32b,
  qwen3of8b,
} from './published-models.fixture.ts'
import type { InferenceSetup, MemoryPart } from './setup.ts'

const GIB = 2 ** 30
const setup: InferenceSetup = {
  engine: 'transformers',
  weightFormat: 'bf16',
  keyFormat: 'bf16',
  valueFormat: 'bf16',
  tokens: 8192,
  sequences: 1,
  gpuBytes: 96 * GIB,
}

const bytesOf = (parts: readonly MemoryPart[], id: MemoryPart['id']): number =>
  parts.find((part) => part.id === id)?.bytes ?? Number.NaN

describe('the memory of a run', () => {
  it.each([
    ['Qwen3-8B', qwen3of8b, 6144, 16811],
    ['Qwen3-8B', qwen3of8b, 30720, 20267],
    ['Qwen3-32B', qwen3of32b, 14336, 66632],
  ])('is what transformers held after %s read %d tokens and wrote 2048', (_, model, read, mib) => {
    const { parts } = inferenceMemory(model, { ...setup, tokens: read + 2048 })
    const held = ['weights', 'cache', 'buffers'] as const
    const sum = held.reduce((total, id) => total + bytesOf(parts, id), 0)
    expect(Math.abs(sum / 2 ** 20 / mib - 1)).toBeLessThan(0.001)
  })

  it('is 6.80 GiB for Llama-3-8B in Q4_K_M with 10,000 tokens and an overhead of 1 GiB', () => {
    const { total, budget } = inferenceMemory(llama3of8b, {
      ...setup,
      engine: 'llama.cpp',
      weightFormat: 'Q4_K_M',
      tokens: 10_000,
      gpuBytes: 8 * GIB,
      utilisation: 0.9,
      overheadBytes: GIB,
      engineRounding: false,
    })
    expect(total / GIB).toBeCloseTo(6.8, 2)
    expect(budget).toBe(7.2 * GIB)
  })

  it('takes the weights from a file of known size and adds a second model', () => {
    const { parts } = inferenceMemory(llama3of8b, {
      ...setup,
      knownWeightBytes: 5e9,
      secondModelBytes: 1e9,
      gpuCount: 2,
    })
    expect(bytesOf(parts, 'weights')).toBe(2.5e9)
    expect(bytesOf(parts, 'second-model')).toBe(1e9)
  })

  it('has no cache for an encoder', () => {
    const { parts } = inferenceMemory(bertBase, { ...setup, tokens: 512, weightFormat: 'fp16' })
    expect(bytesOf(parts, 'cache')).toBe(0)
    expect(bytesOf(parts, 'buffers')).toBeGreaterThan(0)
  })

  it('is tight between the ends of its band, and says no beyond them', () => {
    const { band, total } = inferenceMemory(llama3of8b, setup)
    const verdict = (gpuBytes: number) =>
      inferenceMemory(llama3of8b, { ...setup, gpuBytes }).verdict
    expect(verdict(band[1])).toBe('fits')
    expect(verdict(total)).toBe('tight')
    expect(verdict(band[0] - 1)).toBe('no')
  })

  it('names every part, its certainty and how it came about', () => {
    for (const engine of ['transformers', 'llama.cpp', 'vllm'] as const) {
      const { parts } = inferenceMemory(gemma3of27b, { ...setup, engine })
      expect(parts.map(({ id }) => id)).toEqual([
        'weights',
        'cache',
        'buffers',
        'overhead',
        'second-model',
      ])
      for (const { id, working } of parts.slice(0, 4)) expect(working, id).not.toEqual([])
    }
  })

  it.each([
    [{ gpuBytes: Number.NaN }, /gpuBytes is NaN/],
    [{ gpuCount: 0 }, /gpuCount is 0/],
    [{ utilisation: 1.1 }, /utilisation is 1.1/],
    [{ overheadBytes: -1 }, /overheadBytes is -1/],
    [{ tokens: 0.5 }, /tokens is 0.5/],
    [{ weightFormat: 'Q9' }, /Unknown weight format "Q9"/],
  ])('refuses %o in words', (wrong, message) => {
    expect(() => inferenceMemory(llama3of8b, { ...setup, ...wrong })).toThrow(message)
  })
})

describe('for any setup', () => {
  const setups = fc.record({
    engine: fc.constantFrom('transformers', 'llama.cpp', 'vllm'),
    weightFormat: fc.constantFrom('bf16', 'Q4_K_M', 'fp8'),
    keyFormat: fc.constantFrom('f16', 'q8_0'),
    valueFormat: fc.constantFrom('f16', 'q4_0'),
    tokens: fc.integer({ min: 1, max: 200_000 }),
    sequences: fc.integer({ min: 1, max: 20 }),
    flashAttention: fc.boolean(),
    gpuBytes: fc.integer({ min: 1, max: 200 }).map((gib) => gib * GIB),
    gpuCount: fc.constantFrom(1, 2, 4, 8),
    overheadBytes: fc.constantFrom(null, 0, GIB),
    engineRounding: fc.boolean(),
  }) as fc.Arbitrary<InferenceSetup>
  const models = fc.constantFrom(llama2of7b, gemma3of27b)

  it('the parts sum to the total, which lies in the band', () => {
    fc.assert(
      fc.property(models, setups, (model, setup) => {
        const { parts, total, band, budget, spare } = inferenceMemory(model, setup)
        expect(total).toBe(parts.reduce((sum, { bytes }) => sum + bytes, 0))
        expect(spare).toBe(budget - total)
        expect(band[0]).toBeLessThanOrEqual(total)
        expect(band[1]).toBeGreaterThanOrEqual(total)
      }),
    )
  })

  it('more tokens or more sequences never need less', () => {
    fc.assert(
      fc.property(models, setups, fc.integer({ min: 0, max: 4000 }), (model, setup, more) => {
        const { total } = inferenceMemory(model, setup)
        const longer = inferenceMemory(model, { ...setup, tokens: setup.tokens + more }).total
        const wider = inferenceMemory(model, { ...setup, sequences: setup.sequences + 1 }).total
        return longer >= total && wider >= total
      }),
    )
  })
})
