import type { Candidates } from './candidates.ts'

/**
 * The start of the run of equal logits that holds the last of the first `count` candidates.
 *
 * Units: places from 0.
 *
 * @example tieStart(candidatesOf([5, 3, 3, 1]), 3) // 1
 */
export function tieStart({ logits }: Candidates, count: number): number {
  let start = count - 1
  while (start > 0 && logits[start - 1] === logits[count - 1]) start--
  return start
}
