import { compatDefaults } from './compat-defaults.ts'
import { jsRecursive } from './js-recursive.ts'
import { mergeJs } from './js-merge.ts'
import { jsPieces } from './js-pieces.ts'
import type { CompatChunk } from './compat-chunk.ts'
import type { LangchainJsOptions } from './compat-options.ts'

const defaults = compatDefaults['langchain-js']

/**
 * The chunks of `@langchain/textsplitters` 1.0.2. Sizes are UTF-16 units, so that a character
 * outside the basic plane may be cut in two; chunks are always trimmed.
 *
 * Source: langchain-splitters-js.
 *
 * @throws RangeError where the library throws
 * @example langchainJs('# A\n# B', { splitter: 'markdown_recursive', chunkSize: 5, chunkOverlap: 0 }).map(({ text }) => text) // ['# A', '# B']
 */
export function langchainJs(text: string, options: LangchainJsOptions): readonly CompatChunk[] {
  const size = options.chunkSize ?? defaults.chunkSize
  const overlap = options.chunkOverlap ?? defaults.chunkOverlap
  if (overlap >= size) throw new RangeError('The overlap must be below the chunk size.')
  const keep = options.keepSeparator ?? options.splitter !== 'character'
  const settings = { text, size, overlap, keep }
  if (options.splitter === 'character') {
    const separator = options.separator ?? defaults.separator
    const whole = { start: 0, end: text.length }
    return mergeJs(jsPieces(text, whole, separator, keep), keep ? '' : separator, settings)
  }
  const given =
    options.splitter === 'markdown_recursive' ? defaults.markdownSeparators : options.separators
  const separators = given ?? defaults.separators
  return jsRecursive({ start: 0, end: text.length }, separators, settings)
}
