import type { Formula } from '../formula/formula.ts'

/** Half as many documents hold the word at most, so that no logarithm of the twins is near 0. */
const symbols: Formula['symbols'] = {
  documents: { meaning: 'documents', unit: '1', range: [1000, 1_000_000], whole: true },
  holding: { meaning: 'documents that hold the word', unit: '1', range: [1, 400], whole: true },
}

type Values = Readonly<Record<string, number>>

const idf = (
  id: string,
  title: string,
  source: string,
  expression: string,
  evaluate: (values: Values) => number,
): Formula => ({
  id,
  title,
  source,
  expression,
  symbols,
  unit: '1',
  certainty: 'exact',
  evaluate,
})

/**
 * Rarity of a word by Robertson and Spärck Jones. Below 0 when more than half of the documents hold
 * the word. Source: `rank-bm25-code`.
 *
 * @example robertsonIdfFormula.evaluate({ documents: 7, holding: 3 }) // 0.2513144282809062
 */
export const robertsonIdfFormula = idf(
  'bm25-idf-robertson',
  'Rarity of a word (Robertson)',
  'rank-bm25-code',
  'log((documents - holding + 0.5) / (holding + 0.5))',
  ({ documents = 1, holding = 1 }) => Math.log((documents - holding + 0.5) / (holding + 0.5)),
)

/**
 * Rarity of a word as Lucene takes it: never below 0. Source: `bm25s-code`.
 *
 * @example luceneIdfFormula.evaluate({ documents: 7, holding: 3 }) // 0.8266785731844679
 */
export const luceneIdfFormula = idf(
  'bm25-idf-lucene',
  'Rarity of a word (Lucene)',
  'bm25s-code',
  'log(1 + (documents - holding + 0.5) / (holding + 0.5))',
  ({ documents = 1, holding = 1 }) => Math.log(1 + (documents - holding + 0.5) / (holding + 0.5)),
)

/**
 * Rarity of a word as ATIRE takes it: 0 when every document holds the word. Source: `bm25s-code`.
 *
 * @example atireIdfFormula.evaluate({ documents: 7, holding: 3 }) // 0.8472978603872037
 */
export const atireIdfFormula = idf(
  'bm25-idf-atire',
  'Rarity of a word (ATIRE)',
  'bm25s-code',
  'log(documents / holding)',
  ({ documents = 1, holding = 1 }) => Math.log(documents / holding),
)

/**
 * Rarity of a word in BM25L. Source: `bm25s-code`.
 *
 * @example bm25lIdfFormula.evaluate({ documents: 7, holding: 3 }) // 0.8266785731844679
 */
export const bm25lIdfFormula = idf(
  'bm25-idf-bm25l',
  'Rarity of a word (BM25L)',
  'bm25s-code',
  'log((documents + 1) / (holding + 0.5))',
  ({ documents = 1, holding = 1 }) => Math.log((documents + 1) / (holding + 0.5)),
)

/**
 * Rarity of a word in BM25+. Source: `bm25s-code`.
 *
 * @example bm25PlusIdfFormula.evaluate({ documents: 7, holding: 3 }) // 0.9808292530117262
 */
export const bm25PlusIdfFormula = idf(
  'bm25-idf-bm25plus',
  'Rarity of a word (BM25+)',
  'bm25s-code',
  'log((documents + 1) / holding)',
  ({ documents = 1, holding = 1 }) => Math.log((documents + 1) / holding),
)
