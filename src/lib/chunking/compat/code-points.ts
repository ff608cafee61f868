const highSurrogate = /[\uD800-\uDBFF]/

/**
 * How many code points a text has, which is Python's `len`.
 *
 * @example codePointLength('a😀') // 2
 */
export function codePointLength(text: string): number {
  if (!highSurrogate.test(text)) return text.length
  let length = 0
  for (let at = 0; at < text.length; at += unitsAt(text, at)) length += 1
  return length
}

/**
 * UTF-16 units of the code point at `at`: 2 for a surrogate pair, else 1.
 *
 * @example unitsAt('😀', 0) // 2
 */
export function unitsAt(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1
}

/** Translates places in a text between code points and UTF-16 units. */
export interface PlaceMap {
  toUtf16(codePoints: number): number
  toCodePoints(utf16: number): number
}

/**
 * A map of one text's places; places past the end stay past the end.
 *
 * @example placeMap('😀a').toUtf16(1) // 2
 */
export function placeMap(text: string): PlaceMap {
  if (!highSurrogate.test(text)) return { toUtf16: (at) => at, toCodePoints: (at) => at }
  const utf16: number[] = []
  const codePoints = new Uint32Array(text.length + 1)
  for (let at = 0; at < text.length; at += unitsAt(text, at)) {
    codePoints[at] = utf16.length
    if (unitsAt(text, at) === 2) codePoints[at + 1] = utf16.length
    utf16.push(at)
  }
  codePoints[text.length] = utf16.length
  return {
    toUtf16: (at) => utf16[at] ?? text.length + at - utf16.length,
    toCodePoints: (at) => codePoints[at] ?? utf16.length + at - text.length,
  }
}
