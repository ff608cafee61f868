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

const deepseek = {
  hidden_size: 2048,
  num_hidden_layers: 27,
  num_attention_heads: 16,
  num_key_value_heads: 16,
  q_lora_rank: null,
  kv_lora_rank: 512,
  qk_nope_head_dim: 128,
  qk_rope_head_dim: 64,
  v_head_dim: 128,
  moe_intermediate_size: 1408,
  n_routed_experts: 64,
  num_experts_per_tok: 6,
  n_shared_experts: 2,
  first_k_dense_replace: 1,
  moe_layer_freq: 1,
}

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
  'gpt-oss-120b': {
    model_type: 'gpt_oss',
    hidden_size: 2880,
    num_hidden_layers: 36,
    num_attention_heads: 64,
    num_key_value_heads: 8,
    head_dim: 64,
    intermediate_size: 2880,
    num_local_experts: 128,
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
  'Phi-3.5-mini': {
    ...llama(3072, 32, 32, 32, 8192, 32064, { max_position_embeddings: 131072 }),
    model_type: 'phi3',
  },
  'Phi-4': { ...llama(5120, 40, 40, 10, 17920, 100352), model_type: 'phi3' },
  'Phi-4-mini': {
    ...llama(3072, 32, 24, 8, 8192, 200064, {
      tie_word_embeddings: true,
      max_position_embeddings: 131072,
    }),
    model_type: 'phi3',
  },
  'Gemma-3-12B': {
    ...llama(3840, 48, 16, 8, 15360, 262208, { head_dim: 256, sliding_window: 1024 }),
    model_type: 'gemma3_text',
  },
  'Qwen2.5-0.5B': {
    ...llama(896, 24, 14, 2, 4864, 151936, { tie_word_embeddings: true }),
    model_type: 'qwen2',
  },
  'Qwen3-Embedding-0.6B': {
    ...llama(1024, 28, 16, 8, 3072, 151669, { tie_word_embeddings: true, head_dim: 128 }),
    model_type: 'qwen3',
  },
  'DeepSeek-V2-Lite': {
    ...deepseek,
    model_type: 'deepseek_v2',
    intermediate_size: 10944,
    vocab_size: 102400,
  },
  Moonlight: {
    ...deepseek,
    model_type: 'deepseek_v3',
    intermediate_size: 11264,
    vocab_size: 163840,
  },
  'OLMoE-1B-7B': {
    ...llama(2048, 16, 16, 16, 1024, 50304, { num_experts: 64, num_experts_per_tok: 8 }),
    model_type: 'olmoe',
  },
  'Granite-3.1-1B-A400M': {
    ...llama(1024, 24, 16, 8, 512, 49155, {
      num_local_experts: 32,
      num_experts_per_tok: 8,
      tie_word_embeddings: true,
    }),
    model_type: 'granitemoe',
  },
  'Falcon-Mamba-7B': {
    model_type: 'falcon_mamba',
    hidden_size: 4096,
    intermediate_size: 8192,
    num_hidden_layers: 64,
    state_size: 16,
    conv_kernel: 4,
    expand: 16,
    time_step_rank: 256,
    vocab_size: 65024,
    tie_word_embeddings: false,
  },
  'Mamba-Codestral-7B': {
    model_type: 'mamba2',
    hidden_size: 4096,
    num_hidden_layers: 64,
    state_size: 128,
    head_dim: 64,
    num_heads: 128,
    n_groups: 8,
    expand: 2,
    conv_kernel: 4,
    vocab_size: 32768,
    tie_word_embeddings: false,
  },
  'Aya-Expanse-8B': {
    ...llama(4096, 32, 32, 8, 14336, 256000, { tie_word_embeddings: true }),
    model_type: 'cohere',
  },
  'Command-R7B': {
    ...llama(4096, 32, 32, 8, 14336, 256000, { sliding_window: 4096 }),
    model_type: 'cohere2',
  },
  'StableLM-2-1.6B': {
    ...llama(2048, 24, 32, 32, 5632, 100352, { use_qkv_bias: true }),
    model_type: 'stablelm',
  },
  'SmolLM3-3B': { ...llama(2048, 36, 16, 4, 11008, 128256), model_type: 'smollm3' },
  'nomic-embed-text-v1.5': {
    model_type: 'nomic_bert',
    n_embd: 768,
    n_layer: 12,
    n_head: 12,
    n_inner: 3072,
    n_positions: 8192,
    type_vocab_size: 2,
    vocab_size: 30528,
    qkv_proj_bias: false,
    mlp_fc1_bias: false,
    mlp_fc2_bias: false,
    activation_function: 'swiglu',
    rotary_emb_fraction: 1.0,
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
  ['gpt-oss-120b', 'MXFP4_MOE', 63387346208],
  ['Qwen1.5-MoE-A2.7B', 'Q4_K_M', 9496238048],
  ['Phi-3-mini-4k', 'Q4_K_M', 2393231360],
  ['Phi-3.5-mini', 'Q4_K_M', 2393232672],
  ['Phi-4', 'Q4_K_M', 9053114816],
  ['Phi-4-mini', 'Q4_K_M', 2491874688],
  ['Gemma-3-12B', 'Q4_K_M', 7300575264],
  ['Qwen2.5-0.5B', 'Q4_K_M', 397808192],
  ['Qwen3-Embedding-0.6B', 'F16', 1197629632],
  ['Falcon-7B', 'Q4_K_M', 4975127552],
  ['DeepSeek-V2-Lite', 'Q4_K_M', 10364416736],
  ['DeepSeek-V2-Lite', 'Q2_K', 6430464480],
  ['DeepSeek-V2-Lite', 'Q3_K_M', 8126606816],
  ['DeepSeek-V2-Lite', 'Q8_0', 16702517728],
  ['Moonlight', 'Q4_K_M', 10540747360],
  ['OLMoE-1B-7B', 'Q4_K_M', 4213512672],
  ['Granite-3.1-1B-A400M', 'Q4_K_M', 821847360],
  ['Falcon-Mamba-7B', 'Q4_K_M', 4204230432],
  ['Mamba-Codestral-7B', 'Q4_K_M', 4147481568],
  ['Aya-Expanse-8B', 'Q4_K_M', 5056982720],
  ['Command-R7B', 'Q4_K_M', 5057009792],
  ['StableLM-2-1.6B', 'Q4_K_M', 1031442496],
  ['SmolLM3-3B', 'Q4_K_M', 1915306528],
  ['nomic-embed-text-v1.5', 'F16', 274290560],
]

describe('sizes of published GGUF files', () => {
  it.each(files)('%s in %s is within 0.02 % of the published size', (model, type, bytes) => {
    const spec = parseModelConfig(configs[model])
    const size = ggufFileBytes(spec, type)
    expect(Math.abs(size / bytes - 1)).toBeLessThan(0.0002)
  })

  it.each(files)('%s in %s leaves a header of nearly the estimated size', (model, type, bytes) => {
    const spec = parseModelConfig(configs[model])
    const left = bytes - weightBytes(spec, type)
    expect(Math.abs(left - ggufMetadataBytes(spec))).toBeLessThan(0.03 * left)
  })
})
