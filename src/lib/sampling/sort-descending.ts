const DIGIT_BITS = 11
const DIGITS = 1 << DIGIT_BITS

/** Word and shift of each digit of a 64-bit key, lowest first; digits do not cross the words. */
const PASSES = [
  { word: 0, shift: 0 },
  { word: 0, shift: 11 },
  { word: 0, shift: 22 },
  { word: 1, shift: 0 },
  { word: 1, shift: 11 },
  { word: 1, shift: 22 },
] as const

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
  const words = descendingKeys(values)
  let order: Int32Array = Int32Array.from(values, (_, index) => index)
  let spare: Int32Array = new Int32Array(values.length)
  for (const { word, shift } of PASSES) {
    const keys = words[word]
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
  return order
}

/** Two words a value whose unsigned order is the descending order of the values. */
function descendingKeys(values: Float64Array): readonly [Uint32Array, Uint32Array] {
  const bits = new Uint32Array(new Float64Array([1]).buffer)
  const highFirst = bits[0] !== 0
  const raw = new Uint32Array(Float64Array.from(values, (value) => value + 0).buffer)
  const low = new Uint32Array(values.length)
  const high = new Uint32Array(values.length)
  for (let index = 0; index < values.length; index++) {
    const lowWord = raw[2 * index + (highFirst ? 1 : 0)] ?? 0
    const highWord = raw[2 * index + (highFirst ? 0 : 1)] ?? 0
    const negative = highWord >>> 31 === 1
    low[index] = negative ? lowWord : ~lowWord
    high[index] = negative ? highWord : ~highWord & 0x7fffffff
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
