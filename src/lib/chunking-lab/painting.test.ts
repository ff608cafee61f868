import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chunkPicture } from './chunk-picture.ts'
import { cutText } from './cut-text.ts'
import { labChunks } from './lab-chunks.ts'
import { chunksOnPage, pageOfChunk } from './page-of-chunk.ts'
import { paintPieces } from './paint-pieces.ts'
import { textPages } from './text-pages.ts'
import { packSpans } from './token-index.ts'

const limit = { maxTokens: 4, reserved: 2 }
const raw = (start: number, end: number) => ({
  start,
  end,
  level: 'word' as const,
  reason: 'A test.',
})
const windows = (length: number, size: number, overlap: number) => {
  const chunks = []
  for (let start = 0; ; start += size - overlap) {
    chunks.push(raw(start, Math.min(length, start + size)))
    if (start + size >= length) return chunks
  }
}

describe('paintPieces', () => {
  const text = 'ab cd ef'
  const tokens = packSpans([
    { start: 0, end: 2 },
    { start: 3, end: 5 },
    { start: 6, end: 8 },
  ])
  const chunks = labChunks({ text, chunks: [raw(0, 8), raw(6, 8)], tokens, limit })

  test('cuts where a chunk begins, ends and stops being read', () => {
    const pieces = paintPieces({ text, chunks, start: 0, end: 8 })
    expect(pieces.map((piece) => piece.text)).toEqual(['ab cd ', 'ef'])
    expect(pieces.map((piece) => piece.fill)).toEqual(['odd', 'several'])
    expect(pieces[1]?.stops).toEqual([1])
  })

  test('greys only what no chunk reads', () => {
    // The first chunk stops at 6; the second reads from 6 on.
    expect(chunks[0]?.readTo).toBe(6)
    expect(paintPieces({ text, chunks, start: 0, end: 8 })[1]?.unread).toBe(false)
    const alone = paintPieces({ text, chunks: chunks.slice(0, 1), start: 0, end: 8 })
    expect(alone[1]?.unread).toBe(true)
  })

  test('gives every character once, whatever the chunks', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 400 }),
        fc.integer({ min: 2, max: 60 }),
        fc.integer({ min: 0, max: 59 }),
        (length, size, wanted) => {
          const long = 'x'.repeat(length)
          const spans = windows(length, size, Math.min(wanted, size - 1))
          const made = labChunks({ text: long, chunks: spans, tokens: null, limit })
          const pieces = paintPieces({ text: long, chunks: made, start: 0, end: length })
          expect(pieces.map((piece) => piece.text).join('')).toBe(long)
          const begun = pieces.flatMap(({ begins }) => begins.map(({ number }) => number))
          expect(begun).toEqual(made.map(({ number }) => number))
        },
      ),
    )
  })
})

describe('textPages', () => {
  test('cover a long text once, and every chunk begins on one page', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 120_000 }),
        fc.integer({ min: 20, max: 30_000 }),
        (length, size) => {
          const text = 'x'.repeat(length)
          const overlap = Math.floor(size / 3)
          const spans = length === 0 ? [] : windows(length, size, overlap)
          const chunks = labChunks({ text, chunks: spans, tokens: null, limit })
          const pages = textPages(text, chunks)
          expect(pages[0]?.start).toBe(0)
          expect(pages.at(-1)?.end).toBe(length)
          pages.slice(1).forEach((page, index) => expect(page.start).toBe(pages[index]?.end))
          for (const chunk of chunks) {
            const page = pages[pageOfChunk(pages, chunk)]
            expect(page && chunksOnPage(chunks, page)).toContain(chunk)
          }
        },
      ),
      { numRuns: 40 },
    )
  })

  test('are short enough to be painted', () => {
    const text = 'x'.repeat(2_000_000)
    const chunks = labChunks({ text, chunks: windows(2_000_000, 800, 100), tokens: null, limit })
    for (const { start, end, first, last } of textPages(text, chunks)) {
      expect(end - start).toBeLessThanOrEqual(16_001)
      expect(last - first).toBeLessThan(150)
    }
  })
})

test('the count of the highest column is not covered by the words of the lines', () => {
  const settings = {
    library: 'ours',
    strategy: 'tokens',
    size: 300,
    overlap: 0,
    unit: 'tokens',
    threshold: null,
    splitter: 'recursive',
    keepSeparator: true,
    language: 'en',
  } as const
  const text = 'a '.repeat(3000)
  const tokens = packSpans(
    Array.from({ length: 3000 }, (_, index) => ({ start: 2 * index, end: 2 * index + 1 })),
  )
  const read = { maxTokens: 256, reserved: 2 }
  const cut = cutText({ text, settings, tokens, distances: null, limit: read })
  const picture = chunkPicture({ ...cut, textLength: text.length, size: 300, limit: read })
  const highest = picture.columns.find(({ label }) => label === '10')
  expect(picture.lines.map(({ name }) => name)).toEqual(['size', 'limit'])
  for (const line of picture.lines) {
    expect((highest?.labelAt ?? 0) - line.labelAt).toBeGreaterThanOrEqual(14)
    expect(line.labelAt - picture.sizesTextAt).toBeGreaterThanOrEqual(14)
  }
})
