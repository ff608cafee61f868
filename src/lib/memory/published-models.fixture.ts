import { parseModelConfig } from '../model/parse-model-config.ts'

/** Published configurations that the tests of this room size, fields as their files state them. */
const qwen3 = (sizes: Readonly<Record<string, unknown>>) =>
  parseModelConfig({
    model_type: 'qwen3',
    head_dim: 128,
    num_key_value_heads: 8,
    vocab_size: 151936,
    max_position_embeddings: 40960,
    torch_dtype: 'bfloat16',
    ...sizes,
  })

const llama = (sizes: Readonly<Record<string, unknown>>) =>
  parseModelConfig({ model_type: 'llama', torch_dtype: 'bfloat16', ...sizes })

export const llama2of7b = llama({
  hidden_size: 4096,
  num_hidden_layers: 32,
  num_attention_heads: 32,
  intermediate_size: 11008,
  vocab_size: 32000,
  max_position_embeddings: 4096,
})

export const llama3of8b = llama({
  hidden_size: 4096,
  num_hidden_layers: 32,
  num_attention_heads: 32,
  num_key_value_heads: 8,
  intermediate_size: 14336,
  vocab_size: 128256,
  max_position_embeddings: 8192,
})

export const llama3of70b = llama({
  hidden_size: 8192,
  num_hidden_layers: 80,
  num_attention_heads: 64,
  num_key_value_heads: 8,
  intermediate_size: 28672,
  vocab_size: 128256,
  max_position_embeddings: 8192,
})

export const llama32of1b = llama({
  hidden_size: 2048,
  num_hidden_layers: 16,
  num_attention_heads: 32,
  num_key_value_heads: 8,
  head_dim: 64,
  intermediate_size: 8192,
  vocab_size: 128256,
  tie_word_embeddings: true,
  max_position_embeddings: 131072,
})

export const r1of14b = parseModelConfig({
  model_type: 'qwen2',
  hidden_size: 5120,
  num_hidden_layers: 48,
  num_attention_heads: 40,
  num_key_value_heads: 8,
  intermediate_size: 13824,
  vocab_size: 152064,
  max_position_embeddings: 131072,
  use_sliding_window: false,
  torch_dtype: 'bfloat16',
})

export const qwen3of8b = qwen3({
  hidden_size: 4096,
  num_hidden_layers: 36,
  num_attention_heads: 32,
  intermediate_size: 12288,
})

export const qwen3of32b = qwen3({
  hidden_size: 5120,
  num_hidden_layers: 64,
  num_attention_heads: 64,
  intermediate_size: 25600,
})

export const pythiaOf28b = parseModelConfig({
  model_type: 'gpt_neox',
  hidden_size: 2560,
  num_hidden_layers: 32,
  num_attention_heads: 32,
  intermediate_size: 10240,
  vocab_size: 50304,
})

export const gemma3of27b = parseModelConfig({
  model_type: 'gemma3_text',
  hidden_size: 5376,
  num_hidden_layers: 62,
  num_attention_heads: 32,
  num_key_value_heads: 16,
  head_dim: 128,
  intermediate_size: 21504,
  vocab_size: 262208,
  sliding_window: 1024,
  sliding_window_pattern: 6,
  max_position_embeddings: 131072,
})

export const gptOss20b = parseModelConfig({
  model_type: 'gpt_oss',
  hidden_size: 2880,
  num_hidden_layers: 24,
  num_attention_heads: 64,
  num_key_value_heads: 8,
  head_dim: 64,
  intermediate_size: 2880,
  vocab_size: 201088,
  num_local_experts: 32,
  num_experts_per_tok: 4,
  sliding_window: 128,
  max_position_embeddings: 131072,
})

export const bertBase = parseModelConfig({
  model_type: 'bert',
  hidden_size: 768,
  num_hidden_layers: 12,
  num_attention_heads: 12,
  intermediate_size: 3072,
  vocab_size: 28996,
  max_position_embeddings: 512,
  type_vocab_size: 2,
})
