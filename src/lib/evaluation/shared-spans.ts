import type { Span } from '../chunking/chunk.ts'
import { mergedSpans } from './merged-spans.ts'

/**
 * The characters that two lists of spans have in common, as spans that do not overlap.
 *
 * Units: UTF-16 units.
 *
 * @example sharedSpans([{ start: 0, end: 5 }], [{ start: 3, end: 9 }]) // [{ start: 3, end: 5 }]
 */
export function sharedSpans(ones: readonly Span[], others: readonly Span[]): readonly Span[] {
  const left = mergedSpans(ones)
  const right = mergedSpans(others)
  const shared: Span[] = []
  let at = 0
  for (const one of left) {
    while ((right[at]?.end ?? Infinity) <= one.start) at += 1
    for (const other of right.slice(at)) {
      if (other.start >= one.end) break
      shared.push({ start: Math.max(one.start, other.start), end: Math.min(one.end, other.end) })
    }
  }
  return shared
}
