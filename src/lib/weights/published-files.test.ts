import { describe, expect, it } from 'vitest'
import { parseModelConfig } from '../model/parse-model-config.ts'
import { ggufFileBytes } from './gguf-file-bytes.ts'
import { ggufMetadataBytes } from './gguf-metadata-bytes.ts'
import type { GgufFileType } from './mix-recipes.ts'
import { weightBytes } from './weight-bytes.ts'

/** Fields of published config.json files that sizes depend on. */
const llama = (
  hidden_size: number,
  num_hidden_layers: number,
  num_attention_heads: number,
  num_key_value_heads: number,
  intermediate_size: number,
  vocab_size: number,
  more: Record<string, unknown> = {},
) => ({
  model_type: 'llama',
  hidden_size,
  num_hidden_layers,
  num_attention_heads,
  num_key_value_heads,
  intermediate_size,
  vocab_size,
  max_position_embeddings: 4096,
  ...more,
})

const configs = {
  'Llama-2-7B': llama(4096, 32, 32, 32, 11008, 32000),
  'Llama-3-8B': llama(4096, 32, 32, 8, 14336, 128256, { max_position_embeddings: 8192 }),
  'Llama-3.1-8B': llama(4096, 32, 32, 8, 14336, 128256, { max_position_embeddings: 131072 }),
  'Llama-3.2-1B': llama(2048, 16, 32, 8, 8192, 128256, {
    head_dim: 64,
    tie_word_embeddings: true,
    max_position_embeddings: 131072,
  }),
  'Llama-3.2-3B': llama(3072, 28, 24, 8, 8192, 128256, {
    head_dim: 128,
    tie_word_embeddings: true,
    max_position_embeddings: 131072,
  }),
  'SmolLM2-360M': llama(960, 32, 15, 5, 2560, 49152, { tie_word_embeddings: true }),
  'SmolLM2-1.7B': llama(2048, 24, 32, 32, 8192, 49152, { tie_word_embeddings: true }),
  'Mistral-7B-v0.3': {
    ...llama(4096, 32, 32, 8, 14336, 32768),
    model_type: 'mistral',
    sliding_window: null,
  },
  'Qwen2.5-7B': {
    ...llama(3584, 28, 28, 4, 18944, 152064),
    model_type: 'qwen2',
  },
  'Qwen2.5-3B': {
    ...llama(2048, 36, 16, 2, 11008, 151936, { tie_word_embeddings: true }),
    model_type: 'qwen2',
  },
  'Gemma-2-2B': {
    ...llama(2304, 26, 8, 4, 9216, 256000, { head_dim: 256, sliding_window: 4096 }),
    model_type: 'gemma2',
  },
  'Gemma-2-9B': {
    ...llama(3584, 42, 16, 8, 14336, 256000, { head_dim: 256, sliding_window: 4096 }),
    model_type: 'gemma2',
  },
  'Gemma-3-1B': {
    ...llama(1152, 26, 4, 1, 6912, 262144, { head_dim: 256, sliding_window: 512 }),
    model_type: 'gemma3_text',
  },
  'OLMo-2-7B': { ...llama(4096, 32, 32, 32, 11008, 100352), model_type: 'olmo2' },
  'Granite-3.1-8B': {
    ...llama(4096, 40, 32, 8, 12800, 49155, { tie_word_embeddings: true }),
    model_type: 'granite',
  },
  'Phi-3-mini-4k': {
    ...llama(3072, 32, 32, 32, 8192, 32064, { sliding_window: 2047 }),
    model_type: 'phi3',
  },
  'gpt-oss-20b': {
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
    max_position_embeddings: 131072,
  },
  'Qwen1.5-MoE-A2.7B': {
    ...llama(2048, 24, 16, 16, 5632, 151936),
    model_type: 'qwen2_moe',
    moe_intermediate_size: 1408,
    shared_expert_intermediate_size: 5632,
    num_experts: 60,
    num_experts_per_tok: 4,
    decoder_sparse_step: 1,
  },
  'Falcon-7B': {
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
} as const

/** Sizes in bytes of files as their repositories list them. */
const files: readonly (readonly [keyof typeof configs, GgufFileType, number])[] = [
  ['Llama-2-7B', 'Q4_K_M', 4081004224],
  ['Llama-2-7B', 'Q8_0', 7161089728],
  ['Llama-3-8B', 'Q4_K_M', 4920734272],
  ['Llama-3.1-8B', 'Q4_K_M', 4920739232],
  ['Llama-3.2-1B', 'Q4_K_M', 807694464],
  ['Llama-3.2-3B', 'Q4_K_M', 2019377696],
  ['SmolLM2-360M', 'Q8_0', 386404992],
  ['SmolLM2-1.7B', 'Q4_K_M', 1055609504],
  ['Mistral-7B-v0.3', 'Q4_K_M', 4372812000],
  ['Qwen2.5-7B', 'Q4_K_M', 4683074240],
  ['Qwen2.5-3B', 'Q4_K_M', 1929903264],
  ['Gemma-2-2B', 'Q4_K_M', 1708582752],
  ['Gemma-2-9B', 'Q4_K_M', 5761057728],
  ['Gemma-3-1B', 'Q4_K_M', 806058496],
  ['OLMo-2-7B', 'Q4_K_M', 4472020544],
  ['Granite-3.1-8B', 'Q4_K_M', 4942858720],
  ['gpt-oss-20b', 'MXFP4_MOE', 12109566624],
  ['Qwen1.5-MoE-A2.7B', 'Q4_K_M', 9496238048],
]

describe('sizes of published GGUF files', () => {
  it.each(files)('%s in %s is within 0.1 % of the published size', (model, type, bytes) => {
    const spec = parseModelConfig(configs[model])
    const size = ggufFileBytes(spec, type)
    expect(Math.abs(size / bytes - 1)).toBeLessThan(0.001)
  })

  it.each(files)('%s in %s leaves a header of nearly the estimated size', (model, type, bytes) => {
    const spec = parseModelConfig(configs[model])
    const left = bytes - weightBytes(spec, type)
    expect(Math.abs(left - ggufMetadataBytes(spec))).toBeLessThan(bytes / 2000)
  })
})
