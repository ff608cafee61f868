import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readCorpora } from '../../scripts/lib/read-corpora.mjs'
import { chunkText } from '../../src/lib/chunking/chunk-text.ts'
import { recordedChunking } from '../../src/lib/embedding/recorded-chunking.ts'
import { textHash } from '../../src/lib/embedding/text-hash.ts'
import {
  recordedEmbeddings,
  type RecordedVectors,
} from '../../src/worker/embedding/recorded-vectors.ts'
import { embeddingModels } from '../../src/worker/models.ts'

const again = 'record again: npm run build, then node scripts/record-vectors.mjs'

const pairs = embeddingModels.flatMap((model) =>
  readCorpora().map((corpus) => [model.id, corpus.id, model, corpus] as const),
)

test('there are corpora to record', () => {
  expect(pairs.length).toBeGreaterThan(0)
})

describe.each(pairs)('%s on %s', (modelId, corpusId, model, corpus) => {
  const file = new URL(`../../src/data/vectors/${modelId}/${corpusId}.json`, import.meta.url)
  const recorded = existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as RecordedVectors)
    : null
  const texts = {
    query: corpus.questions.map(({ text }) => text),
    passage: chunkText(corpus.text, { ...recordedChunking, language: corpus.language }).map(
      ({ start, end }) => corpus.text.slice(start, end),
    ),
  }

  test('is recorded from the model that the site serves and the texts as they are', () => {
    expect(recorded, again).not.toBeNull()
    expect(recorded?.modelChecksum, again).toBe(model.checksum)
    expect(recorded).toMatchObject({ model: modelId, corpus: corpusId })
    expect(recorded?.query.hashes, again).toEqual(texts.query.map(textHash))
    expect(recorded?.passage.hashes, again).toEqual(texts.passage.map(textHash))
  })

  test('has a vector of length 1 for every text, and none for another', () => {
    if (recorded === null) throw new Error(again)
    for (const role of ['query', 'passage'] as const) {
      const embeddingOf = recordedEmbeddings(recorded, role)
      expect(embeddingOf('a text that nobody recorded')).toBeNull()
      for (const text of texts[role]) {
        const embedding = embeddingOf(text)
        expect(embedding?.vector).toHaveLength(model.dimensions)
        const length = Math.hypot(...(embedding?.vector ?? []))
        expect(length).toBeCloseTo(1, 5)
        expect((embedding?.tokens ?? 0) > model.maxTokens).toBe(embedding?.readTo !== null)
      }
    }
  })
})
