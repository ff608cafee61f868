import type { Candidates } from './candidates.ts'

/**
 * The end of the run of equal logits that holds the last of the first `count` candidates.
 *
 * Units: places from 0.
 *
 * @example tieEnd(candidatesOf([5, 3, 3, 1]), 2) // 3
 */
export function tieEnd({ logits }: Candidates, count: number): number {
  let end = count
  while (end > 0 && end < logits.length && logits[end] === logits[count - 1]) end++
  return end
}
