import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lineBorders } from './line-borders.ts'
import { lineStarts } from './line-starts.ts'
import { secondHalves } from './second-halves.ts'

const text = fc
  .array(fc.constantFrom('a', 'bc', '\n', '\n', '\r\n', ' ', '\t', '\r'), { maxLength: 40 })
  .map((pieces) => pieces.join(''))
const questions = fc.array(fc.record({ low: fc.nat(40), length: fc.nat(40), back: fc.boolean() }), {
  maxLength: 12,
})

test('lines and paragraphs are found in any order of questions as in one reading', () => {
  fc.assert(
    fc.property(text, questions, (whole, asked) => {
      const { lines, paragraphs } = lineStarts(whole)
      for (const [level, starts] of [
        ['line', lines],
        ['paragraph', paragraphs],
      ] as const) {
        const borders = lineBorders(whole, level)
        for (const { low, length, back } of asked) {
          const high = low + length
          const within = starts.filter((start) => start > low && start <= high)
          if (back) expect(borders.last(low, high)).toBe(within.at(-1) ?? low)
          else expect(borders.next(low, high)).toBe(within[0] ?? Infinity)
        }
      }
    }),
    { numRuns: 1500, seed: 4 },
  )
})

test('a paragraph begins behind an empty line, whatever white space that line holds', () => {
  expect(lineBorders('a\n \t\r\n b', 'paragraph').next(0, 9)).toBe(6)
  expect(lineBorders('a\n\n  ', 'paragraph').next(0, 5)).toBe(Infinity)
})

test('the second halves of pairs are found near and far, lone halves are none', () => {
  const plain = 'x'.repeat(100)
  expect(secondHalves(`${plain}😀${plain}x😀😀`)).toEqual([101, 204, 206])
  expect(secondHalves(`\ud83d${plain}\ude00\ude00😀\ud83d`)).toEqual([104])
  expect(secondHalves('')).toEqual([])
})
