import type { Formula } from '../formula/formula.ts'

const count: Formula['symbols'] = {
  count: {
    meaning: 'times that the document holds the word',
    unit: '1',
    range: [1, 40],
    whole: true,
  },
}
const k1: Formula['symbols'] = {
  k1: { meaning: 'how slowly further mentions stop counting', unit: '1', range: [0.1, 3] },
}
const norm: Formula['symbols'] = {
  norm: { meaning: 'length of the document as BM25 weighs it', unit: '1', range: [0.3, 5] },
}

/**
 * How long a document counts as: 1 at the mean length, and 1 for every document when b is 0.
 *
 * Units: none. Source: `bm25s-code`.
 *
 * @example bm25NormFormula.evaluate({ b: 0.75, words: 6, meanWords: 4 }) // 1.375
 */
export const bm25NormFormula: Formula = {
  id: 'bm25-norm',
  title: 'Length of a document as BM25 weighs it',
  expression: '1 - b + b * words / meanWords',
  symbols: {
    b: { meaning: 'how much the length matters, 0 to 1', unit: '1', range: [0, 1] },
    words: { meaning: 'words of the document', unit: '1', range: [1, 2000], whole: true },
    meanWords: { meaning: 'words of a document on average', unit: '1', range: [10, 500] },
  },
  unit: '1',
  certainty: 'exact',
  source: 'bm25s-code',
  evaluate: ({ b = 0, words = 0, meanWords = 1 }) => 1 - b + (b * words) / meanWords,
}

/**
 * What the mentions of a word are worth: it grows with each, towards 1. Lucene and Robertson take it
 * as it is; ATIRE, Okapi and BM25+ multiply it by k1 + 1, which changes no ranking.
 *
 * Units: none, 0 to 1. Source: `bm25s-code`.
 *
 * @example bm25SaturationFormula.evaluate({ count: 3, k1: 1.5, norm: 1 }) // 0.6666666666666666
 */
export const bm25SaturationFormula: Formula = {
  id: 'bm25-saturation',
  title: 'Worth of the mentions of a word',
  expression: 'count / (count + k1 * norm)',
  symbols: { ...count, ...k1, ...norm },
  unit: '1',
  certainty: 'exact',
  source: 'bm25s-code',
  evaluate: ({ count = 0, k1 = 0, norm = 1 }) => count / (count + k1 * norm),
}

/**
 * The same in BM25L, which divides the mentions by the length first and adds delta, so that long
 * documents are not held down.
 *
 * Units: none, 0 to k1 + 1. Source: `bm25s-code`.
 *
 * @example bm25lSaturationFormula.evaluate({ count: 3, k1: 1.5, norm: 1, delta: 0.5 }) // 1.75
 */
export const bm25lSaturationFormula: Formula = {
  id: 'bm25l-saturation',
  title: 'Worth of the mentions of a word (BM25L)',
  expression: '(k1 + 1) * (count / norm + delta) / (k1 + count / norm + delta)',
  symbols: {
    ...count,
    ...k1,
    ...norm,
    delta: { meaning: 'what is added to every document', unit: '1', range: [0, 2] },
  },
  unit: '1',
  certainty: 'exact',
  source: 'bm25s-code',
  evaluate: ({ count = 0, k1 = 0, norm = 1, delta = 0 }) =>
    ((k1 + 1) * (count / norm + delta)) / (k1 + count / norm + delta),
}
