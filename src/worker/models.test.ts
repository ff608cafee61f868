import { createHash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { filesToLoad, modelChecksum } from './model-checksum.ts'
import { embeddingModels, findEmbeddingModel, findModel, models } from './models.ts'
import type { FileFacts } from './runtime.ts'

const folder = (id: string) => new URL(`../../public/models/${id}/`, import.meta.url)
const manifestOf = (id: string) =>
  JSON.parse(readFileSync(new URL('MANIFEST.json', folder(id)), 'utf8')) as {
    id: string
    licence: string
    files: readonly FileFacts[]
    usage: {
      dimensions: number
      max_length: number
      prefixes: 'none' | { readonly query: string; readonly passage: string }
      language?: string
      languages?: string
    }
  }

describe.each(models.map((model) => [model.id, model] as const))('%s', (id, model) => {
  test('has the checksum and the bytes that the site states', async () => {
    const { files, id: named } = manifestOf(id)
    expect(named).toBe(id)
    expect(await modelChecksum(files)).toBe(model.checksum)
    expect(filesToLoad(files).reduce((sum, file) => sum + file.bytes, 0)).toBe(model.bytes)
  })

  test('has every file of its manifest, unchanged', () => {
    for (const file of manifestOf(id).files) {
      const where = new URL(file.path, folder(id))
      expect(statSync(where).size, file.path).toBe(file.bytes)
      expect(createHash('sha256').update(readFileSync(where)).digest('hex'), file.path).toBe(
        file.sha256,
      )
    }
  })

  test('has its licence beside it', () => {
    expect(manifestOf(id).files.map(({ path }) => path)).toContain('LICENSE')
  })
})

test.each(embeddingModels.map((model) => [model.id, model] as const))(
  '%s has the limits, prefixes and licence of its manifest',
  (id, model) => {
    const { usage, licence } = manifestOf(id)
    expect(model.licence).toBe(licence)
    expect(model.dimensions).toBe(usage.dimensions)
    expect(model.maxTokens).toBe(usage.max_length)
    expect(model.prefixes).toEqual(
      usage.prefixes === 'none' ? { query: '', passage: '' } : usage.prefixes,
    )
    const names = new Intl.DisplayNames('en', { type: 'language' })
    const said = usage.language ?? usage.languages ?? ''
    for (const each of model.languages) expect(said).toContain(names.of(each))
    expect(model.cannot.join(' ')).toContain(`at most ${model.maxTokens} tokens`)
    const { model: tokenizer } = JSON.parse(
      readFileSync(new URL('tokenizer.json', folder(id)), 'utf8'),
    ) as { model: { vocab: Readonly<Record<string, number>>; unk_token?: string; unk_id?: number } }
    expect(model.unknownId).toBe(
      tokenizer.unk_id ?? tokenizer.vocab[tokenizer.unk_token ?? ''] ?? -1,
    )
  },
)

test('a language model is no embedder', () => {
  expect(findEmbeddingModel('SmolLM2-135M-Instruct')).toBeNull()
  expect(findEmbeddingModel('all-MiniLM-L6-v2')?.kind).toBe('embedding')
})

test('an id that the site does not serve is not found', () => {
  expect(findModel('no-such-model')).toBeNull()
})

test('the checksum does not depend on the order of the list, nor on files beside the model', async () => {
  const a = { path: 'a', bytes: 1, sha256: '11' }
  const b = { path: 'b', bytes: 1, sha256: '22' }
  const licence = { path: 'LICENSE', bytes: 1, sha256: '33' }
  const lines = createHash('sha256').update('11  a\n22  b\n').digest('hex')
  expect(await modelChecksum([b, licence, a])).toBe(lines)
})
