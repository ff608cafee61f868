import { hitAtK } from '../evaluation/hit-at-k.ts'
import { meanReciprocalRank } from '../evaluation/mean-reciprocal-rank.ts'
import { ndcg } from '../evaluation/ndcg.ts'
import { precisionAtK } from '../evaluation/precision-at-k.ts'
import { recallAtK } from '../evaluation/recall-at-k.ts'
import { spanScores } from '../evaluation/span-scores.ts'
import type { Span } from '../chunking/chunk.ts'
import { bm25 } from '../retrieval/bm25.ts'
import { cosineSimilarity } from '../retrieval/cosine-similarity.ts'
import { dotProduct } from '../retrieval/dot-product.ts'
import { reciprocalRankFusion } from '../retrieval/reciprocal-rank-fusion.ts'
import { numberArg, numbersArg, textArg, textsArg } from './key-args.ts'
import type { KeyArgs } from './key-args.ts'

/** `ranking` and `relevant`, lists of names; or `grades`, the grades of the ranking in its order. */
const answerOf = (args: KeyArgs) => {
  if (args['grades'] !== undefined) {
    const grades = numbersArg(args, 'grades')
    const missed = args['missed'] === undefined ? [] : numbersArg(args, 'missed')
    return {
      ranking: [...grades.keys()],
      relevance: Object.fromEntries([...grades, ...missed].entries()),
    }
  }
  const relevant = textsArg(args, 'relevant', [])
  return {
    ranking: textsArg(args, 'ranking', []),
    relevance: Object.fromEntries(relevant.map((id) => [id, 1])),
  }
}

const atK = (args: KeyArgs) => ({ ...answerOf(args), k: numberArg(args, 'k') })

/** `ranks`: the rank of the first relevant document of each question, 0 where there is none. */
const mrr = (args: KeyArgs): number =>
  meanReciprocalRank(
    numbersArg(args, 'ranks').map((rank) => ({
      ranking: Array.from({ length: rank }, (_, place) => place + 1),
      relevance: { [rank]: 1 },
    })),
  )

/** `ranks`: the rank of one document in each ranking, 0 where a ranking lacks it. */
const rrfScore = (args: KeyArgs): number => {
  const rankings = numbersArg(args, 'ranks').map((rank) =>
    Array.from({ length: rank }, (_, place) => (place + 1 === rank ? 0 : -1 - place)),
  )
  const fused = reciprocalRankFusion({ rankings, k: numberArg(args, 'k', 60) })
  return fused.find(({ id }) => id === 0)?.score ?? 0
}

/** Pairs of numbers one after another: start, end, start, end. */
const spansArg = (args: KeyArgs, name: string): readonly Span[] => {
  const numbers = numbersArg(args, name)
  if (numbers.length % 2 === 1) {
    throw new RangeError(`${name} has ${numbers.length} numbers; spans need pairs of start and end`)
  }
  return numbers.flatMap((start, place) =>
    place % 2 === 0 ? [{ start, end: numbers[place + 1] ?? start }] : [],
  )
}

const spans = (args: KeyArgs) =>
  spanScores({ retrieved: spansArg(args, 'retrieved'), gold: spansArg(args, 'gold') })

/** Score of document number `document`, from 1; `documents` and `query` are texts, words by spaces. */
const bm25Score = (args: KeyArgs): number => {
  const words = (text: string): readonly string[] => text.split(' ').filter((word) => word !== '')
  const scores = bm25({
    documents: textsArg(args, 'documents', []).map(words),
    query: words(textArg(args, 'query')),
    k1: numberArg(args, 'k1', 1.5),
    b: numberArg(args, 'b', 0.75),
  })
  const score = scores[numberArg(args, 'document') - 1]
  if (score !== undefined) return score
  throw new RangeError(`document is not between 1 and ${scores.length}`)
}

const gainOf = (args: KeyArgs): 'linear' | 'exponential' => {
  const gain = textArg(args, 'gain', 'linear')
  if (gain === 'linear' || gain === 'exponential') return gain
  throw new RangeError(`gain is "${gain}"; expected linear or exponential`)
}

/**
 * What exercises and texts on retrieval compute. Rankings come as `ranking` and `relevant` (names)
 * or as `grades` in the order of the ranking, with `missed` grades that the ranking lacks.
 * Units: shares of 1, scores, passes of a model.
 *
 * @throws RangeError when an argument is missing or refused
 * @example retrievalFunctions.recallAtK({ ranking: ['a', 'b'], relevant: ['b', 'c'], k: 2 }) // 0.5
 */
export const retrievalFunctions = {
  recallAtK: (args: KeyArgs): number => recallAtK(atK(args)),
  precisionAtK: (args: KeyArgs): number => precisionAtK(atK(args)),
  hitAtK: (args: KeyArgs): number => hitAtK(atK(args)),
  ndcg: (args: KeyArgs): number => ndcg({ ...atK(args), gain: gainOf(args) }),
  meanReciprocalRank: mrr,
  rrfScore,
  cosineSimilarity: (args: KeyArgs): number =>
    cosineSimilarity(numbersArg(args, 'a'), numbersArg(args, 'b')),
  dotProduct: (args: KeyArgs): number => dotProduct(numbersArg(args, 'a'), numbersArg(args, 'b')),
  bm25Score,
  spanRecall: (args: KeyArgs): number => spans(args).recall,
  spanPrecision: (args: KeyArgs): number => spans(args).precision,
  spanIou: (args: KeyArgs): number => spans(args).iou,
  /** Passes of a reranker: each candidate of each query goes through it once. */
  rerankerPasses: (args: KeyArgs): number =>
    numberArg(args, 'candidates') * numberArg(args, 'queries', 1),
}
