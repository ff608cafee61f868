const DIGITS = 1 << 11
const SHIFTS = [0, 11, 22] as const

/**
 * Positions of the values from the largest to the smallest; equal values keep their order. A radix
 * sort on the bits of the numbers: exact, stable and linear, so that a whole vocabulary takes about
 * a millisecond.
 *
 * Units: none. The values must be numbers other than NaN.
 *
 * @example sortDescending(Float64Array.of(1, 3, 2, 3)) // Int32Array [1, 3, 2, 0]
 */
export function sortDescending(values: Float64Array): Int32Array {
  let order = new Int32Array(values.length)
  let spare = new Int32Array(values.length)
  for (let index = 0; index < order.length; index++) order[index] = index
  for (const keys of singleKeys(values) ?? doubleKeys(values)) {
    for (const shift of SHIFTS) {
      const starts = digitStarts(keys, shift)
      if (starts === null) continue
      for (let index = 0; index < order.length; index++) {
        const position = order[index] ?? 0
        const digit = ((keys[position] ?? 0) >>> shift) & (DIGITS - 1)
        const start = starts[digit] ?? 0
        spare[start] = position
        starts[digit] = start + 1
      }
      const sorted = spare
      spare = order
      order = sorted
    }
  }
  return order
}

/** The unsigned order of these words is the descending order of the floating-point numbers. */
const highKey = (word: number): number => (word >>> 31 === 1 ? word : ~word & 0x7fffffff)

/** One word a value when all are float32 numbers, as a model's logits are; null otherwise. */
function singleKeys(values: Float64Array): readonly [Uint32Array] | null {
  const singles = new Float32Array(values.length)
  for (let index = 0; index < values.length; index++) {
    const value = (values[index] ?? 0) + 0
    singles[index] = value
    if (singles[index] !== value) return null
  }
  const keys = new Uint32Array(singles.buffer)
  for (let index = 0; index < keys.length; index++) keys[index] = highKey(keys[index] ?? 0)
  return [keys]
}

/** Two words a value, the low one first. */
function doubleKeys(values: Float64Array): readonly [Uint32Array, Uint32Array] {
  const copy = new Float64Array(values.length)
  for (let index = 0; index < copy.length; index++) copy[index] = (values[index] ?? 0) + 0
  const words = new Uint32Array(copy.buffer)
  const lowFirst = new Uint32Array(new Float64Array([1]).buffer)[0] === 0 ? 0 : 1
  const low = new Uint32Array(values.length)
  const high = new Uint32Array(values.length)
  for (let index = 0; index < values.length; index++) {
    const lowWord = words[2 * index + lowFirst] ?? 0
    const highWord = words[2 * index + 1 - lowFirst] ?? 0
    low[index] = highWord >>> 31 === 1 ? lowWord : ~lowWord
    high[index] = highKey(highWord)
  }
  return [low, high]
}

/** First place of each digit, or null when all keys share one digit and the pass changes nothing. */
function digitStarts(keys: Uint32Array, shift: number): Uint32Array | null {
  const counts = new Uint32Array(DIGITS)
  for (let index = 0; index < keys.length; index++) {
    const digit = ((keys[index] ?? 0) >>> shift) & (DIGITS - 1)
    counts[digit] = (counts[digit] ?? 0) + 1
  }
  const first = ((keys[0] ?? 0) >>> shift) & (DIGITS - 1)
  if (counts[first] === keys.length) return null
  let start = 0
  for (let digit = 0; digit < DIGITS; digit++) {
    const count = counts[digit] ?? 0
    counts[digit] = start
    start += count
  }
  return counts
}
