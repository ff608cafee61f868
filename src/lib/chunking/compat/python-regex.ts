import { classAt } from './python-regex-class.ts'
import { escapeAt } from './python-regex-escape.ts'
import { escapeSet, literal } from './python-regex-sets.ts'

interface Flags {
  readonly dotAll: boolean
  readonly multiline: boolean
  readonly verbose: boolean
}

const word = escapeSet('w')
const boundary = `(?:(?<=${word})(?!${word})|(?<!${word})(?=${word}))`
const noBoundary = `(?:(?<=${word})(?=${word})|(?<!${word})(?!${word}))`
const anchors: Readonly<Record<string, string>> = {
  A: String.raw`(?<![\s\S])`,
  Z: String.raw`(?![\s\S])`,
  b: boundary,
  B: noBoundary,
}

/**
 * A regular expression of Python's `re` as JavaScript's: `\d`, `\w`, `\s` and `\b` over Unicode,
 * `.`, `^` and `$` by Python's newlines, named groups, comments and inline flags.
 *
 * Atomic groups, possessive repeats and conditionals have no counterpart and are refused.
 *
 * @throws RangeError when the pattern is broken or has no counterpart
 * @example pythonRegex('\\n#{1,6} ').test('\n## A') // true
 */
export function pythonRegex(pattern: string): RegExp {
  const head = /^\(\?([aimsux]+)\)/.exec(pattern)
  const letters = head?.[1] ?? ''
  const flags: Flags = {
    dotAll: letters.includes('s'),
    multiline: letters.includes('m'),
    verbose: letters.includes('x'),
  }
  try {
    const source = translate(pattern.slice(head?.[0].length ?? 0), flags)
    return new RegExp(source, letters.includes('i') ? 'giv' : 'gv')
  } catch (error) {
    if (error instanceof RangeError) throw error
    throw new RangeError(`The regular expression ${pattern} is broken.`)
  }
}

function translate(pattern: string, outer: Flags): string {
  const scopes: { readonly flags: Flags; readonly group: number }[] = []
  let flags = outer
  let groups = 0
  let source = ''
  let at = 0
  while (at < pattern.length) {
    const rest = pattern.slice(at, at + 64)
    const character = String.fromCodePoint(pattern.codePointAt(at) ?? 0)
    const open = rest.startsWith('(') ? openingOf(pattern.slice(at), flags) : null
    const repeat = /^(?:[*+?]|\{\d*(?:,\d*)?\})/.exec(rest)?.[0]
    if (open !== null) {
      if (open.scope) scopes.push({ flags, group: open.captures ? (groups += 1) : 0 })
      flags = open.flags
      source += open.source
      at += open.length
    } else if (character === ')') {
      flags = scopes.pop()?.flags ?? flags
      source += ')'
      at += 1
    } else if (character === '[') {
      const set = classAt(pattern, at)
      source += set.source
      at = set.end
    } else if (character === '\\') {
      const anchor = anchors[rest.charAt(1)]
      const escape = anchor === undefined ? escapeAt(pattern, at) : { source: anchor, end: at + 2 }
      const reference = 'group' in escape ? escape.group : undefined
      if (reference !== undefined && scopes.some(({ group }) => group === reference)) {
        throw new RangeError('A group of the regular expression refers to itself.')
      }
      source += escape.source
      at = escape.end
    } else if (repeat !== undefined && repeat !== '{}') {
      if (pattern[at + repeat.length] === '+') {
        throw new RangeError('Possessive repeats of Python have no counterpart here.')
      }
      const lazy = pattern[at + repeat.length] === '?' ? '?' : ''
      source += repeat.replace('{,', '{0,') + lazy
      at += repeat.length + lazy.length
    } else if (flags.verbose && /^[\s#]/.test(rest)) {
      at += character === '#' ? (/^[^\n]*/.exec(pattern.slice(at))?.[0].length ?? 1) : 1
    } else {
      source += plain(character, flags)
      at += character.length
    }
  }
  return source
}

function plain(character: string, { dotAll, multiline }: Flags): string {
  if (character === '|') return '|'
  if (character === '.') return dotAll ? String.raw`[\s\S]` : String.raw`[^\n]`
  if (character === '^') return multiline ? String.raw`(?<![^\n])` : String.raw`(?<![\s\S])`
  if (character === '$') return multiline ? String.raw`(?![^\n])` : String.raw`(?=\n?(?![\s\S]))`
  return literal(character)
}

interface Opening {
  readonly source: string
  readonly length: number
  readonly captures: boolean
  readonly scope: boolean
  readonly flags: Flags
}

function openingOf(rest: string, flags: Flags): Opening {
  const opening = (source: string, length: number, more: Partial<Opening> = {}): Opening => ({
    source,
    length,
    captures: false,
    scope: true,
    flags,
    ...more,
  })
  const comment = /^\(\?#[^)]*\)/.exec(rest)
  if (comment !== null) return opening('', comment[0].length, { scope: false })
  const look = /^\(\?(?::|=|!|<=|<!)/.exec(rest)
  if (look !== null) return opening(look[0], look[0].length)
  const named = /^\(\?P<(\w+)>/u.exec(rest)
  if (named !== null) return opening(`(?<${named[1] ?? ''}>`, named[0].length, { captures: true })
  const back = /^\(\?P=(\w+)\)/u.exec(rest)
  if (back !== null) return opening(`\\k<${back[1] ?? ''}>`, back[0].length, { scope: false })
  const inline = /^\(\?([aimsux]*)(?:-([imsx]+))?:/.exec(rest)
  if (inline !== null) {
    const [all, on = '', off = ''] = inline
    const has = (letter: string, before: boolean) =>
      on.includes(letter) || (before && !off.includes(letter))
    const source = on.includes('i') ? '(?i:' : off.includes('i') ? '(?-i:' : '(?:'
    const changed: Flags = {
      dotAll: has('s', flags.dotAll),
      multiline: has('m', flags.multiline),
      verbose: has('x', flags.verbose),
    }
    return opening(source, all.length, { flags: changed })
  }
  if (rest.startsWith('(?')) {
    throw new RangeError('This kind of group of Python has no counterpart here.')
  }
  return opening('(', 1, { captures: true })
}
