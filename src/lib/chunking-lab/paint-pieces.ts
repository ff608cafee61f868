import type { Span } from '../chunking/chunk.ts'
import type { LabChunk } from './lab-chunk.ts'

/** A stretch of text that is painted alike. */
export interface PaintedPiece extends Span {
  readonly text: string
  /** Numbers of the chunks that hold it. */
  readonly chunks: readonly number[]
  /** Odd or even chunk, several chunks, or none. */
  readonly fill: 'odd' | 'even' | 'several' | 'none'
  /** No chunk that holds it is read so far by the embedder. */
  readonly unread: boolean
  /** Numbers of the chunks that begin here, and where each number stands. */
  readonly begins: readonly { readonly number: number; readonly inMargin: boolean }[]
  /** Numbers of the chunks that the embedder stops reading here. */
  readonly stops: readonly number[]
}

/** Chunks that begin closer than this to the last number in the margin get theirs in the line. */
const MARGIN_ROOM = 160

/**
 * Cuts a stretch of the text at every place where a chunk begins, ends, or stops being read.
 *
 * @example paintPieces({ text: 'abcd', chunks: [], start: 0, end: 4 })[0]?.fill //=> 'none'
 */
export function paintPieces(request: {
  readonly text: string
  /** The chunks that touch the stretch, in order. */
  readonly chunks: readonly LabChunk[]
  readonly start: number
  readonly end: number
}): readonly PaintedPiece[] {
  const { text, start, end } = request
  const chunks = request.chunks.filter(
    (chunk) => chunk.literal === undefined && chunk.end > start && chunk.start < end,
  )
  const places = new Set([start, end])
  for (const chunk of chunks) {
    for (const at of [chunk.start, chunk.end, chunk.readTo ?? chunk.end]) {
      if (at > start && at < end) places.add(at)
    }
  }
  const ordered = [...places].sort((one, other) => one - other)
  let lastInMargin = -Infinity
  let near = 0
  return ordered.slice(0, -1).map((from, index) => {
    const to = ordered[index + 1] ?? end
    // Chunks are in order, so those that ended long ago need no second look.
    while ((chunks[near]?.end ?? Infinity) <= from) near++
    const holders: LabChunk[] = []
    for (let at = near; at < chunks.length; at++) {
      const chunk = chunks[at]
      if (chunk === undefined || chunk.start > from) break
      if (chunk.end > from) holders.push(chunk)
    }
    const begins = holders
      .filter((chunk) => chunk.start === from)
      .map(({ number }) => {
        const inMargin = from - lastInMargin >= MARGIN_ROOM
        if (inMargin) lastInMargin = from
        return { number, inMargin }
      })
    return {
      start: from,
      end: to,
      text: text.slice(from, to),
      chunks: holders.map(({ number }) => number),
      fill: fillOf(holders),
      unread:
        holders.length > 0 && holders.every(({ readTo }) => readTo !== null && readTo <= from),
      begins,
      stops: holders.filter(({ readTo }) => readTo === from).map(({ number }) => number),
    }
  })
}

function fillOf(holders: readonly LabChunk[]): PaintedPiece['fill'] {
  const [only] = holders
  if (only === undefined) return 'none'
  if (holders.length > 1) return 'several'
  return only.number % 2 === 1 ? 'odd' : 'even'
}
