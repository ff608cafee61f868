import { expect, test } from 'vitest'
import { cacheSentence } from './cache-sentence.ts'
import { tokenStops } from './token-stops.ts'

const llama3 = { bytesPerToken: 131_072, weightBytes: 4 * 2 ** 30, cardBytes: 8 * 2 ** 30 }

test('8,192 tokens of Llama-3-8B are 1 GiB', () => {
  expect(cacheSentence({ ...llama3, tokens: 8192 }).cache).toBe('1 GiB')
})

test('says how much is left, and how much is too much', () => {
  expect(cacheSentence({ ...llama3, tokens: 8192 })).toMatchObject({
    verdict: '8,192 tokens leave 3 GiB free on the card.',
    fits: true,
  })
  expect(cacheSentence({ ...llama3, tokens: 131_072 })).toMatchObject({
    verdict: '131,072 tokens are 12 GiB too much for the card.',
    fits: false,
  })
})

test('the slider goes from 512 to 131,072 tokens', () => {
  expect([tokenStops[0], tokenStops.at(-1)]).toEqual([512, 131_072])
})
