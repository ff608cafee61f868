import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bm25, bm25Scores } from './bm25.ts'
import { bm25Index } from './bm25-index.ts'
import { bm25Scorer } from './bm25-scorer.ts'
import { bm25Variants } from './bm25-variants.ts'
import type { Bm25VariantName } from './bm25-variants.ts'

const names = Object.values(bm25Variants).map(({ name }) => name)
const word = fc.constantFrom('red', 'fox', 'dog', 'cat', 'sat')
const documents = fc.array(fc.array(word, { maxLength: 8 }), { minLength: 1, maxLength: 8 })
const query = fc.array(word, { maxLength: 4 })
const variant = fc.constantFrom<Bm25VariantName>(...names)

describe('BM25', () => {
  it('is worked by hand for one word in one of two documents', () => {
    // rarity ln(1 + 1.5/1.5) = ln 2; worth 1 / (1 + 1.5 (0.25 + 0.75 x 2/1.5)) = 1 / 2.875
    const [first, second] = bm25({ documents: [['cat', 'sat'], ['dog']], query: ['cat'] })
    expect(first).toBeCloseTo(Math.LN2 / 2.875, 12)
    expect(second).toBe(0)
  })

  it('gives each document a finite score under every variant, also to an empty one', () => {
    fc.assert(
      fc.property(
        documents,
        query,
        variant,
        fc.double({ min: 0, max: 3, noNaN: true }),
        (...given) => {
          const [texts, words, name, k1] = given
          const scores = bm25({ documents: texts, query: words, variant: name, k1, b: 1, delta: 0 })
          expect(scores).toHaveLength(texts.length)
          expect(scores.every(Number.isFinite)).toBe(true)
        },
      ),
    )
  })

  it('does not depend on the order of the documents', () => {
    fc.assert(
      fc.property(documents, query, variant, (texts, words, name) => {
        const scores = bm25({ documents: texts, query: words, variant: name })
        const turned = bm25({ documents: texts.toReversed(), query: words, variant: name })
        for (const [place, score] of turned.toReversed().entries()) {
          expect(score).toBeCloseTo(scores[place] ?? NaN, 10)
        }
      }),
    )
  })

  it('counts a word of the query as often as it stands there, and no unknown word', () => {
    const texts = [['red', 'fox'], ['dog']]
    const [once = 0] = bm25({ documents: texts, query: ['fox'] })
    expect(bm25({ documents: texts, query: ['fox', 'fox', 'owl'] })[0]).toBeCloseTo(2 * once, 12)
    expect(bm25({ documents: texts, query: [] })).toEqual([0, 0])
  })

  it('shows the parts that a score is made of', () => {
    const index = bm25Index([
      ['red', 'fox', 'fox'],
      ['fox', 'dog'],
    ])
    const parts = bm25Scorer(index, ['fox', 'red', 'owl']).parts(0)
    expect(parts.map(({ word: name, count, holding }) => ({ name, count, holding }))).toEqual([
      { name: 'fox', count: 2, holding: 2 },
      { name: 'red', count: 1, holding: 1 },
    ])
    const sum = parts.reduce((total, { score }) => total + score, 0)
    expect(bm25Scores(index, ['fox', 'red', 'owl'])[0]).toBeCloseTo(sum, 14)
  })

  it('refuses no documents and parameters out of range', () => {
    expect(() => bm25({ documents: [], query: ['a'] })).toThrow(/no document/)
    expect(() => bm25({ documents: [['a']], query: ['a'], b: 1.5 })).toThrow(/b is 1.5/)
    expect(() => bm25({ documents: [['a']], query: ['a'], k1: -1 })).toThrow(/k1 is -1/)
  })
})
