import { expect, test } from 'vitest'
import { askWorker } from './ask-worker.ts'

const failure = 'It could not be done; try again.'

/** A worker that hears nothing but what the test says for it. */
const silent = () => {
  const heard: unknown[] = []
  const ended = { times: 0 }
  const worker = {
    postMessage: (message: unknown) => heard.push(message),
    terminate: () => (ended.times += 1),
    onmessage: null,
    onerror: null,
  } as unknown as Worker
  const say = (data: unknown): void => {
    worker.onmessage?.(new MessageEvent('message', { data }))
  }
  return { worker, heard, ended, say }
}

test('the result of the worker is the answer, and the worker ends', async () => {
  const { worker, heard, ended, say } = silent()
  const { signal } = new AbortController()
  const answer = askWorker<number>(worker, { add: [2, 3] }, { signal, failure })
  say({ result: 5 })
  expect(await answer).toBe(5)
  expect(heard).toEqual([{ add: [2, 3] }])
  expect(ended.times).toBe(1)
})

test('a problem of the worker is said in its own sentence', async () => {
  const { worker, ended, say } = silent()
  const { signal } = new AbortController()
  const answer = askWorker(worker, null, { signal, failure })
  say({ problem: 'The size must be a whole number.' })
  await expect(answer).rejects.toThrow('The size must be a whole number.')
  expect(ended.times).toBe(1)
})

test('a worker that fails is said in the sentence of the caller', async () => {
  const { worker, ended } = silent()
  const { signal } = new AbortController()
  const answer = askWorker(worker, null, { signal, failure })
  worker.onerror?.(new Event('error') as ErrorEvent)
  await expect(answer).rejects.toThrow(failure)
  expect(ended.times).toBe(1)
})

test('stopping ends the worker and rejects with the reason', async () => {
  const { worker, ended } = silent()
  const stop = new AbortController()
  const answer = askWorker(worker, null, { signal: stop.signal, failure })
  stop.abort(new Error('Enough.'))
  await expect(answer).rejects.toThrow('Enough.')
  expect(ended.times).toBe(1)
})
