import { afterEach, expect, test, vi } from 'vitest'
import { loadCorpus } from './load-corpus.ts'

afterEach(() => vi.unstubAllGlobals())

test('fetches the corpus under the base path', async () => {
  const asked = vi.fn((_url: string) => Promise.resolve(Response.json({ id: 'tea' })))
  vi.stubGlobal('fetch', asked)
  expect(await loadCorpus('tea')).toEqual({ id: 'tea' })
  expect(asked.mock.calls[0]?.[0]).toBe('/data/corpora/tea.json')
})

test.each([
  ['a page that is not there', () => Promise.resolve(new Response('', { status: 404 }))],
  ['no network', () => Promise.reject(new TypeError('Failed to fetch'))],
  ['a file that is cut short', () => Promise.resolve(new Response('{"id":'))],
])('says in a sentence what to do after %s', async (_what, answer) => {
  vi.stubGlobal('fetch', answer)
  await expect(loadCorpus('tea')).rejects.toThrow(
    'The document could not be loaded. Check the connection and choose it again',
  )
})

test('passes on that it was stopped', async () => {
  const stop = new AbortController()
  stop.abort()
  vi.stubGlobal('fetch', () => Promise.reject(new DOMException('Aborted', 'AbortError')))
  await expect(loadCorpus('tea', stop.signal)).rejects.toThrow(
    expect.objectContaining({ name: 'AbortError' }),
  )
})
