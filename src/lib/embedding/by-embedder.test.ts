import { expect, test } from 'vitest'
import { byEmbedder } from './by-embedder.ts'

test('every embedder has its own thing', () => {
  expect(byEmbedder((id) => `of ${id}`)).toEqual({
    'all-MiniLM-L6-v2': 'of all-MiniLM-L6-v2',
    'multilingual-e5-small-en-zh': 'of multilingual-e5-small-en-zh',
  })
})
