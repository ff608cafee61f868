import { chunkCount } from '../chunking/chunk-count.ts'
import type { CutSettings, CutSummary } from './cut.ts'

/** How many sliding windows of the settings cover the text, or null where its tokens are unknown. */
export function predictedCount(
  summary: Pick<CutSummary, 'textCharacters' | 'textTokens'>,
  { size, overlap, unit }: Pick<CutSettings, 'size' | 'overlap' | 'unit'>,
): {
  readonly count: number
  readonly values: { readonly length: number; readonly size: number; readonly overlap: number }
} | null {
  const length = unit === 'tokens' ? summary.textTokens : summary.textCharacters
  if (length === null || length === 0 || overlap >= size) return null
  const values = { length, size, overlap }
  return { count: chunkCount(values), values }
}
