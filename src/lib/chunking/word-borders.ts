import type { Borders } from './borders.ts'
import { hasNoSpaces, isSpace } from './characters.ts'
import type { Graphemes } from './graphemes.ts'

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })
/** How far around an offset the words of a script without spaces are looked up. */
const [BEFORE, BEHIND] = [24, 16]
const BEGINS_WELL = /^[\p{L}\p{N}\p{Ps}\p{Pi}\p{S}]/u

/**
 * Borders between words: where white space ends, and in scripts without spaces where
 * `Intl.Segmenter` sees a new word that is no closing mark. The last border may also lie right
 * before white space, where a chunk is full at the end of a word.
 *
 * @example
 * wordBorders('two words', graphemes('two words')).next(0, 9) // 4
 */
export function wordBorders(text: string, { isBorder }: Graphemes): Borders {
  let [seenFrom, seenTo] = [0, 0]

  const spaced = (at: number) => isSpace(text.charCodeAt(at - 1)) && !isSpace(text.charCodeAt(at))
  const unspaced = (at: number) =>
    hasNoSpaces(text.charCodeAt(at)) || hasNoSpaces(text.charCodeAt(at - 1))

  /** The first beginning of a word in `[begin, begin + BEHIND)` that lies behind `from`. */
  const wordAfter = (begin: number, from: number): number | undefined => {
    for (const { segment, index } of segmenter.segment(text.slice(begin, begin + BEHIND))) {
      const at = begin + index
      if (index > 0 && at > from && BEGINS_WELL.test(segment) && isBorder(at)) return at
    }
    return undefined
  }

  /** The last beginning of a word up to `at` in a window that begins at `begin`. */
  const wordBefore = (begin: number, at: number): number | undefined => {
    const words = segmenter.segment(text.slice(begin, at + BEHIND))
    let word = words.containing(at - begin) ?? words.containing(at - begin - 1)
    while (word !== undefined && word.index > 0) {
      const start = begin + word.index
      if (BEGINS_WELL.test(word.segment) && isBorder(start)) return start
      word = words.containing(word.index - 1)
    }
    return undefined
  }

  const next = (from: number, bound: number): number => {
    const covered = from >= seenFrom && from < seenTo
    if (!covered) seenFrom = from
    for (let at = (covered ? seenTo : from) + 1; at <= bound && at < text.length; at++) {
      if (spaced(at) && isBorder(at)) {
        seenTo = at - 1
        return at
      }
      if (!unspaced(at)) continue
      const begin = Math.max(from, at - 1)
      const word = wordAfter(begin, from)
      if (word !== undefined && word <= bound) {
        seenTo = at - 1
        return word
      }
      at = Math.max(at, begin + BEHIND - 1)
    }
    seenTo = Math.max(covered ? seenTo : from, bound)
    return Infinity
  }

  const last = (low: number, high: number): number => {
    for (let at = high; at > low; at--) {
      const touches = isSpace(text.charCodeAt(at - 1)) || isSpace(text.charCodeAt(at))
      if (touches && isBorder(at)) return at
      if (!unspaced(at)) continue
      const from = Math.max(low, at - BEFORE)
      const word = wordBefore(from, at)
      if (word !== undefined) return word
      at = Math.min(at, from + 1)
    }
    return low
  }
  return { level: 'word', next, last }
}
