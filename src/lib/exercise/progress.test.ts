import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createProgress, PROGRESS_KEY } from './progress.ts'
import type { StorageLike } from './progress.ts'

function memory(initial?: string) {
  const items = new Map(initial === undefined ? [] : [[PROGRESS_KEY, initial]])
  const storage: StorageLike = {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
  }
  return { items, storage }
}

const quiet = () => {}

test('answers come back in a new visit', () => {
  const { storage } = memory()
  createProgress(storage, quiet).setAnswer('a', { verdict: 'right', answer: { x: '512 KiB' } })
  const later = createProgress(storage, quiet)
  expect(later.answer('a')).toEqual({ verdict: 'right', answer: { x: '512 KiB' }, done: true })
  expect(later.done(['a', 'b'])).toBe(1)
  expect(later.answer('constructor')).toBeUndefined()
})

test('an exercise once done stays done when a later try is wrong', () => {
  const progress = createProgress(memory().storage, quiet)
  progress.setAnswer('a', { verdict: 'right', answer: [1] })
  progress.setAnswer('a', { verdict: 'wrong', answer: [0] })
  expect(progress.answer('a')).toEqual({ verdict: 'wrong', answer: [0], done: true })
})

test('clearing forgets what is named, or everything, and leaves no trace', () => {
  const { items, storage } = memory()
  const progress = createProgress(storage, quiet)
  progress.setAnswer('a', { verdict: 'right', answer: [1] })
  progress.setAnswer('b', { verdict: 'wrong', answer: [1] })
  progress.setNote('10-experiment-1', 'about 128')
  progress.clear(['a', '10-experiment-1'])
  expect(progress.answer('a')).toBeUndefined()
  expect(progress.note('10-experiment-1')).toBe('')
  expect(progress.answer('b')).toBeDefined()
  progress.clear()
  expect(items.size).toBe(0)
})

test('changes are told, notes excepted', () => {
  let told = 0
  const progress = createProgress(memory().storage, () => (told += 1))
  progress.setAnswer('a', { verdict: 'wrong', answer: [1] })
  progress.setNote('n', 'text')
  progress.clear()
  expect(told).toBe(2)
})

test('without a storage, or with a full one, progress lasts as long as the page', () => {
  const full: StorageLike = {
    getItem: () => {
      throw new Error('forbidden')
    },
    setItem: () => {
      throw new Error('full')
    },
    removeItem: () => {
      throw new Error('forbidden')
    },
  }
  for (const storage of [null, full]) {
    const progress = createProgress(storage, quiet)
    progress.setAnswer('a', { verdict: 'right', answer: [1] })
    expect(progress.done(['a'])).toBe(1)
    progress.clear()
    expect(progress.done(['a'])).toBe(0)
  }
})

test('another version and corrupt answers are dropped, sound ones kept', () => {
  const good = { answer: [1], verdict: 'right', done: true }
  const answers = { good, bad: { answer: 'x', verdict: 'maybe' }, worse: null }
  const stored = (v: number) => JSON.stringify({ v, answers, notes: { n: 'yes', m: 3 } })
  const progress = createProgress(memory(stored(1)).storage, quiet)
  expect(progress.answer('good')).toEqual(good)
  expect(progress.answer('bad')).toBeUndefined()
  expect(progress.note('n')).toBe('yes')
  expect(progress.note('m')).toBe('')
  expect(createProgress(memory(stored(2)).storage, quiet).answer('good')).toBeUndefined()
})

test('whatever is stored, nothing throws', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      const progress = createProgress(memory(text).storage, quiet)
      progress.setAnswer('a', { verdict: 'right', answer: [1] })
      expect(progress.done(['a'])).toBe(1)
    }),
  )
})
