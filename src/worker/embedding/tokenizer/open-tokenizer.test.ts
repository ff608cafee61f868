import { readFileSync } from 'node:fs'
import { Tokenizer } from '@huggingface/tokenizers'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openTokenizer } from './open-tokenizer.ts'

const root = new URL('../../../../', import.meta.url)
const read = (path: string) => readFileSync(new URL(path, root), 'utf8')

interface TokenIds {
  readonly cases: readonly { readonly text: string; readonly ids: readonly number[] }[]
}

/** Spans of a text as objects. */
const spansOf = (packed: Int32Array) =>
  Array.from({ length: packed.length / 3 }, (_, token) => ({
    start: packed[3 * token] ?? NaN,
    end: packed[3 * token + 1] ?? NaN,
    id: packed[3 * token + 2] ?? NaN,
  }))

const isInsidePair = (text: string, at: number) =>
  at > 0 && at < text.length && (text.codePointAt(at - 1) ?? 0) > 0xffff

/** Characters of many scripts on which JavaScript's and Python's tables of Unicode agree. */
const characters = [
  ...'abcdefgh ABC  \t\n\r 0123.,;:!?-_()[]{}<>/\\\'"@#$%',
  '\r\n',
  ...'的一是不了人我在中国，。！？「」《》……—',
  ...'éèñüöß ÀÉÎÕ ¨´',
  '\u0301',
  '\u0308',
  '\u3099',
  ...'ﬁﬂ½²™℃Ⅷ㈱ＡＢｃ１２（）～',
  ...'カタひら',
  'ｶﾞ',
  'ﾊﾟ',
  ...'한국어ㄱㅏ',
  '😀',
  '👩‍💻',
  '👍🏽',
  '\u200b',
  '\u200d',
  '\ufeff',
  '\u00a0',
  '\u3000',
  '\u0007',
  '\u00ad',
  ...'абв אב ไทย हिन्दी ▁',
  ...'the quick retrieval augmented generation tokenization unbelievable'.split(' '),
]
const texts = fc
  .array(fc.constantFrom(...characters), { maxLength: 60 })
  .map((parts) => parts.join(''))

describe.each(['all-MiniLM-L6-v2', 'multilingual-e5-small-en-zh'])('%s', (id) => {
  const json = read(`public/models/${id}/tokenizer.json`)
  const own = openTokenizer(json)
  const library = new Tokenizer(
    JSON.parse(json) as object,
    JSON.parse(read(`public/models/${id}/tokenizer_config.json`)) as object,
  )
  const idsOf = (text: string) => spansOf(own.tokenize(text)).map((span) => span.id)

  test('gives the ids of the Python package on hard texts', () => {
    const { cases } = JSON.parse(read(`tests/references/${id}/token-ids.json`)) as TokenIds
    // U+32FF is newer than the Unicode of Python's table.
    const known = cases.filter(({ text }) => !text.includes('\u32ff'))
    for (const { text, ids } of known) expect(idsOf(text), JSON.stringify(text)).toEqual(ids)
  })

  test('gives the ids of the library on any text', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(idsOf(text)).toEqual(library.encode(text, { add_special_tokens: false }).ids)
      }),
      { numRuns: 500 },
    )
  })

  test('has the special tokens that the library puts around a text', () => {
    const { ids } = library.encode('hello')
    expect([...own.opening, ...idsOf('hello'), ...own.closing]).toEqual(ids)
    expect(own.paddingId).toBe(id === 'all-MiniLM-L6-v2' ? 0 : 1)
  })

  test('places tokens inside the text, in order, whole characters each, and leaves no letter out', () => {
    const anything = fc.oneof(
      texts,
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.string({ unit: 'grapheme', maxLength: 40 }),
    )
    fc.assert(
      fc.property(anything, (text) => {
        const spans = spansOf(own.tokenize(text))
        let [start, end, covered] = [0, 0, 0]
        for (const span of spans) {
          expect(span.start).toBeGreaterThanOrEqual(start)
          expect(span.end).toBeGreaterThanOrEqual(Math.max(end, span.start))
          expect(isInsidePair(text, span.start) || isInsidePair(text, span.end)).toBe(false)
          expect(text.slice(covered, span.start).trim()).toBe('')
          ;[start, end] = [span.start, span.end]
          covered = Math.max(covered, end)
        }
        expect(covered).toBeLessThanOrEqual(text.length)
        if (spans.length > 0) expect(text.slice(covered).trim()).toBe('')
      }),
      { numRuns: 1000 },
    )
  })

  test('takes lone surrogates without a failure', () => {
    for (const text of ['\ud83d', 'a\ude00b', '\ud83d \ude00'])
      expect(spansOf(own.tokenize(text)).every(({ end }) => end <= text.length)).toBe(true)
  })

  test('cuts long texts without a space in a time that grows with their length', () => {
    for (const unit of ['a', '检索增强生成', ' ', 'e\u0301', '<', 'Ａ你']) {
      const text = unit.repeat(200_000 / unit.length)
      const since = performance.now()
      own.tokenize(text)
      expect(performance.now() - since, unit).toBeLessThan(3000)
    }
  })
})

describe('places of tokens', () => {
  const opened = new Map(
    ['all-MiniLM-L6-v2', 'multilingual-e5-small-en-zh'].map((id) => [
      id,
      openTokenizer(read(`public/models/${id}/tokenizer.json`)),
    ]),
  )
  const pieces = (id: string, text: string) =>
    spansOf(opened.get(id)?.tokenize(text) ?? new Int32Array()).map(({ start, end }) =>
      text.slice(start, end),
    )

  test('are those of the letters before they were changed', () => {
    expect(pieces('all-MiniLM-L6-v2', 'Naïve tokenization: 检索!')).toEqual([
      'Naïve',
      'token',
      'ization',
      ':',
      '检',
      '索',
      '!',
    ])
    expect(pieces('multilingual-e5-small-en-zh', '检索 Ａｂｃ')).toEqual([
      '',
      '检',
      '索',
      'Ａｂ',
      'ｃ',
    ])
  })

  test('are shared by the tokens of one character', () => {
    expect(pieces('multilingual-e5-small-en-zh', '½').every((piece) => piece === '½')).toBe(true)
  })

  test('take in what the normaliser drops', () => {
    expect(pieces('all-MiniLM-L6-v2', '\u0007the\u0301 \u200b cat')).toEqual([
      '\u0007the\u0301 \u200b',
      'cat',
    ])
  })
})
