import type { Chunk } from '../chunking/chunk.ts'
import type { GoldQuestion } from '../corpus/corpus.ts'
import { meanOf } from '../statistics/mean-of.ts'
import { questionScores } from './question-scores.ts'
import type { QuestionScores } from './question-scores.ts'

export interface ChunkingRequest {
  readonly chunks: readonly Chunk[]
  readonly questions: readonly GoldQuestion[]
  /** For each question the chunks' places, best first. */
  readonly rankings: readonly (readonly number[])[]
  /** How many chunks a question gets. */
  readonly k: number
  /** Share of a quote that makes a chunk relevant; see `isRelevantChunk`. */
  readonly share?: number
}

/** One way of chunking, judged by questions: a point of the sweep. */
export interface ChunkingScores {
  readonly chunkCount: number
  /** Means over the questions, each question counting alike. */
  readonly means: Omit<QuestionScores, 'id'>
  /** One row a question, in the order of the questions. */
  readonly rows: readonly QuestionScores[]
}

/**
 * Judges a chunking by questions whose evidence is marked in the text: what the first k chunks of
 * each question hold of it, and what they cost. `means.reciprocalRank` is the MRR.
 *
 * Units: shares of 1; characters; tokens, null where the chunks do not carry their tokens.
 * Source: `chunking-evaluation-code`.
 *
 * @throws RangeError when there is no question, a question has no ranking, a ranking names no chunk,
 * or k is no whole number above 0
 * @example chunkingScores({
 *   chunks: [{ start: 0, end: 10, level: 'end', reason: '' }],
 *   questions: [{ id: 'q', text: '?', spans: [{ start: 0, end: 5 }] }],
 *   rankings: [[0]],
 *   k: 1,
 * }).means.precision // 0.5
 */
export function chunkingScores(request: ChunkingRequest): ChunkingScores {
  const { chunks, questions, rankings } = request
  if (questions.length === 0) {
    throw new RangeError('There is no question to judge the chunking by.')
  }
  if (rankings.length !== questions.length) {
    throw new RangeError(
      `There are ${questions.length} questions and ${rankings.length} rankings; each question needs one.`,
    )
  }
  const rows = questions.map((question, place) =>
    questionScores({ ...request, question, ranking: rankings[place] ?? [] }),
  )
  return { chunkCount: chunks.length, means: meansOf(rows), rows }
}

function meansOf(rows: readonly QuestionScores[]): Omit<QuestionScores, 'id'> {
  const mean = (name: Exclude<keyof QuestionScores, 'id' | 'contextTokens'>): number =>
    meanOf(rows.map((row) => row[name]))
  const tokens = rows.map(({ contextTokens }) => contextTokens)
  const known = tokens.filter((count) => count !== null)
  return {
    recall: mean('recall'),
    precision: mean('precision'),
    iou: mean('iou'),
    precisionOmega: mean('precisionOmega'),
    reciprocalRank: mean('reciprocalRank'),
    hit: mean('hit'),
    chunkRecall: mean('chunkRecall'),
    quotesWhole: mean('quotesWhole'),
    quotesFound: mean('quotesFound'),
    contextCharacters: mean('contextCharacters'),
    contextTokens: known.length === tokens.length ? meanOf(known) : null,
  }
}
