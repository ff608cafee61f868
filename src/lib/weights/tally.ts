import type { WeightShare } from './weight-options.ts'

/** Adds up tensors by storage type. */
export interface Tally {
  readonly add: (type: string, tensors: number, elements: number, bytes: number) => void
  /** Largest first. */
  readonly shares: () => readonly WeightShare[]
}

/**
 * A fresh sum by storage type.
 *
 * @example const sum = tally(); sum.add('F32', 1, 4096, 16384); sum.shares()[0]?.bytes // 16384
 */
export function tally(): Tally {
  const sums = new Map<string, { tensors: number; elements: number; bytes: number }>()
  return {
    add(type, tensors, elements, bytes) {
      const sum = sums.get(type) ?? { tensors: 0, elements: 0, bytes: 0 }
      sum.tensors += tensors
      sum.elements += elements
      sum.bytes += bytes
      sums.set(type, sum)
    },
    shares: () =>
      [...sums].map(([type, sum]) => ({ type, ...sum })).sort((a, b) => b.bytes - a.bytes),
  }
}
