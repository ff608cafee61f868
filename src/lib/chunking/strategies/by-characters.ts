import { pack } from '../pack.ts'
import type { CutWith } from './cut-with.ts'

/** Fixed windows: each is full, up to the grapheme that no longer fits. */
export const byCharacters: CutWith = (bench) =>
  pack({ ...bench, cuts: [], starts: () => [] }, 0, bench.text.length)
