import { expect, test } from 'vitest'
import { textHash } from '../../lib/embedding/text-hash.ts'
import { embeddingModels } from '../models.ts'
import { recordedLookup } from './recorded-lookup.ts'
import type { RecordedVectors } from './recorded-vectors.ts'
import { mergedVectors } from './recorded-vectors-merged.ts'

const [served] = embeddingModels
if (served === undefined) throw new Error('The site serves no embedder.')

/** 1 and 2 as 32-bit floats, low byte first. */
const oneTwo = 'AACAPwAAAEA='

const rows = (...texts: readonly string[]) => ({
  hashes: texts.map(textHash),
  tokens: texts.map(() => 3),
  readTo: texts.map(() => null),
  rows: btoa(texts.map(() => atob(oneTwo)).join('')),
})

const recording = (change: Partial<RecordedVectors> = {}): RecordedVectors => ({
  model: served.id,
  modelChecksum: served.checksum,
  corpus: 'a-text',
  dimensions: 2,
  query: rows('a question'),
  passage: rows('a chunk'),
  ...change,
})

test('vectors of the very files that the site serves are found by role and text', () => {
  const found = recordedLookup(recording())
  expect(found?.passage('a chunk')).toEqual({
    vector: Float32Array.of(1, 2),
    tokens: 3,
    readTo: null,
  })
  expect(found?.query('a question')?.vector).toEqual(Float32Array.of(1, 2))
  expect(found?.query('a chunk')).toBeNull()
  expect(found?.passage('a chunk, changed')).toBeNull()
})

test('vectors of other model files are not read', () => {
  expect(recordedLookup(recording({ modelChecksum: 'of other files' }))).toBeNull()
  expect(recordedLookup(recording({ model: 'not-served' }))).toBeNull()
})

test('a cut that other model files recorded is not added to a recording', () => {
  const cut = (modelChecksum: string) =>
    recording({ modelChecksum, query: rows(), passage: rows('another cut') })
  const found = (modelChecksum: string) =>
    recordedLookup(mergedVectors(recording(), [cut(modelChecksum)]))
  expect(found(served.checksum)?.passage('another cut')?.vector).toEqual(Float32Array.of(1, 2))
  expect(found('of other files')?.passage('another cut')).toBeNull()
  expect(found('of other files')?.passage('a chunk')).not.toBeNull()
})
