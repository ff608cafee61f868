/** Pieces `from` up to, not including, `to`. */
export interface Run {
  readonly from: number
  readonly to: number
}

export interface MergeOptions {
  readonly size: number
  readonly overlap: number
  /** Length of the separator that goes back between two pieces; 0 when pieces carry their own. */
  readonly separatorLength: number
  /** Whether the overlap's budget also counts the separators inside it (Python does, JS does not). */
  readonly overlapCountsSeparators: boolean
}

/**
 * LangChain's merge: packs pieces into chunks of at most `size` and lets the next chunk begin with
 * the last whole pieces of the one before, as many as fit in `overlap`.
 *
 * A piece that does not fit closes the chunk; then pieces leave at the front until the rest is
 * within the overlap and the new piece fits.
 *
 * Source: langchain-splitters-python, langchain-splitters-js.
 *
 * @throws RangeError when the overlap is negative, which the JavaScript library finds out too late
 * @example mergeRuns([1, 1, 1], { size: 2, overlap: 1, separatorLength: 0, overlapCountsSeparators: true }) // [{ from: 0, to: 2 }, { from: 1, to: 3 }]
 */
export function mergeRuns(lengths: readonly number[], options: MergeOptions): readonly Run[] {
  const { size, overlap, separatorLength, overlapCountsSeparators } = options
  const runs: Run[] = []
  let from = 0
  let sum = 0
  lengths.forEach((length, at) => {
    const tooLong = () => sum + length + (at - from) * separatorLength > size
    const kept = () =>
      sum + (overlapCountsSeparators ? separatorLength * Math.max(0, at - from - 1) : 0)
    if (from < at && tooLong()) {
      runs.push({ from, to: at })
      while (kept() > overlap || (tooLong() && sum > 0)) {
        if (from === at) throw new RangeError('The overlap must be 0 or more.')
        sum -= lengths[from] ?? 0
        from += 1
      }
    }
    sum += length
  })
  if (from < lengths.length) runs.push({ from, to: lengths.length })
  return runs
}
