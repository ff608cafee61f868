import { bytesPer } from '../units/units.ts'
import type { Gpu, GpuKind, HardwareSource, MemoryClass, PeakTflops } from './gpu.ts'

const kinds: readonly GpuKind[] = [
  'geforce',
  'rtx-pro',
  'datacenter',
  'amd',
  'intel',
  'apple',
  'cpu',
]
const classes: readonly MemoryClass[] = ['gddr', 'hbm', 'unified', 'ddr']
const formats = ['fp32', 'fp16', 'bf16', 'fp8', 'int8'] as const

/**
 * Checks one row of the GPU table and returns it as a `Gpu`, with its memory in bytes:
 * memoryBytes = memoryGiB x 2^30, usableBytes = memoryBytes x usableShare.
 *
 * Units: GiB and shares in, bytes out; 1e9 bytes a second; 1e12 operations a second.
 * Errors: RangeError that names the row, the field, what stands there and what should.
 *
 * @example parseGpuRow({ id: 'rtx-4090', name: 'GeForce RTX 4090', … }).bandwidthGBps //=> 1008
 */
export function parseGpuRow(row: unknown): Gpu {
  const fields = recordOf(row, 'GPU row')
  const id = textOf(fields, 'id', 'GPU row')
  const where = `GPU "${id}"`
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) throw wrong(where, 'id', id, 'kebab-case')
  const share = positiveOf(fields, 'usableShare', where)
  if (share > 1) throw wrong(where, 'usableShare', share, 'at most 1')
  const memoryBytes = Math.round(positiveOf(fields, 'memoryGiB', where) * bytesPer.GiB)
  const { note, computeSource } = fields
  return {
    id,
    name: textOf(fields, 'name', where),
    aliases: textsOf(fields, 'aliases', where),
    vendor: textOf(fields, 'vendor', where),
    kind: oneOf(fields, 'kind', kinds, where),
    memoryGB: positiveOf(fields, 'memoryGB', where),
    memoryBytes,
    usableBytes: Math.round(memoryBytes * share),
    memoryOptions: numbersOf(fields, 'memoryOptions', where),
    memoryType: textOf(fields, 'memoryType', where),
    memoryClass: oneOf(fields, 'memoryClass', classes, where),
    bandwidthGBps: positiveOf(fields, 'bandwidthGBps', where),
    tflops: tflopsOf(fields, where),
    note: note === undefined ? null : textOf(fields, 'note', where),
    source: sourceOf(fields, 'source', where),
    computeSource: computeSource === undefined ? null : sourceOf(fields, 'computeSource', where),
    checked: dateOf(fields, where),
  }
}

type Fields = Readonly<Record<string, unknown>>

function wrong(where: string, field: string, found: unknown, expected: string): RangeError {
  return new RangeError(`${where}: ${field} is ${JSON.stringify(found)}; expected ${expected}`)
}

function recordOf(value: unknown, where: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new RangeError(`${where} is ${JSON.stringify(value)}; expected an object`)
  }
  return { ...value }
}

function textOf(fields: Fields, field: string, where: string): string {
  const value = fields[field]
  if (typeof value === 'string' && value.trim() !== '') return value
  throw wrong(where, field, value, 'a text that is not empty')
}

function textsOf(fields: Fields, field: string, where: string): readonly string[] {
  const value = fields[field]
  const isTexts = Array.isArray(value) && value.every((item) => typeof item === 'string')
  if (!isTexts) throw wrong(where, field, value, 'a list of texts')
  return value.map(String)
}

function numbersOf(fields: Fields, field: string, where: string): readonly number[] {
  const value = fields[field] ?? []
  const isNumbers = Array.isArray(value) && value.every((item) => typeof item === 'number')
  if (!isNumbers) throw wrong(where, field, value, 'a list of numbers')
  return value.map(Number)
}

function sourceOf(fields: Fields, field: string, where: string): HardwareSource {
  const source = recordOf(fields[field], `${where}: ${field}`)
  const of = `${where}: ${field}`
  const url = textOf(source, 'url', of)
  if (!/^https:\/\/\S+$/.test(url)) throw wrong(of, 'url', url, 'an address that begins https://')
  return { url, read: textOf(source, 'read', of), title: textOf(source, 'title', of) }
}

function positiveOf(fields: Fields, field: string, where: string): number {
  const value = fields[field]
  if (typeof value === 'number' && Number.isFinite(value) && value > 0) return value
  throw wrong(where, field, value, 'a number above 0')
}

function oneOf<T extends string>(
  fields: Fields,
  field: string,
  allowed: readonly T[],
  where: string,
): T {
  const value = fields[field]
  const found = allowed.find((item) => item === value)
  if (found === undefined) throw wrong(where, field, value, `one of ${allowed.join(', ')}`)
  return found
}

function tflopsOf(fields: Fields, where: string): PeakTflops {
  const given = recordOf(fields['tflops'], `${where}: tflops`)
  for (const key of Object.keys(given)) {
    if (!formats.some((format) => format === key)) {
      throw wrong(where, 'tflops', key, `keys out of ${formats.join(', ')}`)
    }
    positiveOf(given, key, `${where}: tflops`)
  }
  return given
}

function dateOf(fields: Fields, where: string): string {
  const value = textOf(fields, 'checked', where)
  if (/^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value))) return value
  throw wrong(where, 'checked', value, 'a day written YYYY-MM-DD')
}
