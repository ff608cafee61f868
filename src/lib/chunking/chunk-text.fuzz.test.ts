import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Chunk, Span } from './chunk.ts'
import { chunkText } from './chunk-text.ts'
import type { ChunkOptions, ChunkStrategy, ChunkUnit } from './chunk-options.ts'
import { sentenceSpans } from './sentence-spans.ts'

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })
const strategies: readonly ChunkStrategy[] = [
  'characters',
  'tokens',
  'sentence',
  'recursive',
  'markdown',
  'semantic',
]

const piece = fc.constantFrom(
  ...['a', 'word', 'Dr.', 'e.g.', 'end.', 'Next', 'What?', '3.5', 'x'.repeat(17), ' ', ' ', ' '],
  ...['\n', '\r\n', '\n\n', '\r\n\r\n', '\r', '\t', '\u3000', '   \n', '"', '(', ')', '…', '...'],
  ...[
    '检索',
    '增强。',
    '生成！',
    '“好”',
    '；',
    '模型',
    '？',
    'か\u3099',
    '각',
    '\u1100\u1161\u11a8',
    'ไทยกำ',
  ],
  ...['😀', '👩‍👩‍👧', '👍🏽', '🇺🇸', '🇩', 'e\u0301', '\u0301', '\u200d', '\ufe0f', 'क्षि', '\u0600'],
  ...[
    '\ud83d',
    '\ude00',
    '\udfff',
    '# ',
    '## ',
    '- ',
    '1. ',
    '```\n',
    '~~~\n',
    '| a | b |\n',
    '|---|---|\n',
  ],
  ...['===\n', '---\n', '> '],
)
const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''))

/** Tokens as a tokenizer cuts them: no white space, pieces of one to three units, some of them twice. */
const tokensOf = (whole: string, seed: number): Span[] => {
  const spans: Span[] = []
  for (let start = 0, step = seed; start < whole.length; step++) {
    const end = Math.min(whole.length, start + 1 + (step % 3))
    if (whole.slice(start, end).trim() !== '') spans.push({ start, end })
    if (step % 7 === 0 && spans.length > 0) spans.push({ start, end })
    start = end
  }
  return spans
}

const settings = fc.record({
  text,
  size: fc.integer({ min: 1, max: 30 }),
  share: fc.double({ min: 0, max: 0.999, noNaN: true }),
  seed: fc.nat(20),
  threshold: fc.constantFrom(0.2, 0.5, 0.9),
})

const pointsOf = (whole: string) => Array.from(whole).length

/** What is wrong with the chunks, in words; undefined when nothing is. */
function faultOf(
  whole: string,
  chunks: readonly Chunk[],
  options: ChunkOptions,
): string | undefined {
  const { size, overlap, unit, tokenSpans = [] } = options
  if (whole === '') return chunks.length === 0 ? undefined : 'chunks of an empty text'
  const borders = new Set([
    whole.length,
    ...Array.from(graphemes.segment(whole), ({ index }) => index),
  ])
  const units = ({ start, end }: Span) =>
    unit === 'characters'
      ? pointsOf(whole.slice(start, end))
      : tokenSpans.filter((token) => token.start >= start && token.start < end).length
  if (chunks[0]?.start !== 0 || chunks.at(-1)?.end !== whole.length)
    return 'the text is not covered'
  for (const [index, chunk] of chunks.entries()) {
    const { start, end, oversize = false, reason } = chunk
    if (end <= start) return `chunk ${index} is empty`
    if (!borders.has(start) || !borders.has(end)) return `chunk ${index} parts a grapheme`
    if (units(chunk) > size !== oversize) return `chunk ${index} has ${units(chunk)} units`
    if (oversize && Array.from(graphemes.segment(whole.slice(start, end))).length > 1) {
      return `chunk ${index} could be smaller`
    }
    if (!/^[A-Z].*\.$/su.test(reason)) return `chunk ${index} has no reason`
    if (options.tokenSpans !== undefined) {
      const held = tokenSpans.filter((token) => token.start >= start && token.start < end).length
      if (chunk.tokens !== held) return `chunk ${index} says ${chunk.tokens} tokens, not ${held}`
    }
    const next = chunks[index + 1]
    if (next === undefined) continue
    if (next.start <= start || next.end <= end) return `chunk ${index + 1} does not go on`
    if (next.start > end) return `a gap behind chunk ${index}`
    if (units({ start: next.start, end }) > overlap) return `too much overlap behind chunk ${index}`
    if (overlap === 0 && next.start !== end) return `an overlap behind chunk ${index}`
  }
  return undefined
}

test.each(
  strategies.flatMap((strategy) =>
    (['characters', 'tokens'] as const).map((unit) => ({ strategy, unit })),
  ),
)(
  'covers every text exactly: $strategy, in $unit',
  ({ strategy, unit }: { strategy: ChunkStrategy; unit: ChunkUnit }) => {
    fc.assert(
      fc.property(settings, ({ text: whole, size, share, seed, threshold }) => {
        const gaps = Math.max(0, sentenceSpans(whole).length - 1)
        const options: ChunkOptions = {
          strategy,
          unit,
          size,
          overlap: Math.floor(share * size),
          tokenSpans: tokensOf(whole, seed),
          ...(strategy === 'semantic' && {
            threshold,
            minimum: seed % 4,
            distances: Array.from({ length: gaps }, (_, gap) => ((gap * 7 + seed) % 10) / 10),
          }),
        }
        const chunks = chunkText(whole, options)
        expect(faultOf(whole, chunks, options)).toBeUndefined()
      }),
      { numRuns: 850, seed: 1 },
    )
  },
)

test('a chunk without overlap, cut again alone, stays one chunk', () => {
  fc.assert(
    fc.property(
      settings,
      fc.constantFrom<ChunkStrategy>('characters', 'recursive', 'sentence'),
      ({ text: whole, size }, strategy) => {
        const options: ChunkOptions = { strategy, unit: 'characters', size, overlap: 0 }
        const parts = chunkText(whole, options).map(({ start, end }) => whole.slice(start, end))
        expect(parts.join('')).toBe(whole)
        for (const part of parts) expect(chunkText(part, options)).toHaveLength(1)
      },
    ),
    { numRuns: 1000, seed: 2 },
  )
})

test('sentences follow each other without a gap', () => {
  fc.assert(
    fc.property(text, (whole) => {
      const spans = sentenceSpans(whole)
      expect(spans.map(({ start, end }) => whole.slice(start, end)).join('')).toBe(whole)
      expect(spans.every(({ start, end }) => end > start)).toBe(true)
    }),
    { numRuns: 1000, seed: 3 },
  )
})
