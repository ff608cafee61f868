import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { countedText } from '../../lib/chunking-lab/counted-text.ts'
import { EMBEDDERS } from '../../lib/embedding/embedders.ts'
import { readTokens } from '../../lib/chunking-lab/written-tokens.ts'
import { openTokenizer } from '../../worker/embedding/tokenizer/open-tokenizer.ts'
import { corpora } from './corpora.ts'
import { corpusTokens } from './corpus-tokens.ts'

test.each(EMBEDDERS)('the counted text is 10,000 tokens to %s, as it says', (embedder) => {
  const file = new URL(`../../../public/models/${embedder}/tokenizer.json`, import.meta.url)
  const { text, tokens } = countedText()
  const rows = openTokenizer(readFileSync(file, 'utf8')).tokenize(text)
  const places = [...rows].filter((_, index) => index % 3 !== 2)
  expect(places).toEqual([...tokens])
})

test('every corpus has its tokens for every embedder, within the text', () => {
  expect(corpusTokens).toHaveLength(corpora.length * EMBEDDERS.length)
  for (const { corpus, tokens } of corpusTokens) {
    const { text } = corpora.find(({ id }) => id === corpus) ?? { text: '' }
    const places = readTokens(tokens)
    expect(places.at(-1)).toBeLessThanOrEqual(text.length)
    expect(places.length / 2).toBeGreaterThan(text.length / 10)
  }
})
