import { describe, expect, it } from 'vitest'
import { compatChunks } from './compat-chunks.ts'
import type { LangchainJsOptions, LangchainPythonOptions } from './compat-options.ts'

/** The settings that both languages take. */
type Shared = LangchainJsOptions & LangchainPythonOptions

const python = (text: string, options: LangchainPythonOptions) =>
  compatChunks(text, 'langchain-python', options).map((chunk) => chunk.text)
const js = (text: string, options: LangchainJsOptions) =>
  compatChunks(text, 'langchain-js', options).map((chunk) => chunk.text)

const alphabet = Array.from('abcdefghijklmnopqrstuvwxyz').join(' ')

const sameInBoth: readonly { text: string; options: Shared; chunks: readonly string[] }[] = [
  {
    text: 'aaaaaaaaaa bbbbbbbbbb cc dd ee ff gg',
    options: { splitter: 'recursive', chunkSize: 10, chunkOverlap: 3 },
    chunks: ['aaaaaaaaaa', 'bbbbbbbbb', 'bbbb', 'cc dd ee', 'ee ff gg'],
  },
  {
    text: alphabet,
    options: { splitter: 'recursive', chunkSize: 26, chunkOverlap: 4 },
    chunks: ['a b c d e f g h i j k l m', 'l m n o p q r s t u v w x', 'w x y z'],
  },
  {
    text: '大语言模型应用开发的三个步骤是提示工程、检索增强生成和微调。首先是提示工程。',
    options: { splitter: 'recursive', chunkSize: 10, chunkOverlap: 2 },
    chunks: [
      '大语言模型应用开发的',
      '发的三个步骤是提示工',
      '示工程、检索增强生成',
      '生成和微调。首先是提',
      '是提示工程。',
    ],
  },
  {
    text: `${'A'.repeat(26)}\n\n${'B'.repeat(10)}`,
    options: { splitter: 'recursive', chunkSize: 30, chunkOverlap: 10 },
    chunks: ['A'.repeat(26), 'B'.repeat(10)],
  },
  {
    text: '  lead\n\n\n\ntrail  ',
    options: { splitter: 'recursive', chunkSize: 8, chunkOverlap: 0 },
    chunks: ['lead', 'trail'],
  },
]

describe('known chunks', () => {
  it.each(sameInBoth)(
    'are the same in both languages of LangChain for $text',
    ({ text, options, chunks }) => {
      expect(python(text, options)).toEqual(chunks)
      expect(js(text, options)).toEqual(chunks)
    },
  )

  it('differ where the overlap counts separators in one language only', () => {
    const options: Shared = {
      splitter: 'character',
      separator: ' ',
      chunkSize: 26,
      chunkOverlap: 4,
    }
    expect(python(alphabet, options)).toEqual([
      'a b c d e f g h i j k l m',
      'l m n o p q r s t u v w x',
      'w x y z',
    ])
    expect(js(alphabet, options)).toEqual([
      'a b c d e f g h i j k l m',
      'j k l m n o p q r s t u v',
      's t u v w x y z',
    ])
  })

  it('keep emoji whole in Python and cut them in JavaScript', () => {
    const options: Shared = { splitter: 'recursive', chunkSize: 3, chunkOverlap: 0 }
    expect(python('😀😀😀😀', options)).toEqual(['😀😀😀', '😀'])
    expect(js('😀😀😀😀', options)).toEqual(['😀\uD83D', '\uDE00😀', '😀'])
  })

  it('begin with the separator that was kept', () => {
    const options: Shared = {
      splitter: 'recursive',
      separators: ['. ', ' ', ''],
      chunkSize: 12,
      chunkOverlap: 0,
    }
    expect(python('One two. Three four', options)).toEqual(['One two', '. Three four'])
    expect(js('One two. Three four', options)).toEqual(['One two', '. Three four'])
  })
})

describe('settings that a library refuses', () => {
  it('are an overlap above the size in Python, and one not below it in JavaScript', () => {
    const equal: Shared = { splitter: 'recursive', chunkSize: 4, chunkOverlap: 4 }
    expect(python('abcdefg', equal)).not.toEqual([])
    expect(() => js('abcdefg', equal)).toThrow(RangeError)
    expect(() => python('abc', { ...equal, chunkOverlap: 5 })).toThrow(RangeError)
    expect(() => python('abc', { ...equal, chunkSize: 0, chunkOverlap: 0 })).toThrow(RangeError)
  })

  it('are metadata that fill the chunk in LlamaIndex', () => {
    const fill = { tokenizer: 'words', chunkSize: 2, chunkOverlap: 0, metadataText: 'a b' } as const
    expect(() => compatChunks('one', 'llamaindex', fill)).toThrow(RangeError)
  })
})

describe('places of chunks', () => {
  it('are counted in UTF-16 units, also where the library counts code points', () => {
    const options: Shared = { splitter: 'recursive', chunkSize: 4, chunkOverlap: 0 }
    expect(compatChunks('😀😀 abc', 'langchain-python', options)).toEqual([
      { text: '😀😀', start: 0 },
      { text: 'abc', start: 5 },
    ])
  })

  it('are left out where separators inside the chunk were dropped', () => {
    const options: Shared = { splitter: 'character', chunkSize: 20, chunkOverlap: 0 }
    const chunk = [{ text: 'lead\n\ntrail' }]
    expect(compatChunks('lead\n\n\n\ntrail', 'langchain-python', options)).toEqual(chunk)
    expect(compatChunks('lead\n\n\n\ntrail', 'langchain-js', options)).toEqual(chunk)
  })
})

describe('a megabyte', () => {
  const line = 'The quick brown fox jumps over the lazy dog. '
  const prose = `${line.repeat(6)}\n\n`.repeat(3700)
  const oneWord = 'x'.repeat(1_000_000)
  const emoji = '😀 '.repeat(350_000)

  it.each([
    ['prose', prose],
    ['one word', oneWord],
    ['emoji', emoji],
  ])('of %s is cut in seconds by every library', (_name, text) => {
    const options: Shared = { splitter: 'recursive', chunkSize: 500, chunkOverlap: 50 }
    const begin = performance.now()
    expect(compatChunks(text, 'langchain-python', options).length).toBeGreaterThan(1000)
    expect(compatChunks(text, 'langchain-js', options).length).toBeGreaterThan(1000)
    const sizes = { tokenizer: 'characters', chunkSize: 500, chunkOverlap: 50 } as const
    expect(compatChunks(text, 'llamaindex', sizes).length).toBeGreaterThan(1000)
    expect(performance.now() - begin).toBeLessThan(8000)
  })
})
