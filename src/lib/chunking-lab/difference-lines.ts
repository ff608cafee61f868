import { compatDefaults } from '../chunking/compat/compat-defaults.ts'
import type { DifferenceResult } from '../chunking/compat/compat-differences.ts'

/** What one library makes of a text, as lines to read: white space and broken marks are shown. */
export interface DifferenceLine {
  readonly who: string
  readonly refused: string
  readonly chunks: readonly string[]
}

/**
 * Writes a result of `compatDifferences` for a reader.
 *
 * @example differenceLines({ library: 'langchain-js', options, chunks: [{ text: 'a\n' }] }).chunks //=> ['a↵']
 */
export function differenceLines(result: DifferenceResult): DifferenceLine {
  const { library, options, chunks = [], refused = '' } = result
  const size = 'chunkSize' in options ? options.chunkSize : undefined
  const overlap = 'chunkOverlap' in options ? options.chunkOverlap : undefined
  const sizes = [
    ...(size === undefined ? [] : [`size ${size}`]),
    ...(overlap === undefined ? [] : [`overlap ${overlap}`]),
  ]
  const settings = sizes.length === 0 ? '' : `, ${sizes.join(', ')}`
  return {
    who: `${compatDefaults[library].name}${settings}`,
    refused,
    chunks: chunks.map(({ text }) => visible(text)),
  }
}

/** Line ends as arrows, halves of a surrogate pair as their code. */
const visible = (text: string): string =>
  text
    .replace(/\n/g, '↵')
    .replace(/\p{Surrogate}/gu, (half) => `\\u${half.charCodeAt(0).toString(16)}`)
