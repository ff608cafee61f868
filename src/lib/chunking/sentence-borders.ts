import type { Borders } from './borders.ts'
import { isCloser, isSpace, isStop } from './characters.ts'
import type { Graphemes } from './graphemes.ts'
import { sentenceEnd } from './sentence-end.ts'

/** How far back from an offset a stop may lie whose spaces reach over the offset. */
const LOOK_BACK = 64

/**
 * Borders between the sentences of one line, each behind the stop and the spaces that follow it.
 * They are found when they are asked for, so that a text of short paragraphs costs nothing.
 *
 * @example
 * sentenceBorders('One. Two.', graphemes('One. Two.')).next(0, 9) // 5
 */
export function sentenceBorders(text: string, { isBorder }: Graphemes): Borders {
  const { length } = text
  /** No border lies in `(seenFrom, seenTo]`, but one may be at `seenTo` itself when `found`. */
  let [seenFrom, seenTo, found] = [0, 0, false]

  /** Border of the stops at `at`, or the offset behind them, negative, when they end nothing. */
  const borderOf = (at: number): number => {
    const after = sentenceEnd(text, at)
    if (after < 0) return after
    let border = after
    while (border < length && isSpace(text.charCodeAt(border))) border++
    return border < length && isBorder(border) ? border : -after
  }

  const scan = (from: number, begin: number, bound: number): number => {
    const end = Math.min(bound, length)
    let at = begin
    while (at < end) {
      at = stopFrom(text, at, end)
      if (at >= end) break
      const border = borderOf(at)
      if (border > from) return border
      at = Math.abs(border)
    }
    return Infinity
  }

  const next = (from: number, bound: number): number => {
    const covered = from >= seenFrom && from < seenTo
    if (covered && found) return seenTo <= bound ? seenTo : Infinity
    if (covered && bound <= seenTo) return Infinity
    const begin = Math.max(0, stopBefore(text, covered ? seenTo : from))
    const border = scan(from, begin, bound)
    found = border !== Infinity
    if (!covered) seenFrom = from
    seenTo = found ? border : bound
    return border <= bound ? border : Infinity
  }

  const last = (low: number, high: number): number => {
    for (let at = high - 1; at >= low; at--) {
      if (!isStop(text.charCodeAt(at))) continue
      const least = Math.max(low, at - LOOK_BACK)
      while (at > least && isStop(text.charCodeAt(at - 1))) at--
      const border = borderOf(at)
      if (border > low && border <= high) return border
    }
    return low
  }
  return { level: 'sentence', next, last }
}

/** Codes from here up to the first strong stop, U+0589, are no stops: most of a text. */
const [LETTERS, STRONG] = [64, 0x589]

/** The first stop in `[from, end)`; `end` when there is none. */
function stopFrom(text: string, from: number, end: number): number {
  for (let at = from; at < end; at++) {
    const code = text.charCodeAt(at)
    if ((code < LETTERS || code >= STRONG) && isStop(code)) return at
  }
  return end
}

/** Steps back over spaces, closing marks and stops, to the first stop whose border may follow. */
function stopBefore(text: string, from: number): number {
  const least = Math.max(0, from - LOOK_BACK)
  let at = from
  let stop = from
  while (at > least) {
    const code = text.charCodeAt(at - 1)
    if (isStop(code)) stop = at - 1
    else if (!isSpace(code) && !isCloser(code)) break
    at--
  }
  return stop
}
