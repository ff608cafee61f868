import type { Span } from '../../chunking/chunk.ts'

/**
 * The stretch from one sentence to another, numbered from 1, without the spaces around it; null
 * where the numbers name none.
 *
 * @example chosenSentences('One. Two. ', [{ start: 0, end: 5 }, { start: 5, end: 10 }], 2, 2)
 * //=> { start: 5, end: 9 }
 */
export function chosenSentences(
  text: string,
  sentences: readonly Span[],
  from: number,
  to: number,
): Span | null {
  const first = sentences[from - 1]
  const last = sentences[Math.max(from, to) - 1]
  if (first === undefined || last === undefined) return null
  return trimmedSpan(text, { start: first.start, end: last.end })
}

/**
 * A stretch without the spaces at its ends; null where it holds nothing else.
 *
 * @example trimmedSpan('a b ', { start: 1, end: 4 }) //=> { start: 2, end: 3 }
 */
export function trimmedSpan(text: string, { start, end }: Span): Span | null {
  const part = text.slice(start, end)
  const before = part.length - part.trimStart().length
  const length = part.trim().length
  return length === 0 ? null : { start: start + before, end: start + before + length }
}

/**
 * The beginning of a stretch of the text, on one line.
 *
 * @example excerpt('a\n b', { start: 0, end: 4 }) //=> 'a b'
 */
export function excerpt(text: string, { start, end }: Span, most = 160): string {
  const line = text.slice(start, Math.min(end, start + 4 * most)).replace(/\s+/g, ' ')
  return line.length > most || end - start > 4 * most ? `${line.slice(0, most)} …` : line
}
