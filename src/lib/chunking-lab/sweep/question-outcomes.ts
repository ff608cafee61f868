import type { GoldQuestion } from '../../corpus/corpus.ts'
import type { QuestionScores } from '../../evaluation/question-scores.ts'
import { formatPercent } from '../../format/format-percent.ts'
import { sweepWords } from './sweep-words.ts'

/** What a setting found for one question. */
export interface QuestionOutcome {
  readonly id: string
  readonly text: string
  readonly sign: '●' | '◐' | '○'
  /** Found, in part, or missed, with the share of the answer. */
  readonly found: string
  /** Quotes that one of the chunks holds whole, of all. */
  readonly whole: string
  /** Rank of the first chunk that is relevant, or a dash. */
  readonly rank: string
  /** Number of the chunk that came first, as the lab counts. */
  readonly first: number | null
}

/**
 * Lists what each question got, those that missed most first.
 *
 * @example questionOutcomes({ questions: [], rows: [], rankings: [] }) //=> []
 */
export function questionOutcomes(request: {
  readonly questions: readonly GoldQuestion[]
  readonly rows: readonly QuestionScores[]
  readonly rankings: readonly (readonly number[])[]
}): readonly QuestionOutcome[] {
  const { questions, rows, rankings } = request
  return questions
    .flatMap(({ id, text, spans }, place) => {
      const row = rows[place]
      if (row === undefined) return []
      const first = rankings[place]?.[0]
      return [{ row, outcome: outcomeOf({ id, text, quotes: spans.length, row, first }) }]
    })
    .toSorted((one, other) => one.row.recall - other.row.recall)
    .map(({ outcome }) => outcome)
}

function outcomeOf(of: {
  readonly id: string
  readonly text: string
  readonly quotes: number
  readonly row: QuestionScores
  readonly first: number | undefined
}): QuestionOutcome {
  const { id, text, quotes, row, first } = of
  const { detail } = sweepWords
  const whole = row.recall >= 1
  const none = row.recall <= 0
  return {
    id,
    text,
    sign: whole ? '●' : none ? '○' : '◐',
    found: whole
      ? detail.found
      : none
        ? detail.missed
        : `${detail.part}, ${formatPercent(row.recall, { digits: 0 })}`,
    whole: `${Math.round(row.quotesFound * quotes)} of ${quotes}`,
    rank: row.reciprocalRank > 0 ? String(Math.round(1 / row.reciprocalRank)) : detail.none,
    first: first === undefined ? null : first + 1,
  }
}
