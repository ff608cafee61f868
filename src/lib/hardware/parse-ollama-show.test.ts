import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { OllamaFacts } from './ollama-facts.ts'
import { parseOllamaShow } from './parse-ollama-show.ts'

function read(text: string): OllamaFacts {
  const result = parseOllamaShow(text)
  if ('problem' in result) throw new Error(result.problem)
  return result
}

const shown = `  Model
    architecture        llama
    parameters          8.0B
    context length      131072
    embedding length    4096
    quantization        Q4_K_M

  Capabilities
    completion
    tools

  Parameters
    stop           "<|start_header_id|>"
    temperature    0.6

  License
    LLAMA 3.1 COMMUNITY LICENSE AGREEMENT
    architecture   of this licence
`

test('the facts of ollama show are read, and what is missing is named', () => {
  expect(read(shown)).toEqual({
    architecture: 'llama',
    parameters: 8e9,
    parametersWithin: 0.05e9,
    contextLength: 131072,
    embeddingLength: 4096,
    quantization: 'Q4_K_M',
    layers: null,
    heads: null,
    kvHeads: null,
    headDim: null,
    missing: ['number of layers', 'number of key and value heads'],
  })
})

test('the tabbed layout of older versions is read', () => {
  const facts = read(
    '  Model\n  \tarch            \tqwen2\t\n  \tparameters      \t494.03M\t\n  \tquantization    \tQ4_0\t\n  \tcontext length  \t32768\t\n  \tembedding length\t896\t',
  )
  expect(facts).toMatchObject({
    architecture: 'qwen2',
    parameters: 494.03e6,
    contextLength: 32768,
    embeddingLength: 896,
    quantization: 'Q4_0',
  })
})

test('the verbose listing completes the facts', () => {
  const facts = read(`${shown}
  Metadata
    general.architecture             llama
    general.parameter_count          8030261312
    llama.attention.head_count       32
    llama.attention.head_count_kv    8
    llama.block_count                32
`)
  expect(facts).toMatchObject({ layers: 32, heads: 32, kvHeads: 8, missing: [] })
})

test('a line of the licence is not a fact', () => {
  expect(read(shown.replace('    architecture        llama\n', '')).architecture).toBeNull()
})

test('text that shows no model gives a sentence', () => {
  for (const text of ['', 'Error: model "x" not found', 'hello', '{"a": 1}']) {
    expect(parseOllamaShow(text)).toHaveProperty('problem')
  }
})

test('any text gives positive facts or a sentence', () => {
  const piece = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...shown.split('\n')))
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 15 }), (pieces) => {
      const result = parseOllamaShow(pieces.join('\n'))
      if ('problem' in result) expect(result.problem.length).toBeLessThan(300)
      else {
        for (const value of [result.parameters, result.contextLength, result.embeddingLength]) {
          expect(value === null || (Number.isFinite(value) && value > 0)).toBe(true)
        }
      }
    }),
  )
})

test('a text made to slow the parser down is answered at once', () => {
  const started = Date.now()
  parseOllamaShow(`${'a '.repeat(150)}\n`.repeat(2000))
  parseOllamaShow('a.'.repeat(500_000))
  expect(Date.now() - started).toBeLessThan(3000)
})
