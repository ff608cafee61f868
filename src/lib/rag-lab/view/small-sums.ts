import { meanOf } from '../../statistics/mean-of.ts'
import type { RagPassage } from '../rag-corpus.ts'

/**
 * Mean number of characters of the passages; 0 without one.
 *
 * @example meanLength([{ text: 'tea' }]) // 3
 */
export const meanLength = (passages: readonly Pick<RagPassage, 'text'>[]): number =>
  passages.length === 0 ? 0 : Math.round(meanOf(passages.map(({ text }) => text.length)))

/**
 * A share of a whole as a width for a style sheet, at most all of it.
 *
 * @example widthOf(50, 200) // '25%'
 */
export const widthOf = (part: number, whole: number): string =>
  `${whole > 0 ? Math.min(100, (100 * Math.max(0, part)) / whole) : 0}%`

/**
 * A place moved by one, from 1 to the last.
 *
 * @example movedPlace(1, -1, 3) // 1
 */
export const movedPlace = (place: number, by: number, last: number): number =>
  Math.min(last, Math.max(1, place + by))

/**
 * Whether a prompt and its answer fit into a model's window.
 *
 * @example fitsWindow(2000, 60, 2048) // false
 */
export const fitsWindow = (prompt: number, answer: number, window: number): boolean =>
  prompt + answer <= window

/**
 * The recall that a choice of k passages at random has on average.
 *
 * Formula: `k / n`. Units: share of 1.
 *
 * @example chanceRecall(3, 18) // 0.166…
 */
export const chanceRecall = (k: number, passages: number): number =>
  passages === 0 ? 0 : Math.min(1, k / passages)

/**
 * The number that a reader counts by, from an index.
 *
 * @example ordinal(0) // 1
 */
export const ordinal = (index: number): number => index + 1
