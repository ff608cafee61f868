import { pythonWhiteSpace } from './python-white-space.ts'

const sets: Readonly<Record<string, string>> = {
  d: String.raw`\p{Nd}`,
  w: String.raw`\p{L}\p{N}_`,
  s: pythonWhiteSpace,
}

/**
 * The characters of Python's `\d`, `\w`, `\s` or their complements, as a class of JavaScript.
 *
 * @example escapeSet('d') // '[\\p{Nd}]'
 */
export function escapeSet(letter: string): string {
  const not = letter === letter.toUpperCase() ? '^' : ''
  return `[${not}${sets[letter.toLowerCase()] ?? ''}]`
}

/**
 * A character that stands for itself, written so that no syntax of JavaScript sees it.
 *
 * @example literal('(') // '\\u{28}'
 */
export function literal(character: string): string {
  return /^[\p{L}\p{N}]$/u.test(character)
    ? character
    : `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`
}
