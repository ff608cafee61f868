import { describe, expect, test } from 'vitest'
import type { EmbeddedText } from '../embedding/embedding.ts'
import { ModelError } from '../model-error.ts'
import type { CallOptions } from '../worker-link.ts'
import { embedTexts } from './embed-texts.ts'
import { unpackSpans } from './unpack-spans.ts'
import { createVectorMemory } from './vector-memory.ts'

const done = (index: number, value: number): EmbeddedText => ({
  index,
  tokens: 3,
  readTo: null,
  rows: Float32Array.of(value, 0),
  spans: new Int32Array(),
})

/** A worker that turns a text into its length, one text a batch, and fails after so many. */
const fakeWorker = (failAfter = Infinity) => {
  const asked: string[][] = []
  const call = (_method: string, args: { texts?: readonly string[] }, options?: CallOptions) => {
    const texts = [...(args.texts ?? [])]
    asked.push(texts)
    for (const [index, text] of texts.entries()) {
      if (index >= failAfter) return Promise.reject(new ModelError('cancelled', 'Stopped.'))
      options?.onBatch?.([done(index, text.length)])
    }
    return Promise.resolve(null)
  }
  return { asked, worker: { call } as unknown as Parameters<typeof embedTexts>[0]['worker'] }
}

const common = { modelId: 'm', role: 'query', of: 'text' } as const

describe('embedding texts', () => {
  test('asks for each text once and gives the vectors in order', async () => {
    const { asked, worker } = fakeWorker()
    const kept = createVectorMemory(1e6).of('m', 'query')
    const progress: number[] = []
    const texts = ['aaa', 'b', 'aaa', '']
    const found = await embedTexts({
      ...common,
      worker,
      texts,
      kept,
      onProgress: ({ done: count, total }) => progress.push(count, total),
    })
    expect(found.map(({ vector }) => vector[0])).toEqual([3, 1, 3, 0])
    expect(asked).toEqual([['aaa', 'b', '']])
    expect(progress).toEqual([0, 4, 2, 4, 3, 4, 4, 4])
    await embedTexts({ ...common, worker, texts: ['b', 'new'], kept })
    expect(asked[1]).toEqual(['new'])
    await embedTexts({ ...common, worker, texts, kept })
    expect(asked).toHaveLength(2)
  })

  test('keeps what came before a failure', async () => {
    const kept = createVectorMemory(1e6).of('m', 'query')
    const texts = ['a', 'bb', 'ccc']
    await expect(
      embedTexts({ ...common, worker: fakeWorker(2).worker, texts, kept }),
    ).rejects.toThrow('Stopped.')
    const { asked, worker } = fakeWorker()
    await embedTexts({ ...common, worker, texts, kept })
    expect(asked).toEqual([['ccc']])
  })

  test('without texts asks nothing', async () => {
    const { asked, worker } = fakeWorker()
    const kept = createVectorMemory(1e6).of('m', 'query')
    expect(await embedTexts({ ...common, worker, texts: [], kept })).toEqual([])
    expect(asked).toEqual([])
  })
})

describe('the memory of vectors', () => {
  test('keeps models, roles and kinds apart', () => {
    const memory = createVectorMemory(1e6)
    memory.of('m', 'query').put('text', done(0, 7))
    expect(memory.of('m', 'query').get('text')?.vector[0]).toBe(7)
    expect(memory.of('m', 'passage').get('text')).toBeUndefined()
    expect(memory.of('other', 'query').get('text')).toBeUndefined()
    expect(memory.ofTokens('m', 'query').get('text')).toBeUndefined()
  })

  test('forgets what was not used for the longest time', () => {
    const memory = createVectorMemory(100).of('m', 'query')
    memory.put('a', done(0, 1)) // 8 bytes of numbers and 2 for each letter of its key
    memory.put('b', done(0, 2))
    expect(memory.get('a')?.vector[0]).toBe(1)
    memory.put('c', done(0, 3))
    expect(memory.get('b')).toBeUndefined()
    expect(memory.get('a')?.vector[0]).toBe(1)
    expect(memory.get('c')?.vector[0]).toBe(3)
  })

  test('gives copies, so that nobody spoils what is kept', () => {
    const memory = createVectorMemory(1e6).of('m', 'query')
    const first = memory.put('a', done(0, 1))
    first.vector[0] = 99
    expect(memory.get('a')?.vector[0]).toBe(1)
  })
})

test('spans come out as they were packed', async () => {
  const count = 45_000
  const packed = Int32Array.from({ length: 3 * count }, (_, at) => at)
  const spans = await unpackSpans(packed)
  expect(spans).toHaveLength(count)
  expect(spans[40_000]).toEqual({ start: 120_000, end: 120_001, id: 120_002 })
})
