import { expect, test } from 'vitest'
import { memoryClassOfName } from './memory-class-of-name.ts'
import { parseGpuRow } from './parse-gpu-row.ts'

const row = {
  id: 'rtx-4090',
  name: 'GeForce RTX 4090',
  aliases: ['NVIDIA GeForce RTX 4090'],
  vendor: 'NVIDIA',
  kind: 'geforce',
  memoryGB: 24,
  memoryGiB: 24,
  usableShare: 1,
  memoryType: 'GDDR6X',
  bandwidthGBps: 1008,
  tflops: { fp32: 82.6, fp16: 165.2 },
  memoryClass: 'gddr',
  source: { url: 'https://example.org/4090', read: 'page', title: 'A page' },
  checked: '2026-11-24',
}

test('a complete GPU row is returned with its memory in bytes', () => {
  const gpu = parseGpuRow(row)
  expect(gpu).toMatchObject({ id: 'rtx-4090', bandwidthGBps: 1008, note: null, memoryOptions: [] })
  expect(gpu.memoryBytes).toBe(25_769_803_776)
  expect(parseGpuRow({ ...row, usableShare: 0.75 }).usableBytes).toBe(19_327_352_832)
})

test('a GPU row with a wrong field is refused by the name of the field', () => {
  const wrong: readonly (readonly [string, unknown])[] = [
    ['id', 'RTX 4090'],
    ['name', ''],
    ['aliases', 'one'],
    ['kind', 'nvidia'],
    ['memoryGiB', 0],
    ['memoryGB', '24 GB'],
    ['usableShare', 2],
    ['memoryOptions', ['24']],
    ['bandwidthGBps', -1],
    ['tflops', { fp4: 1 }],
    ['tflops', null],
    ['memoryClass', 'sram'],
    ['source', undefined],
    ['source', { url: 'http://x', read: 'page', title: 'x' }],
    ['checked', 'yesterday'],
    ['checked', '2026-13-45'],
  ]
  for (const [field, value] of wrong) {
    expect(() => parseGpuRow({ ...row, [field]: value })).toThrow(RangeError)
    expect(() => parseGpuRow({ ...row, [field]: value })).toThrow(field)
  }
  for (const value of [null, [], 'gpu', 3]) expect(() => parseGpuRow(value)).toThrow(RangeError)
})

test('the memory class follows from the name', () => {
  const names = {
    hbm: [
      'A100 SXM 80GB',
      'H100 PCIe 80GB',
      'MI300X 192GB',
      'V100 32GB',
      'H200',
      'Tesla P100',
      'A30',
      'MI250',
    ],
    unified: [
      'M1 Max 32-Core GPU 64GB',
      'M2 Ultra 76-Core GPU 192GB',
      'M4 Max',
      'Apple M3',
      'DGX Spark',
    ],
    gddr: [
      '3090 24GB',
      'RTX 5090',
      'L40S 48GB',
      'A40 48GB',
      'T4',
      'RTX A6000 48GB',
      'A10G',
      'RX 7900 XTX',
      'Quadro M6000',
      'M40 24GB',
      'M60',
    ],
    ddr: [
      'AMD EPYC 9654',
      'Ryzen 9 7950X',
      'Intel Core i9-13900K',
      'CPU DDR5-5600',
      'Xeon w9-3495X',
    ],
  } as const
  for (const [memoryClass, list] of Object.entries(names)) {
    for (const name of list) expect([name, memoryClassOfName(name)]).toEqual([name, memoryClass])
  }
})
