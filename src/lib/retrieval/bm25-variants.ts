import type { Formula } from '../formula/formula.ts'
import { bm25SaturationFormula, bm25lSaturationFormula } from './bm25-count.formula.ts'
import {
  atireIdfFormula,
  bm25PlusIdfFormula,
  bm25lIdfFormula,
  luceneIdfFormula,
  robertsonIdfFormula,
} from './bm25-idf.formula.ts'

/** A library and the variant of BM25 that it computes. */
export type Bm25VariantName =
  | 'rank_bm25_okapi'
  | 'rank_bm25_l'
  | 'rank_bm25_plus'
  | 'bm25s_lucene'
  | 'bm25s_robertson'
  | 'bm25s_atire'
  | 'bm25s_bm25l'
  | 'bm25s_bm25+'

export interface Bm25Parameters {
  /** How slowly further mentions of a word stop counting; 0: one mention is as good as ten. */
  readonly k1: number
  /** How much the length of a document matters, 0 to 1. */
  readonly b: number
  /** What BM25L and BM25+ add for every document. */
  readonly delta: number
  /** Okapi of rank_bm25: share of the mean rarity that a word of more than half the documents gets. */
  readonly epsilon: number
}

export interface Bm25Variant {
  readonly name: Bm25VariantName
  readonly defaults: Bm25Parameters
  readonly idf: Formula
  /** What a rarity below 0 becomes, given the mean rarity of all words. */
  readonly negativeIdf: (meanIdf: number, parameters: Bm25Parameters) => number
  /** What the mentions in a document are worth, before the rarity. */
  readonly worth: (values: Bm25Mentions, parameters: Bm25Parameters) => number
}

/** How often a document holds a word, and how long it counts as. */
export interface Bm25Mentions {
  readonly count: number
  readonly norm: number
}

type Worth = Bm25Variant['worth']

/** A word that is not there is worth 0, also where the formula would divide 0 by 0. */
const saturation: Worth = ({ count, norm }, { k1 }) =>
  count === 0 ? 0 : bm25SaturationFormula.evaluate({ count, norm, k1 })

const times =
  (worth: Worth): Worth =>
  (mentions, parameters) =>
    (parameters.k1 + 1) * worth(mentions, parameters)

const plusDelta =
  (worth: Worth): Worth =>
  (mentions, parameters) =>
    parameters.delta + worth(mentions, parameters)

const bm25l: Worth = ({ count, norm }, { k1, delta }) => {
  if (count === 0 && delta === 0) return 0
  return bm25lSaturationFormula.evaluate({ count, norm: count === 0 ? 1 : norm, k1, delta })
}

/** rank_bm25 0.2.2 multiplies BM25L's worth by the mentions once more; a slip that it keeps. */
const bm25lTimesCount: Worth = (mentions, parameters) =>
  mentions.count === 0 ? 0 : mentions.count * bm25l(mentions, parameters)

const usual: Bm25Parameters = { k1: 1.5, b: 0.75, delta: 0.5, epsilon: 0.25 }
const never = (meanIdf: number): number => meanIdf
const raisedToZero = (): number => 0

/**
 * The variants of BM25 that two libraries compute, with their default values. They agree that rare
 * words count more, that mentions saturate and that long documents are held down; they differ in
 * what a common word is worth and in constant factors. Elasticsearch and Lucene compute
 * `bm25s_lucene` (with k1 1.2 by default).
 *
 * Formula: `rarity x worth`, summed over the query's words. Source: `bm25s-code`, `rank-bm25-code`.
 *
 * @example bm25Variants['bm25s_lucene'].defaults.k1 // 1.5
 */
export const bm25Variants: Readonly<Record<Bm25VariantName, Bm25Variant>> = {
  rank_bm25_okapi: {
    name: 'rank_bm25_okapi',
    defaults: usual,
    idf: robertsonIdfFormula,
    negativeIdf: (meanIdf, { epsilon }) => epsilon * meanIdf,
    worth: times(saturation),
  },
  rank_bm25_l: {
    name: 'rank_bm25_l',
    defaults: usual,
    idf: bm25lIdfFormula,
    negativeIdf: never,
    worth: bm25lTimesCount,
  },
  rank_bm25_plus: {
    name: 'rank_bm25_plus',
    defaults: { ...usual, delta: 1 },
    idf: bm25PlusIdfFormula,
    negativeIdf: never,
    worth: plusDelta(times(saturation)),
  },
  bm25s_lucene: {
    name: 'bm25s_lucene',
    defaults: usual,
    idf: luceneIdfFormula,
    negativeIdf: never,
    worth: saturation,
  },
  bm25s_robertson: {
    name: 'bm25s_robertson',
    defaults: usual,
    idf: robertsonIdfFormula,
    negativeIdf: raisedToZero,
    worth: saturation,
  },
  bm25s_atire: {
    name: 'bm25s_atire',
    defaults: usual,
    idf: atireIdfFormula,
    negativeIdf: never,
    worth: times(saturation),
  },
  bm25s_bm25l: {
    name: 'bm25s_bm25l',
    defaults: usual,
    idf: bm25lIdfFormula,
    negativeIdf: never,
    worth: bm25l,
  },
  'bm25s_bm25+': {
    name: 'bm25s_bm25+',
    defaults: usual,
    idf: bm25PlusIdfFormula,
    negativeIdf: never,
    worth: plusDelta(times(saturation)),
  },
}
