import type { Span } from '../chunking/chunk.ts'
import { packMarks, unpackMarks } from './marks.ts'

/**
 * The reader's own questions after the text was edited: places before the edit stay, those behind it
 * move with it, and what the edit touches shrinks to what is left of it; a question whose places
 * are all gone is dropped.
 *
 * @example movedMarks('6-9 Who?', 'Hello Bob', 'Hello, Bob') //=> '7-10 Who?'
 */
export function movedMarks(marks: string, before: string, after: string): string {
  if (marks === '' || before === after) return marks
  const most = Math.min(before.length, after.length)
  let head = 0
  while (head < most && before[head] === after[head]) head++
  let tail = 0
  while (
    tail < most - head &&
    before[before.length - 1 - tail] === after[after.length - 1 - tail]
  ) {
    tail++
  }
  const behind = before.length - tail
  const shift = after.length - before.length
  const start = (at: number) => (at < head ? at : at >= behind ? at + shift : after.length - tail)
  const end = (at: number) => (at <= head ? at : at > behind ? at + shift : head)
  const moved = unpackMarks(marks, before.length).flatMap((question) => {
    const spans = question.spans
      .map((span): Span => ({ start: start(span.start), end: end(span.end) }))
      .filter((span) => span.end > span.start)
    return spans.length === 0 ? [] : [{ ...question, spans }]
  })
  return packMarks(moved)
}
