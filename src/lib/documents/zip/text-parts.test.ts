import { Inflate, strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { slices } from './slices.ts'
import { textParts, type Unpack } from './text-parts.ts'
import { zipEntries } from './zip-entries.ts'

const pack = (files: Readonly<Record<string, string | Uint8Array>>, level: 0 | 6 = 6) =>
  zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, data]) => [
        name,
        typeof data === 'string' ? strToU8(data) : data,
      ]),
    ),
    { level },
  )
const word = { '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w:document/>' }

const open = (bytes: Uint8Array) => {
  let most = 0
  const unpack: Unpack = ({ start, end, deflated }, onPiece) => {
    let goes = true
    const count = (piece: Uint8Array) => {
      most += piece.length
      goes &&= onPiece(piece)
    }
    const inflate = new Inflate(count)
    for (const piece of slices(bytes.subarray(start, end))) {
      if (!goes) return
      if (deflated) inflate.push(piece)
      else count(piece)
    }
  }
  const found = textParts(bytes, unpack)
  return { found, most }
}
const problemOf = (bytes: Uint8Array) => {
  const { found } = open(bytes)
  return 'problem' in found ? found.problem : null
}

test('the text parts come out as they went in, and pictures stay packed', () => {
  const { found } = open(pack({ ...word, 'word/media/a.png': new Uint8Array(1000) }))
  expect(found).toEqual({
    parts: {
      '[Content_Types].xml': strToU8('<Types/>'),
      'word/document.xml': strToU8('<w:document/>'),
    },
  })
})

test('a bomb is refused long before it has unpacked', () => {
  const bomb = pack({ ...word, 'word/document.xml': new Uint8Array(12_000_000) })
  expect(bomb.length).toBeLessThan(100_000)
  const { found, most } = open(bomb)
  expect(found).toEqual({ problem: { code: 'bomb' } })
  expect(most).toBeLessThan(6_000_000)
})

test('a bomb that claims to be small is refused as well', () => {
  const bomb = pack({ ...word, 'word/document.xml': new Uint8Array(12_000_000) })
  const view = new DataView(bomb.buffer)
  for (let at = 0; at + 46 < bomb.length; at++)
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 10, true)
  expect(problemOf(bomb)).toEqual({ code: 'bomb' })
})

test('many parts that are large together are refused', () => {
  // Not packed at all, so that no single part has a suspicious ratio.
  const large = new Uint8Array(6_000_000)
  const parts = Array.from({ length: 9 }, (_, at) => [`word/part${at}.xml`, large] as const)
  expect(problemOf(pack({ ...word, ...Object.fromEntries(parts) }, 0))).toEqual({ code: 'bomb' })
})

test('thousands of entries are refused', () => {
  const parts = Array.from({ length: 2_001 }, (_, at) => [`word/${at}.xml`, 'a'] as const)
  expect(problemOf(pack({ ...word, ...Object.fromEntries(parts) }, 0))).toEqual({ code: 'bomb' })
})

test('another kind of zip is named', () => {
  const found = (files: Readonly<Record<string, string>>) => problemOf(pack(files))
  expect(found({ 'xl/workbook.xml': '' })).toEqual({
    code: 'not-docx',
    found: 'an Excel workbook (XLSX)',
  })
  expect(found({ mimetype: '', 'META-INF/container.xml': '' })).toEqual({
    code: 'not-docx',
    found: 'an e-book (EPUB)',
  })
  expect(found({ 'notes.txt': 'hello' })).toEqual({ code: 'not-docx', found: 'a zip archive' })
})

test('a zip cut off anywhere is broken, never read half', () => {
  const whole = pack(word)
  for (let length = 0; length < whole.length; length += 7)
    expect(problemOf(whole.subarray(0, length))).toEqual({ code: 'broken', format: 'DOCX' })
})

test('a locked entry is said to be locked', () => {
  const bytes = pack(word)
  const view = new DataView(bytes.buffer)
  for (let at = 0; at + 46 < bytes.length; at++)
    if (view.getUint32(at, true) === 0x02014b50) view.setUint16(at + 8, 1, true)
  expect(problemOf(bytes)).toEqual({ code: 'locked', format: 'DOCX' })
})

test('a directory that points outside the file is broken', () => {
  const bytes = pack(word)
  const view = new DataView(bytes.buffer)
  view.setUint32(bytes.length - 6, 0xffff_fff0, true)
  expect(zipEntries(bytes)).toBeNull()
})
