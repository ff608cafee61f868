import { expect, test } from 'vitest'
import { keyFunctions } from './registry.ts'
import { samplingFunctions } from './sampling-functions.ts'

const five = [4, 3, 2, 1, 0]
const { keptCount, keptMass, keptProbability } = samplingFunctions

test('five logits make the probabilities that are worked out on paper', () => {
  // e^0 / (1 + e^-1 + e^-2 + e^-3 + e^-4)
  expect(keptProbability({ logits: five })).toBeCloseTo(0.6364, 4)
  expect(keptProbability({ logits: five, rank: 5 })).toBeCloseTo(0.0117, 4)
})

test('the nucleus of five logits has two tokens at 0.7, three at 0.9, four at temperature 2', () => {
  expect(keptCount({ logits: five, topP: 0.7 })).toBe(2)
  expect(keptMass({ logits: five, topP: 0.7 })).toBeCloseTo(0.8705, 4)
  expect(keptProbability({ logits: five, topP: 0.7 })).toBeCloseTo(0.7311, 4)
  expect(keptCount({ logits: five, topP: 0.9 })).toBe(3)
  expect(keptCount({ logits: five, topP: 0.9, temperature: 2 })).toBe(4)
})

test('a token that was cut has probability 0', () => {
  expect(keptProbability({ logits: five, topK: 1, rank: 2 })).toBe(0)
})

test('an engine brings its own order: temperature before top-p, or after it', () => {
  const args = { weights: [4, 2, 1, 1], temperature: 2, topP: 0.75 }
  expect(keptCount({ ...args, engine: 'huggingface' })).toBe(3)
  expect(keptProbability({ ...args, engine: 'huggingface' })).toBeCloseTo(0.4531, 4)
  expect(keptCount({ ...args, engine: 'llama.cpp' })).toBe(2)
  expect(keptProbability({ ...args, engine: 'llama.cpp' })).toBeCloseTo(0.5858, 4)
})

test('an engine brings its own rule where p is met exactly', () => {
  const args = { weights: [4, 2, 1, 1], topP: 0.75 }
  expect(keptCount({ ...args, engine: 'llama.cpp' })).toBe(2)
  expect(keptCount({ ...args, engine: 'ollama' })).toBe(3)
})

test('an unknown engine is refused with the list of those that exist', () => {
  expect(() => keptCount({ logits: five, engine: 'abacus' })).toThrow(/llama\.cpp/)
})

test('entropy, effective vocabulary and perplexity are those of the definitions', () => {
  expect(samplingFunctions.entropyBits({ weights: [1, 1, 1, 1] })).toBeCloseTo(2, 12)
  expect(samplingFunctions.effectiveVocabulary({ weights: [1, 1, 1, 1] })).toBeCloseTo(4, 12)
  expect(samplingFunctions.perplexity({ probabilities: [0.5, 0.25, 0.125] })).toBeCloseTo(4, 12)
})

test('the registry knows them', () => {
  for (const name of Object.keys(samplingFunctions)) expect(keyFunctions[name], name).toBeDefined()
})
