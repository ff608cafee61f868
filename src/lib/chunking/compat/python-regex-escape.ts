import { escapeSet, literal } from './python-regex-sets.ts'

/** An escape, where it ends, and the group that it refers to, if it does. */
export interface RegexEscape {
  readonly source: string
  readonly end: number
  readonly group?: number
}

const controls: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
}

/**
 * The escape at `at` of a pattern of Python's `re`, as JavaScript's.
 *
 * @throws RangeError for an escape that Python refuses or that has no counterpart
 * @example escapeAt('\\x41', 0) // { source: 'A', end: 4 }
 */
export function escapeAt(pattern: string, at: number, inClass = false): RegexEscape {
  const rest = pattern.slice(at + 1, at + 12)
  const character = String.fromCodePoint(pattern.codePointAt(at + 1) ?? 0)
  const one = (source: string): RegexEscape => ({ source, end: at + 1 + character.length })
  if (rest === '') throw new RangeError('The regular expression ends in a backslash.')
  if (/^[dwsDWS]/.test(rest)) return one(escapeSet(character))
  const hex = /^(?:x([0-9a-f]{2})|u([0-9a-f]{4})|U([0-9a-f]{8}))/i.exec(rest)
  if (hex !== null) {
    const code = Number.parseInt(hex[1] ?? hex[2] ?? hex[3] ?? '', 16)
    return { source: literal(String.fromCodePoint(code)), end: at + 1 + hex[0].length }
  }
  const octal = (inClass ? /^[0-7]{1,3}/ : /^(?:0[0-7]{0,2}|[1-3][0-7]{2})/).exec(rest)
  if (octal !== null) {
    const code = Number.parseInt(octal[0], 8)
    return { source: literal(String.fromCodePoint(code)), end: at + 1 + octal[0].length }
  }
  const group = /^[1-9]\d?/.exec(rest)
  if (group !== null && !inClass) {
    const end = at + 1 + group[0].length
    return { source: `(?:\\${group[0]})`, end, group: Number(group[0]) }
  }
  const control = controls[character]
  if (control !== undefined) return one(literal(control))
  if (/^[A-Za-z0-9]/.test(rest)) {
    throw new RangeError(`The escape \\${character} of the regular expression is not known.`)
  }
  return one(literal(character))
}
