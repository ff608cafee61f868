import { chunkCount } from '../chunking/chunk-count.ts'
import type { CutSettings, CutSummary } from './cut.ts'

/**
 * How many sliding windows of the settings cover the text, or null where its length is not known in
 * their unit: without tokens, and for LlamaIndex, which counts words here.
 */
export function predictedCount(
  summary: Pick<CutSummary, 'textCharacters' | 'textTokens'>,
  { size, overlap, unit, library }: Pick<CutSettings, 'size' | 'overlap' | 'unit' | 'library'>,
): {
  readonly count: number
  readonly values: { readonly length: number; readonly size: number; readonly overlap: number }
} | null {
  if (library === 'llamaindex' && unit === 'tokens') return null
  const length = unit === 'tokens' ? summary.textTokens : summary.textCharacters
  if (length === null || length === 0 || overlap >= size) return null
  const values = { length, size, overlap }
  return { count: chunkCount(values), values }
}
