/**
 * llama.cpp's choice of layers that get more bits: the first eighth, the last eighth, and every
 * third layer in between: i < n/8, i >= 7n/8, or (i - n/8) mod 3 = 2, in whole numbers.
 *
 * Source: `llama-cpp-quant`.
 *
 * @example moreBits(6, 32) // true: (6 - 4) mod 3 = 2
 */
export function moreBits(index: number, count: number): boolean {
  const eighth = Math.floor(count / 8)
  return index < eighth || index >= Math.floor((7 * count) / 8) || (index - eighth) % 3 === 2
}
