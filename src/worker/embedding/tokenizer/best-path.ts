import type { PieceTrie } from './piece-trie.ts'

export interface UnigramModel {
  readonly trie: PieceTrie
  /** Log-probability of each piece. */
  readonly scores: Float64Array
  readonly unknown: number
  readonly unknownScore: number
}

/** Length in UTF-16 units and id of each piece. */
export type Pieces = readonly (readonly [length: number, id: number])[]

/**
 * The pieces of a word whose scores sum to the most (Viterbi); of paths that are level, the one whose
 * last piece is longer. Unknown characters in a row are one piece.
 */
export const bestPath = (
  word: string,
  { trie, scores, unknown, unknownScore }: UnigramModel,
): Pieces => {
  const best = new Float64Array(word.length + 1).fill(-Infinity)
  const from = new Int32Array(word.length + 1)
  const ids = new Int32Array(word.length + 1)
  best[0] = 0
  const offer = (start: number, end: number, id: number, score: number) => {
    if (score > (best[end] ?? 0)) {
      best[end] = score
      from[end] = start
      ids[end] = id
    }
  }
  for (let start = 0; start < word.length;) {
    const width = (word.codePointAt(start) ?? 0) > 0xffff ? 2 : 1
    const before = best[start] ?? 0
    let single = false
    let node = 0
    for (let end = start; end < word.length;) {
      node = trie.next(node, word.charCodeAt(end++))
      if (node === -1) break
      const id = trie.idAt(node)
      if (id === -1) continue
      offer(start, end, id, before + (scores[id] ?? 0))
      single ||= end - start === width
    }
    if (!single) offer(start, start + width, unknown, before + unknownScore)
    start += width
  }
  const pieces: [number, number][] = []
  for (let end = word.length; end > 0; end = from[end] ?? 0) {
    const id = ids[end] ?? unknown
    const length = end - (from[end] ?? 0)
    const after = pieces.at(-1)
    if (id === unknown && after?.[1] === unknown) after[0] += length
    else pieces.push([length, id])
  }
  return pieces.reverse()
}
