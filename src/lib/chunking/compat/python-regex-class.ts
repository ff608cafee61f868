import { escapeAt } from './python-regex-escape.ts'
import { literal } from './python-regex-sets.ts'

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
