/** How the sizes of chunks are spread, in the unit of the sizes. */
export interface ChunkStatistics {
  readonly count: number
  readonly total: number
  readonly mean: number
  readonly median: number
  readonly min: number
  readonly max: number
  readonly bins: readonly SizeBin[]
}

/** Sizes from `from` up to `to`; `to` belongs to the next bin, but in the last one. */
export interface SizeBin {
  readonly from: number
  readonly to: number
  readonly count: number
}

/**
 * Count, mean, median, least, most and a histogram of `bins` equal bins from the least size to the
 * most. No sizes give zeros and no bins; sizes that are all equal give one bin.
 *
 * @throws RangeError for a number of bins below 1.
 * @example
 * chunkStatistics([100, 200, 600], 5).median // 200
 */
export function chunkStatistics(sizes: readonly number[], bins = 10): ChunkStatistics {
  if (!Number.isSafeInteger(bins) || bins < 1) {
    throw new RangeError(`The number of bins is ${bins}; it must be a whole number of at least 1.`)
  }
  const sorted = sizes.toSorted((one, other) => one - other)
  const count = sorted.length
  const total = sorted.reduce((sum, size) => sum + size, 0)
  const at = (index: number) => sorted[index] ?? 0
  const [min, max] = [at(0), at(count - 1)]
  return {
    count,
    total,
    mean: count === 0 ? 0 : total / count,
    median: (at(Math.ceil(count / 2) - 1) + at(Math.floor(count / 2))) / 2,
    min,
    max,
    bins: count === 0 ? [] : binsOf(sorted, min, max, min === max ? 1 : bins),
  }
}

function binsOf(sizes: readonly number[], min: number, max: number, bins: number): SizeBin[] {
  const width = (max - min) / bins
  const binOf = (size: number) =>
    width === 0 ? 0 : Math.min(bins - 1, Math.floor((size - min) / width))
  const counts = new Array<number>(bins).fill(0)
  for (const size of sizes) counts[binOf(size)] = (counts[binOf(size)] ?? 0) + 1
  return counts.map((count, bin) => ({
    from: min + bin * width,
    to: bin === bins - 1 ? max : min + (bin + 1) * width,
    count,
  }))
}
