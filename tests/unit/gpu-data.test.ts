import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

type Row = Readonly<Record<string, unknown>>

const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const parsed: unknown = JSON.parse(
  readFileSync(new URL('../../src/data/gpus.json', import.meta.url), 'utf8'),
)
const rows: readonly Row[] = Array.isArray(parsed) ? parsed.filter(isRow) : []

const kinds = ['geforce', 'rtx-pro', 'datacenter', 'amd', 'intel', 'apple', 'cpu']
const classes = ['gddr', 'hbm', 'unified', 'ddr']
const formats = ['fp32', 'fp16', 'bf16', 'fp8', 'int8']
const fields = [
  'id',
  'name',
  'aliases',
  'vendor',
  'kind',
  'memoryGB',
  'memoryGiB',
  'memoryRead',
  'usableShare',
  'memoryType',
  'memoryClass',
  'bandwidthGBps',
  'tflops',
  'source',
  'checked',
]
const optional = ['memoryOptions', 'note', 'computeSource']

const strings = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : []
const number = (value: unknown): number => (typeof value === 'number' ? value : Number.NaN)
const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const label = (row: Row): string => text(row['id'])

/** Ids of the rows that break a rule: an empty list is what every test wants. */
const breaking = (rule: (row: Row) => boolean): readonly string[] =>
  rows.filter((row) => !rule(row)).map(label)

const within = (value: unknown, low: number, high: number): boolean =>
  number(value) >= low && number(value) <= high

const isSource = (value: unknown): boolean =>
  isRow(value) &&
  /^https:\/\/\S+$/.test(text(value['url'])) &&
  ['page', 'table', 'code', 'thread', 'copy'].includes(text(value['read']))

test('there are at least 60 rows, and every one is an object', () => {
  expect(rows.length).toBeGreaterThanOrEqual(60)
  expect(Array.isArray(parsed) ? parsed.length : 0).toBe(rows.length)
})

test('every row has every field, and no field that nobody reads', () => {
  expect(breaking((row) => fields.every((field) => field in row))).toEqual([])
  const known = new Set([...fields, ...optional])
  expect(breaking((row) => Object.keys(row).every((field) => known.has(field)))).toEqual([])
})

test('ids are kebab-case and unique', () => {
  expect(breaking((row) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(label(row)))).toEqual([])
  expect(new Set(rows.map(label)).size).toBe(rows.length)
})

test('no name and no alias belongs to two rows', () => {
  const names = rows.flatMap((row) => [text(row['name']), ...strings(row['aliases'])])
  const lower = names.map((name) => name.toLowerCase())
  expect(lower.filter((name, index) => lower.indexOf(name) !== index)).toEqual([])
  expect(names.filter((name) => name.trim() === '')).toEqual([])
})

test('each kind is present, and each row is of a known kind and memory class', () => {
  expect(breaking((row) => kinds.includes(text(row['kind'])))).toEqual([])
  expect(breaking((row) => classes.includes(text(row['memoryClass'])))).toEqual([])
  expect(kinds.filter((kind) => !rows.some((row) => row['kind'] === kind))).toEqual([])
})

test('every row names what was read, and the day', () => {
  expect(breaking((row) => isSource(row['source']))).toEqual([])
  expect(
    breaking((row) => row['computeSource'] === undefined || isSource(row['computeSource'])),
  ).toEqual([])
  expect(breaking((row) => /^20\d\d-[01]\d-[0-3]\d$/.test(text(row['checked'])))).toEqual([])
})

test('memory is within sane limits, and what tools report is never above the label', () => {
  expect(breaking((row) => within(row['memoryGB'], 4, 1024))).toEqual([])
  expect(
    breaking((row) => {
      const share = number(row['memoryGiB']) / number(row['memoryGB'])
      return share <= 1 && share > 0.9
    }),
  ).toEqual([])
  expect(breaking((row) => ['nvidia-smi', 'nominal'].includes(text(row['memoryRead'])))).toEqual([])
  expect(
    breaking((row) => row['memoryClass'] === 'unified' || number(row['usableShare']) === 1),
  ).toEqual([])
  expect(breaking((row) => within(row['usableShare'], 0.6, 1))).toEqual([])
  expect(
    breaking((row) => {
      const options = row['memoryOptions']
      return options === undefined || (Array.isArray(options) && options.includes(row['memoryGB']))
    }),
  ).toEqual([])
})

test('bandwidth is within what its memory class can reach', () => {
  const limits: Readonly<Record<string, readonly [number, number]>> = {
    gddr: [100, 2000],
    hbm: [500, 10_000],
    unified: [60, 1000],
    ddr: [40, 700],
  }
  expect(
    breaking((row) => {
      const [low, high] = limits[text(row['memoryClass'])] ?? [1, 0]
      return within(row['bandwidthGBps'], low, high)
    }),
  ).toEqual([])
})

test('arithmetic rates are dense: fp16 is at most 16 times fp32 (28 on B200), fp8 and int8 at most 4 times fp16', () => {
  expect(
    breaking((row) => {
      const rates = isRow(row['tflops']) ? row['tflops'] : {}
      return Object.entries(rates).every(
        ([format, rate]) => formats.includes(format) && within(rate, 1, 5000),
      )
    }),
  ).toEqual([])
  expect(
    breaking((row) => {
      const rates = isRow(row['tflops']) ? row['tflops'] : {}
      const [fp32, fp16] = [number(rates['fp32']), number(rates['fp16'])]
      const eight = [rates['fp8'], rates['int8']].filter((rate) => rate !== undefined)
      const most = label(row) === 'b200' ? 28.2 : 16.1
      return (
        (Number.isNaN(fp32) || Number.isNaN(fp16) || fp16 <= most * fp32) &&
        eight.every((rate) => number(rate) >= 1.9 * fp16 && number(rate) <= 4.1 * fp16)
      )
    }),
  ).toEqual([])
})

test('figures that vendors print: RTX 4090 1,008 GB/s, A100 SXM 2,039, H100 SXM 3,350, M1 Max 400', () => {
  const bandwidth = (id: string): number =>
    number(rows.find((row) => row['id'] === id)?.['bandwidthGBps'])
  expect(bandwidth('rtx-4090')).toBe(1008)
  expect(bandwidth('a100-sxm-80gb')).toBe(2039)
  expect(bandwidth('h100-sxm-80gb')).toBe(3350)
  expect(bandwidth('apple-m1-max-64gb')).toBe(400)
})
