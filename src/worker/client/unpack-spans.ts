import { breathe } from '../breathe.ts'
import type { TokenSpan } from '../embedding/embedding.ts'

/** Spans made at a time; between two pieces the page may do something else. */
const pieceLength = 10_000

/** Spans from start, end and id of each token, one after the other, without a long task. */
export const unpackSpans = async (packed: Int32Array): Promise<readonly TokenSpan[]> => {
  const spans: TokenSpan[] = []
  for (let i = 0; i < packed.length; i += 3) {
    if (i > 0 && (i / 3) % pieceLength === 0) await breathe()
    spans.push({ start: packed[i] ?? 0, end: packed[i + 1] ?? 0, id: packed[i + 2] ?? 0 })
  }
  return spans
}
