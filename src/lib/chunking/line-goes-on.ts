import { isCjk } from './characters.ts'

/** Lines at least this long were wrapped by an editor; shorter ones ended where they ended. */
const WRAPPED = 40
/** The same for Chinese, whose characters are twice as wide. */
const WRAPPED_CJK = 20
/** More of a line than this is not looked at. */
const MOST = 400

const BEGINS_BLOCK =
  /^\s*(?:[-*+•·‣–—]\s|\(?(?:\d{1,9}|[a-z])[.)、]|[一二三四五六七八九十]+、|（[一二三四五六七八九十\d]+）|[①-⑳]|#{1,6}(?:\s|$)|\||>|`{3}|~{3})/u
const STANDS_ALONE = /^\s*(?:#{1,6}(?:\s|$)|\||`{3}|~{3}|[-*_]{3,}\s*$)/u
const UNDERLINE = /^\s*(?:={2,}|-{2,})\s*$/u

/**
 * Whether the line that begins at `start` goes on with the sentence of the line before it, as a
 * wrapped line does. A list item, a heading, a table row and a line behind a short one do not.
 *
 * @example
 * lineGoesOn('a line that an editor wrapped at column 50\nand more', 43) // true
 */
export function lineGoesOn(text: string, start: number): boolean {
  const feed = text.lastIndexOf('\n', start - 1)
  const begin = Math.max(text.lastIndexOf('\n', feed - 1) + 1, feed - MOST, 0)
  const before = text.slice(begin, Math.max(begin, feed)).trimEnd()
  const end = text.indexOf('\n', start)
  const line = text.slice(start, Math.min(end === -1 ? text.length : end, start + MOST))
  if (UNDERLINE.test(line)) return before !== ''
  if (BEGINS_BLOCK.test(line) || STANDS_ALONE.test(before) || UNDERLINE.test(before)) return false
  if (/^\s*\p{Ll}/u.test(line)) return true
  const wrapped = isCjk(before.charCodeAt(before.length - 1)) ? WRAPPED_CJK : WRAPPED
  return before.length >= wrapped
}
