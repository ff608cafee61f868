import { expect, test } from 'vitest'
import { matchModel } from './match-model.ts'

const models = [
  {
    id: 'llama-3-8b',
    family: 'llama',
    parameters: 8_030_261_248,
    hiddenSize: 4096,
    maxPositions: 8192,
  },
  {
    id: 'llama-3.1-8b',
    family: 'llama',
    parameters: 8_030_261_248,
    hiddenSize: 4096,
    maxPositions: 131072,
  },
  {
    id: 'mistral-7b',
    family: 'mistral',
    parameters: 7_241_732_096,
    hiddenSize: 4096,
    maxPositions: 32768,
  },
  {
    id: 'qwen2.5-14b',
    family: 'qwen2',
    parameters: 14_770_033_664,
    hiddenSize: 5120,
    maxPositions: 32768,
  },
  {
    id: 'qwen3-30b-a3b',
    family: 'qwen3_moe',
    parameters: 30_532_122_624,
    hiddenSize: 2048,
    maxPositions: 40960,
  },
]
const facts = {
  architecture: 'llama',
  parameters: 8e9,
  parametersWithin: 0.05e9,
  contextLength: 131072,
  embeddingLength: 4096,
}

test('the context length decides between equal models', () => {
  const match = matchModel(facts, models)
  expect(match.best?.id).toBe('llama-3.1-8b')
  expect(match.candidates.map((model) => model.id)).toEqual(['llama-3.1-8b', 'llama-3-8b'])
})

test('equal candidates leave the choice open', () => {
  const match = matchModel({ ...facts, contextLength: null }, models)
  expect(match.best).toBeNull()
  expect(match.candidates).toHaveLength(2)
})

test('architectures of GGUF files stand for their model types', () => {
  const seven = { ...facts, parameters: 7.2e9, contextLength: 32768 }
  expect(matchModel(seven, models).best?.id).toBe('mistral-7b')
  const moe = { ...facts, architecture: 'qwen3moe', parameters: 30.5e9, embeddingLength: 2048 }
  expect(matchModel(moe, models).best?.id).toBe('qwen3-30b-a3b')
})

test('facts that fit no model find none', () => {
  expect(matchModel({ ...facts, embeddingLength: 4097 }, models).candidates).toEqual([])
  expect(matchModel({ ...facts, architecture: 'gemma3' }, models).best).toBeNull()
  expect(
    matchModel({ ...facts, parameters: null, embeddingLength: null }, models).candidates,
  ).toEqual([])
})
