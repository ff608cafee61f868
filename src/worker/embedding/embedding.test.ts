import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { batchesOf } from './batches.ts'
import { normalizeRows, poolRows } from './pool-rows.ts'
import { prepareText } from './prepare-text.ts'
import { openTokenizer } from './tokenizer/open-tokenizer.ts'

const open = (id: string) =>
  openTokenizer(
    readFileSync(new URL(`../../../public/models/${id}/tokenizer.json`, import.meta.url), 'utf8'),
  )

describe('batches', () => {
  test('hold every text once, short ones first, and stay small', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 2, max: 512 }), { maxLength: 100 }), (lengths) => {
        const batches = batchesOf(lengths)
        expect(batches.flat().toSorted((a, b) => a - b)).toEqual([...lengths.keys()])
        const sizes = batches.flat().map((index) => lengths[index] ?? 0)
        expect(sizes).toEqual(sizes.toSorted((a, b) => a - b))
        for (const batch of batches) {
          const width = Math.max(...batch.map((index) => lengths[index] ?? 0))
          expect(batch.length === 1 || batch.length * width <= 512).toBe(true)
          expect(batch.length).toBeLessThanOrEqual(16)
        }
      }),
    )
  })
})

describe('pooling', () => {
  test('takes the mean of the rows and gives it the length 1', () => {
    expect([...poolRows(Float32Array.of(3, 0, 3, 8), 2)]).toEqual([
      Math.fround(0.6),
      Math.fround(0.8),
    ])
  })

  test('leaves a row of zeros as it is', () => {
    expect([...normalizeRows(Float32Array.of(0, 0, 0, 5), 2)]).toEqual([0, 0, 0, 1])
  })
})

describe('what a model reads of a text', () => {
  const bert = open('all-MiniLM-L6-v2')
  const none = { query: '', passage: '' }
  const e5 = open('multilingual-e5-small-en-zh')
  const prefixes = { query: 'query: ', passage: 'passage: ' }

  test('is cut before the closing token, and says where', () => {
    const text = ` ${'word '.repeat(300)}`
    const read = prepareText(text, {
      tokenizer: bert,
      prefixes: none,
      maxTokens: 256,
      role: 'query',
    })
    expect(read.ids).toHaveLength(256)
    expect([read.ids[0], read.ids.at(-1)]).toEqual([101, 102])
    expect(read.tokens).toBe(302)
    expect(read.readTo).toBe(1 + 254 * 5 - 1) // after the 254th word, its space left out
    expect(read.spans).toHaveLength(3 * 254)
  })

  test('is whole at exactly the limit', () => {
    const options = { tokenizer: bert, prefixes: none, maxTokens: 256, role: 'passage' } as const
    expect(prepareText('word '.repeat(254), options)).toMatchObject({ tokens: 256, readTo: null })
    expect(prepareText('word '.repeat(255), options)).toMatchObject({ tokens: 257, readTo: 1269 })
  })

  test('has the prefix of its role, which is no row of the text', () => {
    const options = { tokenizer: e5, prefixes, maxTokens: 512 }
    const bare = prepareText('query: 你好', { ...options, role: 'bare' })
    const query = prepareText('\n你好 ', { ...options, role: 'query' })
    expect(query.ids).toEqual(bare.ids)
    expect([bare.firstRow, query.firstRow]).toEqual([1, 4])
    const passage = prepareText('word', { ...options, role: 'passage' })
    expect(passage.firstRow).toBe(3)
    expect([...passage.spans.slice(0, 2)]).toEqual([0, 4])
    expect(prepareText(' ', { ...options, role: 'query' }).spans).toHaveLength(0)
  })

  test('says where reading stops in the text as it was given', () => {
    const text = `\t\t${'字'.repeat(600)}`
    const options = { tokenizer: e5, prefixes, maxTokens: 512, role: 'passage' } as const
    const { readTo, ids, spans, firstRow } = prepareText(text, options)
    expect(ids).toHaveLength(512)
    expect(ids.at(-1)).toBe(2)
    expect(spans.length / 3).toBe(511 - firstRow)
    expect(readTo).toBe(spans.at(-2))
    expect(readTo).toBeLessThan(602)
  })
})
