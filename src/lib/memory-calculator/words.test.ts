import { existsSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import published from '../../data/blog-table.json' with { type: 'json' }
import presets from '../../data/presets/memory-calculator.json' with { type: 'json' }
import { decodeState } from '../state/decode-state.ts'
import { presetState } from '../state/preset-hash.ts'
import { answerInWords } from './answer-in-words.ts'
import { addRow, exportedCacheTable, removeRow } from './cache-table.ts'
import { calculate } from './calculate.ts'
import { cacheRows, memoryCurve } from './calculator-rows.ts'
import { CALCULATOR_PARTS } from './calculator-parts.ts'
import { calculatorSchema } from './calculator-state.ts'
import type { CalculatorState } from './calculator-state.ts'
import { compareSetup, COMPARED_LINES, exportedComparison } from './comparison.ts'
import { contextSteps, curveTokens, nearestStep } from './curve-tokens.ts'
import { changeEngine, engineProblems, tableColumns, toggleColumn } from './engine-choices.ts'
import { foreignText } from './foreign-text.ts'
import { dropSetup, keepSetup, keptSetups } from './kept-setups.ts'
import { memoryChart } from './memory-chart.ts'
import { numberRows } from './number-rows.ts'
import { layersForTruth, postRows } from './post-table.ts'
import type { PublishedTable } from './post-table.ts'
import { headsProblem } from './override-shape.ts'
import { searchRows } from './search-rows.ts'
import { sizeText } from './size-text.ts'
import { serverCommand } from './server-command.ts'
import { byHand, card, dataOf, initialState } from './calculator-data.fixture.ts'

const table = published as PublishedTable

describe('answerInWords', () => {
  const answer = (change: object, base: 'iec' | 'si' = 'iec') =>
    answerInWords(calculate(byHand(change), dataOf('r1-14b')), base)

  test('says what is to spare and how long the context may be', () => {
    // 21.6 GiB may be used; 8.365 weights + 1.5 cache + 1 overhead leave 10.73.
    expect(answer({}).headline).toBe('Fits, with 10.7 GiB to spare.')
    expect(answer({}).detail).toMatch(/^Longest context 66,\d{3} tokens\./)
    expect(answer({}, 'si').headline).toBe('Fits, with 11.5 GB to spare.')
  })

  test('says by how much it does not fit', () => {
    expect(answer({ tokens: 131_072 }).headline).toBe('Does not fit: 11.8 GiB too much.')
    expect(answer({ weightFormat: 'F16' }).headline).toBe(
      'Does not fit: the weights alone take 27.5 GiB, and 21.6 GiB is there.',
    )
  })

  test('says that it is tight where only the low end fits', () => {
    const state = { ...initialState, memory: 11_250_000_000 }
    const found = answerInWords(calculate(state, dataOf('r1-14b')), 'iec')
    expect(found.verdict).toBe('tight')
    expect(found.headline).toMatch(
      /^Tight: it takes [\d.]+ GiB to [\d.]+ GiB, and 10.5 GiB is there\.$/,
    )
  })

  test('does not speak of sequences where there is no cache to share', () => {
    const state = { ...initialState, sequences: 4 }
    const found = answerInWords(calculate(state, dataOf('embedder')), 'iec')
    expect(found.detail).toBe('An encoder keeps no cache: its context costs no memory here.')
    expect(found.glance).toMatch(/^● fits: [\d.]+ [MG]iB of 24 GiB$/)
  })

  test('names the limit of the model where memory would allow more', () => {
    const found = answerInWords(calculate(initialState, dataOf('llama-3-8b')), 'iec')
    expect(found.detail).toContain(
      'Longest context 8,192 tokens, the most this model was made for.',
    )
  })
})

describe('postRows', () => {
  test('finds the factors of the published table', () => {
    const factor = (id: 'llama-2-7b' | 'llama-3-8b') =>
      postRows(table, dataOf(id).model.spec, 'iec').flatMap(({ cells }) =>
        cells.map((cell) => cell.factor),
      )
    expect(new Set(factor('llama-2-7b'))).toEqual(new Set([12]))
    expect(new Set(factor('llama-3-8b'))).toEqual(new Set([48]))
  })

  test('becomes true for a Llama-2-7B with 384 layers', () => {
    expect(layersForTruth(table, dataOf('llama-2-7b').model.spec)).toBe(384)
    const { spec } = calculate(byHand({ layers: 384 }), dataOf('llama-2-7b'))
    expect(postRows(table, spec, 'iec')[0]?.cells[0]).toMatchObject({ truth: '3 GiB', factor: 1 })
    for (const base of ['iec', 'si'] as const) {
      expect(postRows(table, spec, base)[0]?.cells[0]?.says).toBe('3 GB')
    }
  })
})

describe('serverCommand', () => {
  test('starts llama-server with the whole context of all slots', () => {
    const state = { ...initialState, sequences: 4, keyFormat: 'q8_0', valueFormat: 'q8_0' } as const
    const { tool, command } = serverCommand(state, dataOf('r1-14b'))
    expect(tool).toBe('llama-server')
    expect(command.replaceAll(' \\\n  ', ' ')).toBe(
      'llama-server --model r1-14b-Q4_K_M.gguf --ctx-size 32768 --parallel 4 --n-gpu-layers 99 --flash-attn on --cache-type-k q8_0 --cache-type-v q8_0',
    )
  })

  test('serves with vLLM what the setup says', () => {
    const state = {
      ...initialState,
      engine: 'vllm',
      weightFormat: 'bf16',
      keyFormat: 'fp8',
      gpuCount: 2,
    } as const
    const { command } = serverCommand(state, dataOf('llama-3-8b'))
    for (const part of [
      '--max-model-len 8192',
      '--kv-cache-dtype fp8',
      '--tensor-parallel-size 2',
    ]) {
      expect(command).toContain(part)
    }
  })

  test('names to vLLM the method of prepared weights', () => {
    for (const [weightFormat, method] of [
      ['gptq-int8', 'gptq'],
      ['gptq-int4', 'gptq'],
      ['awq-int4', 'awq'],
    ] as const) {
      const state = { ...initialState, engine: 'vllm', weightFormat } as const
      const { command, notes } = serverCommand(state, dataOf('llama-3-8b'))
      expect(command).toContain(`--quantization ${method}`)
      expect(notes.join(' ')).toContain(`weights are ${weightFormat} already`)
    }
  })

  test('quotes a name that could be more than a name', () => {
    const data = dataOf('llama-3-8b')
    const hostile = { ...data, model: { ...data.model, name: "x'; rm -rf /" } }
    const state = { ...initialState, engine: 'vllm', weightFormat: 'bf16' } as const
    expect(serverCommand(state, hostile).command).toContain("vllm serve 'x'\\''; rm -rf /'")
  })
})

describe('the comparison', () => {
  test('keeps up to four setups, each once, and lets them go', () => {
    const first = keepSetup(initialState)
    expect(keptSetups(first)).toEqual([{ ...initialState, kept: '' }])
    expect(keepSetup({ ...initialState, ...first })).toEqual(first)
    let state = initialState
    for (const tokens of [1, 2, 3, 4, 5])
      state = { ...state, tokens, ...keepSetup({ ...state, tokens }) }
    expect(keptSetups(state).map(({ tokens }) => tokens)).toEqual([1, 2, 3, 4])
    expect(keptSetups(dropSetup(state, 0)).map(({ tokens }) => tokens)).toEqual([2, 3, 4])
    expect(keptSetups({ kept: '<script>=1\njunk' })).toHaveLength(1)
  })

  test('has a value for every line', () => {
    const setup = compareSetup(initialState, dataOf('r1-14b'), 'iec')
    expect(setup.values).toHaveLength(COMPARED_LINES.length)
    expect(exportedComparison([setup]).rows).toHaveLength(COMPARED_LINES.length + 1)
  })
})

describe('the picture', () => {
  test('always has eight contexts, doublings and the chosen one', () => {
    expect(curveTokens({ tokens: 8192, native: 131_072 })).toEqual([
      1024, 2048, 4096, 8192, 16_384, 32_768, 65_536, 131_072,
    ])
    for (const tokens of [1, 7, 2500, 10_000_000]) {
      for (const native of [null, 512, 4096, 1_000_000]) {
        expect(curveTokens({ tokens, native })).toHaveLength(8)
      }
    }
  })

  test('keeps every bar and the line of the card inside', () => {
    for (const tokens of [512, 131_072]) {
      const found = calculate({ ...initialState, tokens }, dataOf('r1-14b'))
      const chart = memoryChart({ points: memoryCurve(found), tokens, base: 'iec' })
      expect(chart.limit).toBeGreaterThan(0)
      expect(chart.limit).toBeLessThanOrEqual(100)
      for (const { segments } of chart.bars) {
        const last = segments.at(-1)
        expect((last?.start ?? 0) + (last?.length ?? 0)).toBeLessThanOrEqual(100.01)
      }
      expect(chart.bars.filter(({ chosen }) => chosen)).toHaveLength(1)
      expect(chart.description).toContain('24 GiB on the card')
    }
  })

  test('has a slider whose stops lie close to any context', () => {
    expect(contextSteps(2048)).toEqual([128, 192, 256, 384, 512, 768, 1024, 1536, 2048])
    expect(contextSteps(2500).at(-1)).toBe(2500)
    expect(nearestStep(contextSteps(2048), 500)).toBe(4)
  })
})

describe('the engine', () => {
  const problems = (change: Partial<CalculatorState>) =>
    engineProblems({ ...initialState, ...change }, dataOf('r1-14b').model.spec)

  test('changes the formats that the new one cannot load', () => {
    expect(changeEngine({ ...initialState, keyFormat: 'q4_0' }, 'vllm')).toMatchObject({
      weightFormat: 'bf16',
      keyFormat: 'fp8',
      valueFormat: 'f16',
    })
    expect(problems(changeEngine(initialState, 'vllm'))).toEqual([])
  })

  test('is not asked for what it cannot do without a word', () => {
    expect(problems({ engine: 'vllm' })[0]).toContain('Q4_K_M')
    expect(problems({ keyFormat: 'int4-raw' })[0]).toContain('No engine')
    expect(problems({ keyFormat: 'fp8' })[0]).toBe('llama.cpp does not store its cache as fp8.')
    expect(problems({ valueFormat: 'q8_0', flash: false })[0]).toContain('flash')
    const odd = calculate({ ...initialState, headDim: 80 }, dataOf('llama-3-8b')).spec
    expect(engineProblems({ ...initialState, keyFormat: 'q8_0' }, odd)).toEqual([
      'llama.cpp refuses q8_0 here: a head of 80 numbers does not fill blocks of 32.',
    ])
    expect(tableColumns({ ...initialState, keyFormat: 'q5_0' })).toEqual([
      'f16',
      'q8_0',
      'q4_0',
      'q5_0',
    ])
  })
})

test('columns of the table come and go, one at least and six at most', () => {
  expect(toggleColumn(['f16', 'q8_0'], 'q8_0')).toEqual(['f16'])
  expect(toggleColumn(['f16'], 'f16')).toEqual(['f16'])
  expect(toggleColumn(['f16'], 'q4_0')).toEqual(['f16', 'q4_0'])
  const six = ['f16', 'q8_0', 'q5_1', 'q5_0', 'q4_1', 'q4_0'] as const
  expect(toggleColumn(six, 'fp8')).toEqual(six)
})

test('rows of the table come in order and once', () => {
  expect(addRow([512, 2048], 1024)).toEqual([512, 1024, 2048])
  expect(addRow([512], 512)).toEqual([512])
  expect(removeRow([512], 512)).toEqual([512])
  const found = calculate(initialState, dataOf('r1-14b'))
  const rows = cacheRows(found, { rows: [512], columns: ['f16'], base: 'iec' })
  expect(exportedCacheTable({ rows, columns: ['f16'], caption: 'R1' })).toMatchObject({
    columns: ['Tokens', 'Cache f16', 'f16 on the card'],
    rows: [[512, '96 MiB', expect.stringMatching(/^[\d.]+ GiB, fits$/)]],
  })
})

test('every number that is listed says how sure it is and how it came about', () => {
  const groups = numberRows(calculate(initialState, dataOf('r1-14b')), 'iec')
  const rows = groups.flatMap((group) => group.rows)
  expect(rows.map(({ id }) => id)).toEqual(
    expect.arrayContaining([
      'weights',
      'cache',
      'buffers',
      'overhead',
      'longest',
      'decode',
      'prefill',
    ]),
  )
  for (const { id, workings } of rows) {
    expect(workings.length, id).toBeGreaterThan(0)
  }
})

test('searchRows finds a card however its name is spaced', () => {
  const rows = [{ id: 'rtx-4090', name: card.name, detail: '', words: [] }]
  for (const query of ['4090', 'rtx4090', 'RTX 4090', 'geforce 4090']) {
    expect(searchRows(rows, query)).toHaveLength(1)
  }
  expect(searchRows(rows, 'h100')).toEqual([])
})

test('searchRows finds a model by the names of its repositories', () => {
  const row = (id: string, name: string) => ({ id, name, detail: '', words: [] })
  const rows = [
    row('llama-3.1-8b', 'Llama 3.1 8B'),
    row('gemma-2-9b', 'Gemma 2 9B'),
    row('llama-2-7b', 'Llama 2 7B'),
    row('qwen2.5-7b', 'Qwen2.5 7B'),
  ]
  const first = (query: string) => searchRows(rows, query)[0]?.id
  for (const query of [
    'Meta-Llama-3.1-8B-Instruct',
    'meta-llama/Llama-3.1-8B',
    'meta-llama/Meta-Llama-3.1-8B-Instruct',
    'bartowski/Meta-Llama-3.1-8B-Instruct-GGUF',
    'LLAMA_3.1_8b',
  ]) {
    expect(first(query), query).toBe('llama-3.1-8b')
  }
  expect(first('google/gemma-2-9b-it')).toBe('gemma-2-9b')
  expect(first('meta-llama/Llama-2-7b-chat-hf')).toBe('llama-2-7b')
  expect(first('Qwen/Qwen2.5-7B-Instruct-AWQ')).toBe('qwen2.5-7b')
  expect(searchRows(rows, 'meta-llama/')).toHaveLength(2)
})

test('a size shows three decimals where these are the whole truth', () => {
  const GiB = 2 ** 30
  expect(sizeText(2.125 * GiB, 'iec')).toBe('2.125 GiB')
  expect(sizeText(3.6621 * GiB, 'iec')).toBe('3.66 GiB')
  expect(sizeText(256 * 2 ** 20, 'iec')).toBe('256 MiB')
  expect(sizeText(12.125 * GiB, 'iec')).toBe('12.13 GiB')
  expect(sizeText(1_125_000_000, 'si')).toBe('1.125 GB')
  expect(sizeText(0, 'iec')).toBe('0 B')
})

test('a share may be typed in per cent', () => {
  const { parse } = calculatorSchema.utilisation
  expect(parse('90%')).toEqual({ value: 0.9 })
  expect(parse('90 %')).toEqual({ value: 0.9 })
  expect(parse('0.9')).toEqual({ value: 0.9 })
  expect(parse('')).toEqual({ value: null })
  expect(parse('900%')).toHaveProperty('problem')
  expect(parse('%')).toHaveProperty('problem')
})

test('a list of kept setups that is none is refused in words', () => {
  const { parse } = calculatorSchema.kept
  expect(parse('v=1&s.model=llama-2-7b')).toHaveProperty('value')
  expect(parse('')).toEqual({ value: '' })
  expect(parse('%00%ff')).toEqual({ problem: 'Kept setups: "%00%ff" is no setup.' })
})

test('a text that is taken for a config.json gets a sentence of its own', () => {
  expect(foreignText('[1,2,3]')).toContain('is a list')
  expect(foreignText('https://huggingface.co/Qwen/Qwen2.5-7B')).toContain('An address')
  expect(foreignText('Qwen/Qwen2.5-7B')).toContain('A repository')
  expect(foreignText('architecture  qwen2')).toBeNull()
})

test('the cache of one token says that layers with a window stop growing', () => {
  const note = (id: 'gemma-2-2b' | 'r1-14b') =>
    numberRows(calculate(initialState, dataOf(id)), 'iec')
      .flatMap((group) => group.rows)
      .find((row) => row.id === 'per-token')?.note
  expect(note('r1-14b')).toBe('for each sequence, in all layers')
  expect(note('gemma-2-2b')).toBe(
    'for each sequence, while all layers grow; beyond 4,096 tokens 13 of the 26 layers stop growing',
  )
})

test('key and value heads that do not divide the query heads are refused as in a file', () => {
  const sentence = 'num_key_value_heads is 5, which does not divide the 32 attention heads.'
  const data = dataOf('llama-2-7b')
  expect(() => calculate({ ...initialState, kvHeads: 5 }, data)).toThrow(sentence)
  expect(headsProblem(data.model.spec, { ...initialState, kvHeads: 5 })).toBe(sentence)
  expect(headsProblem(data.model.spec, { ...initialState, heads: 64 })).toBe('')
})

test('tables give programs their bytes, and the verdict in a column of its own', () => {
  const found = calculate(initialState, dataOf('r1-14b'))
  const rows = cacheRows(found, { rows: [512], columns: ['f16'], base: 'iec' })
  const { plain } = exportedCacheTable({ rows, columns: ['f16'], caption: 'R1' })
  expect(plain?.columns).toEqual([
    'Tokens',
    'Cache f16 (bytes)',
    'All with f16 (bytes)',
    'Status with f16',
  ])
  // 48 layers x 8 heads x 128 x 2 x 2 bytes x 512 tokens
  expect(plain?.rows).toEqual([[512, 100_663_296, expect.any(Number), 'fits']])
  const setups = exportedComparison([compareSetup(initialState, dataOf('r1-14b'), 'iec')])
  expect(setups.plain?.columns).toHaveLength(setups.plain?.rows[0]?.length ?? 0)
  expect(setups.plain?.columns).toContain('Together (bytes)')
})

describe('presets', () => {
  test('open only parts that the calculator folds', () => {
    for (const preset of presets) {
      for (const part of 'open' in preset ? preset.open : []) {
        expect(Object.keys(CALCULATOR_PARTS), preset.id).toContain(part)
      }
    }
    const opened = presets.filter((preset) => 'open' in preset).map(({ id }) => id)
    expect(opened).toEqual(['exp-1', 'exp-3', 'heads-64'])
  })

  test('name models that the data have', () => {
    for (const { id, state } of presets) {
      const file = new URL(`../../data/models/${state.model}.json`, import.meta.url)
      expect(existsSync(file), id).toBe(true)
    }
  })

  test('set only what the calculator has, and pin everything that My setup could change', () => {
    for (const preset of presets) {
      const state = presetState({ schema: calculatorSchema, preset })
      expect(state.rows.length).toBeGreaterThan(0)
      for (const key of ['model', 'weightFormat', 'engine', 'gpu', 'gpuCount']) {
        expect(Object.keys(preset.state), preset.id).toContain(key)
      }
    }
  })

  test('read back from the link that prose carries', () => {
    for (const preset of presets) {
      const pairs = Object.entries(preset.state).map(([key, value]) => [
        `memory-calculator.${key}`,
        String(value),
      ])
      const hash = `#${new URLSearchParams([['v', '1'], ...pairs]).toString()}`
      const found = decodeState({ widget: 'memory-calculator', schema: calculatorSchema, hash })
      expect(found.problems).toEqual([])
      expect(found.state).toEqual(presetState({ schema: calculatorSchema, preset }))
    }
  })
})
