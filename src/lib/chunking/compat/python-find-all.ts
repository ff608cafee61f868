import { pythonMatches } from './python-matches.ts'
import { pythonRegex } from './python-regex.ts'

/**
 * Python's `re.findall` for one pattern: the matches, or what its only group caught.
 *
 * @throws RangeError, when it is used, for a broken pattern or one that has more than one group
 * @example pythonFindAll('[^,]+,?')('a,b') // ['a,', 'b']
 */
export function pythonFindAll(pattern: string): (text: string) => readonly string[] {
  let regex: RegExp | undefined
  return (text) =>
    Array.from(pythonMatches(text, (regex ??= pythonRegex(pattern))), (match) => {
      if (match.length > 2) throw new RangeError('The pattern may have one group at most.')
      return match.length === 2 ? (match[1] ?? '') : match[0]
    })
}
