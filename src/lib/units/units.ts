/**
 * Bytes in one unit of size: SI units (kB, MB, GB, TB) are powers of 1000, IEC units (KiB, MiB, GiB,
 * TiB) powers of 1024. Source: IEC 80000-13.
 *
 * @example bytesPer.GiB //=> 1073741824
 */
export const bytesPer = {
  B: 1,
  kB: 1e3,
  MB: 1e6,
  GB: 1e9,
  TB: 1e12,
  KiB: 1024,
  MiB: 1024 ** 2,
  GiB: 1024 ** 3,
  TiB: 1024 ** 4,
} as const

/** A unit of size in bytes. */
export type ByteUnit = keyof typeof bytesPer

/** 'si' counts in thousands (GB), 'iec' in 1024s (GiB). */
export type ByteBase = 'si' | 'iec'

/** The units of each base, smallest first. */
export const byteUnits = {
  si: ['B', 'kB', 'MB', 'GB', 'TB'],
  iec: ['B', 'KiB', 'MiB', 'GiB', 'TiB'],
} as const satisfies Record<ByteBase, readonly ByteUnit[]>
