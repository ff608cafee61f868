import { bytesPer } from '../units/units.ts'
import type { ByteUnit } from '../units/units.ts'
import { parseNumber } from './parse-number.ts'

export type ParsedBytes = { readonly bytes: number } | { readonly problem: string }

const spellings: Readonly<Record<string, ByteUnit>> = {
  b: 'B',
  byte: 'B',
  bytes: 'B',
  kb: 'kB',
  mb: 'MB',
  gb: 'GB',
  tb: 'TB',
  k: 'KiB',
  kib: 'KiB',
  m: 'MiB',
  mib: 'MiB',
  g: 'GiB',
  gib: 'GiB',
  t: 'TiB',
  tib: 'TiB',
}

/** More than any single memory: a petabyte. Catches pasted nonsense. */
const largestBytes = 1e15

/**
 * Reads a size that a person typed: a number with a unit (GB is 1e9 bytes, GiB is 2^30, a bare G as
 * `du` prints it is 2^30), or a bare number in `bareUnit` (default GiB). Whole bytes are returned.
 * A text that cannot be a memory size gives a sentence instead.
 *
 * @example parseBytes('24564MiB') //=> { bytes: 25757220864 }
 */
export function parseBytes(
  text: string,
  options: { readonly bareUnit?: ByteUnit } = {},
): ParsedBytes {
  const { bareUnit = 'GiB' } = options
  const shown = `"${text.trim().slice(0, 40)}"`
  const example = 'write a size such as 24 GB or 24 GiB'
  const match = /^(.*?)\s*(\p{L}*)$/u.exec(text.trim().slice(0, 80))
  const amount = match?.[1] === undefined ? null : parseNumber(match[1])
  if (match === null || amount === null) return { problem: `${shown} is not a size; ${example}.` }
  const word = (match[2] ?? '').toLowerCase()
  const unit = word === '' ? bareUnit : Object.hasOwn(spellings, word) ? spellings[word] : undefined
  if (unit === undefined) return { problem: `"${word}" is not a unit of size; ${example}.` }
  const bytes = Math.round(amount * bytesPer[unit])
  if (bytes <= 0) return { problem: `${shown} is not more than zero bytes; ${example}.` }
  if (bytes > largestBytes) {
    return { problem: `${shown} is more than a petabyte; ${example}.` }
  }
  return { bytes }
}
