/** All 16-bit floating-point numbers as 32-bit ones, by their bits. */
const table = (): Float32Array =>
  Float32Array.from({ length: 65_536 }, (_, bits) => {
    const sign = bits >> 15 === 0 ? 1 : -1
    const exponent = (bits >> 10) & 31
    const fraction = bits & 1023
    if (exponent === 31) return fraction === 0 ? sign * Infinity : NaN
    if (exponent === 0) return sign * fraction * 2 ** -24
    return sign * (1024 + fraction) * 2 ** (exponent - 25)
  })

let all: Float32Array | null = null

/**
 * The numbers that IEEE 754 half-precision bits stand for.
 *
 * @example halfFloats(Uint16Array.of(0x3c00, 0xc000)) // Float32Array [1, -2]
 */
export const halfFloats = (bits: Uint16Array): Float32Array => {
  all ??= table()
  const values = new Float32Array(bits.length)
  for (let i = 0; i < bits.length; i++) values[i] = all[bits[i] ?? 0] ?? NaN
  return values
}
