import { breathe } from '../breathe.ts'
import type { TokenSpan } from '../embedding/embedding.ts'

/** Spans made at a time; between two pieces the page may do something else. */
const pieceLength = 10_000

/** Spans from start, end and id of each token, one after the other. */
export const spansOf = (packed: Int32Array): readonly TokenSpan[] =>
  Array.from({ length: packed.length / 3 }, (_, token) => ({
    start: packed[3 * token] ?? 0,
    end: packed[3 * token + 1] ?? 0,
    id: packed[3 * token + 2] ?? 0,
  }))

/** The same without a long task, for many tokens. */
export const unpackSpans = async (packed: Int32Array): Promise<readonly TokenSpan[]> => {
  const spans: TokenSpan[] = []
  for (let at = 0; at < packed.length; at += 3 * pieceLength) {
    if (at > 0) await breathe()
    spans.push(...spansOf(packed.subarray(at, at + 3 * pieceLength)))
  }
  return spans
}
