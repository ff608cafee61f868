import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calculate } from './calculate.ts'
import { calculatorFacts } from './calculator-facts.ts'
import { cacheRows, memoryCurve } from './calculator-rows.ts'
import { ENGINES } from './calculator-state.ts'
import type { GpuRow } from './calculator-data.ts'
import type { CalculatorState } from './calculator-state.ts'
import { nothingHelps } from './more-hardware.ts'
import { remedies } from './remedies.ts'
import { byHand, card, dataOf, initialState } from './calculator-data.fixture.ts'
import type { TestModel } from './calculator-data.fixture.ts'

const MiB = 2 ** 20
const GiB = 2 ** 30

describe('calculate', () => {
  test('gives the cache of one token that the shapes multiply to', () => {
    const perToken = (id: Parameters<typeof dataOf>[0]) =>
      calculate(initialState, dataOf(id)).cacheBytesPerToken
    expect(perToken('llama-2-7b')).toBe(524_288)
    expect(perToken('llama-3-8b')).toBe(131_072)
    expect(perToken('r1-14b')).toBe(196_608)
  })

  test('finds the longest context of a 14B on 24 GiB that is worked by hand', () => {
    // 24 GiB x 0.9 - 8.37 GiB of weights - 1 GiB, divided by 192 KiB a token.
    const f16 = calculate(byHand(), dataOf('r1-14b')).longestTokens
    expect(Math.abs(f16 / 66_817 - 1)).toBeLessThan(0.01)
    const q8 = byHand({ keyFormat: 'q8_0', valueFormat: 'q8_0' })
    expect(Math.abs(calculate(q8, dataOf('r1-14b')).longestTokens / 125_774 - 1)).toBeLessThan(0.01)
  })

  test('finds 2,060 tokens for eight sequences of Llama-2-7B in bf16 on 24 GiB', () => {
    const state = byHand({ weightFormat: 'bf16', sequences: 8, tokens: 2060 })
    const found = calculate(state, dataOf('llama-2-7b'))
    expect(found.longestTokens).toBe(2060)
    expect(found.mostSequences).toBe(8)
    expect(calculatorFacts(state, dataOf('llama-2-7b'))).toMatchObject({
      modelId: 'llama-2-7b',
      sequences: 8,
      tokens: 2060,
      fits: true,
      maxTokens: 2060,
    })
  })

  test('makes 512 tokens of Llama-2-7B cost 3 GiB when it has 384 layers', () => {
    const data = dataOf('llama-2-7b')
    expect(calculate(byHand({ tokens: 512 }), data).cacheBytes).toBe(256 * MiB)
    expect(calculate(byHand({ tokens: 512, layers: 384 }), data).cacheBytes).toBe(3 * GiB)
  })

  test('shows that query heads cost no cache and key heads do', () => {
    const data = dataOf('llama-2-7b')
    const bytes = (change: object) => calculate(byHand({ tokens: 512, ...change }), data).cacheBytes
    expect(bytes({ heads: 64 })).toBe(256 * MiB)
    expect(bytes({ kvHeads: 8 })).toBe(64 * MiB)
    expect(bytes({ headDim: 64 })).toBe(128 * MiB)
  })

  test('fills the context by retrieval: 5 x 500 tokens take 469 MiB, 20 x 1,000 take 3.66 GiB', () => {
    const rag = { rag: true, promptTokens: 0, answerTokens: 0 }
    const bytes = (change: object) =>
      calculate(byHand({ ...rag, ...change }), dataOf('r1-14b')).cacheBytes
    expect(bytes({ chunks: 5, chunkTokens: 500 }) / MiB).toBeCloseTo(468.75, 2)
    expect(bytes({ chunks: 20, chunkTokens: 1000 }) / GiB).toBeCloseTo(3.662, 3)
  })

  test('counts a second model with its weights at 16 bits', () => {
    const data = dataOf('r1-14b')
    const second = { name: 'embedder', spec: dataOf('embedder').model.spec }
    const without = calculate(byHand(), data).memory.total
    const parameters = calculate(initialState, dataOf('embedder')).parameters
    const grown = calculate(byHand(), { ...data, second }).memory.total - without
    expect(grown).toBeCloseTo(parameters * 2, -2)
  })

  test('lets an encoder have no cache and no writing speed', () => {
    const found = calculate(initialState, dataOf('embedder'))
    expect(found.cacheBytes).toBe(0)
    expect(found.decode).toBeNull()
  })

  test('says in words what cannot be computed', () => {
    const odd = { ...initialState, kvHeads: 1, headDim: 20, keyFormat: 'q8_0' } as const
    expect(() => calculate(odd, dataOf('llama-2-7b'))).toThrow(/blocks of 32/)
  })

  test('never gives a number that is not finite', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10_000_000 }),
        fc.integer({ min: 1, max: 4096 }),
        fc.constantFrom(...ENGINES),
        fc.integer({ min: 1, max: 64 }),
        (tokens, sequences, engine, gpuCount) => {
          const state = { ...initialState, tokens, sequences, engine, gpuCount }
          const facts = calculatorFacts(state, dataOf('llama-3-8b'))
          for (const fact of Object.values(facts)) {
            if (typeof fact === 'number') expect(Number.isFinite(fact)).toBe(true)
          }
        },
      ),
      { numRuns: 40 },
    )
  })
})

describe('cacheRows', () => {
  test('gives the published table made right', () => {
    const found = calculate(byHand(), dataOf('llama-2-7b'))
    const rows = cacheRows(found, {
      rows: [512, 1024, 2048, 4096, 8192],
      columns: ['f16', 'fp8', 'int4-raw'],
      base: 'iec',
    })
    expect(rows.map((row) => row.cells.map(({ text }) => text))).toEqual([
      ['256 MiB', '128 MiB', '64 MiB'],
      ['512 MiB', '256 MiB', '128 MiB'],
      ['1 GiB', '512 MiB', '256 MiB'],
      ['2 GiB', '1 GiB', '512 MiB'],
      ['4 GiB', '2 GiB', '1 GiB'],
    ])
    expect(rows.map(({ beyond }) => beyond)).toEqual([false, false, false, false, true])
  })

  test('writes a dash where a format does not suit the model', () => {
    const found = calculate({ ...initialState, kvHeads: 1, headDim: 20 }, dataOf('llama-2-7b'))
    const [row] = cacheRows(found, { rows: [512], columns: ['f16', 'q8_0'], base: 'iec' })
    expect(row?.cells[1]).toMatchObject({ text: '–', verdict: null })
  })

  test('never mixes GB and GiB', () => {
    const found = calculate(initialState, dataOf('r1-14b'))
    const table = { rows: initialState.rows, columns: ['f16', 'q8_0'] as const }
    const texts = (base: 'iec' | 'si') => JSON.stringify(cacheRows(found, { ...table, base }))
    expect(texts('si')).not.toContain('iB')
    expect(texts('iec')).not.toMatch(/\d [KMG]B/)
  })
})

describe('memoryCurve', () => {
  test('has eight points with the chosen context among them, and never falls', () => {
    const found = calculate({ ...initialState, tokens: 5000 }, dataOf('gemma-2-2b'))
    const points = memoryCurve(found)
    expect(points).toHaveLength(8)
    expect(points.map(({ tokens }) => tokens)).toContain(5000)
    const totals = points.map(({ memory }) => memory.total)
    expect([...totals].sort((a, b) => a - b)).toEqual(totals)
  })
})

describe('remedies', () => {
  const larger = { ...card, id: 'rtx-5090', name: 'GeForce RTX 5090', memoryBytes: 32 * GiB }
  const shared = { ...larger, id: 'mac', memoryClass: 'unified' as const, memoryBytes: 30 * GiB }
  const gpus = [larger, shared, card]

  test('are none when it fits', () => {
    const data = dataOf('r1-14b')
    const calculation = calculate(initialState, data)
    expect(remedies({ state: initialState, data, calculation, gpus })).toEqual([])
  })

  test('each make it fit', () => {
    const data = dataOf('r1-14b')
    for (const change of [
      { tokens: 131_072 },
      { weightFormat: 'F16' as const },
      { rag: true, chunks: 300 },
      { tokens: 100_000, sequences: 2 },
    ]) {
      const state = { ...initialState, ...change }
      const calculation = calculate(state, data)
      const found = remedies({ state, data, calculation, gpus })
      expect(found.length).toBeGreaterThan(0)
      for (const remedy of found) {
        const gpu = gpus.find(({ id }) => id === remedy.change.gpu) ?? card
        const changed = calculate({ ...state, ...remedy.change }, { ...data, gpu })
        expect(changed.memory.spare, remedy.label).toBeGreaterThanOrEqual(0)
      }
    }
  })

  const suggested = (
    change: Partial<CalculatorState>,
    setting: {
      readonly model?: TestModel
      readonly list?: readonly GpuRow[]
      readonly gpu?: GpuRow
    } = {},
  ) => {
    const { model = 'r1-14b', list = gpus, gpu = card } = setting
    const state = { ...initialState, ...change }
    const data = dataOf(model, gpu)
    const calculation = calculate(state, data)
    const found = remedies({ state, data, calculation, gpus: list })
    return {
      labels: found.map(({ label }) => label),
      found,
      after: (index: number) => calculate({ ...state, ...found[index]?.change }, data),
      sentence: nothingHelps({ state, data, calculation, gpus: list }),
    }
  }
  const small = { ...card, id: 'rtx-3060-12gb', name: 'GeForce RTX 3060', memoryBytes: 12 * GiB }

  test('suggest the smallest card of the same sort, those for people before those for centers', () => {
    expect(suggested({ weightFormat: 'F16' }).labels).toContain('Use GeForce RTX 5090')
    const a100 = {
      ...card,
      id: 'a100',
      name: 'A100 40GB',
      kind: 'datacenter',
      memoryClass: 'hbm' as const,
      memoryBytes: 31 * GiB,
    }
    const laptop = { ...larger, id: 'l', name: 'RTX 5090 Laptop', memoryBytes: 30 * GiB }
    const list = [a100, laptop, larger]
    expect(suggested({ weightFormat: 'F16' }, { list }).labels).toContain('Use GeForce RTX 5090')
    expect(suggested({ weightFormat: 'F16' }, { list: [a100] }).labels).toContain('Use A100 40GB')
    const center = { ...a100, memoryBytes: 24 * GiB, id: 'a30', name: 'A30' }
    expect(suggested({ weightFormat: 'F16' }, { list, gpu: center }).labels).toContain(
      'Use A100 40GB',
    )
  })

  test('shorten the context to what fits for certain, and never beyond what the model was made for', () => {
    const { labels, after } = suggested({ tokens: 131_072 })
    expect(labels[0]).toMatch(/^Shorten the context to [\d,]+ tokens$/)
    expect(after(0).memory.verdict).toBe('fits')
    // Llama-3-8B in Q4_K_M would fit far more than 8,192 tokens on 24 GiB, were it made for them.
    const beyond = suggested({ tokens: 400_000 }, { model: 'llama-3-8b' })
    expect(beyond.labels[0]).toBe('Shorten the context to 8,192 tokens')
  })

  test('put a smaller cache and a shorter context together where that keeps more of it', () => {
    const { labels, found, after } = suggested({ tokens: 131_072 }, { gpu: small })
    const joined = labels.findIndex((label) =>
      label.startsWith('Keep the cache in q8_0 and shorten'),
    )
    expect(joined).toBeGreaterThan(0)
    expect(after(joined).memory.spare).toBeGreaterThanOrEqual(0)
    expect(found[joined]?.change.tokens).toBeGreaterThan(found[0]?.change.tokens ?? Infinity)
  })

  test('go down to Q3_K_M, and below it with a warning', () => {
    const on = (gib: number) =>
      suggested({ tokens: 1024 }, { gpu: { ...small, memoryBytes: gib * GiB }, list: [] }).labels
    expect(on(8.2)).toContain('Use Q3_K_M weights')
    expect(on(6).join('; ')).toMatch(
      /Use IQ2_X?X?[SM] weights, a last resort: below Q3_K_M the answers suffer/,
    )
  })

  test('offer vLLM both methods of four bits', () => {
    const { labels } = suggested({ engine: 'vllm', weightFormat: 'bf16', tokens: 4096 })
    expect(labels).toContain('Use fp8 weights')
    const four = suggested(
      { engine: 'vllm', weightFormat: 'bf16', tokens: 4096 },
      { gpu: { ...card, memoryBytes: 16 * GiB } },
    )
    expect(four.labels).toEqual(
      expect.arrayContaining(['Use awq-int4 weights', 'Use gptq-int4 weights']),
    )
  })

  test('are none where nothing helps, and one sentence says how many cards it would take', () => {
    const { labels, sentence } = suggested(
      { weightFormat: 'F16', layers: 4000 },
      { gpu: small, list: [small, card] },
    )
    expect(labels).toEqual([])
    expect(sentence).toMatch(
      /it would take \d+ × GeForce RTX 3060\.$|no number of GeForce RTX 3060 does\.$/,
    )
  })
})
