import type { Span } from '../chunking/chunk.ts'

/**
 * The same characters as spans that do not overlap, in order; empty spans are left out.
 *
 * Units: UTF-16 units.
 *
 * @example mergedSpans([{ start: 4, end: 9 }, { start: 0, end: 5 }]) // [{ start: 0, end: 9 }]
 */
export function mergedSpans(spans: readonly Span[]): readonly Span[] {
  const merged: Span[] = []
  const sorted = spans
    .filter(({ start, end }) => end > start)
    .toSorted((one, other) => one.start - other.start)
  for (const { start, end } of sorted) {
    const last = merged.at(-1)
    if (last === undefined || start > last.end) merged.push({ start, end })
    else merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, end) }
  }
  return merged
}
