import { expect, test } from 'vitest'
import { problemSentence, type Problem } from './document-problem.ts'

const problems: readonly Problem[] = [
  { code: 'empty' },
  { code: 'blank' },
  { code: 'unreadable' },
  { code: 'binary' },
  { code: 'cancelled' },
  { code: 'too-large', bytes: 31_400_000 },
  { code: 'too-long', characters: 7_000_000 },
  { code: 'too-many-pages', pages: 4_000 },
  { code: 'scanned', pages: 3 },
  { code: 'other-type', found: 'a picture (PNG)' },
  { code: 'locked', format: 'PDF' },
  { code: 'broken', format: 'DOCX' },
  { code: 'not-docx', found: 'a zip archive' },
  { code: 'bomb' },
  { code: 'not-loaded', format: 'PDF' },
]

test('every problem names the file or the part, and what can be done', () => {
  for (const problem of problems) {
    const sentence = problemSentence('a.pdf', problem)
    expect(sentence).toMatch(/“a\.pdf”|reads PDF files/)
    expect(sentence).toMatch(/hoose|try again|as it was/)
    expect(sentence).not.toMatch(/undefined|NaN/)
  }
})

test('limits are said with what was found', () => {
  expect(problemSentence('a.pdf', { code: 'too-large', bytes: 31_400_000 })).toContain(
    'has 31.4 MB; at most 20 MB are read',
  )
})

test('a long name is shortened in its middle and keeps its ending', () => {
  const sentence = problemSentence(`${'x'.repeat(200)}.pdf`, { code: 'empty' })
  expect(sentence).toMatch(/^“x{40}…x{11}\.pdf” is empty/)
})
