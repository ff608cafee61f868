import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cosineSimilarity } from './cosine-similarity.ts'
import { dotProduct } from './dot-product.ts'
import { maxSim } from './max-sim.ts'
import { maximalMarginalRelevance } from './maximal-marginal-relevance.ts'
import { topK } from './top-k.ts'

const number = fc.integer({ min: -8, max: 8 })
const vector = fc.array(number, { minLength: 5, maxLength: 5 })
const vectors = fc.array(vector, { minLength: 1, maxLength: 12 })

describe('cosine similarity', () => {
  it('is 24/25 for (3, 4) and (4, 3), 1 for itself, 0 for a vector of zeros', () => {
    expect(cosineSimilarity([3, 4], [4, 3])).toBeCloseTo(0.96, 15)
    expect(cosineSimilarity([3, 4], [6, 8])).toBe(1)
    expect(cosineSimilarity([0, 0], [6, 8])).toBe(0)
    expect(cosineSimilarity([1e200, 0], [1e200, 1e200])).toBeCloseTo(Math.SQRT1_2, 15)
    expect(cosineSimilarity([1e-200, 0], [1e-200, 1e-200])).toBeCloseTo(Math.SQRT1_2, 15)
  })

  it('refuses vectors of two models and numbers that are not finite', () => {
    expect(() => cosineSimilarity([1], [1, 2])).toThrow(/1 numbers and the other 2/)
    expect(() => cosineSimilarity([NaN], [1])).toThrow(RangeError)
  })
})

describe('exact search', () => {
  const flat = (rows: readonly (readonly number[])[]) => Float32Array.from(rows.flat())

  it('gives what sorting all dot products gives, equal rows in their order', () => {
    fc.assert(
      fc.property(vector, vectors, fc.nat(14), (query, rows, k) => {
        const sorted = rows
          .map((row, index) => ({ index, score: dotProduct(query, row) }))
          .sort((one, other) => other.score - one.score)
          .slice(0, k)
        expect(topK(Float32Array.from(query), flat(rows), 5, k)).toEqual(sorted)
      }),
    )
  })

  it('refuses tables that do not fit', () => {
    expect(() => topK(new Float32Array(3), new Float32Array(4), 2, 1)).toThrow(/different models/)
    expect(() => topK(new Float32Array(2), new Float32Array(5), 2, 1)).toThrow(/whole rows/)
    expect(() => topK(new Float32Array(2), new Float32Array(4), 2, 0.5)).toThrow(/k is 0.5/)
  })
})

describe('maximal marginal relevance', () => {
  it('with lambda 1 is the order by cosine', () => {
    fc.assert(
      fc.property(vector, vectors, fc.integer({ min: 0, max: 12 }), (query, documents, k) => {
        const order = documents
          .map((document, index) => ({ index, cosine: cosineSimilarity(query, document) }))
          .sort((one, other) => other.cosine - one.cosine)
          .map(({ index }) => index)
        expect(maximalMarginalRelevance({ query, documents, lambda: 1, k })).toEqual(
          order.slice(0, k),
        )
      }),
    )
  })

  it('passes over a near copy of what it has chosen', () => {
    const documents = [
      [1, 0],
      [1, 0.01],
      [0.7, 0.7],
    ]
    expect(maximalMarginalRelevance({ query: [1, 0], documents, lambda: 0.3, k: 2 })).toEqual([
      0, 2,
    ])
  })

  it('refuses a lambda beyond 1', () => {
    expect(() => maximalMarginalRelevance({ query: [1], documents: [], lambda: 2, k: 1 })).toThrow(
      /lambda is 2/,
    )
  })
})

describe('late interaction', () => {
  it('adds the best match of every token of the query', () => {
    const query = Float32Array.of(1, 0, 0, 1)
    const passage = Float32Array.of(0, 1, 0.5, 0.5)
    const { score, matches } = maxSim(query, passage, 2)
    expect(matches).toEqual([
      { passageToken: 1, similarity: 0.5 },
      { passageToken: 0, similarity: 1 },
    ])
    expect(score).toBe(1.5)
  })

  it('is what comparing every pair of tokens gives, whatever their numbers', () => {
    fc.assert(
      fc.property(vectors, vectors, (query, passage) => {
        const { score, matches } = maxSim(
          Float32Array.from(query.flat()),
          Float32Array.from(passage.flat()),
          5,
        )
        const pairs = query.map((token) =>
          passage.map((other) =>
            token.reduce((sum, value, at) => sum + value * (other[at] ?? 0), 0),
          ),
        )
        const best = pairs.map((products) => Math.max(...products))
        expect(matches).toEqual(
          best.map((similarity, token) => ({
            passageToken: pairs[token]?.indexOf(similarity),
            similarity,
          })),
        )
        expect(score).toBe(best.reduce((sum, value) => sum + value, 0))
      }),
    )
  })

  it('is 0 for a passage or a query without tokens', () => {
    expect(maxSim(new Float32Array(2), new Float32Array(0), 2)).toEqual({ score: 0, matches: [] })
    expect(maxSim(new Float32Array(0), new Float32Array(2), 2)).toEqual({ score: 0, matches: [] })
  })
})
