/** Inside a character class: the white space of Python's `str.isspace`, `strip` and `\s`. */
export const pythonWhiteSpace = String.raw`\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000`

const leading = new RegExp(`^[${pythonWhiteSpace}]+`, 'u')
const whiteSpace = new RegExp(`[${pythonWhiteSpace}]`, 'u')
const words = new RegExp(`[^${pythonWhiteSpace}]+`, 'gu')

/**
 * Python's `str.rstrip()`. Unlike JavaScript's trim it takes U+001C to U+001F and U+0085, and
 * leaves U+FEFF.
 *
 * @example pythonStripEnd('a\x1c') // 'a'
 */
export function pythonStripEnd(text: string): string {
  let end = text.length
  while (end > 0 && whiteSpace.test(text.charAt(end - 1))) end -= 1
  return text.slice(0, end)
}

/**
 * Python's `str.strip()`.
 *
 * @example pythonStrip(' a\x1c') // 'a'
 */
export function pythonStrip(text: string): string {
  return pythonStripEnd(text.replace(leading, ''))
}

/**
 * How many words Python's `str.split()` finds.
 *
 * @example pythonWordCount(' two words ') // 2
 */
export function pythonWordCount(text: string): number {
  return text.match(words)?.length ?? 0
}
