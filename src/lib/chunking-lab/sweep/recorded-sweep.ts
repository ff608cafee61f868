import type { ChunkUnit } from '../../chunking/chunk-options.ts'
import type { GoldQuestion } from '../../corpus/corpus.ts'
import { textHash } from '../../embedding/text-hash.ts'
import type { SweepMeans } from './judged-point.ts'
import type { SweepSetting } from './sweep-setting.ts'

/** A setting of a recorded sweep. */
export interface RecordedPoint extends SweepSetting {
  readonly chunks: number
  /** `chunkBorders` of its chunks. */
  readonly borders: string
  /** For each question the places of its chunks, best first, spaces between them. */
  readonly rankings: readonly string[]
  /** Means at the recorded k, to four decimals: for people who read the file, and for its test. */
  readonly means: SweepMeans
}

/**
 * A sweep over one corpus by one embedder, recorded in Chromium by scripts/record-sweeps.mjs from
 * the very files that this site serves. The page cuts the text again and scores the rankings itself,
 * so that k can be changed.
 */
export interface RecordedSweep {
  readonly model: string
  /** The model's identity, as `ModelFacts.checksum`. */
  readonly modelChecksum: string
  readonly corpus: string
  /** `textHash` of the text, and `questionsHash` of its questions. */
  readonly text: string
  readonly questions: string
  readonly unit: ChunkUnit
  readonly overlapShare: number
  readonly k: number
  readonly points: readonly RecordedPoint[]
}

/** The recorded rankings of a question stop here. */
export const RECORDED_RANKS = 20

/**
 * A short name for questions and the places of their answers.
 *
 * @example questionsHash([]) === textHash('') // true
 */
export const questionsHash = (questions: readonly GoldQuestion[]): string =>
  textHash(
    questions
      .map(
        ({ text, spans }) => `${spans.map(({ start, end }) => `${start}-${end}`).join()} ${text}`,
      )
      .join('\n'),
  )

/**
 * Reads the rankings of a recorded setting.
 *
 * @example readRankings(['3 1 2']) //=> [[3, 1, 2]]
 */
export const readRankings = (rankings: readonly string[]): readonly (readonly number[])[] =>
  rankings.map((line) => (line === '' ? [] : line.split(' ').map(Number)))
