import type { Span } from '../chunking/chunk.ts'
import { mergedSpans } from './merged-spans.ts'
import { sharedSpans } from './shared-spans.ts'
import { spanLength } from './span-length.ts'
import { spanIouFormula } from './span-scores.formula.ts'

/**
 * What a perfect search could reach with these chunks: the share of evidence in the text of all
 * chunks that hold some of it, text that they share counted once, evidence that no chunk holds
 * counted as missed. It judges the cutting alone, without any search (Chroma calls it precision
 * omega). It is no upper bound on the precision of a search, which may leave out a chunk that holds
 * little.
 *
 * Formula: `span-iou` of every chunk that touches the evidence, merged. Units: share of 1.
 * Source: `chunking-evaluation-code`.
 *
 * @example precisionOmega([{ start: 0, end: 10 }, { start: 10, end: 20 }], [{ start: 5, end: 10 }]) // 0.5
 */
export function precisionOmega(chunks: readonly Span[], gold: readonly Span[]): number {
  const touching = chunks.filter((chunk) =>
    gold.some(({ start, end }) => Math.min(chunk.end, end) > Math.max(chunk.start, start)),
  )
  const found = spanLength(sharedSpans(touching, gold))
  if (found === 0) return 0
  const retrieved = spanLength(mergedSpans(touching))
  const missed = spanLength(mergedSpans(gold)) - found
  return spanIouFormula.evaluate({ found, retrieved, missed })
}
