import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { readCorpora } from '../../scripts/lib/read-corpora.mjs'
import { recordedTexts } from '../../scripts/lib/recorded-texts.mjs'
import { loadRecordedVectors } from '../../src/components/data/recorded-vectors.ts'
import { parseInjections } from '../../src/lib/corpus/parse-injections.ts'
import { EMBEDDERS } from '../../src/lib/embedding/embedders.ts'
import { textHash } from '../../src/lib/embedding/text-hash.ts'
import { askedQuestion } from '../../src/lib/rag-lab/asked-question.ts'
import { prepareCorpus } from '../../src/lib/rag-lab/prepare-corpus.ts'
import { ragSchema } from '../../src/lib/rag-lab/rag-state.ts'
import { searchQueries } from '../../src/lib/rag-lab/search-queries.ts'
import { presetState } from '../../src/lib/state/preset-hash.ts'
import type { Preset } from '../../src/lib/state/preset-hash.ts'
import {
  recordedEmbeddings,
  type RecordedVectors,
} from '../../src/worker/embedding/recorded-vectors.ts'
import { embeddingModels } from '../../src/worker/models.ts'

const again = 'record again: npm run build, then node scripts/record-vectors.mjs'
const folder = new URL('../../src/data/vectors/', import.meta.url)

const files = embeddingModels.flatMap((model) =>
  recordedTexts().map((texts) => [model.id, texts.file, model, texts] as const),
)

test('there is a file for each model, text and cut, and no other', () => {
  const there = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.replaceAll('\\', '/'))
  expect(there.sort(), again).toEqual(files.map(([model, file]) => `${model}/${file}`).sort())
})

test('the files are small: less than 2 MB together', () => {
  const sizes = files.map(
    ([model, file]) => readFileSync(new URL(`${model}/${file}`, folder)).length,
  )
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(2e6)
})

describe.each(files)('%s, %s', (modelId, name, model, texts) => {
  const file = new URL(`${modelId}/${name}`, folder)
  const recorded = existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as RecordedVectors)
    : null

  test('is recorded from the model that the site serves and the texts as they are', () => {
    expect(recorded, again).not.toBeNull()
    expect(recorded?.modelChecksum, again).toBe(model.checksum)
    expect(recorded).toMatchObject({ model: modelId, corpus: texts.corpus })
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

describe('the presets of the RAG lab', () => {
  const presets = JSON.parse(readFileSync('src/data/presets/rag-lab.json', 'utf8')) as Preset[]
  const injections = parseInjections(parse(readFileSync('src/data/corpora/injection.yaml', 'utf8')))
  const corpora = readCorpora()

  const opened = (preset: Preset) => {
    const state = presetState({ schema: ragSchema, preset })
    const source = corpora.find(({ id }) => id === state.corpus)
    if (source === undefined) throw new Error(`There is no corpus ${state.corpus}.`)
    const injection = injections.find(({ id }) => id === state.injection) ?? null
    const corpus = prepareCorpus({ corpus: source, state, injection })
    const asked = askedQuestion(state, corpus)
    const questions = asked === null ? corpus.questions : [asked, ...corpus.questions]
    return {
      state,
      passages: corpus.passages.map(({ searched }) => searched),
      queries: questions.flatMap(({ text }) => searchQueries(state, text)),
    }
  }

  // Whatever the method it opens with, so that changing to vectors needs no model either.
  test.each(
    presets.flatMap((preset) => EMBEDDERS.map((model) => [preset.id, model, preset] as const)),
  )('%s finds all its vectors by %s among the recorded ones', async (_, model, preset) => {
    const { state, passages, queries } = opened(preset)
    for (const cut of [state, undefined]) {
      const recorded = await loadRecordedVectors(model, state.corpus, cut)
      if (recorded === null) throw new Error(again)
      const passageOf = recordedEmbeddings(recorded, 'passage')
      const roles = { query: recordedEmbeddings(recorded, 'query'), passage: passageOf }
      expect(passages.filter((text) => passageOf(text) === null)).toEqual([])
      expect(queries.filter(({ role, text }) => roles[role](text) === null)).toEqual([])
    }
  })

  /** Its lesson is the second look itself: token rows are computed live, they would be 2 MB a corpus. */
  test('only one asks for token rows, which are not recorded', () => {
    const live = presets.filter((preset) => opened(preset).state.reranker !== 'none')
    expect(live.map(({ id }) => id)).toEqual(['exp-2-rerank'])
  })
})

test('a cut that is not recorded brings the questions and the first cut alone', async () => {
  const cut = {
    parsing: 'markdown',
    strategy: 'sentence',
    size: 77,
    overlap: 0,
    unit: 'characters',
    headingPrefix: false,
  } as const
  const [model = ''] = EMBEDDERS
  const first = JSON.parse(
    readFileSync(new URL(`${model}/tea-travel.json`, folder), 'utf8'),
  ) as unknown
  expect(await loadRecordedVectors(model, 'tea-travel', cut)).toEqual(first)
  expect(await loadRecordedVectors(model, 'own', cut)).toBeNull()
})
