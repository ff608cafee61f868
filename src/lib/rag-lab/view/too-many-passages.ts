import { formatNumber } from '../../format/format-number.ts'

/** More passages than this the page would be slow with. */
export const MOST_PASSAGES = 2000

/**
 * One sentence when a cut would make too many passages for the page, or ''. Pieces may be smaller
 * than their size, so that the count is only a lower bound.
 *
 * Formula: about `length / (size - overlap)` passages. Units: those of size and overlap.
 *
 * @example tooManyPassages({ length: 50_000, size: 1, overlap: 0 }) // 'This cut makes about 50,000 passages …'
 */
export function tooManyPassages(cut: {
  readonly length: number
  readonly size: number
  readonly overlap: number
}): string {
  const { length, size, overlap } = cut
  const about = Math.ceil(length / Math.max(1, size - overlap))
  return about > MOST_PASSAGES ? manyPassages(`about ${formatNumber(about)}`) : ''
}

/**
 * One sentence when a cut made too many passages for the page, or ''.
 *
 * @example madeTooMany(10_000) // 'This cut makes 10,000 passages; the lab takes at most 2,000. …'
 */
export const madeTooMany = (passages: number): string =>
  passages > MOST_PASSAGES ? manyPassages(formatNumber(passages)) : ''

const manyPassages = (count: string): string =>
  `This cut makes ${count} passages; the lab takes at most ${formatNumber(MOST_PASSAGES)}. Take a larger size or a smaller overlap, or another strategy.`
