import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cacheFormatOf } from './cache-format-of.ts'
import { engineOf } from './engine-of.ts'
import { evaluateTruthRow } from './evaluate-truth-row.ts'
import { truthReport } from './truth-report.ts'
import type { TruthRow } from './truth-row.ts'
import { weightFormatOf } from './weight-format-of.ts'

const llama2 = {
  arch: 'llama',
  hidden_size: 4096,
  num_hidden_layers: 32,
  num_attention_heads: 32,
  num_key_value_heads: 32,
  head_dim: 128,
  intermediate_size: 11008,
  vocab_size: 32000,
  tie_word_embeddings: false,
}
const deepseek = {
  arch: 'deepseek2',
  hidden_size: 7168,
  num_hidden_layers: 61,
  num_attention_heads: 128,
  num_key_value_heads: 128,
  intermediate_size: 18432,
  vocab_size: 129280,
  tie_word_embeddings: false,
  num_experts: 256,
  num_experts_per_tok: 8,
  moe_intermediate_size: 2048,
  n_shared_experts: 1,
  first_k_dense_replace: 3,
  q_lora_rank: 1536,
  kv_lora_rank: 512,
  qk_nope_head_dim: 128,
  qk_rope_head_dim: 64,
  v_head_dim: 128,
}
const ask = (
  kind: string,
  input: Record<string, unknown>,
  unit: string,
  config: Record<string, unknown> = llama2,
) => evaluateTruthRow({ kind, config, input, expected: { unit } })

function valueOf(result: ReturnType<typeof ask>): number {
  if (!('value' in result)) throw new Error(result.notComputed)
  return result.value
}

describe('evaluateTruthRow', () => {
  test('the first word of the unit is the unit', () => {
    expect(ask('params', {}, 'parameters')).toEqual({ value: 6738415616 })
    expect(ask('params', {}, 'B parameters')).toEqual({ value: 6.738415616 })
    expect(valueOf(ask('weights-bytes', { dtype: 'bf16' }, 'GB (1e9)'))).toBeCloseTo(13.4768, 3)
    expect(valueOf(ask('weights-bytes', { dtype: 'bf16' }, 'GiB per GPU'))).toBeCloseTo(12.5513, 3)
  })

  test('active parameters follow what the source counted', () => {
    const active = (includes?: string) =>
      valueOf(ask('params', { active: true, ...(includes ? { includes } : {}) }, 'B', deepseek))
    // 37.55 B with both tables, 36.6 B without the input table of 0.93 B.
    expect(active()).toBeCloseTo(37.55, 1)
    expect(active('embedding 0.9B + head 0.9B')).toBeCloseTo(37.55, 1)
    expect(active('output head, without the input embedding')).toBeCloseTo(36.62, 1)
    expect(active('head only')).toBeCloseTo(36.62, 1)
    expect(active('unembedding only')).toBeCloseTo(36.62, 1)
    expect(active('un-embedding, not the embedding')).toBeCloseTo(36.62, 1)
  })

  test('a cache without an engine is llama.cpp, and a missing type of values follows the keys', () => {
    expect(ask('kv-cache', { n_ctx: 2048 }, 'GiB')).toEqual({ value: 1 })
    expect(valueOf(ask('kv-cache', { n_ctx: 2048, type_k: 'q8_0' }, 'MiB'))).toBe(544)
    expect(valueOf(ask('kv-cache', {}, 'KiB per token'))).toBe(512)
  })

  test('latent attention can be asked for in both forms', () => {
    const inGib = (mla: string) =>
      valueOf(ask('kv-cache', { n_ctx: 512, type_k: 'f16', mla }, 'MiB', deepseek))
    expect(inGib('absorbed')).toBeCloseTo(34.3125, 6)
    expect(inGib('MHA: all heads')).toBe(2440)
  })

  test('a size in whole units follows the rule of the command line', () => {
    const size = (rule?: string) =>
      valueOf(ask('gguf-size', { quant: 'F16', ...(rule ? { unit_rule: rule } : {}) }, 'GB'))
    expect(size()).toBeCloseTo(13.48, 1)
    expect(size('ollama list truncates from 10 up')).toBe(13)
  })

  test('training memory says that it is not computed yet', () => {
    expect(ask('train-memory', {}, 'GB')).toHaveProperty('notComputed')
  })

  test('rows that cannot be answered say why', () => {
    const reasons = [
      ask('params', {}, 'furlongs'),
      ask('params', {}, 'parameters', { params_B: 7 }),
      ask('params', {}, 'parameters', { arch: 'llama', num_hidden_layers: 2 }),
      ask('weights-bytes', { quant: 'Q99_Z' }, 'bytes'),
      ask('kv-cache', { n_ctx: 1024 }, 'MiB', { num_hidden_layers: 32 }),
      ask('kv-cache', { n_ctx: 1024, type_k: 'q3_9' }, 'MiB'),
      ask('decode-speed', { quant: 'F16' }, 'tokens/s'),
      ask('weather', {}, 'K'),
    ]
    for (const result of reasons) expect(result).toHaveProperty('notComputed')
  })

  test('no row makes it throw or answer with a number that is none', () => {
    const kinds = ['params', 'kv-cache', 'gguf-size', 'weights-bytes', 'inference-memory']
    const more = ['runtime-overhead', 'lora-params', 'decode-speed', 'toString']
    const fields = fc.dictionary(
      fc.constantFrom('n_ctx', 'quant', 'dtype', 'r', 'batch', 'bandwidth_GBps', 'layers', 'tp'),
      fc.oneof(fc.integer({ min: -2, max: 4096 }), fc.double(), fc.string(), fc.constant('Q4_K_M')),
    )
    fc.assert(
      fc.property(fc.constantFrom(...kinds, ...more), fields, (kind, input) => {
        const result = ask(kind, input, kind === 'params' ? 'parameters' : 'MiB')
        expect('notComputed' in result || Number.isFinite(result.value)).toBe(true)
      }),
      { numRuns: 60 },
    )
  })
})

test('formats are recognised in the spellings of the sources', () => {
  const spellings = {
    bf16: { dtype: 'bf16-true', quant: 'None' },
    'nf4-dq': { quant: 'bnb nf4 double-quant' },
    nf4: { quant: 'bnb.nf4', dtype: 'bf16-true' },
    'gptq-int4': { quant: 'Int4' },
    'awq-int4': { quant: 'AWQ' },
    int8: { quant: 'bnb.int8' },
    fp8: { quant: 'FP8' },
    fp16: { dtype: 'float16' },
    Q4_K_M: { quant: 'q4_k_m' },
    IQ1_S: { quant: 'IQ1_S' },
    Q5_K_S: { quant: 'Q5_K - Small' },
    Q3_K_M: { quant: 'Q3_K' },
    Q8_0: { quant: 'Q8_0' },
    Q6_K_L: { quant: 'Q6_K_L' },
    Q4_0: { quant: 'Q4_0_8_8' },
    'gptq-int8': { quant: 'GPTQ-Int8' },
    mxfp4: { quant: 'MXFP4' },
  }
  for (const [format, input] of Object.entries(spellings)) {
    expect(weightFormatOf(input)).toBe(format)
  }
  for (const quant of ['fp4', 'nvfp4', 'bitsandbytes', 'bnb-4bit']) {
    expect(weightFormatOf({ quant })).toBe('nf4')
  }
  expect(weightFormatOf({ quant: 'gguf Q4_K_M' })).toBe('Q4_K_M')
  expect(weightFormatOf({ quant: 'bnb 8bit' })).toBe('int8')
  expect(weightFormatOf({ quant: 'GPTQ-4bit-128g' })).toBe('gptq-int4')
  expect(weightFormatOf({ quant: 'Q99_Z' })).toBeUndefined()
  expect(cacheFormatOf('fp8_e4m3')).toBe('fp8')
  expect(engineOf('vLLM 0.10')).toBe('vllm')
  expect(engineOf('transformers 4.51 + flash-attn')).toBe('transformers')
  expect(engineOf('ollama 0.5')).toBe('llama.cpp')
})

describe('truthReport', () => {
  const row = (id: string, value: number, more: Partial<TruthRow> = {}): TruthRow => ({
    id,
    kind: 'params',
    config: llama2,
    input: {},
    expected: { value, unit: 'parameters' },
    confidence: 'high',
    tolerance: 0,
    ...more,
  })

  test('an exact row keeps its limit and a wrong one breaks it', () => {
    const [report] = truthReport([row('right', 6738415616), row('wrong', 6738415617)])
    expect(report?.failures).toHaveLength(1)
    expect(report?.failures[0]).toMatch(/^wrong: off by/)
    expect(report?.worst?.row.id).toBe('wrong')
  })

  test("a row's own tolerance is respected, and low confidence never fails", () => {
    const kind = 'gguf-size'
    const size = (id: string, more: Partial<TruthRow>) =>
      row(id, 13.6, {
        kind,
        input: { quant: 'F16' },
        expected: { value: 13.6, unit: 'GB' },
        ...more,
      })
    const [report] = truthReport([
      size('tolerant', { tolerance: 0.02 }),
      size('low', { tolerance: 0, confidence: 'low' }),
      size('strict', { tolerance: 0 }),
    ])
    expect(report?.failures.map((text) => text.split(':')[0])).toEqual(['strict'])
  })

  test('what is not computed counts as a miss', () => {
    const [report] = truthReport([row('gone', 7e9, { config: { params_B: 7 } })])
    expect(report).toMatchObject({ missed: 1, computed: 0, median: Infinity })
    expect(report?.failures[0]).toMatch(/^gone: not computed/)
  })

  test('training rows are left out with a reason', () => {
    const [report] = truthReport([row('train', 8, { kind: 'train-memory' })])
    expect(report?.failures).toEqual([])
    expect(report?.limit.leftOut).toMatch(/training/)
  })
})
