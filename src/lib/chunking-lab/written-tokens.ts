import type { PackedSpans } from './token-index.ts'

const BASE = 36

/**
 * Writes where tokens lie as a short text: for each the gap before it and its length, one digit of
 * base 36 each; `z` stands before a number that needs more, which ends with a comma.
 *
 * @example writeTokens(new Uint32Array([0, 3, 4, 6])) //=> '0312'
 */
export function writeTokens(packed: PackedSpans): string {
  let written = ''
  let reached = 0
  for (let at = 0; at < packed.length; at += 2) {
    const start = packed[at] ?? 0
    const end = packed[at + 1] ?? 0
    // Tokens of one character share its place; such a step back is written as it is.
    written += number(start - reached) + number(end - start)
    reached = end
  }
  return written
}

const number = (value: number): string =>
  value >= 0 && value < BASE - 1 ? value.toString(BASE) : `z${value},`

/**
 * Reads what `writeTokens` wrote.
 *
 * @example readTokens('0312') //=> Uint32Array [0, 3, 4, 6]
 */
export function readTokens(written: string): PackedSpans {
  const numbers = [...written.matchAll(/z(-?\d+),|([0-9a-y])/g)].map(([, long, digit]) =>
    long === undefined ? parseInt(digit ?? '0', BASE) : Number(long),
  )
  let reached = 0
  return Uint32Array.from(numbers, (value) => (reached += value))
}
