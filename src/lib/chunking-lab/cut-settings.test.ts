import { expect, test } from 'vitest'
import { cutNeeds, type cutSettings } from './cut-settings.ts'

const settings: ReturnType<typeof cutSettings> = {
  library: 'ours',
  strategy: 'recursive',
  size: 100,
  overlap: 0,
  unit: 'characters',
  threshold: null,
  splitter: 'recursive',
  keepSeparator: true,
  language: 'en',
}

test('a cut by meaning that counts tokens waits for tokens and for distances', () => {
  expect(cutNeeds({ ...settings, strategy: 'semantic', unit: 'tokens' })).toEqual({
    tokens: true,
    distances: true,
  })
})

test('a cut waits for what its strategy and its unit ask for, and a library for nothing', () => {
  const nothing = { tokens: false, distances: false }
  expect(cutNeeds(settings)).toEqual(nothing)
  expect(cutNeeds({ ...settings, unit: 'tokens' })).toEqual({ ...nothing, tokens: true })
  expect(cutNeeds({ ...settings, strategy: 'semantic' })).toEqual({ ...nothing, distances: true })
  const library = {
    ...settings,
    library: 'langchain-js',
    strategy: 'semantic',
    unit: 'tokens',
  } as const
  expect(cutNeeds(library)).toEqual(nothing)
})
