import type { Borders } from './borders.ts'

const [TAB, LINE_FEED, RETURN, SPACE] = [9, 10, 13, 32]
const isBlank = (code: number) => code === SPACE || code === TAB || code === RETURN

/**
 * Where lines with text begin, or only those behind an empty line; never offset 0. Lines end with LF
 * or CRLF; an empty line may hold spaces. A text is searched near the ends of its chunks only.
 *
 * @example
 * lineBorders('a\nb\n\nc', 'paragraph').next(0, 6) // 5
 */
export function lineBorders(text: string, level: 'line' | 'paragraph'): Borders {
  const { length } = text
  /** No border lies in `(clearFrom, clearTo]`; one lies right behind when `found`. */
  let [clearFrom, clearTo, found] = [0, 0, false]

  /** Whether a border lies behind the line feed. */
  const begins = (feed: number): boolean => {
    let at = feed + 1
    let code = text.charCodeAt(at)
    while (isBlank(code)) code = text.charCodeAt(++at)
    if (code === LINE_FEED || at >= length) return false
    if (level === 'line') return true
    at = feed - 1
    code = text.charCodeAt(at)
    while (isBlank(code)) code = text.charCodeAt(--at)
    return code === LINE_FEED
  }

  const first = (from: number): number => {
    const clear = from >= clearFrom && from <= clearTo
    if (clear && found) return clearTo + 1
    let feed = text.indexOf('\n', clear ? clearTo : from)
    while (feed !== -1 && !begins(feed)) {
      feed = text.charCodeAt(feed + 1) === LINE_FEED ? feed + 1 : text.indexOf('\n', feed + 1)
    }
    if (!clear) clearFrom = from
    clearTo = feed === -1 ? Infinity : feed
    found = true
    return clearTo + 1
  }

  return {
    level,
    next: (from, bound) => {
      const border = first(from)
      return border <= bound ? border : Infinity
    },
    last: (low, high) => {
      if (first(low) > high) return low
      let feed = text.lastIndexOf('\n', high - 1)
      while (!begins(feed)) feed = text.lastIndexOf('\n', feed - 1)
      clearFrom = feed + 1
      clearTo = high
      found = false
      return clearFrom
    },
  }
}
