import { describe, expect, test } from 'vitest'
import { scriptShares } from './script-shares.ts'
import { textFit } from './text-fit.ts'

const english = { name: 'E', languages: ['en'], maxTokens: 256, unknownId: 100 }
const both = { name: 'B', languages: ['en', 'zh'], maxTokens: 512, unknownId: 3 }
const sentences = (input: Parameters<typeof textFit>[0]) =>
  textFit(input).map(({ sentence }) => sentence)

describe('scripts of a text', () => {
  test('are shares of its letters alone', () => {
    expect(scriptShares('RAG 检索, 1 2 3 !')).toEqual([
      { name: 'Latin letters', languages: null, share: 0.6 },
      { name: 'Chinese characters', languages: ['zh', 'ja'], share: 0.4 },
    ])
  })

  test('are told from a sample of a very long text', () => {
    const text = `${'a'.repeat(1_000_000)}${'中'.repeat(1_000_000)}`
    expect(scriptShares(text).map(({ share }) => share)).toEqual([0.5, 0.5])
  })

  test('are none where there are no letters', () => {
    expect(scriptShares('')).toEqual([])
    expect(scriptShares('12 + 🙂')).toEqual([])
  })

  test('without a row of their own are other scripts that nobody knows', () => {
    expect(scriptShares('ქართული')).toEqual([{ name: 'other scripts', languages: [], share: 1 }])
  })
})

describe('what a text asks in vain', () => {
  test('is nothing for an English text of few tokens', () => {
    expect(textFit({ model: english, text: 'Plain words.', chunkTokens: [5, 256] })).toEqual([])
  })

  test('is Chinese of an English model, and not of one that knows it', () => {
    const text = `${'a'.repeat(63)}${'中'.repeat(37)}`
    expect(sentences({ model: english, text })).toEqual([
      '37 % of the letters of this text are Chinese characters, which E does not know.',
    ])
    expect(textFit({ model: both, text })).toEqual([])
  })

  test('is not a single foreign letter', () => {
    expect(textFit({ model: english, text: `${'word '.repeat(100)}β` })).toEqual([])
  })

  test('is a chunk beyond the limit', () => {
    const chunkTokens = [257, 300, 900, ...new Array<number>(11).fill(256)]
    expect(sentences({ model: english, text: 'a', chunkTokens })).toEqual([
      '3 of 14 chunks are longer than 256 tokens, where E stops reading.',
    ])
    expect(sentences({ model: both, text: 'a', chunkTokens: [513] })).toEqual([
      'This text is longer than 512 tokens, where B stops reading.',
    ])
  })

  test('is what its vocabulary does not hold', () => {
    expect(textFit({ model: both, text: '', tokenIds: [3, 6, 9, 3] })).toEqual([
      {
        kind: 'unknown',
        share: 0.5,
        sentence:
          '50 % of the tokens of this text are unknown to B: it sees that something stands there, not what.',
      },
    ])
  })

  test('needs whole numbers of tokens', () => {
    expect(() => textFit({ model: both, text: '', chunkTokens: [1.5] })).toThrow(RangeError)
    expect(() => textFit({ model: both, text: '', chunkTokens: [NaN] })).toThrow(RangeError)
  })
})
