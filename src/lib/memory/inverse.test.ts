import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bestQuantization } from './best-quantization.ts'
import { gpusNeeded } from './gpus-needed.ts'
import { maxContext } from './max-context.ts'
import { maxSequences } from './max-sequences.ts'
import {
  bertBase,
  gemma3of27b,
  llama2of7b,
  llama3of70b,
  llama3of8b,
  r1of14b,
} from './published-models.fixture.ts'
import type { InferenceSetup } from './setup.ts'
import { totalBytes } from './total-bytes.ts'

const GIB = 2 ** 30
const byHand: InferenceSetup = {
  engine: 'llama.cpp',
  weightFormat: 'Q4_K_M',
  keyFormat: 'f16',
  valueFormat: 'f16',
  tokens: 1,
  sequences: 1,
  gpuBytes: 24 * GIB,
  utilisation: 0.9,
  overheadBytes: GIB,
  engineRounding: false,
}

describe('the longest context', () => {
  it.each([
    ['R1-14B on 24 GiB', r1of14b, 24, 'f16', 66_817],
    ['R1-14B on 24 GiB, cache in q8_0', r1of14b, 24, 'q8_0', 125_774],
    ['R1-14B on 12 GiB', r1of14b, 12, 'f16', 7_835],
    ['R1-14B on 12 GiB, cache in q8_0', r1of14b, 12, 'q8_0', 14_749],
    ['Llama-3-8B on 12 GiB', llama3of8b, 12, 'f16', 42_799],
    ['R1-14B on 8 GiB', r1of14b, 8, 'f16', 0],
  ] as const)('of %s is worked by hand', (_, model, gib, format, tokens) => {
    const { byMemory, working } = maxContext(model, {
      ...byHand,
      gpuBytes: gib * GIB,
      keyFormat: format,
      valueFormat: format,
    })
    expect(Math.abs(byMemory - tokens)).toBeLessThanOrEqual(0.001 * tokens)
    expect(working[0]).toMatchObject({ formula: 'max-context', result: byMemory })
  })

  it('of Llama-2-7B in bf16 on 24 GiB is 2060 for each of eight sequences', () => {
    const setup = { ...byHand, weightFormat: 'bf16', sequences: 8 }
    expect(maxContext(llama2of7b, setup).byMemory).toBe(2060)
    expect(maxSequences(llama2of7b, { ...setup, tokens: 2060 })).toBe(8)
    expect(maxSequences(llama2of7b, { ...setup, tokens: 2061 })).toBe(7)
  })

  it('is held back by what the model was made for', () => {
    const answer = maxContext(llama3of8b, { ...byHand, gpuBytes: 12 * GIB })
    expect(answer).toMatchObject({ byModel: 8192, usable: 8192 })
  })

  it('is without end for a model that caches nothing, up to a limit', () => {
    const answer = maxContext(bertBase, { ...byHand, weightFormat: 'fp16' })
    expect(answer).toMatchObject({ byMemory: 2 ** 27, usable: 512 })
  })

  it('fits, and one token more does not, under the rules of every engine', () => {
    const setups = fc.record({
      engine: fc.constantFrom('transformers', 'llama.cpp', 'vllm'),
      sequences: fc.integer({ min: 1, max: 9 }),
      gpuBytes: fc.integer({ min: 18, max: 100 }).map((gib) => gib * GIB),
      flashAttention: fc.boolean(),
      engineRounding: fc.boolean(),
      overheadBytes: fc.constantFrom(null, GIB),
    }) as fc.Arbitrary<Partial<InferenceSetup>>
    fc.assert(
      fc.property(fc.constantFrom(llama3of8b, gemma3of27b), setups, (model, some) => {
        const setup: InferenceSetup = { ...byHand, ...some }
        const { byMemory } = maxContext(model, setup)
        const budget = setup.gpuBytes * (setup.utilisation ?? 1)
        const need = (tokens: number) => totalBytes(model, { ...setup, tokens })
        if (byMemory > 0) expect(need(byMemory)).toBeLessThanOrEqual(budget)
        expect(need(byMemory + 1)).toBeGreaterThan(budget)
      }),
    )
  })
})

describe('the other questions', () => {
  it('the best quantization is the first of the ladder that fits', () => {
    const setup = { ...byHand, tokens: 4096 }
    expect(bestQuantization(r1of14b, { ...setup, gpuBytes: 24 * GIB })?.format).toBe('Q8_0')
    expect(bestQuantization(r1of14b, { ...setup, gpuBytes: 12 * GIB })?.format).toBe('Q4_K_M')
    expect(bestQuantization(r1of14b, { ...setup, gpuBytes: 4 * GIB })).toBeNull()
    expect(bestQuantization(r1of14b, { ...setup, gpuBytes: 24 * GIB }, ['Q6_K'])?.format).toBe(
      'Q6_K',
    )
  })

  it('Llama-3-70B in bf16 needs two cards of 80 GiB, and eight of 24 GiB', () => {
    const setup: InferenceSetup = {
      ...byHand,
      engine: 'vllm',
      weightFormat: 'bf16',
      tokens: 4096,
    }
    expect(gpusNeeded(llama3of70b, { ...setup, gpuBytes: 80 * GIB })?.gpus).toBe(2)
    expect(gpusNeeded(llama3of70b, { ...setup, gpuBytes: 24 * GIB })?.gpus).toBe(8)
    expect(gpusNeeded(llama3of70b, { ...setup, gpuBytes: 1 * GIB })).toBeNull()
  })

  it('not one sequence fits where the weights do not', () => {
    expect(maxSequences(llama3of70b, { ...byHand, tokens: 1, gpuBytes: 8 * GIB })).toBe(0)
  })
})
