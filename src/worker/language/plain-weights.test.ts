import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { plainWeights, type PlainWeights } from './plain-weights.ts'

/** Two rows a block, four rows, two columns; then a matrix of signed bytes in one block. */
const file = Uint8Array.of(
  ...[0x21, 0x43, 0x65, 0xf0], // codes: 1 2 | 3 4 | 5 6 | 0 15
  ...[0x00, 0x3c, 0x00, 0x40, 0x00, 0x38, 0x00, 0xbc], // scales: 1 2 | 0.5 -1
  ...[0x00, 0x00, 0x00, 0x3c, 0x00, 0xc0, 0x00, 0x38], // minima: 0 1 | -2 0.5
  ...[0xff, 0x02, 0x80, 0x7f], // codes: -1 2 | -128 127
  ...[0x00, 0x38, 0x00, 0x40], // scales: 0.5 2
)
const path = 'onnx/model_q4.onnx_data_1'
const place = (offset: number) => ({ file: path, offset })
const list: PlainWeights = {
  block: 2,
  matrices: [
    {
      name: 'a.w',
      rows: 4,
      columns: 2,
      bits: 4,
      codes: place(0),
      scales: place(4),
      minima: place(12),
    },
    {
      name: 'b.w',
      rows: 2,
      columns: 2,
      bits: 8,
      codes: place(20),
      scales: place(24),
      minima: null,
    },
    { name: 'c.s', rows: 1, columns: 2, halves: place(24) },
  ],
}

const floats = (bytes: Uint8Array) =>
  Array.from(new Float32Array(bytes.slice().buffer, 0, bytes.length / 4))

test('each matrix is scale times code plus minimum, made when it is read', () => {
  const [stored, a, b, c] = plainWeights(list, new Map([[path, file]])).externalData
  expect(stored).toEqual({ path: 'model_q4.onnx_data_1', data: file })
  expect([a?.path, a?.data.byteLength]).toEqual(['a.w', 32])
  expect([b?.path, b?.data.byteLength]).toEqual(['b.w', 16])
  // As the runtime reads it: the range of a tensor inside its file.
  expect(floats(a?.data.subarray(0, 32) ?? file)).toEqual([1, 5, 3, 9, 0.5, -5.5, -2, -14.5])
  expect(floats(b?.data.subarray(0, 16) ?? file)).toEqual([-0.5, 4, -64, 254])
  expect(floats(c?.data.subarray(0, 8) ?? file)).toEqual([0.5, 2])
})

test('a list that reaches beyond its file is refused', () => {
  const [, a] = plainWeights(list, new Map([[path, file.slice(0, 10)]])).externalData
  expect(() => a?.data.subarray(0, 32)).toThrow(/onnx_data_1 ends before a matrix does/)
})

test('the shipped list holds 121 matrices of 134 million weights and the look-up’s scales, each inside its file', () => {
  const folder = new URL('../../../public/models/SmolLM2-135M-Instruct/', import.meta.url)
  const shipped = JSON.parse(
    readFileSync(new URL('onnx/model_plain.json', folder), 'utf8'),
  ) as PlainWeights
  expect(shipped.matrices).toHaveLength(122)
  const weights = shipped.matrices.reduce((sum, { rows, columns }) => sum + rows * columns, 0)
  expect(weights).toBe(106_168_320 + (576 + 576 / 32) * 49_152)
  const files = new Map(
    ['', '_1', '_2'].map((end) => {
      const name = `onnx/model_q4.onnx_data${end}`
      return [name, new Uint8Array(readFileSync(new URL(name, folder)))] as const
    }),
  )
  const late = new Map(
    plainWeights(shipped, files).externalData.map(({ path, data }) => [path, data]),
  )
  const last = late.get('layer29.down.w')
  expect(floats(last?.subarray(0, last.byteLength) ?? file).every(Number.isFinite)).toBe(true)
})

test('the files are gone once they are released', () => {
  const copy = file.slice()
  plainWeights(list, new Map([[path, copy]])).release()
  expect(copy).toHaveLength(0)
})
