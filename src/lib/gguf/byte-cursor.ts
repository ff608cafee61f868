import { GgufError } from './gguf-error.ts'
import { decodeUtf8 } from './utf8.ts'

/** Reads little-endian values one after the other and never beyond the bytes at hand. */
export interface ByteCursor {
  readonly position: () => number
  readonly u8: () => number
  readonly u32: () => number
  /** A count or a length: a whole number that JavaScript holds exactly. */
  readonly count: (what: string) => number
  readonly number: (kind: NumberKind) => number | null
  readonly text: (what: string, longest: number) => string
  readonly skip: (bytes: number) => void
  readonly align: (to: number) => number
}

export type NumberKind = 'u8' | 'i8' | 'u16' | 'i16' | 'u32' | 'i32' | 'f32' | 'u64' | 'i64' | 'f64'

export const numberBytes: Readonly<Record<NumberKind, number>> = {
  u8: 1,
  i8: 1,
  u16: 2,
  i16: 2,
  u32: 4,
  i32: 4,
  f32: 4,
  u64: 8,
  i64: 8,
  f64: 8,
}

/**
 * A cursor at the start of some bytes.
 *
 * Throws a GgufError that says how many bytes are missing when a value does not fit.
 *
 * @example byteCursor(new Uint8Array([1, 0, 0, 0])).u32() // 1
 */
export function byteCursor(bytes: Uint8Array): ByteCursor {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let at = 0
  const take = (length: number): number => {
    const end = at + length
    if (end > bytes.length) {
      throw new GgufError(
        `The header needs at least ${(end - bytes.length).toLocaleString('en-US')} more bytes than the ${bytes.length.toLocaleString('en-US')} at hand.`,
        end,
      )
    }
    const start = at
    at = end
    return start
  }
  const number = (kind: NumberKind): number | null => {
    const start = take(numberBytes[kind])
    const value = readNumber(view, kind, start)
    return Number.isFinite(value) ? value : null
  }
  const count = (what: string): number => {
    const value = view.getBigUint64(take(8), true)
    if (value > BigInt(Number.MAX_SAFE_INTEGER)) {
      throw new GgufError(`The file claims ${value} ${what}, which cannot be.`)
    }
    return Number(value)
  }
  return {
    position: () => at,
    u8: () => view.getUint8(take(1)),
    u32: () => view.getUint32(take(4), true),
    count,
    number,
    text(what, longest) {
      const length = count(`bytes in ${what}`)
      if (length > longest) {
        throw new GgufError(
          `The file claims ${length.toLocaleString('en-US')} bytes in ${what}; at most ${longest.toLocaleString('en-US')} make sense.`,
        )
      }
      const start = take(length)
      return decodeUtf8(bytes.subarray(start, start + length))
    },
    skip: (length) => void take(length),
    align: (to) => Math.ceil(at / to) * to,
  }
}

function readNumber(view: DataView, kind: NumberKind, at: number): number {
  switch (kind) {
    case 'u8':
      return view.getUint8(at)
    case 'i8':
      return view.getInt8(at)
    case 'u16':
      return view.getUint16(at, true)
    case 'i16':
      return view.getInt16(at, true)
    case 'u32':
      return view.getUint32(at, true)
    case 'i32':
      return view.getInt32(at, true)
    case 'f32':
      return view.getFloat32(at, true)
    case 'u64':
      return Number(view.getBigUint64(at, true))
    case 'i64':
      return Number(view.getBigInt64(at, true))
    case 'f64':
      return view.getFloat64(at, true)
  }
}
