import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { samplerChain } from './sampler-chain.ts'
import { softmax } from './softmax.ts'
import type { SamplerStep } from './step.ts'

/** Logits of a small vocabulary, without equal ones. */
const distinctLogits: fc.Arbitrary<readonly number[]> = fc.uniqueArray(
  fc.double({ min: -20, max: 20, noNaN: true }),
  {
    minLength: 1,
    maxLength: 40,
    comparator: (one, other) => Math.abs(one - other) < 1e-6,
  },
)

/** Logits of a small vocabulary; many are equal. */
const tiedLogits: fc.Arbitrary<readonly number[]> = fc.array(
  fc.integer({ min: -8, max: 8 }).map((half) => half / 2),
  { minLength: 1, maxLength: 40 },
)

const anyLogits: fc.Arbitrary<readonly number[]> = fc.oneof(distinctLogits, tiedLogits)

const share: fc.Arbitrary<number> = fc.double({ min: 0, max: 1, noNaN: true })

const kept = (logits: readonly number[], ...steps: readonly SamplerStep[]) =>
  samplerChain(logits, steps)

const step: fc.Arbitrary<SamplerStep> = fc.oneof(
  fc.double({ min: 0.05, max: 5, noNaN: true }).map((temperature) => ({
    name: 'temperature' as const,
    temperature,
  })),
  fc.integer({ min: 0, max: 50 }).map((k) => ({ name: 'top_k' as const, k })),
  share.map((p) => ({ name: 'top_p' as const, p })),
  share.map((p) => ({ name: 'min_p' as const, p })),
  share.map((p) => ({ name: 'typical_p' as const, p })),
  fc.double({ min: 0, max: 3, noNaN: true }).map((n) => ({ name: 'top_n_sigma' as const, n })),
  fc.double({ min: 0.001, max: 0.5, noNaN: true }).map((epsilon) => ({
    name: 'eta_cutoff' as const,
    epsilon,
  })),
  fc.record({
    name: fc.constant('penalties' as const),
    repeat: fc.double({ min: 0.5, max: 2, noNaN: true }),
    frequency: fc.double({ min: -1, max: 1, noNaN: true }),
    presence: fc.double({ min: -1, max: 1, noNaN: true }),
  }),
)

describe('any chain', () => {
  const chain = fc.array(step, { maxLength: 6 })

  it('gives probabilities that sum to 1 within 1e-12, most probable first', () => {
    fc.assert(
      fc.property(anyLogits, chain, (logits, steps) => {
        const { probabilities, keptTokenIds } = samplerChain(logits, steps, {
          promptTokenIds: [0],
        })
        const total = probabilities.reduce((one, other) => one + other, 0)
        expect(Math.abs(total - 1)).toBeLessThanOrEqual(1e-12)
        expect(new Set(keptTokenIds).size).toBe(keptTokenIds.length)
        expect(keptTokenIds.length).toBeGreaterThan(0)
        probabilities.forEach((probability, index) => {
          if (index > 0) expect(probability).toBeLessThanOrEqual(probabilities[index - 1] ?? 0)
        })
      }),
    )
  })

  it('says at each stage what share of the distribution before it was kept', () => {
    fc.assert(
      fc.property(anyLogits, chain, (logits, steps) => {
        const { start, stages } = samplerChain(logits, steps)
        let before = start.ids.length
        for (const { keptCount, cutCount, keptMass } of stages) {
          expect(keptCount + cutCount).toBe(before)
          expect(keptMass).toBeGreaterThanOrEqual(0)
          expect(keptMass).toBeLessThanOrEqual(1)
          if (cutCount === 0) expect(keptMass).toBe(1)
          before = keptCount
        }
      }),
    )
  })

  it('does not depend on where a token stands when no two are equal', () => {
    fc.assert(
      fc.property(distinctLogits, fc.array(step, { maxLength: 3 }), (logits, steps) => {
        const cuts = steps.filter(({ name }) => name !== 'penalties')
        const size = logits.length
        const turned = samplerChain([...logits].reverse(), cuts)
        const { keptTokenIds } = samplerChain(logits, cuts)
        expect([...turned.keptTokenIds].map((id) => size - 1 - id)).toEqual([...keptTokenIds])
      }),
    )
  })

  it('without steps is the softmax', () => {
    fc.assert(
      fc.property(anyLogits, (logits) => {
        const { keptTokenIds, probabilities } = samplerChain(logits, [])
        const whole = softmax(logits)
        keptTokenIds.forEach((id, index) => {
          expect(probabilities[index]).toBeCloseTo(whole[id] ?? NaN, 14)
        })
      }),
    )
  })
})

describe('top-p', () => {
  it('keeps a mass of at least p with the fewest tokens', () => {
    fc.assert(
      fc.property(anyLogits, share, (logits, p) => {
        const { stages, probabilities } = kept(logits, { name: 'top_p', p })
        const mass = stages[0]?.keptMass ?? 0
        const last = (probabilities.at(-1) ?? 0) * mass
        expect(mass).toBeGreaterThanOrEqual(p - 2e-12)
        if (probabilities.length > 1 && p < 1) expect(mass - last).toBeLessThan(p)
      }),
    )
  })

  it('keeps no fewer tokens for a larger p', () => {
    fc.assert(
      fc.property(anyLogits, share, share, (logits, one, other) => {
        const few = kept(logits, { name: 'top_p', p: Math.min(one, other) }).keptTokenIds
        const many = kept(logits, { name: 'top_p', p: Math.max(one, other) }).keptTokenIds
        expect([...many.slice(0, few.length)]).toEqual([...few])
      }),
    )
  })
})

describe('the other filters', () => {
  it('top-k keeps exactly k tokens, and no fewer for a larger k', () => {
    fc.assert(
      fc.property(anyLogits, fc.integer({ min: 1, max: 60 }), (logits, k) => {
        const few = kept(logits, { name: 'top_k', k }).keptTokenIds
        const many = kept(logits, { name: 'top_k', k: k + 1 }).keptTokenIds
        expect(few).toHaveLength(Math.min(k, logits.length))
        expect([...many.slice(0, few.length)]).toEqual([...few])
      }),
    )
  })

  it('min-p keeps exactly the tokens of at least p times the largest probability', () => {
    fc.assert(
      fc.property(distinctLogits, share, (logits, p) => {
        const { keptTokenIds } = kept(logits, { name: 'min_p', p })
        const whole = softmax(logits)
        const largest = Math.max(...whole)
        const slack = 1e-9 * largest
        const ids = new Set(keptTokenIds)
        whole.forEach((probability, id) => {
          if (probability > p * largest + slack) expect(ids.has(id)).toBe(true)
          if (probability < p * largest - slack) expect(ids.has(id)).toBe(false)
        })
      }),
    )
  })

  it('typical-p keeps a mass of at least p, nearest to the entropy first', () => {
    fc.assert(
      fc.property(distinctLogits, share, (logits, p) => {
        const whole = softmax(logits)
        const entropy = whole.reduce((sum, q) => sum - (q > 0 ? q * Math.log(q) : 0), 0)
        const { keptTokenIds, stages } = kept(logits, { name: 'typical_p', p })
        expect(stages[0]?.keptMass).toBeGreaterThanOrEqual(p - 2e-12)
        const ids = new Set(keptTokenIds)
        const far = (id: number) => Math.abs(-Math.log(whole[id] ?? 0) - entropy)
        const within = Math.max(...[...ids].map(far))
        whole.forEach((_, id) => {
          if (!ids.has(id)) expect(far(id)).toBeGreaterThan(within - 1e-9)
        })
      }),
    )
  })

  it('top-n-sigma keeps the same tokens at every temperature', () => {
    const temperature = fc.double({ min: 0.1, max: 10, noNaN: true })
    fc.assert(
      fc.property(distinctLogits, temperature, fc.integer({ min: 1, max: 9 }), (logits, t, n) => {
        const cut = { name: 'top_n_sigma', n: n / 3 + 0.0123 } as const
        const warmed = kept(logits, { name: 'temperature', temperature: t }, cut).keptTokenIds
        expect([...warmed]).toEqual([...kept(logits, cut).keptTokenIds])
      }),
    )
  })
})
