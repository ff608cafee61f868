import { escapeAt } from './python-regex-escape.ts'
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

/**
 * The character class that begins at `at`, and where it ends; a first `]` stands for itself.
 *
 * @throws RangeError when the class is not closed
 * @example classAt('[^a.]', 0) // { source: '[^a\\u{2e}]', end: 5 }
 */
export function classAt(pattern: string, at: number): { source: string; end: number } {
  const not = pattern[at + 1] === '^' ? '^' : ''
  let end = at + 1 + not.length
  let source = ''
  const item = (): string => {
    if (pattern[end] === '\\') {
      const escape = escapeAt(pattern, end, true)
      end = escape.end
      return escape.source
    }
    const character = String.fromCodePoint(pattern.codePointAt(end) ?? 0)
    end += character.length
    return literal(character)
  }
  for (let first = true; first || pattern[end] !== ']'; first = false) {
    if (end >= pattern.length) throw new RangeError('A class of the regular expression is open.')
    source += item()
    if (pattern[end] === '-' && end + 1 < pattern.length && pattern[end + 1] !== ']') {
      end += 1
      source += `-${item()}`
    }
  }
  return { source: `[${not}${source}]`, end: end + 1 }
}
