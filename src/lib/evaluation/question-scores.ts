import type { Chunk } from '../chunking/chunk.ts'
import type { GoldQuestion } from '../corpus/corpus.ts'
import { checkCutoff } from './grades-of.ts'
import { goldSurvives } from './gold-survives.ts'
import { hitAtK } from './hit-at-k.ts'
import { isRelevantChunk } from './is-relevant-chunk.ts'
import { precisionOmega } from './precision-omega.ts'
import { recallAtK } from './recall-at-k.ts'
import { reciprocalRank } from './reciprocal-rank.ts'
import { spanLength } from './span-length.ts'
import { spanScores } from './span-scores.ts'

/** What the first k chunks hold of one question's evidence, and what they cost. */
export interface QuestionScores {
  readonly id: string
  /** Share of the evidence's characters that the first k chunks hold. */
  readonly recall: number
  /** Share of their characters that are evidence; shared text counts for each chunk. */
  readonly precision: number
  readonly iou: number
  /** What the chunks would allow a perfect search. */
  readonly precisionOmega: number
  /** 1 over the rank of the first relevant chunk in the whole ranking. */
  readonly reciprocalRank: number
  /** 1 when one of the first k chunks is relevant, else 0. */
  readonly hit: number
  /** Share of the relevant chunks that stand among the first k. */
  readonly chunkRecall: number
  /** Share of the quotes that some single chunk of the document holds whole. */
  readonly quotesWhole: number
  /** Share of the quotes that a single one of the first k chunks holds whole. */
  readonly quotesFound: number
  readonly contextCharacters: number
  /** Null where the chunks do not carry their tokens. */
  readonly contextTokens: number | null
}

export interface QuestionRequest {
  readonly chunks: readonly Chunk[]
  readonly question: GoldQuestion
  /** Places of chunks, best first. */
  readonly ranking: readonly number[]
  readonly k: number
  readonly share?: number
}

/**
 * Judges the first k chunks of a ranking by the evidence for one question.
 *
 * Units: shares of 1; characters; tokens. Source: `chunking-evaluation-code`.
 *
 * @throws RangeError when the question has no evidence, the ranking names no chunk, or k is no whole
 * number above 0
 * @example questionScores({
 *   chunks: [{ start: 0, end: 10, level: 'end', reason: '' }],
 *   question: { id: 'q', text: '?', spans: [{ start: 0, end: 5 }] },
 *   ranking: [0],
 *   k: 1,
 * }).iou // 0.5
 */
export function questionScores(request: QuestionRequest): QuestionScores {
  const { chunks, question, ranking, share } = request
  const { id, spans } = question
  const k = checkCutoff(request.k)
  if (spanLength(spans) === 0) {
    throw new RangeError(`The question "${id}" has no evidence in the text to be judged by.`)
  }
  const retrieved = ranking.slice(0, k).map((place) => chunkAt(chunks, place))
  const relevant = [...chunks.keys()].filter((place) =>
    isRelevantChunk(chunkAt(chunks, place), spans, share),
  )
  const answer = { ranking, relevance: Object.fromEntries(relevant.map((place) => [place, 1])) }
  const whole = (held: readonly Chunk[]): number =>
    spans.filter((quote) => goldSurvives(held, quote)).length / spans.length
  return {
    id,
    ...spanScores({ retrieved, gold: spans }),
    precisionOmega: precisionOmega(chunks, spans),
    reciprocalRank: reciprocalRank(answer),
    hit: hitAtK({ ...answer, k }),
    chunkRecall: recallAtK({ ...answer, k }),
    quotesWhole: whole(chunks),
    quotesFound: whole(retrieved),
    contextCharacters: spanLength(retrieved),
    contextTokens: tokensOf(retrieved),
  }
}

function chunkAt(chunks: readonly Chunk[], place: number): Chunk {
  const chunk = chunks[place]
  if (chunk !== undefined) return chunk
  throw new RangeError(
    `A ranking names chunk ${place}; there are ${chunks.length}, counted from 0.`,
  )
}

function tokensOf(chunks: readonly Chunk[]): number | null {
  let sum = 0
  for (const { tokens } of chunks) {
    if (tokens === undefined) return null
    sum += tokens
  }
  return sum
}
