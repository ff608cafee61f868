import { expect } from 'vitest'
import type { SamplerResult } from '../../src/lib/sampling/sampler-chain.ts'

/** What a library answered; `raises` instead of the rest when it refused the input. */
export interface SamplerAnswer {
  readonly raises?: string
  readonly kept_token_ids?: readonly number[]
  readonly probabilities?: readonly number[]
  readonly which_of_the_tied_tokens_is_free?: boolean
  readonly relative_tolerance?: number
  readonly greedy_token_id?: number
}

/** JSON has no infinity, so the files write it as a word. */
export type JsonNumber = number | 'inf' | '-inf' | 'nan'

export function numberOf(value: JsonNumber): number {
  if (typeof value === 'number') return value
  return { inf: Infinity, '-inf': -Infinity, nan: NaN }[value]
}

/** Numbers of every field of an object; other values stay. */
export function numbersOf<Fields extends object>(fields: Fields): Fields {
  const entries = Object.entries(fields).map(([key, value]: [string, unknown]) => [
    key,
    value === 'inf' || value === '-inf' || value === 'nan' ? numberOf(value) : value,
  ])
  return Object.fromEntries(entries) as Fields
}

/** Compares the kept set and the probabilities, or expects a refusal. */
export function expectAnswer(
  sample: () => SamplerResult,
  expected: SamplerAnswer,
  tolerance: { readonly absolute: number; readonly relative: number },
): void {
  if (expected.raises !== undefined) {
    expect(sample).toThrow(RangeError)
    return
  }
  const { keptTokenIds, probabilities } = sample()
  if (expected.greedy_token_id !== undefined) {
    expect([...keptTokenIds]).toEqual([expected.greedy_token_id])
    return
  }
  const wanted = (expected.probabilities ?? []).map(numberOf)
  if (expected.which_of_the_tied_tokens_is_free !== true) {
    expect([...keptTokenIds]).toEqual(expected.kept_token_ids)
  }
  expect(probabilities.length).toBe(wanted.length)
  wanted.forEach((probability, index) => {
    const difference = Math.abs((probabilities[index] ?? NaN) - probability)
    expect(difference).toBeLessThanOrEqual(tolerance.absolute + tolerance.relative * probability)
  })
}
