import type { Span } from '../chunking/chunk.ts'
import { mergedSpans } from './merged-spans.ts'
import { sharedSpans } from './shared-spans.ts'
import { spanLength } from './span-length.ts'
import { spanIouFormula, spanPrecisionFormula, spanRecallFormula } from './span-scores.formula.ts'

/** Retrieved chunks and the evidence for one question, as ranges of one text. */
export interface SpanRequest {
  readonly retrieved: readonly Span[]
  readonly gold: readonly Span[]
}

export interface SpanScores {
  readonly recall: number
  readonly precision: number
  readonly iou: number
}

/**
 * How well retrieved chunks cover the evidence for a question, character by character: recall is the
 * share of the evidence that they hold, precision the share of their text that is evidence, IoU both
 * in one number. Text that two chunks share is counted for each of them, as a reader (and a model's
 * context) pays for it twice. A chunk that only borders on the evidence holds nothing of it. Nothing
 * retrieved, or no evidence, scores 0.
 *
 * Formula: `span-recall`, `span-precision`, `span-iou`. Units: shares of 1.
 * Source: `chunking-evaluation-code`.
 *
 * @example spanScores({ retrieved: [{ start: 0, end: 10 }], gold: [{ start: 5, end: 15 }] })
 * // { recall: 0.5, precision: 0.5, iou: 0.3333333333333333 }
 */
export function spanScores({ retrieved, gold }: SpanRequest): SpanScores {
  const evidence = spanLength(mergedSpans(gold))
  const found = spanLength(sharedSpans(retrieved, gold))
  const length = spanLength(retrieved)
  const missed = evidence - found
  if (found === 0) return { recall: 0, precision: 0, iou: 0 }
  return {
    recall: spanRecallFormula.evaluate({ found, evidence }),
    precision: spanPrecisionFormula.evaluate({ found, retrieved: length }),
    iou: spanIouFormula.evaluate({ found, retrieved: length, missed }),
  }
}
