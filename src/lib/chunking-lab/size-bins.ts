import type { SizeBin } from './cut.ts'

const MOST_BINS = 20
const ROUND = [1, 2, 5] as const

/**
 * Counts sizes in bins of a round width, from 0 up to the longest and the wanted size.
 *
 * @example sizeBins([10, 12, 35], 40) //=> bins of width 2: { from: 10, to: 12, count: 1 }, …
 */
export function sizeBins(sizes: readonly number[], wanted: number): readonly SizeBin[] {
  const top = sizes.reduce((most, size) => Math.max(most, size), 0)
  if (top === 0) return []
  // A wanted size far beyond every chunk would leave all of them in one bin.
  const width = roundWidth(Math.max(top, Math.min(wanted, 2 * top)))
  const counts = new Array<number>(Math.floor(top / width) + 1).fill(0)
  for (const size of sizes) {
    const bin = Math.floor(size / width)
    counts[bin] = (counts[bin] ?? 0) + 1
  }
  return counts.map((count, bin) => ({ from: bin * width, to: (bin + 1) * width, count }))
}

function roundWidth(top: number): number {
  for (let ten = 1; ; ten *= 10) {
    for (const times of ROUND) {
      if ((top + 1) / (ten * times) <= MOST_BINS) return ten * times
    }
  }
}
