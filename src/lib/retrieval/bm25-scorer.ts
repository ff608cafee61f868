import { bm25NormFormula } from './bm25-count.formula.ts'
import type { Bm25Index } from './bm25-index.ts'
import { bm25Variants } from './bm25-variants.ts'
import type { Bm25Parameters, Bm25Variant, Bm25VariantName } from './bm25-variants.ts'

/** A variant, and the parameters that differ from its defaults. */
export interface Bm25Options extends Partial<Bm25Parameters> {
  readonly variant?: Bm25VariantName
}

/** What one word of the query adds to the score of one document. */
export interface Bm25Part {
  readonly word: string
  /** Times that the document holds it. */
  readonly count: number
  /** Documents that hold it. */
  readonly holding: number
  readonly idf: number
  readonly score: number
}

/**
 * The score of a document under BM25, word by word of the query: a word that the query repeats is
 * there as often. The parts add up to the document's score.
 *
 * Formula: `rarity x worth` of the variant. Units: none. Source: `bm25s-code`, `rank-bm25-code`.
 *
 * @throws RangeError when k1, delta or epsilon is no number from 0, b is not within 0 to 1, or a
 * variant is unknown
 * @example bm25Scorer(bm25Index([['red', 'fox'], ['dog']]), ['fox']).parts(0)[0].holding // 1
 */
export function bm25Scorer(
  index: Bm25Index,
  query: readonly string[],
  options: Bm25Options = {},
): { readonly parts: (document: number) => readonly Bm25Part[] } {
  const variant = bm25Variants[options.variant ?? 'bm25s_lucene']
  const parameters = parametersOf(variant, options)
  const words = query.filter((word) => index.holding.has(word))
  const meanIdf = words.length === 0 ? 0 : meanIdfOf(index, variant)
  const idfs = new Map(
    words.map((word) => [word, idfOf(index, variant, word, meanIdf, parameters)]),
  )
  return {
    parts: (document) => {
      const counts = index.counts[document]
      const norm = bm25NormFormula.evaluate({
        b: parameters.b,
        words: index.words[document] ?? 0,
        meanWords: index.meanWords === 0 ? 1 : index.meanWords,
      })
      return words.map((word) => {
        const count = counts?.get(word) ?? 0
        const idf = idfs.get(word) ?? 0
        const score = idf * variant.worth({ count, norm }, parameters)
        return { word, count, holding: index.holding.get(word) ?? 0, idf, score }
      })
    },
  }
}

function idfOf(
  index: Bm25Index,
  variant: Bm25Variant,
  word: string,
  meanIdf: number,
  parameters: Bm25Parameters,
): number {
  const documents = index.counts.length
  const idf = variant.idf.evaluate({ documents, holding: index.holding.get(word) ?? 0 })
  return idf < 0 ? variant.negativeIdf(meanIdf, parameters) : idf
}

/** Mean rarity of all words of the documents, before any is raised. */
function meanIdfOf(index: Bm25Index, { idf }: Bm25Variant): number {
  const documents = index.counts.length
  let sum = 0
  for (const holding of index.holding.values()) sum += idf.evaluate({ documents, holding })
  return sum / index.holding.size
}

function parametersOf(variant: Bm25Variant | undefined, options: Bm25Options): Bm25Parameters {
  if (variant === undefined) {
    throw new RangeError(
      `There is no BM25 "${options.variant}"; there are ${Object.keys(bm25Variants).join(', ')}.`,
    )
  }
  const { k1, b, delta, epsilon } = { ...variant.defaults, ...options }
  for (const [name, value] of Object.entries({ k1, b, delta, epsilon })) {
    if (!Number.isFinite(value) || value < 0) {
      throw new RangeError(`${name} is ${value}; it must be a number, 0 or more.`)
    }
  }
  if (b > 1) throw new RangeError(`b is ${b}; it is a share of the length, from 0 to 1.`)
  return { k1, b, delta, epsilon }
}
