import { codePointLength } from './code-points.ts'
import { mergeRuns } from './merge-runs.ts'
import { pythonStrip } from './python-white-space.ts'
import type { KeepSeparator } from './compat-options.ts'

/** The checked settings of a splitter of LangChain (Python). */
export interface PythonSettings {
  readonly size: number
  readonly overlap: number
  readonly keep: KeepSeparator
  readonly isRegex: boolean
  readonly strip: boolean
}

/**
 * Refuses the sizes that LangChain (Python) refuses. An overlap as large as the size is allowed.
 *
 * @throws RangeError
 * @example checkPythonSizes(10, 11) // throws
 */
export function checkPythonSizes(size: number, overlap: number): void {
  if (!(size > 0)) throw new RangeError(`The chunk size must be above 0, got ${size}.`)
  if (!(overlap >= 0)) throw new RangeError(`The overlap must be 0 or more, got ${overlap}.`)
  if (overlap > size) {
    throw new RangeError(`The overlap (${overlap}) is above the chunk size (${size}).`)
  }
}

/**
 * Pieces packed into chunks, joined by `separator` and stripped; chunks without text fall away.
 *
 * @example mergePython(['a', 'b'], ' ', { size: 9, overlap: 0, keep: false, isRegex: false, strip: true }) // ['a b']
 */
export function mergePython(
  pieces: readonly string[],
  separator: string,
  { size, overlap, strip }: PythonSettings,
): readonly string[] {
  const runs = mergeRuns(pieces.map(codePointLength), {
    size,
    overlap,
    separatorLength: codePointLength(separator),
    overlapCountsSeparators: true,
  })
  return runs
    .map(({ from, to }) => pieces.slice(from, to).join(separator))
    .map((chunk) => (strip ? pythonStrip(chunk) : chunk))
    .filter((chunk) => chunk !== '')
}
