import { expect, it } from 'vitest'
import { checkAnswer } from '../prompt-assembly/check-answer.ts'
import { fullHeads, layersOf } from '../cache/hand-made-layers.fixture.ts'
import { handCorpus, handInput, handQuestion, ragState } from './hand-corpus.fixture.ts'
import { missingPieces } from './missing-pieces.ts'
import { promptCache } from './prompt-cache.ts'
import { lostInGeneration } from './quote-fates.ts'
import { retrieve } from './retrieve.ts'

const question = (corpus = handCorpus(['Tea. '])) => handQuestion(corpus, 'tea', [])

it('a question that is searched by words alone needs no vector beside the imagined passage', () => {
  const corpus = handCorpus(['Tea. '])
  const chunkVectors = { values: Float32Array.of(1, 0), dimensions: 2 }
  const change = { method: 'hybrid', queryMode: 'hyde', rewritten: 'Hot tea.' } as const
  const input = (queryVectors: readonly (Float32Array | null)[]) =>
    handInput(corpus, question(corpus), change, { chunkVectors, queryVectors })
  expect(missingPieces(input([null, Float32Array.of(1, 0)]), false)).toEqual([])
  expect(missingPieces(input([Float32Array.of(1, 0), null]), false)).toEqual(['query-vectors'])
})

it('an answer with half of the expected words is one, with fewer it is lost', () => {
  const check = (answer: string) =>
    checkAnswer({
      answer,
      passages: [],
      language: 'en',
      settings: ragState(),
      expected: 'black, green, white, yellow',
    })
  expect(lostInGeneration(check('Black or green.'))).toBe(false)
  expect(lostInGeneration(check('Black.'))).toBe(true)
})

it('lists that are fused go twice as deep as the candidates, and 20 at least', () => {
  const corpus = handCorpus(Array.from({ length: 60 }, () => 'Tea. '))
  const depths = (k: number) =>
    retrieve(
      handInput(corpus, question(corpus), { k, queryMode: 'multi-query', rewritten: 'tea tea' }),
      () => 'none',
    ).lists.map(({ ranked }) => ranked.length)
  expect(depths(3)).toEqual([20, 20])
  expect(depths(15)).toEqual([30, 30])
})

it('the cache is rounded up to blocks as a whole, its parts are not', () => {
  // 1 layer x 1 head x 2 numbers x 2 (keys, values) x 2 bytes = 8 bytes a token; vLLM: 16 a block.
  const cost = promptCache({
    promptTokens: 17,
    passageTokens: 5,
    answerTokens: 1,
    spec: { layers: layersOf([1, fullHeads(1, 1, 2)]) },
    name: 'by hand',
    engine: 'vllm',
  })
  expect([cost.bytes, cost.promptBytes, cost.passageBytes]).toEqual([32 * 8, 17 * 8, 5 * 8])
})
