import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { writeGguf } from '../../../tests/fixtures/write-gguf.ts'
import type { WrittenValue } from '../../../tests/fixtures/write-gguf.ts'
import { kvCacheBytes } from '../cache/kv-cache-bytes.ts'
import { countParameters } from '../model/count-parameters.ts'
import { parseModelConfig } from '../model/parse-model-config.ts'
import type { ModelSpec } from '../model/spec.ts'
import { ggufLayout } from '../weights/gguf-layout.ts'
import type { GgufFileType } from '../weights/mix-recipes.ts'
import { weightBytes } from '../weights/weight-bytes.ts'
import { ggmlTypes } from './ggml-types.ts'
import { GgufError } from './gguf-error.ts'
import { ggufTensorTable } from './gguf-tensor-table.ts'
import { parseGgufHeader } from './parse-gguf-header.ts'
import { specFromGguf } from './spec-from-gguf.ts'

const cacheOptions = {
  engine: 'llama.cpp',
  tokens: 8192,
  sequences: 1,
  keyFormat: 'f16',
  valueFormat: 'f16',
} as const

/** What a converter writes of each architecture, by the published names of the keys. */
interface Case {
  readonly architecture: string
  readonly config: Record<string, unknown>
  readonly keys: Readonly<Record<string, WrittenValue>>
  /** Published parameters of the model. */
  readonly parameters?: number
  /** What the file holds besides, such as llama3's rotary factors. */
  readonly extraElements?: number
  readonly fileType?: GgufFileType
}

const cases: readonly Case[] = [
  {
    architecture: 'llama',
    config: {
      model_type: 'llama',
      hidden_size: 4096,
      num_hidden_layers: 32,
      num_attention_heads: 32,
      num_key_value_heads: 8,
      intermediate_size: 14336,
      vocab_size: 128256,
      max_position_embeddings: 131072,
    },
    keys: {
      context_length: 131072,
      'attention.head_count': 32,
      'attention.head_count_kv': 8,
      'rope.dimension_count': 128,
      feed_forward_length: 14336,
    },
    parameters: 8030261248,
    extraElements: 64,
  },
  {
    architecture: 'llama',
    config: {
      model_type: 'mixtral',
      hidden_size: 4096,
      num_hidden_layers: 32,
      num_attention_heads: 32,
      num_key_value_heads: 8,
      intermediate_size: 14336,
      num_local_experts: 8,
      num_experts_per_tok: 2,
      vocab_size: 32000,
      sliding_window: null,
    },
    keys: {
      'attention.head_count': 32,
      'attention.head_count_kv': 8,
      expert_count: 8,
      expert_used_count: 2,
    },
    parameters: 46702792704,
  },
  {
    architecture: 'qwen2',
    config: {
      model_type: 'qwen2',
      hidden_size: 3584,
      num_hidden_layers: 28,
      num_attention_heads: 28,
      num_key_value_heads: 4,
      intermediate_size: 18944,
      vocab_size: 152064,
    },
    keys: { 'attention.head_count': 28, 'attention.head_count_kv': 4 },
    parameters: 7615616512,
  },
  {
    architecture: 'qwen3',
    config: {
      model_type: 'qwen3',
      hidden_size: 1024,
      num_hidden_layers: 28,
      num_attention_heads: 16,
      num_key_value_heads: 8,
      head_dim: 128,
      intermediate_size: 3072,
      vocab_size: 151936,
      tie_word_embeddings: true,
    },
    keys: {
      'attention.head_count': 16,
      'attention.head_count_kv': 8,
      'attention.key_length': 128,
      'attention.value_length': 128,
    },
    parameters: 596049920,
  },
  {
    architecture: 'qwen3moe',
    config: {
      model_type: 'qwen3_moe',
      hidden_size: 2048,
      num_hidden_layers: 48,
      num_attention_heads: 32,
      num_key_value_heads: 4,
      head_dim: 128,
      num_experts: 128,
      num_experts_per_tok: 8,
      moe_intermediate_size: 768,
      vocab_size: 151936,
      tie_word_embeddings: false,
    },
    keys: {
      'attention.head_count': 32,
      'attention.head_count_kv': 4,
      'attention.key_length': 128,
      'attention.value_length': 128,
      expert_count: 128,
      expert_used_count: 8,
    },
    parameters: 30532122624,
  },
  {
    architecture: 'gemma2',
    config: {
      model_type: 'gemma2',
      hidden_size: 2304,
      num_hidden_layers: 26,
      num_attention_heads: 8,
      num_key_value_heads: 4,
      head_dim: 256,
      intermediate_size: 9216,
      vocab_size: 256000,
      sliding_window: 4096,
    },
    keys: {
      'attention.head_count': 8,
      'attention.head_count_kv': 4,
      'attention.key_length': 256,
      'attention.value_length': 256,
      'attention.sliding_window': 4096,
    },
    parameters: 2614341888,
  },
  {
    architecture: 'gemma3',
    config: {
      model_type: 'gemma3_text',
      hidden_size: 1152,
      num_hidden_layers: 26,
      num_attention_heads: 4,
      num_key_value_heads: 1,
      head_dim: 256,
      intermediate_size: 6912,
      vocab_size: 262144,
      sliding_window: 512,
    },
    keys: {
      'attention.head_count': 4,
      'attention.head_count_kv': 1,
      'attention.key_length': 256,
      'attention.value_length': 256,
      'attention.sliding_window': 512,
    },
    parameters: 999885952,
  },
  {
    architecture: 'phi3',
    config: {
      model_type: 'phi3',
      hidden_size: 3072,
      num_hidden_layers: 32,
      num_attention_heads: 32,
      num_key_value_heads: 32,
      intermediate_size: 8192,
      vocab_size: 32064,
      max_position_embeddings: 4096,
      sliding_window: 2047,
    },
    keys: {
      'attention.head_count': 32,
      'attention.head_count_kv': 32,
      'attention.sliding_window': 2047,
    },
    parameters: 3821079552,
  },
  {
    architecture: 'gpt2',
    config: { model_type: 'gpt2' },
    keys: { 'attention.head_count': 12, feed_forward_length: 3072 },
    parameters: 124439808,
  },
  {
    architecture: 'deepseek2',
    config: {
      model_type: 'deepseek_v2',
      hidden_size: 2048,
      num_hidden_layers: 27,
      num_attention_heads: 16,
      num_key_value_heads: 16,
      q_lora_rank: null,
      kv_lora_rank: 512,
      qk_nope_head_dim: 128,
      qk_rope_head_dim: 64,
      v_head_dim: 128,
      intermediate_size: 10944,
      moe_intermediate_size: 1408,
      n_routed_experts: 64,
      num_experts_per_tok: 6,
      n_shared_experts: 2,
      first_k_dense_replace: 1,
      moe_layer_freq: 1,
      vocab_size: 102400,
    },
    keys: {
      'attention.head_count': 16,
      'attention.head_count_kv': 1,
      'attention.kv_lora_rank': 512,
      'attention.key_length': 576,
      'attention.value_length': 512,
      'attention.key_length_mla': 192,
      'attention.value_length_mla': 128,
      'rope.dimension_count': 64,
      leading_dense_block_count: 1,
      expert_count: 64,
      expert_used_count: 6,
      expert_shared_count: 2,
    },
    parameters: 15706484224,
  },
  {
    architecture: 'deepseek2',
    config: {
      model_type: 'deepseek_v3',
      hidden_size: 7168,
      num_hidden_layers: 61,
      num_attention_heads: 128,
      num_key_value_heads: 128,
      q_lora_rank: 1536,
      kv_lora_rank: 512,
      qk_nope_head_dim: 128,
      qk_rope_head_dim: 64,
      v_head_dim: 128,
      intermediate_size: 18432,
      moe_intermediate_size: 2048,
      n_routed_experts: 256,
      num_experts_per_tok: 8,
      n_shared_experts: 1,
      first_k_dense_replace: 3,
      moe_layer_freq: 1,
      vocab_size: 129280,
    },
    keys: {
      'attention.head_count': 128,
      'attention.head_count_kv': 1,
      'attention.q_lora_rank': 1536,
      'attention.kv_lora_rank': 512,
      'attention.key_length': 576,
      'attention.value_length': 512,
      expert_count: 256,
      expert_used_count: 8,
    },
    parameters: 671026404352,
    extraElements: 58 * 256,
  },
  {
    architecture: 'gpt-oss',
    config: {
      model_type: 'gpt_oss',
      hidden_size: 2880,
      num_hidden_layers: 24,
      num_attention_heads: 64,
      num_key_value_heads: 8,
      head_dim: 64,
      intermediate_size: 2880,
      num_local_experts: 32,
      num_experts_per_tok: 4,
      sliding_window: 128,
      vocab_size: 201088,
    },
    keys: {
      'attention.head_count': 64,
      'attention.head_count_kv': 8,
      'attention.key_length': 64,
      'attention.value_length': 64,
      'attention.sliding_window': 128,
      expert_count: 32,
      expert_used_count: 4,
    },
    parameters: 20914757184,
    fileType: 'MXFP4_MOE',
  },
  {
    architecture: 'mamba',
    config: {
      model_type: 'mamba',
      hidden_size: 768,
      num_hidden_layers: 24,
      state_size: 16,
      conv_kernel: 4,
      expand: 2,
      time_step_rank: 48,
      vocab_size: 50280,
    },
    keys: {
      'attention.head_count': 0,
      'ssm.conv_kernel': 4,
      'ssm.inner_size': 1536,
      'ssm.state_size': 16,
      'ssm.time_step_rank': 48,
    },
    parameters: 129135360,
  },
  {
    architecture: 'granite',
    config: {
      model_type: 'granite',
      hidden_size: 4096,
      num_hidden_layers: 40,
      num_attention_heads: 32,
      num_key_value_heads: 8,
      intermediate_size: 12800,
      vocab_size: 49155,
      tie_word_embeddings: true,
    },
    keys: { 'attention.head_count': 32, 'attention.head_count_kv': 8 },
    parameters: 8170848256,
  },
  {
    architecture: 'falcon',
    config: {
      model_type: 'falcon',
      hidden_size: 4544,
      num_hidden_layers: 32,
      num_attention_heads: 71,
      multi_query: true,
      new_decoder_architecture: false,
      parallel_attn: true,
      bias: false,
      alibi: false,
      vocab_size: 65024,
    },
    keys: { 'attention.head_count': 71, 'attention.head_count_kv': 1 },
    // 6,921,720,704, and the output matrix a second time: the files hold it.
    parameters: 7217189760,
  },
  {
    architecture: 'mamba2',
    config: {
      model_type: 'mamba2',
      hidden_size: 2560,
      num_hidden_layers: 64,
      num_heads: 80,
      head_dim: 64,
      n_groups: 1,
      state_size: 128,
      conv_kernel: 4,
      expand: 2,
      tie_word_embeddings: true,
      vocab_size: 50288,
    },
    keys: {
      'attention.head_count': 0,
      'ssm.conv_kernel': 4,
      'ssm.inner_size': 5120,
      'ssm.state_size': 128,
      'ssm.time_step_rank': 80,
      'ssm.group_count': 1,
    },
    parameters: 2702599680,
  },
  {
    architecture: 'jamba',
    config: {
      model_type: 'jamba',
      attn_layer_offset: 4,
      attn_layer_period: 8,
      expert_layer_offset: 1,
      expert_layer_period: 2,
      hidden_size: 4096,
      intermediate_size: 14336,
      mamba_d_conv: 4,
      mamba_d_state: 16,
      mamba_dt_rank: 256,
      mamba_expand: 2,
      num_attention_heads: 32,
      num_key_value_heads: 8,
      num_experts: 16,
      num_experts_per_tok: 2,
      num_hidden_layers: 32,
      vocab_size: 65536,
    },
    keys: {
      'attention.head_count': 32,
      'attention.head_count_kv': Array.from({ length: 32 }, (_, layer) =>
        layer % 8 === 4 ? 8 : 0,
      ),
      'ssm.conv_kernel': 4,
      'ssm.inner_size': 8192,
      'ssm.state_size': 16,
      expert_count: 16,
      expert_used_count: 2,
    },
    parameters: 51570323328,
  },
  {
    architecture: 'granitehybrid',
    config: {
      model_type: 'granitemoehybrid',
      hidden_size: 1536,
      intermediate_size: 512,
      layer_types: Array.from({ length: 40 }, (_, layer) =>
        [5, 15, 25, 35].includes(layer) ? 'attention' : 'mamba',
      ),
      mamba_conv_bias: true,
      mamba_d_conv: 4,
      mamba_d_head: 64,
      mamba_d_state: 128,
      mamba_expand: 2,
      mamba_n_groups: 1,
      mamba_n_heads: 48,
      num_attention_heads: 12,
      num_key_value_heads: 4,
      num_experts_per_tok: 6,
      num_hidden_layers: 40,
      num_local_experts: 64,
      shared_intermediate_size: 1024,
      tie_word_embeddings: true,
      vocab_size: 100352,
    },
    keys: {
      'attention.head_count': 12,
      'attention.head_count_kv': Array.from({ length: 40 }, (_, layer) =>
        [5, 15, 25, 35].includes(layer) ? 4 : 0,
      ),
      'ssm.conv_kernel': 4,
      'ssm.inner_size': 3072,
      'ssm.state_size': 128,
      expert_count: 64,
      expert_used_count: 6,
    },
    parameters: 6939037248,
  },
  {
    architecture: 'qwen3next',
    config: {
      model_type: 'qwen3_next',
      full_attention_interval: 4,
      head_dim: 256,
      hidden_size: 2048,
      intermediate_size: 5120,
      linear_conv_kernel_dim: 4,
      linear_key_head_dim: 128,
      linear_num_key_heads: 16,
      linear_num_value_heads: 32,
      linear_value_head_dim: 128,
      moe_intermediate_size: 512,
      num_attention_heads: 16,
      num_experts: 512,
      num_experts_per_tok: 10,
      num_hidden_layers: 48,
      num_key_value_heads: 2,
      shared_expert_intermediate_size: 512,
      tie_word_embeddings: false,
      vocab_size: 151936,
    },
    keys: {
      'attention.head_count': 16,
      'attention.head_count_kv': 2,
      'attention.key_length': 256,
      'attention.value_length': 256,
      'ssm.conv_kernel': 4,
      'ssm.inner_size': 4096,
      'ssm.state_size': 128,
      expert_count: 512,
      expert_used_count: 10,
    },
    parameters: 79674391296,
  },
  {
    architecture: 'bert',
    config: {
      model_type: 'bert',
      architectures: ['BertModel'],
      hidden_size: 384,
      num_hidden_layers: 6,
      num_attention_heads: 12,
      intermediate_size: 1536,
      max_position_embeddings: 512,
      type_vocab_size: 2,
      vocab_size: 30522,
    },
    keys: { 'attention.head_count': 12, 'attention.causal': false },
  },
]

function built({ architecture, config, keys, fileType = 'Q4_K_M' }: Case) {
  const spec = parseModelConfig(config)
  const layout = ggufLayout(spec, fileType)
  const bytes = writeGguf({
    metadata: {
      'general.architecture': architecture,
      [`${architecture}.block_count`]: spec.layers.length,
      [`${architecture}.embedding_length`]: spec.hiddenSize,
      ...Object.fromEntries(
        Object.entries(keys).map(([key, value]) => [`${architecture}.${key}`, value]),
      ),
      'tokenizer.ggml.tokens': Array.from({ length: 100 }, (_, index) => `t${index}`),
    },
    tensors: layout.map(({ name, dims, type, bytes: size }) => ({
      name,
      dims,
      type: ggmlTypes[type].id,
      bytes: size,
    })),
  })
  const header = parseGgufHeader(bytes)
  return { spec, fileType, header, table: ggufTensorTable(header), read: specFromGguf(header) }
}

describe.each(cases.map((one) => [JSON.stringify(one.config['model_type']), one] as const))(
  'a %s file',
  (_, one) => {
    const { spec, fileType, header, table, read } = built(one)

    it('has the published number of parameters', () => {
      const total = one.parameters ?? table.parameters
      expect(table.parameters).toBe(total)
      expect(table.elements).toBe(total + (one.extraElements ?? 0))
      expect(countParameters(read).total).toBe(total)
      expect(read.warnings).toEqual([])
    })

    it('has tensors of as many bytes as the library computes for the model', () => {
      expect(table.bytes).toBe(weightBytes(spec, fileType))
      expect(weightBytes(read, fileType)).toBe(table.bytes)
      expect(table.rows).toHaveLength(header.tensors.length)
      expect(table.byType.reduce((sum, { bytes }) => sum + bytes, 0)).toBe(table.bytes)
    })

    it('caches as many bytes as the model of the config', () => {
      expect(kvCacheBytes(read, cacheOptions)).toEqual(kvCacheBytes(spec, cacheOptions))
      const sum = (model: ModelSpec) => kvCacheBytes(model, { ...cacheOptions, tokens: 1 }).total
      expect(sum(read)).toBe(sum(spec))
    })

    it('keeps the family, the vocabulary and the head', () => {
      expect(read.family).toBe(spec.family)
      expect(read.vocabSize).toBe(spec.vocabSize)
      expect(read.kind).toBe(spec.kind)
      expect(read.layers).toHaveLength(spec.layers.length)
      if (spec.kind === 'decoder' && spec.family !== 'falcon') expect(read.tied).toBe(spec.tied)
    })
  },
)

describe('specFromGguf', () => {
  // The names of one layer, typed from the published specification, not from this library.
  const layer = (index: number) =>
    (
      [
        ['attn_norm', [64]],
        ['attn_q', [64, 64]],
        ['attn_k', [64, 32]],
        ['attn_v', [64, 32]],
        ['attn_output', [64, 64]],
        ['ffn_norm', [64]],
        ['ffn_gate', [64, 160]],
        ['ffn_up', [64, 160]],
        ['ffn_down', [160, 64]],
      ] as const
    ).map(([name, dims]) => ({ name: `blk.${index}.${name}.weight`, dims, type: 0, bytes: 0 }))
  const tiny = {
    metadata: {
      'general.architecture': 'llama',
      'general.name': 'Tiny',
      'llama.block_count': 2,
      'llama.embedding_length': 64,
      'llama.context_length': 2048,
      'llama.attention.head_count': 4,
      'llama.attention.head_count_kv': [2, 2],
    },
    tensors: [
      { name: 'token_embd.weight', dims: [64, 100], type: 0, bytes: 0 },
      { name: 'output_norm.weight', dims: [64], type: 0, bytes: 0 },
      { name: 'output.weight', dims: [64, 100], type: 0, bytes: 0 },
      ...layer(0),
      ...layer(1),
    ],
  }
  const read = (change: object) => specFromGguf(parseGgufHeader(writeGguf({ ...tiny, ...change })))

  it('reads a header with names typed from the specification', () => {
    const spec = read({})
    expect(spec.id).toBe('Tiny')
    expect(spec.maxPositions).toBe(2048)
    expect(spec.layers[1]?.attention).toMatchObject({ kind: 'full', heads: 4, kvHeads: 2 })
    expect(spec.layers[1]?.mlp).toMatchObject({ kind: 'dense', intermediateSize: 160, gated: true })
    // 2 x 100 x 64 + 64 + 2 x (2 x 64 + 2 x 64 x 64 + 2 x 32 x 64 + 3 x 64 x 160)
    expect(countParameters(spec).total).toBe(12800 + 64 + 2 * (128 + 8192 + 4096 + 30720))
  })

  it('follows a pattern of windows layer by layer', () => {
    const metadata = {
      ...tiny.metadata,
      'llama.attention.sliding_window': 512,
      'llama.attention.sliding_window_pattern': [true, false],
    }
    expect(read({ metadata }).layers.map(({ attention: { kind } }) => kind)).toEqual([
      'sliding',
      'full',
    ])
  })

  it('reads experts that stand one by one, as files of early 2024 hold them', () => {
    const expert = (index: number) => [
      { name: `blk.0.ffn_gate.${index}.weight`, dims: [64, 96], type: 0, bytes: 0 },
      { name: `blk.0.ffn_up.${index}.weight`, dims: [64, 96], type: 0, bytes: 0 },
      { name: `blk.0.ffn_down.${index}.weight`, dims: [96, 64], type: 0, bytes: 0 },
    ]
    const router = { name: 'blk.0.ffn_gate_inp.weight', dims: [64, 3], type: 0, bytes: 0 }
    const spec = read({
      metadata: { ...tiny.metadata, 'llama.expert_count': 3, 'llama.expert_used_count': 2 },
      tensors: [
        ...tiny.tensors.filter(({ name }) => !/^blk\.0\.ffn_(gate|up|down)/.test(name)),
        router,
        ...[0, 1, 2].flatMap(expert),
      ],
    })
    expect(spec.family).toBe('mixtral')
    expect(spec.layers[0]?.mlp).toMatchObject({ experts: 3, expertsPerToken: 2, expertSize: 96 })
    expect(spec.warnings).toEqual([])
  })

  it('makes a model or a GgufError of any values of its keys and any shapes', () => {
    const value: fc.Arbitrary<WrittenValue> = fc.oneof(
      fc.integer({ min: 0, max: 5000 }),
      fc.integer({ min: 0, max: 2 ** 32 - 1 }),
      fc.boolean(),
      fc.string({ maxLength: 5 }),
      fc.double().map((f32) => ({ f32 })),
      fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }).map((u64) => ({ u64 })),
      fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 1, maxLength: 4 }),
      fc.array(fc.string({ maxLength: 3 }), { minLength: 1, maxLength: 4 }),
    )
    const keys = Object.keys(cases[10]?.keys ?? {}).concat('block_count', 'embedding_length')
    const names = (cases[10] === undefined ? [] : [built(cases[10])]).flatMap(({ header }) =>
      header.tensors.map(({ name }) => name),
    )
    const arbitraryTensor = fc.record({
      name: fc.constantFrom(...names.slice(0, 60), ...tiny.tensors.map(({ name }) => name)),
      dims: fc.array(fc.integer({ min: 1, max: 2 ** 20 }), { minLength: 1, maxLength: 3 }),
      type: fc.constant(0),
      bytes: fc.constant(0),
    })
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...keys), value),
        fc.uniqueArray(arbitraryTensor, { selector: ({ name }) => name, maxLength: 30 }),
        (changed, tensors) => {
          const metadata: Record<string, WrittenValue> = { ...tiny.metadata }
          for (const [key, entry] of Object.entries(changed)) metadata[`llama.${key}`] = entry
          const others = tiny.tensors.filter(({ name }) => tensors.every((t) => t.name !== name))
          try {
            const spec = read({ metadata, tensors: [...others, ...tensors] })
            expect(Number.isNaN(countParameters(spec).total)).toBe(false)
          } catch (error) {
            expect(error).toBeInstanceOf(GgufError)
          }
        },
      ),
      { numRuns: 500 },
    )
  })

  it('says what it does not understand', () => {
    const tensors = [
      ...tiny.tensors,
      { name: 'blk.0.altup.weight', dims: [8, 8], type: 0, bytes: 0 },
    ]
    expect(read({ tensors }).warnings).toEqual([
      "The file holds 64 parameters that are not understood here; the file's own size counts them.",
    ])
  })

  it('refuses parts of a split file, files without a token table and without an architecture', () => {
    const split = { ...tiny.metadata, 'split.count': 3 }
    expect(() => read({ metadata: split })).toThrow(/one of 3 parts/)
    expect(() => read({ tensors: tiny.tensors.slice(1) })).toThrow(/no language model/)
    expect(() => read({ metadata: {} })).toThrow(GgufError)
    const { 'llama.attention.head_count': _, ...headless } = tiny.metadata
    expect(() => read({ metadata: headless })).toThrow(/lacks 'llama.attention.head_count'/)
  })
})
