import { bordersAt } from '../borders.ts'
import { pack } from '../pack.ts'
import type { CutWith } from './cut-with.ts'

/** Fixed windows whose edges lie where tokens begin; the space between two tokens ends the first. */
export const byTokens: CutWith = (bench, { tokenSpans = [] }) => {
  const { text, cutGraphemes } = bench
  const begins = tokenSpans
    .map(({ start }) => start)
    .filter((start, index) => start > 0 && start !== tokenSpans[index - 1]?.start)
    .filter(cutGraphemes.isBorder)
  const starts = [bordersAt('token', begins)]
  const packing = { ...bench, cuts: [bordersAt('token', begins)], starts: () => starts }
  return pack(packing, 0, text.length)
}
