import { expect, test } from 'vitest'
import { keyFunctions } from './registry.ts'
import { retrievalFunctions } from './retrieval-functions.ts'

const { ndcg, recallAtK } = retrievalFunctions

test('recall and precision take names', () => {
  const args = { ranking: ['a', 'b', 'c', 'd'], relevant: ['b', 'd', 'e'], k: 4 }
  expect(recallAtK(args)).toBeCloseTo(2 / 3, 15)
  expect(retrievalFunctions.precisionAtK(args)).toBe(0.5)
  expect(retrievalFunctions.hitAtK({ ...args, k: 1 })).toBe(0)
})

test('nDCG takes the grades of the ranking, and those that it lacks', () => {
  // (3 / log2(3) + 1 / 2) / (3 + 1 / log2(3))
  expect(ndcg({ grades: [0, 3, 1], k: 3 })).toBeCloseTo(0.6590018048024133, 12)
  expect(ndcg({ grades: [1], missed: [3], k: 2 })).toBeCloseTo(1 / (3 + 1 / Math.log2(3)), 12)
  expect(() => ndcg({ grades: [1], k: 1, gain: 'cubic' })).toThrow(/exponential/)
})

test('MRR and fusion take ranks, 0 for none', () => {
  expect(retrievalFunctions.meanReciprocalRank({ ranks: [1, 2, 0, 4] })).toBeCloseTo(1.75 / 4, 15)
  expect(retrievalFunctions.rrfScore({ ranks: [3, 1] })).toBeCloseTo(1 / 63 + 1 / 61, 15)
  expect(retrievalFunctions.rrfScore({ ranks: [0, 10], k: 10 })).toBeCloseTo(1 / 20, 15)
})

test('vectors, words, spans and passes are worked by hand', () => {
  expect(retrievalFunctions.cosineSimilarity({ a: [3, 4], b: [4, 3] })).toBeCloseTo(0.96, 15)
  expect(retrievalFunctions.dotProduct({ a: [3, 4], b: [4, 3] })).toBe(24)
  const texts = { documents: ['cat sat', 'dog'], query: 'cat', document: 1 }
  expect(retrievalFunctions.bm25Score(texts)).toBeCloseTo(Math.LN2 / 2.875, 12)
  expect(() => retrievalFunctions.bm25Score({ ...texts, document: 3 })).toThrow(/between 1 and 2/)
  const args = { retrieved: [0, 10], gold: [5, 15] }
  expect(retrievalFunctions.spanIou(args)).toBeCloseTo(1 / 3, 15)
  expect([retrievalFunctions.spanRecall(args), retrievalFunctions.spanPrecision(args)]).toEqual([
    0.5, 0.5,
  ])
  expect(() => retrievalFunctions.spanIou({ ...args, gold: [5] })).toThrow(/pairs/)
  expect(retrievalFunctions.rerankerPasses({ candidates: 50, queries: 40 })).toBe(2000)
})

test('the registry knows them', () => {
  for (const name of Object.keys(retrievalFunctions)) expect(keyFunctions[name], name).toBeDefined()
})
