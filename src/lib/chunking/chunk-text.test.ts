import { describe, expect, test } from 'vitest'
import { chunkText } from './chunk-text.ts'
import type { ChunkOptions } from './chunk-options.ts'

const cut = (text: string, options: Partial<ChunkOptions>) =>
  chunkText(text, { strategy: 'recursive', size: 20, overlap: 0, unit: 'characters', ...options })

const pieces = (text: string, options: Partial<ChunkOptions>) =>
  cut(text, options).map(({ start, end }) => text.slice(start, end))

const words = (text: string) =>
  Array.from(text.matchAll(/\S+/gu), ({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
  }))

describe('what cannot be cut by is refused with a hint', () => {
  test.each([
    [{ size: 0 }, 'The size is 0; it must be a whole number of at least 1.'],
    [{ size: 2.5 }, 'The size is 2.5; it must be a whole number of at least 1.'],
    [{ overlap: -1 }, 'The overlap is -1; it must be a whole number of at least 0.'],
    [{ size: 5, overlap: 5 }, 'the overlap must be less than the size, at most 4.'],
    [{ unit: 'tokens' as const }, 'The tokens of the text are not known'],
    [{ strategy: 'tokens' as const }, 'The tokens of the text are not known'],
    [{ tokenSpans: [{ start: 0, end: 99 }] }, 'Token 0 lies from 0 to 99'],
    [{ strategy: 'semantic' as const }, 'give 1 of them, or choose another strategy.'],
    [{ strategy: 'semantic' as const, distances: [], threshold: 1 }, 'There are 0 distances for 2'],
    [{ strategy: 'semantic' as const, distances: [1] }, 'The threshold is undefined'],
  ])('%j', (options, message) => {
    const refused = () => cut('One. Two.', options)
    expect(refused).toThrow(RangeError)
    expect(refused).toThrow(message)
  })
})

test('an empty text has no chunks', () => {
  expect(cut('', {})).toEqual([])
  expect(cut('', { strategy: 'semantic', distances: [], threshold: 1 })).toEqual([])
})

describe('characters', () => {
  test('windows of plain text are full and overlap as asked', () => {
    expect(pieces('abcdefghij', { strategy: 'characters', size: 4, overlap: 1 })).toEqual([
      'abcd',
      'defg',
      'ghij',
    ])
  })

  test('size counts code points, and an edge moves back to the start of a grapheme', () => {
    expect(pieces('😀😀😀😀', { strategy: 'characters', size: 3 })).toEqual(['😀😀😀', '😀'])
    expect(pieces('abe\u0301f', { strategy: 'characters', size: 3 })).toEqual(['ab', 'e\u0301f'])
    expect(pieces('a\r\nb', { strategy: 'characters', size: 2 })).toEqual(['a', '\r\n', 'b'])
  })

  test('a grapheme larger than the size is one chunk, and says so', () => {
    const [a, family, b] = cut('a👩‍👩‍👧b', { strategy: 'characters', size: 2 })
    expect([a?.end, family?.start, family?.end, b?.start]).toEqual([1, 1, 9, 9])
    expect(family).toMatchObject({
      oversize: true,
      reason: 'What stands here takes 5 of at most 2 characters, and it cannot be cut.',
    })
  })
})

describe('tokens', () => {
  test('edges lie where tokens begin, and the space belongs to the token before it', () => {
    const text = 'one two three four five'
    const chunks = cut(text, {
      strategy: 'tokens',
      unit: 'tokens',
      size: 2,
      overlap: 1,
      tokenSpans: words(text),
    })
    expect(chunks.map(({ start, end }) => text.slice(start, end))).toEqual([
      'one two ',
      'two three ',
      'three four ',
      'four five',
    ])
    expect(chunks.map(({ tokens }) => tokens)).toEqual([2, 2, 2, 2])
  })
})

describe('recursive', () => {
  test('cuts at the best border that fits and says what would not have fitted', () => {
    const text = 'Short one.\n\nA line\nand one more line. End.'
    expect(cut(text, {}).map(({ start, end, level }) => [text.slice(start, end), level])).toEqual([
      ['Short one.\n\n', 'paragraph'],
      ['A line\n', 'line'],
      ['and one more line. ', 'sentence'],
      ['End.', 'end'],
    ])
    expect(cut(text, {})[0]?.reason).toBe(
      'The next paragraph would have made 42 of at most 20 characters.',
    )
  })

  test('repeats whole sentences, also over the border of a paragraph', () => {
    const text = 'First one here. Second.\n\nThird one. Fourth.'
    expect(pieces(text, { size: 30, overlap: 12 })).toEqual([
      'First one here. Second.\n\n',
      'Second.\n\nThird one. Fourth.',
    ])
  })

  test('repeats words where no whole sentence is short enough', () => {
    expect(pieces('one two three four five six', { size: 14, overlap: 6 })).toEqual([
      'one two three ',
      'three four ',
      'four five six',
    ])
  })

  test('repeats less where the next whole piece would not fit otherwise', () => {
    const text = `${'a '.repeat(9)}a\n\n${'b'.repeat(18)}\n\ncc dd`
    expect(pieces(text, { size: 21, overlap: 10 })).toEqual([
      `${'a '.repeat(9)}a\n\n`,
      `${'b'.repeat(18)}\n\n`,
      'cc dd',
    ])
  })

  test('finds words in Chinese, and begins no chunk with a comma', () => {
    expect(pieces('大语言模型应用开发，检索增强', { size: 9 })).toEqual([
      '大语言模型应用',
      '开发，检索增强',
    ])
  })
})

describe('sentence', () => {
  test('packs whole sentences and repeats whole sentences', () => {
    const text = 'One is here. Two is. Three is. Four is here.'
    expect(pieces(text, { strategy: 'sentence', size: 25, overlap: 10 })).toEqual([
      'One is here. Two is. ',
      'Two is. Three is. ',
      'Three is. Four is here.',
    ])
  })

  test('cuts a sentence that is longer than the size by words', () => {
    expect(pieces('Yes. This sentence is much too long. No.', { strategy: 'sentence' })).toEqual([
      'Yes. ',
      'This sentence is ',
      'much too long. No.',
    ])
  })
})

describe('semantic', () => {
  const text = 'Cats purr. Cats sleep. Tax is due. Pay it.'
  const options = { strategy: 'semantic' as const, size: 100, distances: [0.1, 0.8, 0.3] }

  test('cuts where the distance is above the threshold', () => {
    const chunks = cut(text, { ...options, overlap: 30, threshold: 0.5 })
    expect(chunks.map(({ start, end, level }) => [text.slice(start, end), level])).toEqual([
      ['Cats purr. Cats sleep. ', 'meaning'],
      ['Tax is due. Pay it.', 'end'],
    ])
    expect(chunks[0]?.reason).toBe(
      'The next sentence is 0.800 away in meaning, more than the threshold of 0.500.',
    )
  })

  test('a distance equal to the threshold is no cut', () => {
    expect(cut(text, { ...options, threshold: 0.8 })).toHaveLength(1)
  })

  test('the size is the most, the minimum the least', () => {
    expect(pieces(text, { ...options, size: 12, threshold: 2 })).toEqual([
      'Cats purr. ',
      'Cats sleep. ',
      'Tax is due. ',
      'Pay it.',
    ])
    expect(pieces(text, { ...options, threshold: 0.05, minimum: 19 })).toEqual([
      'Cats purr. Cats sleep. ',
      'Tax is due. Pay it.',
    ])
  })
})

describe('markdown', () => {
  test('each section is cut alone and carries its headings', () => {
    const text = 'Intro.\n\n# A\n\n## B #\ntext\n\nSetext\n------\nmore\n\n# C\nend'
    const chunks = cut(text, { strategy: 'markdown', size: 100, overlap: 20 })
    expect(chunks.map(({ start, end, headings }) => [text.slice(start, end), headings])).toEqual([
      ['Intro.\n\n', []],
      ['# A\n\n## B #\ntext\n\n', ['A', 'B']],
      ['Setext\n------\nmore\n\n', ['A', 'Setext']],
      ['# C\nend', ['C']],
    ])
    expect(chunks[0]).toMatchObject({
      level: 'heading',
      reason: 'The next section begins with the heading "A".',
    })
  })

  test.each(['```', '~~~~'])(
    'code between %s stays whole, and its comments are no headings',
    (fence) => {
      const code = `${fence}\n# one\n\n# two. And three.\n${fence}`
      const text = `Some words come first here.\n\n${code}\n\nAnd after it more words.`
      const chunks = cut(text, { strategy: 'markdown', size: 40, overlap: 15 })
      expect(chunks.some(({ start, end }) => text.slice(start, end).includes(code))).toBe(true)
      expect(chunks.every(({ headings }) => headings?.length === 0)).toBe(true)
    },
  )

  test('code larger than the size is cut between its lines', () => {
    const text = '```\nlet a = 1\nlet b = 2\nlet c = 3\n```'
    expect(pieces(text, { strategy: 'markdown', size: 24 })).toEqual([
      '```\nlet a = 1\nlet b = 2\n',
      'let c = 3\n```',
    ])
  })

  test('a table is cut between its rows, never within one', () => {
    const text = '| name | note |\n|---|---|\n| a | One. Two. |\n| b | Three. Four. |\n'
    expect(pieces(text, { strategy: 'markdown', size: 44, overlap: 12 })).toEqual([
      '| name | note |\n|---|---|\n| a | One. Two. |\n',
      '| b | Three. Four. |\n',
    ])
  })

  test('a heading keeps the prose below it', () => {
    expect(pieces('# Title\n\nOne is. Two is.', { strategy: 'markdown', size: 18 })).toEqual([
      '# Title\n\nOne is. ',
      'Two is.',
    ])
  })
})

describe('time grows with the length of the text alone', () => {
  test.each([
    ['letters', 'a'],
    ['full stops', '.'],
    ['abbreviations', 'e.g.'],
    ['spaces', ' '],
    ['Chinese', '检索增强'],
    ['smileys', '😀'],
    ['combining marks', '\u0301'],
    ['quotation marks', '"'],
    ['hashes', '# '],
    ['Thai', 'ไทยก'],
    ['flags', '🇺🇸'],
    ['fences', '```\n'],
    ['rows', '|-|\n'],
  ])('2 MB of %s', (_, part) => {
    const line = part.repeat(2_000_000 / part.length)
    const begin = performance.now()
    for (const strategy of ['recursive', 'characters', 'markdown'] as const) {
      cut(line, { strategy, size: 500, overlap: 50 })
    }
    expect(performance.now() - begin).toBeLessThan(15_000)
  })
})
