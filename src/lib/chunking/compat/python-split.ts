import { pythonMatches } from './python-matches.ts'
import { pythonRegex } from './python-regex.ts'
import type { KeepSeparator } from './compat-options.ts'

/** A separator of LangChain (Python), literal or regular expression. */
export interface PythonSeparator {
  readonly raw: string
  readonly occursIn: (text: string) => boolean
  /** The pieces of a text that are not empty, with the separators kept as told. */
  readonly split: (text: string, keep: KeepSeparator) => readonly string[]
}

/**
 * A separator ready to cut texts as Python's `re.split` does.
 *
 * @throws RangeError, when it is used, if it is a broken regular expression
 * @example pythonSeparator('. ', false).split('A. B', 'end') // ['A. ', 'B']
 */
export function pythonSeparator(raw: string, isRegex: boolean): PythonSeparator {
  let plain: RegExp | undefined
  let captured: RegExp | undefined
  const parts = (text: string, keep: boolean): readonly (string | undefined)[] => {
    if (!isRegex) return keep ? interleaved(text.split(raw), raw) : text.split(raw)
    if (keep) return regexParts(text, (captured ??= pythonRegex(`(${raw})`)))
    return regexParts(text, (plain ??= pythonRegex(raw)))
  }
  return {
    raw,
    occursIn: (text) =>
      isRegex ? matches(text, (plain ??= pythonRegex(raw))) : text.includes(raw),
    split: (text, keep) => {
      if (raw === '') return Array.from(text)
      const list = parts(text, keep !== false)
      const pieces = keep === false ? list : joined(list, keep === 'end' ? 'end' : 'start')
      return pieces.filter((piece): piece is string => piece !== undefined && piece !== '')
    },
  }
}

function interleaved(pieces: readonly string[], separator: string): readonly string[] {
  return pieces.flatMap((piece, index) => (index === 0 ? [piece] : [separator, piece]))
}

function matches(text: string, regex: RegExp): boolean {
  return pythonMatches(text, regex).next().done !== true
}

/** What `re.split` returns: pieces, and between them what the groups caught. */
function regexParts(text: string, regex: RegExp): readonly (string | undefined)[] {
  const list: (string | undefined)[] = []
  let from = 0
  for (const match of pythonMatches(text, regex)) {
    list.push(text.slice(from, match.index), ...match.slice(1))
    from = match.index + match[0].length
  }
  list.push(text.slice(from))
  return list
}

/** Puts each separator to the piece after or before it, as the library pairs them. */
function joined(list: readonly (string | undefined)[], side: 'start' | 'end'): readonly string[] {
  const at = (index: number): string => {
    const part = list[index]
    if (part === undefined) throw new RangeError('A group of the separator caught nothing.')
    return part
  }
  const last = list.length - 1
  if (side === 'start' && list.length % 2 === 0) {
    throw new RangeError('The library fails here: groups of the separator spoil its pairs.')
  }
  const pairs: string[] = side === 'start' ? [at(0)] : []
  for (let index = side === 'start' ? 1 : 0; index < last; index += 2) {
    pairs.push(at(index) + at(index + 1))
  }
  if (list.length % 2 === 0) pairs.push(at(last))
  if (side === 'end') pairs.push(at(last))
  return pairs
}
