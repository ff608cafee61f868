import { countCharacters } from '../count-characters.ts'
import type { PackedSpans } from '../token-index.ts'
import type { SweptPoint } from './sweep-setting.ts'

/**
 * Characters of a text over its tokens; null where nobody counted them, or there is none.
 *
 * @example charactersPerToken('abcdef', new Uint32Array([0, 3, 3, 6])) //=> 3
 */
export const charactersPerToken = (text: string, tokens: PackedSpans | null): number | null =>
  tokens === null || tokens.length === 0 ? null : countCharacters(text) / (tokens.length / 2)

/**
 * Whether a point's rankings go far enough for k chunks.
 *
 * @example enoughRanks({ setting, chunks: [chunk], rankings: [[0]] }, 5) //=> true: there is no more
 */
export const enoughRanks = ({ chunks, rankings }: SweptPoint, k: number): boolean =>
  rankings.every((ranking) => ranking.length >= Math.min(k, chunks.length))

/**
 * How many settings a run computes: those without a point, and each size of the strategies that wait
 * for a count of tokens.
 *
 * @example settingsToRun({ missing: 2, waiting: 1, sizes: [200, 400, 400] }) //=> 4
 */
export const settingsToRun = (of: {
  readonly missing: number
  readonly waiting: number
  readonly sizes: readonly number[]
}): number => of.missing + of.waiting * new Set(of.sizes).size

/**
 * How many chunks of a sweep are done: all of the settings before, and some of the one at work.
 *
 * @example chunksDone([10, 20, 30], 1, 5) //=> 15
 */
export const chunksDone = (counts: readonly number[], setting: number, done: number): number =>
  counts.slice(0, setting).reduce((sum, count) => sum + count, done)
