import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { writeGguf } from '../../../tests/fixtures/write-gguf.ts'
import { parseGgufHeader } from '../gguf/parse-gguf-header.ts'
import { countParameters } from '../model/count-parameters.ts'
import { readOwnModel } from './own-model.ts'
import { ownGguf } from './own-gguf.ts'
import { ollamaChange } from './ollama-change.ts'
import { packSpec, unpackSpec } from './pack-spec.ts'
import { browserGpuChange } from './browser-gpu-change.ts'
import { smiChange } from './smi-change.ts'
import { calculate } from './calculate.ts'
import { ownGpu } from './own-gpu.ts'
import { card, configs, dataOf, initialState, modelRow } from './calculator-data.fixture.ts'

const problemOf = (found: object): string =>
  'problem' in found && typeof found.problem === 'string' ? found.problem : ''

describe('readOwnModel', () => {
  test('reads a config.json and keeps it short for the link', () => {
    const found = readOwnModel(JSON.stringify(configs['llama-3-8b'], null, 4))
    if ('problem' in found) throw new Error(found.problem)
    expect(countParameters(found.model.spec).total).toBe(8_030_261_248)
    expect(found.text).not.toContain('\n')
  })

  test('says what is wrong with a text that is no config.json', () => {
    const whole = JSON.stringify(configs['llama-2-7b'], null, 1)
    expect(problemOf(readOwnModel(''))).toBe('The text is empty; paste a whole config.json.')
    expect(problemOf(readOwnModel('hello'))).toContain('begins with {')
    expect(problemOf(readOwnModel(whole.slice(0, 60)))).toContain('breaks off')
    expect(problemOf(readOwnModel(whole.replace(',', ',,')))).toContain('line 2')
    const diffusion = JSON.stringify({ _class_name: 'UNet2DConditionModel', sample_size: 64 })
    expect(problemOf(readOwnModel(diffusion))).toContain('image model')
    const negative = JSON.stringify({ ...configs['llama-2-7b'], num_hidden_layers: -3 })
    expect(problemOf(readOwnModel(negative))).toContain('num_hidden_layers')
  })

  test('never throws, whatever is pasted', () => {
    fc.assert(fc.property(fc.string(), (text) => void readOwnModel(text)))
    fc.assert(fc.property(fc.json(), (text) => void readOwnModel(text)))
    const junk = fc.jsonValue().map((value) => JSON.stringify({ 'workbook-shape': value }))
    fc.assert(fc.property(junk, (text) => void expect(problemOf(readOwnModel(text))).not.toBe('')))
  })

  test('refuses a shape in a link when any number of it is taken away', () => {
    const packed = packSpec(dataOf('llama-3-8b').model.spec)
    const shape = (value: object) => readOwnModel(JSON.stringify({ 'workbook-shape': value }))
    expect('model' in shape(packed)).toBe(true)
    expect(problemOf(shape({ ...packed, runs: [[0, 1e9]] }))).toContain('cannot be read')
    expect(problemOf(shape({ ...packed, runs: [[7, 1]] }))).toContain('cannot be read')
    expect(problemOf(shape({ ...packed, kinds: [{}] }))).toContain('cannot be read')
    expect(problemOf(shape({ ...packed, hiddenSize: -1 }))).toContain('cannot be read')
  })
})

describe('packSpec', () => {
  test('is undone by unpackSpec, and stores equal layers once', () => {
    for (const id of ['llama-2-7b', 'gemma-2-2b', 'embedder'] as const) {
      const { spec } = dataOf(id).model
      expect(unpackSpec(packSpec(spec))).toEqual(spec)
    }
    expect(packSpec(dataOf('llama-2-7b').model.spec).runs).toEqual([[0, 32]])
    expect(packSpec(dataOf('gemma-2-2b').model.spec).kinds).toHaveLength(2)
  })
})

/** Eight columns and one layer: enough for a header. */
const tiny = () => {
  const tensor = (name: string, ...dims: number[]) => ({
    name,
    dims,
    type: 0,
    bytes: dims.reduce((a, b) => a * b, 4),
  })
  return writeGguf({
    metadata: {
      'general.architecture': 'llama',
      'general.name': 'Tiny',
      'general.file_type': 0,
      'llama.block_count': 1,
      'llama.context_length': 64,
      'llama.embedding_length': 8,
      'llama.feed_forward_length': 16,
      'llama.attention.head_count': 2,
      'llama.attention.head_count_kv': 1,
    },
    tensors: [
      tensor('token_embd.weight', 8, 10),
      tensor('blk.0.attn_norm.weight', 8),
      tensor('blk.0.attn_q.weight', 8, 8),
      tensor('blk.0.attn_k.weight', 8, 4),
      tensor('blk.0.attn_v.weight', 8, 4),
      tensor('blk.0.attn_output.weight', 8, 8),
      tensor('blk.0.ffn_norm.weight', 8),
      tensor('blk.0.ffn_gate.weight', 8, 16),
      tensor('blk.0.ffn_up.weight', 8, 16),
      tensor('blk.0.ffn_down.weight', 16, 8),
      tensor('output_norm.weight', 8),
      tensor('output.weight', 8, 10),
    ],
  })
}

test('ownGguf takes the shape, the size and the tensors from a header', () => {
  const header = parseGgufHeader(tiny())
  const found = ownGguf(header, { name: 'tiny.gguf', base: 'iec' })
  // 160 embedding and output, 24 norms, 192 attention, 384 feed-forward: 760 numbers of 4 bytes.
  expect(found.change).toMatchObject({ engine: 'llama.cpp', fileBytes: 3040 })
  expect(found.own.model.name).toBe('Tiny')
  expect(found.tensors.rows).toHaveLength(12)
  const again = readOwnModel(found.own.text)
  expect('model' in again && again.model.spec.layers).toEqual(found.own.model.spec.layers)
})

describe('ollamaChange', () => {
  const rows = [modelRow('llama-3-8b'), modelRow('r1-14b')]

  test('finds the model and the quantization that are printed', () => {
    const text = `  Model
    architecture        qwen2
    parameters          14.8B
    context length      131072
    embedding length    5120
    quantization        Q4_K_M`
    expect(ollamaChange(text, rows)).toMatchObject({
      change: { model: 'r1-14b', weightFormat: 'Q4_K_M', engine: 'llama.cpp' },
    })
  })

  test('lets the context length decide, and offers what else it may be', () => {
    const row = (id: string, context: number) => ({
      ...modelRow('r1-14b'),
      id,
      name: id,
      spec: { ...modelRow('r1-14b').spec, maxPositions: context },
    })
    const text = (context: number) =>
      `architecture  qwen2\nparameters  14.8B\nembedding length  5120\ncontext length  ${context}`
    const chosen = (context: number, list: readonly ReturnType<typeof row>[]) => {
      const found = ollamaChange(text(context), list)
      return 'problem' in found ? found.problem : [found.change.model, found.others?.length]
    }
    const distill = row('a-distill-qwen', 131_072)
    expect(chosen(32_768, [distill, row('qwen2.5-14b', 32_768)])).toEqual(['qwen2.5-14b', 0])
    expect(chosen(131_072, [distill, row('qwen2.5-14b', 32_768)])).toEqual(['a-distill-qwen', 0])
    // Two that fit alike: the one that bears the architecture's name, and a button for the other.
    expect(chosen(131_072, [distill, row('qwen2.5-14b', 131_072)])).toEqual(['qwen2.5-14b', 1])
    expect(ollamaChange(text(32_768), [distill, row('qwen2.5-14b', 131_072)])).toMatchObject({
      change: { model: 'qwen2.5-14b' },
      says: 'Understood as qwen2.5-14b. Its list entry says 131,072 tokens of context, the text 32,768 tokens. The text fits other models as well.',
      others: [{ label: 'It is a-distill-qwen', change: { model: 'a-distill-qwen' } }],
    })
  })

  test('says what is missing where the list has no such model', () => {
    const found = ollamaChange('architecture        llama\nparameters          405B', rows)
    expect(problemOf(found)).toContain('number of layers')
    expect(problemOf(ollamaChange('nothing here', rows))).not.toBe('')
  })
})

describe('smiChange', () => {
  test('takes the card, the count and the free memory of the fullest', () => {
    const text =
      'NVIDIA GeForce RTX 4090, 24564 MiB, 565 MiB\nNVIDIA GeForce RTX 4090, 24564 MiB, 1000 MiB'
    expect(smiChange(text, [card], 'iec')).toEqual({
      change: { gpu: 'rtx-4090', gpuCount: 2, memory: 23_564 * 2 ** 20 },
      says: 'Found 2 × GeForce RTX 4090, 23 GiB free. The numbers were read as total and used.',
      others: [
        {
          label: 'The second number is what is free: 565 MiB',
          change: { gpu: 'rtx-4090', gpuCount: 2, memory: 565 * 2 ** 20 },
        },
      ],
    })
  })

  test('assumes nothing where the text has a heading', () => {
    const text =
      'name, memory.total [MiB], memory.free [MiB]\nNVIDIA GeForce RTX 4090, 24564 MiB, 20000 MiB'
    expect(smiChange(text, [card], 'iec')).toEqual({
      change: { gpu: 'rtx-4090', gpuCount: 1, memory: 20_000 * 2 ** 20 },
      says: 'Found GeForce RTX 4090, 19.5 GiB free.',
      others: [],
    })
  })

  test('says that nothing is free on a card that is full', () => {
    for (const used of [24_564, 30_000]) {
      const found = smiChange(`NVIDIA GeForce RTX 4090, 24564 MiB, ${used} MiB`, [card], 'iec')
      expect(problemOf(found)).toContain('Nothing is free on GeForce RTX 4090')
    }
  })

  test('makes a card that the list does not have "your card", with its memory and no speed', () => {
    const found = smiChange('NVIDIA GeForce RTX 9990, 40000 MiB, 1000 MiB', [card], 'iec')
    expect(found).toMatchObject({ change: { gpu: 'own', memory: 39_000 * 2 ** 20 } })
    expect(problemOf(smiChange('GPU 0: NVIDIA X9 (UUID: GPU-1)', [card], 'iec'))).toContain(
      'does not tell its memory',
    )
    const gpu = ownGpu(16 * 2 ** 30, 'iec')
    const own = calculate({ ...initialState, memory: 16 * 2 ** 30 }, dataOf('llama-3-8b', gpu))
    expect(gpu.name).toBe('your card of 16 GiB')
    expect(own.decode).toBeNull()
    expect(own.prefill).toBeNull()
    expect(own.memory.budget).toBe(16 * 2 ** 30)
  })

  test('says so when there is no GPU in the text, and never throws', () => {
    expect(problemOf(smiChange('no devices were found', [card], 'iec'))).not.toBe('')
    fc.assert(fc.property(fc.string(), (text) => void smiChange(text, [card], 'si')))
  })
})

test('browserGpuChange says what the browser told when the list has no such card', () => {
  const found = browserGpuChange(['ANGLE (NVIDIA, NVIDIA GeForce RTX 4090 Direct3D11)'], [card])
  expect(found).toMatchObject({ change: { gpu: 'rtx-4090' } })
  expect(problemOf(browserGpuChange(['ANGLE (Google, SwiftShader)'], [card]))).toContain(
    'SwiftShader',
  )
  expect(problemOf(browserGpuChange([], [card]))).toContain('does not tell')
})
